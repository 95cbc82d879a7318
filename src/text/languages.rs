//! Where the texts come from: the folders inside the program, and folders somebody adds while it runs.
//!
//! What comes from outside is read with care: whatever is wrong in it becomes a notice, and a text that cannot be used is
//! shown in Italian, which has them all.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{OnceLock, PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use include_dir::{Dir, include_dir};

use super::Language;
use crate::notice::Notice;

static TEXTS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/assets/texts");

/// Files of a language: names and bytes. Those that end in `.ftl` are read.
pub type TextFiles = BTreeMap<String, Vec<u8>>;

/// Text that names the language in its own words, which nobody else can supply.
const OWN_NAME: &str = "language-name";
/// Braces and brackets inside one another that a text may have: the parser calls itself for each, and must not run out of stack.
const DEEPEST: usize = 32;
/// Numbers a text is tried with: every plural form some language has shows up for one of them.
const TRIED: [i64; 7] = [0, 1, 2, 3, 5, 11, 100];

/// The texts of one language.
pub(super) struct Texts {
    pub(super) bundle: FluentBundle<FluentResource>,
    /// Keys that can be used, with their placeholders.
    keys: BTreeMap<String, BTreeSet<String>>,
}

impl Texts {
    /// The pattern of a text that can be used.
    pub(super) fn pattern(&self, key: &str) -> Option<&Pattern<&str>> {
        self.bundle.get_message(key).and_then(|m| m.value()).filter(|_| self.keys.contains_key(key))
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &String> {
        self.keys.keys()
    }
}

/// The languages of the program; one is read when somebody asks for its first text.
fn shipped() -> &'static BTreeMap<&'static str, OnceLock<Texts>> {
    static SHIPPED: OnceLock<BTreeMap<&'static str, OnceLock<Texts>>> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let code = |dir: &Dir<'static>| dir.path().file_name()?.to_str();
        TEXTS.dirs().filter_map(|dir| Some((code(dir)?, OnceLock::new()))).collect()
    })
}

/// The texts of a language of the program.
fn shipped_texts(code: &str) -> Option<&'static Texts> {
    let read_once = || {
        let name = |path: &std::path::Path| Some(path.file_name()?.to_str()?.to_owned());
        let files = TEXTS.get_dir(code).map(Dir::files).into_iter().flatten();
        let files = files.filter_map(|f| Some((name(f.path())?, f.contents().to_vec()))).collect();
        let (texts, notices) = read(code, &files, None);
        assert!(notices.is_empty(), "the shipped texts {code} have faults: {notices:#?}");
        texts
    };
    Some(shipped().get(code)?.get_or_init(read_once))
}

static ADDED: RwLock<BTreeMap<&'static str, &'static Texts>> = RwLock::new(BTreeMap::new());

/// Codes of all languages; Italian first, the others by code.
pub(super) fn codes() -> Vec<&'static str> {
    let added = ADDED.read().unwrap_or_else(PoisonError::into_inner);
    let mut codes: Vec<&'static str> = shipped().keys().chain(added.keys()).copied().collect();
    codes.sort_by_key(|code| (*code != Language::IT.0, *code));
    codes
}

/// The texts of a language.
pub(super) fn find(language: Language) -> Option<&'static Texts> {
    shipped_texts(language.0).or_else(|| ADDED.read().unwrap_or_else(PoisonError::into_inner).get(language.0).copied())
}

/// The texts every other language falls back to.
pub(super) fn italian() -> &'static Texts {
    shipped_texts(Language::IT.0).expect("Italian is among the program's own")
}

