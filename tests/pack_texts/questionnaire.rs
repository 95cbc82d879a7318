//! The texts of the shipped questionnaires: complete, readable, the same in every language.

use crate::readability::{LEAST_GULPEASE, gulpease};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use orienta::assessment::sheet::Profile;
use orienta::pack::questionnaire::ItemText;
use orienta::pack::{ItemKind, Pack, PackFiles, orientamento, shipped};
use orienta::text::{Language, t};
use serde_json::Value;

const LONGEST_STEP: usize = 240;
/// A step as long as this in Italian leaves room for a translation that is two fifths longer.
const LONGEST_ITALIAN_STEP: usize = LONGEST_STEP * 5 / 7;

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

/// The stairs a pack has texts of its own for: its ladders, and the analyses of its matrix, which are asked of every process.
fn stairs(pack: &Pack, language: Language) -> Vec<(String, &[String])> {
    let ladders = pack.structure.items.iter().filter(|i| i.kind == ItemKind::Ladder && i.cell.is_none());
    let own = ladders.map(|i| (i.id.clone(), &pack.item_text(language, &i.id).steps[..]));
    let matrix = pack.texts(language).matrix.iter().flat_map(|m| &m.analyses);
    own.chain(matrix.map(|(id, a)| (format!("matrix.{id}"), &a.steps[..]))).collect()
}

/// Items with texts of their own, in a pack's every language: place, item's id and kind, texts.
fn item_texts() -> Vec<(String, &'static str, ItemKind, &'static ItemText)> {
    let mut all = Vec::new();
    for pack in shipped().values() {
        for language in Language::all() {
            for item in pack.structure.items.iter().filter(|i| i.cell.is_none()) {
                let place = format!("{}/{}.json {}", pack.id, language.code(), item.id);
                all.push((place, item.id.as_str(), item.kind, pack.item_text(language, &item.id)));
            }
        }
    }
    assert!(all.len() > 200, "the items are found: {}", all.len());
    all
}

/// Words without what does not make them differ.
fn normal(words: &str) -> String {
    words.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_step_says_something_of_its_own_and_briefly() {
    for pack in shipped().values() {
        for language in Language::all() {
            let mut seen: BTreeMap<String, String> = BTreeMap::new();
            for (id, steps) in stairs(pack, language) {
                assert_eq!(steps.len(), 6, "{} {} {id}", pack.id, language.code());
                for (n, step) in steps.iter().enumerate() {
                    let place = format!("{}/{}.json {id}[{n}]", pack.id, language.code());
                    let length = step.chars().count();
                    let most = if language == Language::IT { LONGEST_ITALIAN_STEP } else { LONGEST_STEP };
                    assert!((20..=most).contains(&length), "{place}: {length} characters");
                    assert!(step.ends_with('.'), "{place}: no sentence");
                    if let Some(other) = seen.insert(normal(step), place.clone()) {
                        panic!("{place} says the same as {other}: {step}");
                    }
                }
            }
        }
    }
}

/// A label is read at a glance and ends without a full stop; what explains it is a sentence.
#[test]
fn labels_are_labels_and_explanations_are_sentences() {
    let capital = |words: &str| words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "«“".contains(c));
    for (place, _, kind, text) in item_texts() {
        let steps = text.steps.iter().filter(|_| kind == ItemKind::Rows);
        for label in text.options.values().chain(text.columns.values()).chain(steps) {
            let length = label.chars().count();
            assert!((2..=80).contains(&length) && capital(label), "{place}: {label}");
            assert!(!label.ends_with(['.', ':', ';', ',']), "{place}: {label}");
        }
        let given = |words: &&String| !words.is_empty();
        let one = [&text.question, &text.why, &text.help, &text.proof].into_iter().filter(given);
        for sentence in one.chain(text.hints.values()).chain(text.examples.values()) {
            // A list may follow, a point a line.
            let sentence = sentence.lines().next().unwrap();
            let length = sentence.chars().count();
            assert!((10..=420).contains(&length), "{place}: {length} characters: {sentence}");
            let end = sentence.trim_end_matches(['»', '”']);
            assert!(capital(sentence) && end.ends_with(['.', '?']), "{place}: {sentence}");
        }
        if matches!(kind, ItemKind::Ticks | ItemKind::Rows | ItemKind::Partly) {
            assert!(text.hints.keys().eq(text.options.keys()), "{place}: every option says what counts");
        }
    }
}

