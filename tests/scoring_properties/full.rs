//! Companies of the full questionnaire made up from random words, after method §4 and knowing nothing of the pack.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use orienta::assessment::{ActivityCode, Answer, Assessment, Cell, State, Value, Word};
use orienta::pack::{Mode, orientamento};
use orienta::scoring::{Scores, score};
use proptest::prelude::*;
use serde_json::Map;

use super::support::{FACTS, LADDERS, MAY_BE_NA, step, yes};

/// Sectors with an activity of each family of codes (divisions of ATECO 2025).
pub(crate) const SECTORS: [(&str, &str); 10] = [
    ("manufacturing", "25"),
    ("agrifood", "10"),
    ("construction", "41"),
    ("trade", "47"),
    ("transport", "49"),
    ("tourism_culture", "55"),
    // ICT, services, health, other.
    ("professional", "62"),
    ("professional", "69"),
    ("professional", "86"),
    ("professional", "94"),
];
pub(crate) const PROCESSES: [&str; 9] = ["DE", "PR", "QU", "MA", "LO", "SC", "HR", "MS", "AD"];
pub(crate) const ANALYSES: [&str; 4] = ["E", "M", "T", "O"];
/// Fewer people than this are a micro firm.
const MICRO: u32 = 10;

/// The processes shown to a sector (method §4).
pub(crate) fn processes(sector: &str) -> &'static [&'static str] {
    match sector {
        "manufacturing" | "construction" => &["DE", "PR", "QU", "MA", "LO", "SC", "HR", "MS"],
        "agrifood" => &["DE", "PR", "QU", "MA", "LO", "SC", "MS"],
        "trade" => &["PR", "LO", "SC", "HR", "MS", "AD"],
        "transport" => &["PR", "MA", "LO", "SC", "HR", "MS"],
        "tourism_culture" => &["PR", "QU", "SC", "HR", "MS"],
        _ => &["DE", "PR", "QU", "SC", "HR", "MS"],
    }
}

/// What an item takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Ladder { na: bool },
    Fact,
    Ticks,
    Rows,
    Partly,
}

/// Where an item belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Quick,
    List,
    Cell { process: &'static str, analysis: &'static str },
    Sector { sector: &'static str, number: u32 },
}

/// An item.
#[derive(Debug)]
pub(crate) struct Spec {
    pub id: String,
    pub kind: Kind,
    pub part: Part,
    /// Options or rows.
    pub options: Vec<String>,
}

/// The tick that excludes the others.
pub(crate) const NEGATIVE: (&str, &str) = ("M7", "b");

/// Every item that is scored or read, in an order of our own.
pub(crate) static ITEMS: LazyLock<Vec<Spec>> = LazyLock::new(|| {
    let spec = |id: &str, kind, part, options| Spec { id: id.to_owned(), kind, part, options };
    let mut list: Vec<Spec> = Vec::new();
    for id in LADDERS {
        list.push(spec(id, Kind::Ladder { na: MAY_BE_NA.contains(&id) }, Part::Quick, Vec::new()));
    }
    list.extend(FACTS.map(|id| spec(id, Kind::Fact, Part::Quick, Vec::new())));
    // Reference §1.1: 96 ticks and rows in eleven lists.
    for (id, kind, count) in [
        ("M1", Kind::Ticks, 10),
        ("M2", Kind::Ticks, 10),
        ("M3", Kind::Ticks, 10),
        ("M4", Kind::Rows, 7),
        ("M5", Kind::Ticks, 7),
        ("M6", Kind::Ticks, 8),
        ("M7", Kind::Ticks, 8),
        ("M8", Kind::Ticks, 6),
        ("M9", Kind::Rows, 5),
        ("M10", Kind::Ticks, 10),
        ("M11", Kind::Partly, 5),
    ] {
        let letters = ('a'..='j').take(count);
        let options = if id == "M1" {
            letters.flat_map(|l| [format!("{l}.now"), format!("{l}.plan")]).collect()
        } else {
            letters.map(String::from).collect()
        };
        list.push(spec(id, kind, Part::List, options));
    }
    for process in PROCESSES {
        for analysis in ANALYSES {
            let part = Part::Cell { process, analysis };
            list.push(spec(&format!("X.{process}.{analysis}"), Kind::Ladder { na: true }, part, Vec::new()));
        }
    }
    let sectors: BTreeSet<&'static str> = SECTORS.iter().map(|(sector, _)| *sector).collect();
    for sector in sectors {
        for number in 1..=6 {
            let part = Part::Sector { sector, number };
            list.push(spec(&format!("S.{sector}.{number}"), Kind::Ladder { na: true }, part, Vec::new()));
        }
    }
    list
});

