//! Who does what when: one row a measure, a bar over its months, figures under each quarter.

use super::sketch::{Sketch, Type, block_height, fill};
use super::words;
use crate::report::drawing::{Align, Drawing, Fill, Stroke, Weight, pt};
use crate::style::Ink;

/// Narrower than this, names stand above their bars instead of beside them.
const BESIDE_FROM: f32 = 560.0;
/// Share of the width for names beside the bars, and the most they get.
const NAMES: f32 = 0.38;
const MOST_NAMES: f32 = 330.0;
const NAME: f32 = 13.5;
const SMALL: f32 = 12.0;
const BAR: f32 = 18.0;
const GAP: f32 = 10.0;
/// Months of a column.
const MONTHS: f32 = 3.0;

/// A measure.
#[derive(Clone, Debug, PartialEq)]
pub struct GanttRow {
    /// Id of its spot.
    pub id: String,
    /// Name, broken into lines where it is long.
    pub name: String,
    /// Who, how many days; small under the name.
    pub detail: String,
    /// Month in which it starts, counted from 0.
    pub start: u32,
    /// Month in which it ends.
    pub end: u32,
    /// Begins later than wanted: the bar has the colour of attention, and this note beside it.
    pub late: Option<String>,
    /// What to say of it.
    pub label: String,
}

/// A line of figures under the quarters.
#[derive(Clone, Debug, PartialEq)]
pub struct GanttFoot {
    /// What they are.
    pub name: String,
    /// One a quarter; a share 0..=1 is drawn as a small bar under the words.
    pub cells: Vec<(String, Option<f64>)>,
}

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Gantt {
    /// Names of the quarters, at least one.
    pub quarters: Vec<String>,
    /// How many of them belong to the plan.
    pub horizon: u32,
    /// Words over the quarters after those.
    pub beyond: String,
    /// The measures, in order.
    pub rows: Vec<GanttRow>,
    /// Figures under the quarters.
    pub foot: Vec<GanttFoot>,
}

/// Where the columns lie, for whoever moves bars between them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Columns {
    /// Left edge of the first quarter.
    pub left: f32,
    /// Width of a quarter.
    pub wide: f32,
    /// Upper edge of the bars' ground.
    pub top: f32,
    /// Lower edge of it.
    pub bottom: f32,
}

impl Columns {
    /// The quarter at a place across, counted from 0; places left of the first are in it.
    #[must_use]
    pub fn quarter(&self, x: f32) -> u32 {
        ((x - self.left) / self.wide.max(1.0)).floor().max(0.0) as u32
    }
}

