# Assistance under a treaty: given, asked for, offered, promised.

report-title-assistance = Assistance
report-part-given = Assistance given
report-part-undated = Assistance without a day that places it
report-part-asked = Requests and offers
report-part-promised = Promises of help

report-given = { $n-start } { $n ->
    [one] instance
   *[other] instances
} of assistance under { $treaty } { $n ->
    [one] is
   *[other] are
} on record for this period, given by { $by }.
report-given-others = { $n-start } { $n ->
    [one] instance
   *[other] instances
} of assistance under { $treaty } { $n ->
    [one] is
   *[other] are
} on record for this period.
report-undated = { $n-start } { $n ->
    [one] instance
   *[other] instances
} of assistance under { $treaty } { $n ->
    [one] is
   *[other] are
} on record without a day, or with none that is known well enough: whether { $n ->
    [one] it was
   *[other] they were
} given in this period cannot be said.
report-undated-deeds = The same holds of { $n-words } { $n ->
    [one] activity that was itself
   *[other] activities that were themselves
} help.
report-helped-a = { $day-start }, { $by } assisted { $to }: { $what }.
report-helped-b = { $by-start } gave assistance to { $to } { $day-on }: { $what }.
report-helped-and = { $day-start }, { $by } assisted { $to }, and also { $others }: { $what }.
report-helped-others = { $day-start }, { $by } assisted { $others }: { $what }.
report-helped-nobody = { $day-start }, { $by } gave assistance; to whom, the record does not say: { $what }.
report-helped-undated = { $by-start } assisted { $to }: { $what }.
report-helped-and-undated = { $by-start } assisted { $to }, and also { $others }: { $what }.
report-helped-others-undated = { $by-start } assisted { $others }: { $what }.
report-helped-nobody-undated = { $by-start } gave assistance; to whom, the record does not say: { $what }.

## Asked for, offered, promised.

report-asked = { $time-start }, { $to } asked for help: { $what }.
report-asked-plain = { $time-start }, { $to } asked for help; with what, the record does not say.
report-asked-among = { $time-start }, in talks with { $to }, help was asked for: { $what }.
report-asked-among-plain = { $time-start }, in talks with { $to }, help was asked for; with what, the record does not say.
report-asked-others = { $time-start }, in talks with { $whom }, help was asked for: { $what }.
report-asked-others-plain = { $time-start }, in talks with { $whom }, help was asked for; with what, the record does not say.
report-offered = { $time-start }, { $by } offered help to { $to }: { $what }.
report-offered-others = { $time-start }, { $by } offered help to { $whom }: { $what }.
report-offered-by-others = { $time-start }, help was offered to { $to } by { $who }: { $what }.
report-promise-kept = By the record, this promise was kept.
report-promise-in-part = By the record, this promise was kept in part.
report-promise-lapsed = By the record, this promise lapsed.
report-promise-withdrawn = By the record, this promise was withdrawn.

report-support-legal_advice = legal advice
report-support-model_legislation = model legislation
report-support-translation = translation
report-support-accession_kit = an accession kit
report-support-workshop = a workshop
report-support-expert_visit = the visit of an expert
report-support-study_visit = a study visit
report-support-sponsorship_travel = sponsored travel
report-support-reporting_help = help with reports
report-support-stockpile_destruction_help = help with destroying stocks
report-support-clearance_help = help with clearance
report-support-victim_assistance_help = help for victims
report-support-training = training
report-support-ndc_capacity = a national data centre
report-support-station_hosting = the hosting of a station
report-support-match_donor = the finding of a donor
report-support-peer_contact = the experience of a State of the region
report-support-parliamentary_briefing = a briefing of parliament

## Annexes.

report-annex-assistance = Assistance on record, { $time }, and assistance without a day that places it
report-annex-help = Activities that were themselves help, { $time }
report-no-day = no day on record
report-col-gave = Given by
report-col-received = Given to
report-col-help = With what
