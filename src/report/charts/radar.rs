//! The radar of the dimensions.

use std::f32::consts::TAU;

use super::share;
use super::sketch::{Sketch, Type, block_height, fill};
use super::words;
use crate::report::drawing::{Align, Drawing, Fill, Point, Stroke, Weight, pt};
use crate::style::Ink;

const WIDTH: f32 = 560.0;
const RADIUS: f32 = 132.0;
const CENTRE: Point = pt(WIDTH / 2.0, 196.0);
const BODY: f32 = 392.0;
const LABEL: f32 = 13.0;
/// Widest line of an axis label.
const LABEL_ROOM: f32 = 122.0;
const LABEL_GAP: f32 = 13.0;
const TODAY: Stroke = Stroke::solid(Ink::Action, 2.2);
const TARGET: Stroke = Stroke::dashed(Ink::Text, 1.5, 6.0, 4.0);
const BENCHMARK: Stroke = Stroke::dashed(Ink::Quiet, 1.6, 1.6, 3.2);

/// One axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Id of its spot.
    pub id: String,
    /// Short name.
    pub label: String,
    /// Today's score 0..=100; `None` where it is not published.
    pub value: Option<f64>,
    /// Comparison value 0..=100.
    pub benchmark: Option<f64>,
    /// Target 0..=100.
    pub target: Option<f64>,
    /// Today's score as printed, or what to say where there is none.
    pub value_text: String,
}

/// Words of the legend; a series that no axis has is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RadarLabels {
    /// Today's area.
    pub today: String,
    /// The target's outline.
    pub target: String,
    /// The comparison's outline.
    pub benchmark: String,
}

/// Radar over 0..=100 with rings at every 20, first axis up, clockwise; at least three axes make an area. Each axis is a
/// spot with its id.
///
/// An axis without a value breaks the outline: its sector is greyed and marked «?», because a corner at the centre would
/// read as zero.
#[must_use]
pub fn radar(axes: &[Axis], labels: &RadarLabels, alt: &str) -> Drawing {
    let mut sketch = Sketch::new(WIDTH, BODY + 28.0);
    grid(&mut sketch, axes);
    today(&mut sketch, axes);
    for run in runs(axes, |axis| axis.benchmark) {
        sketch.line(run, BENCHMARK);
    }
    for run in runs(axes, |axis| axis.target) {
        sketch.line(run, TARGET);
    }
    for (k, axis) in axes.iter().enumerate() {
        if let Some(value) = axis.value {
            sketch.circle(at(axes, k, share(value)), 4.0, fill(Ink::Action), Some(Stroke::solid(Ink::Surface, 1.4)));
        } else {
            let mark = at(axes, k, 0.78);
            sketch.circle(mark, 10.0, fill(Ink::Surface), Some(Stroke::solid(Ink::Line, 1.0)));
            sketch.text(mark, Type::strong(Align::Centre, 13.0, Ink::Quiet), "?");
        }
        name(&mut sketch, axes, k);
    }
    legend(&mut sketch, axes, labels);
    sketch.finish(alt)
}

/// The point on axis `k` at a share 0..=1 of the radius.
fn at(axes: &[Axis], k: usize, share: f32) -> Point {
    let angle = TAU * k as f32 / axes.len() as f32;
    pt(CENTRE.x + RADIUS * share * angle.sin(), CENTRE.y - RADIUS * share * angle.cos())
}

fn grid(sketch: &mut Sketch, axes: &[Axis]) {
    for (k, axis) in axes.iter().enumerate() {
        if axis.value.is_none() && axes.len() > 2 {
            let before = (k + axes.len() - 1) % axes.len();
            let after = (k + 1) % axes.len();
            let half = |other| middle(at(axes, k, 1.0), at(axes, other, 1.0));
            let sector = vec![CENTRE, half(before), at(axes, k, 1.0), half(after)];
            sketch.polygon(sector, Some(Fill { ink: Ink::Sunken, opacity: 1.0 }), None);
        }
    }
    for ring in 1..=5u8 {
        let corners = (0..axes.len()).map(|k| at(axes, k, f32::from(ring) / 5.0)).collect();
        let width = if ring == 5 { 1.2 } else { 0.7 };
        sketch.polygon(corners, None, Some(Stroke::solid(Ink::Line, width)));
    }
    for (k, axis) in axes.iter().enumerate() {
        let spoke =
            if axis.value.is_some() { Stroke::solid(Ink::Line, 0.7) } else { Stroke::dashed(Ink::Line, 0.9, 2.0, 3.0) };
        sketch.line(vec![CENTRE, at(axes, k, 1.0)], spoke);
    }
    // Between the last and the first axis, where no dot lies.
    if let Some(last) = axes.len().checked_sub(1) {
        for ring in [20, 40, 60, 80, 100u8] {
            let share = f32::from(ring) / 100.0;
            let on = middle(at(axes, last, share), at(axes, 0, share));
            sketch.text(pt(on.x, on.y - 6.0), Type::new(Align::Centre, 9.5, Ink::Quiet), ring.to_string());
        }
    }
}

fn middle(a: Point, b: Point) -> Point {
    pt((a.x + b.x) / 2.0, (a.y + b.y) / 2.0)
}

