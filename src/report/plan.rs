//! Sentences about the plan, said the same way on screen, on paper and on the command line.

use std::collections::BTreeMap;

use crate::pack::Pack;
use crate::pack::measures::Catalogue;
use crate::roadmap::{Agenda, Entry, NoPlan, Plan, Proposal, Purse, Quarter, Refusal, State, Step, Target};
use crate::text::{Language, capitalised, date, decimal, euros, grouped, sentence, t, ta};

/// Points that are said as a number; fewer would print as none.
const SMALLEST_GAIN: f64 = 0.05;

/// Why there is no plan, and what would make one.
#[must_use]
pub fn no_plan(pack: &Pack, language: Language, why: &NoPlan) -> String {
    match why {
        NoPlan::NoCatalogue => t(language, "plan-no-catalogue"),
        NoPlan::NoTotal(items) if items.is_empty() => t(language, "plan-no-total-lists"),
        NoPlan::NoTotal(items) => {
            let names = items.iter().map(|id| format!("{id} {}", pack.item_text(language, id).short));
            ta(language, "plan-no-total", &[("items", names.collect::<Vec<_>>().join(", ").into())])
        }
    }
}

/// Why measures that must be in do not fit, with their names, and what to do.
#[must_use]
pub fn refusal(agenda: &Agenda<'_>, language: Language, why: &Refusal) -> String {
    let names = |places: &[usize]| measure_names(agenda, language, places);
    match why {
        Refusal::Budget { must, needed, there } => ta(
            language,
            "plan-refused-budget",
            &[
                ("needed", euros(language, *needed).into()),
                ("there", euros(language, *there).into()),
                ("names", names(must).into()),
            ],
        ),
        Refusal::Days { must, needed, there } => ta(
            language,
            "plan-refused-days",
            &[
                ("needed", days_text(language, *needed).into()),
                ("there", days_text(language, *there).into()),
                ("names", names(must).into()),
            ],
        ),
        Refusal::Excluded { must, excluded } => ta(
            language,
            "plan-refused-excluded",
            &[("must", names(&[*must]).into()), ("excluded", names(&[*excluded]).into())],
        ),
    }
}

/// «The measure “…” has been done since 3 March 2027: do you confirm step 3?»
#[must_use]
pub fn proposal(pack: &Pack, language: Language, proposal: &Proposal) -> String {
    let places = [
        ("measure", measure_name(pack, language, proposal).into()),
        ("date", date(language, proposal.date).into()),
        ("step", proposal.to.to_string().into()),
    ];
    ta(language, "proposal-question", &places)
}

/// What is written into the note of an answer that is confirmed: since when, and what shows it.
#[must_use]
pub fn proposal_note(pack: &Pack, language: Language, proposal: &Proposal) -> String {
    let measure = measure_name(pack, language, proposal);
    let since = date(language, proposal.date);
    if proposal.evidence.is_empty() {
        return ta(language, "proposal-note", &[("measure", measure.into()), ("date", since.into())]);
    }
    let places = [("measure", measure.into()), ("date", since.into()), ("evidence", (&proposal.evidence).into())];
    ta(language, "proposal-note-evidence", &places)
}

/// The name of the measure behind a proposal.
fn measure_name<'a>(pack: &Pack, language: Language, proposal: &'a Proposal) -> &'a str {
    let catalogue = Catalogue::of(pack).filter(|catalogue| catalogue.place(&proposal.measure).is_some());
    catalogue.map_or(proposal.measure.as_str(), |c| c.measure_text(language, &proposal.measure).name.as_str())
}

/// Names of measures in a row.
#[must_use]
pub fn measure_names(agenda: &Agenda<'_>, language: Language, places: &[usize]) -> String {
    let name = |place: &usize| agenda.catalogue.measure_text(language, &agenda.entries[*place].id).name.as_str();
    places.iter().map(name).collect::<Vec<_>>().join("; ")
}

/// What the plan is and brings, in one or two sentences.
#[must_use]
pub fn summary(pack: &Pack, agenda: &Agenda<'_>, language: Language, plan: &Plan) -> String {
    let score = |x: f64| decimal(language, x, &pack.structure.levels);
    let level = |l: u8| level_named(pack, language, l);
    let budget = euros(language, plan.purse.budget);
    let mut out = if plan.steps.is_empty() {
        ta(language, "plan-summary-none", &[("budget", budget.into())])
    } else {
        let (before, after) = (level(plan.level_before), level(plan.level_after));
        let levels = if plan.level_before == plan.level_after {
            ta(language, "plan-summary-same", &[("level", before.into())])
        } else {
            ta(language, "plan-summary-rise", &[("level", before.into()), ("reached", after.into())])
        };
        let places = [
            ("count", plan.steps.len().into()),
            ("budget", budget.into()),
            ("cost", euros(language, plan.cost[1]).into()),
            ("days", days_text(language, plan.days[1]).into()),
            ("before", score(plan.score_before).into()),
            ("after", score(plan.score_after).into()),
            ("levels", levels.into()),
        ];
        ta(language, "plan-summary", &places)
    };
    out.push(' ');
    out.push_str(&next(agenda, language, plan));
    out
}

