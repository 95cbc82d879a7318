//! Questions: one card at a time, or all of them as a list to read beforehand.

use egui::{Key, Label, Modifiers, RichText, Ui};

use super::items::{self, Draft};
use crate::app::{Command, Document, Model, Screen};
use crate::assessment::combine::is_given;
use crate::assessment::{DOCUMENTED, Edit, State, Value};
use crate::pack::ateco::{Ateco, Family};
use crate::pack::{Item, ItemKind, Pack};
use crate::report::words;
use crate::style::{self, Ink, size, space};
use crate::text::{Language, t, ta};
use crate::ui::widgets::{
    AnswerRow, Button, Chip, TextField, body, card, column, drawer, lead, page_heading, progress_line, quiet,
    section_heading, strong,
};
use crate::ui::{icons, theme};

/// State of the screen.
#[derive(Default)]
pub(super) struct Questions {
    /// Card shown.
    at: usize,
    /// Show all cards as a list.
    list: bool,
    help: bool,
    note: bool,
    draft: Draft,
    /// A card has been asked for; the first one without an answer need not be looked for.
    placed: bool,
    /// Card drawn last, to start each new one at its top.
    drawn: Option<usize>,
    /// Item whose note is in the draft.
    noted: String,
}

/// What is asked at once: one item, or the facts of a section.
struct Card<'p> {
    section: &'p str,
    items: Vec<&'p Item>,
}

fn cards(document: &Document) -> Vec<Card<'static>> {
    let mut cards: Vec<Card<'static>> = Vec::new();
    let pack: &'static Pack = document.pack();
    for item in
        pack.items(document.assessment().mode).filter(|i| i.section != items::PROFILE && i.section != items::DOORS)
    {
        match cards.last_mut() {
            Some(card) if item.kind == ItemKind::Fact && card.section == item.section => card.items.push(item),
            _ => cards.push(Card { section: &item.section, items: vec![item] }),
        }
    }
    cards
}

impl Card<'_> {
    fn is_given(&self, document: &Document) -> bool {
        self.items.iter().all(|i| is_given(document.assessment(), i))
    }

    fn title(&self, document: &Document, language: Language) -> String {
        let texts = document.pack().texts(language);
        if self.items.len() > 1 {
            texts.sections[self.section].name.clone()
        } else {
            texts.items[&self.items[0].id].question.clone()
        }
    }
}

impl Questions {
    /// The screen has been entered: go to the first card without an answer, unless a certain one was asked for.
    pub(super) fn entered(&mut self) {
        self.help = false;
    }

