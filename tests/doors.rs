//! Doors: fictitious companies and where the rules of method §9 lead them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use orienta::assessment::choices::DoorChoices;
use orienta::matching::{Card, Doors, Points, Profile, RULES, Reason, Standing, Strength, matches};
use orienta::pack::region::{Availability, Region};
use orienta::text::Language;

const TODAY: Date = date(2026, 11, 23);

/// A fictitious company.
#[derive(Clone, Default)]
struct Company {
    edition: &'static str,
    code: &'static str,
    family: &'static str,
    province: Option<&'static str>,
    employees: Option<u32>,
    chains: Vec<String>,
    interests: Vec<String>,
    wishes: Vec<String>,
    project: Option<bool>,
    standing: Standing,
    choices: DoorChoices,
}

fn words(list: &str) -> Vec<String> {
    list.split_whitespace().map(str::to_owned).collect()
}

/// A standing with these scores of D1..D8; a negative one is not published.
fn standing(total: f64, level: u8, scores: [f64; 8]) -> Standing {
    let dimensions = (1..).zip(scores).map(|(i, s)| (format!("D{i}"), (s >= 0.0).then_some(s))).collect();
    Standing { total: Some(total), level: Some(level), dimensions }
}

impl Company {
    fn new(edition: &'static str, code: &'static str, family: &'static str) -> Self {
        Self { edition, code, family, ..Self::default() }
    }

    fn in_(mut self, province: &'static str, employees: u32) -> Self {
        self.province = Some(province);
        self.employees = Some(employees);
        self
    }

    fn chains(mut self, ids: &str) -> Self {
        self.chains = words(ids);
        self
    }

    fn interests(mut self, ids: &str) -> Self {
        self.interests = words(ids);
        self
    }

    fn wishes(mut self, ids: &str) -> Self {
        self.wishes = words(ids);
        self
    }

    fn standing(mut self, total: f64, level: u8, scores: [f64; 8]) -> Self {
        self.standing = standing(total, level, scores);
        self
    }

    fn pin(mut self, key: &str, reason: &str) -> Self {
        self.choices.pinned.insert(key.into(), reason.into());
        self
    }

    fn dismiss(mut self, key: &str, reason: &str) -> Self {
        self.choices.dismissed.insert(key.into(), reason.into());
        self
    }

    fn without(mut self, rule: &str) -> Self {
        self.choices.rules_off.insert(rule.into());
        self
    }

    fn project(mut self) -> Self {
        self.project = Some(true);
        self
    }

    fn at(&self, today: Date, language: Language) -> Doors {
        let profile = Profile {
            edition: self.edition,
            code: self.code,
            family: self.family,
            province: self.province,
            employees: self.employees,
            supply_chains: &self.chains,
            interests: &self.interests,
            wishes: &self.wishes,
            project_idea: self.project,
            choices: &self.choices,
        };
        matches(Region::shipped(), &profile, &self.standing, today, language)
    }

    fn doors(&self) -> Doors {
        self.at(TODAY, Language::IT)
    }
}

fn lists(doors: &Doors) -> [(&'static str, &Vec<Card>); 11] {
    [
        ("clusters", &doors.clusters),
        ("other_clusters", &doors.other_clusters),
        ("competence_centres", &doors.competence_centres),
        ("axes", &doors.axes),
        ("s3_areas", &doors.s3_areas),
        ("ecosystems", &doors.ecosystems),
        ("training", &doors.training),
        ("universities", &doors.universities),
        ("its_academies", &doors.its_academies),
        ("services", &doors.services),
        ("past_services", &doors.past_services),
    ]
}

fn ids(cards: &[Card]) -> Vec<&str> {
    cards.iter().map(|c| c.id.as_str()).collect()
}

fn card<'a>(cards: &'a [Card], id: &str) -> &'a Card {
    cards.iter().find(|c| c.id == id).unwrap_or_else(|| panic!("{id} is not among {:?}", ids(cards)))
}

fn points(card: &Card) -> Vec<(&str, f64)> {
    card.reasons.iter().map(|r: &Reason| (r.rule, r.points)).collect()
}

const LEVEL: [f64; 8] = [60.0; 8];

/// Companies of every kind, for the properties that must hold of all.
fn everybody() -> Vec<Company> {
    let mut all = vec![Company::default(), Company::new("2025", "99.99", "zzz"), Company::new("1900", "", "")];
    let provinces = ["BG", "BS", "CO", "CR", "LC", "LO", "MB", "MI", "MN", "PV", "SO", "VA"];
    let region = Region::shipped();
    for (i, (edition, code, _)) in region.activities.entries().enumerate() {
        let family = if ("10".."34").contains(&code) { "manufacturing" } else { "services" };
        let mut company = Company::new(if edition == "2007" { "2007" } else { "2025" }, "", family);
        company.code = Box::leak(code.to_owned().into_boxed_str());
        company.province = (i % 5 != 0).then_some(provinces[i % 12]);
        company.employees = [None, Some(4), Some(30), Some(180)][i % 4];
        company.chains = region.supply_chains.iter().skip(i % 13).take(i % 3).map(|c| c.id.clone()).collect();
        company.interests = region.interests.iter().skip(i % 14).take(i % 6).map(|c| c.id.clone()).collect();
        company.wishes = region.wishes.iter().skip(i % 4).take(i % 3).map(|c| c.id.clone()).collect();
        company.project = [None, Some(true), Some(false)][i % 3];
        if i % 4 != 0 {
            let step = f64::from(u8::try_from(i % 9).expect("below 9")) * 10.0;
            let scores = [step, 100.0 - step, 35.0, 55.0, -1.0, step / 2.0, 70.0, 90.0];
            company = company.standing(step, u8::try_from(i % 6).expect("below 6"), scores);
        }
        all.push(company);
    }
    all
}

