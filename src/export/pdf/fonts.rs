//! The two weights of the text family: which letters there are, how wide they are, how pairs of them are kerned.
//!
//! Widths are read with ttf-parser and cut to whole thousandths of an em, as printpdf writes them into the file, so what is
//! measured here is what a viewer sets.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{GlyphId, Tag};
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::PdfError;
use crate::report::Weight;
use crate::style;

/// What stands in for a letter that the font lacks.
const STAND_IN: char = '□';
/// The family's ascender and descender in type sizes: from the top of a `d` to the foot of a `p`.
pub(super) const ASCENDER: f32 = 0.73;
pub(super) const DESCENDER: f32 = 0.21;
/// Up to here the kerning of pairs is kept in a square table: Basic Latin and Latin-1.
const LATIN: usize = 0x100;

/// What the font has for one character.
#[derive(Clone, Copy)]
struct Letter {
    glyph: GlyphId,
    /// In em.
    advance: f32,
    /// The first character with this glyph. A PDF font knows one text for each glyph, so characters that share one (a plain
    /// and a no-break space) have to be shown as the same character, or each would be copied as the last one used.
    shown: char,
}

/// One weight. A report asks for a letter a hundred thousand times, and the font's own tables are made to be small, not
/// quick: they are read once.
pub(super) struct Face {
    letters: Vec<Letter>,
    /// Of each code point the number of its letter from 1; 0 where there is none.
    numbers: Vec<u16>,
    /// Advance of what a viewer shows in place of a letter that is not there.
    missing: f32,
    kerning: Vec<PairAdjustment<'static>>,
    per_mille: f32,
    /// Kerning found so far in em: of Latin pairs in rows of [`LATIN`], not a number where nobody asked yet; and of all others.
    latin_pairs: Vec<Cell<f32>>,
    other_pairs: RefCell<BTreeMap<(char, char), f32>>,
}

impl Face {
    fn load(bytes: &'static [u8], name: &'static str) -> Result<Self, PdfError> {
        let face = ttf_parser::Face::parse(bytes, 0).map_err(|_| PdfError::Font(name))?;
        let per_mille = 1000.0 / f32::from(face.units_per_em());
        let advance = |glyph: GlyphId| {
            let units = face.glyph_hor_advance(glyph).unwrap_or(0);
            (f32::from(units) * per_mille).floor() / 1000.0
        };
        let mut glyphs = BTreeMap::new();
        let mut first = BTreeMap::new();
        for subtable in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables).filter(|s| s.is_unicode()) {
            subtable.codepoints(|code| {
                if let (Some(c), Some(glyph)) = (char::from_u32(code), subtable.glyph_index(code))
                    && glyph.0 != 0
                    && code >= 0x20
                {
                    glyphs.entry(c).or_insert(glyph);
                    let known = first.entry(glyph).or_insert(c);
                    *known = c.min(*known);
                }
            });
        }
        let mut numbers = vec![0; glyphs.last_key_value().map_or(0, |(c, _)| *c as usize + 1)];
        let mut letters = Vec::with_capacity(glyphs.len());
        for (c, glyph) in glyphs {
            letters.push(Letter { glyph, advance: advance(glyph), shown: first[&glyph] });
            numbers[c as usize] = u16::try_from(letters.len()).map_err(|_| PdfError::Font(name))?;
        }
        Ok(Self {
            letters,
            numbers,
            missing: advance(GlyphId(0)),
            kerning: pair_adjustments(&face),
            per_mille,
            latin_pairs: vec![Cell::new(f32::NAN); LATIN * LATIN],
            other_pairs: RefCell::default(),
        })
    }

    fn letter(&self, c: char) -> Option<&Letter> {
        let number = usize::from(*self.numbers.get(c as usize)?);
        self.letters.get(number.checked_sub(1)?)
    }

    /// The character to write for `c`: the first of those with its glyph.
    pub(super) fn shown(&self, c: char) -> char {
        self.letter(c).map_or(c, |letter| letter.shown)
    }

    /// Advance width in em.
    pub(super) fn advance(&self, c: char) -> f32 {
        self.letter(c).map_or(self.missing, |letter| letter.advance)
    }

    /// Kerning in em between two neighbours: negative brings them closer.
    pub(super) fn kern(&self, left: char, right: char) -> f32 {
        let (row, column) = (left as usize, right as usize);
        if row < LATIN && column < LATIN {
            let known = &self.latin_pairs[row * LATIN + column];
            if known.get().is_nan() {
                known.set(self.find_kern(left, right));
            }
            return known.get();
        }
        *self.other_pairs.borrow_mut().entry((left, right)).or_insert_with(|| self.find_kern(left, right))
    }

    /// As in the OpenType specification (GPOS, lookup type 2): the first subtable that covers the pair counts.
    fn find_kern(&self, left: char, right: char) -> f32 {
        let (Some(a), Some(b)) = (self.letter(left), self.letter(right)) else { return 0.0 };
        let (a, b) = (a.glyph, b.glyph);
        for subtable in &self.kerning {
            let units = match subtable {
                PairAdjustment::Format1 { coverage, sets } => coverage
                    .get(a)
                    .and_then(|index| sets.get(index))
                    .and_then(|set| set.get(b))
                    .map(|(value, _)| value.x_advance),
                PairAdjustment::Format2 { coverage, classes, matrix } => coverage
                    .get(a)
                    .and_then(|_| matrix.get((classes.0.get(a), classes.1.get(b))))
                    .map(|(value, _)| value.x_advance),
            };
            if let Some(units) = units {
                return f32::from(units) * self.per_mille / 1000.0;
            }
        }
        0.0
    }

    /// Width of one line of text at a type size, in the unit of the size.
    pub(super) fn width(&self, text: &str, size: f32) -> f32 {
        let mut width = 0.0;
        let mut letters = text.chars().peekable();
        while let Some(c) = letters.next() {
            width += self.advance(c) + letters.peek().map_or(0.0, |next| self.kern(c, *next));
        }
        width * size
    }
}