pub(crate) fn spec(id: &str) -> &'static Spec {
    ITEMS.iter().find(|s| s.id == id).unwrap_or_else(|| panic!("no item {id}"))
}

impl Spec {
    pub(crate) fn positive(&self) -> impl Iterator<Item = &String> {
        self.options.iter().filter(|o| (self.id.as_str(), o.as_str()) != NEGATIVE)
    }

    /// Whether it is asked (method §1, §4).
    pub(crate) fn is_asked(&self, sector: &str, employees: Option<u32>, mode: Mode) -> bool {
        let micro = employees.is_some_and(|n| n < MICRO);
        match self.part {
            Part::Quick => true,
            _ if mode == Mode::Quick => false,
            Part::List => true,
            Part::Cell { process, .. } => !micro && processes(sector).contains(&process),
            Part::Sector { sector: own, number } => own == sector && (number <= 3 || !micro),
        }
    }

    /// The best answer there is.
    pub(crate) fn best(&self) -> State {
        match self.kind {
            Kind::Ladder { .. } => step(5.0),
            Kind::Fact => yes(true),
            Kind::Ticks => ticks(self.positive()),
            Kind::Rows => self.every_row(5.0),
            Kind::Partly => self.every_row(1.0),
        }
    }

    /// The answer that is worth nothing.
    pub(crate) fn worst(&self) -> State {
        match self.kind {
            Kind::Ladder { .. } => step(0.0),
            Kind::Fact => yes(false),
            Kind::Ticks => ticks([]),
            Kind::Rows | Kind::Partly => self.every_row(0.0),
        }
    }

    pub(crate) fn every_row(&self, v: f64) -> State {
        State::Answered(Value::Rows(self.options.iter().map(|row| (row.clone(), Cell::Number(v))).collect()))
    }
}

/// These options ticked.
pub(crate) fn ticks<'o>(options: impl IntoIterator<Item = &'o String>) -> State {
    State::Answered(Value::Options(options.into_iter().cloned().collect()))
}

/// These options ticked, named by letters.
pub(crate) fn ticked(options: &[&str]) -> State {
    State::Answered(Value::Options(options.iter().map(|o| (*o).to_owned()).collect()))
}

/// Rows with a number each, in their order.
pub(crate) fn rows(numbers: &[f64]) -> State {
    State::Answered(Value::Rows(('a'..).map(String::from).zip(numbers.iter().map(|v| Cell::Number(*v))).collect()))
}

/// A company with its answers and how they are backed.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub sector: &'static str,
    pub code: &'static str,
    pub employees: Option<u32>,
    pub mode: Mode,
    pub answers: BTreeMap<&'static str, (State, u8)>,
}

impl Made {
    /// Nobody has answered anything yet.
    pub(crate) fn empty(sector: &'static str, employees: Option<u32>) -> Self {
        let (_, code) = SECTORS.iter().find(|(known, _)| *known == sector).unwrap();
        Self { sector, code, employees, mode: Mode::Full, answers: BTreeMap::new() }
    }

    /// Every item with the same kind of answer, those that are not asked included.
    pub(crate) fn all(sector: &'static str, employees: Option<u32>, answer: impl Fn(&'static Spec) -> State) -> Self {
        let mut made = Self::empty(sector, employees);
        made.answers = ITEMS.iter().map(|s| (s.id.as_str(), (answer(s), 0))).collect();
        made
    }

    pub(crate) fn set(&mut self, id: &str, state: State) {
        self.answers.entry(spec(id).id.as_str()).or_default().0 = state;
    }

    pub(crate) fn with(mut self, id: &str, state: State) -> Self {
        self.set(id, state);
        self
    }

    pub(crate) fn state(&self, id: &str) -> &State {
        self.answers.get(id).map_or(&State::Open, |(state, _)| state)
    }

    pub(crate) fn is_asked(&self, item: &Spec) -> bool {
        item.is_asked(self.sector, self.employees, self.mode)
    }

    pub(crate) fn asked(&self) -> impl Iterator<Item = &'static Spec> {
        ITEMS.iter().filter(|s| self.is_asked(s))
    }

    pub(crate) fn assessment(&self) -> Assessment {
        let mut assessment = Assessment::new(orientamento());
        assessment.mode = self.mode;
        assessment.company.employees = self.employees;
        assessment.company.ateco = Some(activity(self.code));
        for (id, (state, evidence)) in &self.answers {
            let answer =
                Answer { respondent: "r1".into(), state: state.clone(), evidence: *evidence, ..Answer::default() };
            assessment.answers.insert((*id).to_owned(), vec![answer]);
        }
        assessment
    }

    pub(crate) fn scores(&self) -> Scores {
        score(orientamento(), &self.assessment())
    }
}

