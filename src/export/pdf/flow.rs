//! Pieces that cannot be split, and how they are stacked on pages.
//!
//! A piece is a line of text, a table row, a figure with its caption. Where a page may end is said by the pieces
//! themselves ([`Keep`]); this file only adds up heights.

use std::borrow::Cow;
use std::rc::Rc;

use super::fonts::Fonts;
use super::layout::Place;
use super::lines::Span;
use super::links::Leads;
use super::tags::Tag;
use crate::report::{Drawing, Picture, Weight};
use crate::style::Ink;

/// Something to paint, in points from the upper left corner of its piece; x from the left edge of the text area. What has
/// no tag is not part of the document's structure: rules, and a table's head where it is repeated.
#[derive(Clone, Debug)]
pub(super) enum Mark<'r> {
    /// A line of text.
    Text(TextMark),
    /// The page a section begins on, known when all pages are.
    PageNumber(PageNumber),
    /// A horizontal rule; `y` is its middle.
    Rule { x: f32, y: f32, width: f32, thickness: f32, ink: Ink },
    /// An outline with round ends, around a tag.
    Pill { x: f32, y: f32, width: f32, height: f32, ink: Ink },
    /// The sign of attention, a triangle of this height.
    Attention { x: f32, y: f32, height: f32 },
    /// A chart.
    Chart { tag: Tag, x: f32, y: f32, scale: f32, drawing: &'r Drawing },
    /// A picture of pixels.
    Picture { tag: Tag, x: f32, y: f32, width: f32, height: f32, picture: &'r Picture },
}

/// A line of text, or a stretch of one that belongs to an element of its own.
#[derive(Clone, Debug)]
pub(super) struct TextMark {
    pub(super) tag: Option<Tag>,
    pub(super) x: f32,
    pub(super) baseline: f32,
    pub(super) width: f32,
    pub(super) spans: Vec<Span>,
    pub(super) size: f32,
    pub(super) ink: Ink,
    /// True where a space comes next.
    pub(super) spaced: bool,
    /// Where the words lead.
    pub(super) leads: Option<Leads>,
}

/// The page a section begins on, counted from 1 as at the foot of the pages, with its right end and baseline as of
/// [`TextMark`].
#[derive(Clone, Debug)]
pub(super) struct PageNumber {
    pub(super) tag: Tag,
    pub(super) section: usize,
    pub(super) right: f32,
    pub(super) baseline: f32,
    pub(super) weight: Weight,
    pub(super) size: f32,
    pub(super) ink: Ink,
}

impl PageNumber {
    /// In figures, now that places are known.
    pub(super) fn text(&self, fonts: &Fonts, places: &[Option<Place>]) -> TextMark {
        let place = places.get(self.section).copied().flatten();
        let figures = place.map_or_else(String::new, |place| (place.page + 1).to_string());
        let width = fonts.face(self.weight).width(&figures, self.size);
        TextMark {
            tag: Some(self.tag),
            x: self.right - width,
            baseline: self.baseline,
            width,
            spans: vec![Span::new(figures, self.weight)],
            size: self.size,
            ink: self.ink,
            spaced: false,
            leads: Some(Leads::Section(self.section)),
        }
    }
}

/// How strongly a piece is tied to the one after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Keep {
    /// A page may end after it.
    Free,
    /// On one page with the next, unless everything tied together is higher than a page: a card's inside.
    Whole,
    /// On one page with the next: a heading and what it heads, the first two lines of a paragraph.
    Tied,
}

/// The coloured left edge of a card, painted along all of the card's pieces on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Edge {
    /// Tells one card from the next.
    pub(super) card: usize,
    /// Left end, from the left edge of the text area.
    pub(super) x: f32,
    pub(super) ink: Ink,
}

/// What is never split.
#[derive(Clone, Debug)]
pub(super) struct Piece<'r> {
    /// Space above, dropped at the top of a page.
    pub(super) before: f32,
    pub(super) height: f32,
    /// Space below, of which the larger counts where it meets the next piece's `before`; dropped at the end of a page.
    pub(super) after: f32,
    pub(super) keep: Keep,
    pub(super) marks: Vec<Mark<'r>>,
    /// What is repeated above the piece where it is the first of a page: a table's head.
    pub(super) repeat: Option<Rc<Piece<'r>>>,
    pub(super) edge: Option<Edge>,
    /// The section that begins here, as an index into the report's sections.
    pub(super) section: Option<usize>,
    pub(super) new_page: bool,
}

