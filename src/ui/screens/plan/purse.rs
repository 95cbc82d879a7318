//! What there is to spend: money, days, quarters, and what a day costs.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use egui::{Align, Key, Layout, Ui};

use super::number::{Asked, Number};
use super::{View, edit};
use crate::app::Command;
use crate::assessment::choices::{Frame, MOST_DAY_RATE, MOST_DAYS, MOST_EURO, QUARTERS};
use crate::assessment::edit::PlanEdit;
use crate::roadmap::{Agenda, Purse};
use crate::style::space;
use crate::text::{Language, euros, t, ta};
use crate::ui::widgets::{card, quiet, slider, tight_heading};

/// Widths of the fields in points.
const MONEY: f32 = 150.0;
const SHORT: f32 = 110.0;

/// State of the card.
#[derive(Default)]
pub(super) struct PurseCard {
    budget: Number,
    days: Number,
    quarters: Number,
    rate: Number,
    /// The budget under the hand.
    sliding: Option<f64>,
    /// What everything cost when there was last a plan.
    everything: f64,
}

/// A field of the card.
#[derive(Clone, Copy)]
enum Field {
    Budget,
    Days,
    Quarters,
    Rate,
}

impl Field {
    const ALL: [Self; 4] = [Self::Budget, Self::Days, Self::Quarters, Self::Rate];

    const fn key(self) -> &'static str {
        match self {
            Self::Budget => "plan-purse-budget",
            Self::Days => "plan-purse-days",
            Self::Quarters => "plan-purse-quarters",
            Self::Rate => "plan-purse-rate",
        }
    }

    fn range(self) -> RangeInclusive<f64> {
        match self {
            Self::Budget => 0.0..=MOST_EURO,
            Self::Days => 0.0..=MOST_DAYS,
            Self::Quarters => 1.0..=f64::from(QUARTERS),
            Self::Rate => 0.0..=MOST_DAY_RATE,
        }
    }

    fn value(self, agenda: &Agenda<'_>, purse: &Purse) -> f64 {
        match self {
            Self::Budget => purse.budget,
            Self::Days => purse.days.unwrap_or(0.0),
            Self::Quarters => f64::from(purse.quarters),
            Self::Rate => agenda.day_rate,
        }
    }

    fn edit(self, value: Option<f64>) -> PlanEdit {
        match self {
            Self::Budget => PlanEdit::Budget(value),
            Self::Days => PlanEdit::Days(value),
            // Whole and in its range: the field takes nothing else.
            Self::Quarters => PlanEdit::Quarters(value.map(|x| x as u32)),
            Self::Rate => PlanEdit::DayRate(value),
        }
    }
}

impl PurseCard {
    /// The frame with the numbers of the moment in it.
    pub(super) fn frame(&self, file: &Frame, language: Language) -> Frame {
        let mut frame = file.clone();
        let typed = |number: &Number, field: Field| number.typed(language, &field.range());
        if let Some(budget) = self.sliding.or_else(|| typed(&self.budget, Field::Budget)) {
            frame.budget = Some(budget);
        }
        if let Some(days) = typed(&self.days, Field::Days) {
            frame.days = Some(days);
        }
        if let Some(quarters) = typed(&self.quarters, Field::Quarters).filter(|x| x.fract() == 0.0) {
            frame.quarters = Some(quarters as u32);
        }
        frame
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, view: View<'_>, out: &mut Vec<Command>) {
        let language = view.language;
        let choices = &view.document.assessment().plan;
        // What is typed is compared with what the file has, not with itself.
        let file = Purse::of(view.agenda, choices, &choices.frame, view.document.evaluation().date);
        let assumed = |field: Field| match field {
            Field::Budget => choices.frame.budget.is_none(),
            Field::Days => choices.frame.days.is_none(),
            Field::Quarters => choices.frame.quarters.is_none(),
            Field::Rate => view.agenda.day_rate_assumed,
        };
        card(ui, |ui| {
            tight_heading(ui, &view.t("plan-purse-title"));
            self.slider(ui, view, out);
            ui.add_space(space::XS);
            ui.with_layout(Layout::left_to_right(Align::TOP).with_main_wrap(true), |ui| {
                ui.spacing_mut().item_spacing = egui::vec2(space::L, space::M);
                for field in Field::ALL {
                    let asked = asked(field, view.agenda, &file, assumed(field));
                    let (label, help) = texts(field, assumed(field), language);
                    let asked = Asked { label: &label, help: &help, ..asked };
                    let number = self.number(field);
                    let written = ui
                        .allocate_ui(egui::vec2(column(field), 0.0), |ui| {
                            ui.set_width(column(field).min(ui.available_width()));
                            number.show(ui, &asked, language)
                        })
                        .inner;
                    if let Some(value) = written {
                        out.push(edit(field.edit(value)));
                    }
                }
            });
            if view.agenda.size_assumed {
                quiet(ui, &view.t("plan-size-assumed"));
            }
            quiet(ui, &view.t("plan-purse-note"));
        });
    }

