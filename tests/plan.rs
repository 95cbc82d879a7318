//! The plan in the window: numbers under the hand, decisions about measures, bars between quarters, scenarios.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]
#![cfg(feature = "gui")]

mod support;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use orienta::app::{Command, Screen};
use orienta::assessment::choices::{PlanChoices, Stage};
use orienta::assessment::edit::PlanEdit;
use orienta::assessment::{Edit, State};
use orienta::pack::orientamento;
use orienta::report::plan as words;
use orienta::roadmap::{self, Plan, Purse};
use orienta::text::Language;
use orienta::ui::screens;
use support::screens::painted;
use support::window::*;

/// High enough for the whole page, so that everything can be reached with the mouse.
const TALL: f32 = 9_000.0;

/// The sample company on its plan.
fn planned() -> Shown {
    let mut h = window(Fake::default());
    press(&mut h, "Guarda un esempio");
    go(&mut h, Key::Num6);
    assert_eq!(h.state().model.screen, Screen::Plan);
    h.set_size(vec2(1180.0, TALL));
    h.run();
    h
}

fn choices(h: &Shown) -> &PlanChoices {
    &assessment(h).plan
}

/// The plan of the file, as anybody would make it.
fn plan(h: &Shown) -> Plan {
    plan_for(h, |_| {})
}

/// The plan for a purse that differs from the file's.
fn plan_for(h: &Shown, change: impl FnOnce(&mut Purse)) -> Plan {
    let e = h.state().model.document.as_ref().unwrap().evaluation();
    let agenda = e.agenda().unwrap();
    let choices = &e.assessment.plan;
    let mut purse = Purse::of(&agenda, choices, &choices.frame, e.date);
    change(&mut purse);
    roadmap::plan(&agenda, &purse).unwrap()
}

fn summary(h: &Shown, plan: &Plan) -> String {
    let e = h.state().model.document.as_ref().unwrap().evaluation();
    words::summary(e.pack, &e.agenda().unwrap(), Language::IT, plan)
}

fn name(id: &str) -> &'static str {
    let catalogue = orienta::pack::measures::Catalogue::of(orientamento()).unwrap();
    &catalogue.measure_text(Language::IT, id).name
}

/// Presses a button of a measure.
fn of_measure(h: &mut Shown, label: &str, id: &str) {
    press(h, &format!("{label}: {}", name(id)));
}

fn change(h: &mut Shown, change: PlanEdit) {
    h.state_mut().run(Command::Edit(Edit::Plan(change)));
    h.run();
}

fn replace(h: &mut Shown, field: &str, words: &str) {
    h.get_by_role_and_label(Role::TextInput, field).focus();
    h.run();
    h.key_press_modifiers(Modifiers::COMMAND, Key::A);
    h.get_by_role_and_label(Role::TextInput, field).type_text(words);
    h.run();
}

fn euros(amount: f64) -> String {
    orienta::text::euros(Language::IT, amount)
}

fn undo(h: &mut Shown) {
    go(h, Key::Z);
}

#[test]
fn the_page_shows_the_plan_of_the_file() {
    let h = planned();
    let made = plan(&h);
    assert!(made.steps.len() > 3);
    assert!(shows(&h, &summary(&h, &made)));
    for step in &made.steps {
        assert!(shows(&h, &format!("Leggi e decidi: {}", name(&step.id))), "{}", step.id);
    }
}

#[test]
fn the_page_follows_the_slider_and_the_file_waits_for_the_hand() {
    let mut h = planned();
    let before = choices(&h).frame.budget;
    assert_eq!(before, None);
    let budget = plan(&h).purse.budget;
    h.get_by_role_and_label(Role::Slider, "Budget").focus();
    h.run();
    let held =
        |key, pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
    for _ in 0..4 {
        h.event(held(Key::ArrowLeft, true));
        h.run();
    }
    assert_eq!(choices(&h).frame.budget, None, "the key is still down");
    let there = budget - 4.0 * 500.0;
    let live = plan_for(&h, |purse| purse.budget = there);
    assert_ne!(live.steps, plan(&h).steps, "the budget is one at which the plan is another");
    assert!(shows(&h, &summary(&h, &live)), "the page is ahead of the file");
    h.event(held(Key::ArrowLeft, false));
    h.run();
    assert_eq!(choices(&h).frame.budget, Some(there));
    assert!(shows(&h, &summary(&h, &plan(&h))));
    undo(&mut h);
    assert_eq!(choices(&h).frame.budget, None, "one step back for the whole way");
}

