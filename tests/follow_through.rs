//! What follows from a plan: proposals of measures that are done, the calendar, the sheet for the region's platform.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use jiff::civil::{Date, date};
use orienta::assessment::choices::{Progress, Stage};
use orienta::assessment::edit::PlanEdit;
use orienta::assessment::sheet::Sheet;
use orienta::assessment::{Answer, Assessment, Confirmation, Edit, Respondent, Stamp, State, Value, file};
use orienta::export::ics;
use orienta::pack::measures::Catalogue;
use orienta::pack::region::Region;
use orienta::pack::{Mode, orientamento};
use orienta::pipeline::{Evaluation, evaluate};
use orienta::roadmap::{Proposal, proposals};
use orienta::text::{Language, t};

const TODAY: Date = date(2027, 3, 20);

fn bytes() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/plan-under-way/falegnameria.orienta.json");
    fs::read(path).unwrap()
}

/// A company in the quick questionnaire with two measures done and one started.
fn workshop() -> Assessment {
    file::open(&bytes(), |_| Some(orientamento()), Language::IT).unwrap().assessment
}

fn evaluation(assessment: &Assessment, language: Language) -> Evaluation<'_> {
    evaluate(orientamento(), assessment, TODAY, language)
}

fn proposed(assessment: &Assessment) -> Vec<Proposal> {
    proposals(orientamento(), assessment, &Sheet::of(orientamento(), assessment))
}

/// Measure, item, step today and step to come of each proposal.
fn briefly(assessment: &Assessment) -> Vec<(String, String, Option<f64>, u8)> {
    proposed(assessment).into_iter().map(|p| (p.measure, p.item, p.from, p.to)).collect()
}

fn brief(measure: &str, item: &str, from: Option<f64>, to: u8) -> (String, String, Option<f64>, u8) {
    (measure.into(), item.into(), from, to)
}

fn stamp() -> Stamp {
    Stamp { at: "2027-03-20T09:00:00Z".into(), by: "r1".into() }
}

fn answer(assessment: &mut Assessment, item: &str, state: State) {
    assessment.apply(Edit::Answer { item: item.into(), state }, &stamp());
}

fn step(v: u8) -> State {
    State::Answered(Value::Number(f64::from(v)))
}

fn done(assessment: &mut Assessment, measure: &str) {
    let progress =
        Progress { stage: Stage::Done, date: date(2027, 3, 1), evidence: String::new(), extra: serde_json::Map::new() };
    assessment.apply(Edit::Plan(PlanEdit::Progress(measure.into(), Some(progress))), &stamp());
}

#[test]
fn the_fixture_is_written_as_it_was_read() {
    let original: serde_json::Value = serde_json::from_slice(&bytes()).unwrap();
    let written: serde_json::Value = serde_json::from_slice(&file::write(&workshop())).unwrap();
    assert_eq!(written, original);
}

// Proposals

#[test]
fn what_is_done_proposes_its_steps_and_what_is_started_none() {
    // A3 stands at 2 and A14 at 1; the measure on A12 has only begun.
    let found = proposed(&workshop());
    let expected = [brief("project-card", "A3", Some(2.0), 3), brief("privacy-register", "A14", Some(1.0), 2)];
    assert_eq!(briefly(&workshop()), expected);
    assert_eq!((found[0].date, found[0].grade()), (date(2027, 3, 3), 1));
    assert_eq!((found[1].date, found[1].grade()), (date(2027, 3, 15), 0), "no evidence is written there");
}

#[test]
fn a_proposal_counts_for_nothing() {
    let mut without = workshop();
    without.plan.progress.clear();
    let workshop = workshop();
    let (with, without) = (evaluation(&workshop, Language::IT), evaluation(&without, Language::IT));
    assert_eq!(with.scores, without.scores);
}

