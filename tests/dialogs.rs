//! The window's own file picker where the desktop shows no file dialogs: an assessment is opened and a report saved with the
//! keyboard alone.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]
#![cfg(feature = "gui")]

mod support;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use orienta::app::picker::{Entry, Listing, Place, Purpose, Start};
use orienta::app::{Command, Effect, Screen};
use orienta::text::Language;
use orienta::ui::Window;
use orienta::ui::services::Services;
use support::window::shows;

const SAMPLE: &[u8] = include_bytes!("../examples/officina-meccanica.orienta.json");
const DOCUMENTS: &str = "/home/ada/Documents";

/// Services over a map of files, without dialogs. A report is its path's words: what is in it is told elsewhere.
struct Fake {
    files: BTreeMap<PathBuf, Vec<u8>>,
    answers: VecDeque<Command>,
    released: Vec<PathBuf>,
}

impl Fake {
    fn new(files: &[&str]) -> Self {
        let files = files.iter().map(|path| (Path::new(DOCUMENTS).join(path), SAMPLE.to_vec())).collect();
        Self { files, answers: VecDeque::new(), released: Vec::new() }
    }

    fn start(purpose: Purpose, folder: &Path, name: &str) -> Command {
        let places = vec![(Place::Home, "/home/ada".into()), (Place::Documents, DOCUMENTS.into())];
        Command::Browse(Start { purpose, folder: folder.into(), name: name.into(), places })
    }

    fn look(&self, path: &Path) -> Listing {
        if self.files.contains_key(path) {
            return Listing::File;
        }
        let below = self.files.keys().filter_map(|file| file.strip_prefix(path).ok());
        let names: BTreeSet<_> = below.filter_map(|rest| rest.components().next()).collect();
        let entries: Vec<Entry> = names
            .into_iter()
            .map(|name| path.join(name))
            .map(|path| Entry { folder: !self.files.contains_key(&path), path })
            .collect();
        if entries.is_empty() { Listing::Nothing } else { Listing::Folder(entries) }
    }
}

impl Services for Fake {
    fn run(&mut self, effect: Effect, _language: Language) {
        let answer = match effect {
            Effect::PickFile => Self::start(Purpose::Open, Path::new(DOCUMENTS), ""),
            Effect::PickReport(path) => {
                let name = path.file_name().unwrap().to_string_lossy();
                Self::start(Purpose::SaveReport, path.parent().unwrap(), &name)
            }
            Effect::List(path) => {
                let listing = self.look(&path);
                Command::Listed(path, listing)
            }
            Effect::Read(path) => {
                let bytes = self.files[&path].clone();
                Command::Opened(path, bytes)
            }
            Effect::WriteReport { path, fresh, .. } => {
                assert!(!fresh, "the picker has asked before it overwrites");
                self.files.insert(path.clone(), b"a report".to_vec());
                Command::ReportSaved(path)
            }
            Effect::Release(path) => return self.released.push(path),
            _ => return,
        };
        self.answers.push_back(answer);
    }

    fn answers(&mut self) -> Vec<Command> {
        self.answers.drain(..).collect()
    }

    fn now(&self) -> jiff::ZonedDateTime {
        support::window::moment()
    }

    fn finish(&mut self) {}
}

type Shown = Harness<'static, Window<Fake>>;

fn window(fake: Fake) -> Shown {
    support::window::open(fake, DOCUMENTS)
}

fn key(h: &mut Shown, key: Key) {
    h.key_press(key);
    h.run();
}

fn with_ctrl(h: &mut Shown, key: Key) {
    h.key_press_modifiers(Modifiers::COMMAND, key);
    h.run();
}

/// Role and name of what has the keyboard.
fn focused(h: &Shown) -> (Role, String) {
    let node =
        h.root().children_recursive().find(|n| n.accesskit_node().is_focused()).expect("something has the keyboard");
    let node = node.accesskit_node();
    (node.role(), node.label().unwrap_or_default())
}

fn path(h: &Shown) -> Option<PathBuf> {
    h.state().model.document.as_ref().and_then(|d| d.path.clone())
}

