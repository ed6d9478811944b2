## Les cartes et mosaïques de la situation des États.

map-title = { $short } : situation de chaque État au { $on }
map-part = { $name } : { $standing }
map-apart = Aucune situation indiquée
map-disputed = Frontière contestée ou non fixée
map-desc = Carte du monde au { $on }. { $list }.
map-desc-region = { $region } : { $list }.
map-desc-more = Les petits États sont représentés par des points. Le tableau dit la même chose en toutes lettres.
map-region-africa = Afrique
map-region-americas = Amériques
map-region-asia = Asie
map-region-europe = Europe
map-region-oceania = Océanie
map-note-undrawn = Compté, mais sans surface propre sur cette carte : { $names }.
map-note-opinion = Le tracé des frontières, les noms et les teintes de cette carte n’expriment, de la part de ceux qui l’ont établie ou qui la publient, aucune prise de position quant au statut juridique d’un pays, d’un territoire ou d’une zone, à ses autorités ou au tracé de ses limites.
map-note-drawing = En pointillé : les frontières et lignes contestées ou non fixées, pour autant que les données les contiennent. En gris : aucune situation indiquée, parce que le statut est contesté, que la zone n’appartient à aucun État ou que le traité ne lui est pas ouvert. Les territoires sont représentés avec l’État qui répond d’eux à l’étranger ; il n’est pas dit si le traité s’y applique. Les frontières sont celles d’aujourd’hui, même pour les dates passées.
map-note-source = Carte : Natural Earth 4.1.0 (domaine public), simplifiée, redessinée aux endroits indiqués avec les données ; projection Equal Earth.

tiles-title = { $short } : situation de chaque État au { $on }, une case par État
tiles-no-group = Hors groupe régional
tiles-key = { $many } ({ $letter })
tiles-desc = Une case par État, par groupe régional, au { $on }. { $list }.
tiles-note = Une case par État, désigné par son code ISO 3166-1, dans les groupes régionaux de l’ONU. Sa place et sa taille n’indiquent rien d’autre.

key-count = { $what } : { $n }
