# Campaigns: what is to be reached, each State on its way, who was approached.

nav-campaigns = Campaigns
campaigns-title = Campaigns
campaigns-lede =
    { $n ->
        [one] One campaign is on record.
       *[other] { $n } campaigns are on record.
    }
campaigns-what = A campaign says what is to be reached under a treaty: that it enters into force, a number of consents, every State of a region. Its board shows how far each State is.
campaigns-none = None is on record that you may see. Record one, or open the demonstration campaign, which can be taken away again:
campaigns-teach = Stages, promises and contacts are recorded State by State; what the depositary recorded is counted by law and never changed by them.
campaigns-implied = By treaty
campaigns-implied-what = Each treaty has a board without a campaign too: towards its entry into force or, once it is in force, towards all who may join.
campaigns-figures = { $reached } of { $targets } States have given their consent.
campaign-title-of = { $what } – { $campaign }
campaign-pages = Pages of this campaign
campaign-board = Board
campaign-table = Table
campaign-contacts = Contacts and acts
campaign-planned = Planned
campaign-calendar = Calendar
campaign-roles = Offices
campaign-state = State

campaign-aim-force = Aim: that the { $short } enters into force.
campaign-aim-consents = Aim: that { $n } States consent to be bound by the { $short }.
campaign-aim-everybody = Aim: that every State joins the { $short }.
campaign-aim-group = Aim: that every member of { $group } joins the { $short }.
campaign-aim-these =
    { $n ->
        [one] Aim: that one State joins the { $short }.
       *[other] Aim: that { $n } States join the { $short }.
    }
campaign-goal-met = On { $on }, that is reached.
campaign-goal-distance =
    { $n ->
        [one] On { $on }, one consent is missing.
       *[other] On { $on }, { $n } consents are missing.
    }
campaign-goal-unknown = How many consents that needs, no rule on file says.
campaign-implied = No campaign is recorded here: this is the aim of the { $what } itself.
campaign-targets = States it is about
campaign-reached = consented in its time
campaign-missing = still missing
campaign-before = consents when it began
campaign-wanted = consents wanted
campaign-from = From { $day }.
campaign-until = Until { $day }.
campaign-by = Run by
campaign-entry = entry

campaign-column-not_contacted = No contact on record
campaign-column-contacted = Contacted, no stage recorded
campaign-letter-not_contacted = –
campaign-letter-contacted = C
campaign-letter-aware = A
campaign-letter-interested = I
campaign-letter-process_open = O
campaign-letter-parliament = P
campaign-letter-approved = V
campaign-letter-deposited = D
campaign-letter-stalled = S
campaign-letter-blocked = B
campaign-letter-withdrew = W
campaign-board-note = A stage is what somebody recorded; what the depositary recorded goes before it. Nothing is inferred: where no stage is on record, none is shown. You see what you may see; others may have recorded more.
campaign-nobody = There is no State to show.
campaign-none = None.
campaign-overdue = overdue
campaign-passed = its day passed
campaign-stage-on = as of { $day }
campaign-deposited-on = By law: consent of { $day }
campaign-differs-no-deposit = Recorded as deposited; no such act is on record.
campaign-differs-contacted = Recorded as not contacted; a contact is on record.
campaign-differs-deposited = The stage recorded last is an earlier one.
campaign-last-on = last contact { $day }
campaign-last-undated = contacted, day not known
campaign-planned-on = planned { $day }
campaign-planned-undated = planned, no day yet
campaign-next = Next: { $what }
campaign-due = due { $day }
campaign-done-on = done { $day }
campaign-pledged = Promised: { $what }
campaign-pledges-open =
    { $n ->
        [one] one open promise
       *[other] { $n } open promises
    }
campaign-contact = { $kind }, by { $by }
campaign-no-day = no day
campaign-no-contact = no contact on record
campaign-asked = Asked for: { $what }

campaign-show = Show
campaign-every-stage = every stage
campaign-sort-name = name
campaign-sort-stage = stage
campaign-sort-standing = standing in law
campaign-sort-contact = last contact, longest ago first
campaign-sort-contacts = number of contacts
campaign-sort-planned = next contact planned
campaign-sort-due = what is due next
campaign-table-caption = The States of the campaign
campaign-col-stage = Stage
campaign-col-law = In law
campaign-col-last = Last contact
campaign-col-last-ever = Last contact ever
campaign-col-contacts = Contacts
campaign-col-planned = Next contact planned
campaign-col-next = To be done
campaign-col-obstacles = In the way
campaign-support = Support asked for, not yet offered
campaign-promised = Promised

campaign-contacts-lede = Who was approached from { $from } to { $to }, and who signed or gave consent from the first of these days up to { $on }.
campaign-no-credit = That an act came after an approach does not show that it came of it. Nothing is credited here but what a person recorded as credited, with how sure that person was.
campaign-since-label = No contact since
campaign-pair-both = Approached, and acted afterwards
campaign-pair-both-undated = Approached, and acted; which came first is not on record
campaign-pair-approached = Approached, and has not acted since
campaign-pair-otherwise = Acted; approached at another time only
campaign-pair-acted = Acted, and never approached on record
campaign-pair-neither = Neither approached nor acted
campaign-contacted-times =
    { $n ->
        [one] one contact
       *[other] { $n } contacts
    }
