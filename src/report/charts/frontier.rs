//! What each amount of money buys: the best score over the budget, as steps.

use super::sketch::{Sketch, Type, fill};
use super::words;
use crate::report::drawing::{Align, Drawing, Stroke, Weight, pt};
use crate::style::Ink;

const HEIGHT: f32 = 248.0;
const LEFT: f32 = 40.0;
const RIGHT: f32 = 12.0;
/// Room for the name of the axis up, and for the budget's own label under it.
const TOP: f32 = 50.0;
const BOTTOM: f32 = HEIGHT - 46.0;
const LETTER: f32 = 12.0;
/// The axis up begins and ends at a multiple of this many points.
const TICK: f64 = 5.0;

/// The best for one budget.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontierPoint {
    /// Euro, rising from point to point.
    pub budget: f64,
    /// Score 0..=100; none where what must be bought does not fit.
    pub score: Option<f64>,
    /// The budget as printed under the axis.
    pub tick: String,
    /// What to say of it.
    pub label: String,
}

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Frontier {
    /// The points, by rising budget.
    pub points: Vec<FrontierPoint>,
    /// The budget there is, in euro, with its label.
    pub budget: Option<(f64, String)>,
    /// The best score within it, which may lie above that of the last even step; none where nothing fits.
    pub reached: Option<f64>,
    /// Scores from which a level begins, with its name.
    pub levels: Vec<(f64, String)>,
    /// Name of the axis across.
    pub across: String,
    /// Name of the axis up.
    pub up: String,
}

/// The steps, `width` nominal points wide, at least 220. Each point is a spot `budget-0`, `budget-1` …, as wide as the step
/// that it buys. The axis up shows the scores that occur, not all of 0..=100, so no area is filled under the steps; the
/// wash across marks the budget there is.
#[must_use]
pub fn frontier(input: &Frontier, width: f32, alt: &str) -> Drawing {
    let width = width.max(220.0);
    let mut sketch = Sketch::new(width, HEIGHT);
    sketch.text(pt(0.0, 9.0), Type::strong(Align::Left, LETTER + 1.0, Ink::Text), input.up.clone());
    let across = Type::strong(Align::Right, LETTER + 1.0, Ink::Text);
    sketch.text(pt(width - RIGHT, HEIGHT - 9.0), across, input.across.clone());
    let scores: Vec<f64> = input.points.iter().filter_map(|p| p.score).collect();
    let end = input.points.last().map_or(0.0, |p| p.budget).max(input.budget.as_ref().map_or(0.0, |b| b.0)).max(1.0);
    let x_of = |euro: f64| LEFT + (width - LEFT - RIGHT) * (euro / end).clamp(0.0, 1.0) as f32;
    let low = scores.iter().copied().fold(100.0, f64::min);
    let high = scores.iter().copied().fold(0.0, f64::max).max(low);
    let (low, high) = (((low - 1.0) / TICK).floor() * TICK, ((high + 1.0) / TICK).ceil() * TICK);
    let (low, high) = (low.max(0.0), high.min(100.0));
    let y_of = |score: f64| BOTTOM - (BOTTOM - TOP) * ((score - low) / (high - low).max(TICK)).clamp(0.0, 1.0) as f32;

    if let Some((budget, _)) = &input.budget {
        sketch.rect(pt(LEFT, TOP), pt(x_of(*budget), BOTTOM), 0.0, fill(Ink::ActionWash), None);
    }
    if scores.is_empty() {
        return sketch.finish(alt);
    }
    let every = if high - low > 30.0 { 2.0 * TICK } else { TICK };
    let mut tick = low;
    while tick <= high + 1e-9 {
        let y = y_of(tick);
        sketch.line(vec![pt(LEFT, y), pt(width - RIGHT, y)], Stroke::solid(Ink::Line, 0.8));
        sketch.text(pt(LEFT - 7.0, y), Type::new(Align::Right, LETTER, Ink::Quiet), format!("{tick:.0}"));
        tick += every;
    }
    let end_y = scores.last().map_or(TOP, |score| y_of(*score));
    let mut named = f32::INFINITY;
    for (score, name) in input.levels.iter().filter(|(score, _)| (low..=high).contains(score) && *score > 0.0) {
        let y = y_of(*score);
        sketch.line(vec![pt(LEFT, y), pt(width - RIGHT, y)], Stroke::dashed(Ink::Quiet, 1.0, 4.0, 3.0));
        let wide = words::width(name, LETTER, Weight::Regular);
        if named - y > 16.0 && wide < width - LEFT - RIGHT {
            // Above its line, at the end where the steps are farther away.
            let at = if y - 18.0 < TOP { y + 9.0 } else { y - 9.0 };
            let right = (end_y - at).abs() > 14.0;
            let x = if right { width - RIGHT - 3.0 } else { LEFT + 3.0 };
            let align = if right { Align::Right } else { Align::Left };
            sketch.text(pt(x, at), Type::new(align, LETTER, Ink::Quiet), name.clone());
            named = y;
        }
    }
    ticks(&mut sketch, input, &x_of, width);
    steps(&mut sketch, input, &x_of, &y_of, width);
    if let Some((budget, label)) = &input.budget {
        let x = x_of(*budget);
        sketch.line(vec![pt(x, TOP - 6.0), pt(x, BOTTOM)], Stroke::solid(Ink::Action, 1.6));
        let half = words::width(label, LETTER + 0.5, Weight::Semibold) / 2.0;
        let room = (half + 1.0, (width - half - 1.0).max(half + 1.0));
        let look = Type::strong(Align::Centre, LETTER + 0.5, Ink::Action);
        sketch.text(pt(x.clamp(room.0, room.1), TOP - 15.0), look, label.clone());
    }
    sketch.finish(alt)
}

