//! How the companies of one size class spread over the four classes of the Eurostat digital intensity index.

use super::sketch::{Sketch, Type, block_height, fill};
use super::words;
use crate::report::drawing::{Align, Drawing, Stroke, Weight, pt};
use crate::style::Ink;

const WIDTH: f32 = 520.0;
const COLUMN: f32 = WIDTH / 4.0;
const TOP: f32 = 46.0;
const TALLEST: f32 = 150.0;
const GROUND: f32 = TOP + TALLEST;
const LABEL: f32 = 13.0;

/// The class the company is in.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnClass {
    /// Index 0..=3 into the classes.
    pub class: usize,
    /// Where inside its column the company stands, 0..=1 from left to right.
    pub within: f64,
    /// Word on the mark («la tua impresa»).
    pub label: String,
}

/// What the columns show.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// Shares of companies per class, lowest class first, 0..=1.
    pub shares: [f64; 4],
    /// The shares as printed («28 %»).
    pub share_texts: [String; 4],
    /// Names of the classes.
    pub labels: [String; 4],
    /// The company's own class.
    pub own: Option<OwnClass>,
    /// A sentence under the columns («più digitale di 44 imprese su 100»).
    pub note: Option<String>,
}

/// Four columns with the own one marked. Each column is a spot `class-0` … `class-3`.
#[must_use]
pub fn distribution(input: &Distribution, alt: &str) -> Drawing {
    let labels: Vec<Vec<String>> =
        input.labels.iter().map(|label| words::wrap(label, LABEL, Weight::Regular, COLUMN - 12.0)).collect();
    let label_height = block_height(labels.iter().map(Vec::len).max().unwrap_or(1), LABEL);
    let note = input.note.as_deref().map_or(Vec::new(), |text| words::wrap(text, 14.0, Weight::Regular, WIDTH));
    let note_height = if note.is_empty() { 0.0 } else { 14.0 + block_height(note.len(), 14.0) };
    let mut sketch = Sketch::new(WIDTH, GROUND + 16.0 + label_height + note_height);

    let greatest = input.shares.iter().copied().fold(0.0, f64::max);
    for (k, &part) in input.shares.iter().enumerate() {
        let left = k as f32 * COLUMN;
        let middle = left + COLUMN / 2.0;
        let height = if greatest > 0.0 { (part / greatest) as f32 * TALLEST } else { 0.0 };
        let is_own = input.own.as_ref().is_some_and(|own| own.class == k);
        let (min, max) = (pt(left + 10.0, GROUND - height), pt(left + COLUMN - 10.0, GROUND));
        let ink = if is_own { Ink::Action } else { Ink::Level(1) };
        if height > 0.0 {
            // The outline is what stands out from the ground; the tint alone would not.
            let edge = Stroke::solid(if is_own { Ink::Action } else { Ink::Quiet }, 0.8);
            sketch.rect(min, max, 3.0_f32.min(height / 2.0), fill(ink), Some(edge));
        }
        let weight = if is_own { Type::strong } else { Type::new };
        sketch.text(pt(middle, min.y - 12.0), weight(Align::Centre, 14.5, Ink::Text), input.share_texts[k].clone());
        let label_ink = if is_own { Ink::Text } else { Ink::Quiet };
        let lines = &labels[k];
        let y = GROUND + 12.0 + block_height(lines.len(), LABEL) / 2.0;
        sketch.paragraph(pt(middle, y), weight(Align::Centre, LABEL, label_ink), lines);
        let label = format!("{}: {}", input.labels[k], input.share_texts[k]);
        sketch.spot(format!("class-{k}"), pt(left, 0.0), pt(left + COLUMN, GROUND + 12.0 + label_height), label);
        if let Some(own) = input.own.as_ref().filter(|_| is_own) {
            mark(&mut sketch, own, min.y);
        }
    }
    sketch.line(vec![pt(0.0, GROUND), pt(WIDTH, GROUND)], Stroke::solid(Ink::Quiet, 1.0));
    let y = GROUND + 16.0 + label_height + note_height / 2.0 + 2.0;
    sketch.paragraph(pt(0.0, y), Type::new(Align::Left, 14.0, Ink::Text), &note);
    sketch.finish(alt)
}

