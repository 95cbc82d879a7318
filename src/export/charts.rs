//! Charts as files of their own: SVG to be scaled and edited, PNG to be pasted.
//!
//! Both show the same shapes on the same white ground, and say in words what the chart shows. Letters come from the
//! program's own fonts, whatever is installed.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use super::picture::of_pixels;
use crate::report::drawing::{Align, Fill, MIDDLE_TO_BASELINE, Point, Shape, Stroke};
use crate::report::{Block, Drawing, Picture, Report, Weight};
use crate::style::{Ink, Palette, fonts};

/// Pixels of a saved picture for each nominal point: sharp on paper at the size of the report.
pub const SCALE: f32 = 2.0;
/// White around a chart that stands alone, in nominal points.
const MARGIN: f32 = 8.0;
/// Most pixels along a side.
const MOST_PIXELS: f32 = 8192.0;

/// Why a chart did not become a picture. None of these can be caused by what a report says.
#[derive(Debug, thiserror::Error)]
pub enum ChartFault {
    /// The drawing has no area, or more than fits into a picture.
    #[error("The chart cannot be saved: it would be {0} × {1} pixels. Save it as SVG.")]
    Size(f32, f32),
    /// The SVG is not one.
    #[error("The chart cannot be saved: its shapes cannot be read ({0}). Please report the fault.")]
    Shapes(#[from] resvg::usvg::Error),
    /// The picture cannot be written.
    #[error("The chart cannot be saved: the picture cannot be written ({0}). Free some memory and try again.")]
    Write(String),
}

/// A chart of a report, with a name that stays the same from report to report.
#[derive(Clone, Copy, Debug)]
struct Chart<'a> {
    section: &'a str,
    /// Its place among the charts of its section, counted from 1.
    number: usize,
    title: &'a str,
    drawing: &'a Drawing,
}

impl Chart<'_> {
    /// The name of its file without ending: `position-1`. An id may come from somebody's pack.
    fn name(&self) -> String {
        let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
        format!("{}-{}", self.section.chars().map(safe).collect::<String>(), self.number)
    }
}

/// Every chart of a report as SVG and as PNG: names of files and their bytes, in the report's order.
///
/// # Errors
/// Only faults of this program, see [`ChartFault`].
pub fn files(report: &Report) -> Result<Vec<(String, Vec<u8>)>, ChartFault> {
    let (mut files, palette) = (Vec::new(), &report.look.palette);
    for chart in charts(report) {
        let name = chart.name();
        files.push((format!("{name}.svg"), svg(chart.drawing, chart.title, palette, MARGIN).into_bytes()));
        files.push((format!("{name}.png"), png(chart.drawing, palette, SCALE, MARGIN)?));
    }
    Ok(files)
}

fn charts(report: &Report) -> Vec<Chart<'_>> {
    let cover = report.cover.as_ref().and_then(|cover| Some((cover.headline.as_str(), cover.figure.as_ref()?)));
    let of_cover = |(title, drawing)| Chart { section: "cover", number: 1, title, drawing };
    let mut charts: Vec<Chart<'_>> = cover.map(of_cover).into_iter().collect();
    for section in &report.sections {
        let figures = section.blocks.iter().filter_map(|block| match block {
            Block::Figure { drawing, caption, .. } => Some((drawing, caption)),
            _ => None,
        });
        charts.extend(figures.zip(1..).map(|((drawing, title), number)| Chart {
            section: &section.id,
            number,
            title,
            drawing,
        }));
    }
    charts
}

/// The chart as an SVG document, a nominal point a pixel, with a margin around it.
#[must_use]
pub fn svg(drawing: &Drawing, title: &str, palette: &Palette, margin: f32) -> String {
    let (width, height) = (number(drawing.width + 2.0 * margin), number(drawing.height + 2.0 * margin));
    let corner = number(-margin);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"{corner} {corner} {width} {height}\" font-family=\"'Source Sans 3', sans-serif\">\n"
    );
    for (tag, words) in [("title", title), ("desc", &drawing.alt)] {
        if !words.trim().is_empty() {
            let _ = writeln!(out, "<{tag}>{}</{tag}>", escaped(words));
        }
    }
    let ground = colour(palette, Ink::Page);
    let _ =
        writeln!(out, "<rect x=\"{corner}\" y=\"{corner}\" width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>");
    for shape in &drawing.shapes {
        write_shape(&mut out, shape, palette);
    }
    out.push_str("</svg>\n");
    out
}

