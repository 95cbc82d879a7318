//! The chapters a report may have, which of them are in it, and in which order.

use super::{Block, Report};
use crate::assessment::choices::ReportChoices;

/// A chapter: one section with the parts that follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Id of its section.
    pub id: &'static str,
    /// Key of its title among the texts.
    pub title: &'static str,
    /// True where it repeats answers or notes word by word: shared without data it is left out, unless it was chosen.
    pub answers: bool,
    /// The chapter it is a piece of, by id, with no place of its own.
    pub inside: Option<&'static str>,
}

const fn chapter(id: &'static str, title: &'static str) -> Chapter {
    Chapter { id, title, answers: false, inside: None }
}

/// Every chapter in the usual order.
pub const CHAPTERS: [Chapter; 16] = [
    chapter("cover", "report-cover"),
    chapter("contents", "report-contents"),
    chapter("summary", "report-summary"),
    chapter("position", "report-position"),
    chapter("sure", "screen-sure"),
    Chapter { answers: true, ..chapter("contradictions", "screen-contradictions") },
    chapter("dimensions", "report-dimensions"),
    Chapter { answers: true, inside: Some("dimensions"), ..chapter("dimension_answers", "report-dimension-answers") },
    Chapter { answers: true, ..chapter("matrix", "screen-matrix") },
    chapter("index", "report-dii"),
    chapter("dmat", "dmat-title"),
    chapter("doors", "report-doors"),
    chapter("plan", "screen-plan"),
    Chapter { answers: true, ..chapter("answers", "report-answers") },
    Chapter { answers: true, ..chapter("notes", "report-notes") },
    chapter("method", "report-method"),
];

/// The section that is in every report: what the figures are and are not.
pub const HONESTY: &str = "honesty";

/// Whether a chapter is in the report.
#[must_use]
pub fn is_shown(chapter: &Chapter, choices: &ReportChoices, without_data: bool) -> bool {
    choices.shown.get(chapter.id).copied().unwrap_or(!(chapter.answers && without_data))
}

/// Chapters with a place of their own, in the order chosen: those not named follow in their usual order. The cover is
/// always first, and the contents come next where they are not named.
#[must_use]
pub fn ordered(choices: &ReportChoices) -> Vec<&'static Chapter> {
    let usual: Vec<&Chapter> = CHAPTERS.iter().filter(|c| c.inside.is_none()).collect();
    let (cover, rest) = usual.split_at(1);
    let mut ordered = cover.to_vec();
    ordered.extend(rest.iter().filter(|c| c.id == "contents" && !choices.order.iter().any(|id| id == c.id)));
    for id in &choices.order {
        ordered
            .extend(rest.iter().filter(|c| c.id == id).filter(|c| !ordered.contains(c)).copied().collect::<Vec<_>>());
    }
    let others: Vec<&Chapter> = rest.iter().filter(|c| !ordered.contains(c)).copied().collect();
    ordered.extend(others);
    ordered
}

/// Ids of the chapters that say something in a report made with all of them.
#[must_use]
pub fn with_words(report: &Report) -> Vec<&'static str> {
    let rows = |block: &Block| matches!(block, Block::Table { rows, .. } if !rows.is_empty());
    let says = |chapter: &&Chapter| match chapter.id {
        "cover" => report.cover.is_some(),
        "dimension_answers" => {
            let of_dimensions = report.sections.iter().filter(|section| section.id.starts_with("dimension-"));
            of_dimensions.flat_map(|section| &section.blocks).any(rows)
        }
        id => report.sections.iter().any(|section| section.id == id),
    };
    CHAPTERS.iter().filter(says).map(|chapter| chapter.id).collect()
}
