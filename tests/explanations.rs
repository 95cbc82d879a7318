//! How every figure came about: the parts make the figure, every way leads somewhere, every word is there.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::fs;
use std::path::Path;

use orienta::assessment::file;
use orienta::pack::shipped;
use orienta::pipeline::{Evaluation, evaluate_owned};
use orienta::report::explain::{Derivation, derivation, ids};
use orienta::text::Language;
use serde_json::Value;

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 23);

fn examples() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let paths = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    let mut list: Vec<_> = paths
        .filter(|p| p.to_string_lossy().ends_with(".orienta.json"))
        .map(|p| (p.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&p).unwrap()))
        .collect();
    list.sort();
    assert!(list.len() >= 6);
    list
}

fn evaluation(bytes: &[u8], language: Language) -> Evaluation<'static> {
    let opened = file::open(bytes, |id| shipped().get(id), language).unwrap();
    evaluate_owned(opened.pack, opened.assessment, TODAY, language)
}

/// Σ w·v / Σ w over the parts that have a value; parts without a weight weigh the same.
fn mean(d: &Derivation) -> Option<f64> {
    let pairs: Vec<(f64, f64)> = d.parts.iter().filter_map(|p| Some((p.weight.unwrap_or(1.0), p.value?))).collect();
    let weights: f64 = pairs.iter().map(|(w, _)| w).sum();
    (weights > 0.0).then(|| pairs.iter().map(|(w, v)| w * v).sum::<f64>() / weights)
}

#[test]
fn every_figure_is_explained_in_every_language() {
    for (name, bytes) in examples() {
        for language in Language::all() {
            let e = evaluation(&bytes, language);
            let source = e.source();
            let all = ids(&source);
            assert!(all.len() > 70, "{name}: {}", all.len());
            for id in &all {
                let d = derivation(&source, id).unwrap_or_else(|| panic!("{name}: {id} has no explanation"));
                assert_eq!(&d.id, id);
                for text in [&d.title, &d.text, &d.rule] {
                    assert!(!text.trim().is_empty(), "{name} {id}");
                }
                let text = d.as_text(language);
                // A key nobody has a text for shows as itself, a placeholder nobody fills in braces.
                assert!(!text.contains("explain-") && !text.contains('{'), "{name} {id}: {text}");
                for part in &d.parts {
                    assert!(!part.name.trim().is_empty() && !part.text.trim().is_empty(), "{name} {id}");
                    if let Some(figure) = &part.figure {
                        assert!(all.contains(figure), "{name}: {id} leads to {figure}, which leads nowhere");
                    }
                    if let Some(item) = &part.item {
                        assert!(
                            e.sheet.answer(e.pack, item).is_some(),
                            "{name}: {id} leads to {item}, which is not asked"
                        );
                    }
                }
            }
            assert!(derivation(&source, "nothing of this name").is_none());
        }
    }
}

/// The parts of a mean make it, and the value is that of the figures: worked out here from weights and values alone.
#[test]
fn the_parts_make_the_figure() {
    let mut checked = 0;
    for (name, bytes) in examples() {
        let e = evaluation(&bytes, Language::IT);
        let source = e.source();
        let scores: Value = orienta::export::json::scores(&e);
        let figure = |id: &str| -> Option<f64> {
            let found = |object: &Value| object["score"].as_f64();
            if id == "total" {
                return found(&scores["total"]);
            }
            if let Some(maturity) = scores["maturities"].get(id) {
                return found(maturity);
            }
            if let Some(dimension) = id.strip_prefix("dmat.") {
                return scores["readings"]["dmat"]["dimensions"][dimension].as_f64();
            }
            if let Some(line) = id.strip_prefix("matrix.") {
                let matrix = &scores["readings"]["matrix"];
                return matrix["processes"][line].as_f64().or(matrix["analyses"][line].as_f64());
            }
            let dimensions = scores["dimensions"].as_array().unwrap();
            let subs = dimensions.iter().flat_map(|d| d["subdimensions"].as_array().unwrap());
            dimensions.iter().chain(subs).find(|d| d["id"] == id).and_then(found)
        };
        for id in ids(&source) {
            let d = derivation(&source, &id).unwrap();
            let is_mean =
                d.formula.is_some() && !["level", "evidenced", "balance", "dii_v3", "dii_v4"].contains(&id.as_str());
            if !is_mean || d.value.is_none() {
                continue;
            }
            let own = if id == "dmat" { scores["readings"]["dmat"]["total"].as_f64() } else { figure(&id) };
            assert_eq!(d.value, own, "{name} {id}: the figure explained is the figure shown");
            let made = mean(&d).unwrap();
            assert!((made - own.unwrap()).abs() < 1e-9, "{name} {id}: the parts make {made}, not {own:?}");
            checked += 1;
        }
    }
    assert!(checked > 150, "{checked} means were checked");
}

/// The count of the index is that of its yeses, the percentile that of the formula's last number.
#[test]
fn the_index_is_counted_from_its_facts() {
    for (name, bytes) in examples() {
        let e = evaluation(&bytes, Language::EN);
        let source = e.source();
        for (id, percentile) in [
            ("dii_v3", e.scores.dii_v3.as_ref().and_then(|r| Some(r.figures.as_ref()?.benchmark.as_ref()?.percentile))),
            ("dii_v4", e.scores.dii_v4.as_ref().and_then(|r| Some(r.figures.as_ref()?.benchmark.as_ref()?.percentile))),
        ] {
            let d = derivation(&source, id).unwrap();
            assert_eq!(d.parts.len(), 12, "{name} {id}");
            if let Some(count) = d.value {
                let yes = d.parts.iter().filter(|p| p.value == Some(1.0)).count();
                assert_eq!(count, yes as f64, "{name} {id}");
            }
            if let (Some(formula), Some(percentile)) = (&d.formula, percentile) {
                let last: f64 = formula.rsplit("= ").next().unwrap().parse().unwrap();
                assert!((last - percentile).abs() <= 0.05 + 1e-9, "{name} {id}: {formula}");
                // F(x) = below + share × (x − lo) / (hi − lo), read back from the text.
                let numbers: Vec<f64> = formula
                    .split_once("= ")
                    .unwrap()
                    .1
                    .split(|c: char| !(c.is_ascii_digit() || c == '.'))
                    .filter_map(|n| n.parse().ok())
                    .collect();
                let [below, share, x, low, high, ..] = numbers[..] else { panic!("{formula}") };
                let low = if formula.contains("−0.5") { -low } else { low };
                let computed = (below + share * (x - low) / (high - low)).clamp(1.0, 99.0);
                assert!((computed - percentile).abs() < 0.2, "{name} {id}: {formula} is {computed}");
            }
        }
    }
}

/// A contradiction is explained with the very answers that are in each other's way.
#[test]
fn contradictions_name_their_answers() {
    let (_, bytes) = examples().into_iter().find(|(name, _)| name.starts_with("carpenteria")).unwrap();
    let e = evaluation(&bytes, Language::IT);
    assert!(!e.scores.contradictions.is_empty(), "the example has some");
    for found in &e.scores.contradictions {
        let d = derivation(&e.source(), &found.id).unwrap();
        let items: Vec<&String> = d.parts.iter().filter_map(|p| p.item.as_ref()).collect();
        assert_eq!(items, found.items.iter().collect::<Vec<_>>());
    }
}
