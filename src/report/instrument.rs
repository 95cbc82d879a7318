//! The report's pages of the full instrument: how sure the figures are, the processes, the estimate on DMAT's scale, answers
//! that do not go together, lists and cells.

use super::document::Source;
use super::{Block, Run, Section, Tone, figures, paragraph, words};
use crate::pack::benchmark::sector_context;
use crate::scoring::dmat::Form;
use crate::scoring::sensitivity::sensitivity;
use crate::text::{decimal, percent, t, ta};

/// Width of a chart as a share of the text's.
const CHART: f32 = 0.72;

fn section(id: &str, title: String, blocks: Vec<Block>) -> Section {
    Section { id: id.into(), title, new_page: false, level: 1, blocks }
}

/// How sure the total is; none while there is no total.
pub(super) fn sure(s: &Source<'_>) -> Option<Section> {
    let total = s.sure.total.as_ref()?;
    let number = |x: f64| decimal(s.language, x, &s.pack.structure.levels);
    let spread = total.spread;
    let places = [
        ("low", number(spread.p5).into()),
        ("high", number(spread.p95).into()),
        ("median", number(spread.median).into()),
    ];
    let mut blocks = vec![Block::Paragraph {
        tone: Tone::Body,
        runs: vec![
            Run::strong(format!("{} ", words::level_range(s.pack, s.language, total))),
            Run::plain(ta(s.language, "sure-range", &places)),
        ],
    }];
    if let Some(mut said) = backed(s) {
        if let Some(reliability) = s.scores.total.reliability {
            said.push(' ');
            said.push_str(&ta(s.language, "sure-reliability", &[("share", percent(s.language, reliability).into())]));
        }
        blocks.push(paragraph(Tone::Body, said));
    }
    let other = sensitivity(s.pack, s.sheet, s.scores);
    if let (Some(power), Some(geometric)) = (other.power_mean, other.geometric) {
        let said = format!(
            "{}: {}; {}: {}.",
            t(s.language, "sure-rule-power"),
            number(power),
            t(s.language, "sure-rule-geometric"),
            number(geometric)
        );
        let runs = vec![Run::strong(format!("{}. ", t(s.language, "sure-rule-title"))), Run::plain(said)];
        blocks.push(Block::Paragraph { tone: Tone::Body, runs });
    }
    if let Some(drawing) = figures::level_shares(s.pack, s.sure, s.language) {
        blocks.push(Block::Figure { drawing, caption: t(s.language, "sure-levels"), width: CHART });
    }
    Some(section("sure", t(s.language, "screen-sure"), blocks))
}

/// How much of the score is backed by something shown; none while there is no score.
pub(super) fn backed(s: &Source<'_>) -> Option<String> {
    let figure = &s.scores.total;
    let (declared, evidenced) = (figure.figure.score?, figure.evidenced?);
    let number = |x: f64| decimal(s.language, x, &s.pack.structure.levels);
    let most = super::explain::weight_text(s.language, s.pack.structure.uncertainty.declared_at_most);
    let places =
        [("declared", number(declared).into()), ("evidenced", number(evidenced).into()), ("step", most.into())];
    Some(ta(s.language, "sure-backed", &places))
}

/// Answers that do not go together; none where all do.
pub(super) fn contradictions(s: &Source<'_>) -> Option<Section> {
    if s.scores.contradictions.is_empty() {
        return None;
    }
    let texts = &s.pack.texts(s.language).contradictions;
    let mut blocks = vec![paragraph(Tone::Body, t(s.language, "contradictions-lead"))];
    for found in &s.scores.contradictions {
        let text = &texts[&found.id];
        let runs = vec![
            Run::strong(format!("{}. ", text.name)),
            Run::plain(format!("{} [{}]", text.text, found.items.join(", "))),
        ];
        blocks.push(Block::Paragraph { tone: Tone::Body, runs });
    }
    Some(section("contradictions", t(s.language, "screen-contradictions"), blocks))
}

/// The processes; none where no cell is answered.
pub(super) fn matrix(s: &Source<'_>) -> Option<Section> {
    let reading = s.scores.matrix.as_ref().filter(|r| r.cells.iter().any(|c| c.value.is_some()))?;
    let mut blocks = vec![paragraph(Tone::Body, t(s.language, "matrix-lead"))];
    if !reading.is_published() {
        let share = percent(s.language, reading.coverage.unwrap_or(0.0));
        blocks.push(paragraph(Tone::Body, ta(s.language, "matrix-too-few", &[("share", share.into())])));
    }
    let drawing = figures::matrix(s.pack, s.sheet, reading, s.language);
    blocks.push(Block::Figure { drawing, caption: t(s.language, "matrix-note"), width: 0.95 });
    // The heat map is tall: heading and map stay together on a page of their own.
    Some(Section { new_page: true, ..section("matrix", t(s.language, "screen-matrix"), blocks) })
}

/// The sector in the EU, as blocks of the index's section.
pub(super) fn sector(s: &Source<'_>) -> Vec<Block> {
    let activity = s.assessment.company.ateco.as_ref().filter(|_| s.scores.dii_v3.is_some());
    let Some(context) = activity.and_then(|a| sector_context(&a.code)) else { return Vec::new() };
    let name = t(s.language, &format!("nace-{}", context.nace.to_lowercase()));
    let places = [
        ("sector", format!("{name} (NACE {})", context.nace).into()),
        ("basic", percent(s.language, context.at_least_basic).into()),
        ("high", percent(s.language, context.high).into()),
    ];
    vec![
        Block::Heading(t(s.language, "benchmark-sector-title")),
        paragraph(Tone::Body, ta(s.language, "benchmark-sector", &places)),
        paragraph(Tone::Small, t(s.language, "benchmark-sector-label")),
        paragraph(Tone::Small, figures::sector_source(&context, s.language)),
    ]
}

/// The estimate on DMAT's scale; none where the pack has none or too little is answered.
pub(super) fn dmat(s: &Source<'_>) -> Option<Section> {
    let reading = s.scores.dmat.as_ref().filter(|r| r.dimensions.iter().any(|(_, score)| score.is_some()))?;
    let mut blocks = vec![paragraph(Tone::Body, t(s.language, "dmat-unofficial"))];
    blocks.push(match reading.total {
        Some((total, band)) => {
            let band = t(s.language, &format!("dmat-band-{}", band.id().replace('_', "-")));
            let places = [("total", decimal(s.language, total, &[]).into()), ("band", band.into())];
            Block::Paragraph { tone: Tone::Body, runs: vec![Run::strong(ta(s.language, "dmat-total", &places))] }
        }
        None => paragraph(Tone::Body, t(s.language, "dmat-part-missing")),
    });
    blocks.push(paragraph(
        Tone::Body,
        if reading.form == Form::Full {
            format!("{} {}", t(s.language, "dmat-exact"), t(s.language, "dmat-plans-note"))
        } else {
            let margin = super::explain::weight_text(s.language, reading.margin);
            ta(s.language, "dmat-margin", &[("margin", margin.into())])
        },
    ));
    let drawing = figures::dmat(s.pack, reading, s.language);
    blocks.push(Block::Figure { drawing, caption: t(s.language, "dmat-lead"), width: CHART });
    Some(section("dmat", t(s.language, "dmat-title"), blocks))
}
