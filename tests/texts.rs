//! Every text the program asks for exists: a key written wrongly or forgotten would show as the key itself.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use orienta::app::{Screen, actions};
use orienta::text::{Language, keys};

fn known() -> BTreeSet<String> {
    keys(Language::IT).into_iter().collect()
}

/// The code of every source file, without the tests inside.
fn sources(folder: &Path, out: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let code = fs::read_to_string(&path).unwrap();
            let code = code.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            out.push((path.display().to_string(), code));
        }
    }
}

/// Literal keys in calls of `t(…)` and `ta(…)`: the first string of the call, where nothing is computed before it.
fn asked_for(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for name in ["t(", "ta("] {
        for (at, _) in code.match_indices(name) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '"' || c == ':') {
                continue;
            }
            let Some((arguments, rest)) = code[at + name.len()..].split_once('"') else { continue };
            let plain =
                arguments.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | ',') || c.is_whitespace());
            if plain && let Some((key, _)) = rest.split_once('"') {
                found.push(key);
            }
        }
    }
    found
}

#[test]
fn every_key_in_the_sources_exists() {
    let (known, mut files) = (known(), Vec::new());
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut count = 0;
    for (path, code) in &files {
        for key in asked_for(code) {
            count += 1;
            assert!(known.contains(key), "{path}: there is no text “{key}”");
        }
    }
    assert!(count > 150, "the calls are found: {count}");
}

#[test]
fn every_action_has_its_words_and_every_screen_its_key() {
    let known = known();
    for action in actions::all() {
        assert!(known.contains(action.label), "{}", action.label);
    }
    for screen in Screen::ALL {
        let label = format!("screen-{}", screen.key());
        assert!(known.contains(&label), "{label}");
        assert!(actions::shown_for(&label).is_some(), "{label} has no key in actions::all()");
    }
}

#[test]
fn no_two_actions_share_a_key() {
    let keys: Vec<String> = actions::all().iter().flat_map(|a| a.keys.iter().map(|k| k.shown())).collect();
    let different: BTreeSet<&String> = keys.iter().collect();
    assert_eq!(different.len(), keys.len(), "{keys:?}");
}
