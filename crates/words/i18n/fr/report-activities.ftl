# Le tableau d’ensemble des activités menées à bien par des États en faveur d’un traité, par niveau.

report-title-activities = Activités menées par les États
report-part-overview = Vue d’ensemble
report-part-bilateral = Niveau bilatéral
report-part-multilateral = Niveau multilatéral
report-sub-annex = Activités auprès d’États de { $list }
report-sub-listed = Activités auprès d’États désignés dont l’instrument est nécessaire à l’entrée en vigueur
report-sub-other = Activités auprès d’autres États
report-sub-unnamed = Activités auprès d’États que le registre ne nomme pas un à un
report-sub-global = Niveau mondial
report-sub-regional = Niveau régional
report-sub-untold = Niveau mondial ou régional ; le registre ne dit pas lequel

report-overview = { $n ->
    [one] Le registre compte pour cette période une activité en faveur { $treaty-of }, menée { $by-by }.
   *[other] Le registre compte pour cette période { $n } activités en faveur { $treaty-of }, menées { $by-by }.
}
report-overview-many = Le registre compte pour cette période { $n } activités en faveur { $treaty-of }, menées par { $all } États.
report-overview-completed = Seules y figurent les activités achevées ; les annexes donnent pour chacune la date, le lieu et les propos tenus, autant que le registre les indique.
report-at-bilateral = Au niveau bilatéral, le registre compte { $n ->
    [one] une activité.
   *[other] { $n } activités.
}
report-at-multilateral = Au niveau multilatéral, le registre compte { $n ->
    [one] une activité.
   *[other] { $n } activités.
}
report-at-public = Le registre compte { $n ->
    [one] une activité
   *[other] { $n } activités
} à l’adresse du public, des parlements ou des médias.
report-days-same = { $n ->
    [one] C’était
   *[other] Tout cela s’est fait
} { $time }.
report-days-between = La première de ces activités a eu lieu { $first-on }, la dernière { $last-on }.
report-days-some = Une date est connue pour { $n ->
    [1] une
   *[other] { $n-words }
} de ces activités ; la première a eu lieu { $first-on }, la dernière { $last-on }.
report-days-some-same = Une date est connue pour { $n ->
    [1] une
   *[other] { $n-words }
} de ces activités : { $time }.

## Annexes.

report-annex-counts = Nombre d’activités de chaque État, { $time } ; ce que plusieurs ont fait ensemble est compté pour chacun d’eux
report-annex-bilateral = Activités au niveau bilatéral, { $time }
report-annex-listed = Activités au niveau bilatéral auprès d’États désignés dont l’instrument est nécessaire à l’entrée en vigueur, { $time }
report-annex-other = Activités au niveau bilatéral auprès d’autres États, { $time }
report-annex-unnamed = Activités au niveau bilatéral auprès d’États que le registre ne nomme pas, { $time }
report-annex-global = Activités au niveau mondial, { $time }
report-annex-regional = Activités au niveau régional, { $time }
report-annex-untold = Activités au niveau multilatéral dont le registre ne dit pas si elles étaient mondiales ou régionales, { $time }
report-annex-public = Activités destinées au public, aux parlements ou aux médias, { $time }
report-col-bilateral = Bilatéral
report-col-listed = États désignés
report-col-other = Autres États
report-col-unnamed = États non nommés
report-col-global = Mondial
report-col-regional = Régional
report-col-untold = Niveau non indiqué
report-col-public = Public
report-col-words = Textes
