//! What measures that are done propose, in the window: confirmed, left as it is, taken back; and what the window writes of a
//! plan: the calendar and the sheet for the region's platform.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]
#![cfg(feature = "gui")]

mod support;

use std::collections::BTreeMap;
use std::path::PathBuf;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use orienta::app::{Command, Message, Screen, actions};
use orienta::assessment::{State, Value};
use orienta::text::Language;
use support::screens::faults;
use support::window::*;

const FILE: &str = "/documents/Orienta/Falegnameria.orienta.json";
const DONE: &str = "Hai segnato «Una scheda per ogni progetto: chi, obiettivo, data» come fatta il 3 marzo 2027: confermi il gradino 3?";

/// A company with two measures done and one started.
fn workshop() -> Shown {
    let bytes = include_bytes!("fixtures/plan-under-way/falegnameria.orienta.json").to_vec();
    let mut h = window(Fake { files: BTreeMap::from([(FILE.into(), bytes)]), ..Fake::default() });
    h.state_mut().run(Command::Open(FILE.into()));
    h.run();
    h
}

/// The same on the card of the question that the measure raises.
fn on_card() -> Shown {
    let mut h = workshop();
    h.state_mut().run(Command::Go(Screen::Questions));
    h.run();
    // Every earlier card is passed with the keyboard.
    for _ in 0..60 {
        if shows(&h, DONE) {
            return h;
        }
        h.key_press(Key::ArrowRight);
        h.run();
    }
    panic!("no card shows the proposal");
}

fn step(v: f64) -> State {
    State::Answered(Value::Number(v))
}

fn given(h: &Shown, item: &str) -> orienta::assessment::Answer {
    assessment(h).answer(item, "r1").unwrap().clone()
}

#[test]
fn a_card_proposes_and_one_click_confirms_it() {
    let mut h = on_card();
    let before = given(&h, "A3");
    let total = |h: &Shown| h.state().model.document.as_ref().unwrap().evaluation().scores.total.figure.score.unwrap();
    let (score, lines) = (total(&h), assessment(&h).history.len());
    assert!(shows(&h, "Che cosa lo prova: Sei schede complete nella cartella dei progetti."));
    press(&mut h, "Conferma");
    let after = given(&h, "A3");
    assert_eq!((after.state, after.evidence), (step(3.0), 1));
    assert_eq!(
        after.note,
        "La titolare segue i due progetti più grandi.\nMisura «Una scheda per ogni progetto: chi, obiettivo, data» fatta \
         il 3 marzo 2027. Che cosa lo prova: Sei schede complete nella cartella dei progetti."
    );
    assert!(total(&h) > score, "now it counts");
    assert!(!shows(&h, DONE));
    let history = &assessment(&h).history[lines..];
    assert!(history.iter().all(|line| line.by == "r1" && line.at.starts_with("2026-11-23T09:00:00")), "{history:?}");

    // One step back takes all of it back, and the proposal is there again.
    go(&mut h, Key::Z);
    assert_eq!(given(&h, "A3"), before);
    assert!((total(&h) - score).abs() < 1e-12);
    assert!(shows(&h, DONE), "on the card that has changed");
    // What is on the disk is what is on the screen.
    let bytes = h.state_mut().services().files[&PathBuf::from(FILE)].clone();
    assert_eq!(orienta::assessment::file::write(assessment(&h)), bytes);
}

#[test]
fn left_as_it_is_it_does_not_come_again() {
    let mut h = on_card();
    let before = assessment(&h).answers.clone();
    press(&mut h, "Lascia com’è");
    assert_eq!(assessment(&h).answers, before);
    assert!(!shows(&h, DONE));
    let bytes = h.state_mut().services().files[&PathBuf::from(FILE)].clone();
    let mut again = window(Fake { files: BTreeMap::from([(FILE.into(), bytes)]), ..Fake::default() });
    again.state_mut().run(Command::Open(FILE.into()));
    again.run();
    let proposals = again.state().model.document.as_ref().unwrap().proposals();
    assert_eq!(proposals.iter().map(|p| p.item.as_str()).collect::<Vec<_>>(), ["A14"]);
    go(&mut h, Key::Z);
    assert!(shows(&h, "Annullato: Responsabili e risultati"), "it was about an answer");
    assert!(shows(&h, DONE), "the question comes back");
}

