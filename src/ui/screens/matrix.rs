//! The process × analysis matrix as a heat map.

use egui::Ui;

use super::{Wanted, empty};
use crate::app::{Command, Document, Model};
use crate::pack::Mode;
use crate::report::figures;
use crate::style::{space, width};
use crate::text::{percent, t, ta};
use crate::ui::widgets::{EmptyState, Tone, card, column, empty_state, lead, notice, page_heading, quiet};
use crate::ui::{icons, paint};

/// Widest heat map.
const CHART: f32 = 860.0;
/// Fewer people than this are not asked about processes.
const ASKED_FROM: u32 = 10;

/// The screen keeps nothing for itself.
#[derive(Default)]
pub(super) struct Matrix;

impl Matrix {
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
        column(ui, width::CHARTS, |ui| {
            page_heading(ui, &t(language, "screen-matrix"));
            let reading = evaluation.scores.matrix.as_ref().filter(|r| r.cells.iter().any(|c| c.value.is_some()));
            let Some(reading) = reading else {
                let micro = evaluation.sheet.profile().people.is_some_and(|n| n < ASKED_FROM);
                let text = if micro { "matrix-micro-text" } else { "matrix-empty-text" };
                if micro {
                    // It will never be asked: there is nothing to go to.
                    let (title, text) = (t(language, "matrix-empty"), t(language, text));
                    empty_state(ui, &EmptyState { icon: icons::CHART, title: &title, text: &text, action: None });
                } else if document.assessment().mode == Mode::Quick {
                    lead(ui, &t(language, text));
                    ui.add_space(space::S);
                    wanted = super::offer_full(ui, document, language);
                } else {
                    empty(ui, icons::CHART, "matrix-empty", text, language, out);
                }
                return;
            };
            lead(ui, &t(language, "matrix-lead"));
            ui.add_space(space::S);
            if !reading.is_published() {
                let share = percent(language, reading.coverage.unwrap_or(0.0));
                notice(ui, Tone::Neutral, icons::INFO, &ta(language, "matrix-too-few", &[("share", share.into())]));
                ui.add_space(space::S);
            }
            card(ui, |ui| {
                let drawing = figures::matrix(document.pack(), &evaluation.sheet, reading, language);
                let width = ui.available_width().min(CHART);
                if let Some(id) = paint::drawing(ui, &drawing, width, true).clicked {
                    wanted = Some(Wanted::Explain(id));
                }
            });
            ui.add_space(space::S);
            quiet(ui, &t(language, "matrix-note"));
        });
        wanted
    }
}
