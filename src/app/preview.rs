//! Preview of the report: what the user wants to see, and the pages that have come as pixels. They are made outside.

use std::sync::Arc;

use super::{Document, DocumentId, Effect, Model};
use crate::report::Picture;

/// Tells one preview from the next: what an earlier one still has to show is nobody's business any more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PreviewId(u64);

/// Something that happens to the preview.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The user looks at it: make it, unless it shows the report as it is already.
    Look {
        /// Width of a small page in pixels.
        small: u32,
    },
    /// The user looks at a page.
    Turn {
        /// Its number, from 0.
        page: usize,
        /// Its width in pixels.
        width: u32,
    },
    /// It is made; width and height of each page, in points of 1/72 inch.
    Made(PreviewId, Vec<[f32; 2]>),
    /// A small page has come.
    Small(PreviewId, usize, Arc<Picture>),
    /// A large page has come.
    Large(PreviewId, usize, Arc<Picture>),
    /// It could not be made; a sentence says why.
    Failed(PreviewId, String),
}

/// A page of the preview.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Width and height in points of 1/72 inch.
    pub size: [f32; 2],
    /// The page as a small picture, once it has come; that of the report before stays until then.
    pub small: Option<Arc<Picture>>,
}

/// What the report is when the preview is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct State {
    document: DocumentId,
    revision: u64,
    brand: u64,
    without_data: bool,
    small: u32,
}

/// The preview as far as it has come. While a new one is made, the pages of the one before stay.
#[derive(Debug, Default)]
pub struct Preview {
    /// The report that it shows or is being made for.
    of: Option<State>,
    /// Number of the one asked for last.
    latest: PreviewId,
    /// Number of the one whose pages are shown.
    made: PreviewId,
    /// Its pages in order.
    pub sheets: Vec<Sheet>,
    /// The page shown large, by its number from 0.
    pub large: Option<(usize, Arc<Picture>)>,
    /// The large page asked for last, with its width.
    asked: Option<(PreviewId, usize, u32)>,
    /// Why it could not be made.
    pub fault: Option<String>,
}

impl Preview {
    /// Whether a new one is being made.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        self.latest != self.made && self.fault.is_none()
    }

    /// Another company is open: pages of the one before are not to be seen any more, not even those still being made.
    pub(super) fn forget(&mut self) {
        let next = PreviewId(self.latest.0 + 1);
        *self = Self { latest: next, made: next, ..Self::default() };
    }

    fn takes(&self, id: PreviewId) -> bool {
        id == self.latest
    }
}

impl Model {
    fn preview_state(&self, document: &Document, small: u32) -> State {
        State {
            document: document.id(),
            revision: document.revision(),
            brand: self.brand_revision,
            without_data: self.without_data,
            small,
        }
    }

    /// Whether the preview shows something else than the report as it is, or lacks the page looked at.
    #[must_use]
    pub fn preview_wants(&self, step: &Step) -> bool {
        let Some(document) = self.document.as_ref().filter(|d| d.evaluation().scores.progress.given > 0) else {
            return false;
        };
        match *step {
            Step::Look { small } => self.preview.of != Some(self.preview_state(document, small)),
            Step::Turn { page, width } => {
                let p = &self.preview;
                p.latest == p.made && page < p.sheets.len() && p.asked != Some((p.made, page, width))
            }
            _ => true,
        }
    }

    pub(super) fn preview_step(&mut self, step: Step) -> Vec<Effect> {
        match step {
            Step::Look { .. } | Step::Turn { .. } if !self.preview_wants(&step) => {}
            Step::Look { small } => {
                let Some(document) = &self.document else { return Vec::new() };
                let state = self.preview_state(document, small);
                let evaluation = Box::new(document.evaluation().clone());
                self.preview.of = Some(state);
                self.preview.latest.0 += 1;
                self.preview.fault = None;
                let id = self.preview.latest;
                return vec![Effect::Preview { id, evaluation, edition: Box::new(self.edition()), small }];
            }
            Step::Turn { page, width } => {
                let id = self.preview.made;
                self.preview.asked = Some((id, page, width));
                return vec![Effect::PreviewPage { id, page, width }];
            }
            Step::Made(id, sizes) if self.preview.takes(id) => {
                let p = &mut self.preview;
                p.made = id;
                let mut before = std::mem::take(&mut p.sheets).into_iter();
                let sheets = sizes.into_iter().map(|size| {
                    // A page of another shape would be shown stretched.
                    let old = before.next().filter(|old| old.size == size);
                    Sheet { size, small: old.and_then(|old| old.small) }
                });
                p.sheets = sheets.collect();
                let pages = p.sheets.len();
                p.large.take_if(|(page, _)| *page >= pages);
            }
            Step::Small(id, page, picture) if self.preview.takes(id) => {
                if let Some(sheet) = self.preview.sheets.get_mut(page) {
                    sheet.small = Some(picture);
                }
            }
            Step::Large(id, page, picture) if self.preview.takes(id) => self.preview.large = Some((page, picture)),
            Step::Failed(id, sentence) if self.preview.takes(id) => self.preview.fault = Some(sentence),
            Step::Made(..) | Step::Small(..) | Step::Large(..) | Step::Failed(..) => {}
        }
        Vec::new()
    }
}
