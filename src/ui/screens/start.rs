//! Start: begin, go on, look at the sample.

use std::path::PathBuf;

use egui::{Label, RichText, Ui};

use crate::app::{Command, Model, Recent};
use crate::report::charts;
use crate::report::words;
use crate::style::{self, Ink, size, space};
use crate::text::{loose_date, t, ta};
use crate::ui::widgets::{
    Button, TextField, body, card, column, icon_button, lead, page_heading, quiet, section_heading, strong,
};
use crate::ui::{icons, paint, theme};

/// Width of the small stair in a row.
const STAIR: f32 = 64.0;

/// State of the screen.
#[derive(Default)]
pub(super) struct Start {
    path: String,
}

impl Start {
    pub(super) fn ui(&mut self, ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
        let language = model.language;
        column(ui, style::width::COLUMN, |ui| {
            ui.add_space(space::M);
            page_heading(ui, &t(language, "start-title"));
            lead(ui, &t(language, "start-lead"));
            ui.add_space(space::M);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
                if ui.add(Button::primary(&t(language, "command-new")).icon(icons::PLUS)).clicked() {
                    out.push(Command::New);
                }
                if ui.add(Button::secondary(&t(language, "command-sample")).icon(icons::FACTORY)).clicked() {
                    out.push(Command::Sample);
                }
                if ui.add(Button::secondary(&t(language, "command-open")).icon(icons::FOLDER_OPEN)).clicked() {
                    out.push(Command::PickFile);
                }
            });
            ui.add_space(space::L);
            if !model.settings.recent.is_empty() {
                section_heading(ui, &t(language, "start-recent"));
                for recent in &model.settings.recent {
                    row(ui, model, recent, out);
                }
                ui.add_space(space::M);
            }
            section_heading(ui, &t(language, "start-how"));
            for (icon, key) in [
                (icons::CLOCK, "start-how-time"),
                (icons::LOCK_KEY, "start-how-local"),
                (icons::FLOPPY_DISK, "start-how-saved"),
                (icons::INFO, "start-how-self"),
            ] {
                ui.horizontal_top(|ui| {
                    ui.label(
                        RichText::new(icon)
                            .font(theme::font(theme::Face::Icons, 20.0))
                            .color(theme::ink(ui.ctx(), Ink::Action)),
                    );
                    body(ui, &t(language, key));
                });
            }
            ui.add_space(space::L);
            let field = TextField::new(&t(language, "start-path-label")).show(ui, &mut self.path).lost_focus();
            let enter = field && ui.input(|i| i.key_pressed(egui::Key::Enter));
            let ready = !self.path.trim().is_empty();
            let pressed = ui.add(Button::secondary(&t(language, "open-path")).small().enabled(ready)).clicked();
            if ready && (enter || pressed) {
                out.push(Command::Open(PathBuf::from(self.path.trim())));
            }
            quiet(ui, &ta(language, "start-folder", &[("path", model.folder.display().to_string().into())]));
        });
    }
}

fn row(ui: &mut Ui, model: &Model, recent: &Recent, out: &mut Vec<Command>) {
    let language = model.language;
    card(ui, |ui| {
        ui.horizontal(|ui| {
            let level = words::level_text(model.pack, language, recent.level);
            paint::drawing(ui, &charts::stair_small(recent.level, &level), STAIR, false);
            let room = (ui.available_width() - 190.0).max(120.0);
            ui.allocate_ui(egui::vec2(room, 0.0), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(room);
                    let name =
                        if recent.name.is_empty() { t(language, "unnamed-company") } else { recent.name.clone() };
                    strong(ui, &name);
                    let when = loose_date(language, &recent.date);
                    ui.add(
                        Label::new(
                            RichText::new(format!("{level} · {when}"))
                                .size(size::SMALL)
                                .color(theme::ink(ui.ctx(), Ink::Quiet)),
                        )
                        .wrap(),
                    );
                });
            });
            if ui
                .add(Button::secondary(&t(language, "continue")).small())
                .on_hover_text(recent.path.display().to_string())
                .clicked()
            {
                out.push(Command::Open(recent.path.clone()));
            }
            if icon_button(ui, icons::X, &t(language, "forget-recent")).clicked() {
                out.push(Command::Forget(recent.path.clone()));
            }
        });
    });
    ui.add_space(space::XS);
}
