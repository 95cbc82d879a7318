//! How sure the figures are: the same scores again and again with weights and answers that move a little (method §7).
//!
//! The stream of random numbers depends on the pack alone, so that neither notes nor the order of answers move a figure. Each
//! run draws, whether it uses them or not: a gamma for every dimension, then two uniforms for every item in the pack's order.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, Gamma};
use sha2::{Digest, Sha256};

use super::aggregate::{Grid, caps, mean_of};
use super::members::{Given, POINTS_PER_STEP};
use super::{Scores, level_of};
use crate::assessment::sheet::Sheet;
use crate::pack::Pack;

/// Steps of a ladder.
const STEPS: f64 = 6.0;

/// Where the middle nine tenths of the runs lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// 5th percentile.
    pub p5: f64,
    /// Median.
    pub median: f64,
    /// 95th percentile.
    pub p95: f64,
}

/// The runs of the total.
#[derive(Clone, Debug, PartialEq)]
pub struct TotalSpread {
    /// Percentiles.
    pub spread: Spread,
    /// Standard error of measurement: the standard deviation of the runs with the pack's own weights, answers alone moving.
    pub sem: f64,
    /// Share of the runs at each level, gates of the run included; they sum to 1.
    pub level_shares: Vec<f64>,
    /// The levels of the 5th and the 95th percentile under today's gates.
    pub levels: (u8, u8),
}

impl TotalSpread {
    /// The smallest change between two assessments that is more than chance: 1.96·√2·SEM, in points (method §8).
    #[must_use]
    pub fn smallest_change(&self) -> f64 {
        1.96 * std::f64::consts::SQRT_2 * self.sem
    }
}

/// The spread of the figures that are published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Uncertainty {
    /// Total.
    pub total: Option<TotalSpread>,
    /// Maturities in the pack's order.
    pub maturities: Vec<Option<Spread>>,
}

impl Uncertainty {
    /// The spread of a maturity by its place in the pack.
    #[must_use]
    pub fn maturity(&self, place: usize) -> Option<Spread> {
        self.maturities.get(place).copied().flatten()
    }
}

/// How an answer moves.
#[derive(Clone, Copy)]
enum Move {
    /// A step, with the probability that it is one off.
    Step(f64, f64),
    /// Not known: any step.
    Unknown,
}

/// What an answer adds to a dimension's score: `share` points a point of its score.
struct Term {
    item: usize,
    share: f64,
    moves: Move,
}

/// A published dimension.
struct Moving {
    place: usize,
    /// What does not move.
    fixed: f64,
    terms: Vec<Term>,
}

/// Runs the simulation.
#[must_use]
pub fn simulate(pack: &Pack, sheet: &Sheet, scores: &Scores) -> Uncertainty {
    let structure = &pack.structure;
    let none = Uncertainty { total: None, maturities: vec![None; structure.maturities.len()] };
    let grid = Grid::new(pack, sheet);
    let moving = moving(&grid);
    let weights: Vec<f64> = structure.dimensions.iter().map(|d| d.weight).collect();
    let sum: f64 = weights.iter().sum();
    let gammas: Option<Vec<Gamma<f64>>> =
        weights.iter().map(|w| Gamma::new(structure.uncertainty.concentration * w / sum, 1.0).ok()).collect();
    let (Some(gammas), false) = (gammas, moving.is_empty()) else { return none };

    let runs = structure.uncertainty.runs;
    let published = scores.total.figure.score.is_some();
    let own: Vec<Option<Vec<usize>>> = maturities(pack, scores);
    let mut totals = Vec::with_capacity(runs);
    let mut reference = Vec::with_capacity(runs);
    let mut levels = vec![0_usize; structure.levels.len()];
    let mut maturity_runs: Vec<Vec<f64>> = own.iter().map(|_| Vec::with_capacity(runs)).collect();

    let mut random = ChaCha8Rng::seed_from_u64(seed(pack));
    let mut uniforms = vec![[0.0_f64; 2]; structure.items.len()];
    let mut drawn = vec![0.0; weights.len()];
    let mut dimensions: Vec<Option<f64>> = vec![None; weights.len()];
    for _ in 0..runs {
        for (weight, gamma) in drawn.iter_mut().zip(&gammas) {
            *weight = gamma.sample(&mut random);
        }
        for pair in &mut uniforms {
            *pair = [random.random(), random.random()];
        }
        for d in &moving {
            let moved = d.terms.iter().map(|t| t.share * POINTS_PER_STEP * step(t.moves, uniforms[t.item]));
            dimensions[d.place] = Some(moved.fold(d.fixed, |sum, x| sum + x));
        }
        let over = |weights: &[f64]| mean_of(weights.iter().copied().zip(dimensions.iter().copied())).unwrap_or(0.0);
        if published {
            let total = over(&drawn);
            let level = caps(pack, &dimensions).fold(level_of(pack, total), u8::min);
            levels[usize::from(level)] += 1;
            totals.push(total);
            reference.push(over(&weights));
        }
        for (list, own) in maturity_runs.iter_mut().zip(&own) {
            if let Some(own) = own {
                list.extend(mean_of(own.iter().map(|&d| (drawn[d], dimensions[d]))));
            }
        }
    }
    let today: Vec<Option<f64>> = scores.dimensions.iter().map(|d| d.figure.score).collect();
    let total = published.then(|| {
        let spread = spread(totals);
        let capped = |score: f64| caps(pack, &today).fold(level_of(pack, score), u8::min);
        TotalSpread {
            spread,
            sem: deviation(&reference),
            level_shares: levels.iter().map(|n| *n as f64 / runs as f64).collect(),
            levels: (capped(spread.p5), capped(spread.p95)),
        }
    });
    let maturities =
        maturity_runs.into_iter().zip(own).map(|(list, own)| own.filter(|_| !list.is_empty()).map(|_| spread(list)));
    Uncertainty { total, maturities: maturities.collect() }
}

