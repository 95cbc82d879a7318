//! Another language is a folder of texts: no Rust, nothing built anew. Held with a language nobody speaks
//! (`support::pseudo`), and with folders that are wrong in every way somebody may get them wrong.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use orienta::app::{Model, Settings};
use orienta::notice::Notice;
use orienta::pack::{add_texts, orientamento};
use orienta::portfolio::languages::{check, install_all};
use orienta::text::{Language, TextFiles, add_language, date, decimal, keys, missing, percent, t, ta};
use support::pseudo;

/// Writes the pseudo-language as a user would keep it: `languages/<code>` in the folder of the settings.
fn write_folder(config: &Path, code: &str) {
    let folder = config.join("languages").join(code);
    fs::create_dir_all(folder.join("questionnaires")).unwrap();
    for (name, bytes) in pseudo::files() {
        fs::write(folder.join(name), bytes).unwrap();
    }
    fs::write(folder.join("questionnaires/orientamento.json"), pseudo::pack_texts("orientamento")).unwrap();
}

fn files(source: &str) -> TextFiles {
    TextFiles::from([("texts.ftl".to_owned(), source.as_bytes().to_vec())])
}

/// A text without its placeholders, which are no words of the language.
fn words(text: &str) -> String {
    let mut words = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        words.push_str(before);
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    words + rest
}

#[test]
fn a_folder_is_a_language() {
    let config = tempfile::tempdir().unwrap();
    write_folder(config.path(), "qpa");
    assert_eq!(Language::from_code("qpa"), None);
    assert_eq!(install_all(config.path(), Language::IT), Vec::<String>::new());
    assert_eq!(check(&config.path().join("languages/qpa"), Language::IT), Vec::<String>::new());
    let language = Language::from_code("qpa").unwrap();
    assert!(Language::all().contains(&language), "the switch shows it");
    assert_eq!(Language::all()[0], Language::IT);
    assert_ne!(language.own_name(), Language::IT.own_name());
    assert_eq!(keys(language), keys(Language::IT));
    let texts = orientamento().texts(language);
    assert_ne!(texts.name, orientamento().texts(Language::IT).name);
    assert_eq!(texts.items.len(), orientamento().structure.items.len());
}

#[test]
fn every_text_of_the_pseudo_language_is_two_fifths_longer() {
    let language = pseudo::install();
    assert_eq!(missing(language), Vec::<String>::new());
    let mut seen = 0;
    for key in keys(Language::IT) {
        let (short, long) = (words(&t(Language::IT, &key)), words(&t(language, &key)));
        if short.chars().any(char::is_alphabetic) {
            seen += 1;
            let (short_length, long_length) = (short.chars().count(), long.chars().count());
            assert!(long_length * 10 >= short_length * 14, "{key}: {short} → {long}");
        } else {
            assert_eq!(short, long, "{key}");
        }
    }
    assert!(seen > 200, "the texts are looked at: {seen}");
    let (short, long) = (orientamento().texts(Language::IT), orientamento().texts(language));
    for (id, item) in &short.items {
        let other = &long.items[id];
        assert_eq!(other.terms, item.terms);
        for (short, long) in item.steps.iter().zip(&other.steps).chain([(&item.question, &other.question)]) {
            assert!(long.chars().count() * 10 >= short.chars().count() * 14, "{id}: {short} → {long}");
        }
    }
}

#[test]
fn placeholders_plurals_and_formats_go_through() {
    let language = pseudo::install();
    assert!(ta(language, "progress-short", &[("given", 3_usize.into()), ("asked", 20_usize.into())]).contains("20"));
    let cards = |n: usize| ta(language, "show-all", &[("count", n.into())]);
    assert!(!cards(1).contains('1') && cards(11).contains("11"), "{} {}", cards(1), cards(11));
    assert_eq!(decimal(language, 47.25, &[]), "47,3");
    assert_eq!(percent(language, 0.95), "95%");
    assert!(date(language, jiff::civil::date(2026, 11, 3)).ends_with(" 2026"));
    // What the pages count themselves stays as it is.
    assert!(t(language, "report-page-label").contains("[page]"));
}

