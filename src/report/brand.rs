//! In whose name a report goes out: name, contacts, colour and logo, as one file that can be shared.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use crate::assessment::file;
use crate::notice::Notice;
use crate::style::{PAPER, Palette, Rgb};
use crate::text::{Language, decimal, t, ta};

/// The version of the file this program writes.
pub const FORMAT: u32 = 1;
/// How a brand's file ends.
pub const EXTENSION: &str = "marchio.json";
/// Most bytes of a brand's file.
pub const LARGEST: u64 = 4 * 1024 * 1024;
/// Most bytes of a logo.
pub const LARGEST_LOGO: usize = 2 * 1024 * 1024;
/// Least contrast of the colour with the paper, for it also sets text (WCAG 2.2, 1.4.3).
pub const CONTRAST: f64 = 4.5;
/// Most characters of a name or a line of contacts.
const LONGEST: usize = 200;
/// Most characters of the words for the cover.
const LONGEST_COVER: usize = 600;
/// Most lines of contacts.
const MOST_LINES: usize = 6;

/// Whose report it is. All of it may be empty: then the report is the program's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Brand {
    /// Format version, see [`FORMAT`].
    pub format: u32,
    /// Name of the consultant or the firm.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Contacts, a line each: who, address, telephone, e-mail.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<String>,
    /// Colour of headings, marks and charts as `#rrggbb`; none means the program's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<String>,
    /// Words for the cover of every report; those of the single report come in their place.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cover: String,
    /// Logo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
    /// Fields of a later version.
    #[serde(flatten)]
    pub extra: Map<String, Json>,
}

/// A logo inside a brand's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// Its file, PNG or SVG, in Base64.
    pub file: String,
    /// What it shows, for those who cannot see it; empty means the brand's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub alt: String,
}

impl Default for Brand {
    fn default() -> Self {
        Self {
            format: FORMAT,
            name: String::new(),
            contacts: Vec::new(),
            colour: None,
            cover: String::new(),
            logo: None,
            extra: Map::new(),
        }
    }
}

impl Logo {
    /// A logo from the bytes of its file.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self { file: BASE64_STANDARD.encode(bytes), alt: String::new() }
    }

    /// The bytes of its file; none where they are not Base64.
    #[must_use]
    pub fn bytes(&self) -> Option<Vec<u8>> {
        BASE64_STANDARD.decode(self.file.trim()).ok()
    }
}

/// A colour written as `#rrggbb`.
#[must_use]
pub fn colour(text: &str) -> Option<Rgb> {
    let digits = text.trim().strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii())?;
    let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some(Rgb(channel(0)?, channel(2)?, channel(4)?))
}

/// The colour made as much darker as it must be to be read on paper; itself where it can be.
#[must_use]
pub fn readable(wanted: Rgb) -> Rgb {
    (0..=100)
        .map(|percent| wanted.mixed(Rgb(0, 0, 0), f64::from(percent) / 100.0))
        .find(|c| contrast(*c) >= CONTRAST)
        .unwrap_or(Rgb(0, 0, 0))
}

/// Contrast of a colour with the paper, 1..21.
#[must_use]
pub fn contrast(colour: Rgb) -> f64 {
    colour.contrast(PAPER.of(crate::style::Ink::Page))
}

impl Brand {
    /// Reads a brand's file and checks it. The logo's bytes are checked where pictures are read.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with its place and what would be right.
    pub fn read(bytes: &[u8], language: Language) -> Result<Self, Vec<Notice>> {
        let one = |place: &str, message: String| vec![Notice::new(place, message, t(language, "brand-hint"))];
        if bytes.len() as u64 > LARGEST {
            return Err(one("$", t(language, "brand-too-large")));
        }
        let brand: Self = serde_json::from_slice(bytes).map_err(|e| {
            let (line, column) = (e.line().into(), e.column().into());
            let places = [("line", line), ("column", column), ("what", file::words(&e).into())];
            one("$", ta(language, "brand-no-json", &places))
        })?;
        let faults = brand.faults(language);
        if faults.is_empty() { Ok(brand) } else { Err(faults) }
    }

    /// The bytes of its file.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("plain data always becomes JSON");
        bytes.push(b'\n');
        bytes
    }

    /// Everything that is wrong with it.
    #[must_use]
    pub fn faults(&self, language: Language) -> Vec<Notice> {
        let mut faults = Vec::new();
        let mut add = |place: &str, message: String, hint: String| faults.push(Notice::new(place, message, hint));
        let hint = || t(language, "brand-hint");
        if self.format != FORMAT {
            add("format", ta(language, "brand-format", &[("format", self.format.into())]), hint());
        }
        for (place, text) in std::iter::once(("name", &self.name)).chain(self.contacts.iter().map(|c| ("contacts", c)))
        {
            if text.chars().count() > LONGEST {
                add(place, ta(language, "brand-long", &[("most", LONGEST.to_string().into())]), hint());
            }
        }
        if self.cover.chars().count() > LONGEST_COVER {
            add("cover", ta(language, "brand-long-cover", &[("most", LONGEST_COVER.to_string().into())]), hint());
        }
        if self.contacts.len() > MOST_LINES {
            add("contacts", ta(language, "brand-lines", &[("most", MOST_LINES.to_string().into())]), hint());
        }
        if let Some(text) = &self.colour {
            match colour(text) {
                None => add("colour", ta(language, "brand-colour", &[("colour", text.into())]), hint()),
                Some(rgb) if contrast(rgb) < CONTRAST => {
                    let places = [
                        ("colour", rgb.hex().into()),
                        ("contrast", decimal(language, contrast(rgb), &[CONTRAST]).into()),
                        ("better", readable(rgb).hex().into()),
                    ];
                    add("colour", ta(language, "brand-pale", &places), ta(language, "brand-pale-hint", &places));
                }
                Some(_) => {}
            }
        }
        if let Some(logo) = &self.logo {
            match logo.bytes() {
                None => add("logo.file", t(language, "brand-logo-base64"), hint()),
                Some(bytes) if bytes.len() > LARGEST_LOGO => add("logo.file", t(language, "brand-logo-large"), hint()),
                Some(_) => {}
            }
        }
        faults
    }

    /// What the logo shows, in words: its own, else the brand's name; empty where there is neither.
    #[must_use]
    pub fn logo_alt(&self) -> &str {
        let own = self.logo.as_ref().map_or("", |logo| logo.alt.trim());
        if own.is_empty() { self.name.trim() } else { own }
    }

    /// The paper's colours in those of the brand.
    #[must_use]
    pub fn palette(&self) -> Palette {
        self.colour.as_deref().and_then(colour).map_or(PAPER, |accent| PAPER.with_accent(readable(accent)))
    }
}
