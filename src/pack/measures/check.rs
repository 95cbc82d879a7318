//! What must hold of a catalogue before anybody gets a plan from it. Each function finds all problems of its kind.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{ItemKind, Notice, Pack};
use super::{CATALOGUE_FORMAT, Catalogue, Measure, Structure, Texts};
use crate::pack::region::Region;

/// Highest step of a ladder, and highest need of a goal.
const TOP: u8 = 5;
/// Longest name of a measure in characters, so that it fits a line of a table.
const NAME: usize = 60;
/// Longest other text of a measure in characters.
const TEXT: usize = 280;

/// A check: what it finds wrong.
pub(super) type Check = fn(&Structure, &Pack) -> Vec<Notice>;

/// Every check of the structure, in the order in which they are run.
pub(super) fn all() -> &'static [Check] {
    &[
        format,
        ids_are_unique,
        sizes_rise,
        figures_are_sound,
        words_are_listed,
        raises_lead_somewhere,
        prerequisites_make_no_circle,
        steps_come_one_after_the_other,
        every_weak_answer_calls_for_a_measure,
        goals_are_those_of_the_questionnaire,
    ]
}

fn notice(place: impl AsRef<str>, message: impl Into<String>, hint: impl Into<String>) -> Notice {
    Notice::new(format!("catalogue.json, {}", place.as_ref()), message, hint)
}

fn format(s: &Structure, _: &Pack) -> Vec<Notice> {
    let mut notices = Vec::new();
    if s.format != CATALOGUE_FORMAT {
        notices.push(notice(
            "format",
            format!("The catalogue has format {}, this program reads format {CATALOGUE_FORMAT}.", s.format),
            "Update the program or convert the catalogue.",
        ));
    }
    if s.languages.is_empty() {
        notices.push(notice("languages", "No language is named.", "Name at least one, e.g. \"it\"."));
    }
    let is_month = |text: &str| text.len() == 7 && format!("{text}-01").parse::<jiff::civil::Date>().is_ok();
    if !is_month(&s.as_of) {
        notices.push(notice("as_of", format!("“{}” is not a month.", s.as_of), "Write e.g. 2026-11."));
    }
    notices
}

fn ids_are_unique(s: &Structure, _: &Pack) -> Vec<Notice> {
    fn twice<'a>(list: &str, ids: impl Iterator<Item = &'a String>) -> Vec<Notice> {
        let mut seen = BTreeSet::new();
        ids.filter(|id| !seen.insert(*id))
            .map(|id| notice(format!("{list} ({id})"), format!("The id “{id}” stands twice."), "Give each its own id."))
            .collect()
    }
    let mut notices = twice("measures", s.measures.iter().map(|m| &m.id));
    notices.extend(twice("sizes", s.sizes.iter().map(|x| &x.id)));
    for (list, ids) in [("owners", &s.owners), ("kinds", &s.kinds), ("things", &s.things), ("tags", &s.tags)] {
        notices.extend(twice(list, ids.iter()));
    }
    notices
}

fn sizes_rise(s: &Structure, _: &Pack) -> Vec<Notice> {
    let mut notices = Vec::new();
    let ends: Vec<Option<u32>> = s.sizes.iter().map(|x| x.below).collect();
    let (last, others) = ends.split_last().map_or((None, &[][..]), |(last, others)| (Some(*last), others));
    let rise = others.iter().all(Option::is_some) && others.windows(2).all(|w| w[0] < w[1]);
    if last != Some(None) || !rise {
        notices.push(notice(
            "sizes",
            "The sizes do not rise to one without an upper end.",
            "Each has a larger “below” than the one before; the last has none.",
        ));
    }
    if !s.sizes.iter().any(|x| x.id == s.size_unknown) {
        notices.push(notice(
            "size_unknown",
            format!("There is no size “{}”.", s.size_unknown),
            "Name the size to take where the number of people is not known.",
        ));
    }
    notices
}

/// Finite, not negative, and the first no higher than the second.
fn is_range([low, high]: [f64; 2]) -> bool {
    low.is_finite() && high.is_finite() && 0.0 <= low && low <= high
}

