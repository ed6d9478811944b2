# Qui approcher ensuite : indices, poids et phrases du pourquoi.

next-kicker = Qui approcher ensuite
next-lede = { $n ->
    [0] Tous les États dont il s’agit ont consenti.
    [one] Un État manque. Pourquoi l’approcher, d’après le registre, au { $on }.
   *[other] { $n } États manquent, dans l’ordre où le registre plaide pour les approcher au { $on }.
 }
next-no-probability = Ce sont des indices, non des probabilités : personne n’a calculé les chances qu’un État adhère. Un point est le poids d’un indice multiplié par sa valeur ; ce qui n’est pas connu n’ajoute rien.
next-how = Comment les points sont faits
next-own = Cet ordre est fait de ce que vous pouvez voir : il ignore les démarches qui ne vous sont pas ouvertes.
next-weights = Poids
next-weights-note = De 0, qui écarte un indice, à 10. L’adresse les conserve.
next-weights-show = Ordonner
next-weights-usual = Poids habituels
next-col-value = Valeur
next-col-weight = Poids
next-col-signal = Indice
next-of-most = sur { $most }
next-unknown = Non connu :
next-messengers = Qui pourrait lui parler
next-venues = Où
next-brief = Fiche
next-nobody = Il n’y a plus personne à approcher : tous les États dont il s’agit ont consenti.
next-geography = Frontières terrestres : { $what }.

## Indices

next-signal-signatory = A signé
next-signal-signatory-means = Sa signature tient, son consentement manque.
next-signal-voted_yes = A voté pour
next-signal-voted_yes-means = Son dernier vote sur la résolution relative au traité : pour 0,8, et 1 s’il ne votait pas ainsi auparavant ; abstention 0,3 ; contre ou absent 0.
next-signal-neighbours = Ses voisins
next-signal-neighbours-means = La part de ses voisins terrestres qui ont consenti.
next-signal-groups = Ses groupes
next-signal-groups-means = La part des autres membres qui ont consenti, dans les deux plus petits groupes de sa région.
next-signal-stage = Étape interne
next-signal-stage-means = Où il en est, tel que quelqu’un l’a consigné : informé 0,2, intéressé 0,4, procédure engagée 0,6, au parlement 0,8, approuvé 1 ; à l’arrêt 0,1, bloqué moins 0,5, en recul moins 1.
next-signal-pledges = Engagements
next-signal-pledges-means = Une promesse ouverte de devenir partie : échue 1, à échoir dans l’année 0,8, sinon 0,6.
next-signal-contact = Temps depuis le dernier contact
next-signal-contact-means = Rien pendant 90 jours, puis davantage de jour en jour, et 1 après deux ans ou si aucune démarche n’est consignée.
next-signal-meeting = Réunion à venir
next-signal-meeting-means = Une réunion dans les 180 jours : 1 si les coordonnateurs et l’État y ont un siège, 0,6 si l’État en a un, 0,4 s’il peut y venir. Personne ne consigne qui viendra.
next-signal-eif = Nécessaire à l’entrée en vigueur
next-signal-eif-means = 1 si le traité ne peut entrer en vigueur sans lui, 0,5 s’il compterait dans un nombre.
next-signal-instruments = A rejoint d’autres traités
next-signal-instruments-means = La part, parmi les traités suivis ici qu’il pouvait rejoindre, de ceux qu’il a rejoints ces dix dernières années.

## Pourquoi

next-why-signed = A signé ({ $day }) ; son consentement manque.
next-why-not-signed = N’a pas signé, ou sa signature ne tient plus.
next-why-intends-not = A fait savoir au dépositaire ({ $day }) qu’il n’a pas l’intention de devenir partie.
next-why-no-roll-call = Aucun vote enregistré sur la résolution relative au traité n’est consigné.
next-why-not-listed = Ne figure dans aucun vote consigné.
next-why-vote = { $ballot } : { $resolution }, { $day }.
next-why-vote-moved = { $ballot } : { $resolution }, { $day }. Auparavant ({ $earlier }) : { $before }.
next-why-no-neighbours = N’a de frontière terrestre avec aucun État qui puisse devenir partie.
next-why-neighbours-all = { $of ->
    [one] Son unique voisin terrestre a consenti : { $names }.
   *[other] Ses { $of } voisins terrestres ont tous consenti : { $names }.
 }
