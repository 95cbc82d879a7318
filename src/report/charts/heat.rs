//! A heat map: rows and columns of numbers on a ramp of levels, with the number in each cell.

use super::sketch::{Sketch, Type, block_height, fill};
use super::words;
use crate::report::drawing::{Align, Drawing, Stroke, Weight, pt};
use crate::style::Ink;

const WIDTH: f32 = 720.0;
const LABEL: f32 = 14.0;
/// Room for the names of the rows, left.
const LABEL_ROOM: f32 = 190.0;
const LEFT: f32 = 204.0;
const GAP: f32 = 3.0;
const ROW: f32 = 40.0;
const HEAD_ROOM: f32 = 8.0;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatCell {
    /// Id of its spot.
    pub id: String,
    /// Step of the ramp 0..=5; `None` draws an empty cell.
    pub level: Option<u8>,
    /// What is printed in it.
    pub text: String,
    /// What is said of it on hover.
    pub label: String,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow {
    /// Name, broken into lines where it is long.
    pub name: String,
    /// Cells in the order of the columns; `None` where the column has no such cell.
    pub cells: Vec<Option<HeatCell>>,
    /// True for means, which stand apart.
    pub mean: bool,
}

/// The heat map. Each cell is a spot with its id.
#[must_use]
pub fn heat(columns: &[String], rows: &[HeatRow], alt: &str) -> Drawing {
    let count = columns.len().max(1) as f32;
    let cell = (WIDTH - LEFT - GAP * (count - 1.0)) / count;
    let heads: Vec<Vec<String>> =
        columns.iter().map(|name| words::wrap(name, LABEL, Weight::Semibold, cell - 6.0)).collect();
    let head = block_height(heads.iter().map(Vec::len).max().unwrap_or(1), LABEL) + HEAD_ROOM;
    let names: Vec<Vec<String>> =
        rows.iter().map(|row| words::wrap(&row.name, LABEL, Weight::Regular, LABEL_ROOM)).collect();
    let heights: Vec<f32> = names.iter().map(|lines| (block_height(lines.len(), LABEL) + 8.0).max(ROW)).collect();
    let apart = if rows.iter().any(|row| row.mean) { GAP * 3.0 } else { 0.0 };
    let mut sketch = Sketch::new(WIDTH, head + heights.iter().map(|h| h + GAP).sum::<f32>() + apart);
    let x = |n: usize| LEFT + n as f32 * (cell + GAP);
    for (n, lines) in heads.iter().enumerate() {
        let at = pt(x(n) + cell / 2.0, (head - HEAD_ROOM) / 2.0);
        sketch.paragraph(at, Type::strong(Align::Centre, LABEL, Ink::Quiet), lines);
    }
    let mut top = head;
    for ((row, name), height) in rows.iter().zip(&names).zip(&heights) {
        if row.mean {
            top += apart;
        }
        let weight = if row.mean { Type::strong } else { Type::new };
        sketch.paragraph(pt(0.0, top + height / 2.0), weight(Align::Left, LABEL, Ink::Text), name);
        for (n, shown) in row.cells.iter().enumerate() {
            let Some(shown) = shown else { continue };
            let (min, max) = (pt(x(n), top), pt(x(n) + cell, top + height));
            let (ground, ink, edge) = match shown.level {
                Some(level) => (fill(Ink::Level(level)), Ink::OnLevel(level), Stroke::solid(Ink::Line, 0.8)),
                // Not answered is no colour of the ramp.
                None => (fill(Ink::Surface), Ink::Quiet, Stroke::dashed(Ink::Line, 1.0, 3.0, 3.0)),
            };
            sketch.rect(min, max, 4.0, ground, Some(edge));
            let size = if shown.level.is_some() { 15.0 } else { 12.0 };
            let look = if shown.level.is_some() { Type::strong } else { Type::new };
            let lines = words::wrap(&shown.text, size, Weight::Semibold, cell - 8.0);
            sketch.paragraph(pt(x(n) + cell / 2.0, top + height / 2.0), look(Align::Centre, size, ink), &lines);
            sketch.spot(&shown.id, min, max, shown.label.clone());
        }
        top += height + GAP;
    }
    sketch.finish(alt)
}

#[cfg(test)]
mod tests {
    use super::super::checks::{stays_inside, texts};
    use super::*;
    use crate::report::drawing::Shape;

    fn cell(level: Option<u8>, text: &str) -> Option<HeatCell> {
        Some(HeatCell { id: format!("X.{text}"), level, text: text.into(), label: text.into() })
    }

    fn sample() -> Vec<HeatRow> {
        vec![
            HeatRow {
                name: "Manutenzione straordinaria degli impianti di lavorazione".into(),
                cells: vec![cell(Some(1), "1"), cell(None, "senza risposta"), None, cell(Some(5), "5")],
                mean: false,
            },
            HeatRow { name: "Media".into(), cells: vec![cell(Some(3), "3,0"); 4], mean: true },
        ]
    }

    fn columns() -> Vec<String> {
        ["Esecuzione", "Monitoraggio", "Tecnologia", "Organizzazione"].map(String::from).to_vec()
    }

    #[test]
    fn cells_have_their_colour_and_their_number() {
        let drawing = heat(&columns(), &sample(), "alt");
        stays_inside(&drawing);
        let inks: Vec<Ink> = drawing
            .shapes
            .iter()
            .filter_map(|s| match s {
                Shape::Rect { fill: Some(f), .. } => Some(f.ink),
                _ => None,
            })
            .collect();
        assert_eq!(inks[..3], [Ink::Level(1), Ink::Surface, Ink::Level(5)], "not answered has no colour of the ramp");
        assert_eq!(drawing.spots.len(), 7, "a cell that does not exist has no spot");
        for text in ["1", "5", "3,0"] {
            assert!(texts(&drawing).contains(&text), "{text}");
        }
    }

    #[test]
    fn an_empty_map_stays_inside() {
        stays_inside(&heat(&columns(), &[], "alt"));
        stays_inside(&heat(&[], &[], "alt"));
    }
}
