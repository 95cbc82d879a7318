# Screens of the full instrument
screen-sure = How sure
screen-matrix = Processes
screen-contradictions = To check again
screen-benchmark = Comparison
screen-explain = Explanations

# Answers to lists and rows
answer-partly = Partly
none-of-these = None of these
value-ticks-negative = Write a list of: { $options }. The option { $negative } stands alone.
value-rows = For each row of { $options } write a step from 0 to 5, na or dk.
value-partly = Write 0 for no, 0.5 for partly, 1 for yes.
value-partly-rows = For each row of { $options } write 0 for no, 0.5 for partly, 1 for yes, na or dk.

# Explanations
explain-title = Where each number comes from
explain-lead = Choose a number to see the answers, weights, formula and rule that make it.
explain-figures = Numbers
explain-rule = The rule
explain-formula = With your numbers
explain-parts = What it is made of
explain-know = Worth knowing
explain-copy = Copy the explanation
explain-save = Save all explanations…
text-saved = Saved in { $path }.
explain-open = Explanation
explain-weight = weight { $weight }
explain-bounds = With all missing answers at their worst or at their best: { $bounds }.
explain-coverage = Answers it rests on: { $share }.
explain-missing = Not enough data: { $published } parts of { $of } are there, at least { $needed } are needed.
explain-not-counted = does not count
explain-total-rule = It is the mean of the dimensions with enough answers. Each counts with its weight.
explain-total-level = Level: { $level }.
explain-level-rule = The level is the highest threshold the score reaches. A limit can lower it, and says why.
explain-level-from = from { $points } points
explain-level-reached = reached by points
explain-level-formula = { $score } points are level { $uncapped }; after the limits: { $level }.
explain-dimension-rule = It is the plain mean of its entries with enough answers.
explain-subdimension-rule = It is the mean of the answers that concern it. The main question weighs 2; each list, the processes together and the sector together weigh 1. Within such a group the answers share the weight.
explain-balance = Balance of the profile
explain-balance-rule = It is 100 times the geometric mean of the dimensions divided by the arithmetic one, with the same weights. Dimensions below 1 point count as 1. Below { $least } the profile is unbalanced.
explain-dii-rule = The yeses to the twelve facts of the index are counted. Classes: very low 0 to 3, low 4 to 6, high 7 to 9, very high 10 to 12. The percentile is read on the distribution of Italian enterprises of the same size class.
explain-dii-text = { $count } of 12, { $class } intensity
explain-dmat-full = The total is the mean of six dimensions, computed from the eleven lists with the formulas of the European questionnaire DMAT as read in secondary sources.
explain-dmat-quick = Until all eleven lists have an answer, the six dimensions are estimated from the ladders and the facts.
explain-dmat-part-plans = Three equal parts: areas in which you have already spent, areas you plan, true statements on how ready the company is. By construction plans are worth as much as money already spent.
explain-dmat-part-full = It is the mean of the lists that concern it. Each list goes from 0 to 100; its entries all count the same.
explain-dmat-part-quick = It is the mean of the parts that concern it: steps times 20, and the share of yeses among the facts.
explain-matrix-text = means by process and by aspect, from 1 to 5
explain-matrix-rule = Each cell is worth its step, at least 1. Rows and columns are plain means of the cells with an answer.
explain-matrix-line-rule = It is the plain mean of its cells with an answer; each cell is worth its step, at least 1.
explain-uncertainty-rule = The calculation is repeated { $runs } times. Each time the weights change a little, and each answer moves one step with probability { $declared } if it is only declared, { $shown } if it was shown, { $documented } if it is documented. A “Don’t know” is worth any step at random.
explain-p5 = 5th percentile of the recalculations
explain-median = Median of the recalculations
explain-p95 = 95th percentile of the recalculations
explain-sem = Error of measurement, in points
explain-smallest-change = Smallest change that counts, in points
explain-share-of-level = Recalculations at level { $level }
explain-evidenced = Score with evidence
explain-evidenced-rule = It is the same calculation, but a step that is only declared counts { $step } at most. Showing or documenting answers raises it.
explain-evidenced-formula = Declared { $declared }, with evidence { $evidenced }.
explain-held = step { $from }, counts { $to }
explain-reliability = Answers with evidence
explain-reliability-rule = A declared answer is worth 0, a shown one 1, a documented one 2. It is the weighted mean divided by 2.
explain-answers = { $count ->
    [one] one answer
   *[other] { $count } answers
}
explain-counts-for = Counts for { $name }
explain-evidence = What is behind the answer: { $evidence }.
explain-ladder-rule = Each step is worth 20 points.
explain-ticks-rule = The score is the share of entries ticked, among those that count for the figure.
explain-rows-rule = Each row is an answer of its own: a step is worth 20 points.
explain-partly-rule = No is worth 0, partly 50, yes 100. Each row is an answer of its own.
explain-fact-rule = Yes and no are counted for the European index, not for the score.
explain-unscored-rule = This answer gives no points.
explain-contradiction-rule = Nothing is corrected: you see the answers that do not go together.

