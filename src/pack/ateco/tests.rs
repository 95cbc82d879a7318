//! Tests of the classification: the data and looking up, the exclusions, the search.

mod data;
mod exclusions;
mod search;

use super::{Activity, Ateco, Edition};

/// The digits of a code.
fn digits(code: &str) -> String {
    code.replace('.', "")
}

/// Whether one code is the other, or lies above or below it by zeros only: 25.62, 25.62.0, 25.62.00.
fn same_chain(a: &str, b: &str) -> bool {
    let (a, b) = (digits(a), digits(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.strip_prefix(&short).is_some_and(|rest| rest.bytes().all(|digit| digit == b'0'))
}

fn found<'a>(ateco: &'a Ateco, query: &str, edition: Edition, limit: usize) -> Vec<&'a Activity> {
    ateco.search(query, Some(edition), limit).into_iter().map(|hit| hit.activity).collect()
}

fn codes(activities: &[&Activity]) -> Vec<String> {
    activities.iter().map(|activity| activity.code.clone()).collect()
}
