//! The reading on the scale of DMAT, the European Commission's Digital Maturity Assessment Tool: always an unofficial estimate
//! (method §5). Which lists, ladders and facts make it is data of the pack; the rules of the full form were read in secondary
//! sources, see `docs/method.md`.

use super::TOLERANCE;
use super::dii::LEAST_COVERAGE;
use super::members::{BEST, POINTS_PER_STEP, ticks};
use crate::assessment::combine::Combined;
use crate::assessment::sheet::Sheet;
use crate::assessment::{Cell, State, Value, Word};
use crate::pack::questionnaire::{Dmat, DmatDimension, ListPart, QuickPart};
use crate::pack::{Item, ItemKind, Pack};

/// What it is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Every list is answered: the tool's own formulas.
    Full,
    /// An approximation from ladders and facts.
    Quick,
}

impl Form {
    /// Id in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Quick => "quick",
        }
    }
}

/// A band of the scale, of a quarter each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// The lowest.
    Basic,
    /// The second.
    Average,
    /// The third.
    ModeratelyAdvanced,
    /// The highest.
    Advanced,
}

impl Band {
    /// Every band, from the lowest.
    pub const ALL: [Self; 4] = [Self::Basic, Self::Average, Self::ModeratelyAdvanced, Self::Advanced];

    /// The band of a total; an upper end belongs to the band below it.
    #[must_use]
    pub fn of(dmat: &Dmat, total: f64) -> Self {
        Self::ALL[dmat.bands.iter().filter(|&&end| total > end + TOLERANCE).count()]
    }

    /// Id in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Average => "average",
            Self::ModeratelyAdvanced => "moderately_advanced",
            Self::Advanced => "advanced",
        }
    }
}

/// The reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What it is made from.
    pub form: Form,
    /// How far the tool's own result may lie away, in points of 100.
    pub margin: f64,
    /// Answered share of what it is made from.
    pub coverage: f64,
    /// Total 0..=100 and its band, where every dimension has a figure.
    pub total: Option<(f64, Band)>,
    /// Dimensions by id, 0..=100, where there is one.
    pub dimensions: Vec<(String, Option<f64>)>,
}

/// Makes the estimate; none where the pack does not say how.
#[must_use]
pub fn read(pack: &Pack, sheet: &Sheet) -> Option<Reading> {
    let dmat = pack.structure.dmat.as_ref()?;
    let full = || {
        let all: Option<Vec<(String, Option<f64>)>> =
            dmat.full.iter().map(|d| Some((d.id.clone(), Some(full_dimension(pack, sheet, d)?)))).collect();
        all.map(|dimensions| (Form::Full, 0.0, 1.0, dimensions))
    };
    let (form, margin, coverage, mut dimensions) = full().unwrap_or_else(|| {
        let dimensions = dmat.quick.iter().map(|d| (d.id.clone(), quick_dimension(pack, sheet, d))).collect();
        (Form::Quick, dmat.margin, quick_coverage(pack, sheet, dmat), dimensions)
    });
    if coverage < LEAST_COVERAGE - TOLERANCE {
        dimensions.iter_mut().for_each(|(_, score)| *score = None);
    }
    let scores: Option<Vec<f64>> = dimensions.iter().map(|(_, score)| *score).collect();
    let total = scores.filter(|list| !list.is_empty()).map(|list| {
        let total = list.iter().sum::<f64>() / list.len() as f64;
        (total, Band::of(dmat, total))
    });
    Some(Reading { form, margin, coverage, total, dimensions })
}

/// The mean of its lists, where all of them are answered.
fn full_dimension(pack: &Pack, sheet: &Sheet, dimension: &DmatDimension<ListPart>) -> Option<f64> {
    let mut sum = 0.0;
    for part in &dimension.parts {
        sum += list(pack.item(&part.item)?, &part.options, sheet.answer(pack, &part.item)?)?;
    }
    Some(sum / dimension.parts.len() as f64)
}

