//! The report as a Word document to be edited: headings Word navigates by, real lists and tables, charts as pictures with
//! their words, in the colours and with the logo of whoever signs.
//!
//! The library writes most of the format. What it has no word for (descriptions of pictures, rows of heads that are
//! repeated, languages, title and date) is put into its XML afterwards, in `finished`. The same report gives the same
//! bytes.

use std::collections::BTreeSet;
use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, AlignmentType, BorderType, BreakType, Docx, FieldCharType, Footer, Hyperlink, HyperlinkType,
    IndentLevel, InstrText, Level, LevelJc, LevelText, LineSpacing, LineSpacingType, NumPages, NumberFormat, Numbering,
    NumberingId, PageMargin, PageNum, Paragraph, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders, Pic,
    Run as Span, RunFonts, Shading, SpecialIndentType, Start, Style, StyleType, Tab, TabValueType, Table, TableCell,
    TableCellBorder, TableCellBorderPosition, TableCellBorders, TableCellMargins, TableLayoutType, TableRow,
    VAlignType, WidthType, XMLDocx,
};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::charts::{self, ChartFault};
use super::picture;
use crate::pipeline::Evaluation;
use crate::report::{
    Block, CardKind, Column, Cover, Drawing, Edition, Look, Meta, Report, Run, Section, Tone, Weight, listed,
};
use crate::style::Ink;
use crate::text::{Language, ta};

/// A font that every Word has; others put their own of the same widths in its place.
const FONT: &str = "Calibri";
/// Twentieths of a point in a millimetre.
const TWIPS: f64 = 1440.0 / 25.4;
/// English Metric Units in a twentieth of a point.
const EMU: f64 = 635.0;
/// Margins of the page in millimetres: sides and head, and the deeper foot.
const MARGINS: (f64, f64) = (22.0, 27.0);
/// The largest a logo may be on the cover, in millimetres.
const LOGO: (f64, f64) = (70.0, 24.0);
/// The highest a chart may be, as a share of the text's height.
const CHART_SHARE: f64 = 0.75;
/// Number of the list with bullets.
const BULLETS: usize = 2;

/// Why a report did not become a document. None of these can be caused by what the report says.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// A chart cannot be drawn.
    #[error(transparent)]
    Chart(#[from] ChartFault),
    /// The parts cannot be put together.
    #[error("The document could not be made: its parts cannot be put together ({0}). Please report the fault.")]
    Assemble(String),
}

/// The report of an evaluation as a document.
///
/// # Errors
/// Only faults of this program, see [`DocxError`].
pub fn document(evaluation: &Evaluation<'_>, edition: &Edition) -> Result<Vec<u8>, DocxError> {
    let report = evaluation.report(&Edition { editable: true, ..edition.clone() });
    docx(&report, evaluation.language)
}

/// A report as a document.
///
/// # Errors
/// Only faults of this program, see [`DocxError`].
pub fn docx(report: &Report, language: Language) -> Result<Vec<u8>, DocxError> {
    let mut setter = Setter::new(report, language);
    if let Some(cover) = &report.cover {
        setter.cover(cover)?;
    }
    for (n, section) in report.sections.iter().enumerate() {
        let after_cover = n == 0 && report.cover.is_some();
        setter.section((n, section), section.new_page || after_cover)?;
    }
    let Setter { docx, alts, languages, .. } = setter;
    let mut out = Cursor::new(Vec::new());
    let parts = finished(docx.build(), &report.meta, &alts, &languages)?;
    parts.pack(&mut out).map_err(|error| DocxError::Assemble(error.to_string()))?;
    packed(out).map_err(|error| DocxError::Assemble(error.to_string()))
}

/// The same archive with its texts made small, which the library leaves as they are.
fn packed(stored: Cursor<Vec<u8>>) -> ZipResult<Vec<u8>> {
    let mut from = ZipArchive::new(stored)?;
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    // The same day in every file, for a day is part of the bytes.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for n in 0..from.len() {
        let mut part = from.by_index(n)?;
        if part.is_dir() {
            continue;
        }
        let is_picture = part.name().ends_with(".png");
        let method = if is_picture { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        to.start_file(part.name(), options.compression_method(method))?;
        std::io::copy(&mut part, &mut to)?;
    }
    Ok(to.finish()?.into_inner())
}

