//! Answers from a table: one row a company (contract of `orienta-cli import`).

use std::collections::BTreeMap;

use serde_json::Map;

use super::{ActivityCode, Answer, Assessment, Cell, State, Value, Word, value_fits};
use crate::pack::ateco::{Ateco, Edition};
use crate::pack::{Item, ItemKind, Mode, Pack};
use crate::text::{Language, ta};

/// The columns that are no items, in the order of the header.
pub const NAMED: [&str; 5] = ["name", "ateco", "ateco_edition", "province", "employees"];
/// Items that the named columns stand for.
const BY_NAME: [&str; 3] = ["P1", "P2", "P3"];

/// The header an import needs for the items wanted of a pack.
#[must_use]
pub fn header(pack: &Pack, wanted: impl Fn(&Item) -> bool) -> Vec<String> {
    let mut columns: Vec<String> = NAMED.iter().map(|c| (*c).to_owned()).collect();
    columns.push("mode".into());
    columns.extend(items(pack).filter(|i| wanted(i)).map(|i| i.id.clone()));
    columns
}

fn items(pack: &Pack) -> impl Iterator<Item = &Item> {
    pack.structure.items.iter().filter(|i| !BY_NAME.contains(&i.id.as_str()))
}

/// A row read, or every fault in it as a sentence that names row and column.
pub type Row = Result<Assessment, Vec<String>>;

/// Reads a table; separator `,` or `;` found out, UTF-8 with or without byte order mark.
///
/// # Errors
/// Faults of the table as a whole (no header, unknown columns); faults of single rows are in the rows.
pub fn read(pack: &Pack, bytes: &[u8], language: Language) -> Result<Vec<Row>, Vec<String>> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(vec![ta(language, "import-workbook", &[])]);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|e| {
        let line = bytes[..e.valid_up_to()].iter().filter(|&&b| b == b'\n').count() + 1;
        vec![ta(language, "import-not-utf8", &[("row", line.into())])]
    })?;
    let first = text.lines().find(|l| !l.trim().is_empty()).unwrap_or_default();
    let separator = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    if let Some(line) = open_quote(text, separator) {
        return Err(vec![ta(language, "import-open-quote", &[("row", line.to_string().into())])]);
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut records = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| {
            let row = e.position().map_or(0, csv::Position::line);
            vec![ta(language, "import-broken-row", &[("row", row.to_string().into()), ("what", e.to_string().into())])]
        })?;
        let line = record.position().map_or(0, |at| line_of(text, at.byte()));
        if record.iter().any(|cell| !cell.is_empty()) {
            records.push((line, record));
        }
    }
    let mut records = records.into_iter();
    let Some((line, head)) = records.next() else {
        return Err(vec![ta(language, "import-empty", &[("header", header(pack, |_| true).join(",").into())])]);
    };
    let columns: Vec<String> = head.iter().map(str::to_owned).collect();
    let mut faults = Vec::new();
    for (n, column) in columns.iter().enumerate() {
        let known = NAMED.contains(&column.as_str()) || column == "mode" || items(pack).any(|i| i.id == *column);
        let place = [("row", line.to_string().into()), ("column", column.into())];
        if !known {
            faults.push(ta(language, "import-unknown-column", &place));
        } else if columns[..n].contains(column) {
            faults.push(ta(language, "import-double-column", &place));
        }
    }
    if !columns.iter().any(|c| c == "name") {
        faults.push(ta(language, "import-no-name-column", &[("row", line.to_string().into())]));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(records.map(|(line, record)| row(pack, &columns, &record, line, language)).collect())
}

/// The line, from 1, on which the record that begins at a byte stands. The reader's own count is one short where lines end in
/// two characters.
fn line_of(text: &str, byte: u64) -> u64 {
    let start = usize::try_from(byte).unwrap_or(usize::MAX).min(text.len());
    let bytes = text.as_bytes();
    let ends = bytes[start..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
    bytes[..start + ends].iter().filter(|&&b| b == b'\n').count() as u64 + 1
}

/// The line of a quotation mark that is never closed. The csv reader takes everything after it as one cell, and the rows
/// in it would be lost without a word.
fn open_quote(text: &str, separator: u8) -> Option<usize> {
    let (mut line, mut cell_starts, mut opened) = (1, true, None);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match (opened, byte) {
            // Two in a row stand for one.
            (Some(_), b'"') if bytes.next_if_eq(&b'"').is_some() => {}
            (Some(_), b'"') => (opened, cell_starts) = (None, false),
            (Some(_), _) => {}
            (None, b'"') if cell_starts => opened = Some(line),
            (None, _) => cell_starts = byte == separator || byte == b'\n' || byte == b'\r',
        }
        line += usize::from(byte == b'\n');
    }
    opened
}