/// Between the numbers under the axis.
const BETWEEN: f32 = 26.0;

/// Budgets under the axis: every one, every second, fifth, tenth …, as many as fit side by side.
fn ticks(sketch: &mut Sketch, input: &Frontier, x_of: &impl Fn(f64) -> f32, width: f32) {
    // Left end, middle and right end.
    let place = |point: &FrontierPoint| {
        let half = words::width(&point.tick, LETTER, Weight::Regular) / 2.0;
        let x = x_of(point.budget).clamp(half, width - half);
        (x - half, x, x + half)
    };
    let places: Vec<(f32, f32, f32)> = input.points.iter().map(place).collect();
    let fits = |every: usize| {
        let shown: Vec<_> = places.iter().step_by(every).collect();
        shown.windows(2).all(|two| two[1].0 - two[0].2 >= BETWEEN)
    };
    let strides = (0..6).flat_map(|zeros| [1, 2, 5].map(|digit| digit * 10_usize.pow(zeros)));
    let every = strides.into_iter().find(|every| fits(*every)).unwrap_or(usize::MAX);
    for (point, (_, x, _)) in input.points.iter().zip(places).step_by(every) {
        let foot = x_of(point.budget);
        sketch.line(vec![pt(foot, BOTTOM), pt(foot, BOTTOM + 4.0)], Stroke::solid(Ink::Line, 1.0));
        sketch.text(pt(x, BOTTOM + 13.0), Type::new(Align::Centre, LETTER, Ink::Quiet), point.tick.clone());
    }
}

