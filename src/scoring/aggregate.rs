//! Means, publication, bounds, gates (method §2, §3).

use super::members::{BEST, Given, Leaf, Member, sum};
use super::{Dimension, Figure, GateHit, Maturity, Progress, Subdimension, TOLERANCE, Total, level_of};
use crate::assessment::combine::{Combined, is_given};
use crate::assessment::sheet::Sheet;
use crate::assessment::{Assessment, State};
use crate::pack::{Item, Pack};

/// What figures are made of: a part with its weight.
struct Part {
    weight: f64,
    score: Option<f64>,
    /// L and U of method §2, none where nothing is applicable. They are not the part's `low` and `high`: those are held open
    /// by the part's own score, and a mean of them would reach further than what the answers allow.
    reach: Option<[f64; 2]>,
}

/// The members of an assessment with what is published of them: everything a score is computed from, once.
pub(super) struct Grid<'p> {
    pub pack: &'p Pack,
    /// Sub-dimensions in the order of the dimensions.
    pub leaves: Vec<Leaf>,
    /// By dimension: its first sub-dimension among the leaves, and how many it has.
    spans: Vec<(usize, usize)>,
    /// By dimension: true where its score is published.
    pub published: Vec<bool>,
}

impl<'p> Grid<'p> {
    pub(super) fn new(pack: &'p Pack, sheet: &Sheet) -> Self {
        let leaves = super::members::leaves(pack, sheet);
        let mut first = 0;
        let spans: Vec<(usize, usize)> = pack
            .structure
            .dimensions
            .iter()
            .map(|d| {
                let span = (first, d.subdimensions.len());
                first += d.subdimensions.len();
                span
            })
            .collect();
        let published = spans
            .iter()
            .map(|&(first, count)| {
                let own = &leaves[first..first + count];
                let applicable = own.iter().filter(|l| l.applicable > 0.0).count();
                let published = own.iter().filter(|l| l.published).count();
                enough(published, applicable, pack.structure.publish.dimension)
            })
            .collect();
        Self { pack, leaves, spans, published }
    }

    /// The sub-dimensions of the dimension at a place.
    pub(super) fn of(&self, dimension: usize) -> &[Leaf] {
        let (first, count) = self.spans[dimension];
        &self.leaves[first..first + count]
    }

    /// The scores of the published dimensions, with the answers as `given` has them. What is published stays as it is.
    pub(super) fn dimensions(&self, given: impl Fn(&Member) -> Given) -> Vec<Option<f64>> {
        (0..self.spans.len())
            .map(|d| {
                let scores = self.of(d).iter().filter(|l| l.published).filter_map(|l| leaf_score(l, &given));
                let (sum, count) = scores.fold((0.0, 0.0), |(sum, n), s| (sum + s, n + 1.0));
                (self.published[d] && count > 0.0).then(|| sum / count)
            })
            .collect()
    }

    /// The weighted mean of published dimensions, with the pack's weights.
    pub(super) fn total(&self, dimensions: &[Option<f64>]) -> Option<f64> {
        let weights = self.pack.structure.dimensions.iter().map(|d| d.weight);
        mean_of(weights.zip(dimensions.iter().copied()))
    }
}

/// The weighted mean of the values that are there.
pub(super) fn mean_of(pairs: impl Iterator<Item = (f64, Option<f64>)>) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    for (weight, value) in pairs {
        if let Some(x) = value {
            sum += weight * x;
            weights += weight;
        }
    }
    (weights > 0.0).then(|| sum / weights)
}

/// Σ w·s / Σ w over the answered members.
fn leaf_score(leaf: &Leaf, given: &impl Fn(&Member) -> Given) -> Option<f64> {
    mean_of(leaf.members.iter().map(|m| (m.weight, given(m).score())))
}

/// Whether at least `[numerator, denominator]` of the applicable parts are published, and at least one.
fn enough(published: usize, applicable: usize, share: [u32; 2]) -> bool {
    published > 0 && published * share[1] as usize >= applicable * share[0] as usize
}

fn figure_of(leaf: &Leaf) -> Figure {
    if leaf.applicable <= 0.0 {
        return Figure::default();
    }
    let points = sum(leaf.members.iter().filter_map(|m| Some(m.weight * m.given.score()?)));
    let score = leaf.published.then(|| points / leaf.answered);
    let high = (points + BEST * (leaf.applicable - leaf.answered)) / leaf.applicable;
    bounded(score, points / leaf.applicable, high, leaf.answered / leaf.applicable)
}

