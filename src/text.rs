//! Words and numbers in the reader's language.
//!
//! Interface texts are Fluent files, one folder a language: those under `assets/texts` are part of the program, others are
//! added while it runs. Numbers and dates follow the language's own separators, which are texts too. Nothing reads the
//! host's locale but [`Language::of_system`].

mod languages;

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

pub use languages::{TextFiles, add_language, missing};

/// A language of the interface and of the contents, by its code of two or three letters (ISO 639).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(&'static str);

impl Language {
    /// Italian, the first language.
    pub const IT: Self = Self("it");
    /// English.
    pub const EN: Self = Self("en");

    /// Every language there are texts for; Italian first, the others by code.
    #[must_use]
    pub fn all() -> Vec<Self> {
        languages::codes().into_iter().map(Self).collect()
    }

    /// The language with this code, where there are texts for it.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().into_iter().find(|l| l.0 == code)
    }

    /// The system's language where there are texts for it, else Italian.
    #[must_use]
    pub fn of_system() -> Self {
        sys_locale::get_locale()
            .and_then(|tag| Self::from_code(tag.split(['-', '_', '.']).next().unwrap_or_default()))
            .unwrap_or(Self::IT)
    }

    /// Code of two or three letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0
    }

    /// The language's own name for itself.
    #[must_use]
    pub fn own_name(self) -> String {
        t(self, "language-name")
    }
}

/// A value put into a text.
#[derive(Clone, Debug)]
pub enum Arg<'a> {
    /// Words, or a figure already written in the reader's way.
    Text(Cow<'a, str>),
    /// A whole number, which may select a plural form.
    Count(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(s: &'a str) -> Self {
        Self::Text(Cow::Borrowed(s))
    }
}
impl<'a> From<&'a String> for Arg<'a> {
    fn from(s: &'a String) -> Self {
        Self::Text(Cow::Borrowed(s))
    }
}
impl From<String> for Arg<'_> {
    fn from(s: String) -> Self {
        Self::Text(Cow::Owned(s))
    }
}
impl From<usize> for Arg<'_> {
    fn from(n: usize) -> Self {
        Self::Count(i64::try_from(n).unwrap_or(i64::MAX))
    }
}
impl From<u32> for Arg<'_> {
    fn from(n: u32) -> Self {
        Self::Count(i64::from(n))
    }
}
impl From<u8> for Arg<'_> {
    fn from(n: u8) -> Self {
        Self::Count(i64::from(n))
    }
}

/// The text with this key. Where the language lacks it, it is Italian; a key nobody knows gives the key itself, so that it
/// is seen and no work is lost.
#[must_use]
pub fn t(language: Language, key: &str) -> String {
    ta(language, key, &[])
}

/// The text with this key, its placeholders filled.
#[must_use]
pub fn ta(language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    let own = languages::find(language).and_then(|texts| Some((texts, texts.pattern(key)?)));
    let found = own.or_else(|| Some((languages::italian(), languages::italian().pattern(key)?)));
    let Some((texts, pattern)) = found else { return key.to_owned() };
    let mut values = FluentArgs::new();
    for (name, arg) in args {
        let value = match arg {
            Arg::Text(s) => FluentValue::from(s.as_ref()),
            Arg::Count(n) => FluentValue::from(*n),
        };
        values.set(*name, value);
    }
    texts.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
}

/// Every key of a language, sorted; for the tests that compare languages.
#[must_use]
pub fn keys(language: Language) -> Vec<String> {
    languages::find(language).into_iter().flat_map(|texts| texts.keys()).cloned().collect()
}

/// A figure with one decimal, rounded half up, as the reader writes it: `47,3`.
///
/// The only place where scores are rounded (method §2): 1e-9 is added first, so that 49.95 computed as 49.949999… prints
/// 50.0; a figure that would print one of `thresholds` without having reached it prints the tenth below.
#[must_use]
pub fn decimal(language: Language, x: f64, thresholds: &[f64]) -> String {
    let mut tenths = ((x + 1e-9) * 10.0 + 0.5).floor();
    for &threshold in thresholds {
        if x < threshold - 1e-9 && tenths >= threshold * 10.0 {
            tenths = threshold * 10.0 - 1.0;
        }
    }
    let sign = if tenths < 0.0 { "−" } else { "" };
    let tenths = tenths.abs();
    let whole = (tenths / 10.0).floor();
    format!("{sign}{}{}{}", grouped(language, whole), t(language, "number-decimal"), tenths - whole * 10.0)
}

/// A whole number with the language's thousands separator: `1.200`.
#[must_use]
pub fn grouped(language: Language, x: f64) -> String {
    let digits = format!("{:.0}", x.abs());
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(&t(language, "number-group"));
        }
        out.push(c);
    }
    if x < 0.0 { format!("−{out}") } else { out }
}

