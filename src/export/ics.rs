//! The plan's dates as a calendar (iCalendar, RFC 5545): when each measure begins, when it is to be closed, and at the end of
//! each quarter a look at how far one is.
//!
//! The same plan on the same day gives the same bytes. An event keeps its name (UID) as long as the company and the measure keep
//! theirs, so that a calendar that reads the file again moves what it has instead of showing it twice.

use icalendar::{Calendar, Component as _, Event, Property};
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use sha2::{Digest as _, Sha256};

use crate::assessment::choices::Stage;
use crate::pipeline::{Evaluation, Roadmap};
use crate::report::plan as words;
use crate::roadmap::{Agenda, Plan, Step};
use crate::text::{Arg, Language, capitalised, hexadecimal, t, ta};

/// Months of a quarter.
const MONTHS: u32 = 3;

/// The calendar of the plan for the purse that the file names.
///
/// # Errors
/// One sentence where there is nothing to put into a calendar: no plan, or one without measures.
pub fn calendar(e: &Evaluation<'_>) -> Result<String, String> {
    let language = e.language;
    let Roadmap { agenda, plan } = e.roadmap().map_err(|why| words::no_plan(e.pack, language, why))?;
    let plan = plan.as_ref().map_err(|why| words::refusal(agenda, language, why))?;
    if plan.steps.is_empty() {
        return Err(t(language, "calendar-nothing"));
    }
    let of = Of { agenda, plan, language, company: name(e), owner: owner(e), stamp: e.date };
    let mut calendar = Calendar::empty();
    for (key, value) in [("VERSION", "2.0"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")] {
        calendar.append_property((key, value));
    }
    calendar.append_property(("PRODID", concat!("-//Orienta//Orienta ", env!("CARGO_PKG_VERSION"), "//IT")));
    let name = of.say("calendar-name", &[("company", (&of.company).into())]);
    calendar.append_property(("X-WR-CALNAME", plain(&name).as_str()));
    for step in &plan.steps {
        // What has begun needs no day to begin on.
        let entry = &agenda.entries[step.place];
        if entry.progress.as_ref().is_none_or(|progress| progress.stage != Stage::Started) {
            calendar.push(of.start(step));
        }
        calendar.push(of.end(step));
    }
    let last = plan.steps.iter().map(|step| step.end).max().unwrap_or(0);
    for quarter in 0..=last {
        if let Some(event) = of.review(quarter) {
            calendar.push(event);
        }
    }
    Ok(calendar.to_string())
}

/// The company's name, or that it has none.
fn name(e: &Evaluation<'_>) -> String {
    let name = e.assessment.company.name.trim();
    if name.is_empty() { t(e.language, "unnamed-company") } else { name.to_owned() }
}

/// Tells the events of a company from those of others, without saying who it is.
fn owner(e: &Evaluation<'_>) -> String {
    let company = &e.assessment.company;
    let digest = Sha256::digest(format!("{}\n{}\n{}", company.name.trim(), company.vat_number, e.pack.id));
    hexadecimal(&digest[..8])
}

/// What the events are about.
struct Of<'a> {
    agenda: &'a Agenda<'a>,
    plan: &'a Plan,
    language: Language,
    company: String,
    owner: String,
    stamp: Date,
}

