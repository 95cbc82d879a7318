//! The signature drawing: rising steps, one a level, today's one lit.

use super::sketch::{Sketch, Type, fill};
use super::words;
use crate::report::drawing::{Align, Drawing, Fill, Point, Stroke, Weight, pt};
use crate::style::Ink;

const WIDTH: f32 = 640.0;
/// Where the steps stand.
const GROUND: f32 = 184.0;
/// Height of the lowest step, tall enough for its number.
const LOWEST: f32 = 30.0;
/// How much each step is higher than the one before.
const RISE: f32 = 18.0;
const GAP: f32 = 3.0;

/// A mark on one step: today or the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StairMark {
    /// Step 0..=5.
    pub level: u8,
    /// Short word drawn beside the mark («oggi», «obiettivo»).
    pub label: String,
}

/// How sure the position is: a bracket under the steps.
#[derive(Clone, Debug, PartialEq)]
pub struct StairInterval {
    /// Lower end, a score 0..=100.
    pub low: f64,
    /// Upper end, a score 0..=100.
    pub high: f64,
    /// Words drawn under the bracket («tra 41,0 e 55,2»).
    pub label: String,
}

/// What the stair shows. Without `today` no step is lit.
#[derive(Clone, Debug, PartialEq)]
pub struct Stair {
    /// Names of the levels, at least one and at most six.
    pub names: Vec<String>,
    /// Lower threshold of each level, rising from 0, below 100.
    pub thresholds: Vec<f64>,
    /// The level reached.
    pub today: Option<StairMark>,
    /// The score 0..=100, drawn as a dot on the bracket.
    pub score: Option<f64>,
    /// The bracket.
    pub interval: Option<StairInterval>,
    /// The flag.
    pub target: Option<StairMark>,
    /// A figure to print large in the free corner («47,3»).
    pub figure: Option<String>,
    /// Words under the figure, or alone («punti su 100», «dati insufficienti»).
    pub caption: Option<String>,
}

impl Stair {
    /// Width of a step: they share the whole.
    fn step(&self) -> f32 {
        WIDTH / self.names.len().max(1) as f32
    }

    /// The step of a mark; one beyond the stair stands on its top.
    fn level(&self, mark: &StairMark) -> u8 {
        let top = u8::try_from(self.names.len().saturating_sub(1)).unwrap_or(u8::MAX);
        mark.level.min(top)
    }
}

/// The stair of levels. Each step is a spot with the id `level-0` … `level-5`, the bracket is `interval`.
#[must_use]
pub fn stair(input: &Stair, alt: &str) -> Drawing {
    let height = if input.interval.is_some() { GROUND + 64.0 } else { GROUND + 28.0 };
    let mut sketch = Sketch::new(WIDTH, height);
    let wide = input.step();
    let lit = input.today.as_ref().map(|mark| input.level(mark));

    for (level, name) in (0u8..).zip(&input.names) {
        let (min, max) = step(level, wide);
        let ink = step_look(&mut sketch, level, lit, min, max, 3.0);
        let number = Type::strong(Align::Centre, 17.0, ink);
        sketch.text(pt((min.x + max.x) / 2.0, max.y - LOWEST / 2.0), number, level.to_string());
        let is_lit = lit == Some(level);
        let look = if is_lit {
            Type::strong(Align::Centre, 13.5, Ink::Text)
        } else {
            Type::new(Align::Centre, 13.5, Ink::Quiet)
        };
        sketch.text(pt((min.x + max.x) / 2.0, GROUND + 15.0), fitted(look, name, wide - 4.0), name.clone());
        sketch.spot(format!("level-{level}"), min, pt(max.x, GROUND + 24.0), format!("{level} · {name}"));
    }

    if let Some(mark) = &input.target {
        flag(&mut sketch, mark, step(input.level(mark), wide));
    }
    if let Some(mark) = &input.today {
        let beside_flag = input.target.as_ref().is_some_and(|t| input.level(t) == input.level(mark));
        pin(&mut sketch, mark, step(input.level(mark), wide), beside_flag);
    }
    if let Some(interval) = &input.interval {
        bracket(&mut sketch, input, interval);
    }
    let mut y = 24.0;
    if let Some(figure) = &input.figure {
        sketch.text(pt(0.0, y), Type::strong(Align::Left, 40.0, Ink::Text), figure.clone());
        y += 32.0;
    }
    if let Some(caption) = &input.caption {
        for line in words::wrap(caption, 14.0, Weight::Regular, 2.0 * wide.min(WIDTH / 4.0) - 16.0) {
            sketch.text(pt(0.0, y), Type::new(Align::Left, 14.0, Ink::Quiet), line);
            y += 18.0;
        }
    }
    sketch.finish(alt)
}

