//! The charts of an evaluation, with their words: the same on screen and on paper.

use super::charts::{
    self, Axis, BarRow, Distribution, HeatCell, HeatRow, Interval, MapLabels, OwnClass, RadarLabels, Stair,
    StairInterval, StairMark,
};
use super::drawing::Drawing;
use super::words;
use crate::assessment::sheet::Sheet;
use crate::pack::Pack;
use crate::pack::benchmark::{DiiVersion, SectorContext};
use crate::roadmap::Target;
use crate::scoring::dii::{Class, Reading};
use crate::scoring::uncertainty::Uncertainty;
use crate::scoring::{Figure, Maturity, Scores, matrix};
use crate::text::{Language, capitalised, decimal, percent, t, ta};

const CLASSES: [Class; 4] = [Class::VeryLow, Class::Low, Class::High, Class::VeryHigh];

/// The stair with today's step, and a flag on the step the plan leads to where there is one; the bracket holds the middle
/// nine tenths of the runs.
#[must_use]
pub fn stair(pack: &Pack, scores: &Scores, sure: &Uncertainty, with_plan: Option<u8>, language: Language) -> Drawing {
    let levels = &pack.texts(language).levels;
    let total = &scores.total;
    let interval = sure.total.as_ref().map(|t| {
        let print = |x| decimal(language, x, &pack.structure.levels);
        let label = ta(language, "bounds", &[("low", print(t.spread.p5).into()), ("high", print(t.spread.p95).into())]);
        StairInterval { low: t.spread.p5, high: t.spread.p95, label }
    });
    let input = Stair {
        names: levels.iter().map(|l| l.name.clone()).collect(),
        thresholds: pack.structure.levels.clone(),
        today: total.level.map(|level| StairMark { level, label: t(language, "chart-today") }),
        score: total.figure.score,
        interval,
        target: with_plan.map(|level| StairMark { level, label: t(language, "chart-with-plan") }),
        figure: total.figure.score.map(|s| decimal(language, s, &pack.structure.levels)),
        caption: Some(if total.figure.score.is_some() {
            t(language, "points-of-100")
        } else {
            t(language, "insufficient-data")
        }),
    };
    let mut alt = words::headline(pack, scores, language);
    if let Some(level) = with_plan {
        let level = words::level_text(pack, language, Some(level));
        alt.push_str(&format!(" {}: {level}.", capitalised(&t(language, "chart-with-plan"))));
    }
    charts::stair(&input, &alt)
}

/// The digital × technological map, each with the middle nine tenths of its runs.
#[must_use]
pub fn map(pack: &Pack, scores: &Scores, sure: &Uncertainty, language: Language) -> Drawing {
    let texts = pack.texts(language);
    let name = |id: &str| texts.maturities.get(id).map_or_else(String::new, |m| m.name.clone());
    let corner = |id: &str| texts.map.get(id).map_or_else(String::new, |m| m.name.clone());
    let print = |m: Option<&Maturity>| words::score_text(pack, language, m.and_then(|m| m.figure.score));
    let (digital, technological) = (scores.maturity("digital"), scores.maturity("technological"));
    let point = ta(
        language,
        "map-point",
        &[("digital", print(digital).into()), ("technological", print(technological).into())],
    );
    let labels = MapLabels {
        digital: name("digital"),
        technological: name("technological"),
        upper_left: corner("technology_without_direction"),
        lower_right: corner("direction_without_tools"),
        thresholds: pack.structure.levels.clone(),
        balance: pack.structure.map_band,
        point: point.clone(),
        missing: t(language, "insufficient-data"),
    };
    let interval = |id: &str| {
        let place = scores.maturities.iter().position(|m| m.id == id)?;
        let (value, spread) = (scores.maturities[place].figure.score?, sure.maturity(place)?);
        // The runs may all lie on one side of the score, where answers stand at an end of their scale.
        Some(Interval { low: spread.p5.min(value), value, high: spread.p95.max(value) })
    };
    charts::map(interval("digital"), interval("technological"), &labels, &point)
}

