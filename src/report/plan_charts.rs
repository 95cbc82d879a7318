//! The charts of a plan, with their words and tables: the same on screen and on paper.

use std::ops::Range;

use super::charts::{self, Columns, Frontier, FrontierPoint, Gantt, GanttFoot, GanttRow, QuadrantPoint, Quadrants};
use super::drawing::Drawing;
use super::figures::Table;
use super::plan as words;
use crate::pack::Pack;
use crate::roadmap::{Agenda, Entry, Kept, Plan, Quadrant, State, Step, Target};
use crate::scoring::TOLERANCE;
use crate::text::{Language, capitalised, decimal, euros, grouped, t, ta};

/// What the next thousand euros buy, `width` nominal points wide.
#[must_use]
pub fn frontier(pack: &Pack, agenda: &Agenda<'_>, plan: &Plan, language: Language, width: f32) -> Drawing {
    let levels = pack.texts(language).levels.iter().zip(&pack.structure.levels).enumerate();
    let said = levels.map(|(n, (level, from))| {
        let places = [("level", n.to_string().into()), ("name", (&level.name).into())];
        (*from, ta(language, "plan-level-from", &places))
    });
    let input = Frontier {
        points: plan
            .frontier
            .iter()
            .map(|p| FrontierPoint {
                budget: p.budget,
                score: p.score,
                tick: euros(language, p.budget),
                label: frontier_point(pack, language, p),
            })
            .collect(),
        budget: Some((
            plan.purse.budget,
            ta(language, "plan-your-budget", &[("budget", euros(language, plan.purse.budget).into())]),
        )),
        reached: Some(plan.score_after),
        levels: said.collect(),
        across: t(language, "plan-axis-budget"),
        up: t(language, "plan-axis-score"),
    };
    charts::frontier(&input, width, &words::next(agenda, language, plan))
}

/// What the plan's own budget buys, in the words of the other points.
#[must_use]
pub fn own_point(pack: &Pack, language: Language, plan: &Plan) -> String {
    let point = crate::roadmap::Point {
        budget: plan.purse.budget,
        score: Some(plan.score_after),
        cost: plan.cost[1],
        chosen: plan.steps.iter().map(|s| s.place).collect(),
    };
    frontier_point(pack, language, &point)
}

/// «With 5,000 € 52.3 points, 4 measures.»
#[must_use]
pub fn frontier_point(pack: &Pack, language: Language, point: &crate::roadmap::Point) -> String {
    let budget = euros(language, point.budget);
    match point.score {
        Some(score) => ta(
            language,
            "plan-frontier-point",
            &[
                ("budget", budget.into()),
                ("score", decimal(language, score, &pack.structure.levels).into()),
                ("count", point.chosen.len().into()),
            ],
        ),
        None => ta(language, "plan-frontier-none", &[("budget", budget.into())]),
    }
}

/// Why a larger budget may lead to a lower score, where it does: the choice looks at the company's goals, too.
#[must_use]
pub fn frontier_drops(agenda: &Agenda<'_>, plan: &Plan, language: Language) -> Option<String> {
    let scores = plan.frontier.iter().filter_map(|point| point.score);
    let rises = scores.is_sorted_by(|before, after| *after >= before - TOLERANCE);
    (!rises && !agenda.goals.is_empty()).then(|| t(language, "plan-frontier-drops"))
}

/// The budgets at which more can be bought, with what they buy.
#[must_use]
pub fn frontier_table(pack: &Pack, plan: &Plan, language: Language) -> Table {
    let mut before: Option<f64> = None;
    let mut rows = Vec::new();
    for point in &plan.frontier {
        let Some(score) = point.score else { continue };
        if before.is_some_and(|before| score <= before + TOLERANCE) {
            continue;
        }
        let more = before.map_or_else(String::new, |before| format!("+{}", decimal(language, score - before, &[])));
        before = Some(score);
        rows.push(vec![
            euros(language, point.budget),
            decimal(language, score, &pack.structure.levels),
            more,
            grouped(language, point.chosen.len() as f64),
        ]);
    }
    Table {
        title: t(language, "plan-frontier-title"),
        head: ["plan-column-budget", "plan-column-score", "plan-column-more", "plan-column-measures"]
            .map(|key| t(language, key))
            .into(),
        rows,
    }
}

