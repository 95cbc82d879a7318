//! Checks of a language's texts.

use std::collections::{BTreeMap, BTreeSet};

use super::STEPS;
use crate::notice::Notice;
use crate::pack::questionnaire::{Item, ItemKind, ItemText, Structure, Texts};

const LONGEST_STEP: usize = 240;
/// Keys of the examples of a ladder, one for each group of sector families.
const EXAMPLES: [&str; 3] = ["manufacturing", "trade", "services"];
/// Key of an example that serves everybody, of a ladder that is asked of one sector alone.
const ANY: &str = "any";

/// Places on the map of the two maturities; each has a name and a text.
const MAP: [&str; 3] = ["technology_without_direction", "direction_without_tools", "balanced"];
/// Remarks that go with a benchmark.
const CAVEATS: [&str; 2] = ["micro", "no_official_value"];

/// Checks one language's texts against the structure.
pub(in crate::pack) fn texts(s: &Structure, language: &str, t: &Texts, out: &mut Vec<Notice>) {
    let mut add = |place: String, message: String, hint: &str| {
        out.push(Notice::new(format!("{language}.json, {place}"), message, hint))
    };
    // The texts of cells are put together from those of the matrix.
    let own = s.items.iter().filter(|i| i.cell.is_none());
    keys("items", own.map(|i| i.id.as_str()), t.items.keys(), &mut add);
    keys("dimensions", s.dimensions.iter().map(|d| d.id.as_str()), t.dimensions.keys(), &mut add);
    keys("maturities", s.maturities.iter().map(|m| m.id.as_str()), t.maturities.keys(), &mut add);
    keys("gates", s.gates.iter().map(|g| g.id.as_str()), t.gates.keys(), &mut add);
    keys("flags", s.flags.iter().map(|f| f.id.as_str()), t.flags.keys(), &mut add);
    let sections: BTreeSet<&str> = s.items.iter().map(|i| i.section.as_str()).collect();
    keys("sections", sections.into_iter(), t.sections.keys(), &mut add);
    if t.levels.len() != s.levels.len() {
        add(
            "levels".into(),
            format!("There are {} levels and {} texts.", s.levels.len(), t.levels.len()),
            "Write one text a level.",
        );
    }
    if s.maturities.iter().any(|m| m.id == "digital") && s.maturities.iter().any(|m| m.id == "technological") {
        keys("map", MAP.into_iter(), t.map.keys(), &mut add);
    }
    if s.items.iter().any(|i| !i.dii.is_empty()) {
        for id in CAVEATS.into_iter().filter(|id| !t.caveats.contains_key(*id)) {
            add(format!("caveats.{id}"), "The text is missing.".into(), "A pack with facts of the index needs it.");
        }
    }
    for (id, d) in &t.dimensions {
        for (field, list) in [("band", &d.band), ("next", &d.next)] {
            if list.len() != s.levels.len() {
                add(
                    format!("dimensions.{id}.{field}"),
                    format!("{} texts for {} levels.", list.len(), s.levels.len()),
                    "Write one text a level.",
                );
            }
        }
    }
    matrix(s, t, &mut add);
    keys("sectors", s.sectors.keys().map(String::as_str), t.sectors.keys(), &mut add);
    let dmat = s.dmat.iter().flat_map(|d| &d.full).map(|d| d.id.as_str());
    keys("dmat", dmat, t.dmat.keys(), &mut add);
    keys("contradictions", s.contradictions.iter().map(|c| c.id.as_str()), t.contradictions.keys(), &mut add);
    for i in s.items.iter().filter(|i| i.cell.is_none()) {
        if let Some(text) = t.items.get(&i.id) {
            let core = s.dimensions.iter().any(|d| d.subdimensions.contains(&i.id));
            item_text(i, core, text, t, &mut add);
        }
    }
}

/// The texts of the process × analysis matrix.
fn matrix(s: &Structure, t: &Texts, add: &mut impl FnMut(String, String, &str)) {
    let (analyses, processes) = s.matrix.as_ref().map_or((&[][..], &[][..]), |m| (&m.analyses[..], &m.processes[..]));
    let (none_a, none_p) = (BTreeMap::new(), BTreeMap::new());
    let (own_a, own_p) = t.matrix.as_ref().map_or((&none_a, &none_p), |m| (&m.analyses, &m.processes));
    keys("matrix.analyses", analyses.iter().map(String::as_str), own_a.keys(), add);
    keys("matrix.processes", processes.iter().map(String::as_str), own_p.keys(), add);
    for (id, text) in own_a {
        let place = format!("matrix.analyses.{id}");
        six_steps(&place, &text.steps, STEPS, add);
        for (field, value) in
            [("name", &text.name), ("short", &text.short), ("question", &text.question), ("help", &text.help)]
        {
            needed(&format!("{place}.{field}"), value, "An analysis needs it.", add);
        }
    }
    for (id, text) in own_p {
        let place = format!("matrix.processes.{id}");
        needed(&format!("{place}.name"), &text.name, "A process needs it.", add);
        for sector in text.names.keys().chain(text.examples.keys()).filter(|k| !s.sectors.contains_key(*k)) {
            add(place.clone(), format!("There is no sector {sector}."), "Use a key of \"sectors\".");
        }
    }
}

