//! The window: egui around the model. The only folder that knows egui, eframe and rfd.

pub mod emblem;
pub mod icons;
pub mod paint;
pub mod screens;
pub mod services;
pub mod theme;
pub mod widgets;

use egui::{CentralPanel, Context, Frame, Key, Margin, Modifiers, Panel, RichText, ScrollArea, Ui};

use crate::app::{Command, Document, Look, Message, Model, SaveState, Screen, shortcuts};
use crate::style::{self, Ink, Palette, size, space};
use crate::text::{Language, t, ta};
use screens::Screens;
use services::Services;
use widgets::{RailEntry, Toast, ToastAnswer, icon_button};

/// Width of the rail in points.
const RAIL: f32 = 232.0;
/// Side of the window's icon in pixels.
const ICON: u32 = 256;

/// The window's content, with whatever does its errands.
pub struct Window<S> {
    /// What is shown.
    pub model: Model,
    services: S,
    screens: Screens,
    palette: Option<Palette>,
    /// The user has been told that closing loses answers.
    warned: bool,
}

impl<S: Services> Window<S> {
    /// A window over a model.
    pub fn new(model: Model, services: S) -> Self {
        Self { model, services, screens: Screens::default(), palette: None, warned: false }
    }

    /// The services, for tests.
    pub fn services(&mut self) -> &mut S {
        &mut self.services
    }

    /// Applies a command and sets off what it asks for.
    pub fn run(&mut self, command: Command) {
        // Words still being typed belong to the company that is about to be left.
        if matches!(command, Command::New | Command::Sample | Command::Opened(..)) {
            self.flush();
        }
        let (before, document) = (self.model.screen, self.model.document.as_ref().map(Document::id));
        let now = self.services.now();
        for effect in self.model.update(command, &now) {
            self.services.run(effect, self.model.language);
        }
        if self.model.document.as_ref().map(Document::id) != document {
            self.screens = Screens::default();
        }
        if self.model.screen != before {
            self.screens.entered(self.model.screen);
        }
    }

    /// Draws one frame and applies what happened in it.
    pub fn ui(&mut self, ui: &mut Ui) {
        for command in self.services.answers() {
            self.run(command);
        }
        if self.dress(ui.ctx()) {
            // Fonts and text styles are there from the next frame on.
            ui.ctx().request_repaint();
            return;
        }
        let keys = shortcut_commands(ui.ctx());
        let closing = ui.ctx().input(|i| i.viewport().close_requested());
        // A field left with the keyboard on it must not lose its words when the screen changes or the window closes. All
        // this happens before anything is drawn: a field drawn in between would take the earlier words for the latest.
        if closing || !keys.is_empty() {
            self.flush();
        }
        for command in keys {
            self.run(command);
        }
        if closing {
            self.close(ui.ctx());
        }
        let mut commands = Vec::new();
        self.rail(ui, &mut commands);
        let ground = theme::ink(ui.ctx(), Ink::Page);
        self.screens.side(ui, &self.model, &mut commands);
        CentralPanel::default().frame(Frame::new().fill(ground)).show(ui, |ui| {
            ScrollArea::vertical().id_salt(self.model.screen.key()).auto_shrink(false).show(ui, |ui| {
                let margin = if ui.available_width() < 640.0 { space::M } else { space::XL };
                Frame::new().inner_margin(Margin::symmetric(margin as i8, space::L as i8)).show(ui, |ui| {
                    self.screens.show(ui, &self.model, &mut commands);
                });
            });
        });
        self.toast(ui.ctx(), &mut commands);
        for command in commands {
            self.run(command);
        }
    }

    /// Applies the words still being typed.
    fn flush(&mut self) {
        for command in self.screens.flush(&self.model) {
            self.run(command);
        }
    }

    /// The user closes the window: where the last answers could not be saved it stays open once, and says so.
    fn close(&mut self, ctx: &Context) {
        let unsaved = self.model.document.as_ref().is_some_and(|d| matches!(d.saved, SaveState::Failed(_)));
        if unsaved && !self.warned {
            self.warned = true;
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.run(Command::Failed(t(self.model.language, "close-unsaved")));
        }
    }

    /// Waits until everything is on the disk.
    pub fn finish(&mut self) {
        self.flush();
        self.services.finish();
        for command in self.services.answers() {
            self.run(command);
        }
        self.services.finish();
    }

