//! The report's own pages: one large, all of them small.

use std::sync::Arc;
use std::time::Duration;

use egui::accesskit::Role;
use egui::emath::GuiRounding as _;
use egui::{
    Align2, ColorImage, CornerRadius, Frame, Id, Key, Margin, Modifiers, Panel, Rect, ScrollArea, Sense, Stroke,
    StrokeKind, TextureHandle, TextureOptions, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::preview::{Sheet, Step};
use crate::app::{Command, Document, Model};
use crate::report::Picture;
use crate::style::{self, Ink, size, space};
use crate::text::{Language, t, ta};
use crate::ui::theme::{self, Face};
use crate::ui::widgets::{fold, quiet, small_icon_button, tight_heading};
use crate::ui::{icons, widgets};

/// Least room beside the rail at which the pages get a pane of their own, and what the page keeps of it.
const ROOM: f32 = 860.0;
const KEPT: f32 = 470.0;
/// Narrowest and widest pane.
const PANE: (f32, f32) = (390.0, 760.0);
/// Width of a small page in points, and most pixels of it.
const SMALL: f32 = 96.0;
const MOST_SMALL: u32 = 240;
/// Most pixels across a large page.
const MOST_LARGE: u32 = 2000;
/// Room under a small page for its number.
const NUMBER: f32 = 20.0;
/// Least height of the large page in a pane.
const LEAST: f32 = 160.0;
/// Making pages for a shorter time than this, in seconds, is not worth a word.
const SHORT: f64 = 0.6;

/// State of the pages.
#[derive(Default)]
pub(super) struct Preview {
    /// The page looked at, from 0.
    page: usize,
    /// It has just been turned over.
    turned: bool,
    /// On the page it is folded up.
    folded: bool,
    /// Since when pages are being made, in seconds of the window.
    since: Option<f64>,
    small: Vec<Option<Texture>>,
    large: Option<Texture>,
}

/// A picture as the graphics card has it.
struct Texture {
    picture: Arc<Picture>,
    handle: TextureHandle,
}

impl Texture {
    /// The picture's own texture: the one at hand where it is that, else a new one.
    fn of(ui: &Ui, kept: &mut Option<Self>, picture: &Arc<Picture>) -> TextureHandle {
        if let Some(known) = kept.as_ref().filter(|known| Arc::ptr_eq(&known.picture, picture)) {
            return known.handle.clone();
        }
        let size = [picture.width as usize, picture.height as usize];
        let pixels = ColorImage::from_rgba_unmultiplied(size, &picture.rgba);
        let handle = ui.ctx().load_texture("page", pixels, TextureOptions::LINEAR);
        *kept = Some(Self { picture: Arc::clone(picture), handle: handle.clone() });
        handle
    }
}

impl Preview {
    /// Draws the pages in a pane at the right, where there is room for one; false where there is none.
    pub(super) fn beside(&mut self, ui: &mut Ui, model: &Model, document: &Document, out: &mut Vec<Command>) -> bool {
        let room = ui.available_width();
        if room < ROOM || is_empty(document) {
            return false;
        }
        let width = (room - KEPT).clamp(PANE.0, PANE.1);
        let frame = Frame::new()
            .fill(theme::ink(ui.ctx(), Ink::Sunken))
            .inner_margin(Margin::symmetric(space::M as i8, space::M as i8));
        let panel = Panel::right("report_pages").resizable(false).exact_size(width).show_separator_line(false);
        panel.frame(frame).show(ui, |ui| {
            self.head(ui, model, true, out);
            if !self.has_pages(ui, model) {
                return;
            }
            let strip = strip_height(&model.preview.sheets);
            let height = (ui.available_height() - strip - space::S).max(LEAST);
            // Another page begins at its top.
            let area = ScrollArea::vertical().id_salt(("page", self.page)).max_height(height).auto_shrink(false);
            area.show(ui, |ui| self.large(ui, model, out));
            ui.add_space(space::S);
            self.strip(ui, model);
        });
        true
    }

    /// Draws the pages on the page.
    pub(super) fn inside(&mut self, ui: &mut Ui, model: &Model, document: &Document, out: &mut Vec<Command>) {
        if is_empty(document) {
            return;
        }
        let language = model.language;
        let summary = ta(language, "preview-pages", &[("count", model.preview.sheets.len().into())]);
        let mut open = !self.folded;
        fold(ui, &t(language, "preview-title"), &summary, &mut open, |ui| {
            self.head(ui, model, false, out);
            if self.has_pages(ui, model) {
                self.large(ui, model, out);
                ui.add_space(space::XS);
                self.strip(ui, model);
            }
        });
        self.folded = !open;
    }

    /// Page number and the buttons that turn pages, under a title where it has none yet; asks for what is lacking.
    fn head(&mut self, ui: &mut Ui, model: &Model, titled: bool, out: &mut Vec<Command>) {
        let language = model.language;
        let small = ((SMALL * ui.ctx().pixels_per_point()).round() as u32).min(MOST_SMALL);
        wish(ui, model, Step::Look { small }, out);
        let pages = model.preview.sheets.len();
        self.page = self.page.min(pages.saturating_sub(1));
        let mut to = self.page;
        ui.horizontal(|ui| {
            if titled {
                tight_heading(ui, &t(language, "preview-title"));
            }
            self.progress(ui, model, language);
            if pages == 0 {
                return;
            }
            let number = [("page", (self.page + 1).into()), ("pages", pages.into())];
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let next = small_button(ui, icons::CARET_RIGHT, &t(language, "preview-next"), to + 1 < pages);
                quiet(ui, &ta(language, "preview-page", &number));
                let previous = small_button(ui, icons::CARET_LEFT, &t(language, "preview-previous"), to > 0);
                match (previous, next) {
                    (true, _) => to -= 1,
                    (_, true) => to += 1,
                    _ => {}
                }
            });
        });
        if !ui.ctx().text_edit_focused() {
            let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
            if pressed(Key::PageDown) && to + 1 < pages {
                to += 1;
            }
            if pressed(Key::PageUp) {
                to = to.saturating_sub(1);
            }
        }
        self.turn(to);
    }

    fn turn(&mut self, to: usize) {
        self.turned |= to != self.page;
        self.page = to;
    }

    /// That pages are being made, where it takes long; the pages of before stay meanwhile.
    fn progress(&mut self, ui: &mut Ui, model: &Model, language: Language) {
        if !model.preview.is_under_way() {
            self.since = None;
            return;
        }
        let now = ui.input(|i| i.time);
        let since = *self.since.get_or_insert(now);
        if now - since < SHORT {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(SHORT - (now - since)));
        } else {
            quiet(ui, &t(language, "preview-under-way"));
        }
    }

    /// Whether there are pages to look at; where there are none because they could not be made, says so.
    fn has_pages(&self, ui: &mut Ui, model: &Model) -> bool {
        if let Some(sentence) = &model.preview.fault {
            widgets::notice(ui, widgets::Tone::Attention, icons::WARNING, sentence);
            return false;
        }
        !model.preview.sheets.is_empty()
    }

    /// The page looked at, as wide as the room.
    fn large(&mut self, ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
        let Some(sheet) = model.preview.sheets.get(self.page) else { return };
        let ratio = ui.ctx().pixels_per_point();
        let pixels = ((ui.available_width() * ratio).floor() as u32).min(MOST_LARGE);
        wish(ui, model, Step::Turn { page: self.page, width: pixels }, out);
        // A whole number of pixels, on whole pixels: letters stay as sharp as they were painted.
        let width = (pixels as f32 / ratio).min(ui.available_width());
        let height = (width * sheet.size[1] / sheet.size[0].max(1.0)).round_to_pixels(ratio);
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let rect = rect.round_to_pixels(ratio);
        let number = [("page", (self.page + 1).into()), ("pages", model.preview.sheets.len().into())];
        let name = ta(model.language, "preview-page", &number);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        let own = model.preview.large.as_ref().filter(|(page, _)| *page == self.page).map(|(_, picture)| picture);
        let texture = match (own, &sheet.small) {
            (Some(picture), _) => Some(Texture::of(ui, &mut self.large, picture)),
            // Until it is painted large it is there already, if blurred.
            (None, Some(picture)) => self.small.get_mut(self.page).map(|kept| Texture::of(ui, kept, picture)),
            (None, None) => None,
        };
        paint(ui, rect, texture.as_ref(), false);
    }

    /// Every page small, in a row that scrolls.
    fn strip(&mut self, ui: &mut Ui, model: &Model) {
        let sheets = &model.preview.sheets;
        self.small.resize_with(sheets.len(), || None);
        let mut to = self.page;
        let area = ScrollArea::horizontal().id_salt("strip").auto_shrink([false, true]);
        area.show(ui, |ui| {
            let list = ui.scope_id().with("pages");
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                for (page, sheet) in sheets.iter().enumerate() {
                    if self.one(ui, page, sheet, list, model.language) {
                        to = page;
                    }
                }
            });
        });
        self.turned = false;
        self.turn(to);
    }

    /// A small page; true where it was clicked. The keyboard has its own way to turn pages, and stops at none of these.
    fn one(&mut self, ui: &mut Ui, page: usize, sheet: &Sheet, list: Id, language: Language) -> bool {
        let height = small_height(sheet);
        let (room, _) = ui.allocate_exact_size(vec2(SMALL, height + NUMBER), Sense::hover());
        let response = ui.interact(room, list.with(page), Sense::CLICK);
        let chosen = page == self.page;
        let name = ta(language, "preview-small", &[("page", (page + 1).into())]);
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &name));
        if chosen && self.turned {
            ui.scroll_to_rect(room.expand2(vec2(SMALL, 0.0)), None);
        }
        if ui.is_rect_visible(room) {
            let texture = sheet.small.as_ref().map(|picture| Texture::of(ui, &mut self.small[page], picture));
            let rect = Rect::from_min_size(room.min, vec2(SMALL, height)).round_to_pixels(ui.pixels_per_point());
            paint(ui, rect.shrink(2.0), texture.as_ref(), chosen);
            let (face, ink) = if chosen { (Face::Semibold, Ink::Text) } else { (Face::Regular, Ink::Quiet) };
            let at = pos2(room.center().x, room.max.y - NUMBER / 2.0);
            let font = theme::font(face, size::SMALL);
            // Half a number at the edge would be another number.
            if ui.clip_rect().x_range().shrink(NUMBER / 2.0).contains(at.x) {
                ui.painter().text(at, Align2::CENTER_CENTER, page + 1, font, theme::ink(ui.ctx(), ink));
            }
        }
        response.clicked()
    }
}

