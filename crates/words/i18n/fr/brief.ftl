# La fiche sur un État : titres, et recueil des phrases dont elle est faite. Chaque phrase repose sur des
# inscriptions ; là où rien n’est connu, il n’y en a pas.

brief-title = { $name } et { $short } : fiche
brief-kicker = Fiche
brief-link = Fiche pour un entretien
brief-treaty = Traité
brief-show = Afficher
brief-own = Faite de ce que vous pouvez voir. Chaque phrase porte ses sources.
brief-across = Au titre d’autres traités
brief-messengers = Qui pourrait lui parler
brief-lede-on = Au { $on }, tel que connu le { $known }.

## Parties

brief-part-points = Éléments de langage, tirés du registre
brief-part-acts = Ce qu’il a fait
brief-part-votes = Comment il a voté
brief-part-said = Ce qu’il a dit
brief-part-obligations = Ce qu’il doit
brief-part-stage = Étape interne
brief-part-approaches = Démarches
brief-part-obstacles = Obstacles ; aide demandée et offerte
brief-part-pledges = Promesses ouvertes et suites à donner
brief-part-venues = Où

## Silence

brief-no-acts = Aucun acte de lui n’est consigné.
brief-no-statement = Aucune déclaration de lui n’est consignée.
brief-not-bound = Le traité ne l’oblige en rien : son consentement fait défaut.
brief-nothing-open = Rien n’est consigné qui soit échu ou vienne à échéance dans les deux ans.
brief-no-obstacle = Ni obstacle, ni aide demandée ou offerte n’est consigné.
brief-no-pledge = Aucune promesse ouverte ni suite à donner n’est consignée.

## Lignes

brief-act = { $day } : { $act }.
brief-in-doubt = Douteux : { $why }.
brief-said = { $day }, { $meeting }.
brief-said-title = { $day }, { $meeting } : { $title }.
brief-overdue = Article { $article }, { $duty } : échu depuis le { $due }.
brief-due = Article { $article }, { $duty } : échéance le { $due }.
brief-evidence = Élément à l’appui : { $text }
brief-approach = { $day } : { $kind } ({ $who }).
brief-approach-undated = Sans date : { $kind } ({ $who }).
brief-planned = Prévu pour { $day } : { $kind } ({ $who }).
brief-planned-undated = Prévu, sans date : { $kind } ({ $who }).
brief-level = Leur niveau : { $level }.
brief-came = Résultat : { $outcomes }.
brief-answer = Réponse : { $answer }
brief-obstacle = Obstacle : { $word } ({ $day }).
brief-obstacle-undated = Obstacle : { $word }.
brief-asked = Demandé : { $word } ({ $day }).
brief-asked-undated = Demandé : { $word }.
brief-offered = Offert : { $word } ({ $day }).
brief-offered-undated = Offert : { $word }.
brief-pledge = { $kind } : { $what } ; aucune date n’a été donnée.
brief-pledge-due = { $kind } : { $what } ; pour { $due }.
brief-pledge-overdue = { $kind } : { $what } ; pour { $due }, date passée.
brief-next = À faire : { $what }.
brief-next-due = À faire pour { $due } : { $what }.
brief-next-overdue = Aurait dû être fait pour { $due } : { $what }.
brief-owner = Par { $owner }.

## Éléments de langage

brief-point-in = A consenti à être lié ({ $day }).
brief-point-signed = A signé ({ $day }) ; son consentement manque.
brief-point-left = S’est retiré ({ $day }).
brief-point-outside = N’a ni signé ni consenti à être lié.
brief-point-said = S’est exprimé sur le traité : { $meeting }, { $day }.
brief-point-asked = A demandé de l’aide ({ $day }) : { $word }.
brief-point-asked-offered = A demandé de l’aide ({ $day }) : { $word }. Offert à ce jour : { $offered }.
