//! Runs of text broken into lines, ragged right.
//!
//! Breaks are where Unicode's line breaking algorithm (UAX #14) allows them; a word wider than the measure is cut between
//! letters, since text outside its column would be worse.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_normalization::char::is_combining_mark;

use super::fonts::Fonts;
use crate::report::{Run, Weight};

/// Letters of one weight on one line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) weight: Weight,
}

/// One line, with its width in points.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) spans: Vec<Span>,
    pub(super) width: f32,
}

/// A letter with its place in the text and its advance, kerning included.
struct Letter {
    at: usize,
    c: char,
    weight: Weight,
    advance: f32,
}

/// Runs as one text, measured, with the ends of the parts that hold together.
struct Measured {
    letters: Vec<Letter>,
    /// Number of letters up to an opportunity to break, and whether there must be a break.
    opportunities: Vec<(usize, bool)>,
}

/// Rounding of sums of advances must not push out a word that just fits.
const TOLERANCE: f32 = 0.01;
/// In longer paragraphs a short last line is no eyesore.
const MOST_TO_EVEN: usize = 12;

/// The lines of `runs` at a type size in a measure, both in points. Text without a letter has no lines.
pub(super) fn break_lines(fonts: &Fonts, runs: &[Run], size: f32, measure: f32) -> Vec<Line> {
    Measured::new(fonts, runs, size).lines(fonts, measure)
}

/// The same number of lines as [`break_lines`], but the last one takes up at least a share of the measure, where a measure up
/// to a fifth narrower can bring that about: no word alone at the end of a paragraph, no heading with a short tail.
pub(super) fn break_evenly(fonts: &Fonts, runs: &[Run], size: f32, measure: f32, share: f32) -> Vec<Line> {
    let text = Measured::new(fonts, runs, size);
    let lines = text.lines(fonts, measure);
    let even = |lines: &[Line]| lines.last().is_none_or(|last| last.width >= share * measure);
    if lines.len() < 2 || lines.len() > MOST_TO_EVEN || even(&lines) {
        return lines;
    }
    (1..=10)
        .map(|step| text.lines(fonts, measure * (1.0 - 0.02 * step as f32)))
        .take_while(|narrower| narrower.len() == lines.len())
        .find(|narrower| even(narrower))
        .unwrap_or(lines)
}

/// The width of the widest word, or of whatever else must not be broken.
pub(super) fn widest_word(fonts: &Fonts, runs: &[Run], size: f32) -> f32 {
    let text = Measured::new(fonts, runs, size);
    let mut start = 0;
    let mut widest = 0.0_f32;
    for &(end, _) in &text.opportunities {
        widest = widest.max(width(trimmed(&text.letters[start..end])));
        start = end;
    }
    widest
}

/// At most `most` lines; where there are more, the last one ends with “…”.
pub(super) fn break_at_most(fonts: &Fonts, runs: &[Run], size: f32, measure: f32, most: usize) -> Vec<Line> {
    let mut lines = break_lines(fonts, runs, size, measure);
    if lines.len() <= most {
        return lines;
    }
    lines.truncate(most);
    let Some(last) = lines.last_mut() else { return lines };
    let Some(mut span) = last.spans.pop() else { return lines };
    let face = fonts.face(span.weight);
    let rest: f32 = last.spans.iter().map(|span| fonts.face(span.weight).width(&span.text, size)).sum();
    span.text.push('…');
    while rest + face.width(&span.text, size) > measure && span.text.chars().count() > 1 {
        let kept: String = span.text.chars().take(span.text.chars().count() - 2).collect();
        span.text = format!("{}…", kept.trim_end());
    }
    last.width = rest + face.width(&span.text, size);
    last.spans.push(span);
    lines
}

impl Measured {
    fn new(fonts: &Fonts, runs: &[Run], size: f32) -> Self {
        let mut text = String::new();
        let mut letters: Vec<Letter> = Vec::new();
        for run in runs {
            let face = fonts.face(run.weight);
            let clean = fonts.clean(&run.text);
            let mut following = clean.chars();
            for c in clean.chars() {
                following.next();
                if c == ' ' && letters.last().is_some_and(|last| last.c == ' ') {
                    continue;
                }
                let kern = following.clone().next().map_or(0.0, |next| face.kern(c, next));
                let advance = if c == '\n' { 0.0 } else { (face.advance(c) + kern) * size };
                letters.push(Letter { at: text.len(), c, weight: run.weight, advance });
                text.push(c);
            }
        }
        let opportunities = linebreaks(&text)
            .map(|(at, kind)| (letters.partition_point(|letter| letter.at < at), kind == BreakOpportunity::Mandatory))
            .collect();
        Self { letters, opportunities }
    }

    fn lines(&self, fonts: &Fonts, measure: f32) -> Vec<Line> {
        let measure = measure.max(0.0);
        let too_wide = |letters: &[Letter]| width(trimmed(letters)) > measure + TOLERANCE;
        let mut ranges = Vec::new();
        let mut start = 0; // first letter of the line in the making
        let mut word = 0; // first letter after the last opportunity
        for &(end, mandatory) in &self.opportunities {
            if word > start && too_wide(&self.letters[start..end]) {
                ranges.push(start..word);
                start = word;
            }
            while too_wide(&self.letters[start..end]) {
                let cut = start + cut_in_word(&self.letters[start..end], measure);
                ranges.push(start..cut);
                start = cut;
            }
            word = end;
            if mandatory {
                ranges.push(start..end);
                start = end;
            }
        }
        let mut lines: Vec<Line> = ranges.into_iter().map(|range| line(fonts, &self.letters[range])).collect();
        while lines.last().is_some_and(|line| line.spans.is_empty()) {
            lines.pop();
        }
        lines
    }
}

