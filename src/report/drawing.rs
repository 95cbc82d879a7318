//! Charts as shapes: what to draw, in a coordinate system of its own, with neither painter nor file.
//!
//! A [`Drawing`] is laid out on a canvas of `width` × `height` nominal points, x to the right, y down. The screen and the
//! PDF scale it as a whole, so lengths and text sizes keep their proportions. Colours are roles ([`Ink`]).

use crate::style::Ink;

/// A point of the canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

/// Shorthand for a [`Point`].
#[must_use]
pub const fn pt(x: f32, y: f32) -> Point {
    Point { x, y }
}

/// A filled area's colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fill {
    /// Colour role.
    pub ink: Ink,
    /// 0 clear … 1 solid.
    pub opacity: f32,
}

/// A line's look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Colour role.
    pub ink: Ink,
    /// Width in nominal points.
    pub width: f32,
    /// Dashed: length of dash and gap in nominal points.
    pub dash: Option<(f32, f32)>,
}

impl Stroke {
    /// A solid line.
    #[must_use]
    pub const fn solid(ink: Ink, width: f32) -> Self {
        Self { ink, width, dash: None }
    }

    /// A dashed line.
    #[must_use]
    pub const fn dashed(ink: Ink, width: f32, dash: f32, gap: f32) -> Self {
        Self { ink, width, dash: Some((dash, gap)) }
    }
}

/// Where the anchor point lies on a text horizontally.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At its left edge.
    Left,
    /// In its middle.
    Centre,
    /// At its right edge.
    Right,
}

/// Font weight of a text or a run of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Body weight.
    Regular,
    /// Emphasis and headings.
    Semibold,
}

/// How far below the middle of its capitals the baseline of a [`Shape::Text`] lies, in type sizes.
pub const MIDDLE_TO_BASELINE: f32 = 0.35;

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A closed polygon.
    Polygon {
        /// Corners in order.
        points: Vec<Point>,
        /// Inside.
        fill: Option<Fill>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// An open line through the points.
    Line {
        /// Points in order.
        points: Vec<Point>,
        /// Look.
        stroke: Stroke,
    },
    /// A circle.
    Circle {
        /// Centre.
        centre: Point,
        /// Radius in nominal points.
        radius: f32,
        /// Inside.
        fill: Option<Fill>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A rectangle, with rounded corners where `radius` > 0.
    Rect {
        /// Upper left corner.
        min: Point,
        /// Lower right corner.
        max: Point,
        /// Corner radius in nominal points.
        radius: f32,
        /// Inside.
        fill: Option<Fill>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// One line of text; `at` is on the vertical middle of its x-height-to-ascender box (for practical purposes its
    /// optical middle).
    Text {
        /// Anchor.
        at: Point,
        /// Horizontal anchoring.
        align: Align,
        /// Type size in nominal points.
        size: f32,
        /// Weight.
        weight: Weight,
        /// Colour role.
        ink: Ink,
        /// The words.
        content: String,
    },
}

/// An area that stands for something: the mouse finds its name and value there.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Id of what it stands for (`D3`, `A6`, `digital`).
    pub id: String,
    /// Upper left corner.
    pub min: Point,
    /// Lower right corner.
    pub max: Point,
    /// What to say on hover, in the reader's language.
    pub label: String,
}

/// A chart, ready to be painted anywhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Width of the canvas in nominal points.
    pub width: f32,
    /// Height of the canvas in nominal points.
    pub height: f32,
    /// Shapes from back to front.
    pub shapes: Vec<Shape>,
    /// Areas with a meaning.
    pub spots: Vec<Spot>,
    /// What the chart says, in words, for those who cannot see it.
    pub alt: String,
}
