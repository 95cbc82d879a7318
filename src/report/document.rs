//! The report of an evaluation: which sections, in which order, saying what.

use sha2::{Digest, Sha256};

use super::chapters::{self, CHAPTERS};
use super::plan_pages::{self, Planned};
use super::{
    Block, Column, Cover, Drawing, Edition as Issue, Look, Meta, Picture, Report, Run, Section, Tone, annexes, figures,
    instrument, paragraph, summary, wording, words,
};
use crate::assessment::sheet::Sheet;
use crate::assessment::{Assessment, file};
use crate::matching::Doors;
use crate::pack::Pack;
use crate::pack::ateco::{Activity, Ateco, Edition};
use crate::pack::benchmark::DiiVersion;
use crate::pack::region::Region;
use crate::roadmap;
use crate::scoring::dii::Reading;
use crate::scoring::uncertainty::Uncertainty;
use crate::scoring::{Dimension, Scores};
use crate::text::{Language, date, decimal, hexadecimal, percent, t, ta};

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
    /// True where nothing the company wrote itself may be repeated outside chapters chosen for it.
    pub discreet: bool,
}

/// Writes the whole report; what is planned comes beside its source, because making a plan takes time.
#[must_use]
pub fn report(s: &Source<'_>, planned: Planned<'_>, issue: &Issue) -> Report {
    let mut report = own_words(s, planned, issue);
    wording::apply(s, &mut report);
    report
}

/// The report in the program's own words, whatever was written in their place.
#[must_use]
pub fn own_words(s: &Source<'_>, planned: Planned<'_>, issue: &Issue) -> Report {
    let choices = &s.assessment.report;
    let shown = |id: &str| {
        CHAPTERS.iter().find(|c| c.id == id).is_some_and(|c| chapters::is_shown(c, choices, issue.without_data))
    };
    let mut sections: Vec<Section> = Vec::new();
    // What the doors rest on is looked up, not read: it stands behind everything.
    let mut sources = None;
    for chapter in chapters::ordered(choices).into_iter().filter(|c| shown(c.id)) {
        sections.extend(match chapter.id {
            "contents" => vec![contents(s)],
            "summary" => vec![summary::section(s, planned)],
            "position" => vec![position(s, planned)],
            "sure" => instrument::sure(s).into_iter().collect(),
            "contradictions" => instrument::contradictions(s).into_iter().collect(),
            "matrix" => instrument::matrix(s).into_iter().collect(),
            "dimensions" => dimensions(s, shown("dimension_answers")),
            // Another pack may have no facts of the index.
            "index" if s.scores.dii_v3.is_some() || s.scores.dii_v4.is_some() => vec![index(s)],
            "dmat" => instrument::dmat(s).into_iter().collect(),
            "doors" => {
                let (doors, named) = super::doors::sections(s);
                sources = Some(named);
                doors
            }
            "plan" => plan_pages::section(s, planned).into_iter().collect(),
            "answers" => annexes::answers(s, shown("dimensions") && shown("dimension_answers")),
            "notes" => annexes::notes(s).into_iter().collect(),
            "method" => vec![annexes::method(s)],
            _ => Vec::new(),
        });
    }
    sections.push(annexes::honesty(s, planned, issue));
    sections.extend(sources);
    // A flag is explained by the plan.
    let with_plan = shown("plan").then(|| plan_pages::level(planned)).flatten();
    Report { cover: shown("cover").then(|| cover(s, with_plan, issue)), sections, ..frame(s, issue) }
}

impl Source<'_> {
    pub(super) fn t(&self, key: &str) -> String {
        t(self.language, key)
    }

    pub(crate) fn name(&self) -> String {
        let name = self.assessment.company.name.trim();
        if name.is_empty() { self.t("unnamed-company") } else { name.to_owned() }
    }

    /// What kind of document it is: that of the two maturities, or the questionnaire's own name.
    pub(crate) fn kicker(&self) -> String {
        if self.pack.structure.maturities.is_empty() {
            let name = &self.pack.texts(self.language).name;
            return ta(self.language, "report-kicker-other", &[("name", name.into())]);
        }
        self.t("report-kicker")
    }

    pub(super) fn score(&self, score: Option<f64>) -> String {
        words::score_text(self.pack, self.language, score)
    }
}

