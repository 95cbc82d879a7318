//! A chart's shapes on the canvas, scaled as a whole.

use super::canvas::Canvas;
use super::fonts::Fonts;
use super::lines::Span;
use crate::report::Drawing;
use crate::report::drawing::{Align, MIDDLE_TO_BASELINE, Point, Shape, Stroke};

/// True where the chart has an area to be scaled to.
pub(super) fn has_area(drawing: &Drawing) -> bool {
    [drawing.width, drawing.height].iter().all(|length| length.is_finite() && *length > 0.0)
}

/// Paints the chart with its upper left corner at (`x`, `y`).
pub(super) fn paint(canvas: &mut Canvas<'_>, fonts: &Fonts, drawing: &Drawing, x: f32, y: f32, scale: f32) {
    let place = |p: Point| (x + p.x * scale, y + p.y * scale);
    let thick = |stroke: Stroke| Stroke {
        width: stroke.width * scale,
        dash: stroke.dash.map(|(dash, gap)| (dash * scale, gap * scale)),
        ..stroke
    };
    for shape in &drawing.shapes {
        match shape {
            Shape::Polygon { points, fill, stroke } => {
                let points: Vec<_> = points.iter().copied().map(place).collect();
                canvas.polygon(&points, *fill, stroke.map(thick));
            }
            Shape::Line { points, stroke } => {
                let points: Vec<_> = points.iter().copied().map(place).collect();
                canvas.line(&points, thick(*stroke));
            }
            Shape::Circle { centre, radius, fill, stroke } => {
                let (x, y) = place(*centre);
                canvas.circle(x, y, radius * scale, *fill, stroke.map(thick));
            }
            Shape::Rect { min, max, radius, fill, stroke } => {
                canvas.rounded(place(*min), place(*max), radius * scale, *fill, stroke.map(thick));
            }
            Shape::Text { at, align, size, weight, ink, content } => {
                let face = fonts.face(*weight);
                let text: String = fonts.clean_line(content).chars().map(|c| face.shown(c)).collect();
                let size = size * scale;
                let (x, y) = place(*at);
                let left = match align {
                    Align::Left => x,
                    Align::Centre => x - face.width(&text, size) / 2.0,
                    Align::Right => x - face.width(&text, size),
                };
                canvas.text((left, y + MIDDLE_TO_BASELINE * size), &[Span::new(text, *weight)], size, *ink, false);
            }
        }
    }
}
