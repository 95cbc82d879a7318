//! Work that takes time: how far it is, and how to stop it. It is done outside; the model only knows of it.

/// Tells one piece of work from the next: what an earlier one still has to say is nobody's business any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkId(pub(super) u64);

/// A piece of work under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// Which one.
    pub id: WorkId,
    /// Key of what is being done among the texts.
    pub label: &'static str,
    /// How far it is, 0..=1.
    pub share: f32,
    /// It has been asked to stop.
    pub stopping: bool,
}
