//! Several respondents become one answer, in lists too (method §8).

use std::collections::BTreeMap;

use orienta::assessment::combine::{Combined, combined};
use orienta::assessment::{Answer, Assessment, Cell, Respondent, State, Value, Word};
use orienta::pack::orientamento;
use orienta::scoring::score;
use orienta::scoring::uncertainty::simulate;
use proptest::prelude::*;
use serde_json::Map;

use super::full::{Made, companies, rows, spec, ticked};
use super::support::{cases, close, few_cases, step};

fn respondent(id: &str) -> Respondent {
    Respondent { id: id.into(), name: String::new(), role: String::new(), extra: Map::new() }
}

/// A shop of fifty people of which several people have answered one item.
fn several(item: &str, answers: &[(State, u8)]) -> Assessment {
    let mut a = Made::empty("trade", Some(50)).assessment();
    a.respondents = (0..answers.len()).map(|n| respondent(&format!("r{n}"))).collect();
    let list = answers.iter().enumerate().map(|(n, (state, evidence))| Answer {
        respondent: format!("r{n}"),
        state: state.clone(),
        evidence: *evidence,
        ..Answer::default()
    });
    a.answers.insert(spec(item).id.clone(), list.collect());
    a
}

fn together(item: &str, answers: &[(State, u8)]) -> Combined {
    combined(&several(item, answers), orientamento().item(item).unwrap())
}

fn declared(states: &[State]) -> Vec<(State, u8)> {
    states.iter().map(|s| (s.clone(), 0)).collect()
}

fn options(item: &str, states: &[State]) -> Vec<String> {
    match together(item, &declared(states)).state {
        State::Answered(Value::Options(list)) => list,
        other => panic!("{item}: {other:?}"),
    }
}

#[test]
fn a_tick_stays_when_at_least_half_have_it() {
    for (answers, kept) in [
        (vec![&["a", "b"][..], &["b", "c"]], &["a", "b", "c"][..]),
        (vec![&["a", "b"], &["b"], &["c"]], &["b"]),
        (vec![&["a"], &["a"], &["b"], &[]], &["a"]),
        (vec![&["a"], &["a"], &["b"], &["b"]], &["a", "b"]),
        (vec![&["a"], &["b"], &["c"]], &[]),
        // Whoever ticks nothing has answered.
        (vec![&["a"], &[], &[]], &[]),
        (vec![&["a"], &[]], &["a"]),
        (vec![&[], &[]], &[]),
    ] {
        let states: Vec<State> = answers.iter().map(|list| ticked(list)).collect();
        assert_eq!(options("M8", &states), kept, "{answers:?}");
    }
    // Who does not know is not among those who answered.
    assert_eq!(options("M8", &[ticked(&["a"]), State::DontKnow, State::DontKnow]), ["a"]);
    // Nothing kept is an answer, worth 0, of the part that is mapped: M8.ac of A14 beside three gaps.
    let a = several("M8", &declared(&[ticked(&["a"]), ticked(&["b"]), ticked(&["c"])]));
    let a14 = score(orientamento(), &a).dimension("D5").unwrap().subdimensions[2].figure;
    assert!(a14.low == Some(0.0) && close(a14.coverage, Some(0.25)), "{a14:?}");
}

/// The negative tick is one that at least half must have; then it is 0.
#[test]
fn the_negative_tick_needs_half_too() {
    let a9 = |states: &[State]| {
        let a = several("M7", &declared(states));
        // A9 has its ladder, the list, and two groups of one each: PR·M, S.trade.1. 2 + 1 + 1 + 1.
        let figure = score(orientamento(), &a).dimension("D4").unwrap().subdimensions[0].figure;
        assert!(close(figure.coverage, Some(0.2)));
        figure.low.unwrap()
    };
    let (none, all) = (ticked(&["b"]), ticked(&["a", "c"]));
    assert!(close(Some(a9(&[none.clone(), all.clone(), all.clone()])), Some(20.0)));
    assert!(close(Some(a9(&[none.clone(), none.clone(), all.clone()])), Some(0.0)));
    assert!(close(Some(a9(&[none, all])), Some(0.0)));
}

/// A combined answer is one that a single person could have given: the negative tick clears the rest (method §1).
#[test]
fn the_negative_tick_clears_the_rest() {
    assert_eq!(options("M7", &[ticked(&["b"]), ticked(&["a", "c"])]), ["b"]);
}

