//! Finding by number and by words.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::load::{Files, load};
use super::super::words::words;
use super::super::{Ateco, Edition, Level, Why};
use super::{codes, digits, found, same_chain};

use Edition::{Ateco2007, Ateco2025};

/// Every phrase of the synonym table with the code it means, one edition at a time.
fn synonyms() -> impl Iterator<Item = (&'static str, Edition, &'static str)> {
    let ateco = Ateco::shipped();
    ateco.synonyms().iter().map(|synonym| {
        let activity = &ateco.activities[synonym.activity];
        (synonym.phrase.as_str(), activity.edition, activity.code.as_str())
    })
}

#[track_caller]
fn assert_among_first(query: &str, edition: Option<Edition>, wanted: (Edition, &str), places: usize) {
    let hits = Ateco::shipped().search(query, edition, places);
    let hit = hits.iter().any(|hit| hit.activity.edition == wanted.0 && same_chain(&hit.activity.code, wanted.1));
    let got: Vec<_> = hits.iter().map(|hit| (hit.activity.edition, &hit.activity.code, hit.why)).collect();
    assert!(hit, "«{query}» should find {} {}, finds {got:?}", wanted.0, wanted.1);
}

#[test]
fn the_table_has_at_least_a_hundred_phrases_and_no_row_twice() {
    let phrases: BTreeSet<_> = synonyms().map(|(phrase, ..)| phrase).collect();
    assert!(phrases.len() >= 100, "{}", phrases.len());
    let rows: Vec<_> = Ateco::shipped()
        .synonyms()
        .chunks(2)
        .map(|pair| (&pair[0].phrase, pair[0].activity, pair[1].activity))
        .collect();
    assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), rows.len());
}

#[test]
fn the_two_codes_of_a_synonym_are_linked_by_istats_correspondence() {
    let ateco = Ateco::shipped();
    for pair in ateco.synonyms().chunks(2) {
        let (old, new) = (&ateco.activities[pair[0].activity], &ateco.activities[pair[1].activity]);
        let linked = ateco.corresponding(Ateco2007, &old.code);
        assert!(linked.contains(&new), "«{}»: {} does not become {}", pair[0].phrase, old.code, new.code);
    }
}

#[test]
fn every_synonym_finds_its_code() {
    for (phrase, edition, code) in synonyms() {
        assert_among_first(phrase, Some(edition), (edition, code), 3);
        assert_among_first(phrase, None, (edition, code), 6);
        assert_among_first(&phrase.to_uppercase(), Some(edition), (edition, code), 3);
    }
}

#[test]
fn every_synonym_finds_its_code_in_singular_and_plural() {
    // Endings of the other number, whichever gender: one of them is the word people type, the others do no harm.
    let other_numbers = |word: &str| -> Vec<String> {
        for (ending, others) in [
            ("io", &["i"][..]),
            ("cia", &["cie", "ce"]),
            ("gia", &["gie", "ge"]),
            ("co", &["ci", "chi"]),
            ("go", &["gi", "ghi"]),
            ("ca", &["che"]),
            ("ga", &["ghe"]),
            ("ista", &["isti", "iste"]),
            ("o", &["i"]),
            ("a", &["e"]),
            ("e", &["i"]),
            ("chi", &["co"]),
            ("i", &["o", "e"]),
        ] {
            if let Some(root) = word.strip_suffix(ending) {
                return others.iter().map(|other| format!("{root}{other}")).collect();
            }
        }
        Vec::new()
    };
    let mut tried = 0;
    for (phrase, edition, code) in synonyms().filter(|(phrase, ..)| phrase.len() >= 5 && phrase.is_ascii()) {
        let first = phrase.split(' ').next().unwrap();
        for other in other_numbers(first) {
            tried += 1;
            let query = phrase.replacen(first, &other, 1);
            assert_among_first(&query, Some(edition), (edition, code), 3);
        }
    }
    assert!(tried > 600, "{tried}");
}

#[test]
fn accents_may_be_missing_or_wrong() {
    for (phrase, edition, code) in synonyms().filter(|(phrase, ..)| !phrase.is_ascii()) {
        let plain = phrase.replace('à', "a").replace('è', "e").replace('ò', "o").replace('ù', "u");
        assert!(plain.is_ascii(), "{plain}");
        assert_among_first(&plain, Some(edition), (edition, code), 3);
    }
    assert_among_first("pubblicita", None, (Ateco2025, "73.11.01"), 4);
    assert_among_first("pubblicitá", None, (Ateco2025, "73.11.01"), 4);
    assert_among_first("pubblicita\u{300}", None, (Ateco2025, "73.11.01"), 4);
    assert_among_first("lavorazione del caffe", None, (Ateco2007, "10.83.01"), 3);
}

