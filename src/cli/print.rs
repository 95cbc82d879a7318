//! Figures and doors as text for people.

use std::fmt::Write as _;

use crate::pipeline::Evaluation;
use crate::report::document::{dii_sentence, dii_source};
use crate::report::doors::{
    dismissed_text, door_source, edition_sentence, edition_warning, first_doors, full_name, pinned_text,
    rules_off_text, strength_text,
};
use crate::report::explain::weight_text;
use crate::report::words;
use crate::scoring::Figure;
use crate::text::{decimal, percent, t, ta};

/// Writing into a `String` cannot fail; this says so once.
macro_rules! line {
    ($out:expr, $($arg:tt)*) => {
        writeln!($out, $($arg)*).expect("a string takes any text")
    };
}

/// The figures.
pub(super) fn scores(e: &Evaluation<'_>) -> String {
    let (texts, language) = (e.pack.texts(e.language), e.language);
    let mut out = String::new();
    if !e.assessment.company.name.is_empty() {
        line!(out, "{}", e.assessment.company.name);
    }
    line!(out, "{}\n", words::headline(e.pack, &e.scores, language));
    let mut row = |name: &str, f: &Figure, level: Option<u8>| {
        let coverage = f.coverage.map_or_else(|| "–".into(), |c| percent(language, c));
        let level = level.map_or_else(String::new, |l| words::level_text(e.pack, language, Some(l)));
        let bounds = words::bounds_text(e.pack, language, f).unwrap_or_default();
        let score = words::score_text(e.pack, language, f.score);
        line!(out, "{name:<32} {score:>20}  {coverage:>6}  {level:<16} {bounds}");
    };
    row(&t(language, "total"), &e.scores.total.figure, e.scores.total.level);
    for m in &e.scores.maturities {
        row(&texts.maturities[&m.id].name, &m.figure, m.level);
    }
    for d in &e.scores.dimensions {
        row(&format!("{} {}", d.id, texts.dimensions[&d.id].name), &d.figure, d.level);
    }
    for limit in words::limits(e.pack, &e.scores, language) {
        line!(out, "\n{}", limit.text);
    }
    if let Some(sure) = &e.sure.total {
        let number = |x: f64| decimal(language, x, &e.pack.structure.levels);
        let spread = sure.spread;
        let places = [
            ("low", number(spread.p5).into()),
            ("high", number(spread.p95).into()),
            ("median", number(spread.median).into()),
        ];
        line!(out, "\n{}", words::level_range(e.pack, language, sure));
        line!(out, "{}", ta(language, "sure-range", &places));
    }
    for found in &e.scores.contradictions {
        let text = &texts.contradictions[&found.id];
        line!(out, "\n{} [{}]. {}", text.name, found.items.join(", "), text.text);
    }
    let mut reading = |version: &str, sentence: Option<String>, source: Option<String>| {
        line!(out, "\n{}", ta(language, "dii-version", &[("version", version.into())]));
        line!(out, "{}", sentence.unwrap_or_else(|| t(language, "insufficient-data-sentence")));
        if let Some(source) = source {
            line!(out, "{source}");
        }
    };
    if let Some(r) = &e.scores.dii_v3 {
        let benchmark = r.figures.as_ref().and_then(|f| f.benchmark.as_ref());
        reading(
            "v3",
            r.figures.as_ref().map(|f| dii_sentence(f, language)),
            benchmark.map(|b| dii_source(&b.italy, language)),
        );
    }
    if let Some(r) = &e.scores.dii_v4 {
        let benchmark = r.figures.as_ref().and_then(|f| f.benchmark.as_ref());
        reading(
            "v4",
            r.figures.as_ref().map(|f| dii_sentence(f, language)),
            benchmark.map(|b| dii_source(&b.italy, language)),
        );
    }
    if let Some(dmat) = &e.scores.dmat {
        line!(out, "\n{}", t(language, "dmat-title"));
        match dmat.total {
            Some((total, band)) => {
                let band = t(language, &format!("dmat-band-{}", band.id().replace('_', "-")));
                let places = [("total", decimal(language, total, &[]).into()), ("band", band.into())];
                line!(out, "{}", ta(language, "dmat-total", &places));
            }
            None => line!(out, "{}", t(language, "insufficient-data-sentence")),
        }
        if dmat.margin > 0.0 {
            let margin = weight_text(language, dmat.margin);
            line!(out, "{}", ta(language, "dmat-margin", &[("margin", margin.into())]));
        }
    }
    line!(out, "\n{}", texts.disclaimer);
    out
}

/// The doors.
pub(super) fn doors(e: &Evaluation<'_>) -> String {
    let language = e.language;
    let mut out = String::new();
    line!(out, "{}", edition_sentence(e.region, e.date, language));
    if let Some(warning) = edition_warning(e.region, e.date, language) {
        line!(out, "{warning}");
    }
    let first = first_doors(&e.doors);
    if !first.is_empty() {
        line!(out, "\n{}", t(language, "first-door"));
    }
    for (why, names) in first {
        line!(out, "  - {why}{names}");
    }
    for ask in &e.doors.asks {
        line!(out, "  ? {}", ask.text);
    }
    if let Some(words) = rules_off_text(&e.doors, language) {
        line!(out, "\n{words}");
    }
    for (id, cards) in e.doors.groups() {
        if cards.is_empty() {
            continue;
        }
        line!(out, "\n{}", t(language, &format!("doors-{}", id.replace('_', "-"))));
        for card in cards {
            let strength = strength_text(card, language).map_or_else(String::new, |s| format!(" ({s})"));
            line!(out, "\n  {}{strength}", full_name(card));
            if let Some(words) = pinned_text(card, language) {
                line!(out, "    * {words}");
            }
            for reason in &card.reasons {
                line!(out, "    - {}", reason.text);
            }
            for caveat in card.all_caveats() {
                line!(out, "    ! {caveat}");
            }
            line!(out, "    {}", door_source(card, language));
        }
    }
    if !e.doors.dismissed.is_empty() {
        line!(out, "\n{}", t(language, "doors-dismissed"));
        for card in &e.doors.dismissed {
            line!(out, "  {} · {}", full_name(card), dismissed_text(card, language));
        }
    }
    out
}
