//! The report on exactly one page, as a PDF.

use super::pdf::{self, PdfError};
use crate::pipeline::Evaluation;
use crate::report::Edition;
use crate::report::handout::{ROOMS, report};

/// The handout of an evaluation: with as much as fits on a page.
///
/// # Errors
/// Those of [`pdf::pdf`].
pub fn handout(evaluation: &Evaluation<'_>, edition: &Edition) -> Result<Vec<u8>, PdfError> {
    let (source, planned) = (evaluation.source(), evaluation.planned());
    let mut page = report(&source, planned, edition, ROOMS[0]);
    for room in &ROOMS[1..] {
        if pdf::boxes(&page)?.len() == 1 {
            break;
        }
        page = report(&source, planned, edition, *room);
    }
    pdf::pdf(&page)
}