impl<'r> Piece<'r> {
    /// A piece of a height with something to paint, and everything else at its plainest.
    pub(super) fn new(height: f32, marks: Vec<Mark<'r>>) -> Self {
        Self {
            before: 0.0,
            height,
            after: 0.0,
            keep: Keep::Free,
            marks,
            repeat: None,
            edge: None,
            section: None,
            new_page: false,
        }
    }
}

impl Piece<'_> {
    /// The same to be shown again, which is no part of the document's structure.
    pub(super) fn again(&self) -> Self {
        let mut again = self.clone();
        for mark in &mut again.marks {
            if let Mark::Text(text) = mark {
                text.tag = None;
            }
        }
        again
    }

    /// Height of the chart that the piece is made of, with nothing but its caption below; 0 for any other piece.
    fn chart_height(&self) -> f32 {
        let mut pictures = self.marks.iter().filter(|mark| matches!(mark, Mark::Chart { .. } | Mark::Picture { .. }));
        match (pictures.next(), pictures.next()) {
            (Some(Mark::Chart { y, scale, drawing, .. }), None) if *y == 0.0 => drawing.height * scale,
            _ => 0.0,
        }
    }

    /// The same with its chart drawn at a share of its size, and the caption moved up.
    fn squeezed(&self, share: f32) -> Self {
        let bottom = self.chart_height();
        let saved = bottom * (1.0 - share);
        let mut squeezed = self.clone();
        squeezed.height -= saved;
        for mark in &mut squeezed.marks {
            match mark {
                Mark::Chart { scale, .. } => *scale *= share,
                Mark::Text(text) if text.baseline > bottom => text.baseline -= saved,
                _ => {}
            }
        }
        squeezed
    }
}

/// A piece at its place on a page; `y` from the top of the text area.
#[derive(Debug)]
pub(super) struct Placed<'p, 'r> {
    pub(super) y: f32,
    pub(super) piece: Cow<'p, Piece<'r>>,
}

/// Pieces on a page, from top to bottom.
pub(super) type Page<'p, 'r> = Vec<Placed<'p, 'r>>;

/// Sums of heights may differ from the height of the page by rounding.
const TOLERANCE: f32 = 0.01;

/// A page filled up to this share may take what asked for a page of its own …
const POORLY_FILLED: f32 = 0.5;
/// … where it is then filled at least so far, …
const WELL_FILLED: f32 = 0.7;
/// … or was next to empty: a few lines alone on a page look like a mistake.
const NEARLY_EMPTY: f32 = 0.16;

/// A chart is drawn smaller, down to this share, rather than leave a page before it that is not well filled.
const LEAST_OF_CHART: f32 = 0.8;

/// Stacks the pieces on pages whose text area has a height.
///
/// Pieces tied together move to the next page as one. Where they are higher than a page, weaker ties give way first, and at
/// last all do: nothing is lost and nothing runs into the foot.
pub(super) fn stack<'p, 'r>(pieces: &'p [Piece<'r>], height: f32) -> Vec<Page<'p, 'r>> {
    let mut stack = Stack { height, pages: vec![Vec::new()], y: 0.0, after: 0.0 };
    stack.add(pieces, Keep::Whole);
    stack.pages
}

struct Stack<'p, 'r> {
    height: f32,
    pages: Vec<Page<'p, 'r>>,
    /// Where the last piece ends.
    y: f32,
    /// Space the last piece wants below.
    after: f32,
}

