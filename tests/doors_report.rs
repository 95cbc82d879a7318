//! The doors in the report: what the company keeps in front, what it has put aside, which rules do not count.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use orienta::assessment::{Assessment, file};
use orienta::pack::orientamento;
use orienta::pipeline::evaluate;
use orienta::text::Language;

const SAMPLE: &[u8] = include_bytes!("../examples/officina-meccanica.orienta.json");

fn sample() -> Assessment {
    file::open(SAMPLE, |_| Some(orientamento()), Language::IT).unwrap().assessment
}

/// Everything the chapter of doors says, in its order.
fn chapter(assessment: &Assessment) -> String {
    let e = evaluate(orientamento(), assessment, jiff::civil::date(2026, 11, 23), Language::IT);
    let sections = e.report(&Default::default()).sections.into_iter().filter(|s| s.id.starts_with("doors"));
    sections.map(|section| format!("{section:?}")).collect()
}

#[test]
fn the_companys_decisions_are_told() {
    let plain = chapter(&sample());
    for absent in ["Tenuta in alto", "messa da parte", "messe da parte", "regole non contano"] {
        assert!(!plain.contains(absent), "{absent}");
    }
    assert!(plain.contains("i bandi 2021-2027 chiedono di indicare un ecosistema"));
    assert!(plain.contains("Cyber 4.0"));

    let mut decided = sample();
    // TAV is about living environments: not among the clusters of a mechanical workshop.
    decided.doors.pinned.insert("tav".into(), "Ci lavora un nostro fornitore".into());
    decided.doors.dismissed.insert("cyber40".into(), "Troppo lontano".into());
    let told = chapter(&decided);
    let (pinned, best) = (told.find("Ambienti di Vita (TAV)").unwrap(), told.find("(AFIL)").unwrap());
    assert!(pinned < best, "kept in front, it comes first");
    assert!(told.contains("Tenuta in alto da te: Ci lavora un nostro fornitore"));
    assert!(!told.contains("Cyber 4.0") && !told.contains("Troppo lontano"));
    assert!(told.contains("Una scheda è stata messa da parte"));

    decided.doors.dismissed.insert("lac".into(), String::new());
    decided.doors.rules_off.extend(["province".to_owned(), "wish".to_owned(), "luck".to_owned()]);
    let told = chapter(&decided);
    assert!(told.contains("2 schede sono state messe da parte"));
    assert!(told.contains("alcune regole non contano: La tua provincia, Che cosa cerchi."));
}

#[test]
fn more_than_the_usual_number_is_told_in_full_where_the_company_keeps_more_in_front() {
    let mut decided = sample();
    for (n, id) in ["tav", "scc", "lgca", "catal", "le2c"].into_iter().enumerate() {
        decided.doors.pinned.insert(id.into(), format!("Motivo numero {n}"));
    }
    let told = chapter(&decided);
    assert!((0..5).all(|n| told.contains(&format!("Motivo numero {n}"))));
}
