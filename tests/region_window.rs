//! The region in the window: the settings say edition, age and where it comes from; another one is chosen, refused with all
//! its faults, or given up again, and the doors follow at once.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]
#![cfg(feature = "gui")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use orienta::app::{Command, Message, Model, Screen, Settings};
use orienta::pack::orientamento;
use orienta::pack::region::Region;
use orienta::ui::Window;
use serde_json::{Value, json};
use support::window::{Fake, Shown, moment, shows, window};
use tempfile::TempDir;

/// The region in use belongs to the whole program: the tests take turns, and begin with the program's own.
fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    Region::use_shipped();
    turn
}

fn island() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/regions/isola-inventata")
}

/// The settings with the sample company open, and a dialog that chooses this region.
fn settings(home: &TempDir, region: &Path) -> Shown {
    let fake = Fake { config: Some(home.path().join("config")), region: Some(region.into()), ..Fake::default() };
    let mut h = window(fake);
    // So tall that the whole screen is in sight.
    h.set_size(egui::vec2(1180.0, 2000.0));
    h.state_mut().run(Command::Sample);
    h.state_mut().run(Command::Go(Screen::Settings));
    h.run();
    h
}

fn press(h: &mut Shown, label: &str) {
    h.get_by_role_and_label(Role::Button, label).click();
    // A strip with a list settles after a few frames more than `run` allows.
    h.run_steps(10);
}

/// The first cluster of the company that is open.
fn cluster(h: &Shown) -> String {
    h.state().model.document.as_ref().unwrap().evaluation().doors.clusters[0].id.clone()
}

const PICK: &str = "Scegli un’edizione più nuova";
const BACK: &str = "Torna ai dati del programma";

#[test]
fn another_region_is_used_at_once_and_given_up_again() {
    let _turn = turn();
    let home = tempfile::tempdir().unwrap();
    let mut h = settings(&home, &island().join("region.json"));
    assert!(shows(&h, "Dati della regione: Lombardia, edizione del 23 novembre 2026, di oggi."));
    assert!(shows(&h, "Sono i dati compresi nel programma."));
    assert!(h.query_by_role_and_label(Role::Button, BACK).is_none());
    assert_eq!(cluster(&h), "afil");
    press(&mut h, PICK);
    // Said once in the message: what was replaced by what.
    let before = "Prima: Lombardia, edizione del 23 novembre 2026.";
    assert!(shows(&h, before) && shows(&h, "Adesso: Isola Inventata, edizione del 1 febbraio 2030."));
    assert!(shows(&h, "Hanno preso il posto dei dati compresi nel programma."));
    assert_eq!(cluster(&h), "vele");
    assert!(home.path().join("config/regions/isola-inventata/ateco_map.csv").exists());
    press(&mut h, BACK);
    assert!(shows(&h, "Adesso: Lombardia, edizione del 23 novembre 2026."));
    assert!(shows(&h, "Sono i dati compresi nel programma."));
    assert_eq!(cluster(&h), "afil");
    assert!(!home.path().join("config/regions/isola-inventata").exists());
}

#[test]
fn a_region_with_faults_changes_nothing_and_all_faults_can_be_copied() {
    let _turn = turn();
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("rotta");
    fs::create_dir(&folder).unwrap();
    let mut region: Value = serde_json::from_slice(&fs::read(island().join("region.json")).unwrap()).unwrap();
    // One fault for each sentence: far more than the window has room for.
    let sentences = region["texts"].as_object_mut().unwrap();
    let keys: Vec<String> = sentences.keys().cloned().collect();
    sentences.values_mut().for_each(|text| drop(text.as_object_mut().unwrap().remove("en")));
    fs::write(folder.join("region.json"), serde_json::to_vec(&region).unwrap()).unwrap();
    fs::copy(island().join("ateco_map.csv"), folder.join("ateco_map.csv")).unwrap();
    let mut h = settings(&home, &folder.join("region.json"));
    press(&mut h, PICK);
    h.set_size(egui::vec2(1180.0, 900.0));
    h.run_steps(10);
    let Some(Message::Failed(said)) = h.state().model.message.clone() else { panic!("nothing is said") };
    for key in &keys {
        assert!(said.contains(&format!("texts.{key}")), "{key} is not in {said}");
    }
    assert_eq!(cluster(&h), "afil");
    assert!(Region::in_use().is_shipped());
    assert!(!home.path().join("config").exists());
    // The message leaves room for the page, and its button is in sight.
    let copy = h.get_by_role_and_label(Role::Button, "Copia i dettagli").rect();
    assert!(copy.max.y <= 900.0, "{copy:?}");
    let message = h.get_by_role_and_label(Role::Alert, &said).rect();
    assert!(message.height() > 900.0, "it is longer than the window: {message:?}");
    let page = h.get_by_role_and_label(Role::Heading, "Impostazioni").rect();
    assert!(page.min.y > 0.0 && page.max.y < 450.0, "{page:?}");
    assert!(h.state().model.details(&said).starts_with(&said), "what is copied has all of them");
}

#[test]
fn data_older_than_the_region_allows_are_said_to_be() {
    let _turn = turn();
    let settings = Settings { language: Some("it".into()), ..Settings::default() };
    let today = jiff::civil::date(2028, 1, 15);
    let model = Model::new(orientamento(), settings, "/documents/Orienta".into(), today);
    let mut h = egui_kittest::Harness::builder()
        .with_size([1180.0, 1400.0])
        .build_ui_state(|ui, window: &mut Window<Fake>| window.ui(ui), Window::new(model, Fake::default()));
    h.run();
    h.state_mut().model.screen = Screen::Settings;
    h.run();
    assert!(shows(&h, "edizione del 23 novembre 2026, di 13 mesi fa."));
    assert!(shows(&h, "Questi dati hanno più di 12 mesi"));
    // On the day of the other tests they are new.
    h.state_mut().model.today = moment().date();
    h.run();
    assert!(!shows(&h, "Questi dati hanno più di 12 mesi"));
}

#[test]
fn a_region_is_kept_for_the_next_start() {
    let _turn = turn();
    let home = tempfile::tempdir().unwrap();
    let mut newer: Value = serde_json::from_slice(include_bytes!("../assets/regions/lombardia/region.json")).unwrap();
    newer["edition"] = json!("2027-02-01");
    fs::write(home.path().join("region.json"), serde_json::to_vec(&newer).unwrap()).unwrap();
    fs::write(home.path().join("ateco_map.csv"), include_bytes!("../assets/regions/lombardia/ateco_map.csv")).unwrap();
    let mut h = settings(&home, &home.path().join("region.json"));
    press(&mut h, PICK);
    drop(h);
    Region::use_shipped();
    let faults = orienta::portfolio::regions::install_from(&home.path().join("config"), orienta::text::Language::IT);
    assert!(faults.is_empty(), "{faults:?}");
    let h = settings(&home, &island());
    // The fake's today is before that edition: no age is made up.
    assert!(shows(&h, "Dati della regione: Lombardia, edizione del 1 febbraio 2027."));
}
