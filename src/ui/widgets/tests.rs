//! The widgets in a window without a display: what a mouse, a keyboard and a screen reader find.

use egui::accesskit::{Role, Toggled};
use egui::{Key, Ui, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::*;
use crate::report::drawing::{Drawing, Spot, pt};
use crate::style::LIGHT;
use crate::ui::{icons, paint, theme};

const LONG: &str = "Precipitevolissimevolmentissimamente-interfunzionalizzazione dell’approvvigionamento";

/// A window of a width with the program's fonts and colours; missing letters make it fail.
fn window<'a, State: 'a>(width: f32, state: State, mut ui: impl FnMut(&mut Ui, &mut State) + 'a) -> Harness<'a, State> {
    let builder = Harness::builder().with_size(vec2(width, 900.0)).with_context_setup(|ctx| {
        theme::install_fonts(ctx);
        theme::apply(ctx, &LIGHT, true);
    });
    builder.build_ui_state(move |area, state| ui(area, state), state)
}

fn answers<'a>(width: f32) -> Harness<'a, Option<u8>> {
    window(width, None, |ui, chosen| {
        for number in 0..3 {
            let text = format!("Gradino {number}: {LONG}");
            if ui.add(AnswerRow::new(&text, *chosen == Some(number)).number(number).key("0")).clicked() {
                *chosen = Some(number);
            }
        }
    })
}

fn row<'a>(harness: &'a Harness<'_, Option<u8>>, number: u8) -> egui_kittest::Node<'a> {
    let start = format!("{number}. Gradino");
    harness.get_by(move |node| node.role() == Role::RadioButton && node.label().is_some_and(|l| l.starts_with(&start)))
}

#[test]
fn a_click_chooses_an_answer_and_says_so() {
    let mut harness = answers(600.0);
    assert_eq!(row(&harness, 1).accesskit_node().toggled(), Some(Toggled::False));
    row(&harness, 1).click();
    harness.run();
    assert_eq!(*harness.state(), Some(1));
    assert_eq!(row(&harness, 1).accesskit_node().toggled(), Some(Toggled::True));
    assert_eq!(row(&harness, 0).accesskit_node().toggled(), Some(Toggled::False));
}

#[test]
fn answers_can_be_chosen_with_the_keyboard() {
    let mut harness = answers(600.0);
    for expected in 0..3 {
        harness.key_press(Key::Tab);
        harness.run();
        assert!(row(&harness, expected).is_focused(), "Tab reaches row {expected}");
    }
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(*harness.state(), Some(2));
}

#[test]
fn long_words_make_rows_taller_and_never_wider() {
    let (wide, narrow) = (answers(900.0), answers(260.0));
    assert!(row(&narrow, 0).rect().height() > row(&wide, 0).rect().height() + 20.0);
    assert!(row(&narrow, 0).rect().width() <= 260.0);
}

#[test]
fn every_icon_has_its_letter_in_every_face() {
    // The harness panics on a letter that no font has.
    let mut harness = window(900.0, (), |ui, ()| {
        for face in [theme::Face::Icons, theme::Face::Regular, theme::Face::Semibold] {
            let all: String = icons::ALL.iter().map(|(_, icon)| *icon).collect();
            ui.label(egui::RichText::new(all).font(theme::font(face, 20.0)));
        }
        ui.label("àèéìòù ÀÈÉ «»“”’ – — … € · × ≥ ≤ ± → ↑ ✔");
    });
    harness.run();
}

#[test]
fn a_disabled_button_is_not_pressed() {
    let mut harness = window(400.0, [0, 0], |ui, pressed| {
        pressed[0] += u32::from(ui.add(Button::primary("Continua").icon_after(icons::ARROW_RIGHT)).clicked());
        pressed[1] += u32::from(ui.add(Button::secondary("Salva").enabled(false)).clicked());
    });
    harness.get_by_label("Continua").click();
    harness.get_by_label("Salva").click();
    harness.run();
    assert_eq!(*harness.state(), [1, 0]);
    assert!(harness.get_by_label("Salva").accesskit_node().is_disabled());
}

#[test]
fn a_field_is_found_by_its_label_and_tells_its_error() {
    let mut harness = window(400.0, String::new(), |ui, text| {
        let error = (text.len() > 3).then_some("Il numero ha undici cifre: controlla le ultime.");
        TextField::new("Partita IVA").help("La trovi in fattura.").error(error).show(ui, text);
    });
    harness.get_by_role(Role::TextInput).focus();
    harness.run();
    harness.get_by_role(Role::TextInput).type_text("12345");
    harness.run();
    assert_eq!(harness.state(), "12345");
    let field = harness.get_by_role_and_label(Role::TextInput, "Partita IVA");
    assert!(field.accesskit_node().description().is_some_and(|d| d.contains("undici cifre")));
    harness.get_by_label("Il numero ha undici cifre: controlla le ultime.");
}

#[test]
fn chips_switch_and_rail_entries_say_how_far_they_are() {
    let mut harness = window(300.0, false, |ui, on| {
        if ui.add(Chip::new("Manifattura").toggle(*on)).clicked() {
            *on = !*on;
        }
        ui.add(Chip::new("Stessa provincia").detail("+5 punti"));
        ui.add(RailEntry::new(icons::LIST_CHECKS, "Questionario", true).progress(0.6, "12 di 20"));
    });
    harness.get_by_label("Manifattura").click();
    harness.run();
    assert!(*harness.state());
    harness.get_by_role_and_label(Role::Tab, "Questionario, 12 di 20");
}

#[test]
fn escape_and_the_close_button_close_the_drawer() {
    let mut harness = window(900.0, true, |ui, open| {
        drawer(ui, "help", "Aiuto", "Chiudi l’aiuto", open, |ui| {
            ui.label("Testo di aiuto");
        });
    });
    harness.get_by_label("Testo di aiuto");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!*harness.state());
    *harness.state_mut() = true;
    harness.run();
    harness.get_by_label("Chiudi l’aiuto").click();
    harness.run();
    assert!(!*harness.state());
}

#[test]
fn a_drawing_tells_its_words_and_which_spot_was_clicked() {
    let spot =
        |id: &str, x: f32| Spot { id: id.into(), min: pt(x, 0.0), max: pt(x + 40.0, 40.0), label: id.to_uppercase() };
    let picture = Drawing {
        width: 100.0,
        height: 50.0,
        shapes: Vec::new(),
        spots: vec![spot("d1", 0.0), spot("d2", 50.0)],
        alt: "Due dimensioni".into(),
    };
    let mut harness = window(400.0, None, move |ui, clicked: &mut Option<String>| {
        let painted = paint::drawing(ui, &picture, 300.0, true);
        assert!((painted.response.rect.height() - 150.0).abs() < 0.6, "proportions are kept");
        if painted.clicked.is_some() {
            *clicked = painted.clicked;
        }
    });
    harness.get_by_role_and_label(Role::Image, "Due dimensioni");
    harness.get_by_role_and_label(Role::Button, "D2").click();
    harness.run();
    assert_eq!(harness.state().as_deref(), Some("d2"));
}

#[test]
fn a_column_is_centred_and_no_wider_than_asked() {
    for (width, expected) in [(1000.0, 720.0), (400.0, 400.0)] {
        let mut harness = window(width, egui::Rect::NOTHING, |ui, rect| {
            let room = ui.available_rect_before_wrap();
            *rect = column(ui, 720.0, |ui| ui.available_rect_before_wrap()).inner;
            assert!((rect.center().x - room.center().x).abs() <= 1.0);
        });
        harness.run();
        assert!(harness.state().width() <= expected && harness.state().width() > expected - 40.0);
    }
}

fn province(chosen: Option<usize>) -> Harness<'static, Option<usize>> {
    window(400.0, chosen, |ui, chosen: &mut Option<usize>| {
        let select = Select {
            id: "province",
            label: "Provincia",
            options: &["Milano", "Monza e Brianza", "Pavia"],
            chosen: *chosen,
            none: "Scegli…",
            clear: Some("Togli"),
            width: 260.0,
        };
        match select.show(ui) {
            Some(Selected::Option(n)) => *chosen = Some(n),
            Some(Selected::Cleared) => *chosen = None,
            None => {}
        }
    })
}

