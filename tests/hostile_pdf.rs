//! PDFs made to do harm: each gives a sentence, none a panic, and none takes more memory than the stated bound.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod support;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};

use flate2::Compression;
use flate2::write::{DeflateEncoder, ZlibEncoder};
use jiff::civil::date;
use lopdf::{Dictionary, Document, EncryptionState, EncryptionVersion, Object, ObjectId, Permissions, dictionary};
use orienta::assessment::{Assessment, file};
use orienta::export::pdf::{CarriedError, open, pdf};
use orienta::pack::find;
use orienta::pipeline::evaluate;
use orienta::report::{Carried, Edition};
use orienta::text::Language;
use peak_alloc::PeakAlloc;
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use sha2::{Digest as _, Sha256};
use support::report::example;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// What `open` says it stays below, beside the file's own bytes.
const BOUND: usize = 128 * 1024 * 1024;
const MEGABYTE: usize = 1024 * 1024;

static PANICS: AtomicUsize = AtomicUsize::new(0);

/// Opens a file, and holds it to what every file is held to.
fn opened(name: &str, bytes: &[u8], highest: &mut (usize, String)) -> Result<Vec<u8>, CarriedError> {
    ALLOCATOR.reset_peak_usage();
    let before = ALLOCATOR.current_usage();
    let found = open(bytes);
    let peak = ALLOCATOR.peak_usage().saturating_sub(before);
    assert!(peak < BOUND, "{name}: {} MiB", peak / MEGABYTE);
    if peak > highest.0 {
        *highest = (peak, name.to_owned());
    }
    assert_eq!(PANICS.load(Ordering::Relaxed), 0, "{name}: a panic was caught on the way");
    if let Err(error) = found {
        for language in [Language::IT, Language::EN] {
            let sentence = error.sentence(language);
            assert!(sentence.ends_with('.') && sentence.len() > 40 && !sentence.contains("carried-"), "{sentence}");
        }
    }
    found
}

/// A file of objects in this order, numbered from 1, with a table and a trailer.
fn file_of(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", index + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    bytes.extend(format!("trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n").bytes());
    bytes
}

/// A file that ends in a table that is a stream, with this dictionary and content; `{at}` is its own place.
fn stream_table(objects: &[u8], dictionary: &str, content: &[u8]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.extend(objects);
    let at = bytes.len();
    let dictionary = dictionary.replace("{at}", &at.to_string());
    bytes.extend(format!("9 0 obj\n<< /Type /XRef {dictionary} /Length {} >>\nstream\n", content.len()).bytes());
    bytes.extend(content);
    bytes.extend(format!("\nendstream\nendobj\nstartxref\n{at}\n%%EOF\n").bytes());
    bytes
}

fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    [format!("<< {dictionary} /Length {} >>\nstream\n", content.len()).as_bytes(), content, b"\nendstream"].concat()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A gigabyte of one letter, packed: a piece that ends on a byte, again and again.
fn bomb(letter: u8) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&vec![letter; MEGABYTE]).unwrap();
    encoder.flush().unwrap();
    let piece = encoder.get_ref().clone();
    // The checksum at the end is never reached.
    [&[0x78, 0xDA][..], &piece.repeat(1024), &[3, 0, 0, 0, 0, 0]].concat()
}

/// What the program's own reports have: the digests of data, figures and pages.
fn seal(data: &[u8]) -> String {
    let hex = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect::<String>();
    let digests = format!("/Data <{}> /Figures <{}> /Pages <{}>", hex(data), hex(b"{}"), hex(b""));
    format!("/PieceInfo << /Orienta << /Private << /Version 1 {digests} >> >> >>")
}

