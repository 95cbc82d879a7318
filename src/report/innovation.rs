//! What the company can say of itself on the region's innovation platform, and the draft of a challenge: text to paste.
//!
//! It says what the answers and the plan say and invents nothing: what only the company knows stands in brackets, to be filled
//! in by hand.

use super::document::{Source, activity_text, province_text};
use super::plan::quarter;
use super::words;
use crate::assessment::choices::Stage;
use crate::assessment::combine::Combined;
use crate::pack::measures::MeasureText;
use crate::roadmap::{Agenda, Entry, Plan};
use crate::text::{Arg, Language, capitalised, date, euros, t, ta};

/// Planned measures that are named.
const MEASURES: usize = 8;

/// Part of a profile on the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Themes,
    Skills,
    Needs,
    Collaborations,
}

impl Part {
    const ALL: [Self; 4] = [Self::Themes, Self::Skills, Self::Needs, Self::Collaborations];

    /// What a field of the platform's form is about, told by how one of its words begins; the region's data has words, no ids.
    fn of(field: &str) -> Option<Self> {
        let field = field.to_lowercase();
        let begins = |stem: &&str| field.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(*stem));
        Self::ALL.into_iter().find(|part| part.stems().iter().any(&begins))
    }

    fn stems(self) -> &'static [&'static str] {
        match self {
            Self::Themes => &["tema", "temi", "theme", "topic"],
            Self::Skills => &["competen", "skill"],
            Self::Needs => &["fabbisogn", "bisogn", "need"],
            Self::Collaborations => &["collabora", "partner"],
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Themes => "innovation-themes",
            Self::Skills => "innovation-skills",
            Self::Needs => "innovation-needs",
            Self::Collaborations => "innovation-collaborations",
        }
    }
}

/// The sheet as plain text; `plan` holds what there is to choose from and, where measures that must be in fit, the plan.
#[must_use]
pub fn sheet(s: &Source<'_>, plan: Option<(&Agenda<'_>, Option<&Plan>)>) -> String {
    let mut page = Page { s, text: String::new() };
    page.text.push_str(&format!("{}\n{}\n\n", s.t("innovation-title").to_uppercase(), s.name()));
    page.text.push_str(&ta(s.language, "innovation-origin", &[("date", date(s.language, s.date).into())]));
    page.text.push('\n');
    page.heading(&s.t("innovation-company"));
    page.company();
    let asked = s.region.services.iter().find_map(|service| service.profile_fields.as_ref());
    let fields = asked.map_or(&[][..], |fields| fields.get(s.language));
    for (n, (heading, part)) in parts(fields, s.language).into_iter().enumerate() {
        page.heading(&format!("{}. {}", n + 1, capitalised(&heading)));
        match part {
            Some(Part::Themes) => page.themes(),
            Some(Part::Skills) => page.skills(),
            Some(Part::Needs) => page.needs(plan),
            Some(Part::Collaborations) => page.collaborations(),
            // The platform asks for something this program knows nothing about.
            None => page.bullet(&page.gap(&heading)),
        }
    }
    page.challenge(plan);
    page.text
}

/// The parts in the order in which the platform's form asks for them, under its own words; then those it does not name.
fn parts(fields: &[String], language: Language) -> Vec<(String, Option<Part>)> {
    let mut found: Vec<(String, Option<Part>)> = Vec::new();
    for field in fields {
        let part = Part::of(field).filter(|part| found.iter().all(|(_, known)| *known != Some(*part)));
        found.push((field.clone(), part));
    }
    for part in Part::ALL {
        if found.iter().all(|(_, known)| *known != Some(part)) {
            found.push((t(language, part.heading()), Some(part)));
        }
    }
    found
}

/// The text being written.
struct Page<'a> {
    s: &'a Source<'a>,
    text: String,
}