#[test]
fn the_mouse_moves_the_budget_too() {
    let mut h = planned();
    let rect = h.get_by_role_and_label(Role::Slider, "Budget").rect();
    h.drag_at(rect.center());
    h.run();
    assert_eq!(choices(&h).frame.budget, None);
    h.drop_at(rect.left_center() + vec2(2.0, 0.0));
    h.run();
    assert_eq!(choices(&h).frame.budget, Some(0.0));
    assert!(plan(&h).steps.is_empty());
    assert!(shows(&h, "non c’è una misura che ci sta"));
}

#[test]
fn numbers_are_typed_shown_at_once_and_kept_when_the_field_is_left() {
    let mut h = planned();
    replace(&mut h, "Budget", "12.000");
    assert_eq!(choices(&h).frame.budget, None);
    assert!(shows(&h, &summary(&h, &plan_for(&h, |purse| purse.budget = 12_000.0))));
    leave_field(&mut h);
    assert_eq!(choices(&h).frame.budget, Some(12_000.0));
    replace(&mut h, "Giornate", "7,5");
    leave_field(&mut h);
    replace(&mut h, "Trimestri", "6");
    leave_field(&mut h);
    replace(&mut h, "Una giornata", "310");
    leave_field(&mut h);
    assert_eq!((choices(&h).frame.days, choices(&h).frame.quarters), (Some(7.5), Some(6)));
    assert_eq!(choices(&h).day_rate, Some(310.0));
    assert!(shows(&h, &summary(&h, &plan(&h))));
    // What is no such number is not taken, and says so.
    replace(&mut h, "Trimestri", "90");
    assert!(shows(&h, "Scrivi un numero intero da 1 a 20."));
    leave_field(&mut h);
    assert_eq!(choices(&h).frame.quarters, Some(6));
    // Emptied, it is nobody's again; and words under way are not lost where the page is left.
    replace(&mut h, "Trimestri", " ");
    leave_field(&mut h);
    assert_eq!(choices(&h).frame.quarters, None);
    replace(&mut h, "Giornate", "9");
    go(&mut h, Key::Num4);
    assert_eq!(choices(&h).frame.days, Some(9.0));
}

#[test]
fn an_assumption_is_made_ones_own_with_enter() {
    let mut h = planned();
    h.get_by_role_and_label(Role::TextInput, "Giornate").focus();
    h.run();
    h.key_press(Key::Enter);
    h.run();
    assert_eq!(choices(&h).frame.days, Some(20.0), "what the catalogue assumes for 10 to 49 people");
}

#[test]
fn what_must_be_in_is_in_and_what_is_excluded_is_not() {
    let mut h = planned();
    let first = plan(&h).steps[0].id.clone();
    of_measure(&mut h, "Leggi e decidi", &first);
    of_measure(&mut h, "Escludi…", &first);
    write(&mut h, "Perché (facoltativo)", "lo fa già un fornitore");
    press(&mut h, "Conferma");
    assert_eq!(choices(&h).frame.excluded.get(&first).map(String::as_str), Some("lo fa già un fornitore"));
    assert!(plan(&h).steps.iter().all(|s| s.id != first));
    assert!(shows(&h, "Escluse ("));
    press(&mut h, "Escluse (1)");
    assert!(shows(&h, "Esclusa: lo fa già un fornitore"));
    of_measure(&mut h, "Deve esserci", &first);
    assert!(choices(&h).frame.must.contains(&first) && choices(&h).frame.excluded.is_empty());
    assert!(plan(&h).steps.iter().any(|s| s.id == first && s.must));
    undo(&mut h);
    assert!(choices(&h).frame.must.is_empty() && choices(&h).frame.excluded.contains_key(&first));
    undo(&mut h);
    assert!(choices(&h).frame.excluded.is_empty());
    assert!(shows(&h, &summary(&h, &plan(&h))));
}

/// Where a bar lies, and how wide a quarter is.
fn bar(h: &Shown, id: &str) -> (egui::Rect, f32) {
    // The same words stand on the cards below, farther left.
    let head = |name: &str| painted(h).iter().filter(|w| w.text == name).map(|w| w.rect.min.x).fold(0.0, f32::max);
    let wide = head("T2 2027") - head("T1 2027");
    let start = format!("{}: T", name(id));
    (h.get_by(|node| node.role() == Role::Button && node.label().is_some_and(|l| l.starts_with(&start))).rect(), wide)
}