/// A whole report by hand, with its data as this stream and these pages.
fn by_hand(data: Vec<u8>, pages: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let name = |name: &str, stream: u32| format!("<< /UF ({name}) /EF << /UF {stream} 0 R >> >>").into_bytes();
    let mut objects = vec![
        format!("<< /AF [2 0 R 3 0 R] /Pages 6 0 R {} >>", seal(b"{}")).into_bytes(),
        name("a.orienta.json", 4),
        name("figures.json", 5),
        data,
        stream("", b"{}"),
        pages.as_bytes().to_vec(),
    ];
    objects.extend(more.iter().cloned());
    file_of(&objects, "")
}

fn changed(report: &[u8], change: impl FnOnce(&mut Document)) -> Vec<u8> {
    let mut document = Document::load_mem(report).unwrap();
    change(&mut document);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// The catalog with an entry changed.
fn catalog(report: &[u8], key: &str, value: impl Into<Object>) -> Vec<u8> {
    changed(report, |document| document.catalog_mut().unwrap().set(key, value.into()))
}

fn first_attachment(document: &Document) -> ObjectId {
    let files = document.catalog().unwrap().get(b"AF").unwrap().as_array().unwrap();
    let file = document.get_dictionary(files[0].as_reference().unwrap()).unwrap();
    file.get(b"EF").unwrap().as_dict().unwrap().get(b"UF").unwrap().as_reference().unwrap()
}

/// The report with another stream for its assessment.
fn attached(report: &[u8], filter: Object, content: Vec<u8>) -> Vec<u8> {
    changed(report, |document| {
        let id = first_attachment(document);
        let stream = document.get_object_mut(id).unwrap().as_stream_mut().unwrap();
        stream.dict.set("Filter", filter);
        stream.set_content(content);
    })
}

fn filters(names: &[&str]) -> Object {
    names.iter().map(|name| Object::Name(name.as_bytes().to_vec())).collect::<Vec<_>>().into()
}

fn encrypted(report: &[u8]) -> Vec<u8> {
    changed(report, |document| {
        let version = EncryptionVersion::V2 {
            document,
            owner_password: "owner",
            user_password: "",
            key_length: 40,
            permissions: Permissions::PRINTABLE,
        };
        let state = EncryptionState::try_from(version).unwrap();
        document.encrypt(&state).unwrap();
    })
}

/// A true report that begins and ends soon.
fn short(assessment: &Assessment) -> Vec<u8> {
    let pack = find(&assessment.pack.id).unwrap();
    let mut report = evaluate(pack, assessment, date(2026, 11, 23), Language::IT).report(&Edition::default());
    report.sections.truncate(2);
    let assessment = file::write(assessment);
    report.carried = Some(Carried { name: "Ditta Inventata".into(), assessment, figures: b"{}".to_vec() });
    pdf(&report).unwrap()
}

/// As much of everything as there may be: a long table, objects packed in spaces, an attachment that packs badly.
fn the_most() -> Vec<u8> {
    let mut noise = vec![0; 15 * MEGABYTE];
    ChaCha8Rng::seed_from_u64(7).fill_bytes(&mut noise);
    noise.resize(16 * MEGABYTE, b' ');
    let name = |name: &str, stream: u32| format!("<< /UF ({name}) /EF << /UF {stream} 0 R >> >>");
    let small = [
        (1, format!("<< /AF [3 0 R 4 0 R] /Pages 6 0 R {} >>", seal(b"{}"))),
        (3, name("a.orienta.json", 5)),
        (4, name("figures.json", 7)),
        (6, "<< /Kids [] >>".to_owned()),
    ];
    let (mut index, mut values) = (String::new(), String::new());
    for (number, value) in &small {
        index.push_str(&format!("{number} {} ", values.len()));
        values.push_str(value);
        values.push(' ');
    }
    let inside = [index.as_bytes(), values.as_bytes(), &vec![b' '; 7 * MEGABYTE]].concat();
    let head = format!("/Type /ObjStm /N {} /First {} /Filter /FlateDecode", small.len(), index.len());
    let streams = [
        (2, stream(&head, &packed(&inside))),
        (5, stream("/Filter /FlateDecode", &packed(&noise))),
        (7, stream("", b"{}")),
    ];
    let mut objects = Vec::new();
    let mut places = BTreeMap::new();
    for (number, object) in streams {
        places.insert(number, 9 + objects.len());
        objects.extend(format!("{number} 0 obj\n").bytes());
        objects.extend(object);
        objects.extend(b"\nendobj\n");
    }
    let rows: Vec<u8> = (0..240_000_u32)
        .flat_map(|number| match places.get(&number) {
            Some(place) => [&[1][..], &(*place as u32).to_be_bytes()].concat(),
            None => [&[2][..], &2_u32.to_be_bytes()].concat(),
        })
        .collect();
    let table = "/Root 1 0 R /Size 240000 /W [1 4 0] /Filter /FlateDecode";
    stream_table(&objects, table, &packed(&rows))
}

/// Files that are no reports at all.
fn strangers() -> Vec<(&'static str, Vec<u8>, CarriedError)> {
    use CarriedError::{Damaged, NotPdf, TooLarge};
    let mut noise = vec![0; MEGABYTE];
    ChaCha8Rng::seed_from_u64(6).fill_bytes(&mut noise);
    let headed = [b"%PDF-1.7\n", &noise[..]].concat();
    let mut long = vec![b' '; 65 * MEGABYTE];
    long[..9].copy_from_slice(b"%PDF-1.7\n");
    vec![
        ("empty", Vec::new(), NotPdf),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), NotPdf),
        ("an assessment", b"{\"format\": 1}".to_vec(), NotPdf),
        ("noise", noise, NotPdf),
        ("noise after a head", headed, Damaged),
        ("a head", b"%PDF-".to_vec(), Damaged),
        ("an end", b"%PDF-1.7\nstartxref\n9\n%%EOF".to_vec(), Damaged),
        ("65 MiB", long, TooLarge),
        ("a page and nothing else", file_of(&[b"<< /Pages 2 0 R >>".to_vec()], ""), CarriedError::NotOurs),
    ]
}

