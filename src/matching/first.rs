//! At whose door to knock at first (method §9, rule 5), and what the company could still say (rule 2).

use super::card::{Kind, Ranked};
use super::company::Company;
use super::services::{concerns, is_over};

/// A door to knock at first.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstDoor {
    /// Id in the region's directory.
    pub id: String,
    /// In which list it stands.
    pub kind: Kind,
    /// Id of the rule that chose it.
    pub rule: &'static str,
    /// The reason as a sentence without a full stop.
    pub text: String,
}

/// Something the company could still say to get a better list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What is asked for: `code`, `supply_chain`, `province` or `answers`.
    pub id: &'static str,
    /// The request as a sentence without a full stop.
    pub text: String,
}

/// The first doors, in the order in which to knock; never one that was put aside.
pub(super) fn first(company: &Company<'_>, clusters: &[Ranked], universities: &[Ranked]) -> Vec<FirstDoor> {
    let mut doors = wanted(company, clusters, universities);
    // Of the three kinds among them none has a key other than its id.
    doors.retain(|door| !company.has_put_aside(&door.id));
    doors
}

fn wanted(company: &Company<'_>, clusters: &[Ranked], universities: &[Ranked]) -> Vec<FirstDoor> {
    let rules = &company.region.rules.first;
    let mut doors = Vec::new();
    if is_research(company) {
        for (list, key) in [(clusters, "first.research.cluster"), (universities, "first.research.university")] {
            let best = list.iter().find(|r| r.is_listed() && !company.has_put_aside(&r.card.id));
            doors.extend(best.map(|r| door(company, &r.card.id, r.card.kind, "research", key)));
        }
    }
    let micro = company.profile.employees.is_some_and(|n| n < rules.micro_below);
    if !micro && rules.centre_divisions.contains(&company.division) {
        doors.extend(
            rules.centre.iter().map(|id| door(company, id, Kind::CompetenceCentre, "manufacturing", "first.centre")),
        );
        let services = rules.centre_services.iter().filter(|id| is_current(company, id));
        doors.extend(services.map(|id| door(company, id, Kind::Service, "manufacturing", "first.centre")));
        return doors;
    }
    let (rule, key) = if micro { ("micro", "first.desk_size") } else { ("sector", "first.desk_sector") };
    let desks = company.region.services.iter().filter(|s| s.category == rules.desk_category);
    let desks = desks.filter(|s| concerns(company, s) && !is_over(company, s));
    doors.extend(desks.map(|s| door(company, &s.id, Kind::Service, rule, key)));
    let also = rules.also.iter().filter(|id| is_current(company, id));
    doors.extend(also.map(|id| door(company, id, Kind::Service, "also", "first.also")));
    doors
}

fn door(company: &Company<'_>, id: &str, kind: Kind, rule: &'static str, key: &str) -> FirstDoor {
    let threshold = company.region.rules.first.micro_below.to_string();
    FirstDoor { id: id.to_owned(), kind, rule, text: company.say(key, &[("threshold", &threshold)]) }
}

/// A project idea for which partners are wanted, or any in a division of research.
fn is_research(company: &Company<'_>) -> bool {
    let rules = &company.region.rules.first;
    company.profile.project_idea == Some(true)
        && (rules.research_divisions.contains(&company.division)
            || company.wishes.iter().any(|w| rules.research_wishes.contains(&w.id)))
}

fn is_current(company: &Company<'_>, id: &str) -> bool {
    company.region.services.iter().any(|s| s.id == id && concerns(company, s) && !is_over(company, s))
}

/// What would make the list better, the most useful first.
pub(super) fn asks(company: &Company<'_>) -> Vec<Ask> {
    let mut asks = Vec::new();
    let mut ask = |id, key, values: &[(&str, &str)]| asks.push(Ask { id, text: company.say(key, values) });
    let code = ("code", company.profile.code.trim());
    match company.links {
        None if company.division.is_empty() => ask("code", "ask.no_code", &[]),
        None => ask("code", "ask.unknown_code", &[code, ("edition", company.profile.edition.trim())]),
        // A refinement or a supply chain has already told the companies of the division apart.
        Some(links) if links.digits > 2 || !company.chains.is_empty() => {}
        Some(_) => {
            let division = company.region.ambiguous.iter().find(|a| a.division == company.division);
            let longer = crate::pack::region::digits(company.profile.code).len() >= 4;
            match division {
                Some(a) if a.longer_code_helps && !longer => ask("code", "ask.longer_code", &[code]),
                Some(_) => ask("supply_chain", "ask.supply_chain", &[code]),
                None => {}
            }
        }
    }
    if company.province.is_none() {
        ask("province", "ask.province", &[]);
    }
    if company.standing.dimensions.values().flatten().next().is_none() {
        ask("answers", "ask.answers", &[]);
    }
    asks
}
