//! The import rule: a folder imports only from folders above it in the list, and each crate of the outside world is known
//! only where it belongs (ARCHITECTURE.md).
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::fs;
use std::path::{Path, PathBuf};

/// Modules in the order of `src/lib.rs`.
const ORDER: [&str; 15] = [
    "notice",
    "text",
    "style",
    "pack",
    "assessment",
    "scoring",
    "matching",
    "roadmap",
    "report",
    "pipeline",
    "export",
    "portfolio",
    "app",
    "cli",
    "ui",
];

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// Every source file with its top module and its lines of code: no comments.
fn files() -> Vec<(PathBuf, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix(&root).unwrap();
            let top = inside.components().next().unwrap().as_os_str().to_string_lossy();
            let module = top.strip_suffix(".rs").unwrap_or(&top).to_owned();
            let code: Vec<String> = fs::read_to_string(&path)
                .unwrap()
                .lines()
                .filter(|l| !l.trim_start().starts_with("//"))
                .map(str::to_owned)
                .collect();
            (path, module, code.join("\n"))
        })
        .collect()
}

#[test]
fn the_list_is_that_of_the_library() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let listed: Vec<&str> = lib.lines().filter_map(|l| l.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(listed, ORDER);
}

#[test]
fn folders_import_only_from_folders_above_them() {
    let mut seen = 0;
    for (path, module, code) in files() {
        let Some(own) = ORDER.iter().position(|m| *m == module) else { continue };
        for (at, _) in code.match_indices("crate::") {
            let rest = &code[at + "crate::".len()..];
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let Some(used) = ORDER.iter().position(|m| *m == name) else { continue };
            seen += 1;
            assert!(used <= own, "{} uses crate::{name}, which stands below {module}", path.display());
        }
    }
    assert!(seen > 100, "the imports are found");
}

#[test]
fn outside_crates_are_known_only_where_they_belong() {
    let rules: [(&str, &[&str]); 16] = [
        ("egui", &["src/ui"]),
        ("eframe", &["src/ui"]),
        ("rfd", &["src/ui/services"]),
        ("zbus", &["src/ui/services"]),
        ("hayro", &["src/ui/services"]),
        ("printpdf", &["src/export/pdf"]),
        ("lopdf", &["src/export/pdf"]),
        ("resvg", &["src/export"]),
        ("rust_xlsxwriter", &["src/export/xlsx.rs"]),
        ("docx_rs", &["src/export/docx.rs"]),
        ("ZipWriter", &["src/export/docx.rs"]),
        ("icalendar", &["src/export/ics.rs"]),
        ("clap", &["src/cli"]),
        ("std::fs", &["src/portfolio", "src/cli", "src/ui/services"]),
        // Those of the PDF end before its function does.
        ("std::thread", &["src/portfolio", "src/cli", "src/ui/services", "src/export/pdf/finish.rs"]),
        ("ZonedDateTime::now", &["src/cli", "src/ui"]),
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (path, _, code) in files() {
        let inside = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        for (name, homes) in rules {
            let used = code.match_indices(name).any(|(at, _)| {
                let before = code[..at].chars().next_back();
                let after = code[at + name.len()..].chars().next();
                !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '"')
                    && !after.is_some_and(|c| c.is_alphanumeric() || c == '_')
            });
            assert!(!used || homes.iter().any(|h| inside.starts_with(h)), "{inside} knows {name}");
        }
    }
}
