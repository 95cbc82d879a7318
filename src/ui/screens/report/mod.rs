//! Report: what it holds, in whose name it goes out, how its pages look, where it goes.
//!
//! The pages themselves stand in a pane of their own beside the page where there is room, else on it.

mod chapters;
mod formats;
mod preview;
mod signed;
mod texts;

use std::path::PathBuf;

use egui::Ui;

use crate::app::{Command, Document, Model};
use crate::assessment::Edit;
use crate::assessment::edit::ReportEdit;
use crate::style::{self, space};
use crate::text::{t, ta};
use crate::ui::icons;
use crate::ui::widgets::{Button, TextField, Tone, card, column, fold, lead, notice, page_heading, quiet, switch};

/// State of the screen.
#[derive(Default)]
pub(super) struct Report {
    /// Where the PDF goes; none until the user changes the suggestion.
    path: Option<String>,
    /// The pages stand beside the page.
    beside: bool,
    folded: Folded,
    preview: preview::Preview,
    chapters: chapters::Chapters,
    texts: texts::Texts,
    signed: signed::Signed,
}

/// What is folded up; chapters are open at first.
#[derive(Default)]
struct Folded {
    no_chapters: bool,
    texts: bool,
    signed: bool,
    formats: bool,
}

/// A command that changes the report's choices.
fn edit(edit: ReportEdit) -> Command {
    Command::Edit(Edit::Report(edit))
}

impl Report {
    /// Draws the pages beside the page, where there is room. To be called before the central panel.
    pub(super) fn side(&mut self, ui: &mut Ui, model: &Model, document: &Document, out: &mut Vec<Command>) {
        self.beside = self.preview.beside(ui, model, document, out);
    }

    /// True where the user wants to go to the first answer that is missing.
    pub(super) fn ui(&mut self, ui: &mut Ui, model: &Model, document: &Document, out: &mut Vec<Command>) -> bool {
        let mut to_missing = false;
        let language = model.language;
        column(ui, style::width::COLUMN, |ui| {
            page_heading(ui, &t(language, "screen-report"));
            lead(ui, &t(language, "report-lead"));
            ui.add_space(space::S);
            to_missing = self.notices(ui, model, document);
            card(ui, |ui| self.save(ui, model, out));
            ui.add_space(space::S);
            if !self.beside {
                self.preview.inside(ui, model, document, out);
                ui.add_space(space::S);
            }
            let mut open = !self.folded.no_chapters;
            let summary = chapters::summary(document, model.without_data, language);
            fold(ui, &t(language, "chapters-title"), &summary, &mut open, |ui| {
                self.chapters.ui(ui, model, document, out);
            });
            self.folded.no_chapters = !open;
            ui.add_space(space::S);
            let summary = texts::Texts::summary(document, language);
            fold(ui, &t(language, "words-title"), &summary, &mut self.folded.texts, |ui| {
                self.texts.ui(ui, model, document, out);
            });
            ui.add_space(space::S);
            let summary = signed::summary(model);
            fold(ui, &t(language, "brand-title"), &summary, &mut self.folded.signed, |ui| {
                self.signed.ui(ui, model, out);
            });
            ui.add_space(space::S);
            let summary = t(language, "formats-summary");
            fold(ui, &t(language, "formats-title"), &summary, &mut self.folded.formats, |ui| {
                formats::list(ui, model, out);
            });
        });
        to_missing
    }

    /// What is to be known before the report goes out; true where the user wants to go to what is missing.
    fn notices(&mut self, ui: &mut Ui, model: &Model, document: &Document) -> bool {
        let language = model.language;
        let progress = &document.evaluation().scores.progress;
        let mut to_missing = false;
        if progress.given < progress.asked {
            let open = progress.asked - progress.given;
            let words = ta(language, "report-open-answers", &[("count", open.into())]);
            notice(ui, Tone::Attention, icons::INFO, &words);
            to_missing = ui.add(Button::secondary(&t(language, "go-to-missing")).small()).clicked();
            ui.add_space(space::S);
        }
        let stale = self.texts.stale(document, model);
        if stale > 0 {
            let words = ta(language, "words-stale-count", &[("count", stale.into())]);
            notice(ui, Tone::Attention, icons::NOTE_PENCIL, &words);
            if ui.add(Button::secondary(&t(language, "words-look")).small()).clicked() {
                self.folded.texts = true;
                self.texts.follow();
            }
            ui.add_space(space::S);
        }
        to_missing
    }

    /// Where the report goes, and whether the data go with it.
    fn save(&mut self, ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
        let language = model.language;
        let mut path = self.path.clone().unwrap_or_else(|| model.suggested_report().display().to_string());
        let before = path.clone();
        TextField::new(&t(language, "report-path")).show(ui, &mut path);
        if path != before {
            self.path = Some(path.clone());
        }
        ui.add_space(space::XS);
        let (label, help) = (t(language, "report-with-data"), t(language, "report-with-data-help"));
        if switch(ui, &label, &help, !model.without_data).clicked() {
            out.push(Command::WithoutData(!model.without_data));
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
    }

    /// Words still being typed, as commands.
    pub(super) fn flush(&mut self, model: &Model, document: &Document) -> Vec<Command> {
        let mut out = self.chapters.flush(document);
        out.extend(self.texts.flush(model, document));
        out.extend(self.signed.flush(model));
        out
    }
}
