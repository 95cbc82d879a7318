//! The catalogue of measures: what a company can do about its answers, what that takes, and at which doors to ask.
//!
//! All of it is data, so that another catalogue is another folder under `assets/measures/`: `catalogue.json` holds the
//! structure, one `<language>.json` a language the texts. A catalogue belongs to a questionnaire, whose items it raises. The
//! module knows nothing of companies, of the calendar or of regions; which door a tag leads to is the region's data.

mod check;

use std::collections::BTreeMap;
use std::sync::{OnceLock, PoisonError, RwLock};

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use super::{Notice, Pack, PackFiles, files_in, hash, parse};
use crate::text::Language;

pub use check::doors_for_every_tag;

static CATALOGUES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets/measures");

/// Catalogues read from folders while the program runs, by the id of their questionnaire.
static INSTALLED: RwLock<BTreeMap<String, &'static Catalogue>> = RwLock::new(BTreeMap::new());

/// Lets plans be made with this catalogue until the program ends, in the place of any other of its questionnaire.
pub fn install(catalogue: Catalogue) {
    let mut installed = INSTALLED.write().unwrap_or_else(PoisonError::into_inner);
    let known = installed.get(&catalogue.structure.pack).is_some_and(|old| old.hash == catalogue.hash);
    if !known {
        // Plans refer to it as long as the program runs; there are as many as somebody wrote.
        installed.insert(catalogue.structure.pack.clone(), Box::leak(Box::new(catalogue)));
    }
}

/// The version of `catalogue.json` this program reads.
pub const CATALOGUE_FORMAT: u32 = 1;

/// A catalogue with its texts, checked.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// SHA-256 of its files in hexadecimal: names the exact edition a plan was made with.
    pub hash: String,
    /// Structure.
    pub structure: Structure,
    /// Texts by language code.
    texts: BTreeMap<String, Texts>,
}

/// The structure of a catalogue, `catalogue.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Structure {
    /// Version of the format, see [`CATALOGUE_FORMAT`].
    pub format: u32,
    /// Stable id, lower case.
    pub id: String,
    /// Version of the content.
    pub version: String,
    /// Questionnaire whose items it raises.
    pub pack: String,
    /// Language codes of the texts; the first is the reference.
    pub languages: Vec<String>,
    /// When the figures were last looked at, `YYYY-MM`.
    pub as_of: String,
    /// Euro that a day of a company's own people is taken to cost where nobody says otherwise.
    pub day_rate: f64,
    /// An answer below this step, 0..=5, calls for a measure.
    pub weak_below: u8,
    /// Every core ladder below this step, 0..=5, has a measure that raises it.
    pub climb_to: u8,
    /// Sizes of company, by rising number of people; the last has no upper end.
    pub sizes: Vec<Size>,
    /// Size that is taken where the number of people is not known.
    pub size_unknown: String,
    /// Who can be in charge of a measure.
    pub owners: Vec<String>,
    /// What kind of change a measure is, for the rule of balance.
    pub kinds: Vec<String>,
    /// What is bought.
    pub things: Vec<String>,
    /// Words by which a region finds the doors of a measure.
    pub tags: Vec<String>,
    /// What the company's goals are to the dimensions.
    pub goals: Goals,
    /// Rules of the plan.
    pub rules: Rules,
    /// The measures.
    pub measures: Vec<Measure>,
}

/// A size of company.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Size {
    /// Stable id.
    pub id: String,
    /// People from which on a company is larger; none for the last.
    #[serde(default)]
    pub below: Option<u32>,
    /// Euro with which the plan begins where nobody has said how much there is.
    pub budget: f64,
    /// Person-days a quarter with which the plan begins where nobody has said how many there are.
    pub days: f64,
}

/// What the goals of a company are to the dimensions.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goals {
    /// The choice that names the goals.
    pub item: String,
    /// By goal and dimension how much the dimension matters for it, 0..=5; also the level the goal needs there.
    pub needs: BTreeMap<String, BTreeMap<String, u8>>,
}

/// Rules of the plan.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Efforts up to this, 1..=5, are small.
    pub small_effort: u8,
    /// Among so many measures of highest priority each kind shall be found.
    pub balance_among: usize,
    /// Levels that a company climbs at most until its target.
    pub climb_at_most: u8,
    /// Step of the budgets of the frontier in euro.
    pub budget_step: f64,
}

/// A measure.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Stable id, lower case.
    pub id: String,
    /// Ladders it raises, each to a step.
    pub raises: Vec<Raise>,
    /// Measures that must be done before.
    pub requires: Vec<String>,
    /// Who is in charge, one of the owners.
    pub owner: String,
    /// Axis of the competence centres it belongs to.
    pub axis: Axis,
    /// Kind of change, one of the kinds.
    pub kind: String,
    /// Effort, 1 (a few days by oneself) ..= 5 (a project that shakes the company).
    pub effort: u8,
    /// Urgency, 1 (can wait) ..= 1.5 (law or loss of data).
    pub urgency: f64,
    /// Months from start to end.
    pub months: u32,
    /// What it takes, by size of company.
    pub cost: BTreeMap<String, Cost>,
    /// Words by which a region finds doors.
    pub doors: Vec<String>,
}

/// An axis of Italy's competence centres.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Axis {
    /// Find out, decide, choose.
    Orientation,
    /// Learn.
    Training,
    /// Put in place.
    Implementation,
}