/// Adds a language until the program ends, from its Fluent files. A text that is missing or cannot be used is shown in
/// Italian; a language added earlier under the same code makes place.
///
/// The notices name file and line of everything that is wrong; texts that are merely missing are no fault here, see
/// [`missing`].
///
/// # Errors
/// All notices, where there is no language to add: the code is none, or belongs to a language of the program, or the
/// language does not name itself.
pub fn add_language(code: &str, files: &TextFiles) -> Result<(Language, Vec<Notice>), Vec<Notice>> {
    if !(2..=3).contains(&code.len()) || !code.bytes().all(|b| b.is_ascii_lowercase()) {
        let message = format!("“{code}” is no language code.");
        return Err(vec![Notice::new("folder", message, "Use two or three small letters, such as fr or lmo.")]);
    }
    if shipped().contains_key(code) {
        let message = format!("The language {code} belongs to the program.");
        return Err(vec![Notice::new("folder", message, "Give the folder another code.")]);
    }
    let (texts, mut notices) = read(code, files, Some(italian()));
    if texts.pattern(OWN_NAME).is_none() {
        notices.push(Notice::new(
            "formats.ftl",
            format!("There is no text {OWN_NAME}."),
            "Write the language's own name, such as: language-name = Français",
        ));
        return Err(notices);
    }
    let mut added = ADDED.write().unwrap_or_else(PoisonError::into_inner);
    let known = added.keys().find(|known| **known == code).copied();
    // Texts and code are needed until the program ends; there are as many as somebody wrote.
    let code = known.unwrap_or_else(|| Box::leak(code.to_owned().into_boxed_str()));
    added.insert(code, Box::leak(Box::new(texts)));
    Ok((Language(code), notices))
}

/// Keys of the texts a language lacks; they are shown in Italian.
#[must_use]
pub fn missing(language: Language) -> Vec<String> {
    let own = find(language);
    italian().keys().filter(|key| own.is_none_or(|texts| !texts.keys.contains_key(*key))).cloned().collect()
}

/// Reads the files of a language. With a `reference`, texts with placeholders it does not have cannot be used, for nobody
/// would fill them, nor those that cannot be put together; the program's own are tried by its tests.
fn read(code: &str, files: &TextFiles, reference: Option<&Texts>) -> (Texts, Vec<Notice>) {
    let id = code.parse().expect("two or three letters are a language");
    let mut texts = Texts { bundle: FluentBundle::new_concurrent(vec![id]), keys: BTreeMap::new() };
    // The marks that isolate right-to-left text would show as boxes and spoil copied text.
    texts.bundle.set_use_isolating(false);
    let mut notices = Vec::new();
    let mut places: BTreeMap<String, String> = BTreeMap::new();
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".ftl")) {
        let Some(source) = source(name, bytes, &mut notices) else { continue };
        let lines = Lines::of(&source);
        let resource = FluentResource::try_new(source).unwrap_or_else(|(rest, errors)| {
            for error in errors {
                // What was expected is missed only where the next line begins; the fault is where the last one ends, but
                // never before the text it is in.
                let last = rest.source().get(..error.pos.start).map_or(0, |read| read.trim_end().len());
                let begin = error.slice.map_or(0, |slice| slice.start);
                let line = lines.at(last).max(lines.at(begin));
                notices.push(Notice::new(
                    format!("{name}, line {line}"),
                    format!("The text cannot be read: {}.", error.kind),
                    "Compare it with the same text of a language of the program.",
                ));
            }
            rest
        });
        for entry in resource.entries() {
            let (key, value) = match entry {
                Entry::Message(message) => (message.id.name, message.value.as_ref()),
                Entry::Term(term) => (term.id.name, None),
                _ => continue,
            };
            let place = format!("{name}, line {}", lines.at(offset(resource.source(), key)));
            if places.contains_key(key) {
                notices.push(Notice::new(place, format!("The text {key} is there twice."), "Keep one of them."));
                continue;
            }
            places.insert(key.to_owned(), place.clone());
            let Some(value) = value else { continue };
            let mut names = Names::default();
            names.pattern(value);
            if let Some((message, hint)) = names.fault(key, reference) {
                notices.push(Notice::new(place, message, hint));
            } else {
                texts.keys.insert(key.to_owned(), names.variables);
            }
        }
        // Of two texts with one key the bundle keeps the first, too; that has been said.
        let _ = texts.bundle.add_resource(resource);
    }
    let foreign = texts.keys.iter().filter(|_| reference.is_some());
    let faulty: Vec<(String, String)> =
        foreign.filter_map(|(key, names)| Some((key.clone(), tried(&texts, key, names)?))).collect();
    for (key, fault) in faulty {
        texts.keys.remove(&key);
        let place = places.remove(&key).unwrap_or_default();
        notices.push(Notice::new(place, format!("The text {key} cannot be put together: {fault}."), ""));
    }
    (texts, notices)
}

