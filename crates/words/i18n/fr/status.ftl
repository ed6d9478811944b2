## Les situations : un mot, une lettre, une définition.

standing-party = État partie
standing-party-letter = P
standing-party-definition = Son consentement à être lié vaut et le traité est en vigueur à son égard.
standing-contracting = État contractant
standing-contracting-letter = C
standing-contracting-definition = Son consentement à être lié vaut ; le traité n’est pas, ou pas encore, en vigueur à son égard.
standing-signatory = Signataire
standing-signatory-letter = S
standing-signatory-definition = Sa signature vaut ; il n’a pas consenti à être lié.
standing-withdrawn = Retiré
standing-withdrawn-letter = R
standing-withdrawn-definition = Il était lié et est sorti ; ce n’est pas n’avoir jamais adhéré.
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
count-signatures-definition = Participants dont la signature vaut ce jour-là, y compris ceux qui ont consenti depuis, comme compte le dépositaire. Une signature ne vaut plus dès qu’un retrait a pris effet.
count-consents = Consentements
count-consents-definition = Participants dont le consentement à être lié vaut ce jour-là : ratification, acceptation, approbation, adhésion, succession, signature définitive, confirmation formelle ou consentement à être lié, non retiré.
count-parties = Parties
count-parties-definition = Participants dont le consentement vaut et pour lesquels le traité est en vigueur ce jour-là. Un consentement déposé récemment ne compte ici qu’une fois son délai écoulé.
count-signatories-only = Seulement signataires
count-signatories-only-definition = Participants dont la signature vaut ce jour-là et qui n’ont pas consenti à être liés.
count-withdrawn = Retirés
count-withdrawn-definition = Participants qui étaient liés, sont sortis et ne sont pas revenus à ce jour.
count-outside = En dehors
count-outside-definition = États et autres qui peuvent adhérer et dont le consentement ne vaut pas ce jour-là : signataires, retirés, et ceux qui n’ont jamais agi.

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
