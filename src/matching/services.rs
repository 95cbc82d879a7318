//! Services, desks, tools and incentives (method §9, rule 9): what is over at `today` is kept for the record only, and
//! what nobody has checked never looks current. No amount due is ever computed.

use jiff::civil::Date;

use super::card::{Face, Kind, Ranked, Tally, rank};
use super::company::{Company, list};
use super::first::FirstDoor;
use crate::pack::region::{Availability, Province, Service, ServiceCategory};
use crate::text;

/// The services that are not known to be over, those that match listed, and those that are over.
pub(super) fn services(company: &Company<'_>, first: &[FirstDoor]) -> (Vec<Ranked>, Vec<Ranked>) {
    let mut current = Vec::new();
    let mut past = Vec::new();
    for service in company.region.services.iter().filter(|s| concerns(company, s)) {
        if is_over(company, service) {
            past.push(past_card(company, service));
            continue;
        }
        let category = company.region.service_categories.iter().find(|c| c.id == service.category);
        let always = service.always || category.is_some_and(|c| c.always);
        let is_first = first.iter().any(|door| door.kind == Kind::Service && door.id == service.id);
        let ranked = current_card(company, service, category, always, is_first);
        // Whom to ask first must be found in the list, whatever rules count.
        let listed = ranked.is_listed() || (always && company.counts("always")) || is_first;
        current.push(ranked.listed(listed));
    }
    (rank(current), rank(past))
}

/// Whether a service is over today, by its status or by its last day.
pub(super) fn is_over(company: &Company<'_>, service: &Service) -> bool {
    is_over_at(service, company.today)
}

/// Whether a service is over on this day.
pub(super) fn is_over_at(service: &Service, today: Date) -> bool {
    service.status == Availability::Closed || service.closes.is_some_and(|last| last < today)
}

/// Whether a service serves this company's province and sector family at all.
pub(super) fn concerns(company: &Company<'_>, service: &Service) -> bool {
    serves(service, company.province, company.profile.family)
}

/// Whether a service serves a province and a sector family at all. Where the province is not known every one may.
pub(super) fn serves(service: &Service, province: Option<&Province>, family: &str) -> bool {
    let province = province.is_none_or(|p| service.provinces.is_empty() || service.provinces.contains(&p.code));
    let families = &service.only_families;
    province && (families.is_empty() || families.iter().any(|f| f == family))
}

fn current_card(
    company: &Company<'_>,
    service: &Service,
    category: Option<&ServiceCategory>,
    always: bool,
    first: bool,
) -> Ranked {
    let rules = &company.region.rules.services;
    let mut tally = Tally::new(company);
    if always {
        tally.add("always", rules.always, company.say("reason.service.always", &[]));
    }
    if let Some(category) = category.filter(|c| c.points > 0.0) {
        let values = [("category", category.name.get(company.language))];
        tally.add("category", category.points, company.say("reason.service.category", &values));
    }
    if let Some(province) = company.province.filter(|p| service.provinces.contains(&p.code)) {
        let values = [("province", province.name.get(company.language))];
        tally.add("province", rules.same_province, company.say("reason.service.same_province", &values));
    }
    if first {
        tally.add("first", rules.first, company.say("reason.service.first", &[]));
    }
    let wishes = company.wishes.iter();
    let answered = wishes.filter(|w| w.services.contains(&service.id) || w.categories.contains(&service.category));
    let names: Vec<&str> = answered.map(|w| w.name.get(company.language)).collect();
    if !names.is_empty() {
        tally.add("wish", rules.wish, company.say("reason.service.wish", &[("wishes", &list(&names))]));
    }
    let gaps = company.gaps_among(&service.dimensions);
    if !gaps.is_empty() {
        let narrow = service.dimensions.len() <= rules.narrow_up_to;
        if narrow {
            let text = company.say("reason.service.gap", &[("dimensions", &company.dimension_names(&gaps))]);
            tally.add("gap", rules.gap_narrow, text);
        } else {
            tally.add("gap", rules.gap_wide, company.say("reason.service.gap_wide", &[]));
        }
    }
    if service.suits_families.iter().any(|f| f == company.profile.family) {
        tally.add("suits", rules.suits, company.say("reason.service.suits", &[]));
    }
    let mut ranked = card(company, service, tally);
    let not_yet = service.opens.filter(|first_day| *first_day > company.today);
    if not_yet.is_some() || service.status != Availability::Open {
        ranked.card.verify = true;
    }
    ranked.card.availability = Some(match not_yet {
        Some(_) => Availability::Announced,
        None => service.status,
    });
    // The last one put in stands first: the weightiest come last here.
    ranked = ranked.caveat(company.say("caveat.target", &[("target", service.target.get(company.language))]));
    if let Some(note) = &service.validity_note {
        ranked = ranked.caveat(note.get(company.language).to_owned());
    }
    if let Some(closes) = service.closes {
        ranked = ranked.caveat(company.say("caveat.closes", &[("date", &text::date(company.language, closes))]));
    }
    match service.status {
        Availability::Verify => ranked = ranked.caveat(company.say("caveat.availability", &[])),
        Availability::Announced => ranked = ranked.caveat(company.say("caveat.announced", &[])),
        Availability::Open | Availability::Closed => {}
    }
    if let Some(opens) = not_yet {
        ranked = ranked.caveat(company.say("caveat.opens", &[("date", &text::date(company.language, opens))]));
    }
    let excluded = service.excluded_divisions.get(company.profile.edition.trim());
    if excluded.is_some_and(|divisions| divisions.contains(&company.division)) {
        let words = service.exclusions.as_ref().map_or("", |words| words.get(company.language));
        ranked = ranked.caveat(company.say("caveat.excluded", &[("exclusions", words)]));
    }
    ranked
}

fn past_card(company: &Company<'_>, service: &Service) -> Ranked {
    let mut ranked = card(company, service, Tally::new(company));
    if let Some(note) = &service.validity_note {
        ranked = ranked.caveat(note.get(company.language).to_owned());
    }
    let caveat = match service.closes.filter(|last| *last < company.today) {
        Some(last) => company.say("caveat.expired", &[("date", &text::date(company.language, last))]),
        None => company.say("caveat.closed", &[]),
    };
    ranked.card.verify = true;
    ranked.card.availability = Some(Availability::Closed);
    ranked.caveat(caveat).listed(true)
}

fn card(company: &Company<'_>, service: &Service, tally: Tally<'_>) -> Ranked {
    let face = Face {
        id: &service.id,
        kind: Kind::Service,
        name: &service.name,
        what: service.description.get(company.language).to_owned(),
        website: service.website.as_ref(),
        provenance: &service.provenance,
    };
    let provider = service.provider.get(company.language).to_owned();
    let mut ranked = Ranked::new(company, face, tally).at(Some(provider), company.nearness(&service.provinces));
    ranked.card.dimensions.clone_from(&service.dimensions);
    ranked
}
