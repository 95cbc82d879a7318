//! The command palette: everything that can be done, found by typing a few letters.

use egui::accesskit::Role;
use egui::{
    Align2, Context, CornerRadius, Id, Key, Modal, Modifiers, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::icons;
use super::screens::{self, Screens};
use super::theme::{self, Face};
use super::widgets::{TextField, quiet};
use crate::app::{Command, Model, actions};
use crate::style::{self, Ink, size, space};
use crate::text::{folded, t, ta};

/// Widest box in points.
const WIDTH: f32 = 560.0;
/// Height of a row in points.
const ROW: f32 = 40.0;
/// Most entries offered at a time; whoever has not found it by then types another letter.
const SHOWN: usize = 40;

/// State of the palette.
#[derive(Default)]
pub(super) struct CommandPalette {
    query: String,
    chosen: usize,
    open: bool,
}

/// What an entry leads to.
enum Goal {
    Command(Command),
    Question(String),
    Term(String),
}

struct Entry {
    icon: &'static str,
    words: String,
    keys: String,
    goal: Goal,
}

fn entries(model: &Model) -> Vec<Entry> {
    let language = model.language;
    let mut out: Vec<Entry> = actions::all()
        .into_iter()
        .filter(|a| a.possible(model) && a.command != Command::Palette)
        .map(|a| Entry {
            icon: match a.command {
                Command::Go(screen) => screens::icon(screen),
                _ => icons::CARET_RIGHT,
            },
            words: a.words(language),
            keys: a.keys.first().map(|k| k.shown()).unwrap_or_default(),
            goal: Goal::Command(a.command),
        })
        .collect();
    if let Some(document) = &model.document {
        let pack = document.pack();
        for item in screens::asked(document) {
            // Every process is asked the same four questions: its name tells them apart.
            let question = if item.cell.is_some() {
                pack.item_name(language, item, document.evaluation().sheet.sector())
            } else {
                pack.item_text(language, &item.id).question.clone()
            };
            out.push(Entry {
                icon: icons::QUESTION,
                words: ta(language, "palette-question", &[("question", question.into())]),
                keys: String::new(),
                goal: Goal::Question(item.id.clone()),
            });
        }
    }
    for recent in model.settings.recent.iter().filter(|r| !r.name.is_empty()) {
        out.push(Entry {
            icon: icons::FOLDER_OPEN,
            words: ta(language, "palette-recent", &[("name", (&recent.name).into())]),
            keys: String::new(),
            goal: Goal::Command(Command::Open(recent.path.clone())),
        });
    }
    for (id, term) in &model.shown_pack().texts(language).glossary {
        out.push(Entry {
            icon: icons::BOOK_OPEN,
            words: ta(language, "palette-term", &[("term", (&term.term).into())]),
            keys: String::new(),
            goal: Goal::Term(id.clone()),
        });
    }
    out
}

/// Those entries that hold every word of the query, those that begin with it first.
fn found(entries: Vec<Entry>, query: &str) -> Vec<Entry> {
    let query = folded(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut hits: Vec<(bool, Entry)> = entries
        .into_iter()
        .filter_map(|e| {
            let text = folded(&e.words);
            words.iter().all(|w| text.contains(w)).then(|| (!text.starts_with(query.trim()), e))
        })
        .collect();
    hits.sort_by_key(|(later, _)| *later);
    hits.truncate(SHOWN);
    hits.into_iter().map(|(_, e)| e).collect()
}

impl CommandPalette {
    /// Draws the palette while the model has it open.
    pub(super) fn show(&mut self, ctx: &Context, model: &Model, screens: &mut Screens, out: &mut Vec<Command>) {
        if !model.palette {
            self.open = false;
            return;
        }
        let fresh = !self.open;
        if fresh {
            *self = Self { open: true, ..Self::default() };
        }
        let language = model.language;
        let entries = found(entries(model), &self.query);
        let (down, up, enter) = ctx.input_mut(|i| {
            let mut pressed = |key| i.consume_key(Modifiers::NONE, key);
            (pressed(Key::ArrowDown), pressed(Key::ArrowUp), pressed(Key::Enter))
        });
        let last = entries.len().saturating_sub(1);
        self.chosen = self.chosen.min(last);
        if down {
            self.chosen = if self.chosen == last { 0 } else { self.chosen + 1 };
        }
        if up {
            self.chosen = if self.chosen == 0 { last } else { self.chosen - 1 };
        }
        let mut called = enter.then_some(self.chosen);
        let area = Modal::default_area(Id::unique("command-palette"))
            .anchor(Align2::CENTER_TOP, vec2(0.0, (ctx.content_rect().height() * 0.1).min(90.0)));
        let modal = Modal::new(Id::unique("command-palette")).area(area).show(ctx, |ui| {
            let room = ctx.content_rect().size() - vec2(2.0 * space::XL, 2.0 * space::XL);
            ui.set_width(WIDTH.min(room.x));
            let label = t(language, "palette-label");
            let field = TextField::new(&label).focus(fresh).show(ui, &mut self.query);
            if field.changed() {
                self.chosen = 0;
            }
            ui.add_space(space::XS);
            if entries.is_empty() {
                quiet(ui, &t(language, "palette-none"));
            }
            ScrollArea::vertical().max_height((room.y - 160.0).clamp(2.0 * ROW, 9.0 * ROW)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                for (n, entry) in entries.iter().enumerate() {
                    if row(ui, entry, n == self.chosen, (up || down) && n == self.chosen) {
                        called = Some(n);
                    }
                }
            });
            quiet(ui, &t(language, "palette-keys"));
        });
        if let Some(entry) = called.and_then(|n| entries.into_iter().nth(n)) {
            out.push(Command::Palette);
            match entry.goal {
                Goal::Command(command) => out.push(command),
                Goal::Question(id) => out.extend(screens.go_to_question(model, &id)),
                Goal::Term(id) => out.extend(screens.go_to_term(model, &id)),
            }
        } else if modal.should_close() {
            out.push(Command::Palette);
        }
    }
}

/// One entry; true where it was clicked.
fn row(ui: &mut Ui, entry: &Entry, chosen: bool, scroll: bool) -> bool {
    let palette = theme::palette(ui.ctx());
    let of = |ink| theme::colour(palette.of(ink));
    let width = ui.available_width();
    const LEAD: f32 = 40.0;
    let keys = theme::lay_out(ui, &entry.keys, theme::font(Face::Regular, size::SMALL), of(Ink::Quiet), width / 2.0);
    let room = width - LEAD - keys.size().x - 3.0 * space::S;
    let words = theme::lay_out(ui, &entry.words, theme::font(Face::Regular, size::BODY), of(Ink::Text), room);
    let height = (words.size().y + 2.0 * space::S).max(ROW);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &entry.words));
    if scroll {
        response.scroll_to_me(None);
    }
    if ui.is_rect_visible(rect) {
        let ground = if chosen || response.hovered() { of(Ink::ActionWash) } else { of(Ink::Surface) };
        ui.painter().rect_filled(rect, CornerRadius::same(style::RADIUS), ground);
        let middle = rect.center().y;
        let font = theme::font(Face::Icons, 18.0);
        let icon = pos2(rect.min.x + LEAD / 2.0, middle);
        ui.painter().text(icon, Align2::CENTER_CENTER, entry.icon, font, of(Ink::Action));
        ui.painter().galley(pos2(rect.min.x + LEAD, middle - words.size().y / 2.0), words, of(Ink::Text));
        let end = Rect::from_min_max(pos2(rect.max.x - space::S - keys.size().x, middle), rect.max).min;
        ui.painter().galley(end - vec2(0.0, keys.size().y / 2.0), keys, of(Ink::Quiet));
    }
    response.clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_query_counts_and_beginnings_come_first() {
        let entry = |words: &str| Entry {
            icon: icons::QUESTION,
            words: words.into(),
            keys: String::new(),
            goal: Goal::Command(Command::Undo),
        };
        let list = || vec![entry("Apri la qualità"), entry("Qualità dei dati"), entry("Dati e analisi")];
        let words = |query: &str| found(list(), query).into_iter().map(|e| e.words).collect::<Vec<_>>();
        assert_eq!(words("qualita"), ["Qualità dei dati", "Apri la qualità"]);
        assert_eq!(words("dati qual"), ["Qualità dei dati"]);
        assert_eq!(words("  "), ["Apri la qualità", "Qualità dei dati", "Dati e analisi"]);
        assert!(words("zz").is_empty());
    }
}
