//! Doors: where to go, why, and from whom the fact comes.

use egui::{Label, RichText, Ui};

use super::items;
use crate::app::{Command, Document, Model, Screen};
use crate::assessment::{State, Value};
use crate::matching::Card;
use crate::pack::ItemKind;
use crate::report::doors::{door_source, first_doors, place_text, strength_text};
use crate::style::{self, Ink, size, space};
use crate::text::{Language, capitalised, sentence, t, ta};
use crate::ui::widgets::{
    Button, Chip, Tone, badge, body, card, card_with, column, mark, near, page_heading, quiet, section_heading, strong,
};
use crate::ui::{icons, theme};

/// Cards of a group shown before «show all».
const FIRST: usize = 4;

/// State of the screen.
#[derive(Default)]
pub(super) struct Doors {
    /// The optional questions are unfolded.
    asking: bool,
    /// Groups shown whole.
    whole: Vec<&'static str>,
}

impl Doors {
    pub(super) fn ui(&mut self, ui: &mut Ui, model: &Model, document: &Document, out: &mut Vec<Command>) {
        let language = model.language;
        let doors = &document.evaluation().doors;
        column(ui, style::width::COLUMN, |ui| {
            page_heading(ui, &t(language, "report-doors"));
            body(ui, &t(language, "report-doors-intro"));
            ui.add_space(space::S);
            if document.assessment().company.ateco.is_none() {
                card_with(ui, Tone::Attention, |ui| {
                    body(ui, &t(language, "doors-no-ateco"));
                    if ui.add(Button::secondary(&t(language, "to-company")).small()).clicked() {
                        out.push(Command::Go(Screen::Company));
                    }
                });
                ui.add_space(space::S);
            }
            card_with(ui, Tone::Action, |ui| {
                strong(ui, &t(language, "first-door"));
                for (why, names) in first_doors(doors) {
                    body(ui, &format!("{why}{names}"));
                }
                for ask in &doors.asks {
                    quiet(ui, &sentence(&ask.text));
                }
            });
            ui.add_space(space::S);
            self.questions(ui, document, language, out);
            if let Some(remark) = &doors.remark {
                ui.add_space(space::S);
                quiet(ui, remark);
            }
            for (id, cards) in doors.groups() {
                if cards.is_empty() {
                    continue;
                }
                section_heading(ui, &t(language, &format!("doors-{}", id.replace('_', "-"))));
                let whole = self.whole.contains(&id);
                let hidden_at_first = matches!(id, "other_clusters" | "past_services");
                let first = if hidden_at_first { 0 } else { FIRST };
                let shown = if whole { cards.len() } else { first.min(cards.len()) };
                for card in &cards[..shown] {
                    near(ui, (&card.name, language), |ui| door(ui, card, language));
                    ui.add_space(space::S);
                }
                if shown < cards.len() {
                    let key = if shown == 0 { "show-these" } else { "show-all" };
                    let label = ta(language, key, &[("count", (cards.len() - shown).into())]);
                    if ui.add(Button::quiet(&label).icon(icons::CARET_DOWN).small()).clicked() {
                        self.whole.push(id);
                    }
                }
            }
            ui.add_space(space::M);
            let (label, next) = if Screen::Plan.is_for(document.pack()) {
                ("to-plan", Screen::Plan)
            } else {
                ("to-report", Screen::Report)
            };
            if ui.add(Button::primary(&t(language, label)).icon_after(icons::ARROW_RIGHT)).clicked() {
                out.push(Command::Go(next));
            }
        });
    }

    fn questions(&mut self, ui: &mut Ui, document: &Document, language: Language, out: &mut Vec<Command>) {
        let Some(section) = document.pack().texts(language).sections.get(items::DOORS) else { return };
        card(ui, |ui| {
            let icon = if self.asking { icons::CARET_UP } else { icons::CARET_DOWN };
            if ui.add(Button::quiet(&section.name).icon(icon)).clicked() {
                self.asking = !self.asking;
            }
            quiet(ui, &section.intro);
            if !self.asking {
                return;
            }
            for item in document.pack().items(document.assessment().mode).filter(|i| i.section == items::DOORS) {
                let text = document.pack().item_text(language, &item.id);
                ui.add_space(space::M);
                strong(ui, &text.question);
                quiet(ui, &text.help);
                if item.kind == ItemKind::Choice {
                    items::chips_field(ui, document, item, language, out);
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
}

fn door(ui: &mut Ui, door: &Card, language: Language) {
    card(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.add(Label::new(RichText::new(&door.name).text_style(theme::text::h2())).wrap());
        });
        ui.horizontal_wrapped(|ui| {
            if let Some(strength) = strength_text(door, language) {
                badge(ui, &strength, Tone::Action);
            }
            if door.verify {
                badge(ui, &t(language, "to-verify"), Tone::Neutral);
            }
        });
        if !door.what.is_empty() {
            body(ui, &door.what);
        }
        if !door.reasons.is_empty() {
            ui.add_space(space::XS);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
                for reason in &door.reasons {
                    let points =
                        ta(language, "points", &[("points", crate::text::grouped(language, reason.points).into())]);
                    ui.add(Chip::new(&capitalised(&reason.text)).icon(icons::CHECK).detail(&points));
                }
            });
        }
        let place = place_text(door);
        if !place.is_empty() {
            ui.horizontal_top(|ui| {
                mark(ui, icons::MAP_PIN, 16.0, Ink::Quiet);
                body(ui, &place);
            });
        }
        let small = |text: String| RichText::new(text).size(size::SMALL).color(theme::ink(ui.ctx(), Ink::Quiet));
        let caveats: Vec<RichText> = door.caveats.iter().map(|c| small(sentence(c))).collect();
        let source = small(door_source(door, language));
        for caveat in caveats {
            ui.add(Label::new(caveat).wrap());
        }
        ui.add(Label::new(source).wrap());
    });
}
