//! Impact against effort: one dot a measure, those of the plan with their numbers.

use super::sketch::{Sketch, Type, block_height, fill};
use super::words;
use crate::report::drawing::{Align, Drawing, Fill, Point, Stroke, Weight, pt};
use crate::style::Ink;

const PLOT: f32 = 270.0;
const LEFT: f32 = 38.0;
const LETTER: f32 = 12.0;
const CORNER: f32 = 13.0;
/// Radius of a numbered dot, and of the others.
const LARGE: f32 = 9.5;
const DOT: f32 = 4.5;
/// Efforts go from 1 to this.
const EFFORTS: u8 = 5;

/// A measure.
#[derive(Clone, Debug, PartialEq)]
pub struct QuadrantPoint {
    /// Id of its spot.
    pub id: String,
    /// Effort, 1..=5.
    pub effort: u8,
    /// Points of the score.
    pub gain: f64,
    /// Its number in the plan; none where it is not in it.
    pub number: Option<usize>,
    /// What to say of it.
    pub label: String,
}

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Quadrants {
    /// The measures.
    pub points: Vec<QuadrantPoint>,
    /// Much for little, much for much, little for little, little for much.
    pub corners: [String; 4],
    /// Efforts up to this are small.
    pub small_effort: u8,
    /// Gains from this on are much.
    pub much_from: f64,
    /// On the axis: no gain, much, and the largest there is, as printed.
    pub ticks: [String; 3],
    /// Name of the axis across.
    pub across: String,
    /// Name of the axis up.
    pub up: String,
}

/// The dots, `width` nominal points wide, at least 240. Each is a spot with its id. Dots that would cover each other stand
/// side by side within the column of their effort.
#[must_use]
pub fn quadrants(input: &Quadrants, width: f32, alt: &str) -> Drawing {
    let width = width.max(240.0);
    let plot = width - LEFT - 2.0;
    let column = plot / f32::from(EFFORTS);
    let split = LEFT + column * f32::from(input.small_effort.min(EFFORTS));
    let rooms = [split - LEFT, LEFT + plot - split];
    let lines: Vec<Vec<String>> = input
        .corners
        .iter()
        .enumerate()
        .map(|(n, name)| words::wrap(name, CORNER, Weight::Semibold, rooms[n % 2] - 10.0))
        .collect();
    let rows = |from: usize| block_height(lines[from].len().max(lines[from + 1].len()), CORNER) + 8.0;
    let axis = 20.0;
    let top = axis + rows(0);
    let bottom = top + PLOT;
    let under = bottom + 20.0;
    let height = under + rows(2) + 20.0;
    let mut sketch = Sketch::new(width, height);

    let most = input.points.iter().map(|p| p.gain).fold(input.much_from, f64::max).max(0.1) * 1.12;
    let y_of = |gain: f64| bottom - PLOT * (gain / most).clamp(0.0, 1.0) as f32;
    let middle = y_of(input.much_from);
    sketch.text(pt(0.0, 8.0), Type::strong(Align::Left, CORNER, Ink::Text), input.up.clone());
    sketch.text(pt(width, height - 9.0), Type::strong(Align::Right, CORNER, Ink::Text), input.across.clone());
    // The best quadrant is washed, so that the eye begins there.
    sketch.rect(pt(LEFT, top), pt(split, middle), 0.0, fill(Ink::ActionWash), None);
    sketch.rect(pt(LEFT, top), pt(LEFT + plot, bottom), 0.0, None, Some(Stroke::solid(Ink::Line, 1.0)));
    for ends in [[pt(split, top), pt(split, bottom)], [pt(LEFT, middle), pt(LEFT + plot, middle)]] {
        sketch.line(ends.to_vec(), Stroke::dashed(Ink::Quiet, 1.0, 4.0, 3.0));
    }
    for effort in 1..=EFFORTS {
        let x = LEFT + column * (f32::from(effort) - 0.5);
        sketch.text(pt(x, bottom + 10.0), Type::new(Align::Centre, LETTER, Ink::Quiet), effort.to_string());
    }
    let mut said: Vec<f32> = Vec::new();
    for (gain, text) in [0.0, input.much_from, most / 1.12].into_iter().zip(&input.ticks) {
        let y = y_of(gain);
        // The middle may lie next to nothing, the largest next to the middle.
        if said.iter().all(|other| (other - y).abs() > 15.0) {
            sketch.text(pt(LEFT - 6.0, y), Type::new(Align::Right, LETTER, Ink::Quiet), text.clone());
            said.push(y);
        }
    }
    for (n, lines) in lines.iter().enumerate() {
        let x = if n % 2 == 0 { LEFT + 5.0 } else { split + 5.0 };
        let block = block_height(lines.len(), CORNER);
        let y = if n < 2 { top - 4.0 - block / 2.0 } else { under + 2.0 + block / 2.0 };
        sketch.paragraph(pt(x, y), Type::strong(Align::Left, CORNER, Ink::Quiet), lines);
    }
    dots(&mut sketch, input, column, &y_of, (top, bottom));
    sketch.finish(alt)
}