#[test]
fn one_slip_is_forgiven_where_the_word_is_not_another_word() {
    let ateco = Ateco::shipped();
    let known: BTreeSet<String> = (ateco.activities.iter())
        .flat_map(|activity| [&activity.title, &activity.includes])
        .chain(ateco.synonyms().iter().map(|synonym| &synonym.phrase))
        .flat_map(|text| words(text))
        .map(|word| word.bare().to_owned())
        .collect();
    let mut tried = 0;
    for (phrase, edition, code) in synonyms().filter(|(phrase, ..)| phrase.len() >= 6 && !phrase.contains(' ')) {
        let letters: Vec<char> = phrase.chars().collect();
        let middle = letters.len() / 2;
        let changed = |change: &dyn Fn(&mut Vec<char>)| {
            let mut letters = letters.clone();
            change(&mut letters);
            letters.into_iter().collect::<String>()
        };
        for slip in [
            changed(&|l| l.swap(middle, middle - 1)),
            changed(&|l| {
                l.remove(middle);
            }),
            changed(&|l| l.insert(middle, 'x')),
            changed(&|l| l[middle] = 'x'),
        ] {
            if !words(&slip).iter().any(|word| known.contains(word.bare())) {
                tried += 1;
                assert_among_first(&slip, Some(edition), (edition, code), 3);
            }
        }
    }
    assert!(tried > 1000, "{tried}");
    assert_eq!(found(ateco, "qwertyuiop", Ateco2025, 5), [] as [&_; 0]);
}

#[test]
fn answers_come_while_typing() {
    for (typed, code) in
        [("caseif", "10.51.20"), ("torni", "25.53.00"), ("officina mecc", "25.53.00"), ("software h", "62.10.00")]
    {
        assert_among_first(typed, Some(Ateco2025), (Ateco2025, code), 3);
    }
    // A word that is known is not taken for a beginning before the entries that have it.
    let typed = found(Ateco::shipped(), "bar", Ateco2025, 3);
    assert_eq!(typed[0].code, "56.30.01", "{:?}", codes(&typed));
}

#[test]
fn everyday_questions_find_what_they_mean() {
    for (query, edition, code) in [
        ("officina meccanica di precisione Rossi srl", Ateco2025, "25.53.00"),
        ("fabbrica di sedie", Ateco2007, "31.09.20"),
        ("produzione di formaggi", Ateco2007, "10.51.20"),
        ("vendita scarpe", Ateco2025, "47.72.11"),
        ("negozio di libri", Ateco2025, "47.61.00"),
        ("grossista di vino", Ateco2007, "46.34.10"),
        ("metalli non ferrosi", Ateco2025, "24.45.00"),
        ("e commerce", Ateco2007, "47.91.10"),
        ("ecommerce", Ateco2007, "47.91.10"),
        ("B&B", Ateco2025, "55.20.41"),
        ("ditta di autotrasporti", Ateco2007, "49.41.00"),
    ] {
        assert_among_first(query, Some(edition), (edition, code), 3);
    }
}

