//! The plan from the command line: `plan FILE --budget EUR`.

use std::fmt::Write as _;
use std::path::Path;

use jiff::civil::Date;

use super::{Failure, Voice, shown};
use crate::assessment::choices::{MOST_DAYS, MOST_EURO};
use crate::export;
use crate::pack::Pack;
use crate::pipeline::Evaluation;
use crate::report::plan as words;
use crate::roadmap::{self, Agenda, Plan, Purse};
use crate::text::{Language, capitalised, ta};

/// What the plan must fit into. What is not said here is as the file has it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Euro there are
    #[arg(long, value_name = "EUR")]
    budget: f64,
    /// Person-days there are each quarter (default: as the file has it, else no limit)
    #[arg(long, value_name = "N")]
    days: Option<f64>,
    /// Quarters (default: as the file has it, else 4)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=20))]
    quarters: Option<u32>,
    /// Day that counts as today; the plan begins in the quarter after it (default: today)
    #[arg(long)]
    pub(super) date: Option<Date>,
    /// Measures that must be in it
    #[arg(long, value_name = "ID", num_args = 1..)]
    must: Vec<String>,
}

/// Makes the plan and gives what goes to standard output.
pub(super) fn plan(e: &Evaluation<'_>, args: &Args, json: bool, file: &Path, voice: Voice) -> Result<Vec<u8>, Failure> {
    let language = voice.language;
    for (option, value, most) in [("--budget", Some(args.budget), MOST_EURO), ("--days", args.days, MOST_DAYS)] {
        if value.is_some_and(|value| !(0.0..=most).contains(&value)) {
            let places = [
                ("option", option.into()),
                ("value", value.map_or_else(String::new, |v| v.to_string()).into()),
                ("low", "0".into()),
                ("high", format!("{most:.0}").into()),
            ];
            return Err(Failure::Usage(ta(language, "plan-bad-number", &places)));
        }
    }
    let named = |sentence: String| format!("{}: {sentence}", shown(file));
    let agenda = e.agenda().map_err(|why| named(words::no_plan(e.pack, language, &why)))?;
    let known = |id: &String| agenda.place(id).is_some();
    if let Some(id) = args.must.iter().find(|id| !known(id)) {
        let ids: Vec<&str> = agenda.entries.iter().map(|entry| entry.id.as_str()).collect();
        let places = [("id", id.into()), ("known", ids.join(", ").into())];
        return Err(Failure::Usage(ta(language, "plan-unknown-measure", &places)));
    }
    let choices = &e.assessment.plan;
    let own = Purse::of(&agenda, choices, &choices.frame, e.date);
    let purse = Purse {
        budget: args.budget,
        // The catalogue's guess for the size is for the window, where it is seen and can be changed.
        days: args.days.or(choices.frame.days.and(own.days)),
        quarters: args.quarters.unwrap_or(own.quarters),
        start: own.start,
        must: own.must.iter().chain(&args.must).cloned().collect(),
        excluded: own.excluded.iter().filter(|id| !args.must.contains(id)).cloned().collect(),
        begin: own.begin.clone(),
    };
    let plan = roadmap::plan(&agenda, &purse).map_err(|why| named(words::refusal(&agenda, language, &why)))?;
    Ok(if json {
        export::json::bytes(&export::json::plan(e, &agenda, &plan))
    } else {
        text(e.pack, &agenda, &plan, language).into_bytes()
    })
}

/// The plan as text for people.
fn text(pack: &Pack, agenda: &Agenda<'_>, plan: &Plan, language: Language) -> String {
    let mut out = words::summary(pack, agenda, language, plan);
    out.push('\n');
    let mut line = |text: String| writeln!(out, "{text}").expect("a string takes any text");
    let mut quarter = None;
    for step in &plan.steps {
        if quarter.replace(step.start) != Some(step.start) {
            line(format!("\n{}", capitalised(&words::quarter(language, plan.quarter(step.start)))));
        }
        let entry = &agenda.entries[step.place];
        let names = agenda.catalogue.texts(language);
        line(format!("  {}", agenda.catalogue.measure_text(language, &entry.id).name));
        line(format!("    {}", words::gain(pack, language, entry)));
        let owner = &names.owners[&agenda.measure(step.place).owner];
        line(format!(
            "    {}, {} ({}) · {}",
            words::euro_range(language, entry.cost),
            words::day_range(language, entry.days),
            words::basis(language, entry),
            ta(language, "plan-owner", &[("owner", owner.into())])
        ));
    }
    if let Some(missing) = words::balance(agenda, language, plan) {
        line(format!("\n{missing}"));
    }
    line(format!("\n{}", crate::text::t(language, "plan-not-a-forecast")));
    out
}