/// Places the dots: those with a number first and nearest to the middle of their column.
fn dots(sketch: &mut Sketch, input: &Quadrants, column: f32, y_of: &impl Fn(f64) -> f32, (top, bottom): (f32, f32)) {
    let mut order: Vec<&QuadrantPoint> = input.points.iter().collect();
    order.sort_by(|a, b| {
        let key = |p: &QuadrantPoint| p.number.map_or(usize::MAX, |n| n);
        key(a).cmp(&key(b)).then(b.gain.total_cmp(&a.gain)).then_with(|| a.id.cmp(&b.id))
    });
    let mut placed: Vec<(Point, f32)> = Vec::new();
    for point in order {
        let radius = if point.number.is_some() { LARGE } else { DOT };
        let effort = f32::from(point.effort.clamp(1, EFFORTS));
        let centre = LEFT + column * (effort - 0.5);
        let y = y_of(point.gain).clamp(top + radius + 1.0, bottom - radius - 1.0);
        let room = column / 2.0 - radius - 1.5;
        let free = |at: Point| {
            placed.iter().all(|(other, r)| {
                let (x, y) = (at.x - other.x, at.y - other.y);
                (x * x + y * y).sqrt() >= r + radius + 1.0
            })
        };
        // Out from the middle, left and right in turn; where a column is full the dots may touch those above and below.
        let tries = (0..800u16).flat_map(|n| {
            let (step, lift) = (f32::from(n % 40), f32::from(n / 40) * DOT);
            let side = if n % 2 == 0 { 1.0 } else { -1.0 };
            let x = side * (step / 2.0).ceil() * 3.0;
            [(x, -lift), (x, lift)]
        });
        let place = tries
            .filter(|(x, _)| x.abs() <= room)
            .map(|(x, lift)| pt(centre + x, (y + lift).clamp(top + radius + 1.0, bottom - radius - 1.0)))
            .find(|at| free(*at))
            .unwrap_or(pt(centre, y));
        placed.push((place, radius));
        match point.number {
            Some(number) => {
                sketch.circle(place, radius, fill(Ink::Action), Some(Stroke::solid(Ink::Surface, 1.0)));
                let look = Type::strong(Align::Centre, 11.5, Ink::OnAction);
                sketch.text(place, look, number.to_string());
            }
            None => {
                let ground = Fill { ink: Ink::Surface, opacity: 1.0 };
                sketch.circle(place, radius, Some(ground), Some(Stroke::solid(Ink::Quiet, 1.2)));
            }
        }
        let half = radius.max(5.0);
        sketch.spot(
            &point.id,
            pt(place.x - half, place.y - half),
            pt(place.x + half, place.y + half),
            point.label.clone(),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::checks::{stays_inside, texts};
    use super::*;

    fn input(points: Vec<QuadrantPoint>) -> Quadrants {
        Quadrants {
            points,
            corners: ["Presto e bene", "Strategiche, da preparare con cura", "Riempitivi", "Più avanti"]
                .map(Into::into),
            small_effort: 2,
            much_from: 1.0,
            ticks: ["0", "1,0", "4,3"].map(Into::into),
            across: "Impegno →".into(),
            up: "↑ Punti".into(),
        }
    }

    fn point(n: usize, effort: u8, gain: f64, number: Option<usize>) -> QuadrantPoint {
        QuadrantPoint { id: format!("m{n:03}"), effort, gain, number, label: format!("misura {n}") }
    }

    fn centre(drawing: &Drawing, id: &str) -> Point {
        let spot = drawing.spots.iter().find(|s| s.id == id).expect("every measure is a spot");
        pt((spot.min.x + spot.max.x) / 2.0, (spot.min.y + spot.max.y) / 2.0)
    }

    #[test]
    fn effort_goes_right_and_gain_up() {
        let drawing = quadrants(
            &input(vec![point(0, 1, 2.0, Some(1)), point(1, 5, 2.0, None), point(2, 1, 0.2, None)]),
            640.0,
            "alt",
        );
        let (a, b, c) = (centre(&drawing, "m000"), centre(&drawing, "m001"), centre(&drawing, "m002"));
        assert!(a.x < b.x && (a.y - b.y).abs() < 0.01);
        assert!((a.x - c.x).abs() < 0.01 && a.y < c.y);
        assert!(texts(&drawing).contains(&"1"), "what is in the plan has its number");
    }

    #[test]
    fn equal_measures_do_not_cover_each_other() {
        let points: Vec<QuadrantPoint> = (0..30).map(|n| point(n, 2, 0.9, (n < 4).then_some(n + 1))).collect();
        let drawing = quadrants(&input(points), 760.0, "alt");
        stays_inside(&drawing);
        let centres: Vec<Point> = (0..30).map(|n| centre(&drawing, &format!("m{n:03}"))).collect();
        for (n, a) in centres.iter().enumerate() {
            for b in &centres[n + 1..] {
                assert!((a.x - b.x).hypot(a.y - b.y) >= 2.0 * DOT, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn everything_stays_inside_at_every_width() {
        for width in [240.0, 320.0, 640.0, 1000.0] {
            stays_inside(&quadrants(&input(Vec::new()), width, "alt"));
            let points = (0..87).map(|n| point(n, (n % 6) as u8, n as f64 / 20.0, (n % 3 == 0).then_some(n)));
            stays_inside(&quadrants(&input(points.collect()), width, "alt"));
            let flat = (0..20).map(|n| point(n, 3, 0.0, None));
            stays_inside(&quadrants(&Quadrants { much_from: 0.0, ..input(flat.collect()) }, width, "alt"));
        }
    }
}
