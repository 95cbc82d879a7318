//! A language nobody speaks: every text of the program made 40 % longer, with accents on its vowels. What holds for it holds
//! for any translation that needs more room than Italian.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant};
use fluent_syntax::{parser, serializer};
use orienta::pack;
use orienta::text::{Language, TextFiles, add_language};
use serde_json::Value;

/// Its code, one of those ISO 639 leaves to private use.
pub(crate) const CODE: &str = "qps";

/// Adds the language to the program, with the texts of every shipped questionnaire. It may be called again and again.
pub(crate) fn install() -> Language {
    static ADDED: OnceLock<Language> = OnceLock::new();
    *ADDED.get_or_init(|| {
        let (language, notices) = add_language(CODE, &files()).unwrap();
        assert!(notices.is_empty(), "{notices:#?}");
        for id in pack::shipped().keys() {
            let notices = pack::add_texts(id, language, pack_texts(id));
            assert!(notices.is_empty(), "{id}: {notices:#?}");
        }
        language
    })
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The interface's texts, file by file, made from the Italian ones.
pub(crate) fn files() -> TextFiles {
    let folder = fs::read_dir(root().join("assets/texts/it")).unwrap();
    folder
        .map(|entry| {
            let path = entry.unwrap().path();
            let longer = fluent(&fs::read_to_string(&path).unwrap());
            (path.file_name().unwrap().to_str().unwrap().to_owned(), longer.into_bytes())
        })
        .collect()
}

/// A questionnaire's texts, made from the Italian ones.
pub(crate) fn pack_texts(id: &str) -> Vec<u8> {
    let italian = fs::read(root().join("questionnaires").join(id).join("it.json")).unwrap();
    let mut texts: Value = serde_json::from_slice(&italian).unwrap();
    json(&mut texts);
    serde_json::to_vec_pretty(&texts).unwrap()
}

fn json(value: &mut Value) {
    match value {
        Value::String(text) => *text = stretched(text, extra(text)),
        Value::Array(list) => list.iter_mut().for_each(json),
        // Terms are ids of the glossary and no words.
        Value::Object(fields) => fields.iter_mut().filter(|(key, _)| *key != "terms").for_each(|(_, v)| json(v)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn fluent(source: &str) -> String {
    let mut resource = parser::parse(source.to_owned()).unwrap();
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry
            && let Some(value) = &mut message.value
        {
            pattern(value);
        }
    }
    serializer::serialize(&resource)
}

fn pattern(pattern: &mut Pattern<String>) {
    // Pieces between placeholders without a letter cannot grow; the longest one grows for them.
    let pieces = pattern.elements.iter().filter_map(|element| match element {
        PatternElement::TextElement { value } => Some(value),
        PatternElement::Placeable { .. } => None,
    });
    let stiff: usize = pieces.clone().filter(|piece| !has_letters(piece)).map(|piece| extra(piece)).sum();
    let longest = pieces.filter(|piece| has_letters(piece)).map(String::len).max();
    let mut stiff = Some(stiff);
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                let more = if Some(value.len()) == longest { stiff.take().unwrap_or(0) } else { 0 };
                *value = stretched(value, extra(value) + more);
            }
            PatternElement::Placeable { expression } => branches(expression),
        }
    }
}

fn branches(expression: &mut Expression<String>) {
    match expression {
        Expression::Select { variants, .. } => {
            variants.iter_mut().for_each(|Variant { value, .. }| pattern(value));
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => branches(expression),
        Expression::Inline(_) => {}
    }
}

/// How many letters make a text 40 % longer.
fn extra(text: &str) -> usize {
    (text.chars().count() * 4).div_ceil(10)
}

fn has_letters(text: &str) -> bool {
    outside(text).any(|(c, outside)| outside && c.is_alphabetic())
}

/// The letters of a text, and whether each stands outside brackets: what is in them is a placeholder.
fn outside(text: &str) -> impl Iterator<Item = (char, bool)> {
    let mut open = 0;
    text.chars().map(move |c| {
        if matches!(c, '{' | '[') {
            open += 1;
        }
        let outside = open == 0;
        if matches!(c, '}' | ']') {
            open -= 1;
        }
        (c, outside)
    })
}

/// A text with accents, and `extra` letters more, spread over it so that words grow and not only sentences.
fn stretched(text: &str, extra: usize) -> String {
    const MORE: [char; 5] = ['à', 'è', 'ì', 'ò', 'ù'];
    let letters = outside(text).filter(|(c, outside)| *outside && c.is_alphabetic()).count();
    let (mut seen, mut given) = (0, 0);
    let mut longer = String::new();
    for (c, outside) in outside(text) {
        if !(outside && c.is_alphabetic()) {
            longer.push(c);
            continue;
        }
        longer.push(accented(c));
        seen += 1;
        while given < extra * seen / letters {
            longer.push(MORE[given % MORE.len()]);
            given += 1;
        }
    }
    longer
}

fn accented(c: char) -> char {
    let pairs = [
        ('a', 'à'),
        ('e', 'è'),
        ('i', 'ì'),
        ('o', 'ò'),
        ('u', 'ù'),
        ('A', 'À'),
        ('E', 'È'),
        ('I', 'Ì'),
        ('O', 'Ò'),
        ('U', 'Ù'),
    ];
    pairs.iter().find(|(plain, _)| *plain == c).map_or(c, |(_, accented)| *accented)
}
