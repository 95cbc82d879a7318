//! The full questionnaire in the window: going on from the quick one, every kind of card, and the screens that read it.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]
#![cfg(feature = "gui")]

mod support;

use std::collections::BTreeMap;
use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Key, Vec2, vec2};
use egui_kittest::kittest::Queryable as _;
use orienta::app::{Command, Screen};
use orienta::assessment::edit::CompanyField;
use orienta::assessment::{ActivityCode, Cell, Edit, State, Value, Word};
use orienta::pack::{Mode, orientamento, shipped};
use orienta::text::{Language, t, ta};
use support::window::*;

const IT: Language = Language::IT;
/// So high that whole pages are in view.
const TALL: Vec2 = vec2(1180.0, 6000.0);

fn tap(h: &mut Shown, key: Key) {
    h.key_press(key);
    h.run();
}

fn run(h: &mut Shown, command: Command) {
    h.state_mut().run(command);
    h.run();
}

fn edit(h: &mut Shown, edit: Edit) {
    run(h, Command::Edit(edit));
}

fn set(h: &mut Shown, item: &str, value: Value) {
    edit(h, Edit::Answer { item: item.into(), state: State::Answered(value) });
}

fn answer(h: &Shown, item: &str) -> Option<State> {
    let assessment = assessment(h);
    assessment.answer(item, assessment.main_respondent()).map(|a| a.state.clone())
}

fn ticked(options: &[&str]) -> Option<State> {
    Some(State::Answered(Value::Options(options.iter().map(|o| (*o).to_owned()).collect())))
}

/// A manufacturer with as many people, in the full questionnaire, at the questions.
fn company(people: u32) -> Shown {
    let mut h = window(Fake::default());
    h.set_size(TALL);
    press(&mut h, "Nuova impresa");
    let ateco = ActivityCode { edition: "2025".into(), code: "25.62".into(), extra: serde_json::Map::new() };
    for field in [
        CompanyField::Name("Torneria Inventata".into()),
        CompanyField::Ateco(Some(ateco)),
        CompanyField::Employees(Some(people)),
    ] {
        edit(&mut h, Edit::Company(field));
    }
    edit(&mut h, Edit::Mode(Mode::Full));
    run(&mut h, Command::Go(Screen::Questions));
    h
}

/// Shows a card by the way a user has: the list of all questions.
fn to_card(h: &mut Shown, question: &str) {
    tap(h, Key::L);
    let label = format!("{}: {question}", t(IT, "go-to-question"));
    h.get_by_role_and_label(Role::Button, &label).click_accesskit();
    h.run();
}

fn question(item: &str) -> &'static str {
    &orientamento().item_text(IT, item).question
}

fn scores(h: &Shown) -> &orienta::scoring::Scores {
    &h.state().model.document.as_ref().unwrap().evaluation().scores
}

/// The quick results offer to go on, say how long it takes by the pack's own seconds, and nothing is asked twice.
#[test]
fn going_on_asks_only_what_is_new() {
    let mut h = window(Fake::default());
    h.set_size(TALL);
    press(&mut h, "Guarda un esempio");
    let before = assessment(&h).answers.clone();
    let asked = scores(&h).progress.asked;
    // The sample is a manufacturer with ten people or more: lists, its 32 cells, its module, O3 to O5.
    let new: Vec<_> = orientamento()
        .structure
        .items
        .iter()
        .filter(|i| i.mode == Mode::Full)
        .filter(|i| !i.id.starts_with("S.") || i.id.starts_with("S.manufacturing."))
        .filter(|i| !i.id.starts_with("X.AD."))
        .collect();
    assert_eq!(new.len(), 11 + 32 + 6 + 3);
    let seconds: u32 = new.iter().map(|i| i.seconds).sum();
    let offer = ta(IT, "mode-full-offer-text", &[("minutes", seconds.div_ceil(60).into())]);
    assert!(shows(&h, &offer), "{offer}");

    press(&mut h, &t(IT, "mode-go-full"));
    assert_eq!(h.state().model.screen, Screen::Questions);
    assert_eq!(assessment(&h).mode, Mode::Full);
    assert_eq!(assessment(&h).answers, before, "no answer is lost or made up");
    assert_eq!(scores(&h).progress.asked, asked + new.len());
    assert!(shows(&h, question("O3")), "the first card without an answer");
    let minutes = scores(&h).progress.seconds_left.div_ceil(60);
    let places = [
        ("given", scores(&h).progress.given.into()),
        ("asked", scores(&h).progress.asked.into()),
        ("minutes", minutes.into()),
    ];
    assert!(shows(&h, &ta(IT, "progress", &places)));

    // Back to the short one: the answers of the full one stay in the file and count no more.
    set(&mut h, "M5", Value::Options(vec!["a".into()]));
    let full = scores(&h).total.figure.score;
    press(&mut h, &t(IT, "mode-go-quick"));
    assert_eq!((assessment(&h).mode, scores(&h).progress.asked), (Mode::Quick, asked));
    assert!(assessment(&h).answers.contains_key("M5"));
    edit(&mut h, Edit::Mode(Mode::Full));
    assert_eq!(scores(&h).total.figure.score, full);
}

