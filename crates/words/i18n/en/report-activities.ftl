# The overview of activities that States have completed for a treaty, by level.

report-title-activities = Activities undertaken by States
report-part-overview = Overview
report-part-bilateral = Bilateral level
report-part-multilateral = Multilateral level
report-sub-annex = Activities with States of { $list }
report-sub-listed = Activities with States whose instruments entry into force needs by name
report-sub-other = Activities with other States
report-sub-unnamed = Activities with States that the record does not name one by one
report-sub-global = Global level
report-sub-regional = Regional level
report-sub-untold = Global or regional: the record does not say which

report-overview = { $n-start } { $n ->
    [one] activity in support { $treaty-of }, undertaken by { $by }, is on record for this period.
   *[other] activities in support { $treaty-of }, undertaken by { $by }, are on record for this period.
}
report-overview-many = { $n-start } activities in support { $treaty-of }, undertaken by { $all-words } States, are on record for this period.
report-overview-completed = Only what was completed is listed; the annexes have each activity with its day, its place and what was said, as far as they are on record.
report-at-bilateral = { $n-start } { $n ->
    [one] activity was
   *[other] activities were
} at bilateral level.
report-at-multilateral = { $n-start } { $n ->
    [one] activity was
   *[other] activities were
} at multilateral level.
report-at-public = { $n-start } { $n ->
    [one] activity was
   *[other] activities were
} addressed to the public, to parliaments or to the media.
report-days-same = { $n ->
    [one] This was
   *[other] All of this was
} { $time }.
report-days-between = The first of these was { $first-on }, the last { $last-on }.
report-days-some = Days are on record for { $n-words } of these: the first was { $first-on }, the last { $last-on }.
report-days-some-same = A day is on record for { $n-words } of these: { $time }.

## Annexes.

report-annex-counts = Number of activities of each State, { $time }; what several did together is counted for each of them
report-annex-bilateral = Activities at bilateral level, { $time }
report-annex-listed = Activities at bilateral level with States that entry into force needs by name, { $time }
report-annex-other = Activities at bilateral level with other States, { $time }
report-annex-unnamed = Activities at bilateral level with States that the record does not name, { $time }
report-annex-global = Activities at global level, { $time }
report-annex-regional = Activities at regional level, { $time }
report-annex-untold = Activities at multilateral level of which the record does not say whether they were global or regional, { $time }
report-annex-public = Activities addressed to the public, to parliaments or to the media, { $time }
report-col-bilateral = Bilateral
report-col-listed = States needed by name
report-col-other = Other States
report-col-unnamed = States not named
report-col-global = Global
report-col-regional = Regional
report-col-untold = Level not on record
report-col-public = Public
report-col-words = Texts
