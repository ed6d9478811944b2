# What people do: recording, releasing.

entry-release = Release an extract of this approach

release-title = Release an extract
release-back = The approach
release-seen-by = Who sees the approach
release-what = What is released
release-always = For which treaty it was, that it took place, of what kind it was, and which States or organisations approached which is in every extract.
release-to = Who may see the extract
release-to-public = Anyone
release-to-signed-in = Everybody signed in here
release-to-nobody = Choose who may see the extract.
release-circle-unknown = There is no such team any more. Choose again who may see the extract.
release-label = How far they may pass it on
release-no-label = Nothing is said
release-label-unknown = There is no such label.
release-label-narrower = This label does not allow so many to see it: choose a wider label, or fewer people.
release-member-unknown = A part was chosen that an approach does not have. Open the page again.
release-for-good = The extract is an entry of its own and tells nothing else of the approach. It can be taken back; what others have read by then, they have read.
release-button = Release it

member-persons = Who took part, by name
member-capacities = Their functions
member-levels = Their levels
member-acted_as = In which capacity they acted
member-on = When
member-channel = The channel
member-place = Where
member-forum = The forum
member-meeting = The meeting
member-themes = The arguments
member-points = What was said
member-answer = What was answered
member-outcomes = What came of it
member-obstacles = What stands in the way
member-asked = The help they asked for
member-offered = The help that was offered
member-next = What is to be done next
member-documents = The papers
member-note = The note

problem-may-not-title = You may not do that
may-not-token = The token was not made for that. What makes public, invites or administrates needs a person who is signed in.
may-not-role = Whoever does that must be { $role } at least.
may-not-each-team = It belongs to several teams. Whoever does that must be { $role } at least in each of them.
may-not-office = Only administrators of the office may do that.
may-not-public = It is public already.
role-name-reader = reader
role-name-contributor = contributor
role-name-editor = editor
role-name-administrator = administrator

problem-not-recorded-title = Nothing was recorded
problem-needs-token = A program records with a token of its person: send it as `Authorization: Bearer …`. Tokens are made on the page of the account.
problem-not-json = Send JSON, and say so: `Content-Type: application/json`.
problem-body-too-large = It is too large: at most { $most } bytes are taken.
problem-not-recorded = Nothing was recorded: { $why }.
problem-other-under-key = You recorded something else under this key before. A key is for one entry: choose another for this one.
problem-not-kept = The ledger could not be written, and perhaps nobody knows whether this was recorded. Look before you send it again; whoever runs this instance finds the cause in its log.

handover-title = Handing over
handover-back = The team
handover-lede = Here a team agrees that what is for it alone, or for it and others that agree too, is handed over to the next coordinators: as a signed bundle, to an instance whose key was compared.
handover-nobody = No other instance’s key is believed here yet. Whoever runs this instance adds one when people have compared its fingerprint.
handover-fingerprint = Fingerprint of the key
handover-said = What the team said
handover-agreed = It agrees to hand over what is about
handover-agreed-all = It agrees to hand over everything
handover-not-agreed = It does not agree to hand anything over
handover-what = What is handed over
handover-all = Everything, whatever it is about
handover-agree = Agree
handover-withdraw = Agree no longer
handover-how = What is labelled TLP:RED or TLP:AMBER+STRICT is never handed over. Nothing is sent by this page: whoever runs the instance makes the bundle, and it takes what the teams agree to on that day.
handover-nothing = Choose what is handed over: everything, or the treaties it is about.
handover-no-key = This key is no longer believed here.
handover-no-treaty = One of the treaties is not on record any more. Open the page again.

held-back = You signed in by a password alone, and are shown nothing of your teams yet.
held-back-how = Add an authenticator app or a passkey, or sign in with the one you have
