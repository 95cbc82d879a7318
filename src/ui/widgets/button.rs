//! Buttons: one primary on a screen, secondary beside it, quiet ones for what may also be done.

use egui::accesskit::Role;
use egui::{
    Align2, Color32, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, pos2, vec2,
};

use super::{focus_ring, line_room};
use crate::style::{self, Ink, size, space};
use crate::ui::theme::{self, Face, TARGET};

/// Height of a small button of one line, in points.
pub const SMALL_HEIGHT: f32 = 32.0;
/// Room left and right of a key's name in its frame.
const KEY_PAD: f32 = 5.0;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Primary,
    Secondary,
    Quiet,
    Danger,
}

/// A button with a verb on it. Texts that do not fit break into lines.
#[must_use = "a button is drawn by `ui.add`"]
pub struct Button<'a> {
    text: &'a str,
    look: Look,
    icon: Option<&'a str>,
    icon_last: bool,
    small: bool,
    wide: bool,
    enabled: bool,
    key: Option<&'a str>,
}

impl<'a> Button<'a> {
    const fn new(text: &'a str, look: Look) -> Self {
        Self { text, look, icon: None, icon_last: false, small: false, wide: false, enabled: true, key: None }
    }

    /// The one obvious next step.
    pub const fn primary(text: &'a str) -> Self {
        Self::new(text, Look::Primary)
    }

    /// A step beside it.
    pub const fn secondary(text: &'a str) -> Self {
        Self::new(text, Look::Secondary)
    }

    /// Something that may also be done; no frame at rest.
    pub const fn quiet(text: &'a str) -> Self {
        Self::new(text, Look::Quiet)
    }

    /// Loses something that cannot be brought back.
    pub const fn danger(text: &'a str) -> Self {
        Self::new(text, Look::Danger)
    }

    /// An icon of [`crate::ui::icons`] before the text.
    pub const fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// An icon after the text, for going onward.
    pub const fn icon_after(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self.icon_last = true;
        self
    }

    /// Lower, with smaller text, for use inside cards and rows.
    pub const fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// As wide as the room there is.
    pub const fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// The key that does the same, faintly after the text.
    pub const fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// Width in points that it takes on one line, without icon and key: to keep room for it.
    #[must_use]
    pub fn width(&self, ui: &Ui) -> f32 {
        let font = theme::font(self.face(), self.text_size());
        theme::lay_out(ui, self.text, font, Color32::PLACEHOLDER, f32::INFINITY).size().x + 2.0 * self.pad().x
    }

    const fn face(&self) -> Face {
        if matches!(self.look, Look::Quiet) { Face::Regular } else { Face::Semibold }
    }

    const fn text_size(&self) -> f32 {
        if self.small { size::SMALL + 1.0 } else { size::BODY }
    }

    const fn pad(&self) -> egui::Vec2 {
        if self.small { vec2(12.0, 5.0) } else { vec2(18.0, 9.0) }
    }

    /// What stands on it.
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// Cannot be pressed where false; say why near it.
    pub const fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        // Not a scope of its own: in a row that wraps it would be placed before its width is known.
        ui.add_enabled(self.enabled, |ui: &mut Ui| self.show(ui))
    }
}

