//! Means, publication, bounds, gates (method §2, §3).

use std::collections::BTreeMap;

use super::{Dimension, Figure, GateHit, Maturity, Progress, Subdimension, TOLERANCE, Total, level_of};
use crate::assessment::combine::{combined, is_given};
use crate::assessment::{Assessment, State, Value};
use crate::pack::{Item, Pack};

/// Points a ladder's step is worth.
const POINTS_PER_STEP: f64 = 20.0;

/// Something that counts for a sub-dimension.
struct Member {
    weight: f64,
    core: bool,
    /// Score 0..=100 where it is answered.
    score: Option<f64>,
}

/// What figures are made of: a part with its weight.
struct Part {
    weight: f64,
    score: Option<f64>,
    /// L and U of method §2, none where nothing is applicable. They are not the part's `low` and `high`: those are held open
    /// by the part's own score, and a mean of them would reach further than what the answers allow.
    reach: Option<[f64; 2]>,
}

fn members(pack: &Pack, assessment: &Assessment, subdimension: &str) -> Vec<Member> {
    let mut by_group: BTreeMap<&str, Vec<(&Item, Option<f64>)>> = BTreeMap::new();
    for item in pack.items(assessment.mode) {
        for feed in item.feeds.iter().filter(|f| f.to == subdimension) {
            let score = match combined(assessment, item).state {
                State::NotApplicable | State::Skipped => continue,
                State::Answered(Value::Number(v)) => Some(POINTS_PER_STEP * v),
                State::Answered(_) | State::DontKnow | State::Open => None,
            };
            by_group.entry(&feed.group).or_default().push((item, score));
        }
    }
    let mut members = Vec::new();
    for (group, list) in by_group {
        let weight = pack.structure.groups[group] / list.len() as f64;
        members.extend(list.into_iter().map(|(item, score)| Member { weight, core: item.id == subdimension, score }));
    }
    members
}

/// Score, bounds and weights of one sub-dimension; `answered` and `applicable` are kept for the coverages above it.
struct Leaf {
    id: String,
    figure: Figure,
    answered: f64,
    applicable: f64,
}

fn leaf(pack: &Pack, assessment: &Assessment, id: &str) -> Leaf {
    let members = members(pack, assessment, id);
    let applicable = sum(members.iter().map(|m| m.weight));
    let answered = sum(members.iter().filter(|m| m.score.is_some()).map(|m| m.weight));
    let points = sum(members.iter().filter_map(|m| Some(m.weight * m.score?)));
    let figure = if applicable > 0.0 {
        let coverage = answered / applicable;
        let core_answered = members.iter().any(|m| m.core && m.score.is_some());
        let published =
            core_answered || (answered > 0.0 && coverage >= pack.structure.publish.subdimension_coverage - TOLERANCE);
        let score = published.then(|| points / answered);
        bounded(score, points / applicable, (points + 100.0 * (applicable - answered)) / applicable, coverage)
    } else {
        Figure::default()
    };
    Leaf { id: id.to_owned(), figure, answered, applicable }
}

/// Not `Iterator::sum`, whose result over nothing is −0 and would be written as such.
fn sum(numbers: impl Iterator<Item = f64>) -> f64 {
    numbers.fold(0.0, |sum, x| sum + x)
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
    let applicable: Vec<&Part> = parts.iter().filter(|p| p.reach.is_some()).collect();
    let (Some(coverage), Some([low, high])) = (coverage, reach(parts)) else { return Figure::default() };
    let published = applicable.iter().filter(|p| p.score.is_some()).count();
    let enough = published > 0 && published * share[1] as usize >= applicable.len() * share[0] as usize;
    bounded(enough.then(|| over(parts, |p| p.score)).flatten(), low, high, coverage)
}

/// L and U of the whole, none where nothing is applicable.
fn reach(parts: &[Part]) -> Option<[f64; 2]> {
    Some([over(parts, |p| Some(p.reach?[0]))?, over(parts, |p| Some(p.reach?[1]))?])
}

/// The weighted mean of a value over the parts that have it.
fn over(parts: &[Part], value: impl Fn(&Part) -> Option<f64>) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    for part in parts {
        if let Some(x) = value(part) {
            sum += part.weight * x;
            weights += part.weight;
        }
    }
    (weights > 0.0).then(|| sum / weights)
}