/// Some of the measures over the quarters, `width` nominal points wide, and where the quarters lie. The figures of the
/// quarters stand under the last of them.
#[must_use]
pub fn gantt(
    pack: &Pack,
    agenda: &Agenda<'_>,
    plan: &Plan,
    language: Language,
    width: f32,
    steps: Range<usize>,
) -> (Drawing, Columns) {
    let quarters: Vec<String> =
        plan.forecast.iter().map(|f| words::quarter_short(language, plan.quarter(f.quarter))).collect();
    let is_last = steps.end >= plan.steps.len();
    let shown = plan.steps.iter().enumerate().skip(steps.start).take(steps.len());
    let rows = shown.map(|(n, step)| GanttRow {
        id: step.id.clone(),
        name: numbered(agenda, language, n, step),
        detail: detail(agenda, language, step.place),
        start: step.start_month,
        end: step.end_month,
        late: words::late(agenda, plan, language, step),
        label: spoken(agenda, plan, language, step),
    });
    let score = |x: f64| decimal(language, x, &pack.structure.levels);
    let share = |used: f64| plan.purse.days.map(|most| if most > 0.0 { used / most } else { 0.0 });
    let days = plan.forecast.iter().map(|f| (days_used(plan, language, f.days), share(f.days)));
    let foot = |key: &str, cells: Vec<(String, Option<f64>)>| GanttFoot { name: t(language, key), cells };
    let input = Gantt {
        quarters,
        horizon: plan.purse.quarters,
        beyond: t(language, "plan-beyond"),
        rows: rows.collect(),
        foot: if is_last {
            vec![
                foot("plan-foot-days", days.collect()),
                foot("plan-foot-score", plan.forecast.iter().map(|f| (score(f.score), None)).collect()),
                foot("plan-foot-range", plan.forecast.iter().map(|f| (range(language, f.range), None)).collect()),
                foot("plan-foot-level", plan.forecast.iter().map(|f| (f.level.to_string(), None)).collect()),
            ]
        } else {
            Vec::new()
        },
    };
    charts::gantt(&input, width, &t(language, "plan-quarters-title"))
}

/// Number in the plan and name.
#[must_use]
pub fn numbered(agenda: &Agenda<'_>, language: Language, n: usize, step: &Step) -> String {
    format!("{}. {}", n + 1, agenda.catalogue.measure_text(language, &step.id).name)
}

fn detail(agenda: &Agenda<'_>, language: Language, place: usize) -> String {
    format!("{} · {}", owner(agenda, language, place), words::day_range(language, agenda.entries[place].days))
}

/// Who is in charge of a measure.
#[must_use]
pub fn owner(agenda: &Agenda<'_>, language: Language, place: usize) -> String {
    agenda.catalogue.texts(language).owners[&agenda.measure(place).owner].clone()
}

/// «Written plan: Q1 2027 – Q2 2027, from 4 to 10 days.»
#[must_use]
pub fn spoken(agenda: &Agenda<'_>, plan: &Plan, language: Language, step: &Step) -> String {
    let mut said = ta(
        language,
        "plan-bar",
        &[
            ("name", (&agenda.catalogue.measure_text(language, &step.id).name).into()),
            ("when", when(plan, language, step).into()),
            ("days", words::day_range(language, agenda.entries[step.place].days).into()),
        ],
    );
    if let Some(late) = words::late(agenda, plan, language, step) {
        said.push_str(&format!(" {}.", capitalised(&late)));
    }
    said
}

/// The quarters of a measure.
#[must_use]
pub fn when(plan: &Plan, language: Language, step: &Step) -> String {
    let first = words::quarter_short(language, plan.quarter(step.start));
    if step.end == step.start {
        return first;
    }
    format!("{first} – {}", words::quarter_short(language, plan.quarter(step.end)))
}

/// «17.3 of 20», or the days alone where there is no limit.
fn days_used(plan: &Plan, language: Language, used: f64) -> String {
    let used = words::days_text(language, used);
    match plan.purse.days {
        Some(most) => {
            let most = words::days_text(language, most);
            ta(language, "plan-days-of", &[("used", used.into()), ("most", most.into())])
        }
        None => used,
    }
}

