//! The unofficial estimate on DMAT's scale (method §5, reference §1.1).

use orienta::assessment::{Cell, State, Value, file, value_fits};
use orienta::pack::{Mode, orientamento, shipped as shipped_packs};
use orienta::scoring::dmat::{Band, Form, Reading};
use orienta::text::Language;
use proptest::prelude::*;

use super::full::{ITEMS, Kind, Made, Part, Spec, companies, rows, spec, ticked};
use super::support::{LADDERS, all_ladders, cases, close, step, yes};

fn reading(made: &Made) -> Reading {
    made.scores().dmat.unwrap()
}

fn dimension(reading: &Reading, id: &str) -> Option<f64> {
    reading.dimensions.iter().find(|(known, _)| known == id).unwrap().1
}

fn figures(reading: &Reading) -> Vec<Option<f64>> {
    assert_eq!(reading.dimensions.iter().map(|d| d.0.as_str()).collect::<Vec<_>>(), ["1", "2", "3", "4", "5", "6"]);
    reading.dimensions.iter().map(|d| d.1).collect()
}

/// The lists with the least in each, so that the full form can be made.
fn empty_lists() -> Made {
    Made::all("manufacturing", Some(50), |item| if item.part == Part::List { item.worst() } else { State::Open })
}

/// Reference §1.1, worked check: 4 invested, 6 planned and 5 prepared are three equal thirds, (4 + 6 + 5)·10/3 = 50.0 of 100.
#[test]
fn the_worked_check_of_the_first_dimension() {
    let invested_and_planned =
        ["a.now", "c.now", "e.now", "j.now", "a.plan", "b.plan", "c.plan", "d.plan", "g.plan", "i.plan"];
    let made = empty_lists().with("M1", ticked(&invested_and_planned)).with("M2", ticked(&["a", "c", "d", "h", "j"]));
    let found = reading(&made);
    assert_eq!(found.form, Form::Full);
    assert!(close(dimension(&found, "1"), Some(50.0)), "{found:?}");
    // Nothing else is ticked, so the total is a sixth of it.
    assert!(close(found.total.map(|t| t.0), Some(50.0 / 6.0)), "{found:?}");
}

/// Reference §1.1, worked check: rows 5, 0, 5, 3, 2, 0, 0 are 10·15/35 of 10. Q3 is 0, so the dimension, 5·(Q3 + Q4) of 100,
/// is half of the rows' share.
#[test]
fn the_worked_check_of_the_fourth_question() {
    let made = empty_lists().with("M4", rows(&[5.0, 0.0, 5.0, 3.0, 2.0, 0.0, 0.0]));
    let found = reading(&made);
    assert!(close(dimension(&found, "2"), Some(5.0 * (0.0 + 10.0 * 15.0 / 35.0))), "{found:?}");
    assert_eq!(figures(&found)[2..], [Some(0.0); 4]);
}

#[test]
fn everything_ticked_is_six_times_a_hundred() {
    for sector in ["manufacturing", "trade", "professional"] {
        for employees in [3, 40] {
            let made =
                Made::all(
                    sector,
                    Some(employees),
                    |item| {
                        if item.part == Part::List { item.best() } else { State::Open }
                    },
                );
            let found = reading(&made);
            assert_eq!(figures(&found), [Some(100.0); 6], "{sector}");
            assert_eq!(found.total, Some((100.0, Band::Advanced)), "{sector}");
            assert_eq!((found.form, found.margin, found.coverage), (Form::Full, 0.0, 1.0), "{sector}");
        }
    }
    let nothing = reading(&empty_lists());
    assert_eq!(nothing.total, Some((0.0, Band::Basic)));
    assert_eq!((nothing.form.id(), nothing.margin), ("full", 0.0));
}

