//! The full score written a second time from the words of method §1-§4 and §7, knowing nothing of the library or of the pack:
//! the mappings are typed in from §4.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use orienta::assessment::{Cell, State, Value, Word};
use orienta::scoring::Figure;
use proptest::prelude::*;

use super::full::{ANALYSES, Kind, Made, PROCESSES, Spec, companies, spec};
use super::support::{LADDERS, cases, close};

/// Dimensions with their weight W and their sub-dimensions.
pub(crate) const DIMENSIONS: [(&str, f64, &[&str]); 8] = [
    ("D1", 12.0, &["A1", "A2", "A3"]),
    ("D2", 18.0, &["A4", "A5", "A6"]),
    ("D3", 12.0, &["A7", "A8"]),
    ("D4", 14.0, &["A9", "A10", "A11"]),
    ("D5", 14.0, &["A12", "A13", "A14"]),
    ("D6", 14.0, &["A15", "A16", "A17"]),
    ("D7", 10.0, &["A18", "A19"]),
    ("D8", 6.0, &["A20"]),
];
/// Dimensions of the technological maturity; the others are those of the digital one.
pub(crate) const TECHNOLOGICAL: [&str; 3] = ["D2", "D3", "D5"];

/// Lists: the sub-dimensions they feed with the letters that count.
pub(crate) const LISTS: [(&str, &[(&str, &str)]); 11] = [
    ("M1", &[("A2", "abcdefghij")]),
    ("M2", &[("A1", "acgj"), ("A2", "b"), ("A3", "efi"), ("A17", "d"), ("A19", "h")]),
    ("M3", &[("A4", "aghij"), ("A18", "bcdef")]),
    ("M4", &[("A5", "abcdf"), ("A7", "eg")]),
    ("M5", &[("A15", "abcdefg")]),
    ("M6", &[("A16", "abcdefg"), ("A17", "h")]),
    ("M7", &[("A9", "ac"), ("A6", "de"), ("A10", "fh"), ("A11", "g")]),
    ("M8", &[("A12", "bd"), ("A13", "ef"), ("A14", "ac")]),
    ("M9", &[("A8", "abc"), ("A7", "d"), ("A10", "e")]),
    ("M10", &[("A19", "b"), ("A20", "acdefghij")]),
    ("M11", &[("A20", "abcde")]),
];

/// Cells: the sub-dimension, its processes (none: all) and its analysis (reference §4.5, column "Process·analysis").
pub(crate) const CELLS: [(&str, &[&str], &str); 20] = [
    ("A1", &[], "O"),
    ("A2", &[], "O"),
    ("A3", &[], "M"),
    ("A4", &["AD", "PR", "SC"], "T"),
    ("A5", &["PR", "DE", "QU"], "E"),
    ("A6", &["PR", "LO", "AD"], "T"),
    ("A7", &["PR", "MA"], "T"),
    ("A8", &["MS", "DE"], "T"),
    ("A9", &["PR", "QU"], "M"),
    ("A10", &[], "M"),
    ("A11", &["SC", "LO"], "E"),
    ("A12", &[], "T"),
    ("A13", &["MA"], "O"),
    ("A14", &[], "O"),
    ("A15", &["HR"], "E"),
    ("A16", &["HR"], "O"),
    ("A17", &["HR"], "O"),
    ("A18", &["MS"], "E"),
    ("A19", &["MS", "DE"], "O"),
    ("A20", &["PR", "LO"], "M"),
];

/// Sector ladders 1 to 6: the sub-dimension each feeds.
pub(crate) const SECTOR_LADDERS: [(&str, [&str; 6]); 7] = [
    ("manufacturing", ["A7", "A5", "A9", "A20", "A6", "A19"]),
    ("agrifood", ["A9", "A7", "A7", "A14", "A18", "A20"]),
    ("construction", ["A5", "A9", "A14", "A10", "A11", "A18"]),
    ("trade", ["A9", "A6", "A10", "A10", "A18", "A5"]),
    ("transport", ["A4", "A7", "A11", "A11", "A19", "A20"]),
    ("tourism_culture", ["A18", "A6", "A10", "A18", "A4", "A14"]),
    ("professional", ["A5", "A9", "A11", "A15", "A8", "A18"]),
];

/// One way from an item to a sub-dimension.
pub(crate) struct Way {
    pub item: &'static Spec,
    /// `core`, `cells`, `sector`, or the list.
    pub group: &'static str,
    /// Letters of a list that count.
    pub letters: &'static str,
}

