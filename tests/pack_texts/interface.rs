//! The interface's texts: each key that is asked for exists, each that exists is asked for, and placeholders are the same
//! in every language and in the code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use jiff::civil::date;
use orienta::app::Screen;
use orienta::assessment::{Assessment, DOCUMENTED};
use orienta::matching::Strength;
use orienta::pack::benchmark::sector_context;
use orienta::pack::orientamento;
use orienta::pipeline::evaluate;
use orienta::roadmap::Quadrant;
use orienta::scoring::dii::Class;
use orienta::scoring::dmat::Band;
use orienta::text::Language;

use super::questionnaire::{careless, root};

/// A message: the names of its placeholders and its words.
type Messages = BTreeMap<String, (BTreeSet<String>, String)>;

/// The messages of a language, read without the library.
fn messages(language: &str) -> Messages {
    let mut all = Messages::new();
    let mut files: Vec<_> =
        fs::read_dir(root().join("assets/texts").join(language)).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    for path in files {
        let mut key = String::new();
        for line in fs::read_to_string(&path).unwrap().lines() {
            if line.starts_with('#') {
                continue;
            }
            let words = if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let (k, words) = line.split_once('=').unwrap();
                key = k.trim().to_owned();
                assert!(all.insert(key.clone(), Default::default()).is_none(), "{key} is there twice");
                words
            } else {
                line
            };
            if let Some((names, text)) = all.get_mut(&key) {
                names.extend(words.split('$').skip(1).map(|rest| name_at(rest).to_owned()));
                text.push_str(words);
                text.push('\n');
            }
        }
    }
    assert!(all.len() > 200, "{language}: the texts are found: {}", all.len());
    all
}

fn name_at(rest: &str) -> &str {
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').unwrap_or(rest.len());
    &rest[..end]
}

/// Every source file with its code, without tests and comments.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, out: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if path.file_name().is_some_and(|n| n != "tests") {
                    walk(&path, out);
                }
            } else if path.extension().is_some_and(|e| e == "rs") && path.file_name().is_some_and(|n| n != "tests.rs") {
                let code = fs::read_to_string(&path).unwrap();
                let code = code.split("#[cfg(test)]").next().unwrap_or_default();
                let lines: Vec<&str> = code.lines().filter(|l| !l.trim_start().starts_with("//")).collect();
                out.push((path.display().to_string(), lines.join("\n")));
            }
        }
    }
    let mut out = Vec::new();
    walk(&root().join("src"), &mut out);
    out.sort();
    out
}

/// The string at the start of `code`, which begins with its quotation mark, and how many bytes it takes.
fn string_at(code: &str) -> (&str, usize) {
    let mut escaped = false;
    for (n, c) in code.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return (&code[1..n], n + 1),
            _ => {}
        }
    }
    (&code[1..], code.len())
}

/// Every string literal of a piece of code. Raw strings and the quotation mark as a character are passed over.
fn literals(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < code.len() {
        let rest = &code[at..];
        if rest.starts_with("r#\"") {
            at += rest.find("\"#").map_or(rest.len(), |n| n + 2);
        } else if rest.starts_with("'\"'") {
            at += 3;
        } else if rest.starts_with('"') {
            let (text, length) = string_at(rest);
            found.push(text);
            at += length;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

/// A call of `t` or `ta`: the literals in its key, and the names of the arguments where they are written out.
#[derive(Debug)]
struct Call<'a> {
    keys: Vec<&'a str>,
    arguments: Option<BTreeSet<&'a str>>,
}

/// The calls in a piece of code. As a method (`s.t(key)`) the key comes first, else after the language.
fn calls(code: &str) -> Vec<Call<'_>> {
    let mut found = Vec::new();
    for (name, has_arguments) in [("t(", false), ("ta(", true)] {
        for (at, _) in code.match_indices(name) {
            let before = &code[..at];
            let last = before.chars().next_back();
            if last.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '"') || before.ends_with("fn ") {
                continue;
            }
            let list = split(&code[at + name.len()..]);
            let method = last == Some('.');
            let Some(key) = list.get(usize::from(!method)) else { continue };
            // A key put together, `format!("dii-class-{…}")`, belongs to a family.
            let keys: Vec<&str> = literals(key).into_iter().filter(|k| !k.contains('{')).collect();
            let keys = if key.contains("format!") { Vec::new() } else { keys };
            let arguments = match (has_arguments, list.get(2 - usize::from(method))) {
                (false, _) => Some(BTreeSet::new()),
                (true, Some(text)) if text.trim_start().starts_with("&[") => {
                    // `("name", value)`: a string after a bracket and before a comma.
                    let strings = text.match_indices("(\"").map(|(n, _)| (n + 1, string_at(&text[n + 1..])));
                    let named = strings.filter(|(n, (_, length))| text[n + length..].starts_with(','));
                    // What else stands there is put together, `format!("{} {}", …)`.
                    Some(named.map(|(_, (name, _))| name).filter(|name| !name.contains('{')).collect())
                }
                (true, _) => None,
            };
            found.push(Call { keys, arguments });
        }
    }
    found
}

