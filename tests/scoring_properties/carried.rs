//! Whatever a company answers, its report gives back the very bytes of its file.

use std::ops::ControlFlow;

use jiff::civil::date;
use orienta::assessment::file;
use orienta::export::pdf::{open, publish};
use orienta::pack::orientamento;
use orienta::pipeline::evaluate;
use orienta::report::Edition;
use orienta::text::Language;
use proptest::prelude::*;

use super::full::full_companies;
use super::support::few_cases;

proptest! {
    #![proptest_config(few_cases())]
    #[test]
    fn the_report_gives_back_the_very_file(made in full_companies(), name in ".{0,40}", note in any::<String>()) {
        let mut assessment = made.assessment();
        assessment.company.name = name;
        if let Some(answer) = assessment.answers.values_mut().flatten().next() {
            answer.note = note;
        }
        let own = file::write(&assessment);
        let evaluation = evaluate(orientamento(), &assessment, date(2026, 11, 23), Language::IT);
        let report = publish(&evaluation, &Edition::default(), &mut |_| ControlFlow::Continue(())).unwrap();
        prop_assert!(open(&report).as_ref() == Ok(&own), "{:?}", open(&report).err());
    }
}
