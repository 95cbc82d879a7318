//! Runs of text broken into lines, ragged right.
//!
//! Breaks are where Unicode's line breaking algorithm (UAX #14) allows them and, in running text, between syllables. Of all
//! ways to break a paragraph the one with the least raggedness is taken, as Knuth and Plass do it for justified text. A
//! word wider than the measure is cut between letters, since text outside its column would be worse.

use std::ops::Range;
use std::rc::Rc;

use hypher::{Lang, hyphenate_bounded};
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_normalization::char::is_combining_mark;

use super::fonts::Fonts;
use crate::report::{Run, Weight};

/// Letters of one weight and language on one line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) weight: Weight,
    /// Where it is not the report's.
    pub(super) language: Option<&'static str>,
    /// The whole word where this is a part of one that is divided over two lines, with its hyphen.
    pub(super) whole: Option<Rc<str>>,
    /// The address on the web to which it leads.
    pub(super) address: Option<Rc<str>>,
}

impl Span {
    /// Words in the report's language.
    pub(super) fn new(text: impl Into<String>, weight: Weight) -> Self {
        Self { text: text.into(), weight, language: None, whole: None, address: None }
    }
}

/// True where both are the same word or address, or none.
pub(super) fn same(a: Option<&Rc<str>>, b: Option<&Rc<str>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => Rc::ptr_eq(a, b),
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// One line, with its width in points.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) spans: Vec<Span>,
    pub(super) width: f32,
    /// True where a space stands between this line and the next one of the same paragraph.
    pub(super) spaced: bool,
}

/// How a paragraph is broken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    /// Type size in points.
    pub(super) size: f32,
    /// The longest line in points.
    pub(super) measure: f32,
    /// The least share of the measure that the last line takes up, where it can be helped: no word alone at the end of a
    /// paragraph, no heading with a short tail.
    pub(super) last: f32,
    /// The language by whose syllables words are divided, for text in no language of its own; none where no word is.
    pub(super) syllables: Option<Lang>,
}

impl Manner {
    /// Lines as few and as even as can be, no word divided.
    pub(super) const fn plain(size: f32, measure: f32) -> Self {
        Self { size, measure, last: 0.0, syllables: None }
    }
}

/// The language to divide words by; those without rules have their words whole.
pub(super) fn syllables(language: &str) -> Option<Lang> {
    match language.split('-').next() {
        Some("it") => Some(Lang::Italian),
        Some("en") => Some(Lang::English),
        _ => None,
    }
}

/// A letter with its place in the text and its advance, kerning included.
struct Letter {
    at: usize,
    c: char,
    weight: Weight,
    language: Option<&'static str>,
    advance: f32,
    address: Option<Rc<str>>,
}

/// Where a line may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Break {
    /// Between words.
    Open,
    /// A line must end.
    Must,
    /// Between syllables, with a hyphen.
    Hyphen,
    /// Inside a word too wide for the measure.
    Cut,
}

/// A place where a line may end, after so many letters.
#[derive(Clone, Copy, Debug)]
struct Place {
    end: usize,
    kind: Break,
}

/// Runs as one text, measured.
struct Measured {
    letters: Vec<Letter>,
    /// Between words, in order; the last one is the text's end.
    places: Vec<Place>,
    /// Where an address may be cut that is too wide for a line: after so many letters.
    cuts: Vec<usize>,
}

/// Rounding of sums of advances must not push out a word that just fits.
const TOLERANCE: f32 = 0.01;
/// Words shorter than this stay whole.
const LEAST_TO_DIVIDE: usize = 6;
/// The fewest letters before a hyphen and after it.
const AROUND_HYPHEN: (usize, usize) = (2, 3);

/// What makes a line bad, beside the square of its slack in percent of the measure over 100: a line left empty from its
/// middle costs 25. Where words stay whole a line more is dearer than any raggedness; a hyphen may save one.
mod cost {
    pub(super) const LINE: f64 = 1e4;
    pub(super) const LINE_OF_HYPHENS: f64 = 4.0;
    pub(super) const SHORT_END: f64 = 400.0;
    pub(super) const HYPHEN: f64 = 0.8;
    pub(super) const HYPHEN_AGAIN: f64 = 6.0;
    pub(super) const CUT: f64 = 2e5;
}

