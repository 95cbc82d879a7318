//! Official distributions of the Digital Intensity Index, by version.
//!
//! A distribution of one version cannot meet a count of another: the version is part of the type.

use std::marker::PhantomData;
use std::sync::OnceLock;

use serde::Deserialize;

/// A version of the index: its twelve facts and the surveys that used them.
pub trait DiiVersion {
    /// Id in data and files.
    const ID: &'static str;
}

/// Version 3, surveys of odd years since 2021.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum V3 {}
/// Version 4, surveys of 2022 and 2024.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum V4 {}

impl DiiVersion for V3 {
    const ID: &'static str = "v3";
}
impl DiiVersion for V4 {
    const ID: &'static str = "v4";
}

/// Where the four classes begin on the scale of counts, and where the last one ends (method §6).
pub const BOUNDS: [f64; 5] = [-0.5, 3.5, 6.5, 9.5, 12.5];

/// Shares of enterprises by class in one population.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution<V> {
    /// Year of the survey.
    pub survey_year: u16,
    /// `IT` or `EU27`.
    pub geo: String,
    /// Size class, such as `10-49`.
    pub size_class: String,
    /// Shares of very low, low, high, very high; their sum is 1.
    pub shares: [f64; 4],
    version: PhantomData<V>,
}

#[derive(Deserialize)]
struct Row {
    dii_version: String,
    survey_year: u16,
    geo: String,
    size_class: String,
    very_low_pct: f64,
    low_pct: f64,
    high_pct: f64,
    very_high_pct: f64,
}

fn rows() -> &'static [Row] {
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    ROWS.get_or_init(|| {
        csv::Reader::from_reader(include_bytes!("../../assets/benchmarks/eurostat_dii.csv").as_slice())
            .deserialize()
            .collect::<Result<_, _>>()
            .expect("the shipped benchmark table is well formed")
    })
}

/// Size class of a company; under ten people there is no official class, so the next larger one is used and a caveat said.
#[must_use]
pub fn size_class(employees: u32) -> &'static str {
    match employees {
        0..=49 => "10-49",
        50..=249 => "50-249",
        _ => "250+",
    }
}

impl<V: DiiVersion> Distribution<V> {
    /// The latest survey of this version for a place (`IT`, `EU27`) and a size class.
    #[must_use]
    pub fn latest(geo: &str, size_class: &str) -> Option<Self> {
        let row = rows()
            .iter()
            .filter(|r| r.dii_version == V::ID && r.geo == geo && r.size_class == size_class)
            .max_by_key(|r| r.survey_year)?;
        let percent = [row.very_low_pct, row.low_pct, row.high_pct, row.very_high_pct];
        let sum: f64 = percent.iter().sum();
        Some(Self {
            survey_year: row.survey_year,
            geo: row.geo.clone(),
            size_class: row.size_class.clone(),
            shares: percent.map(|p| p / sum),
            version: PhantomData,
        })
    }

    /// Percentile 1..=99 of a count of the same version: linear inside the classes, whose bounds are -0.5, 3.5, 6.5, 9.5
    /// and 12.5 (method §6).
    #[must_use]
    pub fn percentile(&self, count: f64) -> f64 {
        let below: f64 =
            (0..4).map(|k| self.shares[k] * ((count - BOUNDS[k]) / (BOUNDS[k + 1] - BOUNDS[k])).clamp(0.0, 1.0)).sum();
        (100.0 * below).clamp(1.0, 99.0)
    }
}

/// Enterprises of one sector in the EU, of all sizes from ten people: context, never a comparison (method §6).
#[derive(Clone, Debug, PartialEq)]
pub struct SectorContext {
    /// NACE Rev. 2 code of the row, such as `C24-25`.
    pub nace: String,
    /// Year of the survey; version 3.
    pub survey_year: u16,
    /// Share with at least four of the twelve elements, 0..=1.
    pub at_least_basic: f64,
    /// Share of high and very high together, 0..=1.
    pub high: f64,
}

#[derive(Deserialize)]
struct SectorRow {
    survey_year: u16,
    nace: String,
    at_least_basic_pct: f64,
    high_pct: f64,
    very_high_pct: f64,
}

/// The sector of an activity in the survey of 2025; none where the table has no row for it.
#[must_use]
pub fn sector_context(code: &str) -> Option<SectorContext> {
    static ROWS: OnceLock<Vec<SectorRow>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| {
        csv::Reader::from_reader(include_bytes!("../../assets/benchmarks/eurostat_dii_by_nace.csv").as_slice())
            .deserialize()
            .collect::<Result<_, _>>()
            .expect("the shipped table of sectors is well formed")
    });
    let nace = nace_row(code)?;
    let row = rows.iter().find(|r| r.nace == nace)?;
    Some(SectorContext {
        nace: row.nace.clone(),
        survey_year: row.survey_year,
        at_least_basic: row.at_least_basic_pct / 100.0,
        high: (row.high_pct + row.very_high_pct) / 100.0,
    })
}

