//! Errands outside the window: dialogs, files, threads, the clock.

pub mod dialogs;
#[cfg(target_os = "linux")]
pub mod file_type;
mod locks;
#[cfg(target_os = "linux")]
mod portal;
pub mod preview;

use std::collections::{BTreeMap, VecDeque};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use jiff::ZonedDateTime;

use crate::app::formats::{Format, Made};
use crate::app::picker::{Purpose, Start};
use crate::app::{Command, DocumentId, Effect, House, Settings, WorkId, brand};
use crate::export;
use crate::pack::ateco::Ateco;
use crate::pipeline::Evaluation;
use crate::portfolio::{brands, files, languages, packs, regions};
use crate::report::{Brand, Edition};
use crate::text::{Language, t, ta};
use locks::Locks;

/// Whoever carries out effects and answers with commands. Tests have one that answers at once.
pub trait Services {
    /// Sets an effect off; sentences in answers are in `language`.
    fn run(&mut self, effect: Effect, language: Language);
    /// Commands that answer earlier effects.
    fn answers(&mut self) -> Vec<Command>;
    /// The moment.
    fn now(&self) -> ZonedDateTime;
    /// Waits until everything set off is written; reading and open dialogs are not waited for.
    fn finish(&mut self);
}

/// The real thing.
pub struct Desktop {
    ctx: egui::Context,
    answers: Receiver<Command>,
    answer: Sender<Command>,
    jobs: Option<Sender<Job>>,
    /// Gives back the locks on open files when it ends.
    writer: Option<JoinHandle<Locks>>,
    /// Reports being written, for which closing the window waits.
    reports: Vec<JoinHandle<()>>,
    /// How to stop work under way.
    stops: BTreeMap<WorkId, Arc<AtomicBool>>,
    /// The preview looked at.
    preview: Option<preview::Job>,
    folder: PathBuf,
    settings: Option<PathBuf>,
    /// How often answers have been asked for, up to the second frame.
    frames: u8,
}

/// Something for the writing thread, in order.
enum Job {
    Create {
        document: DocumentId,
        name: String,
        instead_of: Option<PathBuf>,
        bytes: Vec<u8>,
        language: Language,
    },
    Save {
        document: DocumentId,
        path: PathBuf,
        bytes: Vec<u8>,
        language: Language,
    },
    Remember(Vec<u8>),
    KeepBrand(Box<Brand>, Language),
    /// In the same queue, so that a file just changed is read as it will be.
    Read(PathBuf, Language),
    /// In the same queue, so that a file is given up when its last change is written.
    Release(PathBuf),
}

/// Folder for assessments and reports: Orienta in the user's documents, else in the home folder.
#[must_use]
pub fn documents_folder() -> PathBuf {
    let user = directories::UserDirs::new();
    user.as_ref()
        .map(|d| d.document_dir().unwrap_or_else(|| d.home_dir()).to_path_buf())
        .unwrap_or_default()
        .join("Orienta")
}

fn settings_path() -> Option<PathBuf> {
    languages::config_folder().map(|folder| folder.join("settings.json"))
}

/// Adds the languages and the catalogues of measures the user keeps beside the settings. Gives a sentence for each that has
/// faults.
pub fn load_own_content() -> Vec<String> {
    languages::config_folder().map_or_else(Vec::new, |folder| {
        let mut faults = languages::install_all(&folder, Language::of_system());
        faults.extend(packs::install_catalogues(&folder, Language::of_system()));
        faults
    })
}

/// Puts the region the user keeps beside the settings in use. Gives a sentence for what is in the way of that.
pub fn load_region(language: Language) -> Vec<String> {
    languages::config_folder().map_or_else(Vec::new, |folder| regions::install_from(&folder, language))
}

/// The brand of the last time, and a sentence for everything that is wrong with it.
#[must_use]
pub fn load_house(language: Language) -> (House, Vec<String>) {
    match languages::config_folder().map(|config| brands::kept(&config, language)) {
        Some(Ok(Some((brand, logo)))) => (House { brand, logo }, Vec::new()),
        Some(Err(faults)) => (House::default(), faults),
        Some(Ok(None)) | None => (House::default(), Vec::new()),
    }
}

