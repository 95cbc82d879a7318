//! Checks of a questionnaire pack: each is a function that adds every problem it finds.

use std::collections::{BTreeMap, BTreeSet};

use super::questionnaire::{Item, ItemKind, ItemText, PACK_FORMAT, Structure, Texts};
use crate::notice::Notice;

const STEPS: usize = 6;
const LONGEST_STEP: usize = 240;
/// Keys of the examples of a ladder, one for each group of sector families.
pub(super) const EXAMPLES: [&str; 3] = ["manufacturing", "trade", "services"];

/// Places on the map of the two maturities; each has a name and a text.
const MAP: [&str; 3] = ["technology_without_direction", "direction_without_tools", "balanced"];
/// Remarks that go with a benchmark.
const CAVEATS: [&str; 2] = ["micro", "no_official_value"];

/// Checks `pack.json`.
pub(super) fn structure(s: &Structure, out: &mut Vec<Notice>) {
    let mut add = |place: String, message: String, hint: &str| {
        out.push(Notice::new(format!("pack.json, {place}"), message, hint));
    };
    if s.format != PACK_FORMAT {
        add(
            "format".into(),
            format!("The pack has format {}, this program reads format {PACK_FORMAT}.", s.format),
            "Update the program or convert the pack.",
        );
    }
    if s.languages.is_empty() {
        add("languages".into(), "No language is named.".into(), "Name at least one, e.g. \"it\".");
    }
    if s.levels.first() != Some(&0.0) || !s.levels.windows(2).all(|w| w[0] < w[1]) || s.levels.len() > STEPS {
        add(
            "levels".into(),
            "The thresholds must start at 0 and rise, at most six.".into(),
            "e.g. [0, 10, 30, 50, 70, 90].",
        );
    }
    for (name, [part, whole]) in
        [("dimension", s.publish.dimension), ("total", s.publish.total), ("maturity", s.publish.maturity)]
    {
        if whole == 0 || part > whole {
            add(format!("publish.{name}"), format!("{part}/{whole} is not a share."), "Write e.g. [2, 3].");
        }
    }
    for (group, &weight) in &s.groups {
        positive(&mut add, format!("groups.{group}"), weight);
    }

    let mut dimension_ids = BTreeSet::new();
    let mut subdimension_ids = BTreeSet::new();
    for d in &s.dimensions {
        positive(&mut add, format!("dimensions.{}.weight", d.id), d.weight);
        if !dimension_ids.insert(d.id.as_str()) {
            add(format!("dimensions.{}", d.id), "The id is used twice.".into(), "Give each dimension its own id.");
        }
        if d.subdimensions.is_empty() {
            add(format!("dimensions.{}", d.id), "It has no sub-dimension.".into(), "Name at least one.");
        }
        for sub in &d.subdimensions {
            if !subdimension_ids.insert(sub.as_str()) {
                add(
                    format!("dimensions.{}.subdimensions", d.id),
                    format!("{sub} belongs to two dimensions."),
                    "Each sub-dimension has one.",
                );
            }
            if !s.items.iter().any(|i| &i.id == sub && i.kind == ItemKind::Ladder) {
                add(
                    format!("dimensions.{}.subdimensions", d.id),
                    format!("There is no ladder {sub}."),
                    "A sub-dimension bears the id of its core ladder.",
                );
            }
        }
    }
    for m in &s.maturities {
        for d in m.dimensions.iter().filter(|d| !dimension_ids.contains(d.as_str())) {
            add(format!("maturities.{}", m.id), format!("There is no dimension {d}."), "Use a dimension's id.");
        }
    }
    for g in &s.gates {
        if !dimension_ids.contains(g.dimension.as_str()) {
            add(format!("gates.{}", g.id), format!("There is no dimension {}.", g.dimension), "Use a dimension's id.");
        }
        if usize::from(g.cap) >= s.levels.len() {
            add(format!("gates.{}.cap", g.id), format!("There is no level {}.", g.cap), "Use a level's number.");
        }
    }
    for f in &s.flags {
        if !s.items.iter().any(|i| i.id == f.item && i.kind == ItemKind::Ladder) {
            add(format!("flags.{}", f.id), format!("There is no ladder {}.", f.item), "Use a ladder's id.");
        }
    }
    for (id, kind) in [("P1", ItemKind::Text), ("P2", ItemKind::Choice), ("P3", ItemKind::Number)] {
        if !s.items.iter().any(|i| i.id == id && i.kind == kind && i.section == "P") {
            add(
                format!("items.{id}"),
                "The profile of the company needs this item.".into(),
                "P1 (text, activity), P2 (choice, province) and P3 (number, people) stand in section P.",
            );
        }
    }
    for (name, x) in [
        ("balance_below", s.balance_below),
        ("map_band", s.map_band),
        ("publish.subdimension_coverage", s.publish.subdimension_coverage),
    ] {
        if !(x.is_finite() && (0.0..=100.0).contains(&x)) {
            add(name.into(), format!("{x} is no such figure."), "Write a number from 0 to 100.");
        }
    }
    let mut ids = BTreeSet::new();
    for i in &s.items {
        if !ids.insert(i.id.as_str()) {
            add(format!("items.{}", i.id), "The id is used twice.".into(), "Give each item its own id.");
        }
        item(s, i, &subdimension_ids, &mut add);
    }
}

