//! The best plan against trying all plans, and the promises that hold for instances too large for that.

use std::cmp::Reverse;

use orienta::roadmap::solver::{Candidate, Choice, Infeasible, Limits, best, frontier};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

/// Instances that are tried in full.
const INSTANCES: u64 = 3_000;

/// Everything a measure needs, itself included, as bits.
fn needs(candidates: &[Candidate], v: usize) -> u32 {
    candidates[v].requires.iter().fold(1 << v, |bits, r| bits | needs(candidates, *r))
}

fn list(bits: u32) -> Vec<usize> {
    (0..32).filter(|v| bits >> v & 1 == 1).collect()
}

fn sums(candidates: &[Candidate], chosen: &[usize]) -> [u64; 3] {
    let sum = |of: fn(&Candidate) -> u64| chosen.iter().map(|v| of(&candidates[*v])).sum();
    [sum(|c| c.value), sum(|c| c.cost), sum(|c| c.days)]
}

/// The best plan by looking at all of them, by nothing but the words of the rules.
fn by_trying_all(candidates: &[Candidate], limits: &Limits) -> Option<Choice> {
    let count = candidates.len();
    let needs: Vec<u32> = (0..count).map(|v| needs(candidates, v)).collect();
    let within = |used: u64, limit: Option<u64>| limit.is_none_or(|l| used <= l);
    let mut found: Option<Choice> = None;
    for bits in 0..1_u32 << count {
        let has = |v: usize| bits >> v & 1 == 1;
        let allowed = (0..count).all(|v| {
            let c = &candidates[v];
            let wanted = |w: usize| has(w) && needs[w] >> v & 1 == 1 && (candidates[w].value > 0 || candidates[w].must);
            if has(v) {
                !c.excluded && bits & needs[v] == needs[v] && (c.value > 0 || (0..count).any(wanted))
            } else {
                !c.must
            }
        });
        if !allowed {
            continue;
        }
        let chosen = list(bits);
        let [value, cost, days] = sums(candidates, &chosen);
        if !within(cost, limits.cost) || !within(days, limits.days) {
            continue;
        }
        let plan = Choice { chosen, value, cost, days };
        let rank = |p: &Choice| (Reverse(p.value), p.cost, p.days, p.chosen.clone());
        if found.as_ref().is_none_or(|f| rank(&plan) < rank(f)) {
            found = Some(plan);
        }
    }
    found
}

/// Up to fifteen measures, numbers from a few or from many, prerequisites in any direction of the list.
fn small(random: &mut ChaCha8Rng) -> (Vec<Candidate>, Limits) {
    let most = if random.random_range(0..8) == 0 { 15 } else { 11 };
    let count = random.random_range(0..=most);
    let kinds = [1, 2, 4, 1_000][random.random_range(0..4)];
    // Plans of equal value then cost the same and take as long.
    let level = random.random_range(0..4) == 0;
    // Ladders of so many steps, the last one perhaps shorter, and little else.
    let (ladders, steps) = (random.random_range(0..4) == 0, random.random_range(2..=4));
    let density = random.random_range(0..=60);
    let (musts, exclusions) = (random.random_range(0..=12), random.random_range(0..=12));
    // A measure needs measures that come before it in this order, which is not that of the list.
    let mut order: Vec<usize> = (0..count).collect();
    for at in 1..count {
        order.swap(at, random.random_range(0..=at));
    }
    let mut candidates = vec![Candidate::default(); count];
    for at in 0..count {
        let mut requires = Vec::new();
        if ladders && at % steps > 0 {
            requires.push(order[at - 1]);
        }
        let density = if ladders { 5 } else { density };
        while at > 0 && requires.len() < 4 && random.random_range(0..100) < density {
            requires.push(order[random.random_range(0..at)]);
        }
        let number = |unit: u64, random: &mut ChaCha8Rng| unit * random.random_range(0..=kinds);
        let value = number(416_666_667, random);
        let (cost, days) = if level {
            (value / 416_666_667 * 50_000, value / 416_666_667 * 250)
        } else {
            (number(50_000, random), number(250, random))
        };
        candidates[order[at]] = Candidate {
            value,
            cost,
            days,
            requires,
            must: random.random_range(0..100) < musts,
            excluded: random.random_range(0..100) < exclusions,
        };
    }
    let all = sums(&candidates, &(0..count).collect::<Vec<_>>());
    let mut limit = |all: u64| (random.random_range(0..5) > 0).then(|| all * random.random_range(0..=90) / 100);
    let limits = Limits { cost: limit(all[1]), days: limit(all[2]) };
    (candidates, limits)
}

