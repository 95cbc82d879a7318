//! The report in the window: its chapters, words, brand and pages.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]
#![cfg(feature = "gui")]

mod support;

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Key, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use orienta::app::{Command, Screen, brand, preview};
use orienta::assessment::choices::Paper;
use orienta::assessment::edit::ReportEdit;
use orienta::assessment::{Edit, State, Value};
use orienta::pipeline::Evaluation;
use orienta::report::brand::{Brand, CONTRAST, colour, contrast};
use orienta::report::chapters::{CHAPTERS, ordered};
use orienta::report::wording::{self, Passage};
use orienta::report::{Edition, Report};
use orienta::text::{Language, t};
use support::screens::faults;
use support::window::*;

/// High enough for the whole page.
const TALL: f32 = 9_000.0;

/// The sample company on its report.
fn reporting(fake: Fake, size: Vec2) -> Shown {
    let mut h = window(fake);
    press(&mut h, "Guarda un esempio");
    go(&mut h, Key::Num7);
    assert_eq!(h.state().model.screen, Screen::Report);
    h.set_size(size);
    h.run();
    h
}

fn tall(fake: Fake) -> Shown {
    reporting(fake, vec2(1180.0, TALL))
}

fn switch(h: &mut Shown, label: &str) {
    h.get_by_role_and_label(Role::Switch, label).click_accesskit();
    h.run();
}

fn is_on(h: &Shown, label: &str) -> bool {
    let node = h.get_by_role_and_label(Role::Switch, label);
    node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
}

/// The report as it would be saved now.
fn report(h: &Shown) -> Report {
    let model = &h.state().model;
    model.document.as_ref().unwrap().evaluation().report(&model.edition())
}

fn sections(h: &Shown) -> Vec<String> {
    report(h).sections.into_iter().filter(|s| s.level == 1).map(|s| s.id).collect()
}

fn title(id: &str) -> String {
    t(Language::IT, CHAPTERS.iter().find(|c| c.id == id).unwrap().title)
}

/// Pages of a PDF, counted in its objects.
fn pages_of(bytes: &[u8]) -> usize {
    let objects = lopdf::Document::load_mem(bytes).unwrap().objects;
    let types = objects.values().filter_map(|object| object.as_dict().ok()?.get(b"Type").ok()?.as_name().ok());
    types.filter(|name| *name == b"Page").count()
}

fn edit(h: &mut Shown, edit: Edit) {
    h.state_mut().run(Command::Edit(edit));
    h.run();
}

#[test]
fn chapters_are_switched_and_moved() {
    let mut h = tall(Fake::default());
    let before = sections(&h);
    assert!(before.contains(&"plan".to_owned()));
    switch(&mut h, &title("plan"));
    assert!(!sections(&h).contains(&"plan".to_owned()));
    assert_eq!(assessment(&h).report.shown.get("plan"), Some(&false));
    switch(&mut h, &title("plan"));
    assert_eq!(sections(&h), before);
    assert!(assessment(&h).report.shown.is_empty(), "what is usual is not written into the file");

    press(&mut h, &format!("Sposta in alto: {}", title("doors")));
    let order: Vec<&str> = ordered(&assessment(&h).report).iter().map(|c| c.id).collect();
    let usual: Vec<&str> = CHAPTERS.iter().filter(|c| c.inside.is_none()).map(|c| c.id).collect();
    let at = |list: &[&str], id: &str| list.iter().position(|x| *x == id).unwrap();
    assert_eq!(at(&order, "doors"), at(&usual, "doors") - 1);
    let now = sections(&h);
    let doors = now.iter().position(|id| id == "doors").unwrap();
    assert_eq!(now[doors + 1], before[before.iter().position(|id| id == "doors").unwrap() - 1], "{now:?}");
    go(&mut h, Key::Z);
    assert_eq!(sections(&h), before);
}

#[test]
fn the_keyboard_stays_with_a_chapter_that_moves() {
    let mut h = tall(Fake::default());
    // Third in the list: one step up, and it is the first that can be moved.
    let label = format!("Sposta in alto: {}", title("summary"));
    h.get_by_role_and_label(Role::Button, &label).focus();
    h.run();
    h.key_press(Key::Enter);
    h.run();
    assert_eq!(assessment(&h).report.order.get(1).map(String::as_str), Some("summary"));
    let focused = h.root().children_recursive().find(|n| n.accesskit_node().is_focused());
    let name = focused.and_then(|n| n.accesskit_node().label()).unwrap_or_default();
    assert_eq!(name, format!("Sposta in basso: {}", title("summary")));
}

