//! Pages of the report as pictures: two made-up companies in two languages, drawn at 80 dots an inch and compared with those
//! in `tests/pages`. With `UPDATE_SNAPSHOTS=1` they are made anew; then look at them.
//!
//! The program draws its own numbers into the foot of each page, the digest of the data among them, so a picture also changes
//! where an example's file does.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use image::{DynamicImage, GrayImage, Luma, RgbaImage};
use jiff::civil::date;
use orienta::assessment::file;
use orienta::export::pdf::{self, What};
use orienta::pack::orientamento;
use orienta::pipeline::{Evaluation, evaluate_owned};
use orienta::report::Edition;
use orienta::text::Language;
use orienta::ui::services::preview::Pages;

const EXAMPLES: [(&str, &[u8]); 2] = [
    ("officina-meccanica", include_bytes!("../examples/officina-meccanica.orienta.json")),
    ("carpenteria-completa", include_bytes!("../examples/carpenteria-completa.orienta.json")),
];
/// Dots an inch.
const DPI: f32 = 80.0;
/// Steps of grey, of 255, by which a pixel may differ: edges of letters.
const STEPS: u8 = 40;
/// Pixels of a page, in ten thousand, that may differ by more.
const SHARE: f64 = 5.0;
/// Chapters whose first page is compared, and the cover.
const CHAPTERS: [&str; 9] =
    ["contents", "summary", "position", "dimensions", "matrix", "index", "doors", "plan", "answers"];

/// Pages in grey: what is told by colour alone would be lost on many printers too.
fn pictures(evaluation: &Evaluation<'_>, pages: &[usize]) -> Vec<GrayImage> {
    let made = Pages::make(evaluation, &Edition::default(), &mut |_| ControlFlow::Continue(())).unwrap().unwrap();
    let painter = made.painter();
    let grey = |page: &usize| {
        let width = (made.sizes()[*page][0] / 72.0 * DPI).round() as u32;
        let painted = painter.paint(*page, width).unwrap();
        let colours = RgbaImage::from_raw(painted.width, painted.height, painted.rgba).unwrap();
        DynamicImage::from(colours).to_luma8()
    };
    pages.iter().map(grey).collect()
}

/// The page on which each title first stands, the cover first.
fn first_pages(boxes: &[pdf::PageBoxes], titles: &[(String, String)]) -> Vec<(String, usize)> {
    let mut found = vec![("cover".to_owned(), 0)];
    for (id, title) in titles {
        let begins = |page: &pdf::PageBoxes| {
            page.boxes
                .iter()
                .any(|(what, area)| matches!(what, What::Text(text) if text == title) && area.height > 15.0)
        };
        found.push((id.clone(), boxes.iter().position(begins).unwrap_or_else(|| panic!("no page begins “{title}”"))));
    }
    found
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

/// Pixels that differ by more than edges of letters do, in ten thousand.
fn difference(a: &GrayImage, b: &GrayImage) -> f64 {
    if a.dimensions() != b.dimensions() {
        return f64::INFINITY;
    }
    let differing = a.pixels().zip(b.pixels()).filter(|(a, b)| a.0[0].abs_diff(b.0[0]) > STEPS).count();
    differing as f64 * 10_000.0 / (f64::from(a.width()) * f64::from(a.height()))
}

#[test]
fn pages_look_as_they_did() {
    let renew = std::env::var_os("UPDATE_SNAPSHOTS").is_some();
    let mut faults = Vec::new();
    for (name, bytes) in EXAMPLES {
        for language in [Language::IT, Language::EN] {
            let assessment = file::open(bytes, |_| Some(orientamento()), Language::IT).unwrap().assessment;
            let evaluation = evaluate_owned(orientamento(), assessment, date(2026, 11, 29), language);
            let report = evaluation.report(&Edition::default());
            let there =
                |id: &&str| report.sections.iter().find(|s| s.id == **id).map(|s| (s.id.clone(), s.title.clone()));
            let titles: Vec<(String, String)> = CHAPTERS.iter().filter_map(there).collect();
            assert!(titles.len() >= 7);
            let places = first_pages(&pdf::boxes(&report).unwrap(), &titles);
            let pages: Vec<usize> = places.iter().map(|(_, page)| *page).collect();
            for ((id, _), picture) in places.iter().zip(pictures(&evaluation, &pages)) {
                let path = folder().join(format!("{name}-{}-{id}.png", language.code()));
                if renew {
                    std::fs::create_dir_all(folder()).unwrap();
                    picture.save(&path).unwrap();
                    continue;
                }
                let before = image::open(&path).map(|i| i.to_luma8());
                let differs = before.map_or(f64::INFINITY, |before| difference(&before, &picture));
                if differs > SHARE {
                    let new = path.with_extension("new.png");
                    picture.save(&new).unwrap();
                    faults.push(format!("{}: {differs:.1} of 10 000 pixels differ", new.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_moved_line_and_another_size_are_seen() {
    let page = GrayImage::from_fn(661, 935, |x, y| Luma([if y % 40 < 9 && x % 7 < 3 { 0 } else { 255 }]));
    let moved = GrayImage::from_fn(661, 935, |x, y| *page.get_pixel(x, if y < 400 { y } else { (y + 2) % 935 }));
    assert!(difference(&page, &moved) > SHARE);
    assert!(difference(&page, &GrayImage::new(661, 934)) > SHARE);
    assert!(difference(&page, &page) < f64::EPSILON);
}