/// Who does not know a whole list knows none of its rows: that comes before not applicable, row by row (method §8).
#[test]
fn a_list_not_known_is_not_known_in_every_row() {
    let known = State::Answered(Value::Rows(BTreeMap::from([
        ("a".to_owned(), Cell::Word(Word::NotApplicable)),
        ("b".to_owned(), Cell::Number(3.0)),
    ])));
    let each: BTreeMap<String, Cell> =
        orientamento().item("M4").unwrap().options.iter().map(|o| (o.clone(), Cell::Word(Word::DontKnow))).collect();
    let whole = together("M4", &declared(&[known.clone(), State::DontKnow]));
    assert_eq!(whole, together("M4", &declared(&[known, State::Answered(Value::Rows(each))])));
    assert_eq!(cells(&whole.state)["a"], Cell::Word(Word::DontKnow));
    assert_eq!(cells(&whole.state)["b"], Cell::Number(3.0));
}

/// The latest answer is the one given last, whatever offset its time is written with.
#[test]
fn later_is_later_in_time() {
    let mut a = several("F1.a", &declared(&[State::Answered(Value::Bool(true)), State::Answered(Value::Bool(false))]));
    // Ten o'clock two hours east of Greenwich is eight o'clock there.
    for (answer, at) in
        a.answers.get_mut("F1.a").unwrap().iter_mut().zip(["2026-02-01T10:00:00+02:00", "2026-02-01T09:00:00Z"])
    {
        at.clone_into(&mut answer.at);
    }
    assert_eq!(combined(&a, orientamento().item("F1.a").unwrap()).yes(), Some(false));
}

fn cells(state: &State) -> BTreeMap<&str, Cell> {
    let State::Answered(Value::Rows(cells)) = state else { panic!("{state:?}") };
    cells.iter().map(|(row, cell)| (row.as_str(), *cell)).collect()
}

/// Rows each on their own: a number before not known before not applicable before open.
#[test]
fn rows_by_median() {
    let row = |list: &[(&str, Cell)]| {
        State::Answered(Value::Rows(list.iter().map(|(row, cell)| ((*row).to_owned(), *cell)).collect()))
    };
    let (na, dk) = (Cell::Word(Word::NotApplicable), Cell::Word(Word::DontKnow));
    let n = Cell::Number;
    let found = together(
        "M4",
        &declared(&[
            row(&[("a", n(0.0)), ("b", n(1.0)), ("c", n(2.0)), ("d", dk), ("e", na), ("f", na)]),
            row(&[("a", n(1.0)), ("b", n(4.0)), ("c", na), ("d", na), ("e", n(5.0))]),
            row(&[("a", n(5.0)), ("c", dk), ("d", dk), ("e", n(4.0)), ("f", na)]),
        ]),
    );
    let expected = [("a", n(1.0)), ("b", n(2.5)), ("c", n(2.0)), ("d", dk), ("e", n(4.5)), ("f", na)];
    assert_eq!(cells(&found.state), expected.into(), "g is open");
}

/// No, partly and yes are 0, ½ and 1, and the median of two may fall between.
#[test]
fn partly_by_median() {
    for (answers, median) in [
        (vec![0.0, 1.0], 0.5),
        (vec![0.5, 1.0], 0.75),
        (vec![0.0, 0.5], 0.25),
        (vec![0.0, 0.5, 1.0], 0.5),
        (vec![0.0, 0.0, 1.0], 0.0),
        (vec![0.0, 1.0, 1.0, 1.0], 1.0),
    ] {
        let states: Vec<State> = answers.iter().map(|v| spec("M11").every_row(*v)).collect();
        let found = together("M11", &declared(&states));
        assert_eq!(found.state, spec("M11").every_row(median), "{answers:?}");
        let a20 = score(orientamento(), &several("M11", &declared(&states)));
        // A20 of a shop: ladder 2, M10 1, M11 1, cells 1. M11 alone is answered.
        let figure = a20.dimension("D8").unwrap().subdimensions[0].figure;
        assert!(close(figure.low, Some(100.0 * median / 5.0)) && close(figure.coverage, Some(0.2)), "{figure:?}");
    }
}