/// A trade is found however people divide its name; each query with its code of 2007 and of 2025.
#[test]
fn one_word_or_two_it_is_the_same_trade() {
    for (query, of_2007, of_2025) in [
        ("softwarehouse", "62.01.00", "62.10.00"),
        ("software house", "62.01.00", "62.10.00"),
        ("webagency", "62.01.00", "62.10.00"),
        ("web agency", "62.01.00", "62.10.00"),
        ("webdesign", "74.10.21", "74.12.01"),
        ("web designer", "74.10.21", "74.12.01"),
        ("webdesigner", "74.10.21", "74.12.01"),
        ("interiordesign", "74.10.90", "74.13.00"),
        ("datacenter", "63.11.30", "63.10.10"),
        ("callcenter", "82.20.00", "82.20.00"),
        ("socialmedia", "73.11.02", "73.11.02"),
        ("coworking", "82.11.02", "82.10.00"),
        ("co-working", "82.11.02", "82.10.00"),
        ("touroperator", "79.12.00", "79.12.00"),
        ("weddingplanner", "96.09.05", "96.99.93"),
        ("foodtruck", "56.10.42", "56.12.01"),
        ("wine bar", "56.30.00", "56.30.02"),
        ("winebar", "56.30.00", "56.30.02"),
        ("agriturismo", "55.20.52", "55.20.51"),
        ("agriturismo", "56.10.12", "56.11.91"),
        ("agri turismo", "55.20.52", "55.20.51"),
        ("agri turismo", "56.10.12", "56.11.91"),
        ("casavacanze", "55.20.51", "55.20.42"),
        ("autocarrozzeria", "45.20.20", "95.31.20"),
        ("auto carrozzeria", "45.20.20", "95.31.20"),
        ("autofficina", "45.20.10", "95.31.10"),
        ("auto officina", "45.20.10", "95.31.10"),
        ("motofficina", "45.40.30", "95.32.00"),
        ("autoricambi", "45.32.00", "47.82.00"),
        ("auto trasporti", "49.41.00", "49.41.00"),
        ("auto demolizioni", "38.31.10", "38.21.12"),
        ("autospurgo", "37.00.00", "37.00.00"),
        ("carroattrezzi", "52.21.60", "52.21.60"),
        ("carro attrezzi", "52.21.60", "52.21.60"),
        ("panetteria", "47.24.10", "47.24.10"),
        ("panetteria", "10.71.10", "10.71.10"),
        ("pelletteria", "15.12.09", "15.12.00"),
        ("salumeria", "47.29.90", "47.22.00"),
        ("minimarket", "47.11.40", "47.11.02"),
        ("mini market", "47.11.40", "47.11.02"),
        ("super mercato", "47.11.20", "47.11.02"),
        ("negozio on line", "47.91.10", "47.12.90"),
        ("termoidraulica", "43.22.01", "43.22.05"),
        ("termo idraulica", "43.22.01", "43.22.05"),
        ("climatizzatori", "43.22.01", "43.22.07"),
        ("serramentista", "25.12.10", "25.12.10"),
        ("serramentista", "43.32.02", "43.32.02"),
        ("fotovoltaico", "35.11.00", "35.12.00"),
        ("fotovoltaico", "43.21.01", "43.21.01"),
        ("vitivinicola", "01.21.00", "01.21.00"),
        ("vitivinicola", "11.02.10", "11.02.10"),
        ("microbirrificio", "11.05.00", "11.05.00"),
        ("tipolitografia", "18.12.00", "18.12.00"),
        ("stampa3d", "22.29.09", "22.26.99"),
    ] {
        // Two answers at most, for a name may mean two trades.
        assert_among_first(query, Some(Ateco2007), (Ateco2007, of_2007), 2);
        assert_among_first(query, Some(Ateco2025), (Ateco2025, of_2025), 2);
    }
}

/// A plainly fictitious classification, the same in both editions.
fn invented() -> Ateco {
    let mut rows = String::from("edition,code,level,parent,title_it,includes_it\n");
    for edition in ["2007", "2025"] {
        for row in [
            "A,section,,FINZIONI,",
            "01,division,A,DRAGHI E UNICORNI,",
            "01.1,group,01,DRAGHI,",
            "01.11,class,01.1,Allevamento di draghi,Questa classe include i draghi verdi",
            "01.11.0,category,01.11,Allevamento di draghi,",
            "01.11.00,subcategory,01.11.0,Allevamento di draghi,\"- uova di drago - squame rosse\"",
            "01.12,class,01.1,Addestramento e volo di draghi,",
            "01.12.1,category,01.12,Addestramento di draghi al volo notturno,",
            "01.12.10,subcategory,01.12.1,Addestramento di draghi al volo notturno,- selle",
            "01.12.2,category,01.12,Altro addestramento,",
            "01.12.20,subcategory,01.12.2,Altro addestramento,- squame di unicorno",
            "01.2,group,01,UNICORNI,",
            "01.21,class,01.2,Allevamento di unicorni (esclusi i draghi),- corna - criniere di squame",
        ] {
            rows.push_str(&format!("{edition},{row}\n"));
        }
    }
    let files = Files {
        codes: &rows,
        divisions: "edition,code,section,title_it,title_en,family\n",
        correspondence: "code_2025,code_2007,coverage_2025,coverage_2007\n",
        synonyms: "phrase,code_2007,code_2025\nsquame,01.21,01.21\nscuderia magica,01.21,01.21\n",
    };
    load(files).unwrap()
}

#[test]
fn an_only_child_stands_for_its_parents() {
    let ateco = invented();
    assert_eq!(codes(&found(&ateco, "allevamento draghi", Ateco2025, 9))[0], "01.11.00");
    let all = codes(&found(&ateco, "draghi", Ateco2025, 99));
    assert_eq!(
        all,
        ["01.11.00", "01.12", "01.12.10", "01.1", "01"],
        "each of a chain once, the wide last, the excluded never"
    );
    // Number: class and category are listed as their only subcategory; the class with two categories as itself.
    assert_eq!(codes(&found(&ateco, "0111", Ateco2025, 9)), ["01.11.00"]);
    assert_eq!(codes(&found(&ateco, "01.12", Ateco2025, 9)), ["01.12", "01.12.10", "01.12.20"]);
}

