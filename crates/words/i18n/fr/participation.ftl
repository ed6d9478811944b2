## Un participant et un traité, en toutes lettres.

participation-joining = Participation au traité
participation-duties = Obligations, et comment elles ont été remplies
participation-rest = Obligations continues, ou courant depuis un événement
participation-rest-note = Rien n’est au registre à leur sujet. Ce qu’une source en dit peut être ajouté, avec le passage.
participation-reports = Rapports, année par année
participation-reports-note = L’année est celle de l’échéance. Là où rien n’est au registre et où le registre n’est pas complet, on ignore si le rapport a été fait ; il n’est pas compté comme manquant.
participation-assistance = Assistance
assistance-given = Donnée
assistance-received = Reçue
participation-offices = Fonctions, et réunions accueillies ou présidées
participation-statements = Déclarations
empty-assistance = Aucune assistance donnée ou reçue au titre de ce traité n’est au registre. Ce qu’un État en dit, dans une déclaration ou un rapport de transparence, peut être ajouté avec sa source.
empty-statements = Aucune déclaration n’est au registre. Une déclaration y entre avec sa réunion, sa date, son objet, l’orateur et l’endroit où lire le texte.
note-source = source
note-entries = { $n ->
    [one] Écriture
   *[other] Écritures
}

## Comment une obligation a été remplie.

met-done-due = { $grain ->
    [day] Remplie le { $done } ; elle échéait le { $due }.
   *[longer] Remplie en { $done } ; elle échéait le { $due }.
}
met-done = { $grain ->
    [day] Remplie le { $done }.
   *[longer] Remplie en { $done }.
}
met-due = À échoir le { $what }.
met-overdue = Elle échéait le { $what } et n’a pas été remplie.
met-unknown-due = La date serait le { $what } ; si elle était due, ou remplie, n’est pas au registre.
met-unknown = Si elle était due, ou remplie, n’est pas au registre.
met-not-applicable = Elle ne s’applique pas.
met-dormant = Elle commence à l’entrée en vigueur du traité.
margin-on-the-day = Le dernier jour.
margin-ahead = Avant l’échéance, de { $length }.
margin-after = Après la dernière échéance au registre, de { $length }.
margin-ahead-between = Avant l’échéance, de { $least } au moins et de { $most } au plus : le jour même n’est pas au registre.
margin-after-between = Après la dernière échéance au registre, de { $least } au moins et de { $most } au plus : le jour même n’est pas au registre.
margin-around = Autour de l’échéance : le jour même n’est pas au registre.
list-and = { $rest } et { $last }
length-n-years = { $n ->
    [one] un an
   *[other] { $n } ans
}
length-n-months = { $n ->
    [one] un mois
   *[other] { $n } mois
}
length-n-days = { $n ->
    [one] un jour
   *[other] { $n } jours
}

## Un État à travers les traités.

state-calendar = Calendrier
state-compare = Comparer
state-open = À échoir, prolongées ou en retard
state-nothing-open = Au { $what }, aucune obligation datée n’est connue comme ouverte.
state-totals = La situation de toutes ses obligations
state-duties-note = Pour chaque traité, combien d’obligations sont dans quelle situation ; les obligations annuelles à un an du jour. La page de chaque traité les donne une à une, avec les raisons.
empty-state-duties = Aucune obligation d’un traité dont les règles sont au registre n’est la sienne ce jour-là.

## Des États côte à côte.

compare-title = Comparer
compare-lede-empty = De deux à huit États côte à côte : la situation de chacun au titre de chaque traité, depuis quand, et en quoi ils diffèrent.
compare-lede = { $differing ->
    [0] Leur situation est la même au titre de chaque traité au { $on }.
    [one] Leur situation diffère au titre d’un traité au { $on }.
   *[other] Leur situation diffère au titre de { $differing } traités au { $on }.
}
compare-first = États, par nom ou par code
compare-add = Ajouter un État
compare-rows = Lignes
compare-rows-all = tous les traités
compare-rows-differing = seulement où ils diffèrent
compare-caption = Des États côte à côte
compare-caption-on = La situation de chacun au { $what }
compare-differs = diffère
compare-drop = retirer
compare-overdue = Obligations en retard
compare-examples = Groupes qui tiennent côte à côte
compare-published = Pour choisir des États, ouvrez ces pages sur un serveur. La page de chaque État se trouve ici.
empty-compare = Écrivez un nom dans l’une des six langues, ou plusieurs codes séparés par des virgules, comme ITA, ZAF, NOR.
empty-differing = Leur situation est la même au titre de chaque traité. Choisissez tous les traités pour la voir.

## Ce qui était attendu.

problem-no-meeting-title = Cette réunion n’existe pas
problem-no-meeting = Aucune réunion au registre ne s’appelle « { $given } ». L’adresse d’une réunion dit son traité, son genre et son numéro, comme /meetings/ccm-msp-11.
problem-no-plan-title = Ce plan n’existe pas
problem-no-plan = Aucun plan d’action de ce traité ne s’appelle « { $given } ».
problem-too-many-states = Au plus { $most } États peuvent être mis côte à côte.
expected-calendar-what = meeting, duty, yearly, in_force ou leaves
expected-rows = all ou differing

## L’index au bas de chaque page.

nav-calendar = Calendrier
index-label = Toutes les pages
index-field = Le domaine
index-states = États
index-days = Dates
index-record = Le registre
index-duties = Ce qui échoit
index-uncertain = Ce qui est incertain
