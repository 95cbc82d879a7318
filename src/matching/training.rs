//! Training topics by gap, level, audience and area (method §9, rule 6), and by the technologies the company named.

use std::collections::BTreeMap;

use super::card::{Face, Kind, Ranked, Tally, rank};
use super::company::{Company, Found, list};
use crate::pack::region::{Interest, Term, Training};

/// Every topic; those that match are listed, at most so many for one dimension. Topics kept in front take their places
/// first, one that was put aside leaves its place to the next.
pub(super) fn training(company: &Company<'_>, found: &Found) -> Vec<Ranked> {
    let mut ranked = rank(company.region.training.iter().map(|topic| card(company, found, topic)).collect());
    let most = company.region.rules.training.per_dimension;
    let choices = company.profile.choices;
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for topic in ranked.iter().filter(|topic| choices.pinned.contains_key(&topic.card.key())) {
        take(&mut taken, &topic.card.dimensions);
    }
    for topic in &mut ranked {
        let key = topic.card.key();
        if !topic.is_listed() || choices.pinned.contains_key(&key) || company.has_put_aside(&key) {
            continue;
        }
        let full = topic.card.dimensions.iter().any(|d| taken.get(d).is_some_and(|n| *n >= most));
        if full {
            topic.unlist();
        } else {
            take(&mut taken, &topic.card.dimensions);
        }
    }
    ranked
}

fn take(taken: &mut BTreeMap<String, usize>, dimensions: &[String]) {
    for dimension in dimensions {
        *taken.entry(dimension.clone()).or_default() += 1;
    }
}

/// The card of a topic. It is listed where it closes a gap or is about a named technology, and not where it is of other
/// areas, since a bakery has no use for digital building sites.
fn card(company: &Company<'_>, found: &Found, topic: &Training) -> Ranked {
    let rules = &company.region.rules.training;
    let gaps = company.gaps_among(&topic.dimensions);
    let interests = company.interests.iter().filter(|i| i.training.contains(&topic.id)).copied();
    let interests: Vec<&Interest> = interests.collect();
    let areas = found.areas_among(company, &topic.s3_areas);
    let other_family = !topic.families.is_empty() && !topic.families.iter().any(|f| f == company.profile.family);
    let foreign = other_family || (!topic.s3_areas.is_empty() && areas.is_empty());
    let mut tally = Tally::new(company);
    if !gaps.is_empty() {
        let dimensions = topic.dimensions.iter().fold(0.0, |n, _| n + 1.0);
        let lacking: f64 = gaps.iter().filter_map(|d| company.gaps.get(d)).sum();
        let values = [("dimensions", company.dimension_names(&gaps)), ("target", company.figure(company.target))];
        let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
        tally.add("gap", rules.gap * lacking / 100.0 / dimensions, company.say("reason.training.gap", &values));
    }
    let level = company.standing.level.map(|level| level.max(rules.lowest_level));
    if level.is_some_and(|level| level >= topic.from_level) {
        tally.add("level", rules.level, company.say("reason.training.level", &[]));
    }
    let names = audience_names(company, &topic.audiences);
    if !names.is_empty() {
        let text = company.say("reason.training.audience", &[("audiences", &list(&names))]);
        tally.add("audience", rules.audience, text);
    }
    if !areas.is_empty() {
        tally.add("area", rules.area, company.say("reason.training.area", &[("areas", &list(&areas))]));
    }
    if !interests.is_empty() {
        let count = interests.iter().fold(0.0, |n, _| n + 1.0);
        let text = company.say("reason.training.interest", &[("interests", &company.interest_names(&interests))]);
        tally.add("interest", rules.interest * count, text);
    }
    let face = Face {
        id: &topic.id,
        kind: Kind::Training,
        name: &topic.name,
        what: what(company, topic),
        website: None,
        provenance: &topic.provenance,
    };
    let wanted = tally.has("interest") || (tally.has("gap") && !foreign);
    let mut ranked = Ranked::new(company, face, tally);
    ranked.card.dimensions.clone_from(&topic.dimensions);
    if level.is_some_and(|level| level < topic.from_level) {
        ranked = ranked.caveat(company.say("caveat.higher_level", &[]));
    }
    ranked = ranked.caveat(topic.note.get(company.language).to_owned());
    let listed = wanted && ranked.is_listed();
    ranked.listed(listed)
}

/// The audiences of the topic that a company of this size sends; none where the size is not known.
fn audience_names<'a>(company: &Company<'a>, audiences: &[String]) -> Vec<&'a str> {
    let Some(employees) = company.profile.employees else { return Vec::new() };
    let sizes = &company.region.rules.training.audience_by_size;
    let Some(size) = sizes.iter().find(|s| s.up_to.is_none_or(|most| employees <= most)) else { return Vec::new() };
    let sent: Vec<String> = audiences.iter().filter(|a| size.audiences.contains(a)).cloned().collect();
    names(company, &company.region.audiences, &sent)
}

fn names<'a>(company: &Company<'a>, terms: &'a [Term], ids: &[String]) -> Vec<&'a str> {
    terms.iter().filter(|t| ids.contains(&t.id)).map(|t| t.name.get(company.language)).collect()
}

fn what(company: &Company<'_>, topic: &Training) -> String {
    let region = company.region;
    let formats = names(company, &region.formats, &topic.formats).join(", ");
    let providers = names(company, &region.providers, &topic.providers).join(", ");
    let values = [
        ("level", topic.level.get(company.language)),
        ("formats", formats.as_str()),
        ("duration", topic.duration.get(company.language)),
        ("providers", providers.as_str()),
    ];
    company.say("what.training", &values)
}
