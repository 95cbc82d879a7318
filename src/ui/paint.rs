//! Paints a [`Drawing`] into the window: scaled to a width, with names on hover and clicks on its spots.

use egui::accesskit::Role;
use egui::epaint::{Mesh, PathShape, PathStroke};
use egui::{
    Align2, Color32, CornerRadius, Id, Painter, Pos2, Rect, Response, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::theme::{self, Face};
use super::widgets::focus_ring;
use crate::report::drawing::{Align, Drawing, Fill, Point, Shape, Stroke, Weight};
use crate::style::{Ink, Palette};

/// What came of showing a drawing.
pub struct Painted {
    /// The drawing as a whole.
    pub response: Response,
    /// Id of the spot that was clicked, or chosen with the keyboard.
    pub clicked: Option<String>,
    /// Id of the spot under the pointer.
    pub hovered: Option<String>,
}

/// Paints a drawing `width` points wide, as high as its proportions ask. With `clickable` its spots can be clicked and
/// reached with the keyboard, one stop for each id; else they only say their names.
pub fn drawing(ui: &mut Ui, drawing: &Drawing, width: f32, clickable: bool) -> Painted {
    let scale = width / drawing.width.max(1.0);
    let response = picture(ui, drawing, width);
    let rect = response.rect;
    let mut out = Painted { response, clicked: None, hovered: None };
    let parent = out.response.id;
    for (k, spot) in drawing.spots.iter().enumerate() {
        let area = Rect::from_min_max(at(rect.min, scale, spot.min), at(rect.min, scale, spot.max));
        // A value and its label may be two areas of one thing: only the first is a stop for the keyboard.
        let first = drawing.spots[..k].iter().all(|other| other.id != spot.id);
        let sense = match (clickable, first) {
            (true, true) => Sense::click(),
            (true, false) => Sense::CLICK,
            (false, _) => Sense::hover(),
        };
        let response = ui.interact(area, spot_id(parent, k), sense);
        if clickable && first {
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spot.label));
        }
        if response.hovered() {
            out.hovered = Some(spot.id.clone());
            if clickable {
                ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
            }
        }
        if response.clicked() {
            out.clicked = Some(spot.id.clone());
        }
        if response.has_focus() {
            focus_ring(ui, area, 4);
            // The keyboard has no hover: its place tells its name at once.
            response.show_tooltip_text(&spot.label);
        }
        if !spot.label.is_empty() && !response.has_focus() {
            response.on_hover_text_at_pointer(&spot.label);
        }
    }
    out
}

/// Paints a drawing without its spots, for a screen that lays something of its own over it.
pub fn picture(ui: &mut Ui, drawing: &Drawing, width: f32) -> Response {
    let scale = width / drawing.width.max(1.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, drawing.height * scale), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &drawing.alt));
    let palette = theme::palette(ui.ctx());
    if ui.is_rect_visible(rect) {
        let canvas = Canvas { painter: ui.painter_at(rect.expand(2.0)), palette, origin: rect.min, scale };
        for shape in &drawing.shapes {
            canvas.shape(shape);
        }
    }
    response
}

fn spot_id(parent: Id, index: usize) -> Id {
    parent.with(("spot", index))
}

fn at(origin: Pos2, scale: f32, point: Point) -> Pos2 {
    pos2(origin.x + point.x * scale, origin.y + point.y * scale)
}

struct Canvas {
    painter: Painter,
    palette: Palette,
    origin: Pos2,
    scale: f32,
}

impl Canvas {
    fn at(&self, point: Point) -> Pos2 {
        at(self.origin, self.scale, point)
    }

    fn ink(&self, ink: Ink) -> Color32 {
        theme::colour(self.palette.of(ink))
    }

    fn fill(&self, fill: Option<Fill>) -> Color32 {
        fill.map_or(Color32::TRANSPARENT, |fill| self.ink(fill.ink).gamma_multiply(fill.opacity))
    }

    fn stroke(&self, stroke: Option<Stroke>) -> egui::Stroke {
        stroke.map_or(egui::Stroke::NONE, |stroke| {
            egui::Stroke::new((stroke.width * self.scale).max(0.5), self.ink(stroke.ink))
        })
    }

    fn shape(&self, shape: &Shape) {
        match shape {
            Shape::Polygon { points, fill, stroke } => {
                let points: Vec<Pos2> = points.iter().map(|p| self.at(*p)).collect();
                if fill.is_some() {
                    self.area(&points, self.fill(*fill));
                }
                if let Some(stroke) = stroke {
                    let closed: Vec<Pos2> = points.iter().chain(points.first()).copied().collect();
                    self.path(&closed, *stroke, true);
                }
            }
            Shape::Line { points, stroke } => {
                let points: Vec<Pos2> = points.iter().map(|p| self.at(*p)).collect();
                self.path(&points, *stroke, false);
            }
            Shape::Circle { centre, radius, fill, stroke } => {
                self.painter.circle(self.at(*centre), radius * self.scale, self.fill(*fill), self.stroke(*stroke));
            }
            Shape::Rect { min, max, radius, fill, stroke } => {
                let rect = Rect::from_min_max(self.at(*min), self.at(*max));
                let radius = CornerRadius::same((radius * self.scale).round().clamp(0.0, 255.0) as u8);
                self.painter.rect(rect, radius, self.fill(*fill), self.stroke(*stroke), StrokeKind::Middle);
            }
            Shape::Text { at, align, size, weight, ink, content } => {
                let face = match weight {
                    Weight::Regular => Face::Regular,
                    Weight::Semibold => Face::Semibold,
                };
                let anchor = match align {
                    Align::Left => Align2::LEFT_CENTER,
                    Align::Centre => Align2::CENTER_CENTER,
                    Align::Right => Align2::RIGHT_CENTER,
                };
                let font = theme::font(face, size * self.scale);
                self.painter.text(self.at(*at), anchor, content, font, self.ink(*ink));
            }
        }
    }