/// The lines of `runs` at a type size in a measure, both in points. Text without a letter has no lines.
pub(super) fn break_lines(fonts: &Fonts, runs: &[Run], size: f32, measure: f32) -> Vec<Line> {
    set(fonts, runs, Manner::plain(size, measure))
}

/// The lines of `runs` in a manner. Text without a letter has no lines.
pub(super) fn set(fonts: &Fonts, runs: &[Run], manner: Manner) -> Vec<Line> {
    Measured::new(fonts, runs, manner.size).lines(fonts, manner)
}

/// The width of the widest word, or of whatever else must not be broken.
pub(super) fn widest_word(fonts: &Fonts, runs: &[Run], size: f32) -> f32 {
    let text = Measured::new(fonts, runs, size);
    let mut start = 0;
    let mut widest = 0.0_f32;
    for place in &text.places {
        widest = widest.max(width(trimmed(&text.letters[start..place.end])));
        start = place.end;
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
    last.spaced = false;
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
            let address: Option<Rc<str>> = run.address.as_deref().map(Rc::from);
            let mut following = clean.chars();
            for c in clean.chars() {
                following.next();
                if c == ' ' && letters.last().is_some_and(|last| last.c == ' ') {
                    continue;
                }
                let kern = following.clone().next().map_or(0.0, |next| face.kern(c, next));
                let advance = if c == '\n' { 0.0 } else { (face.advance(c) + kern) * size };
                let (weight, language, address) = (run.weight, run.language, address.clone());
                letters.push(Letter { at: text.len(), c, weight, language, advance, address });
                text.push(c);
            }
        }
        // An address is one word, whatever signs are in it.
        let inside = |place: &Place| {
            let beside = place.end.checked_sub(1).and_then(|before| letters.get(before)).zip(letters.get(place.end));
            place.kind == Break::Open
                && beside.is_some_and(|(a, b)| a.address.is_some() && same(a.address.as_ref(), b.address.as_ref()))
        };
        let (cuts, places): (Vec<Place>, Vec<Place>) = linebreaks(&text)
            .map(|(at, kind)| Place {
                end: letters.partition_point(|letter| letter.at < at),
                kind: if kind == BreakOpportunity::Mandatory { Break::Must } else { Break::Open },
            })
            .partition(inside);
        Self { places, cuts: cuts.into_iter().map(|place| place.end).collect(), letters }
    }

    fn lines(&self, fonts: &Fonts, manner: Manner) -> Vec<Line> {
        let manner = Manner { measure: manner.measure.max(0.0), ..manner };
        let places = self.all_places(fonts, manner);
        let mut ends: Vec<Place> = Vec::new();
        for part in places.split_inclusive(|place| place.kind == Break::Must) {
            let start = ends.last().map_or(0, |place| place.end);
            ends.extend(self.best(fonts, start, part, manner));
        }
        let divided = self.divided(&ends);
        let starts = std::iter::once(0).chain(ends.iter().map(|place| place.end));
        let ranges = starts.zip(&ends).map(|(start, place)| (start..place.end, place.kind));
        let mut lines: Vec<Line> =
            ranges.map(|(range, kind)| self.line(fonts, range, kind, &divided, manner.size)).collect();
        while lines.last().is_some_and(|line| line.spans.is_empty()) {
            lines.pop();
        }
        if let Some(last) = lines.last_mut() {
            last.spaced = false;
        }
        lines
    }

    /// The places between words with those inside of them: syllables where words may be divided, letters where a word is
    /// wider than the measure.
    fn all_places(&self, fonts: &Fonts, manner: Manner) -> Vec<Place> {
        let mut places = Vec::new();
        let mut start = 0;
        for &place in &self.places {
            let word = start..place.end;
            let before = places.len();
            if let Some(language) = manner.syllables {
                self.divide(word.clone(), language, &mut places);
            }
            if width(trimmed(&self.letters[word.clone()])) > manner.measure + TOLERANCE
                && !self.fits_divided(fonts, word.clone(), &places[before..], manner)
            {
                places.truncate(before);
                let cuts: Vec<usize> = self.cuts.iter().copied().filter(|end| word.contains(end)).collect();
                let (ends, kind) = if self.fit(word.clone(), cuts.iter().copied(), manner.measure) {
                    (cuts, Break::Open)
                } else {
                    (word.skip(1).filter(|&end| !is_combining_mark(self.letters[end].c)).collect(), Break::Cut)
                };
                places.extend(ends.into_iter().map(|end| Place { end, kind }));
            }
            places.push(place);
            start = place.end;
        }
        places
    }

    /// True where every part of a divided word, its hyphen with it, is within the measure.
    fn fits_divided(&self, fonts: &Fonts, word: Range<usize>, places: &[Place], manner: Manner) -> bool {
        let hyphen = hyphen(fonts, Weight::Semibold, manner.size);
        self.fit(word, places.iter().map(|place| place.end), manner.measure - hyphen)
    }

    /// True where every part of a word that ends at some places is within a width.
    fn fit(&self, word: Range<usize>, ends: impl IntoIterator<Item = usize>, within: f32) -> bool {
        let mut start = word.start;
        ends.into_iter().chain([word.end]).all(|end| {
            let part = width(trimmed(&self.letters[start..end]));
            start = end;
            part <= within
        })
    }

    /// Where a word may be divided: ordinary words only, neither names nor addresses nor figures.
    fn divide(&self, word: Range<usize>, language: Lang, places: &mut Vec<Place>) {
        let letters = &self.letters[word.clone()];
        let Some(first) = letters.iter().position(|letter| letter.c.is_alphanumeric()) else { return };
        let last = letters.iter().rposition(|letter| letter.c.is_alphanumeric()).unwrap_or(first);
        let core = &letters[first..=last];
        if core.len() < LEAST_TO_DIVIDE || !core.iter().all(|letter| is_ordinary(letter.c)) {
            return;
        }
        let mut at = word.start + first;
        for part in core.split_inclusive(|letter| is_apostrophe(letter.c)) {
            let syllabic: String = part.iter().map(|letter| letter.c).filter(|c| !is_apostrophe(*c)).collect();
            let own = part.first().and_then(|letter| letter.language);
            let language = own.map_or(Some(language), syllables);
            let whole = part.iter().all(|letter| letter.language == own);
            if let Some(language) = language
                && whole
                && syllabic.chars().count() >= LEAST_TO_DIVIDE
            {
                let mut end = at;
                let (before, after) = AROUND_HYPHEN;
                for syllable in hyphenate_bounded(&syllabic, language, before, after) {
                    end += syllable.chars().count();
                    places.push(Place { end, kind: Break::Hyphen });
                }
                places.pop(); // the end of the word
            }
            at += part.len();
        }
    }

    /// The best way through the places: each is reached from the one that makes the lines so far the least bad.
    fn best(&self, fonts: &Fonts, start: usize, places: &[Place], manner: Manner) -> Vec<Place> {
        let sums: Vec<f32> = std::iter::once(0.0)
            .chain(self.letters[start..].iter().scan(0.0, |sum, letter| {
                *sum += letter.advance;
                Some(*sum)
            }))
            .take(places.last().map_or(0, |place| place.end - start) + 1)
            .collect();
        let blank = |index: usize| self.letters[index].c.is_whitespace();
        // First letter and end of a line, without the spaces at its ends.
        let begins = |from: usize, to: usize| (from..to).find(|&index| !blank(index)).unwrap_or(to);
        let ends =
            |from: usize, to: usize| (from..to).rev().find(|&index| !blank(index)).map_or(from, |index| index + 1);
        let line_cost = if manner.syllables.is_some() { cost::LINE_OF_HYPHENS } else { cost::LINE };

        // Of each place the least cost, and the place before it; nodes are the places with the start before them.
        let mut least: Vec<(f64, usize)> = vec![(0.0, 0)];
        for (index, place) in places.iter().enumerate() {
            let mut best = (f64::INFINITY, index);
            for from in (0..=index).rev() {
                let (begin, hyphened) = match from.checked_sub(1).and_then(|before| places.get(before)) {
                    Some(before) => (before.end, before.kind == Break::Hyphen),
                    None => (start, false),
                };
                let begin = begins(begin, place.end);
                let end = ends(begin, place.end);
                let mut width = sums[end - start] - sums[begin - start];
                if place.kind == Break::Hyphen {
                    width += hyphen(fonts, self.letters[place.end - 1].weight, manner.size);
                }
                if width > manner.measure + TOLERANCE {
                    // Nothing from further back fits either; the nearest place is the way out where nothing does.
                    if from == index {
                        best = (least[from].0 + cost::CUT, from);
                    }
                    break;
                }
                let share = if manner.measure > 0.0 { f64::from(width / manner.measure).min(1.0) } else { 1.0 };
                let last = index + 1 == places.len();
                let shape = if last {
                    let missing = (f64::from(manner.last) - share).max(0.0);
                    cost::SHORT_END * missing * missing
                } else {
                    100.0 * (1.0 - share) * (1.0 - share)
                };
                let ending = match place.kind {
                    Break::Hyphen if hyphened => cost::HYPHEN_AGAIN,
                    Break::Hyphen => cost::HYPHEN,
                    Break::Cut => cost::CUT,
                    Break::Open | Break::Must => 0.0,
                };
                let total = least[from].0 + line_cost + shape + ending;
                if total < best.0 {
                    best = (total, from);
                }
            }
            least.push(best);
        }
        let mut way = Vec::new();
        let mut node = places.len();
        while node > 0 {
            way.push(places[node - 1]);
            node = least[node].1;
        }
        way.reverse();
        way
    }

    /// The words that lines end in the middle of.
    fn divided(&self, ends: &[Place]) -> Vec<(Range<usize>, Rc<str>)> {
        let mut words: Vec<(Range<usize>, Rc<str>)> = Vec::new();
        for place in ends.iter().filter(|place| place.kind == Break::Hyphen) {
            let next = self.places.partition_point(|word| word.end < place.end);
            let start = next.checked_sub(1).and_then(|before| self.places.get(before)).map_or(0, |word| word.end);
            let end = self.places.get(next).map_or(self.letters.len(), |word| word.end);
            if words.last().is_none_or(|(word, _)| word.start != start) {
                let text: String = self.letters[start..end].iter().map(|letter| letter.c).collect();
                let blanks = text.chars().count() - text.trim_end().chars().count();
                words.push((start..end - blanks, text.trim_end().into()));
            }
        }
        words
    }

    fn line(
        &self,
        fonts: &Fonts,
        range: Range<usize>,
        end: Break,
        divided: &[(Range<usize>, Rc<str>)],
        size: f32,
    ) -> Line {
        let all = &self.letters[range.clone()];
        let letters = trimmed(all);
        let first = range.start + all.iter().take_while(|letter| letter.c.is_whitespace()).count();
        let mut spans: Vec<Span> = Vec::new();
        for (index, letter) in (first..).zip(letters) {
            let c = fonts.face(letter.weight).shown(letter.c);
            let whole = divided.iter().find(|(word, _)| word.contains(&index)).map(|(_, text)| text);
            match spans.last_mut() {
                Some(span)
                    if span.weight == letter.weight
                        && span.language == letter.language
                        && same(span.whole.as_ref(), whole)
                        && same(span.address.as_ref(), letter.address.as_ref()) =>
                {
                    span.text.push(c);
                }
                _ => spans.push(Span {
                    language: letter.language,
                    whole: whole.cloned(),
                    address: letter.address.clone(),
                    ..Span::new(c, letter.weight)
                }),
            }
        }
        let mut width = width(letters);
        if end == Break::Hyphen
            && let Some(last) = spans.last_mut()
        {
            last.text.push('-');
            width += hyphen(fonts, last.weight, size);
        }
        let spaced = all.last().is_some_and(|letter| letter.c.is_whitespace());
        Line { spans, width, spaced }
    }
}

