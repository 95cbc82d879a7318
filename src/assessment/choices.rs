//! What was decided about doors, plan and report. Never scored.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use super::quarter::Quarter;

/// Most euro of a budget and of what a measure costs.
pub const MOST_EURO: f64 = 1e8;
/// Most person-days of a quarter and of a measure.
pub const MOST_DAYS: f64 = 1e4;
/// Most euro that a day of the company's own people may cost.
pub const MOST_DAY_RATE: f64 = 1e4;
/// Most quarters of a plan.
pub const QUARTERS: u32 = 20;
/// Most scenarios kept beside each other.
pub const SCENARIOS: usize = 3;

/// What was decided about doors, by their id in the region's directory.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DoorChoices {
    /// Doors kept in front, with the reason, which may be empty.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub pinned: BTreeMap<String, String>,
    /// Doors put aside, with the reason, which may be empty.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub dismissed: BTreeMap<String, String>,
    /// Rules of the matching that do not count.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub rules_off: BTreeSet<String>,
    /// Fields of a later version.
    #[serde(flatten)]
    pub extra: Map<String, Json>,
}

/// What was decided about the plan; measures by their id in the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlanChoices {
    /// The purse and what must or must not be in the plan.
    #[serde(flatten)]
    pub frame: Frame,
    /// Euro that a day of the company's own people costs; none means the catalogue's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day_rate: Option<f64>,
    /// Costs of the company's own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub costs: BTreeMap<String, OwnCost>,
    /// The quarter in which the user wants a measure to begin.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub begin: BTreeMap<String, Quarter>,
    /// What has been started or done.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub progress: BTreeMap<String, Progress>,
    /// By measure that is done the ladders whose answers stay as they are although it raises them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub declined: BTreeMap<String, BTreeSet<String>>,
    /// Named frames to compare with, at most [`SCENARIOS`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scenarios: Vec<Scenario>,
    /// Fields of a later version.
    #[serde(flatten)]
    pub extra: Map<String, Json>,
}

/// What a plan must fit into.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// Euro there are; none where nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<f64>,
    /// Person-days there are each quarter; none where nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<f64>,
    /// Quarters the plan is made for; none means four.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quarters: Option<u32>,
    /// Measures that must be in it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub must: BTreeSet<String>,
    /// Measures that must not, with the reason, which may be empty.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub excluded: BTreeMap<String, String>,
}

/// A frame with a name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    /// Its name.
    pub name: String,
    /// The frame.
    #[serde(flatten)]
    pub frame: Frame,
    /// Fields of a later version.
    #[serde(flatten)]
    pub extra: Map<String, Json>,
}

/// What a measure costs this company, in the place of the catalogue's ranges.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OwnCost {
    /// Euro for everything bought, lowest and highest.
    pub eur: [f64; 2],
    /// Person-days, lowest and highest.
    pub days: [f64; 2],
    /// Where this comes from, such as an offer with its date; empty means an assumption.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Fields of a later version.
    #[serde(flatten)]
    pub extra: Map<String, Json>,
}

/// How far a measure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Begun.
    Started,
    /// Finished.
    Done,
}

/// A measure that was started or done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// How far it is.
    pub stage: Stage,
    /// Since when.
    pub date: Date,
    /// What shows it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// Fields of a later version.
    #[serde(flatten)]
    pub extra: Map<String, Json>,
}

/// What was decided about the report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReportChoices {
    /// Paper it is set for.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub paper: Paper,
    /// Chapters by id in the order wished; those not named follow in their usual order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<String>,
    /// Chapters by id that are to be in it or not, whatever is usual.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub shown: BTreeMap<String, bool>,
    /// Words for the cover, such as the occasion or whom the report is for; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cover: String,
    /// Paragraphs in the words of whoever signs the report.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Wording>,
    /// Fields of a later version.
    #[serde(flatten)]
    pub extra: Map<String, Json>,
}

/// A format of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 210 × 297 mm (ISO 216).
    #[default]
    A4,
    /// 8.5 × 11 inches (ANSI A).
    Letter,
}

impl Paper {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// Width and height in millimetres.
    #[must_use]
    pub const fn size_mm(self) -> (f32, f32) {
        match self {
            Self::A4 => (210.0, 297.0),
            Self::Letter => (215.9, 279.4),
        }
    }

    /// Its name, the same in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "Letter",
        }
    }
}

/// A paragraph of the report in other words than the program's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// Section it stands in, by id.
    pub section: String,
    /// Number of the paragraph in its section, from 0: where it goes once the program's own words are others.
    pub place: usize,
    /// Language of the words, as code.
    pub language: String,
    /// The program's own words in whose place it was written.
    pub instead_of: String,
    /// The words.
    pub text: String,
    /// What was answered then: by item of the questionnaire a mark of its answers, see [`super::mark`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, String>,
}

impl ReportChoices {
    /// Takes out the words for a paragraph in a language.
    pub(super) fn take_words(&mut self, section: &str, place: usize, language: &str) -> Option<Wording> {
        let of = |w: &Wording| w.section == section && w.place == place && w.language == language;
        let at = self.words.iter().position(of)?;
        Some(self.words.remove(at))
    }
}

impl Frame {
    /// The fields whose figures are out of their range, by name.
    fn faults(&self) -> Vec<&'static str> {
        let within = |x: Option<f64>, most: f64| x.is_none_or(|x| (0.0..=most).contains(&x));
        let checks = [
            ("budget", within(self.budget, MOST_EURO)),
            ("days", within(self.days, MOST_DAYS)),
            ("quarters", self.quarters.is_none_or(|n| (1..=QUARTERS).contains(&n))),
        ];
        checks.into_iter().filter(|(_, sound)| !sound).map(|(field, _)| field).collect()
    }
}

impl PlanChoices {
    /// The places of figures that are out of their range: below 0 or above the most there may be, too many quarters
    /// or scenarios, or a lowest above its highest.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults: Vec<String> = self.frame.faults().into_iter().map(|field| format!("plan.{field}")).collect();
        if !self.day_rate.is_none_or(|rate| (0.0..=MOST_DAY_RATE).contains(&rate)) {
            faults.push("plan.day_rate".into());
        }
        if self.scenarios.len() > SCENARIOS {
            faults.push("plan.scenarios".into());
        }
        for (id, own) in &self.costs {
            let range = |[low, high]: [f64; 2], most: f64| 0.0 <= low && low <= high && high <= most;
            let fields = [("eur", range(own.eur, MOST_EURO)), ("days", range(own.days, MOST_DAYS))];
            let wrong = fields.into_iter().filter(|(_, sound)| !sound);
            faults.extend(wrong.map(|(field, _)| format!("plan.costs.{id}.{field}")));
        }
        for (n, scenario) in self.scenarios.iter().enumerate() {
            faults.extend(scenario.frame.faults().into_iter().map(|field| format!("plan.scenarios[{n}].{field}")));
        }
        faults
    }
}