/// A measure of the plan that begins in its first quarter, and that none of the others waits for.
fn free_one(h: &Shown) -> String {
    let plan = plan(h);
    let e = h.state().model.document.as_ref().unwrap().evaluation();
    let agenda = e.agenda().unwrap();
    let waited: Vec<usize> = plan.steps.iter().flat_map(|s| agenda.entries[s.place].requires.clone()).collect();
    plan.steps.iter().find(|s| s.start == 0 && !waited.contains(&s.place)).unwrap().id.clone()
}

#[test]
fn bars_are_dragged_between_quarters() {
    let mut h = planned();
    let id = free_one(&h);
    let begins = |h: &Shown| plan(h).steps.iter().find(|s| s.id == id).unwrap().start;
    assert_eq!(begins(&h), 0);
    let drag = |h: &mut Shown, quarters: f32| {
        let (rect, wide) = bar(h, &id);
        assert!(wide > 40.0, "{wide}");
        h.drag_at(rect.center());
        h.run();
        h.hover_at(rect.center() + vec2(wide * quarters / 2.0, 0.0));
        h.run();
        h.hover_at(rect.center() + vec2(wide * quarters, 0.0));
        h.run();
        h.drop_at(rect.center() + vec2(wide * quarters, 0.0));
        h.run();
    };
    drag(&mut h, 2.0);
    assert_eq!(choices(&h).begin.get(&id), Some(&plan(&h).quarter(2)));
    assert_eq!(begins(&h), 2);
    drag(&mut h, -1.0);
    assert_eq!(choices(&h).begin.get(&id), Some(&plan(&h).quarter(1)));
    // Back where the plan would put it by itself: nothing is fixed any more.
    drag(&mut h, -1.0);
    assert!(choices(&h).begin.is_empty());
    undo(&mut h);
    assert_eq!(choices(&h).begin.get(&id), Some(&plan(&h).quarter(1)));
}

#[test]
fn bars_are_moved_with_the_keyboard_and_with_buttons() {
    let mut h = planned();
    let id = free_one(&h);
    let start = format!("{}: T", name(&id));
    h.get_by(|node| node.role() == Role::Button && node.label().is_some_and(|l| l.starts_with(&start))).focus();
    h.run();
    h.key_press(Key::ArrowRight);
    h.run();
    assert_eq!(choices(&h).begin.get(&id), Some(&plan(&h).quarter(1)));
    h.key_press(Key::ArrowLeft);
    h.run();
    assert!(choices(&h).begin.is_empty(), "the bar has kept the keyboard");
    // Enter shows the measure below.
    h.key_press(Key::Enter);
    h.run();
    of_measure(&mut h, "Un trimestre dopo", &id);
    assert_eq!(choices(&h).begin.get(&id), Some(&plan(&h).quarter(1)));
    of_measure(&mut h, "Lascia scegliere al piano", &id);
    assert!(choices(&h).begin.is_empty());
}

#[test]
fn what_begins_later_than_wanted_says_why() {
    let mut h = planned();
    let made = plan(&h);
    let e = h.state().model.document.as_ref().unwrap().evaluation();
    let agenda = e.agenda().unwrap();
    let waits = |s: &&roadmap::Step| {
        s.start > 0 && agenda.entries[s.place].requires.iter().any(|r| made.step(*r).is_some_and(|b| b.end > 0))
    };
    let step = made.steps.iter().find(waits).unwrap();
    let before = agenda.entries[step.place].requires.iter().find(|r| made.step(**r).is_some_and(|b| b.end > 0));
    let before = agenda.entries[*before.unwrap()].id.clone();
    let id = step.id.clone();
    drop(agenda);
    let first = made.quarter(0);
    change(&mut h, PlanEdit::Begin(id, Some(first)));
    assert!(shows(&h, "perché prima deve finire: "));
    assert!(shows(&h, name(&before)));
}