#[test]
fn a_language_may_write_numbers_in_its_own_way() {
    let own = "language-name = Français\nnumber-group = { \"\u{a0}\" }\nnumber-percent = { $number }\u{a0}%\n\
               date-month = { $year }, { $month }\nmonth-11 = novembre\n";
    let (language, notices) = add_language("fr", &files(own)).unwrap();
    assert_eq!(notices, []);
    assert_eq!(orienta::text::grouped(language, 1_234_567.0), "1\u{a0}234\u{a0}567");
    assert_eq!(percent(language, 0.95), "95\u{a0}%");
    assert_eq!(orienta::text::loose_date(language, "2025-11"), "2025, novembre");
}

#[test]
fn what_is_missing_is_italian() {
    let (language, notices) = add_language("lmo", &files("language-name = Lombard\nclose = Sara sü\n")).unwrap();
    assert_eq!(notices, []);
    assert_eq!(t(language, "close"), "Sara sü");
    assert_eq!(t(language, "choose"), t(Language::IT, "choose"));
    assert_eq!(t(language, "no-such-key"), "no-such-key");
    assert_eq!(missing(language).len(), keys(Language::IT).len() - 2);
    assert_eq!(orientamento().texts(language).name, orientamento().texts(Language::IT).name);
}

/// The notices of a language with this source, and the language.
fn notices(code: &str, source: &str) -> (Language, Vec<String>) {
    let (language, notices) = add_language(code, &files(source)).unwrap();
    (language, notices.iter().map(Notice::to_string).collect())
}

#[test]
fn each_fault_has_its_place_and_harms_only_its_own_text() {
    let cases = [
        ("close = { $", "texts.ftl, line 3", "cannot be read"),
        ("close = Salt { \"open", "texts.ftl, line 3", "Unterminated string"),
        ("close = { $path } zu", "texts.ftl, line 3", "no placeholder $path"),
        ("close = { NUMBER(3) }", "texts.ftl, line 3", "NUMBER"),
        ("close = { -nobody }", "texts.ftl, line 3", "-nobody"),
        ("close = { choose }\nchoose = { close }", "texts.ftl, line 3", "yclic"),
        ("cloze = Zu", "texts.ftl, line 3", "cloze"),
        ("go-on = Nochmal", "texts.ftl, line 3", "go-on is there twice"),
    ];
    for (fault, place, says) in cases {
        let source = format!("language-name = Prova\ngo-on = Weiter\n{fault}\nback = Zurück\n");
        let (language, notices) = notices("qpb", &source);
        assert!(notices.iter().any(|n| n.starts_with(place) && n.contains(says)), "{fault}: {notices:#?}");
        assert_eq!(t(language, "close"), t(Language::IT, "close"), "{fault}");
        assert_eq!(t(language, "go-on"), "Weiter", "{fault}");
        assert_eq!(t(language, "back"), "Zurück", "{fault}");
    }
    // All of them at once, each with its line.
    let (_, all) = notices("qpb", "language-name = Prova\ncloze = Zu\n\nclose = { $x }\nback = {\n");
    assert_eq!(all.len(), 3, "{all:#?}");
    for line in ["line 2", "line 4", "line 5"] {
        assert!(all.iter().any(|n| n.contains(line)), "{line}: {all:#?}");
    }
}

#[test]
fn a_selector_without_a_form_for_a_number_is_found() {
    let (language, notices) =
        notices("qpc", "language-name = P\nshow-all = { $count ->\n    [one] Eine\n}\nback = Zurück\n");
    assert!(notices[0].contains("default variant") && notices[0].starts_with("texts.ftl, line"), "{notices:#?}");
    assert_eq!(t(language, "back"), "Zurück");
}

#[test]
fn files_that_are_no_text_are_said_and_left_out() {
    let deep = format!("close = {}\n", "{".repeat(100_000));
    let calls = format!("close = {{ {}\n", "F(\n".repeat(100_000));
    let choices = format!("close = {}\n", "{ $a ->\n[x] ".repeat(100_000));
    let bad: [(&[u8], &str); 4] = [
        (b"close = Zu\nback = Zur\xfcck\n", "line 2"),
        (deep.as_bytes(), "line 1"),
        (calls.as_bytes(), "line 32"),
        (choices.as_bytes(), "line 33"),
    ];
    for (bytes, line) in bad {
        let mut all = files("\u{feff}language-name = Prova\r\nchoose = Wählen\r\n");
        all.insert("bad.ftl".into(), bytes.to_vec());
        all.insert("readme.txt".into(), b"\xff no text of the language".to_vec());
        let (language, notices) = add_language("qpd", &all).unwrap();
        assert_eq!(notices.len(), 1, "{notices:#?}");
        assert!(notices[0].place.contains("bad.ftl") && notices[0].place.contains(line), "{notices:#?}");
        assert_eq!(t(language, "choose"), "Wählen");
        assert_eq!(t(language, "close"), t(Language::IT, "close"));
    }
}

