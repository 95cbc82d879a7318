//! The report as its reader chooses it: chapters, words of one's own, brand, and what a sharing edition leaves out.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use jiff::civil::date;
use orienta::assessment::choices::{OwnCost, Wording};
use orienta::assessment::edit::{DoorEdit, PlanEdit, ReportEdit};
use orienta::assessment::{Assessment, Edit, Stamp, State, Value, file};
use orienta::pack::orientamento;
use orienta::pipeline::{Evaluation, evaluate};
use orienta::report::brand::{self, Brand};
use orienta::report::chapters::{CHAPTERS, HONESTY};
use orienta::report::{Edition, Report, wording};
use orienta::style::{Ink, PAPER, Rgb, TEXT_PAIRS};
use orienta::text::{Language, t};

const EXAMPLES: [(&str, &[u8]); 2] = [
    ("officina-meccanica", include_bytes!("../examples/officina-meccanica.orienta.json")),
    ("carpenteria-completa", include_bytes!("../examples/carpenteria-completa.orienta.json")),
];

fn example(n: usize) -> Assessment {
    file::open(EXAMPLES[n].1, |_| Some(orientamento()), Language::IT).unwrap().assessment
}

fn evaluated(assessment: &Assessment) -> Evaluation<'_> {
    evaluate(orientamento(), assessment, date(2026, 11, 29), Language::IT)
}

/// The paragraphs of its report with what was written in their place.
fn passages(e: &Evaluation<'_>) -> Vec<wording::Passage> {
    wording::passages(&e.source(), &e.own_words(&Edition::default()))
}

fn stamp() -> Stamp {
    Stamp { at: "2026-11-29T10:00:00+01:00".into(), by: "r1".into() }
}

fn apply(assessment: &mut Assessment, edit: ReportEdit) {
    assert!(assessment.apply(Edit::Report(edit), &stamp()), "nothing changed");
}

/// Ids of the chapters: sections of the first level.
fn chapters(report: &Report) -> Vec<String> {
    report.sections.iter().filter(|s| s.level == 1).map(|s| s.id.clone()).collect()
}

fn everything(report: &Report) -> String {
    format!("{report:?}")
}

#[test]
fn the_usual_order_is_that_of_the_list_and_ends_with_what_the_figures_are() {
    let assessment = example(1);
    let ids = chapters(&evaluated(&assessment).report(&Edition::default()));
    let usual: Vec<&str> = CHAPTERS.iter().map(|c| c.id).filter(|id| ids.iter().any(|i| i == id)).collect();
    assert_eq!(ids[..usual.len()], usual[..]);
    assert_eq!(ids[usual.len()..], [HONESTY, "doors-sources"]);
    assert!(ids.len() >= 10, "{ids:?}");
}

#[test]
fn chapters_can_be_left_out_and_moved() {
    let mut assessment = example(0);
    apply(&mut assessment, ReportEdit::Show("position".into(), Some(false)));
    apply(&mut assessment, ReportEdit::Show("cover".into(), Some(false)));
    apply(&mut assessment, ReportEdit::Order(vec!["plan".into(), "unknown".into(), "doors".into(), "plan".into()]));
    let report = evaluated(&assessment).report(&Edition::default());
    assert!(report.cover.is_none());
    let ids = chapters(&report);
    assert!(!ids.contains(&"position".to_owned()));
    let at = |id: &str| ids.iter().position(|i| i == id).unwrap();
    assert!(at("plan") < at("doors"), "{ids:?}");
    // Not named: they follow in their usual order, and the contents stay in front.
    assert_eq!(ids[..4], ["contents", "plan", "doors", "summary"]);
    apply(&mut assessment, ReportEdit::Order(vec!["plan".into(), "contents".into()]));
    assert_eq!(chapters(&evaluated(&assessment).report(&Edition::default()))[..3], ["plan", "contents", "summary"]);
}

