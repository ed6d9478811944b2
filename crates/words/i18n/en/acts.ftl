## Kinds of act, as the treaties name them.

act-signature = signature
act-definitive-signature = definitive signature
act-succession-to-signature = succession to signature
act-ratification = ratification
act-acceptance = acceptance
act-approval = approval
act-accession = accession
act-succession = succession
act-formal-confirmation = formal confirmation
act-consent-to-be-bound = consent to be bound
act-provisional-application = provisional application
act-provisional-application-ended = end of provisional application
act-withdrawal-notified = notification of withdrawal
act-withdrawal-held-back = withdrawal held back
act-withdrawal-rescinded = notification of withdrawal taken back
act-withdrawal-effective = withdrawal takes effect
act-ratification-withdrawn = ratification withdrawn
act-intention-not-to-become-party = communication of intention not to become party
act-declaration = declaration
act-reservation = reservation
act-objection = objection
act-territorial-scope = territorial scope
