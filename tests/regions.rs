//! A region is data: a made-up one needs no Rust, a newer edition takes the place of the program's own, and one with faults
//! changes nothing.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use assert_cmd::Command;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use orienta::assessment::{DoorChoices, file};
use orienta::matching::{Card, Doors, Kind, Profile, Standing, matches, offers};
use orienta::pack::find;
use orienta::pack::region::{Availability, Region};
use orienta::pipeline::evaluate;
use orienta::portfolio::regions;
use orienta::report::doors::{edition_sentence, edition_warning, full_name};
use orienta::text::Language;
use serde_json::{Value, json};

const EXAMPLE: &str = "examples/officina-meccanica.orienta.json";
/// The lists of records with a provenance.
const LISTS: [&str; 10] = [
    "clusters",
    "competence_centres",
    "axes",
    "s3_areas",
    "ecosystems",
    "training",
    "universities",
    "its_areas",
    "its_academies",
    "services",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The made-up region's folder.
fn island() -> PathBuf {
    root().join("tests/fixtures/regions/isola-inventata")
}

fn lombardy() -> PathBuf {
    root().join("assets/regions/lombardia")
}

fn json_of(folder: &Path) -> Value {
    serde_json::from_slice(&fs::read(folder.join("region.json")).unwrap()).unwrap()
}

/// A region after a change to its JSON.
fn changed(folder: &Path, change: impl FnOnce(&mut Value)) -> Result<Region, Vec<String>> {
    let mut json = json_of(folder);
    change(&mut json);
    let map = fs::read(folder.join("ateco_map.csv")).unwrap();
    let notices = Region::from_json(&serde_json::to_vec(&json).unwrap(), &map);
    notices.map_err(|n| n.iter().map(ToString::to_string).collect())
}

/// A copy of a region in a folder, after a change to its JSON.
fn write(folder: &Path, from: &Path, change: impl FnOnce(&mut Value)) -> PathBuf {
    fs::create_dir_all(folder).unwrap();
    let mut json = json_of(from);
    change(&mut json);
    fs::write(folder.join("region.json"), serde_json::to_vec(&json).unwrap()).unwrap();
    fs::copy(from.join("ateco_map.csv"), folder.join("ateco_map.csv")).unwrap();
    folder.join("region.json")
}

/// The region in use belongs to the whole program: tests that change it take turns, and begin with the program's own.
fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    Region::use_shipped();
    turn
}

struct Said {
    code: i32,
    out: String,
    err: String,
}

/// Runs the command line in English, with the settings in a folder of their own.
fn cli(config: &Path, args: &[&str]) -> Said {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("orienta-cli"));
    let output = command.env("XDG_CONFIG_HOME", config).args(["--lang", "en"]).args(args).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Said { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn example() -> String {
    root().join(EXAMPLE).display().to_string()
}

fn matched(config: &Path, args: &[&str]) -> Value {
    let said = cli(config, &[args, &["match", &example(), "--json", "--date", "2030-03-01"]].concat());
    assert_eq!(said.code, 0, "{}", said.err);
    serde_json::from_str(&said.out).unwrap()
}

/// A company that has decided nothing.
static UNDECIDED: LazyLock<DoorChoices> = LazyLock::new(DoorChoices::default);

fn profile<'a>(code: &'a str, family: &'a str, province: Option<&'a str>) -> Profile<'a> {
    Profile {
        edition: "2025",
        code,
        family,
        province,
        employees: Some(40),
        supply_chains: &[],
        interests: &[],
        wishes: &[],
        project_idea: None,
        choices: &UNDECIDED,
    }
}

fn ids(cards: &[Card]) -> Vec<&str> {
    cards.iter().map(|c| c.id.as_str()).collect()
}

