//! The axes of the region's own competence centre: all shown, the fitting one first with the rule that chose it
//! (method §9, rule 4).

use super::card::{Face, Kind, Ranked, Reason, Tally};
use super::company::{Company, TOLERANCE};
use crate::pack::region::Axis;

/// The axes in the order in which they are highlighted.
pub(super) fn axes(company: &Company<'_>) -> Vec<Ranked> {
    let rules = &company.region.rules.axes;
    let in_order = [
        (&rules.orientation, orientation(company)),
        (&rules.people, people(company)),
        (&rules.implementation, implementation(company)),
    ];
    let mut fired: Vec<(&String, f64, Vec<Reason>)> = Vec::new();
    for (id, reasons) in in_order {
        if !reasons.is_empty() {
            fired.push((id, if fired.is_empty() { rules.first } else { rules.other }, reasons));
        }
    }
    if fired.is_empty() {
        fired.push(starting(company));
    }
    let place = |id: &str| fired.iter().position(|(fired, ..)| *fired == id).unwrap_or(fired.len());
    let mut axes: Vec<&Axis> = company.region.axes.iter().collect();
    axes.sort_by_key(|axis| place(&axis.id));
    axes.into_iter()
        .map(|axis| {
            let mut tally = Tally::new(company);
            if let Some((_, points, reasons)) = fired.iter().find(|(id, ..)| **id == axis.id) {
                // The points belong to the axis, not to each rule: they stand with the first one that holds.
                for (i, reason) in reasons.iter().enumerate() {
                    tally.add(reason.rule, if i == 0 { *points } else { 0.0 }, reason.text.clone());
                }
            }
            card(company, axis, tally)
        })
        .collect()
}

fn reason(rule: &'static str, text: String) -> Reason {
    Reason { rule, points: 0.0, text }
}

fn dimension(company: &Company<'_>, id: &str) -> Option<f64> {
    company.standing.dimensions.get(id).copied().flatten()
}

fn orientation(company: &Company<'_>) -> Vec<Reason> {
    let rules = &company.region.rules.axes;
    let mut reasons = Vec::new();
    if company.standing.total.is_some_and(|total| total < rules.overall_below - TOLERANCE) {
        let threshold = company.figure(rules.overall_below);
        reasons.push(reason("overall_low", company.say("reason.axis.overall_low", &[("threshold", &threshold)])));
    }
    if dimension(company, &rules.strategy_dimension).is_some_and(|d| d < rules.strategy_below - TOLERANCE) {
        let name = company.dimension_names(&[&rules.strategy_dimension]);
        let values = [("dimension", name.as_str()), ("threshold", &company.figure(rules.strategy_below))];
        reasons.push(reason("strategy_low", company.say("reason.axis.strategy_low", &values)));
    }
    reasons
}

fn people(company: &Company<'_>) -> Vec<Reason> {
    let rules = &company.region.rules.axes;
    let Some(people) = dimension(company, &rules.people_dimension) else { return Vec::new() };
    let published: Vec<f64> = company.standing.dimensions.values().copied().flatten().collect();
    // At least the people are published, so that the count is not 0.
    let mean = published.iter().sum::<f64>() / published.iter().fold(0.0, |n, _| n + 1.0);
    let name = company.dimension_names(&[&rules.people_dimension]);
    let mut reasons = Vec::new();
    let lowest = published.iter().all(|d| people <= d + TOLERANCE);
    // Where all dimensions stand level none of them is the lowest.
    if lowest && people < mean - TOLERANCE {
        reasons.push(reason("people_lowest", company.say("reason.axis.people_lowest", &[("dimension", &name)])));
    }
    if mean - people >= rules.people_below_mean - TOLERANCE {
        let points = company.figure(rules.people_below_mean);
        let values = [("dimension", name.as_str()), ("points", &points)];
        reasons.push(reason("people_below_mean", company.say("reason.axis.people_below_mean", &values)));
    }
    reasons
}

fn implementation(company: &Company<'_>) -> Vec<Reason> {
    let rules = &company.region.rules.axes;
    let ready = company.standing.total.is_some_and(|total| total >= rules.implementation_from - TOLERANCE);
    if !ready || company.profile.project_idea != Some(true) || company.gaps.is_empty() {
        return Vec::new();
    }
    let gaps: Vec<&str> = company.gaps.keys().copied().collect();
    let names = company.dimension_names(&gaps);
    let values = [("threshold", company.figure(rules.implementation_from)), ("dimensions", names)];
    let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
    vec![reason("project", company.say("reason.axis.project", &values))]
}

/// Where no rule holds: the axis a wish names, else orientation.
fn starting<'a>(company: &Company<'a>) -> (&'a String, f64, Vec<Reason>) {
    let rules = &company.region.rules.axes;
    let mut wishes = company.wishes.iter().filter(|_| company.counts("wish"));
    let wish = wishes.find_map(|wish| Some((wish, wish.axis.as_ref()?)));
    let (axis, reason) = match wish {
        Some((wish, axis)) => {
            let text = company.say("reason.axis.wish", &[("wish", wish.name.get(company.language))]);
            (axis, reason("wish", text))
        }
        None if company.standing.total.is_none() => {
            (&rules.orientation, reason("no_score", company.say("reason.axis.no_score", &[])))
        }
        None => (&rules.orientation, reason("no_rule", company.say("reason.axis.no_rule", &[]))),
    };
    (axis, rules.starting, vec![reason])
}

fn card(company: &Company<'_>, axis: &Axis, tally: Tally<'_>) -> Ranked {
    let centre = company.region.competence_centres.iter().find(|c| c.id == axis.centre);
    let face = Face {
        id: &axis.id,
        kind: Kind::Axis,
        name: &axis.name,
        what: axis.description.get(company.language).to_owned(),
        website: centre.and_then(|c| c.website.as_ref()),
        provenance: &axis.provenance,
    };
    let place = centre.map(|c| match &c.city {
        Some(city) => format!("{}, {}", c.name.get(company.language), city.get(company.language)),
        None => c.name.get(company.language).to_owned(),
    });
    Ranked::new(company, face, tally).listed(true).at(place, 0)
}