#[test]
fn lists_are_ticked_with_mouse_and_keys() {
    let mut h = company(30);
    to_card(&mut h, question("M5"));
    let text = orientamento().item_text(IT, "M5");
    h.get_by_label(&text.options["c"]).click_accesskit();
    h.run();
    tap(&mut h, Key::Num1);
    assert_eq!(answer(&h, "M5"), ticked(&["a", "c"]), "in the pack's order");
    tap(&mut h, Key::Num1);
    tap(&mut h, Key::Num3);
    assert_eq!(answer(&h, "M5"), Some(State::Open), "a list without a tick says nothing");
    tap(&mut h, Key::Z);
    assert_eq!(answer(&h, "M5"), ticked(&[]), "that nothing is true is an answer");
    tap(&mut h, Key::Num2);
    assert_eq!(answer(&h, "M5"), ticked(&["b"]));
    tap(&mut h, Key::N);
    assert_eq!(answer(&h, "M5"), Some(State::DontKnow));
}

/// A tenth option has a place on the screen and a key.
#[test]
fn no_option_is_left_out() {
    let mut h = company(30);
    for item in ["O1", "O3", "M2", "M10"] {
        to_card(&mut h, question(item));
        let item = orientamento().item(item).unwrap();
        for option in &item.options {
            let label = &orientamento().item_text(IT, &item.id).options[option];
            assert!(shows(&h, label), "{}: {label}", item.id);
        }
    }
    tap(&mut h, Key::Num0);
    assert_eq!(answer(&h, "M10"), ticked(&["j"]));
}

#[test]
fn the_negative_tick_and_the_others_exclude_each_other() {
    let mut h = company(30);
    to_card(&mut h, question("M7"));
    for key in [Key::Num1, Key::Num3] {
        tap(&mut h, key);
    }
    tap(&mut h, Key::Num2);
    assert_eq!(answer(&h, "M7"), ticked(&["b"]));
    tap(&mut h, Key::Num4);
    assert_eq!(answer(&h, "M7"), ticked(&["d"]));
    assert!(!shows(&h, &t(IT, "none-of-these")), "the list says it in its own words");
}

#[test]
fn rows_and_columns_have_a_tick_each() {
    let mut h = company(30);
    to_card(&mut h, question("M1"));
    let text = orientamento().item_text(IT, "M1");
    for (n, column) in [(0, "now"), (0, "plan"), (3, "plan")] {
        h.get_all_by_label(&text.columns[column]).nth(n).unwrap().click_accesskit();
        h.run();
    }
    assert_eq!(answer(&h, "M1"), ticked(&["a.now", "a.plan", "d.plan"]));
}

#[test]
fn rows_take_a_step_each() {
    let mut h = company(30);
    to_card(&mut h, question("M4"));
    for key in [Key::Num5, Key::Num0, Key::N, Key::X] {
        tap(&mut h, key);
    }
    let rows = BTreeMap::from([
        ("a".to_owned(), Cell::Number(5.0)),
        ("b".to_owned(), Cell::Number(0.0)),
        ("c".to_owned(), Cell::Word(Word::DontKnow)),
        ("d".to_owned(), Cell::Word(Word::NotApplicable)),
    ]);
    assert_eq!(answer(&h, "M4"), Some(State::Answered(Value::Rows(rows))));
    let progress = scores(&h).progress;
    for key in [Key::Num1, Key::Num2, Key::Num3] {
        tap(&mut h, key);
    }
    assert_eq!(scores(&h).progress.given, progress.given + 1, "given once every row is");

    to_card(&mut h, question("M11"));
    for key in [Key::Num0, Key::Num1, Key::Num2] {
        tap(&mut h, key);
    }
    let Some(State::Answered(Value::Rows(rows))) = answer(&h, "M11") else { panic!() };
    let values: Vec<Cell> = rows.into_values().collect();
    assert_eq!(values, [0.0, 0.5, 1.0].map(Cell::Number), "no, partly, yes");
}

