//! The rules that clusters, areas and the region's own competence centre share (method §9, rule 1).

use super::card::Tally;
use super::company::{Company, list};
use crate::pack::region::{Interest, LocalizedList, SupplyChain};
use crate::text::Language;

/// What the shared rules look at.
pub(super) struct Target<'a> {
    /// Which sentences are used: `cluster`, `area` or `centre`.
    pub(super) sentences: &'static str,
    /// Name inside a sentence.
    pub(super) name: &'a str,
    /// Whether the company's activity is typical.
    pub(super) primary: bool,
    /// Whether it is possible.
    pub(super) secondary: bool,
    /// Named supply chains that lead here.
    pub(super) chains: Vec<&'a SupplyChain>,
    pub(super) keywords: &'a LocalizedList,
    pub(super) ecosystems: &'a [String],
    pub(super) provinces: &'a [String],
}

/// Lets the shared rules fire.
pub(super) fn tally<'a>(company: &Company<'a>, target: &Target<'_>) -> Tally<'a> {
    let rules = &company.region.rules.score;
    let mut tally = Tally::new(company);
    let key = |what: &str| format!("reason.{}.{what}", target.sentences);
    let activity = [("code", company.code.as_str()), ("name", target.name)];
    if target.primary {
        tally.add("ateco_primary", rules.ateco_primary, company.say(&key("ateco_primary"), &activity));
    } else if target.secondary {
        tally.add("ateco_secondary", rules.ateco_secondary, company.say(&key("ateco_secondary"), &activity));
    }
    if !target.chains.is_empty() {
        let names: Vec<&str> = target.chains.iter().map(|c| c.name.get(company.language)).collect();
        let text = company.say("reason.supply_chain", &[("chains", &list(&names))]);
        tally.add("supply_chain", rules.supply_chain, text);
    }
    let shared = shared_interests(company, target.keywords);
    if !shared.is_empty() {
        let count = shared.iter().fold(0.0, |n, _| n + 1.0);
        let names = company.interest_names(&shared);
        let text = company.say("reason.interest", &[("interests", &names), ("name", target.name)]);
        tally.add("interest", (rules.interest * count).min(rules.interest_max), text);
    }
    let own = company.links.map_or(&[][..], |l| &l.links.ecosystems);
    let ecosystems = company.region.ecosystems.iter();
    let shared = ecosystems.filter(|e| own.contains(&e.id) && target.ecosystems.contains(&e.id));
    let names: Vec<&str> = shared.map(|e| e.name.get(company.language)).collect();
    if !names.is_empty() {
        let text = company.say("reason.ecosystem", &[("ecosystems", &list(&names))]);
        tally.add("ecosystem", rules.ecosystem, text);
    }
    if let Some(province) = company.province.filter(|p| target.provinces.contains(&p.code)) {
        let text = company.say("reason.province", &[("province", province.name.get(company.language))]);
        tally.add("province", rules.province, text);
    }
    tally
}

/// Whether the activity brought points, so that its caveat is due.
pub(super) fn by_activity(tally: &Tally<'_>) -> bool {
    tally.has("ateco_primary") || tally.has("ateco_secondary")
}

/// The company's interests that these keywords mean. The English keywords are compared, whatever the language.
pub(super) fn shared_interests<'a>(company: &Company<'a>, keywords: &LocalizedList) -> Vec<&'a Interest> {
    let keywords = keywords.get(Language::EN);
    let means = |i: &&&Interest| i.keywords.iter().any(|k| keywords.iter().any(|other| other.eq_ignore_ascii_case(k)));
    company.interests.iter().filter(means).copied().collect()
}
