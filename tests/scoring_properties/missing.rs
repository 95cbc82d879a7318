//! Not applicable, don't know and open are three things, and none of them is zero.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use orienta::assessment::State;
use orienta::pack::{Pack, orientamento};
use orienta::scoring::Scores;
use proptest::prelude::*;

use super::support::{
    Answers, FACTS, Files, LADDERS, MAY_BE_NA, all_ladders, answers, cases, close, figures, same_figure, scores,
    shipped, step,
};

/// Packs without some ladders, made once each.
fn without(ids: &[&'static str]) -> Rc<Pack> {
    thread_local!(static PACKS: RefCell<BTreeMap<Vec<&'static str>, Rc<Pack>>> = RefCell::default());
    PACKS.with_borrow_mut(|packs| {
        let pack = packs.entry(ids.to_vec()).or_insert_with(|| {
            let mut files = Files::shipped();
            files.delete_ladders(ids);
            Rc::new(files.load())
        });
        Rc::clone(pack)
    })
}

/// Compares the figures of the whole pack with those of one that lacks some ladders.
fn assert_like_deleting(answers: &Answers, deleted: &[&'static str]) {
    let (whole, reduced) = (shipped(answers), scores(&without(deleted), answers));
    let whole_figures: BTreeMap<_, _> = figures(&whole).into_iter().collect();
    for (name, figure) in figures(&reduced) {
        assert!(
            same_figure(&whole_figures[&name], &figure),
            "{name} without {deleted:?}: {:?} {figure:?}",
            whole_figures[&name]
        );
    }
    assert_eq!(whole.total.level, reduced.total.level, "{deleted:?}");
    assert_eq!(whole.total.level_uncapped, reduced.total.level_uncapped, "{deleted:?}");
    assert_eq!(whole.total.gates, reduced.total.gates, "{deleted:?}");
    assert_eq!(whole.total.unverified, reduced.total.unverified, "{deleted:?}");
    assert!(close(whole.total.balance, reduced.total.balance), "{deleted:?}");
    assert_eq!((&whole.dii_v3, &whole.dii_v4), (&reduced.dii_v3, &reduced.dii_v4), "{deleted:?}");
    for id in deleted {
        assert!(!figures(&reduced).iter().any(|(name, _)| name == id), "{id} is deleted");
        assert_eq!(whole_figures[*id].score, None, "{id}");
        assert_eq!((whole_figures[*id].low, whole_figures[*id].coverage), (None, None), "{id}: nothing applicable");
    }
}

#[test]
fn not_applicable_is_like_deleting_the_item() {
    let mut by_hand = all_ladders(4.0);
    by_hand.insert("A1", step(1.0));
    by_hand.insert("A18", step(2.0));
    for id in MAY_BE_NA {
        let mut answers = by_hand.clone();
        answers.insert(id, State::NotApplicable);
        assert_like_deleting(&answers, &[id]);
    }
    let mut none = by_hand;
    none.extend(MAY_BE_NA.map(|id| (id, State::NotApplicable)));
    // A gate's dimension stays in the pack, D7 and D8 leave it altogether.
    assert_like_deleting(&none, &MAY_BE_NA);
    assert_eq!(shipped(&none).dimension("D8").unwrap().figure.score, None);
}

proptest! {
    #![proptest_config(cases())]
    #[test]
    fn not_applicable_is_like_deleting_whatever_else_is_answered(answers in answers()) {
        let deleted: Vec<&'static str> =
            MAY_BE_NA.into_iter().filter(|id| answers[id] == State::NotApplicable).collect();
        assert_like_deleting(&answers, &deleted);
    }

    /// For the figures don't know and open are the same; only the progress tells them apart.
    #[test]
    fn dont_know_weighs_like_open(answers in answers()) {
        let open: Answers = answers
            .iter()
            .map(|(id, s)| (*id, if *s == State::DontKnow { State::Open } else { s.clone() }))
            .collect();
        let (a, b) = (shipped(&answers), shipped(&open));
        prop_assert_eq!(figures(&a), figures(&b));
        prop_assert_eq!(&a.total, &b.total);
        prop_assert_eq!(a.dii_v3, b.dii_v3);
        prop_assert_eq!(a.dii_v4, b.dii_v4);
        let unknown = answers.values().filter(|s| **s == State::DontKnow).count();
        prop_assert_eq!(a.progress.given, b.progress.given + unknown);
    }

    /// Turning an answer into don't know leaves every figure alone that does not rest on it; in those that do, the item
    /// leaves the point's denominator (as not applicable would) and the bounds reach from its worst to its best.
    #[test]
    fn dont_know_changes_the_bounds_and_the_denominator(answers in answers(), at in 0_usize..20) {
        let id = LADDERS[at];
        let with = |state: State| {
            let mut changed = answers.clone();
            changed.insert(id, state);
            shipped(&changed)
        };
        let pack = orientamento();
        let dimension = pack.dimension_of(id).unwrap();
        let (unknown, skipped) = (with(State::DontKnow), with(State::Skipped));
        let (worst_scores, best_scores) = (with(step(0.0)), with(step(5.0)));
        let concerned = |name: &str| {
            name == id
                || name == "total"
                || name == dimension.id
                || pack.structure.maturities.iter().any(|m| m.id == name && m.dimensions.contains(&dimension.id))
        };
        // One of two ladders known is too few, one of one is not: then the two are means of different dimensions.
        let published = |s: &Scores| s.dimension(&dimension.id).unwrap().figure.score.is_some();
        let everything_published =
            |s: &Scores| s.dimensions.iter().all(|d| d.figure.score.is_some() || d.figure.low.is_none());
        let same_publication = published(&unknown) == published(&skipped);
        let lists = [&unknown, &skipped, &worst_scores, &best_scores].map(figures);
        for (n, (name, u)) in lists[0].iter().enumerate() {
            let [skipped, worst, best] = [&lists[1][n].1, &lists[2][n].1, &lists[3][n].1];
            if !concerned(name) {
                prop_assert_eq!(u, worst, "{}", name);
                prop_assert_eq!(u, best, "{}", name);
                continue;
            }
            if same_publication && u.score.is_some() && skipped.score.is_some() {
                prop_assert!(close(u.score, skipped.score), "{name}: the denominator");
            }
            prop_assert!(u.coverage.unwrap() < worst.coverage.unwrap(), "{name}");
            // Where a dimension is not published, a mean of the others may lie outside L and U, and holds the bounds open.
            if ![&unknown, &worst_scores, &best_scores].into_iter().all(everything_published) {
                continue;
            }
            prop_assert!(u.low.unwrap() <= worst.low.unwrap() + 1e-9, "{name}: {u:?} {worst:?}");
            prop_assert!(u.high.unwrap() >= best.high.unwrap() - 1e-9, "{name}: {u:?} {best:?}");
        }
    }

    #[test]
    fn low_and_high_hold_the_score_between_them(answers in answers()) {
        for (name, f) in figures(&shipped(&answers)) {
            prop_assert_eq!(f.low.is_some(), f.high.is_some(), "{}", &name);
            prop_assert_eq!(f.low.is_some(), f.coverage.is_some(), "{}", &name);
            if let (Some(low), Some(high), Some(coverage)) = (f.low, f.high, f.coverage) {
                let score = f.score.unwrap_or(low);
                prop_assert!(low <= score && score <= high, "{name}: {f:?}");
                prop_assert!(low >= -1e-9 && high <= 100.0 + 1e-9, "{name}: {f:?}");
                prop_assert!((0.0..=1.0).contains(&coverage), "{name}: {f:?}");
            } else {
                prop_assert_eq!(f.score, None, "{}", &name);
            }
        }
    }

    /// The bounds are what they say: with every gap filled by 0 the total is at least `low`, by 5 at most `high`.
    #[test]
    fn filling_the_gaps_stays_between_the_bounds(answers in answers(), fill in prop::collection::vec(0_u8..=5, 20)) {
        let before = shipped(&answers);
        let mut filled = answers.clone();
        for (id, v) in LADDERS.into_iter().zip(fill) {
            if matches!(filled[id], State::Open | State::DontKnow) {
                filled.insert(id, step(f64::from(v)));
            }
        }
        for ((name, b), (_, a)) in figures(&before).iter().zip(figures(&shipped(&filled))) {
            if let Some(score) = a.score {
                prop_assert!(score >= b.low.unwrap() - 1e-9 && score <= b.high.unwrap() + 1e-9, "{name}: {score} {b:?}");
            }
        }
    }
}

/// Nothing answered at all: no figure is a number but the bounds, which are the whole scale.
#[test]
fn nothing_answered_is_not_zero() {
    for answers in [Answers::new(), LADDERS.into_iter().chain(FACTS).map(|id| (id, State::DontKnow)).collect()] {
        let s = shipped(&answers);
        for (name, f) in figures(&s) {
            assert_eq!((f.score, f.low, f.high, f.coverage), (None, Some(0.0), Some(100.0), Some(0.0)), "{name}");
        }
        // A sum over nothing is −0 in Rust, and would be printed as such.
        assert!(
            figures(&s)
                .iter()
                .all(|(_, f)| f.low.unwrap().is_sign_positive() && f.coverage.unwrap().is_sign_positive())
        );
        assert_eq!((s.total.level, s.total.balance), (None, None));
        assert!(s.total.gates.is_empty() && s.total.flags.is_empty());
        assert_eq!(s.dii_v3.unwrap().figures, None);
    }
}

/// Bounds rest on everything applicable, also where a sub-dimension is not published (method §2): L and U are means of
/// what the parts would be, and only the figure's own score then holds them open.
///
/// The pack has a second ladder in A1's sub-dimension, of weight 1 beside the core's 2. With A1 open and B1 at 5, A1 is not
/// published (coverage 1/3), its L is 100/3 and its U is 100. A2 and A3 are 0, so D1 is 0, its L is (100/3)/3 = 11.11….
/// A6 is open, A4 and A5 are 5: D2 is 100, its L is 200/3 = 66.66…. All else is 100. Then L of the total is
/// (12·11.11… + 18·66.66… + 70·100)/100 = 83.33…, and its score 88.
#[test]
fn bounds_rest_on_everything_applicable() {
    let mut files = Files::shipped();
    files.add_ladder("B1", "A1", "extra", 1.0);
    let pack = files.load();
    let mut answers = all_ladders(5.0);
    answers.extend([("A1", State::Open), ("A2", step(0.0)), ("A3", step(0.0)), ("A6", State::Open), ("B1", step(5.0))]);
    let s = scores(&pack, &answers);
    let d1 = s.dimension("D1").unwrap();
    let a1 = d1.subdimensions[0].figure;
    assert_eq!(a1.score, None);
    assert!(
        close(a1.low, Some(100.0 / 3.0)) && close(a1.high, Some(100.0)) && close(a1.coverage, Some(1.0 / 3.0)),
        "{a1:?}"
    );
    assert!(close(d1.figure.score, Some(0.0)) && close(d1.figure.low, Some(0.0)), "{:?}", d1.figure);
    assert!(close(d1.figure.high, Some(100.0 / 3.0)), "{:?}", d1.figure);
    let total = s.total.figure;
    assert!(close(total.score, Some(88.0)), "{total:?}");
    assert!(close(total.low, Some(250.0 / 3.0)), "{total:?}");
    assert!(close(total.high, Some((12.0 * 100.0 / 3.0 + 88.0 * 100.0) / 100.0)), "{total:?}");
}
