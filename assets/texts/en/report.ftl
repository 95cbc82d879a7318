# Figures
insufficient-data = insufficient data
insufficient-data-sentence = Insufficient data: too many answers are missing to give a score.
nothing-applicable = no question applies
bounds = between { $low } and { $high }
coverage = questions answered: { $share }
bounds-and-coverage = { $bounds }, { $coverage }
points-of-100 = points out of 100
total = Total
chart-today = today
chart-with-plan = with the plan
chart-target = target
chart-benchmark = comparison
your-company = your company
unnamed-company = Unnamed company
map-point = Digital maturity { $digital }, technological maturity { $technological }
italy = Italy
eu = European Union (27)

# Sentences
headline = Your company is at level { $level }, { $name }: { $clause }.
headline-both = { $strength }, but { $gap }
headline-two = { $one }, and { $two }
headline-open = { $count ->
    [one] One more answer is needed to say which level your company is at.
   *[other] { $count } more answers are needed to say which level your company is at.
}
headline-unknown = The answers given are not enough to say which level your company is at: many are “Don’t know” or “Not applicable”.
strengths = Strengths
strengths-none = Of the areas answered, none has reached step 3 yet. That is a starting point, not a verdict.
gaps = Areas to improve
gaps-none = Of the areas answered, none is below step 3.
next-steps = The next steps
step-today = Today, step { $step }:
step-next = The next step, step { $step }:
step-between = between step { $low } and step { $high }
limit-title = To keep in mind
limit-not-verified = Limit not verified: { $dimensions }. Too many answers are missing here to say whether the level must be lowered.
unbalanced-profile = Unbalanced profile: some areas are far ahead of others, and the weakest hold the rest back.

# Answers
state-open = No answer
state-dont-know = Don’t know
state-not-applicable = Not applicable
state-skipped = Not asked
answer-yes = Yes
answer-no = No
answer-none = None chosen
evidence-0 = declared
evidence-1 = shown to the consultant
evidence-2 = documented

# Digital intensity index
dii-class-very-low = very low
dii-class-low = low
dii-class-high = high
dii-class-very-high = very high
dii-version = Digital Intensity Index: DII { $version }
dii-count = Your company has { $count } of the 12 elements: { $class } digital intensity.
dii-up-to = If the missing answers were “yes” too, it would have { $max }: { $class } intensity.
dii-percentile = Position: percentile { $percentile }, that is, about { $whole } in 100 companies of this size class have fewer elements.
dii-too-few = Questions of this index answered: { $share }. At least 60% is needed to give a figure.
dii-no-size = Say how many people work in your company to be compared with companies of the same size class.
dii-source = Source: Eurostat, isoc_e_dii, survey { $year }, DII { $version }, enterprises with { $size } persons employed.

# Report
report-kicker = Self-assessment of digital and technological maturity
report-title = { $company } – { $kicker }
report-kicker-other = Self-assessment: { $name }
report-footer = { $company } · Self-assessment with Orienta
report-page-label = Page [page] of [pages]
report-consultant = Assisted by { $name }
report-summary = In short
report-position = Level and scores
report-company = Your company
report-dimensions = The dimensions one by one
report-dimensions-intro = For each dimension: the score, what it means, the next step and the answers it rests on.
report-dii = Comparison with the European index
report-dii-intro = Eurostat counts twelve digital elements in enterprises with at least 10 persons employed. The list may change every year: that is why the two versions are never compared with each other.
report-lists = Lists and processes: the answers
report-facts = The answers behind the index
report-doors = Which doors to knock at
report-doors-intro = Networks, centres and services of the region chosen by written rules from activity, place, size and scores. The link between activity codes and networks is our own judgement. Check addresses and offers before you get in touch: every card carries source and date.
report-method = Method and limits
report-bounds-note = “Interval”: the score with all missing answers at their lowest, and with all at their highest. It does not measure mistakes in the answers. “Coverage” is the share of questions answered.
report-balance = Balance of the profile: { $balance } out of 100. Below 85 the profile is unbalanced.
report-versions = Orienta { $program }. Questionnaire “{ $pack }” version { $version }, fingerprint { $hash }. Report of { $date }.
caption-map = How far the company is led with digital means and how far it is equipped
caption-radar = Scores of the dimensions, from 0 to 100
caption-dii = Italian enterprises with { $size } persons employed by class of digital intensity, survey { $year }
column-figure = Figure
column-score = Points
column-level = Level
column-bounds = Interval
column-coverage = Coverage
column-what = Entry
column-answer = Answer
column-question = Question
column-step = Step
column-seen = What one sees
column-fact = Element
column-version = Version
column-place = Place
dimension-score = { $score } points out of 100, level { $level }.
dimension-today = Usually at this level:
dimension-next = To go up:
ateco-line = ATECO { $code } ({ $edition } edition) { $title }

