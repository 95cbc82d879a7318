//! A card: one door with its score, reasons and caveats; and how cards are ranked.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::company::Company;
use super::rules;
use crate::assessment::choices::DoorChoices;
use crate::pack::region::{Availability, Confidence, Localized, Provenance};
use crate::text::{self, Language};

/// What a card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A technology cluster.
    Cluster,
    /// A competence centre.
    CompetenceCentre,
    /// An axis of the region's own competence centre.
    Axis,
    /// A specialisation area of 2014-2020.
    S3Area,
    /// An ecosystem of 2021-2027.
    Ecosystem,
    /// A training topic.
    Training,
    /// A university.
    University,
    /// An ITS academy.
    ItsAcademy,
    /// A service, hub, desk, tool or incentive.
    Service,
}

impl Kind {
    /// The kind as a word for files and text keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Cluster => "cluster",
            Self::CompetenceCentre => "competence_centre",
            Self::Axis => "axis",
            Self::S3Area => "s3_area",
            Self::Ecosystem => "ecosystem",
            Self::Training => "training",
            Self::University => "university",
            Self::ItsAcademy => "its_academy",
            Self::Service => "service",
        }
    }
}

/// How strong a match is, by the region's thresholds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Strength {
    /// Worth a look.
    ToExplore,
    /// Medium.
    Medium,
    /// Strong.
    Strong,
}

impl Strength {
    /// The strength as a word for files and text keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ToExplore => "to_explore",
            Self::Medium => "medium",
            Self::Strong => "strong",
        }
    }
}

/// A rule that fired.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Id of the rule, the same in every language.
    pub rule: &'static str,
    /// What it added to the score; 0 for a reason that gives a place but no points.
    pub points: f64,
    /// The reason as a sentence without a full stop.
    pub text: String,
}

/// One door.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Id in the region's directory.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// The acronym it goes by in reasons, where a source has one.
    pub acronym: Option<String>,
    /// What it does.
    pub what: String,
    /// Where it is.
    pub place: Option<String>,
    /// Address on the web, without scheme.
    pub website: Option<String>,
    /// Sum of the points of all rules that fired, also of those not listed.
    pub score: f64,
    /// Strength of the match; none for what is listed without one.
    pub strength: Option<Strength>,
    /// The reasons that weigh most, the heaviest first.
    pub reasons: Vec<Reason>,
    /// What to mind, one sentence or remark each.
    pub caveats: Vec<String>,
    /// What to mind about the age of the facts, which nearly every card has.
    pub dated: Option<String>,
    /// Whether an offer can be had today, as far as is known; none for what is no offer.
    pub availability: Option<Availability>,
    /// Dimensions of maturity it serves, where that is known.
    pub dimensions: Vec<String>,
    /// Where the facts come from.
    pub sources: Vec<String>,
    /// Date of the newest evidence, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub as_of: String,
    /// Whether it is to be verified before it is relied on.
    pub verify: bool,
    /// Why the company keeps it in front, perhaps without a word; none where it does not.
    pub pinned: Option<String>,
    /// Why the company has put it aside, perhaps without a word; none where it has not.
    pub dismissed: Option<String>,
}

impl Card {
    /// Its name in the company's file, where pins and dismissals are kept: the id in the region's directory, for an
    /// ecosystem with the kind before it, since areas bear the same ids.
    #[must_use]
    pub fn key(&self) -> String {
        match self.kind {
            Kind::Ecosystem => format!("{}:{}", self.kind.code(), self.id),
            _ => self.id.clone(),
        }
    }

    /// Everything to mind, that of the facts' age last.
    pub fn all_caveats(&self) -> impl Iterator<Item = &str> {
        self.caveats.iter().chain(&self.dated).map(String::as_str)
    }
}

/// Reasons while they are collected.
#[derive(Debug)]
pub(super) struct Tally<'a> {
    reasons: Vec<Reason>,
    /// What the company has decided about rules.
    choices: &'a DoorChoices,
}

impl<'a> Tally<'a> {
    /// Without a reason yet.
    pub(super) fn new(company: &Company<'a>) -> Self {
        Self { reasons: Vec::new(), choices: company.profile.choices }
    }

    /// Adds a reason, unless its rule does not count.
    pub(super) fn add(&mut self, rule: &'static str, points: f64, text: String) {
        if rules::counts(self.choices, rule) {
            self.reasons.push(Reason { rule, points, text });
        }
    }

    /// Whether a rule fired.
    pub(super) fn has(&self, rule: &str) -> bool {
        self.reasons.iter().any(|r| r.rule == rule)
    }

    /// The sum of the points; not `sum()`, whose result for no reason at all is −0.
    pub(super) fn score(&self) -> f64 {
        self.reasons.iter().fold(0.0, |sum, r| sum + r.points)
    }
}

/// The parts of a record that every card takes over.
pub(super) struct Face<'a> {
    pub(super) id: &'a str,
    pub(super) kind: Kind,
    pub(super) name: &'a Localized,
    pub(super) what: String,
    pub(super) website: Option<&'a String>,
    pub(super) provenance: &'a Provenance,
}

/// A card with what decides its place in a list.
pub(super) struct Ranked {
    pub(super) card: Card,
    /// Whether a typical activity led to it.
    primary: bool,
    /// 2 in the company's province, 1 in one next to it, else 0.
    nearness: u8,
    /// Its name in Italian, so that the order does not depend on the reader's language.
    name: String,
    /// Whether the rules put it into its list; the company may want it there all the same.
    listed: bool,
}

