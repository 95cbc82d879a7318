//! The report in forms other than PDF, read back by other programs' libraries.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod document;
mod handout;
mod logo;
mod paper;
mod workbook;

use jiff::civil::{Date, date};
use orienta::assessment::{Answer, Assessment, State, Value};
use orienta::pack::orientamento;
use orienta::pipeline::{Evaluation, evaluate_owned};
use orienta::text::Language;

const LANGUAGES: [Language; 2] = [Language::IT, Language::EN];

fn day() -> Date {
    date(2026, 11, 29)
}

/// An example company.
fn example(name: &str) -> Assessment {
    let path = format!("{}/examples/{name}.orienta.json", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).unwrap();
    orienta::assessment::file::open(&bytes, |_| Some(orientamento()), Language::IT).unwrap().assessment
}

fn evaluated(assessment: Assessment, language: Language) -> Evaluation<'static> {
    evaluate_owned(orientamento(), assessment, day(), language)
}

/// Texts with which a formula could begin.
const FORMULAS: [&str; 6] =
    ["=1+1", "+39 030 000000", "-2 rispetto a ieri", "@SUM(A1:A9)", "\t=1+1", "\r=HYPERLINK(\"http://example.com\")"];

/// The workshop, with such a text wherever its file takes one.
fn suspicious(begin: &str) -> Assessment {
    let mut a = example("officina-meccanica");
    a.company.name = format!("{begin} nome");
    a.company.consultant = format!("{begin} consulente");
    a.company.town = format!("{begin} luogo");
    for answers in a.answers.values_mut() {
        for answer in answers {
            answer.note = format!("{begin} nota");
        }
    }
    let words = Answer { state: State::Answered(Value::Text(format!("{begin} parole"))), ..a.answers["A1"][0].clone() };
    a.answers.insert("P6".into(), vec![words]);
    a.doors.pinned.insert("afil".into(), format!("{begin} motivo"));
    a.plan.frame.excluded.insert("tested-backup".into(), format!("{begin} esclusa"));
    a
}
