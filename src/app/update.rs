//! What each command does.

use jiff::ZonedDateTime;
use jiff::civil::Date;

use super::{
    Command, Document, DocumentId, Effect, Message, Model, Recent, SaveState, Screen, Settings, ZOOM_STEPS, Zoom,
};
use crate::assessment::file::{self, file_name};
use crate::assessment::{Assessment, Edit, Stamp};
use crate::pack::find;
use crate::text::{Language, t, ta};

/// The sample company, inside the program.
const SAMPLE: &[u8] = include_bytes!("../../examples/officina-meccanica.orienta.json");
/// Most files remembered.
const RECENT: usize = 12;

/// The next size in a direction.
fn zoomed(now: f32, zoom: Zoom) -> f32 {
    match zoom {
        Zoom::In => ZOOM_STEPS.into_iter().find(|s| *s > now + 0.01),
        Zoom::Out => ZOOM_STEPS.into_iter().rev().find(|s| *s < now - 0.01),
        Zoom::Reset => Some(1.0),
    }
    .unwrap_or(now)
}

impl Model {
    /// Applies a command at a moment; what is to be done outside comes back.
    pub fn update(&mut self, command: Command, now: &ZonedDateTime) -> Vec<Effect> {
        self.today = now.date();
        match command {
            Command::Go(screen) => self.go(screen),
            Command::New => self.begin(Assessment::new(self.pack), false),
            Command::Sample => return self.sample(),
            Command::PickFile => return vec![Effect::PickFile],
            Command::Open(path) => return self.open(path),
            Command::Opened(path, bytes) => return self.opened(path, &bytes),
            Command::Edit(edit) => return self.edit(edit, now),
            Command::Undo => return self.travel(Document::undo, now),
            Command::Redo => return self.travel(Document::redo, now),
            Command::Language(language) => return self.set_language(language),
            Command::Look(look) => return self.set(|s| s.look = look),
            Command::Zoom(zoom) => return self.set(|s| s.zoom = zoomed(s.zoom, zoom)),
            Command::Still(still) => return self.set(|s| s.still = still),
            Command::Advance(advance) => return self.set(|s| s.advance = advance),
            Command::Palette => self.palette = !self.palette,
            Command::Created(id, path) => return self.created(id, path),
            Command::Saved(id) => self.saved(id),
            Command::NotSaved(id, sentence) => self.not_saved(id, sentence),
            Command::SaveAgain => return self.save(),
            Command::PickReport => return vec![Effect::PickReport(self.suggested_report())],
            Command::SaveReport(path) => return self.save_report(path, true),
            Command::SaveSuggestedReport => {
                self.go(Screen::Report);
                return self.save_report(self.suggested_report(), true);
            }
            Command::ReportPicked(path) => return self.save_report(path, false),
            Command::ReportSaved(path) => {
                self.writing_report = false;
                let words = ta(self.language, "report-saved", &[("path", path.display().to_string().into())]);
                self.message = Some(Message::Done(words, Some(path)));
            }
            Command::Show(path) => return vec![Effect::Show(path)],
            Command::Failed(sentence) => {
                self.writing_report = false;
                self.message = Some(Message::Failed(sentence));
            }
            Command::Dismiss => self.message = None,
            Command::Forget(path) => {
                self.settings.recent.retain(|r| r.path != path);
                return vec![Effect::Remember(self.settings.clone())];
            }
        }
        Vec::new()
    }

    fn go(&mut self, screen: Screen) {
        // Without a company its screens have nothing to show.
        self.screen = if screen.needs_company() && self.document.is_none() { Screen::Start } else { screen };
        self.palette = false;
        // What was said belongs to the screen it was said on.
        self.message = None;
    }

    fn open(&mut self, path: std::path::PathBuf) -> Vec<Effect> {
        // The open assessment is the latest there is of its file, and has its way back.
        if self.document.as_ref().is_some_and(|d| d.path.as_ref() == Some(&path)) {
            self.land();
            return Vec::new();
        }
        vec![Effect::Read(path)]
    }

    /// Goes where one was: to the company, the questions, or the results once all is answered.
    fn land(&mut self) {
        let Some(document) = &self.document else { return };
        let progress = document.evaluation().scores.progress;
        let company = &document.assessment().company;
        self.screen = if company.name.is_empty() || company.ateco.is_none() {
            Screen::Company
        } else if progress.given < progress.asked {
            Screen::Questions
        } else {
            Screen::Results
        };
    }

    fn new_id(&mut self) -> DocumentId {
        self.next_id += 1;
        DocumentId(self.next_id)
    }

    /// Puts a document in the place of the open one, which waits for its file where it has none yet. One that could not be
    /// saved is not given up: false, and a message.
    fn show(&mut self, document: Document) -> bool {
        if self.document.as_ref().is_some_and(|d| matches!(d.saved, SaveState::Failed(_))) {
            self.message = Some(Message::Failed(t(self.language, "open-unsaved")));
            return false;
        }
        self.leaving.extend(self.document.replace(document).filter(|old| old.creating));
        self.message = None;
        true
    }

    fn begin(&mut self, assessment: Assessment, sample: bool) {
        let mut document = Document::new(self.new_id(), self.pack, assessment, None, self.today, self.language);
        document.sample = sample;
        if self.show(document) {
            self.screen = if sample { Screen::Results } else { Screen::Company };
        }
    }

    fn sample(&mut self) -> Vec<Effect> {
        match file::open(SAMPLE, find, self.language) {
            Ok((assessment, _)) => self.begin(assessment, true),
            Err(e) => self.message = Some(Message::Failed(e.sentence(self.language))),
        }
        Vec::new()
    }