/// The bars, `width` nominal points wide, at least 240. Each row is a spot with its id, on its bar.
#[must_use]
pub fn gantt(input: &Gantt, width: f32, alt: &str) -> (Drawing, Columns) {
    let width = width.max(240.0);
    let beside = width >= BESIDE_FROM;
    let names = if beside { (width * NAMES).min(MOST_NAMES) } else { 0.0 };
    let left = if beside { names + 12.0 } else { 0.0 };
    let count = input.quarters.len().max(1) as f32;
    let columns = Columns { left, wide: (width - left) / count, top: 0.0, bottom: 0.0 };
    let there_is_more = input.quarters.len() > input.horizon as usize;
    let head = if there_is_more { 42.0 } else { 24.0 };

    let room = if beside { names } else { width };
    let wrapped: Vec<(Vec<String>, Vec<String>)> = input
        .rows
        .iter()
        .map(|row| {
            let detail = match &row.late {
                Some(late) => format!("{} · {late}", row.detail),
                None => row.detail.clone(),
            };
            (words::wrap(&row.name, NAME, Weight::Regular, room), words::wrap(&detail, SMALL, Weight::Regular, room))
        })
        .collect();
    let text_height = |(name, detail): &(Vec<String>, Vec<String>)| {
        block_height(name.len(), NAME) + block_height(detail.len(), SMALL)
    };
    let heights: Vec<f32> = wrapped
        .iter()
        .map(
            |lines| {
                if beside { (text_height(lines) + GAP).max(BAR + GAP) } else { text_height(lines) + BAR + GAP + 8.0 }
            },
        )
        .collect();
    let bottom = head + heights.iter().sum::<f32>() + 4.0;
    let feet: Vec<(Vec<String>, f32)> = input
        .foot
        .iter()
        .map(|foot| {
            let lines = words::wrap(&foot.name, SMALL, Weight::Regular, room);
            let own = if beside { block_height(lines.len(), SMALL) } else { block_height(lines.len(), SMALL) + 20.0 };
            (lines, own.max(22.0) + 6.0)
        })
        .collect();
    let height = bottom + feet.iter().map(|f| f.1).sum::<f32>() + if feet.is_empty() { 0.0 } else { 8.0 };
    let columns = Columns { top: head, bottom, ..columns };
    let mut sketch = Sketch::new(width, height);

    ground(&mut sketch, input, columns, width, beside);
    let mut top = head;
    for ((row, lines), height) in input.rows.iter().zip(&wrapped).zip(&heights) {
        let text = text_height(lines);
        let text_top = if beside { top + (height - text) / 2.0 } else { top + 4.0 };
        let block = block_height(lines.0.len(), NAME);
        sketch.paragraph(pt(0.0, text_top + block / 2.0), Type::new(Align::Left, NAME, Ink::Text), &lines.0);
        let ink = if row.late.is_some() { Ink::Attention } else { Ink::Quiet };
        let detail = pt(0.0, text_top + block + block_height(lines.1.len(), SMALL) / 2.0);
        sketch.paragraph(detail, Type::new(Align::Left, SMALL, ink), &lines.1);
        let middle = if beside { top + height / 2.0 } else { top + height - GAP / 2.0 - BAR / 2.0 };
        if !beside {
            for n in 0..input.quarters.len() {
                let x = left + columns.wide * n as f32;
                let ends = vec![pt(x, middle - BAR / 2.0 - 2.0), pt(x, middle + BAR / 2.0 + 2.0)];
                sketch.line(ends, Stroke::solid(Ink::Line, 0.8));
            }
        }
        bar(&mut sketch, row, columns, middle);
        top += height;
        if !beside {
            sketch.line(vec![pt(0.0, top), pt(width, top)], Stroke::solid(Ink::Line, 0.6));
        }
    }
    foot(&mut sketch, input, columns, &feet, width, beside);
    (sketch.finish(alt), columns)
}

/// Columns with their names, and what lies after the plan.
fn ground(sketch: &mut Sketch, input: &Gantt, columns: Columns, width: f32, beside: bool) {
    let Columns { left, wide, top, bottom } = columns;
    let end = left + wide * input.horizon as f32;
    if input.quarters.len() > input.horizon as usize {
        let tint = Fill { ink: Ink::Sunken, opacity: 0.8 };
        sketch.rect(pt(end, top), pt(width, bottom), 0.0, Some(tint), None);
        sketch.line(vec![pt(end, top - 18.0), pt(end, bottom)], Stroke::dashed(Ink::Quiet, 1.2, 4.0, 3.0));
        let wide = words::width(&input.beyond, SMALL, Weight::Regular);
        let x = (end + 5.0).min(width - wide).max(0.0);
        sketch.text(pt(x, 8.0), Type::new(Align::Left, SMALL, Ink::Quiet), input.beyond.clone());
    }
    let widest = input.quarters.iter().map(|q| words::width(q, SMALL, Weight::Semibold)).fold(0.0, f32::max);
    let every = thinned(widest, wide);
    for (n, name) in input.quarters.iter().enumerate() {
        let x = left + wide * n as f32;
        // Where names stand above the bars, whole lines would go through them.
        let end = if beside { bottom } else { top };
        sketch.line(vec![pt(x, top - 4.0), pt(x, end)], Stroke::solid(Ink::Line, 0.8));
        if n % every == 0 && (n == 0 || x + widest + 2.0 <= width) {
            let look = Type::strong(Align::Left, SMALL, Ink::Quiet);
            sketch.text(pt(x + 2.0, top - 9.0), look, name.clone());
        }
    }
    if beside {
        sketch.line(vec![pt(width, top), pt(width, bottom)], Stroke::solid(Ink::Line, 0.8));
    }
}

