//! Universities and ITS academies (method §9, rule 7). A province alone is no reason to knock: an area or a cluster
//! must link them to the company.

use super::card::{Face, Kind, Ranked, Tally, rank};
use super::company::{Company, Found, list};

/// Every university; those that match are listed.
pub(super) fn universities(company: &Company<'_>, found: &Found) -> Vec<Ranked> {
    let ranked = company.region.universities.iter().map(|university| {
        let tally = tally(company, found, &university.s3_areas, &university.clusters, &university.provinces);
        let strengths: Vec<&str> = university.strengths.get(company.language).iter().map(String::as_str).collect();
        let face = Face {
            id: &university.id,
            kind: Kind::University,
            name: &university.name,
            what: company.say("what.university", &[("strengths", &strengths.join(", "))]),
            website: university.website.as_ref(),
            provenance: &university.provenance,
        };
        let place = towns(&university.city, &university.other_seats);
        Ranked::new(company, face, tally).at(Some(place), company.nearness(&university.provinces))
    });
    rank(ranked.collect())
}

/// Every ITS academy, those that match listed; for hiring and internships, not as a course for those who run the company.
pub(super) fn its_academies(company: &Company<'_>, found: &Found) -> Vec<Ranked> {
    let ranked = company.region.its_academies.iter().map(|its| {
        let tally = tally(company, found, &its.s3_areas, &[], &its.provinces);
        let area = company.region.its_areas.iter().find(|a| a.id == its.area);
        let area = area.map_or(its.area.as_str(), |a| a.name.get(company.language));
        let note = its.note.as_ref().map_or("", |note| note.get(company.language));
        let face = Face {
            id: &its.id,
            kind: Kind::ItsAcademy,
            name: &its.name,
            what: company.say("what.its", &[("area", area), ("note", note)]),
            website: its.website.as_ref(),
            provenance: &its.provenance,
        };
        let place = towns(its.seat.get(company.language), &its.other_seats);
        let ranked = Ranked::new(company, face, tally).at(Some(place), company.nearness(&its.provinces));
        let seat = its.provenance.unverified_fields.iter().any(|field| field.contains("seat"));
        let ranked = if seat { ranked.caveat(company.say("caveat.seat", &[])) } else { ranked };
        ranked.caveat(company.say("caveat.its_use", &[]))
    });
    rank(ranked.collect())
}

/// Nothing where neither an area nor a cluster links it to the company.
fn tally<'a>(
    company: &Company<'a>,
    found: &Found,
    areas: &[String],
    clusters: &[String],
    provinces: &[String],
) -> Tally<'a> {
    let rules = &company.region.rules.higher_education;
    let mut tally = Tally::new(company);
    let names = found.areas_among(company, areas);
    if !names.is_empty() {
        tally.add("area", rules.area, company.say("reason.education.area", &[("areas", &list(&names))]));
    }
    let names = found.clusters_among(company, clusters);
    if !names.is_empty() {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let text = company.say("reason.education.cluster", &[("clusters", &list(&names))]);
        tally.add("cluster", rules.cluster, text);
    }
    if !tally.has("area") && !tally.has("cluster") {
        return tally;
    }
    let (rule, key, province) = match company.nearness(provinces) {
        2 => ("province", "reason.education.province", company.province.map(|p| p.code.as_str())),
        1 => {
            let next = |p: &&String| company.province.is_some_and(|own| own.adjacent.contains(p));
            ("adjoining_province", "reason.education.adjoining", provinces.iter().find(next).map(String::as_str))
        }
        _ => return tally,
    };
    let name = province.and_then(|code| company.region.province(code)).map_or("", |p| p.name.get(company.language));
    tally.add(rule, rules.province, company.say(key, &[("province", name)]));
    tally
}

fn towns(seat: &str, others: &[String]) -> String {
    std::iter::once(seat).chain(others.iter().map(String::as_str)).collect::<Vec<_>>().join(", ")
}