/// Lengths of the page in twentieths of a point.
#[derive(Clone, Copy)]
struct Page {
    width: u32,
    height: u32,
    text_width: usize,
    text_height: usize,
}

impl Page {
    fn of(meta: &Meta) -> Self {
        let (width, height) = meta.paper.size_mm();
        let twips = |mm: f64| (mm * TWIPS).round();
        let (side, foot) = MARGINS;
        Self {
            width: twips(f64::from(width)) as u32,
            height: twips(f64::from(height)) as u32,
            text_width: twips(f64::from(width) - 2.0 * side) as usize,
            text_height: twips(f64::from(height) - side - foot) as usize,
        }
    }
}

/// Puts blocks into the document.
struct Setter<'r> {
    docx: Docx,
    look: &'r Look,
    sections: &'r [Section],
    page: Page,
    language: Language,
    /// Descriptions of the pictures so far, in their order.
    alts: Vec<String>,
    /// Languages of passages that are not the report's.
    languages: BTreeSet<&'static str>,
    figures: usize,
}

impl<'r> Setter<'r> {
    fn new(report: &'r Report, language: Language) -> Self {
        let page = Page::of(&report.meta);
        let twips = |mm: f64| (mm * TWIPS).round() as i32;
        let (side, foot) = MARGINS;
        let margin = PageMargin::new()
            .top(twips(side))
            .left(twips(side))
            .right(twips(side))
            .bottom(twips(foot))
            .header(twips(10.0))
            .footer(twips(12.0));
        let docx = Docx::new()
            .page_size(page.width, page.height)
            .page_margin(margin)
            .default_fonts(RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT))
            .default_size(21)
            .add_abstract_numbering(bullets(&report.look))
            .add_numbering(Numbering::new(BULLETS, BULLETS));
        let docx = styles(&report.look).into_iter().fold(docx, Docx::add_style);
        let docx = docx.footer(footer(&report.meta, page));
        Self {
            docx,
            look: &report.look,
            sections: &report.sections,
            page,
            language,
            alts: Vec::new(),
            languages: BTreeSet::new(),
            figures: 0,
        }
    }

    fn add(&mut self, paragraph: Paragraph) {
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }

    fn add_table(&mut self, table: Table) {
        self.docx = std::mem::take(&mut self.docx).add_table(table);
        // Without something between them two tables would become one.
        self.add(Paragraph::new().style("Gap"));
    }

    fn cover(&mut self, cover: &Cover) -> Result<(), DocxError> {
        let look = self.look;
        if let Some(logo) = &look.logo
            && let Some(bytes) = picture::png(logo)
        {
            let side = |pixels: u32| f64::from(pixels.max(1));
            let scale = (LOGO.0 / side(logo.width)).min(LOGO.1 / side(logo.height)) * TWIPS;
            let size = (side(logo.width) * scale, side(logo.height) * scale);
            let span = self.picture(bytes, (logo.width, logo.height), size, &logo.alt);
            self.add(Paragraph::new().style("Picture").add_run(span));
        }
        self.words("Kicker", &cover.kicker);
        self.words("Title", &cover.title);
        for line in &cover.lines {
            self.words("CoverLine", line);
        }
        self.words("Headline", &cover.headline);
        if let Some(drawing) = &cover.figure {
            self.chart(drawing, 1.0)?;
        }
        self.words("Small", &cover.note);
        Ok(())
    }

    fn section(&mut self, (n, section): (usize, &Section), new_page: bool) -> Result<(), DocxError> {
        let style = if section.level <= 1 { "Heading1" } else { "Heading2" };
        let title = Paragraph::new().style(style).page_break_before(new_page).add_bookmark_start(n, bookmark(n));
        let title = title.add_run(self.span(&Run::plain(&section.title))).add_bookmark_end(n);
        self.add(title);
        section.blocks.iter().try_for_each(|block| self.block(block))
    }

    fn block(&mut self, block: &Block) -> Result<(), DocxError> {
        match block {
            Block::Heading(title) => self.words("Heading3", title),
            Block::Paragraph { .. } | Block::Bullets(_) => {
                for paragraph in self.text(block) {
                    self.add(paragraph);
                }
            }
            Block::Table { columns, rows } => {
                if !columns.is_empty() {
                    let table = self.table(columns, rows);
                    self.add_table(table);
                }
            }
            Block::Figure { drawing, caption, width } => {
                let width = if width.is_finite() && *width > 0.0 { f64::from(width.min(1.0)) } else { 1.0 };
                self.chart(drawing, width)?;
                self.figures += 1;
                let number = [("number", self.figures.to_string().into())];
                let label = Run::strong(format!("{} ", ta(self.language, "docx-figure", &number)));
                let caption = self.paragraph("Caption", &[label, Run::plain(caption)]);
                self.add(caption);
            }
            Block::Contents => self.contents(),
            Block::Card { kind, title, tag, blocks } => {
                let card = self.card(*kind, title, tag.as_deref(), blocks);
                self.add_table(card);
            }
        }
        Ok(())
    }

    /// Paragraphs and lists.
    fn text(&mut self, block: &Block) -> Vec<Paragraph> {
        match block {
            Block::Heading(title) => vec![self.paragraph("Heading3", &[Run::plain(title)])],
            Block::Paragraph { tone, runs } => {
                let style = match tone {
                    Tone::Lead => "Lead",
                    Tone::Body => "Text",
                    Tone::Small => "Small",
                };
                vec![self.paragraph(style, runs)]
            }
            Block::Bullets(items) => items
                .iter()
                .map(|runs| {
                    let list = (NumberingId::new(BULLETS), IndentLevel::new(0));
                    self.paragraph("ListBullet", runs).numbering(list.0, list.1)
                })
                .collect(),
            Block::Table { .. } | Block::Figure { .. } | Block::Contents | Block::Card { .. } => Vec::new(),
        }
    }

    /// The sections, each leading to its heading; without numbers of pages, which are others after the first word is
    /// changed.
    fn contents(&mut self) {
        for (n, section) in listed(self.sections) {
            let style = if section.level <= 1 { "Contents1" } else { "Contents2" };
            let link =
                Hyperlink::new(bookmark(n), HyperlinkType::Anchor).add_run(self.span(&Run::plain(&section.title)));
            self.add(Paragraph::new().style(style).add_hyperlink(link));
        }
    }

    fn words(&mut self, style: &str, text: &str) {
        if !text.trim().is_empty() {
            let paragraph = self.paragraph(style, &[Run::plain(text)]);
            self.add(paragraph);
        }
    }

    fn paragraph(&mut self, style: &str, runs: &[Run]) -> Paragraph {
        let start = Paragraph::new().style(style);
        runs.iter().fold(start, |paragraph, run| paragraph.add_run(self.span(run)))
    }

    fn span(&mut self, run: &Run) -> Span {
        let mut span = Span::new();
        for (n, line) in clean(&run.text).split('\n').enumerate() {
            if n > 0 {
                span = span.add_break(BreakType::TextWrapping);
            }
            if !line.is_empty() {
                span = span.add_text(line);
            }
        }
        if run.weight == Weight::Semibold {
            span = span.bold();
        }
        if let Some(address) = &run.address {
            // A field, for the library writes the document's list of addresses in another order at every run.
            let field = Span::new()
                .add_field_char(FieldCharType::Begin, false)
                .add_instr_text(InstrText::Unsupported(format!("HYPERLINK \"{}\"", clean(address).replace('"', "%22"))))
                .add_field_char(FieldCharType::Separate, false);
            let words = std::mem::replace(&mut span, field).color(self.colour(Ink::Action));
            span.children.extend(words.children);
            span.run_property = words.run_property;
            span = span.add_field_char(FieldCharType::End, false);
        }
        if let Some(code) = run.language {
            self.languages.insert(code);
            span = span.style(&language_style(code));
        }
        span
    }

    fn chart(&mut self, drawing: &Drawing, share: f64) -> Result<(), DocxError> {
        let (width, height) = (f64::from(drawing.width), f64::from(drawing.height));
        if !(width > 0.0 && height > 0.0) {
            return Ok(());
        }
        let text = (self.page.text_width as f64, self.page.text_height as f64);
        let scale = (text.0 * share / width).min(text.1 * CHART_SHARE / height);
        let bytes = charts::png(drawing, &self.look.palette, charts::SCALE, 0.0)?;
        let pixels = |x: f64| (x * f64::from(charts::SCALE)).ceil() as u32;
        let size = (width * scale, height * scale);
        let span = self.picture(bytes, (pixels(width), pixels(height)), size, &drawing.alt);
        self.add(Paragraph::new().style("Picture").add_run(span));
        Ok(())
    }

    /// A picture, so wide and high in twentieths of a point.
    fn picture(&mut self, bytes: Vec<u8>, pixels: (u32, u32), size: (f64, f64), alt: &str) -> Span {
        self.alts.push(alt.to_owned());
        let emu = |twips: f64| (twips * EMU).round() as u32;
        // Its own numbers, for the library counts through all documents.
        let pic = Pic::new_with_dimensions(bytes, pixels.0, pixels.1)
            .id(format!("rIdPicture{}", self.alts.len()))
            .size(emu(size.0), emu(size.1));
        Span::new().add_image(pic)
    }

    fn table(&mut self, columns: &[Column], rows: &[Vec<Vec<Run>>]) -> Table {
        let width = |share: f32| (self.page.text_width as f64 * f64::from(share)).floor().max(1.0) as usize;
        let widths: Vec<usize> = columns.iter().map(|c| width(c.share)).collect();
        let line = TableCellBorder::new(TableCellBorderPosition::Bottom).color(self.colour(Ink::Line)).size(4);
        let under = TableCellBorders::with_empty().set(line);
        let head = columns.iter().zip(&widths).map(|(column, width)| {
            let words = [Run::plain(&column.title)];
            let paragraph = aligned(self.paragraph("TableHead", &words), column.numeric);
            cell(*width, vec![paragraph]).shading(self.shade(Ink::Action))
        });
        // Only rows of heads are never split: that is how they are known again in the XML.
        let mut all = vec![TableRow::new(head.collect()).cant_split()];
        for row in rows {
            let cells = columns.iter().zip(&widths).enumerate().map(|(n, (column, width))| {
                let runs = row.get(n).map_or(&[][..], Vec::as_slice);
                cell(*width, vec![aligned(self.paragraph("TableText", runs), column.numeric)])
                    .set_borders(under.clone())
            });
            all.push(TableRow::new(cells.collect()));
        }
        Table::without_borders(all)
            .set_grid(widths)
            .width(self.page.text_width, WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .margins(TableCellMargins::new().margin(50, 70, 50, 70))
    }

    /// A card: one cell with a coloured edge, kept in one piece.
    fn card(&mut self, kind: CardKind, title: &str, tag: Option<&str>, blocks: &[Block]) -> Table {
        let (edge, ground) = match kind {
            CardKind::Plain => (Ink::Action, Ink::Sunken),
            CardKind::Attention => (Ink::Attention, Ink::AttentionWash),
        };
        let mut head = self.paragraph("CardTitle", &[Run::plain(title)]);
        if let Some(tag) = tag {
            let right = self.page.text_width.saturating_sub(320);
            let span = Span::new().add_tab().add_text(clean(tag)).size(17).color(self.colour(edge));
            head = head.add_tab(Tab::new().val(TabValueType::Right).pos(right)).add_run(span);
        }
        let mut paragraphs = vec![head];
        for block in blocks {
            paragraphs.extend(self.text(block));
        }
        let last = paragraphs.len() - 1;
        let tied = paragraphs.into_iter().enumerate().map(|(n, p)| if n < last { p.keep_next(true) } else { p });
        let border = TableCellBorder::new(TableCellBorderPosition::Left)
            .border_type(BorderType::Single)
            .size(24)
            .color(self.colour(edge));
        let cell = cell(self.page.text_width, tied.collect())
            .shading(self.shade(ground))
            .set_borders(TableCellBorders::with_empty().set(border));
        Table::without_borders(vec![TableRow::new(vec![cell])])
            .set_grid(vec![self.page.text_width])
            .width(self.page.text_width, WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .margins(TableCellMargins::new().margin(80, 160, 80, 160))
    }

    fn colour(&self, ink: Ink) -> String {
        colour(self.look, ink)
    }

    fn shade(&self, ink: Ink) -> Shading {
        Shading::new().fill(self.colour(ink))
    }
}

/// The name of a section's heading for what leads there.
fn bookmark(section: usize) -> String {
    format!("section-{section}")
}

fn cell(width: usize, paragraphs: Vec<Paragraph>) -> TableCell {
    let start = TableCell::new().width(width, WidthType::Dxa).vertical_align(VAlignType::Top);
    paragraphs.into_iter().fold(start, TableCell::add_paragraph)
}

fn aligned(paragraph: Paragraph, numeric: bool) -> Paragraph {
    if numeric { paragraph.align(AlignmentType::Right) } else { paragraph }
}

/// `rrggbb`.
fn colour(look: &Look, ink: Ink) -> String {
    let rgb = look.palette.of(ink);
    format!("{:02X}{:02X}{:02X}", rgb.0, rgb.1, rgb.2)
}

/// Text without the signs that XML does not allow; new lines stay.
fn clean(text: &str) -> String {
    let kept = |c: &char| *c == '\n' || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    text.replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n")
        .replace('\t', " ")
        .chars()
        .filter(kept)
        .collect()
}

fn bullets(look: &Look) -> AbstractNumbering {
    let hanging = Some(SpecialIndentType::Hanging(260));
    let level = Level::new(0, Start::new(1), NumberFormat::new("bullet"), LevelText::new("•"), LevelJc::new("left"))
        .indent(Some(260), hanging, None, None)
        .color(colour(look, Ink::Action));
    AbstractNumbering::new(BULLETS).add_level(level)
}

/// The styles, Word's own where it has one: by them its navigation and its table of contents work.
fn styles(look: &Look) -> Vec<Style> {
    let spacing = |before: u32, after: u32, line: i32| {
        LineSpacing::new().before(before).after(after).line(line).line_rule(LineSpacingType::Auto)
    };
    let style = |id: &str, name: &str, size: usize, ink: Ink, space: LineSpacing| {
        let style = Style::new(id, StyleType::Paragraph).name(name).based_on("Normal").q_format(true);
        style.size(size).color(colour(look, ink)).line_spacing(space)
    };
    let heading = |level: usize, size: usize, ink: Ink, space: LineSpacing| {
        let style = style(&format!("Heading{level}"), &format!("heading {level}"), size, ink, space);
        let mut style = style.next("Text").bold().outline_lvl(level - 1);
        style.paragraph_property = style.paragraph_property.keep_next(true).keep_lines(true);
        style
    };
    let tied = |mut style: Style| {
        style.paragraph_property = style.paragraph_property.keep_next(true);
        style
    };
    vec![
        heading(1, 40, Ink::Action, spacing(480, 200, 252)),
        heading(2, 29, Ink::Text, spacing(400, 120, 252)),
        heading(3, 23, Ink::Text, spacing(300, 80, 252)),
        style("Title", "Title", 64, Ink::Text, spacing(80, 160, 240)).bold(),
        style("Kicker", "Subtitle", 24, Ink::Action, spacing(1200, 0, 252)).bold(),
        style("CoverLine", "Cover line", 22, Ink::Quiet, spacing(0, 40, 276)),
        style("Headline", "Headline", 34, Ink::Text, spacing(640, 480, 276)).bold(),
        style("Lead", "Lead", 26, Ink::Text, spacing(60, 200, 276)),
        style("Text", "Body Text", 21, Ink::Text, spacing(60, 120, 276)),
        style("Small", "Small print", 17, Ink::Quiet, spacing(60, 120, 264)),
        style("Contents1", "toc 1", 21, Ink::Text, spacing(140, 0, 252)).bold(),
        style("Contents2", "toc 2", 21, Ink::Text, spacing(35, 0, 252)).indent(Some(280), None, None, None),
        style("ListBullet", "List Bullet", 21, Ink::Text, spacing(40, 60, 276)),
        tied(style("Picture", "Picture", 21, Ink::Text, spacing(160, 60, 240))),
        style("Caption", "caption", 17, Ink::Quiet, spacing(0, 280, 252)),
        tied(style("CardTitle", "Card title", 23, Ink::Text, spacing(20, 60, 252)).bold()),
        tied(style("TableHead", "Table head", 18, Ink::OnAction, spacing(0, 0, 252)).bold()),
        style("TableText", "Table text", 18, Ink::Text, spacing(0, 0, 252)),
        style("Gap", "Gap", 12, Ink::Text, spacing(0, 60, 240)),
        style("Foot", "footer", 17, Ink::Quiet, spacing(0, 0, 252)),
    ]
}

/// The running foot: text at the left, number of the page at the right, below it by which data it was made.
fn footer(meta: &Meta, page: Page) -> Footer {
    let top = ParagraphBorder::new(ParagraphBorderPosition::Top).val(BorderType::Single).size(4).space(6);
    let mut line = Paragraph::new().style("Foot").add_tab(Tab::new().val(TabValueType::Right).pos(page.text_width));
    line.property = line.property.set_borders(ParagraphBorders::with_empty().set(top.color("B0B0B0")));
    line = line.add_run(Span::new().add_text(clean(&meta.footer)).add_tab());
    let mut rest = meta.page_label.as_str();
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        if !before.is_empty() {
            line = line.add_run(Span::new().add_text(clean(before)));
        }
        rest = if let Some(after) = from.strip_prefix("{page}") {
            line = line.add_page_num(PageNum::new());
            after
        } else if let Some(after) = from.strip_prefix("{pages}") {
            line = line.add_num_pages(NumPages::new());
            after
        } else {
            line = line.add_run(Span::new().add_text("{"));
            &from[1..]
        };
    }
    if !rest.is_empty() {
        line = line.add_run(Span::new().add_text(clean(rest)));
    }
    let foot = Footer::new().add_paragraph(line);
    match &meta.digest_line {
        Some(digest) => foot.add_paragraph(Paragraph::new().style("Foot").add_run(Span::new().add_text(clean(digest)))),
        None => foot,
    }
}