/// A report without a page yet: facts about the document, colours and logo.
pub(super) fn frame(s: &Source<'_>, issue: &Issue) -> Report {
    let named = |logo: Picture| {
        let said = [logo.alt.as_str(), issue.brand.logo_alt()].into_iter().find(|said| !said.is_empty());
        Picture { alt: said.map_or_else(|| s.t("logo"), str::to_owned), ..logo }
    };
    let look = Look { palette: issue.brand.palette(), logo: issue.logo.clone().map(named) };
    Report { meta: meta(s, issue), look, cover: None, sections: Vec::new(), carried: None }
}

fn meta(s: &Source<'_>, issue: &Issue) -> Meta {
    let whose = issue.brand.name.trim();
    Meta {
        title: ta(s.language, "report-title", &[("company", s.name().into()), ("kicker", s.kicker().into())]),
        subject: s.kicker(),
        creator: format!("Orienta {}", env!("CARGO_PKG_VERSION")),
        language: s.language.code().to_owned(),
        date: s.date.to_string(),
        footer: if whose.is_empty() {
            ta(s.language, "report-footer", &[("company", s.name().into())])
        } else {
            ta(s.language, "report-footer-brand", &[("company", s.name().into()), ("brand", whose.into())])
        },
        paper: s.assessment.report.paper,
        digest_line: Some(digest_line(s)),
        page_label: s.t("report-page-label").replace('[', "{").replace(']', "}"),
    }
}

/// SHA-256 of the assessment's file, in hexadecimal digits.
#[must_use]
pub fn digest(assessment: &Assessment) -> String {
    hexadecimal(&Sha256::digest(file::write(assessment)))
}

/// «Data: 1a2b 3c4d 5e6f 7a8b»: enough digits to tell two files apart, few enough to compare by eye.
fn digest_line(s: &Source<'_>) -> String {
    let digits = digest(s.assessment);
    let groups: Vec<&str> = (0..4).filter_map(|n| digits.get(4 * n..4 * n + 4)).collect();
    ta(s.language, "report-digest", &[("digest", groups.join("\u{a0}").into())])
}

fn cover(s: &Source<'_>, with_plan: Option<u8>, issue: &Issue) -> Cover {
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
    let brand = &issue.brand;
    let consultant = if brand.name.trim().is_empty() { &c.consultant } else { &brand.name };
    if !consultant.trim().is_empty() {
        lines.push(ta(s.language, "report-consultant", &[("name", consultant.into())]));
        lines.extend(brand.contacts.iter().filter(|line| !line.trim().is_empty()).cloned());
    }
    let own = s.assessment.report.cover.trim();
    let said = if own.is_empty() { brand.cover.trim() } else { own };
    lines.extend(said.lines().map(str::to_owned));
    lines.push(date(s.language, s.date));
    Cover {
        kicker: s.kicker(),
        title: s.name(),
        lines,
        headline: words::headline(s.pack, s.scores, s.language),
        figure: Some(stair(s, with_plan)),
        note: s.pack.texts(s.language).disclaimer.clone(),
    }
}

fn contents(s: &Source<'_>) -> Section {
    let (id, title) = ("contents".into(), s.t("report-contents"));
    Section { id, title, new_page: true, level: 1, blocks: vec![Block::Contents] }
}

/// The stair, told with its figures.
pub(super) fn stair(s: &Source<'_>, with_plan: Option<u8>) -> Drawing {
    let mut stair = figures::stair(s.pack, s.scores, s.sure, with_plan, s.language);
    if s.scores.total.figure.score.is_some() {
        let mut said = format!("{}: {}", s.t("total"), s.score(s.scores.total.figure.score));
        if let Some(total) = &s.sure.total {
            said.push_str(&format!(", {}", between(s, total.spread.p5, total.spread.p95)));
        }
        stair.alt.push_str(&format!(" {said}."));
    }
    stair
}

