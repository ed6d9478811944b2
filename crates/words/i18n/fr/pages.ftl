## Le domaine aujourd’hui.

home-title = Le domaine aujourd’hui
home-heading = Les traités de désarmement au { $what }
home-lede = Qui est partie, qui manque, et à quelle distance chaque traité se trouve de son but. Chaque chiffre ouvre sa définition, ses noms et ses sources.
home-treaties = Les traités
home-latest = Derniers actes
home-all-changes = Tous les changements de l’année écoulée
home-deadlines = Prochaines échéances
home-meetings = Prochaines réunions
home-last-meetings = Les dernières au registre :
home-yearly = { $n ->
    [one] un État
   *[other] { $n } États
}
home-findings = Ce qui ne concorde pas
home-findings-count = { $n ->
    [one] Un constat est ouvert.
   *[other] { $n } constats sont ouverts.
}
home-findings-text = Ce qui se contredit dans le registre est montré, jamais réparé en silence.
home-uncertain = Ce qui est incertain dans les faits

## Les traités.

treaties-heading = Traités
treaties-lede = { $n ->
    [one] Un traité est au registre.
   *[other] { $n } traités sont au registre.
}
treaties-caption = Les traités et leur situation
treaties-caption-on = Situation de chaque traité au { $what }
treaties-note = « Hors du traité » compte ceux qui peuvent devenir parties et n’ont pas consenti à être liés ; les traités régionaux sont ouverts à peu d’États. La barre reprend les mêmes chiffres : pleine pour les consentements, hachurée pour les signatures sans consentement.
missing-instruments = { $n ->
    [one] il manque un instrument
   *[other] il manque { $n } instruments
}
bar-label = { $consents } sur { $total }

## Un traité.

treaty-parent = relève de : { $what }
treaty-toc = Sur cette page
treaty-force = Entrée en vigueur
treaty-who = Qui participe, qui manque
treaty-acts = Derniers actes
treaty-duties = Obligations
treaty-meetings = Réunions
treaty-printed = Décomptes imprimés et calculés
treaty-findings = Ce qui ne concorde pas
treaty-rule = La règle
treaty-all-acts = Les { $n } actes, du plus récent au plus ancien
treaty-all-duties = État par État : échéances, situation et raisons
lede-in-force = Au { $on }, le traité est en vigueur, depuis le { $since }.
lede-was-in-force = Au { $on }, le traité était en vigueur, depuis le { $since }.
lede-in-force-unknown = Au { $on }, le traité était en vigueur ; depuis quand n’est pas au registre.
lede-not-in-force = Au { $on }, le traité n’est pas en vigueur.
lede-was-not-in-force = Au { $on }, le traité n’était pas en vigueur.
sentence-in-force = Au { $on }, { $consents } avaient consenti à être liés par le traité ({ $short }), en vigueur pour { $parties } d’entre eux ; { $signatories } l’avaient seulement signé.
sentence-not-in-force = Au { $on }, le traité ({ $short }) comptait { $signatures } signatures et { $consents } consentements à être lié ; { $signatories } l’avaient seulement signé.
sentence-not-in-force-called = Au { $on }, le traité ({ $short }) comptait { $signatures } signatures et { $consents } { $called } ; { $signatories } l’avaient seulement signé.
group-label = Groupe
group-all = Tous
groups-caption = Par groupe régional
groups-caption-on = Par groupe régional des Nations Unies, au { $what }
duty-political = convenu politiquement, hors du traité
meeting-presided = présidence :
printed-caption = Décomptes imprimés par les sources, et ceux que donne le registre pour le même jour
agrees = concorde
differs = diffère
rule-text = Le droit de ce traité tel que le programme le lit ; chaque clause nomme son article. Enregistré dans
rule-adopted = Adopté
rule-opened = Ouvert à la signature
rule-in-force = Entrée en vigueur, telle qu’enregistrée
rule-called = Ses termes propres
rule-depositary = Dépositaire
rule-registration = Numéro d’enregistrement
rule-later = Adhésions ultérieures
rule-withdrawal = Retrait
rule-reservations = Réserves
rule-sources = Où cela peut être vérifié
rule-unverified = Non vérifié
rule-file = Le fichier du traité

## L’entrée en vigueur, et les suppositions.

