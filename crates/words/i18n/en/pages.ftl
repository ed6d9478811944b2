## The field today.

home-title = The field today
home-heading = Disarmament treaties on { $what }
home-lede = Who is in, who is missing, and how far each treaty is from its goal. Every figure opens its definition, its names and its sources.
home-treaties = The treaties
home-latest = Latest acts
home-all-changes = All changes of the past year
home-deadlines = Next deadlines
home-meetings = Next meetings
home-last-meetings = The last on record:
home-yearly = { $n ->
    [one] one State
   *[other] { $n } States
}
home-findings = What does not add up
home-findings-count = { $n ->
    [one] One finding is open.
   *[other] { $n } findings are open.
}
home-findings-text = What contradicts itself in the record is shown, not repaired in silence.
home-uncertain = What is uncertain in the facts

## Treaties.

treaties-heading = Treaties
treaties-lede = { $n ->
    [one] One treaty is on record.
   *[other] { $n } treaties are on record.
}
treaties-caption = Treaties, with their standing
treaties-caption-on = Where each treaty stood on { $what }
treaties-note = “Outside” counts those that may join and have no consent standing; regional treaties are open to few. The bar is drawn to the same figures: solid for consents, hatched for signatures without consent.
missing-instruments = { $n ->
    [one] one instrument missing
   *[other] { $n } instruments missing
}
bar-label = { $consents } of { $total }

## One treaty.

treaty-parent = belongs to the { $what }
treaty-toc = On this page
treaty-force = Entry into force
treaty-who = Who is in, who is missing
treaty-acts = Latest acts
treaty-duties = Duties
treaty-meetings = Meetings
treaty-printed = Printed and computed counts
treaty-findings = What does not add up
treaty-rule = The rule
treaty-all-acts = All { $n } acts, newest first
treaty-all-duties = State by State: due days, standing and reasons
lede-in-force = On { $on } the treaty is in force, as it has been since { $since }.
lede-was-in-force = On { $on } the treaty was in force, as it had been since { $since }.
lede-in-force-unknown = On { $on } the treaty was in force; since when is not on record.
lede-not-in-force = On { $on } the treaty is not in force.
lede-was-not-in-force = On { $on } the treaty was not in force.
sentence-in-force = On { $on }, { $consents } had consented to be bound by the { $short }, which was in force for { $parties } of them; { $signatories } had signed only.
sentence-not-in-force = On { $on }, the { $short } counted { $signatures } signatures and { $consents } consents to be bound; { $signatories } had signed only.
sentence-not-in-force-called = On { $on }, the { $short } counted { $signatures } signatures and { $consents } { $called }; { $signatories } had signed only.
group-label = Group
group-all = Everyone
groups-caption = By regional group
groups-caption-on = By regional group of the United Nations, on { $what }
duty-political = agreed politically, not in the treaty
meeting-presided = presided over by
printed-caption = Counts as sources print them, and as the record gives them for the same day
agrees = agrees
differs = differs
rule-text = The law of this treaty as the program reads it; each clause names its article. Recorded in
rule-adopted = Adopted
rule-opened = Opened for signature
rule-in-force = Entry into force, as recorded
rule-called = Its own terms
rule-depositary = Depositary
rule-registration = Registration number
rule-later = Later joiners
rule-withdrawal = Withdrawal
rule-reservations = Reservations
rule-sources = Where this can be checked
rule-unverified = Not verified
rule-file = The treaty file

## Entry into force, and what if.

force-title = { $short }: entry into force
force-have = Deposited
force-missing = Missing
force-date-recorded = Entered into force
force-date-reckoned = By the rule
force-earliest = Earliest, if all deposited on this day
force-since = The treaty entered into force on { $day }.
force-ahead = The condition is met; the treaty enters into force on { $day }.
force-would = With these deposits, the treaty would enter into force on { $day }.
force-open = { $listed ->
    [1] The condition is not met: { $missing } of the States named have yet to deposit.
   *[other] The condition is not met: { $others } more instruments are needed.
}
force-named = The { $n } States named in the condition
force-legend = C: ratified. S: signed, not ratified. –: neither. Each tile opens the State’s own page.
force-by-rule = By the rule, from the record as it stands today: { $what }. Today’s tables have lost predecessor States, so this can differ from the day on record, which is the one that counts.
whatif-legend = What if these States deposited?
whatif-when = on
whatif-ask = Reckon
whatif-supposing = Supposing these deposits, which are not on record:

## Counts.

count-definition = What it counts
count-rule = Condition for entry into force
count-names = The names behind it
count-sources = The sources behind it
n-entries = { $n ->
    [one] one entry
   *[other] { $n } entries
}