fn hyphen(fonts: &Fonts, weight: Weight, size: f32) -> f32 {
    fonts.face(weight).advance('-') * size
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '’' | '\'')
}

fn is_ordinary(c: char) -> bool {
    is_apostrophe(c) || c.is_alphabetic() && !c.is_uppercase()
}

fn trimmed(letters: &[Letter]) -> &[Letter] {
    let start = letters.iter().position(|letter| !letter.c.is_whitespace()).unwrap_or(letters.len());
    let end = letters.iter().rposition(|letter| !letter.c.is_whitespace()).map_or(start, |last| last + 1);
    &letters[start..end]
}

fn width(letters: &[Letter]) -> f32 {
    letters.iter().map(|letter| letter.advance).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(runs: &[Run], measure: f32) -> Vec<String> {
        let fonts = Fonts::load().unwrap();
        let lines = break_lines(&fonts, runs, 10.0, measure);
        check(&lines, measure);
        lines.iter().map(text).collect()
    }

    fn text(line: &Line) -> String {
        line.spans.iter().map(|span| span.text.as_str()).collect()
    }

    fn check(lines: &[Line], measure: f32) {
        for line in lines {
            assert!(line.width <= measure + 0.1 || line.spans[0].text.chars().count() == 1, "{line:?} in {measure}");
        }
    }

    /// Lines of Italian text whose words may be divided, and the text without the hyphens.
    fn divided(runs: &[Run], measure: f32) -> (Vec<String>, String) {
        let fonts = Fonts::load().unwrap();
        let manner = Manner { last: 0.2, syllables: syllables("it"), ..Manner::plain(10.0, measure) };
        let lines = super::set(&fonts, runs, manner);
        check(&lines, measure);
        let mut whole = String::new();
        for line in &lines {
            let divides = line
                .spans
                .last()
                .is_some_and(|span| span.whole.as_ref().is_some_and(|word| !word.ends_with(&span.text)));
            let text = text(line);
            whole.push_str(if divides { text.strip_suffix('-').unwrap() } else { &text });
            whole.extend(line.spaced.then_some(" "));
        }
        (lines.iter().map(text).collect(), whole)
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
    fn an_address_is_cut_only_where_it_is_wider_than_the_measure() {
        let fonts = Fonts::load().unwrap();
        let site = Run::site("its-di-prova-inventato.example");
        let whole = widest_word(&fonts, std::slice::from_ref(&site), 10.0);
        let runs = [Run::plain("Sito della scuola, da leggere con calma: "), site];
        for measure in 90..300 {
            let measure = measure as f32;
            let lines = set(&runs, measure);
            let kept = lines.iter().any(|line| line.contains("its-di-prova-inventato.example"));
            assert_eq!(kept, whole <= measure, "{measure}: {lines:?}");
            // In parts it ends a line with a hyphen of its own.
            assert!(kept || lines.iter().any(|line| line.ends_with('-')), "{measure}: {lines:?}");
        }
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
            let even = super::set(&fonts, &runs, Manner { last: 0.3, ..Manner::plain(10.0, measure) });
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

    const LONG: &str = "La digitalizzazione dell’amministrazione richiede responsabilità precise, collaborazione continua \
                        e un’organizzazione che trasformi gradualmente le abitudini quotidiane dell’impresa.";

    #[test]
    fn divided_words_are_whole_again_without_their_hyphens() {
        let mut hyphens = 0;
        for measure in 60..300 {
            let (lines, whole) = divided(&[Run::plain(LONG)], measure as f32);
            assert_eq!(whole, LONG, "{measure}");
            hyphens += lines.iter().filter(|line| line.ends_with('-')).count();
            assert!(!lines.windows(3).any(|three| three.iter().all(|line| line.ends_with('-'))) || measure < 200);
        }
        assert!(hyphens > 100, "{hyphens}");
    }

    #[test]
    fn a_divided_word_knows_its_whole_on_both_lines() {
        let fonts = Fonts::load().unwrap();
        let manner = Manner { syllables: syllables("it"), ..Manner::plain(10.0, 60.0) };
        let lines = super::set(&fonts, &[Run::plain("la digitalizzazione, che")], manner);
        let parts: Vec<(&str, Option<&str>)> =
            lines.iter().flat_map(|l| &l.spans).map(|s| (s.text.as_str(), s.whole.as_deref())).collect();
        assert!(parts.len() >= 3, "{parts:?}");
        let of_word: Vec<_> = parts.iter().filter(|(_, whole)| *whole == Some("digitalizzazione,")).collect();
        let together: String = of_word.iter().map(|(text, _)| text.trim_end_matches('-')).collect();
        assert_eq!(together, "digitalizzazione,");
        assert!(of_word.len() >= 2, "{parts:?}");
    }

    #[test]
    fn names_addresses_figures_and_short_words_stay_whole() {
        let text = "Polizzotti www.organizzazione.example info@organizzazione.example 123456789012 azione PNRRRRRRR co2emissioni";
        for measure in 100..200 {
            let (lines, _) = divided(&[Run::plain(text)], measure as f32);
            assert!(lines.iter().all(|line| !line.ends_with('-')), "{lines:?}");
        }
    }

    #[test]
    fn words_are_divided_by_the_rules_of_their_own_language() {
        let fonts = Fonts::load().unwrap();
        let parts = |run: Run| {
            let manner = Manner { syllables: syllables("it"), ..Manner::plain(10.0, 1.0) };
            let text = Measured::new(&fonts, &[run], 10.0);
            let mut places = Vec::new();
            text.divide(0..text.letters.len(), manner.syllables.unwrap(), &mut places);
            places.iter().map(|place| place.end).collect::<Vec<_>>()
        };
        // it: ma-te-ma-ti-ca; en: math-e-mat-ics, with three letters left after the last hyphen.
        assert_eq!(parts(Run::plain("matematica")), [2, 4, 6]);
        let english = parts(Run::plain("mathematics").in_language("en"));
        assert!(english.contains(&4) && !english.contains(&2), "{english:?}");
        assert!(parts(Run::plain("Donaudampfschiff").in_language("de")).is_empty());
        assert!(parts(Run::plain("dampfschifffahrt").in_language("de")).is_empty());
    }

    #[test]
    fn a_paragraph_is_evener_than_line_by_line() {
        let fonts = Fonts::load().unwrap();
        let slack = |lines: &[Line], measure: f32| -> f32 {
            lines.iter().rev().skip(1).map(|line| ((measure - line.width) / measure).powi(2)).sum()
        };
        let greedy = |measure: f32| {
            let mut lines: Vec<String> = vec![String::new()];
            for word in LONG.split(' ') {
                let last = lines.last_mut().unwrap();
                let longer = if last.is_empty() { word.to_owned() } else { format!("{last} {word}") };
                if fonts.face(Weight::Regular).width(&longer, 10.0) <= measure {
                    *last = longer
                } else {
                    lines.push(word.into())
                }
            }
            lines
        };
        let mut better = 0;
        for measure in (90..300).step_by(3).map(|measure| measure as f32) {
            let lines = break_lines(&fonts, &[Run::plain(LONG)], 10.0, measure);
            let plain: Vec<Line> = greedy(measure)
                .iter()
                .map(|text| Line { spans: vec![], width: fonts.face(Weight::Regular).width(text, 10.0), spaced: false })
                .collect();
            assert!(lines.len() <= plain.len());
            assert!(slack(&lines, measure) <= slack(&plain, measure) + 0.01, "{measure}");
            better += usize::from(slack(&lines, measure) < 0.9 * slack(&plain, measure));
        }
        assert!(better > 0);
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
