//! The cover: who, what, when, the sentence to remember and the stair of levels.

use super::blocks::{BAR, Frame, SMALL, Setter, Style, pieces_of, space};
use super::figure;
use super::flow::{Keep, Mark, Piece};
use super::lines::Line;
use crate::report::{Cover, Run};
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
/// Space above the bar.
const TOP: f32 = 56.0;
/// How much of the page the chart may take.
const CHART_SHARE: f32 = 0.36;

impl Setter<'_> {
    /// The cover's pieces; the note stands at the foot of the page where there is room above it.
    pub(super) fn cover<'r>(&self, cover: &'r Cover, frame: Frame) -> Vec<Piece<'r>> {
        let bar = Mark::Rule { x: frame.x, y: TOP, width: BAR.0 * 2.0, thickness: BAR.1 * 1.6, ink: Ink::Action };
        let mut pieces = vec![Piece { after: 16.0, ..Piece::new(TOP, vec![bar]) }];
        let mut add = |lines: Vec<Line>, style: Style, before: f32| {
            let mut part = pieces_of(lines, frame.x, style);
            space(&mut part, before, 0.0);
            pieces.extend(part);
        };
        add(self.lines(&[Run::strong(&cover.kicker)], KICKER, frame.width), KICKER, 0.0);
        let title =
            TITLES.iter().map(|(style, most)| (self.display_lines(&cover.title, *style, frame.width), *style, *most));
        if let Some((lines, style, _)) = title.into_iter().find(|(lines, _, most)| lines.len() <= *most) {
            add(lines, style, 6.0);
        }
        for (index, line) in cover.lines.iter().enumerate() {
            let before = if index == 0 { 12.0 } else { 0.0 };
            add(self.lines(&[Run::plain(line)], LINES, frame.width), LINES, before);
        }
        let measure = frame.width.min(HEADLINE_MEASURE);
        add(self.display_lines(&cover.headline, HEADLINE, measure), HEADLINE, 44.0);
        if let Some(drawing) = cover.figure.as_ref().filter(|drawing| figure::has_area(drawing)) {
            let scale = (frame.width / drawing.width).min(self.page_height * CHART_SHARE / drawing.height);
            let chart = Mark::Chart { x: frame.x, y: 0.0, scale, drawing };
            pieces.push(Piece { before: 32.0, ..Piece::new(drawing.height * scale, vec![chart]) });
        }
        let mut note = pieces_of(self.lines(&[Run::plain(&cover.note)], SMALL, measure), frame.x, SMALL);
        let used: f32 = pieces.iter().chain(&note).map(|piece| piece.height).sum::<f32>()
            + pieces.windows(2).map(|pair| pair[0].after.max(pair[1].before)).sum::<f32>();
        space(&mut note, (self.page_height - used).max(24.0), 0.0);
        for piece in note.iter_mut().rev().skip(1) {
            piece.keep = Keep::Tied;
        }
        pieces.extend(note);
        pieces
    }
}