force-title = { $short } : entrée en vigueur
force-have = Déposés
force-missing = Manquants
force-date-recorded = Entré en vigueur
force-date-reckoned = Selon la règle
force-earliest = Au plus tôt, si tous déposaient ce jour-là
force-since = Le traité est entré en vigueur le { $day }.
force-ahead = La condition est remplie ; le traité entre en vigueur le { $day }.
force-would = Avec ces dépôts, le traité entrerait en vigueur le { $day }.
force-open = { $listed ->
    [1] La condition n’est pas remplie : { $missing } des États nommés n’ont pas encore déposé.
   *[other] La condition n’est pas remplie : il manque { $others } instruments.
}
force-named = Les { $n } États nommés dans la condition
force-legend = C : a ratifié. S : a signé, n’a pas ratifié. – : ni l’un ni l’autre. Chaque case ouvre la page de l’État.
force-by-rule = Selon la règle, d’après le registre d’aujourd’hui : { $what }. Les tableaux d’aujourd’hui ont perdu les États prédécesseurs ; cette date peut donc différer de celle enregistrée, qui seule compte.
whatif-legend = Et si ces États déposaient leur instrument ?
whatif-when = le
whatif-ask = Calculer
whatif-supposing = À supposer ces dépôts, qui ne sont pas au registre :

## Les décomptes.

count-definition = Ce qui est compté
count-rule = Condition de l’entrée en vigueur
count-names = Les noms derrière le chiffre
count-sources = Les sources derrière le chiffre
n-entries = { $n ->
    [one] une écriture
   *[other] { $n } écritures
}

## Tous les actes.

acts-title = { $short } : tous les actes
acts-lede = { $n ->
    [one] Un acte au registre.
   *[other] { $n } actes au registre, du plus récent au plus ancien.
}

## Un participant et un traité.

participation-title = { $name } : { $short }
participation-acts = Actes
participation-done-by = Prédécesseur ayant agi
participation-name-then = Nom ce jour-là
why-heading = Comment ce résultat s’établit
was-party = { $name }, au { $on } : consentement à être lié donné ; traité ({ $short }) en vigueur à son égard depuis le { $since }.
was-party-unknown = { $name }, au { $on } : consentement à être lié donné ; traité ({ $short }) en vigueur à son égard depuis un jour inconnu.
was-contracting-from = { $name }, au { $on } : consentement à être lié donné ; le traité ({ $short }) entre en vigueur à son égard le { $since }.
was-contracting = { $name }, au { $on } : consentement à être lié donné ; le traité ({ $short }) n’était pas en vigueur à son égard.
was-signatory = { $name }, au { $on } : traité ({ $short }) signé, sans consentement à être lié.
was-withdrawn = { $name }, au { $on } : retrait du traité ({ $short }), avec effet le { $since }.
was-withdrawn-unknown = { $name }, au { $on } : retrait du traité ({ $short }), avec effet à un jour inconnu.
was-none = { $name }, au { $on } : ni signature ni consentement à être lié au titre du traité ({ $short }).

## Les obligations.

duties-title = { $short } : obligations
duties-lede = { $n ->
    [one] Une obligation au { $on } : son échéance, sa situation, et pourquoi.
   *[other] { $n } obligations au { $on } : leur échéance, leur situation, et pourquoi.
}
duties-undated = Continues, ou courant depuis un événement
duties-lede-days = { $n ->
    [one] Une obligation échoit du { $from } au { $to } ; sa situation est celle du { $on }.
   *[other] { $n } obligations échoient du { $from } au { $to } ; leur situation est celle du { $on }.
}
duties-article = Article
duties-any = tous
duties-open = ouverte ou inconnue
duties-narrowed = Obligations à échoir, en retard, prolongées ou dont l’exécution n’est pas connue, à moins d’un an de la date.
duties-all = Toutes les obligations, à toute date et dans toute situation
duties-told = Au registre :
duty-original = Première échéance : { $what }.
duty-first-due = première échéance le { $what }
duty-extended-to = Prolongée jusqu’au { $what }.

## Les États.

