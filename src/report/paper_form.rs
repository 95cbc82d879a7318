//! A questionnaire on paper: the screen's questions with the screen's ids, boxes to tick and lines to write on.

use jiff::civil::Date;

use super::{Block, CardKind, Column, Look, Meta, Report, Run, Section, Tone, paragraph};
use crate::assessment::choices::Paper;
use crate::assessment::sheet::asked_of;
use crate::pack::questionnaire::ItemText;
use crate::pack::{Item, ItemKind, Mode, Pack};
use crate::report::words::option_label;
use crate::style::PAPER;
use crate::text::{Language, t, ta};

/// A box to tick; the text's fonts have it.
const BOX: &str = "☐";
/// A line to write on, and a short one.
const LINE: usize = 74;
const SHORT: usize = 24;
/// Options with labels no longer than this stand side by side.
const SHORT_LABEL: usize = 26;
/// Between answers side by side; plain spaces would become one.
const APART: &str = "\u{a0}\u{a0}\u{a0} ";
/// Steps of a ladder.
const STEPS: usize = 6;
/// Lines for notes after each section.
const NOTES: usize = 3;

/// The form of a questionnaire: the items of a mode, those of a sector family where one is named.
#[must_use]
pub fn report(pack: &Pack, mode: Mode, family: Option<&str>, date: Date, language: Language) -> Report {
    let form = Form { pack, language, sector: family.and_then(|f| pack.sector(&f.to_ascii_lowercase())) };
    let items: Vec<&Item> = pack.items(mode).filter(|item| asked_of(pack, item, family)).collect();
    let mut sections = vec![form.head(mode, &items)];
    let mut from = 0;
    while from < items.len() {
        let section = &items[from].section;
        let to = from + items[from..].iter().take_while(|item| item.section == *section).count();
        sections.push(form.section(section, &items[from..to]));
        from = to;
    }
    let name = &pack.texts(language).name;
    let title = ta(language, "paper-title", &[("name", name.into())]);
    Report {
        meta: Meta {
            footer: title.clone(),
            title,
            subject: pack.texts(language).description.clone(),
            creator: format!("Orienta {}", env!("CARGO_PKG_VERSION")),
            language: language.code().to_owned(),
            date: date.to_string(),
            paper: Paper::default(),
            digest_line: Some(ta(
                language,
                "paper-version",
                &[("pack", (&pack.id).into()), ("version", (&pack.version).into()), ("mode", mode.name().into())],
            )),
            page_label: t(language, "report-page-label").replace('[', "{").replace(']', "}"),
        },
        look: Look { palette: PAPER, logo: None },
        cover: None,
        sections,
        carried: None,
    }
}

struct Form<'a> {
    pack: &'a Pack,
    language: Language,
    sector: Option<&'a str>,
}

