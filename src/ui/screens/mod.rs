//! The screens, one struct each. A screen shows the model and pushes commands; what it keeps for itself is only how it is
//! being looked at.

mod company;
mod doors;
mod help;
mod items;
mod questions;
mod report;
mod results;
mod settings;
mod start;

use egui::Ui;

use crate::app::{Command, Document, Model, Screen};
use crate::pack::Item;
use crate::ui::icons;

/// Every screen's own state.
#[derive(Default)]
pub struct Screens {
    start: start::Start,
    company: company::Company,
    questions: questions::Questions,
    results: results::Results,
    doors: doors::Doors,
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
    /// A step of the way; the others stand beside it.
    pub on_the_way: bool,
}

/// Every screen in the order of the rail.
#[must_use]
pub fn all() -> [Entry; Screen::ALL.len()] {
    Screen::ALL.map(|screen| Entry {
        screen,
        icon: icon(screen),
        on_the_way: !matches!(screen, Screen::Settings | Screen::Help),
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

/// Icon of a screen.
#[must_use]
pub fn icon(screen: Screen) -> &'static str {
    match screen {
        Screen::Start => icons::HOUSE,
        Screen::Company => icons::BUILDINGS,
        Screen::Questions => icons::LIST_CHECKS,
        Screen::Results => icons::CHART,
        Screen::Doors => icons::DOOR_OPEN,
        Screen::Report => icons::FILE_PDF,
        Screen::Settings => icons::GEAR,
        Screen::Help => icons::BOOK_OPEN,
    }
}

impl Screens {
    /// Draws the screen of the moment.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
        match (model.screen, &model.document) {
            (Screen::Settings, _) => self.settings.ui(ui, model, out),
            (Screen::Help, _) => self.help.ui(ui, model),
            (Screen::Start, _) | (_, None) => self.start.ui(ui, model, out),
            (Screen::Company, Some(document)) => self.company.ui(ui, model, document, out),
            (Screen::Questions, Some(document)) => self.questions.ui(ui, model, document, out),
            (Screen::Results, Some(document)) => match self.results.ui(ui, model, document, out) {
                Some(results::Wanted::Question(item)) => out.extend(self.go_to_question(model, &item)),
                Some(results::Wanted::Missing) => out.extend(self.go_to_missing(document)),
                Some(results::Wanted::Calculation) => {
                    self.help.show_calculation();
                    out.push(Command::Go(Screen::Help));
                }
                None => {}
            },
            (Screen::Doors, Some(document)) => self.doors.ui(ui, model, document, out),
            (Screen::Report, Some(document)) => {
                if self.report.ui(ui, model, document, out) {
                    out.extend(self.go_to_missing(document));
                }
            }
        }
    }

    /// Draws what stands beside the screen: drawers. To be called before the central panel.
    pub fn side(&mut self, ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
        let Some(document) = &model.document else { return };
        match model.screen {
            Screen::Questions => self.questions.side(ui, model, document, out),
            Screen::Results => {
                if let Some(item) = self.results.side(ui, model, document) {
                    out.extend(self.go_to_question(model, &item));
                }
            }
            _ => {}
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
        let Some(term) = model.pack.texts(model.language).glossary.get(id) else { return Vec::new() };
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
    }

    /// Words still being typed, as commands.
    pub fn flush(&mut self, model: &Model) -> Vec<Command> {
        let Some(document) = &model.document else { return Vec::new() };
        let mut out = self.company.flush(document);
        out.extend(self.questions.flush(document));
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
