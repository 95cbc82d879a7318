//! Every screen in every look, language and state: what a screen reader is told, and that nothing is cut or covered.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]
#![cfg(feature = "gui")]

mod support;

use egui::accesskit::{Role, Toggled};
use egui::{Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use orienta::app::{Look, Screen};
use orienta::text::Language;
use orienta::ui::screens;
use support::screens::{Fill, Stage, State, faults};
use support::window::Shown;

/// High enough for every page as a whole: what would be reached by scrolling is drawn too.
const TALL: f32 = 16_000.0;

/// The tree of a screen as text: role, name, what else is told.
fn tree(h: &Shown) -> String {
    fn walk(node: egui_kittest::Node<'_>, depth: usize, out: &mut String) {
        let inner = node.accesskit_node();
        let role = inner.role();
        let mut line = String::new();
        // Boxes without a name or a meaning are egui's scaffolding.
        let telling = !matches!(role, Role::GenericContainer | Role::Unknown | Role::Window | Role::TextRun);
        if telling {
            line.push_str(&format!("{role:?}"));
            for text in [inner.label(), inner.value(), inner.description()].into_iter().flatten() {
                line.push_str(&format!(" «{text}»"));
            }
            match inner.toggled() {
                Some(Toggled::True) => line.push_str(" on"),
                Some(Toggled::False) => line.push_str(" off"),
                _ => {}
            }
            if inner.is_disabled() {
                line.push_str(" disabled");
            }
            out.push_str(&format!("{}{}\n", "  ".repeat(depth), line));
        }
        for child in node.children() {
            walk(child, depth + usize::from(telling), out);
        }
    }
    let mut out = String::new();
    walk(h.root(), 0, &mut out);
    out
}

fn languages() -> [Language; 2] {
    [Language::IT, Language::EN]
}

/// The tree is the same in every look: looks change colours and nothing else.
#[test]
fn what_a_screen_reader_is_told() {
    let mut stage = Stage::new();
    for entry in screens::all() {
        for language in languages() {
            for fill in Fill::ALL {
                let mut of = |look: Look| {
                    tree(stage.show(State { screen: entry.screen, look, language, fill, size: vec2(1180.0, TALL) }))
                };
                // On the settings' screen itself the look chosen is another one.
                let names = Look::ALL.map(|look| format!("«{}»", orienta::text::t(language, look.label())));
                let common = |tree: &str| {
                    let kept = tree.lines().filter(|line| !names.iter().any(|name| line.contains(name)));
                    kept.collect::<Vec<_>>().join("\n")
                };
                let light = of(Look::Light);
                for look in [Look::Dark, Look::HighContrast] {
                    let other = of(look);
                    assert_eq!(common(&light), common(&other), "{:?} in {}, {look:?}", entry.screen, language.code());
                    assert_eq!(light.lines().count(), other.lines().count());
                }
                let name = format!("{}-{}-{}", entry.screen.key(), language.code(), fill.key());
                // Names of keys, and what can be set, are other ones elsewhere.
                if cfg!(target_os = "linux") {
                    insta::assert_snapshot!(name, light);
                }
            }
        }
    }
}

/// Everything that can be used has a name and a role of its own.
#[test]
fn every_control_has_a_name() {
    const CONTROLS: [Role; 11] = [
        Role::Button,
        Role::CheckBox,
        Role::ComboBox,
        Role::Link,
        Role::ListBoxOption,
        Role::MultilineTextInput,
        Role::RadioButton,
        Role::Slider,
        Role::Switch,
        Role::Tab,
        Role::TextInput,
    ];
    let mut seen = 0;
    let mut stage = Stage::new();
    for entry in screens::all() {
        for fill in Fill::ALL {
            let state = State {
                screen: entry.screen,
                look: Look::Light,
                language: Language::IT,
                fill,
                size: vec2(1180.0, TALL),
            };
            let h = stage.show(state);
            for node in h.root().children_recursive() {
                let inner = node.accesskit_node();
                if CONTROLS.contains(&inner.role()) {
                    seen += 1;
                    let name = inner.label().unwrap_or_default();
                    let letters = name.chars().filter(|c| c.is_alphanumeric()).count();
                    assert!(letters > 0, "{state:?}: a {:?} is called «{name}»", inner.role());
                }
            }
        }
    }
    assert!(seen > 300, "the controls are found: {seen}");
}

fn check(stage: &mut Stage, state: State) -> Vec<String> {
    faults(stage.show(state), state.size).into_iter().map(|fault| format!("{state:?}: {fault}")).collect()
}

/// Widths in logical points: 800 at 200 %, 800, 1180 at 160 %, 1180, a 4K screen.
const WIDTHS: [f32; 5] = [420.0, 737.0, 800.0, 1180.0, 3840.0];

#[test]
fn nothing_is_cut_or_covered_in_any_look() {
    let mut found = Vec::new();
    let mut stage = Stage::new();
    for entry in screens::all() {
        for language in languages() {
            for fill in Fill::ALL {
                for look in [Look::Light, Look::Dark, Look::HighContrast] {
                    let size = vec2(1180.0, TALL);
                    found.extend(check(&mut stage, State { screen: entry.screen, look, language, fill, size }));
                }
            }
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn nothing_is_cut_or_covered_at_any_width() {
    let mut found = Vec::new();
    let mut stage = Stage::new();
    for entry in screens::all() {
        for width in WIDTHS {
            for (language, fill) in [(Language::IT, Fill::Half), (Language::EN, Fill::Full)] {
                let size = Vec2::new(width, TALL);
                found
                    .extend(check(&mut stage, State { screen: entry.screen, look: Look::Light, language, fill, size }));
            }
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

/// At the real height of a small window the buttons under a question stay in view.
#[test]
fn the_way_on_is_in_view_in_a_small_window() {
    let mut stage = Stage::new();
    for size in [vec2(800.0, 500.0), vec2(420.0, 360.0)] {
        let state =
            State { screen: Screen::Questions, look: Look::Light, language: Language::IT, fill: Fill::Half, size };
        let h = stage.show(state);
        let button = h.get_by_role_and_label(Role::Button, "Continua");
        assert!(button.rect().max.y <= size.y, "{size:?}: {:?}", button.rect());
    }
}
