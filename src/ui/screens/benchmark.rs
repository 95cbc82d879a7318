//! Compared with whom: the index of Eurostat beside Italian and European enterprises, the sector, and the estimate on DMAT's
//! scale.

use egui::Ui;

use super::Wanted;
use super::explained::named;
use crate::app::{Document, Model};
use crate::pack::benchmark::{DiiVersion, sector_context};
use crate::report::document::{dii_sentence, dii_source};
use crate::report::{figures, words};
use crate::scoring::dii::{Caveat, Reading};
use crate::scoring::dmat::Form;
use crate::style::{space, width};
use crate::text::{Language, decimal, percent, t, ta};
use crate::ui::widgets::{
    Button, Tone, body, card, column, lead, near, notice, page_heading, quiet, section_heading, strong, table,
    tight_heading,
};
use crate::ui::{icons, paint};

/// Widest chart.
const CHART: f32 = 560.0;

/// The screen keeps nothing for itself.
#[derive(Default)]
pub(super) struct Benchmark;

impl Benchmark {
    /// Gives where the user wants to go.
    pub(super) fn ui(&mut self, ui: &mut Ui, model: &Model, document: &Document) -> Option<Wanted> {
        let language = model.language;
        let scores = &document.evaluation().scores;
        let mut wanted = None;
        column(ui, width::COLUMN, |ui| {
            page_heading(ui, &t(language, "screen-benchmark"));
            lead(ui, &t(language, "benchmark-lead"));
            ui.add_space(space::S);
            let code = language.code();
            if let Some(reading) = &scores.dii_v3 {
                wanted = index(ui, document, reading, "dii_v3", language).or(wanted.take());
            }
            if let Some(reading) = &scores.dii_v4 {
                near(ui, ("v4", code), |ui| {
                    wanted = index(ui, document, reading, "dii_v4", language).or(wanted.take());
                });
            }
            if scores.dii_v3.is_some() {
                quiet(ui, &t(language, "benchmark-versions"));
                near(ui, ("sector", code), |ui| sector(ui, document, language));
            }
            near(ui, ("dmat", code), |ui| wanted = dmat(ui, document, language).or(wanted.take()));
            ui.add_space(space::S);
            quiet(ui, &t(language, "benchmark-no-lombardy"));
        });
        wanted
    }
}

/// One version of the index.
fn index<V: DiiVersion>(
    ui: &mut Ui,
    document: &Document,
    reading: &Reading<V>,
    id: &'static str,
    language: Language,
) -> Option<Wanted> {
    let mut wanted = None;
    card(ui, |ui| {
        let title = ta(language, "dii-version", &[("version", V::ID.into())]);
        tight_heading(ui, &title);
        let Some(figures) = &reading.figures else {
            let share = percent(language, reading.coverage);
            quiet(ui, &ta(language, "dii-too-few", &[("share", share.into())]));
            if ui.add(Button::secondary(&t(language, "go-to-missing")).small()).clicked() {
                wanted = Some(Wanted::Missing);
            }
            return;
        };
        body(ui, &dii_sentence(figures, language));
        let texts = document.pack().texts(language);
        for caveat in &reading.caveats {
            notice(ui, Tone::Attention, icons::INFO, &texts.caveats[caveat.id()]);
            ui.add_space(space::XS);
        }
        if let Some(benchmark) = &figures.benchmark {
            if let Some(drawing) = figures::dii(reading, language) {
                let width = ui.available_width().min(CHART);
                paint::drawing(ui, &drawing, width, false);
            }
            // What the columns show, and the EU beside it.
            let shown = figures::dii_table(benchmark.italy.shares, benchmark.eu.as_ref().map(|eu| eu.shares), language);
            table(ui, id, &shown.title, &shown.head, &shown.rows);
            quiet(ui, &dii_source(&benchmark.italy, language));
        } else {
            quiet(ui, &t(language, "dii-no-size"));
        }
        if named(ui, &t(language, "explain-open"), &title) {
            wanted = Some(Wanted::Explain(id.to_owned()));
        }
    });
    ui.add_space(space::S);
    wanted
}

/// The sector in the EU, as context.
fn sector(ui: &mut Ui, document: &Document, language: Language) {
    let Some(activity) = &document.assessment().company.ateco else { return };
    section_heading(ui, &t(language, "benchmark-sector-title"));
    card(ui, |ui| match sector_context(&activity.code) {
        None => {
            let outside = document.evaluation().scores.dii_v3.as_ref();
            let outside = outside.is_some_and(|r| r.caveats.contains(&Caveat::NoOfficialValue));
            body(ui, &t(language, if outside { "benchmark-agri" } else { "benchmark-sector-none" }));
        }
        Some(context) => {
            let name = t(language, &format!("nace-{}", context.nace.to_lowercase()));
            let places = [
                ("sector", format!("{name} (NACE {})", context.nace).into()),
                ("basic", percent(language, context.at_least_basic).into()),
                ("high", percent(language, context.high).into()),
            ];
            body(ui, &ta(language, "benchmark-sector", &places));
            quiet(ui, &t(language, "benchmark-sector-label"));
            quiet(ui, &figures::sector_source(&context, language));
        }
    });
}

/// The estimate on DMAT's scale.
fn dmat(ui: &mut Ui, document: &Document, language: Language) -> Option<Wanted> {
    let reading = document.evaluation().scores.dmat.as_ref()?;
    let mut wanted = None;
    section_heading(ui, &t(language, "dmat-title"));
    quiet(ui, &t(language, "dmat-lead"));
    ui.add_space(space::XS);
    card(ui, |ui| {
        if reading.dimensions.iter().all(|(_, score)| score.is_none()) {
            let share = percent(language, reading.coverage);
            quiet(ui, &ta(language, "dmat-too-few", &[("share", share.into())]));
            return;
        }
        match reading.total {
            Some((total, band)) => {
                let band = t(language, &format!("dmat-band-{}", band.id().replace('_', "-")));
                let places = [("total", decimal(language, total, &[]).into()), ("band", band.into())];
                strong(ui, &ta(language, "dmat-total", &places));
            }
            None => body_missing(ui, language),
        }
        let exact = reading.form == Form::Full;
        if exact {
            body(ui, &t(language, "dmat-exact"));
        } else {
            let margin = decimal(language, reading.margin, &[]);
            body(ui, &ta(language, "dmat-margin", &[("margin", margin.into())]));
        }
        let width = ui.available_width().min(CHART + 80.0);
        let drawing = figures::dmat(document.pack(), reading, language);
        if let Some(id) = paint::drawing(ui, &drawing, width, true).clicked {
            wanted = Some(Wanted::Explain(id));
        }
        quiet(ui, &t(language, "dmat-unofficial"));
        if exact {
            quiet(ui, &t(language, "dmat-plans-note"));
        }
        if named(ui, &t(language, "explain-open"), &t(language, "dmat-title")) {
            wanted = Some(Wanted::Explain("dmat".into()));
        }
    });
    if reading.form == Form::Quick && words::has_full(document.pack()) {
        ui.add_space(space::S);
        wanted = super::offer_full(ui, document, language).or(wanted);
    }
    wanted
}

fn body_missing(ui: &mut Ui, language: Language) {
    body(ui, &t(language, "dmat-part-missing"));
}
