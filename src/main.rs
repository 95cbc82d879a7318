//! The window program.

use std::process::ExitCode;

#[cfg(feature = "gui")]
fn main() -> ExitCode {
    orienta::ui::start()
}

#[cfg(not(feature = "gui"))]
fn main() -> ExitCode {
    use std::io::Write as _;

    let _ = writeln!(
        std::io::stderr(),
        "orienta: this build has no window; use orienta-cli, or build with the default features."
    );
    ExitCode::FAILURE
}
