//! The window's own file picker, drawn over everything else; what it does is [`crate::app::picker`]'s.
//!
//! The list is one stop of the Tab key, its entries are reached with the arrows; Enter goes into a folder or takes a file,
//! Backspace goes up, Escape leaves.

use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, Event, EventFilter, Frame, Id, Key, Margin, Modal, Modifiers, PointerButton, ScrollArea,
    Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::widgets::{self, Button, TextField, Tone, body, notice, quiet, tight_heading};
use super::{icons, theme};
use crate::app::picker::{Entry, Picker, Purpose, Step};
use crate::app::{Command, Model};
use crate::style::{self, Ink, size, space};
use crate::text::{Language, t, ta};
use theme::Face;

/// Widest the picker gets, in points.
const WIDTH: f32 = 600.0;
/// Highest its list gets, in points.
const LIST: f32 = 300.0;
/// What there is around the list, in points.
const AROUND: f32 = 330.0;

/// Where the keyboard shall be when the next frame is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Focus {
    Name,
    List,
    Safe,
}

/// State of the drawing.
#[derive(Default)]
pub(super) struct PickerView {
    open: bool,
    /// What had the keyboard before.
    before: Option<Id>,
    /// What was shown in the last frame; where it changes the keyboard goes along.
    shown: Option<(std::path::PathBuf, bool)>,
    focus: Option<Focus>,
}