next-why-neighbours-none = { $of ->
    [one] Son unique voisin terrestre n’a pas consenti.
   *[other] Aucun de ses { $of } voisins terrestres n’a consenti.
 }
next-why-neighbours = { $in } de ses { $of } voisins terrestres { $in ->
    [one] a
   *[other] ont
 } consenti : { $names }.
next-why-group = { $group } : { $in } des { $of } autres membres ont consenti.
next-why-no-group = Aucun groupe de sa région n’est consigné.
next-why-no-stage = Personne n’a consigné où il en est.
next-why-stage = { $stage }, { $day }.
next-why-stage-step = { $stage } ({ $step }), { $day }.
next-why-no-pledge = Aucune promesse ouverte de devenir partie n’est consignée.
next-why-pledge = { $kind } : promis, sans date.
next-why-pledge-due = { $kind } : promis pour { $due }.
next-why-pledge-overdue = { $kind } : promis pour { $due }, date passée.
next-why-never = Aucune démarche auprès de lui que vous puissiez voir n’est consignée.
next-why-undated = Approché un jour que personne n’a consigné.
next-why-contact = { $days ->
    [0] Dernière démarche : { $day }.
    [one] Dernière démarche : { $day }, il y a un jour.
   *[other] Dernière démarche : { $day }, il y a { $days } jours.
 }
next-why-no-meeting = Aucune réunion dans les 180 jours où il ait un siège n’est consignée.
next-why-meeting-both = { $meeting }, { $day } : il y a un siège, de même que { $names }.
next-why-meeting-seat = { $meeting }, { $day } : il y a un siège. Qui viendra n’est pas consigné.
next-why-meeting-open = { $meeting }, { $day } : ouverte à lui comme observateur. Qui viendra n’est pas consigné.
next-why-needed = Le traité ne peut entrer en vigueur sans lui.
next-why-counts = Il compterait dans le nombre que demande l’entrée en vigueur.
next-why-not-needed = L’entrée en vigueur ne dépend pas de lui.
next-why-in-force = Le traité est en vigueur, ou sa condition est remplie.
next-why-joined-all = Il n’y a ici aucun autre traité qu’il eût pu rejoindre ces dix dernières années.
next-why-joined = En a rejoint { $in } sur { $of } en dix ans : { $names }.
next-why-joined-none = N’en a rejoint aucun sur { $of } en dix ans.

## Qui et où

next-who-moved = { $times ->
    [one] L’a approché une fois, et il en est sorti quelque chose : { $outcome }.
   *[other] L’a approché { $times } fois, et il en est sorti quelque chose ; la dernière fois : { $outcome }.
 }
next-who-neighbour = A une frontière terrestre avec lui.
next-who-office = Exerce une fonction : { $office }.
next-who-group = Est avec lui membre de : { $group }.
next-where-channel = { $channel } : { $times ->
    [one] un contact antérieur
   *[other] { $times } contacts antérieurs
 }, suivi d’effet : { $came }.
next-where-place = { $place } : { $times ->
    [one] un contact antérieur
   *[other] { $times } contacts antérieurs
 }, suivi d’effet : { $came }.
next-where-both = { $channel }, { $place } : { $times ->
    [one] un contact antérieur
   *[other] { $times } contacts antérieurs
 }, suivi d’effet : { $came }.
expected-weight = un nombre entier de 0 à 10
next-decimal = ,
next-meeting = { $short }, { $meeting }
