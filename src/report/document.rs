//! The report of an evaluation: which sections, in which order, saying what.

use super::instrument;
use super::plan_pages::{self, Planned};
use super::words::{self, NextStep};
use super::{Block, CardKind, Column, Cover, Drawing, Look, Meta, Report, Run, Section, Tone, figures, paragraph};
use crate::assessment::choices::Paper;
use crate::assessment::combine::Combined;
use crate::assessment::sheet::Sheet;
use crate::assessment::{Assessment, State};
use crate::matching::Doors;
use crate::pack::ateco::{Activity, Ateco, Edition};
use crate::pack::benchmark::DiiVersion;
use crate::pack::region::Region;
use crate::pack::{Item, ItemKind, Pack};
use crate::scoring::dii::Reading;
use crate::scoring::uncertainty::Uncertainty;
use crate::scoring::{Dimension, Scores};
use crate::style::PAPER;
use crate::text::{Language, capitalised, date, decimal, percent, t, ta};

/// What a report is made from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Questionnaire.
    pub pack: &'a Pack,
    /// Answers.
    pub assessment: &'a Assessment,
    /// The same, as they count.
    pub sheet: &'a Sheet,
    /// Figures.
    pub scores: &'a Scores,
    /// How sure they are.
    pub sure: &'a Uncertainty,
    /// The region the doors are from.
    pub region: &'a Region,
    /// Doors.
    pub doors: &'a Doors,
    /// Date printed on it.
    pub date: jiff::civil::Date,
    /// Language of every word.
    pub language: Language,
}

/// Writes the whole report; what is planned comes beside its source, because making a plan takes time.
#[must_use]
pub fn report(s: &Source<'_>, planned: Planned<'_>) -> Report {
    let mut sections = vec![summary(s), position(s)];
    sections.extend(instrument::sections(s));
    sections.push(company(s));
    sections.push(Section {
        id: "dimensions".into(),
        title: s.t("report-dimensions"),
        new_page: true,
        level: 1,
        blocks: vec![paragraph(Tone::Body, s.t("report-dimensions-intro"))],
    });
    sections.extend(s.scores.dimensions.iter().map(|d| dimension(s, d)));
    // Another pack may have no facts of the index.
    if s.scores.dii_v3.is_some() || s.scores.dii_v4.is_some() {
        sections.push(index(s));
    }
    sections.extend(instrument::dmat(s));
    sections.extend(super::doors::sections(s));
    sections.extend(plan_pages::section(s, planned));
    sections.extend(instrument::lists(s));
    sections.push(method(s));
    let look = Look { palette: PAPER, logo: None };
    Report { meta: meta(s), look, cover: Some(cover(s)), sections }
}

impl Source<'_> {
    pub(super) fn t(&self, key: &str) -> String {
        t(self.language, key)
    }

    pub(super) fn name(&self) -> String {
        let name = self.assessment.company.name.trim();
        if name.is_empty() { self.t("unnamed-company") } else { name.to_owned() }
    }

    /// What kind of document it is: that of the two maturities, or the questionnaire's own name.
    fn kicker(&self) -> String {
        if self.pack.structure.maturities.is_empty() {
            let name = &self.pack.texts(self.language).name;
            return ta(self.language, "report-kicker-other", &[("name", name.into())]);
        }
        self.t("report-kicker")
    }

    fn score(&self, score: Option<f64>) -> String {
        words::score_text(self.pack, self.language, score)
    }
}

fn meta(s: &Source<'_>) -> Meta {
    Meta {
        title: ta(s.language, "report-title", &[("company", s.name().into()), ("kicker", s.kicker().into())]),
        subject: s.kicker(),
        creator: format!("Orienta {}", env!("CARGO_PKG_VERSION")),
        language: s.language.code().to_owned(),
        date: s.date.to_string(),
        footer: ta(s.language, "report-footer", &[("company", s.name().into())]),
        page_label: s.t("report-page-label").replace('[', "{").replace(']', "}"),
        paper: Paper::A4,
        digest_line: None,
    }
}

