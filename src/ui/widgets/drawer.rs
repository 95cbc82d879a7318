//! The drawer at the right: help, glossary, «how did this figure come about».

use egui::{CornerRadius, Frame, Key, Margin, Modifiers, Panel, ScrollArea, Stroke, Ui};

use super::icon_button;
use crate::style::{Ink, space};
use crate::ui::{icons, theme};

/// Width of the drawer in points.
const WIDTH: f32 = 372.0;

/// Shows a drawer with a title and a close button while `open`; Escape closes it. To be called before the central panel.
/// `close` is the close button's name.
pub fn drawer(
    ui: &mut Ui,
    id: &'static str,
    title: &str,
    close: &str,
    open: &mut bool,
    contents: impl FnOnce(&mut Ui),
) {
    if *open && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        *open = false;
    }
    if !*open {
        return;
    }
    let palette = theme::palette(ui.ctx());
    let frame = Frame::new()
        .fill(theme::colour(palette.of(Ink::Surface)))
        .stroke(Stroke::new(1.0, theme::colour(palette.of(Ink::Line))))
        .corner_radius(CornerRadius::ZERO)
        .inner_margin(Margin {
            left: space::L as i8,
            right: space::M as i8,
            top: space::M as i8,
            bottom: space::M as i8,
        });
    // On a narrow window the text beside the drawer must stay readable.
    let width = WIDTH.min(ui.available_width() * 0.5);
    Panel::right(id).resizable(false).exact_size(width).show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            let room = ui.available_width() - theme::TARGET - space::S;
            ui.vertical(|ui| {
                ui.set_width(room);
                ui.add_space(space::XS);
                super::heading::tight_heading(ui, title);
            });
            if icon_button(ui, icons::X, close).clicked() {
                *open = false;
            }
        });
        ui.add_space(space::S);
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            // Keeps text clear of the scroll bar.
            ui.set_max_width(ui.available_width() - space::S);
            contents(ui);
        });
    });
}