fn figures_are_sound(s: &Structure, _: &Pack) -> Vec<Notice> {
    let mut notices = Vec::new();
    let mut need = |holds: bool, place: String, hint: &str| {
        if !holds {
            notices.push(notice(place, "The figure is out of its range.", hint));
        }
    };
    let amount = |x: f64| x.is_finite() && x >= 0.0;
    need(amount(s.day_rate) && s.day_rate > 0.0, "day_rate".into(), "Write euro above 0.");
    need((1..=TOP).contains(&s.weak_below), "weak_below".into(), "Write a step from 1 to 5.");
    need((1..=TOP).contains(&s.climb_to), "climb_to".into(), "Write a step from 1 to 5.");
    need((1..=TOP).contains(&s.rules.small_effort), "rules.small_effort".into(), "Write an effort from 1 to 5.");
    need((1..=TOP).contains(&s.rules.climb_at_most), "rules.climb_at_most".into(), "Write levels from 1 to 5.");
    need(s.rules.balance_among > 0, "rules.balance_among".into(), "Write a number above 0.");
    let step = s.rules.budget_step;
    need(amount(step) && step >= 1.0, "rules.budget_step".into(), "Write euro from 1.");
    for size in &s.sizes {
        let place = |field: &str| format!("sizes ({}).{field}", size.id);
        need(amount(size.budget), place("budget"), "Write euro from 0.");
        need(amount(size.days), place("days"), "Write person-days from 0.");
    }
    for m in &s.measures {
        let place = |field: String| format!("measures ({}).{field}", m.id);
        need((1..=TOP).contains(&m.effort), place("effort".into()), "Write a whole number from 1 to 5.");
        need((1.0..=1.5).contains(&m.urgency), place("urgency".into()), "Write a number from 1 to 1.5.");
        need((1..=36).contains(&m.months), place("months".into()), "Write whole months from 1 to 36.");
        for (size, cost) in &m.cost {
            need(
                is_range(cost.days) && cost.days[1] > 0.0,
                place(format!("cost.{size}.days")),
                "Write the lowest and the highest number of person-days.",
            );
            for p in &cost.items {
                need(
                    is_range(p.eur),
                    place(format!("cost.{size}.items ({}).eur", p.what)),
                    "Write the lowest and the highest amount in euro.",
                );
            }
        }
    }
    notices
}

fn words_are_listed(s: &Structure, _: &Pack) -> Vec<Notice> {
    let mut notices = Vec::new();
    let mut need = |m: &Measure, field: String, word: &String, list: &str, words: &[String]| {
        if !words.contains(word) {
            notices.push(notice(
                format!("measures ({}).{field}", m.id),
                format!("“{word}” is not among the {list}."),
                format!("Correct it, or add it to “{list}”."),
            ));
        }
    };
    let sizes: Vec<String> = s.sizes.iter().map(|x| x.id.clone()).collect();
    for m in &s.measures {
        need(m, "owner".into(), &m.owner, "owners", &s.owners);
        need(m, "kind".into(), &m.kind, "kinds", &s.kinds);
        for tag in &m.doors {
            need(m, "doors".into(), tag, "tags", &s.tags);
        }
        for (size, cost) in &m.cost {
            need(m, "cost".into(), size, "sizes", &sizes);
            for p in &cost.items {
                need(m, format!("cost.{size}.items"), &p.what, "things", &s.things);
            }
        }
    }
    for m in &s.measures {
        for size in sizes.iter().filter(|size| !m.cost.contains_key(*size)) {
            notices.push(notice(
                format!("measures ({}).cost", m.id),
                format!("The cost for the size “{size}” is missing."),
                "Every measure says what it takes in every size of company.",
            ));
        }
        if m.doors.is_empty() {
            notices.push(notice(
                format!("measures ({}).doors", m.id),
                "The measure names no door.",
                "Name at least one of the tags.",
            ));
        }
    }
    notices
}

fn raises_lead_somewhere(s: &Structure, pack: &Pack) -> Vec<Notice> {
    let mut notices = Vec::new();
    for m in &s.measures {
        let place = format!("measures ({}).raises", m.id);
        if m.raises.is_empty() {
            notices.push(notice(&place, "The measure raises nothing.", "Name at least one ladder and its step."));
        }
        let mut seen = BTreeSet::new();
        for raise in &m.raises {
            // Only a ladder has a step, and only one that feeds the score makes a gain.
            let fits = pack.item(&raise.item).is_some_and(|i| i.kind == ItemKind::Ladder && !i.feeds.is_empty());
            if !fits {
                notices.push(notice(
                    &place,
                    format!("“{}” is no ladder of the questionnaire that counts.", raise.item),
                    "Write the id of a ladder.",
                ));
            }
            if !(1..=TOP).contains(&raise.to) {
                notices.push(notice(&place, format!("There is no step {} to climb to.", raise.to), "Write 1 to 5."));
            }
            if !seen.insert(&raise.item) {
                notices.push(notice(&place, format!("“{}” stands twice.", raise.item), "Name each ladder once."));
            }
        }
    }
    notices
}