/// The radar of the dimensions: today, and the threshold of the level each one is to reach.
#[must_use]
pub fn radar(pack: &Pack, scores: &Scores, targets: &[Target], language: Language) -> Drawing {
    let levels = &pack.structure.levels;
    let target = |id: &str| {
        let target = targets.iter().find(|t| t.dimension == id)?;
        levels.get(usize::from(target.needed.or(target.next)?)).copied()
    };
    let texts = pack.texts(language);
    let axes: Vec<Axis> = scores
        .dimensions
        .iter()
        .map(|d| Axis {
            id: d.id.clone(),
            label: texts.dimensions[&d.id].short.clone(),
            value: d.figure.score,
            benchmark: None,
            target: target(&d.id),
            value_text: words::figure_text(pack, language, &d.figure),
        })
        .collect();
    let labels = RadarLabels {
        today: t(language, "chart-today"),
        target: t(language, "chart-target"),
        benchmark: t(language, "chart-benchmark"),
    };
    let mut alt = dimensions_alt(pack, scores, language);
    let goals = scores.dimensions.iter().filter_map(|d| Some((d, target(&d.id)?)));
    let goals: Vec<String> = goals
        .map(|(d, goal)| format!("{}: {}", texts.dimensions[&d.id].name, decimal(language, goal, levels)))
        .collect();
    if !goals.is_empty() {
        alt.push_str(&format!(". {}: {}", capitalised(&labels.target), goals.join("; ")));
    }
    charts::radar(&axes, &labels, &alt)
}

/// The bars of the dimensions, with bounds.
#[must_use]
pub fn bars(pack: &Pack, scores: &Scores, language: Language) -> Drawing {
    let texts = pack.texts(language);
    let rows: Vec<BarRow> = scores
        .dimensions
        .iter()
        .map(|d| BarRow {
            id: d.id.clone(),
            label: texts.dimensions[&d.id].name.clone(),
            value: d.figure.score,
            low: d.figure.low,
            high: d.figure.high,
            value_text: words::figure_text(pack, language, &d.figure),
        })
        .collect();
    charts::bars(&rows, &pack.structure.levels, &dimensions_alt(pack, scores, language))
}

fn dimensions_alt(pack: &Pack, scores: &Scores, language: Language) -> String {
    let texts = pack.texts(language);
    let list: Vec<String> = scores
        .dimensions
        .iter()
        .map(|d| format!("{}: {}", texts.dimensions[&d.id].name, words::figure_text(pack, language, &d.figure)))
        .collect();
    list.join("; ")
}

/// How many of the runs give each level.
#[must_use]
pub fn level_shares(pack: &Pack, sure: &Uncertainty, language: Language) -> Option<Drawing> {
    let total = sure.total.as_ref()?;
    let levels = &pack.texts(language).levels;
    let rows: Vec<BarRow> = levels
        .iter()
        .zip(&total.level_shares)
        .enumerate()
        .map(|(n, (level, share))| BarRow {
            id: format!("level-{n}"),
            label: format!("{n} {}", level.name),
            value: Some(100.0 * share),
            low: None,
            high: None,
            value_text: percent(language, *share),
        })
        .collect();
    let said: Vec<String> = rows.iter().map(|r| format!("{}: {}", r.label, r.value_text)).collect();
    Some(charts::bars(&rows, &[], &format!("{}. {}", t(language, "sure-levels"), said.join("; "))))
}

/// The six dimensions of the estimate on DMAT's scale.
#[must_use]
pub fn dmat(pack: &Pack, reading: &crate::scoring::dmat::Reading, language: Language) -> Drawing {
    let texts = pack.texts(language);
    let bands = pack.structure.dmat.as_ref().map_or([25.0, 50.0, 75.0], |d| d.bands);
    let rows: Vec<BarRow> = reading
        .dimensions
        .iter()
        .map(|(id, score)| BarRow {
            id: format!("dmat.{id}"),
            label: texts.dmat[id].clone(),
            value: *score,
            low: score.map(|s| (s - reading.margin).max(0.0)),
            high: score.map(|s| (s + reading.margin).min(100.0)),
            value_text: words::score_text(pack, language, *score),
        })
        .collect();
    let said: Vec<String> = rows.iter().map(|r| format!("{}: {}", r.label, r.value_text)).collect();
    charts::bars(&rows, &bands, &format!("{}. {}", t(language, "dmat-title"), said.join("; ")))
}

