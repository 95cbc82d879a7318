//! The measures: those of the plan, then the others by why they are not in it.

use std::collections::BTreeSet;

use egui::Ui;

use super::View;
use super::forms::Form;
use super::measure::Shown;
use crate::app::Command;
use crate::report::{plan as words, plan_charts as charts};
use crate::roadmap::{Quadrant, State};
use crate::style::space;
use crate::text::ta;
use crate::ui::icons;
use crate::ui::screens::Wanted;
use crate::ui::widgets::{Button, Chip, Select, Selected, near, quiet, section_heading};

/// Why measures are not in the plan, in the order of the page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    /// They must be in it, but there is no plan.
    Must,
    /// They could be chosen.
    Out,
    Excluded,
    /// What they bring is not known.
    Unknown,
    Done,
    Met,
    NotConcerned,
}

impl Group {
    const ALL: [Self; 7] =
        [Self::Must, Self::Out, Self::Excluded, Self::Unknown, Self::Done, Self::Met, Self::NotConcerned];

    const fn key(self) -> &'static str {
        match self {
            Self::Must => "plan-group-must",
            Self::Out => "plan-group-out",
            Self::Excluded => "plan-group-excluded",
            Self::Unknown => "plan-group-unknown",
            Self::Done => "plan-group-done",
            Self::Met => "plan-group-met",
            Self::NotConcerned => "plan-group-not-concerned",
        }
    }

    /// The group of a measure that is not in the plan.
    fn of(view: View<'_>, place: usize) -> Self {
        let entry = &view.agenda.entries[place];
        match entry.state {
            State::Done => Self::Done,
            State::Met => Self::Met,
            State::NotConcerned => Self::NotConcerned,
            State::Open if view.purse.excluded.contains(&entry.id) => Self::Excluded,
            State::Open if view.purse.must.contains(&entry.id) => Self::Must,
            State::Open if !words::has_gain(entry) => Self::Unknown,
            State::Open => Self::Out,
        }
    }
}

/// State of the list.
#[derive(Default)]
pub(super) struct Measures {
    /// Measures unfolded.
    open: BTreeSet<String>,
    /// Groups unfolded.
    groups: BTreeSet<Group>,
    /// What is being asked, and about which measure.
    form: Option<(String, Form)>,
    /// It has just been asked for.
    asked: bool,
    /// The measure to be brought into view.
    follow: Option<String>,
    /// Only measures of this dimension.
    dimension: Option<String>,
    /// Only measures of this quadrant.
    quadrant: Option<Quadrant>,
}

impl Measures {
    /// Unfolds a measure and brings it into view.
    pub(super) fn show(&mut self, id: String) {
        self.open.insert(id.clone());
        self.dimension = None;
        self.quadrant = None;
        self.follow = Some(id);
    }

