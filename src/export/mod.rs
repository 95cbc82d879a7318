//! An evaluation as bytes for the outside. Writing, naming and overwriting files is the caller's.

pub mod charts;
pub mod csv;
pub mod docx;
pub mod handout;
pub mod ics;
pub mod json;
pub mod paper_form;
pub mod pdf;
pub mod picture;
pub mod xlsx;

use crate::text::{Language, t};

/// What a report can be taken along as, beside the PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A workbook: [`xlsx::workbook`].
    Xlsx,
    /// A Word document: [`docx::document`].
    Docx,
    /// One page: [`handout::handout`].
    Handout,
    /// The charts in a folder: [`charts::files`].
    Charts,
    /// The blank questionnaire: [`paper_form::form`].
    PaperForm,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 5] = [Self::Xlsx, Self::Docx, Self::Handout, Self::Charts, Self::PaperForm];

    /// What it is called on a button.
    #[must_use]
    pub fn name(self, language: Language) -> String {
        t(language, self.keys().0)
    }

    /// What it is good for, in a line.
    #[must_use]
    pub fn help(self, language: Language) -> String {
        t(language, self.keys().1)
    }

    /// How its file ends; none where it is a folder.
    #[must_use]
    pub fn extension(self) -> Option<&'static str> {
        match self {
            Self::Xlsx => Some("xlsx"),
            Self::Docx => Some("docx"),
            Self::Handout | Self::PaperForm => Some("pdf"),
            Self::Charts => None,
        }
    }

    fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Xlsx => ("export-xlsx", "export-xlsx-help"),
            Self::Docx => ("export-docx", "export-docx-help"),
            Self::Handout => ("export-handout", "export-handout-help"),
            Self::Charts => ("export-charts", "export-charts-help"),
            Self::PaperForm => ("export-paper-form", "export-paper-form-help"),
        }
    }
}
