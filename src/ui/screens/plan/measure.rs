//! One measure: what it is, what it brings and takes, and what can be decided about it.

use egui::Ui;

use super::forms::Form;
use super::quarters::moved;
use super::{View, edit};
use crate::app::Command;
use crate::assessment::choices::Stage;
use crate::assessment::edit::PlanEdit;
use crate::report::doors::offered_text;
use crate::report::{plan as words, plan_charts as charts};
use crate::roadmap::{Entry, State, Step};
use crate::style::space;
use crate::text::{capitalised, date, euros, sentence, ta};
use crate::ui::icons;
use crate::ui::screens::explained::named;
use crate::ui::widgets::{Button, Tone, badge, body, card, quiet, strong};

/// A measure as the list shows it.
pub(super) struct Shown<'a> {
    /// Its place among the entries.
    pub(super) place: usize,
    /// Its number and its place in the calendar, where it is in the plan.
    pub(super) step: Option<(usize, &'a Step)>,
    /// Whether it is unfolded.
    pub(super) open: bool,
    /// Whether its form has just been asked for.
    pub(super) asked: bool,
}

/// What the user did with a measure.
#[derive(Default)]
pub(super) struct Done {
    /// Folded or unfolded it.
    pub(super) toggled: bool,
    /// Asked for a form.
    pub(super) form: Option<Form>,
    /// Wants to see a question.
    pub(super) question: Option<String>,
}