# How sure
sure-lead = No self-assessment is exact. The sum was done again many times with small errors in the answers: here you see how far the result moves, and what would really move it.
sure-one-level = The level is { $level }: it stays so in { $share } of the recalculations.
sure-two-levels = You are between level { $low } and level { $high }.
sure-empty = Still too few answers
sure-empty-text = Once there is a total, you see here how sure it is.
sure-range-title = Where the result falls
sure-range = Nine recalculations out of ten give a total between { $low } and { $high } points; the middle one gives { $median }.
sure-levels = How many recalculations give each level
sure-backed-title = Declared and with evidence
sure-backed = The answers given are worth { $declared } points. With steps that are only declared counting { $step } at most, it is { $evidenced } points.
sure-reliability = Answers with evidence: { $share }.
sure-to-evidence = Add evidence
sure-coverage-title = What is missing
sure-coverage = Questions answered: { $share }. With all missing answers at their worst or at their best the total would lie between { $low } and { $high }.
sure-moves-title = What moves your level
sure-moves-lead = One answer at a time, one step higher: this is what would change. It is no promise.
sure-moves-gain = +{ $points } points
sure-moves-level = leads to level { $level }
sure-moves-from = from step { $from } to { $to }
sure-rule-title = If the rule were another
sure-rule-lead = The same points with other weights or means. If the numbers are alike, the result does not depend on the rule.
sure-rule-arithmetic = Weighted mean (that of the total)
sure-rule-power = Mean that punishes weak areas more (power ½)
sure-rule-geometric = Geometric mean
sure-rule-dimension = { $name }: without it { $without }, with twice the weight { $doubled }

# Processes
matrix-lead = Each row is a process, each column an aspect. Numbers go from 1 to 5: the stronger the colour, the further ahead the process.
matrix-short = Your processes, one by one and by aspect.
matrix-empty = No process yet
matrix-empty-text = The four questions for each process are in the full questionnaire.
matrix-micro-text = Below 10 people the questions on processes are not asked: lists and sector remain.
matrix-mean = Mean
matrix-too-few = Cells answered: { $share }. Means need at least 60%.
matrix-cell = { $process }, { $analysis }: { $value }
matrix-note = It is a reading by process and by aspect; it is not another assessment. Steps 0 and 1 both show as 1.

# Contradictions
contradictions-lead = Some answers do not go together. Nothing is corrected: look at them again, then decide.
contradictions-empty = No contradiction
contradictions-empty-text = The answers given so far go together.
contradictions-found = { $count ->
    [one] There is one thing to check again.
   *[other] There are { $count } things to check again.
}

