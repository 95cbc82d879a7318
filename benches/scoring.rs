//! What opening and scoring costs. Ten thousand files with every applicable item of the full questionnaire answered: reading,
//! opening and scoring each of them, against reading the same files as nothing but JSON; and the simulation with its two
//! thousand runs against as many plain scores of one assessment. `cargo bench --bench scoring --no-default-features` measures
//! and prints the ratios of that run; it fails where one of them is over 2.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "in a benchmark a panic and a printed table are the report"
)]

mod measure;

use std::cell::LazyCell;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use criterion::{Criterion, SamplingMode};
use jiff::{SignedDuration, Timestamp};
use orienta::assessment::edit::{Edit, Stamp};
use orienta::assessment::sheet::Sheet;
use orienta::assessment::{ActivityCode, Answer, Assessment, Cell, Respondent, State, Value, Word, file};
use orienta::pack::{Item, ItemKind, Mode, Pack, orientamento, shipped};
use orienta::scoring::{self, uncertainty};
use orienta::text::Language;
use rand::seq::{IndexedRandom as _, IteratorRandom as _};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use tempfile::TempDir;

/// Criterion's own folder for this benchmark, below cargo's target folder.
const RESULTS: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/scoring");
const FILES: usize = 10_000;
/// Files of one iteration. Samples of one iteration each go through all files in a pass of `FILES / BATCH` samples.
const BATCH: usize = 500;
/// What the ratio of opening and scoring to mere reading should be.
const OPEN_AIM: f64 = 1.5;
/// Most either ratio may be.
const LIMIT: f64 = 2.0;

/// An activity of each sector of the questionnaire, and some more.
const CODES: [&str; 9] = ["25.53", "10.51", "41.00", "47.71", "49.41", "55.10", "62.10", "14.10", "86.90"];
const PROVINCES: [&str; 6] = ["BG", "BS", "MI", "CO", "LO", "VA"];
const NOTES: [&str; 4] = [
    "Visto in officina: ogni centro di lavoro ha uno schermo con la lista dei lavori.",
    "Lo sa solo il titolare.",
    "La copia parte ogni notte.\nNessuno ha mai provato a «recuperarla».",
    "Da rivedere con l’amministrazione, dopo la chiusura dell’anno.",
];

/// A made-up company and its answers, always the same for a number.
struct Maker<'p> {
    pack: &'p Pack,
    random: ChaCha8Rng,
    /// When the next answer is given.
    at: Timestamp,
    /// How well off the company is, 0 to 1: answers of one company resemble each other.
    well_off: f64,
}

impl<'p> Maker<'p> {
    fn new(pack: &'p Pack, number: usize) -> Self {
        let mut random = ChaCha8Rng::seed_from_u64(number as u64);
        let start: Timestamp = "2026-02-10T08:30:00Z".parse().unwrap();
        let at = start + SignedDuration::from_mins(random.random_range(0..200_000));
        Self { pack, at, well_off: random.random(), random }
    }

    fn make(mut self, number: usize) -> Assessment {
        let mut made = Assessment::new(self.pack);
        made.mode = Mode::Full;
        let company = &mut made.company;
        company.name = format!("Impresa Inventata n. {number} S.r.l.");
        company.ateco = CODES.choose(&mut self.random).map(|code| ActivityCode {
            edition: "2025".into(),
            code: (*code).into(),
            extra: serde_json::Map::new(),
        });
        company.province = PROVINCES.choose(&mut self.random).map(|&province| province.into());
        company.employees = Some(self.random.random_range(1.0..6.0_f64).exp() as u32);
        company.town = "Zogno".into();
        made.respondents[0].role = "owner".into();
        if number.is_multiple_of(4) {
            let second = Respondent { id: "r2".into(), role: "operations".into(), ..made.respondents[0].clone() };
            made.respondents.push(second);
        }
        for respondent in made.respondents.clone() {
            for item in self.pack.items(Mode::Full) {
                // Whoever is asked second answers for their own field.
                if respondent.id == "r1" || self.random.random_bool(0.4) {
                    let answer = self.answer(item, &respondent.id);
                    made.answers.entry(item.id.clone()).or_default().push(answer);
                }
            }
        }
        // What routing hides was never asked.
        let sheet = Sheet::of(self.pack, &made);
        made.answers.retain(|id, _| sheet.answer(self.pack, id).is_some());
        for item in ["A1", "A5", "A12"] {
            let state = self.answer(self.pack.item(item).unwrap(), "r1").state;
            made.apply(Edit::Answer { item: item.into(), state }, &Stamp { at: self.at.to_string(), by: "r1".into() });
        }
        made
    }

    fn answer(&mut self, item: &Item, respondent: &str) -> Answer {
        self.at += SignedDuration::from_secs(self.random.random_range(4..40));
        let state = match self.random.random_range(0..100) {
            0..4 => State::DontKnow,
            4..7 if item.allows_na => State::NotApplicable,
            _ => State::Answered(self.value(item)),
        };
        let evidence = if matches!(state, State::Answered(_)) {
            *[0, 0, 0, 0, 0, 1, 1, 2].choose(&mut self.random).unwrap()
        } else {
            0
        };
        let note = if self.random.random_bool(0.08) { NOTES.choose(&mut self.random) } else { None };
        Answer {
            respondent: respondent.into(),
            state,
            evidence,
            note: note.map_or_else(String::new, |&note| note.into()),
            at: self.at.to_string(),
            ..Answer::default()
        }
    }

    /// Something near the company's own level.
    fn level(&mut self, best: f64) -> f64 {
        ((self.well_off + self.random.random_range(-0.3..0.3)) * best).round().clamp(0.0, best)
    }

