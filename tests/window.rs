//! The whole way in the window, without a display: start → company → questions → results → PDF, with services that answer
//! at once and a dialog that is not one.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]
#![cfg(feature = "gui")]

mod support;

use std::collections::BTreeMap;
use std::path::PathBuf;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use orienta::app::{Command, Effect, Model, Screen, Settings};
use orienta::assessment::{State, Value};
use orienta::pack::{ItemKind, Mode, orientamento};
use orienta::text::Language;
use orienta::ui::services::Services as _;
use support::window::*;

/// Fills the company screen as a user would.
fn fill_company(h: &mut Shown) {
    let texts = orientamento().texts(Language::IT);
    write(h, "Nome dell’impresa", "Torneria Prova S.r.l.");
    leave_field(h);
    write(h, "Cerca l’attività con parole tue, o scrivi il codice", "torneria");
    let first = h.get_all_by_label_contains("edizione 2025").next().unwrap();
    first.click_accesskit();
    h.run();
    pick(h, &texts.items["P2"].question, "Bergamo");
    write(h, &texts.items["P3"].question, "38");
    leave_field(h);
    write(h, &texts.items["P5"].question, "1");
    leave_field(h);
    for (id, option) in [("P4", "2-10m"), ("P6", "b2b"), ("P7", "make-to-order"), ("P8", "owner")] {
        pick(h, &texts.items[id].question, &texts.items[id].options[option]);
    }
}

#[test]
fn from_start_to_pdf() {
    let mut h = window(Fake::default());
    press(&mut h, "Nuova impresa");
    assert_eq!(h.state().model.screen, Screen::Company);
    fill_company(&mut h);
    let company = &assessment(&h).company;
    assert_eq!(company.name, "Torneria Prova S.r.l.");
    assert_eq!(company.employees, Some(38));
    assert_eq!(company.province.as_deref(), Some("BG"));
    assert!(company.ateco.as_ref().unwrap().code.starts_with("25.53"), "{:?}", company.ateco);
    let file = PathBuf::from("/documents/Orienta/Torneria Prova S.r.l.orienta.json");
    assert!(h.state_mut().services().files.contains_key(&file), "the file lives under the company's name");

    press(&mut h, "Vai alle domande");
    let texts = orientamento().texts(Language::IT);
    let facts = ["F1", "F2", "F3", "F4"];
    for section in facts {
        assert!(shows(&h, &texts.sections[section].name), "{section}");
        let count = h.get_all_by_label("Sì").count();
        for n in 0..count {
            h.get_all_by_label("Sì").nth(n).unwrap().click_accesskit();
            h.run();
        }
        press(&mut h, "Continua");
    }
    // The first ladder with the mouse, the others with the keyboard alone.
    let step = &texts.items["A1"].steps[3];
    h.get_by_label_contains(step).click_accesskit();
    h.run();
    for _ in 2..=20 {
        h.key_press(Key::Num3);
        h.run();
    }
    for option in ["costs", "quality", "sales"] {
        h.get_by_label(&texts.items["O1"].options[option]).click_accesskit();
        h.run();
    }
    press(&mut h, "Continua");
    h.get_by_label(&texts.items["O2"].options["time"]).click_accesskit();
    h.run();
    press(&mut h, "Continua");

    assert_eq!(h.state().model.screen, Screen::Results);
    let document = h.state().model.document.as_ref().unwrap();
    let progress = document.evaluation().scores.progress;
    assert_eq!(progress.given, progress.asked, "every quick item is answered");
    // Step 3 everywhere is 60 points, level 3 (method §3).
    let total = &document.evaluation().scores.total;
    assert!((total.figure.score.unwrap() - 60.0).abs() < 1e-9);
    assert_eq!(total.level, Some(3));
    assert!(shows(&h, "La tua impresa è al livello 3, Strutturato"));

    go(&mut h, Key::Num5);
    assert!(shows(&h, "Da chi cominciare"));
    go(&mut h, Key::Num7);
    press(&mut h, "Salva il report");
    press(&mut h, "Scegli dove…");
    let files = &h.state_mut().services().files;
    let suggested = PathBuf::from("/documents/Orienta/Torneria Prova S.r.l - report.pdf");
    for path in [suggested, CHOSEN.into()] {
        let pdf = files.get(&path).unwrap_or_else(|| panic!("{} among {:?}", path.display(), files.keys()));
        assert!(pdf.starts_with(b"%PDF-1.7"));
    }

    // What is on the disk is what is on the screen, and a second start continues there.
    let bytes = h.state_mut().services().files[&file].clone();
    let read = orienta::assessment::file::open(&bytes, |_| Some(orientamento()), Language::IT).unwrap().assessment;
    assert_eq!(&read, assessment(&h));
    let mut again = window(Fake { files: BTreeMap::from([(file.clone(), bytes)]), ..Fake::default() });
    again.state_mut().run(Command::Open(file));
    again.run();
    assert_eq!(again.state().model.screen, Screen::Results);
}