fn range(language: Language, range: Option<(f64, f64)>) -> String {
    range.map_or_else(
        || "–".to_owned(),
        |(low, high)| format!("{}–{}", grouped(language, low.floor()), grouped(language, high.ceil())),
    )
}

/// Quarter by quarter: days, euro, score, range and level.
#[must_use]
pub fn quarters_table(pack: &Pack, plan: &Plan, language: Language) -> Table {
    let score = |x: f64| decimal(language, x, &pack.structure.levels);
    let rows = plan.forecast.iter().map(|f| {
        let days = days_used(plan, language, f.days);
        let mut name = words::quarter_short(language, plan.quarter(f.quarter));
        if f.quarter >= plan.purse.quarters {
            name.push_str(&format!(" ({})", t(language, "plan-beyond")));
        }
        let ends = f.range.map_or_else(|| "–".to_owned(), |(low, high)| format!("{} – {}", score(low), score(high)));
        let level = words::level_named(pack, language, f.level);
        vec![name, days, euros(language, f.cost), score(f.score), ends, level]
    });
    Table {
        title: t(language, "plan-quarters-title"),
        head: [
            "plan-column-quarter",
            "plan-column-days",
            "plan-column-cost",
            "plan-column-score",
            "plan-column-range",
            "plan-column-level",
        ]
        .map(|key| t(language, key))
        .into(),
        rows: rows.collect(),
    }
}

/// The measures that can be weighed against each other: open, with a gain.
fn weighed<'a>(agenda: &'a Agenda<'_>) -> impl Iterator<Item = (usize, &'a Entry)> {
    agenda.entries.iter().enumerate().filter(|(_, e)| e.state == State::Open && e.gain > TOLERANCE)
}

/// Name of a quadrant.
#[must_use]
pub fn quadrant_name(language: Language, quadrant: Quadrant) -> String {
    t(language, &format!("plan-quadrant-{}", quadrant.code().replace('_', "-")))
}

/// Impact against effort, `width` nominal points wide.
#[must_use]
pub fn quadrants(agenda: &Agenda<'_>, plan: &Plan, language: Language, width: f32) -> Drawing {
    let much = weighed(agenda).filter(|(_, e)| matches!(e.quadrant, Quadrant::QuickWin | Quadrant::Strategic));
    let much_from = much.map(|(_, e)| e.gain).fold(f64::INFINITY, f64::min);
    let much_from = if much_from.is_finite() { much_from } else { 0.0 };
    let most = weighed(agenda).map(|(_, e)| e.gain).fold(0.0, f64::max);
    let print = |x: f64| decimal(language, x, &[]);
    let points = weighed(agenda).map(|(place, e)| {
        let number = plan.steps.iter().position(|s| s.place == place).map(|n| n + 1);
        let name = &agenda.catalogue.measure_text(language, &e.id).name;
        let said = format!("{name} · {} · {}", quadrant_name(language, e.quadrant), words::points_signed(language, e));
        QuadrantPoint {
            id: e.id.clone(),
            effort: agenda.measure(place).effort,
            gain: e.gain,
            number,
            label: number.map_or_else(|| said.clone(), |n| format!("{n}. {said}")),
        }
    });
    let input = Quadrants {
        points: points.collect(),
        corners: Quadrant::ALL.map(|q| quadrant_name(language, q)),
        small_effort: agenda.catalogue.structure.rules.small_effort,
        much_from,
        ticks: [0.0, much_from, most].map(print),
        across: t(language, "plan-axis-effort"),
        up: t(language, "plan-axis-gain"),
    };
    charts::quadrants(&input, width, &t(language, "plan-quadrant-alt"))
}

