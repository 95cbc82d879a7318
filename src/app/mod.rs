//! What the window knows and what may happen to it: a model, commands, effects. No egui, no file system, no clock.
//!
//! A screen pushes [`Command`]s; [`Model::update`] applies them and returns [`Effect`]s, which services outside carry out
//! and answer with commands again.

mod document;
mod effects;
pub mod picker;
pub mod shortcuts;
mod update;

use std::path::PathBuf;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use document::{Document, SaveState};
pub use effects::Effect;
use picker::Picker;

use crate::assessment::Edit;
use crate::assessment::file::{EXTENSION, file_name};
use crate::pack::Pack;
use crate::text::{Language, t};

/// The screens of the way, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Screen {
    /// Recent files, new, sample.
    Start,
    /// Name, activity, place, size.
    Company,
    /// The questionnaire.
    Questions,
    /// Where the company stands.
    Results,
    /// Whom to ask.
    Doors,
    /// The PDF.
    Report,
}

impl Screen {
    /// Every screen in order.
    pub const ALL: [Self; 6] = [Self::Start, Self::Company, Self::Questions, Self::Results, Self::Doors, Self::Report];

    /// Key of its name among the texts, and id in tests.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Company => "company",
            Self::Questions => "questions",
            Self::Results => "results",
            Self::Doors => "doors",
            Self::Report => "report",
        }
    }
}

/// Light, dark or what the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A file opened before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recent {
    /// Where it is.
    pub path: PathBuf,
    /// Company name when it was last open.
    pub name: String,
    /// Level then.
    pub level: Option<u8>,
    /// Day it was last open, ISO.
    pub date: String,
}

/// What is remembered between two starts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language code; none means the system's.
    pub language: Option<String>,
    /// Light or dark.
    pub look: Look,
    /// Files opened before, latest first.
    pub recent: Vec<Recent>,
}

/// Tells the assessments opened since the start apart: an answer about one may come when the next is already open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentId(u64);

/// Something that may happen. Domain changes travel inside [`Edit`].
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Show a screen.
    Go(Screen),
    /// Begin a new company.
    New,
    /// Open a copy of the sample company.
    Sample,
    /// Ask the user for a file to open.
    PickFile,
    /// Open this file.
    Open(PathBuf),
    /// A file's bytes have come.
    Opened(PathBuf, Vec<u8>),
    /// Change the assessment.
    Edit(Edit),
    /// One step back.
    Undo,
    /// One step forth.
    Redo,
    /// Use this language.
    Language(Language),
    /// Use this look.
    Look(Look),
    /// An assessment has been written for the first time, here.
    Created(DocumentId, PathBuf),
    /// An assessment has been written.
    Saved(DocumentId),
    /// An assessment could not be written; a sentence says why.
    NotSaved(DocumentId, String),
    /// Try to write the assessment again.
    SaveAgain,
    /// Ask the user where the report shall go.
    PickReport,
    /// Write the report here; what is there already stays, and the report gets a number.
    SaveReport(PathBuf),
    /// The user has chosen where the report goes, in a dialog that asks before it overwrites.
    ReportPicked(PathBuf),
    /// The report is written.
    ReportSaved(PathBuf),
    /// Show a file with the system's program for it.
    Show(PathBuf),
    /// Something did not work; a sentence says what to do.
    Failed(String),
    /// Take the message away.
    Dismiss,
    /// Take a file off the list of recent ones.
    Forget(PathBuf),
    /// No file dialog answers here: show the window's own picker.
    Browse(picker::Start),
    /// The user did something in the picker.
    Picker(picker::Step),
    /// What the picker asked about is this.
    Listed(PathBuf, picker::Listing),
    /// Make this program the one that opens assessments, for this user.
    #[cfg(target_os = "linux")]
    RegisterFileType,
    /// Something was done; a sentence says what.
    Told(String),
}

/// A message to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// It went well; a file to show may come with it.
    Done(String, Option<PathBuf>),
    /// It went wrong.
    Failed(String),
}

/// Everything the window shows.
#[derive(Debug)]
pub struct Model {
    /// Questionnaire for new assessments.
    pub pack: &'static Pack,
    /// Language of the interface.
    pub language: Language,
    /// Remembered between starts.
    pub settings: Settings,
    /// Screen shown.
    pub screen: Screen,
    /// The open assessment.
    pub document: Option<Document>,
    /// Assessments closed while their first writing was under way; they wait for their file.
    leaving: Vec<Document>,
    /// Number of the next one to be opened.
    next_id: u64,
    /// Message shown.
    pub message: Option<Message>,
    /// The window's own file picker, while it is open.
    pub picker: Option<Picker>,
    /// True while a report is being written.
    pub writing_report: bool,
    /// Today, as last told.
    pub today: Date,
    /// Folder where assessments and reports live, for showing and for suggestions.
    pub folder: PathBuf,
}

impl Model {
    /// A model with nothing open.
    #[must_use]
    pub fn new(pack: &'static Pack, settings: Settings, folder: PathBuf, today: Date) -> Self {
        let language = settings.language.as_deref().and_then(Language::from_code).unwrap_or_else(Language::of_system);
        Self {
            pack,
            language,
            settings,
            screen: Screen::Start,
            document: None,
            leaving: Vec::new(),
            next_id: 0,
            message: None,
            picker: None,
            writing_report: false,
            today,
            folder,
        }
    }

    /// Where the report of the open assessment is suggested to go.
    #[must_use]
    pub fn suggested_report(&self) -> PathBuf {
        let name = self.document.as_ref().map_or("", |d| d.assessment().company.name.as_str());
        let folder = self
            .document
            .as_ref()
            .and_then(|d| d.path.as_ref()?.parent())
            .map_or_else(|| self.folder.clone(), std::path::Path::to_path_buf);
        folder.join(report_name(name, self.language))
    }
}

/// File name of a company's report.
#[must_use]
pub fn report_name(company: &str, language: Language) -> String {
    let file = file_name(company, &t(language, "unnamed-file"));
    let stem = file.strip_suffix(&format!(".{EXTENSION}")).unwrap_or(&file);
    format!("{stem} - report.pdf")
}
