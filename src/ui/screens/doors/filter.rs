//! Which cards are wanted: by kind, by strength, by words.

use std::collections::BTreeSet;

use egui::Ui;

use crate::matching::{Card, Doors, Strength};
use crate::report::doors::full_name;
use crate::style::space;
use crate::text::{Language, folded, t};
use crate::ui::widgets::{Chip, TextField};

/// Lists that are found under one chip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shelf {
    Clusters,
    Centres,
    S3,
    Training,
    Services,
    Universities,
    Its,
}

impl Shelf {
    const ALL: [Self; 7] =
        [Self::Clusters, Self::Centres, Self::S3, Self::Training, Self::Services, Self::Universities, Self::Its];

    fn label(self, language: Language) -> String {
        match self {
            Self::Clusters => t(language, "filter-clusters"),
            Self::Centres => t(language, "filter-centres"),
            Self::S3 => t(language, "filter-s3"),
            Self::Training => t(language, "filter-training"),
            Self::Services => t(language, "filter-services"),
            Self::Universities => t(language, "filter-universities"),
            Self::Its => t(language, "filter-its"),
        }
    }

    const fn lists(self) -> &'static [&'static str] {
        match self {
            Self::Clusters => &["clusters", "other_clusters"],
            Self::Centres => &["competence_centres", "axes"],
            Self::S3 => &["s3_areas", "ecosystems"],
            Self::Training => &["training"],
            Self::Services => &["services", "past_services"],
            Self::Universities => &["universities"],
            Self::Its => &["its_academies"],
        }
    }
}

/// What is looked for.
#[derive(Default)]
pub(super) struct Filter {
    query: String,
    shelves: BTreeSet<Shelf>,
    strong: bool,
}

/// What the filter leaves of the doors; the lists that are no recommendations count where words are looked for.
pub(super) struct Shown<'a> {
    lists: Vec<(&'static str, Vec<&'a Card>)>,
    /// Cards shown.
    pub(super) count: usize,
    /// Cards there are.
    pub(super) all: usize,
}

impl<'a> Shown<'a> {
    /// What is left of a list.
    pub(super) fn list(&self, id: &str) -> &[&'a Card] {
        self.lists.iter().find(|(known, _)| *known == id).map_or(&[], |(_, cards)| cards)
    }
}

impl Filter {
    /// Whether anything is left out.
    pub(super) fn is_on(&self) -> bool {
        self.is_searching() || self.strong || !self.shelves.is_empty()
    }

    /// Whether words are looked for: then what is folded otherwise is shown too.
    pub(super) fn is_searching(&self) -> bool {
        !self.query.trim().is_empty()
    }

    /// The fields.
    pub(super) fn ui(&mut self, ui: &mut Ui, doors: &Doors, language: Language) {
        let (label, help) = (t(language, "doors-search"), t(language, "doors-search-help"));
        TextField::new(&label).help(&help).show(ui, &mut self.query);
        ui.add_space(space::XS);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
            for shelf in Shelf::ALL {
                let on = self.shelves.contains(&shelf);
                let filled = doors.groups().iter().any(|(id, cards)| !cards.is_empty() && shelf.lists().contains(id));
                if (filled || on) && ui.add(Chip::new(&shelf.label(language)).toggle(on)).clicked() {
                    if on {
                        self.shelves.remove(&shelf);
                    } else {
                        self.shelves.insert(shelf);
                    }
                }
            }
            if ui.add(Chip::new(&t(language, "filter-strong")).toggle(self.strong)).clicked() {
                self.strong = !self.strong;
            }
        });
    }

    /// The cards that are wanted.
    pub(super) fn shown<'a>(&self, doors: &'a Doors) -> Shown<'a> {
        let words: Vec<String> = folded(&self.query).split_whitespace().map(str::to_owned).collect();
        let mut shown = Shown { lists: Vec::new(), count: 0, all: 0 };
        for (id, cards) in doors.groups() {
            let wanted: Vec<&Card> = if self.takes(id) {
                cards.iter().filter(|card| self.is_strong_enough(card) && has(card, &words)).collect()
            } else {
                Vec::new()
            };
            if self.is_searching() || !matches!(id, "other_clusters" | "past_services") {
                shown.count += wanted.len();
                shown.all += cards.len();
            }
            shown.lists.push((id, wanted));
        }
        shown
    }

    fn takes(&self, list: &str) -> bool {
        self.shelves.is_empty() || self.shelves.iter().any(|shelf| shelf.lists().contains(&list))
    }

    /// What the company keeps in front is wanted, however strong.
    fn is_strong_enough(&self, card: &Card) -> bool {
        !self.strong || card.pinned.is_some() || card.strength >= Some(Strength::Medium)
    }
}

/// Whether a card has all these words, begun anywhere: in its name, in what it does, where it is or why it is there.
fn has(card: &Card, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut text = format!("{} {}", full_name(card), card.what);
    let reasons = card.reasons.iter().map(|reason| &reason.text);
    for part in card.place.iter().chain(&card.website).chain(&card.pinned).chain(reasons) {
        text.push(' ');
        text.push_str(part);
    }
    let text = folded(&text);
    words.iter().all(|word| text.contains(word.as_str()))
}
