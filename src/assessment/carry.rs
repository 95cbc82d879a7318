//! Carrying over: a file made with an earlier version of its questionnaire is brought to the version at hand. Answers go by id;
//! nothing is dropped, only what is new is asked.

use super::sheet::Sheet;
use super::{Assessment, PackRef};
use crate::pack::questionnaire::version;
use crate::pack::{Mode, Pack};
use crate::text::{Language, ta};

/// What carrying over changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Version the file was made with.
    pub from: String,
    /// Version at hand.
    pub to: String,
    /// Answers that took another id.
    pub renamed: usize,
    /// Items of the quick questionnaire that are asked of the company and were not there before.
    pub new: usize,
    /// The same among those of the full one alone.
    pub new_full: usize,
    /// Answered items that are asked in other words now.
    pub reworded: Vec<String>,
    /// Answered items that are asked no more; the answers stay in the file.
    pub gone: Vec<String>,
    /// True where the file is from a later version than the one at hand: it stays as it is.
    pub later: bool,
}

/// Brings an assessment to the pack's version; none where it is of that version already.
pub fn carry(pack: &Pack, assessment: &mut Assessment) -> Option<Carried> {
    let from = assessment.pack.version.clone();
    let (old, now) = (version(&from), version(&pack.version));
    if old == now {
        return None;
    }
    let mut carried = Carried { from, to: pack.version.clone(), later: old > now, ..Carried::default() };
    if carried.later {
        return Some(carried);
    }
    let after = |since: &Option<String>| since.as_ref().is_some_and(|v| version(v) > old);
    for item in &pack.structure.items {
        if !assessment.answers.contains_key(&item.id)
            && let Some(answers) = item.formerly.iter().find_map(|former| assessment.answers.remove(former))
        {
            assessment.answers.insert(item.id.clone(), answers);
            carried.renamed += 1;
        }
        if after(&item.reworded) && assessment.answers.contains_key(&item.id) {
            carried.reworded.push(item.id.clone());
        }
    }
    carried.gone = assessment.answers.keys().filter(|id| pack.item(id).is_none()).cloned().collect();
    let whole = Assessment { mode: Mode::Full, ..assessment.clone() };
    for (item, _) in Sheet::of(pack, &whole).asked(pack).filter(|(item, _)| after(&item.since)) {
        match item.mode {
            Mode::Quick => carried.new += 1,
            Mode::Full => carried.new_full += 1,
        }
    }
    assessment.pack = PackRef {
        id: pack.id.clone(),
        version: pack.version.clone(),
        hash: pack.hash.clone(),
        extra: std::mem::take(&mut assessment.pack.extra),
    };
    Some(carried)
}

impl Carried {
    /// What it means for the user, in sentences.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let versions = [("from", (&self.from).into()), ("to", (&self.to).into())];
        if self.later {
            return ta(language, "carried-later", &versions);
        }
        let mut out = vec![ta(language, "carried", &versions)];
        let counts =
            [("carried-renamed", self.renamed), ("carried-new", self.new), ("carried-new-full", self.new_full)];
        for (key, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
            out.push(ta(language, key, &[("count", count.into())]));
        }
        for (key, list) in [("carried-reworded", &self.reworded), ("carried-gone", &self.gone)] {
            if !list.is_empty() {
                out.push(ta(language, key, &[("items", list.join(", ").into())]));
            }
        }
        out.join(" ")
    }
}