/// The map, told with the spread of both maturities.
pub(super) fn map(s: &Source<'_>) -> Drawing {
    let mut map = figures::map(s.pack, s.scores, s.sure, s.language);
    let spreads = s.scores.maturities.iter().enumerate().filter_map(|(n, m)| Some((m, s.sure.maturity(n)?)));
    for (m, spread) in spreads {
        let name = &s.pack.texts(s.language).maturities[&m.id].name;
        map.alt.push_str(&format!(". {name}: {}", between(s, spread.p5, spread.p95)));
    }
    map
}

/// «between 41.0 and 55.2».
fn between(s: &Source<'_>, low: f64, high: f64) -> String {
    let print = |x| decimal(s.language, x, &s.pack.structure.levels);
    ta(s.language, "bounds", &[("low", print(low).into()), ("high", print(high).into())])
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

/// The name of the company's province.
#[must_use]
pub fn province_text(s: &Source<'_>) -> Option<String> {
    let code = s.assessment.company.province.as_ref()?;
    Some(s.pack.item_text(s.language, "P2").options.get(code).unwrap_or(code).clone())
}

pub(super) fn figure(drawing: Drawing, caption: String, width: f32) -> Block {
    Block::Figure { drawing, caption, width }
}

fn position(s: &Source<'_>, planned: Planned<'_>) -> Section {
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
    let targets = planned.map_or_else(|_| Vec::new(), |(agenda, _)| roadmap::targets(agenda));
    let caption = if targets.is_empty() { "caption-radar" } else { "caption-radar-target" };
    let mut blocks = Vec::new();
    if !s.scores.maturities.is_empty() {
        blocks.push(figure(map(s), s.t("caption-map"), 0.42));
    }
    blocks.extend([
        figure(figures::radar(s.pack, s.scores, &targets, s.language), s.t(caption), 0.54),
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
    ]);
    // Why the level is below what the points say, and whether the profile is balanced; a limit that does not bite is no news.
    let unbalanced = s.t("unbalanced-profile");
    let said = words::limits(s.pack, s.scores, s.language).into_iter().filter(|l| l.weighs || l.text == unbalanced);
    blocks.extend(said.map(|limit| paragraph(Tone::Body, limit.text)));
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

fn dimensions(s: &Source<'_>, with_answers: bool) -> Vec<Section> {
    let intro = s.t(if with_answers { "report-dimensions-intro" } else { "report-dimensions-intro-short" });
    let mut sections = vec![Section {
        id: "dimensions".into(),
        title: s.t("report-dimensions"),
        new_page: true,
        level: 1,
        blocks: vec![paragraph(Tone::Body, intro)],
    }];
    sections.extend(s.scores.dimensions.iter().map(|d| dimension(s, d, with_answers)));
    sections
}

fn dimension(s: &Source<'_>, d: &Dimension, with_answers: bool) -> Section {
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
    if with_answers {
        // Lists and cells count for several dimensions; they have a section of their own.
        let rows =
            annexes::ladders(s, |item| item.feeds.iter().any(|f| d.subdimensions.iter().any(|sub| sub.id == f.to)));
        blocks.push(annexes::ladder_table(s, rows));
    }
    Section {
        id: format!("dimension-{}", d.id),
        title: format!("{} {}", d.id, text.name),
        new_page: false,
        level: 2,
        blocks,
    }
}

fn index(s: &Source<'_>) -> Section {
    let mut blocks = vec![paragraph(Tone::Body, s.t("report-dii-intro"))];
    if let Some(reading) = &s.scores.dii_v3 {
        version(s, reading, &mut blocks);
    }
    if let Some(reading) = &s.scores.dii_v4 {
        version(s, reading, &mut blocks);
    }
    blocks.extend(instrument::sector(s));
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
    if let Some(mut drawing) = figures::dii(reading, s.language) {
        let shares = ["very-low", "low", "high", "very-high"].into_iter().zip(benchmark.italy.shares);
        let said =
            shares.map(|(class, x)| format!("{}: {}", s.t(&format!("dii-class-{class}")), percent(s.language, x)));
        let own = format!("{}: {}", s.t("your-company"), words::class_text(s.language, figures.class));
        drawing.alt = format!("{}. {own}. {}", said.collect::<Vec<_>>().join("; "), drawing.alt);
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
