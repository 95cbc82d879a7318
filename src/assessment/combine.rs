//! Several respondents become one answer (method §8).

use std::collections::BTreeMap;

use super::{Answer, Assessment, Cell, State, Value, Word};
use crate::pack::{Item, ItemKind};

/// The answer that counts for an item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Combined {
    /// State and value; a ladder's step may be a half.
    pub state: State,
    /// Evidence grade: the highest among the answers at the combined value, else the lowest.
    pub evidence: u8,
}

impl Combined {
    /// The step of a ladder, where it is answered.
    #[must_use]
    pub fn step(&self) -> Option<f64> {
        match self.state {
            State::Answered(Value::Number(v)) => Some(v),
            _ => None,
        }
    }

    /// Yes or no of a fact, where it is answered.
    #[must_use]
    pub fn yes(&self) -> Option<bool> {
        match self.state {
            State::Answered(Value::Bool(b)) => Some(b),
            _ => None,
        }
    }

    /// The options of a choice or of ticks, empty where it is not answered.
    #[must_use]
    pub fn options(&self) -> &[String] {
        match &self.state {
            State::Answered(Value::Options(list)) => list,
            _ => &[],
        }
    }

    /// The cells of rows, none where it is not answered.
    #[must_use]
    pub fn rows(&self) -> Option<&BTreeMap<String, Cell>> {
        match &self.state {
            State::Answered(Value::Rows(rows)) => Some(rows),
            _ => None,
        }
    }
}

/// Whether an item needs no more asking: it is answered in full, not applicable or honestly not known. The activity, the
/// province and the people employed live in the company's own fields.
#[must_use]
pub fn is_given(assessment: &Assessment, item: &Item, answer: &Combined) -> bool {
    let company = &assessment.company;
    match item.id.as_str() {
        "P1" => company.ateco.is_some(),
        "P2" => company.province.is_some(),
        "P3" => company.employees.is_some(),
        _ => match &answer.state {
            State::Open => false,
            // A choice of nothing is none yet; of a list nothing may be ticked.
            State::Answered(Value::Options(chosen)) => !chosen.is_empty() || item.kind == ItemKind::Ticks,
            State::Answered(Value::Rows(rows)) => item.options.iter().all(|row| rows.contains_key(row)),
            _ => true,
        },
    }
}

/// Combines the answers to an item: ladders, rows and partly by median, ticks where at least half tick them, everything else
/// by the competent role's latest answer, else anyone's latest. Mixed states: answered before don't know before not
/// applicable before open.
#[must_use]
pub fn combined(assessment: &Assessment, item: &Item) -> Combined {
    let answers: &[Answer] = assessment.answers.get(&item.id).map_or(&[], Vec::as_slice);
    // One respondent is by far the most frequent case, and needs no combining.
    if let [one] = answers {
        let evidence = if matches!(one.state, State::Answered(_)) { one.evidence } else { 0 };
        return Combined { state: one.state.clone(), evidence };
    }
    let values: Vec<(&Answer, &Value)> = answers
        .iter()
        .filter_map(|a| match &a.state {
            State::Answered(value) => Some((a, value)),
            _ => None,
        })
        .collect();
    if values.is_empty() {
        let state = [State::DontKnow, State::NotApplicable, State::Skipped]
            .into_iter()
            .find(|s| answers.iter().any(|a| a.state == *s))
            .unwrap_or(State::Open);
        return Combined { state, evidence: 0 };
    }
    let value = match item.kind {
        ItemKind::Ladder => Value::Number(median(numbers(&values), 2.0)),
        ItemKind::Partly if item.options.is_empty() => Value::Number(median(numbers(&values), 4.0)),
        ItemKind::Rows => Value::Rows(rows(item, answers, 2.0)),
        ItemKind::Partly => Value::Rows(rows(item, answers, 4.0)),
        ItemKind::Ticks => Value::Options(ticked(item, &values)),
        ItemKind::Fact | ItemKind::Choice | ItemKind::Number | ItemKind::Text => latest(assessment, item, &values),
    };
    let evidence = values
        .iter()
        .filter(|(_, v)| same(v, &value))
        .map(|(a, _)| a.evidence)
        .max()
        .or_else(|| values.iter().map(|(a, _)| a.evidence).min())
        .unwrap_or(0);
    Combined { state: State::Answered(value), evidence }
}

fn numbers(values: &[(&Answer, &Value)]) -> Vec<f64> {
    let number = |value: &Value| match value {
        Value::Number(v) => Some(*v),
        _ => None,
    };
    values.iter().filter_map(|(_, value)| number(value)).collect()
}

/// The median, on the scale's fractions: 2 where it knows halves, 4 where it knows quarters. A median of two halves may fall
/// between them.
fn median(mut numbers: Vec<f64>, fractions: f64) -> f64 {
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    let median = match (numbers.len().is_multiple_of(2), numbers.get(middle)) {
        (true, Some(upper)) => (numbers[middle - 1] + upper) / 2.0,
        (false, Some(at)) => *at,
        (_, None) => 0.0,
    };
    (median * fractions).round() / fractions
}

/// Row by row: numbers by median; without one, don't know before not applicable before open. Who does not know the whole list
/// knows none of its rows.
fn rows(item: &Item, answers: &[Answer], fractions: f64) -> BTreeMap<String, Cell> {
    let mut out = BTreeMap::new();
    for row in &item.options {
        let cells: Vec<Cell> = answers
            .iter()
            .filter_map(|answer| match &answer.state {
                State::Answered(Value::Rows(rows)) => rows.get(row).copied(),
                State::DontKnow => Some(Cell::Word(Word::DontKnow)),
                State::NotApplicable => Some(Cell::Word(Word::NotApplicable)),
                _ => None,
            })
            .collect();
        let numbers: Vec<f64> = cells
            .iter()
            .filter_map(|c| match c {
                Cell::Number(v) => Some(*v),
                Cell::Word(_) => None,
            })
            .collect();
        let cell = if numbers.is_empty() {
            [Word::DontKnow, Word::NotApplicable].map(Cell::Word).into_iter().find(|word| cells.contains(word))
        } else {
            Some(Cell::Number(median(numbers, fractions)))
        };
        out.extend(cell.map(|cell| (row.clone(), cell)));
    }
    out
}

/// Whether two answers say the same; options may be named in any order.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Options(a), Value::Options(b)) => a.len() == b.len() && a.iter().all(|o| b.contains(o)),
        (a, b) => a == b,
    }
}

/// What at least half of those who answered have ticked; the negative tick clears the rest.
fn ticked(item: &Item, values: &[(&Answer, &Value)]) -> Vec<String> {
    let by = |option: &String| {
        let has = |value: &Value| matches!(value, Value::Options(list) if list.contains(option));
        values.iter().filter(|(_, value)| has(value)).count()
    };
    let kept = |option: &&String| 2 * by(option) >= values.len();
    match item.negative.as_ref().filter(kept) {
        Some(negative) => vec![negative.clone()],
        None => item.options.iter().filter(kept).cloned().collect(),
    }
}

fn latest(assessment: &Assessment, item: &Item, values: &[(&Answer, &Value)]) -> Value {
    let competent =
        |respondent: &str| assessment.respondents.iter().any(|r| r.id == respondent && item.roles.contains(&r.role));
    // Instants, not letters: two offsets may name the same moment in another order.
    let instant = |a: &Answer| a.at.parse::<jiff::Timestamp>().ok();
    let best = values.iter().max_by_key(|(a, _)| (competent(&a.respondent), instant(a), &a.at, &a.respondent));
    best.map_or_else(|| Value::Text(String::new()), |(_, value)| (*value).clone())
}
