//! Finds an entry of the classification by number or by everyday words.
//!
//! **What is listed.** Where an entry has a single child, the two are the same activities under two numbers, often under
//! the same title (25.62, 25.62.0, 25.62.00). Such a chain is one answer, listed at its deepest code: six digits are what
//! the company reads on its chamber of commerce extract, and the class is its beginning. An entry with several children is
//! listed as itself. Sections are not listed: nobody's activity is a letter.
//!
//! **How words match**, best first: the same word; the same but for its last vowels (singular and plural); the same stem;
//! the beginning of a word, from three letters on; one slip (a letter wrong, missing, too many or two swapped) in words of
//! four letters or more. The last three count in full only for words that are not known as they are.
//!
//! **How answers are ranked.** Entries matching all words first, then by the share of the query matched (rare words weigh
//! more), then by where: a whole synonym, a synonym being typed, words of the title in the query's order, words of the
//! title, ISTAT's notes. Among equals the shorter title (though divisions and
//! groups, too wide to be a company's activity, step back), the deeper code, the lower code, ATECO 2025.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use strsim::osa_distance;

use super::exclusions::{lines, without_exclusions};
use super::words::{Word, words};
use super::{Activity, Ateco, Edition, Level, normalised};

/// One answer of a search.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit<'a> {
    /// The entry found.
    pub activity: &'a Activity,
    /// What the query matched.
    pub why: Why<'a>,
    /// Higher is better; comparable only within one answer.
    pub score: f64,
}

/// What a query matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why<'a> {
    /// The digits of the code.
    Number,
    /// A phrase people use, as in the synonym table.
    Synonym(&'a str),
    /// The title of the entry, or of a wider one that holds only this.
    Title,
    /// This line of ISTAT's notes, without its exclusions.
    Note(&'a str),
}

/// Words of a query beyond this many are ignored: nobody types them, somebody pastes them.
const MOST_WORDS: usize = 12;

/// Where a text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Synonym,
    Title,
    Note,
}

/// A searchable text of one listed activity.
#[derive(Debug)]
struct Passage {
    /// Position of the activity it speaks for.
    activity: usize,
    kind: Kind,
    /// As shown in `Why`; empty for a title.
    text: String,
    /// How many of its words say something (are not filler, unless all are).
    length: usize,
}

/// An occurrence of a word.
#[derive(Debug, Clone, Copy)]
struct Posting {
    /// Position in `Index::passages`.
    passage: usize,
    /// Counted over the words that say something; filler bears the number of the next of them.
    place: usize,
    filler: bool,
}

/// A word of the vocabulary.
#[derive(Debug)]
struct Term {
    text: String,
    bare: String,
    stem: String,
    /// The letters of `text` and of `bare`.
    letters: [Letters; 2],
    postings: Vec<Posting>,
}

/// All texts of the classification, by word.
#[derive(Debug)]
pub(super) struct Index {
    /// Position of every activity but sections → position of the activity it is listed as.
    listed_as: BTreeMap<usize, usize>,
    passages: Vec<Passage>,
    /// By text.
    terms: Vec<Term>,
    /// Positions in `terms`, by form without the last vowels.
    bare: BTreeMap<String, Vec<usize>>,
    /// Positions in `terms`, by stem.
    stems: BTreeMap<String, Vec<usize>>,
}

/// How a word of the texts answers a word of the query, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Grade {
    Slip,
    Beginning,
    Stem,
    Ending,
    Same,
}

impl Grade {
    fn quality(self) -> f64 {
        match self {
            Grade::Slip => 0.6,
            Grade::Beginning => 0.75,
            Grade::Stem => 0.8,
            Grade::Ending => 0.95,
            Grade::Same => 1.0,
        }
    }
}

/// A word of the vocabulary that answers a word of the query.
#[derive(Debug, Clone, Copy)]
struct Match {
    /// Position in `Index::terms`.
    term: usize,
    grade: Grade,
    /// 1 where it stands for the word; `GUESS` where the word is known as it is but may still be growing.
    weight: f64,
}

