//! A catalogue that somebody wrote, beside an assessment: no Rust, and it takes the place of the program's own.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::fs;
use std::path::Path;

use jiff::civil::date;
use orienta::assessment::{Answer, Assessment, State, Value};
use orienta::pack::measures::{Catalogue, install};
use orienta::pack::{PackFiles, find, orientamento};
use orienta::pipeline::evaluate;
use orienta::portfolio::packs;
use orienta::roadmap::{Agenda, Purse, State as Stand, plan};
use orienta::text::Language;
use serde_json::{Value as Json, json};

fn shipped() -> PackFiles {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/measures/orientamento");
    let names = ["catalogue.json", "it.json", "en.json"];
    names.into_iter().map(|name| (name.to_owned(), fs::read(folder.join(name)).unwrap())).collect()
}

/// The shipped catalogue where connecting the system to others (A4 to step 4) no longer requires one system for all (A4 to
/// step 3) directly, but through basic protection (A12).
fn detour() -> PackFiles {
    let mut files = shipped();
    let mut json: Json = serde_json::from_slice(&files["catalogue.json"]).unwrap();
    json["version"] = json!("9.9.9");
    for m in json["measures"].as_array_mut().unwrap() {
        let id = m["id"].as_str().unwrap().to_owned();
        let requires = m["requires"].as_array_mut().unwrap();
        match id.as_str() {
            "linked-system" => requires.retain(|r| r != "one-system"),
            "basic-protection" => requires.push(json!("one-system")),
            _ => {}
        }
    }
    files.insert("catalogue.json".into(), serde_json::to_vec(&json).unwrap());
    files
}

fn company() -> Assessment {
    let mut assessment = Assessment::new(orientamento());
    assessment.company.employees = Some(25);
    for n in 1..=20 {
        // No system at all; everything else, protection too, stands high.
        let step = if n == 4 { 0.0 } else { 4.0 };
        let state = State::Answered(Value::Number(step));
        let answer = Answer { respondent: "r1".into(), state, ..Answer::default() };
        assessment.answers.insert(format!("A{n}"), vec![answer]);
    }
    assessment
}

fn state(agenda: &Agenda<'_>, id: &str) -> Stand {
    agenda.entries[agenda.place(id).unwrap()].state
}

/// Of two measures that raise one ladder the higher waits for the lower even where what stands between is there already: else
/// both could claim the same points.
#[test]
fn a_catalogue_beside_the_file_is_used_and_its_steps_stay_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("measures/mine");
    fs::create_dir_all(&own).unwrap();
    for (name, bytes) in detour() {
        fs::write(own.join(name), bytes).unwrap();
    }
    packs::install_beside(&folder.path().join("file.orienta.json"), Language::EN);
    let used = Catalogue::of(orientamento()).unwrap();
    assert_eq!(used.structure.version, "9.9.9");

    let assessment = company();
    let evaluation = evaluate(orientamento(), &assessment, date(2026, 11, 29), Language::EN);
    let agenda = evaluation.agenda().unwrap();
    assert_eq!(state(&agenda, "basic-protection"), Stand::Met);
    assert_eq!(state(&agenda, "linked-system"), Stand::Open);
    let choices = &assessment.plan;
    for budget in [0.0, 3_000.0, 10_000.0, 30_000.0, 100_000.0] {
        let purse = Purse { budget, days: None, ..Purse::of(&agenda, choices, &choices.frame, date(2026, 11, 29)) };
        let made = plan(&agenda, &purse).unwrap();
        let gains: f64 = made.steps.iter().map(|s| agenda.entries[s.place].gain).sum();
        let off = made.score_before + gains - made.score_after;
        assert!(off.abs() <= 1e-7, "{budget}: {} to {}", made.score_before, made.score_after);
        let ids: Vec<&str> = made.steps.iter().map(|s| s.id.as_str()).collect();
        assert!(!ids.contains(&"linked-system") || ids.contains(&"one-system"), "{ids:?}");
    }

    // The same again changes nothing; the shipped one is still there.
    install(Catalogue::load(&detour(), find).unwrap());
    assert_eq!(Catalogue::of(orientamento()).unwrap().structure.version, "9.9.9");
    assert_ne!(Catalogue::shipped(orientamento()).unwrap().structure.version, "9.9.9");
}

#[test]
fn one_with_faults_is_not_used_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("measures/broken");
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("catalogue.json"), "{").unwrap();
    let faults = packs::install_catalogues(folder.path(), Language::EN);
    assert_eq!(faults.len(), 1);
    assert!(faults[0].contains("broken") && faults[0].contains("catalogue.json"), "{faults:?}");
    assert!(packs::install_catalogues(&folder.path().join("nowhere"), Language::EN).is_empty());
}