impl Ranked {
    /// A card from a record and the rules that fired, with the caveats that every record has.
    pub(super) fn new(company: &Company<'_>, face: Face<'_>, tally: Tally<'_>) -> Self {
        let score = tally.score();
        let primary = tally.has("ateco_primary");
        let mut reasons = tally.reasons;
        reasons.sort_by(|a, b| b.points.total_cmp(&a.points));
        reasons.truncate(company.region.rules.reasons_shown);
        let mut caveats = Vec::new();
        let mut dated = None;
        let provenance = face.provenance;
        if provenance.confidence == Confidence::General {
            caveats.push(company.say("caveat.general", &[]));
        }
        if face.website.is_some() && provenance.is_unverified("website") {
            caveats.push(company.say("caveat.website", &[]));
        }
        let as_of = text::loose_date(company.language, &provenance.as_of);
        let stale = is_stale(&provenance.as_of, company.today, company.region.rules.stale_after_months);
        if stale {
            dated = Some(company.say("caveat.stale", &[("as_of", &as_of)]));
        } else if provenance.verify_before_use {
            dated = Some(company.say("caveat.verify", &[("as_of", &as_of)]));
        }
        let strength = company.strength(score);
        let card = Card {
            id: face.id.to_owned(),
            kind: face.kind,
            name: face.name.get(company.language).to_owned(),
            acronym: None,
            what: face.what,
            place: None,
            website: face.website.cloned(),
            score,
            strength,
            reasons,
            caveats,
            dated,
            availability: None,
            dimensions: Vec::new(),
            sources: provenance.sources.iter().map(|s| s.get(company.language).to_owned()).collect(),
            as_of: provenance.as_of.clone(),
            verify: provenance.verify_before_use || stale,
            pinned: None,
            dismissed: None,
        };
        let name = face.name.get(Language::IT).to_lowercase();
        Self { card, primary, nearness: 0, name, listed: strength.is_some() }
    }

    /// Says whether it is listed, where the threshold alone does not decide.
    pub(super) fn listed(mut self, listed: bool) -> Self {
        self.listed = listed;
        self
    }

    /// Takes it out of its list.
    pub(super) fn unlist(&mut self) {
        self.listed = false;
    }

    /// Sets where it is and how near that is.
    pub(super) fn at(mut self, place: Option<String>, nearness: u8) -> Self {
        self.card.place = place;
        self.nearness = nearness;
        self
    }

    /// Puts a caveat of its own before those that every record has.
    pub(super) fn caveat(mut self, text: String) -> Self {
        self.card.caveats.insert(0, text);
        self
    }

    /// Whether it is in its list by the rules alone.
    pub(super) fn is_listed(&self) -> bool {
        self.listed
    }
}

/// The cards by score; ties by typical activity, then nearness, then name, then id.
pub(super) fn rank(mut ranked: Vec<Ranked>) -> Vec<Ranked> {
    ranked.sort_by(|a, b| {
        let ties = |r: &Ranked| (Reverse(r.primary), Reverse(r.nearness), r.name.clone(), r.card.id.clone());
        b.card.score.total_cmp(&a.card.score).then_with(|| ties(a).cmp(&ties(b)))
    });
    ranked
}

/// What is left of a list once the company has had its say.
pub(super) struct Settled {
    /// What it keeps in front, in the order of the rules.
    pinned: Vec<Card>,
    /// The others, with whether the rules list them.
    others: Vec<(Card, bool)>,
}

impl Settled {
    /// The list: what is kept in front, then what the rules list.
    pub(super) fn list(self) -> Vec<Card> {
        self.split().0
    }

    /// The list, and what the rules leave out of it.
    pub(super) fn split(self) -> (Vec<Card>, Vec<Card>) {
        let (listed, unlisted): (Vec<_>, Vec<_>) = self.others.into_iter().partition(|(_, listed)| *listed);
        let cards = |list: Vec<(Card, bool)>| list.into_iter().map(|(card, _)| card);
        (self.pinned.into_iter().chain(cards(listed)).collect(), cards(unlisted).collect())
    }
}

/// Moves what the company keeps in front to the front and what it has put aside to `dismissed`. Whatever the file names
/// that the region does not have moves nothing.
pub(super) fn settle(company: &Company<'_>, ranked: Vec<Ranked>, dismissed: &mut Vec<Card>) -> Settled {
    let choices = company.profile.choices;
    let mut settled = Settled { pinned: Vec::new(), others: Vec::new() };
    for Ranked { mut card, listed, .. } in ranked {
        let key = card.key();
        card.dismissed = choices.dismissed.get(&key).cloned();
        if card.dismissed.is_some() {
            dismissed.push(card);
            continue;
        }
        card.pinned = choices.pinned.get(&key).cloned();
        if card.pinned.is_some() { settled.pinned.push(card) } else { settled.others.push((card, listed)) }
    }
    settled
}

/// Whether evidence of this date is older than so many months. Of a bare year the first day counts, of a month its
/// first, so that doubt speaks for asking again.
fn is_stale(as_of: &str, today: Date, months: i32) -> bool {
    let mut parts = as_of.split('-').map(|part| part.parse::<i32>());
    let (Some(Ok(year)), month) = (parts.next(), parts.next()) else { return true };
    let month = month.and_then(Result::ok).unwrap_or(1);
    (i32::from(today.year()) - year) * 12 + i32::from(today.month()) - month > months
}
