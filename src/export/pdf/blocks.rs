//! Blocks of the report cut into pieces: paragraphs, bullets, headings, figures, cards. Sizes and spaces are decided here,
//! and what each piece is in the document's structure.

use std::rc::Rc;

use hypher::Lang;

use super::figure;
use super::flow::{Edge, Keep, Mark, Piece, TextMark};
use super::fonts::Fonts;
use super::lines::{self, Line, Manner, Span, break_lines, syllables};
use super::links::Leads;
use super::tags::{Role, Tag, Tags};
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

/// Leadings and spaces of text are whole quarters of a line of body text, 3.5 points; small print and tables are not.
pub(super) const LEAD: Style = Style::new(13.0, 17.5, Ink::Text);
pub(super) const BODY: Style = Style::new(10.0, 14.0, Ink::Text);
pub(super) const SMALL: Style = Style::new(8.5, 11.5, Ink::Quiet);
const CHAPTER: Style = Style::new(20.0, 24.5, Ink::Text);
const PART: Style = Style::new(14.5, 17.5, Ink::Text);
const HEADING: Style = Style::new(11.5, 14.0, Ink::Text);
const CARD_TITLE: Style = Style::new(11.0, 14.0, Ink::Text);

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
/// How much of the width two figures may take to stand beside each other.
const MOST_OF_PAIR: f32 = 0.97;
/// The longest paragraph that goes with its heading to where the table, figure or card is that it introduces.
const FEW_LINES: usize = 3;
/// The least share of the measure that the last line of a paragraph takes up where it can be helped, and of a heading.
const LAST_LINE: f32 = 0.2;
const LAST_OF_HEADING: f32 = 0.4;

/// The part of the text area a block is set in.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) x: f32,
    pub(super) width: f32,
}

/// The element that takes the lines of a text, with those that take its words in another language, its words that lead
/// somewhere and its divided word as long as they go on.
pub(super) struct Voice {
    tag: Tag,
    foreign: Option<(&'static str, Tag)>,
    leading: Option<(Rc<str>, Tag)>,
    divided: Option<(Rc<str>, Tag)>,
}

impl Voice {
    /// Nothing said yet.
    pub(super) fn of(tag: Tag) -> Self {
        Self { tag, foreign: None, leading: None, divided: None }
    }
}

/// Cuts blocks into pieces, counting figures and cards on the way and growing the document's structure.
pub(super) struct Setter<'f> {
    pub(super) fonts: &'f Fonts,
    /// Height of the text area of a page.
    pub(super) page_height: f32,
    language: String,
    syllables: Option<Lang>,
    /// “Figure” in the report's language.
    figure: &'static str,
    figures: usize,
    cards: usize,
    pub(super) tags: Tags,
    /// The element that is being filled.
    pub(super) inside: Tag,
    /// The open sections with their levels.
    sections: Vec<(u8, Tag)>,
    /// Level of the last heading: the next one is at most one deeper.
    last_heading: u8,
    /// True where the section has had a heading of its own inside.
    headed: bool,
    /// Cards are set closer than pages.
    in_card: bool,
    /// What the contents list: index, level and title of sections.
    pub(super) listed: Vec<(usize, u8, String)>,
}

impl<'f> Setter<'f> {
    /// For a report in a language, given by its code, on pages with a text area of this height.
    pub(super) fn new(fonts: &'f Fonts, language: &str, page_height: f32) -> Self {
        let tags = Tags::new();
        Self {
            fonts,
            page_height,
            language: language.to_owned(),
            syllables: syllables(language),
            figure: if language.starts_with("it") { "Figura" } else { "Figure" },
            figures: 0,
            cards: 0,
            inside: tags.root(),
            tags,
            sections: Vec::new(),
            last_heading: 0,
            headed: false,
            in_card: false,
            listed: Vec::new(),
        }
    }