fn row(pack: &Pack, columns: &[String], record: &csv::StringRecord, line: u64, language: Language) -> Row {
    let mut assessment = Assessment::new(pack);
    let mut faults = Vec::new();
    let mut fault = |column: &str, cell: &str, hint: String| {
        faults.push(ta(
            language,
            "import-bad-value",
            &[
                ("row", line.to_string().into()),
                ("column", column.into()),
                ("value", cell.into()),
                ("hint", hint.into()),
            ],
        ));
    };
    let cell = |column: &str| {
        columns.iter().position(|c| c == column).and_then(|at| record.get(at)).map(str::trim).unwrap_or_default()
    };
    for extra in record.iter().skip(columns.len()).filter(|c| !c.is_empty()) {
        fault("–", extra, ta(language, "import-too-many-cells", &[("columns", columns.len().into())]));
    }
    let hint = |key: &str| ta(language, key, &[]);

    assessment.company.name = cell("name").to_owned();
    if assessment.company.name.is_empty() {
        fault("name", "", hint("import-hint-name"));
    }
    let edition = match cell("ateco_edition") {
        "" => Some(Edition::Ateco2025),
        text => text.parse().ok().or_else(|| {
            fault("ateco_edition", text, hint("import-hint-edition"));
            None
        }),
    };
    if let (Some(edition), code) = (edition, cell("ateco"))
        && !code.is_empty()
    {
        match Ateco::shipped().find(edition, code) {
            Some(activity) => {
                assessment.company.ateco = Some(ActivityCode {
                    edition: edition.as_str().to_owned(),
                    code: activity.code.clone(),
                    extra: Map::new(),
                });
            }
            None => fault("ateco", code, ta(language, "import-hint-ateco", &[("edition", edition.as_str().into())])),
        }
    }
    if let province = cell("province").to_uppercase()
        && !province.is_empty()
    {
        let options = pack.item("P2").map_or(&[][..], |i| &i.options);
        match options.iter().find(|o| o.eq_ignore_ascii_case(&province)) {
            Some(known) => assessment.company.province = Some(known.clone()),
            None => fault(
                "province",
                &province,
                ta(language, "import-hint-one-of", &[("options", options.join(", ").into())]),
            ),
        }
    }
    if let employees = cell("employees")
        && !employees.is_empty()
    {
        match (number(employees), pack.item("P3")) {
            (Some(n), Some(item)) if value_fits(item, &Value::Number(n), language).is_ok() => {
                assessment.company.employees = Some(n as u32);
            }
            _ => fault("employees", employees, hint("import-hint-employees")),
        }
    }
    let mut full = false;
    for item in items(pack) {
        let text = cell(&item.id);
        match state(item, text, language) {
            Ok(State::Open) => {}
            Ok(state) => {
                full |= item.mode == Mode::Full;
                let answer = Answer { respondent: "r1".into(), state, ..Answer::default() };
                assessment.answers.insert(item.id.clone(), vec![answer]);
            }
            Err(hint) => fault(&item.id, text, hint),
        }
    }
    match cell("mode") {
        "" => assessment.mode = if full { Mode::Full } else { Mode::Quick },
        "quick" if full => fault("mode", "quick", hint("import-hint-mode-full")),
        "quick" => assessment.mode = Mode::Quick,
        "full" => assessment.mode = Mode::Full,
        other => fault("mode", other, hint("import-hint-mode")),
    }
    if faults.is_empty() { Ok(assessment) } else { Err(faults) }
}

