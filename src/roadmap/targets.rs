//! Where a company should want to be: the next level of each dimension, and the one its goals need (method §10).

use super::agenda::Agenda;
use crate::scoring::{level_of, outcome};

/// The target of a dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Dimension.
    pub dimension: String,
    /// Its score today, 0..=100.
    pub score: f64,
    /// Its level today.
    pub level: u8,
    /// The level after that; none at the top.
    pub next: Option<u8>,
    /// The level the company's goals need, at most so many above today's as the catalogue allows; none where no goal names it
    /// or it is reached.
    pub needed: Option<u8>,
    /// Points up to the level needed, else to the next; 0 at the top.
    pub gap: f64,
}

/// The targets of the published dimensions, in the pack's order.
#[must_use]
pub fn targets(agenda: &Agenda<'_>) -> Vec<Target> {
    let structure = &agenda.catalogue.structure;
    let levels = &agenda.pack.structure.levels;
    let top = u8::try_from(levels.len().saturating_sub(1)).unwrap_or(u8::MAX);
    let today = outcome(agenda.pack, &agenda.sheet).dimensions;
    let published = today.into_iter().filter_map(|(id, score)| Some((id, score?)));
    published
        .map(|(dimension, score)| {
            let level = level_of(agenda.pack, score);
            let next = (level < top).then_some(level + 1);
            let needs =
                agenda.goals.iter().filter_map(|goal| structure.goals.needs.get(goal)?.get(&dimension).copied());
            let needed = needs.max().map(|need| need.min(level + structure.rules.climb_at_most).min(top));
            let needed = needed.filter(|need| *need > level);
            let threshold = needed.or(next).map(|l| levels[usize::from(l)]);
            let gap = threshold.map_or(0.0, |threshold| (threshold - score).max(0.0));
            Target { dimension, score, level, next, needed, gap }
        })
        .collect()
}
