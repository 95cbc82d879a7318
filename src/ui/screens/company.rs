//! Company: who it is, what it does, where and how large.

use egui::{Label, Ui};

use super::items::{self, Draft};
use crate::app::{Command, Document, Model, Screen};
use crate::assessment::edit::CompanyField;
use crate::assessment::{ActivityCode, Edit, State, Value, vat_number_is_valid};
use crate::pack::ateco::{Ateco, Hit};
use crate::pack::{Item, ItemKind};
use crate::report::document::activity_text;
use crate::style::{self, space};
use crate::text::{Language, t, ta};
use crate::ui::icons;
use crate::ui::widgets::{
    AnswerRow, Button, Select, Selected, TextField, Tone, card, card_with, column, lead, page_heading, quiet,
    tight_heading,
};

/// Activities proposed at a time.
const PROPOSED: usize = 6;

/// State of the screen.
#[derive(Default)]
pub(super) struct Company {
    name: Draft,
    town: Draft,
    vat: Draft,
    contact: Draft,
    consultant: Draft,
    employees: Draft,
    sites: Draft,
    query: String,
    hits: Vec<Hit<'static>>,
    searched: String,
    /// Which of the hits Enter takes.
    lit: usize,
    changing: bool,
    /// The activity has just been chosen: the keyboard, whose field is gone, goes to what stands in its place.
    focus_change: bool,
    /// The search has just been asked for.
    focus_query: bool,
    /// The name's field is to have the keyboard.
    focus_name: bool,
    /// The province is to have it.
    focus_province: bool,
    /// What is to have it once the screen is entered.
    wanted: Option<Field>,
}

/// A field that another screen asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Activity,
    Province,
}

fn edit(field: CompanyField) -> Command {
    Command::Edit(Edit::Company(field))
}

impl Company {
    /// The screen has been entered, perhaps for another company.
    pub(super) fn entered(&mut self) {
        self.query.clear();
        let wanted = self.wanted.take();
        self.changing = wanted == Some(Field::Activity);
        self.focus_query = self.changing;
        self.focus_province = wanted == Some(Field::Province);
        self.focus_name = wanted.is_none();
    }

    /// Puts the keyboard on the search of the activity, or on the province, when the screen is entered next.
    pub(super) fn show(&mut self, activity: bool) {
        self.wanted = Some(if activity { Field::Activity } else { Field::Province });
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, model: &Model, document: &Document, out: &mut Vec<Command>) {
        let language = model.language;
        let company = &document.assessment().company;
        column(ui, style::width::COLUMN, |ui| {
            page_heading(ui, &t(language, "screen-company"));
            lead(ui, &document.pack().texts(language).sections[items::PROFILE].intro);
            if document.sample {
                crate::ui::widgets::notice(ui, Tone::Neutral, icons::INFO, &t(language, "sample-notice"));
            }
            ui.add_space(space::S);
            card(ui, |ui| {
                let label = t(language, "company-name");
                // A company without a name is one just begun: the first thing to do is to name it.
                let focus = std::mem::take(&mut self.focus_name) && company.name.is_empty();
                let field = TextField::new(&label).focus(focus);
                if let Some(name) = self.name.field(ui, field, &company.name) {
                    out.push(edit(CompanyField::Name(name)));
                }
            });
            ui.add_space(space::S);
            card(ui, |ui| self.activity(ui, document, language, out));
            ui.add_space(space::S);
            card(ui, |ui| {
                self.place_and_size(ui, document, language, out);
                // Activity, province and size have fields of their own above.
                let drawn = |i: &&Item| i.section == items::PROFILE && !["P1", "P2", "P3"].contains(&i.id.as_str());
                for item in document.pack().items(document.assessment().mode).filter(drawn) {
                    ui.add_space(space::S);
                    self.profile(ui, document, item, language, out);
                }
            });
            ui.add_space(space::S);
            card(ui, |ui| self.identity(ui, company, language, out));
            ui.add_space(space::M);
            if ui.add(Button::primary(&t(language, "to-questions")).icon_after(icons::ARROW_RIGHT)).clicked() {
                out.extend(self.flush(document));
                out.push(Command::Go(Screen::Questions));
            }
        });
    }