/// The same as a table, the best quadrant first.
#[must_use]
pub fn quadrant_table(agenda: &Agenda<'_>, plan: &Plan, language: Language) -> Table {
    let mut list: Vec<(usize, &Entry)> = weighed(agenda).collect();
    list.sort_by(|(_, a), (_, b)| {
        a.quadrant.cmp(&b.quadrant).then(b.gain.total_cmp(&a.gain)).then_with(|| a.id.cmp(&b.id))
    });
    let rows = list.into_iter().map(|(place, e)| {
        let number = plan.steps.iter().position(|s| s.place == place);
        vec![
            agenda.catalogue.measure_text(language, &e.id).name.clone(),
            quadrant_name(language, e.quadrant),
            format!("+{}", decimal(language, e.gain, &[])),
            agenda.measure(place).effort.to_string(),
            number.map_or_else(|| "–".to_owned(), |n| (n + 1).to_string()),
        ]
    });
    Table {
        title: t(language, "plan-quadrant-title"),
        head: [
            "plan-column-measure",
            "plan-column-quadrant",
            "plan-column-gain",
            "plan-column-effort",
            "plan-column-number",
        ]
        .map(|key| t(language, key))
        .into(),
        rows: rows.collect(),
    }
}

/// Dimension by dimension: where it is, the next level, the level the goals need, the points up to it.
#[must_use]
pub fn target_table(pack: &Pack, targets: &[Target], language: Language) -> Table {
    let texts = pack.texts(language);
    let level = |l: Option<u8>| l.map_or_else(|| "–".to_owned(), |l| words::level_named(pack, language, l));
    let rows = targets.iter().map(|target| {
        vec![
            texts.dimensions[&target.dimension].name.clone(),
            decimal(language, target.score, &pack.structure.levels),
            level(Some(target.level)),
            level(target.next),
            level(target.needed),
            decimal(language, target.gap, &[]),
        ]
    });
    Table {
        title: t(language, "plan-targets-title"),
        head: [
            "plan-column-dimension",
            "plan-column-score",
            "plan-column-level-today",
            "plan-column-next",
            "plan-column-needed",
            "plan-column-gap",
        ]
        .map(|key| t(language, key))
        .into(),
        rows: rows.collect(),
    }
}

/// The plan of the moment beside the scenarios kept, a column each; what differs from it in brackets.
#[must_use]
pub fn scenario_table(pack: &Pack, now: &Plan, kept: &[Kept], language: Language) -> Table {
    let levels = &pack.texts(language).levels;
    let plans = || std::iter::once(Some(now)).chain(kept.iter().map(|k| k.plan.as_ref().ok()));
    let row = |key: &str, cell: &dyn Fn(&Plan) -> String| {
        let cells = plans().map(|plan| plan.map_or_else(|| "–".to_owned(), cell));
        std::iter::once(t(language, key)).chain(cells).collect::<Vec<String>>()
    };
    let signed = |difference: f64, text: String| if difference > 0.0 { format!("+{text}") } else { text };
    let beside = |text: String, difference: f64, least: f64, said: String| {
        if difference.abs() < least { text } else { format!("{text} ({})", signed(difference, said)) }
    };
    let score = |plan: &Plan| {
        let difference = plan.score_after - now.score_after;
        let text = decimal(language, plan.score_after, &pack.structure.levels);
        beside(text, difference, 0.05, decimal(language, difference, &[]))
    };
    let whole = |of: fn(&Plan) -> f64, text: fn(Language, f64) -> String| {
        move |plan: &Plan| {
            let difference = of(plan) - of(now);
            beside(text(language, of(plan)), difference, 0.5, text(language, difference))
        }
    };
    let names = std::iter::once(t(language, "plan-scenario-now")).chain(kept.iter().map(|k| k.name.clone()));
    Table {
        title: t(language, "plan-scenarios-title"),
        head: std::iter::once(String::new()).chain(names).collect(),
        rows: vec![
            row("plan-column-budget", &whole(|p| p.purse.budget, euros)),
            row("plan-column-cost", &whole(|p| p.cost[1], euros)),
            row("plan-column-days-most", &whole(|p| p.days[1], grouped)),
            row("plan-column-measures", &whole(|p| p.steps.len() as f64, grouped)),
            row("plan-column-score-after", &score),
            row("plan-column-level-after", &|p| {
                format!("{} ({})", p.level_after, levels[usize::from(p.level_after)].name)
            }),
        ],
    }
}
