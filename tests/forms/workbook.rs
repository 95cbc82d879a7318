//! The workbook.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use orienta::assessment::State;
use orienta::export::xlsx::workbook;

use super::*;

type Book = Xlsx<Cursor<Vec<u8>>>;

fn open(e: &Evaluation<'_>) -> Book {
    Xlsx::new(Cursor::new(workbook(e).unwrap())).unwrap()
}

fn sheet(book: &mut Book, name: &str) -> Range<Data> {
    book.worksheet_range(name).unwrap()
}

fn text(range: &Range<Data>, row: usize, column: usize) -> String {
    range.get((row, column)).map_or_else(String::new, ToString::to_string)
}

/// The column under a head.
fn column(range: &Range<Data>, head: &str) -> usize {
    (0..range.width()).find(|c| text(range, 0, *c) == head).unwrap_or_else(|| panic!("no column {head}"))
}

/// The row whose cell in a column says something.
fn row(range: &Range<Data>, column: usize, says: &str) -> usize {
    (0..range.height()).find(|r| text(range, *r, column) == says).unwrap_or_else(|| panic!("no row {says}"))
}

fn number(range: &Range<Data>, row: usize, column: usize) -> f64 {
    match range.get((row, column)) {
        Some(Data::Float(x)) => *x,
        Some(Data::Int(x)) => *x as f64,
        other => panic!("row {row}, column {column} is no number: {other:?}"),
    }
}

#[test]
fn sheets_are_named_in_the_language_and_no_name_is_too_long() {
    let names = |language| open(&evaluated(example("officina-meccanica"), language)).sheet_names();
    let italian = ["Sintesi", "Dimensioni", "Risposte", "Indice digitale", "Porte", "Piano", "Grafici"];
    let english = ["Summary", "Dimensions", "Answers", "Digital index", "Doors", "Plan", "Charts"];
    assert_eq!(names(Language::IT), italian);
    assert_eq!(names(Language::EN), english);
    assert!(italian.iter().chain(&english).all(|name| name.chars().count() <= 31));
}

#[test]
fn figures_are_numbers_unrounded_and_a_missing_one_is_a_dash() {
    let mut assessment = example("officina-meccanica");
    assessment.answers.remove("A1");
    assessment.answers.remove("A2");
    assessment.answers.remove("A3");
    let e = evaluated(assessment, Language::IT);
    let mut book = open(&e);
    let table = sheet(&mut book, "Dimensioni");
    let (id, score, low) = (column(&table, "Codice"), column(&table, "Punti"), column(&table, "Minimo"));
    let mut missing = 0;
    for d in &e.scores.dimensions {
        let at = row(&table, id, &d.id);
        match d.figure.score {
            Some(x) => assert!((number(&table, at, score) - x).abs() < 1e-12, "{}", d.id),
            None => {
                missing += 1;
                assert_eq!(table.get((at, score)), Some(&Data::String("–".into())), "{}", d.id);
            }
        }
        assert!((number(&table, at, low) - d.figure.low.unwrap()).abs() < 1e-12, "{}", d.id);
        for sub in &d.subdimensions {
            row(&table, id, &sub.id);
        }
    }
    assert!(missing > 0, "the case is there");
    // What has no figure is not drawn, for a chart would show it as 0.
    let drawn = sheet(&mut book, "Grafici");
    let shown = e.scores.dimensions.iter().filter(|d| d.figure.score.is_some()).count();
    let texts = &e.pack.texts(Language::IT).dimensions;
    assert_eq!((1..=shown).filter(|r| texts.values().any(|d| d.name == text(&drawn, *r, 0))).count(), shown);
    for d in e.scores.dimensions.iter().filter(|d| d.figure.score.is_none()) {
        assert!((0..drawn.height()).all(|r| text(&drawn, r, 0) != texts[&d.id].name), "{}", d.id);
    }
}

#[test]
fn every_answer_has_its_row_with_state_step_and_note() {
    for name in ["officina-meccanica", "carpenteria-completa"] {
        let e = evaluated(example(name), Language::EN);
        let table = sheet(&mut open(&e), "Answers");
        let heads = ["Code", "Question", "State", "Answer", "Step", "Evidence", "Note"];
        assert_eq!((0..table.width()).map(|c| text(&table, 0, c)).collect::<Vec<_>>(), heads);
        let asked: Vec<_> =
            e.sheet.asked(e.pack).filter(|(i, _)| !["P1", "P2", "P3"].contains(&i.id.as_str())).collect();
        assert_eq!(table.height(), asked.len() + 1);
        for (at, (item, answer)) in (1..).zip(asked) {
            assert_eq!(text(&table, at, 0), item.id);
            let is_answered = matches!(answer.state, State::Answered(_));
            assert_eq!(text(&table, at, 2) == "Answered", is_answered, "{}", item.id);
            if item.id.starts_with('A') {
                match answer.step() {
                    Some(step) => assert_eq!(number(&table, at, 4), step, "{}", item.id),
                    None => assert_eq!(text(&table, at, 4), "–", "{}", item.id),
                }
            }
            for note in e.assessment.answers.get(&item.id).into_iter().flatten().map(|a| a.note.trim()) {
                assert!(text(&table, at, 6).contains(note), "{}", item.id);
            }
        }
    }
}

