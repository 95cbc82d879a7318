//! What the window does on Linux desktops, from the command line, for `.ci/desktop`:
//!
//! - `desktop register FOLDER PROGRAM` registers PROGRAM in the data folder FOLDER as the one that opens assessments;
//! - `desktop dialogs` says whether the desktop has file dialogs.

use std::process::ExitCode;

#[cfg(target_os = "linux")]
fn main() -> ExitCode {
    use std::io::Write as _;
    use std::path::Path;

    use orienta::text::Language;
    use orienta::ui::services::{dialogs, file_type};

    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let said = match words.as_slice() {
        ["register", data, program] => file_type::register(Path::new(data), Path::new(program), Language::of_system()),
        ["dialogs"] => Ok(if dialogs::answered() { "dialogs" } else { "none" }.to_owned()),
        _ => Err("desktop register FOLDER PROGRAM | desktop dialogs".to_owned()),
    };
    let (sentence, code) = match said {
        Ok(sentence) => (sentence, ExitCode::SUCCESS),
        Err(sentence) => (sentence, ExitCode::FAILURE),
    };
    // Nobody listens where standard output is closed.
    let _ = writeln!(std::io::stdout(), "{sentence}");
    code
}

#[cfg(not(target_os = "linux"))]
fn main() -> ExitCode {
    ExitCode::FAILURE
}