#[test]
fn a_made_up_region_gives_its_own_doors() {
    let region = regions::load(&island(), Language::IT).unwrap();
    let (chains, interests) = (["machinery-metal".to_owned()], ["iot-sensors".to_owned()]);
    let company =
        Profile { supply_chains: &chains, interests: &interests, ..profile("25.62", "manufacturing", Some("XA")) };
    let doors = matches(&region, &company, &Standing::default(), date(2030, 3, 1), Language::IT);
    // Typical 40, chain 25, one interest 5, ecosystem 10, seat in the province 5.
    assert_eq!((ids(&doors.clusters), doors.clusters[0].score), (vec!["vele"], 85.0));
    assert_eq!(full_name(&doors.clusters[0]), "Compagnia delle Vele Inventate (CVI)");
    // Area 50, cluster 20, and 30 for the neighbour.
    assert_eq!((ids(&doors.universities), doors.universities[0].score), (vec!["ateneo-scogli"], 100.0));
    // 25 is one of its centre's divisions, and 40 people are not micro.
    let first: Vec<&str> = doors.first.iter().map(|d| d.id.as_str()).collect();
    assert_eq!(first, ["faro", "bussola"]);
    // Without a figure no rule of the axes holds: the one of orientation.
    assert_eq!(doors.axes[0].id, "guardare");
    assert_eq!(ids(&doors.past_services), ["relitto"]);
    // A shop has the desk of its own province, and not the other's.
    let shop = profile("47.11", "trade", Some("XB"));
    let doors = matches(&region, &shop, &Standing::default(), date(2030, 3, 1), Language::IT);
    let first: Vec<&str> = doors.first.iter().map(|d| d.id.as_str()).collect();
    assert_eq!(first, ["molo-bassa", "piazza"]);
    assert!(!ids(&doors.services).contains(&"molo-alta"));
    // Only possible (20): below 25 nothing is shown as matching.
    assert_eq!((ids(&doors.clusters), ids(&doors.other_clusters)), (vec![], vec!["vele"]));
}

#[test]
fn a_tag_leads_to_the_doors_of_the_companys_province_that_are_not_over() {
    let region = regions::load(&island(), Language::IT).unwrap();
    let found = |tag: &str, province, today| -> Vec<(Kind, String)> {
        let company = profile("25.62", "manufacturing", province);
        offers(&region, tag, &company, today).iter().map(|o| (o.kind, o.id.to_owned())).collect()
    };
    let spring = date(2030, 3, 1);
    let door = |kind, id: &str| (kind, id.to_owned());
    let (knots, sails) = (door(Kind::Training, "nodi"), door(Kind::Cluster, "vele"));
    let (upper, lower) = (door(Kind::Service, "molo-alta"), door(Kind::Service, "molo-bassa"));
    assert_eq!(found("iot", Some("XA"), spring), [knots.clone(), upper.clone(), sails.clone()]);
    assert_eq!(found("iot", Some("XB"), spring), [knots.clone(), lower.clone(), sails.clone()]);
    assert_eq!(found("iot", None, spring), [knots, upper, lower, sails]);
    assert_eq!(found("incentives", None, date(2030, 6, 30)), [door(Kind::Service, "regata")]);
    assert_eq!(found("incentives", None, date(2030, 7, 1)), []);
    assert_eq!(found("fishing", None, spring), []);
    // In Lombardy: the desk of Bergamo alone; precision farming is for farms and food.
    let lombardy = Region::shipped();
    let desks = |code, family| -> Vec<&str> {
        let company = profile(code, family, Some("BG"));
        ["digital-basics", "traceability"]
            .iter()
            .flat_map(|tag| offers(lombardy, tag, &company, date(2026, 11, 23)))
            .map(|o| o.id)
            .collect()
    };
    assert_eq!(
        desks("25.62", "manufacturing"),
        ["digital-basics", "pid-bergamo", "selfi40", "quality40", "made", "catal"]
    );
    assert_eq!(
        desks("10.51", "agrifood"),
        ["digital-basics", "pid-bergamo", "selfi40", "quality40", "agritech", "made", "catal"]
    );
}

#[test]
fn every_tag_leads_every_company_somewhere_and_never_to_what_is_over() {
    let region = Region::shipped();
    for offer in &region.offers {
        for province in region.provinces.iter().map(|p| Some(p.code.as_str())).chain([None]) {
            for today in [date(2026, 1, 1), date(2026, 11, 23), date(2028, 10, 1), date(2031, 1, 1)] {
                let company = profile("25.62", "manufacturing", province);
                let found = offers(region, &offer.tag, &company, today);
                assert!(!found.is_empty(), "{} in {province:?} on {today}", offer.tag);
                let ids: BTreeSet<_> = found.iter().map(|o| (o.kind, o.id)).collect();
                assert_eq!(ids.len(), found.len(), "{}: each door once", offer.tag);
                for service in region.services.iter().filter(|s| ids.contains(&(Kind::Service, s.id.as_str()))) {
                    assert!(service.status != Availability::Closed, "{}", service.id);
                    assert!(service.closes.is_none_or(|last| last >= today), "{} on {today}", service.id);
                }
            }
        }
    }
}

