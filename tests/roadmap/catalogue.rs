//! The catalogue inside the program.

use std::collections::BTreeSet;

use orienta::pack::measures::{Catalogue, doors_for_every_tag};
use orienta::pack::orientamento;
use orienta::pipeline::evaluate;
use orienta::roadmap::State;
use orienta::text::Language;
use proptest::prelude::*;

use crate::company::{TODAY, all_at, companies};
use crate::readability::{LEAST_GULPEASE, gulpease};

fn shipped() -> &'static Catalogue {
    Catalogue::of(orientamento()).unwrap()
}

#[test]
fn every_core_ladder_is_climbed_step_by_step() {
    let measures = &shipped().structure.measures;
    assert!(measures.len() >= 60, "{} measures", measures.len());
    for n in 1..=20 {
        let item = format!("A{n}");
        let steps: BTreeSet<u8> =
            measures.iter().flat_map(|m| &m.raises).filter(|r| r.item == item).map(|r| r.to).collect();
        assert!([2, 3, 4].iter().all(|step| steps.contains(step)), "{item}: {steps:?}");
    }
}

#[test]
fn its_texts_can_be_read() {
    let mut all: Vec<(f64, &str)> = shipped()
        .structure
        .measures
        .iter()
        .map(|m| {
            let text = shipped().measure_text(Language::IT, &m.id);
            let moves = text.moves.join(" ");
            (
                gulpease(&format!(
                    "{} {} {moves} {}. {} {}",
                    text.what, text.why, text.kpi, text.baseline, text.evidence
                )),
                &*m.id,
            )
        })
        .collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let worst: Vec<String> = all.iter().take(10).map(|(index, id)| format!("{id} {index:.1}")).collect();
    println!("the lowest of {} Gulpease indices: {}", all.len(), worst.join(", "));
    assert!(all[0].0 >= LEAST_GULPEASE, "{}", worst.join(", "));
}

/// A promise of money or a claim of a law would be ours, and we have no source for it.
#[test]
fn its_texts_promise_nothing() {
    for language in [Language::IT, Language::EN] {
        for m in &shipped().structure.measures {
            let text = shipped().measure_text(language, &m.id);
            let all = [&text.name, &text.what, &text.why, &text.kpi, &text.baseline, &text.evidence];
            for part in all.into_iter().chain(&text.moves) {
                for sign in ["€", "!", " %", "euro", "'", "\""] {
                    assert!(!part.contains(sign), "{} in {}: {sign} in «{part}»", m.id, language.code());
                }
            }
        }
    }
}

/// Costs rise with the size of the company.
#[test]
fn larger_companies_pay_no_less() {
    for m in &shipped().structure.measures {
        let sum = |size: &str, end: usize| {
            let cost = &m.cost[size];
            (cost.days[end], cost.items.iter().map(|p| p.eur[end]).sum::<f64>())
        };
        for end in [0, 1] {
            for (smaller, larger) in [("micro", "small"), ("small", "medium")] {
                let ((d, e), (dd, ee)) = (sum(smaller, end), sum(larger, end));
                assert!(d <= dd && e <= ee, "{} {smaller} {larger}", m.id);
            }
        }
    }
}

#[test]
fn at_the_top_nothing_is_left_to_do() {
    let assessment = all_at(5.0);
    let evaluation = evaluate(orientamento(), &assessment, TODAY, Language::EN);
    let roadmap = evaluation.roadmap().unwrap();
    let open: Vec<&str> =
        roadmap.agenda.entries.iter().filter(|e| e.state == State::Open).map(|e| e.id.as_str()).collect();
    assert!(open.is_empty(), "{open:?}");
    assert!(roadmap.plan.as_ref().unwrap().steps.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whoever answers below step 3 finds a measure for it: one that raises the answer or its sub-dimension.
    #[test]
    fn every_weak_answer_calls_for_a_measure(assessment in companies()) {
        let pack = orientamento();
        let evaluation = evaluate(pack, &assessment, TODAY, Language::EN);
        let Ok(agenda) = evaluation.agenda() else { return Ok(()) };
        let called: BTreeSet<&str> = agenda.entries.iter().flat_map(|e| &e.why).map(String::as_str).collect();
        for item in pack.structure.items.iter().filter(|i| !i.feeds.is_empty()) {
            let step = evaluation.sheet.answer(pack, &item.id).and_then(|a| a.step());
            if step.is_some_and(|v| v < 3.0) {
                prop_assert!(called.contains(item.id.as_str()), "{} at {step:?}", item.id);
            }
        }
    }
}

/// Every tag leads to a door of the shipped region; a tag that nobody answers is named.
#[test]
fn every_tag_leads_to_a_door() {
    let region = orienta::pack::region::Region::shipped();
    assert_eq!(doors_for_every_tag(shipped(), region), Vec::new());
    let mut more = shipped().clone();
    more.structure.tags.push("fishing".into());
    let notices = doors_for_every_tag(&more, region);
    assert!(notices.len() == 1 && notices[0].to_string().contains("fishing"), "{notices:?}");
}
