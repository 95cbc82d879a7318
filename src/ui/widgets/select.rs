//! A choice from a list that unfolds, with its label above.

use egui::{Align2, ComboBox, RichText, Ui};

use crate::style::space;
use crate::ui::icons;
use crate::ui::theme::{self, Face};

/// Draws the choice `width` points wide at most, showing `chosen`; `options` draws the list, usually `selectable_value`s.
/// `id` must be the only one of its kind on the screen. Gives what `options` gave while the list is open.
pub fn select<R>(
    ui: &mut Ui,
    id: &str,
    label: &str,
    chosen: &str,
    width: f32,
    options: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let label = ui.label(RichText::new(label).text_style(theme::text::strong()));
        let width = width.min(ui.available_width());
        let combo =
            ComboBox::from_id_salt(id).selected_text(chosen).width(width).wrap().icon(|ui, rect, visuals, _open| {
                let font = theme::font(Face::Icons, 16.0);
                ui.painter().text(
                    rect.center(),
                    Align2::CENTER_CENTER,
                    icons::CARET_DOWN,
                    font,
                    visuals.fg_stroke.color,
                );
            });
        let shown = combo.show_ui(ui, options);
        shown.response.labelled_by(label.id);
        shown.inner
    })
    .inner
}
