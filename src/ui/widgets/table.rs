//! A small table: the values of a chart, for whoever would rather read them.

use egui::accesskit::Role;
use egui::{Grid, Label, RichText, ScrollArea, Ui, vec2};

use crate::style::{Ink, size, space};
use crate::ui::theme::{self, Face};

/// A table with heads; scrolls sideways where it is wider than the room. `id` must be the only one of its kind on the
/// screen; `title` names it to screen readers.
pub fn table(ui: &mut Ui, id: &str, title: &str, head: &[String], rows: &[Vec<String>]) {
    let (text, quiet) = (theme::ink(ui.ctx(), Ink::Text), theme::ink(ui.ctx(), Ink::Quiet));
    ScrollArea::horizontal().id_salt((id, "scroll")).show(ui, |ui| {
        let grid = Grid::new(id).spacing(vec2(space::L, space::S)).min_col_width(0.0).show(ui, |ui| {
            for cell in head {
                let words = RichText::new(cell).font(theme::font(Face::Semibold, size::SMALL)).color(quiet);
                ui.add(Label::new(words).extend());
            }
            ui.end_row();
            for row in rows {
                for (column, cell) in row.iter().enumerate() {
                    let face = if column == 0 { Face::Semibold } else { Face::Regular };
                    let words = RichText::new(cell).font(theme::font(face, size::SMALL + 1.0)).color(text);
                    ui.add(Label::new(words).extend());
                }
                ui.end_row();
            }
        });
        ui.ctx().accesskit_node_builder(grid.response.id, |node| {
            node.set_role(Role::Table);
            node.set_label(title);
        });
    });
}
