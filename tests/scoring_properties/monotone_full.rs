//! A better answer never gives a worse figure, in the full questionnaire too (method §11).
//!
//! With `ORIENTA_CASES=100000` the first property alone tries a hundred thousand improvements.

use orienta::assessment::{Assessment, Cell, State, Value};
use orienta::pack::{Mode, orientamento};
use orienta::scoring::dii::Reading;
use orienta::scoring::{Figure, Scores, score};
use proptest::prelude::*;

use super::full::{Kind, Made, Spec, companies};
use super::support::{cases, step, yes};

/// Figures with a score or without, in a fixed order, and their levels.
fn all(s: &Scores) -> impl Iterator<Item = (&Figure, Option<u8>)> {
    let total = [(&s.total.figure, s.total.level), (&s.total.figure, s.total.level_uncapped)];
    let maturities = s.maturities.iter().map(|m| (&m.figure, m.level));
    let dimensions = s.dimensions.iter().map(|d| (&d.figure, d.level));
    let leaves = s.dimensions.iter().flat_map(|d| &d.subdimensions).map(|s| (&s.figure, None));
    total.into_iter().chain(maturities).chain(dimensions).chain(leaves)
}

fn rises(before: Option<f64>, after: Option<f64>) -> bool {
    match (before, after) {
        (Some(b), Some(a)) => a >= b - 1e-9,
        (b, a) => b.is_none() && a.is_none(),
    }
}

fn reading_rises<V>(b: &Option<Reading<V>>, a: &Option<Reading<V>>) -> bool {
    match (&b.as_ref().unwrap().figures, &a.as_ref().unwrap().figures) {
        (Some(b), Some(a)) => a.count >= b.count && a.max >= b.max && a.class >= b.class && a.class_max >= b.class_max,
        (b, a) => b.is_none() && a.is_none(),
    }
}

fn nothing_falls(b: &Scores, a: &Scores) -> Result<(), TestCaseError> {
    for (n, ((b, b_level), (a, a_level))) in all(b).zip(all(a)).enumerate() {
        let figures = rises(b.score, a.score) && rises(b.low, a.low) && rises(b.high, a.high);
        prop_assert!(figures && b.coverage == a.coverage && a_level >= b_level, "figure {n}: {b:?} {a:?}");
    }
    prop_assert!(rises(b.total.evidenced, a.total.evidenced), "{:?} {:?}", b.total, a.total);
    prop_assert!(reading_rises(&b.dii_v3, &a.dii_v3) && reading_rises(&b.dii_v4, &a.dii_v4));
    // Caps and flags may only fall away.
    prop_assert!(a.total.gates.iter().all(|g| b.total.gates.iter().any(|h| h.id == g.id)));
    prop_assert!(a.total.flags.iter().all(|f| b.total.flags.contains(f)));
    let (b, a) = (b.dmat.as_ref().unwrap(), a.dmat.as_ref().unwrap());
    prop_assert_eq!(b.form, a.form);
    // One of two facts known to be true answers for both, so an answer may publish this reading; never the other way.
    for ((id, b), (_, a)) in b.dimensions.iter().zip(&a.dimensions) {
        prop_assert!(b.is_none_or(|b| a.is_some_and(|a| a >= b - 1e-9)), "DMAT {id}: {b:?} {a:?}");
    }
    if let Some((total, band)) = b.total {
        prop_assert!(a.total.is_some_and(|(t, b)| t >= total - 1e-9 && b >= band), "{b:?} {a:?}");
    }
    Ok(())
}

/// The answer below and the better one above it, in some place of an item; the rest of it as it was.
fn improvement(item: &'static Spec, state: &State, place: usize, low: u8, up: u8) -> (State, State) {
    // Two numbers on a scale of so many steps, the second above the first.
    let pair = |steps: u8, unit: f64| {
        let low = low % steps;
        [low, low + 1 + up % (steps - low)].map(|v| f64::from(v) / unit)
    };
    match item.kind {
        Kind::Ladder { .. } => {
            let [low, high] = pair(10, 2.0);
            (step(low), step(high))
        }
        Kind::Fact => (yes(false), yes(true)),
        Kind::Ticks => {
            let positive: Vec<&String> = item.positive().collect();
            let added = positive[place % positive.len()];
            let others: Vec<String> = match state {
                State::Answered(Value::Options(list)) => {
                    list.iter().filter(|o| *o != added && positive.contains(o)).cloned().collect()
                }
                _ => Vec::new(),
            };
            let mut more = others.clone();
            more.push(added.clone());
            (State::Answered(Value::Options(others)), State::Answered(Value::Options(more)))
        }
        Kind::Rows | Kind::Partly => {
            let pair = if item.kind == Kind::Rows { pair(10, 2.0) } else { pair(4, 4.0) };
            let row = &item.options[place % item.options.len()];
            pair.map(|v| {
                let mut cells = match state {
                    State::Answered(Value::Rows(cells)) => cells.clone(),
                    _ => Default::default(),
                };
                cells.insert(row.clone(), Cell::Number(v));
                State::Answered(Value::Rows(cells))
            })
            .into()
        }
    }
}

fn put(assessment: &mut Assessment, id: &str, state: State) {
    assessment.answers.get_mut(id).unwrap()[0].state = state;
}

/// An item that is asked of a company, by a number.
fn asked(made: &Made, n: usize) -> &'static Spec {
    made.asked().nth(n % made.asked().count()).unwrap()
}