/// The table of objects and object streams.
fn tables() -> Vec<(&'static str, Vec<u8>, CarriedError)> {
    use CarriedError::{Damaged, TooLarge};
    let flate = "/Filter /FlateDecode";
    let table = |more: &str, content: &[u8]| stream_table(b"", &format!("/Root 1 0 R {more}"), content);
    let plain = |trailer: &str| file_of(&[b"<< >>".to_vec()], trailer);
    // The catalog in an object stream at byte 9: entries 1 (in 2) and 2 (at 9).
    let in_pack = |dictionary: &str, content: &[u8]| {
        let container = [b"2 0 obj\n", &stream(dictionary, content)[..], b"\nendobj\n"].concat();
        let rows = [[2, 2, 0], [1, 9, 0]].concat();
        stream_table(&container, "/Root 1 0 R /Size 3 /Index [1 2] /W [1 1 1]", &rows)
    };
    let rows = |count: usize| packed(&vec![1; 3 * count]);
    let at = |trailer: &str| {
        let bytes = plain(trailer);
        bytes.windows(5).position(|w| w == b"xref\n").unwrap()
    };
    let own = at("/Prev 00");
    let cyclic = format!("/Prev {own}");
    let lengths: Vec<Vec<u8>> = std::iter::once(b"<< /Pages 2 0 R >>".to_vec())
        .chain((0..20_000).map(|n| format!("<< /Length {} 0 R >>\nstream\n\nendstream", n + 3).into_bytes()))
        .collect();
    vec![
        ("a bomb as table", table(&format!("/Size 9 /W [1 1 1] {flate}"), &bomb(1)), TooLarge),
        ("rows of no width", table("/Size 9 /W [0 0 0] /Index [0 4294967295]", b""), Damaged),
        ("rows wider than memory", table("/Size 9 /W [1 9223372036854775807 1]", b"123"), Damaged),
        ("rows of less than no width", table("/Size 9 /W [1 -1 1]", b"123"), Damaged),
        ("a table longer than it is", table("/Size 9223372036854775807 /W [1 1 1]", b"123"), Damaged),
        (
            "a table from the end of numbers",
            table("/Size 9 /W [1 1 1] /Index [9223372036854775807 9]", b"111111"),
            Damaged,
        ),
        ("a million entries", table(&format!("/Size 1000000 /W [1 1 1] {flate}"), &rows(1_000_000)), TooLarge),
        (
            "entries in letters",
            {
                let entries = "0000000009 00000 n \n".repeat(300_000);
                let table =
                    format!("%PDF-1.7\nxref\n0 300000\n{entries}trailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF");
                table.into_bytes()
            },
            TooLarge,
        ),
        ("a table before itself", plain(&cyclic), Damaged),
        ("a stream before itself", table("/Size 1 /W [1 1 1] /Prev {at}", b"123"), Damaged),
        ("a table before the beginning", plain("/Prev -1"), Damaged),
        ("a table beyond the end", plain("/Prev 99999999999"), Damaged),
        (
            "wide rows to predict",
            table(
                &format!("/Size 9 /W [1 1 1] {flate} /DecodeParms << /Predictor 12 /Columns 2000000000 >>"),
                &packed(b"123"),
            ),
            Damaged,
        ),
        ("a bomb of objects", in_pack(&format!("/Type /ObjStm /N 1 /First 4 {flate}"), &bomb(b' ')), TooLarge),
        ("more objects than letters", in_pack("/Type /ObjStm /N 4294967295 /First 4", b"1 0 << >>"), TooLarge),
        ("objects before the first", in_pack("/Type /ObjStm /N 1 /First 9223372036854775807", b"1 0 << >>"), Damaged),
        (
            "objects packed as one of them says",
            in_pack("/Type /ObjStm /N 1 /First 4 /Filter 1 0 R", b"1 0 << >>"),
            Damaged,
        ),
        (
            "objects as long as one of them says",
            {
                let container =
                    b"2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length 1 0 R >>\nstream\n1 0 9\nendstream\nendobj\n";
                stream_table(container, "/Root 1 0 R /Size 3 /Index [1 2] /W [1 1 1]", &[2, 2, 0, 1, 9, 0])
            },
            Damaged,
        ),
        (
            "objects inside themselves",
            {
                let rows = [2, 1, 0];
                stream_table(b"", "/Root 1 0 R /Size 2 /Index [1 1] /W [1 1 1]", &rows)
            },
            Damaged,
        ),
        ("lengths of lengths", file_of(&lengths, ""), CarriedError::NotOurs),
    ]
}

