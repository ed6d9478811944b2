# Documents: what stands around their sentences, and the one library of the sentences themselves.

## Paper

paper-notes = Sources
paper-note-back = Back to the text
paper-note-as-at = as at { $day }
paper-note-read = read on { $day }
paper-note-entries = { $n ->
    [one] entry { $names }
   *[other] entries { $names }
}
paper-note-no-source = No source is named
paper-note-query = Query:
paper-again = The same report is made again at { $address }

## What a treaty is called within its report, in the forms a sentence may ask for.

report-treaty = the Treaty
report-treaty-of = of the Treaty
report-treaty-to = to the Treaty
report-treaty-by = by the Treaty
report-treaty-start = The Treaty
report-convention = the Convention
report-convention-of = of the Convention
report-convention-to = to the Convention
report-convention-by = by the Convention
report-convention-start = The Convention
report-protocol = the Protocol
report-protocol-of = of the Protocol
report-protocol-to = to the Protocol
report-protocol-by = by the Protocol
report-protocol-start = The Protocol
report-amendment = the Amendment
report-amendment-of = of the Amendment
report-amendment-to = to the Amendment
report-amendment-by = by the Amendment
report-amendment-start = The Amendment

## Words of the record, and titles.

report-quoted = “{ $words }”
report-titled = { $symbol }, “{ $title }”
report-person = { $name } ({ $capacity })

## Title, headings, colophon.

report-title-progress = Progress report
report-title-treaty = { $title } ({ $short })
report-part-none = What is on record
report-none = Nothing is on record that this report could tell of.
report-none-activities = No activity for { $treaty } is on record for the days of this report.
report-none-obligations = No obligation under { $treaty } is on record that this report could tell of for its days.
report-none-plan = No action plan under { $treaty } is on record by the day of this report.
report-none-votes = No roll call on a resolution about { $treaty } is on record for the days of this report.
report-none-assistance = No assistance under { $treaty } is on record for the days of this report.
report-annex = Annex { $n }
report-part-status = Status of the treaty
report-part-activities = Activities
report-part-open = Open promises and next steps
report-part-handover = Handover
report-sub-approaches = Approaches to States outside { $treaty }
report-sub-fora = Conferences, organisations and texts
report-sub-awareness = Public awareness
report-sub-others = Organisations
report-made-public = Made from the public record as known at { $known }: { $entries } entries, head { $head }.
report-made-team = Made from what { $team } may see of the record as known at { $known }: { $entries } entries, head { $head }.
report-restricted = For { $team } only
# $n: the paragraphs that their authors wrote or changed; $out: those that they left out.
report-hand = In the words of its authors: { $n ->
    [0] no paragraph
    [one] one paragraph
   *[other] { $n } paragraphs
 }. Left out by them: { $out ->
    [0] none
    [one] one paragraph
   *[other] { $out } paragraphs
 }.
report-signed-in = those who are signed in

## Offices.

report-held = { $time-start }, { $by } held the office of { $office }.
report-took = { $by-start } took the office of { $office } { $day-on } and { $by-n ->
    [one] holds
   *[other] hold
} it still.
report-holds = { $by-start } held the office of { $office } in this period.
report-next = { $day-start }, the office of { $office } passes to { $by }.

## What changed.

report-entered = { $treaty-start } entered into force { $day-on }.
report-act-signature = { $by-start } signed { $treaty } in the period under report.
report-act-signature-many = { $n-start } States signed { $treaty } in the period under report: { $by-list }.
report-act-definitive = { $by-start } signed { $treaty } definitively.
report-act-succession-signed = { $by-start } succeeded to the signature { $treaty-of }.
report-act-ratification = { $by-start } ratified { $treaty } in the period under report.
report-act-ratification-many = { $n-start } States ratified { $treaty }: { $by-list }.
report-act-acceptance = { $by-start } accepted { $treaty }.
report-act-approval = { $by-start } approved { $treaty }.
report-act-accession = { $by-start } acceded { $treaty-to } in the period under report.
report-act-accession-many = { $n-start } States acceded { $treaty-to } in the period under report: { $by-list }.
report-act-succession = { $by-start } succeeded { $treaty-to }.
report-act-confirmation = { $by-start } formally confirmed { $treaty }.
report-act-consent = { $by-start } consented to be bound { $treaty-by }.
report-act-provisional = { $by-start } declared that { $treaty } would be applied provisionally.
report-act-provisional-ended = { $by-start } ended the provisional application { $treaty-of }.
report-act-notified = { $by-start } gave notice of withdrawal.
report-act-rescinded = { $by-start } took a notice of withdrawal back.
report-act-left = The withdrawal { $by-of } took effect.
report-act-undone = { $by-start } withdrew ratification { $treaty-of }.
report-act-not = { $by-start } told the depositary of the intention not to become party { $treaty-to }.

