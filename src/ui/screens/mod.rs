//! The screens, one struct each. A screen shows the model and pushes commands; what it keeps for itself is only how it is
//! being looked at.

mod company;
mod doors;
mod items;
mod questions;
mod report;
mod results;
mod start;

use egui::Ui;

use crate::app::{Command, Model, Screen};
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
    }
}

impl Screens {
    /// Draws the screen of the moment.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
        match (model.screen, &model.document) {
            (Screen::Start, _) | (_, None) => self.start.ui(ui, model, out),
            (Screen::Company, Some(document)) => self.company.ui(ui, model, document, out),
            (Screen::Questions, Some(document)) => self.questions.ui(ui, model, document, out),
            (Screen::Results, Some(document)) => {
                if let Some(item) = self.results.ui(ui, model, document, out) {
                    self.questions.show_item(document, &item);
                    out.push(Command::Go(Screen::Questions));
                }
            }
            (Screen::Doors, Some(document)) => self.doors.ui(ui, model, document, out),
            (Screen::Report, Some(document)) => self.report.ui(ui, model, document, out),
        }
    }

    /// Draws what stands beside the screen: drawers. To be called before the central panel.
    pub fn side(&mut self, ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
        let Some(document) = &model.document else { return };
        match model.screen {
            Screen::Questions => self.questions.side(ui, model, document, out),
            Screen::Results => {
                if let Some(item) = self.results.side(ui, model, document) {
                    self.questions.show_item(document, &item);
                    out.push(Command::Go(Screen::Questions));
                }
            }
            _ => {}
        }
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