/// The state a cell stands for.
///
/// # Errors
/// A sentence that says what would be right.
fn state(item: &Item, cell: &str, language: Language) -> Result<State, String> {
    let words = || Value::Text(cell.to_owned());
    let value = match (cell, item.kind) {
        ("", _) => return Ok(State::Open),
        (_, ItemKind::Text) => words(),
        ("dk", _) => return Ok(State::DontKnow),
        ("na", _) => {
            return if item.allows_na {
                Ok(State::NotApplicable)
            } else {
                Err(ta(language, "import-hint-no-na", &[("allowed", allowed(item).into())]))
            };
        }
        ("yes", ItemKind::Fact) => Value::Bool(true),
        ("no", ItemKind::Fact) => Value::Bool(false),
        ("none", ItemKind::Ticks) => Value::Options(Vec::new()),
        (_, ItemKind::Choice | ItemKind::Ticks) => {
            Value::Options(cell.split('|').map(|o| o.trim().to_owned()).collect())
        }
        // A half step stands for several answers combined beforehand.
        (_, ItemKind::Ladder | ItemKind::Number) => number(cell).map_or_else(words, Value::Number),
        (_, ItemKind::Rows) => rows(cell, number).map_or_else(words, Value::Rows),
        (_, ItemKind::Partly) => match (partly(cell), item.options.is_empty()) {
            (Some(all), true) => Value::Number(all),
            (Some(all), false) => Value::Rows(item.options.iter().map(|o| (o.clone(), Cell::Number(all))).collect()),
            (None, _) => rows(cell, partly).map_or_else(words, Value::Rows),
        },
        (_, ItemKind::Fact) => words(),
    };
    value_fits(item, &value, language)
        .map(|()| State::Answered(value))
        .map_err(|_| ta(language, "import-hint-allowed", &[("allowed", allowed(item).into())]))
}

/// What stands in the cell for a value: the way back of reading it.
#[must_use]
pub fn cell(item: &Item, value: &Value) -> String {
    let number = |v: f64| match (item.kind, v) {
        (ItemKind::Partly, 0.0) => "no".to_owned(),
        (ItemKind::Partly, 0.5) => "partly".to_owned(),
        (ItemKind::Partly, 1.0) => "yes".to_owned(),
        _ => v.to_string(),
    };
    match value {
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Number(v) => number(*v),
        Value::Options(list) if list.is_empty() && item.kind == ItemKind::Ticks => "none".to_owned(),
        Value::Options(list) => list.join("|"),
        Value::Text(words) => words.clone(),
        Value::Rows(rows) => {
            let parts = rows.iter().map(|(row, cell)| match cell {
                Cell::Number(v) => format!("{row}={}", number(*v)),
                Cell::Word(Word::NotApplicable) => format!("{row}=na"),
                Cell::Word(Word::DontKnow) => format!("{row}=dk"),
            });
            parts.collect::<Vec<_>>().join("|")
        }
    }
}

/// Cells by row from `a=3|b=na|c=dk`; none where a part is not of this form or a row is named twice.
fn rows(cell: &str, value: impl Fn(&str) -> Option<f64>) -> Option<BTreeMap<String, Cell>> {
    let mut out = BTreeMap::new();
    for part in cell.split('|') {
        let (row, text) = part.split_once('=')?;
        let given = match text.trim() {
            "na" => Cell::Word(Word::NotApplicable),
            "dk" => Cell::Word(Word::DontKnow),
            text => Cell::Number(value(text)?),
        };
        if out.insert(row.trim().to_owned(), given).is_some() {
            return None;
        }
    }
    Some(out)
}

/// No, partly and yes as the share of the score they are worth.
fn partly(text: &str) -> Option<f64> {
    match text {
        "no" => Some(0.0),
        "partly" => Some(0.5),
        "yes" => Some(1.0),
        _ => None,
    }
}

/// What may stand in an item's cell.
fn allowed(item: &Item) -> String {
    let by_row = |values: &str| item.options.iter().map(|o| format!("{o}={values}")).collect::<Vec<_>>().join("|");
    let mut list: Vec<String> = match item.kind {
        ItemKind::Ladder => vec!["0..5".into()],
        ItemKind::Fact => vec!["yes".into(), "no".into()],
        ItemKind::Choice => vec![format!("max {}: {}", item.max.unwrap_or(1), item.options.join(" | "))],
        ItemKind::Ticks => vec![item.options.join(" | "), "none".into()],
        ItemKind::Rows => vec![by_row("0..5")],
        ItemKind::Partly if item.options.is_empty() => vec!["no".into(), "partly".into(), "yes".into()],
        ItemKind::Partly => vec!["no".into(), "partly".into(), "yes".into(), by_row("no/partly/yes")],
        ItemKind::Number => {
            let [low, high] = item.range.unwrap_or([0, u32::MAX]);
            vec![format!("{low}..{high}")]
        }
        ItemKind::Text => vec![],
    };
    list.push("dk".into());
    if item.allows_na {
        list.push("na".into());
    }
    list.join(", ")
}

/// A number with decimal point or comma.
fn number(cell: &str) -> Option<f64> {
    let n: f64 = cell.replace(',', ".").parse().ok()?;
    n.is_finite().then_some(n)
}
