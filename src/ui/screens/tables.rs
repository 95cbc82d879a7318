//! Charts as tables and as pictures: a button under a chart unfolds what it shows as words and numbers, another copies it.

use std::collections::BTreeSet;

use egui::{ColorImage, Ui};

use crate::export::charts;
use crate::report::Drawing;
use crate::report::figures::Table;
use crate::style::{PAPER, space};
use crate::text::{Language, t};
use crate::ui::icons;
use crate::ui::widgets::{Button, quiet, small_icon_button, table};

/// White around a copied chart, in points of the drawing.
const MARGIN: f32 = 8.0;

/// Charts shown as tables too, by id, and the chart copied last.
#[derive(Default)]
pub(super) struct Tables {
    open: BTreeSet<&'static str>,
    /// Which one, and whether that went well.
    copied: Option<(&'static str, bool)>,
}

impl Tables {
    /// A button that unfolds a table.
    pub(super) fn show(&mut self, ui: &mut Ui, id: &'static str, language: Language, rows: impl FnOnce() -> Table) {
        self.toggle(ui, id, language);
        self.unfolded(ui, id, rows);
    }

    /// A button that unfolds a chart's table, and one that copies the chart as a picture, for a document or a mail.
    pub(super) fn show_with_copy(
        &mut self,
        ui: &mut Ui,
        id: &'static str,
        language: Language,
        drawing: &Drawing,
        rows: impl FnOnce() -> Table,
    ) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
            self.toggle(ui, id, language);
            if small_icon_button(ui, icons::COPY, &t(language, "copy-picture")).clicked() {
                let pixels = pixels(drawing);
                self.copied = Some((id, pixels.is_some()));
                pixels.into_iter().for_each(|pixels| ui.ctx().copy_image(pixels));
            }
            if let Some((_, well)) = self.copied.filter(|(copied, _)| *copied == id) {
                quiet(ui, &t(language, if well { "copy-picture-done" } else { "copy-picture-failed" }));
            }
        });
        self.unfolded(ui, id, rows);
    }

    fn toggle(&mut self, ui: &mut Ui, id: &'static str, language: Language) {
        let open = self.open.contains(id);
        let (label, icon) = if open { ("hide-table", icons::CARET_UP) } else { ("show-table", icons::CARET_DOWN) };
        if ui.add(Button::quiet(&t(language, label)).icon(icon).small()).clicked() && !self.open.remove(id) {
            self.open.insert(id);
        }
    }

    fn unfolded(&self, ui: &mut Ui, id: &'static str, rows: impl FnOnce() -> Table) {
        if self.open.contains(id) {
            let shown = rows();
            table(ui, id, &shown.title, &shown.head, &shown.rows);
        }
    }
}

/// A chart as it stands on paper, whatever the window looks like.
fn pixels(drawing: &Drawing) -> Option<ColorImage> {
    let painted = charts::pixels(drawing, &PAPER, charts::SCALE, MARGIN).ok()?;
    let size = [painted.width as usize, painted.height as usize];
    Some(ColorImage::from_rgba_unmultiplied(size, &painted.rgba))
}
