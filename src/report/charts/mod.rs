//! The charts, each one function from plain values and finished words to a [`Drawing`](super::drawing::Drawing).
//!
//! Nothing here knows the questionnaire, the language or the number format: labels, printed values and the text for those
//! who cannot see the picture come in as parameters. Not measured is never drawn as zero: a missing value is `None` and
//! has a look of its own in every chart.

mod bars;
mod distribution;
mod frontier;
mod gantt;
mod heat;
mod map;
mod quadrant;
mod radar;
mod sketch;
mod stair;
mod words;

pub use bars::{BarRow, bars};
pub use distribution::{Distribution, OwnClass, distribution};
pub use frontier::{Frontier, FrontierPoint, frontier};
pub use gantt::{Columns, Gantt, GanttFoot, GanttRow, gantt};
pub use heat::{HeatCell, HeatRow, heat};
pub use map::{MapLabels, map};
pub use quadrant::{QuadrantPoint, Quadrants, quadrants};
pub use radar::{Axis, RadarLabels, radar};
pub use stair::{Stair, StairInterval, StairMark, stair, stair_small};

/// A value with the bounds it lies between; all on 0..=100 with `low <= value <= high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower bound.
    pub low: f64,
    /// The value itself.
    pub value: f64,
    /// Upper bound.
    pub high: f64,
}

/// A score held inside the scale 0..=100, as a share 0..=1 of its length.
fn share(score: f64) -> f32 {
    (score.clamp(0.0, 100.0) / 100.0) as f32
}

#[cfg(test)]
mod checks {
    use crate::report::drawing::{Align, Drawing, Point, Shape};

    /// Every corner of every shape, texts by their measured box.
    pub(super) fn extremes(drawing: &Drawing) -> Vec<(Point, String)> {
        let mut out = Vec::new();
        for shape in &drawing.shapes {
            match shape {
                Shape::Polygon { points, .. } | Shape::Line { points, .. } => {
                    out.extend(points.iter().map(|p| (*p, format!("{shape:?}"))));
                }
                Shape::Circle { centre, radius, .. } => {
                    for (x, y) in [(-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0)] {
                        out.push((Point { x: centre.x + x * radius, y: centre.y + y * radius }, format!("{shape:?}")));
                    }
                }
                Shape::Rect { min, max, .. } => {
                    out.push((*min, format!("{shape:?}")));
                    out.push((*max, format!("{shape:?}")));
                }
                Shape::Text { at, align, size, weight, content, .. } => {
                    let width = super::words::width(content, *size, *weight);
                    let left = match align {
                        Align::Left => at.x,
                        Align::Centre => at.x - width / 2.0,
                        Align::Right => at.x - width,
                    };
                    out.push((Point { x: left, y: at.y - size / 2.0 }, content.clone()));
                    out.push((Point { x: left + width, y: at.y + size / 2.0 }, content.clone()));
                }
            }
        }
        for spot in &drawing.spots {
            out.push((spot.min, format!("spot {}", spot.id)));
            out.push((spot.max, format!("spot {}", spot.id)));
        }
        out
    }

    /// Fails where anything lies outside the canvas by more than a rounding error.
    pub(super) fn stays_inside(drawing: &Drawing) {
        for (p, what) in extremes(drawing) {
            assert!(
                p.x >= -0.01 && p.y >= -0.01 && p.x <= drawing.width + 0.01 && p.y <= drawing.height + 0.01,
                "{what} at {p:?} leaves the canvas {}×{}",
                drawing.width,
                drawing.height
            );
        }
    }

    /// All texts of a drawing, in drawing order.
    pub(super) fn texts(drawing: &Drawing) -> Vec<&str> {
        let mut out = Vec::new();
        for shape in &drawing.shapes {
            if let Shape::Text { content, .. } = shape {
                out.push(content.as_str());
            }
        }
        out
    }
}
