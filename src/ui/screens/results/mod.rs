//! Results: where the company stands, why, and the next step.

use egui::Ui;

use super::explained::named;
use super::tables::Tables;
use super::{Wanted, offer_full, proposals};
use crate::app::{Command, Document, Model, Screen};
use crate::report::document::dii_sentence;
use crate::report::figures;
use crate::report::{Drawing, words};
use crate::style::{Ink, space, width};
use crate::text::{Language, capitalised, t, ta};
use crate::ui::widgets::{
    Button, EmptyState, Tone, body, card, card_with, column, empty_state, lead, mark, near, notice, page_heading,
    quiet, section_heading, strong, tight_heading,
};
use crate::ui::{icons, paint};

/// From this width on two charts stand side by side.
const TWO_CHARTS: f32 = 820.0;
/// The same for charts with small lettering.
const TWO_FINE_CHARTS: f32 = 1000.0;
/// Widest stair.
const STAIR: f32 = 860.0;

/// Below this width in points the stair's lettering is too small to be read, and is said again under it.
const SMALL_STAIR: f32 = 520.0;

/// State of the screen.
#[derive(Default)]
pub(super) struct Results {
    /// Charts shown as tables too, by id.
    tables: Tables,
    /// The chart clicked, for a few frames: the drawer that opens takes room, and it must stay in view.
    follow: Option<(&'static str, u8)>,
}

/// Frames until the page has found its new width.
const SETTLING: u8 = 3;

impl Results {
    /// Gives where the user wants to go.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        model: &Model,
        document: &Document,
        out: &mut Vec<Command>,
    ) -> Option<Wanted> {
        let (pack, language) = (document.pack(), model.language);
        let (scores, sure) = (&document.evaluation().scores, &document.evaluation().sure);
        let mut wanted = None;
        let nothing = scores.total.figure.coverage.is_none_or(|c| c == 0.0);
        column(ui, width::CHARTS, |ui| {
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
                let with_plan = document.evaluation().level_with_plan();
                let stair = figures::stair(pack, scores, sure, with_plan, language);
                paint::drawing(ui, &stair, width, false);
                if width < SMALL_STAIR {
                    let figure = words::figure_text(pack, language, &scores.total.figure);
                    strong(ui, &format!("{} · {figure}", words::level_text(pack, language, scores.total.level)));
                }
                let rows = || figures::level_table(pack, scores, language);
                self.tables.show_with_copy(ui, "stair", language, &stair, rows);
                ui.horizontal_wrapped(|ui| {
                    if ui.add(Button::quiet(&t(language, "why-level")).icon(icons::QUESTION).small()).clicked() {
                        wanted = Some(Wanted::Explain("total".into()));
                    }
                    if ui.add(Button::quiet(&t(language, "how-calculated")).icon(icons::BOOK_OPEN).small()).clicked() {
                        wanted = Some(Wanted::Calculation);
                    }
                });
            });
            // What lowers the level today stands out; what would stop it further up is said in passing.
            let (weighing, others): (Vec<_>, Vec<_>) =
                words::limits(pack, scores, language).into_iter().partition(|limit| limit.weighs);
            for limit in weighing {
                ui.add_space(space::XS);
                notice(ui, Tone::Attention, icons::WARNING, &limit.text);
            }
            let open = scores.progress.asked - scores.progress.given;
            if open > 0 {
                ui.add_space(space::XS);
                card(ui, |ui| {
                    body(ui, &ta(language, "results-open-answers", &[("count", open.into())]));
                    if ui.add(Button::secondary(&t(language, "go-to-missing")).small()).clicked() {
                        wanted = Some(Wanted::Missing);
                    }
                });
            }
            for limit in others {
                ui.add_space(space::XS);
                quiet(ui, &limit.text);
            }
            ui.add_space(space::M);
            // What is done and not yet confirmed would change what stands on this page.
            proposals::list(ui, document, language, out);
            // Another questionnaire may have no maturities to draw a map of.
            if pack.structure.maturities.is_empty() {
                strengths_and_gaps(ui, document, language);
            } else {
                pair(
                    ui,
                    TWO_CHARTS,
                    |ui| {
                        if let Some(id) = self.map(ui, document, language) {
                            wanted = Some(Wanted::Explain(id));
                        }
                    },
                    |ui| strengths_and_gaps(ui, document, language),
                );
            }
            let code = language.code();
            near(ui, ("steps", code), |ui| {
                if let Some(item) = next_steps(ui, document, language) {
                    wanted = Some(Wanted::Question(item));
                }
            });
            near(ui, ("dimensions", code), |ui| {
                if let Some(id) = self.dimensions(ui, document, language) {
                    wanted = Some(Wanted::Explain(id));
                }
            });
            near(ui, ("more", code), |ui| more(ui, document, language, out));
            near(ui, ("full", code), |ui| {
                if let Some(full) = offer_full(ui, document, language) {
                    wanted = Some(full);
                }
            });
            ui.add_space(space::M);
            quiet(ui, &pack.texts(language).disclaimer);
            ui.add_space(space::S);
            if ui.add(Button::primary(&t(language, "to-doors")).icon_after(icons::ARROW_RIGHT)).clicked() {
                out.push(Command::Go(Screen::Doors));
            }
        });
        wanted
    }

    /// The map of the two maturities; gives the figure the user wants explained.
    fn map(&mut self, ui: &mut Ui, document: &Document, language: Language) -> Option<String> {
        let (pack, evaluation) = (document.pack(), document.evaluation());
        let scores = &evaluation.scores;
        let mut wanted = None;
        card(ui, |ui| {
            tight_heading(ui, &t(language, "map-title"));
            let map = figures::map(pack, scores, &evaluation.sure, language);
            if self.chart(ui, "map", &map, 420.0).is_some() {
                wanted = Some("technological".to_owned());
            }
            let rows = || figures::maturity_table(pack, scores, language);
            self.tables.show_with_copy(ui, "map", language, &map, rows);
            for m in &scores.maturities {
                let name = &pack.texts(language).maturities[&m.id].name;
                if named(ui, name, &t(language, "explain-open")) {
                    wanted = Some(m.id.clone());
                }
            }
            if let Some(lean) = words::lean(pack, scores) {
                let text = &pack.texts(language).map[lean];
                strong(ui, &capitalised(&text.name));
                body(ui, &text.text);
            }
        });
        wanted
    }

    /// Radar and bars of the dimensions; gives the one clicked.
    fn dimensions(&mut self, ui: &mut Ui, document: &Document, language: Language) -> Option<String> {
        let mut clicked = None;
        let (pack, scores) = (document.pack(), &document.evaluation().scores);
        ui.add_space(space::S);
        section_heading(ui, &t(language, "report-dimensions"));
        quiet(ui, &t(language, "click-for-why"));
        let (radar, bars) = (figures::radar(pack, scores, &[], language), figures::bars(pack, scores, language));
        if ui.available_width() >= TWO_FINE_CHARTS {
            ui.columns(2, |columns| {
                card(&mut columns[0], |ui| clicked = self.chart(ui, "radar", &radar, 600.0));
                card(&mut columns[1], |ui| clicked = self.chart(ui, "bars", &bars, 760.0).or(clicked.take()));
            });
        } else {
            card(ui, |ui| clicked = self.chart(ui, "radar", &radar, 600.0));
            ui.add_space(space::S);
            card(ui, |ui| clicked = self.chart(ui, "bars", &bars, 760.0).or(clicked.take()));
        }
        let rows = || figures::dimension_table(pack, scores, language);
        self.tables.show_with_copy(ui, "dimensions", language, &radar, rows);
        clicked
    }

    /// A chart whose spots lead to what is behind them; gives the id of the one clicked.
    fn chart(&mut self, ui: &mut Ui, id: &'static str, drawing: &Drawing, widest: f32) -> Option<String> {
        let width = ui.available_width().min(widest);
        let painted = paint::drawing(ui, drawing, width, true);
        if painted.clicked.is_some() {
            self.follow = Some((id, SETTLING));
        } else if let Some((_, frames)) = self.follow.filter(|(followed, _)| *followed == id) {
            painted.response.scroll_to_me_animation(Some(egui::Align::Center), egui::style::ScrollAnimation::none());
            self.follow = frames.checked_sub(1).map(|left| (id, left));
            ui.ctx().request_repaint();
        }
        painted.clicked
    }
}

