//! A PDF from anywhere, read object by object and within stated bounds.
//!
//! lopdf reads a whole file at once and believes what it says: an object for every entry of the table, also where a thousand
//! entries share a place; object streams unpacked into trees of values many times their size; lengths followed from stream
//! to stream as deep as they go; tables as wide and as long as they claim. A few kilobytes can ask for all the memory there
//! is, or for all of the stack. So the table of objects is read here (ISO 32000-1, 7.5), with counted entries, and lopdf is
//! given what it does well: the text of one object, measured beforehand, and the bytes of one stream, with a limit.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::rc::Rc;

use lopdf::xref::XrefEntry;
use lopdf::{DecompressError, Dictionary, Document, Error, Object, Reader, Stream};

use super::open::CarriedError;

/// Bytes of the largest file that is looked at.
pub const LARGEST_FILE: u64 = 64 * MEGABYTE as u64;
const MEGABYTE: usize = 1024 * 1024;
/// Text of one object that is no stream, or of what stands before a stream's bytes.
const LONGEST_TEXT: usize = MEGABYTE;
/// Words, numbers and brackets in it. A value takes a hundred times the room of its two letters.
const MOST_TOKENS: usize = 10_000;
/// Brackets within brackets; a report has five. lopdf goes through them by recursion.
const DEEPEST: usize = 32;
/// Text of all objects that are looked at, those looked at twice counted twice.
const ALL_TEXT: usize = 64 * MEGABYTE;
/// Least that looking at an object counts.
const LEAST_TEXT: usize = 64;
/// Entries of all tables of objects together.
const MOST_ENTRIES: usize = 250_000;
/// Tables of objects: one, and one more each time a program appended changes.
const MOST_TABLES: usize = 256;
/// A table of objects that is a stream, unpacked.
const LARGEST_TABLE: usize = 8 * MEGABYTE;
/// All object streams, unpacked.
const ALL_PACKED: usize = 8 * MEGABYTE;
/// Objects in one object stream; programs write one or two hundred.
const MOST_PACKED: usize = 10_000;
/// White space and comments between two words.
const MOST_SPACE: usize = 4096;
/// Where the end of a file says where its table is.
const TAIL: usize = 2048;

type Result<T> = std::result::Result<T, CarriedError>;

/// Where an object is.
#[derive(Clone, Copy)]
enum Entry {
    /// In the file, from this byte on.
    At(usize),
    /// In the object stream with this number.
    In(u32),
}

/// Where the length of a stream may be found that is an object of its own.
#[derive(Clone, Copy)]
enum Lengths {
    Anywhere,
    /// Not in an object stream, for it is one that is being read.
    Plain,
}

/// An object stream, unpacked: its bytes, and where in them its objects begin.
struct Pack {
    bytes: Vec<u8>,
    index: Vec<(u32, u32)>,
}

/// An indirect object: its value, and the bytes after it where it is a stream.
struct Indirect<'a> {
    number: u32,
    value: Object,
    stream: Option<&'a [u8]>,
}

/// A PDF of which nothing is believed.
pub(super) struct Foreign<'a> {
    bytes: &'a [u8],
    table: BTreeMap<u32, Entry>,
    trailer: Dictionary,
    packs: RefCell<BTreeMap<u32, Rc<Pack>>>,
    text_left: Cell<usize>,
    packed_left: Cell<usize>,
}

