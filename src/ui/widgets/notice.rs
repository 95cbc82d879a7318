//! A notice inside the page: something to know before reading on.

use egui::{Response, Ui};

use super::{Tone, card_with};
use crate::style::{Ink, space};

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
            super::mark(ui, icon, 22.0, ink);
            super::body(ui, text)
        })
        .inner
    })
    .inner
}
