//! Questionnaires as folders: beside an assessment, in `questionnaires/<id>`, or anywhere a user names one.

use std::path::Path;

use super::files;
use crate::pack::{Notice, Pack, PackFiles, install};
use crate::text::{Language, ta};

/// Name of the folder that holds packs beside assessments.
const FOLDER: &str = "questionnaires";

/// Reads a pack from its folder.
///
/// # Errors
/// One sentence a problem, with the folder, the place in its files and what would be right.
pub fn load(folder: &Path, language: Language) -> Result<Pack, Vec<String>> {
    let shown = folder.display().to_string();
    let unreadable = |e: std::io::Error| {
        vec![ta(language, "io-unreadable", &[("path", (&shown).into()), ("what", e.to_string().into())])]
    };
    let mut found = PackFiles::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?.path();
        let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".json") && entry.is_file() {
            found.insert(name, files::read(&entry, language).map_err(|sentence| vec![sentence])?);
        }
    }
    if !found.contains_key("pack.json") {
        return Err(vec![ta(language, "check-no-pack", &[("path", (&shown).into())])]);
    }
    Pack::load(&found).map_err(|notices: Vec<Notice>| notices.iter().map(|n| format!("{shown}: {n}")).collect())
}

/// Makes the packs beside an assessment known, so that it can be opened. A folder with faults is left out: `check` says
/// what is wrong with it.
pub fn install_beside(file: &Path, language: Language) {
    let Some(folders) = file.parent().and_then(|folder| std::fs::read_dir(folder.join(FOLDER)).ok()) else { return };
    for folder in folders.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| path.is_dir()) {
        if let Ok(pack) = load(&folder, language) {
            install(pack);
        }
    }
}
