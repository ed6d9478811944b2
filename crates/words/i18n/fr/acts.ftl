## Les actes, comme les traités les nomment.

act-signature = signature
act-definitive-signature = signature définitive
act-succession-to-signature = succession à la signature
act-ratification = ratification
act-acceptance = acceptation
act-approval = approbation
act-accession = adhésion
act-succession = succession
act-formal-confirmation = confirmation formelle
act-consent-to-be-bound = consentement à être lié
act-provisional-application = application provisoire
act-provisional-application-ended = fin de l’application provisoire
act-withdrawal-notified = notification de retrait
act-withdrawal-held-back = retrait suspendu
act-withdrawal-rescinded = notification de retrait retirée
act-withdrawal-effective = prise d’effet du retrait
act-ratification-withdrawn = retrait de la ratification
act-intention-not-to-become-party = communication de l’intention de ne pas devenir partie
act-declaration = déclaration
act-reservation = réserve
act-objection = objection
act-territorial-scope = application territoriale
