## Les réunions.

meetings-title = Réunions
meetings-title-of = { $short } : réunions
meetings-all = toutes les réunions
meetings-lede = { $coming ->
    [0] Aucune réunion à venir n’est au registre
    [one] Une réunion à venir est au registre
   *[other] { $coming } réunions à venir sont au registre
}, et { $past ->
    [0] aucune passée.
    [one] une passée.
   *[other] { $past } passées.
}
meetings-calendar = Calendrier des réunions et des échéances
meetings-coming = À venir
meetings-past = Passées
empty-meetings-coming = Aucune réunion à venir n’est au registre. Une réunion y entre avec les faits d’une livraison et leur source ; celle qui est annoncée y a sa place dès que ses jours sont connus.
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
meeting-stood = { $consents } liés, { $signatories } seulement signataires
meeting-president = Présidence
meeting-note = Noté par ailleurs
meeting-where = Où en était le traité
meeting-counts-on = À la fin du { $what } :
meeting-treaty-then = Le traité ce jour-là
meeting-since = Depuis la réunion précédente : { $what }
meeting-since-first = Jusqu’à cette réunion
meeting-joined = { $n ->
    [0] Personne n’a adhéré.
    [one] Un État ou une organisation a consenti à être lié :
   *[other] { $n } États et organisations ont consenti à être liés :
}
meeting-bound-from = lié dès le { $what }
meeting-other-acts = Autres actes
meeting-series = La même série
empty-meeting-counts = Les décomptes sont donnés une fois venu le dernier jour de la réunion ; il ne l’est pas, ou n’est pas connu.
empty-since = Aucun acte sous le traité n’est au registre pour ce temps.
empty-meeting-statements = Aucune déclaration faite ici n’est au registre. Les déclarations y entrent une à une, avec qui a parlé, de quoi, et où le texte se lit.
statement-untitled = déclaration

## Le calendrier.

calendar-title = Calendrier
calendar-title-of = { $what } : calendrier
calendar-everything = tout le calendrier
calendar-lede = { $n ->
    [0] Rien n’est inscrit
    [one] Une date est inscrite
   *[other] { $n } dates sont inscrites
} du { $from } au { $to } : réunions, obligations qui échoient, entrées en vigueur et départs. Les obligations sont dans leur situation au { $on }.
calendar-show = Seulement
calendar-all = tout
calendar-what-meeting = les réunions
calendar-what-duty = les obligations d’un seul État
calendar-what-yearly = les obligations annuelles de plusieurs
calendar-what-in-force = les entrées en vigueur
calendar-what-leaves = les départs
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
calendar-before = Le temps d’avant
calendar-after = Le temps d’après
empty-calendar = Rien entre ces jours pour ce choix. Choisissez d’autres jours, ou tout.

## Les plans.

plans-title = { $short } : plans d’action
plans-lede = Ce que les réunions sont convenues de faire, action par action, et ce qui en a été lu.
plans-read = { $read } actions lues sur { $actions }
plans-adopted = Adopté
plans-until = Court jusqu’à
empty-plans = Aucun plan d’action de ce traité n’est au registre. Un plan y entre avec ses actions, chacune avec son numéro, ce qu’elle demande et le document où on l’a lue.
plan-lede = { $read ->
    [0] { $actions } actions ; le texte d’aucune n’a été lu.
   *[other] { $actions } actions ; le texte de { $read } d’entre elles a été lu.
}
plan-unread = Texte non lu
plan-unread-how = Là où il est dit « texte non lu », seul le numéro est connu, et tout au plus la section ; rien n’est mis à la place. Qui a le document officiel sous la main peut ajouter le texte, avec la page où il se trouve, comme correction de l’écriture.
plan-indicator = Indicateur ou cible
plan-due = Échéance
plan-no-theme = Sans section
plan-caption = Les actions du plan
col-number = N°
col-action = Ce qu’elle demande
plan-goals = Où en est le traité
plans-title-kicker = plans d’action
plan-goal = Son but :
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
    [one] Un État : chaque obligation qui a son propre jour, son échéance et sa situation au { $on }. Une date ouvre ses raisons.
   *[other] { $n } États : chaque obligation qui a son propre jour, son échéance et sa situation au { $on }. Une date ouvre ses raisons.
}
duties-lede-reports = { $n ->
    [one] Un État : une obligation annuelle par année d’échéance, dans sa situation au { $on }.
   *[other] { $n } États : une obligation annuelle par année d’échéance, dans sa situation au { $on }.
}
duties-states-note = Une case est vide là où l’obligation n’a pas commencé pour l’État. Les obligations continues, et celles qui courent depuis un événement, sont sous « Ce qui échoit ».
empty-reports = Aucune obligation annuelle de ce traité n’est au registre, ou aucune n’avait commencé ce jour-là.
expected-show = list, states ou reports
calendar-subscribe = Ce calendrier pour un logiciel d’agenda (iCalendar)
