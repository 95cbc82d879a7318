//! What must hold of the figures whatever is answered (method §11, acceptance tests of the scoring engine).

mod dii;
mod levels;
mod missing;
mod monotone;
mod oracle;
mod publication;
mod same;
mod support;