/// Each of the 95 positive ticks and rows is worth what its question says: 10 of 10 points shared equally inside it, and the
/// questions of a dimension shared equally too, the two columns of the first as questions of their own.
#[test]
fn each_tick_is_worth_its_share() {
    // Question, dimension, positive ticks or rows, questions in the dimension.
    let questions = [
        ("M1", "1", 10.0, 3.0),
        ("M2", "1", 10.0, 3.0),
        ("M3", "2", 10.0, 2.0),
        ("M4", "2", 7.0, 2.0),
        ("M5", "3", 7.0, 2.0),
        ("M6", "3", 8.0, 2.0),
        ("M7", "4", 7.0, 2.0),
        ("M8", "4", 6.0, 2.0),
        ("M9", "5", 5.0, 1.0),
        ("M10", "6", 10.0, 2.0),
        ("M11", "6", 5.0, 2.0),
    ];
    let mut tried = 0;
    for (id, own, count, together) in questions {
        for option in spec(id).positive() {
            let alone = match spec(id).kind {
                Kind::Ticks => ticked(&[option]),
                kind => {
                    let State::Answered(Value::Rows(mut cells)) = spec(id).worst() else { panic!("{id} has rows") };
                    cells.insert(option.clone(), Cell::Number(if kind == Kind::Rows { 5.0 } else { 1.0 }));
                    State::Answered(Value::Rows(cells))
                }
            };
            let found = reading(&empty_lists().with(id, alone));
            for (dimension, figure) in &found.dimensions {
                let expected = if dimension == own { 100.0 / count / together } else { 0.0 };
                assert!(close(*figure, Some(expected)), "{id}.{option}: dimension {dimension} is {figure:?}");
            }
            tried += 1;
        }
    }
    assert_eq!(tried, 95);
}

/// Q8 is full and Q7 is 0 for the negative tick, so the dimension is 5·(0 + 10).
#[test]
fn the_negative_tick_is_nothing() {
    let made = empty_lists().with("M7", ticked(&["b"])).with("M8", spec("M8").best());
    assert!(close(dimension(&reading(&made), "4"), Some(50.0)));
    // n of 7, the negative one not among them.
    let made = empty_lists().with("M7", ticked(&["a", "c", "d"]));
    assert!(close(dimension(&reading(&made), "4"), Some(5.0 * 10.0 * 3.0 / 7.0)));
    // In the index all four parts are 0 with it: A9, A6, A10 and A11 have nothing but this list.
    let scores = empty_lists().with("M7", ticked(&["b"])).scores();
    for (dimension, place) in [("D4", 0), ("D2", 2), ("D4", 1), ("D4", 2)] {
        let figure = scores.dimension(dimension).unwrap().subdimensions[place].figure;
        assert_eq!(figure.low, Some(0.0));
        assert!(figure.coverage.unwrap() > 0.0, "it is an answer");
    }
}

#[test]
fn the_negative_tick_stands_alone() {
    let item = orientamento().item("M7").unwrap();
    let value = |options: &[&str]| Value::Options(options.iter().map(|o| (*o).to_owned()).collect());
    for (options, fits) in [
        (&["b"][..], true),
        (&[], true),
        (&["a", "c", "d", "e", "f", "g", "h"], true),
        (&["a", "b"], false),
        (&["b", "h"], false),
        (&["b", "b"], false),
        (&["a", "a"], false),
        (&["z"], false),
    ] {
        for language in Language::all() {
            assert_eq!(value_fits(item, &value(options), language).is_ok(), fits, "{options:?}");
        }
        let bytes = file::write(&empty_lists().with("M7", ticked(options)).assessment());
        let opened = file::open(&bytes, |id| shipped_packs().get(id), Language::EN);
        assert_eq!(opened.is_ok(), fits, "{options:?}: the check of the file");
        if let Err(e) = opened {
            assert!(e.sentences(Language::EN).iter().any(|s| s.contains("M7")), "{e:?}");
        }
    }
}

/// One list short of eleven it is the other form; so it is with a row that is open or not known, and in quick mode, where the
/// lists are kept and do not count. DMAT has no «not applicable»: such a row is not used.
#[test]
fn the_full_form_needs_every_list() {
    let lists: Vec<&Spec> = ITEMS.iter().filter(|s| s.part == Part::List).collect();
    assert_eq!(lists.len(), 11);
    for list in &lists {
        for gap in [State::Open, State::DontKnow] {
            let found = reading(&empty_lists().with(&list.id, gap));
            assert_eq!((found.form, found.margin), (Form::Quick, 12.0), "{}", list.id);
        }
    }
    let with_row = |row: Option<Cell>| {
        let State::Answered(Value::Rows(mut cells)) = spec("M9").best() else { panic!("rows") };
        cells.remove("b");
        cells.extend(row.map(|cell| ("b".to_owned(), cell)));
        reading(&empty_lists().with("M9", State::Answered(Value::Rows(cells))))
    };
    assert_eq!(with_row(None).form, Form::Quick);
    assert_eq!(with_row(Some(Cell::Word(orienta::assessment::Word::DontKnow))).form, Form::Quick);
    let not_applicable = with_row(Some(Cell::Word(orienta::assessment::Word::NotApplicable)));
    assert_eq!(not_applicable.form, Form::Full);
    assert!(close(dimension(&not_applicable, "5"), Some(80.0)), "four of five rows at their best");
    let mut quick = empty_lists();
    quick.mode = Mode::Quick;
    assert_eq!(reading(&quick).form, Form::Quick);
}

