//! Plan: which measures under a budget and a number of days, in which quarter, and what they bring.
//!
//! The plan of the file's own purse comes with the evaluation. While a number is being moved or typed, the page shows the
//! plan for it, which is made anew only when the number is another; the file changes when the hand lets go.

mod forms;
mod frontier;
mod measure;
mod measures;
mod number;
mod purse;
mod quarters;
mod scenarios;

use egui::{Align, Layout, Ui};

use super::tables::Tables;
use super::{Wanted, proposals};
use crate::app::{Command, Document, Model, Screen};
use crate::assessment::Edit;
use crate::assessment::choices::Frame;
use crate::assessment::edit::PlanEdit;
use crate::report::Drawing;
use crate::report::{plan as words, plan_charts as charts};
use crate::roadmap::{self, Agenda, NoPlan, Plan as Made, Purse, Refusal, Target};
use crate::style::space;
use crate::text::{Language, euros, grouped, t, ta};
use crate::ui::widgets::{
    Button, EmptyState, Tone, body, card, card_with, column, empty_state, lead, near, page_heading, quiet, strong,
    tight_heading,
};
use crate::ui::{icons, paint};

/// Width of the page: wide enough for four quarters beside the names.
const PAGE: f32 = 880.0;
/// Widest chart of impact and effort.
const QUADRANT: f32 = 760.0;
/// From this width on targets stand in two columns.
const TWO_COLUMNS: f32 = 620.0;
/// Euro to which a proposed budget is rounded up.
const ROUND: f64 = 100.0;
/// Buttons of one kind where what must be in the plan does not fit.
const MENDS: usize = 3;

/// State of the screen.
#[derive(Default)]
pub(super) struct Plan {
    purse: purse::PurseCard,
    frontier: frontier::FrontierCard,
    quarters: quarters::Quarters,
    measures: measures::Measures,
    scenarios: scenarios::Scenarios,
    /// The plan of numbers not yet let go.
    live: Option<Live>,
    tables: Tables,
    quadrants: Once<Drawing>,
    targets: Once<Vec<Target>>,
}

/// A plan for numbers that are not in the file.
struct Live {
    revision: u64,
    frame: Frame,
    plan: Result<Made, Refusal>,
}

/// What the parts of the page show.
#[derive(Clone, Copy)]
struct View<'a> {
    document: &'a Document,
    language: Language,
    agenda: &'a Agenda<'static>,
    purse: &'a Purse,
    /// The frame that the purse was made of.
    frame: &'a Frame,
    /// None where what must be in it does not fit.
    plan: Option<&'a Made>,
}

impl View<'_> {
    fn t(&self, key: &str) -> String {
        t(self.language, key)
    }

    /// Name of a measure.
    fn name(&self, place: usize) -> &str {
        &self.agenda.catalogue.measure_text(self.language, &self.agenda.entries[place].id).name
    }
}

/// A command that changes the plan's choices.
fn edit(edit: PlanEdit) -> Command {
    Command::Edit(Edit::Plan(edit))
}

