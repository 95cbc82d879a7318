//! The drawer beside the card: help with the words explained, or the note and what stands behind the answer.

use egui::Ui;

use super::{Card, Drawer, Questions, cards};
use crate::app::{Command, Document, Model};
use crate::assessment::{DOCUMENTED, Edit};
use crate::pack::Item;
use crate::style::space;
use crate::text::{Language, capitalised, t, ta};
use crate::ui::screens::items;
use crate::ui::widgets::{Chip, TextField, body, drawer, quiet, section_heading, strong};

impl Questions {
    /// The drawer. To be called before the page is drawn.
    pub(in crate::ui::screens) fn side(
        &mut self,
        ui: &mut Ui,
        model: &Model,
        document: &Document,
        out: &mut Vec<Command>,
    ) {
        let cards = cards(document);
        let Some(card) = cards.get(self.at).filter(|_| !self.list) else { return };
        let language = model.language;
        let close = t(language, "close");
        let mut open = true;
        match (self.drawer, card.noted(self.line)) {
            (Drawer::None, _) => {}
            (Drawer::Help, _) => {
                drawer(ui, "help", &t(language, "help"), &close, &mut open, |ui| help(ui, document, card, language));
            }
            (Drawer::Note, Some(item)) => {
                let title = t(language, "note-and-evidence");
                drawer(ui, "note", &title, &close, &mut open, |ui| self.note(ui, document, item, language, out));
            }
            (Drawer::Note, None) => open = false,
        }
        if !open {
            out.extend(self.flush(document));
            self.drawer = Drawer::None;
        }
    }

    fn note(&mut self, ui: &mut Ui, document: &Document, item: &Item, language: Language, out: &mut Vec<Command>) {
        quiet(ui, &document.pack().item_text(language, &item.id).question);
        let answer = items::answer(document, &item.id);
        let current = answer.map_or("", |a| a.note.as_str());
        self.noted.clone_from(&item.id);
        let (label, help) = (t(language, "note"), t(language, "note-help"));
        let field = TextField::new(&label).help(&help).rows(5).focus(std::mem::take(&mut self.focus_note));
        if let Some(note) = self.draft.field(ui, field, current) {
            out.push(Command::Edit(Edit::Note { item: item.id.clone(), note }));
        }
        ui.add_space(space::S);
        strong(ui, &t(language, "evidence"));
        let grade = answer.map_or(0, |a| a.evidence);
        for g in 0..=DOCUMENTED {
            let name = t(language, &format!("evidence-{g}"));
            if ui.add(Chip::new(&name).toggle(g == grade)).clicked() && g != grade {
                out.push(Command::Edit(Edit::Evidence { item: item.id.clone(), grade: g }));
            }
        }
    }
}

/// Why it is asked, what is meant, examples, and the words explained.
fn help(ui: &mut Ui, document: &Document, card: &Card, language: Language) {
    let texts = document.pack().texts(language);
    let mut terms: Vec<&String> = Vec::new();
    for item in &card.items {
        let text = &texts.items[&item.id];
        section_heading(ui, if card.items.len() > 1 { &text.name } else { &text.question });
        if !text.why.is_empty() {
            body(ui, &ta(language, "why-asked", &[("why", (&text.why).into())]));
            ui.add_space(space::XS);
        }
        body(ui, &text.help);
        for example in text.examples.values() {
            ui.add_space(space::XS);
            quiet(ui, &ta(language, "example", &[("example", example.into())]));
        }
        terms.extend(text.terms.iter().filter(|t| texts.glossary.contains_key(*t)));
    }
    terms.sort();
    terms.dedup();
    if !terms.is_empty() {
        section_heading(ui, &t(language, "glossary"));
        for term in terms {
            let entry = &texts.glossary[term];
            strong(ui, &capitalised(&entry.term));
            body(ui, &entry.text);
            ui.add_space(space::XS);
        }
    }
}
