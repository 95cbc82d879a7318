//! Results: where the company stands, why, and the next step.

use egui::{RichText, Ui};

use crate::app::{Command, Document, Model, Screen};
use crate::pack::benchmark::DiiVersion;
use crate::report::document::{dii_sentence, dii_source};
use crate::report::{figures, words};
use crate::scoring::dii::Reading;
use crate::style::{Ink, space};
use crate::text::{Language, capitalised, t, ta};
use crate::ui::widgets::{
    Button, EmptyState, Tone, body, card, card_with, column, drawer, empty_state, lead, notice, page_heading, quiet,
    section_heading, strong, tight_heading,
};
use crate::ui::{icons, paint, theme};

/// From this width on two charts stand side by side.
const TWO_CHARTS: f32 = 820.0;
/// The same for charts with small lettering.
const TWO_FINE_CHARTS: f32 = 1000.0;
/// Widest column for charts.
const CHARTS: f32 = 1040.0;
/// Widest stair.
const STAIR: f32 = 860.0;

/// State of the screen.
#[derive(Default)]
pub(super) struct Results {
    /// Dimension explained in the drawer.
    explained: Option<String>,
}

impl Results {
    /// Gives an item whose answer the user wants to see.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        model: &Model,
        document: &Document,
        out: &mut Vec<Command>,
    ) -> Option<String> {
        let (pack, language) = (document.pack(), model.language);
        let scores = &document.evaluation().scores;
        let mut wanted = None;
        let nothing = scores.total.figure.coverage.is_none_or(|c| c == 0.0);
        column(ui, CHARTS, |ui| {
            page_heading(ui, &t(language, "screen-results"));
            if document.sample {
                notice(ui, Tone::Neutral, icons::INFO, &t(language, "sample-notice"));
                ui.add_space(space::S);
            }
            if nothing {
                let state = EmptyState {
                    icon: icons::CHART,
                    title: &t(language, "results-empty"),
                    text: &t(language, "results-empty-text"),
                    action: Some(&t(language, "to-questions")),
                };
                if empty_state(ui, &state) {
                    out.push(Command::Go(Screen::Questions));
                }
                return;
            }
            lead(ui, &words::headline(pack, scores, language));
            ui.add_space(space::S);
            card(ui, |ui| {
                let width = ui.available_width().min(STAIR);
                paint::drawing(ui, &figures::stair(pack, scores, language), width, false);
            });
            for limit in words::limits(pack, scores, language) {
                ui.add_space(space::XS);
                let (tone, icon) =
                    if limit.weighs { (Tone::Attention, icons::WARNING) } else { (Tone::Neutral, icons::INFO) };
                notice(ui, tone, icon, &limit.text);
            }
            ui.add_space(space::M);
            pair(
                ui,
                TWO_CHARTS,
                |ui| {
                    card(ui, |ui| {
                        tight_heading(ui, &t(language, "map-title"));
                        let width = ui.available_width().min(420.0);
                        paint::drawing(ui, &figures::map(pack, scores, language), width, false);
                        if let Some(lean) = words::lean(pack, scores) {
                            let text = &pack.texts(language).map[lean];
                            strong(ui, &capitalised(&text.name));
                            body(ui, &text.text);
                        }
                    });
                },
                |ui| {
                    for (title, none, icon, points) in [
                        ("strengths", "strengths-none", icons::CHECK_CIRCLE, words::strengths(pack, scores, language)),
                        ("gaps", "gaps-none", icons::TARGET, words::gaps(pack, scores, language)),
                    ] {
                        card(ui, |ui| {
                            tight_heading(ui, &t(language, title));
                            if points.is_empty() {
                                quiet(ui, &t(language, none));
                            }
                            for point in points {
                                ui.horizontal_top(|ui| {
                                    let icon = RichText::new(icon).font(theme::font(theme::Face::Icons, 18.0));
                                    ui.label(icon.color(theme::ink(ui.ctx(), Ink::Action)));
                                    ui.vertical(|ui| {
                                        strong(ui, &point.name);
                                        body(ui, &format!("{}.", capitalised(&point.clause)));
                                    });
                                });
                            }
                        });
                        ui.add_space(space::S);
                    }
                },
            );
            let steps = words::next_steps(pack, document.assessment(), scores, language);
            if !steps.is_empty() {
                ui.add_space(space::M);
                section_heading(ui, &t(language, "next-steps"));
                for step in steps {
                    card_with(ui, Tone::Action, |ui| {
                        strong(ui, &step.name);
                        let line = |key: &str, n: u8| ta(language, key, &[("step", n.to_string().into())]);
                        quiet(ui, &format!("{} {}", line("step-today", step.step), step.today));
                        strong(ui, &line("step-next", step.step + 1));
                        body(ui, &step.next);
                        if ui.add(Button::quiet(&t(language, "see-answer")).small()).clicked() {
                            wanted = Some(step.id.clone());
                        }
                    });
                    ui.add_space(space::S);
                }
            }
            ui.add_space(space::S);
            section_heading(ui, &t(language, "report-dimensions"));
            quiet(ui, &t(language, "click-for-why"));
            let mut clicked = None;
            pair(
                ui,
                TWO_FINE_CHARTS,
                |ui| {
                    card(ui, |ui| {
                        let width = ui.available_width().min(600.0);
                        paint::drawing(ui, &figures::radar(pack, scores, language), width, true).clicked
                    })
                    .inner
                    .clone_into(&mut clicked);
                },
                |ui| {
                    let bars = card(ui, |ui| {
                        let width = ui.available_width().min(760.0);
                        paint::drawing(ui, &figures::bars(pack, scores, language), width, true).clicked
                    })
                    .inner;
                    if bars.is_some() {
                        self.explained = bars;
                    }
                },
            );
            if clicked.is_some() {
                self.explained = clicked;
            }
            ui.add_space(space::M);
            section_heading(ui, &t(language, "report-dii"));
            quiet(ui, &t(language, "report-dii-intro"));
            if let Some(reading) = &scores.dii_v3 {
                index(ui, document, reading, language);
            }
            if let Some(reading) = &scores.dii_v4 {
                index(ui, document, reading, language);
            }
            ui.add_space(space::M);
            quiet(ui, &pack.texts(language).disclaimer);
            ui.add_space(space::S);
            if ui.add(Button::primary(&t(language, "to-doors")).icon_after(icons::ARROW_RIGHT)).clicked() {
                out.push(Command::Go(Screen::Doors));
            }
        });
        wanted
    }

    /// The drawer with the answers behind a dimension; gives an item the user wants to see.
    pub(super) fn side(&mut self, ui: &mut Ui, model: &Model, document: &Document) -> Option<String> {
        let id = self.explained.clone()?;
        let (pack, language) = (document.pack(), model.language);
        let dimension = document.evaluation().scores.dimension(&id)?;
        let texts = pack.texts(language);
        let mut open = true;
        let mut wanted = None;
        drawer(ui, "why", &texts.dimensions[&id].name, &t(language, "close"), &mut open, |ui| {
            let score = words::figure_text(pack, language, &dimension.figure);
            ui.label(RichText::new(score).text_style(theme::text::number()));
            quiet(ui, &words::level_text(pack, language, dimension.level));
            if let Some(bounds) = words::bounds_text(pack, language, &dimension.figure) {
                quiet(ui, &bounds);
            }
            quiet(ui, &words::coverage_text(language, &dimension.figure));
            ui.add_space(space::XS);
            body(ui, &texts.dimensions[&id].meaning);
            if let Some(level) = dimension.level {
                ui.add_space(space::XS);
                body(ui, &texts.dimensions[&id].band[usize::from(level)]);
            }
            section_heading(ui, &t(language, "why-score"));
            quiet(ui, &t(language, "why-score-rule"));
            for sub in &dimension.subdimensions {
                let Some(item) = pack.item(&sub.id) else { continue };
                card(ui, |ui| {
                    let score = words::figure_text(pack, language, &sub.figure);
                    let name = format!("{} · {score}", texts.items[&sub.id].name);
                    strong(ui, &name);
                    quiet(ui, &words::answer_text(pack, document.assessment(), item, language));
                    if ui.add(Button::quiet(&t(language, "see-answer")).small()).clicked() {
                        wanted = Some(sub.id.clone());
                    }
                });
                ui.add_space(space::XS);
            }
        });
        if !open || wanted.is_some() {
            self.explained = None;
        }
        wanted
    }
}