#[test]
fn companies_find_their_cluster_area_and_axis() {
    // Each expectation is argued from the division's row in the map and from rule 1, never from the program's output.
    // Low: total 32 and D1 30 are below 40, so orientation comes first (rule 4).
    let low = (32.0, 2, [30.0, 35.0, 30.0, 35.0, 30.0, 40.0, 30.0, 30.0]);
    // People: total and D1 at 40 or more, D6 20 is the lowest, so training.
    let people = (52.0, 3, [50.0, 60.0, 60.0, 50.0, 60.0, 20.0, 60.0, 60.0]);
    // Ready: D6 is not the lowest (D8 is) and near the mean; a gap in D8 and, where there is one, a project.
    let ready = (60.0, 3, [60.0, 60.0, 60.0, 60.0, 60.0, 65.0, 70.0, 45.0]);
    type Scores = (f64, u8, [f64; 8]);
    let check = |company: Company, (total, level, scores): Scores, cluster: &str, area: &str, axis: &str| {
        let name = format!("{} {}", company.edition, company.code);
        let doors = company.standing(total, level, scores).doors();
        assert_eq!(doors.clusters[0].id, cluster, "{name}: {:?}", ids(&doors.clusters));
        assert_eq!(doors.s3_areas[0].id, area, "{name}: {:?}", ids(&doors.s3_areas));
        assert_eq!(doors.axes[0].id, axis, "{name}");
        assert_eq!(doors.axes.len(), 3, "{name}");
    };
    let new = Company::new;
    // 28 is typical of AFIL (40), shares advanced manufacturing (10), sits in AFIL's Bergamo (5).
    check(new("2025", "28.41", "manufacturing").in_("BG", 40), low, "afil", "advanced-manufacturing", "orientation");
    // 25 metal working is typical of AFIL only.
    check(new("2025", "25.62.00", "manufacturing").in_("BS", 25), people, "afil", "advanced-manufacturing", "training");
    // 10 food is typical of CAT.AL; AFIL is only possible.
    check(new("2025", "10.51", "agrifood").in_("CR", 60), low, "catal", "agrifood", "orientation");
    check(new("2007", "01.50", "agrifood").in_("MN", 6), low, "catal", "agrifood", "orientation");
    // 30.3 is aerospace (rule 2), though the whole of 30 leads to LAC and CLM alike.
    check(new("2025", "30.31", "manufacturing").in_("VA", 80).project(), ready, "lac", "aerospace", "implementation");
    // 30.9, motorcycles and bicycles, is mobility by the same rule.
    check(new("2007", "30.92", "manufacturing").in_("LC", 15), low, "clm", "sustainable-mobility", "orientation");
    // 20 chemicals is typical of green chemistry.
    check(
        new("2025", "20.42", "manufacturing").in_("CR", 120).project(),
        ready,
        "lgca",
        "eco-industry",
        "implementation",
    );
    // 35 energy and 38 waste are typical of LE2C.
    check(new("2025", "35.11", "other").in_("SO", 12), low, "le2c", "eco-industry", "orientation");
    check(new("2007", "38.32", "other").in_("BS", 45), people, "le2c", "eco-industry", "training");
    // 29 is typical of CLM and AFIL alike, 40 and 10 each; CLM has a seat in Brescia (5). Both areas are typical too, and
    // areas have no seat: the chain decides.
    check(
        new("2025", "29.32", "manufacturing").in_("BS", 90).chains("automotive-mobility"),
        low,
        "clm",
        "sustainable-mobility",
        "orientation",
    );
    // 49 road haulage.
    check(new("2025", "49.41", "transport").in_("LO", 18), low, "clm", "sustainable-mobility", "orientation");
    // Vehicle repair: 45 in ATECO 2007, 95.3 in ATECO 2025; the edition must not change the door.
    check(new("2007", "45.20", "trade").in_("MB", 5), low, "clm", "sustainable-mobility", "orientation");
    check(new("2025", "95.31", "services").in_("MB", 5), low, "clm", "sustainable-mobility", "orientation");
    // 21 pharmaceuticals, 32.5 medical devices (rule 2) and 26.6 electromedical are life sciences.
    check(new("2025", "21.20", "manufacturing").in_("MI", 200), people, "life-sciences", "health-industry", "training");
    check(
        new("2007", "32.50.30", "manufacturing").in_("PV", 20),
        low,
        "life-sciences",
        "health-industry",
        "orientation",
    );
    check(
        new("2025", "26.60", "manufacturing").in_("MI", 35).project(),
        ready,
        "life-sciences",
        "health-industry",
        "implementation",
    );
    // Jewellery, 32.1, is not: manufacturing and creative industry, the supply chain decides between them.
    check(
        new("2025", "32.12", "manufacturing").in_("MI", 8).chains("creative-fashion-design"),
        low,
        "afil",
        "creative-cultural",
        "orientation",
    );
    // 62 software is typical of SCC; no area is typical, a supply chain names one.
    check(
        new("2025", "62.10", "ICT").in_("MI", 12).chains("tourism-culture"),
        low,
        "scc",
        "creative-cultural",
        "orientation",
    );
    // 91 museums are typical of SCC and of the creative area.
    check(new("2025", "91.21", "tourism_culture").in_("BG", 10), low, "scc", "creative-cultural", "orientation");
    // 41 building is typical of TAV; LE2C and SCC are possible.
    check(new("2025", "41.00", "construction").in_("LC", 14), low, "tav", "eco-industry", "orientation");
    // 87 care homes are typical of TAV and life sciences alike; TAV sits in Lecco (5).
    check(new("2025", "87.30", "health").in_("LC", 70), people, "tav", "health-industry", "training");
    // 31 furniture: AFIL 40 + 10, TAV 40; naming the chain of building and living puts TAV at 65.
    check(
        new("2025", "31.00", "manufacturing").in_("MB", 30).chains("building-living"),
        low,
        "tav",
        "creative-cultural",
        "orientation",
    );
}

