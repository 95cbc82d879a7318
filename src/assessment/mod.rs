//! One company's file: who it is, what was answered by whom and when, and what changed.
//!
//! An [`Assessment`] changes only through [`Edit`]s, so that every change is recorded in its history and can be undone.

pub mod carry;
pub mod choices;
pub mod combine;
pub mod edit;
pub mod file;
pub mod import;
mod quarter;
pub mod sheet;

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, Error as DeError, IntoDeserializer as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};

pub use choices::{DoorChoices, PlanChoices, ReportChoices};
pub use edit::{Confirmation, Edit, Stamp};
pub use quarter::Quarter;

use crate::pack::ateco::Edition;
use crate::pack::{Item, ItemKind, Mode, Notice, Pack};
use crate::text::{Language, hexadecimal, t, ta};

/// The version of the file format this program writes.
pub const FILE_FORMAT: u32 = 1;

/// One company's assessment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// Format version, see [`FILE_FORMAT`].
    pub format: u32,
    /// The questionnaire it was answered with.
    pub pack: PackRef,
    /// Quick or full.
    #[serde(default)]
    pub mode: Mode,
    /// Who the company is.
    #[serde(default)]
    pub company: Company,
    /// Who answered; the first is the one at the keyboard.
    #[serde(default)]
    pub respondents: Vec<Respondent>,
    /// Answers by item, one a respondent.
    #[serde(default)]
    pub answers: BTreeMap<String, Vec<Answer>>,
    /// What was decided about doors.
    #[serde(default, skip_serializing_if = "is_default")]
    pub doors: DoorChoices,
    /// What was decided about the plan.
    #[serde(default, skip_serializing_if = "is_default")]
    pub plan: PlanChoices,
    /// What was decided about the report.
    #[serde(default, skip_serializing_if = "is_default")]
    pub report: ReportChoices,
    /// What changed, oldest first.
    #[serde(default)]
    pub history: Vec<Change>,
    /// Fields of a later version, kept as they are.
    #[serde(flatten)]
    pub extra: Map<String, Json>,
}

/// Whether there is nothing to write.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A short mark of what was answered to an item, by which a later change of it shows: the first twelve digits of the
/// SHA-256 of its answers, or of the company's field that takes the place of an answer.
#[must_use]
pub fn mark(assessment: &Assessment, item: &str) -> String {
    let company = &assessment.company;
    let said = match item {
        "P1" => serde_json::to_vec(&company.ateco),
        "P2" => serde_json::to_vec(&company.province),
        "P3" => serde_json::to_vec(&company.employees),
        _ => {
            let answers = assessment.answers.get(item).into_iter().flatten();
            let said: Vec<_> = answers.map(|a| (&a.respondent, edit::state_json(a), a.evidence)).collect();
            serde_json::to_vec(&said)
        }
    };
    hexadecimal(&Sha256::digest(said.unwrap_or_default())[..6])
}

/// Names the exact questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackRef {
    /// Pack id.
    pub id: String,
    /// Pack version.
    pub version: String,
    /// SHA-256 of the pack's files.
    #[serde(default)]
    pub hash: String,
    /// Fields of a later version.
    #[serde(flatten)]
    pub extra: Map<String, Json>,
}

/// Identity and the profile that finds the doors. Never scored.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Company {
    /// Legal name.
    #[serde(default)]
    pub name: String,
    /// Activity code with its edition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ateco: Option<ActivityCode>,
    /// Two-letter province.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
    /// People employed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employees: Option<u32>,
    /// Partita IVA, eleven digits.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub vat_number: String,
    /// Town.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub town: String,
    /// Person to speak to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// Consultant who assists.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub consultant: String,
    /// Fields of a later version.
    #[serde(flatten)]
    pub extra: Map<String, Json>,
}

/// An activity code, e.g. 25.53 of ATECO 2025.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityCode {
    /// `2007` or `2025`.
    pub edition: String,
    /// Code with dots, at any depth.
    pub code: String,
    /// Fields of a later version.
    #[serde(flatten)]
    pub extra: Map<String, Json>,
}

/// Somebody who answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Respondent {
    /// Id inside the file.
    pub id: String,
    /// Name, may be empty.
    #[serde(default)]
    pub name: String,
    /// Role, an option of P8, may be empty.
    #[serde(default)]
    pub role: String,
    /// Fields of a later version.
    #[serde(flatten)]
    pub extra: Map<String, Json>,
}

