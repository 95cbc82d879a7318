//! What stands behind the report: the answers, the notes, the method, and what the figures are and are not.

use super::document::{Source, activity_text, dii_source, province_text};
use super::plan_pages::Planned;
use super::{Block, Column, Edition, Run, Section, Tone, chapters, instrument, paragraph, words};
use crate::assessment::State;
use crate::assessment::combine::Combined;
use crate::pack::{Item, ItemKind};
use crate::text::{date, decimal, grouped, ta};

/// All answers: profile, facts, lists and cells, and the ladders too where no other page has them.
pub(super) fn answers(s: &Source<'_>, ladders_elsewhere: bool) -> Vec<Section> {
    let mut parts = vec![part(s, "answers-profile", "report-company", profile(s))];
    if !ladders_elsewhere {
        let rows = ladders(s, |_| true);
        if !rows.is_empty() {
            parts.push(part(s, "answers-ladders", "report-ladders", ladder_table(s, rows)));
        }
    }
    parts.extend(facts(s).map(|table| part(s, "answers-facts", "report-facts", table)));
    parts.extend(lists(s).map(|table| part(s, "answers-lists", "report-lists", table)));
    let head = paragraph(
        Tone::Body,
        s.t(if ladders_elsewhere { "report-answers-intro-but-ladders" } else { "report-answers-intro" }),
    );
    let mut sections = vec![Section {
        id: "answers".into(),
        title: s.t("report-answers"),
        new_page: true,
        level: 1,
        blocks: vec![head],
    }];
    sections.extend(parts);
    sections
}

fn part(s: &Source<'_>, id: &str, title: &str, table: Block) -> Section {
    Section { id: id.into(), title: s.t(title), new_page: false, level: 2, blocks: vec![table] }
}

/// A table of names and what was answered.
fn table(s: &Source<'_>, columns: &[(&str, f32, bool)], rows: Vec<Vec<Vec<Run>>>) -> Block {
    let column = |&(key, share, numeric): &(&str, f32, bool)| Column { title: s.t(key), share, numeric };
    Block::Table { columns: columns.iter().map(column).collect(), rows }
}

fn profile(s: &Source<'_>) -> Block {
    let open = s.t("state-open");
    let asked = s.sheet.asked(s.pack).filter(|(item, _)| !item.kind.is_scored() && item.dii.is_empty());
    let rows = asked.filter_map(|(item, answer)| {
        let value = match item.id.as_str() {
            "P1" => activity_text(s.assessment, s.language).unwrap_or_else(|| open.clone()),
            "P2" => province_text(s).unwrap_or_else(|| open.clone()),
            "P3" => {
                let employees = s.assessment.company.employees;
                employees.map_or_else(|| open.clone(), |n| grouped(s.language, f64::from(n)))
            }
            _ if item.optional && answer.state == State::Open => return None,
            _ => words::answer_text(s.pack, s.sheet, item, s.language),
        };
        let name = &s.pack.item_text(s.language, &item.id).name;
        Some(vec![vec![Run::strong(format!("{} {name}", item.id))], vec![Run::plain(value)]])
    });
    table(s, &[("column-what", 0.34, false), ("column-answer", 0.66, false)], rows.collect())
}

/// The ladders asked that a test lets through, a row each.
pub(super) fn ladders(s: &Source<'_>, of: impl Fn(&Item) -> bool) -> Vec<Vec<Vec<Run>>> {
    let is_ladder = |item: &Item| item.kind == ItemKind::Ladder && item.cell.is_none();
    let asked = s.sheet.asked(s.pack).filter(|(item, _)| is_ladder(item) && of(item));
    asked.map(|(item, answer)| ladder(s, item, answer)).collect()
}

fn ladder(s: &Source<'_>, item: &Item, answer: &Combined) -> Vec<Vec<Run>> {
    let text = s.pack.item_text(s.language, &item.id);
    let step = answer
        .step()
        .map_or_else(|| "–".into(), |v| if v.fract() == 0.0 { format!("{v:.0}") } else { decimal(s.language, v, &[]) });
    vec![
        vec![Run::strong(format!("{} {}. ", item.id, text.name)), Run::plain(&text.question)],
        vec![Run::plain(step)],
        said(s, item, answer),
    ]
}

/// The answer in words, with its evidence.
fn said(s: &Source<'_>, item: &Item, answer: &Combined) -> Vec<Run> {
    let mut said = vec![Run::plain(words::answer_text(s.pack, s.sheet, item, s.language))];
    if answer.evidence > 0 && matches!(answer.state, State::Answered(_)) {
        said.push(Run::plain(format!(" [{}]", s.t(&format!("evidence-{}", answer.evidence)))));
    }
    said
}

/// The table of ladders.
pub(super) fn ladder_table(s: &Source<'_>, rows: Vec<Vec<Vec<Run>>>) -> Block {
    table(s, &[("column-question", 0.34, false), ("column-step", 0.10, true), ("column-seen", 0.56, false)], rows)
}

/// The facts of the index; none where the questionnaire has none.
fn facts(s: &Source<'_>) -> Option<Block> {
    let asked = s.sheet.asked(s.pack).filter(|(item, _)| !item.dii.is_empty());
    let rows: Vec<Vec<Vec<Run>>> = asked
        .map(|(item, answer)| {
            let question = &s.pack.item_text(s.language, &item.id).question;
            vec![
                vec![Run::strong(format!("{} ", item.id)), Run::plain(question)],
                vec![Run::plain(item.dii.join(", "))],
                said(s, item, answer),
            ]
        })
        .collect();
    let columns = [("column-fact", 0.62, false), ("column-version", 0.14, false), ("column-answer", 0.24, false)];
    (!rows.is_empty()).then(|| table(s, &columns, rows))
}

