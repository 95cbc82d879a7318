//! The questionnaire to be filled in by hand.

use orienta::assessment::sheet::asked_of;
use orienta::export::paper_form::form;
use orienta::pack::{Mode, Pack};
use orienta::report::paper_form::report;
use orienta::report::{Block, Run};

use super::*;

fn runs(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Everything the form says, line by line.
fn said(blocks: &[Block], out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading(title) => out.push(title.clone()),
            Block::Paragraph { runs: r, .. } => out.push(runs(r)),
            Block::Bullets(items) => out.extend(items.iter().map(|r| runs(r))),
            Block::Table { columns, rows } => {
                out.extend(columns.iter().map(|c| c.title.clone()));
                out.extend(rows.iter().flatten().map(|r| runs(r)));
            }
            Block::Figure { caption, .. } => out.push(caption.clone()),
            Block::Contents => {}
            Block::Card { title, blocks, .. } => {
                out.push(title.clone());
                said(blocks, out);
            }
        }
    }
}

fn lines(pack: &Pack, mode: Mode, family: Option<&str>, language: Language) -> Vec<String> {
    let mut out = Vec::new();
    for section in report(pack, mode, family, day(), language).sections {
        out.push(section.title);
        said(&section.blocks, &mut out);
    }
    out
}

/// Ids of the items a form asks, as the screen has them.
fn ids<'p>(pack: &'p Pack, mode: Mode, family: Option<&'p str>) -> Vec<&'p str> {
    pack.items(mode).filter(|item| asked_of(pack, item, family)).map(|item| item.id.as_str()).collect()
}

#[test]
fn every_item_is_asked_once_in_the_order_of_the_screen() {
    let pack = orientamento();
    let known: Vec<&str> = pack.structure.items.iter().map(|item| item.id.as_str()).collect();
    for language in LANGUAGES {
        for (mode, family) in
            [(Mode::Quick, None), (Mode::Full, None), (Mode::Full, Some("manufacturing")), (Mode::Full, Some("trade"))]
        {
            let lines = lines(pack, mode, family, language);
            // A line asks an item when it begins with its id.
            let asked =
                lines.iter().filter_map(|line| known.iter().copied().find(|id| line.starts_with(&format!("{id}  "))));
            assert_eq!(asked.collect::<Vec<_>>(), ids(pack, mode, family), "{mode:?} {family:?}");
        }
    }
    assert!(ids(pack, Mode::Full, Some("trade")).iter().all(|id| !id.starts_with("S.manufacturing")));
}

#[test]
fn what_can_be_answered_has_a_box() {
    for pack in [orientamento(), orienta::pack::find("cyber-rapido").unwrap()] {
        for language in LANGUAGES {
            let lines = lines(pack, Mode::Full, None, language);
            let all = lines.join("\n");
            for item in pack.items(Mode::Full).filter(|item| item.cell.is_none()) {
                let text = pack.item_text(language, &item.id);
                for (n, step) in text.steps.iter().enumerate() {
                    let mark = if item.kind == orienta::pack::ItemKind::Ladder { "☐\u{a0}" } else { "" };
                    let part = if mark.is_empty() { "\u{a0}" } else { "\u{a0}\u{a0}" };
                    assert!(all.contains(&format!("{mark}{n}{part}{step}")), "{} step {n}", item.id);
                }
                for label in text.options.values() {
                    assert!(all.contains(label.as_str()), "{}: {label}", item.id);
                }
            }
        }
    }
}

#[test]
fn the_ids_stand_in_the_pdf_in_their_order_with_boxes_of_the_font() {
    let pack = orientamento();
    let bytes = form(pack, Mode::Quick, Some("manufacturing"), day(), Language::IT).unwrap();
    assert_eq!(bytes, form(pack, Mode::Quick, Some("manufacturing"), day(), Language::IT).unwrap());
    let document = lopdf::Document::load_mem(&bytes).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    let text = document.extract_text(&pages).unwrap();
    assert!(text.matches('☐').count() > 150 && !text.contains('□'), "a box is no letter that is missing");
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut from = 0;
    for id in ids(pack, Mode::Quick, Some("manufacturing")) {
        from = words[from..]
            .iter()
            .position(|word| *word == id)
            .map(|at| from + at + 1)
            .unwrap_or_else(|| panic!("{id} after word {from}"));
    }
}
