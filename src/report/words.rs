//! Sentences made from figures, said the same way on screen and on paper.

use std::collections::BTreeMap;

use crate::assessment::sheet::Sheet;
use crate::assessment::{Cell, State, Value, Word};
use crate::pack::questionnaire::ItemText;
use crate::pack::{Item, ItemKind, Mode, Pack};
use crate::scoring::dii::Class;
use crate::scoring::uncertainty::TotalSpread;
use crate::scoring::{Figure, Scores};
use crate::text::{Language, capitalised, decimal, percent, t, ta};

/// From this score on a sub-dimension counts as a strength: step 3, used by all with a rule and an owner.
const STRENGTH_FROM: f64 = 60.0;
/// Up to this score it counts as a gap: step 2, data typed again.
const GAP_UP_TO: f64 = 40.0;
/// How many strengths, gaps and next steps are said.
const SAID: usize = 3;

/// A score as printed, or «insufficient data».
#[must_use]
pub fn score_text(pack: &Pack, language: Language, score: Option<f64>) -> String {
    score.map_or_else(|| t(language, "insufficient-data"), |s| decimal(language, s, &pack.structure.levels))
}

/// The score of a figure as printed, or why there is none: nothing applies, or too little is answered.
#[must_use]
pub fn figure_text(pack: &Pack, language: Language, figure: &Figure) -> String {
    if figure.low.is_none() { t(language, "nothing-applicable") } else { score_text(pack, language, figure.score) }
}

/// «between 41.0 and 55.2», or nothing where the bounds meet.
#[must_use]
pub fn bounds_text(pack: &Pack, language: Language, figure: &Figure) -> Option<String> {
    let (low, high) = (figure.low?, figure.high?);
    (high - low > 0.05).then(|| {
        let print = |x| decimal(language, x, &pack.structure.levels);
        ta(language, "bounds", &[("low", print(low).into()), ("high", print(high).into())])
    })
}

/// «95% of the questions answered», or that none applies.
#[must_use]
pub fn coverage_text(language: Language, figure: &Figure) -> String {
    figure.coverage.map_or_else(
        || t(language, "nothing-applicable"),
        |c| ta(language, "coverage", &[("share", percent(language, c).into())]),
    )
}

/// «2 · Partial».
#[must_use]
pub fn level_text(pack: &Pack, language: Language, level: Option<u8>) -> String {
    level.map_or_else(
        || t(language, "insufficient-data"),
        |l| format!("{l} · {}", pack.texts(language).levels[usize::from(l)].name),
    )
}

/// «level 2, Partial», or «between level 2 and level 3» where the middle nine tenths of the runs reach both.
#[must_use]
pub fn level_range(pack: &Pack, language: Language, sure: &TotalSpread) -> String {
    let (low, high) = sure.levels;
    if low == high {
        let share = sure.level_shares.get(usize::from(low)).copied().unwrap_or(0.0);
        let places =
            [("level", level_text(pack, language, Some(low)).into()), ("share", percent(language, share).into())];
        return ta(language, "sure-one-level", &places);
    }
    ta(language, "sure-two-levels", &[("low", low.to_string().into()), ("high", high.to_string().into())])
}

/// The sentence a manager would repeat. What follows the level's name rests on the answers: a strength is said only where
/// there is one, a gap only where there is one.
#[must_use]
pub fn headline(pack: &Pack, scores: &Scores, language: Language) -> String {
    let texts = pack.texts(language);
    let Some(level) = scores.total.level else {
        let open = scores.progress.asked - scores.progress.given;
        return if open > 0 {
            ta(language, "headline-open", &[("count", open.into())])
        } else {
            t(language, "headline-unknown")
        };
    };
    let (strong, weak) = (strengths(pack, scores, language), gaps(pack, scores, language));
    let level_text = &texts.levels[usize::from(level)];
    let clause = match (strong.first(), weak.first()) {
        (Some(strong), Some(weak)) => {
            ta(language, "headline-both", &[("strength", (&strong.clause).into()), ("gap", (&weak.clause).into())])
        }
        (Some(one), None) if strong.len() > 1 => {
            ta(language, "headline-two", &[("one", (&one.clause).into()), ("two", (&strong[1].clause).into())])
        }
        (None, Some(one)) if weak.len() > 1 => {
            ta(language, "headline-two", &[("one", (&one.clause).into()), ("two", (&weak[1].clause).into())])
        }
        _ => level_text.sentence.clone(),
    };
    let mut sentence = ta(
        language,
        "headline",
        &[("level", level.to_string().into()), ("name", (&level_text.name).into()), ("clause", clause.into())],
    );
    if let Some(uncapped) = scores.total.level_uncapped.filter(|uncapped| *uncapped > level) {
        sentence.push(' ');
        sentence.push_str(&ta(language, "headline-capped", &[("level", uncapped.to_string().into())]));
    }
    sentence
}

