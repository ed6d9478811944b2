# Offices and meetings as they are recorded on the pages, and the approach in which something came up.

office-new-title = Record an office
office-lede = Who holds an office for the { $what }: a coordinator, a champion, an envoy, a friend, a focal point.
office-by = Which State
office-by-how = Several with a semicolon between them: Italy; South Africa. A group, such as AU, stands for its members. Each gets an entry of its own.
office-role = The office, as it is called
office-role-how = Such as: co-coordinator for entry into force
office-kind = Kind
office-person = Who, in person
office-person-how = Only where the office is a person’s: name and function. Everybody reads it who may see the entry.
office-from = From
office-until = Until
office-seen-how = For those alone “whom next” and the messengers it suggests take account of it.
office-no-by = Say which State holds it.
office-no-state = No State and no group on record is called “{ $what }”.
office-no-role = Say what the office is called.
office-one-person = A person holds the office for one State: record it for each State by itself.
office-too-many = These would be { $what } offices. At most 60 are recorded in one go.
office-edit-link = put right or end
office-edit-title = { $what }: put an office right
office-end = The term ended
office-end-what = The office stays on record, and counts as past from the next day on.
office-end-on = Last day
office-end-button = End the term
office-no-end = Say on which day the term ended.
office-why-ended = the term ended
office-stays = State and treaty stay as they are. The office of another State is one of its own.

mend-right = Put it right
mend-button = Record the correction
mend-entry = What was recorded, and who may see it
mend-changed-meanwhile = Somebody changed this entry since the form was made. Look at it as it stands, then send the form once more, if it is still right.
written-too-long = That is too long: at most { $what } characters in a line.

document-title = What it rests on
document-how = Without a document it is recorded as your own statement.
document-name = Document
document-url = Its address
document-place = Where in it
document-not-named = Name the document: its address or a place in it does not say what it is.
document-no-web = The address of a document begins with https:// or http://.

meeting-new-title = Record a meeting
meeting-lede = A meeting of a treaty, ahead or past. Those who may see it find it in the calendars, in “whom next” and where approaches are planned.
meeting-who-sits = Who takes part is not recorded. Those are taken to sit at it who have a seat: whoever consented to be bound by its treaty, and in a campaign for this very treaty its signatories too; others might come as observers. Where the State and all who coordinate have a seat, both sit at it. An approach is planned for it by its series and number.
meeting-back = Back to the calendar
meeting-series-name = Series
meeting-series-how = As on record, such as MSP, RevCon, ArtXIV or Intersessional
meeting-number = Number or year
meeting-number-how = Such as 14 or 2027
meeting-start = First day
meeting-end = Last day
meeting-place = Where
meeting-presides = Who presides
meeting-no-kind = Say of which series it is.
meeting-no-start = Say when it begins: a day, a month or a year.
meeting-there = It is on record already, at /meetings/{ $what }.
meeting-edit-title = { $what }: put it right
meeting-stays = Treaty, series and number stay: approaches and statements name the meeting by them.

campaign-record-came = Came up in which approach
campaign-record-came-how = Only those who may see the approach may see this.
campaign-record-came-only =
    { $n ->
        [one] The latest one is listed.
       *[other] The latest { $n } are listed.
    }
campaign-record-too-wide = The approach is for { $what }, and this would be for others too. Choose a team that may see the approach, or name no approach.
approach-led-to = Record a stage or a promise of { $what }
approach-led-to-many = Record a stage or a promise of a State
