//! The page for whoever reads only one: where the company is, three strengths, three gaps, three next steps.

use super::document::Source;
use super::plan_pages::{self, Planned};
use super::{Block, CardKind, Run, Section, Tone, paragraph, plan as plan_words, plan_charts, words};
use crate::roadmap::{Agenda, Plan};
use crate::text::{capitalised, lowered, ta};

/// How many next steps are said.
const STEPS: usize = 3;

/// The chapter.
pub(super) fn section(s: &Source<'_>, planned: Planned<'_>) -> Section {
    let mut blocks = vec![paragraph(Tone::Lead, words::headline(s.pack, s.scores, s.language))];
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
        // Of nothing answered there is nothing strong or weak to say.
        if s.scores.strongest().is_empty() {
            continue;
        }
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
    let steps = next_steps(s, planned);
    if !steps.is_empty() {
        blocks.push(Block::Heading(s.t("next-steps")));
        blocks.push(Block::Bullets(steps));
    }
    // What does not weigh today is said once, where the method is.
    let weighing = words::limits(s.pack, s.scores, s.language).into_iter().filter(|limit| limit.weighs);
    blocks.extend(weighing.map(|limit| Block::Card {
        kind: CardKind::Attention,
        title: s.t("limit-title"),
        tag: None,
        blocks: vec![paragraph(Tone::Body, limit.text)],
    }));
    Section { id: "summary".into(), title: s.t("report-summary"), new_page: true, level: 1, blocks }
}

/// The first measures of the plan with who, when, how much and what shows that they are done; where there is no plan, the
/// next step of the weakest areas.
pub(super) fn next_steps(s: &Source<'_>, planned: Planned<'_>) -> Vec<Vec<Run>> {
    if let Ok((agenda, Ok(plan))) = planned
        && !plan.steps.is_empty()
    {
        return measures(s, agenda, plan);
    }
    let steps = words::next_steps(s.pack, s.sheet, s.scores, s.language);
    let line = |step: words::NextStep| {
        let label = |key: &str, n: u8| ta(s.language, key, &[("step", n.to_string().into())]);
        vec![
            Run::strong(format!("{}. ", step.name)),
            Run::plain(format!("{} {} ", label("step-today", step.step), step.today)),
            Run::plain(format!("{} {}", label("step-next", step.step + 1), step.next)),
        ]
    };
    steps.into_iter().map(line).collect()
}

fn measures(s: &Source<'_>, agenda: &Agenda<'_>, plan: &Plan) -> Vec<Vec<Run>> {
    let line = |step: &crate::roadmap::Step| {
        let (text, entry) = (agenda.catalogue.measure_text(s.language, &step.id), &agenda.entries[step.place]);
        let places = [
            ("when", plan_charts::when(plan, s.language, step).into()),
            ("owner", plan_charts::owner(agenda, s.language, step.place).into()),
            ("cost", plan_words::euro_range(s.language, entry.cost).into()),
            ("basis", plan_pages::basis(s, entry).into()),
            ("proof", lowered(&text.evidence).into()),
        ];
        vec![Run::strong(format!("{}. ", text.name)), Run::plain(ta(s.language, "summary-step", &places))]
    };
    plan.steps.iter().take(STEPS).map(line).collect()
}
