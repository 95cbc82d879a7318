//! Reads the four files of `assets/ateco` and holds them against each other.
//!
//! Whoever only wants a code's title or family does not wait for what is asked later, if at all: the correspondence and
//! the phrases are read apart.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{Activity, Ateco, AtecoError, Division, Edition, Synonym, normalised};

const CODES: &str = "codes.csv";
const DIVISIONS: &str = "divisions.csv";
const CORRESPONDENCE: &str = "correspondence.csv";
const SYNONYMS: &str = "synonyms.csv";

/// The files as text.
#[derive(Clone, Copy)]
pub(super) struct Files<'a> {
    pub(super) codes: &'a str,
    pub(super) divisions: &'a str,
    pub(super) correspondence: &'a str,
    pub(super) synonyms: &'a str,
}

/// The files embedded in the program.
pub(super) const SHIPPED: Files<'static> = Files {
    codes: include_str!("../../../assets/ateco/codes.csv"),
    divisions: include_str!("../../../assets/ateco/divisions.csv"),
    correspondence: include_str!("../../../assets/ateco/correspondence.csv"),
    synonyms: include_str!("../../../assets/ateco/synonyms.csv"),
};

#[derive(Deserialize)]
struct CodeRow {
    edition: String,
    code: String,
    level: String,
    parent: String,
    title_it: String,
    includes_it: String,
}

#[derive(Deserialize)]
struct DivisionRow {
    edition: String,
    code: String,
    section: String,
    title_it: String,
    title_en: String,
    family: String,
}

#[derive(Deserialize)]
struct LinkRow {
    code_2025: String,
    code_2007: String,
    coverage_2025: String,
    coverage_2007: String,
}

#[derive(Deserialize)]
struct SynonymRow {
    phrase: String,
    code_2007: String,
    code_2025: String,
}

/// Builds the classification from all four files; the first contradiction found is the error.
#[cfg(test)]
pub(super) fn load(files: Files<'_>) -> Result<Ateco, AtecoError> {
    let ateco = entries(files)?;
    let links = links(&ateco, files)?;
    let synonyms = synonyms(&ateco, files)?;
    Ok(Ateco { links: links.into(), synonyms: synonyms.into(), ..ateco })
}

/// Codes and divisions.
pub(super) fn entries(files: Files<'_>) -> Result<Ateco, AtecoError> {
    let mut ateco = Ateco::default();
    each(CODES, files.codes, |row: CodeRow| {
        let edition: Edition = parsed(&row.edition)?;
        let level = parsed(&row.level)?;
        let key = normalised(&row.code).ok_or_else(|| format!("\"{}\" is not a code", row.code))?;
        if ateco.by_key.insert((edition, key), ateco.activities.len()).is_some() {
            return Err(format!("code {} of edition {edition} is there twice", row.code));
        }
        let parent = (!row.parent.is_empty()).then_some(row.parent);
        let (title, includes) = (row.title_it, row.includes_it);
        ateco.activities.push(Activity { edition, code: row.code, level, parent, title, includes });
        Ok(())
    })?;
    each(DIVISIONS, files.divisions, |row: DivisionRow| {
        let edition = parsed(&row.edition)?;
        known(&ateco, edition, &row.code)?;
        let family = parsed(&row.family)?;
        let DivisionRow { code, section, title_it, title_en, .. } = row;
        let division = Division { edition, code: code.clone(), section, title_it, title_en, family };
        ateco.divisions.insert((edition, code), division);
        Ok(())
    })?;
    Ok(ateco)
}

/// The correspondence between the editions.
pub(super) fn links(ateco: &Ateco, files: Files<'_>) -> Result<BTreeMap<usize, Vec<usize>>, AtecoError> {
    let mut links: BTreeMap<usize, Vec<(bool, usize)>> = BTreeMap::new();
    each(CORRESPONDENCE, files.correspondence, |row: LinkRow| {
        let old = known(ateco, Edition::Ateco2007, &row.code_2007)?;
        let new = known(ateco, Edition::Ateco2025, &row.code_2025)?;
        let partial = |coverage: &str| coverage != "TOTALE";
        links.entry(old).or_default().push((partial(&row.coverage_2025), new));
        links.entry(new).or_default().push((partial(&row.coverage_2007), old));
        Ok(())
    })?;
    let sorted = links.into_iter().map(|(from, mut to)| {
        to.sort_unstable();
        (from, to.into_iter().map(|(_, position)| position).collect())
    });
    Ok(sorted.collect())
}

/// What people call their activities.
pub(super) fn synonyms(ateco: &Ateco, files: Files<'_>) -> Result<Vec<Synonym>, AtecoError> {
    let mut synonyms = Vec::new();
    each(SYNONYMS, files.synonyms, |row: SynonymRow| {
        for (edition, code) in [(Edition::Ateco2007, &row.code_2007), (Edition::Ateco2025, &row.code_2025)] {
            let activity = known(ateco, edition, code)?;
            synonyms.push(Synonym { phrase: row.phrase.clone(), activity });
        }
        Ok(())
    })?;
    Ok(synonyms)
}

fn parsed<T: std::str::FromStr<Err = AtecoError>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: AtecoError| error.to_string())
}

fn known(ateco: &Ateco, edition: Edition, code: &str) -> Result<usize, String> {
    ateco.position(edition, code).ok_or_else(|| format!("edition {edition} has no code \"{code}\": correct it"))
}

/// Hands every record of a file to `take`; a refusal or a malformed record becomes an error with the line.
fn each<R: DeserializeOwned>(
    file: &'static str,
    text: &str,
    mut take: impl FnMut(R) -> Result<(), String>,
) -> Result<(), AtecoError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().cloned().map_err(|error| data_error(file, &error))?;
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|error| data_error(file, &error))? {
        let line = record.position().map_or(0, csv::Position::line);
        let row = record.deserialize(Some(&headers)).map_err(|error| data_error(file, &error))?;
        take(row).map_err(|problem| AtecoError::Data { file, line, problem })?;
    }
    Ok(())
}

fn data_error(file: &'static str, error: &csv::Error) -> AtecoError {
    let line = error.position().map_or(0, csv::Position::line);
    AtecoError::Data { file, line, problem: error.to_string() }
}
