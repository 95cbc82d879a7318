//! What loading found wrong: every problem with its place and a hint, never only the first.

use std::fmt;

/// A problem in data somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notice {
    /// Where: file and path in it, such as `it.json, items.A4.steps[2]`.
    pub place: String,
    /// What is wrong, as a sentence.
    pub message: String,
    /// What would be right.
    pub hint: String,
}

impl Notice {
    /// A notice.
    #[must_use]
    pub fn new(place: impl Into<String>, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { place: place.into(), message: message.into(), hint: hint.into() }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)?;
        if self.hint.is_empty() { Ok(()) } else { write!(f, " {}", self.hint) }
    }
}
