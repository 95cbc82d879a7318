//! Clusters: the shared rules, and those below the threshold in a list of their own.

use super::card::{Face, Kind, Ranked, rank};
use super::company::Company;
use super::score::{Target, by_activity, tally};
use crate::pack::region::Cluster;

/// Every cluster; those that match are listed.
pub(super) fn clusters(company: &Company<'_>) -> Vec<Ranked> {
    rank(company.region.clusters.iter().map(|cluster| card(company, cluster)).collect())
}

/// The name a cluster goes by on its own card, which explains it: its acronym where a source has one.
fn short_name<'a>(company: &Company<'_>, cluster: &'a Cluster) -> &'a str {
    cluster.verified_acronym().unwrap_or_else(|| cluster.name.get(company.language))
}

fn card(company: &Company<'_>, cluster: &Cluster) -> Ranked {
    let listed = |ids: &[String]| ids.contains(&cluster.id);
    let target = Target {
        sentences: "cluster",
        name: short_name(company, cluster),
        primary: company.links.is_some_and(|l| listed(&l.links.clusters_primary)),
        secondary: company.links.is_some_and(|l| listed(&l.links.clusters_secondary)),
        chains: company.chains.iter().filter(|c| listed(&c.clusters)).copied().collect(),
        keywords: &cluster.keywords,
        ecosystems: &cluster.ecosystems,
        provinces: &cluster.provinces,
    };
    let tally = tally(company, &target);
    let by_activity = by_activity(&tally);
    let face = Face {
        id: &cluster.id,
        kind: Kind::Cluster,
        name: &cluster.name,
        what: cluster.description.get(company.language).to_owned(),
        website: cluster.website.as_ref(),
        provenance: &cluster.provenance,
    };
    let place = cluster.seat.as_ref().map(|seat| seat.get(company.language).to_owned());
    let seat = match &place {
        None => Some("caveat.no_seat"),
        Some(_) if cluster.provenance.is_unverified("seat") => Some("caveat.seat"),
        Some(_) => None,
    };
    let mut ranked = Ranked::new(company, face, tally).at(place, company.nearness(&cluster.provinces));
    ranked.card.acronym = cluster.verified_acronym().filter(|a| *a != ranked.card.name).map(str::to_owned);
    if let Some(key) = seat {
        ranked = ranked.caveat(company.say(key, &[]));
    }
    if by_activity {
        ranked = ranked.caveat(company.say("caveat.mapping", &[]));
    }
    ranked
}