#[test]
fn the_cover_has_no_arrows_and_chapters_without_words_say_so() {
    let mut h = tall(Fake::default());
    assert!(h.query_by_role_and_label(Role::Button, &format!("Sposta in alto: {}", title("cover"))).is_none());
    let answers = &assessment(&h).answers;
    let noted = answers.iter().filter(|(_, given)| given.iter().any(|answer| !answer.note.is_empty()));
    for item in noted.map(|(id, _)| id.clone()).collect::<Vec<_>>() {
        edit(&mut h, Edit::Note { item, note: String::new() });
    }
    let silent = |h: &Shown| {
        let notes = title("notes");
        let node = h.get_by_role_and_label(Role::Switch, &notes);
        node.accesskit_node().description().is_some_and(|d| d.contains("non ha niente da dire"))
    };
    assert!(silent(&h));
    edit(&mut h, Edit::Note { item: "A1".into(), note: "Provato con i clienti.".into() });
    assert!(!silent(&h));
}

#[test]
fn paper_and_cover_words_go_into_the_report() {
    let mut h = tall(Fake::default());
    press_chip(&mut h, "Letter");
    assert_eq!(report(&h).meta.paper, Paper::Letter);
    write_lines(&mut h, "Parole per la copertina", "Bando prova 2026");
    leave_field(&mut h);
    assert!(report(&h).cover.unwrap().lines.contains(&"Bando prova 2026".to_owned()));
}

fn press_chip(h: &mut Shown, label: &str) {
    let chip = h.root().children_recursive().find(|n| {
        let node = n.accesskit_node();
        node.label().as_deref() == Some(label) && node.toggled().is_some()
    });
    chip.unwrap().click_accesskit();
    h.run();
}

fn write_lines(h: &mut Shown, label: &str, words: &str) {
    let field = h.get_by_role_and_label(Role::MultilineTextInput, label);
    field.focus();
    h.run();
    h.get_by_role_and_label(Role::MultilineTextInput, label).type_text(words);
    h.run();
}

#[test]
fn without_data_answers_stay_out_unless_chosen() {
    let mut h = tall(Fake::default());
    assert!(is_on(&h, "Con i dati dentro"));
    assert!(sections(&h).contains(&"answers".to_owned()));
    switch(&mut h, "Con i dati dentro");
    assert!(h.state().model.edition().without_data);
    assert!(!sections(&h).contains(&"answers".to_owned()));
    assert!(!is_on(&h, &title("answers")));
    switch(&mut h, &title("answers"));
    assert!(sections(&h).contains(&"answers".to_owned()));
    assert!(!sections(&h).contains(&"notes".to_owned()));
    // The next company begins with its data again.
    go(&mut h, Key::N);
    assert!(!h.state().model.without_data);
}

/// The paragraphs of a report with what was written in their place.
fn passages(e: &Evaluation<'_>) -> Vec<Passage> {
    wording::passages(&e.source(), &e.own_words(&Edition::default()))
}

/// Opens the fold with the paragraphs, and gives the first paragraph of the summary.
fn open_words(h: &mut Shown) -> String {
    press(h, "Testi");
    let evaluation = h.state().model.document.as_ref().unwrap().evaluation();
    passages(evaluation).into_iter().find(|p| p.section == "summary").unwrap().own
}

fn start(text: &str) -> String {
    text.split_whitespace().take(6).collect::<Vec<_>>().join(" ")
}

fn choose_section(h: &mut Shown, words: &str) {
    h.get_by_role_and_label(Role::ComboBox, "Capitolo").click_accesskit();
    h.run();
    h.get_by_role_and_label(Role::Button, words).click_accesskit();
    h.run();
}