#[test]
fn only_answers_that_are_asked_and_below_are_proposed() {
    let mut a = workshop();
    for (state, from) in [(State::Open, None), (State::DontKnow, None), (step(0), Some(0.0))] {
        answer(&mut a, "A3", state);
        assert_eq!(briefly(&a)[0], brief("project-card", "A3", from, 3));
    }
    for state in [step(3), step(5), State::NotApplicable] {
        answer(&mut a, "A3", state.clone());
        assert!(briefly(&a).iter().all(|p| p.1 != "A3"), "{state:?}");
    }
    // Of a full questionnaire's ladders the one of the company's own sector.
    let mut a = workshop();
    a.plan.progress.clear();
    done(&mut a, "single-entry");
    answer(&mut a, "A6", step(2));
    assert_eq!(briefly(&a), [brief("single-entry", "A6", Some(2.0), 3)]);
    a.mode = Mode::Full;
    let both = [brief("single-entry", "A6", Some(2.0), 3), brief("single-entry", "S.manufacturing.5", None, 3)];
    assert_eq!(briefly(&a), both);
    // A measure that the catalogue does not know is kept and has no effect.
    done(&mut a, "no-such-measure");
    assert_eq!(briefly(&a), both);
}

#[test]
fn of_two_measures_on_one_ladder_the_higher_step_is_proposed() {
    let mut a = workshop();
    a.plan.progress.clear();
    answer(&mut a, "A12", step(0));
    done(&mut a, "personal-logins");
    done(&mut a, "basic-protection");
    assert_eq!(briefly(&a), [brief("basic-protection", "A12", Some(0.0), 3)]);
    a.apply(Edit::Plan(PlanEdit::Decline("basic-protection".into(), "A12".into())), &stamp());
    assert_eq!(briefly(&a), [brief("personal-logins", "A12", Some(0.0), 2)]);
}

fn confirm(assessment: &mut Assessment, evidence: u8, note: &str) -> bool {
    let confirmation = Confirmation { item: "A3".into(), step: 3, evidence, note: note.into() };
    assessment.apply(Edit::Confirm(confirmation), &stamp())
}

#[test]
fn confirming_sets_the_answer_and_loses_nothing() {
    let mut a = workshop();
    let lines = a.history.len();
    assert!(confirm(&mut a, 1, "Fatto, ecco le schede."));
    let now = a.answer("A3", "r1").unwrap().clone();
    assert_eq!((now.state, now.evidence, now.at.as_str()), (step(3), 1, "2027-03-20T09:00:00Z"));
    assert_eq!(now.note, "La titolare segue i due progetti più grandi.\nFatto, ecco le schede.");
    let what: Vec<&str> = a.history[lines..].iter().map(|c| c.what.as_str()).collect();
    assert_eq!(what, ["A3", "A3.evidence", "A3.note"], "the history says all three");
    assert!(!confirm(&mut a, 1, "Fatto, ecco le schede."), "nothing is left to change");
    assert!(briefly(&a).iter().all(|p| p.1 != "A3"));

    // A higher grade stays, and so does one where there is no evidence to speak of.
    for (before, given, after) in [(2, 1, 2), (2, 0, 2), (1, 0, 1), (0, 0, 0), (0, 1, 1)] {
        let mut a = workshop();
        a.apply(Edit::Evidence { item: "A3".into(), grade: before }, &stamp());
        confirm(&mut a, given, "x");
        assert_eq!(a.answer("A3", "r1").unwrap().evidence, after, "{before} and {given}");
    }
}

#[test]
fn what_was_declined_does_not_come_again_unless_the_measure_starts_anew() {
    let mut a = workshop();
    let before = a.answers.clone();
    assert!(a.apply(Edit::Plan(PlanEdit::Decline("project-card".into(), "A3".into())), &stamp()));
    assert_eq!(a.answers, before);
    assert_eq!(briefly(&a), [brief("privacy-register", "A14", Some(1.0), 2)]);
    // It is in the file.
    let again = file::open(&file::write(&a), |_| Some(orientamento()), Language::IT).unwrap().assessment;
    assert_eq!(again, a);
    assert_eq!(briefly(&again).len(), 1);
    // Another date is still the same measure.
    done(&mut a, "project-card");
    assert_eq!(briefly(&a).len(), 1);
    a.apply(Edit::Plan(PlanEdit::Progress("project-card".into(), None)), &stamp());
    done(&mut a, "project-card");
    assert_eq!(briefly(&a).len(), 2);
    assert!(a.plan.declined.is_empty());
}

