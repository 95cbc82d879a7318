//! Takes out of titles and notes what they say does *not* belong.
//!
//! «Coltivazione di cereali (escluso il riso), legumi» must not be proposed to who grows rice. The forms below are those
//! that occur in ISTAT's texts of the two editions. Where the end of an exclusion is in doubt, rather too much is taken
//! out than too little: a word lost from a note costs a suggestion, a word kept proposes the wrong code.

/// A word, or a mark that can begin or end an exclusion.
#[derive(Clone, Copy)]
struct Piece<'a> {
    start: usize,
    end: usize,
    /// A word as written, empty for a mark.
    word: &'a str,
    mark: char,
}

impl Piece<'_> {
    fn is(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.word.eq_ignore_ascii_case(word))
    }

    fn begins(&self, roots: &[&str]) -> bool {
        roots.iter().any(|root| self.word.get(..root.len()).is_some_and(|start| start.eq_ignore_ascii_case(root)))
    }
}

const EXCLUDING: [&str; 18] = [
    "escluso",
    "esclusa",
    "esclusi",
    "escluse",
    "esclude",
    "escludono",
    "escludendo",
    "esclusione",
    "esclusioni",
    "eccetto",
    "eccettuato",
    "eccettuata",
    "eccettuati",
    "eccettuate",
    "eccezione",
    "eccezioni",
    "tranne",
    "salvo",
];
const INCLUDING: [&str; 4] = ["incluso", "inclusa", "inclusi", "incluse"];
const OTHER: [&str; 4] = ["diverso", "diversa", "diversi", "diverse"];
const THAN: [&str; 8] = ["da", "dal", "dallo", "dalla", "dai", "dagli", "dalle", "dall"];
const EXAMPLE: [&str; 3] = ["esempio", "quali", "come"];

/// The text without its exclusions; words that remain are in their order, as written.
pub(super) fn without_exclusions(text: &str) -> String {
    let text = &text[..reference_start(text).unwrap_or(text.len())];
    let pieces = pieces(text);
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    let mut i = 0;
    while i < pieces.len() {
        if let Some(kind) = marker(&pieces, i) {
            let end = span_end(text, &pieces, i, kind);
            kept.push_str(&text[at..pieces[i].start]);
            at = pieces.get(end).map_or(text.len(), |piece| piece.start);
            i = end;
        } else {
            i += 1;
        }
    }
    kept.push_str(&text[at..]);
    kept.replace("()", "")
}

/// The lines of a note: its list items, and the sentences and clauses between `;`.
pub(super) fn lines(text: &str) -> Vec<&str> {
    let pieces = pieces(text);
    let mut depth = 0_usize;
    let mut at = 0;
    let mut found = Vec::new();
    for (i, piece) in pieces.iter().enumerate() {
        match piece.mark {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && ends_clause(text, piece, pieces.get(i + 1)) {
            found.push(&text[at..piece.start]);
            at = piece.end;
        }
    }
    found.push(&text[at..]);
    found.retain_mut(|line| {
        *line = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | ',' | ':'));
        !line.is_empty()
    });
    found
}

/// Start of a closing reference to the exclusions («Dalla classe 01.11 sono escluse: …»); the shipped notes were cut at it,
/// so that mostly the bare reference is left.
fn reference_start(text: &str) -> Option<usize> {
    const LEVELS: [&str; 6] = ["sezione", "divisione", "gruppo", "classe", "categoria", "sottocategoria"];
    text.match_indices("Dal").map(|(start, _)| start).find(|&start| {
        let mut following = text[start..].split([' ', '\'', '’']).filter(|word| !word.is_empty());
        let article = following.next().unwrap_or_default();
        let level = following.next().unwrap_or_default();
        matches!(article, "Dal" | "Dalla" | "Dall") && LEVELS.contains(&level)
    })
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, c)) = letters.next() {
        let mut end = start + c.len_utf8();
        if !c.is_alphanumeric() {
            if !c.is_whitespace() || c == '\n' {
                found.push(Piece { start, end, word: "", mark: c });
            }
            continue;
        }
        while let Some(&(next, c)) = letters.peek()
            && c.is_alphanumeric()
        {
            end = next + c.len_utf8();
            letters.next();
        }
        found.push(Piece { start, end, word: &text[start..end], mark: ' ' });
    }
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Marker {
    /// «escluso …», «eccetto …», «non compreso …»: all that follows is outside.
    Excluded,
    /// «diverso da …»: examples that follow tell what is meant, not what is outside.
    OtherThan,
}

fn marker(pieces: &[Piece<'_>], i: usize) -> Option<Marker> {
    let (piece, next) = (pieces[i], pieces.get(i + 1));
    if piece.is(&EXCLUDING) {
        return Some(Marker::Excluded);
    }
    let next = next?;
    if piece.is(&["non"]) && next.begins(&["compres", "comprend", "includ", "inclus", "classificat"]) {
        return Some(Marker::Excluded);
    }
    (piece.is(&OTHER) && next.is(&THAN)).then_some(Marker::OtherThan)
}

/// Position of the first piece after the exclusion that begins at `begin`.
///
/// Within brackets it ends with them; outside at the end of the clause (`;`, a full stop, a list mark). In both,
/// «inclus…» at the same depth takes the text back in.
fn span_end(text: &str, pieces: &[Piece<'_>], begin: usize, kind: Marker) -> usize {
    let bracketed = depth_before(pieces, begin) > 0;
    let mut depth = 0;
    for (i, piece) in pieces.iter().enumerate().skip(begin + 1) {
        let previous = &pieces[i - 1];
        match piece.mark {
            '(' => depth += 1,
            ')' if depth == 0 => return i,
            ')' => depth -= 1,
            _ => {}
        }
        if depth > 0 {
            continue;
        }
        let back_in = piece.is(&INCLUDING) && !previous.is(&["non"]);
        let example = kind == Marker::OtherThan && i > begin + 2 && piece.is(&EXAMPLE);
        let clause_ends = !bracketed && ends_clause(text, piece, pieces.get(i + 1));
        if back_in || example || clause_ends {
            return i;
        }
    }
    pieces.len()
}

fn depth_before(pieces: &[Piece<'_>], begin: usize) -> usize {
    pieces[..begin].iter().fold(0_usize, |depth, piece| match piece.mark {
        '(' => depth + 1,
        ')' => depth.saturating_sub(1),
        _ => depth,
    })
}

fn ends_clause(text: &str, piece: &Piece<'_>, next: Option<&Piece<'_>>) -> bool {
    let spaced = text[..piece.start].ends_with(' ') && text[piece.end..].starts_with(' ');
    match piece.mark {
        ';' | '•' | '\n' => true,
        '-' | '–' => spaced,
        // A new sentence begins with a capital, even where the space was forgotten; «n.c.a.» and «01.11» do not.
        '.' => next.is_none_or(|next| text[next.start..].starts_with(char::is_uppercase) || next.mark == '-'),
        _ => false,
    }
}
