//! Blocks of the report cut into pieces: paragraphs, bullets, headings, figures, cards. Sizes and spaces are decided here.

use super::figure;
use super::flow::{Edge, Keep, Mark, Piece};
use super::fonts::Fonts;
use super::lines::{Line, break_evenly, break_lines};
use crate::report::{Block, CardKind, Drawing, Run, Section, Tone};
use crate::style::Ink;

/// How lines of text are set, in points.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f32,
    /// From baseline to baseline.
    pub(super) leading: f32,
    pub(super) ink: Ink,
}

impl Style {
    pub(super) const fn new(size: f32, leading: f32, ink: Ink) -> Self {
        Self { size, leading, ink }
    }

    /// From the top of a line to its baseline, so that capitals stand in the line's middle.
    pub(super) fn baseline(self) -> f32 {
        self.leading / 2.0 + 0.33 * self.size
    }
}

pub(super) const LEAD: Style = Style::new(13.0, 18.0, Ink::Text);
pub(super) const BODY: Style = Style::new(10.0, 14.5, Ink::Text);
pub(super) const SMALL: Style = Style::new(8.5, 12.0, Ink::Quiet);
const CHAPTER: Style = Style::new(20.0, 25.0, Ink::Text);
const PART: Style = Style::new(14.5, 19.0, Ink::Text);
const HEADING: Style = Style::new(11.5, 16.0, Ink::Text);
const CARD_TITLE: Style = Style::new(11.0, 15.0, Ink::Text);

/// The widest line for reading: about 85 letters of body text. Tables, figures and cards may use the whole text area.
const MEASURE: f32 = 412.0;
/// The petrol bar above a chapter's heading and on the cover.
pub(super) const BAR: (f32, f32) = (28.0, 2.5);
/// From a bullet to its text.
const BULLET_INDENT: f32 = 13.0;
/// From a card's edge to its text.
const CARD_INDENT: f32 = 15.0;
/// How much of the page a chart may take, so that its caption and a heading fit beside it.
const CHART_SHARE: f32 = 0.8;

/// The part of the text area a block is set in.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) x: f32,
    pub(super) width: f32,
}

/// Cuts blocks into pieces, counting figures and cards on the way.
pub(super) struct Setter<'f> {
    pub(super) fonts: &'f Fonts,
    /// Height of the text area of a page.
    pub(super) page_height: f32,
    /// “Figure” in the report's language.
    figure: &'static str,
    figures: usize,
    cards: usize,
}

impl<'f> Setter<'f> {
    /// For a report in a language, given by its code, on pages with a text area of this height.
    pub(super) fn new(fonts: &'f Fonts, language: &str, page_height: f32) -> Self {
        let figure = if language.starts_with("it") { "Figura" } else { "Figure" };
        Self { fonts, page_height, figure, figures: 0, cards: 0 }
    }

