//! The Digital Intensity Index: classes, places in the distribution, too few answers.

use std::collections::BTreeSet;

use orienta::assessment::State;
use orienta::assessment::sheet::Sheet;
use orienta::pack::benchmark::{DiiVersion, Distribution, V3, V4};
use orienta::pack::orientamento;
use orienta::scoring::dii::{Caveat, Reading, read};
use orienta::scoring::score;

use super::support::{Answers, FACTS, company, shipped, yes};

/// The facts of each version as the pack marks them, written down again.
const V3_FACTS: [&str; 12] =
    ["F1.a", "F1.b", "F2.a", "F2.b", "F2.c", "F2.d", "F3.a", "F3.b", "F3.c", "F3.d", "F3.e", "F3.f"];
const V4_FACTS: [&str; 12] =
    ["F1.a", "F1.b", "F1.c", "F1.d", "F2.c", "F2.d", "F3.f", "F4.a", "F4.b", "F4.c", "F4.d", "F4.e"];

/// The first `count` facts yes, the next `unknown` not known, the others no.
fn facts(list: [&'static str; 12], count: usize, unknown: usize) -> Answers {
    list.into_iter()
        .enumerate()
        .map(|(n, id)| {
            (
                id,
                if n < count {
                    yes(true)
                } else if n < count + unknown {
                    State::DontKnow
                } else {
                    yes(false)
                },
            )
        })
        .collect()
}

fn reading<V: DiiVersion>(answers: &Answers) -> Reading<V> {
    let assessment = company(orientamento(), answers);
    read(orientamento(), &assessment, &Sheet::of(orientamento(), &assessment)).unwrap()
}

#[test]
fn classes_change_at_four_seven_and_ten() {
    let classes = [
        "very_low",
        "very_low",
        "very_low",
        "very_low",
        "low",
        "low",
        "low",
        "high",
        "high",
        "high",
        "very_high",
        "very_high",
        "very_high",
    ];
    for (count, class) in classes.into_iter().enumerate() {
        let v3 = reading::<V3>(&facts(V3_FACTS, count, 0)).figures.unwrap();
        let v4 = reading::<V4>(&facts(V4_FACTS, count, 0)).figures.unwrap();
        assert_eq!((v3.count as usize, v3.class.id(), v3.class_max.id()), (count, class, class));
        assert_eq!((v4.count as usize, v4.class.id(), v4.class_max.id()), (count, class, class));
    }
}

/// A fact of one version alone does not count for the other.
#[test]
fn each_version_counts_its_own_facts() {
    for id in FACTS {
        let mut answers: Answers = FACTS.into_iter().map(|id| (id, yes(false))).collect();
        answers.insert(id, yes(true));
        let s = shipped(&answers);
        assert_eq!(s.dii_v3.unwrap().figures.unwrap().count, u32::from(V3_FACTS.contains(&id)), "{id} v3");
        assert_eq!(s.dii_v4.unwrap().figures.unwrap().count, u32::from(V4_FACTS.contains(&id)), "{id} v4");
    }
}

#[test]
fn what_is_not_known_opens_the_class_upwards() {
    let f = reading::<V3>(&facts(V3_FACTS, 3, 4)).figures.unwrap();
    assert_eq!((f.count, f.max, f.class.id(), f.class_max.id()), (3, 7, "very_low", "high"));
}

/// Eight of twelve facts are 0.667, seven are 0.583 and below 0.6: no figures, but the reading and its coverage stay.
#[test]
fn a_reading_with_too_few_answers_has_no_figures() {
    for (unknown, has_figures) in [(4, true), (5, false), (12, false)] {
        let r = reading::<V4>(&facts(V4_FACTS, 12 - unknown, unknown));
        assert_eq!(r.figures.is_some(), has_figures, "{unknown} unknown");
        assert!((r.coverage - (12 - unknown) as f64 / 12.0).abs() < 1e-9);
    }
}

/// The median by turning the distribution round: the class that holds the fiftieth per cent, and the way into it.
fn median(shares: [f64; 4]) -> f64 {
    let mut below = 0.0;
    for (share, (low, high)) in shares.into_iter().zip([(-0.5, 3.5), (3.5, 6.5), (6.5, 9.5), (9.5, 12.5)]) {
        if below + share >= 0.5 {
            return low + (0.5 - below) / share * (high - low);
        }
        below += share;
    }
    panic!("the shares do not reach one half")
}

fn check_distributions<V: DiiVersion>() {
    for geo in ["IT", "EU27"] {
        for size in ["10-49", "50-249", "250+"] {
            let d = Distribution::<V>::latest(geo, size).unwrap();
            assert!((d.shares.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{geo} {size}: the shares are whole");
            assert!((d.percentile(median(d.shares)) - 50.0).abs() < 1e-9, "{} {geo} {size}", V::ID);
            let places: Vec<f64> = (0..=12).map(|n| d.percentile(f64::from(n))).collect();
            // Equal only where both are held at 1 or at 99.
            let rising = |w: &[f64]| w[0] < w[1] || (w[0] == w[1] && [1.0, 99.0].contains(&w[0]));
            assert!(places.windows(2).all(rising), "{geo} {size}: {places:?}");
            assert!(places.iter().all(|p| (1.0..=99.0).contains(p)));
            assert_eq!((d.percentile(-0.5), d.percentile(12.5)), (1.0, 99.0), "never first, never last of a hundred");
        }
    }
}

#[test]
fn the_median_is_the_fiftieth_percentile() {
    check_distributions::<V3>();
    check_distributions::<V4>();
}

#[test]
fn the_comparison_is_with_the_companys_size() {
    for (employees, size, caveat) in [
        (Some(1), Some("10-49"), true),
        (Some(9), Some("10-49"), true),
        (Some(10), Some("10-49"), false),
        (Some(49), Some("10-49"), false),
        (Some(50), Some("50-249"), false),
        (Some(249), Some("50-249"), false),
        (Some(250), Some("250+"), false),
        (None, None, false),
    ] {
        let mut a = company(orientamento(), &facts(V3_FACTS, 5, 0));
        a.company.employees = employees;
        let r = score(orientamento(), &a).dii_v3.unwrap();
        let benchmark = r.figures.unwrap().benchmark;
        assert_eq!(benchmark.as_ref().map(|b| b.italy.size_class.as_str()), size, "{employees:?}");
        assert_eq!(benchmark.as_ref().map(|b| (b.italy.geo.as_str(), b.italy.survey_year)), size.map(|_| ("IT", 2025)));
        assert_eq!(r.caveats.contains(&Caveat::Micro), caveat, "{employees:?}");
    }
    let caveats: BTreeSet<&str> = [Caveat::Micro, Caveat::NoOfficialValue].map(Caveat::id).into();
    for language in orienta::text::Language::all() {
        let texts = &orientamento().texts(language).caveats;
        assert!(caveats.iter().all(|id| texts.contains_key(*id)), "each caveat has its text");
    }
}
