//! The `*.orienta.json` file: bytes in, assessment out, and back. Format: `docs/formats.md`.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::Value as Json;

use super::carry::{Carried, carry};
use super::{Assessment, FILE_FORMAT, Respondent};
use crate::pack::{Notice, Pack};
use crate::text::{Language, t, ta};

/// How a file's name ends.
pub const EXTENSION: &str = "orienta.json";

/// No real file comes near this size in bytes; what is larger is refused before it is read.
pub const LARGEST: u64 = 16 * 1024 * 1024;

/// Why a file could not be opened.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum OpenError {
    /// Nothing in it.
    #[error("empty file")]
    Empty,
    /// Larger than [`LARGEST`].
    #[error("file of {0} bytes")]
    TooLarge(u64),
    /// Not JSON, cut off, or a field of the wrong type.
    #[error("line {line}, column {column}: {what}")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// The reader's words.
        what: String,
    },
    /// Written by a later program.
    #[error("format {0}")]
    Future(u64),
    /// Valid JSON of another kind.
    #[error("no assessment")]
    Foreign,
    /// An unknown questionnaire.
    #[error("unknown pack {0}")]
    UnknownPack(String),
    /// Answers that do not fit the questionnaire.
    #[error("{} faults", .0.len())]
    Faults(Vec<Notice>),
}

impl OpenError {
    /// What is wrong, where in the file, and what to do; the caller adds the file's name.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::Empty => t(language, "open-empty"),
            Self::TooLarge(bytes) => ta(
                language,
                "open-too-large",
                &[
                    ("megabytes", (bytes / 1_048_576).to_string().into()),
                    ("limit", (LARGEST / 1_048_576).to_string().into()),
                ],
            ),
            Self::Syntax { line, column, what } => ta(
                language,
                "open-syntax",
                &[("line", line.to_string().into()), ("column", column.to_string().into()), ("what", what.into())],
            ),
            Self::Future(format) => ta(
                language,
                "open-future",
                &[("format", format.to_string().into()), ("known", FILE_FORMAT.to_string().into())],
            ),
            Self::Foreign => t(language, "open-foreign"),
            Self::UnknownPack(id) => ta(language, "open-unknown-pack", &[("id", id.into())]),
            Self::Faults(notices) => notices.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        }
    }

    /// The same, one sentence a problem.
    #[must_use]
    pub fn sentences(&self, language: Language) -> Vec<String> {
        match self {
            Self::Faults(notices) => notices.iter().map(ToString::to_string).collect(),
            one => vec![one.sentence(language)],
        }
    }
}

/// An assessment read from a file.
#[derive(Clone, Debug)]
pub struct Opened<'p> {
    /// The assessment, at the version of the questionnaire at hand.
    pub assessment: Assessment,
    /// The questionnaire.
    pub pack: &'p Pack,
    /// What carrying it over from another version changed.
    pub carried: Option<Carried>,
}

/// Reads an assessment and carries it over to the questionnaire at hand; `language` is that of the faults' sentences.
///
/// # Errors
/// Says what is wrong and where; see [`OpenError`].
pub fn open<'p>(
    bytes: &[u8],
    find_pack: impl Fn(&str) -> Option<&'p Pack>,
    language: Language,
) -> Result<Opened<'p>, OpenError> {
    if bytes.len() as u64 > LARGEST {
        return Err(OpenError::TooLarge(bytes.len() as u64));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(OpenError::Empty);
    }
    let mut assessment = read(bytes)?;
    if assessment.respondents.is_empty() {
        // Whoever answers next needs a name in the file, or it would not open again.
        assessment.respondents.push(Respondent::first());
    }
    let pack = find_pack(&assessment.pack.id).ok_or_else(|| OpenError::UnknownPack(assessment.pack.id.clone()))?;
    let carried = carry(pack, &mut assessment);
    let notices = assessment.check(pack, language);
    if notices.is_empty() { Ok(Opened { assessment, pack, carried }) } else { Err(OpenError::Faults(notices)) }
}

/// Reads the fields. A good file is read as what it should be and once more for its keys; only of a file that is none it is
/// asked what it is instead. What is not JSON is said before what is of another kind, and that before keys and wrong types.
fn read(bytes: &[u8]) -> Result<Assessment, OpenError> {
    let syntax = |e: serde_json::Error| OpenError::Syntax { line: e.line(), column: e.column(), what: words(&e) };
    let assessment = serde_json::from_slice::<Assessment>(bytes);
    if !assessment.as_ref().is_ok_and(|a| (1..=FILE_FORMAT).contains(&a.format)) {
        let json: Json = serde_json::from_slice(bytes).map_err(syntax)?;
        match json.get("format").and_then(Json::as_u64) {
            None | Some(0) => return Err(OpenError::Foreign),
            Some(n) if n > u64::from(FILE_FORMAT) => return Err(OpenError::Future(n)),
            Some(_) => {}
        }
    }
    serde_json::from_slice::<Unambiguous>(bytes).map_err(syntax)?;
    assessment.map_err(syntax)
}

