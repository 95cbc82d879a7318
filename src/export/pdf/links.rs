//! Links (ISO 32000-1, 12.5.6.5): places on a page that lead to a site or to a section of the report.

use std::rc::Rc;

use lopdf::{Document, Object, ObjectId, dictionary, text_string};

use super::finish::plain;
use super::layout::Place;
use crate::report::Report;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Leads {
    /// To an address on the web, with its scheme.
    Web(Rc<str>),
    /// To a section, by its index in the report.
    Section(usize),
}

/// A link at its place.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub(super) page: usize,
    /// Left, lower, right and upper edge.
    pub(super) area: [f32; 4],
    pub(super) leads: Leads,
}

/// Where a section begins, as a destination (12.3.2).
pub(super) fn destination(pages: &[ObjectId], place: Place) -> Option<Object> {
    let page = *pages.get(place.page)?;
    let xyz = Object::Name(b"XYZ".to_vec());
    Some(vec![page.into(), xyz, Object::Null, place.y.round().into(), Object::Null].into())
}

/// Puts the links on their pages, and gives their objects in the same order. In the tree of parents they come after the
/// pages.
pub(super) fn set(
    document: &mut Document,
    links: &[Link],
    places: &[Option<Place>],
    report: &Report,
) -> Result<Vec<ObjectId>, lopdf::Error> {
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let mut ids = Vec::with_capacity(links.len());
    for (index, link) in links.iter().enumerate() {
        let area: Vec<Object> = link.area.iter().map(|edge| Object::Real(*edge)).collect();
        let mut annotation = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => area,
            "Border" => vec![0.into(), 0.into(), 0.into()],
            "F" => 4, // printed with the page: PDF/A asks for it, though there is nothing to see
            "StructParent" => (pages.len() + index) as i64,
        };
        match &link.leads {
            Leads::Web(address) => {
                annotation.set("Contents", text_string(address));
                let uri = Object::string_literal(address.as_bytes());
                annotation.set("A", dictionary! { "Type" => "Action", "S" => "URI", "URI" => uri });
            }
            Leads::Section(section) => {
                if let Some(section) = report.sections.get(*section) {
                    annotation.set("Contents", plain(&section.title));
                }
                let place = places.get(*section).copied().flatten();
                if let Some(destination) = place.and_then(|place| destination(&pages, place)) {
                    annotation.set("Dest", destination);
                }
            }
        }
        let id = document.add_object(annotation);
        ids.push(id);
        if let Some(page) = pages.get(link.page) {
            let page = document.get_dictionary_mut(*page)?;
            match page.get_mut(b"Annots").and_then(Object::as_array_mut) {
                Ok(annotations) => annotations.push(id.into()),
                Err(_) => page.set("Annots", vec![id.into()]),
            }
        }
    }
    Ok(ids)
}
