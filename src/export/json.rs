//! Figures and doors as JSON objects with stable keys; numbers unrounded, "no figure" is null.

use serde_json::{Value, json};

use crate::matching::Card;
use crate::pack::benchmark::DiiVersion;
use crate::pipeline::{Evaluation, Roadmap};
use crate::report::explain::Derivation;
use crate::report::words;
use crate::roadmap::{Agenda, Plan};
use crate::scoring::dii::Reading;
use crate::scoring::sensitivity::sensitivity;
use crate::scoring::uncertainty::Spread;
use crate::scoring::{Figure, Maturity, dmat, matrix};

/// JSON as the bytes of a file: to be read by people too, with a line feed at the end.
#[must_use]
pub fn bytes(value: &Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("a JSON value always becomes text");
    bytes.push(b'\n');
    bytes
}

/// Version of the object's keys.
pub const SCHEMA: u32 = 1;

/// The figures.
#[must_use]
pub fn scores(e: &Evaluation<'_>) -> Value {
    let texts = e.pack.texts(e.language);
    let total = &e.scores.total;
    let sure = e.sure.total.as_ref();
    let other = sensitivity(e.pack, &e.sheet, &e.scores);
    let gates: Vec<Value> =
        total.gates.iter().map(|g| json!({"id": g.id, "cap": g.cap, "reason": texts.gates[&g.id]})).collect();
    let dimensions: Vec<Value> = e
        .scores
        .dimensions
        .iter()
        .map(|d| {
            let subdimensions: Vec<Value> =
                d.subdimensions.iter().map(|s| with(figure(&s.figure), json!({"id": s.id}))).collect();
            with(figure(&d.figure), json!({"id": d.id, "level": d.level, "subdimensions": subdimensions}))
        })
        .collect();
    // A pack without maturities has none: null, not an empty object.
    let maturities = if e.scores.maturities.is_empty() {
        Value::Null
    } else {
        let each = e.scores.maturities.iter().enumerate();
        each.map(|(n, m)| (m.id.clone(), maturity(m, e.sure.maturity(n)))).collect::<serde_json::Map<_, _>>().into()
    };
    let contradictions: Vec<Value> =
        e.scores.contradictions.iter().map(|c| json!({"id": c.id, "items": c.items})).collect();
    json!({
        "schema": SCHEMA,
        "pack": {"id": e.assessment.pack.id, "version": e.pack.version},
        "mode": e.scores.mode.name(),
        "total": with(
            with(figure(&total.figure), spread(sure.map(|s| s.spread))),
            json!({
                "level": total.level,
                "level_uncapped": total.level_uncapped,
                "gates": gates,
                "unverified_gates": total.unverified,
                "flags": total.flags,
                "balance": total.balance,
                "sem": sure.map(|s| s.sem),
                "level_shares": sure.map(|s| &s.level_shares),
                "levels": sure.map(|s| [s.levels.0, s.levels.1]),
                "power_mean": other.power_mean,
                "geometric_mean": other.geometric,
                "evidenced": total.evidenced,
                "reliability": total.reliability,
            }),
        ),
        "maturities": maturities,
        "map": words::lean(e.pack, &e.scores),
        "dimensions": dimensions,
        "readings": {
            "dii_v3": e.scores.dii_v3.as_ref().map(reading),
            "dii_v4": e.scores.dii_v4.as_ref().map(reading),
            "dmat": e.scores.dmat.as_ref().map(dmat_reading),
            "matrix": e.scores.matrix.as_ref().map(matrix_reading),
        },
        "contradictions": contradictions,
    })
}

fn figure(f: &Figure) -> Value {
    json!({"score": f.score, "coverage": f.coverage, "low": f.low, "high": f.high})
}

fn maturity(m: &Maturity, sure: Option<Spread>) -> Value {
    with(with(figure(&m.figure), json!({"level": m.level})), spread(sure))
}

fn spread(s: Option<Spread>) -> Value {
    json!({"p5": s.map(|s| s.p5), "median": s.map(|s| s.median), "p95": s.map(|s| s.p95)})
}

