//! Where everything stands on the pages, for tests: that nothing covers anything else or leaves its margins.

use super::PdfError;
use super::flow::{Mark, TextMark};
use super::fonts::{ASCENDER, DESCENDER, Fonts};
use super::layout::{Pieces, foot_of, places};
use crate::report::Report;

/// The boxes of a page, in points from the upper left corner of the paper.
#[derive(Clone, Debug, PartialEq)]
pub struct PageBoxes {
    /// Width of the paper.
    pub width: f32,
    /// Height of the paper.
    pub height: f32,
    /// Where text and figures may stand.
    pub area: Box,
    /// Texts, figures and pictures in the order of reading, the running foot last.
    pub boxes: Vec<(What, Box)>,
}

/// What a box is around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A line of text, or a stretch of one.
    Text(String),
    /// A line of the running foot.
    Foot(String),
    /// A chart, by what it says.
    Figure(String),
    /// A picture of pixels, by what it shows.
    Picture(String),
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Box {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub top: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

impl Box {
    /// True where both share more than `tolerance` in both directions.
    #[must_use]
    pub fn covers(&self, other: &Self, tolerance: f32) -> bool {
        let shared = |a: f32, a_long: f32, b: f32, b_long: f32| (a + a_long).min(b + b_long) - a.max(b);
        shared(self.x, self.width, other.x, other.width) > tolerance
            && shared(self.top, self.height, other.top, other.height) > tolerance
    }

    /// True where no edge of `other` is outside by more than `tolerance`.
    #[must_use]
    pub fn holds(&self, other: &Self, tolerance: f32) -> bool {
        other.x >= self.x - tolerance
            && other.top >= self.top - tolerance
            && other.x + other.width <= self.x + self.width + tolerance
            && other.top + other.height <= self.top + self.height + tolerance
    }
}

/// The boxes of every page of a report.
///
/// # Errors
/// Only where the embedded fonts cannot be read.
pub fn boxes(report: &Report) -> Result<Vec<PageBoxes>, PdfError> {
    let fonts = Fonts::load()?;
    let pieces = Pieces::of(report, &fonts, |_| Ok(()))?;
    let sheet = pieces.sheet();
    let (pages, covers) = pieces.pages();
    let count = pages.len();
    let places = places(&pages, sheet, report.sections.len());
    let area = Box { x: sheet.left(), top: sheet.top(), width: sheet.text_width(), height: sheet.text_height() };
    let mut all = Vec::with_capacity(count);
    for (number, page) in pages.iter().enumerate() {
        let mut boxes = Vec::new();
        for placed in page {
            let (left, top) = (sheet.left(), sheet.top() + placed.y);
            boxes.extend(placed.piece.marks.iter().filter_map(|mark| match mark {
                Mark::PageNumber(number) => around(&Mark::Text(number.text(&fonts, &places)), left, top),
                mark => around(mark, left, top),
            }));
        }
        let foot = foot_of(&fonts, &report.meta, sheet, (number, covers), count);
        boxes.extend(foot.iter().map(|text| (What::Foot(words(text)), text_box(text, 0.0, 0.0))));
        all.push(PageBoxes { width: sheet.width, height: sheet.height, area, boxes });
    }
    Ok(all)
}

fn around(mark: &Mark<'_>, left: f32, top: f32) -> Option<(What, Box)> {
    match mark {
        Mark::Text(text) => Some((What::Text(words(text)), text_box(text, left, top))),
        Mark::Chart { x, y, scale, drawing, .. } => {
            let (width, height) = (drawing.width * scale, drawing.height * scale);
            Some((What::Figure(drawing.alt.clone()), Box { x: left + x, top: top + y, width, height }))
        }
        Mark::Picture { x, y, width, height, picture, .. } => {
            let area = Box { x: left + x, top: top + y, width: *width, height: *height };
            Some((What::Picture(picture.alt.clone()), area))
        }
        Mark::Rule { .. } | Mark::Pill { .. } | Mark::Attention { .. } | Mark::PageNumber(_) => None,
    }
}

fn words(text: &TextMark) -> String {
    text.spans.iter().map(|span| span.text.as_str()).collect()
}

fn text_box(text: &TextMark, left: f32, top: f32) -> Box {
    let upper = top + text.baseline - ASCENDER * text.size;
    Box { x: left + text.x, top: upper, width: text.width, height: (ASCENDER + DESCENDER) * text.size }
}
