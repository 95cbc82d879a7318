//! The plan against all plans there are, with figures worked out another way: measures and costs from the catalogue's file,
//! scores from an assessment whose answers are changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use orienta::assessment::{Assessment, State};
use orienta::pack::orientamento;
use orienta::pipeline::evaluate;
use orienta::roadmap::{Purse, plan};
use orienta::scoring::score;
use orienta::text::Language;
use proptest::prelude::*;
use serde_json::Value as Json;

use crate::company::{TODAY, answered, companies, give};

fn catalogue() -> Vec<Json> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/measures/orientamento/catalogue.json");
    let json: Json = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    json["measures"].as_array().unwrap().clone()
}

/// The assessment after these measures.
fn after(assessment: &Assessment, measures: &[&Json]) -> Assessment {
    let mut changed = assessment.clone();
    for raise in measures.iter().flat_map(|m| m["raises"].as_array().unwrap()) {
        let (item, to) = (raise["item"].as_str().unwrap(), raise["to"].as_f64().unwrap());
        let now = changed.answers.get(item).map(|a| a[0].state.clone());
        if let Some(State::Answered(orienta::assessment::Value::Number(v))) = now
            && v < to
        {
            give(&mut changed, item, answered(to));
        }
    }
    changed
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_set_of_measures_is_better(
        company in companies(),
        kept in prop::sample::subsequence(catalogue(), 7..=9),
        budget in 0_u32..60_000,
        days in 0_u32..40,
    ) {
        let mut assessment = company;
        // Without goals, own costs or progress, so that values and costs are those of the file.
        assessment.answers.remove("O1");
        assessment.plan = orienta::assessment::PlanChoices::default();
        let evaluation = evaluate(orientamento(), &assessment, TODAY, Language::EN);
        let Ok(agenda) = evaluation.agenda() else { return Ok(()) };
        let ids: BTreeSet<&str> = kept.iter().map(|m| m["id"].as_str().unwrap()).collect();
        let excluded: BTreeSet<String> =
            agenda.entries.iter().map(|e| e.id.clone()).filter(|id| !ids.contains(id.as_str())).collect();
        let (budget, days) = (f64::from(budget), f64::from(days));
        let choices = &assessment.plan;
        let purse = Purse {
            budget,
            days: Some(days),
            quarters: 3,
            excluded: excluded.clone(),
            ..Purse::of(&agenda, choices, &choices.frame, TODAY)
        };
        let ours = plan(&agenda, &purse).unwrap();

        let size = match assessment.company.employees {
            Some(n) if n < 10 => "micro",
            Some(n) if n >= 50 => "medium",
            _ => "small",
        };
        let takes = |m: &Json| {
            let cost = &m["cost"][size];
            let bought = cost["items"].as_array().unwrap().iter().map(|p| p["eur"][1].as_f64().unwrap()).sum::<f64>();
            let days = cost["days"][1].as_f64().unwrap();
            (bought + days * 240.0, days)
        };
        // A measure whose answers are at its steps already is there: it is not chosen, and does not keep others back.
        let met = |m: &Json| {
            let steps: Vec<bool> = m["raises"].as_array().unwrap().iter().filter_map(|r| {
                let item = r["item"].as_str().unwrap();
                let answer = evaluation.sheet.answer(orientamento(), item)?;
                match &answer.state {
                    State::NotApplicable | State::Skipped => None,
                    _ => Some(answer.step().map(|v| v >= r["to"].as_f64().unwrap())),
                }
            }).flatten().collect();
            !steps.is_empty() && steps.iter().all(|at| *at)
        };
        let concerns = |m: &Json| m["raises"].as_array().unwrap().iter().any(|r| {
            evaluation.sheet.answer(orientamento(), r["item"].as_str().unwrap())
                .is_some_and(|a| !matches!(a.state, State::NotApplicable | State::Skipped))
        });
        let all: BTreeMap<String, Json> =
            catalogue().into_iter().map(|m| (m["id"].as_str().unwrap().to_owned(), m)).collect();
        let free: Vec<&Json> = kept.iter().filter(|m| !met(m) && concerns(m)).collect();
        let mut best: Option<f64> = None;
        for bits in 0..1_u32 << free.len() {
            let chosen: Vec<&Json> = (0..free.len()).filter(|n| bits >> n & 1 == 1).map(|n| free[n]).collect();
            let there: BTreeSet<&str> = chosen.iter().map(|m| m["id"].as_str().unwrap()).collect();
            let ready = chosen.iter().all(|m| m["requires"].as_array().unwrap().iter().all(|r| {
                let r = r.as_str().unwrap();
                there.contains(r) || met(&all[r]) || !concerns(&all[r])
            }));
            // One ladder is climbed step by step, whatever stands between.
            let in_order = chosen.iter().all(|m| m["raises"].as_array().unwrap().iter().all(|r| {
                all.values().filter(|o| !met(o) && concerns(o)).all(|o| {
                    there.contains(o["id"].as_str().unwrap())
                        || !o["raises"].as_array().unwrap().iter()
                            .any(|x| x["item"] == r["item"] && x["to"].as_u64() < r["to"].as_u64())
                })
            }));
            let (cost, used) = chosen.iter().map(|m| takes(m)).fold((0.0, 0.0), |(c, d), (x, y)| (c + x, d + y));
            if !ready || !in_order || cost > budget + 1e-6 || used > days * 3.0 + 1e-6 {
                continue;
            }
            let total = score(orientamento(), &after(&assessment, &chosen)).total.figure.score.unwrap();
            best = Some(best.map_or(total, |b: f64| b.max(total)));
        }
        prop_assert!((best.unwrap() - ours.score_after).abs() < 1e-6, "{best:?} is better than {}", ours.score_after);
    }
}
