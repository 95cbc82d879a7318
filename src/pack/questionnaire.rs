//! The questionnaire pack: items, scales, weights, gates and texts, all of it data.
//!
//! A pack is a folder: `pack.json` holds the structure, one `<language>.json` a language holds the texts. The format is
//! described in `docs/formats.md` and held by `questionnaires/pack.schema.json` and `questionnaires/texts.schema.json`.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::{PackFiles, hash, parse, translations, validate};
use crate::notice::Notice;
use crate::text::Language;

/// The version of the pack format this program reads.
pub const PACK_FORMAT: u32 = 1;

/// The numbers of a pack's version, so that 1.10.0 comes after 1.9.0; what is no number counts as 0.
#[must_use]
pub fn version(text: &str) -> Vec<u32> {
    text.split('.').map(|n| n.parse().unwrap_or(0)).collect()
}

/// A questionnaire with its texts.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Stable id, lower case.
    pub id: String,
    /// Semantic version of the content.
    pub version: String,
    /// SHA-256 of every file of the pack, in hexadecimal: names the exact wording an assessment was answered with.
    pub hash: String,
    /// Structure.
    pub structure: Structure,
    /// Texts by language code.
    texts: BTreeMap<String, Texts>,
    /// Place of each item in [`Structure::items`].
    places: HashMap<String, usize>,
    /// See [`Pack::ways`].
    ways: Vec<Vec<Way>>,
}

/// A way from an item to a sub-dimension it feeds, with everything that has to be looked up by id.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Way {
    /// Place of the item in [`Structure::items`].
    pub item: usize,
    /// Place of the feed among the item's.
    pub feed: usize,
    /// True where the item is the sub-dimension's core.
    pub core: bool,
    /// Place of the feed's group in [`Structure::groups`].
    pub group: usize,
    /// Weight of that group.
    pub weight: f64,
}

/// The structure of a pack, `pack.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Structure {
    /// Format version, see [`PACK_FORMAT`].
    pub format: u32,
    /// Stable id of the pack.
    pub id: String,
    /// Semantic version of the content.
    pub version: String,
    /// Language codes; each has a file of texts. The first is the one the others are compared with.
    pub languages: Vec<String>,
    /// Dimensions in order.
    pub dimensions: Vec<Dimension>,
    /// Maturities: weighted means of some dimensions; none where the list is empty.
    #[serde(default)]
    pub maturities: Vec<Maturity>,
    /// Lower thresholds of the levels on 0..=100, rising, the first 0.
    pub levels: Vec<f64>,
    /// Caps on the total's level.
    #[serde(default)]
    pub gates: Vec<Gate>,
    /// Red flags beside the level.
    #[serde(default)]
    pub flags: Vec<Flag>,
    /// Weight of each group of members inside a sub-dimension.
    pub groups: BTreeMap<String, f64>,
    /// When a figure is published.
    pub publish: Publish,
    /// Below this balance (0..=100) the profile is called unbalanced.
    pub balance_below: f64,
    /// From this difference of the two maturities on, the profile leans to one side.
    pub map_band: f64,
    /// Which families of activities (`sector_family` of the activity codes) make a sector, by its key; each family belongs
    /// to one. Empty where nothing depends on the sector.
    #[serde(default)]
    pub sectors: BTreeMap<String, Vec<String>>,
    /// The process × analysis matrix, where the pack has one.
    #[serde(default)]
    pub matrix: Option<Matrix>,
    /// How the unofficial estimate on DMAT's scale is made, where the pack has one.
    #[serde(default)]
    pub dmat: Option<Dmat>,
    /// How surely the figures are known.
    #[serde(default)]
    pub uncertainty: Uncertainty,
    /// Answers that do not go together.
    #[serde(default)]
    pub contradictions: Vec<Contradiction>,
    /// Items in the order in which they are asked.
    pub items: Vec<Item>,
}

/// The process × analysis matrix: rows, columns; its cells are ladders that name both.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matrix {
    /// Ids of the processes in order.
    pub processes: Vec<String>,
    /// Ids of the analyses in order.
    pub analyses: Vec<String>,
}