#[test]
fn answered_before_not_known_before_not_applicable_before_open() {
    use State::{DontKnow, NotApplicable, Open};
    for (states, expected) in [
        (vec![Open, NotApplicable, DontKnow, step(2.0)], step(2.0)),
        (vec![Open, NotApplicable, DontKnow], DontKnow),
        (vec![Open, NotApplicable], NotApplicable),
        (vec![Open, Open], Open),
    ] {
        assert_eq!(together("X.PR.T", &declared(&states)).state, expected, "{states:?}");
    }
    let lists = [Open, DontKnow, rows(&[1.0, 2.0])];
    // Of a list each row is on its own: what one leaves open the other does not know.
    let found = together("M4", &declared(&lists)).state;
    let dk = Cell::Word(Word::DontKnow);
    let n = Cell::Number;
    let wanted = [("a", n(1.0)), ("b", n(2.0)), ("c", dk), ("d", dk), ("e", dk), ("f", dk), ("g", dk)];
    assert_eq!(cells(&found), BTreeMap::from(wanted));
}

/// The highest grade among the answers at the combined value, else the lowest of all that answered.
#[test]
fn evidence_is_that_of_the_answers_at_the_combined_value() {
    for (item, answers, grade) in [
        ("X.PR.T", vec![(step(3.0), 0), (step(3.0), 2), (step(5.0), 1)], 2),
        ("X.PR.T", vec![(step(3.0), 1), (step(1.0), 2), (step(5.0), 2)], 1),
        ("X.PR.T", vec![(step(1.0), 2), (step(4.0), 1)], 1),
        ("X.PR.T", vec![(step(1.0), 2), (State::DontKnow, 0)], 2),
        ("M8", vec![(ticked(&["a", "b"]), 0), (ticked(&["a", "b"]), 2)], 2),
        ("M8", vec![(ticked(&["a"]), 2), (ticked(&["b"]), 1)], 1),
        ("M4", vec![(rows(&[1.0; 7]), 1), (rows(&[1.0; 7]), 2), (rows(&[2.0; 7]), 0)], 2),
        ("M4", vec![(rows(&[1.0; 7]), 1), (rows(&[2.0; 7]), 2)], 1),
        ("M11", vec![(spec("M11").every_row(1.0), 2), (spec("M11").every_row(0.0), 1)], 1),
    ] {
        assert_eq!(together(item, &answers).evidence, grade, "{item} {answers:?}");
    }
}

/// In which order somebody ticked is no part of the answer.
#[test]
fn the_order_of_ticks_does_not_matter() {
    let (one, other) = (ticked(&["a", "c", "e"]), ticked(&["e", "a", "c"]));
    let in_order = together("M8", &[(one.clone(), 0), (one.clone(), 2)]);
    assert_eq!(together("M8", &[(one, 0), (other, 2)]), in_order);
    assert_eq!(in_order.evidence, 2);
}

/// The company of the first, with what several companies' people have answered.
fn merged(made: &[Made]) -> Assessment {
    let mut a = made[0].assessment();
    a.answers.clear();
    a.respondents = (0..made.len()).map(|n| respondent(&format!("r{n}"))).collect();
    for (n, one) in made.iter().enumerate() {
        for (id, mut answers) in one.assessment().answers {
            answers[0].respondent = format!("r{n}");
            a.answers.entry(id).or_default().append(&mut answers);
        }
    }
    a
}

proptest! {
    #![proptest_config(cases())]
    #[test]
    fn a_respondent_identical_to_the_first_changes_nothing(made in companies(), how_many in 2_usize..4) {
        prop_assert_eq!(made.scores(), score(orientamento(), &merged(&vec![made; how_many])));
    }

    #[test]
    fn the_order_of_respondents_changes_nothing(a in companies(), b in companies(), c in companies(), turns in 1_usize..3) {
        let one = merged(&[a, b, c]);
        let mut other = one.clone();
        other.respondents.rotate_left(turns);
        for list in other.answers.values_mut() {
            list.rotate_left(turns);
            list.swap(0, 1);
        }
        prop_assert_eq!(score(orientamento(), &one), score(orientamento(), &other));
    }
}

proptest! {
    #![proptest_config(few_cases())]
    #[test]
    fn an_identical_respondent_changes_no_run(made in companies()) {
        let pack = orientamento();
        let runs = |a: &Assessment| {
            simulate(pack, &orienta::assessment::sheet::Sheet::of(pack, a), &score(pack, a))
        };
        prop_assert_eq!(runs(&made.assessment()), runs(&merged(&[made.clone(), made])));
    }
}
