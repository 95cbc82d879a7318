//! Headings and the running texts around them.

use egui::accesskit::Role;
use egui::{Label, Response, RichText, TextStyle, Ui};

use crate::style::{Ink, size, space};
use crate::ui::theme;

/// The page's heading, with room under it.
pub fn page_heading(ui: &mut Ui, text: &str) -> Response {
    let response = heading(ui, text, TextStyle::Heading, 1);
    ui.add_space(space::XS);
    response
}

/// A heading inside the page, with room above it.
pub fn section_heading(ui: &mut Ui, text: &str) -> Response {
    ui.add_space(space::M);
    heading(ui, text, theme::text::h2(), 2)
}

fn heading(ui: &mut Ui, text: &str, style: TextStyle, level: usize) -> Response {
    let response = ui.add(Label::new(RichText::new(text).text_style(style)).wrap());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(text);
        node.set_level(level);
    });
    response
}

/// A lead sentence.
pub fn lead(ui: &mut Ui, text: &str) -> Response {
    ui.add(Label::new(RichText::new(text).text_style(theme::text::lead())).wrap())
}

/// A caption, hint or small print.
pub fn quiet(ui: &mut Ui, text: &str) -> Response {
    let color = theme::ink(ui.ctx(), Ink::Quiet);
    ui.add(Label::new(RichText::new(text).size(size::SMALL + 0.5).color(color)).wrap())
}