/// The label over the own column, and a tip under it where the company stands inside its class.
fn mark(sketch: &mut Sketch, own: &OwnClass, column_top: f32) {
    let left = own.class as f32 * COLUMN + 10.0;
    let x = left + (COLUMN - 20.0) * own.within.clamp(0.0, 1.0) as f32;
    let look = Type::strong(Align::Centre, 13.0, Ink::OnAction);
    let half = (words::width(&own.label, look.size, look.weight) / 2.0 + 9.0).min(WIDTH / 2.0);
    let centre = pt((left + COLUMN / 2.0 - 10.0).clamp(half, WIDTH - half), column_top - 34.0);
    sketch.rect(
        pt(centre.x - half, centre.y - 11.0),
        pt(centre.x + half, centre.y + 11.0),
        11.0,
        fill(Ink::Action),
        None,
    );
    sketch.text(centre, look, own.label.clone());
    sketch.polygon(
        vec![pt(x - 5.0, GROUND + 9.0), pt(x + 5.0, GROUND + 9.0), pt(x, GROUND + 2.0)],
        fill(Ink::Action),
        None,
    );
}

#[cfg(test)]
mod tests {
    use super::super::checks::{stays_inside, texts};
    use super::*;
    use crate::report::drawing::{Point, Shape};

    fn sample(own: Option<usize>) -> Distribution {
        Distribution {
            shares: [0.3, 0.4, 0.2, 0.1],
            share_texts: ["30 %", "40 %", "20 %", "10 %"].map(String::from),
            labels: ["molto bassa (0-3)", "bassa (4-6)", "alta (7-9)", "molto alta (10-12)"].map(String::from),
            own: own.map(|class| OwnClass { class, within: 1.0, label: "la tua impresa".into() }),
            note: Some("Più digitale di 44 imprese su 100 della stessa classe di addetti in Italia.".into()),
        }
    }

    fn columns(drawing: &Drawing) -> Vec<(Point, Point, Ink)> {
        let column = |shape: &Shape| match shape {
            Shape::Rect { min, max, fill: Some(f), .. } if max.y == GROUND => Some((*min, *max, f.ink)),
            _ => None,
        };
        drawing.shapes.iter().filter_map(column).collect()
    }

    #[test]
    fn heights_are_in_proportion_to_the_shares() {
        let columns = columns(&distribution(&sample(None), "alt"));
        let heights: Vec<f32> = columns.iter().map(|(min, max, _)| max.y - min.y).collect();
        for (height, share) in heights.iter().zip([0.3, 0.4, 0.2, 0.1]) {
            assert!((height / heights[1] - share / 0.4).abs() < 1e-4);
        }
        assert!((heights[1] - TALLEST).abs() < 1e-3);
    }

    #[test]
    fn only_the_own_column_is_marked() {
        for class in 0..4 {
            let drawing = distribution(&sample(Some(class)), "alt");
            let own: Vec<bool> = columns(&drawing).iter().map(|(_, _, ink)| *ink == Ink::Action).collect();
            assert_eq!(own.iter().position(|is| *is), Some(class));
            assert_eq!(own.iter().filter(|is| **is).count(), 1);
            assert!(texts(&drawing).contains(&"la tua impresa"));
            stays_inside(&drawing);
        }
        assert!(columns(&distribution(&sample(None), "alt")).iter().all(|(_, _, ink)| *ink != Ink::Action));
    }

    #[test]
    fn nothing_known_draws_no_column() {
        let mut input = sample(None);
        input.shares = [0.0; 4];
        input.note = None;
        let drawing = distribution(&input, "alt");
        assert!(columns(&drawing).is_empty());
        stays_inside(&drawing);
    }
}