/// Each process asks its four cells on one card; an answer opens the next, and after the last one the next process comes.
#[test]
fn a_process_is_one_card() {
    let mut h = company(30);
    to_card(&mut h, "Produzione · Esecuzione");
    let matrix = orientamento().texts(IT).matrix.as_ref().unwrap();
    for analysis in ["E", "M", "T", "O"] {
        assert!(shows(&h, &matrix.analyses[analysis].question), "{analysis}");
    }
    assert!(shows(&h, &matrix.analyses["E"].steps[4]) && !shows(&h, &matrix.analyses["O"].steps[4]));
    tap(&mut h, Key::Num3);
    assert!(shows(&h, &matrix.analyses["M"].steps[4]), "the next one unfolds");
    for key in [Key::Num2, Key::X, Key::N] {
        tap(&mut h, key);
    }
    for (item, state) in [
        ("X.PR.E", State::Answered(Value::Number(3.0))),
        ("X.PR.M", State::Answered(Value::Number(2.0))),
        ("X.PR.T", State::NotApplicable),
        ("X.PR.O", State::DontKnow),
    ] {
        assert_eq!(answer(&h, item), Some(state), "{item}");
    }
    assert!(shows(&h, &matrix.processes["QU"].names["manufacturing"]), "the next process");
}

/// A micro firm is not asked about processes; with ten people the answers it gave meanwhile are there again.
#[test]
fn micro_firms_skip_the_processes_and_lose_nothing() {
    let mut h = company(30);
    set(&mut h, "X.PR.E", Value::Number(4.0));
    let with = scores(&h).clone();
    edit(&mut h, Edit::Company(CompanyField::Employees(Some(9))));
    assert!(scores(&h).matrix.is_none());
    run(&mut h, Command::Go(Screen::Matrix));
    assert!(shows(&h, &t(IT, "matrix-micro-text")));
    edit(&mut h, Edit::Company(CompanyField::Employees(Some(30))));
    assert_eq!(*scores(&h), with);
}

/// What earlier answers say is proposed and does not count before it is confirmed.
#[test]
fn proposals_wait_to_be_confirmed() {
    let mut h = company(30);
    for fact in ["F2.a", "F3.b"] {
        set(&mut h, fact, Value::Bool(true));
    }
    let before = scores(&h).clone();
    to_card(&mut h, question("M3"));
    let text = orientamento().item_text(IT, "M3");
    assert!(shows(&h, &format!("{}; {}", text.options["b"], text.options["j"])));
    assert_eq!(answer(&h, "M3"), None);
    assert_eq!(*scores(&h), before);
    press(&mut h, &t(IT, "propose-confirm"));
    assert_eq!(answer(&h, "M3"), ticked(&["b", "j"]));
    assert!(!shows(&h, &t(IT, "propose-title")));
}

#[test]
fn evidence_is_asked_for_the_answers_that_weigh_most() {
    let mut h = company(30);
    for (item, step) in [("A4", 3.0), ("A13", 4.0), ("A20", 2.0)] {
        set(&mut h, item, Value::Number(step));
    }
    let quick: Vec<_> = ["P", "F", "A", "O"].into();
    for item in orientamento().structure.items.iter().filter(|i| quick.iter().any(|p| i.id.starts_with(p))) {
        if item.kind == orienta::pack::ItemKind::Ladder && !["A4", "A13", "A20"].contains(&item.id.as_str()) {
            set(&mut h, &item.id, Value::Number(1.0));
        }
    }
    let evidenced = scores(&h).total.evidenced.unwrap();
    run(&mut h, Command::Go(Screen::Sure));
    press(&mut h, &t(IT, "sure-to-evidence"));
    assert!(shows(&h, &orientamento().item_text(IT, "A13").proof));
    assert!(!shows(&h, &orientamento().item_text(IT, "A20").proof), "step 2 claims little");
    // D2 weighs 18 for three ladders, D5 14 for three: A4 comes first.
    for key in [Key::Num2, Key::Num1] {
        tap(&mut h, key);
    }
    let grade = |item: &str| assessment(&h).answer(item, assessment(&h).main_respondent()).unwrap().evidence;
    assert_eq!((grade("A4"), grade("A13")), (2, 1));
    assert!(scores(&h).total.evidenced.unwrap() > evidenced, "backed steps count as they are");
}

/// Each contradiction is one click from each of its answers.
#[test]
fn contradictions_lead_to_their_answers() {
    let mut h = company(30);
    set(&mut h, "A8", Value::Number(3.0));
    set(&mut h, "A9", Value::Number(1.0));
    for item in ["A8", "A9"] {
        run(&mut h, Command::Go(Screen::Contradictions));
        assert!(shows(&h, &orientamento().texts(IT).contradictions["ai_without_data"].name));
        let label = format!("{}: {}", t(IT, "see-answer"), orientamento().item_text(IT, item).name);
        press(&mut h, &label);
        assert_eq!(h.state().model.screen, Screen::Questions);
        assert!(shows(&h, question(item)), "{item}");
    }
    set(&mut h, "A9", Value::Number(2.0));
    run(&mut h, Command::Go(Screen::Contradictions));
    assert!(shows(&h, &t(IT, "contradictions-empty")));
}