#[test]
fn the_languages_of_the_program_cannot_be_taken_over() {
    for code in ["it", "en"] {
        let before = t(Language::from_code(code).unwrap(), "close");
        let notices = add_language(code, &files("language-name = X\nclose = X\n")).unwrap_err();
        assert!(notices[0].message.contains(code), "{notices:#?}");
        assert_eq!(t(Language::from_code(code).unwrap(), "close"), before);
    }
    for code in ["", "x", "../it", "IT", "ital", "é", "a b"] {
        assert!(add_language(code, &files("language-name = X\n")).is_err(), "{code}");
        assert_eq!(Language::from_code(code), None, "{code}");
    }
    let notices = add_language("qpe", &files("close = X\n")).unwrap_err();
    assert!(notices[0].message.contains("language-name"), "{notices:#?}");
    assert_eq!(Language::from_code("qpe"), None);
}

#[test]
fn a_broken_folder_is_said_and_the_program_goes_on() {
    let config = tempfile::tempdir().unwrap();
    write_folder(config.path(), "qpf");
    let folder = config.path().join("languages/qpf");
    fs::write(folder.join("files.ftl"), "unnamed-file = { $\n").unwrap();
    fs::write(folder.join("questionnaires/orientamento.json"), "{ \"name\": 3 }").unwrap();
    fs::create_dir_all(config.path().join("languages/.hidden")).unwrap();
    fs::create_dir_all(config.path().join("languages/nothing-in-it")).unwrap();
    fs::write(config.path().join("languages/readme.txt"), "no folder").unwrap();

    let sentences = install_all(config.path(), Language::IT);
    assert_eq!(sentences.len(), 2, "one a folder: {sentences:#?}");
    assert!(sentences[0].contains("nothing-in-it"), "{sentences:#?}");
    assert!(sentences[1].contains("qpf") && sentences[1].contains("files.ftl, line 1"), "{sentences:#?}");
    let language = Language::from_code("qpf").unwrap();
    assert_eq!(t(language, "unnamed-file"), t(Language::IT, "unnamed-file"));
    assert_ne!(t(language, "close"), t(Language::IT, "close"));
    assert_eq!(orientamento().texts(language).name, orientamento().texts(Language::IT).name);

    let all = check(&folder, Language::IT);
    for what in ["files.ftl, line 1", "questionnaires/orientamento.json, line 1"] {
        assert!(all.iter().any(|s| s.contains(what)), "{what}: {all:#?}");
    }
    let none = tempfile::tempdir().unwrap();
    assert_eq!(install_all(none.path(), Language::IT), Vec::<String>::new());
}

/// Texts of a questionnaire pass the checks of the pack's own, so that no screen looks for one that is not there.
#[test]
fn texts_of_a_questionnaire_are_checked_like_the_packs_own() {
    let (language, _) = add_language("qpg", &files("language-name = P\n")).unwrap();
    let good: serde_json::Value = serde_json::from_slice(&pseudo::pack_texts("orientamento")).unwrap();
    let try_out = |change: fn(&mut serde_json::Value)| {
        let mut texts = good.clone();
        change(&mut texts);
        add_texts("orientamento", language, texts.to_string().into_bytes())
    };
    let notices = try_out(|t| {
        t["items"].as_object_mut().unwrap().remove("A4");
        t["levels"].as_array_mut().unwrap().pop();
        t["glossary"].as_object_mut().unwrap().clear();
    });
    let places: BTreeSet<&str> = notices.iter().map(|n| n.place.as_str()).collect();
    for place in ["items.A4", "levels"] {
        assert!(places.contains(format!("questionnaires/orientamento.json, {place}").as_str()), "{places:#?}");
    }
    assert!(places.iter().any(|p| p.contains("glossary")), "compared with the first language: {places:#?}");
    assert_eq!(orientamento().texts(language).name, orientamento().texts(Language::IT).name);
    assert_eq!(try_out(|_| ()), []);
    assert_ne!(orientamento().texts(language).name, orientamento().texts(Language::IT).name);
    // A later fault does not take away what was good.
    assert!(!try_out(|t| t["disclaimer"] = 3.into()).is_empty());
    assert_ne!(orientamento().texts(language).name, orientamento().texts(Language::IT).name);
}