/// The row of the table an activity belongs to. On divisions, because section letters changed their meaning with ATECO 2025.
fn nace_row(code: &str) -> Option<&'static str> {
    let division: u8 = code.get(..2)?.parse().ok()?;
    Some(match division {
        10..=12 => "C10-12",
        13..=15 => "C13-15",
        16..=18 => "C16-18",
        20 => "C20",
        21 => "C21",
        22..=23 => "C22-23",
        24..=25 => "C24-25",
        26 => "C26",
        27 => "C27",
        28 => "C28",
        29..=30 => "C29-30",
        31..=33 => "C31-33",
        35 => "D35",
        36..=39 => "E",
        41..=43 => "F",
        45 => "G45",
        46 => "G46",
        47 => "G47",
        49..=53 => "H",
        55 => "I55",
        56 => "I",
        58..=63 => "J",
        68 => "L",
        69..=75 => "M",
        77..=82 => "N",
        _ => return None,
    })
}

/// Why an activity has no official value: the survey covers NACE Rev. 2 sections C to J, L, M, N and group 95.1 only.
///
/// The test is on divisions, because section letters changed their meaning with ATECO 2025. Divisions 97-99 are outside
/// the survey too. Repair of vehicles, 45.2 in ATECO 2007, is 95.3 in ATECO 2025 and stays covered.
#[must_use]
pub fn covered_by_the_survey(edition: &str, code: &str) -> bool {
    let Ok(division) = code.chars().take(2).collect::<String>().parse::<u8>() else { return false };
    match division {
        10..=63 | 68..=82 => true,
        95 => code.starts_with("95.1") || (edition == "2025" && code.starts_with("95.3")),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_a_distribution_is_its_fiftieth_percentile() {
        // Italy 10-49, version 3, survey 2025: 22.0 % are below 3.5 and 43.6 % between 3.5 and 6.5, so the median lies at
        // 3.5 + 3·(50−22)/43.6.
        let italy = Distribution::<V3>::latest("IT", "10-49").unwrap();
        assert_eq!(italy.survey_year, 2025);
        let median = 3.5 + 3.0 * (50.0 - 22.0) / 43.6;
        assert!((italy.percentile(median) - 50.0).abs() < 1e-9);
    }

    #[test]
    fn percentiles_follow_the_formula_by_hand() {
        let italy = Distribution::<V3>::latest("IT", "10-49").unwrap();
        // x = 5: 22.0 + 43.6·(5−3.5)/3 = 43.8.
        assert!((italy.percentile(5.0) - 43.8).abs() < 1e-9);
        // x = 0: 22.0·0.5/4 = 2.75; x = 12: 93.6 + 6.4·(12−9.5)/3.
        assert!((italy.percentile(0.0) - 2.75).abs() < 1e-9);
        assert!((italy.percentile(12.0) - (93.6 + 6.4 * 2.5 / 3.0)).abs() < 1e-9);
        assert!((italy.percentile(12.5) - 99.0).abs() < 1e-12);
    }

    #[test]
    fn the_latest_survey_of_each_version_is_used() {
        assert_eq!(Distribution::<V4>::latest("IT", "50-249").unwrap().survey_year, 2024);
        assert!(Distribution::<V4>::latest("FR", "50-249").is_none());
    }

    /// Read off the table by hand.
    #[test]
    fn sectors_have_their_row() {
        let metal = sector_context("25.62").unwrap();
        assert_eq!((metal.nace.as_str(), metal.survey_year), ("C24-25", 2025));
        assert!((metal.at_least_basic - 0.708).abs() < 1e-9);
        assert!((metal.high - (0.243 + 0.046)).abs() < 1e-9);
        for (code, nace) in [("10.51", "C10-12"), ("47.71", "G47"), ("55.10", "I55"), ("62.10", "J"), ("81.2", "N")] {
            assert_eq!(sector_context(code).unwrap().nace, nace, "{code}");
        }
        for code in ["01.11", "19.20", "86.21", "x", ""] {
            assert_eq!(sector_context(code), None, "{code}");
        }
    }

    #[test]
    fn coverage_follows_divisions_and_not_letters() {
        for (edition, code, covered) in [
            ("2007", "64.19", false),
            ("2025", "64.19", false),
            ("2025", "62.10", true),
            ("2007", "01.11", false),
            ("2025", "08.12", false),
            ("2007", "95.11", true),
            ("2025", "95.31", true),
            ("2007", "95.21", false),
            ("2025", "96.21", false),
            ("2007", "45.20", true),
            ("2025", "25.53", true),
            ("2025", "", false),
        ] {
            assert_eq!(covered_by_the_survey(edition, code), covered, "{edition} {code}");
        }
    }
}