#[test]
fn no_plan_is_better_than_the_best() {
    let mut random = ChaCha8Rng::seed_from_u64(7);
    let (mut feasible, mut ties) = (0, 0);
    for at in 0..INSTANCES {
        let (candidates, limits) = small(&mut random);
        let expected = by_trying_all(&candidates, &limits);
        let found = best(&candidates, &limits);
        assert_eq!(found.clone().ok(), expected, "instance {at}: {candidates:?} {limits:?}: {found:?}");
        feasible += u32::from(found.is_ok());
        ties += u32::from(candidates.iter().any(|c| candidates.iter().filter(|d| *d == c).count() > 1));
    }
    assert!(feasible > 500 && ties > 200, "the instances test little: {feasible} feasible, {ties} with equal measures");
}

/// Measures, each of which needs some of those before it, and limits as shares of everything, in percent.
fn instances(most: usize) -> impl Strategy<Value = (Vec<Candidate>, Limits)> {
    let numbers = prop_oneof![(0..=4_u64).prop_map(|n| n * 1_000_000), 0..5_000_000_u64];
    let measure = (numbers.clone(), numbers.clone(), numbers, vec(any::<prop::sample::Index>(), 0..3), 0..40_u8);
    (vec(measure, 1..most), option::weighted(0.8, 0..100_u64), option::weighted(0.8, 0..100_u64)).prop_map(
        |(measures, cost, days)| {
            let make =
                |(v, (value, cost, days, requires, flag)): (usize, (u64, u64, u64, Vec<prop::sample::Index>, u8))| {
                    let requires = if v == 0 { Vec::new() } else { requires.iter().map(|r| r.index(v)).collect() };
                    Candidate { value, cost, days, requires, must: flag == 0, excluded: flag == 1 }
                };
            let candidates: Vec<Candidate> = measures.into_iter().enumerate().map(make).collect();
            let [_, all_cost, all_days] = sums(&candidates, &(0..candidates.len()).collect::<Vec<_>>());
            let limits = Limits { cost: cost.map(|p| all_cost * p / 100), days: days.map(|p| all_days * p / 100) };
            (candidates, limits)
        },
    )
}

