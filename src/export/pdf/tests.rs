//! The finished file, read back with lopdf: what a reader, a viewer and a printer get.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, decode_text_string};
use proptest::prelude::*;

use super::pdf;
use crate::assessment::choices::Paper;
use crate::report::drawing::{Align, Shape, pt};
use crate::report::{
    Block, CardKind, Column, Cover, Drawing, Look, Meta, Report, Run, Section, Tone, Weight, paragraph,
};
use crate::style::{Ink, PAPER};

pub(super) fn report(sections: Vec<Section>) -> Report {
    Report {
        meta: Meta {
            title: "Valutazione — Officine Fittizie".into(),
            subject: "Maturità digitale".into(),
            creator: "Programma di prova".into(),
            language: "it".into(),
            date: "2026-11-05".into(),
            footer: "Officine Fittizie S.r.l.".into(),
            page_label: "Pagina {page} di {pages}".into(),
            paper: Paper::A4,
            digest_line: None,
        },
        look: Look { palette: PAPER, logo: None },
        cover: Some(Cover {
            kicker: "Valutazione".into(),
            title: "Officine Fittizie S.r.l.".into(),
            lines: vec!["Lecco".into()],
            headline: "Livello 2".into(),
            figure: Some(chart("scala")),
            note: "Dati inventati".into(),
        }),
        sections,
        carried: None,
    }
}

pub(super) fn section(title: &str, level: u8, blocks: Vec<Block>) -> Section {
    Section { id: title.to_lowercase(), title: title.into(), new_page: level == 1, level, blocks }
}

/// A chart with a word at its upper and one at its lower edge.
pub(super) fn chart(name: &str) -> Drawing {
    let word = |y: f32, word: &str| Shape::Text {
        at: pt(10.0, y),
        align: Align::Left,
        size: 10.0,
        weight: Weight::Regular,
        ink: Ink::Text,
        content: format!("{name}-{word}"),
    };
    Drawing {
        width: 200.0,
        height: 80.0,
        shapes: vec![word(5.0, "alto"), word(75.0, "basso")],
        spots: vec![],
        alt: String::new(),
    }
}

pub(super) fn figure(name: &str) -> Block {
    Block::Figure { drawing: chart(name), caption: format!("{name}-didascalia"), width: 1.0 }
}

pub(super) fn cover(report: &mut Report) -> &mut Cover {
    report.cover.as_mut().unwrap()
}

pub(super) fn load(report: &Report) -> Document {
    Document::load_mem(&pdf(report).unwrap()).unwrap()
}

/// The text of each page, with line ends as spaces.
pub(super) fn pages(document: &Document) -> Vec<String> {
    let text =
        |number: &u32| document.extract_text(&[*number]).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    document.get_pages().keys().map(text).collect()
}

pub(super) fn dictionary<'d>(document: &'d Document, parent: &'d Dictionary, key: &str) -> &'d Dictionary {
    parent.get_deref(key.as_bytes(), document).unwrap().as_dict().unwrap()
}

pub(super) fn string(dictionary: &Dictionary, key: &str) -> String {
    decode_text_string(dictionary.get(key.as_bytes()).unwrap()).unwrap()
}

#[test]
fn text_comes_back_as_it_was_written() {
    let signs = "à è é ì ò ù À È É Ì Ò Ù ’ « » “ ” € – − · → ≥";
    let kerned = "AVVIATO Tecnologia, «Tavola» Yoga. P.A. T’ai";
    let runs = vec![Run::plain(format!("{signs} ")), Run::strong(signs), Run::plain(format!(" {kerned}"))];
    let report = report(vec![section("Segni", 1, vec![Block::Paragraph { tone: Tone::Small, runs }])]);
    let text = &pages(&load(&report))[1];
    assert_eq!(text.matches(signs).count(), 2, "{text}");
    assert!(text.contains(kerned), "{text}");
}

#[test]
fn a_no_break_space_does_not_turn_other_spaces_into_its_kind() {
    let mut report = report(vec![section("Spazi", 1, vec![paragraph(Tone::Body, "a b 1.200\u{a0}€ c d")])]);
    report.meta.page_label = "p.\u{a0}{page}".into(); // the last to be set, so that its space would win
    let text = load(&report).extract_text(&[2]).unwrap();
    assert!(text.contains("a b 1.200 € c d"), "{text}");
}

