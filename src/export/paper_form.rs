//! A questionnaire to be filled in by hand, as a PDF.

use jiff::civil::Date;

use super::pdf::{self, PdfError};
use crate::pack::{Mode, Pack};
use crate::report::paper_form::report;
use crate::text::Language;

/// The blank form of a questionnaire, for a sector family where one is named; the day goes into the file's metadata alone.
///
/// # Errors
/// Those of [`pdf::pdf`].
pub fn form(
    pack: &Pack,
    mode: Mode,
    family: Option<&str>,
    date: Date,
    language: Language,
) -> Result<Vec<u8>, PdfError> {
    pdf::pdf(&report(pack, mode, family, date, language))
}