impl Plan {
    /// Gives where the user wants to go.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        model: &Model,
        document: &Document,
        out: &mut Vec<Command>,
    ) -> Option<Wanted> {
        let language = model.language;
        let mut wanted = None;
        column(ui, PAGE, |ui| {
            page_heading(ui, &t(language, "screen-plan"));
            wanted = match document.evaluation().roadmap() {
                Ok(made) => self.made(ui, language, document, made, out),
                Err(why) => nothing(ui, document, language, why),
            };
        });
        wanted
    }

    fn made(
        &mut self,
        ui: &mut Ui,
        language: Language,
        document: &Document,
        made: &crate::pipeline::Roadmap<'static>,
        out: &mut Vec<Command>,
    ) -> Option<Wanted> {
        let agenda = &made.agenda;
        let choices = &document.assessment().plan;
        let frame = self.purse.frame(&choices.frame, language);
        let purse = Purse::of(agenda, choices, &frame, document.evaluation().date);
        let plan = if frame == choices.frame {
            &made.plan
        } else {
            live(&mut self.live, document.revision(), agenda, &frame, &purse)
        };
        let view = View { document, language, agenda, purse: &purse, frame: &frame, plan: plan.as_ref().ok() };
        match plan {
            Ok(plan) => {
                lead(ui, &words::summary(document.pack(), agenda, language, plan));
                quiet(ui, &t(language, "plan-not-a-forecast"));
            }
            Err(why) => refused(ui, view, why, out),
        }
        proposals::list(ui, document, language, out);
        ui.add_space(space::S);
        self.purse.ui(ui, view, out);
        let code = language.code();
        if let Some(plan) = view.plan {
            ui.add_space(space::S);
            near(ui, ("frontier", code), |ui| {
                card(ui, |ui| {
                    self.frontier.ui(ui, view, plan, out);
                    let rows = || charts::frontier_table(document.pack(), plan, language);
                    let drawing = self.frontier.drawing(view, plan, ui.available_width());
                    self.tables.show_with_copy(ui, "plan_frontier", language, drawing, rows);
                });
            });
            ui.add_space(space::S);
            if !plan.steps.is_empty() {
                near(ui, ("quarters", code), |ui| {
                    card(ui, |ui| {
                        if let Some(id) = self.quarters.ui(ui, view, plan, out) {
                            self.measures.show(id);
                        }
                        let rows = || charts::quarters_table(document.pack(), plan, language);
                        let drawing = self.quarters.drawing(view, plan, ui.available_width());
                        self.tables.show_with_copy(ui, "plan_quarters", language, drawing, rows);
                    });
                });
            }
        }
        let wanted = self.measures.ui(ui, view, out);
        if let Some(plan) = view.plan {
            ui.add_space(space::S);
            near(ui, ("quadrants", code), |ui| {
                card(ui, |ui| {
                    let wanted = weighed(ui, view, plan, &mut self.quadrants, &mut self.tables);
                    wanted.into_iter().for_each(|id| self.measures.show(id));
                });
            });
        }
        ui.add_space(space::S);
        near(ui, ("targets", code), |ui| {
            card(ui, |ui| {
                tight_heading(ui, &t(language, "plan-targets-title"));
                quiet(ui, &t(language, "plan-targets-lead"));
                let targets = self.targets.get(view, 0.0, || roadmap::targets(agenda));
                target_lines(ui, view, targets);
                let rows = || charts::target_table(document.pack(), targets, language);
                self.tables.show(ui, "plan_targets", language, rows);
            });
        });
        ui.add_space(space::S);
        near(ui, ("scenarios", code), |ui| {
            card(ui, |ui| self.scenarios.ui(ui, view, out));
        });
        ui.add_space(space::S);
        card(ui, |ui| take_along(ui, language, out));
        wanted
    }

    /// Numbers still being typed, as commands.
    pub(super) fn flush(&mut self, document: &Document, language: Language) -> Vec<Command> {
        // Without a need for it no plan is made.
        if self.purse.is_idle() {
            return Vec::new();
        }
        let Ok(made) = document.evaluation().roadmap() else { return Vec::new() };
        let choices = &document.assessment().plan;
        let purse = Purse::of(&made.agenda, choices, &choices.frame, document.evaluation().date);
        self.purse.flush(&made.agenda, &purse, language)
    }
}

/// The plan of a frame that is not in the file, made when the frame is another than last time.
fn live<'s>(
    kept: &'s mut Option<Live>,
    revision: u64,
    agenda: &Agenda<'_>,
    frame: &Frame,
    purse: &Purse,
) -> &'s Result<Made, Refusal> {
    let known = kept.take().filter(|live| live.revision == revision && live.frame == *frame);
    let made = known.unwrap_or_else(|| Live { revision, frame: frame.clone(), plan: roadmap::plan(agenda, purse) });
    &kept.insert(made).plan
}

/// Why there is no plan, and the way to the answers that are missing.
fn nothing(ui: &mut Ui, document: &Document, language: Language, why: &NoPlan) -> Option<Wanted> {
    let text = words::no_plan(document.pack(), language, why);
    let (action, wanted) = match why {
        NoPlan::NoCatalogue => (None, None),
        NoPlan::NoTotal(items) => match items.first() {
            Some(item) => (Some(t(language, "plan-to-first")), Some(Wanted::Question(item.clone()))),
            None => (Some(t(language, "go-to-missing")), Some(Wanted::Missing)),
        },
    };
    let state =
        EmptyState { icon: icons::CALENDAR, title: &t(language, "plan-empty"), text: &text, action: action.as_deref() };
    if empty_state(ui, &state) { wanted } else { None }
}

