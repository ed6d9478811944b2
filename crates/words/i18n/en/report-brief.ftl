# The brief on States, and the note for a meeting with one. Their lines are those of brief.ftl.

report-title-brief = Brief
report-title-bilateral = Note for a bilateral meeting
report-part-state = { $states-list }
report-messenger = { $states-list }.
report-opening-in = The consent { $states-of } stands: what can be spoken of is what it owes, and its help with others.
report-opening-signatory = { $states-start } has signed { $treaty } and has yet to consent to be bound: its consent is what there is to ask for.
report-opening-outside = { $states-start } has neither signed { $treaty } nor consented to be bound: joining is what there is to ask for.
report-opening-left = { $states-start } has left { $treaty }: its return is what there is to ask for.
report-opening-not-open = { $treaty-start } is not open to { $states }, which never acted under it.
report-across-party = State Party: { $treaties }.
report-across-contracting = Consent given, not yet in force for it: { $treaties }.
report-across-signatory = Signed only: { $treaties }.
report-across-withdrawn = Left: { $treaties }.
report-across-none = Neither signed nor consented: { $treaties }.