#[test]
fn the_points_of_a_cluster_are_those_of_the_rules() {
    // Rule 1: 40 typical, 25 chain, 2 × 5 interests, 10 ecosystem, 5 province = 90, of which the four heaviest stand.
    let doors = Company::new("2025", "28.41", "manufacturing")
        .in_("BG", 40)
        .chains("machinery-metal")
        .interests("predictive-maintenance automation-robotics e-commerce")
        .doors();
    let afil = card(&doors.clusters, "afil");
    assert_eq!(afil.score, 90.0);
    assert_eq!(afil.strength, Some(Strength::Strong));
    let expected = [("ateco_primary", 40.0), ("supply_chain", 25.0), ("interest", 10.0), ("ecosystem", 10.0)];
    assert_eq!(points(afil), expected);
    assert_eq!(afil.reasons[0].text, "ATECO 28 rientra tra le attività tipiche di AFIL");
    assert_eq!(
        afil.reasons[2].text,
        "Hai indicato automazione e robotica, manutenzione predittiva, tra i temi di AFIL"
    );
    // Interests stop at 20 however many are shared: AFIL has six of these, so 40 + 20 + 10.
    let all = Company::new("2025", "28.41", "manufacturing").interests(
        "additive-manufacturing automation-robotics digital-twin management-software predictive-maintenance traceability ai",
    );
    assert_eq!(card(&all.doors().clusters, "afil").score, 70.0);
    // 10: AFIL is possible (20) and shares advanced manufacturing (10): 30, to explore.
    let food = Company::new("2025", "10.51", "agrifood").doors();
    assert_eq!(points(card(&food.clusters, "afil")), [("ateco_secondary", 20.0), ("ecosystem", 10.0)]);
    assert_eq!(card(&food.clusters, "afil").strength, Some(Strength::ToExplore));
    // CAT.AL 40 + 10 = 50 is medium; LGCA 20 + 10; the six others follow without a strength.
    assert_eq!(card(&food.clusters, "catal").strength, Some(Strength::Medium));
    assert_eq!(ids(&food.clusters), ["catal", "afil", "lgca"]);
    assert_eq!(food.other_clusters.len(), 6);
    assert!(food.other_clusters.iter().all(|c| c.strength.is_none()));
}

#[test]
fn ties_go_to_the_typical_activity_then_the_province_then_the_name() {
    // 87: life sciences and TAV both 40 + 10. Without a province the Italian names decide: «Cluster…» before «Fondazione…».
    let care = Company::new("2025", "87.30", "health");
    assert_eq!(ids(&care.doors().clusters)[..2], ["life-sciences", "tav"]);
    assert_eq!(care.doors().clusters[0].score, care.doors().clusters[1].score);
    // In Como, Lecco is next door and Milan is not: the nearer seat wins the tie although it brings no points.
    let doors = care.clone().in_("CO", 70).doors();
    assert_eq!(ids(&doors.clusters)[..2], ["tav", "life-sciences"]);
    assert_eq!(doors.clusters[0].score, doors.clusters[1].score);
    // Areas have no seat; those of 31 are both typical, 40 + 10: «Industrie…» before «Manifatturiero…».
    let furniture = Company::new("2025", "31.00", "manufacturing").in_("MB", 30).doors();
    assert_eq!(ids(&furniture.s3_areas)[..2], ["creative-cultural", "advanced-manufacturing"]);
    // 33 with the chain of aerospace: LAC 20 + 25 + 10; AFIL 40 + 10 + 5 for predictive maintenance. In Como LAC's Varese is
    // next door and AFIL's Bergamo is not, yet the typical activity goes first.
    let repair = Company::new("2025", "33.17", "manufacturing").in_("CO", 30).chains("aerospace");
    let repair = repair.interests("predictive-maintenance").doors();
    assert_eq!(ids(&repair.clusters)[..2], ["afil", "lac"]);
    assert_eq!((repair.clusters[0].score, repair.clusters[1].score), (55.0, 55.0));
}

#[test]
fn the_axis_follows_the_rules_and_says_which() {
    let machine_shop = Company::new("2025", "28.41", "manufacturing").in_("BG", 40);
    let check = |company: Company, expected: &[(&str, Option<Strength>, &[&str])]| {
        let axes = company.doors().axes;
        for (card, (id, strength, rules)) in axes.iter().zip(expected) {
            let found: Vec<&str> = card.reasons.iter().map(|r| r.rule).collect();
            assert_eq!(
                (card.id.as_str(), card.strength, &found[..]),
                (*id, *strength, *rules),
                "{:?}",
                company.standing
            );
        }
        assert_eq!(axes.len(), 3);
    };
    let (strong, medium, explore) = (Some(Strength::Strong), Some(Strength::Medium), Some(Strength::ToExplore));
    // Strategy alone below 40: orientation. D1 is then the lowest, so that people do not count.
    check(
        machine_shop.clone().standing(55.0, 3, [39.9, 60.0, 60.0, 60.0, 60.0, 60.0, 60.0, 60.0]),
        &[("orientation", strong, &["strategy_low"]), ("training", None, &[]), ("implementation", None, &[])],
    );
    // All three hold: total 45 allows a project, D1 35 wants orientation, D6 15 is lowest and 28 below the mean of 43.1.
    check(
        machine_shop.clone().standing(45.0, 2, [35.0, 50.0, 50.0, 50.0, 50.0, 15.0, 50.0, 45.0]).project(),
        &[
            ("orientation", strong, &["strategy_low"]),
            ("training", medium, &["people_lowest", "people_below_mean"]),
            ("implementation", medium, &["project"]),
        ],
    );
    // D6 20.1 below the mean of 60.1 but D8 lower still.
    check(
        machine_shop.clone().standing(62.0, 3, [70.0, 75.0, 75.0, 75.0, 75.0, 40.0, 60.0, 11.0]),
        &[("training", strong, &["people_below_mean"]), ("orientation", None, &[]), ("implementation", None, &[])],
    );
    // A project without a gap is none for this axis: everything at 95 is above the last target of 90.
    check(
        machine_shop.clone().standing(95.0, 5, [95.0; 8]).project(),
        &[("orientation", explore, &["no_rule"]), ("training", None, &[]), ("implementation", None, &[])],
    );
    // Thresholds belong to the upper side: 40 is not below 40; all level, so that none is lowest.
    check(
        machine_shop.clone().standing(40.0, 2, [40.0; 8]),
        &[("orientation", explore, &["no_rule"]), ("training", None, &[]), ("implementation", None, &[])],
    );
    // Exactly at 40 with a project and gaps to 50: implementation.
    check(
        machine_shop.clone().standing(40.0, 2, [40.0; 8]).project(),
        &[("implementation", strong, &["project"]), ("orientation", None, &[]), ("training", None, &[])],
    );
    // No answers yet: orientation, and it says so; a wish for training outranks that.
    check(machine_shop.clone(), &[("orientation", explore, &["no_score"])]);
    check(machine_shop.clone().wishes("training"), &[("training", explore, &["wish"])]);
    // People unpublished never count, however low the rest.
    check(
        machine_shop.standing(50.0, 3, [50.0, 50.0, 50.0, 50.0, 50.0, -1.0, 50.0, 50.0]),
        &[("orientation", explore, &["no_rule"])],
    );
}

