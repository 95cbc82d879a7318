//! The report as the file: the assessment and its figures travel inside the PDF, with digests by which a change is noticed.
//!
//! Two associated files (ISO 32000-2, 14.13; ISO 19005-3, 6.8) that any PDF program lists and saves, and the digests in the
//! catalog's page-piece dictionary (ISO 32000-1, 14.5), which is the place for a program's own data. `docs/formats.md`
//! describes them; `open` reads them.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary, text_string};
use md5::Md5;
use sha2::{Digest, Sha256};

use super::PdfError;
use super::finish::{date, plain};
use crate::assessment::file::EXTENSION;
use crate::report::{Carried, Meta};

/// Name of the attachment with the figures.
pub(super) const FIGURES: &str = "figures.json";
/// Key of the page-piece dictionary that holds the digests.
pub(super) const PIECE: &str = "Orienta";
/// Version of what is kept there.
pub(super) const VERSION: i64 = 1;

/// Puts the data into a document whose pages are final. Nothing may change what is drawn on them afterwards; packing does
/// not.
pub(super) fn embed(document: &mut Document, carried: &Carried, meta: &Meta) -> Result<(), PdfError> {
    let pages = pages_digest(document)?;
    let name = format!("{}.{EXTENSION}", carried.name);
    let assessment = attach(document, &name, &carried.assessment, "Source", meta)?;
    let figures = attach(document, FIGURES, &carried.figures, "Data", meta)?;

    // A name tree is sorted by the bytes of its keys (7.9.6).
    let mut names = [(key(&name), assessment), (key(FIGURES), figures)];
    names.sort();
    let mut leaf: Vec<Object> = Vec::new();
    for (key, file) in names {
        leaf.extend([Object::String(key, StringFormat::Literal), file.into()]);
    }

    let mut piece = Dictionary::new();
    if let Some(date) = date(&meta.date) {
        piece.set("LastModified", date);
    }
    piece.set(
        "Private",
        dictionary! {
            "Version" => VERSION,
            "Data" => hexadecimal(&Sha256::digest(&carried.assessment)),
            "Figures" => hexadecimal(&Sha256::digest(&carried.figures)),
            "Pages" => hexadecimal(&pages),
        },
    );

    // Other names, as of destinations, stay.
    let shared = document.catalog()?.get(b"Names").ok().cloned();
    let tree = dictionary! { "Names" => leaf };
    match shared {
        Some(Object::Reference(id)) => document.get_dictionary_mut(id)?.set("EmbeddedFiles", tree),
        direct => {
            let mut all = direct.and_then(|names| names.as_dict().ok().cloned()).unwrap_or_default();
            all.set("EmbeddedFiles", tree);
            document.catalog_mut()?.set("Names", all);
        }
    }
    let catalog = document.catalog_mut()?;
    catalog.set("AF", vec![assessment.into(), figures.into()]);
    catalog.set("PieceInfo", dictionary! { PIECE => piece });
    Ok(())
}

/// One file inside (7.11.4): its bytes and what is said about them.
fn attach(
    document: &mut Document,
    name: &str,
    bytes: &[u8],
    relationship: &str,
    meta: &Meta,
) -> Result<ObjectId, PdfError> {
    let mut parameters = dictionary! {
        "Size" => bytes.len() as i64,
        // MD5 is what the format asks for, and only tells a damaged file; the digests that count are SHA-256.
        "CheckSum" => hexadecimal(&Md5::digest(bytes)),
    };
    if let Some(date) = date(&meta.date) {
        parameters.set("ModDate", date);
    }
    let head = dictionary! { "Type" => "EmbeddedFile", "Subtype" => "application/json", "Params" => parameters };
    let stream = document.add_object(Stream::new(head, bytes.to_vec()));
    Ok(document.add_object(dictionary! {
        "Type" => "Filespec",
        // For readers of before 2003, which know no other letters than these.
        "F" => Object::string_literal(ascii(name)),
        "UF" => text_string(name),
        "Desc" => plain(&meta.title),
        "AFRelationship" => relationship,
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    }))
}

/// A name as key of the name tree.
fn key(name: &str) -> Vec<u8> {
    text_string(name).as_str().map(<[u8]>::to_vec).unwrap_or_default()
}

fn ascii(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii() { c } else { '_' }).collect()
}

fn hexadecimal(bytes: &[u8]) -> Object {
    Object::String(bytes.to_vec(), StringFormat::Hexadecimal)
}

/// The digest of all pages of a document of ours.
fn pages_digest(document: &Document) -> Result<Vec<u8>, PdfError> {
    let mut pages = Pages::default();
    for page in document.page_iter() {
        for id in document.get_page_contents(page) {
            pages.stream(&document.get_object(id)?.as_stream()?.get_plain_content()?);
        }
        pages.end_page();
    }
    Ok(pages.digest())
}

/// The digest of pages: SHA-256 over the pages' own digests in reading order, each SHA-256 over what is drawn on the page,
/// decoded, its streams joined by a line feed, as a program that makes one of several joins them.
#[derive(Default)]
pub(super) struct Pages {
    all: Sha256,
    page: Sha256,
    begun: bool,
}

impl Pages {
    /// The next stream of the page.
    pub(super) fn stream(&mut self, content: &[u8]) {
        if std::mem::replace(&mut self.begun, true) {
            self.page.update(b"\n");
        }
        self.page.update(content);
    }

    /// The page is complete.
    pub(super) fn end_page(&mut self) {
        let page = std::mem::take(&mut self.page);
        self.all.update(page.finalize());
        self.begun = false;
    }

    pub(super) fn digest(self) -> Vec<u8> {
        self.all.finalize().to_vec()
    }
}
