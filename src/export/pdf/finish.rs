//! The finishing pass over the document's dictionaries: what printpdf leaves out or writes differently at every run.
//!
//! Outline, language, title bar, dates and the file's identifier follow ISO 32000-1 (PDF 1.7); section numbers are in the
//! comments.

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary, text_string};
use sha2::{Digest, Sha256};

use super::layout::Place;
use super::{PdfError, carried};
use crate::report::{Meta, Report};

/// Finishes the document and writes it.
pub(super) fn finish(mut document: Document, places: &[Option<Place>], report: &Report) -> Result<Vec<u8>, PdfError> {
    document.version = "1.7".into();
    let information = document.add_object(information(&report.meta));
    if let Some(Object::Reference(old)) = document.trailer.get(b"Info").ok().cloned() {
        document.objects.remove(&old);
    }
    document.trailer.set("Info", information);

    let outline = add_outline(&mut document, places, report);
    let catalog = document.catalog_mut()?;
    // 12.2: the window's title bar shows the document's title, not the file's name.
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    if !report.meta.language.is_empty() {
        catalog.set("Lang", text_string(&report.meta.language)); // 14.9.2
    }
    match outline {
        Some(outline) => {
            catalog.set("Outlines", outline);
            catalog.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
        }
        None => catalog.set("PageMode", Object::Name(b"UseNone".to_vec())),
    }
    document.compress();
    if let Some(carried) = &report.carried {
        carried::embed(&mut document, carried, &report.meta)?;
    }
    write(document)
}

/// Writes the document twice: once to hash it, once with the hash as its identifier (14.4).
fn write(mut document: Document) -> Result<Vec<u8>, PdfError> {
    document.trailer.remove(b"ID");
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    let id = Object::String(Sha256::digest(&bytes)[..16].to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    bytes.clear();
    document.save_to(&mut bytes)?;
    Ok(bytes)
}

/// The information dictionary (14.3.3).
fn information(meta: &Meta) -> Dictionary {
    let mut information = dictionary! {
        "Title" => plain(&meta.title),
        "Author" => plain(&meta.creator),
        "Subject" => plain(&meta.subject),
        "Creator" => plain(&meta.creator),
        "Producer" => text_string(concat!("Orienta ", env!("CARGO_PKG_VERSION"))),
    };
    if let Some(date) = date(&meta.date) {
        information.set("CreationDate", date.clone());
        information.set("ModDate", date);
    }
    information
}

/// Text for a dictionary: one line, without control characters.
pub(super) fn plain(text: &str) -> Object {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    text_string(&spaced.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// An ISO date as a PDF date (7.9.4), at noon UTC so that it is the same day in nearly every time zone. A text that is not
/// a date gives none: a report without a date in its properties is better than no report.
pub(super) fn date(iso: &str) -> Option<Object> {
    let date: jiff::civil::Date = iso.parse().ok()?;
    Some(Object::string_literal(format!("D:{:04}{:02}{:02}120000Z", date.year(), date.month(), date.day())))
}

/// An entry of the outline.
struct Entry {
    id: ObjectId,
    title: Object,
    place: Place,
    level: u8,
    parent: Option<usize>,
}

/// The outline (12.3.3): a chapter with its parts below it. Sections without a title have no entry.
fn add_outline(document: &mut Document, places: &[Option<Place>], report: &Report) -> Option<ObjectId> {
    let mut entries: Vec<Entry> = Vec::new();
    for (section, place) in report.sections.iter().zip(places) {
        let Some(place) = *place else { continue };
        if section.title.trim().is_empty() {
            continue;
        }
        // The nearest entry above with a lower level is the parent.
        let mut parent = entries.len().checked_sub(1);
        while let Some(index) = parent
            && entries[index].level >= section.level
        {
            parent = entries[index].parent;
        }
        let id = document.new_object_id();
        entries.push(Entry { id, title: plain(&section.title), place, level: section.level, parent });
    }
    if entries.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let children = |parent: Option<usize>| -> Vec<ObjectId> {
        entries.iter().filter(|entry| entry.parent == parent).map(|entry| entry.id).collect()
    };
    let mut objects = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let siblings = children(entry.parent);
        let own = siblings.iter().position(|id| *id == entry.id).unwrap_or_default();
        let mut item = dictionary! {
            "Title" => entry.title.clone(),
            "Parent" => entry.parent.map_or(root, |parent| entries[parent].id),
        };
        if let Some(page) = pages.get(entry.place.page) {
            let xyz = Object::Name(b"XYZ".to_vec());
            item.set("Dest", vec![(*page).into(), xyz, Object::Null, entry.place.y.round().into(), Object::Null]);
        }
        if let Some(previous) = own.checked_sub(1).and_then(|before| siblings.get(before)) {
            item.set("Prev", *previous);
        }
        if let Some(next) = siblings.get(own + 1) {
            item.set("Next", *next);
        }
        set_children(&mut item, &children(Some(index)), descendants(&entries, index));
        objects.push((entry.id, item));
    }
    let mut outline = dictionary! { "Type" => "Outlines" };
    set_children(&mut outline, &children(None), entries.len());
    objects.push((root, outline));
    for (id, object) in objects {
        document.objects.insert(id, Object::Dictionary(object));
    }
    Some(root)
}

/// How many entries are below one, at any depth.
fn descendants(entries: &[Entry], ancestor: usize) -> usize {
    let direct = entries.iter().enumerate().filter(|(_, entry)| entry.parent == Some(ancestor));
    direct.map(|(index, _)| 1 + descendants(entries, index)).sum()
}

/// First and last child; a positive count of visible entries below means that they are shown open.
fn set_children(item: &mut Dictionary, children: &[ObjectId], below: usize) {
    if let (Some(first), Some(last)) = (children.first(), children.last()) {
        item.set("First", *first);
        item.set("Last", *last);
        item.set("Count", below as i64);
    }
}
