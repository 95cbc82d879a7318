//! The doors' screen as it is used: searched, filtered, put in the company's own order.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]
#![cfg(feature = "gui")]

mod support;

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use orienta::app::{Command, Screen};
use orienta::assessment::edit::CompanyField;
use orienta::assessment::{ActivityCode, Edit};
use orienta::matching::Doors;
use support::window::*;

const SEARCH: &str = "Cerca tra le schede";

fn doors(h: &Shown) -> &Doors {
    &h.state().model.document.as_ref().unwrap().evaluation().doors
}

/// The example company's doors.
fn screen() -> Shown {
    let mut h = window(Fake::default());
    press(&mut h, "Guarda un esempio");
    go(&mut h, Key::Num5);
    assert_eq!(h.state().model.screen, Screen::Doors);
    h
}

/// Names of the cards shown, from the top, by the button that every card has.
fn cards(h: &Shown) -> Vec<String> {
    let mut found: Vec<(f32, f32, String)> = h
        .get_all_by_role(Role::Button)
        .filter_map(|node| {
            let label = node.accesskit_node().label()?;
            let name = label.strip_prefix("Metti da parte…: ")?.to_owned();
            Some((node.rect().min.x, node.rect().min.y, name))
        })
        .collect();
    found.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.total_cmp(&b.0)));
    found.into_iter().map(|(_, _, name)| name).collect()
}

fn chip(h: &mut Shown, label: &str) {
    h.get_by_role_and_label(Role::CheckBox, label).click_accesskit();
    h.run();
}

fn undo(h: &mut Shown) {
    h.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    h.run();
}

fn edit(h: &mut Shown, field: CompanyField) {
    h.state_mut().run(Command::Edit(Edit::Company(field)));
    h.run();
}

#[test]
fn words_find_cards_whatever_their_accents() {
    let mut h = screen();
    let all = doors(&h).groups().iter().map(|(_, cards)| cards.len()).sum::<usize>();
    assert!(shows(&h, "schede"));
    // A reason: «ATECO 25 rientra tra le attività tipiche di AFIL».
    write(&mut h, SEARCH, "ATTIVITA tipiche di afil");
    assert_eq!(cards(&h), ["Associazione Fabbrica Intelligente Lombardia (AFIL)"]);
    // What is folded otherwise counts too while words are looked for.
    assert!(shows(&h, &format!("su {all}")));
    press(&mut h, "Togli i filtri");
    write(&mut h, SEARCH, "storico transizione 5.0");
    assert!(cards(&h).is_empty(), "a heading is no card: {:?}", cards(&h));
    assert!(shows(&h, "Nessuna scheda con questi filtri"));
    press(&mut h, "Togli i filtri");
    assert!(cards(&h).len() > 20);
    write(&mut h, SEARCH, "transizione 5.0");
    assert_eq!(cards(&h), ["Transizione 5.0"]);
    assert!(shows(&h, "Storico: misure chiuse"), "what is over stands under its own name");
}

#[test]
fn kinds_and_strength_narrow_the_list() {
    let mut h = screen();
    let names = |cards: &[orienta::matching::Card]| cards.iter().map(|c| c.name.clone()).collect::<Vec<_>>();
    chip(&mut h, "ITS Academy");
    let its = names(&doors(&h).its_academies);
    assert_eq!(cards(&h)[..], its[..its.len().min(4)]);
    chip(&mut h, "Formazione");
    let training = names(&doors(&h).training);
    assert_eq!(cards(&h)[0], training[0]);
    chip(&mut h, "ITS Academy");
    chip(&mut h, "Formazione");
    // Medium is 40 points, strong 60.
    chip(&mut h, "Solo forti e medie");
    let wanted = doors(&h).groups().iter().flat_map(|(_, c)| c.iter()).filter(|c| c.score >= 40.0).count();
    assert!(shows(&h, &format!("{wanted} schede su")));
    assert!(!cards(&h).iter().any(|name| name.starts_with("Lombardia Aerospace Cluster")), "25 to 39 points");
    press(&mut h, "Togli i filtri");
    assert!(cards(&h).iter().any(|name| name.starts_with("Lombardia Aerospace Cluster")));
}

#[test]
fn a_card_kept_in_front_is_first_with_its_reason() {
    let mut h = screen();
    let name = "Lombardia Aerospace Cluster (LAC)";
    assert_ne!(cards(&h)[0], name);
    press(&mut h, &format!("Tieni in alto: {name}"));
    assert_eq!(cards(&h)[0], name);
    assert!(shows(&h, "Tenuta in alto da te."));
    press(&mut h, &format!("Scrivi il motivo…: {name}"));
    h.get_by_role_and_label(Role::TextInput, "Motivo, se vuoi").type_text("Il cliente è socio");
    h.run();
    press(&mut h, &format!("Scrivi: {name}"));
    assert!(shows(&h, "Tenuta in alto da te: Il cliente è socio"));
    assert_eq!(assessment(&h).doors.pinned["lac"], "Il cliente è socio");
    // It is in the file, and weak as it is no filter takes it away.
    let bytes = h.state_mut().services().files.values().next().unwrap().clone();
    assert!(String::from_utf8(bytes).unwrap().contains("Il cliente è socio"));
    chip(&mut h, "Solo forti e medie");
    assert_eq!(cards(&h)[0], name);
    chip(&mut h, "Solo forti e medie");
    undo(&mut h);
    undo(&mut h);
    assert!(assessment(&h).doors.pinned.is_empty());
    assert_ne!(cards(&h)[0], name);
    h.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    h.run();
    press(&mut h, &format!("Non tenere più in alto: {name}"));
    assert_ne!(cards(&h)[0], name);
}

