# Screens
screen-start = Start
screen-company = Your company
screen-questions = Questions
screen-results = Results
screen-doors = Doors
screen-plan = Plan
screen-report = Report
command-new = New company
command-sample = Look at an example
command-open = Open a file…
command-undo = Undo the last change
command-redo = Redo the change
step-back = Undone: { $what }
step-forth = Done again: { $what }
look-dark = Dark appearance
look-light = Light appearance
close = Close
choose = Choose…
change = Change
clear-answer = Remove the answer
continue = Continue
back = Back
go-on = Continue
show-file = Open the file
rail-needs-company = Create or open a company first.
progress-short = { $given } of { $asked }
progress = { $minutes ->
    [one] { $given } of { $asked } answers · about a minute
   *[other] { $given } of { $asked } answers · about { $minutes } minutes
}
progress-done = All { $asked } questions are answered
sample-notice = This is a made-up company, to see how it works. If you change something, a copy is saved in your documents.

# Saving
save-untouched = Saves itself at the first answer.
save-saving = Saving…
save-saved = Saved
save-failed = Not saved
save-again = Try to save again
show-failed = { $path }: the system cannot open it ({ $what }). Open it from its folder.
report-failed = The report failed ({ $what }). The answers are safe in their file.
dialog-open = Open an assessment
dialog-report = Save the report
dialog-region = Choose the data of the region

# Start
start-title = Where your company stands with digital tools
start-lead = In about ten minutes you see which level you are at, why, what the next step is and whom to turn to in Lombardy. At the end you take away a PDF report.
start-recent = Recent companies
start-how = How it works
start-how-time = About fifty short questions. You can read them all beforehand, stop and go on whenever you like.
start-how-local = Everything stays on this computer: no account, no network.
start-how-saved = Every answer saves itself, and you can always step back.
start-how-self = This is a self-assessment: it is no certificate and does not replace an official assessment.
start-folder = Assessments are saved in { $path }
forget-recent = Remove from the list (the file stays)

# Company
company-name = Name of the company
company-activity-search = Search the activity in your own (Italian) words, or write the code
company-activity-hint = For example: torneria, caseificio, 25.62
company-activity-none = No activity found. Try another word, or the first digits of the code.
ateco-source = ATECO classification: ISTAT, CC BY 4.0. The synonyms are ours.
keep-as-is = Leave it as it is
company-cover = For the cover of the report
company-cover-help = Optional. These entries do not count for the score.
company-town = Town
company-vat = VAT number (partita IVA)
company-vat-fault = This is not a valid partita IVA: check that there are eleven digits, all correct.
company-contact = Contact person
company-consultant = Consultant
to-questions = Go to the questions
to-doors = See whom to turn to
to-plan = Go to the plan
to-report = Prepare the report

# Questions
card-place = Card { $at } of { $count } · { $section }
read-all = Read all questions
one-at-a-time = One question at a time
list-title = All questions
list-lead = You can read them before answering. Answers already given are marked.
go-to-question = Go to the question
help = Help
why-asked = Why we ask. { $why }
example = An example. { $example }
glossary = Words explained
note = Note
note-help = A note for you or for whoever assists you. It goes into the report beside the answer.
note-and-evidence = Note and evidence
evidence = What backs the answer

# Results
results-empty = No results yet
results-empty-text = Answer the first questions: the level appears as soon as the answers are enough.
map-title = Direction and tools
click-for-why = Click a dimension to see the answers its score comes from.
see-answer = See the question

