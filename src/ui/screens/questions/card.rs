//! A card: the question, why it is asked, and its answers.

use egui::accesskit::Live;
use egui::{Key, Ui};

use super::{Card, Drawer, Kind, Questions, keys, section_name};
use crate::app::{Command, Document, Model};
use crate::assessment::{State, Value};
use crate::pack::ateco::{Ateco, Family};
use crate::pack::{Item, ItemKind};
use crate::style::space;
use crate::text::{Language, t, ta};
use crate::ui::icons;
use crate::ui::screens::{items, proposals};
use crate::ui::widgets::{AnswerRow, Button, SMALL_HEIGHT, lead, question_heading, quiet};

impl Questions {
    pub(super) fn card(
        &mut self,
        ui: &mut Ui,
        model: &Model,
        document: &Document,
        shown: &Card,
        count: usize,
        out: &mut Vec<Command>,
    ) {
        let language = model.language;
        let texts = document.pack().texts(language);
        self.come_in(ui);
        self.place(ui, document, shown, count, language, out);
        let heading = question_heading(ui, &shown.title(document, language));
        // A screen reader says the new question by itself, wherever the keyboard is.
        ui.ctx().accesskit_node_builder(heading.id, |node| node.set_live(Live::Polite));
        let Some(item) = shown.single() else {
            if shown.kind == Kind::Cells {
                for item in &shown.items {
                    proposals::of_item(ui, document, &item.id, language, out);
                }
            }
            match shown.kind {
                Kind::Cells => self.cells(ui, model, document, shown, out),
                Kind::Evidence => self.evidence(ui, document, shown, language, out),
                Kind::Single | Kind::Facts => {
                    lead(ui, &texts.sections[shown.section].intro);
                    ui.add_space(space::S);
                    self.facts(ui, document, shown, language, out);
                }
            }
            return;
        };
        if let Some(example) = example(document, item, language) {
            quiet(ui, &example);
        }
        ui.add_space(space::XS);
        proposals::of_item(ui, document, &item.id, language, out);
        match item.kind {
            ItemKind::Ladder => self.ladder(ui, model, document, item, out),
            ItemKind::Ticks => self.ticks(ui, document, item, language, out),
            ItemKind::Rows | ItemKind::Partly => self.rows(ui, document, item, language, out),
            _ => self.choice(ui, document, item, language, out),
        }
    }

    /// Where one is, with the ways to the list and to why it is asked.
    fn place(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        shown: &Card,
        count: usize,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        let texts = document.pack().texts(language);
        let section = section_name(document, shown.section, language);
        let place = [("at", (self.at + 1).into()), ("count", count.into()), ("section", section.into())];
        ui.scope(|ui| {
            // A row as high as its buttons from the start, so that the words stand on their middle.
            ui.spacing_mut().interact_size.y = SMALL_HEIGHT;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(space::M, 0.0);
                quiet(ui, &ta(language, "card-place", &place));
                if ui.add(Button::quiet(&t(language, "read-all")).icon(icons::LIST_CHECKS).small().key("L")).clicked() {
                    self.list = true;
                }
                // A card of several is short of room, and its help says it for each.
                let why = shown.single().is_some_and(|item| !texts.items[&item.id].why.is_empty());
                if why && ui.add(Button::quiet(&t(language, "why-ask")).icon(icons::INFO).small()).clicked() {
                    self.switch(Drawer::Help, document, out);
                }
            });
        });
    }

    /// A new card comes out of the page within the time things take to move.
    fn come_in(&self, ui: &mut Ui) {
        let takes = f64::from(ui.style().animation_time);
        let since = ui.input(|i| i.time) - self.came;
        if since < takes {
            ui.multiply_opacity((since / takes).clamp(0.15, 1.0) as f32);
            ui.ctx().request_repaint();
        }
    }

    fn ladder(&mut self, ui: &mut Ui, model: &Model, document: &Document, item: &Item, out: &mut Vec<Command>) {
        if let Some(state) = self.steps(ui, document, item, model.language) {
            self.give(model, document, &item.id, state, out);
        }
    }

    /// The six steps of a ladder with the answers beside them, for the mouse and for keys; gives the answer chosen.
    pub(super) fn steps(&mut self, ui: &mut Ui, document: &Document, item: &Item, language: Language) -> Option<State> {
        let text = document.pack().item_text(language, &item.id);
        let state = items::state(document, &item.id);
        let mut given = None;
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS + 2.0;
            for (step, words) in text.steps.iter().enumerate() {
                let chosen = matches!(state, State::Answered(Value::Number(v)) if *v == step as f64);
                let number = u8::try_from(step).unwrap_or(u8::MAX);
                if ui.add(AnswerRow::new(words, chosen).number(number)).clicked() {
                    given = Some(State::Answered(Value::Number(step as f64)));
                }
            }
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
        });
        if self.too_soon(ui) {
            given = None;
        }
        if given.is_none() && keys::free(ui) {
            let steps = text.steps.len();
            given = keys::digit(ui)
                .filter(|d| usize::from(*d) < steps)
                .map(|d| State::Answered(Value::Number(f64::from(d))))
                .or_else(|| keys::pressed(ui, Key::N).then_some(State::DontKnow))
                .or_else(|| (item.allows_na && keys::pressed(ui, Key::X)).then_some(State::NotApplicable));
        }
        given
    }

    fn choice(&mut self, ui: &mut Ui, document: &Document, item: &Item, language: Language, out: &mut Vec<Command>) {
        let text = document.pack().item_text(language, &item.id);
        quiet(ui, &text.help);
        let chosen = super::chosen(document, &item.id);
        let mut toggled = None;
        let full = item.max.is_some_and(|max| max > 1 && chosen.len() >= max);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS + 2.0;
            for (n, option) in item.options.iter().enumerate() {
                let on = chosen.contains(option);
                let mut row = AnswerRow::new(&text.options[option], on);
                if let Some(key) = keys::OPTIONS.get(n) {
                    row = row.key(key);
                }
                if item.max != Some(1) {
                    row = row.several();
                }
                // What is beyond the most that may be chosen cannot be ticked, and looks so.
                if ui.add_enabled(on || !full, row).clicked() {
                    toggled = Some(option);
                }
            }
            let dont_know = *items::state(document, &item.id) == State::DontKnow;
            let label = t(language, "state-dont-know");
            let row = AnswerRow::new(&label, dont_know).light().key("N");
            if ui.add(row).clicked() || (keys::free(ui) && keys::pressed(ui, Key::N)) {
                out.push(items::set(&item.id, if dont_know { State::Open } else { State::DontKnow }));
            }
        });
        if keys::free(ui)
            && let Some(n) = keys::option(ui)
        {
            toggled = item.options.get(n);
        }
        if let Some(option) = toggled {
            out.extend(items::toggled(item, &chosen, option));
        }
    }
}

/// The example that fits the company's sector.
fn example(document: &Document, item: &Item, language: Language) -> Option<String> {
    let examples = &document.pack().item_text(language, &item.id).examples;
    let said = |example: &String| ta(language, "example", &[("example", example.into())]);
    if let Some(any) = examples.get("any") {
        return Some(said(any));
    }
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
    examples.get(key).map(said)
}