/// The settings of the last time; the defaults where there are none or they cannot be read.
#[must_use]
pub fn load_settings() -> Settings {
    settings_path()
        .and_then(|path| std::fs::read(path).ok())
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

impl Desktop {
    /// Services for a window with this context, keeping files in `folder`.
    #[must_use]
    pub fn new(ctx: egui::Context, folder: PathBuf) -> Self {
        let (answer, answers) = channel();
        let (jobs, queue) = channel();
        let mut desktop = Self {
            ctx,
            answers,
            answer,
            jobs: Some(jobs),
            writer: None,
            reports: Vec::new(),
            stops: BTreeMap::new(),
            preview: None,
            folder,
            settings: settings_path(),
            frames: 0,
        };
        desktop.start_writer(queue, Locks::of_user());
        desktop
    }

    fn start_writer(&mut self, queue: Receiver<Job>, mut locks: Locks) {
        let (answer, ctx) = (self.answer.clone(), self.ctx.clone());
        let (folder, settings) = (self.folder.clone(), self.settings.clone());
        self.writer = Some(std::thread::spawn(move || {
            while let Ok(first) = queue.recv() {
                // Saves that a later one of the same file makes needless are left out.
                let mut waiting: VecDeque<Job> = std::iter::once(first).chain(queue.try_iter()).collect();
                while let Some(job) = waiting.pop_front() {
                    let needless = match &job {
                        Job::Save { path, .. } => waiting
                            .iter()
                            .take_while(|j| !matches!(j, Job::Read(..)))
                            .any(|j| matches!(j, Job::Save { path: later, .. } if later == path)),
                        Job::Remember(_) => waiting.iter().any(|j| matches!(j, Job::Remember(_))),
                        Job::KeepBrand(..) => waiting.iter().any(|j| matches!(j, Job::KeepBrand(..))),
                        Job::Create { .. } | Job::Read(..) | Job::Release(_) => false,
                    };
                    if !needless && let Some(command) = write(job, &folder, settings.as_deref(), &mut locks) {
                        // The window may be gone; the file is written all the same.
                        let _ = answer.send(command);
                        ctx.request_repaint();
                    }
                }
            }
            locks
        }));
    }

    fn send(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            // The writer ends only with this sender.
            let _ = jobs.send(job);
        }
    }

    /// Runs something that takes time beside the window.
    fn beside(&self, work: impl FnOnce() -> Option<Command> + Send + 'static) -> JoinHandle<()> {
        let (answer, ctx) = (self.answer.clone(), self.ctx.clone());
        std::thread::spawn(move || {
            if let Some(command) = work() {
                let _ = answer.send(command);
            }
            ctx.request_repaint();
        })
    }

    /// A dialog for a file that is there already, and what stands in for it.
    fn existing(&self, purpose: Purpose) -> (rfd::AsyncFileDialog, Start) {
        let dialog = rfd::AsyncFileDialog::new().set_directory(&self.folder);
        let (folder, places) = (self.folder.clone(), dialogs::places(&self.folder));
        (dialog, Start { purpose, folder, name: String::new(), places })
    }

    /// A dialog for where a file shall go, and what stands in for it.
    fn place(&self, path: &Path, purpose: Purpose) -> (rfd::AsyncFileDialog, Start) {
        let folder = path.parent().unwrap_or(&self.folder).to_path_buf();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let dialog = rfd::AsyncFileDialog::new().set_directory(&folder).set_file_name(&name);
        (dialog, Start { purpose, folder, name, places: dialogs::places(&self.folder) })
    }

    /// Shows a dialog, or has the window show its own where the desktop has none. It is made on this thread, as macOS wants,
    /// and waited for on another.
    fn ask<F>(&self, dialog: F, then: fn(PathBuf) -> Command, instead: Start)
    where
        F: Future<Output = Option<rfd::FileHandle>> + Send + 'static,
    {
        // Nobody waits for a dialog the user leaves open.
        drop(self.beside(move || {
            if !dialogs::answered() {
                return Some(Command::Browse(instead));
            }
            pollster::block_on(dialog).map(|handle| then(handle.path().to_path_buf()))
        }));
    }
}

