//! What every measure would do for this company, and what it takes.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::Assessment;
use crate::assessment::choices::{OwnCost, Progress, Stage};
use crate::assessment::sheet::Sheet;
use crate::pack::Pack;
use crate::pack::measures::{Catalogue, Measure};
use crate::scoring::uncertainty::{Spread, Uncertainty};
use crate::scoring::{Outcome, Scores, TOLERANCE, outcome};

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPlan {
    /// The questionnaire has no catalogue of measures.
    NoCatalogue,
    /// There is no published total; these core ladders, in the pack's order, are not answered.
    NoTotal(Vec<String>),
}

/// How a measure stands to the company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It can be chosen.
    Open,
    /// The answers say that what it brings is there already.
    Met,
    /// The user has marked it as done; the answers may not show it yet.
    Done,
    /// Nothing it raises concerns the company.
    NotConcerned,
}

/// Impact against effort (method §10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quadrant {
    /// Much for little.
    QuickWin,
    /// Much for much.
    Strategic,
    /// Little for little.
    Filler,
    /// Little for much.
    Later,
}

impl Quadrant {
    /// Every quadrant, the best first.
    pub const ALL: [Self; 4] = [Self::QuickWin, Self::Strategic, Self::Filler, Self::Later];

    /// The quadrant as a word for files and text keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::QuickWin => "quick_win",
            Self::Strategic => "strategic",
            Self::Filler => "filler",
            Self::Later => "later",
        }
    }
}

/// A ladder that a measure would raise.
#[derive(Clone, Debug, PartialEq)]
pub struct Raised {
    /// The ladder.
    pub item: String,
    /// Its step today, a half where respondents are combined; none where it is not answered.
    pub from: Option<f64>,
    /// The step it comes to.
    pub to: u8,
}

/// A measure and what it is to this company.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Id in the catalogue.
    pub id: String,
    /// How it stands to the company.
    pub state: State,
    /// The ladders it raises that are asked of the company.
    pub raises: Vec<Raised>,
    /// Points of the total that it adds to those of its prerequisites, 0..=100; 0 where nothing it raises is answered.
    pub gain: f64,
    /// The same, with the dimensions weighted by the company's goals; what a plan is chosen by.
    pub value: f64,
    /// Euro for everything bought, lowest and highest.
    pub eur: [f64; 2],
    /// Person-days, lowest and highest.
    pub days: [f64; 2],
    /// Euro in all, the days at the day rate included, lowest and highest.
    pub cost: [f64; 2],
    /// The company's own figures in the place of the catalogue's.
    pub own: Option<OwnCost>,
    /// Places of the entries it requires directly.
    pub requires: Vec<usize>,
    /// Answers that call for it: those below the step from which on an answer is no longer weak.
    pub why: Vec<String>,
    /// Value × urgency / effort.
    pub priority: f64,
    /// Impact against effort.
    pub quadrant: Quadrant,
    /// How far it is.
    pub progress: Option<Progress>,
}

/// Everything there is to choose from.
#[derive(Clone, Debug)]
pub struct Agenda<'a> {
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    pub(super) pack: &'a Pack,
    pub(super) sheet: Sheet,
    /// Id of the size whose costs count.
    pub size: String,
    /// True where the number of people is not known and the size is a guess.
    pub size_assumed: bool,
    /// Euro that a day of the company's own people costs.
    pub day_rate: f64,
    /// True where nobody has said what a day costs.
    pub day_rate_assumed: bool,
    /// Total score today.
    pub score: f64,
    /// Level today, gates included.
    pub level: u8,
    /// Where the middle nine tenths of the runs lie today.
    pub spread: Option<Spread>,
    /// Goals the company has chosen.
    pub goals: Vec<String>,
    /// One entry a measure, in the catalogue's order.
    pub entries: Vec<Entry>,
}

/// Works out what there is to choose from.
///
/// # Errors
/// Why there is no plan: no catalogue for the questionnaire, or no published total.
pub fn agenda<'a>(
    pack: &'a Pack,
    assessment: &Assessment,
    sheet: &Sheet,
    scores: &Scores,
    sure: &Uncertainty,
) -> Result<Agenda<'a>, NoPlan> {
    let catalogue = Catalogue::of(pack).ok_or(NoPlan::NoCatalogue)?;
    let (Some(score), Some(level)) = (scores.total.figure.score, scores.total.level) else {
        return Err(NoPlan::NoTotal(missing(pack, sheet)));
    };
    let people = assessment.company.employees;
    let size = catalogue.size(people).id.clone();
    let structure = &catalogue.structure;
    let day_rate = assessment.plan.day_rate;
    let goals = pack.item(&structure.goals.item).and_then(|item| sheet.answer(pack, &item.id));
    let goals = goals.map_or_else(Vec::new, |answer| answer.options().to_vec());
    let mut agenda = Agenda {
        catalogue,
        pack,
        sheet: sheet.clone(),
        size,
        size_assumed: people.is_none(),
        day_rate: day_rate.unwrap_or(structure.day_rate),
        day_rate_assumed: day_rate.is_none(),
        score,
        level,
        spread: sure.total.as_ref().map(|t| t.spread),
        goals,
        entries: Vec::new(),
    };
    agenda.entries = structure.measures.iter().map(|m| agenda.entry(m, assessment)).collect();
    agenda.settle();
    agenda.weigh();
    agenda.place_in_quadrants();
    Ok(agenda)
}

