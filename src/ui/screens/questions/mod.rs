//! Questions: one card at a time, or all of them as a list to read beforehand.

mod card;
mod cells;
mod evidence;
mod keys;
mod lines;
mod list;
mod sections;
mod side;
mod ticks;

use std::collections::BTreeSet;

use egui::{Frame, Key, Margin, Response, Ui, UiBuilder};

use super::items::{self, Draft};
use crate::app::{Command, Document, Model, Screen};
use crate::assessment::{Edit, State, Value};
use crate::pack::{Item, ItemKind, Mode};
use crate::report::words;
use crate::style::{Ink, space, width};
use crate::text::{Language, t, ta};
use crate::ui::widgets::{Button, column, icon_button, progress_line};
use crate::ui::{icons, theme};

/// From this width on the sections stand beside the card, in points.
const WITH_SECTIONS: f32 = 800.0;
/// From this width on the buttons under the card have words, in points.
const WORDS: f32 = 560.0;
/// After a card has come, clicks count for nothing for this long, in seconds: the second half of a double click would
/// answer a question nobody has read.
const DOUBLE_CLICK: f64 = 0.3;

/// What stands in the drawer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Drawer {
    #[default]
    None,
    Help,
    Note,
}

/// State of the screen.
#[derive(Default)]
pub(super) struct Questions {
    /// Card shown.
    at: usize,
    /// Show all cards as a list.
    list: bool,
    /// Items of the list whose answers are unfolded.
    unfolded: BTreeSet<String>,
    drawer: Drawer,
    /// The note's field is to have the keyboard.
    focus_note: bool,
    draft: Draft,
    /// Item whose note is in the draft.
    noted: String,
    /// A card has been asked for; the first one without an answer need not be looked for.
    placed: bool,
    /// The card that asks for evidence has been asked for.
    to_evidence: bool,
    /// Card drawn last, to start each new one at its top.
    drawn: Option<usize>,
    /// When the card came, in seconds of the window.
    came: f64,
    /// Line of the card that keys answer: a fact, a row, a cell.
    line: usize,
    /// The line has changed by a key: it must be seen.
    show_line: bool,
}

/// Section of the card that asks for evidence; packs know nothing of it.
const EVIDENCE: &str = "evidence";

/// What is asked at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// One item.
    Single,
    /// The facts of a section.
    Facts,
    /// The cells of a process.
    Cells,
    /// What stands behind the answers that weigh most.
    Evidence,
}

/// A card.
struct Card {
    kind: Kind,
    section: &'static str,
    items: Vec<&'static Item>,
}

fn cards(document: &Document) -> Vec<Card> {
    let mut cards: Vec<Card> = Vec::new();
    for item in super::asked(document) {
        let process = |i: &Item| i.cell.as_ref().map(|c| c.process.clone());
        let kind = match (item.kind, &item.cell) {
            (ItemKind::Fact, _) => Kind::Facts,
            (_, Some(_)) => Kind::Cells,
            _ => Kind::Single,
        };
        match cards.last_mut() {
            Some(card)
                if kind != Kind::Single
                    && card.kind == kind
                    && card.section == item.section
                    && process(card.items[0]) == process(item) =>
            {
                card.items.push(item);
            }
            _ => cards.push(Card { kind, section: &item.section, items: vec![item] }),
        }
    }
    // In ten minutes nobody looks for documents; a questionnaire without a longer form asks at its end.
    if document.assessment().mode == Mode::Full || !words::has_full(document.pack()) {
        cards.push(Card { kind: Kind::Evidence, section: EVIDENCE, items: evidence::wanted(document) });
    }
    cards
}

impl Card {
    fn is_given(&self, document: &Document) -> bool {
        match self.kind {
            // Nobody has to have a proof; the card is a place to go to, not one that is missed.
            Kind::Evidence => true,
            _ => self.items.iter().all(|i| items::is_given(document, i)),
        }
    }

    /// The first line without an answer: a fact, a cell, a row; the first one where all have one.
    fn first_open(&self, document: &Document) -> usize {
        let open = match (self.single(), self.single().map(|i| items::state(document, &i.id))) {
            (Some(item), Some(State::Answered(Value::Rows(rows)))) => {
                item.options.iter().position(|row| !rows.contains_key(row))
            }
            (Some(_), _) => None,
            (None, _) => self.items.iter().position(|i| !items::is_given(document, i)),
        };
        open.unwrap_or(0)
    }

    /// The item, where the card has only one.
    fn single(&self) -> Option<&'static Item> {
        (self.kind == Kind::Single).then(|| self.items[0])
    }

    /// What a note can be written on: the item, or the cell at the line that is lit.
    fn noted(&self, line: usize) -> Option<&'static Item> {
        match self.kind {
            Kind::Cells => self.items.get(line).copied(),
            _ => self.single().filter(|i| i.kind.is_scored()),
        }
    }

    fn title(&self, document: &Document, language: Language) -> String {
        let texts = document.pack().texts(language);
        match (self.kind, self.items.first()) {
            (Kind::Single, Some(item)) => texts.items[&item.id].question.clone(),
            (Kind::Cells, Some(item)) => process_name(document, item, language),
            (Kind::Evidence, _) => t(language, "evidence-title"),
            _ => texts.sections[self.section].name.clone(),
        }
    }
}

