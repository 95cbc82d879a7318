//! What measures that are done propose for the answers: confirmed with one click, or left as it is with one.

use egui::Ui;

use crate::app::{Command, Document};
use crate::report::plan;
use crate::roadmap::Proposal;
use crate::style::{Ink, space};
use crate::text::{Language, t, ta};
use crate::ui::icons;
use crate::ui::widgets::{Button, Tone, body, card_with, mark, quiet, section_heading, strong};

/// Every proposal there is, under a heading and with the name of its question; nothing where there is none.
pub fn list(ui: &mut Ui, document: &Document, language: Language, out: &mut Vec<Command>) {
    let proposals = document.proposals();
    if proposals.is_empty() {
        return;
    }
    section_heading(ui, &t(language, "proposals-title"));
    body(ui, &ta(language, "proposals-lead", &[("count", proposals.len().into())]));
    ui.add_space(space::S);
    for proposal in &proposals {
        one(ui, document, proposal, true, language, out);
    }
}

/// The proposals for one question, without its name.
pub(super) fn of_item(ui: &mut Ui, document: &Document, item: &str, language: Language, out: &mut Vec<Command>) {
    for proposal in document.proposals().iter().filter(|p| p.item == item) {
        one(ui, document, proposal, false, language, out);
    }
}

fn one(ui: &mut Ui, document: &Document, proposal: &Proposal, named: bool, language: Language, out: &mut Vec<Command>) {
    let text = document.pack().item_text(language, &proposal.item);
    let question = plan::proposal(document.pack(), language, proposal);
    let (measure, item) = (proposal.measure.clone(), proposal.item.clone());
    card_with(ui, Tone::Action, |ui| {
        ui.horizontal_top(|ui| {
            mark(ui, icons::LIGHTBULB, 20.0, Ink::Action);
            ui.vertical(|ui| {
                if named {
                    quiet(ui, &text.name);
                }
                strong(ui, &question);
                if let Some(words) = text.steps.get(usize::from(proposal.to)) {
                    let places = [("step", proposal.to.to_string().into()), ("words", words.into())];
                    body(ui, &ta(language, "proposal-step", &places));
                }
                if !proposal.evidence.is_empty() {
                    quiet(ui, &ta(language, "proposal-evidence", &[("evidence", (&proposal.evidence).into())]));
                }
                // One answer of several moves the one that counts only so far.
                if document.assessment().respondents.len() > 1 {
                    quiet(ui, &t(language, "proposal-several"));
                }
                ui.add_space(space::XS);
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
                    let (yes, no) = (t(language, "propose-confirm"), t(language, "keep-as-is"));
                    let yes = ui.add(Button::secondary(&yes).icon(icons::CHECK).small());
                    let no = ui.add(Button::quiet(&no).small());
                    // In a list every card has the same two buttons.
                    for button in [&yes, &no] {
                        ui.ctx().accesskit_node_builder(button.id, |node| node.set_description(question.as_str()));
                    }
                    if yes.clicked() {
                        out.push(Command::Confirm { measure, item });
                    } else if no.clicked() {
                        out.push(Command::Decline { measure, item });
                    }
                });
            });
        });
    });
    ui.add_space(space::S);
}