/// The state of one answer. Five cases that are never mixed up; "not answered" is none of the numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum State {
    /// Answered.
    Answered(Value),
    /// The question does not concern the company.
    NotApplicable,
    /// Asked and not known.
    DontKnow,
    /// Hidden by routing; counts as not applicable.
    Skipped,
    /// Not answered yet.
    #[default]
    Open,
}

/// What was answered; its shape must fit the item's kind, see [`value_fits`].
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Yes or no of a fact.
    Bool(bool),
    /// Step of a ladder (halves where respondents are combined), 0, ½ or 1 of no, partly and yes, or a number.
    Number(f64),
    /// Chosen options.
    Options(Vec<String>),
    /// Words.
    Text(String),
    /// Cells by row; a row that is not there is open.
    Rows(BTreeMap<String, Cell>),
}

// By hand, because the derived reader of an untagged enum copies all it reads and then tries one case after the other; the
// shape of the JSON says which it is.
impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Shape;

        impl<'de> Visitor<'de> for Shape {
            type Value = Value;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("true or false, a number, words, a list of options or an object of rows")
            }
            fn visit_bool<E>(self, yes: bool) -> Result<Value, E> {
                Ok(Value::Bool(yes))
            }
            fn visit_i64<E>(self, v: i64) -> Result<Value, E> {
                Ok(Value::Number(v as f64))
            }
            fn visit_u64<E>(self, v: u64) -> Result<Value, E> {
                Ok(Value::Number(v as f64))
            }
            fn visit_f64<E>(self, v: f64) -> Result<Value, E> {
                Ok(Value::Number(v))
            }
            fn visit_str<E>(self, words: &str) -> Result<Value, E> {
                Ok(Value::Text(words.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, options: A) -> Result<Value, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(options)).map(Value::Options)
            }
            fn visit_map<A: MapAccess<'de>>(self, rows: A) -> Result<Value, A::Error> {
                BTreeMap::deserialize(MapAccessDeserializer::new(rows)).map(Value::Rows)
            }
        }

        deserializer.deserialize_any(Shape)
    }
}

/// The answer to one row.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// Step 0..=5, or 0, ½ or 1 of no, partly and yes.
    Number(f64),
    /// Why there is no number.
    Word(Word),
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Shape;

        impl<'de> Visitor<'de> for Shape {
            type Value = Cell;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, \"na\" or \"dk\"")
            }
            fn visit_i64<E>(self, v: i64) -> Result<Cell, E> {
                Ok(Cell::Number(v as f64))
            }
            fn visit_u64<E>(self, v: u64) -> Result<Cell, E> {
                Ok(Cell::Number(v as f64))
            }
            fn visit_f64<E>(self, v: f64) -> Result<Cell, E> {
                Ok(Cell::Number(v))
            }
            fn visit_str<E: DeError>(self, word: &str) -> Result<Cell, E> {
                Word::deserialize(word.into_deserializer()).map(Cell::Word)
            }
        }

        deserializer.deserialize_any(Shape)
    }
}

/// Why a row has no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Word {
    /// It does not concern the company.
    #[serde(rename = "na")]
    NotApplicable,
    /// Asked and not known.
    #[serde(rename = "dk")]
    DontKnow,
}

/// How well an answer is backed.
pub type Evidence = u8;

/// The highest evidence grade: 0 declared, 1 shown to a consultant, 2 documented.
pub const DOCUMENTED: Evidence = 2;

/// One respondent's answer to one item.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "AnswerWire", into = "AnswerWire")]
pub struct Answer {
    /// Respondent's id.
    pub respondent: String,
    /// State and value.
    pub state: State,
    /// Evidence grade, 0..=2.
    pub evidence: Evidence,
    /// Free note.
    pub note: String,
    /// When it was given, as an instant in RFC 3339.
    pub at: String,
    /// Fields of a later version.
    pub extra: Map<String, Json>,
}

/// The shape of an [`Answer`] in the file.
#[derive(Serialize, Deserialize)]
struct AnswerWire {
    respondent: String,
    state: StateName,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<Value>,
    #[serde(default)]
    evidence: Evidence,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(default)]
    at: String,
    #[serde(flatten)]
    extra: Map<String, Json>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StateName {
    Answered,
    NotApplicable,
    DontKnow,
    Skipped,
    Open,
}

impl TryFrom<AnswerWire> for Answer {
    type Error = String;