#[test]
fn the_first_door_depends_on_size_sector_and_research() {
    let first = |company: Company| company.doors().first.iter().map(|d| d.id.clone()).collect::<Vec<_>>().join(" ");
    // Rule 5: manufacturing starts at MADE, M.I.A. and the DIH, micro companies and services at the Chamber's desk.
    assert_eq!(
        first(Company::new("2025", "28.41", "manufacturing").in_("BG", 40)),
        "made edih-mia-lombardia dih-lombardia"
    );
    assert_eq!(first(Company::new("2025", "28.41", "manufacturing").in_("BG", 9)), "pid-bergamo open-innovation");
    assert_eq!(first(Company::new("2025", "10.51", "agrifood").in_("CR", 10)), "made edih-mia-lombardia dih-lombardia");
    assert_eq!(first(Company::new("2025", "47.11", "trade").in_("LC", 90)), "pid-comolecco open-innovation");
    assert_eq!(first(Company::new("2025", "55.10", "tourism_culture").in_("SO", 20)), "pid-sondrio open-innovation");
    assert_eq!(first(Company::new("2025", "69.20", "services").in_("LO", 12)), "pid-milomb open-innovation");
    // A project for which partners are wanted is research: cluster and university first, then as above.
    let research = Company::new("2025", "30.30", "manufacturing").in_("VA", 60).project().wishes("partners").doors();
    let found: Vec<&str> = research.first.iter().map(|d| d.id.as_str()).collect();
    assert_eq!(found[0], "lac");
    assert_eq!(found[1], research.universities[0].id);
    assert_eq!(found[2..], ["made", "edih-mia-lombardia", "dih-lombardia"]);
    // LIUC sits in the province of Varese, works on aerospace (50 + 30) and is linked with LAC (20).
    assert_eq!((found[1], research.universities[0].score), ("liuc", 100.0));
    // The province unknown: any of the seven desks may be the right one, and the province is asked for.
    let doors = Company::new("2025", "47.11", "trade").doors();
    assert_eq!(doors.first.iter().filter(|d| d.id.starts_with("pid-")).count(), 8 - 1);
    assert!(doors.asks.iter().any(|a| a.id == "province"));
}

#[test]
fn ambiguous_codes_are_asked_about() {
    let asks = |code, chains: &str| {
        let doors =
            Company::new("2025", code, "services").in_("MI", 30).chains(chains).standing(60.0, 3, LEVEL).doors();
        doors.asks.iter().map(|a| a.id).collect::<Vec<_>>().join(" ")
    };
    for (code, chains, expected) in [
        // Rule 2: two digits say too little, four say enough, and so does the chain.
        ("30", "", "code"),
        ("30.3", "", ""),
        ("32", "", "code"),
        ("32.50", "", ""),
        ("26", "", "code"),
        ("26.51", "", "supply_chain"),
        ("28", "", "code"),
        ("46", "", "code"),
        ("46.31", "", ""),
        ("30", "aerospace", ""),
        // No code tells engineers and researchers apart.
        ("71", "", "supply_chain"),
        ("72.10", "", "supply_chain"),
        ("72.10", "health-lifesciences", ""),
        ("25.62", "", ""),
        ("", "", "code"),
        ("45.20", "", "code"),
    ] {
        assert_eq!(asks(code, chains), expected, "{code} {chains}");
    }
}

#[test]
fn training_closes_gaps_and_stays_balanced() {
    // Level 2, so the target is 50: D4 lacks 30, D5 lacks 20; the rest is above.
    let company = Company::new("2025", "28.41", "manufacturing").in_("BG", 40);
    let doors = company.clone().standing(48.0, 2, [55.0, 55.0, 55.0, 20.0, 30.0, 55.0, 55.0, 55.0]).doors();
    // The same gaps at an accountant's, whom topics of the factory do not concern: data-analytics serves D4 alone,
    // 30/100 × 50 = 15; level 20; for managers and technicians 15; no area: 50.
    let office = Company::new("2025", "69.20", "services").in_("MI", 30);
    let office = office.standing(48.0, 2, [55.0, 55.0, 55.0, 20.0, 30.0, 55.0, 55.0, 55.0]).doors();
    assert_eq!(points(card(&office.training, "data-analytics")), [("level", 20.0), ("gap", 15.0), ("audience", 15.0)]);
    // cloud shares its 10 points for D5 with D2, which has no gap: 5 + 20 + 15.
    assert_eq!(points(card(&office.training, "cloud")), [("level", 20.0), ("audience", 15.0), ("gap", 5.0)]);
    // cybersecurity-ot serves D5 alone: 10; from level 2: 20; 15; advanced manufacturing 15: 60, strong.
    let ot = card(&doors.training, "cybersecurity-ot");
    assert_eq!((ot.score, ot.strength), (60.0, Some(Strength::Strong)));
    // Topics of no gap and of other areas stay away.
    let found = ids(&doors.training);
    for absent in ["ecommerce", "bim", "agritech", "tourism-culture", "additive"] {
        assert!(!found.contains(&absent), "{absent} in {found:?}");
    }
    // An interest brings its topic, gap or not, area or not.
    let curious = company.clone().interests("additive-manufacturing").standing(60.0, 3, LEVEL).doors();
    assert!(ids(&curious.training).contains(&"additive"));
    // A dimension that is not published is no gap, and without answers there is no gap at all.
    let unknown = company.clone().standing(60.0, 3, [75.0, 75.0, 75.0, 75.0, -1.0, 75.0, 75.0, 75.0]).doors();
    assert!(unknown.training.is_empty(), "{:?}", ids(&unknown.training));
    let silent = company.doors();
    assert!(silent.training.is_empty() && silent.asks.iter().any(|a| a.id == "answers"));
    for company in everybody() {
        let doors = company.doors();
        let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
        for topic in &doors.training {
            for dimension in &topic.dimensions {
                *taken.entry(dimension).or_default() += 1;
            }
        }
        assert!(taken.values().all(|n| *n <= 2), "{} {:?}", company.code, ids(&doors.training));
    }
}