fn language_style(code: &str) -> String {
    format!("Language-{code}")
}

/// The language as Word calls it.
fn tag(code: &str) -> String {
    match code {
        "it" => "it-IT".to_owned(),
        "en" => "en-GB".to_owned(),
        other => clean(other),
    }
}

/// Puts into the parts what the library cannot say.
fn finished(
    mut parts: XMLDocx,
    meta: &Meta,
    alts: &[String],
    languages: &BTreeSet<&'static str>,
) -> Result<XMLDocx, DocxError> {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|error| DocxError::Assemble(error.to_string()));
    let document = text(parts.document)?;
    let mut pieces = document.split("<wp:docPr id=\"1\" name=\"Figure\" />");
    let mut described = pieces.next().unwrap_or_default().to_owned();
    let mut count = 0;
    for (alt, piece) in alts.iter().zip(pieces) {
        count += 1;
        let alt = attribute(alt);
        described.push_str(&format!("<wp:docPr id=\"{count}\" name=\"Figure {count}\" descr=\"{alt}\" />{piece}"));
    }
    if count != alts.len() {
        return Err(DocxError::Assemble(format!("{count} pictures of {}", alts.len())));
    }
    let heads = "<w:trPr><w:cantSplit /></w:trPr>";
    parts.document = described.replace(heads, "<w:trPr><w:cantSplit /><w:tblHeader /></w:trPr>").into_bytes();

    let own = format!("<w:lang w:val=\"{}\" /></w:rPr></w:rPrDefault>", attribute(&tag(&meta.language)));
    let styles = text(parts.styles)?.replacen("</w:rPr></w:rPrDefault>", &own, 1);
    let others: String = languages
        .iter()
        .map(|code| {
            let (id, lang) = (attribute(&language_style(code)), attribute(&tag(code)));
            format!(
                "<w:style w:type=\"character\" w:styleId=\"{id}\"><w:name w:val=\"{id}\" />\
                 <w:rPr><w:lang w:val=\"{lang}\" /></w:rPr></w:style>"
            )
        })
        .collect();
    parts.styles = styles.replacen("</w:styles>", &format!("{others}</w:styles>"), 1).into_bytes();
    parts.doc_props.core = core(meta).into_bytes();
    Ok(parts)
}

/// Title, subject, language and date of the document.
fn core(meta: &Meta) -> String {
    let element = |name: &str, value: &str| format!("<{name}>{}</{name}>", attribute(value));
    let time = |name: &str| format!("<{name} xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</{name}>", attribute(&meta.date));
    [
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            .to_owned(),
        element("dc:title", &meta.title),
        element("dc:subject", &meta.subject),
        element("dc:creator", &meta.creator),
        element("cp:lastModifiedBy", &meta.creator),
        element("dc:language", &tag(&meta.language)),
        time("dcterms:created"),
        time("dcterms:modified"),
        "</cp:coreProperties>".to_owned(),
    ]
    .concat()
}

fn attribute(text: &str) -> String {
    charts::escaped(text).replace('"', "&quot;")
}
