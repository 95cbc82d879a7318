//! How sure the figures are (method §7): the runs once more, and what must hold of them.

use orienta::assessment::sheet::Sheet;
use orienta::assessment::{Assessment, State};
use orienta::pack::orientamento;
use orienta::scoring::score;
use orienta::scoring::uncertainty::{Spread, Uncertainty, simulate};
use proptest::prelude::*;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, Gamma};
use sha2::{Digest, Sha256};

use super::full::{Kind, Made, full_companies};
use super::mapping::pack_json;
use super::oracle_full::{DIMENSIONS, Dim, Given, Member, TECHNOLOGICAL, dims, gates, level, weighted};
use super::support::{LADDERS, close, few_cases, step};

fn runs_of(assessment: &Assessment) -> Uncertainty {
    let pack = orientamento();
    simulate(pack, &Sheet::of(pack, assessment), &score(pack, assessment))
}

fn runs(made: &Made) -> Uncertainty {
    runs_of(&made.assessment())
}

/// Type 7: at p·(n − 1) of the sorted numbers, linear between neighbours.
fn percentile(list: &[f64], p: f64) -> f64 {
    let mut sorted = list.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = p * (sorted.len() - 1) as f64;
    let (below, above) = (sorted[at.floor() as usize], sorted[at.ceil() as usize]);
    below * (1.0 - at.fract()) + above * at.fract()
}

fn spread(list: &[f64]) -> [f64; 3] {
    [0.05, 0.5, 0.95].map(|p| percentile(list, p))
}

fn same_spread(expected: [f64; 3], found: Spread) -> bool {
    expected.iter().zip([found.p5, found.median, found.p95]).all(|(e, f)| (e - f).abs() < 1e-6)
}

/// The level after the gates.
fn capped(total: f64, scores: &[Option<f64>]) -> u8 {
    let score_of = |id: &str| scores[DIMENSIONS.iter().position(|d| d.0 == id).unwrap()];
    gates(score_of).iter().map(|g| g.1).fold(level(total), u8::min)
}

/// The points of a member in a run: a step moves one with its probability, down in half of the cases, and stays on the stair;
/// a step that is not known is any.
fn moved(m: &Member, [u1, u2]: [f64; 2]) -> Option<f64> {
    match m.given {
        Given::Step(v) => {
            let probability = [0.25, 0.10, 0.02][usize::from(m.evidence)];
            let by = match (u1 < probability, u2 < 0.5) {
                (false, _) => 0.0,
                (true, true) => -1.0,
                (true, false) => 1.0,
            };
            Some(20.0 * (v + by).clamp(0.0, 5.0))
        }
        Given::UnknownStep => Some(20.0 * (6.0 * u1).floor()),
        Given::Points(points) => Some(points),
        Given::Nothing => None,
    }
}

