//! Assessments as files in folders.

pub mod files;
pub mod languages;
pub mod packs;
