//! The sections beside the card: how far each is, and the way to it.

use egui::Ui;

use super::{Card, Questions};
use crate::app::{Command, Document};
use crate::style::space;
use crate::text::{Language, ta};
use crate::ui::screens::items;
use crate::ui::widgets::SectionEntry;

impl Questions {
    pub(super) fn sections(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        cards: &[Card],
        language: Language,
        out: &mut Vec<Command>,
    ) {
        ui.spacing_mut().item_spacing.y = space::XS / 2.0;
        let texts = document.pack().texts(language);
        let here = cards.get(self.at).map_or("", |c| c.section);
        let mut drawn = "";
        for shown in cards {
            if shown.section == drawn {
                continue;
            }
            drawn = shown.section;
            let in_section = |id: &str| document.pack().item(id).is_some_and(|i| i.section == shown.section);
            let (given, asked) = items::given(document, in_section);
            let words = ta(language, "progress-short", &[("given", given.into()), ("asked", asked.into())]);
            let entry = SectionEntry {
                text: &texts.sections[shown.section].name,
                here: here == shown.section,
                share: given as f32 / asked.max(1) as f32,
                words: &words,
            };
            if ui.add(entry).clicked() {
                let of_section = |c: &&Card| c.section == shown.section;
                let first = cards.iter().position(|c| of_section(&c));
                let open = cards.iter().position(|c| of_section(&c) && !c.is_given(document));
                out.extend(self.flush(document));
                if let Some(at) = open.or(first) {
                    self.turn(at);
                }
            }
        }
    }
}
