//! The plan: the best measures for a purse, exactly, and what they bring by when.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::agenda::{Agenda, State};
use super::schedule::{MONTHS, Task, schedule};
use super::solver::{self, Candidate, Infeasible, Limits};
use crate::assessment::Quarter;
use crate::assessment::choices::{Frame, PlanChoices, QUARTERS, Stage};

/// Quarters of a plan where nobody says how many.
const DEFAULT_QUARTERS: u32 = 4;
/// Most steps of a frontier; they grow where there would be more.
const MOST_STEPS: u32 = 60;
/// Euro cents in a euro, and hundredths in a day.
const HUNDREDTHS: f64 = 100.0;
/// Parts of a point that values are counted in.
const VALUE: f64 = 1e9;
/// Largest amount, in euro or days, that the search is given: above all that a file may say.
const LARGEST: f64 = 1e9;

/// What a plan must fit into, everything said.
#[derive(Clone, Debug, PartialEq)]
pub struct Purse {
    /// Euro there are.
    pub budget: f64,
    /// Person-days there are each quarter; none where there are as many as wanted.
    pub days: Option<f64>,
    /// Quarters.
    pub quarters: u32,
    /// The first of them.
    pub start: Quarter,
    /// Measures that must be in it.
    pub must: BTreeSet<String>,
    /// Measures that must not.
    pub excluded: BTreeSet<String>,
    /// By measure the quarter, counted from 0, in which the user wants it to begin.
    pub begin: BTreeMap<String, u32>,
}

impl Purse {
    /// What the company has decided; where it has not, the catalogue's figures for its size.
    #[must_use]
    pub fn of(agenda: &Agenda<'_>, choices: &PlanChoices, frame: &Frame, today: Date) -> Self {
        let sizes = &agenda.catalogue.structure.sizes;
        let size = sizes.iter().find(|s| s.id == agenda.size);
        let start = Quarter::after(today);
        let given = |x: Option<f64>| x.filter(|x| x.is_finite() && *x >= 0.0);
        Self {
            budget: given(frame.budget).or(size.map(|s| s.budget)).unwrap_or(0.0),
            days: given(frame.days).or(size.map(|s| s.days)),
            quarters: frame.quarters.unwrap_or(DEFAULT_QUARTERS),
            start,
            must: frame.must.clone(),
            excluded: frame.excluded.keys().cloned().collect(),
            // A quarter that has passed is the first.
            begin: choices.begin.iter().map(|(id, quarter)| (id.clone(), quarter.since(start))).collect(),
        }
    }
}

/// A measure of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its place among the agenda's entries.
    pub place: usize,
    /// Id in the catalogue.
    pub id: String,
    /// Quarter in which it starts, counted from 0.
    pub start: u32,
    /// Quarter in which it ends.
    pub end: u32,
    /// Month in which it starts, counted from 0.
    pub start_month: u32,
    /// Month in which it ends.
    pub end_month: u32,
    /// Person-days (highest) in each of its quarters.
    pub days: BTreeMap<u32, f64>,
    /// Whether the user wants it in, or has started it.
    pub must: bool,
    /// Whether it ends after the last quarter of the plan.
    pub beyond: bool,
    /// Whether it begins later than the user wants, because of what it requires or for want of days.
    pub late: bool,
}

/// What the figures would be at the end of a quarter if its measures bring what they say.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// Quarter, counted from 0.
    pub quarter: u32,
    /// Person-days (highest) in it.
    pub days: f64,
    /// Euro (highest) of the measures that start in it.
    pub cost: f64,
    /// Total.
    pub score: f64,
    /// 5th and 95th percentile: today's distances from the total, within 0..=100; none where there are none today.
    pub range: Option<(f64, f64)>,
    /// Level, gates included.
    pub level: u8,
}

/// The best that a budget buys.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Euro.
    pub budget: f64,
    /// Total after it; none where the measures that must be in do not fit.
    pub score: Option<f64>,
    /// Euro it takes (highest).
    pub cost: f64,
    /// Measures, by place.
    pub chosen: Vec<usize>,
}

