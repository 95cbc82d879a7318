//! What must hold of a region before anybody is matched with it.
//!
//! [`raw`] looks at the JSON as it stands, for what holds everywhere in it; the functions in [`all`] look at the region
//! that was read. Each finds all problems of its kind.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::super::Notice;
use super::{Availability, OfferList, Provenance, REGION_FORMAT, Region, Service, SourceName};
use crate::text::Language;

/// A check: what it finds wrong.
pub(super) type Check = fn(&Region) -> Vec<Notice>;

/// Every check, in the order in which they are run.
pub(super) fn all() -> &'static [Check] {
    &[
        the_id_can_name_a_folder,
        ids_are_unique,
        nothing_is_newer_than_the_edition,
        records_have_sources_and_dates,
        references_lead_somewhere,
        provinces_border_on_each_other,
        sentences_are_complete,
        services_have_sound_dates,
        offers_lead_to_doors,
        rules_are_sound,
        every_cluster_can_be_reached,
        nobody_gets_an_empty_page,
    ]
}

/// The format version, and the languages of every text.
pub(super) fn raw(root: &Map<String, Value>) -> Vec<Notice> {
    let mut notices = Vec::new();
    if root.get("schema_version").and_then(Value::as_u64) != Some(u64::from(REGION_FORMAT)) {
        notices.push(Notice::new(
            "region.json, schema_version",
            "The format of this region is not one this version reads.",
            format!("Write {REGION_FORMAT}, or update the program."),
        ));
    }
    let languages: Vec<&str> =
        root.get("languages").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    for (key, value) in root {
        languages_of(value, key, &languages, &mut notices);
    }
    notices
}

/// Whether an object is a text, or a list of words, in several languages: one of the region's is a key, or all keys are
/// codes, so that a text in none of them is not passed over.
fn is_localized(object: &Map<String, Value>, languages: &[&str]) -> bool {
    let is_code = |key: &String| key.len() == 2 && key.bytes().all(|b| b.is_ascii_lowercase());
    let all_codes = !object.is_empty() && object.keys().all(is_code);
    all_codes || languages.iter().any(|code| object.contains_key(*code))
}

/// Texts, and lists of words, that lack a language.
fn languages_of(value: &Value, place: &str, languages: &[&str], notices: &mut Vec<Notice>) {
    match value {
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                let id = item.get("id").and_then(Value::as_str).map(|id| format!(" ({id})")).unwrap_or_default();
                languages_of(item, &format!("{place}[{i}]{id}"), languages, notices);
            }
        }
        Value::Object(object) if is_localized(object, languages) => {
            let length = |code: &str| object.get(code).and_then(Value::as_array).map(Vec::len);
            for code in languages {
                let empty = match object.get(*code) {
                    Some(Value::String(text)) => text.trim().is_empty(),
                    Some(Value::Array(words)) => words.iter().any(|w| w.as_str().is_none_or(|w| w.trim().is_empty())),
                    _ => true,
                };
                if empty {
                    notices.push(Notice::new(
                        format!("region.json, {place}"),
                        format!("The text in “{code}” is missing."),
                        "Write it; every text exists in every language of the region.",
                    ));
                } else if length(code) != length(languages[0]) {
                    notices.push(Notice::new(
                        format!("region.json, {place}"),
                        format!("The list in “{code}” is not as long as that in “{}”.", languages[0]),
                        "The n-th words of each language mean the same.",
                    ));
                }
            }
        }
        Value::Object(object) => {
            for (key, value) in object {
                languages_of(value, &format!("{place}.{key}"), languages, notices);
            }
        }
        _ => {}
    }
}

/// The ids of each list of a region, by the list's name.
fn ids(region: &Region) -> BTreeMap<&'static str, Vec<&str>> {
    macro_rules! ids {
        ($($list:ident),*) => {
            [$((stringify!($list), region.$list.iter().map(|r| r.id.as_str()).collect::<Vec<_>>())),*]
        };
    }
    let mut ids: BTreeMap<_, _> = ids![
        dimensions,
        supply_chains,
        interests,
        wishes,
        service_categories,
        audiences,
        formats,
        providers,
        clusters,
        competence_centres,
        axes,
        s3_areas,
        ecosystems,
        training,
        universities,
        its_areas,
        its_academies,
        services
    ]
    .into();
    ids.insert("provinces", region.provinces.iter().map(|p| p.code.as_str()).collect());
    ids
}