impl<'p, 'r> Stack<'p, 'r> {
    /// Adds pieces, holding together those tied at least as strongly as `ties`.
    fn add(&mut self, pieces: &'p [Piece<'r>], ties: Keep) {
        let mut done = 0;
        for group in pieces.chunk_by(|piece, next| piece.keep >= ties && !next.new_page) {
            let [first, ..] = group else { continue };
            let rest = &pieces[done..];
            done += group.len();
            if first.new_page && !self.goes_on(rest) {
                self.turn();
            }
            let alone = repeated(first) + inner_height(group);
            if group.len() > 1 && alone > self.height + TOLERANCE {
                match ties {
                    Keep::Whole => self.add(group, Keep::Tied),
                    _ => group.iter().for_each(|piece| self.place(Cow::Borrowed(piece))),
                }
                continue;
            }
            let mut share = 1.0;
            let excess = self.y + self.gap(first) + inner_height(group) - self.height;
            if !self.at_top() && excess > TOLERANCE {
                match self.squeeze(group, excess) {
                    Some(enough) => share = enough,
                    None => self.turn(),
                }
            }
            for piece in group {
                let whole = share >= 1.0 || piece.chart_height() <= 0.0;
                self.place(if whole { Cow::Borrowed(piece) } else { Cow::Owned(piece.squeezed(share)) });
            }
        }
    }

    /// The share of their size at which the charts of a group let it stay on the page, so much higher than what is left of
    /// it; none where it need not or cannot.
    fn squeeze(&self, group: &[Piece<'r>], excess: f32) -> Option<f32> {
        let charts: f32 = group.iter().map(Piece::chart_height).sum();
        if charts <= 0.0 || self.y >= self.height * WELL_FILLED {
            return None;
        }
        let share = 1.0 - excess / charts;
        (share >= LEAST_OF_CHART).then_some(share)
    }

    /// True where the page that the first of the rest asks for would leave the one before it poorly filled, and that one can
    /// be filled better by going on.
    fn goes_on(&self, rest: &[Piece<'r>]) -> bool {
        if self.y > self.height * POORLY_FILLED {
            return false;
        }
        let (mut y, mut after) = (self.y, self.after);
        for (index, group) in rest.chunk_by(|piece, next| piece.keep >= Keep::Whole && !next.new_page).enumerate() {
            let ([first, ..], [.., last]) = (group, group) else { break };
            let end = y + first.before.max(after) + inner_height(group);
            let ended = index > 0 && first.new_page;
            if ended || end > self.height + TOLERANCE {
                let begun = index > 0;
                return begun && (ended || y >= self.height * WELL_FILLED || self.y <= self.height * NEARLY_EMPTY);
            }
            (y, after) = (end, last.after);
        }
        true
    }

    fn at_top(&self) -> bool {
        self.pages.last().is_none_or(Vec::is_empty)
    }

    fn gap(&self, piece: &Piece<'r>) -> f32 {
        if self.at_top() { 0.0 } else { piece.before.max(self.after) }
    }

    fn turn(&mut self) {
        if !self.at_top() {
            self.pages.push(Vec::new());
        }
        self.y = 0.0;
        self.after = 0.0;
    }

    fn place(&mut self, piece: Cow<'p, Piece<'r>>) {
        if !self.at_top() && self.y + self.gap(&piece) + piece.height > self.height + TOLERANCE {
            self.turn();
        }
        if self.at_top()
            && let Some(head) = &piece.repeat
        {
            self.put(0.0, Cow::Owned(Piece::clone(head)));
            self.put(self.y, piece);
        } else {
            self.put(self.y + self.gap(&piece), piece);
        }
    }

    fn put(&mut self, y: f32, piece: Cow<'p, Piece<'r>>) {
        self.y = y + piece.height;
        self.after = piece.after;
        if let Some(page) = self.pages.last_mut() {
            page.push(Placed { y, piece });
        }
    }
}

fn repeated(piece: &Piece<'_>) -> f32 {
    piece.repeat.as_ref().map_or(0.0, |head| head.height)
}

/// Height of pieces on top of each other, without the space above the first and below the last.
fn inner_height(group: &[Piece<'_>]) -> f32 {
    let pieces: f32 = group.iter().map(|piece| piece.height).sum();
    let gaps: f32 = group.windows(2).map(|pair| pair[0].after.max(pair[1].before)).sum();
    pieces + gaps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(height: f32, keep: Keep) -> Piece<'static> {
        Piece { keep, ..Piece::new(height, Vec::new()) }
    }

    /// Heights on each page.
    fn pages(pieces: &[Piece<'_>]) -> Vec<Vec<f32>> {
        let pages = stack(pieces, 100.0);
        for page in &pages {
            for pair in page.windows(2) {
                assert!(pair[1].y >= pair[0].y + pair[0].piece.height - TOLERANCE, "pieces overlap");
            }
            let end = page.last().map_or(0.0, |last| last.y + last.piece.height);
            assert!(end <= 100.01 || page.len() == 1, "the page is too full");
        }
        pages.iter().map(|page| page.iter().map(|placed| placed.piece.height).collect()).collect()
    }

    #[test]
    fn a_heading_goes_with_what_it_heads() {
        let pieces = [piece(80.0, Keep::Free), piece(15.0, Keep::Tied), piece(30.0, Keep::Free)];
        assert_eq!(pages(&pieces), [vec![80.0], vec![15.0, 30.0]]);
    }

    #[test]
    fn space_above_is_dropped_at_the_top_and_counts_between() {
        let mut below = piece(60.0, Keep::Free);
        below.before = 20.0;
        let pieces = [below.clone(), Piece { height: 21.0, ..below.clone() }, below];
        assert_eq!(pages(&pieces), [vec![60.0], vec![21.0], vec![60.0]]);
        assert_eq!(stack(&pieces, 101.0).len(), 2);
        assert!(stack(&pieces, 100.0)[0][0].y.abs() < 0.01);
    }

    #[test]
    fn the_larger_of_two_spaces_counts() {
        let mut above = piece(10.0, Keep::Free);
        above.after = 12.0;
        let mut below = piece(10.0, Keep::Free);
        below.before = 8.0;
        assert!((stack(&[above, below], 100.0)[0][1].y - 22.0).abs() < 0.01);
    }

    #[test]
    fn a_card_moves_whole_and_flows_only_when_it_must() {
        let card = |rows: usize| -> Vec<Piece<'static>> {
            (0..rows).map(|row| piece(20.0, if row + 1 < rows { Keep::Whole } else { Keep::Free })).collect()
        };
        let mut pieces = vec![piece(50.0, Keep::Free)];
        pieces.extend(card(4));
        assert_eq!(pages(&pieces), [vec![50.0], vec![20.0; 4]]);
        let mut pieces = vec![piece(50.0, Keep::Free)];
        pieces.extend(card(6));
        assert_eq!(pages(&pieces), [vec![50.0, 20.0, 20.0], vec![20.0; 4]]);
    }

    #[test]
    fn where_a_card_must_flow_its_strong_ties_hold() {
        let mut pieces = vec![piece(70.0, Keep::Free), piece(20.0, Keep::Tied)];
        pieces.extend([piece(50.0, Keep::Whole), piece(50.0, Keep::Free)]);
        assert_eq!(pages(&pieces), [vec![70.0], vec![20.0, 50.0], vec![50.0]]);
    }

    #[test]
    fn ties_higher_than_a_page_give_way() {
        let pieces: Vec<_> = (0..8).map(|_| piece(30.0, Keep::Tied)).collect();
        assert_eq!(pages(&pieces), [vec![30.0; 3], vec![30.0; 3], vec![30.0; 2]]);
    }

    #[test]
    fn a_piece_higher_than_a_page_has_a_page_of_its_own() {
        let pieces = [piece(10.0, Keep::Free), piece(140.0, Keep::Free), piece(10.0, Keep::Free)];
        assert_eq!(pages(&pieces), [vec![10.0], vec![140.0], vec![10.0]]);
    }

    #[test]
    fn a_table_head_is_repeated_on_each_page() {
        let head = Rc::new(piece(11.0, Keep::Tied));
        let mut pieces = vec![(*head).clone()];
        pieces.extend((0..5).map(|_| Piece { repeat: Some(Rc::clone(&head)), ..piece(40.0, Keep::Free) }));
        assert_eq!(pages(&pieces), [vec![11.0, 40.0, 40.0], vec![11.0, 40.0, 40.0], vec![11.0, 40.0]]);
    }

    #[test]
    fn a_new_page_is_turned_once() {
        let turning = Piece { new_page: true, ..piece(60.0, Keep::Free) };
        assert_eq!(pages(&[turning.clone(), turning]), [vec![60.0], vec![60.0]]);
    }

    #[test]
    fn a_new_page_inside_tied_pieces_is_turned_too() {
        let heading = Piece { new_page: true, ..piece(10.0, Keep::Tied) };
        assert_eq!(pages(&[piece(60.0, Keep::Tied), heading, piece(10.0, Keep::Free)]), [vec![60.0], vec![10.0, 10.0]]);
    }

    #[test]
    fn a_new_page_is_not_turned_where_it_would_leave_one_nearly_empty_and_there_is_room() {
        let turning = |height: f32| Piece { new_page: true, ..piece(height, Keep::Free) };
        let filled = |height: f32| piece(height, Keep::Free);
        // The chapter ends on the page.
        assert_eq!(pages(&[filled(30.0), turning(40.0)]), [vec![30.0, 40.0]]);
        assert_eq!(pages(&[filled(30.0), turning(20.0), turning(60.0)]), [vec![30.0, 20.0], vec![60.0]]);
        // It fills the page well, or not.
        assert_eq!(
            pages(&[filled(30.0), turning(20.0), filled(25.0), filled(40.0)]),
            [vec![30.0, 20.0, 25.0], vec![40.0]]
        );
        assert_eq!(pages(&[filled(30.0), turning(20.0), filled(60.0)]), [vec![30.0], vec![20.0, 60.0]]);
        // A page of a few lines takes it in any case, but not where not even its beginning fits.
        assert_eq!(pages(&[filled(10.0), turning(20.0), filled(80.0)]), [vec![10.0, 20.0], vec![80.0]]);
        assert_eq!(pages(&[filled(10.0), turning(95.0)]), [vec![10.0], vec![95.0]]);
        assert_eq!(pages(&[filled(55.0), turning(10.0)]), [vec![55.0], vec![10.0]]);
    }

    #[test]
    fn a_chart_is_drawn_somewhat_smaller_rather_than_leave_a_page_half_empty() {
        let drawing = Drawing { width: 30.0, height: 30.0, shapes: vec![], spots: vec![], alt: String::new() };
        let mut tags = super::super::tags::Tags::new();
        let root = tags.root();
        let tag = tags.add(root, super::super::tags::Role::Figure);
        let caption = TextMark {
            tag: None,
            x: 0.0,
            baseline: 58.0,
            width: 20.0,
            spans: vec![Span::new("Figura 1.", Weight::Regular)],
            size: 8.0,
            ink: Ink::Quiet,
            spaced: false,
            leads: None,
        };
        let chart = |scale: f32| Mark::Chart { tag, x: 0.0, y: 0.0, scale, drawing: &drawing };
        let figure = Piece::new(60.0, vec![chart(5.0 / 3.0), Mark::Text(caption)]);
        let below = |height: f32| [piece(height, Keep::Free), figure.clone()];
        assert_eq!(pages(&below(40.0)), [vec![40.0, 60.0]]);
        assert_eq!(pages(&below(51.0)), [vec![51.0], vec![60.0]], "less than four fifths");
        let small = Piece::new(34.0, vec![chart(1.0)]);
        assert_eq!(pages(&[piece(70.0, Keep::Free), small]), [vec![70.0], vec![34.0]], "the page is well filled");

        let pieces = below(45.0);
        let pages = stack(&pieces, 100.0);
        let [text, placed] = pages[0].as_slice() else { panic!("{pages:?}") };
        assert_eq!((text.piece.height, placed.y), (45.0, 45.0));
        assert!((placed.piece.height - 55.0).abs() < 0.01);
        // 45 of the chart's 50 points are left, and what stands below it comes up by the other 5.
        let [Mark::Chart { scale, .. }, Mark::Text(caption)] = placed.piece.marks.as_slice() else { panic!() };
        assert!((scale * drawing.height - 45.0).abs() < 0.01 && (caption.baseline - 53.0).abs() < 0.01);
    }
}
