//! The full questionnaire at its ends, with items left out, in every language and out of a table.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use orienta::assessment::{Cell, State, Value, Word, import};
use orienta::export::json;
use orienta::pack::{Pack, orientamento};
use orienta::pipeline::evaluate;
use orienta::scoring::dmat::Band;
use orienta::scoring::score;
use orienta::text::Language;
use proptest::prelude::*;

use super::full::{ITEMS, Kind, Made, Part, SECTORS, companies, full_companies, spec, ticked};
use super::support::{Files, cases, few_cases, figures, same_figure, step};

#[test]
fn everything_at_nothing_is_zero_and_level_zero() {
    for (sector, _) in SECTORS {
        for employees in [5, 50] {
            let s = Made::all(sector, Some(employees), |item| item.worst()).scores();
            for (name, f) in figures(&s) {
                assert_eq!(
                    (f.score, f.low, f.high, f.coverage),
                    (Some(0.0), Some(0.0), Some(0.0), Some(1.0)),
                    "{name}"
                );
            }
            assert_eq!((s.total.level, s.total.evidenced), (Some(0), Some(0.0)));
            assert_eq!(s.total.gates.len(), 4);
            assert_eq!(s.dmat.unwrap().total, Some((0.0, Band::Basic)));
            assert_eq!(s.dii_v3.unwrap().figures.unwrap().count + s.dii_v4.unwrap().figures.unwrap().count, 0);
            assert!(s.matrix.is_none_or(|m| m.processes.iter().all(|p| p.1 == Some(1.0))), "the scale begins at 1");
        }
    }
}

#[test]
fn everything_at_its_best_is_a_hundred_and_level_five() {
    for (sector, _) in SECTORS {
        for employees in [5, 50] {
            let made = Made::all(sector, Some(employees), |item| item.best());
            let s = made.scores();
            for (name, f) in figures(&s) {
                let all = [f.score, f.low, f.high].map(|x| (x.unwrap() - 100.0).abs() < 1e-9);
                assert!(all == [true; 3] && (f.coverage.unwrap() - 1.0).abs() < 1e-9, "{name}: {f:?}");
            }
            assert_eq!((s.total.level, s.total.level_uncapped), (Some(5), Some(5)));
            assert!(s.total.gates.is_empty() && s.total.flags.is_empty() && s.contradictions.is_empty());
            assert_eq!(s.dmat.unwrap().total, Some((100.0, Band::Advanced)));
            assert!(s.matrix.is_none_or(|m| m.processes.iter().all(|p| p.1 == Some(5.0))));
            assert_eq!(s.progress.given, ITEMS.iter().filter(|i| made.is_asked(i)).count() + 2, "P1 and P3");
        }
    }
}

