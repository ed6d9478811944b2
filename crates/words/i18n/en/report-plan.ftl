# An action plan: its goal beside where the treaty stands, and its actions.

report-title-plan = Action plan: goal and actions
report-part-plan = { $plan }
report-annex-plan = Actions of this plan: { $plan }

## The plan and its goal

report-plan-adopted = The plan was adopted { $day-on }.
report-plan-until = It was to run until { $until }.
report-plan-doubt = The entry of it is in doubt: { $why }.
report-plan-followed = It was followed { $day-on } by another: { $plan }.
report-plan-goal = Its goal was that { $n } States be party { $treaty-to }.
report-plan-goal-by = Its goal was that { $n } States be party { $treaty-to } by { $by }.
report-plan-stood-then = When that time had run, { $day-on }, there were { $parties } States Parties{ $short ->
    [0] , and the goal was reached.
   *[other] , { $short-words } fewer.
}
report-plan-stood = { $day-start }, there were { $parties } States Parties{ $short ->
    [0] {""}: the goal was reached.
    [one] : one fewer than its goal.
   *[other] : { $short-words } fewer than its goal.
}
report-plan-joined = Since the adoption of the plan, { $n ->
    [one] one State consented to be bound { $treaty-by }: { $states-list }.
   *[other] { $n-words } States consented to be bound { $treaty-by }: { $states-list }.
}
report-plan-left = In the same time, the consent { $states-of } ceased to stand.
report-plan-said-a = { $day-start }, { $by } spoke on the plan in a statement with this title: { $title }.
report-plan-said-b = A statement { $by-of } with the title { $title } is on record for { $day }.

## Its actions

report-plan-actions = { $n-start } { $n ->
    [one] action of the plan is
   *[other] actions of the plan are
} on record{ $unread ->
    [0] .
   *[other] ; of { $unread-words } the text was not read: { $numbers }.
} No entry of the record says what was done on any one of them.

report-plan-doubted = { $n ->
    [one] This text is in doubt, and only the annex has it: { $numbers }.
   *[other] These texts are in doubt, and only the annex has them: { $numbers }.
}
report-plan-theme = { $theme }.
report-plan-no-theme = Actions without a section.
report-plan-action = Action { $number }: { $text }.
report-plan-indicator = Indicator: { $text }.
report-plan-due = Due: { $due }.

report-col-action = Action
report-col-theme = Section
report-col-asks = What it asks
report-col-indicator = Indicator
report-col-due = Due
report-cell-unread = not read
report-cell-doubted = in doubt