/// The place of a ladder in the matrix.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// Process.
    pub process: String,
    /// Analysis.
    pub analysis: String,
}

/// The estimate on DMAT's scale: the lists where all of them are answered, else an approximation from ladders and facts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dmat {
    /// Margin of the approximation, in points of 100.
    pub margin: f64,
    /// Upper ends of the bands basic, average and moderately advanced; above the last it is advanced.
    pub bands: [f64; 3],
    /// From the lists; each dimension is the mean of its parts.
    pub full: Vec<DmatDimension<ListPart>>,
    /// From ladders and facts; each dimension is the mean of its parts.
    pub quick: Vec<DmatDimension<QuickPart>>,
}

/// A dimension of the estimate.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DmatDimension<P> {
    /// Id, `1` to `6`.
    pub id: String,
    /// What it is the mean of.
    pub parts: Vec<P>,
}

/// A list, or some of its options.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListPart {
    /// Item.
    pub item: String,
    /// Options that count; all positive ones where the list is empty.
    #[serde(default)]
    pub options: Vec<String>,
}

/// What the approximation takes for a list.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum QuickPart {
    /// The mean of the answered ladders, on 0 to 100.
    Ladders(Vec<String>),
    /// The share of yes among the answered ones. Of several facts in one place, one yes is enough.
    Facts(Vec<Vec<String>>),
}

/// How surely the figures are known (method §7).
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Uncertainty {
    /// Number of runs.
    pub runs: usize,
    /// Concentration of the weights' Dirichlet distribution: the larger, the closer to the pack's weights.
    pub concentration: f64,
    /// Probability that an answer moves one step, by evidence grade.
    pub moves: [f64; 3],
    /// In the evidenced score a step that is only declared counts at most as this one.
    pub declared_at_most: f64,
}

impl Default for Uncertainty {
    fn default() -> Self {
        Self { runs: 2000, concentration: 60.0, moves: [0.25, 0.10, 0.02], declared_at_most: 2.0 }
    }
}

/// Answers that do not go together; they are shown, never corrected.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    /// Id, also of its text.
    pub id: String,
    /// When it is there.
    pub when: Condition,
    /// Items to look at again, in order.
    pub items: Vec<String>,
}

/// A dimension.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// Id such as `D1`.
    pub id: String,
    /// Weight in the total and in the maturities, any unit.
    pub weight: f64,
    /// Its sub-dimensions; each bears the id of its core item.
    pub subdimensions: Vec<String>,
}

/// A maturity.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Maturity {
    /// Id such as `digital`.
    pub id: String,
    /// Ids of its dimensions.
    pub dimensions: Vec<String>,
}

/// A cap on the level, with its reason among the texts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// Id, also of the reason's text.
    pub id: String,
    /// Dimension looked at.
    pub dimension: String,
    /// Holds when the dimension's score is below this.
    pub below: f64,
    /// Highest level allowed while it holds.
    pub cap: u8,
}

/// A red flag raised by one answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// Id, also of its text.
    pub id: String,
    /// Ladder looked at.
    pub item: String,
    /// Raised when the ladder's step is at most this.
    pub at_most: f64,
}

/// When a figure is published; shares as fractions `[numerator, denominator]`, so that 2/3 is exact.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publish {
    /// A sub-dimension without its core answer needs this coverage.
    pub subdimension_coverage: f64,
    /// Published share of a dimension's applicable sub-dimensions.
    pub dimension: [u32; 2],
    /// Published share of the dimensions that have an applicable item.
    pub total: [u32; 2],
    /// Published share of a maturity's dimensions.
    pub maturity: [u32; 2],
}

/// What kind of answer an item takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// A stair of six steps, 0..=5.
    Ladder,
    /// Yes or no; feeds readings, not the index.
    Fact,
    /// Options each of which adds to the score; "none of these" is an answer.
    Ticks,
    /// Rows with a step 0..=5 each.
    Rows,
    /// No, partly or yes; with rows one each.
    Partly,
    /// One or more of a list of options.
    Choice,
    /// A whole number.
    Number,
    /// Words or a code.
    Text,
}

