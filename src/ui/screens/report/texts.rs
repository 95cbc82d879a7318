//! The report's paragraphs: read, put in other words, looked at again once an answer behind them has changed.

use std::collections::BTreeSet;

use egui::Ui;

use super::edit;
use crate::app::{Command, Document, Model};
use crate::assessment::choices::Wording;
use crate::assessment::edit::ReportEdit;
use crate::report::Report;
use crate::report::wording::{self, Passage, Rewritten};
use crate::style::space;
use crate::text::{Language, t, ta};
use crate::ui::icons;
use crate::ui::widgets::{
    Button, Select, Selected, TextField, Tone, badge, body, card_with, near, quiet, section_heading, strong,
};

/// Rows of the field in which a paragraph is rewritten.
const ROWS: usize = 5;

/// State of the list.
#[derive(Default)]
pub(super) struct Texts {
    known: Option<Known>,
    /// The section whose paragraphs are shown.
    section: Option<String>,
    /// The paragraph being rewritten.
    draft: Option<Draft>,
    /// It has just been asked for.
    asked: bool,
    /// The list is to come into view.
    follow: bool,
}

/// What is put together from a document, until it is another.
struct Known {
    of: (u64, u64, bool),
    passages: Vec<Passage>,
    /// Titles of the sections that have paragraphs, in order, by id.
    titles: Vec<(String, String)>,
}

/// Words being written in the place of a paragraph.
struct Draft {
    section: String,
    place: usize,
    own: String,
    text: String,
}

impl Draft {
    fn is_of(&self, passage: &Passage) -> bool {
        (&self.section, self.place, &self.own) == (&passage.section, passage.place, &passage.own)
    }
}

impl Known {
    fn of(document: &Document, model: &Model, of: (u64, u64, bool)) -> Self {
        let evaluation = document.evaluation();
        let report: Report = evaluation.own_words(&model.edition());
        let passages = wording::passages(&evaluation.source(), &report);
        let sections = report.sections.into_iter().filter(|s| passages.iter().any(|p| p.section == s.id));
        let titles = sections.map(|section| (section.id, section.title)).collect();
        Self { of, passages, titles }
    }

    fn title(&self, section: &str) -> &str {
        self.titles.iter().find(|(id, _)| id == section).map_or("", |(_, title)| title)
    }

    fn stale(&self) -> impl Iterator<Item = (&Passage, &Rewritten)> {
        self.passages.iter().filter_map(|p| p.words.as_ref().filter(|words| words.is_stale()).map(|words| (p, words)))
    }
}

/// How many paragraphs in the document's own language are in other words.
fn rewritten(document: &Document) -> usize {
    let language = document.evaluation().language;
    document.assessment().report.words.iter().filter(|words| words.language == language.code()).count()
}

impl Texts {
    /// Brings the list into view.
    pub(super) fn follow(&mut self) {
        self.follow = true;
    }

    /// The paragraphs as they are by now.
    fn known(&mut self, document: &Document, model: &Model) -> &Known {
        let of = (document.revision(), model.brand_revision(), model.without_data);
        let known = self.known.take().filter(|known| known.of == of);
        self.known.insert(known.unwrap_or_else(|| Known::of(document, model, of)))
    }

    /// How many paragraphs were written on answers that are others today.
    pub(super) fn stale(&mut self, document: &Document, model: &Model) -> usize {
        // Where nothing is rewritten, nothing need be put together.
        if rewritten(document) == 0 { 0 } else { self.known(document, model).stale().count() }
    }