#[test]
fn a_file_is_opened_by_keyboard() {
    let files = ["Orienta/Alfa.orienta.json", "Orienta/Beta.orienta.json", "conti.xlsx"];
    let mut h = window(Fake::new(&files));
    with_ctrl(&mut h, Key::O);
    assert!(shows(&h, "Apri una valutazione"));
    h.get_by_role_and_label(Role::Dialog, "Apri una valutazione");
    assert!(!shows(&h, "conti.xlsx"));
    // It stands in the middle of the window, and is as high as what is in it.
    let top = h.get_by_role_and_label(Role::Heading, "Apri una valutazione").rect().min.y;
    let foot = h.get_by_role_and_label(Role::Button, "Annulla").rect().max.y;
    assert!(((top + foot) / 2.0 - 450.0).abs() < 8.0, "from {top} to {foot}");
    assert_eq!(focused(&h), (Role::ListBoxOption, "Cartella Orienta".into()));
    // Into the folder, up with Backspace, in again, to the second file.
    key(&mut h, Key::Enter);
    assert_eq!(focused(&h), (Role::ListBoxOption, "Alfa.orienta.json".into()));
    key(&mut h, Key::Backspace);
    assert_eq!(focused(&h), (Role::ListBoxOption, "Cartella Orienta".into()));
    key(&mut h, Key::Enter);
    key(&mut h, Key::ArrowDown);
    assert_eq!(focused(&h), (Role::ListBoxOption, "Alfa.orienta.json".into()), "the first arrow selects");
    key(&mut h, Key::ArrowDown);
    assert_eq!(focused(&h), (Role::ListBoxOption, "Beta.orienta.json".into()));
    key(&mut h, Key::Enter);
    assert!(h.state().model.picker.is_none());
    assert_eq!(path(&h), Some(Path::new(DOCUMENTS).join("Orienta/Beta.orienta.json")));
}

#[test]
fn the_tab_key_goes_round_inside_the_picker() {
    let mut h = window(Fake::new(&["Alfa.orienta.json", "Beta.orienta.json"]));
    with_ctrl(&mut h, Key::O);
    key(&mut h, Key::ArrowDown);
    let mut seen = vec![focused(&h)];
    for _ in 0..12 {
        key(&mut h, Key::Tab);
        if focused(&h) == seen[0] {
            break;
        }
        seen.push(focused(&h));
    }
    let names: Vec<&str> = seen.iter().map(|(_, name)| name.as_str()).collect();
    let around = [
        "Alfa.orienta.json",
        "Apri",
        "Annulla",
        "Cartella personale",
        "Documenti",
        "Nome o percorso del file",
        "Cartella superiore",
    ];
    assert_eq!(names, around, "the list is one stop, and nothing below the picker is reached");
}

#[test]
fn a_name_is_written_and_what_is_wrong_is_said_beside_it() {
    let mut h = window(Fake::new(&["Orienta/Alfa.orienta.json"]));
    with_ctrl(&mut h, Key::O);
    let field = |h: &mut Shown, words: &str| {
        h.get_by_role_and_label(Role::TextInput, "Nome o percorso del file").focus();
        h.run();
        h.get_by_role_and_label(Role::TextInput, "Nome o percorso del file").type_text(words);
        h.run();
        key(h, Key::Enter);
    };
    field(&mut h, "manca");
    assert!(shows(&h, "manca: il file non c’è."));
    assert_eq!(focused(&h).0, Role::TextInput, "the keyboard stays where the fault is");
    key(&mut h, Key::Escape);
    assert!(!shows(&h, "Apri una valutazione"));
    with_ctrl(&mut h, Key::O);
    field(&mut h, "~/Documents/Orienta/Alfa");
    assert_eq!(path(&h), Some(Path::new(DOCUMENTS).join("Orienta/Alfa.orienta.json")));
}

