//! Answers made up at random, and packs changed on purpose.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use orienta::assessment::{Answer, Assessment, State, Value};
use orienta::pack::{ItemKind, Mode, Pack, PackFiles, orientamento};
use orienta::scoring::{Figure, Scores};
use proptest::prelude::*;
use serde_json::Value as Json;

pub(crate) const LADDERS: [&str; 20] = [
    "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "A13", "A14", "A15", "A16", "A17",
    "A18", "A19", "A20",
];
/// The core ladders that may be not applicable (method §4).
pub(crate) const MAY_BE_NA: [&str; 5] = ["A7", "A11", "A18", "A19", "A20"];
pub(crate) const FACTS: [&str; 19] = [
    "F1.a", "F1.b", "F1.c", "F1.d", "F2.a", "F2.b", "F2.c", "F2.d", "F3.a", "F3.b", "F3.c", "F3.d", "F3.e", "F3.f",
    "F4.a", "F4.b", "F4.c", "F4.d", "F4.e",
];

/// Where the number of cases comes from.
const CASES: &str = "ORIENTA_CASES";

fn asked_for() -> u32 {
    std::env::var(CASES).map_or(256, |n| n.parse().unwrap_or_else(|e| panic!("{CASES}={n}: {e}")))
}

/// How often a property is tried: 256 times, or as often as the environment variable `ORIENTA_CASES` says.
pub(crate) fn cases() -> ProptestConfig {
    ProptestConfig::with_cases(asked_for())
}

/// The same for properties of which one case takes as long as hundreds of the others: 8 times, and never more than 64.
pub(crate) fn few_cases() -> ProptestConfig {
    ProptestConfig::with_cases(asked_for().div_ceil(32).min(64))
}

/// States by item; an item that is not in it is open.
pub(crate) type Answers = BTreeMap<&'static str, State>;

pub(crate) fn step(v: f64) -> State {
    State::Answered(Value::Number(v))
}

pub(crate) fn yes(b: bool) -> State {
    State::Answered(Value::Bool(b))
}

/// The same step on every ladder.
pub(crate) fn all_ladders(v: f64) -> Answers {
    LADDERS.into_iter().map(|id| (id, step(v))).collect()
}

pub(crate) fn company(pack: &Pack, answers: &Answers) -> Assessment {
    let mut assessment = Assessment::new(pack);
    assessment.company.employees = Some(25);
    for (id, state) in answers {
        // What a reduced pack no longer asks is left out, as it would be in a file made with it.
        if pack.item(id).is_some() {
            let answer = Answer { respondent: "r1".into(), state: state.clone(), ..Answer::default() };
            assessment.answers.insert((*id).to_owned(), vec![answer]);
        }
    }
    assessment
}

pub(crate) fn scores(pack: &Pack, answers: &Answers) -> Scores {
    orienta::scoring::score(pack, &company(pack, answers))
}

pub(crate) fn shipped(answers: &Answers) -> Scores {
    scores(orientamento(), answers)
}

fn ladder_state(may_be_na: bool) -> impl Strategy<Value = State> {
    // Halves come from several respondents; they are values like the others.
    let value = (0_u8..=10).prop_map(|halves| step(f64::from(halves) / 2.0));
    let na = if may_be_na { State::NotApplicable } else { State::DontKnow };
    prop_oneof![6 => value, 1 => Just(State::DontKnow), 1 => Just(State::Open), 1 => Just(na)]
}

fn fact_state() -> impl Strategy<Value = State> {
    prop_oneof![4 => any::<bool>().prop_map(yes), 1 => Just(State::DontKnow), 1 => Just(State::Open)]
}

/// A whole questionnaire, with gaps of every kind.
pub(crate) fn answers() -> impl Strategy<Value = Answers> {
    let ladders: Vec<_> =
        LADDERS.into_iter().map(|id| ladder_state(MAY_BE_NA.contains(&id)).prop_map(move |s| (id, s))).collect();
    let facts: Vec<_> = FACTS.into_iter().map(|id| fact_state().prop_map(move |s| (id, s))).collect();
    (ladders, facts).prop_map(|(ladders, facts)| ladders.into_iter().chain(facts).collect())
}

/// The files of the shipped pack as JSON, to be changed before loading.
pub(crate) struct Files(BTreeMap<String, Json>);

