//! The screens, one struct each. A screen shows the model and pushes commands; what it keeps for itself is only how it is
//! being looked at.

mod benchmark;
mod company;
mod contradictions;
mod doors;
mod explain;
mod explained;
mod help;
mod items;
mod matrix;
mod plan;
pub mod proposals;
mod questions;
mod report;
mod results;
mod settings;
mod start;
mod sure;
mod tables;

use egui::Ui;

use crate::app::{Command, Document, Model, Screen};
use crate::assessment::Edit;
use crate::pack::{Item, Mode};
use crate::report::words;
use crate::style::space;
use crate::text::{Language, t, ta};
use crate::ui::icons;
use crate::ui::widgets::{Button, EmptyState, Tone, body, card_with, empty_state, strong};

/// Every screen's own state.
#[derive(Default)]
pub struct Screens {
    start: start::Start,
    company: company::Company,
    questions: questions::Questions,
    results: results::Results,
    sure: sure::Sure,
    benchmark: benchmark::Benchmark,
    matrix: matrix::Matrix,
    contradictions: contradictions::Contradictions,
    explain: explain::Explain,
    /// The figure explained in the drawer, and the way to it.
    trail: explained::Trail,
    doors: doors::Doors,
    plan: plan::Plan,
    report: report::Report,
    settings: settings::Settings,
    help: help::Help,
    /// Height of what stands under the page, when it was last drawn.
    foot: f32,
}

/// A screen in the rail.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The screen.
    pub screen: Screen,
    /// Its icon.
    pub icon: &'static str,
    /// Where in the rail.
    pub place: Place,
}

/// Where a screen stands in the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A step of the way.
    Way,
    /// Part of the results, shown under them.
    Results,
    /// Beside the way.
    Beside,
}

/// Where the user wants to go from a screen.
pub(super) enum Wanted {
    /// To a question.
    Question(String),
    /// To the first answer that is missing.
    Missing,
    /// To how the figures come about in general.
    Calculation,
    /// To what one figure is made of.
    Explain(String),
    /// To the card that asks for evidence.
    Evidence,
    /// On with the full questionnaire.
    Full,
    /// To the search of the activity.
    Activity,
    /// To the company's province.
    Province,
}

/// Every screen in the order of the rail.
#[must_use]
pub fn all() -> [Entry; Screen::ALL.len()] {
    Screen::ALL.map(|screen| Entry {
        screen,
        icon: icon(screen),
        place: match screen {
            Screen::Settings | Screen::Help => Place::Beside,
            Screen::Sure | Screen::Benchmark | Screen::Matrix | Screen::Contradictions | Screen::Explain => {
                Place::Results
            }
            _ => Place::Way,
        },
    })
}

/// The items asked of a company on the questions' cards, in order.
pub(super) fn asked(document: &Document) -> impl Iterator<Item = &'static Item> {
    let outside = [items::PROFILE, items::DOORS];
    let asked = document.pack().structure.items.iter().enumerate();
    asked
        .filter(move |(place, item)| {
            document.evaluation().sheet.is_asked(*place) && !outside.contains(&item.section.as_str())
        })
        .map(|(_, item)| item)
}

/// What stands where there are too few answers: a title, a sentence, and the way to the questions.
fn empty(ui: &mut Ui, icon: &str, title: &str, text: &str, language: Language, out: &mut Vec<Command>) {
    let state = EmptyState {
        icon,
        title: &t(language, title),
        text: &t(language, text),
        action: Some(&t(language, "to-questions")),
    };
    if empty_state(ui, &state) {
        out.push(Command::Go(Screen::Questions));
    }
}

