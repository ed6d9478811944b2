## The page on which reports are made.

nav-reports = Reports
reports-title = Reports
reports-title-of = { $kind }: { $short }
reports-lede = A document from what is on record, for a conference, a capital or a successor. It states facts and nothing else, and each sentence leads to the entries it rests on.
reports-make = Make a report
reports-kinds = What there is
reports-example = For example
reports-kind = Kind
reports-treaty = Treaty
reports-states = States
reports-states-all = A report of this kind is about all States.
reports-states-some-or-all = By name, with commas between them. Blank: all States.
reports-states-some = By name, with commas between them; one at least.
reports-plan = Action plan
reports-plan-says = Of those on record under the treaty.
reports-plan-last = the last adopted by that day
reports-plan-none = none is on record
reports-from = First day
reports-from-none = A report of this kind is of one day and has none.
reports-from-either = Blank: a report of the last day alone.
reports-from-period = Blank: a year before the last day.
reports-to = Last day, or the one day
reports-for = For whom
reports-for-says = It is made from what they may see, and knows nothing else.
reports-for-sign-in = Whoever is signed in can make one for a team.
reports-in = Language
reports-notes = Sources
reports-notes-none = not printed
reports-notes-foot = at the foot of pages
reports-notes-end = after the text
reports-pictures = Pictures
reports-picture-map = the map of that day
reports-picture-curve = the curve up to that day
reports-head = What stands above the title
reports-before = Before whom it comes
reports-before-more = and, on the next line
reports-venue = Where and when that meets
reports-symbol = Symbol
reports-distribution = Distribution
reports-agenda = Item of the agenda
reports-date = Its day
reports-show = Make it
reports-preview = Preview
reports-told = The report has { $paragraphs ->
    [one] one paragraph
   *[other] { $paragraphs } paragraphs
}{ $annexes ->
    [0] {""}
    [one] {" "}and one annex
   *[other] {" "}and { $annexes } annexes
}.
reports-for-public = Made for anyone, from the public record alone.
reports-for-signed-in = Made for everybody signed in here, from what each of them may see.
reports-for-team = Made for { $what }, from what this team may see. It says so across its head: it is not for anyone else.
reports-sees-more = You may see more: what a link opens is not always in the report.
reports-aside = { $what } What was given is left aside.
reports-take = Take it away
reports-asks = The question that answers the same
reports-rests = { $n ->
    [one] one entry
   *[other] { $n } entries
}
reports-mend = There is no report yet. What is asked for cannot be answered so:
reports-of-campaign = A report on its time
reports-of-plan = A report on it
reports-of-meeting = A report up to this meeting
reports-of-brief = Documents about it
report-refused-treaty = Nothing was known of this treaty at that moment.
report-refused-first-day = A report of this kind begins on a day.
report-refused-one-day = A report of this kind is of one day and has no first day.
report-refused-order = The first day comes after the last.
report-refused-plan = No action plan of this name is on record under the treaty.
report-refused-no-plan = A report of this kind tells of no action plan.
report-refused-state = A report of this kind is about a State: name one.
report-refused-states = A report of this kind is about all States; none is named.
problem-no-report-title = There is no such report
problem-no-report = No kind of report is called “{ $given }”.
expected-reader = public; or, for whoever is signed in, signed-in or the id of one of his teams
expected-paper-language = a language in which reports are written: en or fr
expected-words = a line of at most 200 characters, and at most three lines before whom it comes
api-part-reports = Reports

## The kinds: each its name, and in a line what it states.

report-kind-progress = Progress report
report-kind-progress-says = What was done for a treaty between two days and by whom, who joined, what is still lacking, and who holds the office next.
report-kind-activities = Activities of States
report-kind-activities-says = What States completed for a treaty between two days: with those that its entry into force needs, with others, at global and at regional level.
report-kind-status = Status
report-kind-status-says = How many stand where under a treaty at the end of a day, what its entry into force still lacks, and the table of all.
report-kind-obligations = Obligations
report-kind-obligations-says = What States owe under a treaty by a day or within a period, who has done it, and who is late as far as the record says so.
report-kind-plan = Action plan
report-kind-plan-says = An action plan: its goal beside where the treaty stands, who joined since, and its actions as far as their texts are on record.
report-kind-brief = Brief on States
report-kind-brief-says = All that whoever speaks to a State should have read, State by State, each on a page of its own.
report-kind-bilateral = Note for a bilateral meeting
report-kind-bilateral-says = What is needed in the room with a State: what may be said, what was raised and promised, what stands in the way; then what lies behind.
report-kind-sentence = Status sentence
report-kind-sentence-says = How many stand where under a treaty, who joined since a day and whom to welcome, in sentences to be read aloud.
report-kind-votes = Voting record
report-kind-votes-says = How States voted on resolutions about a treaty between two days, roll call by roll call or State by State.
report-kind-assistance = Assistance
report-kind-assistance-says = Who helped whom under a treaty between two days and with what; which help was asked for, offered and promised.
