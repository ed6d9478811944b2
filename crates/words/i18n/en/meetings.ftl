## Meetings.

meetings-title = Meetings
meetings-title-of = { $short }: meetings
meetings-all = all meetings
meetings-lede = { $coming ->
    [0] No coming meeting
    [one] One coming meeting
   *[other] { $coming } coming meetings
} and { $past ->
    [0] no past meeting are on record.
    [one] one past meeting are on record.
   *[other] { $past } past meetings are on record.
}
meetings-calendar = Calendar of meetings and deadlines
meetings-coming = Coming
meetings-past = Past
empty-meetings-coming = No coming meeting is on record. Meetings come with the facts of a release, each with its source and its days.
empty-meetings-past = No past meeting is on record.
meeting-nth = { $n ->
    [1] First
    [2] Second
    [3] Third
    [4] Fourth
    [5] Fifth
    [6] Sixth
    [7] Seventh
    [8] Eighth
    [9] Ninth
    [10] Tenth
    [11] Eleventh
    [12] Twelfth
    [13] Thirteenth
    [14] Fourteenth
    [15] Fifteenth
    [16] Sixteenth
    [17] Seventeenth
    [18] Eighteenth
    [19] Nineteenth
    [20] Twentieth
    [21] Twenty-first
    [22] Twenty-second
    [23] Twenty-third
    [31] Thirty-first
    [32] Thirty-second
    [33] Thirty-third
    [41] Forty-first
    [42] Forty-second
    [43] Forty-third
    [51] Fifty-first
    [52] Fifty-second
    [53] Fifty-third
   *[other] { $n }th
} { $kind }
meeting-part = { $name }, part { $part }
meeting-stood = { $consents } bound, { $signatories } signed only
meeting-president = Presided over by
meeting-note = Also on record
meeting-where = Where the treaty stood
meeting-counts-on = At the end of { $what }:
meeting-treaty-then = The treaty on that day
meeting-since = Since the { $what }
meeting-since-first = Up to this meeting
meeting-joined = { $n ->
    [0] Nobody consented to be bound.
    [one] One State or organisation consented to be bound:
   *[other] { $n } States and organisations consented to be bound:
}
meeting-bound-from = bound from { $what }
meeting-other-acts = Other acts
meeting-series = The same series
empty-meeting-counts = The counts are told once the last day of the meeting has come; it has not, or is not known.
empty-since = No act under the treaty is on record for this time.
empty-meeting-statements = No statement made here is on record. Statements come onto the record one by one, each with who spoke, about what, and where the text can be read.
statement-untitled = statement

## The calendar.

calendar-title = Calendar
calendar-title-of = { $what }: calendar
calendar-everything = the whole calendar
calendar-lede = { $n ->
    [0] Nothing
    [one] One item
   *[other] { $n } items
} from { $from } to { $to }: meetings, duties that fall due, entries into force, withdrawals taking effect. Duties are shown as they stand on { $on }.
calendar-show = Show only
calendar-all = everything
calendar-what-meeting = meetings
calendar-what-duty = duties of one State
calendar-what-yearly = yearly duties of many
calendar-what-in-force = entries into force
calendar-what-leaves = withdrawals taking effect
calendar-months = Months
calendar-day-unknown = day not known
calendar-owed-by = { $n ->
    [one] one State
   *[other] { $n } States
}
calendar-in-force = the treaty enters into force for it
calendar-treaty-in-force = the treaty enters into force
calendar-leaves = the treaty ceases to be in force for it
calendar-turn = Other days
calendar-before = Earlier
calendar-after = Later
empty-calendar = Nothing falls between these days with this choice. Choose other days, or everything.

## Plans.

plans-title = { $short }: action plans
plans-lede = What the meetings agreed to do, action by action, and how much of each text has been read.
plans-read = { $read } of { $actions } actions read
plans-adopted = Adopted
plans-until = Runs until
empty-plans = No action plan of this treaty is on record. A plan comes onto the record with its actions, each with its number, what it asks and the document it was read in.
plan-lede = { $read ->
    [0] { $actions } actions; the text of none of them has been read.
   *[other] { $actions } actions; the text of { $read } of them has been read.
}
plan-unread = Text not read
plan-unread-how = “Text not read” means that only the number of the action, and at most its section, is known. Whoever has the official document can add the text, with its page, as a correction of the entry.
plan-indicator = Indicator or target
plan-due = Due
plan-no-theme = Section not known
plan-caption = Actions of the plan
col-number = No.
col-action = What it asks
plan-goals = Where the treaty stands
plans-title-kicker = action plans
plan-goal = Its goal:
plan-goal-by = Parties by { $what }
plan-goal-parties = Parties
plan-consents-on = Consents on { $what }
plan-parties-on = Parties on { $what }

## Duties as tables.

duties-show = How the duties are set
duties-show-list = What falls due
duties-show-states = State by State
duties-show-reports = Year by year
duties-lede-states = { $n ->
    [one] One State: each duty with a day of its own, when it is or was due and how it stands on { $on }. A date opens its reasons.
   *[other] { $n } States: each duty with a day of its own, when it is or was due and how it stands on { $on }. A date opens its reasons.
}
duties-lede-reports = { $n ->
    [one] One State: a yearly duty, by the year of its deadline, as it stands on { $on }.
   *[other] { $n } States: a yearly duty, by the year of its deadline, as it stands on { $on }.
}
duties-states-note = A cell is empty where the duty has not begun for the State. Continuing duties, and those that run from an event, are listed under “What falls due”.
empty-reports = No yearly duty of this treaty is on record, or none had begun by this day.
expected-show = list, states or reports
calendar-subscribe = This calendar for a calendar program (iCalendar)