/// A plan. Its choice is the exact optimum: no other set of open measures that keeps the limits has a higher value, nor the
/// same value at a lower cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What it fits into.
    pub purse: Purse,
    /// Measures in the order in which they start.
    pub steps: Vec<Step>,
    /// Euro, lowest and highest.
    pub cost: [f64; 2],
    /// Person-days, lowest and highest.
    pub days: [f64; 2],
    /// Total today.
    pub score_before: f64,
    /// Total once all its measures have brought what they say.
    pub score_after: f64,
    /// Level today.
    pub level_before: u8,
    /// Level then.
    pub level_after: u8,
    /// Quarter by quarter, up to the last in which a measure ends.
    pub forecast: Vec<Forecast>,
    /// The best for each budget, rising in even steps from 0.
    pub frontier: Vec<Point>,
    /// The best with one step more of budget, where that buys anything.
    pub next: Option<Point>,
    /// Kinds of change that none of its most urgent measures is of (rule of balance).
    pub missing_kinds: Vec<String>,
}

/// Why measures that must be in a plan do not fit.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// They cost more than there is.
    Budget {
        /// Measures that must be in, with what they require, by place.
        must: Vec<usize>,
        /// Euro they need.
        needed: f64,
        /// Euro there are.
        there: f64,
    },
    /// They take more person-days than there are.
    Days {
        /// Measures that must be in, with what they require, by place.
        must: Vec<usize>,
        /// Person-days they need.
        needed: f64,
        /// Person-days there are in all quarters.
        there: f64,
    },
    /// One requires a measure that is excluded.
    Excluded {
        /// The one that must be in.
        must: usize,
        /// The one that is excluded.
        excluded: usize,
    },
}

/// Chooses the best measures for a purse and lays them out.
///
/// # Errors
/// Which measures that must be in do not fit, and how much they would take.
pub fn plan(agenda: &Agenda<'_>, purse: &Purse) -> Result<Plan, Refusal> {
    let quarters = purse.quarters.clamp(1, QUARTERS);
    let purse = Purse { quarters, ..purse.clone() };
    let open = Open::new(agenda, &purse);
    let budget = cents(purse.budget);
    let all_days = purse.days.map(|days| cents(days).saturating_mul(u64::from(quarters)));
    let limits = Limits { cost: Some(budget), days: all_days };
    let best = solver::best(&open.candidates, &limits).map_err(|e| open.refusal(&e))?;
    let chosen = open.places(&best.chosen);
    let frontier = open.frontier(agenda, all_days);
    let more = cents(purse.budget + agenda.catalogue.structure.rules.budget_step);
    let next = solver::best(&open.candidates, &Limits { cost: Some(more), days: all_days }).ok();
    let next = next.filter(|next| next.value > best.value).map(|next| open.point(agenda, more, &next.chosen));
    Ok(laid_out(agenda, purse, &chosen, frontier, next))
}

/// A scenario with its plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its name.
    pub name: String,
    /// Its plan, or why what must be in it does not fit.
    pub plan: Result<Plan, Refusal>,
}

/// The plans of the scenarios kept, in their order.
#[must_use]
pub fn scenarios(agenda: &Agenda<'_>, choices: &PlanChoices, today: Date) -> Vec<Kept> {
    let made = choices.scenarios.iter().map(|scenario| Kept {
        name: scenario.name.clone(),
        plan: plan(agenda, &Purse::of(agenda, choices, &scenario.frame, today)),
    });
    made.collect()
}

/// The open entries as the solver takes them.
struct Open {
    candidates: Vec<Candidate>,
    /// Place of each candidate among the entries.
    places: Vec<usize>,
}

impl Open {
    fn new(agenda: &Agenda<'_>, purse: &Purse) -> Self {
        let entries = &agenda.entries;
        let mut places: Vec<usize> = (0..entries.len()).filter(|p| entries[*p].state == State::Open).collect();
        // In the order of ids, so that ties do not depend on the catalogue's order.
        places.sort_by(|a, b| entries[*a].id.cmp(&entries[*b].id));
        let at: BTreeMap<usize, usize> = places.iter().enumerate().map(|(n, place)| (*place, n)).collect();
        let candidates = places.iter().map(|place| {
            let entry = &entries[*place];
            let excluded = purse.excluded.contains(&entry.id);
            Candidate {
                value: (entry.value * VALUE).round() as u64,
                cost: cents(entry.cost[1]),
                days: cents(entry.days[1]),
                requires: entry.requires.iter().filter_map(|r| at.get(r).copied()).collect(),
                must: !excluded && (purse.must.contains(&entry.id) || is_started(agenda, *place)),
                excluded,
            }
        });
        Self { candidates: candidates.collect(), places }
    }

