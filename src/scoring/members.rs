//! What counts for a sub-dimension: the answers of an assessment as members with a weight each (method §2).

use super::TOLERANCE;
use crate::assessment::combine::Combined;
use crate::assessment::sheet::Sheet;
use crate::assessment::{Cell, State, Value, Word};
use crate::pack::questionnaire::{Feed, Way};
use crate::pack::{Item, ItemKind, Pack};

/// Points a ladder's step is worth.
pub(super) const POINTS_PER_STEP: f64 = 20.0;
/// The score of everything at its best.
pub(super) const BEST: f64 = 100.0;

/// What a member's answer is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Given {
    /// A step 0..=5 of a ladder, cell or row.
    Step(f64),
    /// A score 0..=100 of ticks or of no, partly and yes.
    Score(f64),
    /// Not known, where the answer would be a step.
    UnknownStep,
    /// Not known otherwise, or open.
    Nothing,
}

impl Given {
    /// The score, where there is an answer.
    pub(super) fn score(self) -> Option<f64> {
        match self {
            Self::Step(v) => Some(POINTS_PER_STEP * v),
            Self::Score(s) => Some(s),
            Self::UnknownStep | Self::Nothing => None,
        }
    }
}

/// Something that counts for a sub-dimension.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Member {
    /// Weight inside the sub-dimension: the group's, divided among the group's applicable members.
    pub weight: f64,
    /// True for the core ladder.
    pub core: bool,
    /// Answer.
    pub given: Given,
    /// Evidence grade of the answer, 0..=2.
    pub evidence: u8,
    /// Place of the item in the pack.
    pub item: usize,
    /// Its row, an index of the item's options; none where the item is one member.
    pub row: Option<usize>,
}

/// The members of a sub-dimension that apply to the company.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Leaf {
    pub members: Vec<Member>,
    /// Σ of the weights of all members.
    pub applicable: f64,
    /// Σ of the weights of the answered ones.
    pub answered: f64,
    /// True where its figure is published.
    pub published: bool,
}

/// Every sub-dimension of the pack with its members, in the order of the dimensions.
pub(super) fn leaves(pack: &Pack, sheet: &Sheet) -> Vec<Leaf> {
    pack.ways().iter().map(|ways| leaf(pack, sheet, ways)).collect()
}

fn leaf(pack: &Pack, sheet: &Sheet, ways: &[Way]) -> Leaf {
    let mut members = Vec::with_capacity(ways.len());
    let mut counts = vec![0_usize; pack.structure.groups.len()];
    let mut of_member: Vec<&Way> = Vec::with_capacity(ways.len());
    for way in ways.iter().filter(|way| sheet.is_asked(way.item)) {
        let before = members.len();
        add(&pack.structure.items[way.item], way, sheet.at(way.item), &mut members);
        let count = members.len() - before;
        counts[way.group] += count;
        of_member.extend(std::iter::repeat_n(way, count));
    }
    for (member, way) in members.iter_mut().zip(of_member) {
        member.weight = way.weight / counts[way.group] as f64;
    }
    let applicable = sum(members.iter().map(|m| m.weight));
    let answered = sum(members.iter().filter(|m| m.given.score().is_some()).map(|m| m.weight));
    let core_answered = members.iter().any(|m| m.core && m.given.score().is_some());
    let enough = answered > 0.0 && answered / applicable >= pack.structure.publish.subdimension_coverage - TOLERANCE;
    Leaf { members, applicable, answered, published: core_answered || enough }
}

/// Adds what an item is for a sub-dimension: one member, or one a row; none where it does not apply.
fn add(item: &Item, way: &Way, answer: &Combined, out: &mut Vec<Member>) {
    let feed = &item.feeds[way.feed];
    let mut member = |given: Given, row: Option<usize>| {
        out.push(Member { weight: 0.0, core: way.core, given, evidence: answer.evidence, item: way.item, row })
    };
    if matches!(answer.state, State::NotApplicable | State::Skipped) {
        return;
    }
    let rows = matches!(item.kind, ItemKind::Rows | ItemKind::Partly) && !item.options.is_empty();
    if !rows {
        return member(one(item, feed, &answer.state), None);
    }
    let steps = item.kind == ItemKind::Rows;
    let unknown = if steps { Given::UnknownStep } else { Given::Nothing };
    for (n, row) in item.options.iter().enumerate() {
        if !feed.options.is_empty() && !feed.options.contains(row) {
            continue;
        }
        let given = match &answer.state {
            State::Answered(Value::Rows(cells)) => match cells.get(row) {
                Some(Cell::Number(v)) if steps => Given::Step(*v),
                Some(Cell::Number(v)) => Given::Score(BEST * v),
                Some(Cell::Word(Word::NotApplicable)) => continue,
                Some(Cell::Word(Word::DontKnow)) => unknown,
                None => Given::Nothing,
            },
            State::DontKnow => unknown,
            _ => Given::Nothing,
        };
        member(given, Some(n));
    }
}

/// What an item without rows is.
fn one(item: &Item, feed: &Feed, state: &State) -> Given {
    match (item.kind, state) {
        (ItemKind::Ladder, State::Answered(Value::Number(v))) => Given::Step(*v),
        (ItemKind::Ladder, State::DontKnow) => Given::UnknownStep,
        (ItemKind::Partly, State::Answered(Value::Number(v))) => Given::Score(BEST * v),
        (ItemKind::Ticks, State::Answered(Value::Options(ticked))) => Given::Score(ticks(item, &feed.options, ticked)),
        _ => Given::Nothing,
    }
}

/// 100·min(n, k)/k over some options of a list of ticks, or over all positive ones where none are named; 0 with the negative
/// tick (method §1).
pub(super) fn ticks(item: &Item, among: &[String], ticked: &[String]) -> f64 {
    if ticked.iter().any(|o| Some(o) == item.negative.as_ref()) {
        return 0.0;
    }
    let counts = |option: &String| {
        if among.is_empty() { Some(option) != item.negative.as_ref() } else { among.contains(option) }
    };
    let n = ticked.iter().filter(|o| counts(o)).count();
    let all = if among.is_empty() { item.positive().count() } else { among.len() };
    let k = item.saturate.filter(|_| among.is_empty()).unwrap_or(all).max(1);
    BEST * n.min(k) as f64 / k as f64
}

/// Not `Iterator::sum`, whose result over nothing is −0 and would be written as such.
pub(super) fn sum(numbers: impl Iterator<Item = f64>) -> f64 {
    numbers.fold(0.0, |sum, x| sum + x)
}
