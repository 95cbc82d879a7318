//! How a figure came about: the answers, weights, formula and rule behind it, as text and as numbers. Screen, command line and
//! exported text read the same derivation.

mod item;
mod means;
mod readings;
mod sure;

use std::fmt::Write as _;

use super::document::Source;
use crate::text::{Language, decimal, t, ta};

/// A figure with what it is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Derivation {
    /// Id asked for, e.g. `total`, `D2`, `A4`, `dii_v3`.
    pub id: String,
    /// What the figure is.
    pub title: String,
    /// The figure as a number, not rounded; none where it is not published or is no number.
    pub value: Option<f64>,
    /// The figure as it is printed.
    pub text: String,
    /// The rule that makes it, in words.
    pub rule: String,
    /// The rule with this company's numbers.
    pub formula: Option<String>,
    /// What it is made of, in the order in which it counts.
    pub parts: Vec<Part>,
    /// What else must be known: bounds, coverage, limits, sources.
    pub remarks: Vec<String>,
    /// The item, where it is an answer that is explained.
    pub item: Option<String>,
}

/// Something a figure is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// What can be explained in turn.
    pub figure: Option<String>,
    /// The item whose answer it is.
    pub item: Option<String>,
    /// Its name.
    pub name: String,
    /// The answer, or how the part reads.
    pub detail: String,
    /// Its weight, where parts have one.
    pub weight: Option<f64>,
    /// Its value as a number.
    pub value: Option<f64>,
    /// Its value as printed.
    pub text: String,
}

/// Every id that can be explained for this company, in reading order.
#[must_use]
pub fn ids(s: &Source<'_>) -> Vec<String> {
    let mut out: Vec<String> = ["total", "level"].map(str::to_owned).to_vec();
    out.extend(s.scores.maturities.iter().map(|m| m.id.clone()));
    for d in &s.scores.dimensions {
        out.push(d.id.clone());
        out.extend(d.subdimensions.iter().map(|sub| sub.id.clone()));
    }
    out.extend(["uncertainty", "evidenced", "reliability", "balance"].map(str::to_owned));
    out.extend(s.scores.dii_v3.iter().map(|_| "dii_v3".to_owned()));
    out.extend(s.scores.dii_v4.iter().map(|_| "dii_v4".to_owned()));
    if let Some(dmat) = &s.scores.dmat {
        out.push("dmat".into());
        out.extend(dmat.dimensions.iter().map(|(id, _)| format!("dmat.{id}")));
    }
    if let Some(matrix) = &s.scores.matrix {
        out.push("matrix".into());
        out.extend(matrix.processes.iter().chain(&matrix.analyses).map(|(id, _)| format!("matrix.{id}")));
    }
    out.extend(s.scores.contradictions.iter().map(|c| c.id.clone()));
    for (asked, _) in s.sheet.asked(s.pack) {
        if !out.contains(&asked.id) {
            out.push(asked.id.clone());
        }
    }
    out
}

/// How the figure with this id came about; none where there is no such figure.
#[must_use]
pub fn derivation(s: &Source<'_>, id: &str) -> Option<Derivation> {
    let found = match id {
        "total" => means::total(s),
        "level" => means::level(s),
        "balance" => means::balance(s),
        "uncertainty" => sure::uncertainty(s),
        "evidenced" => sure::evidenced(s),
        "reliability" => sure::reliability(s),
        "dii_v3" => s.scores.dii_v3.as_ref().map(|r| readings::dii(s, r))?,
        "dii_v4" => s.scores.dii_v4.as_ref().map(|r| readings::dii(s, r))?,
        "dmat" => readings::dmat(s)?,
        "matrix" => readings::matrix(s)?,
        _ => None
            .or_else(|| id.strip_prefix("dmat.").and_then(|id| readings::dmat_dimension(s, id)))
            .or_else(|| id.strip_prefix("matrix.").and_then(|id| readings::matrix_line(s, id)))
            .or_else(|| means::maturity(s, id))
            .or_else(|| means::dimension(s, id))
            .or_else(|| means::subdimension(s, id))
            .or_else(|| item::contradiction(s, id))
            .or_else(|| item::item(s, id))?,
    };
    Some(Derivation { id: id.to_owned(), ..found })
}

impl Derivation {
    /// The derivation as plain text, to be kept or sent.
    #[must_use]
    pub fn as_text(&self, language: Language) -> String {
        let mut out = format!("{}: {}\n\n{}\n", self.title, self.text, self.rule);
        if let Some(formula) = &self.formula {
            let _ = writeln!(out, "{formula}");
        }
        if !self.parts.is_empty() {
            let _ = writeln!(out, "\n{}", t(language, "explain-parts"));
        }
        for part in &self.parts {
            let weight = part.weight.map_or_else(String::new, |w| {
                format!(" ({})", ta(language, "explain-weight", &[("weight", weight_text(language, w).into())]))
            });
            let detail = if part.detail.is_empty() { String::new() } else { format!(" – {}", part.detail) };
            let _ = writeln!(out, "  - {}: {}{weight}{detail}", part.name, part.text);
        }
        if !self.remarks.is_empty() {
            out.push('\n');
        }
        for remark in &self.remarks {
            let _ = writeln!(out, "{remark}");
        }
        out
    }
}

/// A weight as written: whole where it is, else with up to three decimals.
#[must_use]
pub fn weight_text(language: Language, weight: f64) -> String {
    let text = format!("{:.3}", weight + 1e-9);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.replace('.', &t(language, "number-decimal"))
}

/// «(2 × 40,0 + 1 × 60,0) / 3 = 46,7»; equal weights are left out.
fn mean_formula(s: &Source<'_>, pairs: &[(f64, f64)], result: f64) -> Option<String> {
    let (first, _) = pairs.first()?;
    let value = |x: f64| decimal(s.language, x, &s.pack.structure.levels);
    let equal = pairs.iter().all(|(w, _)| (w - first).abs() < 1e-12);
    let terms: Vec<String> = pairs
        .iter()
        .map(|(w, x)| if equal { value(*x) } else { format!("{} × {}", weight_text(s.language, *w), value(*x)) })
        .collect();
    let over = if equal {
        pairs.len().to_string()
    } else {
        weight_text(s.language, pairs.iter().map(|(w, _)| w).sum::<f64>())
    };
    Some(format!("({}) / {over} = {}", terms.join(" + "), value(result)))
}

/// Bounds and coverage of a figure, as remarks.
fn remarks_of(s: &Source<'_>, figure: &crate::scoring::Figure) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(bounds) = super::words::bounds_text(s.pack, s.language, figure) {
        out.push(ta(s.language, "explain-bounds", &[("bounds", bounds.into())]));
    }
    let coverage = super::words::coverage_text(s.language, figure);
    out.push(crate::text::sentence(&coverage));
    out
}
