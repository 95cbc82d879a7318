//! The drawer with what a figure is made of.

use egui::{RichText, Ui};

use super::{Results, TOTAL};
use crate::app::{Document, Model};
use crate::report::words;
use crate::scoring::Figure;
use crate::style::space;
use crate::text::{Language, grouped, t, ta};
use crate::ui::theme;
use crate::ui::widgets::{Button, body, card, drawer, quiet, section_heading, strong};

/// What was asked for inside the drawer.
enum Step {
    /// To a question.
    Question(String),
    /// To a dimension.
    Dimension(String),
}

impl Results {
    /// The drawer with the answers behind a figure; gives an item the user wants to see.
    pub(in crate::ui::screens) fn side(&mut self, ui: &mut Ui, model: &Model, document: &Document) -> Option<String> {
        let id = self.explained.clone()?;
        let language = model.language;
        let texts = document.pack().texts(language);
        let scores = &document.evaluation().scores;
        let title = match (texts.dimensions.get(&id), texts.maturities.get(&id)) {
            (Some(dimension), _) => dimension.name.clone(),
            (None, Some(maturity)) => maturity.name.clone(),
            (None, None) if id == TOTAL => t(language, "why-total"),
            // The map's point stands for both maturities.
            (None, None) => t(language, "map-title"),
        };
        let mut open = true;
        let mut step = None;
        drawer(ui, "why", &title, &t(language, "close"), &mut open, |ui| {
            if let Some(dimension) = scores.dimension(&id) {
                figure(ui, document, &dimension.figure, dimension.level, language);
                step = dimension_parts(ui, document, &id, dimension, language);
            } else if id == TOTAL {
                figure(ui, document, &scores.total.figure, scores.total.level, language);
                for limit in words::limits(document.pack(), scores, language) {
                    body(ui, &limit.text);
                }
                step = dimensions(ui, document, |_| true, language);
            } else {
                for maturity in &document.pack().structure.maturities {
                    let Some(found) = scores.maturity(&maturity.id) else { continue };
                    section_heading(ui, &texts.maturities[&maturity.id].name);
                    figure(ui, document, &found.figure, found.level, language);
                    let part = |id: &str| maturity.dimensions.iter().any(|d| d == id);
                    step = dimensions(ui, document, part, language).or(step.take());
                }
            }
        });
        match step {
            Some(Step::Question(item)) => {
                self.explained = None;
                return Some(item);
            }
            Some(Step::Dimension(id)) => self.explained = Some(id),
            None if !open => self.explained = None,
            None => {}
        }
        None
    }
}

/// A figure with its level, bounds and coverage.
fn figure(ui: &mut Ui, document: &Document, figure: &Figure, level: Option<u8>, language: Language) {
    let pack = document.pack();
    ui.label(RichText::new(words::figure_text(pack, language, figure)).text_style(theme::text::number()));
    quiet(ui, &words::level_text(pack, language, level));
    if let Some(bounds) = words::bounds_text(pack, language, figure) {
        quiet(ui, &bounds);
    }
    quiet(ui, &words::coverage_text(language, figure));
    ui.add_space(space::XS);
}

/// The sub-dimensions of a dimension, each with its answer.
fn dimension_parts(
    ui: &mut Ui,
    document: &Document,
    id: &str,
    dimension: &crate::scoring::Dimension,
    language: Language,
) -> Option<Step> {
    let pack = document.pack();
    let texts = pack.texts(language);
    let mut step = None;
    body(ui, &texts.dimensions[id].meaning);
    if let Some(level) = dimension.level {
        ui.add_space(space::XS);
        body(ui, &texts.dimensions[id].band[usize::from(level)]);
    }
    section_heading(ui, &t(language, "why-score"));
    quiet(ui, &t(language, "why-score-rule"));
    for sub in &dimension.subdimensions {
        let Some(item) = pack.item(&sub.id) else { continue };
        card(ui, |ui| {
            let score = words::figure_text(pack, language, &sub.figure);
            strong(ui, &format!("{} · {score}", texts.items[&sub.id].name));
            quiet(ui, &words::answer_text(pack, &document.evaluation().sheet, item, language));
            if ui.add(Button::quiet(&t(language, "see-answer")).small()).clicked() {
                step = Some(Step::Question(sub.id.clone()));
            }
        });
        ui.add_space(space::XS);
    }
    step
}

/// The dimensions a figure is the weighted mean of.
fn dimensions(ui: &mut Ui, document: &Document, wanted: impl Fn(&str) -> bool, language: Language) -> Option<Step> {
    let pack = document.pack();
    let texts = pack.texts(language);
    let mut step = None;
    quiet(ui, &t(language, "why-mean-rule"));
    for structure in pack.structure.dimensions.iter().filter(|d| wanted(&d.id)) {
        let Some(dimension) = document.evaluation().scores.dimension(&structure.id) else { continue };
        card(ui, |ui| {
            let score = words::figure_text(pack, language, &dimension.figure);
            strong(ui, &format!("{} · {score}", texts.dimensions[&structure.id].name));
            quiet(ui, &ta(language, "why-weight", &[("weight", grouped(language, structure.weight).into())]));
            if ui.add(Button::quiet(&t(language, "why-open")).small()).clicked() {
                step = Some(Step::Dimension(structure.id.clone()));
            }
        });
        ui.add_space(space::XS);
    }
    step
}