proptest! {
    #![proptest_config(cases())]
    #[test]
    fn a_better_answer_lowers_nothing(made in companies(), at: usize, place: usize, low: u8, up: u8) {
        let item = asked(&made, at);
        let (worse, better) = improvement(item, made.state(&item.id), place, low, up);
        let mut assessment = made.assessment();
        put(&mut assessment, &item.id, worse);
        let before = score(orientamento(), &assessment);
        put(&mut assessment, &item.id, better);
        let after = score(orientamento(), &assessment);
        nothing_falls(&before, &after).map_err(|e| TestCaseError::fail(format!("{}: {e}", item.id)))?;
    }

    /// Everything at once, which also walks over gates and thresholds that one step does not reach.
    #[test]
    fn better_answers_everywhere_lower_nothing(made in companies(), ups in prop::collection::vec(any::<u8>(), 256)) {
        let mut assessment = made.assessment();
        let before = score(orientamento(), &assessment);
        for (item, up) in made.asked().zip(ups) {
            let up = f64::from(up % 5) / 2.0;
            let State::Answered(value) = made.state(&item.id).clone() else { continue };
            let better = match value {
                Value::Number(v) => Value::Number((v + up).min(5.0)),
                Value::Bool(b) => Value::Bool(b || up > 0.5),
                Value::Options(list) if list.iter().any(|o| !item.positive().any(|p| p == o)) => Value::Options(list),
                Value::Options(mut list) => {
                    list.extend(item.positive().filter(|o| !list.contains(o)).take(up as usize).cloned().collect::<Vec<_>>());
                    Value::Options(list)
                }
                Value::Rows(mut cells) => {
                    let best = if item.kind == Kind::Rows { 5.0 } else { 1.0 };
                    for cell in cells.values_mut() {
                        if let Cell::Number(v) = cell {
                            *v = (*v + up / 2.0).min(best);
                        }
                    }
                    Value::Rows(cells)
                }
                other => other,
            };
            put(&mut assessment, &item.id, State::Answered(better));
        }
        nothing_falls(&before, &score(orientamento(), &assessment))?;
    }

    /// Evidence backs an answer; it moves the evidenced score and the reliability, upwards, and no other figure.
    #[test]
    fn evidence_never_lowers_the_evidenced_score(made in companies(), at: usize, from in 0_u8..2, to in 1_u8..=2) {
        let item = asked(&made, at);
        let mut assessment = made.assessment();
        let mut graded = |grade: u8| {
            assessment.answers.get_mut(item.id.as_str()).unwrap()[0].evidence = grade;
            score(orientamento(), &assessment)
        };
        let (less, mut more) = (graded(from.min(to)), graded(to.max(from)));
        prop_assert!(rises(less.total.evidenced, more.total.evidenced), "{}: {:?} {:?}", item.id, less.total, more.total);
        prop_assert!(rises(less.total.reliability, more.total.reliability), "{}", item.id);
        (more.total.evidenced, more.total.reliability) = (less.total.evidenced, less.total.reliability);
        prop_assert_eq!(less, more);
    }

    /// The evidenced score is never above the score, and with everything documented it is the score.
    #[test]
    fn the_evidenced_score_is_at_most_the_score(made in companies()) {
        let found = made.scores().total;
        prop_assert_eq!(found.evidenced.is_some(), found.figure.score.is_some());
        prop_assert!(found.evidenced.zip(found.figure.score).is_none_or(|(e, s)| e <= s + 1e-9), "{found:?}");
        let mut documented = made;
        documented.answers.values_mut().for_each(|(_, grade)| *grade = 2);
        let found = documented.scores().total;
        prop_assert_eq!(found.evidenced, found.figure.score);
        prop_assert!(found.reliability.is_none_or(|r| (r - 1.0).abs() < 1e-9), "{found:?}");
    }

    #[test]
    fn low_and_high_hold_the_score_between_them(made in companies()) {
        for (f, _) in all(&made.scores()) {
            prop_assert_eq!((f.low.is_some(), f.high.is_some()), (f.coverage.is_some(), f.coverage.is_some()));
            let Some((low, high)) = f.low.zip(f.high) else {
                prop_assert_eq!(f.score, None);
                continue;
            };
            let score = f.score.unwrap_or(low);
            prop_assert!(low <= score && score <= high && low >= -1e-9 && high <= 100.0 + 1e-9, "{f:?}");
            prop_assert!((0.0..=1.0 + 1e-9).contains(&f.coverage.unwrap()), "{f:?}");
        }
    }

    /// What was published in quick mode is so in full mode, whatever is answered there (method §2).
    #[test]
    fn going_on_in_full_mode_takes_no_figure_away(made in companies()) {
        let (mut quick, mut full) = (made.clone(), made);
        (quick.mode, full.mode) = (Mode::Quick, Mode::Full);
        let (quick, full) = (quick.scores(), full.scores());
        let published = |s: &Scores| all(s).map(|(f, _)| f.score.is_some()).collect::<Vec<_>>();
        // A dimension of which nothing applied in quick mode may have something now, and open answers with it.
        let applies = |s: &Scores| all(s).map(|(f, _)| f.low.is_some()).collect::<Vec<_>>();
        if applies(&quick) == applies(&full) {
            for (n, (quick, full)) in published(&quick).into_iter().zip(published(&full)).enumerate() {
                prop_assert!(full || !quick, "figure {n}");
            }
        }
    }
}
