//! The plan as pages: what it brings, when what is done, what each measure takes.

use std::ops::Range;

use super::document::Source;
use super::{Block, CardKind, Column, Run, Section, Tone, paragraph, plan as words, plan_charts as charts};
use crate::roadmap::{self, Agenda, Entry, NoPlan, Plan, Refusal, State};
use crate::text::{t, ta};

/// Nominal width of the charts: at the width of the text their letters are a little smaller than it.
const CHART: f32 = 640.0;
/// Measures in one drawing; a page has no room for more.
const ROWS: usize = 14;

/// What a report says of the plan.
pub type Planned<'a> = Result<(&'a Agenda<'a>, &'a Result<Plan, Refusal>), &'a NoPlan>;

/// The level to which the plan leads, where there is one.
#[must_use]
pub fn level(planned: Planned<'_>) -> Option<u8> {
    planned.ok()?.1.as_ref().ok()?.level()
}

/// The chapter of the plan; none where the questionnaire has no catalogue of measures.
pub(super) fn section(s: &Source<'_>, planned: Planned<'_>) -> Option<Section> {
    let blocks = match planned {
        Err(NoPlan::NoCatalogue) => return None,
        Err(why) => vec![paragraph(Tone::Body, words::no_plan(s.pack, s.language, why))],
        Ok((agenda, Err(why))) => vec![Block::Card {
            kind: CardKind::Attention,
            title: s.t("plan-refused-title"),
            tag: None,
            blocks: vec![paragraph(Tone::Body, words::refusal(agenda, s.language, why))],
        }],
        Ok((agenda, Ok(plan))) => pages(s, agenda, plan),
    };
    Some(Section { id: "plan".into(), title: s.t("screen-plan"), new_page: true, level: 1, blocks })
}

fn pages(s: &Source<'_>, agenda: &Agenda<'_>, plan: &Plan) -> Vec<Block> {
    let language = s.language;
    let mut blocks = vec![
        paragraph(Tone::Lead, words::summary(s.pack, agenda, language, plan)),
        paragraph(Tone::Small, s.t("plan-not-a-forecast")),
    ];
    // A figure nobody has given must not read like the company's own.
    let frame = &s.assessment.plan.frame;
    let assumed = match (frame.budget, frame.days) {
        (None, None) => Some("plan-assumed-both"),
        (None, Some(_)) => Some("plan-assumed-budget"),
        (Some(_), None) => Some("plan-assumed-days"),
        (Some(_), Some(_)) => None,
    };
    if let Some(key) = assumed {
        blocks.insert(1, paragraph(Tone::Body, s.t(key)));
    }
    if !agenda.goals.is_empty() {
        blocks.push(paragraph(Tone::Small, s.t("plan-goals-weigh")));
    }
    let mut from = 0;
    while from < plan.steps.len() {
        // No part holds a single row while another has many.
        let parts = (plan.steps.len() - from).div_ceil(ROWS);
        let to = from + (plan.steps.len() - from).div_ceil(parts);
        blocks.push(gantt(s, agenda, plan, from..to));
        from = to;
    }
    if !plan.steps.is_empty() {
        blocks.push(Block::Heading(s.t("plan-measures-title")));
        blocks.push(measures(s, agenda, plan));
    }
    if let Some(sentence) = words::balance(agenda, language, plan) {
        blocks.push(paragraph(Tone::Body, sentence));
    }
    let open = agenda.entries.iter().filter(|e| e.state == State::Open).count();
    let out = open.saturating_sub(plan.steps.len());
    if out > 0 {
        blocks.push(paragraph(Tone::Small, ta(language, "plan-report-more", &[("count", out.into())])));
    }
    let mut frontier = charts::frontier(s.pack, agenda, plan, language, CHART);
    let table = charts::frontier_table(s.pack, plan, language);
    let points = table.rows.iter().filter_map(|row| Some(format!("{}: {}", row.first()?, row.get(1)?)));
    frontier.alt = format!(
        "{} {}: {}. {}",
        charts::own_point(s.pack, language, plan),
        s.t("plan-axis-score"),
        points.collect::<Vec<_>>().join("; "),
        frontier.alt
    );
    let mut caption = s.t("plan-caption-frontier");
    if let Some(why) = charts::frontier_drops(agenda, plan, language) {
        caption = format!("{caption} {why}");
    }
    blocks.push(Block::Figure { drawing: frontier, caption, width: 0.8 });
    blocks.extend(scenarios(s, agenda, plan));
    blocks
}

