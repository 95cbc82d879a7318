//! The finishing pass over the document's dictionaries: what printpdf leaves out or writes differently at every run.
//!
//! Structure, outline, language, title bar, dates, metadata, colours and the file's identifier follow ISO 32000-1
//! (PDF 1.7); section numbers are in the comments.

use std::num::NonZero;
use std::sync::{Mutex, PoisonError};
use std::thread;

use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary, text_string};
use moxcms::ColorProfile;
use sha2::{Digest, Sha256};

use super::layout::{Laid, Place};
use super::{PdfError, carried, links, metadata};
use crate::report::{Meta, Report};
use crate::text::hexadecimal;

/// What writes the file.
pub(super) const PRODUCER: &str = concat!("Orienta ", env!("CARGO_PKG_VERSION"));

/// Finishes the document and writes it.
pub(super) fn finish(laid: Laid, report: &Report) -> Result<Vec<u8>, PdfError> {
    let Laid { mut document, tags, places, links } = laid;
    document.version = "1.7".into();
    let_images_be_compressed(&mut document);
    set_information(&mut document, &report.meta);
    set_metadata(&mut document, &report.meta)?;
    set_colours(&mut document)?;
    set_outline(&mut document, &places, report)?;
    tidy_resources(&mut document);
    let links = links::set(&mut document, &links, &places, report)?;
    let structure = tags.write(&mut document, &links);
    let catalog = document.catalog_mut()?;
    catalog.set("StructTreeRoot", structure);
    catalog.set("MarkInfo", dictionary! { "Marked" => true }); // 14.7.1
    // 12.2: the window's title bar shows the document's title, not the file's name.
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    if metadata::is_language(&report.meta.language) {
        catalog.set("Lang", text_string(&report.meta.language)); // 14.9.2
    }
    if let Some(carried) = &report.carried {
        carried::embed(&mut document, carried, &report.meta)?;
    }
    pack(&mut document)?;
    write(document)
}

/// printpdf marks its images as done, and writes every pixel as it is.
fn let_images_be_compressed(document: &mut Document) {
    let streams = document.objects.values_mut().filter_map(|object| object.as_stream_mut().ok());
    for stream in streams.filter(|s| s.dict.get(b"Filter").is_err()) {
        if stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image") {
            stream.allows_compression = true;
        }
    }
}