/// What goes wrong when a text is put together, with every number it is tried with.
fn tried(texts: &Texts, key: &str, names: &BTreeSet<String>) -> Option<String> {
    let pattern = texts.bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    for number in TRIED {
        let mut values = FluentArgs::new();
        for name in names {
            values.set(name.clone(), number);
        }
        let _ = texts.bundle.format_pattern(pattern, Some(&values), &mut errors);
    }
    errors.first().map(|error| error.to_string().trim_end_matches('.').to_owned())
}

/// A file as text, or a notice that says why it is none.
fn source(name: &str, bytes: &[u8], notices: &mut Vec<Notice>) -> Option<String> {
    match std::str::from_utf8(bytes) {
        // Some editors begin a file with a mark that is no part of its first key.
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            let Some(line) = too_deep(text) else { return Some(text.to_owned()) };
            let message = format!("More than {DEEPEST} braces or brackets are open at once.");
            notices.push(Notice::new(format!("{name}, line {line}"), message, "Close each one that is opened."));
        }
        Err(error) => {
            let line = bytes[..error.valid_up_to()].iter().filter(|b| **b == b'\n').count() + 1;
            let message = "There are letters that are not in UTF-8.";
            notices.push(Notice::new(format!("{name}, line {line}"), message, "Save the file as UTF-8."));
        }
    }
    None
}

/// The line in which too many braces and brackets are open at once.
fn too_deep(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (n, line) in text.lines().enumerate() {
        if begins_a_text(line) {
            open = 0;
        }
        for c in line.chars() {
            match c {
                '{' | '(' => open += 1,
                '}' | ')' => open = open.saturating_sub(1),
                _ => {}
            }
            if open > DEEPEST {
                return Some(n + 1);
            }
        }
    }
    None
}

/// Whether a line is a key at the margin with its sign: nothing inside a text looks like that.
fn begins_a_text(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    rest.len() < line.len() && rest.trim_start_matches(' ').starts_with('=')
}

/// Where the lines of a file begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(source: &str) -> Self {
        Self(std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// Number of the line a byte is in, from 1.
    fn at(&self, byte: usize) -> usize {
        self.0.partition_point(|start| *start <= byte)
    }
}

/// Where a part of a text begins in it, in bytes.
fn offset(source: &str, part: &str) -> usize {
    part.as_ptr().addr().saturating_sub(source.as_ptr().addr())
}

/// The names a text uses.
#[derive(Default)]
struct Names {
    variables: BTreeSet<String>,
    functions: BTreeSet<String>,
}

impl Names {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { id, .. } => {
                self.functions.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            // What they refer to is tried when the text is put together.
            InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {}
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    /// Why a text cannot be used, and what would be right.
    fn fault(&self, key: &str, reference: Option<&Texts>) -> Option<(String, String)> {
        if let Some(function) = self.functions.first() {
            let hint = "Write the placeholder alone; numbers come written already.";
            return Some((format!("The text {key} calls {function}, which the program does not have."), hint.into()));
        }
        let Some(known) = reference?.keys.get(key) else {
            let hint = "Mend the key, or begin it with a hyphen where other texts use it.";
            return Some((format!("The program does not ask for a text {key}."), hint.into()));
        };
        let name = self.variables.difference(known).next()?;
        let known: Vec<String> = known.iter().map(|name| format!("${name}")).collect();
        let hint = if known.is_empty() { "It has none.".into() } else { format!("It has {}.", known.join(", ")) };
        Some((format!("The text {key} has no placeholder ${name}."), hint))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_of_the_program_can_be_put_together() {
        for code in shipped().keys() {
            let texts = shipped_texts(code).unwrap();
            assert!(texts.keys.len() > 100);
            for (key, names) in &texts.keys {
                assert_eq!(tried(texts, key, names), None, "{code}: {key}");
            }
        }
    }
}
