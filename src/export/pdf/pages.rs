//! How many pages a document has.

/// The number of pages of a PDF; none where it cannot be read.
#[must_use]
pub fn pages(pdf: &[u8]) -> Option<usize> {
    lopdf::Document::load_mem(pdf).ok().map(|document| document.get_pages().len())
}