    fn places(&self, chosen: &[usize]) -> Vec<usize> {
        chosen.iter().map(|n| self.places[*n]).collect()
    }

    fn refusal(&self, why: &Infeasible) -> Refusal {
        match why {
            Infeasible::OverBudget { measures, needed, limit } => Refusal::Budget {
                must: self.places(measures),
                needed: *needed as f64 / HUNDREDTHS,
                there: *limit as f64 / HUNDREDTHS,
            },
            Infeasible::OverDays { measures, needed, limit } => Refusal::Days {
                must: self.places(measures),
                needed: *needed as f64 / HUNDREDTHS,
                there: *limit as f64 / HUNDREDTHS,
            },
            Infeasible::NeedsExcluded { must, excluded } => {
                Refusal::Excluded { must: self.places[*must], excluded: self.places[*excluded] }
            }
        }
    }

    fn point(&self, agenda: &Agenda<'_>, budget: u64, chosen: &[usize]) -> Point {
        let chosen = self.places(chosen);
        let cost = total(chosen.iter().map(|p| agenda.entries[*p].cost[1]));
        let score = agenda.outcome(chosen.iter().copied()).total;
        Point { budget: budget as f64 / HUNDREDTHS, score, cost, chosen }
    }

    /// From nothing in even steps to the budget beyond which nothing more can be bought.
    fn frontier(&self, agenda: &Agenda<'_>, days: Option<u64>) -> Vec<Point> {
        let everything = solver::best(&self.candidates, &Limits { cost: None, days }).map_or(0, |best| best.cost);
        let step = cents(agenda.catalogue.structure.rules.budget_step).max(1);
        let wide = everything.div_ceil(step).div_ceil(u64::from(MOST_STEPS)).max(1);
        let step = step * wide;
        let budgets: Vec<u64> = (0..=everything.div_ceil(step)).map(|n| n * step).collect();
        let best = solver::frontier(&self.candidates, days, &budgets);
        let points = budgets.iter().zip(best);
        points
            .map(|(budget, best)| match best {
                Ok(best) => self.point(agenda, *budget, &best.chosen),
                Err(_) => Point { budget: *budget as f64 / HUNDREDTHS, score: None, cost: 0.0, chosen: Vec::new() },
            })
            .collect()
    }
}

fn is_started(agenda: &Agenda<'_>, place: usize) -> bool {
    agenda.entries[place].progress.as_ref().is_some_and(|p| p.stage == Stage::Started)
}

/// A sum; not `sum()`, whose result for nothing at all is −0.
fn total(amounts: impl Iterator<Item = f64>) -> f64 {
    amounts.fold(0.0, |sum, x| sum + x)
}

/// Hundredths of an amount, half up; what is not a number or below 0 counts as 0.
fn cents(amount: f64) -> u64 {
    (amount.clamp(0.0, LARGEST) * HUNDREDTHS).round() as u64
}