states-heading = États et autres participants
states-lede = Tous ceux au nom desquels des actes sont au registre, ou qui pourraient devenir parties.
states-find = Chercher par nom ou par code
status-state = États
status-state-note = États qui peuvent devenir parties lorsque le Secrétaire général est dépositaire.
status-state-one = État
status-organisation = Organisations
status-organisation-note = Elles participent aux côtés des États.
status-organisation-one = Organisation
status-former = Anciens États
status-former-note = Ils comptent les jours de leur existence.
status-former-one = Ancien État
status-not-counted = Au registre, non comptés
status-not-counted-note = Des actes sont à leur nom ; les listes des dépositaires ne les comptent pas.
status-not-counted-one = Au registre, non compté
state-treaties = Sa situation au { $what }
state-caption = Sa situation au titre de chaque traité qui lui est ouvert
state-undated = Obligations continues ou sans date
state-roles = Fonctions exercées
state-acts = Tous les actes, par date
state-names = Noms
state-aliases = Anciens et autres noms

## Le tableau.

matrix-title = Tableau
matrix-heading = États et traités au { $what }
matrix-caption = Une ligne par État, une colonne par traité ; les lettres sont expliquées ci-dessus
matrix-any-treaty = tous
matrix-any-standing = toutes
matrix-sort = Ordre
matrix-sort-name = par nom
matrix-sort-code = par code
matrix-sort-joined = le plus de traités d’abord
matrix-shut = Ne lui est pas ouvert
matrix-rows = { $n ->
    [one] Un État.
   *[other] { $n } États et autres participants.
}
matrix-empty = Personne dans cette situation. Choisissez un autre groupe, traité ou situation.
matrix-note = Une case est vide là où le traité n’est pas ouvert à l’État. La dernière ligne compte tout le monde, quel que soit le choix ci-dessus.

## Les changements.

changes-title = Changements du { $from } au { $to }
changes-from = Du
changes-to = au
changes-every = tous les traités
changes-empty = Rien n’est au registre entre ces dates. Choisissez d’autres dates ou tous les traités ; les actes arrivent par une importation (accede import).
changes-summary = Qui a fait quoi
changes-acts = Les actes

## Constats et incertitudes.

findings-heading = Ce qui ne concorde pas
findings-lede = Contradictions du registre, sources qui diffèrent, règles qui donnent un autre jour que celui imprimé. Rien n’est réparé en silence : chaque constat attend une personne.
findings-severity = Gravité
findings-any = toutes
findings-empty = Rien de ce genre n’est ouvert.
uncertain-heading = Ce qui est incertain
uncertain-lede = Faits reposant sur une source faible, jours dont seul le mois ou l’année est connu, écritures contestées, et règles que personne n’a vérifiées sur le texte.
uncertain-disputed = Contesté
uncertain-low-confidence = Sur une source faible
uncertain-day-unknown = Jour inconnu
uncertain-unverified = Règles non vérifiées
uncertain-medium-confidence = Sur une seule source
uncertain-rest = Les { $n }
uncertain-all = Toutes les raisons

## Le registre.

ledger-heading = Le registre
ledger-lede = { $n } écritures, chacune liée à la précédente par une empreinte. Rien n’est modifié ni effacé ; une correction est une autre écriture.
ledger-caption = Écritures, de la plus récente à la plus ancienne
ledger-empty = Le registre est vide.
ledger-newest = Écritures les plus récentes
ledger-older = Écritures plus anciennes
entry-title = Écriture { $seq }
entry-id = Identifiant
entry-link = Empreinte
entry-previous = Écriture précédente
entry-first = aucune : c’est la première
entry-touched = Touchée par les écritures :
entry-body = Ce que dit l’écriture, telle qu’enregistrée
entry-before = Écriture précédente
entry-after = Écriture suivante
source-title = Document
source-place = À quel endroit
source-as-at = État au
source-retrieved = Lu le
source-confidence = Fiabilité
body-act = acte
body-treaty = fichier de traité
body-participant = participant
body-alias = autre nom
body-membership = appartenance à un groupe
body-meeting = réunion
body-role = fonction
body-fulfilment = exécution
body-extension = prolongation
body-observation = observation
body-printed-count = décompte imprimé
body-quarantined = en quarantaine
body-correction = correction
body-retraction = rétractation
body-dispute = contestation
body-facts-release = livraison de faits

## À propos.

