## One participant under one treaty, written out.

participation-joining = Joining
participation-duties = Duties, and how they were met
participation-rest = Continuing duties, and duties that run from an event
participation-rest-note = Nothing is on record about these. What a source says of them can be added, with its place.
participation-reports = Reports, year by year
participation-reports-note = The year is that of the deadline. Where nothing is on record and the record is not complete, it is not known whether the report was made; it is not counted as missing.
participation-assistance = Assistance
assistance-given = Given
assistance-received = Received
participation-offices = Offices, and meetings it hosted or presided over
participation-statements = Statements
empty-assistance = No assistance given or received under this treaty is on record. What a State reports, in a statement or in a transparency report, can be added with its source.
empty-statements = No statement is on record. A statement comes onto the record with its meeting, its day, what it was about, who spoke, and where the text can be read.
note-source = source
note-entries = { $n ->
    [one] Entry
   *[other] Entries
}

## How a duty was met.

met-done-due = { $grain ->
    [day] Done on { $done }; it was due on { $due }.
   *[longer] Done in { $done }; it was due on { $due }.
}
met-done = { $grain ->
    [day] Done on { $done }.
   *[longer] Done in { $done }.
}
met-due = Due on { $what }.
met-overdue = It was due on { $what }, and was not done.
met-unknown-due = The day would be { $what }; whether it was owed, or done, is not on record.
met-unknown = Whether it was owed, or done, is not on record.
met-not-applicable = It does not apply.
met-dormant = It begins when the treaty enters into force.
margin-on-the-day = On the last day.
margin-ahead = Ahead of the deadline by { $length }.
margin-after = After the last deadline on record, by { $length }.
margin-ahead-between = Ahead of the deadline by at least { $least }, at most { $most }: the day itself is not on record.
margin-after-between = After the last deadline on record, by at least { $least }, at most { $most }: the day itself is not on record.
margin-around = Around the deadline: the day itself is not on record.
list-and = { $rest } and { $last }
length-n-years = { $n ->
    [one] one year
   *[other] { $n } years
}
length-n-months = { $n ->
    [one] one month
   *[other] { $n } months
}
length-n-days = { $n ->
    [one] one day
   *[other] { $n } days
}

## One State across treaties.

state-calendar = Calendar
state-compare = Compare
state-open = Due, extended or late
state-nothing-open = On { $what } no dated duty is known to be open.
state-totals = How all its duties stand
state-duties-note = Under each treaty, how many duties stand how; yearly duties within a year of the day. Each treaty’s page has them one by one, with the reasons.
empty-state-duties = No duty of a treaty with rules on record is its own on this day.

## States side by side.

compare-title = Compare
compare-lede-empty = Two to eight States side by side: where each stands under every treaty, since when, and where they differ.
compare-lede = { $differing ->
    [0] They stand alike under every treaty on { $on }.
    [one] They differ under one treaty on { $on }.
   *[other] They differ under { $differing } treaties on { $on }.
}
compare-first = States, by name or code
compare-add = Add a State
compare-rows = Rows
compare-rows-all = every treaty
compare-rows-differing = only where they differ
compare-caption = States side by side
compare-caption-on = Where each stood on { $what }
compare-differs = differs
compare-drop = remove
compare-overdue = Duties overdue
compare-examples = Groups that fit side by side
compare-published = To choose States, open these pages on a server. Each State’s own page stands here.
empty-compare = Write a name in any of the six languages, or several codes with commas, as in ITA, ZAF, NOR.
empty-differing = They stand alike under every treaty. Choose every treaty to see where.

## What was expected.

problem-no-meeting-title = There is no such meeting
problem-no-meeting = No meeting on record is called “{ $given }”. A meeting’s address has its treaty, its kind and its number, as in /meetings/ccm-msp-11.
problem-no-plan-title = There is no such plan
problem-no-plan = No action plan of this treaty is called “{ $given }”.
problem-too-many-states = At most { $most } States can stand side by side.
expected-calendar-what = one of meeting, duty, yearly, in_force, leaves
expected-rows = all or differing

## The index at the foot of each page.

nav-calendar = Calendar
index-label = All pages
index-field = The field
index-states = States
index-days = Days
index-record = The record
index-duties = What falls due
index-uncertain = What is uncertain