fn bounded(score: Option<f64>, low: f64, high: f64, coverage: f64) -> Figure {
    Figure {
        score,
        low: Some(score.map_or(low, |s| s.min(low))),
        high: Some(score.map_or(high, |s| s.max(high))),
        coverage: Some(coverage),
    }
}

/// A weighted mean of parts, published when `[numerator, denominator]` of the applicable parts are.
fn mean(parts: &[Part], share: [u32; 2], coverage: Option<f64>) -> Figure {
    let (Some(coverage), Some([low, high])) = (coverage, reach(parts)) else { return Figure::default() };
    let applicable = parts.iter().filter(|p| p.reach.is_some()).count();
    let published = parts.iter().filter(|p| p.reach.is_some() && p.score.is_some()).count();
    let score = || mean_of(parts.iter().map(|p| (p.weight, p.score)));
    bounded(enough(published, applicable, share).then(score).flatten(), low, high, coverage)
}

/// L and U of the whole, none where nothing is applicable.
fn reach(parts: &[Part]) -> Option<[f64; 2]> {
    let end = |k: usize| mean_of(parts.iter().map(|p| (p.weight, p.reach.map(|r| r[k]))));
    Some([end(0)?, end(1)?])
}

/// Dimensions and their sub-dimensions.
pub(super) fn dimensions(grid: &Grid<'_>) -> Vec<Dimension> {
    let structure = &grid.pack.structure;
    structure
        .dimensions
        .iter()
        .enumerate()
        .map(|(n, d)| {
            let figures: Vec<Figure> = grid.of(n).iter().map(figure_of).collect();
            let figure = mean(&leaf_parts(&figures), structure.publish.dimension, coverage(grid.of(n).iter()));
            Dimension {
                id: d.id.clone(),
                figure,
                level: figure.score.map(|s| level_of(grid.pack, s)),
                subdimensions: d
                    .subdimensions
                    .iter()
                    .zip(figures)
                    .map(|(id, figure)| Subdimension { id: id.clone(), figure })
                    .collect(),
            }
        })
        .collect()
}

/// Sub-dimensions as parts of their dimension, all of the same weight. Their own score always lies between L and U.
fn leaf_parts(figures: &[Figure]) -> Vec<Part> {
    let part =
        |f: &Figure| Part { weight: 1.0, score: f.score, reach: f.low.zip(f.high).map(|(low, high)| [low, high]) };
    figures.iter().map(part).collect()
}

fn coverage<'a>(leaves: impl Iterator<Item = &'a Leaf>) -> Option<f64> {
    let (answered, applicable) = leaves.fold((0.0, 0.0), |(a, b), l| (a + l.answered, b + l.applicable));
    (applicable > 0.0).then(|| answered / applicable)
}

/// Mean of the dimensions named, with the pack's weights.
fn over_dimensions(grid: &Grid<'_>, dimensions: &[Dimension], named: impl Fn(&str) -> bool, share: [u32; 2]) -> Figure {
    let own: Vec<usize> = (0..dimensions.len()).filter(|n| named(&dimensions[*n].id)).collect();
    let parts: Vec<Part> = own
        .iter()
        .map(|&n| {
            let figures: Vec<Figure> = dimensions[n].subdimensions.iter().map(|s| s.figure).collect();
            Part {
                weight: grid.pack.structure.dimensions[n].weight,
                score: dimensions[n].figure.score,
                reach: reach(&leaf_parts(&figures)),
            }
        })
        .collect();
    mean(&parts, share, coverage(own.iter().flat_map(|&n| grid.of(n))))
}

/// The maturities.
pub(super) fn maturities(grid: &Grid<'_>, dimensions: &[Dimension]) -> Vec<Maturity> {
    let structure = &grid.pack.structure;
    structure
        .maturities
        .iter()
        .map(|m| {
            let named = |id: &str| m.dimensions.iter().any(|d| d == id);
            let figure = over_dimensions(grid, dimensions, named, structure.publish.maturity);
            Maturity { id: m.id.clone(), figure, level: figure.score.map(|s| level_of(grid.pack, s)) }
        })
        .collect()
}

/// The caps of the gates whose condition holds for these scores of published dimensions.
pub(super) fn caps<'p>(pack: &'p Pack, dimensions: &[Option<f64>]) -> impl Iterator<Item = u8> {
    let score = |id: &str| {
        let at = pack.structure.dimensions.iter().position(|d| d.id == id)?;
        dimensions[at]
    };
    let holds = move |gate: &&'p crate::pack::questionnaire::Gate| {
        score(&gate.dimension).is_some_and(|s| s < gate.below - TOLERANCE)
    };
    pack.structure.gates.iter().filter(holds).map(|gate| gate.cap).collect::<Vec<_>>().into_iter()
}