fn positive(add: &mut impl FnMut(String, String, &str), place: String, x: f64) {
    if !(x > 0.0 && x.is_finite()) {
        add(place, format!("{x} is not a weight."), "Write a number above 0.");
    }
}

fn item(s: &Structure, i: &Item, subdimensions: &BTreeSet<&str>, add: &mut impl FnMut(String, String, &str)) {
    let place = format!("items.{}", i.id);
    for feed in &i.feeds {
        if i.kind != ItemKind::Ladder {
            add(place.clone(), "Only ladders feed the index.".into(), "Leave \"feeds\" out.");
        }
        if !subdimensions.contains(feed.to.as_str()) {
            add(
                format!("{place}.feeds"),
                format!("There is no sub-dimension {}.", feed.to),
                "Use one named by a dimension.",
            );
        }
        if !s.groups.contains_key(&feed.group) {
            add(format!("{place}.feeds"), format!("There is no group {}.", feed.group), "Use a key of \"groups\".");
        }
    }
    if subdimensions.contains(i.id.as_str()) && !i.feeds.iter().any(|f| f.to == i.id) {
        add(format!("{place}.feeds"), "A core ladder feeds its own sub-dimension.".into(), "Add it to \"feeds\".");
    }
    let is_choice = i.kind == ItemKind::Choice;
    if is_choice == i.options.is_empty() {
        add(format!("{place}.options"), "A choice, and only a choice, has options.".into(), "Mend type or options.");
    }
    if is_choice && !i.max.is_some_and(|m| m >= 1 && m <= i.options.len()) {
        add(format!("{place}.max"), "A choice says how many options may be chosen.".into(), "Write 1 or more.");
    }
    if i.options.iter().collect::<BTreeSet<_>>().len() != i.options.len() {
        add(format!("{place}.options"), "An option is named twice.".into(), "Give each option its own id.");
    }
    if (i.kind == ItemKind::Number) != i.range.is_some() {
        add(format!("{place}.range"), "A number, and only a number, has a range.".into(), "e.g. [0, 100000].");
    }
    if i.range.is_some_and(|[low, high]| low > high) {
        add(format!("{place}.range"), "The range ends before it begins.".into(), "Write the lower bound first.");
    }
    if !i.dii.is_empty() && i.kind != ItemKind::Fact {
        add(format!("{place}.dii"), "Only facts count for a reading.".into(), "Leave \"dii\" out.");
    }
    for version in i.dii.iter().filter(|v| !["v3", "v4"].contains(&v.as_str())) {
        add(format!("{place}.dii"), format!("{version} is no version of the index."), "Write v3 or v4.");
    }
}

/// Checks one language's texts against the structure.
pub(super) fn texts(s: &Structure, language: &str, t: &Texts, out: &mut Vec<Notice>) {
    let mut add = |place: String, message: String, hint: &str| {
        out.push(Notice::new(format!("{language}.json, {place}"), message, hint))
    };
    keys("items", s.items.iter().map(|i| i.id.as_str()), t.items.keys(), &mut add);
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
    for i in &s.items {
        if let Some(text) = t.items.get(&i.id) {
            item_text(i, text, t, &mut add);
        }
    }
}

fn item_text(i: &Item, text: &ItemText, t: &Texts, add: &mut impl FnMut(String, String, &str)) {
    let place = format!("items.{}", i.id);
    if text.question.trim().is_empty() {
        add(format!("{place}.question"), "There is no question.".into(), "Write it as a person would ask it.");
    }
    let wanted = if i.kind == ItemKind::Ladder { STEPS } else { 0 };
    if text.steps.len() != wanted {
        add(format!("{place}.steps"), format!("There are {} steps instead of {wanted}.", text.steps.len()), "");
    }
    if text.steps.iter().collect::<BTreeSet<_>>().len() != text.steps.len() {
        add(format!("{place}.steps"), "Two steps have the same text.".into(), "Say what one sees at each step.");
    }
    for (n, step) in text.steps.iter().enumerate() {
        let length = step.chars().count();
        if length == 0 || length > LONGEST_STEP {
            add(
                format!("{place}.steps[{n}]"),
                format!("The text has {length} characters."),
                "Write between 1 and 240 characters.",
            );
        }
    }
    if i.kind == ItemKind::Ladder {
        keys(&format!("{place}.examples"), EXAMPLES.into_iter(), text.examples.keys(), add);
        for (field, value) in [
            ("name", &text.name),
            ("short", &text.short),
            ("help", &text.help),
            ("why", &text.why),
            ("strength", &text.strength),
            ("gap", &text.gap),
        ] {
            if value.trim().is_empty() {
                add(format!("{place}.{field}"), "The text is missing.".into(), "A ladder needs it.");
            }
        }
    }
    keys(&format!("{place}.options"), i.options.iter().map(String::as_str), text.options.keys(), add);
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
pub(super) fn languages_agree(s: &Structure, texts: &BTreeMap<String, Texts>, out: &mut Vec<Notice>) {
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
