//! The report on a single page, to be left on a table: where the company is, what is strong, what is missing, what comes next
//! and whom to ask.

use super::document::Source;
use super::plan_pages::{self, Planned};
use super::{Block, Column, Drawing, Edition, Meta, Report, Run, Section, Tone, document, doors, paragraph};
use super::{plan as plan_words, plan_charts, words};
use crate::roadmap::{Agenda, Plan};
use crate::text::{date, t, ta};

/// How many strengths, gaps and steps are said.
const SAID: usize = 3;
/// Shares of the text's width that the charts take where there is room.
const STAIR: f32 = 0.62;
const MAP: f32 = 0.32;

/// How much room the page has: the first of these that fits is taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// How large the charts are, 0..=1; none where there is no room for them.
    charts: Option<f32>,
    /// True where strengths and gaps are told, not only named.
    told: bool,
    /// How many of them, and of the next steps.
    said: usize,
}

/// From the roomiest page to the tightest, which holds a line of each.
pub const ROOMS: [Room; 6] = [
    Room { charts: Some(1.0), told: true, said: SAID },
    Room { charts: Some(0.85), told: true, said: SAID },
    Room { charts: Some(0.7), told: true, said: SAID },
    Room { charts: Some(0.6), told: false, said: SAID },
    Room { charts: None, told: false, said: SAID },
    Room { charts: None, told: false, said: 1 },
];

/// The page. It has no cover and carries no data.
#[must_use]
pub fn report(s: &Source<'_>, planned: Planned<'_>, issue: &Edition, room: Room) -> Report {
    let base = document::frame(s, issue);
    let plan = planned.ok().and_then(|(agenda, plan)| Some((agenda, plan.as_ref().ok()?)));
    let plan = plan.filter(|(_, plan)| !plan.steps.is_empty());
    let mut about = vec![Run::strong(s.name()), Run::plain(format!(" · {}", date(s.language, s.date)))];
    let consultant = s.assessment.company.consultant.trim();
    if !consultant.is_empty() {
        let by = ta(s.language, "report-consultant", &[("name", consultant.into())]);
        about.push(Run::plain(format!(" · {by}")));
    }
    let mut blocks = vec![
        Block::Paragraph { tone: Tone::Body, runs: about },
        paragraph(Tone::Lead, words::headline(s.pack, s.scores, s.language)),
    ];
    blocks.extend(room.charts.into_iter().flat_map(|size| charts(s, planned, size)));
    blocks.push(points(s, room));
    blocks.extend(steps(s, plan, room));
    if let Some((why, names)) = doors::first_doors(s.doors).into_iter().next() {
        let label = Run::strong(format!("{}. ", s.t("first-door")));
        blocks.push(Block::Paragraph { tone: Tone::Body, runs: vec![label, Run::plain(why), Run::strong(names)] });
    }
    if let Some((agenda, plan)) = plan {
        blocks.push(Block::Paragraph { tone: Tone::Body, runs: next_date(s, agenda, plan) });
    }
    blocks.push(paragraph(Tone::Small, &s.pack.texts(s.language).disclaimer));
    let title = s.kicker();
    let section = Section { id: "handout".into(), title, new_page: false, level: 1, blocks };
    Report {
        meta: Meta { digest_line: None, ..base.meta },
        look: base.look,
        cover: None,
        sections: vec![section],
        carried: None,
    }
}

/// The stair, and beside it the map where the questionnaire has one: figures so narrow are set in a row.
fn charts(s: &Source<'_>, planned: Planned<'_>, size: f32) -> Vec<Block> {
    let figure =
        |drawing: Drawing, key: &str, share: f32| Block::Figure { drawing, caption: s.t(key), width: share * size };
    let mut all = vec![figure(document::stair(s, plan_pages::level(planned)), "handout-stair", STAIR)];
    if !s.scores.maturities.is_empty() {
        all.push(figure(document::map(s), "caption-map", MAP));
    }
    all
}

/// Strengths and gaps, side by side.
fn points(s: &Source<'_>, room: Room) -> Block {
    let lists = [
        (words::strengths(s.pack, s.scores, s.language), "strengths-none"),
        (words::gaps(s.pack, s.scores, s.language), "gaps-none"),
    ];
    let cell = |(list, none): &(Vec<words::Point>, &str), n: usize| match list.get(n) {
        Some(point) if room.told => {
            vec![Run::strong(format!("{}: ", point.name)), Run::plain(format!("{}.", point.clause))]
        }
        Some(point) => vec![Run::strong(&point.name)],
        None if n == 0 => vec![Run::plain(t(s.language, none))],
        None => Vec::new(),
    };
    let count = lists.iter().map(|(list, _)| list.len()).max().unwrap_or(0).clamp(1, room.said);
    let head = |key: &str| Column { title: s.t(key), share: 0.5, numeric: false };
    Block::Table {
        columns: vec![head("strengths"), head("gaps")],
        rows: (0..count).map(|n| lists.iter().map(|list| cell(list, n)).collect()).collect(),
    }
}

/// The first measures of the plan with when, who and how much; where there is no plan, the next step of the weakest areas.
fn steps(s: &Source<'_>, plan: Option<(&Agenda<'_>, &Plan)>, room: Room) -> Option<Block> {
    let head = |key: &str, share: f32| Column { title: s.t(key), share, numeric: false };
    if let Some((agenda, plan)) = plan {
        let row = |step: &crate::roadmap::Step| {
            let entry = &agenda.entries[step.place];
            vec![
                vec![Run::strong(&agenda.catalogue.measure_text(s.language, &step.id).name)],
                vec![Run::plain(plan_charts::when(plan, s.language, step))],
                vec![Run::plain(plan_charts::owner(agenda, s.language, step.place))],
                vec![Run::plain(plan_words::euro_range(s.language, entry.cost))],
            ]
        };
        return Some(Block::Table {
            columns: vec![
                head("next-steps", 0.46),
                head("plan-column-when", 0.14),
                head("plan-column-owner", 0.18),
                head("plan-column-cost-range", 0.22),
            ],
            rows: plan.steps.iter().take(room.said).map(row).collect(),
        });
    }
    let steps = words::next_steps(s.pack, s.sheet, s.scores, s.language);
    let row = |step: words::NextStep| vec![vec![Run::strong(step.name)], vec![Run::plain(step.next)]];
    let rows: Vec<_> = steps.into_iter().take(room.said).map(row).collect();
    (!rows.is_empty()).then(|| Block::Table { columns: vec![head("next-steps", 0.3), head("handout-to", 0.7)], rows })
}

/// The day on which the first measure that has not begun begins.
fn next_date(s: &Source<'_>, agenda: &Agenda<'_>, plan: &Plan) -> Vec<Run> {
    let first = plan.steps.iter().find(|step| agenda.entries[step.place].progress.is_none()).or(plan.steps.first());
    let Some(step) = first else { return Vec::new() };
    let day = plan.purse.start.month(step.start_month);
    let name = &agenda.catalogue.measure_text(s.language, &step.id).name;
    let places = [("date", date(s.language, day).into()), ("measure", name.into())];
    vec![Run::strong(format!("{} ", s.t("handout-date"))), Run::plain(ta(s.language, "handout-date-text", &places))]
}