/// The process × analysis matrix, with means where enough is answered.
#[must_use]
pub fn matrix(pack: &Pack, sheet: &Sheet, reading: &matrix::Reading, language: Language) -> Drawing {
    let name = |id: &str| pack.matrix_name(language, id, sheet.sector()).to_owned();
    let level = |value: f64| Some(value.round().clamp(0.0, 5.0) as u8);
    let number = |value: f64| if value.fract() == 0.0 { format!("{value:.0}") } else { decimal(language, value, &[]) };
    let mean = |id: &str, label: String, value: Option<f64>| HeatCell {
        id: format!("matrix.{id}"),
        level: value.and_then(level),
        text: value.map_or_else(|| "–".to_owned(), |v| decimal(language, v, &[])),
        label,
    };
    let mut rows: Vec<HeatRow> = Vec::new();
    let mut said: Vec<String> = Vec::new();
    for (process, own_mean) in &reading.processes {
        let mut cells: Vec<Option<HeatCell>> = Vec::new();
        for (analysis, _) in &reading.analyses {
            let cell = reading.cell(process, analysis);
            cells.push(cell.map(|cell| {
                let text = match (cell.value, cell.applies) {
                    (Some(value), _) => number(value),
                    (None, true) => match pack.item(&cell.item) {
                        Some(item) => words::answer_text(pack, sheet, item, language),
                        None => t(language, "state-open"),
                    },
                    (None, false) => t(language, "state-not-applicable"),
                };
                let places =
                    [("process", name(process).into()), ("analysis", name(analysis).into()), ("value", (&text).into())];
                let label = ta(language, "matrix-cell", &places);
                said.push(label.clone());
                HeatCell { id: cell.item.clone(), level: cell.value.and_then(level), text, label }
            }));
        }
        let label = format!("{}, {}", name(process), t(language, "matrix-mean"));
        cells.push(Some(mean(process, label, *own_mean)));
        rows.push(HeatRow { name: name(process), cells, mean: false });
    }
    let mut means: Vec<Option<HeatCell>> = reading
        .analyses
        .iter()
        .map(|(id, value)| Some(mean(id, format!("{}, {}", name(id), t(language, "matrix-mean")), *value)))
        .collect();
    means.push(None);
    rows.push(HeatRow { name: t(language, "matrix-mean"), cells: means, mean: true });
    let mut columns: Vec<String> = reading.analyses.iter().map(|(id, _)| name(id)).collect();
    columns.push(t(language, "matrix-mean"));
    charts::heat(&columns, &rows, &said.join("; "))
}

/// How enterprises of the company's size class spread over the classes, with the company's own place.
#[must_use]
pub fn dii<V: DiiVersion>(reading: &Reading<V>, language: Language) -> Option<Drawing> {
    let figures = reading.figures.as_ref()?;
    let benchmark = figures.benchmark.as_ref()?;
    let class = CLASSES.iter().position(|c| *c == figures.class)?;
    // Each class is three or four counts wide; the mark stands in the middle of its own.
    let (first, width) = [(0, 4), (4, 3), (7, 3), (10, 3)][class];
    let input = Distribution {
        shares: benchmark.italy.shares,
        share_texts: benchmark.italy.shares.map(|s| percent(language, s)),
        labels: CLASSES.map(|c| words::class_text(language, c)),
        own: Some(OwnClass {
            class,
            within: (f64::from(figures.count - first) + 0.5) / f64::from(width),
            label: t(language, "your-company"),
        }),
        note: None,
    };
    Some(charts::distribution(&input, &dii_note(benchmark.percentile, language)))
}

