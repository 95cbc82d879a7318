//! The card: one radius, one shadow, never inside another card.

use egui::{CornerRadius, Frame, InnerResponse, Margin, Stroke, Ui};

use super::Tone;
use crate::style::{self, Ink, space};
use crate::ui::theme;

/// A plain card over the whole width.
pub fn card<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    card_with(ui, Tone::Neutral, contents)
}

/// A card whose ground and edge carry a tone: action for what is chosen, attention for caveats, danger for losses.
pub fn card_with<R>(ui: &mut Ui, tone: Tone, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let palette = theme::palette(ui.ctx());
    let of = |ink| theme::colour(palette.of(ink));
    let (fill, edge) = match tone {
        Tone::Neutral => (of(Ink::Surface), theme::card_edge(&palette)),
        Tone::Action => {
            (of(Ink::ActionWash), Stroke::new(1.0, theme::between(&palette, Ink::ActionWash, Ink::Action, 0.5)))
        }
        Tone::Attention => (
            of(Ink::AttentionWash),
            Stroke::new(1.0, theme::between(&palette, Ink::AttentionWash, Ink::Attention, 0.35)),
        ),
        Tone::Danger => (of(Ink::Surface), Stroke::new(1.2, of(Ink::Danger))),
    };
    let shadow = if tone == Tone::Neutral { theme::card_shadow(&palette) } else { egui::epaint::Shadow::NONE };
    Frame::new()
        .fill(fill)
        .stroke(edge)
        .shadow(shadow)
        .corner_radius(CornerRadius::same(style::RADIUS + 2))
        .inner_margin(Margin::symmetric(space::L as i8, (space::M + 4.0) as i8))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            contents(ui)
        })
}
