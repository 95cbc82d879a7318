//! The readings on other scales.

use super::super::document::{Source, dii_source};
use super::super::words;
use super::{Derivation, Part, mean_formula, weight_text};
use crate::assessment::State;
use crate::pack::benchmark::{BOUNDS, DiiVersion};
use crate::pack::questionnaire::QuickPart;
use crate::scoring::dii;
use crate::scoring::dmat::Form;
use crate::text::{decimal, percent, t, ta};

/// A reading of the Digital Intensity Index.
pub(super) fn dii<V: DiiVersion>(s: &Source<'_>, reading: &dii::Reading<V>) -> Derivation {
    let language = s.language;
    let parts = reading
        .facts
        .iter()
        .filter_map(|(id, yes)| {
            let item = s.pack.item(id)?;
            Some(Part {
                item: Some(id.clone()),
                name: format!("{id} {}", s.pack.item_text(language, id).name),
                value: yes.map(|yes| f64::from(u8::from(yes))),
                text: words::answer_text(s.pack, s.sheet, item, language),
                ..Part::default()
            })
        })
        .collect();
    let mut remarks = Vec::new();
    let (mut formula, mut text, mut value) = (None, t(language, "insufficient-data"), None);
    match &reading.figures {
        None => remarks.push(ta(language, "dii-too-few", &[("share", percent(language, reading.coverage).into())])),
        Some(figures) => {
            value = Some(f64::from(figures.count));
            text = ta(
                language,
                "explain-dii-text",
                &[("count", figures.count.into()), ("class", words::class_text(language, figures.class).into())],
            );
            remarks.push(super::super::document::dii_sentence(figures, language));
            if let Some(benchmark) = &figures.benchmark {
                formula = Some(percentile_formula(s, figures.count, benchmark.italy.shares, benchmark.percentile));
                remarks.push(dii_source(&benchmark.italy, language));
            }
        }
    }
    remarks.extend(reading.caveats.iter().map(|c| s.pack.texts(language).caveats[c.id()].clone()));
    Derivation {
        title: ta(language, "dii-version", &[("version", V::ID.into())]),
        value,
        text,
        rule: t(language, "explain-dii-rule"),
        formula,
        parts,
        remarks,
        ..Derivation::default()
    }
}

/// F(x) with this company's numbers.
fn percentile_formula(s: &Source<'_>, count: u32, shares: [f64; 4], percentile: f64) -> String {
    let language = s.language;
    let x = f64::from(count);
    let class = BOUNDS[1..4].iter().filter(|&&end| x > end).count();
    let all: f64 = shares.iter().sum();
    let below: f64 = shares[..class].iter().sum::<f64>() / all * 100.0;
    let own = shares[class] / all * 100.0;
    let number = |x: f64| decimal(language, x, &[]);
    format!(
        "F({count}) = {} + {} × ({} − {}) / ({} − {}) = {}",
        number(below),
        number(own),
        weight_text(language, x),
        number(BOUNDS[class]),
        number(BOUNDS[class + 1]),
        number(BOUNDS[class]),
        number(percentile)
    )
}

fn band_text(s: &Source<'_>, band: crate::scoring::dmat::Band) -> String {
    t(s.language, &format!("dmat-band-{}", band.id().replace('_', "-")))
}

/// The estimate on DMAT's scale.
pub(super) fn dmat(s: &Source<'_>) -> Option<Derivation> {
    let (language, reading) = (s.language, s.scores.dmat.as_ref()?);
    let texts = s.pack.texts(language);
    let parts: Vec<Part> = reading
        .dimensions
        .iter()
        .map(|(id, score)| Part {
            figure: Some(format!("dmat.{id}")),
            name: texts.dmat[id].clone(),
            value: *score,
            text: words::score_text(s.pack, language, *score),
            ..Part::default()
        })
        .collect();
    let pairs: Vec<(f64, f64)> = parts.iter().filter_map(|p| Some((1.0, p.value?))).collect();
    let total = reading.total;
    let mut remarks = vec![t(language, "dmat-unofficial")];
    if reading.form == Form::Quick {
        remarks.push(ta(language, "dmat-margin", &[("margin", weight_text(language, reading.margin).into())]));
    }
    remarks.push(ta(language, "explain-coverage", &[("share", percent(language, reading.coverage).into())]));
    Some(Derivation {
        title: t(language, "dmat-title"),
        value: total.map(|(total, _)| total),
        text: total.map_or_else(
            || t(language, "insufficient-data"),
            |(total, band)| format!("{} · {}", decimal(language, total, &[]), band_text(s, band)),
        ),
        rule: t(language, if reading.form == Form::Full { "explain-dmat-full" } else { "explain-dmat-quick" }),
        formula: total.and_then(|(total, _)| mean_formula(s, &pairs, total)),
        parts,
        remarks,
        ..Derivation::default()
    })
}

