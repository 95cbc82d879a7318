//! What is hidden from a company does not count, and comes back as it was (method §1, §4).

use orienta::assessment::edit::CompanyField;
use orienta::assessment::sheet::Sheet;
use orienta::assessment::{Edit, Stamp, State, Value};
use orienta::pack::{Mode, orientamento};
use orienta::scoring::{Figure, score};
use proptest::prelude::*;

use super::full::{Made, SECTORS, activity, companies, ticked};
use super::support::{Files, cases, close, step, yes};

fn subdimension(made: &Made, id: &str) -> Figure {
    let scores = made.scores();
    let all = scores.dimensions.iter().flat_map(|d| &d.subdimensions);
    all.into_iter().find(|s| s.id == id).unwrap().figure
}

/// A8 rests on its ladder (2), M9.abc (1) and the cells MS·T and DE·T (1 together). M9 is open throughout.
#[test]
fn a_hidden_cell_leaves_the_denominator() {
    let with = |sector, de: State| {
        Made::empty(sector, Some(30)).with("A8", step(3.0)).with("X.MS.T", step(5.0)).with("X.DE.T", de)
    };
    for (sector, de, score, coverage) in [
        // Both shown: half of the group each.
        ("manufacturing", State::Open, (2.0 * 60.0 + 0.5 * 100.0) / 2.5, 2.5 / 4.0),
        ("manufacturing", step(1.0), (2.0 * 60.0 + 0.5 * 100.0 + 0.5 * 20.0) / 3.0, 3.0 / 4.0),
        ("manufacturing", State::NotApplicable, (2.0 * 60.0 + 100.0) / 3.0, 3.0 / 4.0),
        // Design is hidden from a shop, whatever is in the file: the other cell is the whole group.
        ("trade", State::Open, (2.0 * 60.0 + 100.0) / 3.0, 3.0 / 4.0),
        ("trade", step(1.0), (2.0 * 60.0 + 100.0) / 3.0, 3.0 / 4.0),
        ("trade", State::DontKnow, (2.0 * 60.0 + 100.0) / 3.0, 3.0 / 4.0),
    ] {
        let figure = subdimension(&with(sector, de.clone()), "A8");
        assert!(
            close(figure.score, Some(score)) && close(figure.coverage, Some(coverage)),
            "{sector} {de:?}: {figure:?}"
        );
    }
}

/// A13 of a shop rests on its ladder and M8.ef alone: maintenance, its only cell, is hidden.
#[test]
fn a_group_without_a_shown_member_weighs_nothing() {
    let made = Made::empty("trade", Some(30)).with("A13", step(3.0)).with("X.MA.O", step(5.0));
    let shop = subdimension(&made, "A13");
    assert!(close(shop.score, Some(60.0)) && close(shop.coverage, Some(2.0 / 3.0)), "{shop:?}");
    let mut carrier = made;
    (carrier.sector, carrier.code) = ("transport", "49");
    let carrier = subdimension(&carrier, "A13");
    assert!(close(carrier.score, Some((120.0 + 100.0) / 3.0)) && close(carrier.coverage, Some(0.75)), "{carrier:?}");
}

/// A micro firm skips the cells and the sector's ladders 4 to 6; its lists stay.
#[test]
fn a_micro_firm_is_asked_less() {
    // A20 of a manufacturer: ladder 2, M10 1, M11 1, cells PR·M and LO·M 1, S.manufacturing.4 1. All at 5 but the ladder.
    let mut made = Made::empty("manufacturing", Some(10)).with("A20", step(1.0));
    for id in ["X.PR.M", "X.LO.M", "S.manufacturing.4"] {
        made.set(id, step(5.0));
    }
    let ten = subdimension(&made, "A20");
    assert!(
        close(ten.score, Some((2.0 * 20.0 + 100.0 + 100.0) / 4.0)) && close(ten.coverage, Some(4.0 / 6.0)),
        "{ten:?}"
    );
    made.employees = Some(9);
    let nine = subdimension(&made, "A20");
    assert!(close(nine.score, Some(20.0)) && close(nine.coverage, Some(2.0 / 4.0)), "{nine:?}");
    // S.manufacturing.1 stays: A7 with its ladder 2, M4.eg 1, M9.d 1 and the sector's ladder 1.
    let made = Made::empty("manufacturing", Some(9)).with("A7", step(1.0)).with("S.manufacturing.1", step(4.0));
    let seventh = subdimension(&made, "A7");
    assert!(
        close(seventh.score, Some((2.0 * 20.0 + 80.0) / 3.0)) && close(seventh.coverage, Some(3.0 / 5.0)),
        "{seventh:?}"
    );
}

/// Another sector's ladders do not count: A7 is fed by the second and third of a farm's, by the first of a manufacturer's.
#[test]
fn the_sector_s_own_ladders_count() {
    let made = |sector| {
        Made::empty(sector, Some(30))
            .with("A7", step(1.0))
            .with("S.manufacturing.1", step(5.0))
            .with("S.agrifood.2", step(2.0))
            .with("S.agrifood.3", step(3.0))
    };
    assert!(close(subdimension(&made("manufacturing"), "A7").score, Some((40.0 + 100.0) / 3.0)));
    assert!(close(subdimension(&made("agrifood"), "A7").score, Some((40.0 + 0.5 * 40.0 + 0.5 * 60.0) / 3.0)));
    assert!(close(subdimension(&made("professional"), "A7").score, Some(20.0)));
}

