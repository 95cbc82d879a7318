//! Languages a user adds: a folder each in `languages`, beside the settings.

use std::path::{Path, PathBuf};

use super::files;
use crate::notice::Notice;
use crate::pack::add_texts;
use crate::text::{Language, TextFiles, add_language, missing, ta};

/// Folder inside a language's that holds the texts of questionnaires.
const QUESTIONNAIRES: &str = "questionnaires";

/// The program's folder for what it remembers about a user; none where the system has no place for it.
#[must_use]
pub fn config_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "Orienta").map(|d| d.config_dir().to_path_buf())
}

/// Adds every language that has a folder in `languages` of this folder. Gives a sentence for each that has faults; what is
/// right in it is used all the same.
pub fn install_all(config: &Path, language: Language) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(config.join("languages")) else { return Vec::new() };
    let mut folders: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    folders.retain(|path| path.is_dir() && !path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.')));
    folders.sort();
    let faults = |folder: &PathBuf| {
        let (_, faults) = load(folder, language);
        let first = faults.into_iter().next()?;
        let path = folder.display().to_string();
        Some(ta(language, "language-faults", &[("path", path.into()), ("what", first.into())]))
    };
    folders.iter().filter_map(faults).collect()
}

/// Whether a folder holds a language and not a questionnaire or a region.
#[must_use]
pub fn is_one(folder: &Path) -> bool {
    let ends = |path: PathBuf| path.extension().is_some_and(|e| e == "ftl");
    std::fs::read_dir(folder).is_ok_and(|entries| entries.filter_map(Result::ok).any(|entry| ends(entry.path())))
}

/// Every problem of a language's folder, texts it lacks included.
#[must_use]
pub fn check(folder: &Path, language: Language) -> Vec<String> {
    let (added, mut sentences) = load(folder, language);
    if let Some(added) = added {
        let lacks = missing(added).into_iter();
        sentences.extend(lacks.map(|key| {
            let notice = Notice::new(key, "The text is missing.", "It is shown in Italian.");
            sentence(folder, &notice)
        }));
    }
    sentences
}

fn sentence(folder: &Path, notice: &Notice) -> String {
    format!("{}: {notice}", folder.display())
}

/// Adds the language of a folder, and its texts of questionnaires. Gives it, where there is one, and every problem.
fn load(folder: &Path, reader: Language) -> (Option<Language>, Vec<String>) {
    let mut sentences = Vec::new();
    let files = read(folder, ".ftl", reader, &mut sentences);
    let named = folder.canonicalize().ok();
    let code = named.as_deref().unwrap_or(folder).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (language, notices) = match add_language(&code, &files) {
        Ok((language, notices)) => (Some(language), notices),
        Err(notices) => (None, notices),
    };
    sentences.extend(notices.iter().map(|n| sentence(folder, n)));
    let Some(language) = language else { return (None, sentences) };
    let packs = folder.join(QUESTIONNAIRES);
    if packs.is_dir() {
        for (name, bytes) in read(&packs, ".json", reader, &mut sentences) {
            let id = name.trim_end_matches(".json");
            sentences.extend(add_texts(id, language, bytes).iter().map(|n| sentence(folder, n)));
        }
    }
    (Some(language), sentences)
}

/// The files of a folder with this ending; one that cannot be read is a problem of its own.
fn read(folder: &Path, ending: &str, language: Language, sentences: &mut Vec<String>) -> TextFiles {
    let mut found = TextFiles::new();
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            let path = folder.display().to_string();
            sentences.push(ta(language, "io-unreadable", &[("path", path.into()), ("what", error.to_string().into())]));
            return found;
        }
    };
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(ending) && path.is_file() {
            match files::read(&path, language) {
                Ok(bytes) => drop(found.insert(name, bytes)),
                Err(sentence) => sentences.push(sentence),
            }
        }
    }
    found
}