    fn path(&self, points: &[Pos2], stroke: Stroke, closed: bool) {
        let look = self.stroke(Some(stroke));
        match stroke.dash {
            Some((dash, gap)) => {
                self.painter.extend(egui::Shape::dashed_line(points, look, dash * self.scale, gap * self.scale));
            }
            None if closed => {
                let corners = points[..points.len().saturating_sub(1)].to_vec();
                self.painter.add(PathShape::closed_line(corners, PathStroke::from(look)));
            }
            None => {
                self.painter.line(points.to_vec(), look);
            }
        }
    }

    /// Fills a polygon that need not be convex, which egui's own fill would take for granted.
    fn area(&self, points: &[Pos2], color: Color32) {
        let mut mesh = Mesh::default();
        for p in points {
            mesh.colored_vertex(*p, color);
        }
        for [a, b, c] in triangles(points) {
            mesh.add_triangle(a as u32, b as u32, c as u32);
        }
        self.painter.add(egui::Shape::mesh(mesh));
    }
}

/// Cuts a simple polygon into triangles by clipping ears; indices into `points`. Quadratic, for the few corners of a chart.
fn triangles(points: &[Pos2]) -> Vec<[usize; 3]> {
    let cross = |a: Pos2, b: Pos2, c: Pos2| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    let area: f32 = (0..points.len())
        .map(|k| {
            let (a, b) = (points[k], points[(k + 1) % points.len()]);
            a.x * b.y - b.x * a.y
        })
        .sum();
    let turn = if area < 0.0 { -1.0 } else { 1.0 };
    let mut left: Vec<usize> = (0..points.len()).collect();
    let mut out = Vec::new();
    while left.len() > 3 {
        let n = left.len();
        let ear = (0..n).find(|&k| {
            let (i, j, l) = (left[(k + n - 1) % n], left[k], left[(k + 1) % n]);
            let (a, b, c) = (points[i], points[j], points[l]);
            let convex = cross(a, b, c) * turn > 0.0;
            let inside =
                |p: Pos2| cross(a, b, p) * turn >= 0.0 && cross(b, c, p) * turn >= 0.0 && cross(c, a, p) * turn >= 0.0;
            convex && left.iter().all(|&q| [i, j, l].contains(&q) || !inside(points[q]))
        });
        // Without an ear (corners that fall together) any corner serves: its triangle has next to no area.
        let k = ear.unwrap_or(0);
        let n = left.len();
        out.push([left[(k + n - 1) % n], left[k], left[(k + 1) % n]]);
        left.remove(k);
    }
    if let &[a, b, c] = left.as_slice() {
        out.push([a, b, c]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covered(points: &[Pos2]) -> f32 {
        let area = |[a, b, c]: [usize; 3]| {
            let (a, b, c) = (points[a], points[b], points[c]);
            ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).abs() / 2.0
        };
        triangles(points).into_iter().map(area).sum()
    }

    #[test]
    fn triangles_cover_a_hollow_shape_once() {
        // An L of three unit squares, both ways round.
        let mut corner = vec![pos2(0., 0.), pos2(2., 0.), pos2(2., 1.), pos2(1., 1.), pos2(1., 2.), pos2(0., 2.)];
        assert!((covered(&corner) - 3.0).abs() < 1e-6);
        corner.reverse();
        assert!((covered(&corner) - 3.0).abs() < 1e-6);
        assert!(triangles(&corner[..2]).is_empty());
        // An arrowhead that begins at its notch: 6 for the whole triangle less 2 for the notch.
        let arrow = [pos2(0., 1.), pos2(-2., 0.), pos2(0., 3.), pos2(2., 0.)];
        assert!((covered(&arrow) - 4.0).abs() < 1e-6);
    }

    #[test]
    fn a_star_with_corners_at_its_centre_is_cut_too() {
        let star: Vec<Pos2> = (0..8u8)
            .map(|k| {
                let (r, angle) = (if k % 2 == 0 { 10.0 } else { 2.0 }, f32::from(k) * std::f32::consts::FRAC_PI_4);
                pos2(r * angle.sin(), -r * angle.cos())
            })
            .collect();
        // Eight triangles around the centre, each ½·10·2·sin 45°.
        assert!((covered(&star) - 8.0 * 0.5 * 20.0 * std::f32::consts::FRAC_PI_4.sin()).abs() < 1e-3);
        let collapsed = [pos2(0., 0.); 5];
        assert_eq!(triangles(&collapsed).len(), 3);
    }
}
