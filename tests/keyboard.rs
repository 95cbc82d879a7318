//! The window without a mouse, and what an impatient hand does to it.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]
#![cfg(feature = "gui")]

mod support;

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use orienta::app::{Command, Look, Screen};
use orienta::assessment::{State, Value};
use orienta::pack::orientamento;
use orienta::text::Language;
use support::window::*;

fn tap(h: &mut Shown, key: Key) {
    h.key_press(key);
    h.run();
}

fn answers(h: &Shown) -> Vec<String> {
    assessment(h).answers.keys().cloned().collect()
}

fn answer(h: &Shown, item: &str) -> Option<State> {
    let assessment = assessment(h);
    assessment.answer(item, assessment.main_respondent()).map(|a| a.state.clone())
}

/// A company just begun, on its first question.
fn questions() -> Shown {
    let mut h = window(Fake::default());
    press(&mut h, "Nuova impresa");
    go(&mut h, Key::Num3);
    h
}

/// The same on the first question with six steps, after four cards of facts.
fn first_ladder() -> Shown {
    let mut h = questions();
    for _ in 0..4 {
        tap(&mut h, Key::ArrowRight);
    }
    h
}

#[test]
fn the_whole_questionnaire_with_single_keys() {
    let mut h = questions();
    let facts =
        ["F1", "F2", "F3", "F4"].map(|s| orientamento().structure.items.iter().filter(|i| i.section == s).count());
    for count in facts {
        for n in 0..count {
            tap(&mut h, [Key::Num1, Key::Num0, Key::N][n % 3]);
        }
        tap(&mut h, Key::ArrowRight);
    }
    assert_eq!(answer(&h, "F1.a"), Some(State::Answered(Value::Bool(true))));
    assert_eq!(answer(&h, "F1.b"), Some(State::Answered(Value::Bool(false))));
    assert_eq!(answer(&h, "F1.c"), Some(State::DontKnow));
    for n in 0..20u8 {
        tap(&mut h, [Key::Num4, Key::N, Key::Num0][usize::from(n % 3)]);
    }
    assert_eq!(answer(&h, "A1"), Some(State::Answered(Value::Number(4.0))));
    assert_eq!(answer(&h, "A2"), Some(State::DontKnow));
    for key in [Key::Num1, Key::Num3] {
        tap(&mut h, key);
    }
    tap(&mut h, Key::Enter);
    tap(&mut h, Key::Num2);
    tap(&mut h, Key::ArrowRight);
    assert_eq!(h.state().model.screen, Screen::Results);
    let progress = h.state().model.document.as_ref().unwrap().evaluation().scores.progress;
    let profile = 8;
    assert_eq!(progress.given + profile, progress.asked, "all but the profile is answered");
}

#[test]
fn a_key_held_down_answers_one_question() {
    let mut h = first_ladder();
    let held = |repeat| egui::Event::Key {
        key: Key::Num2,
        physical_key: None,
        pressed: true,
        repeat,
        modifiers: Modifiers::NONE,
    };
    h.event(held(false));
    h.run();
    for _ in 0..5 {
        h.event(held(true));
        h.run();
    }
    assert_eq!(answers(&h), ["A1"]);
}

#[test]
fn a_double_click_answers_one_question() {
    let mut h = first_ladder();
    let step = &orientamento().texts(Language::IT).items["A1"].steps[2];
    let at = h.get_by_label_contains(step).rect().center();
    h.hover_at(at);
    h.step();
    for _ in 0..2 {
        for pressed in [true, false] {
            let button = egui::PointerButton::Primary;
            h.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
            h.input_mut().predicted_dt = 0.02;
            h.input_mut().time = h.input().time.map(|t| t + 0.02);
            h.step();
        }
    }
    h.run();
    assert_eq!(answers(&h), ["A1"]);
}

#[test]
fn help_note_and_list_are_one_key_away() {
    let mut h = first_ladder();
    let why = &orientamento().texts(Language::IT).items["A1"].why;
    assert!(!shows(&h, why));
    tap(&mut h, Key::Questionmark);
    assert!(shows(&h, why));
    tap(&mut h, Key::Escape);
    assert!(!shows(&h, why));
    // egui takes a second press for a repetition, where Shift was let go before the key.
    let pressed = |repeat| egui::Event::Key {
        key: Key::Questionmark,
        physical_key: None,
        pressed: true,
        repeat,
        modifiers: Modifiers::SHIFT,
    };
    h.event(pressed(true));
    h.run();
    assert!(shows(&h, why), "a second time");
    tap(&mut h, Key::Escape);
    tap(&mut h, Key::E);
    // The keyboard is in the note at once, so what follows is text and no answer.
    let field = h.get_by_role_and_label(Role::MultilineTextInput, "Nota");
    assert!(field.is_focused());
    field.type_text("3 sedi, n 5");
    h.run();
    tap(&mut h, Key::Escape);
    let written = assessment(&h);
    assert_eq!(written.answer("A1", written.main_respondent()).unwrap().note, "3 sedi, n 5");
    assert_eq!(answer(&h, "A1"), Some(State::Open));
    tap(&mut h, Key::L);
    assert!(shows(&h, "Tutte le domande"));
    tap(&mut h, Key::L);
    assert!(!shows(&h, "Puoi leggerle prima di rispondere"));
}

