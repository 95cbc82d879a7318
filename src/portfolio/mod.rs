//! Assessments as files in folders, and what a user keeps beside them or beside the settings.

pub mod brands;
pub mod files;
pub mod languages;
pub mod packs;
pub mod regions;