#[test]
fn steps_back_and_forth_and_another_language_lose_nothing() {
    let mut h = window(Fake::default());
    press(&mut h, "Guarda un esempio");
    assert_eq!(h.state().model.screen, Screen::Results);
    let before = assessment(&h).answers.clone();
    let set = |h: &mut Shown, step: f64| {
        let state = State::Answered(Value::Number(step));
        h.state_mut().run(Command::Edit(orienta::assessment::Edit::Answer { item: "A1".into(), state }));
        h.run();
    };
    set(&mut h, 5.0);
    set(&mut h, 4.0);
    go(&mut h, Key::Z);
    go(&mut h, Key::Z);
    assert_eq!(assessment(&h).answers, before, "two steps back");
    h.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    h.run();
    assert_eq!(assessment(&h).answer("A1", "r1").unwrap().state, State::Answered(Value::Number(5.0)));
    assert!(assessment(&h).history.len() >= 5, "going back is written into the history too");

    let figures = h.state().model.document.as_ref().unwrap().evaluation().scores.clone();
    h.get_by_label("English").click_accesskit();
    h.run();
    assert!(shows(&h, "Your company is at level"));
    assert_eq!(h.state().model.document.as_ref().unwrap().evaluation().scores, figures);
    for digit in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7] {
        go(&mut h, digit);
    }
    assert_eq!(h.state().model.screen, Screen::Report);
}

#[test]
fn a_name_still_being_typed_is_saved_when_the_window_closes() {
    let mut h = window(Fake::default());
    press(&mut h, "Nuova impresa");
    write(&mut h, "Nome dell’impresa", "Impresa Interrotta");
    h.state_mut().finish();
    assert_eq!(assessment(&h).company.name, "Impresa Interrotta");
    let files = &h.state_mut().services().files;
    assert!(files.keys().any(|p| p.ends_with("Impresa Interrotta.orienta.json")), "{:?}", files.keys());
}

#[test]
fn a_name_given_later_takes_the_file_along() {
    let mut h = window(Fake::default());
    press(&mut h, "Nuova impresa");
    go(&mut h, Key::Num3);
    h.get_all_by_label("Sì").next().unwrap().click_accesskit();
    h.run();
    assert!(
        h.state_mut()
            .services()
            .files
            .contains_key(&PathBuf::from("/documents/Orienta/Impresa senza nome.orienta.json"))
    );
    go(&mut h, Key::Num2);
    write(&mut h, "Nome dell’impresa", "Nome Tardivo");
    leave_field(&mut h);
    let files: Vec<_> = h.state_mut().services().files.keys().cloned().collect();
    assert_eq!(files, [PathBuf::from("/documents/Orienta/Nome Tardivo.orienta.json")]);
}

#[test]
fn a_disk_that_refuses_is_said_and_tried_again() {
    let mut h = window(Fake { broken_disk: true, ..Fake::default() });
    press(&mut h, "Nuova impresa");
    go(&mut h, Key::Num3);
    h.get_all_by_label("Sì").next().unwrap().click_accesskit();
    h.run();
    assert!(shows(&h, "the disk is full"));
    h.state_mut().services().broken_disk = false;
    press(&mut h, "Riprova a salvare");
    assert!(!shows(&h, "the disk is full"));
    assert_eq!(h.state_mut().services().files.len(), 1);
}

#[test]
fn a_broken_file_leaves_what_is_open() {
    let path = PathBuf::from("/documents/Orienta/rovinato.orienta.json");
    let mut h =
        window(Fake { files: BTreeMap::from([(path.clone(), b"{\"format\": 1, ".to_vec())]), ..Fake::default() });
    press(&mut h, "Guarda un esempio");
    let before = assessment(&h).clone();
    h.state_mut().run(Command::Open(path));
    h.run();
    assert!(shows(&h, "il file è rovinato"));
    assert_eq!(assessment(&h), &before);
}

