//! What each command does.

use jiff::ZonedDateTime;
use jiff::civil::Date;

use super::{
    Command, Document, DocumentId, Effect, Message, Model, Recent, SaveState, Screen, Settings, Work, WorkId,
    ZOOM_STEPS, Zoom,
};
use crate::assessment::edit::PlanEdit;
use crate::assessment::file::{self, Opened, file_name};
use crate::assessment::{Assessment, Confirmation, Edit, Stamp};
use crate::export::{ics, pdf};
use crate::pack::region::Region;
use crate::pack::{Pack, find};
use crate::report::{explain, plan};
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
            Command::New => return self.begin(self.pack, Assessment::new(self.pack), false),
            Command::NewWith(id) => {
                if let Some(pack) = find(&id) {
                    return self.begin(pack, Assessment::new(pack), false);
                }
            }
            Command::SaveExplanations => return self.save_explanations(),
            Command::SaveCalendar => return self.save_calendar(),
            Command::SaveInnovationSheet => return self.save_innovation_sheet(),
            Command::Confirm { measure, item } => return self.confirm(&measure, &item, now),
            Command::Decline { measure, item } => {
                return self.edit(Edit::Plan(PlanEdit::Decline(measure, item)), now);
            }
            Command::Sample => return self.sample(),
            Command::PickFile => return vec![Effect::PickFile],
            Command::Open(path) => return self.open(path),
            Command::Opened(path, bytes) => return self.opened(path, &bytes, now),
            Command::Edit(edit) => return self.edit(edit, now),
            Command::Undo => return self.travel(Document::undo, Document::can_undo, "step-back", now),
            Command::Redo => return self.travel(Document::redo, Document::can_redo, "step-forth", now),
            Command::Language(language) => return self.set_language(language),
            Command::SystemLook(look) => self.system_look = Some(look),
            Command::Look(look) => return self.set(|s| s.look = look),
            Command::Zoom(zoom) => return self.set(|s| s.zoom = zoomed(s.zoom, zoom)),
            Command::Still(still) => return self.set(|s| s.still = still),
            Command::Advance(advance) => return self.set(|s| s.advance = advance),
            Command::Palette => self.palette = !self.palette,
            Command::Created(id, path) => return self.created(id, path),
            Command::Saved(id) => self.saved(id),
            Command::NotSaved(id, sentence) => return self.not_saved(id, sentence),
            Command::SaveAgain => return self.save(),
            Command::PickReport => return vec![Effect::PickReport(self.suggested_report())],
            Command::SaveReport(path) => return self.save_report(path, true),
            Command::SaveSuggestedReport => {
                self.go(Screen::Report);
                return self.save_report(self.suggested_report(), true);
            }
            Command::ReportPicked(path) => return self.save_report(path, false),
            Command::Progress(id, share) => {
                if let Some(work) = self.work.as_mut().filter(|w| w.id == id) {
                    work.share = share;
                }
            }
            Command::StopWork => {
                if let Some(work) = &mut self.work {
                    work.stopping = true;
                    return vec![Effect::Stop(work.id)];
                }
            }
            Command::Stopped(id) => {
                if self.work.take_if(|w| w.id == id).is_some() {
                    self.message = Some(Message::Done(t(self.language, "work-stopped"), None));
                }
            }
            Command::ReportSaved(path) => {
                self.work = None;
                let words = ta(self.language, "report-saved", &[("path", path.display().to_string().into())]);
                self.message = Some(Message::Done(words, Some(path)));
            }
            Command::WithoutData(without) => self.without_data = without,
            Command::SaveFormat(id) => return self.save_format(id),
            Command::Preview(step) => return self.preview_step(step),
            Command::Brand(step) => return self.brand_step(step),
            Command::TextSaved(path) => {
                let words = ta(self.language, "text-saved", &[("path", path.display().to_string().into())]);
                self.message = Some(Message::Done(words, Some(path)));
            }
            Command::Show(path) => return vec![Effect::Show(path)],
            Command::Reveal(path) => return vec![Effect::Reveal(path)],
            Command::Failed(sentence) => {
                self.work = None;
                self.message = Some(Message::Failed(sentence));
            }
            Command::Dismiss => self.message = None,
            Command::Forget(path) => {
                self.settings.recent.retain(|r| r.path != path);
                return vec![Effect::Remember(self.settings.clone())];
            }
            Command::Browse(start) => return self.browse(start),
            Command::Picker(step) => return self.picker_step(step),
            Command::Listed(path, listing) => return self.picker_listed(&path, listing),
            Command::PickRegion => return vec![Effect::PickRegion],
            Command::RegionPicked(path) => return vec![Effect::ReplaceRegion(path)],
            Command::RegionBack => return vec![Effect::RemoveRegion],
            Command::RegionReplaced(sentence) => {
                self.region = Region::in_use();
                if let Some(document) = &mut self.document {
                    document.evaluate(self.today, self.language);
                }
                self.message = Some(Message::Done(sentence, None));
            }
            #[cfg(target_os = "linux")]
            Command::RegisterFileType => return vec![Effect::RegisterFileType],
            Command::Told(sentence) => self.message = Some(Message::Done(sentence, None)),
        }
        Vec::new()
    }

    fn go(&mut self, screen: Screen) {
        // Without a company its screens have nothing to show.
        self.screen = match &self.document {
            None if screen.needs_company() => Screen::Start,
            // Another questionnaire may have no processes, no index, no contradictions.
            Some(document) if !screen.is_for(document.pack()) => Screen::Results,
            _ => screen,
        };
        self.palette = false;
        // What was said belongs to the screen it was said on.
        self.message = None;
    }

    pub(super) fn open(&mut self, path: std::path::PathBuf) -> Vec<Effect> {
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

    /// Puts a document in the place of the open one, which waits for its file where it has none yet, and whose file is
    /// released otherwise. One that could not be saved is not given up: none, and a message.
    fn show(&mut self, document: Document) -> Option<Vec<Effect>> {
        if self.document.as_ref().is_some_and(|d| matches!(d.saved, SaveState::Failed(_))) {
            self.message = Some(Message::Failed(t(self.language, "open-unsaved")));
            return None;
        }
        self.message = None;
        self.without_data = false;
        self.preview.forget();
        match self.document.replace(document) {
            Some(old) if old.creating => {
                self.leaving.push(old);
                Some(Vec::new())
            }
            old => Some(old.and_then(|d| d.path).map(Effect::Release).into_iter().collect()),
        }
    }

    fn begin(&mut self, pack: &'static Pack, assessment: Assessment, sample: bool) -> Vec<Effect> {
        let mut document = Document::new(self.new_id(), pack, assessment, None, self.today, self.language);
        document.sample = sample;
        let Some(effects) = self.show(document) else { return Vec::new() };
        self.screen = if sample { Screen::Results } else { Screen::Company };
        effects
    }

    fn sample(&mut self) -> Vec<Effect> {
        match file::open(SAMPLE, find, self.language) {
            Ok(sample) => return self.begin(sample.pack, sample.assessment, true),
            Err(e) => self.message = Some(Message::Failed(e.sentence(self.language))),
        }
        Vec::new()
    }

    /// What was read is an assessment's file, or a report that carries one: then the assessment is a new document, with a
    /// file of its own from its first change on, and the report stays as it is.
    fn opened(&mut self, path: std::path::PathBuf, bytes: &[u8], now: &ZonedDateTime) -> Vec<Effect> {
        let from_report = pdf::is_pdf(bytes);
        let opened = pdf::assessment_in(bytes)
            .map_err(|e| e.sentence(self.language))
            .and_then(|bytes| file::open(&bytes, find, self.language).map_err(|e| e.sentence(self.language)));
        match opened {
            Ok(Opened { mut assessment, pack, carried }) => {
                let file = (!from_report).then(|| path.clone());
                if let Some(carried) = carried.as_ref().filter(|c| !c.later) {
                    let by = assessment.main_respondent().to_owned();
                    assessment.record_carried(carried, &Stamp { at: now.timestamp().to_string(), by });
                }
                let document = Document::new(self.new_id(), pack, assessment, file, self.today, self.language);
                let Some(mut effects) = self.show(document) else { return vec![Effect::Release(path)] };
                self.land();
                let restored = from_report.then(|| t(self.language, "open-from-report"));
                let carried = carried.map(|c| c.sentence(self.language));
                let said: Vec<String> = restored.into_iter().chain(carried).collect();
                self.message = (!said.is_empty()).then(|| Message::Done(said.join(" "), None));
                if from_report {
                    effects.push(Effect::Release(path));
                }
                effects.extend(self.remember());
                effects
            }
            Err(sentence) => {
                self.message = Some(Message::Failed(format!("{}: {sentence}", path.display())));
                vec![Effect::Release(path)]
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

    /// Writes what a measure proposes into the answer; nothing where it proposes it no more.
    fn confirm(&mut self, measure: &str, item: &str, now: &ZonedDateTime) -> Vec<Effect> {
        let Some(document) = &self.document else { return Vec::new() };
        let proposed = document.proposals().into_iter().find(|p| p.measure == measure && p.item == item);
        let Some(proposal) = proposed else { return Vec::new() };
        let note = plan::proposal_note(document.pack(), self.language, &proposal);
        let evidence = proposal.grade();
        self.edit(Edit::Confirm(Confirmation { item: proposal.item, step: proposal.to, evidence, note }), now)
    }

    /// One step back or forth, and words that say what it was: it may be on a screen not shown.
    fn travel(
        &mut self,
        step: fn(&mut Document, &Stamp, Date) -> bool,
        what: fn(&Document) -> Option<&str>,
        said: &str,
        now: &ZonedDateTime,
    ) -> Vec<Effect> {
        let Some(document) = &mut self.document else { return Vec::new() };
        let stamp = Self::stamp(document, now);
        let Some(target) = what(document).map(str::to_owned) else { return Vec::new() };
        if !step(document, &stamp, self.today) {
            return Vec::new();
        }
        let name = match super::item_of(&target).and_then(|id| document.pack().texts(self.language).items.get(id)) {
            Some(item) => item.name.clone(),
            None => {
                let screen = match target.split_once('.') {
                    Some(("doors", _)) => Screen::Doors,
                    Some(("plan", _)) => Screen::Plan,
                    Some(("report", _)) => Screen::Report,
                    _ => Screen::Company,
                };
                t(self.language, &format!("screen-{}", screen.key()))
            }
        };
        self.message = Some(Message::Done(ta(self.language, said, &[("what", name.into())]), None));
        self.save()
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
            let later = left.changed_meanwhile.then(|| Effect::Save { document: id, path: path.clone(), bytes });
            return later.into_iter().chain([Effect::Release(path)]).collect();
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

    fn not_saved(&mut self, id: DocumentId, sentence: String) -> Vec<Effect> {
        if let Some(document) = self.document.as_mut().filter(|d| d.id == id) {
            document.creating = false;
            document.saved = SaveState::Failed(sentence);
            return Vec::new();
        }
        // It is open no more: the message is the only place left to say it.
        self.message = Some(Message::Failed(sentence));
        let left = self.leaving.iter().position(|d| d.id == id).map(|at| self.leaving.remove(at));
        left.and_then(|d| d.path).map(Effect::Release).into_iter().collect()
    }

    /// Puts the open file at the head of the recent ones.
    fn remember(&mut self) -> Vec<Effect> {
        let Some((path, document)) = self.document.as_ref().and_then(|d| Some((d.path.clone()?, d))) else {
            return Vec::new();
        };
        let entry = Recent {
            name: document.assessment().company.name.clone(),
            level: document.evaluation().scores.total.level,
            pack: Some(document.pack().id.clone()),
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

    /// Every derivation as one text, in the company's folder.
    fn save_explanations(&mut self) -> Vec<Effect> {
        let Some(document) = &self.document else { return Vec::new() };
        let source = document.evaluation().source();
        let all = explain::ids(&source).into_iter().filter_map(|id| explain::derivation(&source, &id));
        let rule = "=".repeat(60);
        let texts: Vec<String> = all.map(|d| d.as_text(self.language)).collect();
        let text =
            format!("{}\n{rule}\n\n{}", document.assessment().company.name, texts.join(&format!("\n{rule}\n\n")));
        vec![Effect::WriteText { path: self.suggested_explanations(), text }]
    }

    /// The plan's dates, in the company's folder.
    fn save_calendar(&mut self) -> Vec<Effect> {
        let path = self.suggested_calendar();
        let Some(document) = &mut self.document else { return Vec::new() };
        // Dates are counted from today, even if the file was opened yesterday.
        document.evaluate(self.today, self.language);
        match ics::calendar(document.evaluation()) {
            Ok(text) => {
                self.message = None;
                vec![Effect::WriteText { path, text }]
            }
            Err(sentence) => {
                self.message = Some(Message::Failed(sentence));
                Vec::new()
            }
        }
    }

    /// The sheet for the region's innovation platform, in the company's folder.
    fn save_innovation_sheet(&mut self) -> Vec<Effect> {
        let path = self.suggested_innovation_sheet();
        let Some(document) = &mut self.document else { return Vec::new() };
        document.evaluate(self.today, self.language);
        self.message = None;
        vec![Effect::WriteText { path, text: document.evaluation().innovation_sheet() }]
    }

    pub(super) fn save_report(&mut self, path: std::path::PathBuf, fresh: bool) -> Vec<Effect> {
        // A second click while one is being written asks for nothing new.
        if self.work.is_some() {
            return Vec::new();
        }
        let Some(document) = &mut self.document else { return Vec::new() };
        if document.evaluation().scores.progress.given == 0 {
            self.message = Some(Message::Failed(t(self.language, "report-nothing")));
            return Vec::new();
        }
        // The date on the report is the day it is made, even if the file was opened yesterday.
        document.bring_up_to(self.today);
        self.next_work += 1;
        let work = WorkId(self.next_work);
        self.work = Some(Work { id: work, label: "report-writing", share: 0.0, stopping: false });
        self.message = None;
        let evaluation = Box::new(document.evaluation().clone());
        vec![Effect::WriteReport { work, path, fresh, evaluation, edition: Box::new(self.edition()) }]
    }
}
