//! Questionnaires and catalogues of measures as folders: beside an assessment, in `questionnaires/<id>` and `measures/<id>`,
//! catalogues also beside the settings, or anywhere a user names one.

use std::path::{Path, PathBuf};

use super::files;
use crate::pack::measures::{self, Catalogue};
use crate::pack::{Notice, Pack, PackFiles, find, install};
use crate::text::{Language, ta};

/// Name of the folder that holds packs beside assessments.
const FOLDER: &str = "questionnaires";
/// Name of the folder that holds catalogues of measures.
const MEASURES: &str = "measures";

/// Reads a pack from its folder.
///
/// # Errors
/// One sentence a problem, with the folder, the place in its files and what would be right.
pub fn load(folder: &Path, language: Language) -> Result<Pack, Vec<String>> {
    let found = files_of(folder, language)?;
    if !found.contains_key("pack.json") {
        return Err(vec![ta(language, "check-no-pack", &[("path", folder.display().to_string().into())])]);
    }
    Pack::load(&found).map_err(|notices| named(folder, &notices))
}

/// Whether a folder holds a catalogue of measures.
#[must_use]
pub fn is_catalogue(folder: &Path) -> bool {
    folder.join("catalogue.json").exists()
}

/// Reads a catalogue of measures from its folder.
///
/// # Errors
/// One sentence a problem, with the folder, the place in its files and what would be right.
pub fn load_catalogue(folder: &Path, language: Language) -> Result<Catalogue, Vec<String>> {
    Catalogue::load(&files_of(folder, language)?, find).map_err(|notices| named(folder, &notices))
}

fn named(folder: &Path, notices: &[Notice]) -> Vec<String> {
    notices.iter().map(|n| format!("{}: {n}", folder.display())).collect()
}

/// The JSON files of a folder.
fn files_of(folder: &Path, language: Language) -> Result<PackFiles, Vec<String>> {
    let unreadable = |e: std::io::Error| {
        let path = folder.display().to_string();
        vec![ta(language, "io-unreadable", &[("path", path.into()), ("what", e.to_string().into())])]
    };
    let mut found = PackFiles::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?.path();
        let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".json") && entry.is_file() {
            found.insert(name, files::read(&entry, language).map_err(|sentence| vec![sentence])?);
        }
    }
    Ok(found)
}

/// Makes the catalogues beside the settings known: each folder of `measures` in this one. Gives the first problem of each that
/// has any; such a catalogue is not used.
pub fn install_catalogues(config: &Path, language: Language) -> Vec<String> {
    let Ok(folders) = std::fs::read_dir(config.join(MEASURES)) else { return Vec::new() };
    let mut folders: Vec<PathBuf> = folders.filter_map(Result::ok).map(|entry| entry.path()).collect();
    folders.retain(|folder| folder.is_dir() && is_catalogue(folder));
    folders.sort();
    let faults = folders.iter().filter_map(|folder| match load_catalogue(folder, language) {
        Ok(catalogue) => {
            measures::install(catalogue);
            None
        }
        Err(sentences) => {
            let path = folder.display().to_string();
            let first = sentences.into_iter().next().unwrap_or_default();
            Some(ta(language, "catalogue-faults", &[("path", path.into()), ("what", first.into())]))
        }
    });
    faults.collect()
}

/// Makes the packs and catalogues beside an assessment known, so that it can be opened. A folder with faults is left out: `check` says
/// what is wrong with it.
pub fn install_beside(file: &Path, language: Language) {
    let Some(beside) = file.parent() else { return };
    let folders = std::fs::read_dir(beside.join(FOLDER)).into_iter().flatten();
    for folder in folders.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| path.is_dir()) {
        if let Ok(pack) = load(&folder, language) {
            install(pack);
        }
    }
    // As for questionnaires: `check` says what is wrong with one that has faults.
    drop(install_catalogues(beside, language));
}
