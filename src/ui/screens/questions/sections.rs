//! The sections beside the card: how far each is, and the way to it.

use egui::Ui;

use super::{Card, Kind, Questions, evidence, section_name};
use crate::app::{Command, Document};
use crate::assessment::Edit;
use crate::pack::Mode;
use crate::report::words;
use crate::style::space;
use crate::text::{Language, t, ta};
use crate::ui::icons;
use crate::ui::screens::items;
use crate::ui::widgets::{Button, SectionEntry};

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
        let here = cards.get(self.at).map_or("", |c| c.section);
        let mut drawn = "";
        let proposals = document.proposals();
        for shown in cards {
            if shown.section == drawn {
                continue;
            }
            drawn = shown.section;
            let in_section = |id: &str| document.pack().item(id).is_some_and(|i| i.section == shown.section);
            let (given, asked) = match shown.kind {
                Kind::Evidence => evidence::backed(document, shown),
                _ => items::given(document, in_section),
            };
            let name = section_name(document, shown.section, language);
            let mut words = ta(language, "progress-short", &[("given", given.into()), ("asked", asked.into())]);
            let proposed = proposals.iter().filter(|p| in_section(&p.item)).count();
            if proposed > 0 && shown.kind != Kind::Evidence {
                words.push_str(" · ");
                words.push_str(&ta(language, "proposals-count", &[("count", proposed.into())]));
            }
            let entry = SectionEntry {
                text: &name,
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
        ui.add_space(space::S);
        if mode_switch(ui, document, language, out) {
            self.show_open();
        }
    }
}

/// The way to the full questionnaire, or back to the short one, where there are both; true where it is taken.
pub(super) fn mode_switch(ui: &mut Ui, document: &Document, language: Language, out: &mut Vec<Command>) -> bool {
    if !words::has_full(document.pack()) {
        return false;
    }
    let (label, icon, mode) = match document.assessment().mode {
        Mode::Quick => ("mode-go-full", icons::ARROW_RIGHT, Mode::Full),
        Mode::Full => ("mode-go-quick", icons::ARROW_LEFT, Mode::Quick),
    };
    let button = ui.add(Button::quiet(&t(language, label)).icon(icon).small());
    let taken = button.on_hover_text(t(language, "mode-quick-note")).clicked();
    if taken {
        out.push(Command::Edit(Edit::Mode(mode)));
    }
    taken
}
