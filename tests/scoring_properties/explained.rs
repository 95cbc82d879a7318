//! What a figure is made of, and what would move it (method §7).

use orienta::assessment::sheet::Sheet;
use orienta::assessment::{State, Value};
use orienta::pack::orientamento;
use orienta::scoring::sensitivity::sensitivity;
use orienta::scoring::trace::shares;
use proptest::prelude::*;

use super::full::{Kind, companies};
use super::oracle_full::{Member, dims, leaf, weighted};
use super::support::{LADDERS, cases, close, step};

proptest! {
    #![proptest_config(cases())]
    /// The answers shown for a sub-dimension are its members, and the figure is their mean.
    #[test]
    fn shares_are_the_members(made in companies()) {
        let pack = orientamento();
        let sheet = Sheet::of(pack, &made.assessment());
        let scores = made.scores();
        for sub in scores.dimensions.iter().flat_map(|d| &d.subdimensions) {
            let found = shares(pack, &sheet, &sub.id);
            let expected = leaf(&made, &sub.id);
            let key = |item: &str, weight: f64, points: Option<f64>, grade: u8| {
                // Of not known and open answers the grade is of no account.
                format!("{item} {weight:.9} {points:.6?} {}", points.map_or(0, |_| grade))
            };
            let mut there: Vec<String> = found.iter().map(|s| key(&s.item, s.weight, s.score, s.evidence)).collect();
            let mut wanted: Vec<String> =
                expected.members.iter().map(|m| key(&m.item.id, m.weight, m.points(), m.evidence)).collect();
            there.sort();
            wanted.sort();
            prop_assert_eq!(there, wanted, "{}", &sub.id);
            for share in &found {
                let rows = matches!(super::full::spec(&share.item).kind, Kind::Rows | Kind::Partly);
                prop_assert_eq!(share.row.is_some(), rows, "{}", &share.item);
            }
            if sub.figure.score.is_some() {
                let mean = weighted(found.iter().map(|s| (s.weight, s.score)));
                prop_assert!(close(sub.figure.score, Some(mean)), "{}: {mean} {:?}", sub.id, sub.figure);
            }
        }
        prop_assert!(shares(pack, &sheet, "A21").is_empty());
    }

    /// A step more is what the score says when the answer is one step higher; a ladder that is not listed would move nothing.
    #[test]
    fn a_step_more_is_what_it_says(made in companies(), at: usize) {
        let pack = orientamento();
        let scores = made.scores();
        let found = sensitivity(pack, &Sheet::of(pack, &made.assessment()), &scores);
        let Some(total) = scores.total.figure.score else {
            prop_assert!(found.steps.is_empty() && found.weights.is_empty());
            prop_assert_eq!((found.power_mean, found.geometric), (None, None));
            return Ok(());
        };
        prop_assert!(found.steps.windows(2).all(|w| w[0].gain >= w[1].gain));
        let below_the_top = |id: &str| match made.state(id) {
            State::Answered(Value::Number(v)) if *v < 5.0 => Some(*v),
            _ => None,
        };
        let asked: Vec<&str> = made
            .asked()
            .filter(|s| matches!(s.kind, Kind::Ladder { .. }) && below_the_top(&s.id).is_some())
            .map(|s| s.id.as_str())
            .collect();
        prop_assert!(found.steps.iter().all(|s| asked.contains(&s.item.as_str())), "{:?}", found.steps);
        prop_assert!(LADDERS.iter().all(|id| below_the_top(id).is_none() || found.steps.iter().any(|s| s.item == *id)));
        let Some(id) = asked.get(at % asked.len().max(1)) else { return Ok(()) };
        let from = below_the_top(id).unwrap();
        let after = made.clone().with(id, step((from + 1.0).min(5.0))).scores().total;
        let gain = after.figure.score.unwrap() - total;
        match found.steps.iter().find(|s| s.item == *id) {
            Some(step) => {
                prop_assert!((step.gain - gain).abs() < 1e-9 && step.from == from, "{id}: {step:?} {gain}");
                prop_assert_eq!(Some(step.level), after.level, "{}", id);
            }
            None => prop_assert!(gain.abs() < 1e-9, "{id} is not listed, and gains {gain}"),
        }
    }

    /// Another weight of one dimension, and two other ways of averaging.
    #[test]
    fn weights_and_rules_by_themselves(made in companies()) {
        let pack = orientamento();
        let scores = made.scores();
        let found = sensitivity(pack, &Sheet::of(pack, &made.assessment()), &scores);
        let Some(total) = scores.total.figure.score else { return Ok(()) };
        let list: Vec<(&str, f64, f64)> =
            dims(&made).iter().filter_map(|d| Some((d.id, d.weight, d.score(Member::points)?))).collect();
        prop_assert_eq!(found.weights.len(), list.len());
        for (weight, (id, own, _)) in found.weights.iter().zip(&list) {
            prop_assert_eq!(&weight.dimension, id);
            let with = |factor: f64| {
                let changed = |d: &str, w: f64| if d == *id { own * factor } else { w };
                weighted(list.iter().map(|(d, w, s)| (changed(d, *w), Some(*s)))) - total
            };
            prop_assert!(weight.without.is_none_or(|w| (w - with(0.0)).abs() < 1e-9), "{id}: {weight:?}");
            prop_assert!((weight.doubled - with(2.0)).abs() < 1e-9, "{id}: {weight:?}");
        }
        let weights: f64 = list.iter().map(|d| d.1).sum();
        let power = list.iter().map(|(_, w, s)| w * s.sqrt()).sum::<f64>() / weights;
        prop_assert!(close(found.power_mean, Some(power * power)), "{:?} {}", found.power_mean, power * power);
        let geometric: f64 = list.iter().map(|(_, w, s)| s.max(1.0).powf(w / weights)).product();
        prop_assert!(close(found.geometric, Some(geometric)), "{:?} {geometric}", found.geometric);
        // The weaker the dimensions, the further below the plain mean.
        prop_assert!(power * power <= total + 1e-9);
    }
}
