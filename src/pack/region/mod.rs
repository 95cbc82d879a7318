//! A region: who can help a company there, which activities they are for, and the weights and words of the matching.
//!
//! All of it is data, so that another region is another folder under `assets/regions/`. A region is read from two
//! files: `region.json`, the directory with its rules and texts, and `ateco_map.csv`, what each division of ATECO has
//! to do with areas, clusters and ecosystems. The module knows nothing of companies, scores or dates of today.
//!
//! One region is in use at a time: the program's own, or one that was read while the program runs and took its place.

mod check;
mod mapping;
mod records;
mod rules;
mod words;

pub(crate) use mapping::digits;
pub use mapping::{ActivityMap, Links, Resolved};
pub use records::*;
pub use rules::*;
pub use words::{Localized, LocalizedList, SourceName, Texts};

use std::sync::{OnceLock, PoisonError, RwLock};

use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::Notice;

/// The version of `region.json` this program reads.
pub const REGION_FORMAT: u32 = 1;

/// The region in the place of the program's own.
static REPLACED: RwLock<Option<&'static Region>> = RwLock::new(None);

/// A region with its directory, its rules and its texts, checked.
#[derive(Clone, Debug)]
pub struct Region {
    /// Stable id: lower-case letters, digits and hyphens, for a folder is named after it.
    pub id: String,
    /// Day on which the directory was compiled. Of two editions of a region the later one counts.
    pub edition: Date,
    /// Name of the region.
    pub name: Localized,
    /// Language codes in which every text must exist, the region's own first.
    pub languages: Vec<String>,
    /// Date of the newest evidence, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub as_of: String,
    /// How the directory was put together, for the reader.
    pub note: Localized,
    /// The dimensions of maturity that training and services name.
    pub dimensions: Vec<Term>,
    /// Provinces.
    pub provinces: Vec<Province>,
    /// Supply chains a company can name.
    pub supply_chains: Vec<SupplyChain>,
    /// Technology interests a company can name.
    pub interests: Vec<Interest>,
    /// What a company can wish for.
    pub wishes: Vec<Wish>,
    /// Divisions whose companies are too different for two digits.
    pub ambiguous: Vec<Ambiguous>,
    /// Weights and thresholds of the matching.
    pub rules: Rules,
    /// Kinds of service.
    pub service_categories: Vec<ServiceCategory>,
    /// Whom training is for.
    pub audiences: Vec<Term>,
    /// Forms of training.
    pub formats: Vec<Term>,
    /// Kinds of training provider.
    pub providers: Vec<Term>,
    /// Technology clusters.
    pub clusters: Vec<Cluster>,
    /// Competence centres, the region's own and others.
    pub competence_centres: Vec<CompetenceCentre>,
    /// The axes of the region's own competence centre.
    pub axes: Vec<Axis>,
    /// Specialisation areas of the 2014-2020 strategy.
    pub s3_areas: Vec<S3Area>,
    /// Ecosystems of the 2021-2027 strategy.
    pub ecosystems: Vec<Ecosystem>,
    /// The 2021-2027 strategy itself.
    pub strategy: Strategy,
    /// Training topics.
    pub training: Vec<Training>,
    /// Universities.
    pub universities: Vec<University>,
    /// Technological areas of the ITS academies.
    pub its_areas: Vec<ItsArea>,
    /// ITS academies.
    pub its_academies: Vec<ItsAcademy>,
    /// Services, hubs, desks, tools and incentives.
    pub services: Vec<Service>,
    /// Which doors a tag of a measure leads to.
    pub offers: Vec<Offer>,
    /// Sentences of the matching.
    pub texts: Texts,
    /// What each activity has to do with areas, clusters and ecosystems.
    pub activities: ActivityMap,
}

