## Standings: a word, a letter and a definition. The letter stands in tables and tiles.

standing-party = State Party
standing-party-letter = P
standing-party-definition = Consent to be bound stands, and the treaty is in force for the State.
standing-contracting = Contracting State
standing-contracting-letter = C
standing-contracting-definition = Consent to be bound stands; the treaty is not, or not yet, in force for the State.
standing-signatory = Signatory
standing-signatory-letter = S
standing-signatory-definition = The signature stands; there is no consent to be bound.
standing-withdrawn = Withdrawn
standing-withdrawn-letter = W
standing-withdrawn-definition = Bound once, and left: not the same as never having joined.
standing-none = Not joined
standing-none-letter = –
standing-none-definition = No signature and no consent on record.

## Headings over the lists of a treaty's page.

standing-party-many = States Parties
standing-contracting-many = Contracting States
standing-signatory-many = Signatories only
standing-withdrawn-many = Withdrawn
standing-none-many = Not joined

## A treaty’s own term for those that signed and did no more.

standing-only = { $what } only

## The counts, with what each counts.

count-signatures = Signatures
count-signatures-definition = Participants whose signature stands on the day, those that have since consented included, as the depositary counts. A signature no longer stands once a withdrawal has taken effect.
count-consents = Consents
count-consents-definition = Participants whose consent to be bound stands on the day: by ratification, acceptance, approval, accession, succession, definitive signature, formal confirmation or consent to be bound, and not withdrawn.
count-parties = Parties
count-parties-definition = Participants whose consent stands and for which the treaty is in force on the day. A consent deposited lately counts here only once its term has run.
count-signatories-only = Signatories only
count-signatories-only-definition = Participants whose signature stands on the day and that have not consented to be bound.
count-withdrawn = Withdrawn
count-withdrawn-definition = Participants that were bound, left, and have not come back by the day.
count-outside = Outside
count-outside-definition = States and others that may join and whose consent does not stand on the day: signatories, those that withdrew and those that never acted.

## Duties.

duty-fulfilled = fulfilled
duty-fulfilled-letter = F
duty-due = due
duty-due-letter = D
duty-overdue = overdue
duty-overdue-letter = O
duty-extended = extended
duty-extended-letter = E
duty-dormant = dormant
duty-dormant-letter = z
duty-not-applicable = does not apply
duty-not-applicable-letter = –
duty-unknown = not known
duty-unknown-letter = ?

## What a named State lacks for entry into force.

lacks-nothing = ratified
lacks-ratification = ratification
lacks-signature-and-ratification = signature and ratification
