# The status sentence of a statement, to be read aloud.

report-title-sentence = Status sentence for a statement
report-part-short = In one sentence
report-part-full = In full
report-part-names = With names
report-part-welcome = Words of welcome

report-line-parties = As of { $day }, { $treaty } has { $parties } { $organisations ->
    [0] States Parties
   *[other] Parties
}{ $only ->
    [0] {""}
    [one] {" and one signatory"}
   *[other] {" and "}{ $only }{" signatories"}
}.
report-line-ratifications = As of { $day }, { $signatures } States have signed { $treaty }, of which { $consents } have also ratified it.
report-line-consents = As of { $day }, { $signatures } { $organisations ->
    [0] States
   *[other] States and organisations
} have signed { $treaty } and { $consents } have consented to be bound by it.
report-line-in-force = { $treaty-start } has been in force since { $day }.
report-line-bound = As of { $day }, { $parties } { $organisations ->
    [0] States
   *[other] States and organisations
} are party to it{ $only ->
    [0] {""}
    [one] {", and one more has signed it and has yet to ratify"}
   *[other] {", and "}{ $only }{" more have signed it and have yet to ratify"}
}.
report-line-later = For { $by }, which { $by-n ->
    [one] has deposited its instrument
   *[other] have deposited their instruments
}, it enters into force { $day-on }.
report-line-parties-rose = Since { $from }, the number of { $organisations ->
    [0] States Parties
   *[other] Parties
} has risen from { $was } to { $is }.
report-line-parties-fell = Since { $from }, the number of { $organisations ->
    [0] States Parties
   *[other] Parties
} has fallen from { $was } to { $is }.
report-line-ratified-rose = Since { $from }, the number of ratifications has risen from { $was } to { $is }.
report-line-ratified-fell = Since { $from }, the number of ratifications has fallen from { $was } to { $is }.
report-line-consents-rose = Since { $from }, the number of those that have consented to be bound { $treaty-by } has risen from { $was } to { $is }.
report-line-consents-fell = Since { $from }, the number of those that have consented to be bound { $treaty-by } has fallen from { $was } to { $is }.

## With names.

report-line-ratified = Since { $from }, { $by } { $by-n ->
    [one] has
   *[other] have
} ratified { $treaty }.
report-line-ratified-next = { $by-start } { $by-n ->
    [one] has
   *[other] have
} ratified { $treaty }.
report-line-acceded = Since { $from }, { $by } { $by-n ->
    [one] has
   *[other] have
} acceded { $treaty-to }.
report-line-acceded-next = { $by-start } { $by-n ->
    [one] has
   *[other] have
} acceded to it.
report-line-joined = Since { $from }, { $by } { $by-n ->
    [one] has
   *[other] have
} consented to be bound { $treaty-by }.
report-line-joined-next = { $by-start } { $by-n ->
    [one] has
   *[other] have
} consented in another form to be bound by it.
report-line-signed = Since { $from }, { $by } { $by-n ->
    [one] has
   *[other] have
} signed { $treaty }.
report-line-signed-next = { $by-start } { $by-n ->
    [one] has
   *[other] have
} signed { $treaty }.
report-line-nobody = Since { $from }, no State has signed or joined { $treaty }.
report-line-nobody-joined = No State has joined { $treaty } in that time.
report-line-latest = The last to join { $by-n ->
    [one] was
   *[other] were
} { $by }, { $day-on }.

## Welcome.

report-line-welcome = We welcome { $by }, which { $by-n ->
    [one] has
   *[other] have
} joined { $treaty } since { $from }.
report-line-welcome-ratified = We welcome { $by }, which { $by-n ->
    [one] has
   *[other] have
} ratified { $treaty } since { $from }.
report-line-welcome-signed = We welcome { $by }, which { $by-n ->
    [one] has
   *[other] have
} signed { $treaty } since { $from }.
report-line-welcome-signed-next = We also welcome the { $by-n ->
    [one] signature
   *[other] signatures
} { $by-of }.