impl ItemKind {
    /// Whether it can feed the index.
    #[must_use]
    pub fn is_scored(self) -> bool {
        matches!(self, Self::Ladder | Self::Ticks | Self::Rows | Self::Partly)
    }

    /// The name used in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ladder => "ladder",
            Self::Ticks => "ticks",
            Self::Rows => "rows",
            Self::Partly => "partly",
            Self::Fact => "fact",
            Self::Choice => "choice",
            Self::Number => "number",
            Self::Text => "text",
        }
    }
}

/// Which questionnaire an item belongs to, and which one a company is answering.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// About ten minutes.
    #[default]
    Quick,
    /// Everything; contains the quick items.
    Full,
}

impl Mode {
    /// The name used in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Full => "full",
        }
    }
}

/// A question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Stable id such as `A4`, `F1.a`.
    pub id: String,
    /// Kind of answer.
    #[serde(rename = "type")]
    pub kind: ItemKind,
    /// Section it is asked in.
    pub section: String,
    /// Questionnaire it belongs to.
    pub mode: Mode,
    /// Time an answer takes, in seconds, as planned by the pack's author.
    pub seconds: u32,
    /// Sub-dimensions it feeds, with the group; empty where it is not scored.
    #[serde(default)]
    pub feeds: Vec<Feed>,
    /// True where "not applicable" is an answer.
    #[serde(default)]
    pub allows_na: bool,
    /// True where it may stay open without being missed: asked outside the questionnaire proper.
    #[serde(default)]
    pub optional: bool,
    /// Ids of the options of a choice or of ticks, or of the rows.
    #[serde(default)]
    pub options: Vec<String>,
    /// The tick that excludes all others and scores 0.
    #[serde(default)]
    pub negative: Option<String>,
    /// So many ticks are as good as all; where a feed names options of its own it does not apply.
    #[serde(default)]
    pub saturate: Option<usize>,
    /// Columns of a list of ticks in rows: each option's id is `<row>.<column>`.
    #[serde(default)]
    pub columns: Vec<String>,
    /// Place in the process × analysis matrix.
    #[serde(default)]
    pub cell: Option<Cell>,
    /// When it is asked; always where nothing is said.
    #[serde(default)]
    pub when: Option<Condition>,
    /// Ticks that other answers propose. A proposal is no answer.
    #[serde(default)]
    pub prefill: Vec<Prefill>,
    /// Version of the pack that brought it; the first where nothing is said.
    #[serde(default)]
    pub since: Option<String>,
    /// Version in which it was last asked in other words, so that an older answer wants another look.
    #[serde(default)]
    pub reworded: Option<String>,
    /// Ids it had in earlier versions.
    #[serde(default)]
    pub formerly: Vec<String>,
    /// How many options of a choice may be chosen.
    #[serde(default)]
    pub max: Option<usize>,
    /// Readings the fact counts for.
    #[serde(default)]
    pub dii: Vec<String>,
    /// Roles whose answer decides a fact when respondents differ.
    #[serde(default)]
    pub roles: Vec<String>,
    /// Range of a number.
    #[serde(default)]
    pub range: Option<[u32; 2]>,
}

/// One way from an item to a sub-dimension.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feed {
    /// Sub-dimension id.
    pub to: String,
    /// Group id, see [`Structure::groups`].
    pub group: String,
    /// Options or rows that count for it; all, without the negative one, where the list is empty.
    #[serde(default)]
    pub options: Vec<String>,
}

/// A tick that other answers propose.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prefill {
    /// Option proposed.
    pub option: String,
    /// When it is.
    pub when: Condition,
}

impl Item {
    /// The options that add to the score: all but the negative one.
    pub fn positive(&self) -> impl Iterator<Item = &String> {
        self.options.iter().filter(|o| Some(*o) != self.negative.as_ref())
    }