fn write(job: Job, folder: &Path, settings: Option<&Path>, locks: &mut Locks) -> Option<Command> {
    match job {
        Job::Create { document, name, instead_of, bytes, language } => {
            let written = files::make_folder(folder, language).and_then(|()| {
                let path = files::free_path(folder, &name);
                files::write(&path, &bytes, language).map(|()| path)
            });
            Some(match written {
                Ok(path) => {
                    // Its name was free: whoever has the lock has no file.
                    locks.take(&path);
                    if let Some(old) = &instead_of {
                        locks.give_up(old);
                    }
                    if let Some(old) = instead_of.filter(|old| *old != path) {
                        // The new file holds everything; an old one that stays behind harms nobody.
                        let _ = std::fs::remove_file(old);
                    }
                    Command::Created(document, path)
                }
                Err(sentence) => Command::NotSaved(document, sentence),
            })
        }
        Job::Save { document, path, bytes, language } => Some(match files::write(&path, &bytes, language) {
            Ok(()) => Command::Saved(document),
            Err(sentence) => Command::NotSaved(document, sentence),
        }),
        Job::Read(path, language) => {
            if !locks.take(&path) {
                let path = path.display().to_string();
                return Some(Command::Failed(ta(language, "io-open-elsewhere", &[("path", path.into())])));
            }
            packs::install_beside(&path, language);
            Some(match files::read(&path, language) {
                Ok(bytes) => Command::Opened(path, bytes),
                Err(sentence) => {
                    locks.give_up(&path);
                    Command::Failed(sentence)
                }
            })
        }
        Job::Release(path) => {
            locks.give_up(&path);
            None
        }
        Job::KeepBrand(brand, language) => {
            let config = settings.and_then(Path::parent)?;
            brands::keep(config, &brand, language).err().map(Command::Failed)
        }
        Job::Remember(bytes) => {
            // Settings are a comfort: where they cannot be kept, the work goes on.
            let path = settings?;
            std::fs::create_dir_all(path.parent()?).ok()?;
            files::write(path, &bytes, Language::EN).ok()?;
            None
        }
    }
}

