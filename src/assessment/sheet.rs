//! The company's answers as they count: respondents combined, items of the other mode left out, items that routing hides
//! skipped. Hiding changes nothing in the file: answers come back as they were when the item is shown again.

use super::combine::{Combined, combined, is_given};
use super::{ActivityCode, Assessment, State, Value};
use crate::pack::ateco::{Ateco, Edition, Family};
use crate::pack::condition::{Chosen, Condition, Fact, Known, Mean, Step, Ticked};
use crate::pack::questionnaire::Prefill;
use crate::pack::{Item, Pack};

/// The answers as they count, by the item's place in the pack.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    answers: Vec<Combined>,
    asked: Vec<bool>,
    /// Places of the items that the full questionnaire would ask besides.
    later: Vec<usize>,
    profile: Profile,
}

/// What routing of scored items may depend on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Sector of the activity, a key of the pack's sectors; none where the pack knows no sectors.
    pub sector: Option<String>,
    /// People employed.
    pub people: Option<u32>,
}

/// The family of an activity, `other` where it is unknown.
#[must_use]
pub fn family(activity: Option<&ActivityCode>) -> &'static str {
    activity
        .and_then(|a| Ateco::shipped().division_of(a.edition.parse::<Edition>().ok()?, &a.code))
        .map_or("other", |division| division.family.as_str())
}

impl Profile {
    /// The profile of an assessment's company.
    #[must_use]
    pub fn of(pack: &Pack, assessment: &Assessment) -> Self {
        let company = &assessment.company;
        let sector = pack.sector(family(company.ateco.as_ref())).map(str::to_owned);
        Self { sector, people: company.employees }
    }
}

/// Whether an item may be asked of a sector family: true unless it is known never to be, or where no family is named.
#[must_use]
pub fn asked_of(pack: &Pack, item: &Item, family: Option<&str>) -> bool {
    let Some(family) = family.and_then(|name| Family::ALL.into_iter().find(|f| f.as_str().eq_ignore_ascii_case(name)))
    else {
        return true;
    };
    let profile = Profile { sector: pack.sector(family.as_str()).map(str::to_owned), people: None };
    item.when.as_ref().and_then(|when| when.holds(&profile)) != Some(false)
}

/// A company of which nothing but the profile is known.
impl Known for Profile {
    fn sector(&self, sectors: &[String]) -> Option<bool> {
        self.sector.as_ref().map(|own| sectors.contains(own))
    }

    fn people(&self) -> Option<u32> {
        self.people
    }

    fn answer(&self, _: &Condition) -> Option<bool> {
        None
    }
}

/// A company with the answers up to some place in the pack.
struct Answered<'a> {
    pack: &'a Pack,
    profile: &'a Profile,
    answers: &'a [Combined],
}

impl Answered<'_> {
    fn of(&self, id: &str) -> Option<&Combined> {
        self.answers.get(self.pack.place(id)?)
    }
}

impl Known for Answered<'_> {
    fn sector(&self, sectors: &[String]) -> Option<bool> {
        self.profile.sector(sectors)
    }

    fn people(&self) -> Option<u32> {
        self.profile.people()
    }

    fn answer(&self, condition: &Condition) -> Option<bool> {
        let within = |x: f64, from: Option<f64>, to: Option<f64>| {
            from.is_none_or(|from| x >= from - 1e-9) && to.is_none_or(|to| x <= to + 1e-9)
        };
        Some(match condition {
            Condition::Fact(Fact { id, is }) => self.of(id).and_then(Combined::yes) == Some(*is),
            Condition::Step(Step { id, from, to }) => {
                self.of(id).and_then(Combined::step).is_some_and(|v| within(v, *from, *to))
            }
            Condition::Mean(Mean { ids, from, to }) => {
                let steps: Vec<f64> = ids.iter().filter_map(|id| self.of(id)?.step()).collect();
                !steps.is_empty() && within(steps.iter().sum::<f64>() / steps.len() as f64, *from, *to)
            }
            Condition::Ticked(Ticked { id, among, from }) => {
                let ticked = self.of(id).map_or(&[][..], Combined::options);
                among.iter().filter(|option| ticked.contains(option)).count() >= *from
            }
            Condition::Chosen(Chosen { id, any }) => {
                let chosen = self.of(id).map_or(&[][..], Combined::options);
                any.iter().any(|option| chosen.contains(option))
            }
            _ => return None,
        })
    }
}

