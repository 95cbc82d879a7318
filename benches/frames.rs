//! What one frame costs: every screen with a full assessment against egui's own widget gallery, and a list of ten thousand
//! rows against one of a hundred. `cargo bench --bench frames` measures and prints the ratios of that run; it fails where a
//! screen costs more than four galleries or the long list more than 1.2 short ones.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "in a benchmark a panic and a printed table are the report"
)]

mod measure;

use std::path::Path;
use std::process::ExitCode;
use std::time::SystemTime;

use criterion::Criterion;
use egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Ui, Vec2, pos2, vec2,
};
use egui_demo_lib::{View as _, WidgetGallery};
use orienta::app::{Command, Effect, Model, Screen, Settings};
use orienta::pack::orientamento;
use orienta::text::Language;
use orienta::ui::services::Services;
use orienta::ui::widgets::Rows;
use orienta::ui::{Window, theme};

const SIZE: Vec2 = vec2(1180.0, 800.0);
const SAMPLE: &[u8] = include_bytes!("../examples/officina-meccanica.orienta.json");
/// Criterion's own folder for this benchmark, below cargo's target folder.
const RESULTS: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/frames");
const GALLERY: &str = "gallery";
/// Most galleries a screen may cost; two are the aim.
const SCREEN_LIMIT: f64 = 4.0;
/// Most a frame of the long list may cost in frames of the short one.
const ROWS_LIMIT: f64 = 1.2;

/// Nothing is carried out; the day stands still.
struct Idle;

impl Services for Idle {
    fn run(&mut self, _effect: Effect, _language: Language) {}

    fn answers(&mut self) -> Vec<Command> {
        Vec::new()
    }

    fn now(&self) -> jiff::ZonedDateTime {
        "2026-11-23T10:00:00+01:00[Europe/Rome]".parse().unwrap()
    }

    fn finish(&mut self) {}
}

/// A context whose frames follow each other at 60 a second.
struct Stage {
    ctx: Context,
    frame: f64,
}

impl Stage {
    fn new() -> Self {
        Self { ctx: Context::default(), frame: 0.0 }
    }

    /// One frame with its triangles, as the window makes it before the graphics card takes over.
    fn frame(&mut self, events: Vec<Event>, ui: impl FnMut(&mut Ui)) -> usize {
        self.frame += 1.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.frame / 60.0),
            events,
            ..RawInput::default()
        };
        let mut output = self.ctx.run_ui(input, ui);
        let triangles = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        output.textures_delta.clear();
        triangles.len()
    }

    /// Frames until everything stands still: fonts are there, glyphs are cut, nothing moves.
    fn settle(&mut self, mut ui: impl FnMut(&mut Ui)) {
        for _ in 0..30 {
            self.frame(Vec::new(), &mut ui);
        }
    }
}

fn window() -> Window<Idle> {
    let settings = Settings { language: Some("it".into()), ..Settings::default() };
    let model = Model::new(orientamento(), settings, "/documents/Orienta".into(), jiff::civil::date(2026, 11, 23));
    let mut window = Window::new(model, Idle);
    window.run(Command::Opened("/documents/Orienta/officina.orienta.json".into(), SAMPLE.to_vec()));
    assert!(window.model.document.is_some(), "the sample opens");
    window
}

fn screens(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("frame");
    group.bench_function(GALLERY, |b| {
        let mut stage = Stage::new();
        let mut gallery = WidgetGallery::default();
        let mut ui = |ui: &mut Ui| {
            egui::CentralPanel::default().show(ui, |ui| gallery.ui(ui));
        };
        stage.settle(&mut ui);
        b.iter(|| stage.frame(Vec::new(), &mut ui));
    });
    for screen in Screen::ALL {
        group.bench_function(screen.key(), |b| {
            let mut stage = Stage::new();
            let mut window = window();
            window.run(Command::Go(screen));
            assert_eq!(window.model.screen, screen);
            stage.settle(|ui| window.ui(ui));
            b.iter(|| stage.frame(Vec::new(), |ui| window.ui(ui)));
        });
    }
    group.finish();
}

fn rows(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("rows");
    for count in [100, 10_000] {
        group.bench_function(count.to_string(), |b| {
            let mut stage = Stage::new();
            theme::install_fonts(&stage.ctx);
            theme::apply(&stage.ctx, &orienta::style::LIGHT, true);
            let mut chosen = Some(2);
            let mut list = |ui: &mut Ui| {
                let rows = Rows::new("Componenti", count, 40.0).height(SIZE.y);
                let name = |row: usize| format!("Componente {row}");
                rows.show(ui, &mut chosen, name, |ui, row| {
                    ui.label(format!("{row}"));
                    ui.label("Una riga con un nome e una spiegazione di lunghezza comune");
                });
            };
            stage.settle(&mut list);
            // The wheel goes down fifty steps and up again, so that both lists are always on the move.
            let mut step = 0_u32;
            b.iter(|| {
                let delta = if step % 100 < 50 { -24.0 } else { 24.0 };
                step += 1;
                let wheel = Event::MouseWheel {
                    unit: MouseWheelUnit::Point,
                    delta: vec2(0.0, delta),
                    phase: TouchPhase::Move,
                    source: MouseWheelSource::Wheel,
                    modifiers: Modifiers::NONE,
                };
                stage.frame(vec![Event::PointerMoved(pos2(400.0, 400.0)), wheel], &mut list)
            });
        });
    }
    group.finish();
}

/// Prints a ratio; false where it is over its limit.
fn held(name: &str, this: Option<f64>, base: Option<f64>, aim: f64, limit: f64) -> bool {
    let (Some(this), Some(base)) = (this, base) else { return true };
    let ratio = this / base;
    let verdict = measure::verdict(ratio, aim, limit);
    println!("{name:<12} {:>8.1} µs  {ratio:>5.2}  {verdict}", this / 1000.0);
    ratio <= limit
}

fn main() -> ExitCode {
    let started = SystemTime::now();
    let mut criterion = Criterion::default().output_directory(Path::new(RESULTS)).configure_from_args();
    screens(&mut criterion);
    rows(&mut criterion);
    criterion.final_summary();

    let of = |group: &str, id: &str| measure::median(RESULTS, started, group, id);
    let gallery = of("frame", GALLERY);
    println!("\none frame, against egui's widget gallery in the same run (aim 2, limit {SCREEN_LIMIT})");
    let mut good = held(GALLERY, gallery, gallery, 2.0, SCREEN_LIMIT);
    for screen in Screen::ALL {
        good &= held(screen.key(), of("frame", screen.key()), gallery, 2.0, SCREEN_LIMIT);
    }
    println!("\nscrolling a list, against one of 100 rows (limit {ROWS_LIMIT})");
    let short = of("rows", "100");
    good &= held("100", short, short, ROWS_LIMIT, ROWS_LIMIT);
    good &= held("10000", of("rows", "10000"), short, ROWS_LIMIT, ROWS_LIMIT);
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
