//! Figures and answers as one flat table: a row a figure, a row an answer.

use crate::assessment::{State, import};
use crate::pipeline::Evaluation;
use crate::scoring::Figure;

const HEADER: [&str; 10] = ["kind", "id", "name", "score", "level", "low", "high", "coverage", "state", "value"];

/// The table as CSV with commas and decimal points, whatever the language; texts that a spreadsheet would take for a
/// formula are made harmless.
///
/// # Errors
/// When a row cannot be written, which memory alone decides.
pub fn table(e: &Evaluation<'_>) -> Result<Vec<u8>, csv::Error> {
    let texts = e.pack.texts(e.language);
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(HEADER)?;
    let mut row =
        |kind: &str, id: &str, name: &str, f: Option<&Figure>, level: Option<u8>, state: &str, value: &str| {
            let number = |x: Option<f64>| x.map_or_else(String::new, |x| x.to_string());
            out.write_record([
                kind,
                id,
                &harmless(name),
                &number(f.and_then(|f| f.score)),
                &level.map_or_else(String::new, |l| l.to_string()),
                &number(f.and_then(|f| f.low)),
                &number(f.and_then(|f| f.high)),
                &number(f.and_then(|f| f.coverage)),
                state,
                &harmless(value),
            ])
        };
    let c = &e.assessment.company;
    row("company", "name", &c.name, None, None, "", &c.name)?;
    for (id, value) in [
        ("ateco", c.ateco.as_ref().map(|a| a.code.clone())),
        ("ateco_edition", c.ateco.as_ref().map(|a| a.edition.clone())),
        ("province", c.province.clone()),
        ("employees", c.employees.map(|n| n.to_string())),
    ] {
        row("company", id, id, None, None, "", &value.unwrap_or_default())?;
    }
    let total = &e.scores.total;
    row("total", "total", "", Some(&total.figure), total.level, "", "")?;
    for m in &e.scores.maturities {
        row("maturity", &m.id, &texts.maturities[&m.id].name, Some(&m.figure), m.level, "", "")?;
    }
    for d in &e.scores.dimensions {
        row("dimension", &d.id, &texts.dimensions[&d.id].name, Some(&d.figure), d.level, "", "")?;
        for s in &d.subdimensions {
            row("subdimension", &s.id, &texts.items[&s.id].name, Some(&s.figure), None, "", "")?;
        }
    }
    for (item, answer) in e.sheet.asked(e.pack).filter(|(i, _)| !["P1", "P2", "P3"].contains(&i.id.as_str())) {
        let (state, value) = match &answer.state {
            State::Answered(value) => ("answered", import::cell(item, value)),
            State::NotApplicable => ("not_applicable", String::new()),
            State::DontKnow => ("dont_know", String::new()),
            State::Skipped => ("skipped", String::new()),
            State::Open => ("open", String::new()),
        };
        row("answer", &item.id, &e.pack.item_text(e.language, &item.id).question, None, None, state, &value)?;
    }
    out.into_inner().map_err(|e| csv::Error::from(e.into_error()))
}

fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}
