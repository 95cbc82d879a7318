//! The document's structure, read back with lopdf: what a screen reader gets.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};

use super::tests::{chart, dictionary, figure, load, report, section, string};
use crate::report::{Block, CardKind, Column, Picture, Report, Run, Tone, paragraph};

/// A structure element with what it holds.
struct Node {
    role: String,
    id: ObjectId,
    own: Dictionary,
    /// Text of its own stretches and of the elements inside, in order.
    text: String,
    kids: Vec<Node>,
}

impl Node {
    fn find<'n>(&'n self, role: &str, out: &mut Vec<&'n Node>) {
        if self.role == role {
            out.push(self);
        }
        self.kids.iter().for_each(|kid| kid.find(role, out));
    }

    fn all(&self, role: &str) -> Vec<&Node> {
        let mut out = Vec::new();
        self.find(role, &mut out);
        out
    }

    /// Roles with their kids in brackets.
    fn shape(&self) -> String {
        let kids: Vec<String> = self.kids.iter().map(Node::shape).collect();
        if kids.is_empty() { self.role.clone() } else { format!("{}({})", self.role, kids.join(" ")) }
    }
}

/// Text of every stretch of a page by its number. Fails where anything is painted outside of a stretch and an artifact.
fn stretches(document: &Document, page: ObjectId) -> BTreeMap<i64, String> {
    let fonts = document.get_page_fonts(page).unwrap();
    let encodings: BTreeMap<_, _> =
        fonts.iter().map(|(name, font)| (name.clone(), font.get_font_encoding(document).unwrap())).collect();
    let mut open: Vec<Option<i64>> = Vec::new();
    let mut texts = BTreeMap::new();
    let mut font = None;
    for operation in document.get_and_decode_page_content(page).unwrap().operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BMC" => {
                assert_eq!(operands[0].as_name().unwrap(), b"Artifact");
                open.push(None);
            }
            "BDC" => {
                let properties = operands[1].as_dict().unwrap();
                let number = properties.get(b"MCID").ok().map(|number| number.as_i64().unwrap());
                assert_eq!(number.is_none(), operands[0].as_name().unwrap() == b"Artifact");
                if let Some(number) = number {
                    assert!(texts.insert(number, String::new()).is_none(), "stretch {number} twice");
                }
                open.push(number);
            }
            "EMC" => assert!(open.pop().is_some()),
            "Tf" => font = encodings.get(operands[0].as_name().unwrap()),
            "Tj" | "TJ" => {
                let owner = open.last().expect("text outside of everything");
                let items = match &operands[0] {
                    Object::Array(items) => items.clone(),
                    item => vec![item.clone()],
                };
                for item in items {
                    if let (Some(owner), Object::String(bytes, _)) = (owner, &item) {
                        texts.get_mut(owner).unwrap().push_str(&Document::decode_text(font.unwrap(), bytes).unwrap());
                    }
                }
            }
            "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "S" | "s" | "Do" | "sh" | "'" | "\"" | "EI" => {
                assert_eq!(open.len(), 1, "{} outside of everything, or too deep", operation.operator);
            }
            _ => {}
        }
        assert!(open.len() <= 1, "stretches inside each other");
    }
    assert!(open.is_empty());
    texts
}

/// A link as a viewer finds it: its page counted from 1, its area, and what it says of itself.
struct Found<'d> {
    id: ObjectId,
    page: u32,
    area: Vec<f32>,
    own: &'d Dictionary,
}