/// Packs what may be packed, in a few threads where there are cores for them: this is a fifth of the work, and no stream
/// waits for another. Where no thread is to be had, the caller's does it all.
fn pack(document: &mut Document) -> Result<(), PdfError> {
    let streams = document.objects.values_mut().filter_map(|object| object.as_stream_mut().ok());
    let streams = Mutex::new(streams.filter(|stream| stream.allows_compression));
    let next = || streams.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some(stream) = next() {
            stream.compress()?;
        }
        Ok(())
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS);
    thread::scope(|scope| {
        let spawn = || thread::Builder::new().spawn_scoped(scope, work).ok();
        let others: Vec<_> = (1..cores).map_while(|_| spawn()).collect();
        let mut done: lopdf::Result<()> = work();
        for other in others {
            done = done.and(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        Ok(done?)
    })
}

/// More threads would find little left to pack.
const MOST_THREADS: usize = 4;

/// Writes the document with a hash of all that is written as its identifier (14.4). Small objects go into compressed
/// streams (7.5.7): a structure tree is made of thousands of them.
fn write(mut document: Document) -> Result<Vec<u8>, PdfError> {
    // The identifier's place is held by zeros in the trailer, which is written last and not packed.
    let held = Object::String(vec![0; ID_BYTES], StringFormat::Hexadecimal);
    document.trailer.set("ID", Object::Array(vec![held.clone(), held]));
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(MOST_IN_STREAM)
        .compression_level(6)
        .build();
    let mut bytes = Vec::new();
    document.save_with_options(&mut bytes, options)?;
    let id = format!("<{}>", hexadecimal(&Sha256::digest(&bytes)[..ID_BYTES]));
    let held = format!("<{}>", hexadecimal(&[0; ID_BYTES]));
    let mut end = bytes.len();
    for _ in 0..2 {
        if let Some(at) = bytes[..end].windows(held.len()).rposition(|window| window == held.as_bytes()) {
            bytes[at..at + id.len()].copy_from_slice(id.as_bytes());
            end = at;
        }
    }
    Ok(bytes)
}

/// Length of the file's identifier.
const ID_BYTES: usize = 16;

/// How many small objects are compressed together: the more, the better they are, and the more a viewer reads at once.
const MOST_IN_STREAM: usize = 400;

/// The information dictionary (14.3.3).
fn set_information(document: &mut Document, meta: &Meta) {
    let mut information = dictionary! {
        "Title" => plain(&meta.title),
        "Author" => plain(&meta.creator),
        "Subject" => plain(&meta.subject),
        "Creator" => plain(&meta.creator),
        "Producer" => text_string(PRODUCER),
    };
    if let Some(date) = date(&meta.date) {
        information.set("CreationDate", date.clone());
        information.set("ModDate", date);
    }
    let information = document.add_object(information);
    if let Some(Object::Reference(old)) = document.trailer.get(b"Info").ok().cloned() {
        document.objects.remove(&old);
    }
    document.trailer.set("Info", information);
}

/// The same as XMP (14.3.2), readable without a PDF library: not compressed.
fn set_metadata(document: &mut Document, meta: &Meta) -> Result<(), PdfError> {
    let dictionary = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let stream = Stream::new(dictionary, metadata::xmp(meta).into_bytes()).with_compression(false);
    let id = document.add_object(stream);
    document.catalog_mut()?.set("Metadata", id);
    Ok(())
}

/// What the colours mean: sRGB (14.11.5).
fn set_colours(document: &mut Document) -> Result<(), PdfError> {
    let mut profile = ColorProfile::new_srgb().encode().map_err(|_| PdfError::Colours)?;
    // Date of creation, which the library takes from the clock: 1 January 2000, as six numbers of two bytes.
    if let Some(date) = profile.get_mut(24..36) {
        date.copy_from_slice(&[0x07, 0xd0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    }
    let dictionary = dictionary! { "N" => 3, "Alternate" => "DeviceRGB" };
    let profile = document.add_object(Stream::new(dictionary, profile));
    let name = "sRGB IEC61966-2.1";
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => text_string(name),
        "Info" => text_string(name),
        "RegistryName" => text_string("http://www.color.org"),
        "DestOutputProfile" => profile,
    };
    document.catalog_mut()?.set("OutputIntents", vec![intent.into()]);
    Ok(())
}

/// Leaves out the kinds of resources that a page has none of (7.8.3).
fn tidy_resources(document: &mut Document) {
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let nothing: Vec<ObjectId> = document
        .objects
        .iter()
        .filter(|(_, object)| object.as_dict().is_ok_and(Dictionary::is_empty))
        .map(|(id, _)| *id)
        .collect();
    for page in pages {
        let own = document.get_dictionary(page).and_then(|page| page.get(b"Resources")).cloned();
        let resources = match own {
            Ok(Object::Reference(id)) => document.get_dictionary_mut(id),
            _ => document.get_dictionary_mut(page).and_then(|page| page.get_mut(b"Resources")?.as_dict_mut()),
        };
        let Ok(resources) = resources else { continue };
        let is_empty = |kind: &Object| match kind {
            Object::Reference(id) => nothing.contains(id),
            kind => kind.as_dict().is_ok_and(Dictionary::is_empty),
        };
        let empty: Vec<Vec<u8>> =
            resources.iter().filter(|(_, kind)| is_empty(kind)).map(|(name, _)| name.clone()).collect();
        for name in empty {
            resources.remove(&name);
        }
    }
    for id in nothing {
        document.objects.remove(&id);
    }
}

/// The outline, shown when the file is opened.
fn set_outline(document: &mut Document, places: &[Option<Place>], report: &Report) -> Result<(), PdfError> {
    let outline = add_outline(document, places, report);
    let catalog = document.catalog_mut()?;
    match outline {
        Some(outline) => {
            catalog.set("Outlines", outline);
            catalog.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
        }
        None => catalog.set("PageMode", Object::Name(b"UseNone".to_vec())),
    }
    Ok(())
}

/// Text for a dictionary: one line, without control characters.
pub(super) fn plain(text: &str) -> Object {
    text_string(&metadata::one_line(text))
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
        if let Some(destination) = links::destination(&pages, entry.place) {
            item.set("Dest", destination);
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
