//! Start: begin, go on, look at the sample.

use egui::accesskit::Role;
use egui::{Ui, WidgetInfo};

use crate::app::{Command, Model, Recent};
use crate::pack::{find, shipped};
use crate::report::charts;
use crate::report::words;
use crate::style::{self, Ink, space};
use crate::text::{Language, loose_date, t, ta};
use crate::ui::widgets::{
    Button, SMALL_HEIGHT, body, card, column, lead, mark, page_heading, quiet, section_heading, small_icon_button,
    strong,
};
use crate::ui::{icons, paint};

/// Width of the small stair in a row.
const STAIR: f32 = 64.0;
/// From this width on a row has its buttons beside the name.
const ONE_LINE: f32 = 460.0;

/// The screen keeps nothing for itself.
#[derive(Default)]
pub(super) struct Start;

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
            others(ui, model, out);
            section_heading(ui, &t(language, "start-how"));
            for (icon, key) in [
                (icons::CLOCK, "start-how-time"),
                (icons::LOCK_KEY, "start-how-local"),
                (icons::FLOPPY_DISK, "start-how-saved"),
                (icons::INFO, "start-how-self"),
            ] {
                ui.horizontal_top(|ui| {
                    mark(ui, icon, 20.0, Ink::Action);
                    body(ui, &t(language, key));
                });
            }
            ui.add_space(space::M);
            quiet(ui, &ta(language, "start-folder", &[("path", model.folder.display().to_string().into())]));
        });
    }
}

/// The other questionnaires of the program, each with what it is.
fn others(ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
    let language = model.language;
    let list: Vec<_> = shipped().values().filter(|pack| pack.id != model.pack.id).collect();
    if list.is_empty() {
        return;
    }
    section_heading(ui, &t(language, "questionnaire-other"));
    for pack in list {
        let texts = pack.texts(language);
        card(ui, |ui| {
            strong(ui, &texts.name);
            body(ui, &texts.description);
            let label = ta(language, "questionnaire-begin", &[("name", (&texts.name).into())]);
            if ui.add(Button::secondary(&label).small()).clicked() {
                out.push(Command::NewWith(pack.id.clone()));
            }
        });
        ui.add_space(space::XS);
    }
    ui.add_space(space::M);
}

fn row(ui: &mut Ui, model: &Model, recent: &Recent, out: &mut Vec<Command>) {
    let language = model.language;
    card(ui, |ui| {
        let wide = ui.available_width() >= ONE_LINE;
        ui.horizontal(|ui| {
            let pack = recent.pack.as_deref().and_then(find).unwrap_or(model.pack);
            let level = words::level_text(pack, language, recent.level);
            paint::drawing(ui, &charts::stair_small(recent.level, &level), STAIR, false);
            let label = t(language, "continue");
            let taken = Button::secondary(&label).small().width(ui) + SMALL_HEIGHT + 3.0 * ui.spacing().item_spacing.x;
            let room = ui.available_width() - if wide { taken } else { 0.0 };
            ui.vertical(|ui| {
                ui.set_width(room);
                ui.spacing_mut().item_spacing.y = 2.0;
                let name = if recent.name.is_empty() { t(language, "unnamed-company") } else { recent.name.clone() };
                strong(ui, &name);
                let when = loose_date(language, &recent.date);
                // The one most files are of need not be named.
                let other = (pack.id != model.pack.id).then(|| format!(" · {}", pack.texts(language).name));
                quiet(ui, &format!("{level} · {when}{}", other.unwrap_or_default()));
            });
            if wide {
                buttons(ui, recent, language, out);
            }
        });
        if !wide {
            ui.horizontal_wrapped(|ui| buttons(ui, recent, language, out));
        }
    });
    ui.add_space(space::XS);
}

/// Go on with it, or take it off the list.
fn buttons(ui: &mut Ui, recent: &Recent, language: Language, out: &mut Vec<Command>) {
    let label = t(language, "continue");
    let response = ui.add(Button::secondary(&label).small()).on_hover_text(recent.path.display().to_string());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{label}: {}", recent.name)));
    if response.clicked() {
        out.push(Command::Open(recent.path.clone()));
    }
    if small_icon_button(ui, icons::X, &t(language, "forget-recent")).clicked() {
        out.push(Command::Forget(recent.path.clone()));
    }
}