    /// Shows the card of an item the next time.
    pub(super) fn show_item(&mut self, document: &Document, item: &str) {
        if let Some(at) = cards(document).iter().position(|c| c.items.iter().any(|i| i.id == item)) {
            self.at = at;
            self.list = false;
            self.placed = true;
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, model: &Model, document: &Document, out: &mut Vec<Command>) {
        let cards = cards(document);
        if !self.placed {
            self.at = cards.iter().position(|c| !c.is_given(document)).unwrap_or(0);
            self.placed = true;
        }
        self.at = self.at.min(cards.len().saturating_sub(1));
        if self.drawn != Some(self.at) {
            self.drawn = Some(self.at);
            ui.scroll_to_cursor(Some(egui::Align::TOP));
        }
        column(ui, style::COLUMN, |ui| {
            progress(ui, document, model.language);
            ui.add_space(space::S);
            if self.list {
                self.list(ui, document, &cards, model.language);
            } else if let Some(card) = cards.get(self.at) {
                self.card(ui, document, card, cards.len(), model.language, out);
            }
        });
    }

    fn list(&mut self, ui: &mut Ui, document: &Document, cards: &[Card<'_>], language: Language) {
        ui.horizontal(|ui| {
            if ui.add(Button::secondary(&t(language, "one-at-a-time")).icon(icons::ARROW_LEFT).small()).clicked() {
                self.list = false;
            }
        });
        page_heading(ui, &t(language, "list-title"));
        quiet(ui, &t(language, "list-lead"));
        let mut section = "";
        for (at, card) in cards.iter().enumerate() {
            if card.section != section {
                section = card.section;
                section_heading(ui, &document.pack().texts(language).sections[section].name);
            }
            for item in &card.items {
                let text = document.pack().item_text(language, &item.id);
                let answer = words::answer_text(document.pack(), document.assessment(), item, language);
                crate::ui::widgets::card(ui, |ui| {
                    strong(ui, &text.question);
                    if is_given(document.assessment(), item) {
                        ui.add(Label::new(RichText::new(answer).color(theme::ink(ui.ctx(), Ink::Action))).wrap());
                    } else {
                        quiet(ui, &answer);
                    }
                    let name = t(language, "go-to-question");
                    let response = ui.add(Button::quiet(&name).small());
                    response.widget_info(|| {
                        egui::WidgetInfo::labeled(
                            egui::accesskit::Role::Button,
                            true,
                            format!("{name}: {}", text.question),
                        )
                    });
                    if response.clicked() {
                        self.at = at;
                        self.list = false;
                    }
                });
                ui.add_space(space::XS);
            }
        }
    }

    fn card(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        shown: &Card<'_>,
        count: usize,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        let pack = document.pack();
        let texts = pack.texts(language);
        ui.horizontal_wrapped(|ui| {
            quiet(
                ui,
                &ta(
                    language,
                    "card-place",
                    &[
                        ("at", (self.at + 1).into()),
                        ("count", count.into()),
                        ("section", (&texts.sections[shown.section].name).into()),
                    ],
                ),
            );
            if ui.add(Button::quiet(&t(language, "read-all")).icon(icons::LIST_CHECKS).small()).clicked() {
                self.list = true;
            }
        });
        page_heading(ui, &shown.title(document, language));
        let single = (shown.items.len() == 1).then(|| shown.items[0]);
        match single {
            Some(item) => {
                if let Some(example) = example(document, item, language) {
                    quiet(ui, &example);
                }
                ui.add_space(space::S);
                match item.kind {
                    ItemKind::Ladder => self.ladder(ui, document, item, count, language, out),
                    _ => choice(ui, document, item, language, out),
                }
            }
            None => {
                lead(ui, &texts.sections[shown.section].intro);
                ui.add_space(space::S);
                for item in &shown.items {
                    fact(ui, document, item, language, out);
                    ui.add_space(space::S);
                }
            }
        }
        ui.add_space(space::M);
        self.buttons(ui, document, single, count, language, out);
        if let Some(item) = single
            && self.note
        {
            self.note_and_evidence(ui, document, item, language, out);
        }
    }

    fn ladder(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        item: &Item,
        count: usize,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        let text = document.pack().item_text(language, &item.id);
        let state = items::state(document, &item.id);
        let mut given = None;
        for (step, words) in text.steps.iter().enumerate() {
            let chosen = matches!(state, State::Answered(Value::Number(v)) if *v == step as f64);
            let number = u8::try_from(step).unwrap_or(u8::MAX);
            if ui.add(AnswerRow::new(words, chosen).number(number)).clicked() {
                given = Some(State::Answered(Value::Number(step as f64)));
            }
        }
        ui.add_space(space::XS);
        let dont_know = *state == State::DontKnow;
        if ui.add(AnswerRow::new(&t(language, "state-dont-know"), dont_know).light().key("N")).clicked() {
            given = Some(State::DontKnow);
        }
        if item.allows_na {
            let chosen = *state == State::NotApplicable;
            if ui.add(AnswerRow::new(&t(language, "state-not-applicable"), chosen).light().key("X")).clicked() {
                given = Some(State::NotApplicable);
            }
        }
        given = given.or_else(|| key_answer(ui, item));
        if let Some(state) = given {
            out.extend(self.flush(document));
            out.push(items::set(&item.id, state));
            self.forward(count, out);
        }
    }

    /// The next card; after the last one the results.
    fn forward(&mut self, count: usize, out: &mut Vec<Command>) {
        self.note = false;
        if self.at + 1 < count {
            self.at += 1;
        } else {
            out.push(Command::Go(Screen::Results));
        }
    }

    fn buttons(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        single: Option<&Item>,
        count: usize,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        let free = !ui.ctx().text_edit_focused();
        let pressed = |ui: &Ui, key| free && ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
            let label = t(language, "back");
            let back = Button::secondary(&label).icon(icons::ARROW_LEFT).enabled(self.at > 0);
            if (ui.add(back).on_hover_text("←").clicked() || pressed(ui, Key::ArrowLeft)) && self.at > 0 {
                out.extend(self.flush(document));
                self.at -= 1;
                self.note = false;
            }
            let label = t(language, "go-on");
            let next = Button::primary(&label).icon_after(icons::ARROW_RIGHT);
            if ui.add(next).on_hover_text("→").clicked() || pressed(ui, Key::ArrowRight) {
                out.extend(self.flush(document));
                self.forward(count, out);
            }
            if ui.add(Button::quiet(&t(language, "help")).icon(icons::QUESTION)).on_hover_text("?").clicked()
                || pressed(ui, Key::Questionmark)
            {
                self.help = !self.help;
            }
            if single.is_some_and(|i| i.kind == ItemKind::Ladder)
                && ui.add(Button::quiet(&t(language, "note-and-evidence")).icon(icons::NOTE_PENCIL)).clicked()
            {
                self.note = !self.note;
            }
        });
    }