    fn try_from(w: AnswerWire) -> Result<Self, Self::Error> {
        let state = match (w.state, w.value) {
            (StateName::Answered, Some(value)) => State::Answered(value),
            (StateName::Answered, None) => return Err("an answer with state \"answered\" has no \"value\"".into()),
            (_, Some(_)) => return Err("only an answer with state \"answered\" has a \"value\"".into()),
            (StateName::NotApplicable, None) => State::NotApplicable,
            (StateName::DontKnow, None) => State::DontKnow,
            (StateName::Skipped, None) => State::Skipped,
            (StateName::Open, None) => State::Open,
        };
        if w.evidence > DOCUMENTED {
            return Err(format!("\"evidence\" is {} and must be 0, 1 or 2", w.evidence));
        }
        Ok(Self { respondent: w.respondent, state, evidence: w.evidence, note: w.note, at: w.at, extra: w.extra })
    }
}

impl From<Answer> for AnswerWire {
    fn from(a: Answer) -> Self {
        let (state, value) = match a.state {
            State::Answered(value) => (StateName::Answered, Some(value)),
            State::NotApplicable => (StateName::NotApplicable, None),
            State::DontKnow => (StateName::DontKnow, None),
            State::Skipped => (StateName::Skipped, None),
            State::Open => (StateName::Open, None),
        };
        Self { respondent: a.respondent, state, value, evidence: a.evidence, note: a.note, at: a.at, extra: a.extra }
    }
}

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Instant in RFC 3339.
    pub at: String,
    /// Respondent's id.
    pub by: String,
    /// What changed: an item id, `company.name`, `mode`, …; `undo` and `redo` for steps back and forth.
    pub what: String,
    /// Before, JSON null where there was nothing.
    pub from: Json,
    /// After.
    pub to: Json,
    /// Fields of a later version.
    #[serde(flatten)]
    pub extra: Map<String, Json>,
}

impl Respondent {
    /// The one respondent of a new file.
    fn first() -> Self {
        Self { id: "r1".into(), name: String::new(), role: String::new(), extra: Map::new() }
    }
}

impl Assessment {
    /// An empty assessment for a pack, with one respondent.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        Self {
            format: FILE_FORMAT,
            pack: PackRef {
                id: pack.id.clone(),
                version: pack.version.clone(),
                hash: pack.hash.clone(),
                extra: Map::new(),
            },
            mode: Mode::Quick,
            company: Company::default(),
            respondents: vec![Respondent::first()],
            answers: BTreeMap::new(),
            doors: DoorChoices::default(),
            plan: PlanChoices::default(),
            report: ReportChoices::default(),
            history: Vec::new(),
            extra: Map::new(),
        }
    }

    /// One respondent's answer.
    #[must_use]
    pub fn answer(&self, item: &str, respondent: &str) -> Option<&Answer> {
        self.answers.get(item)?.iter().find(|a| a.respondent == respondent)
    }

    /// The respondent at the keyboard.
    #[must_use]
    pub fn main_respondent(&self) -> &str {
        self.respondents.first().map_or("r1", |r| r.id.as_str())
    }

    /// Everything in the file that does not fit its questionnaire.
    #[must_use]
    pub fn check(&self, pack: &Pack, language: Language) -> Vec<Notice> {
        let mut notices = Vec::new();
        let mut add = |place: String, message: String, hint: String| notices.push(Notice::new(place, message, hint));
        for (id, answers) in &self.answers {
            // An item the pack does not know is kept, because a later version of the pack may have it.
            let Some(item) = pack.item(id) else { continue };
            for (n, answer) in answers.iter().enumerate() {
                let place = || format!("answers.{id}[{n}]");
                if !self.respondents.iter().any(|r| r.id == answer.respondent) {
                    add(
                        place(),
                        ta(language, "fault-respondent", &[("id", (&answer.respondent).into())]),
                        t(language, "fault-respondent-hint"),
                    );
                }
                if answers[..n].iter().any(|earlier| earlier.respondent == answer.respondent) {
                    add(
                        place(),
                        ta(language, "fault-twice", &[("id", (&answer.respondent).into())]),
                        t(language, "fault-twice-hint"),
                    );
                }
                match &answer.state {
                    State::Answered(value) => {
                        if let Err(hint) = value_fits(item, value, language) {
                            add(place(), t(language, "fault-value"), hint);
                        }
                    }
                    State::NotApplicable if !item.allows_na => {
                        add(place(), t(language, "fault-na"), t(language, "fault-na-hint"));
                    }
                    _ => {}
                }
            }
        }
        if let Some(ateco) = &self.company.ateco
            && ateco.edition.parse::<Edition>().is_err()
        {
            add(
                "company.ateco.edition".into(),
                ta(language, "fault-edition", &[("edition", (&ateco.edition).into())]),
                t(language, "fault-edition-hint"),
            );
        }
        for place in self.plan.faults() {
            add(place, t(language, "fault-plan"), t(language, "fault-plan-hint"));
        }
        notices
    }
}

