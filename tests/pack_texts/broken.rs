//! A pack that somebody wrote wrongly: every fault at once, each with its place and what would be right.

use std::collections::BTreeMap;
use std::fs;

use assert_cmd::Command;
use orienta::pack::{Pack, PackFiles};
use serde_json::{Value, json};

use super::questionnaire::{files, root};

type Json = BTreeMap<String, Value>;

/// A fault: what somebody did, the place it is reported at, and words of the report.
struct Fault {
    make: fn(&mut Json),
    place: &'static str,
    says: &'static str,
}

const FAULTS: [Fault; 66] = [
    Fault {
        make: |f| f.get_mut("pack.json").unwrap()["format"] = json!(9),
        place: "pack.json, format",
        says: "format 9",
    },
    Fault {
        make: |f| f.get_mut("pack.json").unwrap()["levels"][3] = json!(20),
        place: "pack.json, levels",
        says: "rise",
    },
    Fault {
        make: |f| f.get_mut("pack.json").unwrap()["publish"]["total"] = json!([5, 4]),
        place: "pack.json, publish.total",
        says: "5/4",
    },
    Fault {
        make: |f| f.get_mut("pack.json").unwrap()["groups"]["core"] = json!(0),
        place: "pack.json, groups.core",
        says: "0 is not a weight",
    },
    Fault {
        make: |f| f.get_mut("pack.json").unwrap()["dimensions"][0]["weight"] = json!(-12),
        place: "pack.json, dimensions.D1.weight",
        says: "-12 is not a weight",
    },
    Fault {
        make: |f| f.get_mut("pack.json").unwrap()["dimensions"][1]["subdimensions"][0] = json!("A99"),
        place: "pack.json, dimensions.D2.subdimensions",
        says: "There is no ladder A99",
    },
    Fault {
        make: |f| f.get_mut("pack.json").unwrap()["dimensions"][2]["subdimensions"][0] = json!("A1"),
        place: "pack.json, dimensions.D3.subdimensions",
        says: "A1 belongs to two dimensions",
    },
    Fault {
        make: |f| f.get_mut("pack.json").unwrap()["maturities"][0]["dimensions"][0] = json!("D99"),
        place: "pack.json, maturities.digital",
        says: "There is no dimension D99",
    },
    Fault {
        make: |f| f.get_mut("pack.json").unwrap()["gates"][1]["dimension"] = json!("D77"),
        place: "pack.json, gates.d2_below_50",
        says: "There is no dimension D77",
    },
    Fault {
        make: |f| f.get_mut("pack.json").unwrap()["gates"][2]["cap"] = json!(6),
        place: "pack.json, gates.d4_below_50.cap",
        says: "There is no level 6",
    },
    Fault {
        make: |f| f.get_mut("pack.json").unwrap()["flags"][0]["item"] = json!("F1.a"),
        place: "pack.json, flags.data_unrecoverable",
        says: "There is no ladder F1.a",
    },
    Fault {
        make: |f| {
            let items = f.get_mut("pack.json").unwrap()["items"].as_array_mut().unwrap();
            let again = items.iter().find(|i| i["id"] == "O1").unwrap().clone();
            items.push(again);
        },
        place: "pack.json, items.O1",
        says: "twice",
    },
    Fault {
        make: |f| item(f, "A4")["feeds"][0]["group"] = json!("extra"),
        place: "pack.json, items.A4.feeds",
        says: "There is no group extra",
    },
    Fault { make: |f| item(f, "O2")["max"] = json!(0), place: "pack.json, items.O2.max", says: "how many" },
    Fault { make: |f| item(f, "F2.b")["dii"] = json!(["v5"]), place: "pack.json, items.F2.b.dii", says: "v5" },
    Fault {
        make: |f| text(f, "it", "A5")["steps"][2] = json!("x".repeat(241)),
        place: "it.json, items.A5.steps[2]",
        says: "241 characters",
    },
    Fault {
        make: |f| {
            let steps = &mut text(f, "it", "A6")["steps"];
            steps[3] = steps[2].clone();
        },
        place: "it.json, items.A6.steps",
        says: "same text",
    },
    Fault {
        make: |f| text(f, "en", "A7")["steps"][5] = json!(""),
        place: "en.json, items.A7.steps[5]",
        says: "0 characters",
    },
    Fault {
        make: |f| {
            f.get_mut("en.json").unwrap()["items"].as_object_mut().unwrap().remove("A8");
        },
        place: "en.json, items.A8",
        says: "missing",
    },
    Fault {
        make: |f| {
            text(f, "it", "O1")["options"].as_object_mut().unwrap().remove("costs");
        },
        place: "it.json, items.O1.options.costs",
        says: "missing",
    },
    Fault {
        make: |f| text(f, "it", "A9")["terms"].as_array_mut().unwrap().push(json!("alchemy")),
        place: "it.json, items.A9.terms",
        says: "alchemy",
    },
    Fault {
        make: |f| {
            f.get_mut("en.json").unwrap()["method"].as_array_mut().unwrap().pop();
        },
        place: "en.json, method",
        says: "paragraphs",
    },
    Fault {
        make: |f| item(f, "S.trade.1")["when"] = json!({"fact": {"id": "F9.z", "is": true}}),
        place: "pack.json, items.S.trade.1.when",
        says: "needs a fact F9.z",
    },
    Fault {
        make: |f| item(f, "S.trade.2")["when"] = json!({"any": [{"sector": ["commerce"]}]}),
        place: "pack.json, items.S.trade.2.when",
        says: "There is no sector commerce",
    },
    Fault {
        make: |f| item(f, "S.trade.3")["when"] = json!({"step": {"id": "A1", "from": 2}}),
        place: "pack.json, items.S.trade.3.when",
        says: "sector and people alone",
    },
    Fault {
        make: |f| item(f, "S.trade.4")["when"] = json!({"people": {"from": 10, "below": 10}}),
        place: "pack.json, items.S.trade.4.when",
        says: "range of people",
    },
    Fault {
        make: |f| item(f, "S.trade.5")["when"] = json!({"not": {"step": {"id": "A1", "from": 4, "to": 2}}}),
        place: "pack.json, items.S.trade.5.when",
        says: "range of steps",
    },
    Fault {
        make: |f| item(f, "O4")["when"] = json!({"any": [{"sector": []}]}),
        place: "pack.json, items.O4.when",
        says: "names nothing",
    },
    Fault {
        make: |f| item(f, "O5")["when"] = json!({"not": {"all": []}}),
        place: "pack.json, items.O5.when",
        says: "names nothing",
    },
    Fault {
        make: |f| item(f, "O3")["when"] = json!({"chosen": {"id": "O1", "any": ["fame"]}}),
        place: "pack.json, items.O3.when",
        says: "O1 has no option fame",
    },
    Fault {
        make: |f| item(f, "M2")["saturate"] = json!(11),
        place: "pack.json, items.M2.saturate",
        says: "as good as all",
    },
    Fault {
        make: |f| item(f, "M8")["negative"] = json!("z"),
        place: "pack.json, items.M8.negative",
        says: "z is no tick",
    },
    Fault {
        make: |f| drop(item(f, "M1")["options"].as_array_mut().unwrap().pop()),
        place: "pack.json, items.M1.columns",
        says: "each row and column",
    },
    Fault {
        make: |f| item(f, "M7")["feeds"][0]["options"][0] = json!("b"),
        place: "pack.json, items.M7.feeds",
        says: "b is no option",
    },
    Fault {
        make: |f| item(f, "X.MA.T")["cell"]["process"] = json!("ZZ"),
        place: "pack.json, items.X.MA.T.cell",
        says: "a process and an analysis",
    },
    Fault {
        make: |f| item(f, "X.MA.O")["cell"] = item(f, "X.MA.E")["cell"].clone(),
        place: "pack.json, items.X.MA.O.cell",
        says: "two ladders",
    },
    Fault {
        make: |f| item(f, "M3")["prefill"][0]["when"] = json!({"fact": {"id": "P12", "is": true}}),
        place: "pack.json, items.M3.prefill",
        says: "P12 is asked later",
    },
    Fault {
        make: |f| item(f, "M7")["prefill"] = json!([{"option": "b", "when": {"fact": {"id": "F1.a", "is": true}}}]),
        place: "pack.json, items.M7.prefill",
        says: "b is no tick",
    },
    Fault {
        make: |f| {
            for id in ["M5", "M6"] {
                item(f, id)["formerly"] = json!(["Q5"])
            }
        },
        place: "pack.json, items.M6.formerly",
        says: "Q5 became two items",
    },
    Fault {
        make: |f| item(f, "M9")["formerly"] = json!(["A8"]),
        place: "pack.json, items.M9.formerly",
        says: "A8 is an item of this version",
    },
    Fault { make: |f| item(f, "O3")["since"] = json!("1.10.0"), place: "pack.json, items.O3.since", says: "later" },
    Fault {
        make: |f| structure(f)["sectors"]["trade"] = json!(["trade", "transport"]),
        place: "pack.json, sectors",
        says: "transport belongs to 2 sectors",
    },
    Fault {
        make: |f| structure(f)["sectors"]["construction"] = json!(["construction", "pirates"]),
        place: "pack.json, sectors",
        says: "There is no family pirates",
    },
    Fault {
        make: |f| structure(f)["matrix"]["analyses"][3] = json!("E"),
        place: "pack.json, matrix.analyses",
        says: "twice",
    },
    Fault { make: |f| structure(f)["dmat"]["bands"][1] = json!(90), place: "pack.json, dmat", says: "Bands rise" },
    Fault {
        make: |f| structure(f)["dmat"]["full"][1]["parts"][0]["item"] = json!("M99"),
        place: "pack.json, dmat.full.2",
        says: "There is no list M99",
    },
    Fault {
        make: |f| structure(f)["dmat"]["full"][2]["parts"][0]["options"] = json!(["z"]),
        place: "pack.json, dmat.full.3",
        says: "M5 has no z",
    },
    Fault {
        make: |f| structure(f)["dmat"]["quick"][2]["parts"][0]["ladders"][0] = json!("F1.a"),
        place: "pack.json, dmat.quick.3",
        says: "There is no ladder F1.a",
    },
    Fault {
        make: |f| structure(f)["uncertainty"]["runs"] = json!(1),
        place: "pack.json, uncertainty",
        says: "out of its range",
    },
    Fault {
        make: |f| structure(f)["contradictions"][0]["items"][0] = json!("A88"),
        place: "pack.json, contradictions.ai_without_data.items",
        says: "There is no item A88",
    },
    Fault {
        make: |f| structure(f)["contradictions"][2]["when"] = json!({"step": {"id": "F4.d", "to": 1}}),
        place: "pack.json, contradictions.protection_without_measures.when",
        says: "needs a ladder F4.d",
    },
    Fault {
        make: |f| structure(f)["contradictions"][4]["when"]["all"][0]["ticked"]["among"][0] = json!("z.now"),
        place: "pack.json, contradictions.invested_without_tools.when",
        says: "M1 has no option z.now",
    },
    Fault {
        make: |f| structure(f)["contradictions"][6]["id"] = json!("cloud_beyond_without_cloud"),
        place: "pack.json, contradictions.cloud_beyond_without_cloud",
        says: "twice",
    },
    Fault {
        make: |f| text(f, "it", "M2")["hints"]["z"] = json!("x"),
        place: "it.json, items.M2.hints.z",
        says: "no such option",
    },
    Fault {
        make: |f| remove(text(f, "it", "M4"), "options", "g"),
        place: "it.json, items.M4.options.g",
        says: "missing",
    },
    Fault {
        make: |f| remove(text(f, "en", "M1"), "columns", "plan"),
        place: "en.json, items.M1.columns.plan",
        says: "missing",
    },
    Fault {
        make: |f| text(f, "en", "S.trade.6")["why"] = json!(" "),
        place: "en.json, items.S.trade.6.why",
        says: "missing",
    },
    Fault {
        make: |f| text(f, "it", "A1")["examples"]["any"] = json!("x"),
        place: "it.json, items.A1.examples.any",
        says: "does not know",
    },
    Fault { make: |f| text(f, "it", "A2")["gap"] = json!(" "), place: "it.json, items.A2.gap", says: "missing" },
    Fault {
        make: |f| text(f, "it", "F1.a")["examples"] = json!({"space": "x"}),
        place: "it.json, items.F1.a.examples.space",
        says: "does not know",
    },
    Fault {
        make: |f| *text(f, "it", "X.PR.E") = json!({"question": "x"}),
        place: "it.json, items.X.PR.E",
        says: "does not know",
    },
    Fault {
        make: |f| f.get_mut("en.json").unwrap()["matrix"]["analyses"]["T"]["steps"][2] = json!(""),
        place: "en.json, matrix.analyses.T.steps[2]",
        says: "0 characters",
    },
    Fault {
        make: |f| f.get_mut("it.json").unwrap()["matrix"]["processes"]["PR"]["names"]["space"] = json!("x"),
        place: "it.json, matrix.processes.PR",
        says: "There is no sector space",
    },
    Fault {
        make: |f| remove(f.get_mut("en.json").unwrap(), "sectors", "trade"),
        place: "en.json, sectors.trade",
        says: "missing",
    },
    Fault { make: |f| remove(f.get_mut("it.json").unwrap(), "dmat", "6"), place: "it.json, dmat.6", says: "missing" },
    Fault {
        make: |f| remove(f.get_mut("it.json").unwrap(), "contradictions", "execution_vs_cells"),
        place: "it.json, contradictions.execution_vs_cells",
        says: "missing",
    },
];

