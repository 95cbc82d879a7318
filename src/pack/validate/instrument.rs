//! Checks of what makes the full instrument: sectors, matrix, the estimate on DMAT's scale, uncertainty, contradictions.

use std::collections::BTreeSet;

use crate::pack::ateco::Family;
use crate::pack::questionnaire::{Dmat, Item, ItemKind, Matrix, QuickPart, Structure};

type Add<'a> = &'a mut dyn FnMut(String, String, &str);

/// Every check.
pub(super) fn checks(s: &Structure, add: Add<'_>) {
    sectors(s, add);
    if let Some(m) = &s.matrix {
        matrix(s, m, add);
    }
    if let Some(d) = &s.dmat {
        dmat(s, d, add);
    }
    uncertainty(s, add);
    contradictions(s, add);
    former_ids(s, add);
}

fn sectors(s: &Structure, add: Add<'_>) {
    if s.sectors.is_empty() {
        return;
    }
    let named: Vec<&String> = s.sectors.values().flatten().collect();
    for family in Family::ALL {
        let times = named.iter().filter(|f| f.as_str() == family.as_str()).count();
        if times != 1 {
            add(
                "sectors".into(),
                format!("The family {family} belongs to {times} sectors."),
                "Each family of activities belongs to one.",
            );
        }
    }
    for name in named.iter().filter(|f| !Family::ALL.iter().any(|known| known.as_str() == f.as_str())) {
        add("sectors".into(), format!("There is no family {name}."), "Families are named in docs/formats.md.");
    }
}

fn matrix(s: &Structure, m: &Matrix, add: Add<'_>) {
    for (name, list) in [("processes", &m.processes), ("analyses", &m.analyses)] {
        if list.is_empty() || list.iter().collect::<BTreeSet<_>>().len() != list.len() {
            add(format!("matrix.{name}"), "An id is missing or stands twice.".into(), "Name each one once.");
        }
    }
    let mut seen = BTreeSet::new();
    for item in &s.items {
        if let Some(cell) = &item.cell
            && !seen.insert((&cell.process, &cell.analysis))
        {
            add(
                format!("items.{}.cell", item.id),
                format!("{} × {} has two ladders.", cell.process, cell.analysis),
                "Each cell has one.",
            );
        }
    }
}

fn of_kind<'a>(s: &'a Structure, id: &str, kinds: &[ItemKind]) -> Option<&'a Item> {
    s.items.iter().find(|i| i.id == id && kinds.contains(&i.kind))
}

fn dmat(s: &Structure, d: &Dmat, add: Add<'_>) {
    if !d.bands.windows(2).all(|w| w[0] < w[1]) || !(0.0..=100.0).contains(&d.margin) {
        add("dmat".into(), "Bands rise, and the margin is 0 to 100.".into(), "e.g. [25, 50, 75] and 12.");
    }
    let full: BTreeSet<&String> = d.full.iter().map(|x| &x.id).collect();
    let quick: BTreeSet<&String> = d.quick.iter().map(|x| &x.id).collect();
    if d.full.len() != full.len() || d.quick.len() != quick.len() {
        add("dmat".into(), "A dimension stands twice.".into(), "Name each one once in each form.");
    }
    if full != quick {
        add("dmat".into(), "Both forms have the same dimensions.".into(), "Name each in \"full\" and in \"quick\".");
    }
    for dimension in &d.full {
        let place = format!("dmat.full.{}", dimension.id);
        for part in &dimension.parts {
            match of_kind(s, &part.item, &[ItemKind::Ticks, ItemKind::Rows, ItemKind::Partly]) {
                None => add(place.clone(), format!("There is no list {}.", part.item), "Use a list's id."),
                Some(item) => {
                    for option in part.options.iter().filter(|o| !item.positive().any(|p| p == *o)) {
                        add(place.clone(), format!("{} has no {option}.", item.id), "Use an option's or row's id.");
                    }
                }
            }
        }
        if dimension.parts.is_empty() {
            add(place, "It has no part.".into(), "Name at least one list.");
        }
    }
    for dimension in &d.quick {
        let place = format!("dmat.quick.{}", dimension.id);
        for part in &dimension.parts {
            let (kind, ids): (ItemKind, Vec<&String>) = match part {
                QuickPart::Ladders(ids) => (ItemKind::Ladder, ids.iter().collect()),
                QuickPart::Facts(places) => (ItemKind::Fact, places.iter().flatten().collect()),
            };
            if ids.is_empty() {
                add(place.clone(), "A part names no item.".into(), "Name at least one.");
            }
            for id in ids.into_iter().filter(|id| of_kind(s, id, &[kind]).is_none()) {
                add(place.clone(), format!("There is no {} {id}.", kind.name()), "Use such an item's id.");
            }
        }
        if dimension.parts.is_empty() {
            add(place, "It has no part.".into(), "Name at least one.");
        }
    }
}

fn uncertainty(s: &Structure, add: Add<'_>) {
    let u = &s.uncertainty;
    let good = (2..=100_000).contains(&u.runs)
        && u.concentration.is_finite()
        && u.concentration > 0.0
        && u.moves.iter().all(|p| (0.0..=1.0).contains(p))
        && (0.0..=5.0).contains(&u.declared_at_most);
    if !good {
        add(
            "uncertainty".into(),
            "A figure is out of its range.".into(),
            "runs 2 to 100000, concentration above 0, moves from 0 to 1, declared_at_most a step.",
        );
    }
}

fn contradictions(s: &Structure, add: Add<'_>) {
    let mut seen = BTreeSet::new();
    for c in &s.contradictions {
        let place = format!("contradictions.{}", c.id);
        if !seen.insert(&c.id) {
            add(place.clone(), "The id is used twice.".into(), "Give each contradiction its own id.");
        }
        c.when.check(s, &mut |message, hint| add(format!("{place}.when"), message, hint));
        if c.items.is_empty() {
            add(format!("{place}.items"), "It names no answer to look at again.".into(), "Name at least one item.");
        }
        for id in c.items.iter().filter(|id| !s.items.iter().any(|i| i.id == **id)) {
            add(format!("{place}.items"), format!("There is no item {id}."), "Use an item's id.");
        }
    }
}

/// Two items that both were once the same one would both take its answer.
fn former_ids(s: &Structure, add: Add<'_>) {
    let mut seen = BTreeSet::new();
    for item in &s.items {
        for old in item.formerly.iter().filter(|old| !seen.insert(*old)) {
            add(format!("items.{}.formerly", item.id), format!("{old} became two items."), "Name it at one of them.");
        }
    }
}
