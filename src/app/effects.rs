//! What the model asks of the outside world.

use std::path::PathBuf;

use super::{DocumentId, Settings, WorkId};
use crate::pipeline::Evaluation;

/// Something to be done outside; each is answered with commands.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Ask for a file to open; answers `Open`, nothing where the user cancels, or `Browse` where no dialog answers.
    PickFile,
    /// Read a file and hold it against other windows; answers `Opened`, or `Failed` where it cannot be read or another
    /// window has it open.
    Read(PathBuf),
    /// A file read or created is open here no more: other windows may have it.
    Release(PathBuf),
    /// See what is at a path; answers `Listed`.
    List(PathBuf),
    /// Write a new assessment into the folder under a free name like `name` and hold it; removes and releases
    /// `instead_of`. Answers `Created` or `NotSaved`.
    Create {
        /// Which assessment.
        document: DocumentId,
        /// File name wished for.
        name: String,
        /// File to remove once the new one is written.
        instead_of: Option<PathBuf>,
        /// Content.
        bytes: Vec<u8>,
    },
    /// Write an assessment over its earlier state; answers `Saved` or `NotSaved`.
    Save {
        /// Which assessment.
        document: DocumentId,
        /// Its file.
        path: PathBuf,
        /// Content.
        bytes: Vec<u8>,
    },
    /// Ask where the report shall go; answers `ReportPicked`, nothing where the user cancels, or `Browse` where no
    /// dialog answers.
    PickReport(PathBuf),
    /// Set and write the report; answers `Progress`, then `ReportSaved`, `Stopped` or `Failed`.
    WriteReport {
        /// Under which number it tells how far it is.
        work: WorkId,
        /// PDF to write.
        path: PathBuf,
        /// True where nobody was asked: an earlier file of that name stays, the report gets a number.
        fresh: bool,
        /// What it is about.
        evaluation: Box<Evaluation<'static>>,
    },
    /// Write a text; a file of that name stays, the text gets a number. Answers `TextSaved` or `Failed`.
    WriteText {
        /// File to write.
        path: PathBuf,
        /// What is in it.
        text: String,
    },
    /// Stop a piece of work; answers `Stopped`, unless it was done before.
    Stop(WorkId),
    /// Show a file with the system's program for it.
    Show(PathBuf),
    /// Remember the settings.
    Remember(Settings),
    /// Ask for a region's file; answers `RegionPicked`, nothing where the user cancels, or `Browse` where no dialog answers.
    PickRegion,
    /// Check the region of a file, keep a copy beside the settings and put it in use; answers `RegionReplaced` or `Failed`.
    ReplaceRegion(PathBuf),
    /// Take the copy away and use the program's own region; answers `RegionReplaced` or `Failed`.
    RemoveRegion,
    /// Make this program the one that opens assessments, for this user; answers `Told` or `Failed`.
    #[cfg(target_os = "linux")]
    RegisterFileType,
}