/// The place in the distribution: «Position: percentile 58.3 …».
#[must_use]
pub fn dii_note(percentile: f64, language: Language) -> String {
    let whole = crate::text::grouped(language, (percentile + 0.5).floor());
    let places = [("percentile", decimal(language, percentile, &[]).into()), ("whole", whole.into())];
    ta(language, "dii-percentile", &places)
}

/// The values of a chart, to be read instead of looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is about.
    pub title: String,
    /// Heads of the columns.
    pub head: Vec<String>,
    /// Cells by row; the first names the row.
    pub rows: Vec<Vec<String>>,
}

/// Levels with their thresholds, today's marked.
#[must_use]
pub fn level_table(pack: &Pack, scores: &Scores, language: Language) -> Table {
    let texts = pack.texts(language);
    let rows = texts.levels.iter().zip(&pack.structure.levels).enumerate().map(|(k, (level, from))| {
        let today = scores.total.level.is_some_and(|l| usize::from(l) == k);
        let mark = if today { t(language, "chart-today") } else { String::new() };
        vec![format!("{k} {}", level.name), crate::text::grouped(language, *from), mark]
    });
    Table {
        title: t(language, "report-position"),
        head: ["table-level", "table-from", "table-mark"].map(|k| t(language, k)).to_vec(),
        rows: rows.collect(),
    }
}

fn figure_row(pack: &Pack, language: Language, name: &str, figure: &Figure, level: Option<u8>) -> Vec<String> {
    let score = |x: Option<f64>| words::score_text(pack, language, x);
    let coverage = figure.coverage.map_or_else(|| "–".to_owned(), |c| percent(language, c));
    vec![
        name.to_owned(),
        words::figure_text(pack, language, figure),
        words::level_text(pack, language, level),
        format!("{} – {}", score(figure.low), score(figure.high)),
        coverage,
    ]
}

fn figure_table(language: Language, title: String, rows: Vec<Vec<String>>) -> Table {
    let head = ["table-name", "table-score", "table-level", "table-bounds", "table-coverage"];
    Table { title, head: head.map(|k| t(language, k)).to_vec(), rows }
}

/// The two maturities.
#[must_use]
pub fn maturity_table(pack: &Pack, scores: &Scores, language: Language) -> Table {
    let texts = pack.texts(language);
    let row = |m: &Maturity| {
        let name = texts.maturities.get(&m.id).map_or(m.id.as_str(), |text| &text.name);
        figure_row(pack, language, name, &m.figure, m.level)
    };
    figure_table(language, t(language, "map-title"), scores.maturities.iter().map(row).collect())
}

/// The dimensions.
#[must_use]
pub fn dimension_table(pack: &Pack, scores: &Scores, language: Language) -> Table {
    let texts = pack.texts(language);
    let rows = scores
        .dimensions
        .iter()
        .map(|d| figure_row(pack, language, &texts.dimensions[&d.id].name, &d.figure, d.level))
        .collect();
    figure_table(language, t(language, "report-dimensions"), rows)
}

/// Shares of enterprises by class, very low to very high: Italy, and the EU where it is known.
#[must_use]
pub fn dii_table(italy: [f64; 4], eu: Option<[f64; 4]>, language: Language) -> Table {
    let rows = CLASSES.iter().enumerate().map(|(n, class)| {
        let mut row = vec![words::class_text(language, *class), percent(language, italy[n])];
        row.extend(eu.map(|shares| percent(language, shares[n])));
        row
    });
    let mut head = ["table-class", "benchmark-italy"].map(|k| t(language, k)).to_vec();
    head.extend(eu.map(|_| t(language, "benchmark-eu")));
    Table { title: t(language, "report-dii"), head, rows: rows.collect() }
}

/// Where the figures of a sector come from.
#[must_use]
pub fn sector_source(context: &SectorContext, language: Language) -> String {
    let year = context.survey_year.to_string();
    ta(language, "benchmark-sector-source", &[("year", year.into()), ("nace", (&context.nace).into())])
}