#[test]
fn universities_and_its_need_more_than_a_province() {
    // 10 in Cremona: agrifood is an area of Cattolica (50), which has a site in Cremona (30), and is linked with CAT.AL (20).
    let food = Company::new("2025", "10.51", "agrifood").in_("CR", 60).doors();
    assert_eq!(card(&food.universities, "unicatt").score, 100.0);
    // Agrorisorse: agrifood 50, a site in Cremona 30.
    let agro = card(&food.its_academies, "its-agrorisorse");
    assert_eq!(points(agro), [("area", 50.0), ("province", 30.0)]);
    assert!(agro.caveats[0].contains("tirocini"), "{:?}", agro.caveats);
    // Sondrio does not border on Cremona: the academy of Sondrio has 50 alone, and stands below.
    assert_eq!(points(card(&food.its_academies, "its-agro-sondrio")), [("area", 50.0)]);
    // Mantua has agrifood and does not border on Lodi; Bergamo and Brescia border on Cremona.
    assert_eq!(points(card(&food.its_academies, "its-symposium")), [("area", 50.0), ("adjoining_province", 30.0)]);
    // Accountants in Milan: no area, no cluster, so no university although seven are in town.
    let accountants = Company::new("2025", "69.20", "services").in_("MI", 6).doors();
    assert!(accountants.universities.is_empty() && accountants.its_academies.is_empty());
}

#[test]
fn another_centre_only_where_an_interest_is_its_theme() {
    let centres = |code, interests: &str, chains: &str| {
        let doors =
            Company::new("2025", code, "manufacturing").in_("MI", 30).interests(interests).chains(chains).doors();
        ids(&doors.competence_centres).join(" ")
    };
    assert_eq!(centres("25.62", "", ""), "made");
    assert_eq!(centres("25.62", "predictive-maintenance digital-twin", ""), "made");
    assert_eq!(centres("25.62", "cybersecurity", ""), "made cyber40");
    // Energy is one of the five domains of START 4.0; both have 25, in the order of their names.
    assert_eq!(centres("35.11", "cybersecurity", ""), "made cyber40 start40");
    assert_eq!(centres("25.62", "cybersecurity", "energy"), "made cyber40 start40");
    assert_eq!(centres("25.62", "automation-robotics", ""), "made artes40");
    // Additive manufacturing is at MADE too; Turin is better for vehicles and aircraft.
    assert_eq!(centres("25.62", "additive-manufacturing", ""), "made");
    assert_eq!(centres("29.32", "additive-manufacturing", ""), "made cim40");
}

#[test]
fn nothing_past_its_end_is_shown_as_current() {
    let region = Region::shipped();
    let company =
        Company::new("2025", "28.41", "manufacturing").in_("BS", 40).wishes("funding projects training partners");
    let todays = [
        date(2020, 1, 1),
        date(2025, 5, 20),
        date(2025, 11, 27),
        date(2025, 11, 28),
        TODAY,
        date(2028, 9, 30),
        date(2028, 10, 1),
        date(2040, 2, 29),
    ];
    for today in todays {
        let doors = company.at(today, Language::IT);
        for service in &region.services {
            let over = service.status == Availability::Closed || service.closes.is_some_and(|closes| closes < today);
            assert!(!(over && ids(&doors.services).contains(&service.id.as_str())), "{} at {today}", service.id);
            assert_eq!(over, ids(&doors.past_services).contains(&service.id.as_str()), "{} at {today}", service.id);
        }
        assert!(doors.past_services.iter().all(|c| c.verify && c.strength.is_none()));
        assert!(doors.first.iter().all(|d| !ids(&doors.past_services).contains(&d.id.as_str())));
    }
    // The closed measures of notes §2 are history in November 2026; the voucher of 2026 is known to nobody.
    let doors = company.at(TODAY, Language::IT);
    assert_eq!(
        ids(&doors.past_services),
        ["transizione-40", "transizione-50", "transizione-digitale-lombardia", "voucher-digitali-40"]
    );
    // Hyper-depreciation: until 30 September 2028, the last day included.
    let hyper = |today| ids(&company.at(today, Language::IT).services).contains(&"iperammortamento-2026");
    assert!(hyper(TODAY) && hyper(date(2028, 9, 30)) && !hyper(date(2028, 10, 1)));
    // Before it opens it is there, but says so and is to be verified.
    let early = company.at(date(2025, 6, 1), Language::IT);
    let card = card(&early.services, "iperammortamento-2026");
    assert!(card.verify && card.caveats[0].contains("1 gennaio 2026"), "{:?}", card.caveats);
    // Whatever is open without anybody having looked is to be verified, with its date.
    for service in &doors.services {
        assert!(
            service.verify && service.all_caveats().any(|c| c.contains("202") || c.contains("201")),
            "{}",
            service.id
        );
    }
}

