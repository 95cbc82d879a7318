//! An evaluation as bytes for the outside. Writing, naming and overwriting files is the caller's.

pub mod csv;
pub mod ics;
pub mod json;
pub mod pdf;
pub mod picture;
