//! Which measures to take: the most points that money and time can buy, exactly.
//!
//! Measures need each other, cost money and take days, so the best plan is a knapsack with two limits under prerequisites.
//! This module solves it by branch and bound and proves that no plan is better. It knows numbers and places in a list alone:
//! no measure, no ladder, no text, no score, no unit of the screen.
//!
//! **Bound.** Every measure hangs below one of its direct prerequisites, which makes a forest. Money and days get prices, the
//! prerequisites that the forest leaves out get prices too (the dependent pays its prerequisite), and limits and those
//! prerequisites are dropped. What remains is solved by one pass from the leaves to the roots, `f(v) = max(0, p(v) + Σ f(children))`,
//! and is an upper bound for all prices ≥ 0 (Lagrangian relaxation; Fisher, Management Science 27, 1981; Geoffrion, Mathematical
//! Programming Study 2, 1974). The prices follow Polyak's subgradient steps. A second pass says by how much the bound falls if a
//! measure is taken or left; a measure for which it falls below the best plan known is decided at once.
//!
//! **Exactness.** Values, costs and days are whole numbers and are compared as such. Bounds are computed in `f64` and widened by
//! more than all rounding can amount to, so no optimum is cut off.
//!
//! **Order of plans.** Higher value, then lower cost, then fewer days, then the plan that has the lowest place which only one of
//! the two has. Measures without value are taken only if a measure with value, or one that must be taken, needs them; among
//! such plans of equal value none contains another, so the last rule is the order of the ascending lists of places. The order
//! is total: the result depends on the input alone, not on the search.

/// Largest sum of values, of costs and of days: up to here `f64` holds every whole number.
const LARGEST_SUM: u64 = 1 << 53;
/// A root of the forest has no parent.
const ROOT: usize = usize::MAX;
/// Steps of the prices before the first branching and at every later node.
const STEPS_FIRST: usize = 80;
const STEPS_LATER: usize = 8;
/// What a step that did not lower the bound leaves of the length of the next ones; found by measuring.
const SLOWER: f64 = 0.9;

/// A measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// What it adds to the score, in 1e-9 points; may be 0.
    pub value: u64,
    /// Euro cents.
    pub cost: u64,
    /// Hundredths of a person-day.
    pub days: u64,
    /// Direct prerequisites, by their place among the candidates, in any order.
    pub requires: Vec<usize>,
    /// Is taken in any case, with all its prerequisites.
    pub must: bool,
    /// Is never taken, nor is anything that depends on it.
    pub excluded: bool,
}

/// What a plan may use up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Euro cents; `None` is no limit.
    pub cost: Option<u64>,
    /// Hundredths of a person-day; `None` is no limit.
    pub days: Option<u64>,
}

/// A plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Places of the measures among the candidates, ascending.
    pub chosen: Vec<usize>,
    /// Sum of the values, in 1e-9 points.
    pub value: u64,
    /// Sum of the costs, in euro cents.
    pub cost: u64,
    /// Sum of the days, in hundredths of a person-day.
    pub days: u64,
}

/// Why no plan exists. The reasons are looked for in the order of the cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Infeasible {
    /// A measure that must be taken is excluded or needs an excluded one.
    NeedsExcluded {
        /// The first such measure.
        must: usize,
        /// The first excluded measure among it and its direct and indirect prerequisites.
        excluded: usize,
    },
    /// The measures that must be taken cost more than the budget.
    OverBudget {
        /// The measures with their direct and indirect prerequisites, ascending.
        measures: Vec<usize>,
        /// Their cost, in euro cents.
        needed: u64,
        /// The budget, in euro cents.
        limit: u64,
    },
    /// The measures that must be taken take more days than there are.
    OverDays {
        /// The measures with their direct and indirect prerequisites, ascending.
        measures: Vec<usize>,
        /// Their days, in hundredths of a person-day.
        needed: u64,
        /// The days there are, in hundredths of a person-day.
        limit: u64,
    },
}

/// The best plan within the limits, in the order of the module's head.
///
/// # Panics
///
/// If a prerequisite's place is not among the candidates, if prerequisites go round in a circle, or if the values, costs or days
/// of all candidates sum to more than 2^53. Whoever calls has checked all of it, so it is a bug of this program.
pub fn best(candidates: &[Candidate], limits: &Limits) -> Result<Choice, Infeasible> {
    let problem = Problem::new(candidates)?;
    problem.check(limits)?;
    Ok(problem.choice(&problem.solve(limits, &Plan::default())))
}

