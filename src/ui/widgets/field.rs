//! A text field with its label above and its error below.

use egui::accesskit::Invalid;
use egui::{Response, RichText, Stroke, TextEdit, Ui};

use crate::style::{Ink, size, space};
use crate::ui::{icons, theme};

/// A text field.
#[must_use = "a field is drawn by `show`"]
pub struct TextField<'a> {
    label: &'a str,
    help: Option<&'a str>,
    hint: &'a str,
    error: Option<&'a str>,
    width: f32,
    rows: usize,
    focus: bool,
}

impl<'a> TextField<'a> {
    /// A field of one line with its label.
    pub const fn new(label: &'a str) -> Self {
        Self { label, help: None, hint: "", error: None, width: f32::INFINITY, rows: 1, focus: false }
    }

    /// A plain sentence under the label: what to write, and where to find it.
    pub const fn help(mut self, help: &'a str) -> Self {
        self.help = Some(help);
        self
    }

    /// An example inside the empty field.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// What is wrong and what to do, below the field.
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// Width in points, to fit what is to be written; else the whole room.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// A field of several lines.
    pub const fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Takes the keyboard where true, as when it has just been asked for.
    pub const fn focus(mut self, focus: bool) -> Self {
        self.focus = focus;
        self
    }

    /// Draws it; the response is that of the field itself.
    pub fn show(self, ui: &mut Ui, text: &mut String) -> Response {
        let danger = theme::ink(ui.ctx(), Ink::Danger);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            let label = ui.label(RichText::new(self.label).text_style(theme::text::strong()));
            if let Some(help) = self.help {
                super::quiet(ui, help);
            }
            let response = ui
                .scope(|ui| {
                    if self.error.is_some() {
                        let edge = Stroke::new(1.6, danger);
                        let visuals = ui.visuals_mut();
                        for state in [&mut visuals.widgets.inactive, &mut visuals.widgets.hovered] {
                            state.bg_stroke = edge;
                        }
                    }
                    let edit = if self.rows > 1 {
                        TextEdit::multiline(text).desired_rows(self.rows)
                    } else {
                        TextEdit::singleline(text)
                    };
                    let width = self.width.min(ui.available_width());
                    ui.add(edit.hint_text(self.hint).desired_width(width)).labelled_by(label.id)
                })
                .inner;
            if self.focus {
                response.request_focus();
            }
            if let Some(error) = self.error {
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_invalid(Invalid::True);
                    node.set_description(error);
                });
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::XS + 2.0;
                    let icon = RichText::new(icons::WARNING_CIRCLE).font(theme::font(theme::Face::Icons, 18.0));
                    ui.label(icon.color(danger));
                    super::heading::set(ui, error, theme::font(theme::Face::Regular, size::SMALL + 1.0), Ink::Danger);
                });
            }
            response
        })
        .inner
    }
}
