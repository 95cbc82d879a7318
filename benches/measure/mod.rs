//! What the benchmarks that compare within one run share: reading criterion's medians and judging their ratio.

use std::path::Path;
use std::time::SystemTime;

/// Criterion's median in nanoseconds below its folder `results`, where this run measured it.
pub(crate) fn median(results: &str, started: SystemTime, group: &str, id: &str) -> Option<f64> {
    let path = Path::new(results).join(group).join(id).join("new/estimates.json");
    let fresh = std::fs::metadata(&path).and_then(|m| m.modified()).is_ok_and(|at| at >= started);
    let bytes = fresh.then(|| std::fs::read(&path).ok()).flatten()?;
    serde_json::from_slice::<serde_json::Value>(&bytes).ok()?["median"]["point_estimate"].as_f64()
}

/// What is said of a ratio; nothing where it is within the aim.
pub(crate) fn verdict(ratio: f64, aim: f64, limit: f64) -> &'static str {
    match ratio {
        r if r > limit => "FAULT: over the limit",
        r if r > aim => "over the aim",
        _ => "",
    }
}