impl Services for Desktop {
    fn run(&mut self, effect: Effect, language: Language) {
        match effect {
            Effect::PickFile => {
                let (dialog, instead) = self.existing(Purpose::Open);
                let dialog = dialog.set_title(t(language, "dialog-open")).add_filter("Orienta", &["json", "pdf"]);
                self.ask(dialog.pick_file(), Command::Open, instead);
            }
            Effect::PickReport(path) => {
                let (dialog, instead) = self.place(&path, Purpose::SaveReport);
                let dialog = dialog.set_title(t(language, "dialog-report")).add_filter("PDF", &["pdf"]);
                self.ask(dialog.save_file(), Command::ReportPicked, instead);
            }
            Effect::PickBrandPlace(path) => {
                let (dialog, instead) = self.place(&path, Purpose::SaveBrand);
                let dialog = dialog.set_title(t(language, "dialog-brand-save")).add_filter("marchio.json", &["json"]);
                let then = |path| Command::Brand(brand::Step::SavePicked(path));
                self.ask(dialog.save_file(), then, instead);
            }
            Effect::PickBrand => {
                let (dialog, instead) = self.existing(Purpose::Brand);
                let dialog = dialog.set_title(t(language, "dialog-brand")).add_filter("marchio.json", &["json"]);
                let then = |path| Command::Brand(brand::Step::FilePicked(path));
                self.ask(dialog.pick_file(), then, instead);
            }
            Effect::PickLogo => {
                let (dialog, instead) = self.existing(Purpose::Logo);
                let dialog = dialog.set_title(t(language, "dialog-logo")).add_filter("PNG, SVG", &["png", "svg"]);
                let then = |path| Command::Brand(brand::Step::LogoPicked(path));
                self.ask(dialog.pick_file(), then, instead);
            }
            Effect::ReadLogo(path) => drop(self.beside(move || {
                let read = brands::logo(&path, language);
                let logo = |(logo, picture)| Command::Brand(brand::Step::Logo(logo, Box::new(picture)));
                Some(read.map_or_else(Command::Failed, logo))
            })),
            Effect::ReadBrand(path) => drop(self.beside(move || {
                Some(match brands::read(&path, language) {
                    Ok((brand, logo)) => Command::Brand(brand::Step::Read(path, Box::new(House { brand, logo }))),
                    Err(sentences) => Command::Failed(sentences.join("\n")),
                })
            })),
            Effect::WriteBrand { path, brand } => drop(self.beside(move || {
                let folder = path.parent().map_or(Ok(()), |folder| files::make_folder(folder, language));
                let written = folder.and_then(|()| files::write(&path, &brand.write(), language));
                Some(written.map_or_else(Command::Failed, |()| Command::Brand(brand::Step::Saved(path))))
            })),
            Effect::KeepBrand(brand) => self.send(Job::KeepBrand(brand, language)),
            Effect::Preview { id, evaluation, edition, small } => {
                // The one before has been stopped by the time the next one begins.
                self.preview = None;
                let (answer, ctx) = (self.answer.clone(), self.ctx.clone());
                self.preview = Some(preview::Job::begin(id, evaluation, edition, small, move |step| {
                    // The window may be gone.
                    let _ = answer.send(Command::Preview(step));
                    ctx.request_repaint();
                }));
            }
            Effect::PreviewPage { id, page, width } => {
                if let Some(job) = &self.preview {
                    job.turn(id, page, width);
                }
            }
            Effect::List(path) => drop(self.beside(move || {
                let listing = dialogs::look(&path, language);
                Some(Command::Listed(path, listing))
            })),
            Effect::Read(path) => self.send(Job::Read(path, language)),
            Effect::Release(path) => self.send(Job::Release(path)),
            Effect::Create { document, name, instead_of, bytes } => {
                self.send(Job::Create { document, name, instead_of, bytes, language });
            }
            Effect::Save { document, path, bytes } => self.send(Job::Save { document, path, bytes, language }),
            Effect::WriteReport { work, path, fresh, evaluation, edition } => {
                let stop = Arc::new(AtomicBool::new(false));
                self.stops.retain(|_, stop| Arc::strong_count(stop) > 1);
                self.stops.insert(work, Arc::clone(&stop));
                let (answer, ctx) = (self.answer.clone(), self.ctx.clone());
                let report = self.beside(move || {
                    let mut watch = |share| {
                        // The window may be gone; the report is written all the same.
                        let _ = answer.send(Command::Progress(work, share));
                        ctx.request_repaint();
                        if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                    };
                    let path = report_path(path, &evaluation.assessment.company.name, language);
                    let path = if fresh { files::free(&path) } else { path };
                    let written = report_bytes(&evaluation, &edition, &mut watch).and_then(|bytes| {
                        let Some(bytes) = bytes else { return Ok(false) };
                        if let Some(folder) = path.parent() {
                            files::make_folder(folder, language)?;
                        }
                        files::write(&path, &bytes, language).map(|()| true)
                    });
                    Some(match written {
                        Ok(true) => Command::ReportSaved(path),
                        Ok(false) => Command::Stopped(work),
                        Err(sentence) => Command::Failed(sentence),
                    })
                });
                self.reports.retain(|r| !r.is_finished());
                self.reports.push(report);
            }
            Effect::WriteText { path, text } => drop(self.beside(move || {
                let path = files::free(&path);
                let folder = path.parent().map_or(Ok(()), |folder| files::make_folder(folder, language));
                let written = folder.and_then(|()| files::write(&path, text.as_bytes(), language));
                Some(written.map_or_else(Command::Failed, |()| Command::TextSaved(path)))
            })),
            Effect::WriteFormat { path, format, evaluation, edition } => {
                let written = self.beside(move || {
                    let path = files::free(&path);
                    Some(match write_format(&path, format, &evaluation, &edition) {
                        Ok(()) => Command::TextSaved(path),
                        Err(sentence) => Command::Failed(sentence),
                    })
                });
                self.reports.retain(|r| !r.is_finished());
                self.reports.push(written);
            }
            Effect::Stop(work) => {
                if let Some(stop) = self.stops.get(&work) {
                    stop.store(true, Ordering::Relaxed);
                }
            }
            Effect::Show(path) => drop(self.beside(move || show(&path, language))),
            Effect::Reveal(path) => drop(self.beside(move || {
                #[cfg(target_os = "linux")]
                if portal::shows_in_folder(&path) {
                    return None;
                }
                let folder = path.parent().unwrap_or(&path).to_path_buf();
                show(&folder, language)
            })),
            Effect::Remember(settings) => {
                self.send(Job::Remember(serde_json::to_vec_pretty(&settings).unwrap_or_default()));
            }
            Effect::PickRegion => {
                let (dialog, instead) = self.existing(Purpose::Region);
                let dialog = dialog.set_title(t(language, "dialog-region")).add_filter("region.json", &["json"]);
                self.ask(dialog.pick_file(), Command::RegionPicked, instead);
            }
            Effect::ReplaceRegion(path) => drop(self.beside(move || Some(replace_region(&path, language)))),
            Effect::RemoveRegion => drop(self.beside(move || Some(remove_region(language)))),
            #[cfg(target_os = "linux")]
            Effect::RegisterFileType => drop(self.beside(move || {
                // Both are there wherever a window is; without them there is nobody to register for.
                let data = directories::BaseDirs::new().map(|d| d.data_dir().to_path_buf())?;
                let program = std::env::current_exe().ok()?;
                Some(match file_type::register(&data, &program, language) {
                    Ok(sentence) => Command::Told(sentence),
                    Err(sentence) => Command::Failed(sentence),
                })
            })),
        }
    }