/// The best plan for each of the budgets, which ascend, in euro cents: what [`best`] says for each of them, faster.
///
/// # Panics
///
/// As [`best`] does, and if a budget is lower than the one before it.
#[must_use]
pub fn frontier(candidates: &[Candidate], days: Option<u64>, budgets: &[u64]) -> Vec<Result<Choice, Infeasible>> {
    assert!(budgets.is_sorted(), "bug: the budgets do not ascend");
    let problem = match Problem::new(candidates) {
        Ok(problem) => problem,
        Err(reason) => return vec![Err(reason); budgets.len()],
    };
    let limits = |budget: u64| Limits { cost: Some(budget), days };
    let mut out: Vec<_> = budgets.iter().map_while(|b| problem.check(&limits(*b)).err()).map(Err).collect();
    let feasible = &budgets[out.len()..];
    let mut plans: Vec<Option<Plan>> = vec![None; feasible.len()];
    if let [first, .., last] = feasible {
        let lowest = problem.solve(&limits(*first), &Plan::default());
        let highest = problem.solve(&limits(*last), &lowest);
        let mut open: Vec<(usize, usize)> = vec![(0, feasible.len() - 1)];
        plans[0] = Some(lowest);
        plans[feasible.len() - 1] = Some(highest);
        // Halving: the plan of the lower end is a good start in the middle, that of the upper end is often the answer.
        while let Some((low, high)) = open.pop() {
            let middle = low.midpoint(high);
            if middle == low {
                continue;
            }
            let (Some(below), Some(above)) = (&plans[low], &plans[high]) else { continue };
            let plan = if above.cost <= problem.spare_cost(Some(feasible[middle])) {
                above.clone()
            } else {
                problem.solve(&limits(feasible[middle]), below)
            };
            plans[middle] = Some(plan);
            open.extend([(low, middle), (middle, high)]);
        }
    } else if let [only] = feasible {
        plans[0] = Some(problem.solve(&limits(*only), &Plan::default()));
    }
    out.extend(plans.iter().flatten().map(|plan| Ok(problem.choice(plan))));
    out
}

/// A plan for the open measures, by their place in [`Problem`], in its units.
#[derive(Clone, Debug, Default)]
struct Plan {
    taken: Vec<bool>,
    value: f64,
    cost: f64,
    days: f64,
}

/// What is left to decide once excluded measures are out and those that must be taken are in. Values, costs and days are
/// divided by their greatest common divisors, which sharpens the bound; they and their sums are whole numbers that `f64` holds.
struct Problem {
    /// Measures that are taken in any case, by their place among the candidates, ascending.
    forced: Vec<usize>,
    forced_cost: u64,
    forced_days: u64,
    /// Greatest common divisors of the open measures' costs and days.
    unit_cost: u64,
    unit_days: u64,
    /// Value, cost and days of every candidate.
    figures: Vec<[u64; 3]>,
    /// Open measures, every one behind its prerequisites, by their place among the candidates. All lists below follow them.
    places: Vec<usize>,
    /// The open measures in the order of the candidates.
    by_place: Vec<usize>,
    value: Vec<f64>,
    cost: Vec<f64>,
    days: Vec<f64>,
    /// Open direct prerequisites.
    requires: Vec<Vec<usize>>,
    /// Parent in the forest.
    parent: Vec<usize>,
    /// Direct prerequisites that the forest leaves out: dependent, prerequisite.
    links: Vec<(usize, usize)>,
    /// Direct and indirect prerequisites.
    closure: Vec<Vec<usize>>,
    /// Measures that the best plan has if it has this one: prerequisites and measures that are better in every way.
    implies: Vec<Vec<usize>>,
    /// The same the other way round.
    implied_by: Vec<Vec<usize>>,
    /// Sums over the open measures.
    all: [f64; 3],
}

