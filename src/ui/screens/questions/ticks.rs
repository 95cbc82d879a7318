//! Lists to tick.

use egui::{Key, Ui};

use super::{Questions, keys};
use crate::app::{Command, Document};
use crate::assessment::{State, Value};
use crate::pack::Item;
use crate::report::words;
use crate::style::space;
use crate::text::{Language, t, ta};
use crate::ui::icons;
use crate::ui::screens::items;
use crate::ui::widgets::{AnswerRow, Button, Chip, Tone, body, card, card_with, mark, quiet, strong};

impl Questions {
    /// A list to tick: rows with a box, or rows with a box a column; what earlier answers propose stands above.
    pub(super) fn ticks(
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
        propose(ui, document, item, language, out);
        let ticked = super::chosen(document, &item.id);
        let state = items::state(document, &item.id);
        let mut toggled: Option<&String> = None;
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS + 2.0;
            if item.columns.is_empty() {
                for (n, option) in item.options.iter().enumerate() {
                    let hint = text.hints.get(option).map_or("", String::as_str);
                    let mut row = AnswerRow::new(&text.options[option], ticked.contains(option)).several().hint(hint);
                    if let Some(key) = keys::OPTIONS.get(n) {
                        row = row.key(key);
                    }
                    if ui.add(row).clicked() {
                        toggled = Some(option);
                    }
                }
            } else if let Some(option) = grid(ui, document, item, &ticked, language) {
                toggled = item.options.iter().find(|o| **o == option);
            }
            let none = matches!(state, State::Answered(_)) && ticked.is_empty();
            let dont_know = *state == State::DontKnow;
            for (label, key, shown, chosen, answer) in [
                ("none-of-these", Key::Z, "Z", none, State::Answered(Value::Options(Vec::new()))),
                ("state-dont-know", Key::N, "N", dont_know, State::DontKnow),
            ] {
                // With a negative tick of its own the list has said it already.
                if label == "none-of-these" && item.negative.is_some() {
                    continue;
                }
                let words = t(language, label);
                let clicked = ui.add(AnswerRow::new(&words, chosen).light().key(shown)).clicked();
                if clicked || (keys::free(ui) && keys::pressed(ui, key)) {
                    out.push(items::set(&item.id, if chosen { State::Open } else { answer }));
                }
            }
        });
        if item.columns.is_empty()
            && keys::free(ui)
            && let Some(n) = keys::option(ui)
        {
            toggled = item.options.get(n);
        }
        if let Some(option) = toggled.filter(|_| !self.too_soon(ui)) {
            out.push(items::set(&item.id, after(item, &ticked, option)));
        }
    }
}

/// The list once a box is ticked or unticked. The negative one and the others exclude each other; a list without a tick is
/// open again, for that nothing is true must be said.
fn after(item: &Item, ticked: &[String], option: &String) -> State {
    let negative = |o: &String| Some(o) == item.negative.as_ref();
    let mut list: Vec<String> = ticked.to_vec();
    if let Some(at) = list.iter().position(|o| o == option) {
        list.remove(at);
    } else {
        list.retain(|o| negative(o) == negative(option));
        list.push(option.clone());
        list.sort_by_key(|o| item.options.iter().position(|known| known == o));
    }
    if list.is_empty() { State::Open } else { State::Answered(Value::Options(list)) }
}

/// What earlier answers say already, to be confirmed with one click.
fn propose(ui: &mut Ui, document: &Document, item: &Item, language: Language, out: &mut Vec<Command>) {
    let proposed = document.evaluation().sheet.proposed(document.pack(), item);
    if proposed.is_empty() {
        return;
    }
    let text = document.pack().item_text(language, &item.id);
    let labels: Vec<String> = proposed.iter().map(|o| words::option_label(item, text, o)).collect();
    card_with(ui, Tone::Action, |ui| {
        ui.horizontal_top(|ui| {
            mark(ui, icons::LIGHTBULB, 20.0, crate::style::Ink::Action);
            ui.vertical(|ui| {
                strong(ui, &t(language, "propose-title"));
                body(ui, &ta(language, "propose-text", &[("options", labels.join("; ").into())]));
                if ui.add(Button::secondary(&t(language, "propose-confirm")).icon(icons::CHECK).small()).clicked() {
                    let ticked = super::chosen(document, &item.id);
                    let both = |o: &&String| ticked.contains(o) || proposed.contains(o);
                    let options = item.options.iter().filter(both).cloned().collect();
                    out.push(items::set(&item.id, State::Answered(Value::Options(options))));
                }
            });
        });
    });
    ui.add_space(space::S);
}

/// Rows with a box a column; gives the option clicked.
fn grid(ui: &mut Ui, document: &Document, item: &Item, ticked: &[String], language: Language) -> Option<String> {
    let text = document.pack().item_text(language, &item.id);
    let mut clicked = None;
    for row in item.tick_rows() {
        card(ui, |ui| {
            strong(ui, &text.options[row]);
            if let Some(hint) = text.hints.get(row) {
                quiet(ui, hint);
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
                for column in &item.columns {
                    let option = format!("{row}.{column}");
                    let on = ticked.contains(&option);
                    let mut chip = Chip::new(&text.columns[column]).toggle(on);
                    if on {
                        chip = chip.icon(icons::CHECK);
                    }
                    let response = ui.add(chip);
                    ui.ctx().accesskit_node_builder(response.id, |node| {
                        node.set_description(text.options[row].as_str());
                    });
                    if response.clicked() {
                        clicked = Some(option);
                    }
                }
            });
        });
    }
    clicked
}
