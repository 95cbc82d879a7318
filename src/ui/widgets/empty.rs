//! What a list shows before it has something: what would be here, and the next step.

use egui::{Align, Align2, Layout, Sense, Ui, vec2};

use super::Button;
use crate::style::{Ink, size, space};
use crate::ui::theme::{self, Face};

/// Words and icon of an empty list.
pub struct EmptyState<'a> {
    /// Icon.
    pub icon: &'a str,
    /// What is not there yet.
    pub title: &'a str,
    /// Why, and what will be here.
    pub text: &'a str,
    /// The next step, as a verb.
    pub action: Option<&'a str>,
}

/// Draws it centred; true where its button was pressed.
pub fn empty_state(ui: &mut Ui, state: &EmptyState<'_>) -> bool {
    let mut pressed = false;
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.add_space(space::XL);
        let (rect, _) = ui.allocate_exact_size(vec2(72.0, 72.0), Sense::hover());
        ui.painter().circle_filled(rect.center(), 36.0, theme::ink(ui.ctx(), Ink::ActionWash));
        let font = theme::font(Face::Icons, 34.0);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, state.icon, font, theme::ink(ui.ctx(), Ink::Action));
        ui.add_space(space::M);
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width().min(440.0));
            super::heading::tight_heading(ui, state.title);
            ui.add_space(space::XS);
            super::heading::set(ui, state.text, theme::font(Face::Regular, size::BODY), Ink::Quiet);
        });
        if let Some(action) = state.action {
            ui.add_space(space::M);
            pressed = ui.add(Button::primary(action)).clicked();
        }
        ui.add_space(space::XL);
    });
    pressed
}