fn trimmed(letters: &[Letter]) -> &[Letter] {
    let start = letters.iter().position(|letter| !letter.c.is_whitespace()).unwrap_or(letters.len());
    let end = letters.iter().rposition(|letter| !letter.c.is_whitespace()).map_or(start, |last| last + 1);
    &letters[start..end]
}

fn width(letters: &[Letter]) -> f32 {
    letters.iter().map(|letter| letter.advance).sum()
}

/// How many letters of a word go on a line: at least one, and no mark apart from its letter.
fn cut_in_word(letters: &[Letter], measure: f32) -> usize {
    let mut taken = 0.0;
    let mut fits = letters
        .iter()
        .position(|letter| {
            taken += letter.advance;
            taken > measure + TOLERANCE
        })
        .unwrap_or(letters.len());
    while fits > 1 && letters.get(fits).is_some_and(|letter| is_combining_mark(letter.c)) {
        fits -= 1;
    }
    fits.max(1)
}

fn line(fonts: &Fonts, letters: &[Letter]) -> Line {
    let letters = trimmed(letters);
    let mut spans: Vec<Span> = Vec::new();
    for letter in letters {
        let c = fonts.face(letter.weight).shown(letter.c);
        match spans.last_mut() {
            Some(span) if span.weight == letter.weight => span.text.push(c),
            _ => spans.push(Span { text: c.to_string(), weight: letter.weight }),
        }
    }
    Line { spans, width: width(letters) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(runs: &[Run], measure: f32) -> Vec<String> {
        let fonts = Fonts::load().unwrap();
        let lines = break_lines(&fonts, runs, 10.0, measure);
        for line in &lines {
            assert!(line.width <= measure + 0.1 || line.spans[0].text.chars().count() == 1, "{line:?} in {measure}");
        }
        lines.iter().map(|line| line.spans.iter().map(|span| span.text.as_str()).collect()).collect()
    }

    #[test]
    fn words_move_down_whole_and_none_is_lost() {
        let text = "La tua impresa è al livello 2, Parziale: i gestionali ci sono, ma i dati si riscrivono a mano";
        let lines = set(&[Run::plain(text)], 120.0);
        assert!(lines.len() > 2);
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn a_word_wider_than_the_measure_is_cut_and_none_of_it_is_lost() {
        let word = "precipitevolissimevolmente".repeat(8);
        let lines = set(&[Run::plain(format!("Ecco {word} fine"))], 80.0);
        assert_eq!(lines.concat().replace(' ', ""), format!("Ecco{word}fine"));
    }

    #[test]
    fn spaces_in_a_row_count_once() {
        assert_eq!(set(&[Run::plain("uno  due "), Run::strong(" tre")], 300.0), ["uno due tre"]);
    }

    #[test]
    fn a_last_line_is_not_a_word_alone_where_it_can_be_helped() {
        let fonts = Fonts::load().unwrap();
        let runs =
            [Run::plain("Con due collegamenti e una regola sugli accessi si sale al livello tre entro un solo anno")];
        let mut helped = 0;
        for measure in (100..300).map(|measure| measure as f32) {
            let plain = break_lines(&fonts, &runs, 10.0, measure);
            let even = break_evenly(&fonts, &runs, 10.0, measure, 0.3);
            assert_eq!(plain.len(), even.len());
            let (before, after) = (plain[plain.len() - 1].width, even[even.len() - 1].width);
            assert!(after >= before.min(0.3 * measure));
            helped += usize::from(before < 0.3 * measure && after >= 0.3 * measure);
        }
        assert!(helped > 5, "{helped}");
    }

    #[test]
    fn the_widest_word_fits_where_it_says() {
        let fonts = Fonts::load().unwrap();
        let runs = [Run::plain("la Punteg"), Run::strong("giatura è 5")];
        let widest = widest_word(&fonts, &runs, 10.0);
        let whole = |measure: f32| {
            let lines = break_lines(&fonts, &runs, 10.0, measure);
            lines.iter().any(|line| line.spans.iter().map(|span| span.text.as_str()).eq(["Punteg", "giatura"]))
        };
        assert!(whole(widest));
        assert!(!whole(widest - 1.0));
    }

    #[test]
    fn a_no_break_space_holds_its_neighbours_together() {
        for measure in 10..80 {
            let lines = set(&[Run::plain("circa 1.200\u{a0}€ annui")], 30.0 + measure as f32);
            assert!(lines.iter().any(|line| line.contains("1.200 €")), "{lines:?}");
        }
    }

    #[test]
    fn a_change_of_weight_is_no_place_to_break() {
        for measure in 40..120 {
            let lines = set(&[Run::plain("vedi la mis"), Run::strong("ura quattro")], measure as f32);
            assert!(lines.iter().any(|line| line.contains("misura")), "{lines:?}");
        }
    }

    #[test]
    fn line_feeds_break_and_emptiness_has_no_lines() {
        assert_eq!(set(&[Run::plain("uno\ndue\n")], 300.0), ["uno", "due"]);
        assert!(set(&[], 300.0).is_empty());
        assert!(set(&[Run::plain(" \u{1} ")], 300.0).is_empty());
    }

    #[test]
    fn no_measure_is_too_small_to_end() {
        assert_eq!(set(&[Run::plain("abc")], 0.0), ["a", "b", "c"]);
        assert_eq!(set(&[Run::plain("abc")], -5.0), ["a", "b", "c"]);
    }

    #[test]
    fn a_shortened_text_says_so_and_fits() {
        let fonts = Fonts::load().unwrap();
        let lines = break_at_most(&fonts, &[Run::plain("parola ".repeat(50))], 10.0, 100.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].spans[0].text.ends_with('…'));
        assert!(lines[1].width <= 100.0);
    }
}
