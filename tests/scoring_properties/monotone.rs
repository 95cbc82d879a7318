//! A better answer never gives a worse figure.

use orienta::assessment::{State, Value};
use orienta::scoring::dii::Reading;
use proptest::prelude::*;

use super::support::{Answers, FACTS, LADDERS, answers, cases, figures, shipped, step, yes};

fn not_lower(what: &str, before: Option<f64>, after: Option<f64>) -> Result<(), TestCaseError> {
    // Raising an answer neither publishes a figure nor takes one away.
    prop_assert_eq!(before.is_some(), after.is_some(), "{}", what);
    if let (Some(b), Some(a)) = (before, after) {
        prop_assert!(a >= b - 1e-9, "{what}: {b} fell to {a}");
    }
    Ok(())
}

fn nothing_falls(before: &Answers, after: &Answers) -> Result<(), TestCaseError> {
    let (b, a) = (shipped(before), shipped(after));
    for ((name, b), (_, a)) in figures(&b).iter().zip(figures(&a)) {
        not_lower(name, b.score, a.score)?;
        not_lower(&format!("{name}, low"), b.low, a.low)?;
        not_lower(&format!("{name}, high"), b.high, a.high)?;
        prop_assert_eq!(b.coverage, a.coverage, "{}", name);
    }
    let levels = |s: &orienta::scoring::Scores| {
        let mut list = vec![s.total.level, s.total.level_uncapped];
        list.extend(s.maturities.iter().map(|m| m.level));
        list.extend(s.dimensions.iter().map(|d| d.level));
        list
    };
    for (b, a) in levels(&b).into_iter().zip(levels(&a)) {
        prop_assert!(a >= b, "a level fell from {b:?} to {a:?}");
    }
    // Caps may only fall away.
    prop_assert!(a.total.gates.iter().all(|g| b.total.gates.iter().any(|h| h.id == g.id)));
    prop_assert!(a.total.flags.iter().all(|f| b.total.flags.contains(f)));
    reading_not_lower(b.dii_v3, a.dii_v3)?;
    reading_not_lower(b.dii_v4, a.dii_v4)
}

fn reading_not_lower<V>(b: Option<Reading<V>>, a: Option<Reading<V>>) -> Result<(), TestCaseError> {
    let (b, a) = (b.unwrap().figures, a.unwrap().figures);
    prop_assert_eq!(b.is_some(), a.is_some());
    if let (Some(b), Some(a)) = (b, a) {
        prop_assert!(a.count >= b.count && a.max >= b.max && a.class >= b.class && a.class_max >= b.class_max);
        let percentile = |f: &orienta::scoring::dii::Figures<V>| f.benchmark.as_ref().map(|b| b.percentile);
        prop_assert!(percentile(&a) >= percentile(&b));
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases())]
    #[test]
    fn raising_a_ladder_lowers_nothing(answers in answers(), at in 0_usize..20, low in 0_u8..10, up in 1_u8..=10) {
        let (mut before, mut after) = (answers.clone(), answers);
        before.insert(LADDERS[at], step(f64::from(low) / 2.0));
        after.insert(LADDERS[at], step(f64::from((low + up).min(10)) / 2.0));
        nothing_falls(&before, &after)?;
    }

    #[test]
    fn raising_a_fact_lowers_nothing(answers in answers(), at in 0_usize..19) {
        let (mut before, mut after) = (answers.clone(), answers);
        before.insert(FACTS[at], yes(false));
        after.insert(FACTS[at], yes(true));
        nothing_falls(&before, &after)?;
    }

    /// Everything at once, which also walks over gates and thresholds that one step does not reach.
    #[test]
    fn raising_everything_lowers_nothing(answers in answers(), ups in prop::collection::vec(0_u8..=4, 20)) {
        let mut after = answers.clone();
        for (id, up) in LADDERS.into_iter().zip(ups) {
            if let State::Answered(Value::Number(v)) = answers[id] {
                after.insert(id, step((v + f64::from(up) / 2.0).min(5.0)));
            }
        }
        nothing_falls(&answers, &after)?;
    }
}
