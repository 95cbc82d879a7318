//! The icons that desktops want as files are what the program draws. After a change of the drawing they are made anew with
//! `UPDATE_ICONS=1 cargo test --test desktop_icons`.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]
#![cfg(feature = "gui")]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use orienta::ui::emblem;

/// Sides in pixels; desktops with twice the resolution take the next larger ones.
const SIDES: [u32; 9] = [16, 24, 32, 48, 64, 96, 128, 256, 512];

fn icons() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/linux/icons/hicolor")
}

fn png_path(side: u32) -> PathBuf {
    icons().join(format!("{side}x{side}/apps/orienta.png"))
}

fn svg_path() -> PathBuf {
    icons().join("scalable/apps/orienta.svg")
}

fn write_all() {
    for side in SIDES {
        let path = png_path(side);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let mut encoder = png::Encoder::new(BufWriter::new(File::create(path).unwrap()), side, side);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        encoder.write_header().unwrap().write_image_data(&emblem::rgba(side)).unwrap();
    }
    fs::create_dir_all(svg_path().parent().unwrap()).unwrap();
    fs::write(svg_path(), emblem::svg()).unwrap();
}

fn files(folder: &Path, out: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, out) } else { out.extend([path]) }
    }
}

#[test]
fn icons_on_disk_are_what_the_program_draws() {
    if std::env::var_os("UPDATE_ICONS").is_some() {
        write_all();
    }
    for side in SIDES {
        let path = png_path(side);
        let mut reader = png::Decoder::new(BufReader::new(File::open(&path).unwrap())).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!(
            (info.width, info.height, info.color_type),
            (side, side, png::ColorType::Rgba),
            "{}",
            path.display()
        );
        assert!(pixels == emblem::rgba(side), "{} is another picture", path.display());
    }
    assert_eq!(fs::read_to_string(svg_path()).unwrap(), emblem::svg());
    let mut found = BTreeSet::new();
    files(&icons(), &mut found);
    let known: BTreeSet<PathBuf> = SIDES.into_iter().map(png_path).chain([svg_path()]).collect();
    assert_eq!(found, known, "no icon is left over");
}
