//! The cover: who, what, when, the sentence to remember and the stair of levels.

use super::blocks::{BAR, Frame, SMALL, Setter, Style, space};
use super::figure;
use super::flow::{Keep, Mark, Piece};
use super::lines::Line;
use super::sheet::mm;
use super::tags::Role;
use crate::report::{Cover, Picture, Run};
use crate::style::Ink;

const KICKER: Style = Style::new(12.0, 16.0, Ink::Action);
/// The title's sizes from the largest down, with the most lines each may take.
const TITLES: [(Style, usize); 3] = [
    (Style::new(32.0, 38.0, Ink::Text), 3),
    (Style::new(24.0, 30.0, Ink::Text), 5),
    (Style::new(16.0, 21.0, Ink::Text), usize::MAX),
];
const LINES: Style = Style::new(11.0, 16.0, Ink::Quiet);
const HEADLINE: Style = Style::new(17.0, 24.0, Ink::Text);
/// The headline's measure: short lines, for reading once and remembering.
const HEADLINE_MEASURE: f32 = 420.0;
/// Space above the bar, with the logo in it, and at least so much below the logo.
const TOP: f32 = 56.0;
const LEAST_TOP: f32 = 40.0;
/// How much of the page the chart may take.
const CHART_SHARE: f32 = 0.36;

/// The most room a logo takes, in points: 60 by 22 millimetres.
const LOGO: (f32, f32) = (mm(60.0), mm(22.0));
/// The size of a pixel in points where there is room: at more the picture would look coarse.
const PIXEL: f32 = 0.5;

/// Space above the chart.
const CHART_SPACE: f32 = 32.0;
/// Lowest chart that still says something.
const LEAST_CHART: f32 = 90.0;
/// Least space above the note.
const LEAST_NOTE_SPACE: f32 = 12.0;

/// Height of pieces on top of each other.
fn stacked(pieces: &[Piece<'_>]) -> f32 {
    pieces.iter().map(|piece| piece.height).sum::<f32>()
        + pieces.windows(2).map(|pair| pair[0].after.max(pair[1].before)).sum::<f32>()
}

impl Setter<'_> {
    /// The cover's pieces; the note stands at the foot of the page where there is room above it.
    pub(super) fn cover<'r>(&mut self, cover: &'r Cover, logo: Option<&'r Picture>, frame: Frame) -> Vec<Piece<'r>> {
        let around = self.inside;
        self.inside = self.tag(Role::Section);
        let mut pieces: Vec<Piece<'r>> = logo.and_then(|logo| self.logo(logo, frame)).into_iter().collect();
        let room = pieces.first().map_or(TOP, |logo| (TOP - logo.height).max(LEAST_TOP));
        let bar = Mark::Rule { x: frame.x, y: room, width: BAR.0 * 2.0, thickness: BAR.1 * 1.6, ink: Ink::Action };
        pieces.push(Piece { after: 16.0, ..Piece::new(room, vec![bar]) });
        let kicker = self.lines(&[Run::strong(&cover.kicker)], KICKER, frame.width);
        pieces.extend(self.cover_text(kicker, frame, KICKER, 0.0));
        let title =
            TITLES.iter().map(|(style, most)| (self.display_lines(&cover.title, *style, frame.width), *style, *most));
        if let Some((lines, style, _)) = title.into_iter().find(|(lines, _, most)| lines.len() <= *most)
            && !lines.is_empty()
        {
            let tag = self.heading_tag(1);
            let mut title = self.pieces(lines, frame.x, style, tag);
            space(&mut title, 6.0, 0.0);
            pieces.extend(title);
        }
        for (index, line) in cover.lines.iter().enumerate() {
            let before = if index == 0 { 12.0 } else { 0.0 };
            let lines = self.lines(&[Run::plain(line)], LINES, frame.width);
            pieces.extend(self.cover_text(lines, frame, LINES, before));
        }
        let measure = frame.width.min(HEADLINE_MEASURE);
        let headline = self.display_lines(&cover.headline, HEADLINE, measure);
        pieces.extend(self.cover_text(headline, frame, HEADLINE, 44.0));
        let note = self.lines(&[Run::plain(&cover.note)], SMALL, measure);
        let mut note = self.cover_text(note, frame, SMALL, 0.0);
        if let Some(drawing) = cover.figure.as_ref().filter(|drawing| figure::has_area(drawing)) {
            // Whatever else is on it, the cover is one page: the chart takes what is left.
            let taken = stacked(&pieces) + note.iter().map(|piece| piece.height).sum::<f32>();
            let left = self.page_height - taken - CHART_SPACE - LEAST_NOTE_SPACE;
            let most = (self.page_height * CHART_SHARE).min(left.max(LEAST_CHART));
            let scale = (frame.width / drawing.width).min(most / drawing.height);
            let tag = self.figure_tag(self.inside, drawing, [&cover.headline, &cover.title]);
            let chart = Mark::Chart { tag, x: frame.x, y: 0.0, scale, drawing };
            pieces.push(Piece { before: CHART_SPACE, ..Piece::new(drawing.height * scale, vec![chart]) });
        }
        let used = stacked(&pieces) + note.iter().map(|piece| piece.height).sum::<f32>();
        space(&mut note, (self.page_height - used).max(LEAST_NOTE_SPACE), 0.0);
        for piece in note.iter_mut().rev().skip(1) {
            piece.keep = Keep::Tied;
        }
        pieces.extend(note);
        self.inside = around;
        pieces
    }

    fn cover_text<'r>(&mut self, lines: Vec<Line>, frame: Frame, style: Style, before: f32) -> Vec<Piece<'r>> {
        let tag = self.tag(Role::Paragraph);
        let mut pieces = self.pieces(lines, frame.x, style, tag);
        space(&mut pieces, before, 0.0);
        pieces
    }

    /// The logo, as large as there is room for it; none where it has no pixels to show.
    fn logo<'r>(&mut self, logo: &'r Picture, frame: Frame) -> Option<Piece<'r>> {
        let pixels = (logo.width as usize).checked_mul(logo.height as usize)?.checked_mul(4)?;
        if pixels == 0 || pixels != logo.rgba.len() {
            return None;
        }
        let (width, height) = (logo.width as f32, logo.height as f32);
        let scale = PIXEL.min(LOGO.0.min(frame.width) / width).min(LOGO.1 / height);
        let (width, height) = (width * scale, height * scale);
        let tag = self.tag(Role::Figure);
        self.tags.describe(tag, if logo.alt.trim().is_empty() { "Logo" } else { &logo.alt }.to_owned());
        Some(Piece::new(height, vec![Mark::Picture { tag, x: frame.x, y: 0.0, width, height, picture: logo }]))
    }
}