    /// A section with its heading; `index` is its place in the report.
    pub(super) fn section<'r>(&mut self, index: usize, section: &'r Section, frame: Frame) -> Vec<Piece<'r>> {
        let chapter = section.level <= 1;
        let mut pieces = if chapter {
            self.heading(&section.title, CHAPTER, frame, (36.0, 12.0))
        } else {
            self.heading(&section.title, PART, frame, (28.0, 7.0))
        };
        if let Some(first) = pieces.first_mut()
            && chapter
        {
            let room = BAR.1 + 9.0;
            lower(first, room);
            first.marks.push(Mark::Rule { x: 0.0, y: BAR.1 / 2.0, width: BAR.0, thickness: BAR.1, ink: Ink::Action });
        }
        pieces.extend(self.blocks(&section.blocks, frame));
        if let Some(first) = pieces.first_mut() {
            first.section = Some(index);
            first.new_page = section.new_page;
        }
        pieces
    }

    /// Blocks one below the other.
    pub(super) fn blocks<'r>(&mut self, blocks: &'r [Block], frame: Frame) -> Vec<Piece<'r>> {
        let mut pieces = Vec::new();
        for block in blocks {
            pieces.extend(match block {
                Block::Heading(title) => self.heading(title, HEADING, frame, (18.0, 4.0)),
                Block::Paragraph { tone, runs } => self.paragraph(*tone, runs, frame),
                Block::Bullets(items) => self.bullets(items, frame),
                Block::Table { columns, rows } => self.table(columns, rows, frame),
                Block::Figure { drawing, caption, width } => self.figure(drawing, caption, *width, frame),
                Block::Card { kind, title, tag, blocks } => self.card(*kind, title, tag.as_deref(), blocks, frame),
            });
        }
        pieces
    }

    /// The lines of a heading or another text in large type: none of them short.
    pub(super) fn display_lines(&self, text: &str, style: Style, measure: f32) -> Vec<Line> {
        break_evenly(self.fonts, &[Run::strong(text)], style.size, measure, 0.4)
    }

    /// The lines of some runs.
    pub(super) fn lines(&self, runs: &[Run], style: Style, measure: f32) -> Vec<Line> {
        break_lines(self.fonts, runs, style.size, measure)
    }

    fn heading<'r>(&self, title: &str, style: Style, frame: Frame, (before, after): (f32, f32)) -> Vec<Piece<'r>> {
        let mut pieces = pieces_of(self.display_lines(title, style, frame.width), frame.x, style);
        pieces.iter_mut().for_each(|piece| piece.keep = Keep::Tied);
        space(&mut pieces, before, after);
        pieces
    }

    fn paragraph<'r>(&self, tone: Tone, runs: &[Run], frame: Frame) -> Vec<Piece<'r>> {
        let (style, before, after) = match tone {
            Tone::Lead => (LEAD, 4.0, 12.0),
            Tone::Body => (BODY, 4.0, 8.0),
            Tone::Small => (SMALL, 4.0, 8.0),
        };
        let lines = break_evenly(self.fonts, runs, style.size, frame.width.min(MEASURE), 0.15);
        let mut pieces = pieces_of(lines, frame.x, style);
        tie_ends(&mut pieces);
        space(&mut pieces, before, after);
        let announces = runs.last().is_some_and(|run| run.text.trim_end().ends_with(':'));
        if let Some(last) = pieces.last_mut()
            && announces
        {
            last.keep = Keep::Tied;
        }
        pieces
    }

    fn bullets<'r>(&self, items: &[Vec<Run>], frame: Frame) -> Vec<Piece<'r>> {
        let mut pieces: Vec<Piece<'r>> = Vec::new();
        for runs in items {
            let measure = frame.width.min(MEASURE) - BULLET_INDENT;
            let lines = break_evenly(self.fonts, runs, BODY.size, measure, 0.15);
            let mut item = pieces_of(lines, frame.x + BULLET_INDENT, BODY);
            tie_ends(&mut item);
            space(&mut item, 3.5, 3.5);
            if let Some(first) = item.first_mut() {
                let bullet = self.lines(&[Run::strong("•")], BODY, measure);
                let mut marks = pieces_of(bullet, frame.x + 1.0, Style { ink: Ink::Action, ..BODY });
                first.marks.splice(0..0, marks.drain(..).flat_map(|piece| piece.marks));
            }
            pieces.extend(item);
        }
        space(&mut pieces, 4.0, 10.0);
        pieces
    }

    fn figure<'r>(&mut self, drawing: &'r Drawing, caption: &str, width: f32, frame: Frame) -> Vec<Piece<'r>> {
        self.figures += 1;
        let mut piece = Piece { before: 12.0, after: 18.0, ..Piece::new(0.0, Vec::new()) };
        if figure::has_area(drawing) {
            let share = if width.is_finite() && width > 0.0 { width.min(1.0) } else { 1.0 };
            let scale = (frame.width * share / drawing.width).min(self.page_height * CHART_SHARE / drawing.height);
            piece.marks.push(Mark::Chart { x: frame.x, y: 0.0, scale, drawing });
            piece.height = drawing.height * scale + 7.0;
        }
        let mut runs = vec![Run::strong(format!("{}\u{a0}{}.", self.figure, self.figures))];
        if !caption.trim().is_empty() {
            runs.push(Run::plain(format!(" {caption}")));
        }
        for line in self.lines(&runs, SMALL, frame.width.min(MEASURE)) {
            piece.marks.push(mark(line, frame.x, piece.height, SMALL));
            piece.height += SMALL.leading;
        }
        vec![piece]
    }

    fn card<'r>(
        &mut self,
        kind: CardKind,
        title: &str,
        tag: Option<&str>,
        blocks: &'r [Block],
        frame: Frame,
    ) -> Vec<Piece<'r>> {
        let ink = match kind {
            CardKind::Plain => Ink::Action,
            CardKind::Attention => Ink::Attention,
        };
        self.cards += 1;
        let card = self.cards;
        let inner = Frame { x: frame.x + CARD_INDENT, width: (frame.width - CARD_INDENT).max(0.0) };
        let mut pieces = self.card_head(kind, title, tag, ink, inner);
        let mut content = self.blocks(blocks, inner);
        if let Some(first) = content.first_mut() {
            first.before = first.before.min(3.0);
        }
        pieces.extend(content);
        for piece in &mut pieces {
            piece.keep = piece.keep.max(Keep::Whole);
            piece.edge = piece.edge.or(Some(Edge { card, x: frame.x, ink }));
        }
        if let Some(first) = pieces.first_mut() {
            lower(first, 1.0);
        }
        if let Some(last) = pieces.last_mut() {
            last.keep = Keep::Free;
            last.height += 3.0;
        }
        space(&mut pieces, 14.0, 14.0);
        pieces
    }

    /// The title with the tag beside it, or below it where the tag is long.
    fn card_head<'r>(&self, kind: CardKind, title: &str, tag: Option<&str>, ink: Ink, inner: Frame) -> Vec<Piece<'r>> {
        let sign = if kind == CardKind::Attention { 16.0 } else { 0.0 };
        let tag_style = Style { ink, ..SMALL };
        let tag_lines = tag.map_or_else(Vec::new, |tag| self.lines(&[Run::strong(tag)], tag_style, inner.width));
        let pill = match tag_lines.as_slice() {
            [line] if line.width < inner.width * 0.4 => Some(line.width + 14.0),
            _ => None,
        };
        let measure = inner.width - sign - pill.map_or(0.0, |pill| pill + 12.0);
        let mut pieces = pieces_of(self.display_lines(title, CARD_TITLE, measure), inner.x + sign, CARD_TITLE);
        if pieces.is_empty() && (sign > 0.0 || pill.is_some()) {
            pieces.push(Piece::new(CARD_TITLE.leading, Vec::new()));
        }
        if let Some(first) = pieces.first_mut() {
            if sign > 0.0 {
                first.marks.push(Mark::Attention { x: inner.x, y: CARD_TITLE.leading / 2.0 - 5.5, height: 10.0 });
            }
            if let (Some(width), Some(line)) = (pill, tag_lines.first()) {
                let (x, height) = (inner.x + inner.width - width, 14.0);
                let top = (CARD_TITLE.leading - height) / 2.0;
                first.marks.push(Mark::Pill { x, y: top, width, height, ink });
                first.marks.push(mark(line.clone(), x + 7.0, (CARD_TITLE.leading - SMALL.leading) / 2.0, tag_style));
            }
        }
        if pill.is_none() {
            pieces.extend(pieces_of(tag_lines, inner.x, tag_style));
        }
        pieces.iter_mut().for_each(|piece| piece.keep = Keep::Tied);
        pieces
    }
}

