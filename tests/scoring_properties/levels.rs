//! Levels, and the two ends of the scale.

use orienta::pack::orientamento;
use orienta::scoring::level_of;
use proptest::prelude::*;

use super::support::{Answers, FACTS, LADDERS, all_ladders, cases, figures, shipped, step, yes};

#[test]
fn everything_at_nothing_is_zero_and_level_zero() {
    let mut answers = all_ladders(0.0);
    answers.extend(FACTS.map(|id| (id, yes(false))));
    let s = shipped(&answers);
    for (name, figure) in figures(&s) {
        assert_eq!((figure.score, figure.low, figure.high), (Some(0.0), Some(0.0), Some(0.0)), "{name}");
    }
    assert_eq!((s.total.level, s.total.level_uncapped), (Some(0), Some(0)));
    assert_eq!(s.total.gates.len(), 4);
    assert!(s.total.gates.iter().all(|g| !g.binding));
    assert_eq!(s.total.flags, ["data_unrecoverable"]);
    assert_eq!(s.dii_v3.unwrap().figures.unwrap().count, 0);
    assert_eq!(s.dii_v4.unwrap().figures.unwrap().count, 0);
}

#[test]
fn everything_at_its_best_is_a_hundred_and_level_five() {
    let mut answers = all_ladders(5.0);
    answers.extend(FACTS.map(|id| (id, yes(true))));
    let s = shipped(&answers);
    for (name, figure) in figures(&s) {
        assert_eq!((figure.score, figure.low, figure.high), (Some(100.0), Some(100.0), Some(100.0)), "{name}");
        assert_eq!(figure.coverage, Some(1.0), "{name}");
    }
    assert_eq!((s.total.level, s.total.level_uncapped), (Some(5), Some(5)));
    assert!(s.total.gates.is_empty() && s.total.flags.is_empty() && s.total.unverified.is_empty());
    assert!((s.total.balance.unwrap() - 100.0).abs() < 1e-9);
    assert_eq!(s.dii_v3.unwrap().figures.unwrap().count, 12);
    assert_eq!(s.dii_v4.unwrap().figures.unwrap().count, 12);
}

#[test]
fn every_answer_k_is_level_k() {
    for k in 0_u8..=5 {
        let s = shipped(&all_ladders(f64::from(k)));
        assert_eq!(s.total.level, Some(k));
        assert!(s.maturities.iter().all(|m| m.level == Some(k)), "{k}");
        assert!(s.dimensions.iter().all(|d| d.level == Some(k)), "{k}");
    }
}

proptest! {
    #![proptest_config(cases())]
    /// The same over the answered items, wherever there are enough of them.
    #[test]
    fn every_answered_item_k_is_level_k(k in 0_u8..=5, answered in prop::collection::vec(prop::bool::weighted(0.85), 20)) {
        let answers: Answers = LADDERS
            .into_iter()
            .zip(answered)
            .filter(|(_, answered)| *answered)
            .map(|(id, _)| (id, step(f64::from(k))))
            .collect();
        let s = shipped(&answers);
        for level in std::iter::once(s.total.level).chain(s.dimensions.iter().map(|d| d.level)) {
            prop_assert!(level.is_none_or(|l| l == k), "{level:?}");
        }
    }
}

#[test]
fn a_level_is_its_lower_threshold() {
    let pack = orientamento();
    for (score, level) in [
        (0.0, 0),
        (9.999_999, 0),
        (10.0, 1),
        (29.999_999, 1),
        (30.0, 2),
        (49.999_999, 2),
        (50.0, 3),
        (69.999_999, 3),
        (70.0, 4),
        (89.999_999, 4),
        (90.0, 5),
        (100.0, 5),
        // Comparisons tolerate 1e-9, and no more.
        (50.0 - 1e-10, 3),
        (50.0 - 1e-8, 2),
    ] {
        assert_eq!(level_of(pack, score), level, "{score}");
    }
}

/// Each gate on its own: every other dimension at 100, the one looked at just below and just at its limit.
#[test]
fn gates_cap_the_level_at_their_limits() {
    // With the others at 100 the total is 100 − W·(100 − D)/100: D5 26.7 gives 89.7, level 4, and all the others stay above
    // 90. Halves give multiples of 10/3, so 26.7 and 46.7 are the nearest below the limits.
    for (dimension, ladders, steps, gates, uncapped, level) in [
        ("D5 at 26.7", ["A12", "A13", "A14"], [1.0, 1.5, 1.5], &["d5_below_30", "d5_below_50"][..], 4, 2),
        ("D5 at 30", ["A12", "A13", "A14"], [1.5, 1.5, 1.5], &["d5_below_50"], 5, 3),
        ("D5 at 46.7", ["A12", "A13", "A14"], [2.0, 2.5, 2.5], &["d5_below_50"], 5, 3),
        ("D5 at 50", ["A12", "A13", "A14"], [2.5, 2.5, 2.5], &[], 5, 5),
        ("D2 at 46.7", ["A4", "A5", "A6"], [2.0, 2.5, 2.5], &["d2_below_50"], 5, 3),
        ("D2 at 50", ["A4", "A5", "A6"], [2.0, 2.5, 3.0], &[], 5, 5),
        ("D4 at 46.7", ["A9", "A10", "A11"], [2.0, 2.5, 2.5], &["d4_below_50"], 5, 3),
        ("D4 at 50", ["A9", "A10", "A11"], [2.5, 2.5, 2.5], &[], 5, 5),
    ] {
        let mut answers = all_ladders(5.0);
        answers.extend(ladders.into_iter().zip(steps.map(step)));
        let s = shipped(&answers);
        let ids: Vec<&str> = s.total.gates.iter().map(|g| g.id.as_str()).collect();
        assert_eq!(ids, gates, "{dimension}");
        assert_eq!(s.total.level_uncapped, Some(uncapped), "{dimension}");
        assert!(s.total.gates.iter().all(|g| g.binding), "{dimension}");
        assert_eq!(s.total.level, Some(level), "{dimension}");
    }
}