campaign-word-of = the word of { $what }
campaign-the-approach = the approach
campaign-what-followed = what followed
campaign-uncontacted = No contact since { $what }
campaign-uncontacted-note = Those whose consent is missing. A contact that is planned is none.
campaign-uncontacted-caption = States without a contact since the day

campaign-planned-lede = Contacts that are planned, by meeting and by who is to make them.
campaign-planned-empty = Nothing is planned. An approach recorded as planned stands here.
campaign-planned-nowhere = No meeting named
campaign-by-meeting = By meeting
campaign-by-messenger = By messenger

campaign-roles-lede = Coordinators, champions, envoys and friends of the { $what }, as far as on record.
campaign-roles-empty = No office is on record.
campaign-held-now = Held
campaign-held-ahead = To come
campaign-held-unknown = Days not known
campaign-held-past = Past
campaign-ends-soon = ends within 180 days

campaign-calendar-lede =
    { $n ->
        [one] One thing from { $from } to { $to }.
       *[other] { $n } things from { $from } to { $to }.
    }
campaign-calendar-overdue = Open from before
campaign-calendar-empty = Nothing falls between these days. Contacts planned, steps with a day, promises, ends of terms and meetings stand here.
campaign-day-meeting = Meeting
campaign-day-planned = Planned
campaign-day-step = To be done
campaign-day-pledge = Promised
campaign-day-term = Term ends
campaign-day-ends = The campaign ends

campaign-not-target = This campaign is not about this State; what is on record of it is shown all the same.
campaign-state-page = { $what } across all treaties
campaign-state-law = Under the { $what }
campaign-story = What happened
campaign-story-empty = Nothing is on record.
campaign-story-stage = Stage: { $what }
treaty-campaign = Campaign board

problem-no-campaign-title = No such campaign
problem-no-campaign = No campaign “{ $given }” is on record, and no treaty has this id.
api-part-campaigns = Campaigns
campaign-by-rule = consents the rule asks for
campaign-record = Record a stage, a promise, or what followed
campaign-record-title = { $what }: record
campaign-record-back = Back to this State
campaign-record-lede = What you know of this State under the { $what }. Only the team that you choose sees it.
campaign-record-stage = How far it is
campaign-record-stage-what = As you read it. What the depositary recorded is counted by itself, and goes before it.
campaign-record-step = Step at home, if one was taken
campaign-record-on = On which day it was so
campaign-record-day-how = A day, a month or a year: 2026-11-22, 2026-11 or 2026
campaign-record-evidence = What shows it
campaign-record-pledge = What it promised
campaign-record-kind = To do what
campaign-record-promised = In its words, or yours
campaign-record-promised-on = When it promised
campaign-record-due = By when
campaign-record-became = What became of a promise
campaign-record-which = Which promise
campaign-record-became-what = What became of it
campaign-record-no-pledge = Choose the promise.
campaign-record-no-became = Say what became of it.
campaign-record-attribution = What followed on an approach
campaign-record-confidence = How sure you are
campaign-record-why = Upon what
campaign-record-nothing-to-credit = For this both a contact that took place and an act of the State have to be on record.
campaign-record-team = For which team
campaign-record-button = Record
campaign-record-no-team = Choose a team for which you may record.
campaign-record-nothing = Choose what is to be recorded.
campaign-record-no-stage = Choose a stage.
campaign-record-no-day = Say on which day it was so.
campaign-record-bad-day = That is no day: write 2026-11-22, 2026-11 or 2026.
campaign-record-no-kind = Choose what was promised.
campaign-record-no-promise = Say what was promised.
campaign-record-no-approach = Choose the approach.
campaign-record-no-act = Choose what followed.
campaign-record-no-confidence = Say how sure you are.
campaign-record-no-why = Say upon what.
campaign-record-no-word = That is none of the words to choose from.
campaign-record-act = What followed
campaign-record-approach = The approach

## Recording a campaign.

campaign-new-title = A new campaign
campaign-new-old = Put the campaign right
campaign-new-link = Record a campaign
campaign-new-edit = Put it right
campaign-new-name = Title
campaign-new-id = Name in addresses
campaign-new-id-how = 2 to 40 of a-z, 0-9 and hyphens, such as ctbt-2025-2027. It stays.
campaign-new-aim = What is to be reached
campaign-new-aim-force = The treaty enters into force
campaign-new-aim-consents = So many States consent to be bound
campaign-new-aim-everybody = Every State joins that may
campaign-new-aim-group = Every member of a group joins
campaign-new-aim-these = These States join
campaign-new-what = How many, which group, or which States
campaign-new-what-how = 130; or AU; or Nepal; Tonga. Not needed for entry into force and for every State.
campaign-new-from = First day
campaign-new-until = Last day
campaign-new-by = Run by
campaign-new-by-how = States, with a semicolon between them: Norway; Panama
campaign-new-own = your team
campaign-new-seen-how = Approaches, stages and promises have readers of their own: this is about the campaign’s title, aim and note.
campaign-new-no-team = Choose who may see it: at least one team for which you may record.
campaign-new-no-title = Say what the campaign is called.
campaign-new-no-name = Give it a name for its address.
campaign-new-no-treaty = Choose the treaty.
campaign-new-no-aim = Choose what is to be reached.
campaign-new-no-number = Say how many: a number, such as 130.
campaign-new-no-group = No group on record is called “{ $what }”.
campaign-new-no-states = Say which States are to join.
