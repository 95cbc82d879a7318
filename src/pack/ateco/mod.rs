//! The ATECO classification of economic activities, in the two editions a company may hold a code of.
//!
//! The code decides the sector family, and through it which questions a company is asked and which doors it is shown.
//! People know their code from the chamber of commerce extract, at some depth, with or without dots, in either edition;
//! or they do not know it and say «torneria». This module answers both. It knows nothing of questionnaires or regions.
//!
//! Data and licences: `assets/ateco/SOURCES.md` (ISTAT, CC BY 4.0).

mod exclusions;
mod load;
mod search;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

pub use search::{Hit, Why};

/// What can be wrong with a name or a file this module reads.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AtecoError {
    /// An edition that is neither of the two.
    #[error("\"{0}\" is not an ATECO edition: write 2007 (ATECO 2007 as updated in 2022) or 2025")]
    Edition(String),
    /// A depth of the classification that does not exist.
    #[error("\"{0}\" is not a level of ATECO: write section, division, group, class, category or subcategory")]
    Level(String),
    /// A sector family that does not exist.
    #[error("\"{0}\" is not a sector family: write one of {list}", list = Family::names())]
    Family(String),
    /// A data file that cannot be read or contradicts another.
    #[error("{file}, line {line}: {problem}")]
    Data {
        /// Name of the file, as in `assets/ateco`.
        file: &'static str,
        /// Line the record starts at, the header being line 1; 0 when the file broke off.
        line: u64,
        /// What is wrong, and what to do.
        problem: String,
    },
}

/// Edition of the classification a code belongs to; the same digits can mean different things in the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Edition {
    /// ATECO 2007 as updated in 2022, in force until March 2025; still on many extracts.
    Ateco2007,
    /// ATECO 2025, in force since January 2025 and used by registers since April 2025.
    #[default]
    Ateco2025,
}

impl Edition {
    /// Both editions, the older first.
    pub const ALL: [Edition; 2] = [Edition::Ateco2007, Edition::Ateco2025];

    /// The name in files: `2007` or `2025`.
    pub fn as_str(self) -> &'static str {
        match self {
            Edition::Ateco2007 => "2007",
            Edition::Ateco2025 => "2025",
        }
    }

    /// The edition to translate to.
    pub fn other(self) -> Edition {
        match self {
            Edition::Ateco2007 => Edition::Ateco2025,
            Edition::Ateco2025 => Edition::Ateco2007,
        }
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Edition {
    type Err = AtecoError;

    /// Reads `2007` or `2025`; `2022` is taken for the 2007 edition, which was updated in that year.
    fn from_str(text: &str) -> Result<Edition, AtecoError> {
        match text.trim() {
            "2007" | "2022" => Ok(Edition::Ateco2007),
            "2025" => Ok(Edition::Ateco2025),
            other => Err(AtecoError::Edition(other.to_owned())),
        }
    }
}

/// Depth in the classification, from the widest to the narrowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A letter.
    Section,
    /// Two digits.
    Division,
    /// Three digits.
    Group,
    /// Four digits: the last level shared with Europe's NACE.
    Class,
    /// Five digits.
    Category,
    /// Six digits: what the chamber of commerce writes.
    Subcategory,
}

impl FromStr for Level {
    type Err = AtecoError;

    fn from_str(text: &str) -> Result<Level, AtecoError> {
        Ok(match text {
            "section" => Level::Section,
            "division" => Level::Division,
            "group" => Level::Group,
            "class" => Level::Class,
            "category" => Level::Category,
            "subcategory" => Level::Subcategory,
            other => return Err(AtecoError::Level(other.to_owned())),
        })
    }
}

/// Sector family: decides which module and which examples a company is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Industry other than food.
    Manufacturing,
    /// Farming, food, drink and tobacco.
    Agrifood,
    /// Building and installing.
    Construction,
    /// Wholesale and retail trade.
    Trade,
    /// Transport, storage and post.
    Transport,
    /// Hospitality, travel, culture, sport and leisure.
    TourismCulture,
    /// Publishing, telecommunications, software and data.
    Ict,
    /// Services to companies and persons.
    Services,
    /// Health and social care.
    Health,
    /// Mining, energy, water, waste, public bodies, associations, households.
    Other,
}

impl Family {
    /// Every family, in the order they are offered.
    pub const ALL: [Family; 10] = [
        Family::Manufacturing,
        Family::Agrifood,
        Family::Construction,
        Family::Trade,
        Family::Transport,
        Family::TourismCulture,
        Family::Ict,
        Family::Services,
        Family::Health,
        Family::Other,
    ];

    /// The name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Family::Manufacturing => "manufacturing",
            Family::Agrifood => "agrifood",
            Family::Construction => "construction",
            Family::Trade => "trade",
            Family::Transport => "transport",
            Family::TourismCulture => "tourism_culture",
            Family::Ict => "ICT",
            Family::Services => "services",
            Family::Health => "health",
            Family::Other => "other",
        }
    }

    fn names() -> String {
        Family::ALL.map(Family::as_str).join(", ")
    }
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Family {
    type Err = AtecoError;

    /// Reads the spelling of the data; `ICT` is in capitals there.
    fn from_str(text: &str) -> Result<Family, AtecoError> {
        let found = Family::ALL.into_iter().find(|family| family.as_str() == text);
        found.ok_or_else(|| AtecoError::Family(text.to_owned()))
    }
}

