//! How long the window takes to its first frame, against a bare eframe window with the same options, and whether it rests
//! when nothing happens. Run by `benches/start.sh`, which brings a virtual screen along.
//!
//! The program starts itself: once for each turn as the real window or as the bare one, which says a word on standard
//! output when its first frame has been handed to the screen, and once to count frames. The clock runs from before the
//! process is made until the word has come. A frame has been presented when eframe asks for the next one, which is why the
//! word is said then and not while the first is drawn.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "in a benchmark a panic and a printed table are the report"
)]

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command as Process, ExitCode, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use egui::{Context, Ui};
use orienta::app::{Command, Screen};
use orienta::ui::Window;
use orienta::ui::services::Desktop;

/// Which part a process plays; without it, it is the one that measures.
const PART: &str = "ORIENTA_BENCH_PART";
/// The word said after the first frame.
const PAINTED: &str = "painted";
/// The windows compared: the real one, a bare one, and one that paints nothing.
const PARTS: [&str; 3] = ["window", "bare", "empty"];
/// Turns of each of them.
const TURNS: usize = 15;
/// Most the window may take, in bare windows.
const LIMIT: f64 = 1.3;
/// How long frames are counted on each screen.
const REST: Duration = Duration::from_secs(10);

/// The window that eframe's own documentation begins with: a panel and a word in it.
struct Bare;

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |ui| ui.heading("Orienta"));
    }
}

/// A window that paints nothing at all, to tell what painting costs here.
struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, _ui: &mut Ui, _frame: &mut eframe::Frame) {}
}

/// Ends the process once its first frame has been presented.
struct FirstFrame<A> {
    app: A,
    drawn: bool,
}

impl<A: eframe::App> eframe::App for FirstFrame<A> {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        if self.drawn {
            println!("{PAINTED}");
            let _ = std::io::stdout().flush();
            std::process::exit(0);
        }
        self.app.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.app.ui(ui, frame);
        self.drawn = true;
        ui.ctx().request_repaint();
    }
}

/// Counts frames and carries out commands that come from another thread.
struct Counted {
    window: Window<Desktop>,
    frames: Arc<AtomicU64>,
    commands: Receiver<Command>,
    director: Option<Sender<Command>>,
}

impl eframe::App for Counted {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.frames.fetch_add(1, Ordering::SeqCst);
        if let Some(director) = self.director.take() {
            let (ctx, frames) = (ui.ctx().clone(), self.frames.clone());
            std::thread::spawn(move || direct(&ctx, &frames, &director));
        }
        for command in self.commands.try_iter() {
            self.window.run(command);
        }
        eframe::App::ui(&mut self.window, ui, frame);
    }
}

/// Goes through the screens and says how many frames each drew while nobody touched it.
fn direct(ctx: &Context, frames: &AtomicU64, commands: &Sender<Command>) {
    let mut restless = false;
    commands.send(Command::Sample).unwrap();
    for screen in Screen::ALL {
        commands.send(Command::Go(screen)).unwrap();
        ctx.request_repaint();
        // Settled: a second without a frame. A screen that never rests is found out below.
        let mut last = (frames.load(Ordering::SeqCst), Instant::now());
        let limit = Instant::now() + Duration::from_secs(20);
        while last.1.elapsed() < Duration::from_secs(1) && Instant::now() < limit {
            std::thread::sleep(Duration::from_millis(20));
            let now = frames.load(Ordering::SeqCst);
            if now != last.0 {
                last = (now, Instant::now());
            }
        }
        let before = frames.load(Ordering::SeqCst);
        std::thread::sleep(REST);
        let drawn = frames.load(Ordering::SeqCst) - before;
        restless |= drawn > 0;
        println!("{:<12} {drawn:>4} frames in {} s at rest", screen.key(), REST.as_secs());
        if drawn > 0 {
            println!("             {:?}", ctx.repaint_causes());
        }
    }
    let _ = std::io::stdout().flush();
    std::process::exit(i32::from(restless));
}

/// A window with the program's options, but for the icon: none at all, not even eframe's own.
fn other_window(app: impl eframe::App + 'static) -> ExitCode {
    let mut options = orienta::ui::options();
    options.viewport.icon = Some(Arc::new(egui::IconData::default()));
    eframe::run_native("bare", options, Box::new(|_| Ok(Box::new(FirstFrame { app, drawn: false }))))
        .map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS)
}

fn play(part: &str) -> ExitCode {
    match part {
        "window" => orienta::ui::start_with(|window| Box::new(FirstFrame { app: window, drawn: false })),
        "bare" => other_window(Bare),
        "empty" => other_window(Empty),
        _ => orienta::ui::start_with(|window| {
            let (director, commands) = channel();
            Box::new(Counted { window, frames: Arc::default(), commands, director: Some(director) })
        }),
    }
}

/// This program in a part, in a home folder of its own, as at the very first start.
fn process(part: &str, home: &Path) -> Process {
    let mut process = Process::new(std::env::current_exe().unwrap());
    process
        .env(PART, part)
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home.join(".config"))
        .env("XDG_RUNTIME_DIR", home.join("run"))
        .env("LANG", "it_IT.UTF-8")
        .env_remove("WAYLAND_DISPLAY");
    process
}

/// Time from before the process is made until its first frame has been presented; nothing where it never was.
fn first_frame(part: &str, home: &Path) -> Option<Duration> {
    let begun = Instant::now();
    let mut child = process(part, home).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut word = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut word).unwrap();
    let taken = begun.elapsed();
    child.wait().unwrap();
    (word.trim() == PAINTED).then_some(taken)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn main() -> ExitCode {
    if let Ok(part) = std::env::var(PART) {
        return play(&part);
    }
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join("run")).unwrap();
    let mut times = PARTS.map(|_| Vec::new());
    // The first turn fills the caches of the disk and does not count.
    for turn in 0..=TURNS {
        for (part, times) in PARTS.into_iter().zip(&mut times) {
            let Some(time) = first_frame(part, home.path()) else {
                println!("no window came up: run benches/start.sh, which needs Xvfb and a Vulkan or OpenGL driver");
                return ExitCode::FAILURE;
            };
            if turn > 0 {
                times.push(time);
            }
        }
    }
    for (part, times) in PARTS.into_iter().zip(&times) {
        let all: Vec<String> = times.iter().map(|t| t.as_millis().to_string()).collect();
        println!("{part:<12} {}  ms", all.join(" "));
    }
    let [window, bare, empty] = times.map(median);
    let ratio = window.as_secs_f64() / bare.as_secs_f64();
    let verdict = if ratio > LIMIT { "  FAULT: over the limit" } else { "" };
    println!(
        "first frame: window {} ms, bare {} ms, one that paints nothing {} ms, medians of {TURNS} in turns; \
         window to bare {ratio:.2} (limit {LIMIT}){verdict}",
        window.as_millis(),
        bare.as_millis(),
        empty.as_millis(),
    );
    let rests = process("idle", home.path()).stderr(Stdio::null()).status().unwrap().success();
    if ratio <= LIMIT && rests { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
