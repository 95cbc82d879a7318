//! How sure: where the result may lie, what backs it, and what would move it.

use egui::Ui;

use super::explained::named;
use super::{Wanted, empty};
use crate::app::{Command, Document, Model};
use crate::report::explain::weight_text;
use crate::report::{figures, words};
use crate::scoring::sensitivity::{Sensitivity, sensitivity};
use crate::style::{space, width};
use crate::text::{Language, decimal, percent, t, ta};
use crate::ui::widgets::{
    Button, body, card, column, lead, near, page_heading, quiet, section_heading, strong, tight_heading,
};
use crate::ui::{icons, paint};

/// Answers shown that would move the total.
const MOVES: usize = 8;
/// Widest chart.
const CHART: f32 = 640.0;

/// State of the screen.
#[derive(Default)]
pub(super) struct Sure {
    /// What would move the total, kept while the figures stay the same: it is computed from every answer in turn.
    moves: Option<(crate::scoring::Scores, Sensitivity)>,
}

impl Sure {
    /// Gives where the user wants to go.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        model: &Model,
        document: &Document,
        out: &mut Vec<Command>,
    ) -> Option<Wanted> {
        let language = model.language;
        let evaluation = document.evaluation();
        let mut wanted = None;
        column(ui, width::COLUMN, |ui| {
            page_heading(ui, &t(language, "screen-sure"));
            lead(ui, &t(language, "sure-lead"));
            ui.add_space(space::S);
            let Some(total) = &evaluation.sure.total else {
                return empty(ui, icons::TARGET, "sure-empty", "sure-empty-text", language, out);
            };
            let number = |x: f64| decimal(language, x, &document.pack().structure.levels);
            card(ui, |ui| {
                tight_heading(ui, &t(language, "sure-range-title"));
                lead(ui, &words::level_range(document.pack(), language, total));
                let width = ui.available_width().min(CHART);
                let stair = figures::stair(document.pack(), &evaluation.scores, &evaluation.sure, None, language);
                paint::drawing(ui, &stair, width, false);
                let spread = total.spread;
                let places = [
                    ("low", number(spread.p5).into()),
                    ("high", number(spread.p95).into()),
                    ("median", number(spread.median).into()),
                ];
                body(ui, &ta(language, "sure-range", &places));
                ui.add_space(space::S);
                strong(ui, &t(language, "sure-levels"));
                if let Some(shares) = figures::level_shares(document.pack(), &evaluation.sure, language) {
                    paint::drawing(ui, &shares, width, false);
                }
                if named(ui, &t(language, "explain-open"), &t(language, "screen-sure")) {
                    wanted = Some(Wanted::Explain("uncertainty".into()));
                }
            });
            ui.add_space(space::S);
            let code = language.code();
            near(ui, ("backed", code), |ui| wanted = backed(ui, document, language).or(wanted.take()));
            near(ui, ("missing", code), |ui| wanted = missing(ui, document, language).or(wanted.take()));
            if self.moves.as_ref().is_none_or(|(of, _)| *of != evaluation.scores) {
                let moves = sensitivity(document.pack(), &evaluation.sheet, &evaluation.scores);
                self.moves = Some((evaluation.scores.clone(), moves));
            }
            let Some((_, moves)) = &self.moves else { return };
            near(ui, ("moves", code), |ui| wanted = what_moves(ui, document, moves, language).or(wanted.take()));
            near(ui, ("rule", code), |ui| other_rules(ui, document, moves, language));
        });
        wanted
    }
}

/// Declared and with evidence, side by side.
fn backed(ui: &mut Ui, document: &Document, language: Language) -> Option<Wanted> {
    let total = &document.evaluation().scores.total;
    let (declared, evidenced) = (total.figure.score?, total.evidenced?);
    let pack = document.pack();
    let number = |x: f64| decimal(language, x, &pack.structure.levels);
    let mut wanted = None;
    card(ui, |ui| {
        tight_heading(ui, &t(language, "sure-backed-title"));
        let most = weight_text(language, pack.structure.uncertainty.declared_at_most);
        let places =
            [("declared", number(declared).into()), ("evidenced", number(evidenced).into()), ("step", most.into())];
        body(ui, &ta(language, "sure-backed", &places));
        if let Some(reliability) = total.reliability {
            quiet(ui, &ta(language, "sure-reliability", &[("share", percent(language, reliability).into())]));
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
            if ui.add(Button::secondary(&t(language, "sure-to-evidence")).small()).clicked() {
                wanted = Some(Wanted::Evidence);
            }
            for (key, id) in [("explain-evidenced", "evidenced"), ("explain-reliability", "reliability")] {
                if named(ui, &t(language, key), &t(language, "explain-open")) {
                    wanted = Some(Wanted::Explain(id.into()));
                }
            }
        });
    });
    ui.add_space(space::S);
    wanted
}

