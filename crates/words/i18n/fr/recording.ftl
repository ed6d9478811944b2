# La consignation des démarches : le formulaire, ses avertissements, les brouillons gardés sur un appareil.

rec-title = Consigner une démarche
rec-all = Toutes les démarches
rec-back = La démarche
rec-button = Consigner
rec-again = Reprendre votre dernière :
rec-not-said = Non précisé

## Un texte qui est lu.

rec-sentence = Dites-le en une phrase
rec-sentence-how = Par exemple : 12 mars 2023 Vienne, le RP a rencontré le RPA du Népal, projet de loi au parlement, envoyer une loi type d’ici mai. Ce qui est compris remplit les champs ci-dessous ; vous confirmez.
rec-read = Remplir
rec-paste = Coller un courriel ou un télégramme
rec-pasted = Le texte
rec-pasted-how = Il est lu et n’est pas conservé. Seul ce qui est compris passe dans les champs ci-dessous.
rec-from-text = d’après votre texte
rec-said = Ce qui a été lu
rec-said-found = Les champs marqués « d’après votre texte » ont été remplis. Relisez-les avant de consigner.
rec-said-nothing = Rien n’a été compris avec certitude.
rec-said-left = Non compris :
rec-said-persons = Personnes nommées, non reprises :
rec-said-marking = Ce texte porte la mention { $what }. Ce système n’est pas homologué pour les informations classifiées : rien n’en peut être consigné ici.
rec-open = Que faut-il entendre par
rec-open-none = Rien de cela
rec-open-to-of = Auprès de qui, par son nom
rec-open-by-of = Par qui, par son nom
rec-nothing-to-read = Il n’y a pas de texte à lire.

## Les champs.

rec-treaty = Traité
rec-to = Auprès de qui : l’État
rec-to-level = Leur niveau
rec-by = Qui : l’État
rec-by-level = Notre niveau
rec-kind = Nature
rec-state = A-t-elle eu lieu ?
rec-day = Jour
rec-day-how = 2023-03-12, ou 2023-03, ou 2023.
rec-until = Dernier jour, s’il y en a plusieurs
rec-channel = Voie
rec-outcome = Résultat
rec-next-what = Prochaine étape
rec-next-by = Pour quand
rec-next-owner = Par qui
rec-group-who = Qui précisément
rec-group-where = Où
rec-group-said = Ce qui a été dit
rec-group-came = Résultats, en détail
rec-group-next = Autres étapes à venir
rec-group-papers = Documents et remarque
rec-group-seen = Qui peut la voir : { $what }
rec-whom = Auprès de
rec-who = Par
rec-side-state = État
rec-side-of = Organisation, ou organe de l’État
rec-side-person = Personne
rec-side-capacity = Fonction
rec-side-level = Niveau
rec-acted-as = À quel titre
rec-more-treaty = Autres traités
rec-place = Lieu
rec-forum = Enceinte
rec-meeting = Réunion du traité, par exemple MSP 11
rec-theme = Arguments employés
rec-points = Points avancés
rec-answer = Réponse
rec-more-outcome = Autres résultats
rec-obstacle = Obstacles invoqués
rec-asked = Aide demandée
rec-offered = Aide proposée
rec-paper-title = Document
rec-paper-url = Son adresse
rec-note = Remarque
rec-seen-by = Qui peut la voir
rec-label = Diffusion permise (TLP 2.0)
rec-marking-how = Rien de classifié ne doit être consigné ici.
rec-no-script = Sans scripts, ce qui ne peut être envoyé n’est pas gardé sur cet appareil.

## Ce qui ne va pas dans un champ.

rec-wrong = La démarche n’est pas encore consignée. À rectifier :
rec-slip-treaty = Choisissez le traité.
rec-slip-kind = Précisez la nature de la démarche.
rec-slip-state = Précisez si elle a eu lieu.
rec-slip-nobody-to = Précisez auprès de qui : un État, une organisation ou une personne.
rec-slip-nobody-by = Précisez qui l’a faite : un État, une organisation ou une personne.
rec-slip-state-unknown = Aucun État ne s’appelle « { $what } ». Une organisation se place dans le champ prévu, sous « Qui précisément ».
rec-slip-state-near = Noms voisins : { $what }.
rec-slip-day = Écrivez un jour comme 2023-03-12, un mois comme 2023-03 ou une année comme 2023.
rec-slip-backwards = Le dernier jour précède le premier.
rec-slip-until-alone = Il y a un dernier jour, mais pas de premier.
rec-slip-code = Ce mot ne figure pas au choix.
rec-slip-long = C’est trop long : { $n } caractères au plus.
rec-slip-capacity-alone = Précisez de qui c’est la fonction : un État, une organisation ou une personne.
rec-slip-rows = C’est trop : { $n } au plus.
rec-slip-next = Précisez ce qui reste à faire.
rec-slip-paper = Donnez un titre au document.
rec-slip-seen-by = Choisissez au moins une équipe qui peut la voir.
rec-slip-not-seen = Vous ne la verriez pas vous-même : choisissez aussi l’une de vos équipes.
rec-slip-public = Seul ce qui a eu lieu peut être public.
rec-slip-why = Donnez la raison, en 400 caractères au plus.
rec-other-under-key = Ce formulaire a déjà été consigné, et il dit maintenant autre chose. S’il s’agit d’une nouvelle démarche, envoyez-le encore une fois ; si c’est la même, rectifiez plutôt celle-là.
rec-changed-meanwhile = Quelqu’un a modifié cette démarche depuis que le formulaire a été établi. Voyez ce qu’elle dit à présent, puis renvoyez le formulaire s’il est toujours juste.
rec-nothing-changed = Rien n’a été modifié.