#[test]
fn a_card_put_aside_leaves_its_list_and_can_be_taken_back() {
    let mut h = screen();
    let name = "MADE Competence Center Industria 4.0";
    let first = doors(&h).first[0].id.clone();
    assert_eq!(first, "made");
    press(&mut h, &format!("Metti da parte…: {name}"));
    let field = h.get_by_role_and_label(Role::TextInput, "Motivo, se vuoi");
    assert!(field.is_focused());
    field.type_text("Visitato nel 2025");
    h.run();
    h.key_press(Key::Enter);
    h.run();
    assert!(!cards(&h).iter().any(|card| card == name));
    assert_eq!(assessment(&h).doors.dismissed["made"], "Visitato nel 2025");
    assert!(doors(&h).first.iter().all(|door| door.id != "made"));
    press(&mut h, "Messe da parte (1)");
    assert!(shows(&h, "Messa da parte: Visitato nel 2025"));
    press(&mut h, &format!("Riprendi: {name}"));
    assert!(cards(&h).iter().any(|card| card == name));
    assert!(!shows(&h, "Messe da parte"));
    undo(&mut h);
    assert!(!cards(&h).iter().any(|card| card == name));
    undo(&mut h);
    assert!(cards(&h).iter().any(|card| card == name));
    // Thinking better of it changes nothing.
    press(&mut h, &format!("Metti da parte…: {name}"));
    press(&mut h, &format!("Lascia stare: {name}"));
    assert!(assessment(&h).doors.dismissed.is_empty());
    assert!(h.query_by_role_and_label(Role::TextInput, "Motivo, se vuoi").is_none());
}

#[test]
fn with_the_keyboard_alone_one_stays_where_one_was() {
    let mut h = screen();
    let before = cards(&h);
    h.get_by_role_and_label(Role::Button, &format!("Metti da parte…: {}", before[0])).focus();
    h.run();
    for key in [Key::Space, Key::Enter] {
        h.key_press(key);
        h.run();
    }
    assert_eq!(cards(&h)[0], before[1], "put aside without a reason");
    let next = format!("Tieni in alto: {}", before[1]);
    assert!(h.get_by_role_and_label(Role::Button, &next).is_focused(), "the next card has the keyboard");
    let last = format!("Tieni in alto: {}", before[2]);
    h.get_by_role_and_label(Role::Button, &last).focus();
    h.run();
    h.key_press(Key::Space);
    h.run();
    assert_eq!(cards(&h)[0], before[2]);
    let moved = format!("Non tenere più in alto: {}", before[2]);
    assert!(h.get_by_role_and_label(Role::Button, &moved).is_focused(), "the keyboard goes with the card");
}

#[test]
fn rules_switched_off_change_the_list_and_all_come_back_in_one_step() {
    let mut h = screen();
    let before = cards(&h);
    press(&mut h, "Come nasce l’ordine");
    for rule in orienta::matching::RULES {
        let name = orienta::report::doors::rule_name(rule, orienta::text::Language::IT);
        assert!(h.query_by_role_and_label(Role::Switch, &name).is_some(), "{rule}");
    }
    let typical = h.get_by_role_and_label(Role::Switch, "Attività tipica");
    let told = typical.accesskit_node().description().unwrap_or_default();
    assert!(told.contains("40 punti"), "{told}");
    typical.click_accesskit();
    h.run();
    assert!(assessment(&h).doors.rules_off.contains("ateco_primary"));
    assert_ne!(cards(&h), before);
    assert!(!shows(&h, "rientra tra le attività tipiche"));
    h.get_by_role_and_label(Role::Switch, "Filiera").click_accesskit();
    h.run();
    assert!(shows(&h, "2 regole spente"));
    press(&mut h, "Rimetti tutte");
    assert_eq!(cards(&h), before);
    assert!(!shows(&h, "spente"));
    undo(&mut h);
    assert_eq!(assessment(&h).doors.rules_off.len(), 2);
    undo(&mut h);
    undo(&mut h);
    assert_eq!(cards(&h), before);
}

