## Les situations : un mot, une lettre, une définition.

standing-party = État partie
standing-party-letter = P
standing-party-definition = Consentement à être lié donné ; le traité est en vigueur à l’égard de l’État.
standing-contracting = État contractant
standing-contracting-letter = C
standing-contracting-definition = Consentement à être lié donné ; le traité n’est pas, ou pas encore, en vigueur à l’égard de l’État.
standing-signatory = Signataire
standing-signatory-letter = S
standing-signatory-definition = Signature, sans consentement à être lié.
standing-withdrawn = Retiré
standing-withdrawn-letter = R
standing-withdrawn-definition = Lié autrefois, puis retiré : ce n’est pas n’avoir jamais été partie.
standing-none = Hors du traité
standing-none-letter = –
standing-none-definition = Ni signature ni consentement au registre.

## Les titres des listes de la page d’un traité.

standing-party-many = États parties
standing-contracting-many = États contractants
standing-signatory-many = Seulement signataires
standing-withdrawn-many = Retirés
standing-none-many = Hors du traité

## Le terme propre d’un traité pour ceux qui ont signé sans plus.

standing-only = { $what } seulement

## Les décomptes, avec ce que chacun compte.

count-signatures = Signatures
count-signatures-definition = Participants ayant signé à la date choisie, y compris ceux qui ont consenti depuis, comme les compte le dépositaire. Une signature ne compte plus dès qu’un retrait a pris effet.
count-consents = Consentements
count-consents-definition = Participants ayant consenti à être liés à la date choisie : par ratification, acceptation, approbation, adhésion, succession, signature définitive, confirmation formelle ou consentement à être lié, sans retrait.
count-parties = Parties
count-parties-definition = Participants ayant consenti à être liés et à l’égard desquels le traité est en vigueur à la date choisie. Un consentement déposé récemment ne compte ici qu’une fois son délai écoulé.
count-signatories-only = Seulement signataires
count-signatories-only-definition = Participants ayant signé à la date choisie sans avoir consenti à être liés.
count-withdrawn = Retirés
count-withdrawn-definition = Participants qui étaient liés, se sont retirés et ne sont pas redevenus parties à la date choisie.
count-outside = Hors du traité
count-outside-definition = États et autres participants possibles qui, à la date choisie, n’ont pas consenti à être liés ou ne le sont plus : signataires, retirés, et ceux qui n’ont jamais agi.

## Les obligations.

duty-fulfilled = exécutée
duty-fulfilled-letter = E
duty-due = à échoir
duty-due-letter = É
duty-overdue = en retard
duty-overdue-letter = R
duty-extended = prolongée
duty-extended-letter = P
duty-dormant = en sommeil
duty-dormant-letter = z
duty-not-applicable = ne s’applique pas
duty-not-applicable-letter = –
duty-unknown = inconnu
duty-unknown-letter = ?

## Ce qui manque à un État nommé pour l’entrée en vigueur.

lacks-nothing = a ratifié
lacks-ratification = ratification
lacks-signature-and-ratification = signature et ratification
