//! The card that asks what stands behind the answers that weigh most.

use egui::Ui;

use super::lines::{Answer, DIGITS, Line};
use super::{Card, Questions};
use crate::app::{Command, Document};
use crate::assessment::{DOCUMENTED, Edit, State, Value};
use crate::pack::{Item, ItemKind};
use crate::report::words;
use crate::style::space;
use crate::text::{Language, capitalised, t, ta};
use crate::ui::screens::items;
use crate::ui::widgets::{lead, quiet};

/// How many answers are asked about.
const ASKED: usize = 10;
/// From this step on an answer says something that could be shown.
const FROM_STEP: f64 = 3.0;

/// The core ladders answered from step 3 upwards, those that weigh most first.
pub(super) fn wanted(document: &Document) -> Vec<&'static Item> {
    let pack = document.pack();
    let weight = |item: &Item| pack.dimension_of(&item.id).map_or(0.0, |d| d.weight / d.subdimensions.len() as f64);
    let mut list: Vec<&'static Item> = pack
        .structure
        .items
        .iter()
        .filter(|i| i.kind == ItemKind::Ladder && pack.dimension_of(&i.id).is_some())
        .filter(|i| matches!(items::state(document, &i.id), State::Answered(Value::Number(v)) if *v >= FROM_STEP))
        .collect();
    list.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    list.truncate(ASKED);
    list
}

/// How many of the card's answers are backed by something, and how many there are.
pub(super) fn backed(document: &Document, shown: &Card) -> (usize, usize) {
    let backed = shown.items.iter().filter(|i| items::answer(document, &i.id).is_some_and(|a| a.evidence > 0)).count();
    (backed, shown.items.len())
}

impl Questions {
    /// A line an answer: what it says, what could show it, and how well it is backed.
    pub(super) fn evidence(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        shown: &Card,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        lead(ui, &t(language, "evidence-lead"));
        ui.add_space(space::S);
        if shown.items.is_empty() {
            quiet(ui, &t(language, "evidence-none"));
        }
        let grade = |item: &Item| items::answer(document, &item.id).map_or(0, |a| a.evidence);
        let line = |item: &&'static Item| {
            let text = document.pack().item_text(language, &item.id);
            let answer = words::answer_text(document.pack(), &document.evaluation().sheet, item, language);
            let proof = ta(language, "evidence-proof", &[("proof", (&text.proof).into())]);
            Line {
                title: text.name.clone(),
                hint: if text.proof.is_empty() { answer } else { format!("{answer}\n{proof}") },
                answers: (0..=DOCUMENTED)
                    .zip(DIGITS)
                    .map(|(g, key)| Answer {
                        label: capitalised(&t(language, &format!("evidence-{g}"))),
                        key,
                        chosen: grade(item) == g,
                    })
                    .collect(),
            }
        };
        let lines: Vec<Line> = shown.items.iter().map(line).collect();
        if let Some((at, answer)) = self.lines(ui, &lines) {
            let item = shown.items[at].id.clone();
            out.push(Command::Edit(Edit::Evidence { item, grade: u8::try_from(answer).unwrap_or(DOCUMENTED) }));
        }
    }
}
