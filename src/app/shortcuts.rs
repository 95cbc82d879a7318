//! The keys that work everywhere, in one table: the window listens to it, tooltips and help read it.

use super::{Command, Screen};

/// A command that a key calls on every screen.
#[derive(Clone, Debug)]
pub struct Shortcut {
    /// Key of its label among the texts.
    pub label: &'static str,
    /// The key with Ctrl (Command on a Mac), as one letter or digit.
    pub key: char,
    /// With Shift too.
    pub shift: bool,
    /// What it does.
    pub command: Command,
}

impl Shortcut {
    /// As shown to the user: `Ctrl+Z`.
    #[must_use]
    pub fn shown(&self) -> String {
        let shift = if self.shift { "Shift+" } else { "" };
        let modifier = if cfg!(target_os = "macos") { "⌘" } else { "Ctrl+" };
        format!("{modifier}{shift}{}", self.key)
    }
}

/// Every shortcut.
#[must_use]
pub fn all() -> Vec<Shortcut> {
    let plain = |label, key, command| Shortcut { label, key, shift: false, command };
    let mut list = vec![
        plain("command-undo", 'Z', Command::Undo),
        Shortcut { label: "command-redo", key: 'Z', shift: true, command: Command::Redo },
        plain("command-redo", 'Y', Command::Redo),
        plain("command-new", 'N', Command::New),
        plain("command-open", 'O', Command::PickFile),
    ];
    let labels =
        ["screen-start", "screen-company", "screen-questions", "screen-results", "screen-doors", "screen-report"];
    for ((screen, label), key) in Screen::ALL.into_iter().zip(labels).zip('1'..) {
        list.push(plain(label, key, Command::Go(screen)));
    }
    list
}

/// The keys shown for a label, where it has some.
#[must_use]
pub fn shown_for(label: &str) -> Option<String> {
    all().into_iter().find(|s| s.label == label).map(|s| s.shown())
}
