# La fiche sur des États, et la note pour un entretien. Leurs lignes sont celles de brief.ftl ; celles qui veulent le nom
# de l’État dans une phrase sont ici en entier.

report-title-brief = Fiche
report-title-bilateral = Note pour un entretien bilatéral
report-part-state = { $states-list }

## Début

report-opening-in = Le consentement { $states-of } est acquis : on peut parler de ses obligations et de son aide auprès d’autres.
report-opening-in-since = Le consentement { $states-of } à être lié { $treaty-by } est acquis ; il a été exprimé { $day-on }. On peut parler de ses obligations et de son aide auprès d’autres.
report-opening-signatory = { $states-start } { $states-n ->
    [one] a
   *[other] ont
} signé { $treaty } sans avoir encore exprimé de consentement à être lié : c’est ce qu’il y a à demander.
report-opening-signatory-since = { $states-start } { $states-n ->
    [one] a
   *[other] ont
} signé { $treaty } { $day-on }, sans avoir encore exprimé de consentement à être lié : c’est ce qu’il y a à demander.
report-opening-outside = { $states-start } { $states-n ->
    [one] n’a
   *[other] n’ont
} ni signé { $treaty }, ni exprimé de consentement à être lié : l’adhésion est ce qu’il y a à demander.
report-opening-left = { $states-start } : retrait { $treaty-of } ; le retour est ce qu’il y a à demander.
report-opening-left-since = { $states-start } : retrait { $treaty-of } { $day-on } ; le retour est ce qu’il y a à demander.
report-opening-not-open = { $treaty-start } n’est pas ouvert à la participation { $states-of } ; aucun acte n’en figure au registre.

## Éléments de langage

report-full-needed = { $treaty-start } ne peut entrer en vigueur sans { $states }.
report-full-counts = Le consentement { $states-of } compterait dans le nombre dont dépend l’entrée en vigueur { $treaty-of }.
report-full-neighbours = Sur les { $of } États avec lesquels { $states } { $states-n ->
    [one] a
   *[other] ont
} une frontière terrestre, { $in } y { $in ->
    [one] participe
   *[other] participent
} : { $names }.
report-full-neighbours-all = { $of ->
    [1] L’État avec lequel
    [2] Les deux États avec lesquels
   *[other] Les { $of } États avec lesquels
} { $states } { $states-n ->
    [one] a
   *[other] ont
} une frontière terrestre y { $of ->
    [1] participe
   *[other] participent tous
} : { $names }.
report-full-group = { $group } : { $in } des { $of } membres autres que { $states } y participent.
report-full-joined = Au cours des dix dernières années, { $states } { $states-n ->
    [one] a
   *[other] ont
} rejoint { $in } des { $of } autres traités suivis ici qui étaient ouverts à sa participation : { $names }.
report-full-said = { $states-start } { $states-n ->
    [one] a
   *[other] ont
} pris la parole au sujet { $treaty-of } : { $meeting }, { $day }.
report-full-asked = { $states-start } { $states-n ->
    [one] a
   *[other] ont
} demandé de l’aide { $day-on } : { $word }.
report-full-asked-offered = { $states-start } { $states-n ->
    [one] a
   *[other] ont
} demandé de l’aide { $day-on } : { $word }. Offert à ce jour : { $offered }.

## Qui pourrait lui parler

report-messenger-moved = { $who-list } : { $times ->
    [1] une démarche auprès { $states-of }, suivie d’effet : { $outcome }.
   *[other] { $times } démarches auprès { $states-of }, suivies d’effet, la dernière ainsi : { $outcome }.
}
report-messenger-moved-next = { $times ->
    [1] Une démarche auprès { $states-of }, suivie d’effet : { $outcome }.
   *[other] { $times } démarches auprès { $states-of }, suivies d’effet, la dernière ainsi : { $outcome }.
}
report-messenger-neighbour = { $who-list } : une frontière terrestre avec { $states }.
report-messenger-neighbour-next = Une frontière terrestre avec { $states }.
report-messenger-office = { $who-list } : une fonction, { $office }.
report-messenger-office-next = Une fonction, { $office }.
report-messenger-group = { $who-list } : { $n ->
    [1] un groupe en commun avec { $states }, { $group }.
   *[other] des groupes en commun avec { $states }, { $group } et { $second }.
}
report-messenger-group-next = { $n ->
    [1] Un groupe en commun : { $group }.
   *[other] Des groupes en commun : { $group } et { $second }.
}

## Autres traités

report-across-party = État partie : { $treaties }.
report-across-contracting = Consentement donné, pas encore en vigueur à son égard : { $treaties }.
report-across-signatory = Signature seule : { $treaties }.
report-across-withdrawn = Retrait : { $treaties }.
report-across-none = Ni signature ni consentement : { $treaties }.
