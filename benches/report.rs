//! What the PDF costs. The full report of an example, laid out, tagged, finished and with its data inside, against krilla
//! drawing the same texts and the same charts at places that are already known, in one run. `cargo bench --bench report
//! --no-default-features` prints the ratio and the size without data; it fails over the limits.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "in a benchmark a panic and a printed table are the report"
)]

mod measure;

use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use criterion::Criterion;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, TextDirection};
use orienta::assessment::file;
use orienta::export::pdf::{self, PageBoxes, What};
use orienta::pack::orientamento;
use orienta::pipeline::{Evaluation, evaluate_owned};
use orienta::report::drawing::{self, Align, Shape};
use orienta::report::{Block, Drawing, Edition, Report, Weight};
use orienta::style::{Ink, PAPER, Rgb, fonts};
use orienta::text::Language;

/// Criterion's own folder for this benchmark, below cargo's target folder.
const RESULTS: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/report");
/// What the ratio should be.
const AIM: f64 = 2.0;
/// Most it may be.
const LIMIT: f64 = 3.0;
/// Most bytes of a report without data.
const SIZE: usize = 300 * 1024;
/// The family's ascender, and its whole height, in type sizes: as the boxes have them.
const ASCENDER: f32 = 0.73;
const HEIGHT: f32 = 0.94;

fn example() -> Evaluation<'static> {
    let bytes = include_bytes!("../examples/carpenteria-completa.orienta.json");
    let assessment = file::open(bytes, |_| Some(orientamento()), Language::IT).unwrap().assessment;
    let evaluation = evaluate_owned(orientamento(), assessment, jiff::civil::date(2026, 11, 29), Language::IT);
    // The plan is made once and belongs to neither side.
    assert!(evaluation.roadmap().is_ok());
    evaluation
}

fn ours(evaluation: &Evaluation<'_>, without_data: bool) -> Vec<u8> {
    let edition = Edition { without_data, ..Edition::default() };
    pdf::publish(evaluation, &edition, &mut |_| ControlFlow::Continue(())).unwrap()
}

struct Faces {
    regular: Font,
    semibold: Font,
}

impl Faces {
    fn load() -> Self {
        let font = |bytes: &'static [u8]| Font::new(bytes.to_vec().into(), 0).unwrap();
        Self { regular: font(fonts::REGULAR), semibold: font(fonts::SEMIBOLD) }
    }

    fn of(&self, weight: Weight) -> Font {
        match weight {
            Weight::Regular => self.regular.clone(),
            Weight::Semibold => self.semibold.clone(),
        }
    }
}

/// Every chart of a report by what it says.
fn charts(report: &Report) -> Vec<&Drawing> {
    fn within<'r>(blocks: &'r [Block], found: &mut Vec<&'r Drawing>) {
        for block in blocks {
            match block {
                Block::Figure { drawing, .. } => found.push(drawing),
                Block::Card { blocks, .. } => within(blocks, found),
                _ => {}
            }
        }
    }
    let mut found: Vec<&Drawing> = report.cover.iter().filter_map(|cover| cover.figure.as_ref()).collect();
    report.sections.iter().for_each(|section| within(&section.blocks, &mut found));
    found
}

/// The same texts and charts at the same places, and nothing else.
fn theirs(pages: &[PageBoxes], charts: &[&Drawing]) -> Vec<u8> {
    let faces = Faces::load();
    let mut document = krilla::Document::new();
    for page in pages {
        let settings = PageSettings::new(Size::from_wh(page.width, page.height).unwrap());
        let mut page_to_draw = document.start_page_with(settings);
        let mut surface = page_to_draw.surface();
        for (what, area) in &page.boxes {
            match what {
                What::Text(words) | What::Foot(words) => {
                    let size = area.height / HEIGHT;
                    let at = Point::from_xy(area.x, area.top + ASCENDER * size);
                    surface.set_fill(Some(fill(Ink::Text, 1.0)));
                    surface.draw_text(at, faces.of(Weight::Regular), size, words, false, TextDirection::LeftToRight);
                }
                What::Figure(alt) => {
                    let drawing = charts.iter().find(|drawing| drawing.alt == *alt).unwrap();
                    let scale = area.width / drawing.width;
                    surface.push_transform(&Transform::from_row(scale, 0.0, 0.0, scale, area.x, area.top));
                    drawing.shapes.iter().for_each(|shape| draw(&mut surface, &faces, shape));
                    surface.pop();
                }
                What::Picture(_) => {}
            }
        }
        surface.finish();
        page_to_draw.finish();
    }
    document.finish().unwrap()
}

