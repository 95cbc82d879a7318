//! A door as a card, with what the company decides about it.

use std::collections::BTreeSet;

use egui::{Key, Label, RichText, Ui};

use super::super::explained::named_button;
use crate::app::Command;
use crate::assessment::Edit;
use crate::assessment::edit::DoorEdit;
use crate::matching::Card;
use crate::pack::region::Availability;
use crate::report::doors::{dismissed_text, full_name, pinned_text, place_text, strength_text};
use crate::style::{Ink, size, space};
use crate::text::{Language, capitalised, grouped, loose_date, sentence, t, ta};
use crate::ui::widgets::{Button, Chip, TextField, Tone, badge, body, card, mark, quiet, strong};
use crate::ui::{icons, theme};

/// Width of a letter of a reason, rather too much than too little, and of what is around the words, in points.
const LETTER: f32 = 7.2;
const CHIP: f32 = 42.0;

/// A reason being written.
struct Draft {
    /// The door it is about.
    key: String,
    /// Whether it is kept in front for it, else put aside.
    pin: bool,
    text: String,
    /// The field is to have the keyboard.
    focus: bool,
}

/// What the cards keep for themselves.
#[derive(Default)]
pub(super) struct Cards {
    draft: Option<Draft>,
    /// Cards whose sources are all shown.
    sources: BTreeSet<String>,
    /// The door whose first button is to have the keyboard, for the one that had it is gone.
    focus: Option<String>,
    /// The same, once what has just happened is applied and the cards have their new places.
    focus_next: Option<String>,
}

fn edit(edit: DoorEdit) -> Command {
    Command::Edit(Edit::Door(edit))
}

impl Cards {
    /// To be called before the cards are drawn.
    pub(super) fn begin(&mut self) {
        self.focus = self.focus_next.take();
    }

    /// A door with everything about it. `next` is the key of the one below it, or above it where it is the last.
    pub(super) fn door(
        &mut self,
        ui: &mut Ui,
        door: &Card,
        next: Option<&str>,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        let key = door.key();
        card(ui, |ui| {
            let name = full_name(door);
            ui.add(Label::new(RichText::new(&name).text_style(theme::text::h2())).wrap());
            marks(ui, door, language);
            if let Some(words) = pinned_text(door, language) {
                ui.horizontal_top(|ui| {
                    mark(ui, icons::PUSH_PIN, 16.0, Ink::Action);
                    strong(ui, &sentence(&words));
                });
            }
            if !door.what.is_empty() {
                body(ui, &door.what);
            }
            reasons(ui, door, language);
            let place = place_text(door);
            if !place.is_empty() {
                ui.horizontal_top(|ui| {
                    mark(ui, icons::MAP_PIN, 16.0, Ink::Quiet);
                    body(ui, &place);
                });
            }
            if !door.caveats.is_empty() {
                let caveats: Vec<String> = door.caveats.iter().map(|caveat| sentence(caveat)).collect();
                small(ui, &caveats.join(" "));
            }
            let all = door.sources.len() <= 1 || self.sources.contains(&key);
            small(ui, &small_print(door, all, language));
            if self.draft.as_ref().is_some_and(|draft| draft.key == key) {
                self.write_reason(ui, &name, next, language, out);
            } else {
                self.buttons(ui, door, &name, all, language, out);
            }
        });
    }

    /// A door that was put aside.
    pub(super) fn put_aside(&mut self, ui: &mut Ui, door: &Card, language: Language, out: &mut Vec<Command>) {
        card(ui, |ui| {
            let name = full_name(door);
            strong(ui, &name);
            quiet(ui, &dismissed_text(door, language));
            if named_button(ui, Button::secondary(&t(language, "door-take-back")).small(), &name).clicked() {
                out.push(edit(DoorEdit::Dismiss(door.key(), None)));
            }
        });
    }