/// Three strengths and three gaps.
fn strengths_and_gaps(ui: &mut Ui, document: &Document, language: Language) {
    let (pack, scores) = (document.pack(), &document.evaluation().scores);
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
                    mark(ui, icon, 18.0, Ink::Action);
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        strong(ui, &point.name);
                        body(ui, &format!("{}.", capitalised(&point.clause)));
                    });
                });
            }
        });
        ui.add_space(space::S);
    }
}

/// The ways to what else there is to know: how sure, compared with whom, process by process, what to check again.
fn more(ui: &mut Ui, document: &Document, language: Language, out: &mut Vec<Command>) {
    let evaluation = document.evaluation();
    let scores = &evaluation.scores;
    ui.add_space(space::M);
    section_heading(ui, &t(language, "results-more"));
    let mut entry = |ui: &mut Ui, icon: &str, ink: Ink, screen: Screen, words: &str| {
        card(ui, |ui| {
            ui.horizontal_top(|ui| {
                mark(ui, icon, 20.0, ink);
                ui.vertical(|ui| {
                    body(ui, words);
                    let label = t(language, &format!("screen-{}", screen.key()));
                    if ui.add(Button::quiet(&label).icon_after(icons::ARROW_RIGHT).small()).clicked() {
                        out.push(Command::Go(screen));
                    }
                });
            });
        });
        ui.add_space(space::XS);
    };
    if let Some(total) = &evaluation.sure.total {
        let words = words::level_range(document.pack(), language, total);
        entry(ui, icons::SEAL_CHECK, Ink::Action, Screen::Sure, &words);
    }
    if let Some(figures) = scores.dii_v3.as_ref().and_then(|r| r.figures.as_ref()) {
        entry(ui, icons::USERS, Ink::Action, Screen::Benchmark, &dii_sentence(figures, language));
    } else if scores.dii_v3.is_some() || scores.dmat.is_some() {
        entry(ui, icons::USERS, Ink::Action, Screen::Benchmark, &t(language, "benchmark-lead"));
    }
    if scores.matrix.is_some() {
        entry(ui, icons::FACTORY, Ink::Action, Screen::Matrix, &t(language, "matrix-short"));
    }
    if !scores.contradictions.is_empty() {
        let count = scores.contradictions.len();
        let words = ta(language, "contradictions-found", &[("count", count.into())]);
        entry(ui, icons::WARNING, Ink::Attention, Screen::Contradictions, &words);
    }
}

/// The next step of the weakest areas; gives an item whose answer the user wants to see.
fn next_steps(ui: &mut Ui, document: &Document, language: Language) -> Option<String> {
    let scores = &document.evaluation().scores;
    let steps = words::next_steps(document.pack(), &document.evaluation().sheet, scores, language);
    if steps.is_empty() {
        return None;
    }
    let mut wanted = None;
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
    wanted
}

/// Two things side by side from a width on, else one under the other.
fn pair(ui: &mut Ui, from: f32, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    if ui.available_width() >= from {
        ui.spacing_mut().item_spacing.x = space::M;
        // Columns would spread the words of every line over the whole width.
        ui.columns(2, |columns| {
            columns[0].vertical(left);
            columns[1].vertical(right);
        });
    } else {
        left(ui);
        ui.add_space(space::S);
        right(ui);
    }
}