    fn opened(&mut self, path: std::path::PathBuf, bytes: &[u8]) -> Vec<Effect> {
        match file::open(bytes, find, self.language) {
            Ok((assessment, pack)) => {
                let document = Document::new(self.new_id(), pack, assessment, Some(path), self.today, self.language);
                if !self.show(document) {
                    return Vec::new();
                }
                self.land();
                self.remember()
            }
            Err(e) => {
                let sentence = format!("{}: {}", path.display(), e.sentence(self.language));
                self.message = Some(Message::Failed(sentence));
                Vec::new()
            }
        }
    }

    fn stamp(document: &Document, now: &ZonedDateTime) -> Stamp {
        Stamp { at: now.timestamp().to_string(), by: document.assessment().main_respondent().to_owned() }
    }

    fn edit(&mut self, edit: Edit, now: &ZonedDateTime) -> Vec<Effect> {
        let Some(document) = &mut self.document else { return Vec::new() };
        let stamp = Self::stamp(document, now);
        if document.edit(edit, &stamp, self.today) { self.save() } else { Vec::new() }
    }

    fn travel(&mut self, step: fn(&mut Document, &Stamp, Date) -> bool, now: &ZonedDateTime) -> Vec<Effect> {
        let Some(document) = &mut self.document else { return Vec::new() };
        let stamp = Self::stamp(document, now);
        if step(document, &stamp, self.today) { self.save() } else { Vec::new() }
    }

    /// Every change goes to the disk at once. The first one makes the file; a company that gets its name later takes its
    /// file along.
    fn save(&mut self) -> Vec<Effect> {
        let unnamed = t(self.language, "unnamed-file");
        let Some(document) = &mut self.document else { return Vec::new() };
        if document.creating {
            document.changed_meanwhile = true;
            return Vec::new();
        }
        let bytes = file::write(document.assessment());
        document.saved = SaveState::Saving;
        let name = file_name(&document.assessment().company.name, &unnamed);
        let mut effects = Vec::new();
        match document.path.clone() {
            Some(path) if !document.provisional || document.assessment().company.name.trim().is_empty() => {
                effects.push(Effect::Save { document: document.id, path, bytes });
            }
            instead_of => {
                document.creating = true;
                document.provisional = document.assessment().company.name.trim().is_empty();
                effects.push(Effect::Create { document: document.id, name, instead_of, bytes });
            }
        }
        effects.extend(self.remember());
        effects
    }

    fn created(&mut self, id: DocumentId, path: std::path::PathBuf) -> Vec<Effect> {
        if let Some(at) = self.leaving.iter().position(|d| d.id == id) {
            let left = self.leaving.remove(at);
            let bytes = file::write(left.assessment());
            return if left.changed_meanwhile { vec![Effect::Save { document: id, path, bytes }] } else { Vec::new() };
        }
        let Some(document) = self.document.as_mut().filter(|d| d.id == id) else { return Vec::new() };
        let old = document.path.replace(path);
        document.creating = false;
        document.saved = SaveState::Saved;
        let changed = std::mem::take(&mut document.changed_meanwhile);
        if let Some(old) = old {
            self.settings.recent.retain(|r| r.path != old);
        }
        if changed { self.save() } else { self.remember() }
    }

    fn saved(&mut self, id: DocumentId) {
        if let Some(document) = self.document.as_mut().filter(|d| d.id == id) {
            document.saved = SaveState::Saved;
        }
    }

    fn not_saved(&mut self, id: DocumentId, sentence: String) {
        match self.document.as_mut().filter(|d| d.id == id) {
            Some(document) => {
                document.creating = false;
                document.saved = SaveState::Failed(sentence);
            }
            // It is open no more: the message is the only place left to say it.
            None => {
                self.leaving.retain(|d| d.id != id);
                self.message = Some(Message::Failed(sentence));
            }
        }
    }

    /// Puts the open file at the head of the recent ones.
    fn remember(&mut self) -> Vec<Effect> {
        let Some((path, document)) = self.document.as_ref().and_then(|d| Some((d.path.clone()?, d))) else {
            return Vec::new();
        };
        let entry = Recent {
            name: document.assessment().company.name.clone(),
            level: document.evaluation().scores.total.level,
            date: self.today.to_string(),
            path,
        };
        if self.settings.recent.first() == Some(&entry) {
            return Vec::new();
        }
        self.settings.recent.retain(|r| r.path != entry.path);
        self.settings.recent.insert(0, entry);
        self.settings.recent.truncate(RECENT);
        vec![Effect::Remember(self.settings.clone())]
    }

    fn set_language(&mut self, language: Language) -> Vec<Effect> {
        self.language = language;
        self.settings.language = Some(language.code().to_owned());
        // A sentence in the other language would stay behind.
        self.message = None;
        if let Some(document) = &mut self.document {
            document.evaluate(self.today, language);
        }
        vec![Effect::Remember(self.settings.clone())]
    }

    /// Changes the settings and has them remembered.
    fn set(&mut self, change: impl FnOnce(&mut Settings)) -> Vec<Effect> {
        change(&mut self.settings);
        vec![Effect::Remember(self.settings.clone())]
    }

    fn save_report(&mut self, path: std::path::PathBuf, fresh: bool) -> Vec<Effect> {
        // A second click while one is being written asks for nothing new.
        if self.writing_report {
            return Vec::new();
        }
        let Some(document) = &mut self.document else { return Vec::new() };
        // The date on the report is the day it is made, even if the file was opened yesterday.
        document.evaluate(self.today, self.language);
        self.writing_report = true;
        self.message = None;
        vec![Effect::WriteReport { path, fresh, evaluation: Box::new(document.evaluation().clone()) }]
    }
}
