//! The icons of the program, as letters of an icon font.
//!
//! The font is a subset of Phosphor (regular weight, version 2.1.2, MIT, `assets/icons/Phosphor-LICENSE`). One more icon
//! is one more constant here, one more line in [`ALL`], and the subset made anew from the full font with fontTools:
//! `pyftsubset Phosphor.ttf --unicodes=E038,… --layout-features='' --no-hinting --output-file=Phosphor-subset.ttf`.

/// The bytes of the icon font.
pub const FONT: &[u8] = include_bytes!("../../assets/icons/Phosphor-subset.ttf");

/// The start page.
pub const HOUSE: &str = "\u{e2c2}";
/// Companies, the portfolio.
pub const BUILDINGS: &str = "\u{e102}";
/// The questionnaire.
pub const LIST_CHECKS: &str = "\u{eadc}";
/// Results.
pub const CHART: &str = "\u{eaa8}";
/// Doors to knock at.
pub const DOOR_OPEN: &str = "\u{e7e6}";
/// The report.
pub const FILE_PDF: &str = "\u{e702}";
/// Settings.
pub const GEAR: &str = "\u{e270}";
/// Help.
pub const QUESTION: &str = "\u{e3e8}";
/// Search.
pub const MAGNIFYING_GLASS: &str = "\u{e30c}";
/// Back.
pub const ARROW_LEFT: &str = "\u{e058}";
/// Onward.
pub const ARROW_RIGHT: &str = "\u{e06c}";
/// Undo.
pub const ARROW_COUNTER_CLOCKWISE: &str = "\u{e038}";
/// Redo, try again.
pub const ARROW_CLOCKWISE: &str = "\u{e036}";
/// Chosen, done.
pub const CHECK: &str = "\u{e182}";
/// Success.
pub const CHECK_CIRCLE: &str = "\u{e184}";
/// Attention.
pub const WARNING: &str = "\u{e4e0}";
/// An error beside its field.
pub const WARNING_CIRCLE: &str = "\u{e4e2}";
/// Information.
pub const INFO: &str = "\u{e2ce}";
/// Add, new.
pub const PLUS: &str = "\u{e3d4}";
/// Take away.
pub const MINUS: &str = "\u{e32a}";
/// Open a file.
pub const FOLDER_OPEN: &str = "\u{e256}";
/// Save.
pub const FLOPPY_DISK: &str = "\u{e248}";
/// Delete.
pub const TRASH: &str = "\u{e4a6}";
/// Close.
pub const X: &str = "\u{e4f6}";
/// Towards the left.
pub const CARET_LEFT: &str = "\u{e138}";
/// Unfold, enter.
pub const CARET_RIGHT: &str = "\u{e13a}";
/// Fold up.
pub const CARET_UP: &str = "\u{e13c}";
/// Fold down, menu.
pub const CARET_DOWN: &str = "\u{e136}";
/// Dark theme.
pub const MOON: &str = "\u{e330}";
/// Light theme.
pub const SUN: &str = "\u{e472}";
/// Language, web.
pub const GLOBE: &str = "\u{e288}";
/// A note on an answer.
pub const NOTE_PENCIL: &str = "\u{e34c}";
/// Evidence, an attachment.
pub const PAPERCLIP: &str = "\u{e39a}";
/// Evidenced, verified.
pub const SEAL_CHECK: &str = "\u{e606}";
/// A place.
pub const MAP_PIN: &str = "\u{e316}";
/// A link inside the program.
pub const LINK: &str = "\u{e2e2}";
/// A date.
pub const CALENDAR: &str = "\u{e10a}";
/// A duration.
pub const CLOCK: &str = "\u{e19a}";
/// A respondent.
pub const USER: &str = "\u{e4c2}";
/// Several respondents.
pub const USERS: &str = "\u{e4d6}";
/// The target.
pub const FLAG: &str = "\u{e244}";
/// The stair of levels.
pub const STEPS: &str = "\u{ecbe}";
/// A stair to climb.
pub const STAIRS: &str = "\u{e8ec}";
/// An example, a hint.
pub const LIGHTBULB: &str = "\u{e2dc}";
/// Glossary, method.
pub const BOOK_OPEN: &str = "\u{e0e6}";
/// Copy to the clipboard.
pub const COPY: &str = "\u{e1ca}";
/// Download.
pub const DOWNLOAD: &str = "\u{e20c}";
/// Print.
pub const PRINTER: &str = "\u{e3dc}";
/// A gap to close.
pub const TARGET: &str = "\u{e47c}";
/// A partner, a match.
pub const HANDSHAKE: &str = "\u{e582}";
/// Training.
pub const GRADUATION_CAP: &str = "\u{e62c}";
/// An industrial company.
pub const FACTORY: &str = "\u{e760}";
/// Get going.
pub const ROCKET: &str = "\u{e3fe}";
/// Leads out to the browser.
pub const ARROW_SQUARE_OUT: &str = "\u{e5de}";
/// More actions.
pub const DOTS_THREE: &str = "\u{e1fe}";
/// Edit.
pub const PENCIL: &str = "\u{e3b4}";
/// Export data.
pub const EXPORT: &str = "\u{eaf0}";
/// Import data.
pub const UPLOAD: &str = "\u{e4c0}";
/// A new file.
pub const FILE_PLUS: &str = "\u{e236}";
/// Security, privacy.
pub const SHIELD_CHECK: &str = "\u{e40c}";
/// Data.
pub const DATABASE: &str = "\u{e1de}";
/// A service, a consultant.
pub const BRIEFCASE: &str = "\u{e0ee}";
/// Pinned.
pub const PUSH_PIN: &str = "\u{e3e2}";
/// Keyboard shortcuts.
pub const KEYBOARD: &str = "\u{e2d8}";
/// A document.
pub const FILE_TEXT: &str = "\u{e23a}";
/// Stays on this machine.
pub const LOCK_KEY: &str = "\u{e2fe}";