    /// Ids of the rows of a list of ticks with columns, in order.
    #[must_use]
    pub fn tick_rows(&self) -> Vec<&str> {
        let mut rows: Vec<&str> = Vec::new();
        for row in self.options.iter().filter_map(|o| o.rsplit_once('.')).map(|(row, _)| row) {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        rows
    }
}

/// The texts of a pack in one language, `<language>.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// Name of the questionnaire.
    pub name: String,
    /// What it is, one or two sentences.
    pub description: String,
    /// By item id.
    pub items: BTreeMap<String, ItemText>,
    /// By section id.
    pub sections: BTreeMap<String, SectionText>,
    /// By dimension id.
    pub dimensions: BTreeMap<String, DimensionText>,
    /// In the order of the levels.
    pub levels: Vec<LevelText>,
    /// By maturity id.
    #[serde(default)]
    pub maturities: BTreeMap<String, Named>,
    /// What the position on the map is called.
    #[serde(default)]
    pub map: BTreeMap<String, Named>,
    /// Reasons of the gates, by gate id.
    #[serde(default)]
    pub gates: BTreeMap<String, String>,
    /// By flag id.
    #[serde(default)]
    pub flags: BTreeMap<String, Named>,
    /// How the figures come about, for the report.
    #[serde(default)]
    pub method: Vec<Titled>,
    /// What the result is not.
    pub disclaimer: String,
    /// Remarks that go with readings, by id.
    #[serde(default)]
    pub caveats: BTreeMap<String, String>,
    /// Words explained, by id.
    #[serde(default)]
    pub glossary: BTreeMap<String, Term>,
    /// The process × analysis matrix.
    #[serde(default)]
    pub matrix: Option<MatrixText>,
    /// Names of the sectors, by key.
    #[serde(default)]
    pub sectors: BTreeMap<String, String>,
    /// Names of DMAT's dimensions in our words, by id.
    #[serde(default)]
    pub dmat: BTreeMap<String, String>,
    /// What does not go together, by contradiction id.
    #[serde(default)]
    pub contradictions: BTreeMap<String, Named>,
}

/// The texts of the matrix; those of its cells are put together from them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatrixText {
    /// By analysis id.
    pub analyses: BTreeMap<String, AnalysisText>,
    /// By process id.
    pub processes: BTreeMap<String, ProcessText>,
}

/// An analysis: one stair for every process.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnalysisText {
    /// One or two words.
    pub name: String,
    /// At most 14 characters, for charts.
    pub short: String,
    /// Asked about "this work".
    pub question: String,
    /// What to look at.
    pub help: String,
    /// What one sees at each step.
    pub steps: Vec<String>,
}

/// A process, with the name each sector gives it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcessText {
    /// Name for all.
    pub name: String,
    /// Name by sector.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// Example by sector.
    #[serde(default)]
    pub examples: BTreeMap<String, String>,
}

/// The texts of an item. Which of them it needs depends on its kind; validation says what is missing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemText {
    /// Two to five words.
    #[serde(default)]
    pub name: String,
    /// At most 16 characters, for charts.
    #[serde(default)]
    pub short: String,
    /// The question as a person would ask it.
    pub question: String,
    /// Why it is asked.
    #[serde(default)]
    pub why: String,
    /// How to choose, what to look at.
    #[serde(default)]
    pub help: String,
    /// What one sees at each step of a ladder; what each step of the rows is called.
    #[serde(default)]
    pub steps: Vec<String>,
    /// One example for each group of sector families, or one for `any`.
    #[serde(default)]
    pub examples: BTreeMap<String, String>,
    /// Labels of options and rows; of ticks with columns, one a row.
    #[serde(default)]
    pub options: BTreeMap<String, String>,
    /// What is meant by an option or row, and what counts, by its id.
    #[serde(default)]
    pub hints: BTreeMap<String, String>,
    /// Labels of the columns of ticks.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// What would show a visitor that the answer is true.
    #[serde(default)]
    pub proof: String,
    /// Clause said of a company at step 3 or higher.
    #[serde(default)]
    pub strength: String,
    /// Clause said of a company at step 2 or lower.
    #[serde(default)]
    pub gap: String,
    /// Glossary entries the texts use.
    #[serde(default)]
    pub terms: Vec<String>,
}

