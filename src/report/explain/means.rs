//! Total, level, balance, maturities, dimensions and sub-dimensions.

use super::super::document::Source;
use super::super::words;
use super::{Derivation, Part, mean_formula, remarks_of, weight_text};
use crate::scoring::{Figure, trace};
use crate::text::{decimal, t, ta};

/// The dimensions wanted, as parts of a weighted mean.
fn dimension_parts(s: &Source<'_>, wanted: impl Fn(&str) -> bool) -> Vec<Part> {
    let texts = s.pack.texts(s.language);
    let pairs = s.pack.structure.dimensions.iter().zip(&s.scores.dimensions);
    pairs
        .filter(|(d, _)| wanted(&d.id))
        .map(|(d, scored)| Part {
            figure: Some(d.id.clone()),
            name: format!("{} {}", d.id, texts.dimensions[&d.id].name),
            weight: Some(d.weight),
            value: scored.figure.score,
            text: words::figure_text(s.pack, s.language, &scored.figure),
            ..Part::default()
        })
        .collect()
}

fn pairs(parts: &[Part]) -> Vec<(f64, f64)> {
    parts.iter().filter_map(|p| Some((p.weight.unwrap_or(1.0), p.value?))).collect()
}

/// What a published share asks for, where a figure is missing.
fn missing(s: &Source<'_>, parts: &[Part], [part, whole]: [u32; 2]) -> String {
    let published = parts.iter().filter(|p| p.value.is_some()).count();
    let places = [
        ("published", published.into()),
        ("of", parts.len().into()),
        ("needed", (parts.len() * part as usize).div_ceil(whole as usize).into()),
    ];
    ta(s.language, "explain-missing", &places)
}

fn over_dimensions(s: &Source<'_>, title: String, figure: &Figure, parts: Vec<Part>, share: [u32; 2]) -> Derivation {
    let formula = match figure.score {
        Some(score) => mean_formula(s, &pairs(&parts), score),
        None => Some(missing(s, &parts, share)),
    };
    Derivation {
        title,
        value: figure.score,
        text: words::figure_text(s.pack, s.language, figure),
        rule: t(s.language, "explain-total-rule"),
        formula,
        parts,
        remarks: remarks_of(s, figure),
        ..Derivation::default()
    }
}

/// The total.
pub(super) fn total(s: &Source<'_>) -> Derivation {
    let total = &s.scores.total;
    let parts = dimension_parts(s, |_| true);
    let title = t(s.language, "total");
    let mut out = over_dimensions(s, title, &total.figure, parts, s.pack.structure.publish.total);
    if total.figure.score.is_some() {
        let level = words::level_text(s.pack, s.language, total.level);
        out.remarks.insert(0, ta(s.language, "explain-total-level", &[("level", level.into())]));
    }
    out.remarks.extend(words::limits(s.pack, s.scores, s.language).into_iter().map(|limit| limit.text));
    out
}

/// The level: threshold reached, then gates.
pub(super) fn level(s: &Source<'_>) -> Derivation {
    let (language, structure, total) = (s.language, &s.pack.structure, &s.scores.total);
    let texts = s.pack.texts(language);
    let parts = texts.levels.iter().zip(&structure.levels).enumerate().map(|(n, (level, from))| Part {
        name: format!("{n} {}", level.name),
        detail: if total.level_uncapped.is_some_and(|l| usize::from(l) == n) {
            t(language, "explain-level-reached")
        } else {
            String::new()
        },
        value: Some(*from),
        text: ta(language, "explain-level-from", &[("points", weight_text(language, *from).into())]),
        ..Part::default()
    });
    let mut remarks: Vec<String> = total.gates.iter().map(|g| texts.gates[&g.id].clone()).collect();
    remarks.extend(words::limits(s.pack, s.scores, language).into_iter().map(|limit| limit.text));
    remarks.dedup();
    let mut seen = Vec::new();
    remarks.retain(|r| {
        let new = !seen.contains(r);
        seen.push(r.clone());
        new
    });
    let formula = total.figure.score.map(|score| {
        ta(
            language,
            "explain-level-formula",
            &[
                ("score", decimal(language, score, &structure.levels).into()),
                ("uncapped", words::level_text(s.pack, language, total.level_uncapped).into()),
                ("level", words::level_text(s.pack, language, total.level).into()),
            ],
        )
    });
    Derivation {
        title: t(language, "column-level"),
        value: total.level.map(f64::from),
        text: words::level_text(s.pack, language, total.level),
        rule: t(language, "explain-level-rule"),
        formula,
        parts: parts.collect(),
        remarks,
        ..Derivation::default()
    }
}