fn cover(s: &Source<'_>) -> Cover {
    let mut lines = Vec::new();
    if let Some(activity) = activity_text(s.assessment, s.language) {
        lines.push(activity);
    }
    let c = &s.assessment.company;
    let place: Vec<String> =
        [(!c.town.is_empty()).then(|| c.town.clone()), province_text(s)].into_iter().flatten().collect();
    if !place.is_empty() {
        lines.push(place.join(", "));
    }
    if !c.consultant.is_empty() {
        lines.push(ta(s.language, "report-consultant", &[("name", (&c.consultant).into())]));
    }
    lines.push(date(s.language, s.date));
    Cover {
        kicker: s.kicker(),
        title: s.name(),
        lines,
        headline: words::headline(s.pack, s.scores, s.language),
        figure: Some(figures::stair(s.pack, s.scores, s.sure, s.language)),
        note: s.pack.texts(s.language).disclaimer.clone(),
    }
}

/// The company's activity as code and title.
#[must_use]
pub fn activity_text(assessment: &Assessment, language: Language) -> Option<String> {
    let code = assessment.company.ateco.as_ref()?;
    let edition: Edition = code.edition.parse().ok()?;
    let title = Ateco::shipped().find(edition, &code.code).map(Activity::display_title).unwrap_or_default();
    Some(ta(
        language,
        "ateco-line",
        &[("code", (&code.code).into()), ("edition", (&code.edition).into()), ("title", title.into())],
    ))
}

pub(super) fn province_text(s: &Source<'_>) -> Option<String> {
    let code = s.assessment.company.province.as_ref()?;
    Some(s.pack.item_text(s.language, "P2").options.get(code).unwrap_or(code).clone())
}

fn figure(drawing: Drawing, caption: String, width: f32) -> Block {
    Block::Figure { drawing, caption, width }
}

fn summary(s: &Source<'_>) -> Section {
    let mut blocks = vec![paragraph(Tone::Lead, words::headline(s.pack, s.scores, s.language))];
    if !s.scores.maturities.is_empty() {
        blocks.push(figure(figures::map(s.pack, s.scores, s.sure, s.language), s.t("caption-map"), 0.42));
    }
    if let Some(lean) = words::lean(s.pack, s.scores) {
        let text = &s.pack.texts(s.language).map[lean];
        blocks.push(Block::Paragraph {
            tone: Tone::Body,
            runs: vec![Run::strong(format!("{}. ", capitalised(&text.name))), Run::plain(&text.text)],
        });
    }
    for (heading, none, list) in [
        ("strengths", "strengths-none", words::strengths(s.pack, s.scores, s.language)),
        ("gaps", "gaps-none", words::gaps(s.pack, s.scores, s.language)),
    ] {
        blocks.push(Block::Heading(s.t(heading)));
        if list.is_empty() {
            blocks.push(paragraph(Tone::Body, s.t(none)));
        } else {
            blocks.push(Block::Bullets(
                list.into_iter()
                    .map(|p| vec![Run::strong(format!("{}: ", p.name)), Run::plain(format!("{}.", p.clause))])
                    .collect(),
            ));
        }
    }
    let steps = words::next_steps(s.pack, s.sheet, s.scores, s.language);
    if !steps.is_empty() {
        blocks.push(Block::Heading(s.t("next-steps")));
        blocks.extend(steps.iter().map(|step| next_step(s, step)));
    }
    for limit in words::limits(s.pack, s.scores, s.language) {
        blocks.push(Block::Card {
            kind: if limit.weighs { CardKind::Attention } else { CardKind::Plain },
            title: s.t("limit-title"),
            tag: None,
            blocks: vec![paragraph(Tone::Body, limit.text)],
        });
    }
    Section { id: "summary".into(), title: s.t("report-summary"), new_page: true, level: 1, blocks }
}

fn next_step(s: &Source<'_>, step: &NextStep) -> Block {
    let line = |label: &str, n: u8, text: &str| Block::Paragraph {
        tone: Tone::Body,
        runs: vec![
            Run::strong(ta(s.language, label, &[("step", n.to_string().into())])),
            Run::plain(format!(" {text}")),
        ],
    };
    Block::Card {
        kind: CardKind::Plain,
        title: step.name.clone(),
        tag: None,
        blocks: vec![line("step-today", step.step, &step.today), line("step-next", step.step + 1, &step.next)],
    }
}