fn needed(place: &str, text: &str, hint: &str, add: &mut impl FnMut(String, String, &str)) {
    if text.trim().is_empty() {
        add(place.to_owned(), "The text is missing.".into(), hint);
    }
}

/// Steps that say something of their own, and briefly.
fn six_steps(place: &str, steps: &[String], wanted: usize, add: &mut impl FnMut(String, String, &str)) {
    if steps.len() != wanted {
        add(format!("{place}.steps"), format!("There are {} steps instead of {wanted}.", steps.len()), "");
    }
    if steps.iter().collect::<BTreeSet<_>>().len() != steps.len() {
        add(format!("{place}.steps"), "Two steps have the same text.".into(), "Say what one sees at each step.");
    }
    for (n, step) in steps.iter().enumerate() {
        let length = step.chars().count();
        if length == 0 || length > LONGEST_STEP {
            add(
                format!("{place}.steps[{n}]"),
                format!("The text has {length} characters."),
                "Write between 1 and 240 characters.",
            );
        }
    }
}

fn item_text(i: &Item, core: bool, text: &ItemText, t: &Texts, add: &mut impl FnMut(String, String, &str)) {
    let place = format!("items.{}", i.id);
    if text.question.trim().is_empty() {
        add(format!("{place}.question"), "There is no question.".into(), "Write it as a person would ask it.");
    }
    let wanted = if matches!(i.kind, ItemKind::Ladder | ItemKind::Rows) { STEPS } else { 0 };
    six_steps(&place, &text.steps, wanted, add);
    // One for everybody, but not of a core ladder; else one for each group, which of other items may be left out.
    let ladder = i.kind == ItemKind::Ladder;
    if core || !text.examples.keys().eq([ANY]) {
        let wanted = EXAMPLES.into_iter().filter(|key| ladder || text.examples.contains_key(*key));
        keys(&format!("{place}.examples"), wanted, text.examples.keys(), add);
    }
    if ladder {
        for (field, value) in [("name", &text.name), ("help", &text.help), ("why", &text.why)] {
            needed(&format!("{place}.{field}"), value, "A ladder needs it.", add);
        }
        // What is said of a sub-dimension is said in the words of its core ladder.
        let told = [("short", &text.short), ("strength", &text.strength), ("gap", &text.gap)];
        for (field, value) in told.into_iter().filter(|_| core) {
            needed(&format!("{place}.{field}"), value, "A core ladder needs it.", add);
        }
    }
    if i.columns.is_empty() {
        keys(&format!("{place}.options"), i.options.iter().map(String::as_str), text.options.keys(), add);
    } else {
        keys(&format!("{place}.options"), i.tick_rows().into_iter(), text.options.keys(), add);
    }
    keys(&format!("{place}.columns"), i.columns.iter().map(String::as_str), text.columns.keys(), add);
    for hint in text.hints.keys().filter(|h| !text.options.contains_key(*h)) {
        add(format!("{place}.hints.{hint}"), "There is no such option.".into(), "Remove it or mend the id.");
    }
    for term in text.terms.iter().filter(|term| !t.glossary.contains_key(*term)) {
        add(format!("{place}.terms"), format!("The glossary does not explain {term}."), "Add it to \"glossary\".");
    }
}

fn keys<'a>(
    place: &str,
    wanted: impl Iterator<Item = &'a str>,
    found: impl Iterator<Item = &'a String>,
    add: &mut impl FnMut(String, String, &str),
) {
    let wanted: BTreeSet<&str> = wanted.collect();
    let found: BTreeSet<&str> = found.map(String::as_str).collect();
    for id in wanted.difference(&found) {
        add(format!("{place}.{id}"), "The text is missing.".into(), "Every language has every text.");
    }
    for id in found.difference(&wanted) {
        add(format!("{place}.{id}"), "The structure does not know this id.".into(), "Remove it or mend the id.");
    }
}

/// Checks that every language has the texts of the first: same glossary, map, caveats, method, and the same terms.
pub(in crate::pack) fn languages_agree(s: &Structure, texts: &BTreeMap<String, Texts>, out: &mut Vec<Notice>) {
    let Some((first, reference)) = s.languages.first().and_then(|l| Some((l, texts.get(l)?))) else { return };
    for (language, t) in texts.iter().filter(|(l, _)| *l != first) {
        let mut add = |place: String, message: String, hint: &str| {
            out.push(Notice::new(format!("{language}.json, {place}"), message, hint));
        };
        keys("glossary", reference.glossary.keys().map(String::as_str), t.glossary.keys(), &mut add);
        keys("map", reference.map.keys().map(String::as_str), t.map.keys(), &mut add);
        keys("caveats", reference.caveats.keys().map(String::as_str), t.caveats.keys(), &mut add);
        if reference.method.len() != t.method.len() {
            add("method".into(), format!("It has not as many paragraphs as {first}.json."), "Translate each.");
        }
        for (id, item) in &reference.items {
            if t.items.get(id).is_some_and(|other| other.terms != item.terms) {
                add(format!("items.{id}.terms"), format!("It differs from {first}.json."), "Use the same terms.");
            }
        }
    }
}
