//! A choice from a list that unfolds, with its label above.

use egui::{Align2, ComboBox, Event, EventFilter, Key, Modifiers, Response, RichText, Ui};

use crate::style::space;
use crate::text::folded;
use crate::ui::icons;
use crate::ui::theme::{self, Face};

/// What the user did with a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selected {
    /// Chose the option at this place.
    Option(usize),
    /// Took the choice back.
    Cleared,
}

/// A choice.
pub struct Select<'a> {
    /// The only one of its kind on the screen.
    pub id: &'a str,
    /// What is asked.
    pub label: &'a str,
    /// The options in order.
    pub options: &'a [&'a str],
    /// The one chosen.
    pub chosen: Option<usize>,
    /// What stands there while none is.
    pub none: &'a str,
    /// Words of the entry that takes the choice back, where it can be.
    pub clear: Option<&'a str>,
    /// Widest it may be, in points.
    pub width: f32,
}

impl Select<'_> {
    /// Draws it. With the keyboard on it, arrows up and down choose and a letter finds the next option that begins with
    /// it, as everywhere; Space unfolds the list.
    pub fn show(self, ui: &mut Ui) -> Option<Selected> {
        self.show_focused(ui, false)
    }

    /// The same; it takes the keyboard where `focus`, as when it has just been asked for.
    pub fn show_focused(self, ui: &mut Ui, focus: bool) -> Option<Selected> {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            let label = ui.label(RichText::new(self.label).text_style(theme::text::strong()));
            let words = self.chosen.and_then(|n| self.options.get(n)).unwrap_or(&self.none);
            let combo = ComboBox::from_id_salt(self.id)
                .selected_text(*words)
                .width(self.width.min(ui.available_width()))
                .wrap()
                .icon(|ui, rect, visuals, _open| {
                    let font = theme::font(Face::Icons, 16.0);
                    let ink = visuals.fg_stroke.color;
                    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icons::CARET_DOWN, font, ink);
                });
            let shown = combo.show_ui(ui, |ui| self.list(ui));
            shown.response.clone().labelled_by(label.id);
            if focus {
                shown.response.request_focus();
            }
            self.keep_focus(ui, &shown.response, shown.inner.is_some());
            shown.inner.flatten().or_else(|| self.keys(ui, &shown.response))
        })
        .inner
    }

    fn list(&self, ui: &mut Ui) -> Option<Selected> {
        let mut selected = None;
        for (n, option) in self.options.iter().enumerate() {
            let chosen = self.chosen == Some(n);
            if ui.selectable_label(chosen, *option).clicked() {
                // A click with the mouse folds the list up by itself, one with a key does not.
                ui.close();
                selected = (!chosen).then_some(Selected::Option(n));
            }
        }
        if let Some(clear) = self.clear.filter(|_| self.chosen.is_some())
            && ui.selectable_label(false, clear).clicked()
        {
            ui.close();
            selected = Some(Selected::Cleared);
        }
        selected
    }

    /// When the list folds up, the keyboard is where it was before, not at the top of the window.
    fn keep_focus(&self, ui: &Ui, response: &Response, open: bool) {
        let id = response.id.with("open");
        let was_open = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default::<bool>(id), open));
        if was_open && !open {
            response.request_focus();
        }
    }

    fn keys(&self, ui: &Ui, response: &Response) -> Option<Selected> {
        if !response.has_focus() || self.options.is_empty() {
            return None;
        }
        // Up and down are ours, else egui would take them to the next widget.
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
        let last = self.options.len() - 1;
        let (down, up, typed) = ui.input_mut(|i| {
            let typed = i.events.iter().find_map(|e| match e {
                Event::Text(text) => Some(text.clone()),
                _ => None,
            });
            let down = i.consume_key(Modifiers::NONE, Key::ArrowDown);
            (down, i.consume_key(Modifiers::NONE, Key::ArrowUp), typed)
        });
        let to = if down {
            self.chosen.map_or(0, |n| (n + 1).min(last))
        } else if up {
            self.chosen.map_or(last, |n| n.saturating_sub(1))
        } else {
            let letters = typed.map(|t| folded(&t)).filter(|t| !t.trim().is_empty())?;
            let after = self.chosen.map_or(0, |n| n + 1);
            (after..after + self.options.len())
                .map(|n| n % self.options.len())
                .find(|n| folded(self.options[*n]).starts_with(&letters))?
        };
        (self.chosen != Some(to)).then_some(Selected::Option(to))
    }
}