# Comparison
benchmark-lead = Your company beside Italian enterprises of the same size class, by Eurostat’s Digital Intensity Index.
benchmark-agri = Your sector is not in the survey: the comparison with other companies is only indicative.
benchmark-italy = Italy
benchmark-eu = EU-27
benchmark-sector-title = Your sector in Europe
benchmark-sector = { $sector }. European enterprises that reach at least the basic level (four elements): { $basic }. With high or very high intensity: { $high }.
benchmark-sector-label = This is European context, enterprises from 10 people up, large ones too: it is not a comparison with you.
benchmark-sector-source = Source: Eurostat, isoc_e_dii, survey { $year }, DII v3, EU-27, NACE { $nace }, enterprises with at least 10 people.
benchmark-sector-none = For your sector Eurostat publishes no figure in this table.
benchmark-no-lombardy = There is no official figure of this index for Lombardy, and no published averages for DMAT: that is why you do not find them here.
benchmark-versions = The versions of the index count different facts: do not compare them with each other.
results-more = To know more
dmat-title = DMAT-compatible reading (unofficial estimate)
dmat-lead = The same answers, read on the scale of the European questionnaire DMAT.
dmat-unofficial = It is our estimate, not the official DMAT assessment.
dmat-margin = Margin: plus or minus { $margin } points, until you answer all the lists of the full questionnaire.
dmat-exact = Made from the eleven lists of the full questionnaire.
dmat-total = { $total } points of 100, band { $band }.
dmat-too-few = Answers the estimate would rest on: { $share }. Figures need at least 60%.
dmat-part-missing = At least one of the six parts is missing: the total cannot be estimated.
dmat-plans-note = In DMAT a planned investment is worth as much as one already made: when you carry out your plans, that part may fall.
dmat-band-basic = basic
dmat-band-average = average
dmat-band-moderately-advanced = moderately advanced
dmat-band-advanced = advanced

# Full questionnaire
mode-go-full = Go on with the full questionnaire
mode-go-quick = Back to the short questionnaire
mode-full-offer = Would you like a more precise picture?
mode-full-offer-text = { $minutes ->
    [one] The full questionnaire goes on from here: nothing is asked twice. It takes about one minute.
   *[other] The full questionnaire goes on from here: nothing is asked twice. It takes about { $minutes } minutes, in several sittings if you like.
}
mode-quick-note = The answers of the full questionnaire stay in the file. They do not count in the short one.
propose-title = From your earlier answers
propose-text = Already true, it seems: { $options }. Confirm it if it is right, then add the rest.
propose-confirm = Confirm
cell-open = Open
evidence-section = Evidence
evidence-title = What shows it?
evidence-lead = These are the answers that weigh most. If there is something to show, say so here: the result becomes surer.
evidence-proof = For example: { $proof }
evidence-none = Answers from step 3 upwards appear here. There are none yet.

# Other questionnaires
questionnaire-other = Other questionnaires
questionnaire-begin = Begin: { $name }

# Versions of the questionnaire
carried = This file was made with questionnaire { $from }. Now the version is { $to }: all answers are in their place.
carried-renamed = { $count ->
    [one] One answer has another number.
   *[other] { $count } answers have another number.
}
carried-new = { $count ->
    [one] There is one new question.
   *[other] There are { $count } new questions.
}
carried-new-full = { $count ->
    [one] There is one new question in the full questionnaire.
   *[other] There are { $count } new questions in the full questionnaire.
}
carried-reworded = To be read again, because the text has changed: { $items }.
carried-gone = Asked no more, but kept in the file: { $items }.
carried-later = This file was made with questionnaire { $from }, later than the program’s ({ $to }). Answers the program does not know stay in the file.

# Command line
cli-unknown-figure = “{ $id }” cannot be explained for this file. These can: { $known }.

# Sectors of the survey
nace-c10-12 = Food and beverages
nace-c13-15 = Textiles, clothing and leather
nace-c16-18 = Wood, paper and printing
nace-c20 = Chemicals
nace-c21 = Pharmaceuticals
nace-c22-23 = Rubber, plastics and minerals
nace-c24-25 = Metals and metal products
nace-c26 = Electronics
nace-c27 = Electrical equipment
nace-c28 = Machinery
nace-c29-30 = Vehicles and transport equipment
nace-c31-33 = Furniture, other manufacturing, repair
nace-d35 = Energy
nace-e = Water and waste
nace-f = Construction
nace-g45 = Trade and repair of vehicles
nace-g46 = Wholesale trade
nace-g47 = Retail trade
nace-h = Transport and storage
nace-i = Accommodation and catering
nace-i55 = Hotels
nace-j = IT, media and telecommunications
nace-l = Real estate
nace-m = Professional activities
nace-n = Services to companies
