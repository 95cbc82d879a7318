//! A window without a display, with services that answer at once and a dialog that is not one.

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use orienta::app::{Command, Effect, Model, Settings};
use orienta::assessment::Assessment;
use orienta::pack::orientamento;
use orienta::portfolio::regions;
use orienta::text::Language;
use orienta::ui::Window;
use orienta::ui::services::{Services, report_bytes};

/// Services over a map of files; the dialog always chooses the same path.
#[derive(Default)]
pub(crate) struct Fake {
    /// What lies on the disk.
    pub(crate) files: BTreeMap<PathBuf, Vec<u8>>,
    pub(crate) answers: VecDeque<Command>,
    pub(crate) settings: Option<Settings>,
    pub(crate) reports: usize,
    pub(crate) broken_disk: bool,
    /// Where the settings are, for what lies beside them.
    pub(crate) config: Option<PathBuf>,
    /// The region's file the dialog chooses.
    pub(crate) region: Option<PathBuf>,
    /// Reports are begun and not ended.
    pub(crate) slow: bool,
}

pub(crate) const CHOSEN: &str = "/elsewhere/chosen.pdf";

impl Services for Fake {
    fn run(&mut self, effect: Effect, language: Language) {
        let answer = match effect {
            Effect::Create { document, name, instead_of, bytes } => {
                if self.broken_disk {
                    Some(Command::NotSaved(document, "the disk is full".into()))
                } else {
                    if let Some(old) = instead_of {
                        self.files.remove(&old);
                    }
                    let path = PathBuf::from("/documents/Orienta").join(name);
                    self.files.insert(path.clone(), bytes);
                    Some(Command::Created(document, path))
                }
            }
            Effect::Save { document, path, bytes } => {
                self.files.insert(path, bytes);
                Some(Command::Saved(document))
            }
            Effect::Read(path) => Some(match self.files.get(&path) {
                Some(bytes) => Command::Opened(path, bytes.clone()),
                None => Command::Failed(format!("{}: not there", path.display())),
            }),
            Effect::PickFile | Effect::Release(_) | Effect::List(_) => None,
            Effect::PickRegion => self.region.clone().map(Command::RegionPicked),
            Effect::ReplaceRegion(path) => self.config.as_ref().map(|config| {
                let replaced = regions::replace(config, &path, language);
                replaced.map_or_else(|s| Command::Failed(s.join("\n")), Command::RegionReplaced)
            }),
            Effect::RemoveRegion => self
                .config
                .as_ref()
                .map(|config| regions::remove(config, language).map_or_else(Command::Failed, Command::RegionReplaced)),
            #[cfg(target_os = "linux")]
            Effect::RegisterFileType => None,
            Effect::PickReport(_) => Some(Command::ReportPicked(CHOSEN.into())),
            Effect::WriteReport { work, path, evaluation, .. } => {
                self.reports += 1;
                if self.slow {
                    self.answers.push_back(Command::Progress(work, 0.4));
                    return;
                }
                let mut on = |_| std::ops::ControlFlow::Continue(());
                self.files.insert(path.clone(), report_bytes(&evaluation, &mut on).unwrap().unwrap());
                Some(Command::ReportSaved(path))
            }
            Effect::WriteText { path, text } => {
                self.files.insert(path.clone(), text.into_bytes());
                Some(Command::TextSaved(path))
            }
            Effect::Stop(work) => Some(Command::Stopped(work)),
            Effect::Show(_) => None,
            Effect::Remember(settings) => {
                self.settings = Some(settings);
                None
            }
        };
        self.answers.extend(answer);
    }

    fn answers(&mut self) -> Vec<Command> {
        self.answers.drain(..).collect()
    }

    fn now(&self) -> jiff::ZonedDateTime {
        moment()
    }

    fn finish(&mut self) {}
}

pub(crate) type Shown = Harness<'static, Window<Fake>>;

/// The window with nothing open, Italian, keeping files in `folder`.
pub(crate) fn open<S: Services + 'static>(services: S, folder: &str) -> Harness<'static, Window<S>> {
    let settings = Settings { language: Some("it".into()), ..Settings::default() };
    let model = Model::new(orientamento(), settings, folder.into(), moment().date());
    let mut harness = Harness::builder()
        .with_size([1180.0, 900.0])
        .build_ui_state(|ui, window: &mut Window<S>| window.ui(ui), Window::new(model, services));
    harness.run();
    harness
}

pub(crate) fn window(fake: Fake) -> Shown {
    open(fake, "/documents/Orienta")
}

/// Now, as every fake service has it.
pub(crate) fn moment() -> jiff::ZonedDateTime {
    "2026-11-23T10:00:00+01:00[Europe/Rome]".parse().unwrap()
}

pub(crate) fn shows<S>(h: &Harness<'_, Window<S>>, words: &str) -> bool {
    h.query_all_by_label_contains(words).next().is_some()
}

pub(crate) fn press(h: &mut Shown, label: &str) {
    h.get_by_role_and_label(Role::Button, label).click_accesskit();
    h.run();
}

pub(crate) fn write(h: &mut Shown, label: &str, words: &str) {
    let field = h.get_by_role_and_label(Role::TextInput, label);
    field.focus();
    h.run();
    h.get_by_role_and_label(Role::TextInput, label).type_text(words);
    h.run();
}

pub(crate) fn leave_field(h: &mut Shown) {
    h.key_press(Key::Tab);
    h.run();
}

pub(crate) fn pick(h: &mut Shown, question: &str, option: &str) {
    h.get_by_role_and_label(Role::ComboBox, question).click_accesskit();
    h.run();
    h.get_by_role_and_label(Role::Button, option).click_accesskit();
    h.run();
}

pub(crate) fn assessment(h: &Shown) -> &Assessment {
    h.state().model.document.as_ref().unwrap().assessment()
}

pub(crate) fn go(h: &mut Shown, digit: Key) {
    h.key_press_modifiers(Modifiers::COMMAND, digit);
    h.run();
}
