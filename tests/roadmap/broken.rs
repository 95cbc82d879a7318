//! Catalogues with faults: all are found, each with its place.

use std::fs;
use std::path::Path;

use orienta::pack::measures::Catalogue;
use orienta::pack::{PackFiles, find};
use serde_json::{Value as Json, json};

fn files() -> PackFiles {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/measures/orientamento");
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect()
}

type Change = fn(&mut Json);

/// What is wrong after a change to one of the files.
fn faults(changes: &[(&str, Change)]) -> Vec<String> {
    let mut files = files();
    for (name, change) in changes {
        let mut json: Json = serde_json::from_slice(&files[*name]).unwrap();
        change(&mut json);
        files.insert((*name).to_owned(), serde_json::to_vec(&json).unwrap());
    }
    match Catalogue::load(&files, find) {
        Ok(_) => Vec::new(),
        Err(notices) => notices.iter().map(ToString::to_string).collect(),
    }
}

fn measure<'j>(json: &'j mut Json, id: &str) -> &'j mut Json {
    json["measures"].as_array_mut().unwrap().iter_mut().find(|m| m["id"] == id).unwrap()
}

const CASES: &[(&str, &str, Change, &str)] = &[
    ("format", "catalogue.json", |j| j["format"] = json!(2), "format 2"),
    ("month", "catalogue.json", |j| j["as_of"] = json!("2026-13"), "“2026-13” is not a month"),
    ("questionnaire", "catalogue.json", |j| j["pack"] = json!("nothing"), "no questionnaire “nothing”"),
    (
        "cycle",
        "catalogue.json",
        |j| measure(j, "first-system")["requires"] = json!(["linked-system"]),
        "requires itself",
    ),
    (
        "itself",
        "catalogue.json",
        |j| measure(j, "first-system")["requires"] = json!(["first-system"]),
        "requires itself",
    ),
    (
        "dangling",
        "catalogue.json",
        |j| measure(j, "first-system")["requires"] = json!(["nothing"]),
        "no measure “nothing”",
    ),
    (
        "twice",
        "catalogue.json",
        |j| measure(j, "first-system")["id"] = json!("one-system"),
        "“one-system” stands twice",
    ),
    (
        "no such ladder",
        "catalogue.json",
        |j| measure(j, "one-system")["raises"] = json!([{"item": "A99", "to": 3}]),
        "“A99” is no ladder",
    ),
    (
        "a fact",
        "catalogue.json",
        |j| measure(j, "one-system")["raises"] = json!([{"item": "F1.a", "to": 3}]),
        "“F1.a” is no ladder",
    ),
    ("no raises", "catalogue.json", |j| measure(j, "one-system")["raises"] = json!([]), "raises nothing"),
    (
        "same step",
        "catalogue.json",
        |j| measure(j, "one-system")["raises"] = json!([{"item": "A4", "to": 2}]),
        "same step",
    ),
    ("no chain", "catalogue.json", |j| measure(j, "one-system")["requires"] = json!([]), "no prerequisite"),
    ("step 6", "catalogue.json", |j| measure(j, "one-system")["raises"][0]["to"] = json!(6), "no step 6"),
    (
        "owner",
        "catalogue.json",
        |j| measure(j, "one-system")["owner"] = json!("nobody"),
        "“nobody” is not among the owners",
    ),
    (
        "tag",
        "catalogue.json",
        |j| measure(j, "one-system")["doors"] = json!(["nowhere"]),
        "“nowhere” is not among the tags",
    ),
    ("no door", "catalogue.json", |j| measure(j, "one-system")["doors"] = json!([]), "names no door"),
    (
        "size",
        "catalogue.json",
        |j| {
            measure(j, "one-system")["cost"].as_object_mut().unwrap().remove("micro");
        },
        "size “micro” is missing",
    ),
    (
        "range",
        "catalogue.json",
        |j| measure(j, "one-system")["cost"]["micro"]["days"] = json!([9, 3]),
        "cost.micro.days",
    ),
    ("effort", "catalogue.json", |j| measure(j, "one-system")["effort"] = json!(9), "effort"),
    ("urgency", "catalogue.json", |j| measure(j, "one-system")["urgency"] = json!(0.5), "urgency"),
    (
        "goal",
        "catalogue.json",
        |j| {
            j["goals"]["needs"].as_object_mut().unwrap().remove("costs");
        },
        "goal “costs” is missing",
    ),
    ("goal's dimension", "catalogue.json", |j| j["goals"]["needs"]["costs"]["D9"] = json!(1), "no dimension “D9”"),
    ("sizes", "catalogue.json", |j| j["sizes"][1]["below"] = json!(5), "do not rise"),
    ("size unknown", "catalogue.json", |j| j["size_unknown"] = json!("huge"), "no size “huge”"),
    ("unknown key", "catalogue.json", |j| measure(j, "one-system")["colour"] = json!("red"), "colour"),
    (
        "no text",
        "it.json",
        |j| {
            j["measures"].as_object_mut().unwrap().remove("one-system");
        },
        "it.json, measures.one-system",
    ),
    (
        "text of nothing",
        "en.json",
        |j| {
            let m = j["measures"]["one-system"].clone();
            j["measures"]["more"] = m;
            j["measures"]["more"]["name"] = json!("More");
        },
        "no such id",
    ),
    ("empty", "it.json", |j| j["measures"]["one-system"]["kpi"] = json!(" "), "measures.one-system.kpi"),
    ("too long", "it.json", |j| j["measures"]["one-system"]["name"] = json!("x".repeat(61)), "61 characters"),
    (
        "same name",
        "en.json",
        |j| {
            let name = j["measures"]["first-system"]["name"].clone();
            j["measures"]["one-system"]["name"] = name;
        },
        "same name",
    ),
    (
        "moves",
        "en.json",
        |j| {
            j["measures"]["one-system"]["moves"].as_array_mut().unwrap().pop();
        },
        "not as many first moves",
    ),
];

