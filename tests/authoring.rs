//! `questionnaires/AUTHORING.md` is carried out as it is written: from an empty folder to a questionnaire that works. And the
//! second questionnaire of the program, with figures worked out by hand.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::{Value, json};

/// More than this nobody reads.
const MOST_STEPS: usize = 12;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn guide() -> String {
    fs::read_to_string(root().join("questionnaires/AUTHORING.md")).unwrap().replace('\r', "")
}

/// A fenced block: what stands after the three backticks, and what is in it.
#[derive(Clone, Debug, PartialEq)]
struct Block {
    info: String,
    content: String,
}

/// What a step asks for.
#[derive(Clone, Debug, PartialEq)]
enum Task {
    /// Write a file.
    Write(String, String),
    /// Run a command line.
    Run(Vec<String>),
}

fn blocks(text: &str) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        match (line.strip_prefix("```"), open) {
            (Some(info), false) => {
                out.push(Block { info: info.to_owned(), content: String::new() });
                open = true;
            }
            (Some(_), true) => open = false,
            (None, true) => {
                let block = out.last_mut().unwrap();
                block.content.push_str(line);
                block.content.push('\n');
            }
            (None, false) => {}
        }
    }
    assert!(!open, "a block is not closed");
    out
}

/// The numbered steps, `## 1. …`, with the tasks of each; a step ends where the next heading begins.
fn steps(text: &str) -> Vec<(String, Vec<Task>)> {
    let mut out: Vec<(String, Vec<Task>)> = Vec::new();
    for part in text.split("\n## ").skip(1) {
        let title = part.lines().next().unwrap();
        let Some((number, _)) = title.split_once(". ").filter(|(n, _)| n.chars().all(|c| c.is_ascii_digit())) else {
            continue;
        };
        assert_eq!(number.parse::<usize>().unwrap(), out.len() + 1, "the steps are numbered in order: {title}");
        let tasks = blocks(part).into_iter().flat_map(|block| match block.info.split_once(' ') {
            Some((_, path)) => vec![Task::Write(path.to_owned(), block.content)],
            None => {
                assert_eq!(block.info, "sh", "{title}: a block is a file with its path, or commands");
                block.content.lines().map(|l| Task::Run(l.split(' ').map(str::to_owned).collect())).collect()
            }
        });
        out.push((title.to_owned(), tasks.collect()));
    }
    out
}

/// Carries a task out in a folder, and says whether it was done.
fn done(task: &Task, folder: &Path) -> Result<(), String> {
    match task {
        Task::Write(path, content) => fs::write(folder.join(path), content).map_err(|e| format!("{path}: {e}")),
        Task::Run(words) => match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["mkdir", "-p", path] => fs::create_dir_all(folder.join(path)).map_err(|e| format!("{path}: {e}")),
            ["orienta-cli", ref arguments @ ..] => {
                let mut program = Command::new(assert_cmd::cargo::cargo_bin!("orienta-cli"));
                let output = program.current_dir(folder).args(arguments).output().unwrap();
                let errors = String::from_utf8_lossy(&output.stderr).into_owned();
                if output.status.success() { Ok(()) } else { Err(format!("{arguments:?}: {errors}")) }
            }
            ref other => panic!("no step may need {other:?}"),
        },
    }
}

fn is_check(task: &Task) -> bool {
    matches!(task, Task::Run(words) if words.iter().take(2).eq(&["orienta-cli", "check"]))
}

#[test]
fn the_steps_lead_to_a_questionnaire_that_works() {
    let steps = steps(&guide());
    assert!((5..=MOST_STEPS).contains(&steps.len()), "{} steps", steps.len());
    let folder = tempfile::tempdir().unwrap();
    for (title, tasks) in &steps {
        assert!(!tasks.is_empty(), "{title}: a step has a file or a command");
        for task in tasks {
            done(task, folder.path()).unwrap_or_else(|e| panic!("{title}: {e}"));
        }
    }
    assert!(steps.iter().flat_map(|(_, tasks)| tasks).filter(|t| is_check(t)).count() >= 2, "it is checked");
    let pdf = fs::read(folder.path().join("trial.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF"), "the report is there");
}

