//! From answers to figures: one function, [`score`], and the figures it gives (method §1-§6).
//!
//! Nothing is rounded here. A figure that is not published has no score; that is never the number zero.

mod aggregate;
pub mod dii;
pub mod dmat;
pub mod matrix;
mod members;
pub mod sensitivity;
pub mod trace;
pub mod uncertainty;

use crate::assessment::Assessment;
use crate::assessment::sheet::Sheet;
use crate::pack::{Mode, Pack};

/// Comparisons with thresholds tolerate this much (method §2).
pub const TOLERANCE: f64 = 1e-9;

/// A score 0..=100 with what it rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figure {
    /// The score, where it is published.
    pub score: Option<f64>,
    /// The score if everything open or unknown were at its worst; none where nothing is applicable.
    pub low: Option<f64>,
    /// The score if everything open or unknown were at its best.
    pub high: Option<f64>,
    /// Answered share 0..=1 of the applicable weight; none where nothing is applicable.
    pub coverage: Option<f64>,
}

/// A sub-dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Subdimension {
    /// Id, also of its core ladder.
    pub id: String,
    /// Score and what it rests on.
    pub figure: Figure,
}

/// A dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    /// Id.
    pub id: String,
    /// Score and what it rests on.
    pub figure: Figure,
    /// Level by the total's thresholds, without gates.
    pub level: Option<u8>,
    /// Its sub-dimensions.
    pub subdimensions: Vec<Subdimension>,
}

/// A maturity.
#[derive(Clone, Debug, PartialEq)]
pub struct Maturity {
    /// Id.
    pub id: String,
    /// Score and what it rests on.
    pub figure: Figure,
    /// Level by the total's thresholds, without gates.
    pub level: Option<u8>,
}

/// A gate whose condition holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateHit {
    /// Gate id; its reason is among the pack's texts.
    pub id: String,
    /// Dimension that triggers it.
    pub dimension: String,
    /// Highest level allowed.
    pub cap: u8,
    /// True where the level would be higher without it.
    pub binding: bool,
}

/// The total.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    /// Score and what it rests on.
    pub figure: Figure,
    /// Level after the gates.
    pub level: Option<u8>,
    /// Level before the gates.
    pub level_uncapped: Option<u8>,
    /// Gates whose condition holds, in the pack's order.
    pub gates: Vec<GateHit>,
    /// Dimensions with a gate that could not be checked because they are not published.
    pub unverified: Vec<String>,
    /// Red flags by id.
    pub flags: Vec<String>,
    /// Balance of the profile 0..=100: geometric over arithmetic mean.
    pub balance: Option<f64>,
    /// The total where steps that are only declared count at most as the pack says; none with the total.
    pub evidenced: Option<f64>,
    /// How far the answers are backed, 0 all declared to 1 all documented; none where nothing is answered.
    pub reliability: Option<f64>,
}

/// Every figure of an assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// Questionnaire answered.
    pub mode: Mode,
    /// Total.
    pub total: Total,
    /// Maturities in the pack's order.
    pub maturities: Vec<Maturity>,
    /// Dimensions in the pack's order.
    pub dimensions: Vec<Dimension>,
    /// Digital Intensity Index, version 3, where the pack has facts for it.
    pub dii_v3: Option<dii::Reading<crate::pack::benchmark::V3>>,
    /// Digital Intensity Index, version 4.
    pub dii_v4: Option<dii::Reading<crate::pack::benchmark::V4>>,
    /// The unofficial estimate on DMAT's scale, where the pack says how it is made.
    pub dmat: Option<dmat::Reading>,
    /// Process × analysis, where cells are asked of the company.
    pub matrix: Option<matrix::Reading>,
    /// Answers that do not go together, in the pack's order.
    pub contradictions: Vec<Contradiction>,
    /// Scored items of the mode that are answered or not applicable, and how many there are.
    pub progress: Progress,
}

/// Answers that do not go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// Id; its words are among the pack's texts.
    pub id: String,
    /// Items to look at again: those asked of the company.
    pub items: Vec<String>,
}