    fn activity(&mut self, ui: &mut Ui, document: &Document, language: Language, out: &mut Vec<Command>) {
        let text = document.pack().item_text(language, "P1");
        tight_heading(ui, &text.question);
        if let Some(line) = activity_text(document.assessment(), language)
            && !self.changing
        {
            card_with(ui, Tone::Action, |ui| ui.add(Label::new(line).wrap()));
            ui.add_space(space::S);
            let change = ui.add(Button::secondary(&t(language, "change")).small());
            if std::mem::take(&mut self.focus_change) {
                change.request_focus();
            }
            if change.clicked() {
                self.changing = true;
                self.focus_query = true;
            }
            return;
        }
        quiet(ui, &text.help);
        let label = t(language, "company-activity-search");
        let hint = t(language, "company-activity-hint");
        let field =
            TextField::new(&label).help(&hint).focus(std::mem::take(&mut self.focus_query)).show(ui, &mut self.query);
        let enter = field.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
        if field.has_focus() && !self.hits.is_empty() {
            // The words stay under the keyboard while arrows go through what they found.
            let pressed = |key| ui.input_mut(|i| i.consume_key(egui::Modifiers::NONE, key));
            let (down, up) = (pressed(egui::Key::ArrowDown), pressed(egui::Key::ArrowUp));
            self.lit = (self.lit + usize::from(down)).saturating_sub(usize::from(up)).min(self.hits.len() - 1);
        }
        if self.searched != self.query {
            self.lit = 0;
            self.hits = Ateco::shipped().search(&self.query, None, PROPOSED);
            self.searched.clone_from(&self.query);
        }
        if self.hits.is_empty() && self.query.trim().chars().count() >= 3 {
            quiet(ui, &t(language, "company-activity-none"));
        }
        let mut chosen = None;
        for (n, hit) in self.hits.iter().enumerate() {
            let activity = hit.activity;
            let line = ta(
                language,
                "ateco-line",
                &[
                    ("code", (&activity.code).into()),
                    ("edition", activity.edition.as_str().into()),
                    ("title", activity.display_title().into()),
                ],
            );
            let lit = n == self.lit && (field.has_focus() || enter);
            if ui.add(AnswerRow::new(&line, lit)).clicked() || (enter && n == self.lit) {
                chosen = Some(ActivityCode {
                    edition: activity.edition.as_str().to_owned(),
                    code: activity.code.clone(),
                    extra: serde_json::Map::new(),
                });
            }
        }
        if let Some(code) = chosen {
            out.push(edit(CompanyField::Ateco(Some(code))));
            self.changing = false;
            self.focus_change = true;
            self.query.clear();
        }
        if !self.hits.is_empty() {
            quiet(ui, &t(language, "ateco-source"));
        }
        if self.changing && ui.add(Button::quiet(&t(language, "keep-as-is")).small()).clicked() {
            self.changing = false;
        }
    }

    fn place_and_size(&mut self, ui: &mut Ui, document: &Document, language: Language, out: &mut Vec<Command>) {
        let pack = document.pack();
        let company = &document.assessment().company;
        let text = pack.item_text(language, "P2");
        let provinces: Vec<&String> = pack.item("P2").into_iter().flat_map(|i| &i.options).collect();
        let names: Vec<&str> = provinces.iter().map(|p| text.options[*p].as_str()).collect();
        let none = t(language, "choose");
        let select = Select {
            id: "P2",
            label: &text.question,
            options: &names,
            chosen: provinces.iter().position(|p| company.province.as_ref() == Some(*p)),
            none: &none,
            clear: None,
            width: 420.0,
        };
        if let Some(Selected::Option(n)) = select.show_focused(ui, std::mem::take(&mut self.focus_province)) {
            out.push(edit(CompanyField::Province(Some(provinces[n].clone()))));
        }
        ui.add_space(space::S);
        let text = pack.item_text(language, "P3");
        let range = pack.item("P3").and_then(|i| i.range).unwrap_or([0, u32::MAX]);
        let current = company.employees.map_or_else(String::new, |n| n.to_string());
        let fault = number_fault(self.employees.text(), range, language);
        let field = TextField::new(&text.question).help(&text.help).width(140.0).error(fault.as_deref());
        if let Some(words) = self.employees.field(ui, field, &current) {
            match whole(&words, range) {
                Some(number) => out.push(edit(CompanyField::Employees(number))),
                None => self.employees.keep(),
            }
        }
    }

