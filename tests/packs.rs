//! A questionnaire in a folder: found beside an assessment, or named on the command line.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::fs;
use std::path::Path;

use assert_cmd::Command;

fn cli(args: &[&str]) -> (bool, String, String) {
    let output = Command::cargo_bin("orienta-cli").unwrap().args(["--lang", "en"]).args(args).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

/// A copy of the shipped pack under another id, with another first threshold.
fn copy_pack(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires/orientamento");
    for name in ["it.json", "en.json"] {
        fs::copy(shipped.join(name), folder.join(name)).unwrap();
    }
    let mut pack: serde_json::Value = serde_json::from_slice(&fs::read(shipped.join("pack.json")).unwrap()).unwrap();
    pack["id"] = "prova".into();
    pack["levels"] = serde_json::json!([0, 52, 60, 70, 80, 90]);
    fs::write(folder.join("pack.json"), pack.to_string()).unwrap();
}

#[test]
fn a_pack_beside_the_file_is_used() {
    let folder = tempfile::tempdir().unwrap();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/officina-meccanica.orienta.json");
    let mut file: serde_json::Value = serde_json::from_slice(&fs::read(example).unwrap()).unwrap();
    file["pack"]["id"] = "prova".into();
    let path = folder.path().join("impresa.orienta.json");
    fs::write(&path, file.to_string()).unwrap();
    let path = path.to_str().unwrap();

    let (done, _, errors) = cli(&["score", path, "--json"]);
    assert!(!done && errors.contains("prova") && errors.contains("questionnaires"), "{errors}");

    copy_pack(&folder.path().join("questionnaires/prova"));
    let (done, out, errors) = cli(&["score", path, "--json"]);
    assert!(done, "{errors}");
    let figures: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(figures["pack"]["id"], "prova");
    // 51 points are level 3 with the shipped thresholds and level 0 with these.
    assert_eq!(figures["total"]["level_uncapped"], 0);
}

#[test]
fn the_items_of_a_folder_can_be_listed() {
    let folder = tempfile::tempdir().unwrap();
    copy_pack(folder.path());
    let (done, out, errors) = cli(&["items", "--pack", folder.path().to_str().unwrap(), "--to", "json"]);
    assert!(done, "{errors}");
    let items: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert!(items.as_array().unwrap().iter().any(|i| i["id"] == "A20"));

    fs::remove_file(folder.path().join("en.json")).unwrap();
    let (done, out, errors) = cli(&["items", "--pack", folder.path().to_str().unwrap(), "--to", "json"]);
    assert!(!done && out.is_empty() && errors.contains("en.json"), "{errors}");
}
