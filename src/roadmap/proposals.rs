//! What measures that are done say about the answers: proposals, which count for nothing until somebody confirms them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::assessment::choices::Stage;
use crate::assessment::sheet::Sheet;
use crate::assessment::{Assessment, Evidence, State, Value};
use crate::pack::Pack;
use crate::pack::measures::Catalogue;
use crate::scoring::TOLERANCE;

/// A ladder that a measure has raised, as far as its being done says.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Id of the measure in the catalogue.
    pub measure: String,
    /// The ladder.
    pub item: String,
    /// Its step as it counts today, a half where respondents are combined; none where it is open or not known.
    pub from: Option<f64>,
    /// The step the measure brings it to, 1..=5.
    pub to: u8,
    /// Since when the measure is done.
    pub date: Date,
    /// What shows it, in the company's words; may be empty.
    pub evidence: String,
}

impl Proposal {
    /// The evidence grade of an answer that is confirmed: shown where there is something to show, else declared.
    #[must_use]
    pub fn grade(&self) -> Evidence {
        u8::from(!self.evidence.is_empty())
    }
}

/// What the measures marked as done propose, in the order of the catalogue and of what each raises.
///
/// A ladder is proposed where it is asked and concerns the company, where the answer that counts stands below the measure's
/// step or is missing, where the person at the keyboard has not put it there already (what others say is for them to settle),
/// and where nobody has declined it for this measure. Of several measures that raise one ladder the highest step is proposed.
#[must_use]
pub fn proposals(pack: &Pack, assessment: &Assessment, sheet: &Sheet) -> Vec<Proposal> {
    let Some(catalogue) = Catalogue::of(pack) else { return Vec::new() };
    let plan = &assessment.plan;
    let done = plan.progress.iter().filter(|(_, progress)| progress.stage == Stage::Done);
    let mut measures: Vec<_> = done.filter_map(|(id, progress)| Some((catalogue.place(id)?, progress))).collect();
    measures.sort_by_key(|(place, _)| *place);
    let mut all = Vec::new();
    for (place, progress) in measures {
        let measure = &catalogue.structure.measures[place];
        let declined = |item: &String| plan.declined.get(&measure.id).is_some_and(|items| items.contains(item));
        for raise in measure.raises.iter().filter(|raise| !declined(&raise.item)) {
            let Some(answer) = sheet.answer(pack, &raise.item) else { continue };
            let step = f64::from(raise.to);
            let below = match answer.state {
                State::Answered(Value::Number(v)) => v < step - TOLERANCE,
                State::Open | State::DontKnow => true,
                _ => false,
            };
            if !below || own_step(assessment, &raise.item).is_some_and(|own| own >= step) {
                continue;
            }
            all.push(Proposal {
                measure: measure.id.clone(),
                item: raise.item.clone(),
                from: answer.step(),
                to: raise.to,
                date: progress.date,
                evidence: progress.evidence.trim().to_owned(),
            });
        }
    }
    let mut highest: BTreeMap<String, u8> = BTreeMap::new();
    for proposal in &all {
        let step = highest.entry(proposal.item.clone()).or_default();
        *step = (*step).max(proposal.to);
    }
    // Taking the entry away leaves one proposal an item where two measures bring it equally far.
    all.retain(|p| highest.get(&p.item) == Some(&p.to) && highest.remove(&p.item).is_some());
    all
}

/// The step that the person at the keyboard has given.
fn own_step(assessment: &Assessment, item: &str) -> Option<f64> {
    match assessment.answer(item, assessment.main_respondent())?.state {
        State::Answered(Value::Number(v)) => Some(v),
        _ => None,
    }
}
