## Les figures : leur titre, et ce qu’il faut à qui ne les voit pas. Une section par sorte, par ordre alphabétique.

## bars : les membres des groupes selon leur situation.

bars-title = { $short } : situation des membres de chaque groupe au { $on }
bars-empty = Aucun groupe à montrer.
bars-total = { $n } sur { $all }
bars-desc = Une barre par groupe, divisée selon la situation ; à côté, combien de ses membres avaient consenti au { $on }. { $told }.

## curve : les courbes d’adhésion.

curve-title = { $short } : signatures, consentements et parties, de { $from } à { $to }
curve-empty = Aucune signature ni aucun consentement au registre jusqu’à ce jour. Chaque acte enregistré ajoutera ici une marche.
curve-signatures =
    { $n ->
        [one] signature
       *[other] signatures
    }
curve-consents =
    { $n ->
        [one] consentement
       *[other] consentements
    }
curve-parties =
    { $n ->
        [one] partie
       *[other] parties
    }
curve-in-force = En vigueur le { $day }
curve-meetings = Réunions
curve-desc-first = Des lignes en escalier comptent les signatures, les consentements et les parties. Le premier acte au registre est du { $day }.
curve-desc-on = Au { $day } : { $parties } parties, { $consents } consentements, { $signatures } signatures.
curve-desc-end = À la fin de la figure, au { $day } : { $parties } parties, { $consents } consentements, { $signatures } signatures.
curve-desc-in-force = En vigueur depuis le { $day }.
curve-desc-goal = Repère : { $goal }.
curve-desc-meetings =
    { $n ->
        [one] Une réunion est marquée dessous.
       *[other] { $n } réunions sont marquées dessous.
    }

## curves : plusieurs traités superposés.

curves-title =
    { $tally ->
        [signatures] Signatures
        [parties] Parties
       *[consents] Consentements
    }, { $what }
curves-title-years =
    { $tally ->
        [signatures] Signatures
        [parties] Parties
       *[consents] Consentements
    } par années depuis l’ouverture à la signature, { $what }
curves-years = années depuis l’ouverture à la signature
curves-empty = Aucun acte au registre au titre de ces traités jusqu’à ce jour.
curves-desc = Une ligne en escalier par traité. Au { $day } : { $ends }.
curves-desc-years = Une ligne en escalier par traité ; toutes commencent le jour de l’ouverture à la signature et finissent le { $day } : { $ends }.

## poster : les États et les traités.

poster-title = Les États et les traités au { $on }
poster-empty = Ni participant ni traité à montrer.
poster-shut = Sans case : le traité ne lui est pas ouvert.
poster-desc = { $states } lignes, une par participant, et { $treaties } colonnes, une par traité ; dans chaque case, la situation au { $on }. Consentements par traité : { $told }.

## multiples : une petite courbe par traité.

multiples-title =
    { $tally ->
        [signatures] Signatures
        [parties] Parties
       *[consents] Consentements
    }, { $what }, traité par traité
multiples-desc = { $n } petites courbes aux mêmes échelles, jusqu’à { $most }. Au { $day } : { $numbers }.

## picture : les lignes au bas de chaque fichier.

picture-note-day = Situation au { $on }.
picture-note-days = Situation au { $on } ; registre tel que connu le { $known } ({ $entries } écritures, { $head }).
picture-note-sources = Sources : { $sources }.
picture-note-terms = Les faits relatifs à l’état des traités sont libres de droits ; citez la source et les deux dates. Ne constitue pas une publication officielle d’un dépositaire. Établi avec Accede.

## timeline : la situation d’un participant.

timeline-title = { $name } : sa situation au titre de chaque traité
timeline-empty = Aucun de ses actes n’est au registre. Sa situation apparaîtra ici dès qu’un acte y figurera.
timeline-desc = Une ligne par traité, du { $from } au { $to } ; les barres montrent la situation, les marques les actes. Au { $on } : { $standings }.