/// A list on 0..=100: the share of ticks, or the mean of the rows. The tool has no «not applicable»: such a row counts as not
/// used.
fn list(item: &Item, among: &[String], answer: &Combined) -> Option<f64> {
    match &answer.state {
        State::Answered(Value::Options(ticked)) => Some(ticks(item, among, ticked)),
        State::Answered(Value::Rows(rows)) => {
            let best = if item.kind == ItemKind::Rows { BEST / POINTS_PER_STEP } else { 1.0 };
            let wanted: Vec<&String> =
                item.options.iter().filter(|row| among.is_empty() || among.contains(row)).collect();
            let mut sum = 0.0;
            for row in &wanted {
                sum += match rows.get(*row)? {
                    Cell::Number(v) => *v,
                    Cell::Word(Word::NotApplicable) => 0.0,
                    Cell::Word(Word::DontKnow) => return None,
                };
            }
            Some(BEST * sum / (best * wanted.len() as f64))
        }
        State::Answered(Value::Number(partly)) => Some(BEST * partly),
        _ => None,
    }
}

/// The mean of its parts, where each has an answer.
fn quick_dimension(pack: &Pack, sheet: &Sheet, dimension: &DmatDimension<QuickPart>) -> Option<f64> {
    let parts: Option<Vec<f64>> = dimension.parts.iter().map(|part| quick_part(pack, sheet, part)).collect();
    parts.map(|list| list.iter().sum::<f64>() / list.len() as f64)
}

fn quick_part(pack: &Pack, sheet: &Sheet, part: &QuickPart) -> Option<f64> {
    let given: Vec<f64> = match part {
        QuickPart::Ladders(ids) => {
            ids.iter().filter_map(|id| Some(POINTS_PER_STEP * sheet.answer(pack, id)?.step()?)).collect()
        }
        QuickPart::Facts(places) => {
            places.iter().filter_map(|ids| one_of(pack, sheet, ids)).map(|yes| if yes { BEST } else { 0.0 }).collect()
        }
    };
    (!given.is_empty()).then(|| given.iter().sum::<f64>() / given.len() as f64)
}

/// Yes where one of the facts is, no where all are known and none is.
fn one_of(pack: &Pack, sheet: &Sheet, ids: &[String]) -> Option<bool> {
    let answers: Vec<Option<bool>> = ids.iter().map(|id| sheet.answer(pack, id)?.yes()).collect();
    if answers.contains(&Some(true)) {
        return Some(true);
    }
    answers.iter().all(Option::is_some).then_some(false)
}

/// The answered share of the ladders and facts it is made from, each once; what does not apply is left out.
fn quick_coverage(pack: &Pack, sheet: &Sheet, dmat: &Dmat) -> f64 {
    let mut seen: Vec<&[String]> = Vec::new();
    let (mut applicable, mut answered) = (0_u32, 0_u32);
    for part in dmat.quick.iter().flat_map(|d| &d.parts) {
        let places: Vec<&[String]> = match part {
            QuickPart::Ladders(ids) => ids.iter().map(std::slice::from_ref).collect(),
            QuickPart::Facts(places) => places.iter().map(Vec::as_slice).collect(),
        };
        for ids in places {
            if seen.contains(&ids) {
                continue;
            }
            seen.push(ids);
            let answers: Vec<&Combined> = ids.iter().filter_map(|id| sheet.answer(pack, id)).collect();
            let applies = |a: &&Combined| !matches!(a.state, State::NotApplicable | State::Skipped);
            if answers.iter().any(applies) {
                applicable += 1;
                let given = answers.iter().any(|a| a.step().is_some()) || one_of(pack, sheet, ids).is_some();
                answered += u32::from(given);
            }
        }
    }
    if applicable == 0 { 0.0 } else { f64::from(answered) / f64::from(applicable) }
}