/// Today's area: whole where every axis has a value, else wedges between neighbours that have one.
fn today(sketch: &mut Sketch, axes: &[Axis]) {
    let wash = Some(Fill { ink: Ink::ActionWash, opacity: 0.8 });
    let corner = |k: usize| axes[k].value.map(|value| at(axes, k, share(value)));
    let corners: Vec<Option<Point>> = (0..axes.len()).map(corner).collect();
    if let Some(all) = corners.iter().copied().collect::<Option<Vec<Point>>>() {
        sketch.polygon(all, wash, Some(TODAY));
        return;
    }
    for k in 0..axes.len() {
        if let (Some(a), Some(b)) = (corners[k], corners[(k + 1) % axes.len()]) {
            sketch.polygon(vec![CENTRE, a, b], wash, None);
        }
    }
    for run in runs(axes, |axis| axis.value) {
        sketch.line(run, TODAY);
    }
}

/// The outline of a series as lines: one closed line where every axis has a value, else one for each run of neighbours.
fn runs(axes: &[Axis], series: fn(&Axis) -> Option<f64>) -> Vec<Vec<Point>> {
    let n = axes.len();
    let corner = |k: usize| series(&axes[k % n]).map(|value| at(axes, k % n, share(value)));
    let Some(gap) = (0..n).find(|k| corner(*k).is_none()) else {
        return if n == 0 { Vec::new() } else { vec![(0..=n).filter_map(corner).collect()] };
    };
    let mut out = vec![Vec::new()];
    for k in gap + 1..=gap + n {
        match corner(k) {
            Some(p) => out.last_mut().expect("starts with one run").push(p),
            None => out.push(Vec::new()),
        }
    }
    out.retain(|run| run.len() > 1);
    out
}

/// Name and value of axis `k`, outside the rim, towards the side the axis points to.
fn name(sketch: &mut Sketch, axes: &[Axis], k: usize) {
    let axis = &axes[k];
    let rim = at(axes, k, 1.0);
    let (dx, dy) = ((rim.x - CENTRE.x) / RADIUS, (rim.y - CENTRE.y) / RADIUS);
    let lines = words::wrap(&axis.label, LABEL, Weight::Regular, LABEL_ROOM);
    let (ink, weight) =
        if axis.value.is_some() { (Ink::Text, Weight::Semibold) } else { (Ink::Quiet, Weight::Regular) };
    let values = words::wrap(&axis.value_text, LABEL, weight, LABEL_ROOM);
    let (name_height, value_height) = (block_height(lines.len(), LABEL), block_height(values.len(), LABEL));
    let height = name_height + value_height;
    // The block's own side faces the rim: text right of the radar starts there, text left of it ends there.
    let align = if dx.abs() < 0.2 {
        Align::Centre
    } else if dx > 0.0 {
        Align::Left
    } else {
        Align::Right
    };
    let x = rim.x + dx * LABEL_GAP;
    let y = rim.y + dy * (LABEL_GAP + height / 2.0);
    let top = y - height / 2.0;
    sketch.paragraph(pt(x, top + name_height / 2.0), Type::new(align, LABEL, ink), &lines);
    sketch.paragraph(
        pt(x, top + name_height + value_height / 2.0),
        Type { weight, ..Type::new(align, LABEL, ink) },
        &values,
    );

    let widest = |lines: &[String], weight| lines.iter().map(|l| words::width(l, LABEL, weight)).fold(0.0, f32::max);
    let width = widest(&lines, Weight::Regular).max(widest(&values, weight));
    let left = match align {
        Align::Left => x,
        Align::Centre => x - width / 2.0,
        Align::Right => x - width,
    };
    let value_end = axis.value.map_or(rim, |value| at(axes, k, share(value)));
    let label = format!("{}: {}", axis.label, axis.value_text);
    sketch.spot(&axis.id, pt(left, top), pt(left + width, top + height), label.clone());
    sketch.spot(
        &axis.id,
        pt(value_end.x - 10.0, value_end.y - 10.0),
        pt(value_end.x + 10.0, value_end.y + 10.0),
        label,
    );
}

/// Only drawn where there is more than today's area to tell apart.
fn legend(sketch: &mut Sketch, axes: &[Axis], labels: &RadarLabels) {
    let mut entries = vec![(&labels.today, TODAY)];
    if axes.iter().any(|axis| axis.target.is_some()) {
        entries.push((&labels.target, TARGET));
    }
    if axes.iter().any(|axis| axis.benchmark.is_some()) {
        entries.push((&labels.benchmark, BENCHMARK));
    }
    if entries.len() == 1 {
        return;
    }
    const SAMPLE: f32 = 26.0;
    const BETWEEN: f32 = 22.0;
    let wide = |label: &str| SAMPLE + 6.0 + words::width(label, LABEL, Weight::Regular);
    let total: f32 = entries.iter().map(|(label, _)| wide(label)).sum::<f32>() + BETWEEN * (entries.len() - 1) as f32;
    let mut x = (WIDTH - total).max(0.0) / 2.0;
    let y = BODY + 14.0;
    for (label, stroke) in entries {
        sketch.line(vec![pt(x, y), pt(x + SAMPLE, y)], stroke);
        sketch.text(pt(x + SAMPLE + 6.0, y), Type::new(Align::Left, LABEL, Ink::Quiet), label.clone());
        x += wide(label) + BETWEEN;
    }
}