/// The balance of the profile.
pub(super) fn balance(s: &Source<'_>) -> Derivation {
    let language = s.language;
    let least = s.pack.structure.balance_below;
    let balance = s.scores.total.balance;
    Derivation {
        title: t(language, "explain-balance"),
        value: balance,
        text: words::score_text(s.pack, language, balance),
        rule: ta(language, "explain-balance-rule", &[("least", weight_text(language, least).into())]),
        formula: balance.and_then(|balance| balance_formula(s, balance)),
        parts: dimension_parts(s, |_| true).into_iter().filter(|p| p.value.is_some()).collect(),
        ..Derivation::default()
    }
}

/// «100 × geometric mean / arithmetic mean».
fn balance_formula(s: &Source<'_>, balance: f64) -> Option<String> {
    let dimensions = s.pack.structure.dimensions.iter().zip(&s.scores.dimensions);
    let pairs: Vec<(f64, f64)> =
        dimensions.filter_map(|(d, own)| Some((d.weight, own.figure.score?.max(1.0)))).collect();
    let weights: f64 = pairs.iter().map(|(w, _)| w).sum();
    let arithmetic = pairs.iter().map(|(w, x)| w * x).sum::<f64>() / weights;
    let number = |x: f64| decimal(s.language, x, &[]);
    let geometric = balance * arithmetic / 100.0;
    (weights > 0.0).then(|| format!("100 × {} / {} = {}", number(geometric), number(arithmetic), number(balance)))
}

/// A maturity.
pub(super) fn maturity(s: &Source<'_>, id: &str) -> Option<Derivation> {
    let found = s.scores.maturity(id)?;
    let structure = s.pack.structure.maturities.iter().find(|m| m.id == id)?;
    let parts = dimension_parts(s, |d| structure.dimensions.iter().any(|own| own == d));
    let title = s.pack.texts(s.language).maturities[id].name.clone();
    let mut out = over_dimensions(s, title, &found.figure, parts, s.pack.structure.publish.maturity);
    out.remarks.insert(0, s.pack.texts(s.language).maturities[id].text.clone());
    Some(out)
}

/// A dimension: the plain mean of its published sub-dimensions.
pub(super) fn dimension(s: &Source<'_>, id: &str) -> Option<Derivation> {
    let found = s.scores.dimension(id)?;
    let texts = s.pack.texts(s.language);
    let parts: Vec<Part> = found
        .subdimensions
        .iter()
        .map(|sub| Part {
            figure: Some(sub.id.clone()),
            name: format!("{} {}", sub.id, texts.items[&sub.id].name),
            value: sub.figure.score,
            text: words::figure_text(s.pack, s.language, &sub.figure),
            ..Part::default()
        })
        .collect();
    let share = s.pack.structure.publish.dimension;
    let formula = match found.figure.score {
        Some(score) => mean_formula(s, &pairs(&parts), score),
        None => Some(missing(s, &parts, share)),
    };
    let mut remarks = vec![texts.dimensions[id].meaning.clone()];
    remarks.extend(remarks_of(s, &found.figure));
    Some(Derivation {
        title: format!("{id} {}", texts.dimensions[id].name),
        value: found.figure.score,
        text: words::figure_text(s.pack, s.language, &found.figure),
        rule: t(s.language, "explain-dimension-rule"),
        formula,
        parts,
        remarks,
        ..Derivation::default()
    })
}

/// A sub-dimension: the weighted mean of its answers.
pub(super) fn subdimension(s: &Source<'_>, id: &str) -> Option<Derivation> {
    let language = s.language;
    let mut subdimensions = s.scores.dimensions.iter().flat_map(|d| &d.subdimensions);
    let found = subdimensions.find(|sub| sub.id == id)?;
    let parts: Vec<Part> = trace::shares(s.pack, s.sheet, id)
        .into_iter()
        .filter_map(|share| {
            let item = s.pack.item(&share.item)?;
            let text = s.pack.item_text(language, &item.id);
            let name = s.pack.item_name(language, item, s.sheet.sector());
            let row = share.row.as_ref().map(|row| words::option_label(item, text, row));
            Some(Part {
                figure: (item.id != id).then(|| item.id.clone()),
                item: Some(item.id.clone()),
                name: row.map_or_else(|| format!("{} {name}", item.id), |row| format!("{} {name}: {row}", item.id)),
                detail: if share.row.is_none() {
                    words::answer_text(s.pack, s.sheet, item, language)
                } else {
                    String::new()
                },
                weight: Some(share.weight),
                value: share.score,
                text: share.score.map_or_else(
                    || t(language, "explain-not-counted"),
                    |score| decimal(language, score, &s.pack.structure.levels),
                ),
            })
        })
        .collect();
    let formula = found.figure.score.and_then(|score| mean_formula(s, &pairs(&parts), score));
    Some(Derivation {
        title: format!("{id} {}", s.pack.item_text(language, id).name),
        value: found.figure.score,
        text: words::figure_text(s.pack, language, &found.figure),
        rule: t(language, "explain-subdimension-rule"),
        formula,
        parts,
        remarks: remarks_of(s, &found.figure),
        ..Derivation::default()
    })
}
