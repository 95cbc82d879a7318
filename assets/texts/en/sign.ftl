# The report's page: preview, chapters, texts, brand
preview-title = Preview
preview-page = Page { $page } of { $pages }
preview-small = Page { $page }
preview-next = Next page
preview-previous = Previous page
preview-under-way = Updating…
preview-failed = The preview did not work: { $what }. The report can be saved all the same.
preview-unread = the pages cannot be drawn
report-with-data = With the data inside
report-with-data-help = Whoever opens the PDF with Orienta finds the whole assessment. If you switch it off, the file carries no data, and chapters of answers and notes stay out.
show-in-folder = Show in the folder

chapters-title = Chapters
chapters-lead = Choose what goes into the report and in which order. “{ $honesty }” is always there.
chapters-summary = { $shown } of { $count } chapters · { $paper }
chapters-nothing = It has nothing to say here and stays out.
chapters-answers-out = Out: the report goes without the data. Switch it on if you want it.
chapters-answers-chosen = In: you chose it, even without the data.
chapters-up = Move up: { $chapter }
chapters-down = Move down: { $chapter }
chapters-paper = Paper
chapters-cover = Words for the cover
chapters-cover-help = The occasion, whom it is for, a file number.

words-title = Texts
words-summary = { $count ->
    [one] One text rewritten
   *[other] { $count } texts rewritten
}
words-none = No text rewritten
words-lead = Every paragraph can be rewritten. If an answer it rests on changes later, we tell you.
words-stale-count = { $count ->
    [one] One text to look at again
   *[other] { $count } texts to look at again
}
words-look = Look at the texts
words-section = Chapter
words-own = Rewritten
words-stale = To look at again
words-rewrite = Rewrite
words-still-good = Still right
words-back = Back to Orienta’s words
words-field = The text
words-instead-of = Instead of
words-empty = An empty text cannot be saved. To take a chapter out, switch it off in the list.
words-save = Save the text

brand-title = Who signs
brand-none = No brand: the report is Orienta’s
brand-unnamed = A brand without a name
brand-lead = Name, contacts, colour and logo of whoever hands over the report. They hold for every company.
brand-name = Name of the firm or the consultant
brand-name-help = It stands on the cover and at the foot of every page.
brand-contacts = Contacts
brand-contacts-help = Up to six lines: address, telephone, e-mail.
brand-cover = House words for the cover
brand-cover-help = They hold where a report has none of its own.
brand-colour-label = Colour
brand-colour-help = Like #0b5a66. Empty means Orienta’s colour.
brand-colour-pick = Choose the colour
brand-colour-take = Use { $better }, darker
brand-logo = Logo
brand-logo-help = A PNG or SVG file, up to 2 MB.
brand-logo-pick = Choose the logo…
brand-logo-remove = Remove the logo
brand-kept = The brand stays on this computer, beside the settings.
brand-save = Save the brand as a file…
brand-open = Open a brand file…
brand-opened = Brand opened from { $path }.
brand-file = Brand
dialog-logo = Choose the logo
dialog-brand = Open a brand file
dialog-brand-save = Save the brand

formats-title = Other formats
formats-summary = Word, one page only, Excel, charts, CSV, JSON, blank questionnaire
formats-lead = Each file goes beside the assessment. If there is one of that name already, the new one gets a number.
format-save = Save
format-failed = { $name }: the file did not work ({ $what }). The assessment is safe in its own file.
format-docx = Word document
format-docx-note = The report to be edited, in your brand.
format-handout = One page only
format-handout-note = The summary as a PDF of one page, to leave on the table.
format-xlsx = Excel workbook
format-xlsx-note = Figures, answers, doors and plan in sheets, with charts.
format-charts = Charts
format-charts-note = Every chart of the report as SVG and as PNG, in a folder.
format-csv = CSV table
format-csv-note = Figures and answers in one table, for other programs.
format-json = JSON data
format-json-note = All figures, the doors and the plan, for whoever programs.
format-paper = Blank questionnaire
format-paper-note = The questions to fill in by hand, with the same codes as on screen.
format-file-report = report
format-file-handout = one page
format-file-figures = figures
format-file-charts = charts
format-file-paper = questionnaire

copy-picture = Copy as a picture
copy-picture-done = Picture copied.
copy-picture-failed = The chart cannot be copied: save it from the report’s page, among the other formats.
preview-pages = { $count ->
    [one] One page
   *[other] { $count } pages
}
