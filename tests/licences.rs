//! The list of packages shown under «Informazioni» says what stands in `Cargo.lock`. Whether it is complete, and whether every
//! licence may be used, is for `.ci/licences --check`, which asks cargo.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A line of the list.
struct Package {
    name: String,
    version: String,
    licence: String,
    repository: String,
}

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn listed() -> Vec<Package> {
    let text = file("assets/licences/crates.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap(), vec!["name", "version", "licence", "repository"]);
    let packages: Vec<Package> = reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            let [name, version, licence, repository] = [0, 1, 2, 3].map(|n| record[n].to_owned());
            Package { name, version, licence, repository }
        })
        .collect();
    assert!(packages.len() > 300, "the packages of three systems are found: {}", packages.len());
    packages
}

#[test]
fn every_package_has_a_licence() {
    for p in listed() {
        assert!(p.licence.chars().any(char::is_alphabetic), "{} {} has no licence", p.name, p.version);
        assert!(!p.licence.contains('/'), "{} {}: {} is no SPDX expression", p.name, p.version, p.licence);
        assert!(p.repository.is_empty() || p.repository.starts_with("http"), "{}: {}", p.name, p.repository);
    }
}

#[test]
fn the_list_is_sorted_and_names_no_package_twice() {
    let keys: Vec<(String, String)> = listed().into_iter().map(|p| (p.name, p.version)).collect();
    for pair in keys.windows(2) {
        assert!(pair[0] < pair[1], "{:?} stands before {:?}", pair[0], pair[1]);
    }
}

#[test]
fn every_package_stands_in_the_lock_file() {
    let lock = file("Cargo.lock");
    let quoted = |block: &str, key: &str| {
        let line = block.lines().find_map(|l| l.strip_prefix(key)?.strip_prefix(" = ")).unwrap_or_default();
        line.trim_matches('"').to_owned()
    };
    let locked: BTreeSet<(String, String)> =
        lock.split("[[package]]").skip(1).map(|block| (quoted(block, "name"), quoted(block, "version"))).collect();
    assert!(locked.len() > 300, "the packages of the lock file are found: {}", locked.len());
    for p in listed() {
        let key = (p.name, p.version);
        assert!(locked.contains(&key), "{} {} is not in Cargo.lock: run .ci/licences", key.0, key.1);
    }
}

#[test]
fn what_the_program_asks_for_itself_is_in_the_list() {
    let manifest = file("Cargo.toml");
    let (_, rest) = manifest.split_once("\n[dependencies]\n").unwrap();
    let (dependencies, _) = rest.split_once("\n[dev-dependencies]\n").unwrap();
    let wanted: Vec<&str> = dependencies
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once(" = ")?.0))
        .collect();
    assert!(wanted.len() > 20, "the direct dependencies are found: {wanted:?}");
    let listed: BTreeSet<String> = listed().into_iter().map(|p| p.name).collect();
    for name in wanted {
        assert!(listed.contains(name), "{name} is not in the list: run .ci/licences");
    }
}

/// Licences that want their text or their notice with the program have it in the folder.
#[test]
fn the_texts_that_travel_with_the_program_are_there() {
    let guide = file("assets/licences/README.md");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/licences");
    let mut texts = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".txt") {
            texts += 1;
            assert!(guide.contains(&name), "README.md does not say what {name} is for");
            assert!(file(&format!("assets/licences/{name}")).len() > 500, "{name} is too short for a licence");
        }
    }
    assert!(texts >= 10, "{texts}");
    let one_of = |licence: &str, id: &str| licence.split([' ', '(', ')']).any(|word| word == id);
    // MIT and Apache-2.0 stand at the root, as the program's own licences.
    for id in ["BSD-3-Clause", "BSL-1.0", "ISC", "MPL-2.0", "OFL-1.1", "Ubuntu-font-1.0", "Unicode-3.0", "Zlib"] {
        assert!(listed().iter().any(|p| one_of(&p.licence, id)), "no package has {id} any more");
        assert!(guide.contains(&format!("{id}.txt")), "README.md does not name {id}.txt");
    }
}