/// Weight of words that merely begin with a word that is known in its own right («bar», «barche»).
const GUESS: f64 = 0.5;

/// An occurrence of a query word.
#[derive(Debug, Clone, Copy)]
struct Found {
    posting: Posting,
    /// Position among the query's words.
    word: usize,
    grade: Grade,
    weight: f64,
}

/// What one passage matches of the query.
struct Evidence {
    passage: usize,
    /// Best weight and grade for each word of the query.
    words: Vec<Option<(f64, Grade)>>,
    tier: f64,
    /// Share of the passage's words that are matched.
    brevity: f64,
}

impl Index {
    /// Indexes titles, notes and synonyms.
    pub(super) fn new(ateco: &Ateco) -> Index {
        let listed_as = listed_as(ateco);
        let mut builder = Builder::default();
        let mut titles = BTreeSet::new();
        for (position, activity) in ateco.activities.iter().enumerate() {
            let Some(&listed) = listed_as.get(&position) else { continue };
            let title = words(&without_exclusions(&activity.title));
            if titles.insert((listed, title.clone())) {
                builder.add(listed, Kind::Title, String::new(), title);
            }
            // Notes of divisions and groups speak of everything below them at once.
            if activity.level >= Level::Class {
                for line in lines(&without_exclusions(&activity.includes)) {
                    builder.add(listed, Kind::Note, line.to_owned(), words(line));
                }
            }
        }
        for synonym in ateco.synonyms() {
            if let Some(&listed) = listed_as.get(&synonym.activity) {
                builder.add(listed, Kind::Synonym, synonym.phrase.clone(), words(&synonym.phrase));
            }
        }
        builder.finish(listed_as)
    }