#[test]
fn own_costs_take_the_place_of_the_catalogues() {
    let mut h = planned();
    let id = plan(&h).steps[0].id.clone();
    let before = plan(&h).cost[1];
    change(&mut h, PlanEdit::Must(id.clone(), true));
    of_measure(&mut h, "Leggi e decidi", &id);
    of_measure(&mut h, "Cambia costi…", &id);
    for (field, words) in [
        ("Euro, da", "100"),
        ("Euro, a", "200"),
        ("Giornate, da", "2"),
        ("Giornate, a", "3"),
        ("Da dove viene", "preventivo inventato"),
    ] {
        replace(&mut h, field, words);
    }
    press(&mut h, "Conferma");
    let own = &choices(&h).costs[&id];
    assert_eq!((own.eur, own.days), ([100.0, 200.0], [2.0, 3.0]));
    // Two days at 240 € and 100 €; three days and 200 €.
    assert!(shows(&h, &format!("da {} a {} · fonte: preventivo inventato", euros(580.0), euros(920.0))));
    let e = h.state().model.document.as_ref().unwrap().evaluation();
    let agenda = e.agenda().unwrap();
    let made = plan(&h);
    let sum: f64 = made.steps.iter().map(|s| agenda.entries[s.place].cost[1]).sum();
    assert!((made.cost[1] - sum).abs() < 1e-6 && (made.cost[1] - before).abs() > 1.0);
    drop(agenda);
    assert!(shows(&h, &summary(&h, &made)));
    of_measure(&mut h, "Cambia costi…", &id);
    of_measure(&mut h, "Torna ai costi del catalogo", &id);
    assert!(choices(&h).costs.is_empty());
    // A pair the wrong way round is not taken.
    of_measure(&mut h, "Cambia costi…", &id);
    replace(&mut h, "Euro, da", "300");
    replace(&mut h, "Euro, a", "200");
    assert!(shows(&h, "il primo di ogni coppia non può superare il secondo"));
    assert!(h.get_by_role_and_label(Role::Button, "Conferma").accesskit_node().is_disabled());
}

#[test]
fn progress_is_kept_with_its_day_and_what_shows_it() {
    let mut h = planned();
    let id = plan(&h).steps[0].id.clone();
    of_measure(&mut h, "Leggi e decidi", &id);
    of_measure(&mut h, "Iniziata…", &id);
    press(&mut h, "Conferma");
    let progress = &choices(&h).progress[&id];
    assert_eq!((progress.stage, progress.date), (Stage::Started, moment().date()));
    assert!(plan(&h).steps.iter().any(|s| s.id == id && s.must), "what has begun stays in the plan");
    of_measure(&mut h, "Fatta…", &id);
    replace(&mut h, "Giorno", "30/02/2026");
    assert!(shows(&h, "Scrivi un giorno fino a oggi"));
    replace(&mut h, "Giorno", "10/11/2026");
    write(&mut h, "Che cosa lo prova", "elenco degli accessi");
    press(&mut h, "Conferma");
    let progress = &choices(&h).progress[&id];
    assert_eq!((progress.stage, progress.date), (Stage::Done, jiff::civil::date(2026, 11, 10)));
    assert_eq!(progress.evidence, "elenco degli accessi");
    assert!(plan(&h).steps.iter().all(|s| s.id != id));
    press(&mut h, "Fatte (1)");
    assert!(shows(&h, "Fatta il 10 novembre 2026. Elenco") || shows(&h, "Fatta il 10 novembre 2026. elenco"));
    of_measure(&mut h, "Segna come da fare", &id);
    assert!(choices(&h).progress.is_empty());
}

#[test]
fn scenarios_are_kept_compared_used_and_dropped() {
    let mut h = planned();
    let keep = |h: &mut Shown, name: &str| {
        press(h, "Tieni come scenario…");
        write(h, "Nome dello scenario", name);
        press(h, "Conferma");
    };
    change(&mut h, PlanEdit::Budget(Some(5_000.0)));
    keep(&mut h, "Prudente");
    let small = plan(&h);
    change(&mut h, PlanEdit::Budget(Some(30_000.0)));
    keep(&mut h, "Coraggioso");
    let names: Vec<&str> = choices(&h).scenarios.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["Prudente", "Coraggioso"]);
    let difference = plan(&h).score_after - small.score_after;
    let printed = orienta::text::decimal(Language::IT, -difference, &[]);
    assert!(difference > 0.1 && shows(&h, &format!("({printed})")), "how much less the small one brings: {printed}");
    press(&mut h, "Usa: Prudente");
    assert_eq!(choices(&h).frame.budget, Some(5_000.0));
    assert!(shows(&h, &summary(&h, &small)));
    press(&mut h, "Togli: Coraggioso");
    assert_eq!(choices(&h).scenarios.len(), 1);
    undo(&mut h);
    assert_eq!(choices(&h).scenarios.len(), 2);
}

#[test]
fn the_frontier_is_read_with_arrows_and_its_budget_taken() {
    let mut h = planned();
    h.get_by_role_and_label(Role::Slider, "Leggi il punteggio a ogni budget").focus();
    h.run();
    h.key_press(Key::ArrowRight);
    h.run();
    assert!(shows(&h, &format!("Con {}:", euros(21_000.0))));
    h.key_press(Key::Enter);
    h.run();
    assert_eq!(choices(&h).frame.budget, Some(21_000.0));
}

