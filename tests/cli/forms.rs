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
    for name in ["cover-1", "summary-1", "position-1", "index-1", "plan-1", "plan-2"] {
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
