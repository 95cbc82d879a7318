//! The doors as pages: what fits best in full, the rest in tables, every fact with its source and date.

use jiff::Span;
use jiff::civil::Date;

use super::document::Source;
use super::{Block, CardKind, Column, Run, Section, Tone, paragraph};
use crate::matching::{Card, Doors, Offered, Points, Reason, Rule};
use crate::pack::region::Region;
use crate::text::{Language, capitalised, date, grouped, loose_date, sentence, t, ta};

/// Doors of a group that are told in full.
const FULL_CARDS: usize = 2;
/// Sources in one paragraph of their list: enough to be short, few enough to be found.
const SOURCES_TOGETHER: usize = 10;
/// Reasons given for a door in a table.
const SHORT_REASONS: usize = 2;

/// Sources named on the pages; cards refer to them by number, so that a source that serves ten cards is printed once.
#[derive(Default)]
struct Sources<'a> {
    names: Vec<&'a str>,
}

impl<'a> Sources<'a> {
    /// Small print of a card: «Sources [1], [4]. As of: April 2026.»
    fn cite(&mut self, card: &'a Card, language: Language) -> String {
        let numbers: Vec<String> = card.sources.iter().map(|source| format!("[{}]", self.number(source))).collect();
        let cited = ta(
            language,
            "door-source-numbers",
            &[("numbers", numbers.join(", ").into()), ("date", loose_date(language, &card.as_of).into())],
        );
        if card.verify { format!("{}. {cited}", capitalised(&t(language, "to-verify"))) } else { cited }
    }

    fn number(&mut self, source: &'a str) -> usize {
        let at = self.names.iter().position(|known| *known == source).unwrap_or_else(|| {
            self.names.push(source);
            self.names.len() - 1
        });
        at + 1
    }
}

/// The chapter of doors, and the list of its sources.
pub(super) fn sections(s: &Source<'_>) -> (Vec<Section>, Section) {
    let d = s.doors;
    let mut intro = vec![paragraph(Tone::Body, s.t("report-doors-intro"))];
    intro.push(paragraph(Tone::Small, edition_sentence(s.region, s.date, s.language)));
    intro.extend(edition_warning(s.region, s.date, s.language).map(|warning| paragraph(Tone::Body, warning)));
    let first = first_doors(d).into_iter().map(|(why, names)| vec![Run::plain(why), Run::strong(names)]);
    let first: Vec<Vec<Run>> = first.collect();
    // None where the company has put all of them aside, of which a line below tells.
    if !first.is_empty() {
        intro.push(Block::Card {
            kind: CardKind::Plain,
            title: s.t("first-door"),
            tag: None,
            blocks: vec![Block::Bullets(first)],
        });
    }
    intro.extend(d.asks.iter().map(|ask| paragraph(Tone::Body, sentence(&ask.text))));
    let about = [rules_off_text(d, s.language), put_aside_text(d, s.language)];
    intro.extend(about.into_iter().flatten().map(|words| paragraph(Tone::Small, words)));
    intro.extend(d.remark.iter().map(|remark| paragraph(Tone::Small, remark)));
    let mut sections =
        vec![Section { id: "doors".into(), title: s.t("report-doors"), new_page: true, level: 1, blocks: intro }];
    let mut sources = Sources::default();
    for (id, cards) in d.groups().into_iter().filter(|(_, cards)| !cards.is_empty()) {
        let full = match id {
            "other_clusters" | "past_services" => 0,
            "clusters" | "training" | "services" => FULL_CARDS.min(cards.len()),
            _ => 1,
        };
        // What the company keeps in front is told in full, with its reason.
        let full = full.max(cards.iter().filter(|c| c.pinned.is_some()).count());
        let mut blocks: Vec<Block> = cards[..full].iter().map(|c| door(s, c, &mut sources)).collect();
        if id == "s3_areas" {
            blocks.insert(0, paragraph(Tone::Body, &d.s3_note));
        }
        if full < cards.len() {
            blocks.push(more_doors(s, &cards[full..], &mut sources));
        }
        let title = s.t(&format!("doors-{}", dashed(id)));
        sections.push(Section { id: format!("doors-{id}"), title, new_page: false, level: 2, blocks });
    }
    let list: Vec<String> = sources.names.iter().enumerate().map(|(n, name)| format!("[{}] {name}", n + 1)).collect();
    let few = list.chunks(SOURCES_TOGETHER).map(|few| paragraph(Tone::Small, few.join(" · ")));
    let named = Section {
        id: "doors-sources".into(),
        title: s.t("doors-sources"),
        new_page: false,
        level: 1,
        blocks: few.collect(),
    };
    (sections, named)
}