#[test]
fn nobody_gets_an_empty_page() {
    for edition in ["2007", "2025"] {
        for code in ["64", "65.12", "66.22", "69.20", "78.10", "82.99"] {
            for standing in [Standing::default(), standing(35.0, 2, [30.0; 8])] {
                let mut company = Company::new(edition, code, "services").in_("VA", 7);
                company.standing = standing;
                let doors = company.doors();
                assert_eq!(doors.services[0].id, "pid-varese", "{edition} {code}");
                assert!(ids(&doors.services).contains(&"open-innovation"), "{edition} {code}");
                assert_eq!(doors.competence_centres[0].id, "made");
                assert_eq!(doors.first[0].id, "pid-varese");
            }
        }
    }
    for company in everybody() {
        for today in [TODAY, date(2039, 1, 1)] {
            let doors = company.at(today, Language::EN);
            let services = ids(&doors.services);
            assert!(services.contains(&"open-innovation"), "{} {}", company.edition, company.code);
            let desks = services.iter().filter(|id| id.starts_with("pid-")).count();
            // The desk of the province, or all seven and the tool of the same network's name.
            assert!(desks >= 1 && (company.province.is_none() || desks <= 2), "{services:?}");
            assert_eq!(doors.axes.len(), 3);
            assert_eq!(doors.competence_centres[0].id, "made");
            assert!(!doors.first.is_empty());
            assert_eq!(doors.clusters.len() + doors.other_clusters.len(), 9);
        }
    }
}

#[test]
fn every_cluster_and_area_can_be_first() {
    let mut clusters = BTreeSet::new();
    let mut areas = BTreeSet::new();
    for company in everybody() {
        let doors = Company { chains: Vec::new(), interests: Vec::new(), ..company }.doors();
        clusters.extend(doors.clusters.first().map(|c| c.id.clone()));
        areas.extend(doors.s3_areas.first().map(|c| c.id.clone()));
    }
    assert_eq!(clusters.len(), 9, "{clusters:?}");
    assert_eq!(areas.len(), 7, "{areas:?}");
}

#[test]
fn every_card_has_reasons_sources_and_a_date() {
    for company in everybody() {
        let doors = company.doors();
        for (list, cards) in lists(&doors) {
            let mut seen = BTreeSet::new();
            for card in cards {
                let place = format!("{} {} {list} {}", company.edition, company.code, card.id);
                assert!(seen.insert(&card.id), "{place} twice");
                assert!(!card.sources.is_empty() && !card.as_of.is_empty(), "{place}");
                assert!(card.reasons.len() <= 4, "{place}");
                assert!(card.score >= 0.0 && card.score.is_sign_positive(), "{place} {}", card.score);
                assert!(card.strength.is_none() || !card.reasons.is_empty(), "{place}");
                let listed: f64 = card.reasons.iter().map(|r| r.points).sum();
                assert!(listed <= card.score + 1e-9, "{place}");
                assert!(
                    card.reasons.len() == 4 || (listed - card.score).abs() < 1e-9,
                    "{place}: {listed} {}",
                    card.score
                );
                let texts = card
                    .reasons
                    .iter()
                    .map(|r| r.text.as_str())
                    .chain(card.all_caveats())
                    .chain([&*card.what, &card.name]);
                for text in texts {
                    let raw =
                        ["reason.", "caveat.", "what.", "{", "}", "'", "  "].iter().any(|sign| text.contains(sign));
                    assert!(!raw && !text.trim().is_empty(), "{place}: {text}");
                }
            }
        }
        for text in doors.first.iter().map(|d| &d.text).chain(doors.asks.iter().map(|a| &a.text)) {
            assert!(
                !text.contains(['{', '}', '\'']) && !text.starts_with("first.") && !text.starts_with("ask."),
                "{text}"
            );
        }
    }
}

#[test]
fn language_changes_words_alone_and_order_of_answers_nothing() {
    let essence = |doors: &Doors| -> Vec<String> {
        let card = |list: &str, c: &Card| {
            let rules: Vec<_> = c.reasons.iter().map(|r| (r.rule, r.points)).collect();
            format!("{list} {} {} {:?} {rules:?} {} {}", c.id, c.score, c.strength, c.all_caveats().count(), c.verify)
        };
        let cards = lists(doors).into_iter().flat_map(|(list, cards)| cards.iter().map(move |c| card(list, c)));
        cards
            .chain(doors.first.iter().map(|d| d.id.clone()))
            .chain(doors.asks.iter().map(|a| a.id.to_owned()))
            .collect()
    };
    for company in everybody() {
        let italian = company.doors();
        let english = company.at(TODAY, Language::EN);
        assert_eq!(essence(&italian), essence(&english), "{} {}", company.edition, company.code);
        let mut shuffled = company.clone();
        for list in [&mut shuffled.chains, &mut shuffled.interests, &mut shuffled.wishes] {
            list.reverse();
            if let Some(again) = list.first().cloned() {
                list.push(again);
            }
        }
        assert_eq!(shuffled.doors(), italian, "{} {}", company.edition, company.code);
    }
    let doors = Company::new("2025", "28.41", "manufacturing").at(TODAY, Language::EN);
    assert_eq!(doors.clusters[0].reasons[0].text, "ATECO 28 is among the typical activities of AFIL");
}

#[test]
fn unknown_answers_are_left_out_of_account() {
    let mut company =
        Company::new(" 2025 ", " 28.41 ", "").in_("XX", 0).chains("nowhere").interests("magic").wishes("luck");
    company.standing.dimensions.insert("D99".into(), Some(1.0));
    company.standing.level = Some(250);
    company.standing.total = Some(f64::NAN);
    let doors = company.doors();
    assert_eq!(doors.clusters[0].id, "afil");
    assert!(doors.training.is_empty());
    assert_eq!(doors.services.iter().filter(|c| c.id.starts_with("pid-") && c.id != "pid-cyber").count(), 7);
}