/// Whether a value may stand as an answer to an item.
///
/// # Errors
/// A sentence that says what would be right.
pub fn value_fits(item: &Item, value: &Value, language: Language) -> Result<(), String> {
    let options = || item.options.join(", ");
    let right = match (item.kind, value) {
        (ItemKind::Ladder, Value::Number(v)) => is_step(*v),
        (ItemKind::Fact, Value::Bool(_)) | (ItemKind::Text, Value::Text(_)) => true,
        (ItemKind::Choice, Value::Options(chosen)) => {
            chosen.len() <= item.max.unwrap_or(1) && are_options(item, chosen)
        }
        (ItemKind::Ticks, Value::Options(ticked)) => {
            // The negative tick stands alone.
            let negative = ticked.iter().any(|o| Some(o) == item.negative.as_ref());
            are_options(item, ticked) && !(negative && ticked.len() > 1)
        }
        (ItemKind::Rows, Value::Rows(rows)) => cells_fit(item, rows, is_step),
        (ItemKind::Partly, Value::Rows(rows)) if !item.options.is_empty() => cells_fit(item, rows, is_partly),
        (ItemKind::Partly, Value::Number(v)) if item.options.is_empty() => is_partly(*v),
        (ItemKind::Number, Value::Number(v)) => {
            let [low, high] = item.range.unwrap_or([0, u32::MAX]);
            v.fract() == 0.0 && *v >= f64::from(low) && *v <= f64::from(high)
        }
        _ => false,
    };
    if right {
        return Ok(());
    }
    Err(match item.kind {
        ItemKind::Ladder => t(language, "value-ladder"),
        ItemKind::Fact => t(language, "value-fact"),
        ItemKind::Text => t(language, "value-text"),
        ItemKind::Choice if matches!(value, Value::Options(_)) => {
            ta(language, "value-choice", &[("max", item.max.unwrap_or(1).into()), ("options", options().into())])
        }
        ItemKind::Choice => ta(language, "value-choice-list", &[("options", options().into())]),
        ItemKind::Ticks => match &item.negative {
            Some(negative) => {
                ta(language, "value-ticks-negative", &[("options", options().into()), ("negative", negative.into())])
            }
            None => ta(language, "value-choice-list", &[("options", options().into())]),
        },
        ItemKind::Rows => ta(language, "value-rows", &[("options", options().into())]),
        ItemKind::Partly if item.options.is_empty() => t(language, "value-partly"),
        ItemKind::Partly => ta(language, "value-partly-rows", &[("options", options().into())]),
        ItemKind::Number if matches!(value, Value::Number(_)) => {
            let [low, high] = item.range.unwrap_or([0, u32::MAX]);
            let bounds = [("low", low.to_string().into()), ("high", high.to_string().into())];
            ta(language, "value-number-range", &bounds)
        }
        ItemKind::Number => t(language, "value-number"),
    })
}

/// A step of a ladder, or a half between two.
fn is_step(v: f64) -> bool {
    (0.0..=5.0).contains(&v) && (v * 2.0).fract() == 0.0
}

/// No, partly, yes, or a quarter between two where respondents are combined.
fn is_partly(v: f64) -> bool {
    (0.0..=1.0).contains(&v) && (v * 4.0).fract() == 0.0
}

/// Options of the item, none twice.
fn are_options(item: &Item, chosen: &[String]) -> bool {
    chosen.iter().enumerate().all(|(n, o)| item.options.contains(o) && !chosen[..n].contains(o))
}

fn cells_fit(item: &Item, rows: &BTreeMap<String, Cell>, number_fits: impl Fn(f64) -> bool) -> bool {
    rows.iter().all(|(row, cell)| {
        item.options.contains(row)
            && match cell {
                Cell::Number(v) => number_fits(*v),
                Cell::Word(_) => true,
            }
    })
}

/// Whether eleven digits form a valid partita IVA (check digit after the Luhn rule, D.P.R. 633/1972 art. 35 practice).
#[must_use]
pub fn vat_number_is_valid(s: &str) -> bool {
    let digits: Vec<u32> = s.chars().filter_map(|c| c.to_digit(10)).collect();
    if digits.len() != 11 || s.chars().any(|c| !c.is_ascii_digit()) || digits.iter().all(|&d| d == 0) {
        return false;
    }
    let sum: u32 =
        digits.iter().enumerate().map(|(i, &d)| if i % 2 == 0 { d } else { 2 * d - if d > 4 { 9 } else { 0 } }).sum();
    sum.is_multiple_of(10)
}
