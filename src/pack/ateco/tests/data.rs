//! The shipped files, and looking codes up in them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::load::{Files, SHIPPED, load};
use super::super::{Ateco, AtecoError, Edition, Family, Level};
use super::digits;

use Edition::{Ateco2007, Ateco2025};

#[test]
fn the_shipped_editions_are_whole() {
    let mut counted: BTreeMap<(Edition, Level), usize> = BTreeMap::new();
    for activity in Ateco::shipped().activities() {
        *counted.entry((activity.edition, activity.level)).or_default() += 1;
    }
    // Down to the class ATECO is NACE: Rev. 2 has 21, 88, 272, 615 entries, Rev. 2.1 has 22, 87, 287, 651 (Eurostat).
    // Below, ATECO 2007 began with 918 categories and 1224 subcategories, and every edition added some.
    for (edition, stated) in [(Ateco2007, [21, 88, 272, 615]), (Ateco2025, [22, 87, 287, 651])] {
        let levels = [Level::Section, Level::Division, Level::Group, Level::Class];
        assert_eq!(levels.map(|level| counted[&(edition, level)]), stated, "{edition}");
        assert!((918..1000).contains(&counted[&(edition, Level::Category)]), "{counted:?}");
        assert!((1224..1400).contains(&counted[&(edition, Level::Subcategory)]), "{counted:?}");
    }
}

#[test]
fn every_code_has_the_shape_of_its_level_and_a_parent_one_level_up() {
    let ateco = Ateco::shipped();
    for activity in ateco.activities() {
        let length = match activity.level {
            Level::Section => 1,
            Level::Division => 2,
            Level::Group => 3,
            Level::Class => 4,
            Level::Category => 5,
            Level::Subcategory => 6,
        };
        let own = digits(&activity.code);
        assert_eq!(own.len(), length, "{activity:?}");
        let Some(parent) = activity.parent.as_deref() else {
            assert_eq!(activity.level, Level::Section, "{activity:?}");
            continue;
        };
        let parent = ateco.find(activity.edition, parent).expect("the parent is in the same edition");
        assert!(parent.level < activity.level, "{activity:?}");
        if activity.level > Level::Division {
            assert_eq!(digits(&parent.code), own[..length - 1], "{activity:?}");
        }
    }
}

#[test]
fn every_division_has_a_family_and_the_section_it_hangs_from() {
    let ateco = Ateco::shipped();
    for edition in Edition::ALL {
        let entries = ateco.activities().iter().filter(|a| a.edition == edition && a.level == Level::Division);
        let entries: BTreeMap<&str, &str> =
            entries.map(|a| (a.code.as_str(), a.parent.as_deref().unwrap_or_default())).collect();
        let divisions: BTreeMap<&str, &str> =
            ateco.divisions(edition).map(|d| (d.code.as_str(), d.section.as_str())).collect();
        assert_eq!(divisions, entries, "{edition}");
        assert!(ateco.divisions(edition).all(|d| !d.title_it.is_empty() && !d.title_en.is_empty()));
    }
}

#[test]
fn the_families_of_the_data_are_the_families_of_the_code() {
    let used: BTreeSet<Family> =
        Edition::ALL.into_iter().flat_map(|e| Ateco::shipped().divisions(e)).map(|division| division.family).collect();
    assert_eq!(used.into_iter().collect::<Vec<_>>(), Family::ALL);
    for family in Family::ALL {
        assert_eq!(family.as_str().parse(), Ok(family));
    }
    let refused = "professional".parse::<Family>().unwrap_err().to_string();
    assert!(refused.contains("tourism_culture"), "it names what would be right: {refused}");
}

