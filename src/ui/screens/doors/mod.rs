//! Doors: where to go, why, and from whom the fact comes.

mod card;
mod filter;
mod how;

use egui::accesskit::Live;
use egui::{Align, Ui};

use self::card::Cards;
use self::filter::{Filter, Shown};
use super::{Wanted, items};
use crate::app::{Command, Document, Model, Screen};
use crate::assessment::{State, Value};
use crate::matching::{self, Ask, Card};
use crate::pack::ItemKind;
use crate::report::doors::{edition_sentence, edition_warning, full_name, place_text};
use crate::style::{self, Ink, space};
use crate::text::{Language, sentence, t, ta};
use crate::ui::icons;
use crate::ui::widgets::{
    Button, Chip, EmptyState, Tone, body, card, card_with, column, empty_state, lead, mark, near, page_heading, quiet,
    section_heading, strong, tight_heading,
};

/// Cards of a list shown before «show all».
const FIRST: usize = 4;
/// Narrower than this the two vocabularies of specialisation stand one below the other, in points.
const SIDE_BY_SIDE: f32 = 620.0;

/// State of the screen.
#[derive(Default)]
pub(super) struct Doors {
    /// The optional questions are unfolded.
    asking: bool,
    /// The optional question to bring into view.
    to_item: Option<&'static str>,
    filter: Filter,
    /// The rules are unfolded.
    how: bool,
    /// Lists shown whole.
    whole: Vec<&'static str>,
    cards: Cards,
}

