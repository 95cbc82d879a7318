//! A notice inside the page: something to know before reading on.

use egui::{Label, Response, RichText, Ui};

use super::{Tone, card_with};
use crate::style::{Ink, space};
use crate::ui::theme::{self, Face};

/// A notice with an icon of [`crate::ui::icons`] and a sentence or two.
pub fn notice(ui: &mut Ui, tone: Tone, icon: &str, text: &str) -> Response {
    let ink = match tone {
        Tone::Neutral => Ink::Quiet,
        Tone::Action => Ink::Action,
        Tone::Attention => Ink::Attention,
        Tone::Danger => Ink::Danger,
    };
    card_with(ui, tone, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S + 4.0;
            let icon = RichText::new(icon).font(theme::font(Face::Icons, 22.0)).color(theme::ink(ui.ctx(), ink));
            ui.add(Label::new(icon).selectable(false));
            super::body(ui, text)
        })
        .inner
    })
    .inner
}