/// No file is there for nothing: without it `check` fails.
#[test]
fn every_file_is_needed() {
    let tasks: Vec<Task> = steps(&guide()).into_iter().flat_map(|(_, tasks)| tasks).collect();
    let files: Vec<&String> = tasks
        .iter()
        .filter_map(|task| match task {
            Task::Write(path, _) => Some(path),
            Task::Run(_) => None,
        })
        .collect();
    assert_eq!(files.len(), 3, "{files:?}");
    for missing in files {
        let folder = tempfile::tempdir().unwrap();
        let kept = tasks.iter().filter(|t| !matches!(t, Task::Write(path, _) if path == missing));
        let failed = kept.filter(|task| done(task, folder.path()).is_err() && is_check(task)).count();
        assert!(failed > 0, "check does not miss {missing}");
    }
}

/// The guide says which figures its example gives.
#[test]
fn the_figures_of_the_guide_are_right() {
    let text = guide();
    let folder = tempfile::tempdir().unwrap();
    for task in steps(&text).into_iter().flat_map(|(_, tasks)| tasks).filter(|t| !is_check(t)) {
        done(&task, folder.path()).unwrap();
    }
    let scores = score(&folder.path().join("trial.orienta.json"));
    // L1: two of three ticks, so (2·40 + 200/3)/3 = 440/9. L2: (2·80 + (100 + 50)/2)/3 = 235/3.
    let expected = [440.0 / 9.0, 235.0 / 3.0];
    for (n, expected) in expected.into_iter().enumerate() {
        near(&scores["dimensions"][n]["score"], expected);
        assert!(text.contains(&format!("{expected:.1}")), "{expected:.1} is in the guide");
    }
    near(&scores["total"]["score"], 1145.0 / 18.0);
    assert!(text.contains("63.6: level 1") && scores["total"]["level"] == 1);
}

/// What the guide teaches is complete, and its JSON is JSON.
#[test]
fn the_guide_names_every_kind_of_question() {
    let text = guide();
    for kind in ["ladder", "ticks", "rows", "partly", "fact", "choice", "number", "text"] {
        assert!(text.contains(&format!("\n| `{kind}` |")), "{kind} is in the table");
    }
    for field in ["since", "reworded", "formerly", "when", "negative", "saturate", "columns", "allows_na", "proof"] {
        assert!(text.contains(field), "{field} is explained");
    }
    for block in blocks(&text).iter().filter(|block| block.info.starts_with("json")) {
        serde_json::from_str::<Value>(&block.content).unwrap_or_else(|e| panic!("{e}: {}", block.content));
    }
    let [pack, texts] = ["pack", "texts"].map(|name| {
        let schema = fs::read(root().join(format!("questionnaires/{name}.schema.json"))).unwrap();
        jsonschema::draft202012::new(&serde_json::from_slice(&schema).unwrap()).unwrap()
    });
    for task in steps(&text).into_iter().flat_map(|(_, tasks)| tasks) {
        let Task::Write(path, content) = task else { continue };
        let json = serde_json::from_str(&content).unwrap();
        match path.rsplit('/').next() {
            Some("pack.json") => assert!(pack.is_valid(&json)),
            Some("en.json") => assert!(texts.is_valid(&json)),
            _ => {}
        }
    }
}