#[test]
fn the_results_list_them_all_and_the_sections_count_them() {
    let mut h = workshop();
    assert_eq!(h.state().model.screen, Screen::Results);
    assert!(shows(&h, "Misure fatte: conferma le risposte"));
    assert_eq!(h.query_all_by_role_and_label(Role::Button, "Conferma").count(), 2);
    h.state_mut().run(Command::Confirm { measure: "privacy-register".into(), item: "A14".into() });
    h.run();
    assert_eq!((given(&h, "A14").state, given(&h, "A14").evidence), (step(2.0), 0), "no evidence was written");
    press(&mut h, "Conferma");
    assert!(!shows(&h, "Misure fatte: conferma le risposte"), "nothing is left");
    // What is not proposed cannot be confirmed.
    let before = assessment(&h).clone();
    for (measure, item) in [("privacy-register", "A14"), ("personal-logins", "A12"), ("nonsense", "A1")] {
        h.state_mut().run(Command::Confirm { measure: measure.into(), item: item.into() });
    }
    assert_eq!(assessment(&h), &before);

    let mut h = workshop();
    h.state_mut().run(Command::Go(Screen::Questions));
    h.run();
    assert_eq!(h.query_all_by_label_contains("1 da confermare").count(), 2, "one in each section");
}

#[test]
fn the_palette_saves_the_dates_and_prepares_the_sheet() {
    let mut h = workshop();
    let labels = [Command::SaveCalendar, Command::SaveInnovationSheet].map(|command| {
        let action = actions::all().into_iter().find(|a| a.command == command).unwrap();
        assert!(action.possible(&h.state().model));
        action.words(Language::IT)
    });
    assert_eq!(labels, ["Salva le scadenze in un file per il calendario", "Prepara la scheda per Open Innovation…"]);
    for (command, name, begins) in [
        (Command::SaveCalendar, "Falegnameria Inventata S.r.l - piano.ics", "BEGIN:VCALENDAR\r\n"),
        (
            Command::SaveInnovationSheet,
            "Falegnameria Inventata S.r.l - scheda Open Innovation.txt",
            "SCHEDA PER OPEN INNOVATION\nFalegnameria Inventata S.r.l.\n",
        ),
    ] {
        h.state_mut().run(command);
        h.run();
        let path = PathBuf::from("/documents/Orienta").join(name);
        let files = &h.state_mut().services().files;
        let bytes = files.get(&path).unwrap_or_else(|| panic!("{name} among {:?}", files.keys()));
        assert!(bytes.starts_with(begins.as_bytes()), "{name}");
        let said = format!("Salvato in {}.", path.display());
        assert_eq!(h.state().model.message, Some(Message::Done(said, Some(path))));
        assert!(shows(&h, "Apri il file"));
    }
    let ics = h.state_mut().services().files
        [&PathBuf::from("/documents/Orienta/Falegnameria Inventata S.r.l - piano.ics")]
        .clone();
    assert!(String::from_utf8(ics).unwrap().contains("DTSTAMP:20261123T000000Z"), "the day of the clock");
}

#[test]
fn dates_of_no_plan_are_a_sentence_and_no_file() {
    let mut h = window(Fake::default());
    press(&mut h, "Nuova impresa");
    let calendar = actions::all().into_iter().find(|a| a.command == Command::SaveCalendar).unwrap();
    h.state_mut().run(calendar.command);
    h.run();
    assert!(shows(&h, "Per fare un piano serve il punteggio complessivo."));
    assert!(h.state_mut().services().files.is_empty());
}

/// Long questions and two buttons, from a wide window to a narrow one.
#[test]
fn proposals_are_readable_at_every_width() {
    for width in [1180.0, 760.0, 480.0, 360.0] {
        let size = egui::vec2(width, 900.0);
        for mut h in [workshop(), on_card()] {
            h.set_size(size);
            h.run();
            assert!(shows(&h, DONE), "{width}");
            assert_eq!(faults(&h, size), Vec::<String>::new(), "{width}");
        }
    }
}