/// The stair for a list row: no words, 72 × 28 nominal points. The lit step carries a dark tread, so that it is found
/// without colours too.
#[must_use]
pub fn stair_small(level: Option<u8>, alt: &str) -> Drawing {
    const SMALL: Point = pt(72.0, 28.0);
    let mut sketch = Sketch::new(SMALL.x, SMALL.y);
    let width = SMALL.x / 6.0;
    for k in 0..6u8 {
        let left = f32::from(k) * width;
        let top = SMALL.y - 7.0 - f32::from(k) * 3.8;
        step_look(
            &mut sketch,
            k,
            level.map(|l| l.min(5)),
            pt(left + 0.5, top),
            pt(left + width - 1.0, SMALL.y - 0.5),
            2.0,
        );
    }
    sketch.finish(alt)
}

/// Draws one step: solid and with a dark tread where it is lit, filled below it, hollow above it. Returns the ink for
/// text inside.
fn step_look(sketch: &mut Sketch, level: u8, lit: Option<u8>, min: Point, max: Point, radius: f32) -> Ink {
    match lit {
        Some(today) if level < today => {
            let tint = Fill { ink: Ink::Level(level), opacity: 0.7 };
            sketch.rect(min, max, radius, Some(tint), None);
            Ink::Text
        }
        Some(today) if level == today => {
            let tread = radius * 1.2;
            sketch.rect(min, max, radius, fill(Ink::Level(level)), None);
            sketch.rect(min, pt(max.x, min.y + tread), tread / 2.0, fill(Ink::Text), None);
            Ink::OnLevel(level)
        }
        _ => {
            sketch.rect(min, max, radius, fill(Ink::Sunken), Some(Stroke::solid(Ink::Line, radius / 3.0)));
            Ink::Quiet
        }
    }
}

/// Upper left and lower right corner of a step that is `wide`.
fn step(level: u8, wide: f32) -> (Point, Point) {
    let left = f32::from(level) * wide;
    let top = GROUND - LOWEST - f32::from(level) * RISE;
    (pt(left + GAP / 2.0, top), pt(left + wide - GAP / 2.0, GROUND))
}

/// A label's look, made smaller where the label would leave its room.
fn fitted(look: Type, label: &str, room: f32) -> Type {
    let width = words::width(label, look.size, look.weight);
    Type { size: look.size * (room / width).min(1.0), ..look }
}

/// The filled label that points at today's step; it makes room for a flag on the same step.
fn pin(sketch: &mut Sketch, mark: &StairMark, (min, max): (Point, Point), beside_flag: bool) {
    let wide = max.x - min.x + GAP;
    let look = fitted(Type::strong(Align::Centre, 13.5, Ink::OnAction), &mark.label, wide - 24.0);
    let half = words::width(&mark.label, look.size, look.weight) / 2.0 + 9.0;
    let x = if beside_flag { min.x + half.max(wide * 0.3) } else { (min.x + max.x) / 2.0 };
    let (top, bottom) = (min.y - 31.0, min.y - 9.0);
    sketch.polygon(
        vec![pt(x - 5.0, bottom - 0.5), pt(x + 5.0, bottom - 0.5), pt(x, min.y - 3.0)],
        fill(Ink::Action),
        None,
    );
    sketch.rect(pt(x - half, top), pt(x + half, bottom), 11.0, fill(Ink::Action), None);
    sketch.text(pt(x, (top + bottom) / 2.0), look, mark.label.clone());
}

