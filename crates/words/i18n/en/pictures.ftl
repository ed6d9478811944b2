## Pictures: titles, and what a reader who cannot see them needs. A section for each kind, by name.

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

## picture: the lines under every file.

picture-note-days = As of { $on }; the record as known on { $known } ({ $entries } entries, { $head }).
picture-note-sources = Sources: { $sources }.
picture-note-terms = Facts of treaty status are free to use; name the source and both days. Not an official publication of any depositary. Made with Accede.