#[test]
fn every_fault_is_found_with_its_place() {
    assert!(faults(&[]).is_empty(), "the starting point is sound");
    for (name, file, change, expected) in CASES {
        let found = faults(&[(file, *change)]);
        assert!(found.iter().any(|f| f.contains(expected)), "{name}: {found:#?}");
    }
}

/// Not the first fault alone: whoever mends a catalogue sees all of them at once.
#[test]
fn all_faults_come_at_once() {
    let wanted = ["dangling", "owner", "size unknown", "empty", "same name"];
    let cases: Vec<_> = CASES.iter().filter(|(name, ..)| wanted.contains(name)).collect();
    let changes: Vec<(&str, Change)> = cases.iter().map(|(_, file, change, _)| (*file, *change)).collect();
    let found = faults(&changes);
    for (name, _, _, expected) in cases {
        assert!(found.iter().any(|f| f.contains(expected)), "{name}: {found:#?}");
    }
}

/// A language that is named has its file.
#[test]
fn a_missing_language_is_named() {
    let mut files = files();
    files.remove("en.json");
    let notices = Catalogue::load(&files, find).unwrap_err();
    assert!(notices.iter().any(|n| n.to_string().contains("en.json")), "{notices:?}");
    assert!(Catalogue::load(&PackFiles::new(), find).is_err());
}

/// Whoever answers weakly finds something to do: without the measures of one ladder the catalogue is refused.
#[test]
fn a_ladder_without_measures_is_found() {
    let found = faults(&[("catalogue.json", |j| {
        for m in j["measures"].as_array_mut().unwrap() {
            let raises = m["raises"].as_array_mut().unwrap();
            for r in raises.iter_mut().filter(|r| r["item"] == "A13") {
                r["item"] = json!("A12");
            }
        }
    })]);
    assert!(found.iter().any(|f| f.contains("Nothing brings A13 to step 4")), "{found:#?}");
}