#[test]
fn report_and_pdf_are_of_the_region_in_use() {
    let _turn = turn();
    regions::load(&island(), Language::IT).unwrap().put_in_use();
    let opened = file::open(&fs::read(root().join(EXAMPLE)).unwrap(), find, Language::IT).unwrap();
    let evaluation = evaluate(opened.pack, &opened.assessment, date(2030, 2, 7), Language::IT);
    let report = evaluation.report(&Default::default());
    let chapter: Vec<_> = report.sections.iter().filter(|s| s.id.starts_with("doors")).collect();
    assert!(chapter.len() > 5);
    let report = format!("{chapter:?}");
    assert!(report.contains("Compagnia delle Vele Inventate (CVI)"));
    assert!(report.contains("Isola Inventata, edizione del 1 febbraio 2030, di 6 giorni fa."));
    assert!(report.contains("detto al porto, da verificare"), "sources that are no publication are in Italian");
    assert!(!report.contains("Lombardia"), "nothing of the other region is left");
    assert!(orienta::export::pdf::pdf(&evaluation.report(&Default::default())).unwrap().starts_with(b"%PDF"));
    // An evaluation keeps the region it was made with.
    Region::use_shipped();
    assert_eq!(evaluation.region.id, "isola-inventata");
    assert_eq!(evaluate(opened.pack, &opened.assessment, date(2030, 2, 7), Language::IT).region.id, "lombardia");
}

