//! The command line as other programs see it: exit codes, what stands on which stream, the keys of its JSON.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod forms;
mod plan;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

const DATE: &str = "2026-11-23";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn example(name: &str) -> String {
    root().join("examples").join(name).display().to_string()
}

fn program() -> Command {
    Command::new(assert_cmd::cargo::cargo_bin!("orienta-cli"))
}

/// What a run said and with which exit code.
#[derive(Debug, PartialEq)]
struct Said {
    code: i32,
    out: String,
    err: String,
}

fn said(output: Output) -> Said {
    Said {
        code: output.status.code().expect("the program ends by itself"),
        out: String::from_utf8(output.stdout).expect("the result is UTF-8"),
        err: String::from_utf8(output.stderr).expect("messages are UTF-8"),
    }
}

/// Runs the program in English.
fn run(args: &[&str]) -> Said {
    said(program().args(["--lang", "en"]).args(args).output().unwrap())
}

fn done(args: &[&str]) -> Said {
    let said = run(args);
    assert_eq!(said.code, 0, "{args:?}: {}", said.err);
    said
}

fn json_of(args: &[&str]) -> Value {
    serde_json::from_str(&done(args).out).unwrap()
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn path_in(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).display().to_string()
}

fn file_in(folder: &TempDir, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = path_in(folder, name);
    fs::write(&path, bytes).unwrap();
    path
}

fn names_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn keys(object: &Value) -> BTreeSet<&str> {
    object.as_object().unwrap_or_else(|| panic!("{object} is no object")).keys().map(String::as_str).collect()
}

// Exit codes and streams

#[test]
fn wrong_usage_is_two() {
    let file = example("caseificio.orienta.json");
    for args in [
        &[][..],
        &["nonsense"],
        &["score"],
        &["score", &file, "--nonsense"],
        &["score", &file, "another"],
        &["--lang", "fr", "score", &file],
        &["items"],
        &["items", "--to", "xml"],
        &["items", "--to", "json", "--mode", "slow"],
        &["import", &file],
        &["plan", &file],
        &["plan", &file, "--budget", "much"],
        &["plan", &file, "--budget", "-1"],
        &["plan", &file, "--budget", "1000", "--days", "-2"],
        &["plan", &file, "--budget", "1000", "--quarters", "0"],
        &["plan", &file, "--budget", "1000", "--must", "nothing"],
        &["report", &file],
        &["report", &file, "--pdf", "x.pdf", "--date", "23/11/2026"],
        &["match", &file, "--date", "2026-02-30"],
        &["export", &file, "--to", "json"],
        &["export", &file, "--to", "odt", "--out", "x"],
        &["check"],
    ] {
        let said = said(program().args(args).output().unwrap());
        assert_eq!(said.code, 2, "{args:?}: {}", said.err);
        assert!(said.out.is_empty() && !said.err.is_empty(), "{args:?}");
    }
}

#[test]
fn help_and_version_are_results() {
    for (args, holds) in [(["--help"], "orienta-cli"), (["--version"], env!("CARGO_PKG_VERSION"))] {
        let said = done(&args);
        assert!(said.out.contains(holds) && said.err.is_empty(), "{args:?}");
    }
    let help = done(&["--help"]).out;
    for command in ["check", "items", "import", "score", "match", "report", "export"] {
        assert!(help.contains(&format!("\n  {command} ")), "{command} is in the help");
        assert!(!done(&[command, "--help"]).out.is_empty());
    }
}

/// Every command that reads an assessment says of a missing one: exit 1, nothing on standard output, the file's name.
#[test]
fn an_input_at_fault_is_one() {
    let folder = folder();
    let (missing, out) = (path_in(&folder, "manca.orienta.json"), path_in(&folder, "out"));
    for args in [
        &["check", &missing][..],
        &["score", &missing],
        &["score", &missing, "--json"],
        &["match", &missing],
        &["match", &missing, "--json"],
        &["report", &missing, "--pdf", &out],
        &["export", &missing, "--to", "json", "--out", &out],
        &["export", &missing, "--to", "csv", "--out", &out],
        &["import", &missing, "--out", &out],
    ] {
        let said = run(args);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{args:?}");
        assert_eq!(
            said.err,
            format!("orienta-cli: {missing}: there is no such file. Check name and folder.\n"),
            "{args:?}"
        );
        assert!(names_in(folder.path()).is_empty(), "{args:?} wrote something");
    }
    for args in [&["items", "--pack", "altro", "--to", "json"], &["items", "--sector", "astronomy", "--to", "csv"]] {
        let said = run(args);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
        assert!(said.err.contains(args[2]), "{}", said.err);
    }
}

