//! Doors: who can help this company, why, and how sure that is.
//!
//! Additive rules with weights from the region's data (method §9); every point of a score comes with a sentence. Nothing
//! is learnt and nothing is drawn at random, so that the same company on the same day gets the same list. The module
//! knows neither screen nor paper, and today's date is handed in.

mod axes;
mod card;
mod centres;
mod clusters;
mod company;
mod education;
mod first;
mod offers;
mod rules;
mod s3;
mod score;
mod services;
mod training;

pub use card::{Card, Kind, Reason, Strength};
pub use first::{Ask, FirstDoor};
pub use offers::{Offered, offers};
pub use rules::{Points, RULES, Rule, Use};

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::assessment::choices::DoorChoices;
use crate::pack::region::Region;
use crate::text::Language;
use card::settle;
use company::Company;

/// What is known of a company. Whatever is missing or unknown to the region is left out of account.
#[derive(Clone, Copy, Debug)]
pub struct Profile<'a> {
    /// Edition of the code: `2007` or `2025`.
    pub edition: &'a str,
    /// ATECO code at any depth; empty where it is not known.
    pub code: &'a str,
    /// Sector family of the activity.
    pub family: &'a str,
    /// Two letters.
    pub province: Option<&'a str>,
    /// People employed.
    pub employees: Option<u32>,
    /// Ids of supply chains.
    pub supply_chains: &'a [String],
    /// Ids of technology interests.
    pub interests: &'a [String],
    /// Ids of wishes.
    pub wishes: &'a [String],
    /// Whether there is a project idea; none where it was not asked.
    pub project_idea: Option<bool>,
    /// What the company decided: doors kept in front or put aside, rules that do not count.
    pub choices: &'a DoorChoices,
}

/// Where the company stands. What is not published is none and never counts as a gap.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// Total score, 0..=100.
    pub total: Option<f64>,
    /// Level, 0..=5.
    pub level: Option<u8>,
    /// Score of each dimension by its id, 0..=100.
    pub dimensions: BTreeMap<String, Option<f64>>,
}

/// Everything found for a company; each list begins with what the company keeps in front, then the best first.
#[derive(Clone, Debug, PartialEq)]
pub struct Doors {
    /// Clusters that match.
    pub clusters: Vec<Card>,
    /// The region's other clusters, without a strength.
    pub other_clusters: Vec<Card>,
    /// The region's own competence centre, then others that fit an interest better.
    pub competence_centres: Vec<Card>,
    /// All axes of the region's own centre, the fitting one first.
    pub axes: Vec<Card>,
    /// Specialisation areas of 2014-2020.
    pub s3_areas: Vec<Card>,
    /// Ecosystems of 2021-2027.
    pub ecosystems: Vec<Card>,
    /// The areas that do not match, so that the vocabulary is whole.
    pub other_areas: Vec<Card>,
    /// The ecosystems that do not.
    pub other_ecosystems: Vec<Card>,
    /// Training topics, balanced over the dimensions.
    pub training: Vec<Card>,
    /// Universities.
    pub universities: Vec<Card>,
    /// ITS academies.
    pub its_academies: Vec<Card>,
    /// Services that are not known to be over.
    pub services: Vec<Card>,
    /// Services that are over today, for the record.
    pub past_services: Vec<Card>,
    /// What the company has put aside, out of every list, in their order.
    pub dismissed: Vec<Card>,
    /// At whose door to knock at first.
    pub first: Vec<FirstDoor>,
    /// What the company could still say to get a better list.
    pub asks: Vec<Ask>,
    /// What calls of today ask for of the two vocabularies of specialisation.
    pub s3_note: String,
    /// From which score on a match is medium, and from which strong.
    pub thresholds: [f64; 2],
    /// The rules that give points, with whether they count.
    pub rules: Vec<Rule>,
    /// A remark on the activity, where the region has one.
    pub remark: Option<String>,
}

/// Finds the doors of a company.
///
/// `today` decides which offers are over; `language` decides the texts alone, never ids, scores or order.
#[must_use]
pub fn matches(region: &Region, profile: &Profile<'_>, standing: &Standing, today: Date, language: Language) -> Doors {
    let company = Company::new(region, profile, standing, today, language);
    let s3_areas = s3::areas(&company);
    let clusters = clusters::clusters(&company);
    let found = company::Found::new(&s3_areas, &clusters);
    let universities = education::universities(&company, &found);
    let first = first::first(&company, &clusters, &universities);
    let (services, past_services) = services::services(&company, &first);
    // In the order of `groups`, which is that of the list of what was put aside.
    let mut dismissed = Vec::new();
    let mut settle = |ranked| settle(&company, ranked, &mut dismissed);
    let (clusters, other_clusters) = settle(clusters).split();
    let competence_centres = settle(centres::centres(&company)).list();
    let axes = settle(axes::axes(&company)).list();
    let (s3_areas, other_areas) = settle(s3_areas).split();
    let (ecosystems, other_ecosystems) = settle(s3::ecosystems(&company, &found)).split();
    Doors {
        clusters,
        competence_centres,
        axes,
        s3_areas,
        other_areas,
        ecosystems,
        other_ecosystems,
        training: settle(training::training(&company, &found)).list(),
        services: settle(services).list(),
        universities: settle(universities).list(),
        its_academies: settle(education::its_academies(&company, &found)).list(),
        other_clusters,
        past_services: settle(past_services).list(),
        dismissed,
        asks: first::asks(&company),
        s3_note: region.strategy.relevance.get(language).to_owned(),
        thresholds: [region.rules.strength.medium, region.rules.strength.strong],
        rules: rules::of(&company),
        remark: company.links.and_then(|l| l.links.note.as_ref()).map(|note| note.get(language).to_owned()),
        first,
    }
}

impl Doors {
    /// Ids of the rules that do not count.
    pub fn rules_off(&self) -> impl Iterator<Item = &'static str> {
        self.rules.iter().filter(|rule| !rule.on).map(|rule| rule.id)
    }

    /// The card with this id, in whichever list.
    #[must_use]
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.groups().into_iter().flat_map(|(_, cards)| cards).find(|c| c.id == id)
    }

    /// The lists with their ids, in the order in which they are shown; `other_clusters` and `past_services` are no
    /// recommendations.
    #[must_use]
    pub fn groups(&self) -> [(&'static str, &[Card]); 11] {
        [
            ("clusters", &self.clusters),
            ("competence_centres", &self.competence_centres),
            ("axes", &self.axes),
            ("s3_areas", &self.s3_areas),
            ("ecosystems", &self.ecosystems),
            ("training", &self.training),
            ("services", &self.services),
            ("universities", &self.universities),
            ("its_academies", &self.its_academies),
            ("other_clusters", &self.other_clusters),
            ("past_services", &self.past_services),
        ]
    }
}
