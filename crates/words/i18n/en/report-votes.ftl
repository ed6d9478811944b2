# The voting record: what roll calls on resolutions about a treaty list.

report-title-votes = Voting record
report-part-plenary = Votes of the General Assembly
report-part-committee = Votes of the First Committee
report-part-other-body = Votes of other bodies
report-part-paragraphs = Separate votes on paragraphs
report-part-states-voted = How each State voted

report-votes = { $n-start } { $n ->
    [one] roll call on a resolution about { $treaty } is on record for this period.
   *[other] roll calls on resolutions about { $treaty } are on record for this period.
}
report-votes-absent = Not to vote is not to abstain; the two are listed apart.
report-votes-uncertain = { $n-start } further { $n ->
    [one] roll call is
   *[other] roll calls are
} on record whose { $n ->
    [one] day is
   *[other] days are
} not known well enough to place { $n ->
    [one] it
   *[other] them
} in this period.

## Roll call by roll call.

report-voted-plenary = { $day-start }, the General Assembly voted on { $title }.
report-voted-plenary-a = { $day-start }, the Assembly voted on { $title }, under the same title.
report-voted-plenary-b = The vote on { $title }, again of that title, was { $day-on }.
report-voted-committee = { $day-start }, the First Committee voted on { $title }.
report-voted-committee-a = { $day-start }, the Committee voted on { $title }, under the same title.
report-voted-committee-b = The vote in committee on { $title }, again of that title, was { $day-on }.
report-voted-other = { $day-start }, another body voted on { $title }.
report-voted-other-next = { $day-start }, the vote there was on { $title }, under the same title.
report-voted-part-plenary = { $day-start }, the General Assembly voted separately on a part of { $title }: { $part }.
report-voted-part-committee = { $day-start }, the First Committee voted separately on a part of { $title }: { $part }.
report-voted-part-other = { $day-start }, another body voted separately on a part of { $title }: { $part }.
report-vote-result-a = The roll call lists { $yes } in favour, { $no ->
    [0] none
   *[other] { $no }
} against and { $abstain ->
    [0] none
   *[other] { $abstain }
} abstaining.
report-vote-result-b = There were { $yes } votes in favour and { $no ->
    [0] none
   *[other] { $no }
} against, with { $abstain ->
    [0] no abstention
    [one] one abstention
   *[other] { $abstain } abstentions
}.
report-vote-in-part = Who voted in favour, the record does not list.
report-vote-against = Against: { $states-list }.
report-vote-abstaining = Abstaining: { $states-list }.
report-vote-absent = Not voting: { $states-list }.
report-vote-moved = Since { $before }, from { $from } to { $to }: { $states-list }.
report-vote-moved-next = From { $from } to { $to }: { $states-list }.
report-position-yes = a vote in favour
report-position-no = a vote against
report-position-abstain = abstention
report-position-absent = no vote

## State by State.

report-cast-plenary = In the General Assembly
report-cast-committee = In the First Committee
report-cast-other-body = In another body
report-cast-plenary-parts = In separate votes of the General Assembly on paragraphs
report-cast-committee-parts = In separate votes of the First Committee on paragraphs
report-cast-other-parts = In separate votes of another body on paragraphs
report-cast-yes = { $where }, { $by } voted in favour of { $calls }.
report-cast-yes-next = { $by-start } voted in favour of { $calls }.
report-cast-no = { $where }, { $by } voted against { $calls }.
report-cast-no-next = { $by-start } voted against { $calls }.
report-cast-abstain = { $where }, { $by } abstained on { $calls }.
report-cast-abstain-next = { $by-start } abstained on { $calls }.
report-cast-absent = { $where }, { $by } did not take part in the { $n ->
    [one] vote
   *[other] votes
} on { $calls }.
report-cast-absent-next = { $by-start } did not take part in the { $n ->
    [one] vote
   *[other] votes
} on { $calls }.
report-cast-moved-a = Between { $before } and { $now }, { $by } moved from { $from } to { $to }.
report-cast-moved-b = From { $before } to { $now } the position { $by-of } changed again, from { $from } to { $to }.
report-cast-kept = The position { $by-of } did not change.
report-cast-unlisted = { $by-start } { $by-n ->
    [one] is
   *[other] are
} not listed in the { $n ->
    [one] roll call
   *[other] roll calls
} on { $calls }.
report-cast-nowhere = No roll call of this period lists { $by }.

## Annexes.

report-annex-votes = Roll calls on record, { $time }
report-annex-ballots = How each State is listed, by the number of the roll call in the annex before
report-col-number = No.
report-col-body = Body
report-col-resolution = Resolution
report-col-paragraph = Part
report-col-yes = In favour
report-col-no = Against
report-col-abstain = Abstaining
report-col-absent = Not voting
