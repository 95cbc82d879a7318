//! The only way an assessment changes.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::carry::Carried;
use super::choices::{Frame, OwnCost, Paper, Progress, SCENARIOS, Scenario, Wording};
use super::quarter::Quarter;
use super::{ActivityCode, Answer, Assessment, Change, Evidence, State, Value};
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
    /// Says that what a measure has brought is there: the answer, and what shows it.
    Confirm(Confirmation),
    /// Quick or full.
    Mode(Mode),
    /// A decision about a door.
    Door(DoorEdit),
    /// A decision about the plan.
    Plan(PlanEdit),
    /// A decision about the report.
    Report(ReportEdit),
}

/// What a measure that is done has made of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// The ladder.
    pub item: String,
    /// The step it has come to, 0..=5.
    pub step: u8,
    /// Evidence grade; a higher one that is there stays.
    pub evidence: Evidence,
    /// What is written under the note that is there.
    pub note: String,
}

/// A decision about a door or about the rules that find doors.
#[derive(Clone, Debug, PartialEq)]
pub enum DoorEdit {
    /// Keeps a door in front, for a reason, or no longer; a door put aside comes back.
    Pin(String, Option<String>),
    /// Puts a door aside, for a reason, or takes it back; it is no longer kept in front.
    Dismiss(String, Option<String>),
    /// Lets a rule count or not.
    Rule(String, bool),
    /// Lets every rule count.
    AllRules,
}

/// A decision about the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanEdit {
    /// Euro there are.
    Budget(Option<f64>),
    /// Person-days each quarter.
    Days(Option<f64>),
    /// Quarters.
    Quarters(Option<u32>),
    /// Euro a day of the company's own people.
    DayRate(Option<f64>),
    /// Whether a measure must be in the plan; one that was excluded no longer is.
    Must(String, bool),
    /// Keeps a measure out, for a reason, or no longer; it no longer must be in.
    Exclude(String, Option<String>),
    /// The company's own cost of a measure; none goes back to the catalogue's.
    Cost(String, Option<OwnCost>),
    /// The quarter in which a measure begins; none leaves it to the plan.
    Begin(String, Option<Quarter>),
    /// How far a measure is; none where nothing has been done, which also forgets what was declined of it.
    Progress(String, Option<Progress>),
    /// Leaves the answer to a ladder as it is although this measure, which is done, raises it.
    Decline(String, String),
    /// Keeps the frame of the moment under a name; the oldest goes where there are too many.
    Keep(String),
    /// Goes back to the frame of this scenario.
    Use(String),
    /// Gives a scenario up.
    Drop(String),
}

/// A decision about the report.
#[derive(Clone, Debug, PartialEq)]
pub enum ReportEdit {
    /// Paper.
    Paper(Paper),
    /// Whether a chapter is in it; none leaves it to what is usual.
    Show(String, Option<bool>),
    /// Chapters in the order wished.
    Order(Vec<String>),
    /// Words for the cover.
    Cover(String),
    /// A paragraph in other words; the place of earlier ones for the same paragraph and language.
    Word(Wording),
    /// Goes back to the program's own words: section, place and language of the others.
    OwnWords(String, usize, String),
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
            Self::Confirm(confirmation) => confirmation.item.clone(),
            Self::Mode(_) => "mode".into(),
            Self::Door(edit) => edit.target(),
            Self::Plan(edit) => edit.target(),
            Self::Report(edit) => edit.target(),
        }
    }
}

impl DoorEdit {
    fn target(&self) -> String {
        match self {
            Self::Pin(door, _) => format!("doors.pinned.{door}"),
            Self::Dismiss(door, _) => format!("doors.dismissed.{door}"),
            Self::Rule(rule, _) => format!("doors.rules_off.{rule}"),
            Self::AllRules => "doors.rules_off".into(),
        }
    }
}