#[test]
fn quiet_silences_what_was_done_and_no_fault() {
    let folder = folder();
    let (file, pdf, json) = (example("caseificio.orienta.json"), path_in(&folder, "r.pdf"), path_in(&folder, "e.json"));
    for (args, target) in [
        (&["report", &file, "--pdf", &pdf, "--date", DATE][..], &pdf),
        (&["export", &file, "--to", "json", "--out", &json, "--date", DATE], &json),
    ] {
        let loud = done(args);
        assert_eq!((loud.out.as_str(), loud.err), ("", format!("orienta-cli: wrote {target}\n")));
        let quiet = done(&[args, &["--quiet"]].concat());
        assert_eq!((quiet.out.as_str(), quiet.err.as_str()), ("", ""));
    }
    let fault = run(&["--quiet", "score", &path_in(&folder, "manca")]);
    assert!(fault.code == 1 && fault.err.contains("no such file"));
}

#[test]
fn results_leave_standard_error_empty() {
    let file = example("caseificio.orienta.json");
    for args in [
        &["score", &file][..],
        &["score", &file, "--json"],
        &["match", &file, "--date", DATE],
        &["match", &file, "--json", "--date", DATE],
        &["items", "--to", "csv"],
        &["items", "--to", "json"],
        &["check", &file],
    ] {
        let said = done(args);
        assert!(said.err.is_empty() && said.out.ends_with('\n'), "{args:?}: {}", said.err);
    }
}

// Language

#[test]
fn the_language_is_asked_for_or_the_systems_or_italian() {
    let missing = "/manca/qui.orienta.json";
    let sentence = |language: &str, system: &str| {
        let mut command = program();
        command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LC_CTYPE").env_remove("LANGUAGE");
        command.env("LANG", system).env("LC_ALL", system);
        if !language.is_empty() {
            command.args(["--lang", language]);
        }
        said(command.args(["score", missing]).output().unwrap()).err
    };
    let (it, en) = ("il file non c’è", "there is no such file");
    assert!(sentence("it", "en_GB.UTF-8").contains(it));
    assert!(sentence("en", "it_IT.UTF-8").contains(en));
    if cfg!(target_os = "linux") {
        assert!(sentence("", "en_GB.UTF-8").contains(en));
        assert!(sentence("", "it_IT.UTF-8").contains(it));
        assert!(sentence("", "de_DE.UTF-8").contains(it));
        assert!(sentence("", "C").contains(it));
    }
}

#[test]
fn the_hosts_locale_and_time_zone_move_nothing() {
    let file = example("software-house.orienta.json");
    let out = |locale: &str, zone: &str| {
        let mut command = program();
        command.env("LANG", locale).env("LC_ALL", locale).env("TZ", zone);
        said(command.args(["--lang", "it", "score", &file]).output().unwrap()).out
    };
    assert_eq!(out("en_US.UTF-8", "UTC"), out("tr_TR.UTF-8", "Asia/Tokyo"));
    assert!(out("C", "UTC").contains("punti") || out("C", "UTC").contains("livello"));
}

#[test]
fn texts_follow_the_language_and_figures_do_not() {
    let file = example("tessitura.orienta.json");
    let text = |lang: &str| said(program().args(["--lang", lang, "score", &file]).output().unwrap()).out;
    assert_ne!(text("it"), text("en"));
    assert!(text("it").contains("Strategia") && text("en").contains("Strategy"));
    let figures = |lang: &str| -> Value {
        let out = said(program().args(["--lang", lang, "score", "--json", &file]).output().unwrap()).out;
        let mut json: Value = serde_json::from_str(&out).unwrap();
        for gate in json["total"]["gates"].as_array_mut().unwrap() {
            gate["reason"].take();
        }
        json
    };
    assert_eq!(figures("it"), figures("en"));
}

// JSON as the contract has it

/// Holds an object to a pattern: the same keys, no more and no fewer, and values of the same kind. `null` in the pattern
/// stands for a figure that a later issue brings; a number or text may be null where there is no figure. Of a list the
/// pattern's first element stands for all.
fn holds(place: &str, pattern: &Value, found: &Value) {
    match (pattern, found) {
        (Value::Object(wanted), Value::Object(_)) => {
            assert_eq!(keys(found), keys(pattern), "{place}: the keys");
            for (key, value) in wanted {
                holds(&format!("{place}.{key}"), value, &found[key]);
            }
        }
        (Value::Array(wanted), Value::Array(there)) => {
            for (n, value) in there.iter().enumerate() {
                holds(&format!("{place}[{n}]"), &wanted[0], value);
            }
        }
        (Value::Number(_) | Value::String(_), Value::Null) => {}
        (p, f) => {
            let same = std::mem::discriminant(p) == std::mem::discriminant(f);
            assert!(same, "{place}: {p} is of another kind than {f}");
        }
    }
}

fn figure(more: Value) -> Value {
    let mut pattern = json!({"score": 47.3, "low": 41.0, "high": 55.2, "coverage": 0.95});
    pattern.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    pattern
}

