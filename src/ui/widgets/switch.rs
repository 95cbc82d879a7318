//! Something that is on or off, with a sentence that says what it does.

use egui::accesskit::Role;
use egui::{CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::focus_ring;
use crate::style::{Ink, size, space};
use crate::ui::theme::{self, Face, TARGET};

const TRACK: egui::Vec2 = vec2(42.0, 24.0);

/// A switch over the whole width, with a sentence under its label where there is one; click, Space and Enter count as a click.
pub fn switch(ui: &mut Ui, label: &str, help: &str, on: bool) -> Response {
    let palette = theme::palette(ui.ctx());
    let of = |ink| theme::colour(palette.of(ink));
    let width = ui.available_width();
    let room = width - TRACK.x - space::M;
    let name = theme::lay_out(ui, label, theme::font(Face::Semibold, size::BODY), of(Ink::Text), room);
    let words = theme::lay_out(ui, help, theme::font(Face::Regular, size::SMALL + 0.5), of(Ink::Quiet), room);
    let below = if help.is_empty() { 0.0 } else { words.size().y + space::S };
    let height = (name.size().y + below).max(TARGET);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), on, label));
    if !help.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(help));
    }
    if ui.is_rect_visible(rect) {
        let left = rect.min.x + TRACK.x + space::M;
        let words_top = rect.min.y + name.size().y + space::XS;
        ui.painter().galley(pos2(left, rect.min.y), name, of(Ink::Text));
        ui.painter().galley(pos2(left, words_top), words, of(Ink::Quiet));
        let share = ui.ctx().animate_bool_responsive(response.id, on);
        let track = Rect::from_min_size(rect.min, TRACK);
        let fill = theme::between(&palette, Ink::Sunken, Ink::Action, share);
        let edge = Stroke::new(1.2, theme::between(&palette, Ink::Quiet, Ink::Action, share));
        let round = CornerRadius::same((TRACK.y / 2.0) as u8);
        ui.painter().rect(track, round, fill, edge, StrokeKind::Inside);
        let knob = pos2(track.min.x + TRACK.y / 2.0 + share * (TRACK.x - TRACK.y), track.center().y);
        let knob_ink = if on { Ink::OnAction } else { Ink::Quiet };
        ui.painter().circle_filled(knob, TRACK.y / 2.0 - 5.0, of(knob_ink));
        if response.has_focus() {
            focus_ring(ui, track, (TRACK.y / 2.0) as u8);
        }
    }
    response
}
