//! The page to leave on a table.

use orienta::export::handout::handout;
use orienta::report::Edition;
use orienta::report::words;

use super::*;

fn loaded(e: &Evaluation<'_>) -> lopdf::Document {
    lopdf::Document::load_mem(&handout(e, &Edition::default()).unwrap()).unwrap()
}

/// The words of a page, with single spaces.
fn text(document: &lopdf::Document, page: u32) -> String {
    document.extract_text(&[page]).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

const EXAMPLES: [&str; 6] = [
    "carpenteria-completa",
    "caseificio",
    "negozio-abbigliamento",
    "officina-meccanica",
    "software-house",
    "tessitura",
];

#[test]
fn it_is_one_page_for_every_example_and_the_longest_name() {
    for name in EXAMPLES {
        let mut assessment = example(name);
        assert_eq!(loaded(&evaluated(assessment.clone(), Language::IT)).get_pages().len(), 1, "{name}");
        assessment.company.name = "Officine meccaniche riunite ".repeat(5).chars().take(120).collect();
        assessment.company.consultant = assessment.company.name.clone();
        assert_eq!(loaded(&evaluated(assessment, Language::EN)).get_pages().len(), 1, "{name} with a long name");
    }
    for language in LANGUAGES {
        let empty = evaluated(Assessment::new(orientamento()), language);
        assert_eq!(loaded(&empty).get_pages().len(), 1, "nothing is answered yet");
        let other = orienta::pack::find("cyber-rapido").unwrap();
        let e = evaluate_owned(other, Assessment::new(other), day(), language);
        assert_eq!(loaded(&e).get_pages().len(), 1, "another questionnaire");
    }
}

#[test]
fn it_says_where_the_company_is_what_comes_next_and_whom_to_ask() {
    let e = evaluated(example("officina-meccanica"), Language::IT);
    let page = text(&loaded(&e), 1);
    let l = Language::IT;
    let mut wanted = vec![e.assessment.company.name.clone(), words::headline(e.pack, &e.scores, l)];
    let points = words::strengths(e.pack, &e.scores, l).into_iter().chain(words::gaps(e.pack, &e.scores, l));
    wanted.extend(points.map(|point| point.name));
    let made = e.roadmap().unwrap();
    let steps = &made.plan.as_ref().unwrap().steps;
    wanted.extend(steps.iter().take(3).map(|step| made.agenda.catalogue.measure_text(l, &step.id).name.clone()));
    wanted.push(e.doors.card(&e.doors.first[0].id).unwrap().name.clone());
    // The plan begins in the quarter after the evaluation's day.
    wanted.push("1 gennaio 2027".into());
    wanted.push(e.pack.texts(l).disclaimer.clone());
    // Lines may part words at a hyphen: words are compared without spaces and hyphens.
    let bare =
        |text: &str| text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}')).collect::<String>();
    for words in wanted {
        assert!(bare(&page).contains(&bare(&words)), "{words} in {page}");
    }
}

#[test]
fn it_carries_no_data_and_is_the_same_each_time() {
    let bytes = || handout(&evaluated(example("tessitura"), Language::EN), &Edition::default()).unwrap();
    assert!(bytes() == bytes());
    let document = loaded(&evaluated(example("tessitura"), Language::EN));
    let catalogue = document.catalog().unwrap();
    assert!(catalogue.get(b"AF").is_err() && catalogue.get(b"Names").is_err(), "nothing is attached");
}