fn write_shape(out: &mut String, shape: &Shape, palette: &Palette) {
    let painted = |fill: &Option<Fill>, stroke: &Option<Stroke>| {
        format!("{}{}", filled(palette, *fill), stroked(palette, *stroke))
    };
    let _ = match shape {
        Shape::Polygon { points, fill, stroke } => {
            writeln!(out, "<polygon points=\"{}\"{}/>", joined(points), painted(fill, stroke))
        }
        Shape::Line { points, stroke } => {
            let look = stroked(palette, Some(*stroke));
            writeln!(out, "<polyline points=\"{}\" fill=\"none\"{look}/>", joined(points))
        }
        Shape::Circle { centre, radius, fill, stroke } => writeln!(
            out,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>",
            number(centre.x),
            number(centre.y),
            number(radius.max(0.0)),
            painted(fill, stroke)
        ),
        Shape::Rect { min, max, radius, fill, stroke } => {
            let round = if *radius > 0.0 { format!(" rx=\"{}\"", number(*radius)) } else { String::new() };
            writeln!(
                out,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{round}{}/>",
                number(min.x),
                number(min.y),
                number((max.x - min.x).max(0.0)),
                number((max.y - min.y).max(0.0)),
                painted(fill, stroke)
            )
        }
        Shape::Text { at, align, size, weight, ink, content } => {
            let anchor = match align {
                Align::Left => "",
                Align::Centre => " text-anchor=\"middle\"",
                Align::Right => " text-anchor=\"end\"",
            };
            let heavy = if *weight == Weight::Semibold { " font-weight=\"600\"" } else { "" };
            writeln!(
                out,
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{heavy}{anchor} fill=\"{}\">{}</text>",
                number(at.x),
                number(at.y + MIDDLE_TO_BASELINE * size),
                number(*size),
                colour(palette, *ink),
                escaped(content)
            )
        }
    };
}

fn filled(palette: &Palette, fill: Option<Fill>) -> String {
    match fill {
        None => " fill=\"none\"".to_owned(),
        Some(Fill { ink, opacity }) if opacity < 1.0 => {
            format!(" fill=\"{}\" fill-opacity=\"{}\"", colour(palette, ink), number(opacity.max(0.0)))
        }
        Some(Fill { ink, .. }) => format!(" fill=\"{}\"", colour(palette, ink)),
    }
}

fn stroked(palette: &Palette, stroke: Option<Stroke>) -> String {
    let Some(Stroke { ink, width, dash }) = stroke else { return String::new() };
    let dash =
        dash.map_or_else(String::new, |(dash, gap)| format!(" stroke-dasharray=\"{} {}\"", number(dash), number(gap)));
    format!(" stroke=\"{}\" stroke-width=\"{}\"{dash} stroke-linejoin=\"round\"", colour(palette, ink), number(width))
}

fn colour(palette: &Palette, ink: Ink) -> String {
    palette.of(ink).hex()
}

fn joined(points: &[Point]) -> String {
    points.iter().map(|p| format!("{},{}", number(p.x), number(p.y))).collect::<Vec<_>>().join(" ")
}

/// At most two decimals and no trailing zeros; what is no number is 0.
fn number(x: f32) -> String {
    let hundredths = (f64::from(x) * 100.0).round();
    if !hundredths.is_finite() || hundredths == 0.0 { "0".to_owned() } else { (hundredths / 100.0).to_string() }
}

/// Text as it stands in XML, without what XML does not allow.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

/// The chart as a PNG, `scale` pixels for each nominal point, with a margin in points around it.
///
/// # Errors
/// [`ChartFault::Size`] where the drawing has no area or too much; the others only for faults of this program.
pub fn png(drawing: &Drawing, palette: &Palette, scale: f32, margin: f32) -> Result<Vec<u8>, ChartFault> {
    painted(drawing, palette, scale, margin)?.encode_png().map_err(|error| ChartFault::Write(error.to_string()))
}

