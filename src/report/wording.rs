//! Paragraphs in the words of whoever signs the report.
//!
//! A paragraph is found again by the program's own words in whose place it was rewritten, and where those have become
//! others by its number in the section. It is stale once an answer it rests on is no longer what it was.

use std::collections::BTreeMap;

use super::document::Source;
use super::{Block, Report, Run, Tone, chapters, paragraph};
use crate::assessment::choices::Wording;
use crate::assessment::mark;
use crate::text::ta;

/// Sections whose words stay the program's: what the figures are and are not, and where the facts about doors come from.
pub const FIXED: [&str; 2] = [chapters::HONESTY, "doors-sources"];

/// A paragraph of the report as it can be rewritten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Section, by id.
    pub section: String,
    /// Number in the section, from 0.
    pub place: usize,
    /// The program's own words.
    pub own: String,
    /// The words in their place, where there are any.
    pub words: Option<Rewritten>,
}

/// Words in the place of the program's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// Number of the paragraph under which they are kept.
    pub kept_at: usize,
    /// The words.
    pub text: String,
    /// Items whose answers have changed since.
    pub changed: Vec<String>,
    /// True where the program would say something else today than what was rewritten.
    pub moved: bool,
}

impl Rewritten {
    /// Whether somebody has to look at them again.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        !self.changed.is_empty() || self.moved
    }
}

/// Items a section rests on, with the mark of their answers.
#[must_use]
pub fn answers_behind(s: &Source<'_>, section: &str) -> BTreeMap<String, String> {
    let items = s.sheet.asked(s.pack).map(|(item, _)| item);
    let of_dimension =
        section.strip_prefix("dimension-").and_then(|id| s.scores.dimensions.iter().find(|d| d.id == id));
    let rests = |item: &crate::pack::Item| match (section, of_dimension) {
        (_, Some(d)) => item.feeds.iter().any(|f| d.subdimensions.iter().any(|sub| sub.id == f.to)),
        ("index", _) => !item.dii.is_empty() || item.id == "P3",
        ("matrix", _) => item.cell.is_some(),
        ("method", _) => false,
        _ => true,
    };
    items.filter(|item| rests(item)).map(|item| (item.id.clone(), mark(s.assessment, &item.id))).collect()
}

/// Every paragraph of a report with what was written in its place; the report is still in the program's own words.
#[must_use]
pub fn passages(s: &Source<'_>, report: &Report) -> Vec<Passage> {
    let mut all = Vec::new();
    for section in report.sections.iter().filter(|section| !FIXED.contains(&section.id.as_str())) {
        let mut own = Vec::new();
        visit(&section.blocks, &mut |runs| own.push(plain(runs)));
        let words = words_of(s, &section.id, &own);
        let of_section = own.into_iter().zip(words).enumerate();
        all.extend(of_section.map(|(place, (own, words))| Passage { section: section.id.clone(), place, own, words }));
    }
    all
}

/// Puts the rewritten paragraphs in their places. What is stale says so behind it.
pub(super) fn apply(s: &Source<'_>, report: &mut Report) {
    let mut of_sections = BTreeMap::<String, Vec<Option<Rewritten>>>::new();
    for passage in passages(s, report) {
        of_sections.entry(passage.section).or_default().push(passage.words);
    }
    for section in &mut report.sections {
        let Some(words) = of_sections.get(&section.id).filter(|all| all.iter().any(Option::is_some)) else { continue };
        let mut words = words.iter();
        replace(s, &mut section.blocks, &mut words);
    }
}

/// For each paragraph of a section what was written in its place.
fn words_of(s: &Source<'_>, section: &str, own: &[String]) -> Vec<Option<Rewritten>> {
    let mut found: Vec<Option<Rewritten>> = vec![None; own.len()];
    let here = |w: &&Wording| w.section == section && w.language == s.language.code();
    if !s.assessment.report.words.iter().any(|w| here(&w)) {
        return found;
    }
    let mut homeless = Vec::new();
    let now = answers_behind(s, section);
    let rewritten = |w: &Wording, moved: bool| Rewritten {
        kept_at: w.place,
        text: w.text.clone(),
        changed: w
            .answers
            .iter()
            .filter(|(item, mark)| now.get(*item) != Some(mark))
            .map(|(item, _)| item.clone())
            .collect(),
        moved,
    };
    for w in s.assessment.report.words.iter().filter(here) {
        // The nearest of those that read the same.
        let same = (0..own.len()).filter(|n| found[*n].is_none() && own[*n] == w.instead_of);
        match same.min_by_key(|n| n.abs_diff(w.place)) {
            Some(n) => found[n] = Some(rewritten(w, false)),
            None => homeless.push(w),
        }
    }
    for w in homeless {
        if let Some(free) = found.get_mut(w.place).filter(|f| f.is_none()) {
            *free = Some(rewritten(w, true));
        }
    }
    found
}

fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Goes through paragraphs and list entries in order, those inside cards too.
fn visit(blocks: &[Block], see: &mut impl FnMut(&[Run])) {
    for block in blocks {
        match block {
            Block::Paragraph { runs, .. } => see(runs),
            Block::Bullets(entries) => entries.iter().for_each(|runs| see(runs)),
            Block::Card { blocks, .. } => visit(blocks, see),
            Block::Heading(_) | Block::Table { .. } | Block::Figure { .. } | Block::Contents => {}
        }
    }
}

fn replace<'w>(s: &Source<'_>, blocks: &mut Vec<Block>, words: &mut impl Iterator<Item = &'w Option<Rewritten>>) {
    let mut out = Vec::with_capacity(blocks.len());
    for mut block in blocks.drain(..) {
        let mut warning = None;
        match &mut block {
            Block::Paragraph { runs, .. } => {
                if let Some(Some(new)) = words.next() {
                    *runs = vec![Run::plain(&new.text)];
                    warning = new.is_stale().then(|| stale(s, new));
                }
            }
            Block::Bullets(entries) => {
                for runs in entries {
                    if let Some(Some(new)) = words.next() {
                        *runs = vec![Run::plain(&new.text)];
                        if new.is_stale() {
                            runs.push(Run::strong(format!(" {}", stale(s, new))));
                        }
                    }
                }
            }
            Block::Card { blocks, .. } => replace(s, blocks, words),
            Block::Heading(_) | Block::Table { .. } | Block::Figure { .. } | Block::Contents => {}
        }
        out.push(block);
        out.extend(warning.map(|words| paragraph(Tone::Small, words)));
    }
    *blocks = out;
}

/// That a paragraph was written on answers that are others today.
#[must_use]
pub fn stale(s: &Source<'_>, words: &Rewritten) -> String {
    if words.changed.is_empty() {
        return s.t("wording-moved");
    }
    ta(s.language, "wording-stale", &[("items", words.changed.join(", ").into())])
}
