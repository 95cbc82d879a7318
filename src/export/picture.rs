//! Logos: a PNG or an SVG somebody chose, as pixels to be painted, and back as PNG.
//!
//! The file comes from outside and is not trusted: it is bounded before anything is decoded, an SVG reaches no other file
//! and no font but the program's own, and whatever it holds there is a picture or a sentence, never a panic.

use std::panic::{AssertUnwindSafe, catch_unwind};

use resvg::tiny_skia::{ColorU8, Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::roxmltree::{Document, ParsingOptions};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use super::charts;
use crate::report::Picture;
use crate::report::brand::LARGEST_LOGO;
use crate::text::{Language, t, ta};

/// Most pixels along a side of a PNG.
pub const MOST_PIXELS: u32 = 4096;
/// Pixels along the longer side of a picture made from an SVG.
pub const RASTER: f32 = 1200.0;
/// Most elements of an SVG: of one with more, the drawing would take long.
const MOST_NODES: u32 = 20_000;
/// Beginning of every PNG, and where its width and height stand.
const PNG: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];

/// Why a file is no logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoFault {
    /// It has too many bytes.
    Bytes,
    /// It has too many pixels: across and down.
    Pixels(u32, u32),
    /// It is neither PNG nor SVG.
    Kind,
    /// It is damaged.
    Damaged,
    /// An SVG with more elements than are drawn.
    Elements,
    /// An SVG with words in a font, which would be set in another one.
    Words,
    /// An SVG that shows another picture.
    Nested,
    /// An SVG with effects, which may take for ever to draw.
    Effects,
    /// Nothing is drawn in it.
    Empty,
}

impl LogoFault {
    /// What is wrong and what to do, in a sentence.
    #[must_use]
    pub fn sentence(self, language: Language) -> String {
        match self {
            Self::Bytes => ta(language, "logo-bytes", &[("most", (LARGEST_LOGO / 1024 / 1024).into())]),
            Self::Pixels(width, height) => {
                let places = [("width", width), ("height", height), ("most", MOST_PIXELS)];
                ta(language, "logo-pixels", &places.map(|(name, n)| (name, n.to_string().into())))
            }
            Self::Kind => t(language, "logo-kind"),
            Self::Damaged => t(language, "logo-damaged"),
            Self::Elements => t(language, "logo-elements"),
            Self::Words => t(language, "logo-words"),
            Self::Nested => t(language, "logo-nested"),
            Self::Effects => t(language, "logo-effects"),
            Self::Empty => t(language, "logo-empty"),
        }
    }
}

/// The pixels of a logo's file.
///
/// # Errors
/// What is wrong with it.
pub fn picture(bytes: &[u8], alt: String) -> Result<Picture, LogoFault> {
    if bytes.len() > LARGEST_LOGO {
        return Err(LogoFault::Bytes);
    }
    // The decoders are other people's and are handed other people's files.
    let decoded =
        catch_unwind(AssertUnwindSafe(|| if bytes.starts_with(&PNG) { of_png(bytes) } else { of_svg(bytes) }));
    let pixels = decoded.unwrap_or(Err(LogoFault::Damaged))?;
    if pixels.pixels().iter().all(|p| p.alpha() == 0) {
        return Err(LogoFault::Empty);
    }
    Ok(of_pixels(&pixels, alt))
}

/// Pixels as a picture that shows `alt`.
pub(super) fn of_pixels(pixels: &Pixmap, alt: String) -> Picture {
    let rgba = pixels.pixels().iter().flat_map(|p| {
        let c = p.demultiply();
        [c.red(), c.green(), c.blue(), c.alpha()]
    });
    Picture { width: pixels.width(), height: pixels.height(), rgba: rgba.collect(), alt }
}

fn of_png(bytes: &[u8]) -> Result<Pixmap, LogoFault> {
    // Its size is looked at before room is made for it.
    let side = |at: usize| {
        let four = bytes.get(at..at + 4).and_then(|b| b.try_into().ok());
        four.map(u32::from_be_bytes).ok_or(LogoFault::Damaged)
    };
    let (width, height) = (side(16)?, side(20)?);
    if width > MOST_PIXELS || height > MOST_PIXELS {
        return Err(LogoFault::Pixels(width, height));
    }
    Pixmap::decode_png(bytes).map_err(|_| LogoFault::Damaged)
}

fn of_svg(bytes: &[u8]) -> Result<Pixmap, LogoFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| LogoFault::Kind)?;
    if !text.contains("<svg") && !text.contains(":svg") {
        return Err(LogoFault::Kind);
    }
    let read = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, read).map_err(|error| match error {
        resvg::usvg::roxmltree::Error::NodesLimitReached => LogoFault::Elements,
        _ => LogoFault::Damaged,
    })?;
    let has = |name: &str| document.descendants().any(|n| n.is_element() && n.tag_name().name() == name);
    if has("text") {
        return Err(LogoFault::Words);
    }
    if has("image") || has("feImage") {
        return Err(LogoFault::Nested);
    }
    if has("filter") {
        return Err(LogoFault::Effects);
    }
    let refuse = ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let options = Options { image_href_resolver: refuse, ..charts::options() };
    let tree = Tree::from_xmltree(&document, &options).map_err(|error| match error {
        resvg::usvg::Error::ElementsLimitReached => LogoFault::Elements,
        _ => LogoFault::Damaged,
    })?;
    let size = tree.size();
    let scale = RASTER / size.width().max(size.height());
    let pixels = |side: f32| (side * scale).ceil().clamp(1.0, RASTER) as u32;
    let mut map = Pixmap::new(pixels(size.width()), pixels(size.height())).ok_or(LogoFault::Damaged)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut map.as_mut());
    Ok(map)
}

/// A picture as PNG; none where it has no pixels.
#[must_use]
pub(super) fn png(picture: &Picture) -> Option<Vec<u8>> {
    let mut map = Pixmap::new(picture.width, picture.height)?;
    for (to, from) in map.pixels_mut().iter_mut().zip(picture.rgba.chunks_exact(4)) {
        *to = match from {
            [r, g, b, a] => ColorU8::from_rgba(*r, *g, *b, *a).premultiply(),
            _ => PremultipliedColorU8::TRANSPARENT,
        };
    }
    map.encode_png().ok()
}