#[test]
fn words_are_rewritten_become_stale_and_are_confirmed() {
    let mut h = tall(Fake::default());
    let own = open_words(&mut h);
    press(&mut h, &format!("Riscrivi: {}", start(&own)));
    h.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    write_lines(&mut h, "Il testo", "Detto con parole nostre.");
    press(&mut h, "Salva il testo");
    let words = &assessment(&h).report.words[0];
    assert_eq!((words.section.as_str(), words.instead_of.as_str()), ("summary", own.as_str()));
    assert_eq!(words.text, "Detto con parole nostre.");
    assert!(!words.answers.is_empty());
    assert!(shows(&h, "Riscritto"));
    assert!(!shows(&h, "da rivedere"));

    let item = words.answers.keys().find(|id| id.starts_with('A')).unwrap().clone();
    let other = match assessment(&h).answers[&item][0].state {
        State::Answered(Value::Number(0.0)) => 1.0,
        _ => 0.0,
    };
    edit(&mut h, Edit::Answer { item: item.clone(), state: State::Answered(Value::Number(other)) });
    assert!(shows(&h, "Un testo da rivedere"));
    assert!(shows(&h, "Da rivedere"));
    assert!(shows(&h, &item), "the answer that has changed is named");
    press(&mut h, "Va ancora bene: Detto con parole nostre.");
    assert!(!shows(&h, "da rivedere"));
    assert_eq!(assessment(&h).report.words[0].text, "Detto con parole nostre.");

    press(&mut h, "Torna alle parole di Orienta: Detto con parole nostre.");
    assert!(assessment(&h).report.words.is_empty());
}

#[test]
fn words_being_written_are_kept_when_the_screen_is_left() {
    let mut h = tall(Fake::default());
    let own = open_words(&mut h);
    press(&mut h, &format!("Riscrivi: {}", start(&own)));
    write_lines(&mut h, "Il testo", " Con un’aggiunta.");
    go(&mut h, Key::Num4);
    assert_eq!(assessment(&h).report.words[0].text, format!("{own} Con un’aggiunta."));
}

#[test]
fn an_empty_text_cannot_be_saved_and_the_own_words_are_no_rewriting() {
    let mut h = tall(Fake::default());
    let own = open_words(&mut h);
    press(&mut h, &format!("Riscrivi: {}", start(&own)));
    press(&mut h, "Salva il testo");
    assert!(assessment(&h).report.words.is_empty());
    press(&mut h, &format!("Riscrivi: {}", start(&own)));
    h.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    h.key_press(Key::Backspace);
    h.run();
    assert!(h.get_by_role_and_label(Role::Button, "Salva il testo").accesskit_node().is_disabled());
    assert!(shows(&h, "Un testo vuoto"));
}

#[test]
fn paragraphs_of_another_chapter_are_a_choice_away() {
    let mut h = tall(Fake::default());
    open_words(&mut h);
    let position = t(Language::IT, "report-position");
    choose_section(&mut h, &position);
    let evaluation = h.state().model.document.as_ref().unwrap().evaluation();
    let passage = passages(evaluation).into_iter().find(|p| p.section == "position").unwrap();
    assert!(shows(&h, &format!("Riscrivi: {}", start(&passage.own))));
}

#[test]
fn a_brand_signs_the_report_and_is_kept() {
    let mut h = tall(Fake::default());
    press(&mut h, "Chi firma");
    write(&mut h, "Nome dello studio o del consulente", "Studio Inventato");
    leave_field(&mut h);
    write_lines(&mut h, "Contatti", "Via Prova 1\n\nprova@example.org");
    leave_field(&mut h);
    let signed = report(&h);
    let lines = signed.cover.unwrap().lines;
    assert!(lines.iter().any(|l| l.contains("Studio Inventato")), "{lines:?}");
    assert!(lines.contains(&"prova@example.org".to_owned()), "{lines:?}");
    assert!(signed.meta.footer.contains("Studio Inventato"));
    let kept = h.state_mut().services().kept_brand.clone().unwrap();
    assert_eq!((kept.name.as_str(), kept.contacts.len()), ("Studio Inventato", 2));

    press(&mut h, "Salva il marchio come file…");
    let path = PathBuf::from("/documents/Orienta/Studio Inventato.marchio.json");
    let written = h.state_mut().services().files[&path].clone();
    assert_eq!(Brand::read(&written, Language::IT).unwrap(), kept);
}

#[test]
fn contacts_of_more_than_six_lines_wait_in_their_field() {
    let mut h = tall(Fake::default());
    press(&mut h, "Chi firma");
    write_lines(&mut h, "Contatti", "1\n2\n3\n4\n5\n6\n7");
    leave_field(&mut h);
    assert!(h.state().model.house().brand.contacts.is_empty());
    assert!(shows(&h, "più di 6 righe"));
}

