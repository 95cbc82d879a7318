//! Cards of several lines with a few answers each: facts, and the rows of a list. Keys answer the line that is lit, and light
//! the next.

use std::collections::BTreeMap;

use egui::{Key, Label, RichText, Ui};

use super::{Card, Questions, keys};
use crate::app::{Command, Document};
use crate::assessment::{Cell, State, Value, Word};
use crate::pack::{Item, ItemKind};
use crate::style::{Ink, size, space};
use crate::text::{Language, t};
use crate::ui::screens::items;
use crate::ui::theme;
use crate::ui::widgets::{Chip, Tone, card_with, quiet, strong};

/// One of the answers of a line.
pub(super) struct Answer {
    /// Its words.
    pub label: String,
    /// The key that gives it, and how it is shown.
    pub key: (Key, &'static str),
    /// True where it is the answer.
    pub chosen: bool,
}

/// A line.
pub(super) struct Line {
    /// What is asked.
    pub title: String,
    /// What is meant.
    pub hint: String,
    pub answers: Vec<Answer>,
}

/// Digits as keys, from 0.
pub(super) const DIGITS: [(Key, &str); 6] =
    [(Key::Num0, "0"), (Key::Num1, "1"), (Key::Num2, "2"), (Key::Num3, "3"), (Key::Num4, "4"), (Key::Num5, "5")];

impl Questions {
    /// Arrows up and down light another line; `last` is the last one.
    pub(super) fn walk(&mut self, ui: &Ui, last: usize) {
        self.line = self.line.min(last);
        if !keys::free(ui) || !crate::ui::keyboard_is_free(ui.ctx()) {
            return;
        }
        let (down, up) = (keys::pressed(ui, Key::ArrowDown), keys::pressed(ui, Key::ArrowUp));
        if down {
            self.line = (self.line + 1).min(last);
        }
        if up {
            self.line = self.line.saturating_sub(1);
        }
        self.show_line |= down || up;
    }

    /// Draws lines, one of them lit; gives the line answered and which of its answers was chosen.
    pub(super) fn lines(&mut self, ui: &mut Ui, lines: &[Line]) -> Option<(usize, usize)> {
        let last = lines.len().saturating_sub(1);
        let free = keys::free(ui);
        self.walk(ui, last);
        let mut given = None;
        if let Some(line) = lines.get(self.line).filter(|_| free) {
            given = line.answers.iter().position(|a| keys::pressed(ui, a.key.0)).map(|answer| (self.line, answer));
            self.show_line |= given.is_some();
        }
        let lit_now = given.map_or(self.line, |(line, _)| (line + 1).min(last));
        for (n, line) in lines.iter().enumerate() {
            let lit = n == lit_now;
            let tone = if lit { Tone::Action } else { Tone::Neutral };
            let area = card_with(ui, tone, |ui| {
                let (clicked, focused) = draw(ui, line, lit);
                if focused {
                    self.line = n;
                }
                if let Some(answer) = clicked {
                    given = Some((n, answer));
                }
            });
            if lit && std::mem::take(&mut self.show_line) {
                area.response.scroll_to_me(None);
            }
            ui.add_space(space::XS);
        }
        if let Some((line, _)) = given {
            self.line = (line + 1).min(last);
        }
        given
    }

    /// The facts of a section: yes, no or don't know each.
    pub(super) fn facts(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        shown: &Card,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        let answers = [
            ("answer-yes", (Key::Num1, "1"), State::Answered(Value::Bool(true))),
            ("answer-no", (Key::Num0, "0"), State::Answered(Value::Bool(false))),
            ("state-dont-know", (Key::N, "N"), State::DontKnow),
        ];
        let line = |item: &&'static Item| {
            let text = document.pack().item_text(language, &item.id);
            let state = items::state(document, &item.id);
            Line {
                title: text.question.clone(),
                hint: text.help.split('\n').next().unwrap_or_default().to_owned(),
                answers: answers
                    .iter()
                    .map(|(label, key, answer)| Answer {
                        label: t(language, label),
                        key: *key,
                        chosen: state == answer,
                    })
                    .collect(),
            }
        };
        let lines: Vec<Line> = shown.items.iter().map(line).collect();
        // In Italian yes is also on its own letter.
        let by_letter = keys::free(ui) && keys::pressed(ui, Key::S);
        let letter = by_letter.then_some((self.line.min(lines.len().saturating_sub(1)), 0));
        let given = self.lines(ui, &lines);
        if given.is_none() && letter.is_some() {
            self.line = (self.line + 1).min(lines.len().saturating_sub(1));
            self.show_line = true;
        }
        if let Some((line, answer)) = given.or(letter) {
            out.push(items::set(&shown.items[line].id, answers[answer].2.clone()));
        }
    }

