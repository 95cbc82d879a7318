//! Purses kept under a name, side by side with the one of the moment.

use egui::Ui;

use super::{View, edit};
use crate::app::Command;
use crate::assessment::choices::SCENARIOS;
use crate::assessment::edit::PlanEdit;
use crate::report::{plan as words, plan_charts as charts};
use crate::roadmap::{Kept, scenarios};
use crate::style::space;
use crate::text::ta;
use crate::ui::icons;
use crate::ui::screens::explained::named;
use crate::ui::widgets::{Button, TextField, body, quiet, table, tight_heading};

/// Most letters of a name.
const NAME: usize = 60;

/// State of the card.
#[derive(Default)]
pub(super) struct Scenarios {
    /// Plans of the scenarios, and of which document's revision they are.
    kept: Option<(u64, Vec<Kept>)>,
    /// The name being written.
    name: Option<String>,
    /// The name has just been asked for.
    focus: bool,
}

impl Scenarios {
    pub(super) fn ui(&mut self, ui: &mut Ui, view: View<'_>, out: &mut Vec<Command>) {
        let language = view.language;
        tight_heading(ui, &view.t("plan-scenarios-title"));
        quiet(ui, &ta(language, "plan-scenarios-lead", &[("most", SCENARIOS.into())]));
        let revision = view.document.revision();
        let known = self.kept.take().filter(|(of, _)| *of == revision);
        let (_, kept) = self.kept.insert(known.unwrap_or_else(|| {
            let choices = &view.document.assessment().plan;
            (revision, scenarios(view.agenda, choices, view.document.evaluation().date))
        }));
        if !kept.is_empty()
            && let Some(plan) = view.plan
        {
            let shown = charts::scenario_table(view.document.pack(), plan, kept, language);
            table(ui, "plan_scenarios", &shown.title, &shown.head, &shown.rows);
        }
        for scenario in kept.iter() {
            if let Err(why) = &scenario.plan {
                let sentence = words::refusal(view.agenda, language, why);
                body(ui, &format!("{}: {sentence}", scenario.name));
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(space::M, space::XS);
                body(ui, &scenario.name);
                if named(ui, &view.t("plan-scenario-use"), &scenario.name) {
                    out.push(edit(PlanEdit::Use(scenario.name.clone())));
                }
                if named(ui, &view.t("plan-scenario-drop"), &scenario.name) {
                    out.push(edit(PlanEdit::Drop(scenario.name.clone())));
                }
            });
        }
        let full = kept.len() >= SCENARIOS;
        self.keep(ui, view, full, out);
    }

    fn keep(&mut self, ui: &mut Ui, view: View<'_>, full: bool, out: &mut Vec<Command>) {
        let Some(name) = &mut self.name else {
            let label = view.t("plan-scenario-keep");
            if ui.add(Button::secondary(&label).icon(icons::PLUS).small()).clicked() {
                self.name = Some(String::new());
                self.focus = true;
            }
            return;
        };
        if full {
            quiet(ui, &view.t("plan-scenario-full"));
        }
        let label = view.t("plan-scenario-name");
        let field = TextField::new(&label).focus(std::mem::take(&mut self.focus)).width(320.0).show(ui, name);
        let entered = field.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
        let written: String = name.trim().chars().take(NAME).collect();
        let mut closed = false;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
            let save = view.t("plan-form-save");
            let ready = !written.is_empty();
            let pressed = ui.add(Button::primary(&save).icon(icons::CHECK).small().enabled(ready)).clicked();
            if (pressed || entered) && ready {
                out.push(edit(PlanEdit::Keep(written)));
                closed = true;
            }
            closed |= ui.add(Button::quiet(&view.t("plan-form-cancel")).small()).clicked();
        });
        if closed {
            self.name = None;
        }
    }
}
