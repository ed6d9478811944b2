# Approaches: the list, and one of them.

nav-approaches = Approaches
index-outreach = Outreach
api-part-outreach = Outreach
expected-code = one of the words that the reference of addresses lists for it

approaches-title = Approaches
approaches-follow-up-title = Open follow-ups
approaches-lede = Who approached whom for a treaty, and what came of it: what has been made public. Teams see theirs once they are signed in.
approaches-lede-in = Who approached whom for a treaty, and what came of it: what you may see.
approaches-new = Record an approach
approaches-all = All approaches
approaches-any = any
approaches-more = More choices
approaches-narrow = Narrow the list
approaches-none-so = No approach that you may see matches. Choose less, or look at all of them.
approaches-empty = Nothing is here yet. This is where you would read who approached which State for a treaty, at which level, what was answered, and what is to be done next.
approaches-sign-in = Sign in to see those of your teams and to record one
approaches-demo = Whoever runs the instance can show how it looks, and take it away again:
approaches-count = { $n ->
    [one] One approach.
   *[other] { $n } approaches.
}
approaches-count-so = { $n ->
    [one] One approach matches.
   *[other] { $n } approaches match.
}
approaches-count-open = { $n ->
    [one] After one of them something is still to be done.
   *[other] After { $n } of them something is still to be done.
}

approach-title = Approach
approach-who = Who
approach-whom = Whom
approach-kind = What
approach-stage = Status
approach-level = Level
approach-channel = Channel
approach-forum = Forum
approach-place = Place
approach-meeting = Meeting
approach-acted-as = Acted
approach-themes = Arguments
approach-points = What was said
approach-answer = What was answered
approach-outcome = Outcome
approach-obstacle = In the way
approach-asked = Help asked for
approach-offered = Help offered
approach-note = Note
approach-nobody = nobody named
approach-no-day = no day
approach-follow-up = Follow-up
approach-follow-up-open = still to be done
approach-follow-up-overdue = overdue
approach-words = Words
approach-from = From
approach-to = To
approach-next = Next steps
approach-step = What
approach-owner = By whom
approach-due = Due
approach-done = Done
approach-open = Not yet
approach-papers = Papers
approach-followed = What followed
approach-followed-note = Somebody recorded that this followed, and how sure they are that the approach had to do with it. No credit is given by the program.
approach-seen-by = Seen by
approach-released = Released as
approach-history = As recorded
approach-edit = Correct or complete it
approach-repeat = Record another like it

state-approaches = Approaches
state-approaches-count = { $n ->
    [one] One approach with this State that you may see.
   *[other] { $n } approaches with this State that you may see.
}
state-approaches-last = The last one

body-approach = approach
body-release = release of an extract
body-team = team
body-person = person
body-seat = seat in a team
body-key = key of an instance
body-agreement = agreement to hand over
body-campaign = campaign
body-stage = stage of a State
body-pledge = pledge
body-attribution = what followed an approach
body-roll-call = recorded vote