/// The object of `score --json` with its stable keys.
fn score_pattern() -> Value {
    let maturity = || figure(json!({"level": 2, "p5": 41.0, "median": 45.0, "p95": 49.1}));
    let reading = json!({
        "count": 5, "min": 5, "max": 6, "class": "low", "class_max": "low", "coverage": 0.92, "percentile": 43.8,
        "benchmark": {"source": "…", "version": "v3", "survey_year": 2025, "geo": "IT", "size_class": "10-49", "shares": [0.2]},
        "caveats": ["micro"],
    });
    let dmat = json!({
        "total": 40.0, "band": "average", "form": "quick", "margin": 12, "estimate": true,
        "dimensions": {"1": 40, "2": 50, "3": 30, "4": 60, "5": 40, "6": 20}, "coverage": 1.0,
    });
    let matrix = json!({
        "coverage": 1.0, "processes": {}, "analyses": {"E": 1.9, "M": 1.7, "T": 2.4, "O": 2.0},
        "cells": [{"item": "X.PR.E", "process": "PR", "analysis": "E", "value": 3, "applies": true}],
    });
    json!({
        "schema": 1,
        "pack": {"id": "orientamento", "version": "1.0.0"},
        "mode": "quick",
        "total": figure(json!({
            "level": 2, "level_uncapped": 2,
            "gates": [{"id": "d2_below_50", "cap": 3, "reason": "…"}],
            "flags": ["data_unrecoverable"],
            "unverified_gates": ["D5"],
            "balance": 91.2,
            "p5": 43.1, "median": 47.0, "p95": 50.9, "sem": 2.4, "level_shares": [0.93], "levels": [2],
            "power_mean": 46.1, "geometric_mean": 45.0,
            "evidenced": 31.0, "reliability": 0.12,
        })),
        "maturities": {"digital": maturity(), "technological": maturity()},
        "map": "balanced",
        "dimensions": [figure(json!({"id": "D1", "level": 2, "subdimensions": [figure(json!({"id": "A1"}))]}))],
        "readings": {"dii_v3": reading, "dii_v4": reading, "dmat": dmat, "matrix": matrix},
        "contradictions": [{"id": "ai_without_data", "items": ["A8", "A9"]}],
    })
}

const EXAMPLES: [&str; 6] = [
    "carpenteria-completa.orienta.json",
    "caseificio.orienta.json",
    "negozio-abbigliamento.orienta.json",
    "officina-meccanica.orienta.json",
    "software-house.orienta.json",
    "tessitura.orienta.json",
];

#[test]
fn score_json_has_the_keys_of_the_contract() {
    for name in EXAMPLES {
        let mut found = json_of(&["score", &example(name), "--json"]);
        // Too few answers or no size: there is no benchmark to look into.
        for reading in ["dii_v3", "dii_v4"] {
            if found["readings"][reading]["benchmark"].is_null() {
                found["readings"][reading]["benchmark"] = score_pattern()["readings"][reading]["benchmark"].clone();
            }
        }
        // Which processes are asked depends on the sector, and none is in the quick questionnaire.
        if found["mode"] == "quick" {
            assert!(found["readings"]["matrix"].is_null(), "{name}");
            found["readings"]["matrix"] = score_pattern()["readings"]["matrix"].clone();
        }
        found["readings"]["matrix"]["processes"] = json!({});
        holds(name, &score_pattern(), &found);
        assert_eq!(found["schema"], 1);
    }
}

#[test]
fn no_figure_is_null_and_never_zero() {
    let folder = folder();
    let bare = json!({"format": 1, "pack": {"id": "orientamento", "version": "1.0.0"}, "respondents": [{"id": "r1"}]});
    let found = json_of(&["score", &file_in(&folder, "vuota.orienta.json", bare.to_string()), "--json"]);
    for pointer in [
        "/total/score",
        "/total/level",
        "/total/balance",
        "/maturities/digital/score",
        "/dimensions/0/score",
        "/dimensions/0/subdimensions/0/score",
        "/readings/dii_v3/count",
        "/readings/dii_v3/class",
        "/readings/dii_v4/percentile",
        "/map",
    ] {
        assert_eq!(found.pointer(pointer), Some(&Value::Null), "{pointer}");
    }
    // A sum over nothing is −0 in Rust; nobody wants to read that.
    let said = done(&["score", &path_in(&folder, "vuota.orienta.json"), "--json"]);
    assert!(!said.out.contains("-0"), "{}", said.out);
    assert_eq!(found.pointer("/readings/dii_v3/coverage"), Some(&json!(0.0)), "the reading keeps its coverage");
}