#[test]
fn texts_wait_for_a_questionnaire_that_comes_later() {
    let language = pseudo::install();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/orientamento");
    let mut pack: orienta::pack::PackFiles = fs::read_dir(shipped)
        .unwrap()
        .map(|e| e.unwrap().path())
        .map(|p| (p.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(p).unwrap()))
        .collect();
    let mut structure: serde_json::Value = serde_json::from_slice(&pack["pack.json"]).unwrap();
    structure["id"] = "later".into();
    pack.insert("pack.json".into(), structure.to_string().into_bytes());
    assert_eq!(add_texts("later", language, pseudo::pack_texts("orientamento")), []);
    orienta::pack::install(orienta::pack::Pack::load(&pack).unwrap());
    let later = orienta::pack::find("later").unwrap();
    assert_eq!(later.texts(language).name, orientamento().texts(language).name);
    // The same id with another structure is another questionnaire: its texts are its own.
    structure["items"].as_array_mut().unwrap().retain(|i| i["id"] != "O2");
    pack.insert("pack.json".into(), structure.to_string().into_bytes());
    for name in ["it.json", "en.json"] {
        let mut texts: serde_json::Value = serde_json::from_slice(&pack[name]).unwrap();
        texts["items"].as_object_mut().unwrap().remove("O2");
        pack.insert(name.into(), texts.to_string().into_bytes());
    }
    let other = orienta::pack::Pack::load(&pack).unwrap();
    assert_eq!(other.texts(language).name, other.texts(Language::IT).name);
}

#[test]
fn settings_may_name_a_language_that_is_gone() {
    let settings = Settings { language: Some("zz".into()), ..Settings::default() };
    let today = jiff::civil::date(2026, 11, 23);
    let model = Model::new(orientamento(), settings, "/documents".into(), today);
    assert_eq!(model.language, Language::of_system());
    assert_eq!(model.settings.language.as_deref(), Some("zz"), "it may come back");
}

/// A text with a plural says one thing of one, and the same of none, two and eleven but for the number.
#[test]
fn plurals_are_right_for_none_one_two_and_many() {
    let mut seen = BTreeSet::new();
    for language in [Language::IT, Language::EN] {
        for (key, variable, names) in counted(language.code()) {
            let said = |n: usize| {
                let args: Vec<(&str, orienta::text::Arg<'_>)> = names
                    .iter()
                    .map(|name| (name.as_str(), if *name == variable { n.into() } else { "…".into() }))
                    .collect();
                ta(language, &key, &args)
            };
            let many = said(2);
            assert!(many.contains('2'), "{key}: the number is said: {many}");
            for n in [0, 11, 100] {
                assert_eq!(said(n), many.replace('2', &n.to_string()), "{} {key}", language.code());
            }
            let one = said(1);
            assert_ne!(one, many.replace('2', "1"), "{} {key}: one is said like many", language.code());
            assert!(!one.contains("{ $") && !one.contains("$count"), "{one}");
            seen.insert(key);
        }
    }
    assert!(seen.len() >= 5, "the texts with a plural are found: {seen:?}");
}

/// Texts that choose by a number: key, the number's name, names of all placeholders.
fn counted(code: &str) -> Vec<(String, String, BTreeSet<String>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/texts").join(code);
    let mut found = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let source = fs::read_to_string(file.unwrap().path()).unwrap();
        for entry in fluent_syntax::parser::parse(source).unwrap().body {
            let Entry::Message(message) = entry else { continue };
            let Some(value) = message.value else { continue };
            let (mut names, mut chosen) = (BTreeSet::new(), None);
            gather(&value, &mut names, &mut chosen);
            if let Some(chosen) = chosen {
                found.push((message.id.name, chosen, names));
            }
        }
    }
    found
}

fn gather(pattern: &Pattern<String>, names: &mut BTreeSet<String>, chosen: &mut Option<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                names.insert(id.name.clone());
            }
            Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
                names.insert(id.name.clone());
                *chosen = Some(id.name.clone());
                variants.iter().for_each(|variant| gather(&variant.value, names, chosen));
            }
            other => panic!("texts hold placeholders and choices, not {other:?}"),
        }
    }
}

