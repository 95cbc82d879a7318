//! Words: the questionnaire's texts, the interface's texts, and what is said of a pack that somebody wrote wrongly.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod broken;
mod interface;
mod questionnaire;
#[path = "../support/readability.rs"]
mod readability;