/// What one step more of budget would buy.
#[must_use]
pub fn next(agenda: &Agenda<'_>, language: Language, plan: &Plan) -> String {
    let step = euros(language, agenda.catalogue.structure.rules.budget_step);
    let more = plan.next.as_ref().and_then(|point| Some((point, point.score? - plan.score_after)));
    match more {
        // Goals may prefer a plan that gives no more in points, or less.
        Some((_, gain)) if gain < SMALLEST_GAIN => ta(language, "plan-next-little", &[("step", step.into())]),
        Some((point, gain)) => {
            let new: Vec<usize> = point.chosen.iter().copied().filter(|place| plan.step(*place).is_none()).collect();
            ta(
                language,
                "plan-next",
                &[
                    ("step", step.into()),
                    ("points", decimal(language, gain, &[]).into()),
                    ("names", measure_names(agenda, language, &new).into()),
                ],
            )
        }
        None => ta(language, "plan-next-nothing", &[("step", step.into())]),
    }
}

/// «1st quarter of 2027».
#[must_use]
pub fn quarter(language: Language, quarter: Quarter) -> String {
    quarter_as(language, "plan-quarter", quarter)
}

/// «Q1 2027», for charts and narrow columns.
#[must_use]
pub fn quarter_short(language: Language, quarter: Quarter) -> String {
    quarter_as(language, "plan-quarter-short", quarter)
}

fn quarter_as(language: Language, key: &str, quarter: Quarter) -> String {
    let (year, number) = quarter.parts();
    ta(language, key, &[("number", number.to_string().into()), ("year", year.to_string().into())])
}

/// «if the measure brings A6 Connections to step 3».
#[must_use]
pub fn condition(pack: &Pack, language: Language, entry: &Entry) -> String {
    let raises = entry.raises.iter().filter(|r| r.from.is_some_and(|from| from < f64::from(r.to)));
    let parts: Vec<(&str, u8)> = raises.map(|r| (short_name(pack, language, &r.item), r.to)).collect();
    match parts.as_slice() {
        [] => t(language, "plan-gain-none"),
        [(item, to)] => ta(language, "plan-if-one", &[("item", (*item).into()), ("to", to.to_string().into())]),
        many => {
            let part = |(item, to): &(&str, u8)| {
                ta(language, "plan-if-part", &[("item", (*item).into()), ("to", to.to_string().into())])
            };
            let items: Vec<String> = many.iter().map(part).collect();
            ta(language, "plan-if-many", &[("items", items.join(", ").into())])
        }
    }
}

/// «from 1,200 € to 3,000 €», or the one amount where both are equal.
#[must_use]
pub fn euro_range(language: Language, [low, high]: [f64; 2]) -> String {
    if high - low < 0.5 {
        return euros(language, high);
    }
    let places = [("low", euros(language, low).into()), ("high", euros(language, high).into())];
    ta(language, "plan-range-euros", &places)
}

/// «from 6 to 12 days», or the one number where both are equal.
#[must_use]
pub fn day_range(language: Language, [low, high]: [f64; 2]) -> String {
    // Plural forms are for whole numbers; half a day is spoken of as several are.
    let one = (high - 1.0).abs() < 1e-9;
    let most = days_text(language, high);
    if high - low < 1e-9 {
        return ta(language, if one { "plan-days-one" } else { "plan-days" }, &[("days", most.into())]);
    }
    let places = [("low", days_text(language, low).into()), ("most", most.into())];
    ta(language, if one { "plan-range-days-one" } else { "plan-range-days" }, &places)
}

/// Days as a number, with a half where there is one.
#[must_use]
pub fn days_text(language: Language, days: f64) -> String {
    if (days - days.round()).abs() < 0.05 { grouped(language, days) } else { decimal(language, days, &[]) }
}

/// What a cost rests on: an assumption, or the source the company gave.
#[must_use]
pub fn basis(language: Language, entry: &Entry) -> String {
    match entry.own.as_ref().map(|own| own.source.trim()).filter(|source| !source.is_empty()) {
        Some(source) => ta(language, "plan-own-source", &[("source", source.into())]),
        None => t(language, "plan-assumption"),
    }
}

/// What is missing among the most urgent measures; nothing where the plan is balanced.
#[must_use]
pub fn balance(agenda: &Agenda<'_>, language: Language, plan: &Plan) -> Option<String> {
    let kinds = &agenda.catalogue.texts(language).kinds;
    let missing: Vec<&str> = plan.missing_kinds.iter().map(|kind| kinds[kind].as_str()).collect();
    (!missing.is_empty()).then(|| ta(language, "plan-balance", &[("kinds", missing.join(", ").into())]))
}

/// «+0.9 points if the measure brings A6 Connections to step 3», or why there is no number.
#[must_use]
pub fn gain(pack: &Pack, language: Language, entry: &Entry) -> String {
    match gain_number(language, entry) {
        Some(_) => format!("{} {}", points_signed(language, entry), condition(pack, language, entry)),
        None => condition(pack, language, entry),
    }
}