    pub(super) fn search<'a>(
        &'a self,
        ateco: &'a Ateco,
        query: &str,
        edition: Option<Edition>,
        limit: usize,
    ) -> Vec<Hit<'a>> {
        let wanted = |position: usize| edition.is_none_or(|edition| ateco.activities[position].edition == edition);
        let (digits, rest) = self.split_number(ateco, query);
        let mut hits = digits.map(|digits| self.by_number(ateco, &digits, &wanted)).unwrap_or_default();
        hits.extend(self.by_words(&rest, &wanted));
        for (position, _, score) in &mut hits {
            *score += depth(ateco.activities[*position].level);
        }
        hits.sort_by(|(a, _, score_a), (b, _, score_b)| {
            let (a, b) = (&ateco.activities[*a], &ateco.activities[*b]);
            score_b.total_cmp(score_a).then_with(|| (&a.code, Reverse(a.edition)).cmp(&(&b.code, Reverse(b.edition))))
        });
        let mut seen = BTreeSet::new();
        hits.retain(|(position, ..)| seen.insert(*position));
        let answers = hits.into_iter().take(limit);
        answers.map(|(position, why, score)| Hit { activity: &ateco.activities[position], why, score }).collect()
    }

    /// Parts a query into a code and the other words. A number among words must have four digits to be taken for a code.
    fn split_number(&self, ateco: &Ateco, query: &str) -> (Option<String>, String) {
        let mut others: Vec<&str> = query.split_whitespace().collect();
        others.retain(|word| !["ateco", "codice"].contains(&word.to_lowercase().as_str()));
        let code = |text: &str| normalised(text).filter(|digits| starts_a_code(ateco, digits));
        let whole = others.join(" ");
        if let Some(digits) = code(&whole) {
            return (Some(digits), String::new());
        }
        let found = others.iter().enumerate().find_map(|(i, word)| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            Some((i, code(bare).filter(|digits| digits.len() >= 4)?))
        });
        match found {
            Some((i, digits)) => {
                others.remove(i);
                (Some(digits), others.join(" "))
            }
            // The end of the query tells whether its last word is finished: keep the spaces.
            None => (None, query.to_owned()),
        }
    }

    /// Activities whose code begins with these digits, the one that has just these first.
    fn by_number(&self, ateco: &Ateco, digits: &str, wanted: &dyn Fn(usize) -> bool) -> Vec<(usize, Why<'_>, f64)> {
        let mut hits = Vec::new();
        for edition in Edition::ALL {
            let keys = ateco.by_key.range((edition, digits.to_owned())..);
            for ((_, key), position) in keys.take_while(|((e, key), _)| *e == edition && key.starts_with(digits)) {
                if let Some(&listed) = self.listed_as.get(position)
                    && wanted(listed)
                {
                    hits.push((listed, Why::Number, if key == digits { 10_000.0 } else { 9_000.0 }));
                }
            }
        }
        hits
    }

    fn by_words(&self, text: &str, wanted: &dyn Fn(usize) -> bool) -> Vec<(usize, Why<'_>, f64)> {
        let growing = text.ends_with(char::is_alphanumeric);
        let query = query_words(text);
        let last = query.len().saturating_sub(1);
        let matches = query.iter().enumerate().map(|(i, word)| self.matches(word, growing && i == last));
        // A word that occurs nowhere, such as the company's name, tells nothing.
        let matches: Vec<Vec<Match>> = matches.filter(|matches| !matches.is_empty()).collect();

        let mut found: BTreeMap<usize, Vec<Found>> = BTreeMap::new();
        let mut spread = vec![BTreeSet::new(); matches.len()];
        for (word, matches) in matches.iter().enumerate() {
            for &Match { term, grade, weight } in matches {
                for &posting in &self.terms[term].postings {
                    let activity = self.passages[posting.passage].activity;
                    if wanted(activity) {
                        found.entry(posting.passage).or_default().push(Found { posting, word, grade, weight });
                        spread[word].insert(activity);
                    }
                }
            }
        }
        // Inverse document frequency: a word in few entries tells more than one in many.
        let entries = self.listed_as.len() as f64;
        let rarity: Vec<f64> =
            spread.iter().map(|in_entries| (1.0 + entries / (1.0 + in_entries.len() as f64)).ln()).collect();

        let mut by_activity: BTreeMap<usize, Vec<Evidence>> = BTreeMap::new();
        for (passage, found) in found {
            let evidence = self.evidence(passage, &found, matches.len());
            by_activity.entry(self.passages[passage].activity).or_default().push(evidence);
        }
        by_activity.into_iter().filter_map(|(activity, evidence)| self.judge(activity, &evidence, &rarity)).collect()
    }

    /// The words of the vocabulary that answer a query word.
    fn matches(&self, word: &Word, growing: bool) -> Vec<Match> {
        let mut matches = Vec::new();
        for &term in self.bare.get(word.bare()).into_iter().flatten() {
            let grade = if self.terms[term].text == word.text { Grade::Same } else { Grade::Ending };
            matches.push(Match { term, grade, weight: 1.0 });
        }
        let known = !matches.is_empty();
        let weight = if known { GUESS } else { 1.0 };
        for &term in self.stems.get(&word.stem()).into_iter().flatten() {
            matches.push(Match { term, grade: Grade::Stem, weight });
        }
        let length = word.text.chars().count();
        if length >= 3 && (growing || !known) {
            let first = self.terms.partition_point(|term| term.text < word.text);
            let beginning = self.terms[first..].iter().take_while(|term| term.text.starts_with(&word.text));
            matches.extend((first..).zip(beginning).map(|(term, _)| Match { term, grade: Grade::Beginning, weight }));
        }
        if length >= 4 && !known {
            // What may be the beginning of a word is more often that than a slip.
            let weight = if matches.iter().any(|m| m.grade == Grade::Beginning) { GUESS } else { 1.0 };
            let letters = [&word.text, word.bare()].map(Letters::of);
            for (i, term) in self.terms.iter().enumerate() {
                if one_slip(word, letters, term) {
                    matches.push(Match { term: i, grade: Grade::Slip, weight });
                }
            }
        }
        matches
    }

    fn evidence(&self, passage: usize, found: &[Found], query_length: usize) -> Evidence {
        let mut best: Vec<Option<(f64, Grade)>> = vec![None; query_length];
        let mut places = BTreeSet::new();
        for found in found {
            let this = Some((found.weight, found.grade));
            if best[found.word] < this {
                best[found.word] = this;
            }
            if !found.posting.filler {
                places.insert(found.posting.place);
            }
        }
        let length = self.passages[passage].length;
        let stands_at = |word: usize, place: usize| found.iter().any(|f| f.word == word && f.posting.place == place);
        let in_order_from = |start: usize| (0..query_length).all(|word| stands_at(word, start + word));
        let finished = best.iter().flatten().all(|(_, grade)| *grade != Grade::Beginning);
        let whole_phrase = places.len() == length && finished;
        let all_words = best.iter().all(Option::is_some);
        let tier = match self.passages[passage].kind {
            Kind::Synonym if whole_phrase && all_words => 6.0,
            Kind::Synonym if whole_phrase => 5.0,
            Kind::Synonym if in_order_from(0) => 4.0,
            Kind::Title if (0..length).any(in_order_from) => 3.0,
            Kind::Title => 2.0,
            Kind::Synonym => 1.5,
            Kind::Note => 1.0,
        };
        Evidence { passage, words: best, tier, brevity: places.len() as f64 / length.max(1) as f64 }
    }

    /// Puts the evidence for one activity together. The weights keep the order told in the module's text: all words
    /// (1000) over the share of words (500) over the place of the match (100 a step) over its exactness (50), the
    /// brevity of what matched (30) and the depth of the code.
    fn judge(&self, activity: usize, evidence: &[Evidence], rarity: &[f64]) -> Option<(usize, Why<'_>, f64)> {
        let best_weight =
            |word: usize| evidence.iter().filter_map(|e| e.words[word]).map(|(weight, _)| weight).fold(0.0, f64::max);
        let matched: f64 = rarity.iter().enumerate().map(|(word, rarity)| rarity * best_weight(word)).sum();
        let all: f64 = rarity.iter().sum();
        let complete = (0..rarity.len()).all(|word| best_weight(word) >= 1.0);
        let worth = |e: &Evidence| {
            let here = e
                .words
                .iter()
                .zip(rarity)
                .filter_map(|(word, rarity)| word.map(|(weight, grade)| (weight * rarity, grade)));
            let share: f64 = here.clone().map(|(weight, _)| weight).sum::<f64>() / matched;
            let quality: f64 = here.map(|(weight, grade)| weight * grade.quality()).sum::<f64>() / matched;
            100.0 * e.tier * share + 50.0 * quality + 30.0 * e.brevity
        };
        let (best, worth) = evidence.iter().map(|e| (e, worth(e))).max_by(|(_, a), (_, b)| a.total_cmp(b))?;
        let passage = &self.passages[best.passage];
        let why = match passage.kind {
            Kind::Synonym => Why::Synonym(&passage.text),
            Kind::Title => Why::Title,
            Kind::Note => Why::Note(&passage.text),
        };
        let complete = if complete { 1000.0 } else { 0.0 };
        Some((activity, why, complete + 500.0 * matched / all + worth))
    }
}