/// The links of all pages; checks that each belongs to the element of a link that leads back to it.
fn links(document: &Document) -> Vec<Found<'_>> {
    let root = dictionary(document, document.catalog().unwrap(), "StructTreeRoot");
    let parents = dictionary(document, root, "ParentTree").get(b"Nums").unwrap().as_array().unwrap();
    let keys: Vec<i64> = parents.chunks(2).map(|pair| pair[0].as_i64().unwrap()).collect();
    assert!(keys.is_sorted_by(|a, b| a < b));
    assert!(keys.last() < Some(&root.get(b"ParentTreeNextKey").unwrap().as_i64().unwrap()));
    let mut found = Vec::new();
    for (page, id) in document.get_pages() {
        let Ok(annotations) = document.get_dictionary(id).unwrap().get(b"Annots") else { continue };
        for annotation in annotations.as_array().unwrap() {
            let link = annotation.as_reference().unwrap();
            let own = document.get_dictionary(link).unwrap();
            assert_eq!(own.get(b"Subtype").unwrap().as_name().unwrap(), b"Link");
            let key = own.get(b"StructParent").unwrap().as_i64().unwrap();
            let element = parents[2 * keys.binary_search(&key).unwrap() + 1].as_reference().unwrap();
            let element = document.get_dictionary(element).unwrap();
            assert_eq!(element.get(b"S").unwrap().as_name().unwrap(), b"Link");
            let kids = element.get(b"K").unwrap().as_array().unwrap();
            let leads_back = |kid: &Object| {
                kid.as_dict().is_ok_and(|kid| {
                    kid.get(b"Obj").is_ok_and(|object| object.as_reference().unwrap() == link)
                        && kid.get(b"Pg").unwrap().as_reference().unwrap() == id
                })
            };
            assert_eq!(kids.iter().filter(|kid| leads_back(kid)).count(), 1);
            let area = own.get(b"Rect").unwrap().as_array().unwrap();
            let area = area.iter().map(|edge| edge.as_float().unwrap()).collect();
            found.push(Found { id: link, page, area, own });
        }
    }
    found
}

#[test]
fn a_site_is_a_link_in_one_piece_that_says_where_it_leads() {
    let words = "parola ".repeat(11);
    let runs = vec![Run::plain(words), Run::site("its-di-prova-inventato.example"), Run::plain(" e basta")];
    let row = vec![vec![Run::plain("voce")], vec![Run::site("its-di-prova-inventato.example")]];
    let columns = ["Voce", "Sito"].map(|title| Column { title: title.into(), share: 0.5, numeric: false }).into();
    let blocks = vec![Block::Paragraph { tone: Tone::Body, runs }, Block::Table { columns, rows: vec![row] }];
    let document = load(&report(vec![section("Uno", 1, blocks)]));
    let found = links(&document);
    assert_eq!(found.len(), 2, "each on one line, though there are hyphens in it");
    for link in &found {
        let action = dictionary(&document, link.own, "A");
        let address = b"https://its-di-prova-inventato.example";
        assert_eq!(action.get(b"URI").unwrap().as_str().unwrap(), address);
        assert_eq!(string(link.own, "Contents").as_bytes(), address);
        let (wide, high) = (link.area[2] - link.area[0], link.area[3] - link.area[1]);
        assert!((100.0..170.0).contains(&wide) && (8.0..10.0).contains(&high), "{:?}", link.area);
    }
    assert_ne!(found[0].id, found[1].id);
    let tree = tree(&document);
    let texts: Vec<&str> = tree.all("Link").iter().map(|link| link.text.trim()).collect();
    assert_eq!(texts, ["its-di-prova-inventato.example"; 2]);
    assert!(tree.all("TD")[0].shape().contains("Link"));
}