fn position(s: &Source<'_>) -> Section {
    let (texts, total) = (s.pack.texts(s.language), &s.scores.total);
    let mut rows = vec![figure_row(s, Run::strong(s.t("total")), &total.figure, total.level)];
    rows.extend(
        s.scores
            .maturities
            .iter()
            .map(|m| figure_row(s, Run::strong(&texts.maturities[&m.id].name), &m.figure, m.level)),
    );
    rows.extend(
        s.scores
            .dimensions
            .iter()
            .map(|d| figure_row(s, Run::plain(&texts.dimensions[&d.id].name), &d.figure, d.level)),
    );
    let head = |key: &str, share: f32, numeric| Column { title: s.t(key), share, numeric };
    let mut blocks = vec![
        figure(figures::radar(s.pack, s.scores, s.language), s.t("caption-radar"), 0.72),
        Block::Table {
            columns: vec![
                head("column-figure", 0.36, false),
                head("column-score", 0.14, true),
                head("column-level", 0.18, false),
                head("column-bounds", 0.20, false),
                head("column-coverage", 0.12, true),
            ],
            rows,
        },
        paragraph(Tone::Small, s.t("report-bounds-note")),
    ];
    if let Some(balance) = total.balance {
        blocks.push(paragraph(
            Tone::Small,
            ta(
                s.language,
                "report-balance",
                &[("balance", decimal(s.language, balance, &[s.pack.structure.balance_below]).into())],
            ),
        ));
    }
    Section { id: "position".into(), title: s.t("report-position"), new_page: true, level: 1, blocks }
}

fn figure_row(s: &Source<'_>, name: Run, f: &crate::scoring::Figure, level: Option<u8>) -> Vec<Vec<Run>> {
    let bounds = match (f.low, f.high) {
        (Some(low), Some(high)) => {
            let print = |x| decimal(s.language, x, &s.pack.structure.levels);
            format!("{} – {}", print(low), print(high))
        }
        _ => "–".into(),
    };
    vec![
        vec![name],
        vec![Run::plain(f.score.map_or_else(|| "–".into(), |x| s.score(Some(x))))],
        vec![Run::plain(if f.low.is_none() {
            s.t("nothing-applicable")
        } else {
            words::level_text(s.pack, s.language, level)
        })],
        vec![Run::plain(bounds)],
        vec![Run::plain(f.coverage.map_or_else(|| "–".into(), |c| percent(s.language, c)))],
    ]
}

fn company(s: &Source<'_>) -> Section {
    let mut rows = Vec::new();
    let mut add = |name: String, value: String| rows.push(vec![vec![Run::strong(name)], vec![Run::plain(value)]]);
    let open = s.t("state-open");
    let asked = s.sheet.asked(s.pack).filter(|(item, _)| !item.kind.is_scored() && item.dii.is_empty());
    for (item, answer) in asked {
        let c = &s.assessment.company;
        let value = match item.id.as_str() {
            "P1" => activity_text(s.assessment, s.language).unwrap_or_else(|| open.clone()),
            "P2" => province_text(s).unwrap_or_else(|| open.clone()),
            "P3" => c.employees.map_or_else(|| open.clone(), |n| crate::text::grouped(s.language, f64::from(n))),
            _ if item.optional && answer.state == State::Open => continue,
            _ => words::answer_text(s.pack, s.sheet, item, s.language),
        };
        add(s.pack.item_text(s.language, &item.id).name.clone(), value);
    }
    Section {
        id: "company".into(),
        title: s.t("report-company"),
        new_page: false,
        level: 1,
        blocks: vec![two_columns(s, "column-what", "column-answer", 0.32, rows)],
    }
}

fn two_columns(s: &Source<'_>, left: &str, right: &str, share: f32, rows: Vec<Vec<Vec<Run>>>) -> Block {
    Block::Table {
        columns: vec![
            Column { title: s.t(left), share, numeric: false },
            Column { title: s.t(right), share: 1.0 - share, numeric: false },
        ],
        rows,
    }
}