#[test]
fn without_going_on_by_itself_the_card_stays() {
    let mut h = questions();
    h.state_mut().run(Command::Advance(false));
    for _ in 0..4 {
        tap(&mut h, Key::ArrowRight);
    }
    tap(&mut h, Key::Num1);
    tap(&mut h, Key::Num3);
    assert_eq!(answer(&h, "A1"), Some(State::Answered(Value::Number(3.0))));
    assert_eq!(answers(&h), ["A1"]);
}

#[test]
fn the_palette_finds_and_does() {
    let mut h = window(Fake::default());
    h.key_press_modifiers(Modifiers::COMMAND, Key::K);
    h.run();
    let write = |h: &mut Shown, words: &str| {
        h.get_by_role_and_label(Role::TextInput, "Che cosa vuoi fare?").type_text(words);
        h.run();
    };
    write(&mut h, "contrasto alto");
    tap(&mut h, Key::Enter);
    assert_eq!(h.state().model.settings.look, Look::HighContrast);
    assert!(!h.state().model.palette);

    press(&mut h, "Guarda un esempio");
    h.key_press_modifiers(Modifiers::COMMAND, Key::K);
    h.run();
    write(&mut h, &orientamento().texts(Language::IT).items["A13"].question);
    tap(&mut h, Key::ArrowDown);
    tap(&mut h, Key::ArrowUp);
    tap(&mut h, Key::Enter);
    assert_eq!(h.state().model.screen, Screen::Questions);

    h.key_press_modifiers(Modifiers::COMMAND, Key::K);
    h.run();
    write(&mut h, "zzzz");
    assert!(shows(&h, "Niente con queste parole"));
    tap(&mut h, Key::Enter);
    tap(&mut h, Key::Escape);
    assert!(!h.state().model.palette);
    assert_eq!(h.state().model.screen, Screen::Questions);
}

#[test]
fn sizes_stay_between_their_ends_and_are_remembered() {
    let mut h = window(Fake::default());
    let press = |h: &mut Shown, key| {
        h.key_press_modifiers(Modifiers::COMMAND, key);
        h.run();
    };
    for _ in 0..20 {
        press(&mut h, Key::Plus);
    }
    assert_eq!(h.state_mut().services().settings.clone().unwrap().zoom, 2.0);
    for _ in 0..20 {
        press(&mut h, Key::Minus);
    }
    assert_eq!(h.state().model.settings.zoom, 0.75);
    press(&mut h, Key::Num0);
    assert_eq!(h.state_mut().services().settings.clone().unwrap().zoom, 1.0);
    assert_eq!(h.state().model.screen, Screen::Start, "Ctrl+0 is no screen");
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("it is opened by its path".into())
    }
}

#[test]
fn a_file_dropped_on_any_screen_is_opened() {
    let mut h = window(Fake::default());
    press(&mut h, "Guarda un esempio");
    let other = PathBuf::from("/documents/altra.orienta.json");
    let mut dropped = assessment(&h).clone();
    dropped.company.name = "Impresa Caduta".into();
    let bytes = orienta::assessment::file::write(&dropped);
    h.state_mut().services().files.insert(other.clone(), bytes);
    go(&mut h, Key::Num5);
    h.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(other)));
    h.run();
    h.run();
    assert_eq!(assessment(&h).company.name, "Impresa Caduta");
}

#[test]
fn long_work_tells_how_far_it_is_and_can_be_stopped() {
    let mut h = window(Fake { slow: true, ..Fake::default() });
    press(&mut h, "Guarda un esempio");
    go(&mut h, Key::Num7);
    h.get_by_role_and_label(Role::Button, "Salva il report").click_accesskit();
    h.run_steps(6);
    assert!(shows(&h, "Sto preparando il report"));
    assert_eq!(h.state().model.work.as_ref().unwrap().share, 0.4);
    h.get_by_role_and_label(Role::Button, "Ferma").click_accesskit();
    h.run_steps(4);
    assert!(h.state().model.work.is_none());
    assert!(shows(&h, "non è stato scritto niente"));
    assert!(h.state_mut().services().files.keys().all(|path| path.extension().unwrap() != "pdf"));
}

#[test]
fn every_key_of_the_table_is_a_key_of_the_keyboard() {
    for action in orienta::app::actions::all() {
        for keys in action.keys {
            assert!(Key::from_name(keys.key).is_some(), "{}: {}", action.label, keys.key);
        }
    }
}

