//! The pieces screens are made of, one file each. They paint and report what the user did; what it means is the screen's.
//!
//! Each says its name and role to screen readers, can be reached with the keyboard where it can be clicked, breaks long
//! words instead of clipping them, and takes every colour from the palette through [`super::theme`].

mod answer;
mod badge;
mod button;
mod card;
mod chip;
mod column;
mod drawer;
mod empty;
mod field;
mod fold;
mod heading;
mod mark;
mod near;
mod notice;
mod progress;
mod rail;
mod rows;
mod select;
mod slider;
mod switch;
mod table;

pub use answer::AnswerRow;
pub use badge::{Tone, badge, key_cap};
pub use button::{Button, SMALL_HEIGHT, icon_button, small_icon_button};
pub use card::{card, card_with};
pub use chip::Chip;
pub use column::column;
pub use drawer::drawer;
pub use empty::{EmptyState, empty_state};
pub use field::TextField;
pub use fold::fold;
pub use heading::{body, lead, page_heading, question_heading, quiet, section_heading, strong, tight_heading};
pub use mark::mark;
pub use near::near;
pub use notice::notice;
pub use progress::{progress_line, progress_ring};
pub use rail::{RailEntry, SectionEntry};
pub use rows::Rows;
pub use select::{Select, Selected};
pub use slider::slider;
pub use switch::switch;
pub use table::table;

use egui::{CornerRadius, Rect, Stroke, StrokeKind, Ui};

use super::theme;
use crate::style::Ink;

/// Widest a piece may get here. In a row that wraps, a piece that does not fit the rest of a line takes the next one, so
/// that it has the whole line, not what is left of this.
fn line_room(ui: &Ui) -> f32 {
    if ui.layout().main_wrap() { ui.max_rect().width() } else { ui.available_width() }
}

/// Draws the ring that shows where the keyboard is: 2 points, 3 with high contrast, of the action colour, a little off the widget so that it is
/// seen on widgets of that colour too.
pub fn focus_ring(ui: &Ui, rect: Rect, radius: u8) {
    let palette = theme::palette(ui.ctx());
    let width = if palette.high_contrast { 3.0 } else { 2.0 };
    let stroke = Stroke::new(width, theme::colour(palette.of(Ink::Action)));
    // Its room lies outside the widget, where a tight parent would cut it off.
    let painter = ui.painter().with_clip_rect(ui.clip_rect().expand(4.0));
    painter.rect_stroke(rect.expand(2.0), CornerRadius::same(radius.saturating_add(2)), stroke, StrokeKind::Outside);
}

#[cfg(test)]
mod tests;