/// All ladders at 2.5 are 50 in five dimensions and half of the second; three of six facts are the other half.
#[test]
fn bands_are_continuous() {
    let mut made = Made::empty("trade", Some(20));
    made.mode = Mode::Quick;
    made.answers = all_ladders(2.5).into_iter().map(|(id, state)| (id, (state, 0))).collect();
    for (n, id) in ["F1.b", "F2.a", "F2.b", "F2.c", "F1.c", "F1.d", "F3.a", "F3.b"].into_iter().enumerate() {
        made.set(id, yes(n < 3));
    }
    let found = reading(&made);
    assert_eq!((found.form, found.margin, found.coverage), (Form::Quick, 12.0, 1.0));
    assert_eq!(found.total, Some((50.0, Band::Average)), "50 belongs to the band below it");
    // A fourth fact: d2 is (100·4/6 + 50)/2, which lifts the total by 100/6/2/6.
    made.set("F2.c", yes(true));
    let (total, band) = reading(&made).total.unwrap();
    assert!((total - (50.0 + 100.0 / 6.0 / 2.0 / 6.0)).abs() < 1e-9);
    assert_eq!(band, Band::ModeratelyAdvanced);

    let dmat = orientamento().structure.dmat.as_ref().unwrap();
    for (total, band) in [
        (0.0, "basic"),
        (25.0, "basic"),
        (25.0 + 1e-10, "basic"),
        (25.3, "average"),
        (26.0, "average"),
        (50.0, "average"),
        (50.000_001, "moderately_advanced"),
        (75.0, "moderately_advanced"),
        (75.000_001, "advanced"),
        (100.0, "advanced"),
    ] {
        assert_eq!(Band::of(dmat, total).id(), band, "{total}");
    }
}

/// Twenty places: fourteen ladders and six facts. Twelve of them are 0.6 and enough, eleven are not.
#[test]
fn a_quick_estimate_has_no_figures_without_its_answers() {
    let with = |ids: &[&str]| {
        let mut made = Made::empty("trade", Some(20));
        made.mode = Mode::Quick;
        ids.iter().for_each(|id| made.set(id, if id.starts_with('F') { yes(true) } else { step(2.0) }));
        reading(&made)
    };
    let mut ids = vec!["A1", "A2", "A3", "A9", "A10", "A11", "A12", "A13", "A14", "A15", "A16", "A20"];
    let found = with(&ids);
    assert!((found.coverage - 0.6).abs() < 1e-9, "{found:?}");
    // d2 has none of its ladders or facts, and takes the total with it; d5 has one of three.
    assert_eq!(figures(&found), [Some(40.0), None, Some(40.0), Some(40.0), Some(40.0), Some(40.0)]);
    assert_eq!(found.total, None);
    // A7 alone is half of d2, and the half without an answer makes the whole null.
    ids.push("A7");
    assert_eq!(dimension(&with(&ids), "2"), None);
    ids.push("F2.b");
    let found = with(&ids);
    assert_eq!(dimension(&found, "2"), Some(70.0), "(100 + 40)/2");
    // (5·40 + 70)/6.
    assert!(close(found.total.map(|t| t.0), Some(45.0)), "{found:?}");
    let found = with(&ids[..11]);
    assert!((found.coverage - 11.0 / 20.0).abs() < 1e-9);
    assert_eq!((figures(&found), found.total), (vec![None; 6], None));
    // The half of d4 that has an answer does not stand for the other.
    let found = with(&["A1", "A2", "A3", "A7", "A8", "A9", "A15", "A16", "A20", "F1.b", "F2.a", "F2.b", "F2.c"]);
    assert_eq!(dimension(&found, "4"), None);
    assert!(dimension(&found, "5").is_some() && found.total.is_none());
}

