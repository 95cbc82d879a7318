//! Figures, answers, doors and plan as a workbook to go on calculating with: numbers are numbers, charts are Excel's own.
//!
//! No cell is a formula. A text that begins like one is written as text, with the mark that keeps it one when the cell is
//! edited. Where there is no figure stands a dash, never 0. The same evaluation gives the same bytes.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLine, ChartMarker, ChartMarkerType, ChartSolidFill, ChartType,
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::assessment::choices::Stage;
use crate::assessment::{State, Value};
use crate::matching::Card;
use crate::pack::benchmark::{DiiVersion, Distribution};
use crate::pack::{Item, ItemKind};
use crate::pipeline::{Evaluation, Roadmap};
use crate::report::document::{activity_text, province_text};
use crate::report::{doors, figures, plan as plan_words, plan_charts, words};
use crate::roadmap::{Agenda, Plan};
use crate::scoring::dii::{Class, Reading};
use crate::scoring::{Figure, Maturity};
use crate::style::{Ink, PAPER};
use crate::text::{Language, capitalised, loose_date, t, ta};

/// Characters in the name of a sheet, and in a cell.
const MOST_IN_NAME: usize = 31;
const MOST_IN_CELL: usize = 32_767;
/// Width of the column of sentences, in letters.
const SENTENCES: f64 = 90.0;
/// What stands where there is no figure.
const NONE: &str = "–";
/// A radar with fewer axes shows nothing.
const LEAST_AXES: usize = 3;
/// Height of a line of text, and the most a row may have, in points.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;
/// A4, in Excel's numbering.
const A4: u8 = 9;

/// The workbook.
///
/// # Errors
/// Only faults of this program: what an assessment says causes none.
pub fn workbook(e: &Evaluation<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book { workbook: Workbook::new(), looks: Looks::new(), names: Vec::new(), language: e.language };
    let (s, kicker) = (e.source(), e.source().kicker());
    let title = ta(e.language, "report-title", &[("company", s.name().into()), ("kicker", (&kicker).into())]);
    let date = e.date;
    let created =
        ExcelDateTime::from_ymd(u16::try_from(date.year()).unwrap_or(1900), date.month() as u8, date.day() as u8)?;
    let properties = DocProperties::new()
        .set_title(title)
        .set_subject(kicker)
        .set_author(concat!("Orienta ", env!("CARGO_PKG_VERSION")))
        .set_creation_datetime(&created);
    book.workbook.set_properties(&properties);
    book.summary(e)?;
    book.dimensions(e)?;
    book.answers(e)?;
    if e.scores.dii_v3.is_some() || e.scores.dii_v4.is_some() {
        book.index(e)?;
    }
    book.doors(e)?;
    book.plan(e)?;
    book.charts(e)?;
    book.workbook.save_to_buffer()
}

/// How a number is written.
#[derive(Clone, Copy)]
enum Kind {
    /// Points of 100 and what is counted in them.
    Points,
    /// A share, 0..=1.
    Share,
    /// As it is.
    Plain,
    Euro,
}

/// A cell.
enum Cell {
    Text(String),
    Number(f64, Kind),
    /// No figure.
    Dash,
    Empty,
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.trim().is_empty() { Self::Empty } else { Self::Text(text) }
    }

    fn figure(value: Option<f64>, kind: Kind) -> Self {
        value.map_or(Self::Dash, |x| Self::Number(x, kind))
    }

    fn level(level: Option<u8>) -> Self {
        Self::figure(level.map(f64::from), Kind::Plain)
    }
}

/// Formats, made once.
struct Looks {
    title: Format,
    head: Format,
    label: Format,
    text: Format,
    /// Text that would be taken for a formula once the cell is edited.
    quoted: Format,
    dash: Format,
    points: Format,
    share: Format,
    plain: Format,
    euro: Format,
    date: Format,
}

