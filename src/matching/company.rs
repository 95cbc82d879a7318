//! The company as the rules see it: its answers looked up in the region, once.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::card::{Ranked, Strength};
use super::{Profile, Standing, rules};
use crate::pack::region::{Interest, Province, Region, Resolved, SupplyChain, Wish, digits};
use crate::text::{self, Language};

/// Differences below this are none (method §2).
pub(super) const TOLERANCE: f64 = 1e-9;

/// Names one after the other. Commas alone, since many names hold an “and” of their own.
pub(super) fn list(names: &[&str]) -> String {
    names.join(", ")
}

/// A company with everything the rules ask of it.
pub(super) struct Company<'a> {
    pub(super) region: &'a Region,
    pub(super) profile: &'a Profile<'a>,
    pub(super) standing: &'a Standing,
    pub(super) today: Date,
    pub(super) language: Language,
    /// What the activity has to do with areas, clusters and ecosystems; none where code or edition are unknown.
    pub(super) links: Option<Resolved<'a>>,
    /// The part of the code that decided, as people write it: `28`, `30.3`.
    pub(super) code: String,
    /// Two digits, empty where there is no code.
    pub(super) division: String,
    pub(super) chains: Vec<&'a SupplyChain>,
    pub(super) interests: Vec<&'a Interest>,
    pub(super) wishes: Vec<&'a Wish>,
    pub(super) province: Option<&'a Province>,
    /// The score a dimension should reach.
    pub(super) target: f64,
    /// What each published dimension lacks to the target, by id.
    pub(super) gaps: BTreeMap<&'a str, f64>,
}

impl<'a> Company<'a> {
    pub(super) fn new(
        region: &'a Region,
        profile: &'a Profile<'a>,
        standing: &'a Standing,
        today: Date,
        language: Language,
    ) -> Self {
        let digits = digits(profile.code);
        let links = region.activities.resolve(profile.edition, profile.code);
        let decided = links.map_or(digits.len().min(2), |l| l.digits);
        let (head, tail) = digits.split_at(digits.len().min(2));
        let tail = &tail[..decided.saturating_sub(2)];
        let code = if tail.is_empty() { head.to_owned() } else { format!("{head}.{tail}") };
        let rules = &region.rules.gaps;
        let target = standing.level.map_or(rules.target_without_level, |level| {
            // A level above the list has the last target; loading refuses an empty list.
            let last = rules.target_by_level.len().saturating_sub(1);
            rules.target_by_level.get(usize::from(level).min(last)).copied().unwrap_or(rules.target_without_level)
        });
        let gaps = region
            .dimensions
            .iter()
            .filter_map(|d| {
                let lacking = target - standing.dimensions.get(&d.id).copied().flatten()?;
                (lacking > TOLERANCE).then_some((d.id.as_str(), lacking))
            })
            .collect();
        // In the region's order, each once: neither the order nor a repetition in the answers may move anything.
        Self {
            chains: region.supply_chains.iter().filter(|c| profile.supply_chains.contains(&c.id)).collect(),
            interests: region.interests.iter().filter(|i| profile.interests.contains(&i.id)).collect(),
            wishes: region.wishes.iter().filter(|w| profile.wishes.contains(&w.id)).collect(),
            province: profile.province.and_then(|code| region.province(code)),
            division: head.to_owned(),
            region,
            profile,
            standing,
            today,
            language,
            links,
            code,
            target,
            gaps,
        }
    }

    /// A sentence of the region in the reader's language.
    pub(super) fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.region.texts.say(self.language, key, values)
    }

    /// The names of these dimensions as a list.
    pub(super) fn dimension_names(&self, ids: &[&str]) -> String {
        let name = |id: &&str| self.region.dimensions.iter().find(|d| d.id == **id).map(|d| d.name.get(self.language));
        list(&ids.iter().filter_map(name).collect::<Vec<_>>())
    }

    /// The names of these interests as a list.
    pub(super) fn interest_names(&self, interests: &[&Interest]) -> String {
        list(&interests.iter().map(|i| i.name.get(self.language)).collect::<Vec<_>>())
    }

    /// The ids of these dimensions in which the company has a gap.
    pub(super) fn gaps_among<'d>(&self, dimensions: &'d [String]) -> Vec<&'d str> {
        dimensions.iter().map(String::as_str).filter(|d| self.gaps.contains_key(d)).collect()
    }

    /// 2 where one of these provinces is the company's, 1 where one borders on it, else 0.
    pub(super) fn nearness(&self, provinces: &[String]) -> u8 {
        match self.province {
            Some(own) if provinces.contains(&own.code) => 2,
            Some(own) if provinces.iter().any(|p| own.adjacent.contains(p)) => 1,
            _ => 0,
        }
    }

    /// Whether a rule counts.
    pub(super) fn counts(&self, rule: &str) -> bool {
        rules::counts(self.profile.choices, rule)
    }

    /// Whether the company has put a door aside.
    pub(super) fn has_put_aside(&self, key: &str) -> bool {
        self.profile.choices.dismissed.contains_key(key)
    }

    /// The strength of a score; none below the threshold from which on cards are shown.
    pub(super) fn strength(&self, score: f64) -> Option<Strength> {
        let rules = &self.region.rules.strength;
        let reaches = |threshold: f64| score >= threshold - TOLERANCE;
        match () {
            () if reaches(rules.strong) => Some(Strength::Strong),
            () if reaches(rules.medium) => Some(Strength::Medium),
            () if reaches(rules.show) => Some(Strength::ToExplore),
            () => None,
        }
    }

    /// A threshold as the reader writes it: `40`, `37,5`.
    pub(super) fn figure(&self, x: f64) -> String {
        if x.fract() == 0.0 { text::grouped(self.language, x) } else { text::decimal(self.language, x, &[]) }
    }
}

/// What was found for the company and other rules build on.
pub(super) struct Found {
    areas: BTreeSet<String>,
    clusters: BTreeSet<String>,
}

impl Found {
    /// By the rules alone: what the company keeps in front or has put aside makes no other door fit better.
    pub(super) fn new(areas: &[Ranked], clusters: &[Ranked]) -> Self {
        let ids = |all: &[Ranked]| all.iter().filter(|r| r.is_listed()).map(|r| r.card.id.clone()).collect();
        Self { areas: ids(areas), clusters: ids(clusters) }
    }

    /// The names of the found areas among these ids.
    pub(super) fn areas_among<'a>(&self, company: &Company<'a>, ids: &[String]) -> Vec<&'a str> {
        let areas = company.region.s3_areas.iter().filter(|a| ids.contains(&a.id) && self.areas.contains(&a.id));
        areas.map(|a| a.name.get(company.language)).collect()
    }

    /// The names in full of the found clusters among these ids.
    pub(super) fn clusters_among(&self, company: &Company<'_>, ids: &[String]) -> Vec<String> {
        let clusters = company.region.clusters.iter().filter(|c| ids.contains(&c.id) && self.clusters.contains(&c.id));
        clusters.map(|c| c.full_name(company.language)).collect()
    }
}