/// For every activity but sections, the end of its chain of only children.
fn listed_as(ateco: &Ateco) -> BTreeMap<usize, usize> {
    let mut children: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (position, activity) in ateco.activities.iter().enumerate() {
        if let Some(parent) = activity.parent.as_deref().and_then(|code| ateco.position(activity.edition, code)) {
            children.entry(parent).or_default().push(position);
        }
    }
    let mut listed_as = BTreeMap::new();
    for (position, activity) in ateco.activities.iter().enumerate() {
        if activity.level == Level::Section {
            continue;
        }
        let mut end = position;
        while let Some([only]) = children.get(&end).map(Vec::as_slice) {
            end = *only;
        }
        listed_as.insert(position, end);
    }
    listed_as
}

/// Whether any code of either edition begins with these digits.
fn starts_a_code(ateco: &Ateco, digits: &str) -> bool {
    digits.starts_with(|c: char| c.is_ascii_digit())
        && Edition::ALL.into_iter().any(|edition| {
            let next = ateco.by_key.range((edition, digits.to_owned())..).next();
            next.is_some_and(|((e, key), _)| *e == edition && key.starts_with(digits))
        })
}

/// What the depth of a code adds to its score: a company's activity is a class or finer, so that the wide entries must
/// match clearly better to come first.
fn depth(level: Level) -> f64 {
    match level {
        Level::Section | Level::Division => -40.0,
        Level::Group => -25.0,
        Level::Class | Level::Category => 5.0,
        Level::Subcategory => 6.0,
    }
}