/// The total with level, gates, flags and balance.
pub(super) fn total(grid: &Grid<'_>, sheet: &Sheet, dimensions: &[Dimension]) -> Total {
    let pack = grid.pack;
    let figure = over_dimensions(grid, dimensions, |_| true, pack.structure.publish.total);
    let level_uncapped = figure.score.map(|s| level_of(pack, s));
    let mut gates = Vec::new();
    let mut unverified: Vec<String> = Vec::new();
    for gate in &pack.structure.gates {
        let Some(dimension) = dimensions.iter().find(|d| d.id == gate.dimension) else { continue };
        match dimension.figure.score {
            Some(score) if score < gate.below - TOLERANCE => gates.push(GateHit {
                id: gate.id.clone(),
                dimension: gate.dimension.clone(),
                cap: gate.cap,
                binding: level_uncapped.is_some_and(|l| l > gate.cap),
            }),
            Some(_) => {}
            // A dimension with nothing applicable in it sets no limit; an unanswered one does, and that is said.
            None if dimension.figure.low.is_some() && !unverified.contains(&gate.dimension) => {
                unverified.push(gate.dimension.clone());
            }
            None => {}
        }
    }
    let level = level_uncapped.map(|l| gates.iter().map(|g| g.cap).fold(l, u8::min));
    let step = |id: &str| sheet.answer(pack, id).and_then(Combined::step);
    let raised = |f: &&crate::pack::questionnaire::Flag| step(&f.item).is_some_and(|v| v <= f.at_most + TOLERANCE);
    let flags = pack.structure.flags.iter().filter(raised).map(|f| f.id.clone()).collect();
    let balance = figure.score.map(|_| balance(pack, dimensions));
    let (evidenced, reliability) = (figure.score.and_then(|_| evidenced(grid)), reliability(grid));
    Total { figure, level, level_uncapped, gates, unverified, flags, balance, evidenced, reliability }
}

/// The total if a step that is only declared counted at most as the pack says (method §7).
fn evidenced(grid: &Grid<'_>) -> Option<f64> {
    let most = grid.pack.structure.uncertainty.declared_at_most;
    let backed = |m: &Member| match m.given {
        Given::Step(v) if m.evidence == 0 => Given::Step(v.min(most)),
        other => other,
    };
    grid.total(&grid.dimensions(backed))
}

/// Σ w·e / (2·Σ w) over the answered members; none where nothing is answered (method §7).
fn reliability(grid: &Grid<'_>) -> Option<f64> {
    let (mut backed, mut weights) = (0.0, 0.0);
    for m in grid.leaves.iter().flat_map(|l| &l.members).filter(|m| m.given.score().is_some()) {
        backed += m.weight * f64::from(m.evidence);
        weights += m.weight;
    }
    (weights > 0.0).then(|| backed / (f64::from(crate::assessment::DOCUMENTED) * weights))
}

/// 100·G/A of max(D, 1) over the published dimensions, weighted (method §2).
fn balance(pack: &Pack, dimensions: &[Dimension]) -> f64 {
    let pairs = || {
        let weights = pack.structure.dimensions.iter().map(|d| d.weight);
        weights.zip(dimensions.iter().map(|d| d.figure.score.map(|s| s.max(1.0))))
    };
    let arithmetic = mean_of(pairs()).unwrap_or(1.0);
    BEST * geometric(pairs()) / arithmetic
}

/// The weighted geometric mean of values above 0; 1 over nothing.
pub(super) fn geometric(pairs: impl Iterator<Item = (f64, Option<f64>)>) -> f64 {
    mean_of(pairs.map(|(weight, value)| (weight, value.map(f64::ln)))).unwrap_or(0.0).exp()
}

/// How far the questionnaire is filled; items that may stay open do not count.
pub(super) fn progress(pack: &Pack, assessment: &Assessment, sheet: &Sheet) -> Progress {
    let mut progress = Progress::default();
    for (item, answer) in sheet.asked(pack).filter(|(item, _)| !item.optional) {
        progress.asked += 1;
        if is_given(assessment, item, answer) {
            progress.given += 1;
        } else {
            progress.seconds_left += item.seconds;
        }
    }
    // Answers given earlier in the full questionnaire are still in the file.
    let given =
        |item: &&Item| assessment.answers.get(&item.id).is_some_and(|a| a.iter().any(|a| a.state != State::Open));
    let later = sheet.later(pack).filter(|item| !item.optional && !given(item));
    progress.seconds_full = progress.seconds_left + later.map(|item| item.seconds).sum::<u32>();
    progress
}