/// The ways to each sub-dimension.
pub(crate) static WAYS: LazyLock<BTreeMap<&'static str, Vec<Way>>> = LazyLock::new(|| {
    let mut ways: BTreeMap<&'static str, Vec<Way>> = BTreeMap::new();
    let mut add = |to: &'static str, id: &str, group: &'static str, letters: &'static str| {
        ways.entry(to).or_default().push(Way { item: spec(id), group, letters });
    };
    LADDERS.iter().for_each(|id| add(id, id, "core", ""));
    for (list, parts) in LISTS {
        parts.iter().for_each(|(to, letters)| add(to, list, list, letters));
    }
    for (to, processes, analysis) in CELLS {
        let all = if processes.is_empty() { &PROCESSES[..] } else { processes };
        assert!(ANALYSES.contains(&analysis));
        all.iter().for_each(|process| add(to, &format!("X.{process}.{analysis}"), "cells", ""));
    }
    for (sector, to) in SECTOR_LADDERS {
        to.iter().zip(1..).for_each(|(to, n)| add(to, &format!("S.{sector}.{n}"), "sector", ""));
    }
    ways
});

/// What a member's answer is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Given {
    Step(f64),
    Points(f64),
    /// Not known, where the answer would be a step.
    UnknownStep,
    Nothing,
}

#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub item: &'static Spec,
    pub weight: f64,
    pub given: Given,
    pub evidence: u8,
}

impl Member {
    pub(crate) fn points(&self) -> Option<f64> {
        match self.given {
            Given::Step(v) => Some(20.0 * v),
            Given::Points(p) => Some(p),
            Given::UnknownStep | Given::Nothing => None,
        }
    }
}

/// The members of a way; none where it does not apply.
fn members_of(made: &Made, way: &Way) -> Vec<Member> {
    let item = way.item;
    let (state, grade) = made.answers.get(item.id.as_str()).cloned().unwrap_or_default();
    let evidence = if matches!(state, State::Answered(_)) { grade } else { 0 };
    let member = |given| Member { item, weight: 0.0, given, evidence };
    let counts = |option: &str| option.ends_with(".now") == (item.id == "M1") && way.letters.contains(&option[..1]);
    match (item.kind, &state) {
        (_, State::NotApplicable | State::Skipped) => Vec::new(),
        (Kind::Ladder { .. }, State::Answered(Value::Number(v))) => vec![member(Given::Step(*v))],
        (Kind::Ladder { .. }, State::DontKnow) => vec![member(Given::UnknownStep)],
        (Kind::Ticks, State::Answered(Value::Options(ticked))) => {
            let n = ticked.iter().filter(|o| counts(o)).count() as f64;
            let negative = item.id == "M7" && ticked.iter().any(|o| o == "b");
            vec![member(Given::Points(if negative { 0.0 } else { 100.0 * n / way.letters.len() as f64 }))]
        }
        (Kind::Rows | Kind::Partly, _) => {
            let mut list = Vec::new();
            let steps = item.kind == Kind::Rows;
            for row in item.options.iter().filter(|o| counts(o)) {
                let cell = match &state {
                    State::Answered(Value::Rows(cells)) => cells.get(row).copied(),
                    State::DontKnow => Some(Cell::Word(Word::DontKnow)),
                    _ => None,
                };
                list.push(member(match cell {
                    Some(Cell::Word(Word::NotApplicable)) => continue,
                    Some(Cell::Number(v)) if steps => Given::Step(v),
                    Some(Cell::Number(v)) => Given::Points(100.0 * v),
                    Some(Cell::Word(Word::DontKnow)) if steps => Given::UnknownStep,
                    _ => Given::Nothing,
                }));
            }
            list
        }
        _ => vec![member(Given::Nothing)],
    }
}

/// A sub-dimension with its members that apply.
#[derive(Clone, Debug)]
pub(crate) struct Leaf {
    pub members: Vec<Member>,
    pub published: bool,
}

impl Leaf {
    fn applicable(&self) -> f64 {
        self.members.iter().map(|m| m.weight).sum()
    }

    fn answered(&self) -> f64 {
        self.members.iter().filter(|m| m.points().is_some()).map(|m| m.weight).sum()
    }

    /// The weighted mean of what the members are worth; those that are worth nothing we know of are left out.
    pub(crate) fn mean(&self, points: impl Fn(&Member) -> Option<f64>) -> f64 {
        let known: Vec<(f64, f64)> = self.members.iter().filter_map(|m| Some((m.weight, points(m)?))).collect();
        known.iter().map(|(w, p)| w * p).sum::<f64>() / known.iter().map(|(w, _)| w).sum::<f64>()
    }
}