/// The answers to lists and cells; none in the quick questionnaire.
fn lists(s: &Source<'_>) -> Option<Block> {
    let is_list = |item: &Item| item.cell.is_some() || (item.kind.is_scored() && item.kind != ItemKind::Ladder);
    let asked = s.sheet.asked(s.pack).filter(|(item, _)| is_list(item));
    let rows: Vec<Vec<Vec<Run>>> = asked
        .map(|(item, answer)| {
            let name = s.pack.item_name(s.language, item, s.sheet.sector());
            vec![vec![Run::strong(format!("{} {name}", item.id))], said(s, item, answer)]
        })
        .collect();
    (!rows.is_empty()).then(|| table(s, &[("column-what", 0.34, false), ("column-answer", 0.66, false)], rows))
}

/// The notes beside the answers; none where nobody wrote one.
pub(super) fn notes(s: &Source<'_>) -> Option<Section> {
    let rows: Vec<Vec<Vec<Run>>> = s
        .sheet
        .asked(s.pack)
        .flat_map(|(item, _)| {
            s.assessment.answers.get(&item.id).into_iter().flatten().map(move |a| (item, a.note.trim()))
        })
        .filter(|(_, note)| !note.is_empty())
        .map(|(item, note)| {
            let name = s.pack.item_name(s.language, item, s.sheet.sector());
            vec![vec![Run::strong(format!("{} {name}", item.id))], vec![Run::plain(note)]]
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let blocks = vec![table(s, &[("column-what", 0.34, false), ("column-note", 0.66, false)], rows)];
    Some(Section { id: "notes".into(), title: s.t("report-notes"), new_page: false, level: 1, blocks })
}

/// How the figures are worked out.
pub(super) fn method(s: &Source<'_>) -> Section {
    let part = |title: &str, text: &str| Block::Paragraph {
        tone: Tone::Body,
        runs: vec![Run::strong(format!("{title}. ")), Run::plain(text)],
    };
    let blocks = s.pack.texts(s.language).method.iter().map(|p| part(&p.title, &p.text)).collect();
    Section { id: "method".into(), title: s.t("report-method"), new_page: true, level: 1, blocks }
}

/// What the figures are and are not. In every report.
pub(super) fn honesty(s: &Source<'_>, planned: Planned<'_>, issue: &Edition) -> Section {
    let mut said =
        vec![vec![Run::plain(&s.pack.texts(s.language).disclaimer)], vec![Run::plain(s.t("honesty-unofficial"))]];
    said.push(vec![Run::plain(who_answered(s))]);
    said.extend(instrument::backed(s).map(|words| vec![Run::plain(words)]));
    if let (Some(low), Some(high)) = (s.scores.total.figure.low, s.scores.total.figure.high) {
        let number = |x: f64| decimal(s.language, x, &s.pack.structure.levels);
        let mut places = vec![("low", number(low).into()), ("high", number(high).into())];
        let key = match &s.sure.total {
            Some(total) => {
                places.push(("p5", number(total.spread.p5).into()));
                places.push(("p95", number(total.spread.p95).into()));
                "honesty-interval"
            }
            None => "honesty-bounds",
        };
        said.push(vec![Run::plain(ta(s.language, key, &places))]);
    }
    if planned.is_ok() {
        said.push(vec![Run::plain(s.t("honesty-no-promise"))]);
    }
    let travels = match (issue.editable, issue.without_data) {
        (true, _) => "docx-honesty",
        (false, true) => "honesty-without-data",
        (false, false) => "honesty-with-data",
    };
    said.push(vec![Run::plain(s.t(travels))]);
    let mut small = vec![versions(s)];
    small.extend(benchmarks(s));
    let mut blocks = vec![Block::Bullets(said)];
    blocks.push(paragraph(Tone::Small, small.join(" ")));
    Section { id: chapters::HONESTY.into(), title: s.t("report-honesty"), new_page: false, level: 1, blocks }
}

/// How many answered and in which roles; names stay in the file.
fn who_answered(s: &Source<'_>) -> String {
    let roles = s.pack.item("P8").map(|_| &s.pack.item_text(s.language, "P8").options);
    let mut counted: Vec<&str> = s
        .assessment
        .respondents
        .iter()
        .map(|r| r.role.as_str())
        .filter(|role| !role.is_empty())
        .map(|role| roles.and_then(|names| names.get(role)).map_or(role, String::as_str))
        .collect();
    counted.sort_unstable();
    counted.dedup();
    let count = s.assessment.respondents.len().max(1);
    if counted.is_empty() {
        return ta(s.language, "honesty-respondents", &[("count", count.into())]);
    }
    let roles = counted.join(", ");
    ta(s.language, "honesty-respondents-roles", &[("count", count.into()), ("roles", roles.into())])
}

/// Versions of program and questionnaire.
fn versions(s: &Source<'_>) -> String {
    let pack = &s.assessment.pack;
    let hash: String = s.pack.hash.chars().take(12).collect();
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
    )
}

/// Sources of the benchmarks that were used, and the edition of the region's data.
fn benchmarks(s: &Source<'_>) -> Vec<String> {
    let v3 = s.scores.dii_v3.as_ref().and_then(|r| r.figures.as_ref()?.benchmark.as_ref());
    let v4 = s.scores.dii_v4.as_ref().and_then(|r| r.figures.as_ref()?.benchmark.as_ref());
    let mut said: Vec<String> = v3.map(|b| dii_source(&b.italy, s.language)).into_iter().collect();
    said.extend(v4.map(|b| dii_source(&b.italy, s.language)));
    said.push(super::doors::edition_sentence(s.region, s.date, s.language));
    said
}