impl Shown<'_> {
    /// Draws the card. `form` is what is being asked about it.
    pub(super) fn ui(&self, ui: &mut Ui, view: View<'_>, form: &mut Option<Form>, out: &mut Vec<Command>) -> Done {
        let entry = &view.agenda.entries[self.place];
        let mut done = Done::default();
        card(ui, |ui| {
            let name = match self.step {
                Some((n, step)) => charts::numbered(view.agenda, view.language, n, step),
                None => view.name(self.place).to_owned(),
            };
            let icon = if self.open { icons::CARET_UP } else { icons::CARET_DOWN };
            strong(ui, &name);
            self.badges(ui, view, entry);
            if entry.state == State::Open {
                body(ui, &sentence(&capitalised(&words::gain(view.document.pack(), view.language, entry))));
            }
            if self.step.is_none() {
                let choices = &view.document.assessment().plan;
                let reasons = &choices.frame.excluded;
                let pack = view.document.pack();
                if entry.state != State::Open || words::has_gain(entry) {
                    quiet(ui, &words::why_out(pack, view.agenda, view.purse, reasons, view.language, self.place));
                }
            }
            self.opens(ui, view, entry);
            progress_line(ui, view, entry);
            if self.open {
                ui.add_space(space::S);
                done.question = self.details(ui, view, entry);
                ui.add_space(space::S);
                self.buttons(ui, view, entry, &mut done, out);
                if let Some(asked) = form {
                    ui.add_space(space::XS);
                    if !asked.ui(ui, view, entry, view.name(self.place), self.asked, out) {
                        *form = None;
                    }
                }
            }
            let label = view.t(if self.open { "plan-fold" } else { "plan-unfold" });
            let response = ui.add(Button::quiet(&label).icon(icon).small());
            response.widget_info(|| {
                let name = format!("{label}: {}", view.name(self.place));
                egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, name)
            });
            done.toggled = response.clicked();
        });
        done
    }

    /// What a measure of the plan that brings nothing by itself is in it for.
    fn opens(&self, ui: &mut Ui, view: View<'_>, entry: &Entry) {
        let Some(plan) =
            view.plan.filter(|_| self.step.is_some() && words::gain_number(view.language, entry).is_none())
        else {
            return;
        };
        let after = plan.steps.iter().map(|s| s.place);
        let after: Vec<usize> = after.filter(|p| view.agenda.entries[*p].requires.contains(&self.place)).collect();
        if !after.is_empty() {
            let names = words::measure_names(view.agenda, view.language, &after);
            quiet(ui, &sentence(&ta(view.language, "plan-opens", &[("names", names.into())])));
        }
    }

    fn badges(&self, ui: &mut Ui, view: View<'_>, entry: &Entry) {
        let language = view.language;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::XS + 2.0, space::XS);
            if let (Some(plan), Some((_, step))) = (view.plan, self.step) {
                badge(ui, &charts::when(plan, language, step), Tone::Action);
                if step.beyond {
                    badge(ui, &capitalised(&view.t("plan-report-beyond")), Tone::Attention);
                }
                if let Some(late) = words::late(view.agenda, plan, language, step) {
                    badge(ui, &capitalised(&late), Tone::Attention);
                }
            }
            if view.purse.must.contains(&entry.id) {
                badge(ui, &capitalised(&view.t("plan-report-must")), Tone::Action);
            }
            if entry.progress.as_ref().is_some_and(|p| p.stage == Stage::Started) {
                badge(ui, &view.t("plan-started"), Tone::Action);
            }
            if matches!(entry.state, State::Open | State::Done) {
                let cost = words::euro_range(language, entry.cost);
                badge(ui, &format!("{} · {}", cost, words::basis(language, entry)), Tone::Neutral);
                badge(ui, &words::day_range(language, entry.days), Tone::Neutral);
            }
            badge(ui, &charts::owner(view.agenda, language, self.place), Tone::Neutral);
            let months = view.agenda.measure(self.place).months;
            badge(ui, &ta(language, "plan-months", &[("count", months.into())]), Tone::Neutral);
        });
    }

    /// Everything there is to read; gives the question the user wants to see.
    fn details(&self, ui: &mut Ui, view: View<'_>, entry: &Entry) -> Option<String> {
        let mut question = None;
        let (language, pack) = (view.language, view.document.pack());
        let text = view.agenda.catalogue.measure_text(language, &entry.id);
        body(ui, &text.what);
        body(ui, &text.why);
        let said = |ui: &mut Ui, key: &str, words: &str| {
            ui.add_space(space::XS);
            strong(ui, &view.t(key));
            body(ui, words);
        };
        if !entry.why.is_empty() {
            let names = entry.why.iter().map(|id| format!("{id} {}", words::short_name(pack, language, id)));
            let names = names.collect::<Vec<_>>().join(" · ");
            said(ui, "plan-why-title", &names);
            if named(ui, &view.t("see-answer"), &names) {
                question = entry.why.first().cloned();
            }
        }
        if !entry.requires.is_empty() {
            let before: Vec<String> = entry.requires.iter().map(|r| required(view, *r)).collect();
            said(ui, "plan-requires-title", &before.join(" · "));
        }
        let moves: Vec<String> = text.moves.iter().enumerate().map(|(n, m)| format!("{}. {m}", n + 1)).collect();
        said(ui, "plan-moves-title", &moves.join("\n"));
        said(ui, "plan-kpi-title", &text.kpi);
        quiet(ui, &text.baseline);
        said(ui, "plan-evidence-title", &text.evidence);
        said(ui, "plan-costs-title", &self.costs(view, entry));
        let doors = view.document.evaluation().doors_of(view.agenda.measure(self.place));
        if !doors.is_empty() {
            ui.add_space(space::XS);
            strong(ui, &view.t("plan-doors-title"));
            for door in &doors {
                quiet(ui, &offered_text(door, language));
            }
        }
        question
    }

    /// What is bought and what the days cost.
    fn costs(&self, view: View<'_>, entry: &Entry) -> String {
        let language = view.language;
        let mut parts = Vec::new();
        if entry.own.is_some() {
            parts.push(ta(language, "plan-costs-own", &[("cost", words::euro_range(language, entry.eur).into())]));
        } else {
            let things = &view.agenda.catalogue.texts(language).things;
            let bought = &view.agenda.measure(self.place).cost[&view.agenda.size].items;
            parts.extend(bought.iter().map(|p| format!("{} {}", things[&p.what], words::euro_range(language, p.eur))));
        }
        let rate = euros(language, view.agenda.day_rate);
        parts.push(ta(
            language,
            "plan-costs-days",
            &[("days", words::day_range(language, entry.days).into()), ("rate", rate.into())],
        ));
        let basis = words::basis(language, entry);
        format!("{} ({basis})", parts.join("; "))
    }

    fn buttons(&self, ui: &mut Ui, view: View<'_>, entry: &Entry, done: &mut Done, out: &mut Vec<Command>) {
        let name = view.name(self.place);
        let id = || entry.id.clone();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
            let pressed = |ui: &mut Ui, key: &str| act(ui, &view.t(key), name);
            let excluded = view.purse.excluded.contains(&entry.id);
            if entry.state == State::Open {
                let must = view.purse.must.contains(&entry.id);
                if pressed(ui, if must { "plan-must-not" } else { "plan-must" }) {
                    out.push(edit(PlanEdit::Must(id(), !must)));
                }
                if excluded {
                    if pressed(ui, "plan-include") {
                        out.push(edit(PlanEdit::Exclude(id(), None)));
                    }
                } else if pressed(ui, "plan-exclude") {
                    done.form = Some(Form::Exclude(String::new()));
                }
                if pressed(ui, "plan-cost-change") {
                    done.form = Some(Form::cost(view.language, entry));
                }
            }
            let today = view.document.evaluation().date;
            let stage = entry.progress.as_ref().map(|p| p.stage);
            if entry.state == State::Open && stage.is_none() && pressed(ui, "plan-start") {
                done.form = Some(Form::progress(Stage::Started, entry, today));
            }
            if entry.state == State::Open && pressed(ui, "plan-finish") {
                done.form = Some(Form::progress(Stage::Done, entry, today));
            }
            if stage.is_some() && pressed(ui, "plan-progress-none") {
                out.push(edit(PlanEdit::Progress(id(), None)));
            }
        });
        if let Some((_, step)) = self.step {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(space::M, space::XS);
                if step.start > 0 && named(ui, &view.t("plan-earlier"), name) {
                    out.extend(moved(view, step, step.start - 1));
                }
                if step.start + 1 < view.purse.quarters && named(ui, &view.t("plan-later"), name) {
                    out.extend(moved(view, step, step.start + 1));
                }
                if view.purse.begin.contains_key(&entry.id) && named(ui, &view.t("plan-automatic"), name) {
                    out.push(edit(PlanEdit::Begin(id(), None)));
                }
            });
        }
    }
}

