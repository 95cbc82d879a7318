//! What can be saved beside the report: one line for each format.

use std::path::PathBuf;

use super::{Effect, Message, Model};
use crate::assessment::sheet::family;
use crate::export;
use crate::pipeline::Evaluation;
use crate::report::Edition;
use crate::text::t;

/// What a format makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// The bytes of a file.
    File(Vec<u8>),
    /// Files of a folder: names and bytes.
    Folder(Vec<(String, Vec<u8>)>),
}

/// A format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its id.
    pub id: &'static str,
    /// Key of its name among the texts.
    pub label: &'static str,
    /// Key of a sentence that says what it is good for.
    pub note: &'static str,
    /// Key of what the file's name says after the company's.
    file: &'static str,
    /// How the file's name ends; nothing for a folder.
    ending: &'static str,
    /// It can be made where nothing is answered yet.
    blank: bool,
    make: fn(&Evaluation<'_>, &Edition) -> Result<Made, String>,
}

impl Format {
    /// Makes it.
    ///
    /// # Errors
    /// What went wrong, in the words of whoever made it.
    pub fn make(&self, evaluation: &Evaluation<'_>, edition: &Edition) -> Result<Made, String> {
        (self.make)(evaluation, edition)
    }
}

/// Every format in the order shown.
#[must_use]
pub fn all() -> &'static [Format] {
    const ALL: &[Format] = &[
        Format {
            id: "docx",
            label: "format-docx",
            note: "format-docx-note",
            file: "format-file-report",
            ending: ".docx",
            blank: false,
            make: |e, edition| file(export::docx::document(e, edition)),
        },
        Format {
            id: "handout",
            label: "format-handout",
            note: "format-handout-note",
            file: "format-file-handout",
            ending: ".pdf",
            blank: false,
            make: |e, edition| file(export::handout::handout(e, edition)),
        },
        Format {
            id: "xlsx",
            label: "format-xlsx",
            note: "format-xlsx-note",
            file: "format-file-figures",
            ending: ".xlsx",
            blank: false,
            make: |e, _| file(export::xlsx::workbook(e)),
        },
        Format {
            id: "charts",
            label: "format-charts",
            note: "format-charts-note",
            file: "format-file-charts",
            ending: "",
            blank: false,
            make: |e, edition| {
                export::charts::files(&e.report(edition)).map(Made::Folder).map_err(|error| error.to_string())
            },
        },
        Format {
            id: "csv",
            label: "format-csv",
            note: "format-csv-note",
            file: "format-file-figures",
            ending: ".csv",
            blank: false,
            make: |e, _| file(export::csv::table(e)),
        },
        Format {
            id: "json",
            label: "format-json",
            note: "format-json-note",
            file: "format-file-figures",
            ending: ".json",
            blank: false,
            make: |e, _| Ok(Made::File(export::json::bytes(&export::json::everything(e)))),
        },
        Format {
            id: "paper",
            label: "format-paper",
            note: "format-paper-note",
            file: "format-file-paper",
            ending: ".pdf",
            blank: true,
            make: |e, _| {
                let family = e.assessment.company.ateco.as_ref().map(|activity| family(Some(activity)));
                file(export::paper_form::form(e.pack, e.assessment.mode, family, e.date, e.language))
            },
        },
    ];
    ALL
}

fn file<E: std::fmt::Display>(made: Result<Vec<u8>, E>) -> Result<Made, String> {
    made.map(Made::File).map_err(|error| error.to_string())
}

impl Model {
    /// Where a format goes.
    #[must_use]
    fn suggested(&self, format: &Format) -> PathBuf {
        self.beside(|name, language| {
            format!("{} - {}{}", super::stem(name, language), t(language, format.file), format.ending)
        })
    }

    /// Makes a format and writes it beside the assessment.
    pub(super) fn save_format(&mut self, id: &str) -> Vec<Effect> {
        let Some(format) = all().iter().find(|format| format.id == id) else { return Vec::new() };
        let path = self.suggested(format);
        let Some(document) = &mut self.document else { return Vec::new() };
        if document.evaluation().scores.progress.given == 0 && !format.blank {
            self.message = Some(Message::Failed(t(self.language, "report-nothing")));
            return Vec::new();
        }
        document.bring_up_to(self.today);
        let evaluation = Box::new(document.evaluation().clone());
        self.message = None;
        vec![Effect::WriteFormat { path, format, evaluation, edition: Box::new(self.edition()) }]
    }
}
