//! The quick score written a second time, straight from method §2-§4 and knowing nothing of the library: a
//! sub-dimension is one core ladder.

use proptest::prelude::*;

use super::support::{Answers, answers, cases, close, shipped};
use orienta::assessment::{State, Value};

const DIMENSIONS: [(&str, f64, &[&str]); 8] = [
    ("D1", 12.0, &["A1", "A2", "A3"]),
    ("D2", 18.0, &["A4", "A5", "A6"]),
    ("D3", 12.0, &["A7", "A8"]),
    ("D4", 14.0, &["A9", "A10", "A11"]),
    ("D5", 14.0, &["A12", "A13", "A14"]),
    ("D6", 14.0, &["A15", "A16", "A17"]),
    ("D7", 10.0, &["A18", "A19"]),
    ("D8", 6.0, &["A20"]),
];
const TECHNOLOGICAL: [&str; 3] = ["D2", "D3", "D5"];

/// Score, lowest, highest, answered and applicable ladders of one dimension; none where nothing is applicable.
#[derive(Clone, Copy)]
struct Dim {
    weight: f64,
    score: Option<f64>,
    lowest: f64,
    highest: f64,
    answered: f64,
    applicable: f64,
}

fn dimension(weight: f64, ladders: &[&str], answers: &Answers) -> Option<Dim> {
    let (mut points, mut answered, mut applicable) = (0.0, 0.0, 0.0);
    for id in ladders {
        match answers.get(id).unwrap_or(&State::Open) {
            State::NotApplicable | State::Skipped => continue,
            State::Answered(Value::Number(v)) => {
                points += 20.0 * v;
                answered += 1.0;
            }
            _ => {}
        }
        applicable += 1.0;
    }
    (applicable > 0.0).then(|| Dim {
        weight,
        score: (answered > 0.0 && 3.0 * answered >= 2.0 * applicable).then(|| points / answered),
        lowest: points / applicable,
        highest: (points + 100.0 * (applicable - answered)) / applicable,
        answered,
        applicable,
    })
}

/// Score, low, high, coverage over dimensions; published when `part` of every `whole` are.
fn over(list: &[Dim], part: f64, whole: f64) -> [Option<f64>; 4] {
    let weights: f64 = list.iter().map(|d| d.weight).sum();
    if weights == 0.0 {
        return [None; 4];
    }
    let published: Vec<(f64, f64)> = list.iter().filter_map(|d| Some((d.weight, d.score?))).collect();
    let score = (!published.is_empty() && whole * published.len() as f64 >= part * list.len() as f64)
        .then(|| published.iter().map(|(w, s)| w * s).sum::<f64>() / published.iter().map(|(w, _)| w).sum::<f64>());
    let low = list.iter().map(|d| d.weight * d.lowest).sum::<f64>() / weights;
    let high = list.iter().map(|d| d.weight * d.highest).sum::<f64>() / weights;
    let coverage = list.iter().map(|d| d.answered).sum::<f64>() / list.iter().map(|d| d.applicable).sum::<f64>();
    [score, Some(score.map_or(low, |s| s.min(low))), Some(score.map_or(high, |s| s.max(high))), Some(coverage)]
}

fn level(score: f64) -> u8 {
    [10.0, 30.0, 50.0, 70.0, 90.0].iter().filter(|&&t| score >= t - 1e-9).count() as u8
}

proptest! {
    #![proptest_config(cases())]
    #[test]
    fn figures_follow_the_method(answers in answers()) {
        let found = shipped(&answers);
        let dims: Vec<(&str, Option<Dim>)> =
            DIMENSIONS.iter().map(|(id, weight, ladders)| (*id, dimension(*weight, ladders, &answers))).collect();
        for (id, expected) in &dims {
            let d = found.dimension(id).unwrap();
            let e = expected.map_or([None; 4], |d| over(&[d], 1.0, 1.0));
            let figure = d.figure;
            for (name, e, f) in [("score", e[0], figure.score), ("low", e[1], figure.low), ("high", e[2], figure.high), ("coverage", e[3], figure.coverage)] {
                prop_assert!(close(e, f), "{id} {name}: expected {e:?}, found {f:?}");
            }
            prop_assert_eq!(d.level, figure.score.map(level), "{}", id);
        }
        let of = |wanted: fn(&str) -> bool| -> Vec<Dim> {
            dims.iter().filter(|(id, _)| wanted(id)).filter_map(|(_, d)| *d).collect()
        };
        let technological = over(&of(|id| TECHNOLOGICAL.contains(&id)), 2.0, 3.0);
        let digital = over(&of(|id| !TECHNOLOGICAL.contains(&id)), 2.0, 3.0);
        let total = over(&of(|_| true), 3.0, 4.0);
        for (name, e, figure) in [
            ("technological", technological, found.maturity("technological").unwrap().figure),
            ("digital", digital, found.maturity("digital").unwrap().figure),
            ("total", total, found.total.figure),
        ] {
            for (key, e, f) in [("score", e[0], figure.score), ("low", e[1], figure.low), ("high", e[2], figure.high), ("coverage", e[3], figure.coverage)] {
                prop_assert!(close(e, f), "{name} {key}: expected {e:?}, found {f:?}");
            }
        }

        // Gates, each by its own sentence in method §3.
        let score_of = |id: &str| dims.iter().find(|(i, _)| *i == id).and_then(|(_, d)| d.and_then(|d| d.score));
        let below = |id: &str, limit: f64| score_of(id).is_some_and(|s| s < limit - 1e-9);
        let mut gates = Vec::new();
        for (id, cap, holds) in [
            ("d5_below_30", 2, below("D5", 30.0)),
            ("d2_below_50", 3, below("D2", 50.0)),
            ("d4_below_50", 3, below("D4", 50.0)),
            ("d5_below_50", 3, below("D5", 50.0)),
        ] {
            if holds {
                gates.push((id, cap));
            }
        }
        let found_gates: Vec<(&str, u8)> = found.total.gates.iter().map(|g| (g.id.as_str(), g.cap)).collect();
        prop_assert_eq!(&found_gates, &gates);
        let uncapped = total[0].map(level);
        prop_assert_eq!(found.total.level_uncapped, uncapped);
        prop_assert_eq!(found.total.level, uncapped.map(|l| gates.iter().map(|g| g.1).fold(l, u8::min)));
        let mut unverified: Vec<&str> = ["D2", "D4", "D5"].into_iter().filter(|id| score_of(id).is_none()).collect();
        let mut found_unverified: Vec<&str> = found.total.unverified.iter().map(String::as_str).collect();
        unverified.sort_unstable();
        found_unverified.sort_unstable();
        prop_assert_eq!(found_unverified, unverified);

        // A flag on the backup, and nothing else; balance in the product's form instead of logarithms.
        let lost = answers.get("A13") == Some(&State::Answered(Value::Number(0.0)));
        prop_assert_eq!(found.total.flags.len(), usize::from(lost));
        let published: Vec<(f64, f64)> =
            dims.iter().filter_map(|(_, d)| d.and_then(|d| Some((d.weight, d.score?.max(1.0))))).collect();
        let weights: f64 = published.iter().map(|p| p.0).sum();
        let balance = total[0].map(|_| {
            let geometric: f64 = published.iter().map(|(w, d)| d.powf(w / weights)).product();
            100.0 * geometric / (published.iter().map(|(w, d)| w * d).sum::<f64>() / weights)
        });
        prop_assert!(close(found.total.balance, balance), "{:?} {balance:?}", found.total.balance);
    }
}