/// How far the questionnaire is filled; only real answers count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Items answered, not applicable or honestly not known.
    pub given: usize,
    /// Items asked.
    pub asked: usize,
    /// Planned seconds of the items still open.
    pub seconds_left: u32,
    /// The same in the full questionnaire, whichever is being answered.
    pub seconds_full: u32,
}

/// Computes every figure.
#[must_use]
pub fn score(pack: &Pack, assessment: &Assessment) -> Scores {
    score_sheet(pack, assessment, &Sheet::of(pack, assessment))
}

/// The same, with the answers already put together.
#[must_use]
pub fn score_sheet(pack: &Pack, assessment: &Assessment, sheet: &Sheet) -> Scores {
    let grid = aggregate::Grid::new(pack, sheet);
    let dimensions = aggregate::dimensions(&grid);
    Scores {
        mode: assessment.mode,
        total: aggregate::total(&grid, sheet, &dimensions),
        maturities: aggregate::maturities(&grid, &dimensions),
        dii_v3: dii::read(pack, assessment, sheet),
        dii_v4: dii::read(pack, assessment, sheet),
        dmat: dmat::read(pack, sheet),
        matrix: matrix::read(pack, sheet),
        contradictions: contradictions(pack, sheet),
        progress: aggregate::progress(pack, assessment, sheet),
        dimensions,
    }
}

/// The index alone: what it would be with other answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Total 0..=100, where it is published.
    pub total: Option<f64>,
    /// Level after the gates.
    pub level: Option<u8>,
    /// Score of each dimension by its id, in the pack's order.
    pub dimensions: Vec<(String, Option<f64>)>,
}

/// Computes the index without readings, for answers as they might be.
#[must_use]
pub fn outcome(pack: &Pack, sheet: &Sheet) -> Outcome {
    let grid = aggregate::Grid::new(pack, sheet);
    let dimensions = aggregate::dimensions(&grid);
    let total = aggregate::total(&grid, sheet, &dimensions);
    Outcome {
        total: total.figure.score,
        level: total.level,
        dimensions: dimensions.into_iter().map(|d| (d.id, d.figure.score)).collect(),
    }
}

/// The contradictions that are there (method §7).
fn contradictions(pack: &Pack, sheet: &Sheet) -> Vec<Contradiction> {
    let found = pack.structure.contradictions.iter().filter(|c| sheet.holds(pack, &c.when));
    found
        .map(|c| Contradiction {
            id: c.id.clone(),
            items: c.items.iter().filter(|id| sheet.answer(pack, id).is_some()).cloned().collect(),
        })
        .collect()
}

/// The level of a score: the highest lower threshold it reaches.
#[must_use]
pub fn level_of(pack: &Pack, score: f64) -> u8 {
    let reached = pack.structure.levels.iter().filter(|&&t| score >= t - TOLERANCE).count();
    u8::try_from(reached.saturating_sub(1)).unwrap_or(u8::MAX)
}

impl Scores {
    /// A dimension by id.
    #[must_use]
    pub fn dimension(&self, id: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|d| d.id == id)
    }

    /// A maturity by id.
    #[must_use]
    pub fn maturity(&self, id: &str) -> Option<&Maturity> {
        self.maturities.iter().find(|m| m.id == id)
    }

    /// Published sub-dimensions, weakest first; ties in the pack's order.
    #[must_use]
    pub fn weakest(&self) -> Vec<(&str, f64)> {
        let mut list: Vec<(&str, f64)> = self
            .dimensions
            .iter()
            .flat_map(|d| &d.subdimensions)
            .filter_map(|s| Some((s.id.as_str(), s.figure.score?)))
            .collect();
        list.sort_by(|a, b| a.1.total_cmp(&b.1));
        list
    }

    /// Published sub-dimensions, strongest first; ties in the pack's order.
    #[must_use]
    pub fn strongest(&self) -> Vec<(&str, f64)> {
        let mut list = self.weakest();
        list.sort_by(|a, b| b.1.total_cmp(&a.1));
        list
    }
}