/// Three people: the median counts, and the person at the keyboard confirms an answer of their own.
#[test]
fn with_several_respondents_the_combined_answer_decides_and_ones_own_is_confirmed() {
    let mut a = workshop();
    for id in ["r2", "r3"] {
        a.respondents.push(Respondent {
            id: id.into(),
            name: String::new(),
            role: String::new(),
            extra: serde_json::Map::new(),
        });
        let other = Answer { respondent: id.into(), state: step(1), ..Answer::default() };
        a.answers.get_mut("A3").unwrap().push(other);
    }
    assert_eq!(briefly(&a)[0], brief("project-card", "A3", Some(1.0), 3));
    confirm(&mut a, 1, "Fatto.");
    assert_eq!(a.answer("A3", "r1").unwrap().state, step(3));
    for id in ["r2", "r3"] {
        assert_eq!(a.answer("A3", id).unwrap().state, step(1), "what others said stays");
    }
    let sheet = Sheet::of(orientamento(), &a);
    assert_eq!(sheet.answer(orientamento(), "A3").unwrap().step(), Some(1.0), "the median has not moved");
    assert!(briefly(&a).iter().all(|p| p.1 != "A3"), "one's own answer says so already");
}

// Calendar

/// A property: name, parameters, value.
type Line = (String, String, String);

/// Reads a calendar by the rules of RFC 5545, with no help from the crate that wrote it: events as their lines.
fn events(text: &str) -> Vec<BTreeMap<String, Line>> {
    assert!(text.ends_with("\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(|c: char| c.is_control()), "{line:?}");
    }
    let unfolded = text.replace("\r\n ", "");
    let lines = unfolded.split_terminator("\r\n").map(|line| {
        let (head, value) = line.split_once(':').unwrap_or_else(|| panic!("no value: {line}"));
        let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
        assert!(name.bytes().all(|b| b.is_ascii_uppercase() || b == b'-'), "{name}");
        (name.to_owned(), parameters.to_owned(), value.to_owned())
    });
    let (mut events, mut open): (Vec<_>, Vec<String>) = (Vec::new(), Vec::new());
    for (name, parameters, value) in lines {
        match name.as_str() {
            "BEGIN" => {
                if value == "VEVENT" {
                    events.push(BTreeMap::new());
                }
                open.push(value);
            }
            "END" => assert_eq!(open.pop(), Some(value)),
            _ if open.len() == 2 => {
                let twice = events.last_mut().unwrap().insert(name.clone(), (name, parameters, value));
                assert!(twice.is_none(), "{twice:?}");
            }
            _ => assert_eq!(open, ["VCALENDAR"]),
        }
    }
    assert!(open.is_empty());
    events
}

/// Takes the escapes back; every comma and semicolon of a text has one.
fn words(value: &str) -> String {
    let (mut out, mut signs) = (String::new(), value.chars());
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => match signs.next().unwrap() {
                'n' | 'N' => out.push('\n'),
                escaped @ ('\\' | ',' | ';') => out.push(escaped),
                other => panic!("\\{other} is no escape: {value}"),
            },
            ',' | ';' => panic!("not escaped: {value}"),
            plain => out.push(plain),
        }
    }
    out
}

/// The last days of the months of 2027 and 2028 that are no Saturday and no Sunday, read off a printed calendar.
const LAST_WORKING: [&str; 24] = [
    "20270129", "20270226", "20270331", "20270430", "20270531", "20270630", "20270730", "20270831", "20270930",
    "20271029", "20271130", "20271231", "20280131", "20280229", "20280331", "20280428", "20280531", "20280630",
    "20280731", "20280831", "20280929", "20281031", "20281130", "20281229",
];