/// A small button whose name tells which measure it is about; true where it was clicked.
fn act(ui: &mut Ui, label: &str, of: &str) -> bool {
    let response = ui.add(Button::secondary(label).small());
    let name = || egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, format!("{label}: {of}"));
    response.widget_info(name);
    response.clicked()
}

/// A measure that another one needs, and whether it is there.
fn required(view: View<'_>, place: usize) -> String {
    let name = view.name(place);
    let entry = &view.agenda.entries[place];
    let key = match entry.state {
        State::Met | State::Done => "plan-requires-there",
        State::NotConcerned => "plan-requires-not-concerned",
        State::Open if view.plan.is_some_and(|plan| plan.step(place).is_some()) => "plan-requires-in-plan",
        State::Open => return name.to_owned(),
    };
    format!("{name} ({})", view.t(key))
}

/// Since when a measure is under way or done, and what shows it.
fn progress_line(ui: &mut Ui, view: View<'_>, entry: &Entry) {
    let Some(progress) = &entry.progress else { return };
    let key = if progress.stage == Stage::Done { "plan-done-since" } else { "plan-started-since" };
    let mut said = ta(view.language, key, &[("date", date(view.language, progress.date).into())]);
    if !progress.evidence.trim().is_empty() {
        said.push(' ');
        said.push_str(&sentence(progress.evidence.trim()));
    }
    quiet(ui, &said);
}
