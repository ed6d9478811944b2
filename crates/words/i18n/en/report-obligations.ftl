# Obligations and reports under a treaty: who fulfilled them, who is late, what falls due next, of whom nothing is known.

report-title-obligations = Obligations and reports due
report-part-obligations = Obligations, article by article
report-annex-obligations = Obligations by State, as they stood { $day-on }

## All together

report-duty-dormant = { $treaty-start } was not in force { $day-on }; what it asks of its States Parties was not owed yet.
report-duty-sum = Counted State by State and article by article, { $done ->
    [0] none of the obligations with a day stood
    [one] one obligation with a day stood
   *[other] { $done } obligations with a day stood
} on record as fulfilled { $day-on }, { $late ->
    [0] none as late
   *[other] { $late-words } as late
}; { $ahead ->
    [0] none was
    [one] one was
   *[other] { $ahead-words } were
} still to come.{ $open ->
    [0] {""}
    [one] {" "}Of one more, whose day had passed, the record does not say whether it was fulfilled.
   *[other] {" "}Of { $open-words } more, whose day had passed, the record does not say whether they were fulfilled.
}
report-duty-sum-period = { $all-start } { $all ->
    [one] obligation
   *[other] obligations
} fell due { $time }, counted State by State and article by article. { $done ->
    [0] None stands
   *[other] { $done-start } of them { $done ->
        [one] stands
       *[other] stand
    }
} on record as fulfilled, { $late ->
    [0] none as late
   *[other] { $late-words } as late
}{ $open ->
    [0] .
    [one] ; of one the record does not say whether it was fulfilled.
   *[other] ; of { $open-words } the record does not say whether they were fulfilled.
}

## An article, and by when

report-duty = Article { $article }: { $duty }.
report-duty-year = Article { $article }, due { $day-on }: { $duty }.
report-duty-heading = { $article }: { $duty }.
report-duty-heading-year = { $article }, due { $day-on }: { $duty }.
report-duty-who = It is owed by { $who }.
report-duty-political = It was agreed politically and does not stand in the text.
report-rule-days = It is due { $n ->
    [0] on the day of
    [one] one day after
   *[other] { $n-words } days after
} entry into force for the State.
report-rule-months = It is due { $n ->
    [one] one month
   *[other] { $n-words } months
} after entry into force for the State.
report-rule-years = It is due { $n ->
    [one] one year
   *[other] { $n-words } years
} after entry into force for the State.
report-rule-first = It is due on the first day of the { $n-nth } month after entry into force for the State.
report-rule-all-days = For all alike it is due { $n ->
    [0] on the day on which the treaty itself entered into force.
    [one] one day after the treaty itself entered into force.
   *[other] { $n-words } days after the treaty itself entered into force.
}
report-rule-all-months = For all alike it is due { $n ->
    [one] one month
   *[other] { $n-words } months
} after the treaty itself entered into force.
report-rule-all-years = For all alike it is due { $n ->
    [one] one year
   *[other] { $n-words } years
} after the treaty itself entered into force.
report-rule-all-first = For all alike it is due on the first day of the { $n-nth } month after the treaty itself entered into force.

## Who stands how

report-duty-done = { $states-start } { $n ->
    [one] is
   *[other] are
} on record as having fulfilled it.
report-duty-done-many = { $n-start } States are on record as having fulfilled it: { $states-list }.
report-duty-done-after = { $states-start } did so after the day on which it was due.
report-duty-report-done = { $n ->
    [one] The report { $states-of } is on record.
   *[other] The reports { $states-of } are on record.
}
report-duty-report-done-many = The reports of { $n } States are on record: { $states-list }.
report-duty-extended = For { $states }, the deadline was extended to { $due }.
report-duty-late = { $n ->
    [one] { $states-start } was late { $day-on }, as the record shows.
   *[other] { $n-start } States were late { $day-on }, as the record shows: { $states-list }.
}
report-duty-late-then-a = { $n ->
    [one] When last heard of, { $seen-on }, { $states } was late.
   *[other] When last heard of, { $seen-on }, { $n-words } States were late: { $states-list }.
}
report-duty-late-then-b = { $n ->
    [one] { $seen-start }, the same was said { $states-of }.
   *[other] { $seen-start }, the same was said of { $n-words } States: { $states-list }.
}
report-duty-late-since = What has come in since, the record does not say.
report-duty-heard = On { $n ->
    [one] one State
   *[other] { $n-words } States
} the record has something to tell, but not whether it was done.
report-duty-heard-due = { $states-start }, due { $due-on }: { $what }.
report-duty-heard-undated = Of { $states }, the record says: { $what }.
report-duty-silent = For { $states }, the day has passed; whether it was done, the record does not say.
report-duty-silent-many-a = For { $n } States the day has passed; whether it was done, the record does not say. The annex names them.
report-duty-silent-many-b = The day has passed for { $n } States, which the annex names. The record does not say which of them have done it.
report-duty-silent-all = It fell due for { $n ->
    [one] one State
   *[other] { $n-words } States
}. The record has no report for that day and is not complete: which have come, it does not say.
report-duty-perhaps = Whether it applies to { $n ->
    [one] the one other State
   *[other] the { $n-words } other States
}, the record does not say.
report-duty-ahead = It falls due { $due-on } for { $states }.
report-duty-ahead-many = It falls due { $due-on } for { $n } States, which the annex names.
report-duty-ahead-year = It falls due for { $n } States.
report-duty-later = For { $n-words } more { $n ->
    [one] State
   *[other] States
} it falls due later, { $time }.
report-duty-not-owed = By the record, it does not apply to { $states }.
report-duty-said-of-all = Of all States together, a source said in this respect ({ $day }): { $what }.
report-duty-nothing = On { $n ->
    [one] one more article
   *[other] { $n-words } more articles
} the record has nothing to tell of any State: { $articles }.

## Annex

report-col-article = Article { $article }
report-col-heading = { $article }
report-cell-done = fulfilled
report-cell-extended = extended
report-cell-late = late
report-cell-late-then = late when last heard of
report-cell-unknown = not known
report-cell-ahead = due
