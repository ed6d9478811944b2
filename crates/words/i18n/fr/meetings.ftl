## Les réunions.

meetings-title = Réunions
meetings-title-of = { $short } : réunions
meetings-all = toutes les réunions
meetings-lede = { $coming ->
    [0] Au registre : aucune réunion à venir
    [one] Au registre : une réunion à venir
   *[other] Au registre : { $coming } réunions à venir
}, { $past ->
    [0] aucune réunion passée.
    [one] une réunion passée.
   *[other] { $past } réunions passées.
}
meetings-calendar = Calendrier des réunions et des échéances
meetings-coming = À venir
meetings-past = Passées
empty-meetings-coming = Aucune réunion à venir n’est au registre. Les réunions viennent avec les faits d’une livraison, chacune avec sa source et ses dates.
empty-meetings-past = Aucune réunion passée n’est au registre.
meeting-nth = { $n ->
    [1] Première
    [2] Deuxième
    [3] Troisième
    [4] Quatrième
    [5] Cinquième
    [6] Sixième
    [7] Septième
    [8] Huitième
    [9] Neuvième
    [10] Dixième
    [11] Onzième
    [12] Douzième
    [13] Treizième
    [14] Quatorzième
    [15] Quinzième
    [16] Seizième
    [17] Dix-septième
    [18] Dix-huitième
    [19] Dix-neuvième
    [20] Vingtième
   *[other] { $n }e
} { $kind }
meeting-part = { $name }, partie { $part }
meeting-stood = { $consents } consentements, { $signatories } seulement signataires
meeting-president = Présidence
meeting-note = Également au registre
meeting-where = Où en était le traité
meeting-counts-on = À la fin du { $what } :
meeting-treaty-then = Le traité ce jour-là
meeting-since = Depuis la réunion précédente : { $what }
meeting-since-first = Jusqu’à cette réunion
meeting-joined = { $n ->
    [0] Aucun consentement à être lié.
    [one] Un État ou une organisation a consenti à être lié :
   *[other] { $n } États et organisations ont consenti à être liés :
}
meeting-bound-from = lié dès le { $what }
meeting-other-acts = Autres actes
meeting-series = La même série
empty-meeting-counts = Les décomptes sont donnés une fois venu le dernier jour de la réunion ; il ne l’est pas, ou n’est pas connu.
empty-since = Aucun acte au titre du traité n’est au registre pour cette période.
empty-meeting-statements = Aucune déclaration faite ici n’est au registre. Les déclarations y entrent une à une, avec l’orateur, l’objet et l’endroit où lire le texte.
statement-untitled = déclaration

## Le calendrier.

calendar-title = Calendrier
calendar-title-of = { $what } : calendrier
calendar-everything = tout le calendrier
calendar-lede = { $n ->
    [0] Aucune date
    [one] Une date
   *[other] { $n } dates
} du { $from } au { $to } : réunions, obligations qui échoient, entrées en vigueur, prises d’effet de retraits. La situation des obligations est celle du { $on }.
calendar-show = Seulement
calendar-all = tout
calendar-what-meeting = les réunions
calendar-what-duty = les obligations d’un seul État
calendar-what-yearly = les obligations annuelles de plusieurs
calendar-what-in-force = les entrées en vigueur
calendar-what-leaves = les prises d’effet de retraits
calendar-months = Mois
calendar-day-unknown = jour inconnu
calendar-owed-by = { $n ->
    [one] un État
   *[other] { $n } États
}
calendar-in-force = le traité entre en vigueur à son égard
calendar-treaty-in-force = le traité entre en vigueur
calendar-leaves = le traité cesse d’être en vigueur à son égard
calendar-turn = D’autres jours
calendar-before = Plus tôt
calendar-after = Plus tard
empty-calendar = Rien entre ces dates pour ce choix. Choisissez d’autres dates, ou tout.

## Les plans.

plans-title = { $short } : plans d’action
plans-lede = Ce que les réunions sont convenues de faire, action par action, et la part des textes qui a été lue.
plans-read = { $read } actions lues sur { $actions }
plans-adopted = Adopté
plans-until = Court jusqu’à
empty-plans = Aucun plan d’action de ce traité n’est au registre. Un plan y entre avec ses actions, chacune avec son numéro, ce qu’elle demande et le document où elle a été lue.
plan-lede = { $read ->
    [0] { $actions } actions ; le texte d’aucune n’a été lu.
   *[other] { $actions } actions ; le texte de { $read } d’entre elles a été lu.
}
plan-unread = Texte non lu
plan-unread-how = « Texte non lu » : seuls le numéro de l’action et, au mieux, sa section sont connus. Quiconque dispose du document officiel peut ajouter le texte, avec la page, par une correction de l’écriture.
plan-indicator = Indicateur ou cible
plan-due = Échéance
plan-no-theme = Section inconnue
plan-caption = Les actions du plan
col-number = N°
col-action = Ce qu’elle demande
plan-goals = Où en est le traité
plans-title-kicker = plans d’action
plan-goal = Son but :
plan-goal-by = Parties pour { $what }
plan-goal-parties = Parties
plan-consents-on = Consentements au { $what }
plan-parties-on = Parties au { $what }

## Les obligations en tableaux.

duties-show = Présentation des obligations
duties-show-list = Ce qui échoit
duties-show-states = État par État
duties-show-reports = Année par année
duties-lede-states = { $n ->
    [one] Un État : chaque obligation qui a son propre jour, son échéance et sa situation au { $on }. Une date ouvre ses raisons.
   *[other] { $n } États : chaque obligation qui a son propre jour, son échéance et sa situation au { $on }. Une date ouvre ses raisons.
}
duties-lede-reports = { $n ->
    [one] Un État : une obligation annuelle, par année d’échéance, dans sa situation au { $on }.
   *[other] { $n } États : une obligation annuelle, par année d’échéance, dans sa situation au { $on }.
}
duties-states-note = Une case est vide là où l’obligation n’a pas commencé pour l’État. Les obligations continues, et celles qui courent depuis un événement, sont sous « Ce qui échoit ».
empty-reports = Aucune obligation annuelle de ce traité n’est au registre, ou aucune n’avait commencé ce jour-là.
expected-show = list, states ou reports
calendar-subscribe = Ce calendrier pour un logiciel d’agenda (iCalendar)