#[test]
fn match_json_has_the_keys_of_the_contract() {
    let card = json!({
        "id": "afil", "name": "…", "score": 65.0, "strength": "strong",
        "reasons": [{"rule": "ateco_primary", "points": 40.0, "text": "…"}],
        "caveats": ["…"], "sources": ["…"], "as_of": "…", "verify": true, "pinned": null, "dismissed": null,
    });
    let groups = [
        "clusters",
        "competence_centres",
        "axes",
        "s3_areas",
        "training",
        "universities",
        "its_academies",
        "services",
        // Added to the contract's.
        "ecosystems",
        "other_clusters",
        "past_services",
        "dismissed",
    ];
    for name in EXAMPLES {
        let found = json_of(&["match", &example(name), "--json", "--date", DATE]);
        let wanted: BTreeSet<&str> =
            groups.into_iter().chain(["first", "asks", "remark", "date", "region", "rules_off", "s3_note"]).collect();
        assert_eq!(keys(&found), wanted, "{name}");
        for group in groups {
            holds(&format!("{name}.{group}"), &json!([card]), &found[group]);
        }
        holds(name, &json!([{"id": "…", "rule": "…", "text": "…"}]), &found["first"]);
        holds(name, &json!([{"id": "…", "text": "…"}]), &found["asks"]);
        assert_eq!(found["date"], DATE);
        assert_eq!(found["region"], json!({"id": "lombardia", "edition": "2026-11-23", "as_of": "2026-11"}));
        // All three axes, up to four reasons, and nobody gets an empty page.
        assert_eq!(found["axes"].as_array().unwrap().len(), 3, "{name}");
        assert!(!found["first"].as_array().unwrap().is_empty(), "{name}");
        for group in groups {
            for card in found[group].as_array().unwrap() {
                assert!(card["reasons"].as_array().unwrap().len() <= 4, "{name} {}", card["id"]);
                assert!(!card["sources"].as_array().unwrap().is_empty(), "{name} {}", card["id"]);
            }
        }
    }
}

#[test]
fn match_tells_what_the_company_decided_about_doors() {
    let folder = folder();
    let mut file: Value = serde_json::from_slice(&fs::read(example(EXAMPLES[0])).unwrap()).unwrap();
    file["doors"] = json!({
        "pinned": {"tav": "Conosciuto in fiera", "nowhere": "x"},
        "dismissed": {"made": "", "nobody": ""},
        "rules_off": ["province", "luck"],
    });
    let path = file_in(&folder, "decisa.orienta.json", file.to_string());
    let found = json_of(&["match", &path, "--json", "--date", DATE]);
    assert_eq!(found["clusters"][0]["id"], "tav");
    assert_eq!(found["clusters"][0]["pinned"], "Conosciuto in fiera");
    assert_eq!(found["clusters"][1]["pinned"], Value::Null);
    assert_eq!(found["dismissed"].as_array().unwrap().len(), 1);
    assert_eq!(found["dismissed"][0]["id"], "made");
    assert_eq!(found["dismissed"][0]["dismissed"], "", "without a reason, yet put aside");
    assert_eq!(found["rules_off"], json!(["province"]));
    let said = done(&["match", &path, "--date", DATE]).out;
    for words in ["Conosciuto in fiera", "Put aside", "Your province"] {
        assert!(said.contains(words), "{words} in {said}");
    }
}

