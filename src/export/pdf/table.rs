//! Tables: hairlines between rows, a head that is repeated on every page, cells that wrap.

use std::rc::Rc;

use super::blocks::{Frame, Setter, Style, Voice};
use super::flow::{Keep, Mark, Piece};
use super::lines::{Line, widest_word};
use super::tags::{Role, Tag};
use crate::report::{Column, Run};
use crate::style::Ink;

const CELL: Style = Style::new(9.0, 12.5, Ink::Text);
const HEAD: Style = Style::new(8.5, 11.5, Ink::Quiet);
/// Between two columns.
const GUTTER: f32 = 12.0;
/// Above and below the text of a row.
const PADDING: f32 = 4.5;
/// A head higher than this share of the page is not repeated, a row higher than that is cut between its lines.
const HIGHEST: f32 = 1.0 / 3.0;

/// The place of a column's text.
struct Slot {
    x: f32,
    width: f32,
    numeric: bool,
}

impl Setter<'_> {
    /// A table. A row with too few cells is filled up with empty ones; cells beyond the columns have no place.
    pub(super) fn table<'r>(&mut self, columns: &[Column], rows: &[Vec<Vec<Run>>], frame: Frame) -> Vec<Piece<'r>> {
        if columns.is_empty() {
            return Vec::new();
        }
        let slots = slots(columns, &self.least_widths(columns, rows, frame), frame);
        let titles: Vec<Vec<Run>> = columns.iter().map(|column| vec![Run::strong(&column.title)]).collect();
        let table = self.tags.add(self.inside, Role::Table);
        let part = self.tags.add(table, Role::TableHead);
        let tags = self.row_tags(part, Role::HeadCell, Role::HeadCell, columns.len());
        let mut head = self.row(self.cells(&titles, &slots, HEAD), &slots, &mut voices(&tags), HEAD);
        head.marks.push(rule(frame, head.height, 0.8, Ink::Text));
        head.keep = Keep::Tied;
        let mut pieces = vec![head.clone()];
        let repeat = (head.height <= self.page_height * HIGHEST).then(|| Rc::new(head.again()));
        let most = ((self.page_height * HIGHEST / CELL.leading) as usize).max(1);
        let body = self.tags.add(table, Role::TableBody);
        for cells in rows {
            let tags = self.row_tags(body, Role::RowHead, Role::Cell, columns.len());
            let mut voices = voices(&tags);
            let mut cells = self.cells(cells, &slots, CELL);
            loop {
                let rest: Vec<Vec<Line>> =
                    cells.iter_mut().map(|lines| lines.split_off(most.min(lines.len()))).collect();
                let mut piece = self.row(cells, &slots, &mut voices, CELL);
                piece.repeat = repeat.clone();
                let done = rest.iter().all(Vec::is_empty);
                if done {
                    piece.marks.push(rule(frame, piece.height, 0.5, Ink::Line));
                }
                pieces.push(piece);
                if done {
                    break;
                }
                cells = rest;
            }
        }
        // The last row does not stand alone under a repeated head.
        if let [.., before, _] = pieces.as_mut_slice() {
            before.keep = Keep::Tied;
        }
        super::blocks::space(&mut pieces, 12.0, 16.0);
        pieces
    }

    /// The elements of a row's cells: of the first one and of the others.
    fn row_tags(&mut self, part: Tag, first: Role, other: Role, columns: usize) -> Vec<Tag> {
        let row = self.tags.add(part, Role::Row);
        let roles = std::iter::once(first).chain(std::iter::repeat(other)).take(columns);
        roles.map(|role| self.tags.add_fixed(row, role)).collect()
    }

    /// What each column needs so that no word of it is cut, up to a third of the table.
    fn least_widths(&self, columns: &[Column], rows: &[Vec<Vec<Run>>], frame: Frame) -> Vec<f32> {
        let least = |(index, column): (usize, &Column)| {
            let head = widest_word(self.fonts, &[Run::strong(&column.title)], HEAD.size);
            let cells = rows.iter().filter_map(|row| row.get(index));
            let widest = cells.map(|runs| widest_word(self.fonts, runs, CELL.size)).fold(head, f32::max);
            widest.min(frame.width / 3.0)
        };
        columns.iter().enumerate().map(least).collect()
    }

    fn cells(&self, cells: &[Vec<Run>], slots: &[Slot], style: Style) -> Vec<Vec<Line>> {
        slots
            .iter()
            .enumerate()
            .map(|(index, slot)| cells.get(index).map_or_else(Vec::new, |runs| self.lines(runs, style, slot.width)))
            .collect()
    }

    fn row<'r>(&mut self, cells: Vec<Vec<Line>>, slots: &[Slot], voices: &mut [Voice], style: Style) -> Piece<'r> {
        let highest = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let mut piece = Piece::new(2.0 * PADDING + highest as f32 * style.leading, Vec::new());
        for ((lines, slot), voice) in cells.into_iter().zip(slots).zip(voices) {
            for (index, line) in lines.into_iter().enumerate() {
                let x = if slot.numeric { slot.x + slot.width - line.width } else { slot.x };
                let top = PADDING + index as f32 * style.leading;
                piece.marks.extend(self.marks(line, (x, top), style, voice));
            }
        }
        piece
    }
}

fn voices(tags: &[Tag]) -> Vec<Voice> {
    tags.iter().map(|tag| Voice::of(*tag)).collect()
}