fn the_id_can_name_a_folder(region: &Region) -> Vec<Notice> {
    let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !region.id.is_empty() && region.id.chars().all(sound) {
        return Vec::new();
    }
    let message = format!("“{}” cannot name the region's folder.", region.id);
    vec![Notice::new("region.json, id", message, "Write lower-case letters, digits and hyphens.")]
}

fn ids_are_unique(region: &Region) -> Vec<Notice> {
    let mut notices = Vec::new();
    for (list, ids) in ids(region) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                let message = format!("The id “{id}” stands twice.");
                notices.push(Notice::new(
                    format!("region.json, {list} ({id})"),
                    message,
                    "Give each record its own id.",
                ));
            }
        }
    }
    notices
}

/// Every record that states facts, with where it stands.
fn provenances(region: &Region) -> Vec<(String, &Provenance)> {
    macro_rules! provenances {
        ($($list:ident),*) => {{
            let mut all = vec![("strategy".to_owned(), &region.strategy.provenance)];
            $(all.extend(region.$list.iter().map(|r| (format!("{} ({})", stringify!($list), r.id), &r.provenance)));)*
            all
        }};
    }
    provenances![
        clusters,
        competence_centres,
        axes,
        s3_areas,
        ecosystems,
        training,
        universities,
        its_areas,
        its_academies,
        services
    ]
}

/// Every source of the region.
#[cfg(test)]
pub(super) fn all_sources(region: &Region) -> impl Iterator<Item = &SourceName> {
    let records = provenances(region).into_iter().flat_map(|(_, p)| &p.sources);
    let areas = region.competence_centres.iter().flat_map(|c| &c.technology_areas).flat_map(|a| &a.sources);
    records.chain(areas)
}

/// Where there is no source, or one without a name.
fn lacks_sources(sources: &[SourceName]) -> bool {
    sources.is_empty() || sources.iter().any(|source| source.get(Language::IT).trim().is_empty())
}

fn records_have_sources_and_dates(region: &Region) -> Vec<Notice> {
    let mut notices = Vec::new();
    let mut sources = |place: String, sources: &[SourceName]| {
        if lacks_sources(sources) {
            let hint = "Name publisher, title and date of a source; for general knowledge say that.";
            notices.push(Notice::new(place, "The record names no source.", hint));
        }
    };
    for (place, provenance) in provenances(region) {
        sources(format!("region.json, {place}.provenance.sources"), &provenance.sources);
    }
    for centre in &region.competence_centres {
        for (i, area) in centre.technology_areas.iter().enumerate() {
            let place = format!("region.json, competence_centres ({}).technology_areas[{i}].sources", centre.id);
            sources(place, &area.sources);
        }
    }
    for (place, as_of) in dates_of_evidence(region) {
        if first_day(as_of).is_none() {
            let message = format!("“{as_of}” is not the date of the newest evidence.");
            notices.push(Notice::new(place, message, "Write 2026, 2026-11 or 2026-11-23."));
        }
    }
    notices
}

/// The date of the newest evidence of the whole and of each record, with where it stands.
fn dates_of_evidence(region: &Region) -> Vec<(String, &str)> {
    let whole = std::iter::once(("region.json, as_of".to_owned(), region.as_of.as_str()));
    let records = provenances(region).into_iter();
    whole
        .chain(records.map(|(place, p)| (format!("region.json, {place}.provenance.as_of"), p.as_of.as_str())))
        .collect()
}

/// The first day that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` can mean; none for anything else.
fn first_day(loose: &str) -> Option<jiff::civil::Date> {
    let full = match loose.len() {
        4 => format!("{loose}-01-01"),
        7 => format!("{loose}-01"),
        _ => loose.to_owned(),
    };
    (full.len() == 10).then(|| full.parse().ok()).flatten()
}