impl Sheet {
    /// Puts the answers together.
    #[must_use]
    pub fn of(pack: &Pack, assessment: &Assessment) -> Self {
        let profile = Profile::of(pack, assessment);
        let items = &pack.structure.items;
        let mut answers: Vec<Combined> = Vec::with_capacity(items.len());
        let mut asked = Vec::with_capacity(items.len());
        let mut later = Vec::new();
        for (place, item) in items.iter().enumerate() {
            // An item is hidden only where it is known not to concern the company.
            let known = Answered { pack, profile: &profile, answers: &answers };
            let hidden = item.when.as_ref().and_then(|when| when.holds(&known)) == Some(false);
            let in_mode = item.mode <= assessment.mode;
            let shown = in_mode && !hidden;
            asked.push(shown);
            if !in_mode && !hidden {
                later.push(place);
            }
            answers.push(if shown {
                combined(assessment, item)
            } else if in_mode {
                Combined { state: State::Skipped, evidence: 0 }
            } else {
                Combined::default()
            });
        }
        Self { answers, asked, later, profile }
    }

    /// What routing depends on.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The sector, for names that differ by it.
    #[must_use]
    pub fn sector(&self) -> Option<&str> {
        self.profile.sector.as_deref()
    }

    /// The answer to the item at a place of the pack; open where it belongs to the other mode, skipped where it is hidden.
    #[must_use]
    pub fn at(&self, place: usize) -> &Combined {
        &self.answers[place]
    }

    /// Whether the item at a place is asked of this company in this mode.
    #[must_use]
    pub fn is_asked(&self, place: usize) -> bool {
        self.asked[place]
    }

    /// The answer to an item that is asked.
    #[must_use]
    pub fn answer(&self, pack: &Pack, id: &str) -> Option<&Combined> {
        let place = pack.place(id)?;
        self.asked[place].then(|| &self.answers[place])
    }

    /// The items asked, with their answers, in order.
    pub fn asked<'a>(&'a self, pack: &'a Pack) -> impl Iterator<Item = (&'a Item, &'a Combined)> {
        let all = pack.structure.items.iter().zip(&self.answers).zip(&self.asked);
        all.filter(|(_, asked)| **asked).map(|(pair, _)| pair)
    }

    /// The items that the full questionnaire would ask of this company besides, in order; none where it is being answered.
    pub fn later<'a>(&'a self, pack: &'a Pack) -> impl Iterator<Item = &'a Item> {
        self.later.iter().map(|place| &pack.structure.items[*place])
    }

    /// The same with ladders brought to a step: those that are answered and stand below it. What is not answered stays so, for
    /// nobody knows where it would start from.
    #[must_use]
    pub fn raised<'a>(&self, pack: &Pack, raises: impl IntoIterator<Item = (&'a str, u8)>) -> Self {
        let mut raised = self.clone();
        for (item, to) in raises {
            let Some(answer) = pack.place(item).and_then(|place| raised.answers.get_mut(place)) else { continue };
            if answer.step().is_some_and(|step| step < f64::from(to)) {
                answer.state = State::Answered(Value::Number(f64::from(to)));
            }
        }
        raised
    }

    /// Whether an item needs no more asking.
    #[must_use]
    pub fn is_given(&self, pack: &Pack, assessment: &Assessment, item: &Item) -> bool {
        self.answer(pack, &item.id).is_none_or(|answer| is_given(assessment, item, answer))
    }

    /// Whether a condition is known to hold of the company and its answers.
    #[must_use]
    pub fn holds(&self, pack: &Pack, condition: &Condition) -> bool {
        condition.holds(&Answered { pack, profile: &self.profile, answers: &self.answers }) == Some(true)
    }

    /// The ticks that other answers propose for a list and that are not made yet; none once it is said that nothing of it is
    /// true, or that it is not known.
    #[must_use]
    pub fn proposed(&self, pack: &Pack, item: &Item) -> Vec<String> {
        let Some(answer) = self.answer(pack, &item.id) else { return Vec::new() };
        if answer.state != State::Open && answer.options().is_empty() {
            return Vec::new();
        }
        let wanted = |p: &&Prefill| self.holds(pack, &p.when) && !answer.options().contains(&p.option);
        item.prefill.iter().filter(wanted).map(|p| p.option.clone()).collect()
    }
}
