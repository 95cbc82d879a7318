//! Report: what it will hold, where it goes.

use std::path::PathBuf;

use egui::Ui;

use crate::app::{Command, Document, Model, Screen};
use crate::pack::Mode;
use crate::report::words;
use crate::style::{self, Ink, space};
use crate::text::{t, ta};
use crate::ui::icons;
use crate::ui::widgets::{
    Button, TextField, Tone, body, card, column, lead, mark, notice, page_heading, quiet, tight_heading,
};

/// Keys of the chapters the report will have.
fn contents(document: &Document) -> Vec<&'static str> {
    let evaluation = document.evaluation();
    let scores = &evaluation.scores;
    [
        ("report-summary", true),
        ("report-position", true),
        ("screen-sure", evaluation.sure.total.is_some()),
        ("screen-contradictions", !scores.contradictions.is_empty()),
        ("screen-matrix", scores.matrix.as_ref().is_some_and(|m| m.cells.iter().any(|c| c.value.is_some()))),
        ("report-company", true),
        ("report-dimensions", true),
        ("report-dii", scores.dii_v3.is_some() || scores.dii_v4.is_some()),
        ("dmat-title", scores.dmat.as_ref().is_some_and(|d| d.dimensions.iter().any(|(_, score)| score.is_some()))),
        ("report-doors", true),
        ("screen-plan", Screen::Plan.is_for(document.pack())),
        ("report-lists", document.assessment().mode == Mode::Full),
        ("report-method", true),
    ]
    .into_iter()
    .filter_map(|(key, there)| there.then_some(key))
    .collect()
}

/// State of the screen.
#[derive(Default)]
pub(super) struct Report {
    /// Where the PDF goes; none until the user changes the suggestion.
    path: Option<String>,
}

impl Report {
    /// True where the user wants to go to the first answer that is missing.
    pub(super) fn ui(&mut self, ui: &mut Ui, model: &Model, document: &Document, out: &mut Vec<Command>) -> bool {
        let mut to_missing = false;
        let language = model.language;
        let scores = &document.evaluation().scores;
        column(ui, style::width::COLUMN, |ui| {
            page_heading(ui, &t(language, "screen-report"));
            lead(ui, &t(language, "report-lead"));
            ui.add_space(space::S);
            if scores.progress.given < scores.progress.asked {
                let open = scores.progress.asked - scores.progress.given;
                notice(
                    ui,
                    Tone::Attention,
                    icons::INFO,
                    &ta(language, "report-open-answers", &[("count", open.into())]),
                );
                to_missing = ui.add(Button::secondary(&t(language, "go-to-missing")).small()).clicked();
                ui.add_space(space::S);
            }
            card(ui, |ui| {
                tight_heading(ui, &t(language, "report-contents"));
                body(ui, &words::headline(document.pack(), scores, language));
                ui.add_space(space::S);
                for key in contents(document) {
                    ui.horizontal_top(|ui| {
                        mark(ui, icons::CHECK, 16.0, Ink::Action);
                        body(ui, &t(language, key));
                    });
                }
            });
            ui.add_space(space::S);
            card(ui, |ui| {
                tight_heading(ui, &t(language, "report-where"));
                let mut path = self.path.clone().unwrap_or_else(|| model.suggested_report().display().to_string());
                let before = path.clone();
                TextField::new(&t(language, "report-path")).show(ui, &mut path);
                if path != before {
                    self.path = Some(path.clone());
                }
                ui.add_space(space::S);
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
                    let ready = model.work.is_none() && !path.trim().is_empty();
                    let label = t(language, "report-save");
                    if ui.add(Button::primary(&label).icon(icons::FILE_PDF).enabled(ready)).clicked() {
                        out.push(Command::SaveReport(PathBuf::from(path.trim())));
                    }
                    let label = t(language, "report-choose");
                    let elsewhere = Button::secondary(&label).icon(icons::FOLDER_OPEN);
                    if ui.add(elsewhere.enabled(model.work.is_none())).clicked() {
                        out.push(Command::PickReport);
                    }
                });
                quiet(ui, &t(language, "report-language-note"));
            });
        });
        to_missing
    }
}