fn dmat_reading(r: &dmat::Reading) -> Value {
    let dimensions: serde_json::Map<String, Value> =
        r.dimensions.iter().map(|(id, score)| (id.clone(), json!(score))).collect();
    json!({
        "total": r.total.map(|(total, _)| total),
        "band": r.total.map(|(_, band)| band.id()),
        "form": r.form.id(),
        "margin": r.margin,
        "estimate": true,
        "dimensions": dimensions,
        "coverage": r.coverage,
    })
}

/// Cells are null below the coverage a reading needs, as every figure of it is.
fn matrix_reading(r: &matrix::Reading) -> Value {
    let means = |list: &[(String, Option<f64>)]| -> serde_json::Map<String, Value> {
        list.iter().map(|(id, mean)| (id.clone(), json!(mean))).collect()
    };
    let cells: Vec<Value> = r
        .cells
        .iter()
        .map(|c| {
            let value = c.value.filter(|_| r.is_published());
            json!({"item": c.item, "process": c.process, "analysis": c.analysis, "value": value, "applies": c.applies})
        })
        .collect();
    json!({"coverage": r.coverage, "processes": means(&r.processes), "analyses": means(&r.analyses), "cells": cells})
}

fn with(mut base: Value, more: Value) -> Value {
    if let (Value::Object(base), Value::Object(more)) = (&mut base, more) {
        base.extend(more);
    }
    base
}

fn reading<V: DiiVersion>(r: &Reading<V>) -> Value {
    let f = r.figures.as_ref();
    let benchmark = f.and_then(|f| f.benchmark.as_ref());
    let caveats: Vec<&str> = r.caveats.iter().map(|c| c.id()).collect();
    json!({
        "count": f.map(|f| f.count),
        "min": f.map(|f| f.count),
        "max": f.map(|f| f.max),
        "class": f.map(|f| f.class.id()),
        "class_max": f.map(|f| f.class_max.id()),
        "coverage": r.coverage,
        "percentile": benchmark.map(|b| b.percentile),
        "benchmark": benchmark.map(|b| json!({
            "source": "Eurostat isoc_e_dii",
            "version": V::ID,
            "survey_year": b.italy.survey_year,
            "geo": b.italy.geo,
            "size_class": b.italy.size_class,
            "shares": b.italy.shares,
        })),
        "caveats": caveats,
    })
}

/// The doors.
#[must_use]
pub fn doors(e: &Evaluation<'_>) -> Value {
    let mut object: serde_json::Map<String, Value> =
        e.doors.groups().into_iter().map(|(id, cards)| (id.to_owned(), cards.iter().map(card).collect())).collect();
    let first: Vec<Value> = e.doors.first.iter().map(|f| json!({"id": f.id, "rule": f.rule, "text": f.text})).collect();
    object.insert("first".into(), first.into());
    let asks: Vec<Value> = e.doors.asks.iter().map(|a| json!({"id": a.id, "text": a.text})).collect();
    object.insert("asks".into(), asks.into());
    object.insert("dismissed".into(), e.doors.dismissed.iter().map(card).collect());
    object.insert("rules_off".into(), e.doors.rules_off().collect());
    object.insert("s3_note".into(), json!(e.doors.s3_note));
    object.insert("remark".into(), json!(e.doors.remark));
    object.insert("date".into(), json!(e.date.to_string()));
    let edition = e.region.edition.to_string();
    object.insert("region".into(), json!({"id": e.region.id, "edition": edition, "as_of": e.region.as_of}));
    object.into()
}

fn card(c: &Card) -> Value {
    let reasons: Vec<Value> =
        c.reasons.iter().map(|r| json!({"rule": r.rule, "points": r.points, "text": r.text})).collect();
    json!({
        "id": c.id,
        "name": c.name,
        "score": c.score,
        "strength": c.strength.map(crate::matching::Strength::code),
        "reasons": reasons,
        "caveats": c.all_caveats().collect::<Vec<_>>(),
        "sources": c.sources,
        "as_of": c.as_of,
        "verify": c.verify,
        "pinned": c.pinned,
        "dismissed": c.dismissed,
    })
}