/// Offers to go on with the full questionnaire, and says how long it takes; nothing where there is no more to ask.
fn offer_full(ui: &mut Ui, document: &Document, language: Language) -> Option<Wanted> {
    if document.assessment().mode == Mode::Full || !words::has_full(document.pack()) {
        return None;
    }
    let seconds = document.evaluation().scores.progress.seconds_full;
    let mut wanted = None;
    card_with(ui, Tone::Action, |ui| {
        strong(ui, &t(language, "mode-full-offer"));
        body(ui, &ta(language, "mode-full-offer-text", &[("minutes", seconds.div_ceil(60).max(1).into())]));
        let label = t(language, "mode-go-full");
        if ui.add(Button::secondary(&label).icon_after(icons::ARROW_RIGHT).small()).clicked() {
            wanted = Some(Wanted::Full);
        }
    });
    ui.add_space(space::S);
    wanted
}

/// Icon of a screen.
#[must_use]
pub fn icon(screen: Screen) -> &'static str {
    match screen {
        Screen::Start => icons::HOUSE,
        Screen::Company => icons::BUILDINGS,
        Screen::Questions => icons::LIST_CHECKS,
        Screen::Results => icons::CHART,
        Screen::Sure => icons::SEAL_CHECK,
        Screen::Benchmark => icons::USERS,
        Screen::Matrix => icons::FACTORY,
        Screen::Contradictions => icons::WARNING,
        Screen::Explain => icons::LIGHTBULB,
        Screen::Doors => icons::DOOR_OPEN,
        Screen::Plan => icons::CALENDAR,
        Screen::Report => icons::FILE_PDF,
        Screen::Settings => icons::GEAR,
        Screen::Help => icons::BOOK_OPEN,
    }
}

