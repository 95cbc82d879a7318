//! The one place that knows printpdf: pages to draw on, in points from the upper left corner, y down.
//!
//! Colours are roles ([`Ink`]) of a palette. Everything drawn belongs to an element of the document's structure or is an
//! artifact (ISO 32000-1, 14.8.2.2): what nobody claims is one. Numbers that are not finite count as 0, since a file with one in it
//! could not be read.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{
    Color, DictItem, ExtendedGraphicsState, ExtendedGraphicsStateId, FontId, Line, LineDashPattern, LineJoinStyle,
    LinePoint, Mm, Op, PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point,
    Polygon, PolygonRing, Pt, RawImage, RawImageData, RawImageFormat, Rgb, TextItem, WindingOrder, XObject, XObjectId,
    XObjectTransform,
};

use super::PdfError;
use super::fonts::Fonts;
use super::lines::Span;
use super::links::{Leads, Link};
use super::sheet::Sheet;
use super::tags::{Tag, Tags};
use crate::report::drawing::{Fill, Stroke};
use crate::report::{Picture, Weight};
use crate::style::{self, Ink, Palette};

/// Distance of a Bézier curve's control points from its ends, in radii, that comes closest to a quarter circle:
/// 4/3·(√2 − 1).
const QUARTER: f32 = 0.552_284_8;

/// Six capitals: printpdf takes them for the tag that marks a font as a subset.
const FONT_IDS: [(Weight, &str); 2] = [(Weight::Regular, "ORIREG"), (Weight::Semibold, "ORISEM")];

fn font_id(weight: Weight) -> FontId {
    let id = FONT_IDS.iter().find(|(known, _)| *known == weight).map_or(FONT_IDS[0].1, |(_, id)| id);
    FontId(id.to_owned())
}

/// The corners of a path; `curve` marks the control points of a Bézier curve.
struct Corner {
    x: f32,
    y: f32,
    curve: bool,
}

/// What the next marks belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Nobody,
    Element(Tag),
    Artifact,
    /// The running foot.
    Foot,
}

/// Pages in the making.
pub(super) struct Canvas<'f> {
    fonts: &'f Fonts,
    palette: Palette,
    sheet: Sheet,
    tags: Tags,
    pages: Vec<Vec<Op>>,
    owner: Owner,
    /// Opacities in use, in hundredths.
    opacities: BTreeSet<u8>,
    images: BTreeMap<XObjectId, RawImage>,
    links: Vec<Link>,
}

impl<'f> Canvas<'f> {
    /// A document without pages, whose content belongs to the elements of `tags`.
    pub(super) fn new(fonts: &'f Fonts, palette: Palette, sheet: Sheet, tags: Tags) -> Self {
        let (opacities, images, links) = (BTreeSet::new(), BTreeMap::new(), Vec::new());
        Self { fonts, palette, sheet, tags, pages: Vec::new(), owner: Owner::Nobody, opacities, images, links }
    }

    /// Starts the next page.
    pub(super) fn page(&mut self) {
        self.belong(Owner::Nobody);
        self.pages.push(Vec::new());
    }

    /// What is drawn from now on belongs to an element, or is an artifact.
    pub(super) fn claim(&mut self, tag: Option<Tag>) {
        self.belong(tag.map_or(Owner::Artifact, Owner::Element));
    }

    /// What is drawn from now on is the running foot.
    pub(super) fn foot(&mut self) {
        self.belong(Owner::Foot);
    }

    /// Says where a figure stands: its upper left corner and its size.
    pub(super) fn place(&mut self, tag: Tag, corner: (f32, f32), size: (f32, f32)) {
        self.tags.place(tag, self.area(corner, size));
    }

    /// Lets the words of an element lead somewhere, from their upper left corner in a size.
    pub(super) fn link(&mut self, tag: Tag, corner: (f32, f32), size: (f32, f32), leads: Leads) {
        let page = self.pages.len().saturating_sub(1);
        self.tags.link(tag, page);
        self.links.push(Link { page, area: self.area(corner, size), leads });
    }