impl Doors {
    /// Gives where the user wants to go.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        model: &Model,
        document: &Document,
        out: &mut Vec<Command>,
    ) -> Option<Wanted> {
        let language = model.language;
        let doors = &document.evaluation().doors;
        let mut wanted = None;
        self.cards.begin();
        column(ui, style::width::COLUMN, |ui| {
            page_heading(ui, &t(language, "report-doors"));
            lead(ui, &t(language, "doors-lead"));
            let evaluation = document.evaluation();
            quiet(ui, &edition_sentence(evaluation.region, evaluation.date, language));
            if let Some(warning) = edition_warning(evaluation.region, evaluation.date, language) {
                card_with(ui, Tone::Attention, |ui| body(ui, &warning));
            }
            ui.add_space(space::S);
            first(ui, doors, language);
            ui.add_space(space::S);
            wanted = self.asks(ui, document, language, out);
            self.questions(ui, document, language, out);
            if let Some(remark) = &doors.remark {
                ui.add_space(space::S);
                quiet(ui, remark);
            }
            ui.add_space(space::L);
            self.filter.ui(ui, doors, language);
            let shown = self.filter.shown(doors);
            ui.add_space(space::XS);
            self.count(ui, &shown, language);
            quiet(ui, &t(language, "doors-verify"));
            ui.add_space(space::S);
            how::how(ui, doors, &mut self.how, language, out);
            // Words may have cleared the filter just now.
            if shown.count == 0 && self.filter.is_on() {
                let state = EmptyState {
                    icon: icons::MAGNIFYING_GLASS,
                    title: &t(language, "doors-none"),
                    text: &t(language, "doors-none-text"),
                    action: Some(&t(language, "doors-clear")),
                };
                if empty_state(ui, &state) {
                    self.filter = Filter::default();
                }
            } else {
                self.lists(ui, doors, &shown, language, out);
            }
            self.put_aside(ui, &doors.dismissed, language, out);
            ui.add_space(space::L);
            let (label, next) = if Screen::Plan.is_for(document.pack()) {
                ("to-plan", Screen::Plan)
            } else {
                ("to-report", Screen::Report)
            };
            if ui.add(Button::primary(&t(language, label)).icon_after(icons::ARROW_RIGHT)).clicked() {
                out.push(Command::Go(next));
            }
        });
        wanted
    }

    /// What the company could still say, each with the way to say it.
    fn asks(&mut self, ui: &mut Ui, document: &Document, language: Language, out: &mut Vec<Command>) -> Option<Wanted> {
        let doors = &document.evaluation().doors;
        // Another questionnaire may not ask for it.
        let chain = document.pack().item(items::SUPPLY_CHAIN).is_some();
        if doors.asks.is_empty() {
            return None;
        }
        let mut wanted = None;
        card_with(ui, Tone::Attention, |ui| {
            strong(ui, &t(language, "doors-better"));
            for Ask { id, text } in &doors.asks {
                ui.add_space(space::XS);
                body(ui, &sentence(text));
                let pressed = |ui: &mut Ui, key: &str| {
                    ui.add(Button::secondary(&t(language, key)).icon_after(icons::ARROW_RIGHT).small()).clicked()
                };
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
                    match *id {
                        "province" if pressed(ui, "ask-province") => wanted = Some(Wanted::Province),
                        "answers" if pressed(ui, "ask-answers") => out.push(Command::Go(Screen::Questions)),
                        "code" if pressed(ui, "ask-code") => wanted = Some(Wanted::Activity),
                        _ => {}
                    }
                    // A code that says too little is made up for by the supply chain.
                    if chain && matches!(*id, "code" | "supply_chain") && pressed(ui, "ask-supply-chain") {
                        self.asking = true;
                        self.to_item = Some(items::SUPPLY_CHAIN);
                    }
                });
            }
        });
        ui.add_space(space::S);
        wanted
    }

    fn questions(&mut self, ui: &mut Ui, document: &Document, language: Language, out: &mut Vec<Command>) {
        let Some(section) = document.pack().texts(language).sections.get(items::DOORS) else { return };
        card(ui, |ui| {
            if unfold(ui, Button::quiet(&section.name), self.asking) {
                self.asking = !self.asking;
            }
            quiet(ui, &section.intro);
            if !self.asking {
                return;
            }
            for item in document.pack().items(document.assessment().mode).filter(|i| i.section == items::DOORS) {
                let text = document.pack().item_text(language, &item.id);
                ui.add_space(space::M);
                let heading = strong(ui, &text.question);
                let here = self.to_item.take_if(|wanted| *wanted == item.id).is_some();
                if here {
                    heading.scroll_to_me(Some(Align::Center));
                }
                quiet(ui, &text.help);
                if item.kind == ItemKind::Choice {
                    items::chips_field(ui, document, item, here, language, out);
                    continue;
                }
                ui.horizontal(|ui| {
                    for (key, yes) in [("answer-yes", true), ("answer-no", false)] {
                        let answer = State::Answered(Value::Bool(yes));
                        let on = *items::state(document, &item.id) == answer;
                        if ui.add(Chip::new(&t(language, key)).toggle(on)).clicked() {
                            out.push(items::set(&item.id, if on { State::Open } else { answer }));
                        }
                    }
                });
            }
        });
    }

    /// How many cards are shown, and the way back to all of them.
    fn count(&mut self, ui: &mut Ui, shown: &Shown<'_>, language: Language) {
        ui.horizontal_wrapped(|ui| {
            let words = if self.filter.is_on() {
                ta(language, "doors-count-of", &[("count", shown.count.into()), ("all", shown.all.into())])
            } else {
                ta(language, "doors-count", &[("count", shown.count.into())])
            };
            let label = strong(ui, &words);
            ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(Live::Polite));
            // Where nothing is found the empty list offers it.
            if self.filter.is_on()
                && shown.count > 0
                && ui.add(Button::quiet(&t(language, "doors-clear")).icon(icons::X).small()).clicked()
            {
                self.filter = Filter::default();
            }
        });
    }

    fn lists(
        &mut self,
        ui: &mut Ui,
        doors: &matching::Doors,
        shown: &Shown<'_>,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        self.list(ui, "clusters", shown, language, out);
        self.folded(ui, "other_clusters", shown, language, out);
        self.list(ui, "competence_centres", shown, language, out);
        self.list(ui, "axes", shown, language, out);
        self.specialisation(ui, doors, shown, language, out);
        self.list(ui, "training", shown, language, out);
        self.list(ui, "services", shown, language, out);
        self.folded(ui, "past_services", shown, language, out);
        self.list(ui, "universities", shown, language, out);
        self.list(ui, "its_academies", shown, language, out);
    }

    /// A list of recommendations with its heading; the first ones, or all where something is looked for.
    fn list(&mut self, ui: &mut Ui, id: &'static str, shown: &Shown<'_>, language: Language, out: &mut Vec<Command>) {
        let cards = shown.list(id);
        if cards.is_empty() {
            return;
        }
        section_heading(ui, &t(language, &format!("doors-{}", id.replace('_', "-"))));
        quiet(ui, &t(language, &format!("doors-{}-lead", id.replace('_', "-"))));
        ui.add_space(space::XS);
        let whole = self.whole.contains(&id) || self.filter.is_searching();
        let pinned = cards.iter().filter(|card| card.pinned.is_some()).count();
        let first = if whole { cards.len() } else { FIRST.max(pinned).min(cards.len()) };
        self.cards(ui, &cards[..first], language, out);
        if first < cards.len() {
            let label = ta(language, "show-all", &[("count", (cards.len() - first).into())]);
            if ui.add(Button::quiet(&label).icon(icons::CARET_DOWN).small()).clicked() {
                self.whole.push(id);
            }
        }
    }

    /// A list that is no recommendation: its name unfolds it.
    fn folded(&mut self, ui: &mut Ui, id: &'static str, shown: &Shown<'_>, language: Language, out: &mut Vec<Command>) {
        let cards = shown.list(id);
        if !cards.is_empty() {
            let label = t(language, &format!("doors-{}", id.replace('_', "-")));
            if self.fold(ui, id, &label, cards.len()) || self.filter.is_searching() {
                self.cards(ui, cards, language, out);
            }
        }
    }

    /// What the company has put aside, to be taken back.
    fn put_aside(&mut self, ui: &mut Ui, cards: &[Card], language: Language, out: &mut Vec<Command>) {
        if cards.is_empty() {
            return;
        }
        ui.add_space(space::M);
        if self.fold(ui, "dismissed", &t(language, "doors-dismissed"), cards.len()) {
            for card in cards {
                self.cards.put_aside(ui, card, language, out);
                ui.add_space(space::S);
            }
        }
    }

    /// The button that folds and unfolds; true while unfolded.
    fn fold(&mut self, ui: &mut Ui, id: &'static str, label: &str, count: usize) -> bool {
        ui.add_space(space::XS);
        let at = self.whole.iter().position(|open| *open == id);
        if unfold(ui, Button::quiet(&format!("{label} ({count})")).small(), at.is_some()) {
            match at {
                Some(at) => {
                    self.whole.remove(at);
                }
                None => self.whole.push(id),
            }
        }
        ui.add_space(space::XS);
        self.whole.contains(&id)
    }

    /// Both vocabularies of specialisation, side by side where there is room.
    fn specialisation(
        &mut self,
        ui: &mut Ui,
        doors: &matching::Doors,
        shown: &Shown<'_>,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        let areas = |names: String| ta(language, "doors-s3-other-areas", &[("names", names.into())]);
        let ecosystems = |names: String| ta(language, "doors-s3-other-ecosystems", &[("names", names.into())]);
        let lists = [
            (t(language, "doors-s3-areas-short"), shown.list("s3_areas"), others(&doors.other_areas, areas)),
            (
                t(language, "doors-ecosystems-short"),
                shown.list("ecosystems"),
                others(&doors.other_ecosystems, ecosystems),
            ),
        ];
        let filled: Vec<_> = lists.into_iter().filter(|(_, cards, _)| !cards.is_empty()).collect();
        if filled.is_empty() {
            return;
        }
        section_heading(ui, &t(language, "doors-s3"));
        quiet(ui, &sentence(&doors.s3_note));
        ui.add_space(space::XS);
        let searching = self.filter.is_on();
        let mut each = |ui: &mut Ui, (name, cards, others): &(String, &[&Card], Option<String>)| {
            strong(ui, name);
            ui.add_space(space::XS);
            self.cards(ui, cards, language, out);
            if let Some(others) = others.as_ref().filter(|_| !searching) {
                quiet(ui, others);
            }
        };
        let spacing = ui.spacing().item_spacing.x;
        if filled.len() == 2 && ui.available_width() >= SIDE_BY_SIDE {
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                ui.columns(2, |columns| {
                    for (ui, list) in columns.iter_mut().zip(&filled) {
                        ui.spacing_mut().item_spacing.x = spacing;
                        // egui's own columns set their texts in blocks.
                        ui.with_layout(egui::Layout::top_down(Align::Min), |ui| each(ui, list));
                    }
                });
            });
        } else {
            filled.iter().for_each(|list| each(ui, list));
        }
    }

    fn cards(&mut self, ui: &mut Ui, cards: &[&Card], language: Language, out: &mut Vec<Command>) {
        for (n, card) in cards.iter().enumerate() {
            let next = cards.get(n + 1).or_else(|| cards.get(n.checked_sub(1)?)).map(|card| card.key());
            near(ui, (card.key(), language), |ui| self.cards.door(ui, card, next.as_deref(), language, out));
            ui.add_space(space::S);
        }
    }
}

