//! A window without a display, with services that answer at once and a dialog that is not one.

use std::collections::{BTreeMap, VecDeque};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use orienta::app::formats::Made;
use orienta::app::{Command, Effect, House, Model, Settings, brand, preview};
use orienta::assessment::Assessment;
use orienta::pack::orientamento;
use orienta::pipeline::Evaluation;
use orienta::portfolio::{brands, regions};
use orienta::report::{Brand, Edition, Picture};
use orienta::text::Language;
use orienta::ui::Window;
use orienta::ui::services::preview::Pages;
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
    /// Files shown among their neighbours.
    pub(crate) revealed: Vec<PathBuf>,
    /// The logo's and the brand's file that the dialogs choose.
    pub(crate) logo: Option<PathBuf>,
    pub(crate) brand: Option<PathBuf>,
    /// The brand kept for the next start.
    pub(crate) kept_brand: Option<Brand>,
    /// How often a preview was asked for.
    pub(crate) previews: usize,
    pub(crate) look: Looked,
}

/// What a preview shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Looked {
    /// Three grey pages, at once.
    #[default]
    Grey,
    /// The report's own.
    Real,
    /// Nothing: it cannot be made.
    Broken,
    /// Nothing yet.
    Slow,
}

impl Fake {
    fn preview(
        &self,
        id: preview::PreviewId,
        evaluation: &Evaluation<'_>,
        edition: &Edition,
        small: u32,
    ) -> Vec<Command> {
        let mut steps = Vec::new();
        match self.look {
            Looked::Grey => {
                steps.push(preview::Step::Made(id, vec![[595.0, 842.0]; 3]));
                steps.extend((0..3).map(|page| preview::Step::Small(id, page, Arc::new(self.page(page, small)))));
            }
            Looked::Real => {
                let pages = Pages::make(evaluation, edition, &mut |_| ControlFlow::Continue(())).unwrap().unwrap();
                let (sizes, painter) = (pages.sizes(), pages.painter());
                let smalls = (0..sizes.len()).map(|page| (page, painter.paint(page, 40).unwrap()));
                let smalls: Vec<_> = smalls.map(|(n, page)| preview::Step::Small(id, n, Arc::new(page))).collect();
                steps.push(preview::Step::Made(id, sizes));
                steps.extend(smalls);
            }
            Looked::Broken => steps.push(preview::Step::Failed(id, "L’anteprima è rotta.".into())),
            Looked::Slow => {}
        }
        steps.into_iter().map(Command::Preview).collect()
    }

    /// A grey page, lighter from page to page.
    fn page(&self, page: usize, width: u32) -> Picture {
        let height = width * 842 / 595;
        let grey = 150 + 20 * u8::try_from(page).unwrap_or(0).min(5);
        let rgba = [grey, grey, grey, 255].repeat((width * height) as usize);
        Picture { width, height, rgba, alt: String::new() }
    }
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
            Effect::Preview { id, evaluation, edition, small } => {
                self.previews += 1;
                self.answers.extend(self.preview(id, &evaluation, &edition, small));
                None
            }
            Effect::PreviewPage { id, page, width } => {
                let picture = Arc::new(self.page(page, width));
                Some(Command::Preview(preview::Step::Large(id, page, picture)))
            }
            Effect::PickLogo => self.logo.clone().map(|path| Command::Brand(brand::Step::LogoPicked(path))),
            Effect::ReadLogo(path) => {
                Some(brands::logo(&path, language).map_or_else(Command::Failed, |(logo, picture)| {
                    Command::Brand(brand::Step::Logo(logo, Box::new(picture)))
                }))
            }
            Effect::PickBrand => self.brand.clone().map(|path| Command::Brand(brand::Step::FilePicked(path))),
            Effect::ReadBrand(path) => Some(brands::read(&path, language).map_or_else(
                |sentences| Command::Failed(sentences.join("\n")),
                |(brand, logo)| Command::Brand(brand::Step::Read(path, Box::new(House { brand, logo }))),
            )),
            Effect::PickBrandPlace(path) => Some(Command::Brand(brand::Step::SavePicked(path))),
            Effect::WriteBrand { path, brand } => {
                self.files.insert(path.clone(), brand.write());
                Some(Command::Brand(brand::Step::Saved(path)))
            }
            Effect::KeepBrand(brand) => {
                self.kept_brand = Some(*brand);
                None
            }
            Effect::WriteReport { work, path, evaluation, edition, .. } => {
                self.reports += 1;
                if self.slow {
                    self.answers.push_back(Command::Progress(work, 0.4));
                    return;
                }
                let mut on = |_| std::ops::ControlFlow::Continue(());
                self.files.insert(path.clone(), report_bytes(&evaluation, &edition, &mut on).unwrap().unwrap());
                Some(Command::ReportSaved(path))
            }
            Effect::WriteText { path, text } => {
                self.files.insert(path.clone(), text.into_bytes());
                Some(Command::TextSaved(path))
            }
            Effect::WriteFormat { path, format, evaluation, edition } => {
                match format.make(&evaluation, &edition).unwrap() {
                    Made::File(bytes) => drop(self.files.insert(path.clone(), bytes)),
                    Made::Folder(inside) => {
                        self.files.extend(inside.into_iter().map(|(name, bytes)| (path.join(name), bytes)));
                    }
                }
                Some(Command::TextSaved(path))
            }
            Effect::Stop(work) => Some(Command::Stopped(work)),
            Effect::Show(_) => None,
            Effect::Reveal(path) => {
                self.revealed.push(path);
                None
            }
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