# Data of the region
region-edition = Data of the region: { $region }, edition of { $date }.
region-edition-today = Data of the region: { $region }, edition of { $date }, which is today.
region-edition-days = Data of the region: { $region }, edition of { $date }, { $count ->
    [one] one day old
   *[other] { $count } days old
}.
region-edition-months = Data of the region: { $region }, edition of { $date }, { $count ->
    [one] one month old
   *[other] { $count } months old
}.
region-old = { $count ->
    [one] These data are more than a month old: check addresses and deadlines before you act, or choose a newer edition in the settings.
   *[other] These data are more than { $count } months old: check addresses and deadlines before you act, or choose a newer edition in the settings.
}

# Doors
first-door = Where to start
doors-clusters = Technology clusters
doors-other-clusters = The other clusters of the region
doors-competence-centres = Competence centres
doors-axes = The axes of the competence centre
doors-s3-areas = Specialisation areas (S3 2014-2020)
doors-ecosystems = Innovation ecosystems (S3 2021-2027)
doors-training = Training topics
doors-universities = Universities
doors-its-academies = ITS academies
doors-services = Services and desks
doors-past-services = Past: closed measures
strength-strong = strong match
strength-medium = medium match
strength-to-explore = to explore
door-source = Source: { $sources }. As of: { $date }.
column-door = Who
column-why = Why
column-source = Source and date
door-source-numbers = Sources { $numbers }. As of: { $date }.
doors-sources = Sources of the cards
headline-capped = By points it would be level { $level }, but a limit lowers it.

# Doors: decisions of the company and rules
door-pinned = Kept at the top by you.
door-pinned-why = Kept at the top by you: { $reason }
door-dismissed = Put aside, without a written reason.
door-dismissed-why = Put aside: { $reason }
doors-dismissed = Put aside
doors-put-aside = { $count ->
    [one] The company has put one entry aside; it is not shown here.
   *[other] The company has put { $count } entries aside; they are not shown here.
}
doors-rules-off = By the company’s choice some rules do not count: { $rules }.
rule-points = { $points } points
rule-points-each = { $points } points for each
rule-points-each-up-to = { $points } points for each, { $most } at most
rule-points-up-to = up to { $points } points
rule-points-between = { $low } to { $high } points
list-clusters = clusters
list-competence-centres = competence centres
list-s3-areas = S3 areas
list-ecosystems = ecosystems
list-training = training
list-services = services
list-universities = universities
list-its-academies = ITS Academies
rule-ateco-primary = Typical activity
rule-ateco-primary-help = Your ATECO code is among the typical ones.
rule-ateco-secondary = Related activity
rule-ateco-secondary-help = Your ATECO code is among the related ones, if not a typical one.
rule-ateco-ecosystem = Activity of the ecosystem
rule-ateco-ecosystem-help = Your ATECO code relates to the ecosystem.
rule-supply-chain = Supply chain
rule-supply-chain-help = You named a supply chain that leads here.
rule-interest = Technologies of interest
rule-interest-help = You named a technology among its themes.
rule-ecosystem = Shared ecosystem
rule-ecosystem-help = It works in an ecosystem your activity relates to.
rule-area = Specialisation area
rule-area-help = It concerns an area found for your company.
rule-cluster = Link with a cluster
rule-cluster-help = It has a link with a cluster found for your company.
rule-province = Your province
rule-province-help = It has a site in your province, or covers it.
rule-adjoining-province = Adjoining province
rule-adjoining-province-help = It has a site in a province next to yours.
rule-better-fit = Main theme
rule-better-fit-help = A technology you named is its main theme.
rule-gap = Your weak points
rule-gap-help = It helps in areas where you are below the threshold of the next level.
rule-level = Your level
rule-level-help = The course suits your level.
rule-audience = Whom it is for
rule-audience-help = The course is for the people a company of your size sends to training.
rule-always = Open to every company
rule-always-help = The offer is open to all companies.
rule-category = Kind of offer
rule-category-help = Some kinds of offer count more, for instance an assessment tool.
rule-first = Among the first doors
rule-first-help = It is one of the doors to start from.
rule-wish = What you look for
rule-wish-help = It answers something you said you look for.
rule-suits = Your sector
rule-suits-help = It is aimed above all at companies of your sector.