#[test]
fn a_pale_colour_waits_for_its_darker_one() {
    let mut h = tall(Fake::default());
    press(&mut h, "Chi firma");
    write(&mut h, "Colore", "#ffd54f");
    leave_field(&mut h);
    assert_eq!(h.state().model.house().brand.colour, None);
    assert!(shows(&h, "troppo chiaro"));
    let take =
        h.query_all_by_role(Role::Button).find(|n| n.accesskit_node().label().is_some_and(|l| l.starts_with("Usa #")));
    take.unwrap().click_accesskit();
    h.run();
    let taken = h.state().model.house().brand.colour.clone().unwrap();
    assert!(contrast(colour(&taken).unwrap()) >= CONTRAST, "{taken}");
    assert!(!shows(&h, "troppo chiaro"));

    h.get_by_role_and_label(Role::TextInput, "Colore").focus();
    h.run();
    h.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    write(&mut h, "Colore", "blu");
    leave_field(&mut h);
    assert!(shows(&h, "non è un colore"));
    assert_eq!(h.state().model.house().brand.colour, Some(taken));
}

/// Presses a button after which several errands answer one after the other.
fn press_and_wait(h: &mut Shown, label: &str) {
    h.get_by_role_and_label(Role::Button, label).click_accesskit();
    h.run_steps(8);
    h.run();
}

#[test]
fn a_logo_is_read_shown_and_removed_and_a_brand_file_brings_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let logo = folder.path().join("logo.svg");
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='40' height='20' fill='#123456'/></svg>";
    std::fs::write(&logo, svg).unwrap();
    let mut h = tall(Fake { logo: Some(logo.clone()), ..Fake::default() });
    press(&mut h, "Chi firma");
    press_and_wait(&mut h, "Scegli il logo…");
    let picture = h.state().model.edition().logo.unwrap();
    assert_eq!(picture.width, 2 * picture.height);
    assert!(h.query_by_role_and_label(Role::Image, "Logo").is_some());
    let kept = h.state_mut().services().kept_brand.clone().unwrap();
    assert_eq!(kept.logo.as_ref().unwrap().bytes().unwrap(), svg.as_bytes());

    press_and_wait(&mut h, "Togli il logo");
    assert!(h.state().model.edition().logo.is_none());

    let file = folder.path().join("studio.marchio.json");
    std::fs::write(&file, Brand { name: "Studio Altro".into(), ..kept }.write()).unwrap();
    h.state_mut().services().brand = Some(file.clone());
    press_and_wait(&mut h, "Apri un file di marchio…");
    assert_eq!(h.state().model.house().brand.name, "Studio Altro");
    assert_eq!(h.state().model.edition().logo.unwrap().alt, "Studio Altro");

    std::fs::write(&file, "{}").unwrap();
    press_and_wait(&mut h, "Apri un file di marchio…");
    assert!(shows(&h, "studio.marchio.json"), "what is wrong is said with its file");
    assert_eq!(h.state().model.house().brand.name, "Studio Altro", "the brand at hand stays");

    std::fs::write(&logo, "no picture").unwrap();
    press_and_wait(&mut h, "Scegli il logo…");
    assert!(shows(&h, "Il logo non è né PNG né SVG"));
}

#[test]
fn the_brand_is_kept_beside_the_settings() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("orienta");
    let kept = || orienta::portfolio::brands::kept(&config, Language::IT);
    assert_eq!(kept(), Ok(None));
    let brand = Brand { name: "Studio Inventato".into(), ..Brand::default() };
    orienta::portfolio::brands::keep(&config, &brand, Language::IT).unwrap();
    assert_eq!(kept(), Ok(Some((brand, None))));
    orienta::portfolio::brands::keep(&config, &Brand::default(), Language::IT).unwrap();
    assert_eq!(kept(), Ok(None), "a brand that says nothing leaves no file");
    std::fs::write(orienta::portfolio::brands::place(&config), "{").unwrap();
    assert!(kept().is_err());
}

#[test]
fn the_preview_has_the_pages_of_the_pdf() {
    let mut h = reporting(Fake { look: Looked::Real, ..Fake::default() }, vec2(1180.0, 800.0));
    let pages = h.state().model.preview.sheets.len();
    press(&mut h, "Salva il report");
    let files = &h.state_mut().services().files;
    let pdf = files.iter().find(|(path, _)| path.extension().is_some_and(|e| e == "pdf")).unwrap().1.clone();
    assert_eq!(pages, pages_of(&pdf));
    assert!(pages >= 8, "{pages}");
    assert!(shows(&h, &format!("Pagina 1 di {pages}")));
    let first = h.state().model.preview.sheets[0].small.clone().unwrap();
    assert!(first.rgba.chunks(4).any(|p| p[0] < 200), "the cover is not white");

    let before = h.state_mut().services().previews;
    switch(&mut h, &title("plan"));
    assert_eq!(h.state_mut().services().previews, before + 1);
    assert!(h.state().model.preview.sheets.len() < pages);
}