/// Values that are too deep, too long or too many.
fn values() -> Vec<(&'static str, Vec<u8>, CarriedError)> {
    use CarriedError::{Damaged, TooLarge};
    let catalog = |value: Vec<u8>| file_of(&[[b"<< /Extra ", &value[..], b" >>"].concat()], "");
    let shut = |open: &str, close: &str| [open.repeat(100_000), close.repeat(100_000)].concat().into_bytes();
    vec![
        ("lists in lists", catalog(shut("[", "]")), TooLarge),
        ("lists never shut", catalog(b"[".repeat(MEGABYTE / 2)), TooLarge),
        ("dictionaries in dictionaries", catalog(shut("<< /A ", " >>")), TooLarge),
        ("parentheses in parentheses", catalog(shut("(", ")")), TooLarge),
        ("a text never shut", catalog(b"(".to_vec()), Damaged),
        ("sixty million numbers", catalog([&b"["[..], &b"1 ".repeat(30 * MEGABYTE), b"]"].concat()), TooLarge),
        ("a text of sixty million letters", catalog([&b"("[..], &vec![b'a'; 60 * MEGABYTE], b")"].concat()), TooLarge),
        ("a comment of sixty million letters", catalog([&b"%"[..], &vec![b'a'; 60 * MEGABYTE]].concat()), TooLarge),
        ("more shut than open", file_of(&[b">> ]".to_vec()], ""), Damaged),
        (
            "a length beyond the end",
            by_hand(b"<< /Length 99999999999999 >>\nstream\n{}\nendstream".to_vec(), "null", &[]),
            Damaged,
        ),
        ("a length below nothing", by_hand(b"<< /Length -1 >>\nstream\n{}\nendstream".to_vec(), "null", &[]), Damaged),
        ("as much of everything as there may be", the_most(), CarriedError::DataChanged),
        ("no length", by_hand(b"<< >>\nstream\n{}\nendstream".to_vec(), "null", &[]), Damaged),
    ]
}

