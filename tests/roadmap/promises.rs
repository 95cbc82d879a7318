//! What every plan keeps, whatever the company.

use std::collections::BTreeSet;

use orienta::assessment::Quarter;
use orienta::pack::orientamento;
use orienta::pipeline::evaluate;
use orienta::roadmap::{Agenda, NoPlan, Purse, Refusal, State, plan, targets};
use orienta::text::Language;
use proptest::prelude::*;

use crate::company::{TODAY, all_at, companies, give};

#[derive(Clone, Debug)]
struct Wanted {
    budget: f64,
    days: Option<f64>,
    quarters: u32,
    must: Vec<prop::sample::Index>,
    excluded: Vec<prop::sample::Index>,
    begin: Vec<(prop::sample::Index, u32)>,
}

fn wanted() -> impl Strategy<Value = Wanted> {
    (
        0_u32..80_000,
        prop::option::weighted(0.8, 0_u32..80),
        1_u32..=8,
        prop::collection::vec(any::<prop::sample::Index>(), 0..3),
        prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        prop::collection::vec((any::<prop::sample::Index>(), 0_u32..6), 0..4),
    )
        .prop_map(|(budget, days, quarters, must, excluded, begin)| Wanted {
            budget: f64::from(budget),
            days: days.map(f64::from),
            quarters,
            must,
            excluded,
            begin,
        })
}