impl Problem {
    fn new(candidates: &[Candidate]) -> Result<Self, Infeasible> {
        let count = candidates.len();
        let figures: Vec<[u64; 3]> = candidates.iter().map(|c| [c.value, c.cost, c.days]).collect();
        for figure in 0..3 {
            let sum = figures.iter().try_fold(0_u64, |sum, f| sum.checked_add(f[figure]));
            assert!(sum.is_some_and(|s| s <= LARGEST_SUM), "bug: values, costs or days sum to more than 2^53");
        }
        let order = prerequisites_first(candidates);
        // Row v of the table: v and everything it needs.
        let mut needs = vec![vec![false; count]; count];
        for &v in &order {
            let mut row = vec![false; count];
            row[v] = true;
            for &r in &candidates[v].requires {
                row.iter_mut().zip(&needs[r]).for_each(|(to, from)| *to |= from);
            }
            needs[v] = row;
        }
        let needs = |v: usize, r: usize| needs[v][r];
        for must in (0..count).filter(|v| candidates[*v].must) {
            if let Some(excluded) = (0..count).find(|r| candidates[*r].excluded && needs(must, *r)) {
                return Err(Infeasible::NeedsExcluded { must, excluded });
            }
        }
        let forced: Vec<usize> =
            (0..count).filter(|r| (0..count).any(|v| candidates[v].must && needs(v, *r))).collect();
        let mut open = vec![true; count];
        forced.iter().for_each(|v| open[*v] = false);
        (0..count).filter(|v| (0..count).any(|r| candidates[r].excluded && needs(*v, r))).for_each(|v| open[v] = false);
        // A measure without value that nothing of value needs.
        let idle: Vec<usize> =
            (0..count).filter(|r| !(0..count).any(|v| open[v] && candidates[v].value > 0 && needs(v, *r))).collect();
        idle.iter().for_each(|v| open[*v] = false);

        let places: Vec<usize> = order.into_iter().filter(|v| open[*v]).collect();
        let mut local = vec![ROOT; count];
        places.iter().enumerate().for_each(|(at, v)| local[*v] = at);
        let mut by_place: Vec<usize> = (0..places.len()).collect();
        by_place.sort_by_key(|v| places[*v]);
        let [value, cost, days] = [0, 1, 2].map(|f| scaled(places.iter().map(|v| figures[*v][f])));
        let closure: Vec<Vec<usize>> =
            (places.iter().enumerate()).map(|(at, v)| (0..at).filter(|r| needs(*v, places[*r])).collect()).collect();
        let mut problem = Self {
            forced_cost: forced.iter().map(|v| figures[*v][1]).sum(),
            forced_days: forced.iter().map(|v| figures[*v][2]).sum(),
            forced,
            unit_cost: cost.1,
            unit_days: days.1,
            figures,
            requires: (places.iter())
                .map(|v| candidates[*v].requires.iter().map(|r| local[*r]).filter(|r| *r != ROOT).collect())
                .collect(),
            places,
            by_place,
            all: [&value, &cost, &days].map(|f| f.0.iter().sum()),
            value: value.0,
            cost: cost.0,
            days: days.0,
            parent: Vec::new(),
            links: Vec::new(),
            closure,
            implies: Vec::new(),
            implied_by: Vec::new(),
        };
        problem.grow_forest();
        problem.find_implications();
        Ok(problem)
    }

    /// Of a measure's direct prerequisites that no other one needs anyway, the one that is dearest to reach becomes its
    /// parent: it matters most to the bound.
    fn grow_forest(&mut self) {
        for (v, requires) in self.requires.iter().enumerate() {
            let mut direct: Vec<usize> =
                requires.iter().copied().filter(|r| !requires.iter().any(|q| self.closure[*q].contains(r))).collect();
            let price = |r: usize| self.closure[r].iter().map(|q| self.cost[*q]).sum::<f64>() + self.cost[r];
            direct.sort_by(|a, b| price(*b).total_cmp(&price(*a)).then(a.cmp(b)));
            direct.dedup();
            self.parent.push(direct.first().copied().unwrap_or(ROOT));
            self.links.extend(direct.iter().skip(1).map(|r| (v, *r)));
        }
    }

    /// If `better` is worth no less than `worse`, costs no more and takes no longer, needs nothing that `worse` does not need,
    /// and is needed by all that need `worse`, then a plan with `worse` alone improves by exchanging the two. Where nothing
    /// else tells them apart the place does, and they must need the same: a measure that costs nothing may not drop out.
    fn find_implications(&mut self) {
        let count = self.places.len();
        let words = count.div_ceil(64);
        let mut rows = vec![vec![0_u64; words]; count];
        let mut dependents: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (v, closure) in self.closure.iter().enumerate() {
            for &r in closure {
                rows[v][r / 64] |= 1 << (r % 64);
                dependents[r].push(v);
            }
        }
        let needs = rows.clone();
        let needs = |v: usize, r: usize| needs[v][r / 64] >> (r % 64) & 1 == 1;
        for worse in 0..count {
            for better in (0..count).filter(|b| *b != worse) {
                let no_worse = self.value[better] >= self.value[worse]
                    && self.cost[better] <= self.cost[worse]
                    && self.days[better] <= self.days[worse];
                if !no_worse || needs(better, worse) || needs(worse, better) {
                    continue;
                }
                let alike = self.value[better] == self.value[worse]
                    && self.cost[better] == self.cost[worse]
                    && self.days[better] == self.days[worse];
                let ahead =
                    self.places[better] < self.places[worse] && self.closure[better].len() == self.closure[worse].len();
                if (!alike || ahead)
                    && self.closure[better].iter().all(|r| needs(worse, *r))
                    && dependents[worse].iter().all(|v| needs(*v, better))
                {
                    rows[worse][better / 64] |= 1 << (better % 64);
                }
            }
        }
        for (worse, better) in self.ladder_implications(&dependents) {
            rows[worse][better / 64] |= 1 << (better % 64);
        }
        for via in 0..count {
            let through = rows[via].clone();
            for row in rows.iter_mut().filter(|row| row[via / 64] >> (via % 64) & 1 == 1) {
                row.iter_mut().zip(&through).for_each(|(to, from)| *to |= from);
            }
        }
        let implies = |v: usize, r: usize| v != r && rows[v][r / 64] >> (r % 64) & 1 == 1;
        self.implies = (0..count).map(|v| (0..count).filter(|r| implies(v, *r)).collect()).collect();
        self.implied_by = (0..count).map(|r| (0..count).filter(|v| implies(*v, r)).collect()).collect();
    }

