//! A small word beside a title: a state, a strength, a caveat.

use egui::accesskit::Role;
use egui::{CornerRadius, Response, Sense, Ui, WidgetInfo, vec2};

use super::line_room;
use crate::style::{Ink, size};
use crate::ui::theme::{self, Face};

/// What a badge or a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A fact, and what is still to be verified.
    Neutral,
    /// Something good, or chosen.
    Action,
    /// Something to be careful about.
    Attention,
    /// Loss or danger.
    Danger,
}

impl Tone {
    /// Ground and text.
    pub(super) const fn inks(self) -> (Ink, Ink) {
        match self {
            Self::Neutral => (Ink::Sunken, Ink::Quiet),
            Self::Action => (Ink::ActionWash, Ink::Text),
            Self::Attention => (Ink::AttentionWash, Ink::Attention),
            Self::Danger => (Ink::Surface, Ink::Danger),
        }
    }
}

/// A badge; breaks into lines where it is wider than the room.
pub fn badge(ui: &mut Ui, text: &str, tone: Tone) -> Response {
    let (ground, ink) = tone.inks();
    let color = theme::ink(ui.ctx(), ink);
    let pad = vec2(8.0, 2.0);
    let room = (line_room(ui) - 2.0 * pad.x).max(32.0);
    let galley = theme::lay_out(ui, text, theme::font(Face::Semibold, size::SMALL - 0.5), color, room);
    let (rect, response) = ui.allocate_exact_size(galley.size() + 2.0 * pad, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    if ui.is_rect_visible(rect) {
        ui.painter().rect_filled(rect, CornerRadius::same(5), theme::ink(ui.ctx(), ground));
        if tone == Tone::Danger {
            let edge = egui::Stroke::new(1.0, color);
            ui.painter().rect_stroke(rect, CornerRadius::same(5), edge, egui::StrokeKind::Inside);
        }
        ui.painter().galley(rect.min + pad, galley, color);
    }
    response
}

/// Keys as they stand on a keyboard, in a frame.
pub fn key_cap(ui: &mut Ui, keys: &str) -> Response {
    let color = theme::ink(ui.ctx(), Ink::Text);
    let pad = vec2(7.0, 2.0);
    let galley = theme::lay_out(ui, keys, theme::font(Face::Semibold, size::SMALL), color, f32::INFINITY);
    let (rect, response) = ui.allocate_exact_size(galley.size() + 2.0 * pad, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, keys));
    if ui.is_rect_visible(rect) {
        let edge = egui::Stroke::new(1.0, theme::ink(ui.ctx(), Ink::Line));
        let radius = CornerRadius::same(5);
        ui.painter().rect(rect, radius, theme::ink(ui.ctx(), Ink::Surface), edge, egui::StrokeKind::Inside);
        ui.painter().galley(rect.min + pad, galley, color);
    }
    response
}
