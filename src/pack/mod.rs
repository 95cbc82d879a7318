//! Everything that is content and not code: questionnaire packs, regions, activity codes, benchmarks.
//!
//! Loading is bytes in, value and *all* notices out. File access is the caller's.

pub mod ateco;
pub mod benchmark;
pub mod notice;
pub mod questionnaire;
pub mod region;
mod validate;

pub use notice::Notice;
pub use questionnaire::{Item, ItemKind, Mode, Pack};

use std::collections::BTreeMap;
use std::sync::OnceLock;

use include_dir::{Dir, include_dir};

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
                let files: PackFiles = dir
                    .files()
                    .filter_map(|f| Some((f.path().file_name()?.to_str()?.to_owned(), f.contents().to_vec())))
                    .collect();
                let pack = Pack::load(&files).unwrap_or_else(|notices| {
                    panic!("the shipped pack {} has faults: {notices:#?}", dir.path().display())
                });
                (pack.id.clone(), pack)
            })
            .collect()
    })
}

/// The questionnaire the program opens with.
#[must_use]
pub fn orientamento() -> &'static Pack {
    &shipped()["orientamento"]
}