#[test]
fn a_choice_is_found_by_its_label() {
    let mut harness = province(Some(0));
    harness.get_by_role_and_label(Role::ComboBox, "Provincia").click();
    harness.run();
    harness.get_by_label("Monza e Brianza").click();
    harness.run();
    assert_eq!(*harness.state(), Some(1));
    harness.get_by_role_and_label(Role::ComboBox, "Provincia").click();
    harness.run();
    harness.get_by_label("Togli").click();
    harness.run();
    assert_eq!(*harness.state(), None);
}

#[test]
fn a_choice_is_made_with_arrows_and_letters_and_keeps_the_keyboard() {
    let mut harness = province(None);
    harness.get_by_role_and_label(Role::ComboBox, "Provincia").focus();
    harness.run();
    for (key, expected) in
        [(Key::ArrowDown, 0), (Key::ArrowDown, 1), (Key::ArrowDown, 2), (Key::ArrowDown, 2), (Key::ArrowUp, 1)]
    {
        harness.key_press(key);
        harness.run();
        assert_eq!(*harness.state(), Some(expected));
    }
    for (letter, expected) in [("p", 2), ("m", 0), ("M", 1), ("x", 1)] {
        harness.event(egui::Event::Text(letter.into()));
        harness.run();
        assert_eq!(*harness.state(), Some(expected), "{letter}");
    }
    let combo = |h: &Harness<'_, Option<usize>>| h.get_by_role_and_label(Role::ComboBox, "Provincia").is_focused();
    harness.key_press(Key::Space);
    harness.run();
    harness.key_press(Key::Tab);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), Some(0));
    assert!(combo(&harness), "the list has folded up and the keyboard is back");
}
