//! The process × analysis matrix (method §5).

use orienta::assessment::{State, Value};
use orienta::pack::Mode;
use orienta::scoring::matrix::Reading;
use proptest::prelude::*;

use super::full::{ANALYSES, Kind, Made, PROCESSES, Part, companies};
use super::support::{cases, close, step};

fn of(list: &[(String, Option<f64>)], id: &str) -> Option<f64> {
    list.iter().find(|(known, _)| known == id).unwrap_or_else(|| panic!("no mean of {id}")).1
}

/// A shop's cells, process by process: none is shown for design, quality and maintenance.
///
/// A cell counts as at least 1, so PR is (1 + 3 + 5 + 2)/4, LO (1 + 1 + 1 + 1)/4, SC (4 + 2.5 + 1 + 1)/4; HR is not applicable
/// but for its last cell, MS is open, AD is not known but for its first. Of 24 cells 21 apply and 4 + 4 + 4 + 1 + 1 = 14 are
/// answered, 2/3. By analysis: E (1 + 1 + 4 + 5)/4, M (3 + 1 + 2.5)/3, T (5 + 1 + 1)/3, O (2 + 1 + 1 + 3)/4.
#[test]
fn means_by_process_and_analysis() {
    let na = || State::NotApplicable;
    let dk = || State::DontKnow;
    let mut made = Made::empty("trade", Some(30));
    for (process, states) in [
        ("PR", [step(0.0), step(3.0), step(5.0), step(2.0)]),
        ("LO", [step(0.0), step(0.5), step(1.0), step(0.0)]),
        ("SC", [step(4.0), step(2.5), step(1.0), step(0.0)]),
        ("HR", [na(), na(), na(), step(3.0)]),
        ("AD", [step(5.0), dk(), dk(), dk()]),
        // Kept in the file, hidden from a shop.
        ("DE", [step(5.0), step(5.0), step(5.0), step(5.0)]),
    ] {
        for (analysis, state) in ANALYSES.into_iter().zip(states) {
            made.set(&format!("X.{process}.{analysis}"), state);
        }
    }
    let found = made.scores().matrix.unwrap();
    assert!(close(found.coverage, Some(14.0 / 21.0)), "{:?}", found.coverage);
    assert!(found.is_published());
    let names: Vec<&str> = found.processes.iter().map(|p| p.0.as_str()).collect();
    assert_eq!(names, ["PR", "LO", "SC", "HR", "MS", "AD"]);
    for (process, mean) in [
        ("PR", Some(11.0 / 4.0)),
        ("LO", Some(1.0)),
        ("SC", Some(8.5 / 4.0)),
        ("HR", Some(3.0)),
        ("MS", None),
        ("AD", Some(5.0)),
    ] {
        assert!(close(of(&found.processes, process), mean), "{process}: {found:?}");
    }
    for (analysis, mean) in [("E", 11.0 / 4.0), ("M", 6.5 / 3.0), ("T", 7.0 / 3.0), ("O", 7.0 / 4.0)] {
        assert!(close(of(&found.analyses, analysis), Some(mean)), "{analysis}: {found:?}");
    }
    let cell = found.cell("PR", "E").unwrap();
    assert_eq!((cell.value, cell.applies), (Some(1.0), true), "no tool at all is the scale's 1");
    assert!(!found.cell("HR", "E").unwrap().applies);
    assert_eq!(found.cell("MS", "T").unwrap().value, None);
    assert!(found.cell("DE", "E").is_none());
}

/// Of a shop's 24 cells 15 are 0.625 and enough, 14 are 0.583 and not; of 20 that apply 12 are 0.6 and enough.
#[test]
fn a_matrix_with_too_few_answers_has_no_means() {
    let read = |answered: usize, not_applicable: usize| -> Reading {
        let mut made = Made::empty("trade", Some(30));
        let cells: Vec<_> = made.asked().filter(|s| matches!(s.part, Part::Cell { .. })).collect();
        assert_eq!(cells.len(), 24);
        for (n, cell) in cells.iter().enumerate() {
            let state = if n < answered {
                step(3.0)
            } else if n < answered + not_applicable {
                State::NotApplicable
            } else {
                State::Open
            };
            made.set(&cell.id, state);
        }
        made.scores().matrix.unwrap()
    };
    for (answered, not_applicable, published) in
        [(15, 0, true), (14, 0, false), (12, 4, true), (11, 4, false), (0, 24, false), (0, 0, false), (24, 0, true)]
    {
        let found = read(answered, not_applicable);
        assert_eq!(found.is_published(), published, "{answered} {not_applicable}");
        let means = || found.processes.iter().chain(&found.analyses).filter_map(|m| m.1);
        assert_eq!(means().next().is_some(), published, "{answered} {not_applicable}");
        assert!(means().all(|m| m == 3.0));
        assert_eq!(found.cells.iter().filter(|c| c.value.is_some()).count(), answered, "the cells stay");
    }
}

#[test]
fn micro_firms_and_quick_files_have_no_matrix() {
    let mut made = Made::all("manufacturing", Some(10), |s| s.best());
    assert!(made.scores().matrix.is_some());
    made.employees = Some(9);
    assert_eq!(made.scores().matrix, None);
    made.employees = Some(10);
    made.mode = Mode::Quick;
    assert_eq!(made.scores().matrix, None);
}

proptest! {
    #![proptest_config(cases())]
    #[test]
    fn the_matrix_follows_the_method(made in companies()) {
        let found = made.scores().matrix;
        let cells: Vec<(&str, &str, Option<f64>)> = made
            .asked()
            .filter_map(|item| {
                let Part::Cell { process, analysis } = item.part else { return None };
                assert_eq!(item.kind, Kind::Ladder { na: true });
                let value = match made.state(&item.id) {
                    State::NotApplicable => return None,
                    State::Answered(Value::Number(v)) => Some(if *v < 1.0 { 1.0 } else { *v }),
                    _ => None,
                };
                Some((process, analysis, value))
            })
            .collect();
        let shown = made.asked().any(|s| matches!(s.part, Part::Cell { .. }));
        prop_assert_eq!(found.is_some(), shown);
        let Some(found) = found else { return Ok(()) };
        let answered = cells.iter().filter(|c| c.2.is_some()).count();
        let share = (!cells.is_empty()).then(|| answered as f64 / cells.len() as f64);
        prop_assert!(close(found.coverage, share));
        let coverage = share.unwrap_or(0.0);
        let mean = |wanted: &dyn Fn(&str, &str) -> bool| {
            let list: Vec<f64> = cells.iter().filter(|c| wanted(c.0, c.1)).filter_map(|c| c.2).collect();
            (coverage >= 0.6 - 1e-9 && !list.is_empty()).then(|| list.iter().sum::<f64>() / list.len() as f64)
        };
        for process in PROCESSES.iter().filter(|p| super::full::processes(made.sector).contains(p)) {
            prop_assert!(close(of(&found.processes, process), mean(&|p, _| p == *process)), "{process}");
        }
        prop_assert_eq!(found.processes.len(), super::full::processes(made.sector).len());
        for analysis in ANALYSES {
            prop_assert!(close(of(&found.analyses, analysis), mean(&|_, a| a == analysis)), "{analysis}");
        }
    }
}
