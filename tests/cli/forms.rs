//! The report in forms other than PDF.

use super::*;

const FILE: &str = "officina-meccanica.orienta.json";

#[test]
fn charts_are_written_as_svg_and_png_under_names_that_stay() {
    let folder = folder();
    let (file, out) = (example(FILE), path_in(&folder, "grafici"));
    let said = done(&["export", &file, "--to", "charts", "--out", &out, "--date", DATE]);
    let names = names_in(Path::new(&out));
    assert_eq!(said.err.lines().count(), names.len(), "each file is named: {}", said.err);
    for name in ["cover-1", "position-1", "position-2", "index-1", "plan-1", "plan-2"] {
        for ending in ["svg", "png"] {
            assert!(names.contains(&format!("{name}.{ending}")), "{name}.{ending} in {names:?}");
        }
    }
    let radar = String::from_utf8(fs::read(Path::new(&out).join("position-1.svg")).unwrap()).unwrap();
    let scores = json_of(&["score", &file, "--json"]);
    let digital = scores["dimensions"][0]["score"].as_f64().unwrap();
    assert!(radar.starts_with("<svg ") && radar.contains(&format!("{digital:.1}")), "the values are said: {radar}");
    let picture = image::open(Path::new(&out).join("position-1.png")).unwrap();
    assert!(picture.width() > 600 && picture.height() > 400, "{} × {}", picture.width(), picture.height());
}

/// What `export` writes for the example on the tests' day.
fn exported(language: &str, to: &str) -> Vec<u8> {
    let folder = folder();
    let (file, out) = (example(FILE), path_in(&folder, "out"));
    let args = ["--lang", language, "export", &file, "--to", to, "--out", &out, "--date", DATE];
    let said = said(program().args(args).output().unwrap());
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{}", said.err);
    assert!(said.err.contains(&out), "{}", said.err);
    fs::read(&out).unwrap()
}

#[test]
fn workbook_document_and_handout_are_what_their_names_say() {
    for (to, begins, holds) in [
        ("xlsx", &b"PK"[..], &b"xl/workbook.xml"[..]),
        ("docx", b"PK", b"word/document.xml"),
        ("handout", b"%PDF-", b"%%EOF"),
    ] {
        let bytes = exported("it", to);
        assert!(bytes.starts_with(begins), "{to}");
        assert!(bytes.windows(holds.len()).any(|part| part == holds), "{to}");
    }
    assert_ne!(exported("it", "xlsx"), exported("en", "xlsx"), "the language is that of --lang");
}

#[test]
fn the_blank_questionnaire_needs_a_file_to_go_into() {
    let folder = folder();
    let out = path_in(&folder, "questionario.pdf");
    assert_eq!(run(&["items", "--to", "pdf"]).code, 2);
    let args = ["items", "--to", "pdf", "--mode", "quick", "--sector", "trade", "--date", DATE, "--out"];
    let written = |out: &str| {
        assert_eq!(done(&[&args[..], &[out]].concat()).out, "");
        fs::read(out).unwrap()
    };
    let bytes = written(&out);
    assert!(bytes.starts_with(b"%PDF-"));
    assert_eq!(bytes, written(&path_in(&folder, "2.pdf")), "the same day gives the same bytes");
    // The others may go into a file too, and say the same there as on standard output.
    let list = path_in(&folder, "voci.json");
    done(&["items", "--to", "json", "--out", &list]);
    assert_eq!(fs::read_to_string(&list).unwrap(), done(&["items", "--to", "json"]).out);
}