#[test]
fn with_everything_left_out_the_honest_sentences_stay() {
    let mut assessment = example(0);
    for chapter in CHAPTERS {
        apply(&mut assessment, ReportEdit::Show(chapter.id.into(), Some(false)));
    }
    let report = evaluated(&assessment).report(&Edition::default());
    assert_eq!(chapters(&report), [HONESTY]);
    let said = everything(&report);
    for key in ["honesty-unofficial", "honesty-no-promise", "honesty-with-data"] {
        assert!(said.contains(&t(Language::IT, key)), "{key}");
    }
    for word in ["DMAT", "SIRI", "DREAMY", "isoc_e_dii", "indagine 2025", "indagine 2024", "versione"] {
        assert!(said.contains(word), "{word}");
    }
}

/// Rewrites the first paragraph of a section, as the window does.
fn rewrite(assessment: &mut Assessment, section: &str, text: &str) -> Wording {
    let e = evaluated(assessment);
    let passage = passages(&e).into_iter().find(|p| p.section == section).unwrap();
    let answers = wording::answers_behind(&e.source(), section);
    let wording = Wording {
        section: section.into(),
        place: passage.place,
        language: "it".into(),
        instead_of: passage.own,
        text: text.into(),
        answers,
    };
    apply(assessment, ReportEdit::Word(wording.clone()));
    wording
}

fn answer(assessment: &mut Assessment, item: &str, step: f64) {
    let edit = Edit::Answer { item: item.into(), state: State::Answered(Value::Number(step)) };
    assert!(assessment.apply(edit, &stamp()), "{item} was answered {step} before");
}

#[test]
fn words_of_ones_own_are_printed_and_marked_once_an_answer_behind_them_changes() {
    let mut assessment = example(0);
    let own = rewrite(&mut assessment, "dimension-D2", "Parole del consulente su processi e sistemi.");
    let said = everything(&evaluated(&assessment).report(&Edition::default()));
    assert!(said.contains("Parole del consulente su processi e sistemi."));
    assert!(!said.contains("Testo da rivedere"));
    assert!(own.answers.len() >= 2 && own.answers.keys().all(|item| item.starts_with('A')), "{:?}", own.answers);

    // An answer of another dimension is none of theirs.
    let elsewhere = orientamento().structure.items.iter().find(|i| i.id == "A20").unwrap();
    assert!(!own.answers.contains_key(&elsewhere.id));
    let mut other = assessment.clone();
    answer(&mut other, "A20", 5.0);
    assert!(!everything(&evaluated(&other).report(&Edition::default())).contains("Testo da rivedere"));

    let behind = own.answers.keys().next().unwrap();
    answer(&mut assessment, behind, 5.0);
    let e = evaluated(&assessment);
    let said = everything(&e.report(&Edition::default()));
    assert!(said.contains("Parole del consulente su processi e sistemi."), "nothing is lost");
    assert!(said.contains(&format!("Testo da rivedere: è stato scritto quando la risposta a {behind} era un’altra.")));
    let stale: Vec<_> = passages(&e).into_iter().filter(|p| p.words.is_some()).collect();
    assert_eq!(stale.len(), 1);
    assert_eq!(stale[0].words.as_ref().unwrap().changed, std::slice::from_ref(behind));

    apply(&mut assessment, ReportEdit::OwnWords("dimension-D2".into(), own.place, "it".into()));
    assert!(!everything(&evaluated(&assessment).report(&Edition::default())).contains("Parole del consulente"));
}

#[test]
fn what_the_figures_are_cannot_be_put_in_other_words() {
    let mut assessment = example(0);
    let e = evaluated(&assessment);
    assert!(passages(&e).iter().all(|p| !wording::FIXED.contains(&p.section.as_str())));
    let plain = e.report(&Edition::default()).sections;
    for section in wording::FIXED {
        assessment.report.words.push(Wording {
            section: section.into(),
            place: 0,
            language: "it".into(),
            instead_of: String::new(),
            text: "Certificato".into(),
            answers: Default::default(),
        });
    }
    let sections = evaluated(&assessment).report(&Edition::default()).sections;
    for section in wording::FIXED {
        let of = |all: &[orienta::report::Section]| all.iter().find(|s| s.id == section).cloned();
        assert_eq!(of(&sections), of(&plain), "{section}");
    }
}

