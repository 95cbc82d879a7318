//! `check`: every problem of packs and files.

use std::path::Path;

use super::{Failure, Voice, shown};
use crate::pack::install;
use crate::pack::measures::doors_for_every_tag;
use crate::pack::region::Region;
use crate::portfolio::{files, languages, packs, regions};
use crate::text::{Language, ta};

/// Checks every path; all problems of all of them are listed.
pub(super) fn check(paths: &[std::path::PathBuf], voice: Voice) -> Result<Vec<u8>, Failure> {
    let mut problems = Vec::new();
    let mut good = String::new();
    for path in paths {
        match one(path, voice.language) {
            Ok(()) => {
                good.push_str(&ta(voice.language, "check-good", &[("path", shown(path).into())]));
                good.push('\n');
            }
            Err(Failure::Input(sentences)) => problems.extend(sentences),
            Err(Failure::Usage(sentence)) => problems.push(sentence),
        }
    }
    if problems.is_empty() { Ok(good.into_bytes()) } else { Err(Failure::Input(problems)) }
}

fn one(path: &Path, language: Language) -> Result<(), Failure> {
    if !path.is_dir() {
        return Ok(files::open(path, language).map(|_| ())?);
    }
    if path.join("region.json").exists() {
        return Ok(regions::load(path, language).map(|_| ())?);
    }
    if packs::is_catalogue(path) {
        let catalogue = packs::load_catalogue(path, language)?;
        let without = doors_for_every_tag(&catalogue, Region::in_use());
        let named = without.iter().map(|n| format!("{}: {n}", shown(path)));
        return if without.is_empty() { Ok(()) } else { Err(Failure::Input(named.collect())) };
    }
    if languages::is_one(path) {
        let problems = languages::check(path, language);
        return if problems.is_empty() { Ok(()) } else { Err(Failure::Input(problems)) };
    }
    // A catalogue or an assessment named after it may belong to it.
    install(packs::load(path, language)?);
    Ok(())
}