impl Looks {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let text = top.clone().set_text_wrap();
        let head = top.clone().set_bold().set_text_wrap();
        // A step away from the words that follow in the next column.
        let right = top.clone().set_align(FormatAlign::Right).set_indent(1);
        let number = |pattern: &str| right.clone().set_num_format(pattern);
        Self {
            title: Format::new().set_bold().set_font_size(16).set_font_color(colour(Ink::Action)),
            head: head
                .set_font_color(colour(Ink::OnAction))
                .set_background_color(colour(Ink::Action))
                .set_border_bottom(FormatBorder::Thin),
            label: top.clone().set_bold().set_text_wrap(),
            quoted: text.clone().set_quote_prefix(),
            text,
            dash: right.clone(),
            points: number("0.0"),
            share: number("0%"),
            plain: number("General"),
            euro: number("#,##0\\ \"€\""),
            date: top.clone().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Left),
        }
    }

    fn number(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Points => &self.points,
            Kind::Share => &self.share,
            Kind::Plain => &self.plain,
            Kind::Euro => &self.euro,
        }
    }
}

fn colour(ink: Ink) -> Color {
    let rgb = PAPER.of(ink);
    Color::RGB(u32::from(rgb.0) << 16 | u32::from(rgb.1) << 8 | u32::from(rgb.2))
}

/// A column's head and width in letters.
type Column = (String, f64);

struct Book {
    workbook: Workbook,
    looks: Looks,
    /// Names given so far, in lower case: Excel takes no two that differ in case alone.
    names: Vec<String>,
    language: Language,
}

impl Book {
    fn t(&self, key: &str) -> String {
        t(self.language, key)
    }

    fn columns(&self, columns: &[(&str, f64)]) -> Vec<Column> {
        columns.iter().map(|(key, width)| (self.t(key), *width)).collect()
    }

    /// A new sheet, ready to be printed, under a name that Excel takes, whatever a language calls it.
    fn sheet(&mut self, key: &str) -> Result<(String, &mut Worksheet, &Looks), XlsxError> {
        let wanted: String =
            self.t(key)
                .chars()
                .map(|c| {
                    if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') || c.is_control() { ' ' } else { c }
                })
                .collect();
        let cut = |room: usize| wanted.trim().chars().take(room).collect::<String>().trim_end().to_owned();
        let mut name = cut(MOST_IN_NAME);
        let mut number = 2;
        while name.is_empty() || self.names.contains(&name.to_lowercase()) {
            name = format!("{} {number}", cut(MOST_IN_NAME - 4)).trim_start().to_owned();
            number += 1;
        }
        self.names.push(name.to_lowercase());
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(&name)?.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_footer("&L&A&R&P / &N");
        Ok((name, sheet, &self.looks))
    }