/// A section's name and opening line.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionText {
    /// Name.
    pub name: String,
    /// One line.
    pub intro: String,
}

/// The texts of a dimension.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DimensionText {
    /// Name.
    pub name: String,
    /// At most 14 characters, for charts.
    pub short: String,
    /// What it measures and why it matters.
    pub meaning: String,
    /// What a company looks like at each level.
    pub band: Vec<String>,
    /// What to do next at each level.
    pub next: Vec<String>,
}

/// The texts of a level.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelText {
    /// Name.
    pub name: String,
    /// One sentence, starting lower case.
    pub sentence: String,
}

/// A name with its meaning.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Name.
    pub name: String,
    /// Meaning.
    #[serde(alias = "meaning")]
    pub text: String,
}

/// A paragraph with a title.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Titled {
    /// Title.
    pub title: String,
    /// Paragraph.
    pub text: String,
}

/// A glossary entry.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The word.
    pub term: String,
    /// What it means.
    pub text: String,
}

impl Texts {
    /// Puts together the texts of the matrix's cells, so that they are read like those of any other item.
    fn fill_cells(&mut self, structure: &Structure) {
        let Some(matrix) = &self.matrix else { return };
        for item in &structure.items {
            let Some(cell) = &item.cell else { continue };
            let (process, analysis) = (&matrix.processes[&cell.process], &matrix.analyses[&cell.analysis]);
            let text = ItemText {
                name: format!("{} · {}", process.name, analysis.name),
                short: analysis.short.clone(),
                question: analysis.question.clone(),
                help: analysis.help.clone(),
                steps: analysis.steps.clone(),
                ..ItemText::default()
            };
            self.items.insert(item.id.clone(), text);
        }
    }
}

impl Pack {
    /// Reads a pack from the files of its folder.
    ///
    /// # Errors
    /// Every problem found, each with its place and a hint.
    pub fn load(files: &PackFiles) -> Result<Self, Vec<Notice>> {
        let mut notices = Vec::new();
        let structure: Option<Structure> = parse(files, "pack.json", &mut notices);
        let mut texts = BTreeMap::new();
        for language in structure.iter().flat_map(|s| &s.languages) {
            if let Some(text) = parse(files, &format!("{language}.json"), &mut notices) {
                texts.insert(language.clone(), text);
            }
        }
        if let Some(structure) = structure {
            validate::structure(&structure, &mut notices);
            for (language, text) in &texts {
                validate::texts(&structure, language, text, &mut notices);
            }
            validate::languages_agree(&structure, &texts, &mut notices);
            if notices.is_empty() {
                for text in texts.values_mut() {
                    text.fill_cells(&structure);
                }
                return Ok(Self {
                    id: structure.id.clone(),
                    version: structure.version.clone(),
                    hash: hash(files),
                    places: structure.items.iter().enumerate().map(|(n, i)| (i.id.clone(), n)).collect(),
                    ways: ways(&structure),
                    structure,
                    texts,
                });
            }
        }
        notices.sort();
        notices.dedup();
        Err(notices)
    }