/// JSON in which no object names a key twice. Readers keep the last one, and an answer would be lost without a word.
struct Unambiguous;

impl<'de> Deserialize<'de> for Unambiguous {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;

        impl<'de> Visitor<'de> for Keys {
            type Value = Unambiguous;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }
            fn visit_unit<E>(self) -> Result<Unambiguous, E> {
                Ok(Unambiguous)
            }
            fn visit_bool<E>(self, _: bool) -> Result<Unambiguous, E> {
                Ok(Unambiguous)
            }
            fn visit_i64<E>(self, _: i64) -> Result<Unambiguous, E> {
                Ok(Unambiguous)
            }
            fn visit_u64<E>(self, _: u64) -> Result<Unambiguous, E> {
                Ok(Unambiguous)
            }
            fn visit_f64<E>(self, _: f64) -> Result<Unambiguous, E> {
                Ok(Unambiguous)
            }
            fn visit_str<E>(self, _: &str) -> Result<Unambiguous, E> {
                Ok(Unambiguous)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Unambiguous, A::Error> {
                while list.next_element::<Unambiguous>()?.is_some() {}
                Ok(Unambiguous)
            }
            fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Unambiguous, A::Error> {
                let mut seen = BTreeSet::new();
                while let Some(Key(key)) = object.next_key()? {
                    if let Some(key) = seen.replace(key) {
                        return Err(A::Error::custom(format_args!("the key {key:?} stands twice")));
                    }
                    object.next_value::<Unambiguous>()?;
                }
                Ok(Unambiguous)
            }
        }

        deserializer.deserialize_any(Keys)
    }
}

/// The key of an object: a piece of the file, unless it is written with escapes.
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;

        impl<'de> Visitor<'de> for Words {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }
            fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(key)))
            }
            fn visit_str<E>(self, key: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(key.to_owned())))
            }
        }

        deserializer.deserialize_str(Words)
    }
}

/// The reader's message without its own "at line … column …".
pub(crate) fn words(e: &serde_json::Error) -> String {
    let text = e.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

/// The file's bytes: indented JSON with fields in a fixed order and a line end at the end.
#[must_use]
pub fn write(assessment: &Assessment) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(assessment).expect("an assessment always becomes JSON");
    bytes.push(b'\n');
    bytes
}

/// Longest stem of a file name in bytes.
const LONGEST_STEM: usize = 160;

/// What files of a company begin with: the name of its own without the ending.
#[must_use]
pub fn stem(company: &str, unnamed: &str) -> String {
    let file = file_name(company, unnamed);
    file.strip_suffix(&format!(".{EXTENSION}")).unwrap_or(&file).to_owned()
}