/// The plan. `requires` names the prerequisites that are in it too; those that are there already are left out.
#[must_use]
pub fn plan(e: &Evaluation<'_>, agenda: &Agenda<'_>, plan: &Plan) -> Value {
    let measures: Vec<Value> = plan
        .steps
        .iter()
        .map(|step| {
            let entry = &agenda.entries[step.place];
            let measure = agenda.measure(step.place);
            let requires: Vec<&str> = entry
                .requires
                .iter()
                .filter(|place| plan.step(**place).is_some())
                .map(|place| agenda.entries[*place].id.as_str())
                .collect();
            let doors: Vec<&str> = e.doors_of(measure).iter().map(|door| door.id).collect();
            let raises: Vec<Value> =
                entry.raises.iter().map(|r| json!({"item": r.item, "from": r.from, "to": r.to})).collect();
            json!({
                "id": entry.id,
                "name": agenda.catalogue.measure_text(e.language, &entry.id).name,
                "cost": entry.cost[1],
                "cost_low": entry.cost[0],
                "days": entry.days[1],
                "days_low": entry.days[0],
                "assumption": entry.own.as_ref().is_none_or(|own| own.source.trim().is_empty()),
                "start_quarter": plan.quarter(step.start).to_string(),
                "end_quarter": plan.quarter(step.end).to_string(),
                "beyond": step.beyond,
                "gain": entry.gain,
                "value": entry.value,
                "raises": raises,
                "requires": requires,
                "owner": measure.owner,
                "axis": measure.axis.code(),
                "kind": measure.kind,
                "quadrant": entry.quadrant.code(),
                "must": step.must,
                "doors": doors,
            })
        })
        .collect();
    let frontier: Vec<Value> = plan
        .frontier
        .iter()
        .map(|point| json!({"budget": point.budget, "score_after": point.score, "cost": point.cost}))
        .collect();
    let quarters: Vec<Value> = plan
        .forecast
        .iter()
        .map(|f| {
            json!({
                "quarter": plan.quarter(f.quarter).to_string(),
                "days": f.days,
                "cost": f.cost,
                "score": f.score,
                "p5": f.range.map(|r| r.0),
                "p95": f.range.map(|r| r.1),
                "level": f.level,
            })
        })
        .collect();
    json!({
        "schema": SCHEMA,
        "catalogue": {"id": agenda.catalogue.structure.id, "version": agenda.catalogue.structure.version},
        "date": e.date.to_string(),
        "budget": plan.purse.budget,
        "days_per_quarter": plan.purse.days,
        "quarters": plan.purse.quarters,
        "day_rate": agenda.day_rate,
        "size": agenda.size,
        "cost": plan.cost[1],
        "cost_low": plan.cost[0],
        "days": plan.days[1],
        "days_low": plan.days[0],
        "score_before": plan.score_before,
        "score_after": plan.score_after,
        "level_before": plan.level_before,
        "level_after": plan.level_after,
        // The search gives nothing but the optimum: see `roadmap::solver`.
        "optimal": true,
        "measures": measures,
        "by_quarter": quarters,
        "frontier": frontier,
    })
}

/// The plan for the purse that the file names; null where there is none.
fn own_plan(e: &Evaluation<'_>) -> Value {
    match e.roadmap() {
        Ok(Roadmap { agenda, plan: Ok(made) }) => plan(e, agenda, made),
        _ => Value::Null,
    }
}

/// Figures, doors, plan and answers together, for `export`.
#[must_use]
pub fn everything(e: &Evaluation<'_>) -> Value {
    json!({
        "schema": SCHEMA,
        "date": e.date.to_string(),
        "assessment": e.assessment,
        "scores": scores(e),
        "doors": doors(e),
        "plan": own_plan(e),
    })
}

/// How one figure came about.
#[must_use]
pub fn explanation(d: &Derivation) -> Value {
    let parts: Vec<Value> = d
        .parts
        .iter()
        .map(|p| {
            json!({
                "figure": p.figure, "item": p.item, "name": p.name, "detail": p.detail,
                "weight": p.weight, "value": p.value, "text": p.text,
            })
        })
        .collect();
    json!({
        "id": d.id,
        "title": d.title,
        "value": d.value,
        "text": d.text,
        "rule": d.rule,
        "formula": d.formula,
        "parts": parts,
        "remarks": d.remarks,
    })
}
