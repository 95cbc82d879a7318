//! Nothing covers anything else, and nothing leaves its margins: by the boxes of texts, figures and pictures.

use super::tests::{chart, cover, report, section};
use super::{Box, What, boxes};
use crate::assessment::choices::Paper;
use crate::report::{Block, CardKind, Column, Picture, Report, Run, Section, Tone, paragraph};

const ROUNDING: f32 = 0.3;

/// Fails where boxes share room or are outside of where they belong; gives the pages' texts.
fn check(report: &Report) -> Vec<Vec<String>> {
    let pages = boxes(report).unwrap();
    let mut texts = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        let paper = Box { x: 0.0, top: 0.0, width: page.width, height: page.height };
        // Below the text area and within its width.
        let foot = Box {
            top: page.area.top + page.area.height,
            height: page.height - page.area.top - page.area.height - 12.0,
            ..page.area
        };
        for (index, (what, area)) in page.boxes.iter().enumerate() {
            let home = if matches!(what, What::Foot(_)) { &foot } else { &page.area };
            assert!(home.holds(area, ROUNDING), "page {}: {what:?} at {area:?} leaves {home:?}", number + 1);
            assert!(paper.holds(area, 0.0));
            for (other, other_area) in &page.boxes[index + 1..] {
                assert!(
                    !area.covers(other_area, ROUNDING),
                    "page {}: {what:?} at {area:?} and {other:?} at {other_area:?}",
                    number + 1
                );
            }
        }
        let text = |(what, _): &(What, Box)| match what {
            What::Text(text) | What::Foot(text) => text.clone(),
            _ => String::new(),
        };
        texts.push(page.boxes.iter().map(text).collect());
    }
    texts
}

/// A name of 120 letters, and one of as many without a space.
fn long_names() -> [String; 2] {
    let name = "Società Cooperativa Immaginaria per la Trasformazione e la Commercializzazione di Prodotti Inesistenti \
                della Brianza S.r.l.";
    assert!(name.chars().count() >= 120);
    [name.into(), "Precipitevolissimevolmente".repeat(5)]
}

fn doors(name: &str) -> Vec<Block> {
    (0..40)
        .map(|n| Block::Card {
            kind: if n % 7 == 0 { CardKind::Attention } else { CardKind::Plain },
            title: format!("Sportello {n} {name}"),
            tag: Some(if n % 2 == 0 { "corrispondenza forte".into() } else { name.to_owned() }),
            blocks: vec![
                paragraph(Tone::Body, "A che cosa serve, in una frase che continua oltre la riga. ".repeat(n % 5)),
                Block::Bullets((0..n % 4).map(|m| vec![Run::plain(format!("motivo {m} (+{n})"))]).collect()),
                Block::Paragraph {
                    tone: Tone::Small,
                    runs: vec![
                        Run::plain(format!("{name} · ")),
                        Run::site(&format!("sportello-inventato.example/{}", name.replace(' ', "-"))),
                    ],
                },
            ],
        })
        .collect()
}

fn rows(name: &str) -> Block {
    let column = |title: &str, share, numeric| Column { title: title.into(), share, numeric };
    let row = |n: usize| {
        vec![
            vec![Run::strong(format!("{n}. {name}"))],
            vec![Run::plain("note con emoji 🙂👩🏽‍💻 e altro ".repeat(n % 6))],
            vec![Run::plain("1.234.567,89 €")],
            vec![],
        ]
    };
    let columns = vec![
        column("Misura", 0.4, false),
        column("Note", 0.3, false),
        column("Costo", 0.2, true),
        column("", 0.1, true),
    ];
    Block::Table { columns, rows: (0..60).map(row).collect() }
}

fn full(name: &str, paper: Paper) -> Report {
    let figure = |width| Block::Figure { drawing: chart("grafico"), caption: name.into(), width };
    let mut sections = vec![
        section("Indice", 1, vec![Block::Contents]),
        section(name, 1, doors(name)),
        section("Vuota", 1, vec![]),
        section("", 2, vec![]),
        section(name, 2, vec![rows(name), figure(1.0), figure(0.4), figure(0.5), Block::Heading(name.into())]),
        Section { new_page: false, ..section("Note", 1, vec![paragraph(Tone::Lead, "🙂 ".repeat(300))]) },
        section("Vuota in fondo", 2, vec![Block::Table { columns: vec![], rows: vec![] }]),
    ];
    sections.extend((0..60).map(|n| Section { new_page: false, ..section(&format!("{n} {name}"), 1 + n % 2, vec![]) }));
    let mut report = report(sections);
    report.meta.paper = paper;
    report.meta.footer = name.into();
    report.meta.digest_line = Some("Impronta dei dati: 1a2b 3c4d 5e6f 7a8b".into());
    cover(&mut report).title = name.into();
    cover(&mut report).lines = vec![name.into(); 3];
    cover(&mut report).headline = format!("{name} è al livello 2, Parziale.");
    report
}

#[test]
fn nothing_covers_anything_on_any_paper() {
    for name in long_names() {
        for paper in [Paper::A4, Paper::Letter] {
            let mut report = full(&name, paper);
            let texts = check(&report);
            assert!(texts.len() > 10);
            assert!(texts.iter().all(|page| page.iter().any(|text| text.contains("Impronta"))));
            let size = boxes(&report).unwrap()[0].width;
            assert!((size - if paper == Paper::A4 { 595.28 } else { 612.0 }).abs() < 0.1);
            report.cover = None;
            // Whatever is on it, the cover is one page.
            assert_eq!(check(&report).len(), texts.len() - 1);
        }
    }
}

#[test]
fn a_logo_of_any_shape_has_its_room_and_keeps_its_shape() {
    for (width, height) in [(4000, 30), (30, 4000), (2000, 2000), (8, 8)] {
        let mut report = full("Studio", Paper::A4);
        let rgba = vec![9; (width * height * 4) as usize];
        report.look.logo = Some(Picture { width, height, rgba, alt: "Studio".into() });
        check(&report);
        let pages = boxes(&report).unwrap();
        let (_, area) = pages[0].boxes.iter().find(|(what, _)| matches!(what, What::Picture(_))).unwrap();
        assert!(area.width <= 170.08 + ROUNDING && area.height <= 62.37 + ROUNDING, "{area:?}");
        assert!((area.width / area.height / (width as f32 / height as f32) - 1.0).abs() < 0.01);
        assert!(area.top < pages[0].boxes.iter().map(|(_, other)| other.top).fold(f32::MAX, f32::min) + ROUNDING);
    }
}

#[test]
fn a_logo_without_its_pixels_is_left_out() {
    let mut report = full("Studio", Paper::A4);
    report.look.logo = Some(Picture { width: 10, height: 10, rgba: vec![0; 12], alt: String::new() });
    let pages = boxes(&report).unwrap();
    assert!(!pages[0].boxes.iter().any(|(what, _)| matches!(what, What::Picture(_))));
    super::pdf(&report).unwrap();
}

#[test]
fn boxes_that_share_room_are_seen() {
    let area = Box { x: 0.0, top: 0.0, width: 10.0, height: 10.0 };
    assert!(area.covers(&Box { x: 9.0, top: 9.0, ..area }, ROUNDING));
    assert!(!area.covers(&Box { x: 10.0, ..area }, ROUNDING));
    assert!(!area.covers(&Box { top: 9.9, ..area }, ROUNDING));
    assert!(area.holds(&Box { x: 0.2, width: 9.8, ..area }, ROUNDING));
    assert!(!area.holds(&Box { x: 1.0, ..area }, ROUNDING));
}