/// The name of a cell's process as the company's sector says it.
fn process_name(document: &Document, item: &Item, language: Language) -> String {
    let process = item.cell.as_ref().map_or("", |c| c.process.as_str());
    document.pack().process_name(language, process, document.evaluation().sheet.sector()).to_owned()
}

/// The name of a section.
fn section_name(document: &Document, section: &str, language: Language) -> String {
    let text = document.pack().texts(language).sections.get(section);
    text.map_or_else(|| t(language, "evidence-section"), |text| text.name.clone())
}

impl Questions {
    /// The screen has been entered.
    pub(super) fn entered(&mut self) {
        self.drawer = Drawer::None;
        self.drawn = None;
    }

    /// Shows the card of an item the next time.
    pub(super) fn show_item(&mut self, document: &Document, item: &str) {
        if let Some(at) = cards(document).iter().position(|c| c.items.iter().any(|i| i.id == item)) {
            self.at = at;
            self.list = false;
            self.placed = true;
            self.drawn = None;
        }
    }

    /// Shows the first card without an answer the next time.
    pub(super) fn show_open(&mut self) {
        self.placed = false;
        self.list = false;
        self.drawn = None;
    }

    /// Shows the card that asks for evidence the next time.
    pub(super) fn show_evidence(&mut self) {
        self.show_open();
        self.to_evidence = true;
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, model: &Model, document: &Document, out: &mut Vec<Command>) {
        let cards = cards(document);
        let language = model.language;
        if std::mem::take(&mut self.to_evidence)
            && let Some(at) = cards.iter().position(|c| c.kind == Kind::Evidence)
        {
            self.at = at;
            self.placed = true;
        }
        if !self.placed {
            self.at = cards.iter().position(|c| !c.is_given(document)).unwrap_or(0);
            self.placed = true;
        }
        self.at = self.at.min(cards.len().saturating_sub(1));
        if self.drawn != Some(self.at) {
            self.drawn = Some(self.at);
            self.came = ui.input(|i| i.time);
            self.line = cards.get(self.at).map_or(0, |c| c.first_open(document));
            self.show_line = self.line > 0;
            // To the very top of the page, its margin included.
            let top = ui.cursor().min - egui::vec2(0.0, space::L);
            ui.scroll_to_rect(egui::Rect::from_min_size(top, egui::Vec2::ZERO), Some(egui::Align::TOP));
        }
        if keys::free(ui) && keys::pressed(ui, Key::L) {
            self.list = !self.list;
        }
        if self.list {
            column(ui, width::COLUMN, |ui| {
                progress(ui, document, language);
                self.list(ui, document, &cards, language, out);
            });
            return;
        }
        let (beside, room) = layout(ui);
        column(ui, room, |ui| {
            progress(ui, document, language);
            ui.add_space(space::S);
            let Some(card) = cards.get(self.at) else { return };
            if !beside {
                self.card(ui, model, document, card, cards.len(), out);
                return;
            }
            let all = ui.available_rect_before_wrap();
            let mut left = all;
            left.max.x = left.min.x + width::SECTIONS;
            let mut right = all;
            right.min.x = left.max.x + space::L;
            ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
                ui.set_width(right.width());
                self.card(ui, model, document, card, cards.len(), out);
            });
            ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
                ui.set_width(left.width());
                self.sections(ui, document, &cards, language, out);
            });
        });
    }

    /// True where a click of the mouse is the second half of a double click that brought the card. Keys and screen
    /// readers may be as quick as they like.
    fn too_soon(&self, ui: &Ui) -> bool {
        ui.input(|i| i.pointer.any_click() && i.time - self.came < DOUBLE_CLICK)
    }

    /// Gives an answer; by itself the next card comes, where the user has not switched that off.
    fn give(&mut self, model: &Model, document: &Document, item: &str, state: State, out: &mut Vec<Command>) {
        out.extend(self.flush(document));
        out.push(items::set(item, state));
        if model.settings.advance {
            self.forward(cards(document).len(), out);
        }
    }

    /// The next card; after the last one the results.
    fn forward(&mut self, count: usize, out: &mut Vec<Command>) {
        if self.at + 1 < count {
            self.turn(self.at + 1);
        } else {
            out.push(Command::Go(Screen::Results));
        }
    }

    fn turn(&mut self, at: usize) {
        self.at = at;
        if self.drawer == Drawer::Note {
            self.drawer = Drawer::None;
        }
    }

    /// The buttons under the card, always in view; gives their height.
    pub(super) fn foot(&mut self, ui: &mut Ui, model: &Model, document: &Document, out: &mut Vec<Command>) -> f32 {
        let cards = cards(document);
        let Some(card) = cards.get(self.at).filter(|_| !self.list) else { return 0.0 };
        let language = model.language;
        let margin = theme::page_margin(ui);
        let frame = Frame::new()
            .fill(theme::ink(ui.ctx(), Ink::Page))
            .inner_margin(Margin::symmetric(margin as i8, (space::S + 2.0) as i8));
        let shown = frame.show(ui, |ui| {
            let line = egui::Stroke::new(1.0, theme::ink(ui.ctx(), Ink::Line));
            let edge = ui.max_rect().expand2(egui::vec2(margin, space::S + 2.0));
            ui.painter().hline(edge.x_range(), edge.min.y, line);
            let (beside, room) = layout(ui);
            column(ui, room, |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
                    if beside {
                        ui.add_space(width::SECTIONS + space::L);
                    }
                    self.buttons(ui, document, card, cards.len(), language, out);
                });
            });
        });
        shown.response.rect.height()
    }

    fn buttons(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        card: &Card,
        count: usize,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        let free = keys::free(ui);
        let alone = free && crate::ui::keyboard_is_free(ui.ctx());
        // Where words would take several rows, icons leave the page to the question.
        let narrow = ui.available_width() < WORDS;
        let label = t(language, "back");
        let back = if narrow {
            ui.add_enabled_ui(self.at > 0, |ui| icon_button(ui, icons::ARROW_LEFT, &label)).inner
        } else {
            ui.add(Button::secondary(&label).icon(icons::ARROW_LEFT).enabled(self.at > 0)).on_hover_text("←")
        };
        let clicked = back.clicked();
        if (clicked || (free && keys::pressed(ui, Key::ArrowLeft))) && self.at > 0 {
            out.extend(self.flush(document));
            self.turn(self.at - 1);
        }
        let label = t(language, "go-on");
        let next = Button::primary(&label).icon_after(icons::ARROW_RIGHT);
        let clicked = ui.add(next).on_hover_text("→").clicked() && !self.too_soon(ui);
        if clicked || (free && keys::pressed(ui, Key::ArrowRight)) || (alone && keys::pressed(ui, Key::Enter)) {
            out.extend(self.flush(document));
            self.forward(count, out);
        }
        if !narrow {
            ui.add_space(space::S);
        }
        let label = t(language, "help");
        let help = quiet_button(ui, narrow, icons::QUESTION, &label, "?");
        if help.clicked() || (free && keys::pressed(ui, Key::Questionmark)) {
            self.switch(Drawer::Help, document, out);
        }
        if card.noted(self.line).is_some() {
            let label = t(language, "note-and-evidence");
            let note = quiet_button(ui, narrow, icons::NOTE_PENCIL, &label, "E");
            if note.clicked() || (free && keys::pressed(ui, Key::E)) {
                self.switch(Drawer::Note, document, out);
                self.focus_note = true;
            }
        }
    }

    fn switch(&mut self, drawer: Drawer, document: &Document, out: &mut Vec<Command>) {
        out.extend(self.flush(document));
        self.drawer = if self.drawer == drawer { Drawer::None } else { drawer };
    }

    /// A note still being typed, as a command.
    pub(super) fn flush(&mut self, document: &Document) -> Vec<Command> {
        let current = items::answer(document, &self.noted).map_or("", |a| a.note.as_str());
        let item = self.noted.clone();
        self.draft.take(current).map(|note| Command::Edit(Edit::Note { item, note })).into_iter().collect()
    }
}

