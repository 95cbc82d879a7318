//! Files made with an earlier version of a questionnaire: opened for ever, answers by id, only what is new asked.
//!
//! `tests/fixtures` keeps the structure of every released version and a file made with it.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use orienta::assessment::file::{self, Opened};
use orienta::pack::questionnaire::version;
use orienta::pack::{Pack, PackFiles, orientamento, shipped};
use orienta::scoring::score;
use orienta::text::Language;
use serde_json::{Value, json};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Folder, pack id and version of every released version.
fn released() -> Vec<(PathBuf, String, String)> {
    let mut list: Vec<_> = fs::read_dir(root().join("tests/fixtures"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|folder| folder.join("pack.json").exists())
        .map(|folder| {
            let name = folder.file_name().unwrap().to_string_lossy().into_owned();
            let (id, version) = name.rsplit_once('-').unwrap();
            (folder.clone(), id.to_owned(), version.to_owned())
        })
        .collect();
    list.sort();
    assert!(list.iter().any(|(_, id, version)| id == "orientamento" && version == "1.0.0"));
    list
}

fn json_in(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn open(bytes: &[u8]) -> Opened<'static> {
    file::open(bytes, |id| shipped().get(id), Language::EN).unwrap()
}

/// The files kept with a version, without its pack.
fn files_of(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    let files: Vec<PathBuf> = paths.filter(|p| p.to_string_lossy().ends_with(".orienta.json")).collect();
    assert!(!files.is_empty(), "{}", folder.display());
    files
}

/// What the packs of old versions asked is what today's pack says was there by then.
#[test]
fn since_tells_what_a_version_brought() {
    for (folder, id, old) in released() {
        let then = json_in(&folder.join("pack.json"));
        assert_eq!((then["id"].as_str(), then["version"].as_str()), (Some(id.as_str()), Some(old.as_str())));
        let asked: BTreeSet<&str> =
            then["items"].as_array().unwrap().iter().map(|i| i["id"].as_str().unwrap()).collect();
        let today = &shipped()[&id].structure.items;
        let since: BTreeSet<&str> = today
            .iter()
            .filter(|i| i.since.as_ref().is_none_or(|since| version(since) <= version(&old)))
            .flat_map(|i| [i.id.as_str()].into_iter().chain(i.formerly.iter().map(String::as_str)))
            .collect();
        let missing: Vec<_> = asked.difference(&since).collect();
        assert!(missing.is_empty(), "{id} {old}: no item takes the answers of {missing:?}");
        let invented: Vec<_> = since.difference(&asked).collect();
        assert!(invented.is_empty(), "{id} {old} did not ask {invented:?}: say since when");
    }
}

/// Every answer is there as it was given, and the quick figures of a quick file stay what they were.
#[test]
fn old_files_open_with_all_their_answers() {
    for (folder, id, old) in released() {
        for path in files_of(&folder) {
            let raw = json_in(&path);
            let Opened { assessment, pack, carried } = open(&fs::read(&path).unwrap());
            let carried = carried.unwrap_or_else(|| panic!("{}: nothing is said", path.display()));
            assert_eq!((carried.from.as_str(), carried.to.as_str()), (old.as_str(), pack.version.as_str()));
            assert!(!carried.later && carried.gone.is_empty() && carried.reworded.is_empty(), "{id} {carried:?}");
            assert_eq!((assessment.pack.version.as_str(), &assessment.pack.hash), (pack.version.as_str(), &pack.hash));
            let written: Value = serde_json::from_slice(&file::write(&assessment)).unwrap();
            assert_eq!(written["answers"], raw["answers"], "{}", path.display());
            assert_eq!(written["company"], raw["company"], "{}", path.display());
            // Nothing new is asked in the quick questionnaire: its progress is what the old one's was.
            assert_eq!(carried.new, 0);
            let progress = score(pack, &assessment).progress;
            assert_eq!(progress.given, progress.asked, "the file had every answer of its version");
            // Manufacturing, agrifood …: lists 11, cells 4 a process, sector 6, O3-O5 3; the dairy has 34 people and seven processes.
            assert_eq!(carried.new_full, 11 + 4 * 7 + 6 + 3);
        }
    }
}

/// Once carried over, a file is of the version at hand and nothing is said again.
#[test]
fn it_is_said_once() {
    let (folder, ..) = released().remove(0);
    let first = open(&fs::read(&files_of(&folder)[0]).unwrap()).assessment;
    let again = open(&file::write(&first));
    assert_eq!((again.carried, again.assessment), (None, first));
}

/// A pack whose second version renames an item, asks one in other words, drops one and brings one.
fn renamed() -> Pack {
    let folder = root().join("questionnaires/cyber-rapido");
    let mut files: PackFiles = ["pack.json", "it.json", "en.json"]
        .into_iter()
        .map(|name| (name.to_owned(), fs::read(folder.join(name)).unwrap()))
        .collect();
    let change = |bytes: &mut Vec<u8>, how: &dyn Fn(&mut Value)| {
        let mut json: Value = serde_json::from_slice(bytes).unwrap();
        how(&mut json);
        *bytes = serde_json::to_vec(&json).unwrap();
    };
    change(files.get_mut("pack.json").unwrap(), &|json| {
        json["version"] = json!("1.10.0");
        for item in json["items"].as_array_mut().unwrap() {
            match item["id"].as_str().unwrap() {
                "T1" => (item["id"], item["formerly"]) = (json!("T9"), json!(["T1"])),
                "C1.b" => item["reworded"] = json!("1.9.0"),
                "C2.a" => item["reworded"] = json!("1.0.0"),
                "R1" => item["since"] = json!("1.2.0"),
                _ => {}
            }
        }
    });
    for name in ["it.json", "en.json"] {
        change(files.get_mut(name).unwrap(), &|json| {
            let items = json["items"].as_object_mut().unwrap();
            let text = items.remove("T1").unwrap();
            items.insert("T9".into(), text);
        });
    }
    Pack::load(&files).unwrap_or_else(|notices| panic!("{notices:#?}"))
}

fn old_cyber(answers: Value) -> Vec<u8> {
    let file = json!({
        "format": 1,
        "pack": {"id": "cyber-rapido", "version": "1.9.0"},
        "respondents": [{"id": "r1"}],
        "answers": answers,
    });
    // 1.9.0 comes before 1.10.0 although its letters do not.
    serde_json::to_vec(&file).unwrap()
}

#[test]
fn renamed_reworded_and_dropped_items_are_told() {
    let pack = renamed();
    let given = |value: Value| json!([{"respondent": "r1", "state": "answered", "value": value, "note": "kept"}]);
    let bytes = old_cyber(json!({
        "T1": given(json!(["a", "c"])),
        "C1.b": given(json!(2)),
        "C2.a": given(json!(3)),
        "Z7": given(json!("an item that is gone")),
    }));
    let opened = file::open(&bytes, |_| Some(&pack), Language::EN).unwrap();
    let carried = opened.carried.unwrap();
    assert_eq!(carried.renamed, 1);
    // Asked in other words in 1.9.0, which the file has; nothing has changed since.
    assert!(carried.reworded.is_empty(), "{carried:?}");
    assert_eq!(carried.gone, ["Z7"]);
    assert_eq!((carried.new, carried.new_full), (0, 0), "R1 came with 1.2.0, before the file");
    let answers = &opened.assessment.answers;
    assert!(!answers.contains_key("T1") && answers["T9"][0].note == "kept" && answers.contains_key("Z7"));

    let older = String::from_utf8(bytes).unwrap().replace("1.9.0", "1.1.0");
    let carried = file::open(older.as_bytes(), |_| Some(&pack), Language::EN).unwrap().carried.unwrap();
    assert_eq!(carried.reworded, ["C1.b"], "C2.a was asked in these words already");
    assert_eq!(carried.new, 1, "R1");
    let sentence = carried.sentence(Language::EN);
    for word in ["1.1.0", "1.10.0", "C1.b", "Z7"] {
        assert!(sentence.contains(word), "{sentence}");
    }
}

/// An answer that does not fit the item it is carried to is refused like any other, and the file stays as it is.
#[test]
fn an_answer_that_fits_no_more_is_a_fault() {
    let pack = renamed();
    let bytes = old_cyber(json!({"T1": [{"respondent": "r1", "state": "answered", "value": ["zz"]}]}));
    let error = file::open(&bytes, |_| Some(&pack), Language::EN).unwrap_err();
    assert!(error.sentences(Language::EN).iter().any(|s| s.contains("T9")), "{error:?}");
}

/// A file of a later version is left alone: its version stays, and so do answers nobody here knows.
#[test]
fn a_later_version_is_not_taken_back() {
    let bytes = json!({
        "format": 1,
        "pack": {"id": "orientamento", "version": "9.0.0", "hash": "abc"},
        "respondents": [{"id": "r1"}],
        "answers": {"A99": [{"respondent": "r1", "state": "answered", "value": 4}]},
    });
    let opened = open(&serde_json::to_vec(&bytes).unwrap());
    assert!(opened.carried.unwrap().later);
    assert_eq!((opened.assessment.pack.version.as_str(), opened.assessment.pack.hash.as_str()), ("9.0.0", "abc"));
    assert!(opened.assessment.answers.contains_key("A99"));
    assert_eq!(opened.pack.version, orientamento().version);
}

/// The command line says it once on standard error, and gives the figures.
#[test]
fn the_command_line_says_it() {
    let (folder, _, old) = released().remove(0);
    let file = &files_of(&folder)[0];
    let run = |more: &[&str]| {
        let mut command = assert_cmd::Command::cargo_bin("orienta-cli").unwrap();
        let output = command.args(["--lang", "en", "score", "--json"]).arg(file).args(more).output().unwrap();
        assert!(output.status.success());
        let json: Value = serde_json::from_slice(&output.stdout).unwrap();
        (json, String::from_utf8(output.stderr).unwrap())
    };
    let (json, errors) = run(&[]);
    assert_eq!(json["pack"]["version"], orientamento().version.as_str());
    assert_eq!(errors.lines().count(), 1, "{errors}");
    assert!(errors.contains(&old) && errors.contains(&orientamento().version), "{errors}");
    assert_eq!(run(&["--quiet"]).1, "");
}