#[test]
fn the_contents_name_every_section_with_its_page_and_lead_there() {
    let long = || vec![paragraph(Tone::Body, "parola ".repeat(1500))];
    let mut sections = vec![
        section("Indice", 1, vec![Block::Contents]),
        section("Sintesi", 1, long()),
        section("Analisi", 1, vec![]),
        section("Persone", 2, long()),
        section("Macchine", 2, long()),
        section("", 1, vec![paragraph(Tone::Body, "senza titolo")]),
        section(&"Un titolo che non finisce mai ".repeat(6), 1, vec![]),
    ];
    sections[2].new_page = false;
    let document = load(&report(sections));
    let tree = tree(&document);
    assert_eq!(
        tree.all("TOC")[0].shape(),
        "TOC(TOCI(Reference(Link)) TOCI(Reference(Link) TOC(TOCI(Reference(Link)) TOCI(Reference(Link)))) \
         TOCI(Reference(Link)))"
    );
    let texts: BTreeMap<u32, String> = document
        .get_pages()
        .into_iter()
        .map(|(number, page)| (number, stretches(&document, page).into_values().collect::<String>()))
        .collect();
    let found = links(&document);
    let entries = tree.all("Link");
    assert_eq!(entries.len(), 5);
    for entry in entries {
        let (title, number) = entry.text.trim_end().rsplit_once(' ').unwrap();
        let number: u32 = number.parse().unwrap();
        assert!(texts[&number].contains(title.get(..20).unwrap_or(title)), "{title} on page {number}");
        let own: Vec<_> = found.iter().filter(|link| string(link.own, "Contents").trim() == title.trim()).collect();
        // One for each line of the title, and one for the number.
        assert!(own.len() >= 2, "{title}");
        for link in own {
            assert_eq!(link.page, 2);
            let target = link.own.get(b"Dest").unwrap().as_array().unwrap()[0].as_reference().unwrap();
            assert_eq!(document.get_pages()[&number], target);
        }
    }
    assert!(!tree.all("TOC")[0].text.contains("Indice"));
}

