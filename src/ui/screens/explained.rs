//! What a figure is made of: the drawer beside every screen with figures, and the body of the screen of explanations.

use egui::{RichText, Ui};

use super::Wanted;
use crate::app::{Document, Model};
use crate::report::explain::{Derivation, Part, derivation, weight_text};
use crate::style::space;
use crate::text::{Language, t, ta};
use crate::ui::widgets::{Button, body, card, drawer, quiet, section_heading, strong};
use crate::ui::{icons, theme};

/// The way the user went from figure to figure; the last one is shown.
#[derive(Default)]
pub(super) struct Trail {
    ids: Vec<String>,
}

impl Trail {
    /// Shows a figure, and remembers the one before.
    pub(super) fn go(&mut self, id: String) {
        if self.ids.last() != Some(&id) {
            self.ids.push(id);
        }
    }

    /// Begins anew.
    pub(super) fn close(&mut self) {
        self.ids.clear();
    }

    /// The figure shown.
    pub(super) fn shown(&self) -> Option<&str> {
        self.ids.last().map(String::as_str)
    }

    /// The drawer; gives a question the user wants to see. To be called before the page is drawn.
    pub(super) fn side(&mut self, ui: &mut Ui, model: &Model, document: &Document) -> Option<Wanted> {
        let id = self.shown()?.to_owned();
        let language = model.language;
        // The figure may have gone with an answer.
        let Some(found) = derivation(&document.evaluation().source(), &id) else {
            self.close();
            return None;
        };
        let mut open = true;
        let mut wanted = None;
        let mut back = false;
        drawer(ui, "explained", &found.title, &t(language, "close"), &mut open, |ui| {
            if self.ids.len() > 1 {
                back = ui.add(Button::quiet(&t(language, "back")).icon(icons::ARROW_LEFT).small()).clicked();
            }
            wanted = explained(ui, &found, language);
        });
        match wanted {
            Some(Wanted::Explain(id)) => self.go(id),
            Some(question) => {
                self.close();
                return Some(question);
            }
            None if back => {
                self.ids.pop();
            }
            None if !open => self.close(),
            None => {}
        }
        None
    }
}

/// A derivation without its title; gives where the user wants to go from it.
pub(super) fn explained(ui: &mut Ui, d: &Derivation, language: Language) -> Option<Wanted> {
    let mut wanted = None;
    // A figure stands large; an answer is a sentence and is read.
    if d.text.chars().count() <= 14 {
        ui.label(RichText::new(&d.text).text_style(theme::text::number()));
    } else {
        strong(ui, &d.text);
    }
    if let Some(item) = &d.item
        && named(ui, &t(language, "see-answer"), &d.title)
    {
        wanted = Some(Wanted::Question(item.clone()));
    }
    section_heading(ui, &t(language, "explain-rule"));
    body(ui, &d.rule);
    if let Some(formula) = &d.formula {
        ui.add_space(space::XS);
        strong(ui, &t(language, "explain-formula"));
        body(ui, formula);
    }
    if !d.parts.is_empty() {
        section_heading(ui, &t(language, "explain-parts"));
        for (n, part) in d.parts.iter().enumerate() {
            wanted = ui.push_id(n, |ui| show_part(ui, part, language)).inner.or(wanted);
            ui.add_space(space::XS);
        }
    }
    if !d.remarks.is_empty() {
        section_heading(ui, &t(language, "explain-know"));
        for remark in &d.remarks {
            body(ui, remark);
        }
    }
    ui.add_space(space::S);
    if ui.add(Button::quiet(&t(language, "explain-copy")).icon(icons::COPY).small()).clicked() {
        ui.ctx().copy_text(d.as_text(language));
    }
    wanted
}

fn show_part(ui: &mut Ui, part: &Part, language: Language) -> Option<Wanted> {
    let mut wanted = None;
    card(ui, |ui| {
        strong(ui, &format!("{} · {}", part.name, part.text));
        if let Some(weight) = part.weight {
            quiet(ui, &ta(language, "why-weight", &[("weight", weight_text(language, weight).into())]));
        }
        if !part.detail.is_empty() {
            quiet(ui, &part.detail);
        }
        ui.horizontal_wrapped(|ui| {
            if let Some(figure) = &part.figure
                && named(ui, &t(language, "explain-open"), &part.name)
            {
                wanted = Some(Wanted::Explain(figure.clone()));
            }
            if let Some(item) = &part.item
                && named(ui, &t(language, "see-answer"), &part.name)
            {
                wanted = Some(Wanted::Question(item.clone()));
            }
        });
    });
    wanted
}

/// A small button whose name tells what it is about; true where it was clicked.
pub(super) fn named(ui: &mut Ui, label: &str, of: &str) -> bool {
    named_button(ui, Button::quiet(label).small(), of).clicked()
}

/// A button whose name tells what it is about.
pub(super) fn named_button(ui: &mut Ui, button: Button<'_>, of: &str) -> egui::Response {
    let name = format!("{}: {of}", button.text());
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
    response
}