/// Form, margin, coverage and dimensions after method §5 and reference §1.1, on the tool's own scale of ten points a question.
fn expected(made: &Made) -> (Form, f64, f64, Vec<Option<f64>>) {
    if let Some(list) = from_lists(made) {
        return (Form::Full, 0.0, 1.0, list.into_iter().map(Some).collect());
    }
    let ladder = |id: &str| match made.state(id) {
        State::Answered(Value::Number(v)) => Some(20.0 * v),
        _ => None,
    };
    let fact = |id: &str| match made.state(id) {
        State::Answered(Value::Bool(b)) => Some(*b),
        _ => None,
    };
    let either = |a: &str, b: &str| match (fact(a), fact(b)) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    };
    let mean = |list: &[Option<f64>]| {
        let known: Vec<f64> = list.iter().flatten().copied().collect();
        (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
    };
    let ladders = |ids: &[&str]| mean(&ids.iter().map(|id| ladder(id)).collect::<Vec<_>>());
    let half = |a: Option<f64>, b: Option<f64>| Some(0.5 * a? + 0.5 * b?);
    let places =
        [fact("F1.b"), either("F1.c", "F1.d"), fact("F2.a"), fact("F2.b"), fact("F2.c"), either("F3.a", "F3.b")];
    let share = mean(&places.map(|yes| yes.map(|yes| if yes { 100.0 } else { 0.0 })));
    let dimensions = vec![
        ladders(&["A1", "A2", "A3"]),
        half(share, ladder("A7")),
        ladders(&["A15", "A16"]),
        half(ladders(&["A9", "A10", "A11"]), ladders(&["A12", "A13", "A14"])),
        ladders(&["A7", "A8", "A10"]),
        ladder("A20"),
    ];
    let used = LADDERS.iter().filter(|id| !["A4", "A5", "A6", "A17", "A18", "A19"].contains(id));
    let applicable: Vec<&&str> = used.filter(|id| *made.state(id) != State::NotApplicable).collect();
    let answered = applicable.iter().filter(|id| ladder(id).is_some()).count() + places.iter().flatten().count();
    let coverage = answered as f64 / (applicable.len() + places.len()) as f64;
    let published = coverage >= 0.6 - 1e-9;
    (Form::Quick, 12.0, coverage, dimensions.into_iter().map(|d| d.filter(|_| published)).collect())
}

/// The six dimensions from the lists, none where one of these is not answered.
fn from_lists(made: &Made) -> Option<Vec<f64>> {
    if made.mode == Mode::Quick {
        return None;
    }
    let ticked = |id: &str| match made.state(id) {
        State::Answered(Value::Options(list)) => Some(list.clone()),
        _ => None,
    };
    let share = |id: &str, of: f64| Some(10.0 * ticked(id)?.len() as f64 / of);
    let in_rows = |id: &str, best: f64| {
        let State::Answered(Value::Rows(cells)) = made.state(id) else { return None };
        let rows = &spec(id).options;
        let mut sum = 0.0;
        for row in rows {
            sum += match cells.get(row)? {
                Cell::Number(v) => *v,
                Cell::Word(orienta::assessment::Word::NotApplicable) => 0.0,
                Cell::Word(orienta::assessment::Word::DontKnow) => return None,
            };
        }
        Some(10.0 * sum / (best * rows.len() as f64))
    };
    let column = |column: &str| Some(ticked("M1")?.iter().filter(|o| o.ends_with(column)).count() as f64);
    let data = ticked("M7")?;
    let q7 = if data.iter().any(|o| o == "b") { 0.0 } else { 10.0 * data.len() as f64 / 7.0 };
    let prepared = ticked("M2")?.len() as f64;
    Some(vec![
        (column(".now")? + column(".plan")? + prepared) * 10.0 / 3.0,
        5.0 * (share("M3", 10.0)? + in_rows("M4", 5.0)?),
        5.0 * (share("M5", 7.0)? + share("M6", 8.0)?),
        5.0 * (q7 + share("M8", 6.0)?),
        10.0 * in_rows("M9", 5.0)?,
        5.0 * (share("M10", 10.0)? + in_rows("M11", 1.0)?),
    ])
}

proptest! {
    #![proptest_config(cases())]
    #[test]
    fn the_estimate_follows_the_method(made in companies()) {
        let (form, margin, coverage, dimensions) = expected(&made);
        let found = reading(&made);
        prop_assert_eq!((found.form, found.margin), (form, margin));
        prop_assert!((found.coverage - coverage).abs() < 1e-9, "{} {coverage}", found.coverage);
        for (n, (expected, found)) in dimensions.iter().zip(figures(&found)).enumerate() {
            prop_assert!(close(*expected, found), "dimension {}: expected {expected:?}, found {found:?}", n + 1);
        }
        let total = dimensions.iter().copied().sum::<Option<f64>>().map(|sum| sum / 6.0);
        prop_assert!(close(total, found.total.map(|t| t.0)), "{total:?} {:?}", found.total);
        if let Some((total, band)) = found.total {
            let band_of = [25.0, 50.0, 75.0].iter().filter(|end| total > **end + 1e-9).count();
            prop_assert_eq!(Band::ALL[band_of], band);
        }
    }
}
