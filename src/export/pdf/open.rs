//! Opening a report: the assessment it carries, or the reason why not.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::panic;

use lopdf::{Dictionary, Object, ObjectId, decode_text_string};
use sha2::{Digest, Sha256};

use super::carried::{FIGURES, PIECE, Pages, VERSION};
use super::foreign::Foreign;
use crate::assessment::file::{EXTENSION, LARGEST};
use crate::text::{Language, t, ta};

pub use super::foreign::LARGEST_FILE;

/// Bytes of the figures, unpacked.
const LARGEST_FIGURES: usize = 4 * 1024 * 1024;
/// Bytes of one of a page's streams, unpacked.
const LARGEST_CONTENT: usize = 8 * 1024 * 1024;
/// Bytes of what is drawn on all pages, unpacked.
const ALL_CONTENT: usize = 64 * 1024 * 1024;
/// Pages, with the nodes of their tree.
const MOST_PAGES: usize = 10_000;
/// Files attached, with the nodes of their tree.
const MOST_ATTACHMENTS: usize = 256;
/// How the producer of our reports begins.
const PRODUCER: &str = "Orienta ";

/// Why a PDF gives no assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CarriedError {
    /// Not a PDF.
    #[error("not a PDF")]
    NotPdf,
    /// A PDF of another program.
    #[error("a PDF of another program")]
    NotOurs,
    /// A report without its data: shared so, or they were taken out.
    #[error("a report without data")]
    WithoutData,
    /// Kept in a way that only a later version knows.
    #[error("a report of a later version")]
    Future,
    /// Larger, longer or nested deeper than a report can be.
    #[error("a file beyond bounds")]
    TooLarge,
    /// Protected with a password or rights.
    #[error("an encrypted file")]
    Encrypted,
    /// Cut off, or its parts do not fit.
    #[error("a damaged file")]
    Damaged,
    /// The assessment is another than when the report was made.
    #[error("changed data")]
    DataChanged,
    /// The figures are.
    #[error("changed figures")]
    FiguresChanged,
    /// What is drawn on the pages is.
    #[error("changed pages")]
    PagesChanged,
}

impl CarriedError {
    /// What is wrong and what to do; the caller adds the file's name.
    #[must_use]
    pub fn sentence(self, language: Language) -> String {
        let changed = |what: String| format!("{what} {}", t(language, "carried-digest"));
        match self {
            Self::NotPdf => t(language, "carried-not-pdf"),
            Self::NotOurs => t(language, "carried-not-ours"),
            Self::WithoutData => t(language, "carried-without-data"),
            Self::Future => t(language, "carried-future"),
            Self::TooLarge => {
                ta(language, "carried-too-large", &[("limit", (LARGEST_FILE / 1_048_576).to_string().into())])
            }
            Self::Encrypted => t(language, "carried-encrypted"),
            Self::Damaged => t(language, "carried-damaged"),
            Self::DataChanged => changed(t(language, "carried-data-changed")),
            Self::FiguresChanged => changed(t(language, "carried-figures-changed")),
            Self::PagesChanged => changed(t(language, "carried-pages-changed")),
        }
    }
}

/// Whether bytes are those of a PDF, as far as the first ones tell.
#[must_use]
pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// The bytes of an assessment's file: those given, or those carried by a report.
///
/// # Errors
/// Those of [`open()`], where it is a PDF.
pub fn assessment_in(bytes: &[u8]) -> Result<Cow<'_, [u8]>, CarriedError> {
    if is_pdf(bytes) { open(bytes).map(Cow::Owned) } else { Ok(Cow::Borrowed(bytes)) }
}

/// The assessment inside a report: the very bytes of its file when the report was made.
///
/// The bytes may come from anywhere. Whatever they are, it takes less than 128 MiB of memory beside them.
///
/// # Errors
/// Says why there is none, or that data, figures or pages are not those of when the report was made.
pub fn open(bytes: &[u8]) -> Result<Vec<u8>, CarriedError> {
    // A file that trips a check which nobody thought of is a damaged file, and no reason to lose what is open beside it.
    panic::catch_unwind(|| checked(bytes)).unwrap_or(Err(CarriedError::Damaged))
}

fn checked(bytes: &[u8]) -> Result<Vec<u8>, CarriedError> {
    let file = Foreign::read(bytes)?;
    let catalog = file.dictionary(file.trailer(), "Root")?.ok_or(CarriedError::Damaged)?;
    let digests = digests(&file, &catalog)?;
    if digests.is_none() && !is_ours(&file)? {
        return Err(CarriedError::NotOurs);
    }
    let attached = attached(&file, &catalog)?;
    let data = attached.data.ok_or(CarriedError::WithoutData)?;
    let digests = digests.ok_or(CarriedError::Damaged)?;

    let (data, _) = file.stream(&data, LARGEST as usize)?;
    if Sha256::digest(&data)[..] != digests.data[..] {
        return Err(CarriedError::DataChanged);
    }
    let figures = attached.figures.ok_or(CarriedError::FiguresChanged)?;
    if Sha256::digest(file.stream(&figures, LARGEST_FIGURES)?.0)[..] != digests.figures[..] {
        return Err(CarriedError::FiguresChanged);
    }
    if pages_digest(&file, &catalog)? == digests.pages { Ok(data) } else { Err(CarriedError::PagesChanged) }
}

/// Whether the information dictionary says that Orienta made it; programs that pack a file anew leave it as it was.
fn is_ours(file: &Foreign<'_>) -> Result<bool, CarriedError> {
    let information = file.dictionary(file.trailer(), "Info")?.unwrap_or_default();
    let producer = file.entry(&information, "Producer")?.and_then(|name| decode_text_string(&name).ok());
    Ok(producer.is_some_and(|name| name.starts_with(PRODUCER)))
}