#[test]
fn pages_are_turned_with_buttons_keys_and_small_pages() {
    let mut h = reporting(Fake::default(), vec2(1180.0, 800.0));
    assert!(shows(&h, "Pagina 1 di 3"));
    assert_eq!(h.state().model.preview.large.as_ref().map(|(page, _)| *page), Some(0));
    press(&mut h, "Pagina successiva");
    assert!(shows(&h, "Pagina 2 di 3"));
    assert_eq!(h.state().model.preview.large.as_ref().map(|(page, _)| *page), Some(1));
    h.key_press(Key::PageDown);
    h.run();
    h.key_press(Key::PageDown);
    h.run();
    assert!(shows(&h, "Pagina 3 di 3"));
    h.key_press(Key::PageUp);
    h.run();
    assert!(shows(&h, "Pagina 2 di 3"));
    h.get_by_role_and_label(Role::ListBoxOption, "Pagina 1").click();
    h.run();
    assert!(shows(&h, "Pagina 1 di 3"));
    let (_, picture) = h.state().model.preview.large.clone().unwrap();
    assert!(picture.width > 300, "as wide as the pane: {}", picture.width);
}

#[test]
fn pages_stay_until_new_ones_are_there_and_answers_of_earlier_ones_are_passed_over() {
    let mut h = reporting(Fake::default(), vec2(1180.0, 800.0));
    let shown = h.state().model.preview.large.clone();
    assert!(shown.is_some());
    h.state_mut().services().look = Looked::Slow;
    switch(&mut h, &title("plan"));
    assert!(h.state().model.preview.is_under_way());
    assert_eq!(h.state().model.preview.sheets.len(), 3);
    assert_eq!(h.state().model.preview.large, shown);
    // The screen asks once, however often it is drawn.
    let asked = h.state_mut().services().previews;
    for _ in 0..5 {
        h.step();
    }
    assert_eq!(h.state_mut().services().previews, asked);
    // Another change takes the place of the one under way.
    switch(&mut h, &title("doors"));
    assert_eq!(h.state_mut().services().previews, asked + 1);
}

#[test]
fn another_company_never_shows_the_pages_of_the_one_before() {
    let mut h = reporting(Fake { look: Looked::Slow, ..Fake::default() }, vec2(1180.0, 800.0));
    let asked = h.state_mut().model.update(Command::WithoutData(true), &moment());
    assert!(asked.is_empty());
    let effects = h.state_mut().model.update(Command::Preview(preview::Step::Look { small: 96 }), &moment());
    let Some(orienta::app::Effect::Preview { id, .. }) = effects.into_iter().next() else { panic!("a preview") };
    go(&mut h, Key::N);
    h.state_mut().run(Command::Preview(preview::Step::Made(id, vec![[595.0, 842.0]; 4])));
    assert!(h.state().model.preview.sheets.is_empty());
}

#[test]
fn charts_are_copied_as_pictures() {
    let mut h = tall(Fake::default());
    for digit in [Key::Num4, Key::Num6] {
        go(&mut h, digit);
        let buttons = h.query_all_by_role_and_label(Role::Button, "Copia come immagine").count();
        assert!(buttons >= 3, "{buttons}");
        let button = h.query_all_by_role_and_label(Role::Button, "Copia come immagine").next().unwrap();
        button.click_accesskit();
        let mut copied = None;
        for _ in 0..4 {
            h.step();
            copied = copied.or(h.output().platform_output.commands.iter().find_map(|command| match command {
                egui::OutputCommand::CopyImage(image) => Some(image.clone()),
                _ => None,
            }));
        }
        let copied = copied.unwrap();
        assert!(copied.width() > 300 && copied.pixels.iter().any(|pixel| pixel.r() < 100), "{:?}", copied.size);
        assert!(shows(&h, "Immagine copiata."));
    }
}

