//! Numbers as people write them, and fields for them.

use std::ops::RangeInclusive;

use egui::Ui;

use crate::text::{Language, decimal, grouped, t, ta};
use crate::ui::widgets::TextField;

/// Reads a number: spaces, the language's separators and a currency sign may stand in it. The inner none where nothing is
/// written, the outer where it is no number.
pub(super) fn read(language: Language, words: &str) -> Option<Option<f64>> {
    let (group, point) = (t(language, "number-group"), t(language, "number-decimal"));
    let kept: String = words.chars().filter(|c| !c.is_whitespace() && !matches!(c, '€' | '\'')).collect();
    if kept.is_empty() {
        return Some(None);
    }
    // «2.5» where a full stop groups thousands: with other than three digits after it, it can only be a decimal.
    let grouped = kept.split(&group).skip(1).all(|digits| digits.split(&point).next().is_some_and(|d| d.len() == 3));
    let plain = if group.is_empty() || !grouped {
        kept.replace(',', ".")
    } else {
        kept.replace(&group, "").replace(&point, ".")
    };
    let sound = plain.chars().all(|c| c.is_ascii_digit() || c == '.');
    plain.parse().ok().filter(|_| sound).map(Some)
}

/// A number as it stands in a field: with a decimal only where there is one.
pub(super) fn written(language: Language, x: f64) -> String {
    if (x - x.round()).abs() < 1e-9 { grouped(language, x) } else { decimal(language, x, &[]) }
}

/// A number that is asked for.
pub(super) struct Asked<'a> {
    /// Its name.
    pub(super) label: &'a str,
    /// Unit, and whether it is an assumption.
    pub(super) help: &'a str,
    /// The number of the moment.
    pub(super) value: f64,
    /// Whether nobody has said it: then Enter says it.
    pub(super) assumed: bool,
    /// What it may be.
    pub(super) range: RangeInclusive<f64>,
    /// Whether only whole numbers will do.
    pub(super) whole: bool,
    /// Width of the field in points.
    pub(super) width: f32,
}

/// A number being typed: it becomes a change when the field is left.
#[derive(Default)]
pub(super) struct Number {
    text: String,
    typing: bool,
}

impl Number {
    /// Draws the field. Gives what was written once the field is left: a number, or none where it was emptied.
    pub(super) fn show(&mut self, ui: &mut Ui, asked: &Asked<'_>, language: Language) -> Option<Option<f64>> {
        let current = written(language, asked.value);
        if !self.typing && self.text != current {
            self.text.clone_from(&current);
        }
        let fault = self.fault(asked, language);
        let field = TextField::new(asked.label).help(asked.help).width(asked.width).error(fault.as_deref());
        let response = field.show(ui, &mut self.text);
        if response.has_focus() {
            self.typing = self.typing || response.changed();
            return None;
        }
        let entered = response.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
        if entered && asked.assumed && self.text == current {
            return Some(Some(asked.value));
        }
        self.take(asked, language)
    }

    /// What was written, where typing has not been ended; what is no such number stays in the field.
    pub(super) fn take(&mut self, asked: &Asked<'_>, language: Language) -> Option<Option<f64>> {
        if !self.typing {
            return None;
        }
        let read = self.read(asked, language)?;
        self.typing = false;
        (self.text.trim() != written(language, asked.value)).then_some(read)
    }

    /// Whether something is being typed.
    pub(super) fn is_typing(&self) -> bool {
        self.typing
    }

    /// The number written at the moment, while it is being typed.
    pub(super) fn typed(&self, language: Language, range: &RangeInclusive<f64>) -> Option<f64> {
        read(language, &self.text).flatten().filter(|x| self.typing && range.contains(x))
    }

    fn read(&self, asked: &Asked<'_>, language: Language) -> Option<Option<f64>> {
        let sound = |x: f64| asked.range.contains(&x) && (!asked.whole || x.fract() == 0.0);
        read(language, &self.text).filter(|read| read.is_none_or(sound))
    }

    fn fault(&self, asked: &Asked<'_>, language: Language) -> Option<String> {
        if !self.typing || self.read(asked, language).is_some() {
            return None;
        }
        let places = [
            ("low", written(language, *asked.range.start()).into()),
            ("high", written(language, *asked.range.end()).into()),
        ];
        Some(ta(language, if asked.whole { "value-number-range" } else { "plan-number-range" }, &places))
    }
}

/// Reads a low and a high end; none where one is no number from 0 to `most`, or the low end lies above the high one.
pub(super) fn read_range(language: Language, low: &str, high: &str, most: f64) -> Option<[f64; 2]> {
    let (low, high) = (read(language, low)??, read(language, high)??);
    (0.0 <= low && low <= high && high <= most).then_some([low, high])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        let (it, en) = (Language::IT, Language::EN);
        for (words, number) in
            [("12.000", 12_000.0), ("12 000 €", 12_000.0), ("8,5", 8.5), ("8.5", 8.5), ("1.200,50", 1200.5), ("0", 0.0)]
        {
            assert_eq!(read(it, words), Some(Some(number)), "{words}");
        }
        for (words, number) in [("12,000", 12_000.0), ("8.5", 8.5), ("1,200.50", 1200.5), ("8,5", 8.5)] {
            assert_eq!(read(en, words), Some(Some(number)), "{words}");
        }
        assert_eq!(read(it, "  "), Some(None));
        for words in ["tanto", "-5", "1e9", "inf", "NaN", "1,2,3"] {
            assert_eq!(read(it, words), None, "{words}");
        }
        assert_eq!(read_range(it, "1.000", "2.000", 1e7), Some([1000.0, 2000.0]));
        for (low, high) in [("2.000", "1.000"), ("", "5"), ("1", "99.999.999")] {
            assert_eq!(read_range(it, low, high, 1e7), None, "{low} {high}");
        }
        for x in [0.0, 8.5, 12_000.0] {
            assert_eq!(read(it, &written(it, x)), Some(Some(x)));
        }
    }
}
