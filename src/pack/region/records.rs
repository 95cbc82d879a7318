//! The records of a region's directory, as `region.json` has them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::words::{Localized, LocalizedList, SourceName};
use crate::text::Language;

/// Where a record comes from and how far to trust it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// Publisher, title and date of each source.
    pub sources: Vec<SourceName>,
    /// Whether the record was seen in a source or is general knowledge.
    pub confidence: Confidence,
    /// Date of the newest evidence, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; not of the compilation.
    pub as_of: String,
    /// Fields that are general knowledge or expert judgement inside a sourced record.
    pub unverified_fields: Vec<String>,
    /// Whether a person must look at the official page before it is shown as current.
    pub verify_before_use: bool,
}

impl Provenance {
    /// Whether this field is among the unverified ones.
    #[must_use]
    pub fn is_unverified(&self, field: &str) -> bool {
        self.unverified_fields.iter().any(|f| f == field || f == "all" || f == "all fields")
    }
}

/// How a record is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Existence and main facts were seen in a named source.
    Source,
    /// General knowledge only.
    General,
}

/// An id with a name, for vocabularies.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Localized,
}

/// A province.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Province {
    /// Two letters.
    pub code: String,
    /// Name.
    pub name: Localized,
    /// Codes of the provinces of the region it borders on.
    pub adjacent: Vec<String>,
}

/// A supply chain a company can name, with what it leads to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplyChain {
    /// Stable id.
    pub id: String,
    /// Name, as inside a sentence.
    pub name: Localized,
    /// Clusters of this chain.
    pub clusters: Vec<String>,
    /// Specialisation areas of this chain.
    pub s3_areas: Vec<String>,
    /// Ecosystems of this chain.
    pub ecosystems: Vec<String>,
}

/// A technology a company can be interested in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interest {
    /// Stable id.
    pub id: String,
    /// Name, as inside a sentence.
    pub name: Localized,
    /// English keywords of records that mean this technology; the English ones are compared whatever the language.
    pub keywords: Vec<String>,
    /// Training topics about it.
    pub training: Vec<String>,
}

/// What a company can wish for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// Stable id.
    pub id: String,
    /// Name, as inside a sentence.
    pub name: Localized,
    /// The axis that answers it where no rule chooses one.
    pub axis: Option<String>,
    /// Categories of service that answer it.
    pub categories: Vec<String>,
    /// Services that answer it.
    pub services: Vec<String>,
}

/// A division whose companies are too different for two digits to tell them apart.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ambiguous {
    /// Two digits.
    pub division: String,
    /// Whether a longer code tells them apart; where not, only the supply chain does.
    pub longer_code_helps: bool,
}

/// A technology cluster.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cluster {
    /// Stable id.
    pub id: String,
    /// Official name.
    pub name: Localized,
    /// Acronym.
    pub acronym: String,
    /// What it does.
    pub description: Localized,
    /// Themes.
    pub keywords: LocalizedList,
    /// Main specialisation areas.
    pub s3_primary: Vec<String>,
    /// Other specialisation areas.
    pub s3_secondary: Vec<String>,
    /// Ecosystems of the 2021-2027 strategy.
    pub ecosystems: Vec<String>,
    /// Address on the web, without scheme.
    pub website: Option<String>,
    /// Seat as the sources have it.
    pub seat: Option<Localized>,
    /// Provinces of its seats.
    pub provinces: Vec<String>,
    /// Year of foundation.
    pub founded: Option<u16>,
    /// About the foundation.
    pub founded_note: Option<Localized>,
    /// About its members.
    pub members: Option<Localized>,
    /// Where this comes from.
    pub provenance: Provenance,
}

impl Cluster {
    /// The acronym where a source has it, else none.
    #[must_use]
    pub fn verified_acronym(&self) -> Option<&str> {
        (!self.provenance.is_unverified("acronym")).then_some(self.acronym.as_str())
    }

    /// The name in full, with the acronym that others call it by where a source has one.
    #[must_use]
    pub fn full_name(&self, language: Language) -> String {
        let name = self.name.get(language);
        match self.verified_acronym() {
            Some(acronym) if acronym != name => format!("{name} ({acronym})"),
            _ => name.to_owned(),
        }
    }
}

/// A competence centre.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompetenceCentre {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Localized,
    /// Name in full, where it differs.
    pub full_name: Option<Localized>,
    /// Whether it is the region's own.
    pub home: bool,
    /// Region of its seat.
    pub region: Localized,
    /// Town of its seat.
    pub city: Option<Localized>,
    /// Lead partner.
    pub lead: Localized,
    /// What it does.
    pub description: Localized,
    /// Themes.
    pub keywords: LocalizedList,
    /// Specialisation areas it works on.
    pub s3_areas: Vec<String>,
    /// Address on the web, without scheme.
    pub website: Option<String>,
    /// Provinces of the region it sits in.
    pub provinces: Vec<String>,
    /// When it fits better than the region's own; any of them suffices.
    pub better_fit: Vec<BetterFit>,
    /// Legal form.
    pub legal_form: Option<Localized>,
    /// Technology areas.
    #[serde(default)]
    pub technology_areas: Vec<TechnologyArea>,
    /// Figures.
    pub facts: Option<CentreFacts>,
    /// Partner universities.
    #[serde(default)]
    pub partner_universities: Vec<String>,
    /// What is nearby.
    pub neighbours: Option<Localized>,
    /// Where this comes from.
    pub provenance: Provenance,
}

