//! Charts as tables: a button under a chart unfolds what it shows as words and numbers.

use std::collections::BTreeSet;

use egui::Ui;

use crate::report::figures::Table;
use crate::text::{Language, t};
use crate::ui::icons;
use crate::ui::widgets::{Button, table};

/// Charts shown as tables too, by id.
#[derive(Default)]
pub(super) struct Tables(BTreeSet<&'static str>);

impl Tables {
    /// A button that unfolds a table.
    pub(super) fn show(&mut self, ui: &mut Ui, id: &'static str, language: Language, rows: impl FnOnce() -> Table) {
        let open = self.0.contains(id);
        let (label, icon) = if open { ("hide-table", icons::CARET_UP) } else { ("show-table", icons::CARET_DOWN) };
        if ui.add(Button::quiet(&t(language, label)).icon(icon).small()).clicked() && !self.0.remove(id) {
            self.0.insert(id);
        }
        if open {
            let shown = rows();
            table(ui, id, &shown.title, &shown.head, &shown.rows);
        }
    }
}
