//! Texts 40 % longer than the Italian ones: whatever language comes, nothing is cut or covered.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]
#![cfg(feature = "gui")]

mod support;

use egui::vec2;
use orienta::app::Look;
use orienta::ui::screens;
use support::screens::{Fill, Stage, State, faults};

#[test]
fn nothing_is_cut_where_texts_are_longer() {
    let language = support::pseudo::install();
    let mut stage = Stage::new();
    let mut found = Vec::new();
    for entry in screens::all() {
        for width in [420.0, 800.0, 1180.0] {
            for fill in Fill::ALL {
                let state =
                    State { screen: entry.screen, look: Look::Light, language, fill, size: vec2(width, 16_000.0) };
                let faults = faults(stage.show(state), state.size);
                found.extend(faults.into_iter().map(|fault| format!("{state:?}: {fault}")));
            }
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}
