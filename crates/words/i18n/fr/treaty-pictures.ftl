## Les figures dans les pages : ce qui se lit dessous, et les manières de voir la même chose.

plate-large = En grand, avec son tableau
plate-take = Télécharger :
plate-terms = Sources et conditions
plate-sources-of-many = les écritures du registre sous cette tête, dont chacune nomme les siennes
plate-table = Le tableau derrière la figure
plate-standings = La situation de chacun
plate-standings-on = La situation de chacun au { $what }
plate-steps = Chaque jour où un décompte a changé, le plus récent d’abord
views-label = Présentation
view-map = Carte
view-tiles = Tuiles
view-table = Tableau
view-curve = Courbe
view-groups = Groupes
drag-label = Jour affiché
picture-map-title = { $short } : la carte
picture-tiles-title = { $short } : les tuiles
picture-curve-title = { $short } : la courbe
picture-groups-title = { $short } : par groupes d’États
groups-all-on = Par groupes d’États, au { $what }
goal-entry-into-force = { $n } pour l’entrée en vigueur
goal-everybody = les { $n } qui peuvent devenir parties
goal-plan = le but : { $n } États parties
goal-plan-by = le but pour { $by } : { $n } États parties

## Un traité.

treaty-standing = Situation
treaty-standing-on = Situation au { $what }
treaty-key = Où en sont les États

## Et si : le tableau des États que nomme une condition.

board-legend = Les { $n } États nommés dans la condition : et si ?
board-how = Cochez un État qui n’a pas encore déposé d’instrument pour supposer qu’il le dépose ; cochez un État qui l’a déposé pour supposer qu’il ne l’avait pas fait. Rien n’est enregistré.
board-letters = C : instrument déposé. S : a signé. – : ni l’un ni l’autre. Un cadre en tirets marque ce qui est supposé.
board-if = supposer qu’il dépose son instrument
board-without = supposer qu’il ne l’avait pas déposé
board-when = Dépôts le
board-reset = Revenir au registre
board-still = Manquent encore :
board-supposed = { $name } dépose son instrument le { $day }
board-supposed-without = { $what } n’avait pas déposé d’instrument
board-published = Dans une instance d’Accede en service, chacun de ces États se laisse cocher pour voir ce qui en résulterait.
force-would-be-open = { $listed ->
    [1] Dans ces hypothèses, la condition n’est pas remplie : { $missing ->
        [one] un des États nommés devrait encore déposer son instrument.
       *[other] { $missing } des États nommés devraient encore déposer leur instrument.
    }
   *[other] Dans ces hypothèses, la condition n’est pas remplie : il faudrait encore { $others } instruments.
}

## Plusieurs courbes.

overlay-title = Courbes comparées
overlay-lede = Comment plusieurs traités ont réuni leurs participants, l’un par-dessus l’autre : selon le calendrier, ou en années depuis l’ouverture de chacun à la signature.
overlay-none = Choisissez jusqu’à six traités pour superposer leurs courbes. Pour commencer :
overlay-choose = Traités
overlay-along = Selon
overlay-by-date = le calendrier
overlay-by-years = les années depuis l’ouverture
overlay-count = Décompte
overlay-caption = tant d’années après l’ouverture à la signature, et au jour choisi
overlay-after = { $n ->
    [one] après 1 an
   *[other] après { $n } ans
}

## La matrice et le curseur des jours.

matrix-picture = Le tableau en figure
years-label = Mois

## Le domaine aujourd’hui.

home-in-force = Traités en vigueur
home-acts = Actes de l’année écoulée
home-next-meeting = Prochaine réunion
home-open-findings = Constats ouverts
home-growth = traités de désarmement
home-growth-heading = L’évolution de la participation
home-compare = Comparer les courbes
home-of = sur { $n }

## Ce qui était attendu.

expected-view = l’un de map, tiles, table
expected-treaties = jusqu’à six traités, comme apmbc,ccm
expected-along = l’un de date, years
expected-tally = l’un de signatures, consents, parties