    /// A list of rows: a step, or no, partly and yes each.
    pub(super) fn rows(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        item: &Item,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        let text = document.pack().item_text(language, &item.id);
        quiet(ui, &text.help);
        ui.add_space(space::XS);
        let state = items::state(document, &item.id);
        let single = item.options.is_empty();
        let given: BTreeMap<String, Cell> = match state {
            State::Answered(Value::Rows(rows)) => rows.clone(),
            _ => BTreeMap::new(),
        };
        let mut choices: Vec<(String, (Key, &'static str), Cell)> = if item.kind == ItemKind::Rows {
            let steps = text.steps.iter().zip(DIGITS).enumerate();
            steps.map(|(n, (label, key))| (label.clone(), key, Cell::Number(n as f64))).collect()
        } else {
            let labels = ["answer-no", "answer-partly", "answer-yes"].into_iter().zip(DIGITS).enumerate();
            labels.map(|(n, (label, key))| (t(language, label), key, Cell::Number(n as f64 / 2.0))).collect()
        };
        choices.push((t(language, "state-dont-know"), (Key::N, "N"), Cell::Word(Word::DontKnow)));
        if !single {
            choices.push((t(language, "state-not-applicable"), (Key::X, "X"), Cell::Word(Word::NotApplicable)));
        }
        let line = |title: &str, hint: &str, now: Option<Cell>| Line {
            title: title.to_owned(),
            hint: hint.to_owned(),
            answers: choices
                .iter()
                .map(|(label, key, cell)| Answer { label: label.clone(), key: *key, chosen: now == Some(*cell) })
                .collect(),
        };
        let lines: Vec<Line> = if single {
            let now = match state {
                State::Answered(Value::Number(v)) => Some(Cell::Number(*v)),
                State::DontKnow => Some(Cell::Word(Word::DontKnow)),
                _ => None,
            };
            vec![line(&text.name, "", now)]
        } else {
            let hint = |row: &String| text.hints.get(row).map_or("", String::as_str);
            item.options.iter().map(|row| line(&text.options[row], hint(row), given.get(row).copied())).collect()
        };
        if let Some((at, answer)) = self.lines(ui, &lines) {
            let cell = choices[answer].2;
            let state = match (single, cell) {
                (true, Cell::Number(v)) => State::Answered(Value::Number(v)),
                (true, Cell::Word(_)) => State::DontKnow,
                (false, cell) => {
                    let mut rows = given;
                    rows.insert(item.options[at].clone(), cell);
                    State::Answered(Value::Rows(rows))
                }
            };
            out.push(items::set(&item.id, state));
        }
    }
}

/// One line; gives the answer clicked, and whether the keyboard is on one of its answers.
fn draw(ui: &mut Ui, line: &Line, lit: bool) -> (Option<usize>, bool) {
    strong(ui, &line.title);
    if !line.hint.is_empty() {
        let hint = RichText::new(&line.hint).size(size::SMALL).color(theme::ink(ui.ctx(), Ink::Quiet));
        ui.add(Label::new(hint).wrap());
    }
    let (mut given, mut focused) = (None, false);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
        for (n, answer) in line.answers.iter().enumerate() {
            let mut chip = Chip::new(&answer.label).toggle(answer.chosen);
            if lit {
                chip = chip.key(answer.key.1);
            }
            let response = ui.add(chip);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(line.title.as_str()));
            focused |= response.has_focus();
            if response.clicked() && !answer.chosen {
                given = Some(n);
            }
        }
    });
    (given, focused)
}