#[test]
fn where_the_preview_fails_the_report_is_saved_all_the_same() {
    let mut h = reporting(Fake { look: Looked::Broken, ..Fake::default() }, vec2(1180.0, 800.0));
    assert!(shows(&h, "L’anteprima è rotta."));
    press(&mut h, "Salva il report");
    assert!(shows(&h, "Report salvato in"));
    press(&mut h, "Mostra nella cartella");
    assert_eq!(h.state_mut().services().revealed.len(), 1);
}

#[test]
fn without_answers_there_is_no_preview() {
    let mut h = window(Fake::default());
    go(&mut h, Key::N);
    go(&mut h, Key::Num7);
    assert_eq!(h.state_mut().services().previews, 0);
    assert!(!shows(&h, "Anteprima"));
}

#[test]
fn every_format_is_saved_beside_the_assessment() {
    let mut h = tall(Fake::default());
    press(&mut h, "Altri formati");
    let starts: [(&str, &str, &[u8]); 6] = [
        ("Documento Word", "report.docx", b"PK"),
        ("Una pagina sola", "una pagina.pdf", b"%PDF"),
        ("Cartella Excel", "cifre.xlsx", b"PK"),
        ("Tabella CSV", "cifre.csv", b"kind,"),
        ("Dati JSON", "cifre.json", b"{"),
        ("Questionario in bianco", "questionario.pdf", b"%PDF"),
    ];
    for (label, name, start) in starts {
        press(&mut h, &format!("Salva: {label}"));
        let company = assessment(&h).company.name.clone();
        let path = PathBuf::from("/documents/Orienta").join(format!("{} - {name}", company.trim_end_matches('.')));
        let files = &h.state_mut().services().files;
        let bytes = files.get(&path).unwrap_or_else(|| panic!("{path:?} among {:?}", files.keys()));
        assert!(bytes.starts_with(start), "{label}");
        assert!(shows(&h, "Salvato in"), "{label}");
    }
    press(&mut h, "Salva: Grafici");
    let files = &h.state_mut().services().files;
    let charts = files.keys().filter(|path| path.to_string_lossy().contains(" - grafici/"));
    let (svg, png): (Vec<_>, Vec<_>) = charts.partition(|path| path.extension().is_some_and(|e| e == "svg"));
    assert!(svg.len() >= 4 && svg.len() == png.len(), "{svg:?} {png:?}");
}

#[test]
fn without_answers_only_the_blank_questionnaire_is_saved() {
    let mut h = window(Fake::default());
    go(&mut h, Key::N);
    go(&mut h, Key::Num7);
    h.set_size(vec2(1180.0, TALL));
    h.run();
    press(&mut h, "Altri formati");
    press(&mut h, "Salva: Documento Word");
    assert!(shows(&h, "rispondi almeno a una domanda"));
    press(&mut h, "Salva: Questionario in bianco");
    let files = &h.state_mut().services().files;
    assert_eq!(files.keys().filter(|path| path.extension().is_some_and(|e| e == "pdf")).count(), 1);
}

#[test]
fn the_report_of_the_shortcut_is_in_the_same_edition() {
    let mut h = tall(Fake::default());
    h.state_mut().run(Command::Brand(brand::Step::Change(Box::new(Brand {
        name: "Studio Inventato".into(),
        ..Brand::default()
    }))));
    switch(&mut h, "Con i dati dentro");
    let saved = h.state_mut().model.update(Command::SaveSuggestedReport, &moment());
    let edition = saved.into_iter().find_map(|effect| match effect {
        orienta::app::Effect::WriteReport { edition, .. } => Some(edition),
        _ => None,
    });
    let edition = edition.unwrap();
    assert!(edition.without_data);
    assert_eq!(edition.brand.name, "Studio Inventato");
}

#[test]
fn unfolded_nothing_is_cut_or_covered() {
    for width in [420.0, 737.0, 800.0, 1180.0, 1600.0] {
        let size = vec2(width, TALL);
        let mut h = reporting(Fake::default(), size);
        let own = open_words(&mut h);
        press(&mut h, &format!("Riscrivi: {}", start(&own)));
        press(&mut h, "Chi firma");
        press(&mut h, "Altri formati");
        edit(&mut h, Edit::Report(ReportEdit::Show("answers".into(), Some(true))));
        switch(&mut h, "Con i dati dentro");
        let found = faults(&h, size);
        assert!(found.is_empty(), "{width}: {found:#?}");
    }
}
