//! One answer to a question, as a row over the whole width.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, pos2, vec2};

use super::focus_ring;
use crate::style::{self, Ink, size, space};
use crate::ui::icons;
use crate::ui::theme::{self, Face};

const PAD: egui::Vec2 = vec2(16.0, 11.0);
/// Room for the number or the box, left.
const LEAD_ROOM: f32 = 40.0;
/// Between a text and its hint.
const HINT_GAP: f32 = 3.0;
/// Room for the check mark or the key, right.
const TAIL_ROOM: f32 = 36.0;

/// A row to choose an answer with a click, or with Space or Enter where the keyboard is on it. Digits and letters as
/// shortcuts are the screen's business; the row only shows them.
#[must_use = "a row is drawn by `ui.add`"]
pub struct AnswerRow<'a> {
    text: &'a str,
    chosen: bool,
    number: Option<u8>,
    key: Option<&'a str>,
    light: bool,
    several: bool,
    hint: &'a str,
}

impl<'a> AnswerRow<'a> {
    /// A row with the answer's text.
    pub const fn new(text: &'a str, chosen: bool) -> Self {
        Self { text, chosen, number: None, key: None, light: false, several: false, hint: "" }
    }

    /// The number of the step, small, before the text.
    pub const fn number(mut self, number: u8) -> Self {
        self.number = Some(number);
        self
    }

    /// The key that chooses it, faintly at the end.
    pub const fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// A real answer, but lighter: «Non so», «Non ci riguarda».
    pub const fn light(mut self) -> Self {
        self.light = true;
        self
    }

    /// What is meant by it, smaller under the text; empty is none.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// One of several that may hold together: a box to tick instead of one choice.
    pub const fn several(mut self) -> Self {
        self.several = true;
        self
    }
}

impl Widget for AnswerRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui.ctx());
        let of = |ink| theme::colour(palette.of(ink));
        let width = ui.available_width().max(160.0);
        let has_lead = self.number.is_some() || self.several;
        let text_left = if has_lead { PAD.x + LEAD_ROOM } else { PAD.x };
        let room = width - text_left - TAIL_ROOM - PAD.x;
        let ink = if self.light && !self.chosen { Ink::Quiet } else { Ink::Text };
        let galley = theme::lay_out(ui, self.text, theme::font(Face::Regular, size::BODY + 0.5), of(ink), room);
        let hint = (!self.hint.is_empty())
            .then(|| theme::lay_out(ui, self.hint, theme::font(Face::Regular, size::SMALL), of(Ink::Quiet), room));
        let pad_y = if self.light { PAD.y - 3.0 } else { PAD.y };
        let height = galley.size().y + hint.as_ref().map_or(0.0, |hint| hint.size().y + HINT_GAP);
        let (rect, response) = ui.allocate_exact_size(vec2(width, height + 2.0 * pad_y), Sense::click());
        response.widget_info(|| {
            let role = if self.several { Role::CheckBox } else { Role::RadioButton };
            let name = self.number.map_or_else(|| self.text.to_owned(), |number| format!("{number}. {}", self.text));
            WidgetInfo::selected(role, ui.is_enabled(), self.chosen, name)
        });
        if !self.hint.is_empty() {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(self.hint));
        }
        if !ui.is_rect_visible(rect) {
            return response;
        }

        let warm = ui.ctx().animate_bool_responsive(response.id, response.hovered() || response.has_focus());
        let (fill, edge) = if self.chosen {
            (of(Ink::ActionWash), Stroke::new(1.8, of(Ink::Action)))
        } else {
            let ground = if self.light { Ink::Page } else { Ink::Surface };
            let edge = theme::between(&palette, Ink::Line, Ink::Action, warm * 0.8);
            (theme::between(&palette, ground, Ink::ActionWash, warm * 0.45), Stroke::new(1.0, edge))
        };
        ui.painter().rect(rect, CornerRadius::same(style::RADIUS), fill, edge, StrokeKind::Inside);

        // Number, box and key stand beside the first line, where reading begins.
        let first_line = rect.min.y + pad_y + (galley.rows.first().map_or(galley.size().y, |row| row.height())) / 2.0;
        let lead = pos2(rect.min.x + PAD.x + 12.0, first_line);
        if self.several {
            tick_box(ui, lead, self.chosen, warm);
        } else if let Some(number) = self.number {
            let (ground, ink) = if self.chosen { (Ink::Action, Ink::OnAction) } else { (Ink::Sunken, Ink::Quiet) };
            ui.painter().circle_filled(lead, 12.5, of(ground));
            let font = theme::font(Face::Semibold, size::SMALL);
            ui.painter().text(lead, Align2::CENTER_CENTER, number.to_string(), font, of(ink));
        }
        let under = rect.min.y + pad_y + galley.size().y + HINT_GAP;
        ui.painter().galley(pos2(rect.min.x + text_left, rect.min.y + pad_y), galley, of(ink));
        if let Some(hint) = hint {
            ui.painter().galley(pos2(rect.min.x + text_left, under), hint, of(Ink::Quiet));
        }

        let tail = pos2(rect.max.x - PAD.x - 10.0, first_line);
        if self.chosen && !self.several {
            let font = theme::font(Face::Icons, 20.0);
            ui.painter().text(tail, Align2::CENTER_CENTER, icons::CHECK, font, of(Ink::Action));
        } else if let Some(key) = self.key {
            let cap = Rect::from_center_size(tail, vec2(22.0, 20.0));
            let line = Stroke::new(1.0, of(Ink::Line));
            ui.painter().rect_stroke(cap, CornerRadius::same(4), line, StrokeKind::Inside);
            let font = theme::font(Face::Regular, 12.0);
            ui.painter().text(tail, Align2::CENTER_CENTER, key, font, of(Ink::Quiet));
        }
        if response.has_focus() {
            focus_ring(ui, rect, style::RADIUS);
        }
        response
    }
}

/// The box of a row that can be ticked along with others.
fn tick_box(ui: &Ui, centre: egui::Pos2, ticked: bool, warm: f32) {
    let palette = theme::palette(ui.ctx());
    let of = |ink| theme::colour(palette.of(ink));
    let rect = Rect::from_center_size(centre, vec2(space::M + 6.0, space::M + 6.0));
    let radius = CornerRadius::same(5);
    if ticked {
        ui.painter().rect_filled(rect, radius, of(Ink::Action));
        let font = theme::font(Face::Icons, 16.0);
        ui.painter().text(centre, Align2::CENTER_CENTER, icons::CHECK, font, of(Ink::OnAction));
    } else {
        let edge = theme::between(&palette, Ink::Quiet, Ink::Action, warm);
        ui.painter().rect(rect, radius, of(Ink::Surface), Stroke::new(1.2, edge), StrokeKind::Inside);
    }
}