impl<'a> Foreign<'a> {
    /// Reads the table of objects.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self> {
        if !super::is_pdf(bytes) {
            return Err(CarriedError::NotPdf);
        }
        if bytes.len() as u64 > LARGEST_FILE {
            return Err(CarriedError::TooLarge);
        }
        let mut file = Self {
            bytes,
            table: BTreeMap::new(),
            trailer: Dictionary::new(),
            packs: RefCell::default(),
            text_left: Cell::new(ALL_TEXT),
            packed_left: Cell::new(ALL_PACKED),
        };
        file.read_tables()?;
        if file.trailer.has(b"Encrypt") { Err(CarriedError::Encrypted) } else { Ok(file) }
    }

    /// From the newest table to the oldest: what a newer one says counts.
    fn read_tables(&mut self) -> Result<()> {
        let tail = self.bytes.len().saturating_sub(TAIL);
        let word = b"startxref";
        let last = self.bytes[tail..].windows(word.len()).rposition(|w| w == word).ok_or(CarriedError::Damaged)?;
        let (first, _) = number(self.bytes, tail + last + word.len())?;
        let mut next = Some(first);
        let mut seen = BTreeSet::new();
        let mut entries = MOST_ENTRIES;
        while let Some(at) = next {
            if !seen.insert(at) {
                return Err(CarriedError::Damaged);
            }
            if seen.len() > MOST_TABLES {
                return Err(CarriedError::TooLarge);
            }
            let trailer = self.read_table(at, &mut entries)?;
            let place = |key: &[u8]| match trailer.get(key) {
                Ok(place) => {
                    place.as_i64().ok().and_then(|n| usize::try_from(n).ok()).map(Some).ok_or(CarriedError::Damaged)
                }
                Err(_) => Ok(None),
            };
            // A file may have both kinds of table, the stream for newer programs (7.5.8.4).
            if let Some(at) = place(b"XRefStm")?.filter(|at| seen.insert(*at)) {
                self.read_table(at, &mut entries)?;
            }
            next = place(b"Prev")?;
            if self.trailer.is_empty() {
                self.trailer = trailer;
            }
        }
        Ok(())
    }

    /// Reads one table and gives its trailer.
    fn read_table(&mut self, at: usize, entries: &mut usize) -> Result<Dictionary> {
        let at = skip_space(self.bytes, at);
        match self.bytes.get(at..) {
            Some(rest) if rest.starts_with(b"xref") => self.read_plain_table(at + 4, entries),
            Some(_) => self.read_table_stream(at, entries),
            None => Err(CarriedError::Damaged),
        }
    }

    /// A table in letters (7.5.4).
    fn read_plain_table(&mut self, at: usize, entries: &mut usize) -> Result<Dictionary> {
        let mut at = skip_space(self.bytes, at);
        while !self.bytes[at.min(self.bytes.len())..].starts_with(b"trailer") {
            let (first, after) = number(self.bytes, at)?;
            let (count, after) = number(self.bytes, after)?;
            at = after;
            for index in 0..count {
                let (place, after) = number(self.bytes, at)?;
                let (_, after) = number(self.bytes, after)?;
                let kind = skip_space(self.bytes, after);
                match self.bytes.get(kind) {
                    Some(b'n') => self.enter(first.checked_add(index), Entry::At(place), entries)?,
                    Some(b'f') => *entries = entries.checked_sub(1).ok_or(CarriedError::TooLarge)?,
                    _ => return Err(CarriedError::Damaged),
                }
                at = kind + 1;
            }
            at = skip_space(self.bytes, at);
        }
        let (value, _) = self.value(self.bytes, at + "trailer".len())?;
        Ok(value.as_dict().map_err(|_| CarriedError::Damaged)?.clone())
    }

    /// A table that is a stream (7.5.8).
    fn read_table_stream(&mut self, at: usize, entries: &mut usize) -> Result<Dictionary> {
        let Indirect { value, stream, .. } = self.indirect(at, Lengths::Plain)?;
        let (dictionary, content) = match (value, stream) {
            (Object::Dictionary(dictionary), Some(content)) if dictionary.has_type(b"XRef") => (dictionary, content),
            _ => return Err(CarriedError::Damaged),
        };
        let rows = self.decode(&dictionary, content, LARGEST_TABLE)?;
        let whole = |object: &Object| object.as_i64().ok().and_then(|n| usize::try_from(n).ok());
        let list = |key: &[u8]| dictionary.get(key).and_then(Object::as_array).ok();
        let widths = list(b"W").and_then(|list| list.iter().map(whole).collect::<Option<Vec<_>>>());
        let Some([kind, place, rest]) = widths.as_deref() else { return Err(CarriedError::Damaged) };
        // A row without any bytes would never come to its end.
        let width = [*kind, *place, *rest].into_iter().try_fold(0, |sum, n| if n > 8 { None } else { Some(sum + n) });
        let (kind, place, width) = (*kind, *place, width.filter(|w| *w > 0).ok_or(CarriedError::Damaged)?);
        let size = dictionary.get(b"Size").ok().and_then(whole).ok_or(CarriedError::Damaged)?;
        let ranges: Vec<usize> = match list(b"Index") {
            Some(index) => index.iter().map(whole).collect::<Option<_>>().ok_or(CarriedError::Damaged)?,
            None => vec![0, size],
        };
        let mut rows = rows.chunks_exact(width);
        for range in ranges.chunks_exact(2) {
            for index in 0..range[1] {
                let row = rows.next().ok_or(CarriedError::Damaged)?;
                let field = |from: usize, width: usize| {
                    row[from..from + width].iter().fold(0_u64, |n, byte| n << 8 | u64::from(*byte))
                };
                let entry = match if kind == 0 { 1 } else { field(0, kind) } {
                    1 => usize::try_from(field(kind, place)).ok().map(Entry::At),
                    2 => u32::try_from(field(kind, place)).ok().map(Entry::In),
                    _ => {
                        *entries = entries.checked_sub(1).ok_or(CarriedError::TooLarge)?;
                        continue;
                    }
                };
                self.enter(range[0].checked_add(index), entry.ok_or(CarriedError::Damaged)?, entries)?;
            }
        }
        Ok(dictionary)
    }

    fn enter(&mut self, number: Option<usize>, entry: Entry, entries: &mut usize) -> Result<()> {
        *entries = entries.checked_sub(1).ok_or(CarriedError::TooLarge)?;
        let number = number.and_then(|n| u32::try_from(n).ok()).ok_or(CarriedError::Damaged)?;
        self.table.entry(number).or_insert(entry);
        Ok(())
    }

    /// The trailer (7.5.5) of the newest table.
    pub(super) fn trailer(&self) -> &Dictionary {
        &self.trailer
    }

    /// The value itself, or that of the object it refers to. Of a stream it is the dictionary.
    pub(super) fn resolve(&self, value: &Object) -> Result<Object> {
        match value {
            Object::Reference((number, _)) => self.object(*number).map(|found| found.value),
            direct => Ok(direct.clone()),
        }
    }

    /// An entry of a dictionary, resolved; none where it is not there or null.
    pub(super) fn entry(&self, dictionary: &Dictionary, key: &str) -> Result<Option<Object>> {
        let Ok(value) = dictionary.get(key.as_bytes()) else { return Ok(None) };
        Ok(Some(self.resolve(value)?).filter(|value| !value.is_null()))
    }

    /// The same where it must be a dictionary if it is there.
    pub(super) fn dictionary(&self, dictionary: &Dictionary, key: &str) -> Result<Option<Dictionary>> {
        match self.entry(dictionary, key)? {
            Some(Object::Dictionary(found)) => Ok(Some(found)),
            Some(_) => Err(CarriedError::Damaged),
            None => Ok(None),
        }
    }

    /// The same where it must be an array if it is there.
    pub(super) fn array(&self, dictionary: &Dictionary, key: &str) -> Result<Option<Vec<Object>>> {
        match self.entry(dictionary, key)? {
            Some(Object::Array(found)) => Ok(Some(found)),
            Some(_) => Err(CarriedError::Damaged),
            None => Ok(None),
        }
    }

    /// The decoded bytes of a stream, at most `limit`, and how many there were before.
    pub(super) fn stream(&self, value: &Object, limit: usize) -> Result<(Vec<u8>, usize)> {
        let Object::Reference((number, _)) = value else { return Err(CarriedError::Damaged) };
        match self.object(*number)? {
            Indirect { value: Object::Dictionary(dictionary), stream: Some(content), .. } => {
                Ok((self.decode(&dictionary, content, limit)?, content.len()))
            }
            _ => Err(CarriedError::Damaged),
        }
    }

    fn object(&self, number: u32) -> Result<Indirect<'a>> {
        match self.table.get(&number) {
            // A reference to what is not there is one to nothing (7.3.10).
            None => Ok(Indirect { number, value: Object::Null, stream: None }),
            Some(Entry::At(at)) => {
                let found = self.indirect(*at, Lengths::Anywhere)?;
                if found.number == number { Ok(found) } else { Err(CarriedError::Damaged) }
            }
            Some(Entry::In(container)) => {
                let pack = self.pack(*container)?;
                let at = pack.index.iter().find(|(id, _)| *id == number).ok_or(CarriedError::Damaged)?.1;
                Ok(Indirect { number, value: self.value(&pack.bytes, at as usize)?.0, stream: None })
            }
        }
    }

    /// An object stream (7.5.7). It cannot itself be in another.
    fn pack(&self, container: u32) -> Result<Rc<Pack>> {
        if let Some(pack) = self.packs.borrow().get(&container) {
            return Ok(Rc::clone(pack));
        }
        let Some(Entry::At(at)) = self.table.get(&container) else { return Err(CarriedError::Damaged) };
        let Indirect { number: own, value, stream } = self.indirect(*at, Lengths::Plain)?;
        let (dictionary, content) = match (value, stream) {
            (Object::Dictionary(d), Some(content)) if own == container && d.has_type(b"ObjStm") => (d, content),
            _ => return Err(CarriedError::Damaged),
        };
        let left = self.packed_left.get();
        let bytes = self.decode(&dictionary, content, left)?;
        self.packed_left.set(left.checked_sub(bytes.len().max(content.len())).ok_or(CarriedError::TooLarge)?);
        let whole = |key: &[u8]| {
            let value = dictionary.get(key).and_then(Object::as_i64).ok();
            value.and_then(|n| usize::try_from(n).ok()).ok_or(CarriedError::Damaged)
        };
        let (count, first) = (whole(b"N")?, whole(b"First")?);
        if count > MOST_PACKED {
            return Err(CarriedError::TooLarge);
        }
        let mut index = Vec::with_capacity(count);
        let mut at = 0;
        for _ in 0..count {
            let (number, after) = number(&bytes, at)?;
            let (offset, after) = self::number(&bytes, after)?;
            at = after;
            let number = u32::try_from(number).ok();
            let offset = first.checked_add(offset).and_then(|offset| u32::try_from(offset).ok());
            index.push(number.zip(offset).ok_or(CarriedError::Damaged)?);
        }
        let pack = Rc::new(Pack { bytes, index });
        self.packs.borrow_mut().insert(container, Rc::clone(&pack));
        Ok(pack)
    }

    /// The object that begins at a place of the file (7.3.10).
    fn indirect(&self, at: usize, lengths: Lengths) -> Result<Indirect<'a>> {
        let (number, after) = number(self.bytes, at)?;
        let number = u32::try_from(number).map_err(|_| CarriedError::Damaged)?;
        let (_, after) = self::number(self.bytes, after)?;
        let after = word(self.bytes, after, b"obj").ok_or(CarriedError::Damaged)?;
        let (value, after) = self.value(self.bytes, after)?;
        let Object::Dictionary(dictionary) = &value else { return Ok(Indirect { number, value, stream: None }) };
        let Some(after) = word(self.bytes, after, b"stream") else {
            return Ok(Indirect { number, value, stream: None });
        };
        let begin = match self.bytes.get(after..) {
            Some([b'\r', b'\n', ..]) => after + 2,
            Some([b'\n' | b'\r', ..]) => after + 1,
            _ => return Err(CarriedError::Damaged),
        };
        let length = match dictionary.get(b"Length") {
            Ok(Object::Reference((number, _))) => self.length(*number, lengths),
            Ok(direct) => direct.as_i64().ok().and_then(|n| usize::try_from(n).ok()),
            Err(_) => None,
        };
        let end = length.and_then(|length| begin.checked_add(length)).ok_or(CarriedError::Damaged)?;
        let content = self.bytes.get(begin..end).ok_or(CarriedError::Damaged)?;
        word(self.bytes, end, b"endstream").ok_or(CarriedError::Damaged)?;
        Ok(Indirect { number, value, stream: Some(content) })
    }

    /// A length that is an object of its own. It is read as a number and nothing else: a length that is a stream that has a
    /// length that is a stream would go on for as long as there is stack.
    fn length(&self, number: u32, lengths: Lengths) -> Option<usize> {
        match (self.table.get(&number)?, lengths) {
            (Entry::At(at), _) => {
                let (own, after) = self::number(self.bytes, *at).ok()?;
                let (_, after) = self::number(self.bytes, after).ok()?;
                let at = word(self.bytes, after, b"obj").filter(|_| u32::try_from(own) == Ok(number))?;
                self::number(self.bytes, at).ok().map(|(length, _)| length)
            }
            (Entry::In(container), Lengths::Anywhere) => {
                let pack = self.pack(*container).ok()?;
                let (_, at) = pack.index.iter().find(|(id, _)| *id == number)?;
                self::number(&pack.bytes, *at as usize).ok().map(|(length, _)| length)
            }
            (Entry::In(_), Lengths::Plain) => None,
        }
    }

    /// The value that begins at a place, and where it ends.
    fn value(&self, text: &[u8], at: usize) -> Result<(Object, usize)> {
        let begin = skip_space(text, at);
        let end = measure(text, begin)?;
        let left = self.text_left.get().checked_sub((end - begin).max(LEAST_TEXT)).ok_or(CarriedError::TooLarge)?;
        self.text_left.set(left);
        // lopdf reads values only as objects of a file: this is the smallest one.
        let file = [b"1 0 obj ", &text[begin..end], b" endobj "].concat();
        let mut document = Document::new();
        document.reference_table.insert(1, XrefEntry::Normal { offset: 0, generation: 0 });
        let reader = Reader {
            buffer: &file,
            document,
            encryption_state: None,
            raw_objects: BTreeMap::new(),
            password: None,
            strict: true,
            max_decompressed_size: Some(0),
        };
        let value = reader.get_object((1, 0), &mut HashSet::new()).map_err(|_| CarriedError::Damaged)?;
        Ok((value, end))
    }

    /// Undoes a stream's filter (7.4). What says how is looked for in the stream's own dictionary only, for elsewhere it
    /// could be in a stream again. One filter is what programs write that pack a file anew; two need the room twice.
    fn decode(&self, dictionary: &Dictionary, content: &[u8], limit: usize) -> Result<Vec<u8>> {
        if content.len() > limit {
            return Err(CarriedError::TooLarge);
        }
        fn only(value: &Object) -> Result<&Object> {
            match value {
                Object::Array(list) if list.len() == 1 => Ok(&list[0]),
                Object::Array(_) | Object::Reference(_) => Err(CarriedError::Damaged),
                one => Ok(one),
            }
        }
        let mut head = Dictionary::new();
        if let Ok(filter) = dictionary.get(b"Filter") {
            match only(filter)? {
                filter @ Object::Name(name)
                    if [&b"FlateDecode"[..], b"LZWDecode", b"ASCII85Decode"].contains(&&name[..]) =>
                {
                    head.set("Filter", filter.clone());
                }
                _ => return Err(CarriedError::Damaged),
            }
        }
        match dictionary.get(b"DecodeParms").map(only) {
            Err(_) | Ok(Ok(Object::Null)) => {}
            Ok(Ok(Object::Dictionary(parameters))) => {
                // lopdf makes a row of zeros before it looks whether there is one, and takes the room twice.
                let modest = |key: &[u8], most: i64| {
                    parameters.get(key).map_or(Ok(1), Object::as_i64).is_ok_and(|n| (1..=most).contains(&n))
                };
                let small = modest(b"Columns", 65_536) && modest(b"Colors", 4) && modest(b"BitsPerComponent", 16);
                if !small || limit > LARGEST_TABLE {
                    return Err(CarriedError::Damaged);
                }
                head.set("DecodeParms", parameters.clone());
            }
            Ok(_) => return Err(CarriedError::Damaged),
        }
        let decoded = Stream::new(head, content.to_vec()).decompressed_content_with_limit(limit);
        let mut decoded = decoded.map_err(|error| match error {
            Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => CarriedError::TooLarge,
            _ => CarriedError::Damaged,
        })?;
        decoded.shrink_to_fit();
        Ok(decoded)
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C' | b'\0')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}

/// Past white space and comments (7.2).
fn skip_space(text: &[u8], at: usize) -> usize {
    let mut comment = false;
    let passed = text.get(at..).unwrap_or_default().iter().take(MOST_SPACE).take_while(|byte| {
        comment = if comment { !b"\r\n".contains(byte) } else { **byte == b'%' };
        comment || is_space(**byte)
    });
    at + passed.count()
}

/// A whole number that is not negative, and where it ends.
fn number(text: &[u8], at: usize) -> Result<(usize, usize)> {
    let begin = skip_space(text, at);
    let digits = text.get(begin..).unwrap_or_default();
    // More digits than any place in a file has.
    let digits = &digits[..digits.iter().take(20).take_while(|b| b.is_ascii_digit()).count()];
    let number = std::str::from_utf8(digits).ok().and_then(|digits| digits.parse().ok());
    Ok((number.ok_or(CarriedError::Damaged)?, begin + digits.len()))
}

/// Where a word ends that comes next, if it does.
fn word(text: &[u8], at: usize, word: &[u8]) -> Option<usize> {
    let begin = skip_space(text, at);
    text.get(begin..)?.starts_with(word).then_some(begin + word.len())
}

/// Where the value ends that begins here, if it is none too large and nested none too deep.
fn measure(text: &[u8], begin: usize) -> Result<usize> {
    let (mut at, mut depth, mut tokens) = (begin, 0_usize, 0_usize);
    loop {
        at = skip_space(text, at);
        let rest = text.get(at..).unwrap_or_default();
        at += match rest {
            [b'<', b'<', ..] => {
                depth += 1;
                2
            }
            [b'[', ..] => {
                depth += 1;
                1
            }
            [b'>', b'>', ..] => {
                depth = depth.checked_sub(1).ok_or(CarriedError::Damaged)?;
                2
            }
            [b']', ..] => {
                depth = depth.checked_sub(1).ok_or(CarriedError::Damaged)?;
                1
            }
            [b'(', ..] => string(rest)?,
            [b'<', ..] => 1 + rest.iter().position(|b| *b == b'>').ok_or(CarriedError::Damaged)?,
            [b'/', ..] => 1 + rest[1..].iter().take_while(|b| is_regular(**b)).count(),
            [first, ..] if is_regular(*first) => rest.iter().take_while(|b| is_regular(**b)).count(),
            _ => return Err(CarriedError::Damaged),
        };
        tokens += 1;
        if depth > DEEPEST || tokens > MOST_TOKENS || at - begin > LONGEST_TEXT {
            return Err(CarriedError::TooLarge);
        }
        if depth == 0 {
            return Ok(at);
        }
    }
}

/// Length of a text in parentheses (7.3.4.2).
fn string(text: &[u8]) -> Result<usize> {
    let (mut depth, mut escaped) = (0_usize, false);
    for (at, byte) in text.iter().enumerate().take(LONGEST_TEXT + 1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Ok(at + 1);
        }
        if depth > DEEPEST {
            return Err(CarriedError::TooLarge);
        }
    }
    Err(if text.len() > LONGEST_TEXT { CarriedError::TooLarge } else { CarriedError::Damaged })
}
