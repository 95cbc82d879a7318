//! The rules that give points, one by one: where each counts, how much, and whether it does. What chooses an order alone,
//! the axis to begin with and the first door, is no rule to be switched off: something has to come first.

use super::company::Company;
use crate::assessment::choices::DoorChoices;
use crate::pack::region::Region;

/// Every rule that can be switched off, by the id its reasons bear, in the order in which they are shown.
pub const RULES: [&str; 19] = [
    "ateco_primary",
    "ateco_secondary",
    "ateco_ecosystem",
    "supply_chain",
    "interest",
    "ecosystem",
    "area",
    "cluster",
    "province",
    "adjoining_province",
    "better_fit",
    "gap",
    "level",
    "audience",
    "always",
    "category",
    "first",
    "wish",
    "suits",
];

/// Whether a rule counts: all do but those of [`RULES`] that the company has switched off.
pub(super) fn counts(choices: &DoorChoices, rule: &str) -> bool {
    !(RULES.contains(&rule) && choices.rules_off.contains(rule))
}

/// A rule as it stands for a company.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Its id, one of [`RULES`].
    pub id: &'static str,
    /// Whether it counts for this company.
    pub on: bool,
    /// Where it gives points, and how many.
    pub uses: Vec<Use>,
}

/// Lists in which a rule gives the same points.
#[derive(Clone, Debug, PartialEq)]
pub struct Use {
    /// Ids of lists, as [`super::Doors::groups`] has them.
    pub lists: &'static [&'static str],
    /// What it gives there.
    pub points: Points,
}

/// How many points a rule gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Points {
    /// Always the same.
    Fixed(f64),
    /// So many for each thing that fits.
    Each(f64),
    /// So many for each thing that fits, all together at most the second figure.
    EachUpTo(f64, f64),
    /// The more there is to gain the more, at most so many.
    UpTo(f64),
    /// From the first to the second figure, by the case.
    Between(f64, f64),
}

const SCORED: &[&str] = &["clusters", "competence_centres", "s3_areas"];
const SHARING: &[&str] = &["clusters", "s3_areas"];
const SCHOOLS: &[&str] = &["universities", "its_academies"];
const CLUSTERS: &[&str] = &["clusters"];
const CENTRES: &[&str] = &["competence_centres"];
const ECOSYSTEMS: &[&str] = &["ecosystems"];
const TRAINING: &[&str] = &["training"];
const UNIVERSITIES: &[&str] = &["universities"];
const SERVICES: &[&str] = &["services"];

/// Every rule as it stands for the company.
pub(super) fn of(company: &Company<'_>) -> Vec<Rule> {
    RULES.into_iter().map(|id| Rule { id, on: company.counts(id), uses: uses(id, company.region) }).collect()
}

fn uses(id: &str, region: &Region) -> Vec<Use> {
    use Points::{Each, EachUpTo, Fixed, UpTo};
    let rules = &region.rules;
    let (score, schools, services) = (&rules.score, &rules.higher_education, &rules.services);
    let list: Vec<(&'static [&'static str], Points)> = match id {
        "ateco_primary" => vec![(SCORED, Fixed(score.ateco_primary))],
        "ateco_secondary" => vec![(SCORED, Fixed(score.ateco_secondary))],
        "ateco_ecosystem" => vec![(ECOSYSTEMS, Fixed(rules.ecosystem.ateco))],
        "supply_chain" => {
            vec![(SCORED, Fixed(score.supply_chain)), (ECOSYSTEMS, Fixed(rules.ecosystem.supply_chain))]
        }
        "interest" => {
            vec![(SCORED, EachUpTo(score.interest, score.interest_max)), (TRAINING, Each(rules.training.interest))]
        }
        "ecosystem" => vec![(SHARING, Fixed(score.ecosystem))],
        "area" => vec![
            (SCHOOLS, Fixed(schools.area)),
            (TRAINING, Fixed(rules.training.area)),
            (ECOSYSTEMS, Fixed(rules.ecosystem.area)),
        ],
        "cluster" => vec![(UNIVERSITIES, Fixed(schools.cluster))],
        "province" => vec![
            (SCHOOLS, Fixed(schools.province)),
            (SERVICES, Fixed(services.same_province)),
            (CLUSTERS, Fixed(score.province)),
            (CENTRES, Fixed(score.province)),
        ],
        "adjoining_province" => vec![(SCHOOLS, Fixed(schools.province))],
        "better_fit" => vec![(CENTRES, Fixed(rules.centres.better_fit))],
        "gap" => {
            vec![(TRAINING, UpTo(rules.training.gap)), (SERVICES, between(services.gap_wide, services.gap_narrow))]
        }
        "level" => vec![(TRAINING, Fixed(rules.training.level))],
        "audience" => vec![(TRAINING, Fixed(rules.training.audience))],
        "always" => vec![(SERVICES, Fixed(services.always))],
        "category" => {
            let points = region.service_categories.iter().map(|c| c.points).filter(|points| *points > 0.0);
            let (low, high) = points.fold((f64::INFINITY, 0.0_f64), |(low, high), p| (low.min(p), high.max(p)));
            if low <= high { vec![(SERVICES, between(low, high))] } else { Vec::new() }
        }
        "first" => vec![(SERVICES, Fixed(services.first))],
        "wish" => vec![(SERVICES, Fixed(services.wish))],
        "suits" => vec![(SERVICES, Fixed(services.suits))],
        _ => Vec::new(),
    };
    list.into_iter().map(|(lists, points)| Use { lists, points }).collect()
}

fn between(a: f64, b: f64) -> Points {
    if a == b { Points::Fixed(a) } else { Points::Between(a.min(b), a.max(b)) }
}