#[test]
fn two_clicks_write_one_report() {
    let mut h = window(Fake::default());
    press(&mut h, "Guarda un esempio");
    h.state_mut().run(Command::SaveReport("/a.pdf".into()));
    h.state_mut().run(Command::SaveReport("/a.pdf".into()));
    h.run();
    assert_eq!(h.state_mut().services().reports, 1);
}

#[test]
fn every_question_can_be_read_beforehand() {
    let mut h = window(Fake::default());
    press(&mut h, "Nuova impresa");
    go(&mut h, Key::Num3);
    press(&mut h, "Leggi tutte le domande");
    let texts = orientamento().texts(Language::IT);
    let asked = orientamento().items(Mode::Quick).filter(|i| !i.optional && i.section != "P");
    let mut seen = 0;
    for item in asked.filter(|i| i.kind != ItemKind::Text) {
        assert!(shows(&h, &texts.items[&item.id].question), "{}", item.id);
        seen += 1;
    }
    assert_eq!(seen, 41, "19 facts, 20 ladders, 2 choices");
}

/// A file made while the next company is already open belongs to the one it was made for.
#[test]
fn an_answer_about_a_closed_company_touches_no_other() {
    let now = Fake::default().now();
    let mut model = Model::new(orientamento(), Settings::default(), "/documents".into(), now.date());
    let edit = |item: &str| {
        let state = State::Answered(Value::Number(2.0));
        Command::Edit(orienta::assessment::Edit::Answer { item: item.into(), state })
    };
    model.update(Command::New, &now);
    let first = model.update(edit("A1"), &now);
    let [Effect::Create { document, .. }, ..] = first.as_slice() else { panic!("{first:?}") };
    // Changed again before the file is there, then left for another company.
    assert!(model.update(edit("A2"), &now).is_empty());
    model.update(Command::New, &now);
    let effects = model.update(Command::Created(*document, "/documents/first.orienta.json".into()), &now);
    let [Effect::Save { path, bytes, .. }, Effect::Release(_)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(path, &PathBuf::from("/documents/first.orienta.json"));
    assert!(String::from_utf8_lossy(bytes).contains("\"A2\""), "the later change is written too");
    assert_eq!(model.document.as_ref().unwrap().path, None, "the open company has no file yet");
}

/// What eframe hands on when the user clicks the window's cross.
fn click_the_cross(h: &mut Shown) {
    let id = h.input().viewport_id;
    h.input_mut().viewports.entry(id).or_default().events.push(egui::ViewportEvent::Close);
    h.step();
}

#[test]
fn the_cross_clicked_while_typing_saves_the_words_once() {
    let mut h = window(Fake::default());
    press(&mut h, "Nuova impresa");
    write(&mut h, "Nome dell’impresa", "Impresa Chiusa");
    click_the_cross(&mut h);
    h.state_mut().finish();
    assert_eq!(assessment(&h).company.name, "Impresa Chiusa");
    assert_eq!(assessment(&h).history.len(), 1, "{:?}", assessment(&h).history);
}

#[test]
fn words_of_one_company_never_reach_the_next() {
    let mut h = window(Fake::default());
    press(&mut h, "Nuova impresa");
    write(&mut h, "Nome dell’impresa", "Prima Impresa");
    h.key_press_modifiers(Modifiers::COMMAND, Key::N);
    h.run();
    leave_field(&mut h);
    go(&mut h, Key::Num3);
    assert_eq!(assessment(&h).company.name, "");
    let files = &h.state_mut().services().files;
    assert!(files.keys().any(|p| p.ends_with("Prima Impresa.orienta.json")), "{:?}", files.keys());
}

#[test]
fn answers_that_could_not_be_saved_are_not_given_up() {
    let mut h = window(Fake { broken_disk: true, ..Fake::default() });
    press(&mut h, "Nuova impresa");
    go(&mut h, Key::Num3);
    h.get_all_by_label("Sì").next().unwrap().click_accesskit();
    h.run();
    let before = assessment(&h).clone();
    h.key_press_modifiers(Modifiers::COMMAND, Key::N);
    h.run();
    assert_eq!(assessment(&h), &before);
    assert!(shows(&h, "Prima di aprire un’altra impresa salva questa"));
    click_the_cross(&mut h);
    h.run();
    assert!(shows(&h, "Le ultime risposte non sono salvate"));
}