fn score(file: &Path) -> Value {
    let mut program = Command::new(assert_cmd::cargo::cargo_bin!("orienta-cli"));
    let output = program.args(["--lang", "en", "score", file.to_str().unwrap(), "--json"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[track_caller]
fn near(found: &Value, expected: f64) {
    let number = found.as_f64().unwrap_or_else(|| panic!("{found} is no number"));
    assert!((number - expected).abs() < 1e-9, "{number} instead of {expected}");
}

/// The questionnaire on security, with a gate that binds.
#[test]
fn the_security_questionnaire_is_scored_as_by_hand() {
    let answered = |value: Value| json!([{"respondent": "r1", "state": "answered", "value": value}]);
    let mut answers = serde_json::Map::new();
    for (item, step) in [
        ("C1.a", 4),
        ("C1.b", 4),
        ("C1.c", 5),
        ("C2.a", 4),
        ("C2.b", 5),
        ("C3.a", 0),
        ("C3.b", 2),
        ("C4.a", 4),
        ("C4.b", 3),
    ] {
        answers.insert(item.into(), answered(json!(step)));
    }
    answers.insert("T1".into(), answered(json!(["a", "b", "c", "d", "e", "f", "g"])));
    answers.insert("R1".into(), answered(json!({"a": 1, "b": 0.5, "c": 0, "d": "na", "e": "dk"})));
    answers.insert("C4.c".into(), json!([{"respondent": "r1", "state": "not_applicable"}]));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("prova.orienta.json");
    let file = json!({
        "format": 1,
        "pack": {"id": "cyber-rapido", "version": "1.0.0"},
        "company": {"name": "Ditta Inventata S.r.l.", "employees": 12},
        "respondents": [{"id": "r1"}],
        "answers": answers,
    });
    fs::write(&path, file.to_string()).unwrap();
    let scores = score(&path);

    // C1.a = (2·80 + 1·100)/3 = 260/3: seven ticks are more than the six that are as good as all.
    // C1 = (260/3 + 80 + 100)/3 = 800/9.
    near(&scores["dimensions"][0]["subdimensions"][0]["score"], 260.0 / 3.0);
    near(&scores["dimensions"][0]["score"], 800.0 / 9.0);
    // C2 = (80 + 100)/2. C3 = (0 + 40)/2, which is below 25.
    near(&scores["dimensions"][1]["score"], 90.0);
    near(&scores["dimensions"][2]["score"], 20.0);
    // Four of the five rows apply, each with a quarter of the list's weight 1, and three are answered:
    // C4.b = (2·60 + ¼·(100 + 50 + 0))/(2 + ¾) = 630/11. C4.c does not apply: C4 = (80 + 630/11)/2 = 755/11.
    near(&scores["dimensions"][3]["subdimensions"][1]["score"], 630.0 / 11.0);
    near(&scores["dimensions"][3]["score"], 755.0 / 11.0);
    // Total = (30·800/9 + 20·90 + 30·20 + 20·755/11)/100 = 2125/33.
    let total = &scores["total"];
    near(&total["score"], 2125.0 / 33.0);
    // The row that is not known at 0: C4 = (80 + 52.5)/2 = 66.25; at 100: (80 + 365/6)/2 = 845/12.
    near(&total["low"], (8000.0 / 3.0 + 1800.0 + 600.0 + 20.0 * 66.25) / 100.0);
    near(&total["high"], (8000.0 / 3.0 + 1800.0 + 600.0 + 20.0 * 845.0 / 12.0) / 100.0);
    // Nine core ladders with 2 each, the ticks with 1, the rows with 1 of which ¾ are answered: 19.75 of 20.
    near(&total["coverage"], 19.75 / 20.0);
    // 64.4 is level 3 (from 60), and without copies of the data at most 2.
    assert_eq!((&total["level_uncapped"], &total["level"]), (&json!(3), &json!(2)));
    assert_eq!(total["gates"][0]["id"], "c3_below_25");
    assert_eq!(total["flags"], json!(["no_backup"]));
    assert_eq!(scores["maturities"], Value::Null);
    for reading in ["dii_v3", "dii_v4", "dmat", "matrix"] {
        assert_eq!(scores["readings"][reading], Value::Null, "{reading}");
    }
    // Every step is only declared, and counts as 2 at most: C1 (2·40 + 100)/3, 40, 40; C2 40; C3 0, 40; C4 40,
    // (2·40 + ¼·150)/(2 + ¾). The ticks and the rows of no, partly and yes have no step.
    let c1 = (60.0 + 40.0 + 40.0) / 3.0;
    let c4 = (40.0 + 117.5 / 2.75) / 2.0;
    near(&total["evidenced"], (30.0 * c1 + 20.0 * 40.0 + 30.0 * 20.0 + 20.0 * c4) / 100.0);
    near(&total["reliability"], 0.0);
    // The same answers as a row of a table.
    let table = "name;employees;C1.a;T1;C1.b;C1.c;C2.a;C2.b;C3.a;C3.b;C4.a;C4.b;R1;C4.c\n\
                 Ditta Inventata S.r.l.;12;4;a|b|c|d|e|f|g;4;5;4;5;0;2;4;3;a=yes|b=partly|c=no|d=na|e=dk;na\n";
    fs::write(folder.path().join("table.csv"), table).unwrap();
    let mut program = Command::new(assert_cmd::cargo::cargo_bin!("orienta-cli"));
    let import = ["import", "table.csv", "--pack", "cyber-rapido", "--out", "imported"];
    program.current_dir(folder.path()).args(import).assert().success();
    let imported = fs::read_dir(folder.path().join("imported")).unwrap().next().unwrap().unwrap().path();
    assert_eq!(score(&imported), scores);

    let (p5, p95) = (total["p5"].as_f64().unwrap(), total["p95"].as_f64().unwrap());
    assert!(p5 < p95 && (p5..p95).contains(&total["median"].as_f64().unwrap()));
}