/// Every icon with its name, for tests and for choosing one by name from data.
pub const ALL: &[(&str, &str)] = &[
    ("house", HOUSE),
    ("buildings", BUILDINGS),
    ("list-checks", LIST_CHECKS),
    ("chart-polar", CHART),
    ("door-open", DOOR_OPEN),
    ("file-pdf", FILE_PDF),
    ("gear", GEAR),
    ("question", QUESTION),
    ("magnifying-glass", MAGNIFYING_GLASS),
    ("arrow-left", ARROW_LEFT),
    ("arrow-right", ARROW_RIGHT),
    ("arrow-counter-clockwise", ARROW_COUNTER_CLOCKWISE),
    ("arrow-clockwise", ARROW_CLOCKWISE),
    ("check", CHECK),
    ("check-circle", CHECK_CIRCLE),
    ("warning", WARNING),
    ("warning-circle", WARNING_CIRCLE),
    ("info", INFO),
    ("plus", PLUS),
    ("minus", MINUS),
    ("folder-open", FOLDER_OPEN),
    ("floppy-disk", FLOPPY_DISK),
    ("trash", TRASH),
    ("x", X),
    ("caret-left", CARET_LEFT),
    ("caret-right", CARET_RIGHT),
    ("caret-up", CARET_UP),
    ("caret-down", CARET_DOWN),
    ("moon", MOON),
    ("sun", SUN),
    ("globe", GLOBE),
    ("note-pencil", NOTE_PENCIL),
    ("paperclip", PAPERCLIP),
    ("seal-check", SEAL_CHECK),
    ("map-pin", MAP_PIN),
    ("link", LINK),
    ("calendar-blank", CALENDAR),
    ("clock", CLOCK),
    ("user", USER),
    ("users", USERS),
    ("flag", FLAG),
    ("steps", STEPS),
    ("stairs", STAIRS),
    ("lightbulb", LIGHTBULB),
    ("book-open", BOOK_OPEN),
    ("copy", COPY),
    ("download-simple", DOWNLOAD),
    ("printer", PRINTER),
    ("target", TARGET),
    ("handshake", HANDSHAKE),
    ("graduation-cap", GRADUATION_CAP),
    ("factory", FACTORY),
    ("rocket-launch", ROCKET),
    ("arrow-square-out", ARROW_SQUARE_OUT),
    ("dots-three", DOTS_THREE),
    ("pencil-simple", PENCIL),
    ("export", EXPORT),
    ("upload-simple", UPLOAD),
    ("file-plus", FILE_PLUS),
    ("shield-check", SHIELD_CHECK),
    ("database", DATABASE),
    ("briefcase", BRIEFCASE),
    ("push-pin", PUSH_PIN),
    ("keyboard", KEYBOARD),
    ("file-text", FILE_TEXT),
    ("lock-key", LOCK_KEY),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_one_letter_the_font_has() {
        let face = ttf_parser::Face::parse(FONT, 0).expect("the icon font parses");
        for (name, icon) in ALL {
            let letters: Vec<char> = icon.chars().collect();
            assert_eq!(letters.len(), 1, "{name}");
            assert!(face.glyph_index(letters[0]).is_some(), "{name} is missing from the subset");
        }
        let mut letters: Vec<&str> = ALL.iter().map(|(_, icon)| *icon).collect();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), ALL.len(), "two names for one icon");
    }
}