    fn answers(&mut self) -> Vec<Command> {
        if self.frames < 2 {
            self.frames += 1;
            if self.frames == 2 {
                // The first search builds its index; done here, the first letter typed does not wait for it, and the
                // window, which is there by the second frame, did not either.
                std::thread::spawn(|| Ateco::shipped().search("", None, 0));
                // Elsewhere the window itself knows the system's look.
                #[cfg(target_os = "linux")]
                drop(self.beside(|| portal::look().map(Command::SystemLook)));
            }
        }
        self.answers.try_iter().collect()
    }

    fn now(&self) -> ZonedDateTime {
        ZonedDateTime::now()
    }

    fn finish(&mut self) {
        for report in self.reports.drain(..) {
            // What it has to say has been sent.
            let _ = report.join();
        }
        self.jobs = None;
        // A writer that failed has nothing left to write, and its locks ended with it.
        let locks = self.writer.take().and_then(|writer| writer.join().ok()).unwrap_or_else(Locks::of_user);
        let (jobs, queue) = channel();
        self.jobs = Some(jobs);
        self.start_writer(queue, locks);
    }
}

/// Shows a file or a folder with the system's program for it; a command where that fails.
fn show(path: &Path, language: Language) -> Option<Command> {
    open::that_detached(path).err().map(|e| {
        let path = path.display().to_string();
        Command::Failed(ta(language, "show-failed", &[("path", path.into()), ("what", e.to_string().into())]))
    })
}

fn replace_region(path: &Path, language: Language) -> Command {
    let Some(config) = languages::config_folder() else { return Command::Failed(t(language, "region-no-place")) };
    match regions::replace(&config, path, language) {
        Ok(sentence) => Command::RegionReplaced(sentence),
        Err(sentences) => Command::Failed(sentences.join("\n")),
    }
}

fn remove_region(language: Language) -> Command {
    let Some(config) = languages::config_folder() else { return Command::Failed(t(language, "region-no-place")) };
    regions::remove(&config, language).map_or_else(Command::Failed, Command::RegionReplaced)
}

/// Where a report written to `path` goes: `~` is the home folder, a folder gets a file in it, and the name ends in `.pdf`.
fn report_path(path: PathBuf, company: &str, language: Language) -> PathBuf {
    let path = match (path.strip_prefix("~"), directories::UserDirs::new()) {
        (Ok(rest), Some(user)) => user.home_dir().join(rest),
        _ => path,
    };
    if path.is_dir() {
        return path.join(crate::app::report_name(company, language));
    }
    if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("pdf")) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".pdf");
    name.into()
}

/// Makes a format and writes it, a file or a folder of files.
fn write_format(path: &Path, format: &Format, evaluation: &Evaluation<'_>, edition: &Edition) -> Result<(), String> {
    let language = evaluation.language;
    let made = format.make(evaluation, edition).map_err(|what| {
        ta(language, "format-failed", &[("name", t(language, format.label).into()), ("what", what.into())])
    })?;
    match made {
        Made::File(bytes) => {
            path.parent().map_or(Ok(()), |folder| files::make_folder(folder, language))?;
            files::write(path, &bytes, language)
        }
        Made::Folder(inside) => {
            files::make_folder(path, language)?;
            inside.iter().try_for_each(|(name, bytes)| files::write(&path.join(name), bytes, language))
        }
    }
}

/// The PDF of an evaluation, or a sentence that says why not; none where whoever watches stopped it.
///
/// # Errors
/// One sentence for the user.
pub fn report_bytes(
    evaluation: &Evaluation<'_>,
    edition: &Edition,
    watch: export::pdf::Watch<'_>,
) -> Result<Option<Vec<u8>>, String> {
    match export::pdf::publish(evaluation, edition, watch) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(export::pdf::PdfError::Stopped) => Ok(None),
        Err(e) => Err(ta(evaluation.language, "report-failed", &[("what", e.to_string().into())])),
    }
}