#[test]
fn the_same_report_gives_the_same_bytes_and_another_gives_others() {
    let first = report(vec![section("Uno", 1, vec![paragraph(Tone::Body, "testo"), figure("uno")])]);
    assert_eq!(pdf(&first).unwrap(), pdf(&first.clone()).unwrap());
    let second = report(vec![section("Uno", 1, vec![paragraph(Tone::Body, "testi"), figure("uno")])]);
    assert_ne!(identifier(&load(&first)), identifier(&load(&second)));
}

/// The file's identifier, which is written twice.
fn identifier(document: &Document) -> Vec<u8> {
    let both = document.trailer.get(b"ID").unwrap().as_array().unwrap();
    let [first, second] = [0, 1].map(|index| both[index].as_str().unwrap().to_vec());
    assert_eq!(first, second);
    assert_eq!((both.len(), first.len()), (2, 16));
    first
}

#[test]
fn the_identifier_is_put_in_nowhere_but_in_its_place() {
    let zeros = format!("<{}>", "0".repeat(32));
    let mut report = report(vec![section(&zeros, 1, vec![paragraph(Tone::Body, zeros.as_str())])]);
    report.meta.title = zeros.clone();
    report.meta.subject = "0".repeat(32);
    let document = load(&report);
    assert!(identifier(&document).iter().any(|byte| *byte != 0));
    let information = dictionary(&document, &document.trailer, "Info");
    assert_eq!(string(information, "Title"), zeros);
    assert_eq!(string(information, "Subject"), "0".repeat(32));
    let metadata = document.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
    let metadata = document.get_object(metadata).unwrap().as_stream().unwrap().content.clone();
    assert!(String::from_utf8(metadata).unwrap().matches(&"0".repeat(32)).count() >= 2);
    assert!(document.extract_text(&[2]).unwrap().contains(&zeros));
}

