# Tabs of the help
help-tab-how = How to use it
help-tab-calculation = The calculation
help-tab-glossary = Words
help-tab-keys = Keys
help-tab-about = About

# How to use it
help-how-1-title = First the questions
help-how-1 = In “Start” you create a new company, open one again or look at an example. In “Your company” you enter the activity, the province and how many people work there: this gives you fitting examples and a comparison with similar companies. In “Questions” choose each time the sentence that best describes what can be seen in your company today, not what you would like to see. The short questionnaire takes about ten minutes. The full one goes on from there, in several sittings if you like: lists of things that are done or not, the processes one by one, your sector, and what shows that the answers are true.
help-how-2-title = Then the results
help-how-2 = “Results” says which level you are at, why, and what the next step is. Under it you find how sure that is, the comparison with other companies, the processes, the answers to check again and the explanation of every number. “Doors” says whom to turn to in Lombardy, and for which reasons; “Plan” chooses the measures that bring most for the budget and the days you have, quarter by quarter; “Report” puts it all into a PDF to keep or print. No order is forced on you: every screen shows what can be said with the answers given so far.
help-how-3-title = Stopping and going on
help-how-3 = Every answer saves itself: you can close the program at any moment. When you come back, the company is in “Start”, among the recent ones, with everything you had answered. If you change your mind, any answer can be corrected or removed, even days later.
help-how-4-title = On another computer
help-how-4 = All there is about a company is in a single file, which ends in .orienta.json and is in the Orienta folder of your documents. Copy it to a USB stick or send it to a colleague, and open it on the other computer from “Start” with “Open a file…”. From then on there are two separate copies: decide which one to go on with.
help-how-5-title = Who sees the answers
help-how-5 = The answers stay on your computer: there is no registration and the program sends nothing to anyone. Only those who can open the file see them, and those you give the report to. The PDF holds answers and notes: read them again before you pass it on.
help-how-6-title = What it is not
help-how-6 = It is a self-assessment: it is worth what the answers are worth, and no outside body checks them. It is not a certificate, not a mark for the company, and not enough for grant calls that ask for an official assessment. It helps you see where to start, and talk about it with those who can help.

# The calculation
help-calc-1-title = From the answer to points
help-calc-1 = Step questions go from 0 to 5, and each step is worth 20 points: step 3 is worth 60. If several people answer the same question, the middle value counts: between a 2 and a 3 it is 2.5, that is 50 points. In lists the share of entries ticked counts: 5 of 10 make 50 points. In tables each row is an answer of its own, and “partly” is worth 50. Questions answered with yes or no give no points: they serve for the European index. Company details and goals give no points either.
help-calc-2-title = From topics to dimensions
help-calc-2 = Each step question belongs to a topic, for example copies of the data, and topics on the same subject form a dimension, for example security. The score of a topic is the average of its questions, each with its weight; if there is only one question, it is the score of that one. In the full questionnaire the main question weighs 2; each list, the processes together and the questions on the sector together weigh 1. The dimension is the plain average of its topics: with 60, 40 and 20 points it is 40.
help-calc-3-title = The total and the weights
help-calc-3 = The total is the average of the dimensions, but not all of them count the same. These are the weights: { $weights }. An example: if one dimension weighs twice as much as another, 60 points in the first and 30 in the second make 50, that is twice 60 plus 30, divided by 3. The weights are a choice of those who wrote the questionnaire, the same for every company.
help-calc-4-title = The levels
help-calc-4 = Each level begins at a certain number of points: { $levels }. Yours is the highest whose beginning you reach. So somebody who answers step 3 everywhere has 60 points, and the level is the last one that begins at 60 or before. A score just below a level is never rounded up until it touches it.
help-calc-5-title = The limits
help-calc-5 = A limit holds down the level of the total when an area on which the others depend is too weak; the points stay as they are. The reason is a practical one: if security is weak, the more the systems are connected, the more things stop together. Every limit is written in the results with its reason. If too many answers are missing in that area, you read “limit not verified” beside the level: it might be lower, and that cannot be said yet.
help-calc-6-title = Missing answers
help-calc-6 = “Don’t know” and open questions are not worth zero: zero means that something is not there, and you have not said so. They stay out of the average and lower the coverage, that is the share of the questions concerning you that have an answer; “Not applicable” instead leaves the count altogether. With 60, 40 and a “Don’t know” the average is 50, and beside it you read what it could be with the missing answer: from 33.3 if it were 0 to 66.7 if it were 100. If there are too few answers, “insufficient data” stands in place of the number.
help-calc-7-title = The two maturities and the map
help-calc-7 = Technological maturity looks at the tools: which ones there are, how connected and protected they are. Digital maturity looks at how the company uses them to decide, to work with its people and to serve its customers. Each is the average of its own dimensions, with the same weights and thresholds as the total but without limits. On the map digital grows to the right and technological upwards: with 40 for digital and 65 for technological the point is at the top left, which means the tools are ahead of the leadership.
help-calc-8-title = The comparison with the European index
help-calc-8 = Eurostat’s Digital Intensity Index (DII) counts how many of 12 facts are true of a company: from 0 to 3 the intensity is very low, from 4 to 6 low, from 7 to 9 high, from 10 to 12 very high. With 8 yes answers it is therefore high, and beside it you read how many Italian companies of your size are in each class, with year and version. It compares counts, not points or levels, and it is about neither Lombardy nor your sector. Below 10 people there is no official figure: we show the class of 10-49, as an indication only.

