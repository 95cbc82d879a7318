//! Assessments opened by double click on Linux: the file type, the program and its icons, put where the desktop of this
//! user finds them. Packages for the whole system install the same files from `assets/linux`.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use include_dir::{Dir, include_dir};

use crate::portfolio::files;
use crate::text::{Language, t, ta};

/// Desktop entry of the program; its `Exec` line is for a program on the path.
pub const DESKTOP: &str = include_str!("../../../assets/linux/orienta.desktop");
/// The file type for the shared MIME database.
pub const MIME: &str = include_str!("../../../assets/linux/orienta-mime.xml");
/// The icons in the folders of the hicolor theme, as [`super::super::emblem`] draws them.
static ICONS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets/linux/icons");

/// Programs that make the desktop read what has been installed, with the folder each wants and the package it is in.
const TOOLS: [(&str, &str, &str); 2] = [
    ("update-mime-database", "mime", "shared-mime-info"),
    ("update-desktop-database", "applications", "desktop-file-utils"),
];

/// Registers the program at `program` in the user's data folder (`$XDG_DATA_HOME`): says what was done.
///
/// # Errors
/// One sentence: what is missing or could not be written, and what to do. Registering again does no harm.
pub fn register(data: &Path, program: &Path, language: Language) -> Result<String, String> {
    let exec = program.to_str().and_then(exec);
    let shown = |path: &Path| path.display().to_string();
    let exec = exec.ok_or_else(|| ta(language, "register-path", &[("path", shown(program).into())]))?;
    let entry: String = DESKTOP
        .lines()
        .map(|line| if line.starts_with("Exec=") { format!("Exec={exec} %f\n") } else { format!("{line}\n") })
        .collect();
    let put = |path: &Path, bytes: &[u8]| {
        let path = data.join(path);
        files::make_folder(path.parent().unwrap_or(data), language)?;
        files::write(&path, bytes, language)
    };
    put(Path::new("applications/orienta.desktop"), entry.as_bytes())?;
    put(Path::new("mime/packages/orienta-mime.xml"), MIME.as_bytes())?;
    for icon in icons() {
        put(&Path::new("icons").join(icon.0), icon.1)?;
    }
    for (tool, folder, package) in TOOLS {
        let mut command = Command::new(tool);
        let run = command.arg(data.join(folder)).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        if !run.status().is_ok_and(|status| status.success()) {
            return Err(ta(language, "register-tool", &[("tool", tool.into()), ("package", package.into())]));
        }
    }
    // Lets a file manager that is running notice new icons; where it cannot, they come with the next session.
    let _ = fs::File::open(data.join("icons/hicolor")).and_then(|f| f.set_modified(std::time::SystemTime::now()));
    Ok(t(language, "register-done"))
}

/// The icons: path below the folder of icon themes, and content.
#[must_use]
pub fn icons() -> Vec<(&'static Path, &'static [u8])> {
    fn collect(dir: &'static Dir<'static>, out: &mut Vec<(&'static Path, &'static [u8])>) {
        out.extend(dir.files().map(|file| (file.path(), file.contents())));
        dir.dirs().for_each(|inner| collect(inner, out));
    }
    let mut all = Vec::new();
    collect(&ICONS, &mut all);
    all
}

/// A program's path as the first word of an `Exec` line: quoted, and escaped once as a quoted word and once as a string of
/// a desktop entry. None where the format has no way to write it.
fn exec(program: &str) -> Option<String> {
    // «The name or path of the executable program may not contain the equal sign», says the Desktop Entry Specification.
    if program.contains('=') || program.chars().any(char::is_control) {
        return None;
    }
    let mut word = String::new();
    for c in program.chars() {
        match c {
            '"' | '`' | '$' => word.extend(["\\\\", &c.to_string()]),
            '\\' => word.push_str("\\\\\\\\"),
            // A lone per cent sign begins a field code.
            '%' => word.push_str("%%"),
            _ => word.push(c),
        }
    }
    Some(format!("\"{word}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_quoted_as_desktop_entries_want() {
        for (path, written) in [
            ("/usr/bin/orienta", r#""/usr/bin/orienta""#),
            ("/home/ada/I miei programmi/orienta", r#""/home/ada/I miei programmi/orienta""#),
            ("/a\"b", r#""/a\\"b""#),
            ("/a$b`c", r#""/a\\$b\\`c""#),
            (r"/a\b", r#""/a\\\\b""#),
            ("/100%/orienta", r#""/100%%/orienta""#),
            ("/è/orienta", r#""/è/orienta""#),
        ] {
            assert_eq!(exec(path).as_deref(), Some(written), "{path}");
        }
        for path in ["/a=b/orienta", "/a\nb/orienta", "/a\tb"] {
            assert_eq!(exec(path), None, "{path:?}");
        }
    }

    #[test]
    fn the_entry_names_this_program_and_the_type_of_the_mime_file() {
        let data = tempfile::tempdir().unwrap();
        // Whether the desktop's tools are there or not, the files are put in place first.
        let _ = register(data.path(), Path::new("/opt/mio programma/orienta"), Language::IT);
        let entry = fs::read_to_string(data.path().join("applications/orienta.desktop")).unwrap();
        let exec: Vec<&str> = entry.lines().filter(|l| l.starts_with("Exec=")).collect();
        assert_eq!(exec, [r#"Exec="/opt/mio programma/orienta" %f"#]);
        let kind = entry.lines().find_map(|l| l.strip_prefix("MimeType=")).unwrap().trim_end_matches(';');
        let mime = fs::read_to_string(data.path().join("mime/packages/orienta-mime.xml")).unwrap();
        assert!(mime.contains(&format!("type=\"{kind}\"")), "{kind}");
        assert!(mime.contains(&format!("pattern=\"*.{}\"", crate::assessment::file::EXTENSION)));
        for (path, bytes) in icons() {
            assert_eq!(fs::read(data.path().join("icons").join(path)).unwrap(), bytes, "{}", path.display());
        }
    }

    #[test]
    fn what_cannot_be_written_is_one_sentence() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let sentence = register(&file, Path::new("/usr/bin/orienta"), Language::IT).unwrap_err();
        assert!(sentence.contains("applications"), "{sentence}");
        let sentence = register(folder.path(), Path::new("/a=b"), Language::IT).unwrap_err();
        assert!(sentence.contains("/a=b"), "{sentence}");
    }
}
