//! Reading and writing files, for window and command line alike: every failure is one sentence with the file's name.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::packs;
use crate::assessment::file::{self, LARGEST, OpenError, Opened};
use crate::export::pdf::{self, CarriedError, LARGEST_FILE};
use crate::pack::find;
use crate::text::{Language, ta};

/// Reads a file of at most [`LARGEST`] bytes, or a PDF of at most [`LARGEST_FILE`].
///
/// # Errors
/// One sentence: which file, what is wrong, what to do.
pub fn read(path: &Path, language: Language) -> Result<Vec<u8>, String> {
    let failed = |error: &std::io::Error| unreadable(path, error, language);
    let handle = fs::File::open(path).map_err(|e| failed(&e))?;
    let meta = handle.metadata().map_err(|e| failed(&e))?;
    if meta.is_dir() {
        return Err(ta(language, "io-is-folder", &[("path", shown(path).into())]));
    }
    let mut bytes = Vec::new();
    (&handle).take(FIRST).read_to_end(&mut bytes).map_err(|e| failed(&e))?;
    let is_pdf = pdf::is_pdf(&bytes);
    let limit = if is_pdf { LARGEST_FILE } else { LARGEST };
    let too_large = |bytes| {
        let sentence = if is_pdf {
            CarriedError::TooLarge.sentence(language)
        } else {
            OpenError::TooLarge(bytes).sentence(language)
        };
        format!("{}: {sentence}", shown(path))
    };
    if meta.len() > limit {
        return Err(too_large(meta.len()));
    }
    // Pipes and devices have no length beforehand.
    handle.take(limit + 1 - bytes.len() as u64).read_to_end(&mut bytes).map_err(|e| failed(&e))?;
    if bytes.len() as u64 > limit { Err(too_large(bytes.len() as u64)) } else { Ok(bytes) }
}

/// Bytes by which a kind of file is known.
const FIRST: u64 = 8;

/// Opens an assessment, from its own file or from a report that carries it.
///
/// # Errors
/// One sentence a problem: which file, where in it, what is wrong, what to do.
pub fn open(path: &Path, language: Language) -> Result<Opened<'static>, Vec<String>> {
    let named = |sentence: String| format!("{}: {sentence}", shown(path));
    let bytes = read(path, language).map_err(|sentence| vec![sentence])?;
    let bytes = pdf::assessment_in(&bytes).map_err(|error| vec![named(error.sentence(language))])?;
    packs::install_beside(path, language);
    file::open(&bytes, find, language).map_err(|e| e.sentences(language).into_iter().map(named).collect())
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
///
/// # Errors
/// One sentence; what was there before stays.
pub fn write(path: &Path, bytes: &[u8], language: Language) -> Result<(), String> {
    let failed = |error: std::io::Error| {
        ta(language, "io-unwritable", &[("path", shown(path).into()), ("what", error.kind().to_string().into())])
    };
    if path.is_dir() {
        return Err(ta(language, "io-target-is-folder", &[("path", shown(path).into())]));
    }
    // A link is followed, so that it stays one.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let before = std::fs::metadata(&target).ok().map(|meta| meta.permissions());
    if before.as_ref().is_some_and(std::fs::Permissions::readonly) {
        return Err(ta(language, "io-read-only", &[("path", shown(path).into())]));
    }
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".orienta-");
    // A temporary file is its owner's alone; this one becomes a document, with the permissions documents have here.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut temporary = builder.tempfile_in(folder).map_err(failed)?;
    temporary.write_all(bytes).and_then(|()| temporary.as_file().sync_all()).map_err(failed)?;
    if let Some(permissions) = before {
        temporary.as_file().set_permissions(permissions).map_err(failed)?;
    }
    temporary.persist(&target).map_err(|e| failed(e.error))?;
    Ok(())
}

/// Makes a folder where there is none.
///
/// # Errors
/// One sentence.
pub fn make_folder(path: &Path, language: Language) -> Result<(), String> {
    fs::create_dir_all(path).map_err(|error| {
        ta(language, "io-no-folder", &[("path", shown(path).into()), ("what", error.to_string().into())])
    })
}

/// A path in a folder that no file has yet: `name`, else `name (2)` and so on, so that nothing is overwritten.
#[must_use]
pub fn free_path(folder: &Path, name: &str) -> PathBuf {
    free(&folder.join(name))
}

/// A path that no file has yet: this one, else with ` (2)` and so on before its ending.
#[must_use]
pub fn free(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    const ENDINGS: [&str; 7] = [".pdf", ".txt", ".ics", ".docx", ".xlsx", ".csv", ".json"];
    let own = [format!(".{}", file::EXTENSION)];
    let endings = own.into_iter().chain(ENDINGS.map(str::to_owned));
    let ending = endings.into_iter().find(|e| name.ends_with(e.as_str()));
    let ending = ending.unwrap_or_default();
    let stem = &name[..name.len() - ending.len()];
    std::iter::once(path.to_path_buf())
        .chain((2..).map(|n| path.with_file_name(format!("{stem} ({n}){ending}"))))
        .find(|p| !p.exists())
        .unwrap_or_else(|| path.to_path_buf())
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

    use super::*;

    #[test]
    fn a_second_file_keeps_its_ending() {
        let folder = tempfile::tempdir().unwrap();
        for (name, second) in [
            ("Ditta.orienta.json", "Ditta (2).orienta.json"),
            ("Ditta S.r.l - report.pdf", "Ditta S.r.l - report (2).pdf"),
            ("Ditta - piano.ics", "Ditta - piano (2).ics"),
            ("Ditta - spiegazioni.txt", "Ditta - spiegazioni (2).txt"),
            ("Ditta - cifre.xlsx", "Ditta - cifre (2).xlsx"),
            ("Ditta S.r.l - grafici", "Ditta S.r.l - grafici (2)"),
        ] {
            let path = folder.path().join(name);
            assert_eq!(free(&path), path);
            fs::write(&path, "x").unwrap();
            assert_eq!(free(&path), folder.path().join(second));
        }
    }
}
