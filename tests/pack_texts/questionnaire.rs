//! The texts of the shipped questionnaires: complete, readable, the same in every language.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use orienta::pack::{ItemKind, Pack, PackFiles, orientamento, shipped};
use orienta::text::Language;
use serde_json::Value;

/// Readable for people with a secondary school certificate, which is what owners of small companies have at least.
const LEAST_GULPEASE: f64 = 45.0;
const LONGEST_STEP: usize = 240;

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folders of the shipped packs.
fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("questionnaires")).unwrap();
    entries.map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect()
}

pub(crate) fn files(folder: &Path) -> PackFiles {
    fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "json"))
        .map(|p| (p.file_name().unwrap().to_string_lossy().into_owned(), fs::read(p).unwrap()))
        .collect()
}

/// Every string in a JSON value with its place.
pub(crate) fn strings(json: &Value, place: &str, out: &mut Vec<(String, String)>) {
    match json {
        Value::Object(map) => map.iter().for_each(|(k, v)| strings(v, &format!("{place}.{k}"), out)),
        Value::Array(list) => list.iter().enumerate().for_each(|(n, v)| strings(v, &format!("{place}[{n}]"), out)),
        Value::String(words) => out.push((place.to_owned(), words.clone())),
        _ => {}
    }
}

/// The texts of every pack: place, language, words.
fn all_texts() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for folder in folders() {
        for (name, bytes) in files(&folder).into_iter().filter(|(name, _)| name != "pack.json") {
            strings(&serde_json::from_slice(&bytes).unwrap(), &name, &mut all);
        }
    }
    assert!(all.len() > 1000, "the texts are found: {}", all.len());
    all
}

#[test]
fn the_shipped_packs_have_no_faults() {
    assert!(!folders().is_empty());
    for folder in folders() {
        let pack = Pack::load(&files(&folder)).unwrap_or_else(|notices| panic!("{}: {notices:#?}", folder.display()));
        assert_eq!(
            Some(pack.id.as_str()),
            folder.file_name().and_then(|n| n.to_str()),
            "the folder bears the pack's id"
        );
        assert_eq!(shipped()[&pack.id].hash, pack.hash, "the program carries the pack as it is in the folder");
        for language in Language::all() {
            assert!(pack.languages().iter().any(|l| l == language.code()), "{} lacks {}", pack.id, language.code());
        }
    }
}

#[test]
fn every_step_says_something_of_its_own_and_briefly() {
    for pack in shipped().values() {
        for language in Language::all() {
            for item in pack.structure.items.iter().filter(|i| i.kind == ItemKind::Ladder) {
                let steps = &pack.item_text(language, &item.id).steps;
                let place = format!("{} {} {}", pack.id, language.code(), item.id);
                assert_eq!(steps.len(), 6, "{place}");
                let normal = |s: &String| s.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
                assert_eq!(
                    steps.iter().map(normal).collect::<BTreeSet<_>>().len(),
                    6,
                    "{place}: two steps are the same"
                );
                for (n, step) in steps.iter().enumerate() {
                    let length = step.chars().count();
                    assert!((20..=LONGEST_STEP).contains(&length), "{place}[{n}]: {length} characters");
                    assert!(step.ends_with('.'), "{place}[{n}]: no sentence");
                }
            }
        }
    }
}

/// A glossary is read in passing: an entry says in a few lines what the word means.
#[test]
fn the_glossary_is_brief() {
    for pack in shipped().values() {
        for language in Language::all() {
            for (id, entry) in &pack.texts(language).glossary {
                let length = entry.text.chars().count();
                assert!((30..=300).contains(&length), "{} {id}: {length} characters", language.code());
                assert!(entry.text.ends_with(['.', '?']), "{} {id}: no sentence", language.code());
                let other =
                    &pack.texts(if language == Language::IT { Language::EN } else { Language::IT }).glossary[id];
                assert_ne!(entry.text, other.text, "{id} is not translated");
            }
        }
    }
}

/// Gulpease = 89 + (300·sentences − 10·letters) / words (Lucisano and Piemontese, 1988).
fn gulpease(text: &str) -> f64 {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count() as f64;
    let words = text.split_whitespace().count() as f64;
    let mut sentences = 0.0;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if matches!(c, '.' | '!' | '?') && rest.peek().is_none_or(|c| c.is_whitespace()) {
            sentences += 1.0;
        }
    }
    89.0 + (300.0 * sentences - 10.0 * letters) / words
}

#[test]
fn gulpease_is_computed_as_defined() {
    // 2 sentences, 6 words, 6+4+5+6+8+3 = 32 letters: 89 + (600 − 320)/6.
    assert!((gulpease("Usiamo solo carta. Niente computer qui.") - (89.0 + (600.0 - 320.0) / 6.0)).abs() < 1e-9);
    // The full stop inside a number or a file name ends no sentence.
    assert!((gulpease("Il file 2.5.json c’è.") - (89.0 + (300.0 - 10.0 * 12.0) / 4.0)).abs() < 1e-9);
    let law = "L’ottemperanza alle prescrizioni regolamentari concernenti l’interoperabilità documentale presuppone \
               un’articolata riconfigurazione organizzativa.";
    assert!(gulpease(law) < LEAST_GULPEASE, "{}", gulpease(law));
}

