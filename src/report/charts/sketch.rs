//! A drawing in the making: short words for the shapes the charts are made of.

use crate::report::drawing::{Align, Drawing, Fill, Point, Shape, Spot, Stroke, Weight, pt};
use crate::style::Ink;

/// Distance of the lines of a label, as a multiple of its type size.
const LEADING: f32 = 1.2;

/// How a text looks.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub(super) align: Align,
    pub(super) size: f32,
    pub(super) weight: Weight,
    pub(super) ink: Ink,
}

impl Type {
    pub(super) const fn new(align: Align, size: f32, ink: Ink) -> Self {
        Self { align, size, weight: Weight::Regular, ink }
    }

    pub(super) const fn strong(align: Align, size: f32, ink: Ink) -> Self {
        Self { align, size, weight: Weight::Semibold, ink }
    }
}

/// A solid fill.
pub(super) const fn fill(ink: Ink) -> Option<Fill> {
    Some(Fill { ink, opacity: 1.0 })
}

/// Collects shapes from back to front.
pub(super) struct Sketch {
    width: f32,
    height: f32,
    shapes: Vec<Shape>,
    spots: Vec<Spot>,
}

impl Sketch {
    pub(super) fn new(width: f32, height: f32) -> Self {
        Self { width, height, shapes: Vec::new(), spots: Vec::new() }
    }

    pub(super) fn rect(&mut self, min: Point, max: Point, radius: f32, fill: Option<Fill>, stroke: Option<Stroke>) {
        self.shapes.push(Shape::Rect { min, max, radius, fill, stroke });
    }

    pub(super) fn line(&mut self, points: Vec<Point>, stroke: Stroke) {
        self.shapes.push(Shape::Line { points, stroke });
    }

    pub(super) fn polygon(&mut self, points: Vec<Point>, fill: Option<Fill>, stroke: Option<Stroke>) {
        self.shapes.push(Shape::Polygon { points, fill, stroke });
    }

    pub(super) fn circle(&mut self, centre: Point, radius: f32, fill: Option<Fill>, stroke: Option<Stroke>) {
        self.shapes.push(Shape::Circle { centre, radius, fill, stroke });
    }

    /// One line of text.
    pub(super) fn text(&mut self, at: Point, look: Type, content: impl Into<String>) {
        let Type { align, size, weight, ink } = look;
        self.shapes.push(Shape::Text { at, align, size, weight, ink, content: content.into() });
    }

    /// Lines of text one below the other, their block centred on `at`.
    pub(super) fn paragraph(&mut self, at: Point, look: Type, lines: &[String]) {
        let step = look.size * LEADING;
        let top = at.y - step * (lines.len().saturating_sub(1)) as f32 / 2.0;
        for (k, line) in lines.iter().enumerate() {
            self.text(pt(at.x, top + step * k as f32), look, line.clone());
        }
    }

    /// A horizontal line from `x0` to `x1` with a cap at each end and a halo that keeps it visible on a filled shape.
    pub(super) fn whisker(&mut self, x0: f32, x1: f32, y: f32, halo: Ink) {
        const CAP: f32 = 4.0;
        for stroke in [Stroke::solid(halo, 3.6), Stroke::solid(Ink::Text, 1.3)] {
            self.line(vec![pt(x0, y), pt(x1, y)], stroke);
            self.line(vec![pt(x0, y - CAP), pt(x0, y + CAP)], stroke);
            self.line(vec![pt(x1, y - CAP), pt(x1, y + CAP)], stroke);
        }
    }

    pub(super) fn spot(&mut self, id: impl Into<String>, min: Point, max: Point, label: impl Into<String>) {
        self.spots.push(Spot { id: id.into(), min, max, label: label.into() });
    }

    pub(super) fn finish(self, alt: &str) -> Drawing {
        let Self { width, height, shapes, spots } = self;
        Drawing { width, height, shapes, spots, alt: alt.to_owned() }
    }
}

/// Height of a block of lines set at `size`.
pub(super) fn block_height(lines: usize, size: f32) -> f32 {
    lines as f32 * size * LEADING
}
