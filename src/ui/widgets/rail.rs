//! An entry of the left rail: one step of the way.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rect, Response, Sense, Ui, Widget, WidgetInfo, pos2, vec2};

use super::{focus_ring, progress_ring};
use crate::style::{self, Ink, size, space};
use crate::ui::icons;
use crate::ui::theme::{self, Face, TARGET};

/// An entry with icon, name and how far the step is.
#[must_use = "an entry is drawn by `ui.add`"]
pub struct RailEntry<'a> {
    icon: &'a str,
    text: &'a str,
    selected: bool,
    progress: Option<(f32, &'a str)>,
}

impl<'a> RailEntry<'a> {
    /// An entry.
    pub const fn new(icon: &'a str, text: &'a str, selected: bool) -> Self {
        Self { icon, text, selected, progress: None }
    }

    /// How far the step is, 0..=1, and the same in words for hover and screen readers; done shows a check mark.
    pub const fn progress(mut self, share: f32, words: &'a str) -> Self {
        self.progress = Some((share, words));
        self
    }
}

impl Widget for RailEntry<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui.ctx());
        let of = |ink| theme::colour(palette.of(ink));
        let width = ui.available_width();
        const LEAD: f32 = 46.0;
        const TAIL: f32 = 38.0;
        let face = if self.selected { Face::Semibold } else { Face::Regular };
        let room = (width - LEAD - TAIL).max(40.0);
        let galley = theme::lay_out(ui, self.text, theme::font(face, size::BODY), of(Ink::Text), room);
        let height = (galley.size().y + 2.0 * space::S).max(TARGET + 2.0);
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
        response.widget_info(|| {
            let name = match self.progress {
                Some((_, words)) => format!("{}, {words}", self.text),
                None => self.text.to_owned(),
            };
            WidgetInfo::selected(Role::Tab, ui.is_enabled(), self.selected, name)
        });
        if ui.is_rect_visible(rect) {
            let warm = ui.ctx().animate_bool_responsive(response.id, response.hovered() || response.has_focus());
            let radius = CornerRadius::same(style::RADIUS);
            if self.selected {
                ui.painter().rect_filled(rect, radius, of(Ink::ActionWash));
                let bar = Rect::from_min_size(rect.min + vec2(0.0, 9.0), vec2(3.5, height - 18.0));
                ui.painter().rect_filled(bar, CornerRadius::same(2), of(Ink::Action));
            } else {
                let hover = theme::between(&palette, Ink::Sunken, Ink::Line, 0.7).gamma_multiply(warm);
                ui.painter().rect_filled(rect, radius, hover);
            }
            let ink = if self.selected { Ink::Action } else { Ink::Quiet };
            let middle = rect.center().y;
            let font = theme::font(Face::Icons, 20.0);
            ui.painter().text(pos2(rect.min.x + 24.0, middle), Align2::CENTER_CENTER, self.icon, font, of(ink));
            ui.painter().galley(pos2(rect.min.x + LEAD, middle - galley.size().y / 2.0), galley, of(Ink::Text));
            let end = pos2(rect.max.x - 20.0, middle);
            match self.progress {
                Some((share, _)) if share >= 1.0 => {
                    let font = theme::font(Face::Icons, 20.0);
                    ui.painter().text(end, Align2::CENTER_CENTER, icons::CHECK_CIRCLE, font, of(Ink::Action));
                }
                Some((share, _)) => progress_ring(ui, end, 7.5, share),
                None => {}
            }
            if response.has_focus() {
                focus_ring(ui, rect.shrink(2.0), style::RADIUS);
            }
        }
        match self.progress {
            Some((_, words)) => response.on_hover_text(words),
            None => response,
        }
    }
}