/// Coverage and bounds.
fn missing(ui: &mut Ui, document: &Document, language: Language) -> Option<Wanted> {
    let figure = &document.evaluation().scores.total.figure;
    let (coverage, low, high) = (figure.coverage?, figure.low?, figure.high?);
    let number = |x: f64| decimal(language, x, &document.pack().structure.levels);
    let mut wanted = None;
    card(ui, |ui| {
        tight_heading(ui, &t(language, "sure-coverage-title"));
        let places =
            [("share", percent(language, coverage).into()), ("low", number(low).into()), ("high", number(high).into())];
        body(ui, &ta(language, "sure-coverage", &places));
        let progress = document.evaluation().scores.progress;
        if progress.given < progress.asked && ui.add(Button::secondary(&t(language, "go-to-missing")).small()).clicked()
        {
            wanted = Some(Wanted::Missing);
        }
    });
    ui.add_space(space::S);
    wanted
}

/// Single answers a step higher.
fn what_moves(ui: &mut Ui, document: &Document, moves: &Sensitivity, language: Language) -> Option<Wanted> {
    let pack = document.pack();
    let today = document.evaluation().scores.total.level;
    let mut wanted = None;
    section_heading(ui, &t(language, "sure-moves-title"));
    quiet(ui, &t(language, "sure-moves-lead"));
    ui.add_space(space::XS);
    for step in moves.steps.iter().take(MOVES) {
        let Some(item) = pack.item(&step.item) else { continue };
        let name = pack.item_name(language, item, document.evaluation().sheet.sector());
        card(ui, |ui| {
            let gain = ta(language, "sure-moves-gain", &[("points", decimal(language, step.gain, &[]).into())]);
            strong(ui, &format!("{name} · {gain}"));
            let to = weight_text(language, (step.from + 1.0).min(5.0));
            let steps = [("from", weight_text(language, step.from).into()), ("to", to.into())];
            let mut words = ta(language, "sure-moves-from", &steps);
            if today.is_some_and(|level| step.level > level) {
                words.push_str(", ");
                words.push_str(&ta(language, "sure-moves-level", &[("level", step.level.to_string().into())]));
            }
            quiet(ui, &words);
            if named(ui, &t(language, "see-answer"), &name) {
                wanted = Some(Wanted::Question(step.item.clone()));
            }
        });
        ui.add_space(space::XS);
    }
    wanted
}

/// The total under other weights and means.
fn other_rules(ui: &mut Ui, document: &Document, moves: &Sensitivity, language: Language) {
    let pack = document.pack();
    let Some(total) = document.evaluation().scores.total.figure.score else { return };
    let number = |x: f64| decimal(language, x, &pack.structure.levels);
    let change = |x: f64| {
        let text = decimal(language, x, &[]);
        if x > 0.05 { format!("+{text}") } else { text }
    };
    section_heading(ui, &t(language, "sure-rule-title"));
    quiet(ui, &t(language, "sure-rule-lead"));
    ui.add_space(space::XS);
    card(ui, |ui| {
        strong(ui, &format!("{}: {}", t(language, "sure-rule-arithmetic"), number(total)));
        for (key, value) in [("sure-rule-power", moves.power_mean), ("sure-rule-geometric", moves.geometric)] {
            if let Some(value) = value {
                body(ui, &format!("{}: {} ({})", t(language, key), number(value), change(value - total)));
            }
        }
        for weight in &moves.weights {
            let name = &pack.texts(language).dimensions[&weight.dimension].name;
            let without = weight.without.map_or_else(|| "–".to_owned(), change);
            let places =
                [("name", name.into()), ("without", without.into()), ("doubled", change(weight.doubled).into())];
            quiet(ui, &ta(language, "sure-rule-dimension", &places));
        }
    });
}
