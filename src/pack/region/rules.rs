//! Weights and thresholds of the matching, as `region.json` has them under `rules`.
//!
//! Their meaning is method §9. All points are additive and at least 0.

use serde::Deserialize;

/// All rules.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Clusters, specialisation areas and the region's own competence centre.
    pub score: ScoreRules,
    /// From which score on a card is shown, and how strong it is.
    pub strength: StrengthRules,
    /// How many reasons a card lists at most.
    pub reasons_shown: usize,
    /// After this many months without new evidence a record counts as old.
    pub stale_after_months: i32,
    /// Ecosystems of the 2021-2027 strategy.
    pub ecosystem: EcosystemRules,
    /// Universities and ITS academies.
    pub higher_education: HigherEducationRules,
    /// Competence centres elsewhere.
    pub centres: CentreRules,
    /// The axes of the region's own competence centre.
    pub axes: AxisRules,
    /// What counts as a gap.
    pub gaps: GapRules,
    /// Training topics.
    pub training: TrainingRules,
    /// Services.
    pub services: ServiceRules,
    /// At whose door to knock at first.
    pub first: FirstRules,
}

/// Points for clusters, areas and the region's own centre; they add up to 100.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreRules {
    /// The activity is typical.
    pub ateco_primary: f64,
    /// The activity is possible.
    pub ateco_secondary: f64,
    /// A supply chain the company named.
    pub supply_chain: f64,
    /// Each shared technology interest.
    pub interest: f64,
    /// All shared interests together, at most.
    pub interest_max: f64,
    /// A shared ecosystem.
    pub ecosystem: f64,
    /// A seat in the company's province.
    pub province: f64,
}

/// Lower thresholds of the strengths, on the score.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StrengthRules {
    /// From here on a card is shown.
    pub show: f64,
    /// From here on the match is medium.
    pub medium: f64,
    /// From here on it is strong.
    pub strong: f64,
}

/// Points for ecosystems.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EcosystemRules {
    /// The activity goes with it.
    pub ateco: f64,
    /// A supply chain the company named goes with it.
    pub supply_chain: f64,
    /// It goes with an area found for the company.
    pub area: f64,
}

/// Points for universities and ITS academies.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HigherEducationRules {
    /// It works on an area found for the company.
    pub area: f64,
    /// It has a site in the company's province or in one next to it.
    pub province: f64,
    /// It has a link with a cluster found for the company.
    pub cluster: f64,
}

/// Points for competence centres elsewhere.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CentreRules {
    /// An interest is its main theme.
    pub better_fit: f64,
}

/// What chooses the fitting axis. Thresholds are scores 0..=100.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AxisRules {
    /// A total below this leads to orientation.
    pub overall_below: f64,
    /// The dimension of strategy.
    pub strategy_dimension: String,
    /// A strategy below this leads to orientation.
    pub strategy_below: f64,
    /// The dimension of people.
    pub people_dimension: String,
    /// People at least this much below the mean lead to training.
    pub people_below_mean: f64,
    /// A total from here on allows implementation.
    pub implementation_from: f64,
    /// The axis of orientation, also the one to start with where no rule chooses.
    pub orientation: String,
    /// The axis of training.
    pub people: String,
    /// The axis of projects.
    pub implementation: String,
    /// Points of the fitting axis.
    pub first: f64,
    /// Points of another axis whose rule also holds.
    pub other: f64,
    /// Points of the axis to start with where no rule holds.
    pub starting: f64,
}

/// A gap is what a dimension lacks to the target.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GapRules {
    /// Target score by the company's level, level 0 first: the threshold of the next level.
    pub target_by_level: Vec<f64>,
    /// Target where the company has no level yet.
    pub target_without_level: f64,
}

/// Points for training topics.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrainingRules {
    /// A gap of 100 in every dimension of the topic; proportional below.
    pub gap: f64,
    /// The topic suits the company's level.
    pub level: f64,
    /// The topic is for the people a company of this size sends.
    pub audience: f64,
    /// The topic is for an area found for the company.
    pub area: f64,
    /// Each technology interest the topic is about.
    pub interest: f64,
    /// At most this many topics for one dimension.
    pub per_dimension: usize,
    /// Levels below this count as this one, since no topic is for less.
    pub lowest_level: u8,
    /// Whom a company sends, by employees, rising; the last has no bound.
    pub audience_by_size: Vec<AudienceBySize>,
}

/// Whom a company of a size sends to training.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AudienceBySize {
    /// Employees, at most.
    pub up_to: Option<u32>,
    /// Audiences.
    pub audiences: Vec<String>,
}

/// Points for services.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceRules {
    /// It is for every company.
    pub always: f64,
    /// It serves the company's province and not all.
    pub same_province: f64,
    /// It is among the first doors.
    pub first: f64,
    /// It answers a wish.
    pub wish: f64,
    /// It serves a dimension with a gap, and few others.
    pub gap_narrow: f64,
    /// It serves a dimension with a gap among many.
    pub gap_wide: f64,
    /// A service of up to this many dimensions serves few.
    pub narrow_up_to: usize,
    /// It is above all for the company's sector family.
    pub suits: f64,
}

/// At whose door to knock at first.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstRules {
    /// A company with fewer employees is micro and starts at the desk.
    pub micro_below: u32,
    /// Divisions of manufacturing, the same in both editions; their companies start at the centre.
    pub centre_divisions: Vec<String>,
    /// Competence centres to start at.
    pub centre: Vec<String>,
    /// Services to start at beside the centre.
    pub centre_services: Vec<String>,
    /// Category of the desks.
    pub desk_category: String,
    /// Services named after the desk.
    pub also: Vec<String>,
    /// Divisions whose projects are research.
    pub research_divisions: Vec<String>,
    /// Wishes that make a project idea a research project.
    pub research_wishes: Vec<String>,
}