/// A flag on the target's step, its label above it.
fn flag(sketch: &mut Sketch, mark: &StairMark, (min, max): (Point, Point)) {
    let x = max.x - 22.0;
    let top = min.y - 32.0;
    sketch.line(vec![pt(x, min.y), pt(x, top)], Stroke::solid(Ink::Text, 1.6));
    let cloth = vec![pt(x + 0.8, top), pt(x + 17.0, top + 6.0), pt(x + 0.8, top + 12.0)];
    sketch.polygon(cloth, fill(Ink::Surface), Some(Stroke::solid(Ink::Action, 1.6)));
    let label = Type::new(Align::Centre, 13.0, Ink::Text);
    let half = words::width(&mark.label, label.size, label.weight) / 2.0;
    sketch.text(pt(x.clamp(half, WIDTH - half), top - 11.0), label, mark.label.clone());
}

/// The bracket from low to high under the steps, each end where its score lies within its step.
fn bracket(sketch: &mut Sketch, input: &Stair, interval: &StairInterval) {
    let y = GROUND + 36.0;
    // Strokes have a width: ends and dot stay off the rim.
    let x_of = |score| position(&input.thresholds, score).clamp(2.0, WIDTH - 2.0);
    let (x0, x1) = (x_of(interval.low), x_of(interval.high));
    sketch.whisker(x0, x1, y, Ink::Surface);
    if let Some(score) = input.score {
        let dot = pt(x_of(score).clamp(5.0, WIDTH - 5.0), y);
        sketch.circle(dot, 4.2, fill(Ink::Action), Some(Stroke::solid(Ink::Surface, 1.4)));
    }
    let label = Type::new(Align::Centre, 13.0, Ink::Quiet);
    let half = (words::width(&interval.label, label.size, label.weight) / 2.0).min(WIDTH / 2.0);
    sketch.text(pt(((x0 + x1) / 2.0).clamp(half, WIDTH - half), y + 18.0), label, interval.label.clone());
    sketch.spot("interval", pt(x0 - 2.0, y - 8.0), pt(x1 + 2.0, y + 8.0), interval.label.clone());
}