fn laid_out(agenda: &Agenda<'_>, purse: Purse, chosen: &[usize], frontier: Vec<Point>, next: Option<Point>) -> Plan {
    let entries = &agenda.entries;
    let at: BTreeMap<usize, usize> = chosen.iter().enumerate().map(|(n, place)| (*place, n)).collect();
    let tasks: Vec<Task> = chosen
        .iter()
        .map(|place| Task {
            days: cents(entries[*place].days[1]),
            months: agenda.measure(*place).months,
            after: entries[*place].requires.iter().filter_map(|r| at.get(r).copied()).collect(),
            priority: entries[*place].priority,
            not_before: wanted(&purse, &entries[*place].id) * MONTHS,
        })
        .collect();
    let slots = schedule(&tasks, purse.days.map(cents));
    let mut steps: Vec<Step> = chosen
        .iter()
        .zip(slots)
        .map(|(place, slot)| Step {
            place: *place,
            id: entries[*place].id.clone(),
            start: slot.start / MONTHS,
            end: slot.end / MONTHS,
            start_month: slot.start,
            end_month: slot.end,
            days: slot.days.iter().map(|(quarter, days)| (*quarter, *days as f64 / HUNDREDTHS)).collect(),
            must: purse.must.contains(&entries[*place].id) || is_started(agenda, *place),
            beyond: slot.end / MONTHS >= purse.quarters,
            late: purse.begin.get(&entries[*place].id).is_some_and(|quarter| slot.start / MONTHS > *quarter),
        })
        .collect();
    let order = |s: &Step| (s.start_month, s.end_month);
    steps.sort_by(|a, b| {
        let urgent = entries[b.place].priority.total_cmp(&entries[a.place].priority);
        order(a).cmp(&order(b)).then(urgent).then_with(|| a.id.cmp(&b.id))
    });
    let sum = |of: fn(&super::Entry) -> [f64; 2]| {
        let ranges = || chosen.iter().map(|place| of(&entries[*place]));
        [total(ranges().map(|r| r[0])), total(ranges().map(|r| r[1]))]
    };
    let after = agenda.outcome(chosen.iter().copied());
    Plan {
        cost: sum(|e| e.cost),
        days: sum(|e| e.days),
        score_before: agenda.score,
        score_after: after.total.unwrap_or(agenda.score),
        level_before: agenda.level,
        level_after: after.level.unwrap_or(agenda.level),
        forecast: forecast(agenda, &purse, &steps),
        missing_kinds: missing_kinds(agenda, &steps),
        purse,
        steps,
        frontier,
        next,
    }
}

/// The quarter in which the user wants a measure to begin: the first where nothing is said, the last a plan may have where it
/// lies farther away.
fn wanted(purse: &Purse, id: &str) -> u32 {
    purse.begin.get(id).copied().unwrap_or(0).min(QUARTERS)
}

fn forecast(agenda: &Agenda<'_>, purse: &Purse, steps: &[Step]) -> Vec<Forecast> {
    let last = steps.iter().map(|s| s.end + 1).max().unwrap_or(0).max(purse.quarters);
    (0..last)
        .map(|quarter| {
            let outcome = agenda.outcome(steps.iter().filter(|s| s.end <= quarter).map(|s| s.place));
            let score = outcome.total.unwrap_or(agenda.score);
            let started = steps.iter().filter(|s| s.start == quarter);
            Forecast {
                quarter,
                days: total(steps.iter().filter_map(|s| s.days.get(&quarter).copied())),
                cost: total(started.map(|s| agenda.entries[s.place].cost[1])),
                score,
                range: agenda.spread.map(|today| {
                    let moved = |edge: f64| (score + edge - agenda.score).clamp(0.0, 100.0);
                    (moved(today.p5), moved(today.p95))
                }),
                level: outcome.level.unwrap_or(agenda.level),
            }
        })
        .collect()
}

/// Kinds that are not among the measures of highest priority.
fn missing_kinds(agenda: &Agenda<'_>, steps: &[Step]) -> Vec<String> {
    let structure = &agenda.catalogue.structure;
    if steps.is_empty() {
        return Vec::new();
    }
    let mut first: Vec<usize> = steps.iter().map(|s| s.place).collect();
    first.sort_by(|a, b| {
        let (x, y) = (&agenda.entries[*a], &agenda.entries[*b]);
        y.priority.total_cmp(&x.priority).then_with(|| x.id.cmp(&y.id))
    });
    first.truncate(structure.rules.balance_among);
    let there = |kind: &String| first.iter().any(|place| &agenda.measure(*place).kind == kind);
    structure.kinds.iter().filter(|kind| !there(kind)).cloned().collect()
}

impl Plan {
    /// The level with everything in it, gates included; none where there is nothing in it.
    #[must_use]
    pub fn level(&self) -> Option<u8> {
        (!self.steps.is_empty()).then_some(self.level_after)
    }

    /// Whether a measure is in it.
    #[must_use]
    pub fn step(&self, place: usize) -> Option<&Step> {
        self.steps.iter().find(|s| s.place == place)
    }

    /// The first quarter that lies a number of quarters after its start.
    #[must_use]
    pub fn quarter(&self, count: u32) -> Quarter {
        self.purse.start.plus(count)
    }
}
