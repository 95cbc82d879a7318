//! Whether the desktop will show a file dialog, and what its stand-in needs to know of the disk.
//!
//! On Linux rfd asks the desktop portal and then zenity; where neither answers it says the same as when the user cancels,
//! so one has to know beforehand.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::app::picker::{Entry, Listing, Place};
use crate::text::{Language, ta};

/// Whether a file dialog will come up. Takes up to a few seconds where the desktop is slow: not for the window's thread.
#[cfg(not(target_os = "linux"))]
#[must_use]
pub fn answered() -> bool {
    true
}

/// Whether a file dialog will come up. Takes up to a few seconds where the desktop is slow: not for the window's thread.
#[cfg(target_os = "linux")]
#[must_use]
pub fn answered() -> bool {
    on_path("zenity", std::env::var_os("PATH").as_deref()) || super::portal::shows_file_dialogs()
}

/// Whether a program of this name is in one of the folders.
#[cfg(target_os = "linux")]
fn on_path(program: &str, folders: Option<&std::ffi::OsStr>) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    let runs = |path: PathBuf| fs::metadata(path).is_ok_and(|m| m.is_file() && m.permissions().mode() & 0o111 != 0);
    folders.is_some_and(|folders| std::env::split_paths(folders).any(|folder| runs(folder.join(program))))
}

/// The folders one click away in the window's own picker.
#[must_use]
pub fn places(orienta: &Path) -> Vec<(Place, PathBuf)> {
    let user = directories::UserDirs::new();
    let home = user.as_ref().map(|d| (Place::Home, d.home_dir().to_path_buf()));
    let documents = user.as_ref().and_then(|d| Some((Place::Documents, d.document_dir()?.to_path_buf())));
    home.into_iter().chain(documents).chain([(Place::Orienta, orienta.to_path_buf())]).collect()
}

/// What there is at a path.
#[must_use]
pub fn look(path: &Path, language: Language) -> Listing {
    let entries = match fs::metadata(path) {
        Ok(meta) if !meta.is_dir() => return Listing::File,
        Ok(_) => fs::read_dir(path),
        Err(error) => Err(error),
    };
    match entries {
        Ok(entries) => Listing::Folder(
            entries
                .flatten()
                .map(|entry| entry.path())
                // A link is what it leads to.
                .map(|path| Entry { folder: fs::metadata(&path).is_ok_and(|m| m.is_dir()), path })
                .collect(),
        ),
        Err(error) if error.kind() == ErrorKind::NotFound => Listing::Nothing,
        Err(error) => {
            let path = path.display().to_string();
            let what = error.kind().to_string();
            Listing::Unreadable(ta(language, "picker-unreadable", &[("path", path.into()), ("what", what.into())]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_folder_a_file_nothing_or_unreadable() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.orienta.json");
        fs::write(&file, "{}").unwrap();
        fs::create_dir(folder.path().join("b")).unwrap();
        let Listing::Folder(mut entries) = look(folder.path(), Language::IT) else { panic!("a folder") };
        entries.sort_by_key(Entry::name);
        let seen: Vec<_> = entries.iter().map(|e| (e.name(), e.folder)).collect();
        assert_eq!(seen, [("a.orienta.json".to_owned(), false), ("b".to_owned(), true)]);
        assert_eq!(look(&file, Language::IT), Listing::File);
        assert_eq!(look(&folder.path().join("c"), Language::IT), Listing::Nothing);
        let Listing::Unreadable(sentence) = look(&file.join("d"), Language::IT) else { panic!("a file is no folder") };
        assert!(sentence.contains("a.orienta.json"), "{sentence}");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_program_is_looked_for_as_the_shell_does() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = std::env::join_paths(["/nowhere".as_ref(), folder.path()]).unwrap();
        assert!(!on_path("zenity", Some(&path)));
        let program = folder.path().join("zenity");
        fs::write(&program, "").unwrap();
        assert!(!on_path("zenity", Some(&path)), "a file that cannot be run");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        assert!(on_path("zenity", Some(&path)));
        assert!(!on_path("zenity", None));
    }
}