    /// Of two ladders that need nothing else and that nothing else needs, one may be better step by step, or equal and ahead. A
    /// plan that goes further on the other one improves by exchanging how far it goes, so a step of the other ladder implies the
    /// same step of this one. Steps without value must be the same ones, or one might drop out by the exchange. Without this,
    /// ladders that are all alike make more plans of equal value than can be looked at.
    fn ladder_implications(&self, dependents: &[Vec<usize>]) -> Vec<(usize, usize)> {
        let ladders: Vec<Vec<usize>> = (0..self.places.len())
            .filter(|v| self.closure[*v].is_empty())
            .map(|root| [root].into_iter().chain(dependents[root].iter().copied()).collect::<Vec<_>>())
            .filter(|ladder| {
                let straight = |(at, v): (usize, &usize)| {
                    self.closure[*v].len() == at && dependents[*v].len() == ladder.len() - 1 - at
                };
                ladder.iter().enumerate().all(straight)
            })
            .collect();
        let ahead = |worse: usize, better: usize| {
            let figures = |v: usize| (self.value[v], self.cost[v], self.days[v]);
            self.value[better] >= self.value[worse]
                && self.cost[better] <= self.cost[worse]
                && self.days[better] <= self.days[worse]
                && (self.value[better] == 0.0) == (self.value[worse] == 0.0)
                && (figures(better) != figures(worse) || self.places[better] < self.places[worse])
        };
        let mut out = Vec::new();
        for (at, other) in ladders.iter().enumerate() {
            for (_, ladder) in ladders.iter().enumerate().filter(|(to, l)| *to != at && l.len() >= other.len()) {
                if other.iter().zip(ladder).all(|(w, b)| ahead(*w, *b)) {
                    out.extend(other.iter().copied().zip(ladder.iter().copied()));
                }
            }
        }
        out
    }

    /// Whether the measures that must be taken fit.
    fn check(&self, limits: &Limits) -> Result<(), Infeasible> {
        let measures = || self.forced.clone();
        match *limits {
            Limits { cost: Some(limit), .. } if self.forced_cost > limit => {
                Err(Infeasible::OverBudget { measures: measures(), needed: self.forced_cost, limit })
            }
            Limits { days: Some(limit), .. } if self.forced_days > limit => {
                Err(Infeasible::OverDays { measures: measures(), needed: self.forced_days, limit })
            }
            _ => Ok(()),
        }
    }

    /// What the budget leaves for the open measures, in the problem's unit; as much as they can need where there is no limit.
    fn spare_cost(&self, limit: Option<u64>) -> f64 {
        limit.map_or(self.all[1], |l| (l.saturating_sub(self.forced_cost) / self.unit_cost) as f64).min(self.all[1])
    }

    /// What the days leave, likewise.
    fn spare_days(&self, limit: Option<u64>) -> f64 {
        limit.map_or(self.all[2], |l| (l.saturating_sub(self.forced_days) / self.unit_days) as f64).min(self.all[2])
    }

    /// The best plan for the open measures; `start` is one within the limits, or has no measures at all.
    fn solve(&self, limits: &Limits, start: &Plan) -> Plan {
        let count = self.places.len();
        let [_, all_cost, all_days] = self.all;
        let (cost, days) = (self.spare_cost(limits.cost), self.spare_days(limits.days));
        if all_cost <= cost && all_days <= days {
            return Plan { taken: vec![true; count], value: self.all[0], cost: all_cost, days: all_days };
        }
        let best =
            if start.taken.is_empty() { Plan { taken: vec![false; count], ..Plan::default() } } else { start.clone() };
        let mut search = Search::new(self, cost, days, best);
        search.start();
        search.best
    }

    /// The plan with what is taken in any case, in the units of the candidates.
    fn choice(&self, plan: &Plan) -> Choice {
        let open = plan.taken.iter().zip(&self.places).filter(|(taken, _)| **taken).map(|(_, place)| *place);
        let mut chosen: Vec<usize> = self.forced.iter().copied().chain(open).collect();
        chosen.sort_unstable();
        let [value, cost, days] = [0, 1, 2].map(|f| chosen.iter().map(|v| self.figures[*v][f]).sum());
        Choice { chosen, value, cost, days }
    }
}