/// Dimensions and their sub-dimensions.
pub(super) fn dimensions(pack: &Pack, assessment: &Assessment) -> Vec<Dimension> {
    pack.structure
        .dimensions
        .iter()
        .map(|d| {
            let leaves: Vec<Leaf> = d.subdimensions.iter().map(|s| leaf(pack, assessment, s)).collect();
            let figure = mean(&leaf_parts(&leaves), pack.structure.publish.dimension, coverage(leaves.iter()));
            Dimension {
                id: d.id.clone(),
                figure,
                level: figure.score.map(|s| level_of(pack, s)),
                subdimensions: leaves.into_iter().map(|l| Subdimension { id: l.id, figure: l.figure }).collect(),
            }
        })
        .collect()
}

/// Sub-dimensions as parts of their dimension, all of the same weight. Their own score always lies between L and U.
fn leaf_parts(leaves: &[Leaf]) -> Vec<Part> {
    let part = |l: &Leaf| Part {
        weight: 1.0,
        score: l.figure.score,
        reach: l.figure.low.zip(l.figure.high).map(|(low, high)| [low, high]),
    };
    leaves.iter().map(part).collect()
}

fn coverage<'a>(leaves: impl Iterator<Item = &'a Leaf>) -> Option<f64> {
    let (answered, applicable) = leaves.fold((0.0, 0.0), |(a, b), l| (a + l.answered, b + l.applicable));
    (applicable > 0.0).then(|| answered / applicable)
}

/// Mean of the dimensions named, with the pack's weights.
fn over_dimensions(
    pack: &Pack,
    assessment: &Assessment,
    dimensions: &[Dimension],
    named: impl Fn(&str) -> bool,
    share: [u32; 2],
) -> Figure {
    let (mut parts, mut leaves) = (Vec::new(), Vec::new());
    for (d, scored) in pack.structure.dimensions.iter().zip(dimensions).filter(|(d, _)| named(&d.id)) {
        let own: Vec<Leaf> = d.subdimensions.iter().map(|s| leaf(pack, assessment, s)).collect();
        parts.push(Part { weight: d.weight, score: scored.figure.score, reach: reach(&leaf_parts(&own)) });
        leaves.extend(own);
    }
    mean(&parts, share, coverage(leaves.iter()))
}

/// The maturities.
pub(super) fn maturities(pack: &Pack, assessment: &Assessment, dimensions: &[Dimension]) -> Vec<Maturity> {
    pack.structure
        .maturities
        .iter()
        .map(|m| {
            let named = |id: &str| m.dimensions.iter().any(|d| d == id);
            let figure = over_dimensions(pack, assessment, dimensions, named, pack.structure.publish.maturity);
            Maturity { id: m.id.clone(), figure, level: figure.score.map(|s| level_of(pack, s)) }
        })
        .collect()
}

/// The total with level, gates, flags and balance.
pub(super) fn total(pack: &Pack, assessment: &Assessment, dimensions: &[Dimension]) -> Total {
    let figure = over_dimensions(pack, assessment, dimensions, |_| true, pack.structure.publish.total);
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
    let flags = pack
        .structure
        .flags
        .iter()
        .filter(|f| {
            pack.item(&f.item)
                .and_then(|item| combined(assessment, item).step())
                .is_some_and(|v| v <= f.at_most + TOLERANCE)
        })
        .map(|f| f.id.clone())
        .collect();
    let balance = figure.score.map(|_| balance(pack, dimensions));
    Total { figure, level, level_uncapped, gates, unverified, flags, balance }
}

/// 100·G/A of max(D, 1) over the published dimensions, weighted (method §2).
fn balance(pack: &Pack, dimensions: &[Dimension]) -> f64 {
    let (mut weights, mut arithmetic, mut logarithms) = (0.0, 0.0, 0.0);
    for (d, scored) in pack.structure.dimensions.iter().zip(dimensions) {
        if let Some(score) = scored.figure.score {
            let x = score.max(1.0);
            weights += d.weight;
            arithmetic += d.weight * x;
            logarithms += d.weight * x.ln();
        }
    }
    100.0 * (logarithms / weights).exp() / (arithmetic / weights)
}

/// How far the questionnaire is filled; items that may stay open do not count.
pub(super) fn progress(pack: &Pack, assessment: &Assessment) -> Progress {
    let mut progress = Progress::default();
    for item in pack.items(assessment.mode).filter(|i| !i.optional) {
        progress.asked += 1;
        if is_given(assessment, item) {
            progress.given += 1;
        } else {
            progress.seconds_left += item.seconds;
        }
    }
    progress
}