pub(crate) fn leaf(made: &Made, subdimension: &str) -> Leaf {
    let mut groups: BTreeMap<&str, Vec<Member>> = BTreeMap::new();
    for way in WAYS[subdimension].iter().filter(|w| made.is_asked(w.item)) {
        groups.entry(way.group).or_default().extend(members_of(made, way));
    }
    let mut members = Vec::new();
    for (group, list) in groups {
        let weight = if group == "core" { 2.0 } else { 1.0 } / list.len() as f64;
        members.extend(list.into_iter().map(|m| Member { weight, ..m }));
    }
    let core = members.iter().any(|m| m.item.id == subdimension && m.points().is_some());
    let mut leaf = Leaf { members, published: false };
    let covered = leaf.answered() > 0.0 && leaf.answered() / leaf.applicable() >= 0.5 - 1e-9;
    leaf.published = core || covered;
    leaf
}

/// A dimension with its sub-dimensions.
#[derive(Clone, Debug)]
pub(crate) struct Dim {
    pub id: &'static str,
    pub weight: f64,
    pub leaves: Vec<Leaf>,
}

impl Dim {
    fn applicable(&self) -> Vec<&Leaf> {
        self.leaves.iter().filter(|l| !l.members.is_empty()).collect()
    }

    pub(crate) fn published(&self) -> bool {
        let all = self.applicable();
        let published = all.iter().filter(|l| l.published).count();
        published > 0 && 3 * published >= 2 * all.len()
    }

    /// The plain mean of the published sub-dimensions, where the dimension is.
    pub(crate) fn score(&self, points: impl Fn(&Member) -> Option<f64>) -> Option<f64> {
        let list: Vec<f64> = self.leaves.iter().filter(|l| l.published).map(|l| l.mean(&points)).collect();
        self.published().then(|| list.iter().sum::<f64>() / list.len() as f64)
    }

    /// The mean over everything applicable, gaps filled with `gap`.
    fn filled(&self, gap: f64) -> f64 {
        let all = self.applicable();
        all.iter().map(|l| l.mean(|m| m.points().or(Some(gap)))).sum::<f64>() / all.len() as f64
    }
}

pub(crate) fn dims(made: &Made) -> Vec<Dim> {
    let dim = |(id, weight, subs): (&'static str, f64, &[&str])| Dim {
        id,
        weight,
        leaves: subs.iter().map(|sub| leaf(made, sub)).collect(),
    };
    DIMENSIONS.into_iter().map(dim).collect()
}

/// The weighted mean over those that have a score.
pub(crate) fn weighted(pairs: impl Iterator<Item = (f64, Option<f64>)>) -> f64 {
    let known: Vec<(f64, f64)> = pairs.filter_map(|(w, s)| Some((w, s?))).collect();
    known.iter().map(|(w, s)| w * s).sum::<f64>() / known.iter().map(|(w, _)| w).sum::<f64>()
}

/// Score, low, high and coverage over dimensions, published when `part` of every `whole` applicable ones are.
fn over(list: &[&Dim], part: usize, whole: usize) -> [Option<f64>; 4] {
    let all: Vec<&&Dim> = list.iter().filter(|d| !d.applicable().is_empty()).collect();
    if all.is_empty() {
        return [None; 4];
    }
    let published = all.iter().filter(|d| d.published()).count();
    let score = (published > 0 && whole * published >= part * all.len())
        .then(|| weighted(all.iter().map(|d| (d.weight, d.score(Member::points)))));
    let bound = |gap| weighted(all.iter().map(|d| (d.weight, Some(d.filled(gap)))));
    let leaves = || all.iter().flat_map(|d| &d.leaves);
    let coverage = leaves().map(Leaf::answered).sum::<f64>() / leaves().map(Leaf::applicable).sum::<f64>();
    bounded(score, bound(0.0), bound(100.0), coverage)
}

fn bounded(score: Option<f64>, low: f64, high: f64, coverage: f64) -> [Option<f64>; 4] {
    [score, Some(score.map_or(low, |s| s.min(low))), Some(score.map_or(high, |s| s.max(high))), Some(coverage)]
}

pub(crate) fn level(score: f64) -> u8 {
    [10.0, 30.0, 50.0, 70.0, 90.0].iter().filter(|&&t| score >= t - 1e-9).count() as u8
}

/// Ids and caps of the gates whose condition holds, each by its own sentence in method §3.
pub(crate) fn gates(score_of: impl Fn(&str) -> Option<f64>) -> Vec<(&'static str, u8)> {
    let below = |id: &str, limit: f64| score_of(id).is_some_and(|s| s < limit - 1e-9);
    [
        ("d5_below_30", 2, below("D5", 30.0)),
        ("d2_below_50", 3, below("D2", 50.0)),
        ("d4_below_50", 3, below("D4", 50.0)),
        ("d5_below_50", 3, below("D5", 50.0)),
    ]
    .into_iter()
    .filter(|(_, _, holds)| *holds)
    .map(|(id, cap, _)| (id, cap))
    .collect()
}

