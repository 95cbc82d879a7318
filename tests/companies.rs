//! Fictitious companies of every kind and where they are led: `tests/fixtures/companies.json`, each worked out by hand from the
//! rules of method §9 and the directory, with the sum in a sentence.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::collections::BTreeSet;

use jiff::civil::date;
use orienta::assessment::sheet::family;
use orienta::assessment::{ActivityCode, DoorChoices};
use orienta::matching::{Card, Doors, Profile, Standing, matches};
use orienta::pack::region::Region;
use orienta::text::Language;
use serde::Deserialize;

/// A company and its doors.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    edition: String,
    code: String,
    province: String,
    employees: u32,
    #[serde(default)]
    chains: Vec<String>,
    #[serde(default)]
    interests: Vec<String>,
    #[serde(default)]
    wishes: Vec<String>,
    #[serde(default)]
    project: Option<bool>,
    /// Total score; the level is 2, whose target is 50.
    total: f64,
    /// The dimension at 10; all others are at 60.
    gap: String,
    /// First cluster, where there is one.
    cluster: Option<String>,
    /// First specialisation area, where there is one.
    area: Option<String>,
    /// First axis.
    axis: String,
    /// First door to knock at.
    door: String,
    /// The first two training topics.
    trainings: Vec<String>,
    /// How that comes about.
    because: String,
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("fixtures/companies.json")).unwrap()
}

fn doors(region: &Region, case: &Case) -> Doors {
    let activity =
        ActivityCode { edition: case.edition.clone(), code: case.code.clone(), extra: serde_json::Map::new() };
    let profile = Profile {
        edition: &case.edition,
        code: &case.code,
        family: family(Some(&activity)),
        province: Some(&case.province),
        employees: Some(case.employees),
        supply_chains: &case.chains,
        interests: &case.interests,
        wishes: &case.wishes,
        project_idea: case.project,
        choices: &DoorChoices::default(),
    };
    let score = |id: &str| if id == case.gap { 10.0 } else { 60.0 };
    let dimensions = (1..=8).map(|n| format!("D{n}")).map(|id| (id.clone(), Some(score(&id)))).collect();
    let standing = Standing { total: Some(case.total), level: Some(2), dimensions };
    matches(region, &profile, &standing, date(2026, 11, 29), Language::IT)
}

fn id(card: Option<&Card>) -> Option<&str> {
    card.map(|c| c.id.as_str())
}

/// What is not as the table has it.
fn differences(region: &Region) -> Vec<String> {
    let mut wrong = Vec::new();
    for case in cases() {
        let doors = doors(region, &case);
        let trainings: Vec<&str> = doors.training.iter().take(2).map(|c| c.id.as_str()).collect();
        let pairs = [
            ("cluster", id(doors.clusters.first()).map(str::to_owned), case.cluster.clone()),
            ("area", id(doors.s3_areas.first()).map(str::to_owned), case.area.clone()),
            ("axis", id(doors.axes.first()).map(str::to_owned), Some(case.axis.clone())),
            ("door", doors.first.first().map(|d| d.id.clone()), Some(case.door.clone())),
            ("trainings", Some(trainings.join(" ")), Some(case.trainings.join(" "))),
        ];
        let differ = pairs.into_iter().filter(|(_, found, expected)| found != expected);
        wrong.extend(differ.map(|(what, found, expected)| {
            format!("{}: {what} is {found:?} instead of {expected:?}. {}", case.name, case.because)
        }));
    }
    wrong
}

#[test]
fn every_company_is_led_where_the_rules_say() {
    let wrong = differences(Region::shipped());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The table notices each of the rules: with one of them gone it is wrong of somebody.
#[test]
fn every_rule_leads_somebody() {
    let sound: serde_json::Value =
        serde_json::from_str(include_str!("../assets/regions/lombardia/region.json")).unwrap();
    let without = |rule: &str, value: f64| {
        let mut region = sound.clone();
        *region.pointer_mut(&format!("/rules/{rule}")).unwrap() = serde_json::json!(value);
        let bytes = serde_json::to_vec(&region).unwrap();
        Region::from_json(&bytes, include_bytes!("../assets/regions/lombardia/ateco_map.csv")).unwrap()
    };
    let scores = ["ateco_primary", "ateco_secondary", "supply_chain", "interest", "ecosystem", "province"];
    let scores = scores.map(|rule| format!("score/{rule}"));
    let training = ["gap", "level", "audience", "area"].map(|rule| format!("training/{rule}"));
    let axes = ["overall_below", "strategy_below"].map(|rule| format!("axes/{rule}"));
    for rule in scores.iter().chain(&training).chain(&axes) {
        assert!(!differences(&without(rule, 0.0)).is_empty(), "nobody in the table notices {rule}");
    }
    // Nobody is ready for a project any more.
    assert!(!differences(&without("axes/implementation_from", 101.0)).is_empty());
}

#[test]
fn the_companies_cover_the_region() {
    let (region, cases) = (Region::shipped(), cases());
    assert!(cases.len() >= 30);
    let first = |of: fn(&Case) -> Option<&str>| -> BTreeSet<String> {
        cases.iter().filter_map(of).map(str::to_owned).collect()
    };
    let all = |ids: Vec<&String>| -> BTreeSet<String> { ids.into_iter().cloned().collect() };
    assert_eq!(first(|c| c.cluster.as_deref()), all(region.clusters.iter().map(|c| &c.id).collect()));
    assert_eq!(first(|c| c.area.as_deref()), all(region.s3_areas.iter().map(|a| &a.id).collect()));
    assert_eq!(first(|c| Some(&c.axis)), all(region.axes.iter().map(|a| &a.id).collect()));
    assert_eq!(first(|c| Some(&c.province)), all(region.provinces.iter().map(|p| &p.code).collect()));
    assert_eq!(first(|c| Some(&c.gap)), all(region.dimensions.iter().map(|d| &d.id).collect()));
    // Every desk of the chambers, and companies without an area, without a cluster, of both editions and of every size.
    let desks = region.services.iter().filter(|s| s.category == region.rules.first.desk_category);
    assert!(first(|c| Some(&c.door)).is_superset(&all(desks.map(|s| &s.id).collect())));
    assert!(cases.iter().any(|c| c.area.is_none()) && cases.iter().any(|c| c.cluster.is_none()));
    assert_eq!(first(|c| Some(&c.edition)), BTreeSet::from(["2007".to_owned(), "2025".to_owned()]));
    for sizes in [0..10, 10..50, 50..250] {
        assert!(cases.iter().filter(|c| sizes.contains(&c.employees)).count() >= 6, "{sizes:?}");
    }
    let names: BTreeSet<&str> = cases.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names.len(), cases.len());
    assert!(cases.iter().all(|c| c.because.len() > 60 && c.trainings.len() == 2));
}
