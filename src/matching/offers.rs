//! What the region has for a tag, for this company: the doors a measure of the plan leads to.

use jiff::civil::Date;

use super::Profile;
use super::card::Kind;
use super::services::{is_over_at, serves};
use crate::pack::region::{Localized, OfferDoor, OfferList, Provenance, Region, Service};

/// A door that a tag leads to.
#[derive(Clone, Copy, Debug)]
pub struct Offered<'r> {
    /// What it is; with the id it is the same door as a card.
    pub kind: Kind,
    /// Id in the region's directory.
    pub id: &'r str,
    /// Its name.
    pub name: &'r Localized,
    /// Address on the web, without scheme.
    pub website: Option<&'r str>,
    /// Where the facts come from.
    pub provenance: &'r Provenance,
}

/// The doors a tag leads to for a company, the most fitting first, each once. Services that are over at `today`, or that
/// are not for the company's province or sector family, are left out; so are training topics for other families. A
/// category of services gives those of the company's province, and all of them where the province is not known.
#[must_use]
pub fn offers<'r>(region: &'r Region, tag: &str, profile: &Profile<'_>, today: Date) -> Vec<Offered<'r>> {
    let mut found: Vec<Offered<'r>> = Vec::new();
    for door in region.offers(tag) {
        for offered in behind(region, door, profile, today) {
            if !found.iter().any(|f| (f.kind, f.id) == (offered.kind, offered.id)) {
                found.push(offered);
            }
        }
    }
    found
}

fn behind<'r>(region: &'r Region, door: &OfferDoor, profile: &Profile<'_>, today: Date) -> Vec<Offered<'r>> {
    // Records of the lists whose members have an address, by their id.
    macro_rules! records {
        ($list:ident, $kind:ident) => {{
            let records = region.$list.iter().filter(|r| door.id.as_ref() == Some(&r.id));
            records.map(|r| offered(Kind::$kind, &r.id, &r.name, r.website.as_ref(), &r.provenance)).collect()
        }};
    }
    match door.list {
        OfferList::Training => {
            let topics = region.training.iter().filter(|t| door.id.as_ref() == Some(&t.id));
            let for_family = topics.filter(|t| t.families.is_empty() || t.families.iter().any(|f| f == profile.family));
            for_family.map(|t| offered(Kind::Training, &t.id, &t.name, None, &t.provenance)).collect()
        }
        OfferList::Services => {
            let province = profile.province.and_then(|code| region.province(code));
            let named = |s: &&Service| door.id.as_ref() == Some(&s.id) || door.category.as_ref() == Some(&s.category);
            let services = region.services.iter().filter(named);
            let current = services.filter(|s| serves(s, province, profile.family) && !is_over_at(s, today));
            current.map(|s| offered(Kind::Service, &s.id, &s.name, s.website.as_ref(), &s.provenance)).collect()
        }
        OfferList::CompetenceCentres => records!(competence_centres, CompetenceCentre),
        OfferList::Clusters => records!(clusters, Cluster),
        OfferList::ItsAcademies => records!(its_academies, ItsAcademy),
        OfferList::Universities => records!(universities, University),
    }
}

fn offered<'r>(
    kind: Kind,
    id: &'r str,
    name: &'r Localized,
    website: Option<&'r String>,
    provenance: &'r Provenance,
) -> Offered<'r> {
    Offered { kind, id, name, website: website.map(String::as_str), provenance }
}
