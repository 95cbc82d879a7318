//! Competence centres: the region's own always and first; another only where an interest is its main theme
//! (method §9, rule 8).

use super::card::{Face, Kind, Ranked, Strength, Tally, rank};
use super::company::Company;
use super::score::{Target, by_activity, shared_interests, tally};
use crate::pack::region::{BetterFit, CompetenceCentre, Interest};

/// The region's own centre, then the others; those that fit an interest better are listed.
pub(super) fn centres(company: &Company<'_>) -> Vec<Ranked> {
    let (home, away): (Vec<_>, Vec<_>) = company.region.competence_centres.iter().partition(|c| c.home);
    let mut ranked = rank(home.into_iter().map(|centre| home_card(company, centre)).collect());
    ranked.extend(rank(away.into_iter().map(|centre| away_card(company, centre)).collect()));
    ranked
}

fn home_card(company: &Company<'_>, centre: &CompetenceCentre) -> Ranked {
    let works_on = |ids: &[String]| ids.iter().any(|id| centre.s3_areas.contains(id));
    let target = Target {
        sentences: "centre",
        name: centre.name.get(company.language),
        primary: company.links.is_some_and(|l| works_on(&l.links.s3_primary)),
        secondary: company.links.is_some_and(|l| works_on(&l.links.s3_secondary)),
        chains: company.chains.iter().filter(|c| works_on(&c.s3_areas)).copied().collect(),
        keywords: &centre.keywords,
        ecosystems: &[],
        provinces: &centre.provinces,
    };
    let mut tally = tally(company, &target);
    tally.add("home", 0.0, company.say("reason.centre.home", &[]));
    let by_activity = by_activity(&tally);
    let mut ranked = Ranked::new(company, face(company, centre), tally).listed(true);
    // It is worth a look for every company, whatever its score.
    ranked.card.strength = ranked.card.strength.or(Some(Strength::ToExplore));
    let ranked = ranked.at(place(company, centre), company.nearness(&centre.provinces));
    if by_activity { ranked.caveat(company.say("caveat.mapping", &[])) } else { ranked }
}

fn away_card(company: &Company<'_>, centre: &CompetenceCentre) -> Ranked {
    let fitting = fitting_interests(company, &centre.better_fit);
    let mut tally = Tally::new(company);
    if !fitting.is_empty() {
        let text = company.say("reason.centre.better_fit", &[("interests", &company.interest_names(&fitting))]);
        tally.add("better_fit", company.region.rules.centres.better_fit, text);
    }
    let listed = tally.has("better_fit");
    let mut others = shared_interests(company, &centre.keywords);
    others.retain(|i| !fitting.iter().any(|f| f.id == i.id));
    // A theme among others is a reason beside the main one, and none to travel for.
    if listed && !others.is_empty() {
        let rules = &company.region.rules.score;
        let count = others.iter().fold(0.0, |n, _| n + 1.0);
        let names = company.interest_names(&others);
        let values = [("interests", names.as_str()), ("name", centre.name.get(company.language))];
        let points = (rules.interest * count).min(rules.interest_max);
        tally.add("interest", points, company.say("reason.interest", &values));
    }
    let place = place(company, centre);
    let outside = company.say("caveat.outside", &[("place", place.as_deref().unwrap_or_default())]);
    Ranked::new(company, face(company, centre), tally).listed(listed).at(place, 0).caveat(outside)
}

/// The company's interests for which one of these conditions holds.
fn fitting_interests<'a>(company: &Company<'a>, conditions: &[BetterFit]) -> Vec<&'a Interest> {
    let holds = |c: &BetterFit| {
        (c.supply_chains.is_empty() && c.divisions.is_empty())
            || company.chains.iter().any(|chain| c.supply_chains.contains(&chain.id))
            || c.divisions.contains(&company.division)
    };
    let fits = |i: &&&Interest| conditions.iter().any(|c| c.interests.contains(&i.id) && holds(c));
    company.interests.iter().filter(fits).copied().collect()
}

fn face<'a>(company: &Company<'_>, centre: &'a CompetenceCentre) -> Face<'a> {
    Face {
        id: &centre.id,
        kind: Kind::CompetenceCentre,
        name: &centre.name,
        what: centre.description.get(company.language).to_owned(),
        website: centre.website.as_ref(),
        provenance: &centre.provenance,
    }
}

fn place(company: &Company<'_>, centre: &CompetenceCentre) -> Option<String> {
    let region = centre.region.get(company.language);
    Some(match &centre.city {
        Some(city) => format!("{}, {region}", city.get(company.language)),
        None => region.to_owned(),
    })
}