fn colour(ink: Ink) -> rgb::Color {
    let Rgb(r, g, b) = PAPER.of(ink);
    rgb::Color::new(r, g, b)
}

fn fill(ink: Ink, opacity: f32) -> Fill {
    Fill { paint: colour(ink).into(), opacity: NormalizedF32::new(opacity).unwrap(), ..Fill::default() }
}

fn draw(surface: &mut Surface<'_>, faces: &Faces, shape: &Shape) {
    let paint = |surface: &mut Surface<'_>, fill_of: &Option<drawing::Fill>, stroke: &Option<drawing::Stroke>| {
        surface.set_fill(fill_of.map(|f| fill(f.ink, f.opacity)));
        surface.set_stroke(stroke.map(|s| Stroke {
            paint: colour(s.ink).into(),
            width: s.width,
            dash: s.dash.map(|(dash, gap)| StrokeDash { array: vec![dash, gap], offset: 0.0 }),
            ..Stroke::default()
        }));
    };
    let mut path = PathBuilder::new();
    let through = |path: &mut PathBuilder, points: &[drawing::Point]| {
        for (n, p) in points.iter().enumerate() {
            if n == 0 { path.move_to(p.x, p.y) } else { path.line_to(p.x, p.y) }
        }
    };
    match shape {
        Shape::Polygon { points, fill, stroke } => {
            through(&mut path, points);
            path.close();
            paint(surface, fill, stroke);
        }
        Shape::Line { points, stroke } => {
            through(&mut path, points);
            paint(surface, &None, &Some(*stroke));
        }
        Shape::Circle { centre, radius, fill, stroke } => {
            // Four curves, as ours are.
            let (x, y, r, k) = (centre.x, centre.y, *radius, *radius * 0.552_284_8);
            path.move_to(x + r, y);
            path.cubic_to(x + r, y + k, x + k, y + r, x, y + r);
            path.cubic_to(x - k, y + r, x - r, y + k, x - r, y);
            path.cubic_to(x - r, y - k, x - k, y - r, x, y - r);
            path.cubic_to(x + k, y - r, x + r, y - k, x + r, y);
            path.close();
            paint(surface, fill, stroke);
        }
        Shape::Rect { min, max, fill, stroke, .. } => {
            if let Some(rect) = Rect::from_ltrb(min.x, min.y, max.x, max.y) {
                path.push_rect(rect);
            }
            paint(surface, fill, stroke);
        }
        Shape::Text { at, align, size, weight, ink, content } => {
            // As wide as half its letters are high: near enough for where it begins.
            let width = content.chars().count() as f32 * size * 0.5;
            let left = match align {
                Align::Left => at.x,
                Align::Centre => at.x - width / 2.0,
                Align::Right => at.x - width,
            };
            surface.set_stroke(None);
            surface.set_fill(Some(self::fill(*ink, 1.0)));
            let from = Point::from_xy(left, at.y + 0.35 * size);
            surface.draw_text(from, faces.of(*weight), *size, content, false, TextDirection::LeftToRight);
            return;
        }
    }
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

fn main() -> ExitCode {
    let started = SystemTime::now();
    let evaluation = example();
    let report = evaluation.report(&Edition::default());
    let (pages, charts) = (pdf::boxes(&report).unwrap(), charts(&report));
    assert!(pages.len() >= 12, "{} pages", pages.len());
    let mut criterion = Criterion::default()
        .output_directory(Path::new(RESULTS))
        .warm_up_time(Duration::from_secs(2))
        .measurement_time(Duration::from_secs(8))
        .sample_size(40)
        .without_plots();
    let mut group = criterion.benchmark_group("report");
    group.bench_function("orienta", |b| b.iter(|| ours(black_box(&evaluation), false)));
    group.bench_function("krilla", |b| b.iter(|| theirs(black_box(&pages), &charts)));
    group.finish();
    let of = |id| measure::median(RESULTS, started, "report", id);
    let (Some(a), Some(b)) = (of("orienta"), of("krilla")) else { return ExitCode::SUCCESS };
    let (with, without, krilla) =
        (ours(&evaluation, false).len(), ours(&evaluation, true).len(), theirs(&pages, &charts).len());
    println!("\n{} pages, {} charts", pages.len(), charts.len());
    println!(
        "orienta {:.1} ms, krilla {:.1} ms: {:.2} {}",
        a / 1e6,
        b / 1e6,
        a / b,
        measure::verdict(a / b, AIM, LIMIT)
    );
    println!("{} KB with data, {} KB without, krilla {} KB", with / 1024, without / 1024, krilla / 1024);
    if a / b > LIMIT || without > SIZE {
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