/// Step k wherever there is a step. Lists whose parts have five options or ten get k fifths of them; all others are left out,
/// for "every answered item" is one of 20·k points (method §3).
fn every_step(made: &mut Made, k: u8) {
    let all: Vec<(&'static str, State)> = ITEMS
        .iter()
        .map(|item| {
            let n = usize::from(k);
            let state = match (item.kind, item.id.as_str()) {
                (Kind::Ladder { .. }, _) => step(f64::from(k)),
                (Kind::Rows, _) => item.every_row(f64::from(k)),
                (_, "M1") => {
                    ticked(&item.options.iter().step_by(2).take(2 * n).map(String::as_str).collect::<Vec<_>>())
                }
                (_, "M3") => ticked(&[&["a", "g", "h", "i", "j"][..n], &["b", "c", "d", "e", "f"][..n]].concat()),
                (Kind::Ticks | Kind::Partly, _) if k == 0 => item.worst(),
                (Kind::Ticks | Kind::Partly, _) if k == 5 => item.best(),
                _ => State::Open,
            };
            (item.id.as_str(), state)
        })
        .collect();
    for (id, state) in all {
        // Gaps stay gaps.
        if matches!(made.state(id), State::Answered(_)) || matches!(spec(id).kind, Kind::Ticks | Kind::Partly) {
            made.set(id, state);
        }
    }
}

proptest! {
    #![proptest_config(cases())]
    #[test]
    fn every_answered_item_k_is_level_k(made in companies(), k in 0_u8..=5) {
        let mut made = made;
        every_step(&mut made, k);
        let s = made.scores();
        for (name, f) in figures(&s) {
            prop_assert!(f.score.is_none_or(|score| (score - 20.0 * f64::from(k)).abs() < 1e-9), "{name}: {f:?}");
        }
        let levels = [s.total.level, s.total.level_uncapped].into_iter().chain(s.dimensions.iter().map(|d| d.level));
        prop_assert!(levels.chain(s.maturities.iter().map(|m| m.level)).flatten().all(|l| l == k));
        // Every answered cell is k, and so is each mean of the matrix; the scale begins at 1.
        let means = s.matrix.iter().flat_map(|m| m.processes.iter().chain(&m.analyses)).filter_map(|m| m.1);
        for mean in means {
            prop_assert!((mean - f64::from(k.max(1))).abs() < 1e-9);
        }
    }

    /// For the figures don't know and open are the same, in rows too; only the spread and the progress tell them apart.
    #[test]
    fn dont_know_weighs_like_open(made in companies()) {
        let mut open = made.clone();
        for (state, _) in open.answers.values_mut() {
            match state {
                State::DontKnow => *state = State::Open,
                State::Answered(Value::Rows(cells)) => cells.retain(|_, cell| *cell != Cell::Word(Word::DontKnow)),
                _ => {}
            }
        }
        let (mut a, b) = (made.scores(), open.scores());
        prop_assert!(a.progress.given >= b.progress.given);
        a.progress = b.progress;
        prop_assert_eq!(a, b);
    }

    /// An answer turned into don't know moves the sub-dimensions it feeds and what is made of them, and nothing else; their
    /// coverage falls, and their bounds reach from its worst to its best.
    #[test]
    fn dont_know_changes_the_bounds_and_the_denominator(made in companies(), at: usize) {
        let steps: Vec<_> = made.asked().filter(|s| matches!(s.kind, Kind::Ladder { .. })).collect();
        let item = steps[at % steps.len()];
        let [unknown, worst, best] =
            [State::DontKnow, step(0.0), step(5.0)].map(|state| made.clone().with(&item.id, state).scores());
        let fed: Vec<&str> = super::oracle_full::WAYS
            .iter()
            .filter(|(_, ways)| ways.iter().any(|w| w.item.id == item.id))
            .map(|(to, _)| *to)
            .collect();
        for ((unknown, worst), best) in unknown.dimensions.iter().zip(&worst.dimensions).zip(&best.dimensions) {
            let leaves = unknown.subdimensions.iter().zip(&worst.subdimensions).zip(&best.subdimensions);
            for ((u, w), b) in leaves {
                if !fed.contains(&u.id.as_str()) {
                    prop_assert!(u.figure == w.figure && u.figure == b.figure, "{} → {}", item.id, u.id);
                    continue;
                }
                prop_assert!(u.figure.coverage < w.figure.coverage, "{} → {}", item.id, u.id);
                let close = |a: Option<f64>, b: Option<f64>| (a.unwrap() - b.unwrap()).abs() < 1e-9;
                prop_assert!(close(u.figure.low, w.figure.low) && close(u.figure.high, b.figure.high), "{}", u.id);
            }
            if !unknown.subdimensions.iter().any(|s| fed.contains(&s.id.as_str())) {
                prop_assert_eq!(unknown, worst, "{} → {}", &item.id, &unknown.id);
            }
        }
    }
}

/// A pack without an item, or without a row of one.
fn without(id: &str, row: Option<&str>) -> Pack {
    let mut files = Files::shipped();
    let items = files.structure()["items"].as_array_mut().unwrap();
    let place = items.iter().position(|i| i["id"] == id).unwrap();
    match row {
        None => {
            items.remove(place);
        }
        Some(row) => {
            let item = &mut items[place];
            item["options"].as_array_mut().unwrap().retain(|o| o != row);
            for feed in item["feeds"].as_array_mut().unwrap() {
                if let Some(options) = feed.get_mut("options").and_then(serde_json::Value::as_array_mut) {
                    options.retain(|o| o != row);
                }
            }
            // A feed that names no options counts them all.
            item["feeds"].as_array_mut().unwrap().retain(|f| f.get("options") != Some(&serde_json::json!([])));
        }
    }
    for texts in files.texts() {
        let items = texts["items"].as_object_mut().unwrap();
        match row {
            None => {
                items.remove(id);
            }
            Some(row) => {
                for key in ["options", "hints"] {
                    if let Some(list) = items[id].get_mut(key).and_then(serde_json::Value::as_object_mut) {
                        list.remove(row);
                    }
                }
            }
        }
    }
    files.load()
}

/// Cells, sector ladders and rows that are left out one at a time; a cell or row that is alone in its group is among them.
const LEFT_OUT: [(&str, Option<&str>); 12] = [
    ("X.PR.T", None),
    ("X.MS.O", None),
    ("X.HR.E", None),
    ("X.LO.M", None),
    ("X.MA.O", None),
    ("S.manufacturing.1", None),
    ("S.trade.4", None),
    ("S.agrifood.6", None),
    ("M4", Some("e")),
    ("M9", Some("d")),
    ("M9", Some("b")),
    ("M11", Some("c")),
];

proptest! {
    #![proptest_config(cases())]
    #[test]
    fn not_applicable_is_like_deleting(made in full_companies(), which in 0..LEFT_OUT.len()) {
        thread_local!(static PACKS: [OnceCell<Pack>; LEFT_OUT.len()] = const { [const { OnceCell::new() }; LEFT_OUT.len()] });
        let (id, row) = LEFT_OUT[which];
        let mut made = made;
        // Where the item may be seen.
        if let Part::Sector { sector, .. } = spec(id).part {
            (made.sector, made.code) = *SECTORS.iter().find(|s| s.0 == sector).unwrap();
        }
        let (mut whole, mut reduced) = (made.clone(), made.clone());
        match row {
            None => {
                whole.set(id, State::NotApplicable);
                reduced.answers.remove(id);
            }
            Some(row) => {
                let State::Answered(Value::Rows(mut cells)) = made.state(id).clone() else { return Ok(()) };
                cells.remove(row);
                reduced.set(id, State::Answered(Value::Rows(cells.clone())));
                cells.insert(row.to_owned(), Cell::Word(Word::NotApplicable));
                whole.set(id, State::Answered(Value::Rows(cells)));
            }
        }
        let whole = whole.scores();
        let reduced = PACKS.with(|packs| {
            let pack = packs[which].get_or_init(|| without(id, row));
            assert!(row.is_some() || pack.item(id).is_none());
            score(pack, &reduced.assessment())
        });
        for ((name, w), (_, r)) in figures(&whole).iter().zip(figures(&reduced)) {
            prop_assert!(same_figure(w, &r), "{name} without {id} {row:?}: {w:?} {r:?}");
        }
        prop_assert_eq!(&whole.total.level, &reduced.total.level);
        prop_assert_eq!(&whole.total.gates, &reduced.total.gates);
        prop_assert_eq!(whole.matrix.map(|m| (m.processes, m.analyses)), reduced.matrix.map(|m| (m.processes, m.analyses)));
    }
}

/// What stands in a table's cell, written from the contract; none where there is no way to write it.
fn cell(item: &str, state: &State) -> Option<String> {
    let partly = |v: f64| match v {
        0.0 => Some("no".to_owned()),
        0.5 => Some("partly".to_owned()),
        1.0 => Some("yes".to_owned()),
        // Between two of them: several respondents combined, which a table does not hold.
        _ => None,
    };
    Some(match state {
        State::Open | State::Skipped => String::new(),
        State::NotApplicable => "na".into(),
        State::DontKnow => "dk".into(),
        State::Answered(Value::Bool(b)) => if *b { "yes" } else { "no" }.into(),
        State::Answered(Value::Number(v)) => v.to_string(),
        State::Answered(Value::Options(list)) if list.is_empty() => "none".into(),
        State::Answered(Value::Options(list)) => list.join("|"),
        State::Answered(Value::Rows(cells)) => {
            let mut parts = Vec::new();
            for (row, cell) in cells {
                let value = match cell {
                    Cell::Word(Word::NotApplicable) => "na".to_owned(),
                    Cell::Word(Word::DontKnow) => "dk".to_owned(),
                    Cell::Number(v) if spec(item).kind == Kind::Rows => v.to_string(),
                    Cell::Number(v) => partly(*v)?,
                };
                parts.push(format!("{row}={value}"));
            }
            parts.join("|")
        }
        State::Answered(Value::Text(_)) => return None,
    })
}

proptest! {
    #![proptest_config(cases())]
    /// The table of `orienta-cli import`, written from the contract: the row gives the figures of the file, and is full exactly
    /// where it has a value in an item of the full questionnaire (method §1).
    #[test]
    fn a_row_of_a_table_gives_the_same_figures(made in companies(), decimals in prop::sample::select(vec![".", ","])) {
        let mut made = made;
        let mut columns = vec![("name".to_owned(), "Impresa Inventata".to_owned())];
        columns.push(("ateco".into(), made.code.into()));
        columns.push(("ateco_edition".into(), "2025".into()));
        columns.push(("employees".into(), made.employees.map_or_else(String::new, |n| n.to_string())));
        let quick_alone = made.mode == orienta::pack::Mode::Quick;
        made.answers.retain(|id, (state, _)| {
            let stays = cell(id, state).is_some() && !(quick_alone && spec(id).part != Part::Quick);
            // An answer to rows of which none is given cannot be told from an open one.
            stays && !matches!(state, State::Answered(Value::Rows(cells)) if cells.is_empty())
        });
        for (id, (state, grade)) in &mut made.answers {
            *grade = 0;
            columns.push(((*id).to_owned(), cell(id, state).unwrap().replace('.', decimals)));
        }
        // Options are letters but in M1, whose ids have a point of their own.
        if let Some(m1) = made.answers.get("M1") {
            let text = cell("M1", &m1.0).unwrap();
            columns.iter_mut().find(|c| c.0 == "M1").unwrap().1 = text;
        }
        let line = |of: fn(&(String, String)) -> &String| columns.iter().map(of).cloned().collect::<Vec<_>>().join(";");
        let table = format!("{}\n{}\n", line(|c| &c.0), line(|c| &c.1));
        let rows = import::read(orientamento(), table.as_bytes(), Language::EN).unwrap();
        let [row] = <[_; 1]>::try_from(rows).unwrap();
        let row = row.unwrap_or_else(|faults| panic!("{faults:?}"));
        let given = |id: &str, state: &State| spec(id).part != Part::Quick && *state != State::Open;
        let full = made.answers.iter().any(|(id, (state, _))| given(id, state));
        made.mode = if full { orienta::pack::Mode::Full } else { orienta::pack::Mode::Quick };
        prop_assert_eq!(row.mode, made.mode);
        prop_assert_eq!(score(orientamento(), &row), made.scores());
    }
}

proptest! {
    // Doors are found as well, and the runs made, which takes its time in a debug build.
    #![proptest_config(few_cases())]
    #[test]
    fn the_language_changes_texts_alone(made in companies()) {
        let assessment = made.assessment();
        let day = jiff::civil::date(2026, 11, 23);
        let in_language = |language| {
            let mut figures = json::scores(&evaluate(orientamento(), &assessment, day, language));
            for gate in figures["total"]["gates"].as_array_mut().unwrap() {
                assert!(gate["reason"].take().is_string());
            }
            figures
        };
        prop_assert_eq!(in_language(Language::IT), in_language(Language::EN));
    }
}

/// The lists above hold each item once.
#[test]
fn items_are_listed_once() {
    let mut seen = BTreeMap::new();
    ITEMS.iter().for_each(|s| *seen.entry(&s.id).or_insert(0) += 1);
    assert!(seen.values().all(|n| *n == 1));
    // 20 ladders, 19 facts, 11 lists, 9 × 4 cells, 7 × 6 ladders of sectors.
    assert_eq!(seen.len(), 20 + 19 + 11 + 36 + 42);
}