#[test]
fn the_plan_adds_up_and_every_other_measure_says_why_it_is_out() {
    let e = evaluated(example("officina-meccanica"), Language::EN);
    let made = e.roadmap().unwrap();
    let plan = made.plan.as_ref().unwrap();
    let table = sheet(&mut open(&e), "Plan");
    let at = |head: &str| column(&table, head);
    assert_eq!(table.height(), made.agenda.entries.len() + 1);
    let chosen = 1..=plan.steps.len();
    let sum = |head: &str| chosen.clone().map(|r| number(&table, r, at(head))).sum::<f64>();
    for (head, whole) in [("Cost, to", plan.cost[1]), ("Cost, from", plan.cost[0]), ("Days, to", plan.days[1])] {
        assert!((sum(head) - whole).abs() < 1e-6, "{head}");
    }
    for r in 1..table.height() {
        let (is_in, state) = (chosen.contains(&r), text(&table, r, at("State")));
        assert_eq!(state.starts_with("In the plan"), is_in, "row {r}: {state}");
        assert_eq!(text(&table, r, at("Start")).is_empty(), !is_in, "row {r}");
        assert!(!state.is_empty());
    }
}

#[test]
fn every_door_has_its_row_with_source_and_date() {
    let e = evaluated(example("officina-meccanica"), Language::IT);
    let table = sheet(&mut open(&e), "Porte");
    let count: usize = e.doors.groups().iter().map(|(_, cards)| cards.len()).sum();
    assert_eq!(table.height(), count + 1);
    let (source, date) = (column(&table, "Fonte"), column(&table, "Data del dato"));
    assert!((1..=count).all(|r| !text(&table, r, source).is_empty() && !text(&table, r, date).is_empty()));
}

#[test]
fn the_summary_says_what_it_is_and_what_it_is_not() {
    let e = evaluated(example("officina-meccanica"), Language::IT);
    let table = sheet(&mut open(&e), "Sintesi");
    let said: Vec<String> = table.cells().map(|(_, _, cell)| cell.to_string()).collect();
    for words in [e.assessment.company.name.as_str(), &e.pack.hash, &e.pack.texts(Language::IT).disclaimer] {
        assert!(said.iter().any(|cell| cell == words), "{words}");
    }
    let level = row(&table, 0, "Livello");
    assert_eq!(number(&table, level, 1), f64::from(e.scores.total.level.unwrap()));
}

#[test]
fn no_cell_is_a_formula_whatever_it_begins_with() {
    for begin in FORMULAS {
        let e = evaluated(suspicious(begin), Language::IT);
        let mut book = open(&e);
        let mut said = 0;
        for name in book.sheet_names() {
            assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{begin:?}: a formula in {name}");
            let range = sheet(&mut book, &name);
            said +=
                range.cells().filter(|(_, _, cell)| cell.to_string().trim_start().starts_with(begin.trim())).count();
        }
        assert!(said > 10, "{begin:?}: the texts are there, {said} times");
    }
}

#[test]
fn the_same_evaluation_gives_the_same_bytes() {
    let bytes = || workbook(&evaluated(example("caseificio"), Language::IT)).unwrap();
    let first = bytes();
    // Zip files keep times in steps of two seconds, so the same second proves nothing: the day inside is the evaluation's.
    assert_eq!(first, bytes());
    let mut zip = zip::ZipArchive::new(Cursor::new(&first)).unwrap();
    for n in 0..zip.len() {
        let made = zip.by_index(n).unwrap().last_modified().unwrap();
        assert_eq!((made.year(), made.month(), made.day()), (1980, 1, 1));
    }
    let mut core = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("docProps/core.xml").unwrap(), &mut core).unwrap();
    assert!(core.contains("2026-11-29T") && !core.contains("1900-"), "{core}");
}

#[test]
fn an_empty_assessment_and_another_questionnaire_make_a_workbook_too() {
    for language in LANGUAGES {
        let empty = evaluated(Assessment::new(orientamento()), language);
        let names = open(&empty).sheet_names();
        assert_eq!(names.len(), 6, "nothing can be drawn: {names:?}");
        let other = orienta::pack::find("cyber-rapido").unwrap();
        let e = evaluate_owned(other, Assessment::new(other), day(), language);
        assert_eq!(open(&e).sheet_names().len(), 5);
    }
}

#[test]
fn a_note_longer_than_a_cell_is_cut_not_lost() {
    let mut assessment = example("officina-meccanica");
    assessment.answers.get_mut("A1").unwrap()[0].note = "è".repeat(40_000);
    let table = sheet(&mut open(&evaluated(assessment, Language::IT)), "Risposte");
    let note = text(&table, row(&table, 0, "A1"), column(&table, "Nota"));
    assert_eq!(note.chars().count(), 32_767);
}