/// The line itself, and a spot a point. Between two points the score of the first holds.
fn steps(sketch: &mut Sketch, input: &Frontier, x_of: &impl Fn(f64) -> f32, y_of: &impl Fn(f64) -> f32, width: f32) {
    let mut line = Vec::new();
    for (n, point) in input.points.iter().enumerate() {
        let x = x_of(point.budget);
        let next = input.points.get(n + 1).map_or(width - RIGHT, |p| x_of(p.budget));
        if let Some(score) = point.score {
            line.extend([pt(x, y_of(score)), pt(next, y_of(score))]);
        }
        sketch.spot(format!("budget-{n}"), pt(x, TOP), pt(next.max(x + 1.0), BOTTOM), point.label.clone());
    }
    sketch.line(line, Stroke::solid(Ink::Action, 2.4));
    let current = input.budget.as_ref().zip(input.reached).map(|((budget, _), score)| pt(x_of(*budget), y_of(score)));
    if let Some(at) = current {
        sketch.circle(at, 5.5, fill(Ink::Action), Some(Stroke::solid(Ink::Surface, 2.0)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::checks::{stays_inside, texts};
    use super::*;
    use crate::report::drawing::{Point, Shape};

    fn input(scores: &[Option<f64>], budget: f64) -> Frontier {
        let points = scores.iter().enumerate().map(|(n, score)| FrontierPoint {
            budget: 1000.0 * n as f64,
            score: *score,
            tick: format!("{n}.000 €"),
            label: format!("{n}"),
        });
        let points: Vec<FrontierPoint> = points.collect();
        Frontier {
            reached: points.iter().rev().find(|p| p.budget <= budget + 1e-6).and_then(|p| p.score),
            points,
            budget: Some((budget, "il tuo budget".into())),
            levels: vec![(30.0, "livello 2".into()), (50.0, "livello 3 Strutturato".into())],
            across: "Budget →".into(),
            up: "↑ Punteggio".into(),
        }
    }

    fn line(drawing: &Drawing) -> Vec<Point> {
        let mut lines = drawing.shapes.iter().rev().filter_map(|shape| match shape {
            Shape::Line { points, stroke } if stroke.ink == Ink::Action && stroke.width > 2.0 => Some(points.clone()),
            _ => None,
        });
        lines.next().expect("the steps are a line")
    }

    #[test]
    fn steps_go_right_and_never_down_where_scores_rise() {
        let drawing = frontier(&input(&[Some(40.0), Some(41.0), Some(41.0), Some(48.0)], 2000.0), 640.0, "alt");
        let steps = line(&drawing);
        assert_eq!(steps.len(), 8);
        assert!(steps.windows(2).all(|w| w[0].x <= w[1].x && w[0].y >= w[1].y));
        assert!(steps[7].y < steps[0].y);
        assert_eq!(drawing.spots.len(), 4);
        assert!(drawing.spots.windows(2).all(|w| w[0].max.x <= w[1].min.x + 0.01), "spots lie side by side");
    }

    #[test]
    fn what_does_not_fit_is_not_drawn_as_nothing() {
        let drawing = frontier(&input(&[None, None, Some(41.0), Some(48.0)], 0.0), 640.0, "alt");
        let steps = line(&drawing);
        assert_eq!(steps.len(), 4, "no line where there is no score");
        assert!(steps[0].x > LEFT + 100.0);
        assert!(!drawing.shapes.iter().any(|s| matches!(s, Shape::Circle { .. })), "and no point of today");
        stays_inside(&frontier(&input(&[None, None], 0.0), 640.0, "alt"));
        stays_inside(&frontier(&input(&[], 0.0), 640.0, "alt"));
    }

    /// Budgets of the input are thousands of euro from 0 on.
    #[test]
    fn budgets_under_the_axis_are_even_and_apart() {
        let scores: Vec<Option<f64>> = (0..60).map(|n| Some(f64::from(n) * 100.0 / 59.0)).collect();
        for width in [220.0, 300.0, 420.0, 640.0, 1000.0, 4000.0] {
            let input = input(&scores, 20_000.0);
            let drawing = frontier(&input, width, "alt");
            let shown = texts(&drawing);
            let ticks: Vec<usize> = (0..60).filter(|n| shown.contains(&input.points[*n].tick.as_str())).collect();
            assert!(ticks.len() >= 2 && ticks[0] == 0, "{width}: {ticks:?}");
            let every = ticks[1];
            assert!([1, 2, 5, 10, 20, 50].contains(&every), "{width}: {ticks:?}");
            assert!(ticks.iter().enumerate().all(|(n, tick)| *tick == n * every), "{width}: {ticks:?}");
            assert_eq!(ticks.len(), 60_usize.div_ceil(every));
        }
    }

    #[test]
    fn everything_stays_inside_at_every_width() {
        let scores: Vec<Option<f64>> = (0..60).map(|n| Some(f64::from(n) * 100.0 / 59.0)).collect();
        for width in [220.0, 300.0, 640.0, 1000.0] {
            for budget in [0.0, 7_300.0, 59_000.0, 90_000.0] {
                let drawing = frontier(&input(&scores, budget), width, "alt");
                stays_inside(&drawing);
                assert!(texts(&drawing).contains(&"il tuo budget"));
            }
        }
        stays_inside(&frontier(&input(&[Some(100.0)], 500.0), 640.0, "alt"));
        stays_inside(&frontier(&input(&[Some(0.0), Some(0.0)], 500.0), 640.0, "alt"));
    }
}
