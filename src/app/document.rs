//! The open assessment with its figures, its file and its way back.

use std::path::PathBuf;

use jiff::civil::Date;

use super::DocumentId;
use crate::assessment::{Assessment, Change, Edit, Stamp};
use crate::pack::Pack;
use crate::pipeline::{Evaluation, evaluate_owned};
use crate::roadmap::{Proposal, proposals};
use crate::text::Language;

/// Most steps back that are kept.
const STEPS_BACK: usize = 200;

/// Where the latest change is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing to save yet.
    Untouched,
    /// On its way to the disk.
    Saving,
    /// On the disk.
    Saved,
    /// Not on the disk; the sentence says why.
    Failed(String),
}

/// A state to go back to.
#[derive(Clone, Debug)]
struct Snapshot {
    /// What the edit after it touched.
    target: String,
    assessment: Assessment,
}

/// The open assessment.
#[derive(Debug)]
pub struct Document {
    pub(super) id: DocumentId,
    evaluation: Evaluation<'static>,
    /// Grows whenever everything is computed anew.
    revision: u64,
    /// Its file, once it has one.
    pub path: Option<PathBuf>,
    /// True while its first writing is under way.
    pub(super) creating: bool,
    /// True where its file bears the name given to companies without one.
    pub(super) provisional: bool,
    /// True where it changed while its first writing was under way.
    pub(super) changed_meanwhile: bool,
    /// Where the latest change is.
    pub saved: SaveState,
    /// True for a copy of the sample company.
    pub sample: bool,
    back: Vec<Snapshot>,
    forth: Vec<Snapshot>,
}

impl Document {
    /// Opens an assessment.
    pub(super) fn new(
        id: DocumentId,
        pack: &'static Pack,
        assessment: Assessment,
        path: Option<PathBuf>,
        date: Date,
        language: Language,
    ) -> Self {
        let saved = if path.is_some() { SaveState::Saved } else { SaveState::Untouched };
        Self {
            id,
            evaluation: evaluate_owned(pack, assessment, date, language),
            revision: 0,
            path,
            creating: false,
            provisional: false,
            changed_meanwhile: false,
            saved,
            sample: false,
            back: Vec::new(),
            forth: Vec::new(),
        }
    }

    /// Tells it from others opened since the start.
    #[must_use]
    pub fn id(&self) -> DocumentId {
        self.id
    }

    /// Everything computed from it.
    #[must_use]
    pub fn evaluation(&self) -> &Evaluation<'static> {
        &self.evaluation
    }

    /// Another number whenever what [`Self::evaluation`] gives is another; for what screens derive from it and keep.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The answers.
    #[must_use]
    pub fn assessment(&self) -> &Assessment {
        &self.evaluation.assessment
    }

    /// The questionnaire.
    #[must_use]
    pub fn pack(&self) -> &'static Pack {
        self.evaluation.pack
    }

    /// What measures that are done say about the answers.
    #[must_use]
    pub fn proposals(&self) -> Vec<Proposal> {
        proposals(self.pack(), self.assessment(), &self.evaluation.sheet)
    }

    /// Computes everything anew, in another language or on another day.
    pub(super) fn evaluate(&mut self, date: Date, language: Language) {
        let assessment = self.assessment().clone();
        self.evaluation = evaluate_owned(self.pack(), assessment, date, language);
        self.revision += 1;
    }

    /// Computes everything anew where the day is another.
    pub(super) fn bring_up_to(&mut self, date: Date) {
        if self.evaluation.date != date {
            self.evaluate(date, self.evaluation.language);
        }
    }

    fn set(&mut self, assessment: Assessment, today: Date) {
        self.evaluation = evaluate_owned(self.pack(), assessment, today, self.evaluation.language);
        self.revision += 1;
    }

    /// Applies an edit; false where nothing changed.
    pub(super) fn edit(&mut self, edit: Edit, stamp: &Stamp, today: Date) -> bool {
        let target = edit.target();
        let before = self.assessment().clone();
        let mut after = before.clone();
        if !after.apply(edit, stamp) {
            return false;
        }
        self.back.push(Snapshot { target, assessment: before });
        if self.back.len() > STEPS_BACK {
            self.back.remove(0);
        }
        self.forth.clear();
        self.set(after, today);
        true
    }

    /// Whether there is a step back, and what it concerns.
    #[must_use]
    pub fn can_undo(&self) -> Option<&str> {
        self.back.last().map(|s| s.target.as_str())
    }

    /// Whether there is a step forth.
    #[must_use]
    pub fn can_redo(&self) -> Option<&str> {
        self.forth.last().map(|s| s.target.as_str())
    }

    /// One step back; false where there is none.
    pub(super) fn undo(&mut self, stamp: &Stamp, today: Date) -> bool {
        let Some(snapshot) = self.back.pop() else { return false };
        self.forth.push(Snapshot { target: snapshot.target.clone(), assessment: self.assessment().clone() });
        self.travel("undo", snapshot, stamp, today);
        true
    }

    /// One step forth; false where there is none.
    pub(super) fn redo(&mut self, stamp: &Stamp, today: Date) -> bool {
        let Some(snapshot) = self.forth.pop() else { return false };
        self.back.push(Snapshot { target: snapshot.target.clone(), assessment: self.assessment().clone() });
        self.travel("redo", snapshot, stamp, today);
        true
    }

    /// Puts a snapshot in place; the history goes on, for what happened has happened.
    fn travel(&mut self, what: &str, snapshot: Snapshot, stamp: &Stamp, today: Date) {
        let mut assessment = snapshot.assessment;
        assessment.history.clone_from(&self.assessment().history);
        assessment.history.push(Change {
            at: stamp.at.clone(),
            by: stamp.by.clone(),
            what: what.to_owned(),
            from: snapshot.target.into(),
            to: serde_json::Value::Null,
            extra: serde_json::Map::new(),
        });
        self.set(assessment, today);
    }
}
