# The plan: words shared by window, report and command line.
plan-no-catalogue = There is no catalogue of measures for this questionnaire, so there is no plan.
plan-no-total = A plan needs the total score. These answers are missing: { $items }.
plan-no-total-lists = A plan needs the total score, and answers to the detailed questions are still missing.
plan-refused-budget = The measures you asked for cost up to { $needed }, and the budget is { $there }: { $names }. Raise the budget, or no longer insist on one of them.
plan-refused-days = The measures you asked for take up to { $needed } days, and there are { $there }: { $names }. Give more days or quarters, or no longer insist on one of them.
plan-refused-excluded = “{ $must }” is asked for, but “{ $excluded }”, which you excluded, has to come first. Take the second back in, or no longer insist on the first.
plan-quarter = quarter { $number } of { $year }
plan-quarter-short = Q{ $number } { $year }
plan-range-euros = from { $low } to { $high }
plan-range-days = { $high ->
    [one] from { $low } to { $most } day
   *[other] from { $low } to { $most } days
 }
plan-days = { $count ->
    [one] { $days } day
   *[other] { $days } days
 }
plan-if-one = if the measure brings { $item } to step { $to }
plan-if-many = if the measure brings { $items }
plan-if-part = { $item } to step { $to }
plan-gain = { $points } points
plan-gain-signed = +{ $points } points
plan-gain-none = no gain worked out: the answers it starts from are missing
plan-assumption = assumption
plan-own-source = source: { $source }
plan-summary = { $count ->
    [0] With { $budget } no measure fits.
    [one] With { $budget } the best choice is 1 measure: it costs up to { $cost } and takes up to { $days } days. If it brings what it says, the score goes from { $before } to { $after } and the level from { $level-before } to { $level-after }.
   *[other] With { $budget } the best choice is { $count } measures: they cost up to { $cost } and take up to { $days } days. If they bring what they say, the score goes from { $before } to { $after } and the level from { $level-before } to { $level-after }.
 }
plan-not-a-forecast = This is no forecast: it says what the score would be if each measure brought the answers to the step named. Costs and days without a source are assumptions, and you can change them.
plan-next = { $step } more would buy { $points } points: { $names }.
plan-next-little = { $step } more would buy less than 0.1 points.
plan-next-nothing = { $step } more would buy nothing else.
plan-beyond = after the time of the plan
plan-balance = Among the first measures there is none of this kind: { $kinds }. A plan that touches the way of working, tools and people together holds better.
plan-requires = first: { $names }
plan-owner = in charge: { $owner }
plan-unknown-measure = there is no measure “{ $id }”. Measures: { $known }.
plan-bad-number = “{ $value }” does not do for { $option }: write a number from { $low } to { $high }.

# Charts and tables of the plan
plan-level-from = level { $level } { $name }
plan-your-budget = your budget: { $budget }
plan-axis-budget = Budget →
plan-axis-score = ↑ Score
plan-axis-effort = Effort, from 1 to 5 →
plan-axis-gain = ↑ Points gained
plan-frontier-point = { $count ->
    [one] With { $budget }: { $score } points, 1 measure.
   *[other] With { $budget }: { $score } points, { $count } measures.
 }
plan-frontier-none = With { $budget } the measures that must be in do not fit.
plan-frontier-title = What each budget buys
plan-quarters-title = The plan by quarters
plan-quadrant-title = What it brings, what it takes
plan-quadrant-alt = Each measure by the points it would bring and the effort it takes. Those of the plan have their number.
plan-quadrant-quick-win = At once: much for little
plan-quadrant-strategic = Strategic: much for much
plan-quadrant-filler = In between: little for little
plan-quadrant-later = Later: little for much
plan-targets-title = Targets by dimension
plan-days-of = { $used } of { $most }
plan-foot-days = days used
plan-foot-score = score at the end of the quarter
plan-foot-range = between what and what
plan-foot-level = level
plan-column-budget = Budget
plan-column-score = Score
plan-column-more = More
plan-column-measures = Measures
plan-column-measure = Measure
plan-column-quarter = Quarter
plan-column-days = Days
plan-column-cost = Costs up to
plan-column-range = Range
plan-column-level = Level
plan-column-quadrant = Quadrant
plan-column-gain = Points
plan-column-effort = Effort
plan-column-number = In the plan
plan-column-dimension = Dimension
plan-column-level-today = Level today
plan-column-next = Next
plan-column-needed = For the goals
plan-column-gap = Points missing
plan-column-owner = In charge
plan-column-when = When
plan-bar = { $name }: { $when }, { $days }.
plan-late-days = after { $wanted }, whose days are all taken
plan-late-requires = after { $wanted }, because this has to end first: { $names }

# Why a measure is not in the plan
plan-out-met = The answers say it is there already.
plan-out-done = Marked as done.
plan-out-not-concerned = Does not concern your company: the questions it acts on were not asked.
plan-out-excluded = Excluded by you.
plan-out-excluded-for = Excluded: { $reason }
plan-out-barred = What has to come first is excluded: { $names }.
plan-out-budget = Does not fit the budget: it costs up to { $cost }.
plan-out-budget-with = Does not fit the budget: with what has to come first it costs up to { $cost }.
plan-out-days = Does not fit the days: with what has to come first it takes up to { $days }.
plan-out-better = It would fit by itself, but for the same budget and days other measures are worth more.