/// The structure tree; checks that each stretch belongs to one element and leads back to it.
fn tree(document: &Document) -> Node {
    let catalog = document.catalog().unwrap();
    assert!(dictionary(document, catalog, "MarkInfo").get(b"Marked").unwrap().as_bool().unwrap());
    let root = dictionary(document, catalog, "StructTreeRoot");
    let mut texts = BTreeMap::new();
    let mut owners = BTreeMap::new();
    let parents = dictionary(document, root, "ParentTree").get(b"Nums").unwrap().as_array().unwrap();
    let parents: BTreeMap<i64, &Object> =
        parents.chunks(2).map(|pair| (pair[0].as_i64().unwrap(), document.dereference(&pair[1]).unwrap().1)).collect();
    for (_, page) in document.get_pages() {
        let dictionary = document.get_dictionary(page).unwrap();
        assert_eq!(dictionary.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
        let own = parents[&dictionary.get(b"StructParents").unwrap().as_i64().unwrap()].as_array().unwrap();
        let found = stretches(document, page);
        assert_eq!(own.len(), found.len());
        for (number, text) in found {
            owners.insert((page, number), own[number as usize].as_reference().unwrap());
            texts.insert((page, number), text);
        }
    }
    let first = root.get(b"K").unwrap().as_array().unwrap()[0].as_reference().unwrap();
    let node = node(document, first, None, &texts, &mut owners);
    assert!(owners.is_empty(), "stretches that no element holds: {owners:?}");
    node
}

fn node(
    document: &Document,
    id: ObjectId,
    parent: Option<ObjectId>,
    texts: &BTreeMap<(ObjectId, i64), String>,
    owners: &mut BTreeMap<(ObjectId, i64), ObjectId>,
) -> Node {
    let own = document.get_dictionary(id).unwrap().clone();
    if let Some(parent) = parent {
        assert_eq!(own.get(b"P").unwrap().as_reference().unwrap(), parent);
    }
    let role = String::from_utf8(own.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
    let mut result = Node { role, id, own: own.clone(), text: String::new(), kids: Vec::new() };
    let items = match own.get(b"K") {
        Ok(Object::Array(items)) => items.clone(),
        Ok(item) => vec![item.clone()],
        Err(_) => Vec::new(),
    };
    for item in items {
        let (page, number) = match item {
            Object::Reference(kid) => {
                let kid = node(document, kid, Some(id), texts, owners);
                result.text.push_str(&kid.text);
                result.kids.push(kid);
                continue;
            }
            Object::Integer(number) => (own.get(b"Pg").unwrap().as_reference().unwrap(), number),
            Object::Dictionary(stretch) => {
                let Ok(number) = stretch.get(b"MCID") else { continue };
                (stretch.get(b"Pg").unwrap().as_reference().unwrap(), number.as_i64().unwrap())
            }
            other => panic!("{other:?}"),
        };
        assert_eq!(owners.remove(&(page, number)), Some(id), "stretch {number} belongs to another element");
        result.text.push_str(&texts[&(page, number)]);
    }
    result
}

/// Everything a report may hold.
fn whole() -> Report {
    let column = |title: &str, numeric| Column { title: title.into(), share: 0.5, numeric };
    let rows: Vec<Vec<Vec<Run>>> = (0..90).map(|n| vec![vec![Run::plain(format!("voce {n}"))], vec![]]).collect();
    let table = Block::Table { columns: vec![column("Voce", false), column("Valore", true)], rows };
    let bullets = Block::Bullets(vec![vec![Run::plain("uno")], vec![Run::strong("due")]]);
    let card = Block::Card {
        kind: CardKind::Attention,
        title: "Scheda".into(),
        tag: Some("forte".into()),
        blocks: vec![paragraph(Tone::Small, "Fonte inventata")],
    };
    let mut report = report(vec![
        section("Capitolo", 1, vec![paragraph(Tone::Lead, "Apre"), Block::Heading("Dentro".into()), bullets, card]),
        section("Parte", 2, vec![figure("uno"), table]),
        section("Altro", 1, vec![paragraph(Tone::Body, "fine")]),
    ]);
    let rgba = [200, 30, 30, 255, 0, 0, 0, 0].repeat(50);
    report.look.logo = Some(Picture { width: 10, height: 10, rgba, alt: "Studio Inventato".into() });
    report
}

#[test]
fn the_structure_is_that_of_the_report() {
    let document = load(&whole());
    let tree = tree(&document);
    let rows = vec!["TR(TH TD)"; 90].join(" ");
    let expected = format!(
        "Document(Sect(Figure P H1 P P Figure P) \
         Sect(H1 P H2 L(LI(Lbl LBody) LI(Lbl LBody)) Sect(H3 P P) \
         Sect(H2 Div(Figure Caption) Table(THead(TR(TH TH)) TBody({rows})))) \
         Sect(H1 P))"
    );
    assert_eq!(tree.shape(), expected);
    let text = |role: &str| tree.all(role).iter().map(|node| node.text.trim().to_owned()).collect::<Vec<_>>();
    assert_eq!(text("H1"), ["Officine Fittizie S.r.l.", "Capitolo", "Altro"]);
    assert_eq!(text("H2"), ["Dentro", "Parte"]);
    assert_eq!(text("LI"), ["•uno", "•due"]);
    assert_eq!(text("Caption"), ["Figura 1. uno-didascalia"]);
    assert_eq!(text("TR")[90], "voce 89");
}

#[test]
fn heads_of_tables_say_what_they_head_and_are_told_once() {
    let document = load(&whole());
    let tree = tree(&document);
    assert!(document.get_pages().len() > 4, "the table goes over pages");
    let (columns, rows) = (tree.all("THead")[0].all("TH"), tree.all("TBody")[0].all("TH"));
    assert_eq!(columns.iter().map(|head| head.text.as_str()).collect::<Vec<_>>(), ["Voce", "Valore"]);
    assert_eq!(
        rows.iter().map(|head| head.text.clone()).collect::<Vec<_>>(),
        (0..90).map(|n| format!("voce {n}")).collect::<Vec<_>>()
    );
    for (heads, scope) in [(columns, "Column"), (rows, "Row")] {
        for head in heads {
            let attributes = dictionary(&document, &head.own, "A");
            assert_eq!(attributes.get(b"Scope").unwrap().as_name().unwrap(), scope.as_bytes());
            assert_eq!(attributes.get(b"O").unwrap().as_name().unwrap(), b"Table");
        }
    }
    let list = dictionary(&document, &tree.all("L")[0].own, "A");
    assert_eq!(list.get(b"ListNumbering").unwrap().as_name().unwrap(), b"Disc");
}

#[test]
fn a_figure_says_what_it_shows_and_where_it_stands() {
    let mut with_words = whole();
    if let Block::Figure { drawing, .. } = &mut with_words.sections[1].blocks[0] {
        drawing.alt = "Oggi 51, domani 60.".into();
    }
    let document = load(&with_words);
    let tree = tree(&document);
    let alts: Vec<String> = tree.all("Figure").iter().map(|figure| string(&figure.own, "Alt")).collect();
    assert_eq!(alts, ["Studio Inventato", "Livello 2", "Oggi 51, domani 60."]);
    for figure in tree.all("Figure") {
        let area = dictionary(&document, &figure.own, "A").get(b"BBox").unwrap().as_array().unwrap();
        let area: Vec<f32> = area.iter().map(|edge| edge.as_float().unwrap()).collect();
        assert!(area[0] >= 62.0 && area[1] >= 76.0 && area[2] <= 533.0 && area[3] <= 780.0, "{area:?}");
        assert!(area[2] > area[0] && area[3] > area[1]);
    }
    let silent = super::tests::report(vec![section(
        "Uno",
        1,
        vec![Block::Figure { drawing: chart("x"), caption: " ".into(), width: 1.0 }],
    )]);
    let document = load(&silent);
    let alt = string(&self::tree(&document).all("Figure")[1].own, "Alt");
    assert_eq!(alt, "Figura\u{a0}1.");
}

#[test]
fn a_logo_has_its_colours_and_its_transparency() {
    let document = load(&whole());
    let image = document.objects.values().find_map(|object| {
        let stream = object.as_stream().ok()?;
        stream.dict.has(b"SMask").then_some(stream)
    });
    let image = image.expect("an image with a mask");
    assert_eq!(&image.get_plain_content().unwrap()[..6], [200, 30, 30, 0, 0, 0]);
    let mask = image.dict.get_deref(b"SMask", &document).unwrap().as_stream().unwrap();
    assert_eq!(&mask.get_plain_content().unwrap()[..2], [255, 0]);
}

#[test]
fn words_in_another_language_say_so_and_those_in_the_own_do_not() {
    let runs = vec![
        Run::plain("Si chiama "),
        Run::strong("shop floor").in_language("en"),
        Run::plain(" da tempo").in_language("it"),
        Run::plain(", "),
        Run::plain("a very long explanation of things in words that go on and on over the end of a line ".repeat(2))
            .in_language("en"),
        Run::plain("e basta"),
    ];
    let document = load(&report(vec![section("Uno", 1, vec![Block::Paragraph { tone: Tone::Body, runs }])]));
    let tree = tree(&document);
    let foreign: Vec<&Node> = tree.all("Span").into_iter().filter(|span| span.own.has(b"Lang")).collect();
    assert_eq!(foreign.len(), 2);
    assert_eq!(foreign[0].text, "shop floor");
    assert!(foreign[1].text.starts_with("a very long") && foreign[1].text.trim_end().ends_with("of a line"));
    assert!(foreign.iter().all(|span| string(&span.own, "Lang") == "en"));
    let whole = tree.all("P").into_iter().find(|p| p.text.starts_with("Si chiama")).unwrap();
    assert!(whole.text.ends_with("e basta"), "{}", whole.text);
}

#[test]
fn a_divided_word_is_whole_for_who_listens() {
    let words = "la digitalizzazione dell’amministrazione ".repeat(40);
    let document = load(&report(vec![section("Uno", 1, vec![paragraph(Tone::Body, &words)])]));
    let tree = tree(&document);
    let divided = tree.all("Span");
    assert!(!divided.is_empty());
    for span in &divided {
        let whole = string(&span.own, "ActualText");
        assert!(whole == "digitalizzazione" || whole == "dell’amministrazione", "{whole}");
        assert_eq!(span.text.replace('-', "").trim(), whole);
        assert!(span.text.contains('-'));
    }
    let paragraph = tree.all("P").into_iter().find(|p| p.text.starts_with("la digit")).unwrap();
    assert_eq!(paragraph.text.replace('-', "").trim(), words.trim());
}

#[test]
fn headings_go_no_more_than_one_deeper_at_a_time() {
    let deep = section("Profonda", 7, vec![Block::Heading("Dentro".into()), Block::Heading("Ancora".into())]);
    let untitled = section("", 1, vec![Block::Heading("Sotto nessuno".into())]);
    let mut report = report(vec![untitled, deep, section("Capitolo", 1, vec![])]);
    report.cover = None;
    let document = load(&report);
    let tree = tree(&document);
    let mut last = 0;
    let mut count = 0;
    let mut open = vec![&tree];
    while let Some(node) = open.pop() {
        if let Some(level) = node.role.strip_prefix('H').and_then(|level| level.parse::<u8>().ok()) {
            assert!(level <= last + 1, "{} after level {last}", node.text);
            last = level;
            count += 1;
        }
        open.extend(node.kids.iter().rev());
    }
    assert_eq!(count, 5);
}

#[test]
fn ids_of_elements_are_their_own() {
    let document = load(&whole());
    let tree = tree(&document);
    let mut ids: Vec<ObjectId> = tree.all("TD").iter().map(|node| node.id).collect();
    assert_eq!(ids.len(), 90);
    ids.dedup();
    assert_eq!(ids.len(), 90);
}

#[test]
fn the_colours_are_described_and_the_metadata_agree_and_claim_nothing() {
    let mut report = whole();
    report.meta.title = "Prova & “<verifica>”\u{7}\u{fffe}".into();
    let document = load(&report);
    let catalog = document.catalog().unwrap();
    let intents = catalog.get(b"OutputIntents").unwrap().as_array().unwrap();
    let profile = intents[0].as_dict().unwrap().get_deref(b"DestOutputProfile", &document).unwrap();
    let profile = profile.as_stream().unwrap().get_plain_content().unwrap();
    // ICC.1, 7.2: size, class, colour space, date and signature of a profile.
    assert_eq!(u32::from_be_bytes(profile[..4].try_into().unwrap()) as usize, profile.len());
    assert_eq!(&profile[12..20], b"mntrRGB ");
    assert_eq!(&profile[24..30], [7, 208, 0, 1, 0, 1]);
    assert_eq!(&profile[36..40], b"acsp");
    let xmp = catalog.get_deref(b"Metadata", &document).unwrap().as_stream().unwrap();
    assert!(!xmp.dict.has(b"Filter"));
    let xmp = String::from_utf8(xmp.content.clone()).unwrap();
    for words in [
        "<rdf:li xml:lang=\"x-default\">Prova &amp; “&lt;verifica&gt;”</rdf:li>",
        "<rdf:li>it</rdf:li>",
        "<xmp:CreateDate>2026-11-05T12:00:00Z</xmp:CreateDate>",
        "<xmp:CreatorTool>Programma di prova</xmp:CreatorTool>",
        concat!("<pdf:Producer>Orienta ", env!("CARGO_PKG_VERSION"), "</pdf:Producer>"),
    ] {
        assert!(xmp.contains(words), "{words} in {xmp}");
    }
    assert!(!xmp.contains("pdfaid") && !xmp.contains("pdfuaid"));
    let information = dictionary(&document, &document.trailer, "Info");
    assert_eq!(decode_text_string(information.get(b"Producer").unwrap()).unwrap(), super::finish::PRODUCER);
}