impl Screens {
    /// Draws the screen of the moment.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
        let Some(document) = &model.document else {
            match model.screen {
                Screen::Settings => self.settings.ui(ui, model, out),
                Screen::Help => self.help.ui(ui, model),
                _ => self.start.ui(ui, model, out),
            }
            return;
        };
        let wanted = match model.screen {
            Screen::Results => self.results.ui(ui, model, document, out),
            Screen::Sure => self.sure.ui(ui, model, document, out),
            Screen::Benchmark => self.benchmark.ui(ui, model, document),
            Screen::Matrix => self.matrix.ui(ui, model, document, out),
            Screen::Contradictions => self.contradictions.ui(ui, model, document),
            Screen::Explain => self.explain.ui(ui, model, document, out),
            Screen::Doors => self.doors.ui(ui, model, document, out),
            Screen::Plan => self.plan.ui(ui, model, document, out),
            Screen::Report => self.report.ui(ui, model, document, out).then_some(Wanted::Missing),
            Screen::Start => return self.start.ui(ui, model, out),
            Screen::Company => return self.company.ui(ui, model, document, out),
            Screen::Questions => return self.questions.ui(ui, model, document, out),
            Screen::Settings => return self.settings.ui(ui, model, out),
            Screen::Help => return self.help.ui(ui, model),
        };
        self.follow(wanted, model, document, out);
    }

    /// Draws what stands beside the screen: drawers. To be called before the central panel.
    pub fn side(&mut self, ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
        let Some(document) = &model.document else { return };
        match model.screen {
            Screen::Questions => self.questions.side(ui, model, document, out),
            Screen::Report => self.report.side(ui, model, document, out),
            Screen::Results | Screen::Sure | Screen::Benchmark | Screen::Matrix | Screen::Contradictions => {
                let wanted = self.trail.side(ui, model, document);
                self.follow(wanted, model, document, out);
            }
            _ => {}
        }
    }

    /// Leads where the user wants to go.
    fn follow(&mut self, wanted: Option<Wanted>, model: &Model, document: &Document, out: &mut Vec<Command>) {
        match wanted {
            None => {}
            Some(Wanted::Question(item)) => out.extend(self.go_to_question(model, &item)),
            Some(Wanted::Missing) => out.extend(self.go_to_missing(document)),
            Some(Wanted::Explain(id)) => self.trail.go(id),
            Some(Wanted::Evidence) => {
                self.questions.show_evidence();
                if document.assessment().mode == Mode::Quick && words::has_full(document.pack()) {
                    out.push(Command::Edit(Edit::Mode(Mode::Full)));
                }
                out.push(Command::Go(Screen::Questions));
            }
            Some(Wanted::Full) => {
                self.questions.show_open();
                out.push(Command::Edit(Edit::Mode(Mode::Full)));
                out.push(Command::Go(Screen::Questions));
            }
            Some(wanted @ (Wanted::Activity | Wanted::Province)) => {
                self.company.show(matches!(wanted, Wanted::Activity));
                out.push(Command::Go(Screen::Company));
            }
            Some(Wanted::Calculation) => {
                self.help.show_calculation();
                out.push(Command::Go(Screen::Help));
            }
        }
    }

    /// Height in points of what [`Screens::foot`] drew last.
    #[must_use]
    pub fn foot_height(&self) -> f32 {
        self.foot
    }

    /// Draws what stands under the page and does not scroll with it, after the page, so that the keyboard comes to it last.
    pub fn foot(&mut self, ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
        let drawn = match (model.screen, &model.document) {
            (Screen::Questions, Some(document)) => self.questions.foot(ui, model, document, out),
            _ => 0.0,
        };
        if (drawn - self.foot).abs() > 0.5 {
            self.foot = drawn;
            ui.ctx().request_discard("the foot has another height");
        }
    }

    /// Puts a question in view on the questions' screen.
    pub fn show_item(&mut self, document: &Document, item: &str) {
        self.questions.show_item(document, item);
    }

    /// Leads to a question.
    pub fn go_to_question(&mut self, model: &Model, item: &str) -> Vec<Command> {
        let Some(document) = &model.document else { return Vec::new() };
        let mut out = self.flush(model);
        self.questions.show_item(document, item);
        out.push(Command::Go(Screen::Questions));
        out
    }

    /// Leads to the first answer that is missing: about the company, or among the questions.
    fn go_to_missing(&mut self, document: &Document) -> Vec<Command> {
        let first = document.pack().structure.items.iter().find(|i| !i.optional && !items::is_given(document, i));
        match first {
            Some(item) if item.section == items::PROFILE => vec![Command::Go(Screen::Company)],
            Some(item) => {
                self.questions.show_item(document, &item.id);
                vec![Command::Go(Screen::Questions)]
            }
            None => Vec::new(),
        }
    }

    /// Leads to the explanation of a word of the glossary.
    pub fn go_to_term(&mut self, model: &Model, id: &str) -> Vec<Command> {
        let Some(term) = model.shown_pack().texts(model.language).glossary.get(id) else { return Vec::new() };
        self.help.show_term(term);
        vec![Command::Go(Screen::Help)]
    }

    /// A screen has been entered.
    pub fn entered(&mut self, screen: Screen) {
        match screen {
            Screen::Company => self.company.entered(),
            Screen::Questions => self.questions.entered(),
            Screen::Report => self.report = report::Report::default(),
            _ => {}
        }
        self.trail.close();
    }

    /// Words still being typed, as commands.
    pub fn flush(&mut self, model: &Model) -> Vec<Command> {
        let Some(document) = &model.document else { return Vec::new() };
        let mut out = self.company.flush(document);
        out.extend(self.questions.flush(document));
        out.extend(self.plan.flush(document, model.language));
        out.extend(self.report.flush(model, document));
        out
    }

    /// How far the step of a screen is: given and asked.
    #[must_use]
    pub fn progress(&self, screen: Screen, model: &Model) -> Option<(usize, usize)> {
        let document = model.document.as_ref()?;
        let in_profile = |id: &str| document.pack().item(id).is_some_and(|i| i.section == items::PROFILE);
        match screen {
            Screen::Company => Some(items::given(document, in_profile)),
            Screen::Questions => Some(items::given(document, |id| !in_profile(id))),
            _ => None,
        }
    }
}