#[test]
fn divisions_have_the_family_one_expects() {
    let family = |edition, code| Ateco::shipped().division_of(edition, code).map(|division| division.family);
    for (edition, code, expected) in [
        (Ateco2007, "10.51.20", Family::Agrifood),
        (Ateco2025, "25.53.00", Family::Manufacturing),
        (Ateco2025, "43", Family::Construction),
        (Ateco2007, "45.20.10", Family::Trade),
        (Ateco2025, "95.31.10", Family::Services),
        (Ateco2025, "4941", Family::Transport),
        (Ateco2007, "55.10", Family::TourismCulture),
        (Ateco2025, "62.10.00", Family::Ict),
        (Ateco2007, "69.20", Family::Services),
        (Ateco2025, "86.23", Family::Health),
        (Ateco2007, "38.1", Family::Other),
    ] {
        assert_eq!(family(edition, code), Some(expected), "{edition} {code}");
    }
}

#[test]
fn a_division_is_found_for_codes_a_later_update_may_bring_but_not_for_one_that_left() {
    let ateco = Ateco::shipped();
    assert!(ateco.find(Ateco2025, "25.99.77").is_none());
    assert_eq!(ateco.division_of(Ateco2025, "25.99.77").map(|d| d.code.as_str()), Some("25"));
    assert!(ateco.division_of(Ateco2007, "45.20").is_some());
    assert!(ateco.division_of(Ateco2025, "45.20").is_none());
    assert!(ateco.division_of(Ateco2025, "C").is_none());
}

#[test]
fn a_code_is_found_however_it_is_written() {
    let ateco = Ateco::shipped();
    for (written, code) in [
        ("25.62.00", "25.62.00"),
        ("256200", "25.62.00"),
        ("25 62 00", "25.62.00"),
        (" 25.62.0 ", "25.62.0"),
        ("25.62", "25.62"),
        ("25.62.", "25.62"),
        ("C25.62", "25.62"),
        ("c 25.62", "25.62"),
        ("25.6", "25.6"),
        ("256", "25.6"),
        (" 25 ", "25"),
        ("1.11", "01.11"),
        ("1.11.10", "01.11.10"),
        ("01", "01"),
        ("C", "C"),
        ("c", "C"),
    ] {
        assert_eq!(ateco.find(Ateco2007, written).map(|a| a.code.as_str()), Some(code), "{written:?}");
    }
    for nonsense in
        ["", " ", ".", "..", "1", "2562001", "25,62", "25.62.00.00", "CC25", "W", "25.6x", "àè", "٢٥", "99.99"]
    {
        assert_eq!(ateco.find(Ateco2007, nonsense), None, "{nonsense:?}");
    }
}

#[test]
fn every_code_is_found_as_written_and_without_dots() {
    let ateco = Ateco::shipped();
    for activity in ateco.activities() {
        for written in [activity.code.clone(), digits(&activity.code)] {
            assert_eq!(ateco.find(activity.edition, &written), Some(activity), "{written}");
        }
    }
}

#[test]
fn codes_translate_to_the_other_edition() {
    let ateco = Ateco::shipped();
    let translated = |edition, code| -> Vec<&str> {
        ateco.corresponding(edition, code).iter().map(|activity| activity.code.as_str()).collect()
    };
    // From ISTAT's table: treatment, coating and general mechanics of metals.
    assert_eq!(translated(Ateco2007, "256100"), ["25.51.00", "25.52.00", "25.53.00"]);
    assert!(translated(Ateco2007, "45").contains(&"95"), "car repair left trade");
    assert_eq!(translated(Ateco2025, "46.89.00"), [""; 0], "new, without a counterpart");
    assert_eq!(translated(Ateco2025, "nonsense"), [""; 0]);
}

#[test]
fn the_correspondence_goes_both_ways_at_one_depth() {
    let ateco = Ateco::shipped();
    for activity in ateco.activities() {
        for other in ateco.corresponding(activity.edition, &activity.code) {
            assert_eq!((other.edition, other.level), (activity.edition.other(), activity.level));
            assert!(ateco.corresponding(other.edition, &other.code).contains(&activity), "{activity:?} {other:?}");
        }
    }
}