/// What must be in the plan does not fit: why, and what mends it at a press.
fn refused(ui: &mut Ui, view: View<'_>, why: &Refusal, out: &mut Vec<Command>) {
    let language = view.language;
    card_with(ui, Tone::Attention, |ui| {
        strong(ui, &view.t("plan-refused-title"));
        body(ui, &words::refusal(view.agenda, language, why));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
            let mut mend = |ui: &mut Ui, label: &str, change: PlanEdit| {
                if ui.add(Button::secondary(label).small()).clicked() {
                    out.push(edit(change));
                }
            };
            let must: Vec<usize> = match why {
                Refusal::Budget { must, needed, .. } => {
                    let budget = (needed / ROUND).ceil() * ROUND;
                    let label = ta(language, "plan-mend-budget", &[("budget", euros(language, budget).into())]);
                    mend(ui, &label, PlanEdit::Budget(Some(budget)));
                    must.clone()
                }
                Refusal::Days { must, needed, .. } => {
                    let days = (needed / f64::from(view.purse.quarters.max(1))).ceil();
                    let label = ta(language, "plan-mend-days", &[("days", grouped(language, days).into())]);
                    mend(ui, &label, PlanEdit::Days(Some(days)));
                    must.clone()
                }
                Refusal::Excluded { must, excluded } => {
                    let label = ta(language, "plan-mend-excluded", &[("name", view.name(*excluded).into())]);
                    mend(ui, &label, PlanEdit::Exclude(view.agenda.entries[*excluded].id.clone(), None));
                    vec![*must]
                }
            };
            let asked = must.iter().filter(|place| view.purse.must.contains(&view.agenda.entries[**place].id));
            for place in asked.take(MENDS) {
                let label = ta(language, "plan-mend-must", &[("name", view.name(*place).into())]);
                mend(ui, &label, PlanEdit::Must(view.agenda.entries[*place].id.clone(), false));
            }
        });
    });
}

/// Impact against effort, and whether every kind of change is there; gives the measure the user wants to see.
fn weighed(
    ui: &mut Ui,
    view: View<'_>,
    plan: &Made,
    quadrants: &mut Once<Drawing>,
    tables: &mut Tables,
) -> Option<String> {
    tight_heading(ui, &view.t("plan-quadrant-title"));
    quiet(ui, &view.t("plan-quadrant-alt"));
    let width = ui.available_width().min(QUADRANT);
    let make = || charts::quadrants(view.agenda, plan, view.language, width);
    let drawing = quadrants.get(view, width, make);
    let wanted = paint::drawing(ui, drawing, width, true).clicked;
    let rows = || charts::quadrant_table(view.agenda, plan, view.language);
    tables.show_with_copy(ui, "plan_quadrants", view.language, drawing, rows);
    if let Some(sentence) = words::balance(view.agenda, view.language, plan) {
        ui.add_space(space::XS);
        body(ui, &sentence);
    }
    wanted
}

/// A dimension a line, in two columns where there is room.
fn target_lines(ui: &mut Ui, view: View<'_>, targets: &[Target]) {
    let names = &view.document.pack().texts(view.language).dimensions;
    let one = |ui: &mut Ui, target: &Target| {
        strong(ui, &names[&target.dimension].name);
        quiet(ui, &words::target(view.document.pack(), view.language, target));
        ui.add_space(space::XS);
    };
    if ui.available_width() < TWO_COLUMNS {
        targets.iter().for_each(|target| one(ui, target));
        return;
    }
    let half = targets.len().div_ceil(2);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        ui.columns(2, |columns| {
            for (column, part) in columns.iter_mut().zip([&targets[..half], &targets[half..]]) {
                // egui's columns would set every line from edge to edge.
                column.with_layout(Layout::top_down(Align::Min), |ui| part.iter().for_each(|target| one(ui, target)));
            }
        });
    });
}

/// Where the plan goes from here.
fn take_along(ui: &mut Ui, language: Language, out: &mut Vec<Command>) {
    tight_heading(ui, &t(language, "plan-take-along"));
    quiet(ui, &t(language, "plan-take-along-text"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
        if ui.add(Button::primary(&t(language, "to-report")).icon_after(icons::ARROW_RIGHT)).clicked() {
            out.push(Command::Go(Screen::Report));
        }
        for (label, command) in
            [("command-calendar", Command::SaveCalendar), ("command-innovation", Command::SaveInnovationSheet)]
        {
            if ui.add(Button::secondary(&t(language, label))).clicked() {
                out.push(command);
            }
        }
    });
}

/// What takes work to put together, until document, numbers of the moment, width or language are others.
struct Once<T>(Option<(u64, Frame, u32, Language, T)>);

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Once<T> {
    fn get(&mut self, view: View<'_>, width: f32, make: impl FnOnce() -> T) -> &T {
        let (revision, frame, width) = (view.document.revision(), view.frame, width.to_bits());
        let kept = self.0.take().filter(|(of, framed, wide, language, _)| {
            (*of, framed, *wide, *language) == (revision, frame, width, view.language)
        });
        let made = kept.unwrap_or_else(|| (revision, frame.clone(), width, view.language, make()));
        &self.0.insert(made).4
    }
}