    /// Left, lower, right and upper edge.
    fn area(&self, (x, y): (f32, f32), (width, height): (f32, f32)) -> [f32; 4] {
        let bottom = self.sheet.height - y - height;
        [x, bottom, x + width, bottom + height].map(rounded)
    }

    fn belong(&mut self, owner: Owner) {
        if self.owner == owner {
            return;
        }
        let before = std::mem::replace(&mut self.owner, owner);
        if before != Owner::Nobody {
            self.push([Op::EndMarkedContent]);
        }
        let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
        let begin = |tag: &str, properties: Vec<(&str, DictItem)>| {
            let map = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
            Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } }
        };
        match owner {
            Owner::Nobody => {}
            Owner::Element(tag) => {
                let number = self.tags.content(tag, self.pages.len().saturating_sub(1));
                let role = self.tags.role(tag).name();
                self.push([begin(role, vec![("MCID", DictItem::Int(number as i64))])]);
            }
            Owner::Artifact => self.push([Op::BeginMarkedContent { tag: "Artifact".into() }]),
            Owner::Foot => {
                let kind = vec![("Type", name("Pagination")), ("Subtype", name("Footer"))];
                self.push([begin("Artifact", kind)]);
            }
        }
    }

    fn add(&mut self, ops: impl IntoIterator<Item = Op>) {
        if self.owner == Owner::Nobody {
            self.claim(None);
        }
        self.push(ops);
    }

    fn push(&mut self, ops: impl IntoIterator<Item = Op>) {
        if self.pages.is_empty() {
            self.pages.push(Vec::new());
        }
        if let Some(page) = self.pages.last_mut() {
            page.extend(ops);
        }
    }

    fn point(&self, x: f32, y: f32) -> Point {
        Point { x: Pt(rounded(x)), y: Pt(rounded(self.sheet.height - y)) }
    }

    fn color(&self, ink: Ink) -> Color {
        let style::Rgb(r, g, b) = self.palette.of(ink);
        let share = |channel: u8| (f32::from(channel) / 255.0 * 1000.0).round() / 1000.0;
        Color::Rgb(Rgb { r: share(r), g: share(g), b: share(b), icc_profile: None })
    }

    /// One line of text from `x` on its baseline; `size` is the type size. A line that goes on with a space ends with
    /// one (14.8.2.5), so that words stay apart for whoever reads without looking.
    pub(super) fn text(&mut self, (x, baseline): (f32, f32), spans: &[Span], size: f32, ink: Ink, spaced: bool) {
        if spans.iter().all(|span| span.text.is_empty()) {
            return;
        }
        let mut ops = vec![
            Op::StartTextSection,
            Op::SetFillColor { col: self.color(ink) },
            Op::SetTextCursor { pos: self.point(x, baseline) },
        ];
        let mut weight = None;
        for (index, span) in spans.iter().enumerate() {
            if weight.replace(span.weight) != Some(span.weight) {
                let font = PdfFontHandle::External(font_id(span.weight));
                ops.push(Op::SetFont { font, size: Pt(rounded(size)) });
            }
            let mut items = self.kerned(span);
            if spaced && index + 1 == spans.len() {
                items.push(TextItem::Text(" ".into()));
            }
            ops.push(Op::ShowText { items });
        }
        ops.push(Op::EndTextSection);
        self.add(ops);
    }

    /// A picture from its upper left corner, in a size in points.
    pub(super) fn picture(&mut self, picture: &Picture, (x, y): (f32, f32), (width, height): (f32, f32)) {
        let id = XObjectId(format!("IMG{}", self.images.len()));
        let image = RawImage {
            pixels: RawImageData::U8(picture.rgba.clone()),
            width: picture.width as usize,
            height: picture.height as usize,
            data_format: RawImageFormat::RGBA8,
            tag: Vec::new(),
        };
        self.images.insert(id.clone(), image);
        let Point { x, y } = self.point(x, y + height);
        let transform = XObjectTransform {
            translate_x: Some(x),
            translate_y: Some(y),
            scale_x: Some(rounded(width)),
            scale_y: Some(rounded(height)),
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        self.add([Op::UseXobject { id, transform }]);
    }

    /// The letters with the kerning between them, which PDF counts in thousandths of an em to the left.
    fn kerned(&self, span: &Span) -> Vec<TextItem> {
        let face = self.fonts.face(span.weight);
        let mut items = Vec::new();
        let mut together = String::new();
        let mut letters = span.text.chars().peekable();
        while let Some(c) = letters.next() {
            together.push(c);
            let kern = letters.peek().map_or(0.0, |next| face.kern(c, *next));
            if kern != 0.0 {
                items.push(TextItem::Text(std::mem::take(&mut together)));
                items.push(TextItem::Offset((-1000.0 * kern).round()));
            }
        }
        if !together.is_empty() {
            items.push(TextItem::Text(together));
        }
        items
    }

    /// A filled rectangle from its upper left corner.
    pub(super) fn block(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
        self.closed(&straight(&corners), Some(Fill { ink, opacity: 1.0 }), None);
    }

    /// An open line through the points.
    pub(super) fn line(&mut self, points: &[(f32, f32)], stroke: Stroke) {
        if points.len() < 2 {
            return;
        }
        let line = Line { points: self.line_points(&straight(points)), is_closed: false };
        self.stroked(stroke, Op::DrawLine { line });
    }

    /// A closed polygon.
    pub(super) fn polygon(&mut self, points: &[(f32, f32)], fill: Option<Fill>, stroke: Option<Stroke>) {
        if points.len() >= 2 {
            self.closed(&straight(points), fill, stroke);
        }
    }

    /// A circle.
    pub(super) fn circle(&mut self, x: f32, y: f32, radius: f32, fill: Option<Fill>, stroke: Option<Stroke>) {
        self.rounded((x - radius, y - radius), (x + radius, y + radius), radius, fill, stroke);
    }

    /// A rectangle between its upper left and lower right corner, with rounded corners where `radius` > 0.
    pub(super) fn rounded(
        &mut self,
        (left, top): (f32, f32),
        (right, bottom): (f32, f32),
        radius: f32,
        fill: Option<Fill>,
        stroke: Option<Stroke>,
    ) {
        let r = radius.min((right - left).abs() / 2.0).min((bottom - top).abs() / 2.0);
        if r.is_nan() || r <= 0.0 {
            return self.polygon(&[(left, top), (right, top), (right, bottom), (left, bottom)], fill, stroke);
        }
        let c = r * (1.0 - QUARTER);
        let corners = [
            (left + r, top, false),
            (right - r, top, false),
            (right - c, top, true),
            (right, top + c, true),
            (right, top + r, false),
            (right, bottom - r, false),
            (right, bottom - c, true),
            (right - c, bottom, true),
            (right - r, bottom, false),
            (left + r, bottom, false),
            (left + c, bottom, true),
            (left, bottom - c, true),
            (left, bottom - r, false),
            (left, top + r, false),
            (left, top + c, true),
            (left + c, top, true),
            (left + r, top, false),
        ];
        let corners: Vec<Corner> = corners.into_iter().map(|(x, y, curve)| Corner { x, y, curve }).collect();
        self.closed(&corners, fill, stroke);
    }

    fn closed(&mut self, corners: &[Corner], fill: Option<Fill>, stroke: Option<Stroke>) {
        let points = self.line_points(corners);
        let polygon = |mode| Op::DrawPolygon {
            polygon: Polygon {
                rings: vec![PolygonRing { points: points.clone() }],
                mode,
                winding_order: WindingOrder::NonZero,
            },
        };
        if let Some(fill) = fill {
            let hundredths = percent(fill.opacity);
            let paint = [Op::SetFillColor { col: self.color(fill.ink) }, polygon(PaintMode::Fill)];
            if hundredths >= 100 {
                self.add(paint);
            } else if hundredths > 0 {
                self.opacities.insert(hundredths);
                self.add([Op::SaveGraphicsState, Op::LoadGraphicsState { gs: opacity_id(hundredths) }]);
                self.add(paint);
                self.add([Op::RestoreGraphicsState]);
            }
        }
        if let Some(stroke) = stroke {
            self.stroked(stroke, polygon(PaintMode::Stroke));
        }
    }

    /// Strokes with all of the stroke's state set, so that no shape depends on the one before it.
    fn stroked(&mut self, stroke: Stroke, shape: Op) {
        let dash = match stroke.dash {
            Some((dash, gap)) if rounded(dash) > 0.0 && rounded(gap) > 0.0 => {
                LineDashPattern::new(0.0, &[rounded(dash), rounded(gap)])
            }
            _ => LineDashPattern::solid(),
        };
        let ops = [
            Op::SetOutlineColor { col: self.color(stroke.ink) },
            Op::SetOutlineThickness { pt: Pt(rounded(stroke.width).max(0.0)) },
            Op::SetLineJoinStyle { join: LineJoinStyle::Round },
            Op::SetLineDashPattern { dash },
            shape,
        ];
        self.add(ops);
    }

    fn line_points(&self, corners: &[Corner]) -> Vec<LinePoint> {
        let point = |corner: &Corner| LinePoint { p: self.point(corner.x, corner.y), bezier: corner.curve };
        corners.iter().map(point).collect()
    }

    /// The document, with the fonts as subsets, its structure and its links; the finishing pass makes a file of them.
    pub(super) fn finish(mut self) -> Result<(lopdf::Document, Tags, Vec<Link>), PdfError> {
        self.belong(Owner::Nobody);
        let mut document = PdfDocument::new("");
        for (weight, id) in FONT_IDS {
            let bytes = match weight {
                Weight::Regular => style::fonts::REGULAR,
                Weight::Semibold => style::fonts::SEMIBOLD,
            };
            let font = ParsedFont::from_bytes(bytes, 0, &mut Vec::new()).ok_or(PdfError::Font("Source Sans 3"))?;
            document.resources.fonts.map.insert(FontId(id.to_owned()), PdfFont::new(font));
        }
        for hundredths in &self.opacities {
            let opacity = f32::from(*hundredths) / 100.0;
            let state = ExtendedGraphicsState::default().with_current_fill_alpha(opacity);
            document.resources.extgstates.map.insert(opacity_id(*hundredths), state);
        }
        for (id, image) in self.images {
            document.resources.xobjects.map.insert(id, XObject::Image(image));
        }
        let (width, height) = self.sheet.size_mm;
        document.pages = self.pages.into_iter().map(|ops| PdfPage::new(Mm(width), Mm(height), ops)).collect();
        let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
        Ok((document.to_lopdf_document(&options, &mut Vec::new()), self.tags, self.links))
    }
}