# The plan's pages in the report
plan-report-must = must be in
plan-report-beyond = ends after the time of the plan
plan-report-more = { $count ->
    [one] There is 1 more measure that does not fit today: the program shows it with the reason.
   *[other] There are { $count } more measures that do not fit today: the program shows them with the reason.
 }
plan-goals-weigh = In the choice the company’s goals count more: dimensions the goals need weigh up to double. The points written here are those of the score, without this weight.
plan-scenarios-title = Scenarios compared
plan-scenario-now = Plan as it is now
plan-caption-gantt = The measures over the quarters. The numbers are those of the table.
plan-caption-frontier = The best score that each budget can buy.
plan-refused-title = What must be in does not fit
plan-measures-title = The measures of the plan
plan-column-cost-range = Cost
plan-column-days-most = Days up to
plan-column-score-after = Score then
plan-column-level-after = Level then

# The screen of the plan
plan-empty = No plan yet
plan-to-first = Go to the first answer missing
plan-purse-title = What you can spend
plan-purse-slider = Budget
plan-purse-everything = all of it: { $cost }
plan-purse-budget = Budget
plan-purse-budget-unit = euro
plan-purse-days = Days
plan-purse-days-unit = each quarter
plan-purse-quarters = Quarters
plan-purse-quarters-unit = from 1 to 20
plan-purse-rate = One day
plan-purse-rate-unit = euro, own people
plan-purse-note = The days are those of your own people. What they cost is part of the budget.
plan-size-assumed = We do not know how many people work in your company: the costs are those of a small one.
plan-number-range = Write a number from { $low } to { $high }.
plan-frontier-heading = What the next { $step } buy
plan-frontier-reading = Read the score at each budget
plan-frontier-hint = Point at the chart, or use the arrows, to read each budget. A click or Enter takes it.
plan-quarters-lead = Drag a bar to let a measure begin in another quarter. Put back where it would stand by itself, it is automatic again.
plan-bar-keys = Left and right arrows move it, Enter shows it
plan-filter-dimension = Show the measures of
plan-filter-all = all dimensions
plan-group-must = Must be in ({ $count })
plan-group-out = Do not fit ({ $count })
plan-group-excluded = Excluded ({ $count })
plan-group-unknown = No gain worked out ({ $count })
plan-group-done = Done ({ $count })
plan-group-met = There already ({ $count })
plan-group-not-concerned = Do not concern your company ({ $count })
plan-unfold = Read and decide
plan-fold = Close
plan-months = { $count ->
    [one] 1 month
   *[other] { $count } months
 }
plan-why-title = The answers that call for it
plan-requires-title = What comes first
plan-requires-there = there already
plan-requires-in-plan = in the plan
plan-requires-not-concerned = does not concern you
plan-moves-title = First moves
plan-kpi-title = What to measure
plan-evidence-title = When it is done
plan-costs-title = What the cost is made of
plan-costs-own = purchases { $cost }
plan-costs-days = { $days } at { $rate } each
plan-must = Must be in
plan-must-not = Need not be in
plan-exclude = Exclude…
plan-include = Take it back in
plan-exclude-title = Exclude the measure
plan-exclude-reason = Why (optional)
plan-cost-change = Change costs…
plan-cost-title = Your company’s own costs
plan-cost-note = Purchases without VAT in the first year, and days of your own people.
plan-cost-eur-low = Euro, from
plan-cost-eur-high = Euro, to
plan-cost-days-low = Days, from
plan-cost-days-high = Days, to
plan-cost-source = Where it comes from
plan-cost-source-help = For instance: offer of 3 November. Without a source it stays an assumption.
plan-cost-fault = Write four numbers: the first of each pair cannot be above the second.
plan-cost-catalogue = Back to the catalogue’s costs
plan-start = Started…
plan-finish = Done…
plan-started = Started
plan-progress-none = Back to not begun
plan-started-title = The measure has started
plan-done-title = The measure is done
plan-started-since = Started on { $date }.
plan-done-since = Done on { $date }.
plan-day = Day
plan-day-help = day/month/year
plan-day-fault = Write a day that is past, such as 05/11/2026.
plan-evidence = What shows it
plan-evidence-help = Optional: a document, a picture, a number.
plan-form-save = Confirm
plan-form-cancel = Cancel
plan-earlier = One quarter earlier
plan-later = One quarter later
plan-automatic = Let the plan say when
plan-mend-budget = Set the budget to { $budget }
plan-mend-days = Set the days to { $days } each quarter
plan-mend-excluded = Take “{ $name }” back in
plan-mend-must = No longer insist on “{ $name }”
plan-targets-lead = The level after today’s and, where one of your goals asks for it, the level it needs.
plan-scenarios-lead = Keep a budget with its choices and compare it with another. At most { $count } are kept.
plan-scenario-keep = Keep as a scenario…
plan-scenario-name = Name of the scenario
plan-scenario-full = There are three already: the oldest gives way.
plan-scenario-use = Use
plan-scenario-drop = Drop
plan-take-along = Take it with you
plan-take-along-text = The report holds the plan with costs, people in charge and dates.
plan-opens = Opens the way for: { $names }
plan-target-top = Level { $level } today, the highest.
plan-target-next = Level { $level } today. The next is { $next }: { $points } points to go.
plan-target-needed = Level { $level } today. The next is { $next }. Your goals need { $needed }: { $points } points to go.
plan-doors-title = Where to ask
