//! The paper and the part of it that text is set in, in points.

use crate::assessment::choices::Paper;

/// Points in `mm` millimetres.
pub(super) const fn mm(mm: f32) -> f32 {
    mm * 72.0 / 25.4
}

/// At both sides.
const SIDE: f32 = mm(22.0);
const TOP: f32 = mm(22.0);
const BOTTOM: f32 = mm(27.0);
/// From the lower edge of the paper to the rule above the running foot.
const FOOT: f32 = mm(18.5);

/// A sheet of paper with its margins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sheet {
    pub(super) size_mm: (f32, f32),
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Sheet {
    /// A sheet of a kind of paper.
    pub(super) fn of(paper: Paper) -> Self {
        let size_mm = paper.size_mm();
        Self { size_mm, width: mm(size_mm.0), height: mm(size_mm.1) }
    }

    /// Left edge of the text area.
    pub(super) fn left(self) -> f32 {
        SIDE
    }

    /// Upper edge of the text area.
    pub(super) fn top(self) -> f32 {
        TOP
    }

    /// Width of the text area.
    pub(super) fn text_width(self) -> f32 {
        self.width - 2.0 * SIDE
    }

    /// Height of the text area.
    pub(super) fn text_height(self) -> f32 {
        self.height - TOP - BOTTOM
    }

    /// The rule above the running foot, from the upper edge of the paper.
    pub(super) fn foot(self) -> f32 {
        self.height - FOOT
    }
}
