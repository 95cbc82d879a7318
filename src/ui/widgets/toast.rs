//! A short message at the foot of the window: what was just done, and the way back.

use egui::accesskit::{Live, Role};
use egui::{Align2, Area, Context, CornerRadius, Frame, Id, Margin, Order, RichText, vec2};

use crate::style::{self, Ink, size, space};
use crate::ui::{icons, theme};

/// A message.
pub struct Toast<'a> {
    /// What was done.
    pub text: &'a str,
    /// The one thing that can be done about it («Annulla», «Apri la cartella»).
    pub action: Option<&'a str>,
    /// Name of the close button.
    pub close: &'a str,
}

/// What the user did with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastAnswer {
    /// Nothing yet.
    None,
    /// Pressed the action.
    Action,
    /// Closed it.
    Close,
}

impl Toast<'_> {
    /// Draws it over everything else; how long it stays is the caller's. Read aloud without taking the focus.
    pub fn show(&self, ctx: &Context) -> ToastAnswer {
        let palette = theme::palette(ctx);
        let (ground, ink) = (theme::colour(palette.of(Ink::Text)), theme::colour(palette.of(Ink::Page)));
        let mut answer = ToastAnswer::None;
        let area = Area::new(Id::unique("orienta-toast"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -space::L))
            .fade_in(ctx.global_style().animation_time > 0.0)
            .default_width(560.0);
        area.show(ctx, |ui| {
            Frame::new()
                .fill(ground)
                .corner_radius(CornerRadius::same(style::RADIUS))
                .shadow(ui.visuals().popup_shadow)
                .inner_margin(Margin::symmetric(space::M as i8, space::S as i8))
                .show(ui, |ui| {
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = space::M;
                        // The row's height is known before its first piece, so that all are centred on it.
                        ui.set_min_height(theme::TARGET);
                        let room = (ui.ctx().content_rect().width() - 280.0).clamp(160.0, 420.0);
                        let font = theme::font(theme::Face::Regular, size::BODY);
                        let galley = theme::lay_out(ui, self.text, font, ink, room);
                        let text = ui.label(galley);
                        ui.ctx().accesskit_node_builder(text.id, |node| {
                            node.set_role(Role::Status);
                            node.set_label(self.text);
                            node.set_live(Live::Polite);
                        });
                        let mut press = |label: RichText, name: &str| {
                            let button = egui::Button::new(label.color(ink)).fill(ground);
                            let response = ui.add(button.stroke(egui::Stroke::new(1.0, ink.gamma_multiply(0.5))));
                            response.accessible_name(name).clicked()
                        };
                        if let Some(action) = self.action
                            && press(RichText::new(action).text_style(theme::text::strong()), action)
                        {
                            answer = ToastAnswer::Action;
                        }
                        if press(RichText::new(icons::X).font(theme::font(theme::Face::Icons, 16.0)), self.close) {
                            answer = ToastAnswer::Close;
                        }
                    });
                });
        });
        answer
    }
}