/// A strength or a gap: the sub-dimension and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Sub-dimension id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Clause, lower case, without full stop.
    pub clause: String,
}

/// Up to three strengths, the strongest first.
#[must_use]
pub fn strengths(pack: &Pack, scores: &Scores, language: Language) -> Vec<Point> {
    points(pack, language, &scores.strongest(), |s| s >= STRENGTH_FROM - 1e-9, |text| &text.strength)
}

/// Up to three gaps, the weakest first.
#[must_use]
pub fn gaps(pack: &Pack, scores: &Scores, language: Language) -> Vec<Point> {
    points(pack, language, &scores.weakest(), |s| s <= GAP_UP_TO + 1e-9, |text| &text.gap)
}

fn points(
    pack: &Pack,
    language: Language,
    ranked: &[(&str, f64)],
    counts: impl Fn(f64) -> bool,
    clause: impl Fn(&ItemText) -> &String,
) -> Vec<Point> {
    ranked
        .iter()
        .filter(|(_, score)| counts(*score))
        .take(SAID)
        .map(|(id, _)| {
            let text = pack.item_text(language, id);
            Point { id: (*id).to_owned(), name: text.name.clone(), clause: clause(text).clone() }
        })
        .collect()
}

/// Today's step and the next one of a weak sub-dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// Sub-dimension id, also its ladder's.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Today's step 0..=4, the lower one where respondents are in between.
    pub step: u8,
    /// What one sees today.
    pub today: String,
    /// What one would see one step up.
    pub next: String,
}

/// The next steps of the three weakest sub-dimensions that still have a step above them.
#[must_use]
pub fn next_steps(pack: &Pack, sheet: &Sheet, scores: &Scores, language: Language) -> Vec<NextStep> {
    scores
        .weakest()
        .into_iter()
        .filter_map(|(id, _)| {
            let step = sheet.answer(pack, id)?.step()?.floor() as usize;
            let text = pack.item_text(language, id);
            Some(NextStep {
                id: id.to_owned(),
                name: text.name.clone(),
                step: u8::try_from(step).unwrap_or(u8::MAX),
                today: text.steps.get(step)?.clone(),
                next: text.steps.get(step + 1)?.clone(),
            })
        })
        .take(SAID)
        .collect()
}

/// Where the company leans on the map: id and text key of the pack's `map` texts; none where a maturity is missing.
#[must_use]
pub fn lean(pack: &Pack, scores: &Scores) -> Option<&'static str> {
    let technological = scores.maturity("technological")?.figure.score?;
    let digital = scores.maturity("digital")?.figure.score?;
    let band = pack.structure.map_band - crate::scoring::TOLERANCE;
    Some(match technological - digital {
        d if d >= band => "technology_without_direction",
        d if d <= -band => "direction_without_tools",
        _ => "balanced",
    })
}

/// Something to keep in mind beside the level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The sentence.
    pub text: String,
    /// True where it changes the result today: a flag, a binding gate, something that could not be checked.
    pub weighs: bool,
}

/// Flags, gates and what could not be checked, as sentences; what weighs comes first.
#[must_use]
pub fn limits(pack: &Pack, scores: &Scores, language: Language) -> Vec<Limit> {
    let texts = pack.texts(language);
    let mut out = Vec::new();
    for flag in &scores.total.flags {
        let text = &texts.flags[flag];
        out.push(Limit { text: format!("{}. {}", capitalised(&text.name), text.text), weighs: true });
    }
    let mut gates: Vec<_> = scores.total.gates.iter().collect();
    gates.sort_by_key(|g| (!g.binding, g.cap));
    // Of two gates of one dimension the lower cap says it all.
    let mut said: Vec<&str> = Vec::new();
    for gate in gates {
        if !said.contains(&gate.dimension.as_str()) {
            said.push(&gate.dimension);
            out.push(Limit { text: texts.gates[&gate.id].clone(), weighs: gate.binding });
        }
    }
    if !scores.total.unverified.is_empty() {
        let names: Vec<String> =
            scores.total.unverified.iter().map(|d| format!("{d} {}", texts.dimensions[d].name)).collect();
        let text = ta(language, "limit-not-verified", &[("dimensions", names.join(", ").into())]);
        out.push(Limit { text, weighs: true });
    }
    if scores.total.balance.is_some_and(|b| b < pack.structure.balance_below - crate::scoring::TOLERANCE) {
        out.push(Limit { text: t(language, "unbalanced-profile"), weighs: false });
    }
    out.sort_by_key(|limit| !limit.weighs);
    out
}

