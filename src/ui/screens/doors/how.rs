//! How the order comes about: every rule with its points, to be switched off and on.

use egui::Ui;

use super::unfold;
use crate::app::Command;
use crate::assessment::Edit;
use crate::assessment::edit::DoorEdit;
use crate::matching::{Doors, Rule};
use crate::report::doors::{rule_help, rule_name, rule_points};
use crate::style::space;
use crate::text::{Language, grouped, t, ta};
use crate::ui::widgets::{Button, Tone, badge, body, card, quiet, switch};

/// Narrower than this the rules stand in one column, in points.
const TWO_COLUMNS: f32 = 560.0;

/// The fold; `open` says whether it is unfolded.
pub(super) fn how(ui: &mut Ui, doors: &Doors, open: &mut bool, language: Language, out: &mut Vec<Command>) {
    card(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::M, space::XS);
            if unfold(ui, Button::quiet(&t(language, "doors-how")), *open) {
                *open = !*open;
            }
            let off = doors.rules_off().count();
            if off > 0 {
                badge(ui, &ta(language, "rules-off", &[("count", off.into())]), Tone::Attention);
                if ui.add(Button::secondary(&t(language, "rules-reset")).small()).clicked() {
                    out.push(Command::Edit(Edit::Door(DoorEdit::AllRules)));
                }
            }
        });
        if !*open {
            return;
        }
        body(ui, &t(language, "doors-how-text"));
        let [medium, strong] = doors.thresholds.map(|points| grouped(language, points));
        let places = [("strong", strong.into()), ("medium", medium.into())];
        quiet(ui, &ta(language, "doors-how-order", &places));
        ui.add_space(space::S);
        if ui.available_width() < TWO_COLUMNS {
            list(ui, &doors.rules, language, out);
            return;
        }
        let (left, right) = doors.rules.split_at(doors.rules.len().div_ceil(2));
        ui.columns(2, |columns| {
            for (ui, rules) in columns.iter_mut().zip([left, right]) {
                list(ui, rules, language, out);
            }
        });
    });
}

fn list(ui: &mut Ui, rules: &[Rule], language: Language, out: &mut Vec<Command>) {
    for rule in rules {
        let help = format!("{} {}", rule_help(rule.id, language), rule_points(rule, language));
        if switch(ui, &rule_name(rule.id, language), &help, rule.on).clicked() {
            out.push(Command::Edit(Edit::Door(DoorEdit::Rule(rule.id.to_owned(), !rule.on))));
        }
        ui.add_space(space::S);
    }
}