/// Evidence that did not exist yet when the directory was compiled is a slip of the pen in one of the two dates.
fn nothing_is_newer_than_the_edition(region: &Region) -> Vec<Notice> {
    let evidence = dates_of_evidence(region).into_iter();
    let later = evidence.filter(|(_, as_of)| first_day(as_of).is_some_and(|day| day > region.edition));
    later
        .map(|(place, as_of)| {
            let message = format!("“{as_of}” is later than the edition, {}.", region.edition);
            Notice::new(place, message, "Correct it, or give the region the day on which it was compiled.")
        })
        .collect()
}

fn references_lead_somewhere(region: &Region) -> Vec<Notice> {
    let ids = ids(region);
    let mut notices = Vec::new();
    let mut refer = |place: String, list: &'static str, to: &[String]| {
        for id in to {
            if !ids[list].contains(&id.as_str()) {
                notices.push(Notice::new(
                    place.clone(),
                    format!("“{id}” is not among the {}.", list.replace('_', " ")),
                    format!("Correct the id, or add the record to “{list}”."),
                ));
            }
        }
    };
    let at = |list: &str, id: &str, field: &str| format!("region.json, {list} ({id}).{field}");
    for p in &region.provinces {
        refer(at("provinces", &p.code, "adjacent"), "provinces", &p.adjacent);
    }
    for s in &region.supply_chains {
        refer(at("supply_chains", &s.id, "clusters"), "clusters", &s.clusters);
        refer(at("supply_chains", &s.id, "s3_areas"), "s3_areas", &s.s3_areas);
        refer(at("supply_chains", &s.id, "ecosystems"), "ecosystems", &s.ecosystems);
    }
    for i in &region.interests {
        refer(at("interests", &i.id, "training"), "training", &i.training);
    }
    for w in &region.wishes {
        refer(at("wishes", &w.id, "axis"), "axes", w.axis.as_slice());
        refer(at("wishes", &w.id, "categories"), "service_categories", &w.categories);
        refer(at("wishes", &w.id, "services"), "services", &w.services);
    }
    for c in &region.clusters {
        refer(at("clusters", &c.id, "s3_primary"), "s3_areas", &c.s3_primary);
        refer(at("clusters", &c.id, "s3_secondary"), "s3_areas", &c.s3_secondary);
        refer(at("clusters", &c.id, "ecosystems"), "ecosystems", &c.ecosystems);
        refer(at("clusters", &c.id, "provinces"), "provinces", &c.provinces);
    }
    for c in &region.competence_centres {
        refer(at("competence_centres", &c.id, "s3_areas"), "s3_areas", &c.s3_areas);
        refer(at("competence_centres", &c.id, "provinces"), "provinces", &c.provinces);
        for fit in &c.better_fit {
            refer(at("competence_centres", &c.id, "better_fit"), "interests", &fit.interests);
            refer(at("competence_centres", &c.id, "better_fit"), "supply_chains", &fit.supply_chains);
        }
        for area in &c.technology_areas {
            refer(at("competence_centres", &c.id, "technology_areas"), "dimensions", &area.dimensions);
        }
    }
    for a in &region.axes {
        refer(at("axes", &a.id, "centre"), "competence_centres", std::slice::from_ref(&a.centre));
    }
    for a in &region.s3_areas {
        refer(at("s3_areas", &a.id, "ecosystems"), "ecosystems", &a.ecosystems);
        refer(at("s3_areas", &a.id, "clusters"), "clusters", &a.clusters);
    }
    for e in &region.ecosystems {
        refer(at("ecosystems", &e.id, "s3_areas"), "s3_areas", &e.s3_areas);
    }
    for t in &region.training {
        refer(at("training", &t.id, "audiences"), "audiences", &t.audiences);
        refer(at("training", &t.id, "formats"), "formats", &t.formats);
        refer(at("training", &t.id, "providers"), "providers", &t.providers);
        refer(at("training", &t.id, "dimensions"), "dimensions", &t.dimensions);
        refer(at("training", &t.id, "s3_areas"), "s3_areas", &t.s3_areas);
    }
    for u in &region.universities {
        refer(at("universities", &u.id, "provinces"), "provinces", &u.provinces);
        refer(at("universities", &u.id, "s3_areas"), "s3_areas", &u.s3_areas);
        refer(at("universities", &u.id, "clusters"), "clusters", &u.clusters);
    }
    for a in &region.its_areas {
        refer(at("its_areas", &a.id, "s3_areas"), "s3_areas", &a.s3_areas);
    }
    for i in &region.its_academies {
        refer(at("its_academies", &i.id, "area"), "its_areas", std::slice::from_ref(&i.area));
        refer(at("its_academies", &i.id, "provinces"), "provinces", &i.provinces);
        refer(at("its_academies", &i.id, "s3_areas"), "s3_areas", &i.s3_areas);
    }
    for s in &region.services {
        refer(at("services", &s.id, "category"), "service_categories", std::slice::from_ref(&s.category));
        refer(at("services", &s.id, "dimensions"), "dimensions", &s.dimensions);
        refer(at("services", &s.id, "provinces"), "provinces", &s.provinces);
        refer(at("services", &s.id, "axes"), "axes", &s.axes);
    }
    let rules = |field: &str| format!("region.json, rules.{field}");
    let axes = [&region.rules.axes.orientation, &region.rules.axes.people, &region.rules.axes.implementation];
    refer(rules("axes"), "axes", &axes.map(Clone::clone));
    let dimensions = [&region.rules.axes.strategy_dimension, &region.rules.axes.people_dimension];
    refer(rules("axes"), "dimensions", &dimensions.map(Clone::clone));
    for size in &region.rules.training.audience_by_size {
        refer(rules("training.audience_by_size"), "audiences", &size.audiences);
    }
    let first = &region.rules.first;
    refer(rules("first.centre"), "competence_centres", &first.centre);
    refer(rules("first.centre_services"), "services", &first.centre_services);
    refer(rules("first.also"), "services", &first.also);
    refer(rules("first.desk_category"), "service_categories", std::slice::from_ref(&first.desk_category));
    refer(rules("first.research_wishes"), "wishes", &first.research_wishes);
    for (edition, code, links) in region.activities.entries() {
        let place = format!("activities, edition {edition}, code {code}");
        refer(place.clone(), "s3_areas", &links.s3_primary);
        refer(place.clone(), "s3_areas", &links.s3_secondary);
        refer(place.clone(), "clusters", &links.clusters_primary);
        refer(place.clone(), "clusters", &links.clusters_secondary);
        refer(place, "ecosystems", &links.ecosystems);
    }
    notices
}

