//! What the window knows and what may happen to it: a model, commands, effects. No egui, no file system, no clock.
//!
//! A screen pushes [`Command`]s; [`Model::update`] applies them and returns [`Effect`]s, which services outside carry out
//! and answer with commands again.

pub mod actions;
pub mod brand;
mod document;
mod effects;
pub mod formats;
pub mod picker;
pub mod preview;
mod update;
mod work;

use std::path::PathBuf;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use brand::House;
pub use document::{Document, SaveState};
pub use effects::Effect;
use picker::Picker;
use preview::Preview;
pub use work::{Work, WorkId};

use crate::assessment::{Edit, file};
use crate::pack::Pack;
use crate::pack::measures::Catalogue;
use crate::pack::region::Region;
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
    /// How sure the figures are.
    Sure,
    /// Compared with whom.
    Benchmark,
    /// Process by process.
    Matrix,
    /// Answers that do not go together.
    Contradictions,
    /// Every figure with what makes it.
    Explain,
    /// Whom to ask.
    Doors,
    /// Measures under a budget and a calendar.
    Plan,
    /// The PDF.
    Report,
    /// Language, look, size of the text.
    Settings,
    /// How it works, how it is calculated, glossary, keys, about.
    Help,
}

impl Screen {
    /// Every screen in order; those beside the way come last.
    pub const ALL: [Self; 14] = [
        Self::Start,
        Self::Company,
        Self::Questions,
        Self::Results,
        Self::Sure,
        Self::Benchmark,
        Self::Matrix,
        Self::Contradictions,
        Self::Explain,
        Self::Doors,
        Self::Plan,
        Self::Report,
        Self::Settings,
        Self::Help,
    ];

    /// Whether it shows a company, and has nothing to show without one.
    #[must_use]
    pub const fn needs_company(self) -> bool {
        !matches!(self, Self::Start | Self::Settings | Self::Help)
    }

    /// Whether it has something to show for a questionnaire.
    #[must_use]
    pub fn is_for(self, pack: &Pack) -> bool {
        let structure = &pack.structure;
        match self {
            Self::Benchmark => structure.dmat.is_some() || structure.items.iter().any(|i| !i.dii.is_empty()),
            Self::Matrix => structure.matrix.is_some(),
            Self::Contradictions => !structure.contradictions.is_empty(),
            Self::Plan => Catalogue::of(pack).is_some(),
            _ => true,
        }
    }

    /// Key of its name among the texts, and id in tests.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Company => "company",
            Self::Questions => "questions",
            Self::Results => "results",
            Self::Sure => "sure",
            Self::Benchmark => "benchmark",
            Self::Matrix => "matrix",
            Self::Contradictions => "contradictions",
            Self::Explain => "explain",
            Self::Doors => "doors",
            Self::Plan => "plan",
            Self::Report => "report",
            Self::Settings => "settings",
            Self::Help => "help",
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
    /// Black on white with every edge drawn.
    HighContrast,
}

impl Look {
    /// Every look.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::HighContrast];

    /// Key of its words among the texts.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::System => "look-system",
            Self::Light => "look-light",
            Self::Dark => "look-dark",
            Self::HighContrast => "look-high-contrast",
        }
    }
}

/// A change of the size of everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// One step larger.
    In,
    /// One step smaller.
    Out,
    /// As the system has it.
    Reset,
}

/// Sizes of everything, as shares of the system's own; from 75 to 200 per cent.
pub const ZOOM_STEPS: [f32; 9] = [0.75, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6, 1.8, 2.0];

/// A file opened before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recent {
    /// Where it is.
    pub path: PathBuf,
    /// Company name when it was last open.
    pub name: String,
    /// Level then.
    pub level: Option<u8>,
    /// Questionnaire it was answered with; none in what earlier programs remembered.
    #[serde(default)]
    pub pack: Option<String>,
    /// Day it was last open, ISO.
    pub date: String,
}

