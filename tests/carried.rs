//! The report is the file: what goes in comes out, what was changed does not, and the command line and the window open it.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod support;

use std::fs;
use std::sync::LazyLock;

use assert_cmd::Command as Program;
use lopdf::{Dictionary, Document, Object, Stream, decode_text_string};
use orienta::assessment::{Assessment, file};
use orienta::export::pdf::{self, CarriedError};
use orienta::portfolio::files;
use orienta::report::Edition;
use orienta::text::Language;
use sha2::{Digest as _, Sha256};
use support::report::{everything, example, pages, published};

const COMPANY: &str = "officina-meccanica";

/// The report of one company, made once.
fn report() -> Vec<u8> {
    static REPORT: LazyLock<Vec<u8>> =
        LazyLock::new(|| published(&example(COMPANY), Language::IT, &Edition::default()));
    REPORT.clone()
}

/// What opening gives, in words that a failing test can show.
fn open(bytes: &[u8]) -> Result<String, CarriedError> {
    pdf::open(bytes).map(|data| String::from_utf8(data).unwrap())
}

/// An assessment's file.
fn own(assessment: &Assessment) -> String {
    String::from_utf8(file::write(assessment)).unwrap()
}

fn saved(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// The report with its document changed.
fn with(report: &[u8], change: impl FnOnce(&mut Document)) -> Vec<u8> {
    let mut document = Document::load_mem(report).unwrap();
    change(&mut document);
    saved(document)
}

fn follow<'d>(document: &'d Document, from: &'d Dictionary, keys: &[&str]) -> &'d Dictionary {
    keys.iter().fold(from, |at, key| at.get_deref(key.as_bytes(), document).unwrap().as_dict().unwrap())
}

/// The two attachments, with their file specifications.
fn attachments(document: &Document) -> Vec<(&Dictionary, &Stream)> {
    let files = document.catalog().unwrap().get(b"AF").unwrap().as_array().unwrap();
    files
        .iter()
        .map(|file| {
            let file = document.get_dictionary(file.as_reference().unwrap()).unwrap();
            let stream = file.get(b"EF").unwrap().as_dict().unwrap().get_deref(b"UF", document).unwrap();
            (file, stream.as_stream().unwrap())
        })
        .collect()
}

fn text(dictionary: &Dictionary, key: &str) -> String {
    decode_text_string(dictionary.get(key.as_bytes()).unwrap()).unwrap()
}

/// Another content for the attachment at a place.
fn replaced(report: &[u8], at: usize, content: &[u8]) -> Vec<u8> {
    with(report, |document| {
        let id = {
            let (specification, _) = attachments(document)[at];
            specification.get(b"EF").unwrap().as_dict().unwrap().get(b"UF").unwrap().as_reference().unwrap()
        };
        document.get_object_mut(id).unwrap().as_stream_mut().unwrap().set_plain_content(content.to_vec());
    })
}

#[test]
fn what_is_inside_is_described_and_the_page_prints_its_digest() {
    let assessment = example(COMPANY);
    let report = report();
    let document = Document::load_mem(&report).unwrap();
    let own = file::write(&assessment);
    let [(data, data_stream), (figures, figures_stream)] = attachments(&document)[..] else { panic!("two files") };
    assert_eq!(data_stream.get_plain_content().unwrap(), own);
    let json: serde_json::Value = serde_json::from_slice(&figures_stream.get_plain_content().unwrap()).unwrap();
    assert_eq!(json["pack"]["id"], "orientamento");
    assert!(json["total"]["score"].is_number());

    let name = format!("{}.orienta.json", assessment.company.name.trim_end_matches('.'));
    assert_eq!((text(data, "UF"), text(figures, "UF")), (name.clone(), "figures.json".into()));
    for (file, stream, relationship) in [(data, data_stream, &b"Source"[..]), (figures, figures_stream, b"Data")] {
        assert_eq!(file.get(b"Type").unwrap().as_name().unwrap(), b"Filespec");
        assert_eq!(file.get(b"AFRelationship").unwrap().as_name().unwrap(), relationship);
        assert!(!text(file, "Desc").is_empty() && !text(file, "F").is_empty());
        assert_eq!(stream.dict.get(b"Type").unwrap().as_name().unwrap(), b"EmbeddedFile");
        assert_eq!(stream.dict.get(b"Subtype").unwrap().as_name().unwrap(), b"application/json");
        let parameters = stream.dict.get(b"Params").unwrap().as_dict().unwrap();
        let size = stream.get_plain_content().unwrap().len() as i64;
        assert_eq!(parameters.get(b"Size").unwrap().as_i64().unwrap(), size);
        assert_eq!(text(parameters, "ModDate"), "D:20261123120000Z");
        assert_eq!(parameters.get(b"CheckSum").unwrap().as_str().unwrap().len(), 16);
    }
    // The tree of names has both, in the order of their bytes.
    let names = follow(&document, document.catalog().unwrap(), &["Names", "EmbeddedFiles"]).get(b"Names").unwrap();
    let keys: Vec<String> =
        names.as_array().unwrap().iter().step_by(2).map(|key| decode_text_string(key).unwrap()).collect();
    assert_eq!(keys, [name, "figures.json".into()]);

    // What sha256sum says of the attachment is what the pages print, in groups.
    let digest: String = Sha256::digest(&own).iter().map(|byte| format!("{byte:02x}")).collect();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let pages = pages(&report);
    let printed = pages.iter().filter(|page| squeezed(page).contains(&digest[..16])).count();
    assert!(printed > 0 && printed >= pages.len() - 1, "{printed} of {} pages", pages.len());
    assert_eq!(
        report,
        published(&assessment, Language::IT, &Edition::default()),
        "the same assessment, the same bytes"
    );
}

#[test]
fn what_went_in_comes_out() {
    for name in [COMPANY, "software-house"] {
        for language in [Language::IT, Language::EN] {
            let assessment = example(name);
            let report = published(&assessment, language, &Edition::default());
            assert_eq!(open(&report), Ok(own(&assessment)), "{name}");
            // Also once another program has written the file anew.
            assert_eq!(open(&with(&report, |_| ())), Ok(own(&assessment)), "{name}");
        }
    }
}

#[test]
fn a_change_is_noticed_where_it_was_made() {
    let report = report();
    let own = own(&example(COMPANY));
    let other = own.replacen("Officina", "Officine", 1);
    assert_ne!(other, own);
    assert_eq!(open(&replaced(&report, 0, other.as_bytes())), Err(CarriedError::DataChanged));
    assert_eq!(open(&replaced(&report, 0, own.as_bytes())), Ok(own.clone()), "the same bytes, packed otherwise");
    assert_eq!(open(&replaced(&report, 1, b"{}")), Err(CarriedError::FiguresChanged));

    // A figure on a page, a page taken out, pages in another order, something drawn on top.
    let edited = with(&report, |document| {
        let page = document.page_iter().nth(1).unwrap();
        let mut content = document.get_page_content(page);
        let at = content.iter().rposition(u8::is_ascii_digit).unwrap();
        content[at] = if content[at] == b'9' { b'8' } else { content[at] + 1 };
        document.change_page_content(page, content).unwrap();
    });
    let shorter = with(&report, |document| document.delete_pages(&[2]));
    let turned = with(&report, |document| {
        let root = document.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();
        let kids = document.get_dictionary_mut(root).unwrap().get_mut(b"Kids").unwrap().as_array_mut().unwrap();
        kids.swap(1, 2);
    });
    let covered = with(&report, |document| {
        let page = document.page_iter().nth(1).unwrap();
        document.add_page_contents(page, b"0 0 100 100 re f".to_vec()).unwrap();
    });
    for changed in [edited, shorter, turned, covered] {
        assert_eq!(open(&changed), Err(CarriedError::PagesChanged));
    }
    for error in [CarriedError::DataChanged, CarriedError::FiguresChanged, CarriedError::PagesChanged] {
        assert!(error.sentence(Language::IT).contains("non è una firma"));
        assert!(error.sentence(Language::EN).contains("no signature"));
    }
}

#[test]
fn other_pdfs_are_told_apart() {
    let report = report();
    let without = published(&example(COMPANY), Language::IT, &Edition { without_data: true, ..Edition::default() });
    assert_eq!(open(&without), Err(CarriedError::WithoutData));
    let stripped = with(&report, |document| {
        let catalog = document.catalog_mut().unwrap();
        catalog.remove(b"AF");
        catalog.remove(b"Names");
    });
    assert_eq!(open(&stripped), Err(CarriedError::WithoutData));
    let one_list = with(&report, |document| drop(document.catalog_mut().unwrap().remove(b"AF")));
    assert!(open(&one_list).is_ok(), "the tree of names is enough");
    let unsealed = with(&report, |document| drop(document.catalog_mut().unwrap().remove(b"PieceInfo")));
    assert_eq!(open(&unsealed), Err(CarriedError::Damaged));
    let foreign = with(&unsealed, |document| drop(document.trailer.remove(b"Info")));
    assert_eq!(open(&foreign), Err(CarriedError::NotOurs), "an attachment of that name makes no report");
    let later = with(&report, |document| {
        let pieces = document.catalog_mut().unwrap().get_mut(b"PieceInfo").unwrap().as_dict_mut().unwrap();
        let piece = pieces.get_mut(b"Orienta").unwrap().as_dict_mut().unwrap();
        piece.get_mut(b"Private").unwrap().as_dict_mut().unwrap().set("Version", 2);
    });
    assert_eq!(open(&later), Err(CarriedError::Future));
    assert_eq!(open(b"{}"), Err(CarriedError::NotPdf));
}

/// Words of notes and names are in the attachment, and with it they are gone.
#[test]
fn without_data_there_is_no_trace_of_the_notes() {
    let mut assessment = example(COMPANY);
    let planted = "zibaldone-planted-note";
    assessment.answers.values_mut().flatten().for_each(|answer| answer.note = planted.into());
    let found = |bytes: &[u8]| {
        let all = everything(bytes);
        all.windows(planted.len()).any(|w| w == planted.as_bytes()) || pages(bytes).join(" ").contains(planted)
    };
    assert!(found(&published(&assessment, Language::IT, &Edition::default())));
    let edition = Edition { without_data: true, ..Edition::default() };
    assert!(!found(&published(&assessment, Language::IT, &edition)));
}

#[test]
fn a_report_is_an_assessment_wherever_a_file_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (assessment, report) = (example(COMPANY), report());
    let own = file::write(&assessment);
    fs::write(at("report.pdf"), &report).unwrap();
    fs::write(at("own.orienta.json"), &own).unwrap();
    let opened = files::open(at("report.pdf").as_ref(), Language::IT).unwrap();
    assert_eq!(opened.assessment, assessment);

    let run = |args: &[&str]| {
        let program = || Program::new(assert_cmd::cargo::cargo_bin!("orienta-cli"));
        let output = program().args(["--lang", "en"]).args(args).output().unwrap();
        (output.status.code().unwrap(), output.stdout, String::from_utf8(output.stderr).unwrap())
    };
    let out = at("back.orienta.json");
    let (code, stdout, said) = run(&["open", &at("report.pdf"), "--out", &out]);
    assert_eq!((code, stdout.len(), said.as_str()), (0, 0, format!("orienta-cli: wrote {out}\n").as_str()));
    assert_eq!(fs::read(&out).unwrap(), own);
    let json = |file: &str| run(&["score", &at(file), "--json"]).1;
    assert!(!json("report.pdf").is_empty());
    assert_eq!(json("report.pdf"), json("own.orienta.json"));

    // Nothing goes onto the report, and what carries nothing says so.
    let (code, _, said) = run(&["open", &at("report.pdf"), "--out", &at("report.pdf")]);
    assert!(code == 1 && said.contains("it would be lost"), "{said}");
    assert_eq!(fs::read(at("report.pdf")).unwrap(), report);
    let (code, _, said) = run(&["open", &at("own.orienta.json"), "--out", &at("x.orienta.json")]);
    assert!(code == 1 && said.contains("own.orienta.json: This is no PDF."), "{said}");
    fs::write(at("cut.pdf"), &report[..report.len() / 2]).unwrap();
    for command in [["open", "--out"], ["report", "--pdf"]] {
        let (code, _, said) = run(&[command[0], &at("cut.pdf"), command[1], &at("x")]);
        assert!(code == 1 && said.contains("cut.pdf: This PDF is damaged"), "{said}");
    }
    assert!(!folder.path().join("x").exists() && !folder.path().join("x.orienta.json").exists());

    // A report with another JSON inside, its digests in order: the assessment's own reader refuses it.
    let foreign = with(&replaced(&report, 0, br#"{"a": 1}"#), |document| {
        let pieces = document.catalog_mut().unwrap().get_mut(b"PieceInfo").unwrap().as_dict_mut().unwrap();
        let piece = pieces.get_mut(b"Orienta").unwrap().as_dict_mut().unwrap();
        let digest = Object::string_literal(Sha256::digest(br#"{"a": 1}"#).to_vec());
        piece.get_mut(b"Private").unwrap().as_dict_mut().unwrap().set("Data", digest);
    });
    fs::write(at("foreign.pdf"), &foreign).unwrap();
    let (code, _, said) = run(&["score", &at("foreign.pdf")]);
    assert!(code == 1 && said.contains("no Orienta file"), "{said}");
}

#[cfg(feature = "gui")]
mod window {
    use std::collections::BTreeMap;
    use std::path::PathBuf;

    use orienta::app::{Command, Screen};
    use orienta::assessment::edit::CompanyField;
    use orienta::assessment::{Assessment, Edit, file};
    use orienta::export::pdf::CarriedError;
    use orienta::text::{Language, t};

    use super::{COMPANY, replaced, report};
    use crate::support::report::example;
    use crate::support::window::*;

    const PDF: &str = "/downloads/Relazione.pdf";

    fn shown(bytes: Vec<u8>) -> Shown {
        window(Fake { files: BTreeMap::from([(PathBuf::from(PDF), bytes)]), ..Fake::default() })
    }

    #[test]
    fn a_report_opens_as_a_new_document_with_a_file_of_its_own() {
        let report = report();
        let mut h = shown(report.clone());
        h.state_mut().run(Command::Open(PDF.into()));
        h.run();
        assert_eq!(assessment(&h), &example(COMPANY));
        assert_eq!(h.state().model.screen, Screen::Results);
        assert!(shows(&h, &t(Language::IT, "open-from-report")));
        assert_eq!(h.state_mut().services().files.len(), 1, "nothing is written before something changes");
        assert!(h.state().model.settings.recent.is_empty());

        h.state_mut().run(Command::Edit(Edit::Company(CompanyField::Name("Officina Ripresa".into()))));
        h.run();
        let own = PathBuf::from("/documents/Orienta/Officina Ripresa.orienta.json");
        let read =
            |h: &mut Shown| -> Assessment { serde_json::from_slice(&h.state_mut().services().files[&own]).unwrap() };
        assert_eq!(read(&mut h).company.name, "Officina Ripresa");
        h.state_mut().run(Command::Undo);
        h.run();
        assert_eq!(read(&mut h).company.name, example(COMPANY).company.name);
        assert_eq!(h.state_mut().services().files[&PathBuf::from(PDF)], report, "the report stays as it is");

        // Opened again it is the state of the report again, and the file with the changes stays.
        h.state_mut().run(Command::Open(PDF.into()));
        h.run();
        assert_eq!(file::write(assessment(&h)), file::write(&example(COMPANY)));
        assert_eq!(h.state_mut().services().files.len(), 2);
    }

    #[test]
    fn a_changed_report_leaves_what_is_open() {
        let mut h = shown(replaced(&report(), 1, b"{}"));
        press(&mut h, "Guarda un esempio");
        let before = assessment(&h).clone();
        h.state_mut().run(Command::Open(PDF.into()));
        h.run();
        let sentence = CarriedError::FiguresChanged.sentence(Language::IT);
        assert!(shows(&h, &format!("{PDF}: {sentence}")), "{:?}", h.state().model.message);
        assert_eq!(assessment(&h), &before);
    }
}
