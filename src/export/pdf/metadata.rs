//! Facts about the document as XMP (ISO 16684-1), in step with the information dictionary.
//!
//! No standard is claimed here: the file is built to the rules of PDF/A-3 and PDF/UA-1, but no complete validator has
//! looked at it.

use std::fmt::Write as _;

use super::finish::PRODUCER;
use crate::report::Meta;

/// Text on one line, without control characters and the two other code points that XML 1.0 does not allow.
pub(super) fn one_line(text: &str) -> String {
    let blank = |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
    let spaced: String = text.chars().map(|c| if blank(c) { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True for what looks like a language tag (RFC 5646).
pub(super) fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let primary = parts.next().unwrap_or_default();
    (2..=8).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// The whole packet.
pub(super) fn xmp(meta: &Meta) -> String {
    let mut properties = format!(
        "<dc:format>application/pdf</dc:format>\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>\
         <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:description>\
         <dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>",
        escaped(&meta.title),
        escaped(&meta.subject),
        escaped(&meta.creator),
    );
    // Writing to a string cannot fail.
    if is_language(&meta.language) {
        let _ = write!(properties, "<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>", meta.language);
    }
    let creator = escaped(&meta.creator);
    let _ = write!(properties, "<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>");
    if let Ok(date) = meta.date.parse::<jiff::civil::Date>() {
        for name in ["CreateDate", "ModifyDate", "MetadataDate"] {
            let _ = write!(properties, "<xmp:{name}>{date}T12:00:00Z</xmp:{name}>");
        }
    }
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\
         {properties}</rdf:Description></rdf:RDF></x:xmpmeta>\n\
         <?xpacket end=\"w\"?>"
    )
}

/// Text for XML.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            _ => escaped.push(c),
        }
    }
    escaped
}