/// A share 0..1 as a whole per cent, rounded half up: `95%`. Less than all never prints 100: something is still missing.
#[must_use]
pub fn percent(language: Language, share: f64) -> String {
    let most = if share < 1.0 - 1e-9 { 99.0 } else { f64::INFINITY };
    let number = grouped(language, (share * 100.0 + 1e-9 + 0.5).floor().min(most));
    ta(language, "number-percent", &[("number", number.into())])
}

/// An amount in whole euros as the reader writes it: `1.200 €`.
#[must_use]
pub fn euros(language: Language, amount: f64) -> String {
    ta(language, "number-euros", &[("number", grouped(language, amount).into())])
}

/// A date as the reader writes it: `23 novembre 2026`.
#[must_use]
pub fn date(language: Language, date: jiff::civil::Date) -> String {
    let month = t(language, &format!("month-{}", date.month()));
    ta(
        language,
        "date-long",
        &[("day", date.day().to_string().into()), ("month", month.into()), ("year", date.year().to_string().into())],
    )
}

/// A date that comes from data, `2026`, `2026-11` or `2026-11-23`, as the reader writes it; other text as it stands.
#[must_use]
pub fn loose_date(language: Language, iso: &str) -> String {
    if let Ok(full) = iso.parse::<jiff::civil::Date>() {
        return date(language, full);
    }
    let mut parts = iso.split('-');
    match (parts.next(), parts.next().and_then(|m| m.parse::<u8>().ok()), parts.next()) {
        (Some(year), Some(month), None) if (1..=12).contains(&month) => {
            let month = t(language, &format!("month-{month}"));
            ta(language, "date-month", &[("month", month.into()), ("year", year.into())])
        }
        _ => iso.to_owned(),
    }
}

/// A text as a sentence: first letter a capital, and a full stop where it has no end of its own.
#[must_use]
pub fn sentence(s: &str) -> String {
    let text = capitalised(s.trim_end());
    if text.ends_with(['.', '!', '?', '…', ':']) { text } else { format!("{text}.") }
}

/// Lower case and without accents, for comparing what people type.
#[must_use]
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// Bytes as pairs of hexadecimal digits, in small letters.
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The first letter as a capital.
#[must_use]
pub fn capitalised(s: &str) -> String {
    let mut chars = s.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The first letter in lower case, where it is a capital only because a sentence begins: not in an acronym.
#[must_use]
pub fn lowered(s: &str) -> String {
    let mut chars = s.chars();
    let Some(first) = chars.next() else { return String::new() };
    if chars.clone().next().is_some_and(char::is_uppercase) {
        return s.to_owned();
    }
    first.to_lowercase().chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_goes_on_in_lower_case_and_an_acronym_stays() {
        for (from, to) in [("L’elenco", "l’elenco"), ("Èlite", "èlite"), ("AI Act", "AI Act"), ("", ""), ("A", "a")]
        {
            assert_eq!(lowered(from), to);
        }
    }

    #[test]
    fn figures_round_half_up_and_never_print_an_unreached_threshold() {
        let cuts = [10.0, 30.0, 50.0, 70.0, 90.0];
        for (x, it) in [
            (47.25, "47,3"),
            (47.249, "47,2"),
            (49.96, "49,9"),
            (49.999_999_999_9, "50,0"),
            (50.0, "50,0"),
            (0.0, "0,0"),
            (100.0, "100,0"),
            (29.95, "29,9"),
            (89.949, "89,9"),
        ] {
            assert_eq!(decimal(Language::IT, x, &cuts), it, "{x}");
        }
        assert_eq!(decimal(Language::EN, 47.25, &cuts), "47.3");
        assert_eq!(grouped(Language::IT, 1200.0), "1.200");
        assert_eq!(grouped(Language::EN, 1_234_567.0), "1,234,567");
        assert_eq!(euros(Language::IT, 1200.0), "1.200\u{a0}€");
        assert_eq!(euros(Language::EN, 1200.0), "€1,200");
    }

    #[test]
    fn dates_are_written_as_the_reader_writes_them() {
        let day = jiff::civil::date(2026, 11, 3);
        assert_eq!(date(Language::IT, day), "3 novembre 2026");
        assert_eq!(date(Language::EN, day), "3 November 2026");
        assert_eq!(loose_date(Language::IT, "2025-02"), "febbraio 2025");
        assert_eq!(loose_date(Language::IT, "2025"), "2025");
        assert_eq!(loose_date(Language::IT, "n.d."), "n.d.");
    }

    #[test]
    fn the_languages_have_the_same_keys() {
        let italian = keys(Language::IT);
        assert!(italian.len() > 50, "the list of keys is read");
        for language in Language::all() {
            assert_eq!(keys(language), italian, "{}", language.code());
        }
    }
}