/// What is remembered between two starts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language code; none means the system's.
    pub language: Option<String>,
    /// Light or dark.
    pub look: Look,
    /// Files opened before, latest first.
    pub recent: Vec<Recent>,
    /// Size of everything, one of [`ZOOM_STEPS`].
    pub zoom: f32,
    /// Nothing moves.
    pub still: bool,
    /// After an answer the next question comes by itself.
    pub advance: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { language: None, look: Look::System, recent: Vec::new(), zoom: 1.0, still: false, advance: true }
    }
}

impl Settings {
    /// The settings with every value in its range: the file may have been written by hand.
    #[must_use]
    pub fn sane(mut self) -> Self {
        let zoom = if self.zoom.is_finite() { self.zoom } else { 1.0 };
        self.zoom = zoom.clamp(ZOOM_STEPS[0], ZOOM_STEPS[ZOOM_STEPS.len() - 1]);
        self
    }
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
    /// Begin a new company with the questionnaire of this id.
    NewWith(String),
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
    /// A measure that is done has brought this answer where it brings it: say so in the answer.
    Confirm {
        /// Id of the measure.
        measure: String,
        /// The ladder.
        item: String,
    },
    /// It has not: the answer stays as it is, and the question does not come again.
    Decline {
        /// Id of the measure.
        measure: String,
        /// The ladder.
        item: String,
    },
    /// One step back.
    Undo,
    /// One step forth.
    Redo,
    /// Use this language.
    Language(Language),
    /// Use this look.
    Look(Look),
    /// The system has this look.
    SystemLook(Look),
    /// Make everything larger or smaller.
    Zoom(Zoom),
    /// Let things move, or not.
    Still(bool),
    /// Let the next question come by itself, or not.
    Advance(bool),
    /// Show the command palette, or take it away.
    Palette,
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
    /// Write the report to where it is suggested to go.
    SaveSuggestedReport,
    /// Write the report here; what is there already stays, and the report gets a number.
    SaveReport(PathBuf),
    /// The user has chosen where the report goes, in a dialog that asks before it overwrites.
    ReportPicked(PathBuf),
    /// The report is written.
    ReportSaved(PathBuf),
    /// Reports go out without the data inside, or with them.
    WithoutData(bool),
    /// Write the report or its figures in another format, by its id in [`formats::all`], beside the assessment.
    SaveFormat(&'static str),
    /// Something happens to the preview of the report.
    Preview(preview::Step),
    /// Something happens to the brand in whose name reports go out.
    Brand(brand::Step),
    /// A text is written.
    TextSaved(PathBuf),
    /// Write how every figure came about beside the assessment, as text.
    SaveExplanations,
    /// Write the plan's dates beside the assessment, for a calendar.
    SaveCalendar,
    /// Write what the company can say of itself on the region's innovation platform beside the assessment, as text.
    SaveInnovationSheet,
    /// Work is so far, 0..=1.
    Progress(WorkId, f32),
    /// Stop the work under way.
    StopWork,
    /// It has stopped, and left nothing behind.
    Stopped(WorkId),
    /// Show a file with the system's program for it.
    Show(PathBuf),
    /// Show a file where it lies, among its neighbours.
    Reveal(PathBuf),
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
    /// Ask the user for a region's file.
    PickRegion,
    /// Check the region of this file, keep a copy and use it.
    RegionPicked(PathBuf),
    /// Go back to the program's own region.
    RegionBack,
    /// Another region is in use; a sentence says which took the place of which.
    RegionReplaced(String),
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
    /// Region the doors are from.
    pub region: &'static Region,
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
    /// True while the command palette is open.
    pub palette: bool,
    /// The window's own file picker, while it is open.
    pub picker: Option<Picker>,
    /// The look the system says it has, where it says so outside the window's own means.
    pub system_look: Option<Look>,
    /// What is being done and takes time.
    pub work: Option<Work>,
    /// Number of the next piece of work.
    next_work: u64,
    /// Today, as last told.
    pub today: Date,
    /// Folder where assessments and reports live, for showing and for suggestions.
    pub folder: PathBuf,
    /// Reports go out without the data inside; each assessment opened begins with them.
    pub without_data: bool,
    /// The preview of the report.
    pub preview: Preview,
    /// In whose name reports go out.
    house: House,
    /// Grows whenever the brand is another.
    brand_revision: u64,
}

impl Model {
    /// A model with nothing open.
    #[must_use]
    pub fn new(pack: &'static Pack, settings: Settings, folder: PathBuf, today: Date) -> Self {
        let settings = settings.sane();
        let language = settings.language.as_deref().and_then(Language::from_code).unwrap_or_else(Language::of_system);
        Self {
            pack,
            region: Region::in_use(),
            language,
            settings,
            screen: Screen::Start,
            document: None,
            leaving: Vec::new(),
            next_id: 0,
            message: None,
            palette: false,
            picker: None,
            system_look: None,
            work: None,
            next_work: 0,
            today,
            folder,
            without_data: false,
            preview: Preview::default(),
            house: House::default(),
            brand_revision: 0,
        }
    }

