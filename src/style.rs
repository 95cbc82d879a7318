//! Design tokens as plain data: one vocabulary of colours and sizes for screen and paper.
//!
//! Nothing here knows egui or PDF. A drawing or a widget names a *role* ([`Ink`]); a [`Palette`] gives the role its
//! colour. The screen has a light and a dark palette, the report has the paper one.

/// An opaque colour, 8 bits a channel, sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// `#rrggbb`, as CSS and SVG write it.
    #[must_use]
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Relative luminance 0..1 as defined by WCAG 2.2 ("relative luminance").
    #[must_use]
    pub fn luminance(self) -> f64 {
        let channel = |c: u8| {
            let s = f64::from(c) / 255.0;
            if s <= 0.040_45 { s / 12.92 } else { ((s + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(self.0) + 0.7152 * channel(self.1) + 0.0722 * channel(self.2)
    }

    /// A mixture with another colour, of which `share` 0..=1 is taken.
    #[must_use]
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let mix = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// Contrast ratio 1..21 between two colours, as defined by WCAG 2.2 ("contrast ratio").
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// What a colour is for. Every colour on screen and paper is one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The page behind everything.
    Page,
    /// Cards and fields, one step above the page.
    Surface,
    /// A quiet filled area: rails, table heads, the track of a bar.
    Sunken,
    /// Body text and headings.
    Text,
    /// Captions, hints, small print.
    Quiet,
    /// Hairlines and frames.
    Line,
    /// The one colour of action, also of today's value in a chart.
    Action,
    /// Text on [`Ink::Action`].
    OnAction,
    /// A light wash of the action colour: the chosen answer, today's area in a chart.
    ActionWash,
    /// Attention: caveats, limits.
    Attention,
    /// A light wash of the attention colour.
    AttentionWash,
    /// Loss or danger, nothing else.
    Danger,
    /// Step 0..=5 of the stair of levels, a sequential ramp that also works in grey.
    Level(u8),
    /// Text that can be read on [`Ink::Level`] of the same step.
    OnLevel(u8),
}

/// A colour for every role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// True where light text stands on dark ground.
    pub dark: bool,
    /// True where every pair reaches 7:1, lines are full and shadows give way to edges.
    pub high_contrast: bool,
    page: Rgb,
    surface: Rgb,
    sunken: Rgb,
    text: Rgb,
    quiet: Rgb,
    line: Rgb,
    action: Rgb,
    on_action: Rgb,
    action_wash: Rgb,
    attention: Rgb,
    attention_wash: Rgb,
    danger: Rgb,
    levels: [Rgb; 6],
    on_levels: [Rgb; 6],
}

const INK: Rgb = Rgb(0x1b, 0x20, 0x24);
const PAPER_WHITE: Rgb = Rgb(0xff, 0xff, 0xff);

/// Warm near-white paper, near-black ink, petrol for action.
pub const LIGHT: Palette = Palette {
    dark: false,
    high_contrast: false,
    page: Rgb(0xf8, 0xf6, 0xf2),
    surface: PAPER_WHITE,
    sunken: Rgb(0xee, 0xeb, 0xe4),
    text: INK,
    quiet: Rgb(0x59, 0x60, 0x64),
    line: Rgb(0xd9, 0xd5, 0xcc),
    action: Rgb(0x0b, 0x5a, 0x66),
    on_action: PAPER_WHITE,
    action_wash: Rgb(0xdc, 0xec, 0xec),
    attention: Rgb(0x8a, 0x52, 0x00),
    attention_wash: Rgb(0xfb, 0xef, 0xd6),
    danger: Rgb(0xa8, 0x20, 0x20),
    levels: LEVELS,
    on_levels: ON_LEVELS,
};

/// Dark theme, designed rather than inverted: warm charcoal, softer text, a lighter petrol.
pub const DARK: Palette = Palette {
    dark: true,
    high_contrast: false,
    page: Rgb(0x15, 0x18, 0x1a),
    surface: Rgb(0x1e, 0x22, 0x25),
    sunken: Rgb(0x29, 0x2f, 0x33),
    text: Rgb(0xec, 0xea, 0xe5),
    quiet: Rgb(0xa9, 0xaf, 0xb2),
    line: Rgb(0x3a, 0x41, 0x46),
    action: Rgb(0x6c, 0xc4, 0xce),
    on_action: Rgb(0x08, 0x25, 0x2a),
    action_wash: Rgb(0x1c, 0x3b, 0x41),
    attention: Rgb(0xf0, 0xb4, 0x5c),
    attention_wash: Rgb(0x3d, 0x30, 0x18),
    danger: Rgb(0xf2, 0x8b, 0x82),
    levels: [
        Rgb(0x4a, 0x53, 0x58),
        Rgb(0x45, 0x69, 0x72),
        Rgb(0x47, 0x8a, 0x95),
        Rgb(0x4c, 0x9d, 0xa8),
        Rgb(0x79, 0xbe, 0xc5),
        Rgb(0xb4, 0xde, 0xe1),
    ],
    on_levels: [
        PAPER_WHITE,
        PAPER_WHITE,
        Rgb(0x06, 0x12, 0x15),
        Rgb(0x06, 0x12, 0x15),
        Rgb(0x06, 0x12, 0x15),
        Rgb(0x06, 0x12, 0x15),
    ],
};

/// For eyes that need it: black on white, every text at least 7:1 (WCAG 2.2, 1.4.6), every edge drawn.
pub const HIGH_CONTRAST: Palette = Palette {
    dark: false,
    high_contrast: true,
    page: PAPER_WHITE,
    surface: PAPER_WHITE,
    sunken: Rgb(0xec, 0xec, 0xec),
    text: Rgb(0x00, 0x00, 0x00),
    quiet: Rgb(0x33, 0x33, 0x33),
    line: Rgb(0x4d, 0x4d, 0x4d),
    action: Rgb(0x00, 0x3c, 0x46),
    on_action: PAPER_WHITE,
    action_wash: Rgb(0xcf, 0xec, 0xf0),
    attention: Rgb(0x5a, 0x30, 0x00),
    attention_wash: Rgb(0xff, 0xf0, 0xcc),
    danger: Rgb(0x8a, 0x00, 0x00),
    levels: [
        Rgb(0xf4, 0xf4, 0xf4),
        Rgb(0xd2, 0xe2, 0xe4),
        Rgb(0xa9, 0xcd, 0xd2),
        Rgb(0x78, 0xb5, 0xbd),
        Rgb(0x00, 0x56, 0x62),
        Rgb(0x00, 0x2a, 0x31),
    ],
    on_levels: [
        Rgb(0x00, 0x00, 0x00),
        Rgb(0x00, 0x00, 0x00),
        Rgb(0x00, 0x00, 0x00),
        Rgb(0x00, 0x00, 0x00),
        PAPER_WHITE,
        PAPER_WHITE,
    ],
};

/// Every palette with its name, for tests and for whoever loops over them.
pub const PALETTES: [(&str, Palette); 4] =
    [("light", LIGHT), ("dark", DARK), ("high-contrast", HIGH_CONTRAST), ("paper", PAPER)];

/// The report's paper: white ground, no tinted cards, colours that print well in grey.
pub const PAPER: Palette = Palette { page: PAPER_WHITE, sunken: Rgb(0xf1, 0xef, 0xea), ..LIGHT };

const LEVELS: [Rgb; 6] = [
    Rgb(0xdf, 0xe3, 0xe2),
    Rgb(0xbc, 0xd3, 0xd5),
    Rgb(0x8f, 0xba, 0xbf),
    Rgb(0x52, 0x94, 0x9d),
    Rgb(0x1f, 0x6f, 0x7b),
    Rgb(0x08, 0x44, 0x4e),
];
const ON_LEVELS: [Rgb; 6] = [INK, INK, INK, INK, PAPER_WHITE, PAPER_WHITE];

impl Palette {
    /// The palette in the colour of a house: `accent` takes the place of the colour of action, its washes and the ramp of
    /// levels are mixed from it, so that they stay readable and in order of lightness.
    #[must_use]
    pub fn with_accent(self, accent: Rgb) -> Self {
        let on = |ground: Rgb| if ground.contrast(INK) >= ground.contrast(PAPER_WHITE) { INK } else { PAPER_WHITE };
        let readable = |ground: Rgb| ground.contrast(on(ground)) >= 4.5;
        // A share of the accent in white, and as much more of it as a text on it needs: between the grounds for dark and
        // for light text lies a narrow band that serves neither.
        let light = |share: f64| {
            let shares = (0..=20).map(|n| share + (1.0 - share) * f64::from(n) / 20.0);
            shares.map(|share| accent.mixed(PAPER_WHITE, 1.0 - share)).find(|c| readable(*c)).unwrap_or(accent)
        };
        // A colour next to black leaves no room for a darker one.
        let fourth = if accent.luminance() < 0.02 { accent.mixed(PAPER_WHITE, 0.25) } else { accent };
        let levels = [light(0.10), light(0.26), light(0.46), light(0.66), fourth, accent.mixed(Rgb(0, 0, 0), 0.42)];
        Self {
            action: accent,
            on_action: on(accent),
            action_wash: light(0.14),
            on_levels: levels.map(on),
            levels,
            ..self
        }
    }

    /// The colour of a role.
    #[must_use]
    pub fn of(&self, ink: Ink) -> Rgb {
        match ink {
            Ink::Page => self.page,
            Ink::Surface => self.surface,
            Ink::Sunken => self.sunken,
            Ink::Text => self.text,
            Ink::Quiet => self.quiet,
            Ink::Line => self.line,
            Ink::Action => self.action,
            Ink::OnAction => self.on_action,
            Ink::ActionWash => self.action_wash,
            Ink::Attention => self.attention,
            Ink::AttentionWash => self.attention_wash,
            Ink::Danger => self.danger,
            Ink::Level(l) => self.levels[usize::from(l.min(5))],
            Ink::OnLevel(l) => self.on_levels[usize::from(l.min(5))],
        }
    }
}

/// Text/background pairs that are used; each must be readable (contrast ≥ 4.5) in every palette.
pub const TEXT_PAIRS: &[(Ink, Ink)] = &[
    (Ink::Text, Ink::Page),
    (Ink::Text, Ink::Surface),
    (Ink::Text, Ink::Sunken),
    (Ink::Text, Ink::ActionWash),
    (Ink::Text, Ink::AttentionWash),
    (Ink::Quiet, Ink::Page),
    (Ink::Quiet, Ink::Surface),
    (Ink::Quiet, Ink::Sunken),
    (Ink::Action, Ink::Page),
    (Ink::Action, Ink::Surface),
    (Ink::OnAction, Ink::Action),
    (Ink::Attention, Ink::Surface),
    (Ink::Attention, Ink::AttentionWash),
    (Ink::Danger, Ink::Surface),
    (Ink::Danger, Ink::Page),
    (Ink::OnLevel(0), Ink::Level(0)),
    (Ink::OnLevel(1), Ink::Level(1)),
    (Ink::OnLevel(2), Ink::Level(2)),
    (Ink::OnLevel(3), Ink::Level(3)),
    (Ink::OnLevel(4), Ink::Level(4)),
    (Ink::OnLevel(5), Ink::Level(5)),
];

/// Lines and marks that carry a meaning, on their ground: at least 3:1 in every palette (WCAG 2.2, 1.4.11).
pub const MARK_PAIRS: &[(Ink, Ink)] = &[
    (Ink::Action, Ink::Page),
    (Ink::Action, Ink::Surface),
    (Ink::Action, Ink::Sunken),
    (Ink::Action, Ink::ActionWash),
    (Ink::Attention, Ink::Page),
    (Ink::Danger, Ink::Surface),
    (Ink::Text, Ink::Level(2)),
];

/// Spacing steps in logical points, an 8-point grid with one half step.
pub mod space {
    /// Half a step: between an icon and its word.
    pub const XS: f32 = 4.0;
    /// One step: between lines that belong together.
    pub const S: f32 = 8.0;
    /// Two steps: inside cards, between cards.
    pub const M: f32 = 16.0;
    /// Three steps: between groups.
    pub const L: f32 = 24.0;
    /// Five steps: between sections.
    pub const XL: f32 = 40.0;
}

/// Type sizes in logical points on screen.
pub mod size {
    /// Small print: sources, keys.
    pub const SMALL: f32 = 13.0;
    /// Body text.
    pub const BODY: f32 = 15.5;
    /// Lead sentences and questions' answers in focus.
    pub const LEAD: f32 = 18.0;
    /// Headings inside a page.
    pub const H2: f32 = 20.0;
    /// A question, which is long for a heading.
    pub const QUESTION: f32 = 23.0;
    /// The page's heading.
    pub const H1: f32 = 27.0;
    /// A number that is the message.
    pub const NUMBER: f32 = 40.0;
}

/// How long something moves when it comes or goes, in seconds. Where the user wants no movement it takes no time.
pub const MOTION: f32 = 0.12;

/// What lies above what: offset downwards, blur and opacity of the shadow, in logical points and 0..=255.
pub mod elevation {
    /// A card on the page.
    pub const CARD: (i8, u8, u8) = (2, 12, 20);
    /// A menu or a list that unfolds.
    pub const MENU: (i8, u8, u8) = (4, 16, 36);
    /// A window over the page: the command palette, a question to the user.
    pub const MODAL: (i8, u8, u8) = (12, 40, 36);
}

/// Widths of the window's parts in logical points.
pub mod width {
    /// The rail with names.
    pub const RAIL: f32 = 232.0;
    /// The rail folded to its icons.
    pub const RAIL_FOLDED: f32 = 64.0;
    /// Windows narrower than this fold the rail.
    pub const FOLD_BELOW: f32 = 780.0;
    /// Widest column for reading and answering.
    pub const COLUMN: f32 = 720.0;
    /// Widest column for charts and tables.
    pub const CHARTS: f32 = 1040.0;
    /// The list of sections beside a question.
    pub const SECTIONS: f32 = 208.0;
}

/// Corner radius of cards, buttons and fields in logical points.
pub const RADIUS: u8 = 8;

/// The bytes of the text family, the same for screen and paper: Source Sans 3 (SIL Open Font License 1.1), whose default
/// figures are tabular.
pub mod fonts {
    /// Regular weight.
    pub const REGULAR: &[u8] = include_bytes!("../assets/fonts/SourceSans3-Regular.ttf");
    /// Italic.
    pub const ITALIC: &[u8] = include_bytes!("../assets/fonts/SourceSans3-It.ttf");
    /// Semibold weight, for headings and emphasis.
    pub const SEMIBOLD: &[u8] = include_bytes!("../assets/fonts/SourceSans3-Semibold.ttf");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_pair_is_readable_in_every_palette() {
        for (name, palette) in PALETTES {
            let least = if palette.high_contrast { 7.0 } else { 4.5 };
            for &(text, ground) in TEXT_PAIRS {
                let ratio = palette.of(text).contrast(palette.of(ground));
                assert!(ratio >= least, "{name}: {text:?} on {ground:?} has contrast {ratio:.2}");
            }
        }
    }

    #[test]
    fn marks_stand_out_in_every_palette() {
        for (name, palette) in PALETTES {
            for &(mark, ground) in MARK_PAIRS {
                let ratio = palette.of(mark).contrast(palette.of(ground));
                assert!(ratio >= 3.0, "{name}: {mark:?} on {ground:?} has contrast {ratio:.2}");
            }
        }
    }

    /// What eyes without one kind of cone see of a colour (Viénot, Brettel and Mollon 1999, linear RGB).
    fn without_red_or_green(Rgb(r, g, b): Rgb) -> [Rgb; 2] {
        let linear = |c: u8| {
            let s = f64::from(c) / 255.0;
            if s <= 0.040_45 { s / 12.92 } else { ((s + 0.055) / 1.055).powf(2.4) }
        };
        let back = |x: f64| {
            let x = x.clamp(0.0, 1.0);
            let s = if x <= 0.003_130_8 { x * 12.92 } else { 1.055 * x.powf(1.0 / 2.4) - 0.055 };
            (s * 255.0).round() as u8
        };
        let (r, g, b) = (linear(r), linear(g), linear(b));
        let mix = |a: f64, c: f64| (a * r + (1.0 - a) * g, c);
        let protan = mix(0.112_38, 0.004_01);
        let deutan = mix(0.292_75, -0.022_34);
        [protan, deutan].map(|(rg, c)| Rgb(back(rg), back(rg), back(c * r - c * g + b)))
    }

    /// The ramp of levels keeps its order, and its neighbours apart, for those who see no red or no green: it lives on
    /// lightness.
    #[test]
    fn the_level_ramp_is_read_without_red_or_green() {
        for (name, palette) in PALETTES {
            for eye in 0..2 {
                let l: Vec<f64> =
                    (0..6).map(|k| without_red_or_green(palette.of(Ink::Level(k)))[eye].luminance()).collect();
                let sign = (l[5] - l[0]).signum();
                assert!(l.windows(2).all(|w| (w[1] - w[0]) * sign > 0.005), "{name}, eye {eye}: {l:?}");
            }
        }
    }

    #[test]
    fn contrast_agrees_with_the_published_extremes() {
        assert!((Rgb(0, 0, 0).contrast(Rgb(255, 255, 255)) - 21.0).abs() < 1e-9);
        assert!((Rgb(9, 9, 9).contrast(Rgb(9, 9, 9)) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn the_level_ramp_moves_one_way_in_lightness() {
        for (_, palette) in PALETTES {
            let l: Vec<f64> = (0..6).map(|k| palette.of(Ink::Level(k)).luminance()).collect();
            let falls = l.windows(2).all(|w| w[0] > w[1]);
            let rises = l.windows(2).all(|w| w[0] < w[1]);
            assert!(falls || rises, "{l:?}");
        }
    }
}