/// A condition under which a centre elsewhere fits better: one of the interests, and one of the supply chains or
/// divisions where any is named.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BetterFit {
    /// Interests, one of which the company must have named.
    pub interests: Vec<String>,
    /// Supply chains.
    pub supply_chains: Vec<String>,
    /// Divisions, the same in both editions.
    pub divisions: Vec<String>,
}

/// A technology area of a competence centre.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TechnologyArea {
    /// Its theme in our words; the official names were not seen.
    pub name: Localized,
    /// Dimensions of maturity it serves.
    pub dimensions: Vec<String>,
    /// Sources.
    pub sources: Vec<SourceName>,
    /// How it is known.
    pub confidence: Confidence,
}

/// Figures of a competence centre, of the dates its notes give.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CentreFacts {
    /// Area of the site in square metres.
    pub area_m2: u32,
    /// Thematic areas.
    pub thematic_areas: u32,
    /// Demonstrators.
    pub demonstrators: u32,
    /// Technologies, at least.
    pub technologies_over: u32,
    /// Partners in all.
    pub partners: u32,
    /// Universities among them.
    pub universities: u32,
    /// Companies among them.
    pub companies: u32,
    /// Public bodies among them.
    pub public_bodies: u32,
    /// Name of the public body.
    pub public_body: String,
    /// When it started and opened.
    pub launched: Localized,
    /// Which sources count how many partners.
    pub partners_note: Localized,
    /// Results of 2024.
    pub results_2024: Localized,
}

/// One of the axes of a competence centre.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Axis {
    /// Stable id.
    pub id: String,
    /// The centre whose axis it is.
    pub centre: String,
    /// Name.
    pub name: Localized,
    /// What it does, in two or three verbs.
    pub motto: Localized,
    /// What it does.
    pub description: Localized,
    /// When it is recommended, in words; the thresholds are in the rules.
    pub recommended_when: Localized,
    /// Where this comes from.
    pub provenance: Provenance,
}

/// A specialisation area of the 2014-2020 strategy.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct S3Area {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Localized,
    /// What it covers.
    pub description: Localized,
    /// Themes.
    pub keywords: LocalizedList,
    /// Ecosystems of the 2021-2027 strategy it goes with.
    pub ecosystems: Vec<String>,
    /// Clusters of the area.
    pub clusters: Vec<String>,
    /// The period in which the area was official.
    pub period: Localized,
    /// Where this comes from.
    pub provenance: Provenance,
}

/// An ecosystem of the 2021-2027 strategy.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ecosystem {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Localized,
    /// What it covers.
    pub description: Localized,
    /// Specialisation areas of 2014-2020 it goes with.
    pub s3_areas: Vec<String>,
    /// Where this comes from.
    pub provenance: Provenance,
}

/// The 2021-2027 strategy.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strategy {
    /// Title.
    pub title: Localized,
    /// Acts that approved and updated it.
    pub acts: LocalizedList,
    /// Challenges.
    pub challenges: Vec<Localized>,
    /// Lines of action.
    pub action_lines: Vec<Localized>,
    /// About the priorities of its work programmes.
    pub priorities: Localized,
    /// How areas and ecosystems relate; shown with both.
    pub relevance: Localized,
    /// Where this comes from.
    pub provenance: Provenance,
}

/// A training topic; not a scheduled course.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Training {
    /// Stable id.
    pub id: String,
    /// The topic.
    pub name: Localized,
    /// Whom it is for.
    pub audiences: Vec<String>,
    /// How advanced.
    pub level: Localized,
    /// Forms.
    pub formats: Vec<String>,
    /// Typical duration.
    pub duration: Localized,
    /// Dimensions of maturity it serves.
    pub dimensions: Vec<String>,
    /// Who usually offers it.
    pub providers: Vec<String>,
    /// Specialisation areas it is for; empty means every area.
    pub s3_areas: Vec<String>,
    /// Sector families it is for; empty means every family.
    #[serde(default)]
    pub families: Vec<String>,
    /// From this level of maturity on, 0..=5.
    pub from_level: u8,
    /// What the reader must know.
    pub note: Localized,
    /// Where this comes from.
    pub provenance: Provenance,
}

/// A university.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct University {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Localized,
    /// Short name.
    pub short_name: String,
    /// State, non-state, online.
    #[serde(rename = "type")]
    pub kind: Localized,
    /// Town of its seat.
    pub city: String,
    /// Other towns of the region.
    pub other_seats: Vec<String>,
    /// Provinces of all of them, that of the seat first.
    pub provinces: Vec<String>,
    /// What it is strong in.
    pub strengths: LocalizedList,
    /// Specialisation areas it works on.
    pub s3_areas: Vec<String>,
    /// Clusters it has a link with.
    pub clusters: Vec<String>,
    /// Whether it is a partner of the region's own competence centre.
    pub made_partner: bool,
    /// Address on the web, without scheme.
    pub website: Option<String>,
    /// Where this comes from.
    pub provenance: Provenance,
}

