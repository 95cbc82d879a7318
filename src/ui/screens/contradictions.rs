//! Answers that do not go together, each one click away.

use egui::Ui;

use super::Wanted;
use super::explained::named;
use crate::app::{Document, Model};
use crate::report::words;
use crate::style::{Ink, space, width};
use crate::text::{t, ta};
use crate::ui::icons;
use crate::ui::widgets::{
    EmptyState, Tone, body, card_with, column, empty_state, lead, mark, page_heading, quiet, strong, tight_heading,
};

/// The screen keeps nothing for itself.
#[derive(Default)]
pub(super) struct Contradictions;

impl Contradictions {
    /// Gives where the user wants to go.
    pub(super) fn ui(&mut self, ui: &mut Ui, model: &Model, document: &Document) -> Option<Wanted> {
        let (pack, language) = (document.pack(), model.language);
        let evaluation = document.evaluation();
        let found = &evaluation.scores.contradictions;
        let mut wanted = None;
        column(ui, width::COLUMN, |ui| {
            page_heading(ui, &t(language, "screen-contradictions"));
            if found.is_empty() {
                let (title, text) = (t(language, "contradictions-empty"), t(language, "contradictions-empty-text"));
                empty_state(ui, &EmptyState { icon: icons::CHECK_CIRCLE, title: &title, text: &text, action: None });
                return;
            }
            lead(ui, &ta(language, "contradictions-found", &[("count", found.len().into())]));
            body(ui, &t(language, "contradictions-lead"));
            ui.add_space(space::S);
            for contradiction in found {
                let text = &pack.texts(language).contradictions[&contradiction.id];
                card_with(ui, Tone::Neutral, |ui| {
                    ui.horizontal_top(|ui| {
                        mark(ui, icons::WARNING, 20.0, Ink::Attention);
                        tight_heading(ui, &text.name);
                    });
                    body(ui, &text.text);
                    for id in &contradiction.items {
                        let Some(item) = pack.item(id) else { continue };
                        let name = pack.item_name(language, item, evaluation.sheet.sector());
                        ui.add_space(space::XS);
                        strong(ui, &format!("{id} {name}"));
                        quiet(ui, &words::answer_text(pack, &evaluation.sheet, item, language));
                        if named(ui, &t(language, "see-answer"), &name) {
                            wanted = Some(Wanted::Question(id.clone()));
                        }
                    }
                });
                ui.add_space(space::S);
            }
        });
        wanted
    }
}
