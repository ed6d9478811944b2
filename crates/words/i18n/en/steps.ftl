## The steps of a reckoning. The names in braces are those of the step's inputs.

step-under-article = Article { $article }: { $sentence }
step-under-heading = { $article }: { $sentence }
step-recorded = on record: { $act } by { $by }, { $date }
step-in-force-recorded = on record: { $treaty } entered into force on { $day }
step-condition-met = { $have } of { $required } { $what } deposited: the condition is met on { $day }
step-condition-open = { $have } of { $required } { $what } deposited: the condition is not met
step-supposed = supposing that { $by } deposits on { $date }
step-plus-days = { $from } plus { $n } { $n ->
    [one] day
   *[other] days
}, the first day not counted, is { $day }
step-plus-months = { $from } plus { $n } { $n ->
    [one] month
   *[other] months
} is { $day }
step-plus-years = { $from } plus { $n } { $n ->
    [one] year
   *[other] years
} is { $day }
step-first-day-of-month = the first day of month { $n } after the month of { $from } is { $day }
step-same-day = on the day itself, { $day }
step-not-before = but not before { $not_before }: { $day }
step-original = deposited by { $until }: bound from the treaty’s own entry into force, { $day }
step-later = deposited after { $after }: its own term runs from { $date }
step-same-for-every-day = the day in { $date } is not known; every day of it gives { $day }
step-day-unknown = the day in { $date } is not known, so the result lies between { $earliest } and { $latest }
step-dormant = { $treaty } is not in force: the duty has not begun
step-not-bound = { $by } is not bound: the duty does not apply
step-situation-unknown = owed by { $who }; whether that is so is not on record
step-bound-from = in force for { $by } from { $day }
step-extended = extended to { $until }
step-fulfilled = fulfilled, { $date }
step-yearly = every year on { $month_day }, for { $covers }: { $day }
step-record-incomplete = nothing on record, and the record is not complete: whether it was done is not known
step-noticed = notice of withdrawal received on { $date }
step-held-back = held back by an armed conflict until it ends
step-printed = the source prints { $printed }
step-differs = the source prints { $printed }; the rule gives { $reckoned }
step-presumed = presumed: { $what }
step-nothing-on-record = nothing of the kind is on record for { $by }
step-no-rule = no rule is known for { $what }
step-record-only = no rule reckons this; only the record says: { $what }
step-rest-supposed = supposing that all that is lacking is deposited on { $date }
step-not-in-force = { $treaty } is not in force: nobody is bound yet
step-in-force-supposed = supposing that { $treaty } enters into force on { $day }
step-passed-before-bound = { $day } had passed when the State was bound, on { $bound_from }; the article sets no other day for it
step-awaits-event = runs from: { $event }
step-event-on = { $event }: { $date }
step-continuing = continuing: the text sets no day
step-off-calendar = a term begun on { $from } runs past the end of the calendar
step-extension-limit = one extension from { $from } can run to { $day } at the latest
