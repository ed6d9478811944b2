# Recording approaches: the form, what it tells and asks, drafts on a device.

rec-title = Record an approach
rec-all = All approaches
rec-back = The approach
rec-button = Record
rec-again = Repeat your last:
rec-not-said = Not said

## A text that is read.

rec-sentence = Say it in a sentence
rec-sentence-how = Such as: 12 Mar 2023 Vienna, PR met DPR of Nepal, bill in parliament, send model legislation by May. What is understood goes into the fields below; you confirm it.
rec-read = Fill in
rec-paste = Paste an e-mail or a cable
rec-pasted = The text
rec-pasted-how = It is read and not kept. What is understood goes into the fields below, and nothing else.
rec-from-text = from your text
rec-said = What was read
rec-said-found = The fields marked “from your text” were filled. Look them over before you record.
rec-said-nothing = Nothing was understood for certain.
rec-said-left = Not understood:
rec-said-persons = Persons it names, not taken over:
rec-said-marking = It bears the marking { $what }. This system is not accredited for classified information: nothing of it may be recorded here.
rec-open = Which is meant?
rec-open-none = None of these
rec-open-to-of = To whom, by name
rec-open-by-of = By whom, by name
rec-nothing-to-read = There is no text to read.

## Fields.

rec-treaty = Treaty
rec-to = Whom: the State
rec-to-level = Their level
rec-by = Who: the State
rec-by-level = Our level
rec-kind = What
rec-state = Did it take place?
rec-day = Day
rec-day-how = 2023-03-12, or 2023-03, or 2023.
rec-until = Last day, of several
rec-channel = Channel
rec-outcome = What came of it
rec-next-what = Next step
rec-next-by = By when
rec-next-owner = By whom
rec-group-who = Who exactly
rec-group-where = Where
rec-group-said = What was said
rec-group-came = What came of it, in full
rec-group-next = More next steps
rec-group-papers = Papers and a note
rec-group-seen = Who may see it: { $what }
rec-whom = Whom
rec-who = Who
rec-side-state = State
rec-side-of = Organisation, or part of the State
rec-side-person = Person
rec-side-capacity = Function
rec-side-level = Level
rec-acted-as = In which capacity
rec-more-treaty = Further treaties
rec-place = Place
rec-forum = Forum
rec-meeting = Meeting of the treaty, such as MSP 11
rec-theme = Arguments used
rec-points = Points made
rec-answer = Answer
rec-more-outcome = Further outcomes
rec-obstacle = Obstacles they name
rec-asked = Help they asked for
rec-offered = Help offered
rec-paper-title = Paper
rec-paper-url = Its address
rec-note = Note
rec-seen-by = Who may see it
rec-label = How far it may be passed on (TLP 2.0)
rec-marking-how = Nothing classified may be recorded here.
rec-no-script = Without scripts, what cannot be sent is not kept on this device.

## What is wrong with a field.

rec-wrong = It was not recorded yet. To be put right:
rec-slip-treaty = Choose the treaty.
rec-slip-kind = Say what it was.
rec-slip-state = Say whether it took place.
rec-slip-nobody-to = Say who was approached: a State, an organisation or a person.
rec-slip-nobody-by = Say who approached: a State, an organisation or a person.
rec-slip-state-unknown = No State is called “{ $what }”. An organisation goes into the field for organisations, under “Who exactly”.
rec-slip-state-near = Near to it: { $what }.
rec-slip-day = Write a day as 2023-03-12, a month as 2023-03 or a year as 2023.
rec-slip-backwards = The last day lies before the first.
rec-slip-until-alone = There is a last day and no first.
rec-slip-code = That is none of the words to choose from.
rec-slip-long = That is too long: at most { $n } characters.
rec-slip-capacity-alone = Say whose function this is: a State, an organisation or a person.
rec-slip-rows = That is too many: at most { $n }.
rec-slip-next = Say what is to be done.
rec-slip-paper = Give the paper a title.
rec-slip-seen-by = Choose at least one team that may see it.
rec-slip-not-seen = You would not see it yourself: choose a team of yours as well.
rec-slip-public = Only what took place may be public.
rec-slip-why = Say why, in at most 400 characters.
rec-other-under-key = This form was recorded before, and says something else now. If it is a further approach, send it once more; if it is the same, correct that one instead.
rec-changed-meanwhile = Somebody changed this approach since the form was made. Look at it as it stands, then send the form once more, if it is still right.
rec-nothing-changed = Nothing was changed.

## What is told before it is recorded.

rec-warned = Before you record
rec-near-others = Others who share with you approached the same State within 90 days:
rec-near-own = Your team approached the same State within 90 days:
rec-near-no-day = Planned, no day fixed
rec-near-by = Recorded by { $what }.
rec-beyond = People outside your team would read it:
rec-beyond-anyone = Anyone at all, signed in or not.
rec-beyond-everybody = { $n ->
    [one] Everybody who is signed in here: one person now, and whoever joins.
   *[other] Everybody who is signed in here: { $n } people now, and whoever joins.
}
rec-beyond-people = { $n ->
    [one] one person now, and whoever joins
   *[other] { $n } people now, and whoever joins
}
rec-beyond-persons = They would also read these names of persons:
rec-all-the-same = Record it all the same
rec-or-change = Or change what stands below and record that.

## After it.

rec-recorded-title = It is on record
rec-one-more = Record another
rec-one-like-it = Record another like it
rec-edit-title = Correct the approach
rec-edit-button = Record the correction
rec-outcome-title = What came of it
rec-why = Why it is corrected
rec-why-how = It stands beside the correction; what was recorded first can still be read.
rec-why-corrected = corrected
rec-why-outcome = what came of it
rec-retract-title = Take the approach back
rec-retract-how = It is then known not to be so. It can still be read in the record, with your reason.
rec-retract-button = Take it back
rec-steps-title = Next steps
rec-steps-none = No next step is on record.
rec-steps-done-on = Done on
rec-steps-mark = Done
rec-steps-mark-of = Done: { $what }

## Drafts on a device.

rec-kept-label = Drafts on this device
rec-kept-one = 1 draft is kept on this device and was not sent.
rec-kept-many = 0 drafts are kept on this device and were not sent.
rec-kept-send = Send
rec-kept-open = Open in the form
rec-kept-drop = Delete
rec-kept-drop-all = Delete all from this device
rec-kept-others = Somebody else who signed in on this device left drafts here. They are not shown; they can be deleted.
rec-kept-how = Drafts are kept unencrypted in this browser, on this device alone. Whoever uses it can read them. Signing out deletes them.
rec-kept-opened = The draft stands in the form. Look it over and record it.
rec-kept-needs = This needs the network, and there is none.
rec-kept-full = This browser refuses to keep it. Leave this page open until there is a network.
rec-kept-kept = The server cannot be reached. The draft is kept on this device and was not sent.
rec-kept-back = The server can be reached. On the page of the form a press sends each draft; sign in first if you are asked to.
rec-kept-gone = The drafts were deleted from this device.
rec-kept-leave = Drafts are kept on this device that were not sent. Signing out deletes them. Sign out?
rec-offline-title = Record an approach without a network
rec-offline-how = There is no connection to the server. What you write here is kept as a draft on this device, unencrypted; with a network and signed in, one press on the page of the form sends it.
rec-offline-again = Try to reach the form
rec-offline-button = Keep as a draft
rec-offline-no-script = Without scripts nothing can be kept here.
