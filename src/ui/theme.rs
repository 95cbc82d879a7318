//! The look of the window: the tokens of [`crate::style`] turned into egui's style, fonts and colours, in this one place.

use std::sync::Arc;

use egui::epaint::Shadow;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Galley, Id, Margin, Stroke, Style,
    TextStyle, Theme, Ui, Visuals, vec2,
};

use super::icons;
use crate::style::{self, Ink, Palette, Rgb, elevation, size, space};

/// Least height of anything that can be clicked, in points.
pub const TARGET: f32 = 40.0;

/// The typefaces by name, for [`font`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Body text.
    Regular,
    /// Headings and emphasis.
    Semibold,
    /// Quotations and foreign words.
    Italic,
    /// The icon font.
    Icons,
}

impl Face {
    /// The family's name in egui.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Semibold => "semibold",
            Self::Italic => "italic",
            Self::Icons => "icons",
        }
    }
}

/// A typeface at a size in points.
#[must_use]
pub fn font(face: Face, size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(face.name().into()))
}

/// Gives the context the program's fonts. Once, at the start: egui rebuilds its glyphs each time.
pub fn install_fonts(ctx: &Context) {
    let mut fonts = FontDefinitions::default();
    // egui's own fonts stay behind as the last resort for letters of other scripts in company names.
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let faces = [
        (Face::Regular, style::fonts::REGULAR),
        (Face::Semibold, style::fonts::SEMIBOLD),
        (Face::Italic, style::fonts::ITALIC),
        (Face::Icons, icons::FONT),
    ];
    let mut chain = |first: Face| {
        let mut names = vec![first.name().to_owned()];
        names.extend([Face::Regular, Face::Icons].iter().filter(|f| **f != first).map(|f| f.name().to_owned()));
        names.extend(fallback.iter().cloned());
        fonts.families.insert(FontFamily::Name(first.name().into()), names.clone());
        names
    };
    let body = chain(Face::Regular);
    for face in [Face::Semibold, Face::Italic, Face::Icons] {
        chain(face);
    }
    for (face, bytes) in faces {
        fonts.font_data.insert(face.name().to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    fonts.families.insert(FontFamily::Proportional, body);
    ctx.set_fonts(fonts);
}

/// Gives the context a palette, and no movement where `still` is set. To be called at the start and whenever one of the
/// two changes.
pub fn apply(ctx: &Context, palette: &Palette, still: bool) {
    let theme = if palette.dark { Theme::Dark } else { Theme::Light };
    ctx.set_theme(theme);
    // Both of egui's slots get it: the system's preference must never bring a style without our text styles up.
    let style = Arc::new(egui_style(palette, still));
    ctx.set_style_of(Theme::Light, style.clone());
    ctx.set_style_of(Theme::Dark, style);
    ctx.data_mut(|data| data.insert_temp(palette_id(), *palette));
}

fn palette_id() -> Id {
    Id::unique("orienta-palette")
}

/// The palette given with [`apply`]; before that the light one.
#[must_use]
pub fn palette(ctx: &Context) -> Palette {
    ctx.data(|data| data.get_temp(palette_id())).unwrap_or(style::LIGHT)
}

/// The colour of a role on the screen.
#[must_use]
pub fn ink(ctx: &Context, ink: Ink) -> Color32 {
    colour(palette(ctx).of(ink))
}

/// A token colour as egui's.
#[must_use]
pub const fn colour(Rgb(r, g, b): Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}

/// Text styles beyond egui's own, for `RichText::text_style`.
pub mod text {
    use egui::TextStyle;

    /// Lead sentences, the question in focus.
    #[must_use]
    pub fn lead() -> TextStyle {
        TextStyle::Name("lead".into())
    }

    /// A question.
    #[must_use]
    pub fn question() -> TextStyle {
        TextStyle::Name("question".into())
    }

    /// Headings inside a page.
    #[must_use]
    pub fn h2() -> TextStyle {
        TextStyle::Name("h2".into())
    }

    /// A number that is the message.
    #[must_use]
    pub fn number() -> TextStyle {
        TextStyle::Name("number".into())
    }

    /// Emphasis at body size.
    #[must_use]
    pub fn strong() -> TextStyle {
        TextStyle::Name("strong".into())
    }
}

/// Distance of two lines of text in points: roomy for reading, tighter for headings. egui's own labels set lines as tight
/// as the font allows; texts to be read get this one.
#[must_use]
pub fn line_height(size: f32) -> f32 {
    let leading = if size > size::LEAD { 1.3 } else { 1.46 };
    (size * leading).round()
}

/// Lays out a text for painting by hand: broken at `width` points, inside words where nothing else helps.
#[must_use]
pub fn lay_out(ui: &Ui, text: &str, font_id: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let line_height = Some(line_height(font_id.size));
    let mut job =
        LayoutJob::single_section(text.to_owned(), TextFormat { font_id, color, line_height, ..Default::default() });
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

/// Room left and right of the page's contents, in points: less in a narrow window.
#[must_use]
pub fn page_margin(ui: &Ui) -> f32 {
    if ui.available_width() < 640.0 { space::M } else { space::XL }
}

/// The shadow of a card; a dark ground shows none and high contrast wants none, there the card's edge does the work.
#[must_use]
pub fn card_shadow(palette: &Palette) -> Shadow {
    if palette.dark || palette.high_contrast {
        return Shadow::NONE;
    }
    let (down, blur, opacity) = elevation::CARD;
    Shadow { offset: [0, down], blur, spread: 0, color: Color32::from_rgba_unmultiplied(0x3a, 0x33, 0x26, opacity) }
}

/// The edge of a card.
#[must_use]
pub fn card_edge(palette: &Palette) -> Stroke {
    let line = colour(palette.of(Ink::Line));
    Stroke::new(1.0, if palette.dark || palette.high_contrast { line } else { line.gamma_multiply(0.6) })
}

/// A mix of two roles, `share` 0..=1 of the second; for hover states, which are too many to name each.
#[must_use]
pub fn between(palette: &Palette, first: Ink, second: Ink, share: f32) -> Color32 {
    let (Rgb(r0, g0, b0), Rgb(r1, g1, b1)) = (palette.of(first), palette.of(second));
    let mix = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share.clamp(0.0, 1.0)).round() as u8;
    Color32::from_rgb(mix(r0, r1), mix(g0, g1), mix(b0, b1))
}

/// egui's whole style from a palette.
#[must_use]
pub fn egui_style(palette: &Palette, still: bool) -> Style {
    let mut out = Style { visuals: visuals(palette), ..Style::default() };
    out.text_styles = [
        (TextStyle::Small, font(Face::Regular, size::SMALL)),
        (TextStyle::Body, font(Face::Regular, size::BODY)),
        (TextStyle::Button, font(Face::Regular, size::BODY)),
        (TextStyle::Monospace, FontId::monospace(size::SMALL)),
        (TextStyle::Heading, font(Face::Semibold, size::H1)),
        (text::question(), font(Face::Semibold, size::QUESTION)),
        (text::h2(), font(Face::Semibold, size::H2)),
        (text::lead(), font(Face::Regular, size::LEAD)),
        (text::number(), font(Face::Semibold, size::NUMBER)),
        (text::strong(), font(Face::Semibold, size::BODY)),
    ]
    .into();
    out.drag_value_text_style = TextStyle::Body;
    out.animation_time = if still { 0.0 } else { style::MOTION };
    if still {
        out.scroll_animation = egui::style::ScrollAnimation::none();
        out.visuals.text_cursor.blink = false;
    }
    out.explanation_tooltips = false;
    out.compact_menu_style = false;

    let spacing = &mut out.spacing;
    spacing.item_spacing = vec2(space::S, space::S);
    spacing.button_padding = vec2(14.0, 8.0);
    // Also the least height of a row of labels, so not TARGET; what can be clicked gets its height from its padding.
    spacing.interact_size = vec2(TARGET, 24.0);
    spacing.window_margin = Margin::same(space::L as i8);
    spacing.menu_margin = Margin::same(space::S as i8);
    spacing.icon_width = 20.0;
    spacing.icon_width_inner = 12.0;
    spacing.icon_spacing = space::S;
    spacing.indent = space::L;
    spacing.combo_width = 160.0;
    spacing.combo_height = 320.0;
    spacing.text_edit_width = 320.0;
    spacing.tooltip_width = 360.0;
    spacing.menu_width = 320.0;
    spacing.slider_width = 220.0;
    spacing.scroll.bar_width = 9.0;
    spacing.scroll.floating_width = 5.0;
    spacing.scroll.foreground_color = false;

    out.interaction.tooltip_delay = 0.3;
    out.interaction.selectable_labels = true;
    out.interaction.show_tooltips_only_when_still = true;
    out
}

fn visuals(palette: &Palette) -> Visuals {
    let of = |ink| colour(palette.of(ink));
    let radius = CornerRadius::same(style::RADIUS);
    let mut out = if palette.dark { Visuals::dark() } else { Visuals::light() };
    let line = Stroke::new(1.0, of(Ink::Line));
    // A field's edge must be seen without its fill (WCAG 1.4.11): half-way to the caption colour.
    let field = Stroke::new(1.0, between(palette, Ink::Line, Ink::Quiet, 0.6));
    let focus = Stroke::new(2.0, of(Ink::Action));

    let states = [
        (&mut out.widgets.noninteractive, of(Ink::Surface), of(Ink::Surface), line, of(Ink::Text)),
        (&mut out.widgets.inactive, of(Ink::Surface), of(Ink::Surface), field, of(Ink::Text)),
        (&mut out.widgets.hovered, of(Ink::Sunken), of(Ink::Sunken), Stroke::new(1.0, of(Ink::Action)), of(Ink::Text)),
        (&mut out.widgets.active, of(Ink::ActionWash), of(Ink::ActionWash), focus, of(Ink::Text)),
        (&mut out.widgets.open, of(Ink::Sunken), of(Ink::Sunken), Stroke::new(1.0, of(Ink::Action)), of(Ink::Text)),
    ];
    for (state, bg_fill, weak_bg_fill, bg_stroke, text) in states {
        state.bg_fill = bg_fill;
        state.weak_bg_fill = weak_bg_fill;
        state.bg_stroke = bg_stroke;
        state.fg_stroke = Stroke::new(1.5, text);
        state.corner_radius = radius;
        state.expansion = 0.0;
    }
    out.selection.bg_fill = of(Ink::ActionWash);
    out.selection.stroke = focus;
    out.hyperlink_color = of(Ink::Action);
    out.weak_text_color = Some(of(Ink::Quiet));
    out.faint_bg_color = of(Ink::Sunken);
    out.extreme_bg_color = of(Ink::Sunken);
    out.text_edit_bg_color = Some(of(Ink::Surface));
    out.code_bg_color = of(Ink::Sunken);
    out.warn_fg_color = of(Ink::Attention);
    out.error_fg_color = of(Ink::Danger);
    out.panel_fill = of(Ink::Page);
    out.window_fill = of(Ink::Surface);
    out.window_stroke = card_edge(palette);
    out.window_corner_radius = CornerRadius::same(style::RADIUS + 4);
    out.menu_corner_radius = radius;
    let lift = |(down, blur, opacity): (i8, u8, u8)| Shadow {
        offset: [0, down],
        blur,
        spread: 0,
        // On dark ground a shadow must be three times as dense to be seen.
        color: Color32::from_black_alpha(if palette.dark { opacity * 3 } else { opacity }),
    };
    out.window_shadow = lift(elevation::MODAL);
    out.popup_shadow = lift(elevation::MENU);
    out.text_cursor.stroke = Stroke::new(2.0, of(Ink::Action));
    out.interact_cursor = Some(egui::CursorIcon::PointingHand);
    out.indent_has_left_vline = false;
    out.striped = false;
    out.slider_trailing_fill = true;
    // What cannot be pressed is said in words too; with high contrast it must stay readable.
    out.disabled_alpha = if palette.high_contrast { 0.75 } else { 0.55 };
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::{DARK, HIGH_CONTRAST, LIGHT};

    #[test]
    fn the_palette_reaches_the_context_and_back() {
        for palette in [LIGHT, DARK, HIGH_CONTRAST] {
            let ctx = Context::default();
            apply(&ctx, &palette, false);
            assert_eq!(super::palette(&ctx), palette);
            assert_eq!(
                ctx.style_of(if palette.dark { Theme::Dark } else { Theme::Light }).visuals.dark_mode,
                palette.dark
            );
            assert_eq!(ink(&ctx, Ink::Page), colour(palette.of(Ink::Page)));
        }
    }

    #[test]
    fn nothing_moves_when_stillness_is_asked_for() {
        let still = egui_style(&LIGHT, true);
        assert_eq!(still.animation_time, 0.0);
        assert!(!still.visuals.text_cursor.blink);
        assert!(egui_style(&LIGHT, false).animation_time > 0.0);
    }

    #[test]
    fn a_mix_ends_at_its_two_colours() {
        assert_eq!(between(&LIGHT, Ink::Line, Ink::Quiet, 0.0), colour(LIGHT.of(Ink::Line)));
        assert_eq!(between(&LIGHT, Ink::Line, Ink::Quiet, 1.0), colour(LIGHT.of(Ink::Quiet)));
    }

    #[test]
    fn edges_of_fields_stand_out_from_their_ground() {
        for palette in [LIGHT, DARK, HIGH_CONTRAST] {
            let edge = visuals(&palette).widgets.inactive.bg_stroke.color;
            let edge = Rgb(edge.r(), edge.g(), edge.b());
            let ratio = edge.contrast(palette.of(Ink::Surface));
            assert!(ratio >= 3.0, "contrast {ratio:.2} (WCAG 1.4.11 asks for 3)");
        }
    }
}