/// Whether there is nothing to make a report of.
fn is_empty(document: &Document) -> bool {
    document.evaluation().scores.progress.given == 0
}

/// Asks for something that is lacking, and sees to it that the answer is shown.
fn wish(ui: &Ui, model: &Model, step: Step, out: &mut Vec<Command>) {
    if model.preview_wants(&step) {
        out.push(Command::Preview(step));
        ui.ctx().request_repaint();
    }
}

fn small_button(ui: &mut Ui, icon: &str, name: &str, possible: bool) -> bool {
    ui.add_enabled_ui(possible, |ui| small_icon_button(ui, icon, name)).inner.clicked()
}

fn small_height(sheet: &Sheet) -> f32 {
    (SMALL * sheet.size[1] / sheet.size[0].max(1.0)).round()
}

/// Height of the row of small pages.
fn strip_height(sheets: &[Sheet]) -> f32 {
    sheets.iter().map(small_height).fold(0.0, f32::max) + NUMBER + space::M
}

/// A page, white until it has come; the one chosen has a frame.
fn paint(ui: &Ui, rect: Rect, texture: Option<&TextureHandle>, chosen: bool) {
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    match texture {
        Some(texture) => {
            ui.painter().image(texture.id(), rect, whole, egui::Color32::WHITE);
        }
        None => {
            let white = theme::colour(style::PAPER.of(Ink::Page));
            ui.painter().rect_filled(rect, CornerRadius::ZERO, white);
        }
    }
    let (width, ink) = if chosen { (2.5, Ink::Action) } else { (1.0, Ink::Line) };
    let edge = Stroke::new(width, theme::ink(ui.ctx(), ink));
    ui.painter().rect_stroke(rect, CornerRadius::ZERO, edge, StrokeKind::Outside);
}
