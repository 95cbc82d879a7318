//! Pages: the running foot, and everything painted at its place.

use super::blocks::{Frame, SMALL, Setter, Style};
use super::canvas::Canvas;
use super::figure;
use super::flow::{Edge, Mark, Page, Piece, TextMark, stack};
use super::fonts::{ASCENDER, DESCENDER, Fonts};
use super::lines::{Line, break_at_most};
use super::links::Link;
use super::sheet::Sheet;
use super::tags::Tags;
use super::{PdfError, Watch};
use crate::report::drawing::{Fill, Stroke};
use crate::report::{Meta, Report, Run};
use crate::style::Ink;

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
    pub(super) tags: Tags,
    /// A place for each of the report's sections that shows anything.
    pub(super) places: Vec<Option<Place>>,
    pub(super) links: Vec<Link>,
}

/// The report cut into pieces.
pub(super) struct Pieces<'r> {
    sheet: Sheet,
    cover: Vec<Piece<'r>>,
    body: Vec<Piece<'r>>,
    tags: Tags,
}

impl<'r> Pieces<'r> {
    /// Cuts the whole report; `at` is told how many sections are done.
    pub(super) fn of(
        report: &'r Report,
        fonts: &Fonts,
        mut at: impl FnMut(usize) -> Result<(), PdfError>,
    ) -> Result<Self, PdfError> {
        let sheet = Sheet::of(report.meta.paper);
        let frame = Frame { x: 0.0, width: sheet.text_width() };
        let mut setter = Setter::new(fonts, &report.meta.language, sheet.text_height());
        setter.announce(&report.sections);
        let logo = report.look.logo.as_ref();
        let cover = report.cover.as_ref().map_or_else(Vec::new, |cover| setter.cover(cover, logo, frame));
        let mut body = Vec::new();
        for (index, section) in report.sections.iter().enumerate() {
            at(index)?;
            body.extend(setter.section(index, section, frame));
        }
        Ok(Self { sheet, cover, body, tags: setter.tags })
    }

