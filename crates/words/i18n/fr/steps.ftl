## Les étapes d’un calcul. Les noms entre accolades sont ceux des données de l’étape.

step-under-article = Article { $article } : { $sentence }
step-under-heading = { $article } : { $sentence }
step-recorded = au registre : { $act }, { $by }, { $date }
step-in-force-recorded = au registre : { $treaty } est entré en vigueur le { $day }
step-condition-met = { $have } sur { $required } { $what } déposés : la condition est remplie le { $day }
step-condition-open = { $have } sur { $required } { $what } déposés : la condition n’est pas remplie
step-supposed = à supposer que { $by } dépose son instrument le { $date }
step-plus-days = { $from } plus { $n } { $n ->
    [one] jour
   *[other] jours
}, le premier non compté, donne le { $day }
step-plus-months = { $from } plus { $n } mois donne le { $day }
step-plus-years = { $from } plus { $n } { $n ->
    [one] an
   *[other] ans
} donne le { $day }
step-first-day-of-month = le premier jour du { $n }e mois après celui du { $from } est le { $day }
step-same-day = le jour même, { $day }
step-not-before = mais pas avant le { $not_before } : { $day }
step-original = déposé au plus tard le { $until } : lié dès l’entrée en vigueur du traité lui-même, le { $day }
step-later = déposé après le { $after } : un délai propre court depuis le { $date }
step-same-for-every-day = le jour est inconnu ({ $date }) ; chacun donne le { $day }
step-day-unknown = le jour est inconnu ({ $date }) : le résultat se situe entre le { $earliest } et le { $latest }
step-dormant = { $treaty } n’est pas en vigueur : l’obligation n’a pas commencé
step-not-bound = { $by } n’est pas lié : l’obligation ne s’applique pas
step-situation-unknown = incombe à : { $who } ; le registre ne dit pas si tel est le cas
step-bound-from = en vigueur pour { $by } depuis le { $day }
step-extended = prolongé jusqu’au { $until }
step-fulfilled = exécuté, { $date }
step-yearly = chaque année le { $month_day }, pour { $covers } : { $day }
step-record-incomplete = rien au registre, et le registre n’est pas complet : on ignore si cela a été fait
step-noticed = notification de retrait reçue le { $date }
step-held-back = suspendu par un conflit armé jusqu’à la fin de celui-ci
step-printed = la source imprime { $printed }
step-differs = la source imprime { $printed } ; la règle donne { $reckoned }
step-presumed = présumé : { $what }
step-nothing-on-record = rien de tel n’est enregistré pour { $by }
step-no-rule = aucune règle connue pour { $what }
step-record-only = aucune règle ne le calcule ; seul le registre le dit : { $what }
step-rest-supposed = à supposer que tout ce qui manque soit déposé le { $date }
step-not-in-force = { $treaty } n’est pas en vigueur : personne n’est encore lié
step-in-force-supposed = à supposer que { $treaty } entre en vigueur le { $day }
step-passed-before-bound = le { $day } était passé quand l’État a été lié, le { $bound_from } ; l’article ne fixe pas d’autre jour pour lui
step-awaits-event = court à compter de : { $event }
step-event-on = { $event } : { $date }
step-continuing = permanent : le texte ne fixe pas de jour
step-off-calendar = un délai commencé le { $from } dépasse la fin du calendrier
step-extension-limit = une prolongation à compter du { $from } va au plus tard jusqu’au { $day }