    /// A section with its heading; `index` is its place in the report.
    pub(super) fn section<'r>(&mut self, index: usize, section: &'r Section, frame: Frame) -> Vec<Piece<'r>> {
        let chapter = section.level <= 1;
        self.open_section(section.level.max(1));
        let level = self.sections.len();
        let mut pieces = if chapter {
            self.heading(&section.title, level, CHAPTER, frame, (35.0, 10.5))
        } else {
            self.heading(&section.title, level, PART, frame, (28.0, 7.0))
        };
        if let Some(first) = pieces.first_mut()
            && chapter
        {
            let room = 10.5;
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

    fn open_section(&mut self, level: u8) {
        while self.sections.last().is_some_and(|(above, _)| *above >= level) {
            self.sections.pop();
        }
        let parent = self.sections.last().map_or(self.tags.root(), |(_, tag)| *tag);
        self.inside = self.tags.add(parent, Role::Section);
        self.sections.push((level, self.inside));
        self.headed = false;
    }

    /// Blocks one below the other.
    pub(super) fn blocks<'r>(&mut self, blocks: &'r [Block], frame: Frame) -> Vec<Piece<'r>> {
        let mut pieces: Vec<Piece<'r>> = Vec::new();
        let mut blocks = blocks.iter().peekable();
        // True for what follows a heading, the section's own at first.
        let mut opens = true;
        while let Some(block) = blocks.next() {
            let before = pieces.len();
            if let Some(pair) = blocks.peek().and_then(|next| self.pair(block, next, frame)) {
                pieces.push(pair);
                blocks.next();
                continue;
            }
            pieces.extend(match block {
                Block::Heading(title) => {
                    self.headed = true;
                    self.heading(title, self.sections.len() + 1, HEADING, frame, (17.5, 3.5))
                }
                Block::Paragraph { tone, runs } => self.paragraph(*tone, runs, frame),
                Block::Bullets(items) => self.bullets(items, frame),
                Block::Table { columns, rows } => self.table(columns, rows, frame),
                Block::Figure { drawing, caption, width } => self.figure(drawing, caption, *width, frame),
                Block::Contents => self.contents(frame),
                Block::Card { kind, title, tag, blocks } => self.card(*kind, title, tag.as_deref(), blocks, frame),
            });
            // A heading with a few words is not left behind by what these introduce.
            let introduces =
                matches!(blocks.peek(), Some(Block::Card { .. } | Block::Figure { .. } | Block::Table { .. }));
            let few = matches!(block, Block::Paragraph { .. }) && pieces.len() - before <= FEW_LINES;
            if opens
                && few
                && introduces
                && let Some(last) = pieces.last_mut()
            {
                last.keep = Keep::Tied;
            }
            opens = matches!(block, Block::Heading(_));
        }
        pieces
    }

    /// The lines of a heading or another text in large type: none of them short.
    pub(super) fn display_lines(&self, text: &str, style: Style, measure: f32) -> Vec<Line> {
        let manner = Manner { last: LAST_OF_HEADING, ..Manner::plain(style.size, measure) };
        lines::set(self.fonts, &[Run::strong(text)], manner)
    }

    /// The lines of some runs, with no word divided.
    pub(super) fn lines(&self, runs: &[Run], style: Style, measure: f32) -> Vec<Line> {
        break_lines(self.fonts, runs, style.size, measure)
    }

    /// The lines of running text.
    fn text_lines(&self, runs: &[Run], style: Style, measure: f32, syllables: Option<Lang>) -> Vec<Line> {
        let manner = Manner { last: LAST_LINE, syllables, ..Manner::plain(style.size, measure) };
        lines::set(self.fonts, runs, manner)
    }

    /// A new element in the one that is being filled.
    pub(super) fn tag(&mut self, role: Role) -> Tag {
        self.tags.add(self.inside, role)
    }

    /// The element of a heading that would be at `level`, had all levels above it been used.
    pub(super) fn heading_tag(&mut self, level: usize) -> Tag {
        let level = u8::try_from(level).unwrap_or(u8::MAX).min(self.last_heading + 1);
        self.last_heading = level;
        self.tag(Role::Heading(level))
    }

    /// A line with its top at `top` of its piece; words in another language are marks of their own.
    pub(super) fn marks<'r>(
        &mut self,
        line: Line,
        (x, top): (f32, f32),
        style: Style,
        voice: &mut Voice,
    ) -> Vec<Mark<'r>> {
        let mut marks: Vec<TextMark> = Vec::new();
        let mut right = x;
        for span in line.spans {
            let width = self.fonts.face(span.weight).width(&span.text, style.size);
            let tag = self.voice(&span, voice);
            let leads = span.address.clone().map(Leads::Web);
            match marks.last_mut() {
                Some(last) if last.tag == Some(tag) => {
                    last.spans.push(span);
                    last.width += width;
                }
                _ => marks.push(TextMark {
                    tag: Some(tag),
                    x: right,
                    baseline: top + style.baseline(),
                    width,
                    spans: vec![span],
                    size: style.size,
                    ink: if leads.is_some() { Ink::Action } else { style.ink },
                    spaced: false,
                    leads,
                }),
            }
            right += width;
        }
        if let Some(last) = marks.last_mut() {
            last.spaced = line.spaced;
        }
        marks.into_iter().map(Mark::Text).collect()
    }

    /// The element for a span: the text's own, or one of its words.
    fn voice(&mut self, span: &Span, voice: &mut Voice) -> Tag {
        let language = span.language.filter(|language| *language != self.language);
        let text = match (language, voice.foreign) {
            (None, _) => {
                voice.foreign = None;
                voice.tag
            }
            (Some(language), Some((going, tag))) if going == language => tag,
            (Some(language), _) => {
                let tag = self.tags.add(voice.tag, Role::Words);
                self.tags.speak(tag, language);
                voice.foreign = Some((language, tag));
                tag
            }
        };
        let text = self.part(text, Role::Link, span.address.as_ref(), &mut voice.leading).0;
        let (text, new) = self.part(text, Role::Words, span.whole.as_ref(), &mut voice.divided);
        if let Some(whole) = span.whole.as_ref().filter(|_| new) {
            self.tags.replace(text, whole.to_string());
        }
        text
    }

    /// The element of a part of a text that is `what`: the one that goes on, or a new one and true; the text's own where it
    /// is no such part.
    fn part(
        &mut self,
        text: Tag,
        role: Role,
        what: Option<&Rc<str>>,
        going: &mut Option<(Rc<str>, Tag)>,
    ) -> (Tag, bool) {
        let Some(what) = what else {
            *going = None;
            return (text, false);
        };
        if let Some((same, tag)) = going
            && Rc::ptr_eq(same, what)
        {
            return (*tag, false);
        }
        let tag = self.tags.add(text, role);
        *going = Some((Rc::clone(what), tag));
        (tag, true)
    }

    /// A piece for each line of a text that is one element.
    pub(super) fn pieces<'r>(&mut self, lines: Vec<Line>, x: f32, style: Style, tag: Tag) -> Vec<Piece<'r>> {
        let mut voice = Voice::of(tag);
        lines.into_iter().map(|line| Piece::new(style.leading, self.marks(line, (x, 0.0), style, &mut voice))).collect()
    }

    fn heading<'r>(
        &mut self,
        title: &str,
        level: usize,
        style: Style,
        frame: Frame,
        (before, after): (f32, f32),
    ) -> Vec<Piece<'r>> {
        let lines = self.display_lines(title, style, frame.width);
        if lines.is_empty() {
            return Vec::new();
        }
        let tag = self.heading_tag(level);
        let mut pieces = self.pieces(lines, frame.x, style, tag);
        pieces.iter_mut().for_each(|piece| piece.keep = Keep::Tied);
        space(&mut pieces, before, after);
        pieces
    }

    fn paragraph<'r>(&mut self, tone: Tone, runs: &[Run], frame: Frame) -> Vec<Piece<'r>> {
        let (style, syllables, before, after) = match tone {
            Tone::Lead => (LEAD, None, 3.5, 10.5),
            Tone::Body => (BODY, self.syllables, 3.5, 7.0),
            Tone::Small => (SMALL, self.syllables, 3.5, 7.0),
        };
        let after = if self.in_card { after / 2.0 } else { after };
        let lines = self.text_lines(runs, style, frame.width.min(MEASURE), syllables);
        let tag = self.tag(Role::Paragraph);
        let mut pieces = self.pieces(lines, frame.x, style, tag);
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

    fn bullets<'r>(&mut self, items: &[Vec<Run>], frame: Frame) -> Vec<Piece<'r>> {
        let list = self.tag(Role::List);
        let mut pieces: Vec<Piece<'r>> = Vec::new();
        for runs in items {
            let measure = frame.width.min(MEASURE) - BULLET_INDENT;
            let item = self.tags.add(list, Role::Item);
            let (label, body) = (self.tags.add(item, Role::Label), self.tags.add(item, Role::ItemBody));
            let lines = self.text_lines(runs, BODY, measure, self.syllables);
            let mut item = self.pieces(lines, frame.x + BULLET_INDENT, BODY, body);
            tie_ends(&mut item);
            let gap = if self.in_card { 0.0 } else { 3.5 };
            space(&mut item, gap, gap);
            if let Some(first) = item.first_mut() {
                let style = Style { ink: Ink::Action, ..BODY };
                let bullet = self.lines(&[Run::strong("•")], style, measure);
                let marks = bullet
                    .into_iter()
                    .flat_map(|line| self.marks(line, (frame.x + 1.0, 0.0), style, &mut Voice::of(label)));
                first.marks.splice(0..0, marks);
            }
            pieces.extend(item);
        }
        let (before, after) = if self.in_card { (3.5, 3.5) } else { (3.5, 10.5) };
        space(&mut pieces, before, after);
        pieces
    }

    /// Two figures beside each other, where both are narrow enough for that: one piece.
    fn pair<'r>(&mut self, one: &'r Block, other: &'r Block, frame: Frame) -> Option<Piece<'r>> {
        let (Block::Figure { width: left, .. }, Block::Figure { width: right, .. }) = (one, other) else { return None };
        if !(*left > 0.0 && *right > 0.0 && left + right <= MOST_OF_PAIR) {
            return None;
        }
        let wide = (frame.width * left, frame.width * right);
        let places = [Frame { x: frame.x, width: wide.0 }, Frame { x: frame.x + frame.width - wide.1, width: wide.1 }];
        let mut pair: Option<Piece<'r>> = None;
        for (block, place) in [one, other].into_iter().zip(places) {
            let Block::Figure { drawing, caption, .. } = block else { continue };
            for piece in self.figure(drawing, caption, 1.0, place) {
                match &mut pair {
                    Some(pair) => {
                        pair.height = pair.height.max(piece.height);
                        pair.marks.extend(piece.marks);
                    }
                    None => pair = Some(piece),
                }
            }
        }
        pair
    }

    fn figure<'r>(&mut self, drawing: &'r Drawing, caption: &str, width: f32, frame: Frame) -> Vec<Piece<'r>> {
        self.figures += 1;
        let name = format!("{}\u{a0}{}.", self.figure, self.figures);
        let group = self.tag(Role::Group);
        let mut piece = Piece { before: 12.0, after: 18.0, ..Piece::new(0.0, Vec::new()) };
        if figure::has_area(drawing) {
            let share = if width.is_finite() && width > 0.0 { width.min(1.0) } else { 1.0 };
            let scale = (frame.width * share / drawing.width).min(self.page_height * CHART_SHARE / drawing.height);
            let tag = self.figure_tag(group, drawing, [caption, &name]);
            piece.marks.push(Mark::Chart { tag, x: frame.x, y: 0.0, scale, drawing });
            piece.height = drawing.height * scale + 7.0;
        }
        let mut runs = vec![Run::strong(name)];
        if !caption.trim().is_empty() {
            runs.push(Run::plain(format!(" {caption}")));
        }
        let mut voice = Voice::of(self.tags.add(group, Role::Caption));
        for line in self.lines(&runs, SMALL, frame.width.min(MEASURE)) {
            piece.marks.extend(self.marks(line, (frame.x, piece.height), SMALL, &mut voice));
            piece.height += SMALL.leading;
        }
        vec![piece]
    }

    /// The element of a chart, which says what the chart says; where the chart is silent, the first of `others` that is not.
    pub(super) fn figure_tag(&mut self, parent: Tag, drawing: &Drawing, others: [&str; 2]) -> Tag {
        let tag = self.tags.add(parent, Role::Figure);
        let said = [drawing.alt.as_str()].into_iter().chain(others).find(|text| !text.trim().is_empty());
        self.tags.describe(tag, said.unwrap_or(self.figure).to_owned());
        tag
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
        let section = self.tag(Role::Section);
        let around = std::mem::replace(&mut self.inside, section);
        let inner = Frame { x: frame.x + CARD_INDENT, width: (frame.width - CARD_INDENT).max(0.0) };
        let mut pieces = self.card_head(kind, title, tag, ink, inner);
        let nested = std::mem::replace(&mut self.in_card, true);
        let mut content = self.blocks(blocks, inner);
        self.inside = around;
        self.in_card = nested;
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
        space(&mut pieces, 10.5, 10.5);
        pieces
    }

    /// The title with the tag beside it, or below it where the tag is long.
    fn card_head<'r>(
        &mut self,
        kind: CardKind,
        title: &str,
        tag: Option<&str>,
        ink: Ink,
        inner: Frame,
    ) -> Vec<Piece<'r>> {
        let sign = if kind == CardKind::Attention { 16.0 } else { 0.0 };
        let tag_style = Style { ink, ..SMALL };
        let tag_lines = tag.map_or_else(Vec::new, |tag| self.lines(&[Run::strong(tag)], tag_style, inner.width));
        let pill = match tag_lines.as_slice() {
            [line] if line.width < inner.width * 0.4 => Some(line.width + 14.0),
            _ => None,
        };
        let measure = inner.width - sign - pill.map_or(0.0, |pill| pill + 12.0);
        let lines = self.display_lines(title, CARD_TITLE, measure);
        let mut pieces = Vec::new();
        if !lines.is_empty() {
            let tag = self.heading_tag(self.sections.len() + 1 + usize::from(self.headed));
            pieces = self.pieces(lines, inner.x + sign, CARD_TITLE, tag);
        } else if sign > 0.0 || pill.is_some() {
            pieces.push(Piece::new(CARD_TITLE.leading, Vec::new()));
        }
        if let Some(first) = pieces.first_mut()
            && sign > 0.0
        {
            first.marks.push(Mark::Attention { x: inner.x, y: CARD_TITLE.leading / 2.0 - 5.5, height: 10.0 });
        }
        let tag = self.tag(Role::Paragraph);
        match (pill, pieces.first_mut()) {
            (Some(width), Some(first)) => {
                let (x, height) = (inner.x + inner.width - width, 14.0);
                let top = (CARD_TITLE.leading - height) / 2.0;
                first.marks.push(Mark::Pill { x, y: top, width, height, ink });
                let place = (x + 7.0, (CARD_TITLE.leading - SMALL.leading) / 2.0);
                for line in tag_lines {
                    first.marks.extend(self.marks(line, place, tag_style, &mut Voice::of(tag)));
                }
            }
            _ => pieces.extend(self.pieces(tag_lines, inner.x, tag_style, tag)),
        }
        pieces.iter_mut().for_each(|piece| piece.keep = Keep::Tied);
        pieces
    }
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
            Mark::Text(text) => text.baseline += room,
            Mark::PageNumber(number) => number.baseline += room,
            Mark::Rule { y, .. }
            | Mark::Pill { y, .. }
            | Mark::Attention { y, .. }
            | Mark::Chart { y, .. }
            | Mark::Picture { y, .. } => *y += room,
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
            Mark::Text(text) => Some(&text.spans),
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
    fn two_narrow_figures_stand_beside_each_other_and_others_do_not() {
        let fonts = Fonts::load().unwrap();
        let figure = |width| Block::Figure {
            drawing: Drawing { width: 100.0, height: 50.0, shapes: vec![], spots: vec![], alt: String::new() },
            caption: "Didascalia che va oltre la riga di una figura stretta".into(),
            width,
        };
        let count = |widths: &[f32]| {
            let blocks: Vec<Block> = widths.iter().copied().map(figure).collect();
            set(&mut Setter::new(&fonts, "it", 700.0), &blocks).len()
        };
        assert_eq!(
            [count(&[0.4, 0.5]), count(&[0.5, 0.5]), count(&[0.4, f32::NAN]), count(&[0.4, 0.4, 0.4])],
            [1, 2, 2, 2]
        );
        let blocks = [figure(0.4), figure(0.5)];
        let pieces = set(&mut Setter::new(&fonts, "it", 700.0), &blocks);
        let places: Vec<(f32, f32)> = pieces[0]
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Chart { x, scale, drawing, .. } => Some((*x, x + scale * drawing.width)),
                _ => None,
            })
            .collect();
        assert!((places[0].0, places[1].1) == (0.0, 470.0) && places[0].1 < places[1].0, "{places:?}");
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
    fn a_short_introduction_stays_with_what_it_introduces() {
        let fonts = Fonts::load().unwrap();
        let card = || Block::Card { kind: CardKind::Plain, title: "Scheda".into(), tag: None, blocks: vec![] };
        let after = |words: &str, next: Block| {
            let blocks = [paragraph(Tone::Body, words), next];
            let pieces = set(&mut Setter::new(&fonts, "it", 700.0), &blocks);
            let lines = texts(&pieces).iter().position(|text| text == "Scheda").unwrap_or(1);
            pieces[lines - 1].keep
        };
        assert_eq!(after("Poche parole.", card()), Keep::Tied);
        assert_eq!(after("Poche parole.", paragraph(Tone::Body, "altre")), Keep::Free);
        assert_eq!(after(&"parola ".repeat(100), card()), Keep::Free);
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
