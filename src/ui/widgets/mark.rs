//! An icon before words: for the eye only, a screen reader has the words.

use egui::{Align2, Response, Sense, Ui, vec2};

use crate::style::{Ink, size};
use crate::ui::theme::{self, Face};

/// An icon of [`crate::ui::icons`] `side` points large, on the middle of a line of body text.
pub fn mark(ui: &mut Ui, icon: &str, side: f32, ink: Ink) -> Response {
    let height = side.max(theme::line_height(size::BODY));
    let (rect, response) = ui.allocate_exact_size(vec2(side, height), Sense::hover());
    if ui.is_rect_visible(rect) {
        let color = theme::ink(ui.ctx(), ink);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon, theme::font(Face::Icons, side), color);
    }
    response
}