/// «+0.9»; none where it would print as nothing.
#[must_use]
pub fn gain_number(language: Language, entry: &Entry) -> Option<String> {
    has_gain(entry).then(|| format!("+{}", decimal(language, entry.gain, &[])))
}

/// Whether a measure brings points that can be said.
#[must_use]
pub fn has_gain(entry: &Entry) -> bool {
    entry.gain >= SMALLEST_GAIN
}

/// «+0.9 points».
#[must_use]
pub fn points_signed(language: Language, entry: &Entry) -> String {
    ta(language, "plan-gain-signed", &[("points", decimal(language, entry.gain, &[]).into())])
}

/// «2 (Partial)».
#[must_use]
pub fn level_named(pack: &Pack, language: Language, level: u8) -> String {
    format!("{level} ({})", pack.texts(language).levels[usize::from(level)].name)
}

/// The short name of an item, else its name.
#[must_use]
pub fn short_name<'p>(pack: &'p Pack, language: Language, id: &str) -> &'p str {
    let text = pack.item_text(language, id);
    if text.short.is_empty() { &text.name } else { &text.short }
}

/// Why a measure begins later than wanted; none where it does not.
#[must_use]
pub fn late(agenda: &Agenda<'_>, plan: &Plan, language: Language, step: &Step) -> Option<String> {
    if !step.late {
        return None;
    }
    let wanted = plan.purse.begin.get(&step.id).copied().unwrap_or(0);
    let waits: Vec<usize> = agenda.entries[step.place]
        .requires
        .iter()
        .copied()
        .filter(|before| plan.step(*before).is_some_and(|b| b.end >= wanted))
        .collect();
    let places = [
        ("wanted", quarter_short(language, plan.quarter(wanted)).into()),
        ("names", measure_names(agenda, language, &waits).into()),
    ];
    Some(ta(language, if waits.is_empty() { "plan-late-days" } else { "plan-late-requires" }, &places))
}

/// Why a measure is not in a plan, as a sentence.
#[must_use]
pub fn why_out(
    pack: &Pack,
    agenda: &Agenda<'_>,
    purse: &Purse,
    reasons: &BTreeMap<String, String>,
    language: Language,
    place: usize,
) -> String {
    let entry = &agenda.entries[place];
    match entry.state {
        State::Met => return t(language, "plan-out-met"),
        State::Done => return t(language, "plan-out-done"),
        State::NotConcerned => return t(language, "plan-out-not-concerned"),
        State::Open => {}
    }
    if purse.excluded.contains(&entry.id) {
        return match reasons.get(&entry.id).map(|reason| reason.trim()).filter(|reason| !reason.is_empty()) {
            Some(reason) => ta(language, "plan-out-excluded-for", &[("reason", reason.into())]),
            None => t(language, "plan-out-excluded"),
        };
    }
    let before: Vec<usize> = agenda.open_before(place).into_iter().collect();
    let barred: Vec<usize> =
        before.iter().copied().filter(|b| purse.excluded.contains(&agenda.entries[*b].id)).collect();
    if !barred.is_empty() {
        return ta(language, "plan-out-barred", &[("names", measure_names(agenda, language, &barred).into())]);
    }
    if !has_gain(entry) {
        return sentence(&condition(pack, language, entry));
    }
    let all = || before.iter().chain([&place]).map(|p| &agenda.entries[*p]);
    let cost: f64 = all().map(|e| e.cost[1]).sum();
    let days: f64 = all().map(|e| e.days[1]).sum();
    let most_days = purse.days.map(|days| days * f64::from(purse.quarters));
    let mut said = if cost > purse.budget + 0.005 {
        let key = if before.is_empty() { "plan-out-budget" } else { "plan-out-budget-with" };
        ta(language, key, &[("cost", euros(language, cost).into())])
    } else if most_days.is_some_and(|most| days > most + 1e-9) {
        ta(language, "plan-out-days", &[("days", days_text(language, days).into())])
    } else {
        t(language, "plan-out-better")
    };
    if !before.is_empty() {
        said.push(' ');
        let names = measure_names(agenda, language, &before);
        said.push_str(&sentence(&capitalised(&ta(language, "plan-requires", &[("names", names.into())]))));
    }
    said
}

/// «Level 1 (Started) today. The next is 2 (Partial). Your goals need 3 (Structured): 23.3 points to go.»
#[must_use]
pub fn target(pack: &Pack, language: Language, target: &Target) -> String {
    let level = |l: u8| level_named(pack, language, l);
    let Some(next) = target.next else {
        return ta(language, "plan-target-top", &[("level", level(target.level).into())]);
    };
    let places = [
        ("level", level(target.level).into()),
        ("next", level(next).into()),
        ("needed", level(target.needed.unwrap_or(next)).into()),
        ("points", decimal(language, target.gap, &[]).into()),
    ];
    ta(language, if target.needed.is_some() { "plan-target-needed" } else { "plan-target-next" }, &places)
}