#[cfg(test)]
mod tests {
    use super::super::checks::{stays_inside, texts};
    use super::*;
    use crate::report::drawing::Shape;

    const NAMES: [&str; 8] = [
        "Strategia e investimenti",
        "Processi e sistemi",
        "Automazione e IA",
        "Dati",
        "Sicurezza e continuità",
        "Persone e organizzazione",
        "Clienti e mercato",
        "Sostenibilità digitale",
    ];

    fn labels() -> RadarLabels {
        RadarLabels { today: "oggi".into(), target: "obiettivo".into(), benchmark: "riferimento".into() }
    }

    fn axes(values: [Option<f64>; 8]) -> Vec<Axis> {
        let axis = |(k, value): (usize, Option<f64>)| Axis {
            id: format!("D{}", k + 1),
            label: NAMES[k].into(),
            value,
            benchmark: None,
            target: None,
            value_text: value.map_or("dati insufficienti".into(), |v| format!("{v:.1}").replace('.', ",")),
        };
        values.into_iter().enumerate().map(axis).collect()
    }

    fn dots(drawing: &Drawing) -> Vec<Point> {
        let dot = |shape: &Shape| match shape {
            Shape::Circle { centre, fill: Some(f), .. } if f.ink == Ink::Action => Some(*centre),
            _ => None,
        };
        drawing.shapes.iter().filter_map(dot).collect()
    }

    fn distance(p: Point) -> f32 {
        ((p.x - CENTRE.x).powi(2) + (p.y - CENTRE.y).powi(2)).sqrt()
    }

    #[test]
    fn a_hundred_reaches_the_rim_and_zero_the_centre() {
        let full = radar(&axes([Some(100.0); 8]), &labels(), "alt");
        assert_eq!(dots(&full).len(), 8);
        assert!(dots(&full).iter().all(|p| (distance(*p) - RADIUS).abs() < 1e-3));
        let zero = radar(&axes([Some(0.0); 8]), &labels(), "alt");
        assert!(dots(&zero).iter().all(|p| distance(*p) < 1e-3));
        let half = radar(&axes([Some(50.0); 8]), &labels(), "alt");
        assert!(dots(&half).iter().all(|p| (distance(*p) - RADIUS / 2.0).abs() < 1e-3));
    }

    #[test]
    fn axes_run_clockwise_from_the_top() {
        let p = dots(&radar(&axes([Some(100.0); 8]), &labels(), "alt"));
        assert!((p[0].x - CENTRE.x).abs() < 1e-3 && p[0].y < CENTRE.y, "first up");
        assert!(p[2].x > CENTRE.x && (p[2].y - CENTRE.y).abs() < 1e-3, "third right");
        assert!(p[6].x < CENTRE.x, "seventh left");
    }

    #[test]
    fn a_missing_value_breaks_the_outline_and_is_no_point_at_the_centre() {
        let mut values = [Some(60.0); 8];
        values[3] = None;
        let axes = axes(values);
        let drawing = radar(&axes, &labels(), "alt");
        assert_eq!(dots(&drawing).len(), 7);
        assert!(dots(&drawing).iter().all(|p| distance(*p) > 1.0));
        let outlines = runs(&axes, |axis| axis.value);
        assert_eq!(outlines.len(), 1);
        assert_eq!(outlines[0].len(), 7, "seven corners from the axis after the gap to the one before it");
        assert!(outlines[0].iter().all(|p| distance(*p) > 1.0), "the outline never runs through the centre");
        assert!(texts(&drawing).contains(&"?"));
        assert!(!texts(&radar(&self::axes([Some(1.0); 8]), &labels(), "alt")).contains(&"?"));
    }

    #[test]
    fn isolated_values_leave_no_outline() {
        let every_other = std::array::from_fn(|k| (k % 2 == 0).then_some(40.0));
        assert!(runs(&axes(every_other), |axis| axis.value).is_empty());
        assert_eq!(dots(&radar(&axes(every_other), &labels(), "alt")).len(), 4);
        stays_inside(&radar(&axes([None; 8]), &labels(), "alt"));
    }

    #[test]
    fn everything_stays_inside_with_long_names_and_all_series() {
        let mut axes = axes([Some(100.0); 8]);
        for axis in &mut axes {
            axis.target = Some(100.0);
            axis.benchmark = Some(33.0);
        }
        axes[6].label = "Internazionalizzazione e approvvigionamento".into();
        axes[6].value = None;
        axes[6].value_text = "dati insufficienti".into();
        let drawing = radar(&axes, &labels(), "alt");
        stays_inside(&drawing);
        for word in ["oggi", "obiettivo", "riferimento"] {
            assert!(texts(&drawing).contains(&word));
        }
        for k in 1..=8 {
            assert!(drawing.spots.iter().any(|s| s.id == format!("D{k}")));
        }
    }
}