fn purse(agenda: &Agenda<'_>, w: &Wanted) -> Purse {
    let id = |n: &prop::sample::Index| n.get(&agenda.entries).id.clone();
    Purse {
        budget: w.budget,
        days: w.days,
        quarters: w.quarters,
        start: Quarter::after(TODAY),
        must: w.must.iter().map(id).collect(),
        excluded: w.excluded.iter().map(id).collect(),
        begin: w.begin.iter().map(|(n, quarter)| (id(n), *quarter)).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_plan_keeps_everything_it_must(company in companies(), w in wanted()) {
        let evaluation = evaluate(orientamento(), &company, TODAY, Language::EN);
        let Ok(agenda) = evaluation.agenda() else { return Ok(()) };
        let purse = purse(&agenda, &w);
        let made = match plan(&agenda, &purse) {
            Ok(made) => made,
            Err(refusal) => {
                // It names measures that are wanted or started, and says how much they would take.
                let (must, needed, there) = match refusal {
                    Refusal::Budget { must, needed, there } => (must, needed, there),
                    Refusal::Days { must, needed, there } => (must, needed, there),
                    Refusal::Excluded { excluded, .. } => {
                        prop_assert!(purse.excluded.contains(&agenda.entries[excluded].id));
                        return Ok(());
                    }
                };
                prop_assert!(!must.is_empty() && needed > there);
                return Ok(());
            }
        };
        let chosen: BTreeSet<usize> = made.steps.iter().map(|s| s.place).collect();
        let entry = |place: &usize| &agenda.entries[*place];
        // Budget and days, to the cent.
        prop_assert!(made.cost[1] <= w.budget + 0.005 * chosen.len() as f64, "{} of {}", made.cost[1], w.budget);
        if let Some(days) = w.days {
            prop_assert!(made.days[1] <= days * f64::from(w.quarters) + 1e-6);
            for f in &made.forecast {
                prop_assert!(f.days <= days + 1e-6, "quarter {}: {} of {days}", f.quarter, f.days);
            }
        }
        // Every day is somewhere.
        for step in &made.steps {
            let laid: f64 = step.days.values().sum();
            prop_assert!((laid - entry(&step.place).days[1]).abs() < 0.006, "{}: {laid}", step.id);
            prop_assert!(step.start <= step.end && step.days.keys().all(|q| step.start <= *q && *q <= step.end));
            prop_assert!(step.end_month - step.start_month + 1 >= agenda.measure(step.place).months);
            prop_assert_eq!(step.beyond, step.end >= w.quarters);
            if let Some(quarter) = purse.begin.get(&step.id) {
                prop_assert!(step.start >= *quarter);
            }
            // Prerequisites are in the plan and end before, or are there already.
            for before in &entry(&step.place).requires {
                if entry(before).state == State::Open {
                    let before = made.step(*before);
                    prop_assert!(before.is_some_and(|b| b.end_month < step.start_month), "{}", step.id);
                }
            }
            prop_assert_eq!(entry(&step.place).state, State::Open);
            prop_assert!(!purse.excluded.contains(&step.id));
        }
        // What must be in is in, unless it is there already.
        for id in purse.must.iter().filter(|id| !purse.excluded.contains(*id)) {
            let place = agenda.place(id).unwrap();
            prop_assert!(chosen.contains(&place) || entry(&place).state != State::Open);
        }
        // Gains add up to what the answers would give, and the last quarter reaches it.
        let gains = made.steps.iter().map(|s| entry(&s.place).gain).sum::<f64>();
        let off = made.score_before + gains - made.score_after;
        prop_assert!(off.abs() <= 1e-7, "{} {}", made.score_before, made.score_after);
        prop_assert!((made.forecast.last().unwrap().score - made.score_after).abs() < 1e-9);
        for f in &made.forecast {
            let ended = made.steps.iter().filter(|s| s.end <= f.quarter).map(|s| entry(&s.place).gain).sum::<f64>();
            prop_assert!((made.score_before + ended - f.score).abs() < 1e-7, "quarter {}", f.quarter);
        }
        for closed in agenda.entries.iter().filter(|e| e.state != State::Open) {
            prop_assert!(closed.gain == 0.0 && closed.value == 0.0, "{}", closed.id);
        }
        let scores: Vec<f64> = made.forecast.iter().map(|f| f.score).collect();
        prop_assert!(scores.windows(2).all(|p| p[0] <= p[1] + 1e-9));
        // The frontier reaches this plan: at a budget between two of its points, no less than the lower one in value.
        let value = |chosen: &[usize]| chosen.iter().map(|p| entry(p).value).sum::<f64>();
        let below = made.frontier.iter().rfind(|p| p.score.is_some() && p.budget <= w.budget);
        if let Some(point) = below {
            let own = made.steps.iter().map(|s| s.place).collect::<Vec<_>>();
            prop_assert!(value(&own) >= value(&point.chosen) - 1e-6);
        }
        let values: Vec<f64> = made.frontier.iter().filter(|p| p.score.is_some()).map(|p| value(&p.chosen)).collect();
        prop_assert!(values.windows(2).all(|p| p[0] <= p[1] + 1e-6));
        // Again the same.
        prop_assert_eq!(plan(&agenda, &purse), Ok(made));
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Whatever language it is read in, the plan is the same.
    #[test]
    fn the_language_changes_nothing(company in companies(), w in wanted()) {
        let of = |language| {
            let evaluation = evaluate(orientamento(), &company, TODAY, language);
            evaluation.agenda().ok().map(|agenda| plan(&agenda, &purse(&agenda, &w)))
        };
        prop_assert_eq!(of(Language::IT), of(Language::EN));
    }
}

#[test]
fn without_a_total_the_missing_answers_are_named() {
    let mut assessment = all_at(2.0);
    for n in 1..=14 {
        assessment.answers.remove(&format!("A{n}"));
    }
    let evaluation = evaluate(orientamento(), &assessment, TODAY, Language::IT);
    let missing: Vec<String> = (1..=14).map(|n| format!("A{n}")).collect();
    assert_eq!(evaluation.roadmap().unwrap_err(), &NoPlan::NoTotal(missing));
}

/// At step 2 everywhere and with the goal of security, by hand: D5 has the need 4, at most two levels above level 2; the total
/// is 40, level 2 with its threshold at 30, the next at 50, level 4 at 70.
#[test]
fn targets_follow_goals_and_the_next_level() {
    let mut assessment = all_at(2.0);
    let goals = orienta::assessment::Value::Options(vec!["security".into()]);
    give(&mut assessment, "O1", orienta::assessment::State::Answered(goals));
    let evaluation = evaluate(orientamento(), &assessment, TODAY, Language::IT);
    let targets = targets(&evaluation.agenda().unwrap());
    let of = |id: &str| targets.iter().find(|t| t.dimension == id).unwrap().clone();
    assert_eq!((of("D5").level, of("D5").next, of("D5").needed), (2, Some(3), Some(4)));
    assert!((of("D5").gap - 30.0).abs() < 1e-9);
    // The goal needs level 2 of strategy, which is reached, and nothing of customers.
    assert_eq!((of("D1").needed, of("D7").needed), (None, None));
    assert!((of("D1").gap - 10.0).abs() < 1e-9);
}

/// With one goal the weights of its dimensions are up to doubled: two measures of equal gain change their order.
#[test]
fn goals_change_the_value_and_not_the_gain() {
    let plain = all_at(2.0);
    let mut safe = plain.clone();
    let goals = orienta::assessment::Value::Options(vec!["security".into()]);
    give(&mut safe, "O1", orienta::assessment::State::Answered(goals));
    let entries = |a| evaluate(orientamento(), a, TODAY, Language::IT).agenda().unwrap().entries;
    let (before, after) = (entries(&plain), entries(&safe));
    // By hand (method §2): the weights of D1 to D8 sum to 100; a need of 4 makes 14 of D5 into 14 · 1.8.
    let needs = [2.0, 2.0, 0.0, 2.0, 4.0, 3.0, 0.0, 0.0];
    let weights = [12.0, 18.0, 12.0, 14.0, 14.0, 14.0, 10.0, 6.0];
    let sum: f64 = needs.iter().zip(weights).map(|(n, w)| w * (1.0 + n / 5.0)).sum();
    for (b, a) in before.iter().zip(&after) {
        assert!((b.gain - a.gain).abs() < 1e-9, "{}", a.id);
        assert!((b.gain - b.value).abs() < 1e-9, "{}", b.id);
    }
    let backup = after.iter().find(|e| e.id == "tested-backup").unwrap();
    // A13 from 2 to 3 is 20 points of one of three parts of D5.
    assert!((backup.gain - 14.0 / 100.0 * 20.0 / 3.0).abs() < 1e-9, "{}", backup.gain);
    assert!((backup.value - 14.0 * 1.8 / sum * 20.0 / 3.0).abs() < 1e-9, "{}", backup.value);
}

/// What is done had everything it requires, also past what is there already: `budget-in-accounts` requires the year's budget
/// (A2 to step 3, there already), that a written plan (A1 to step 3).
#[test]
fn what_is_done_had_everything_it_requires() {
    use orienta::assessment::State as Given;
    use orienta::assessment::choices::{Progress, Stage};
    let mut assessment = all_at(3.0);
    give(&mut assessment, "A1", Given::Answered(orienta::assessment::Value::Number(0.0)));
    let done = Progress { stage: Stage::Done, date: TODAY, evidence: String::new(), extra: serde_json::Map::new() };
    assessment.plan.progress.insert("budget-in-accounts".into(), done);
    let evaluation = evaluate(orientamento(), &assessment, TODAY, Language::IT);
    let agenda = evaluation.agenda().unwrap();
    let state = |id: &str| agenda.entries[agenda.place(id).unwrap()].state;
    assert_eq!(state("yearly-digital-budget"), State::Met);
    assert_eq!((state("written-plan"), state("one-department-plan")), (State::Done, State::Done));
}
