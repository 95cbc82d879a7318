//! Entries of rails: a step of the way, a section of the questionnaire.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rect, Response, Sense, Ui, Widget, WidgetInfo, pos2, vec2};

use super::{focus_ring, progress_ring};
use crate::style::{self, Ink, size, space};
use crate::ui::icons;
use crate::ui::theme::{self, Face, TARGET};

/// An entry with icon, name and how far the step is.
#[must_use = "an entry is drawn by `ui.add`"]
pub struct RailEntry<'a> {
    icon: &'a str,
    text: &'a str,
    selected: bool,
    progress: Option<(f32, &'a str)>,
    folded: bool,
    inner: bool,
    keys: &'a str,
}

impl<'a> RailEntry<'a> {
    /// An entry.
    pub const fn new(icon: &'a str, text: &'a str, selected: bool) -> Self {
        Self { icon, text, selected, progress: None, folded: false, inner: false, keys: "" }
    }

    /// The keys that lead there, for hover.
    pub const fn keys(mut self, keys: &'a str) -> Self {
        self.keys = keys;
        self
    }

    /// Only the icon, its name on hover: for a rail without room for words.
    pub const fn folded(mut self, folded: bool) -> Self {
        self.folded = folded;
        self
    }

    /// Part of the entry above it: smaller, and set in.
    pub const fn inner(mut self, inner: bool) -> Self {
        self.inner = inner;
        self
    }

    /// How far the step is, 0..=1, and the same in words for hover and screen readers; done shows a check mark.
    pub const fn progress(mut self, share: f32, words: &'a str) -> Self {
        self.progress = Some((share, words));
        self
    }
}

impl Widget for RailEntry<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui.ctx());
        let of = |ink| theme::colour(palette.of(ink));
        let width = ui.available_width();
        const TAIL: f32 = 38.0;
        const INSET: f32 = 16.0;
        let inset = if self.inner && !self.folded { INSET } else { 0.0 };
        let lead = 46.0 + inset - if self.inner { space::XS } else { 0.0 };
        let (text_size, icon_size) = if self.inner { (size::SMALL + 1.0, 16.0) } else { (size::BODY, 20.0) };
        let face = if self.selected { Face::Semibold } else { Face::Regular };
        let tail = if self.progress.is_some() { TAIL } else { space::S };
        let room = (width - lead - tail).max(40.0);
        let name =
            (!self.folded).then(|| theme::lay_out(ui, self.text, theme::font(face, text_size), of(Ink::Text), room));
        let least = if self.inner { TARGET - 6.0 } else { TARGET + 2.0 };
        let height = name.as_ref().map_or(0.0, |n| n.size().y + 2.0 * space::S).max(least);
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
        response.widget_info(|| {
            let name = match self.progress {
                Some((_, words)) => format!("{}, {words}", self.text),
                None => self.text.to_owned(),
            };
            WidgetInfo::selected(Role::Tab, ui.is_enabled(), self.selected, name)
        });
        if ui.is_rect_visible(rect) {
            let warm = ui.ctx().animate_bool_responsive(response.id, response.hovered() || response.has_focus());
            let radius = CornerRadius::same(style::RADIUS);
            if self.selected {
                ui.painter().rect_filled(rect, radius, of(Ink::ActionWash));
                let bar = Rect::from_min_size(rect.min + vec2(0.0, 9.0), vec2(3.5, height - 18.0));
                ui.painter().rect_filled(bar, CornerRadius::same(2), of(Ink::Action));
            } else {
                let hover = theme::between(&palette, Ink::Sunken, Ink::Line, 0.7).gamma_multiply(warm);
                ui.painter().rect_filled(rect, radius, hover);
            }
            let ink = if self.selected { Ink::Action } else { Ink::Quiet };
            let middle = rect.center().y;
            let font = theme::font(Face::Icons, icon_size);
            let x = if self.folded { rect.center().x } else { rect.min.x + 24.0 + inset };
            ui.painter().text(pos2(x, middle), Align2::CENTER_CENTER, self.icon, font, of(ink));
            if let Some(name) = name {
                ui.painter().galley(pos2(rect.min.x + lead, middle - name.size().y / 2.0), name, of(Ink::Text));
            }
            let end = pos2(rect.max.x - 20.0, middle);
            match self.progress.filter(|_| !self.folded) {
                Some((share, _)) if share >= 1.0 => {
                    let font = theme::font(Face::Icons, 20.0);
                    ui.painter().text(end, Align2::CENTER_CENTER, icons::CHECK_CIRCLE, font, of(Ink::Action));
                }
                Some((share, _)) => progress_ring(ui, end, 7.5, share),
                None => {}
            }
            if response.has_focus() {
                focus_ring(ui, rect.shrink(2.0), style::RADIUS);
            }
        }
        let name = if self.folded { self.text } else { "" };
        let progress = self.progress.map_or("", |(_, words)| words);
        let told: Vec<&str> = [name, progress, self.keys].into_iter().filter(|words| !words.is_empty()).collect();
        if told.is_empty() { response } else { response.on_hover_text(told.join(" · ")) }
    }
}

/// A section of the questionnaire beside its cards: smaller than a step of the way, with a ring before its name.
#[must_use = "an entry is drawn by `ui.add`"]
pub struct SectionEntry<'a> {
    /// Name.
    pub text: &'a str,
    /// The card shown belongs to it.
    pub here: bool,
    /// How far it is, 0..=1.
    pub share: f32,
    /// The same in words.
    pub words: &'a str,
}

impl Widget for SectionEntry<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        const LEAD: f32 = 32.0;
        let palette = theme::palette(ui.ctx());
        let of = |ink| theme::colour(palette.of(ink));
        let width = ui.available_width();
        let (face, ink) = if self.here { (Face::Semibold, Ink::Text) } else { (Face::Regular, Ink::Quiet) };
        let font = theme::font(face, size::SMALL + 1.0);
        let name = theme::lay_out(ui, self.text, font, of(ink), width - LEAD - space::S);
        let height = (name.size().y + space::S + space::XS).max(34.0);
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
        response.widget_info(|| {
            let name = format!("{}, {}", self.text, self.words);
            WidgetInfo::selected(Role::Tab, ui.is_enabled(), self.here, name)
        });
        if ui.is_rect_visible(rect) {
            let warm = ui.ctx().animate_bool_responsive(response.id, response.hovered() || response.has_focus());
            let radius = CornerRadius::same(style::RADIUS);
            if self.here {
                ui.painter().rect_filled(rect, radius, of(Ink::ActionWash));
            } else {
                ui.painter().rect_filled(rect, radius, of(Ink::Sunken).gamma_multiply(warm));
            }
            let mark = pos2(rect.min.x + LEAD / 2.0 + 1.0, rect.center().y);
            if self.share >= 1.0 {
                let font = theme::font(Face::Icons, 17.0);
                ui.painter().text(mark, Align2::CENTER_CENTER, icons::CHECK_CIRCLE, font, of(Ink::Action));
            } else {
                progress_ring(ui, mark, 6.0, self.share);
            }
            ui.painter().galley(pos2(rect.min.x + LEAD, rect.center().y - name.size().y / 2.0), name, of(ink));
            if response.has_focus() {
                focus_ring(ui, rect.shrink(2.0), style::RADIUS);
            }
        }
        response.on_hover_text(self.words)
    }
}