fn pair_adjustments(face: &ttf_parser::Face<'static>) -> Vec<PairAdjustment<'static>> {
    let Some(gpos) = face.tables().gpos else { return Vec::new() };
    let mut lookups: Vec<u16> = gpos
        .features
        .into_iter()
        .filter(|f| f.tag == Tag::from_bytes(b"kern"))
        .flat_map(|f| f.lookup_indices)
        .collect();
    lookups.sort_unstable();
    lookups.dedup();
    lookups
        .into_iter()
        .filter_map(|index| gpos.lookups.get(index))
        .flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable<'static>>())
        .filter_map(|subtable| match subtable {
            PositioningSubtable::Pair(pair) => Some(pair),
            _ => None,
        })
        .collect()
}

/// The family.
pub(super) struct Fonts {
    regular: Face,
    semibold: Face,
}

impl Fonts {
    /// Reads the embedded fonts.
    pub(super) fn load() -> Result<Self, PdfError> {
        Ok(Self {
            regular: Face::load(style::fonts::REGULAR, "Source Sans 3 Regular")?,
            semibold: Face::load(style::fonts::SEMIBOLD, "Source Sans 3 Semibold")?,
        })
    }

    /// A weight of the family.
    pub(super) fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Semibold => &self.semibold,
        }
    }

    fn has(&self, c: char) -> bool {
        self.regular.letter(c).is_some() && self.semibold.letter(c).is_some()
    }

    /// Text that can be set: composed letters, line feeds as the only control characters, and only letters that the font
    /// has. Others give way to their compatible forms (`Ａ` to `A`), else to a visible stand-in; marks and joiners that
    /// only shape their neighbours are left out.
    pub(super) fn clean(&self, text: &str) -> String {
        let mut clean = String::with_capacity(text.len());
        if is_nfc_quick(text.chars()) == IsNormalized::Yes {
            self.add_clean(text.chars(), &mut clean);
        } else {
            self.add_clean(text.nfc(), &mut clean);
        }
        clean
    }

    fn add_clean(&self, composed: impl Iterator<Item = char>, clean: &mut String) {
        for c in composed {
            match c {
                '\n' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
                '\t' => clean.push(' '),
                _ if c.is_control() || is_invisible(c) => {}
                _ if self.has(c) => clean.push(c),
                _ if is_combining_mark(c) => {}
                _ => {
                    let compatible: Vec<char> = c.nfkd().filter(|part| !is_combining_mark(*part)).collect();
                    if !compatible.is_empty() && compatible.iter().all(|part| self.has(*part)) {
                        clean.extend(compatible);
                    } else {
                        clean.push(STAND_IN);
                    }
                }
            }
        }
    }

    /// [`Fonts::clean`] on one line: line feeds become spaces.
    pub(super) fn clean_line(&self, text: &str) -> String {
        self.clean(text).replace('\n', " ")
    }
}

/// Characters without an image of their own: format characters (Unicode category Cf) and the skin tones of emoji.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fonts() -> Fonts {
        Fonts::load().unwrap()
    }

    #[test]
    fn every_letter_of_the_reports_is_there() {
        let fonts = fonts();
        for c in "àèéìòùÀÈÉÌÒÙ’«»“”€–—−·→≥≤…•□%‰½²".chars() {
            assert!(fonts.has(c), "{c}");
        }
    }

    #[test]
    fn what_the_font_lacks_is_visible_and_what_shapes_only_is_dropped() {
        let fonts = fonts();
        let cases = [
            ("caffe\u{300}", "caffè"),
            ("a\u{0}b\u{7}c\u{85}d", "abcd"),
            ("uno\ttutto\r\ndue", "uno tutto\ndue"),
            ("\u{1f642}", "□"),
            ("\u{1f469}\u{1f3fd}\u{200d}\u{1f4bb}\u{fe0f}", "□□"),
            ("中文", "□□"),
            ("ＡＢ①", "AB1"),
            ("𝐀", "A"),
            ("z\u{20dd}", "z"),
        ];
        for (text, clean) in cases {
            assert_eq!(fonts.clean(text), clean, "{text:?}");
        }
    }

    #[test]
    fn characters_with_one_glyph_are_shown_as_one() {
        let face = &fonts().regular;
        assert_eq!(face.shown('\u{a0}'), ' ');
        assert_eq!(face.shown('a'), 'a');
        assert_eq!(face.shown('’'), '’');
    }

    #[test]
    fn pairs_are_kerned_and_widths_add_up() {
        let face = &fonts().semibold;
        assert!(face.kern('T', 'o') < 0.0);
        assert!(face.kern('n', 'n').abs() < 0.001);
        let sum = face.advance('T') + face.kern('T', 'o') + face.advance('o');
        assert!((face.width("To", 10.0) - 10.0 * sum).abs() < 1e-4);
    }

    #[test]
    fn figures_are_tabular() {
        for face in [&fonts().regular, &fonts().semibold] {
            assert!(('0'..='9').all(|c| (face.advance(c) - face.advance('0')).abs() < f32::EPSILON));
        }
    }
}