## How many stand where, and what entry into force needs.

report-totals-ratified = { $day-start }, { $signatures } { $organisations ->
    [0] States
   *[other] States and organisations
} had signed { $treaty }, of which { $consents } had also ratified it.
report-totals-bound = { $day-start }, { $consents } { $organisations ->
    [0] States
   *[other] States and organisations
} had consented to be bound { $treaty-by }.
report-totals = { $day-start }, { $consents } { $organisations ->
    [0] States
   *[other] States and organisations
} had consented to be bound { $treaty-by }; { $only } more had signed it and had yet to do so.
report-force-annex = Under Article { $article }, { $treaty } enters into force once all { $named } States of { $list } have ratified it; { $n-words } of them { $n ->
    [one] has
   *[other] have
} yet to do so.
report-force-named = Under Article { $article }, { $treaty } needs the instruments of { $named-words } States that it names; { $n-words } of them { $n ->
    [one] is
   *[other] are
} still lacking.
report-force-number = { $treaty-start } is not in force: under Article { $article } it needs { $n-words } more { $n ->
    [one] instrument
   *[other] instruments
}.
report-force-further = { $n-start } further { $n ->
    [one] instrument is
   *[other] instruments are
} needed, whoever deposits { $n ->
    [one] it
   *[other] them
}.
report-force-ratify = { $states-start } { $states-n ->
    [one] has signed, but not ratified
   *[other] have signed, but not ratified
}.
report-force-sign = { $states-start } { $states-n ->
    [one] has
   *[other] have
} not signed.

## What was done: the opening.

report-activities = { $n-start } { $n ->
    [one] activity in support { $treaty-of } is on record for this period; the annex lists it.
   *[other] activities in support { $treaty-of } are on record for this period; the annex lists each of them.
}
report-aim-force = The aim { $by-of } was the entry into force { $treaty-of }.
report-aim-consents = The aim { $by-of } was that { $n } States consent to be bound { $treaty-by }.
report-aim-everybody = The aim { $by-of } was that every State join { $treaty }.
report-aim-group = The aim { $by-of } was that every State of this group join { $treaty }: { $group }.
report-aim-these = The aim { $by-of } was that these States join { $treaty }: { $states-list }.
report-uncertain = { $n-start } further { $n ->
    [one] activity is
   *[other] activities are
} on record whose days are not known well enough to place { $n ->
    [one] it
   *[other] them
} in this period.

## Approaches to States.

report-unnamed = By { $kinds }, { $by } turned to { $whom }, which the record does not name one by one.
report-approached-a = { $by-start } took { $open ->
    [0] accession
   *[other] signature and ratification
} up bilaterally with { $n-words } { $n ->
    [one] State
   *[other] States
}: { $to-list }.
report-approached-b = In bilateral démarches, { $by } asked { $n ->
    [one] one State
   *[other] { $n-words } States
} to { $open ->
    [0] join { $treaty }
   *[other] sign or ratify { $treaty }
}: { $to-list }.
report-approached-c = Bilateral démarches { $by-of } went to { $to }.
report-demarche-joint = { $by-start } made joint démarches to { $to }.
report-demarche-regional = Through regional groups, { $by } approached { $to }.
report-invited = { $by-start } invited { $to }.
report-wrote = { $by-start } wrote to { $to }.
report-note-verbale = Notes verbales { $by-of } went to { $to }.
report-telephoned = { $by-start } also spoke informally with { $to }.
report-met-a = { $by-start } met bilaterally with { $to }.
report-met-b = In bilateral meetings, { $by } raised { $treaty } with { $to }.
report-met-closed = { $by-start } met informally, in small circles, with { $to }.
report-visited = Delegations { $by-of } travelled to the { $to-n ->
    [one] capital
   *[other] capitals
} { $to-of }.
report-called-on = { $by-start } paid courtesy calls on { $to }.
report-inside = { $treaty-start } was also discussed { $by-by } with { $to }, whose consent already stood.
report-ways = Steps were taken { $ways }.
report-levels = These contacts were at { $levels } level.
report-person-states = { $person } acted for { $by } in contacts with { $to }.
report-person-others = On behalf { $by-of }, { $person } went on speaking for { $treaty } with { $whom }.
report-others = { $who }: { $kinds }.