/// A dimension of the estimate.
pub(super) fn dmat_dimension(s: &Source<'_>, id: &str) -> Option<Derivation> {
    let (language, reading) = (s.language, s.scores.dmat.as_ref()?);
    let structure = s.pack.structure.dmat.as_ref()?;
    let (_, score) = reading.dimensions.iter().find(|(own, _)| own == id)?;
    let answer = |item: &str| -> Option<Part> {
        let found = s.pack.item(item)?;
        Some(Part {
            figure: Some(item.to_owned()),
            item: Some(item.to_owned()),
            name: format!("{item} {}", s.pack.item_text(language, item).name),
            text: words::answer_text(s.pack, s.sheet, found, language),
            ..Part::default()
        })
    };
    let parts = match reading.form {
        Form::Full => {
            let dimension = structure.full.iter().find(|d| d.id == id)?;
            let mut items: Vec<&str> = dimension.parts.iter().map(|p| p.item.as_str()).collect();
            items.dedup();
            items.into_iter().filter_map(answer).collect()
        }
        Form::Quick => {
            let dimension = structure.quick.iter().find(|d| d.id == id)?;
            let items = dimension.parts.iter().flat_map(|part| match part {
                QuickPart::Ladders(ids) => ids.iter().map(String::as_str).collect::<Vec<_>>(),
                QuickPart::Facts(places) => places.iter().flatten().map(String::as_str).collect(),
            });
            items.filter_map(answer).collect()
        }
    };
    let rule = match (reading.form, id) {
        (Form::Full, "1") => "explain-dmat-part-plans",
        (Form::Full, _) => "explain-dmat-part-full",
        (Form::Quick, _) => "explain-dmat-part-quick",
    };
    Some(Derivation {
        title: s.pack.texts(language).dmat[id].clone(),
        value: *score,
        text: words::score_text(s.pack, language, *score),
        rule: t(language, rule),
        parts,
        remarks: vec![t(language, "dmat-unofficial")],
        ..Derivation::default()
    })
}

/// The name of a process or analysis of the matrix, as this company's sector says it.
pub(super) fn line_name(s: &Source<'_>, id: &str) -> String {
    s.pack.matrix_name(s.language, id, s.sheet.sector()).to_owned()
}

fn step_mean(s: &Source<'_>, mean: Option<f64>) -> String {
    mean.map_or_else(|| t(s.language, "insufficient-data"), |m| decimal(s.language, m, &[]))
}

/// The process × analysis matrix.
pub(super) fn matrix(s: &Source<'_>) -> Option<Derivation> {
    let (language, reading) = (s.language, s.scores.matrix.as_ref()?);
    let parts = reading.processes.iter().chain(&reading.analyses).map(|(id, mean)| Part {
        figure: Some(format!("matrix.{id}")),
        name: line_name(s, id),
        value: *mean,
        text: step_mean(s, *mean),
        ..Part::default()
    });
    Some(Derivation {
        title: t(language, "screen-matrix"),
        text: t(language, if reading.is_published() { "explain-matrix-text" } else { "insufficient-data" }),
        rule: t(language, "explain-matrix-rule"),
        parts: parts.collect(),
        remarks: reading
            .coverage
            .map(|c| ta(language, "explain-coverage", &[("share", percent(language, c).into())]))
            .into_iter()
            .collect(),
        ..Derivation::default()
    })
}

/// A row or a column of the matrix.
pub(super) fn matrix_line(s: &Source<'_>, id: &str) -> Option<Derivation> {
    let (language, reading) = (s.language, s.scores.matrix.as_ref()?);
    let (_, mean) = reading.processes.iter().chain(&reading.analyses).find(|(own, _)| own == id)?;
    let parts: Vec<Part> = reading
        .cells
        .iter()
        .filter(|c| c.process == id || c.analysis == id)
        .filter_map(|c| {
            let item = s.pack.item(&c.item)?;
            let other = if c.process == id { &c.analysis } else { &c.process };
            let state = &s.sheet.answer(s.pack, &c.item)?.state;
            let text = match (state, c.value) {
                (State::Answered(_), Some(value)) => decimal(language, value, &[]),
                _ => words::answer_text(s.pack, s.sheet, item, language),
            };
            Some(Part {
                figure: Some(c.item.clone()),
                item: Some(c.item.clone()),
                name: line_name(s, other),
                value: c.value,
                text,
                ..Part::default()
            })
        })
        .collect();
    let pairs: Vec<(f64, f64)> = parts.iter().filter_map(|p| Some((1.0, p.value?))).collect();
    Some(Derivation {
        title: line_name(s, id),
        value: *mean,
        text: step_mean(s, *mean),
        rule: t(language, "explain-matrix-line-rule"),
        formula: mean.and_then(|mean| mean_formula(s, &pairs, mean)),
        parts,
        ..Derivation::default()
    })
}
