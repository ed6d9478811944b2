# Whom to approach next: signals, weights and the sentences of why.

next-kicker = Whom next
next-lede = { $n ->
    [0] Everybody whom this is about is in.
    [one] One State is not in. Why approach it, as the record has it on { $on }.
   *[other] { $n } States are not in, in the order in which the record speaks for approaching them on { $on }.
 }
next-no-probability = These are signals, and no probabilities: nobody has reckoned how likely a State is to join. A point is the weight of a signal times its value; what is not known adds nothing.
next-how = How the points are made
next-own = This order is made of what you may see: of approaches that are kept from you it knows nothing.
next-weights = Weights
next-weights-note = From 0, which leaves a signal out, to 10. The address keeps them.
next-weights-show = Order anew
next-weights-usual = As usual
next-col-value = Value
next-col-weight = Weight
next-col-signal = Signal
next-of-most = of { $most }
next-unknown = Not known:
next-messengers = Who might speak to it
next-venues = Where
next-brief = Brief
next-nobody = Nobody is left to approach: everybody whom this is about is in.
next-geography = Land borders: { $what }.

## Signals

next-signal-signatory = Signed
next-signal-signatory-means = Its signature stands, and its consent is lacking.
next-signal-voted_yes = Voted in favour
next-signal-voted_yes-means = Its last vote on the resolution about the treaty: in favour 0.8, and 1 where it did not vote so before; abstained 0.3; against or absent 0.
next-signal-neighbours = Its neighbours
next-signal-neighbours-means = The share of those with whom it has a land border that are in.
next-signal-groups = Its groups
next-signal-groups-means = The share of the other members that are in, over the two smallest groups of its region.
next-signal-stage = Stage at home
next-signal-stage-means = How far it is, as somebody recorded it: aware 0.2, interested 0.4, process under way 0.6, in parliament 0.8, approved 1; stalled 0.1, blocked minus 0.5, stepped back minus 1.
next-signal-pledges = Pledges
next-signal-pledges-means = An open promise to join: overdue 1, due within a year 0.8, else 0.6.
next-signal-contact = Time since the last contact
next-signal-contact-means = Nothing for 90 days, then more from day to day, and 1 after two years or where no approach is on record.
next-signal-meeting = Meeting ahead
next-signal-meeting-means = A meeting within 180 days: 1 where those who coordinate and the State have a seat, 0.6 where the State has one, 0.4 where it may come. Nobody records who will come.
next-signal-eif = Needed for entry into force
next-signal-eif-means = 1 where the treaty cannot enter into force without it, 0.5 where it would be one of a number.
next-signal-instruments = Joined other treaties
next-signal-instruments-means = The share it joined in the last ten years of the treaties followed here that it could have joined.

## Why

next-why-signed = Signed on { $day }, and its consent is lacking.
next-why-not-signed = Has not signed, or its signature no longer stands.
next-why-intends-not = Told the depositary on { $day } that it does not intend to become a party.
next-why-no-roll-call = No roll call on the resolution about the treaty is on record.
next-why-not-listed = In no roll call on record.
next-why-vote = { $ballot }: { $resolution }, { $day }.
next-why-vote-moved = { $ballot }: { $resolution }, { $day }. On { $earlier } it was: { $before }.
next-why-no-neighbours = Has no land border with a State that may join.
next-why-neighbours-all = { $of ->
    [one] Its one land neighbour is in: { $names }.
   *[other] All { $of } land neighbours are in: { $names }.
 }
next-why-neighbours-none = { $of ->
    [one] Its one land neighbour is not in.
   *[other] None of its { $of } land neighbours is in.
 }
next-why-neighbours = { $in } of { $of } land neighbours { $in ->
    [one] is
   *[other] are
 } in: { $names }.
next-why-group = { $group }: { $in } of { $of } other members are in.
next-why-no-group = No group of its region is on record.
next-why-no-stage = Nobody recorded how far it is.
next-why-stage = { $stage }, { $day }.
next-why-stage-step = { $stage } ({ $step }), { $day }.
next-why-no-pledge = No open promise to join is on record.
next-why-pledge = { $kind }: promised, without a day.
next-why-pledge-due = { $kind }: promised for { $due }.
next-why-pledge-overdue = { $kind }: promised for { $due }, which is past.
next-why-never = No approach to it is on record that you may see.
next-why-undated = Approached on a day that nobody recorded.
next-why-contact = { $days ->
    [0] Last approached: { $day }.
    [one] Last approached: { $day }, a day ago.
   *[other] Last approached: { $day }, { $days } days ago.
 }
next-why-no-meeting = No meeting within 180 days is on record at which it has a seat.
next-why-meeting-both = { $meeting }, { $day }: it has a seat, and so have { $names }.
next-why-meeting-seat = { $meeting }, { $day }: it has a seat. Who will come is not on record.
next-why-meeting-open = { $meeting }, { $day }: open to it as an observer. Who will come is not on record.
next-why-needed = The treaty cannot enter into force without it.
next-why-counts = It would count towards the number that entry into force needs.
next-why-not-needed = Entry into force does not depend on it.
next-why-in-force = The treaty is in force, or its condition is met.
next-why-joined-all = There is no other treaty here that it could have joined in the last ten years.
next-why-joined = Joined { $in } of { $of } in the last ten years: { $names }.
next-why-joined-none = Joined none of { $of } in the last ten years.

## Who and where

next-who-moved = { $times ->
    [one] Approached it once and something came of it: { $outcome }.
   *[other] Approached it { $times } times and something came of it; the last time: { $outcome }.
 }
next-who-neighbour = Has a land border with it.
next-who-office = Holds an office: { $office }.
next-who-group = Is in { $group } with it.
next-where-channel = { $channel }: { $times ->
    [one] one earlier contact
   *[other] { $times } earlier contacts
 }, something came of { $came }.
next-where-place = { $place }: { $times ->
    [one] one earlier contact
   *[other] { $times } earlier contacts
 }, something came of { $came }.
next-where-both = { $channel }, { $place }: { $times ->
    [one] one earlier contact
   *[other] { $times } earlier contacts
 }, something came of { $came }.
expected-weight = a whole number from 0 to 10
next-decimal = .
next-meeting = { $short }, { $meeting }
