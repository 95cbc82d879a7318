//! Assessments as files in folders.

pub mod files;
pub mod packs;
