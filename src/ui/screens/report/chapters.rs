//! Which chapters are in the report and in which order, its paper, words for its cover.

use egui::{Align, Layout, Ui};

use super::edit;
use crate::app::{Command, Document, Model};
use crate::assessment::choices::{Paper, ReportChoices};
use crate::assessment::edit::ReportEdit;
use crate::report::chapters::{CHAPTERS, Chapter, is_shown, ordered};
use crate::style::space;
use crate::text::{Language, t, ta};
use crate::ui::icons;
use crate::ui::screens::items::Draft;
use crate::ui::widgets::{Chip, SMALL_HEIGHT, TextField, quiet, small_icon_button, strong, switch};

/// How far a piece of a chapter stands in.
const INDENT: f32 = 28.0;

/// State of the list.
#[derive(Default)]
pub(super) struct Chapters {
    cover: Draft,
    /// Chapters that have something to say, of which revision.
    with_words: Option<(u64, Vec<&'static str>)>,
    /// A chapter just moved to an end, whose other button takes the keyboard: true for the one that moves it down.
    refocus: Option<(&'static str, bool)>,
}

/// «11 di 15 capitoli · A4».
pub(super) fn summary(document: &Document, without_data: bool, language: Language) -> String {
    let choices = &document.assessment().report;
    let all = CHAPTERS.iter().filter(|chapter| chapter.inside.is_none());
    let shown = all.clone().filter(|chapter| is_shown(chapter, choices, without_data)).count();
    let counts = [("shown", shown.into()), ("count", all.count().into()), ("paper", choices.paper.name().into())];
    ta(language, "chapters-summary", &counts)
}

/// What to write into the choices so that a chapter is in the report or not: nothing where that is usual.
fn choice(chapter: &Chapter, wanted: bool, without_data: bool) -> Option<bool> {
    (wanted != is_shown(chapter, &ReportChoices::default(), without_data)).then_some(wanted)
}

impl Chapters {
    pub(super) fn ui(&mut self, ui: &mut Ui, model: &Model, document: &Document, out: &mut Vec<Command>) {
        let language = model.language;
        let honesty = t(language, "report-honesty");
        quiet(ui, &ta(language, "chapters-lead", &[("honesty", honesty.into())]));
        ui.add_space(space::XS);
        let revision = document.revision();
        let known = self.with_words.take().filter(|(of, _)| *of == revision);
        let with_words = known.map_or_else(|| document.evaluation().chapters_with_words(), |(_, ids)| ids);
        let chapters = ordered(&document.assessment().report);
        for (place, chapter) in chapters.iter().enumerate() {
            ui.push_id(chapter.id, |ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
                    // The cover is always first.
                    if place > 0 {
                        self.arrows(ui, &chapters, place, language, out);
                    } else {
                        ui.add_space(2.0 * (SMALL_HEIGHT + ui.spacing().item_spacing.x));
                    }
                    ui.with_layout(Layout::top_down(Align::Min), |ui| {
                        one(ui, chapter, model, document, with_words.contains(&chapter.id), out);
                        for piece in CHAPTERS.iter().filter(|piece| piece.inside == Some(chapter.id)) {
                            ui.horizontal_top(|ui| {
                                ui.add_space(INDENT);
                                one(ui, piece, model, document, with_words.contains(&piece.id), out);
                            });
                        }
                    });
                });
            });
        }
        self.with_words = Some((revision, with_words));
        ui.add_space(space::XS);
        strong(ui, &t(language, "chapters-paper"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            for paper in Paper::ALL {
                let chosen = document.assessment().report.paper == paper;
                if ui.add(Chip::new(paper.name()).toggle(chosen)).clicked() && !chosen {
                    out.push(edit(ReportEdit::Paper(paper)));
                }
            }
        });
        ui.add_space(space::XS);
        let (label, help) = (t(language, "chapters-cover"), t(language, "chapters-cover-help"));
        let field = TextField::new(&label).help(&help).rows(3);
        if let Some(words) = self.cover.field(ui, field, &document.assessment().report.cover) {
            out.push(edit(ReportEdit::Cover(words)));
        }
    }

    /// Buttons that move a chapter; from the right, so that the one upwards stands before the other.
    fn arrows(
        &mut self,
        ui: &mut Ui,
        chapters: &[&'static Chapter],
        place: usize,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        let chapter = chapters[place];
        let name = t(language, chapter.title);
        let last = chapters.len() - 1;
        let moves = [
            (true, icons::CARET_DOWN, "chapters-down", place < last, place + 1),
            (false, icons::CARET_UP, "chapters-up", place > 1, place.saturating_sub(1)),
        ];
        for (down, icon, key, possible, to) in moves {
            let label = ta(language, key, &[("chapter", name.as_str().into())]);
            let button = ui.add_enabled_ui(possible, |ui| small_icon_button(ui, icon, &label)).inner;
            if self.refocus == Some((chapter.id, down)) && possible {
                button.request_focus();
                self.refocus = None;
            }
            if button.clicked() {
                let mut order: Vec<String> = chapters.iter().map(|chapter| chapter.id.to_owned()).collect();
                order.swap(place, to);
                out.push(edit(ReportEdit::Order(order)));
                // A button that can do no more loses the keyboard; the one beside it takes it.
                self.refocus = (to == 1 || to == last).then_some((chapter.id, !down));
            }
        }
    }

    /// Words still being typed, as commands.
    pub(super) fn flush(&mut self, document: &Document) -> Vec<Command> {
        let words = self.cover.take(&document.assessment().report.cover);
        words.map(|words| edit(ReportEdit::Cover(words))).into_iter().collect()
    }
}

/// A chapter with its switch, and what there is to know of it.
fn one(ui: &mut Ui, chapter: &Chapter, model: &Model, document: &Document, has_words: bool, out: &mut Vec<Command>) {
    let language = model.language;
    let choices = &document.assessment().report;
    let shown = is_shown(chapter, choices, model.without_data);
    let note = match (has_words, chapter.answers && model.without_data) {
        (false, _) => t(language, "chapters-nothing"),
        (true, true) if shown => t(language, "chapters-answers-chosen"),
        (true, true) => t(language, "chapters-answers-out"),
        (true, false) => String::new(),
    };
    if switch(ui, &t(language, chapter.title), &note, shown).clicked() {
        let choice = choice(chapter, !shown, model.without_data);
        out.push(edit(ReportEdit::Show(chapter.id.to_owned(), choice)));
    }
}