/// A button that folds and unfolds what stands below it, and says which; true where it was pressed.
fn unfold(ui: &mut Ui, button: Button<'_>, open: bool) -> bool {
    let response = ui.add(button.icon(if open { icons::CARET_UP } else { icons::CARET_DOWN }));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(open));
    response.clicked()
}

/// The words of the vocabulary that do not match, in a sentence; none where all do.
fn others(cards: &[Card], sentence: impl Fn(String) -> String) -> Option<String> {
    let names: Vec<&str> = cards.iter().map(|card| card.name.as_str()).collect();
    (!names.is_empty()).then(|| sentence(names.join(", ")))
}

/// Whom to ask first, and why.
fn first(ui: &mut Ui, doors: &matching::Doors, language: Language) {
    card_with(ui, Tone::Action, |ui| {
        tight_heading(ui, &t(language, "first-door"));
        let mut why = "";
        for door in &doors.first {
            let Some(card) = doors.card(&door.id) else { continue };
            if door.text != why {
                why = &door.text;
                ui.add_space(space::XS);
                body(ui, &sentence(why));
            }
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                mark(ui, icons::DOOR_OPEN, 18.0, Ink::Action);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    strong(ui, &full_name(card));
                    let place = place_text(card);
                    if !place.is_empty() {
                        quiet(ui, &place);
                    }
                });
            });
        }
        if doors.first.is_empty() {
            body(ui, &t(language, "doors-first-none"));
        }
    });
}
