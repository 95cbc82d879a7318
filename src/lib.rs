//! Orienta: digital and technological maturity self-assessment for small and medium companies.
//!
//! The data flows one way, and the modules below are listed in that order:
//!
//! ```text
//! questionnaire pack + region pack + measures ─► assessment ─► scoring ─► matching ─► roadmap ─► report ─► { screens, PDF, JSON, CSV }
//! ```
//!
//! A module imports only from modules above it in the list; `tests/layers.rs` holds this.

pub mod notice;

pub mod text;

pub mod style;

pub mod pack;

pub mod assessment;

pub mod scoring;

pub mod matching;

pub mod roadmap;

pub mod report;

pub mod pipeline;

pub mod export;

pub mod portfolio;

pub mod app;

pub mod cli;

#[cfg(feature = "gui")]
pub mod ui;
