//! Settings: language, look, size of everything, movement, the region, files.

use egui::Ui;

use crate::app::{Command, Look, Model, ZOOM_STEPS, Zoom};
use crate::report::doors::{edition_sentence, edition_warning};
use crate::style::{space, width};
use crate::text::{Language, percent, t, ta};
use crate::ui::icons;
use crate::ui::widgets::{
    AnswerRow, Button, Tone, body, card, column, notice, page_heading, quiet, small_icon_button, switch, tight_heading,
};

/// The screen keeps nothing for itself.
#[derive(Default)]
pub(super) struct Settings;

impl Settings {
    pub(super) fn ui(&mut self, ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
        let language = model.language;
        let settings = &model.settings;
        column(ui, width::COLUMN, |ui| {
            page_heading(ui, &t(language, "screen-settings"));
            card(ui, |ui| {
                tight_heading(ui, &t(language, "settings-language"));
                quiet(ui, &t(language, "settings-language-help"));
                for other in Language::all() {
                    if ui.add(AnswerRow::new(&other.own_name(), other == language)).clicked() && other != language {
                        out.push(Command::Language(other));
                    }
                }
            });
            ui.add_space(space::S);
            card(ui, |ui| {
                tight_heading(ui, &t(language, "settings-look"));
                for look in Look::ALL {
                    let chosen = settings.look == look;
                    if ui.add(AnswerRow::new(&t(language, look.label()), chosen)).clicked() && !chosen {
                        out.push(Command::Look(look));
                    }
                }
            });
            ui.add_space(space::S);
            card(ui, |ui| {
                tight_heading(ui, &t(language, "settings-size"));
                quiet(ui, &t(language, "settings-size-help"));
                size(ui, settings.zoom, language, out);
            });
            ui.add_space(space::S);
            card(ui, |ui| {
                tight_heading(ui, &t(language, "settings-questions"));
                let (label, help) = (t(language, "settings-advance"), t(language, "settings-advance-help"));
                if switch(ui, &label, &help, settings.advance).clicked() {
                    out.push(Command::Advance(!settings.advance));
                }
                ui.add_space(space::S);
                let (label, help) = (t(language, "settings-still"), t(language, "settings-still-help"));
                if switch(ui, &label, &help, settings.still).clicked() {
                    out.push(Command::Still(!settings.still));
                }
            });
            ui.add_space(space::S);
            card(ui, |ui| {
                tight_heading(ui, &t(language, "settings-region"));
                region(ui, model, out);
            });
            ui.add_space(space::S);
            card(ui, |ui| {
                tight_heading(ui, &t(language, "settings-files"));
                body(ui, &ta(language, "start-folder", &[("path", model.folder.display().to_string().into())]));
                let label = t(language, "show-folder");
                if ui.add(Button::secondary(&label).icon(icons::FOLDER_OPEN).small()).clicked() {
                    out.push(Command::Show(model.folder.clone()));
                }
                #[cfg(target_os = "linux")]
                {
                    ui.add_space(space::S);
                    quiet(ui, &t(language, "settings-register-help"));
                    if ui.add(Button::secondary(&t(language, "settings-register")).small()).clicked() {
                        out.push(Command::RegisterFileType);
                    }
                }
            });
        });
    }
}

/// Which edition of the region, how old it is, where it comes from, and another one.
fn region(ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
    let (language, region) = (model.language, model.region);
    body(ui, &edition_sentence(region, model.today, language));
    if let Some(warning) = edition_warning(region, model.today, language) {
        notice(ui, Tone::Attention, icons::WARNING, &warning);
    }
    let own = region.is_shipped();
    quiet(ui, &t(language, if own { "settings-region-own" } else { "settings-region-other" }));
    quiet(ui, &t(language, "settings-region-help"));
    ui.horizontal_wrapped(|ui| {
        if ui.add(Button::secondary(&t(language, "settings-region-pick")).icon(icons::UPLOAD).small()).clicked() {
            out.push(Command::PickRegion);
        }
        let back = t(language, "settings-region-back");
        if !own && ui.add(Button::quiet(&back).icon(icons::ARROW_COUNTER_CLOCKWISE).small()).clicked() {
            out.push(Command::RegionBack);
        }
    });
}

/// Smaller, how large it is, larger.
fn size(ui: &mut Ui, zoom: f32, language: Language, out: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        let ends = (ZOOM_STEPS[0], ZOOM_STEPS[ZOOM_STEPS.len() - 1]);
        for (icon, label, command, possible) in [
            (icons::MINUS, "command-zoom-out", Zoom::Out, zoom > ends.0 + 0.01),
            (icons::PLUS, "command-zoom-in", Zoom::In, zoom < ends.1 - 0.01),
        ] {
            let name = t(language, label);
            if ui.add_enabled_ui(possible, |ui| small_icon_button(ui, icon, &name)).inner.clicked() {
                out.push(Command::Zoom(command));
            }
            if command == Zoom::Out {
                ui.label(percent(language, f64::from(zoom)));
            }
        }
        if (zoom - 1.0).abs() > 0.01 && ui.add(Button::quiet(&t(language, "command-zoom-reset")).small()).clicked() {
            out.push(Command::Zoom(Zoom::Reset));
        }
    });
}
