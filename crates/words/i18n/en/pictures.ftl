## Pictures: titles, and what a reader who cannot see them needs. A section for each kind, by name.

## bars: the members of groups by standing.

bars-title = { $short }: how the members of each group stood on { $on }
bars-empty = No group to show.
bars-total = { $n } of { $all }
bars-desc = A bar for each group, divided by standing; beside it how many of its members had consented on { $on }. { $told }.

## curve: accession curves.

curve-title = { $short }: signatures, consents and parties, { $from } to { $to }
curve-empty = No signature and no consent is on record up to this day. Once an act is recorded, a step appears here for each.
curve-signatures =
    { $n ->
        [one] signature
       *[other] signatures
    }
curve-consents =
    { $n ->
        [one] consent
       *[other] consents
    }
curve-parties =
    { $n ->
        [one] party
       *[other] parties
    }
curve-in-force = In force { $day }
curve-meetings = Meetings
curve-desc-first = Stepwise lines count the signatures, the consents and the parties. The first act on record is of { $day }.
curve-desc-on = On { $day }: { $parties } parties, { $consents } consents, { $signatures } signatures.
curve-desc-end = At the end of the picture, { $day }: { $parties } parties, { $consents } consents, { $signatures } signatures.
curve-desc-in-force = In force since { $day }.
curve-desc-goal = Marked: { $goal }.
curve-desc-meetings =
    { $n ->
        [one] One meeting is marked below.
       *[other] { $n } meetings are marked below.
    }

## curves: several treaties laid over each other.

curves-title =
    { $tally ->
        [signatures] Signatures
        [parties] Parties
       *[consents] Consents
    }, { $what }
curves-title-years =
    { $tally ->
        [signatures] Signatures
        [parties] Parties
       *[consents] Consents
    } by years since opening for signature, { $what }
curves-years = years since opening for signature
curves-empty = No act is on record under these treaties up to this day.
curves-desc = A stepwise line for each treaty. On { $day }: { $ends }.
curves-desc-years = A stepwise line for each treaty, all beginning on the day on which it was opened for signature and ending on { $day }: { $ends }.

## poster: States and treaties.

poster-title = States and treaties on { $on }
poster-empty = No participant and no treaty to show.
poster-shut = No box: the treaty is not open to it.
poster-desc = { $states } rows, one for each participant, and { $treaties } columns, one for each treaty; in each box the standing on { $on }. Consents by treaty: { $told }.

## multiples: one small curve for each treaty.

multiples-title =
    { $tally ->
        [signatures] Signatures
        [parties] Parties
       *[consents] Consents
    }, { $what }, treaty by treaty
multiples-desc = { $n } small curves on the same scales, up to { $most }. On { $day }: { $numbers }.

## picture: the lines under every file.

picture-note-day = As of { $on }.
picture-note-days = As of { $on }; the record as known on { $known } ({ $entries } entries, { $head }).
picture-note-sources = Sources: { $sources }.
picture-note-terms = Facts of treaty status are free to use; name the source and both days. Not an official publication of any depositary. Made with Accede.

## timeline: one participant's standings.

timeline-title = { $name }: its standing under each treaty
timeline-empty = No act of it is on record under any treaty. Its standings appear here once one is recorded.
timeline-desc = A row for each treaty, from { $from } to { $to }; bars show the standing of { $name }, marks its acts. On { $on }: { $standings }.