impl Of<'_> {
    fn say(&self, key: &str, places: &[(&str, Arg<'_>)]) -> String {
        ta(self.language, key, places)
    }

    /// An event that lasts a day and leaves it free.
    fn event(&self, what: &str, day: Date, summary: &str, lines: Vec<String>) -> Event {
        let date = |key: &str, day: Date| {
            Property::new(key, day.strftime("%Y%m%d").to_string()).add_parameter("VALUE", "DATE").done()
        };
        let mut event = Event::new();
        event
            .uid(&format!("{}-{what}@orienta", self.owner))
            // The day handed in and no clock, so that the same plan gives the same bytes.
            .add_property("DTSTAMP", self.stamp.strftime("%Y%m%dT000000Z").to_string())
            .summary(&plain(summary))
            .description(&plain(&lines.join("\n")))
            .append_property(date("DTSTART", day))
            .append_property(date("DTEND", day.checked_add(1.day()).unwrap_or(day)))
            .add_property("TRANSP", "TRANSPARENT");
        event.done()
    }

    /// The day on which a measure begins: the first of its first month.
    fn start(&self, step: &Step) -> Event {
        let entry = &self.agenda.entries[step.place];
        let text = self.agenda.catalogue.measure_text(self.language, &entry.id);
        let mut lines = vec![self.company.clone(), text.what.clone(), self.in_charge(step)];
        lines.push(format!(
            "{}, {} ({})",
            capitalised(&words::euro_range(self.language, entry.cost)),
            words::day_range(self.language, entry.days),
            words::basis(self.language, entry)
        ));
        lines.push(t(self.language, "calendar-moves"));
        lines.extend(text.moves.iter().map(|step| format!("- {step}")));
        lines.push(self.say("calendar-kpi", &[("kpi", (&text.kpi).into())]));
        lines.push(self.say("calendar-baseline", &[("baseline", (&text.baseline).into())]));
        lines.push(self.say("calendar-closes", &[("evidence", (&text.evidence).into())]));
        let summary = self.say("calendar-start", &[("measure", (&text.name).into())]);
        self.event(&format!("{}-start", entry.id), self.plan.purse.start.month(step.start_month), &summary, lines)
    }

    /// The day by which it is to be closed: the last working day of its last month.
    fn end(&self, step: &Step) -> Event {
        let id = &self.agenda.entries[step.place].id;
        let text = self.agenda.catalogue.measure_text(self.language, id);
        let lines = vec![
            self.company.clone(),
            self.in_charge(step),
            self.say("calendar-kpi", &[("kpi", (&text.kpi).into())]),
            self.say("calendar-closes", &[("evidence", (&text.evidence).into())]),
            t(self.language, "calendar-mark-done"),
        ];
        let day = last_working_day(self.plan.purse.start.month(step.end_month));
        self.event(&format!("{id}-end"), day, &self.say("calendar-end", &[("measure", (&text.name).into())]), lines)
    }

    fn in_charge(&self, step: &Step) -> String {
        let owner = &self.agenda.measure(step.place).owner;
        let owner = &self.agenda.catalogue.texts(self.language).owners[owner];
        capitalised(&self.say("plan-owner", &[("owner", owner.into())]))
    }

    /// How far one is at the end of a quarter; none where nothing is under way in it.
    fn review(&self, quarter: u32) -> Option<Event> {
        let names = |wanted: &dyn Fn(&Step) -> bool| {
            let places: Vec<usize> = self.plan.steps.iter().filter(|s| wanted(s)).map(|s| s.place).collect();
            (!places.is_empty()).then(|| words::measure_names(self.agenda, self.language, &places))
        };
        let closing = names(&|step| step.end == quarter);
        let going = names(&|step| step.start <= quarter && quarter < step.end);
        if closing.is_none() && going.is_none() {
            return None;
        }
        let mut lines = vec![self.company.clone()];
        for (key, names) in [("calendar-closing", closing), ("calendar-going", going)] {
            lines.extend(names.map(|names| self.say(key, &[("names", names.into())])));
        }
        lines.push(t(self.language, "calendar-review-do"));
        let this = self.plan.quarter(quarter);
        let summary = self.say("calendar-review", &[("quarter", words::quarter(self.language, this).into())]);
        let day = last_working_day(this.month(MONTHS - 1));
        Some(self.event(&format!("{this}-review"), day, &summary, lines))
    }
}

/// The last day of a month that is neither Saturday nor Sunday; holidays differ from place to place and are not looked at.
fn last_working_day(in_month: Date) -> Date {
    let last = in_month.last_of_month();
    let back = match last.weekday() {
        Weekday::Saturday => 1,
        Weekday::Sunday => 2,
        _ => 0,
    };
    last.checked_sub(i64::from(back).days()).unwrap_or(last)
}

/// Words without the signs that end a line or a file in a calendar; new lines stay, and are escaped when written.
fn plain(words: &str) -> String {
    words.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// Read off a calendar: the last days of the months of 2027 and 2028 that are no Saturday and no Sunday.
    const LAST_WORKING: [[i8; 12]; 2] =
        [[29, 26, 31, 30, 31, 30, 30, 31, 30, 29, 30, 31], [31, 29, 31, 28, 31, 30, 31, 31, 29, 31, 30, 29]];

    #[test]
    fn the_last_working_day_is_none_of_the_weekend() {
        for (year, months) in (2027..).zip(LAST_WORKING) {
            for (month, last) in (1..).zip(months) {
                assert_eq!(last_working_day(date(year, month, 1)), date(year, month, last));
                assert_eq!(last_working_day(date(year, month, 17)), date(year, month, last));
            }
        }
        assert_eq!(last_working_day(date(9999, 12, 31)), date(9999, 12, 31));
    }

    #[test]
    fn no_sign_ends_a_line_but_a_new_line() {
        assert_eq!(plain("a\r\nb\rc\nd\u{0}\u{7}e\tà😀"), "a\nb\nc\ndeà😀");
    }
}