    fn number(&mut self, field: Field) -> &mut Number {
        match field {
            Field::Budget => &mut self.budget,
            Field::Days => &mut self.days,
            Field::Quarters => &mut self.quarters,
            Field::Rate => &mut self.rate,
        }
    }

    /// From nothing to what everything would cost.
    fn slider(&mut self, ui: &mut Ui, view: View<'_>, out: &mut Vec<Command>) {
        let step = view.agenda.catalogue.structure.rules.budget_step.max(1.0) / 2.0;
        let everything = match view.plan.and_then(|plan| plan.frontier.last()) {
            Some(last) => last.budget,
            None => self.everything.max(2.0 * asked_for(view)),
        };
        self.everything = everything;
        let most = (everything.max(view.purse.budget) / (2.0 * step)).ceil() * 2.0 * step;
        let mut value = view.purse.budget;
        let name = view.t("plan-purse-slider");
        let response = slider(ui, &name, &mut value, 0.0..=most.max(step), step);
        ui.horizontal(|ui| {
            quiet(ui, &euros(view.language, 0.0));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let end = euros(view.language, most);
                let said = match view.plan {
                    Some(_) => ta(view.language, "plan-purse-everything", &[("cost", end.into())]),
                    None => end,
                };
                quiet(ui, &said);
            });
        });
        if response.changed() || response.dragged() {
            self.sliding = Some(value);
        }
        let held = response.dragged()
            || (response.has_focus() && ui.input(|i| i.key_down(Key::ArrowLeft) || i.key_down(Key::ArrowRight)));
        if !held && let Some(budget) = self.sliding.take() {
            out.push(edit(PlanEdit::Budget(Some(budget))));
        }
    }

    /// Whether nothing is being moved or typed.
    pub(super) fn is_idle(&self) -> bool {
        let typing = [&self.budget, &self.days, &self.quarters, &self.rate].iter().any(|number| number.is_typing());
        self.sliding.is_none() && !typing
    }

    /// Numbers still being typed, as commands.
    pub(super) fn flush(&mut self, agenda: &Agenda<'_>, purse: &Purse, language: Language) -> Vec<Command> {
        let mut out: Vec<Command> =
            self.sliding.take().map(|budget| edit(PlanEdit::Budget(Some(budget)))).into_iter().collect();
        for field in Field::ALL {
            let asked = asked(field, agenda, purse, false);
            out.extend(self.number(field).take(&asked, language).map(|value| edit(field.edit(value))));
        }
        out
    }
}

/// What the measures cost that must be in, with those they require.
fn asked_for(view: View<'_>) -> f64 {
    let must = view.purse.must.iter().filter_map(|id| view.agenda.place(id));
    let places: BTreeSet<usize> =
        must.flat_map(|place| view.agenda.open_before(place).into_iter().chain([place])).collect();
    places.into_iter().map(|place| view.agenda.entries[place].cost[1]).sum()
}

/// Width of a field's column, its words included.
fn column(field: Field) -> f32 {
    if matches!(field, Field::Budget) { MONEY + 20.0 } else { SHORT + 66.0 }
}

fn asked<'a>(field: Field, agenda: &Agenda<'_>, purse: &Purse, assumed: bool) -> Asked<'a> {
    Asked {
        label: "",
        help: "",
        value: field.value(agenda, purse),
        assumed,
        range: field.range(),
        whole: matches!(field, Field::Quarters),
        width: if matches!(field, Field::Budget) { MONEY } else { SHORT },
    }
}

/// Name and unit of a field; what nobody has said is an assumption.
fn texts(field: Field, assumed: bool, language: Language) -> (String, String) {
    let unit = t(language, &format!("{}-unit", field.key()));
    let help = if assumed { format!("{unit} · {}", t(language, "plan-assumption")) } else { unit };
    (t(language, field.key()), help)
}