    fn note_and_evidence(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        item: &Item,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        card(ui, |ui| {
            let answer = items::answer(document, &item.id);
            let current = answer.map_or("", |a| a.note.as_str());
            self.noted.clone_from(&item.id);
            let (label, help) = (t(language, "note"), t(language, "note-help"));
            if let Some(note) = self.draft.field(ui, TextField::new(&label).help(&help).rows(3), current) {
                out.push(Command::Edit(Edit::Note { item: item.id.clone(), note }));
            }
            ui.add_space(space::S);
            strong(ui, &t(language, "evidence"));
            let grade = answer.map_or(0, |a| a.evidence);
            ui.horizontal_wrapped(|ui| {
                for g in 0..=DOCUMENTED {
                    let name = t(language, &format!("evidence-{g}"));
                    if ui.add(Chip::new(&name).toggle(g == grade)).clicked() && g != grade {
                        out.push(Command::Edit(Edit::Evidence { item: item.id.clone(), grade: g }));
                    }
                }
            });
        });
    }

    /// The help drawer.
    pub(super) fn side(&mut self, ui: &mut Ui, model: &Model, document: &Document, _out: &mut Vec<Command>) {
        let cards = cards(document);
        let Some(card) = cards.get(self.at).filter(|_| !self.list) else { return };
        let language = model.language;
        let texts = document.pack().texts(language);
        drawer(ui, "help", &t(language, "help"), &t(language, "close"), &mut self.help, |ui| {
            let mut terms: Vec<&String> = Vec::new();
            for item in &card.items {
                let text = &texts.items[&item.id];
                section_heading(ui, if card.items.len() > 1 { &text.name } else { &text.question });
                body(ui, &text.help);
                if !text.why.is_empty() {
                    ui.add_space(space::XS);
                    quiet(ui, &ta(language, "why-asked", &[("why", (&text.why).into())]));
                }
                for example in text.examples.values() {
                    ui.add_space(space::XS);
                    quiet(ui, &ta(language, "example", &[("example", example.into())]));
                }
                terms.extend(text.terms.iter().filter(|t| texts.glossary.contains_key(*t)));
            }
            terms.sort();
            terms.dedup();
            if !terms.is_empty() {
                section_heading(ui, &t(language, "glossary"));
                for term in terms {
                    let entry = &texts.glossary[term];
                    strong(ui, &crate::text::capitalised(&entry.term));
                    body(ui, &entry.text);
                    ui.add_space(space::XS);
                }
            }
        });
    }

