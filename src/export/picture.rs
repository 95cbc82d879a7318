//! Pictures somebody chose, as pixels: PNG and SVG.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::report::Picture;

/// Longest side of an SVG once painted, in pixels.
const SIDE: f32 = 1024.0;

/// Why bytes did not become a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFault {
    /// Neither PNG nor SVG.
    Kind,
}

/// The picture in a file's bytes.
///
/// # Errors
/// Where it is neither PNG nor SVG.
pub fn picture(bytes: &[u8], alt: &str) -> Result<Picture, PictureFault> {
    let pixels = if bytes.starts_with(b"\x89PNG") {
        Pixmap::decode_png(bytes).map_err(|_| PictureFault::Kind)?
    } else {
        let tree = Tree::from_data(bytes, &Options::default()).map_err(|_| PictureFault::Kind)?;
        let size = tree.size();
        let scale = SIDE / size.width().max(size.height());
        let side = |length: f32| (length * scale).ceil().max(1.0) as u32;
        let mut pixels = Pixmap::new(side(size.width()), side(size.height())).ok_or(PictureFault::Kind)?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels
    };
    let (width, height) = (pixels.width(), pixels.height());
    let colours = pixels.pixels().iter().map(|p| p.demultiply());
    let rgba = colours.flat_map(|c| [c.red(), c.green(), c.blue(), c.alpha()]).collect();
    Ok(Picture { width, height, rgba, alt: alt.to_owned() })
}