#[test]
fn the_command_line_uses_the_region_it_is_given() {
    let home = tempfile::tempdir().unwrap();
    let island = island().display().to_string();
    let doors = matched(home.path(), &["--region", &island]);
    assert_eq!(doors["region"], json!({"id": "isola-inventata", "edition": "2030-02-01", "as_of": "2030-01"}));
    // Typical 40, chain 25, interest 5, ecosystem 10; Bergamo is not on the island.
    assert_eq!((&doors["clusters"][0]["id"], &doors["clusters"][0]["score"]), (&json!("vele"), &json!(80.0)));
    let pdf = home.path().join("isola.pdf").display().to_string();
    let said = cli(home.path(), &["--region", &island, "report", &example(), "--pdf", &pdf, "--date", "2030-03-01"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(fs::read(&pdf).unwrap().starts_with(b"%PDF"));
    let out = home.path().join("isola.json").display().to_string();
    let args = ["export", &example(), "--to", "json", "--out", &out, "--region", &island, "--date", "2030-03-01"];
    assert_eq!(cli(home.path(), &args).code, 0);
    let exported: Value = serde_json::from_slice(&fs::read(&out).unwrap()).unwrap();
    assert_eq!(exported["doors"]["region"]["id"], "isola-inventata");
    // The figures have nothing to do with the region.
    let total = |region: &[&str]| cli(home.path(), &[region, &["explain", &example(), "total"]].concat()).out;
    assert_eq!(total(&["--region", &island]), total(&[]));
    let said = cli(home.path(), &["check", &island]);
    assert_eq!((said.code, said.out), (0, format!("{island}: no problems\n")));
}

/// Five faults in five places.
fn spoil(json: &mut Value) {
    json["clusters"][0]["provenance"]["sources"] = json!([]);
    json["services"][1]["id"] = json!("piazza");
    json["supply_chains"][0]["clusters"][0] = json!("altrove");
    json["training"][0]["name"].as_object_mut().unwrap().remove("en");
    json["services"][4]["closes"] = json!("2029-12-31");
}

/// What each of them is called.
const FAULTS: [&str; 5] = [
    "clusters (vele).provenance.sources",
    "The id “piazza” stands twice",
    "“altrove” is not among the clusters",
    "training[0] (nodi).name: The text in “en” is missing",
    "It closes on 2029-12-31, before it opens on 2030-01-01",
];

#[test]
fn a_region_with_faults_is_refused_with_all_of_them() {
    let _turn = turn();
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("rotta");
    let chosen = write(&folder, &island(), spoil);
    let said = cli(home.path(), &["--region", folder.to_str().unwrap(), "match", &example(), "--date", "2030-03-01"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    for fault in FAULTS {
        assert!(said.err.contains(fault), "{fault} is not in {}", said.err);
    }
    // In the window nothing changes, neither on the disk nor in use.
    let config = home.path().join("config");
    let sentences = regions::replace(&config, &chosen, Language::IT).unwrap_err();
    for fault in FAULTS {
        assert!(sentences.iter().any(|s| s.contains(fault)), "{fault} is not in {sentences:#?}");
    }
    assert!(!config.exists());
    assert!(Region::in_use().is_shipped());
    // Without its map, or without anything, it says which file.
    fs::remove_file(folder.join("ateco_map.csv")).unwrap();
    let sentences = regions::replace(&config, &chosen, Language::IT).unwrap_err();
    assert!(sentences.len() == 1 && sentences[0].contains("ateco_map.csv"), "{sentences:?}");
    let sentences = regions::replace(&config, &folder.join("niente.json"), Language::IT).unwrap_err();
    assert!(sentences.len() == 1 && sentences[0].contains("niente.json"), "{sentences:?}");
}

#[test]
fn a_region_is_kept_beside_the_settings_and_taken_away_again() {
    let _turn = turn();
    let home = tempfile::tempdir().unwrap();
    let config = home.path();
    let kept = |id: &str| config.join("regions").join(id).join("region.json").exists();
    let names = || -> BTreeSet<String> {
        let entries = fs::read_dir(config.join("regions")).unwrap();
        entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
    };
    let said = regions::replace(config, &island().join("region.json"), Language::IT).unwrap();
    assert!(said.contains("Lombardia, edizione del 23 novembre 2026"), "{said}");
    assert!(said.contains("Isola Inventata, edizione del 1 febbraio 2030"), "{said}");
    assert_eq!(Region::in_use().id, "isola-inventata");
    assert_eq!(names(), BTreeSet::from(["isola-inventata".to_owned()]));
    for name in ["region.json", "ateco_map.csv"] {
        let copy = fs::read(config.join("regions/isola-inventata").join(name)).unwrap();
        assert_eq!(copy, fs::read(island().join(name)).unwrap(), "{name}");
    }
    // The next start finds it.
    Region::use_shipped();
    assert_eq!(regions::install_from(config, Language::IT), Vec::<String>::new());
    assert_eq!(Region::in_use().id, "isola-inventata");
    // Another one takes its place; there is one at a time.
    let newer = write(&home.path().join("nuova"), &lombardy(), |j| j["edition"] = json!("2027-05-02"));
    regions::replace(config, &newer, Language::IT).unwrap();
    assert_eq!((Region::in_use().id.as_str(), Region::in_use().edition), ("lombardia", date(2027, 5, 2)));
    assert_eq!(names(), BTreeSet::from(["lombardia".to_owned()]));
    // It can be chosen from the very folder it is kept in, and going back takes it away.
    regions::replace(config, &config.join("regions/lombardia/region.json"), Language::IT).unwrap();
    assert!(kept("lombardia"));
    let said = regions::remove(config, Language::IT).unwrap();
    assert!(said.contains("2 maggio 2027") && said.contains("23 novembre 2026"), "{said}");
    assert!(Region::in_use().is_shipped());
    assert_eq!(names(), BTreeSet::new());
    // Going back where nothing is kept is no fault.
    regions::remove(config, Language::IT).unwrap();
}

#[test]
fn an_edition_older_than_the_programs_is_not_used() {
    let _turn = turn();
    let home = tempfile::tempdir().unwrap();
    let config = home.path();
    let old = |j: &mut Value| {
        j["edition"] = json!("2026-11-22");
    };
    let chosen = write(&config.join("regions/lombardia"), &lombardy(), old);
    let sentences = regions::install_from(config, Language::IT);
    assert_eq!(sentences.len(), 1);
    assert!(sentences[0].contains("22 novembre 2026") && sentences[0].contains("23 novembre 2026"), "{sentences:?}");
    assert!(Region::in_use().is_shipped());
    assert_eq!(regions::replace(config, &chosen, Language::IT).unwrap_err().len(), 1);
    assert!(Region::in_use().is_shipped());
    // The same day is not older.
    write(&config.join("regions/lombardia"), &lombardy(), |_| {});
    assert_eq!(regions::install_from(config, Language::IT), Vec::<String>::new());
    assert!(!Region::in_use().is_shipped());
    // Of several folders the program's own id goes first, and that there are several is said.
    Region::use_shipped();
    write(&config.join("regions/isola"), &island(), |_| {});
    let sentences = regions::install_from(config, Language::IT);
    assert!(sentences.len() == 1 && sentences[0].contains("lombardia"), "{sentences:?}");
    assert_eq!(Region::in_use().id, "lombardia");
}

/// Where the folder of the settings is `~/.config` or what the environment says.
#[cfg(target_os = "linux")]
#[test]
fn the_command_line_finds_the_region_beside_the_settings() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("orienta/regions/lombardia");
    write(&folder, &lombardy(), |j| j["edition"] = json!("2027-05-02"));
    assert_eq!(matched(home.path(), &[])["region"]["edition"], "2027-05-02");
    // One run with another region does not look at it.
    let island = island().display().to_string();
    assert_eq!(matched(home.path(), &["--region", &island])["region"]["id"], "isola-inventata");
    write(&folder, &lombardy(), |j| j["edition"] = json!("2026-01-15"));
    let said = cli(home.path(), &["match", &example(), "--json"]);
    assert_eq!(said.code, 0);
    assert!(
        said.err.contains("is later than the edition"),
        "evidence younger than the edition is a fault: {}",
        said.err
    );
    write(&folder, &lombardy(), |j| j["edition"] = json!("2026-11-22"));
    let said = cli(home.path(), &["match", &example(), "--json"]);
    assert!(said.err.contains("22 November 2026") && said.err.contains("older than the program’s"), "{}", said.err);
    assert_eq!(serde_json::from_str::<Value>(&said.out).unwrap()["region"]["edition"], "2026-11-23");
    assert_eq!(cli(home.path(), &["--quiet", "match", &example()]).err, "");
    write(&folder, &self::island(), |json| {
        spoil(json);
        json["id"] = json!("lombardia");
    });
    let said = cli(home.path(), &["match", &example(), "--json"]);
    assert_eq!(said.code, 0, "the program's own is used");
    assert_eq!(serde_json::from_str::<Value>(&said.out).unwrap()["region"]["id"], "lombardia");
    for fault in FAULTS {
        assert!(said.err.contains(fault), "{fault} is not in {}", said.err);
    }
}

#[test]
fn edition_and_age_are_one_sentence() {
    let region = Region::shipped();
    let said = |today, language| edition_sentence(region, today, language);
    let italian = |today| said(today, Language::IT);
    let day = |age: &str| format!("Dati della regione: Lombardia, edizione del 23 novembre 2026{age}.");
    assert_eq!(italian(date(2026, 11, 22)), day(""), "a day before the edition has no age");
    assert_eq!(italian(date(2026, 11, 23)), day(", di oggi"));
    assert_eq!(italian(date(2026, 11, 24)), day(", di un giorno fa"));
    assert_eq!(italian(date(2026, 11, 29)), day(", di 6 giorni fa"));
    assert_eq!(italian(date(2026, 12, 22)), day(", di 29 giorni fa"));
    assert_eq!(italian(date(2026, 12, 23)), day(", di un mese fa"));
    assert_eq!(italian(date(2027, 4, 22)), day(", di 4 mesi fa"));
    assert_eq!(italian(date(2028, 11, 23)), day(", di 24 mesi fa"));
    let english = said(date(2026, 11, 29), Language::EN);
    assert_eq!(english, "Data of the region: Lombardy, edition of 23 November 2026, 6 days old.");
    // Twelve months are allowed by the region's own rule; the day after it is said.
    assert_eq!(region.rules.stale_after_months, 12);
    assert_eq!(edition_warning(region, date(2027, 11, 23), Language::IT), None);
    let warning = edition_warning(region, date(2027, 11, 24), Language::IT).unwrap();
    assert!(warning.contains("più di 12 mesi"), "{warning}");
    assert_eq!(edition_warning(region, Date::MIN, Language::IT), None);
    assert!(edition_warning(region, Date::MAX, Language::IT).is_some());
    italian(Date::MIN);
    italian(Date::MAX);
}

#[test]
fn every_record_has_a_source_and_a_date_or_the_region_is_refused() {
    let sound = json_of(&lombardy());
    let mut records = 0;
    for list in LISTS {
        for record in sound[list].as_array().unwrap() {
            let provenance = &record["provenance"];
            assert!(!provenance["sources"].as_array().unwrap().is_empty(), "{list} {}", record["id"]);
            assert!(provenance["as_of"].as_str().unwrap().len() >= 4, "{list} {}", record["id"]);
            records += 1;
        }
    }
    // The ten lists of the overview: 9, 8, 3, 7, 8, 30, 15, 10, 23 and 33.
    assert_eq!(records, 146);
    // Taken from every record at once, each of them is named, twice.
    let faults = changed(&lombardy(), |j| {
        for list in LISTS {
            for record in j[list].as_array_mut().unwrap() {
                record["provenance"]["sources"] = json!([]);
                record["provenance"]["as_of"] = json!("");
            }
        }
    });
    let faults = faults.unwrap_err();
    for list in LISTS {
        for record in sound[list].as_array().unwrap() {
            for field in ["sources", "as_of"] {
                let place = format!("{list} ({}).provenance.{field}", record["id"].as_str().unwrap());
                assert!(faults.iter().any(|f| f.contains(&place)), "{place} is not found");
            }
        }
    }
    // Without the part altogether the record cannot be read.
    for list in LISTS {
        let faults = changed(&lombardy(), |j| drop(j[list][0].as_object_mut().unwrap().remove("provenance")));
        assert!(faults.unwrap_err().iter().any(|f| f.contains(&format!("{list}[0]"))), "{list}");
    }
}

/// Every list of doors.
fn cards(doors: &Doors) -> impl Iterator<Item = &Card> {
    doors.groups().into_iter().flat_map(|(_, cards)| cards)
}

#[test]
fn what_is_over_is_never_current_on_any_day() {
    // The services as they are; and each with an end of its own, so that desks, hubs and first doors end too.
    let staggered = changed(&lombardy(), |j| {
        for (i, service) in j["services"].as_array_mut().unwrap().iter_mut().enumerate().skip(1) {
            let last = date(2026, 12, 1) + (i as i64 * 11).days();
            service["opens"] = Value::Null;
            service["closes"] = json!(last.to_string());
        }
    });
    let staggered = staggered.unwrap();
    let wishes = ["funding", "training", "projects", "partners"].map(str::to_owned);
    let companies = [("25.62", "manufacturing", Some("BG")), ("47.11", "trade", Some("SO")), ("62.10", "ICT", None)];
    let mut ended = BTreeSet::new();
    for region in [Region::shipped(), &staggered] {
        let ends: BTreeSet<Date> = region.services.iter().filter_map(|s| s.closes).collect();
        let around = ends.iter().flat_map(|end| [*end - 1.day(), *end, *end + 1.day()]);
        let sweep = (0..90).map(|n| date(2024, 1, 1) + (n * 31).days());
        for today in around.chain(sweep) {
            for (code, family, province) in companies {
                let company = Profile { wishes: &wishes, project_idea: Some(true), ..profile(code, family, province) };
                let doors = matches(region, &company, &Standing::default(), today, Language::IT);
                for service in &region.services {
                    let over =
                        service.status == Availability::Closed || service.closes.is_some_and(|last| last < today);
                    let place = format!("{} on {today}", service.id);
                    let current = doors.services.iter().any(|c| c.id == service.id);
                    let past = doors.past_services.iter().find(|c| c.id == service.id);
                    assert!(!(over && current), "{place} is over and stands as current");
                    assert!(over || past.is_none(), "{place} is not over and stands under history");
                    assert!(!over || doors.first.iter().all(|d| d.id != service.id), "{place} is a first door");
                    assert!(past.is_none_or(|c| c.strength.is_none() && c.verify), "{place}");
                    let anywhere = cards(&doors).filter(|c| c.kind == Kind::Service && c.id == service.id).count();
                    assert!(anywhere <= 1, "{place} stands twice");
                    if over && past.is_some() {
                        ended.insert(service.id.clone());
                    }
                }
            }
        }
    }
    // All but the first, which has to stay for every company, have been seen to end, but for the desks of other provinces.
    assert!(ended.len() >= 30, "{ended:?}");
}
