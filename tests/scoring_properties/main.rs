//! What must hold of the figures whatever is answered (method §11).
//!
//! Properties are tried 256 times each, or as often as the environment variable `ORIENTA_CASES` says; the one that a better
//! answer lowers nothing is `monotone_full::a_better_answer_lowers_nothing`.
//!
//! Where the acceptance tests of the scoring engine (reference §4.8) are, the quick questionnaire before the full one:
//!
//! 1. all 0 and all at the best: `levels` and `whole`, `everything_at_…`
//! 2. every answer k is level k: `levels::every_answer_k_is_level_k`, `whole::every_answered_item_k_is_level_k`
//! 3. not applicable equals deleting: `missing::not_applicable_is_like_deleting_…`, `whole::not_applicable_is_like_deleting`
//! 4. a better answer lowers nothing: `monotone`, `monotone_full`
//! 5. don't know changes bounds and denominator alone: `dont_know_changes_the_bounds_and_the_denominator` in `missing` and
//!    `whole`; the figures themselves: `oracle`, `oracle_full`
//! 6. the worked check of DMAT, and six times 100: `dmat::the_worked_check_of_…`, `dmat::everything_ticked_is_six_times_a_hundred`
//! 7. classes of the DII, and the median: `dii::classes_change_at_four_seven_and_ten`, `dii::the_median_is_the_fiftieth_percentile`
//! 8. bands are continuous: `dmat::bands_are_continuous`
//! 9. the same seed gives the same runs: `uncertain::the_same_answers_give_the_same_runs`, and `the_runs_follow_the_method`
//! 10. an identical respondent changes nothing: `same` and `together`, `a_respondent_identical_to_the_first_changes_nothing`;
//!     `together::an_identical_respondent_changes_no_run`
//! 11. a cyclic catalogue of measures is rejected: `broken` in `tests/roadmap`
//! 12. versions 3 and 4 of the DII do not mix: the types do not allow it, shown by the example of `scoring::dii` that must not
//!     compile

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]
mod carried;
mod contradictions;
mod dii;
mod dmat;
mod explained;
mod full;
mod levels;
mod mapping;
mod matrix;
mod missing;
mod monotone;
mod monotone_full;
mod oracle;
mod oracle_full;
mod publication;
mod routing;
mod same;
mod support;
mod together;
mod uncertain;
mod whole;
