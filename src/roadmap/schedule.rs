//! When: measures laid out over quarters, one after the other (list schedule, method §10).

use std::collections::BTreeMap;

/// Months of a quarter.
pub(super) const MONTHS: u32 = 3;

/// A measure to be laid out.
#[derive(Clone, Debug)]
pub(super) struct Task {
    /// Person-days in hundredths.
    pub(super) days: u64,
    /// Months from start to end, at least 1.
    pub(super) months: u32,
    /// Places of the tasks that must have ended before it starts.
    pub(super) after: Vec<usize>,
    /// Whoever has most is laid out first.
    pub(super) priority: f64,
    /// First month in which it may start.
    pub(super) not_before: u32,
}

/// Where a measure lies. Months are counted from 0, the first of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Slot {
    /// Month in which it starts.
    pub(super) start: u32,
    /// Month in which it ends.
    pub(super) end: u32,
    /// Person-days in hundredths by quarter, counted from 0.
    pub(super) days: BTreeMap<u32, u64>,
}

/// Lays the tasks out, each as early as what it needs and the days of the quarters allow; of those that could be next, the one
/// with the highest priority, its dependents' included, comes first, ties in the order given. `capacity` is the number of
/// person-days each quarter in hundredths; none means as many as wanted. Days are split over quarters where one is full; the
/// calendar goes on as long as it takes.
///
/// # Panics
/// Where there are tasks with days and the capacity is 0, or tasks wait for each other in a circle: both are ruled out before.
pub(super) fn schedule(tasks: &[Task], capacity: Option<u64>) -> Vec<Slot> {
    assert!(capacity != Some(0) || tasks.iter().all(|t| t.days == 0), "days without a capacity");
    let priority = inherited(tasks);
    let mut slots: Vec<Option<Slot>> = vec![None; tasks.len()];
    let mut used: BTreeMap<u32, u64> = BTreeMap::new();
    for _ in 0..tasks.len() {
        let ready =
            (0..tasks.len()).filter(|&t| slots[t].is_none() && tasks[t].after.iter().all(|&a| slots[a].is_some()));
        // `max_by` keeps the last of equals, and the first shall win.
        let next = ready.rev().max_by(|&a, &b| priority[a].total_cmp(&priority[b])).expect("no circle");
        let task = &tasks[next];
        let ended = task.after.iter().filter_map(|&a| slots[a].as_ref()).map(|slot| slot.end + 1).max().unwrap_or(0);
        let slot = place(task, ended.max(task.not_before), capacity, &mut used);
        slots[next] = Some(slot);
    }
    slots.into_iter().map(Option::unwrap_or_default).collect()
}

/// The priority of each task: its own, or that of a task that waits for it, whichever is higher, so that what opens the way
/// for something important is not left for last.
fn inherited(tasks: &[Task]) -> Vec<f64> {
    let mut priority: Vec<f64> = tasks.iter().map(|t| t.priority).collect();
    // A chain is as long as there are tasks at most.
    for _ in 0..tasks.len() {
        for (place, task) in tasks.iter().enumerate() {
            for &before in &task.after {
                priority[before] = priority[before].max(priority[place]);
            }
        }
    }
    priority
}

/// Puts one task at the earliest month from `ready` on in whose quarter a day is free.
fn place(task: &Task, ready: u32, capacity: Option<u64>, used: &mut BTreeMap<u32, u64>) -> Slot {
    let free = |used: &BTreeMap<u32, u64>, quarter: u32| {
        capacity.map_or(u64::MAX, |all| all.saturating_sub(used.get(&quarter).copied().unwrap_or(0)))
    };
    let mut start = ready;
    while task.days > 0 && free(used, start / MONTHS) == 0 {
        start = (start / MONTHS + 1) * MONTHS;
    }
    let mut slot = Slot { start, end: start + task.months - 1, days: BTreeMap::new() };
    let mut left = task.days;
    let mut month = start;
    while left > 0 {
        let quarter = month / MONTHS;
        let months_here = MONTHS - month % MONTHS;
        // Where there are days enough they are spread evenly over the months.
        let months_left = (slot.end + 1).saturating_sub(month).max(1);
        let wanted = if months_left <= months_here {
            left
        } else {
            (left * u64::from(months_here)).div_ceil(u64::from(months_left))
        };
        let taken = wanted.min(free(used, quarter));
        if taken > 0 {
            *used.entry(quarter).or_default() += taken;
            *slot.days.entry(quarter).or_default() += taken;
            left -= taken;
            // The last day falls into the quarter's last month where it could not be done in the months planned.
            if month > slot.end {
                slot.end = month + months_here - 1;
            }
        }
        month += months_here;
    }
    slot
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(days: u64, months: u32, after: &[usize], priority: f64) -> Task {
        Task { days: days * 100, months, after: after.to_vec(), priority, not_before: 0 }
    }

    fn months(slots: &[Slot]) -> Vec<(u32, u32)> {
        slots.iter().map(|s| (s.start, s.end)).collect()
    }

    #[test]
    fn a_task_starts_when_what_it_needs_has_ended() {
        let tasks = [task(5, 2, &[1], 9.0), task(5, 2, &[], 1.0), task(5, 1, &[], 5.0)];
        assert_eq!(months(&schedule(&tasks, None)), [(2, 3), (0, 1), (0, 0)]);
    }

    #[test]
    fn what_opens_the_way_for_something_important_goes_first() {
        // Ten days a quarter: the second is worth little, but the first waits for it, and is worth more than the third.
        let tasks = [task(10, 1, &[1], 9.0), task(10, 1, &[], 0.0), task(10, 1, &[], 5.0)];
        assert_eq!(months(&schedule(&tasks, Some(1000))), [(3, 3), (0, 0), (6, 6)]);
    }

    #[test]
    fn days_are_split_over_full_quarters_and_none_is_lost() {
        let tasks = [task(25, 1, &[], 1.0), task(4, 3, &[], 0.5)];
        let slots = schedule(&tasks, Some(1000));
        assert_eq!(slots[0].days, BTreeMap::from([(0, 1000), (1, 1000), (2, 500)]));
        assert_eq!((slots[0].start, slots[0].end), (0, 8));
        assert_eq!(slots[1].days, BTreeMap::from([(2, 400)]));
        assert_eq!((slots[1].start, slots[1].end), (6, 8));
    }

    #[test]
    fn days_enough_are_spread_over_the_months() {
        let slots = schedule(&[Task { not_before: 2, ..task(8, 4, &[], 1.0) }], None);
        assert_eq!(slots[0].days, BTreeMap::from([(0, 200), (1, 600)]));
        assert_eq!((slots[0].start, slots[0].end), (2, 5));
    }
}
