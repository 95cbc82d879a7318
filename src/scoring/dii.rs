//! The Digital Intensity Index reading and its benchmark (method §5, §6).
//!
//! The version is part of the type, so that a reading meets distributions of its own version alone:
//!
//! ```
//! use orienta::pack::benchmark::{Distribution, V3};
//! use orienta::scoring::dii::{Benchmark, Figures};
//!
//! fn compare(reading: &mut Figures<V3>, italy: Distribution<V3>) {
//!     let percentile = italy.percentile(f64::from(reading.count));
//!     reading.benchmark = Some(Benchmark { percentile, italy, eu: None });
//! }
//! ```
//!
//! The same with a distribution of version 4 is refused:
//!
//! ```compile_fail,E0308
//! use orienta::pack::benchmark::{Distribution, V3, V4};
//! use orienta::scoring::dii::{Benchmark, Figures};
//!
//! fn compare(reading: &mut Figures<V3>, italy: Distribution<V4>) {
//!     let percentile = italy.percentile(f64::from(reading.count));
//!     reading.benchmark = Some(Benchmark { percentile, italy, eu: None });
//! }
//! ```

use std::marker::PhantomData;

use super::TOLERANCE;
use crate::assessment::Assessment;
use crate::assessment::combine::Combined;
use crate::assessment::sheet::Sheet;
use crate::pack::Pack;
use crate::pack::benchmark::{DiiVersion, Distribution, covered_by_the_survey, size_class};

/// Below this coverage a reading has no figures (method §5).
pub(super) const LEAST_COVERAGE: f64 = 0.6;
/// From this many people on, a company belongs to a size class of the survey.
const SMALLEST_SURVEYED: u32 = 10;

/// A class of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// 0-3 of twelve.
    VeryLow,
    /// 4-6.
    Low,
    /// 7-9.
    High,
    /// 10-12.
    VeryHigh,
}

impl Class {
    /// The class of a count.
    #[must_use]
    pub fn of(count: u32) -> Self {
        match count {
            0..=3 => Self::VeryLow,
            4..=6 => Self::Low,
            7..=9 => Self::High,
            _ => Self::VeryHigh,
        }
    }

    /// Id in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::VeryLow => "very_low",
            Self::Low => "low",
            Self::High => "high",
            Self::VeryHigh => "very_high",
        }
    }
}

/// The figures of a reading with enough answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures<V> {
    /// Facts answered yes, also the least the count can be.
    pub count: u32,
    /// The most it can be: yes, don't know and open.
    pub max: u32,
    /// Class of `count`.
    pub class: Class,
    /// Class of `max`.
    pub class_max: Class,
    /// Place in the benchmark, where the company's size is known.
    pub benchmark: Option<Benchmark<V>>,
}

/// Comparison with an official distribution of the same version.
#[derive(Clone, Debug, PartialEq)]
pub struct Benchmark<V> {
    /// Percentile 1..=99 of the count.
    pub percentile: f64,
    /// Italy, the company's size class.
    pub italy: Distribution<V>,
    /// The EU, the same size class.
    pub eu: Option<Distribution<V>>,
}

/// What must be said beside a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caveat {
    /// Under ten people there is no official value.
    Micro,
    /// The survey does not cover the activity.
    NoOfficialValue,
}

impl Caveat {
    /// Id of its text in the pack.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Micro => "micro",
            Self::NoOfficialValue => "no_official_value",
        }
    }
}

/// The reading of one version.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading<V> {
    /// Answered share of its facts.
    pub coverage: f64,
    /// Its facts by item id, with yes, no or nothing.
    pub facts: Vec<(String, Option<bool>)>,
    /// Figures, where enough is answered.
    pub figures: Option<Figures<V>>,
    /// What must be said beside a comparison.
    pub caveats: Vec<Caveat>,
    version: PhantomData<V>,
}

/// Reads one version out of the answers; none where the pack has no facts for it.
#[must_use]
pub fn read<V: DiiVersion>(pack: &Pack, assessment: &Assessment, sheet: &Sheet) -> Option<Reading<V>> {
    let counts = sheet.asked(pack).filter(|(item, _)| item.dii.iter().any(|v| v == V::ID));
    let facts: Vec<(String, Option<bool>)> =
        counts.map(|(item, answer)| (item.id.clone(), Combined::yes(answer))).collect();
    if facts.is_empty() {
        return None;
    }
    let count_of = |wanted: Option<bool>| facts.iter().filter(|(_, yes)| *yes == wanted).count() as u32;
    let (count, unknown) = (count_of(Some(true)), count_of(None));
    let coverage = 1.0 - f64::from(unknown) / facts.len() as f64;
    let employees = assessment.company.employees;
    let figures = (coverage >= LEAST_COVERAGE - TOLERANCE).then(|| Figures {
        count,
        max: count + unknown,
        class: Class::of(count),
        class_max: Class::of(count + unknown),
        benchmark: employees.and_then(|n| {
            let italy = Distribution::<V>::latest("IT", size_class(n))?;
            Some(Benchmark {
                percentile: italy.percentile(f64::from(count)),
                eu: Distribution::latest("EU27", size_class(n)),
                italy,
            })
        }),
    });
    let mut caveats = Vec::new();
    if employees.is_some_and(|n| n < SMALLEST_SURVEYED) {
        caveats.push(Caveat::Micro);
    }
    if assessment.company.ateco.as_ref().is_some_and(|a| !covered_by_the_survey(&a.edition, &a.code)) {
        caveats.push(Caveat::NoOfficialValue);
    }
    Some(Reading { coverage, facts, figures, caveats, version: PhantomData })
}
