//! Answers that do not go together (method §7): shown exactly where the condition says, and never corrected.

use std::collections::BTreeMap;

use orienta::assessment::State;
use orienta::pack::orientamento;

use super::full::{Made, ticked};
use super::support::{step, yes};

/// The ids found for a manufacturer of fifty people who has answered so.
fn found(answers: &[(&str, State)]) -> Vec<String> {
    let mut made = Made::empty("manufacturing", Some(50));
    answers.iter().for_each(|(id, state)| made.set(id, state.clone()));
    made.scores().contradictions.into_iter().map(|c| c.id).collect()
}

/// A case: what is answered, and whether the contradiction is there.
type Case = (Vec<(&'static str, State)>, bool);

fn steps(list: &[(&'static str, f64)]) -> Vec<(&'static str, State)> {
    list.iter().map(|(id, v)| (*id, step(*v))).collect()
}

fn and(mut list: Vec<(&'static str, State)>, more: &[(&'static str, State)]) -> Vec<(&'static str, State)> {
    list.extend(more.iter().cloned());
    list
}

fn table() -> BTreeMap<&'static str, Vec<Case>> {
    let ai = |a8: f64, a9: f64, there: bool| (steps(&[("A8", a8), ("A9", a9)]), there);
    let systems = |a6: f64, erp: State, crm: State, there: bool| {
        (and(steps(&[("A6", a6)]), &[("F3.a", erp), ("F3.b", crm)]), there)
    };
    let measures = |a12: f64, f4d: State, there: bool| (and(steps(&[("A12", a12)]), &[("F4.d", f4d)]), there);
    let invested = |ticks: &[&str], ladders: [f64; 4], there: bool| {
        let list = ["A4", "A5", "A6", "A7"].into_iter().zip(ladders).map(|(id, v)| (id, step(v))).collect();
        (and(list, &[("M1", ticked(ticks))]), there)
    };
    let facts = |a: &'static str, is: State, b: &'static str, but: State, there: bool| (vec![(a, is), (b, but)], there);
    let three = ["a.now", "d.now", "j.now"];
    BTreeMap::from([
        (
            "ai_without_data",
            vec![
                ai(3.0, 1.0, true),
                ai(5.0, 0.0, true),
                ai(2.5, 1.0, false),
                ai(3.0, 1.5, false),
                (steps(&[("A8", 4.0)]), false),
                (and(steps(&[("A8", 4.0)]), &[("A9", State::DontKnow)]), false),
            ],
        ),
        (
            "integration_without_systems",
            vec![
                systems(4.0, yes(false), yes(false), true),
                systems(3.5, yes(false), yes(false), false),
                systems(4.0, yes(true), yes(false), false),
                systems(4.0, yes(false), yes(true), false),
                systems(5.0, yes(false), State::DontKnow, false),
                systems(5.0, State::Open, State::Open, false),
            ],
        ),
        (
            "protection_without_measures",
            vec![
                measures(3.0, yes(false), true),
                measures(2.5, yes(false), false),
                measures(3.0, yes(true), false),
                measures(3.0, State::DontKnow, false),
            ],
        ),
        (
            "execution_vs_cells",
            vec![
                // The mean of the answered ones: (0 + 2 + 1)/3 = 1, (0 + 2 + 1.5)/3 is more, (0 + 2)/2 = 1.
                (steps(&[("A5", 4.0), ("X.PR.E", 0.0), ("X.DE.E", 2.0), ("X.QU.E", 1.0)]), true),
                (steps(&[("A5", 4.0), ("X.PR.E", 0.0), ("X.DE.E", 2.0), ("X.QU.E", 1.5)]), false),
                (steps(&[("A5", 4.5), ("X.PR.E", 0.0), ("X.DE.E", 2.0)]), true),
                (and(steps(&[("A5", 4.0), ("X.PR.E", 1.0)]), &[("X.DE.E", State::NotApplicable)]), true),
                (steps(&[("A5", 3.5), ("X.PR.E", 0.0)]), false),
                (steps(&[("A5", 5.0)]), false),
                // Not one of the three.
                (steps(&[("A5", 5.0), ("X.MA.E", 0.0), ("X.PR.T", 0.0)]), false),
            ],
        ),
        (
            "invested_without_tools",
            vec![
                invested(&three, [1.0, 0.0, 1.0, 1.0], true),
                invested(&three[..2], [1.0; 4], false),
                invested(&["a.now", "d.now", "j.plan", "b.plan"], [0.0; 4], false),
                invested(&three, [1.5, 0.0, 0.0, 0.0], false),
                invested(&three, [0.0, 1.5, 0.0, 0.0], false),
                invested(&three, [0.0, 0.0, 1.5, 0.0], false),
                invested(&three, [0.0, 0.0, 0.0, 1.5], false),
                // All four have to be answered.
                (and(steps(&[("A4", 0.0), ("A5", 0.0), ("A6", 0.0)]), &[("M1", ticked(&three))]), false),
                (
                    and(
                        steps(&[("A4", 0.0), ("A5", 0.0), ("A6", 0.0)]),
                        &[("M1", ticked(&three)), ("A7", State::NotApplicable)],
                    ),
                    false,
                ),
            ],
        ),
        (
            "cloud_beyond_without_cloud",
            vec![
                facts("F3.d", yes(true), "F3.c", yes(false), true),
                facts("F3.d", yes(true), "F3.c", yes(true), false),
                facts("F3.d", yes(true), "F3.c", State::DontKnow, false),
                facts("F3.d", yes(false), "F3.c", yes(false), false),
            ],
        ),
        (
            "b2c_without_e_sales",
            vec![
                facts("F2.d", yes(true), "F2.c", yes(false), true),
                facts("F2.d", yes(true), "F2.c", yes(true), false),
                facts("F2.d", yes(true), "F2.c", State::Open, false),
                facts("F2.d", yes(false), "F2.c", yes(false), false),
            ],
        ),
    ])
}

#[test]
fn each_fires_on_its_condition_and_not_beside_it() {
    let table = table();
    let known: Vec<&str> = orientamento().structure.contradictions.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(known.len(), 7);
    assert!(known.iter().all(|id| table.contains_key(id)), "{known:?}");
    for (id, cases) in table {
        for (answers, there) in cases {
            let expected: Vec<&str> = if there { vec![id] } else { vec![] };
            assert_eq!(found(&answers), expected, "{id}: {answers:?}");
        }
    }
}

/// The items to look at again are those that are asked, and what was answered stays.
#[test]
fn a_contradiction_names_its_answers_and_corrects_none() {
    let shop = Made::empty("trade", Some(50)).with("A5", step(4.0)).with("X.PR.E", step(1.0)).with("A8", step(3.0));
    let shop = shop.with("A9", step(1.0)).with("F3.d", yes(true)).with("F3.c", yes(false));
    let scores = shop.scores();
    let there: Vec<(&str, Vec<&str>)> =
        scores.contradictions.iter().map(|c| (c.id.as_str(), c.items.iter().map(String::as_str).collect())).collect();
    let expected = [
        ("ai_without_data", vec!["A8", "A9"]),
        // Design and quality are hidden from a shop.
        ("execution_vs_cells", vec!["A5", "X.PR.E"]),
        ("cloud_beyond_without_cloud", vec!["F3.c", "F3.d"]),
    ];
    assert_eq!(there, expected);
    let v3 = scores.dii_v3.unwrap();
    assert_eq!(v3.facts.iter().find(|f| f.0 == "F3.c").unwrap().1, Some(false), "an implication is not applied");
}

/// What is hidden does not contradict: a shop's answer about quality, a micro firm's about its cells, a quick file's lists.
#[test]
fn what_is_not_asked_does_not_contradict() {
    let hidden = Made::empty("trade", Some(50)).with("A5", step(4.0)).with("X.QU.E", step(0.0));
    assert!(hidden.scores().contradictions.is_empty());
    let mut micro = Made::empty("manufacturing", Some(50)).with("A5", step(4.0)).with("X.PR.E", step(0.0));
    assert_eq!(micro.scores().contradictions.len(), 1);
    micro.employees = Some(9);
    assert!(micro.scores().contradictions.is_empty());
    let mut plans = Made::empty("manufacturing", Some(50)).with("M1", ticked(&["a.now", "b.now", "c.now"]));
    ["A4", "A5", "A6", "A7"].into_iter().for_each(|id| plans.set(id, step(1.0)));
    assert_eq!(plans.scores().contradictions.len(), 1);
    plans.mode = orienta::pack::Mode::Quick;
    assert!(plans.scores().contradictions.is_empty());
}
