//! One window a file: while an assessment is open, a lock on a file of its own says so to other windows of this user.
//!
//! The lock is the system's (`flock` or its like): it ends with the program however that ends, so a crash blocks nobody.
//! It cannot be on the assessment itself, which is replaced by another file at each save. Where locking is not possible,
//! everything goes on without.

use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

/// The files this window has open.
#[derive(Debug, Default)]
pub(super) struct Locks {
    /// Where the lock files are; none where there is no such place.
    folder: Option<PathBuf>,
    /// Paths as they were given, each with the name of its lock: by the time it is given up the file may be gone. Two
    /// paths may lead to one file.
    held: Vec<(PathBuf, String)>,
    locks: BTreeMap<String, File>,
}

impl Locks {
    /// Locks kept in a folder that all windows of this user share.
    #[must_use]
    pub(super) fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, ..Self::default() }
    }

    /// Locks in the user's runtime folder, which is emptied when the session ends; else in the cache.
    #[must_use]
    pub(super) fn of_user() -> Self {
        let dirs = directories::ProjectDirs::from("", "", "Orienta");
        Self::new(dirs.map(|d| d.runtime_dir().unwrap_or_else(|| d.cache_dir()).join("open")))
    }

    /// Takes a file, once more where it is held already; false where another window has it. Each taking wants one
    /// [`Locks::give_up`].
    pub(super) fn take(&mut self, path: &Path) -> bool {
        let name = name(path);
        if !self.locks.contains_key(&name)
            && let Some(file) = self.open(&name)
        {
            match file.try_lock() {
                Ok(()) => drop(self.locks.insert(name.clone(), file)),
                Err(TryLockError::WouldBlock) => return false,
                // A file system without locks.
                Err(TryLockError::Error(_)) => {}
            }
        }
        self.held.push((path.to_path_buf(), name));
        true
    }

    /// Gives a file up that was taken under this path.
    pub(super) fn give_up(&mut self, path: &Path) {
        let Some(at) = self.held.iter().position(|(held, _)| held == path) else { return };
        let (_, name) = self.held.remove(at);
        if !self.held.iter().any(|(_, other)| *other == name) {
            // The lock ends with its file; the empty file stays, for removing it could pull it from under another window.
            self.locks.remove(&name);
        }
    }

    fn open(&self, name: &str) -> Option<File> {
        let folder = self.folder.as_deref()?;
        fs::create_dir_all(folder).ok()?;
        File::options().create(true).truncate(false).write(true).open(folder.join(name)).ok()
    }
}

/// Name of the lock of a file, the same for every path that leads to it.
fn name(path: &Path) -> String {
    let whole = path.canonicalize().or_else(|_| {
        // A file about to be made has a folder already.
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        folder.canonicalize().map(|folder| folder.join(path.file_name().unwrap_or_default()))
    });
    let whole = whole.unwrap_or_else(|_| path.to_path_buf());
    let hash = Sha256::digest(whole.as_os_str().as_encoded_bytes());
    crate::text::hexadecimal(&hash[..16]) + ".lock"
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::process::{Command, Stdio};

    use super::*;

    struct Desk {
        folder: tempfile::TempDir,
        file: PathBuf,
    }

    fn desk() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.orienta.json");
        fs::write(&file, "{}").unwrap();
        Desk { folder, file }
    }

    impl Desk {
        fn window(&self) -> Locks {
            Locks::new(Some(self.folder.path().join("locks")))
        }
    }

    #[test]
    fn a_file_open_in_one_window_is_refused_to_the_next_until_it_is_given_up() {
        let desk = desk();
        let (mut one, mut two) = (desk.window(), desk.window());
        assert!(one.take(&desk.file));
        assert!(!two.take(&desk.file));
        assert!(two.take(&desk.folder.path().join("b.orienta.json")), "another file is free");
        two.give_up(&desk.file);
        assert!(!two.take(&desk.file), "what one does not have one cannot give up");
        one.give_up(&desk.file);
        assert!(two.take(&desk.file));
        drop(two);
        assert!(one.take(&desk.file), "a window that is gone holds nothing");
    }

    #[test]
    fn a_file_opened_twice_in_one_window_is_held_until_both_are_given_up() {
        let desk = desk();
        let (mut one, mut two) = (desk.window(), desk.window());
        let around = desk.folder.path().join("locks/../a.orienta.json");
        assert!(one.take(&desk.file));
        assert!(one.take(&around), "the same file on another way");
        one.give_up(&desk.file);
        assert!(!two.take(&desk.file));
        // The file may be gone by then.
        fs::remove_file(&desk.file).unwrap();
        one.give_up(&around);
        assert!(two.take(&desk.file));
    }

    #[test]
    fn a_save_that_replaces_the_file_keeps_the_lock() {
        let desk = desk();
        let (mut one, mut two) = (desk.window(), desk.window());
        assert!(one.take(&desk.file));
        crate::portfolio::files::write(&desk.file, b"{ }", crate::text::Language::EN).unwrap();
        assert!(!two.take(&desk.file));
    }

    #[test]
    fn without_a_place_for_locks_work_goes_on() {
        let desk = desk();
        for folder in [None, Some(desk.file.join("no folder"))] {
            let (mut one, mut two) = (Locks::new(folder.clone()), Locks::new(folder));
            assert!(one.take(&desk.file) && two.take(&desk.file));
            one.give_up(&desk.file);
        }
    }

    /// Names the file for the other program of the test below.
    const TO_HOLD: &str = "ORIENTA_TEST_HOLD";

    /// Not a test of its own: the other program of the test below.
    #[test]
    fn another_program() {
        let Some(file) = std::env::var_os(TO_HOLD).map(PathBuf::from) else { return };
        let mut locks = Locks::new(Some(file.parent().unwrap().join("locks")));
        assert!(locks.take(&file));
        println!("held");
        std::io::stdout().flush().unwrap();
        // Until it is killed.
        std::io::stdin().read_line(&mut String::new()).unwrap();
    }

    #[test]
    fn a_program_that_was_killed_blocks_nobody() {
        let desk = desk();
        let mut other = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "ui::services::locks::tests::another_program", "--nocapture"])
            .env(TO_HOLD, &desk.file)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(other.stdout.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().contains("held")), "the other program has the file");
        let mut here = desk.window();
        assert!(!here.take(&desk.file));
        other.kill().unwrap();
        other.wait().unwrap();
        assert!(here.take(&desk.file));
    }
}
