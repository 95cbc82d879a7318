//! What the report says of the plan.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::collections::BTreeSet;

use jiff::civil::date;
use orienta::assessment::Assessment;
use orienta::assessment::choices::{OwnCost, PlanChoices};
use orienta::pack::{Pack, find, orientamento};
use orienta::pipeline::{Evaluation, evaluate_owned};
use orienta::report::drawing::Shape;
use orienta::report::{Block, CardKind, Drawing, Edition, Run, Section};
use orienta::roadmap::Plan;
use orienta::text::{Language, t};

fn sample() -> Assessment {
    let bytes = include_bytes!("../examples/officina-meccanica.orienta.json");
    orienta::assessment::file::open(bytes, |_| Some(orientamento()), Language::IT).unwrap().assessment
}

/// The sections of a report, and the plan it tells of.
fn told(pack: &'static Pack, assessment: Assessment) -> (Vec<Section>, Option<Plan>) {
    let e = evaluate_owned(pack, assessment, date(2026, 11, 29), Language::IT);
    let plan = e.roadmap().ok().and_then(|made| made.plan.as_ref().ok()).cloned();
    (e.report(&Default::default()).sections, plan)
}

fn with(change: impl FnOnce(&mut PlanChoices)) -> (Section, Option<Plan>) {
    let mut assessment = sample();
    change(&mut assessment.plan);
    let (sections, plan) = told(orientamento(), assessment);
    (sections.into_iter().find(|s| s.id == "plan").unwrap(), plan)
}

/// The caption of the curve over budgets, which is the plan's last figure, and whether the score falls anywhere along it.
fn curve(assessment: Assessment) -> (String, bool) {
    let (sections, plan) = told(orientamento(), assessment);
    let mut figures = sections.iter().filter(|s| s.id == "plan").flat_map(|s| &s.blocks).filter_map(|b| match b {
        Block::Figure { caption, .. } => Some(caption.clone()),
        _ => None,
    });
    let scores: Vec<f64> = plan.unwrap().frontier.iter().filter_map(|point| point.score).collect();
    (figures.next_back().unwrap(), scores.is_sorted_by(|a, b| *b >= a - 1e-9))
}

#[test]
fn a_curve_that_falls_says_why() {
    let bytes = include_bytes!("../examples/carpenteria-completa.orienta.json");
    let mut assessment =
        orienta::assessment::file::open(bytes, |_| Some(orientamento()), Language::IT).unwrap().assessment;
    let why = t(Language::IT, "plan-frontier-drops");
    let (caption, rises) = curve(assessment.clone());
    assert!(!rises && caption.ends_with(&why), "{caption}");
    // Without goals nothing is chosen for another reason than its points.
    assessment.answers.remove("O1");
    let (caption, rises) = curve(assessment);
    assert!(rises && !caption.contains(&why), "{caption}");
}

fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Everything said in paragraphs.
fn paragraphs(section: &Section) -> Vec<String> {
    let said = section.blocks.iter().filter_map(|b| match b {
        Block::Paragraph { runs, .. } => Some(words(runs)),
        _ => None,
    });
    said.collect()
}

/// Ids of the bars in each drawing of the calendar.
fn calendars(section: &Section, plan: &Plan) -> Vec<Vec<String>> {
    let known: BTreeSet<&str> = plan.steps.iter().map(|s| s.id.as_str()).collect();
    let drawings = section.blocks.iter().filter_map(|b| match b {
        Block::Figure { drawing, .. } => Some(drawing),
        _ => None,
    });
    let bars = drawings.map(|drawing| {
        drawing.spots.iter().map(|s| s.id.clone()).filter(|id| known.contains(id.as_str())).collect::<Vec<_>>()
    });
    bars.filter(|bars| !bars.is_empty()).collect()
}

fn rows(section: &Section) -> Vec<Vec<String>> {
    let tables = section.blocks.iter().filter_map(|b| match b {
        Block::Table { rows, .. } => Some(rows),
        _ => None,
    });
    tables.flatten().map(|row| row.iter().map(Vec::as_slice).map(words).collect()).collect()
}

#[test]
fn every_measure_has_its_bar_and_its_row() {
    let (section, plan) = with(|_| {});
    let plan = plan.unwrap();
    let ids: Vec<String> = plan.steps.iter().map(|s| s.id.clone()).collect();
    assert_eq!(calendars(&section, &plan), std::slice::from_ref(&ids));
    let rows = rows(&section);
    assert_eq!(rows.len(), ids.len());
    assert!(rows.iter().all(|row| row[3].contains("(ipotesi)")), "nobody has given a source: {rows:?}");
    assert!(paragraphs(&section).contains(&t(Language::IT, "plan-not-a-forecast")));
}