    /// «3 testi con parole tue».
    pub(super) fn summary(document: &Document, language: Language) -> String {
        match rewritten(document) {
            0 => t(language, "words-none"),
            count => ta(language, "words-summary", &[("count", count.into())]),
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, model: &Model, document: &Document, out: &mut Vec<Command>) {
        let language = model.language;
        if std::mem::take(&mut self.follow) {
            ui.scroll_to_cursor(Some(egui::Align::TOP));
        }
        quiet(ui, &t(language, "words-lead"));
        self.known(document, model);
        let Some(known) = self.known.take() else { return };
        let stale: Vec<&Passage> = known.stale().map(|(passage, _)| passage).collect();
        if !stale.is_empty() {
            section_heading(ui, &ta(language, "words-stale-count", &[("count", stale.len().into())]));
            for passage in stale {
                quiet(ui, known.title(&passage.section));
                self.passage(ui, document, passage, language, out);
            }
        }
        ui.add_space(space::S);
        let titles: Vec<&str> = known.titles.iter().map(|(_, title)| title.as_str()).collect();
        let chosen = self.section.as_ref().and_then(|id| known.titles.iter().position(|(known, _)| known == id));
        let select = Select {
            id: "words-section",
            label: &t(language, "words-section"),
            options: &titles,
            chosen: chosen.or(Some(0)),
            none: "",
            clear: None,
            width: f32::INFINITY,
        };
        if let Some(Selected::Option(n)) = select.show(ui) {
            self.section = known.titles.get(n).map(|(id, _)| id.clone());
        }
        ui.add_space(space::S);
        let section = self.section.as_ref().or(known.titles.first().map(|(id, _)| id)).cloned().unwrap_or_default();
        let of_section = known.passages.iter().filter(|p| p.section == section);
        for passage in of_section.filter(|p| !p.words.as_ref().is_some_and(Rewritten::is_stale)) {
            near(ui, (&section, passage.place, language.code()), |ui| {
                self.passage(ui, document, passage, language, out);
            });
        }
        self.known = Some(known);
    }

    /// A paragraph with what can be done about it.
    fn passage(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        passage: &Passage,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        ui.push_id((&passage.section, passage.place), |ui| {
            if self.draft.as_ref().is_some_and(|draft| draft.is_of(passage)) {
                self.form(ui, document, passage, language, out);
                return;
            }
            let text = passage.words.as_ref().map_or(&passage.own, |words| &words.text);
            if let Some(words) = &passage.words {
                let (label, tone) = match words.is_stale() {
                    true => ("words-stale", Tone::Attention),
                    false => ("words-own", Tone::Action),
                };
                badge(ui, &t(language, label), tone);
            }
            body(ui, text);
            if let Some(words) = passage.words.as_ref().filter(|words| words.is_stale()) {
                quiet(ui, &wording::stale(&document.evaluation().source(), words));
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(space::M, space::XS);
                let of = |ui: &mut Ui, key: &str, icon: &str| {
                    let response = ui.add(Button::quiet(&t(language, key)).icon(icon).small());
                    // Many paragraphs have the same buttons; the first words tell them apart.
                    let name = format!("{}: {}", t(language, key), beginning(text));
                    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
                    response.clicked()
                };
                if of(ui, "words-rewrite", icons::PENCIL) {
                    self.draft = Some(Draft {
                        section: passage.section.clone(),
                        place: passage.place,
                        own: passage.own.clone(),
                        text: text.clone(),
                    });
                    self.asked = true;
                }
                if let Some(words) = &passage.words {
                    if words.is_stale() && of(ui, "words-still-good", icons::CHECK) {
                        out.extend(word(document, passage, &words.text));
                    }
                    if of(ui, "words-back", icons::ARROW_COUNTER_CLOCKWISE) {
                        out.push(own_words(document, passage, words));
                    }
                }
            });
            ui.add_space(space::S);
        });
    }

    /// The field in which a paragraph is rewritten.
    fn form(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        passage: &Passage,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        let Some(draft) = &mut self.draft else { return };
        let mut open = true;
        card_with(ui, Tone::Action, |ui| {
            let label = t(language, "words-field");
            TextField::new(&label).rows(ROWS).focus(std::mem::take(&mut self.asked)).show(ui, &mut draft.text);
            if passage.words.is_some() {
                strong(ui, &t(language, "words-instead-of"));
                quiet(ui, &passage.own);
            }
            let empty = draft.text.trim().is_empty();
            if empty {
                quiet(ui, &t(language, "words-empty"));
            }
            ui.add_space(space::XS);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
                let save = t(language, "words-save");
                if ui.add(Button::primary(&save).icon(icons::CHECK).small().enabled(!empty)).clicked() {
                    out.extend(changed(document, passage, &draft.text));
                    open = false;
                }
                if ui.add(Button::quiet(&t(language, "plan-form-cancel")).small()).clicked() {
                    open = false;
                }
            });
        });
        ui.add_space(space::S);
        if !open {
            self.draft = None;
        }
    }

    /// Words still being typed, as commands.
    pub(super) fn flush(&mut self, model: &Model, document: &Document) -> Vec<Command> {
        let Some(draft) = self.draft.take() else { return Vec::new() };
        let known = self.known(document, model);
        let passage = known.passages.iter().find(|passage| draft.is_of(passage));
        passage.and_then(|passage| changed(document, passage, &draft.text)).into_iter().collect()
    }
}

/// What writing `text` in a paragraph's place changes; nothing where that is empty or says the same.
fn changed(document: &Document, passage: &Passage, text: &str) -> Option<Command> {
    let text = text.trim();
    let now = passage.words.as_ref().map_or(&passage.own, |words| &words.text);
    match &passage.words {
        _ if text.is_empty() || text == now => None,
        Some(words) if text == passage.own => Some(own_words(document, passage, words)),
        _ => word(document, passage, text),
    }
}

/// Puts words in a paragraph's place, tied to the answers as they are today.
fn word(document: &Document, passage: &Passage, text: &str) -> Option<Command> {
    let source = document.evaluation().source();
    let language = source.language.code();
    let words = document.assessment().report.words.iter();
    let here = words.filter(|words| words.section == passage.section && words.language == language);
    let kept: BTreeSet<usize> = here.map(|words| words.place).collect();
    let place = match &passage.words {
        Some(words) => words.kept_at,
        // A number may belong to words that were kept there before the program's own became others.
        None => (passage.place..).find(|place| !kept.contains(place))?,
    };
    Some(edit(ReportEdit::Word(Wording {
        section: passage.section.clone(),
        place,
        language: language.to_owned(),
        instead_of: passage.own.clone(),
        text: text.trim().to_owned(),
        answers: wording::answers_behind(&source, &passage.section),
    })))
}

fn own_words(document: &Document, passage: &Passage, words: &Rewritten) -> Command {
    let language = document.evaluation().language.code().to_owned();
    edit(ReportEdit::OwnWords(passage.section.clone(), words.kept_at, language))
}

/// The first words of a text, to tell it from others.
fn beginning(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(6).collect();
    words.join(" ")
}