/// One entry of the classification, at any depth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// Edition the code belongs to.
    pub edition: Edition,
    /// The code as ISTAT writes it: `C`, `25`, `25.6`, `25.62`, `25.62.0`, `25.62.00`.
    pub code: String,
    /// Depth.
    pub level: Level,
    /// Code of the entry one level up; none for a section.
    pub parent: Option<String>,
    /// Title as published, in Italian; sections, and the upper levels of 2007, are in capitals.
    pub title: String,
    /// What ISTAT's notes say is included, in Italian, cut at 700 characters; may be empty.
    pub includes: String,
}

impl Activity {
    /// The title for reading: a title published in capitals comes in sentence case, with abbreviations left as they are.
    pub fn display_title(&self) -> String {
        words::sentence_case(&self.title)
    }
}

/// A division (two digits) with what the method needs to know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Division {
    /// Edition the code belongs to.
    pub edition: Edition,
    /// Two digits.
    pub code: String,
    /// Letter of the section; the letters after J differ between the editions.
    pub section: String,
    /// Official Italian title.
    pub title_it: String,
    /// Official English title (NACE).
    pub title_en: String,
    /// Sector family; this project's judgement, not ISTAT's.
    pub family: Family,
}

/// A phrase people use for an activity, with the entry it means in one edition.
#[derive(Debug, Clone)]
struct Synonym {
    phrase: String,
    activity: usize,
}

/// Both editions, the correspondence between them and the search.
#[derive(Debug, Default)]
pub struct Ateco {
    /// In the order of the classification, 2007 before 2025.
    activities: Vec<Activity>,
    /// Edition and normalised key (digits, or a section's letter) to a position in `activities`.
    by_key: BTreeMap<(Edition, String), usize>,
    divisions: BTreeMap<(Edition, String), Division>,
    /// Position to the positions in the other edition, those that go over as a whole first.
    links: OnceLock<BTreeMap<usize, Vec<usize>>>,
    synonyms: OnceLock<Vec<Synonym>>,
    index: OnceLock<search::Index>,
}

impl Ateco {
    /// The classification shipped with the program, read at first use.
    pub fn shipped() -> &'static Ateco {
        static SHIPPED: OnceLock<Ateco> = OnceLock::new();
        SHIPPED.get_or_init(|| load::entries(load::SHIPPED).expect("the tests read the embedded files"))
    }

    fn links(&self) -> &BTreeMap<usize, Vec<usize>> {
        self.links.get_or_init(|| load::links(self, load::SHIPPED).expect("the tests read the embedded files"))
    }

    fn synonyms(&self) -> &[Synonym] {
        self.synonyms.get_or_init(|| load::synonyms(self, load::SHIPPED).expect("the tests read the embedded files"))
    }

    /// Every entry, in the order of the classification, 2007 before 2025.
    pub fn activities(&self) -> &[Activity] {
        &self.activities
    }

    /// The divisions of one edition, by code.
    pub fn divisions(&self, edition: Edition) -> impl Iterator<Item = &Division> {
        self.divisions.values().filter(move |division| division.edition == edition)
    }

    /// The entry with this code.
    ///
    /// Any depth, with or without dots, spaces or the section's letter in front: `25.62.00`, `256200`, `25 62`, `C25.62`,
    /// `C`. A single digit before the first dot has lost its zero (`1.11` is 01.11). None if the edition has no such code.
    pub fn find(&self, edition: Edition, code: &str) -> Option<&Activity> {
        self.position(edition, code).map(|position| &self.activities[position])
    }

    fn position(&self, edition: Edition, code: &str) -> Option<usize> {
        self.by_key.get(&(edition, normalised(code)?)).copied()
    }

    /// The division a code belongs to.
    ///
    /// Only the first two digits are looked at, so that a code of a later update, unknown here below the division, still
    /// has a family. None for a section, or where the edition has no such division (45 in 2025).
    pub fn division_of(&self, edition: Edition, code: &str) -> Option<&Division> {
        let digits = normalised(code)?;
        self.divisions.get(&(edition, digits.get(..2)?.to_owned()))
    }

    /// The entries of the *other* edition that share activities with this one, at the same depth, by ISTAT's
    /// theoretical correspondence; those covered as a whole first, then by code. Empty if the code is unknown or new.
    pub fn corresponding(&self, edition: Edition, code: &str) -> Vec<&Activity> {
        let links = self.position(edition, code).and_then(|position| self.links().get(&position));
        links.into_iter().flatten().map(|&position| &self.activities[position]).collect()
    }

    /// Finds entries by number or by everyday words, best first, at most `limit`.
    ///
    /// `edition` none searches both. A query without a word to look for answers nothing. The first call builds the index,
    /// which takes a quarter of a second: a window makes it beforehand, in the background, with an empty query.
    /// How words match and how answers are ranked is told in the module `search`.
    pub fn search(&self, query: &str, edition: Option<Edition>, limit: usize) -> Vec<Hit<'_>> {
        self.index.get_or_init(|| search::Index::new(self)).search(self, query, edition, limit)
    }
}

/// A code as its bare digits, or a section's letter in upper case; none if it does not look like a code.
fn normalised(code: &str) -> Option<String> {
    let code = code.trim().trim_end_matches('.');
    let letters = code.chars().take_while(char::is_ascii_alphabetic).count();
    let numbers = code[letters..].trim_start();
    if letters > 1 {
        return None;
    }
    if numbers.is_empty() {
        return (letters == 1).then(|| code.to_ascii_uppercase());
    }
    if !numbers.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ' ') {
        return None;
    }
    let mut digits: String = numbers.chars().filter(char::is_ascii_digit).collect();
    // A spreadsheet that took the code for a number has dropped the leading zero.
    if numbers.find('.') == Some(1) {
        digits.insert(0, '0');
    }
    (2..=6).contains(&digits.len()).then_some(digits)
}