fn dimension(s: &Source<'_>, d: &Dimension) -> Section {
    let text = &s.pack.texts(s.language).dimensions[&d.id];
    let mut runs = vec![Run::strong(match d.figure.score {
        Some(score) => ta(
            s.language,
            "dimension-score",
            &[("score", s.score(Some(score)).into()), ("level", words::level_text(s.pack, s.language, d.level).into())],
        ),
        None if d.figure.low.is_none() => crate::text::sentence(&s.t("nothing-applicable")),
        None => s.t("insufficient-data-sentence"),
    })];
    if d.figure.low.is_some() {
        let coverage = words::coverage_text(s.language, &d.figure);
        let details = match words::bounds_text(s.pack, s.language, &d.figure) {
            Some(bounds) => {
                ta(s.language, "bounds-and-coverage", &[("bounds", bounds.into()), ("coverage", coverage.into())])
            }
            None => coverage,
        };
        runs.push(Run::plain(format!(" {}", crate::text::sentence(&details))));
    }
    let mut blocks = vec![Block::Paragraph { tone: Tone::Body, runs }, paragraph(Tone::Body, &text.meaning)];
    if let Some(level) = d.level.map(usize::from) {
        blocks.push(Block::Paragraph {
            tone: Tone::Body,
            runs: vec![Run::strong(format!("{} ", s.t("dimension-today"))), Run::plain(&text.band[level])],
        });
        blocks.push(Block::Paragraph {
            tone: Tone::Body,
            runs: vec![Run::strong(format!("{} ", s.t("dimension-next"))), Run::plain(&text.next[level])],
        });
    }
    // Lists and cells count for several dimensions; they have a section of their own.
    let of_dimension = |item: &Item| item.feeds.iter().any(|f| d.subdimensions.iter().any(|sub| sub.id == f.to));
    let rows = s
        .sheet
        .asked(s.pack)
        .filter(|(item, _)| item.kind == ItemKind::Ladder && item.cell.is_none() && of_dimension(item))
        .map(|(item, answer)| answer_row(s, item, answer))
        .collect();
    let head = |key: &str, share: f32, numeric| Column { title: s.t(key), share, numeric };
    blocks.push(Block::Table {
        columns: vec![
            head("column-question", 0.34, false),
            head("column-step", 0.10, true),
            head("column-seen", 0.56, false),
        ],
        rows,
    });
    Section {
        id: format!("dimension-{}", d.id),
        title: format!("{} {}", d.id, text.name),
        new_page: false,
        level: 2,
        blocks,
    }
}

fn answer_row(s: &Source<'_>, item: &Item, answer: &Combined) -> Vec<Vec<Run>> {
    let text = s.pack.item_text(s.language, &item.id);
    let step = answer.step().map_or_else(
        || "–".into(),
        |v| {
            if v.fract() == 0.0 { format!("{v:.0}") } else { decimal(s.language, v, &[]) }
        },
    );
    let mut seen = vec![Run::plain(words::answer_text(s.pack, s.sheet, item, s.language))];
    if answer.evidence > 0 && answer.step().is_some() {
        seen.push(Run::plain(format!(" [{}]", s.t(&format!("evidence-{}", answer.evidence)))));
    }
    for note in
        s.assessment.answers.get(&item.id).into_iter().flatten().map(|a| a.note.trim()).filter(|n| !n.is_empty())
    {
        seen.push(Run::strong(format!(" {} ", s.t("note-label"))));
        seen.push(Run::plain(note));
    }
    vec![
        vec![Run::strong(format!("{} {}. ", item.id, text.name)), Run::plain(&text.question)],
        vec![Run::plain(step)],
        seen,
    ]
}

fn index(s: &Source<'_>) -> Section {
    let mut blocks = vec![paragraph(Tone::Body, s.t("report-dii-intro"))];
    if let Some(reading) = &s.scores.dii_v3 {
        version(s, reading, &mut blocks);
    }
    if let Some(reading) = &s.scores.dii_v4 {
        version(s, reading, &mut blocks);
    }
    let facts: Vec<Vec<Vec<Run>>> = s
        .sheet
        .asked(s.pack)
        .map(|(item, _)| item)
        .filter(|i| !i.dii.is_empty())
        .map(|i| {
            vec![
                vec![Run::plain(&s.pack.item_text(s.language, &i.id).question)],
                vec![Run::plain(i.dii.join(", "))],
                vec![Run::plain(words::answer_text(s.pack, s.sheet, i, s.language))],
            ]
        })
        .collect();
    blocks.extend(instrument::sector(s));
    blocks.push(Block::Heading(s.t("report-facts")));
    blocks.push(Block::Table {
        columns: vec![
            Column { title: s.t("column-fact"), share: 0.64, numeric: false },
            Column { title: s.t("column-version"), share: 0.14, numeric: false },
            Column { title: s.t("column-answer"), share: 0.22, numeric: false },
        ],
        rows: facts,
    });
    Section { id: "index".into(), title: s.t("report-dii"), new_page: true, level: 1, blocks }
}