/// The words of a query: each once, without filler where there is something else.
fn query_words(text: &str) -> Vec<Word> {
    let mut query = words(text);
    if query.iter().any(|word| !word.filler) {
        query.retain(|word| !word.filler);
    }
    let mut seen = BTreeSet::new();
    query.retain(|word| seen.insert(word.text.clone()));
    query.truncate(MOST_WORDS);
    query
}

/// One slip apart, as written or without the endings.
fn one_slip(word: &Word, letters: [Letters; 2], term: &Term) -> bool {
    let long = |text: &str| text.chars().nth(3).is_some();
    let slip = |a: &str, b: &str| long(a) && long(b) && osa_distance(a, b) <= 1;
    letters[0].near(term.letters[0]) && slip(&word.text, &term.text)
        || letters[1].near(term.letters[1]) && slip(word.bare(), &term.bare)
}

/// Which letters a word has, one bit each: a cheap way to see that two words are more than one slip apart.
#[derive(Debug, Clone, Copy)]
struct Letters(u32);

impl Letters {
    fn of(text: &str) -> Letters {
        Letters(text.bytes().fold(0, |letters, byte| match byte {
            b'a'..=b'z' => letters | 1 << (byte - b'a'),
            _ => letters | 1 << 26,
        }))
    }

    /// A slip changes the presence of at most two letters: the one taken away and the one put there.
    fn near(self, other: Letters) -> bool {
        (self.0 ^ other.0).count_ones() <= 2
    }
}

/// Collects passages and words.
#[derive(Default)]
struct Builder {
    passages: Vec<Passage>,
    terms: BTreeMap<String, Term>,
}

impl Builder {
    fn add(&mut self, activity: usize, kind: Kind, text: String, words: Vec<Word>) {
        let only_filler = words.iter().all(|word| word.filler);
        let passage = self.passages.len();
        let mut place = 0;
        for word in words {
            let filler = word.filler && !only_filler;
            let term = self.terms.entry(word.text.clone()).or_insert_with(|| Term {
                bare: word.bare().to_owned(),
                stem: word.stem(),
                letters: [&word.text, word.bare()].map(Letters::of),
                text: word.text,
                postings: Vec::new(),
            });
            term.postings.push(Posting { passage, place, filler });
            place += usize::from(!filler);
        }
        self.passages.push(Passage { activity, kind, text, length: place });
    }

    fn finish(self, listed_as: BTreeMap<usize, usize>) -> Index {
        let mut bare: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut stems: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let terms: Vec<Term> = self.terms.into_values().collect();
        for (position, term) in terms.iter().enumerate() {
            bare.entry(term.bare.clone()).or_default().push(position);
            stems.entry(term.stem.clone()).or_default().push(position);
        }
        Index { listed_as, passages: self.passages, terms, bare, stems }
    }
}