help-calc-9-title = How sure it is
help-calc-9 = Nobody answers exactly. So the calculation is repeated two thousand times with answers and weights moved a little: an answer that is only declared moves one step one time in four, a documented one hardly ever. If the total falls between 44 and 52 nine times out of ten, you read “between 44 and 52”. From one year to the next, a small difference may be chance. The runs are always the same, so that the same file always gives the same numbers.
help-calc-10-title = Declared and with evidence
help-calc-10 = Beside the declared score stands the one with evidence: steps that nobody has seen count 2 at most. A step 4 that is only declared is 80 points, with evidence 40; once you show a document it is 80 there too. It serves those who must trust without knowing the company.
help-calc-11-title = The DMAT-compatible reading
help-calc-11 = DMAT is the questionnaire with which the European Commission measures the companies helped by its digital hubs. With the eleven lists of the full questionnaire we redo its calculation as we have read it in other people’s sources; before that it is an estimate, with a margin of 12 points. It is not the official assessment. It has an oddity: a planned investment is worth as much as one already made.

# Keys
help-keys-intro = Everything can be done without a mouse. While you type in a field, letters and digits are text and not commands.
help-keys-everywhere = Everywhere
help-keys-questions = In the questions
key-answer-step = Choose the step
key-dont-know = Answer “Don’t know”
key-not-applicable = Answer “Not applicable”, where allowed
key-yes = Answer “Yes”
key-no = Answer “No”
key-none = Answer “None of these”
key-back = Back to the card before
key-forward = On to the next card
key-help = Open or close the help on the question
key-between-facts = Move between yes/no questions
key-choose = Tick the choice with that number
key-note = Open note and evidence
key-list = Switch between the list and one question at a time
key-close = Close what is open on top
key-focus-next = Go to the next element
key-focus-previous = Go back to the element before
key-press = Press the chosen element

# About
help-about-what = Orienta helps a small or medium company in Lombardy see how digitally and technologically mature it is, why, and whom to turn to. It runs on your computer, without registration and without the internet.
help-about-not = It is not a certificate, not an official assessment, and none of the bodies it names has endorsed it. DMAT, SELFI4.0 and DREAMY are other people’s tools: where we name them we say at most that a reading is “comparable to” them, never that it replaces them.
help-about-sources = Codes and titles of activities – Source: ISTAT, classifications ATECO 2007 (update 2022) and ATECO 2025, licence CC BY 4.0, data reworked. Comparison with Italian companies – Source: Eurostat, Digital Intensity Index (isoc_e_dii, isoc_e_diin2); the English titles of the divisions are Eurostat’s too (NACE Rev. 2 and 2.1). The directory of doors is ours, made from public pages: every card carries its sources, the date and, where needed, “to be verified”. Matching codes to areas and clusters is our own judgement, not an official table.
help-about-licence = Orienta is free software: you may use, copy and change it under the MIT licence or the Apache 2.0 licence, as you choose.
help-about-libraries = It is built with fonts, icons and libraries of others, which remain their authors’; beside each you find the licence it declares.
help-about-list = Libraries and licences
help-about-version = Orienta, version { $version }
