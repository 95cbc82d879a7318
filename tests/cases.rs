//! Five fictitious companies whose figures were worked out by hand: `tests/cases/*.json` holds the file, the derivation in
//! words and what must come out of the program.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use orienta::assessment::{Assessment, file, import};
use orienta::export::json;
use orienta::pack::{Pack, orientamento, shipped};
use orienta::pipeline::evaluate;
use orienta::text::Language;
use serde_json::Value;

const TODAY: Date = date(2026, 11, 23);
const TOLERANCE: f64 = 1e-9;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn case_paths() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(root().join("tests/cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "json"));
    paths.sort();
    paths
}

fn read_json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn open(path: &Path) -> (Assessment, &'static Pack) {
    let opened = file::open(&fs::read(path).unwrap(), |id| shipped().get(id), Language::EN)
        .unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    (opened.assessment, opened.pack)
}

fn figures(pack: &Pack, assessment: &Assessment, language: Language) -> Value {
    json::scores(&evaluate(pack, assessment, TODAY, language))
}

/// Every difference between what is expected and what is there. Only expected keys are looked at; numbers may differ by
/// [`TOLERANCE`], null is no number.
fn differences(place: &str, expected: &Value, found: Option<&Value>, out: &mut Vec<String>) {
    match (expected, found) {
        (_, None) => out.push(format!("{place}: expected {expected}, the key is missing")),
        (Value::Object(wanted), Some(Value::Object(there))) => {
            for (key, value) in wanted {
                differences(&format!("{place}.{key}"), value, there.get(key), out);
            }
        }
        (Value::Array(wanted), Some(Value::Array(there))) => {
            if wanted.len() != there.len() {
                out.push(format!("{place}: expected {} elements, found {}", wanted.len(), there.len()));
            }
            for (n, value) in wanted.iter().enumerate().take(there.len()) {
                differences(&format!("{place}[{n}]"), value, there.get(n), out);
            }
        }
        (Value::Number(wanted), Some(Value::Number(there))) => {
            let (wanted, there) = (wanted.as_f64().unwrap(), there.as_f64().unwrap());
            if (wanted - there).abs() > TOLERANCE {
                out.push(format!("{place}: expected {wanted}, found {there}"));
            }
        }
        (wanted, Some(there)) if wanted == there => {}
        (wanted, Some(there)) => out.push(format!("{place}: expected {wanted}, found {there}")),
    }
}

#[test]
fn the_program_gives_the_figures_worked_out_by_hand() {
    let paths = case_paths();
    assert!(paths.len() >= 5, "the cases are found");
    let mut all = Vec::new();
    for path in paths {
        let case = read_json(&path);
        assert!(case["derivation"].as_array().is_some_and(|d| d.len() > 10), "{}: no derivation", path.display());
        let (assessment, pack) = open(&root().join(case["file"].as_str().unwrap()));
        for language in Language::all() {
            let name = path.file_stem().unwrap().to_string_lossy();
            let found = figures(pack, &assessment, language);
            differences(&name, &case["expected"], Some(&found), &mut all);
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

/// A case that leaves a figure out would pass unseen: these are in all of them.
#[test]
fn every_case_expects_every_figure() {
    for path in case_paths() {
        let expected = read_json(&path)["expected"].clone();
        let has = |pointer: &str| {
            assert!(expected.pointer(pointer).is_some(), "{}: {pointer} is not among the expected", path.display());
        };
        for key in [
            "score",
            "low",
            "high",
            "coverage",
            "level",
            "level_uncapped",
            "gates",
            "unverified_gates",
            "flags",
            "balance",
        ] {
            has(&format!("/total/{key}"));
        }
        for maturity in ["digital", "technological"] {
            for key in ["score", "low", "high", "coverage", "level"] {
                has(&format!("/maturities/{maturity}/{key}"));
            }
        }
        for reading in ["dii_v3", "dii_v4"] {
            for key in ["count", "min", "max", "class", "class_max", "coverage", "percentile"] {
                has(&format!("/readings/{reading}/{key}"));
            }
        }
        let dimensions = expected["dimensions"].as_array().unwrap();
        let ids: Vec<&str> = dimensions.iter().map(|d| d["id"].as_str().unwrap()).collect();
        assert_eq!(ids, ["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8"], "{}", path.display());
        let subdimensions: usize = dimensions.iter().map(|d| d["subdimensions"].as_array().unwrap().len()).sum();
        assert_eq!(subdimensions, 20, "{}", path.display());
    }
}

/// The cases together reach what one alone does not: several levels, both capped and not, figures that are not published.
#[test]
fn the_cases_differ_in_what_they_try() {
    let expected: Vec<Value> = case_paths().iter().map(|p| read_json(p)["expected"].clone()).collect();
    let some = |holds: fn(&Value) -> bool| expected.iter().any(holds);
    assert!(some(|e| e["total"]["level"] != e["total"]["level_uncapped"]), "a gate that binds");
    assert!(some(|e| e["total"]["gates"].as_array().is_some_and(Vec::is_empty)), "no gate");
    assert!(some(|e| !e["total"]["flags"].as_array().unwrap().is_empty()), "a flag");
    assert!(some(|e| e["total"]["low"].as_f64() < e["total"]["score"].as_f64()), "bounds that differ from the score");
    assert!(some(|e| e["readings"]["dii_v4"]["count"].is_null()), "a reading with too few answers");
    assert!(some(|e| e["readings"]["dii_v3"]["class"] != e["readings"]["dii_v3"]["class_max"]), "an uncertain class");
}

#[test]
fn the_table_of_the_same_companies_gives_the_same_figures() {
    let table = fs::read(root().join("examples/imprese.csv")).unwrap();
    let rows = import::read(orientamento(), &table, Language::EN).unwrap();
    let mut files: Vec<(Assessment, &Pack)> =
        case_paths().iter().map(|p| open(&root().join(read_json(p)["file"].as_str().unwrap()))).collect();
    assert_eq!(rows.len(), files.len());
    for row in rows {
        let row = row.unwrap();
        let at = files
            .iter()
            .position(|(a, _)| a.company.name == row.company.name)
            .unwrap_or_else(|| panic!("no file of {}", row.company.name));
        let (mut from_file, pack) = files.remove(at);
        // A table says nothing about evidence, which moves how sure the figures are.
        from_file.answers.values_mut().flatten().for_each(|answer| answer.evidence = 0);
        let (found, expected) = (figures(pack, &row, Language::IT), figures(pack, &from_file, Language::IT));
        let mut all = Vec::new();
        differences(&row.company.name, &expected, Some(&found), &mut all);
        differences(&row.company.name, &found, Some(&expected), &mut all);
        assert!(all.is_empty(), "{}", all.join("\n"));
        assert_eq!(row.company.ateco, from_file.company.ateco, "{}", row.company.name);
    }
    assert!(files.is_empty());
}
