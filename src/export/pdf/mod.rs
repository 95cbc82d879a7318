//! The report as a PDF: pages with selectable text, the document's structure for those who do not see them, an outline and
//! honest metadata.
//!
//! The way of a report: `blocks`, `table` and `cover` cut it into pieces that cannot be split and grow its structure in
//! `tags`, `flow` stacks the pieces on pages, `layout` paints the pages on a `canvas`, `finish` adds what the PDF library
//! does not write, `carried` the report's own data. Only `canvas` knows printpdf, only `finish`, `tags` and `carried` know
//! the file's dictionaries. The way back is `open`, which gets the data out of a file of any origin by `foreign`. Nothing
//! here decides what a report says, reads a clock or touches a file.

mod blocks;
mod boxes;
mod canvas;
mod carried;
mod contents;
mod cover;
mod figure;
mod finish;
mod flow;
mod fonts;
mod foreign;
mod layout;
mod lines;
mod links;
mod metadata;
mod open;
mod sheet;
mod table;
mod tags;

#[cfg(test)]
mod boxes_tests;
#[cfg(test)]
mod structure_tests;
#[cfg(test)]
mod tests;

use std::ops::ControlFlow;

pub use boxes::{Box, PageBoxes, What, boxes};
pub use open::{CarriedError, LARGEST_FILE, assessment_in, is_pdf, open};

use crate::assessment::file;
use crate::export::json;
use crate::pipeline::Evaluation;
use crate::report::{Carried, Edition, Report};
use crate::text::t;

/// Told how far it is, 0..=1; says whether to go on.
pub type Watch<'a> = &'a mut dyn FnMut(f32) -> ControlFlow<()>;

/// Why a report did not become a PDF. None of these can be caused by what the report says.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A font of this program cannot be read.
    #[error(
        "The PDF could not be made: the embedded font “{0}” cannot be read. Reinstall the program, or report the fault."
    )]
    Font(&'static str),
    /// The description of the colours cannot be made.
    #[error("The PDF could not be made: its colours cannot be described. Please report the fault.")]
    Colours,
    /// The finished document cannot be written as bytes.
    #[error("The PDF could not be made: its parts cannot be put together ({0}). Please report the fault.")]
    Assemble(#[from] lopdf::Error),
    /// The bytes cannot be written to memory.
    #[error("The PDF could not be made: it cannot be written ({0}). Free some memory and try again.")]
    Write(#[from] std::io::Error),
    /// Whoever watched wanted no more of it.
    #[error("The PDF was not made: it was stopped.")]
    Stopped,
}

/// The report of an evaluation as it is given out: in an edition, with the data it was made from inside unless the edition
/// is without.
///
/// # Errors
/// [`PdfError::Stopped`], and those of [`pdf`].
pub fn publish(evaluation: &Evaluation<'_>, edition: &Edition, watch: Watch<'_>) -> Result<Vec<u8>, PdfError> {
    let mut report = evaluation.report(edition);
    if !edition.without_data {
        report.carried = Some(carried(evaluation));
    }
    watched(&report, watch)
}

/// The data of an evaluation as they travel inside its report.
fn carried(evaluation: &Evaluation<'_>) -> Carried {
    let assessment = &evaluation.assessment;
    let unnamed = t(evaluation.language, "unnamed-file");
    Carried {
        name: file::stem(&assessment.company.name, &unnamed),
        assessment: file::write(assessment),
        figures: json::bytes(&json::scores(evaluation)),
    }
}

/// The report as the bytes of a PDF 1.7 file.
///
/// The same report gives the same bytes, whenever and wherever: dates come from `meta.date`, the file's identifier is a
/// hash of its content. Letters that the font lacks appear as “□”; control characters are left out.
///
/// # Errors
/// Only faults of this program, see [`PdfError`].
pub fn pdf(report: &Report) -> Result<Vec<u8>, PdfError> {
    watched(report, &mut |_| ControlFlow::Continue(()))
}

/// The same with somebody who watches, and may stop it between two sections or two pages.
///
/// # Errors
/// [`PdfError::Stopped`], and those of [`pdf`].
pub fn watched(report: &Report, watch: Watch<'_>) -> Result<Vec<u8>, PdfError> {
    let fonts = fonts::Fonts::load()?;
    let laid = layout::lay_out(report, &fonts, watch)?;
    finish::finish(laid, report)
}
