//! Help: how it works, how it is calculated, the words explained, the keys, and what this program is.

use std::sync::OnceLock;

use egui::{Label, Ui};

use crate::app::{Model, actions};
use crate::pack::{Pack, questionnaire::Term};
use crate::style::{space, width};
use crate::text::{Language, capitalised, folded, t, ta};
use crate::ui::widgets::{
    Chip, Rows, TextField, body, card, column, key_cap, page_heading, quiet, section_heading, strong, tight_heading,
};

/// A part of the help.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    #[default]
    How,
    Calculation,
    Glossary,
    Keys,
    About,
}

impl Tab {
    const ALL: [(Self, &'static str); 5] = [
        (Self::How, "help-tab-how"),
        (Self::Calculation, "help-tab-calculation"),
        (Self::Glossary, "help-tab-glossary"),
        (Self::Keys, "help-tab-keys"),
        (Self::About, "help-tab-about"),
    ];
}

/// Chapters of «how it works», by the numbers of their texts.
const HOW: usize = 6;
/// Chapters of «how it is calculated».
const CALCULATION: usize = 11;
/// Keys of the questions, with the key of their words.
const QUESTION_KEYS: [(&str, &str); 14] = [
    ("0 1 2 3 4 5", "key-answer-step"),
    ("N", "key-dont-know"),
    ("X", "key-not-applicable"),
    ("1", "key-yes"),
    ("0", "key-no"),
    ("1 … 9, 0", "key-choose"),
    ("Z", "key-none"),
    ("←", "key-back"),
    ("→", "key-forward"),
    ("?", "key-help"),
    ("E", "key-note"),
    ("L", "key-list"),
    ("Esc", "key-close"),
    ("↑ ↓", "key-between-facts"),
];
/// Keys that every program has.
const COMMON_KEYS: [(&str, &str); 3] =
    [("Tab", "key-focus-next"), ("Shift+Tab", "key-focus-previous"), ("Space", "key-press")];

/// Height of the list of libraries in points, and of a row of it.
const LIBRARIES: f32 = 260.0;
const LIBRARY: f32 = 24.0;

/// State of the screen.
#[derive(Default)]
pub(super) struct Help {
    tab: Tab,
    query: String,
    /// Library the keyboard is on.
    library: Option<usize>,
}

impl Help {
    /// Shows the explanation of a word the next time.
    pub(super) fn show_term(&mut self, term: &Term) {
        self.tab = Tab::Glossary;
        self.query.clone_from(&term.term);
    }

    /// Shows how the figures come about the next time.
    pub(super) fn show_calculation(&mut self) {
        self.tab = Tab::Calculation;
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, model: &Model) {
        let language = model.language;
        column(ui, width::COLUMN, |ui| {
            page_heading(ui, &t(language, "screen-help"));
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
                for (tab, label) in Tab::ALL {
                    if ui.add(Chip::new(&t(language, label)).toggle(self.tab == tab)).clicked() {
                        self.tab = tab;
                    }
                }
            });
            ui.add_space(space::M);
            match self.tab {
                Tab::How => how(ui, language),
                Tab::Calculation => calculation(ui, model.shown_pack(), language),
                Tab::Glossary => self.glossary(ui, model.shown_pack(), language),
                Tab::Keys => keys(ui, language),
                Tab::About => about(ui, &mut self.library, language),
            }
        });
    }

    fn glossary(&mut self, ui: &mut Ui, pack: &Pack, language: Language) {
        let label = t(language, "glossary-search");
        TextField::new(&label).show(ui, &mut self.query);
        ui.add_space(space::S);
        let query = folded(self.query.trim());
        let mut terms: Vec<&Term> = pack.texts(language).glossary.values().collect();
        terms.retain(|term| folded(&term.term).contains(&query) || folded(&term.text).contains(&query));
        terms.sort_by_key(|term| (!folded(&term.term).contains(&query), folded(&term.term)));
        if terms.is_empty() {
            quiet(ui, &t(language, "glossary-none"));
        }
        for term in terms {
            strong(ui, &capitalised(&term.term));
            body(ui, &term.text);
            ui.add_space(space::S);
        }
    }
}