/// Everything the measures need, themselves included, ascending.
fn closure(candidates: &[Candidate], of: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut open: Vec<usize> = of.collect();
    let mut closed = std::collections::BTreeSet::new();
    while let Some(v) = open.pop() {
        if closed.insert(v) {
            open.extend(&candidates[v].requires);
        }
    }
    closed.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_keeps_every_rule((candidates, limits) in instances(40)) {
        let musts = closure(&candidates, (0..candidates.len()).filter(|v| candidates[*v].must));
        let [_, cost, days] = sums(&candidates, &musts);
        match best(&candidates, &limits) {
            Ok(plan) => {
                prop_assert!(plan.chosen.is_sorted_by(|a, b| a < b));
                prop_assert_eq!(&closure(&candidates, plan.chosen.iter().copied()), &plan.chosen);
                prop_assert_eq!(sums(&candidates, &plan.chosen), [plan.value, plan.cost, plan.days]);
                prop_assert!(limits.cost.is_none_or(|l| plan.cost <= l));
                prop_assert!(limits.days.is_none_or(|l| plan.days <= l));
                prop_assert!(musts.iter().all(|v| plan.chosen.contains(v)));
                prop_assert!(plan.chosen.iter().all(|v| !candidates[*v].excluded));
            }
            Err(Infeasible::NeedsExcluded { must, excluded }) => {
                prop_assert!(candidates[must].must && candidates[excluded].excluded);
                prop_assert!(closure(&candidates, [must].into_iter()).contains(&excluded));
            }
            Err(Infeasible::OverBudget { measures, needed, limit }) => {
                prop_assert_eq!((measures, needed, Some(limit)), (musts, cost, limits.cost));
                prop_assert!(needed > limit);
            }
            Err(Infeasible::OverDays { measures, needed, limit }) => {
                prop_assert_eq!((measures, needed, Some(limit)), (musts, days, limits.days));
                prop_assert!(needed > limit && limits.cost.is_none_or(|l| cost <= l));
            }
        }
    }

    #[test]
    fn the_same_question_has_the_same_answer((candidates, limits) in instances(40)) {
        prop_assert_eq!(best(&candidates, &limits), best(&candidates, &limits));
    }

    /// A measure that nothing needs can be left, so having it to choose from never hurts.
    #[test]
    fn one_measure_more_is_never_worse((mut candidates, limits) in instances(40)) {
        let more = best(&candidates, &limits);
        if let Some(Candidate { must: false, .. }) = candidates.pop() {
            let fewer = best(&candidates, &limits);
            prop_assert_eq!(fewer.is_ok(), more.is_ok());
            prop_assert!(fewer.map_or(0, |p| p.value) <= more.map_or(0, |p| p.value));
        }
    }

    #[test]
    fn more_money_is_never_worse_and_the_frontier_is_the_best_of_each_budget((candidates, limits) in instances(30)) {
        let [_, all, _] = sums(&candidates, &(0..candidates.len()).collect::<Vec<_>>());
        let budgets: Vec<u64> = (0..=12).map(|step| all * step / 10).collect();
        let plans = frontier(&candidates, limits.days, &budgets);
        prop_assert_eq!(plans.len(), budgets.len());
        for (plan, budget) in plans.iter().zip(&budgets) {
            prop_assert_eq!(plan, &best(&candidates, &Limits { cost: Some(*budget), days: limits.days }));
        }
        for pair in plans.windows(2) {
            if let [Ok(less), more] = pair {
                prop_assert!(more.as_ref().is_ok_and(|more| more.value >= less.value));
            }
        }
    }
}

fn measure(value: u64, cost: u64, days: u64, requires: &[usize]) -> Candidate {
    Candidate { value, cost, days, requires: requires.to_vec(), must: false, excluded: false }
}

#[test]
fn infeasible_musts_are_named() {
    let mut candidates =
        vec![measure(5, 10, 1, &[]), measure(5, 20, 2, &[0]), measure(9, 40, 3, &[1]), measure(1, 1, 1, &[])];
    candidates[2].must = true;
    let limits = |cost, days| Limits { cost: Some(cost), days: Some(days) };
    let measures = || vec![0, 1, 2];
    let over = Infeasible::OverBudget { measures: measures(), needed: 70, limit: 69 };
    assert_eq!(best(&candidates, &limits(69, 5)), Err(over.clone()));
    let late = Infeasible::OverDays { measures: measures(), needed: 6, limit: 5 };
    assert_eq!(best(&candidates, &limits(70, 5)), Err(late.clone()));
    assert_eq!(frontier(&candidates, Some(5), &[69, 70]), [Err(over), Err(late)]);
    assert_eq!(best(&candidates, &limits(70, 6)).unwrap().chosen, measures());
    candidates[0].excluded = true;
    let contradiction = Infeasible::NeedsExcluded { must: 2, excluded: 0 };
    assert_eq!(best(&candidates, &limits(0, 0)), Err(contradiction.clone()));
    assert_eq!(frontier(&candidates, None, &[1, 2]), [Err(contradiction.clone()), Err(contradiction)]);
    candidates[3].must = true;
    candidates[3].excluded = true;
    candidates[2].must = false;
    assert_eq!(best(&candidates, &limits(9, 9)), Err(Infeasible::NeedsExcluded { must: 3, excluded: 3 }));
}

