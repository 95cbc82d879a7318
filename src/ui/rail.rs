//! The rail at the left: the way through the program, the open company, language, settings and help.

use egui::{Frame, Margin, Panel, RichText, ScrollArea, Ui};

use super::screens::{self, Entry, Place, Screens};
use super::widgets::{self, RailEntry, Tone, icon_button};
use super::{icons, theme};
use crate::app::{Command, Document, Model, SaveState, Screen, actions};
use crate::style::{Ink, size, space, width};
use crate::text::{Language, t, ta};

/// Draws the rail; folded to its icons where the window is narrow.
pub(super) fn rail(ui: &mut Ui, model: &Model, screens: &mut Screens, out: &mut Vec<Command>) {
    let folded = ui.available_width() < width::FOLD_BELOW;
    let room = if folded { width::RAIL_FOLDED } else { width::RAIL };
    let margin = if folded { space::S } else { space::M };
    let frame = Frame::new().fill(theme::ink(ui.ctx(), Ink::Sunken)).inner_margin(Margin::same(margin as i8));
    let panel = Panel::left("rail").exact_size(room).resizable(false).show_separator_line(false).frame(frame);
    panel.show(ui, |ui| {
        ScrollArea::vertical().id_salt("rail").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            if !folded {
                ui.label(RichText::new("Orienta").text_style(theme::text::h2()));
                ui.add_space(space::S);
            }
            // What belongs to the results unfolds under them while one is there.
            let place = screens::all().into_iter().find(|e| e.screen == model.screen).map(|e| e.place);
            let details = model.screen == Screen::Results || place == Some(Place::Results);
            for item in screens::all() {
                match item.place {
                    Place::Way if item.screen.is_for(model.shown_pack()) => {
                        entry(ui, model, screens, &item, folded, out)
                    }
                    Place::Results if details && item.screen.is_for(model.shown_pack()) => {
                        entry(ui, model, screens, &item, folded, out)
                    }
                    Place::Way | Place::Results | Place::Beside => {}
                }
            }
            if let Some(document) = &model.document {
                ui.add_space(space::M);
                steps(ui, document, model.language, folded, out);
                if !folded {
                    state(ui, document, model.language, out);
                }
            }
            ui.add_space(space::M);
            for item in screens::all().into_iter().filter(|e| e.place == Place::Beside) {
                entry(ui, model, screens, &item, folded, out);
            }
            if !folded {
                ui.add_space(space::S);
                languages(ui, model.language, out);
            }
        });
    });
}

fn entry(ui: &mut Ui, model: &Model, screens: &mut Screens, item: &Entry, folded: bool, out: &mut Vec<Command>) {
    let language = model.language;
    let label = format!("screen-{}", item.screen.key());
    let text = t(language, &label);
    let mut entry = RailEntry::new(item.icon, &text, model.screen == item.screen)
        .folded(folded)
        .inner(item.place == Place::Results);
    let words;
    if let Some((given, asked)) = screens.progress(item.screen, model) {
        words = ta(language, "progress-short", &[("given", given.into()), ("asked", asked.into())]);
        entry = entry.progress(given as f32 / asked.max(1) as f32, &words);
    }
    let enabled = !item.screen.needs_company() || model.document.is_some();
    let keys = actions::shown_for(&label).unwrap_or_default();
    let response = ui.add_enabled(enabled, entry.keys(if enabled { &keys } else { "" }));
    let response = response.on_disabled_hover_text(t(language, "rail-needs-company"));
    if response.clicked() {
        out.extend(screens.flush(model));
        out.push(Command::Go(item.screen));
    }
}

/// One step back, one step forth.
fn steps(ui: &mut Ui, document: &Document, language: Language, folded: bool, out: &mut Vec<Command>) {
    let mut buttons = |ui: &mut Ui| {
        for (icon, label, command, possible) in [
            (icons::ARROW_COUNTER_CLOCKWISE, "command-undo", Command::Undo, document.can_undo().is_some()),
            (icons::ARROW_CLOCKWISE, "command-redo", Command::Redo, document.can_redo().is_some()),
        ] {
            let name = t(language, label);
            let response = ui.add_enabled_ui(possible, |ui| icon_button(ui, icon, &name)).inner;
            let keys = actions::shown_for(label).unwrap_or_default();
            if response.on_hover_text(keys).clicked() {
                out.push(command);
            }
        }
    };
    if folded {
        ui.vertical_centered(|ui| buttons(ui));
    } else {
        ui.horizontal(|ui| buttons(ui));
    }
}

/// The company's name, whether it is saved, and where.
fn state(ui: &mut Ui, document: &Document, language: Language, out: &mut Vec<Command>) {
    let small = |text: String| RichText::new(text).size(size::SMALL).color(theme::ink(ui.ctx(), Ink::Quiet));
    let state = small(match &document.saved {
        SaveState::Untouched => t(language, "save-untouched"),
        SaveState::Saving => t(language, "save-saving"),
        SaveState::Saved => t(language, "save-saved"),
        SaveState::Failed(_) => t(language, "save-failed"),
    });
    let unnamed = t(language, "unnamed-company");
    let path = document.path.as_ref().map(|p| (small(p.display().to_string()), p.display().to_string()));
    let name = document.assessment().company.name.trim();
    widgets::strong(ui, if name.is_empty() { &unnamed } else { name });
    ui.add(egui::Label::new(state).wrap());
    if let SaveState::Failed(sentence) = &document.saved {
        widgets::notice(ui, Tone::Danger, icons::WARNING, sentence);
        if ui.add(widgets::Button::secondary(&t(language, "save-again")).small()).clicked() {
            out.push(Command::SaveAgain);
        }
    }
    if let Some((shown, whole)) = path {
        ui.add(egui::Label::new(shown).wrap()).on_hover_text(whole);
    }
}

fn languages(ui: &mut Ui, language: Language, out: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for other in Language::all() {
            let name = other.own_name();
            if ui.add(widgets::Chip::new(&name).toggle(other == language)).clicked() && other != language {
                out.push(Command::Language(other));
            }
        }
    });
}