/// Where a text sends the reader to an answer, the answer is there, in the words of the interface.
#[test]
fn texts_name_not_applicable_as_the_interface_does() {
    let mut named = 0;
    for pack in shipped().values() {
        for language in Language::all() {
            let label = t(language, "state-not-applicable");
            for item in pack.structure.items.iter().filter(|i| i.cell.is_none()) {
                let help = &pack.item_text(language, &item.id).help;
                let other =
                    &pack.item_text(if language == Language::IT { Language::EN } else { Language::IT }, &item.id);
                let quoted = help.contains(&format!("«{label}»")) || help.contains(&format!("“{label}”"));
                named += usize::from(quoted);
                // Each row of a list may be answered so.
                let rows = matches!(item.kind, ItemKind::Rows | ItemKind::Partly) && !item.options.is_empty();
                assert!(!quoted || item.allows_na || rows, "{} {}: {help}", pack.id, item.id);
                let in_the_other = ["«Non ci riguarda»", "“Not applicable”"].iter().any(|l| other.help.contains(l));
                assert_eq!(quoted, in_the_other, "{} {} {}", pack.id, language.code(), item.id);
            }
        }
    }
    assert!(named > 80, "they are found: {named}");
}

/// In the matrix a process bears the name of the company's sector, with an example from it.
#[test]
fn every_process_has_name_and_example_in_each_sector_it_is_asked_of() {
    let mut asked = 0;
    for pack in shipped().values() {
        for item in &pack.structure.items {
            let Some(cell) = &item.cell else { continue };
            for sector in pack.structure.sectors.keys() {
                let profile = Profile { sector: Some(sector.clone()), people: Some(50) };
                if item.when.as_ref().and_then(|when| when.holds(&profile)) == Some(false) {
                    continue;
                }
                for language in Language::all() {
                    let process = &pack.texts(language).matrix.as_ref().unwrap().processes[&cell.process];
                    let place = format!("{}/{}.json {} {sector}", pack.id, language.code(), item.id);
                    assert!(process.names.contains_key(sector), "{place}: name");
                    assert!(process.examples.get(sector).is_some_and(|e| e.ends_with('.')), "{place}: example");
                    asked += 1;
                }
            }
        }
    }
    assert!(asked > 300, "the cells are found: {asked}");
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

/// The six steps together; the worst ten of each pack are printed.
#[test]
fn the_steps_can_be_read() {
    for pack in shipped().values() {
        let mut all: Vec<(f64, String)> =
            stairs(pack, Language::IT).into_iter().map(|(id, steps)| (gulpease(&steps.join(" ")), id)).collect();
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        let worst: Vec<String> = all.iter().take(10).map(|(index, id)| format!("{id} {index:.1}")).collect();
        println!("{}: the lowest of {} Gulpease indices: {}", pack.id, all.len(), worst.join(", "));
        assert!(all.len() >= 10 && all[0].0 >= LEAST_GULPEASE, "{}: {}", pack.id, worst.join(", "));
    }
}

/// Words that not every owner of a small company knows, as they stand in a text. Those in small letters are looked for in
/// every spelling and in the plural too.
const JARGON: [&str; 56] = [
    "AI",
    "API",
    "BIM",
    "CAD",
    "CAM",
    "CMR",
    "CRM",
    "DIH",
    "DII",
    "DMAT",
    "DURC",
    "EDI",
    "EDIH",
    "ERP",
    "GDPR",
    "HACCP",
    "IA",
    "ICT",
    "IoT",
    "KPI",
    "MES",
    "MFA",
    "NIS2",
    "PLC",
    "PLM",
    "POS",
    "SaaS",
    "SCADA",
    "TMS",
    "VPN",
    "WMS",
    "e-CMR",
    "antivirus",
    "backup",
    "blockchain",
    "chatbot",
    "cloud",
    "cruscotto",
    "dashboard",
    "e-commerce",
    "firewall",
    "gestionale",
    "intranet",
    "malware",
    "phishing",
    "ransomware",
    "slot",
    "tachigrafo",
    "tachograph",
    "telematica",
    "telematics",
    "booking engine",
    "channel manager",
    "food cost",
    "digital twin",
    "gemello digitale",
];

/// The words of the list that occur in a text.
fn jargon(text: &str) -> BTreeSet<&'static str> {
    // Blanks around every word, so that parts of words are not found.
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    let (exact, small) = (format!(" {} ", words.join(" ")), format!(" {} ", words.join(" ").to_lowercase()));
    let occurs = |word: &str| {
        if word.chars().any(char::is_uppercase) {
            return exact.contains(&format!(" {word} ")) || exact.contains(&format!(" {word}s "));
        }
        let stem = word.strip_suffix(['e', 'o']).unwrap_or(word);
        [word.to_owned(), format!("{word}s"), format!("{stem}i")].iter().any(|w| small.contains(&format!(" {w} ")))
    };
    JARGON.into_iter().filter(|word| occurs(word)).collect()
}

