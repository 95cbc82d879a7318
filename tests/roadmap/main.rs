//! The catalogue of measures and the plans made from it.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod broken;
mod catalogue;
mod company;
mod exact;
mod promises;
#[path = "../support/readability.rs"]
mod readability;