#[test]
fn items_json_has_the_keys_of_the_contract() {
    let found = json_of(&["items", "--to", "json"]);
    let items = found.as_array().unwrap();
    let contract = BTreeSet::from([
        "id",
        "type",
        "dimension",
        "mode",
        "options",
        "negative",
        "max",
        "part_of",
        "allows_na",
        "seconds",
        "texts",
    ]);
    for item in items {
        let mut wanted = contract.clone();
        let id = item["id"].as_str().unwrap();
        // P12 is a fact that no index counts.
        if item["type"] == "fact" && id.starts_with('F') {
            wanted.insert("dii");
            let versions = item["dii"].as_array().unwrap();
            assert!(!versions.is_empty() && versions.iter().all(|v| v == "v3" || v == "v4"), "{id}");
        }
        assert_eq!(keys(item), wanted, "{id}");
        assert!(
            ["ladder", "ticks", "rows", "partly", "fact", "choice", "number", "text"]
                .contains(&item["type"].as_str().unwrap())
        );
        let of = |types: &[&str]| types.contains(&item["type"].as_str().unwrap());
        assert_eq!(item["options"].is_array(), of(&["choice", "ticks", "rows", "partly"]), "{id}");
        assert_eq!(item["max"].is_number(), of(&["choice"]), "{id}");
        assert_eq!(item["negative"], if id == "M7" { json!("b") } else { Value::Null }, "{id}");
        assert_eq!(keys(&item["texts"]), BTreeSet::from(["it", "en"]), "{id}");
        assert_eq!(item["dimension"].is_string(), item["part_of"] != json!([]), "{id}");
        if id.starts_with('A') {
            assert_eq!(item["part_of"], json!([id]), "{id}");
        }
        for language in ["it", "en"] {
            let text = &item["texts"][language];
            assert!(!text["question"].as_str().unwrap().is_empty(), "{id} {language}");
            let steps = of(&["ladder", "rows"]).then_some(6);
            assert_eq!(text["steps"].as_array().map(Vec::len), steps, "{id} {language}");
        }
    }
    let ids: Vec<&str> = items.iter().map(|i| i["id"].as_str().unwrap()).collect();
    for wanted in
        (1..=12).map(|n| format!("P{n}")).chain((1..=20).map(|n| format!("A{n}"))).chain(["O1".into(), "O2".into()])
    {
        assert!(ids.contains(&wanted.as_str()), "{wanted}");
    }
    assert_eq!(ids.iter().filter(|id| id.starts_with('F')).count(), 19);
    let na: Vec<&str> = items.iter().filter(|i| i["allows_na"] == true).map(|i| i["id"].as_str().unwrap()).collect();
    assert_eq!(na[..5], ["A7", "A11", "A18", "A19", "A20"]);
    assert!(na[5..].iter().all(|id| id.starts_with("X.") || id.starts_with("S.")), "{na:?}");
    let ids_of = |args: &[&str]| -> Vec<String> {
        let all = [&["items", "--to", "json"], args].concat();
        json_of(&all).as_array().unwrap().iter().map(|i| i["id"].as_str().unwrap().to_owned()).collect()
    };
    let quick = ids_of(&["--mode", "quick"]);
    assert!(quick.iter().all(|id| !id.starts_with(['M', 'X', 'S'])) && quick.len() < ids.len());
    let seconds: u64 = items.iter().filter(|i| i["mode"] == "quick").map(|i| i["seconds"].as_u64().unwrap()).sum();
    assert!((480..=780).contains(&seconds), "about ten minutes, and the optional part: {seconds} s");

    // A sector is asked about its own processes and trade (method §4); families without a module are professional.
    for (family, cells, module) in [
        ("manufacturing", 8, "manufacturing"),
        ("agrifood", 7, "agrifood"),
        ("construction", 8, "construction"),
        ("trade", 6, "trade"),
        ("transport", 6, "transport"),
        ("tourism_culture", 5, "tourism_culture"),
        ("ICT", 6, "professional"),
        ("other", 6, "professional"),
    ] {
        let asked = ids_of(&["--sector", family]);
        assert_eq!(asked.iter().filter(|id| id.starts_with("X.")).count(), 4 * cells, "{family}");
        let own: Vec<&String> = asked.iter().filter(|id| id.starts_with("S.")).collect();
        assert!(own.len() == 6 && own.iter().all(|id| id.starts_with(&format!("S.{module}."))), "{family}: {own:?}");
        let full = json_of(&["items", "--to", "json", "--sector", family]);
        let seconds: u64 = full.as_array().unwrap().iter().map(|i| i["seconds"].as_u64().unwrap()).sum();
        assert!((30 * 60..=48 * 60).contains(&seconds), "{family}: about 45 minutes with evidence, not {seconds} s");
    }
}

// Import

/// Imports a table and gives what was said with the files written, by name.
fn import(table: impl AsRef<[u8]>) -> (Said, Vec<(String, Value)>) {
    let folder = folder();
    let table = file_in(&folder, "tabella.csv", table);
    let out = folder.path().join("out");
    let said = run(&["import", &table, "--out", &out.display().to_string()]);
    let files = names_in(&out)
        .into_iter()
        .map(|name| {
            let json = serde_json::from_slice(&fs::read(out.join(&name)).unwrap()).unwrap();
            (name, json)
        })
        .collect();
    (said, files)
}

#[test]
fn the_header_of_items_is_one_that_import_takes() {
    for mode in [&[][..], &["--mode", "quick"], &["--mode", "full"]] {
        let header = done(&[&["items", "--to", "csv"], mode].concat()).out;
        assert!(header.starts_with("name,ateco,ateco_edition,province,employees,mode,"), "{header}");
        let cells = header.trim_end().split(',').count();
        let (said, files) = import(format!("{header}Ditta Inventata{}\n", ",".repeat(cells - 1)));
        assert_eq!((said.code, files.len()), (0, 1), "{}", said.err);
        assert_eq!(files[0].0, "Ditta Inventata.orienta.json");
        assert_eq!(files[0].1["answers"], json!({}), "empty cells are open");
    }
}

