//! Everything that can be called from anywhere, in one table: the window listens to its keys, the command palette offers
//! its words, tooltips and the keyboard sheet show both.

use std::sync::OnceLock;

use super::{Command, Look, Model, Screen, Zoom};
use crate::assessment::Edit;
use crate::pack::Mode;
use crate::report::words;
use crate::text::{Language, t, ta};

/// A key, with what is held down beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// Name of the key: a letter, a digit, a sign, `F1`.
    pub key: &'static str,
    /// With Ctrl (Command on a Mac).
    pub command: bool,
    /// With Shift.
    pub shift: bool,
}

impl Keys {
    const fn plain(key: &'static str) -> Self {
        Self { key, command: false, shift: false }
    }

    const fn command(key: &'static str) -> Self {
        Self { key, command: true, shift: false }
    }

    const fn command_shift(key: &'static str) -> Self {
        Self { key, command: true, shift: true }
    }

    /// As shown to the user: `Ctrl+Shift+Z`.
    #[must_use]
    pub fn shown(self) -> String {
        let command = match (self.command, cfg!(target_os = "macos")) {
            (true, true) => "⌘",
            (true, false) => "Ctrl+",
            (false, _) => "",
        };
        let shift = if self.shift { "Shift+" } else { "" };
        format!("{command}{shift}{}", self.key)
    }
}

/// When an action can be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Needs {
    Nothing,
    Company,
    StepBack,
    StepForth,
    /// A company in the quick questionnaire, where there is more to ask.
    Quick,
    /// A company in the full questionnaire.
    Full,
}

/// Something that can be called from anywhere.
#[derive(Clone, Debug)]
pub struct Action {
    /// Key of its words among the texts.
    pub label: &'static str,
    /// A name that goes into its words.
    name: Option<String>,
    /// Its keys; the first is shown.
    pub keys: Vec<Keys>,
    /// What it does.
    pub command: Command,
    needs: Needs,
}

impl Action {
    /// Its words, a verb and what it concerns.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        match &self.name {
            Some(name) => ta(language, self.label, &[("name", name.into())]),
            None => t(language, self.label),
        }
    }

    /// Whether it would do something now.
    #[must_use]
    pub fn possible(&self, model: &Model) -> bool {
        match self.needs {
            Needs::Nothing => true,
            Needs::Company => model.document.as_ref().is_some_and(|d| match self.command {
                Command::Go(screen) => screen.is_for(d.pack()),
                _ => true,
            }),
            Needs::StepBack => model.document.as_ref().is_some_and(|d| d.can_undo().is_some()),
            Needs::StepForth => model.document.as_ref().is_some_and(|d| d.can_redo().is_some()),
            Needs::Quick => {
                model.document.as_ref().is_some_and(|d| d.assessment().mode == Mode::Quick && words::has_full(d.pack()))
            }
            Needs::Full => model.document.as_ref().is_some_and(|d| d.assessment().mode == Mode::Full),
        }
    }
}

/// Label of a screen among the texts, and its keys.
const fn screen(screen: Screen) -> (&'static str, Keys) {
    match screen {
        Screen::Start => ("screen-start", Keys::command("1")),
        Screen::Company => ("screen-company", Keys::command("2")),
        Screen::Questions => ("screen-questions", Keys::command("3")),
        Screen::Results => ("screen-results", Keys::command("4")),
        Screen::Sure => ("screen-sure", Keys::plain("F2")),
        Screen::Benchmark => ("screen-benchmark", Keys::plain("F3")),
        Screen::Matrix => ("screen-matrix", Keys::plain("F4")),
        Screen::Contradictions => ("screen-contradictions", Keys::plain("F5")),
        Screen::Explain => ("screen-explain", Keys::plain("F6")),
        Screen::Doors => ("screen-doors", Keys::command("5")),
        Screen::Plan => ("screen-plan", Keys::command("6")),
        Screen::Report => ("screen-report", Keys::command("7")),
        Screen::Settings => ("screen-settings", Keys::command(",")),
        Screen::Help => ("screen-help", Keys::plain("F1")),
    }
}

/// The actions that are always there, among them every one with a key. Asked for in every frame, so put together once.
#[must_use]
pub fn fixed() -> &'static [Action] {
    static FIXED: OnceLock<Vec<Action>> = OnceLock::new();
    FIXED.get_or_init(make)
}

/// Every action: the fixed ones, and one for each language there is by now.
#[must_use]
pub fn all() -> Vec<Action> {
    let mut list = fixed().to_vec();
    list.extend(Language::all().into_iter().map(|language| Action {
        label: "command-language",
        name: Some(language.own_name()),
        keys: Vec::new(),
        command: Command::Language(language),
        needs: Needs::Nothing,
    }));
    list
}

fn make() -> Vec<Action> {
    let action =
        |label, keys: &[Keys], command, needs| Action { label, name: None, keys: keys.to_vec(), command, needs };
    let mut list: Vec<Action> = Screen::ALL
        .into_iter()
        .map(|s| {
            let (label, keys) = screen(s);
            action(label, &[keys], Command::Go(s), if s.needs_company() { Needs::Company } else { Needs::Nothing })
        })
        .collect();
    list.extend([
        action("command-palette", &[Keys::command("K")], Command::Palette, Needs::Nothing),
        action("command-new", &[Keys::command("N")], Command::New, Needs::Nothing),
        action("command-open", &[Keys::command("O")], Command::PickFile, Needs::Nothing),
        action("command-sample", &[], Command::Sample, Needs::Nothing),
        action("command-undo", &[Keys::command("Z")], Command::Undo, Needs::StepBack),
        action("command-redo", &[Keys::command_shift("Z"), Keys::command("Y")], Command::Redo, Needs::StepForth),
        action("mode-go-full", &[], Command::Edit(Edit::Mode(Mode::Full)), Needs::Quick),
        action("mode-go-quick", &[], Command::Edit(Edit::Mode(Mode::Quick)), Needs::Full),
        action("command-report", &[Keys::command("P")], Command::SaveSuggestedReport, Needs::Company),
        action("command-calendar", &[], Command::SaveCalendar, Needs::Company),
        action("command-innovation", &[], Command::SaveInnovationSheet, Needs::Company),
        action("dialog-region", &[], Command::PickRegion, Needs::Nothing),
        action("command-zoom-in", &[Keys::command("+"), Keys::command("=")], Command::Zoom(Zoom::In), Needs::Nothing),
        action("command-zoom-out", &[Keys::command("-")], Command::Zoom(Zoom::Out), Needs::Nothing),
        action("command-zoom-reset", &[Keys::command("0")], Command::Zoom(Zoom::Reset), Needs::Nothing),
    ]);
    list.extend(Look::ALL.map(|look| action(look.label(), &[], Command::Look(look), Needs::Nothing)));
    list
}

/// The keys shown for a label, where it has some.
#[must_use]
pub fn shown_for(label: &str) -> Option<String> {
    fixed().iter().find(|a| a.label == label).and_then(|a| a.keys.first().map(|k| k.shown()))
}
