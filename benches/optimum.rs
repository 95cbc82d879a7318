//! How long the solver takes, for `optimum.py` to compare with HiGHS (<https://highs.dev>): fifty instances of sixty measures
//! like those of a catalogue, and harder ones, always the same. Writes them with the best plans and the seconds as JSON to the
//! file that is named after `--`, or to standard output.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "in a benchmark a panic and a printed table are the report"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

use orienta::roadmap::solver::{Candidate, Choice, Limits, best, frontier};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

/// Instances of the comparison and of each harder kind.
const INSTANCES: usize = 50;
const HARDER: usize = 20;
const MEASURES: usize = 60;
/// Timings of an instance, whose median counts.
const TIMINGS: usize = 9;
/// Budgets and measures of the slider.
const BUDGETS: u64 = 60;
const SLIDER_MEASURES: usize = 80;

/// What instances are like.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Ladders of three or four steps, some of which need a step of another ladder; values that repeat.
    Catalogue,
    /// A value is the cost and a constant, the budget is half of everything and days do not matter.
    Correlated,
    /// Value, cost and days resemble each other and both limits are tight.
    TightDays,
    /// Hardly a number that is not somewhere else too: many plans of equal value, cost and days.
    Alike,
    /// Prerequisites across all ladders.
    Tangled,
}

/// One instance.
struct Instance {
    kind: Kind,
    candidates: Vec<Candidate>,
    limits: Limits,
}

fn main() {
    let mut random = ChaCha8Rng::seed_from_u64(20260);
    let mut instances: Vec<Instance> =
        (0..INSTANCES).map(|_| instance(Kind::Catalogue, MEASURES, &mut random)).collect();
    for kind in [Kind::Correlated, Kind::TightDays, Kind::Alike, Kind::Tangled] {
        instances.extend((0..HARDER).map(|_| instance(kind, MEASURES, &mut random)));
    }
    let slider = instance(Kind::Catalogue, SLIDER_MEASURES, &mut random);

    let mut json = String::from("{\"instances\":[");
    for (at, instance) in instances.iter().enumerate() {
        let (choice, seconds) = timed(|| best(&instance.candidates, &instance.limits).unwrap());
        if at > 0 {
            json.push(',');
        }
        write_instance(&mut json, instance, &choice, seconds);
    }
    let all: u64 = slider.candidates.iter().map(|c| c.cost).sum();
    let budgets: Vec<u64> = (1..=BUDGETS).map(|step| all * step / BUDGETS).collect();
    let (_, seconds) = timed(|| frontier(&slider.candidates, slider.limits.days, &budgets));
    write!(json, "\n],\"slider\":{{\"budgets\":{BUDGETS},\"measures\":{SLIDER_MEASURES},\"seconds\":{seconds:e}}}}}")
        .unwrap();

    match std::env::args().skip(1).find(|argument| argument != "--bench") {
        Some(file) => std::fs::write(file, json).unwrap(),
        None => println!("{json}"),
    }
}

/// The result, and the median of the seconds it takes.
fn timed<T>(mut run: impl FnMut() -> T) -> (T, f64) {
    let result = run();
    let mut seconds: Vec<f64> = (0..TIMINGS)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    (result, seconds[TIMINGS / 2])
}

fn instance(kind: Kind, count: usize, random: &mut ChaCha8Rng) -> Instance {
    // Effects of a step on the score, in 1e-9 points: shares of dimensions that hold three to eight items.
    let effects: Vec<u64> =
        (0..12).map(|_| 20_000_000_000 / random.random_range(3..=8) / random.random_range(4..=12)).collect();
    let mut candidates: Vec<Candidate> = Vec::with_capacity(count);
    let mut steps: u64 = 0;
    for v in 0..count {
        let mut c = Candidate::default();
        if steps == 0 {
            steps = random.random_range(3..=4);
        } else {
            c.requires.push(v - 1);
        }
        steps -= 1;
        c.cost = 50_000 * random.random_range(1..=80);
        c.days = 50 * random.random_range(4..=160);
        c.value = effects[random.random_range(0..effects.len())];
        match kind {
            Kind::Catalogue | Kind::Tangled => {}
            Kind::Correlated => {
                c.cost = random.random_range(50_000..=4_000_000);
                c.value = 1_000 * (c.cost + 400_000);
            }
            Kind::TightDays => {
                c.cost = random.random_range(50_000..=4_000_000);
                c.days = c.cost / 500 + random.random_range(0..=1_000);
                c.value = 500 * c.cost + 250_000 * c.days + random.random_range(0..=200_000_000);
            }
            Kind::Alike => {
                c.cost = 100_000 * random.random_range(1..=5);
                c.days = 500 * random.random_range(1..=4);
                c.value = 100_000_000 * random.random_range(0..=4);
            }
        }
        if v >= 4 && random.random_range(0..100) < if kind == Kind::Tangled { 60 } else { 15 } {
            c.requires.push(random.random_range(0..v - 3));
        }
        candidates.push(c);
    }
    for v in (0..2).map(|_| random.random_range(0..count)).collect::<Vec<_>>() {
        if kind == Kind::Catalogue {
            candidates[v].value = 0;
        }
    }
    let total = |of: fn(&Candidate) -> u64| candidates.iter().map(of).sum::<u64>();
    let share = random.random_range(15..=60);
    let limits = Limits {
        cost: Some(total(|c| c.cost) * share / 100),
        days: (kind != Kind::Correlated).then(|| total(|c| c.days) * (share + random.random_range(0..=20)) / 100),
    };
    Instance { kind, candidates, limits }
}

fn write_instance(json: &mut String, instance: &Instance, choice: &Choice, seconds: f64) {
    let number = |n: Option<u64>| n.map_or("null".to_owned(), |n| n.to_string());
    let kind = match instance.kind {
        Kind::Catalogue => "catalogue",
        Kind::Correlated => "correlated",
        Kind::TightDays => "tight days",
        Kind::Alike => "alike",
        Kind::Tangled => "tangled",
    };
    write!(
        json,
        "\n{{\"kind\":\"{kind}\",\"budget\":{},\"days\":{},\"candidates\":[",
        number(instance.limits.cost),
        number(instance.limits.days)
    )
    .unwrap();
    for (at, c) in instance.candidates.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        write!(
            json,
            "{comma}{{\"value\":{},\"cost\":{},\"days\":{},\"requires\":{:?}}}",
            c.value, c.cost, c.days, c.requires
        )
        .unwrap();
    }
    let Choice { chosen, value, cost, days } = choice;
    write!(
        json,
        "],\"optimum\":{{\"chosen\":{chosen:?},\"value\":{value},\"cost\":{cost},\"days\":{days}}},\"seconds\":{seconds:e}}}"
    )
    .unwrap();
}