#[test]
fn words_belong_to_a_language() {
    let mut assessment = example(0);
    rewrite(&mut assessment, "dimension-D1", "Parole italiane del consulente.");
    let english = evaluate(orientamento(), &assessment, date(2026, 11, 29), Language::EN);
    assert!(!everything(&english.report(&Edition::default())).contains("Parole italiane"));
}

#[test]
fn every_paragraph_can_be_rewritten_and_stands_where_it_was() {
    let mut assessment = example(0);
    let count = passages(&evaluated(&assessment)).len();
    assert!(count > 60, "{count}");
    for (n, p) in passages(&evaluated(&assessment)).into_iter().enumerate() {
        assessment.report.words.push(Wording {
            section: p.section,
            place: p.place,
            language: "it".into(),
            instead_of: p.own,
            text: format!("<<{n}>>"),
            answers: Default::default(),
        });
    }
    let said = everything(&evaluated(&assessment).report(&Edition::default()));
    let places: Vec<usize> = (0..count).map(|n| said.find(&format!("<<{n}>>")).unwrap()).collect();
    assert!(places.is_sorted());
    assert!(!said.contains("Testo da rivedere"));
}

/// Words that nothing else in a report says.
const PLANTED: [&str; 5] = ["Zqnota", "Zqspilla", "Zqscarto", "Zqpreventivo", "Zqprova"];

fn planted() -> Assessment {
    let mut assessment = example(0);
    let by = stamp();
    let tested = orienta::assessment::choices::Progress {
        stage: orienta::assessment::choices::Stage::Started,
        date: date(2026, 11, 1),
        evidence: format!("{} fittizia", PLANTED[4]),
        extra: Default::default(),
    };
    let own = OwnCost { eur: [1.0, 2.0], days: [1.0, 1.0], source: format!("{} 7", PLANTED[3]), ..OwnCost::default() };
    let started = evaluated(&assessment).roadmap().unwrap().plan.as_ref().unwrap().steps[0].id.clone();
    let edits = [
        Edit::Note { item: "A1".into(), note: format!("{} sul primo tema", PLANTED[0]) },
        Edit::Door(DoorEdit::Pin("afil".into(), Some(format!("{}: fornitore", PLANTED[1])))),
        Edit::Door(DoorEdit::Dismiss("cyber40".into(), Some(format!("{}: lontano", PLANTED[2])))),
        Edit::Plan(PlanEdit::Cost(started.clone(), Some(own))),
        Edit::Plan(PlanEdit::Progress(started, Some(tested))),
    ];
    for edit in edits {
        assert!(assessment.apply(edit, &by));
    }
    assessment
}

#[test]
fn an_edition_without_data_repeats_neither_notes_nor_answers_unless_they_are_chosen() {
    let mut assessment = planted();
    let with = everything(&evaluated(&assessment).report(&Edition::default()));
    for word in [PLANTED[0], PLANTED[1], PLANTED[3]] {
        assert!(with.contains(word), "{word} is not in the full report, so the test shows nothing");
    }
    let sharing = Edition { without_data: true, ..Edition::default() };
    let e = evaluated(&assessment);
    let report = e.report(&sharing);
    let said = everything(&report);
    for word in PLANTED {
        assert!(!said.contains(word), "{word}");
    }
    assert!(report.carried.is_none());
    assert!(said.contains(&t(Language::IT, "honesty-without-data")));
    assert!(chapters(&report).iter().all(|id| !["answers", "notes"].contains(&id.as_str())));
    // What was answered is told nowhere word by word: neither the step of a ladder nor the answer to a fact.
    let tables = |r: &Report| {
        r.sections.iter().filter(|s| s.id.starts_with("dimension-")).map(|s| s.blocks.len()).sum::<usize>()
    };
    assert_eq!(tables(&e.report(&Edition::default())) - tables(&report), e.scores.dimensions.len());

    apply(&mut assessment, ReportEdit::Show("notes".into(), Some(true)));
    let chosen = everything(&evaluated(&assessment).report(&sharing));
    assert!(chosen.contains(PLANTED[0]));
    assert!(PLANTED[1..].iter().all(|word| !chosen.contains(word)));
}