/// The core ladders that are asked of the company and not answered, in the pack's order.
fn missing(pack: &Pack, sheet: &Sheet) -> Vec<String> {
    let cores = pack.structure.items.iter().filter(|i| i.feeds.iter().any(|f| f.to == i.id));
    let unanswered = cores.filter(|i| {
        sheet
            .answer(pack, &i.id)
            .is_some_and(|a| a.step().is_none() && !matches!(a.state, crate::assessment::State::NotApplicable))
    });
    unanswered.map(|i| i.id.clone()).collect()
}

impl Agenda<'_> {
    /// The place of a measure among the entries.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.catalogue.place(id)
    }

    /// The measure of an entry.
    #[must_use]
    pub fn measure(&self, place: usize) -> &Measure {
        &self.catalogue.structure.measures[place]
    }

    /// Everything an entry requires that is still open, directly and through others, itself not included.
    #[must_use]
    pub fn open_before(&self, place: usize) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut todo = self.entries[place].requires.clone();
        while let Some(next) = todo.pop() {
            if self.entries[next].state == State::Open && found.insert(next) {
                todo.extend(&self.entries[next].requires);
            }
        }
        found
    }

    /// What the figures would be if these entries had brought their ladders where they bring them.
    pub(super) fn outcome(&self, places: impl IntoIterator<Item = usize>) -> Outcome {
        let raises = places.into_iter().flat_map(|place| &self.entries[place].raises);
        outcome(self.pack, &self.sheet.raised(self.pack, raises.map(|r| (r.item.as_str(), r.to))))
    }

    fn entry(&self, measure: &Measure, assessment: &Assessment) -> Entry {
        let structure = &self.catalogue.structure;
        let asked = measure.raises.iter().filter_map(|raise| {
            let answer = self.sheet.answer(self.pack, &raise.item)?;
            let concerned =
                !matches!(answer.state, crate::assessment::State::NotApplicable | crate::assessment::State::Skipped);
            concerned.then(|| Raised { item: raise.item.clone(), from: answer.step(), to: raise.to })
        });
        let raises: Vec<Raised> = asked.collect();
        let progress = assessment.plan.progress.get(&measure.id).cloned();
        let mut known = raises.iter().filter_map(|r| Some(r.from? >= f64::from(r.to) - TOLERANCE));
        let state = if progress.as_ref().is_some_and(|p| p.stage == Stage::Done) {
            State::Done
        } else if raises.is_empty() {
            State::NotConcerned
        } else if known.next().is_some_and(|first| first) && known.all(|met| met) {
            State::Met
        } else {
            State::Open
        };
        let cost = &measure.cost[&self.size];
        let bought = |end: usize| cost.items.iter().map(|p| p.eur[end]).sum::<f64>();
        let own = assessment.plan.costs.get(&measure.id).cloned();
        let (eur, days) = match &own {
            Some(own) => (own.eur, own.days),
            None => ([bought(0), bought(1)], cost.days),
        };
        let weak = f64::from(structure.weak_below);
        Entry {
            id: measure.id.clone(),
            state,
            why: self.weak_answers(measure, weak),
            raises,
            gain: 0.0,
            value: 0.0,
            eur,
            days,
            cost: [eur[0] + days[0] * self.day_rate, eur[1] + days[1] * self.day_rate],
            own,
            requires: measure.requires.iter().filter_map(|id| self.catalogue.place(id)).collect(),
            priority: 0.0,
            quadrant: Quadrant::Later,
            progress,
        }
    }

    /// What is done had its prerequisites; and of two open measures that raise one ladder the one to the higher step waits for
    /// the other, even where what stands between them is there already, so that gains add up.
    fn settle(&mut self) {
        let mut todo: Vec<usize> = (0..self.entries.len()).filter(|p| self.entries[*p].state == State::Done).collect();
        let mut seen = vec![false; self.entries.len()];
        while let Some(done) = todo.pop() {
            for before in self.entries[done].requires.clone() {
                // Also past one that is there already: what it requires came before it.
                if !std::mem::replace(&mut seen[before], true) {
                    if self.entries[before].state == State::Open {
                        self.entries[before].state = State::Done;
                    }
                    todo.push(before);
                }
            }
        }
        for place in 0..self.entries.len() {
            let below: Vec<usize> = self.entries[place]
                .raises
                .iter()
                .filter_map(|raise| {
                    let lower = self.entries.iter().enumerate().filter(|(_, e)| e.state == State::Open);
                    let steps = lower.filter_map(|(n, e)| {
                        let step = e.raises.iter().find(|r| r.item == raise.item)?.to;
                        (step < raise.to).then_some((step, n))
                    });
                    steps.max().map(|(_, n)| n)
                })
                .collect();
            let requires = &mut self.entries[place].requires;
            requires.extend(below);
            requires.sort_unstable();
            requires.dedup();
        }
    }

    /// Answers below a step that call for a measure: what it raises, and the cells and lists of its sub-dimensions.
    fn weak_answers(&self, measure: &Measure, below: f64) -> Vec<String> {
        let raised = |id: &str| measure.raises.iter().any(|r| r.item == id);
        let items = self.pack.structure.items.iter().filter(|item| {
            raised(&item.id) || item.feeds.iter().any(|f| f.to != item.id && item.cell.is_some() && raised(&f.to))
        });
        let weak = items.filter(|item| {
            self.sheet.answer(self.pack, &item.id).and_then(|a| a.step()).is_some_and(|v| v < below - TOLERANCE)
        });
        weak.map(|item| item.id.clone()).collect()
    }

    /// Gains and values: what the entry adds to its open prerequisites. The catalogue's order of steps makes them add up.
    fn weigh(&mut self) {
        let weights = self.goal_weights();
        let figures = |outcome: &Outcome| {
            let value = outcome.dimensions.iter().filter_map(|(id, score)| Some(weights[id.as_str()] * (*score)?));
            (outcome.total.unwrap_or(self.score), value.sum::<f64>())
        };
        let mut gains = Vec::with_capacity(self.entries.len());
        for (place, entry) in self.entries.iter().enumerate() {
            let lifts = entry.raises.iter().any(|r| r.from.is_some_and(|from| from < f64::from(r.to) - TOLERANCE));
            if entry.state != State::Open || !lifts {
                gains.push((0.0, 0.0));
                continue;
            }
            let before = self.open_before(place);
            let without = figures(&self.outcome(before.iter().copied()));
            let with = figures(&self.outcome(before.into_iter().chain([place])));
            gains.push(((with.0 - without.0).max(0.0), (with.1 - without.1).max(0.0)));
        }
        for (place, (gain, value)) in gains.into_iter().enumerate() {
            let (urgency, effort) = (self.measure(place).urgency, f64::from(self.measure(place).effort));
            let entry = &mut self.entries[place];
            (entry.gain, entry.value) = (gain, value);
            entry.priority = value * urgency / effort;
        }
    }

    /// The weight of each dimension in a value: the pack's own, up to doubled by what the goals need there, so scaled that all
    /// published dimensions together weigh 1.
    fn goal_weights(&self) -> BTreeMap<&str, f64> {
        let needs = &self.catalogue.structure.goals.needs;
        let mean_need = |dimension: &str| {
            let chosen: Vec<f64> = self
                .goals
                .iter()
                .filter_map(|goal| needs.get(goal))
                .map(|of| of.get(dimension).copied().map_or(0.0, f64::from))
                .collect();
            if chosen.is_empty() { 0.0 } else { chosen.iter().sum::<f64>() / chosen.len() as f64 }
        };
        let today = outcome(self.pack, &self.sheet);
        let weight = |id: &str| {
            let own = self.pack.structure.dimensions.iter().find(|d| d.id == id).map_or(0.0, |d| d.weight);
            own * (1.0 + mean_need(id) / TOP_NEED)
        };
        let published = today.dimensions.iter().filter(|(_, score)| score.is_some());
        let sum: f64 = published.map(|(id, _)| weight(id)).sum();
        let dimensions = self.pack.structure.dimensions.iter();
        dimensions.map(|d| (d.id.as_str(), if sum > 0.0 { weight(&d.id) / sum } else { 0.0 })).collect()
    }

    /// Impact is the gain, from the median of all open entries with a gain on it is much; effort up to the catalogue's is small.
    fn place_in_quadrants(&mut self) {
        let mut gains: Vec<f64> = self.entries.iter().map(|e| e.gain).filter(|gain| *gain > TOLERANCE).collect();
        gains.sort_by(f64::total_cmp);
        let middle = gains.len() / 2;
        let median = match gains.len() {
            0 => 0.0,
            n if n % 2 == 1 => gains[middle],
            _ => f64::midpoint(gains[middle - 1], gains[middle]),
        };
        let small = self.catalogue.structure.rules.small_effort;
        for place in 0..self.entries.len() {
            let much = self.entries[place].gain > TOLERANCE && self.entries[place].gain >= median - TOLERANCE;
            self.entries[place].quadrant = match (much, self.measure(place).effort <= small) {
                (true, true) => Quadrant::QuickWin,
                (true, false) => Quadrant::Strategic,
                (false, true) => Quadrant::Filler,
                (false, false) => Quadrant::Later,
            };
        }
    }
}

/// The highest need of a goal.
const TOP_NEED: f64 = 5.0;
