//! The JSON Schemas are held to the code and to the data: what the program ships and writes validates, and what a schema
//! refuses the program refuses too.
//!
//! The schemas say less than the loaders, which also know what ids exist; they must never say more.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use jsonschema::Validator;
use orienta::app::{Command, Effect, Model, Settings};
use orienta::assessment::choices::{OwnCost, Progress, Stage};
use orienta::assessment::edit::{CompanyField, DoorEdit, PlanEdit};
use orienta::assessment::file::{self, OpenError};
use orienta::assessment::{ActivityCode, Assessment, Cell, Edit, State, Value, Word, import};
use orienta::pack::measures::Catalogue;
use orienta::pack::region::Region;
use orienta::pack::{Mode, Pack, PackFiles, orientamento, shipped};
use orienta::text::Language;
use serde_json::{Map, Value as Json, json};

const ASSESSMENT: &str = "docs/schemas/assessment.schema.json";
const PACK: &str = "questionnaires/pack.schema.json";
const TEXTS: &str = "questionnaires/texts.schema.json";
const REGION: &str = "assets/regions/region.schema.json";
const CATALOGUE: &str = "assets/measures/catalogue.schema.json";
const CATALOGUE_TEXTS: &str = "assets/measures/texts.schema.json";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn bytes(path: impl AsRef<Path>) -> Vec<u8> {
    let path = root().join(path);
    fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn read(path: impl AsRef<Path>) -> Json {
    serde_json::from_slice(&bytes(path)).unwrap()
}

fn schema(path: &str) -> Validator {
    jsonschema::draft202012::new(&read(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

#[track_caller]
fn assert_valid(schema: &Validator, instance: &Json, name: &str) {
    let errors: Vec<String> = schema.iter_errors(instance).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
}

fn opens(instance: &Json) -> Result<Assessment, OpenError> {
    let bytes = serde_json::to_vec(instance).unwrap();
    file::open(&bytes, |id| shipped().get(id), Language::EN).map(|opened| opened.assessment)
}

fn examples() -> Vec<(String, Json)> {
    let mut found: Vec<_> = fs::read_dir(root().join("examples"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().ends_with(file::EXTENSION))
        .map(|path| (path.display().to_string(), read(&path)))
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(found.len() >= 5, "the examples are found");
    found
}

fn example() -> Json {
    read("examples/officina-meccanica.orienta.json")
}

/// A change to a JSON file.
type Change = fn(&mut Json);

fn remove(json: &mut Json, pointer: &str, key: &str) {
    json.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(key).unwrap();
}

/// Every file with one part below a place missing, of another type, or with an unknown key beside it; of lists the first
/// entry, of objects by id the first two.
fn spoiled(json: &Json, at: &str, with_unknown_keys: bool) -> Vec<(String, Json)> {
    fn places(json: &Json, at: &str, out: &mut Vec<String>) {
        match json {
            Json::Object(fields) => {
                let shown = if fields.len() > 40 { 2 } else { fields.len() };
                for (key, value) in fields.iter().take(shown) {
                    let place = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
                    out.push(place.clone());
                    places(value, &place, out);
                }
            }
            Json::Array(list) => {
                if let Some(first) = list.first() {
                    out.push(format!("{at}/0"));
                    places(first, &format!("{at}/0"), out);
                }
            }
            _ => {}
        }
    }
    let mut all = Vec::new();
    places(json.pointer(at).unwrap(), at, &mut all);
    let mut out = Vec::new();
    for place in &all {
        let other_type = if json.pointer(place).unwrap().is_string() { json!(-7.5) } else { json!("?") };
        for wrong in [Json::Null, other_type] {
            let mut changed = json.clone();
            *changed.pointer_mut(place).unwrap() = wrong.clone();
            out.push((format!("{place} = {wrong}"), changed));
        }
        let (parent, key) = place.rsplit_once('/').unwrap();
        let mut changed = json.clone();
        if let Some(fields) = changed.pointer_mut(parent).unwrap().as_object_mut() {
            fields.remove(&key.replace("~1", "/").replace("~0", "~"));
            out.push((format!("{place} missing"), changed));
        }
        let mut changed = json.clone();
        if let Some(fields) = changed.pointer_mut(place).unwrap().as_object_mut().filter(|_| with_unknown_keys) {
            fields.insert("unknown-key".into(), json!(1));
            out.push((format!("{place} with an unknown key"), changed));
        }
    }
    out
}

/// Whatever the schema refuses of the changes below some places, the loader refuses too; tried with every n-th change, so
/// that large files take seconds.
fn is_no_stricter(schema: &Validator, json: &Json, at: &[&str], every: usize, loads: impl Fn(&Json) -> bool) {
    assert!(loads(json), "the starting point is sound");
    let unknown_keys = json.get("history").is_none();
    let changes = at.iter().flat_map(|place| spoiled(json, place, unknown_keys));
    let refused: Vec<_> = changes.step_by(every).filter(|(_, j)| !schema.is_valid(j)).collect();
    assert!(refused.len() >= 50, "the schema refuses only {} changes", refused.len());
    let stricter: Vec<&String> = refused.iter().filter(|(_, j)| loads(j)).map(|(what, _)| what).collect();
    assert!(stricter.is_empty(), "the schema refuses what the program reads: {stricter:#?}");
}

#[test]
fn the_schemas_are_schemas() {
    for path in [ASSESSMENT, PACK, TEXTS, REGION, CATALOGUE, CATALOGUE_TEXTS] {
        let json = read(path);
        assert_eq!(json["$schema"], "https://json-schema.org/draft/2020-12/schema", "{path}");
        assert!(jsonschema::draft202012::meta::is_valid(&json), "{path}");
    }
}

#[test]
fn the_examples_validate() {
    let schema = schema(ASSESSMENT);
    for (name, json) in examples() {
        assert_valid(&schema, &json, &name);
        opens(&json).unwrap_or_else(|e| panic!("{name}: {e}"));
    }
}

#[test]
fn the_example_in_the_documentation_opens() {
    let text = String::from_utf8(bytes("docs/formats.md")).unwrap().replace('\r', "");
    let block = text.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let json: Json = serde_json::from_str(block).unwrap();
    assert_valid(&schema(ASSESSMENT), &json, "docs/formats.md");
    let assessment = opens(&json).unwrap();
    let states: std::collections::BTreeSet<&str> = json["answers"]
        .as_object()
        .unwrap()
        .values()
        .flat_map(|a| a.as_array().unwrap())
        .map(|a| a["state"].as_str().unwrap())
        .collect();
    assert_eq!(states.len(), 5, "it shows every state: {states:?}");
    assert!(!assessment.history.is_empty() && !assessment.extra.is_empty(), "it shows history and an unknown field");
}

#[test]
fn imported_files_validate() {
    let schema = schema(ASSESSMENT);
    let rows = import::read(orientamento(), &bytes("examples/imprese.csv"), Language::EN).unwrap();
    assert!(rows.len() >= 5);
    for row in rows {
        let json = serde_json::from_slice(&file::write(&row.unwrap())).unwrap();
        assert_valid(&schema, &json, "imported row");
    }
}

fn rows(cells: &[(&str, Cell)]) -> Value {
    Value::Rows(cells.iter().map(|(row, cell)| ((*row).to_owned(), *cell)).collect())
}

/// Everything the window can do to a file, as it would be written after each step.
fn written_by_the_window() -> Vec<Json> {
    let now = "2026-11-23T10:00:00+01:00[Europe/Rome]".parse().unwrap();
    let mut model = Model::new(orientamento(), Settings::default(), PathBuf::from("files"), date(2026, 11, 23));
    let answer = |item: &str, state| Edit::Answer { item: item.into(), state };
    let company = |field| Edit::Company(field);
    let own = OwnCost { eur: [100.0, 200.0], days: [1.0, 2.5], source: "Fictitious offer".into(), extra: Map::new() };
    let progress = Progress {
        stage: Stage::Done,
        date: date(2026, 11, 2),
        evidence: "Fictitious picture".into(),
        extra: Map::new(),
    };
    let code = ActivityCode { edition: "2025".into(), code: "25.53".into(), extra: Map::new() };
    let edits = [
        answer("A1", State::Answered(Value::Number(3.0))),
        answer("A7", State::NotApplicable),
        answer("A2", State::DontKnow),
        answer("A3", State::Skipped),
        answer("A2", State::Open),
        answer("F1.a", State::Answered(Value::Bool(true))),
        answer("P8", State::Answered(Value::Options(vec!["owner".into()]))),
        answer("P5", State::Answered(Value::Number(2.0))),
        answer("M1", State::Answered(Value::Options(vec!["a.now".into(), "a.plan".into()]))),
        answer("M4", State::Answered(rows(&[("a", Cell::Number(3.0)), ("b", Cell::Word(Word::NotApplicable))]))),
        answer("M11", State::Answered(rows(&[("a", Cell::Number(0.5)), ("b", Cell::Word(Word::DontKnow))]))),
        Edit::Note { item: "A1".into(), note: "Fictitious note".into() },
        Edit::Evidence { item: "A1".into(), grade: 2 },
        Edit::Mode(Mode::Full),
        Edit::Door(DoorEdit::Pin("afil".into(), Some("Fictitious reason".into()))),
        Edit::Door(DoorEdit::Dismiss("made".into(), Some(String::new()))),
        Edit::Door(DoorEdit::Rule("province".into(), false)),
        Edit::Plan(PlanEdit::Budget(Some(12_000.0))),
        Edit::Plan(PlanEdit::Days(Some(12.5))),
        Edit::Plan(PlanEdit::Quarters(Some(6))),
        Edit::Plan(PlanEdit::DayRate(Some(200.0))),
        Edit::Plan(PlanEdit::Must("tested-backup".into(), true)),
        Edit::Plan(PlanEdit::Exclude("one-system".into(), Some("Fictitious reason".into()))),
        Edit::Plan(PlanEdit::Cost("tested-backup".into(), Some(own))),
        Edit::Plan(PlanEdit::Begin("tested-backup".into(), "2027-Q2".parse().ok())),
        Edit::Plan(PlanEdit::Progress("automatic-backup".into(), Some(progress))),
        Edit::Plan(PlanEdit::Decline("automatic-backup".into(), "A13".into())),
        Edit::Plan(PlanEdit::Keep("Fictitious scenario".into())),
        company(CompanyField::Name("Ditta Inventata S.r.l.".into())),
        company(CompanyField::Ateco(Some(code))),
        company(CompanyField::Ateco(None)),
        company(CompanyField::Province(Some("BG".into()))),
        company(CompanyField::Employees(Some(12))),
        company(CompanyField::VatNumber("00000000000".into())),
        company(CompanyField::Town("Paese Inventato".into())),
        company(CompanyField::Contact("Nome Inventato".into())),
        company(CompanyField::Consultant("Altro Inventato".into())),
    ];
    let mut steps = vec![Command::New];
    steps.extend(edits.map(Command::Edit));
    steps.extend([Command::Undo, Command::Undo, Command::Redo]);
    let mut out = Vec::new();
    for step in steps {
        for effect in model.update(step, &now) {
            let bytes = match effect {
                Effect::Create { document, bytes, name, .. } => {
                    model.update(Command::Created(document, PathBuf::from("files").join(name)), &now);
                    bytes
                }
                Effect::Save { bytes, .. } => bytes,
                _ => continue,
            };
            out.push(serde_json::from_slice(&bytes).unwrap());
        }
    }
    out
}

#[test]
fn files_of_the_window_validate() {
    let schema = schema(ASSESSMENT);
    let written = written_by_the_window();
    assert_eq!(written.len(), 40, "each of 37 edits and 3 steps back and forth is written");
    for json in &written {
        assert_valid(&schema, json, "file of the window");
        opens(json).unwrap();
    }
    let last = serde_json::to_string(written.last().unwrap()).unwrap();
    for part in ["\"undo\"", "\"redo\"", "\"dont_know\"", "\"A1.note\"", "\"A1.evidence\"", "\"company.ateco\""] {
        assert!(last.contains(part), "{part} is in the history");
    }
}

#[test]
fn unknown_fields_of_an_assessment_are_allowed_and_kept() {
    let mut json = example();
    for place in ["", "/pack", "/company", "/company/ateco", "/respondents/0", "/answers/A1/0"] {
        json.pointer_mut(place).unwrap().as_object_mut().unwrap().insert("of_a_later_version".into(), json!([1, null]));
    }
    json["answers"]["Z99"] = json!([{"respondent": "r1", "state": "answered", "value": {"rows": []}}]);
    // A value of an unknown shape is refused, an unknown item is not.
    assert!(!schema(ASSESSMENT).is_valid(&json) && opens(&json).is_err());
    json["answers"]["Z99"][0]["value"] = json!(3);
    assert_valid(&schema(ASSESSMENT), &json, "unknown fields");
    let again: Json = serde_json::from_slice(&file::write(&opens(&json).unwrap())).unwrap();
    assert_eq!(again["answers"]["Z99"][0]["value"], json!(3.0));
    for place in ["", "/pack", "/company", "/company/ateco", "/respondents/0", "/answers/A1/0"] {
        assert_eq!(again.pointer(place).unwrap()["of_a_later_version"], json!([1, null]), "{place}");
    }
}

#[test]
fn wrong_assessments_are_refused() {
    let cases: &[(&str, Change)] = &[
        ("no format", |j| remove(j, "", "format")),
        ("format as text", |j| j["format"] = json!("1")),
        ("format of a later version", |j| j["format"] = json!(2)),
        ("no pack", |j| remove(j, "", "pack")),
        ("no pack id", |j| remove(j, "/pack", "id")),
        ("no pack version", |j| remove(j, "/pack", "version")),
        ("unknown mode", |j| j["mode"] = json!("medium")),
        ("company as a list", |j| j["company"] = json!([])),
        ("employees as text", |j| j["company"]["employees"] = json!("38")),
        ("negative employees", |j| j["company"]["employees"] = json!(-1)),
        ("half a person", |j| j["company"]["employees"] = json!(1.5)),
        ("unknown edition", |j| j["company"]["ateco"]["edition"] = json!("1991")),
        ("edition as a number", |j| j["company"]["ateco"]["edition"] = json!(2025)),
        ("no code", |j| remove(j, "/company/ateco", "code")),
        ("respondents as an object", |j| j["respondents"] = json!({})),
        ("respondent without id", |j| remove(j, "/respondents/0", "id")),
        ("answers as a list", |j| j["answers"] = json!([])),
        ("one answer without its list", |j| j["answers"]["A1"] = j["answers"]["A1"][0].take()),
        ("answer without respondent", |j| remove(j, "/answers/A1/0", "respondent")),
        ("answer without state", |j| remove(j, "/answers/A1/0", "state")),
        ("unknown state", |j| j["answers"]["A1"][0]["state"] = json!("maybe")),
        ("answered without value", |j| remove(j, "/answers/A1/0", "value")),
        ("answered with null", |j| j["answers"]["A1"][0]["value"] = json!(null)),
        ("value beside don't know", |j| j["answers"]["A1"][0]["state"] = json!("dont_know")),
        ("value beside open", |j| j["answers"]["A1"][0]["state"] = json!("open")),
        ("rows of lists", |j| j["answers"]["A1"][0]["value"] = json!({"a": [3]})),
        ("row that is open", |j| j["answers"]["A1"][0]["value"] = json!({"a": null})),
        ("row with another word", |j| j["answers"]["A1"][0]["value"] = json!({"a": "open"})),
        ("options that are no words", |j| j["answers"]["P9"][0]["value"] = json!([1, 2])),
        ("evidence 3", |j| j["answers"]["A1"][0]["evidence"] = json!(3)),
        ("evidence -1", |j| j["answers"]["A1"][0]["evidence"] = json!(-1)),
        ("note as a number", |j| j["answers"]["A1"][0]["note"] = json!(1)),
        ("negative budget", |j| j["plan"] = json!({"budget": -1})),
        ("negative days of a scenario", |j| j["plan"] = json!({"scenarios": [{"name": "x", "days": -1}]})),
        ("no quarter", |j| j["plan"] = json!({"quarters": 0})),
        ("many quarters", |j| j["plan"] = json!({"quarters": 21})),
        ("free day", |j| j["plan"] = json!({"day_rate": -0.5})),
        ("quarter 5", |j| j["plan"] = json!({"begin": {"x": "2027-Q5"}})),
        ("negative cost", |j| j["plan"] = json!({"costs": {"x": {"eur": [-1, 1], "days": [1, 1]}}})),
        ("cost without days", |j| j["plan"] = json!({"costs": {"x": {"eur": [1, 1]}}})),
        ("progress without a date", |j| j["plan"] = json!({"progress": {"x": {"stage": "done"}}})),
        ("half done", |j| j["plan"] = json!({"progress": {"x": {"stage": "half", "date": "2026-11-02"}}})),
        ("declined as a text", |j| j["plan"] = json!({"declined": {"x": "A1"}})),
        ("declined without measures", |j| j["plan"] = json!({"declined": ["A1"]})),
        ("pinned without words", |j| j["doors"] = json!({"pinned": {"afil": 1}})),
        ("rules as an object", |j| j["doors"] = json!({"rules_off": {}})),
        ("history as text", |j| j["history"] = json!("none")),
        ("change without what", |j| j["history"] = json!([{"at": "", "by": "r1", "from": null, "to": null}])),
        ("change without to", |j| j["history"] = json!([{"at": "", "by": "r1", "what": "A1", "from": null}])),
        ("a list instead of a file", |j| *j = json!([])),
    ];
    let schema = schema(ASSESSMENT);
    assert_valid(&schema, &example(), "the starting point");
    for (name, change) in cases {
        let mut json = example();
        change(&mut json);
        assert!(!schema.is_valid(&json), "the schema takes: {name}");
        assert!(opens(&json).is_err(), "the program takes: {name}");
    }
    // Without a later version's number, unknown keys are kept; they are tried above.
    let written = written_by_the_window().pop().unwrap();
    for json in [example(), written] {
        is_no_stricter(&schema, &json, &[""], 1, |j| opens(j).is_ok());
    }
}

/// An assessment of the full questionnaire with one more answer.
fn with_value(item: &str, value: Json) -> Json {
    let mut json = example();
    json["mode"] = json!("full");
    json["answers"][item] = json!([{"respondent": "r1", "state": "answered", "value": value}]);
    json
}

/// What the schema cannot say: whether a value fits its item.
#[test]
fn values_fit_their_item() {
    let schema = schema(ASSESSMENT);
    let cases = [
        ("M1", json!(["a.now", "b.plan"]), true),
        ("M1", json!([]), true),
        ("M1", json!(["a"]), false),
        ("M1", json!(["a.now", "a.now"]), false),
        ("M1", json!({"a.now": 1}), false),
        ("M7", json!(["b"]), true),
        ("M7", json!(["a", "b"]), false),
        ("M4", json!({"a": 0, "b": 2.5, "c": "na", "d": "dk"}), true),
        ("M4", json!({}), true),
        ("M4", json!({"a": 6}), false),
        ("M4", json!({"a": 2.25}), false),
        ("M4", json!({"z": 1}), false),
        ("M4", json!(3), false),
        ("M11", json!({"a": 0, "b": 0.5, "c": 1, "d": "na", "e": "dk"}), true),
        ("M11", json!({"a": 2}), false),
        ("M11", json!(0.5), false),
        ("X.PR.E", json!(3), true),
        ("X.PR.E", json!({"a": 3}), false),
        ("O5", json!(["nis2", "gdpr"]), true),
        ("O5", json!(["nis2", "gdpr", "customer-audit", "traceability-law"]), false),
    ];
    for (item, value, fits) in cases {
        let json = with_value(item, value.clone());
        assert_valid(&schema, &json, item);
        assert_eq!(opens(&json).is_ok(), fits, "{item} = {value}");
        let Ok(assessment) = opens(&json) else { continue };
        let again: Json = serde_json::from_slice(&file::write(&assessment)).unwrap();
        assert_valid(&schema, &again, item);
        assert_eq!(opens(&again).unwrap(), assessment, "{item} = {value}");
    }
}

fn pack_folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir(root().join("questionnaires"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    assert_eq!(folders.len(), shipped().len());
    folders
}

fn pack_files(folder: &Path) -> PackFiles {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect()
}

#[test]
fn the_shipped_questionnaires_validate() {
    for folder in pack_folders() {
        let files = pack_files(&folder);
        assert!(files.len() >= 2);
        for (name, bytes) in &files {
            let path = if name == "pack.json" { PACK } else { TEXTS };
            let json = serde_json::from_slice(bytes).unwrap();
            assert_valid(&schema(path), &json, &folder.join(name).display().to_string());
        }
        Pack::load(&files).unwrap();
    }
}

fn loads(files: &PackFiles, name: &str, json: &Json) -> bool {
    let mut files = files.clone();
    files.insert(name.into(), serde_json::to_vec(json).unwrap());
    Pack::load(&files).is_ok()
}

/// Position of an item in `pack.json`.
fn item<'j>(json: &'j mut Json, id: &str) -> &'j mut Json {
    json["items"].as_array_mut().unwrap().iter_mut().find(|i| i["id"] == id).unwrap()
}

#[test]
fn wrong_questionnaires_are_refused() {
    let cases: &[(&str, Change)] = &[
        ("unknown key", |j| j["surprise"] = json!(1)),
        ("unknown key of an item", |j| item(j, "A1")["weight"] = json!(2)),
        ("unknown key of a dimension", |j| j["dimensions"][0]["name"] = json!("D")),
        ("later format", |j| j["format"] = json!(2)),
        ("no version", |j| remove(j, "", "version")),
        ("no language", |j| j["languages"] = json!([])),
        ("no weight", |j| remove(j, "/dimensions/0", "weight")),
        ("weight 0", |j| j["dimensions"][0]["weight"] = json!(0)),
        ("negative weight of a group", |j| j["groups"]["core"] = json!(-1)),
        ("dimension without sub-dimension", |j| j["dimensions"][0]["subdimensions"] = json!([])),
        ("levels that start above 0", |j| j["levels"][0] = json!(5)),
        ("seven levels", |j| j["levels"] = json!([0, 10, 20, 30, 40, 50, 60])),
        ("no levels", |j| j["levels"] = json!([])),
        ("level as text", |j| j["levels"][1] = json!("10")),
        ("cap of a level that cannot be", |j| j["gates"][0]["cap"] = json!(6)),
        ("share of nothing", |j| j["publish"]["total"] = json!([3, 0])),
        ("share of one number", |j| j["publish"]["total"] = json!([3])),
        ("no share", |j| remove(j, "/publish", "maturity")),
        ("unknown type", |j| item(j, "A1")["type"] = json!("slider")),
        ("unknown mode", |j| item(j, "A1")["mode"] = json!("medium")),
        ("no type", |j| drop(item(j, "A1").as_object_mut().unwrap().remove("type"))),
        ("no seconds", |j| drop(item(j, "A1").as_object_mut().unwrap().remove("seconds"))),
        ("negative seconds", |j| item(j, "A1")["seconds"] = json!(-3)),
        ("fact that feeds", |j| item(j, "F1.a")["feeds"] = json!([{"to": "A1", "group": "core"}])),
        ("feed without group", |j| item(j, "A1")["feeds"] = json!([{"to": "A1"}])),
        ("ladder with options", |j| item(j, "A1")["options"] = json!(["x"])),
        ("choice without options", |j| item(j, "P8")["options"] = json!([])),
        ("choice without max", |j| drop(item(j, "P8").as_object_mut().unwrap().remove("max"))),
        ("choice of none", |j| item(j, "P8")["max"] = json!(0)),
        ("option twice", |j| item(j, "P8")["options"][1] = item(j, "P8")["options"][0].clone()),
        ("number without range", |j| drop(item(j, "P3").as_object_mut().unwrap().remove("range"))),
        ("text with range", |j| item(j, "P1")["range"] = json!([1, 2])),
        ("ladder in an index", |j| item(j, "A1")["dii"] = json!(["v3"])),
        ("ticks without options", |j| item(j, "M2")["options"] = json!([])),
        ("rows without options", |j| drop(item(j, "M4").as_object_mut().unwrap().remove("options"))),
        ("unknown key of a feed", |j| item(j, "M2")["feeds"][0]["weight"] = json!(1)),
        ("negative of a choice", |j| item(j, "O5")["negative"] = json!("none")),
        ("negative as a number", |j| item(j, "M7")["negative"] = json!(2)),
        ("saturate of rows", |j| item(j, "M4")["saturate"] = json!(2)),
        ("saturate at nothing", |j| item(j, "M2")["saturate"] = json!(0)),
        ("columns of a choice", |j| item(j, "O5")["columns"] = json!(["now"])),
        ("a column twice", |j| item(j, "M1")["columns"] = json!(["now", "plan", "now"])),
        ("cell of a fact", |j| item(j, "F1.a")["cell"] = json!({"process": "PR", "analysis": "E"})),
        ("cell without analysis", |j| item(j, "X.PR.E")["cell"] = json!({"process": "PR"})),
        ("prefill of a ladder", |j| item(j, "X.PR.E")["prefill"] = item(j, "M3")["prefill"].clone()),
        ("prefill without condition", |j| item(j, "M3")["prefill"] = json!([{"option": "a"}])),
        ("since as a number", |j| item(j, "M3")["since"] = json!(1)),
        ("formerly as a text", |j| item(j, "M3")["formerly"] = json!("M30")),
        ("condition as a text", |j| item(j, "S.trade.1")["when"] = json!("trade")),
        ("condition of nothing", |j| item(j, "S.trade.1")["when"] = json!({})),
        ("condition of two things", |j| {
            item(j, "S.trade.1")["when"] = json!({"sector": ["trade"], "people": {"from": 3}})
        }),
        ("unknown condition", |j| item(j, "S.trade.1")["when"] = json!({"region": ["lombardia"]})),
        ("people without range", |j| item(j, "S.trade.1")["when"] = json!({"people": {}})),
        ("half a person", |j| item(j, "S.trade.1")["when"] = json!({"people": {"from": 2.5}})),
        ("unknown key in a condition", |j| item(j, "S.trade.1")["when"] = json!({"people": {"from": 2, "to": 3}})),
        ("unknown condition inside another", |j| {
            item(j, "S.trade.1")["when"] = json!({"not": {"all": [{"never": []}]}})
        }),
        ("fact without an answer", |j| item(j, "M3")["prefill"][0]["when"] = json!({"fact": {"id": "F1.a"}})),
        ("step above 5", |j| j["contradictions"][0]["when"] = json!({"step": {"id": "A8", "from": 6}})),
        ("step without range", |j| j["contradictions"][0]["when"] = json!({"step": {"id": "A8"}})),
        ("mean without range", |j| j["contradictions"][0]["when"] = json!({"mean": {"ids": ["A8"]}})),
        ("no tick", |j| j["contradictions"][4]["when"]["all"][0]["ticked"]["from"] = json!(0)),
        ("chosen without options", |j| j["contradictions"][0]["when"] = json!({"chosen": {"id": "O1"}})),
        ("contradiction without condition", |j| remove(j, "/contradictions/0", "when")),
        ("contradiction without items", |j| j["contradictions"][0]["items"] = json!([])),
        ("unknown family", |j| j["sectors"]["trade"] = json!(["trade", "piracy"])),
        ("matrix without analyses", |j| remove(j, "/matrix", "analyses")),
        ("a process twice", |j| j["matrix"]["processes"][1] = j["matrix"]["processes"][0].clone()),
        ("two bands", |j| drop(j["dmat"]["bands"].as_array_mut().unwrap().pop())),
        ("negative margin", |j| j["dmat"]["margin"] = json!(-1)),
        ("part without item", |j| j["dmat"]["full"][1]["parts"][0] = json!({"options": ["a"]})),
        ("dimension without part", |j| j["dmat"]["full"][1]["parts"] = json!([])),
        ("part of two kinds", |j| j["dmat"]["quick"][0]["parts"][0]["facts"] = json!([["F1.a"]])),
        ("part of no ladder", |j| j["dmat"]["quick"][0]["parts"][0]["ladders"] = json!([])),
        ("one run", |j| j["uncertainty"]["runs"] = json!(1)),
        ("concentration 0", |j| j["uncertainty"]["concentration"] = json!(0)),
        ("two moves", |j| j["uncertainty"]["moves"] = json!([0.25, 0.1])),
        ("a move beyond certainty", |j| j["uncertainty"]["moves"][0] = json!(1.5)),
        ("declared step 6", |j| j["uncertainty"]["declared_at_most"] = json!(6)),
        ("unknown version of the index", |j| item(j, "F1.a")["dii"] = json!(["v5"])),
    ];
    let files = pack_files(&root().join("questionnaires/orientamento"));
    let (schema, sound) = (schema(PACK), serde_json::from_slice::<Json>(&files["pack.json"]).unwrap());
    assert_valid(&schema, &sound, "the starting point");
    for (name, change) in cases {
        let mut json = sound.clone();
        change(&mut json);
        assert!(!schema.is_valid(&json), "the schema takes: {name}");
        assert!(!loads(&files, "pack.json", &json), "the program takes: {name}");
    }
    is_no_stricter(&schema, &sound, &[""], 2, |j| loads(&files, "pack.json", j));
    // Each kind of item, and each kind of condition.
    let place = |id: &str| sound["items"].as_array().unwrap().iter().position(|i| i["id"] == id).unwrap();
    let mut places: Vec<String> =
        ["M1", "M3", "M4", "M11", "X.PR.E"].map(|id| format!("/items/{}", place(id))).to_vec();
    places.extend((0..5).map(|n| format!("/contradictions/{n}/when")));
    places.extend(["/contradictions/3/when/all/1", "/contradictions/4/when/all/0", "/dmat/quick/0"].map(str::to_owned));
    let places: Vec<&str> = places.iter().map(String::as_str).collect();
    is_no_stricter(&schema, &sound, &places, 2, |j| loads(&files, "pack.json", j));
}

#[test]
fn wrong_texts_are_refused() {
    let cases: &[(&str, Change)] = &[
        ("unknown key", |j| j["surprise"] = json!(1)),
        ("unknown key of an item", |j| j["items"]["A1"]["hint"] = json!("x")),
        ("no disclaimer", |j| remove(j, "", "disclaimer")),
        ("no question", |j| remove(j, "/items/P1", "question")),
        ("empty question", |j| j["items"]["P1"]["question"] = json!(" ")),
        ("five steps", |j| drop(j["items"]["A1"]["steps"].as_array_mut().unwrap().pop())),
        ("the same step twice", |j| j["items"]["A1"]["steps"][1] = j["items"]["A1"]["steps"][0].clone()),
        ("empty step", |j| j["items"]["A1"]["steps"][0] = json!("")),
        ("step too long", |j| j["items"]["A1"]["steps"][0] = json!("à".repeat(241))),
        ("ladder without reason", |j| remove(j, "/items/S.trade.1", "why")),
        ("ladder without any example", |j| remove(j, "/items/S.trade.1", "examples")),
        ("rows with five steps", |j| drop(j["items"]["M4"]["steps"].as_array_mut().unwrap().pop())),
        ("hints as a list", |j| j["items"]["M2"]["hints"] = json!(["x"])),
        ("column as a number", |j| j["items"]["M1"]["columns"]["now"] = json!(1)),
        ("proof as a list", |j| j["items"]["A1"]["proof"] = json!(["x"])),
        ("analysis without question", |j| remove(j, "/matrix/analyses/E", "question")),
        ("analysis with five steps", |j| drop(j["matrix"]["analyses"]["E"]["steps"].as_array_mut().unwrap().pop())),
        ("blank name of a process", |j| j["matrix"]["processes"]["PR"]["name"] = json!(" ")),
        ("unknown key of a process", |j| j["matrix"]["processes"]["PR"]["question"] = json!("x")),
        ("sector as an object", |j| j["sectors"]["trade"] = json!({"name": "x"})),
        ("contradiction without text", |j| remove(j, "/contradictions/ai_without_data", "text")),
        ("ladder without name", |j| j["items"]["A1"]["name"] = json!("")),
        ("ladder without an example", |j| remove(j, "/items/A1/examples", "trade")),
        ("example of another family", |j| j["items"]["A1"]["examples"]["space"] = json!("x")),
        ("options as a list", |j| j["items"]["P8"]["options"] = json!(["x"])),
        ("section without intro", |j| remove(j, "/sections/P", "intro")),
        ("dimension without meaning", |j| remove(j, "/dimensions/D1", "meaning")),
        ("seven bands", |j| j["dimensions"]["D1"]["band"] = json!(["a", "b", "c", "d", "e", "f", "g"])),
        ("level without sentence", |j| remove(j, "/levels/0", "sentence")),
        ("flag without text", |j| remove(j, "/flags/data_unrecoverable", "text")),
        ("flag with two texts", |j| j["flags"]["data_unrecoverable"]["meaning"] = json!("x")),
        ("gate as an object", |j| j["gates"]["d5_below_30"] = json!({})),
        ("paragraph without title", |j| remove(j, "/method/0", "title")),
        ("glossary entry as text", |j| j["glossary"]["ai"] = json!("x")),
    ];
    let files = pack_files(&root().join("questionnaires/orientamento"));
    let (schema, sound) = (schema(TEXTS), serde_json::from_slice::<Json>(&files["it.json"]).unwrap());
    assert_valid(&schema, &sound, "the starting point");
    for (name, change) in cases {
        let mut json = sound.clone();
        change(&mut json);
        assert!(!schema.is_valid(&json), "the schema takes: {name}");
        assert!(!loads(&files, "it.json", &json), "the program takes: {name}");
    }
    is_no_stricter(&schema, &sound, &[""], 9, |j| loads(&files, "it.json", j));
    let places = ["/items/M1", "/items/M4", "/items/M11", "/items/S.trade.1", "/items/P8", "/items/F1.a"];
    is_no_stricter(&schema, &sound, &places, 2, |j| loads(&files, "it.json", j));
}

fn region_folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir(root().join("assets/regions"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    assert!(!folders.is_empty());
    folders
}

#[test]
fn the_shipped_regions_validate() {
    for folder in region_folders() {
        let json = read(folder.join("region.json"));
        assert_valid(&schema(REGION), &json, &folder.display().to_string());
        Region::from_json(&bytes(folder.join("region.json")), &bytes(folder.join("ateco_map.csv"))).unwrap();
    }
}

#[test]
fn wrong_regions_are_refused() {
    let cases: &[(&str, Change)] = &[
        ("unknown key", |j| j["surprise"] = json!(1)),
        ("unknown key of a cluster", |j| j["clusters"][0]["colour"] = json!("red")),
        ("unknown key of a rule", |j| j["rules"]["score"]["luck"] = json!(5)),
        ("later format", |j| j["schema_version"] = json!(2)),
        ("no format", |j| remove(j, "", "schema_version")),
        ("no services", |j| remove(j, "", "services")),
        ("clusters as an object", |j| j["clusters"] = json!({})),
        ("name as text", |j| j["clusters"][0]["name"] = json!("AFIL")),
        ("empty text", |j| j["s3_areas"][0]["name"]["en"] = json!("")),
        ("blank keyword", |j| j["clusters"][0]["keywords"]["it"][0] = json!(" ")),
        ("no seat", |j| remove(j, "/its_academies/0", "seat")),
        ("no provenance", |j| remove(j, "/clusters/0", "provenance")),
        ("no source", |j| j["clusters"][0]["provenance"]["sources"] = json!([])),
        ("blank source", |j| j["clusters"][0]["provenance"]["sources"] = json!([""])),
        ("no date", |j| j["clusters"][0]["provenance"]["as_of"] = json!("")),
        ("month 13", |j| j["clusters"][0]["provenance"]["as_of"] = json!("2026-13")),
        ("date in words", |j| j["clusters"][0]["provenance"]["as_of"] = json!("autumn 2026")),
        ("id of two folders", |j| j["id"] = json!("a/b")),
        ("no edition", |j| remove(j, "", "edition")),
        ("edition of a month", |j| j["edition"] = json!("2026-11")),
        ("source in no language", |j| j["clusters"][0]["provenance"]["sources"] = json!([{}])),
        ("source as a number", |j| j["clusters"][0]["provenance"]["sources"] = json!([5])),
        ("name in no language", |j| j["clusters"][0]["name"] = json!({})),
        ("no offers", |j| remove(j, "", "offers")),
        ("offer of no tag", |j| j["offers"][0]["tag"] = json!(" ")),
        ("offer without doors", |j| j["offers"][0]["doors"] = json!([])),
        ("offer of an unknown list", |j| j["offers"][0]["doors"][0]["list"] = json!("axes")),
        ("door without id", |j| remove(j, "/offers/0/doors/0", "id")),
        ("door with id and category", |j| j["offers"][0]["doors"][2]["category"] = json!("pid")),
        ("category of clusters", |j| j["offers"][0]["doors"][1]["list"] = json!("clusters")),
        ("unknown key of a door", |j| j["offers"][0]["doors"][0]["why"] = json!("it fits")),
        ("unknown confidence", |j| j["clusters"][0]["provenance"]["confidence"] = json!("rumour")),
        ("unknown status", |j| j["services"][0]["status"] = json!("perhaps")),
        ("closing date in words", |j| j["services"][0]["closes"] = json!("soon")),
        ("always as text", |j| j["services"][0]["always"] = json!("yes")),
        ("negative points", |j| j["rules"]["score"]["province"] = json!(-5)),
        ("points as text", |j| j["rules"]["score"]["province"] = json!("5")),
        ("half a reason", |j| j["rules"]["reasons_shown"] = json!(2.5)),
        ("no targets", |j| j["rules"]["gaps"]["target_by_level"] = json!([])),
        ("refinement of a division", |j| j["refinements"][0]["prefix"] = json!("26")),
        ("sentence as text", |j| j["texts"]["reason.province"] = json!("Qui")),
    ];
    let (schema, sound) = (schema(REGION), read("assets/regions/lombardia/region.json"));
    let map = bytes("assets/regions/lombardia/ateco_map.csv");
    let loads = |json: &Json| Region::from_json(&serde_json::to_vec(json).unwrap(), &map).is_ok();
    assert_valid(&schema, &sound, "the starting point");
    for (name, change) in cases {
        let mut json = sound.clone();
        change(&mut json);
        assert!(!schema.is_valid(&json), "the schema takes: {name}");
        assert!(!loads(&json), "the program takes: {name}");
    }
    is_no_stricter(&schema, &sound, &[""], 7, loads);
}

// Catalogues of measures

fn catalogue_files() -> PackFiles {
    let folder = root().join("assets/measures/orientamento");
    let names = ["catalogue.json", "it.json", "en.json"];
    names.into_iter().map(|name| (name.to_owned(), bytes(folder.join(name)))).collect()
}

#[test]
fn the_shipped_catalogues_validate() {
    let files = catalogue_files();
    let json = |name: &str| serde_json::from_slice::<Json>(&files[name]).unwrap();
    assert_valid(&schema(CATALOGUE), &json("catalogue.json"), "catalogue.json");
    for name in ["it.json", "en.json"] {
        assert_valid(&schema(CATALOGUE_TEXTS), &json(name), name);
    }
}

#[test]
fn wrong_catalogues_are_refused() {
    let files = catalogue_files();
    for (path, name, every) in [(CATALOGUE, "catalogue.json", 3), (CATALOGUE_TEXTS, "it.json", 1)] {
        let sound: Json = serde_json::from_slice(&files[name]).unwrap();
        let loads = |json: &Json| {
            let mut files = files.clone();
            files.insert(name.to_owned(), serde_json::to_vec(json).unwrap());
            Catalogue::load(&files, orienta::pack::find).is_ok()
        };
        is_no_stricter(&schema(path), &sound, &[""], every, loads);
    }
}