/// A technological area of the ITS academies.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItsArea {
    /// Stable id.
    pub id: String,
    /// Number in the decree.
    pub number: u8,
    /// Name.
    pub name: Localized,
    /// Specialisation areas it goes with.
    pub s3_areas: Vec<String>,
    /// Where this comes from.
    pub provenance: Provenance,
}

/// An ITS academy.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItsAcademy {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Localized,
    /// Its technological area.
    pub area: String,
    /// How its area is known.
    pub area_confidence: Confidence,
    /// Seat.
    pub seat: Localized,
    /// Other towns of the region.
    pub other_seats: Vec<String>,
    /// Provinces of all of them, that of the seat first.
    pub provinces: Vec<String>,
    /// Specialisation areas it works on.
    pub s3_areas: Vec<String>,
    /// Address on the web, without scheme.
    pub website: Option<String>,
    /// What the reader must know.
    pub note: Option<Localized>,
    /// Where this comes from.
    pub provenance: Provenance,
}

/// A kind of service.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceCategory {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Localized,
    /// Points a service has for being of this kind.
    pub points: f64,
    /// Whether its services are for every company, so that no page is empty.
    pub always: bool,
}

/// Whether an offer can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Availability {
    /// It was open when last seen.
    Open,
    /// Nobody knows whether it is open.
    Verify,
    /// It is announced, not open.
    Announced,
    /// It is over.
    Closed,
}

/// A service, hub, desk, tool or incentive.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Stable id.
    pub id: String,
    /// Its kind, an id of the service categories.
    pub category: String,
    /// Name.
    pub name: Localized,
    /// Who offers it.
    pub provider: Localized,
    /// What it is.
    pub description: Localized,
    /// Whom it is for.
    pub target: Localized,
    /// Dimensions of maturity it serves.
    pub dimensions: Vec<String>,
    /// Whether it could be had at the date of the record.
    pub status: Availability,
    /// First day on which it can be had.
    pub opens: Option<Date>,
    /// Last day on which it can be had.
    pub closes: Option<Date>,
    /// What the reader must know about its dates.
    pub validity_note: Option<Localized>,
    /// Address on the web, without scheme.
    pub website: Option<String>,
    /// A second address seen.
    pub alt_website: Option<String>,
    /// Provinces it serves; empty means all.
    pub provinces: Vec<String>,
    /// Whether it is for every company, so that no page is empty.
    pub always: bool,
    /// The only sector families it is for; empty means all.
    pub only_families: Vec<String>,
    /// Sector families it is above all for.
    pub suits_families: Vec<String>,
    /// Divisions that are excluded, by edition.
    pub excluded_divisions: BTreeMap<String, Vec<String>>,
    /// The exclusions in words.
    pub exclusions: Option<Localized>,
    /// Who may do the assessment that a call asks for.
    pub accepted_assessors: Option<LocalizedList>,
    /// Figures of a grant, of the edition described.
    pub grant: Option<Grant>,
    /// Whether members of a cluster score higher in the call.
    #[serde(default)]
    pub cluster_membership_bonus: bool,
    /// Whether it comes back in editions, where that is known.
    pub recurring: Option<bool>,
    /// What a profile on the platform asks for.
    pub profile_fields: Option<LocalizedList>,
    /// The axes of the competence centre it serves.
    #[serde(default)]
    pub axes: Vec<String>,
    /// Where this comes from.
    pub provenance: Provenance,
}

/// Figures of a grant; never used to compute an amount due.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// Share of the cost, 0..=1.
    pub rate: f64,
    /// Ceiling in euro.
    pub max_eur: u32,
    /// Smallest investment in euro.
    pub min_investment_eur: u32,
}

/// Which doors the tag of a measure leads to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// The tag, as measures carry it.
    pub tag: String,
    /// Doors, the most fitting first.
    pub doors: Vec<OfferDoor>,
}

/// A door, or all services of a kind, of which a company gets those of its province.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferDoor {
    /// The list it stands in.
    pub list: OfferList,
    /// Its id in that list; none where a category is meant.
    pub id: Option<String>,
    /// A category of services; only in their list, and in the place of an id.
    pub category: Option<String>,
}

/// The lists of the directory that offers come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferList {
    /// Training topics.
    Training,
    /// Services, hubs, desks, tools and incentives.
    Services,
    /// Competence centres.
    CompetenceCentres,
    /// Technology clusters.
    Clusters,
    /// ITS academies.
    ItsAcademies,
    /// Universities.
    Universities,
}

impl OfferList {
    /// Name of the list in `region.json`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Training => "training",
            Self::Services => "services",
            Self::CompetenceCentres => "competence_centres",
            Self::Clusters => "clusters",
            Self::ItsAcademies => "its_academies",
            Self::Universities => "universities",
        }
    }
}
