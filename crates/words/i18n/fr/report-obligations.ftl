# Obligations et rapports au titre d’un traité : qui s’en est acquitté, qui est en retard, ce qui vient à échéance,
# ce dont le registre ne dit rien.

report-title-obligations = Obligations et rapports dus
report-part-obligations = Obligations, article par article
report-annex-obligations = Obligations par État, telles qu’elles se présentaient { $day-on }

## Dans l’ensemble

report-duty-dormant = { $treaty-start } n’était pas en vigueur { $day-on } ; ce qu’il demande aux États parties n’était pas encore dû.
report-duty-sum = Comptées par État et par article, { $done ->
    [0] aucune des obligations datées n’était
    [1] une obligation datée était
   *[other] { $done } obligations datées étaient
} remplie{ $done ->
    [0] {""}
    [1] {""}
   *[other] s
} d’après le registre { $day-on }, { $late ->
    [0] aucune en retard
    [1] une en retard
   *[other] { $late-words } en retard
} ; { $ahead ->
    [0] aucune n’était à venir
    [1] une était à venir
   *[other] { $ahead-words } étaient à venir
}.{ $open ->
    [0] {""}
    [1] {" "}Pour une autre, dont l’échéance était passée, le registre ne dit pas si elle a été remplie.
   *[other] {" "}Pour { $open-words } autres, dont l’échéance était passée, le registre ne dit pas si elles ont été remplies.
}
report-duty-sum-period = Comptées par État et par article, { $all ->
    [1] une obligation est venue
   *[other] { $all-words } obligations sont venues
} à échéance { $time }. D’après le registre, { $done ->
    [0] aucune n’est remplie
    [1] une est remplie
   *[other] { $done-words } sont remplies
}, { $late ->
    [0] aucune n’est en retard
    [1] une est en retard
   *[other] { $late-words } sont en retard
}{ $open ->
    [0] .
    [1] {""} ; pour une, il ne dit pas si elle a été remplie.
   *[other] {""} ; pour { $open-words }, il ne dit pas si elles ont été remplies.
}

## Un article, et l’échéance

report-duty = Article { $article } : { $duty }.
report-duty-year = Article { $article }, échéance { $day-on } : { $duty }.
report-duty-heading = { $article } : { $duty }.
report-duty-heading-year = { $article }, échéance { $day-on } : { $duty }.
report-duty-who = En sont tenus : { $who }.
report-duty-political = C’est un engagement politique, qui ne figure pas dans le texte.
report-rule-days = Le délai { $n ->
    [0] expire le jour de
    [1] est d’un jour à compter de
   *[other] est de { $n-words } jours à compter de
} l’entrée en vigueur pour l’État.
report-rule-months = Le délai est { $n ->
    [1] d’un mois
   *[other] de { $n-words } mois
} à compter de l’entrée en vigueur pour l’État.
report-rule-years = Le délai est { $n ->
    [1] d’un an
   *[other] de { $n-words } ans
} à compter de l’entrée en vigueur pour l’État.
report-rule-first = L’échéance est le premier jour du { $n-nth } mois après l’entrée en vigueur pour l’État.
report-rule-all-days = Pour tous, le délai { $n ->
    [0] expire le jour de
    [1] est d’un jour à compter de
   *[other] est de { $n-words } jours à compter de
} l’entrée en vigueur du traité lui-même.
report-rule-all-months = Pour tous, le délai est { $n ->
    [1] d’un mois
   *[other] de { $n-words } mois
} à compter de l’entrée en vigueur du traité lui-même.
report-rule-all-years = Pour tous, le délai est { $n ->
    [1] d’un an
   *[other] de { $n-words } ans
} à compter de l’entrée en vigueur du traité lui-même.
report-rule-all-first = Pour tous, l’échéance est le premier jour du { $n-nth } mois après l’entrée en vigueur du traité lui-même.

## Où chacun en est

report-duty-done = D’après le registre, { $states } { $n ->
    [1] s’en est acquitté
   *[other] s’en sont acquittés
}.
report-duty-done-many = { $n-start } États s’en sont acquittés d’après le registre : { $states-list }.
report-duty-done-after = { $states-start } l’{ $states-n ->
    [1] a
   *[other] ont
} fait après l’échéance.
report-duty-report-done = { $n ->
    [1] Le rapport { $states-of } figure au registre.
   *[other] Les rapports { $states-of } figurent au registre.
}
report-duty-report-done-many = Les rapports de { $n } États figurent au registre : { $states-list }.
report-duty-extended = Pour { $states }, l’échéance a été reportée au { $due }.
report-duty-late = { $n ->
    [1] Le registre montre que { $states } était en retard { $day-on }.
   *[other] Le registre montre que { $n-words } États étaient en retard { $day-on } : { $states-list }.
}
report-duty-late-then-a = { $n ->
    [1] Aux dernières nouvelles, { $seen-on }, { $states } était en retard.
   *[other] Aux dernières nouvelles, { $seen-on }, { $n-words } États étaient en retard : { $states-list }.
}
report-duty-late-then-b = { $n ->
    [1] { $seen-start }, il était dit de même { $states-of }.
   *[other] { $seen-start }, il était dit de même de { $n-words } États : { $states-list }.
}
report-duty-late-since = De ce qui a été reçu depuis, le registre ne dit rien.
report-duty-heard = Sur { $n ->
    [1] un État
   *[other] { $n-words } États
}, le registre a quelque chose à dire, mais non si l’obligation a été remplie.
report-duty-heard-due = { $states-start }, échéance { $due-on } : { $what }.
report-duty-heard-undated = Le registre dit { $states-of } : { $what }.
report-duty-silent = Pour { $states }, l’échéance est passée ; le registre ne dit pas si l’obligation a été remplie.
report-duty-silent-many-a = Pour { $n } États, l’échéance est passée ; le registre ne dit pas si l’obligation a été remplie. L’annexe les nomme.
report-duty-silent-many-b = L’échéance est passée pour { $n } États, que l’annexe nomme. Le registre ne dit pas lesquels ont rempli l’obligation.
report-duty-silent-all = L’échéance concernait { $n ->
    [1] un État
   *[other] { $n-words } États
}. Le registre n’a aucun rapport pour ce jour et n’est pas complet : il ne dit pas lesquels ont été reçus.
report-duty-perhaps = Le registre ne dit pas si { $n ->
    [1] le seul autre État en est tenu
   *[other] les { $n-words } autres États en sont tenus
}.
report-duty-ahead = L’échéance est { $due-on } pour { $states }.
report-duty-ahead-many = L’échéance est { $due-on } pour { $n } États, que l’annexe nomme.
report-duty-ahead-year = L’échéance concerne { $n } États.
report-duty-later = Pour { $n-words } { $n ->
    [1] autre État
   *[other] autres États
}, l’échéance est plus lointaine, { $time }.
report-duty-not-owed = D’après le registre, { $states } n’en { $states-n ->
    [1] est pas tenu
   *[other] sont pas tenus
}.
report-duty-said-of-all = De l’ensemble des États, une source disait à ce sujet ({ $day }) : { $what }.
report-duty-nothing = Sur { $n ->
    [1] un autre article
   *[other] { $n-words } autres articles
}, le registre n’a rien à dire d’aucun État : { $articles }.

## Annexe

report-col-article = Article { $article }
report-col-heading = { $article }
report-cell-done = remplie
report-cell-extended = reportée
report-cell-late = en retard
report-cell-late-then = en retard aux dernières nouvelles
report-cell-unknown = non connu
report-cell-ahead = à venir
