//! Logos from files nobody vouches for.

use orienta::export::picture::{LogoFault, MOST_PIXELS, picture};

use super::*;

fn read(bytes: &[u8]) -> Result<orienta::report::Picture, LogoFault> {
    picture(bytes, "Marchio".into())
}

/// A PNG of one colour, written by another library.
fn png_of(width: u32, height: u32, rgba: [u8; 4]) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbaImage::from_pixel(width, height, image::Rgba(rgba))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

fn svg(body: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 60 30\">{body}</svg>"
    )
}

#[test]
fn a_png_keeps_its_pixels() {
    let picture = read(&png_of(5, 3, [10, 200, 30, 255])).unwrap();
    assert_eq!((picture.width, picture.height, picture.rgba.len()), (5, 3, 60));
    assert!(picture.rgba.chunks(4).all(|p| p == [10, 200, 30, 255]));
    assert_eq!(picture.alt, "Marchio");
    let half = read(&png_of(2, 2, [250, 0, 0, 128])).unwrap();
    assert!(half.rgba.chunks(4).all(|p| p[3] == 128 && p[0] > 245), "not premultiplied");
}

#[test]
fn an_svg_becomes_pixels_no_wider_than_is_needed() {
    let picture = read(svg("<rect width='30' height='30' fill='#00f'/>").as_bytes()).unwrap();
    assert_eq!((picture.width, picture.height), (1200, 600));
    let at = |x: usize| &picture.rgba[4 * (300 * 1200 + x)..][..4];
    assert_eq!((at(300), at(900)), (&[0, 0, 255, 255][..], &[0, 0, 0, 0][..]));
}

#[test]
fn what_is_no_logo_is_refused_with_a_sentence() {
    let wide = png_of(MOST_PIXELS + 1, 1, [0, 0, 0, 255]);
    // As big as can be said in the head, with nothing behind it: no room is made for it.
    let mut boundless = png_of(1, 1, [0; 4]);
    boundless[16..24].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]);
    let many: String = "<rect/>".repeat(30_000);
    for (bytes, fault) in [
        (vec![0; 2 * 1024 * 1024 + 1], LogoFault::Bytes),
        (wide, LogoFault::Pixels(MOST_PIXELS + 1, 1)),
        (boundless, LogoFault::Pixels(0x7fff_ffff, 0x7fff_ffff)),
        (b"GIF89a....".to_vec(), LogoFault::Kind),
        (Vec::new(), LogoFault::Kind),
        (b"\xff\xfe<svg".to_vec(), LogoFault::Kind),
        (b"<svg".to_vec(), LogoFault::Damaged),
        (svg("<rect").into_bytes(), LogoFault::Damaged),
        (svg(&many).into_bytes(), LogoFault::Elements),
        (svg("<text>Studio</text>").into_bytes(), LogoFault::Words),
        (svg("<image href='/etc/hostname' width='9' height='9'/>").into_bytes(), LogoFault::Nested),
        (svg("<filter id='f'><feImage href='x.png'/></filter>").into_bytes(), LogoFault::Nested),
        (svg("").into_bytes(), LogoFault::Empty),
        (png_of(2, 2, [9, 9, 9, 0]), LogoFault::Empty),
    ] {
        assert_eq!(read(&bytes), Err(fault));
        for language in LANGUAGES {
            let sentence = fault.sentence(language);
            assert!(sentence.ends_with('.') && !sentence.contains("logo-"), "{sentence}");
        }
    }
}

#[test]
fn bombs_of_references_and_entities_are_bounded() {
    let mut uses = String::from("<g id='a0'><rect width='1' height='1'/></g>");
    let mut entities = String::from("<!DOCTYPE svg [<!ENTITY e0 'x'>");
    for n in 1..40 {
        let before = n - 1;
        uses += &format!("<g id='a{n}'><use xlink:href='#a{before}'/><use xlink:href='#a{before}'/></g>");
        entities += &format!("<!ENTITY e{n} '&e{before};&e{before};'>");
    }
    let entities = format!("{entities}]>{}", svg("<desc>&e39;</desc>"));
    assert!(read(svg(&uses).as_bytes()).is_err());
    assert!(read(entities.as_bytes()).is_err());
}

/// Files cut off anywhere, or with a bit turned over, are a picture or a fault and never a panic.
#[test]
fn damaged_files_never_panic() {
    let small =
        svg("<path d='M0 0L60 30L0 30Z' fill='#0b5a66'/><circle cx='30' cy='9' r='4' stroke='red'/>").into_bytes();
    for whole in [png_of(7, 5, [1, 2, 3, 255]), small] {
        for end in 0..whole.len() {
            let _ = read(&whole[..end]);
        }
        // Every third byte: each costs a drawing.
        for at in (0..whole.len()).step_by(3) {
            let mut bytes = whole.clone();
            bytes[at] ^= 1 << (at / 3 % 8);
            if let Ok(picture) = read(&bytes) {
                assert_eq!(picture.rgba.len(), 4 * picture.width as usize * picture.height as usize);
                assert!(picture.width <= MOST_PIXELS && picture.height <= MOST_PIXELS);
            }
        }
    }
}