#[test]
fn a_report_is_saved_by_keyboard_and_replacing_one_is_asked_for() {
    let report = Path::new(DOCUMENTS).join("Officina Bianchi - report.pdf");
    let mut h = window(Fake::new(&["Officina.orienta.json"]));
    h.state_mut().run(Command::Open(Path::new(DOCUMENTS).join("Officina.orienta.json")));
    h.run();
    let name = h.state().model.suggested_report().file_name().unwrap().to_string_lossy().into_owned();
    let report = report.with_file_name(&name);
    for replace in [None, Some(false), Some(true)] {
        h.state_mut().run(Command::PickReport);
        h.run();
        assert!(h.state().model.picker.is_some());
        assert_eq!(focused(&h), (Role::TextInput, "Nome o percorso del file".into()));
        key(&mut h, Key::Enter);
        let Some(replace) = replace else {
            assert_eq!(h.state_mut().services().files[&report], b"a report");
            assert!(shows(&h, "Aprilo per leggerlo o stamparlo."));
            h.state_mut().services().files.insert(report.clone(), b"an earlier one".to_vec());
            continue;
        };
        assert!(shows(&h, "esiste già"));
        assert_eq!(focused(&h), (Role::Button, "Scegli un altro nome".into()), "the answer that loses nothing");
        if replace {
            key(&mut h, Key::Tab);
            assert_eq!(focused(&h), (Role::Button, "Sostituisci".into()));
            key(&mut h, Key::Enter);
            assert_eq!(h.state_mut().services().files[&report], b"a report");
        } else {
            key(&mut h, Key::Enter);
            assert!(!shows(&h, "esiste già"));
            assert_eq!(focused(&h).0, Role::TextInput);
            key(&mut h, Key::Escape);
            assert_eq!(h.state_mut().services().files[&report], b"an earlier one");
        }
        assert!(h.state().model.picker.is_none());
    }
}

#[test]
fn keys_pressed_in_the_picker_answer_no_question_below() {
    let mut h = window(Fake::new(&["Alfa.orienta.json", "Beta.orienta.json"]));
    h.state_mut().run(Command::Sample);
    with_ctrl(&mut h, Key::Num3);
    assert_eq!(h.state().model.screen, Screen::Questions);
    let before = h.state().model.document.as_ref().unwrap().assessment().clone();
    with_ctrl(&mut h, Key::O);
    for pressed in [Key::Num1, Key::Num5, Key::N, Key::X, Key::ArrowRight] {
        key(&mut h, pressed);
    }
    with_ctrl(&mut h, Key::Z);
    with_ctrl(&mut h, Key::Num5);
    assert_eq!(h.state().model.document.as_ref().unwrap().assessment(), &before);
    assert_eq!(h.state().model.screen, Screen::Questions);
    key(&mut h, Key::Escape);
    with_ctrl(&mut h, Key::Num5);
    assert_eq!(h.state().model.screen, Screen::Doors);
}

#[test]
fn the_picker_fits_the_smallest_window_and_breaks_long_names() {
    let long = format!("{}.orienta.json", "Ragione sociale lunghissima ".repeat(5).trim());
    let mut h = window(Fake::new(&[&long, "Beta.orienta.json"]));
    h.set_size(egui::vec2(400.0, 300.0));
    h.run();
    with_ctrl(&mut h, Key::O);
    let row = h.get_by_role_and_label(Role::ListBoxOption, &long).rect();
    assert!(row.height() > 50.0, "more than one line: {row:?}");
    for node in h.get_all_by_role(Role::ListBoxOption) {
        let rect = node.rect();
        assert!(rect.min.x >= 0.0 && rect.max.x <= 400.0, "{rect:?}");
    }
    key(&mut h, Key::End);
    assert_eq!(focused(&h), (Role::ListBoxOption, long));
    let row = h.root().children_recursive().find(|n| n.accesskit_node().is_focused()).unwrap().rect();
    assert!(row.min.y >= 0.0 && row.max.y <= 300.0, "the entry is scrolled to: {row:?}");
    key(&mut h, Key::Enter);
    assert!(h.state().model.picker.is_none());
}

#[test]
fn a_file_is_released_when_another_company_takes_its_place() {
    let mut h = window(Fake::new(&["Alfa.orienta.json", "Beta.orienta.json", "rotto.orienta.json"]));
    let at = |name: &str| Path::new(DOCUMENTS).join(name);
    h.state_mut().services().files.insert(at("rotto.orienta.json"), b"{".to_vec());
    let open = |h: &mut Shown, name: &str| {
        h.state_mut().run(Command::Open(at(name)));
        h.run();
    };
    open(&mut h, "Alfa.orienta.json");
    open(&mut h, "Alfa.orienta.json");
    assert!(h.state_mut().services().released.is_empty(), "open again is open still");
    open(&mut h, "rotto.orienta.json");
    assert_eq!(h.state_mut().services().released, [at("rotto.orienta.json")]);
    open(&mut h, "Beta.orienta.json");
    h.state_mut().run(Command::New);
    let released = &h.state_mut().services().released;
    assert_eq!(released[1..], [at("Alfa.orienta.json"), at("Beta.orienta.json")]);
}