/// A number that says how many stands beside a word that follows it only where the word is the same for every number.
#[test]
fn numbers_without_a_plural_were_looked_at() {
    // «3 di 20», «scheda 3 di 20», «3 dei 12 elementi», «tutte le 20 domande», megabytes, columns of a table, «3 da confermare», «3 capitoli su 14».
    let reviewed = [
        "progress-short",
        "card-place",
        "dii-count",
        "dii-up-to",
        "explain-dii-text",
        "progress-done",
        "open-too-large",
        "import-too-many-cells",
        "proposals-count",
        "chapters-summary",
    ];
    let counts = ["count", "minutes", "asked", "max", "megabytes", "columns", "open", "number_of"];
    for code in ["it", "en"] {
        let plural: BTreeSet<String> = counted(code).into_iter().map(|(key, ..)| key).collect();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/texts").join(code);
        for file in fs::read_dir(folder).unwrap() {
            let source = fs::read_to_string(file.unwrap().path()).unwrap();
            for line in source.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase())) {
                let (key, text) = line.split_once('=').unwrap();
                let counts = counts.iter().any(|name| text.contains(&format!("${name} ")));
                let key = key.trim();
                assert!(
                    !counts || plural.contains(key) || reviewed.contains(&key) || key.starts_with("value-"),
                    "{code} {key} counts something: give it a plural, or look at it and add it to the list"
                );
            }
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_command_line_speaks_it_and_checks_it() {
    let config = tempfile::tempdir().unwrap();
    write_folder(&config.path().join("orienta"), "qph");
    let folder = config.path().join("orienta/languages/qph");
    let cli = |args: &[&str]| {
        let mut command = assert_cmd::Command::cargo_bin("orienta-cli").unwrap();
        let output = command.env("XDG_CONFIG_HOME", config.path()).args(args).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/officina-meccanica.orienta.json");
    let example = example.to_str().unwrap();
    let (code, out, errors) = cli(&["--lang", "qph", "score", example]);
    assert_eq!(code, Some(0), "{errors}");
    let texts: serde_json::Value = serde_json::from_slice(&pseudo::pack_texts("orientamento")).unwrap();
    assert!(out.contains(texts["dimensions"]["D1"]["name"].as_str().unwrap()), "{out}");
    let pdf = config.path().join("report.pdf");
    let (code, _, errors) = cli(&["--lang", "qph", "report", example, "--pdf", pdf.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{errors}");
    assert!(fs::read(pdf).unwrap().starts_with(b"%PDF"));

    let path = folder.to_str().unwrap();
    assert_eq!(cli(&["check", path]).0, Some(0));
    let formats = fs::read_to_string(folder.join("formats.ftl")).unwrap();
    fs::write(folder.join("formats.ftl"), formats.replace("month-3 ", "month-33 ")).unwrap();
    let (code, _, errors) = cli(&["--lang", "en", "check", path]);
    assert_eq!(code, Some(1));
    assert!(errors.contains("month-33") && errors.contains("month-3: The text is missing"), "{errors}");
    // It still works as far as it goes; a language that is not there is wrong usage.
    assert_eq!(cli(&["--lang", "qph", "score", example]).0, Some(0));
    let (code, _, errors) = cli(&["--lang", "qpz", "score", example]);
    assert!(code == Some(2) && errors.contains("it, en, qph"), "{errors}");
}

#[cfg(feature = "gui")]
#[test]
fn the_window_offers_it_and_speaks_it_at_once() {
    use orienta::app::{Command, Screen};
    use support::window::{Fake, shows, window};

    let language = pseudo::install();
    let mut h = window(Fake::default());
    h.state_mut().run(Command::Sample);
    h.run();
    let before = h.state().model.document.as_ref().unwrap().evaluation().scores.total.figure.score;

    h.state_mut().run(Command::Language(language));
    h.run();
    for screen in Screen::ALL {
        h.state_mut().run(Command::Go(screen));
        h.run();
        assert!(shows(&h, &t(language, &format!("screen-{}", screen.key()))), "{screen:?}");
    }
    for (screen, words) in [
        (Screen::Company, &orientamento().texts(language).items["P3"].question),
        (Screen::Results, &orientamento().texts(language).dimensions["D1"].short),
        (Screen::Results, &language.own_name()),
    ] {
        h.state_mut().run(Command::Go(screen));
        h.run();
        assert!(shows(&h, words), "{words}");
    }
    let document = h.state().model.document.as_ref().unwrap();
    assert_eq!(document.evaluation().scores.total.figure.score, before, "words change, figures do not");
    assert_eq!(h.state().model.settings.language.as_deref(), Some(pseudo::CODE));
}