# Report: chapters, the words of whoever signs it, what the figures say
report-cover = Cover
report-contents = Contents
report-answers = All answers
report-answers-intro = The answers as they were given: the figures of this report come from them.
report-answers-intro-but-ladders = The answers as they were given: the figures of this report come from them. The questions with steps are on the pages of the dimensions.
report-ladders = The questions with steps
report-dimension-answers = The answers inside the pages of the dimensions
report-dimensions-intro-short = For each dimension: the score, what it means and the next step.
report-notes = Notes
report-honesty = What these figures say
report-footer-brand = { $company } · Self-assessment with Orienta · { $brand }
report-digest = Data digest { $digest }
column-note = Note
caption-radar-target = Scores of the dimensions, from 0 to 100. Target: the threshold of the level that your company’s goals ask for, else of the next level. No comparison is published for single dimensions.
summary-step = { $when }. In charge: { $owner }. Cost: { $cost } ({ $basis }). It is done when there is: { $proof }
honesty-unofficial = It is not the official DMAT, SELFI4.0, SIRI or DREAMY assessment. Where these instruments are named, it is only to say what a reading is comparable to.
honesty-respondents = { $count ->
    [one] One person answered.
   *[other] { $count } people answered.
}
honesty-respondents-roles = { $count ->
    [one] One person answered ({ $roles }).
   *[other] { $count } people answered ({ $roles }).
}
honesty-interval = With the answers that are missing the score may lie between { $low } and { $high }. If whoever answered were wrong by a step here and there, it would lie between { $p5 } and { $p95 } nine times out of ten.
honesty-bounds = With the answers that are missing the score may lie between { $low } and { $high }.
honesty-no-promise = The points the plan adds say what would change in the answers if its measures succeed. They promise no revenue, savings or grants. Costs and days are assumptions where there is no quote.
honesty-with-data = This PDF holds the data it was made from, notes included: Orienta opens it again and you go on from there. The digest at the foot of the page shows when the data were changed by accident. It is no signature and does not say who wrote the report.
honesty-without-data = This PDF does not hold the data it was made from. The digest at the foot of the page says which file it comes from. It is no signature and does not say who wrote the report.
logo = Logo
wording-stale = Words to be looked at again: they were written when the answer to { $items } was another.
wording-moved = Words to be looked at again: they were written in the place of words that would be others today.
brand-hint = Correct the brand’s file, or make it anew on the page of the report.
brand-too-large = The brand’s file is larger than 4 MB.
brand-no-json = Line { $line }, column { $column }: this is not a brand’s file ({ $what }).
brand-format = Format { $format } is of a newer program.
brand-long = A line has more than { $most } characters.
brand-long-cover = The words for the cover have more than { $most } characters.
brand-lines = The contacts have more than { $most } lines.
brand-colour = “{ $colour }” is not a colour. It takes the form #0b5a66.
brand-pale = The colour { $colour } is too pale to write with on white paper: its contrast is { $contrast }, and at least 4.5 is needed.
brand-pale-hint = Use { $better }, the same colour made darker.
brand-logo-base64 = The logo is not written in Base64.
brand-logo-large = The logo is larger than 2 MB.
