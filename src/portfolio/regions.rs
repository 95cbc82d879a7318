//! Regions as folders: one beside the settings, in `regions/<id>`, takes the place of the program's own; the command line
//! can name any other.

use std::fs;
use std::path::{Path, PathBuf};

use super::files;
use crate::notice::Notice;
use crate::pack::region::Region;
use crate::text::{Language, date, ta};

/// Folder beside the settings that holds the region.
const FOLDER: &str = "regions";
/// The directory with its rules and texts.
const REGION: &str = "region.json";
/// What each activity has to do with it.
const MAP: &str = "ateco_map.csv";

/// Reads the region of a folder.
///
/// # Errors
/// One sentence a problem, with the file, the place in it and what would be right.
pub fn load(folder: &Path, language: Language) -> Result<Region, Vec<String>> {
    Ok(read(&folder.join(REGION), language)?.region)
}

/// Puts the region beside the settings in use, where there is one that is sound and no older than the program's own.
/// Gives a sentence for everything that is in the way; the program's own is used then.
pub fn install_from(config: &Path, language: Language) -> Vec<String> {
    let folders = folders(config);
    let own = |path: &&PathBuf| path.file_name().is_some_and(|name| name == Region::shipped().id.as_str());
    let Some(folder) = folders.iter().find(own).or(folders.first()) else { return Vec::new() };
    let mut sentences = Vec::new();
    let path = shown(folder);
    if folders.len() > 1 {
        sentences.push(ta(language, "region-several", &[("path", (&path).into())]));
    }
    match load(folder, language) {
        Ok(region) if region.is_outdated() => sentences.push(outdated(&path, &region, language)),
        Ok(region) => drop(region.put_in_use()),
        Err(faults) => {
            let what = faults.join("\n");
            sentences.push(ta(language, "region-faults", &[("path", (&path).into()), ("what", what.into())]));
        }
    }
    sentences
}

/// Keeps a copy of the region of this file, with the map beside it, next to the settings and puts it in use. It takes the
/// place of whatever region was there. Gives a sentence that says what was replaced by what.
///
/// # Errors
/// One sentence a problem; nothing has changed then.
pub fn replace(config: &Path, file: &Path, language: Language) -> Result<String, Vec<String>> {
    let found = read(file, language)?;
    if found.region.is_outdated() {
        return Err(vec![outdated(&shown(file), &found.region, language)]);
    }
    keep(config, &found, language).map_err(|sentence| vec![sentence])?;
    let before = named(Region::in_use(), language);
    let after = named(found.region.put_in_use(), language);
    Ok(ta(language, "region-replaced", &[("before", before.into()), ("after", after.into())]))
}

/// Takes the copy beside the settings away and goes back to the program's own region. Gives a sentence that says so.
///
/// # Errors
/// One sentence; nothing has changed then.
pub fn remove(config: &Path, language: Language) -> Result<String, String> {
    for folder in folders(config) {
        take_away(&folder).map_err(|error| unwritable(&folder, &error, language))?;
    }
    let before = named(Region::in_use(), language);
    Region::use_shipped();
    let after = named(Region::shipped(), language);
    Ok(ta(language, "region-replaced", &[("before", before.into()), ("after", after.into())]))
}

/// A region with the bytes it was read from.
struct Found {
    region: Region,
    json: Vec<u8>,
    map: Vec<u8>,
}

fn read(file: &Path, language: Language) -> Result<Found, Vec<String>> {
    let bytes = |path: &Path| files::read(path, language).map_err(|sentence| vec![sentence]);
    let json = bytes(file)?;
    let map = bytes(&file.with_file_name(MAP))?;
    // A notice says in which of the two files it is.
    let folder = shown(file.parent().unwrap_or(file));
    let named = |notices: Vec<Notice>| notices.iter().map(|n| format!("{folder}: {n}")).collect::<Vec<_>>();
    let region = Region::from_json(&json, &map).map_err(named)?;
    Ok(Found { region, json, map })
}

/// The folders of regions beside the settings, sorted; hidden ones are copies under way.
fn folders(config: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(config.join(FOLDER)) else { return Vec::new() };
    let mut folders: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    folders.retain(|path| path.is_dir() && !path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.')));
    folders.sort();
    folders
}

/// Writes both files into a new folder, which then takes the region's name, so that there is never one file of each of
/// two editions.
fn keep(config: &Path, found: &Found, language: Language) -> Result<(), String> {
    let regions = config.join(FOLDER);
    files::make_folder(&regions, language)?;
    let target = regions.join(&found.region.id);
    let failed = |error: &std::io::Error| unwritable(&target, error, language);
    let new = tempfile::Builder::new().prefix(".new-").tempdir_in(&regions).map_err(|e| failed(&e))?;
    files::write(&new.path().join(REGION), &found.json, language)?;
    files::write(&new.path().join(MAP), &found.map, language)?;
    // Whatever is there makes room, and comes back where the new one cannot take its place.
    let old = tempfile::Builder::new().prefix(".old-").tempdir_in(&regions).map_err(|e| failed(&e))?;
    let mut moved = Vec::new();
    let mut swap = || {
        for folder in folders(config) {
            let aside = old.path().join(folder.file_name().unwrap_or_default());
            fs::rename(&folder, &aside)?;
            moved.push((aside, folder));
        }
        fs::rename(new.path(), &target)
    };
    let swapped = swap();
    if let Err(error) = swapped {
        for (aside, folder) in moved {
            // Where this fails too the program's own region is used, and the sentence below says why.
            let _ = fs::rename(aside, folder);
        }
        return Err(failed(&error));
    }
    // The folder has another name now; there is nothing left to clean up.
    drop(new.keep());
    Ok(())
}

/// Removes a region's folder: out of sight at once, whatever is in it.
fn take_away(folder: &Path) -> std::io::Result<()> {
    let parent = folder.parent().unwrap_or(Path::new("."));
    let old = tempfile::Builder::new().prefix(".old-").tempdir_in(parent)?;
    fs::rename(folder, old.path().join("region"))
}

/// «Lombardia, edizione del 23 novembre 2026».
fn named(region: &Region, language: Language) -> String {
    let places = [("region", region.name.get(language).into()), ("date", date(language, region.edition).into())];
    ta(language, "region-named", &places)
}

fn outdated(path: &str, region: &Region, language: Language) -> String {
    let own = Region::shipped().edition;
    let places =
        [("path", path.into()), ("date", date(language, region.edition).into()), ("own", date(language, own).into())];
    ta(language, "region-outdated", &places)
}

fn unwritable(path: &Path, error: &std::io::Error, language: Language) -> String {
    ta(language, "io-unwritable", &[("path", shown(path).into()), ("what", error.kind().to_string().into())])
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
