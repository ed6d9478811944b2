## Les figures : leur titre, et ce qu’il faut à qui ne les voit pas. Une section par sorte, par ordre alphabétique.

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

## picture : les lignes au bas de chaque fichier.

picture-note-days = Situation au { $on } ; registre tel que connu le { $known } ({ $entries } écritures, { $head }).
picture-note-sources = Sources : { $sources }.
picture-note-terms = Les faits relatifs à l’état des traités sont libres de droits ; citez la source et les deux dates. Ne constitue pas une publication officielle d’un dépositaire. Établi avec Accede.