fn item<'f>(files: &'f mut Json, id: &str) -> &'f mut Value {
    let items = files.get_mut("pack.json").unwrap()["items"].as_array_mut().unwrap();
    items.iter_mut().find(|i| i["id"] == id).unwrap()
}

fn structure(files: &mut Json) -> &mut Value {
    files.get_mut("pack.json").unwrap()
}

fn remove(json: &mut Value, field: &str, key: &str) {
    json[field].as_object_mut().unwrap().remove(key).unwrap();
}

fn text<'f>(files: &'f mut Json, language: &str, id: &str) -> &'f mut Value {
    &mut files.get_mut(&format!("{language}.json")).unwrap()["items"][id]
}

fn sound() -> Json {
    let bytes = files(&root().join("questionnaires/orientamento"));
    bytes.into_iter().map(|(name, bytes)| (name, serde_json::from_slice(&bytes).unwrap())).collect()
}

fn bytes(json: &Json) -> PackFiles {
    json.iter().map(|(name, json)| (name.clone(), serde_json::to_vec_pretty(json).unwrap())).collect()
}

#[test]
fn each_fault_is_reported_at_its_place() {
    assert!(Pack::load(&bytes(&sound())).is_ok(), "without a fault there is nothing to say");
    for fault in FAULTS {
        let mut json = sound();
        (fault.make)(&mut json);
        let notices = Pack::load(&bytes(&json)).expect_err(fault.place);
        let notice = notices.iter().find(|n| n.place == fault.place && n.message.contains(fault.says));
        let notice = notice.unwrap_or_else(|| panic!("{} {}: {notices:#?}", fault.place, fault.says));
        assert!(notice.message.ends_with('.'), "{notice}");
    }
}