    fn profile(&mut self, ui: &mut Ui, document: &Document, item: &Item, language: Language, out: &mut Vec<Command>) {
        match item.kind {
            ItemKind::Choice if item.id != "P2" => items::choice_field(ui, document, item, language, out),
            ItemKind::Number if item.id == "P5" => {
                let text = document.pack().item_text(language, &item.id);
                let range = item.range.unwrap_or([0, u32::MAX]);
                let current = match items::state(document, &item.id) {
                    State::Answered(Value::Number(n)) => format!("{n:.0}"),
                    _ => String::new(),
                };
                let fault = number_fault(self.sites.text(), range, language);
                let field = TextField::new(&text.question).help(&text.help).width(140.0).error(fault.as_deref());
                if let Some(words) = self.sites.field(ui, field, &current) {
                    match whole(&words, range) {
                        Some(Some(n)) => out.push(items::set(&item.id, State::Answered(Value::Number(f64::from(n))))),
                        Some(None) => out.push(items::set(&item.id, State::Open)),
                        None => self.sites.keep(),
                    }
                }
            }
            _ => {}
        }
    }

    fn identity(
        &mut self,
        ui: &mut Ui,
        company: &crate::assessment::Company,
        language: Language,
        out: &mut Vec<Command>,
    ) {
        tight_heading(ui, &t(language, "company-cover"));
        quiet(ui, &t(language, "company-cover-help"));
        if let Some(v) = self.town.field(ui, TextField::new(&t(language, "company-town")), &company.town) {
            out.push(edit(CompanyField::Town(v)));
        }
        let words = self.vat.text().trim();
        let ended = words.chars().count() >= 11 || words == company.vat_number;
        let fault =
            (!words.is_empty() && ended && !vat_number_is_valid(words)).then(|| t(language, "company-vat-fault"));
        let label = t(language, "company-vat");
        let field = TextField::new(&label).width(220.0).error(fault.as_deref());
        if let Some(v) = self.vat.field(ui, field, &company.vat_number) {
            out.push(edit(CompanyField::VatNumber(v)));
        }
        if let Some(v) = self.contact.field(ui, TextField::new(&t(language, "company-contact")), &company.contact) {
            out.push(edit(CompanyField::Contact(v)));
        }
        let label = t(language, "company-consultant");
        if let Some(v) = self.consultant.field(ui, TextField::new(&label), &company.consultant) {
            out.push(edit(CompanyField::Consultant(v)));
        }
    }

    /// Words still being typed, as commands.
    pub(super) fn flush(&mut self, document: &Document) -> Vec<Command> {
        let company = &document.assessment().company;
        let mut out = Vec::new();
        out.extend(self.name.take(&company.name).map(|v| edit(CompanyField::Name(v))));
        out.extend(self.town.take(&company.town).map(|v| edit(CompanyField::Town(v))));
        out.extend(self.vat.take(&company.vat_number).map(|v| edit(CompanyField::VatNumber(v))));
        out.extend(self.contact.take(&company.contact).map(|v| edit(CompanyField::Contact(v))));
        out.extend(self.consultant.take(&company.consultant).map(|v| edit(CompanyField::Consultant(v))));
        let range = |id: &str| document.pack().item(id).and_then(|i| i.range).unwrap_or([0, u32::MAX]);
        let current = company.employees.map_or_else(String::new, |n| n.to_string());
        if let Some(number) = self.employees.take(&current).and_then(|w| whole(&w, range("P3"))) {
            out.push(edit(CompanyField::Employees(number)));
        }
        let current = match items::state(document, "P5") {
            State::Answered(Value::Number(n)) => format!("{n:.0}"),
            _ => String::new(),
        };
        if let Some(number) = self.sites.take(&current).and_then(|w| whole(&w, range("P5"))) {
            out.push(items::set("P5", number.map_or(State::Open, |n| State::Answered(Value::Number(f64::from(n))))));
        }
        out
    }
}

/// A whole number in a range; the inner none where nothing is written, the outer where it is no such number.
fn whole(words: &str, [low, high]: [u32; 2]) -> Option<Option<u32>> {
    let digits: String = words.chars().filter(|c| !['.', ' ', '\''].contains(c)).collect();
    if digits.is_empty() {
        return Some(None);
    }
    digits.parse().ok().filter(|n| (low..=high).contains(n)).map(Some)
}

fn number_fault(words: &str, range: [u32; 2], language: Language) -> Option<String> {
    whole(words, range).is_none().then(|| {
        let grouped = |n: u32| crate::text::grouped(language, f64::from(n));
        ta(language, "value-number-range", &[("low", grouped(range[0]).into()), ("high", grouped(range[1]).into())])
    })
}