fn provinces_border_on_each_other(region: &Region) -> Vec<Notice> {
    let mut notices = Vec::new();
    for p in &region.provinces {
        for other in p.adjacent.iter().filter_map(|code| region.province(code)) {
            if !other.adjacent.contains(&p.code) {
                notices.push(Notice::new(
                    format!("region.json, provinces ({})", other.code),
                    format!("{} borders on it, but not the other way round.", p.code),
                    format!("Add {} here, or take {} out there.", p.code, other.code),
                ));
            }
        }
    }
    notices
}

fn sentences_are_complete(region: &Region) -> Vec<Notice> {
    let mut notices = Vec::new();
    let sentences: BTreeMap<_, _> = region.texts.places().collect();
    let known: BTreeMap<&str, &[&str]> = SENTENCES.iter().copied().collect();
    for (key, places) in &known {
        let place = format!("region.json, texts.{key}");
        let Some(by_language) = sentences.get(key) else {
            notices.push(Notice::new(place, "The sentence is missing.", "Write it in every language."));
            continue;
        };
        for (code, found) in by_language {
            if found != places {
                notices.push(Notice::new(
                    place.clone(),
                    format!("The places to fill in “{code}” are {found:?} instead of {places:?}."),
                    "Keep the names in braces as they are; their order is free.",
                ));
            }
        }
    }
    for key in sentences.keys().filter(|key| !known.contains_key(**key)) {
        notices.push(Notice::new(
            format!("region.json, texts.{key}"),
            "No program sentence has this key.",
            "Correct the key or take the sentence out.",
        ));
    }
    notices
}

fn services_have_sound_dates(region: &Region) -> Vec<Notice> {
    let mut notices = Vec::new();
    for s in &region.services {
        if let (Some(opens), Some(closes)) = (s.opens, s.closes)
            && opens > closes
        {
            notices.push(Notice::new(
                format!("region.json, services ({}).closes", s.id),
                format!("It closes on {closes}, before it opens on {opens}."),
                "Correct one of the dates.",
            ));
        }
    }
    notices
}