/// All places, every one behind its prerequisites.
fn prerequisites_first(candidates: &[Candidate]) -> Vec<usize> {
    let mut missing: Vec<usize> = candidates.iter().map(|c| c.requires.len()).collect();
    let mut dependents: Vec<Vec<usize>> = vec![Vec::new(); candidates.len()];
    for (v, candidate) in candidates.iter().enumerate() {
        for &r in &candidate.requires {
            assert!(r < candidates.len(), "bug: measure {v} requires {r}, which is not among the candidates");
            dependents[r].push(v);
        }
    }
    let mut order: Vec<usize> = (0..candidates.len()).filter(|v| missing[*v] == 0).collect();
    let mut next = 0;
    while let Some(&r) = order.get(next) {
        next += 1;
        for &v in &dependents[r] {
            missing[v] -= 1;
            if missing[v] == 0 {
                order.push(v);
            }
        }
    }
    assert!(order.len() == candidates.len(), "bug: prerequisites go round in a circle");
    order
}

/// The numbers divided by their greatest common divisor, and the divisor; 1 where all are 0.
fn scaled(numbers: impl Iterator<Item = u64> + Clone) -> (Vec<f64>, u64) {
    let divisor = numbers.clone().fold(0, gcd).max(1);
    (numbers.map(|n| (n / divisor) as f64).collect(), divisor)
}

/// Greatest common divisor (Euclid).
fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// What plans below a node may still have over the best one known. Where a case is ruled out the limits get narrower: a plan
/// of the same value must not cost more, one of the same cost must not take longer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hope {
    Value,
    Cost,
    Days,
    Order,
}

/// Whether a measure is in all plans below the node, in none, or in some.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Free,
    In,
    Out,
}

/// Prices in units of value, none below 0.
#[derive(Clone)]
struct Prices {
    cost: f64,
    days: f64,
    /// What a dependent pays its prerequisite, for each of the problem's links.
    links: Vec<f64>,
}

/// The plan that is best under prices: its profit after them (limits left out), and what it uses. Measures in all plans count.
struct Relaxed {
    profit: f64,
    value: f64,
    cost: f64,
    days: f64,
}

/// Depth first over the measures.
struct Search<'p> {
    problem: &'p Problem,
    /// Limits of the open measures.
    cost: f64,
    days: f64,
    /// Sizes of a typical measure: steps of the prices move in these.
    typical_cost: f64,
    typical_days: f64,
    best: Plan,
    states: Vec<State>,
    /// Measures in the order in which they were decided.
    trail: Vec<usize>,
    /// Sums over the measures that are in.
    value_in: f64,
    cost_in: f64,
    days_in: f64,
    /// Free measures of the node, parents first, and for each the place of its parent in this list.
    free: Vec<usize>,
    parent: Vec<usize>,
    /// Links between free measures of the node.
    links: Vec<usize>,
    /// For each free measure what it and what is below it bring, and whether the relaxed plan has it.
    gain: Vec<f64>,
    taken: Vec<bool>,
    /// For each measure what links pay it.
    transfer: Vec<f64>,
    /// For each measure its place in `free`.
    place: Vec<usize>,
    /// For each free measure by how much the bound falls if it is decided against the relaxed plan.
    loss: Vec<f64>,
}

impl<'p> Search<'p> {
    fn new(problem: &'p Problem, cost: f64, days: f64, best: Plan) -> Self {
        let count = problem.places.len();
        let typical = |sum: f64| (sum / count as f64).max(1.0);
        Self {
            problem,
            cost,
            days,
            typical_cost: typical(problem.all[1]),
            typical_days: typical(problem.all[2]),
            best,
            states: vec![State::Free; count],
            trail: Vec::with_capacity(count),
            value_in: 0.0,
            cost_in: 0.0,
            days_in: 0.0,
            free: Vec::with_capacity(count),
            parent: Vec::with_capacity(count),
            links: Vec::with_capacity(problem.links.len()),
            gain: vec![0.0; count],
            taken: vec![false; count],
            transfer: vec![0.0; count],
            place: vec![ROOT; count],
            loss: vec![0.0; count],
        }
    }

    /// Searches everything.
    fn start(&mut self) {
        let [value, cost, days] = self.problem.all;
        // Prices at which what fits costs about what everything is worth.
        let share = |limit: f64, all: f64| if all > limit { value / (all + limit).max(1.0) } else { 0.0 };
        let mut prices = Prices {
            cost: share(self.cost, cost),
            days: share(self.days, days),
            links: vec![0.0; self.problem.links.len()],
        };
        self.greedy(&prices);
        let mut hope = Hope::Value;
        if self.collect(hope) && !self.free.is_empty() && self.bound(&mut hope, &mut prices, STEPS_FIRST).is_some() {
            self.greedy(&prices);
            self.explore(hope, prices);
        }
    }

