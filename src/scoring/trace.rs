//! What a sub-dimension is made of, answer by answer, for whoever explains a figure.

use super::members::leaves;
use crate::assessment::sheet::Sheet;
use crate::pack::Pack;

/// An answer, or one row or part of it, that counts for a sub-dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// Item.
    pub item: String,
    /// Its row, where it has rows.
    pub row: Option<String>,
    /// Group of weights it belongs to.
    pub group: String,
    /// Weight inside the sub-dimension.
    pub weight: f64,
    /// Score 0..=100, none where it is open or not known.
    pub score: Option<f64>,
    /// Evidence grade 0..=2.
    pub evidence: u8,
}

/// The answers that count for a sub-dimension, in the pack's order; empty where none applies.
#[must_use]
pub fn shares(pack: &Pack, sheet: &Sheet, subdimension: &str) -> Vec<Share> {
    let mut ids = pack.structure.dimensions.iter().flat_map(|d| &d.subdimensions);
    let Some(at) = ids.position(|id| id == subdimension) else { return Vec::new() };
    let leaf = leaves(pack, sheet).swap_remove(at);
    leaf.members
        .into_iter()
        .map(|m| {
            let item = &pack.structure.items[m.item];
            let feed = item.feeds.iter().find(|f| f.to == subdimension);
            Share {
                item: item.id.clone(),
                row: m.row.map(|row| item.options[row].clone()),
                group: feed.map_or_else(String::new, |f| f.group.clone()),
                weight: m.weight,
                score: m.given.score(),
                evidence: m.evidence,
            }
        })
        .collect()
}