/// The chart as pixels, like [`png`].
///
/// # Errors
/// Those of [`png`] but for writing.
pub fn pixels(drawing: &Drawing, palette: &Palette, scale: f32, margin: f32) -> Result<Picture, ChartFault> {
    painted(drawing, palette, scale, margin).map(|pixels| of_pixels(&pixels, drawing.alt.clone()))
}

fn painted(drawing: &Drawing, palette: &Palette, scale: f32, margin: f32) -> Result<Pixmap, ChartFault> {
    let pixels_of = |side: f32| if side > 0.0 { ((side + 2.0 * margin) * scale).ceil() } else { 0.0 };
    let (width, height) = (pixels_of(drawing.width), pixels_of(drawing.height));
    let fits = |side: f32| (1.0..=MOST_PIXELS).contains(&side);
    let pixels = if fits(width) && fits(height) { Pixmap::new(width as u32, height as u32) } else { None };
    let mut pixels = pixels.ok_or(ChartFault::Size(width, height))?;
    let tree = Tree::from_str(&svg(drawing, "", palette, margin), &options())?;
    let rgb = palette.of(Ink::Page);
    pixels.fill(resvg::tiny_skia::Color::from_rgba8(rgb.0, rgb.1, rgb.2, 255));
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels)
}

/// How SVG is read here: with the program's own fonts and no others.
pub(super) fn options() -> Options<'static> {
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut fonts = Database::new();
        for bytes in [fonts::REGULAR, fonts::SEMIBOLD] {
            fonts.load_font_source(Source::Binary(Arc::new(bytes)));
        }
        fonts.set_sans_serif_family("Source Sans 3");
        Arc::new(fonts)
    });
    Options { fontdb: Arc::clone(&FONTS), font_family: "Source Sans 3".to_owned(), ..Options::default() }
}

#[cfg(test)]
mod tests {
    use resvg::usvg::roxmltree;

    use super::*;
    use crate::report::drawing::pt;
    use crate::style::{DARK, PAPER};

    fn drawing(shapes: Vec<Shape>) -> Drawing {
        Drawing { width: 100.0, height: 50.0, shapes, spots: vec![], alt: "Valori: 1 & 2 <tre>".into() }
    }

    fn solid(ink: Ink) -> Option<Fill> {
        Some(Fill { ink, opacity: 1.0 })
    }

    fn one_of_each() -> Drawing {
        let stroke = Some(Stroke::dashed(Ink::Line, 1.5, 3.0, 2.0));
        drawing(vec![
            Shape::Polygon {
                points: vec![pt(0.0, 0.0), pt(10.0, 0.0), pt(5.0, 8.0)],
                fill: solid(Ink::Action),
                stroke,
            },
            Shape::Line { points: vec![pt(0.0, 20.0), pt(30.0, 20.0)], stroke: Stroke::solid(Ink::Text, 1.0) },
            Shape::Circle { centre: pt(50.0, 25.0), radius: 4.0, fill: solid(Ink::Danger), stroke: None },
            Shape::Rect {
                min: pt(60.0, 10.0),
                max: pt(90.0, 40.0),
                radius: 3.0,
                fill: Some(Fill { ink: Ink::Level(2), opacity: 0.5 }),
                stroke: None,
            },
            Shape::Text {
                at: pt(20.0, 40.0),
                align: Align::Centre,
                size: 10.0,
                weight: Weight::Semibold,
                ink: Ink::Text,
                content: "A & <b>\u{0}».".into(),
            },
        ])
    }

    #[test]
    fn every_shape_is_an_element_in_order() {
        let text = svg(&one_of_each(), "Titolo", &PAPER, 4.0);
        let doc = roxmltree::Document::parse(&text).unwrap();
        let names: Vec<&str> =
            doc.root_element().children().filter(|n| n.is_element()).map(|n| n.tag_name().name()).collect();
        assert_eq!(names, ["title", "desc", "rect", "polygon", "polyline", "circle", "rect", "text"]);
        let said =
            |name: &str| doc.descendants().find(|n| n.has_tag_name(("http://www.w3.org/2000/svg", name))).unwrap();
        assert_eq!(said("desc").text(), Some("Valori: 1 & 2 <tre>"));
        assert_eq!(said("text").text(), Some("A & <b>»."));
        let text = said("text");
        assert_eq!((text.attribute("font-weight"), text.attribute("text-anchor")), (Some("600"), Some("middle")));
        assert_eq!((text.attribute("x"), text.attribute("y")), (Some("20"), Some("43.5")));
        assert_eq!(said("polygon").attribute("points"), Some("0,0 10,0 5,8"));
        assert_eq!(said("polygon").attribute("stroke-dasharray"), Some("3 2"));
        assert_eq!(said("circle").attribute("fill"), Some("#a82020"));
    }