/// Scores by list and id, and reasons: what a rule moves.
fn scores(doors: &Doors) -> Vec<(&'static str, &str, f64, Vec<&'static str>)> {
    let cards = lists(doors).into_iter().flat_map(|(list, cards)| cards.iter().map(move |card| (list, card)));
    cards.map(|(list, c)| (list, c.id.as_str(), c.score, c.reasons.iter().map(|r| r.rule).collect())).collect()
}

#[test]
fn a_rule_that_is_off_gives_no_point_and_no_reason_and_the_list_changes() {
    let everybody: Vec<Company> = everybody().into_iter().step_by(5).collect();
    let plain: Vec<Doors> = everybody.iter().map(Company::doors).collect();
    for rule in RULES {
        let (mut moved, mut reordered) = (0, 0);
        for (company, before) in everybody.iter().zip(&plain) {
            let after = company.clone().without(rule).doors();
            for (list, cards) in lists(&after) {
                for card in cards {
                    assert!(card.reasons.iter().all(|r| r.rule != rule), "{rule} in {list} {}", card.id);
                    // Never more than with the rule: what others build on it falls with it.
                    let with = lists(before)
                        .into_iter()
                        .find(|(id, _)| *id == list)
                        .and_then(|(_, cards)| cards.iter().find(|other| other.id == card.id).map(|other| other.score));
                    // Of the axes one has to come first, by another rule if need be.
                    let falls = list == "axes" || with.is_none_or(|score| card.score <= score + 1e-9);
                    assert!(falls, "{rule} {list} {}", card.id);
                }
            }
            moved += usize::from(scores(&after) != scores(before));
            let order = |doors: &Doors| {
                lists(doors).map(|(list, cards)| (list, ids(cards).into_iter().map(str::to_owned).collect::<Vec<_>>()))
            };
            reordered += usize::from(order(&after) != order(before));
            assert_eq!(after.rules_off().collect::<Vec<_>>(), [rule]);
            // Whom to ask first is told whatever rules count, and is in its list.
            let first = |doors: &Doors| doors.first.iter().map(|d| d.kind).collect::<Vec<_>>();
            assert!(!first(&after).is_empty());
            assert!(after.first.iter().all(|door| after.card(&door.id).is_some()), "{rule} {}", company.code);
        }
        assert!(moved > 0 && reordered > 0, "{rule} moves nobody's list: {moved} {reordered}");
    }
    // A rule nobody knows moves nothing.
    let doors = everybody[10].clone().without("luck").doors();
    assert_eq!(doors, plain[10]);
}

#[test]
fn a_rule_says_where_it_counts_and_how_much() {
    // Each reason of every company stands in a list its rule names, with points its rule allows, and each use is seen.
    let ordering =
        ["overall_low", "strategy_low", "people_lowest", "people_below_mean", "project", "no_score", "no_rule"];
    let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
    for company in everybody() {
        let doors = company.doors();
        for (list, card) in lists(&doors).into_iter().flat_map(|(list, cards)| cards.iter().map(move |c| (list, c))) {
            for reason in &card.reasons {
                if list == "axes" || reason.rule == "home" {
                    assert!(
                        ordering.contains(&reason.rule) || ["wish", "home"].contains(&reason.rule),
                        "{}",
                        reason.rule
                    );
                    continue;
                }
                // Clusters below the threshold have their points like the others.
                let list = if list == "other_clusters" { "clusters" } else { list };
                let rule = doors.rules.iter().find(|r| r.id == reason.rule);
                let rule = rule.unwrap_or_else(|| panic!("{} is not among the rules", reason.rule));
                let uses = rule.uses.iter().find(|u| u.lists.contains(&list));
                let uses = uses.unwrap_or_else(|| panic!("{} gives points in {list}", reason.rule));
                let holds = match uses.points {
                    Points::Fixed(n) => reason.points == n,
                    Points::Each(n) => reason.points >= n && (reason.points / n).fract() == 0.0,
                    Points::EachUpTo(n, most) => (n..=most).contains(&reason.points),
                    Points::UpTo(most) => reason.points > 0.0 && reason.points <= most,
                    Points::Between(low, high) => (low..=high).contains(&reason.points),
                };
                assert!(holds, "{list} {} {:?} {}", reason.rule, uses.points, reason.points);
                seen.insert((rule.id, list));
            }
        }
    }
    let doors = Company::default().doors();
    assert_eq!(doors.rules.iter().map(|r| r.id).collect::<Vec<_>>(), RULES);
    for rule in &doors.rules {
        assert!(rule.on);
        for list in rule.uses.iter().flat_map(|u| u.lists) {
            assert!(seen.contains(&(rule.id, list)), "nobody gets {} in {list}", rule.id);
        }
    }
}

#[test]
fn the_ranking_follows_the_rules_that_count() {
    // 29 in Brescia: CLM has 40 + 10 + 5, AFIL 40 + 10; without the province both have 50.
    let cars = Company::new("2025", "29.32", "manufacturing").in_("BS", 90);
    assert_eq!(points(card(&cars.doors().clusters, "clm")).last(), Some(&("province", 5.0)));
    let off = cars.clone().without("province").doors();
    assert_eq!(card(&off.clusters, "clm").score, 50.0);
    assert_eq!(card(&off.clusters, "clm").score, card(&off.clusters, "afil").score);
    // Without the typical activity they have 15 and 10, below 25: both are among the others, and no area is found either.
    let off = cars.without("ateco_primary").doors();
    assert!(ids(&off.other_clusters).contains(&"clm") && ids(&off.other_clusters).contains(&"afil"));
    assert!(off.s3_areas.is_empty(), "{:?}", ids(&off.s3_areas));
    assert!(
        !card(&off.other_clusters, "clm").caveats.iter().any(|c| c.contains("ATECO")),
        "no caveat without its reason"
    );
}

