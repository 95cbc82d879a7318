//! The window: egui around the model. The only folder that knows egui, eframe and rfd.

mod command_palette;
pub mod emblem;
pub mod icons;
mod message;
pub mod paint;
mod picker;
mod rail;
pub mod screens;
pub mod services;
pub mod theme;
pub mod widgets;

use egui::accesskit::Role;
use egui::{
    Align2, CentralPanel, Context, CornerRadius, EventFilter, Frame, Id, Key, LayerId, Margin, Modifiers, Order,
    ScrollArea, Stroke, StrokeKind, Ui,
};

use crate::app::{Command, Document, Look, Model, SaveState, actions, item_of};
use crate::style::{self, Ink, Palette, size, space};
use crate::text::{Language, t, ta};
use command_palette::CommandPalette;
use message::WorkStrip;
use picker::PickerView;
use screens::Screens;
use services::Services;

/// Side of the window's icon in pixels.
const ICON: u32 = 256;

/// How everything looks at the moment.
#[derive(Clone, Copy, PartialEq)]
struct Dress {
    palette: Palette,
    still: bool,
    zoom: f32,
}

/// The window's content, with whatever does its errands.
pub struct Window<S> {
    /// What is shown.
    pub model: Model,
    services: S,
    screens: Screens,
    palette_box: CommandPalette,
    work: WorkStrip,
    dress: Option<Dress>,
    /// The screen has changed: the keyboard begins anew.
    entered: bool,
    /// What had the keyboard in the last frame.
    focus: Option<Id>,
    picker: PickerView,
    /// The user has been told that closing loses answers.
    warned: bool,
}

impl<S: Services> Window<S> {
    /// A window over a model.
    pub fn new(model: Model, services: S) -> Self {
        Self {
            model,
            services,
            screens: Screens::default(),
            palette_box: CommandPalette::default(),
            work: WorkStrip::default(),
            dress: None,
            entered: false,
            focus: None,
            picker: PickerView::default(),
            warned: false,
        }
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
        let step = match (&command, &self.model.document) {
            (Command::Undo, Some(document)) => document.can_undo().and_then(item_of).map(str::to_owned),
            (Command::Redo, Some(document)) => document.can_redo().and_then(item_of).map(str::to_owned),
            _ => None,
        };
        for effect in self.model.update(command, &now) {
            self.services.run(effect, self.model.language);
        }
        if self.model.document.as_ref().map(Document::id) != document {
            self.screens = Screens::default();
        }
        if self.model.screen != before {
            self.screens.entered(self.model.screen);
            self.entered = true;
        }
        // Where questions are shown, the one that has just changed comes into view.
        if let (Some(item), Some(document)) = (step, &self.model.document) {
            self.screens.show_item(document, &item);
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
        let mut commands = Vec::new();
        self.picker.ui(ui, &self.model, &mut commands);
        let keys = key_commands(ui.ctx(), &self.model);
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
        rail::rail(ui, &self.model, &mut self.screens, &mut commands);
        let ground = theme::ink(ui.ctx(), Ink::Page);
        self.work.ui(ui, &self.model, &mut commands);
        message::message(ui, &self.model, &mut commands);
        self.screens.side(ui, &self.model, &mut commands);
        CentralPanel::default().frame(Frame::new().fill(ground)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            self.page(ui);
            let room = ui.available_height() - self.screens.foot_height();
            ScrollArea::vertical().id_salt(self.model.screen.key()).max_height(room).auto_shrink(false).show(
                ui,
                |ui| {
                    let margin = theme::page_margin(ui);
                    Frame::new().inner_margin(Margin::symmetric(margin as i8, space::L as i8)).show(ui, |ui| {
                        ui.spacing_mut().item_spacing.y = space::S;
                        self.screens.show(ui, &self.model, &mut commands);
                        follow_focus(ui, &mut self.focus);
                    });
                },
            );
            self.screens.foot(ui, &self.model, &mut commands);
        });
        self.palette_box.show(ui.ctx(), &self.model, &mut self.screens, &mut commands);
        drop_target(ui.ctx(), &self.model, &mut commands);
        // What lies over the page has taken its own Escape by now.
        if self.model.message.is_some() && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
            commands.push(Command::Dismiss);
        }
        for command in commands {
            self.run(command);
        }
    }

    /// A stop for the keyboard before the first thing of the page: a screen just entered begins there, not in the rail it
    /// was called from, and a screen reader says which screen it is.
    fn page(&mut self, ui: &Ui) {
        let line = egui::Rect::from_min_size(ui.max_rect().min, egui::vec2(ui.available_width(), 1.0));
        let page = ui.interact(line, page_id(), egui::Sense::focusable_noninteractive());
        let name = t(self.model.language, &format!("screen-{}", self.model.screen.key()));
        page.widget_info(|| egui::WidgetInfo::labeled(Role::Main, true, &name));
        if std::mem::take(&mut self.entered) {
            page.request_focus();
        }
        if page.has_focus() {
            // Arrows are the screen's; they must not jump to whatever lies near the page's upper edge.
            let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|m| m.set_focus_lock_filter(page.id, arrows));
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

    /// Gives the context fonts, palette and size; true where something changed, which the frame under way does not see
    /// yet.
    pub fn dress(&mut self, ctx: &Context) -> bool {
        let settings = &self.model.settings;
        let of_system = || match (self.model.system_look, ctx.system_theme()) {
            (Some(look), _) => look,
            (None, Some(egui::Theme::Dark)) => Look::Dark,
            (None, _) => Look::Light,
        };
        let palette = match if settings.look == Look::System { of_system() } else { settings.look } {
            Look::Light | Look::System => style::LIGHT,
            Look::Dark => style::DARK,
            Look::HighContrast => style::HIGH_CONTRAST,
        };
        let dress = Dress { palette, still: settings.still, zoom: settings.zoom };
        if self.dress == Some(dress) {
            return false;
        }
        if self.dress.is_none() {
            theme::install_fonts(ctx);
            // The sizes are ours, so that they are remembered and shown in the settings.
            ctx.options_mut(|options| options.zoom_with_keyboard = false);
        }
        theme::apply(ctx, &palette, settings.still);
        ctx.set_zoom_factor(settings.zoom);
        self.dress = Some(dress);
        true
    }
}

