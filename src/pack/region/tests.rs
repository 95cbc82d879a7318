use super::*;
use crate::text::Language;

const REGION: &[u8] = include_bytes!("../../../assets/regions/lombardia/region.json");
const MAP: &[u8] = include_bytes!("../../../assets/regions/lombardia/ateco_map.csv");

/// The shipped region after a change to its JSON: what loading says.
fn faults(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut json: Value = serde_json::from_slice(REGION).unwrap();
    change(&mut json);
    let bytes = serde_json::to_vec(&json).unwrap();
    Region::from_json(&bytes, MAP).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn the_shipped_region_is_whole() {
    let region = Region::shipped();
    // The counts of the regional overview (notes §1): nothing may get lost.
    assert_eq!(region.clusters.len(), 9);
    assert_eq!(region.competence_centres.len(), 8);
    assert_eq!(region.axes.len(), 3);
    assert_eq!(region.s3_areas.len(), 7);
    assert_eq!(region.ecosystems.len(), 8);
    assert_eq!(region.universities.len(), 15);
    assert_eq!(region.its_areas.len(), 10);
    assert_eq!(region.provinces.len(), 12);
    let divisions =
        |edition: &str| region.activities.entries().filter(|(e, code, _)| *e == edition && code.len() == 2).count();
    // 88 divisions in ATECO 2007, 87 in ATECO 2025 (notes §3).
    assert_eq!((divisions("2007"), divisions("2025")), (88, 87));
}

#[test]
fn every_fault_is_found_with_its_place() {
    type Change = fn(&mut Value);
    let cases: &[(Change, &str)] = &[
        (|j| j["clusters"][0]["provenance"]["sources"] = Value::Array(vec![]), "clusters (afil).provenance.sources"),
        (|j| j["services"][3]["provenance"]["as_of"] = "".into(), "services (edih-mia-lombardia).provenance.as_of"),
        (|j| j["training"][0]["provenance"]["as_of"] = "2026-13".into(), "training (digital-basics).provenance.as_of"),
        (|j| j["as_of"] = "novembre".into(), "region.json, as_of: “novembre”"),
        (
            |j| j["competence_centres"][0]["technology_areas"][2]["sources"] = Value::Array(vec![]),
            "competence_centres (made).technology_areas[2].sources",
        ),
        (|j| j["clusters"][2]["id"] = "afil".into(), "clusters (afil): The id"),
        (|j| j["id"] = "../altrove".into(), "region.json, id: “../altrove”"),
        (|j| j["edition"] = "2026-02-30".into(), "region.json, edition: This part cannot be read"),
        (
            |j| {
                j.as_object_mut().unwrap().remove("edition");
            },
            "The part “edition” is missing",
        ),
        (|j| j["edition"] = "2026-01-31".into(), "region.json, as_of: “2026-11” is later than the edition"),
        (
            |j| j["services"][0]["provenance"]["as_of"] = "2026-12".into(),
            "services (open-innovation).provenance.as_of: “2026-12” is later",
        ),
        (|j| j["offers"][0]["doors"][0]["id"] = "nowhere".into(), "offers (digital-basics): “nowhere” is not among"),
        (
            |j| j["offers"][0]["doors"][1]["category"] = "nowhere".into(),
            "offers (digital-basics): No service is of the category “nowhere”",
        ),
        (|j| j["offers"][1]["tag"] = "digital-basics".into(), "The tag “digital-basics” is empty or stands twice"),
        (|j| j["offers"][0]["doors"] = Value::Array(vec![]), "offers (digital-basics): The tag leads to no door"),
        (|j| j["offers"][0]["doors"][0]["category"] = "pid".into(), "Door 1 is neither"),
        (|j| j["offers"][0]["doors"][2] = j["offers"][0]["doors"][0].clone(), "Door 3 stands twice"),
        (
            |j| j["offers"][0]["doors"][2]["id"] = "transizione-40".into(),
            "offers (digital-basics): “transizione-40” is closed",
        ),
        (|j| j["offers"][0]["doors"][0]["list"] = "axes".into(), "offers[0] (digital-basics)"),
        (|j| j["clusters"][0]["name"] = serde_json::json!({}), "clusters[0] (afil): This part cannot be read"),
        (
            |j| j["clusters"][0]["name"] = serde_json::json!({"de": "Fabrik"}),
            "clusters[0] (afil).name: The text in “it”",
        ),
        (|j| j["universities"][0]["clusters"][0] = "nowhere".into(), "universities (polimi).clusters: “nowhere”"),
        (|j| j["s3_areas"][0]["name"]["en"] = "".into(), "s3_areas[0] (aerospace).name: The text in “en”"),
        (
            |j| {
                j["s3_areas"][0]["name"].as_object_mut().unwrap().remove("en");
            },
            "The text in “en”",
        ),
        (
            |j| {
                j["clusters"][0]["keywords"]["en"].as_array_mut().unwrap().pop();
            },
            "clusters[0] (afil).keywords",
        ),
        (
            |j| {
                j["its_academies"][0].as_object_mut().unwrap().remove("seat");
            },
            "its_academies[0] (its-meccatronica)",
        ),
        (|j| j["clusters"][0]["colour"] = "red".into(), "clusters[0] (afil): This part cannot be read"),
        (|j| j["surprise"] = 1.into(), "“surprise”"),
        (
            |j| {
                j.as_object_mut().unwrap().remove("services");
            },
            "The part “services” is missing",
        ),
        (|j| j["schema_version"] = 7.into(), "schema_version"),
        (|j| j["provinces"][0]["adjacent"] = Value::Array(vec![]), "provinces (BG): BS borders"),
        (
            |j| {
                j["texts"].as_object_mut().unwrap().remove("reason.province");
            },
            "texts.reason.province",
        ),
        (|j| j["texts"]["reason.province"]["it"] = "Qui".into(), "texts.reason.province: The places"),
        (|j| j["services"][0]["closes"] = "2026-13-01".into(), "services[0] (open-innovation)"),
        (
            |j| {
                j["services"][0]["opens"] = "2027-01-01".into();
                j["services"][0]["closes"] = "2026-01-01".into();
            },
            "services (open-innovation).closes",
        ),
        (|j| j["services"][0]["always"] = false.into(), "empty page"),
        (|j| j["rules"]["strength"]["medium"] = 90.into(), "rules.strength"),
        (|j| j["rules"]["score"]["province"] = (-5).into(), "rules.score"),
        (|j| j["rules"]["first"]["centre"][0] = "nowhere".into(), "rules.first.centre"),
        (|j| j["refinements"][0]["prefix"] = "26".into(), "refinements[0] (26)"),
        (|j| j["refinements"][0]["clusters_primary"][0] = "nowhere".into(), "code 266: “nowhere”"),
    ];
    for (change, expected) in cases {
        let found = faults(change);
        assert!(found.iter().any(|n| n.contains(expected)), "{expected} is not in {found:#?}");
    }
}

#[test]
fn all_faults_come_at_once() {
    let found = faults(|j| {
        j["clusters"][0]["provenance"]["sources"] = Value::Array(vec![]);
        j["its_academies"][0]["area"] = "area-99".into();
        j["services"][1]["status"] = "perhaps".into();
    });
    for place in ["clusters (afil)", "its_academies (its-meccatronica).area", "services[1] (open-challenge)"] {
        assert!(found.iter().any(|n| n.contains(place)), "{place} is not in {found:#?}");
    }
}

#[test]
fn faults_of_the_map_are_found_with_their_line() {
    let map = String::from_utf8(MAP.to_vec()).unwrap();
    for (from, to, expected) in [
        ("2007,28,advanced-manufacturing,", "2007,28,advanced-manufacturin,", "code 28: “advanced-manufacturin”"),
        ("\n2025,99,", "\n2025,98,", "stands twice"),
        ("\n2007,01,", "\n2007,1,", "line 2: “1” is not a division"),
        ("\n2007,03,", "\n2007,", "line 4"),
    ] {
        let changed = map.replacen(from, to, 1);
        assert_ne!(changed, map, "{from} stands in the map");
        let found: Vec<String> = Region::from_json(REGION, changed.as_bytes())
            .err()
            .unwrap_or_default()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert!(found.iter().any(|n| n.contains(expected)), "{expected} is not in {found:#?}");
    }
    assert!(Region::from_json(b"{", MAP).is_err(), "broken JSON is an error, not a panic");
    assert!(Region::from_json(b"[]", MAP).is_err());
}

#[test]
fn a_code_is_found_at_any_depth() {
    let map = &Region::shipped().activities;
    let found = |edition, code| map.resolve(edition, code).map(|r| (r.digits, r.links.clusters_primary.join(" ")));
    for (edition, code, digits, clusters) in [
        ("2025", "25.62.00", 2, "afil"),
        ("2007", "30", 2, "lac clm"),
        ("2025", "30.3", 3, "lac"),
        ("2007", "30.30.09", 3, "lac"),
        ("2025", "303109", 3, "lac"),
        ("2025", "C 30.91", 3, "clm"),
        ("2025", "28.93", 4, "afil catal"),
        ("2025", "28.9", 2, "afil"),
        // A spreadsheet that read 01.11 as a number dropped the zero.
        ("2007", "1.11", 2, "catal"),
    ] {
        assert_eq!(found(edition, code), Some((digits, clusters.to_owned())), "{edition} {code}");
    }
    // Division 45 ends with ATECO 2007; vehicle repair is 95.3 afterwards.
    assert!(found("2007", "45.20").is_some());
    assert!(found("2025", "45.20").is_none());
    assert_eq!(found("2025", "95.31"), Some((3, "clm".to_owned())));
    for nonsense in ["", "x", "4", "é9.1", "00", "…"] {
        assert!(found("2025", nonsense).is_none(), "{nonsense}");
    }
    assert!(found("1991", "28").is_none());
}

#[test]
fn the_offers_of_the_shipped_region_are_for_every_tag_and_no_money_stands_outside_incentives() {
    let region = Region::shipped();
    let tags: Vec<&str> = region.offers.iter().map(|o| o.tag.as_str()).collect();
    let expected = "digital-basics strategy incentives management-software shop-floor integration iot automation ai \
        data-analytics traceability cybersecurity privacy-nis2 skills change partners web-sales servitisation energy \
        sustainability design quality logistics recruiting assessment";
    assert_eq!(tags, expected.split_whitespace().collect::<Vec<_>>());
    let is_money = |category: &str| category.starts_with("incentive") || category == "programme";
    for offer in &region.offers {
        assert_eq!(region.offers(&offer.tag), offer.doors);
        for door in offer.doors.iter().filter(|d| d.list == OfferList::Services) {
            let service = door.id.as_ref().map(|id| region.services.iter().find(|s| s.id == *id).unwrap());
            let category = service.map_or_else(|| door.category.clone().unwrap(), |s| s.category.clone());
            assert!(!is_money(&category) || offer.tag == "incentives", "{}: {door:?}", offer.tag);
        }
    }
    assert!(region.offers("fishing").is_empty());
}

#[test]
fn an_acronym_is_explained_as_far_as_a_source_has_it() {
    let name = |id| Region::shipped().cluster(id).unwrap().full_name(Language::IT);
    assert_eq!(name("afil"), "Associazione Fabbrica Intelligente Lombardia (AFIL)");
    // LLSC is our own short form; no source has it.
    assert_eq!(name("life-sciences"), "Cluster lombardo scienze della vita");
}

#[test]
fn what_is_no_publication_is_said_in_the_readers_language() {
    let region = Region::shipped();
    let general: Vec<&SourceName> =
        check::all_sources(region).filter(|s| s.get(Language::EN).contains("general")).collect();
    assert_eq!(general.len(), 24);
    assert!(general.iter().all(|s| s.get(Language::IT) == "conoscenza generale, da verificare"), "{general:?}");
}

#[test]
fn sentences_are_filled_once() {
    let texts: Texts = serde_json::from_str(r#"{"a":{"it":"{x} e {y}","en":"{y}, {x}{"}}"#).unwrap();
    assert_eq!(texts.say(Language::IT, "a", &[("x", "{y}"), ("y", "2")]), "{y} e 2");
    assert_eq!(texts.say(Language::EN, "a", &[("x", "1"), ("y", "2")]), "2, 1{");
    assert_eq!(texts.say(Language::EN, "b", &[]), "b");
}

#[test]
fn the_two_languages_differ_where_they_should() {
    // A guard against Italian left standing as English: sentences of more than three words are never the same.
    for service in &Region::shipped().services {
        let (it, en) = (service.description.get(Language::IT), service.description.get(Language::EN));
        assert_ne!(it, en, "{}", service.id);
    }
}
