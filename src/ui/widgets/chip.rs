//! A chip: a reason, a filter, a word that says more on hover.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Response, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, pos2, vec2};

use super::{focus_ring, line_room};
use crate::style::{Ink, size, space};
use crate::ui::theme::{self, Face};

/// A chip. As it comes it only shows; [`Chip::toggle`] makes it a filter to switch on and off.
#[must_use = "a chip is drawn by `ui.add`"]
pub struct Chip<'a> {
    text: &'a str,
    icon: Option<&'a str>,
    detail: Option<&'a str>,
    on: Option<bool>,
    key: Option<&'a str>,
}

impl<'a> Chip<'a> {
    /// A chip with a text.
    pub const fn new(text: &'a str) -> Self {
        Self { text, icon: None, detail: None, on: None, key: None }
    }

    /// An icon before the text.
    pub const fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// What to say on hover, and to screen readers after the text («+40 punti»).
    pub const fn detail(mut self, detail: &'a str) -> Self {
        self.detail = Some(detail);
        self
    }

    /// The key that switches it, faintly after the text.
    pub const fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// A filter, on or off; click, Space and Enter count as a click.
    pub const fn toggle(mut self, on: bool) -> Self {
        self.on = Some(on);
        self
    }
}

impl Widget for Chip<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui.ctx());
        let of = |ink| theme::colour(palette.of(ink));
        let on = self.on == Some(true);
        let ink = if on { Ink::OnAction } else { Ink::Text };
        let pad = vec2(11.0, if self.on.is_some() { 6.0 } else { 3.5 });
        let icon_room = if self.icon.is_some() { 20.0 } else { 0.0 };
        let key = self.key.map(|key| {
            let font = theme::font(Face::Regular, size::SMALL - 0.5);
            theme::lay_out(ui, key, font, of(if on { Ink::OnAction } else { Ink::Quiet }), f32::INFINITY)
        });
        let key_room = key.as_ref().map_or(0.0, |key| key.size().x + space::S);
        let room = (line_room(ui) - 2.0 * pad.x - icon_room - key_room).max(48.0);
        let galley = theme::lay_out(ui, self.text, theme::font(Face::Regular, size::SMALL + 0.5), of(ink), room);
        let wanted = galley.size() + 2.0 * pad + vec2(icon_room + key_room, 0.0);
        let sense = if self.on.is_some() { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(wanted, sense);
        response.widget_info(|| match self.on {
            Some(on) => WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, self.text),
            None => WidgetInfo::labeled(Role::Label, true, self.spoken()),
        });
        if ui.is_rect_visible(rect) {
            let warm = if self.on.is_some() && response.hovered() { 0.6 } else { 0.0 };
            let fill = if on { of(Ink::Action) } else { theme::between(&palette, Ink::Sunken, Ink::ActionWash, warm) };
            let edge = match self.on {
                Some(true) => Stroke::new(1.2, of(Ink::Action)),
                Some(false) => Stroke::new(1.0, of(Ink::Line)),
                None => Stroke::NONE,
            };
            // Half the height of one line: a chip of two lines keeps the corners of one.
            let radius = CornerRadius::same(13);
            ui.painter().rect(rect, radius, fill, edge, StrokeKind::Inside);
            if let Some(icon) = self.icon {
                let at = pos2(rect.min.x + pad.x + 7.0, rect.center().y);
                ui.painter().text(at, Align2::CENTER_CENTER, icon, theme::font(Face::Icons, 15.0), of(ink));
            }
            ui.painter().galley(rect.min + pad + vec2(icon_room, 0.0), galley, of(ink));
            if let Some(key) = key {
                let at = pos2(rect.max.x - pad.x - key.size().x, rect.center().y - key.size().y / 2.0);
                ui.painter().galley(at, key, of(Ink::Quiet));
            }
            if response.has_focus() {
                focus_ring(ui, rect, 13);
            }
        }
        match self.detail {
            Some(detail) => response.on_hover_text(detail),
            None => response,
        }
    }
}

impl Chip<'_> {
    fn spoken(&self) -> String {
        self.detail.map_or_else(|| self.text.to_owned(), |detail| format!("{}: {detail}", self.text))
    }
}
