//! What the model asks of the outside world.

use std::path::PathBuf;

use super::formats::Format;
use super::preview::PreviewId;
use super::{DocumentId, Settings, WorkId};
use crate::pipeline::Evaluation;
use crate::report::{Brand, Edition};

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
        /// In whose name it goes out, with or without the data inside.
        edition: Box<Edition>,
    },
    /// Make the pages of the report to look at, in the place of earlier ones; answers `Made`, then `Small` for each page,
    /// or `Failed`, all of [`preview::Step`](super::preview::Step).
    Preview {
        /// Under which number it answers.
        id: PreviewId,
        /// What the report is about.
        evaluation: Box<Evaluation<'static>>,
        /// In whose name it goes out, with or without the data inside.
        edition: Box<Edition>,
        /// Width of a small page in pixels.
        small: u32,
    },
    /// Paint a page of the preview; answers `Large`, or nothing where a later preview has taken its place.
    PreviewPage {
        /// Which preview.
        id: PreviewId,
        /// Number of the page, from 0.
        page: usize,
        /// Its width in pixels.
        width: u32,
    },
    /// Ask for a logo; answers `LogoPicked`, nothing where the user cancels, or `Browse` where no dialog answers.
    PickLogo,
    /// Read a logo; answers `Logo` or `Failed`.
    ReadLogo(PathBuf),
    /// Ask for a brand's file; answers `FilePicked`, nothing where the user cancels, or `Browse` where no dialog answers.
    PickBrand,
    /// Read a brand's file; answers `Read` or `Failed`.
    ReadBrand(PathBuf),
    /// Ask where a brand's file shall go; answers `SavePicked`, nothing where the user cancels, or `Browse` where no
    /// dialog answers.
    PickBrandPlace(PathBuf),
    /// Write a brand's file; answers `Saved` or `Failed`.
    WriteBrand {
        /// File to write.
        path: PathBuf,
        /// What is in it.
        brand: Box<Brand>,
    },
    /// Keep the brand beside the settings for the next start; answers `Failed` where it cannot be kept.
    KeepBrand(Box<Brand>),
    /// Write a text; a file of that name stays, the text gets a number. Answers `TextSaved` or `Failed`.
    WriteText {
        /// File to write.
        path: PathBuf,
        /// What is in it.
        text: String,
    },
    /// Make a format and write it; a file or folder of that name stays, the new one gets a number. Answers `TextSaved` or
    /// `Failed`.
    WriteFormat {
        /// File or folder to write.
        path: PathBuf,
        /// Which format.
        format: &'static Format,
        /// What it is about.
        evaluation: Box<Evaluation<'static>>,
        /// In whose name it goes out.
        edition: Box<Edition>,
    },
    /// Stop a piece of work; answers `Stopped`, unless it was done before.
    Stop(WorkId),
    /// Show a file with the system's program for it.
    Show(PathBuf),
    /// Show a file among its neighbours, in the program for folders.
    Reveal(PathBuf),
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
