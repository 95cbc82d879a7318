//! What must not move a figure: who else says the same, the order of answers, notes, the language.

use orienta::assessment::{Answer, Assessment, Respondent, State, file};
use orienta::export::json;
use orienta::pack::{orientamento, shipped as shipped_packs};
use orienta::pipeline::evaluate;
use orienta::scoring::{Scores, score};
use orienta::text::Language;
use proptest::prelude::*;
use serde_json::{Map, Value as Json};

use super::support::{Answers, answers, cases, company, few_cases, step, yes};

fn figures_of(assessment: &Assessment) -> Scores {
    score(orientamento(), assessment)
}

/// The same company with another respondent who answers as `answers` say.
fn add_respondent(assessment: &mut Assessment, id: &str, role: &str, answers: &Answers) {
    assessment.respondents.push(Respondent {
        id: id.into(),
        name: String::new(),
        role: role.into(),
        extra: Map::new(),
    });
    for (item, state) in answers {
        let answer = Answer { respondent: id.into(), state: state.clone(), ..Answer::default() };
        assessment.answers.entry((*item).to_owned()).or_default().push(answer);
    }
}

proptest! {
    #![proptest_config(cases())]
    #[test]
    fn a_respondent_identical_to_the_first_changes_nothing(answers in answers(), how_many in 1_usize..4) {
        let one = company(orientamento(), &answers);
        let mut several = one.clone();
        for n in 0..how_many {
            add_respondent(&mut several, &format!("s{n}"), "", &answers);
        }
        prop_assert_eq!(figures_of(&one), figures_of(&several));
    }

    #[test]
    fn the_order_of_answers_and_respondents_changes_nothing(
        first in answers(),
        second in answers(),
        third in answers(),
        times in prop::collection::vec(0_u8..3, 3),
        roles in prop::collection::vec(prop::sample::select(vec!["", "owner", "sales", "admin-it"]), 3),
        turns in 1_usize..3,
    ) {
        let mut a = company(orientamento(), &Answers::new());
        a.respondents.clear();
        for (n, answers) in [first, second, third].iter().enumerate() {
            add_respondent(&mut a, &format!("r{n}"), roles[n], answers);
        }
        for list in a.answers.values_mut() {
            for (answer, hour) in list.iter_mut().zip(&times) {
                answer.at = format!("2026-11-23T0{hour}:00:00Z");
            }
        }
        let mut b = a.clone();
        b.respondents.rotate_left(turns);
        for list in b.answers.values_mut() {
            list.rotate_left(turns);
            list.reverse();
        }
        prop_assert_eq!(figures_of(&a), figures_of(&b));
    }

    /// The order in which items stand in the file.
    #[test]
    fn the_order_in_the_file_changes_nothing(answers in answers()) {
        let assessment = company(orientamento(), &answers);
        let mut json: Map<String, Json> = serde_json::from_slice(&file::write(&assessment)).unwrap();
        let Some(Json::Object(list)) = json.get_mut("answers") else { panic!("no answers") };
        let backwards: Map<String, Json> = list.iter().rev().map(|(k, v)| (k.clone(), v.clone())).collect();
        *list = backwards;
        let backwards: Map<String, Json> = json.into_iter().rev().collect();
        let bytes = serde_json::to_vec(&backwards).unwrap();
        let again = file::open(&bytes, |id| shipped_packs().get(id), Language::EN).unwrap().assessment;
        prop_assert_eq!(&assessment, &again);
        prop_assert_eq!(figures_of(&assessment), figures_of(&again));
    }

    #[test]
    fn notes_and_times_change_no_figure_and_evidence_its_own_alone(answers in answers(), grade in 0_u8..=2) {
        let plain = company(orientamento(), &answers);
        let mut noted = plain.clone();
        for answer in noted.answers.values_mut().flatten() {
            answer.note = "una nota".into();
            answer.at = "2026-11-23T09:00:00Z".into();
            answer.evidence = grade;
        }
        let (plain, mut noted) = (figures_of(&plain), figures_of(&noted));
        prop_assert_eq!(noted.total.reliability, plain.total.reliability.map(|_| f64::from(grade) / 2.0));
        (noted.total.evidenced, noted.total.reliability) = (plain.total.evidenced, plain.total.reliability);
        prop_assert_eq!(plain, noted);
    }
}

proptest! {
    // Doors are found as well, which takes its time in a debug build.
    #![proptest_config(few_cases())]
    #[test]
    fn the_language_changes_texts_alone(answers in answers()) {
        let mut assessment = company(orientamento(), &answers);
        assessment.company.province = Some("BG".into());
        let day = jiff::civil::date(2026, 11, 23);
        let in_language = |language| {
            let e = evaluate(orientamento(), &assessment, day, language);
            let mut scores = json::scores(&e);
            for gate in scores["total"]["gates"].as_array_mut().unwrap() {
                assert!(gate["reason"].take().is_string());
            }
            let ids: Vec<(String, f64)> = e
                .doors
                .groups()
                .iter()
                .flat_map(|(_, cards)| cards.iter().map(|c| (c.id.clone(), c.score)))
                .collect();
            (scores, ids)
        };
        prop_assert_eq!(in_language(Language::IT), in_language(Language::EN));
    }
}

/// Ladders by median, facts by the competent role (method §8), by hand.
#[test]
fn several_respondents_become_one_answer() {
    let steps = |list: &[f64]| {
        let mut a = company(orientamento(), &Answers::new());
        a.respondents.clear();
        for (n, v) in list.iter().enumerate() {
            add_respondent(&mut a, &format!("r{n}"), "", &Answers::from([("A20", step(*v))]));
        }
        figures_of(&a).dimension("D8").unwrap().figure.score
    };
    assert_eq!(steps(&[1.0, 4.0]), Some(50.0));
    assert_eq!(steps(&[0.0, 1.0, 5.0]), Some(20.0));
    assert_eq!(steps(&[2.0, 3.0, 3.0, 5.0]), Some(60.0));

    // Answered before don't know before not applicable before open.
    let states = |list: &[State]| {
        let mut a = company(orientamento(), &Answers::new());
        a.respondents.clear();
        for (n, state) in list.iter().enumerate() {
            add_respondent(&mut a, &format!("r{n}"), "", &Answers::from([("A20", state.clone())]));
        }
        let f = figures_of(&a).dimension("D8").unwrap().figure;
        (f.score, f.coverage)
    };
    assert_eq!(states(&[State::DontKnow, step(3.0), State::NotApplicable]), (Some(60.0), Some(1.0)));
    assert_eq!(states(&[State::NotApplicable, State::DontKnow]), (None, Some(0.0)));
    assert_eq!(states(&[State::Open, State::NotApplicable]), (None, None));

    // F2.a is decided by sales, though the owner answered later.
    let fact = |sales: bool, owner: bool| {
        let mut a = company(orientamento(), &Answers::new());
        a.respondents.clear();
        add_respondent(&mut a, "r1", "sales", &Answers::from([("F2.a", yes(sales))]));
        add_respondent(&mut a, "r2", "owner", &Answers::from([("F2.a", yes(owner))]));
        a.answers.get_mut("F2.a").unwrap()[1].at = "2026-11-23T09:00:00Z".into();
        let reading = figures_of(&a).dii_v3.unwrap();
        reading.facts.iter().find(|(id, _)| id == "F2.a").unwrap().1
    };
    assert_eq!((fact(true, false), fact(false, true)), (Some(true), Some(false)));
}
