//! Horizontal bars for reading values off, with the bounds of each.

use super::sketch::{Sketch, Type, block_height, fill};
use super::{share, words};
use crate::report::drawing::{Align, Drawing, Stroke, Weight, pt};
use crate::style::Ink;

const WIDTH: f32 = 640.0;
const LABEL: f32 = 14.0;
/// Room for the label, left.
const LABEL_ROOM: f32 = 206.0;
const TRACK_LEFT: f32 = 222.0;
const TRACK_RIGHT: f32 = 572.0;
const HEAD: f32 = 22.0;
const BAR: f32 = 14.0;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    /// Id of its spot.
    pub id: String,
    /// Name, broken into lines where it is long.
    pub label: String,
    /// The score 0..=100; `None` draws no bar.
    pub value: Option<f64>,
    /// Lower bound, drawn with `high` as a whisker where both are there and differ.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// The score as printed, or what to say where there is none («dati insufficienti»).
    pub value_text: String,
}

/// Bars over 0..=100 with light ticks at the thresholds. Each row is a spot with its id.
#[must_use]
pub fn bars(rows: &[BarRow], thresholds: &[f64], alt: &str) -> Drawing {
    let labels: Vec<Vec<String>> =
        rows.iter().map(|row| words::wrap(&row.label, LABEL, Weight::Regular, LABEL_ROOM)).collect();
    let heights: Vec<f32> = labels.iter().map(|lines| (block_height(lines.len(), LABEL) + 14.0).max(34.0)).collect();
    let height = HEAD + heights.iter().sum::<f32>() + 4.0;
    let mut sketch = Sketch::new(WIDTH, height);

    for &threshold in thresholds.iter().filter(|t| **t > 0.0 && **t < 100.0) {
        let x = x_of(threshold);
        sketch.line(vec![pt(x, HEAD), pt(x, height)], Stroke::solid(Ink::Line, 0.8));
        sketch.text(pt(x, HEAD - 9.0), Type::new(Align::Centre, 11.0, Ink::Quiet), format!("{threshold:.0}"));
    }
    let mut top = HEAD;
    for ((row, lines), height) in rows.iter().zip(&labels).zip(&heights) {
        draw(&mut sketch, row, lines, top + height / 2.0);
        sketch.spot(&row.id, pt(0.0, top), pt(WIDTH, top + height), format!("{}: {}", row.label, row.value_text));
        top += height;
    }
    sketch.finish(alt)
}

fn x_of(score: f64) -> f32 {
    TRACK_LEFT + (TRACK_RIGHT - TRACK_LEFT) * share(score)
}

fn draw(sketch: &mut Sketch, row: &BarRow, label: &[String], y: f32) {
    sketch.paragraph(pt(0.0, y), Type::new(Align::Left, LABEL, Ink::Text), label);
    let (top, bottom) = (y - BAR / 2.0, y + BAR / 2.0);
    let Some(value) = row.value else {
        sketch.line(vec![pt(TRACK_LEFT, y), pt(TRACK_RIGHT, y)], Stroke::dashed(Ink::Line, 1.0, 2.0, 4.0));
        let width = words::width(&row.value_text, 13.0, Weight::Regular);
        // A patch behind the words keeps ticks and dashes out of them.
        sketch.rect(pt(TRACK_LEFT, y - 9.0), pt(TRACK_LEFT + width + 10.0, y + 9.0), 0.0, fill(Ink::Surface), None);
        sketch.text(pt(TRACK_LEFT + 2.0, y), Type::new(Align::Left, 13.0, Ink::Quiet), row.value_text.clone());
        return;
    };
    sketch.rect(pt(TRACK_LEFT, top), pt(TRACK_RIGHT, bottom), 3.0, fill(Ink::Sunken), None);
    let end = x_of(value);
    if end > TRACK_LEFT {
        let radius = 3.0_f32.min((end - TRACK_LEFT) / 2.0);
        sketch.rect(pt(TRACK_LEFT, top), pt(end, bottom), radius, fill(Ink::Action), None);
    } else {
        // A measured zero is a value: it has a stub of its own, unlike a missing one.
        sketch.line(vec![pt(TRACK_LEFT, top - 1.0), pt(TRACK_LEFT, bottom + 1.0)], Stroke::solid(Ink::Action, 2.4));
    }
    if let (Some(low), Some(high)) = (row.low, row.high)
        && high - low > 0.05
    {
        sketch.whisker(x_of(low), x_of(high), y, Ink::Surface);
    }
    sketch.text(pt(WIDTH, y), Type::strong(Align::Right, 14.5, Ink::Text), row.value_text.clone());
}

