## What can fail to add up in the record.

severity-wrong = An answer may be wrong
severity-uncertain = An answer is uncertain
severity-note = Worth knowing

finding-before-opening = An act before the treaty was open for it
finding-after-closing = An act after it was closed
finding-never-signed = A ratification without a signature
finding-accession-by-signatory = An accession by a signatory
finding-second-consent = A second consent while one stands
finding-second-signature = A second signature while one stands
finding-nothing-to-withdraw = A withdrawal with nothing to withdraw
finding-no-effect = A withdrawal without a day of effect
finding-printed-differs = The printed day and the rule differ
finding-rule-differs = The recorded entry into force and the rule differ
finding-count-differs = A printed count differs from the computed one
finding-disputed = An entry is disputed
finding-day-unknown = Only the month or year is known
finding-not-eligible = An act that is not open to the participant
finding-no-such-act = An act the treaty does not know
finding-outside-existence = An act outside the days of the participant’s existence
finding-unregistered = A participant or treaty that is not registered
finding-extension-too-long = An extension longer than the treaty allows
finding-dangling-reference = A reference to an entry that is not there
finding-unreadable-treaty-file = A treaty file that cannot be read
finding-quarantined = Something waits in quarantine
finding-low-confidence = A source of low confidence
finding-unverified = Not verified, as the treaty file says
finding-held-without-rule = A withdrawal held back without a rule that provides for it