    /// The pages, and how many of them are the cover's. There is at least one.
    pub(super) fn pages(&self) -> (Vec<Page<'_, 'r>>, usize) {
        let height = self.sheet.text_height();
        let stacked = |pieces| if <[Piece<'_>]>::is_empty(pieces) { Vec::new() } else { stack(pieces, height) };
        let mut pages = stacked(&self.cover);
        let covers = pages.len();
        pages.extend(stacked(&self.body));
        if pages.is_empty() {
            pages.push(Page::new());
        }
        (pages, covers)
    }

    pub(super) fn sheet(&self) -> Sheet {
        self.sheet
    }
}

/// Sets the whole report: half of the way its sections, the other half its pages.
pub(super) fn lay_out(report: &Report, fonts: &Fonts, watch: Watch<'_>) -> Result<Laid, PdfError> {
    let mut at = |first: f32, done: usize, of: usize| {
        let share = first + 0.5 * done as f32 / of.max(1) as f32;
        if watch(share).is_break() { Err(PdfError::Stopped) } else { Ok(()) }
    };
    let mut pieces = Pieces::of(report, fonts, |done| at(0.0, done, report.sections.len()))?;
    let sheet = pieces.sheet;
    let tags = std::mem::replace(&mut pieces.tags, Tags::new());
    let (pages, covers) = pieces.pages();
    let mut canvas = Canvas::new(fonts, report.look.palette, sheet, tags);
    let places = places(&pages, sheet, report.sections.len());
    for (number, page) in pages.iter().enumerate() {
        at(0.5, number, pages.len())?;
        canvas.page();
        paint(&mut canvas, fonts, sheet, page, &places);
        canvas.foot();
        if number >= covers {
            canvas.line(
                &[(sheet.left(), sheet.foot()), (sheet.left() + sheet.text_width(), sheet.foot())],
                Stroke::solid(Ink::Line, 0.5),
            );
        }
        for text in foot_of(fonts, &report.meta, sheet, (number, covers), pages.len()) {
            canvas.text((text.x, text.baseline), &text.spans, text.size, text.ink, false);
        }
    }
    let (document, tags, links) = canvas.finish()?;
    Ok(Laid { document, tags, places, links })
}

/// Where each of so many sections begins.
pub(super) fn places(pages: &[Page<'_, '_>], sheet: Sheet, sections: usize) -> Vec<Option<Place>> {
    let mut places = vec![None; sections];
    for (number, placed) in pages.iter().enumerate().flat_map(|(number, page)| page.iter().map(move |p| (number, p))) {
        if let Some(place) = placed.piece.section.and_then(|index| places.get_mut(index)) {
            *place = Some(Place { page: number, y: sheet.height - sheet.top() - placed.y });
        }
    }
    places
}

fn paint(canvas: &mut Canvas<'_>, fonts: &Fonts, sheet: Sheet, page: &Page<'_, '_>, places: &[Option<Place>]) {
    let (left, top) = (sheet.left(), sheet.top());
    canvas.claim(None);
    for (edge, upper, lower) in edges(page) {
        canvas.block(left + edge.x, top + upper, EDGE, lower - upper, edge.ink);
    }
    for placed in page {
        for mark in &placed.piece.marks {
            paint_mark(canvas, fonts, mark, (left, top + placed.y), places);
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

fn paint_mark(
    canvas: &mut Canvas<'_>,
    fonts: &Fonts,
    mark: &Mark<'_>,
    (left, top): (f32, f32),
    places: &[Option<Place>],
) {
    match mark {
        Mark::Text(text) => paint_text(canvas, text, left, top),
        Mark::PageNumber(number) => paint_text(canvas, &number.text(fonts, places), left, top),
        Mark::Rule { x, y, width, thickness, ink } => {
            canvas.claim(None);
            canvas.block(left + x, top + y - thickness / 2.0, *width, *thickness, *ink);
        }
        Mark::Pill { x, y, width, height, ink } => {
            let (left, top) = (left + x, top + y);
            canvas.claim(None);
            let stroke = Stroke::solid(*ink, 0.6);
            canvas.rounded((left, top), (left + width, top + height), height / 2.0, None, Some(stroke));
        }
        Mark::Attention { x, y, height } => {
            canvas.claim(None);
            attention(canvas, left + x, top + y, *height);
        }
        Mark::Chart { tag, x, y, scale, drawing } => {
            let (left, top) = (left + x, top + y);
            canvas.claim(Some(*tag));
            canvas.place(*tag, (left, top), (drawing.width * scale, drawing.height * scale));
            figure::paint(canvas, fonts, drawing, left, top, *scale);
        }
        Mark::Picture { tag, x, y, width, height, picture } => {
            canvas.claim(Some(*tag));
            canvas.place(*tag, (left + x, top + y), (*width, *height));
            canvas.picture(picture, (left + x, top + y), (*width, *height));
        }
    }
}

fn paint_text(canvas: &mut Canvas<'_>, text: &TextMark, left: f32, top: f32) {
    let (x, baseline) = (left + text.x, top + text.baseline);
    canvas.claim(text.tag);
    canvas.text((x, baseline), &text.spans, text.size, text.ink, text.spaced);
    if let (Some(tag), Some(leads)) = (text.tag, &text.leads) {
        let height = (ASCENDER + DESCENDER) * text.size;
        canvas.link(tag, (x, baseline - ASCENDER * text.size), (text.width, height), leads.clone());
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

/// The foot of a page counted from 0: of the cover only by which data it was made from.
pub(super) fn foot_of(
    fonts: &Fonts,
    meta: &Meta,
    sheet: Sheet,
    (number, covers): (usize, usize),
    count: usize,
) -> Vec<TextMark> {
    if number >= covers {
        return foot(fonts, meta, sheet, number + 1, count);
    }
    let bare = Meta { footer: String::new(), page_label: String::new(), ..meta.clone() };
    foot(fonts, &bare, sheet, number + 1, count)
}

/// The running text at the left; the number of the page at the right, with the digest of the data below it. Places are on
/// the paper.
fn foot(fonts: &Fonts, meta: &Meta, sheet: Sheet, number: usize, count: usize) -> Vec<TextMark> {
    let one = |text: &str, measure: f32| break_at_most(fonts, &[Run::plain(text)], FOOT.size, measure, 1);
    let label = meta.page_label.replace("{page}", &number.to_string()).replace("{pages}", &count.to_string());
    let mut ends = one(&label, sheet.text_width() / 3.0);
    if let Some(digest) = &meta.digest_line {
        ends.extend(one(digest, sheet.text_width() / 2.0));
    }
    let widest = ends.iter().map(|line| line.width).fold(0.0, f32::max);
    let measure = sheet.text_width() - widest - 24.0;
    let running = break_at_most(fonts, &[Run::plain(&meta.footer)], FOOT.size, measure, 2);
    let mark = |x: f32, index: usize, line: Line| TextMark {
        tag: None,
        x,
        baseline: sheet.foot() + 5.0 + FOOT.baseline() + index as f32 * FOOT.leading,
        width: line.width,
        spans: line.spans,
        size: FOOT.size,
        ink: FOOT.ink,
        spaced: false,
        leads: None,
    };
    let running = running.into_iter().enumerate().map(|(index, line)| mark(sheet.left(), index, line));
    let right = sheet.left() + sheet.text_width();
    let ends = ends.into_iter().enumerate().map(|(index, line)| mark(right - line.width, index, line));
    running.chain(ends).collect()
}

/// The running foot.
const FOOT: Style = SMALL;