/// Whether a questionnaire has more to ask than its quick mode.
#[must_use]
pub fn has_full(pack: &Pack) -> bool {
    pack.structure.items.iter().any(|i| i.mode == Mode::Full)
}

/// Name of a class of the Digital Intensity Index.
#[must_use]
pub fn class_text(language: Language, class: Class) -> String {
    t(language, &format!("dii-class-{}", class.id().replace('_', "-")))
}

/// The combined answer to an item as a person reads it.
#[must_use]
pub fn answer_text(pack: &Pack, sheet: &Sheet, item: &Item, language: Language) -> String {
    let text = pack.item_text(language, &item.id);
    let Some(answer) = sheet.answer(pack, &item.id) else { return t(language, "state-skipped") };
    match &answer.state {
        State::Open => t(language, "state-open"),
        State::DontKnow => t(language, "state-dont-know"),
        State::NotApplicable => t(language, "state-not-applicable"),
        State::Skipped => t(language, "state-skipped"),
        State::Answered(value) => match (item.kind, value) {
            (ItemKind::Ladder, Value::Number(v)) => step_text(language, &text.steps, *v),
            (ItemKind::Partly, Value::Number(v)) => partly_text(language, *v),
            (_, Value::Bool(yes)) => t(language, if *yes { "answer-yes" } else { "answer-no" }),
            (_, Value::Number(v)) => crate::text::grouped(language, *v),
            (_, Value::Options(chosen)) => options_text(item, text, chosen, language),
            (_, Value::Rows(rows)) => rows_text(item, text, rows, language),
            (_, Value::Text(words)) => words.clone(),
        },
    }
}

/// What one sees at a step, or between which steps a half lies.
fn step_text(language: Language, steps: &[String], v: f64) -> String {
    if v.fract() == 0.0 {
        return steps.get(v as usize).cloned().unwrap_or_default();
    }
    let whole = |x: f64| format!("{x:.0}");
    ta(language, "step-between", &[("low", whole(v.floor()).into()), ("high", whole(v.ceil()).into())])
}

/// No, partly or yes; the nearest of them where respondents are combined.
fn partly_text(language: Language, v: f64) -> String {
    t(language, ["answer-no", "answer-partly", "answer-yes"][((v * 2.0).round() as usize).min(2)])
}

/// The label of an option; of ticks in rows and columns both.
#[must_use]
pub fn option_label(item: &Item, text: &ItemText, option: &str) -> String {
    let plain = || text.options.get(option).map_or(option, String::as_str).to_owned();
    match option.rsplit_once('.').filter(|_| !item.columns.is_empty()) {
        Some((row, column)) => match (text.options.get(row), text.columns.get(column)) {
            (Some(row), Some(column)) => format!("{row} ({column})"),
            _ => plain(),
        },
        None => plain(),
    }
}

fn options_text(item: &Item, text: &ItemText, chosen: &[String], language: Language) -> String {
    let labels: Vec<String> = chosen.iter().map(|o| option_label(item, text, o)).collect();
    if labels.is_empty() { t(language, "answer-none") } else { labels.join("; ") }
}

fn rows_text(item: &Item, text: &ItemText, rows: &BTreeMap<String, Cell>, language: Language) -> String {
    let said = item.options.iter().map(|row| {
        let answer = match rows.get(row) {
            Some(Cell::Number(v)) if item.kind == ItemKind::Rows => step_text(language, &text.steps, *v),
            Some(Cell::Number(v)) => partly_text(language, *v),
            Some(Cell::Word(Word::NotApplicable)) => t(language, "state-not-applicable"),
            Some(Cell::Word(Word::DontKnow)) => t(language, "state-dont-know"),
            None => t(language, "state-open"),
        };
        format!("{}: {answer}", option_label(item, text, row))
    });
    said.collect::<Vec<_>>().join("; ")
}