/// Across: where a score lies, every step being as wide as the next whatever its span of points.
fn position(thresholds: &[f64], score: f64) -> f32 {
    let score = score.clamp(0.0, 100.0);
    let level = thresholds.iter().rposition(|t| *t <= score).unwrap_or(0);
    let from = thresholds.get(level).copied().unwrap_or(0.0);
    let to = thresholds.get(level + 1).copied().unwrap_or(100.0);
    let within = if to > from { (score - from) / (to - from) } else { 0.0 };
    (level as f64 + within.clamp(0.0, 1.0)) as f32 * WIDTH / thresholds.len().max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::super::checks::{stays_inside, texts};
    use super::*;
    use crate::report::drawing::Shape;

    const STEP: f32 = WIDTH / 6.0;
    const THRESHOLDS: [f64; 6] = [0.0, 10.0, 30.0, 50.0, 70.0, 90.0];

    fn sample(today: Option<u8>, target: Option<u8>) -> Stair {
        Stair {
            names: ["Analogico", "Avvio", "Parziale", "Strutturato", "Integrato", "Adattivo"]
                .map(String::from)
                .to_vec(),
            thresholds: THRESHOLDS.to_vec(),
            today: today.map(|level| StairMark { level, label: "oggi".into() }),
            score: today.map(|level| THRESHOLDS[usize::from(level)]),
            interval: today.map(|_| StairInterval { low: 0.0, high: 100.0, label: "tra 0,0 e 100,0".into() }),
            target: target.map(|level| StairMark { level, label: "obiettivo 2027".into() }),
            figure: today.map(|_| "47,3".into()),
            caption: Some("punti su 100".into()),
        }
    }

    fn rects(drawing: &Drawing, ink: Ink) -> usize {
        let is =
            |shape: &&Shape| matches!(shape, Shape::Rect { fill: Some(f), .. } if f.ink == ink && f.opacity == 1.0);
        drawing.shapes.iter().filter(is).count()
    }

    #[test]
    fn every_combination_stays_on_the_canvas() {
        for today in [None, Some(0), Some(2), Some(5)] {
            for target in [None, Some(0), Some(3), Some(5)] {
                stays_inside(&stair(&sample(today, target), "alt"));
            }
            stays_inside(&stair_small(today, "alt"));
        }
    }

    /// A questionnaire may have fewer levels: they share the width, and a mark beyond them stands on the top one.
    #[test]
    fn fewer_levels_make_wider_steps() {
        for count in 1..=6 {
            let mut input = sample(Some(5), Some(3));
            input.names.truncate(count);
            input.thresholds.truncate(count);
            let drawing = stair(&input, "alt");
            stays_inside(&drawing);
            let steps: Vec<_> = drawing.spots.iter().filter(|s| s.id.starts_with("level-")).collect();
            assert_eq!(steps.len(), count);
            assert!((steps[count - 1].max.x - (WIDTH - GAP / 2.0)).abs() < 1e-3, "{count} steps fill the width");
            assert_eq!(position(&input.thresholds, 100.0), WIDTH);
        }
    }

    #[test]
    fn only_the_step_reached_is_lit() {
        for level in 0..6 {
            let drawing = stair(&sample(Some(level), None), "alt");
            assert_eq!(rects(&drawing, Ink::Level(level)), 1);
            assert_eq!((0..6).map(|k| rects(&drawing, Ink::Level(k))).sum::<usize>(), 1);
            assert_eq!(rects(&drawing, Ink::Sunken), usize::from(5 - level), "steps above stay hollow");
        }
        for drawing in [stair(&sample(None, None), "alt"), stair_small(None, "alt")] {
            assert_eq!(rects(&drawing, Ink::Sunken), 6, "without a level no step is lit");
            assert_eq!(rects(&drawing, Ink::Text), 0);
        }
    }

    #[test]
    fn scores_lie_on_the_step_of_their_level() {
        assert_eq!(position(&THRESHOLDS, 0.0), 0.0);
        assert_eq!(position(&THRESHOLDS, 100.0), WIDTH);
        // 40 is half of level 2, which runs from 30 to 50.
        assert!((position(&THRESHOLDS, 40.0) - 2.5 * STEP).abs() < 1e-3);
        for level in 0..6u8 {
            let x = position(&THRESHOLDS, THRESHOLDS[usize::from(level)]);
            assert!((x - f32::from(level) * STEP).abs() < 1e-3, "threshold of level {level}");
        }
        let along: Vec<f32> = (0..=1000).map(|k| position(&THRESHOLDS, f64::from(k) / 10.0)).collect();
        assert!(along.windows(2).all(|w| w[0] < w[1]));
    }

    #[test]
    fn steps_rise_and_carry_number_and_name() {
        assert!((0..5).all(|k| step(k, STEP).0.y > step(k + 1, STEP).0.y));
        let drawing = stair(&sample(Some(2), Some(4)), "Livello 2 di 5");
        assert_eq!(drawing.alt, "Livello 2 di 5");
        let texts = texts(&drawing);
        for expected in ["0", "5", "Analogico", "Adattivo", "oggi", "obiettivo 2027", "47,3", "punti su 100"] {
            assert!(texts.contains(&expected), "{expected} is missing");
        }
        assert_eq!(drawing.spots.iter().filter(|s| s.id.starts_with("level-")).count(), 6);
    }
}