#[cfg(test)]
mod tests {
    use super::super::checks::{stays_inside, texts};
    use super::*;
    use crate::report::drawing::Shape;

    const THRESHOLDS: [f64; 5] = [10.0, 30.0, 50.0, 70.0, 90.0];

    fn row(value: Option<f64>) -> BarRow {
        BarRow {
            id: "D1".into(),
            label: "Strategia".into(),
            value,
            low: value.map(|v| v - 5.0),
            high: value.map(|v| v + 5.0),
            value_text: value.map_or("dati insufficienti".into(), |v| v.to_string()),
        }
    }

    fn bar_end(drawing: &Drawing) -> Option<f32> {
        drawing.shapes.iter().find_map(|shape| match shape {
            Shape::Rect { max, fill: Some(f), .. } if f.ink == Ink::Action => Some(max.x),
            _ => None,
        })
    }

    #[test]
    fn bars_grow_with_the_value_up_to_the_end_of_the_track() {
        let ends: Vec<f32> =
            (1..=100).filter_map(|v| bar_end(&bars(&[row(Some(f64::from(v)))], &THRESHOLDS, "alt"))).collect();
        assert_eq!(ends.len(), 100);
        assert!(ends.windows(2).all(|w| w[0] < w[1]));
        assert!((ends[99] - TRACK_RIGHT).abs() < 1e-3);
        assert!((ends[49] - (TRACK_LEFT + TRACK_RIGHT) / 2.0).abs() < 1e-3);
    }

    #[test]
    fn a_missing_value_has_words_and_no_bar() {
        let drawing = bars(&[row(None)], &THRESHOLDS, "alt");
        assert_eq!(bar_end(&drawing), None);
        assert!(texts(&drawing).contains(&"dati insufficienti"));
        let zero = bars(&[row(Some(0.0))], &THRESHOLDS, "alt");
        assert!(zero.shapes.iter().any(|s| matches!(s, Shape::Line { stroke, .. } if stroke.ink == Ink::Action)));
    }

    #[test]
    fn long_labels_make_the_row_taller_and_stay_inside() {
        let mut rows = vec![row(Some(100.0)), row(None), row(Some(0.0)), row(Some(47.3))];
        rows[1].label =
            "Sicurezza informatica, continuità operativa e conformità alla normativa sulla protezione".into();
        rows[3].label = "Precipitevolissimevolmentedigitalizzatissima".into();
        let drawing = bars(&rows, &THRESHOLDS, "alt");
        stays_inside(&drawing);
        assert!(drawing.height > bars(&vec![row(Some(1.0)); 4], &THRESHOLDS, "alt").height);
        assert_eq!(drawing.spots.len(), 4);
        assert!(drawing.spots.windows(2).all(|w| w[0].max.y <= w[1].min.y + 0.01), "rows do not overlap");
        let label_ends = drawing.shapes.iter().filter_map(|shape| match shape {
            Shape::Text { at, align: Align::Left, size, weight, content, .. } if at.x == 0.0 => {
                Some(at.x + words::width(content, *size, *weight))
            }
            _ => None,
        });
        assert!(label_ends.fold(0.0, f32::max) <= LABEL_ROOM, "labels keep clear of the bars");
    }
}