#[test]
fn separator_mark_and_decimals_are_found_out() {
    let comma = "name,ateco,ateco_edition,province,employees,A1,A2,A7,F1.a,F1.b,P9,O2\n\
                 \"Ditta, Inventata\",25.53,2025,BG,12,2.5,dk,na,yes,no,agrifood|ict,time\n";
    let semicolon = "name;ateco;ateco_edition;province;employees;A1;A2;A7;F1.a;F1.b;P9;O2\n\
                     Ditta, Inventata;25.53;2025;bg;12,0;2,5;dk;na;yes;no;agrifood|ict;time\n";
    let quoted = "name,ateco,ateco_edition,province,employees,A1,A2,A7,F1.a,F1.b,P9,O2\r\n\
                  \"Ditta, Inventata\",25.53,2025,BG,\"12\",\"2,5\", dk ,na,yes,no,agrifood | ict,time\r\n";
    let (said, plain) = import(comma);
    assert_eq!(said.code, 0, "{}", said.err);
    for table in [
        semicolon.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", semicolon.as_bytes()].concat(),
        [b"\xef\xbb\xbf", comma.as_bytes()].concat(),
        quoted.as_bytes().to_vec(),
    ] {
        let (said, files) = import(&table);
        assert_eq!(said.code, 0, "{}", said.err);
        assert_eq!(files, plain);
    }
    let (name, file) = &plain[0];
    assert_eq!(name, "Ditta, Inventata.orienta.json");
    let company = json!({"name": "Ditta, Inventata", "ateco": {"edition": "2025", "code": "25.53"}, "province": "BG", "employees": 12});
    assert_eq!(file["company"], company);
    assert_eq!(file["mode"], "quick");
    let answer = |id: &str| (file["answers"][id][0]["state"].clone(), file["answers"][id][0].get("value").cloned());
    assert_eq!(answer("A1"), (json!("answered"), Some(json!(2.5))));
    assert_eq!(answer("A2"), (json!("dont_know"), None));
    assert_eq!(answer("A7"), (json!("not_applicable"), None));
    assert_eq!(answer("F1.a"), (json!("answered"), Some(json!(true))));
    assert_eq!(answer("F1.b"), (json!("answered"), Some(json!(false))));
    assert_eq!(answer("P9"), (json!("answered"), Some(json!(["agrifood", "ict"]))));
    assert_eq!(file["answers"].as_object().unwrap().len(), 7, "and no other answer");
}

#[test]
fn a_bad_row_is_said_and_the_good_ones_are_written() {
    let table = "name,employees,A1,A11,F1.a,O1,mode\n\
                 Prima Inventata,5,3,na,yes,costs|data,\n\
                 Rotta Inventata,zero,6,x,forse,costs|gold,slow\n\
                 \n\
                 Ultima Inventata,7,,,,,full\n\
                 ,7,,,,,\n";
    let (said, files) = import(table);
    assert_eq!(said.code, 1);
    let written: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(written, ["Prima Inventata.orienta.json", "Ultima Inventata.orienta.json"]);
    assert_eq!(said.out.lines().count(), 2, "what was written is the result");
    let lines: Vec<&str> = said.err.lines().collect();
    // Row, column, what is wrong and what would be right; rows are the table's lines, also after an empty one.
    for (row, column, value, right) in [
        (3, "employees", "zero", "whole number"),
        (3, "A1", "6", "0..5"),
        (3, "A11", "x", "na"),
        (3, "F1.a", "forse", "yes, no"),
        (3, "O1", "costs|gold", "security"),
        (3, "mode", "slow", "quick or full"),
        (6, "name", "", "name"),
    ] {
        let start = format!("row {row}, column “{column}”: “{value}”");
        let line = lines.iter().find(|l| l.contains(&start)).unwrap_or_else(|| panic!("{start} is not in {lines:#?}"));
        assert!(line.starts_with("orienta-cli: ") && line.contains("tabella.csv"), "{line}");
        assert!(line.split(&start).nth(1).unwrap().contains(right), "{line} says what would be right");
    }
    assert_eq!(lines.len(), 7);
}

#[test]
fn a_table_at_fault_as_a_whole_writes_nothing() {
    for (table, row, wrong) in [
        (&b"name,A1,Zeta\nDitta Inventata,2,3\n"[..], 1, "column “Zeta”"),
        (b"name,A1,A1\nDitta Inventata,2,3\n", 1, "column “A1”"),
        (b"A1,A2\n2,3\n", 1, "column “name”"),
        (b"name,P1\nDitta Inventata,25.53\n", 1, "column “P1”"),
        (b"", 1, "empty"),
        (b"\n\n ; \n", 1, "empty"),
        (b"name;A1\nDitta Inventat\xe0;2\n", 2, "UTF-8"),
        // Otherwise the second company would be part of the first one's name.
        (b"name,A1\n\"Ditta Inventata,2\nAltra Inventata,3\n", 2, "close"),
    ] {
        let (said, files) = import(table);
        assert_eq!((said.code, said.out.as_str(), files.len()), (1, "", 0), "{}", String::from_utf8_lossy(table));
        assert!(said.err.contains(&format!("row {row}")) && said.err.contains(wrong), "{}", said.err);
        assert_eq!(said.err.lines().count(), 1, "{}", said.err);
    }
    let (said, _) = import("name,Alfa,Beta\nDitta Inventata,2,3\n");
    assert_eq!(said.err.lines().count(), 2, "every unknown column at once: {}", said.err);
}