/// The dimensions of a maturity.
pub(crate) fn of_maturity<'d>(dims: &'d [Dim], id: &str) -> Vec<&'d Dim> {
    dims.iter().filter(|d| TECHNOLOGICAL.contains(&d.id) == (id == "technological")).collect()
}

fn differs(name: &str, expected: [Option<f64>; 4], found: &Figure) -> Result<(), TestCaseError> {
    let found = [found.score, found.low, found.high, found.coverage];
    for (key, (e, f)) in ["score", "low", "high", "coverage"].iter().zip(expected.into_iter().zip(found)) {
        prop_assert!(close(e, f), "{name} {key}: expected {e:?}, found {f:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases())]
    #[test]
    fn full_figures_follow_the_method(made in companies()) {
        let found = made.scores();
        let dims = dims(&made);
        for d in &dims {
            let there = found.dimension(d.id).unwrap();
            differs(d.id, over(&[d], 1, 1), &there.figure)?;
            prop_assert_eq!(there.level, d.score(Member::points).map(level), "{}", d.id);
            for (leaf, sub) in d.leaves.iter().zip(&there.subdimensions) {
                let expected = if leaf.members.is_empty() {
                    [None; 4]
                } else {
                    let filled = |gap: f64| leaf.mean(|m| m.points().or(Some(gap)));
                    let score = leaf.published.then(|| leaf.mean(Member::points));
                    bounded(score, filled(0.0), filled(100.0), leaf.answered() / leaf.applicable())
                };
                differs(&sub.id, expected, &sub.figure)?;
            }
        }
        for id in ["technological", "digital"] {
            let (expected, there) = (over(&of_maturity(&dims, id), 2, 3), found.maturity(id).unwrap());
            differs(id, expected, &there.figure)?;
            prop_assert_eq!(there.level, expected[0].map(level), "{}", id);
        }
        let total = over(&dims.iter().collect::<Vec<_>>(), 3, 4);
        differs("total", total, &found.total.figure)?;

        let score_of = |id: &str| dims.iter().find(|d| d.id == id)?.score(Member::points);
        let gates = gates(score_of);
        let uncapped = total[0].map(level);
        let there: Vec<(&str, u8, bool)> =
            found.total.gates.iter().map(|g| (g.id.as_str(), g.cap, g.binding)).collect();
        let expected: Vec<(&str, u8, bool)> =
            gates.iter().map(|(id, cap)| (*id, *cap, uncapped.is_some_and(|l| l > *cap))).collect();
        prop_assert_eq!(there, expected);
        prop_assert_eq!(found.total.level_uncapped, uncapped);
        prop_assert_eq!(found.total.level, uncapped.map(|l| gates.iter().map(|g| g.1).fold(l, u8::min)));
        let unverified: Vec<&str> = ["D5", "D2", "D4"].into_iter().filter(|id| score_of(id).is_none()).collect();
        prop_assert_eq!(&found.total.unverified, &unverified);
        prop_assert_eq!(found.total.flags.len(), usize::from(*made.state("A13") == super::support::step(0.0)));

        let scores = || dims.iter().map(|d| (d.weight, d.score(Member::points).map(|s| s.max(1.0))));
        let weights: f64 = scores().filter(|(_, s)| s.is_some()).map(|(w, _)| w).sum();
        let balance = total[0].map(|_| {
            let geometric: f64 = scores().filter_map(|(w, s)| Some(s?.powf(w / weights))).product();
            100.0 * geometric / weighted(scores())
        });
        prop_assert!(close(found.total.balance, balance), "{:?} {balance:?}", found.total.balance);

        let backed = |m: &Member| match m.given {
            Given::Step(v) if m.evidence == 0 => Some(20.0 * v.min(2.0)),
            _ => m.points(),
        };
        let evidenced = total[0].map(|_| weighted(dims.iter().map(|d| (d.weight, d.score(backed)))));
        prop_assert!(close(found.total.evidenced, evidenced), "{:?} {evidenced:?}", found.total.evidenced);
        let answered = || dims.iter().flat_map(|d| &d.leaves).flat_map(|l| &l.members).filter(|m| m.points().is_some());
        let reliability = answered().next().map(|_| {
            answered().map(|m| m.weight * f64::from(m.evidence)).sum::<f64>()
                / (2.0 * answered().map(|m| m.weight).sum::<f64>())
        });
        prop_assert!(close(found.total.reliability, reliability), "{:?} {reliability:?}", found.total.reliability);
    }
}
