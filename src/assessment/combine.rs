//! Several respondents become one answer (method §8).

use super::{Assessment, State, Value};
use crate::pack::{Item, ItemKind};

/// The answer that counts for an item.
#[derive(Clone, Debug, PartialEq)]
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

    /// The options of a choice, empty where it is not answered.
    #[must_use]
    pub fn options(&self) -> &[String] {
        match &self.state {
            State::Answered(Value::Options(list)) => list,
            _ => &[],
        }
    }
}

/// Whether an item needs no more asking: it is answered, not applicable or honestly not known. The activity, the province
/// and the people employed live in the company's own fields.
#[must_use]
pub fn is_given(assessment: &Assessment, item: &Item) -> bool {
    let company = &assessment.company;
    match item.id.as_str() {
        "P1" => company.ateco.is_some(),
        "P2" => company.province.is_some(),
        "P3" => company.employees.is_some(),
        _ => match combined(assessment, item).state {
            State::Open => false,
            State::Answered(Value::Options(chosen)) => !chosen.is_empty(),
            _ => true,
        },
    }
}

/// Combines the answers to an item: ladders by median, everything else by the competent role's latest answer, else
/// anyone's latest. Mixed states: answered before don't know before not applicable before open.
#[must_use]
pub fn combined(assessment: &Assessment, item: &Item) -> Combined {
    let answers: &[_] = assessment.answers.get(&item.id).map_or(&[], Vec::as_slice);
    let answered: Vec<_> = answers.iter().filter(|a| matches!(a.state, State::Answered(_))).collect();
    let Some(first) = answered.first() else {
        let state = [State::DontKnow, State::NotApplicable, State::Skipped]
            .into_iter()
            .find(|s| answers.iter().any(|a| a.state == *s))
            .unwrap_or(State::Open);
        return Combined { state, evidence: 0 };
    };
    let value = if item.kind == ItemKind::Ladder {
        let mut steps: Vec<f64> = answered
            .iter()
            .filter_map(|a| match a.state {
                State::Answered(Value::Number(v)) => Some(v),
                _ => None,
            })
            .collect();
        steps.sort_by(f64::total_cmp);
        let middle = steps.len() / 2;
        let median =
            if steps.len().is_multiple_of(2) { (steps[middle - 1] + steps[middle]) / 2.0 } else { steps[middle] };
        // The scale knows halves; a median of two halves may fall on a quarter.
        Value::Number((median * 2.0).round() / 2.0)
    } else {
        let competent = |respondent: &str| {
            assessment.respondents.iter().any(|r| r.id == respondent && item.roles.contains(&r.role))
        };
        let latest = answered
            .iter()
            .max_by(|a, b| {
                (competent(&a.respondent), &a.at, &a.respondent).cmp(&(competent(&b.respondent), &b.at, &b.respondent))
            })
            .unwrap_or(first);
        match &latest.state {
            State::Answered(value) => value.clone(),
            _ => return Combined { state: State::Open, evidence: 0 },
        }
    };
    let state = State::Answered(value);
    let evidence = answered
        .iter()
        .filter(|a| a.state == state)
        .map(|a| a.evidence)
        .max()
        .or_else(|| answered.iter().map(|a| a.evidence).min())
        .unwrap_or(0);
    Combined { state, evidence }
}
