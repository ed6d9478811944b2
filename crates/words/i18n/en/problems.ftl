## What the reader is told when a page cannot be shown.

problem-near = Did you mean
problem-home = The field today
problem-no-page-title = There is no such page
problem-no-page = Nothing stands at this address. The navigation above leads to everything there is.
problem-no-treaty-title = There is no such treaty
problem-no-treaty = No treaty here is called “{ $given }”. A treaty’s address is its short name, as in /treaties/ctbt.
problem-no-state-title = There is no such State
problem-no-state = No State or other participant here is called “{ $given }”, or it has no place on this page. Use a code of three letters, as in /states/ITA, or a name in any of the six languages.
problem-no-entry-title = There is no such entry
problem-no-entry = The ledger has no entry “{ $given }”. Its entries are numbered from 1 to { $entries }.
problem-no-count-title = There is no such count
problem-no-count = Nothing is counted here as “{ $given }”. There are signatures, consents, parties, signatories_only, withdrawn and outside.
problem-no-form = This page has no data as { $form }.
problem-question-title = The question cannot be read
problem-unknown-parameter = This address does not know “{ $given }”. It knows: { $known }.
problem-bad-value = For “{ $name }”, “{ $given }” cannot be read; expected is { $expected }.
problem-given-twice = “{ $name }” is given twice; give it once.
problem-backwards = The last day, { $to }, lies before the first, { $from }.
problem-bad-encoding = The address is not written in UTF-8 with percent signs, or holds control characters.
problem-too-long = The question is longer than { $longest } characters.
problem-only-get = These pages can be read (GET, HEAD); nothing can be sent to them.
problem-nothing-known-title = Nothing was known yet
problem-nothing-known = Nothing had been recorded by then; the first entry is of { $first }.
problem-ours-title = Something went wrong on our side
problem-ours = It has been logged. Nothing was changed; try again, or ask for another day.
expected-day = a day of the calendar as 2020-10-24, between 1850 and 2200
expected-moment = a moment as 2026-11-21T12:00:00Z, or a day as 2026-11-21
expected-language = one of en, fr, es, ar, zh, ru
expected-number = a whole number
expected-group = a group as the selector of the page lists it
expected-standing = one of party, contracting, signatory, withdrawn, none
expected-severity = one of wrong, uncertain, note
expected-supposition = a State, or a State and a day as USA=2027-02-01
expected-reason = one of disputed, low_confidence, day_unknown, unverified, medium_confidence
expected-sort = one of name, code, joined