/// Every how many columns there is room for words so wide.
fn thinned(widest: f32, wide: f32) -> usize {
    ((widest + 6.0) / wide.max(1.0)).ceil().max(1.0) as usize
}

fn bar(sketch: &mut Sketch, row: &GanttRow, columns: Columns, middle: f32) {
    let x_of = |month: u32| columns.left + columns.wide * month as f32 / MONTHS;
    let (from, to) = (x_of(row.start), x_of(row.end + 1));
    let first = columns.left + columns.wide * (row.start / 3) as f32;
    let last = columns.left + columns.wide * (row.end / 3 + 1) as f32;
    let (top, bottom) = (middle - BAR / 2.0, middle + BAR / 2.0);
    sketch.rect(pt(first + 1.0, top), pt(last - 1.0, bottom), 4.0, fill(Ink::ActionWash), None);
    let ink = if row.late.is_some() { Ink::Attention } else { Ink::Action };
    let radius = 4.0_f32.min((to - from) / 2.0);
    sketch.rect(pt(from + 1.0, top), pt((to - 1.0).max(from + 2.0), bottom), radius, fill(ink), None);
    sketch.spot(&row.id, pt(from, top - 3.0), pt(to, bottom + 3.0), row.label.clone());
}

fn foot(sketch: &mut Sketch, input: &Gantt, columns: Columns, feet: &[(Vec<String>, f32)], width: f32, beside: bool) {
    let Columns { left, wide, bottom, .. } = columns;
    if !feet.is_empty() {
        sketch.line(vec![pt(0.0, bottom), pt(width, bottom)], Stroke::solid(Ink::Line, 1.0));
    }
    let mut top = bottom + 6.0;
    for (foot, (lines, height)) in input.foot.iter().zip(feet) {
        let block = block_height(lines.len(), SMALL);
        let name = if beside { top + height / 2.0 } else { top + block / 2.0 };
        sketch.paragraph(pt(0.0, name), Type::new(Align::Left, SMALL, Ink::Quiet), lines);
        let middle = if beside { top + height / 2.0 } else { top + block + 11.0 };
        let widest = foot.cells.iter().map(|c| words::width(&c.0, SMALL, Weight::Semibold)).fold(0.0, f32::max);
        let every = thinned(widest, wide);
        for (n, (text, share)) in foot.cells.iter().enumerate() {
            let x = left + wide * n as f32;
            if n % every == 0 && (n == 0 || x + widest + 2.0 <= width) {
                let look = Type::strong(Align::Left, SMALL, Ink::Text);
                sketch.text(pt(x + 2.0, middle - 2.0), look, text.clone());
            }
            if let Some(share) = share {
                let (from, to) = (x + 2.0, x + wide - 4.0);
                let y = middle + 8.0;
                sketch.rect(pt(from, y), pt(to, y + 3.0), 1.5, fill(Ink::Sunken), None);
                let filled = from + (to - from) * share.clamp(0.0, 1.0) as f32;
                if filled > from + 0.5 {
                    sketch.rect(pt(from, y), pt(filled, y + 3.0), 0.0, fill(Ink::Action), None);
                }
            }
        }
        top += height;
    }
}

#[cfg(test)]
mod tests {
    use super::super::checks::{stays_inside, texts};
    use super::*;
    use crate::report::drawing::Shape;

    fn row(id: &str, start: u32, end: u32) -> GanttRow {
        GanttRow {
            id: id.into(),
            name: "Una misura inventata con un nome piuttosto lungo da mandare a capo".into(),
            detail: "Titolare · 12 giornate".into(),
            start,
            end,
            late: None,
            label: "etichetta".into(),
        }
    }