#[test]
fn importing_again_overwrites_nothing() {
    let folder = folder();
    let table = file_in(&folder, "t.csv", "name,A1\nDitta Inventata,2\nDitta Inventata,3\n");
    let out = path_in(&folder, "out");
    done(&["import", &table, "--out", &out]);
    let first = fs::read(Path::new(&out).join("Ditta Inventata.orienta.json")).unwrap();
    done(&["import", &table, "--out", &out]);
    assert_eq!(fs::read(Path::new(&out).join("Ditta Inventata.orienta.json")).unwrap(), first);
    assert_eq!(names_in(Path::new(&out)).len(), 4);
}

#[test]
fn a_company_name_is_made_a_file_name() {
    let (said, files) = import("name\n../../fuori\nCON\n\"a/b:c*d?\"\n");
    assert_eq!(said.code, 0, "{}", said.err);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), 3, "all are inside the folder: {names:?}");
    assert!(names.iter().all(|n| n.ends_with(".orienta.json") && !n.contains(['/', '\\', ':', '*', '?'])), "{names:?}");
    assert!(!names.contains(&"CON.orienta.json"));
}

/// What import writes, the other commands read.
#[test]
fn what_is_imported_can_be_scored() {
    let folder = folder();
    let out = path_in(&folder, "out");
    let said = done(&["import", &example("imprese.csv"), "--out", &out]);
    let written: Vec<PathBuf> = said.out.lines().map(PathBuf::from).collect();
    assert_eq!(written.len(), 5);
    for path in written {
        let path = path.display().to_string();
        assert_eq!(done(&["check", &path]).out, format!("{path}: no problems\n"));
        assert!(json_of(&["score", &path, "--json"])["total"]["coverage"].as_f64().unwrap() > 0.5);
    }
}

// Check