    /// Takes, again and again, the measure that with its missing prerequisites brings most for its price.
    fn greedy(&mut self, prices: &Prices) {
        let p = self.problem;
        let mut plan = Plan { taken: vec![false; p.places.len()], ..Plan::default() };
        loop {
            let mut found: Option<(f64, usize, [f64; 3])> = None;
            for v in (0..p.places.len()).filter(|v| !plan.taken[*v]) {
                let missing = p.closure[v].iter().filter(|r| !plan.taken[**r]).chain([&v]);
                let sum = missing.fold([0.0; 3], |s, &r| [s[0] + p.value[r], s[1] + p.cost[r], s[2] + p.days[r]]);
                if plan.cost + sum[1] <= self.cost && plan.days + sum[2] <= self.days {
                    let rate = sum[0] / (prices.cost * sum[1] + prices.days * sum[2]).max(f64::MIN_POSITIVE);
                    if found.is_none_or(|(most, ..)| rate > most) {
                        found = Some((rate, v, sum));
                    }
                }
            }
            let Some((_, v, [value, cost, days])) = found else { break };
            p.closure[v].iter().chain([&v]).for_each(|r| plan.taken[*r] = true);
            plan.value += value;
            plan.cost += cost;
            plan.days += days;
        }
        self.offer(plan);
    }

    /// Keeps a plan that is better than the best one known.
    fn offer(&mut self, mut plan: Plan) {
        if plan.value < self.best.value {
            return;
        }
        let p = self.problem;
        for v in (0..plan.taken.len()).rev() {
            let idle = plan.taken[v] && p.value[v] == 0.0;
            if idle && !(v + 1..plan.taken.len()).any(|d| plan.taken[d] && p.requires[d].contains(&v)) {
                plan.taken[v] = false;
                plan.cost -= p.cost[v];
                plan.days -= p.days[v];
            }
        }
        let first = p.by_place.iter().find(|v| plan.taken[**v] != self.best.taken[**v]);
        let order = (plan.value.total_cmp(&self.best.value))
            .then(self.best.cost.total_cmp(&plan.cost))
            .then(self.best.days.total_cmp(&plan.days))
            .then(first.is_some_and(|v| plan.taken[*v]).cmp(&false));
        if order.is_gt() {
            self.best = plan;
        }
    }

    /// The limits for what a node may still bring.
    fn limits(&self, hope: Hope) -> (f64, f64) {
        match hope {
            Hope::Value => (self.cost, self.days),
            Hope::Cost => (self.best.cost, self.days),
            Hope::Days | Hope::Order => (self.best.cost, self.best.days),
        }
    }

    /// Decides a measure with all that follows; false if that contradicts what was decided.
    fn decide(&mut self, v: usize, state: State) -> bool {
        let p = self.problem;
        let others = if state == State::In { &p.implies[v] } else { &p.implied_by[v] };
        for &w in [v].iter().chain(others) {
            if self.states[w] == State::Free {
                self.states[w] = state;
                self.trail.push(w);
                if state == State::In {
                    self.value_in += p.value[w];
                    self.cost_in += p.cost[w];
                    self.days_in += p.days[w];
                }
            } else if self.states[w] != state {
                return false;
            }
        }
        true
    }

    /// Takes back all decisions but the first `mark`.
    fn undo(&mut self, mark: usize) {
        let p = self.problem;
        while self.trail.len() > mark {
            let Some(v) = self.trail.pop() else { break };
            if self.states[v] == State::In {
                self.value_in -= p.value[v];
                self.cost_in -= p.cost[v];
                self.days_in -= p.days[v];
            }
            self.states[v] = State::Free;
        }
    }

    /// Lists the free measures and leaves those that no longer fit; false if no plan below the node is within the limits.
    fn collect(&mut self, hope: Hope) -> bool {
        let p = self.problem;
        let (cost, days) = self.limits(hope);
        let (cost, days) = (cost - self.cost_in, days - self.days_in);
        if cost < 0.0 || days < 0.0 {
            return false;
        }
        loop {
            let mut dropped = false;
            self.free.clear();
            for v in 0..p.places.len() {
                if self.states[v] != State::Free {
                    continue;
                }
                let missing = p.closure[v].iter().filter(|r| self.states[**r] == State::Free).chain([&v]);
                let (c, d) = missing.fold((0.0, 0.0), |(c, d), &r| (c + p.cost[r], d + p.days[r]));
                if c > cost || d > days {
                    dropped = true;
                    if !self.decide(v, State::Out) {
                        return false;
                    }
                } else {
                    self.free.push(v);
                }
            }
            if !dropped {
                break;
            }
        }
        self.parent.clear();
        for (at, &v) in self.free.iter().enumerate() {
            self.place[v] = at;
            let parent = p.parent[v];
            let free = parent != ROOT && self.states[parent] == State::Free;
            self.parent.push(if free { self.place[parent] } else { ROOT });
        }
        let both = |l: &usize| self.states[p.links[*l].0] == State::Free && self.states[p.links[*l].1] == State::Free;
        self.links.clear();
        self.links.extend((0..p.links.len()).filter(both));
        true
    }

