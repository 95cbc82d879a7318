//! The command line program; everything it does is in [`orienta::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    orienta::cli::run()
}