#[test]
fn the_page_follows_the_keyboard() {
    let mut h = window(Fake::default());
    press(&mut h, "Nuova impresa");
    assert!(h.get_by_role_and_label(Role::TextInput, "Nome dell’impresa").is_focused(), "the first thing is the name");
    let field = "Partita IVA";
    let hidden = |h: &Shown| h.get_by_role_and_label(Role::TextInput, field).rect().max.y > 900.0;
    assert!(hidden(&h));
    for _ in 0..30 {
        if h.get_by_role_and_label(Role::TextInput, field).is_focused() {
            break;
        }
        tap(&mut h, Key::Tab);
    }
    assert!(h.get_by_role_and_label(Role::TextInput, field).is_focused());
    assert!(!hidden(&h), "{:?}", h.get_by_role_and_label(Role::TextInput, field).rect());
}

#[test]
fn a_step_back_says_and_shows_what_it_was() {
    let mut h = first_ladder();
    for _ in 0..3 {
        tap(&mut h, Key::Num2);
    }
    h.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    h.run();
    let texts = orientamento().texts(Language::IT);
    assert!(shows(&h, &format!("Annullato: {}", texts.items["A3"].name)));
    assert!(shows(&h, &texts.items["A3"].question), "the question is in view again");
    assert_eq!(answers(&h), ["A1", "A2"]);
    h.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    h.run();
    assert!(shows(&h, &format!("Ripetuto: {}", texts.items["A3"].name)));
    assert_eq!(answers(&h).len(), 3);
}

#[test]
fn a_target_is_an_item_or_the_company() {
    use orienta::app::item_of;
    for (target, item) in [
        ("A1", Some("A1")),
        ("F1.a", Some("F1.a")),
        ("A13.note", Some("A13")),
        ("company.name", None),
        ("plan.progress.one-system", None),
        ("plan.declined.one-system.S.transport.1", Some("S.transport.1")),
    ] {
        assert_eq!(item_of(target), item, "{target}");
    }
}

#[test]
fn a_report_about_nothing_is_refused_with_what_to_do() {
    let mut h = window(Fake::default());
    press(&mut h, "Nuova impresa");
    h.key_press_modifiers(Modifiers::COMMAND, Key::P);
    h.run();
    assert!(shows(&h, "rispondi almeno a una domanda"));
    assert_eq!(h.state_mut().services().reports, 0);
    tap(&mut h, Key::Escape);
    assert!(!shows(&h, "rispondi almeno a una domanda"));
}

#[test]
fn what_is_missing_is_one_click_away() {
    let mut h = window(Fake::default());
    press(&mut h, "Guarda un esempio");
    let open = |h: &mut Shown, item: &str| {
        let state = State::Open;
        h.state_mut().run(Command::Edit(orienta::assessment::Edit::Answer { item: item.into(), state }));
        h.run();
    };
    open(&mut h, "A7");
    open(&mut h, "A9");
    go(&mut h, Key::Num4);
    press(&mut h, "Vai alla prima che manca");
    assert!(shows(&h, &orientamento().texts(Language::IT).items["A7"].question));
    open(&mut h, "P6");
    go(&mut h, Key::Num7);
    press(&mut h, "Vai alla prima che manca");
    assert_eq!(h.state().model.screen, Screen::Company);
}

#[test]
fn a_screen_just_entered_begins_at_its_top() {
    let mut h = window(Fake::default());
    press(&mut h, "Guarda un esempio");
    go(&mut h, Key::Num7);
    tap(&mut h, Key::Tab);
    assert!(h.get_by_role_and_label(Role::TextInput, "File del report").is_focused(), "not the rail");
    go(&mut h, Key::Num3);
    h.state_mut().run(Command::Undo);
    assert!(h.get_by_role_and_label(Role::Main, "Domande").is_focused());
}

#[test]
fn arrows_go_through_the_activities_found() {
    let mut h = window(Fake::default());
    press(&mut h, "Nuova impresa");
    tap(&mut h, Key::Tab);
    let field = "Cerca l’attività con parole tue, o scrivi il codice";
    h.get_by_role_and_label(Role::TextInput, field).type_text("torneria");
    h.run();
    let rows: Vec<String> =
        h.get_all_by_role(Role::RadioButton).filter_map(|row| row.accesskit_node().label()).collect();
    assert!(rows.len() > 1, "{rows:?}");
    for key in [Key::ArrowUp, Key::ArrowDown, Key::ArrowUp, Key::ArrowDown, Key::Enter] {
        tap(&mut h, key);
    }
    let code = assessment(&h).company.ateco.clone().unwrap().code;
    assert!(rows[1].contains(&code) && !rows[0].contains(&format!("{code} ")), "{code} of {rows:?}");
    assert!(h.get_by_role_and_label(Role::Button, "Cambia").is_focused(), "the keyboard stays where one was");
}