    /// Gives the context fonts and palette; true where something changed, which the frame under way does not see yet.
    pub fn dress(&mut self, ctx: &Context) -> bool {
        let dark = match self.model.settings.look {
            Look::Light => false,
            Look::Dark => true,
            Look::System => ctx.system_theme() == Some(egui::Theme::Dark),
        };
        let palette = if dark { style::DARK } else { style::LIGHT };
        if self.palette != Some(palette) {
            if self.palette.is_none() {
                theme::install_fonts(ctx);
            }
            theme::apply(ctx, &palette, false);
            self.palette = Some(palette);
            return true;
        }
        false
    }

    fn rail(&mut self, ui: &mut Ui, out: &mut Vec<Command>) {
        let language = self.model.language;
        let frame = Frame::new().fill(theme::ink(ui.ctx(), Ink::Sunken)).inner_margin(Margin::same(space::M as i8));
        let panel = Panel::left("rail").exact_size(RAIL).resizable(false).show_separator_line(false).frame(frame);
        panel.show(ui, |ui| {
            ScrollArea::vertical().id_salt("rail").auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                ui.label(RichText::new("Orienta").text_style(theme::text::h2()));
                ui.add_space(space::S);
                for screen in Screen::ALL {
                    self.rail_entry(ui, screen, out);
                }
                if let Some(document) = &self.model.document {
                    ui.add_space(space::M);
                    self.document_state(ui, document, out);
                }
                ui.add_space(space::M);
                ui.horizontal_wrapped(|ui| {
                    for other in Language::all() {
                        let name = other.own_name();
                        if ui.add(widgets::Chip::new(&name).toggle(other == language)).clicked() && other != language {
                            out.push(Command::Language(other));
                        }
                    }
                    let dark = theme::palette(ui.ctx()).dark;
                    let (icon, key, look) = if dark {
                        (icons::SUN, "look-light", Look::Light)
                    } else {
                        (icons::MOON, "look-dark", Look::Dark)
                    };
                    if icon_button(ui, icon, &t(language, key)).clicked() {
                        out.push(Command::Look(look));
                    }
                });
            });
        });
    }

    fn rail_entry(&mut self, ui: &mut Ui, screen: Screen, out: &mut Vec<Command>) {
        let (model, language) = (&self.model, self.model.language);
        let label = format!("screen-{}", screen.key());
        let text = t(language, &label);
        let mut entry = RailEntry::new(screens::icon(screen), &text, model.screen == screen);
        let words;
        if let Some((given, asked)) = self.screens.progress(screen, model) {
            words = ta(language, "progress-short", &[("given", given.into()), ("asked", asked.into())]);
            entry = entry.progress(given as f32 / asked.max(1) as f32, &words);
        }
        let enabled = screen == Screen::Start || model.document.is_some();
        let response = ui.add_enabled(enabled, entry);
        let response = match (enabled, shortcuts::shown_for(&label)) {
            (true, Some(keys)) => response.on_hover_text(keys),
            (false, _) => response.on_disabled_hover_text(t(language, "rail-needs-company")),
            _ => response,
        };
        if response.clicked() {
            out.extend(self.screens.flush(model));
            out.push(Command::Go(screen));
        }
    }

    fn document_state(&self, ui: &mut Ui, document: &crate::app::Document, out: &mut Vec<Command>) {
        let language = self.model.language;
        ui.horizontal(|ui| {
            for (icon, label, command, concerns) in [
                (icons::ARROW_COUNTER_CLOCKWISE, "command-undo", Command::Undo, document.can_undo()),
                (icons::ARROW_CLOCKWISE, "command-redo", Command::Redo, document.can_redo()),
            ] {
                let name = t(language, label);
                let response = ui.add_enabled_ui(concerns.is_some(), |ui| icon_button(ui, icon, &name)).inner;
                let keys = shortcuts::shown_for(label).unwrap_or_default();
                if response.on_hover_text(keys).clicked() {
                    out.push(command);
                }
            }
        });
        let small = |text: String| RichText::new(text).size(size::SMALL).color(theme::ink(ui.ctx(), Ink::Quiet));
        let state = match &document.saved {
            SaveState::Untouched => t(language, "save-untouched"),
            SaveState::Saving => t(language, "save-saving"),
            SaveState::Saved => t(language, "save-saved"),
            SaveState::Failed(_) => t(language, "save-failed"),
        };
        let state = small(state);
        let unnamed = t(language, "unnamed-company");
        let path = document.path.as_ref().map(|p| (small(p.display().to_string()), p.display().to_string()));
        let name = document.assessment().company.name.trim();
        widgets::strong(ui, if name.is_empty() { &unnamed } else { name });
        ui.label(state);
        if let SaveState::Failed(sentence) = &document.saved {
            widgets::notice(ui, widgets::Tone::Danger, icons::WARNING, sentence);
            if ui.add(widgets::Button::secondary(&t(language, "save-again")).small()).clicked() {
                out.push(Command::SaveAgain);
            }
        }
        if let Some((shown, whole)) = path {
            ui.add(egui::Label::new(shown).wrap()).on_hover_text(whole);
        }
    }

    fn toast(&self, ctx: &Context, out: &mut Vec<Command>) {
        let language = self.model.language;
        let (text, shown) = match &self.model.message {
            Some(Message::Done(text, path)) => (text, path.clone()),
            Some(Message::Failed(text)) => (text, None),
            None => return,
        };
        let (show, close) = (t(language, "show-file"), t(language, "close"));
        let toast = Toast { text, action: shown.as_ref().map(|_| show.as_str()), close: &close };
        match toast.show(ctx) {
            ToastAnswer::Action => out.extend(shown.map(Command::Show)),
            ToastAnswer::Close => out.push(Command::Dismiss),
            ToastAnswer::None => {}
        }
    }
}