impl PlanEdit {
    fn target(&self) -> String {
        match self {
            Self::Budget(_) => "plan.budget".into(),
            Self::Days(_) => "plan.days".into(),
            Self::Quarters(_) => "plan.quarters".into(),
            Self::DayRate(_) => "plan.day_rate".into(),
            Self::Must(id, _) => format!("plan.must.{id}"),
            Self::Exclude(id, _) => format!("plan.excluded.{id}"),
            Self::Cost(id, _) => format!("plan.costs.{id}"),
            Self::Begin(id, _) => format!("plan.begin.{id}"),
            Self::Progress(id, _) => format!("plan.progress.{id}"),
            Self::Decline(id, item) => format!("plan.declined.{id}.{item}"),
            Self::Keep(name) | Self::Drop(name) => format!("plan.scenarios.{name}"),
            Self::Use(_) => "plan.frame".into(),
        }
    }
}

impl ReportEdit {
    fn target(&self) -> String {
        match self {
            Self::Paper(_) => "report.paper".into(),
            Self::Show(chapter, _) => format!("report.shown.{chapter}"),
            Self::Order(_) => "report.order".into(),
            Self::Cover(_) => "report.cover".into(),
            Self::Word(w) => format!("report.words.{}.{}.{}", w.section, w.place, w.language),
            Self::OwnWords(section, place, language) => format!("report.words.{section}.{place}.{language}"),
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

/// Sets or removes an entry; gives before and after as JSON where they differ.
fn put<T: Clone + PartialEq + serde::Serialize>(
    map: &mut BTreeMap<String, T>,
    key: String,
    new: Option<T>,
) -> Option<(Json, Json)> {
    let old = match &new {
        Some(value) => map.insert(key, value.clone()),
        None => map.remove(&key),
    };
    (old != new).then(|| (as_json(&old), as_json(&new)))
}

/// Puts an id into a set or takes it out; gives before and after as JSON where they differ.
fn mark(set: &mut BTreeSet<String>, id: String, on: bool) -> Option<(Json, Json)> {
    let changed = if on { set.insert(id) } else { set.remove(&id) };
    changed.then(|| ((!on).into(), on.into()))
}

fn as_json<T: serde::Serialize>(value: &T) -> Json {
    serde_json::to_value(value).expect("plain data always becomes JSON")
}

impl Assessment {
    /// Applies an edit and writes it into the history. Gives false where nothing changed.
    pub fn apply(&mut self, edit: Edit, stamp: &Stamp) -> bool {
        let what = edit.target();
        let change = match edit {
            Edit::Confirm(confirmation) => return self.confirm(confirmation, stamp),
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
            Edit::Door(edit) => self.apply_door(edit),
            Edit::Plan(edit) => self.apply_plan(edit),
            Edit::Report(edit) => self.apply_report(edit),
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

    /// Answer, evidence and note together, each with its line in the history. Gives false where nothing changed.
    fn confirm(&mut self, confirmation: Confirmation, stamp: &Stamp) -> bool {
        let Confirmation { item, step, evidence, note } = confirmation;
        let before = self.entry(&item, &stamp.by).clone();
        let state = State::Answered(Value::Number(f64::from(step)));
        // Confirmed before, it says so already.
        let note = if before.note.contains(note.trim()) {
            before.note
        } else {
            [before.note.trim_end(), note.trim()].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join("\n")
        };
        let edits = [
            Edit::Answer { item: item.clone(), state },
            Edit::Evidence { item: item.clone(), grade: before.evidence.max(evidence) },
            Edit::Note { item, note },
        ];
        // Each is applied, whatever the one before did.
        let mut changed = false;
        for edit in edits {
            changed |= self.apply(edit, stamp);
        }
        changed
    }

    fn apply_door(&mut self, edit: DoorEdit) -> Option<(Json, Json)> {
        let doors = &mut self.doors;
        match edit {
            DoorEdit::Pin(door, reason) => {
                if reason.is_some() {
                    doors.dismissed.remove(&door);
                }
                put(&mut doors.pinned, door, reason)
            }
            DoorEdit::Dismiss(door, reason) => {
                if reason.is_some() {
                    doors.pinned.remove(&door);
                }
                put(&mut doors.dismissed, door, reason)
            }
            DoorEdit::Rule(rule, on) => mark(&mut doors.rules_off, rule, !on),
            DoorEdit::AllRules => swap(&mut doors.rules_off, BTreeSet::new()),
        }
    }

    fn apply_plan(&mut self, edit: PlanEdit) -> Option<(Json, Json)> {
        let plan = &mut self.plan;
        match edit {
            PlanEdit::Budget(v) => swap(&mut plan.frame.budget, v),
            PlanEdit::Days(v) => swap(&mut plan.frame.days, v),
            PlanEdit::Quarters(v) => swap(&mut plan.frame.quarters, v),
            PlanEdit::DayRate(v) => swap(&mut plan.day_rate, v),
            PlanEdit::Must(id, on) => {
                if on {
                    plan.frame.excluded.remove(&id);
                }
                mark(&mut plan.frame.must, id, on)
            }
            PlanEdit::Exclude(id, reason) => {
                if reason.is_some() {
                    plan.frame.must.remove(&id);
                }
                put(&mut plan.frame.excluded, id, reason)
            }
            PlanEdit::Cost(id, own) => put(&mut plan.costs, id, own),
            PlanEdit::Begin(id, quarter) => put(&mut plan.begin, id, quarter),
            PlanEdit::Progress(id, progress) => {
                if progress.is_none() {
                    plan.declined.remove(&id);
                }
                put(&mut plan.progress, id, progress)
            }
            PlanEdit::Decline(id, item) => mark(plan.declined.entry(id).or_default(), item, true),
            PlanEdit::Keep(name) => {
                let mut scenarios: Vec<Scenario> = plan.scenarios.iter().filter(|s| s.name != name).cloned().collect();
                scenarios.push(Scenario { name, frame: plan.frame.clone(), extra: serde_json::Map::new() });
                let surplus = scenarios.len().saturating_sub(SCENARIOS);
                swap(&mut plan.scenarios, scenarios.split_off(surplus))
            }
            PlanEdit::Use(name) => {
                let frame: Frame = plan.scenarios.iter().find(|s| s.name == name)?.frame.clone();
                swap(&mut plan.frame, frame)
            }
            PlanEdit::Drop(name) => {
                let kept = plan.scenarios.iter().filter(|s| s.name != name).cloned().collect();
                swap(&mut plan.scenarios, kept)
            }
        }
    }

    fn apply_report(&mut self, edit: ReportEdit) -> Option<(Json, Json)> {
        let report = &mut self.report;
        match edit {
            ReportEdit::Paper(v) => swap(&mut report.paper, v),
            ReportEdit::Show(chapter, shown) => put(&mut report.shown, chapter, shown),
            ReportEdit::Order(v) => swap(&mut report.order, v),
            ReportEdit::Cover(v) => swap(&mut report.cover, v),
            // Into the history goes the paragraph, not everything written so far.
            ReportEdit::Word(new) => {
                let old = report.take_words(&new.section, new.place, &new.language);
                report.words.push(new.clone());
                let changed = old.as_ref() != Some(&new);
                changed.then(|| (as_json(&old.map(|w| w.text)), as_json(&new.text)))
            }
            ReportEdit::OwnWords(section, place, language) => {
                let old = report.take_words(&section, place, &language)?;
                Some((as_json(&old.text), Json::Null))
            }
        }
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
pub(super) fn state_json(answer: &Answer) -> Json {
    let Json::Object(fields) = as_json(answer) else { return Json::Null };
    let mut kept = serde_json::Map::new();
    for key in ["state", "value"] {
        if let Some(value) = fields.get(key) {
            kept.insert(key.to_owned(), value.clone());
        }
    }
    Json::Object(kept)
}