## Ce qui est dit avant de consigner.

rec-warned = Avant de consigner
rec-near-others = D’autres, qui partagent avec vous, ont approché le même État à moins de 90 jours :
rec-near-own = Votre équipe a approché le même État à moins de 90 jours :
rec-near-no-day = Prévue, sans jour fixé
rec-near-by = Consignée par { $what }.
rec-beyond = Des personnes hors de votre équipe la liraient :
rec-beyond-anyone = Tout le monde, avec ou sans compte.
rec-beyond-everybody = { $n ->
    [one] Toutes les personnes ayant un compte ici : une aujourd’hui, et toute personne qui se joindra.
   *[other] Toutes les personnes ayant un compte ici : { $n } aujourd’hui, et toute personne qui se joindra.
}
rec-beyond-people = { $n ->
    [one] une personne aujourd’hui, et toute personne qui se joindra
   *[other] { $n } personnes aujourd’hui, et toute personne qui se joindra
}
rec-beyond-persons = Elles liraient aussi ces noms de personnes :
rec-all-the-same = Consigner malgré tout
rec-or-change = Ou modifiez ce qui figure ci-dessous, puis consignez.

## Ensuite.

rec-recorded-title = La démarche est consignée
rec-one-more = En consigner une autre
rec-one-like-it = En consigner une semblable
rec-edit-title = Rectifier la démarche
rec-edit-button = Consigner la rectification
rec-outcome-title = Le résultat
rec-why = Raison de la rectification
rec-why-how = Elle figure à côté de la rectification ; ce qui a été consigné d’abord reste lisible.
rec-why-corrected = rectifié
rec-why-outcome = résultat
rec-retract-title = Retirer la démarche
rec-retract-how = On sait dès lors qu’il n’en est rien. Elle reste lisible au registre, avec votre raison.
rec-retract-button = Retirer
rec-steps-title = Prochaines étapes
rec-steps-none = Aucune étape à venir n’est consignée.
rec-steps-done-on = Faite le
rec-steps-mark = Faite
rec-steps-mark-of = Faite : { $what }

## Brouillons gardés sur un appareil.

rec-kept-label = Brouillons sur cet appareil
rec-kept-one = 1 brouillon est gardé sur cet appareil et n’a pas été envoyé.
rec-kept-many = 0 brouillons sont gardés sur cet appareil et n’ont pas été envoyés.
rec-kept-send = Envoyer
rec-kept-open = Ouvrir dans le formulaire
rec-kept-drop = Effacer
rec-kept-drop-all = Tout effacer de cet appareil
rec-kept-others = Une autre personne s’est servie de cet appareil et y a laissé des brouillons. Ils ne sont pas montrés ; ils peuvent être effacés.
rec-kept-how = Les brouillons sont gardés en clair dans ce navigateur, sur ce seul appareil. Quiconque s’en sert peut les lire. Ils sont effacés à la déconnexion.
rec-kept-opened = Le brouillon figure dans le formulaire. Relisez-le, puis consignez.
rec-kept-needs = Il faut le réseau, et il n’y en a pas.
rec-kept-full = Ce navigateur refuse de le garder. Laissez cette page ouverte jusqu’au retour du réseau.
rec-kept-kept = Le serveur ne répond pas. Le brouillon est gardé sur cet appareil et n’a pas été envoyé.
rec-kept-back = Le serveur répond. Sur la page du formulaire, une pression envoie chaque brouillon ; connectez-vous d’abord si on vous le demande.
rec-kept-gone = Les brouillons ont été effacés de cet appareil.
rec-kept-leave = Des brouillons non envoyés sont gardés sur cet appareil. La déconnexion les efface. Se déconnecter ?
rec-offline-title = Consigner une démarche sans réseau
rec-offline-how = Le serveur ne répond pas. Ce que vous écrivez ici est gardé en clair, comme brouillon, sur cet appareil ; avec le réseau, une fois connecté, une pression sur la page du formulaire l’envoie.
rec-offline-again = Essayer d’atteindre le formulaire
rec-offline-button = Garder comme brouillon
rec-offline-no-script = Sans scripts, rien ne peut être gardé ici.
