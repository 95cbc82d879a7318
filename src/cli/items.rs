//! `items`: what a questionnaire asks, for other programs.

use serde_json::{Value, json};

use super::Failure;
use crate::assessment::import;
use crate::assessment::sheet::asked_of;
use crate::pack::ateco::Family;
use crate::pack::{Item, Mode, Pack};
use crate::text::{Language, ta};

/// Refuses a sector family that does not exist.
pub(super) fn check_sector(sector: Option<&str>, language: Language) -> Result<(), Failure> {
    match sector {
        Some(name) if !Family::ALL.iter().any(|f| f.as_str().eq_ignore_ascii_case(name)) => {
            let known: Vec<&str> = Family::ALL.iter().map(|f| f.as_str()).collect();
            let sentence =
                ta(language, "cli-unknown-sector", &[("id", name.into()), ("known", known.join(", ").into())]);
            Err(Failure::Usage(sentence))
        }
        _ => Ok(()),
    }
}

/// The header an import needs.
pub(super) fn csv_header(pack: &Pack, mode: Mode, family: Option<&str>) -> Vec<u8> {
    let mut line = import::header(pack, |i| i.mode <= mode && asked_of(pack, i, family)).join(",");
    line.push('\n');
    line.into_bytes()
}

/// The items as JSON, those of a sector family where one is named: what is known never to be asked of it is left out.
pub(super) fn json(pack: &Pack, mode: Mode, family: Option<&str>) -> Value {
    pack.items(mode).filter(|i| asked_of(pack, i, family)).map(|i| item(pack, i)).collect()
}

fn item(pack: &Pack, i: &Item) -> Value {
    let part_of: Vec<&str> = i.feeds.iter().map(|f| f.to.as_str()).collect();
    let dimension = part_of.first().and_then(|sub| pack.dimension_of(sub)).map(|d| d.id.as_str());
    let texts: serde_json::Map<String, Value> = pack
        .languages()
        .iter()
        .filter_map(|code| Some((code.clone(), texts(pack, i, Language::from_code(code)?))))
        .collect();
    let mut object = json!({
        "id": i.id,
        "type": i.kind.name(),
        "dimension": dimension,
        "mode": i.mode.name(),
        "options": (!i.options.is_empty()).then_some(&i.options),
        "negative": i.negative,
        "max": i.max,
        "part_of": part_of,
        "allows_na": i.allows_na,
        "seconds": i.seconds,
        "texts": texts,
    });
    if let Value::Object(fields) = &mut object
        && !i.dii.is_empty()
    {
        fields.insert("dii".into(), json!(i.dii));
    }
    object
}

fn texts(pack: &Pack, i: &Item, language: Language) -> Value {
    let text = pack.item_text(language, &i.id);
    json!({
        "name": text.name,
        "question": text.question,
        "why": text.why,
        "help": text.help,
        "steps": (!text.steps.is_empty()).then_some(&text.steps),
        "examples": (!text.examples.is_empty()).then_some(&text.examples),
        "options": (!text.options.is_empty()).then_some(&text.options),
        "hints": (!text.hints.is_empty()).then_some(&text.hints),
        "columns": (!text.columns.is_empty()).then_some(&text.columns),
    })
}
