//! What is being done, what was just done, or went wrong: strips at the foot of the window, which push the page up and cover nothing.

use egui::accesskit::{Live, Role};
use egui::{Frame, Margin, Panel, ScrollArea, Ui};

use super::icons;
use super::theme::{self, Face};
use super::widgets::{Button, icon_button, mark, progress_line};
use crate::app::{Command, Message, Model, WorkId};
use crate::style::{Ink, size, space};
use crate::text::t;

/// Work shorter than this, in seconds, is done before anybody reads that it is being done.
const SHORT: f64 = 0.4;
/// Share of the window's height that the words of a message may take.
const MOST: f32 = 0.4;

/// The work under way, as it has been shown.
#[derive(Default)]
pub(super) struct WorkStrip {
    /// Which work, and since when in seconds of the window.
    since: Option<(WorkId, f64)>,
}

impl WorkStrip {
    /// Draws how far the work is, with a button that stops it.
    pub(super) fn ui(&mut self, ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
        let Some(work) = &model.work else {
            self.since = None;
            return;
        };
        let now = ui.input(|i| i.time);
        let since = match self.since {
            Some((id, since)) if id == work.id => since,
            _ => now,
        };
        self.since = Some((work.id, since));
        if now - since < SHORT {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(SHORT - (now - since)));
            return;
        }
        let frame = Frame::new()
            .fill(theme::ink(ui.ctx(), Ink::Sunken))
            .inner_margin(Margin::symmetric(space::L as i8, space::S as i8));
        Panel::bottom("work").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                let label = t(model.language, if work.stopping { "work-stopping" } else { "work-stop" });
                let stop = Button::secondary(&label).icon(icons::X).small().enabled(!work.stopping);
                if ui.add(stop).clicked() {
                    out.push(Command::StopWork);
                }
                progress_line(ui, work.share, &t(model.language, work.label));
            });
        });
    }
}

/// Draws the message of the moment, where there is one.
pub(super) fn message(ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
    let Some(message) = &model.message else { return };
    let language = model.language;
    let (text, failed) = match message {
        Message::Done(text, _) => (text, false),
        Message::Failed(text) => (text, true),
    };
    let palette = theme::palette(ui.ctx());
    let (ground, ink, icon) = if failed {
        (Ink::AttentionWash, Ink::Danger, icons::WARNING)
    } else {
        (Ink::ActionWash, Ink::Action, icons::CHECK_CIRCLE)
    };
    let frame = Frame::new()
        .fill(theme::colour(palette.of(ground)))
        .inner_margin(Margin::symmetric(space::L as i8, space::S as i8));
    Panel::bottom("message").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            mark(ui, icon, 22.0, ink);
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
                // A list of faults may be longer than the window: it scrolls, and the page keeps most of the room.
                let most = ui.ctx().content_rect().height() * MOST;
                let said = if galley.size().y > most {
                    // Whatever room the strip had before: it grows for its buttons.
                    let area = ScrollArea::vertical().id_salt("message").max_height(most).min_scrolled_height(most);
                    area.show(ui, |ui| ui.label(galley)).inner
                } else {
                    ui.label(galley)
                };
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
                        let label = t(language, "show-in-folder");
                        if ui.add(Button::quiet(&label).icon(icons::FOLDER_OPEN).small()).clicked() {
                            out.push(Command::Reveal(path.clone()));
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
