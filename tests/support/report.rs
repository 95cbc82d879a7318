//! Reports with their data inside, and what is in them.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use jiff::civil::date;
use lopdf::Document;
use orienta::assessment::{Assessment, file};
use orienta::export::pdf::publish;
use orienta::pack::find;
use orienta::pipeline::evaluate;
use orienta::report::Edition;
use orienta::text::Language;

/// An example, as its file has it.
pub(crate) fn example(name: &str) -> Assessment {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(format!("{name}.orienta.json"));
    file::open(&fs::read(path).unwrap(), find, Language::IT).unwrap().assessment
}

/// The report of an assessment on a fixed day, as it is given out.
pub(crate) fn published(assessment: &Assessment, language: Language, edition: &Edition) -> Vec<u8> {
    let pack = find(&assessment.pack.id).unwrap();
    let evaluation = evaluate(pack, assessment, date(2026, 11, 23), language);
    publish(&evaluation, edition, &mut |_| ControlFlow::Continue(())).unwrap()
}

/// The text of each page, decoded by the fonts' tables as a reader's program does, with single spaces.
pub(crate) fn pages(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).unwrap();
    let text = |number: &u32| document.extract_text(&[*number]).unwrap();
    document.get_pages().keys().map(|n| text(n).split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// Every stream of a file, unpacked, and every text of its dictionaries: all places where words could be.
pub(crate) fn everything(bytes: &[u8]) -> Vec<u8> {
    let document = Document::load_mem(bytes).unwrap();
    let mut all = Vec::new();
    for object in document.objects.values() {
        if let Ok(stream) = object.as_stream() {
            all.extend(stream.get_plain_content().unwrap());
        }
        all.extend(format!("{object:?}\n").into_bytes());
    }
    all
}