about-heading = À propos de ces pages
about-lede = Accede tient le registre des traités de désarmement et répond d’après lui : qui était lié un jour donné, qui manque, ce qu’il faut encore à l’entrée en vigueur, ce qui échoit et pourquoi.
about-counts = Ce que comptent les décomptes
about-standings = Les situations
about-method = Méthode
about-method-1 = Tout ce qui est connu est une écriture d’un registre auquel on ne fait qu’ajouter. Chaque écriture nomme sa source et est liée à la précédente par une empreinte : quiconque en a une copie peut vérifier le tout.
about-method-2 = Toute réponse a deux temps : le jour de droit (quelle était la situation ce jour-là) et le jour de connaissance (ce qui était alors au registre). Un lien permanent fixe les deux : un chiffre publié peut être reproduit des années plus tard.
about-method-3 = Les dates d’effet sont calculées selon la règle propre à chaque traité, article par article, et toute date calculée montre ses étapes. Ce qu’imprime une source et ce que donne la règle sont deux valeurs ; lorsqu’elles diffèrent, les deux sont montrées.
about-sources = Sources et licences
about-sources-text = Chaque écriture nomme le document dont elle est tirée, le jour où il a été lu et sa fiabilité. Les pages de situation du Recueil des Traités des Nations Unies et la base de données du Bureau des affaires de désarmement viennent en premier ; d’autres sources comblent les lacunes et sont nommées dans l’écriture.
about-licence = La situation d’un traité est un fait, que le droit d’auteur ne protège pas ; les textes et compilations des sources gardent leurs propres conditions. En citant, nommez la source, le jour de droit et le jour de connaissance, comme le fait le bas de chaque page. Ces pages ne sont la publication officielle d’aucun dépositaire ; en droit, c’est la notification du dépositaire qui compte.
about-names = Les désignations employées n’impliquent aucune prise de position sur le statut juridique des pays ou territoires ni de leurs autorités.
about-data = Données
about-data-text = Ajoutez .json à l’adresse d’une page pour ses données, .csv pour son tableau ; les paramètres de la page s’appliquent de même. Les champs sont ceux de la ligne de commande.
about-problems = Ce qui ne peut être répondu l’est par une page qui dit ce qui était attendu ; pour les programmes, par un document de problème (RFC 9457).

## La condition de l’entrée en vigueur.

condition = Le traité entre en vigueur { $after } dépôt { $what }.
condition-number = de { $n } instruments ({ $kinds })
condition-named = des instruments ({ $kinds }) des { $n } États de la liste « { $list } »
condition-named-and-number = des instruments ({ $kinds }) des { $n } États de la liste « { $list } » et de { $others } autres
condition-not-before = Il n’entre pas en vigueur moins de { $what } après son ouverture à la signature.
condition-on-record = Ce que le traité requiert : { $what }.
list-or = { $rest } ou { $last }
after-same-day = le jour du
after-days = { $n } jours après le
after-months = { $n } mois après le
after-years = { $n } ans après le
after-first-day-of-month = le premier jour du { $n }e mois suivant celui du
length-nothing = le jour même
length-days = { $n } jours
length-months = { $n } mois
length-years = { $n } ans

## Ce qui échoit, les décomptes imprimés, une date.

due-title = Échéances du { $from } au { $to }
due-lede = { $n ->
    [one] Une obligation ; sa situation est celle du { $on }.
   *[other] { $n } obligations ; leur situation est celle du { $on }.
}
empty-due = Rien n’échoit entre ces dates pour ce choix.
empty-treaty-duties = Aucune obligation de ce traité n’est au registre. Les obligations viennent avec le fichier du traité, chacune avec son article et le calcul de son échéance.
home-all-deadlines = Toutes les échéances de l’année à venir
reconcile-heading = Décomptes imprimés et calculés
reconcile-holds = { $n ->
    [one] Un décompte imprimé a été comparé, et concorde avec le registre.
   *[other] { $n } décomptes imprimés ont été comparés, et tous concordent avec le registre.
}
reconcile-fails = { $n } décomptes imprimés ont été comparés ; { $failing } diffèrent du registre.
explain-date = Le jour qui en résulte

## Les sortes de réunions.

meeting-artxiv = Conférence de l’article XIV
meeting-conferenceofparties = Conférence des États parties
meeting-consultation = Consultation
meeting-friendsministerial = Réunion ministérielle des Amis du Traité
meeting-informal = Réunion informelle
meeting-intersessional = Réunion intersessions
meeting-msp = Assemblée des États parties
meeting-prepcom = Comité préparatoire
meeting-revcon = Conférence d’examen
meeting-signatoriesmeeting = Réunion des États signataires
meeting-signing = Conférence de signature
meeting-workshop = Atelier