    /// The best plan of the forest under prices.
    fn relax(&mut self, prices: &Prices) -> Relaxed {
        let p = self.problem;
        for &l in &self.links {
            let (v, r) = p.links[l];
            self.transfer[v] -= prices.links[l];
            self.transfer[r] += prices.links[l];
        }
        for (at, &v) in self.free.iter().enumerate() {
            self.gain[at] = p.value[v] - prices.cost * p.cost[v] - prices.days * p.days[v] + self.transfer[v];
        }
        for &l in &self.links {
            let (v, r) = p.links[l];
            self.transfer[v] = 0.0;
            self.transfer[r] = 0.0;
        }
        let mut profit = self.value_in - prices.cost * self.cost_in - prices.days * self.days_in;
        for at in (0..self.free.len()).rev() {
            if self.gain[at] > 0.0 {
                match self.parent[at] {
                    ROOT => profit += self.gain[at],
                    parent => self.gain[parent] += self.gain[at],
                }
            }
        }
        let mut out = Relaxed { profit, value: self.value_in, cost: self.cost_in, days: self.days_in };
        for (at, &v) in self.free.iter().enumerate() {
            let parent = self.parent[at];
            self.taken[at] = self.gain[at] > 0.0 && (parent == ROOT || self.taken[parent]);
            if self.taken[at] {
                out.value += p.value[v];
                out.cost += p.cost[v];
                out.days += p.days[v];
            }
        }
        out
    }

    /// More than all rounding of a bound amounts to: every term goes through at most a few sums per measure.
    fn margin(&self, prices: &Prices) -> f64 {
        let [value, cost, days] = self.problem.all;
        let terms = value + 2.0 * (prices.cost * cost + prices.days * days) + 2.0 * prices.links.iter().sum::<f64>();
        terms * f64::EPSILON * 2.0 * (self.problem.places.len() + self.problem.links.len() + 8) as f64
    }

    /// Moves the prices towards the lowest bound; `None` if nothing below the node is better than the best plan known, else
    /// the bound under the prices, with their relaxed plan in place.
    fn bound(&mut self, hope: &mut Hope, prices: &mut Prices, steps: usize) -> Option<f64> {
        let mut lowest = f64::INFINITY;
        let mut at_lowest = prices.clone();
        let mut pace = 1.0;
        for step in 0..steps {
            let relaxed = self.relax(prices);
            let margin = self.margin(prices);
            self.offer_relaxed(&relaxed);
            let before = *hope;
            let bound = self.narrow(hope, relaxed.profit, prices, margin)?;
            if *hope != before {
                lowest = f64::INFINITY;
            }
            if bound < lowest {
                lowest = bound;
                at_lowest.clone_from(prices);
                if step + 1 == steps {
                    return Some(lowest);
                }
            } else {
                pace *= SLOWER;
            }
            if !self.step(*hope, prices, &relaxed, pace * (bound - self.best.value), margin) {
                break;
            }
        }
        prices.clone_from(&at_lowest);
        let relaxed = self.relax(prices);
        self.narrow(hope, relaxed.profit, prices, self.margin(prices))
    }

    /// Rules out what the bound rules out; `None` if that is everything, else the bound.
    fn narrow(&self, hope: &mut Hope, profit: f64, prices: &Prices, margin: f64) -> Option<f64> {
        let best = &self.best;
        let under = |cost: f64, days: f64| profit + prices.cost * cost + prices.days * days + margin;
        if *hope == Hope::Value && under(self.cost, self.days) < best.value + 1.0 {
            *hope = Hope::Cost;
        }
        if *hope == Hope::Cost && (under(best.cost - 1.0, self.days) < best.value || best.cost <= self.cost_in) {
            *hope = Hope::Days;
        }
        if *hope == Hope::Days && (under(best.cost, best.days - 1.0) < best.value || best.days <= self.days_in) {
            *hope = Hope::Order;
        }
        let (cost, days) = self.limits(*hope);
        let bound = under(cost, days);
        (bound >= best.value).then_some(bound)
    }

    /// Offers the relaxed plan if it is a plan.
    fn offer_relaxed(&mut self, relaxed: &Relaxed) {
        let p = self.problem;
        if relaxed.value < self.best.value || relaxed.cost > self.cost || relaxed.days > self.days {
            return;
        }
        if self.links.iter().any(|l| self.taken[self.place[p.links[*l].0]] && !self.taken[self.place[p.links[*l].1]]) {
            return;
        }
        let mut taken: Vec<bool> = self.states.iter().map(|s| *s == State::In).collect();
        self.free.iter().zip(&self.taken).filter(|(_, t)| **t).for_each(|(v, _)| taken[*v] = true);
        self.offer(Plan { taken, value: relaxed.value, cost: relaxed.cost, days: relaxed.days });
    }

