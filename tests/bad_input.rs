//! Files that are broken, foreign, too new or made up: one sentence a problem with the file's name and the place, nothing
//! overwritten, never a panic.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use jiff::civil::date;
use orienta::assessment::edit::{CompanyField, Edit, Stamp};
use orienta::assessment::file::{self, LARGEST, OpenError};
use orienta::assessment::{Assessment, import};
use orienta::export;
use orienta::pack::{orientamento, shipped};
use orienta::pipeline::evaluate;
use orienta::text::Language;
use proptest::prelude::*;
use serde_json::{Value, json};
use tempfile::TempDir;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn good() -> Vec<u8> {
    fs::read(root().join("examples/officina-meccanica.orienta.json")).unwrap()
}

fn good_json() -> Value {
    serde_json::from_slice(&good()).unwrap()
}

/// The good file with one place changed.
fn with(pointer: &str, value: Value) -> Vec<u8> {
    let mut json = good_json();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    json.pointer_mut(parent).unwrap()[key] = value;
    serde_json::to_vec_pretty(&json).unwrap()
}

fn open(bytes: &[u8]) -> Result<Assessment, OpenError> {
    file::open(bytes, |id| shipped().get(id), Language::EN).map(|opened| opened.assessment)
}

struct Said {
    code: i32,
    out: String,
    err: String,
}

