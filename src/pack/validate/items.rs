//! Checks of single items.

use std::collections::BTreeSet;

use crate::pack::questionnaire::{Item, ItemKind, Structure, version};

/// Checks an item; its id's uniqueness is the caller's.
pub(super) fn item(
    s: &Structure,
    i: &Item,
    subdimensions: &BTreeSet<&str>,
    add: &mut impl FnMut(String, String, &str),
) {
    let place = format!("items.{}", i.id);
    for feed in &i.feeds {
        if !i.kind.is_scored() {
            add(place.clone(), "Only ladders, ticks, rows and partly feed the index.".into(), "Leave \"feeds\" out.");
        }
        for option in feed.options.iter().filter(|o| !i.positive().any(|p| p == *o)) {
            add(
                format!("{place}.feeds"),
                format!("{option} is no option that adds to the score."),
                "Use the ids of options or rows, without the negative one.",
            );
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
    let with_options = matches!(i.kind, ItemKind::Choice | ItemKind::Ticks | ItemKind::Rows);
    let may_have = with_options || i.kind == ItemKind::Partly;
    if with_options && i.options.is_empty() || !may_have && !i.options.is_empty() {
        add(
            format!("{place}.options"),
            "Choices, ticks and rows, and only they, have options; partly may have rows.".into(),
            "Mend type or options.",
        );
    }
    if is_choice && !i.max.is_some_and(|m| m >= 1 && m <= i.options.len()) {
        add(format!("{place}.max"), "A choice says how many options may be chosen.".into(), "Write 1 or more.");
    }
    ticks(i, &place, add);
    if let Some(cell) = &i.cell {
        let known = s.matrix.as_ref().is_some_and(|m| {
            i.kind == ItemKind::Ladder && m.processes.contains(&cell.process) && m.analyses.contains(&cell.analysis)
        });
        if !known {
            add(
                format!("{place}.cell"),
                "A cell is a ladder at a process and an analysis of \"matrix\".".into(),
                "Use their ids.",
            );
        }
    }
    if let Some(when) = &i.when {
        when.check(s, &mut |message, hint| add(format!("{place}.when"), message, hint));
        routing(s, i, &when.items(), &place, add);
    }
    for prefill in &i.prefill {
        prefill.when.check(s, &mut |message, hint| add(format!("{place}.prefill"), message, hint));
        if i.kind != ItemKind::Ticks || !i.positive().any(|o| *o == prefill.option) {
            add(
                format!("{place}.prefill"),
                format!("{} is no tick that could be proposed.", prefill.option),
                "Use an option of the list.",
            );
        }
        earlier(s, i, &prefill.when.items(), &format!("{place}.prefill"), add);
    }
    for old in i.formerly.iter().filter(|old| s.items.iter().any(|other| other.id == **old)) {
        add(format!("{place}.formerly"), format!("{old} is an item of this version."), "Name ids that are gone.");
    }
    for (field, version) in [("since", &i.since), ("reworded", &i.reworded)] {
        if version.as_ref().is_some_and(|v| later(v, &s.version)) {
            add(format!("{place}.{field}"), "It names a version later than the pack's.".into(), "Mend the version.");
        }
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

/// Whether a version is later than another; both `1.2.3`.
fn later(a: &str, b: &str) -> bool {
    version(a) > version(b)
}

/// What only lists of ticks have.
fn ticks(i: &Item, place: &str, add: &mut impl FnMut(String, String, &str)) {
    let is_ticks = i.kind == ItemKind::Ticks;
    if let Some(negative) = &i.negative
        && !(is_ticks && i.options.contains(negative))
    {
        add(format!("{place}.negative"), format!("{negative} is no tick of the list."), "Use an option's id.");
    }
    if i.saturate.is_some_and(|k| !is_ticks || k == 0 || k > i.positive().count()) {
        add(
            format!("{place}.saturate"),
            "So many ticks cannot be as good as all.".into(),
            "Write 1 up to the number of options that add to the score.",
        );
    }
    if i.columns.is_empty() {
        return;
    }
    let rows = i.tick_rows();
    let wanted: BTreeSet<String> =
        rows.iter().flat_map(|r| i.columns.iter().map(move |c| format!("{r}.{c}"))).collect();
    let once = i.columns.iter().collect::<BTreeSet<_>>().len() == i.columns.len();
    if !is_ticks || !once || i.options.iter().cloned().collect::<BTreeSet<_>>() != wanted {
        add(
            format!("{place}.columns"),
            "Ticks with columns have one option for each row and column.".into(),
            "Name the options row.column, e.g. a.now and a.plan.",
        );
    }
}

/// Scored items depend on the profile alone, others also on answers given before (method §1).
fn routing(s: &Structure, i: &Item, on: &[&str], place: &str, add: &mut impl FnMut(String, String, &str)) {
    if !i.feeds.is_empty() && !on.is_empty() {
        add(
            format!("{place}.when"),
            "Whether a scored item is asked depends on sector and people alone.".into(),
            "Leave conditions on answers out.",
        );
    }
    earlier(s, i, on, &format!("{place}.when"), add);
}

fn earlier(s: &Structure, i: &Item, on: &[&str], place: &str, add: &mut impl FnMut(String, String, &str)) {
    let at = |id: &str| s.items.iter().position(|other| other.id == id);
    for id in on.iter().filter(|id| at(id) >= at(&i.id)) {
        add(place.to_owned(), format!("{id} is asked later."), "Look only at answers given before.");
    }
}