#[test]
fn without_a_total_the_page_leads_to_the_first_answer_missing() {
    let mut h = window(Fake::default());
    press(&mut h, "Nuova impresa");
    go(&mut h, Key::Num6);
    assert!(shows(&h, "Ancora nessun piano"));
    assert!(shows(&h, "Mancano queste risposte: A1 "));
    press(&mut h, "Vai alla prima risposta che manca");
    assert_eq!(h.state().model.screen, Screen::Questions);
    assert!(shows(&h, &orientamento().texts(Language::IT).items["A1"].question));
}

#[test]
fn what_does_not_fit_says_so_and_is_mended_at_a_press() {
    let mut h = planned();
    let id = plan(&h).steps[0].id.clone();
    change(&mut h, PlanEdit::Must(id.clone(), true));
    change(&mut h, PlanEdit::Budget(Some(10.0)));
    assert!(shows(&h, "Quello che deve esserci non ci sta"));
    let e = h.state().model.document.as_ref().unwrap().evaluation();
    let agenda = e.agenda().unwrap();
    let place = agenda.place(&id).unwrap();
    let before = agenda.open_before(place);
    let needed: f64 = before.iter().chain([&place]).map(|p| agenda.entries[*p].cost[1]).sum();
    drop(agenda);
    let enough = (needed / 100.0).ceil() * 100.0;
    press(&mut h, &format!("Porta il budget a {}", euros(enough)));
    assert_eq!(choices(&h).frame.budget, Some(enough));
    assert!(!shows(&h, "Quello che deve esserci non ci sta"));
    undo(&mut h);
    press(&mut h, &format!("Togli l’obbligo a «{}»", name(&id)));
    assert!(choices(&h).frame.must.is_empty());
    assert!(!shows(&h, "Quello che deve esserci non ci sta"));
}

#[test]
fn filters_leave_only_what_they_name() {
    let mut h = planned();
    let count = |h: &Shown| h.query_all_by_label_contains("Leggi e decidi: ").count();
    let all = count(&h);
    h.get_by_label("Subito: rende molto, impegna poco").click_accesskit();
    h.run();
    assert!(count(&h) < all);
    h.get_by_label("Subito: rende molto, impegna poco").click_accesskit();
    h.run();
    assert_eq!(count(&h), all);
    pick(&mut h, "Mostra le misure di", "Sicurezza e continuità");
    assert!(count(&h) < all && count(&h) > 0);
}

#[test]
fn the_way_leads_from_the_doors_over_the_plan_to_the_report() {
    let mut h = planned();
    go(&mut h, Key::Num5);
    press(&mut h, "Vai al piano");
    assert_eq!(h.state().model.screen, Screen::Plan);
    press(&mut h, "Prepara il report");
    assert_eq!(h.state().model.screen, Screen::Report);
    // A questionnaire without measures has no plan: not in the rail, not on the way.
    h.state_mut().run(Command::NewWith("cyber-rapido".into()));
    h.run();
    assert!(h.query_all_by_role(Role::Tab).all(|tab| tab.accesskit_node().label().as_deref() != Some("Piano")));
    go(&mut h, Key::Num6);
    assert_ne!(h.state().model.screen, Screen::Plan);
    go(&mut h, Key::Num5);
    press(&mut h, "Prepara il report");
}

#[test]
fn answers_that_change_change_the_plan() {
    let mut h = planned();
    let before = plan(&h);
    let item = "A12";
    let state = State::Answered(orienta::assessment::Value::Number(5.0));
    h.state_mut().run(Command::Edit(Edit::Answer { item: item.into(), state }));
    h.run();
    let after = plan(&h);
    assert_ne!(before.score_before, after.score_before);
    assert!(shows(&h, &summary(&h, &after)) && !shows(&h, &summary(&h, &before)));
    assert!(screens::all().iter().any(|e| e.screen == Screen::Plan));
}

#[test]
fn a_measure_is_unfolded_with_the_mouse() {
    let mut h = planned();
    let id = plan(&h).steps[0].id.clone();
    h.get_by_role_and_label(Role::Button, &format!("Leggi e decidi: {}", name(&id))).click();
    h.run();
    assert!(shows(&h, "Prime mosse"));
    h.get_by_role_and_label(Role::Button, &format!("Chiudi: {}", name(&id))).click();
    h.run();
    assert!(!shows(&h, "Prime mosse"));
}
