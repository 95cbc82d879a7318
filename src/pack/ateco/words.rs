//! From text to comparable words: accents, capitals, plurals and words that say nothing are levelled here.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rust_stemmers::{Algorithm, Stemmer};

use crate::text::folded;

/// A word of a text or of a query.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Word {
    /// Lower case, without accents; `non ferrosi` is the one word `nonferrosi`.
    pub(super) text: String,
    /// The word the classification uses for it, mostly itself.
    head: String,
    /// Says what kind of body acts, not what it does («impresa», «attività»): counts only when there is nothing else.
    pub(super) filler: bool,
}

impl Word {
    /// Without the last vowels: the same for singular and plural, masculine and feminine.
    ///
    /// After the light stemmer for Italian of Savoy (UniNE): `officine` and `officina`, `banche` and `banca`, `caseifici`
    /// and `caseificio` become equal, and little else does.
    pub(super) fn bare(&self) -> &str {
        let cut = match self.head.as_bytes() {
            [.., b'i' | b'h', b'e' | b'i'] | [.., b'i', b'a' | b'o'] => 2,
            [.., b'a' | b'e' | b'i' | b'o'] => 1,
            _ => 0,
        };
        let keep = self.head.len() - cut;
        if keep >= 2 { &self.head[..keep] } else { &self.head }
    }

    /// What Snowball leaves: the same for many words of a family, and for some strangers («divano», «diverso»).
    pub(super) fn stem(&self) -> String {
        // The stemmer is made for Italian; what is not Latin letters stays whole.
        if self.head.bytes().all(|b| b.is_ascii_lowercase()) {
            Stemmer::create(Algorithm::Italian).stem(&self.head).into_owned()
        } else {
            self.head.clone()
        }
    }
}

/// Articles, prepositions, conjunctions and the like: never looked for, never indexed.
const STOP: &str = "a ad agli ai al alla alle allo altra altre altri altro anche che ci col coi come con cui da dagli dai dal \
    dalla dalle dallo dei degli del dell della delle dello di dove e ed esempio eccetera ecc essere fra gli ha i il in \
    incluse inclusi inclusa incluso include includono la le lo loro ma ne negli nei nel nell nella nelle nello nca nostra nostre nostri nostro o od \
    oppure per piu quale quali quelle quelli questa queste questi questo se si siano sono su sugli sui sul sull sulla \
    sulle sullo tra un una uno varie vari";

/// Words dropped from a query and from a phrase where others remain.
const FILLER: &str = "attivita azienda aziende ditta ditte impresa imprese societa srl srls snc sas";

/// What people say and, last, what the classification says for it: making, selling, selling in a shop, selling to shops;
/// and `e commerce` without its hyphen, which would else be taken for a form of `commercio`.
const SAME: [(&[&str], &str); 5] = [
    (
        &["fabbrica", "fabbriche", "produzione", "produzioni", "produttore", "produttori", "produttrice"],
        "fabbricazione",
    ),
    (&["vendita", "vendite", "rivendita", "rivenditore", "rivenditori"], "commercio"),
    (&["negozio", "negozi", "bottega", "dettagliante"], "dettaglio"),
    (&["grossista", "grossisti"], "ingrosso"),
    (&["commerce"], "ecommerce"),
];

/// The words of a text worth comparing, in order.
///
/// `e-commerce`, `t-shirt` and `b&b` are one word each. `non` and `senza` grow together with the word they deny, so that
/// «rifiuti non pericolosi» does not answer to «pericolosi». Single letters are dropped.
pub(super) fn words(text: &str) -> Vec<Word> {
    static STOPPED: OnceLock<BTreeSet<&str>> = OnceLock::new();
    static FILLERS: OnceLock<BTreeSet<&str>> = OnceLock::new();
    let stopped = STOPPED.get_or_init(|| STOP.split_whitespace().collect());
    let fillers = FILLERS.get_or_init(|| FILLER.split_whitespace().collect());
    let mut found = Vec::new();
    let mut denial = "";
    for raw in raw_words(&folded(text)) {
        match raw.as_str() {
            "non" => denial = "non",
            "senza" => denial = "senza",
            raw if raw.chars().nth(1).is_none() || stopped.contains(raw) => {}
            raw => {
                let head = SAME.iter().find(|(said, _)| said.contains(&raw)).map_or(raw, |(_, written)| written);
                let filler = denial.is_empty() && fillers.contains(raw);
                found.push(Word { text: format!("{denial}{raw}"), head: format!("{denial}{head}"), filler });
                denial = "";
            }
        }
    }
    found
}

/// Splits folded text at everything but letters and digits, joining a single letter to what a hyphen or `&` ties it to.
fn raw_words(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let tied =
            matches!(c, '-' | '&') && word.chars().count() == 1 && letters.peek().is_some_and(|n| n.is_alphanumeric());
        if c.is_alphanumeric() {
            word.push(c);
        } else if !tied && !word.is_empty() {
            found.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        found.push(word);
    }
    found
}

/// Abbreviations that stay in capitals; the ones that occur in titles published in capitals.
const ABBREVIATIONS: [&str; 1] = ["ICT"];

/// A title in capitals as a sentence would be written; any other title as it is.
pub(super) fn sentence_case(title: &str) -> String {
    if title.chars().any(char::is_lowercase) {
        return title.to_owned();
    }
    let mut sentence = String::with_capacity(title.len());
    for (i, word) in title.split(' ').enumerate() {
        if i > 0 {
            sentence.push(' ');
        }
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if ABBREVIATIONS.contains(&bare) {
            sentence.push_str(word);
        } else {
            sentence.push_str(&word.to_lowercase());
        }
    }
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => sentence,
    }
}