proptest! {
    #![proptest_config(few_cases())]
    #[test]
    fn the_runs_follow_the_method(made in full_companies()) {
        let found = runs(&made);
        let scores = made.scores();
        let dims = dims(&made);
        let pack = pack_json();
        let order: Vec<String> = pack["items"].as_array().unwrap().iter().map(|i| i["id"].as_str().unwrap().into()).collect();
        let place = |id: &str| order.iter().position(|known| known == id).unwrap();
        let places: Vec<Vec<Vec<usize>>> = dims
            .iter()
            .map(|d| d.leaves.iter().map(|l| l.members.iter().map(|m| place(&m.item.id)).collect()).collect())
            .collect();
        // Published dimensions in a run, from their published sub-dimensions and all members with points in it.
        let of_dim = |n: usize, d: &Dim, uniforms: &[[f64; 2]]| {
            let mut means = Vec::new();
            for (leaf, places) in d.leaves.iter().zip(&places[n]).filter(|(l, _)| l.published) {
                let pairs = leaf.members.iter().zip(places).map(|(m, place)| (m.weight, moved(m, uniforms[*place])));
                means.push(weighted(pairs));
            }
            d.published().then(|| means.iter().sum::<f64>() / means.len() as f64)
        };

        let digest = Sha256::digest(format!("mc1|{}|{}", pack["id"].as_str().unwrap(), pack["version"].as_str().unwrap()));
        let mut random = ChaCha8Rng::seed_from_u64(u64::from_le_bytes(digest[..8].try_into().unwrap()));
        let (mut totals, mut reference, mut levels) = (Vec::new(), Vec::new(), [0.0; 6]);
        let mut maturities = [Vec::new(), Vec::new()];
        for _ in 0..2000 {
            // The weights add up to 100.
            let weights = DIMENSIONS.map(|(_, w, _)| Gamma::new(60.0 * w / 100.0, 1.0).unwrap().sample(&mut random));
            let uniforms: Vec<[f64; 2]> = order.iter().map(|_| [random.random(), random.random()]).collect();
            let run: Vec<Option<f64>> = dims.iter().enumerate().map(|(n, d)| of_dim(n, d, &uniforms)).collect();
            let total = weighted(weights.into_iter().zip(run.iter().copied()));
            levels[usize::from(capped(total, &run))] += 1.0 / 2000.0;
            totals.push(total);
            reference.push(weighted(DIMENSIONS.iter().map(|d| d.1).zip(run.iter().copied())));
            for (list, technological) in maturities.iter_mut().zip([false, true]) {
                let own = DIMENSIONS.iter().map(|d| TECHNOLOGICAL.contains(&d.0) == technological);
                let pairs = weights.into_iter().zip(own.zip(&run).map(|(own, s)| s.filter(|_| own)));
                list.push(weighted(pairs));
            }
        }

        for ((id, list), place) in ["digital", "technological"].iter().zip(&maturities).zip(0..) {
            let published = scores.maturity(id).unwrap().figure.score.is_some();
            let there = found.maturity(place);
            prop_assert_eq!(there.is_some(), published, "{}", id);
            prop_assert!(there.is_none_or(|there| same_spread(spread(list), there)), "{id}: {there:?} {:?}", spread(list));
        }
        prop_assert_eq!(found.total.is_some(), scores.total.figure.score.is_some());
        let Some(total) = found.total else { return Ok(()) };
        prop_assert!(same_spread(spread(&totals), total.spread), "{:?} {:?}", total.spread, spread(&totals));
        let mean = reference.iter().sum::<f64>() / 2000.0;
        let sem = (reference.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 1999.0).sqrt();
        prop_assert!((total.sem - sem).abs() < 1e-6, "{} {sem}", total.sem);
        prop_assert!((total.smallest_change() - 1.96 * 2.0_f64.sqrt() * sem).abs() < 1e-5);
        // A run that lies on a threshold may fall to either side of it by the last digit.
        for (expected, found) in levels.iter().zip(&total.level_shares) {
            prop_assert!((expected - found).abs() < 0.0011, "{levels:?} {:?}", total.level_shares);
        }
        let point: Vec<Option<f64>> = dims.iter().map(|d| d.score(Member::points)).collect();
        let ends = (capped(total.spread.p5, &point), capped(total.spread.p95, &point));
        prop_assert_eq!(total.levels, ends);
    }

    #[test]
    fn percentiles_are_in_order_and_shares_are_whole(made in full_companies()) {
        let found = runs(&made);
        let spreads = found.maturities.iter().flatten().copied().chain(found.total.as_ref().map(|t| t.spread));
        for s in spreads {
            prop_assert!(0.0 <= s.p5 && s.p5 <= s.median && s.median <= s.p95 && s.p95 <= 100.0 + 1e-9, "{s:?}");
        }
        if let Some(total) = found.total {
            prop_assert!((total.level_shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            prop_assert!(total.level_shares.iter().all(|s| (0.0..=1.0).contains(s)));
            prop_assert!(total.sem >= 0.0 && total.levels.0 <= total.levels.1);
        }
    }

    /// The stream depends on the pack alone: not on notes, times, the order of answers, of ticks or of the company's fields.
    #[test]
    fn the_same_answers_give_the_same_runs(made in full_companies()) {
        let plain = made.assessment();
        let mut noted = plain.clone();
        noted.company.name = "Impresa Inventata S.r.l.".into();
        for answer in noted.answers.values_mut().flatten() {
            answer.note = "una nota".into();
            answer.at = "2026-11-23T09:00:00Z".into();
            if let State::Answered(orienta::assessment::Value::Options(ticked)) = &mut answer.state {
                ticked.reverse();
            }
        }
        let first = runs_of(&plain);
        prop_assert_eq!(&first, &runs_of(&plain));
        prop_assert_eq!(first, runs_of(&noted));
    }

    /// Documented answers move less. All of them from declared to documented: the standard error falls.
    #[test]
    fn evidence_makes_surer(made in full_companies()) {
        let graded = |grade: u8| {
            let mut made = made.clone();
            made.answers.values_mut().for_each(|answer| answer.1 = grade);
            // Not known is any step, whatever is documented.
            for (id, answer) in &mut made.answers {
                let steps = matches!(super::full::spec(id).kind, Kind::Ladder { .. });
                if steps && answer.0 == State::DontKnow {
                    answer.0 = step(2.0);
                }
            }
            runs(&made).total.map(|t| t.sem)
        };
        if let (Some(declared), Some(shown), Some(documented)) = (graded(0), graded(1), graded(2)) {
            prop_assert!(documented < declared && documented <= shown && shown <= declared, "{declared} {shown} {documented}");
        }
    }
}

#[test]
fn what_is_not_published_has_no_spread() {
    let nothing = runs(&Made::empty("manufacturing", Some(50)));
    assert_eq!((nothing.total, nothing.maturities), (None, vec![None, None]));
    // D2, D3 and D5 alone: a technological maturity, no digital one, no total.
    let mut made = Made::empty("manufacturing", Some(50));
    ["A4", "A5", "A6", "A7", "A8", "A12", "A13", "A14"].into_iter().for_each(|id| made.set(id, step(3.0)));
    let found = runs(&made);
    assert_eq!(found.total, None);
    assert_eq!(found.maturities.iter().map(Option::is_some).collect::<Vec<_>>(), [false, true]);
}

/// At its best everything can only fall, and no run leaves the scale.
#[test]
fn runs_stay_on_the_scale() {
    let best = runs(&Made::all("trade", Some(50), |item| item.best())).total.unwrap();
    assert!(best.spread.p5 < best.spread.p95 && best.spread.p95 <= 100.0 + 1e-9, "{best:?}");
    let worst = runs(&Made::all("trade", Some(50), |item| item.worst())).total.unwrap();
    assert!(0.0 <= worst.spread.p5 && worst.spread.p5 < worst.spread.p95, "{worst:?}");
}

/// Where all dimensions are equal, other weights give the same mean: the runs spread by the answers alone.
#[test]
fn weights_alone_do_not_move_equal_dimensions() {
    // All at 2.5 and documented: an answer moves with a probability of 0.02, so that of twenty none moves in 0.98²⁰ = 0.67 of
    // the runs. More than half of the runs are exactly 50, and so is the median.
    let mut made = Made::empty("trade", Some(50));
    made.mode = orienta::pack::Mode::Quick;
    made.answers = LADDERS.into_iter().map(|id| (id, (step(2.5), 2))).collect();
    let total = runs(&made).total.unwrap();
    assert!(close(Some(total.spread.median), Some(50.0)), "{total:?}");
    // Up and down are as likely, by 20 points of one ladder: the standard deviation is 20·√(0.02·Σ share²), with the share of
    // each ladder in the total, w/100/n, as far as 2000 runs can say.
    let shares = DIMENSIONS.iter().map(|(_, w, subs)| (w / 100.0).powi(2) / subs.len() as f64).sum::<f64>();
    let expected = 20.0 * (0.02 * shares).sqrt();
    assert!((total.sem / expected - 1.0).abs() < 0.15, "{} {expected}", total.sem);
}