impl Axis {
    /// The axis as a word for files and text keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Orientation => "orientation",
            Self::Training => "training",
            Self::Implementation => "implementation",
        }
    }
}

/// A ladder that a measure raises.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Raise {
    /// The ladder.
    pub item: String,
    /// The step it comes to, 1..=5.
    pub to: u8,
}

/// What a measure takes. Without a source everywhere: an assumption.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// Person-days of the company's own people, lowest and highest.
    pub days: [f64; 2],
    /// What is bought in the first year.
    pub items: Vec<Purchase>,
}

/// Something bought.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purchase {
    /// What, one of the things.
    pub what: String,
    /// Euro without VAT, lowest and highest.
    pub eur: [f64; 2],
}

/// The texts of one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// Name of the catalogue.
    pub name: String,
    /// Where its figures come from, for the reader.
    pub note: String,
    /// Owners by id.
    pub owners: BTreeMap<String, String>,
    /// Kinds by id.
    pub kinds: BTreeMap<String, String>,
    /// Things by id.
    pub things: BTreeMap<String, String>,
    /// Measures by id.
    pub measures: BTreeMap<String, MeasureText>,
}

/// The texts of a measure.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureText {
    /// Name without a full stop.
    pub name: String,
    /// What is there at the end.
    pub what: String,
    /// What it is good for.
    pub why: String,
    /// The first moves.
    pub moves: Vec<String>,
    /// What to measure, with its unit.
    pub kpi: String,
    /// How to take today's value.
    pub baseline: String,
    /// What shows that it is done.
    pub evidence: String,
}

impl Catalogue {
    /// The catalogue for a questionnaire: one installed while the program runs, else the one inside the program.
    #[must_use]
    pub fn of(pack: &Pack) -> Option<&'static Self> {
        let installed = INSTALLED.read().unwrap_or_else(PoisonError::into_inner);
        installed.get(&pack.id).copied().or_else(|| Self::shipped(pack))
    }

    /// The catalogue inside the program for a questionnaire; none where there is none.
    #[must_use]
    pub fn shipped(pack: &Pack) -> Option<&'static Self> {
        static SHIPPED: OnceLock<BTreeMap<String, Catalogue>> = OnceLock::new();
        let shipped = SHIPPED.get_or_init(|| {
            CATALOGUES
                .dirs()
                .map(|dir| {
                    let catalogue = Self::load(&files_in(dir), super::find).unwrap_or_else(|notices| {
                        panic!("the shipped catalogue {} has faults: {notices:#?}", dir.path().display())
                    });
                    (catalogue.structure.pack.clone(), catalogue)
                })
                .collect()
        });
        shipped.get(&pack.id)
    }

    /// Reads a catalogue from the files of its folder; `packs` finds its questionnaire.
    ///
    /// # Errors
    /// Every problem found, each with its place and a hint.
    pub fn load<'a>(files: &PackFiles, packs: impl Fn(&str) -> Option<&'a Pack>) -> Result<Self, Vec<Notice>> {
        let mut notices = Vec::new();
        let mut texts = BTreeMap::new();
        let structure: Option<Structure> = parse(files, "catalogue.json", &mut notices);
        for language in structure.iter().flat_map(|s| &s.languages) {
            if let Some(text) = parse(files, &format!("{language}.json"), &mut notices) {
                texts.insert(language.clone(), text);
            }
        }
        if let Some(structure) = structure {
            match packs(&structure.pack) {
                Some(pack) => notices.extend(check::all().iter().flat_map(|check| check(&structure, pack))),
                None => notices.push(Notice::new(
                    "catalogue.json, pack",
                    format!("There is no questionnaire “{}”.", structure.pack),
                    "Write the id of the questionnaire whose answers the measures raise.",
                )),
            }
            for (language, text) in &texts {
                check::texts(&structure, language, text, &mut notices);
            }
            check::languages_agree(&structure, &texts, &mut notices);
            if notices.is_empty() {
                return Ok(Self { hash: hash(files), structure, texts });
            }
        }
        notices.sort();
        notices.dedup();
        Err(notices)
    }

    /// The place of a measure in [`Structure::measures`].
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.structure.measures.iter().position(|m| m.id == id)
    }

    /// The texts of a language, else those of the catalogue's first.
    ///
    /// # Panics
    /// Never for a catalogue that was loaded: every language named has texts.
    #[must_use]
    pub fn texts(&self, language: Language) -> &Texts {
        self.texts.get(language.code()).unwrap_or_else(|| &self.texts[&self.structure.languages[0]])
    }

    /// The texts of a measure.
    ///
    /// # Panics
    /// Where the catalogue has no such measure.
    #[must_use]
    pub fn measure_text(&self, language: Language, id: &str) -> &MeasureText {
        &self.texts(language).measures[id]
    }

    /// The size of a company with so many people.
    #[must_use]
    pub fn size(&self, people: Option<u32>) -> &Size {
        let sizes = &self.structure.sizes;
        let known = people.and_then(|n| sizes.iter().find(|s| s.below.is_none_or(|below| n < below)));
        known.or_else(|| sizes.iter().find(|s| s.id == self.structure.size_unknown)).unwrap_or(&sizes[sizes.len() - 1])
    }
}
