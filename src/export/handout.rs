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
    let planned = evaluation.roadmap().map(|made| (&made.agenda, &made.plan));
    let source = evaluation.source();
    let [first, tighter @ ..] = ROOMS;
    let mut bytes = pdf::pdf(&report(&source, planned, edition, first))?;
    for room in tighter {
        if pdf::pages(&bytes) == Some(1) {
            break;
        }
        bytes = pdf::pdf(&report(&source, planned, edition, room))?;
    }
    Ok(bytes)
}