/// Which edition of which region the doors come from and how old it is: «Dati della regione: Lombardia, edizione del 23
/// novembre 2026, di 6 giorni fa.» Below a whole month the age is in days; on a day before the edition there is none.
#[must_use]
pub fn edition_sentence(region: &Region, today: Date, language: Language) -> String {
    let name = region.name.get(language);
    let mut places = vec![("region", name.into()), ("date", date(language, region.edition).into())];
    let months = age_in(jiff::Unit::Month, region.edition, today).filter(|months| *months > 0);
    let days = age_in(jiff::Unit::Day, region.edition, today);
    let key = match (months, days) {
        (Some(_), _) => "region-edition-months",
        (None, Some(0)) => "region-edition-today",
        (None, Some(_)) => "region-edition-days",
        (None, None) => "region-edition",
    };
    places.extend(months.or(days).map(|count| ("count", count.into())));
    ta(language, key, &places)
}

/// That the region's data are older than its own rules allow, and what to do; nothing where they are not.
#[must_use]
pub fn edition_warning(region: &Region, today: Date, language: Language) -> Option<String> {
    let months = region.rules.stale_after_months;
    let last = region.edition.checked_add(Span::new().try_months(months).ok()?).ok()?;
    let count = u32::try_from(months).unwrap_or_default();
    (today > last).then(|| ta(language, "region-old", &[("count", count.into())]))
}

/// Whole days or months from one day to another; none where the second comes first.
fn age_in(unit: jiff::Unit, from: Date, to: Date) -> Option<u32> {
    let span = from.until((unit, to)).ok()?;
    u32::try_from(if unit == jiff::Unit::Month { span.get_months() } else { span.get_days() }).ok()
}

/// Whom to ask first: why, and the names this holds for.
#[must_use]
pub fn first_doors(doors: &Doors) -> Vec<(String, String)> {
    let mut out: Vec<(&str, Vec<String>)> = Vec::new();
    for first in &doors.first {
        let Some(card) = doors.card(&first.id) else { continue };
        match out.iter_mut().find(|(why, _)| *why == first.text) {
            Some((_, names)) => names.push(full_name(card)),
            None => out.push((&first.text, vec![full_name(card)])),
        }
    }
    out.into_iter().map(|(why, names)| (format!("{why}: "), format!("{}.", names.join("; ")))).collect()
}

/// Where a door is: place and address.
#[must_use]
pub fn place_text(card: &Card) -> String {
    place_runs(card).into_iter().map(|run| run.text).collect()
}

/// The same, with the address leading to the site.
fn place_runs(card: &Card) -> Vec<Run> {
    let place = card.place.as_deref().map(Run::plain);
    let site = card.website.as_deref().map(Run::site);
    let between = (place.is_some() && site.is_some()).then(|| Run::plain(" · "));
    [place, between, site].into_iter().flatten().collect()
}

/// Doors in a line each: name and place, reason, source and date.
fn more_doors<'a>(s: &Source<'a>, cards: &'a [Card], sources: &mut Sources<'a>) -> Block {
    let rows = cards
        .iter()
        .map(|c| {
            let mut name = vec![Run::strong(full_name(c))];
            let place = place_runs(c);
            if !place.is_empty() {
                name.push(Run::plain("\n"));
                name.extend(place);
            }
            let reasons: Vec<String> = c.reasons.iter().take(SHORT_REASONS).map(|r| sentence(&r.text)).collect();
            let why = if reasons.is_empty() { c.what.clone() } else { reasons.join(" ") };
            vec![name, vec![Run::plain(why)], vec![Run::plain(sources.cite(c, s.language))]]
        })
        .collect();
    let head = |key: &str, share: f32| Column { title: s.t(key), share, numeric: false };
    Block::Table {
        columns: vec![head("column-door", 0.38), head("column-why", 0.38), head("column-source", 0.24)],
        rows,
    }
}

fn door<'a>(s: &Source<'a>, card: &'a Card, sources: &mut Sources<'a>) -> Block {
    let mut blocks = Vec::new();
    let pinned = pinned_text(card, s.language);
    // The reason is a note of the company's own.
    if let Some(words) = pinned.map(|words| if s.discreet { s.t("door-pinned") } else { words }) {
        blocks.push(paragraph(Tone::Body, words));
    }
    if !card.what.is_empty() {
        blocks.push(paragraph(Tone::Body, &card.what));
    }
    if !card.reasons.is_empty() {
        blocks.push(Block::Bullets(card.reasons.iter().map(|r| vec![Run::plain(reason(r, s.language))]).collect()));
    }
    let place = place_runs(card);
    if !place.is_empty() {
        blocks.push(Block::Paragraph { tone: Tone::Body, runs: place });
    }
    let mut small: Vec<String> = card.all_caveats().map(sentence).collect();
    small.push(sources.cite(card, s.language));
    blocks.push(paragraph(Tone::Small, small.join(" ")));
    Block::Card {
        kind: CardKind::Plain,
        title: full_name(card),
        tag: strength_text(card, s.language).map(|words| capitalised(&words)),
        blocks,
    }
}