## All acts.

acts-title = { $short }: all acts
acts-lede = { $n ->
    [one] One act on record.
   *[other] { $n } acts on record, newest first.
}

## One participant under one treaty.

participation-title = { $name } and the { $short }
participation-acts = Acts
participation-done-by = Acting predecessor
participation-name-then = Name on that day
why-heading = How this came about
was-party = On { $on }, { $name } was bound by the { $short }: in force for it since { $since }.
was-party-unknown = On { $on }, { $name } was bound by the { $short }; from which day is not known.
was-contracting-from = On { $on }, { $name } had consented to be bound by the { $short }, which enters into force for it on { $since }.
was-contracting = On { $on }, { $name } had consented to be bound by the { $short }, which was not in force for it.
was-signatory = On { $on }, { $name } had signed the { $short } and had not consented to be bound.
was-withdrawn = On { $on }, { $name } was no longer bound by the { $short }: it left on { $since }.
was-withdrawn-unknown = On { $on }, { $name } was no longer bound by the { $short }; since when is not known.
was-none = On { $on }, { $name } had no signature and no consent standing under the { $short }.

## Duties.

duties-title = { $short }: duties
duties-lede = { $n ->
    [one] One duty on { $on }: when it is due, how it stands, and why.
   *[other] { $n } duties on { $on }: when each is due, how it stands, and why.
}
duties-undated = Continuing, or running from an event
duties-lede-days = { $n ->
    [one] One duty falls due from { $from } to { $to }, as it stands on { $on }.
   *[other] { $n } duties fall due from { $from } to { $to }, as they stand on { $on }.
}
duties-article = Article
duties-any = all
duties-open = open, or not known
duties-narrowed = Shown are duties due, overdue, extended or not known to be done, within a year of the day.
duties-all = All duties, on any day and in any standing
duties-told = On record:
duty-original = First due on { $what }.
duty-first-due = first due on { $what }
duty-extended-to = Extended to { $what }.

## States.

states-heading = States and other participants
states-lede = Everyone in whose name acts are on record, or who could join.
states-find = Find by any name or code
status-state = States
status-state-note = States that can become party where the Secretary-General is depositary.
status-state-one = State
status-organisation = Organisations
status-organisation-note = They join alongside States.
status-organisation-one = Organisation
status-former = Former States
status-former-note = They count on the days of their existence.
status-former-one = Former State
status-not-counted = On record, not counted
status-not-counted-note = Acts stand in their name; the depositaries’ lists do not count them.
status-not-counted-one = On record, not counted
state-treaties = Where it stood on { $what }
state-caption = Standing under every treaty open to it
state-undated = Continuing duties, and duties without a day
state-roles = Offices held
state-acts = All acts, by day
state-names = Names
state-aliases = Former and other names

## Matrix.

matrix-title = Matrix
matrix-heading = States and treaties on { $what }
matrix-caption = One row per State, one column per treaty; the letters are explained above
matrix-any-treaty = any
matrix-any-standing = any
matrix-sort = Order
matrix-sort-name = by name
matrix-sort-code = by code
matrix-sort-joined = most treaties first
matrix-shut = Not open to it
matrix-rows = { $n ->
    [one] One State.
   *[other] { $n } States and other participants.
}
matrix-empty = Nobody stands so with this choice. Choose another group, treaty or standing.
matrix-note = A cell is empty where the treaty is not open to the State. The last row counts everyone, whatever is chosen above.

## Changes.

changes-title = Changes from { $from } to { $to }
changes-from = From
changes-to = to
changes-every = every treaty
changes-empty = Nothing is on record between these days. Choose other days or every treaty; acts come in through an import (accede import).
changes-summary = Who did what
changes-acts = The acts

## Findings, uncertainties.

findings-heading = What does not add up
findings-lede = Contradictions in the record, sources that differ, rules that give another day than a source prints. Nothing here is repaired in silence: each finding waits for a person.
findings-severity = Weight
findings-any = any
findings-empty = Nothing of this kind is open.
uncertain-heading = What is uncertain
uncertain-lede = Facts that rest on a weak source, days of which only the month or year is known, entries in dispute, and rules that nobody has verified against the text.
uncertain-disputed = In dispute
uncertain-low-confidence = On a weak source
uncertain-day-unknown = The day is not known
uncertain-unverified = Rules not verified
uncertain-medium-confidence = On one source
uncertain-rest = All { $n }
uncertain-all = All reasons

## Ledger.

