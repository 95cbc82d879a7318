//! Pages: margins, the running foot, and everything painted at its place.

use super::blocks::{Frame, SMALL, Setter};
use super::canvas::{Canvas, PAPER_HEIGHT, PAPER_WIDTH, mm};
use super::figure;
use super::flow::{Edge, Mark, Page, Piece, stack};
use super::fonts::Fonts;
use super::lines::{Line, break_at_most};
use super::{PdfError, Watch};
use crate::report::drawing::{Fill, Stroke};
use crate::report::{Meta, Report, Run};
use crate::style::Ink;

const MARGIN: f32 = mm(22.0);
const TOP: f32 = mm(22.0);
const BOTTOM: f32 = mm(27.0);
const TEXT_WIDTH: f32 = PAPER_WIDTH - 2.0 * MARGIN;
const TEXT_HEIGHT: f32 = PAPER_HEIGHT - TOP - BOTTOM;
/// The rule above the running foot.
const FOOT: f32 = PAPER_HEIGHT - mm(18.5);
/// Width of a card's edge.
const EDGE: f32 = 2.5;

/// Where a section begins: page from 0, and height above the lower edge of the paper in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) page: usize,
    pub(super) y: f32,
}

/// The painted document.
pub(super) struct Laid {
    pub(super) document: lopdf::Document,
    /// A place for each of the report's sections that shows anything.
    pub(super) places: Vec<Option<Place>>,
}

/// Sets the whole report: half of the way its sections, the other half its pages.
pub(super) fn lay_out(report: &Report, fonts: &Fonts, watch: Watch<'_>) -> Result<Laid, PdfError> {
    let mut at = |first: f32, done: usize, of: usize| {
        let share = first + 0.5 * done as f32 / of.max(1) as f32;
        if watch(share).is_break() { Err(PdfError::Stopped) } else { Ok(()) }
    };
    let frame = Frame { x: 0.0, width: TEXT_WIDTH };
    let mut setter = Setter::new(fonts, &report.meta.language, TEXT_HEIGHT);
    let cover = report.cover.as_ref().map_or_else(Vec::new, |cover| setter.cover(cover, frame));
    let mut body: Vec<Piece<'_>> = Vec::new();
    for (index, section) in report.sections.iter().enumerate() {
        at(0.0, index, report.sections.len())?;
        body.extend(setter.section(index, section, frame));
    }
    let cover = if cover.is_empty() { Vec::new() } else { stack(&cover, TEXT_HEIGHT) };
    let body = if body.is_empty() { Vec::new() } else { stack(&body, TEXT_HEIGHT) };

    let count = cover.len() + body.len();
    let mut canvas = Canvas::new(fonts);
    let mut places = vec![None; report.sections.len()];
    for (number, page) in cover.iter().chain(&body).enumerate() {
        at(0.5, number, count)?;
        canvas.page();
        paint(&mut canvas, fonts, page);
        if number >= cover.len() {
            foot(&mut canvas, fonts, &report.meta, number + 1, count);
        }
        for placed in page {
            if let Some(place) = placed.piece.section.and_then(|index| places.get_mut(index)) {
                *place = Some(Place { page: number, y: PAPER_HEIGHT - TOP - placed.y });
            }
        }
    }
    Ok(Laid { document: canvas.finish()?, places })
}

fn paint(canvas: &mut Canvas<'_>, fonts: &Fonts, page: &Page<'_, '_>) {
    for (edge, top, bottom) in edges(page) {
        canvas.block(MARGIN + edge.x, TOP + top, EDGE, bottom - top, edge.ink);
    }
    for placed in page {
        for mark in &placed.piece.marks {
            paint_mark(canvas, fonts, mark, TOP + placed.y);
        }
    }
}

/// The edges of cards, each in one stretch down the page.
fn edges(page: &Page<'_, '_>) -> Vec<(Edge, f32, f32)> {
    let mut edges: Vec<(Edge, f32, f32)> = Vec::new();
    for placed in page {
        let Some(edge) = placed.piece.edge else { continue };
        let bottom = placed.y + placed.piece.height;
        match edges.last_mut() {
            Some((last, _, end)) if last.card == edge.card => *end = bottom,
            _ => edges.push((edge, placed.y, bottom)),
        }
    }
    edges
}

fn paint_mark(canvas: &mut Canvas<'_>, fonts: &Fonts, mark: &Mark<'_>, top: f32) {
    match mark {
        Mark::Text { x, baseline, spans, size, ink } => canvas.text(MARGIN + x, top + baseline, spans, *size, *ink),
        Mark::Rule { x, y, width, thickness, ink } => {
            canvas.block(MARGIN + x, top + y - thickness / 2.0, *width, *thickness, *ink);
        }
        Mark::Pill { x, y, width, height, ink } => {
            let (left, top) = (MARGIN + x, top + y);
            let stroke = Stroke::solid(*ink, 0.6);
            canvas.rounded((left, top), (left + width, top + height), height / 2.0, None, Some(stroke));
        }
        Mark::Attention { x, y, height } => attention(canvas, MARGIN + x, top + y, *height),
        Mark::Chart { x, y, scale, drawing } => figure::paint(canvas, fonts, drawing, MARGIN + x, top + y, *scale),
    }
}

/// A triangle with an exclamation mark in it, in shapes: it is a sign, not text to be copied.
fn attention(canvas: &mut Canvas<'_>, x: f32, y: f32, height: f32) {
    let width = height * 1.1;
    let middle = x + width / 2.0;
    let amber = Some(Fill { ink: Ink::Attention, opacity: 1.0 });
    let outline = Some(Stroke::solid(Ink::Attention, 1.2));
    canvas.polygon(&[(middle, y), (x + width, y + height), (x, y + height)], amber, outline);
    let white = Stroke::solid(Ink::Page, 1.2);
    canvas.line(&[(middle, y + 0.34 * height), (middle, y + 0.68 * height)], white);
    canvas.line(&[(middle, y + 0.78 * height), (middle, y + 0.91 * height)], white);
}

/// The running text at the left, the number of the page at the right.
fn foot(canvas: &mut Canvas<'_>, fonts: &Fonts, meta: &Meta, number: usize, count: usize) {
    let label = meta.page_label.replace("{page}", &number.to_string()).replace("{pages}", &count.to_string());
    let label = break_at_most(fonts, &[Run::plain(label)], SMALL.size, TEXT_WIDTH / 3.0, 1);
    let label_width = label.first().map_or(0.0, |line: &Line| line.width);
    let measure = TEXT_WIDTH - label_width - 24.0;
    let running = break_at_most(fonts, &[Run::plain(&meta.footer)], SMALL.size, measure, 2);
    canvas.line(&[(MARGIN, FOOT), (MARGIN + TEXT_WIDTH, FOOT)], Stroke::solid(Ink::Line, 0.5));
    let baseline = |line: usize| FOOT + 5.0 + SMALL.baseline() + line as f32 * SMALL.leading;
    for (index, line) in running.iter().enumerate() {
        canvas.text(MARGIN, baseline(index), &line.spans, SMALL.size, SMALL.ink);
    }
    for line in &label {
        let x = MARGIN + TEXT_WIDTH - line.width;
        canvas.text(x, baseline(0), &line.spans, SMALL.size, SMALL.ink);
    }
}