#[test]
fn jargon_is_found_as_it_stands() {
    let found = |text: &str| jargon(text).into_iter().collect::<Vec<_>>();
    assert_eq!(found("Con il CRM o l’ERP, e due Chatbots."), ["CRM", "ERP", "chatbot"]);
    assert_eq!(found("I gestionali (MES), un booking engine."), ["MES", "booking engine", "gestionale"]);
    assert!(found("posta, pos, crms, scadenze, CADENZA, cloudy").is_empty());
}

#[test]
fn jargon_is_explained_where_it_stands() {
    let (mut unexplained, mut explained) = (Vec::new(), 0);
    for pack in shipped().values() {
        for language in Language::all() {
            let texts = pack.texts(language);
            for (id, item) in texts.items.iter().filter(|(id, _)| pack.item(id).is_some_and(|i| i.cell.is_none())) {
                let ItemText { name, short, question, why, help, steps, proof, strength, gap, .. } = item;
                let maps = [&item.examples, &item.options, &item.hints, &item.columns];
                let single = [name, short, question, why, help, proof, strength, gap];
                let all: Vec<&str> = single
                    .into_iter()
                    .chain(steps)
                    .chain(maps.into_iter().flat_map(BTreeMap::values))
                    .map(String::as_str)
                    .collect();
                let known: BTreeSet<&str> =
                    item.terms.iter().flat_map(|term| jargon(&texts.glossary[term].term)).collect();
                for word in jargon(&all.join(" ; ")) {
                    if known.contains(word) {
                        explained += 1;
                    } else {
                        unexplained.push(format!("{}/{}.json {id}: {word}", pack.id, language.code()));
                    }
                }
            }
            // The texts of the matrix stand without a glossary beside them.
            for (id, a) in texts.matrix.iter().flat_map(|m| &m.analyses) {
                let found =
                    jargon(&[&a.name, &a.question, &a.help, &a.steps.join(" ")].map(String::as_str).join(" ; "));
                unexplained.extend(found.iter().map(|word| format!("{} matrix.{id}: {word}", language.code())));
            }
        }
    }
    assert!(unexplained.is_empty(), "the terms of these items lack an entry: {unexplained:#?}");
    assert!(explained > 100, "the words are found: {explained}");
}

