//! The map of the two maturities: digital across, technological up.

use super::sketch::{Sketch, Type, block_height, fill};
use super::{Interval, share, words};
use crate::report::drawing::{Align, Drawing, Fill, Point, Stroke, Weight, pt};
use crate::style::Ink;

const SIDE: f32 = 320.0;
const LEFT: f32 = 46.0;
const TOP: f32 = 34.0;
const WIDTH: f32 = LEFT + SIDE + 18.0;
const HEIGHT: f32 = TOP + SIDE + 52.0;

/// Words and bands of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapLabels {
    /// Name of the axis across, with its direction («Maturità digitale →»).
    pub digital: String,
    /// Name of the axis up.
    pub technological: String,
    /// The corner of tools without direction, upper left («tecnologia senza regia»).
    pub upper_left: String,
    /// The corner of direction without tools, lower right («regia senza strumenti»).
    pub lower_right: String,
    /// Lower threshold of each level, from 0, rising.
    pub thresholds: Vec<f64>,
    /// Difference of the two maturities, in points, from which the company is off balance.
    pub balance: f64,
    /// What the point says on hover.
    pub point: String,
    /// Drawn in the middle where one of the two is missing («dati insufficienti»).
    pub missing: String,
}

/// Where the company stands between tools and direction, with the interval of both as a cross. The point is a spot with
/// the id `point`; without both values no point is drawn.
#[must_use]
pub fn map(digital: Option<Interval>, technological: Option<Interval>, labels: &MapLabels, alt: &str) -> Drawing {
    let mut sketch = Sketch::new(WIDTH, HEIGHT);
    ground(&mut sketch, labels);
    axes(&mut sketch, labels);
    match (digital, technological) {
        (Some(digital), Some(technological)) => {
            let centre = at(digital.value, technological.value);
            cross(&mut sketch, digital, technological);
            sketch.circle(centre, 7.0, fill(Ink::Action), Some(Stroke::solid(Ink::Surface, 2.0)));
            let r = 14.0;
            let min = pt((centre.x - r).max(LEFT), (centre.y - r).max(TOP));
            let max = pt((centre.x + r).min(LEFT + SIDE), (centre.y + r).min(TOP + SIDE));
            sketch.spot("point", min, max, labels.point.clone());
        }
        _ => {
            let lines = words::wrap(&labels.missing, 14.0, Weight::Regular, SIDE * 0.6);
            let middle = pt(LEFT + SIDE / 2.0, TOP + SIDE / 2.0);
            let half = pt(SIDE * 0.32, block_height(lines.len(), 14.0) / 2.0 + 10.0);
            let (min, max) = (pt(middle.x - half.x, middle.y - half.y), pt(middle.x + half.x, middle.y + half.y));
            sketch.rect(min, max, 6.0, fill(Ink::Surface), Some(Stroke::solid(Ink::Line, 1.0)));
            sketch.paragraph(middle, Type::new(Align::Centre, 14.0, Ink::Quiet), &lines);
        }
    }
    sketch.finish(alt)
}

/// The point of a pair of scores.
fn at(digital: f64, technological: f64) -> Point {
    pt(LEFT + SIDE * share(digital), TOP + SIDE * (1.0 - share(technological)))
}

/// Level grid, balance band and the names of the corners off balance.
fn ground(sketch: &mut Sketch, labels: &MapLabels) {
    let (min, max) = (pt(LEFT, TOP), pt(LEFT + SIDE, TOP + SIDE));
    sketch.rect(min, max, 0.0, fill(Ink::Surface), None);
    let b = labels.balance.clamp(0.0, 100.0);
    let band = vec![at(0.0, 0.0), at(0.0, b), at(100.0 - b, 100.0), at(100.0, 100.0), at(100.0, 100.0 - b), at(b, 0.0)];
    sketch.polygon(band, Some(Fill { ink: Ink::ActionWash, opacity: 0.75 }), None);
    for &threshold in labels.thresholds.iter().filter(|t| **t > 0.0) {
        let grid = Stroke::solid(Ink::Line, 0.7);
        sketch.line(vec![at(threshold, 0.0), at(threshold, 100.0)], grid);
        sketch.line(vec![at(0.0, threshold), at(100.0, threshold)], grid);
    }
    sketch.line(vec![at(0.0, 0.0), at(100.0, 100.0)], Stroke::dashed(Ink::Action, 1.0, 3.0, 4.0));
    sketch.rect(min, max, 0.0, None, Some(Stroke::solid(Ink::Line, 1.2)));

    const INSET: f32 = 12.0;
    let room = SIDE * 0.42;
    for (text, upper) in [(&labels.upper_left, true), (&labels.lower_right, false)] {
        let lines = words::wrap(text, 13.5, Weight::Regular, room);
        let half = block_height(lines.len(), 13.5) / 2.0;
        let (align, corner) = if upper {
            (Align::Left, pt(min.x + INSET, min.y + INSET + half))
        } else {
            (Align::Right, pt(max.x - INSET, max.y - INSET - half))
        };
        let width = lines.iter().map(|line| words::width(line, 13.5, Weight::Regular)).fold(0.0, f32::max);
        let left = if upper { corner.x } else { corner.x - width };
        // A patch behind the words keeps the grid out of them.
        let patch = (pt(left - 4.0, corner.y - half - 1.0), pt(left + width + 4.0, corner.y + half + 1.0));
        sketch.rect(patch.0, patch.1, 0.0, fill(Ink::Surface), None);
        sketch.paragraph(corner, Type::new(align, 13.5, Ink::Quiet), &lines);
    }
}

