//! From how many answers on there is a figure: exactly at the shares of method §2.

use orienta::assessment::State;
use orienta::pack::orientamento;
use orienta::report::words;
use orienta::text::Language;

use super::support::{Answers, Files, LADDERS, MAY_BE_NA, all_ladders, close, scores, shipped, step};

/// All ladders at 3, but these open.
fn without(open: &[&'static str]) -> Answers {
    let mut answers = all_ladders(3.0);
    answers.extend(open.iter().map(|id| (*id, State::Open)));
    answers
}

fn with_na(mut answers: Answers, ids: &[&'static str]) -> Answers {
    answers.extend(ids.iter().map(|id| (*id, State::NotApplicable)));
    answers
}

#[test]
fn a_dimension_needs_two_thirds_of_its_subdimensions() {
    for (answers, dimension, published) in [
        (without(&["A1"]), "D1", true),
        (without(&["A1", "A2"]), "D1", false),
        (without(&["A7"]), "D3", false),
        (without(&["A18"]), "D7", false),
        (without(&["A20"]), "D8", false),
        // Not applicable makes the whole smaller: one of one, two of two, one of two.
        (with_na(without(&[]), &["A7"]), "D3", true),
        (with_na(without(&[]), &["A11"]), "D4", true),
        (with_na(without(&["A9"]), &["A11"]), "D4", false),
        (with_na(without(&["A19"]), &["A18"]), "D7", false),
    ] {
        let figure = shipped(&answers).dimension(dimension).unwrap().figure;
        assert_eq!(figure.score, published.then_some(60.0), "{dimension} {answers:?}");
        assert!(figure.low.is_some(), "{dimension}: bounds are numbers all the same");
    }
}

/// Opens whole dimensions by number.
fn without_dimensions(numbers: &[usize]) -> Answers {
    let pack = orientamento();
    let open: Vec<&'static str> = numbers
        .iter()
        .flat_map(|n| &pack.structure.dimensions[n - 1].subdimensions)
        .map(|id| *LADDERS.iter().find(|l| *l == id).unwrap())
        .collect();
    without(&open)
}

#[test]
fn the_total_needs_three_quarters_of_the_dimensions() {
    for (answers, published) in [
        // 6 of 8 is 3/4, 5 of 8 is not.
        (without_dimensions(&[1, 6]), true),
        (without_dimensions(&[1, 6, 8]), false),
        // Without D8: 6 of 7 is enough (5.25 are needed), 5 of 7 is not.
        (with_na(without_dimensions(&[1]), &["A20"]), true),
        (with_na(without_dimensions(&[1, 6]), &["A20"]), false),
        // Without D7 and D8: 5 of 6 is enough (4.5 are needed), 4 of 6 is not.
        (with_na(without_dimensions(&[1]), &["A18", "A19", "A20"]), true),
        (with_na(without_dimensions(&[1, 6]), &["A18", "A19", "A20"]), false),
    ] {
        let total = shipped(&answers).total;
        assert_eq!(total.figure.score.is_some(), published, "{answers:?}");
        assert_eq!((total.level.is_some(), total.balance.is_some()), (published, published));
    }
}

#[test]
fn a_maturity_needs_two_thirds_of_its_dimensions() {
    for (answers, maturity, published) in [
        // D2, D3, D5.
        (without_dimensions(&[3]), "technological", true),
        (without_dimensions(&[3, 5]), "technological", false),
        // D1, D4, D6, D7, D8: 4 of 5 is enough (3.33 are needed), 3 is not.
        (without_dimensions(&[1]), "digital", true),
        (without_dimensions(&[1, 4]), "digital", false),
        // D1, D4, D6 alone.
        (with_na(without_dimensions(&[6]), &["A18", "A19", "A20"]), "digital", true),
        (with_na(without_dimensions(&[4, 6]), &["A18", "A19", "A20"]), "digital", false),
    ] {
        let s = shipped(&answers);
        assert_eq!(s.maturity(maturity).unwrap().figure.score, published.then_some(60.0), "{maturity} {answers:?}");
    }
}

/// The share that decides lives in the pack.
#[test]
fn the_shares_are_the_packs() {
    let mut files = Files::shipped();
    files.structure()["publish"]["dimension"] = serde_json::json!([1, 3]);
    let s = scores(&files.load(), &without(&["A1", "A2"]));
    assert_eq!(s.dimension("D1").unwrap().figure.score, Some(60.0));
}

#[test]
fn a_subdimension_needs_its_core_or_half_of_its_weight() {
    for (weight, answers, published) in [
        // Core 2 open, group 2 answered: exactly half.
        (2.0, [State::Open, step(4.0)], Some(80.0)),
        (1.999, [State::Open, step(4.0)], None),
        // The core alone is enough, however much else is open: 2 of 12.
        (10.0, [step(2.0), State::Open], Some(40.0)),
        (10.0, [State::DontKnow, State::Open], None),
        (10.0, [State::Open, State::NotApplicable], None),
        // (2·40 + 10·80)/12.
        (10.0, [step(2.0), step(4.0)], Some(880.0 / 12.0)),
    ] {
        let mut files = Files::shipped();
        files.add_ladder("B1", "A1", "extra", weight);
        let [core, extra] = answers.clone();
        let s = scores(&files.load(), &Answers::from([("A1", core), ("B1", extra)]));
        let figure = s.dimension("D1").unwrap().subdimensions[0].figure;
        assert!(close(figure.score, published), "{weight} {answers:?}: {figure:?}");
    }
}

/// Leaving security unanswered is no way round its gate.
#[test]
fn a_gate_that_cannot_be_checked_is_said() {
    let pack = orientamento();
    let s = shipped(&without(&["A12", "A13"]));
    assert!(s.total.level.is_some());
    assert_eq!(s.total.unverified, ["D5"]);
    assert!(s.total.gates.is_empty());
    for (language, said) in [(Language::IT, "Limite non verificato: D5"), (Language::EN, "D5")] {
        let limits = words::limits(pack, &s, language);
        assert!(limits.iter().any(|l| l.text.contains(said)), "{limits:?}");
    }

    // Each gate's dimension once, in the pack's order of gates; all published, nothing is said.
    let s = shipped(&without(&["A4", "A5", "A9", "A10", "A12", "A13"]));
    assert_eq!(s.total.unverified.len(), 3);
    let s = shipped(&without(&["A12"]));
    assert!(s.total.unverified.is_empty());
    assert!(!words::limits(pack, &s, Language::IT).iter().any(|l| l.text.contains("Limite non verificato")));

    // Everything that may be not applicable is: no gate's dimension is emptied by that.
    assert!(shipped(&with_na(without(&[]), &MAY_BE_NA)).total.unverified.is_empty());
}

/// Figures are of the items of the mode alone; in a pack with full items a quick file keeps its figures when it goes on.
#[test]
fn going_on_in_full_mode_takes_no_figure_away() {
    let mut files = Files::shipped();
    files.add_ladder("B1", "A1", "extra", 10.0);
    let items = files.structure()["items"].as_array_mut().unwrap();
    items.last_mut().unwrap()["mode"] = "full".into();
    let pack = files.load();
    let mut assessment = super::support::company(&pack, &Answers::from([("A1", step(2.0)), ("B1", step(5.0))]));
    let a1 = |a: &orienta::assessment::Assessment| {
        orienta::scoring::score(&pack, a).dimension("D1").unwrap().subdimensions[0].figure
    };
    // Quick: the answer to the full item is kept and not scored.
    assert_eq!((a1(&assessment).score, a1(&assessment).coverage), (Some(40.0), Some(1.0)));
    assessment.mode = orienta::pack::Mode::Full;
    assert!(close(a1(&assessment).score, Some((2.0 * 40.0 + 10.0 * 100.0) / 12.0)));
    assessment.answers.remove("B1");
    assert_eq!(a1(&assessment).score, Some(40.0), "the core alone still publishes it");
    // Beside the core's 2 and the 10 of B1, M2 and the cells feed A1 in full mode, with a weight of 1 each.
    assert!(close(a1(&assessment).coverage, Some(2.0 / 14.0)));
}