/// What has to be the same in every language: placeholders, and what is set off.
fn marks(words: &str) -> (Vec<&str>, usize, usize) {
    let mut placeholders: Vec<&str> =
        words.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect();
    placeholders.sort_unstable();
    (placeholders, words.matches(['*', '_']).count(), words.matches(['«', '“']).count())
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
        (Value::String(a), Value::String(b)) if a.trim().is_empty() == b.trim().is_empty() => {
            // Only the English glossary quotes what a thing is called in Italian.
            if marks(a) != marks(b) && !place.contains(".glossary.") {
                out.push(format!("{place}: {:?} and {:?}", marks(a), marks(b)));
            }
        }
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

/// A text that was forgotten in one language stands there in the other's words. Names of places and things may be the same.
#[test]
fn sentences_are_translated() {
    let mut compared = 0;
    for folder in folders() {
        let [en, it] = ["en.json", "it.json"].map(|name| {
            let mut all = Vec::new();
            strings(&serde_json::from_slice(&files(&folder)[name]).unwrap(), "", &mut all);
            all
        });
        for ((place, it), (_, en)) in it.iter().zip(&en) {
            if it.split_whitespace().count() > 3 {
                assert_ne!(it, en, "{} {place}", folder.display());
                compared += 1;
            }
        }
        assert_eq!(it.len(), en.len());
    }
    assert!(compared > 1500, "the sentences are found: {compared}");
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

/// `docs/method.md` §4 says which answers count for what; here it is held to the pack.
#[test]
fn the_method_has_the_mappings_of_the_pack() {
    let page = fs::read_to_string(root().join("docs/method.md")).unwrap();
    let pack = orientamento();
    let item = |id: String| pack.item(&id).unwrap_or_else(|| panic!("{id} exists"));
    let targets = |id: String| item(id).feeds.iter().map(|f| f.to.as_str()).collect::<Vec<_>>().join(" ");
    let mut rows = Vec::new();
    for n in 1..=11 {
        let list = item(format!("M{n}"));
        let ways: Vec<String> = list
            .feeds
            .iter()
            .map(|feed| {
                let all = || list.positive().filter(|o| !o.ends_with(".plan")).eq(&feed.options);
                let options = match feed.options.is_empty() {
                    true => "all".to_owned(),
                    false if !list.columns.is_empty() && all() => "`*.now`".to_owned(),
                    false => feed.options.concat(),
                };
                format!("{options} → {}", feed.to)
            })
            .collect();
        let negative = list.negative.iter().map(|id| format!("; {id} is the negative tick")).collect::<String>();
        rows.push(format!("| M{n} | {} | {}{negative} |", list.kind.name(), ways.join(" · ")));
    }
    let matrix = pack.structure.matrix.as_ref().unwrap();
    for process in &matrix.processes {
        let cells = matrix.analyses.iter().map(|analysis| {
            let to = targets(format!("X.{process}.{analysis}"));
            if to.is_empty() { "–".to_owned() } else { to }
        });
        rows.push(format!("| {process} | {} |", cells.collect::<Vec<_>>().join(" | ")));
    }
    for (sector, families) in &pack.structure.sectors {
        let profile = Profile { sector: Some(sector.clone()), people: Some(50) };
        let asked = |process: &&String| {
            let when = item(format!("X.{process}.E")).when.as_ref();
            when.and_then(|when| when.holds(&profile)) != Some(false)
        };
        let processes: Vec<&str> = matrix.processes.iter().filter(asked).map(String::as_str).collect();
        let module: Vec<String> = (1..=6).map(|n| targets(format!("S.{sector}.{n}"))).collect();
        let families = families.join(", ");
        rows.push(format!("| {sector} | {families} | {} | {} |", processes.join(" "), module.join(" ")));
    }
    let missing: Vec<&String> = rows.iter().filter(|row| !page.contains(&format!("\n{row}\n"))).collect();
    assert!(missing.is_empty(), "docs/method.md lacks {missing:#?}");
    for contradiction in &pack.structure.contradictions {
        assert!(page.contains(&format!("\n| `{}` | ", contradiction.id)), "docs/method.md lacks {}", contradiction.id);
    }
}
