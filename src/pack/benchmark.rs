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
        const BOUNDS: [f64; 5] = [-0.5, 3.5, 6.5, 9.5, 12.5];
        let below: f64 =
            (0..4).map(|k| self.shares[k] * ((count - BOUNDS[k]) / (BOUNDS[k + 1] - BOUNDS[k])).clamp(0.0, 1.0)).sum();
        (100.0 * below).clamp(1.0, 99.0)
    }
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