/// The measures by id, with everything they require directly and through others; a circle ends where it closes.
fn required(s: &Structure) -> BTreeMap<&str, BTreeSet<&str>> {
    let by_id: BTreeMap<&str, &Measure> = s.measures.iter().map(|m| (m.id.as_str(), m)).collect();
    let all = |m: &Measure| {
        let mut found = BTreeSet::new();
        let mut open: Vec<&str> = by_id[m.id.as_str()].requires.iter().map(String::as_str).collect();
        while let Some(id) = open.pop() {
            if let Some((id, next)) = by_id.get_key_value(id)
                && found.insert(*id)
            {
                open.extend(next.requires.iter().map(String::as_str));
            }
        }
        found
    };
    by_id.iter().map(|(id, m)| (*id, all(m))).collect()
}

fn prerequisites_make_no_circle(s: &Structure, _: &Pack) -> Vec<Notice> {
    let required = required(s);
    let mut notices = Vec::new();
    for m in &s.measures {
        let place = format!("measures ({}).requires", m.id);
        for id in m.requires.iter().filter(|id| !required.contains_key(id.as_str())) {
            notices.push(notice(&place, format!("There is no measure “{id}”."), "Write the id of another measure."));
        }
        if required[m.id.as_str()].contains(m.id.as_str()) {
            notices.push(notice(
                &place,
                "The measure requires itself, directly or through others.",
                "Take one of the prerequisites out.",
            ));
        }
    }
    notices
}

/// Two measures that raise one ladder: the one to the higher step requires the other. So the gain of each is what it adds to
/// those before it, and gains add up.
fn steps_come_one_after_the_other(s: &Structure, _: &Pack) -> Vec<Notice> {
    let required = required(s);
    let mut by_item: BTreeMap<&str, Vec<(u8, &str)>> = BTreeMap::new();
    for m in &s.measures {
        for raise in &m.raises {
            by_item.entry(&raise.item).or_default().push((raise.to, &m.id));
        }
    }
    let mut notices = Vec::new();
    for (item, mut raises) in by_item {
        raises.sort_unstable();
        for pair in raises.windows(2) {
            let [(low, first), (high, then)] = pair else { continue };
            let place = format!("measures ({then}).raises");
            if low == high {
                notices.push(notice(
                    place,
                    format!("“{first}” brings {item} to the same step."),
                    "Let one measure bring a ladder to a step.",
                ));
            } else if !required[then].contains(first) {
                notices.push(notice(
                    place,
                    format!("“{first}” brings {item} to a lower step and is no prerequisite."),
                    "Add it to “requires”.",
                ));
            }
        }
    }
    notices
}

/// Whoever answers badly finds something to do: each ladder that counts is raised to the step from which on an answer is no
/// longer weak, each core ladder from every step up to `climb_to`, and whatever feeds a sub-dimension (lists, cells) calls
/// for the measures of its core.
fn every_weak_answer_calls_for_a_measure(s: &Structure, pack: &Pack) -> Vec<Notice> {
    let highest = |item: &str| {
        let raises = s.measures.iter().flat_map(|m| &m.raises).filter(|r| r.item == item);
        raises.map(|r| r.to).max().unwrap_or(0)
    };
    let mut notices = Vec::new();
    for item in &pack.structure.items {
        let Some(feed) = item.feeds.first() else { continue };
        let core = item.feeds.iter().any(|f| f.to == item.id);
        let needed = if core { s.climb_to.max(s.weak_below) } else { s.weak_below };
        let through_core = item.feeds.iter().any(|f| highest(&f.to) >= s.weak_below);
        let reached = highest(&item.id) >= needed || (!core && through_core);
        if !reached {
            notices.push(notice(
                "measures",
                format!("Nothing brings {} to step {needed}.", item.id),
                format!(
                    "Add a measure that raises it{}.",
                    if core { String::new() } else { format!(", or {}", feed.to) }
                ),
            ));
        }
    }
    notices
}

