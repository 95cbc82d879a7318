//! The shipped pack against method §4: which item there is, what it feeds, to whom it is shown.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use orienta::assessment::State;
use orienta::assessment::sheet::Sheet;
use orienta::pack::{Mode, orientamento};
use serde_json::Value as Json;

use super::full::{ITEMS, Kind, Made, NEGATIVE, Part, SECTORS, spec};
use super::oracle_full::{DIMENSIONS, TECHNOLOGICAL, WAYS};

/// `pack.json` as it lies there.
pub(super) fn pack_json() -> Json {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/orientamento/pack.json");
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// The strings of a list; empty where there is none.
fn strings(json: &Json) -> Vec<&str> {
    json.as_array().map_or_else(Vec::new, |list| list.iter().map(|s| s.as_str().unwrap()).collect())
}

/// What feeds a sub-dimension: item, options that count (all written out), weight.
type Feeds = BTreeMap<String, BTreeSet<(String, Vec<String>, String)>>;

#[test]
fn items_feed_what_the_method_says() {
    let pack = pack_json();
    let mut found = Feeds::new();
    for item in pack["items"].as_array().unwrap() {
        let id = item["id"].as_str().unwrap();
        for feed in item["feeds"].as_array().into_iter().flatten() {
            let mut options: Vec<String> = strings(&feed["options"]).into_iter().map(str::to_owned).collect();
            if options.is_empty() {
                options = strings(&item["options"]).into_iter().map(str::to_owned).collect();
            }
            let weight = &pack["groups"][feed["group"].as_str().unwrap()];
            assert!(weight.is_number(), "{id} belongs to a group that has a weight");
            let entry = (id.to_owned(), options, weight.to_string());
            assert!(found.entry(feed["to"].as_str().unwrap().into()).or_default().insert(entry), "{id} feeds once");
        }
    }
    let mut expected = Feeds::new();
    for (to, ways) in WAYS.iter() {
        for way in ways {
            let suffix = if way.item.id == "M1" { ".now" } else { "" };
            let options = way.letters.chars().map(|l| format!("{l}{suffix}")).collect();
            let weight = if way.group == "core" { "2" } else { "1" };
            expected.entry((*to).to_owned()).or_default().insert((way.item.id.clone(), options, weight.into()));
        }
    }
    for (to, ways) in &expected {
        assert_eq!(found.get(to), Some(ways), "{to}");
    }
    assert_eq!(found.len(), expected.len());
    assert_eq!(expected.len(), 20);
}

/// Items of a group share its weight, so an item in the wrong group would count for too much.
#[test]
fn lists_cells_and_sector_ladders_are_groups_of_their_own() {
    let pack = pack_json();
    for item in pack["items"].as_array().unwrap() {
        let id = item["id"].as_str().unwrap();
        let group = match id.split('.').next().unwrap() {
            "X" => "cells",
            "S" => "sector",
            letter if letter.starts_with('A') => "core",
            list => list,
        };
        for feed in item["feeds"].as_array().into_iter().flatten() {
            assert_eq!(feed["group"], group, "{id}");
        }
    }
}

#[test]
fn kinds_options_and_na_are_those_of_the_method() {
    let pack = pack_json();
    let items: BTreeMap<&str, &Json> =
        pack["items"].as_array().unwrap().iter().map(|i| (i["id"].as_str().unwrap(), i)).collect();
    for expected in ITEMS.iter() {
        let item = items.get(expected.id.as_str()).unwrap_or_else(|| panic!("{} is missing", expected.id));
        let kind = match expected.kind {
            Kind::Ladder { .. } => "ladder",
            Kind::Fact => "fact",
            Kind::Ticks => "ticks",
            Kind::Rows => "rows",
            Kind::Partly => "partly",
        };
        assert_eq!(item["type"], kind, "{}", expected.id);
        let may_be_na = expected.kind == Kind::Ladder { na: true };
        assert_eq!(item["allows_na"].as_bool().unwrap_or(false), may_be_na, "{}", expected.id);
        assert_eq!(strings(&item["options"]), expected.options, "{}", expected.id);
        let negative = (expected.id == NEGATIVE.0).then_some(NEGATIVE.1);
        assert_eq!(item["negative"].as_str(), negative, "{}", expected.id);
        assert!(item["saturate"].is_null(), "{}: every tick counts", expected.id);
        let mode = if expected.part == Part::Quick { "quick" } else { "full" };
        assert_eq!(item["mode"], mode, "{}", expected.id);
        if let Part::Cell { process, analysis } = expected.part {
            assert_eq!((&item["cell"]["process"], &item["cell"]["analysis"]), (&process.into(), &analysis.into()));
        }
    }
    // Nothing else is scored or read.
    let known: BTreeSet<&str> = ITEMS.iter().map(|s| s.id.as_str()).collect();
    for (id, item) in items {
        let other = ["choice", "number", "text"].contains(&item["type"].as_str().unwrap()) || id == "P12";
        assert!(known.contains(id) || other, "{id} is no item of the method");
    }
    // Reference §1.1: 96 ticks and rows, one of them negative.
    let lists = || ITEMS.iter().filter(|s| s.part == Part::List);
    assert_eq!(lists().map(|s| s.options.len()).sum::<usize>(), 96);
    assert_eq!(lists().map(|s| s.positive().count()).sum::<usize>(), 95);
}

#[test]
fn dimensions_levels_and_weights_are_those_of_the_method() {
    let pack = pack_json();
    let found: Vec<(&str, f64, Vec<&str>)> = pack["dimensions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| (d["id"].as_str().unwrap(), d["weight"].as_f64().unwrap(), strings(&d["subdimensions"])))
        .collect();
    let expected: Vec<(&str, f64, Vec<&str>)> = DIMENSIONS.iter().map(|(id, w, s)| (*id, *w, s.to_vec())).collect();
    assert_eq!(found, expected);
    for m in pack["maturities"].as_array().unwrap() {
        let technological = m["id"] == "technological";
        let own: Vec<&str> =
            DIMENSIONS.iter().map(|d| d.0).filter(|d| TECHNOLOGICAL.contains(d) == technological).collect();
        assert_eq!(strings(&m["dimensions"]), own);
    }
    let sureness = orientamento().structure.uncertainty;
    assert_eq!((sureness.runs, sureness.concentration, sureness.moves), (2000, 60.0, [0.25, 0.10, 0.02]));
}

/// Every sector and size around the limit of ten, in both modes: asked is what the method shows, and nothing else.
#[test]
fn each_company_is_asked_what_concerns_it() {
    let pack = orientamento();
    for (sector, code) in SECTORS {
        for employees in [1, 9, 10, 11, 250] {
            for mode in [Mode::Quick, Mode::Full] {
                let mut made = Made::empty(sector, Some(employees));
                (made.code, made.mode) = (code, mode);
                let sheet = Sheet::of(pack, &made.assessment());
                assert_eq!(sheet.sector(), Some(sector), "{code}");
                for item in ITEMS.iter() {
                    let asked = sheet.is_asked(pack.place(&item.id).unwrap());
                    assert_eq!(asked, made.is_asked(item), "{} of {sector}, {employees} people, {mode:?}", item.id);
                }
            }
        }
    }
}

/// By hand: how many items of the full questionnaire concern some companies, beside 20 ladders, 19 facts and 11 lists.
#[test]
fn the_number_of_cells_and_sector_ladders_is_the_method_s() {
    for (sector, employees, cells, ladders) in [
        // Eight processes of four cells, six ladders of the sector.
        ("manufacturing", 50, 32, 6),
        ("construction", 50, 32, 6),
        ("agrifood", 50, 28, 6),
        ("trade", 50, 24, 6),
        ("transport", 50, 24, 6),
        ("tourism_culture", 50, 20, 6),
        ("professional", 50, 24, 6),
        // A micro firm skips the cells and half of the sector's ladders.
        ("manufacturing", 9, 0, 3),
        ("trade", 1, 0, 3),
    ] {
        let made = Made::all(sector, Some(employees), |_| State::Open);
        let sheet = Sheet::of(orientamento(), &made.assessment());
        let asked = |prefix: &str| sheet.asked(orientamento()).filter(|(item, _)| item.id.starts_with(prefix)).count();
        assert_eq!((asked("X."), asked("S.")), (cells, ladders), "{sector} {employees}");
        assert_eq!(asked("M"), 11, "{sector} {employees}");
    }
    assert!(!spec("S.trade.4").is_asked("trade", Some(9), Mode::Full));
}
