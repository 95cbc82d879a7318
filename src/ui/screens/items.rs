//! What several screens need of items: answers as the person at the keyboard gave them, and fields for them.

use egui::Ui;

use crate::app::{Command, Document};
use crate::assessment::combine;
use crate::assessment::{Answer, Edit, State, Value};
use crate::pack::Item;
use crate::style::space;
use crate::text::{Language, t};
use crate::ui::widgets::{Chip, Select, Selected, TextField};

/// Section of the company's profile.
pub(super) const PROFILE: &str = "P";
/// Section of the questions that help to find doors.
pub(super) const DOORS: &str = "P+";
/// The question about the supply chain among them.
pub(super) const SUPPLY_CHAIN: &str = "P9";

/// The answer of the person at the keyboard.
pub(super) fn answer<'d>(document: &'d Document, item: &str) -> Option<&'d Answer> {
    let assessment = document.assessment();
    assessment.answer(item, assessment.main_respondent())
}

/// Its state; open where there is none.
pub(super) fn state<'d>(document: &'d Document, item: &str) -> &'d State {
    const OPEN: &State = &State::Open;
    answer(document, item).map_or(OPEN, |a| &a.state)
}

/// A command that answers an item.
pub(super) fn set(item: &str, state: State) -> Command {
    Command::Edit(Edit::Answer { item: item.to_owned(), state })
}

/// Whether an item needs no more asking of this company.
pub(super) fn is_given(document: &Document, item: &Item) -> bool {
    document.evaluation().sheet.is_given(document.pack(), document.assessment(), item)
}

/// Items given and asked among those wanted; optional ones do not count.
pub(super) fn given(document: &Document, wanted: impl Fn(&str) -> bool) -> (usize, usize) {
    let sheet = &document.evaluation().sheet;
    let asked = sheet.asked(document.pack()).filter(|(item, _)| !item.optional && wanted(&item.id));
    asked.fold((0, 0), |(given, asked), (item, answer)| {
        (given + usize::from(combine::is_given(document.assessment(), item, answer)), asked + 1)
    })
}

/// A single choice that unfolds.
pub(super) fn choice_field(ui: &mut Ui, document: &Document, item: &Item, language: Language, out: &mut Vec<Command>) {
    let text = document.pack().item_text(language, &item.id);
    let chosen = match state(document, &item.id) {
        State::Answered(Value::Options(list)) => list.first(),
        _ => None,
    };
    let names: Vec<&str> = item.options.iter().map(|o| text.options[o].as_str()).collect();
    let (none, clear) = (t(language, "choose"), t(language, "clear-answer"));
    let select = Select {
        id: &item.id,
        label: &text.question,
        options: &names,
        chosen: item.options.iter().position(|o| Some(o) == chosen),
        none: &none,
        clear: Some(&clear),
        width: 420.0,
    };
    match select.show(ui) {
        Some(Selected::Option(n)) => {
            out.push(set(&item.id, State::Answered(Value::Options(vec![item.options[n].clone()]))));
        }
        Some(Selected::Cleared) => out.push(set(&item.id, State::Open)),
        None => {}
    }
}

/// Several choices as chips to switch on and off, at most as many as the item allows. The first gets the keyboard where
/// `focus`.
pub(super) fn chips_field(
    ui: &mut Ui,
    document: &Document,
    item: &Item,
    focus: bool,
    language: Language,
    out: &mut Vec<Command>,
) {
    let text = document.pack().item_text(language, &item.id);
    let chosen: Vec<String> = match state(document, &item.id) {
        State::Answered(Value::Options(list)) => list.clone(),
        _ => Vec::new(),
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
        for (n, option) in item.options.iter().enumerate() {
            let on = chosen.contains(option);
            let chip = ui.add(Chip::new(&text.options[option]).toggle(on));
            if focus && n == 0 {
                chip.request_focus();
            }
            if chip.clicked() {
                out.extend(toggled(item, &chosen, option));
            }
        }
    });
}

/// The command that switches an option on or off; nothing where no more may be chosen.
pub(super) fn toggled(item: &Item, chosen: &[String], option: &String) -> Option<Command> {
    let mut list = chosen.to_vec();
    if item.max == Some(1) && list.contains(option) {
        // A second click, perhaps of a double click, changes nothing.
        return None;
    }
    if let Some(at) = list.iter().position(|o| o == option) {
        list.remove(at);
    } else if item.max == Some(1) {
        list = vec![option.clone()];
    } else if list.len() < item.max.unwrap_or(1) {
        list.push(option.clone());
    } else {
        return None;
    }
    let state = if list.is_empty() { State::Open } else { State::Answered(Value::Options(list)) };
    Some(set(&item.id, state))
}

/// Words being typed: they become a change when the field is left, not at every letter.
#[derive(Default)]
pub(super) struct Draft {
    text: String,
    typing: bool,
}

impl Draft {
    /// Draws the field; gives the new words when the field is left and they differ.
    pub(super) fn field(&mut self, ui: &mut Ui, field: TextField<'_>, current: &str) -> Option<String> {
        if !self.typing && self.text != current {
            current.clone_into(&mut self.text);
        }
        let response = field.show(ui, &mut self.text);
        if response.has_focus() {
            self.typing = true;
            return None;
        }
        self.take(current)
    }

    /// The words are no answer yet: they stay in the field, with what is wrong beside it, until they are mended.
    pub(super) fn keep(&mut self) {
        self.typing = true;
    }

    /// The words as they stand, for checks beside the field.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The new words, where typing has not been ended.
    pub(super) fn take(&mut self, current: &str) -> Option<String> {
        let ended = std::mem::take(&mut self.typing);
        let text = self.text.trim();
        (ended && text != current).then(|| text.to_owned())
    }
}