fn run(args: &[&str]) -> Said {
    let output =
        Command::new(assert_cmd::cargo::cargo_bin!("orienta-cli")).args(["--lang", "en"]).args(args).output().unwrap();
    Said {
        code: output.status.code().expect("the program ends by itself"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A bad file with what must be said of it: one line a problem, each holding its words.
struct Bad {
    name: &'static str,
    bytes: Vec<u8>,
    problems: &'static [&'static [&'static str]],
}

fn bad(name: &'static str, bytes: impl Into<Vec<u8>>, problems: &'static [&'static [&'static str]]) -> Bad {
    Bad { name, bytes: bytes.into(), problems }
}

/// The line and column where the good file breaks off after its first 40 lines.
fn truncated() -> Vec<u8> {
    good().split_inclusive(|b| *b == b'\n').take(40).flatten().copied().collect()
}

fn bad_files() -> Vec<Bad> {
    let mut utf16 = vec![0xff, 0xfe];
    utf16.extend(String::from_utf8(good()).unwrap().encode_utf16().flat_map(u16::to_le_bytes));
    vec![
        bad("empty", "", &[&["empty", "earlier copy"]]),
        bad("blanks", " \r\n\t\n", &[&["empty"]]),
        bad("mark alone", b"\xef\xbb\xbf", &[&["empty"]]),
        bad("truncated", truncated(), &[&["Line 41, column 0"]]),
        bad("half a word", b"{\n  \"format\": 1,\n  \"pack\": {\"id\": \"ori".to_vec(), &[&["Line 3"]]),
        bad("binary", (0..=255_u8).cycle().take(5000).collect::<Vec<_>>(), &[&["Line 1, column 1"]]),
        bad("not UTF-8", b"{\"format\": 1, \"x\": \"\xe0\xe8\"}".to_vec(), &[&["Line 1"]]),
        bad("UTF-16", utf16, &[&["Line 1, column 1"]]),
        bad("zip", b"PK\x03\x04\x14\x00\x06\x00".to_vec(), &[&["Line 1, column 1"]]),
        bad("two objects", b"{\"format\": 1}\n{\"format\": 1}".to_vec(), &[&["Line 2, column 1"]]),
        bad("words", "la mia impresa", &[&["Line 1"]]),
        bad("a list", "[]", &[&["format"]]),
        bad("null", "null", &[&["format"]]),
        bad("a number", "17", &[&["format"]]),
        bad("foreign", r#"{"name": "Ditta Inventata"}"#, &[&["format"]]),
        bad("format of words", r#"{"format": "1"}"#, &[&["format"]]),
        bad("negative format", r#"{"format": -1}"#, &[&["format"]]),
        bad("future", r#"{"format": 2, "questionnaire": []}"#, &[&["format", "2", "1", "Update"]]),
        bad("far future", r#"{"format": 18446744073709551615}"#, &[&["format", "18446744073709551615"]]),
        bad("future after a mark", [b"\xef\xbb\xbf".as_slice(), br#"{"format": 7}"#].concat(), &[&["format", "7"]]),
        bad("no pack", r#"{"format": 1}"#, &[&["Line 1", "pack"]]),
        bad("unknown pack", with("/pack/id", json!("altro")), &[&["pack.id", "altro"]]),
        bad("pack of a path", with("/pack/id", json!("../orientamento")), &[&["pack.id", "../orientamento"]]),
        bad("mode", with("/mode", json!("slow")), &[&["Line", "slow"]]),
        bad("company as list", with("/company", json!([])), &[&["Line", "column"]]),
        bad("answers as list", with("/answers", json!([1, 2])), &[&["Line", "column"]]),
        bad("answer as number", with("/answers/A1", json!(3)), &[&["Line", "column"]]),
        bad("state", with("/answers/A1/0/state", json!("maybe")), &[&["Line", "maybe"]]),
        bad("answered without value", with("/answers/A1/0/value", json!(null)), &[&["Line", "value"]]),
        bad("value of an object", with("/answers/A1/0/value", json!({"a": [1]})), &[&["Line", "column"]]),
        bad("evidence", with("/answers/A1/0/evidence", json!(3)), &[&["Line", "evidence"]]),
        bad("evidence of a fraction", with("/answers/A1/0/evidence", json!(0.5)), &[&["Line", "column"]]),
        bad("employees", with("/company/employees", json!(-3)), &[&["Line", "-3"]]),
        bad("too many employees", with("/company/employees", json!(4_294_967_296_u64)), &[&["Line", "4294967296"]]),
        bad("a fraction of employees", with("/company/employees", json!(2.5)), &[&["Line", "2.5"]]),
        bad("huge number", r#"{"format": 1, "x": 1e999}"#, &[&["Line 1", "column"]]),
        bad("NaN", r#"{"format": 1, "pack": {"id": NaN}}"#, &[&["Line 1", "column"]]),
        bad("Infinity", r#"{"format": Infinity}"#, &[&["Line 1", "column"]]),
        bad("comments", "{\n  // appunti\n  \"format\": 1}", &[&["Line 2, column 3"]]),
        bad(
            "twice at the top",
            r#"{"format": 1, "mode": "quick", "mode": "full"}"#,
            &[&["Line 1", "\"mode\"", "twice"]],
        ),
        bad(
            "twice inside",
            "{\"format\": 1,\n\"answers\": {\"A1\": [],\n\"A1\": []}}",
            &[&["Line 3", "\"A1\"", "twice"]],
        ),
        bad("twice unknown", r#"{"format": 1, "later": [{"a": 1, "a": 1}]}"#, &[&["Line 1", "\"a\"", "twice"]]),
        bad("deep list", nested(b'[', b']', 20_000), &[&["Line 1", "recursion"]]),
        bad("deep object", deep_object(20_000), &[&["Line 1", "recursion"]]),
        bad("deep in an unknown field", deep_field(500), &[&["Line", "recursion"]]),
        // Values that are JSON of the right shape and no answer: each has its own sentence.
        bad("step 6", with("/answers/A1/0/value", json!(6)), &[&["answers.A1[0]", "0 to 5"]]),
        bad("step 2.25", with("/answers/A1/0/value", json!(2.25)), &[&["answers.A1[0]", "0 to 5"]]),
        bad("step 1e300", with("/answers/A1/0/value", json!(1e300)), &[&["answers.A1[0]", "0 to 5"]]),
        bad("step of words", with("/answers/A1/0/value", json!("3")), &[&["answers.A1[0]", "0 to 5"]]),
        bad("a fact of words", with("/answers/F1.a/0/value", json!("yes")), &[&["answers.F1.a[0]", "true"]]),
        bad(
            "a choice too many",
            with("/answers/O2/0/value", json!(["time", "money"])),
            &[&["answers.O2[0]", "at most 1"]],
        ),
        bad("an unknown choice", with("/answers/O1/0/value", json!(["gold"])), &[&["answers.O1[0]", "security"]]),
        bad("a choice twice", with("/answers/O1/0/value", json!(["costs", "costs"])), &[&["answers.O1[0]"]]),
        bad("a stranger", with("/answers/A1/0/respondent", json!("r9")), &[&["answers.A1[0]", "r9"]]),
        bad("edition", with("/company/ateco/edition", json!("1999")), &[&["company.ateco.edition", "1999", "2025"]]),
        bad(
            "many",
            many_faults(),
            &[
                &["answers.A1[0]", "r9"],
                &["answers.A1[0]", "0 to 5"],
                &["answers.A3[0]"],
                &["answers.F1.a[1]", "r1"],
                &["company.ateco.edition", "1999"],
            ],
        ),
    ]
}

fn nested(open: u8, close: u8, depth: usize) -> Vec<u8> {
    [vec![open; depth], vec![close; depth]].concat()
}

fn deep_object(depth: usize) -> Vec<u8> {
    let mut text = r#"{"format":1,"a":"#.repeat(depth);
    text.push('1');
    text.push_str(&"}".repeat(depth));
    text.into_bytes()
}

fn deep_field(depth: usize) -> Vec<u8> {
    let deep = String::from_utf8(nested(b'[', b']', depth)).unwrap();
    String::from_utf8(good()).unwrap().replacen('{', &format!("{{\n  \"later\": {deep},"), 1).into_bytes()
}

fn many_faults() -> Vec<u8> {
    let mut json = good_json();
    json["answers"]["A1"][0]["respondent"] = json!("r9");
    json["answers"]["A1"][0]["value"] = json!(-1);
    json["answers"]["A3"] = json!([{"respondent": "r1", "state": "not_applicable"}]);
    let fact = json["answers"]["F1.a"][0].clone();
    json["answers"]["F1.a"].as_array_mut().unwrap().push(fact);
    json["company"]["ateco"]["edition"] = json!("1999");
    serde_json::to_vec_pretty(&json).unwrap()
}

/// Holds what was said of a file to one line a problem.
fn holds(name: &str, path: &str, said: &Said, problems: &[&[&str]]) {
    assert_eq!((said.code, said.out.as_str()), (1, ""), "{name}: {}", said.err);
    assert!(!said.err.contains("panicked"), "{name}: {}", said.err);
    let lines: Vec<&str> = said.err.lines().collect();
    assert_eq!(lines.len(), problems.len(), "{name}: {}", said.err);
    for (line, words) in lines.iter().zip(problems) {
        let rest = line.strip_prefix(&format!("orienta-cli: {path}: ")).unwrap_or_else(|| panic!("{name}: {line}"));
        for word in *words {
            assert!(rest.contains(word), "{name}: «{line}» does not say {word}");
        }
        assert!(line.ends_with('.'), "{name}: «{line}» is no sentence");
        assert!(line.chars().count() < 600, "{name}: {line}");
    }
}

#[test]
fn a_bad_file_is_said_in_one_sentence_a_problem_and_stays_as_it_was() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("rotto.orienta.json").display().to_string();
    let (pdf, out) = (folder.path().join("report.pdf"), folder.path().join("out"));
    fs::write(&pdf, "an earlier report").unwrap();
    for (n, case) in bad_files().into_iter().enumerate() {
        fs::write(&path, &case.bytes).unwrap();
        holds(case.name, &path, &run(&["score", &path]), case.problems);
        // The other commands read with the same function: two of them, in turn, with a target that exists and one that
        // does not.
        let pdf_path = pdf.display().to_string();
        let out_path = out.display().to_string();
        let said = match n % 3 {
            0 => run(&["report", &path, "--pdf", &pdf_path]),
            1 => run(&["export", &path, "--to", "json", "--out", &out_path]),
            _ => run(&["check", &path]),
        };
        holds(case.name, &path, &said, case.problems);
        assert_eq!(fs::read(&path).unwrap(), case.bytes, "{}: the file is as it was", case.name);
    }
    assert_eq!(fs::read_to_string(&pdf).unwrap(), "an earlier report");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else was written");
}

#[test]
fn in_italian_too_each_is_a_sentence() {
    for case in bad_files() {
        let error = file::open(&case.bytes, |id| shipped().get(id), Language::IT).unwrap_err();
        let sentences = error.sentences(Language::IT);
        assert_eq!(sentences.len(), case.problems.len(), "{}", case.name);
        for sentence in sentences {
            assert!(sentence.ends_with('.') && !sentence.contains('{'), "{}: {sentence}", case.name);
            assert!(!sentence.starts_with("open-") && !sentence.contains("fault-"), "{}: a key shows", case.name);
        }
    }
}

/// Fifty megabytes are refused by their size, before a byte is parsed.
#[test]
fn a_huge_file_is_refused_at_once() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("enorme.orienta.json");
    fs::write(&path, vec![b'['; 50 * 1024 * 1024]).unwrap();
    let name = path.display().to_string();
    let start = std::time::Instant::now();
    holds("50 MB", &name, &run(&["score", &name]), &[&["50 MB", "16 MB"]]);
    let said = run(&["import", &name, "--out", &folder.path().join("out").display().to_string()]);
    holds("50 MB", &name, &said, &[&["50 MB", "16 MB"]]);
    assert!(start.elapsed().as_secs() < 20);
    assert!(!folder.path().join("out").exists());
    // The limit itself, through the library: one byte more is too large, and as many are read.
    let largest = usize::try_from(LARGEST).unwrap();
    assert_eq!(open(&vec![b'['; largest + 1]).unwrap_err(), OpenError::TooLarge(LARGEST + 1));
    assert!(matches!(open(&vec![b'['; largest]).unwrap_err(), OpenError::Syntax { .. }));
    let mut padded = good();
    padded.resize(largest, b' ');
    assert!(open(&padded).is_ok());
}

#[test]
fn what_is_no_file_is_said() {
    let folder = TempDir::new().unwrap();
    let inside = |name: &str| folder.path().join(name).display().to_string();
    fs::create_dir(inside("cartella.orienta.json")).unwrap();
    fs::write(inside("file"), "x").unwrap();
    for (path, words) in [
        (inside("cartella.orienta.json"), &["folder"][..]),
        (inside("manca.orienta.json"), &["no such file"]),
        // A path below a file cannot be read by anyone, not even by root.
        (inside("file/sotto.orienta.json"), &["cannot be read"]),
    ] {
        holds(&path, &path, &run(&["score", &path]), &[words]);
        let out = inside("out");
        holds(&path, &path, &run(&["import", &path, "--out", &out]), &[words]);
        assert!(!Path::new(&out).exists());
    }
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_said() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = TempDir::new().unwrap();
    let path = folder.path().join("chiuso.orienta.json");
    fs::write(&path, good()).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        eprintln!("SKIPPED: this user (root?) reads files without permission; the sentence is not tried here");
        return;
    }
    let name = path.display().to_string();
    holds("no permission", &name, &run(&["score", &name]), &[&["permission"]]);
}

#[cfg(unix)]
#[test]
fn a_file_name_that_is_no_text_is_no_reason_to_panic() {
    use std::os::unix::ffi::OsStringExt as _;

    let folder = TempDir::new().unwrap();
    let path = folder.path().join(std::ffi::OsString::from_vec(b"ditta-\xff\xfe.orienta.json".to_vec()));
    fs::write(&path, good()).unwrap();
    let output = Command::new(assert_cmd::cargo::cargo_bin!("orienta-cli"))
        .args(["score", "--json"])
        .arg(&path)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

// Unknown fields

/// Fields of a later version, on every level of the file.
fn with_unknown_fields() -> Value {
    let later = json!({
        "words": "più tardi «àèì»", "list": [1, [2.5, null], {"deep": {"deeper": true}}], "whole": 9_007_199_254_740_993_u64,
        "negative": -7, "fraction": 0.1, "empty": {}, "none": null,
    });
    json!({
        "format": 1,
        "later": later,
        "pack": {"id": "orientamento", "version": orientamento().version, "hash": "", "later": later},
        "mode": "quick",
        "company": {
            "name": "Ditta Inventata",
            "ateco": {"edition": "2025", "code": "25.53", "later": later},
            "province": "BG",
            "later": later,
        },
        "respondents": [
            {"id": "r1", "name": "", "role": "", "later": later},
            {"id": "r2", "name": "", "role": "sales", "later": later},
        ],
        "answers": {
            "A1": [
                {"respondent": "r1", "state": "answered", "value": 3.0, "evidence": 1, "note": "nota", "at": "", "later": later},
                {"respondent": "r2", "state": "dont_know", "evidence": 0, "at": "", "later": later},
            ],
            // An item of a later pack.
            "Z99": [{"respondent": "r1", "state": "answered", "value": "parole", "evidence": 0, "at": "", "later": later}],
        },
        "history": [{"at": "", "by": "r1", "what": "A1", "from": null, "to": {"x": [1]}, "later": later}],
    })
}

#[test]
fn unknown_fields_survive_on_every_level() {
    let original = with_unknown_fields();
    let assessment = open(&serde_json::to_vec(&original).unwrap()).unwrap();
    let written = file::write(&assessment);
    assert_eq!(serde_json::from_slice::<Value>(&written).unwrap(), original);
    // And once more: what was written reads as what it was.
    assert_eq!(file::write(&open(&written).unwrap()), written, "the same bytes");
}

#[test]
fn unknown_fields_survive_edits() {
    let original = with_unknown_fields();
    let mut assessment = open(&serde_json::to_vec(&original).unwrap()).unwrap();
    let stamp = Stamp { at: "2026-11-23T09:00:00Z".into(), by: "r1".into() };
    let state = orienta::assessment::State::Answered(orienta::assessment::Value::Number(4.0));
    assert!(assessment.apply(Edit::Answer { item: "A1".into(), state }, &stamp));
    assert!(assessment.apply(Edit::Company(CompanyField::Name("Altra Ditta".into())), &stamp));
    let written: Value = serde_json::from_slice(&file::write(&assessment)).unwrap();
    for pointer in [
        "/later",
        "/pack/later",
        "/company/later",
        "/company/ateco/later",
        "/respondents/0/later",
        "/respondents/1/later",
        "/answers/A1/0/later",
        "/answers/A1/1",
        "/answers/Z99",
        "/history/0",
    ] {
        assert_eq!(written.pointer(pointer), original.pointer(pointer), "{pointer}");
    }
    assert_eq!(written["answers"]["A1"][0]["value"], 4.0);
    assert_eq!(written["history"].as_array().unwrap().len(), 3);
}

#[test]
fn the_examples_are_written_as_they_were_read() {
    for entry in fs::read_dir(root().join("examples")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "json") {
            let bytes = fs::read(&path).unwrap();
            let original: Value = serde_json::from_slice(&bytes).unwrap();
            let written: Value = serde_json::from_slice(&file::write(&open(&bytes).unwrap())).unwrap();
            assert_eq!(written, original, "{}", path.display());
        }
    }
}

// Anything at all

/// Opens bytes, and where they are an assessment, computes and writes everything there is: nothing may panic, and what is
/// refused has at least one sentence.
fn try_everything(bytes: &[u8]) -> Result<(), TestCaseError> {
    for language in Language::all() {
        match file::open(bytes, |id| shipped().get(id), language) {
            Ok(file::Opened { assessment, pack, .. }) => {
                let written = file::write(&assessment);
                let again = file::open(&written, |id| shipped().get(id), language)
                    .map_err(|e| TestCaseError::fail(format!("what was written does not open: {e}")))?;
                prop_assert_eq!(&again.assessment, &assessment);
                let e = evaluate(pack, &assessment, date(2026, 11, 23), language);
                let scores = export::json::scores(&e);
                prop_assert!(scores["dimensions"].is_array());
                prop_assert!(export::json::doors(&e)["axes"].is_array());
                export::csv::table(&e).unwrap();
                prop_assert!(!e.report(&Default::default()).sections.is_empty());
            }
            Err(error) => {
                let sentences = error.sentences(language);
                prop_assert!(!sentences.is_empty() && sentences.iter().all(|s| !s.is_empty()));
            }
        }
    }
    Ok(())
}

/// Bytes with some cut out, put in or changed.
fn mutated(original: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<prop::sample::Index>(), 0_usize..40, prop::collection::vec(any::<u8>(), 0..8));
    prop::collection::vec(change, 1..6).prop_map(move |changes| {
        let mut bytes = original.clone();
        for (at, length, new) in changes {
            let start = at.index(bytes.len().max(1)).min(bytes.len());
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, new);
        }
        bytes
    })
}

/// Any JSON, of the kinds and words that an assessment is made of.
fn any_json() -> impl Strategy<Value = Value> {
    let words = prop_oneof![
        any::<String>().prop_map(Value::from),
        "[0-9]{0,3}[.][0-9]{0,3}[.]?[0-9]{0,3}".prop_map(Value::from),
        prop::sample::select(vec![
            "2007",
            "2025",
            "r1",
            "answered",
            "open",
            "orientamento",
            "è",
            "=1+1",
            "\u{202e}x",
            "A1"
        ])
        .prop_map(Value::from),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0_u8..=10).prop_map(|halves| json!(f64::from(halves) / 2.0)),
        words,
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{1,6}", inner, 0..4).prop_map(Value::from_iter),
        ]
    })
}

/// Every place in a JSON value as a pointer.
fn places(json: &Value, at: String, out: &mut Vec<String>) {
    match json {
        Value::Object(map) => map.iter().for_each(|(k, v)| places(v, format!("{at}/{k}"), out)),
        Value::Array(list) => list.iter().enumerate().for_each(|(n, v)| places(v, format!("{at}/{n}"), out)),
        _ => {}
    }
    out.push(at);
}

proptest! {
    #[test]
    fn any_bytes_are_opened_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        try_everything(&bytes)?;
    }

    #[test]
    fn any_text_is_opened_or_refused(text in "[\\[\\]{}\":,0-9a-z. \\n-]{0,200}") {
        try_everything(text.as_bytes())?;
        try_everything(format!("{{\"format\": 1, {text}").as_bytes())?;
    }

    #[test]
    fn any_table_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), text in "[\",;|\\n\\r a-zA-Z0-9.è-]{0,200}") {
        let headed = format!("name,ateco,ateco_edition,province,employees,A1,F1.a,P9\n{text}");
        for table in [&bytes[..], text.as_bytes(), headed.as_bytes()] {
            for row in import::read(orientamento(), table, Language::IT).unwrap_or_default() {
                match row {
                    // What import takes, the program opens.
                    Ok(assessment) => prop_assert_eq!(open(&file::write(&assessment)), Ok(assessment)),
                    Err(sentences) => prop_assert!(!sentences.is_empty()),
                }
            }
        }
    }

    #[test]
    fn a_damaged_table_is_read_or_refused(bytes in mutated(fs::read(root().join("examples/imprese.csv")).unwrap())) {
        for row in import::read(orientamento(), &bytes, Language::EN).unwrap_or_default().into_iter().flatten() {
            prop_assert_eq!(open(&file::write(&row)), Ok(row));
        }
    }
}

proptest! {
    // These reach the whole evaluation, which takes its time in a debug build.
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_damaged_file_is_opened_or_refused(bytes in mutated(good())) {
        try_everything(&bytes)?;
    }

    #[test]
    fn a_file_with_a_strange_value_is_opened_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any_json()), 1..4),
    ) {
        let mut json = good_json();
        for (at, value) in changes {
            let mut list = Vec::new();
            places(&json, String::new(), &mut list);
            let place = at.get(&list).clone();
            *json.pointer_mut(&place).unwrap() = value;
        }
        try_everything(&serde_json::to_vec(&json).unwrap())?;
    }

    /// Names, notes and codes are free text: whatever stands there, every figure and every page can be made.
    #[test]
    fn any_words_can_be_printed(
        name in any::<String>(),
        code in prop_oneof![any::<String>(), "[0-9]{1,2}[.]?[0-9A-Zè]{0,3}"],
        edition in prop::sample::select(vec!["2007", "2025"]),
        province in any::<String>(),
        note in "\\PC{0,300}",
        employees in any::<u32>(),
    ) {
        let mut json = good_json();
        json["company"] = json!({
            "name": name, "ateco": {"edition": edition, "code": code}, "province": province, "employees": employees,
            "vat_number": note, "town": name, "contact": note, "consultant": name,
        });
        json["answers"]["A1"][0]["note"] = json!(note);
        let bytes = serde_json::to_vec(&json).unwrap();
        prop_assert!(open(&bytes).is_ok());
        try_everything(&bytes)?;
        let file_name = file::file_name(&name, "senza nome");
        prop_assert!(file_name.ends_with(".orienta.json") && !file_name.contains(['/', '\\', '\0']), "{file_name:?}");
        prop_assert!(file_name.chars().count() <= 80 + "_.orienta.json".len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// The same on paper, which is slow.
    #[test]
    fn any_words_can_be_put_on_paper(name in any::<String>(), note in "\\PC{0,2000}") {
        let mut json = good_json();
        json["company"]["name"] = json!(name);
        json["company"]["consultant"] = json!(note);
        json["answers"]["A1"][0]["note"] = json!(note);
        let assessment = open(&serde_json::to_vec(&json).unwrap()).unwrap();
        let e = evaluate(orientamento(), &assessment, date(2026, 11, 23), Language::IT);
        let pdf = export::pdf::pdf(&e.report(&Default::default()));
        prop_assert!(pdf.is_ok_and(|bytes| bytes.starts_with(b"%PDF-")));
    }
}
