//! The card of a process: its four ladders, one of them unfolded at a time.

use egui::{Label, RichText, Ui};

use super::{Card, Questions, cards};
use crate::app::{Command, Document, Model};
use crate::assessment::State;
use crate::report::words;
use crate::style::{Ink, space};
use crate::text::{Language, t, ta};
use crate::ui::screens::items;
use crate::ui::theme;
use crate::ui::widgets::{Button, Tone, card_with, quiet, strong};

impl Questions {
    /// The ladders of a process. An answer unfolds the next; after the last one the next card comes.
    pub(super) fn cells(
        &mut self,
        ui: &mut Ui,
        model: &Model,
        document: &Document,
        shown: &Card,
        out: &mut Vec<Command>,
    ) {
        let language = model.language;
        if let Some(example) = example(document, shown, language) {
            quiet(ui, &example);
            ui.add_space(space::XS);
        }
        let last = shown.items.len().saturating_sub(1);
        self.walk(ui, last);
        let lit = self.line;
        let process = shown.title(document, language);
        let mut given: Option<State> = None;
        for (n, item) in shown.items.iter().enumerate() {
            let text = document.pack().item_text(language, &item.id);
            let tone = if n == lit { Tone::Action } else { Tone::Neutral };
            let area = card_with(ui, tone, |ui| {
                // The card's title may have scrolled away.
                strong(ui, &format!("{process}: {}", text.question));
                if n == lit {
                    quiet(ui, &text.help);
                    given = self.steps(ui, document, item, language);
                    return;
                }
                if items::is_given(document, item) {
                    let answer = words::answer_text(document.pack(), &document.evaluation().sheet, item, language);
                    ui.add(Label::new(RichText::new(answer).color(theme::ink(ui.ctx(), Ink::Action))).wrap());
                }
                let button = ui.add(Button::quiet(&t(language, "cell-open")).small());
                button.widget_info(|| {
                    let name = format!("{}: {}", t(language, "cell-open"), text.question);
                    egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, name)
                });
                if button.clicked() {
                    self.line = n;
                }
            });
            if n == lit && std::mem::take(&mut self.show_line) {
                area.response.scroll_to_me(None);
            }
            ui.add_space(space::XS);
        }
        let Some(state) = given else { return };
        out.extend(self.flush(document));
        out.push(items::set(&shown.items[lit].id, state));
        let open = |n: &usize| *n != lit && !items::is_given(document, shown.items[*n]);
        let next = (lit + 1..shown.items.len()).chain(0..lit).find(open);
        match next {
            Some(next) => {
                self.line = next;
                self.show_line = true;
            }
            None if model.settings.advance => self.forward(cards(document).len(), out),
            None => {}
        }
    }
}

/// The example of the process that fits the company's sector.
fn example(document: &Document, shown: &Card, language: Language) -> Option<String> {
    let process = &shown.items.first()?.cell.as_ref()?.process;
    let texts = document.pack().texts(language).matrix.as_ref()?.processes.get(process)?;
    let example = texts.examples.get(document.evaluation().sheet.sector()?)?;
    Some(ta(language, "example", &[("example", example.into())]))
}
