//! The column for reading and answering: no wider than the eye likes, in the middle of the room.

use egui::{InnerResponse, Ui, UiBuilder};

/// Lays contents out in a centred column at most `width` points wide (usually [`crate::style::width::COLUMN`]).
pub fn column<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let mut room = ui.available_rect_before_wrap();
    let spare = (room.width() - width).max(0.0);
    room.min.x += (spare / 2.0).round();
    room.max.x = room.min.x + width.min(room.width());
    ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
        ui.set_width(room.width());
        contents(ui)
    })
}