impl Page<'_> {
    fn heading(&mut self, heading: &str) {
        self.text.push_str(&format!("\n{}\n", heading.to_uppercase()));
    }

    fn bullet(&mut self, words: &str) {
        self.text.push_str(&format!("- {}\n", words.trim()));
    }

    /// A line of the texts.
    fn say(&mut self, key: &str, places: &[(&str, Arg<'_>)]) {
        self.bullet(&ta(self.s.language, key, places));
    }

    /// What only the company knows, in brackets.
    fn gap(&self, what: &str) -> String {
        format!("[{}]", ta(self.s.language, "innovation-gap", &[("what", what.into())]))
    }

    fn gap_of(&self, key: &str) -> String {
        self.gap(&self.s.t(key))
    }

    /// «Label: words», or the label with a gap where there are none.
    fn known(&mut self, label: &str, words: Option<String>, gap: &str) {
        let words = words.filter(|words| !words.trim().is_empty()).unwrap_or_else(|| self.gap_of(gap));
        let label = self.s.t(label);
        self.bullet(&format!("{label}: {}", words.trim()));
    }

    fn answer(&self, id: &str) -> Option<&Combined> {
        self.s.sheet.answer(self.s.pack, id)
    }

    /// The labels of what was chosen, without the option that says nothing was.
    fn chosen(&self, id: &str) -> Option<String> {
        let item = self.s.pack.item(id)?;
        let text = self.s.pack.item_text(self.s.language, id);
        let options = self.answer(id)?.options().iter().filter(|o| !matches!(o.as_str(), "none" | "not-yet"));
        let labels: Vec<String> = options.map(|o| words::option_label(item, text, o)).collect();
        (!labels.is_empty()).then(|| labels.join("; "))
    }

    fn company(&mut self) {
        let s = self.s;
        let company = &s.assessment.company;
        self.known("innovation-activity", activity_text(s.assessment, s.language), "innovation-activity-gap");
        let town = Some(company.town.trim().to_owned()).filter(|town| !town.is_empty());
        let place: Vec<String> = [town, province_text(s)].into_iter().flatten().collect();
        self.known("innovation-place", Some(place.join(", ")), "innovation-place-gap");
        self.known("innovation-people", company.employees.map(|n| n.to_string()), "innovation-people-gap");
        self.known("innovation-website", None, "innovation-website-gap");
    }

    fn themes(&mut self) {
        self.known("innovation-interests", self.chosen("P10"), "innovation-interests-gap");
        self.known("innovation-chains", self.chosen("P9"), "innovation-chains-gap");
        let doors = self.s.doors;
        let mut matched = false;
        for (label, cards) in [("doors-s3-areas", &doors.s3_areas), ("doors-ecosystems", &doors.ecosystems)] {
            if !cards.is_empty() {
                let names: Vec<&str> = cards.iter().map(|card| card.name.as_str()).collect();
                self.bullet(&format!("{}: {}", self.s.t(label), names.join("; ")));
                matched = true;
            }
        }
        if matched {
            self.say("innovation-matched", &[]);
        } else {
            self.bullet(&self.gap_of("innovation-areas-gap"));
        }
    }

    fn skills(&mut self) {
        let s = self.s;
        for point in words::strengths(s.pack, s.scores, s.language) {
            self.bullet(&format!("{}: {}", point.name, point.clause));
        }
        self.bullet(&self.gap_of("innovation-skills-gap"));
        self.bullet(&self.gap_of("innovation-proof-gap"));
    }

    fn needs(&mut self, plan: Option<(&Agenda<'_>, Option<&Plan>)>) {
        let s = self.s;
        self.known("innovation-goals", self.chosen("O1"), "innovation-goals-gap");
        for point in words::gaps(s.pack, s.scores, s.language) {
            self.bullet(&format!("{}: {}", point.name, point.clause));
        }
        let Some((agenda, Some(plan))) = plan.filter(|(_, plan)| plan.is_some_and(|plan| !plan.steps.is_empty()))
        else {
            self.known("innovation-planned", None, "innovation-planned-gap");
            return;
        };
        for step in plan.steps.iter().take(MEASURES) {
            let entry = &agenda.entries[step.place];
            let name = &agenda.catalogue.measure_text(s.language, &entry.id).name;
            if is_started(entry) {
                self.say("innovation-started", &[("measure", name.into())]);
            } else {
                let when = quarter(s.language, plan.quarter(step.start));
                self.say("innovation-planned-measure", &[("measure", name.into()), ("quarter", when.into())]);
            }
        }
    }

    fn collaborations(&mut self) {
        self.known("innovation-sought", self.chosen("P11"), "innovation-sought-gap");
        self.known("innovation-offered", None, "innovation-offered-gap");
        let idea = self.answer("P12").and_then(Combined::yes);
        let words = match idea {
            Some(true) => Some(format!("{}. {}", self.s.t("answer-yes"), self.gap_of("innovation-idea-gap"))),
            Some(false) => Some(self.s.t("innovation-idea-none")),
            None => None,
        };
        self.known("innovation-idea", words, "innovation-idea-gap");
    }

    /// The draft of a challenge, about the measure that would bring most.
    fn challenge(&mut self, plan: Option<(&Agenda<'_>, Option<&Plan>)>) {
        let s = self.s;
        self.heading(&s.t("challenge-title"));
        let about = plan.and_then(|(agenda, plan)| Some((agenda, plan, best(agenda, plan)?)));
        let text: Option<&MeasureText> =
            about.map(|(agenda, _, entry)| agenda.catalogue.measure_text(s.language, &entry.id));
        let said = |of: fn(&MeasureText) -> &String| text.map(|text| of(text).clone());
        self.known("challenge-name", said(|text| &text.name), "challenge-name-gap");

        let raised = about.and_then(|(_, _, entry)| lowest(entry));
        let step = |item: &str, step: f64| {
            let words = s.pack.item_text(s.language, item).steps.get(step as usize)?;
            Some(ta(s.language, "challenge-quote", &[("words", words.trim_end_matches('.').into())]))
        };
        let today = raised.and_then(|(item, from, _)| step(item, from));
        self.known("challenge-context", today, "challenge-context-gap");
        let goal = raised.and_then(|(item, _, to)| step(item, f64::from(to)));
        let question = goal.map(|goal| ta(s.language, "challenge-question-words", &[("goal", goal.into())]));
        self.known("challenge-question", question, "challenge-question-gap");

        self.heading(&s.t("challenge-must"));
        self.bullet(&said(|text| &text.what).unwrap_or_else(|| self.gap_of("challenge-must-gap")));
        self.bullet(&self.gap_of("challenge-systems-gap"));

        self.heading(&s.t("challenge-limits"));
        // The purse is that of the whole plan; what goes into this is the company's to say.
        let budget = s.assessment.plan.frame.budget.filter(|euro| euro.is_finite() && *euro >= 0.0);
        let budget = budget.map(|euro| ta(s.language, "challenge-up-to", &[("euros", euros(s.language, euro).into())]));
        if let Some(words) = budget.or_else(|| self.chosen("O4")) {
            self.say("challenge-budget-all", &[("budget", words.into())]);
        }
        self.known("challenge-budget", None, "challenge-budget-gap");
        let when = about.and_then(|(agenda, plan, entry)| {
            let plan = plan?;
            let step = plan.step(agenda.place(&entry.id)?)?;
            let named = |count| quarter(s.language, plan.quarter(count));
            let (from, to) = (named(step.start), named(step.end));
            Some(if from == to {
                ta(s.language, "challenge-when-one", &[("quarter", from.into())])
            } else {
                ta(s.language, "challenge-when-planned", &[("from", from.into()), ("to", to.into())])
            })
        });
        self.known("challenge-when", when, "challenge-when-gap");
        if let Some(duties) = self.chosen("O5") {
            self.bullet(&format!("{}: {duties}", s.t("challenge-duties")));
        }

        self.heading(&s.t("challenge-success"));
        self.known("challenge-kpi", said(|text| &text.kpi), "challenge-kpi-gap");
        let baseline = said(|text| &text.baseline).map(|how| self.gap(how.trim_end_matches('.')));
        self.known("challenge-baseline", baseline, "challenge-baseline-gap");
        self.known("challenge-target", None, "challenge-target-gap");
        self.known("challenge-closes", said(|text| &text.evidence), "challenge-closes-gap");

        self.heading(&s.t("challenge-contact"));
        self.known("challenge-person", Some(s.assessment.company.contact.clone()), "challenge-person-gap");
        self.known("challenge-reach", None, "challenge-reach-gap");
    }
}

fn is_started(entry: &Entry) -> bool {
    entry.progress.as_ref().is_some_and(|progress| progress.stage == Stage::Started)
}

/// The measure that brings most points among those of the plan; without a plan, among those that can be chosen.
fn best<'a>(agenda: &'a Agenda<'_>, plan: Option<&Plan>) -> Option<&'a Entry> {
    let planned = plan.map(|plan| plan.steps.iter().map(|step| step.place).collect::<Vec<_>>());
    let places = planned.filter(|places| !places.is_empty()).unwrap_or_else(|| (0..agenda.entries.len()).collect());
    let gainful = places.into_iter().map(|place| &agenda.entries[place]).filter(|entry| entry.gain > 0.0);
    // The first of equals.
    gainful.reduce(|best, entry| if entry.gain > best.gain { entry } else { best })
}

/// The ladder a measure lifts farthest: its id, its step today and the step it comes to.
fn lowest(entry: &Entry) -> Option<(&str, f64, u8)> {
    let raised = entry.raises.iter().filter_map(|raise| Some((raise.item.as_str(), raise.from?, raise.to)));
    let lifted = |(_, from, to): &(&str, f64, u8)| f64::from(*to) - from;
    raised.filter(|r| lifted(r) > 0.0).reduce(|best, r| if lifted(&r) > lifted(&best) { r } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_follow_the_form_whatever_it_asks() {
        let fields = ["fabbisogni", "sistemi in uso", "collaborazioni", "bisogni di personale"].map(str::to_owned);
        let found = parts(&fields, Language::IT);
        let part = |n: usize| found.get(n).and_then(|(_, part)| *part);
        assert_eq!((part(0), part(1), part(2)), (Some(Part::Needs), None, Some(Part::Collaborations)));
        assert_eq!(part(3), None, "a part stands in one place");
        assert_eq!((part(4), part(5), found.len()), (Some(Part::Themes), Some(Part::Skills), 6), "nothing is left out");
        let none = parts(&[], Language::EN);
        assert_eq!(none.iter().map(|(_, part)| *part).collect::<Vec<_>>(), Part::ALL.map(Some));
        assert_eq!(none.first().map(|(heading, _)| heading.as_str()), Some("Themes"));
    }
}