proptest! {
    #![proptest_config(cases())]
    /// Away and back: the activity, the size and the mode. The file's answers are never touched.
    #[test]
    fn what_routing_hides_comes_back(made in companies(), to in 0_usize..10, people in 1_u32..300, field in 0_u8..3) {
        let stamp = Stamp { at: "2026-11-23T09:00:00Z".into(), by: "r1".into() };
        let mut assessment = made.assessment();
        let (answers, before) = (assessment.answers.clone(), score(orientamento(), &assessment));
        let other = if made.mode == Mode::Full { Mode::Quick } else { Mode::Full };
        let (away, back) = match field {
            0 => {
                let ateco = |code| Edit::Company(CompanyField::Ateco(Some(activity(code))));
                (ateco(SECTORS[to].1), ateco(made.code))
            }
            1 => {
                let employees = |n| Edit::Company(CompanyField::Employees(n));
                (employees(Some(people)), employees(made.employees))
            }
            _ => (Edit::Mode(other), Edit::Mode(made.mode)),
        };
        assessment.apply(away, &stamp);
        prop_assert_eq!(&assessment.answers, &answers);
        let elsewhere = Made {
            code: if field == 0 { SECTORS[to].1 } else { made.code },
            sector: if field == 0 { SECTORS[to].0 } else { made.sector },
            employees: if field == 1 { Some(people) } else { made.employees },
            mode: if field == 2 { other } else { made.mode },
            ..made
        };
        prop_assert_eq!(score(orientamento(), &assessment), elsewhere.scores());
        assessment.apply(back, &stamp);
        prop_assert_eq!(&assessment.answers, &answers);
        prop_assert_eq!(score(orientamento(), &assessment), before);
    }

    /// Hidden answers do not count, whatever they are: with and without them every figure is the same.
    #[test]
    fn hidden_answers_count_for_nothing(made in companies()) {
        let mut bare = made.clone();
        bare.answers.retain(|id, _| made.is_asked(super::full::spec(id)));
        let (mut with, without) = (made.scores(), bare.scores());
        // How long the full questionnaire would take rests on what it would still ask, and is no figure.
        with.progress = without.progress;
        prop_assert_eq!(with, without);
    }

    /// A proposal is no answer: the figures are those of a pack that proposes nothing.
    #[test]
    fn proposals_never_count(made in companies()) {
        thread_local!(static SILENT: orienta::pack::Pack = {
            let mut files = Files::shipped();
            for item in files.structure()["items"].as_array_mut().unwrap() {
                item.as_object_mut().unwrap().remove("prefill");
            }
            files.load()
        });
        let mut open = made;
        open.set("M3", State::Open);
        let assessment = open.assessment();
        let silent = SILENT.with(|pack| {
            assert!(pack.item("M3").unwrap().prefill.is_empty());
            score(pack, &assessment)
        });
        prop_assert_eq!(score(orientamento(), &assessment), silent);
    }
}

/// Which ticks of M3 the facts propose (reference §4.5), and that a proposal stops with the answer.
#[test]
fn facts_propose_ticks() {
    let proposed = |facts: &[&str], state: State| {
        let mut made = Made::empty("trade", Some(30)).with("M3", state);
        facts.iter().for_each(|id| made.set(id, yes(true)));
        let pack = orientamento();
        let sheet = Sheet::of(pack, &made.assessment());
        let there = sheet.proposed(pack, pack.item("M3").unwrap());
        // Still open for whoever asks what is missing.
        if *made.state("M3") == State::Open {
            assert!(!sheet.is_given(pack, &made.assessment(), pack.item("M3").unwrap()));
        }
        there
    };
    for (facts, ticks) in [
        (&["F2.a"][..], &["b"][..]),
        (&["F2.b"], &["d"]),
        (&["F2.c"], &["e"]),
        (&["F1.d"], &["h"]),
        (&["F3.a"], &["j"]),
        (&["F3.b"], &["j"]),
        (&["F1.b"], &[]),
        (&["F1.b", "F1.c"], &["a"]),
        (&["F1.b", "F3.c"], &["a"]),
        (&["F1.c", "F3.c"], &[]),
        (&["F1.b", "F1.c", "F1.d", "F2.a", "F2.b", "F2.c", "F3.a"], &["a", "b", "d", "e", "h", "j"]),
        (&[], &[]),
    ] {
        assert_eq!(proposed(facts, State::Open), ticks, "{facts:?}");
        for answered in [ticked(&[]), State::DontKnow] {
            assert!(proposed(facts, answered).is_empty(), "{facts:?}");
        }
        // What is ticked meanwhile leaves the rest proposed; what is proposed and ticked is no proposal any more.
        assert_eq!(proposed(facts, ticked(&["c"])), ticks, "{facts:?}");
        let rest: Vec<&&str> = ticks.iter().filter(|t| **t != "b").collect();
        assert_eq!(proposed(facts, ticked(&["b"])), *rest.into_iter().copied().collect::<Vec<_>>(), "{facts:?}");
    }
    // Confirmed, it counts: A18's part of the list, b of bcdef. Its ladder is open, so only the bound shows it, which with
    // weights 2, 1, 1 (cells) and 1 (S.trade.5) is 1·20/5.
    let made = Made::empty("trade", Some(30)).with("F2.a", yes(true));
    assert_eq!(subdimension(&made, "A18").low, Some(0.0));
    let confirmed = made.with("M3", State::Answered(Value::Options(vec!["b".into()])));
    assert!(close(subdimension(&confirmed, "A18").low, Some(4.0)));
}
