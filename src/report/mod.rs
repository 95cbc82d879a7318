//! The report as a document of blocks: what is said, in which order, with neither pages nor painter.
//!
//! Exporters turn it into pages; screens may show single blocks. Every text is final, in the report's language.

pub mod charts;
pub mod document;
pub mod doors;
pub mod drawing;
pub mod explain;
pub mod figures;
pub mod innovation;
mod instrument;
pub mod plan;
pub mod plan_charts;
pub mod plan_pages;
pub mod words;

pub use drawing::{Drawing, Weight};

use crate::assessment::choices::Paper;
use crate::style::Palette;

/// A whole report.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Facts about the document.
    pub meta: Meta,
    /// Its brand.
    pub look: Look,
    /// Cover page, where there is to be one.
    pub cover: Option<Cover>,
    /// Sections in reading order.
    pub sections: Vec<Section>,
}

/// The brand of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Colours on paper.
    pub palette: Palette,
    /// Whoever signs the report, as a picture.
    pub logo: Option<Picture>,
}

/// A picture of pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Four bytes a pixel, not premultiplied, by rows from the top.
    pub rgba: Vec<u8>,
    /// What it shows, for those who cannot see it.
    pub alt: String,
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
    /// Pattern of the page number with `{page}` and `{pages}`.
    pub page_label: String,
    /// What the pages are as large as.
    pub paper: Paper,
    /// The digest of the data in the file, as a finished text for the foot of every page.
    pub digest_line: Option<String>,
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
    /// Code of the language, where it is not the report's.
    pub language: Option<&'static str>,
}

impl Run {
    /// Body text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), weight: Weight::Regular, language: None }
    }

    /// Emphasised text.
    #[must_use]
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), weight: Weight::Semibold, language: None }
    }

    /// The same words, known to be in a language.
    #[must_use]
    pub fn in_language(self, code: &'static str) -> Self {
        Self { language: Some(code), ..self }
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
