//! The Word document.

use std::io::{Cursor, Read as _};
use std::sync::OnceLock;

use orienta::export::docx::{document, docx};
use orienta::export::picture::picture;
use orienta::report::{Block, Brand, Edition, Picture, Report, Run};
use orienta::text::t;
use resvg::usvg::roxmltree::{Document, Node};

use super::*;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.has_tag_name((WORD, name))
}

fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.descendants().find(|n| is(n, name))?.attribute((WORD, "val"))
}

/// Style and words of every paragraph that says something, in order.
fn paragraphs(xml: &str) -> Vec<(String, String)> {
    let document = Document::parse(xml).expect("the document is well-formed");
    let all = document.descendants().filter(|n| is(n, "p"));
    let said = all.map(|p| {
        let words: String = p.descendants().filter(|n| is(n, "t")).filter_map(|n| n.text()).collect();
        (value(p, "pStyle").unwrap_or_default().to_owned(), words)
    });
    said.filter(|(_, words)| !words.trim().is_empty()).collect()
}

fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.replace('\n', "")).collect()
}

/// Everything a report says, in its order: headings and paragraphs, cells, titles of cards, captions without number.
fn said(report: &Report) -> Vec<String> {
    fn gather(block: &Block, out: &mut Vec<String>) {
        match block {
            Block::Heading(title) => out.push(title.clone()),
            Block::Paragraph { runs, .. } => out.push(words(runs)),
            Block::Bullets(items) => out.extend(items.iter().map(|runs| words(runs))),
            Block::Table { columns, rows } => {
                out.extend(columns.iter().map(|c| c.title.clone()));
                out.extend(rows.iter().flatten().map(|runs| words(runs)));
            }
            Block::Figure { caption, .. } => out.push(caption.clone()),
            Block::Contents => {}
            Block::Card { title, blocks, .. } => {
                out.push(title.clone());
                blocks.iter().for_each(|b| gather(b, out));
            }
        }
    }
    let listed = |section: &orienta::report::Section| {
        let own = section.blocks.contains(&Block::Contents);
        report.sections.iter().filter(move |_| own).filter(|s| s.id != "contents").map(|s| s.title.clone())
    };
    let mut out = Vec::new();
    if let Some(cover) = &report.cover {
        out.extend([cover.kicker.clone(), cover.title.clone()]);
        out.extend(cover.lines.iter().cloned());
        out.extend([cover.headline.clone(), cover.note.clone()]);
    }
    for section in &report.sections {
        out.push(section.title.clone());
        out.extend(listed(section));
        section.blocks.iter().for_each(|b| gather(b, &mut out));
    }
    out.retain(|words| !words.trim().is_empty());
    out
}

/// A report and its document, made once a language: drawing the charts takes the time.
fn made(language: Language) -> &'static (Report, Vec<u8>) {
    static ITALIAN: OnceLock<(Report, Vec<u8>)> = OnceLock::new();
    static ENGLISH: OnceLock<(Report, Vec<u8>)> = OnceLock::new();
    let once = if language == Language::IT { &ITALIAN } else { &ENGLISH };
    once.get_or_init(|| {
        let report = evaluated(example("caseificio"), language).report(&Edition::default());
        let bytes = docx(&report, language).unwrap();
        (report, bytes)
    })
}