#[test]
fn every_measure_has_a_day_to_begin_and_a_day_to_end() {
    let company = workshop();
    for language in [Language::IT, Language::EN] {
        let e = evaluation(&company, language);
        let made = e.roadmap().unwrap();
        let (agenda, plan) = (&made.agenda, made.plan.as_ref().unwrap());
        assert_eq!(plan.purse.start.to_string(), "2027-Q2");
        let catalogue = Catalogue::of(orientamento()).unwrap();
        let found = events(&ics::calendar(&e).unwrap());
        let by_name: BTreeMap<&str, &BTreeMap<String, Line>> =
            found.iter().map(|event| (event["UID"].2.as_str(), event)).collect();
        assert_eq!(by_name.len(), found.len(), "every event has a name of its own");
        let of = |what: &str| {
            let mut named =
                by_name.iter().filter(|(uid, _)| uid.split_once('-').unwrap().1 == format!("{what}@orienta"));
            named.next().map(|(_, event)| *event)
        };
        let mut expected = 0;
        let mut reviewed = BTreeSet::new();
        assert!(plan.steps.len() > 3, "there is something to test");
        for step in &plan.steps {
            let text = catalogue.measure_text(language, &step.id);
            let owner = &catalogue.texts(language).owners[&agenda.measure(step.place).owner];
            let end = of(&format!("{}-end", step.id)).unwrap();
            // The plan begins in April 2027, the fourth month of the list.
            assert_eq!(end["DTSTART"].2, LAST_WORKING[3 + step.end_month as usize], "{}", step.id);
            let start = of(&format!("{}-start", step.id));
            assert_eq!(start.is_none(), step.id == "personal-logins", "what has begun needs no day to begin on");
            if let Some(start) = start {
                let month = 3 + step.start_month;
                assert_eq!(start["DTSTART"].2, format!("{}{:02}01", 2027 + month / 12, month % 12 + 1), "{}", step.id);
            }
            for event in start.into_iter().chain([end]) {
                expected += 1;
                let description = words(&event["DESCRIPTION"].2);
                for said in [&text.kpi, &text.evidence, owner, &company.company.name] {
                    assert!(description.contains(said.as_str()), "{}: «{said}» in {description}", step.id);
                }
                assert!(words(&event["SUMMARY"].2).ends_with(&text.name));
            }
            reviewed.extend(step.start..=step.end);
        }
        let reviews = by_name.keys().filter(|uid| uid.ends_with("-review@orienta")).count();
        assert_eq!((found.len(), reviews), (expected + reviewed.len(), reviewed.len()));
        let first = of("2027-Q2-review").unwrap();
        assert_eq!(first["DTSTART"].2, "20270630");
        for event in &found {
            for day in ["DTSTART", "DTEND"] {
                assert_eq!(event[day].1, "VALUE=DATE");
            }
            assert_eq!(event["DTSTAMP"].2, "20270320T000000Z");
            let day = |key: &str| Date::strptime("%Y%m%d", &event[key].2).unwrap();
            assert_eq!(day("DTSTART").tomorrow().unwrap(), day("DTEND"), "a whole day");
        }
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes_and_another_company_other_names() {
    let (one, mut other) = (workshop(), workshop());
    other.company.name = "Altra Ditta Inventata".into();
    let text = |a: &Assessment| ics::calendar(&evaluation(a, Language::IT)).unwrap();
    assert_eq!(text(&one), text(&one));
    let names = |a: &Assessment| events(&text(a)).into_iter().map(|e| e["UID"].2.clone()).collect::<BTreeSet<_>>();
    assert!(names(&one).is_disjoint(&names(&other)));
    // Moved by a year the events are the same ones.
    let year = TODAY.saturating_add(jiff::Span::new().years(1));
    let later = evaluate(orientamento(), &one, year, Language::IT);
    let (now, later) = (events(&text(&one)), events(&ics::calendar(&later).unwrap()));
    let every = |of: &[BTreeMap<String, Line>], key: &str| -> BTreeSet<String> {
        let values = of.iter().map(|e| e[key].2.clone());
        values.filter(|value| !value.ends_with("-review@orienta")).collect()
    };
    assert!(every(&now, "DTSTART").is_disjoint(&every(&later, "DTSTART")));
    assert_eq!(every(&now, "UID"), every(&later, "UID"));
}

#[test]
fn no_name_breaks_a_calendar() {
    let name = "Rossi; Bianchi, \\n & figli\r\nBEGIN:VEVENT\rà\u{7}\u{2028} 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字 😀😀😀😀😀😀😀😀😀😀";
    let mut a = workshop();
    a.company.name = name.into();
    let found = events(&ics::calendar(&evaluation(&a, Language::IT)).unwrap());
    let description = words(&found[0]["DESCRIPTION"].2);
    let shown = "Rossi; Bianchi, \\n & figli\nBEGIN:VEVENT\nà\u{2028} 漢字";
    assert!(description.starts_with(shown), "{description}");
    assert_eq!(found.len(), events(&ics::calendar(&evaluation(&workshop(), Language::IT)).unwrap()).len());
}

#[test]
fn without_a_plan_a_sentence_says_what_to_do() {
    let empty = Assessment::new(orientamento());
    let mut poor = workshop();
    poor.plan.progress.clear();
    poor.plan.frame.budget = Some(0.0);
    let mut refused = workshop();
    refused.plan.frame.budget = Some(100.0);
    for (assessment, begins) in [
        (&empty, "Per fare un piano serve il punteggio complessivo."),
        (&poor, "Nel piano non c’è nessuna misura"),
        (&refused, "Le misure che hai chiesto costano fino a"),
    ] {
        let sentence = ics::calendar(&evaluation(assessment, Language::IT)).unwrap_err();
        assert!(sentence.starts_with(begins), "{sentence}");
    }
}

// Sheet for the platform

fn sheet(assessment: &Assessment, language: Language) -> String {
    evaluation(assessment, language).innovation_sheet()
}

/// The lines of a part, by its heading.
fn part(text: &str, heading: &str) -> Vec<String> {
    let mut lines = text.lines().skip_while(|line| *line != heading);
    assert_eq!(lines.next(), Some(heading), "{text}");
    lines.take_while(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn the_sheet_follows_the_platforms_form() {
    let platform = Region::shipped().services.iter().find(|s| s.id == "open-innovation").unwrap();
    for language in [Language::IT, Language::EN] {
        let text = sheet(&workshop(), language);
        let fields = platform.profile_fields.as_ref().unwrap().get(language);
        assert!(fields.len() >= 4);
        let numbered: Vec<String> = text
            .lines()
            .filter(|line| line.split_once(". ").is_some_and(|(n, _)| n.parse::<u8>().is_ok()))
            .map(str::to_lowercase)
            .collect();
        let asked: Vec<String> =
            fields.iter().enumerate().map(|(n, f)| format!("{}. {}", n + 1, f.to_lowercase())).collect();
        assert_eq!(numbered, asked);
    }
}

#[test]
fn the_sheet_says_what_the_answers_say() {
    let company = workshop();
    for language in [Language::IT, Language::EN] {
        let texts = orientamento().texts(language);
        let catalogue = Catalogue::of(orientamento()).unwrap();
        let text = sheet(&company, language);
        let label = |item: &str, option: &str| texts.items[item].options[option].clone();
        // Answers of the file, by hand.
        let chosen = [
            ("P10", "iot-sensors"),
            ("P10", "predictive-maintenance"),
            ("P9", "machinery-metal"),
            ("P11", "funding"),
            ("O1", "delivery"),
            ("O1", "security"),
            ("P2", "BS"),
        ];
        for (item, option) in chosen {
            assert!(text.contains(&label(item, option)), "{item} {option}: {text}");
        }
        assert!(!text.contains(&label("P11", "partners")), "a wish nobody has");
        assert!(text.contains("Falegnameria Inventata S.r.l.") && text.contains("16.23"));
        // A5 and A7 at step 4 are strengths; A12 and A14 at step 1 are gaps.
        for id in ["A5", "A7"] {
            assert!(text.contains(&texts.items[id].strength), "{id}");
        }
        for id in ["A12", "A14"] {
            assert!(text.contains(&texts.items[id].gap), "{id}");
            assert!(!text.contains(&texts.items[id].strength), "{id} is no strength");
        }
        let e = evaluation(&company, language);
        let made = e.roadmap().unwrap();
        let steps = &made.plan.as_ref().unwrap().steps;
        for step in steps {
            assert!(text.contains(&catalogue.measure_text(language, &step.id).name), "{}", step.id);
        }
        // The challenge is about the measure that brings most.
        let gain = |id: &str| made.agenda.entries.iter().find(|entry| entry.id == id).unwrap().gain;
        let most = steps.iter().map(|step| gain(&step.id)).fold(0.0, f64::max);
        let about = steps.iter().find(|step| gain(&step.id) >= most).unwrap();
        let challenge = catalogue.measure_text(language, &about.id);
        for said in [&challenge.kpi, &challenge.what, &challenge.evidence] {
            assert!(text.contains(said.as_str()), "«{said}»");
        }
        let (origin, gap) = match language {
            Language::IT => ("autovalutazione", "[da completare: "),
            _ => ("self-assessment", "[to be completed: "),
        };
        assert!(text.contains(origin) && text.contains(gap));
        assert_eq!(text.matches('[').count(), text.matches(gap).count(), "every bracket is to be filled in");
        assert_eq!(text.matches('[').count(), text.matches(']').count());
    }
}

/// What nobody has said is not said: of an empty file everything but words of ours is a gap.
#[test]
fn the_sheet_of_a_company_that_said_nothing_is_all_gaps() {
    let text = sheet(&Assessment::new(orientamento()), Language::IT);
    let said: Vec<&str> =
        text.lines().filter(|line| line.starts_with("- ") && !line.contains("[da completare: ")).collect();
    assert_eq!(said, Vec::<&str>::new());
    assert!(text.contains(&t(Language::IT, "unnamed-company")));
}

#[test]
fn money_is_named_only_where_the_user_named_it() {
    let said = |a: &Assessment| part(&sheet(a, Language::IT), "LIMITI");
    assert_eq!(said(&workshop())[0], "- Spesa indicata per tutto il piano: fino a 15.000\u{a0}€");
    let mut silent = workshop();
    silent.plan.frame.budget = None;
    assert!(said(&silent).iter().all(|line| !line.contains('€') && !line.contains("euro")), "{:?}", said(&silent));
    let gap = "- Spesa per questa sfida: [da completare: quanto puoi spendere, se vuoi dirlo]";
    for a in [&workshop(), &silent] {
        assert!(said(a).iter().any(|line| line == gap));
    }
    // The full questionnaire asks for a band.
    silent.mode = Mode::Full;
    answer(&mut silent, "O4", State::Answered(Value::Options(vec!["20-50k".into()])));
    assert_eq!(said(&silent)[0], "- Spesa indicata per tutto il piano: Oltre 20.000 e fino a 50.000 euro");
    answer(&mut silent, "O4", State::Answered(Value::Options(vec!["not-yet".into()])));
    assert!(said(&silent).iter().all(|line| !line.contains("euro")));
}

#[test]
fn an_idea_is_an_idea_only_where_it_was_said() {
    let idea = |a: &Assessment| {
        sheet(a, Language::IT).lines().find(|l| l.starts_with("- Idea di progetto")).unwrap().to_owned()
    };
    let mut a = workshop();
    assert!(idea(&a).starts_with("- Idea di progetto: Sì. [da completare: "));
    answer(&mut a, "P12", State::Answered(Value::Bool(false)));
    assert_eq!(idea(&a), "- Idea di progetto: non ancora");
    answer(&mut a, "P12", State::Open);
    assert!(idea(&a).starts_with("- Idea di progetto: [da completare: "));
}