impl Files {
    pub(crate) fn shipped() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/orientamento");
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        Self(
            files
                .filter(|p| p.extension().is_some_and(|e| e == "json"))
                .map(|p| {
                    let json = serde_json::from_slice(&fs::read(&p).unwrap()).unwrap();
                    (p.file_name().unwrap().to_string_lossy().into_owned(), json)
                })
                .collect(),
        )
    }

    pub(crate) fn structure(&mut self) -> &mut Json {
        self.0.get_mut("pack.json").unwrap()
    }

    pub(crate) fn texts(&mut self) -> impl Iterator<Item = &mut Json> {
        self.0.iter_mut().filter(|(name, _)| *name != "pack.json").map(|(_, json)| json)
    }

    /// Removes core ladders with everything that names them, the estimate on DMAT's scale included, which cannot do without;
    /// a dimension or maturity left without content goes too.
    pub(crate) fn delete_ladders(&mut self, ids: &[&str]) {
        fn list<'j>(json: &'j mut Json, key: &str) -> &'j mut Vec<Json> {
            json[key].as_array_mut().unwrap()
        }
        fn named(json: &Json, key: &str, ids: &[&str]) -> bool {
            json[key].as_str().is_some_and(|id| ids.contains(&id))
        }
        let mut unsaid: Vec<String> = Vec::new();
        let structure = self.structure();
        list(structure, "items").retain(|i| !named(i, "id", ids));
        for item in list(structure, "items") {
            if let Some(feeds) = item.get_mut("feeds").and_then(Json::as_array_mut) {
                feeds.retain(|f| !named(f, "to", ids));
            }
        }
        list(structure, "contradictions").retain(|c| {
            let stays = !c["items"].as_array().unwrap().iter().any(|i| ids.contains(&i.as_str().unwrap()));
            if !stays {
                unsaid.push(c["id"].as_str().unwrap().to_owned());
            }
            stays
        });
        structure.as_object_mut().unwrap().remove("dmat");
        list(structure, "flags").retain(|f| !named(f, "item", ids));
        let mut gone: Vec<String> = Vec::new();
        for d in list(structure, "dimensions") {
            list(d, "subdimensions").retain(|s| !ids.contains(&s.as_str().unwrap()));
            if list(d, "subdimensions").is_empty() {
                gone.push(d["id"].as_str().unwrap().to_owned());
            }
        }
        let gone: Vec<&str> = gone.iter().map(String::as_str).collect();
        list(structure, "dimensions").retain(|d| !named(d, "id", &gone));
        assert!(!list(structure, "gates").iter().any(|g| named(g, "dimension", &gone)), "no gate loses its dimension");
        for m in list(structure, "maturities") {
            list(m, "dimensions").retain(|d| !gone.contains(&d.as_str().unwrap()));
        }
        let sections: Vec<String> = list(structure, "items").iter().map(|i| i["section"].to_string()).collect();
        for texts in self.texts() {
            for id in ids {
                texts["items"].as_object_mut().unwrap().remove(*id);
            }
            for id in &unsaid {
                texts["contradictions"].as_object_mut().unwrap().remove(id);
            }
            texts["dmat"] = serde_json::json!({});
            for id in &gone {
                texts["dimensions"].as_object_mut().unwrap().remove(*id);
            }
            texts["sections"].as_object_mut().unwrap().retain(|id, _| sections.contains(&format!("{id:?}")));
        }
    }

    /// Adds a ladder that feeds a sub-dimension through a group of this weight; its texts are those of A1.
    pub(crate) fn add_ladder(&mut self, id: &str, to: &str, group: &str, weight: f64) {
        let structure = self.structure();
        structure["groups"][group] = weight.into();
        structure["items"].as_array_mut().unwrap().push(serde_json::json!({
            "id": id, "type": "ladder", "section": "D1", "mode": "quick", "seconds": 18, "allows_na": true,
            "feeds": [{"to": to, "group": group}],
        }));
        for texts in self.texts() {
            let text = texts["items"]["A1"].clone();
            texts["items"][id] = text;
        }
    }

    pub(crate) fn bytes(&self) -> PackFiles {
        self.0.iter().map(|(name, json)| (name.clone(), serde_json::to_vec(json).unwrap())).collect()
    }

    pub(crate) fn load(&self) -> Pack {
        Pack::load(&self.bytes()).unwrap_or_else(|notices| panic!("{notices:#?}"))
    }
}

/// Every figure with its name: total, maturities, dimensions, sub-dimensions.
pub(crate) fn figures(scores: &Scores) -> Vec<(String, Figure)> {
    let mut list = vec![("total".to_owned(), scores.total.figure)];
    list.extend(scores.maturities.iter().map(|m| (m.id.clone(), m.figure)));
    for d in &scores.dimensions {
        list.push((d.id.clone(), d.figure));
        list.extend(d.subdimensions.iter().map(|s| (s.id.clone(), s.figure)));
    }
    list
}

pub(crate) fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (a, b) => a == b,
    }
}

pub(crate) fn same_figure(a: &Figure, b: &Figure) -> bool {
    close(a.score, b.score) && close(a.low, b.low) && close(a.high, b.high) && close(a.coverage, b.coverage)
}

/// The lists above are those of the pack.
#[test]
fn the_lists_are_those_of_the_pack() {
    let items = &orientamento().structure.items;
    let quick = || items.iter().filter(|i| i.mode == Mode::Quick && !i.optional);
    let of = |kind: ItemKind| quick().filter(move |i| i.kind == kind).map(|i| i.id.as_str());
    assert_eq!(of(ItemKind::Ladder).collect::<Vec<_>>(), LADDERS);
    assert_eq!(of(ItemKind::Fact).collect::<Vec<_>>(), FACTS);
    let na: Vec<&str> = quick().filter(|i| i.allows_na).map(|i| i.id.as_str()).collect();
    assert_eq!(na, MAY_BE_NA);
}
