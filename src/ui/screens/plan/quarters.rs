//! The plan over the quarters: bars that can be moved.

use egui::accesskit::Role;
use egui::{
    CornerRadius, CursorIcon, EventFilter, Key, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::{Once, View, edit};
use crate::app::Command;
use crate::assessment::edit::PlanEdit;
use crate::report::Drawing;
use crate::report::charts::Columns;
use crate::report::plan_charts as charts;
use crate::roadmap::{self, Plan as Made, Purse, Step};
use crate::style::Ink;
use crate::ui::widgets::{focus_ring, quiet, tight_heading};
use crate::ui::{paint, theme};

/// State of the card.
#[derive(Default)]
pub(super) struct Quarters {
    /// The measure under the hand, and how far it has been moved, in points.
    moving: Option<(String, f32)>,
    drawing: Once<(Drawing, Columns)>,
}

fn made(view: View<'_>, plan: &Made, width: f32) -> (Drawing, Columns) {
    let steps = 0..plan.steps.len();
    charts::gantt(view.document.pack(), view.agenda, plan, view.language, width, steps)
}

impl Quarters {
    /// The chart so many points wide.
    pub(super) fn drawing(&mut self, view: View<'_>, plan: &Made, width: f32) -> &Drawing {
        &self.drawing.get(view, width, || made(view, plan, width)).0
    }

    /// Draws the card; gives the measure that the user wants to see.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: View<'_>, plan: &Made, out: &mut Vec<Command>) -> Option<String> {
        tight_heading(ui, &view.t("plan-quarters-title"));
        quiet(ui, &view.t("plan-quarters-lead"));
        let width = ui.available_width();
        let (drawing, columns) = self.drawing.get(view, width, || made(view, plan, width));
        let columns = *columns;
        let picture = paint::picture(ui, drawing, width);
        let (parent, origin) = (picture.id, picture.rect.min.to_vec2());
        let mut wanted = None;
        for step in &plan.steps {
            let Some(spot) = drawing.spots.iter().find(|spot| spot.id == step.id) else { continue };
            let bar = Rect::from_min_max(egui::pos2(spot.min.x, spot.min.y), egui::pos2(spot.max.x, spot.max.y))
                .translate(origin);
            // A short bar must be caught too.
            let area = bar.expand2(vec2((24.0 - bar.width()).max(0.0) / 2.0, 0.0));
            let response = ui.interact(area, parent.with(&step.id), Sense::click_and_drag());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spot.label));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(view.t("plan-bar-keys")));
            if response.hovered() || response.dragged() {
                ui.ctx().set_cursor_icon(if response.dragged() { CursorIcon::Grabbing } else { CursorIcon::Grab });
            }
            if response.has_focus() {
                focus_ring(ui, bar, 4);
                let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
                ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
                let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
                if step.start + 1 < view.purse.quarters && pressed(Key::ArrowRight) {
                    out.extend(moved(view, step, step.start + 1));
                } else if pressed(Key::ArrowLeft) && step.start > 0 {
                    out.extend(moved(view, step, step.start - 1));
                }
            }
            if response.dragged() {
                let shift = ui.input(|i| Some(i.pointer.latest_pos()?.x - i.pointer.press_origin()?.x));
                self.moving = Some((step.id.clone(), shift.unwrap_or(0.0)));
            }
            let shift = self.moving.as_ref().filter(|(id, _)| *id == step.id).map(|(_, shift)| *shift);
            if let Some(shift) = shift {
                let to = target(columns, step, shift, plan);
                if response.drag_stopped() {
                    self.moving = None;
                    if to != step.start {
                        out.extend(moved(view, step, to));
                    }
                } else {
                    ghost(ui, columns, origin, bar.translate(vec2(shift, 0.0)), to);
                }
            }
            if response.clicked() {
                wanted = Some(step.id.clone());
            }
            if self.moving.is_none() {
                response.on_hover_text_at_pointer(&spot.label);
            }
        }
        // A bar that went away under the hand, because its measure left the plan, is no longer moved.
        if !ui.input(|i| i.pointer.any_down()) {
            self.moving = None;
        }
        wanted
    }
}

/// The quarter over which a bar hangs: that of the middle of its first quarter, moved as far.
fn target(columns: Columns, step: &Step, shift: f32, plan: &Made) -> u32 {
    let middle = columns.left + (step.start as f32 + 0.5) * columns.wide;
    columns.quarter(middle + shift).min(plan.purse.quarters.saturating_sub(1))
}

/// Where the bar would go.
fn ghost(ui: &Ui, columns: Columns, origin: egui::Vec2, bar: Rect, to: u32) {
    let left = columns.left + columns.wide * to as f32;
    let column = Rect::from_min_max(egui::pos2(left, columns.top), egui::pos2(left + columns.wide, columns.bottom));
    let ink = theme::ink(ui.ctx(), Ink::Action);
    let painter = ui.painter();
    painter.rect_filled(column.translate(origin), CornerRadius::ZERO, ink.gamma_multiply(0.12));
    painter.rect_stroke(bar, CornerRadius::same(4), Stroke::new(2.0, ink), StrokeKind::Inside);
}

/// The command that lets a measure begin in a quarter; in the one where the plan would put it by itself, nothing is fixed.
pub(super) fn moved(view: View<'_>, step: &Step, to: u32) -> Option<Command> {
    let wanted = view.purse.begin.get(&step.id).copied();
    let to = (Some(to) != automatic(view, &step.id)).then_some(to);
    (to != wanted).then(|| edit(PlanEdit::Begin(step.id.clone(), to.map(|count| view.purse.start.plus(count)))))
}

/// The quarter in which a measure begins where nobody says when.
fn automatic(view: View<'_>, id: &str) -> Option<u32> {
    let mut begin = view.purse.begin.clone();
    begin.remove(id);
    let plan = roadmap::plan(view.agenda, &Purse { begin, ..view.purse.clone() }).ok()?;
    plan.steps.iter().find(|s| s.id == id).map(|s| s.start)
}
