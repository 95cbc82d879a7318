//! Everything that is content and not code: questionnaire packs, regions, activity codes, benchmarks.
//!
//! Loading is bytes in, value and *all* notices out. File access is the caller's.

pub mod ateco;
pub mod benchmark;
pub mod condition;
pub mod measures;
pub mod questionnaire;
pub mod region;
mod translations;
mod validate;

pub use crate::notice::Notice;
pub use questionnaire::{Item, ItemKind, Mode, Pack};
pub use translations::add_texts;

use std::collections::BTreeMap;
use std::sync::{OnceLock, PoisonError, RwLock};

use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

static PACKS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/questionnaires");

/// A file of a pack: its name inside the pack's folder and its bytes.
pub type PackFiles = BTreeMap<String, Vec<u8>>;

/// The packs inside the program, by id.
#[must_use]
pub fn shipped() -> &'static BTreeMap<String, Pack> {
    static SHIPPED: OnceLock<BTreeMap<String, Pack>> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        PACKS
            .dirs()
            .map(|dir| {
                let pack = Pack::load(&files_in(dir)).unwrap_or_else(|notices| {
                    panic!("the shipped pack {} has faults: {notices:#?}", dir.path().display())
                });
                (pack.id.clone(), pack)
            })
            .collect()
    })
}

/// The files of a folder inside the program.
fn files_in(dir: &Dir<'_>) -> PackFiles {
    dir.files().filter_map(|f| Some((f.path().file_name()?.to_str()?.to_owned(), f.contents().to_vec()))).collect()
}

/// Packs read from folders while the program runs.
fn installed() -> &'static RwLock<BTreeMap<String, &'static Pack>> {
    static INSTALLED: RwLock<BTreeMap<String, &'static Pack>> = RwLock::new(BTreeMap::new());
    &INSTALLED
}

/// Makes a pack known beside the shipped ones, until the program ends. One that is known already, shipped or with the
/// same content, stays as it is; a shipped id cannot be taken over.
pub fn install(pack: Pack) {
    let mut known = installed().write().unwrap_or_else(PoisonError::into_inner);
    let same = known.get(&pack.id).is_some_and(|old| old.hash == pack.hash);
    if !same && !shipped().contains_key(&pack.id) {
        // Assessments refer to their pack as long as the program runs; there are as many packs as somebody wrote.
        translations::greet(&pack);
        known.insert(pack.id.clone(), Box::leak(Box::new(pack)));
    }
}

/// A pack by id: shipped, or installed from a folder.
#[must_use]
pub fn find(id: &str) -> Option<&'static Pack> {
    shipped().get(id).or_else(|| installed().read().unwrap_or_else(PoisonError::into_inner).get(id).copied())
}

/// The questionnaire the program opens with.
#[must_use]
pub fn orientamento() -> &'static Pack {
    &shipped()["orientamento"]
}

/// Reads one file of a pack; a notice where it is missing or broken.
fn parse<T: DeserializeOwned>(files: &PackFiles, name: &str, notices: &mut Vec<Notice>) -> Option<T> {
    let Some(bytes) = files.get(name) else {
        notices.push(Notice::new(name, "The file is missing.", "Put it into the folder."));
        return None;
    };
    match serde_json::from_slice(bytes) {
        Ok(value) => Some(value),
        Err(e) => {
            notices.push(Notice::new(
                format!("{name}, line {}, column {}", e.line(), e.column()),
                format!("The file cannot be read: {e}."),
                "See docs/formats.md for the format.",
            ));
            None
        }
    }
}

/// SHA-256 of the JSON files of a pack in hexadecimal: names the exact content.
fn hash(files: &PackFiles) -> String {
    let mut sha = Sha256::new();
    for (name, bytes) in files.iter().filter(|(n, _)| n.ends_with(".json")) {
        // Lengths go in so that moving bytes from one file to the next is noticed. Line ends are made equal, because
        // some checkouts rewrite them.
        let text: Vec<u8> = bytes.iter().copied().filter(|&b| b != b'\r').collect();
        sha.update(name.as_bytes());
        sha.update((text.len() as u64).to_le_bytes());
        sha.update(&text);
    }
    crate::text::hexadecimal(&sha.finalize())
}
