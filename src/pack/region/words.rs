//! Texts that exist in several languages, and sentences with places to fill.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::text::Language;

/// A text in several languages, by language code.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "BTreeMap<String, String>")]
pub struct Localized(BTreeMap<String, String>);

impl Localized {
    /// A text in the two languages of the map's columns.
    pub(super) fn pair(italian: &str, english: &str) -> Self {
        Self([("it", italian), ("en", english)].map(|(code, text)| (code.to_owned(), text.to_owned())).into())
    }

    /// The text in this language; where it is missing, in Italian, the first language of every region so far, so that
    /// the reader sees a text rather than a gap. Loading refuses regions in which one is missing.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        let found = self.0.get(language.code()).or_else(|| self.0.get(Language::IT.code()));
        found.or_else(|| self.0.values().next()).map_or("", String::as_str)
    }
}

/// What a source is called: a publication by its own name, which no language changes, or what we say in its place.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum SourceName {
    /// Publisher, title and date.
    Publication(String),
    /// Not a publication, such as general knowledge, in words.
    Words(Localized),
}

impl SourceName {
    /// The name for a reader of this language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match self {
            Self::Publication(name) => name,
            Self::Words(words) => words.get(language),
        }
    }
}

/// Words in several languages; the n-th of each language mean the same.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "BTreeMap<String, Vec<String>>")]
pub struct LocalizedList(BTreeMap<String, Vec<String>>);

/// Said of a text that exists in no language at all.
const NO_LANGUAGE: &str = "a text in no language";

impl TryFrom<BTreeMap<String, String>> for Localized {
    type Error = &'static str;

    fn try_from(texts: BTreeMap<String, String>) -> Result<Self, Self::Error> {
        if texts.is_empty() { Err(NO_LANGUAGE) } else { Ok(Self(texts)) }
    }
}

impl TryFrom<BTreeMap<String, Vec<String>>> for LocalizedList {
    type Error = &'static str;

    fn try_from(lists: BTreeMap<String, Vec<String>>) -> Result<Self, Self::Error> {
        if lists.is_empty() { Err(NO_LANGUAGE) } else { Ok(Self(lists)) }
    }
}

impl LocalizedList {
    /// The words in this language, else in Italian.
    #[must_use]
    pub fn get(&self, language: Language) -> &[String] {
        let found = self.0.get(language.code()).or_else(|| self.0.get(Language::IT.code()));
        found.map_or(&[], Vec::as_slice)
    }
}

/// The sentences of the matching, by key, with `{placeholders}`.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct Texts(BTreeMap<String, Localized>);

impl Texts {
    /// The sentence with this key, its places filled. A missing key gives the key itself, so that it is seen.
    #[must_use]
    pub fn say(&self, language: Language, key: &str, values: &[(&str, &str)]) -> String {
        let Some(pattern) = self.0.get(key) else { return key.to_owned() };
        let mut said = String::new();
        let mut rest = pattern.get(language);
        // One pass over the pattern: a value that itself contains braces must not be filled again.
        while let Some((before, after)) = rest.split_once('{') {
            said.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                said.push('{');
                rest = after;
                continue;
            };
            said.push_str(values.iter().find(|(n, _)| *n == name).map_or("", |(_, v)| v));
            rest = tail;
        }
        said.push_str(rest);
        said.trim_end().to_owned()
    }

    /// The keys, with the names of the places in each language.
    pub(super) fn places(&self) -> impl Iterator<Item = (&str, BTreeMap<&str, Vec<&str>>)> {
        self.0.iter().map(|(key, text)| {
            let by_language = text.0.iter().map(|(code, pattern)| (code.as_str(), places(pattern))).collect();
            (key.as_str(), by_language)
        })
    }
}

/// The names of the places of a pattern, sorted.
fn places(pattern: &str) -> Vec<&str> {
    let mut names: Vec<&str> =
        pattern.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect();
    names.sort_unstable();
    names
}