ledger-heading = The ledger
ledger-lede = { $n } entries, each bound to the one before it by a hash. Nothing is changed or deleted; a correction is another entry.
ledger-caption = Entries, newest first
ledger-empty = The ledger is empty.
ledger-newest = Newest entries
ledger-older = Older entries
entry-title = Entry { $seq }
entry-id = Identifier
entry-link = Hash
entry-previous = Entry before
entry-first = none: this is the first
entry-touched = Touched by entries:
entry-body = What the entry says, as recorded
entry-before = Entry before
entry-after = Entry after
source-title = Document
source-place = Where in it
source-as-at = Speaks as at
source-retrieved = Read on
source-confidence = How far it carries
body-act = act
body-treaty = treaty file
body-participant = participant
body-alias = further name
body-membership = membership of a group
body-meeting = meeting
body-role = office
body-fulfilment = fulfilment
body-extension = extension
body-observation = observation
body-printed-count = printed count
body-quarantined = in quarantine
body-correction = correction
body-retraction = retraction
body-dispute = dispute
body-facts-release = release of facts

## About.

about-heading = About these pages
about-lede = Accede keeps the record of disarmament treaties and answers from it: who was bound on a day, who is missing, what entry into force still needs, what falls due and why.
about-counts = What the counts count
about-standings = The standings
about-method = Method
about-method-1 = Everything known is an entry in a ledger to which entries are only added. Each entry names its source and is bound to the one before it by a hash, so that anyone with a copy can verify the whole.
about-method-2 = Every answer has two times: the legal day (what was the status on that day) and the day of knowledge (what was on record by then). A permanent link fixes both, so a published figure can be reproduced years later.
about-method-3 = Dates of effect are reckoned by each treaty’s own rule, article by article, and every reckoned date shows its steps. What a source prints and what the rule gives are two values; where they differ, both are shown.
about-sources = Sources and licences
about-sources-text = Each entry names the document it was taken from, the day it was read and how far it carries. The status pages of the United Nations Treaty Collection and the treaties database of the United Nations Office for Disarmament Affairs come first; other sources fill the gaps and are named in the entry.
about-licence = Facts of treaty status are not subject to copyright; the texts and compilations of the sources keep their own terms. When you cite, name the source, the legal day and the day of knowledge, as the foot of each page does. These pages are not an official publication of any depositary; the depositary’s own notification is what counts in law.
about-names = The designations used do not imply the expression of any opinion on the legal status of any country or territory or of its authorities.
about-data = Data
about-data-text = Add .json to the address of a page for its data, .csv for its table; the page’s own parameters apply alike. The fields are the same as those of the command line.
about-problems = What cannot be answered is answered with a page that says what was expected; for programs, with a problem document (RFC 9457).

## The condition for entry into force.

condition = The treaty enters into force { $after } { $what } have been deposited.
condition-number = { $n } instruments of { $kinds }
condition-named = instruments of { $kinds } by all { $n } States of { $list }
condition-named-and-number = instruments of { $kinds } by the { $n } { $list } and by { $others } others
condition-not-before = It does not do so before { $what } from its opening for signature.
condition-on-record = What the treaty requires: { $what }.
list-or = { $rest } or { $last }
after-same-day = on the day on which
after-days = { $n } days after
after-months = { $n } months after
after-years = { $n } years after
after-first-day-of-month = on the first day of month { $n } after the month in which
length-nothing = the day itself
length-days = { $n } days
length-months = { $n } months
length-years = { $n } years

## What falls due, printed counts, one date.

due-title = Due from { $from } to { $to }
due-lede = { $n ->
    [one] One duty, as it stands on { $on }.
   *[other] { $n } duties, as they stand on { $on }.
}
empty-due = Nothing falls due between these days with this choice.
empty-treaty-duties = No duty of this treaty is on record. Duties come with the file of the treaty, each with its article and how its day is reckoned.
home-all-deadlines = All deadlines of the coming year
reconcile-heading = Printed and computed counts
reconcile-holds = { $n ->
    [one] One printed count was compared, and it agrees with the record.
   *[other] { $n } printed counts were compared, and all agree with the record.
}
reconcile-fails = { $n } printed counts were compared; { $failing } differ from the record.
explain-date = The day that results

## Kinds of meeting.

meeting-artxiv = Article XIV Conference
meeting-conferenceofparties = Conference of States Parties
meeting-consultation = Consultation
meeting-friendsministerial = Friends of the Treaty, ministerial meeting
meeting-informal = Informal meeting
meeting-intersessional = Intersessional meeting
meeting-msp = Meeting of States Parties
meeting-prepcom = Preparatory Committee
meeting-revcon = Review Conference
meeting-signatoriesmeeting = Meeting of States Signatories
meeting-signing = Signing conference
meeting-workshop = Workshop
