//! What is excluded is never proposed.

use super::super::exclusions::{lines, without_exclusions};
use super::super::{Ateco, Edition, Level};
use super::{codes, found};

use Edition::{Ateco2007, Ateco2025};

/// The text without exclusions, with single spaces.
fn stripped(text: &str) -> String {
    without_exclusions(text).split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",")
}

#[test]
fn the_forms_of_both_editions_are_taken_out() {
    for (text, left) in [
        // Brackets, also with other content, nested, never closed because the note was cut.
        (
            "Coltivazione di cereali (escluso il riso), legumi da granella e semi oleosi",
            "Coltivazione di cereali, legumi da granella e semi oleosi",
        ),
        (
            "FABBRICAZIONE DI PRODOTTI IN METALLO (ESCLUSI MACCHINARI E ATTREZZATURE)",
            "FABBRICAZIONE DI PRODOTTI IN METALLO",
        ),
        ("macchine (incluse parti ed esclusi i motori per navi) e pompe", "macchine (incluse parti ed ) e pompe"),
        ("lavori (esclusi i tetti (di paglia; di legno); i muri) e scavi", "lavori e scavi"),
        ("sementi (esclusi i semi di barbabietola da zucchero, esclusi i semi", "sementi ("),
        ("sedie (escluse quelle da ufficio, incluse quelle da giardino)", "sedie (incluse quelle da giardino)"),
        // After a comma, to the end of the clause.
        ("Coltivazione di cereali e semi oleosi, escluso il riso", "Coltivazione di cereali e semi oleosi,"),
        (
            "Lavorazione del legno, esclusi i mobili; fabbricazione di articoli in paglia",
            "Lavorazione del legno, ; fabbricazione di articoli in paglia",
        ),
        ("attività ausiliarie n.c.a., escluse assicurazioni e fondi pensione", "attività ausiliarie n.c.a.,"),
        // Other words for it.
        ("servizi finanziari, ad esclusione di assicurazioni", "servizi finanziari, ad"),
        ("le industrie e le opere pubbliche ad eccezione delle strade", "le industrie e le opere pubbliche ad"),
        ("reattori nucleari, eccetto i separatori di isotopi", "reattori nucleari,"),
        ("bigiotteria (tranne che come placcatura)", "bigiotteria"),
        ("calzature, salvo le eccezioni elencate", "calzature,"),
        ("vendita di lamiere che non includono ponti. Include le travi", "vendita di lamiere che . Include le travi"),
        ("prodotti non classificati altrove; molle", "prodotti ; molle"),
        (
            "Questa divisione esclude gli alloggi lunghi. Include gli alberghi.",
            "Questa divisione . Include gli alberghi.",
        ),
        // «Diverso da» ends where examples of what is meant begin.
        ("Assicurazioni diverse da quelle sulla vita", "Assicurazioni"),
        ("indumenti diversi dalla maglieria, ad esempio cappotti", "indumenti esempio cappotti"),
        ("prestiti in forme diverse dai depositi - leasing", "prestiti in forme - leasing"),
        // The reference to the exclusions that closes a note, bare or whole.
        ("allevamento di bufale. Dalla classe 01.11", "allevamento di bufale."),
        ("giostre Dalla sottocategoria 93.29.30", "giostre"),
        ("cereali. Dalla classe 01.11 sono escluse: - coltivazione di riso - mais dolce", "cereali."),
        ("taglio. Dal gruppo 16.1 è escluso il taglio di boschi", "taglio."),
    ] {
        assert_eq!(stripped(text), left, "{text}");
    }
}

#[test]
fn words_that_only_look_like_exclusions_stay() {
    for text in [
        "attività svolte quasi esclusivamente all'aperto",
        "ferro di purezza eccezionale",
        "programmi per diversi destinatari e diversi dispositivi",
        "vendita con diritto di esclusiva",
        "Dalmine e la Dalla Costa srl",
        "analisi per escludere malattie",
        "",
        "(",
        ")))",
    ] {
        assert_eq!(without_exclusions(text), text);
    }
}

#[test]
fn notes_are_parted_into_their_items() {
    assert_eq!(
        lines("- torni; frese - punte (dure; molli) • ad esempio:\nlime.Include anche n.c.a. e 01.11. Fine"),
        ["torni", "frese", "punte (dure; molli)", "ad esempio", "lime", "Include anche n.c.a. e 01.11", "Fine"]
    );
    assert_eq!(lines(" - "), [""; 0]);
}

#[test]
fn no_shipped_text_keeps_a_word_of_exclusion() {
    let telling = ["escluso", "esclusa", "esclusi", "escluse", "eccetto", "tranne", "eccezione", "esclusione"];
    let mut had = 0;
    for activity in Ateco::shipped().activities() {
        for text in [&activity.title, &activity.includes] {
            let tells = |text: &str| {
                text.to_lowercase().split(|c: char| !c.is_alphabetic()).any(|word| telling.contains(&word))
            };
            had += usize::from(tells(text));
            assert!(!tells(&without_exclusions(text)), "{} {}: {text}", activity.edition, activity.code);
        }
    }
    assert!(had > 300, "the test looks at something: {had}");
}

#[test]
fn the_excluded_is_not_proposed() {
    let ateco = Ateco::shipped();
    for (edition, query, excluding, right) in [
        (Ateco2007, "riso", "01.11.10", "01.12.00"),
        (Ateco2025, "riso", "01.11.00", "01.12.00"),
        (Ateco2007, "barbabietola", "01.13.10", "01.13.30"),
        (Ateco2025, "spumante", "11.02.10", "11.02.20"),
        (Ateco2007, "torba", "05", "08.92.00"),
        (Ateco2007, "porte blindate", "16.23.10", "25.99.20"),
        (Ateco2025, "gelaterie", "56.11.11", "56.11.22"),
        (Ateco2025, "pasticcerie", "56.11.12", "56.11.24"),
        (Ateco2025, "divani", "31.00.31", "31.00.34"),
        (Ateco2007, "servizi veterinari", "01.62.09", "75.00.00"),
        (Ateco2025, "assicurazione vita", "65.12.00", "65.11.00"),
        (Ateco2007, "rifiuti pericolosi", "38.11.00", "38.12.00"),
    ] {
        let all = codes(&found(ateco, query, edition, usize::MAX));
        let place = |code: &str| all.iter().position(|found| found == code);
        assert!(
            place(right).is_some_and(|place| place < 3),
            "{edition} {query}: {right} in {:?}",
            &all[..all.len().min(5)]
        );
        let whole_match = |code: &str| {
            let hits = ateco.search(query, Some(edition), usize::MAX);
            hits.iter().any(|hit| hit.activity.code == code && hit.score >= 1000.0)
        };
        assert!(!whole_match(excluding), "{edition} {query}: proposes {excluding}");
        if !query.contains(' ') {
            assert_eq!(place(excluding), None, "{edition} {query}: proposes {excluding}");
        }
    }
}

#[test]
fn what_is_shown_keeps_the_exclusion() {
    let cereals = Ateco::shipped().find(Ateco2007, "01.11.10").unwrap();
    assert_eq!(
        (cereals.display_title().as_str(), cereals.level),
        ("Coltivazione di cereali (escluso il riso)", Level::Subcategory)
    );
}