impl Button<'_> {
    fn show(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui.ctx());
        let (text_size, pad) = (self.text_size(), self.pad());
        let icon_size = text_size + 3.0;
        let icon_room = if self.icon.is_some() { icon_size + space::S } else { 0.0 };
        let key = self.key.map(|key| {
            let font = theme::font(Face::Regular, size::SMALL - 0.5);
            theme::lay_out(ui, key, font, theme::ink(ui.ctx(), Ink::Quiet), f32::INFINITY)
        });
        let key_room = key.as_ref().map_or(0.0, |key| key.size().x + 2.0 * KEY_PAD + space::S);
        let room = (line_room(ui) - 2.0 * pad.x - icon_room - key_room).max(48.0);
        let font = theme::font(self.face(), text_size);
        let galley = theme::lay_out(ui, self.text, font, Color32::PLACEHOLDER, room);

        let content = icon_room + galley.size().x + key_room;
        // A quiet button has no frame at rest: its text stands where other texts begin.
        let quiet = self.look == Look::Quiet && !self.wide;
        let width = match (self.wide, quiet) {
            (true, _) => ui.available_width(),
            (false, true) => content + pad.x,
            (false, false) => content + 2.0 * pad.x,
        };
        let height = (galley.size().y + 2.0 * pad.y).max(if self.small { SMALL_HEIGHT } else { TARGET });
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.text));
        if !ui.is_rect_visible(rect) {
            return response;
        }

        let pressed = response.is_pointer_button_down_on();
        let warm = ui.ctx().animate_bool_responsive(response.id, response.hovered() || response.has_focus());
        let depth = if pressed { 1.0 } else { warm * 0.6 };
        let (fill, edge, ink) = match self.look {
            Look::Primary => (theme::between(&palette, Ink::Action, Ink::Text, depth * 0.3), None, Ink::OnAction),
            Look::Secondary => (
                theme::between(&palette, Ink::Surface, Ink::ActionWash, depth),
                Some(theme::between(&palette, Ink::Quiet, Ink::Action, 0.35 + 0.65 * warm)),
                Ink::Action,
            ),
            Look::Quiet => (theme::ink(ui.ctx(), Ink::Sunken).gamma_multiply(depth.max(warm)), None, Ink::Action),
            Look::Danger => (theme::ink(ui.ctx(), Ink::Surface), Some(theme::ink(ui.ctx(), Ink::Danger)), Ink::Danger),
        };
        let stroke = edge.map_or(Stroke::NONE, |color| Stroke::new(1.2, color));
        let ground = if quiet { egui::Rect::from_min_max(rect.min - vec2(space::S, 0.0), rect.max) } else { rect };
        ui.painter().rect(ground, CornerRadius::same(style::RADIUS), fill, stroke, StrokeKind::Inside);

        let color = theme::ink(ui.ctx(), ink);
        let left = if quiet { rect.min.x } else { rect.center().x - content / 2.0 };
        let text_left = if self.icon_last { left } else { left + icon_room };
        if let Some(icon) = self.icon {
            let x = if self.icon_last { left + content - icon_size / 2.0 } else { left + icon_size / 2.0 };
            let font = theme::font(Face::Icons, icon_size);
            ui.painter().text(pos2(x, rect.center().y), Align2::CENTER_CENTER, icon, font, color);
        }
        ui.painter().galley(pos2(text_left, rect.center().y - galley.size().y / 2.0), galley, color);
        if let Some(key) = key {
            let width = key.size().x + 2.0 * KEY_PAD;
            let end = left + content - if self.icon_last { icon_room } else { 0.0 };
            let cap = Rect::from_center_size(pos2(end - width / 2.0, rect.center().y), vec2(width, key.size().y + 2.0));
            let line = Stroke::new(1.0, theme::ink(ui.ctx(), Ink::Line));
            ui.painter().rect_stroke(cap, CornerRadius::same(4), line, StrokeKind::Inside);
            let at = cap.center() - key.size() / 2.0;
            ui.painter().galley(at, key, theme::ink(ui.ctx(), Ink::Quiet));
        }
        if response.has_focus() {
            focus_ring(ui, ground, style::RADIUS);
        }
        response
    }
}

/// A button that is only an icon; its name is read aloud and shown on hover.
pub fn icon_button(ui: &mut Ui, icon: &str, name: &str) -> Response {
    only_icon(ui, icon, name, TARGET)
}

/// The same as high as a small button, to stand in a row with those.
pub fn small_icon_button(ui: &mut Ui, icon: &str, name: &str) -> Response {
    only_icon(ui, icon, name, SMALL_HEIGHT)
}

fn only_icon(ui: &mut Ui, icon: &str, name: &str, side: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if ui.is_rect_visible(rect) {
        let warm = ui.ctx().animate_bool_responsive(response.id, response.hovered() || response.has_focus());
        let radius = CornerRadius::same(style::RADIUS);
        ui.painter().rect_filled(rect, radius, theme::ink(ui.ctx(), Ink::Sunken).gamma_multiply(warm));
        let ink = if response.hovered() { Ink::Action } else { Ink::Quiet };
        let font = theme::font(Face::Icons, (side / 2.0).max(18.0));
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon, font, theme::ink(ui.ctx(), ink));
        if response.has_focus() {
            focus_ring(ui, rect, style::RADIUS);
        }
    }
    let response = response.on_hover_text(name);
    // What is shown on hover is its name already; a screen reader would say it twice.
    ui.ctx().accesskit_node_builder(response.id, |node| node.clear_description());
    response
}
