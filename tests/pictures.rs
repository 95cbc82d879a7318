//! Pictures of the screens, drawn with the graphics of the machine (in checks: Mesa's software renderer), compared with
//! those beside it within a tolerance. Only with the feature `pictures`, for they need a Vulkan driver:
//! `cargo test --features pictures --test pictures`. With `UPDATE_SNAPSHOTS=1` they are made anew; then look at them.
//!
//! `SHEETS=<folder>` also writes every screen in every look, language and fill as contact sheets, for looking.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod support;

use std::path::PathBuf;

use egui::{Vec2, vec2};
use egui_kittest::{Harness, SnapshotOptions};
use image::RgbaImage;
use image::imageops::{FilterType, overlay, resize};
use orienta::app::{Look, Screen};
use orienta::text::Language;
use orienta::ui::screens::{self, Place};
use support::screens::{Fill, Stage, State};

const SIZE: Vec2 = vec2(1180.0, 800.0);

fn state(screen: Screen) -> State {
    State { screen, look: Look::Light, language: Language::IT, fill: Fill::Half, size: SIZE }
}

fn stage() -> Stage {
    Stage::with(|size| Harness::builder().with_size(size).wgpu())
}

/// Every screen light, Italian, half filled; one dark, one with high contrast, one in English.
#[test]
fn the_screens_look_as_they_did() {
    // What reads the full questionnaire is looked at with one.
    let fill = |place: Place| if place == Place::Results { Fill::Deep } else { Fill::Half };
    let each = |e: screens::Entry| (e.screen.key().to_owned(), State { fill: fill(e.place), ..state(e.screen) });
    let mut wanted: Vec<(String, State)> = screens::all().map(each).to_vec();
    wanted.push(("results-dark".into(), State { look: Look::Dark, fill: Fill::Full, ..state(Screen::Results) }));
    let high_contrast = State { look: Look::HighContrast, ..state(Screen::Questions) };
    wanted.push(("questions-high-contrast".into(), high_contrast));
    wanted.push(("doors-english".into(), State { language: Language::EN, ..state(Screen::Doors) }));
    let mut stage = stage();
    // Mesa's versions round edges of letters differently: a few pixels may differ a little.
    let options = SnapshotOptions::new().threshold(1.2).max_failed_pixels(900).output_path("tests/pictures");
    let mut faults = Vec::new();
    for (name, state) in wanted {
        if let Err(e) = stage.show(state).try_snapshot_options(&name, &options) {
            faults.push(e.to_string());
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// One sheet a look and language: a screen a row, its fills side by side, half size.
#[test]
fn contact_sheets() {
    let Some(folder) = std::env::var_os("SHEETS").map(PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).unwrap();
    let (width, height) = (SIZE.x as u32 / 2, SIZE.y as u32 / 2);
    let mut stage = stage();
    let looks = [Look::Light, Look::Dark, Look::HighContrast];
    for (look, language) in looks.into_iter().flat_map(|look| [(look, Language::IT), (look, Language::EN)]) {
        let all = screens::all();
        let mut sheet = RgbaImage::new(width * Fill::ALL.len() as u32, height * all.len() as u32);
        for (row, entry) in (0..).zip(all) {
            for (column, fill) in (0..).zip(Fill::ALL) {
                let picture = stage.show(State { look, language, fill, ..state(entry.screen) }).render().unwrap();
                let small = resize(&picture, width, height, FilterType::Triangle);
                overlay(&mut sheet, &small, i64::from(column * width), i64::from(row * height));
            }
        }
        sheet.save(folder.join(format!("{}-{}.png", look.label(), language.code()))).unwrap();
    }
}