    fn value(&mut self, item: &Item) -> Value {
        match item.kind {
            ItemKind::Ladder => Value::Number(self.level(5.0)),
            ItemKind::Partly if item.options.is_empty() => Value::Number(self.level(2.0) / 2.0),
            ItemKind::Rows => Value::Rows(item.options.iter().map(|row| (row.clone(), self.cell(5.0, 1.0))).collect()),
            ItemKind::Partly => {
                Value::Rows(item.options.iter().map(|row| (row.clone(), self.cell(2.0, 0.5))).collect())
            }
            ItemKind::Fact => Value::Bool(self.random.random_bool(0.2 + 0.6 * self.well_off)),
            ItemKind::Ticks => {
                let ticked = self.well_off;
                let chosen: Vec<String> =
                    item.positive().filter(|_| self.random.random_bool(ticked)).cloned().collect();
                Value::Options(if chosen.is_empty() { item.negative.iter().cloned().collect() } else { chosen })
            }
            ItemKind::Choice => {
                let most = item.max.unwrap_or(1).min(3);
                Value::Options(item.options.iter().cloned().sample(&mut self.random, most))
            }
            ItemKind::Number => Value::Number(f64::from(self.random.random_range(1..40))),
            ItemKind::Text => Value::Text(CODES.choose(&mut self.random).map_or_else(String::new, |&code| code.into())),
        }
    }

    fn cell(&mut self, best: f64, unit: f64) -> Cell {
        match self.random.random_range(0..100) {
            0..5 => Cell::Word(Word::DontKnow),
            5..10 => Cell::Word(Word::NotApplicable),
            _ => Cell::Number(self.level(best) * unit),
        }
    }
}

/// The files, in a folder that goes with them.
struct Files {
    paths: Vec<PathBuf>,
    bytes: u64,
    _folder: TempDir,
}

impl Files {
    fn write(pack: &Pack) -> Self {
        let folder = TempDir::with_prefix("orienta-scoring-").unwrap();
        let mut bytes = 0;
        let paths = (0..FILES)
            .map(|number| {
                let path = folder.path().join(format!("{number:05}.{}", file::EXTENSION));
                let written = file::write(&Maker::new(pack, number).make(number));
                bytes += written.len() as u64;
                std::fs::write(&path, written).unwrap();
                path
            })
            .collect();
        let files = Self { paths, bytes, _folder: folder };
        println!("{FILES} files of {} kB on average", files.bytes / FILES as u64 / 1000);
        files
    }
}

/// Reads, opens and scores a file.
fn score_file(path: &Path) -> scoring::Scores {
    let bytes = std::fs::read(path).unwrap();
    let file::Opened { assessment, pack, .. } = file::open(&bytes, |id| shipped().get(id), Language::IT).unwrap();
    scoring::score(pack, &assessment)
}

/// Reads a file as JSON.
fn read_file(path: &Path) -> serde_json::Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn files(criterion: &mut Criterion) {
    let files = LazyCell::new(|| Files::write(orientamento()));
    let mut group = criterion.benchmark_group("files");
    group.sampling_mode(SamplingMode::Flat).sample_size(2 * FILES / BATCH).measurement_time(Duration::from_secs(10));
    // Each iteration goes on where the one before stopped, so that every file is measured.
    group.bench_function("score", |b| {
        let mut next = files.paths.iter().cycle();
        b.iter(|| next.by_ref().take(BATCH).for_each(|path| drop(black_box(score_file(path)))));
    });
    group.bench_function("json", |b| {
        let mut next = files.paths.iter().cycle();
        b.iter(|| next.by_ref().take(BATCH).for_each(|path| drop(black_box(read_file(path)))));
    });
    group.finish();
}

fn runs(criterion: &mut Criterion) {
    let pack = orientamento();
    let assessment = Maker::new(pack, 0).make(0);
    let sheet = Sheet::of(pack, &assessment);
    let scores = scoring::score_sheet(pack, &assessment, &sheet);
    let count = pack.structure.uncertainty.runs;
    let mut group = criterion.benchmark_group("runs");
    group.sampling_mode(SamplingMode::Flat).sample_size(40).measurement_time(Duration::from_secs(8));
    group.bench_function("simulate", |b| b.iter(|| uncertainty::simulate(pack, &sheet, &scores)));
    group.bench_function("score", |b| {
        b.iter(|| (0..count).for_each(|_| drop(black_box(scoring::score_sheet(pack, &assessment, &sheet)))));
    });
    group.finish();
}

/// Prints two medians of so many pieces each and their ratio; false where it is over the limit.
fn held(name: &str, this: Option<f64>, base: Option<f64>, pieces: usize, aim: f64) -> bool {
    let (Some(this), Some(base)) = (this, base) else { return true };
    let ratio = this / base;
    let verdict = measure::verdict(ratio, aim, LIMIT);
    let each = |nanoseconds: f64| nanoseconds / 1000.0 / pieces as f64;
    println!("{name:<12} {:>8.1} µs against {:>8.1} µs  {ratio:>5.2}  {verdict}", each(this), each(base));
    ratio <= LIMIT
}

fn main() -> ExitCode {
    let started = SystemTime::now();
    let mut criterion = Criterion::default().output_directory(Path::new(RESULTS)).configure_from_args();
    files(&mut criterion);
    runs(&mut criterion);
    criterion.final_summary();

    let of = |group: &str, id: &str| measure::median(RESULTS, started, group, id);
    println!("\na file opened and scored, against one read as JSON (aim {OPEN_AIM}, limit {LIMIT})");
    let mut good = held("files", of("files", "score"), of("files", "json"), BATCH, OPEN_AIM);
    let count = orientamento().structure.uncertainty.runs;
    println!("\na run of the simulation, against a plain score (limit {LIMIT})");
    good &= held("runs", of("runs", "simulate"), of("runs", "score"), count, LIMIT);
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