#[test]
fn a_synonym_comes_before_a_title_and_a_title_before_a_note() {
    let ateco = invented();
    let hits = ateco.search("squame", Some(Ateco2025), 9);
    let whys: Vec<_> = hits.iter().map(|hit| (hit.activity.code.as_str(), hit.why)).collect();
    assert_eq!(
        whys,
        [
            ("01.21", Why::Synonym("squame")),
            ("01.11.00", Why::Note("squame rosse")),
            ("01.12.20", Why::Note("squame di unicorno")),
        ]
    );
    // Title in the query's order, title in another order, title of one word; notes last.
    let order = codes(&found(&ateco, "draghi al volo", Ateco2025, 9));
    assert_eq!(order[..2], ["01.12.10", "01.12"], "{order:?}");
    let unicorns = ateco.search("unicorno", Some(Ateco2025), 9);
    assert_eq!(unicorns[0].why, Why::Title);
    assert_eq!(unicorns.last().map(|hit| hit.why), Some(Why::Note("squame di unicorno")));
}

#[test]
fn entries_with_all_words_come_first() {
    let ateco = invented();
    // «unicorni» is in three titles, «squame» is a synonym of 01.21; both are only in a note of 01.12.20 and in 01.21.
    let order = codes(&found(&ateco, "squame unicorno", Ateco2025, 9));
    assert_eq!(
        order[..2].iter().collect::<BTreeSet<_>>(),
        BTreeSet::from([&"01.12.20".to_owned(), &"01.21".to_owned()])
    );
    assert!(order.len() > 2, "those with one word follow: {order:?}");
    assert_eq!(codes(&found(&ateco, "selle per draghi della ditta Fantasia", Ateco2025, 9))[0], "01.12.10");
}

#[test]
fn in_the_shipped_data_too_titles_with_all_words_precede_entries_that_lack_one() {
    let ateco = Ateco::shipped();
    let mut compared = 0;
    for (query, roots) in [
        ("macchine tessili", &["macchin", "tessil"][..]),
        ("commercio ingrosso mobili", &["commerc", "ingross", "mobil"]),
        ("riparazione biciclette", &["riparazion", "biciclett"]),
        ("trasporto merci strada", &["trasport", "merc", "strad"]),
        ("carta cartone", &["cart", "cartone"]),
    ] {
        for edition in Edition::ALL {
            let has_all = |text: &str| {
                let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
                roots.iter().all(|root| words.iter().any(|word| word.starts_with(root)))
            };
            // All that is said of an entry under any of its numbers.
            let all_said = |code: &str| -> String {
                let chain = ateco.activities.iter().filter(|a| a.edition == edition && same_chain(&a.code, code));
                let said =
                    synonyms().filter(|(_, e, meant)| *e == edition && same_chain(meant, code)).map(|(said, ..)| said);
                chain
                    .flat_map(|a| [a.title.as_str(), &a.includes])
                    .chain(said)
                    .collect::<Vec<_>>()
                    .join(" ")
                    .to_lowercase()
            };
            let hits = found(ateco, query, edition, usize::MAX);
            let last_full = hits.iter().rposition(|a| a.level >= Level::Class && has_all(&a.title.to_lowercase()));
            let first_lacking = hits.iter().position(|a| !has_all(&all_said(&a.code)));
            if let (Some(full), Some(lacking)) = (last_full, first_lacking) {
                compared += 1;
                assert!(full < lacking, "{edition} «{query}»: {} before {}", hits[lacking].code, hits[full].code);
            }
        }
    }
    assert!(compared >= 8, "{compared}");
}

#[test]
fn words_that_say_nothing_are_ignored() {
    let ateco = Ateco::shipped();
    let codes_of = |query| codes(&found(ateco, query, Ateco2025, 8));
    assert_eq!(codes_of("il panificio della nostra azienda "), codes_of("panificio "));
    assert_eq!(codes_of("impresa di pulizie"), codes_of("pulizie"));
    for empty in ["", " ", "\t\n", "di", "a b c", "…", "il la di", "-", "."] {
        assert_eq!(ateco.search(empty, None, 9), [], "{empty:?}");
    }
    assert_eq!(ateco.search("panificio", None, 0), []);
}