/// Names, level numbers between the thresholds and the values at them.
fn axes(sketch: &mut Sketch, labels: &MapLabels) {
    let quiet = |align| Type::new(align, 11.0, Ink::Quiet);
    let ends = labels.thresholds.iter().copied().chain([100.0]);
    for threshold in ends {
        let below = at(threshold, 0.0);
        sketch.text(pt(below.x, below.y + 11.0), quiet(Align::Centre), format!("{threshold:.0}"));
        let beside = at(0.0, threshold);
        sketch.text(pt(beside.x - 8.0, beside.y), quiet(Align::Right), format!("{threshold:.0}"));
    }
    let title = |align| Type::strong(align, 13.5, Ink::Text);
    sketch.text(pt(0.0, TOP / 2.0 - 5.0), title(Align::Left), labels.technological.clone());
    sketch.text(pt(LEFT + SIDE, TOP + SIDE + 34.0), title(Align::Right), labels.digital.clone());
}

/// The two intervals through the point.
fn cross(sketch: &mut Sketch, digital: Interval, technological: Interval) {
    const CAP: f32 = 4.5;
    let (left, right) = (at(digital.low, technological.value), at(digital.high, technological.value));
    let (bottom, top) = (at(digital.value, technological.low), at(digital.value, technological.high));
    let stroke = Stroke::solid(Ink::Text, 1.5);
    sketch.line(vec![left, right], stroke);
    sketch.line(vec![bottom, top], stroke);
    for end in [left, right] {
        sketch.line(vec![pt(end.x, end.y - CAP), pt(end.x, end.y + CAP)], stroke);
    }
    for end in [bottom, top] {
        sketch.line(vec![pt(end.x - CAP, end.y), pt(end.x + CAP, end.y)], stroke);
    }
}

#[cfg(test)]
mod tests {
    use super::super::checks::{stays_inside, texts};
    use super::*;
    use crate::report::drawing::Shape;

    fn labels() -> MapLabels {
        MapLabels {
            digital: "Maturità digitale →".into(),
            technological: "↑ Maturità tecnologica".into(),
            upper_left: "tecnologia senza regia".into(),
            lower_right: "regia senza strumenti".into(),
            thresholds: vec![0.0, 10.0, 30.0, 50.0, 70.0, 90.0],
            balance: 15.0,
            point: "digitale 45,1 · tecnologica 50,2".into(),
            missing: "dati insufficienti".into(),
        }
    }

    fn exact(value: f64) -> Option<Interval> {
        Some(Interval { low: value, value, high: value })
    }

    fn point(drawing: &Drawing) -> Option<Point> {
        drawing.shapes.iter().find_map(|shape| match shape {
            Shape::Circle { centre, .. } => Some(*centre),
            _ => None,
        })
    }

    #[test]
    fn digital_goes_right_and_technological_up() {
        let corner = |d, t| point(&map(exact(d), exact(t), &labels(), "alt")).expect("both values are there");
        assert_eq!(corner(0.0, 0.0), pt(LEFT, TOP + SIDE));
        assert_eq!(corner(100.0, 100.0), pt(LEFT + SIDE, TOP));
        assert_eq!(corner(100.0, 0.0), pt(LEFT + SIDE, TOP + SIDE));
        assert_eq!(corner(50.0, 25.0), pt(LEFT + SIDE / 2.0, TOP + SIDE * 0.75));
    }

    #[test]
    fn without_one_value_there_is_no_point() {
        for (d, t) in [(None, exact(40.0)), (exact(40.0), None), (None, None)] {
            let drawing = map(d, t, &labels(), "alt");
            assert_eq!(point(&drawing), None);
            assert!(drawing.spots.is_empty());
            assert!(texts(&drawing).contains(&"dati insufficienti"));
            stays_inside(&drawing);
        }
    }

    #[test]
    fn everything_stays_inside_at_the_extremes() {
        let wide = |value| Some(Interval { low: 0.0, value, high: 100.0 });
        for value in [4.0, 50.0, 96.0] {
            stays_inside(&map(wide(value), wide(value), &labels(), "alt"));
        }
        stays_inside(&map(exact(0.0), exact(0.0), &labels(), "alt"));
        stays_inside(&map(exact(100.0), exact(100.0), &labels(), "alt"));
    }

    #[test]
    fn the_band_is_as_wide_as_the_balance_says() {
        let drawing = map(None, None, &labels(), "alt");
        let Some(Shape::Polygon { points, .. }) = drawing.shapes.iter().find(|s| matches!(s, Shape::Polygon { .. }))
        else {
            panic!("the band is a polygon");
        };
        assert!(points.contains(&at(0.0, 15.0)) && points.contains(&at(100.0, 85.0)));
    }
}