pub(crate) fn activity(code: &str) -> ActivityCode {
    ActivityCode { edition: "2025".into(), code: code.into(), extra: Map::new() }
}

/// How often there is a gap, of 16 answers.
const GAPS: [u64; 4] = [0, 1, 4, 9];

/// A number below `n` out of some bits of a word.
fn pick(word: u64, from: u32, n: u64) -> u64 {
    ((word >> from) & 0xff) % n
}

/// An answer out of a word: the lowest bits say whether there is one, the next how it is backed, the others what it is.
fn answer(item: &'static Spec, word: u64, gaps: u64) -> (State, u8) {
    let evidence = pick(word, 8, 3) as u8;
    if pick(word, 0, 16) < gaps {
        let may_be_na = item.kind == Kind::Ladder { na: true };
        let state = match pick(word, 16, 3) {
            0 => State::Open,
            1 if may_be_na => State::NotApplicable,
            _ => State::DontKnow,
        };
        return (state, evidence);
    }
    let state = match item.kind {
        Kind::Ladder { .. } => step(pick(word, 16, 11) as f64 / 2.0),
        Kind::Fact => yes(pick(word, 16, 2) == 1),
        Kind::Ticks if item.id == NEGATIVE.0 && pick(word, 16, 8) == 0 => ticked(&[NEGATIVE.1]),
        Kind::Ticks => ticks(item.positive().zip(24..).filter(|(_, bit)| word >> bit & 1 == 1).map(|(o, _)| o)),
        Kind::Rows | Kind::Partly => {
            let row = |at: u32| {
                let bits = word >> (16 + 6 * at) & 0x3f;
                match bits {
                    0 | 1 if gaps > 0 => None,
                    2 | 3 if gaps > 0 => Some(Cell::Word(Word::DontKnow)),
                    4 | 5 if gaps > 0 => Some(Cell::Word(Word::NotApplicable)),
                    _ if item.kind == Kind::Rows => Some(Cell::Number((bits % 11) as f64 / 2.0)),
                    _ => Some(Cell::Number((bits % 5) as f64 / 4.0)),
                }
            };
            let cells = item.options.iter().zip(0..).filter_map(|(id, at)| Some((id.clone(), row(at)?)));
            State::Answered(Value::Rows(cells.collect()))
        }
    };
    (state, evidence)
}

/// A company of any sector and size, three times of four in full mode, with gaps of every kind. Answers to items that are not
/// asked are in it too, and must not count.
pub(crate) fn companies() -> impl Strategy<Value = Made> {
    prop::collection::vec(any::<u64>(), ITEMS.len() + 1).prop_map(|words| {
        let head = words[0];
        let (sector, code) = SECTORS[pick(head, 0, 10) as usize];
        let employees = [Some(25), Some(10), Some(9), Some(1), None, Some(250)][pick(head, 8, 6) as usize];
        let mode = if pick(head, 16, 4) == 3 { Mode::Quick } else { Mode::Full };
        let gaps = GAPS[pick(head, 24, 4) as usize];
        let answers = ITEMS.iter().zip(&words[1..]).map(|(item, word)| (item.id.as_str(), answer(item, *word, gaps)));
        Made { sector, code, employees, mode, answers: answers.collect() }
    })
}

/// The same in full mode, with ten people or more.
pub(crate) fn full_companies() -> impl Strategy<Value = Made> {
    companies().prop_map(|mut made| {
        made.mode = Mode::Full;
        made.employees = made.employees.filter(|n| *n >= MICRO).or(Some(40));
        made
    })
}