/// Whether the sections stand beside the card, and how wide both are together.
fn layout(ui: &Ui) -> (bool, f32) {
    let beside = ui.available_width() >= WITH_SECTIONS;
    (beside, if beside { width::SECTIONS + space::L + width::COLUMN } else { width::COLUMN })
}

/// A button under the card beside the two main ones; only its icon where there is no room for words.
fn quiet_button(ui: &mut Ui, narrow: bool, icon: &str, label: &str, key: &str) -> Response {
    if narrow { icon_button(ui, icon, label) } else { ui.add(Button::quiet(label).icon(icon).key(key)) }
}

/// «12 of 47 · about 4 minutes», counting real answers only.
fn progress(ui: &mut Ui, document: &Document, language: Language) {
    let progress = document.evaluation().scores.progress;
    let minutes = progress.seconds_left.div_ceil(60);
    let words = if progress.given == progress.asked {
        ta(language, "progress-done", &[("asked", progress.asked.into())])
    } else {
        ta(
            language,
            "progress",
            &[("given", progress.given.into()), ("asked", progress.asked.into()), ("minutes", minutes.into())],
        )
    };
    progress_line(ui, progress.given as f32 / progress.asked.max(1) as f32, &words);
}

/// The chosen options of an item.
fn chosen(document: &Document, item: &str) -> Vec<String> {
    match items::state(document, item) {
        State::Answered(Value::Options(list)) => list.clone(),
        _ => Vec::new(),
    }
}
