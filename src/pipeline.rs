//! The whole arrow, once: what window, command line and tests evaluate.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::Date;

use crate::assessment::Assessment;
use crate::assessment::combine::combined;
use crate::assessment::sheet::{Sheet, family};
use crate::matching::{self, Doors, Offered, Profile, Standing};
use crate::pack::Pack;
use crate::pack::measures::Measure;
use crate::pack::region::Region;
use crate::report::chapters::{self, CHAPTERS};
use crate::report::document::{self, Source};
use crate::report::innovation;
use crate::report::plan_pages::{self, Planned};
use crate::report::{Edition, Report};
use crate::roadmap::{self, Agenda, NoPlan, Plan, Purse, Refusal};
use crate::scoring::uncertainty::{self, Uncertainty};
use crate::scoring::{self, Scores};
use crate::text::Language;

/// Most doors that are named for a measure.
const DOORS_OF_A_MEASURE: usize = 3;

/// Everything computed from one assessment.
#[derive(Clone, Debug)]
pub struct Evaluation<'a> {
    /// Questionnaire.
    pub pack: &'a Pack,
    /// Answers.
    pub assessment: Cow<'a, Assessment>,
    /// The same, as they count: respondents combined, routing applied.
    pub sheet: Sheet,
    /// Figures.
    pub scores: Scores,
    /// How sure they are.
    pub sure: Uncertainty,
    /// The region the doors are from.
    pub region: &'static Region,
    /// Doors.
    pub doors: Doors,
    /// The day that counts as today.
    pub date: Date,
    /// Language of every text.
    pub language: Language,
    /// The plan, made when it is first asked for.
    roadmap: OnceLock<Result<Roadmap<'a>, NoPlan>>,
}

/// What there is to choose from, and the plan for the company's own purse.
#[derive(Clone, Debug)]
pub struct Roadmap<'a> {
    /// Every measure with what it would bring and take.
    pub agenda: Agenda<'a>,
    /// The best of them, or why what must be in does not fit.
    pub plan: Result<Plan, Refusal>,
}

/// Evaluates an assessment on a given day, in a language.
#[must_use]
pub fn evaluate<'a>(pack: &'a Pack, assessment: &'a Assessment, date: Date, language: Language) -> Evaluation<'a> {
    of(pack, Cow::Borrowed(assessment), date, language)
}

/// The same, keeping the assessment inside.
#[must_use]
pub fn evaluate_owned(
    pack: &'static Pack,
    assessment: Assessment,
    date: Date,
    language: Language,
) -> Evaluation<'static> {
    of(pack, Cow::Owned(assessment), date, language)
}

fn of<'a>(pack: &'a Pack, assessment: Cow<'a, Assessment>, date: Date, language: Language) -> Evaluation<'a> {
    let sheet = Sheet::of(pack, &assessment);
    let scores = scoring::score_sheet(pack, &assessment, &sheet);
    let sure = uncertainty::simulate(pack, &sheet, &scores);
    let region = Region::in_use();
    let doors = doors(region, pack, &assessment, &scores, date, language);
    Evaluation { pack, assessment, sheet, scores, sure, region, doors, date, language, roadmap: OnceLock::new() }
}

/// The doors of an assessment whose figures are known.
#[must_use]
pub fn doors(
    region: &Region,
    pack: &Pack,
    assessment: &Assessment,
    scores: &Scores,
    date: Date,
    language: Language,
) -> Doors {
    let standing = Standing {
        total: scores.total.figure.score,
        level: scores.total.level,
        dimensions: scores.dimensions.iter().map(|d| (d.id.clone(), d.figure.score)).collect::<BTreeMap<_, _>>(),
    };
    with_profile(pack, assessment, |profile| matching::matches(region, profile, &standing, date, language))
}

