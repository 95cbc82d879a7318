//! All questions as a list: to read before answering, and to check afterwards.

use egui::accesskit::Role;
use egui::{Key, Label, RichText, Ui, WidgetInfo};

use super::sections::mode_switch;
use super::{Card, Kind, Questions, keys, section_name};
use crate::app::{Command, Document};
use crate::pack::Item;
use crate::report::words;
use crate::style::{Ink, space};
use crate::text::{Language, t};
use crate::ui::screens::items;
use crate::ui::widgets::{Button, body, card, page_heading, quiet, section_heading, strong};
use crate::ui::{icons, theme};

impl Questions {
    pub(super) fn list(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        cards: &[Card],
        language: Language,
        out: &mut Vec<Command>,
    ) {
        ui.add_space(space::S);
        let label = t(language, "one-at-a-time");
        let back = Button::secondary(&label).icon(icons::ARROW_LEFT).small().key("L");
        if ui.add(back).clicked() || (keys::free(ui) && keys::pressed(ui, Key::Escape)) {
            self.list = false;
        }
        page_heading(ui, &t(language, "list-title"));
        if mode_switch(ui, document, language, out) {
            self.placed = false;
        }
        quiet(ui, &t(language, "list-lead"));
        let mut section = "";
        for (at, shown) in cards.iter().enumerate() {
            if shown.section != section {
                section = shown.section;
                section_heading(ui, &section_name(document, section, language));
            }
            // What asks for evidence asks nothing new.
            for item in shown.items.iter().filter(|_| shown.kind != Kind::Evidence) {
                card(ui, |ui| {
                    if self.row(ui, document, item, language) {
                        self.at = at;
                        self.list = false;
                    }
                });
                ui.add_space(space::XS);
            }
        }
    }

    /// One question with its answer; true where the user wants to go there.
    fn row(&mut self, ui: &mut Ui, document: &Document, item: &Item, language: Language) -> bool {
        let text = document.pack().item_text(language, &item.id);
        let answer = words::answer_text(document.pack(), &document.evaluation().sheet, item, language);
        let question = if item.cell.is_some() {
            document.pack().item_name(language, item, document.evaluation().sheet.sector())
        } else {
            text.question.clone()
        };
        strong(ui, &question);
        if items::is_given(document, item) {
            ui.add(Label::new(RichText::new(answer).color(theme::ink(ui.ctx(), Ink::Action))).wrap());
        } else {
            quiet(ui, &answer);
        }
        let open = self.unfolded.contains(&item.id);
        let mut go = false;
        ui.horizontal_wrapped(|ui| {
            go = named(ui, Button::quiet(&t(language, "go-to-question")).small(), &question);
            let choices = text.steps.len() + text.options.len();
            if choices > 0 {
                let (label, icon) =
                    if open { ("hide-answers", icons::CARET_UP) } else { ("show-answers", icons::CARET_DOWN) };
                if named(ui, Button::quiet(&t(language, label)).icon(icon).small(), &question)
                    && !self.unfolded.remove(&item.id)
                {
                    self.unfolded.insert(item.id.clone());
                }
            }
        });
        if open {
            for (step, words) in text.steps.iter().enumerate() {
                body(ui, &format!("{step}. {words}"));
            }
            for option in &item.options {
                body(ui, &format!("• {}", words::option_label(item, text, option)));
            }
        }
        go
    }
}

/// A button of a row, whose name tells which row it is for.
fn named(ui: &mut Ui, button: Button<'_>, of: &str) -> bool {
    let name = button.text().to_owned();
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name}: {of}")));
    response.clicked()
}