impl PickerView {
    /// Draws the picker where it is open. To be called before the rest of the window, which then sees none of the keys.
    pub(super) fn ui(&mut self, ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
        let Some(picker) = &model.picker else {
            if std::mem::take(&mut self.open) {
                if let Some(before) = self.before {
                    ui.ctx().memory_mut(|m| m.request_focus(before));
                }
                *self = Self::default();
            }
            return;
        };
        if !self.open {
            self.open = true;
            self.before = ui.ctx().memory(|m| m.focused());
        }
        self.follow(picker);
        let mut steps = Vec::new();
        let language = model.language;
        let title = match picker.purpose {
            Purpose::Open => t(language, "dialog-open"),
            Purpose::Region => t(language, "dialog-region"),
            Purpose::SaveReport => t(language, "dialog-report"),
            Purpose::Logo => t(language, "dialog-logo"),
            Purpose::Brand => t(language, "dialog-brand"),
            Purpose::SaveBrand => t(language, "dialog-brand-save"),
        };
        let frame = Frame::new()
            .fill(theme::ink(ui.ctx(), Ink::Surface))
            .corner_radius(CornerRadius::same(style::RADIUS))
            .inner_margin(Margin::same(space::L as i8));
        let room = ui.ctx().content_rect().size() - 2.0 * egui::Vec2::splat(space::M + space::L);
        let modal = Modal::new(Id::unique("orienta-picker")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(WIDTH.min(room.x));
            // The picker grows with its contents up to the window, then it scrolls.
            let area = ScrollArea::vertical().id_salt("picker").max_height(room.y).min_scrolled_height(room.y);
            area.show(ui, |ui| {
                tight_heading(ui, &title);
                match &picker.replaces {
                    Some(path) => self.question(ui, language, &path.display().to_string(), &mut steps),
                    None => self.contents(ui, language, picker, room.y, &mut steps),
                }
            });
        });
        ui.ctx().accesskit_node_builder(modal.response.id, |node| {
            node.set_role(Role::Dialog);
            node.set_label(title.as_str());
            node.set_modal();
        });
        if modal.should_close() {
            steps.push(if picker.replaces.is_some() { Step::Keep } else { Step::Cancel });
        }
        out.extend(steps.into_iter().map(Command::Picker));
        // The screen below would take digits and arrows for answers.
        ui.input_mut(|i| i.events.retain(|e| !matches!(e, Event::Key { .. } | Event::Text(_))));
    }

    /// Where a folder is entered, the keyboard goes to its list; where a question comes up, to the answer that loses nothing.
    fn follow(&mut self, picker: &Picker) {
        let Some(folder) = &picker.folder else { return };
        let now = (folder.clone(), picker.replaces.is_some());
        if self.shown.as_ref() == Some(&now) {
            return;
        }
        let first = self.shown.is_none();
        self.focus = Some(if now.1 {
            Focus::Safe
        } else if picker.entries.is_empty()
            || (first || self.shown.as_ref().is_some_and(|s| s.1)) && !picker.name.is_empty()
        {
            Focus::Name
        } else {
            Focus::List
        });
        self.shown = Some(now);
    }

    /// Whether the keyboard is wanted here; wanted once only.
    fn wanted(&mut self, here: Focus) -> bool {
        let wanted = self.focus == Some(here);
        if wanted {
            self.focus = None;
        }
        wanted
    }

    fn question(&mut self, ui: &mut Ui, language: Language, path: &str, steps: &mut Vec<Step>) {
        ui.add_space(space::S);
        notice(ui, Tone::Attention, icons::WARNING, &ta(language, "picker-exists", &[("path", path.into())]));
        ui.add_space(space::M);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            let keep = ui.add(Button::secondary(&t(language, "picker-keep")));
            if self.wanted(Focus::Safe) {
                keep.request_focus();
            }
            if keep.clicked() {
                steps.push(Step::Keep);
            }
            if ui.add(Button::danger(&t(language, "picker-replace"))).clicked() {
                steps.push(Step::Replace);
            }
        });
    }

    fn contents(&mut self, ui: &mut Ui, language: Language, picker: &Picker, height: f32, steps: &mut Vec<Step>) {
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::XS);
            for (place, folder) in &picker.places {
                let name = t(language, place.key());
                let button = ui.add(Button::secondary(&name).small());
                if button.on_hover_text(folder.display().to_string()).clicked() {
                    steps.push(Step::Visit(folder.clone()));
                }
            }
        });
        let mut name = picker.name.clone();
        let label = t(language, "picker-name");
        let field = TextField::new(&label).error(picker.fault.as_deref()).show(ui, &mut name);
        if name != picker.name {
            steps.push(Step::Name(name));
        }
        let entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        if entered {
            steps.push(Step::Confirm);
        }
        if entered || self.wanted(Focus::Name) {
            field.request_focus();
        }
        let Some(folder) = &picker.folder else {
            body(ui, &t(language, "picker-reading"));
            self.buttons(ui, language, picker, steps);
            return;
        };
        let folder = folder.display().to_string();
        ui.horizontal(|ui| {
            let up = widgets::small_icon_button(ui, icons::CARET_UP, &t(language, "picker-up"));
            if up.clicked() || ui.input_mut(|i| i.consume_key(Modifiers::ALT, Key::ArrowUp)) {
                steps.push(Step::Up);
            }
            quiet(ui, &folder);
        });
        let height = (height - AROUND).clamp(110.0, LIST);
        let area = ScrollArea::vertical().id_salt("picker-list").max_height(height).min_scrolled_height(height);
        let goes_there = self.focus == Some(Focus::List);
        let list = area.auto_shrink([false, true]).show(ui, |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(Role::ListBox);
                node.set_label(ta(language, "picker-list", &[("path", folder.as_str().into())]));
            });
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_max_width(ui.available_width() - space::S);
            for (at, entry) in picker.entries.iter().enumerate() {
                self.row(ui, language, picker, at, entry, steps);
            }
        });
        if goes_there {
            // The list has scrolled to the entry; on a low window the picker has to scroll to the list.
            ui.scroll_to_rect(list.inner_rect, None);
        }
        if picker.reading() {
            quiet(ui, &t(language, "picker-reading"));
        } else if picker.entries.iter().all(|e| e.folder) {
            quiet(ui, &ta(language, "picker-empty", &[("ending", picker.endings().join(", ").into())]));
        } else if picker.left_out > 0 {
            quiet(ui, &ta(language, "picker-left-out", &[("count", picker.left_out.into())]));
        }
        self.buttons(ui, language, picker, steps);
    }

    fn buttons(&mut self, ui: &mut Ui, language: Language, picker: &Picker, steps: &mut Vec<Step>) {
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            let label = t(language, if picker.purpose.opens() { "picker-open" } else { "picker-save" });
            let ready = !picker.name.trim().is_empty() || picker.selected.is_some();
            if ui.add(Button::primary(&label).enabled(ready)).clicked() {
                steps.push(Step::Confirm);
            }
            if ui.add(Button::secondary(&t(language, "picker-cancel"))).clicked() {
                steps.push(Step::Cancel);
            }
        });
    }

    fn row(
        &mut self,
        ui: &mut Ui,
        language: Language,
        picker: &Picker,
        at: usize,
        entry: &Entry,
        steps: &mut Vec<Step>,
    ) {
        let name = entry.name();
        let icon = match (entry.folder, picker.purpose) {
            (true, _) => icons::FOLDER_OPEN,
            (false, Purpose::Open | Purpose::Region | Purpose::Logo | Purpose::Brand | Purpose::SaveBrand) => {
                icons::FILE_TEXT
            }
            (false, Purpose::SaveReport) => icons::FILE_PDF,
        };
        let selected = picker.selected == Some(at);
        // One stop of the Tab key: the entry the user is on, else the first.
        let stop = picker.selected.unwrap_or(0) == at;
        let pad = vec2(space::S, 6.0);
        let icon_room = 20.0 + space::S;
        let text = theme::ink(ui.ctx(), Ink::Text);
        let room = ui.available_width() - 2.0 * pad.x - icon_room;
        let galley = theme::lay_out(ui, &name, theme::font(Face::Regular, size::BODY), text, room);
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), galley.size().y + 2.0 * pad.y));
        let response = ui.interact(rect, ui.scope_id().with(at), if stop { Sense::click() } else { Sense::CLICK });
        response.widget_info(|| {
            let spoken = if entry.folder {
                ta(language, "picker-folder", &[("name", name.as_str().into())])
            } else {
                name.clone()
            };
            WidgetInfo::selected(Role::ListBoxOption, true, selected, spoken)
        });
        if stop && self.wanted(Focus::List) {
            response.request_focus();
            response.scroll_to_me(None);
        }
        if response.has_focus() {
            self.keys(ui, picker, at, response.id, steps);
        }
        let with_mouse = response.clicked_by(PointerButton::Primary);
        if response.double_clicked() || response.clicked() && !with_mouse {
            steps.push(Step::Activate(at));
        } else if with_mouse {
            self.focus = Some(Focus::List);
            steps.push(Step::Select(at));
        }
        if !ui.is_rect_visible(rect) {
            return;
        }
        let ground = match (selected, response.hovered()) {
            (true, _) => Some(Ink::ActionWash),
            (false, true) => Some(Ink::Sunken),
            (false, false) => None,
        };
        if let Some(ground) = ground {
            ui.painter().rect_filled(rect, CornerRadius::same(4), theme::ink(ui.ctx(), ground));
        }
        let at = pos2(rect.min.x + pad.x + 10.0, rect.center().y);
        let action = theme::ink(ui.ctx(), Ink::Action);
        ui.painter().text(at, Align2::CENTER_CENTER, icon, theme::font(Face::Icons, 18.0), action);
        ui.painter().galley(rect.min + pad + vec2(icon_room, 0.0), galley, text);
        if response.has_focus() {
            // Inside, for the rows leave no room between them.
            widgets::focus_ring(ui, rect.shrink(4.0), 2);
        }
    }

    /// The keys of the list while an entry has the keyboard.
    fn keys(&mut self, ui: &Ui, picker: &Picker, at: usize, id: Id, steps: &mut Vec<Step>) {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.ctx().memory_mut(|m| m.set_focus_lock_filter(id, filter));
        let last = picker.entries.len() - 1;
        let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        // The first arrow selects the entry the keyboard is on.
        let (below, above) = if picker.selected.is_none() { (at, at) } else { (at + 1, at.saturating_sub(1)) };
        let to = [
            (Key::ArrowDown, below),
            (Key::ArrowUp, above),
            (Key::PageDown, at + 8),
            (Key::PageUp, at.saturating_sub(8)),
            (Key::Home, 0),
            (Key::End, last),
        ];
        if let Some((_, to)) = to.into_iter().find(|(key, _)| pressed(*key)) {
            self.focus = Some(Focus::List);
            steps.push(Step::Select(to.min(last)));
        } else if pressed(Key::Backspace) {
            steps.push(Step::Up);
        }
    }
}
