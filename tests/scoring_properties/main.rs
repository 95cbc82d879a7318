//! What must hold of the figures whatever is answered (method §11, acceptance tests of the scoring engine).

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]
mod dii;
mod levels;
mod missing;
mod monotone;
mod oracle;
mod publication;
mod same;
mod support;