/// The arguments of a call, from after its opening bracket to its closing one.
fn split(code: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start, mut at) = (Vec::new(), 0, 0, 0);
    while at < code.len() {
        let rest = &code[at..];
        let c = rest.chars().next().unwrap();
        match c {
            '"' => {
                at += string_at(rest).1;
                continue;
            }
            '\'' if rest.starts_with("'\"'") => {
                at += 3;
                continue;
            }
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&code[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        at += c.len_utf8();
    }
    parts.push(&code[start..at]);
    parts
}

/// Keys that are put together while the program runs, with what they are put together from.
fn families() -> BTreeSet<String> {
    let dashed = |id: &str| id.replace('_', "-");
    // The screen tells the two vocabularies together, and what is no recommendation in a fold.
    let told = |id: &&str| !["s3_areas", "ecosystems", "other_clusters", "past_services"].contains(id);
    let assessment = Assessment::new(orientamento());
    let e = evaluate(orientamento(), &assessment, date(2026, 11, 23), Language::IT);
    let mut keys: BTreeSet<String> = Screen::ALL.iter().map(|s| format!("screen-{}", s.key())).collect();
    keys.extend(e.doors.groups().iter().map(|(id, _)| format!("doors-{}", dashed(id))));
    keys.extend(
        [Strength::ToExplore, Strength::Medium, Strength::Strong].map(|s| format!("strength-{}", dashed(s.code()))),
    );
    keys.extend(e.doors.groups().iter().filter(|(id, _)| told(id)).map(|(id, _)| format!("doors-{}-lead", dashed(id))));
    for rule in &e.doors.rules {
        keys.extend([format!("rule-{}", dashed(rule.id)), format!("rule-{}-help", dashed(rule.id))]);
        keys.extend(rule.uses.iter().flat_map(|u| u.lists).map(|id| format!("list-{}", dashed(id))));
    }
    keys.extend((0..=12).map(|count| format!("dii-class-{}", dashed(Class::of(count).id()))));
    keys.extend(Band::ALL.map(|band| format!("dmat-band-{}", dashed(band.id()))));
    let divisions = (1..=99).filter_map(|division| sector_context(&format!("{division:02}")));
    keys.extend(divisions.map(|context| format!("nace-{}", context.nace.to_lowercase())));
    keys.extend((0..=DOCUMENTED).map(|grade| format!("evidence-{grade}")));
    keys.extend(Quadrant::ALL.map(|quadrant| format!("plan-quadrant-{}", dashed(quadrant.code()))));
    keys.extend(["budget", "days", "quarters", "rate"].map(|field| format!("plan-purse-{field}-unit")));
    keys.extend((1..=12).map(|month| format!("month-{month}")));
    for (chapters, count) in [("help-how", 6), ("help-calc", 11)] {
        keys.extend((1..=count).flat_map(|n| [format!("{chapters}-{n}"), format!("{chapters}-{n}-title")]));
    }
    keys
}

#[test]
fn the_scanner_sees_calls_and_literals() {
    let code = r#"a.t("one"); t(language, if x { "two" } else { "three" }); ta(l, "four", &[("n", f("x").into()), ("m", y)]);
        ta(l, "five", &[("n", format!("{}", x).into())]); ta(l, "five", &place);
        s.t(&format!("six-{}", id)); set(language, "no"); print('"', "seven")"#;
    let found = calls(code);
    let keys: Vec<Vec<&str>> = found.iter().map(|c| c.keys.clone()).collect();
    assert_eq!(keys, [vec!["one"], vec!["two", "three"], vec![], vec!["four"], vec!["five"], vec!["five"]]);
    assert_eq!(found[3].arguments, Some(BTreeSet::from(["n", "m"])));
    assert_eq!(found[4].arguments, Some(BTreeSet::from(["n"])));
    assert_eq!(found[5].arguments, None);
    assert_eq!(literals(code).last(), Some(&"seven"));
}

#[test]
fn every_language_has_the_same_keys_and_placeholders() {
    let italian = messages("it");
    for language in Language::all() {
        let other = messages(language.code());
        let difference: Vec<&String> = italian
            .keys()
            .filter(|k| !other.contains_key(*k))
            .chain(other.keys().filter(|k| !italian.contains_key(*k)))
            .collect();
        assert!(difference.is_empty(), "{}: {difference:?}", language.code());
        for (key, (names, _)) in &other {
            assert_eq!(names, &italian[key].0, "{} {key}", language.code());
        }
    }
}

#[test]
fn every_key_that_is_asked_for_exists_with_its_placeholders() {
    let known = messages("it");
    let (mut seen, mut faults) = (0, Vec::new());
    for (path, code) in sources() {
        for call in calls(&code) {
            for key in &call.keys {
                seen += 1;
                match (known.get(*key), &call.arguments) {
                    (None, _) => faults.push(format!("{path}: there is no text “{key}”")),
                    (Some((names, _)), Some(given)) => {
                        let given: BTreeSet<String> = given.iter().map(|n| (*n).to_owned()).collect();
                        if names != &given {
                            faults.push(format!("{path}: “{key}” has {names:?} and is given {given:?}"));
                        }
                    }
                    (Some(_), None) => {}
                }
            }
        }
    }
    assert!(seen > 200, "the calls are found: {seen}");
    for key in families() {
        if !known.contains_key(&key) {
            faults.push(format!("there is no text “{key}”"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// A literal that begins like a key and goes on with a hyphen is a key, also where it is kept in a list first.
#[test]
fn every_literal_that_looks_like_a_key_is_one() {
    let known = messages("it");
    let first_words: BTreeSet<&str> = known.keys().filter_map(|k| k.split('-').next()).collect();
    for (path, code) in sources() {
        // Icons have names of their own.
        if path.ends_with("icons.rs") {
            continue;
        }
        for literal in literals(&code) {
            let looks = literal.contains('-')
                && literal.starts_with(|c: char| c.is_ascii_lowercase())
                && !literal.ends_with('-')
                && literal.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
                && literal.split('-').next().is_some_and(|w| first_words.contains(w));
            assert!(!looks || known.contains_key(literal), "{path}: there is no text “{literal}”");
        }
    }
}

#[test]
fn every_key_is_used() {
    let sources = sources();
    let mut used: BTreeSet<&str> = sources.iter().flat_map(|(_, code)| literals(code)).collect();
    let families = families();
    used.extend(families.iter().map(String::as_str));
    let idle: Vec<String> = messages("it").into_keys().filter(|k| !used.contains(k.as_str())).collect();
    assert!(idle.is_empty(), "nobody asks for {idle:?}");
}

/// A family that is put together somewhere is in the list above.
#[test]
fn every_family_is_known() {
    let families = families();
    let mut seen = BTreeSet::new();
    for (path, code) in sources() {
        for name in ["t(", "ta("] {
            for (at, _) in code.match_indices(name) {
                let before = code[..at].chars().next_back();
                if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                    continue;
                }
                for part in split(&code[at + name.len()..]).into_iter().take(2).filter(|p| p.contains("format!")) {
                    let key = literals(part)[0];
                    let prefix = &key[..key.find('{').unwrap_or(key.len())];
                    assert!(
                        families.iter().any(|k| k.starts_with(prefix)),
                        "{path}: the family {prefix} is not known here"
                    );
                    seen.insert(prefix.to_owned());
                }
            }
        }
    }
    assert!(seen.len() >= 5, "{seen:?}");
}

#[test]
fn the_interface_is_set_with_care() {
    for language in Language::all() {
        for (key, (_, words)) in messages(language.code()) {
            // Indentation and variants are Fluent's, blanks in them are no fault.
            for line in words.lines().map(str::trim) {
                assert_eq!(careless(line), None, "{} {key}: {line}", language.code());
            }
        }
    }
}