#[test]
fn what_is_kept_in_front_comes_first_and_what_is_put_aside_leaves_its_list() {
    let food = Company::new("2025", "10.51", "agrifood").in_("CR", 60).standing(32.0, 2, [30.0; 8]);
    let plain = food.doors();
    // LAC has nothing to do with food: it is below the threshold, and is first all the same, with its reason.
    assert!(ids(&plain.other_clusters).contains(&"lac"));
    let pinned = food.clone().pin("lac", "Conosco il presidente").doors();
    assert_eq!(pinned.clusters[0].id, "lac");
    assert_eq!(pinned.clusters[0].pinned.as_deref(), Some("Conosco il presidente"));
    assert_eq!(pinned.clusters[0].strength, None, "a pin makes no match stronger");
    assert_eq!(ids(&pinned.clusters)[1..], ids(&plain.clusters)[..]);
    assert!(!ids(&pinned.other_clusters).contains(&"lac"));
    // Nothing else moves, universities linked with the cluster included.
    assert_eq!(pinned.universities, plain.universities);
    assert_eq!(pinned.s3_areas, plain.s3_areas);
    // One of every kind, none of which the rules show; what is over stays among what is over.
    let all = food
        .clone()
        .pin("cim40", "")
        .pin("aerospace", "")
        .pin("ecosystem:connectivity-information", "")
        .pin("bim", "")
        .pin("liuc", "")
        .pin("its-agro-sondrio", "")
        .pin("pid-sondrio", "")
        .pin("transizione-50", "")
        .pin("implementation", "")
        .doors();
    assert_eq!(all.competence_centres[0].id, "cim40");
    assert_eq!(all.s3_areas[0].id, "aerospace");
    assert_eq!(all.ecosystems[0].id, "connectivity-information");
    assert_eq!(all.training[0].id, "bim");
    assert_eq!(all.universities[0].id, "liuc");
    assert_eq!(all.its_academies[0].id, "its-agro-sondrio");
    assert_eq!(all.axes[0].id, "implementation");
    assert_eq!(all.past_services[0].id, "transizione-50");
    assert!(!ids(&all.services).contains(&"transizione-50"));

    let aside = food.clone().dismiss("catal", "Già soci").dismiss("pid-cremamantpv", "").doors();
    assert!(aside.card("catal").is_none() && !aside.clusters.is_empty());
    assert_eq!(ids(&aside.dismissed), ["catal", "pid-cremamantpv"]);
    assert_eq!(aside.dismissed[0].dismissed.as_deref(), Some("Già soci"));
    assert_eq!(aside.universities, plain.universities, "a cluster put aside is still there for the others");
    assert_eq!(aside.clusters[..], plain.clusters[1..]);
    // Both, an unknown id, and an area whose id an ecosystem bears too.
    let odd = food.clone().pin("nowhere", "x").dismiss("nobody", "y").doors();
    assert_eq!(odd, plain);
    let machines = Company::new("2025", "28.41", "manufacturing");
    let one = machines.clone().dismiss("advanced-manufacturing", "").doors();
    assert!(ids(&one.ecosystems).contains(&"advanced-manufacturing"));
    assert_eq!(one.s3_areas, machines.doors().s3_areas[1..]);
    let other = machines.clone().dismiss("ecosystem:advanced-manufacturing", "").doors();
    assert_eq!(ids(&other.dismissed), ["advanced-manufacturing"]);
    assert_eq!(other.s3_areas, machines.doors().s3_areas);
}

#[test]
fn the_first_door_is_none_that_was_put_aside() {
    let research = Company::new("2025", "30.31", "manufacturing").in_("VA", 80).project().wishes("partners");
    let first = |company: &Company| company.doors().first.into_iter().map(|d| d.id).collect::<Vec<_>>();
    let plain = research.doors();
    assert_eq!(first(&research)[..2], ["lac", "liuc"]);
    let without = research.clone().dismiss("lac", "").dismiss("made", "");
    assert_eq!(first(&without)[0], plain.clusters[1].id, "the next best takes its place");
    assert!(!first(&without).iter().any(|id| id == "made"));
    for company in everybody() {
        let mut company = company;
        for door in company.doors().first {
            company = company.dismiss(&door.id, "");
        }
        let doors = company.doors();
        assert!(doors.first.iter().all(|d| !company.choices.dismissed.contains_key(&d.id)), "{}", company.code);
        // Nothing is lost: whatever was shown is shown or put aside.
        let all = lists(&doors).iter().map(|(_, cards)| cards.len()).sum::<usize>();
        assert!(all > 0 && doors.dismissed.len() == company.choices.dismissed.len(), "{}", company.code);
    }
}

#[test]
fn a_topic_put_aside_leaves_its_place_to_the_next() {
    let gaps = Company::new("2025", "28.41", "manufacturing").in_("BG", 40).standing(30.0, 1, [25.0; 8]);
    let before = gaps.doors().training;
    let after = gaps.clone().dismiss(&before[0].id, "").doors();
    let new: Vec<&str> = ids(&after.training).into_iter().filter(|id| !ids(&before).contains(id)).collect();
    assert!(!new.is_empty(), "{:?} {:?}", ids(&before), ids(&after.training));
    assert!(!ids(&after.training).contains(&before[0].id.as_str()));
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    for dimension in after.training.iter().flat_map(|topic| &topic.dimensions) {
        *taken.entry(dimension).or_default() += 1;
    }
    assert!(taken.values().all(|n| *n <= 2));
}

/// Rules that only choose an order cannot be switched off, not even in a file written by hand.
#[test]
fn a_rule_that_chooses_an_order_always_counts() {
    let plain = everybody().into_iter().find(|c| c.standing.total.is_some()).unwrap();
    let mut other = plain.clone();
    let names =
        ["overall_low", "strategy_low", "people_lowest", "people_below_mean", "project", "no_rule", "home", "micro"];
    other.choices.rules_off = names.map(str::to_owned).into();
    assert_eq!(plain.doors(), other.doors());
}
