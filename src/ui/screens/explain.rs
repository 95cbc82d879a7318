//! Every figure and answer with what makes it, in one place, to read, copy and keep.

use egui::Ui;

use super::Wanted;
use super::explained::explained;
use crate::app::{Command, Document, Model};
use crate::report::explain::{derivation, ids};
use crate::scoring::Scores;
use crate::style::{space, width};
use crate::text::{Language, t};
use crate::ui::icons;
use crate::ui::widgets::{Button, Select, Selected, card, column, lead, page_heading, tight_heading};

/// State of the screen.
#[derive(Default)]
pub(super) struct Explain {
    /// Id of the figure shown; the total at first.
    shown: Option<String>,
    /// What can be explained: kept while the figures stay the same, for each title is a whole derivation.
    list: Option<List>,
}

/// What can be explained of some figures in a language.
struct List {
    language: Language,
    scores: Scores,
    /// Ids with their titles.
    entries: Vec<(String, String)>,
}

impl Explain {
    /// Gives where the user wants to go.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        model: &Model,
        document: &Document,
        out: &mut Vec<Command>,
    ) -> Option<Wanted> {
        let language = model.language;
        let source = document.evaluation().source();
        let mut wanted = None;
        column(ui, width::COLUMN, |ui| {
            page_heading(ui, &t(language, "explain-title"));
            lead(ui, &t(language, "explain-lead"));
            ui.add_space(space::S);
            let scores = &document.evaluation().scores;
            if self.list.as_ref().is_none_or(|list| list.language != language || list.scores != *scores) {
                let title = |id: &String| derivation(&source, id).map_or_else(String::new, |d| d.title);
                let entries = ids(&source).into_iter().map(|id| (id.clone(), title(&id))).collect();
                self.list = Some(List { language, scores: scores.clone(), entries });
            }
            let list: &[(String, String)] = self.list.as_ref().map_or(&[], |list| &list.entries);
            let names: Vec<&str> = list.iter().map(|(_, title)| title.as_str()).collect();
            let shown = self.shown.as_ref().and_then(|id| list.iter().position(|(known, _)| known == id)).unwrap_or(0);
            let found = list.get(shown).and_then(|(id, _)| derivation(&source, id));
            let select = Select {
                id: "explained-figure",
                label: &t(language, "explain-figures"),
                options: &names,
                chosen: Some(shown),
                none: "",
                clear: None,
                width: width::COLUMN,
            };
            if let Some(Selected::Option(n)) = select.show(ui) {
                self.shown = Some(list[n].0.clone());
            }
            ui.add_space(space::S);
            if let Some(found) = found {
                tight_heading(ui, &found.title);
                match explained(ui, &found, language) {
                    Some(Wanted::Explain(id)) => self.shown = Some(id),
                    other => wanted = other,
                }
            }
            ui.add_space(space::M);
            card(ui, |ui| {
                let label = t(language, "explain-save");
                if ui.add(Button::secondary(&label).icon(icons::FLOPPY_DISK)).clicked() {
                    out.push(Command::SaveExplanations);
                }
            });
        });
        wanted
    }
}