    /// The questionnaire whose words are shown: that of the open assessment, else the one for new ones.
    #[must_use]
    pub fn shown_pack(&self) -> &'static Pack {
        self.document.as_ref().map_or(self.pack, Document::pack)
    }

    /// What to hand on with a message that something went wrong, for whoever is asked to help: the sentence, the program,
    /// the system, the file.
    #[must_use]
    pub fn details(&self, sentence: &str) -> String {
        let file = self.document.as_ref().and_then(|d| d.path.as_ref()).map(|p| p.display().to_string());
        format!(
            "{sentence}\n\nOrienta {} · {} {} · {}\n{} {}\n{}",
            env!("CARGO_PKG_VERSION"),
            std::env::consts::OS,
            std::env::consts::ARCH,
            self.today,
            self.pack.structure.id,
            self.pack.structure.version,
            file.unwrap_or_default()
        )
    }

    /// Where the report of the open assessment is suggested to go.
    #[must_use]
    pub fn suggested_report(&self) -> PathBuf {
        self.beside(report_name)
    }

    /// Where the explanations of its figures go.
    #[must_use]
    pub fn suggested_explanations(&self) -> PathBuf {
        self.beside(|name, language| format!("{} - {}.txt", stem(name, language), t(language, "screen-explain")))
    }

    /// Where the plan's dates go.
    #[must_use]
    pub fn suggested_calendar(&self) -> PathBuf {
        self.beside(|name, language| format!("{} - {}.ics", stem(name, language), t(language, "calendar-file")))
    }

    /// Where the sheet for the region's innovation platform goes.
    #[must_use]
    pub fn suggested_innovation_sheet(&self) -> PathBuf {
        self.beside(|name, language| format!("{} - {}.txt", stem(name, language), t(language, "innovation-file")))
    }

    /// A file beside the open assessment, named after its company.
    fn beside(&self, file: impl Fn(&str, Language) -> String) -> PathBuf {
        let name = self.document.as_ref().map_or("", |d| d.assessment().company.name.as_str());
        let folder = self
            .document
            .as_ref()
            .and_then(|d| d.path.as_ref()?.parent())
            .map_or_else(|| self.folder.clone(), std::path::Path::to_path_buf);
        folder.join(file(name, self.language))
    }
}

/// The item that a step back or forth is about; none where it is about the company, its doors or its plan.
#[must_use]
pub fn item_of(target: &str) -> Option<&str> {
    // Declining is about an answer, although it is kept with the plan.
    if let Some((_, item)) = target.strip_prefix("plan.declined.").and_then(|of| of.split_once('.')) {
        return Some(item);
    }
    let (head, _) = target.split_once('.').unwrap_or((target, ""));
    // Facts have a full stop in their id, notes and evidence behind it.
    let id = target.strip_suffix(".note").or_else(|| target.strip_suffix(".evidence")).unwrap_or(target);
    (!matches!(head, "company" | "mode" | "doors" | "plan" | "report")).then_some(id)
}

/// File name of a company's report.
#[must_use]
pub fn report_name(company: &str, language: Language) -> String {
    format!("{} - report.pdf", stem(company, language))
}

/// What files of a company begin with.
fn stem(company: &str, language: Language) -> String {
    file::stem(company, &t(language, "unnamed-file"))
}
