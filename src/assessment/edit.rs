//! The only way an assessment changes.

use serde_json::Value as Json;

use super::carry::Carried;
use super::{ActivityCode, Answer, Assessment, Change, Evidence, State};
use crate::pack::Mode;

/// Who changes something and when; passed in, because nothing below the window reads a clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Instant in RFC 3339.
    pub at: String,
    /// Respondent's id.
    pub by: String,
}

/// A field of the company.
#[derive(Clone, Debug, PartialEq)]
pub enum CompanyField {
    /// Legal name.
    Name(String),
    /// Activity code.
    Ateco(Option<ActivityCode>),
    /// Two-letter province.
    Province(Option<String>),
    /// People employed.
    Employees(Option<u32>),
    /// Partita IVA.
    VatNumber(String),
    /// Town.
    Town(String),
    /// Contact.
    Contact(String),
    /// Consultant.
    Consultant(String),
}

/// A change.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A field of the company.
    Company(CompanyField),
    /// An answer.
    Answer {
        /// Item.
        item: String,
        /// New state.
        state: State,
    },
    /// The note beside an answer.
    Note {
        /// Item.
        item: String,
        /// New note.
        note: String,
    },
    /// The evidence grade of an answer.
    Evidence {
        /// Item.
        item: String,
        /// New grade.
        grade: Evidence,
    },
    /// Quick or full.
    Mode(Mode),
}

impl Edit {
    /// What it touches, the same for edits that may be merged into one step back.
    #[must_use]
    pub fn target(&self) -> String {
        match self {
            Self::Company(field) => format!("company.{}", field.name()),
            Self::Answer { item, .. } => item.clone(),
            Self::Note { item, .. } => format!("{item}.note"),
            Self::Evidence { item, .. } => format!("{item}.evidence"),
            Self::Mode(_) => "mode".into(),
        }
    }
}

impl CompanyField {
    fn name(&self) -> &'static str {
        match self {
            Self::Name(_) => "name",
            Self::Ateco(_) => "ateco",
            Self::Province(_) => "province",
            Self::Employees(_) => "employees",
            Self::VatNumber(_) => "vat_number",
            Self::Town(_) => "town",
            Self::Contact(_) => "contact",
            Self::Consultant(_) => "consultant",
        }
    }
}

/// Puts `new` in the place of `old`; gives both as JSON where they differ.
fn swap<T: PartialEq + serde::Serialize>(old: &mut T, new: T) -> Option<(Json, Json)> {
    if *old == new {
        return None;
    }
    let from = as_json(old);
    *old = new;
    Some((from, as_json(old)))
}

fn as_json<T: serde::Serialize>(value: &T) -> Json {
    serde_json::to_value(value).expect("plain data always becomes JSON")
}

impl Assessment {
    /// Applies an edit and writes it into the history. Gives false where nothing changed.
    pub fn apply(&mut self, edit: Edit, stamp: &Stamp) -> bool {
        let what = edit.target();
        let change = match edit {
            Edit::Company(field) => {
                let c = &mut self.company;
                match field {
                    CompanyField::Name(v) => swap(&mut c.name, v),
                    CompanyField::Ateco(v) => swap(&mut c.ateco, v),
                    CompanyField::Province(v) => swap(&mut c.province, v),
                    CompanyField::Employees(v) => swap(&mut c.employees, v),
                    CompanyField::VatNumber(v) => swap(&mut c.vat_number, v),
                    CompanyField::Town(v) => swap(&mut c.town, v),
                    CompanyField::Contact(v) => swap(&mut c.contact, v),
                    CompanyField::Consultant(v) => swap(&mut c.consultant, v),
                }
            }
            Edit::Mode(v) => swap(&mut self.mode, v),
            Edit::Answer { item, state } => {
                let answer = self.entry(&item, &stamp.by);
                let before = answer.clone();
                answer.state = state;
                (answer.state != before.state).then(|| {
                    answer.at.clone_from(&stamp.at);
                    (state_json(&before), state_json(answer))
                })
            }
            Edit::Note { item, note } => swap(&mut self.entry(&item, &stamp.by).note, note),
            Edit::Evidence { item, grade } => swap(&mut self.entry(&item, &stamp.by).evidence, grade),
        };
        let Some((from, to)) = change else { return false };
        self.record(what, from, to, stamp);
        true
    }

    /// Writes into the history that the file was carried over to the questionnaire at hand.
    pub fn record_carried(&mut self, carried: &Carried, stamp: &Stamp) {
        let version = |v: &String| serde_json::json!({ "version": v });
        self.record("pack".into(), version(&carried.from), version(&carried.to), stamp);
    }

    fn record(&mut self, what: String, from: Json, to: Json, stamp: &Stamp) {
        let (at, by) = (stamp.at.clone(), stamp.by.clone());
        self.history.push(Change { at, by, what, from, to, extra: serde_json::Map::new() });
    }

    fn entry(&mut self, item: &str, respondent: &str) -> &mut Answer {
        let answers = self.answers.entry(item.to_owned()).or_default();
        let at = answers.iter().position(|a| a.respondent == respondent).unwrap_or_else(|| {
            answers.push(Answer { respondent: respondent.to_owned(), ..Answer::default() });
            answers.len() - 1
        });
        &mut answers[at]
    }
}

/// State and value of an answer, without who and when.
fn state_json(answer: &Answer) -> Json {
    let Json::Object(fields) = as_json(answer) else { return Json::Null };
    let mut kept = serde_json::Map::new();
    for key in ["state", "value"] {
        if let Some(value) = fields.get(key) {
            kept.insert(key.to_owned(), value.clone());
        }
    }
    Json::Object(kept)
}