fn goals_are_those_of_the_questionnaire(s: &Structure, pack: &Pack) -> Vec<Notice> {
    let mut notices = Vec::new();
    let goals = &s.goals;
    let Some(item) = pack.item(&goals.item).filter(|i| i.kind == ItemKind::Choice) else {
        return vec![notice(
            "goals.item",
            format!("There is no choice “{}”.", goals.item),
            "Write the id of a choice.",
        )];
    };
    for option in item.options.iter().filter(|o| !goals.needs.contains_key(*o)) {
        notices.push(notice("goals.needs", format!("The goal “{option}” is missing."), "Say what it needs."));
    }
    for (option, needs) in &goals.needs {
        let place = format!("goals.needs.{option}");
        if !item.options.contains(option) {
            notices.push(notice(&place, "The questionnaire has no such goal.", "Correct the id or take it out."));
        }
        for (dimension, need) in needs {
            if !pack.structure.dimensions.iter().any(|d| &d.id == dimension) {
                notices.push(notice(&place, format!("There is no dimension “{dimension}”."), "Use a dimension's id."));
            }
            if *need > TOP {
                notices.push(notice(&place, format!("{need} is no need."), "Write a whole number from 0 to 5."));
            }
        }
    }
    notices
}

/// Checks the texts of one language against the structure.
pub(super) fn texts(s: &Structure, language: &str, texts: &Texts, out: &mut Vec<Notice>) {
    let mut add = |place: String, message: String, hint: &str| {
        out.push(Notice::new(format!("{language}.json, {place}"), message, hint));
    };
    let ids: Vec<String> = s.measures.iter().map(|m| m.id.clone()).collect();
    let known: Vec<&String> = texts.measures.keys().collect();
    let lists: [(&str, &[String], Vec<&String>); 4] = [
        ("measures", &ids, known),
        ("owners", &s.owners, texts.owners.keys().collect()),
        ("kinds", &s.kinds, texts.kinds.keys().collect()),
        ("things", &s.things, texts.things.keys().collect()),
    ];
    for (list, needed, there) in lists {
        for id in needed.iter().filter(|id| !there.contains(id)) {
            add(format!("{list}.{id}"), "The text is missing.".into(), "Every id has a text in every language.");
        }
        for id in there.into_iter().filter(|id| !needed.contains(id)) {
            add(format!("{list}.{id}"), "The catalogue has no such id.".into(), "Correct the id or take the text out.");
        }
    }
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    for (id, m) in &texts.measures {
        let fields =
            [("what", &m.what), ("why", &m.why), ("kpi", &m.kpi), ("baseline", &m.baseline), ("evidence", &m.evidence)];
        let moves = m.moves.iter().map(|text| ("moves", text));
        for (field, text) in fields.into_iter().chain(moves) {
            let length = text.chars().count();
            if text.trim().is_empty() || length > TEXT {
                add(
                    format!("measures.{id}.{field}"),
                    format!("The text has {length} characters."),
                    "Write 1 to 280 characters.",
                );
            }
        }
        let length = m.name.chars().count();
        if m.name.trim().is_empty() || length > NAME {
            add(
                format!("measures.{id}.name"),
                format!("The name has {length} characters."),
                "Write 1 to 60 characters.",
            );
        }
        if m.moves.is_empty() {
            add(format!("measures.{id}.moves"), "There is no first move.".into(), "Write at least one.");
        }
        if let Some(other) = names.insert(&m.name, id) {
            add(format!("measures.{id}.name"), format!("“{other}” has the same name."), "Give each its own name.");
        }
    }
}

/// The languages say the same: as many first moves for each measure.
pub(super) fn languages_agree(s: &Structure, texts: &BTreeMap<String, Texts>, out: &mut Vec<Notice>) {
    let Some((first, others)) = s.languages.split_first() else { return };
    let Some(reference) = texts.get(first) else { return };
    for language in others {
        let Some(other) = texts.get(language) else { continue };
        for (id, m) in &reference.measures {
            if other.measures.get(id).is_some_and(|o| o.moves.len() != m.moves.len()) {
                out.push(Notice::new(
                    format!("{language}.json, measures.{id}.moves"),
                    format!("There are not as many first moves as in “{first}”."),
                    "The n-th moves of each language mean the same.",
                ));
            }
        }
    }
}

/// Every tag of a catalogue leads to a door in a region.
#[must_use]
pub fn doors_for_every_tag(catalogue: &Catalogue, region: &Region) -> Vec<Notice> {
    let tags = catalogue.structure.tags.iter();
    tags.filter(|tag| region.offers(tag).is_empty())
        .map(|tag| {
            notice(
                format!("tags ({tag})"),
                format!("The region “{}” has no door for it.", region.id),
                "Add the tag to the region's “offers”.",
            )
        })
        .collect()
}
