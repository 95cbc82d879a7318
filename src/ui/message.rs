//! What was just done, or went wrong: a strip at the foot of the window, which pushes the page up and covers nothing.

use egui::accesskit::{Live, Role};
use egui::{Frame, Margin, Panel, RichText, Ui};

use super::icons;
use super::theme::{self, Face};
use super::widgets::{Button, icon_button};
use crate::app::{Command, Message, Model};
use crate::style::{Ink, size, space};
use crate::text::t;

/// Draws the message of the moment, where there is one.
pub(super) fn message(ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
    let Some(message) = &model.message else { return };
    let language = model.language;
    let (text, failed) = match message {
        Message::Done(text, _) => (text, false),
        Message::Failed(text) => (text, true),
    };
    let palette = theme::palette(ui.ctx());
    let (ground, mark, icon) = if failed {
        (Ink::AttentionWash, Ink::Danger, icons::WARNING)
    } else {
        (Ink::ActionWash, Ink::Action, icons::CHECK_CIRCLE)
    };
    let frame = Frame::new()
        .fill(theme::colour(palette.of(ground)))
        .inner_margin(Margin::symmetric(space::L as i8, space::S as i8));
    Panel::bottom("message").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            let color = theme::colour(palette.of(mark));
            ui.add_space(space::XS);
            ui.label(RichText::new(icon).font(theme::font(Face::Icons, 22.0)).color(color));
            let room = ui.available_width() - theme::TARGET - space::M;
            ui.vertical(|ui| {
                ui.set_width(room);
                let galley = theme::lay_out(
                    ui,
                    text,
                    theme::font(Face::Regular, size::BODY),
                    theme::colour(palette.of(Ink::Text)),
                    room,
                );
                let said = ui.label(galley);
                ui.ctx().accesskit_node_builder(said.id, |node| {
                    node.set_role(if failed { Role::Alert } else { Role::Status });
                    node.set_label(text.as_str());
                    node.set_live(if failed { Live::Assertive } else { Live::Polite });
                });
                ui.horizontal_wrapped(|ui| match message {
                    Message::Done(_, Some(path)) => {
                        let label = t(language, "show-file");
                        if ui.add(Button::secondary(&label).icon(icons::FILE_PDF).small()).clicked() {
                            out.push(Command::Show(path.clone()));
                        }
                        let label = t(language, "show-folder");
                        if let Some(folder) = path.parent()
                            && ui.add(Button::quiet(&label).icon(icons::FOLDER_OPEN).small()).clicked()
                        {
                            out.push(Command::Show(folder.to_path_buf()));
                        }
                    }
                    Message::Done(_, None) => {}
                    Message::Failed(sentence) => {
                        let label = t(language, "copy-details");
                        if ui.add(Button::quiet(&label).icon(icons::COPY).small()).clicked() {
                            ui.ctx().copy_text(model.details(sentence));
                        }
                    }
                });
            });
            if icon_button(ui, icons::X, &t(language, "close")).clicked() {
                out.push(Command::Dismiss);
            }
        });
    });
}
