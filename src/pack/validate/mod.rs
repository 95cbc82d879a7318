//! Checks of a questionnaire pack: each is a function that adds every problem it finds.

use std::collections::BTreeSet;

mod instrument;
mod items;
mod texts;

pub(super) use texts::{languages_agree, texts};

use super::questionnaire::{ItemKind, PACK_FORMAT, Structure};
use crate::notice::Notice;

/// Steps of a ladder, and most levels.
const STEPS: usize = 6;

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
    instrument::checks(s, &mut add);
    let mut ids = BTreeSet::new();
    for i in &s.items {
        if !ids.insert(i.id.as_str()) {
            add(format!("items.{}", i.id), "The id is used twice.".into(), "Give each item its own id.");
        }
        items::item(s, i, &subdimension_ids, &mut add);
    }
}

fn positive(add: &mut impl FnMut(String, String, &str), place: String, x: f64) {
    if !(x > 0.0 && x.is_finite()) {
        add(place, format!("{x} is not a weight."), "Write a number above 0.");
    }
}
