//! The report as a document of blocks: what is said, in which order, with neither pages nor painter.
//!
//! Exporters turn it into pages; screens may show single blocks. Every text is final, in the report's language.

mod annexes;
pub mod brand;
pub mod chapters;
pub mod charts;
pub mod document;
pub mod doors;
pub mod drawing;
pub mod explain;
pub mod figures;
pub mod handout;
pub mod innovation;
mod instrument;
pub mod paper_form;
pub mod plan;
pub mod plan_charts;
pub mod plan_pages;
mod summary;
pub mod wording;
pub mod words;

pub use brand::Brand;
pub use drawing::{Drawing, Weight};

use crate::assessment::choices::Paper;
use crate::style::Palette;

/// A whole report.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Facts about the document.
    pub meta: Meta,
    /// Colours and logo.
    pub look: Look,
    /// Cover page, where there is one.
    pub cover: Option<Cover>,
    /// Sections in reading order.
    pub sections: Vec<Section>,
    /// The data that travel inside the file, where they do.
    pub carried: Option<Carried>,
}

/// The sections that contents list, with their places among all: those with a title but for the contents themselves.
pub fn listed(sections: &[Section]) -> impl Iterator<Item = (usize, &Section)> {
    let own = |section: &Section| section.blocks.contains(&Block::Contents);
    sections.iter().enumerate().filter(move |(_, section)| !section.title.trim().is_empty() && !own(section))
}

/// Which edition of a report: in whose name, and with or without the data inside.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edition {
    /// Whose report it is.
    pub brand: Brand,
    /// The brand's logo, ready to be painted.
    pub logo: Option<Picture>,
    /// True for sharing without data: nothing travels inside, and chapters of answers and notes are in it only where they
    /// were chosen.
    pub without_data: bool,
    /// True for a document that its reader can change, and that carries no data either way.
    pub editable: bool,
}

/// Colours and logo.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Colours by role.
    pub palette: Palette,
    /// Logo of whoever signs the report.
    pub logo: Option<Picture>,
}

/// An image of pixels.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green, blue and opacity (not premultiplied) of each pixel, from the upper left, row by row.
    pub rgba: Vec<u8>,
    /// What it shows, in words.
    pub alt: String,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture {} × {}: {}", self.width, self.height, self.alt)
    }
}

/// The data inside a report's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// File name of the assessment, without its ending.
    pub name: String,
    /// The assessment, as its own file has it.
    pub assessment: Vec<u8>,
    /// The figures, as JSON.
    pub figures: Vec<u8>,
}

/// Facts about the document, for its metadata and its page frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Meta {
    /// Document title.
    pub title: String,
    /// One-sentence subject.
    pub subject: String,
    /// Who or what produced it.
    pub creator: String,
    /// Language code, `it` or `en`.
    pub language: String,
    /// Date of the report, ISO `YYYY-MM-DD`; passed in, never read from a clock.
    pub date: String,
    /// Running text at the foot of every page.
    pub footer: String,
    /// Paper it is set for.
    pub paper: Paper,
    /// Line at the foot of every page by which the data the report was made from are known again.
    pub digest_line: Option<String>,
    /// Pattern of the page number with `{page}` and `{pages}`.
    pub page_label: String,
}

/// The cover.
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    /// What kind of document this is.
    pub kicker: String,
    /// Company name.
    pub title: String,
    /// Lines under the title: activity, place, date.
    pub lines: Vec<String>,
    /// The sentence a manager would repeat.
    pub headline: String,
    /// The stair of levels.
    pub figure: Option<Drawing>,
    /// Small print.
    pub note: String,
}

/// A section, with an entry in the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Stable id (`summary`, `dimension-D1`, …).
    pub id: String,
    /// Heading and outline entry.
    pub title: String,
    /// True where it starts a new page.
    pub new_page: bool,
    /// 1 for a chapter, 2 for a part of the chapter before it.
    pub level: u8,
    /// Content in order.
    pub blocks: Vec<Block>,
}

/// A stretch of text in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Weight.
    pub weight: Weight,
    /// Code of its language where that is not the report's.
    pub language: Option<&'static str>,
    /// Address on the web, with its scheme, to which it leads.
    pub address: Option<String>,
}

impl Run {
    /// Body text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), weight: Weight::Regular, language: None, address: None }
    }

    /// Emphasised text.
    #[must_use]
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), weight: Weight::Semibold, language: None, address: None }
    }

    /// The same in another language than the report's.
    #[must_use]
    pub fn in_language(self, code: &'static str) -> Self {
        Self { language: Some(code), ..self }
    }

    /// A site on the web, given without its scheme as it is shown.
    #[must_use]
    pub fn site(site: &str) -> Self {
        Self { address: Some(format!("https://{site}")), ..Self::plain(site) }
    }
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Larger, opening a section.
    Lead,
    /// Body.
    Body,
    /// Small print: sources, notes.
    Small,
}

/// What kind of card: decides the colour of its edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardKind {
    /// Something to know or do.
    Plain,
    /// Something to be careful about.
    Attention,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Head.
    pub title: String,
    /// Share of the table's width; the shares of a table add up to 1.
    pub share: f32,
    /// True for figures, which stand right.
    pub numeric: bool,
}

/// A unit of content.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Heading inside a section.
    Heading(String),
    /// A paragraph.
    Paragraph {
        /// Tone.
        tone: Tone,
        /// Runs in order.
        runs: Vec<Run>,
    },
    /// A list with bullets.
    Bullets(Vec<Vec<Run>>),
    /// A table whose head is repeated after a page break.
    Table {
        /// Columns.
        columns: Vec<Column>,
        /// Rows, each with a cell per column.
        rows: Vec<Vec<Vec<Run>>>,
    },
    /// A chart with its caption; never split. `width` is the share of the text width, 0..=1.
    Figure {
        /// The chart.
        drawing: Drawing,
        /// Caption, without number.
        caption: String,
        /// Share of the text width.
        width: f32,
    },
    /// The report's sections with the pages they begin on, each leading there.
    Contents,
    /// A framed piece with a title, e.g. a door; never split where it fits on one page.
    Card {
        /// Kind.
        kind: CardKind,
        /// Title.
        title: String,
        /// A short line beside the title, such as the strength of a match.
        tag: Option<String>,
        /// Content: paragraphs and bullets only.
        blocks: Vec<Block>,
    },
}

/// A paragraph of one plain run.
#[must_use]
pub fn paragraph(tone: Tone, text: impl Into<String>) -> Block {
    Block::Paragraph { tone, runs: vec![Run::plain(text)] }
}