/// Id of the page as a whole.
fn page_id() -> Id {
    Id::unique("orienta-page")
}

/// Whether the keyboard is on nothing that does something with keys of its own.
fn keyboard_is_free(ctx: &Context) -> bool {
    ctx.memory(|m| m.focused().is_none_or(|id| id == page_id()))
}

/// Scrolls the page to what has just got the keyboard, where that is out of view.
fn follow_focus(ui: &Ui, last: &mut Option<Id>) {
    let focus = ui.memory(|m| m.focused());
    if focus == *last {
        return;
    }
    *last = focus;
    let Some(response) = focus.filter(|id| *id != page_id()).and_then(|id| ui.ctx().read_response(id)) else { return };
    // What stands beside or under the page is always in view; of the page itself the part in view is less than the whole.
    let on_page = ui.max_rect().x_range().contains(response.rect.center().x);
    if on_page && response.interact_rect != response.rect {
        ui.scroll_to_rect(response.rect.expand2(egui::vec2(0.0, space::L)), None);
    }
}

/// Commands of the keys pressed. In a text field undo and redo belong to the field.
fn key_commands(ctx: &Context, model: &Model) -> Vec<Command> {
    let typing = ctx.text_edit_focused();
    let mut out = Vec::new();
    let mut list: Vec<_> = actions::fixed().iter().flat_map(|a| a.keys.iter().map(move |k| (k, a))).collect();
    // egui lets a shortcut without Shift match a key with it, so those with Shift come first.
    list.sort_by_key(|(keys, _)| !keys.shift);
    for (keys, action) in list {
        let fields_own = matches!(action.command, Command::Undo | Command::Redo);
        let Some(key) = Key::from_name(keys.key).filter(|_| !(typing && fields_own)) else { continue };
        let mut modifiers = if keys.command { Modifiers::COMMAND } else { Modifiers::NONE };
        modifiers.shift = keys.shift;
        let pressed = ctx.input_mut(|i| i.consume_key(modifiers, key));
        if pressed && action.possible(model) {
            out.push(action.command.clone());
        }
    }
    out
}

/// A file dropped anywhere is opened; while one hangs over the window, the window says so.
fn drop_target(ctx: &Context, model: &Model, out: &mut Vec<Command>) {
    for file in ctx.input(|i| i.raw.dropped_files.clone()) {
        out.push(Command::Open(file.path().to_path_buf()));
    }
    if ctx.input(|i| i.raw.hovered_files.is_empty()) {
        return;
    }
    let palette = theme::palette(ctx);
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("orienta-drop")));
    let room = ctx.content_rect();
    painter.rect_filled(room, CornerRadius::ZERO, theme::colour(palette.of(Ink::Page)).gamma_multiply(0.85));
    let edge = Stroke::new(3.0, theme::colour(palette.of(Ink::Action)));
    let frame = room.shrink(space::L);
    painter.rect_stroke(frame, CornerRadius::same(style::RADIUS), edge, StrokeKind::Inside);
    let font = theme::font(theme::Face::Semibold, size::H2);
    let ink = theme::colour(palette.of(Ink::Text));
    painter.text(room.center(), Align2::CENTER_CENTER, t(model.language, "drop-here"), font, ink);
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
            .with_min_inner_size([420.0, 360.0]),
        ..eframe::NativeOptions::default()
    }
}

/// The same as [`start`] with something around the window, so that what is measured is what users get.
#[must_use]
pub fn start_with(
    wrap: impl FnOnce(Window<services::Desktop>) -> Box<dyn eframe::App> + 'static,
) -> std::process::ExitCode {
    // Before the settings are looked at, which may name one of them.
    let mut faults = services::load_own_content();
    let settings = services::load_settings();
    let language = settings.language.as_deref().and_then(Language::from_code).unwrap_or_else(Language::of_system);
    faults.extend(services::load_region(language));
    let (house, brand_faults) = services::load_house(language);
    faults.extend(brand_faults);
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
            let mut model = Model::new(crate::pack::orientamento(), settings, folder.clone(), today);
            model.take_house(house);
            let mut window = Window::new(model, services::Desktop::new(creation.egui_ctx.clone(), folder));
            window.dress(&creation.egui_ctx);
            if !faults.is_empty() {
                window.run(Command::Failed(faults.join("\n")));
            }
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

    /// Only the window's size and place are kept, which eframe does by itself; how a screen was scrolled is not.
    fn persist_egui_memory(&self) -> bool {
        false
    }
}
