# Le relevé des votes : ce qu’indiquent les votes enregistrés sur des résolutions relatives à un traité.

report-title-votes = Relevé des votes
report-part-plenary = Votes de l’Assemblée générale
report-part-committee = Votes de la Première Commission
report-part-other-body = Votes d’autres organes
report-part-paragraphs = Votes séparés sur des paragraphes
report-part-states-voted = Vote de chaque État

report-votes = Le registre compte pour cette période { $n ->
    [one] un vote enregistré sur une résolution relative { $treaty-to }.
   *[other] { $n-words } votes enregistrés sur des résolutions relatives { $treaty-to }.
}
report-votes-absent = Ne pas prendre part au vote n’est pas s’abstenir ; les deux sont distingués.
report-votes-uncertain = { $n ->
    [one] Un autre vote figure au registre sans que sa date soit assez connue pour le situer dans cette période.
   *[other] { $n-start } autres votes figurent au registre sans que leurs dates soient assez connues pour les situer dans cette période.
}

## Vote par vote.

report-voted-plenary = { $day-start }, l’Assemblée générale a voté sur { $title }.
report-voted-plenary-a = { $day-start }, l’Assemblée a voté sur { $title }, sous le même titre.
report-voted-plenary-b = Le vote sur { $title }, de nouveau sous ce titre, a eu lieu { $day-on }.
report-voted-committee = { $day-start }, la Première Commission a voté sur { $title }.
report-voted-committee-a = { $day-start }, la Commission a voté sur { $title }, sous le même titre.
report-voted-committee-b = Le vote en commission sur { $title }, de nouveau sous ce titre, a eu lieu { $day-on }.
report-voted-other = { $day-start }, un autre organe a voté sur { $title }.
report-voted-other-next = { $day-start }, le vote y a porté sur { $title }, sous le même titre.
report-voted-part-plenary = { $day-start }, l’Assemblée générale a voté séparément sur une partie de { $title } : { $part }.
report-voted-part-committee = { $day-start }, la Première Commission a voté séparément sur une partie de { $title } : { $part }.
report-voted-part-other = { $day-start }, un autre organe a voté séparément sur une partie de { $title } : { $part }.
report-vote-result-a = Le relevé compte { $yes } voix pour, { $no ->
    [0] aucune
    [1] une
   *[other] { $no }
} contre et { $abstain ->
    [0] aucune abstention
    [1] une abstention
   *[other] { $abstain } abstentions
}.
report-vote-result-b = Il y a eu { $yes } voix pour et { $no ->
    [0] aucune
    [1] une
   *[other] { $no }
} contre, avec { $abstain ->
    [0] zéro abstention
    [1] une abstention
   *[other] { $abstain } abstentions
}.
report-vote-in-part = Le registre n’indique pas qui a voté pour.
report-vote-against = Contre : { $states-list }.
report-vote-abstaining = Abstention : { $states-list }.
report-vote-absent = N’ont pas pris part au vote : { $states-list }.
report-vote-moved = Depuis { $before }, { $from } puis { $to } : { $states-list }.
report-vote-moved-next = De même, { $from } puis { $to } : { $states-list }.
report-position-yes = vote pour
report-position-no = vote contre
report-position-abstain = abstention
report-position-absent = aucun vote

## État par État.

report-cast-plenary = À l’Assemblée générale
report-cast-committee = À la Première Commission
report-cast-other-body = Dans un autre organe
report-cast-plenary-parts = Lors de votes séparés de l’Assemblée générale sur des paragraphes
report-cast-committee-parts = Lors de votes séparés de la Première Commission sur des paragraphes
report-cast-other-parts = Lors de votes séparés d’un autre organe sur des paragraphes
report-cast-yes = { $where }, { $by } { $by-n ->
    [one] a
   *[other] ont
} voté pour { $calls }.
report-cast-yes-next = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} voté pour { $calls }.
report-cast-no = { $where }, { $by } { $by-n ->
    [one] a
   *[other] ont
} voté contre { $calls }.
report-cast-no-next = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} voté contre { $calls }.
report-cast-abstain = { $where }, { $by } { $by-n ->
    [one] a
   *[other] ont
} choisi l’abstention sur { $calls }.
report-cast-abstain-next = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} choisi l’abstention sur { $calls }.
report-cast-absent = { $where }, { $by } { $by-n ->
    [one] n’a
   *[other] n’ont
} pas pris part { $n ->
    [one] au vote sur { $calls }.
   *[other] aux votes sur { $calls }.
}
report-cast-absent-next = { $by-start } { $by-n ->
    [one] n’a
   *[other] n’ont
} pas pris part { $n ->
    [one] au vote sur { $calls }.
   *[other] aux votes sur { $calls }.
}
report-cast-moved-a = Entre { $before } et { $now }, la position { $by-of } a changé : { $from } auparavant, { $to } ensuite.
report-cast-moved-b = De { $before } à { $now }, la position { $by-of } a changé de nouveau : { $from } auparavant, { $to } ensuite.
report-cast-kept = La position { $by-of } n’a pas changé.
report-cast-unlisted = { $n ->
    [one] Un vote ne mentionne
   *[other] Certains votes ne mentionnent
} pas { $by } : { $calls }.
report-cast-nowhere = Aucun vote de cette période ne mentionne { $by }.

## Annexes.

report-annex-votes = Votes enregistrés, { $time }
report-annex-ballots = Vote de chaque État, selon le numéro du vote dans l’annexe précédente
report-col-number = No
report-col-body = Organe
report-col-resolution = Résolution
report-col-paragraph = Partie
report-col-yes = Pour
report-col-no = Contre
report-col-abstain = Abstention
report-col-absent = Sans vote
