//! How sure the figures are: spread, evidenced score, reliability.

use super::super::document::Source;
use super::super::words;
use super::{Derivation, Part, weight_text};
use crate::scoring::sensitivity::sensitivity;
use crate::scoring::trace;
use crate::text::{decimal, percent, t, ta};

/// The spread of the total and of the maturities.
pub(super) fn uncertainty(s: &Source<'_>) -> Derivation {
    let (language, levels) = (s.language, &s.pack.structure.levels);
    let settings = &s.pack.structure.uncertainty;
    let number = |x: f64| decimal(language, x, levels);
    let range =
        |low: f64, high: f64| ta(language, "bounds", &[("low", number(low).into()), ("high", number(high).into())]);
    let mut parts = Vec::new();
    let mut remarks = Vec::new();
    let total = s.sure.total.as_ref();
    if let Some(total) = total {
        for (key, x) in [
            ("explain-p5", total.spread.p5),
            ("explain-median", total.spread.median),
            ("explain-p95", total.spread.p95),
            ("explain-sem", total.sem),
            ("explain-smallest-change", total.smallest_change()),
        ] {
            parts.push(Part {
                name: t(language, key),
                value: Some(x),
                text: decimal(language, x, &[]),
                ..Part::default()
            });
        }
        let names = &s.pack.texts(language).levels;
        for (n, share) in total.level_shares.iter().enumerate().filter(|(_, share)| **share > 0.0) {
            let level = format!("{n} {}", names[n].name);
            parts.push(Part {
                name: ta(language, "explain-share-of-level", &[("level", level.into())]),
                value: Some(*share),
                text: percent(language, *share),
                ..Part::default()
            });
        }
        let other = sensitivity(s.pack, s.sheet, s.scores);
        for (key, value) in [("sure-rule-power", other.power_mean), ("sure-rule-geometric", other.geometric)] {
            if let Some(x) = value {
                parts.push(Part { name: t(language, key), value: Some(x), text: number(x), ..Part::default() });
            }
        }
        remarks.push(words::level_range(s.pack, s.language, total));
    }
    for (n, m) in s.scores.maturities.iter().enumerate() {
        if let Some(spread) = s.sure.maturity(n) {
            let name = &s.pack.texts(language).maturities[&m.id].name;
            remarks.push(format!("{name}: {}.", range(spread.p5, spread.p95)));
        }
    }
    let chance = |n: usize| percent(language, settings.moves[n]);
    Derivation {
        title: t(language, "screen-sure"),
        text: total.map_or_else(|| t(language, "insufficient-data"), |t| range(t.spread.p5, t.spread.p95)),
        rule: ta(
            language,
            "explain-uncertainty-rule",
            &[
                ("runs", crate::text::grouped(language, settings.runs as f64).into()),
                ("declared", chance(0).into()),
                ("shown", chance(1).into()),
                ("documented", chance(2).into()),
            ],
        ),
        parts,
        remarks,
        ..Derivation::default()
    }
}

/// The total with what is only declared held down.
pub(super) fn evidenced(s: &Source<'_>) -> Derivation {
    let language = s.language;
    let most = s.pack.structure.uncertainty.declared_at_most;
    let total = &s.scores.total;
    let number = |x: f64| decimal(language, x, &s.pack.structure.levels);
    // Only what loses something is listed: the rest counts as it is.
    let held = s.pack.structure.dimensions.iter().flat_map(|d| &d.subdimensions).flat_map(|sub| {
        trace::shares(s.pack, s.sheet, sub).into_iter().filter(|share| share.row.is_none() && share.evidence == 0)
    });
    let mut parts: Vec<Part> = Vec::new();
    for share in held {
        let Some(item) = s.pack.item(&share.item).filter(|i| i.kind == crate::pack::ItemKind::Ladder) else { continue };
        let step = s.sheet.answer(s.pack, &item.id).and_then(crate::assessment::combine::Combined::step);
        let Some(step) = step.filter(|step| *step > most) else { continue };
        if parts.iter().any(|p| p.item.as_ref() == Some(&item.id)) {
            continue;
        }
        let steps = [("from", weight_text(language, step).into()), ("to", weight_text(language, most).into())];
        parts.push(Part {
            item: Some(item.id.clone()),
            name: format!("{} {}", item.id, s.pack.item_name(language, item, s.sheet.sector())),
            value: Some(most),
            text: ta(language, "explain-held", &steps),
            ..Part::default()
        });
    }
    let formula = total.evidenced.zip(total.figure.score).map(|(evidenced, score)| {
        let places = [("declared", number(score).into()), ("evidenced", number(evidenced).into())];
        ta(language, "explain-evidenced-formula", &places)
    });
    Derivation {
        title: t(language, "explain-evidenced"),
        value: total.evidenced,
        text: words::score_text(s.pack, language, total.evidenced),
        rule: ta(language, "explain-evidenced-rule", &[("step", weight_text(language, most).into())]),
        formula,
        parts,
        ..Derivation::default()
    }
}

/// How far the answers are backed.
pub(super) fn reliability(s: &Source<'_>) -> Derivation {
    let language = s.language;
    let value = s.scores.total.reliability;
    let mut counts = [0_usize; 3];
    for (item, answer) in s.sheet.asked(s.pack).filter(|(item, _)| !item.feeds.is_empty()) {
        if matches!(answer.state, crate::assessment::State::Answered(_)) && item.kind.is_scored() {
            counts[usize::from(answer.evidence).min(2)] += 1;
        }
    }
    let parts = counts.iter().enumerate().map(|(grade, count)| Part {
        name: crate::text::capitalised(&t(language, &format!("evidence-{grade}"))),
        value: Some(*count as f64),
        text: ta(language, "explain-answers", &[("count", (*count).into())]),
        ..Part::default()
    });
    Derivation {
        title: t(language, "explain-reliability"),
        value,
        text: value.map_or_else(|| t(language, "insufficient-data"), |r| percent(language, r)),
        rule: t(language, "explain-reliability-rule"),
        parts: parts.collect(),
        ..Derivation::default()
    }
}