impl Region {
    /// The region inside the program.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Region> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            Self::from_json(
                include_bytes!("../../../assets/regions/lombardia/region.json"),
                include_bytes!("../../../assets/regions/lombardia/ateco_map.csv"),
            )
            .unwrap_or_else(|notices| panic!("the shipped region has faults: {notices:#?}"))
        })
    }

    /// The region all doors are taken from: the one that took the place of the program's own, else that.
    #[must_use]
    pub fn in_use() -> &'static Self {
        REPLACED.read().unwrap_or_else(PoisonError::into_inner).unwrap_or_else(Self::shipped)
    }

    /// Puts this region in the place of the program's own, until the program ends or another one is put there.
    pub fn put_in_use(self) -> &'static Self {
        // Evaluations refer to their region as long as the program runs; there are as many as somebody chose.
        let region: &'static Self = Box::leak(Box::new(self));
        *REPLACED.write().unwrap_or_else(PoisonError::into_inner) = Some(region);
        region
    }

    /// Goes back to the program's own region.
    pub fn use_shipped() {
        *REPLACED.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Whether this is the region inside the program itself, not one like it.
    #[must_use]
    pub fn is_shipped(&self) -> bool {
        std::ptr::eq(self, Self::shipped())
    }

    /// Whether the program carries a later edition of this region.
    #[must_use]
    pub fn is_outdated(&self) -> bool {
        self.id == Self::shipped().id && self.edition < Self::shipped().edition
    }

    /// Reads a region from the bytes of `region.json` and of `ateco_map.csv`.
    ///
    /// # Errors
    /// Every problem found, each with its place and what would be right; nothing is half loaded.
    pub fn from_json(region: &[u8], map: &[u8]) -> Result<Self, Vec<Notice>> {
        let root: Map<String, Value> = serde_json::from_slice(region).map_err(|e| {
            vec![Notice::new(
                format!("region.json, line {}, column {}", e.line(), e.column()),
                "The file is not a JSON object.",
                "Check commas, quotes and brackets around this place.",
            )]
        })?;
        let mut notices = check::raw(&root);
        let mut reader = Reader { root, notices: Vec::new() };
        let activities = mapping::read(map, reader.list("refinements"), &mut reader.notices);
        let region = reader.region(activities);
        notices.append(&mut reader.notices);
        if let Some(region) = &region {
            notices.extend(check::all().iter().flat_map(|check| check(region)));
        }
        notices.sort();
        notices.dedup();
        match region {
            Some(region) if notices.is_empty() => Ok(region),
            _ => Err(notices),
        }
    }

    /// The province with this two-letter code.
    #[must_use]
    pub fn province(&self, code: &str) -> Option<&Province> {
        self.provinces.iter().find(|p| p.code.eq_ignore_ascii_case(code.trim()))
    }

    /// The cluster with this id.
    #[must_use]
    pub fn cluster(&self, id: &str) -> Option<&Cluster> {
        self.clusters.iter().find(|c| c.id == id)
    }

    /// The doors a tag leads to, the most fitting first; none for a tag the region has no answer to.
    #[must_use]
    pub fn offers(&self, tag: &str) -> &[OfferDoor] {
        self.offers.iter().find(|o| o.tag == tag).map_or(&[], |o| o.doors.as_slice())
    }

    /// The specialisation area with this id.
    #[must_use]
    pub fn s3_area(&self, id: &str) -> Option<&S3Area> {
        self.s3_areas.iter().find(|a| a.id == id)
    }
}

/// Takes the parts of `region.json` one by one, so that one faulty record does not hide the others.
struct Reader {
    root: Map<String, Value>,
    notices: Vec<Notice>,
}

impl Reader {
    fn region(&mut self, activities: ActivityMap) -> Option<Region> {
        // Looked at by `check::raw`.
        self.root.remove("schema_version");
        let region = Region {
            id: self.part("id")?,
            edition: self.part("edition")?,
            name: self.part("name")?,
            languages: self.part("languages")?,
            as_of: self.part("as_of")?,
            note: self.part("note")?,
            dimensions: self.list("dimensions"),
            provinces: self.list("provinces"),
            supply_chains: self.list("supply_chains"),
            interests: self.list("interests"),
            wishes: self.list("wishes"),
            ambiguous: self.list("ambiguous"),
            rules: self.part("rules")?,
            service_categories: self.list("service_categories"),
            audiences: self.list("audiences"),
            formats: self.list("formats"),
            providers: self.list("providers"),
            clusters: self.list("clusters"),
            competence_centres: self.list("competence_centres"),
            axes: self.list("axes"),
            s3_areas: self.list("s3_areas"),
            ecosystems: self.list("ecosystems"),
            strategy: self.part("strategy")?,
            training: self.list("training"),
            universities: self.list("universities"),
            its_areas: self.list("its_areas"),
            its_academies: self.list("its_academies"),
            services: self.list("services"),
            offers: self.list("offers"),
            texts: self.part("texts")?,
            activities,
        };
        for key in self.root.keys() {
            self.notices.push(Notice::new(
                format!("region.json, {key}"),
                format!("The region has a part “{key}” that this version does not know."),
                "Correct the name or take the part out.",
            ));
        }
        Some(region)
    }

    fn part<T: DeserializeOwned>(&mut self, key: &str) -> Option<T> {
        let Some(value) = self.root.remove(key) else {
            self.notices.push(Notice::new(
                format!("region.json, {key}"),
                format!("The part “{key}” is missing."),
                "Add it; the shipped region shows its form.",
            ));
            return None;
        };
        self.read(value, &format!("region.json, {key}"))
    }

    fn list<T: DeserializeOwned>(&mut self, key: &str) -> Vec<T> {
        let Some(values) = self.part::<Vec<Value>>(key) else { return Vec::new() };
        values
            .into_iter()
            .enumerate()
            .filter_map(|(i, value)| {
                let id = value.get("id").or_else(|| value.get("tag")).and_then(Value::as_str);
                let id = id.map(|id| format!(" ({id})")).unwrap_or_default();
                self.read(value, &format!("region.json, {key}[{i}]{id}"))
            })
            .collect()
    }

    fn read<T: DeserializeOwned>(&mut self, value: Value, place: &str) -> Option<T> {
        match T::deserialize(value) {
            Ok(read) => Some(read),
            Err(e) => {
                let message = format!("This part cannot be read: {e}.");
                self.notices.push(Notice::new(place, message, "Compare it with the same part of the shipped region."));
                None
            }
        }
    }
}

#[cfg(test)]
mod tests;