    /// One step of the prices against what the relaxed plan leaves of the limits and of the links; false if there is no way.
    fn step(&self, hope: Hope, prices: &mut Prices, relaxed: &Relaxed, by: f64, margin: f64) -> bool {
        let p = self.problem;
        let (cost, days) = self.limits(hope);
        // With a price of nothing, a plan of equal value that costs less looks no better than the best one.
        let least = if hope == Hope::Value { 0.0 } else { 4.0 * margin };
        let slope = |limit: f64, used: f64, typical: f64, price: f64| {
            let slope = (limit - used) / typical;
            if slope > 0.0 && price <= least { 0.0 } else { slope }
        };
        let cost = slope(cost, relaxed.cost, self.typical_cost, prices.cost);
        let days = slope(days, relaxed.days, self.typical_days, prices.days);
        let link = |l: usize, price: f64| {
            let (v, r) = p.links[l];
            let slope = f64::from(u8::from(self.taken[self.place[r]])) - f64::from(u8::from(self.taken[self.place[v]]));
            if slope > 0.0 && price <= 0.0 { 0.0 } else { slope }
        };
        let links: f64 = self.links.iter().map(|l| link(*l, prices.links[*l]).powi(2)).sum();
        let square = cost.powi(2) + days.powi(2) + links;
        if square == 0.0 || by <= 0.0 {
            return false;
        }
        let by = by / square;
        prices.cost = (prices.cost - by * cost / self.typical_cost).max(least);
        prices.days = (prices.days - by * days / self.typical_days).max(least);
        for &l in &self.links {
            prices.links[l] = (prices.links[l] - by * link(l, prices.links[l])).max(0.0);
        }
        true
    }

    /// Decides free measures whose other decision takes the bound below the best plan known; `None` if that contradicts
    /// itself, else how many were decided.
    fn fix(&mut self, bound: f64, margin: f64) -> Option<usize> {
        let before = self.trail.len();
        let spare = bound + margin - self.best.value;
        let count = self.free.len();
        for at in 0..count {
            let parent = self.parent[at];
            let gain = self.gain[at];
            // Taking a measure that brings a loss takes its ancestors too; leaving one leaves all below it, and no ancestor
            // loses more than it brings.
            self.loss[at] = if self.taken[at] {
                if parent == ROOT { gain } else { gain.min(self.loss[parent]) }
            } else {
                let own = (-gain).max(0.0);
                if parent == ROOT || self.taken[parent] { own } else { own + self.loss[parent] }
            };
        }
        for at in 0..count {
            if self.loss[at] > spare {
                let state = if self.taken[at] { State::In } else { State::Out };
                if !self.decide(self.free[at], state) {
                    return None;
                }
            }
        }
        Some(self.trail.len() - before)
    }

    /// Searches everything below a node.
    fn explore(&mut self, mut hope: Hope, mut prices: Prices) {
        loop {
            if !self.collect(hope) {
                return;
            }
            if self.free.is_empty() {
                let taken = self.states.iter().map(|s| *s == State::In).collect();
                self.offer(Plan { taken, value: self.value_in, cost: self.cost_in, days: self.days_in });
                return;
            }
            let Some(bound) = self.bound(&mut hope, &mut prices, STEPS_LATER) else { return };
            let margin = self.margin(&prices);
            match self.fix(bound, margin) {
                None => return,
                Some(0) => break,
                Some(_) => {}
            }
        }
        let (v, first) = if hope == Hope::Order {
            let Some(branch) = self.first_open_place() else { return };
            branch
        } else {
            self.most_open()
        };
        let second = if first == State::In { State::Out } else { State::In };
        for state in [first, second] {
            let mark = self.trail.len();
            if self.decide(v, state) {
                self.explore(hope, prices.clone());
            }
            self.undo(mark);
        }
    }

    /// The measure to branch on: one that is hard to decide, and large, so that either decision changes much.
    fn most_open(&self) -> (usize, State) {
        let p = self.problem;
        let openness = |at: usize| {
            let v = self.free[at];
            self.loss[at] / (p.cost[v] / self.typical_cost + p.days[v] / self.typical_days).max(0.01)
        };
        let at = (0..self.free.len()).min_by(|a, b| openness(*a).total_cmp(&openness(*b))).unwrap_or(0);
        (self.free[at], if self.taken[at] { State::In } else { State::Out })
    }

    /// Where nothing but the order of places can be better: the first free measure that decides about it; `None` if every plan
    /// below the node comes behind the best one.
    fn first_open_place(&self) -> Option<(usize, State)> {
        for &v in &self.problem.by_place {
            match (self.best.taken[v], self.states[v]) {
                (_, State::Free) => return Some((v, State::In)),
                (true, State::Out) => return None,
                (false, State::In) => break,
                _ => {}
            }
        }
        Some(self.most_open())
    }
}