    /// The item with this id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.place(id).map(|n| &self.structure.items[n])
    }

    /// The place of an item in [`Structure::items`].
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The ways to each sub-dimension, in the order of the dimensions; those to one in the order of the items.
    #[must_use]
    pub fn ways(&self) -> &[Vec<Way>] {
        &self.ways
    }

    /// The sector a family of activities belongs to; none where the pack knows no sectors.
    #[must_use]
    pub fn sector(&self, family: &str) -> Option<&str> {
        self.structure.sectors.iter().find(|(_, list)| list.iter().any(|f| f == family)).map(|(key, _)| key.as_str())
    }

    /// The name of a process as a sector says it.
    #[must_use]
    pub fn process_name(&self, language: Language, process: &str, sector: Option<&str>) -> &str {
        let text = self.texts(language).matrix.as_ref().and_then(|m| m.processes.get(process));
        let own = text.and_then(|t| t.names.get(sector?));
        own.or(text.map(|t| &t.name)).map_or("", String::as_str)
    }

    /// The name of an analysis, or of a process as a sector says it.
    #[must_use]
    pub fn matrix_name(&self, language: Language, id: &str, sector: Option<&str>) -> &str {
        let analysis = self.texts(language).matrix.as_ref().and_then(|m| m.analyses.get(id));
        analysis.map_or_else(|| self.process_name(language, id, sector), |analysis| &analysis.name)
    }

    /// The name of an item: what it is about, in two to five words.
    #[must_use]
    pub fn item_name(&self, language: Language, item: &Item, sector: Option<&str>) -> String {
        match (&item.cell, &self.texts(language).matrix) {
            (Some(cell), Some(matrix)) => {
                let process = self.process_name(language, &cell.process, sector);
                format!("{process} · {}", matrix.analyses[&cell.analysis].name)
            }
            _ => self.item_text(language, &item.id).name.clone(),
        }
    }

    /// The texts in a language, its own or added to it, or in the pack's first language where it lacks that one.
    #[must_use]
    pub fn texts(&self, language: Language) -> &Texts {
        let found = self.texts.get(language.code()).or_else(|| translations::texts(self, language));
        found.unwrap_or_else(|| self.first_texts())
    }

    fn first_texts(&self) -> &Texts {
        &self.texts[&self.structure.languages[0]]
    }

    /// Reads texts of this pack in another language, with every check its own texts pass; `name` is how notices call the
    /// file, without `.json`.
    pub(super) fn translation(&self, name: &str, bytes: &[u8]) -> Result<Texts, Vec<Notice>> {
        let file = format!("{name}.json");
        let mut notices = Vec::new();
        let texts: Option<Texts> = parse(&PackFiles::from([(file.clone(), bytes.to_vec())]), &file, &mut notices);
        if let Some(texts) = texts {
            validate::texts(&self.structure, name, &texts, &mut notices);
            let first = (self.structure.languages[0].clone(), self.first_texts().clone());
            let mut both = BTreeMap::from([first, (name.to_owned(), texts)]);
            validate::languages_agree(&self.structure, &both, &mut notices);
            if let Some(mut texts) = both.remove(name).filter(|_| notices.is_empty()) {
                texts.fill_cells(&self.structure);
                return Ok(texts);
            }
        }
        notices.sort();
        notices.dedup();
        Err(notices)
    }

    /// The texts of an item.
    #[must_use]
    pub fn item_text(&self, language: Language, id: &str) -> &ItemText {
        &self.texts(language).items[id]
    }

    /// Items that belong to a mode, in order.
    pub fn items(&self, mode: Mode) -> impl Iterator<Item = &Item> {
        self.structure.items.iter().filter(move |i| i.mode <= mode)
    }

    /// The dimension a sub-dimension belongs to.
    #[must_use]
    pub fn dimension_of(&self, subdimension: &str) -> Option<&Dimension> {
        self.structure.dimensions.iter().find(|d| d.subdimensions.iter().any(|s| s == subdimension))
    }

    /// The languages it is written in.
    #[must_use]
    pub fn languages(&self) -> &[String] {
        &self.structure.languages
    }
}

fn ways(structure: &Structure) -> Vec<Vec<Way>> {
    let to = |id: &String| {
        let items = structure.items.iter().enumerate();
        items
            .flat_map(|(place, item)| {
                let feeds = item.feeds.iter().enumerate().filter(|(_, feed)| feed.to == *id);
                feeds.filter_map(move |(n, feed)| {
                    let group = structure.groups.keys().position(|name| *name == feed.group)?;
                    let weight = structure.groups[&feed.group];
                    Some(Way { item: place, feed: n, core: item.id == *id, group, weight })
                })
            })
            .collect()
    };
    structure.dimensions.iter().flat_map(|d| &d.subdimensions).map(to).collect()
}