/// What the report was when it was made.
struct Digests {
    data: Vec<u8>,
    figures: Vec<u8>,
    pages: Vec<u8>,
}

fn digests(file: &Foreign<'_>, catalog: &Dictionary) -> Result<Option<Digests>, CarriedError> {
    let Some(pieces) = file.dictionary(catalog, "PieceInfo")? else { return Ok(None) };
    let Some(piece) = file.dictionary(&pieces, PIECE)? else { return Ok(None) };
    let private = file.dictionary(&piece, "Private")?.ok_or(CarriedError::Damaged)?;
    match file.entry(&private, "Version")? {
        Some(Object::Integer(VERSION)) => {}
        Some(Object::Integer(later)) if later > VERSION => return Err(CarriedError::Future),
        _ => return Err(CarriedError::Damaged),
    }
    let digest = |key| match file.entry(&private, key)? {
        Some(Object::String(digest, _)) => Ok(digest),
        _ => Err(CarriedError::Damaged),
    };
    Ok(Some(Digests { data: digest("Data")?, figures: digest("Figures")?, pages: digest("Pages")? }))
}

/// The streams of the two files inside, as references.
#[derive(Default)]
struct Attached {
    data: Option<Object>,
    figures: Option<Object>,
}

/// Looks through the associated files, then through all that are attached: some programs keep only one of the lists.
fn attached(file: &Foreign<'_>, catalog: &Dictionary) -> Result<Attached, CarriedError> {
    let mut found = Attached::default();
    let mut left = MOST_ATTACHMENTS;
    for specification in file.array(catalog, "AF")?.unwrap_or_default() {
        take(file, &specification, &mut found, &mut left)?;
    }
    let names = file.dictionary(catalog, "Names")?.unwrap_or_default();
    let mut nodes: Vec<Object> = names.get(b"EmbeddedFiles").ok().cloned().into_iter().collect();
    let mut seen = BTreeSet::new();
    while let Some(node) = nodes.pop() {
        once(&node, &mut seen, &mut left)?;
        let Object::Dictionary(node) = file.resolve(&node)? else { return Err(CarriedError::Damaged) };
        for pair in file.array(&node, "Names")?.unwrap_or_default().chunks_exact(2) {
            take(file, &pair[1], &mut found, &mut left)?;
        }
        nodes.extend(file.array(&node, "Kids")?.unwrap_or_default().into_iter().rev());
    }
    Ok(found)
}

/// Keeps an attachment that is one of the two, unless there was one before.
fn take(file: &Foreign<'_>, value: &Object, found: &mut Attached, left: &mut usize) -> Result<(), CarriedError> {
    *left = left.checked_sub(1).ok_or(CarriedError::TooLarge)?;
    let Object::Dictionary(specification) = file.resolve(value)? else { return Err(CarriedError::Damaged) };
    let either = |dictionary: &Dictionary| match file.entry(dictionary, "UF")? {
        None => file.entry(dictionary, "F"),
        found => Ok(found),
    };
    let name = either(&specification)?.and_then(|name| decode_text_string(&name).ok()).unwrap_or_default();
    let place = if name.ends_with(&format!(".{EXTENSION}")) {
        &mut found.data
    } else if name == FIGURES {
        &mut found.figures
    } else {
        return Ok(());
    };
    if place.is_none() {
        let streams = file.dictionary(&specification, "EF")?.ok_or(CarriedError::Damaged)?;
        let stream = streams.get(b"UF").or_else(|_| streams.get(b"F")).map_err(|_| CarriedError::Damaged)?;
        *place = Some(stream.clone());
    }
    Ok(())
}

/// Counts a node of a tree, which must not be met again.
fn once(node: &Object, seen: &mut BTreeSet<ObjectId>, left: &mut usize) -> Result<(), CarriedError> {
    *left = left.checked_sub(1).ok_or(CarriedError::TooLarge)?;
    match node.as_reference() {
        Ok(id) if !seen.insert(id) => Err(CarriedError::Damaged),
        _ => Ok(()),
    }
}

/// The digest of what is drawn on the pages, in reading order.
fn pages_digest(file: &Foreign<'_>, catalog: &Dictionary) -> Result<Vec<u8>, CarriedError> {
    let mut pages = Pages::default();
    let mut nodes: Vec<Object> = catalog.get(b"Pages").ok().cloned().into_iter().collect();
    let mut seen = BTreeSet::new();
    let (mut nodes_left, mut content_left) = (MOST_PAGES, ALL_CONTENT);
    while let Some(node) = nodes.pop() {
        once(&node, &mut seen, &mut nodes_left)?;
        let Object::Dictionary(node) = file.resolve(&node)? else { return Err(CarriedError::Damaged) };
        if let Some(kids) = file.array(&node, "Kids")? {
            if nodes.len() + kids.len() > MOST_PAGES {
                return Err(CarriedError::TooLarge);
            }
            nodes.extend(kids.into_iter().rev());
            continue;
        }
        let streams = match node.get(b"Contents") {
            Err(_) => Vec::new(),
            Ok(contents) => match file.resolve(contents)? {
                Object::Array(streams) => streams,
                _ => vec![contents.clone()],
            },
        };
        for stream in streams {
            let (content, packed) = file.stream(&stream, LARGEST_CONTENT.min(content_left))?;
            content_left = content_left.checked_sub(content.len().max(packed)).ok_or(CarriedError::TooLarge)?;
            pages.stream(&content);
        }
        pages.end_page();
    }
    Ok(pages.digest())
}