# Doors
doors-lead = Networks, centres and services chosen for your company, each with its reason.
doors-verify = The entries come from public sources, and the date says how old the information is: check on the website that it still holds before you act.
doors-first-none = You have put aside every door to start from. You can take them back at the bottom of the page.
doors-better = For a more precise list
ask-code = Search for the ATECO code
ask-supply-chain = Choose the supply chain
ask-province = Enter the province
ask-answers = Go to the questions
doors-search = Search the entries
doors-search-help = A name, a theme or a reason: for instance robot, Bergamo, security.
filter-clusters = Clusters
filter-centres = Competence centres
filter-s3 = Specialisation (S3)
filter-training = Training
filter-services = Services and incentives
filter-universities = Universities
filter-its = ITS Academies
filter-strong = Strong and medium only
doors-count = { $count ->
    [one] One entry
   *[other] { $count } entries
}
doors-count-of = { $count ->
    [one] One entry of { $all }
   *[other] { $count } entries of { $all }
}
doors-clear = Clear the filters
doors-none = No entry with these filters
doors-none-text = Try a single word, or clear some of the filters.
doors-s3 = Smart specialisation (S3)
doors-s3-areas-short = Areas 2014-2020
doors-ecosystems-short = Ecosystems 2021-2027
doors-s3-other-areas = The others: { $names }.
doors-s3-other-ecosystems = The others: { $names }.
doors-clusters-lead = Networks of companies, universities and research centres: to find partners and projects.
doors-competence-centres-lead = To see, try and learn technologies before buying them.
doors-axes-lead = Three ways of being helped: the one the rules point to for you carries the reason.
doors-training-lead = Topics to look for a course on. Two at most for each area of the assessment.
doors-services-lead = Desks, tools and grants. Always check requirements and deadlines.
doors-universities-lead = For research projects, theses and internships.
doors-its-academies-lead = To hire technicians and host internships.
doors-how = How the order comes about
doors-how-text = Each rule that holds for your company adds points, and more points lead higher up. Switch a rule off and the list changes at once.
doors-how-order = From { $strong } points the match is strong, from { $medium } medium.
rules-off = { $count ->
    [one] One rule is off
   *[other] { $count } rules are off
}
rules-reset = Switch all on again
availability-verify = availability to be verified
availability-announced = not open yet
availability-closed = closed
door-pin = Keep at the top
door-unpin = No longer keep at the top
door-dismiss = Put aside…
door-dismiss-now = Put aside
door-take-back = Take back
door-reason = Reason, if you like
door-reason-write = Write the reason…
door-reason-change = Change the reason…
door-reason-keep = Write
cancel-reason = Never mind
more-sources = { $count ->
    [one] Show another source
   *[other] Show { $count } more sources
}
door-sources = Source: { $sources }.
show-all = { $count ->
    [one] Show one more card
   *[other] Show { $count } more cards
}
to-verify = to be verified
points = +{ $points } points

# Report
report-lead = A PDF document to keep, print or take to whoever assists you.
report-path = Report file
report-save = Save the report
report-writing = Preparing the report…
work-stopped = Stopped: nothing was written.
work-stop = Stop
work-stopping = Stopping…
report-choose = Choose where…
report-language-note = The report is in the language you are using the program in.
report-saved = Report saved in { $path }. Open it to read or print it.
report-open-answers = { $count ->
    [one] One answer is still missing: the report can be made, and will say so.
   *[other] { $count } answers are still missing: the report can be made, and will say which.
}
open-unsaved = Save this company before opening another: the latest answers are not on the disk yet. Use “Try to save again”.
close-unsaved = The latest answers are not saved. Use “Try to save again”; if you close the window again, they are lost.

# Everywhere
screen-settings = Settings
screen-help = Guide
command-palette = Find a command
command-report = Save the report as PDF
command-zoom-in = Make everything larger
command-zoom-out = Make everything smaller
command-zoom-reset = Back to normal size
command-language = Use this language: { $name }
look-system = As the system
look-high-contrast = High contrast
drop-here = Drop the file here to open it
show-folder = Open the folder
copy-details = Copy the details
palette-label = What do you want to do?
palette-none = Nothing with these words. Try a single word.
palette-keys = ↑ ↓ to choose · Enter to open · Esc to close
palette-question = Go to the question: { $question }
palette-recent = Open the company { $name }
palette-term = What this means: { $term }

# Settings
settings-language = Language
settings-language-help = Changes at once, and nothing is lost. The report comes in this language too.
settings-look = Look
settings-size = Size
settings-size-help = Texts, buttons and charts together, from 75 to 200 per cent.
settings-questions = Questions
settings-advance = Go on to the next question by itself
settings-advance-help = As soon as you answer, the next question comes. When this is off, you go on with “Continue”.
settings-still = No movement
settings-still-help = Cards and buttons change at once, without animation.
settings-region = Data of the region
settings-region-own = They are the data inside the program.
settings-region-other = They have taken the place of the data inside the program. If you go back to those, the copy you chose is taken away.
settings-region-help = If you have a newer edition, choose its file region.json. The file ateco_map.csv must be in the same folder.
settings-region-pick = Choose a newer edition
settings-region-back = Go back to the program’s data
settings-files = Where the assessments are kept
settings-register = Open assessments with a double click
settings-register-help = Tells the system, for your user, that .orienta.json files open with Orienta. If you move the program, do it again.

# Guide
level-from = { $name } from { $from }
glossary-search = Look for a word
glossary-none = No word found.

# Questions, again
why-ask = Why we ask
show-answers = Read the possible answers
hide-answers = Hide the answers

# Results, again
why-level = Where this level comes from
why-weight = Weight { $weight }
how-calculated = How it is calculated
show-table = Read the values in a table
hide-table = Hide the table
table-name = Area
table-level = Level
table-from = From points
table-mark = Where you are
table-score = Points
table-bounds = Lowest and highest
table-coverage = Answers given
table-class = Class

# What is missing
report-nothing = There is nothing to put into the report yet: answer at least one question.
results-open-answers = { $count ->
    [one] One answer is still missing: the results hold for those given so far.
   *[other] { $count } answers are still missing: the results hold for those given so far.
}
go-to-missing = Go to the first one missing
