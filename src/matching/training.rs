//! Training topics by gap, level, audience and area (method §9, rule 6), and by the technologies the company named.

use std::collections::BTreeMap;

use super::card::{Card, Face, Kind, Ranked, Tally, rank};
use super::company::{Company, Found, list};
use crate::pack::region::{Interest, Term, Training};

/// The topics that match, at most so many for one dimension.
pub(super) fn training(company: &Company<'_>, found: &Found) -> Vec<Card> {
    let ranked = company.region.training.iter().filter_map(|topic| card(company, found, topic)).collect();
    let most = company.region.rules.training.per_dimension;
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut balanced = rank(ranked);
    balanced.retain(|card| {
        let full = card.dimensions.iter().any(|d| taken.get(d).is_some_and(|n| *n >= most));
        if !full {
            for dimension in &card.dimensions {
                *taken.entry(dimension.clone()).or_default() += 1;
            }
        }
        !full
    });
    balanced
}

/// The card of a topic that closes a gap or is about a named technology; none for a topic of other areas, since a
/// bakery has no use for digital building sites.
fn card(company: &Company<'_>, found: &Found, topic: &Training) -> Option<Ranked> {
    let rules = &company.region.rules.training;
    let gaps = company.gaps_among(&topic.dimensions);
    let interests = company.interests.iter().filter(|i| i.training.contains(&topic.id)).copied();
    let interests: Vec<&Interest> = interests.collect();
    let areas = found.areas_among(company, &topic.s3_areas);
    let other_family = !topic.families.is_empty() && !topic.families.iter().any(|f| f == company.profile.family);
    let foreign = other_family || (!topic.s3_areas.is_empty() && areas.is_empty());
    if interests.is_empty() && (gaps.is_empty() || foreign) {
        return None;
    }
    let mut tally = Tally::default();
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
    let mut ranked = Ranked::new(company, face, tally);
    ranked.card.dimensions.clone_from(&topic.dimensions);
    if level.is_some_and(|level| level < topic.from_level) {
        ranked = ranked.caveat(company.say("caveat.higher_level", &[]));
    }
    ranked = ranked.caveat(topic.note.get(company.language).to_owned());
    ranked.is_shown().then_some(ranked)
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