/// The dimensions of each published maturity, by their place.
fn maturities(pack: &Pack, scores: &Scores) -> Vec<Option<Vec<usize>>> {
    let place = |id: &String| pack.structure.dimensions.iter().position(|d| d.id == *id);
    let own = |m: &crate::pack::questionnaire::Maturity| m.dimensions.iter().filter_map(place).collect();
    let published = |id: &str| scores.maturity(id).is_some_and(|m| m.figure.score.is_some());
    pack.structure.maturities.iter().map(|m| published(&m.id).then(|| own(m))).collect()
}

/// The published dimensions with what each answer adds to them. What is published, and with it every denominator, stays that
/// of the answers as they are.
fn moving(grid: &Grid<'_>) -> Vec<Moving> {
    let moves = grid.pack.structure.uncertainty.moves;
    let dimensions = (0..grid.published.len()).filter(|d| grid.published[*d]);
    dimensions
        .map(|place| {
            let leaves: Vec<_> = grid.of(place).iter().filter(|l| l.published).collect();
            let mut out = Moving { place, fixed: 0.0, terms: Vec::new() };
            for leaf in &leaves {
                let counts = |given: Given| given != Given::Nothing;
                let weights: f64 = leaf.members.iter().filter(|m| counts(m.given)).map(|m| m.weight).sum();
                for m in leaf.members.iter().filter(|m| counts(m.given)) {
                    let share = m.weight / weights / leaves.len() as f64;
                    let moves = match m.given {
                        Given::Step(v) => Move::Step(v, moves[usize::from(m.evidence).min(moves.len() - 1)]),
                        Given::UnknownStep => Move::Unknown,
                        Given::Score(score) => {
                            out.fixed += share * score;
                            continue;
                        }
                        Given::Nothing => continue,
                    };
                    out.terms.push(Term { item: m.item, share, moves });
                }
            }
            out
        })
        .collect()
}

/// The step of an answer in a run: one off with its probability, down in half of these cases; any step where it is unknown.
fn step(moves: Move, [first, second]: [f64; 2]) -> f64 {
    match moves {
        Move::Step(v, probability) if first < probability => {
            let moved = if second < 0.5 { v - 1.0 } else { v + 1.0 };
            moved.clamp(0.0, STEPS - 1.0)
        }
        Move::Step(v, _) => v,
        Move::Unknown => (STEPS * first).floor(),
    }
}

/// The first 8 bytes of SHA-256 of `mc1|pack id|pack version`, little-endian.
fn seed(pack: &Pack) -> u64 {
    let digest = Sha256::digest(format!("mc1|{}|{}", pack.id, pack.version));
    digest[..8].iter().rev().fold(0, |seed, byte| seed << 8 | u64::from(*byte))
}

fn spread(mut runs: Vec<f64>) -> Spread {
    runs.sort_by(f64::total_cmp);
    Spread { p5: quantile(&runs, 0.05), median: quantile(&runs, 0.5), p95: quantile(&runs, 0.95) }
}

/// Quantile of sorted numbers after Hyndman and Fan's type 7; 0 of none.
fn quantile(sorted: &[f64], p: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    let at = p * last as f64;
    let low = at.floor() as usize;
    let high = (low + 1).min(last);
    sorted[low] + (at - at.floor()) * (sorted[high] - sorted[low])
}

/// Standard deviation with n − 1.
fn deviation(runs: &[f64]) -> f64 {
    let mean = runs.iter().sum::<f64>() / runs.len() as f64;
    let squares: f64 = runs.iter().map(|x| (x - mean).powi(2)).sum();
    (squares / (runs.len() as f64 - 1.0)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::{deviation, quantile, spread};

    /// Worked out by hand: position p·(n−1) between neighbours.
    #[test]
    fn quantiles_are_of_type_7() {
        let sorted = [10.0, 20.0, 40.0, 80.0, 160.0];
        for (p, expected) in [(0.0, 10.0), (0.05, 12.0), (0.5, 40.0), (0.6, 56.0), (0.95, 144.0), (1.0, 160.0)] {
            assert!((quantile(&sorted, p) - expected).abs() < 1e-9, "{p}");
        }
        assert_eq!(quantile(&[7.0], 0.95), 7.0);
        assert_eq!(spread(vec![3.0, 1.0, 2.0]).median, 2.0);
    }

    /// 2, 4, 4, 4, 5, 5, 7, 9 have the mean 5 and squares that sum to 32.
    #[test]
    fn the_deviation_divides_by_n_minus_1() {
        assert!((deviation(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]) - (32.0_f64 / 7.0).sqrt()).abs() < 1e-12);
    }
}