/// Columns by their shares; shares without a sense count as equal ones. A column too narrow for its widest word takes from
/// those that have more than they need.
fn slots(columns: &[Column], least: &[f32], frame: Frame) -> Vec<Slot> {
    let sound = columns.iter().all(|column| column.share.is_finite() && column.share > 0.0);
    let share = |column: &Column| if sound { column.share } else { 1.0 };
    let sum: f32 = columns.iter().map(share).sum();
    let room = (frame.width - GUTTER * (columns.len() - 1) as f32).max(0.0);
    let mut widths: Vec<f32> = columns.iter().map(|column| room * share(column) / sum).collect();
    let over = |(width, least): (&f32, &f32)| (width - least).max(0.0);
    let missing: f32 = widths.iter().zip(least).map(|(width, least)| (least - width).max(0.0)).sum();
    let spare: f32 = widths.iter().zip(least).map(over).sum();
    if missing > 0.0 && spare > 0.0 {
        let (given, taken) = ((spare / missing).min(1.0), (missing / spare).min(1.0));
        for (width, least) in widths.iter_mut().zip(least) {
            let share = if *width < *least { given } else { taken };
            *width += (least - *width) * share;
        }
    }
    let mut x = frame.x;
    let mut slots = Vec::with_capacity(columns.len());
    for (column, width) in columns.iter().zip(widths) {
        slots.push(Slot { x, width, numeric: column.numeric });
        x += width + GUTTER;
    }
    slots
}

fn rule<'r>(frame: Frame, y: f32, thickness: f32, ink: Ink) -> Mark<'r> {
    Mark::Rule { x: frame.x, y, width: frame.width, thickness, ink }
}

#[cfg(test)]
mod tests {
    use super::super::flow::TextMark;
    use super::super::fonts::Fonts;
    use super::*;

    const FRAME: Frame = Frame { x: 0.0, width: 300.0 };

    fn columns(shares: &[f32]) -> Vec<Column> {
        shares.iter().map(|&share| Column { title: "Voce".into(), share, numeric: share < 0.3 }).collect()
    }

    fn table(columns: &[Column], rows: &[Vec<Vec<Run>>]) -> Vec<Piece<'static>> {
        let fonts = Fonts::load().unwrap();
        Setter::new(&fonts, "it", 600.0).table(columns, rows, FRAME)
    }

    fn cell(text: &str) -> Vec<Run> {
        vec![Run::plain(text)]
    }

    #[test]
    fn a_row_is_as_high_as_its_highest_cell() {
        let pieces = table(&columns(&[0.5, 0.5]), &[vec![cell("breve"), cell(&"parola ".repeat(30))]]);
        let lines = pieces[1].marks.iter().filter(|mark| matches!(mark, Mark::Text(_))).count() - 1;
        assert!(lines > 3);
        assert!((pieces[1].height - (2.0 * PADDING + lines as f32 * CELL.leading)).abs() < 0.01);
    }

    #[test]
    fn figures_stand_at_the_right_end_of_their_column() {
        let fonts = Fonts::load().unwrap();
        let pieces = table(&columns(&[0.8, 0.2]), &[vec![cell("a"), cell("1.200")]]);
        let Some(Mark::Text(TextMark { x, spans, size, .. })) = pieces[1].marks.get(1) else { panic!("no figure") };
        let width = fonts.face(spans[0].weight).width(&spans[0].text, *size);
        assert!((x + width - 300.0).abs() < 0.05, "{x} + {width}");
    }

    #[test]
    fn every_row_brings_the_head_along() {
        let rows: Vec<_> = (0..300).map(|n| vec![cell(&n.to_string()), cell("x")]).collect();
        let pieces = table(&columns(&[0.5, 0.5]), &rows);
        assert_eq!(pieces.len(), 301);
        assert!(pieces[1..].iter().all(|piece| piece.repeat.is_some()));
        assert!(pieces[0].repeat.is_none());
    }

    #[test]
    fn a_row_too_high_is_cut_between_lines_and_loses_none() {
        let pieces = table(&columns(&[0.5, 0.5]), &[vec![cell(&"riga\n".repeat(100)), cell("x")]]);
        let lines = pieces
            .iter()
            .flat_map(|piece| &piece.marks)
            .filter(|mark| matches!(mark, Mark::Text(text) if text.spans[0].text == "riga"));
        assert_eq!(lines.count(), 100);
        assert!(pieces.iter().all(|piece| piece.height < 300.0));
    }

    #[test]
    fn shares_without_a_sense_give_equal_columns() {
        for shares in [[0.0, 0.0], [f32::NAN, 1.0], [-1.0, 2.0]] {
            let slots = slots(&columns(&shares), &[0.0, 0.0], FRAME);
            assert!((slots[1].x - 156.0).abs() < 0.01);
        }
    }

    #[test]
    fn a_narrow_column_takes_room_from_those_that_have_it() {
        let slots = slots(&columns(&[0.1, 0.9]), &[60.0, 50.0], FRAME);
        assert!((slots[0].width - 60.0).abs() < 0.01);
        assert!((slots[1].x - 72.0).abs() < 0.01);
        assert!((slots[1].x + slots[1].width - 300.0).abs() < 0.01);
    }

    #[test]
    fn where_no_column_has_room_the_table_keeps_its_width() {
        let slots = slots(&columns(&[0.5, 0.5]), &[160.0, 400.0], FRAME);
        assert!((slots[0].width - 144.0).abs() < 0.01);
        assert!((slots[1].x + slots[1].width - 300.0).abs() < 0.01);
    }
}