/// Runs `check` on a folder and gives the lines of standard error.
fn check(files: &PackFiles) -> (String, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let path = folder.path().display().to_string();
    let output = Command::new(assert_cmd::cargo::cargo_bin!("orienta-cli")).args(["check", &path]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let lines = String::from_utf8(output.stderr).unwrap().lines().map(str::to_owned).collect();
    (path, lines)
}

#[test]
fn all_faults_are_reported_in_one_go() {
    let mut json = sound();
    for fault in FAULTS {
        (fault.make)(&mut json);
    }
    let (path, lines) = check(&bytes(&json));
    for fault in FAULTS {
        let start = format!("orienta-cli: {path}: {}: ", fault.place);
        let found = lines.iter().any(|l| l.starts_with(&start) && l.contains(fault.says));
        assert!(found, "{start}{} is not in {lines:#?}", fault.says);
    }
    assert_eq!(lines.iter().collect::<std::collections::BTreeSet<_>>().len(), lines.len(), "none is said twice");
}

/// A language that cannot be read does not hide what is wrong with the others.
#[test]
fn a_file_that_cannot_be_read_hides_no_other_fault() {
    let mut json = sound();
    json.get_mut("pack.json").unwrap()["gates"][2]["cap"] = json!(6);
    text(&mut json, "it", "A5")["steps"][2] = json!("");
    let mut files = bytes(&json);
    files.insert("en.json".into(), b"{\n  \"name\": \"Orienta\",\n  oops".to_vec());
    let (_, lines) = check(&files);
    for place in ["pack.json, gates.d4_below_50.cap", "it.json, items.A5.steps[2]", "en.json, line 3, column 3"] {
        assert!(lines.iter().any(|l| l.contains(place)), "{place}: {lines:#?}");
    }
    files.remove("en.json");
    let (_, lines) = check(&files);
    for place in ["gates.d4_below_50.cap", "items.A5.steps[2]", "en.json: The file is missing."] {
        assert!(lines.iter().any(|l| l.contains(place)), "{place}: {lines:#?}");
    }
}

#[test]
fn a_field_that_does_not_exist_is_said() {
    let mut json = sound();
    json.get_mut("pack.json").unwrap()["dimensons"] = json!([]);
    let (_, lines) = check(&bytes(&json));
    assert!(lines.len() == 1 && lines[0].contains("pack.json, line ") && lines[0].contains("dimensons"), "{lines:#?}");
}

/// The same for a region.
#[test]
fn a_broken_region_is_reported_with_all_its_faults() {
    let source = root().join("assets/regions/lombardia");
    let mut region: Value = serde_json::from_slice(&fs::read(source.join("region.json")).unwrap()).unwrap();
    region["clusters"][0]["website"] = json!(17);
    region["services"][1]["name"] = json!(null);
    let map = fs::read(source.join("ateco_map.csv")).unwrap();
    let in_folder = |region: &[u8]| {
        check(&PackFiles::from([
            ("region.json".to_owned(), region.to_vec()),
            ("ateco_map.csv".to_owned(), map.clone()),
        ]))
        .1
    };
    let lines = in_folder(&serde_json::to_vec_pretty(&region).unwrap());
    for place in ["region.json, clusters[0]", "region.json, services[1]"] {
        assert!(lines.iter().any(|l| l.contains(place)), "{place}: {lines:#?}");
    }
    let lines = in_folder(b"{");
    assert!(lines.len() == 1 && lines[0].contains("region.json"), "{lines:#?}");
}