#[test]
fn a_source_takes_the_place_of_the_assumption() {
    let (_, plan) = with(|_| {});
    let id = plan.unwrap().steps[0].id.clone();
    let own =
        OwnCost { eur: [100.0, 200.0], days: [1.0, 2.0], source: "preventivo inventato".into(), ..OwnCost::default() };
    let (section, plan) = with(|choices| {
        choices.costs.insert(id.clone(), own);
    });
    let row = plan.unwrap().steps.iter().position(|s| s.id == id).unwrap();
    assert!(rows(&section)[row][3].contains("fonte: preventivo inventato"));
}

#[test]
fn a_long_plan_is_drawn_in_parts_and_loses_nothing() {
    let (section, plan) = with(|choices| {
        choices.frame.budget = Some(400_000.0);
        choices.frame.days = Some(400.0);
        choices.frame.quarters = Some(8);
    });
    let plan = plan.unwrap();
    let parts = calendars(&section, &plan);
    assert!(parts.len() > 1 && parts.iter().all(|part| part.len() <= 14), "{parts:?}");
    let drawn: Vec<String> = parts.concat();
    assert_eq!(drawn, plan.steps.iter().map(|s| s.id.clone()).collect::<Vec<_>>());
}

#[test]
fn scenarios_stand_beside_the_plan() {
    let (section, _) = with(|choices| {
        for (name, budget) in [("Prudente", 3_000.0), ("Coraggioso", 60_000.0)] {
            let frame = orienta::assessment::choices::Frame { budget: Some(budget), ..Default::default() };
            let name = name.to_owned();
            choices.scenarios.push(orienta::assessment::choices::Scenario { name, frame, ..Default::default() });
        }
    });
    let heads = section.blocks.iter().rev().find_map(|b| match b {
        Block::Table { columns, .. } => Some(columns.iter().map(|c| c.title.clone()).collect::<Vec<_>>()),
        _ => None,
    });
    assert_eq!(heads.unwrap()[1..], ["Piano di adesso", "Prudente", "Coraggioso"]);
}

#[test]
fn where_there_is_no_plan_the_report_says_why() {
    let (_, plan) = with(|_| {});
    let id = plan.unwrap().steps[0].id.clone();
    let (section, _) = with(|choices| {
        choices.frame.must.insert(id);
        choices.frame.budget = Some(1.0);
    });
    assert!(matches!(section.blocks.as_slice(), [Block::Card { kind: CardKind::Attention, .. }]));
    let (sections, _) = told(orientamento(), Assessment::new(orientamento()));
    let section = sections.iter().find(|s| s.id == "plan").unwrap();
    assert!(paragraphs(section)[0].contains("Mancano queste risposte: A1 "));
    let other = find("cyber-rapido").unwrap();
    let (sections, _) = told(other, Assessment::new(other));
    assert!(sections.iter().all(|s| s.id != "plan"), "without a catalogue there is nothing to say");
}

#[test]
fn the_stair_has_a_flag_where_the_plan_leads_and_none_without_the_plan() {
    let assessment = sample();
    let e = evaluate_owned(orientamento(), assessment.clone(), date(2026, 11, 29), Language::IT);
    let plan = e.roadmap().unwrap().plan.as_ref().unwrap();
    let level = plan.level_after;
    assert!(level > plan.level_before, "the example's plan leads up");
    let flag = t(Language::IT, "chart-with-plan");
    let stair = |e: &Evaluation<'_>| e.report(&Edition::default()).cover.unwrap().figure.unwrap();
    let named = |drawing: &Drawing| {
        drawing.shapes.iter().any(|shape| matches!(shape, Shape::Text { content, .. } if *content == flag))
    };
    let drawing = stair(&e);
    assert!(named(&drawing));
    let name = &orientamento().texts(Language::IT).levels[usize::from(level)].name;
    assert!(drawing.alt.contains(&format!("Con il piano: {level} · {name}.")), "{}", drawing.alt);

    // Nothing else in the report would say what the flag means.
    let mut without = assessment.clone();
    without.report.shown.insert("plan".into(), false);
    assert!(!named(&stair(&evaluate_owned(orientamento(), without, date(2026, 11, 29), Language::IT))));
    let mut poor = assessment;
    poor.plan.frame.budget = Some(0.0);
    let e = evaluate_owned(orientamento(), poor, date(2026, 11, 29), Language::IT);
    assert!(e.roadmap().unwrap().plan.as_ref().unwrap().steps.is_empty());
    assert!(!named(&stair(&e)));
}