#[test]
fn numbers_find_by_their_beginning_in_both_editions() {
    let ateco = Ateco::shipped();
    let hits = ateco.search("25.62", None, 99);
    let of = |edition| hits.iter().find(|hit| hit.activity.edition == edition).map(|hit| hit.activity.code.as_str());
    assert_eq!((of(Ateco2007), of(Ateco2025)), (Some("25.62.00"), Some("25.62.00")));
    for query in
        ["62", "62.", "62.0", "620", "6201", "62.01.00", "c62", "codice ATECO 62.01", "01", "1.1", "999999", "25 6"]
    {
        for hit in ateco.search(query, None, usize::MAX) {
            let asked: String = query.chars().filter(char::is_ascii_digit).collect();
            let asked = if query == "1.1" { "011".to_owned() } else { asked };
            assert!(digits(&hit.activity.code).starts_with(&asked), "{query}: {:?}", hit.activity);
            assert_eq!(hit.why, Why::Number);
        }
    }
    assert!(ateco.search("999999", None, 9).is_empty());
    // Every code finds itself, or the only child it is listed as, first.
    for activity in ateco.activities().iter().filter(|activity| activity.level > Level::Section) {
        let first = found(ateco, &activity.code, activity.edition, 1)[0];
        assert!(digits(&first.code).starts_with(&digits(&activity.code)), "{} {}", activity.code, first.code);
        assert!(first == activity || first.level > activity.level);
    }
    // Pasted from an extract: the number counts first, the words after it.
    assert_eq!(found(ateco, "62.01.00 - Produzione di software", Ateco2007, 1)[0].code, "62.01.00");
}

#[test]
fn the_same_title_is_not_listed_at_several_depths_of_a_chain() {
    let ateco = Ateco::shipped();
    for query in
        ["legno", "commercio", "fabbricazione di macchine", "6", "62", "25.6", "trasporto", "riso", "consulenza"]
    {
        for edition in Edition::ALL {
            let hits = found(ateco, query, edition, usize::MAX);
            let listed: BTreeSet<&str> = hits.iter().map(|activity| activity.code.as_str()).collect();
            assert_eq!(listed.len(), hits.len(), "{query}");
            for activity in &hits {
                let siblings =
                    ateco.activities.iter().filter(|a| a.edition == edition && a.parent == activity.parent).count();
                let parent = activity.parent.as_deref().unwrap_or_default();
                assert!(siblings > 1 || !listed.contains(parent), "{query}: {parent} and {}", activity.code);
            }
        }
    }
}

#[test]
fn sections_are_never_listed_and_the_limit_holds() {
    for query in ["attività manifatturiere", "costruzioni", "C", "istruzione"] {
        let hits = Ateco::shipped().search(query, None, 7);
        assert!(hits.len() <= 7);
        assert!(hits.iter().all(|hit| hit.activity.level > Level::Section), "{query}");
        assert!(hits.is_sorted_by(|a, b| a.score >= b.score));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_query_is_too_strange(query in "\\PC*", limit in 0_usize..20) {
        let ateco = Ateco::shipped();
        for edition in [None, Some(Ateco2007), Some(Ateco2025)] {
            let hits = ateco.search(&query, edition, limit);
            prop_assert!(hits.len() <= limit);
            prop_assert!(hits.iter().all(|hit| hit.score.is_finite()));
            prop_assert!(hits.iter().all(|hit| edition.is_none_or(|edition| hit.activity.edition == edition)));
        }
        for edition in Edition::ALL {
            let known = ateco.find(edition, &query).is_some();
            prop_assert!(!known || query.trim().len() < 30);
            ateco.division_of(edition, &query);
            ateco.corresponding(edition, &query);
        }
    }

    #[test]
    fn queries_like_real_ones_answer_the_same_twice(
        query in "([a-zàèéìòù]{1,12}|[0-9]{1,7}|[0-9]{1,2}\\.[0-9]{0,2}|non|senza|di|C)([ '.,&(-]{1,2}[a-zàèéìòù0-9]{0,9}){0,5}"
    ) {
        let ateco = Ateco::shipped();
        prop_assert_eq!(ateco.search(&query, None, 8), ateco.search(&query, None, 8));
    }

    #[test]
    fn stripping_only_takes_away(text in "([a-z]{1,5}|escluso|esclusi|diverso da|inclusa|non|includono|eccetto|Dalla classe 01|n\\.c\\.a\\.|[(); .,•–àÈ-]){0,20}") {
        let kept = super::super::exclusions::without_exclusions(&text);
        prop_assert!(kept.len() <= text.len());
        let mut rest = text.chars();
        prop_assert!(kept.chars().all(|c| rest.any(|other| other == c)), "{} is not in {}", kept, text);
    }
}