#[test]
fn a_brand_gives_name_contacts_words_and_colour() {
    let assessment = example(0);
    let brand = Brand {
        name: "Studio Inventato".into(),
        contacts: vec!["Via dei Casi 1, Nessunluogo".into(), "studio@example.org".into()],
        colour: Some("#7a1f4b".into()),
        cover: "Diagnosi preparata per l’incontro di dicembre.".into(),
        ..Brand::default()
    };
    assert_eq!(Brand::read(&brand.write(), Language::IT).unwrap(), brand);
    let report = evaluated(&assessment).report(&Edition { brand, ..Edition::default() });
    let lines = report.cover.as_ref().unwrap().lines.join("\n");
    for line in ["Studio Inventato", "Via dei Casi 1, Nessunluogo", "studio@example.org", "l’incontro di dicembre"] {
        assert!(lines.contains(line), "{line} in {lines}");
    }
    assert!(report.meta.footer.contains("Studio Inventato"));
    assert_eq!(report.look.palette.of(Ink::Action), Rgb(0x7a, 0x1f, 0x4b));
}

#[test]
fn words_for_the_cover_of_one_report_take_the_place_of_the_brands() {
    let mut assessment = example(0);
    apply(&mut assessment, ReportEdit::Cover("Per il consiglio di dicembre".into()));
    let brand = Brand { cover: "Di tutti i report".into(), ..Brand::default() };
    let lines = evaluated(&assessment).report(&Edition { brand, ..Edition::default() }).cover.unwrap().lines.join("\n");
    assert!(lines.contains("Per il consiglio di dicembre") && !lines.contains("Di tutti i report"));
}

#[test]
fn a_colour_too_pale_to_read_is_refused_with_one_that_is_not() {
    let brand = Brand { colour: Some("#8fd3ff".into()), ..Brand::default() };
    let faults = Brand::read(&brand.write(), Language::IT).unwrap_err();
    assert_eq!(faults.len(), 1);
    // (1.05) / (L + 0.05) with L of WCAG 2.2 for #8fd3ff = 0.2126·0.2747 + 0.7152·0.6514 + 0.0722·1 = 0.5965: 1.62.
    assert!(faults[0].to_string().contains("1,6"), "{}", faults[0]);
    let better = faults[0].to_string().split('#').next_back().unwrap()[..6].to_owned();
    let better = brand::colour(&format!("#{better}")).unwrap();
    assert!(brand::contrast(better) >= 4.5);
    for text in ["red", "#12", "#12345g", "#1234567", "#àà123", ""] {
        assert!(brand::colour(text).is_none(), "{text}");
    }
}

#[test]
fn in_any_colour_every_text_can_be_read_and_levels_get_darker() {
    for (r, g, b) in (0..6).flat_map(|r| (0..6).flat_map(move |g| (0..6).map(move |b| (r * 51, g * 51, b * 51)))) {
        let colour = Rgb(r, g, b).hex();
        let palette = PAPER.with_accent(brand::readable(Rgb(r, g, b)));
        for (text, ground) in TEXT_PAIRS {
            let contrast = palette.of(*text).contrast(palette.of(*ground));
            assert!(contrast >= 4.5, "{colour}: {text:?} on {ground:?} {contrast}");
        }
        for level in 0..5 {
            let light = palette.of(Ink::Level(level)).luminance();
            assert!(light > palette.of(Ink::Level(level + 1)).luminance(), "{colour}: level {level}");
        }
    }
}

#[test]
fn faults_of_a_brands_file_come_all_at_once() {
    let long = "x".repeat(201);
    let bytes = serde_json::json!({
        "format": 1, "name": long, "contacts": ["a", "b", "c", "d", "e", "f", "g"], "colour": "blu", "logo": {"file": "§"}
    });
    let faults = Brand::read(bytes.to_string().as_bytes(), Language::EN).unwrap_err();
    let places: Vec<&str> = faults.iter().map(|f| f.place.as_str()).collect();
    assert_eq!(places, ["name", "contacts", "colour", "logo.file"]);
    for bytes in [&b""[..], b"[]", b"{\"format\": 2}", b"{\"format\": \"x\"}", &[0xff; 40]] {
        assert!(!Brand::read(bytes, Language::EN).unwrap_err().is_empty());
    }
}
