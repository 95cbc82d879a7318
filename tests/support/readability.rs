//! How easily an Italian text is read.

/// Gulpease = 89 + (300·sentences − 10·letters) / words (Lucisano and Piemontese, 1988).
pub(crate) fn gulpease(text: &str) -> f64 {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count() as f64;
    let words = text.split_whitespace().count() as f64;
    let mut sentences = 0.0;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if matches!(c, '.' | '!' | '?') && rest.peek().is_none_or(|c| c.is_whitespace()) {
            sentences += 1.0;
        }
    }
    89.0 + (300.0 * sentences - 10.0 * letters) / words
}

/// The least that a text may have.
pub(crate) const LEAST_GULPEASE: f64 = 45.0;
