//! What the next thousand euros buy.

use egui::accesskit::Role;
use egui::{EventFilter, Key, Modifiers, Sense, Stroke, Ui, WidgetInfo, pos2};

use super::{Once, View, edit};
use crate::app::Command;
use crate::assessment::edit::PlanEdit;
use crate::report::{Drawing, plan as words, plan_charts as charts};
use crate::roadmap::Plan as Made;
use crate::style::Ink;
use crate::text::{euros, ta};
use crate::ui::widgets::{body, focus_ring, quiet, tight_heading};
use crate::ui::{paint, theme};

/// State of the card.
#[derive(Default)]
pub(super) struct FrontierCard {
    /// The point read with the keyboard.
    reading: Option<usize>,
    drawing: Once<Drawing>,
}

impl FrontierCard {
    /// The chart so many points wide.
    pub(super) fn drawing(&mut self, view: View<'_>, plan: &Made, width: f32) -> &Drawing {
        self.drawing.get(view, width, || made(view, plan, width))
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, view: View<'_>, plan: &Made, out: &mut Vec<Command>) {
        let language = view.language;
        let step = euros(language, view.agenda.catalogue.structure.rules.budget_step);
        tight_heading(ui, &ta(language, "plan-frontier-heading", &[("step", step.into())]));
        body(ui, &words::next(view.agenda, language, plan));
        let width = ui.available_width();
        let pack = view.document.pack();
        let drawing = self.drawing.get(view, width, || made(view, plan, width));
        let picture = paint::picture(ui, drawing, width);
        let origin = picture.rect.min;
        // One thing for the keyboard, not sixty: arrows go from budget to budget, Enter takes the one read.
        let response = ui.interact(picture.rect, picture.id.with("reading"), Sense::click());
        let last = plan.frontier.len().saturating_sub(1);
        let here = plan.frontier.iter().rposition(|p| p.budget <= plan.purse.budget + 1e-6).unwrap_or(0);
        let mut take = false;
        if response.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
            let at = self.reading.unwrap_or(here).min(last);
            let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
            let (left, right) = (pressed(Key::ArrowLeft), pressed(Key::ArrowRight));
            self.reading = Some((at + usize::from(right)).saturating_sub(usize::from(left)).min(last));
            take = pressed(Key::Enter) || pressed(Key::Space);
        } else {
            self.reading = None;
        }
        let pointed = response.hover_pos().and_then(|pos| {
            let x = pos.x - origin.x;
            drawing.spots.iter().position(|spot| (spot.min.x..spot.max.x).contains(&x))
        });
        let read = pointed.or(self.reading).filter(|n| *n <= last);
        let said = read.and_then(|n| plan.frontier.get(n)).map(|p| charts::frontier_point(pack, language, p));
        let value = said.clone().unwrap_or_else(|| charts::own_point(pack, language, plan));
        response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, view.t("plan-frontier-reading")));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(value));
        if let Some(spot) = read.and_then(|n| drawing.spots.get(n)) {
            let x = origin.x + spot.min.x;
            let ends = [pos2(x, origin.y + spot.min.y), pos2(x, origin.y + spot.max.y)];
            ui.painter().line_segment(ends, Stroke::new(1.0, theme::ink(ui.ctx(), Ink::Text)));
        }
        if response.has_focus() {
            focus_ring(ui, picture.rect, 4);
        }
        quiet(ui, &said.unwrap_or_else(|| view.t("plan-frontier-hint")));
        if let Some(why) = charts::frontier_drops(view.agenda, plan, language) {
            quiet(ui, &why);
        }
        if (take || response.clicked())
            && let Some(point) = read.and_then(|n| plan.frontier.get(n))
        {
            out.push(edit(PlanEdit::Budget(Some(point.budget))));
        }
    }
}

fn made(view: View<'_>, plan: &Made, width: f32) -> Drawing {
    charts::frontier(view.document.pack(), view.agenda, plan, view.language, width)
}
