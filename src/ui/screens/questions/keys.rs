//! Single keys on the questions' cards.

use egui::{Event, Key, Ui};

/// Whether single keys are the card's: nobody is typing, no box stands over the page.
pub(super) fn free(ui: &Ui) -> bool {
    !ui.ctx().text_edit_focused() && ui.memory(|m| m.top_modal_layer().is_none())
}

/// Whether a key was pressed, without Ctrl or Alt. A key held down counts once: it must not answer one question after
/// the other.
pub(super) fn pressed(ui: &Ui, wanted: Key) -> bool {
    let mut found = false;
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Key { key, pressed: true, repeat, modifiers, .. }
                if *key == wanted && !modifiers.command && !modifiers.ctrl && !modifiers.alt =>
            {
                // A sign that wants Shift is another key once Shift is let go, so egui never learns that it was: from
                // then on it takes every press of it for a repetition.
                found |= !repeat || wanted == Key::Questionmark;
                false
            }
            _ => true,
        });
    });
    found
}

/// The digit pressed, 0 to 9.
pub(super) fn digit(ui: &Ui) -> Option<u8> {
    const DIGITS: [Key; 10] =
        [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    (0..).zip(DIGITS).find_map(|(digit, key)| pressed(ui, key).then_some(digit))
}

/// Names of the keys that choose options, in the options' order; there is no key for an eleventh.
pub(super) const OPTIONS: [&str; 10] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];

/// The place of the option whose key was pressed.
pub(super) fn option(ui: &Ui) -> Option<usize> {
    digit(ui).map(|digit| usize::from(digit).checked_sub(1).unwrap_or(OPTIONS.len() - 1))
}
