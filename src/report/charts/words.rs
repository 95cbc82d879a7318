//! Widths and line breaks of chart labels, measured with the fonts both screen and paper use.

use std::sync::LazyLock;

use ttf_parser::Face;

use crate::report::Weight;
use crate::style::fonts;

static REGULAR: LazyLock<Widths> = LazyLock::new(|| Widths::of(fonts::REGULAR));
static SEMIBOLD: LazyLock<Widths> = LazyLock::new(|| Widths::of(fonts::SEMIBOLD));

/// Letters whose widths are looked up once: Latin with its accents.
const COMMON: u32 = 0x250;

/// Widths of a font's letters. Charts are measured anew in every frame, which searching the font's tables for every letter
/// would make slow.
struct Widths {
    face: Face<'static>,
    /// Of the letters below [`COMMON`], in ems.
    common: Vec<f32>,
}

impl Widths {
    fn of(bytes: &'static [u8]) -> Self {
        let face = Face::parse(bytes, 0).expect("the fonts are compiled in and parsed by a test");
        let common = (0..COMMON).map(|c| char::from_u32(c).map_or(0.0, |c| in_ems(&face, c))).collect();
        Self { face, common }
    }

    fn letter(&self, c: char) -> f32 {
        self.common.get(c as usize).copied().unwrap_or_else(|| in_ems(&self.face, c))
    }
}

fn in_ems(face: &Face<'_>, c: char) -> f32 {
    let units = face.glyph_index(c).and_then(|g| face.glyph_hor_advance(g)).unwrap_or(face.units_per_em() / 2);
    f32::from(units) / f32::from(face.units_per_em())
}

/// Width of a line of text in nominal points, without kerning (which only ever narrows these fonts).
pub(super) fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let widths = match weight {
        Weight::Regular => &*REGULAR,
        Weight::Semibold => &*SEMIBOLD,
    };
    text.chars().map(|c| widths.letter(c)).sum::<f32>() * size
}

/// Breaks a text into lines of at most `room` nominal points, at the places Unicode allows (UAX #14); a word that alone is
/// wider is broken between letters, because clipping would lose its end.
pub(super) fn wrap(text: &str, size: f32, weight: Weight, room: f32) -> Vec<String> {
    let fits = |line: &str| width(line.trim_end(), size, weight) <= room;
    let mut lines = vec![String::new()];
    let mut start = 0;
    for (end, _) in unicode_linebreak::linebreaks(text) {
        let piece = &text[start..end];
        start = end;
        let line = lines.last_mut().expect("there is always a line");
        if fits(&format!("{line}{piece}")) {
            line.push_str(piece);
            continue;
        }
        if !line.is_empty() {
            lines.push(String::new());
        }
        for c in piece.chars() {
            let line = lines.last_mut().expect("there is always a line");
            if line.is_empty() || fits(&format!("{line}{c}")) {
                line.push(c);
            } else {
                lines.push(c.to_string());
            }
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_font_tables() {
        // Source Sans 3: tabular figures of 497/1000 em in Regular, read from its hmtx table with fontTools.
        assert!((width("1", 1000.0, Weight::Regular) - 497.0).abs() < 0.01);
        assert!((width("47", 1000.0, Weight::Regular) - 994.0).abs() < 0.01);
        assert!(width("Adattivo", 12.0, Weight::Semibold) > width("Adattivo", 12.0, Weight::Regular));
    }

    #[test]
    fn lines_keep_every_letter_and_the_room() {
        let text = "Digitalizzazione dell’organizzazione e internazionalizzazione";
        for room in [20.0, 60.0, 110.0, 1000.0] {
            let lines = wrap(text, 13.0, Weight::Regular, room);
            let squeezed = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(squeezed(&lines.concat()), squeezed(text), "letters lost at {room}");
            for line in &lines {
                assert!(width(line, 13.0, Weight::Regular) <= room, "«{line}» is wider than {room}");
            }
        }
        assert_eq!(wrap("Dati", 13.0, Weight::Regular, 200.0), ["Dati"]);
        assert!(wrap("", 13.0, Weight::Regular, 200.0).is_empty());
    }
}