    /// A sheet that is one table: head, filter, rows. Its name, and the sheet.
    fn table(
        &mut self,
        key: &str,
        columns: &[Column],
        rows: &[Vec<Cell>],
    ) -> Result<(String, &mut Worksheet), XlsxError> {
        let (name, sheet, looks) = self.sheet(key)?;
        for (at, (title, width)) in (0..).zip(columns) {
            write_text(sheet, looks, (0, at), title, &looks.head)?;
            sheet.set_column_width(at, *width)?;
        }
        let heads = columns.iter().map(|(title, width)| lines(title, *width - 3.0));
        sheet.set_row_height(0, height(heads))?;
        for (row, cells) in (1..).zip(rows) {
            for (at, cell) in (0..).zip(cells) {
                write(sheet, looks, (row, at), cell)?;
            }
            let texts = cells.iter().zip(columns).map(|(cell, (_, width))| match cell {
                Cell::Text(text) => lines(text, *width),
                _ => 1,
            });
            sheet.set_row_height(row, height(texts))?;
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_repeat_rows(0, 0)?;
        let last =
            (u32::try_from(rows.len()).unwrap_or(0), u16::try_from(columns.len()).unwrap_or(1).saturating_sub(1));
        if !rows.is_empty() {
            sheet.autofilter(0, 0, last.0, last.1)?;
        }
        Ok((name, sheet))
    }

    fn summary(&mut self, e: &Evaluation<'_>) -> Result<(), XlsxError> {
        let (l, s) = (e.language, e.source());
        let c = &e.assessment.company;
        let total = &e.scores.total;
        let sure = e.sure.total.as_ref();
        let texts = e.pack.texts(l);
        let mut rows: Vec<(String, Cell)> = Vec::new();
        let mut add = |name: String, cell: Cell| rows.push((name, cell));
        let points = |x: Option<f64>| Cell::figure(x, Kind::Points);
        let share = |x: Option<f64>| Cell::figure(x, Kind::Share);
        let item = |id: &str| e.pack.item(id).map_or_else(|| id.to_owned(), |_| e.pack.item_text(l, id).name.clone());
        add(item("P1"), Cell::text(activity_text(&e.assessment, l).unwrap_or_else(|| NONE.into())));
        add(item("P2"), Cell::text(province_text(&s).unwrap_or_else(|| NONE.into())));
        add(item("P3"), Cell::figure(c.employees.map(f64::from), Kind::Plain));
        if !c.consultant.is_empty() {
            add(t(l, "xlsx-consultant"), Cell::text(&c.consultant));
        }
        add(t(l, "xlsx-result"), Cell::text(words::headline(e.pack, &e.scores, l)));
        let named = |level: Option<u8>| {
            level.map_or_else(|| t(l, "insufficient-data"), |n| texts.levels[usize::from(n)].name.clone())
        };
        add(t(l, "column-level"), Cell::level(total.level));
        add(t(l, "xlsx-level-name"), Cell::text(named(total.level)));
        if total.level_uncapped != total.level {
            add(t(l, "xlsx-level-uncapped"), Cell::level(total.level_uncapped));
        }
        add(t(l, "table-score"), points(total.figure.score));
        add(t(l, "xlsx-low"), points(total.figure.low));
        add(t(l, "xlsx-high"), points(total.figure.high));
        add(t(l, "explain-p5"), points(sure.map(|x| x.spread.p5)));
        add(t(l, "explain-p95"), points(sure.map(|x| x.spread.p95)));
        add(t(l, "table-coverage"), share(total.figure.coverage));
        add(t(l, "explain-evidenced"), points(total.evidenced));
        for limit in words::limits(e.pack, &e.scores, l) {
            add(t(l, "limit-title"), Cell::text(limit.text));
        }
        add(t(l, "xlsx-program"), Cell::text(concat!("Orienta ", env!("CARGO_PKG_VERSION"))));
        add(
            t(l, "xlsx-questionnaire"),
            Cell::text(format!("{} {} ({})", texts.name, e.pack.version, e.scores.mode.name())),
        );
        add(t(l, "xlsx-digest"), Cell::text(&e.pack.hash));
        add(t(l, "xlsx-region"), Cell::text(format!("{}, {}", e.region.name.get(l), e.region.edition)));
        if let Ok(Roadmap { agenda, .. }) = e.roadmap() {
            let catalogue = &agenda.catalogue.structure;
            add(t(l, "xlsx-catalogue"), Cell::text(format!("{} {}", catalogue.id, catalogue.version)));
        }
        add(t(l, "xlsx-know"), Cell::text(&texts.disclaimer));

        let day = ExcelDateTime::from_ymd(
            u16::try_from(e.date.year()).unwrap_or(1900),
            e.date.month() as u8,
            e.date.day() as u8,
        )?;
        let (title, kicker, date) = (s.name(), s.kicker(), t(l, "xlsx-date"));
        let (_, sheet, looks) = self.sheet("xlsx-summary")?;
        sheet.set_column_width(0, 44)?.set_column_width(1, SENTENCES)?;
        write_text(sheet, looks, (0, 0), &title, &looks.title)?;
        write_text(sheet, looks, (1, 0), &kicker, &Format::new())?;
        write_text(sheet, looks, (3, 0), &date, &looks.label)?;
        sheet.write_datetime_with_format(3, 1, &day, &looks.date)?;
        for (row, (name, cell)) in (4..).zip(&rows) {
            write_text(sheet, looks, (row, 0), name, &looks.label)?;
            match cell {
                // Beside sentences numbers stand left, where they are found.
                Cell::Number(x, kind) => {
                    let left = looks.number(*kind).clone().set_align(FormatAlign::Left).set_indent(0);
                    sheet.write_number_with_format(row, 1, *x, &left)?;
                }
                Cell::Dash => write_text(sheet, looks, (row, 1), NONE, &looks.text)?,
                Cell::Text(text) => {
                    write_text(sheet, looks, (row, 1), text, &looks.text)?;
                    sheet.set_row_height(row, height([lines(text, SENTENCES)].into_iter()))?;
                }
                Cell::Empty => {}
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        Ok(())
    }

    fn dimensions(&mut self, e: &Evaluation<'_>) -> Result<(), XlsxError> {
        let l = e.language;
        let texts = e.pack.texts(l);
        let row = |kind: &str, id: &str, name: &str, within: &str, f: &Figure, level: Option<Option<u8>>| {
            let (number, word) = match level {
                Some(Some(n)) => (Cell::level(Some(n)), Cell::text(&texts.levels[usize::from(n)].name)),
                Some(None) => (Cell::Dash, Cell::Dash),
                None => (Cell::Empty, Cell::Empty),
            };
            vec![
                Cell::text(t(l, kind)),
                Cell::text(id),
                Cell::text(name),
                Cell::text(within),
                Cell::figure(f.score, Kind::Points),
                number,
                word,
                Cell::figure(f.low, Kind::Points),
                Cell::figure(f.high, Kind::Points),
                Cell::figure(f.coverage, Kind::Share),
            ]
        };
        let total = &e.scores.total;
        let mut rows = vec![row("total", "total", &t(l, "total"), "", &total.figure, Some(total.level))];
        let of_maturity = |m: &Maturity| {
            let name = texts.maturities.get(&m.id).map_or(m.id.as_str(), |text| &text.name);
            row("xlsx-maturity", &m.id, name, "", &m.figure, Some(m.level))
        };
        rows.extend(e.scores.maturities.iter().map(of_maturity));
        for d in &e.scores.dimensions {
            rows.push(row("plan-column-dimension", &d.id, &texts.dimensions[&d.id].name, "", &d.figure, Some(d.level)));
        }
        for d in &e.scores.dimensions {
            rows.extend(d.subdimensions.iter().map(|s| {
                let (name, within) = (&e.pack.item_text(l, &s.id).name, &texts.dimensions[&d.id].name);
                row("column-what", &s.id, name, within, &s.figure, None)
            }));
        }
        let columns = self.columns(&[
            ("xlsx-kind", 14.0),
            ("xlsx-id", 14.0),
            ("table-name", 44.0),
            ("plan-column-dimension", 34.0),
            ("table-score", 10.0),
            ("table-level", 10.0),
            ("xlsx-level-name", 16.0),
            ("xlsx-low-short", 12.0),
            ("xlsx-high-short", 12.0),
            ("table-coverage", 12.0),
        ]);
        self.table("xlsx-dimensions", &columns, &rows)?;
        Ok(())
    }

    fn answers(&mut self, e: &Evaluation<'_>) -> Result<(), XlsxError> {
        let l = e.language;
        // What the company is stands in the summary.
        let asked = e.sheet.asked(e.pack).filter(|(item, _)| !["P1", "P2", "P3"].contains(&item.id.as_str()));
        let rows: Vec<Vec<Cell>> = asked
            .map(|(item, answer)| {
                let (state, value) = match &answer.state {
                    State::Answered(value) => ("xlsx-answered", self.value(e, item, value)),
                    State::NotApplicable => ("state-not-applicable", Cell::Empty),
                    State::DontKnow => ("state-dont-know", Cell::Empty),
                    State::Skipped => ("state-skipped", Cell::Empty),
                    State::Open => ("state-open", Cell::Empty),
                };
                let step = answer.step().filter(|_| item.kind == ItemKind::Ladder);
                let is_answered = matches!(answer.state, State::Answered(_));
                let evidence =
                    (is_answered && item.kind.is_scored()).then(|| t(l, &format!("evidence-{}", answer.evidence)));
                let notes = e.assessment.answers.get(&item.id).into_iter().flatten().map(|a| a.note.trim());
                let notes: Vec<&str> = notes.filter(|note| !note.is_empty()).collect();
                vec![
                    Cell::text(&item.id),
                    Cell::text(&e.pack.item_text(l, &item.id).question),
                    Cell::text(t(l, state)),
                    value,
                    if item.kind == ItemKind::Ladder { Cell::figure(step, Kind::Plain) } else { Cell::Empty },
                    Cell::text(evidence.unwrap_or_default()),
                    Cell::text(notes.join("\n")),
                ]
            })
            .collect();
        let columns = self.columns(&[
            ("xlsx-id", 10.0),
            ("column-question", 56.0),
            ("xlsx-state", 16.0),
            ("column-answer", 60.0),
            ("column-step", 10.0),
            ("xlsx-evidence", 22.0),
            ("xlsx-note", 40.0),
        ]);
        self.table("xlsx-answers", &columns, &rows)?;
        Ok(())
    }

    fn value(&self, e: &Evaluation<'_>, item: &Item, value: &Value) -> Cell {
        match value {
            Value::Number(x) if item.kind == ItemKind::Number => Cell::Number(*x, Kind::Plain),
            _ => Cell::text(words::answer_text(e.pack, &e.sheet, item, e.language)),
        }
    }

    fn index(&mut self, e: &Evaluation<'_>) -> Result<(), XlsxError> {
        let mut rows = Vec::new();
        if let Some(reading) = &e.scores.dii_v3 {
            self.version(reading, &mut rows);
        }
        if let Some(reading) = &e.scores.dii_v4 {
            self.version(reading, &mut rows);
        }
        let mut columns = self.columns(&[
            ("column-version", 12.0),
            ("xlsx-who", 22.0),
            ("xlsx-survey", 10.0),
            ("xlsx-size", 12.0),
            ("xlsx-elements", 12.0),
            ("xlsx-elements-most", 12.0),
            ("xlsx-class", 14.0),
        ]);
        let classes = [Class::VeryLow, Class::Low, Class::High, Class::VeryHigh];
        columns.extend(classes.map(|class| (words::class_text(self.language, class), 12.0)));
        columns.extend(self.columns(&[("xlsx-percentile", 12.0), ("table-coverage", 12.0), ("xlsx-source", 60.0)]));
        self.table("xlsx-index", &columns, &rows)?;
        Ok(())
    }

    fn version<V: DiiVersion>(&self, reading: &Reading<V>, rows: &mut Vec<Vec<Cell>>) {
        let f = reading.figures.as_ref();
        let count = |x: Option<u32>| Cell::figure(x.map(f64::from), Kind::Plain);
        let benchmark = f.and_then(|f| f.benchmark.as_ref());
        let class = f.map(|f| words::class_text(self.language, f.class));
        let mut own = vec![
            Cell::text(format!("DII {}", V::ID)),
            Cell::text(capitalised(&self.t("your-company"))),
            Cell::Empty,
            Cell::Empty,
            count(f.map(|f| f.count)),
            count(f.map(|f| f.max)),
            class.map_or(Cell::Dash, Cell::text),
        ];
        own.extend((0..4).map(|_| Cell::Empty));
        own.push(Cell::figure(benchmark.map(|b| b.percentile), Kind::Points));
        own.push(Cell::Number(reading.coverage, Kind::Share));
        own.push(Cell::Empty);
        rows.push(own);
        let mut place = |name: &str, d: &Distribution<V>| {
            let mut row = vec![
                Cell::text(format!("DII {}", V::ID)),
                Cell::text(self.t(name)),
                Cell::Number(f64::from(d.survey_year), Kind::Plain),
                Cell::text(&d.size_class),
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
            ];
            row.extend(d.shares.map(|share| Cell::Number(share, Kind::Share)));
            row.extend([Cell::Empty, Cell::Empty]);
            row.push(Cell::text(crate::report::document::dii_source(d, self.language)));
            rows.push(row);
        };
        if let Some(benchmark) = benchmark {
            place("italy", &benchmark.italy);
            if let Some(eu) = &benchmark.eu {
                place("eu", eu);
            }
        }
    }

    fn doors(&mut self, e: &Evaluation<'_>) -> Result<(), XlsxError> {
        let l = e.language;
        let row = |list: String, c: &Card| {
            let decided = match (&c.pinned, &c.dismissed) {
                (Some(_), _) => doors::pinned_text(c, l).unwrap_or_default(),
                (None, Some(_)) => doors::dismissed_text(c, l),
                (None, None) => String::new(),
            };
            let reasons: Vec<String> = c.reasons.iter().map(|r| crate::text::sentence(&r.text)).collect();
            let caveats: Vec<String> = c.all_caveats().map(crate::text::sentence).collect();
            vec![
                Cell::text(list),
                Cell::text(doors::full_name(c)),
                Cell::text(doors::strength_text(c, l).unwrap_or_default()),
                Cell::Number(c.score, Kind::Points),
                Cell::text(reasons.join(" ")),
                Cell::text(caveats.join(" ")),
                Cell::text(doors::place_text(c)),
                Cell::text(c.sources.join("; ")),
                Cell::text(loose_date(l, &c.as_of)),
                Cell::text(if c.verify { capitalised(&t(l, "to-verify")) } else { String::new() }),
                Cell::text(decided),
            ]
        };
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for (id, cards) in e.doors.groups() {
            let list = t(l, &format!("doors-{}", id.replace('_', "-")));
            rows.extend(cards.iter().map(|c| row(list.clone(), c)));
        }
        rows.extend(e.doors.dismissed.iter().map(|c| row(t(l, "doors-dismissed"), c)));
        let columns = self.columns(&[
            ("xlsx-list", 20.0),
            ("column-door", 30.0),
            ("xlsx-strength", 16.0),
            ("column-score", 9.0),
            ("column-why", 44.0),
            ("limit-title", 34.0),
            ("xlsx-place", 22.0),
            ("xlsx-source", 46.0),
            ("xlsx-as-of", 14.0),
            ("xlsx-verify", 14.0),
            ("xlsx-decided", 18.0),
        ]);
        self.table("xlsx-doors", &columns, &rows)?;
        Ok(())
    }

    fn plan(&mut self, e: &Evaluation<'_>) -> Result<(), XlsxError> {
        let l = e.language;
        let columns = self.columns(&[
            ("plan-column-number", 10.0),
            ("plan-column-measure", 36.0),
            ("xlsx-state", 30.0),
            ("xlsx-from", 12.0),
            ("xlsx-to", 12.0),
            ("plan-column-owner", 18.0),
            ("xlsx-cost-low", 13.0),
            ("xlsx-cost-high", 13.0),
            ("xlsx-basis", 18.0),
            ("xlsx-days-low", 12.0),
            ("xlsx-days-high", 12.0),
            ("plan-column-gain", 10.0),
            ("plan-doors-title", 40.0),
        ]);
        let why = match e.roadmap() {
            Ok(Roadmap { agenda, plan: Ok(plan) }) => {
                let rows = measures(e, agenda, plan);
                self.table("xlsx-plan", &columns, &rows)?;
                return Ok(());
            }
            Ok(Roadmap { agenda, plan: Err(why) }) => plan_words::refusal(agenda, l, why),
            Err(why) => plan_words::no_plan(e.pack, l, why),
        };
        let rows = [vec![Cell::Empty, Cell::Text(why)]];
        self.table("xlsx-plan", &columns, &rows)?;
        Ok(())
    }

    /// The figures that can be drawn, each beside its chart. What has no figure is left out, for a chart would show 0.
    fn charts(&mut self, e: &Evaluation<'_>) -> Result<(), XlsxError> {
        let l = e.language;
        let texts = e.pack.texts(l);
        let scores: Vec<(&str, f64)> = e
            .scores
            .dimensions
            .iter()
            .filter_map(|d| Some((texts.dimensions[&d.id].name.as_str(), d.figure.score?)))
            .collect();
        let plan = e.roadmap().ok().and_then(|made| Some((&made.agenda, made.plan.as_ref().ok()?)));
        let frontier: Vec<(f64, f64)> =
            plan.iter().flat_map(|(_, p)| &p.frontier).filter_map(|p| Some((p.budget, p.score?))).collect();
        if scores.is_empty() && frontier.len() < 2 {
            return Ok(());
        }
        let alt_scores = figures::bars(e.pack, &e.scores, l).alt;
        let say = |key: &str| t(l, key);
        let (name, sheet, looks) = self.sheet("xlsx-charts")?;
        sheet.set_column_width(0, 38)?.set_column_width(1, 12)?.set_column_width(2, 4)?;
        let mut row = 0;
        if !scores.is_empty() {
            write_text(sheet, looks, (row, 0), &say("plan-column-dimension"), &looks.head)?;
            write_text(sheet, looks, (row, 1), &say("table-score"), &looks.head)?;
            let first = row + 1;
            for (at, (name, score)) in (first..).zip(&scores) {
                write_text(sheet, looks, (at, 0), name, &looks.text)?;
                sheet.write_number_with_format(at, 1, *score, &looks.points)?;
            }
            let last = row + u32::try_from(scores.len()).unwrap_or(0);
            let form = if scores.len() < LEAST_AXES { ChartType::Bar } else { ChartType::RadarWithMarkers };
            for (form, below) in
                [(form, 0), (ChartType::Bar, 20)].into_iter().take(if scores.len() < LEAST_AXES { 1 } else { 2 })
            {
                let mut chart = framed(form, &say("caption-radar"), &alt_scores);
                let series = chart.add_series();
                series
                    .set_name(say("chart-today").as_str())
                    .set_categories((name.as_str(), first, 0, last, 0))
                    .set_values((name.as_str(), first, 1, last, 1))
                    .set_format(ChartFormat::new().set_line(&line(2.0)).set_solid_fill(&fill()));
                if form == ChartType::Bar {
                    series.set_data_label(ChartDataLabel::new().show_value().set_num_format("0.0")).set_gap(60);
                    // The first dimension stands at the top. Of bars the upright axis is that of the names.
                    chart.y_axis().set_reverse();
                    chart.x_axis().set_min(0).set_max(100).set_major_unit(20).set_num_format("0");
                } else {
                    series.set_marker(
                        ChartMarker::new()
                            .set_type(ChartMarkerType::Circle)
                            .set_size(6)
                            .set_format(ChartFormat::new().set_solid_fill(&fill())),
                    );
                    chart.y_axis().set_min(0).set_max(100).set_major_unit(20).set_num_format("0");
                }
                chart.legend().set_hidden();
                sheet.insert_chart(row + below, 3, &chart)?;
            }
            row = row.max(last) + if scores.len() < LEAST_AXES { 22 } else { 42 };
        }
        if let Some((agenda, plan)) = plan.filter(|_| frontier.len() > 1) {
            write_text(sheet, looks, (row, 0), &say("plan-column-budget"), &looks.head)?;
            write_text(sheet, looks, (row, 1), &say("plan-column-score"), &looks.head)?;
            let first = row + 1;
            for (at, (budget, score)) in (first..).zip(&frontier) {
                let left = looks.euro.clone().set_align(FormatAlign::Left);
                sheet.write_number_with_format(at, 0, *budget, &left)?;
                sheet.write_number_with_format(at, 1, *score, &looks.points)?;
            }
            let last = row + u32::try_from(frontier.len()).unwrap_or(0);
            let own = last + 3;
            let said = ta(l, "plan-your-budget", &[("budget", crate::text::euros(l, plan.purse.budget).into())]);
            write_text(sheet, looks, (own - 1, 0), &say("plan-scenario-now"), &looks.head)?;
            write_text(sheet, looks, (own - 1, 1), &say("plan-column-score"), &looks.head)?;
            let left = looks.euro.clone().set_align(FormatAlign::Left);
            sheet.write_number_with_format(own, 0, plan.purse.budget, &left)?;
            sheet.write_number_with_format(own, 1, plan.score_after, &looks.points)?;
            let alt = format!("{} {}", plan_charts::own_point(e.pack, l, plan), plan_words::next(agenda, l, plan));
            let mut chart = framed(ChartType::ScatterStraight, &say("plan-frontier-title"), &alt);
            chart
                .add_series()
                .set_name(say("plan-column-score").as_str())
                .set_categories((name.as_str(), first, 0, last, 0))
                .set_values((name.as_str(), first, 1, last, 1))
                .set_format(ChartFormat::new().set_line(&line(2.25)));
            chart
                .add_series()
                .set_name(said.as_str())
                .set_categories((name.as_str(), own, 0, own, 0))
                .set_values((name.as_str(), own, 1, own, 1))
                .set_marker(ChartMarker::new().set_type(ChartMarkerType::Diamond).set_size(11).set_format(
                    ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour(Ink::Attention))),
                ));
            let least = frontier.iter().map(|p| p.1).fold(f64::INFINITY, f64::min);
            chart.x_axis().set_name(say("plan-column-budget").as_str()).set_num_format("#,##0\\ \"€\"").set_min(0);
            chart
                .y_axis()
                .set_name(say("plan-column-score").as_str())
                .set_num_format("0")
                .set_min((least / 5.0).floor() * 5.0);
            chart.legend().set_position(rust_xlsxwriter::ChartLegendPosition::Bottom);
            sheet.insert_chart(row, 3, &chart)?;
        }
        Ok(())
    }
}

/// The measures of the plan in its order, then the others with the reason why they are not in it.
fn measures(e: &Evaluation<'_>, agenda: &Agenda<'_>, plan: &Plan) -> Vec<Vec<Cell>> {
    let l = e.language;
    let reasons = &e.assessment.plan.frame.excluded;
    let row = |place: usize| {
        let entry = &agenda.entries[place];
        let step = plan.steps.iter().enumerate().find(|(_, step)| step.place == place);
        let quarter = |n: u32| Cell::text(plan_words::quarter_short(l, plan.quarter(n)));
        let state = match step {
            Some((_, step)) => {
                let mut parts = vec![t(l, "xlsx-in-plan")];
                let started = entry.progress.as_ref().is_some_and(|p| p.stage == Stage::Started);
                let marks = [
                    (started, "plan-started"),
                    (step.must && !started, "plan-must"),
                    (step.beyond, "plan-report-beyond"),
                ];
                parts.extend(marks.into_iter().filter(|(holds, _)| *holds).map(|(_, key)| t(l, key)));
                parts.join(". ")
            }
            None => plan_words::why_out(e.pack, agenda, &plan.purse, reasons, l, place),
        };
        let names: Vec<&str> = e.doors_of(agenda.measure(place)).iter().map(|door| door.name.get(l)).collect();
        let (start, end) = step.map_or((Cell::Empty, Cell::Empty), |(_, s)| (quarter(s.start), quarter(s.end)));
        let points = plan_words::has_gain(entry).then_some(entry.gain);
        vec![
            step.map_or(Cell::Empty, |(n, _)| Cell::Number(n as f64 + 1.0, Kind::Plain)),
            Cell::text(&agenda.catalogue.measure_text(l, &entry.id).name),
            Cell::text(state),
            start,
            end,
            Cell::text(plan_charts::owner(agenda, l, place)),
            Cell::Number(entry.cost[0], Kind::Euro),
            Cell::Number(entry.cost[1], Kind::Euro),
            Cell::text(plan_words::basis(l, entry)),
            Cell::Number(entry.days[0], Kind::Plain),
            Cell::Number(entry.days[1], Kind::Plain),
            Cell::figure(points, Kind::Points),
            Cell::text(names.join("; ")),
        ]
    };
    let chosen = plan.steps.iter().map(|step| step.place);
    let others = (0..agenda.entries.len()).filter(|place| plan.step(*place).is_none());
    chosen.chain(others).map(row).collect()
}

/// How many lines a text takes in a column, as well as can be said without its font.
fn lines(text: &str, width: f64) -> u32 {
    let of = |line: &str| (line.chars().count() as f64 / (1.1 * width - 1.0).max(4.0)).ceil().max(1.0) as u32;
    text.split('\n').map(of).sum()
}

/// Height of a row with texts of so many lines. Excel finds it by itself, other programs do not.
fn height(lines: impl Iterator<Item = u32>) -> f64 {
    (f64::from(lines.max().unwrap_or(1).max(1)) * LINE).min(HIGHEST)
}

fn framed(form: ChartType, title: &str, alt: &str) -> Chart {
    let mut chart = Chart::new(form);
    let mut font = ChartFont::new();
    chart.title().set_name(title).set_font(font.set_size(12).set_color(colour(Ink::Text)));
    // Excel shows at most so much of a description.
    chart.set_alt_text(alt.chars().take(255).collect::<String>());
    chart.set_width(620).set_height(380);
    chart
}

fn line(width: f64) -> ChartLine {
    let mut line = ChartLine::new();
    line.set_color(colour(Ink::Action)).set_width(width);
    line
}

fn fill() -> ChartSolidFill {
    let mut fill = ChartSolidFill::new();
    fill.set_color(colour(Ink::Action));
    fill
}

fn write(sheet: &mut Worksheet, looks: &Looks, at: (u32, u16), cell: &Cell) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => write_text(sheet, looks, at, text, &looks.text),
        Cell::Number(x, kind) if x.is_finite() => {
            sheet.write_number_with_format(at.0, at.1, *x, looks.number(*kind)).map(|_| ())
        }
        Cell::Number(..) | Cell::Dash => write_text(sheet, looks, at, NONE, &looks.dash),
        Cell::Empty => Ok(()),
    }
}

/// Words, always as words. What a spreadsheet would take for a formula gets the mark that it is none.
fn write_text(
    sheet: &mut Worksheet,
    looks: &Looks,
    (row, column): (u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let cut: String = text.chars().take(MOST_IN_CELL).collect();
    let format = if cut.starts_with(['=', '+', '-', '@', '\t', '\r']) { &looks.quoted } else { format };
    sheet.write_string_with_format(row, column, cut, format).map(|_| ())
}