/// What the matching may know of a company.
fn with_profile<T>(pack: &Pack, assessment: &Assessment, then: impl FnOnce(&Profile<'_>) -> T) -> T {
    let company = &assessment.company;
    let (edition, code) = company.ateco.as_ref().map_or(("2025", ""), |a| (a.edition.as_str(), a.code.as_str()));
    let chosen = |id: &str| pack.item(id).map_or_else(Vec::new, |item| combined(assessment, item).options().to_vec());
    let (supply_chains, interests, wishes) = (chosen("P9"), chosen("P10"), chosen("P11"));
    then(&Profile {
        edition,
        code,
        family: family(company.ateco.as_ref()),
        province: company.province.as_deref(),
        employees: company.employees,
        supply_chains: &supply_chains,
        interests: &interests,
        wishes: &wishes,
        project_idea: pack.item("P12").and_then(|item| combined(assessment, item).yes()),
        choices: &assessment.doors,
    })
}

impl<'a> Evaluation<'a> {
    /// The plan for the purse that the file names, made once.
    ///
    /// # Errors
    /// Why there is none.
    pub fn roadmap(&self) -> Result<&Roadmap<'a>, &NoPlan> {
        let made = self.roadmap.get_or_init(|| {
            let agenda = self.agenda()?;
            let choices = &self.assessment.plan;
            let plan = roadmap::plan(&agenda, &Purse::of(&agenda, choices, &choices.frame, self.date));
            Ok(Roadmap { agenda, plan })
        });
        made.as_ref()
    }

    /// Every measure with what it would bring and take.
    ///
    /// # Errors
    /// Why there is no plan.
    pub fn agenda(&self) -> Result<Agenda<'a>, NoPlan> {
        roadmap::agenda(self.pack, &self.assessment, &self.sheet, &self.scores, &self.sure)
    }

    /// What the company can say of itself on the region's innovation platform, as text to paste.
    #[must_use]
    pub fn innovation_sheet(&self) -> String {
        let made = self.roadmap().ok();
        let plan = made.map(|made| (&made.agenda, made.plan.as_ref().ok()));
        innovation::sheet(&self.source(), plan)
    }

    /// The doors at which a measure can be had: the best of each of its tags, then the second best, at most
    /// three; none that the company has put aside.
    #[must_use]
    pub fn doors_of(&self, measure: &Measure) -> Vec<Offered<'_>> {
        with_profile(self.pack, &self.assessment, |profile| {
            let tags: Vec<Vec<Offered<'_>>> =
                measure.doors.iter().map(|tag| matching::offers(self.region, tag, profile, self.date)).collect();
            let most = tags.iter().map(Vec::len).max().unwrap_or(0);
            let mut found: Vec<Offered<'_>> = Vec::new();
            for offered in (0..most).flat_map(|n| tags.iter().filter_map(move |doors| doors.get(n))) {
                let known = found.iter().any(|f| (f.kind, f.id) == (offered.kind, offered.id));
                if !known && !self.assessment.doors.dismissed.contains_key(offered.id) {
                    found.push(*offered);
                }
            }
            found.truncate(DOORS_OF_A_MEASURE);
            found
        })
    }

    /// What reports and explanations are made from.
    #[must_use]
    pub fn source(&self) -> Source<'_> {
        Source {
            pack: self.pack,
            assessment: &self.assessment,
            sheet: &self.sheet,
            scores: &self.scores,
            sure: &self.sure,
            region: self.region,
            doors: &self.doors,
            date: self.date,
            language: self.language,
            discreet: false,
        }
    }

    /// What a report says of the plan.
    ///
    /// # Errors
    /// Why there is none.
    pub fn planned(&self) -> Planned<'_> {
        self.roadmap().map(|made| (&made.agenda, &made.plan))
    }

    fn source_of(&self, edition: &Edition) -> Source<'_> {
        Source { discreet: edition.without_data, ..self.source() }
    }

    /// The level to which the plan leads, where there is one.
    #[must_use]
    pub fn level_with_plan(&self) -> Option<u8> {
        plan_pages::level(self.planned())
    }

    /// Its report.
    #[must_use]
    pub fn report(&self, edition: &Edition) -> Report {
        document::report(&self.source_of(edition), self.planned(), edition)
    }

    /// Its report in the program's own words.
    #[must_use]
    pub fn own_words(&self, edition: &Edition) -> Report {
        document::own_words(&self.source_of(edition), self.planned(), edition)
    }

    /// Ids of the chapters that have something to say here, whether they are in the report or not.
    #[must_use]
    pub fn chapters_with_words(&self) -> Vec<&'static str> {
        let mut assessment = self.assessment.clone().into_owned();
        assessment.report.shown = CHAPTERS.iter().map(|chapter| (chapter.id.to_owned(), true)).collect();
        let source = Source { assessment: &assessment, ..self.source() };
        chapters::with_words(&document::own_words(&source, self.planned(), &Edition::default()))
    }
}