    /// Draws the lists.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: View<'_>, out: &mut Vec<Command>) -> Option<Wanted> {
        let steps = view.plan.map_or(&[][..], |plan| &plan.steps);
        section_heading(ui, &view.t("plan-measures-title"));
        if !view.agenda.goals.is_empty() {
            quiet(ui, &view.t("plan-goals-weigh"));
        }
        self.filters(ui, view);
        ui.add_space(space::XS);
        let mut wanted = None;
        for (n, step) in steps.iter().enumerate() {
            if self.fits(view, step.place) {
                wanted = self.one(ui, view, step.place, Some(n), out).or(wanted);
            }
        }
        let mut groups: Vec<(Group, Vec<usize>)> = Group::ALL.map(|group| (group, Vec::new())).into();
        for place in 0..view.agenda.entries.len() {
            if steps.iter().any(|s| s.place == place) || !self.fits(view, place) {
                continue;
            }
            let of = Group::of(view, place);
            if let Some((_, places)) = groups.iter_mut().find(|(group, _)| *group == of) {
                places.push(place);
            }
        }
        for (group, mut places) in groups {
            let entries = &view.agenda.entries;
            places.sort_by(|a, b| {
                entries[*b].priority.total_cmp(&entries[*a].priority).then_with(|| entries[*a].id.cmp(&entries[*b].id))
            });
            wanted = self.group(ui, view, group, &places, out).or(wanted);
        }
        wanted
    }

    fn filters(&mut self, ui: &mut Ui, view: View<'_>) {
        let pack = view.document.pack();
        let texts = pack.texts(view.language);
        let dimensions: Vec<&str> = pack.structure.dimensions.iter().map(|d| d.id.as_str()).collect();
        let names: Vec<&str> = dimensions.iter().map(|id| texts.dimensions[*id].name.as_str()).collect();
        let (label, none) = (view.t("plan-filter-dimension"), view.t("plan-filter-all"));
        let select = Select {
            id: "plan_dimension",
            label: &label,
            options: &names,
            chosen: dimensions.iter().position(|id| self.dimension.as_deref() == Some(*id)),
            none: &none,
            clear: Some(&none),
            width: 360.0,
        };
        match select.show(ui) {
            Some(Selected::Option(n)) => self.dimension = Some(dimensions[n].to_owned()),
            Some(Selected::Cleared) => self.dimension = None,
            None => {}
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
            for quadrant in Quadrant::ALL {
                let on = self.quadrant == Some(quadrant);
                if ui.add(Chip::new(&charts::quadrant_name(view.language, quadrant)).toggle(on)).clicked() {
                    self.quadrant = (!on).then_some(quadrant);
                }
            }
        });
    }

    /// Whether a measure passes the filters.
    fn fits(&self, view: View<'_>, place: usize) -> bool {
        let entry = &view.agenda.entries[place];
        let pack = view.document.pack();
        let in_dimension = |id: &str| {
            let raised = view.agenda.measure(place).raises.iter();
            raised.filter_map(|r| pack.dimension_of(&r.item)).any(|d| d.id == id)
        };
        self.dimension.as_deref().is_none_or(in_dimension)
            && self.quadrant.is_none_or(|q| entry.state == State::Open && words::has_gain(entry) && entry.quadrant == q)
    }

    fn group(
        &mut self,
        ui: &mut Ui,
        view: View<'_>,
        group: Group,
        places: &[usize],
        out: &mut Vec<Command>,
    ) -> Option<Wanted> {
        if places.is_empty() {
            return None;
        }
        // A measure that is to be seen is not left folded away.
        if let Some(follow) = &self.follow
            && places.iter().any(|place| view.agenda.entries[*place].id == *follow)
        {
            self.groups.insert(group);
        }
        let open = self.groups.contains(&group);
        let icon = if open { icons::CARET_UP } else { icons::CARET_DOWN };
        let label = ta(view.language, group.key(), &[("number", places.len().into())]);
        if ui.add(Button::quiet(&label).icon(icon)).clicked() && !self.groups.remove(&group) {
            self.groups.insert(group);
        }
        let mut wanted = None;
        if open {
            for place in places {
                wanted = self.one(ui, view, *place, None, out).or(wanted);
            }
        }
        wanted
    }

    fn one(
        &mut self,
        ui: &mut Ui,
        view: View<'_>,
        place: usize,
        number: Option<usize>,
        out: &mut Vec<Command>,
    ) -> Option<Wanted> {
        let id = &view.agenda.entries[place].id;
        let step = number.and_then(|n| Some((n, view.plan?.steps.get(n)?)));
        let mut form = self.form.take_if(|(of, _)| of == id).map(|(_, form)| form);
        let asked = form.is_some() && std::mem::take(&mut self.asked);
        let shown = Shown { place, step, open: self.open.contains(id), asked };
        let follow = self.follow.take_if(|of| of == id).is_some();
        let top = ui.cursor().min;
        let mut done = super::measure::Done::default();
        near(ui, (id, view.language.code(), shown.open, form.is_some()), |ui| {
            done = shown.ui(ui, view, &mut form, out);
        });
        if follow {
            let card = egui::Rect::from_min_size(top, egui::vec2(ui.available_width(), 1.0));
            ui.scroll_to_rect(card, Some(egui::Align::Min));
        }
        ui.add_space(space::S);
        self.asked |= done.form.is_some();
        if let Some(form) = done.form.or(form) {
            self.form = Some((id.clone(), form));
        }
        if done.toggled && !self.open.remove(id) {
            self.open.insert(id.clone());
        }
        done.question.map(Wanted::Question)
    }
}