/// Two things side by side from a width on, else one under the other.
fn pair(ui: &mut Ui, from: f32, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    if ui.available_width() >= from {
        ui.columns(2, |columns| {
            left(&mut columns[0]);
            right(&mut columns[1]);
        });
    } else {
        left(ui);
        ui.add_space(space::S);
        right(ui);
    }
}

fn index<V: DiiVersion>(ui: &mut Ui, document: &Document, reading: &Reading<V>, language: Language) {
    card(ui, |ui| {
        let title = ta(language, "dii-version", &[("version", V::ID.into())]);
        strong(ui, &title);
        let Some(figures) = &reading.figures else {
            let share = crate::text::percent(language, reading.coverage);
            quiet(ui, &ta(language, "dii-too-few", &[("share", share.into())]));
            return;
        };
        body(ui, &dii_sentence(figures, language));
        let Some(benchmark) = &figures.benchmark else {
            quiet(ui, &t(language, "dii-no-size"));
            return;
        };
        if let Some(drawing) = figures::dii(reading, language) {
            let width = ui.available_width().min(520.0);
            paint::drawing(ui, &drawing, width, false);
        }
        for caveat in &reading.caveats {
            notice(ui, Tone::Attention, icons::INFO, &document.pack().texts(language).caveats[caveat.id()]);
        }
        quiet(ui, &dii_source(&benchmark.italy, language));
    });
    ui.add_space(space::S);
}