fn version<V: DiiVersion>(s: &Source<'_>, reading: &Reading<V>, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(ta(s.language, "dii-version", &[("version", V::ID.into())])));
    let Some(figures) = &reading.figures else {
        blocks.push(paragraph(
            Tone::Body,
            ta(s.language, "dii-too-few", &[("share", percent(s.language, reading.coverage).into())]),
        ));
        return;
    };
    blocks.push(paragraph(Tone::Body, dii_sentence(figures, s.language)));
    let Some(benchmark) = &figures.benchmark else {
        blocks.push(paragraph(Tone::Body, s.t("dii-no-size")));
        return;
    };
    if let Some(drawing) = figures::dii(reading, s.language) {
        blocks.push(figure(
            drawing,
            ta(
                s.language,
                "caption-dii",
                &[
                    ("year", benchmark.italy.survey_year.to_string().into()),
                    ("size", (&benchmark.italy.size_class).into()),
                ],
            ),
            0.72,
        ));
    }
    let line = |name: String, d: &crate::pack::benchmark::Distribution<V>| {
        let mut row = vec![vec![Run::plain(name)]];
        row.extend(d.shares.map(|x| vec![Run::plain(percent(s.language, x))]));
        row
    };
    let mut rows = vec![line(s.t("italy"), &benchmark.italy)];
    rows.extend(benchmark.eu.as_ref().map(|eu| line(s.t("eu"), eu)));
    let mut columns = vec![Column { title: s.t("column-place"), share: 0.32, numeric: false }];
    columns.extend(["very-low", "low", "high", "very-high"].map(|c| Column {
        title: s.t(&format!("dii-class-{c}")),
        share: 0.17,
        numeric: true,
    }));
    blocks.push(Block::Table { columns, rows });
    for caveat in &reading.caveats {
        blocks.push(paragraph(Tone::Small, &s.pack.texts(s.language).caveats[caveat.id()]));
    }
    blocks.push(paragraph(Tone::Small, dii_source(&benchmark.italy, s.language)));
}

/// «7 of 12: high (8 if what is not known were a yes)», and the place in the distribution.
#[must_use]
pub fn dii_sentence<V: DiiVersion>(f: &crate::scoring::dii::Figures<V>, language: Language) -> String {
    let class = words::class_text(language, f.class);
    let mut sentence = ta(language, "dii-count", &[("count", f.count.into()), ("class", class.into())]);
    if f.max > f.count {
        sentence.push(' ');
        sentence.push_str(&ta(
            language,
            "dii-up-to",
            &[("max", f.max.into()), ("class", words::class_text(language, f.class_max).into())],
        ));
    }
    if let Some(benchmark) = &f.benchmark {
        sentence.push(' ');
        sentence.push_str(&figures::dii_note(benchmark.percentile, language));
    }
    sentence
}

/// Source line of a benchmark: publisher, data set, year, version.
#[must_use]
pub fn dii_source<V: DiiVersion>(d: &crate::pack::benchmark::Distribution<V>, language: Language) -> String {
    ta(
        language,
        "dii-source",
        &[("year", d.survey_year.to_string().into()), ("version", V::ID.into()), ("size", (&d.size_class).into())],
    )
}

fn method(s: &Source<'_>) -> Section {
    let texts = s.pack.texts(s.language);
    let mut blocks = Vec::new();
    for part in &texts.method {
        blocks.push(Block::Paragraph {
            tone: Tone::Body,
            runs: vec![Run::strong(format!("{}. ", part.title)), Run::plain(&part.text)],
        });
    }
    blocks.push(paragraph(Tone::Body, &texts.disclaimer));
    let pack = &s.assessment.pack;
    let hash: String = s.pack.hash.chars().take(12).collect();
    blocks.push(paragraph(
        Tone::Small,
        ta(
            s.language,
            "report-versions",
            &[
                ("program", env!("CARGO_PKG_VERSION").into()),
                ("pack", (&pack.id).into()),
                ("version", (&s.pack.version).into()),
                ("hash", hash.into()),
                ("date", date(s.language, s.date).into()),
            ],
        ),
    ));
    Section { id: "method".into(), title: s.t("report-method"), new_page: true, level: 1, blocks }
}