/// A line of text with its top at `top` of its piece.
pub(super) fn mark<'r>(line: Line, x: f32, top: f32, style: Style) -> Mark<'r> {
    Mark::Text { x, baseline: top + style.baseline(), spans: line.spans, size: style.size, ink: style.ink }
}

/// A piece for each line.
pub(super) fn pieces_of<'r>(lines: Vec<Line>, x: f32, style: Style) -> Vec<Piece<'r>> {
    lines.into_iter().map(|line| Piece::new(style.leading, vec![mark(line, x, 0.0, style)])).collect()
}

/// Space above the first and below the last of some pieces.
pub(super) fn space(pieces: &mut [Piece<'_>], before: f32, after: f32) {
    if let Some(first) = pieces.first_mut() {
        first.before = before;
    }
    if let Some(last) = pieces.last_mut() {
        last.after = after;
    }
}

/// No page ends after the first line of a paragraph or begins with its last.
fn tie_ends(pieces: &mut [Piece<'_>]) {
    let count = pieces.len();
    for (index, piece) in pieces.iter_mut().enumerate() {
        if index + 1 < count && (index == 0 || index + 2 == count) {
            piece.keep = Keep::Tied;
        }
    }
}

/// Moves what a piece shows down, making room above it.
fn lower(piece: &mut Piece<'_>, room: f32) {
    piece.height += room;
    for mark in &mut piece.marks {
        match mark {
            Mark::Text { baseline, .. } => *baseline += room,
            Mark::Rule { y, .. } | Mark::Pill { y, .. } | Mark::Attention { y, .. } | Mark::Chart { y, .. } => {
                *y += room
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::paragraph;

    const FRAME: Frame = Frame { x: 0.0, width: 470.0 };

    fn set<'r>(setter: &mut Setter<'_>, blocks: &'r [Block]) -> Vec<Piece<'r>> {
        setter.blocks(blocks, FRAME)
    }

    fn texts(pieces: &[Piece<'_>]) -> Vec<String> {
        let spans = pieces.iter().flat_map(|piece| &piece.marks).filter_map(|mark| match mark {
            Mark::Text { spans, .. } => Some(spans),
            _ => None,
        });
        spans.map(|spans| spans.iter().map(|span| span.text.as_str()).collect()).collect()
    }

    #[test]
    fn figures_are_numbered_through_and_named_in_the_language() {
        let fonts = Fonts::load().unwrap();
        let drawing = Drawing { width: 100.0, height: 50.0, shapes: vec![], spots: vec![], alt: String::new() };
        let figure = Block::Figure { drawing, caption: "Il profilo".into(), width: 0.5 };
        for (language, name) in [("it", "Figura"), ("en", "Figure")] {
            let mut setter = Setter::new(&fonts, language, 700.0);
            let first = texts(&set(&mut setter, std::slice::from_ref(&figure))).concat();
            let second = texts(&set(&mut setter, std::slice::from_ref(&figure))).concat();
            assert!(first.starts_with(&format!("{name} 1.")) && first.ends_with("Il profilo"), "{first}");
            assert!(second.starts_with(&format!("{name} 2.")), "{second}");
        }
    }

    #[test]
    fn a_figure_is_one_piece_that_fits_a_page() {
        let fonts = Fonts::load().unwrap();
        let mut setter = Setter::new(&fonts, "it", 700.0);
        let drawing = Drawing { width: 10.0, height: 9000.0, shapes: vec![], spots: vec![], alt: String::new() };
        let blocks = [Block::Figure { drawing, caption: "Alta".into(), width: 1.0 }];
        let pieces = set(&mut setter, &blocks);
        assert_eq!(pieces.len(), 1);
        assert!(pieces[0].height <= 700.0);
    }

    #[test]
    fn the_ends_of_a_paragraph_are_tied() {
        let fonts = Fonts::load().unwrap();
        let mut setter = Setter::new(&fonts, "it", 700.0);
        let blocks = [paragraph(Tone::Body, "parola ".repeat(100))];
        let keeps: Vec<Keep> = set(&mut setter, &blocks).iter().map(|piece| piece.keep).collect();
        assert!(keeps.len() >= 5);
        assert_eq!(keeps[..2], [Keep::Tied, Keep::Free]);
        assert_eq!(keeps[keeps.len() - 3..], [Keep::Free, Keep::Tied, Keep::Free]);
    }

    #[test]
    fn a_card_is_held_together_and_ends_free() {
        let fonts = Fonts::load().unwrap();
        let mut setter = Setter::new(&fonts, "it", 700.0);
        let blocks = [Block::Card {
            kind: CardKind::Attention,
            title: "Da verificare".into(),
            tag: Some("forza 3 su 5".into()),
            blocks: vec![paragraph(Tone::Body, "parola ".repeat(100)), Block::Bullets(vec![vec![Run::plain("uno")]])],
        }];
        let pieces = set(&mut setter, &blocks);
        let (last, inside) = pieces.split_last().unwrap();
        assert!(inside.iter().all(|piece| piece.keep >= Keep::Whole));
        assert_eq!(last.keep, Keep::Free);
        assert!(pieces.iter().all(|piece| piece.edge.is_some_and(|edge| edge.ink == Ink::Attention)));
        assert!(texts(&pieces).iter().any(|text| text == "forza 3 su 5"));
    }

    #[test]
    fn nothing_is_set_of_nothing() {
        let fonts = Fonts::load().unwrap();
        let mut setter = Setter::new(&fonts, "it", 700.0);
        let blocks = [
            Block::Heading(String::new()),
            paragraph(Tone::Lead, ""),
            Block::Bullets(vec![vec![], vec![Run::plain("")]]),
            Block::Table { columns: vec![], rows: vec![vec![]] },
            Block::Card { kind: CardKind::Plain, title: String::new(), tag: None, blocks: vec![] },
        ];
        assert!(set(&mut setter, &blocks).is_empty());
    }
}
