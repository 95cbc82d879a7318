//! Conditions: the small language in which a pack says when an item is asked, when answers contradict each other and when an
//! answer is proposed. They are data (JSON), described in `docs/formats.md`, and checked when the pack is loaded.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::questionnaire::{Item, ItemKind, Structure};

/// Something that holds of a company and its answers, or does not.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    /// Every one holds.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// The company's activity belongs to one of these sectors, keys of [`Structure::sectors`].
    Sector(Vec<String>),
    /// The company has as many people.
    People(People),
    /// A fact is answered so.
    Fact(Fact),
    /// A ladder is answered with a step in a range, both ends included.
    Step(Step),
    /// The mean of the answered ladders among some is in a range; false where none is answered.
    Mean(Mean),
    /// As many of some options of a list of ticks are ticked.
    Ticked(Ticked),
    /// One of some options of a choice is chosen.
    Chosen(Chosen),
}

/// A number of people, from `from` and below `below`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// Least number.
    #[serde(default)]
    pub from: Option<u32>,
    /// It is less than this.
    #[serde(default)]
    pub below: Option<u32>,
}

/// A fact and its answer.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Item.
    pub id: String,
    /// Yes or no.
    pub is: bool,
}

/// A ladder and a range of steps.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Item.
    pub id: String,
    /// Lowest step.
    #[serde(default)]
    pub from: Option<f64>,
    /// Highest step.
    #[serde(default)]
    pub to: Option<f64>,
}

/// Ladders and a range of their mean.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mean {
    /// Items.
    pub ids: Vec<String>,
    /// Lowest mean.
    #[serde(default)]
    pub from: Option<f64>,
    /// Highest mean.
    #[serde(default)]
    pub to: Option<f64>,
}

/// A list of ticks and how many of some options are ticked.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ticked {
    /// Item.
    pub id: String,
    /// Options that count.
    pub among: Vec<String>,
    /// Least number of them.
    pub from: usize,
}

/// A choice and some of its options.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    /// Item.
    pub id: String,
    /// Options of which one is chosen.
    pub any: Vec<String>,
}

/// What a condition asks about a company. `None` where that is not known.
pub trait Known {
    /// Whether its activity belongs to one of the sectors.
    fn sector(&self, sectors: &[String]) -> Option<bool>;
    /// How many people it employs.
    fn people(&self) -> Option<u32>;
    /// Whether a condition on answers holds. An answer that is not there fulfils none.
    fn answer(&self, condition: &Condition) -> Option<bool>;
}

impl Condition {
    /// Whether it holds: `None` where too little is known to say (three-valued logic after Kleene).
    pub fn holds(&self, known: &impl Known) -> Option<bool> {
        match self {
            Self::All(list) => together(list, known, false),
            Self::Any(list) => together(list, known, true),
            Self::Not(one) => one.holds(known).map(|b| !b),
            Self::Sector(sectors) => known.sector(sectors),
            Self::People(range) => known
                .people()
                .map(|n| range.from.is_none_or(|from| n >= from) && range.below.is_none_or(|below| n < below)),
            Self::Fact(_) | Self::Step(_) | Self::Mean(_) | Self::Ticked(_) | Self::Chosen(_) => known.answer(self),
        }
    }

    /// Ids of the items whose answers it looks at.
    #[must_use]
    pub fn items(&self) -> Vec<&str> {
        match self {
            Self::All(list) | Self::Any(list) => list.iter().flat_map(Self::items).collect(),
            Self::Not(one) => one.items(),
            Self::Sector(_) | Self::People(_) => Vec::new(),
            Self::Fact(Fact { id, .. }) | Self::Step(Step { id, .. }) => vec![id],
            Self::Ticked(Ticked { id, .. }) | Self::Chosen(Chosen { id, .. }) => vec![id],
            Self::Mean(mean) => mean.ids.iter().map(String::as_str).collect(),
        }
    }

    /// Whether a list in it is empty: nothing would fulfil it, or everything.
    fn is_empty(&self) -> bool {
        match self {
            Self::All(list) | Self::Any(list) => list.is_empty(),
            Self::Sector(list) => list.is_empty(),
            Self::Mean(mean) => mean.ids.is_empty(),
            Self::Chosen(chosen) => chosen.any.is_empty(),
            Self::Not(_) | Self::People(_) | Self::Fact(_) | Self::Step(_) | Self::Ticked(_) => false,
        }
    }

    /// What is wrong with it, each with what would be right.
    pub(super) fn check(&self, s: &Structure, add: &mut impl FnMut(String, &str)) {
        if self.is_empty() {
            add("The condition names nothing.".into(), "Name at least one id or condition.");
        }
        let mut item = |id: &str, kind: ItemKind| -> Option<Item> {
            let found = s.items.iter().find(|i| i.id == id && i.kind == kind);
            if found.is_none() {
                add(
                    format!("The condition needs a {} {id}, and there is none.", kind.name()),
                    "Use such an item's id.",
                );
            }
            found.cloned()
        };
        match self {
            Self::All(list) | Self::Any(list) => list.iter().for_each(|one| one.check(s, add)),
            Self::Not(one) => one.check(s, add),
            Self::Sector(sectors) => {
                for sector in sectors.iter().filter(|k| !s.sectors.contains_key(*k)) {
                    add(format!("There is no sector {sector}."), "Use a key of \"sectors\".");
                }
            }
            Self::People(People { from, below }) => {
                if from.is_none() && below.is_none() || from.zip(*below).is_some_and(|(from, below)| from >= below) {
                    add(
                        "The range of people is empty.".into(),
                        "Write \"from\", \"below\" or both, from the smaller one.",
                    );
                }
            }
            Self::Fact(Fact { id, .. }) => {
                item(id, ItemKind::Fact);
            }
            Self::Step(Step { id, from, to }) => {
                item(id, ItemKind::Ladder);
                steps(*from, *to, add);
            }
            Self::Mean(Mean { ids, from, to }) => {
                for id in ids {
                    item(id, ItemKind::Ladder);
                }
                steps(*from, *to, add);
            }
            Self::Ticked(Ticked { id, among, from }) => {
                if let Some(item) = item(id, ItemKind::Ticks) {
                    options(&item, among, add);
                    if *from == 0 || *from > among.len() {
                        add(format!("{from} of {} options cannot be ticked.", among.len()), "Write 1 or more.");
                    }
                }
            }
            Self::Chosen(Chosen { id, any }) => {
                if let Some(item) = item(id, ItemKind::Choice) {
                    options(&item, any, add);
                }
            }
        }
    }
}

fn together(list: &[Condition], known: &impl Known, decides: bool) -> Option<bool> {
    let mut unknown = false;
    for one in list {
        match one.holds(known) {
            Some(b) if b == decides => return Some(decides),
            Some(_) => {}
            None => unknown = true,
        }
    }
    (!unknown).then_some(!decides)
}

fn steps(from: Option<f64>, to: Option<f64>, add: &mut impl FnMut(String, &str)) {
    let inside = |x: Option<f64>| x.is_none_or(|x| (0.0..=5.0).contains(&x));
    if from.is_none() && to.is_none() || !inside(from) || !inside(to) || from.zip(to).is_some_and(|(a, b)| a > b) {
        add("The range of steps is none.".into(), "Write \"from\", \"to\" or both, from 0 to 5.");
    }
}

fn options(item: &Item, named: &[String], add: &mut impl FnMut(String, &str)) {
    let known: BTreeSet<&String> = item.options.iter().collect();
    for option in named.iter().filter(|o| !known.contains(o)) {
        add(format!("{} has no option {option}.", item.id), "Use the id of one of its options.");
    }
}
