//! Texts of questionnaires in languages that are added while the program runs.
//!
//! They come beside the pack and not with it, and a pack may become known after them. Only texts that passed every check
//! against the structure are kept, under the hash of that very pack, so that whoever reads them finds all of them.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

use super::questionnaire::Texts;
use super::{Notice, Pack, find};
use crate::text::Language;

struct Known {
    /// Files as they came, by pack id and language.
    files: BTreeMap<String, BTreeMap<&'static str, Vec<u8>>>,
    /// Texts that fit, by language and the pack's hash.
    texts: BTreeMap<&'static str, BTreeMap<String, &'static Texts>>,
}

static KNOWN: RwLock<Known> = RwLock::new(Known { files: BTreeMap::new(), texts: BTreeMap::new() });

/// Adds a pack's texts in a language the pack does not have, until the program ends: the bytes of a file in the form of the
/// pack's own texts. Where the pack is not known yet they wait for it. Gives every problem; texts with one are not used, and
/// the pack is shown in its first language.
pub fn add_texts(pack: &str, language: Language, bytes: Vec<u8>) -> Vec<Notice> {
    let notices = find(pack).map_or_else(Vec::new, |pack| fit(pack, language.code(), &bytes));
    let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
    known.files.entry(pack.to_owned()).or_default().insert(language.code(), bytes);
    notices
}

/// Gives a pack that becomes known the texts that wait for it. Those with faults are left out: `check` says what is wrong.
pub(super) fn greet(pack: &Pack) {
    let files = KNOWN.read().unwrap_or_else(PoisonError::into_inner).files.get(&pack.id).cloned();
    for (language, bytes) in files.into_iter().flatten() {
        fit(pack, language, &bytes);
    }
}

fn fit(pack: &Pack, language: &'static str, bytes: &[u8]) -> Vec<Notice> {
    match pack.translation(&format!("questionnaires/{}", pack.id), bytes) {
        Ok(texts) => {
            let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
            // Screens and reports borrow them as long as the program runs.
            known.texts.entry(language).or_default().insert(pack.hash.clone(), Box::leak(Box::new(texts)));
            Vec::new()
        }
        Err(notices) => notices,
    }
}

/// The texts somebody added for exactly this pack.
pub(super) fn texts(pack: &Pack, language: Language) -> Option<&'static Texts> {
    KNOWN.read().unwrap_or_else(PoisonError::into_inner).texts.get(language.code())?.get(&pack.hash).copied()
}
