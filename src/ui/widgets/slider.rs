//! A slider: a track to be filled with the mouse or the arrow keys.

use std::ops::RangeInclusive;

use egui::style::HandleShape;
use egui::{Color32, CornerRadius, Rect, Response, Slider, SliderClamping, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::focus_ring;
use crate::style::Ink;
use crate::ui::theme;

/// Height in points, room for a finger.
const HEIGHT: f32 = 32.0;
const TRACK: f32 = 6.0;
const KNOB: f32 = 10.0;

/// A slider over the whole width, called `name` by screen readers, that goes in steps of `step`. The response has changed
/// where the value has.
pub fn slider(ui: &mut Ui, name: &str, value: &mut f64, range: RangeInclusive<f64>, step: f64) -> Response {
    let (low, high) = (*range.start(), *range.end());
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().slider_width = ui.available_width();
            ui.spacing_mut().interact_size.y = HEIGHT;
            // egui's own does what a slider does; what it looks like is painted below.
            let visuals = ui.visuals_mut();
            visuals.selection.bg_fill = Color32::TRANSPARENT;
            let widgets = &mut visuals.widgets;
            for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
                (state.bg_fill, state.fg_stroke) = (Color32::TRANSPARENT, Stroke::NONE);
            }
            let slider = Slider::new(value, range).step_by(step).show_value(false);
            // What lies between two steps, or beyond the range, stays until the user moves it.
            ui.add(slider.clamping(SliderClamping::Edits).handle_shape(HandleShape::Circle))
        })
        .inner;
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), *value, name));
    if ui.is_rect_visible(response.rect) {
        let palette = theme::palette(ui.ctx());
        let of = |ink| theme::colour(palette.of(ink));
        let rect = response.rect;
        // As far from the ends as egui keeps its handle.
        let ends = rect.x_range().shrink(rect.height() / 2.5);
        let share = if high > low { ((*value - low) / (high - low)).clamp(0.0, 1.0) as f32 } else { 0.0 };
        let x = ends.min + ends.span() * share;
        let middle = rect.center().y;
        let track =
            |from: f32, to: f32| Rect::from_min_max(pos2(from, middle - TRACK / 2.0), pos2(to, middle + TRACK / 2.0));
        let radius = CornerRadius::same((TRACK / 2.0) as u8);
        ui.painter().rect_filled(
            track(ends.min, ends.max),
            radius,
            theme::between(&palette, Ink::Sunken, Ink::Line, 0.7),
        );
        ui.painter().rect_filled(track(ends.min, x), radius, of(Ink::Action));
        let warm = ui.ctx().animate_bool_responsive(response.id, response.hovered() || response.dragged());
        let knob = pos2(x, middle);
        ui.painter().circle(knob, KNOB + warm, of(Ink::Action), Stroke::new(2.0, of(Ink::Surface)));
        if response.has_focus() {
            focus_ring(ui, Rect::from_center_size(knob, vec2(2.0 * KNOB, 2.0 * KNOB)), KNOB as u8);
        }
    }
    response
}