/// Commands of the keys pressed. In a text field undo and redo belong to the field.
fn shortcut_commands(ctx: &Context) -> Vec<Command> {
    let typing = ctx.text_edit_focused();
    let mut out = Vec::new();
    // egui lets a shortcut without Shift match a key with it, so those with Shift come first.
    let mut list = shortcuts::all();
    list.sort_by_key(|s| !s.shift);
    for shortcut in list {
        let fields_own = matches!(shortcut.command, Command::Undo | Command::Redo);
        let Some(key) = Key::from_name(&shortcut.key.to_string()).filter(|_| !(typing && fields_own)) else { continue };
        let modifiers = if shortcut.shift { Modifiers::COMMAND | Modifiers::SHIFT } else { Modifiers::COMMAND };
        let pressed = ctx.input_mut(|i| i.consume_key(modifiers, key));
        if pressed {
            out.push(shortcut.command);
        }
    }
    out
}

/// Opens the window and runs until it is closed. Where there is no display or no graphics, says so in one sentence with
/// what helps.
#[must_use]
pub fn start() -> std::process::ExitCode {
    start_with(|window| Box::new(window))
}

/// The window's size and name.
#[must_use]
pub fn options() -> eframe::NativeOptions {
    eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_app_id("orienta")
            .with_title("Orienta")
            .with_inner_size([1180.0, 800.0])
            .with_min_inner_size([800.0, 500.0]),
        ..eframe::NativeOptions::default()
    }
}

/// The same as [`start`] with something around the window, so that what is measured is what users get.
#[must_use]
pub fn start_with(
    wrap: impl FnOnce(Window<services::Desktop>) -> Box<dyn eframe::App> + 'static,
) -> std::process::ExitCode {
    let settings = services::load_settings();
    let language = settings.language.as_deref().and_then(Language::from_code).unwrap_or_else(Language::of_system);
    let opened = std::env::args_os().nth(1);
    let mut options = options();
    options.viewport =
        options.viewport.with_icon(egui::IconData { rgba: emblem::rgba(ICON), width: ICON, height: ICON });
    let run = eframe::run_native(
        "Orienta",
        options,
        Box::new(move |creation| {
            let folder = services::documents_folder();
            let today = jiff::ZonedDateTime::now().date();
            let model = Model::new(crate::pack::orientamento(), settings, folder.clone(), today);
            let mut window = Window::new(model, services::Desktop::new(creation.egui_ctx.clone(), folder));
            window.dress(&creation.egui_ctx);
            if let Some(path) = opened {
                window.run(Command::Open(path.into()));
            }
            Ok(wrap(window))
        }),
    );
    match run {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            use std::io::Write as _;
            let sentence = ta(language, "no-window", &[("what", cause(&error.to_string()).into())]);
            // With standard error closed there is nobody left to tell.
            let _ = writeln!(std::io::stderr(), "orienta: {sentence}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// The words of a window system's error without the place in its source, which helps nobody here.
fn cause(error: &str) -> &str {
    let words = error.split_once(".rs:").and_then(|(_, rest)| rest.split_once(": ")).map_or(error, |(_, words)| words);
    words.trim_end_matches('.')
}

impl<S: Services> eframe::App for Window<S> {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        Self::ui(self, ui);
    }

    fn on_exit(&mut self) {
        self.finish();
    }
}
