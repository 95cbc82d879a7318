//! The contents: every section with the page it begins on, leading there.

use super::blocks::{BODY, Frame, Setter, space};
use super::flow::{Keep, Mark, PageNumber, Piece, TextMark};
use super::links::Leads;
use super::tags::{Role, Tag};
use crate::report::{Run, Section, listed};
use crate::style::Ink;

/// From a chapter's name to those of its parts.
const INDENT: f32 = 14.0;
/// Room for the numbers of pages; what is left of it beside the line that leads to them, and beside the
/// name before that line.
const NUMBER: f32 = 42.0;
const LEADER: f32 = 24.0;
const GAP: f32 = 6.0;

impl Setter<'_> {
    /// Takes down what the contents will list.
    pub(super) fn announce(&mut self, sections: &[Section]) {
        self.listed = listed(sections).map(|(index, section)| (index, section.level, section.title.clone())).collect();
    }

    /// The sections, a line each, with the pages they begin on at the right end; parts below their chapter.
    pub(super) fn contents<'r>(&mut self, frame: Frame) -> Vec<Piece<'r>> {
        let list = self.tag(Role::Contents);
        let mut pieces: Vec<Piece<'r>> = Vec::new();
        let mut chapter: Option<Tag> = None;
        let mut below: Option<Tag> = None;
        for (section, level, title) in self.listed.clone() {
            let part = level > 1 && chapter.is_some();
            let list = match chapter {
                Some(chapter) if part => *below.get_or_insert_with(|| self.tags.add(chapter, Role::Contents)),
                _ => list,
            };
            let item = self.tags.add(list, Role::ContentsItem);
            if !part {
                (chapter, below) = (Some(item), None);
            }
            let reference = self.tags.add(item, Role::Reference);
            let tag = self.tags.add(reference, Role::Link);
            let indent = if part { INDENT } else { 0.0 };
            let run = if part { Run::plain(title) } else { Run::strong(title) };
            let weight = run.weight;
            let lines = self.lines(&[run], BODY, frame.width - indent - NUMBER);
            let end = indent + lines.last().map_or(0.0, |line| line.width) + GAP;
            let mut row = self.pieces(lines, frame.x + indent, BODY, tag);
            let texts = row.iter_mut().flat_map(|piece| &mut piece.marks);
            let mut texts: Vec<&mut TextMark> =
                texts.filter_map(|mark| if let Mark::Text(text) = mark { Some(text) } else { None }).collect();
            texts.iter_mut().for_each(|text| text.leads = Some(Leads::Section(section)));
            if let Some(last) = texts.last_mut() {
                last.spaced = true;
            }
            if let Some(last) = row.last_mut() {
                let (right, baseline) = (frame.x + frame.width, BODY.baseline());
                let (size, ink) = (BODY.size, BODY.ink);
                let (x, width) = (frame.x + end, frame.width - LEADER - end);
                if width > 0.0 {
                    last.marks.push(Mark::Rule { x, y: baseline, width, thickness: 0.4, ink: Ink::Line });
                }
                last.marks.push(Mark::PageNumber(PageNumber { tag, section, right, baseline, weight, size, ink }));
            }
            let whole = row.len().saturating_sub(1);
            row.iter_mut().take(whole).for_each(|piece| piece.keep = Keep::Tied);
            space(&mut row, if part { 1.75 } else { 7.0 }, 0.0);
            pieces.extend(row);
        }
        space(&mut pieces, 7.0, 10.5);
        pieces
    }
}
