//! The report and its figures in other formats, each with the button that saves it.

use egui::{Align, Layout, Ui};

use crate::app::{Command, Model, formats};
use crate::style::space;
use crate::text::t;
use crate::ui::icons;
use crate::ui::widgets::{Button, quiet, strong};

/// Draws the list.
pub(super) fn list(ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
    let language = model.language;
    quiet(ui, &t(language, "formats-lead"));
    for format in formats::all() {
        ui.add_space(space::XS);
        let name = t(language, format.label);
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            let save = t(language, "format-save");
            let response = ui.add(Button::secondary(&save).icon(icons::DOWNLOAD).small());
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(format!("{save}: {name}")));
            if response.clicked() {
                out.push(Command::SaveFormat(format.id));
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                strong(ui, &name);
                quiet(ui, &t(language, format.note));
            });
        });
    }
}