#[test]
fn every_paragraph_of_the_report_is_there_in_order() {
    for language in LANGUAGES {
        let (report, bytes) = made(language);
        let found = paragraphs(&part(bytes, "word/document.xml"));
        let wanted = said(report);
        assert_eq!(found.len(), wanted.len());
        for ((style, found), wanted) in found.iter().zip(&wanted) {
            // A caption begins with its number, a card's title ends with its tag.
            let same = match style.as_str() {
                "Caption" => found.ends_with(wanted.as_str()),
                "CardTitle" => found.starts_with(wanted.as_str()),
                _ => found == wanted,
            };
            assert!(same, "{style}: {found:?} in the place of {wanted:?}");
        }
        for name in
            ["word/styles.xml", "word/numbering.xml", "docProps/core.xml", "word/footer1.xml", "[Content_Types].xml"]
        {
            Document::parse(&part(bytes, name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        }
    }
}

#[test]
fn the_contents_and_the_sites_lead_where_they_say() {
    let (report, bytes) = made(Language::IT);
    let xml = part(bytes, "word/document.xml");
    let xml = Document::parse(&xml).unwrap();
    let inside =
        |node: Node<'_, '_>| -> String { node.descendants().filter(|n| is(n, "t")).filter_map(|n| n.text()).collect() };
    let mut count = 0;
    for link in xml.descendants().filter(|n| is(n, "hyperlink")) {
        let anchor = link.attribute((WORD, "anchor")).unwrap();
        let heading = xml.descendants().find(|n| is(n, "bookmarkStart") && n.attribute((WORD, "name")) == Some(anchor));
        assert_eq!(inside(heading.unwrap().parent().unwrap()), inside(link));
        count += 1;
    }
    assert_eq!(count, report.sections.len() - 1, "all but the contents themselves");

    let fields = xml.descendants().filter(|n| is(n, "instrText")).filter_map(|n| n.text());
    let found: Vec<&str> = fields.filter_map(|text| text.trim().strip_prefix("HYPERLINK ")).collect();
    fn addresses(blocks: &[Block], out: &mut Vec<String>) {
        let of = |runs: &[Run], out: &mut Vec<String>| out.extend(runs.iter().filter_map(|run| run.address.clone()));
        for block in blocks {
            match block {
                Block::Paragraph { runs, .. } => of(runs, out),
                Block::Table { rows, .. } => rows.iter().flatten().for_each(|runs| of(runs, out)),
                Block::Card { blocks, .. } => addresses(blocks, out),
                _ => {}
            }
        }
    }
    let mut wanted = Vec::new();
    report.sections.iter().for_each(|section| addresses(&section.blocks, &mut wanted));
    assert!(wanted.len() > 20, "{}", wanted.len());
    assert_eq!(found, wanted.iter().map(|address| format!("\"{address}\"")).collect::<Vec<_>>());
}

#[test]
fn headings_are_those_that_word_navigates_by() {
    let (report, bytes) = made(Language::IT);
    let found = paragraphs(&part(bytes, "word/document.xml"));
    let headings: Vec<(&str, &str)> = found
        .iter()
        .filter(|(style, _)| matches!(style.as_str(), "Heading1" | "Heading2"))
        .map(|(style, words)| (style.as_str(), words.as_str()))
        .collect();
    let sections: Vec<(&str, &str)> = report
        .sections
        .iter()
        .map(|s| (if s.level == 1 { "Heading1" } else { "Heading2" }, s.title.as_str()))
        .collect();
    assert_eq!(headings, sections);
    let styles = part(bytes, "word/styles.xml");
    let styles = Document::parse(&styles).unwrap();
    for level in ["1", "2", "3"] {
        let style =
            styles.descendants().find(|n| n.attribute((WORD, "styleId")) == Some(&format!("Heading{level}"))).unwrap();
        assert_eq!(value(style, "name"), Some(format!("heading {level}").as_str()));
        let outline: u8 = value(style, "outlineLvl").unwrap().parse().unwrap();
        assert_eq!((outline + 1).to_string(), level);
    }
    assert_eq!(value(styles.root_element(), "lang"), Some("it-IT"));
}

#[test]
fn heads_of_tables_are_repeated_and_pictures_say_what_they_show() {
    let (report, bytes) = made(Language::EN);
    let xml = part(bytes, "word/document.xml");
    let xml = Document::parse(&xml).unwrap();
    let blocks = || report.sections.iter().flat_map(|s| &s.blocks);
    let tables = blocks().filter(|b| matches!(b, Block::Table { .. })).count();
    let heads: Vec<Node<'_, '_>> = xml.descendants().filter(|n| is(n, "tblHeader")).collect();
    assert_eq!(heads.len(), tables);
    for head in heads {
        let row = head.ancestors().find(|n| is(n, "tr")).unwrap();
        assert!(row.prev_siblings().skip(1).all(|n| !is(&n, "tr")), "the head is the first row");
    }
    let mut alts: Vec<&str> = report.cover.iter().filter_map(|c| Some(c.figure.as_ref()?.alt.as_str())).collect();
    alts.extend(blocks().filter_map(|b| match b {
        Block::Figure { drawing, .. } => Some(drawing.alt.as_str()),
        _ => None,
    }));
    let pictures: Vec<Node<'_, '_>> = xml.descendants().filter(|n| n.tag_name().name() == "docPr").collect();
    let found: Vec<&str> = pictures.iter().filter_map(|n| n.attribute("descr")).collect();
    assert_eq!(found, alts);
    let ids: std::collections::BTreeSet<&str> = pictures.iter().filter_map(|n| n.attribute("id")).collect();
    assert_eq!(ids.len(), pictures.len(), "each picture has a number of its own");
}

#[test]
fn a_brand_gives_colour_and_logo() {
    let brand = Brand { colour: Some("#7a1f5c".into()), name: "Studio Esempio".into(), ..Brand::default() };
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#7a1f5c"/></svg>"##;
    let logo: Picture = picture(svg.as_bytes(), "Marchio dello Studio Esempio".into()).unwrap();
    let edition = Edition { brand, logo: Some(logo), without_data: true, ..Edition::default() };
    let e = evaluated(example("caseificio"), Language::IT);
    let bytes = document(&e, &edition).unwrap();
    assert!(part(&bytes, "word/styles.xml").contains("7A1F5C"));
    let xml = part(&bytes, "word/document.xml");
    assert!(xml.contains("descr=\"Marchio dello Studio Esempio\""));
    assert!(part(&bytes, "word/footer1.xml").contains("Studio Esempio"));
    // A document that anybody can edit does not say that it is a PDF.
    assert!(xml.contains(&t(Language::IT, "docx-honesty")) && !xml.contains(&t(Language::IT, "honesty-without-data")));
}

#[test]
fn the_same_report_gives_the_same_bytes_with_the_days_of_the_evaluation() {
    let first = docx(&made(Language::IT).0, Language::IT).unwrap();
    assert!(first == made(Language::IT).1, "the same bytes");
    let mut zip = zip::ZipArchive::new(Cursor::new(&first)).unwrap();
    for n in 0..zip.len() {
        assert_eq!(zip.by_index(n).unwrap().last_modified().unwrap().year(), 1980);
    }
    let core = part(&first, "docProps/core.xml");
    assert!(core.contains("2026-11-29T00:00:00Z") && !core.contains("1970"), "{core}");
}

#[test]
fn signs_that_xml_does_not_know_do_no_harm() {
    let mut assessment = example("caseificio");
    assessment.company.name = "A & B <\u{0}\u{7}> \"C\" \u{ffff}S.r.l.".into();
    for answer in assessment.answers.values_mut().flatten() {
        answer.note = "uno\u{1}\r\ndue\u{2028}tre 🦀".into();
    }
    let mut report = evaluated(assessment, Language::IT).report(&Edition::default());
    // The charts have their own test.
    report.sections.iter_mut().for_each(|s| s.blocks.retain(|b| !matches!(b, Block::Figure { .. })));
    let bytes = docx(&report, Language::IT).unwrap();
    let found = paragraphs(&part(&bytes, "word/document.xml"));
    assert!(found.iter().any(|(_, words)| words.contains("A & B <> \"C\" S.r.l.")));
    assert!(found.iter().any(|(_, words)| words.contains("unoduetre 🦀")), "lines end with breaks");
    for name in ["docProps/core.xml", "word/footer1.xml"] {
        Document::parse(&part(&bytes, name)).unwrap_or_else(|e| panic!("{name}: {e}"));
    }
}
