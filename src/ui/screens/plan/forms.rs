//! What is asked beside a measure: why it is left out, what it costs, when it was done.

use egui::Ui;
use jiff::civil::{Date, date};

use super::number::{read_range, written};
use super::{View, edit};
use crate::app::Command;
use crate::assessment::choices::{MOST_DAYS, MOST_EURO, OwnCost, Progress, Stage};
use crate::assessment::edit::PlanEdit;
use crate::roadmap::Entry;
use crate::style::space;
use crate::text::{Language, t};
use crate::ui::icons;
use crate::ui::widgets::{Button, TextField, Tone, card_with, quiet, strong};

/// Width of a number and of a day in points.
const NUMBER: f32 = 120.0;
const DAY: f32 = 160.0;

/// What is being asked.
#[derive(Clone, Debug)]
pub(super) enum Form {
    /// Why a measure is left out.
    Exclude(String),
    /// Its own cost: euro from and to, days from and to, source.
    Cost(Box<[String; 5]>),
    /// When it was begun or done, and what shows it.
    Progress(Stage, String, String),
}

impl Form {
    /// What a measure costs today, ready to be changed.
    pub(super) fn cost(language: Language, entry: &Entry) -> Self {
        let [eur, days] = [entry.eur, entry.days].map(|range| range.map(|x| written(language, x)));
        let source = entry.own.as_ref().map_or_else(String::new, |own| own.source.clone());
        let ([from, to], [least, most]) = (eur, days);
        Self::Cost(Box::new([from, to, least, most, source]))
    }

    /// A stage reached today.
    pub(super) fn progress(stage: Stage, entry: &Entry, today: Date) -> Self {
        let known = entry.progress.as_ref().filter(|p| p.stage == stage);
        let day = known.map_or(today, |p| p.date);
        Self::Progress(stage, day_text(day), known.map_or_else(String::new, |p| p.evidence.clone()))
    }

    /// Draws the form; false once it is done with. One just asked for takes the keyboard to its first field.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        view: View<'_>,
        entry: &Entry,
        name: &str,
        new: bool,
        out: &mut Vec<Command>,
    ) -> bool {
        let language = view.language;
        let today = view.document.evaluation().date;
        card_with(ui, Tone::Action, |ui| {
            let change = match self {
                Self::Exclude(reason) => {
                    strong(ui, &t(language, "plan-exclude-title"));
                    TextField::new(&t(language, "plan-exclude-reason")).focus(new).show(ui, reason);
                    Some(PlanEdit::Exclude(entry.id.clone(), Some(reason.trim().to_owned())))
                }
                Self::Cost(fields) => cost(ui, fields, entry, language, new),
                Self::Progress(stage, day, evidence) => progress(ui, *stage, day, evidence, entry, today, language),
            };
            ui.add_space(space::XS);
            let mut open = true;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
                let save = t(language, "plan-form-save");
                let response = ui.add(Button::primary(&save).icon(icons::CHECK).small().enabled(change.is_some()));
                if response.clicked()
                    && let Some(change) = change
                {
                    out.push(edit(change));
                    open = false;
                }
                if ui.add(Button::quiet(&t(language, "plan-form-cancel")).small()).clicked() {
                    open = false;
                }
                if matches!(self, Self::Cost(_)) && entry.own.is_some() {
                    let label = t(language, "plan-cost-catalogue");
                    if super::super::explained::named(ui, &label, name) {
                        out.push(edit(PlanEdit::Cost(entry.id.clone(), None)));
                        open = false;
                    }
                }
            });
            open
        })
        .inner
    }
}

/// Fields of a cost; the change, where they hold one.
fn cost(ui: &mut Ui, fields: &mut [String; 5], entry: &Entry, language: Language, new: bool) -> Option<PlanEdit> {
    strong(ui, &t(language, "plan-cost-title"));
    quiet(ui, &t(language, "plan-cost-note"));
    let [eur_low, eur_high, days_low, days_high, source] = fields;
    for (low, high, keys) in [
        (eur_low, eur_high, ["plan-cost-eur-low", "plan-cost-eur-high"]),
        (days_low, days_high, ["plan-cost-days-low", "plan-cost-days-high"]),
    ] {
        ui.with_layout(egui::Layout::left_to_right(egui::Align::TOP).with_main_wrap(true), |ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::M, space::S);
            for (key, words) in keys.into_iter().zip([low, high]) {
                ui.allocate_ui(egui::vec2(NUMBER + 40.0, 0.0), |ui| {
                    ui.set_width((NUMBER + 40.0).min(ui.available_width()));
                    let first = key == "plan-cost-eur-low";
                    TextField::new(&t(language, key)).width(NUMBER).focus(new && first).show(ui, words);
                });
            }
        });
    }
    TextField::new(&t(language, "plan-cost-source")).help(&t(language, "plan-cost-source-help")).show(ui, source);
    let ranges = (
        read_range(language, &fields[0], &fields[1], MOST_EURO),
        read_range(language, &fields[2], &fields[3], MOST_DAYS),
    );
    let (Some(eur), Some(days)) = ranges else {
        quiet(ui, &t(language, "plan-cost-fault"));
        return None;
    };
    let extra = entry.own.as_ref().map_or_else(serde_json::Map::new, |own| own.extra.clone());
    let own = OwnCost { eur, days, source: fields[4].trim().to_owned(), extra };
    Some(PlanEdit::Cost(entry.id.clone(), Some(own)))
}

fn progress(
    ui: &mut Ui,
    stage: Stage,
    day: &mut String,
    evidence: &mut String,
    entry: &Entry,
    today: Date,
    language: Language,
) -> Option<PlanEdit> {
    strong(ui, &t(language, if stage == Stage::Done { "plan-done-title" } else { "plan-started-title" }));
    let read = read_day(day).filter(|day| *day <= today);
    let fault = read.is_none().then(|| t(language, "plan-day-fault"));
    let (label, help) = (t(language, "plan-day"), t(language, "plan-day-help"));
    TextField::new(&label).help(&help).width(DAY).error(fault.as_deref()).show(ui, day);
    let (label, help) = (t(language, "plan-evidence"), t(language, "plan-evidence-help"));
    TextField::new(&label).help(&help).show(ui, evidence);
    let extra = entry.progress.as_ref().map_or_else(serde_json::Map::new, |p| p.extra.clone());
    let progress = Progress { stage, date: read?, evidence: evidence.trim().to_owned(), extra };
    Some(PlanEdit::Progress(entry.id.clone(), Some(progress)))
}

/// A day as `29/11/2026`.
fn day_text(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

/// A day written as `29/11/2026`, `29.11.2026` or `2026-11-29`.
fn read_day(words: &str) -> Option<Date> {
    let words = words.trim();
    if let Ok(day) = words.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = words.split(['/', '.', '-']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let year: i16 = year.parse().ok().filter(|year| (1900..=2200).contains(year))?;
    let (day, month): (i8, i8) = (day.parse().ok()?, month.parse().ok()?);
    Date::new(year, month, day).ok().filter(|found| *found > date(1899, 12, 31))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_they_are_written() {
        let day = date(2026, 11, 5);
        for words in ["05/11/2026", "5/11/2026", " 5.11.2026 ", "2026-11-05"] {
            assert_eq!(read_day(words), Some(day), "{words}");
        }
        assert_eq!(read_day(&day_text(day)), Some(day));
        for words in ["", "ieri", "31/02/2026", "5/11/26", "11/2026", "5/13/2026"] {
            assert_eq!(read_day(words), None, "{words}");
        }
    }
}
