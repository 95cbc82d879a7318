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
