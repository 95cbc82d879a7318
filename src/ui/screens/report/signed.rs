//! Who signs: name, contacts, colour, logo and words of the house, kept on this computer and shared as a file.

use egui::accesskit::Role;
use egui::{
    Align, Color32, ColorImage, CornerRadius, Layout, Rect, Sense, Stroke, StrokeKind, TextureFilter, TextureHandle,
    TextureOptions, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::app::brand::Step;
use crate::app::{Command, House, Model};
use crate::report::Picture;
use crate::report::brand::{Brand, CONTRAST, colour, contrast, readable};
use crate::style::{Ink, PAPER, Rgb, space};
use crate::text::{Language, decimal, t, ta};
use crate::ui::screens::items::Draft;
use crate::ui::widgets::{Button, TextField, quiet, strong};
use crate::ui::{icons, theme};

/// Width of the colour's field in points.
const COLOUR: f32 = 130.0;
/// Largest size of the logo in points.
const LOGO: egui::Vec2 = vec2(180.0, 72.0);
/// The program's own colour, from which the choice of one begins.
const FIRST: Rgb = Rgb(0x0b, 0x5a, 0x66);

/// State of the card.
#[derive(Default)]
pub(super) struct Signed {
    name: Draft,
    contacts: Draft,
    cover: Draft,
    /// A colour written that is not the brand's, or not yet.
    colour: Option<String>,
    /// It is being written or picked.
    choosing: bool,
    /// The logo of which brand.
    logo: Option<(u64, TextureHandle)>,
}

/// Whose report it is, in a line.
pub(super) fn summary(model: &Model) -> String {
    let brand = &model.house().brand;
    let name = brand.name.trim();
    match name.is_empty() {
        true if *brand == Brand::default() => t(model.language, "brand-none"),
        true => t(model.language, "brand-unnamed"),
        false => name.to_owned(),
    }
}

fn change(brand: Brand) -> Command {
    Command::Brand(Step::Change(Box::new(brand)))
}

/// Lines of contacts without those that are empty.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// What is wrong with a brand in one of its places, as sentences.
fn fault(brand: &Brand, place: &str, language: Language) -> Option<String> {
    brand.faults(language).into_iter().find(|notice| notice.place == place).map(|notice| notice.message)
}

impl Signed {
    pub(super) fn ui(&mut self, ui: &mut Ui, model: &Model, out: &mut Vec<Command>) {
        let language = model.language;
        let House { brand, logo } = model.house();
        quiet(ui, &t(language, "brand-lead"));
        ui.add_space(space::XS);
        self.words(ui, brand, language, out);
        ui.add_space(space::S);
        self.colour(ui, brand, language, out);
        ui.add_space(space::S);
        self.logo(ui, logo.as_ref(), model, out);
        ui.add_space(space::S);
        quiet(ui, &t(language, "brand-kept"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            let something = *brand != Brand::default();
            let label = t(language, "brand-save");
            let save = Button::secondary(&label).icon(icons::DOWNLOAD).small().enabled(something);
            if ui.add(save).clicked() {
                out.extend(self.flush(model));
                out.push(Command::Brand(Step::Save));
            }
            if ui.add(Button::secondary(&t(language, "brand-open")).icon(icons::FOLDER_OPEN).small()).clicked() {
                out.push(Command::Brand(Step::PickFile));
            }
        });
    }

    /// Name, contacts, words for the cover.
    fn words(&mut self, ui: &mut Ui, brand: &Brand, language: Language, out: &mut Vec<Command>) {
        let typed = Brand { name: self.name.text().to_owned(), ..brand.clone() };
        let wrong = fault(&typed, "name", language);
        let (label, help) = (t(language, "brand-name"), t(language, "brand-name-help"));
        let field = TextField::new(&label).help(&help).error(wrong.as_deref());
        if let Some(name) = self.name.field(ui, field, &brand.name) {
            match fault(&Brand { name: name.clone(), ..brand.clone() }, "name", language) {
                Some(_) => self.name.keep(),
                None => out.push(change(Brand { name, ..brand.clone() })),
            }
        }
        ui.add_space(space::XS);
        let typed = Brand { contacts: lines(self.contacts.text()), ..brand.clone() };
        let wrong = fault(&typed, "contacts", language);
        let (label, help) = (t(language, "brand-contacts"), t(language, "brand-contacts-help"));
        let field = TextField::new(&label).help(&help).rows(3).error(wrong.as_deref());
        if let Some(text) = self.contacts.field(ui, field, &brand.contacts.join("\n")) {
            let typed = Brand { contacts: lines(&text), ..brand.clone() };
            match fault(&typed, "contacts", language) {
                Some(_) => self.contacts.keep(),
                None => out.push(change(typed)),
            }
        }
        ui.add_space(space::XS);
        let (label, help) = (t(language, "brand-cover"), t(language, "brand-cover-help"));
        let field = TextField::new(&label).help(&help).rows(2);
        if let Some(cover) = self.cover.field(ui, field, &brand.cover) {
            out.push(change(Brand { cover, ..brand.clone() }));
        }
    }

    /// A colour as digits or picked; one that is too pale waits until it is taken darker.
    fn colour(&mut self, ui: &mut Ui, brand: &Brand, language: Language, out: &mut Vec<Command>) {
        let current = brand.colour.clone().unwrap_or_default();
        let mut text = self.colour.clone().unwrap_or_else(|| current.clone());
        let found = colour(&text);
        let pale = found.filter(|rgb| contrast(*rgb) < CONTRAST);
        let wrong = match (found, pale) {
            _ if self.choosing || text.trim().is_empty() => None,
            (None, _) => Some(ta(language, "brand-colour", &[("colour", text.trim().into())])),
            (_, Some(rgb)) => {
                let places = [
                    ("colour", rgb.hex().into()),
                    ("contrast", decimal(language, contrast(rgb), &[CONTRAST]).into()),
                    ("better", readable(rgb).hex().into()),
                ];
                Some(ta(language, "brand-pale", &places))
            }
            (Some(_), None) => None,
        };
        let (label, help) = (t(language, "brand-colour-label"), t(language, "brand-colour-help"));
        let field = TextField::new(&label).help(&help).width(COLOUR).error(wrong.as_deref());
        let response = field.show(ui, &mut text);
        if response.changed() {
            self.colour = Some(text.clone());
        }
        let Rgb(r, g, b) = found.unwrap_or(FIRST);
        let mut picked = [r, g, b];
        // Beside the field, whose error stands below it.
        let at =
            Rect::from_min_size(response.rect.right_top() + vec2(space::S, 0.0), vec2(56.0, response.rect.height()));
        let layout = Layout::left_to_right(Align::Center);
        let mut beside = ui.new_child(UiBuilder::new().id_salt("picker").max_rect(at).layout(layout));
        let picker = beside.color_edit_button_srgb(&mut picked);
        ui.ctx().accesskit_node_builder(picker.id, |node| node.set_label(t(language, "brand-colour-pick")));
        if picker.changed() {
            self.colour = Some(Rgb(picked[0], picked[1], picked[2]).hex());
        }
        // As long as somebody writes or moves the hand nothing is decided.
        self.choosing = response.has_focus() || ui.input(|i| i.pointer.any_down());
        if let Some(rgb) = pale.filter(|_| !self.choosing) {
            let better = readable(rgb).hex();
            let label = ta(language, "brand-colour-take", &[("better", better.as_str().into())]);
            if ui.add(Button::secondary(&label).small()).clicked() {
                self.colour = None;
                out.push(change(Brand { colour: Some(better), ..brand.clone() }));
            }
        }
        if !self.choosing {
            out.extend(self.take_colour(brand));
        }
    }

    /// The colour written, where it can be used; else it stays in its field.
    fn take_colour(&mut self, brand: &Brand) -> Option<Command> {
        let text = self.colour.as_ref()?.trim();
        let wanted = match colour(text) {
            None if text.is_empty() => None,
            Some(rgb) if contrast(rgb) >= CONTRAST => Some(rgb.hex()),
            _ => return None,
        };
        self.colour = None;
        (wanted != brand.colour).then(|| change(Brand { colour: wanted, ..brand.clone() }))
    }

    /// The logo, and another one.
    fn logo(&mut self, ui: &mut Ui, logo: Option<&Picture>, model: &Model, out: &mut Vec<Command>) {
        let language = model.language;
        strong(ui, &t(language, "brand-logo"));
        quiet(ui, &t(language, "brand-logo-help"));
        match logo {
            None => self.logo = None,
            Some(picture) => {
                if self.logo.as_ref().is_none_or(|(of, _)| *of != model.brand_revision()) {
                    self.logo = Some((model.brand_revision(), texture(ui, picture)));
                }
                if let Some((_, texture)) = &self.logo {
                    show_logo(ui, picture, texture, &t(language, "brand-logo"));
                }
            }
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            if ui.add(Button::secondary(&t(language, "brand-logo-pick")).icon(icons::UPLOAD).small()).clicked() {
                out.push(Command::Brand(Step::PickLogo));
            }
            let away = t(language, "brand-logo-remove");
            if logo.is_some() && ui.add(Button::quiet(&away).icon(icons::TRASH).small()).clicked() {
                out.push(Command::Brand(Step::NoLogo));
            }
        });
    }

    /// Words still being typed, as commands; all in one, for each would put the earlier ones of the others back.
    pub(super) fn flush(&mut self, model: &Model) -> Vec<Command> {
        let before = &model.house().brand;
        let mut brand = before.clone();
        if let Some(name) = self.name.take(&before.name) {
            brand.name = name;
        }
        if let Some(contacts) = self.contacts.take(&before.contacts.join("\n")) {
            brand.contacts = lines(&contacts);
        }
        if let Some(cover) = self.cover.take(&before.cover) {
            brand.cover = cover;
        }
        if let Some(text) = self.colour.take() {
            match colour(&text) {
                None if text.trim().is_empty() => brand.colour = None,
                Some(rgb) if contrast(rgb) >= CONTRAST => brand.colour = Some(rgb.hex()),
                // What cannot be used is lost with the page it was written on.
                _ => {}
            }
        }
        if brand == *before || !brand.faults(model.language).is_empty() { Vec::new() } else { vec![change(brand)] }
    }
}

/// A logo as the graphics card has it, no larger than it is shown on the sharpest screen.
fn texture(ui: &Ui, picture: &Picture) -> TextureHandle {
    let size = [picture.width as usize, picture.height as usize];
    let pixels = ColorImage::from_rgba_unmultiplied(size, &picture.rgba);
    ui.ctx().load_texture("logo", pixels, TextureOptions::LINEAR.with_mipmap_mode(Some(TextureFilter::Linear)))
}

/// A logo on paper, for it may be black on nothing.
fn show_logo(ui: &mut Ui, picture: &Picture, texture: &TextureHandle, name: &str) {
    let size = vec2(picture.width as f32, picture.height as f32);
    let scale = (LOGO.x / size.x.max(1.0)).min(LOGO.y / size.y.max(1.0)).min(1.0);
    let (rect, response) = ui.allocate_exact_size(size * scale + vec2(space::M, space::M), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let white = theme::colour(PAPER.of(Ink::Page));
    let edge = Stroke::new(1.0, theme::ink(ui.ctx(), Ink::Line));
    ui.painter().rect(rect, CornerRadius::same(4), white, edge, StrokeKind::Inside);
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    ui.painter().image(texture.id(), rect.shrink(space::S), whole, Color32::WHITE);
}
