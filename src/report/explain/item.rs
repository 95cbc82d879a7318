//! A single answer, and answers that do not go together.

use super::super::document::{Source, activity_text, province_text};
use super::super::words;
use super::{Derivation, Part};
use crate::assessment::{Cell, State, Value, Word};
use crate::pack::{Item, ItemKind};
use crate::scoring::trace;
use crate::text::{decimal, t, ta};

/// An answer: what it is worth, and for which figures it counts.
pub(super) fn item(s: &Source<'_>, id: &str) -> Option<Derivation> {
    let language = s.language;
    let item = s.pack.item(id)?;
    let answer = s.sheet.answer(s.pack, id)?;
    let texts = s.pack.item_text(language, id);
    let mut parts: Vec<Part> = Vec::new();
    if let State::Answered(Value::Rows(rows)) = &answer.state {
        for row in &item.options {
            let value = match rows.get(row) {
                Some(Cell::Number(v)) if item.kind == ItemKind::Rows => Some(20.0 * v),
                Some(Cell::Number(v)) => Some(100.0 * v),
                Some(Cell::Word(Word::NotApplicable | Word::DontKnow)) | None => None,
            };
            parts.push(Part {
                name: words::option_label(item, texts, row),
                value,
                text: value.map_or_else(
                    || t(language, "explain-not-counted"),
                    |score| decimal(language, score, &s.pack.structure.levels),
                ),
                ..Part::default()
            });
        }
    }
    // Where it counts: the way up from the answer.
    for feed in &item.feeds {
        let share: Vec<trace::Share> =
            trace::shares(s.pack, s.sheet, &feed.to).into_iter().filter(|share| share.item == id).collect();
        let weight: f64 = share.iter().map(|share| share.weight).sum();
        let score = (weight > 0.0 && share.iter().all(|one| one.score.is_some()))
            .then(|| share.iter().map(|one| one.weight * one.score.unwrap_or(0.0)).sum::<f64>() / weight);
        parts.push(Part {
            figure: Some(feed.to.clone()),
            name: ta(
                language,
                "explain-counts-for",
                &[("name", format!("{} {}", feed.to, s.pack.item_text(language, &feed.to).name).into())],
            ),
            weight: Some(weight),
            value: score,
            text: score.map_or_else(
                || t(language, "explain-not-counted"),
                |score| decimal(language, score, &s.pack.structure.levels),
            ),
            ..Part::default()
        });
    }
    for version in &item.dii {
        parts.push(Part {
            figure: Some(format!("dii_{version}")),
            name: ta(language, "dii-version", &[("version", version.into())]),
            text: words::answer_text(s.pack, s.sheet, item, language),
            ..Part::default()
        });
    }
    let evidence = t(language, &format!("evidence-{}", answer.evidence));
    let remarks = if matches!(answer.state, State::Answered(_)) && item.kind.is_scored() {
        vec![ta(language, "explain-evidence", &[("evidence", evidence.into())])]
    } else {
        Vec::new()
    };
    Some(Derivation {
        title: format!("{id} {}", s.pack.item_name(language, item, s.sheet.sector())),
        value: answer.step().filter(|_| item.kind == ItemKind::Ladder),
        text: company_text(s, id).unwrap_or_else(|| words::answer_text(s.pack, s.sheet, item, language)),
        rule: t(language, rule(item)),
        parts,
        remarks,
        item: Some(id.to_owned()),
        ..Derivation::default()
    })
}

/// Activity, province and people, which the file keeps with the company.
fn company_text(s: &Source<'_>, id: &str) -> Option<String> {
    match id {
        "P1" => activity_text(s.assessment, s.language),
        "P2" => province_text(s),
        "P3" => s.assessment.company.employees.map(|n| crate::text::grouped(s.language, f64::from(n))),
        _ => None,
    }
}

fn rule(item: &Item) -> &'static str {
    match item.kind {
        ItemKind::Ladder => "explain-ladder-rule",
        ItemKind::Ticks => "explain-ticks-rule",
        ItemKind::Rows => "explain-rows-rule",
        ItemKind::Partly => "explain-partly-rule",
        ItemKind::Fact => "explain-fact-rule",
        ItemKind::Choice | ItemKind::Number | ItemKind::Text => "explain-unscored-rule",
    }
}

/// Answers that do not go together.
pub(super) fn contradiction(s: &Source<'_>, id: &str) -> Option<Derivation> {
    let language = s.language;
    let found = s.scores.contradictions.iter().find(|c| c.id == id)?;
    let text = &s.pack.texts(language).contradictions[id];
    let parts = found.items.iter().filter_map(|id| {
        let item = s.pack.item(id)?;
        Some(Part {
            item: Some(id.clone()),
            name: format!("{id} {}", s.pack.item_name(language, item, s.sheet.sector())),
            text: words::answer_text(s.pack, s.sheet, item, language),
            ..Part::default()
        })
    });
    Some(Derivation {
        title: t(language, "screen-contradictions"),
        text: text.name.clone(),
        rule: t(language, "explain-contradiction-rule"),
        parts: parts.collect(),
        remarks: vec![text.text.clone()],
        ..Derivation::default()
    })
}
