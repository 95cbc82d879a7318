//! What moves the result: one answer at a time, one dimension at a time, another way of averaging (method §7).

use super::aggregate::{Grid, caps, geometric, mean_of};
use super::members::{Given, Member};
use super::{Scores, level_of};
use crate::assessment::sheet::Sheet;
use crate::pack::Pack;

/// The highest step.
const TOP: f64 = 5.0;
/// Exponent of the power mean that stands beside the arithmetic one.
const EXPONENT: f64 = 0.5;

/// One ladder a step higher, everything else as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Item.
    pub item: String,
    /// Its step today, a half where respondents are combined.
    pub from: f64,
    /// Change of the total, in points.
    pub gain: f64,
    /// Level after it, gates included.
    pub level: u8,
}

/// The total with another weight of one dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Weight {
    /// Dimension.
    pub dimension: String,
    /// Change of the total without it; none where nothing would be left.
    pub without: Option<f64>,
    /// Change of the total with twice its weight.
    pub doubled: f64,
}

/// How the total reacts. Empty where it is not published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sensitivity {
    /// Answered ladders below the top, the largest gain first, ties in the pack's order.
    pub steps: Vec<Step>,
    /// Published dimensions in the pack's order.
    pub weights: Vec<Weight>,
    /// The power mean with exponent ½ of the dimensions, which weak ones pull down more.
    pub power_mean: Option<f64>,
    /// Their geometric mean, dimensions below 1 counting as 1, which weak ones pull down most.
    pub geometric: Option<f64>,
}

/// Computes it from the answers and their figures.
#[must_use]
pub fn sensitivity(pack: &Pack, sheet: &Sheet, scores: &Scores) -> Sensitivity {
    let Some(total) = scores.total.figure.score else { return Sensitivity::default() };
    let grid = Grid::new(pack, sheet);
    let today = grid.dimensions(|m| m.given);
    let weights = || pack.structure.dimensions.iter().map(|d| d.weight);
    Sensitivity {
        steps: steps(&grid, sheet, total),
        weights: today
            .iter()
            .enumerate()
            .filter(|(_, score)| score.is_some())
            .map(|(n, _)| {
                let with = |factor: f64| {
                    let changed = weights().enumerate().map(|(k, w)| if k == n { w * factor } else { w });
                    mean_of(changed.zip(today.iter().copied())).map(|x| x - total)
                };
                Weight {
                    dimension: pack.structure.dimensions[n].id.clone(),
                    without: with(0.0),
                    doubled: with(2.0).unwrap_or(0.0),
                }
            })
            .collect(),
        power_mean: mean_of(weights().zip(today.iter().map(|s| s.map(|s| s.powf(EXPONENT)))))
            .map(|m| m.powf(1.0 / EXPONENT)),
        geometric: Some(geometric(weights().zip(today.iter().map(|s| s.map(|s| s.max(1.0)))))),
    }
}

fn steps(grid: &Grid<'_>, sheet: &Sheet, total: f64) -> Vec<Step> {
    let mut ladders: Vec<usize> = Vec::new();
    for m in grid.leaves.iter().filter(|l| l.published).flat_map(|l| &l.members) {
        if m.row.is_none() && matches!(m.given, Given::Step(v) if v < TOP) && !ladders.contains(&m.item) {
            ladders.push(m.item);
        }
    }
    ladders.sort_unstable();
    let mut out: Vec<Step> = ladders
        .into_iter()
        .filter_map(|place| {
            let raised = |m: &Member| match m.given {
                Given::Step(v) if m.item == place => Given::Step((v + 1.0).min(TOP)),
                other => other,
            };
            let dimensions = grid.dimensions(raised);
            let after = grid.total(&dimensions)?;
            let level = caps(grid.pack, &dimensions).fold(level_of(grid.pack, after), u8::min);
            let from = sheet.at(place).step()?;
            Some(Step { item: grid.pack.structure.items[place].id.clone(), from, gain: after - total, level })
        })
        .collect();
    out.sort_by(|a, b| b.gain.total_cmp(&a.gain));
    out
}