impl Form<'_> {
    fn t(&self, key: &str) -> String {
        t(self.language, key)
    }

    fn text(&self, item: &Item) -> &ItemText {
        self.pack.item_text(self.language, &item.id)
    }

    /// Who fills it in and when, and how.
    fn head(&self, mode: Mode, items: &[&Item]) -> Section {
        let texts = self.pack.texts(self.language);
        let minutes = (items.iter().map(|item| item.seconds).sum::<u32>() / 60).max(1);
        let field = |key: &str| vec![vec![Run::strong(self.t(key))], vec![Run::plain("_".repeat(56))]];
        let kind = match mode {
            Mode::Quick => "paper-quick",
            Mode::Full => "paper-full",
        };
        let blocks = vec![
            paragraph(Tone::Lead, ta(self.language, kind, &[("minutes", minutes.into())])),
            paragraph(Tone::Body, self.t("paper-instructions")),
            self.table(&[("", 0.24), ("", 0.76)], ["paper-company", "paper-date", "paper-who"].map(field).into()),
        ];
        Section { id: "form".into(), title: texts.name.clone(), new_page: false, level: 1, blocks }
    }

    /// A section with its items and room for notes.
    fn section(&self, id: &str, items: &[&Item]) -> Section {
        let text = self.pack.texts(self.language).sections.get(id);
        let mut blocks: Vec<Block> = text.iter().map(|text| paragraph(Tone::Body, &text.intro)).collect();
        if items.iter().all(|item| item.cell.is_some()) {
            blocks.extend(self.matrix(items));
        } else if items.iter().all(|item| item.kind == ItemKind::Fact) {
            blocks.push(self.facts(items));
        } else {
            blocks.extend(items.iter().flat_map(|item| self.item(item)));
        }
        let lines = vec!["_".repeat(LINE); NOTES].join("\n");
        blocks.push(Block::Paragraph {
            tone: Tone::Body,
            runs: vec![Run::plain(format!("{}\n{lines}", self.t("paper-notes")))],
        });
        let title = text.map_or_else(|| id.to_owned(), |text| text.name.clone());
        Section { id: format!("form-{id}"), title, new_page: false, level: 2, blocks }
    }

    /// Facts, a row each.
    fn facts(&self, items: &[&Item]) -> Block {
        let answers = ["answer-yes", "answer-no", "state-dont-know"];
        let mut columns = vec![(self.t("column-question"), 0.7)];
        columns.extend(answers.map(|key| (self.t(key), 0.1)));
        let row = |item: &&Item| {
            let mut row = vec![vec![Run::strong(format!("{}  ", item.id)), Run::plain(&self.text(item).question)]];
            row.extend(answers.map(|_| vec![Run::plain(BOX)]));
            row
        };
        table(columns, items.iter().map(row).collect())
    }

    /// The process × analysis matrix: what each analysis asks once, then a table a process.
    fn matrix(&self, items: &[&Item]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let Some(texts) = &self.pack.texts(self.language).matrix else { return blocks };
        let structure = self.pack.structure.matrix.iter().flat_map(|m| &m.analyses);
        for text in structure.filter_map(|id| texts.analyses.get(id)) {
            blocks.push(Block::Card {
                kind: CardKind::Plain,
                title: format!("{}: {}", text.name, text.question),
                tag: None,
                blocks: vec![paragraph(Tone::Small, &text.help), paragraph(Tone::Body, steps(&text.steps, ""))],
            });
        }
        let mut processes: Vec<&str> = Vec::new();
        for cell in items.iter().filter_map(|item| item.cell.as_ref()) {
            if !processes.contains(&cell.process.as_str()) {
                processes.push(&cell.process);
            }
        }
        for process in processes {
            let name = self.pack.process_name(self.language, process, self.sector).to_owned();
            let mut columns = vec![(name, 0.42)];
            columns.extend((0..STEPS).map(|n| (n.to_string(), 0.06)));
            columns.extend(["state-not-applicable", "state-dont-know"].map(|key| (self.t(key), 0.11)));
            let of = items.iter().filter(|item| item.cell.as_ref().is_some_and(|cell| cell.process == process));
            let row = |item: &&Item| {
                let cell = item.cell.as_ref();
                let name = cell.and_then(|cell| texts.analyses.get(&cell.analysis)).map_or("", |text| &text.name);
                let mut row = vec![vec![Run::strong(format!("{}  ", item.id)), Run::plain(name)]];
                row.extend((0..STEPS).map(|_| vec![Run::plain(BOX)]));
                row.push(if item.allows_na { vec![Run::plain(BOX)] } else { Vec::new() });
                row.push(vec![Run::plain(BOX)]);
                row
            };
            blocks.push(table(columns, of.map(row).collect()));
        }
        blocks
    }

    fn item(&self, item: &Item) -> Vec<Block> {
        let has_rows = match item.kind {
            ItemKind::Ticks => !item.columns.is_empty(),
            ItemKind::Rows | ItemKind::Partly => !item.options.is_empty(),
            _ => false,
        };
        if has_rows { self.rows(item, self.text(item)) } else { vec![self.card(item)] }
    }

    /// A question with what can be answered.
    fn card(&self, item: &Item) -> Block {
        let text = self.text(item);
        let mut blocks = Vec::new();
        if !text.help.is_empty() {
            blocks.push(paragraph(Tone::Small, &text.help));
        }
        match item.kind {
            ItemKind::Ladder => blocks.push(paragraph(Tone::Body, steps(&text.steps, BOX))),
            ItemKind::Fact => {
                blocks.push(self.boxes(&["answer-yes", "answer-no"]));
            }
            ItemKind::Partly if item.options.is_empty() => {
                blocks.push(self.boxes(&["answer-no", "answer-partly", "answer-yes"]));
            }
            ItemKind::Number => blocks.push(paragraph(Tone::Body, "_".repeat(SHORT))),
            ItemKind::Text => blocks.push(paragraph(Tone::Body, "_".repeat(LINE))),
            ItemKind::Choice => {
                let most = item.max.unwrap_or(1);
                if most > 1 {
                    blocks.push(paragraph(Tone::Small, ta(self.language, "paper-at-most", &[("most", most.into())])));
                }
                blocks.push(self.options(item, text));
            }
            ItemKind::Ticks if item.columns.is_empty() => {
                blocks.push(paragraph(Tone::Small, self.t("paper-ticks")));
                blocks.push(self.options(item, text));
            }
            // Those have tables of their own.
            ItemKind::Ticks | ItemKind::Rows | ItemKind::Partly => {}
        }
        if item.kind.is_scored() || item.kind == ItemKind::Fact {
            let keys = [(item.kind == ItemKind::Ticks, "none-of-these"), (item.allows_na, "state-not-applicable")];
            let keys = keys.into_iter().filter(|(holds, _)| *holds).map(|(_, key)| key).chain(["state-dont-know"]);
            blocks.push(self.boxes(&keys.collect::<Vec<_>>()));
        }
        Block::Card { kind: CardKind::Plain, title: format!("{}  {}", item.id, text.question), tag: None, blocks }
    }

    /// Answers side by side.
    fn boxes(&self, keys: &[&str]) -> Block {
        let all: Vec<String> = keys.iter().map(|key| ticked(&self.t(key))).collect();
        paragraph(Tone::Body, all.join(APART))
    }

    /// Options with their ids: side by side where they are short, else below each other.
    fn options(&self, item: &Item, text: &ItemText) -> Block {
        let labels: Vec<String> = item.options.iter().map(|option| option_label(item, text, option)).collect();
        let are_short = labels.iter().all(|label| label.chars().count() <= SHORT_LABEL);
        let lines = labels.iter().map(|label| ticked(label)).collect::<Vec<_>>();
        paragraph(Tone::Body, lines.join(if are_short { APART } else { "\n" }))
    }

    /// A list in rows as a table: a box for each thing that can be said of a row.
    fn rows(&self, item: &Item, text: &ItemText) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(format!("{}  {}", item.id, text.question))];
        let is_ticked = item.kind == ItemKind::Ticks;
        if !text.help.is_empty() {
            blocks.push(paragraph(Tone::Small, &text.help));
        }
        let mut answers: Vec<(String, f32)> = match item.kind {
            ItemKind::Ticks => item.columns.iter().map(|c| (text.columns.get(c).unwrap_or(c).clone(), 0.2)).collect(),
            ItemKind::Rows => {
                let named = text.steps.iter().enumerate().map(|(n, step)| format!("{n}\u{a0}{step}"));
                blocks.push(paragraph(Tone::Body, named.collect::<Vec<_>>().join(APART)));
                (0..text.steps.len()).map(|n| (n.to_string(), 0.06)).collect()
            }
            _ => ["answer-no", "answer-partly", "answer-yes"].map(|key| (self.t(key), 0.1)).into(),
        };
        if !is_ticked {
            answers.extend(item.allows_na.then(|| (self.t("state-not-applicable"), 0.1)));
            answers.push((self.t("state-dont-know"), 0.1));
        }
        let taken: f32 = answers.iter().map(|(_, share)| share).sum();
        let rows: Vec<&str> =
            if is_ticked { item.tick_rows() } else { item.options.iter().map(String::as_str).collect() };
        let row = |row: &&str| {
            let label = text.options.get(*row).map_or(*row, String::as_str);
            let boxes = answers.iter().map(|_| vec![Run::plain(BOX)]);
            std::iter::once(vec![Run::plain(label)]).chain(boxes).collect::<Vec<_>>()
        };
        let rows: Vec<_> = rows.iter().map(row).collect();
        let mut columns = vec![(String::new(), (1.0 - taken).max(0.3))];
        columns.extend(answers);
        blocks.push(table(columns, rows));
        if is_ticked {
            blocks.push(self.boxes(&["none-of-these", "state-dont-know"]));
        }
        blocks
    }

    fn table(&self, columns: &[(&str, f32)], rows: Vec<Vec<Vec<Run>>>) -> Block {
        table(columns.iter().map(|(title, share)| ((*title).to_owned(), *share)).collect(), rows)
    }
}

fn table(columns: Vec<(String, f32)>, rows: Vec<Vec<Vec<Run>>>) -> Block {
    let columns = columns.into_iter().map(|(title, share)| Column { title, share, numeric: false });
    Block::Table { columns: columns.collect(), rows }
}

/// A box and what it stands for, which no line end parts.
fn ticked(label: &str) -> String {
    format!("{BOX}\u{a0}{label}")
}

/// Steps with their numbers, a line each.
fn steps(steps: &[String], mark: &str) -> String {
    let lead = if mark.is_empty() { String::new() } else { format!("{mark}\u{a0}") };
    let lines: Vec<String> = steps.iter().enumerate().map(|(n, step)| format!("{lead}{n}\u{a0}\u{a0}{step}")).collect();
    lines.join("\n")
}