#[test]
fn the_file_says_what_it_is() {
    let bytes = pdf(&report(vec![section("Uno", 1, vec![])])).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    let document = Document::load_mem(&bytes).unwrap();
    let catalog = document.catalog().unwrap();
    assert_eq!(string(catalog, "Lang"), "it");
    assert_eq!(catalog.get(b"PageMode").unwrap().as_name().unwrap(), b"UseOutlines");
    assert!(dictionary(&document, catalog, "ViewerPreferences").get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let information = dictionary(&document, &document.trailer, "Info");
    assert_eq!(string(information, "Title"), "Valutazione — Officine Fittizie");
    assert_eq!(string(information, "Subject"), "Maturità digitale");
    assert_eq!(string(information, "Author"), "Programma di prova");
    for key in ["CreationDate", "ModDate"] {
        assert_eq!(string(information, key), "D:20261105120000Z");
    }
    let mut keys: Vec<_> = information.iter().map(|(key, _)| String::from_utf8_lossy(key).into_owned()).collect();
    keys.sort();
    assert_eq!(keys, ["Author", "CreationDate", "Creator", "ModDate", "Producer", "Subject", "Title"]);
}

#[test]
fn a_date_that_is_none_is_left_out() {
    let mut report = report(vec![]);
    report.meta.date = "domani".into();
    let document = load(&report);
    assert!(!dictionary(&document, &document.trailer, "Info").has(b"CreationDate"));
}

#[test]
fn only_the_letters_in_use_are_embedded() {
    let document = load(&report(vec![section("Uno", 1, vec![paragraph(Tone::Body, "testo")])]));
    let page = document.get_pages()[&2];
    let fonts = document.get_page_fonts(page).unwrap();
    assert_eq!(fonts.len(), 2);
    for font in fonts.values() {
        assert!(font.get(b"BaseFont").unwrap().as_name().unwrap()[6] == b'+');
    }
    let size: usize = pdf(&report(vec![])).unwrap().len();
    assert!(size < 40_000, "{size} bytes");
}

/// Titles with their depth and the page they lead to, counted from 1.
fn outline(document: &Document) -> Vec<(usize, String, u32)> {
    fn walk(document: &Document, parent: &Dictionary, depth: usize, entries: &mut Vec<(usize, String, u32)>) {
        let mut next = parent.get_deref(b"First", document).ok();
        let mut last = None;
        while let Some(item) = next {
            let item = item.as_dict().unwrap();
            let target = item.get(b"Dest").unwrap().as_array().unwrap()[0].as_reference().unwrap();
            let page = document.get_pages().into_iter().find(|(_, id)| *id == target).unwrap().0;
            entries.push((depth, string(item, "Title"), page));
            assert_eq!(dictionary(document, item, "Parent"), parent);
            walk(document, item, depth + 1, entries);
            last = Some(item);
            next = item.get_deref(b"Next", document).ok();
        }
        if let Some(last) = last {
            assert_eq!(dictionary(document, parent, "Last"), last);
        }
    }
    let mut entries = Vec::new();
    walk(document, dictionary(document, document.catalog().unwrap(), "Outlines"), 0, &mut entries);
    entries
}

#[test]
fn the_outline_is_nested_as_the_sections_are() {
    let long = vec![paragraph(Tone::Body, "parola ".repeat(1500))];
    let document = load(&report(vec![
        section("Sintesi", 1, vec![paragraph(Tone::Body, "breve")]),
        section("Il profilo è qui", 1, long.clone()),
        section("Analisi", 2, long),
        section("Persone", 2, vec![]),
        section("", 1, vec![paragraph(Tone::Body, "senza titolo")]),
        section("Note", 1, vec![]),
    ]));
    let texts = pages(&document);
    let page_of = |title: &str| texts.iter().position(|text| text.contains(title)).unwrap() as u32 + 1;
    let expected: Vec<(usize, String, u32)> =
        [(0, "Sintesi"), (0, "Il profilo è qui"), (1, "Analisi"), (1, "Persone"), (0, "Note")]
            .map(|(depth, title)| (depth, title.to_owned(), page_of(title)))
            .into();
    assert_eq!(outline(&document), expected);
    assert!(expected[2].2 > expected[1].2 + 1, "the long part takes pages of its own");
    let root = dictionary(&document, document.catalog().unwrap(), "Outlines");
    assert_eq!(root.get(b"Count").unwrap().as_i64().unwrap(), 5);
}

#[test]
fn without_sections_there_is_a_cover_and_no_outline() {
    let document = load(&report(vec![]));
    assert_eq!(document.get_pages().len(), 1);
    assert!(!document.catalog().unwrap().has(b"Outlines"));
    let text = &pages(&document)[0];
    for word in ["Valutazione", "Officine Fittizie S.r.l.", "Lecco", "Livello 2", "scala-alto", "Dati inventati"] {
        assert!(text.contains(word), "{word} in {text}");
    }
}

#[test]
fn pages_grow_with_the_text_and_are_numbered() {
    let mut last = 0;
    for words in [10, 1000, 4000] {
        let document = load(&report(vec![section("Uno", 1, vec![paragraph(Tone::Body, "parola ".repeat(words))])]));
        let texts = pages(&document);
        assert!(texts.len() > last);
        last = texts.len();
        assert!(!texts[0].contains("Pagina"));
        for (index, text) in texts.iter().enumerate().skip(1) {
            assert!(text.contains(&format!("Pagina {} di {}", index + 1, texts.len())), "{text}");
            assert!(text.contains("Officine Fittizie S.r.l."));
        }
        assert_eq!(texts.concat().matches("parola").count(), words);
    }
}

#[test]
fn a_table_has_its_head_on_every_page_and_all_its_rows() {
    let column = |title: &str, numeric| Column { title: title.into(), share: 0.5, numeric };
    let rows: Vec<Vec<Vec<Run>>> =
        (0..200).map(|n| vec![vec![Run::plain(format!("voce{n}."))], vec![Run::plain("1,0")]]).collect();
    let table = Block::Table { columns: vec![column("Intestazione", false), column("Valore", true)], rows };
    let texts = pages(&load(&report(vec![section("Uno", 1, vec![table])])));
    assert!(texts.len() > 4);
    for text in &texts[1..] {
        assert_eq!(text.matches("Intestazione").count(), 1, "{text}");
        assert!(text.find("Intestazione") < text.find("voce"), "{text}");
    }
    let all = texts.concat();
    assert!((0..200).all(|n| all.matches(&format!("voce{n}.")).count() == 1));
}

#[test]
fn a_figure_is_never_split_and_keeps_its_caption() {
    for lines in [0, 10, 20, 25, 30, 35, 40, 45] {
        let mut blocks: Vec<Block> = (0..lines).map(|_| paragraph(Tone::Body, "riga")).collect();
        blocks.extend([Block::Heading("Titolo della figura".into()), figure("uno"), figure("due")]);
        let texts = pages(&load(&report(vec![section("Uno", 1, blocks)])));
        for name in ["uno", "due"] {
            let page = |word: &str| texts.iter().position(|text| text.contains(&format!("{name}-{word}"))).unwrap();
            assert_eq!(page("alto"), page("basso"), "{lines} lines before");
            assert_eq!(page("alto"), page("didascalia"), "{lines} lines before");
        }
        let heading = texts.iter().position(|text| text.contains("Titolo della figura")).unwrap();
        assert!(texts[heading].contains("uno-alto"), "{lines} lines before");
    }
}

#[test]
fn a_card_stays_whole_where_it_fits() {
    for lines in [0, 20, 22, 24, 26, 28] {
        let mut blocks: Vec<Block> = (0..lines).map(|_| paragraph(Tone::Body, "riga")).collect();
        blocks.push(Block::Card {
            kind: CardKind::Plain,
            title: "Sportello".into(),
            tag: Some("forte".into()),
            blocks: vec![paragraph(Tone::Body, "parola ".repeat(120)), paragraph(Tone::Small, "Fonte")],
        });
        let texts = pages(&load(&report(vec![section("Uno", 1, blocks)])));
        let page = texts.iter().find(|text| text.contains("Sportello")).unwrap();
        assert_eq!(page.matches("parola").count(), 120, "{lines} lines before");
        assert!(page.contains("forte") && page.contains("Fonte"));
    }
}

/// Left end, right end and baseline of every piece of text on a page, from the file's own widths.
fn extents(document: &Document, page: lopdf::ObjectId) -> Vec<(f32, f32, f32)> {
    let mut widths: BTreeMap<Vec<u8>, BTreeMap<u16, f32>> = BTreeMap::new();
    for (name, font) in document.get_page_fonts(page).unwrap() {
        let descendants = font.get_deref(b"DescendantFonts", document).unwrap().as_array().unwrap();
        let list = descendants[0].as_dict().unwrap().get(b"W").unwrap().as_array().unwrap();
        let groups = list.chunks(2).flat_map(|pair| {
            let first = pair[0].as_i64().unwrap() as u16;
            (first..).zip(pair[1].as_array().unwrap().iter().map(|width| width.as_float().unwrap()))
        });
        widths.insert(name, groups.collect());
    }
    let mut extents = Vec::new();
    let space = ttf_parser::Face::parse(crate::style::fonts::REGULAR, 0).unwrap().glyph_index(' ').unwrap().0;
    let space = &space.to_be_bytes()[..];
    let (mut x, mut y, mut size, mut font) = (0.0, 0.0, 0.0, None);
    for operation in document.get_and_decode_page_content(page).unwrap().operations {
        let number = |index: usize| operation.operands[index].as_float().unwrap();
        match operation.operator.as_str() {
            "Td" => (x, y) = (number(0), number(1)),
            "Tf" => {
                font = widths.get(operation.operands[0].as_name().unwrap());
                size = number(1);
            }
            "Tj" | "TJ" => {
                let items = match &operation.operands[0] {
                    Object::Array(items) => items.clone(),
                    item => vec![item.clone()],
                };
                let mut end = x;
                let last = items.last().cloned();
                for item in items {
                    end += size / 1000.0
                        * match &item {
                            // A space at the end of a line has no width for the eye.
                            Object::String(bytes, _) if Some(&item) == last.as_ref() && bytes == space => 0.0,
                            Object::String(bytes, _) => bytes
                                .chunks(2)
                                .map(|pair| font.unwrap()[&u16::from_be_bytes([pair[0], pair[1]])])
                                .sum::<f32>(),
                            offset => -offset.as_float().unwrap(),
                        };
                }
                extents.push((x, end, y));
                x = end;
            }
            _ => {}
        }
    }
    extents
}

/// A report with everything too long, too wide, empty or strange.
fn odd_report() -> Report {
    let word = "precipitevolissimevolmente".repeat(8);
    let column = |title: &str, share, numeric| Column { title: title.into(), share, numeric };
    let empty = Drawing { width: 0.0, height: f32::NAN, shapes: vec![], spots: vec![], alt: String::new() };
    let mut report = report(vec![
        section(&word, 1, vec![]),
        section("", 2, vec![]),
        Section { level: 0, ..section("Livello zero", 1, vec![Block::Heading(word.clone())]) },
        Section {
            level: 9,
            ..section(
                "Livello nove \u{7}\n\u{1f642}",
                1,
                vec![
                    paragraph(Tone::Lead, &word),
                    paragraph(Tone::Small, "\u{0}\u{1}\u{feff}"),
                    Block::Bullets(vec![
                        vec![],
                        vec![Run::strong(&word)],
                        vec![Run::plain("\u{1f469}\u{200d}\u{1f4bb}")],
                    ]),
                    Block::Table {
                        columns: vec![column(&word, 0.01, true), column("", 0.01, false), column("x", 9.0, true)],
                        rows: vec![vec![], vec![vec![Run::plain(&word)]], vec![vec![Run::plain("a\n".repeat(200))]; 5]],
                    },
                    Block::Figure { drawing: empty, caption: String::new(), width: f32::NAN },
                    Block::Card {
                        kind: CardKind::Attention,
                        title: word.clone(),
                        tag: Some(word.clone()),
                        blocks: vec![
                            figure("in una carta"),
                            Block::Card {
                                kind: CardKind::Plain,
                                title: String::new(),
                                tag: Some("breve".into()),
                                blocks: vec![paragraph(Tone::Body, "parola ".repeat(2000))],
                            },
                        ],
                    },
                ],
            )
        },
    ]);
    report.meta.footer = word.clone();
    report.meta.page_label = "{page}{page}{pages}{seite}".into();
    cover(&mut report).title = word.clone();
    cover(&mut report).headline = "frase ".repeat(300);
    cover(&mut report).lines = vec![word.clone(), String::new()];
    cover(&mut report).note = "nota ".repeat(900);
    report
}

#[test]
fn nothing_leaves_the_paper_however_odd_the_report() {
    let document = load(&odd_report());
    let (left, right) = (62.35, 595.28 - 62.35);
    let mut texts = 0;
    for (number, page) in document.get_pages() {
        for (start, end, baseline) in extents(&document, page) {
            assert!(start >= left - 0.1 && end <= right + 0.1, "page {number}: {start} to {end}");
            assert!((20.0..=780.0).contains(&baseline), "page {number}: {baseline}");
            texts += 1;
        }
    }
    assert!(texts > 200);
    assert_eq!(pages(&document).concat().matches("nota").count(), 900);
}

#[test]
fn a_company_name_of_120_letters_is_there_in_full() {
    let name = "Società Cooperativa Immaginaria per la Trasformazione e la Commercializzazione di Prodotti Inesistenti \
                della Brianza S.r.l.";
    assert!(name.chars().count() >= 120);
    let mut report = report(vec![section("Uno", 1, vec![])]);
    cover(&mut report).title = name.into();
    report.meta.footer = name.into();
    for text in pages(&load(&report)) {
        assert!(text.contains(name), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_set(text in any::<String>(), more in "\\PC{0,400}", level in any::<u8>()) {
        let run = || vec![Run::plain(&text), Run::strong(&more)];
        let column = || Column { title: text.clone(), share: 0.5, numeric: true };
        let mut report = report(vec![section(&text, level, vec![
            Block::Heading(more.clone()),
            Block::Paragraph { tone: Tone::Body, runs: run() },
            Block::Bullets(vec![run()]),
            Block::Table { columns: vec![column(), column()], rows: vec![vec![run(), run()]] },
            Block::Card { kind: CardKind::Plain, title: text.clone(), tag: Some(more.clone()), blocks: vec![] },
        ])]);
        report.meta.title = text.clone();
        report.meta.language = more.clone();
        report.meta.date = text.clone();
        cover(&mut report).title = more;
        prop_assert!(load(&report).get_pages().len() >= 2);
    }
}
