# The brief on States, and the note for a meeting with one. Their lines are those of brief.ftl; those that need the name
# of the State in a sentence are here in full.

report-title-brief = Brief
report-title-bilateral = Note for a bilateral meeting
report-part-state = { $states-list }

## Opening

report-opening-in = The consent { $states-of } stands: what can be spoken of is what it owes, and its help with others.
report-opening-in-since = { $states-start } consented to be bound by { $treaty } { $day-on }: what can be spoken of is what it owes, and its help with others.
report-opening-signatory = { $states-start } has signed { $treaty } and has yet to consent to be bound: its consent is what there is to ask for.
report-opening-signatory-since = { $states-start } signed { $treaty } { $day-on } and has yet to consent to be bound: its consent is what there is to ask for.
report-opening-outside = { $states-start } has neither signed { $treaty } nor consented to be bound: joining is what there is to ask for.
report-opening-left = { $states-start } has left { $treaty }: its return is what there is to ask for.
report-opening-left-since = { $states-start } left { $treaty } { $day-on }: its return is what there is to ask for.
report-opening-not-open = { $treaty-start } is not open to { $states }, which never acted under it.

## Talking points

report-full-needed = { $treaty-start } cannot enter into force without { $states }.
report-full-counts = The consent { $states-of } would count towards the number that the entry into force { $treaty-of } needs.
report-full-neighbours = Of the { $of-words } States with which { $states } has a land border, { $in-words } { $in ->
    [one] is
   *[other] are
} in: { $names }.
report-full-neighbours-all = { $of ->
    [1] The State with which { $states } has a land border is
    [2] Both States with which { $states } has a land border are
   *[other] All { $of-words } States with which { $states } has a land border are
} in: { $names }.
report-full-group = { $group }: { $in } of { $of } members other than { $states } are in.
report-full-joined = In the last ten years, { $states } joined { $in } of { $of } other treaties followed here that it could have joined: { $names }.
report-full-said = { $states-start } spoke on { $treaty }: { $meeting }, { $day }.
report-full-asked = { $states-start } asked for help { $day-on }: { $word }.
report-full-asked-offered = { $states-start } asked for help { $day-on }: { $word }. Offered so far: { $offered }.

## Who might speak to it

report-messenger-moved = { $who-list }: approached { $states } { $times ->
    [1] once, and something came of it: { $outcome }.
   *[other] { $times } times, and something came of it, the last time: { $outcome }.
}
report-messenger-moved-next = Approached { $states } { $times ->
    [1] once, and something came of it: { $outcome }.
   *[other] { $times } times, and something came of it, the last time: { $outcome }.
}
report-messenger-neighbour = { $who-list }: a land border with { $states }.
report-messenger-neighbour-next = A land border with { $states }.
report-messenger-office = { $who-list }: holds an office, { $office }.
report-messenger-office-next = Holds an office, { $office }.
report-messenger-group = { $who-list }: { $n ->
    [1] a group in common with { $states }, { $group }.
   *[other] groups in common with { $states }, { $group } and { $second }.
}
report-messenger-group-next = { $n ->
    [1] A group in common: { $group }.
   *[other] Groups in common: { $group } and { $second }.
}

## Other treaties

report-across-party = State Party: { $treaties }.
report-across-contracting = Consent given, not yet in force for it: { $treaties }.
report-across-signatory = Signed only: { $treaties }.
report-across-withdrawn = Left: { $treaties }.
report-across-none = Neither signed nor consented: { $treaties }.