/// Every tag once, with doors that exist and are not known to be over.
fn offers_lead_to_doors(region: &Region) -> Vec<Notice> {
    let ids = ids(region);
    let mut notices = Vec::new();
    let mut tags = BTreeSet::new();
    for offer in &region.offers {
        let place = format!("region.json, offers ({})", offer.tag);
        let mut fault = |message: String, hint: &str| notices.push(Notice::new(&place, message, hint));
        if offer.tag.trim().is_empty() || !tags.insert(&offer.tag) {
            fault(format!("The tag “{}” is empty or stands twice.", offer.tag), "Give each tag one entry.");
        }
        if offer.doors.is_empty() {
            fault("The tag leads to no door.".to_owned(), "Name a door, or take the tag out.");
        }
        for (i, door) in offer.doors.iter().enumerate() {
            let list = door.list.code();
            let of_category = |s: &&Service| door.category.as_ref() == Some(&s.category);
            match (&door.id, &door.category) {
                (Some(id), None) if ids[list].contains(&id.as_str()) => {}
                (Some(id), None) => fault(
                    format!("“{id}” is not among the {}.", list.replace('_', " ")),
                    "Correct the id, or add the record to its list.",
                ),
                (None, Some(category)) if door.list == OfferList::Services => {
                    if !region.services.iter().any(|s| of_category(&s)) {
                        fault(format!("No service is of the category “{category}”."), "Correct the category.");
                    }
                }
                _ => fault(
                    format!("Door {} is neither a record nor a category of services.", i + 1),
                    "Give an id, or in the list of services a category.",
                ),
            }
            if offer.doors[..i].contains(door) {
                fault(format!("Door {} stands twice.", i + 1), "Keep the first one.");
            }
            let meant =
                region.services.iter().filter(|s| door.list == OfferList::Services && door.id.as_ref() == Some(&s.id));
            for over in meant.filter(|s| s.status == Availability::Closed) {
                fault(format!("“{}” is closed.", over.id), "Take it out: what is over is no offer.");
            }
        }
    }
    notices
}

fn rules_are_sound(region: &Region) -> Vec<Notice> {
    let rules = &region.rules;
    let score = &rules.score;
    let positive = [score.ateco_primary, score.ateco_secondary, score.supply_chain, score.interest, score.interest_max];
    let more = [score.ecosystem, score.province, rules.training.gap, rules.training.level, rules.training.area];
    let strength = &rules.strength;
    let sizes: Vec<_> = rules.training.audience_by_size.iter().map(|s| s.up_to).collect();
    let faults = [
        (
            positive.iter().chain(&more).any(|points| *points < 0.0),
            "score",
            "Some points are negative.",
            "Points only add; take a rule out by setting its points to 0.",
        ),
        (
            !(strength.show <= strength.medium && strength.medium <= strength.strong),
            "strength",
            "The thresholds do not rise.",
            "Write show ≤ medium ≤ strong.",
        ),
        (
            rules.gaps.target_by_level.is_empty() || rules.gaps.target_by_level.windows(2).any(|w| w[0] > w[1]),
            "gaps.target_by_level",
            "The targets are missing or fall.",
            "Give one target a level, from level 0 on, none below the one before.",
        ),
        (
            sizes.last() != Some(&None)
                || sizes.iter().rev().skip(1).any(Option::is_none)
                || sizes.windows(2).any(|w| w[0] >= w[1] && w[1].is_some()),
            "training.audience_by_size",
            "The sizes do not cover every company once.",
            "Let up_to rise and leave it out in the last.",
        ),
    ];
    faults
        .into_iter()
        .filter(|(fault, ..)| *fault)
        .map(|(_, field, message, hint)| Notice::new(format!("region.json, rules.{field}"), message, hint))
        .collect()
}

fn every_cluster_can_be_reached(region: &Region) -> Vec<Notice> {
    let by_activity = region.activities.entries().flat_map(|(_, _, links)| &links.clusters_primary);
    let reached: BTreeSet<&String> = by_activity.chain(region.supply_chains.iter().flat_map(|s| &s.clusters)).collect();
    let missed = region.clusters.iter().filter(|c| !reached.contains(&c.id));
    missed
        .map(|c| {
            Notice::new(
                format!("region.json, clusters ({})", c.id),
                "No activity and no supply chain leads to this cluster.",
                "Name it in ateco_map.csv or in a supply chain.",
            )
        })
        .collect()
}