    fn input(quarters: u32, horizon: u32, rows: Vec<GanttRow>) -> Gantt {
        Gantt {
            quarters: (0..quarters).map(|n| format!("T{} {}", n % 4 + 1, 2027 + n / 4)).collect(),
            horizon,
            beyond: "dopo il periodo del piano".into(),
            rows,
            foot: vec![
                GanttFoot {
                    name: "giornate".into(),
                    cells: (0..quarters).map(|n| (format!("{n} di 20"), Some(f64::from(n) / 20.0))).collect(),
                },
                GanttFoot {
                    name: "punteggio e livello dopo".into(),
                    cells: (0..quarters).map(|_| ("51,0".into(), None)).collect(),
                },
            ],
        }
    }

    fn bars(drawing: &Drawing) -> Vec<(f32, f32)> {
        let bars = drawing.shapes.iter().filter_map(|s| match s {
            Shape::Rect { min, max, fill: Some(f), .. } if f.ink == Ink::Action && max.y - min.y > 10.0 => {
                Some((min.x, max.x))
            }
            _ => None,
        });
        bars.collect()
    }

    #[test]
    fn a_bar_covers_its_months() {
        let (drawing, columns) = gantt(&input(4, 4, vec![row("a", 0, 2), row("b", 3, 8)]), 900.0, "alt");
        let at = |month: f32| columns.left + columns.wide * month / 3.0;
        let found = bars(&drawing);
        for ((from, to), (first, end)) in found.iter().zip([(0.0, 3.0), (3.0, 9.0)]) {
            assert!((from - at(first)).abs() <= 1.5 && (to - at(end)).abs() <= 1.5, "{found:?}");
        }
        assert!((at(12.0) - 900.0).abs() < 0.01);
        let middle = |n: usize| (drawing.spots[n].min.x + drawing.spots[n].max.x) / 2.0;
        assert_eq!(columns.quarter(middle(0)), 0);
        assert_eq!(columns.quarter(drawing.spots[1].min.x + 1.0), 1);
        assert_eq!(columns.quarter(-50.0), 0);
    }

    #[test]
    fn what_is_late_has_another_colour_and_says_why() {
        let late = GanttRow { late: Some("prima serve altro".into()), ..row("a", 3, 5) };
        let (drawing, _) = gantt(&input(4, 4, vec![late]), 900.0, "alt");
        assert!(bars(&drawing).is_empty());
        assert!(texts(&drawing).iter().any(|words| words.contains("prima serve")));
    }

    #[test]
    fn what_ends_later_stands_after_the_plan() {
        let (short, columns) = gantt(&input(4, 4, vec![row("a", 0, 11)]), 900.0, "alt");
        let (long, after) = gantt(&input(6, 4, vec![row("a", 0, 17)]), 900.0, "alt");
        assert!(!texts(&short).contains(&"dopo il periodo del piano"));
        assert!(texts(&long).contains(&"dopo il periodo del piano"));
        assert!(after.wide < columns.wide);
        let end = after.left + 4.0 * after.wide;
        let shaded = |s: &Shape| matches!(s, Shape::Rect { min, fill: Some(f), .. } if f.ink == Ink::Sunken && (min.x - end).abs() < 0.01);
        assert!(long.shapes.iter().any(shaded));
    }

    #[test]
    fn everything_stays_inside_and_rows_do_not_overlap() {
        for width in [240.0, 330.0, 559.0, 560.0, 1000.0] {
            for (quarters, horizon) in [(1, 1), (4, 4), (7, 4), (24, 20), (60, 20)] {
                let rows = (0..quarters.min(30)).map(|n| row(&n.to_string(), n * 3, n * 3 + n % 3)).collect();
                let (drawing, _) = gantt(&input(quarters, horizon, rows), width, "alt");
                stays_inside(&drawing);
                assert!(drawing.spots.windows(2).all(|w| w[0].max.y <= w[1].min.y + 0.01), "rows do not overlap");
            }
        }
        stays_inside(&gantt(&input(4, 4, Vec::new()), 640.0, "alt").0);
    }
}