    /// The pixel at a place of the drawing, painted at three pixels a point.
    fn pixel(bytes: &[u8], x: f32, y: f32) -> (u8, u8, u8) {
        let picture = Pixmap::decode_png(bytes).unwrap();
        let p = picture.pixel((x * 3.0) as u32, (y * 3.0) as u32).unwrap();
        (p.red(), p.green(), p.blue())
    }

    #[test]
    fn the_picture_shows_the_shapes_in_the_palettes_colours() {
        for palette in [PAPER, DARK] {
            let bytes = png(&one_of_each(), &palette, 3.0, 0.0).unwrap();
            assert_eq!(
                bytes,
                png(&one_of_each(), &palette, 3.0, 0.0).unwrap(),
                "the same drawing gives the same bytes"
            );
            let picture = Pixmap::decode_png(&bytes).unwrap();
            assert_eq!((picture.width(), picture.height()), (300, 150));
            let is = |x: f32, y: f32, ink: Ink| {
                let rgb = palette.of(ink);
                assert_eq!(pixel(&bytes, x, y), (rgb.0, rgb.1, rgb.2), "{ink:?}");
            };
            is(5.0, 4.0, Ink::Action);
            is(50.0, 25.0, Ink::Danger);
            is(1.0, 48.0, Ink::Page);
            let mixed = |a: u8, b: u8| (f32::from(a) + f32::from(b)) / 2.0;
            let (level, page) = (palette.of(Ink::Level(2)), palette.of(Ink::Page));
            let found = pixel(&bytes, 75.0, 25.0);
            assert!((f32::from(found.0) - mixed(level.0, page.0)).abs() <= 1.0, "half as strong: {found:?}");
        }
    }

    /// Letters are drawn, in the weight asked for: where the font is missing there is nothing.
    #[test]
    fn letters_are_drawn_and_semibold_ones_are_heavier() {
        let ink_of = |weight| {
            let text = Shape::Text {
                at: pt(50.0, 25.0),
                align: Align::Centre,
                size: 20.0,
                weight,
                ink: Ink::Text,
                content: "Maturità".into(),
            };
            let picture = Pixmap::decode_png(&png(&drawing(vec![text]), &PAPER, 2.0, 0.0).unwrap()).unwrap();
            picture.pixels().iter().map(|p| 255 - u64::from(p.green())).sum::<u64>()
        };
        let (regular, semibold) = (ink_of(Weight::Regular), ink_of(Weight::Semibold));
        assert!(regular > 20_000 && semibold > regular + regular / 10, "{regular}, {semibold}");
    }

    #[test]
    fn what_has_no_area_or_too_much_is_refused() {
        for (width, height) in [(0.0, 10.0), (f32::NAN, 10.0), (10.0, 1e9), (f32::INFINITY, 1.0)] {
            let drawing = Drawing { width, height, ..drawing(vec![]) };
            assert!(matches!(png(&drawing, &PAPER, 2.0, 0.0), Err(ChartFault::Size(..))), "{width} × {height}");
        }
        let wild = Shape::Circle { centre: pt(f32::NAN, 1e30), radius: -1.0, fill: solid(Ink::Text), stroke: None };
        let text = svg(&drawing(vec![wild]), "", &PAPER, 0.0);
        assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    }

    #[test]
    fn names_of_files_hold_no_signs_of_paths() {
        let drawing = drawing(vec![]);
        let chart = Chart { section: "../x y/è", number: 2, title: "", drawing: &drawing };
        assert_eq!(chart.name(), "___x_y__-2");
    }
}