/// From the total down to an answer and back, and on to the question.
#[test]
fn every_figure_opens_into_what_makes_it() {
    let mut h = window(Fake::default());
    h.set_size(TALL);
    press(&mut h, "Guarda un esempio");
    press(&mut h, "Da dove viene questo livello");
    assert!(shows(&h, &t(IT, "explain-total-rule")));
    let texts = orientamento().texts(IT);
    let open = |name: &str| format!("{}: {name}", t(IT, "explain-open"));
    press(&mut h, &open(&format!("D2 {}", texts.dimensions["D2"].name)));
    assert!(shows(&h, &t(IT, "explain-dimension-rule")));
    press(&mut h, &open(&format!("A4 {}", texts.items["A4"].name)));
    assert!(shows(&h, &t(IT, "explain-subdimension-rule")));
    press(&mut h, "Indietro");
    assert!(shows(&h, &t(IT, "explain-dimension-rule")));
    press(&mut h, &open(&format!("A4 {}", texts.items["A4"].name)));
    press(&mut h, &format!("{}: A4 {}", t(IT, "see-answer"), texts.items["A4"].name));
    assert_eq!(h.state().model.screen, Screen::Questions);
    assert!(shows(&h, question("A4")));
}

/// All explanations go into a text beside the file.
#[test]
fn explanations_are_kept_as_text() {
    let mut h = window(Fake::default());
    h.set_size(TALL);
    press(&mut h, "Guarda un esempio");
    run(&mut h, Command::Go(Screen::Explain));
    press(&mut h, &t(IT, "explain-save"));
    let suffix = format!("{}.txt", t(IT, "screen-explain"));
    let files = &h.state_mut().services().files;
    let text = files.iter().find(|(path, _)| path.to_string_lossy().ends_with(&suffix)).unwrap().1.clone();
    let text = String::from_utf8(text).unwrap();
    for rule in ["explain-total-rule", "explain-balance-rule", "explain-dii-rule", "dmat-unofficial"] {
        let known = t(IT, rule);
        let start = known.split(['{', '\u{2068}']).next().unwrap();
        assert!(text.contains(&start[..start.len().min(24)]), "{rule}");
    }
}

/// The second questionnaire of the program, begun from the start: its own levels, and no screens it has nothing for.
#[test]
fn another_questionnaire_is_begun_and_read() {
    let mut h = window(Fake::default());
    h.set_size(TALL);
    let pack = &shipped()["cyber-rapido"];
    let name = &pack.texts(IT).name;
    press(&mut h, &ta(IT, "questionnaire-begin", &[("name", name.into())]));
    assert_eq!(assessment(&h).pack.id, "cyber-rapido");
    for item in &pack.structure.items {
        match item.kind {
            orienta::pack::ItemKind::Ladder => set(&mut h, &item.id, Value::Number(2.0)),
            orienta::pack::ItemKind::Ticks => set(&mut h, &item.id, Value::Options(vec!["a".into()])),
            _ => {}
        }
    }
    run(&mut h, Command::Go(Screen::Results));
    let level = usize::from(scores(&h).total.level.unwrap());
    assert!(shows(&h, &pack.texts(IT).levels[level].name));
    assert!(!shows(&h, &t(IT, "map-title")), "it has no maturities");
    for screen in [Screen::Benchmark, Screen::Matrix, Screen::Contradictions] {
        assert!(!shows(&h, &t(IT, &format!("screen-{}", screen.key()))), "{screen:?} is not offered");
        run(&mut h, Command::Go(screen));
        assert_eq!(h.state().model.screen, Screen::Results, "{screen:?} has nothing to show");
    }
    run(&mut h, Command::Go(Screen::Sure));
    assert!(shows(&h, &t(IT, "sure-levels")));
}

/// A file made with an earlier version of the questionnaire says so, keeps every answer, and records it in its history.
#[test]
fn an_older_file_says_what_is_new() {
    let path = PathBuf::from("/documents/Orienta/vecchia.orienta.json");
    let bytes = include_bytes!("fixtures/orientamento-1.0.0/caseificio.orienta.json").to_vec();
    let mut h = window(Fake { files: BTreeMap::from([(path.clone(), bytes)]), ..Fake::default() });
    run(&mut h, Command::Open(path));
    assert!(shows(&h, "1.0.0") && shows(&h, &orientamento().version));
    let last = assessment(&h).history.last().unwrap();
    assert_eq!((last.what.as_str(), last.from["version"].as_str()), ("pack", Some("1.0.0")));
}
