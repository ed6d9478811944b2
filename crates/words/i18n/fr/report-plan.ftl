# Un plan d’action : son objectif en regard de l’état du traité, et ses actions.

report-title-plan = Plan d’action : objectif et actions
report-part-plan = { $plan }
report-annex-plan = Actions de ce plan : { $plan }

## Le plan et son objectif

report-plan-adopted = Le plan a été adopté { $day-on }.
report-plan-until = Il devait valoir jusqu’à ce terme : { $until }.
report-plan-doubt = Son inscription est douteuse : { $why }.
report-plan-followed = Un autre l’a suivi { $day-on } : { $plan }.
report-plan-goal = Son objectif était que { $n } États soient parties { $treaty-to }.
report-plan-goal-by = Son objectif était que { $n } États soient parties { $treaty-to } { $by-on } au plus tard.
report-plan-stood-then = À ce terme, { $day-on }, il y avait { $parties } États parties{ $short ->
    [0] , et l’objectif était atteint.
    [1] , soit un de moins.
   *[other] , soit { $short-words } de moins.
}
report-plan-stood = { $day-start }, il y avait { $parties } États parties{ $short ->
    [0] {""} : l’objectif était atteint.
    [1] {""} : un de moins que l’objectif.
   *[other] {""} : { $short-words } de moins que l’objectif.
}
report-plan-joined = Depuis l’adoption du plan, { $n ->
    [1] un État a exprimé son consentement à être lié { $treaty-by } : { $states-list }.
   *[other] { $n-words } États ont exprimé leur consentement à être liés { $treaty-by } : { $states-list }.
}
report-plan-left = Dans le même temps, le consentement { $states-of } a cessé de valoir.
report-plan-said-a = { $day-start }, { $by } a évoqué le plan dans une déclaration ainsi intitulée : { $title }.
report-plan-said-b = Une déclaration { $by-of } intitulée { $title } figure au registre à cette date : { $day }.

## Ses actions

report-plan-actions = Le registre a { $n ->
    [1] une action
   *[other] { $n-words } actions
} de ce plan{ $unread ->
    [0] .
    [1]  ; le texte de l’une n’a pas été lu : { $numbers }.
   *[other]  ; le texte de { $unread-words } d’entre elles n’a pas été lu : { $numbers }.
} Aucune inscription ne dit ce qui a été fait pour l’une d’elles.

report-plan-doubted = { $n ->
    [1] Ce texte est douteux et ne figure qu’en annexe : { $numbers }.
   *[other] Ces textes sont douteux et ne figurent qu’en annexe : { $numbers }.
}
report-plan-theme = { $theme }.
report-plan-no-theme = Actions hors section.
report-plan-action = Action { $number } : { $text }.
report-plan-indicator = Indicateur : { $text }.
report-plan-due = Échéance : { $due }.

report-col-action = Action
report-col-theme = Section
report-col-asks = Ce qu’elle demande
report-col-indicator = Indicateur
report-col-due = Échéance
report-cell-unread = non lue
report-cell-doubted = douteuse