#[test]
fn check_says_what_is_good_and_every_problem() {
    let pack = root().join("questionnaires/orientamento").display().to_string();
    let region = root().join("assets/regions/lombardia").display().to_string();
    let file = example("tessitura.orienta.json");
    let measures = root().join("assets/measures/orientamento").display().to_string();
    let said = done(&["check", &pack, &region, &measures, &file]);
    let good = |path: &String| format!("{path}: no problems\n");
    assert_eq!(said.out, [&pack, &region, &measures, &file].map(good).concat());

    let folder = folder();
    let empty = file_in(&folder, "vuoto.orienta.json", "");
    let missing = path_in(&folder, "manca");
    let no_pack = folder.path().display().to_string();
    let said = run(&["check", &file, &empty, &missing, &no_pack]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    let lines: Vec<&str> = said.err.lines().collect();
    assert_eq!(lines.len(), 3, "{lines:#?}");
    for (line, path) in lines.iter().zip([&empty, &missing, &no_pack]) {
        assert!(line.starts_with(&format!("orienta-cli: {path}: ")), "{line}");
    }
}

// Report and export

#[test]
fn the_same_date_gives_the_same_report() {
    let folder = folder();
    let file = example("officina-meccanica.orienta.json");
    let report = |name: &str, lang: &str, date: &str, zone: &str| {
        let pdf = path_in(&folder, name);
        let mut command = program();
        command.env("TZ", zone).env("LANG", if zone == "UTC" { "C" } else { "tr_TR.UTF-8" });
        let said =
            said(command.args(["--lang", lang, "report", &file, "--pdf", &pdf, "--date", date]).output().unwrap());
        assert_eq!(said.code, 0, "{}", said.err);
        fs::read(pdf).unwrap()
    };
    let first = report("a.pdf", "it", DATE, "UTC");
    assert!(first.starts_with(b"%PDF-") && first.trim_ascii_end().ends_with(b"%%EOF"));
    assert!(first == report("b.pdf", "it", DATE, "Asia/Tokyo"), "the same bytes");
    assert!(first == report("a.pdf", "it", DATE, "UTC"), "also over an earlier report");
    assert!(first != report("c.pdf", "it", "2027-01-15", "UTC"), "the date is printed");
    assert!(first != report("d.pdf", "en", DATE, "UTC"));
    assert_eq!(names_in(folder.path()), ["a.pdf", "b.pdf", "c.pdf", "d.pdf"], "nothing temporary is left");
}

#[test]
fn export_carries_figures_and_answers() {
    let folder = folder();
    let file = example("tessitura.orienta.json");
    let (json_path, csv_path) = (path_in(&folder, "e.json"), path_in(&folder, "e.csv"));
    done(&["export", &file, "--to", "json", "--out", &json_path, "--date", DATE]);
    let found: Value = serde_json::from_slice(&fs::read(&json_path).unwrap()).unwrap();
    assert_eq!(keys(&found), BTreeSet::from(["schema", "date", "assessment", "scores", "doors", "plan"]));
    assert_eq!(found["scores"], json_of(&["score", &file, "--json"]), "one calculation");
    assert_eq!(found["doors"], json_of(&["match", &file, "--json", "--date", DATE]));
    let original: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    assert_eq!(found["assessment"]["answers"], original["answers"]);

    done(&["export", &file, "--to", "csv", "--out", &csv_path, "--date", DATE]);
    let mut table = csv::Reader::from_path(&csv_path).unwrap();
    let header: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(header, ["kind", "id", "name", "score", "level", "low", "high", "coverage", "state", "value"]);
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    let row = |kind: &str, id: &str| rows.iter().find(|r| &r[0] == kind && &r[1] == id).unwrap();
    let total = found["scores"]["total"]["score"].as_f64().unwrap();
    assert_eq!(row("total", "total")[3].parse::<f64>().unwrap(), total);
    assert_eq!(
        row("dimension", "D8")[3].parse::<f64>().unwrap(),
        found["scores"]["dimensions"][7]["score"].as_f64().unwrap()
    );
    assert_eq!((&row("answer", "A16")[8], &row("answer", "A16")[9]), ("dont_know", ""));
    assert_eq!((&row("answer", "A4")[8], &row("answer", "A4")[9]), ("answered", "5"));
    assert_eq!(rows.iter().filter(|r| &r[0] == "subdimension").count(), 20);
}

/// The fixture has a plan: its dates and its sheet are files; a company without a plan has no dates, and says why.
#[test]
fn dates_and_sheet_of_a_plan_are_files() {
    let folder = folder();
    let file = root().join("tests/fixtures/plan-under-way/falegnameria.orienta.json").display().to_string();
    let (ics, text) = (path_in(&folder, "piano.ics"), path_in(&folder, "scheda.txt"));
    let said = done(&["export", &file, "--to", "ics", "--out", &ics, "--date", "2027-03-20"]);
    assert_eq!((said.out.as_str(), said.err), ("", format!("orienta-cli: wrote {ics}\n")));
    let first = fs::read(&ics).unwrap();
    assert!(first.starts_with(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && first.ends_with(b"END:VCALENDAR\r\n"));
    done(&["export", &file, "--to", "ics", "--out", &ics, "--date", "2027-03-20"]);
    assert!(first == fs::read(&ics).unwrap(), "the same bytes");
    done(&["export", &file, "--to", "innovation", "--out", &text, "--date", "2027-03-20"]);
    let sheet = fs::read_to_string(&text).unwrap();
    assert!(sheet.starts_with("SHEET FOR OPEN INNOVATION\nFalegnameria Inventata S.r.l.\n"), "{sheet}");
    assert!(sheet.contains("Draft of 20 March 2027"));

    let empty = json!({"format": 1, "pack": {"id": "orientamento", "version": "1.1.0"}});
    let (empty, out) = (file_in(&folder, "e.orienta.json", empty.to_string()), path_in(&folder, "e.ics"));
    let said = run(&["export", &empty, "--to", "ics", "--out", &out]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.starts_with(&format!("orienta-cli: {empty}: A plan needs")), "{}", said.err);
    assert!(!Path::new(&out).exists());
}

/// A name that a spreadsheet would run as a formula comes out as words.
#[test]
fn exported_texts_are_no_formulas() {
    let folder = folder();
    let file = json!({
        "format": 1, "pack": {"id": "orientamento", "version": "1.0.0"}, "company": {"name": "=HYPERLINK(\"x\")"},
    });
    let (file, out) = (file_in(&folder, "f.orienta.json", file.to_string()), path_in(&folder, "f.csv"));
    done(&["export", &file, "--to", "csv", "--out", &out]);
    let mut table = csv::Reader::from_path(&out).unwrap();
    for record in table.records() {
        let record = record.unwrap();
        assert!(record.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{record:?}");
    }
}

#[test]
fn nothing_is_written_where_it_cannot_be() {
    let folder = folder();
    let file = example("caseificio.orienta.json");
    let below_a_file = path_in(&folder, "file/r.pdf");
    file_in(&folder, "file", "già qui");
    let directory = folder.path().display().to_string();
    for target in [&below_a_file, &directory, &path_in(&folder, "manca/r.pdf")] {
        for args in [
            &["report", &file, "--pdf", target, "--date", DATE][..],
            &["export", &file, "--to", "csv", "--out", target],
        ] {
            let said = run(args);
            assert_eq!((said.code, said.out.as_str()), (1, ""), "{args:?}");
            assert!(said.err.starts_with(&format!("orienta-cli: {target}: ")), "{}", said.err);
            assert_eq!(said.err.lines().count(), 1, "{}", said.err);
        }
    }
    let said = run(&["import", &example("imprese.csv"), "--out", &below_a_file]);
    assert!(said.code == 1 && said.out.is_empty() && said.err.lines().count() == 1, "{}", said.err);
    assert_eq!(names_in(folder.path()), ["file"]);
    assert_eq!(fs::read_to_string(folder.path().join("file")).unwrap(), "già qui");
}
