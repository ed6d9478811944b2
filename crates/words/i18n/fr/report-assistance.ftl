# L’assistance au titre d’un traité : apportée, demandée, proposée, promise.

report-title-assistance = Assistance
report-part-given = Assistance apportée
report-part-undated = Assistance sans date qui la situe
report-part-asked = Demandes et offres
report-part-promised = Promesses d’aide

report-given = Le registre compte pour cette période { $n ->
    [1] une action
   *[other] { $n-words } actions
} d’assistance au titre { $treaty-of }, { $by-by }.
report-given-others = Le registre compte pour cette période { $n ->
    [1] une action
   *[other] { $n-words } actions
} d’assistance au titre { $treaty-of }.
report-undated = Le registre compte { $n ->
    [1] une action
   *[other] { $n-words } actions
} d’assistance au titre { $treaty-of } sans date, ou sans date assez précise : on ne peut dire si { $n ->
    [one] elle a
   *[other] elles ont
} eu lieu dans cette période.
report-undated-deeds = Il en va de même pour { $n ->
    [1] une activité qui était elle-même
   *[other] { $n-words } activités qui étaient elles-mêmes
} une aide.
report-helped-a = { $day-start }, { $by } { $by-n ->
    [one] a
   *[other] ont
} apporté une assistance { $to-to } : { $what }.
report-helped-b = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} prêté assistance { $to-to } { $day-on } : { $what }.
report-helped-and = { $day-start }, { $by } { $by-n ->
    [one] a
   *[other] ont
} apporté une assistance { $to-to }, et à d’autres bénéficiaires ({ $others }) : { $what }.
report-helped-others = { $day-start }, { $by } { $by-n ->
    [one] a
   *[other] ont
} apporté une assistance (bénéficiaires : { $others }) : { $what }.
report-helped-nobody = { $day-start }, { $by } { $by-n ->
    [one] a
   *[other] ont
} apporté une assistance ; le registre ne dit pas à qui : { $what }.
report-helped-undated = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} apporté une assistance { $to-to } : { $what }.
report-helped-and-undated = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} apporté une assistance { $to-to }, et à d’autres bénéficiaires ({ $others }) : { $what }.
report-helped-others-undated = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} apporté une assistance (bénéficiaires : { $others }) : { $what }.
report-helped-nobody-undated = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} apporté une assistance ; le registre ne dit pas à qui : { $what }.

## Demandé, proposé, promis.

report-asked = { $time-start }, { $to } { $to-n ->
    [one] a
   *[other] ont
} demandé une aide : { $what }.
report-asked-plain = { $time-start }, { $to } { $to-n ->
    [one] a
   *[other] ont
} demandé une aide ; le registre ne dit pas laquelle.
report-asked-among = { $time-start }, lors d’échanges { $to-with }, une aide a été demandée : { $what }.
report-asked-among-plain = { $time-start }, lors d’échanges { $to-with }, une aide a été demandée ; le registre ne dit pas laquelle.
report-asked-others = { $time-start }, lors d’échanges avec { $whom }, une aide a été demandée : { $what }.
report-asked-others-plain = { $time-start }, lors d’échanges avec { $whom }, une aide a été demandée ; le registre ne dit pas laquelle.
report-offered = { $time-start }, { $by } { $by-n ->
    [one] a
   *[other] ont
} proposé une aide { $to-to } : { $what }.
report-offered-others = { $time-start }, lors d’échanges avec { $whom }, { $by } { $by-n ->
    [one] a
   *[other] ont
} proposé une aide : { $what }.
report-offered-by-others = { $time-start }, une aide a été proposée { $to-to } (par { $who }) : { $what }.
report-promise-kept = Selon le registre, cette promesse a été tenue.
report-promise-in-part = Selon le registre, cette promesse a été tenue en partie.
report-promise-lapsed = Selon le registre, cette promesse est devenue caduque.
report-promise-withdrawn = Selon le registre, cette promesse a été retirée.

report-support-legal_advice = des conseils juridiques
report-support-model_legislation = une législation type
report-support-translation = une traduction
report-support-accession_kit = un dossier d’adhésion
report-support-workshop = un atelier
report-support-expert_visit = la visite d’un expert
report-support-study_visit = un voyage d’étude
report-support-sponsorship_travel = la prise en charge de voyages
report-support-reporting_help = une aide à l’établissement de rapports
report-support-stockpile_destruction_help = une aide à la destruction des stocks
report-support-clearance_help = une aide à la dépollution
report-support-victim_assistance_help = une aide aux victimes
report-support-training = une formation
report-support-ndc_capacity = un centre national de données
report-support-station_hosting = l’accueil d’une station
report-support-match_donor = la recherche d’un donateur
report-support-peer_contact = l’expérience d’un État de la région
report-support-parliamentary_briefing = une séance d’information au parlement

## Annexes.

report-annex-assistance = Assistance au registre, { $time }, et assistance sans date qui la situe
report-annex-help = Activités qui étaient elles-mêmes une aide, { $time }
report-no-day = sans date au registre
report-col-gave = Apportée par
report-col-received = Apportée à
report-col-help = Aide