#[test]
fn the_steps_can_be_read() {
    for pack in shipped().values() {
        for item in pack.structure.items.iter().filter(|i| i.kind == ItemKind::Ladder) {
            let text = pack.item_text(Language::IT, &item.id).steps.join(" ");
            let index = gulpease(&text);
            assert!(index >= LEAST_GULPEASE, "{} {}: Gulpease {index:.1}", pack.id, item.id);
        }
    }
}

/// The same keys and as many elements everywhere; strings may differ, and must be there.
fn same_structure(place: &str, a: &Value, b: &Value, out: &mut Vec<String>) {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().chain(b.keys()).collect::<BTreeSet<_>>() {
                match (a.get(key), b.get(key)) {
                    (Some(a), Some(b)) => same_structure(&format!("{place}.{key}"), a, b, out),
                    _ => out.push(format!("{place}.{key} is in one language alone")),
                }
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            if a.len() != b.len() {
                out.push(format!("{place}: {} and {} elements", a.len(), b.len()));
            }
            for (n, (a, b)) in a.iter().zip(b).enumerate() {
                same_structure(&format!("{place}[{n}]"), a, b, out);
            }
        }
        (Value::String(a), Value::String(b)) if a.trim().is_empty() == b.trim().is_empty() => {}
        (a, b) if a == b => {}
        (a, b) => out.push(format!("{place}: {a} and {b}")),
    }
}

#[test]
fn the_languages_agree_in_structure() {
    for folder in folders() {
        let texts: BTreeMap<String, Value> = files(&folder)
            .into_iter()
            .filter(|(name, _)| name != "pack.json")
            .map(|(name, bytes)| (name, serde_json::from_slice(&bytes).unwrap()))
            .collect();
        assert_eq!(texts.len(), Language::all().len());
        let (first, reference) = texts.iter().next().unwrap();
        let mut out = Vec::new();
        for (name, json) in &texts {
            same_structure(&format!("{first}/{name}: "), reference, json, &mut out);
        }
        assert!(out.is_empty(), "{out:#?}");
    }
}

/// A text that was forgotten in one language stands there in the other's words.
#[test]
fn sentences_are_translated() {
    let pack = orientamento();
    for (id, item) in &pack.texts(Language::IT).items {
        let english = pack.item_text(Language::EN, id);
        assert_ne!(item.question, english.question, "{id}");
        for (n, (it, en)) in item.steps.iter().zip(&english.steps).enumerate() {
            assert_ne!(it, en, "{id}.steps[{n}]");
        }
    }
}

/// What looks careless on paper: straight apostrophes and quotation marks, three full stops, blanks too many.
pub(crate) fn careless(words: &str) -> Option<&'static str> {
    [
        ("'", "a straight apostrophe"),
        ("\"", "a straight quotation mark"),
        ("`", "a backtick"),
        ("´", "an accent instead of an apostrophe"),
        ("...", "three full stops instead of an ellipsis"),
        ("  ", "two blanks"),
        (" ,", "a blank before a comma"),
        (" . ", "a blank before a full stop"),
        ("E’ ", "an apostrophe instead of an accent"),
        ("\u{fffd}", "a character that was lost"),
        ("\u{301}", "an accent of its own"),
    ]
    .into_iter()
    .find(|(mark, _)| words.contains(mark))
    .map(|(_, what)| what)
    .or_else(|| (words.trim() != words).then_some("a blank at its end"))
}

#[test]
fn the_texts_are_set_with_care() {
    for (place, words) in all_texts() {
        assert_eq!(careless(&words), None, "{place}: {words}");
    }
    for (words, fault) in
        [("l'impresa", true), ("l’impresa", false), ("e poi...", true), ("e poi…", false), (" x", true)]
    {
        assert_eq!(careless(words).is_some(), fault, "{words}");
    }
}

/// The region's texts for readers too; its sources are quoted as they are.
#[test]
fn the_regions_texts_are_set_with_care() {
    let region: Value =
        serde_json::from_slice(&fs::read(root().join("assets/regions/lombardia/region.json")).unwrap()).unwrap();
    let mut all = Vec::new();
    strings(&region, "region.json", &mut all);
    all.retain(|(place, _)| place.ends_with(".it") || place.ends_with(".en"));
    assert!(all.len() > 300, "the texts are found: {}", all.len());
    for (place, words) in all {
        assert_eq!(careless(&words), None, "{place}: {words}");
    }
}

/// The words of the method (levels, maturities, map, gates) that the figures are told in.
#[test]
fn every_level_and_gate_has_its_words() {
    let pack = orientamento();
    let it = pack.texts(Language::IT);
    let levels: Vec<&str> = it.levels.iter().map(|l| l.name.as_str()).collect();
    assert_eq!(levels, ["Analogico", "Avvio", "Parziale", "Strutturato", "Integrato", "Adattivo"], "method §3");
    assert!(it.flags["data_unrecoverable"].name.to_lowercase().contains("dati non recuperabili"), "method §3");
    for (id, name) in [
        ("technology_without_direction", "tecnologia senza regia"),
        ("direction_without_tools", "regia senza strumenti"),
    ] {
        assert!(it.map[id].name.to_lowercase().contains(name), "method §2: {id}");
    }
    for language in Language::all() {
        let texts = pack.texts(language);
        assert!(texts.map.contains_key("balanced"), "{}", language.code());
        for gate in &pack.structure.gates {
            assert!(texts.gates[&gate.id].contains(&gate.cap.to_string()), "{}: the reason names the cap", gate.id);
        }
    }
}