/// Pages that are many, large, or no pages.
fn pages() -> Vec<(&'static str, Vec<u8>, CarriedError)> {
    use CarriedError::{Damaged, PagesChanged, TooLarge};
    let hand = |pages: &str, more: &[Vec<u8>]| by_hand(stream("", b"{}"), pages, more);
    let flate = "/Filter /FlateDecode";
    let large = stream(flate, &packed(&vec![b' '; 7 * MEGABYTE]));
    let again = format!("<< /Contents [{}] >>", "7 0 R ".repeat(3000));
    vec![
        ("a page that is a text", hand("<< /Kids [(page)] >>", &[]), Damaged),
        ("a page inside itself", hand("<< /Kids [6 0 R] >>", &[]), Damaged),
        ("a page twice", hand("<< /Kids [7 0 R 7 0 R] >>", &[b"<< >>".to_vec()]), Damaged),
        ("kids that are a number", hand("<< /Kids 7 >>", &[]), Damaged),
        ("content that is a number", hand("<< /Contents 7 0 R >>", &[b"7".to_vec()]), Damaged),
        ("a bomb on a page", hand("<< /Contents 7 0 R >>", &[stream(flate, &bomb(b' '))]), TooLarge),
        ("a page drawn three thousand times", hand(&again, &[large]), TooLarge),
        ("a table of pages without an end", hand(&format!("<< /Kids [{}] >>", "<< >> ".repeat(20_000)), &[]), TooLarge),
        ("an empty page more", hand("<< >>", &[]), PagesChanged),
        (
            "a page packed in a way nobody knows",
            hand("<< /Contents 7 0 R >>", &[stream("/Filter /Crypt", b"")]),
            Damaged,
        ),
    ]
}