/// A reason with the points it gave: «… (+40).»
fn reason(reason: &Reason, language: Language) -> String {
    if reason.points > 0.0 {
        sentence(&format!("{} (+{})", reason.text, grouped(language, reason.points)))
    } else {
        sentence(&reason.text)
    }
}

/// Small print of a door: sources and date.
#[must_use]
pub fn door_source(card: &Card, language: Language) -> String {
    ta(
        language,
        "door-source",
        &[("sources", card.sources.join("; ").into()), ("date", loose_date(language, &card.as_of).into())],
    )
}

/// A door at which a measure can be had, in a line: name, address, sources, date, and whether to check first.
#[must_use]
pub fn offered_text(offered: &Offered<'_>, language: Language) -> String {
    let provenance = offered.provenance;
    let sources: Vec<&str> = provenance.sources.iter().map(|s| s.get(language)).collect();
    let places = [("sources", sources.join("; ").into()), ("date", loose_date(language, &provenance.as_of).into())];
    let verify = provenance.verify_before_use.then(|| t(language, "to-verify"));
    let parts = [Some(offered.name.get(language).to_owned()), offered.website.map(str::to_owned), verify];
    let name: Vec<String> = parts.into_iter().flatten().collect();
    format!("{}. {}", name.join(" · "), ta(language, "door-source", &places))
}

/// Its name, with the acronym that reasons call it by.
#[must_use]
pub fn full_name(card: &Card) -> String {
    match &card.acronym {
        Some(acronym) => format!("{} ({acronym})", card.name),
        None => card.name.clone(),
    }
}

/// That the company keeps a door in front, and why where it said so; none where it does not.
#[must_use]
pub fn pinned_text(card: &Card, language: Language) -> Option<String> {
    let reason = card.pinned.as_ref()?;
    Some(if reason.is_empty() {
        t(language, "door-pinned")
    } else {
        ta(language, "door-pinned-why", &[("reason", reason.into())])
    })
}

/// Why the company has put a door aside; that it gave no reason where it gave none.
#[must_use]
pub fn dismissed_text(card: &Card, language: Language) -> String {
    match card.dismissed.as_ref().filter(|reason| !reason.is_empty()) {
        Some(reason) => ta(language, "door-dismissed-why", &[("reason", reason.into())]),
        None => t(language, "door-dismissed"),
    }
}

/// How many doors were put aside; none where none was.
#[must_use]
pub fn put_aside_text(doors: &Doors, language: Language) -> Option<String> {
    let count = doors.dismissed.len();
    (count > 0).then(|| ta(language, "doors-put-aside", &[("count", count.into())]))
}

/// Which rules do not count; none where all do.
#[must_use]
pub fn rules_off_text(doors: &Doors, language: Language) -> Option<String> {
    let names: Vec<String> = doors.rules_off().map(|id| rule_name(id, language)).collect();
    (!names.is_empty()).then(|| ta(language, "doors-rules-off", &[("rules", names.join(", ").into())]))
}

/// Name of a rule.
#[must_use]
pub fn rule_name(id: &str, language: Language) -> String {
    t(language, &format!("rule-{}", dashed(id)))
}

/// What a rule looks at, as a sentence.
#[must_use]
pub fn rule_help(id: &str, language: Language) -> String {
    t(language, &format!("rule-{}-help", dashed(id)))
}

/// How many points a rule gives, and in which lists where it does not give the same in all: «40 punti»,
/// «università, ITS Academy: 30 punti; cluster: 5 punti».
#[must_use]
pub fn rule_points(rule: &Rule, language: Language) -> String {
    let figure = |points: f64| grouped(language, points);
    let points = |points: Points| match points {
        Points::Fixed(n) => ta(language, "rule-points", &[("points", figure(n).into())]),
        Points::Each(n) => ta(language, "rule-points-each", &[("points", figure(n).into())]),
        Points::EachUpTo(n, most) => {
            ta(language, "rule-points-each-up-to", &[("points", figure(n).into()), ("most", figure(most).into())])
        }
        Points::UpTo(n) => ta(language, "rule-points-up-to", &[("points", figure(n).into())]),
        Points::Between(low, high) => {
            ta(language, "rule-points-between", &[("low", figure(low).into()), ("high", figure(high).into())])
        }
    };
    let lists = |lists: &[&str]| {
        let names = lists.iter().map(|id| t(language, &format!("list-{}", dashed(id))));
        names.collect::<Vec<_>>().join(", ")
    };
    let parts: Vec<String> = rule.uses.iter().map(|u| format!("{}: {}", lists(u.lists), points(u.points))).collect();
    sentence(&capitalised(&parts.join("; ")))
}

fn dashed(id: &str) -> String {
    id.replace('_', "-")
}

/// How well a door fits, as a word; nothing where it is not a matter of degree.
#[must_use]
pub fn strength_text(card: &Card, language: Language) -> Option<String> {
    card.strength.map(|x| t(language, &format!("strength-{}", dashed(x.code()))))
}
