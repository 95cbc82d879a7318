//! Reading and writing for the command line: every failure becomes one sentence with the file's name.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::{Failure, shown};
use crate::assessment::Assessment;
use crate::assessment::file::{self, LARGEST, OpenError};
use crate::pack::{Pack, shipped};
use crate::text::{Language, ta};

/// Reads a file of at most [`LARGEST`] bytes.
pub(super) fn read(path: &Path, language: Language) -> Result<Vec<u8>, Failure> {
    let failed = |error: &std::io::Error| Failure::from(unreadable(path, error, language));
    let handle = fs::File::open(path).map_err(|e| failed(&e))?;
    let meta = handle.metadata().map_err(|e| failed(&e))?;
    if meta.is_dir() {
        return Err(ta(language, "io-is-folder", &[("path", shown(path).into())]).into());
    }
    let too_large = |bytes| Failure::from(format!("{}: {}", shown(path), OpenError::TooLarge(bytes).sentence(language)));
    if meta.len() > LARGEST {
        return Err(too_large(meta.len()));
    }
    let mut bytes = Vec::new();
    // Pipes and devices have no length beforehand.
    handle.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|e| failed(&e))?;
    if bytes.len() as u64 > LARGEST { Err(too_large(bytes.len() as u64)) } else { Ok(bytes) }
}

/// Opens an assessment.
pub(super) fn open(path: &Path, language: Language) -> Result<(Assessment, &'static Pack), Failure> {
    let bytes = read(path, language)?;
    file::open(&bytes, |id| shipped().get(id), language)
        .map_err(|e| format!("{}: {}", shown(path), e.sentence(language)).into())
}

fn unreadable(path: &Path, error: &std::io::Error, language: Language) -> String {
    let key = match error.kind() {
        std::io::ErrorKind::NotFound => "io-not-found",
        std::io::ErrorKind::PermissionDenied => "io-no-permission",
        _ => "io-unreadable",
    };
    ta(language, key, &[("path", shown(path).into()), ("what", error.to_string().into())])
}

/// Writes a file whole or not at all: into a temporary file beside it first, which then takes its name.
pub(super) fn write(path: &Path, bytes: &[u8], language: Language) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        Failure::from(ta(
            language,
            "io-unwritable",
            &[("path", shown(path).into()), ("what", error.to_string().into())],
        ))
    };
    if path.is_dir() {
        return Err(ta(language, "io-target-is-folder", &[("path", shown(path).into())]).into());
    }
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut temporary = tempfile::Builder::new().prefix(".orienta-").tempfile_in(folder).map_err(failed)?;
    temporary.write_all(bytes).and_then(|()| temporary.as_file().sync_all()).map_err(failed)?;
    temporary.persist(path).map_err(|e| failed(e.error))?;
    Ok(())
}

/// Makes a folder where there is none.
pub(super) fn make_folder(path: &Path, language: Language) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|error| {
        ta(language, "io-no-folder", &[("path", shown(path).into()), ("what", error.to_string().into())]).into()
    })
}

/// A path in a folder that no file has yet: `name`, else `name (2)` and so on, so that nothing is overwritten.
pub(super) fn free_path(folder: &Path, name: &str) -> PathBuf {
    let stem = name.strip_suffix(&format!(".{}", file::EXTENSION)).unwrap_or(name);
    let first = folder.join(name);
    if !first.exists() {
        return first;
    }
    (2..)
        .map(|n| folder.join(format!("{stem} ({n}).{}", file::EXTENSION)))
        .find(|p| !p.exists())
        .unwrap_or(first)
}
