//! From an ATECO code to areas, clusters and ecosystems.
//!
//! The division decides; where a division holds quite different companies, a longer code refines it (30.3 is aerospace,
//! 30.9 is not). Which links exist is expert judgement, kept in the region's data.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::Notice;
use super::words::Localized;

/// What an activity has to do with areas, clusters and ecosystems, as ids. Primary is typical, secondary possible.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Typical specialisation areas.
    pub s3_primary: Vec<String>,
    /// Possible specialisation areas.
    pub s3_secondary: Vec<String>,
    /// Typical clusters.
    pub clusters_primary: Vec<String>,
    /// Possible clusters.
    pub clusters_secondary: Vec<String>,
    /// Ecosystems of the 2021-2027 strategy.
    pub ecosystems: Vec<String>,
    /// A remark for the reader, where there is one.
    pub note: Option<Localized>,
}

/// A refinement of a division as the file has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Refinement {
    editions: Vec<String>,
    prefix: String,
    s3_primary: Vec<String>,
    s3_secondary: Vec<String>,
    clusters_primary: Vec<String>,
    clusters_secondary: Vec<String>,
    ecosystems: Vec<String>,
    note: Localized,
}

/// A row of `ateco_map.csv`.
#[derive(Debug, Deserialize)]
struct Row {
    edition: String,
    code: String,
    s3_primary: String,
    s3_secondary: String,
    clusters_primary: String,
    clusters_secondary: String,
    ecosystems: String,
    note_it: String,
    note_en: String,
}

/// The links of every division and of the longer codes that refine one, by edition.
#[derive(Clone, Debug, Default)]
pub struct ActivityMap {
    /// By edition, then by the code's digits.
    editions: BTreeMap<String, BTreeMap<String, Links>>,
}

/// What was found for a code.
#[derive(Clone, Copy, Debug)]
pub struct Resolved<'a> {
    /// The links.
    pub links: &'a Links,
    /// How many digits of the code decided: 2 for the division, more for a refinement.
    pub digits: usize,
}

impl ActivityMap {
    /// The links of a code of this edition (`2007` or `2025`) at any depth, with or without points: `30`, `30.3`,
    /// `25.62.00`. None where the edition has no such division.
    #[must_use]
    pub fn resolve(&self, edition: &str, code: &str) -> Option<Resolved<'_>> {
        let codes = self.editions.get(edition.trim())?;
        let digits = digits(code);
        (2..=digits.len()).rev().find_map(|n| codes.get(&digits[..n]).map(|links| Resolved { links, digits: n }))
    }

    /// Every entry as edition, digits and links, sorted.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str, &Links)> {
        self.editions
            .iter()
            .flat_map(|(edition, codes)| codes.iter().map(move |(code, l)| (edition.as_str(), code.as_str(), l)))
    }
}

/// The digits of a code: the section letter and the points go, and a zero that a spreadsheet dropped comes back
/// (`1.11` is 01.11). Empty for what is no code.
#[must_use]
pub(crate) fn digits(code: &str) -> String {
    let code = code.trim();
    let code = code.strip_prefix(|c: char| c.is_ascii_alphabetic()).unwrap_or(code).trim_start_matches([' ', '.']);
    if !code.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ' ')) {
        return String::new();
    }
    let first = code.split('.').next().unwrap_or_default();
    let zero = if first.len() == 1 { "0" } else { "" };
    zero.chars().chain(code.chars().filter(char::is_ascii_digit)).collect()
}

/// Reads the map of divisions and lays the refinements over it.
pub(super) fn read(bytes: &[u8], refinements: Vec<Refinement>, notices: &mut Vec<Notice>) -> ActivityMap {
    let mut map = ActivityMap::default();
    let mut insert = |edition: &str, code: &str, links: Links, place: String, notices: &mut Vec<Notice>| {
        let codes = map.editions.entry(edition.to_owned()).or_default();
        if codes.insert(digits(code), links).is_some() {
            notices.push(Notice::new(
                place,
                format!("Code {code} of edition {edition} stands twice."),
                "Keep one of the two.",
            ));
        }
    };
    for (i, row) in csv::Reader::from_reader(bytes).into_deserialize::<Row>().enumerate() {
        // The header is line 1.
        let place = format!("ateco_map.csv, line {}", i + 2);
        match row {
            Ok(row) if row.code.len() == 2 && row.code.bytes().all(|b| b.is_ascii_digit()) => {
                insert(&row.edition.clone(), &row.code.clone(), row.into(), place, notices);
            }
            Ok(row) => notices.push(Notice::new(
                place,
                format!("“{}” is not a division.", row.code),
                "Give the two digits; longer codes are refinements in region.json.",
            )),
            Err(e) => notices.push(Notice::new(
                place,
                format!("The line cannot be read: {e}."),
                "Compare it with the header and with the lines around it.",
            )),
        }
    }
    for (i, refinement) in refinements.into_iter().enumerate() {
        let place = format!("region.json, refinements[{i}] ({})", refinement.prefix);
        if digits(&refinement.prefix).len() < 3 {
            notices.push(Notice::new(
                place,
                format!("“{}” does not refine a division.", refinement.prefix),
                "Give three digits or more; divisions stand in ateco_map.csv.",
            ));
            continue;
        }
        for edition in &refinement.editions {
            insert(edition, &refinement.prefix, refinement.links(), place.clone(), notices);
        }
    }
    map
}

impl From<Row> for Links {
    fn from(row: Row) -> Self {
        let note = (!row.note_it.is_empty()).then(|| Localized::pair(&row.note_it, &row.note_en));
        Self {
            s3_primary: ids(&row.s3_primary),
            s3_secondary: ids(&row.s3_secondary),
            clusters_primary: ids(&row.clusters_primary),
            clusters_secondary: ids(&row.clusters_secondary),
            ecosystems: ids(&row.ecosystems),
            note,
        }
    }
}

impl Refinement {
    fn links(&self) -> Links {
        Links {
            s3_primary: self.s3_primary.clone(),
            s3_secondary: self.s3_secondary.clone(),
            clusters_primary: self.clusters_primary.clone(),
            clusters_secondary: self.clusters_secondary.clone(),
            ecosystems: self.ecosystems.clone(),
            note: Some(self.note.clone()),
        }
    }
}

fn ids(joined: &str) -> Vec<String> {
    joined.split('|').map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect()
}
