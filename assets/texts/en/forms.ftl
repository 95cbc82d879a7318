# Other formats
cli-export = { $path }: the export failed ({ $what }). The assessment file is untouched.

# Workbook
xlsx-summary = Summary
xlsx-dimensions = Dimensions
xlsx-answers = Answers
xlsx-index = Digital index
xlsx-doors = Doors
xlsx-plan = Plan
xlsx-charts = Charts
xlsx-date = Date
xlsx-consultant = Consultant
xlsx-result = Result
xlsx-level-uncapped = Level before limits
xlsx-low = Points with missing answers at their lowest
xlsx-high = Points with missing answers at their highest
xlsx-low-short = Lowest
xlsx-high-short = Highest
xlsx-program = Program
xlsx-questionnaire = Questionnaire
xlsx-digest = Digest of the questionnaire
xlsx-region = Data of the region
xlsx-catalogue = Catalogue of measures
xlsx-know = Good to know
xlsx-kind = What it is
xlsx-maturity = Maturity
xlsx-id = Code
xlsx-level-name = Name of the level
xlsx-state = State
xlsx-answered = Answered
xlsx-evidence = Evidence
xlsx-note = Note
xlsx-who = Who
xlsx-survey = Survey
xlsx-size = People employed
xlsx-elements = Elements
xlsx-elements-most = Elements, at most
xlsx-class = Class
xlsx-percentile = Percentile
xlsx-source = Source
xlsx-list = List
xlsx-strength = Match
xlsx-place = Where
xlsx-as-of = Date of the fact
xlsx-verify = To verify
xlsx-decided = The company’s choice
xlsx-in-plan = In the plan
xlsx-from = Start
xlsx-to = End
xlsx-cost-low = Cost, from
xlsx-cost-high = Cost, to
xlsx-basis = Basis of the cost
xlsx-days-low = Days, from
xlsx-days-high = Days, to

# Word document
docx-figure = Figure { $number }.
docx-honesty = This document can be edited and does not contain the data it was made from. The digest at the foot of each page says which file it comes from. It is no signature and does not say who wrote the report.

# Logo
logo-bytes = The logo is larger than { $most } MB: save it smaller.
logo-pixels = The logo is { $width } × { $height } pixels: reduce it to no more than { $most } a side.
logo-kind = The logo is neither PNG nor SVG: save it as one of them.
logo-damaged = The logo’s file is damaged: save it again or choose another one.
logo-elements = The SVG logo has too many elements: simplify it or save it as PNG.
logo-words = The SVG logo contains text in a font of its own: turn it into paths or save it as PNG.
logo-nested = The SVG logo contains another picture: save it as PNG.
logo-empty = Nothing can be seen in the logo’s file: choose another one.

# One page, and the questionnaire on paper
cli-items = the questionnaire to be printed failed ({ $what }).
handout-stair = Today’s level
handout-to = What you will see
handout-date = Next date:
handout-date-text = { $date }, start of “{ $measure }”.
paper-title = Questionnaire to be filled in by hand: { $name }
paper-version = Questionnaire { $pack } { $version }, { $mode }
paper-quick = { $minutes ->
    [one] Quick questionnaire: it takes about a minute.
   *[other] Quick questionnaire: it takes about { $minutes } minutes.
}
paper-full = { $minutes ->
    [one] Full questionnaire: it takes about a minute.
   *[other] Full questionnaire: it takes about { $minutes } minutes, in several sittings if you like.
}
paper-instructions = For each question tick the box that describes your company as it is today; where you do not know, tick “Don’t know”. Then copy the answers into the program: the codes before the questions are the same.
paper-company = Company
paper-date = Date
paper-who = Who answers, and in which role
paper-notes = Notes
paper-at-most = { $most ->
    [one] Choose one.
   *[other] Choose at most { $most }.
}
paper-ticks = Tick all that are true.
