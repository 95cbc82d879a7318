//! A card that unfolds: its head says what is in it and how things stand, so that it need not be open.

use egui::accesskit::Role;
use egui::{Align2, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{card, focus_ring};
use crate::style::{self, Ink, size, space};
use crate::ui::icons;
use crate::ui::theme::{self, Face, TARGET};

/// Room of the caret at the right.
const CARET: f32 = 28.0;

/// A card with a head over its whole width that folds it up and down; `summary` says under the title how things stand.
pub fn fold(ui: &mut Ui, title: &str, summary: &str, open: &mut bool, contents: impl FnOnce(&mut Ui)) {
    card(ui, |ui| {
        if head(ui, title, summary, *open) {
            *open = !*open;
        }
        if *open {
            ui.add_space(space::XS);
            contents(ui);
        }
    });
}

/// The head; true where it was clicked.
fn head(ui: &mut Ui, title: &str, summary: &str, open: bool) -> bool {
    let palette = theme::palette(ui.ctx());
    let of = |ink| theme::colour(palette.of(ink));
    let room = (ui.available_width() - CARET).max(80.0);
    let name = theme::lay_out(ui, title, theme::font(Face::Semibold, size::H2), of(Ink::Text), room);
    let words = theme::lay_out(ui, summary, theme::font(Face::Regular, size::SMALL + 0.5), of(Ink::Quiet), room);
    let height = if summary.is_empty() { name.size().y } else { name.size().y + words.size().y + space::XS };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height.max(TARGET)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), title));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_expanded(open);
        if !summary.is_empty() {
            node.set_description(summary);
        }
    });
    if ui.is_rect_visible(rect) {
        let top = rect.center().y - height / 2.0;
        let below = pos2(rect.min.x, top + name.size().y + space::XS);
        ui.painter().galley(pos2(rect.min.x, top), name, of(Ink::Text));
        if !summary.is_empty() {
            ui.painter().galley(below, words, of(Ink::Quiet));
        }
        let caret = if open { icons::CARET_UP } else { icons::CARET_DOWN };
        let ink = if response.hovered() { Ink::Action } else { Ink::Quiet };
        let at = pos2(rect.max.x - 10.0, rect.center().y);
        ui.painter().text(at, Align2::CENTER_CENTER, caret, theme::font(Face::Icons, 20.0), of(ink));
        if response.has_focus() {
            focus_ring(ui, rect, style::RADIUS);
        }
    }
    response.clicked()
}
