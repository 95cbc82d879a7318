//! Specialisation areas of 2014-2020 and ecosystems of 2021-2027: both are shown, since calls ask for the latter.

use super::card::{Face, Kind, Ranked, Tally, rank};
use super::company::{Company, Found, list};
use super::score::{Target, by_activity, tally};

/// Every area; those that match are listed.
pub(super) fn areas(company: &Company<'_>) -> Vec<Ranked> {
    let ranked = company.region.s3_areas.iter().map(|area| {
        let listed = |ids: &[String]| ids.contains(&area.id);
        let target = Target {
            sentences: "area",
            name: area.name.get(company.language),
            primary: company.links.is_some_and(|l| listed(&l.links.s3_primary)),
            secondary: company.links.is_some_and(|l| listed(&l.links.s3_secondary)),
            chains: company.chains.iter().filter(|c| listed(&c.s3_areas)).copied().collect(),
            keywords: &area.keywords,
            ecosystems: &area.ecosystems,
            provinces: &[],
        };
        let tally = tally(company, &target);
        let by_activity = by_activity(&tally);
        let face = Face {
            id: &area.id,
            kind: Kind::S3Area,
            name: &area.name,
            what: area.description.get(company.language).to_owned(),
            website: None,
            provenance: &area.provenance,
        };
        let ranked = Ranked::new(company, face, tally);
        if by_activity { ranked.caveat(company.say("caveat.mapping", &[])) } else { ranked }
    });
    rank(ranked.collect())
}

/// Every ecosystem; those that match are listed.
pub(super) fn ecosystems(company: &Company<'_>, found: &Found) -> Vec<Ranked> {
    let rules = &company.region.rules.ecosystem;
    let ranked = company.region.ecosystems.iter().map(|ecosystem| {
        let mut tally = Tally::new(company);
        if company.links.is_some_and(|l| l.links.ecosystems.contains(&ecosystem.id)) {
            let text = company.say("reason.ecosystem.ateco", &[("code", &company.code)]);
            tally.add("ateco_ecosystem", rules.ateco, text);
        }
        let chains = company.chains.iter().filter(|c| c.ecosystems.contains(&ecosystem.id));
        let chains: Vec<&str> = chains.map(|c| c.name.get(company.language)).collect();
        if !chains.is_empty() {
            let text = company.say("reason.supply_chain", &[("chains", &list(&chains))]);
            tally.add("supply_chain", rules.supply_chain, text);
        }
        let areas = found.areas_among(company, &ecosystem.s3_areas);
        if !areas.is_empty() {
            let text = company.say("reason.ecosystem.area", &[("areas", &list(&areas))]);
            tally.add("area", rules.area, text);
        }
        let by_activity = tally.has("ateco_ecosystem");
        let face = Face {
            id: &ecosystem.id,
            kind: Kind::Ecosystem,
            name: &ecosystem.name,
            what: ecosystem.description.get(company.language).to_owned(),
            website: None,
            provenance: &ecosystem.provenance,
        };
        let ranked = Ranked::new(company, face, tally);
        if by_activity { ranked.caveat(company.say("caveat.mapping", &[])) } else { ranked }
    });
    rank(ranked.collect())
}