/// Worked out by hand: with equal value the cheaper plan, then the quicker one, then the one that comes first.
#[test]
fn ties_go_by_cost_then_days_then_place() {
    let chosen =
        |candidates: &[Candidate]| best(candidates, &Limits { cost: Some(10), days: Some(10) }).unwrap().chosen;
    assert_eq!(chosen(&[measure(5, 10, 1, &[]), measure(5, 9, 9, &[])]), [1]);
    assert_eq!(chosen(&[measure(5, 9, 9, &[]), measure(5, 9, 8, &[])]), [1]);
    assert_eq!(chosen(&[measure(5, 9, 9, &[]), measure(5, 9, 9, &[])]), [0]);
    // The first one comes only with the last one: the lists [0, 2] and [1].
    assert_eq!(chosen(&[measure(0, 0, 0, &[]), measure(5, 9, 9, &[]), measure(5, 9, 9, &[0])]), [0, 2]);
    let ladders = [measure(0, 0, 0, &[]), measure(1, 0, 0, &[]), measure(5, 9, 9, &[1]), measure(5, 9, 9, &[0])];
    assert_eq!(chosen(&ladders), [0, 1, 3]);
    // Two pairs of value 7, cost 8 and 10 days: the lists [0, 3] and [1, 2].
    let pairs = [measure(2, 3, 5, &[]), measure(3, 4, 5, &[]), measure(4, 6, 5, &[]), measure(5, 7, 5, &[])];
    assert_eq!(chosen(&pairs), [0, 3]);
    let pairs = [measure(3, 4, 5, &[]), measure(2, 3, 5, &[]), measure(5, 7, 5, &[]), measure(4, 6, 5, &[])];
    assert_eq!(chosen(&pairs), [0, 3]);
}

/// Fifteen ladders with the same four steps and limits that leave room for some of them: without an eye for what is alike, this
/// takes the solver minutes.
#[test]
fn ladders_that_are_all_alike_are_taken_from_the_first() {
    let step = |v: usize| {
        let size = 1 + v as u64 % 4;
        let before = v.checked_sub(1).filter(|_| !v.is_multiple_of(4));
        measure(size * 1_000_000, size * 100_000, size * 100, before.as_slice())
    };
    let candidates: Vec<Candidate> = (0..60).map(step).collect();
    let plan = best(&candidates, &Limits { cost: Some(1_950_000), days: Some(2_100) }).unwrap();
    assert_eq!(plan.chosen, [0, 1, 2, 3, 4, 5, 6, 8, 9]);
    assert_eq!((plan.value, plan.cost, plan.days), (19_000_000, 1_900_000, 1_900));
}

/// Measure 1, which is better than measure 0 by itself, also needs measure 5, which takes too long. Among 200 000 instances the
/// first in which it mattered that such a ladder is not like one without; what is best is seen at a glance.
#[test]
fn a_ladder_that_needs_more_is_not_like_one_that_does_not() {
    let candidates = [
        measure(2_625, 2_825, 4_725, &[2]),
        measure(3_700, 2_185, 2_825, &[4, 5]),
        measure(8, 4_580, 6_225, &[]),
        measure(2_141, 830, 8_850, &[]),
        measure(1_070, 1_155, 1_425, &[]),
        measure(1_491, 2_800, 18_350, &[]),
        measure(4_150, 2_155, 825, &[5]),
    ];
    let limits = Limits { cost: None, days: Some(17_290) };
    assert_eq!(best(&candidates, &limits).unwrap().chosen, [0, 2, 4]);
    assert_eq!(best(&candidates, &limits).ok(), by_trying_all(&candidates, &limits));
}

#[test]
fn measures_without_value_come_only_with_what_needs_them() {
    let candidates = [measure(0, 0, 0, &[]), measure(0, 3, 0, &[]), measure(7, 4, 1, &[1]), measure(0, 0, 0, &[2])];
    assert_eq!(best(&candidates, &Limits::default()).unwrap().chosen, [1, 2]);
    let short = best(&candidates, &Limits { cost: Some(6), days: None }).unwrap();
    assert_eq!(short, Choice::default());
}

#[test]
#[should_panic(expected = "circle")]
fn a_circle_of_prerequisites_is_refused() {
    let _ = best(&[measure(1, 1, 1, &[1]), measure(1, 1, 1, &[0])], &Limits::default());
}

#[test]
#[should_panic(expected = "not among the candidates")]
fn a_prerequisite_that_is_not_there_is_refused() {
    let _ = best(&[measure(1, 1, 1, &[1])], &Limits::default());
}