/// Hundredths of a point are finer than any printer, and make the file a third smaller.
fn rounded(value: f32) -> f32 {
    if value.is_finite() { (value * 100.0).round() / 100.0 } else { 0.0 }
}

fn percent(opacity: f32) -> u8 {
    // Clamped to 0..=100 first; not-a-number becomes 0.
    (opacity * 100.0).round().clamp(0.0, 100.0) as u8
}

fn opacity_id(hundredths: u8) -> ExtendedGraphicsStateId {
    ExtendedGraphicsStateId(format!("OP{hundredths}"))
}

fn straight(points: &[(f32, f32)]) -> Vec<Corner> {
    points.iter().map(|&(x, y)| Corner { x, y, curve: false }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::choices::Paper;

    fn canvas(fonts: &Fonts) -> Canvas<'_> {
        Canvas::new(fonts, style::PAPER, Sheet::of(Paper::A4), Tags::new())
    }

    fn page_operators(draw: impl FnOnce(&mut Canvas<'_>)) -> Vec<(String, Vec<lopdf::Object>)> {
        let fonts = Fonts::load().unwrap();
        let mut canvas = canvas(&fonts);
        draw(&mut canvas);
        let (document, ..) = canvas.finish().unwrap();
        let page = document.get_pages()[&1];
        let content = document.get_and_decode_page_content(page).unwrap();
        content.operations.into_iter().map(|operation| (operation.operator, operation.operands)).collect()
    }

    fn names(operators: &[(String, Vec<lopdf::Object>)]) -> String {
        operators.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" ")
    }

    const SOLID: Option<Fill> = Some(Fill { ink: Ink::Action, opacity: 1.0 });

    #[test]
    fn the_upper_left_corner_is_the_origin() {
        let operators = page_operators(|canvas| canvas.line(&[(0.0, 0.0), (10.0, 0.0)], Stroke::solid(Ink::Line, 1.0)));
        let start = operators.iter().find(|(name, _)| name == "m").unwrap();
        assert!((start.1[1].as_float().unwrap() - 841.89).abs() < 0.01);
    }

    #[test]
    fn a_circle_is_four_curves() {
        let operators = page_operators(|canvas| canvas.circle(50.0, 50.0, 10.0, SOLID, None));
        assert_eq!(names(&operators).matches('c').count(), 4);
        // The control points of a circle of radius 10 around (50, 50) stay in its square.
        for (_, operands) in operators.iter().filter(|(name, _)| name == "c") {
            for x in operands.iter().step_by(2) {
                assert!((40.0..=60.0).contains(&x.as_float().unwrap()));
            }
        }
    }

    #[test]
    fn opacity_holds_for_its_shape_only() {
        let operators = page_operators(|canvas| {
            let half = Some(Fill { ink: Ink::Action, opacity: 0.5 });
            canvas.polygon(&[(0.0, 0.0), (9.0, 0.0), (9.0, 9.0)], half, None);
            canvas.block(0.0, 0.0, 5.0, 5.0, Ink::Action);
        });
        assert_eq!(names(&operators), "BMC q gs rg m l l h f Q rg m l l l h f EMC");
    }

    #[test]
    fn a_dash_does_not_reach_the_next_line() {
        let operators = page_operators(|canvas| {
            canvas.line(&[(0.0, 0.0), (9.0, 0.0)], Stroke::dashed(Ink::Line, 1.0, 3.0, 2.0));
            canvas.line(&[(0.0, 9.0), (9.0, 9.0)], Stroke::solid(Ink::Line, 1.0));
        });
        let dashes: Vec<usize> = operators
            .iter()
            .filter(|(name, _)| name == "d")
            .map(|(_, operands)| operands[0].as_array().unwrap().len())
            .collect();
        assert_eq!(dashes, [2, 0]);
    }

    #[test]
    fn numbers_without_a_value_do_not_reach_the_file() {
        let operators = page_operators(|canvas| {
            let odd = [(f32::NAN, 1.0), (f32::INFINITY, f32::NEG_INFINITY), (3.0, 4.0)];
            canvas.polygon(
                &odd,
                Some(Fill { ink: Ink::Text, opacity: f32::NAN }),
                Some(Stroke::solid(Ink::Text, f32::NAN)),
            );
            canvas.rounded((0.0, 0.0), (f32::NAN, 9.0), 2.0, SOLID, None);
        });
        assert!(
            operators
                .iter()
                .filter(|(name, _)| name != "BMC")
                .flat_map(|(_, operands)| operands)
                .all(|o| o.as_float().is_ok_and(f32::is_finite) || o.as_array().is_ok())
        );
    }

    #[test]
    fn kerning_is_written_as_it_is_measured() {
        let fonts = Fonts::load().unwrap();
        let items = canvas(&fonts).kerned(&Span::new("To", Weight::Regular));
        let kern = fonts.face(Weight::Regular).kern('T', 'o');
        assert_eq!(items[1], TextItem::Offset((-1000.0 * kern).round()));
        assert_eq!(items.len(), 3);
    }
}
