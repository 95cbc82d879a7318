//! An evaluation as bytes for the outside. Writing, naming and overwriting files is the caller's.

pub mod charts;
pub mod csv;
pub mod docx;
pub mod handout;
pub mod ics;
pub mod json;
pub mod paper_form;
pub mod pdf;
pub mod picture;
pub mod xlsx;