    /// A note still being typed, as a command.
    pub(super) fn flush(&mut self, document: &Document) -> Vec<Command> {
        let current = items::answer(document, &self.noted).map_or("", |a| a.note.as_str());
        let item = self.noted.clone();
        self.draft.take(current).map(|note| Command::Edit(Edit::Note { item, note })).into_iter().collect()
    }
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

/// The answer a key stands for: 0-5 a step, N don't know, X not applicable.
fn key_answer(ui: &Ui, item: &Item) -> Option<State> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    const STEPS: [Key; 6] = [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
    ui.input_mut(|i| {
        if let Some(step) = STEPS.iter().position(|k| i.consume_key(Modifiers::NONE, *k)) {
            return Some(State::Answered(Value::Number(step as f64)));
        }
        if i.consume_key(Modifiers::NONE, Key::N) {
            return Some(State::DontKnow);
        }
        (item.allows_na && i.consume_key(Modifiers::NONE, Key::X)).then_some(State::NotApplicable)
    })
}

/// The example that fits the company's sector.
fn example(document: &Document, item: &Item, language: Language) -> Option<String> {
    let examples = &document.pack().item_text(language, &item.id).examples;
    let family = document
        .assessment()
        .company
        .ateco
        .as_ref()
        .and_then(|a| Ateco::shipped().division_of(a.edition.parse().ok()?, &a.code).map(|d| d.family));
    let key = match family {
        Some(Family::Manufacturing | Family::Agrifood | Family::Construction) | None => "manufacturing",
        Some(Family::Trade | Family::TourismCulture | Family::Transport) => "trade",
        Some(_) => "services",
    };
    examples.get(key).map(|e| ta(language, "example", &[("example", e.into())]))
}

fn choice(ui: &mut Ui, document: &Document, item: &Item, language: Language, out: &mut Vec<Command>) {
    let text = document.pack().item_text(language, &item.id);
    quiet(ui, &text.help);
    let chosen: Vec<String> = match items::state(document, &item.id) {
        State::Answered(Value::Options(list)) => list.clone(),
        _ => Vec::new(),
    };
    for option in &item.options {
        let mut row = AnswerRow::new(&text.options[option], chosen.contains(option));
        if item.max != Some(1) {
            row = row.several();
        }
        if ui.add(row).clicked() {
            out.extend(items::toggled(item, &chosen, option));
        }
    }
    let dont_know = *items::state(document, &item.id) == State::DontKnow;
    if ui.add(AnswerRow::new(&t(language, "state-dont-know"), dont_know).light()).clicked() {
        out.push(items::set(&item.id, if dont_know { State::Open } else { State::DontKnow }));
    }
}

fn fact(ui: &mut Ui, document: &Document, item: &Item, language: Language, out: &mut Vec<Command>) {
    let text = document.pack().item_text(language, &item.id);
    let state = items::state(document, &item.id);
    card(ui, |ui| {
        strong(ui, &text.question);
        let first = text.help.split('\n').next().unwrap_or_default();
        ui.add(Label::new(RichText::new(first).size(size::SMALL).color(theme::ink(ui.ctx(), Ink::Quiet))).wrap());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
            for (key, answer) in [
                ("answer-yes", State::Answered(Value::Bool(true))),
                ("answer-no", State::Answered(Value::Bool(false))),
                ("state-dont-know", State::DontKnow),
            ] {
                let chosen = *state == answer;
                let name = t(language, key);
                let response = ui.add(Chip::new(&name).toggle(chosen));
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(text.question.as_str()));
                if response.clicked() && !chosen {
                    out.push(items::set(&item.id, answer));
                }
            }
        });
    });
}