    fn buttons(
        &mut self,
        ui: &mut Ui,
        door: &Card,
        name: &str,
        all_sources: bool,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        let key = door.key();
        let begin = |pin: bool| Draft {
            key: key.clone(),
            pin,
            text: door.pinned.clone().filter(|_| pin).unwrap_or_default(),
            focus: true,
        };
        ui.add_space(space::XS);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::M, space::XS);
            let label = t(language, if door.pinned.is_some() { "door-unpin" } else { "door-pin" });
            let button = named_button(ui, Button::quiet(&label).icon(icons::PUSH_PIN).small(), name);
            if self.focus.take_if(|wanted| *wanted == key).is_some() {
                button.request_focus();
            }
            if button.clicked() {
                // The card goes to another place: the keyboard goes with it.
                self.focus_next = button.has_focus().then(|| key.clone());
                let pinned = door.pinned.is_none().then(String::new);
                out.push(edit(DoorEdit::Pin(key.clone(), pinned)));
            }
            if let Some(reason) = &door.pinned {
                let label = t(language, if reason.is_empty() { "door-reason-write" } else { "door-reason-change" });
                if named_button(ui, Button::quiet(&label).small(), name).clicked() {
                    self.draft = Some(begin(true));
                }
            }
            if named_button(ui, Button::quiet(&t(language, "door-dismiss")).small(), name).clicked() {
                self.draft = Some(begin(false));
            }
            if !all_sources {
                let label = ta(language, "more-sources", &[("count", (door.sources.len() - 1).into())]);
                if named_button(ui, Button::quiet(&label).small(), name).clicked() {
                    self.sources.insert(key.clone());
                }
            }
        });
    }

    fn write_reason(
        &mut self,
        ui: &mut Ui,
        name: &str,
        next: Option<&str>,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        let Some(draft) = &mut self.draft else { return };
        ui.add_space(space::S);
        let label = t(language, "door-reason");
        let focus = std::mem::take(&mut draft.focus);
        let field = TextField::new(&label).focus(focus).show(ui, &mut draft.text);
        let entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        ui.add_space(space::XS);
        let (mut done, mut left) = (entered, false);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
            let verb = t(language, if draft.pin { "door-reason-keep" } else { "door-dismiss-now" });
            done |= named_button(ui, Button::secondary(&verb).small(), name).clicked();
            ui.add_space(space::S);
            left = named_button(ui, Button::quiet(&t(language, "cancel-reason")).small(), name).clicked();
        });
        if !done && !left {
            return;
        }
        let Some(Draft { key, pin, text, .. }) = self.draft.take() else { return };
        let reason = Some(text.trim().to_owned());
        match (done, pin) {
            (true, true) => out.push(edit(DoorEdit::Pin(key.clone(), reason))),
            (true, false) => {
                self.focus_next = next.map(str::to_owned);
                out.push(edit(DoorEdit::Dismiss(key, reason)));
                return;
            }
            (false, _) => {}
        }
        self.focus_next = Some(key);
    }
}

/// How well it fits, and whether it can be had where that is not sure.
fn marks(ui: &mut Ui, door: &Card, language: Language) {
    let strength = strength_text(door, language);
    let availability = match door.availability {
        Some(Availability::Verify) => Some("availability-verify"),
        Some(Availability::Announced) => Some("availability-announced"),
        Some(Availability::Closed) => Some("availability-closed"),
        Some(Availability::Open) | None => None,
    };
    if strength.is_none() && availability.is_none() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
        if let Some(strength) = strength {
            badge(ui, &strength, Tone::Action);
        }
        if let Some(availability) = availability {
            badge(ui, &t(language, availability), Tone::Neutral);
        }
    });
}

fn reasons(ui: &mut Ui, door: &Card, language: Language) {
    if door.reasons.is_empty() {
        return;
    }
    let each = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
        for reason in &door.reasons {
            let text = capitalised(&reason.text);
            let chip = Chip::new(&text).icon(icons::CHECK);
            if reason.points > 0.0 {
                let points = ta(language, "points", &[("points", grouped(language, reason.points).into())]);
                ui.add(chip.detail(&points));
            } else {
                ui.add(chip);
            }
        }
    };
    ui.add_space(space::XS);
    let longest = door.reasons.iter().map(|reason| reason.text.chars().count()).max().unwrap_or(0);
    // A chip of several lines leaves a gap in a row that wraps: then each has a line of its own.
    if longest as f32 * LETTER + CHIP > ui.available_width() {
        ui.vertical(each);
    } else {
        ui.horizontal_wrapped(each);
    }
    ui.add_space(space::XS);
}

/// How old the facts are and whom they are from: the first source, or all.
fn small_print(door: &Card, all: bool, language: Language) -> String {
    let shown = if all { &door.sources[..] } else { &door.sources[..door.sources.len().min(1)] };
    let sources = shown.join("; ");
    match &door.dated {
        Some(dated) => format!("{} {}", sentence(dated), ta(language, "door-sources", &[("sources", sources.into())])),
        None => {
            let date = loose_date(language, &door.as_of);
            ta(language, "door-source", &[("sources", sources.into()), ("date", date.into())])
        }
    }
}

fn small(ui: &mut Ui, text: &str) {
    let ink = theme::ink(ui.ctx(), Ink::Quiet);
    ui.add(Label::new(RichText::new(text).size(size::SMALL).color(ink)).wrap());
}
