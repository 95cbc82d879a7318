//! From gaps to a plan: which measures the answers call for, which of them fit the purse best, and when (method §10).
//!
//! [`agenda`] works out what each measure of the catalogue would do for this company and what it takes; [`plan`] chooses the
//! best set under a budget and a number of person-days, exactly, and lays it out over quarters. A gain says «if the measure
//! brings A6 to step 3»; it is no forecast. The module knows neither screen nor paper, and the day is handed in.

mod agenda;
mod choose;
mod proposals;
mod schedule;
pub mod solver;
mod targets;

pub use crate::assessment::Quarter;
pub use agenda::{Agenda, Entry, NoPlan, Quadrant, Raised, State, agenda};
pub use choose::{Forecast, Kept, Plan, Point, Purse, Refusal, Step, plan, scenarios};
pub use proposals::{Proposal, proposals};
pub use targets::{Target, targets};