#[test]
fn a_whole_counterpart_comes_before_a_partial_one() {
    let files = Files {
        codes: "edition,code,level,parent,title_it,includes_it\n\
            2007,90.1,group,,Finta,\n2025,90.2,group,,Finta,\n2025,90.3,group,,Finta,\n",
        divisions: "edition,code,section,title_it,title_en,family\n",
        correspondence: "code_2025,code_2007,coverage_2025,coverage_2007\n\
            90.2,90.1,PARZIALE,PARZIALE\n90.3,90.1,TOTALE,PARZIALE\n",
        synonyms: "phrase,code_2007,code_2025\n",
    };
    let ateco = load(files).unwrap();
    let codes: Vec<_> = ateco.corresponding(Ateco2007, "90.1").iter().map(|a| a.code.as_str()).collect();
    assert_eq!(codes, ["90.3", "90.2"]);
}

#[test]
fn editions_are_read_and_2025_is_the_default() {
    assert_eq!(Edition::default(), Ateco2025);
    for edition in Edition::ALL {
        assert_eq!(edition.as_str().parse(), Ok(edition));
        assert_eq!(edition.other().other(), edition);
    }
    assert_eq!(" 2022 ".parse(), Ok(Ateco2007));
    assert!("2002".parse::<Edition>().unwrap_err().to_string().contains("2025"));
}

#[test]
fn titles_in_capitals_are_shown_in_sentence_case() {
    let shown = |edition, code| Ateco::shipped().find(edition, code).unwrap().display_title();
    assert_eq!(shown(Ateco2007, "C"), "Attività manifatturiere");
    assert_eq!(
        shown(Ateco2007, "16"),
        "Industria del legno e dei prodotti in legno e sughero (esclusi i mobili); fabbricazione di articoli in paglia e \
         materiali da intreccio"
    );
    assert_eq!(shown(Ateco2007, "32.9"), "Industrie manifatturiere n.c.a.");
    assert_eq!(
        shown(Ateco2007, "19.20.30"),
        "Miscelazione di gas petroliferi liquefatti (GPL) e loro imbottigliamento"
    );
    let ateco = Ateco::shipped();
    let ict = ateco.activities().iter().filter(|a| a.title.split(' ').any(|word| word == "ICT"));
    for activity in ict {
        assert!(activity.display_title().contains("ICT"), "{activity:?}");
    }
    assert!(ateco.activities().iter().all(|a| a.display_title().contains(char::is_lowercase)));
}

#[test]
fn contradictions_in_the_files_are_named_with_file_and_line() {
    let with = |change: fn(&mut Files<'static>)| {
        let mut files = SHIPPED;
        change(&mut files);
        load(files).unwrap_err()
    };
    let cases = [
        (
            with(|f| f.codes = "edition,code,level,parent,title_it,includes_it\n1999,A,section,,Finta,\n"),
            "codes.csv",
            2,
        ),
        (with(|f| f.codes = "edition,code,level,parent,title_it,includes_it\n2025,A,floor,,Finta,\n"), "codes.csv", 2),
        (
            with(|f| {
                f.codes = "edition,code,level,parent,title_it,includes_it\n\
                    2025,A,section,,Finta,\n2025,A,section,,Finta,\n"
            }),
            "codes.csv",
            3,
        ),
        (with(|f| f.codes = "edition,code\n2025,A\n"), "codes.csv", 2),
        (
            with(|f| f.divisions = "edition,code,section,title_it,title_en,family\n2025,45,G,Finta,Fake,trade\n"),
            "divisions.csv",
            2,
        ),
        (
            with(|f| f.divisions = "edition,code,section,title_it,title_en,family\n2025,46,G,Finta,Fake,shops\n"),
            "divisions.csv",
            2,
        ),
        (
            with(|f| f.synonyms = "phrase,code_2007,code_2025\nfinto,25.62,25.62\nfinto,25.62,25.67\n"),
            "synonyms.csv",
            3,
        ),
    ];
    for (error, in_file, at_line) in cases {
        let AtecoError::Data { file, line, .. } = &error else { panic!("{error}") };
        assert_eq!((*file, *line), (in_file, at_line), "{error}");
    }
}