report-noun-demarche_bilateral = bilateral démarches
report-noun-demarche_joint = joint démarches
report-noun-demarche_regional_group = démarches through regional groups
report-noun-invitation = invitations
report-noun-letter = letters
report-noun-note_verbale = notes verbales
report-noun-phone_or_message = informal messages
report-noun-meeting_bilateral = bilateral meetings
report-noun-meeting_informal_closed = informal meetings
report-noun-visit = visits
report-noun-courtesy_call = courtesy calls

report-level-head_of_state_gov = head of State or government
report-level-political = political
report-level-special_envoy = special envoy
report-level-ambassadorial = ambassadorial
report-level-deputy = deputy
report-level-working = working
report-level-expert = expert
report-level-military = military
report-level-parliamentary = parliamentary
report-level-secretariat = secretariat
report-level-civil_society = civil society

## Who was approached and who acted.

report-both = { $n-start } { $n ->
    [one] State was approached
   *[other] States were approached
} by { $by-n ->
    [2] both { $by }
   *[other] each { $by-of }
}: { $states-list }.
report-both-unknown = Whether any of these approaches were made together, the record does not say.
report-join-ratified = Of the { $all-words } States approached by name, { $n-words } ratified { $treaty } in the period under report: { $states-list }.
report-join-ratified-next = { $n-start } ratified it: { $states-list }.
report-join-joined = Of the { $all-words } States approached by name, { $n-words } consented to be bound { $treaty-by } in the period under report: { $states-list }.
report-join-joined-next = { $n-start } consented to be bound in another way: { $states-list }.
report-join-signed = Of the { $all-words } States approached by name, { $n-words } signed { $treaty } in the period under report: { $states-list }.
report-join-signed-next = { $n-start } signed it: { $states-list }.
report-join-none = { $all ->
    [one] { $states-start }, the one State approached by name, neither signed nor joined { $treaty } in the period under report.
   *[other] None of the { $all-words } States approached by name signed or joined { $treaty } in the period under report.
}
report-join-undated = Which came first, the approach or the act, the record does not say.
report-join-undated-some = Which came first, the approach or the act, the record does not say for { $states }.
report-join-unnamed = { $states-start } acted as well; no approach on record names { $states-n ->
    [one] it
   *[other] them
}.
report-credit-none = The record credits no act to an approach, and neither does this report.
report-credit-possible = It is on record as possible that an approach { $by-of } contributed to the { $act } { $states-of }.
report-credit-probable = It is on record as probable that an approach { $by-of } contributed to the { $act } { $states-of }.
report-credit-acknowledged = It is on record that { $states } acknowledged the part an approach { $by-of } had in the { $act }.

## Statements, texts, resolutions, papers.