/// Chapters with title and text, by number.
fn chapters(ui: &mut Ui, count: usize, texts: impl Fn(usize) -> (String, String)) {
    for n in 1..=count {
        let (title, text) = texts(n);
        card(ui, |ui| {
            tight_heading(ui, &title);
            body(ui, &text);
        });
        ui.add_space(space::S);
    }
}

fn how(ui: &mut Ui, language: Language) {
    chapters(ui, HOW, |n| (t(language, &format!("help-how-{n}-title")), t(language, &format!("help-how-{n}"))));
}

fn calculation(ui: &mut Ui, pack: &Pack, language: Language) {
    let texts = pack.texts(language);
    let weights: Vec<String> = pack
        .structure
        .dimensions
        .iter()
        .map(|d| format!("{} {}", texts.dimensions[&d.id].short, crate::text::grouped(language, d.weight)))
        .collect();
    let levels: Vec<String> = texts
        .levels
        .iter()
        .zip(&pack.structure.levels)
        .map(|(level, from)| {
            let from = crate::text::grouped(language, *from);
            ta(language, "level-from", &[("name", (&level.name).into()), ("from", from.into())])
        })
        .collect();
    let args = [("weights", weights.join(", ").into()), ("levels", levels.join(", ").into())];
    chapters(ui, CALCULATION, |n| {
        (t(language, &format!("help-calc-{n}-title")), ta(language, &format!("help-calc-{n}"), &args))
    });
}

fn keys(ui: &mut Ui, language: Language) {
    quiet(ui, &t(language, "help-keys-intro"));
    section_heading(ui, &t(language, "help-keys-everywhere"));
    for action in actions::all() {
        if let Some(keys) = action.keys.first() {
            key_row(ui, &keys.shown(), &action.words(language));
        }
    }
    for (keys, label) in COMMON_KEYS {
        key_row(ui, keys, &t(language, label));
    }
    section_heading(ui, &t(language, "help-keys-questions"));
    for (keys, label) in QUESTION_KEYS {
        key_row(ui, keys, &t(language, label));
    }
}

/// Keys, and what they do.
fn key_row(ui: &mut Ui, keys: &str, words: &str) {
    ui.horizontal_top(|ui| {
        ui.scope(|ui| {
            ui.set_width(150.0);
            key_cap(ui, keys);
        });
        body(ui, words);
    });
}

fn about(ui: &mut Ui, chosen: &mut Option<usize>, language: Language) {
    card(ui, |ui| {
        tight_heading(ui, &ta(language, "help-about-version", &[("version", env!("CARGO_PKG_VERSION").into())]));
        body(ui, &t(language, "help-about-what"));
        body(ui, &t(language, "help-about-not"));
    });
    ui.add_space(space::S);
    card(ui, |ui| {
        body(ui, &t(language, "help-about-sources"));
        ui.add_space(space::S);
        body(ui, &t(language, "help-about-licence"));
    });
    ui.add_space(space::S);
    card(ui, |ui| {
        body(ui, &t(language, "help-about-libraries"));
        ui.add_space(space::S);
        let list = libraries();
        let name = t(language, "help-about-list");
        let row = |n: usize| format!("{} · {}", list[n].0, list[n].1);
        Rows::new(&name, list.len(), LIBRARY).height(LIBRARIES).show(ui, chosen, row, |ui, n| {
            ui.add(Label::new(row(n)).truncate());
        });
    });
}

/// The packages the program is made of: name with version, licence.
fn libraries() -> &'static [(String, String)] {
    static LIST: OnceLock<Vec<(String, String)>> = OnceLock::new();
    LIST.get_or_init(|| {
        let mut reader = csv::Reader::from_reader(include_bytes!("../../../assets/licences/crates.csv").as_slice());
        let cell = |row: &csv::StringRecord, n: usize| row.get(n).unwrap_or_default().to_owned();
        reader.records().flatten().map(|row| (format!("{} {}", cell(&row, 0), cell(&row, 1)), cell(&row, 2))).collect()
    })
}
