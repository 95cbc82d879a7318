//! Headings and the running texts around them.

use egui::accesskit::Role;
use egui::{FontId, Label, Response, RichText, TextStyle, Ui};

use crate::style::{Ink, size, space};
use crate::ui::theme::{self, Face};

/// The page's heading, with room under it.
pub fn page_heading(ui: &mut Ui, text: &str) -> Response {
    let response = heading(ui, text, TextStyle::Heading, 1);
    ui.add_space(space::XS);
    response
}

/// The page's heading where it is a question, which is long.
pub fn question_heading(ui: &mut Ui, text: &str) -> Response {
    heading(ui, text, theme::text::question(), 1)
}

/// A heading inside the page, with room above it.
pub fn section_heading(ui: &mut Ui, text: &str) -> Response {
    ui.add_space(space::M);
    heading(ui, text, theme::text::h2(), 2)
}

/// A heading without room around it, for the top of cards and drawers.
pub fn tight_heading(ui: &mut Ui, text: &str) -> Response {
    heading(ui, text, theme::text::h2(), 2)
}

fn heading(ui: &mut Ui, text: &str, style: TextStyle, level: usize) -> Response {
    let response = set(ui, text, style.resolve(ui.style()), Ink::Text);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(text);
        node.set_level(level);
    });
    response
}

/// A lead sentence.
pub fn lead(ui: &mut Ui, text: &str) -> Response {
    set(ui, text, theme::font(Face::Regular, size::LEAD), Ink::Text)
}

/// Running text.
pub fn body(ui: &mut Ui, text: &str) -> Response {
    set(ui, text, theme::font(Face::Regular, size::BODY), Ink::Text)
}

/// Running text with emphasis, for a short heading inside a card.
pub fn strong(ui: &mut Ui, text: &str) -> Response {
    set(ui, text, theme::font(Face::Semibold, size::BODY), Ink::Text)
}

/// A caption, hint or small print.
pub fn quiet(ui: &mut Ui, text: &str) -> Response {
    set(ui, text, theme::font(Face::Regular, size::SMALL + 0.5), Ink::Quiet)
}

/// A text that breaks into lines at the room's width, with the line height for reading.
pub(super) fn set(ui: &mut Ui, text: &str, font: FontId, ink: Ink) -> Response {
    let height = theme::line_height(font.size);
    let text = RichText::new(text).font(font).line_height(Some(height)).color(theme::ink(ui.ctx(), ink));
    ui.add(Label::new(text).wrap())
}