/// A file name for a company: its name without what file systems refuse, or `fallback` where nothing is left.
#[must_use]
pub fn file_name(company: &str, fallback: &str) -> String {
    let cleaned: String = company
        .chars()
        .map(|c| if c.is_control() || r#"<>:"/\|?*"#.contains(c) { ' ' } else { c })
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    // File systems count bytes, most of them up to 255 with everything that follows the stem.
    let mut room = LONGEST_STEM;
    let fits = |c: &char| {
        room = room.saturating_sub(c.len_utf8());
        room > 0
    };
    let mut stem: String = cleaned.trim_matches(['.', ' ']).chars().take_while(fits).collect();
    stem.truncate(stem.trim_end_matches(['.', ' ']).len());
    // Names Windows keeps for devices.
    let device = matches!(
        stem.to_ascii_uppercase().split('.').next().unwrap_or_default(),
        "CON" | "PRN" | "AUX" | "NUL" | "COM1" | "COM2" | "COM3" | "COM4" | "LPT1" | "LPT2" | "LPT3"
    );
    if stem.is_empty() || device {
        stem = if stem.is_empty() { fallback.to_owned() } else { format!("{stem}_") };
    }
    format!("{stem}.{EXTENSION}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{orientamento, shipped};

    fn opened(text: &str) -> Result<Assessment, OpenError> {
        open(text.as_bytes(), |id| shipped().get(id), Language::EN).map(|opened| opened.assessment)
    }

    /// A file with these fields besides those that every file has.
    fn with(fields: &str) -> String {
        format!(r#"{{"format": 1, "pack": {{"id": "orientamento", "version": "1.0.0"}}, {fields}}}"#)
    }

    fn what(text: &str) -> String {
        match opened(text) {
            Err(OpenError::Syntax { what, .. }) => what,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn a_key_that_stands_twice_is_said_wherever_it_is() {
        let answer = r#""respondent": "r1", "state": "answered""#;
        for (key, fields) in [
            ("mode", r#""mode": "full", "mode": "full""#.to_owned()),
            ("name", r#""company": {"name": "a", "name": "b"}"#.into()),
            ("A1", r#""answers": {"A1": [], "A1": []}"#.into()),
            // The same letters, written in another way.
            ("A1", r#""answers": {"A1": [], "\u0041\u0031": []}"#.into()),
            ("state", format!(r#""answers": {{"A1": [{{{answer}, "state": "open"}}]}}"#)),
            ("later", format!(r#""answers": {{"A1": [{{{answer}, "value": 3, "later": 1, "later": 1}}]}}"#)),
            ("crm", format!(r#""answers": {{"M2.1": [{{{answer}, "value": {{"crm": 1, "crm": 2}}}}]}}"#)),
            (
                "state",
                r#""history": [{"at": "", "by": "r1", "what": "A1", "from": null, "to": {"state": 1, "state": 2}}]"#
                    .into(),
            ),
            ("a", r#""later": [[{"a": 1, "a": 1}]]"#.into()),
        ] {
            assert_eq!(what(&with(&fields)), format!("the key {key:?} stands twice"), "{fields}");
        }
        // In two objects beside or inside each other it is no other's.
        let apart = with(r#""later": [{"a": {"a": 1}}, {"a": 2}], "answers": {"A1": [], "A2": []}"#);
        assert!(opened(&apart).is_ok());
    }

    #[test]
    fn the_format_comes_before_all_else_but_syntax() {
        for (format, expected) in [
            ("0", OpenError::Foreign),
            ("\"1\"", OpenError::Foreign),
            ("1.0", OpenError::Foreign),
            ("-1", OpenError::Foreign),
            ("null", OpenError::Foreign),
            ("2", OpenError::Future(2)),
            ("4294967297", OpenError::Future(4_294_967_297)),
        ] {
            // A good file but for its format; one whose fields mean something else; one with a key twice.
            for rest in [r#""mode": "full""#, r#""mode": 7, "answers": []"#, r#""a": 1, "a": 2"#] {
                let text = with(rest).replacen('1', format, 1);
                assert_eq!(opened(&text).as_ref(), Err(&expected), "{text}");
                assert!(matches!(opened(&text[..text.len() - 1]), Err(OpenError::Syntax { .. })), "{text}");
            }
        }
        assert_eq!(opened(r#"{"mode": "full"}"#), Err(OpenError::Foreign));
        // A key that stands twice comes before a wrong type.
        assert_eq!(what(&with(r#""mode": 7, "a": 1, "a": 2"#)), r#"the key "a" stands twice"#);
    }

    #[test]
    fn a_byte_order_mark_changes_nothing() {
        let good = with(r#""mode": "full""#);
        assert_eq!(opened(&format!("\u{feff}{good}")), opened(&good));
        assert!(opened(&good).is_ok());
        for bad in [&good[1..], r#"{"format": 1, "#, r#"{"format": 2}"#, " "] {
            assert_eq!(opened(&format!("\u{feff}{bad}")), opened(bad), "{bad}");
        }
        // One is a mark; a second is not JSON.
        assert!(matches!(opened(&format!("\u{feff}\u{feff}{good}")), Err(OpenError::Syntax { line: 1, .. })));
    }

    /// A file as it is written, fields of a later version among those of each value's shape.
    #[test]
    fn values_of_every_shape_are_kept_with_the_fields_beside_them() {
        let answers: serde_json::Map<String, Json> =
            [r#"true"#, "3.0", "0.5", r#""words""#, "[]", r#"["a", "b"]"#, "{}", r#"{"a": 2.5, "b": "na", "c": "dk"}"#]
                .iter()
                .enumerate()
                .map(|(n, value)| {
                    let answer = format!(
                        r#"[{{"respondent": "r1", "state": "answered", "value": {value}, "evidence": 2, "at": "",
                            "later": {{"value": [{value}, null]}}}}]"#
                    );
                    // Of items that no questionnaire has.
                    (format!("Z{n}"), serde_json::from_str(&answer).unwrap())
                })
                .collect();
        let mut assessment = serde_json::to_value(Assessment::new(orientamento())).unwrap();
        assessment["answers"] = answers.into();
        let read = opened(&assessment.to_string()).unwrap();
        assert_eq!(serde_json::from_slice::<Json>(&write(&read)).unwrap(), assessment);
    }

    #[test]
    fn a_value_of_no_shape_is_said() {
        let answer = |value: &str| {
            with(&format!(r#""answers": {{"A1": [{{"respondent": "r1", "state": "answered", "value": {value}}}]}}"#))
        };
        for (value, said) in [
            ("[1]", "invalid type: integer `1`, expected a string"),
            ("[[]]", "invalid type: sequence, expected a string"),
            (r#"{"a": true}"#, r#"invalid type: boolean `true`, expected a number, "na" or "dk""#),
            (r#"{"a": null}"#, r#"invalid type: null, expected a number, "na" or "dk""#),
            (r#"{"a": "no"}"#, "unknown variant `no`, expected `na` or `dk`"),
            ("null", "an answer with state \"answered\" has no \"value\""),
        ] {
            assert_eq!(what(&answer(value)), said, "{value}");
        }
    }
}
