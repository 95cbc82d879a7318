//! The command line: the seam for other programs (`orienta-cli --help`).
//!
//! Standard output carries only the result, messages go to standard error. Exit code 0 done, 1 the input is at fault, 2
//! wrong usage.

mod check;
mod items;
mod plan;
mod print;

use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::assessment::file::{Opened, file_name};
use crate::assessment::import;
use crate::export;
use crate::export::pdf::CarriedError;
use crate::pack::ateco::Ateco;
use crate::pack::measures::Catalogue;
use crate::pack::region::Region;
use crate::pack::{Mode, Pack, find, orientamento, shipped};
use crate::pipeline::{Evaluation, evaluate};
use crate::portfolio::{brands, files, languages, packs, regions};
use crate::report::{Edition, explain};
use crate::text::{Language, t, ta};

/// Assess the digital and technological maturity of a company, without a window.
#[derive(Debug, Parser)]
#[command(name = "orienta-cli", version, about)]
struct Args {
    /// Language of texts and messages: it, en or one of your own (default: the system's, else it)
    #[arg(long, global = true, value_parser = language)]
    lang: Option<Language>,
    /// Folder of a region (region.json and ateco_map.csv) to use in the place of the program's own
    #[arg(long, global = true, value_name = "FOLDER")]
    region: Option<PathBuf>,
    /// Say nothing but errors on standard error
    #[arg(long, global = true)]
    quiet: bool,
    #[command(subcommand)]
    command: Command,
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| {
        let known: Vec<&str> = Language::all().iter().map(|l| l.code()).collect();
        format!("known languages are {}", known.join(", "))
    })
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Validate questionnaires, regions, catalogues of measures, languages and assessment files; lists all problems
    Check {
        /// Assessment files, or folders of questionnaires, regions, catalogues or languages
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// List the items of a questionnaire, or the header a CSV import needs
    Items {
        /// Questionnaire pack: its id, or its folder
        #[arg(long, default_value = "orientamento")]
        pack: String,
        /// Only the items of this mode
        #[arg(long)]
        mode: Option<ModeArg>,
        /// Only the items asked of this sector family
        #[arg(long)]
        sector: Option<String>,
        /// Form
        #[arg(long)]
        to: ItemsForm,
        /// File to write (default: standard output); a PDF needs one
        #[arg(long, required_if_eq("to", "pdf"))]
        out: Option<PathBuf>,
        /// Day written into a PDF's metadata (default: today)
        #[arg(long)]
        date: Option<Date>,
    },
    /// Turn a table, one row a company, into assessment files
    Import {
        /// Table
        answers: PathBuf,
        /// Questionnaire it answers: its id, or its folder
        #[arg(long, default_value = "orientamento")]
        pack: String,
        /// Folder for the files
        #[arg(long)]
        out: PathBuf,
    },
    /// Compute the figures of an assessment
    Score {
        /// Assessment file, or a report that carries one
        file: PathBuf,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Explain one figure: the answers, weights, formula and rule behind it
    Explain {
        /// Assessment file, or a report that carries one
        file: PathBuf,
        /// Which figure, e.g. total, D2, A4, dii_v3, dmat, uncertainty; an unknown one lists them all
        id: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Find the doors to knock at
    Match {
        /// Assessment file, or a report that carries one
        file: PathBuf,
        /// As JSON
        #[arg(long)]
        json: bool,
        /// Day that counts as today (default: today)
        #[arg(long)]
        date: Option<Date>,
    },
    /// Choose the measures that bring most for a budget
    Plan {
        /// Assessment file, or a report that carries one
        file: PathBuf,
        #[command(flatten)]
        purse: plan::Args,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Write the PDF report
    Report {
        /// Assessment file, or a report that carries one
        file: PathBuf,
        /// PDF to write
        #[arg(long)]
        pdf: PathBuf,
        /// Date printed on it, which also decides which offers are current (default: today)
        #[arg(long)]
        date: Option<Date>,
        /// Brand in whose name it goes out
        #[arg(long)]
        brand: Option<PathBuf>,
        /// For sharing: no data inside, and no chapter of answers or notes unless the file has chosen it
        #[arg(long)]
        without_data: bool,
    },
    /// Get the assessment out of a report that carries it
    Open {
        /// PDF report
        report: PathBuf,
        /// Assessment file to write
        #[arg(long)]
        out: PathBuf,
    },
    /// Write figures and answers for other programs
    Export {
        /// Assessment file, or a report that carries one
        file: PathBuf,
        /// Form
        #[arg(long)]
        to: ExportForm,
        /// File to write, or folder for charts
        #[arg(long)]
        out: PathBuf,
        /// Day that counts as today (default: today)
        #[arg(long)]
        date: Option<Date>,
        /// Brand in whose name report, handout and charts go out
        #[arg(long)]
        brand: Option<PathBuf>,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ModeArg {
    Quick,
    Full,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ItemsForm {
    /// The header an import needs
    Csv,
    /// The items with their texts
    Json,
    /// The blank questionnaire, to be printed and filled in by hand
    Pdf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ExportForm {
    /// Figures, doors, plan and answers
    Json,
    /// Figures and answers as one table
    Csv,
    /// The plan's dates, for a calendar
    Ics,
    /// The sheet for the region's innovation platform, as text
    Innovation,
    /// Figures, answers, doors and plan as a workbook with charts
    Xlsx,
    /// The report as a Word document to be edited
    Docx,
    /// The report on one page, as PDF
    Handout,
    /// Every chart of the report as SVG and PNG; --out names their folder
    Charts,
}

/// Exit code of wrong usage, clap's too.
const WRONG_USAGE: u8 = 2;

/// What went wrong, as finished sentences.
enum Failure {
    /// The input is at fault: exit code 1.
    Input(Vec<String>),
    /// An argument is: exit code 2.
    Usage(String),
}

impl From<String> for Failure {
    fn from(sentence: String) -> Self {
        Self::Input(vec![sentence])
    }
}

impl From<Vec<String>> for Failure {
    fn from(sentences: Vec<String>) -> Self {
        Self::Input(sentences)
    }
}

/// How a command speaks: language, and whether it says what it did.
#[derive(Clone, Copy)]
struct Voice {
    language: Language,
    quiet: bool,
}

impl Voice {
    fn say(self, sentence: &str) {
        if !self.quiet {
            complain(sentence);
        }
    }
}

/// Writes to standard error; a closed one is no reason to stop.
fn complain(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "orienta-cli: {sentence}");
}

/// Runs the program with the process's arguments.
#[must_use]
pub fn run() -> ExitCode {
    if let Some(folder) = languages::config_folder() {
        // A language with faults is used as far as it goes; `check` says what is wrong with it.
        languages::install_all(&folder, Language::of_system());
        packs::install_catalogues(&folder, Language::of_system());
    }
    let args = Args::parse();
    let voice = Voice { language: args.lang.unwrap_or_else(Language::of_system), quiet: args.quiet };
    match choose_region(args.region.as_deref(), voice).and_then(|()| dispatch(args.command, voice)) {
        Ok(output) => {
            let mut out = std::io::stdout().lock();
            match out.write_all(&output).and_then(|()| out.flush()) {
                Ok(()) => ExitCode::SUCCESS,
                // The reader left, as `head` does.
                Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
                Err(e) => {
                    complain(&ta(voice.language, "cli-stdout", &[("what", e.to_string().into())]));
                    ExitCode::FAILURE
                }
            }
        }
        Err(Failure::Usage(sentence)) => {
            complain(&sentence);
            ExitCode::from(WRONG_USAGE)
        }
        Err(Failure::Input(sentences)) => {
            for sentence in sentences {
                complain(&sentence);
            }
            ExitCode::FAILURE
        }
    }
}

/// Puts the region in use that was named, or else the one beside the settings.
fn choose_region(named: Option<&Path>, voice: Voice) -> Result<(), Failure> {
    if let Some(folder) = named {
        regions::load(folder, voice.language)?.put_in_use();
    } else if let Some(config) = languages::config_folder() {
        for sentence in regions::install_from(&config, voice.language) {
            voice.say(&sentence);
        }
    }
    Ok(())
}

/// What the command puts on standard output.
fn dispatch(command: Command, voice: Voice) -> Result<Vec<u8>, Failure> {
    match command {
        Command::Check { paths } => check::check(&paths, voice),
        Command::Items { pack, mode, sector, to, out, date } => {
            let pack = known_pack(&pack, voice.language)?;
            let mode = match mode {
                Some(ModeArg::Quick) => Mode::Quick,
                Some(ModeArg::Full) | None => Mode::Full,
            };
            items::check_sector(sector.as_deref(), voice.language)?;
            let sector = sector.as_deref();
            let bytes = match to {
                ItemsForm::Csv => items::csv_header(pack, mode, sector),
                ItemsForm::Json => export::json::bytes(&items::json(pack, mode, sector)),
                ItemsForm::Pdf => {
                    let date = date.unwrap_or_else(|| jiff::ZonedDateTime::now().date());
                    export::paper_form::form(pack, mode, sector, date, voice.language)
                        .map_err(|error| ta(voice.language, "cli-items", &[("what", error.to_string().into())]))?
                }
            };
            let Some(out) = out else { return Ok(bytes) };
            files::write(&out, &bytes, voice.language)?;
            voice.say(&ta(voice.language, "cli-written", &[("path", shown(&out).into())]));
            Ok(Vec::new())
        }
        Command::Import { answers, pack, out } => {
            import_table(&answers, known_pack(&pack, voice.language)?, &out, voice)
        }
        Command::Score { file, json } => with_evaluation(&file, None, voice, |e| {
            Ok(if json { export::json::bytes(&export::json::scores(e)) } else { print::scores(e).into_bytes() })
        }),
        Command::Explain { file, id, json } => with_evaluation(&file, None, voice, |e| {
            let source = e.source();
            let Some(found) = explain::derivation(&source, &id) else {
                let known = explain::ids(&source).join(", ");
                return Err(Failure::Usage(ta(
                    voice.language,
                    "cli-unknown-figure",
                    &[("id", (&id).into()), ("known", known.into())],
                )));
            };
            let text = || found.as_text(voice.language).into_bytes();
            Ok(if json { export::json::bytes(&export::json::explanation(&found)) } else { text() })
        }),
        Command::Match { file, json, date } => with_evaluation(&file, date, voice, |e| {
            Ok(if json { export::json::bytes(&export::json::doors(e)) } else { print::doors(e).into_bytes() })
        }),
        Command::Plan { file, purse, json } => {
            with_evaluation(&file, purse.date, voice, |e| plan::plan(e, &purse, json, &file, voice))
        }
        Command::Report { file, pdf, date, brand, without_data } => with_evaluation(&file, date, voice, |e| {
            let edition = edition(brand.as_deref(), without_data, voice.language)?;
            let bytes = export::pdf::publish(e, &edition, &mut |_| ControlFlow::Continue(())).map_err(|error| {
                ta(voice.language, "cli-pdf", &[("path", shown(&file).into()), ("what", error.to_string().into())])
            })?;
            write(&pdf, &file, &bytes, voice)
        }),
        Command::Open { report, out } => {
            let bytes = files::read(&report, voice.language)?;
            let named = |error: CarriedError| format!("{}: {}", shown(&report), error.sentence(voice.language));
            write(&out, &report, &export::pdf::open(&bytes).map_err(named)?, voice)
        }
        Command::Export { file, to, out, date, brand } => with_evaluation(&file, date, voice, |e| {
            let edition = edition(brand.as_deref(), false, voice.language)?;
            let failed = |what: String| {
                ta(voice.language, "cli-export", &[("path", shown(&file).into()), ("what", what.into())])
            };
            let bytes = match to {
                ExportForm::Json => export::json::bytes(&export::json::everything(e)),
                ExportForm::Csv => export::csv::table(e)
                    .map_err(|error| ta(voice.language, "cli-stdout", &[("what", error.to_string().into())]))?,
                ExportForm::Ics => {
                    export::ics::calendar(e).map_err(|why| format!("{}: {why}", shown(&file)))?.into_bytes()
                }
                ExportForm::Innovation => e.innovation_sheet().into_bytes(),
                ExportForm::Xlsx => export::xlsx::workbook(e).map_err(|error| failed(error.to_string()))?,
                ExportForm::Docx => export::docx::document(e, &edition).map_err(|error| failed(error.to_string()))?,
                ExportForm::Handout => {
                    export::handout::handout(e, &edition).map_err(|error| failed(error.to_string()))?
                }
                ExportForm::Charts => {
                    let charts =
                        export::charts::files(&e.report(&edition)).map_err(|error| failed(error.to_string()))?;
                    return write_all(&out, &file, &charts, voice);
                }
            };
            write(&out, &file, &bytes, voice)
        }),
    }
}

/// The edition of a report in the name of a brand, if any.
fn edition(brand: Option<&Path>, without_data: bool, language: Language) -> Result<Edition, Failure> {
    let Some(path) = brand else { return Ok(Edition { without_data, ..Edition::default() }) };
    let (brand, logo) = brands::read(path, language)?;
    Ok(Edition { brand, logo, without_data, ..Edition::default() })
}

/// A pack by id, or read from the folder named.
fn known_pack(id: &str, language: Language) -> Result<&'static Pack, Failure> {
    if Path::new(id).is_dir() {
        // It is needed until the program ends.
        return Ok(Box::leak(Box::new(packs::load(Path::new(id), language)?)));
    }
    find(id).ok_or_else(|| {
        let known: Vec<&str> = shipped().keys().map(String::as_str).collect();
        Failure::Usage(ta(language, "cli-unknown-pack", &[("id", id.into()), ("known", known.join(", ").into())]))
    })
}

/// Reads in the background what an evaluation asks for, while the answers are still being read. Nothing depends on it: who asks
/// before it is there waits for it, or reads it himself where there is no other thread to be had.
fn read_ahead() {
    let _ = thread::Builder::new().spawn(|| {
        Ateco::shipped();
        let _ = Region::in_use();
        let _ = Catalogue::of(orientamento());
    });
}

fn with_evaluation(
    file: &Path,
    date: Option<Date>,
    voice: Voice,
    then: impl FnOnce(&Evaluation<'_>) -> Result<Vec<u8>, Failure>,
) -> Result<Vec<u8>, Failure> {
    read_ahead();
    let Opened { assessment, pack, carried } = files::open(file, voice.language)?;
    if let Some(carried) = carried {
        voice.say(&format!("{}: {}", shown(file), carried.sentence(voice.language)));
    }
    let date = date.unwrap_or_else(|| jiff::ZonedDateTime::now().date());
    then(&evaluate(pack, &assessment, date, voice.language))
}

/// Writes a result file and says so; never onto the file it was made from.
fn write(path: &Path, input: &Path, bytes: &[u8], voice: Voice) -> Result<Vec<u8>, Failure> {
    if path.canonicalize().is_ok_and(|path| input.canonicalize().is_ok_and(|input| input == path)) {
        return Err(ta(voice.language, "cli-onto-input", &[("path", shown(path).into())]).into());
    }
    files::write(path, bytes, voice.language)?;
    voice.say(&ta(voice.language, "cli-written", &[("path", shown(path).into())]));
    Ok(Vec::new())
}

/// Writes files into a folder, which is made where it is not there.
fn write_all(folder: &Path, input: &Path, all: &[(String, Vec<u8>)], voice: Voice) -> Result<Vec<u8>, Failure> {
    files::make_folder(folder, voice.language)?;
    for (name, bytes) in all {
        write(&folder.join(name), input, bytes, voice)?;
    }
    Ok(Vec::new())
}

fn import_table(answers: &Path, pack: &Pack, out: &Path, voice: Voice) -> Result<Vec<u8>, Failure> {
    let language = voice.language;
    let bytes = files::read(answers, language)?;
    let named = |sentence: &String| format!("{}: {sentence}", shown(answers));
    let rows =
        import::read(pack, &bytes, language).map_err(|faults| Failure::Input(faults.iter().map(named).collect()))?;
    files::make_folder(out, language)?;
    let mut faults = Vec::new();
    let mut written = String::new();
    for row in rows {
        match row {
            Ok(assessment) => {
                let name = file_name(&assessment.company.name, &t(language, "unnamed-file"));
                let path = files::free_path(out, &name);
                match files::write(&path, &crate::assessment::file::write(&assessment), language) {
                    Ok(()) => {
                        written.push_str(&shown(&path));
                        written.push('\n');
                    }
                    Err(sentence) => faults.push(sentence),
                }
            }
            Err(sentences) => faults.extend(sentences.iter().map(named)),
        }
    }
    if faults.is_empty() {
        return Ok(written.into_bytes());
    }
    // The rows without a fault are written; what was written is said even though the whole is not done.
    let _ = std::io::stdout().write_all(written.as_bytes());
    Err(Failure::Input(faults))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
