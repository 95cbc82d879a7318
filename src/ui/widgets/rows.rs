//! A long list of rows of one height. Only those in view are drawn, so ten thousand cost no more than a hundred.

use std::ops::Range;

use egui::accesskit::Role;
use egui::{Align, CornerRadius, EventFilter, Id, Key, Layout, Modifiers, Rect, Response, ScrollArea, Sense, Ui};
use egui::{UiBuilder, WidgetInfo, vec2};

use super::focus_ring;
use crate::style::{self, Ink, space};
use crate::ui::theme;

/// A list to scroll through and to choose from. One stop of the Tab key; arrows, Page Up and Down, Home and End move the
/// choice in it, and the list follows.
#[must_use = "a list is drawn by `show`"]
pub struct Rows<'a> {
    name: &'a str,
    count: usize,
    row_height: f32,
    height: f32,
}

/// What a screen reader is told of a list; its rows hang below it.
struct List {
    id: Id,
    /// Distance from the top of a row to that of the next, in points.
    pitch: f32,
    row_height: f32,
    count: usize,
    chosen: Option<usize>,
    focused: bool,
}

impl<'a> Rows<'a> {
    /// A list named `name` for screen readers, of `count` rows `row_height` points high.
    pub const fn new(name: &'a str, count: usize, row_height: f32) -> Self {
        Self { name, count, row_height, height: 320.0 }
    }

    /// Greatest height of the list in points; fewer rows make it lower.
    pub const fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Draws it. `row_name` is what a screen reader says of a row, `row` draws its contents, from the left and centred on
    /// the row's height. A chosen row is filled; `chosen` beyond the last row counts as none. The response has changed
    /// where the user chose.
    pub fn show(
        self,
        ui: &mut Ui,
        chosen: &mut Option<usize>,
        row_name: impl Fn(usize) -> String,
        mut row: impl FnMut(&mut Ui, usize),
    ) -> Response {
        *chosen = chosen.filter(|c| *c < self.count);
        let pitch = self.row_height + space::XS;
        let whole = (pitch * self.count as f32 - space::XS).max(self.row_height);
        let size = vec2(ui.available_width(), self.height.min(whole));
        let id = ui.make_persistent_id(("rows", self.name));
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let mut response = ui.interact(rect, id, Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::ListBox, ui.is_enabled(), self.name));
        ui.ctx().accesskit_node_builder(id, |node| node.set_size_of_set(self.count));

        let focused = response.has_focus();
        let mut follow = false;
        if focused {
            let page = ((size.y / pitch) as usize).max(1);
            if let Some(to) = key(ui, id, *chosen, self.count, page) {
                follow = true;
                if *chosen != Some(to) {
                    *chosen = Some(to);
                    response.mark_changed();
                }
            }
        }

        let list = List { id, pitch, row_height: self.row_height, count: self.count, chosen: *chosen, focused };
        let builder = UiBuilder::new().id_salt(id).max_rect(rect).accessibility_parent(id);
        let clicked = ui
            .scope_builder(builder, |ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                let area = ScrollArea::vertical().id_salt("rows").auto_shrink(false);
                area.show_rows(ui, self.row_height, self.count, |ui, shown| {
                    list.draw(ui, shown, follow, &row_name, &mut row)
                })
                .inner
            })
            .inner;
        if let Some(index) = clicked {
            response.request_focus();
            if *chosen != Some(index) {
                *chosen = Some(index);
                response.mark_changed();
            }
        }
        if focused {
            focus_ring(ui, rect, style::RADIUS);
        }
        response
    }
}

impl List {
    /// Draws the rows in view; gives the one that was clicked.
    fn draw(
        &self,
        ui: &mut Ui,
        shown: Range<usize>,
        follow: bool,
        row_name: &impl Fn(usize) -> String,
        row: &mut impl FnMut(&mut Ui, usize),
    ) -> Option<usize> {
        let room = ui.max_rect();
        let top = room.top() - shown.start as f32 * self.pitch;
        let place = |index: usize| {
            let y = top + index as f32 * self.pitch;
            Rect::from_x_y_ranges(room.x_range(), y..=y + self.row_height)
        };
        if follow && let Some(chosen) = self.chosen {
            // At once: a list that glides behind a held key is never where one looks.
            ui.scroll_to_rect_animation(place(chosen), None, egui::style::ScrollAnimation::none());
        }
        let mut clicked = None;
        for index in shown {
            if self.one(ui, index, place(index), row_name, row) {
                clicked = Some(index);
            }
        }
        clicked
    }

    fn one(
        &self,
        ui: &mut Ui,
        index: usize,
        rect: Rect,
        row_name: &impl Fn(usize) -> String,
        row: &mut impl FnMut(&mut Ui, usize),
    ) -> bool {
        let id = self.id.with(index);
        let is_chosen = self.chosen == Some(index);
        // The list is the stop for the keyboard, not each of its rows.
        let response = ui.interact(rect, id, Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, ui.is_enabled(), row_name(index)));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_selected(is_chosen);
            node.set_position_in_set(index);
            node.set_size_of_set(self.count);
        });
        if is_chosen && self.focused {
            ui.ctx().accesskit_node_builder(self.id, |node| node.set_active_descendant(id.accesskit_id()));
        }
        let fill = match (is_chosen, response.hovered()) {
            (true, _) => Some(Ink::ActionWash),
            (false, true) => Some(Ink::Sunken),
            (false, false) => None,
        };
        if let Some(fill) = fill {
            let radius = CornerRadius::same(style::RADIUS);
            ui.painter().rect_filled(rect, radius, theme::ink(ui.ctx(), fill));
        }
        let builder = UiBuilder::new()
            .id_salt(id)
            .max_rect(rect.shrink2(vec2(space::S, 0.0)))
            .layout(Layout::left_to_right(Align::Center))
            .accessibility_parent(id);
        // A child that takes no room of its own: the list's height is known without laying anything out.
        let mut inside = ui.new_child(builder);
        inside.set_clip_rect(inside.clip_rect().intersect(rect));
        row(&mut inside, index);
        response.clicked()
    }
}

/// The row that a key chooses, and the keys kept from moving the focus elsewhere.
fn key(ui: &Ui, id: Id, chosen: Option<usize>, count: usize, page: usize) -> Option<usize> {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|m| m.set_focus_lock_filter(id, filter));
    let last = count.checked_sub(1)?;
    let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    let from = chosen.unwrap_or(0);
    if pressed(Key::ArrowDown) {
        Some(chosen.map_or(0, |at| at + 1).min(last))
    } else if pressed(Key::ArrowUp) {
        Some(from.saturating_sub(1))
    } else if pressed(Key::PageDown) {
        Some((from + page).min(last))
    } else if pressed(Key::PageUp) {
        Some(from.saturating_sub(page))
    } else if pressed(Key::Home) {
        Some(0)
    } else if pressed(Key::End) {
        Some(last)
    } else {
        None
    }
}
