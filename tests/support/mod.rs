//! What several test programs need.
#![allow(dead_code, reason = "each test program uses its part")]

pub(crate) mod pseudo;
pub(crate) mod report;
#[cfg(feature = "gui")]
pub(crate) mod screens;
#[cfg(feature = "gui")]
pub(crate) mod window;
