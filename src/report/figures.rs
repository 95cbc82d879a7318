//! The charts of an evaluation, with their words: the same on screen and on paper.

use super::charts::{
    self, Axis, BarRow, Distribution, Interval, MapLabels, OwnClass, RadarLabels, Stair, StairInterval, StairMark,
};
use super::drawing::Drawing;
use super::words;
use crate::pack::Pack;
use crate::pack::benchmark::DiiVersion;
use crate::scoring::dii::{Class, Reading};
use crate::scoring::{Figure, Maturity, Scores};
use crate::text::{Language, decimal, percent, t, ta};

const CLASSES: [Class; 4] = [Class::VeryLow, Class::Low, Class::High, Class::VeryHigh];

/// The stair with today's step; the bracket shows the bounds where some answers are missing.
#[must_use]
pub fn stair(pack: &Pack, scores: &Scores, language: Language) -> Drawing {
    let levels = &pack.texts(language).levels;
    let total = &scores.total;
    let interval = total
        .figure
        .score
        .and(words::bounds_text(pack, language, &total.figure))
        .and_then(|label| Some(StairInterval { low: total.figure.low?, high: total.figure.high?, label }));
    let input = Stair {
        names: std::array::from_fn(|k| levels.get(k).map_or_else(String::new, |l| l.name.clone())),
        thresholds: std::array::from_fn(|k| pack.structure.levels.get(k).copied().unwrap_or(99.0)),
        today: total.level.map(|level| StairMark { level, label: t(language, "chart-today") }),
        score: total.figure.score,
        interval,
        target: None,
        figure: total.figure.score.map(|s| decimal(language, s, &pack.structure.levels)),
        caption: Some(if total.figure.score.is_some() {
            t(language, "points-of-100")
        } else {
            t(language, "insufficient-data")
        }),
    };
    charts::stair(&input, &words::headline(pack, scores, language))
}

/// The digital × technological map.
#[must_use]
pub fn map(pack: &Pack, scores: &Scores, language: Language) -> Drawing {
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
    let interval = |m: Option<&Maturity>| m.and_then(|m| interval(&m.figure));
    charts::map(interval(digital), interval(technological), &labels, &point)
}

fn interval(figure: &Figure) -> Option<Interval> {
    Some(Interval { low: figure.low?, value: figure.score?, high: figure.high? })
}

/// The radar of the dimensions.
#[must_use]
pub fn radar(pack: &Pack, scores: &Scores, language: Language) -> Drawing {
    let texts = pack.texts(language);
    let axes: Vec<Axis> = scores
        .dimensions
        .iter()
        .map(|d| Axis {
            id: d.id.clone(),
            label: texts.dimensions[&d.id].short.clone(),
            value: d.figure.score,
            benchmark: None,
            target: None,
            value_text: words::figure_text(pack, language, &d.figure),
        })
        .collect();
    let labels = RadarLabels {
        today: t(language, "chart-today"),
        target: t(language, "chart-target"),
        benchmark: t(language, "chart-benchmark"),
    };
    charts::radar(&axes, &labels, &dimensions_alt(pack, scores, language))
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
    ta(language, "dii-percentile", &[("percentile", decimal(language, percentile, &[]).into())])
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

/// Shares of enterprises by class, very low to very high.
#[must_use]
pub fn dii_table(shares: [f64; 4], language: Language) -> Table {
    let rows = CLASSES.iter().zip(shares);
    Table {
        title: t(language, "report-dii"),
        head: ["table-class", "table-share"].map(|k| t(language, k)).to_vec(),
        rows: rows.map(|(class, share)| vec![words::class_text(language, *class), percent(language, share)]).collect(),
    }
}