fn gantt(s: &Source<'_>, agenda: &Agenda<'_>, plan: &Plan, rows: Range<usize>) -> Block {
    let (mut drawing, _) = charts::gantt(s.pack, agenda, plan, s.language, CHART, rows.clone());
    let bars = plan.steps[rows].iter().map(|step| charts::spoken(agenda, plan, s.language, step));
    drawing.alt = format!("{}: {}", drawing.alt.trim_end_matches('.'), bars.collect::<Vec<_>>().join(" "));
    Block::Figure { drawing, caption: s.t("plan-caption-gantt"), width: 1.0 }
}

fn measures(s: &Source<'_>, agenda: &Agenda<'_>, plan: &Plan) -> Block {
    let head = |key: &str, share: f32, numeric| Column { title: s.t(key), share, numeric };
    let rows = plan.steps.iter().enumerate().map(|(n, step)| {
        let entry = &agenda.entries[step.place];
        let mut name = vec![
            Run::strong(format!("{}. ", charts::numbered(agenda, s.language, n, step))),
            Run::plain(crate::text::sentence(&words::condition(s.pack, s.language, entry))),
        ];
        for (marked, key) in [(step.must, "plan-report-must"), (step.beyond, "plan-report-beyond")] {
            if marked {
                name.push(Run::plain(format!(" [{}]", s.t(key))));
            }
        }
        let cost = format!("{} ({})", words::euro_range(s.language, entry.cost), basis(s, entry));
        let gain = words::gain_number(s.language, entry).unwrap_or_else(|| "–".to_owned());
        [
            name,
            vec![Run::plain(charts::when(plan, s.language, step))],
            vec![Run::plain(charts::owner(agenda, s.language, step.place))],
            vec![Run::plain(cost)],
            vec![Run::plain(words::day_range(s.language, entry.days))],
            vec![Run::plain(gain)],
        ]
        .into()
    });
    Block::Table {
        columns: vec![
            head("plan-column-measure", 0.36, false),
            head("plan-column-when", 0.12, false),
            head("plan-column-owner", 0.15, false),
            head("plan-column-cost-range", 0.16, false),
            head("plan-column-days", 0.12, false),
            head("plan-column-gain", 0.09, true),
        ],
        rows: rows.collect(),
    }
}

/// What a cost rests on; a source in the company's own words only where those may be repeated.
pub(super) fn basis(s: &Source<'_>, entry: &Entry) -> String {
    let named = entry.own.as_ref().is_some_and(|own| !own.source.trim().is_empty());
    if named && s.discreet { s.t("plan-own-figure") } else { words::basis(s.language, entry) }
}

/// The plan beside the scenarios kept; nothing where there are none.
fn scenarios(s: &Source<'_>, agenda: &Agenda<'_>, plan: &Plan) -> Vec<Block> {
    let kept = roadmap::scenarios(agenda, &s.assessment.plan, s.date);
    if kept.is_empty() {
        return Vec::new();
    }
    let mut kept = kept;
    if s.discreet {
        // A name is a note of the company's own.
        for (n, scenario) in kept.iter_mut().enumerate() {
            scenario.name = ta(s.language, "plan-scenario-number", &[("number", (n + 1).to_string().into())]);
        }
    }
    let table = charts::scenario_table(s.pack, plan, &kept, s.language);
    let share = 0.76 / (kept.len() + 1) as f32;
    let mut columns = vec![Column { title: String::new(), share: 0.24, numeric: false }];
    columns.extend(table.head[1..].iter().map(|title| Column { title: title.clone(), share, numeric: false }));
    let rows = table.rows.into_iter().map(|row| {
        let cells = row.into_iter().enumerate();
        cells.map(|(n, cell)| vec![if n == 0 { Run::strong(cell) } else { Run::plain(cell) }]).collect()
    });
    vec![Block::Heading(t(s.language, "plan-scenarios-title")), Block::Table { columns, rows: rows.collect() }]
}