report-spoke-a = { $by-start } spoke in support { $treaty-of } { $venues }.
report-spoke-b = { $by-start } made statements to the same effect { $venues }.
report-spoke-c = Statements in support { $treaty-of } were made { $by-by } { $venues }.
report-spoke-group = { $by-start } spoke on behalf of a group { $venues }.
report-spoke-joint = { $by-start } joined in a statement of several States { $venues }.
report-spoke-elsewhere = { $by-start } also spoke for { $treaty } { $venues }, which the record does not name.
report-language-a = { $time-start }, { $by } obtained language on { $treaty } in a text agreed { $venues }.
report-language-b = { $time-start }, a text agreed { $venues } carried such language again.
report-language-undated = { $by-start } obtained language on { $treaty } in a text agreed { $venues }.
report-language-plain = { $by-start } obtained language on { $treaty } in an agreed text.
report-words-a = In the words of the record: { $words }.
report-words-b = The record puts it thus: { $words }.
report-sponsored = { $by-start } sponsored { $titles }.
report-sponsored-plain = { $by-start } sponsored a resolution on { $treaty }.
report-voted = { $by-start } took part in the vote on { $titles }.
report-voted-plain = { $by-start } took part in the vote on a resolution on { $treaty }.
report-voted-yes = { $by-start } voted in favour of { $titles }.
report-voted-it-yes = { $by-start } also voted in favour of it.
report-voted-it-words = { $by-start } also took part in the vote on it (in the words of the record: { $words }).
report-voted-words = { $by-start } took part in the vote on { $titles } (in the words of the record: { $words }).
report-voted-plain-words = { $by-start } took part in the vote on a resolution on { $treaty } (in the words of the record: { $words }).
report-papers = { $by-start } { $n ->
    [one] sponsored a working paper
   *[other] sponsored working papers
}: { $titles }.
report-papers-plain = { $by-start } sponsored a working paper on { $treaty }.
report-papers-at = { $venues-start }, { $by } { $n ->
    [one] sponsored a working paper
   *[other] sponsored working papers
}: { $titles }.
report-papers-at-plain = { $venues-start }, { $by } sponsored a working paper on { $treaty }.

## Meetings, panels, events, help.

report-presided = { $time-start }, { $by } presided { $venues }.
report-presided-in = { $time-start }, { $by } presided { $venues }, { $ways }.
report-hosted = { $by-start } gave venue, chair or secretariat { $venues }.
report-hosted-plain = { $by-start } gave venue, chair or secretariat to a meeting.
report-side-event = { $by-start } held side events { $venues }.
report-placeless = Also on record for { $by }, without a place: { $kinds }.
report-addressed = This was addressed to { $to }.
report-panel-a = { $by-start } took part in { $n ->
    [one] a panel { $venues }.
   *[other] panels { $venues }.
}
report-panel-b = { $by-start } spoke on { $n ->
    [one] a panel { $venues }.
   *[other] panels { $venues }.
}
report-briefed = { $by-start } gave briefings on { $treaty } { $venues }.
report-briefed-states = { $by-start } briefed { $to } on { $treaty }.
report-workshop = { $by-start } held regional workshops { $venues }.
report-workshop-states = { $by-start } held regional workshops for { $to }.
report-seminar = { $by-start } held seminars on how to join { $treaty } { $venues }.
report-seminar-states = { $by-start } held seminars on how to join { $treaty } for { $to }.
report-webinar = { $by-start } held online seminars { $venues }.
report-webinar-states = { $by-start } held online seminars for { $to }.
report-training = { $by-start } trained officials and technicians { $venues }.
report-training-states = { $by-start } trained officials and technicians of { $to }.
report-travel = { $by-start } paid the way of delegates { $venues }.
report-travel-states = { $by-start } paid the way of delegates { $to-of }.
report-assisted = { $by-start } lent technical support { $venues }.
report-assisted-states = { $by-start } gave technical assistance to { $to }.
report-parliaments = { $by-start } took { $treaty } up with members of parliament.
report-public = { $by-start } turned to the public in support { $treaty-of }.
report-youth = { $by-start } took { $treaty } up with the young.
report-media = { $by-start } spoke for { $treaty } in the media.

## What is open, and who comes next.

report-promised = { $day-start }, { $by } promised { $what }; nothing on record says yet that it was done.
report-promised-words = { $day-start }, { $by } promised { $what }: { $words }.
report-promised-due = It was to be done by { $day }.
report-promise-sign = to sign
report-promise-join = to ratify or to accede
report-promise-vote = support in a vote
report-promise-attend = to attend
report-promise-implement = measures at home
report-promise-assist = to help
report-promise-other = this
report-step = Still to be done: { $what }.
report-step-due = Still to be done by { $day }: { $what }.

## Annexes.

report-annex-status = Status as of: { $day }
report-annex-activities = Activities on record, { $time }
report-col-state = State or organisation
report-col-signed = Signature
report-col-consent = Consent to be bound
report-col-in-force = In force
report-col-left = Left
report-col-when = When
report-col-by = By
report-col-what = What
report-col-to = To whom
report-col-where = Where
