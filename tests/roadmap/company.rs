//! Companies made up at random.

use jiff::civil::{Date, date};
use orienta::assessment::choices::{OwnCost, Progress, Stage};
use orienta::assessment::{ActivityCode, Answer, Assessment, State, Value};
use orienta::pack::measures::Catalogue;
use orienta::pack::{ItemKind, Mode, orientamento};
use proptest::prelude::*;
use serde_json::Map;

pub(crate) const TODAY: Date = date(2026, 11, 29);

/// A code of each of six families, and none.
const CODES: [&str; 7] = ["25.62", "10.51", "43.21", "47.71", "49.41", "55.10", ""];

pub(crate) fn answered(v: f64) -> State {
    State::Answered(Value::Number(v))
}

pub(crate) fn give(assessment: &mut Assessment, item: &str, state: State) {
    let answer = Answer { respondent: "r1".into(), state, ..Answer::default() };
    assessment.answers.insert(item.to_owned(), vec![answer]);
}

/// Every core ladder at one step, nothing else.
pub(crate) fn all_at(step: f64) -> Assessment {
    let mut assessment = Assessment::new(orientamento());
    assessment.company.employees = Some(25);
    for n in 1..=20 {
        give(&mut assessment, &format!("A{n}"), answered(step));
    }
    assessment
}

/// Most ladders answered, some not known, not applicable or open; quick or full, of any sector and size, some with goals, with
/// costs of their own and with measures started or done.
pub(crate) fn companies() -> impl Strategy<Value = Assessment> {
    let ladders: Vec<_> = orientamento().structure.items.iter().filter(|i| i.kind == ItemKind::Ladder).collect();
    let measures = Catalogue::of(orientamento()).unwrap().structure.measures.len();
    let profile = (prop::sample::select(&CODES[..]), prop::option::weighted(0.9, 1_u32..300), any::<bool>());
    let answers = prop::collection::vec((0_u32..24, 0_u32..=10), ladders.len());
    let goals = prop::sample::subsequence(orientamento().item("O1").unwrap().options.clone(), 0..=3);
    let own = prop::collection::vec((0..measures, 0_u32..20_000, 1_u32..60), 0..4);
    let progress = prop::collection::vec((0..measures, any::<bool>()), 0..3);
    (profile, answers, goals, own, progress).prop_map(move |((code, people, full), answers, goals, own, progress)| {
        let pack = orientamento();
        let catalogue = &Catalogue::of(pack).unwrap().structure;
        let mut a = Assessment::new(pack);
        a.mode = if full { Mode::Full } else { Mode::Quick };
        a.company.employees = people;
        a.company.ateco =
            (!code.is_empty()).then(|| ActivityCode { edition: "2025".into(), code: code.into(), extra: Map::new() });
        for (item, (kind, halves)) in ladders.iter().zip(&answers) {
            let state = match kind {
                0 => State::DontKnow,
                1 => State::Open,
                2 if item.allows_na => State::NotApplicable,
                _ => answered(f64::from(*halves) / 2.0),
            };
            give(&mut a, &item.id, state);
        }
        if !goals.is_empty() {
            give(&mut a, "O1", State::Answered(Value::Options(goals)));
        }
        for (measure, euro, days) in own {
            let (euro, days) = (f64::from(euro), f64::from(days) / 2.0);
            let cost = OwnCost { eur: [euro / 2.0, euro], days: [days / 2.0, days], ..OwnCost::default() };
            a.plan.costs.insert(catalogue.measures[measure].id.clone(), cost);
        }
        for (measure, done) in progress {
            let stage = if done { Stage::Done } else { Stage::Started };
            let made = Progress { stage, date: TODAY, evidence: String::new(), extra: Map::new() };
            a.plan.progress.insert(catalogue.measures[measure].id.clone(), made);
        }
        a
    })
}