fn nobody_gets_an_empty_page(region: &Region) -> Vec<Notice> {
    let lasting = |s: &&Service| {
        s.always
            && s.status == Availability::Open
            && s.opens.is_none()
            && s.closes.is_none()
            && s.only_families.is_empty()
    };
    if region.services.iter().any(|s| lasting(&s)) {
        return Vec::new();
    }
    vec![Notice::new(
        "region.json, services",
        "No service is for every company at any time, so that some would get an empty page.",
        "Mark one that is open without dates as “always”.",
    )]
}

/// The sentences of the matching and the names of the places in them, sorted.
const SENTENCES: &[(&str, &[&str])] = &[
    ("reason.cluster.ateco_primary", &["code", "name"]),
    ("reason.cluster.ateco_secondary", &["code", "name"]),
    ("reason.area.ateco_primary", &["code", "name"]),
    ("reason.area.ateco_secondary", &["code", "name"]),
    ("reason.centre.ateco_primary", &["code", "name"]),
    ("reason.centre.ateco_secondary", &["code", "name"]),
    ("reason.centre.home", &[]),
    ("reason.centre.better_fit", &["interests"]),
    ("reason.supply_chain", &["chains"]),
    ("reason.interest", &["interests", "name"]),
    ("reason.ecosystem", &["ecosystems"]),
    ("reason.province", &["province"]),
    ("reason.ecosystem.ateco", &["code"]),
    ("reason.ecosystem.area", &["areas"]),
    ("reason.axis.overall_low", &["threshold"]),
    ("reason.axis.strategy_low", &["dimension", "threshold"]),
    ("reason.axis.people_lowest", &["dimension"]),
    ("reason.axis.people_below_mean", &["dimension", "points"]),
    ("reason.axis.project", &["dimensions", "threshold"]),
    ("reason.axis.wish", &["wish"]),
    ("reason.axis.no_score", &[]),
    ("reason.axis.no_rule", &[]),
    ("reason.training.gap", &["dimensions", "target"]),
    ("reason.training.level", &[]),
    ("reason.training.audience", &["audiences"]),
    ("reason.training.area", &["areas"]),
    ("reason.training.interest", &["interests"]),
    ("reason.education.area", &["areas"]),
    ("reason.education.province", &["province"]),
    ("reason.education.adjoining", &["province"]),
    ("reason.education.cluster", &["clusters"]),
    ("reason.service.always", &[]),
    ("reason.service.category", &["category"]),
    ("reason.service.same_province", &["province"]),
    ("reason.service.first", &[]),
    ("reason.service.wish", &["wishes"]),
    ("reason.service.gap", &["dimensions"]),
    ("reason.service.gap_wide", &[]),
    ("reason.service.suits", &[]),
    ("first.research.cluster", &[]),
    ("first.research.university", &[]),
    ("first.centre", &[]),
    ("first.desk_size", &["threshold"]),
    ("first.desk_sector", &[]),
    ("first.also", &[]),
    ("what.its", &["area", "note"]),
    ("what.university", &["strengths"]),
    ("what.training", &["duration", "formats", "level", "providers"]),
    ("caveat.mapping", &[]),
    ("caveat.seat", &[]),
    ("caveat.no_seat", &[]),
    ("caveat.website", &[]),
    ("caveat.verify", &["as_of"]),
    ("caveat.stale", &["as_of"]),
    ("caveat.general", &[]),
    ("caveat.outside", &["place"]),
    ("caveat.higher_level", &[]),
    ("caveat.its_use", &[]),
    ("caveat.target", &["target"]),
    ("caveat.opens", &["date"]),
    ("caveat.closes", &["date"]),
    ("caveat.closed", &[]),
    ("caveat.expired", &["date"]),
    ("caveat.availability", &[]),
    ("caveat.announced", &[]),
    ("caveat.excluded", &["exclusions"]),
    ("ask.no_code", &[]),
    ("ask.unknown_code", &["code", "edition"]),
    ("ask.longer_code", &["code"]),
    ("ask.supply_chain", &["code"]),
    ("ask.province", &[]),
    ("ask.answers", &[]),
];