#[test]
fn each_request_leads_to_where_it_is_met() {
    let mut h = screen();
    edit(&mut h, CompanyField::Province(None));
    press(&mut h, "Indica la provincia");
    assert_eq!(h.state().model.screen, Screen::Company);
    let province = &orienta::pack::orientamento().texts(orienta::text::Language::IT).items["P2"].question;
    assert!(h.get_by_role_and_label(Role::ComboBox, province).is_focused());
    edit(&mut h, CompanyField::Province(Some("BG".into())));
    go(&mut h, Key::Num5);
    assert!(h.query_by_role_and_label(Role::Button, "Indica la provincia").is_none());

    // 30 covers aircraft and trains: four digits help, and so does the supply chain.
    let code = |code: &str| ActivityCode { edition: "2025".into(), code: code.into(), extra: serde_json::Map::new() };
    let chains = Edit::Answer { item: "P9".into(), state: orienta::assessment::State::Open };
    h.state_mut().run(Command::Edit(chains));
    edit(&mut h, CompanyField::Ateco(Some(code("30"))));
    press(&mut h, "Cerca il codice ATECO");
    assert_eq!(h.state().model.screen, Screen::Company);
    let search = "Cerca l’attività con parole tue, o scrivi il codice";
    assert!(h.get_by_role_and_label(Role::TextInput, search).is_focused());
    go(&mut h, Key::Num5);

    // No code tells engineers and researchers apart.
    edit(&mut h, CompanyField::Ateco(Some(code("71.12"))));
    assert!(h.query_by_role_and_label(Role::Button, "Cerca il codice ATECO").is_none());
    press(&mut h, "Scegli la filiera");
    let item = &orienta::pack::orientamento().texts(orienta::text::Language::IT).items["P9"];
    assert!(shows(&h, &item.question));
    let option = &orienta::pack::orientamento().item("P9").unwrap().options[0];
    let chip = h.get_by_role_and_label(Role::CheckBox, &item.options[option]);
    assert!(chip.is_focused());
    chip.click_accesskit();
    h.run();
    assert!(h.query_by_role_and_label(Role::Button, "Scegli la filiera").is_none(), "answered, it is asked no more");

    let mut h = window(Fake::default());
    press(&mut h, "Nuova impresa");
    go(&mut h, Key::Num5);
    press(&mut h, "Vai alle domande");
    assert_eq!(h.state().model.screen, Screen::Questions);
}

/// What is folded at first is not on the pictures of the other tests: all of it at once, at every width, with words that
/// do not break.
#[test]
fn nothing_is_cut_or_covered_when_all_is_unfolded() {
    let mut h = screen();
    let long = "Sovraintendimentocontrollatissimo ".repeat(6);
    use orienta::assessment::edit::DoorEdit;
    for edit in [
        DoorEdit::Pin("lac".into(), Some(long.clone())),
        DoorEdit::Dismiss("made".into(), Some(long.clone())),
        DoorEdit::Rule("province".into(), false),
    ] {
        h.state_mut().run(Command::Edit(Edit::Door(edit)));
    }
    edit(&mut h, CompanyField::Province(None));
    for fold in ["Per trovare le porte giuste", "Come nasce l’ordine", "Gli altri cluster della regione (6)"] {
        let button = h.get_by_role_and_label(Role::Button, fold);
        assert_eq!(button.accesskit_node().data().is_expanded(), Some(false), "{fold}");
        press(&mut h, fold);
        let button = h.get_by_role_and_label(Role::Button, fold);
        assert_eq!(button.accesskit_node().data().is_expanded(), Some(true), "{fold}");
    }
    press(&mut h, "Storico: misure chiuse (4)");
    press(&mut h, "Messe da parte (1)");
    press(&mut h, "Mostra altre 2 fonti: Lombardia Aerospace Cluster (LAC)");
    press(&mut h, "Metti da parte…: Cyber 4.0");
    for width in [420.0, 700.0, 1180.0, 3840.0] {
        let size = egui::vec2(width, 24_000.0);
        h.set_size(size);
        h.run();
        let found = support::screens::faults(&h, size);
        assert!(found.is_empty(), "{width}: {}", found.join("\n"));
    }
}

#[test]
fn decisions_survive_the_file_and_unknown_ones_do_no_harm() {
    let mut h = screen();
    let door = |edit| Command::Edit(Edit::Door(edit));
    use orienta::assessment::edit::DoorEdit;
    for (id, reason) in [("lac", "Sì"), ("gone", "Non c’è più")] {
        h.state_mut().run(door(DoorEdit::Pin(id.into(), Some(reason.into()))));
    }
    h.state_mut().run(door(DoorEdit::Dismiss("vanished".into(), Some(String::new()))));
    h.state_mut().run(door(DoorEdit::Rule("luck".into(), false)));
    h.run();
    assert!(doors(&h).dismissed.is_empty() && doors(&h).rules_off().count() == 0);
    let (path, bytes) = h.state_mut().services().files.iter().next().map(|(p, b)| (p.clone(), b.clone())).unwrap();
    let mut again = window(Fake { files: [(path.clone(), bytes)].into(), ..Fake::default() });
    again.state_mut().run(Command::Open(PathBuf::from(&path)));
    again.run();
    go(&mut again, Key::Num5);
    assert_eq!(cards(&again)[0], "Lombardia Aerospace Cluster (LAC)");
    assert_eq!(assessment(&again).doors, assessment(&h).doors, "what is not known is kept");
}