/// Attachments of a true report that are not what they should be.
fn attachments(report: &[u8]) -> Vec<(&'static str, Vec<u8>, CarriedError)> {
    use CarriedError::{Damaged, TooLarge, WithoutData};
    let flate = || filters(&["FlateDecode"]);
    let reference = |id: ObjectId| Object::Reference(id);
    let own_catalog = Document::load_mem(report).unwrap().trailer.get(b"Root").unwrap().as_reference().unwrap();
    let number = changed(report, |document| {
        let id = first_attachment(document);
        document.objects.insert(id, Object::Integer(7));
    });
    let loops = changed(report, |document| {
        let id = document.new_object_id();
        document.objects.insert(id, dictionary! { "Kids" => vec![reference(id)] }.into());
        document.catalog_mut().unwrap().set("Names", dictionary! { "EmbeddedFiles" => id });
    });
    let itself = changed(report, |document| {
        let id = document.new_object_id();
        document.objects.insert(id, vec![reference(id)].into());
        document.catalog_mut().unwrap().set("AF", id);
    });
    let many: Vec<Object> = vec![Dictionary::new().into(); 3000];
    vec![
        ("a bomb inside", attached(report, flate(), bomb(0)), TooLarge),
        ("a bomb in a bomb", attached(report, filters(&["FlateDecode", "FlateDecode"]), packed(&bomb(0))), Damaged),
        ("twenty million zeros", attached(report, filters(&["ASCII85Decode"]), vec![b'z'; 5 * MEGABYTE]), TooLarge),
        ("17 MiB", attached(report, flate(), packed(&vec![b' '; 17 * MEGABYTE])), TooLarge),
        (
            "17 MiB, not packed",
            changed(report, |document| {
                let id = first_attachment(document);
                let stream = document.get_object_mut(id).unwrap().as_stream_mut().unwrap();
                stream.set_plain_content(vec![b' '; 17 * MEGABYTE]);
            }),
            TooLarge,
        ),
        ("16 MiB of spaces", attached(report, flate(), packed(&vec![b' '; 16 * MEGABYTE])), CarriedError::DataChanged),
        ("an attachment that is a number", number, Damaged),
        ("a list of files that is a number", catalog(report, "AF", 7), Damaged),
        ("names that are a number", catalog(report, "Names", 7), Damaged),
        ("names of names of names", loops, Damaged),
        ("a list of files that is in itself", itself, Damaged),
        (
            "the catalog as file",
            catalog(&catalog(report, "AF", vec![reference(own_catalog)]), "Names", Object::Null),
            WithoutData,
        ),
        ("nothing as file", catalog(&catalog(report, "AF", Object::Null), "Names", Object::Null), WithoutData),
        ("three thousand files", catalog(report, "AF", many), TooLarge),
        ("digests that are a number", catalog(report, "PieceInfo", 7), Damaged),
        ("encrypted", encrypted(report), CarriedError::Encrypted),
        (
            "said to be encrypted",
            changed(report, |d| d.trailer.set("Encrypt", Dictionary::new())),
            CarriedError::Encrypted,
        ),
        (
            "an assessment left out",
            changed(report, |document| {
                let id = first_attachment(document);
                document.objects.remove(&id);
            }),
            Damaged,
        ),
    ]
}

#[test]
fn hostile_files_get_a_sentence_and_no_more_memory_than_is_said() {
    std::panic::set_hook(Box::new({
        let usual = std::panic::take_hook();
        move |info| {
            PANICS.fetch_add(1, Ordering::Relaxed);
            usual(info);
        }
    }));
    let assessment = example("negozio-abbigliamento");
    let own = file::write(&assessment);
    let report = short(&assessment);
    let mut highest = (0, String::new());
    assert_eq!(opened("a report", &report, &mut highest), Ok(own.clone()));
    let empty = by_hand(stream("", b"{}"), "<< /Kids [] >>", &[]);
    assert_eq!(opened("the least report", &empty, &mut highest), Ok(b"{}".to_vec()), "what is built on is sound");

    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    let sets = [strangers, tables, values, pages];
    let made = sets.into_iter().flat_map(|set| set()).chain(attachments(&report));
    for (name, bytes, error) in made {
        let found = opened(name, &bytes, &mut highest);
        if found != Err(error) {
            wrong.push(format!("{name}: {:?}, not {error:?}", found.map(|data| data.len())));
        }
        *kinds.entry(format!("{error:?}")).or_default() += 1;
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(kinds.len(), 8, "{kinds:?}");

    // Cut off, and with letters changed: it is refused, or nothing that counts was touched.
    let mut refused = 0;
    let length = report.len();
    let cut = (0..120).map(|n| (format!("cut at {n}/120"), report[..length * n / 120].to_vec()));
    let ends = (1..40).map(|n| (format!("cut {n} before the end"), report[..length - n].to_vec()));
    let flipped = (0..length).step_by(97).map(|at| {
        let mut bytes = report.clone();
        bytes[at] ^= 0x55;
        (format!("byte {at} changed"), bytes)
    });
    for (name, bytes) in cut.chain(ends).chain(flipped) {
        match opened(&name, &bytes, &mut highest) {
            Err(_) => refused += 1,
            Ok(found) => assert!(found == own, "{name}: something else came out"),
        }
    }
    assert!(refused > 150, "{refused} were refused");
    assert!(highest.0 > 20 * MEGABYTE, "the largest attachment allowed takes its room: {highest:?}");
}
