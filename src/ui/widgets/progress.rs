//! How far one is: a line over the page, a ring in the rail.

use std::f32::consts::TAU;

use egui::accesskit::Role;
use egui::{CornerRadius, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::style::{Ink, size, space};
use crate::ui::theme::{self, Face};

const BAR: f32 = 6.0;

/// A bar with words over it («12 di 20 · circa 4 minuti»). `share` is 0..=1.
pub fn progress_line(ui: &mut Ui, share: f32, words: &str) -> Response {
    let share = share.clamp(0.0, 1.0);
    let color = theme::ink(ui.ctx(), Ink::Quiet);
    let width = ui.available_width();
    let galley = theme::lay_out(ui, words, theme::font(Face::Regular, size::SMALL + 0.5), color, width);
    let height = galley.size().y + space::XS + BAR;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo {
        value: Some(f64::from(share)),
        ..WidgetInfo::labeled(Role::ProgressIndicator, true, words)
    });
    if ui.is_rect_visible(rect) {
        ui.painter().galley(rect.min, galley, color);
        let track = Rect::from_min_max(Pos2::new(rect.min.x, rect.max.y - BAR), rect.max);
        let radius = CornerRadius::same((BAR / 2.0) as u8);
        ui.painter().rect_filled(track, radius, theme::between(&theme::palette(ui.ctx()), Ink::Sunken, Ink::Line, 0.5));
        let shown = ui.ctx().animate_value_with_time(response.id, share, ui.style().animation_time);
        if shown > 0.0 {
            let filled = Rect::from_min_size(track.min, vec2((track.width() * shown).max(BAR), BAR));
            ui.painter().rect_filled(filled, radius, theme::ink(ui.ctx(), Ink::Action));
        }
    }
    response
}

/// A quiet ring around `centre`, `share` 0..=1 of it in the action colour, clockwise from the top.
pub fn progress_ring(ui: &Ui, centre: Pos2, radius: f32, share: f32) {
    let palette = theme::palette(ui.ctx());
    let width = 2.6;
    // With high contrast the line is nearly as dark as the ring; the track steps back.
    let track = if palette.high_contrast {
        theme::between(&palette, Ink::Sunken, Ink::Line, 0.35)
    } else {
        theme::between(&palette, Ink::Line, Ink::Quiet, 0.15)
    };
    ui.painter().circle_stroke(centre, radius, Stroke::new(width, track));
    let share = share.clamp(0.0, 1.0);
    if share > 0.0 {
        const STEPS: u8 = 48;
        let point = |k: u8| {
            let angle = TAU * share * f32::from(k) / f32::from(STEPS);
            centre + radius * vec2(angle.sin(), -angle.cos())
        };
        let arc = (0..=STEPS).map(point).collect();
        ui.painter().line(arc, Stroke::new(width, theme::colour(palette.of(Ink::Action))));
    }
}
