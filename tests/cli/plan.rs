//! The plan as other programs see it.

use super::*;

const FILE: &str = "officina-meccanica.orienta.json";

fn plan(more: &[&str]) -> Value {
    let file = example(FILE);
    let mut args = vec!["plan", &file, "--json", "--date", DATE];
    args.extend(more);
    json_of(&args)
}

#[test]
fn plan_json_has_the_keys_of_the_contract() {
    let found = plan(&["--budget", "20000", "--days", "20", "--quarters", "5"]);
    let pattern = json!({
        "schema": 1, "catalogue": {"id": "…", "version": "…"}, "date": "…",
        "budget": 20000.0, "days_per_quarter": 20.0, "quarters": 5, "day_rate": 240.0, "size": "…",
        "cost": 18500.0, "cost_low": 1.0, "days": 40.0, "days_low": 1.0,
        "score_before": 47.3, "score_after": 61.0, "level_before": 2, "level_after": 3, "optimal": true,
        "measures": [{
            "id": "…", "name": "…", "cost": 1.0, "cost_low": 1.0, "days": 1.0, "days_low": 1.0, "assumption": true,
            "start_quarter": "2027-Q1", "end_quarter": "2027-Q1", "beyond": false, "gain": 3.2, "value": 3.2,
            "raises": [{"item": "A1", "from": 2.0, "to": 3}], "requires": ["…"],
            "owner": "…", "axis": "…", "kind": "…", "quadrant": "…", "must": false, "doors": ["…"],
        }],
        "by_quarter": [
            {"quarter": "…", "days": 1.0, "cost": 1.0, "score": 1.0, "p5": 1.0, "p95": 1.0, "level": 2}
        ],
        "frontier": [{"budget": 0.0, "score_after": 47.3, "cost": 0.0}],
    });
    holds("plan", &pattern, &found);
    let list = |key: &str| found[key].as_array().unwrap().clone();
    let sum = |of: &str| list("measures").iter().map(|m| m[of].as_f64().unwrap()).sum::<f64>();
    assert!(!list("measures").is_empty() && found["optimal"] == json!(true));
    for total in ["cost", "cost_low", "days", "days_low"] {
        assert!((sum(total) - found[total].as_f64().unwrap()).abs() < 1e-6, "{total}");
    }
    let gained = found["score_after"].as_f64().unwrap() - found["score_before"].as_f64().unwrap();
    assert!((sum("gain") - gained).abs() < 1e-6, "gains add up");
    assert!(found["cost"].as_f64().unwrap() <= 20_000.0 && found["days"].as_f64().unwrap() <= 100.0);
    // The plan begins in the quarter after the day that counts as today.
    assert_eq!(list("by_quarter")[0]["quarter"], "2027-Q1");
    let ids: Vec<Value> = list("measures").iter().map(|m| m["id"].clone()).collect();
    for m in list("measures") {
        assert!(m["requires"].as_array().unwrap().iter().all(|r| ids.contains(r)), "{}", m["id"]);
    }
    assert!(list("measures").iter().all(|m| !m["doors"].as_array().unwrap().is_empty()), "every measure has a door");
    // The frontier begins with today's score and no money.
    assert_eq!(list("frontier")[0], json!({"budget": 0.0, "score_after": found["score_before"], "cost": 0.0}));
}

#[test]
fn what_must_be_in_is_in_or_named() {
    let found = plan(&["--budget", "30000", "--must", "tested-backup", "linked-system"]);
    let ids: Vec<&str> = found["measures"].as_array().unwrap().iter().map(|m| m["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"tested-backup") && ids.contains(&"linked-system"), "{ids:?}");

    let file = example(FILE);
    let said = run(&["plan", &file, "--budget", "500", "--must", "linked-system"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    let name = "the budget is €500";
    assert!(said.err.contains(&file) && said.err.contains(name), "{}", said.err);
    let said = run(&["plan", &file, "--budget", "90000", "--days", "1", "--quarters", "1", "--must", "linked-system"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("days, and there are 1"), "{}", said.err);
}

#[test]
fn without_a_total_there_is_no_plan_and_the_answers_are_named() {
    let folder = folder();
    let mut json: Value = serde_json::from_slice(&fs::read(example(FILE)).unwrap()).unwrap();
    for n in 1..=15 {
        json["answers"].as_object_mut().unwrap().remove(&format!("A{n}"));
    }
    let file = file_in(&folder, "vuota.orienta.json", json.to_string());
    let said = run(&["plan", &file, "--budget", "1000"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("A1 ") && said.err.contains("A15 ") && !said.err.contains("A16 "), "{}", said.err);
}

#[test]
fn the_file_says_what_is_excluded_and_what_costs_less() {
    let folder = folder();
    let mut json: Value = serde_json::from_slice(&fs::read(example(FILE)).unwrap()).unwrap();
    let free = plan(&["--budget", "20000"]);
    let first = free["measures"][0]["id"].as_str().unwrap().to_owned();
    json["plan"] = json!({"excluded": {&first: "Fictitious reason"}, "day_rate": 0, "days": 3, "quarters": 2});
    let file = file_in(&folder, "escluse.orienta.json", json.to_string());
    let found = json_of(&["plan", &file, "--budget", "20000", "--json", "--date", DATE]);
    let ids: Vec<&str> = found["measures"].as_array().unwrap().iter().map(|m| m["id"].as_str().unwrap()).collect();
    assert!(!ids.contains(&first.as_str()), "{ids:?}");
    assert_eq!((&found["day_rate"], &found["days_per_quarter"]), (&json!(0.0), &json!(3.0)));
    assert_eq!(found["quarters"], 2);
    assert!(found["days"].as_f64().unwrap() <= 6.0);
}

#[test]
fn people_read_the_plan_as_text() {
    let file = example(FILE);
    for (language, words) in [("it", "Non è una previsione"), ("en", "This is no forecast")] {
        let said = said(
            program().args(["--lang", language, "plan", &file, "--budget", "15000", "--date", DATE]).output().unwrap(),
        );
        assert_eq!(said.code, 0, "{}", said.err);
        assert!(said.out.contains(words) && said.out.contains("2027"), "{}", said.out);
    }
}
