## La recherche.

nav-search = Recherche
search-title = Recherche
search-title-of = Recherche : { $what }
search-label = Chercher partout
search-button = Chercher
search-lede = États, traités, réunions, obligations, plans d’action, groupes, déclarations et documents ; par nom dans l’une des six langues, par code, par numéro. Ni les accents, ni les anciens noms, ni les petites fautes n’importent. Essayez :
search-none = Rien n’a été trouvé.
search-none-how = Essayez des mots moins nombreux ou plus courts, un code comme ITA, ou une autre des six langues. Chaque État, chaque traité et chaque réunion se trouve aussi dans sa liste, au bas de la page.
search-count = { $n ->
    [one] Un résultat.
   *[other] { $n } résultats, le meilleur d’abord.
}
search-matched = trouvé sous
search-in-library = Chercher ces mots dans la bibliothèque
search-rest = Les { $n } premiers sont montrés ; ajoutez un mot pour en trouver moins.
finder-one = Un résultat.
finder-many = %n% résultats.
finder-failed = La recherche ne répond pas ; essayez de nouveau.
finder-hint = État, traité, réunion, article…
finder-list = Résultats
finder-keys = Flèches pour choisir, Entrée pour ouvrir, Échap pour fermer
finder-go = Aller à : { $what }
finder-today = Mettre le jour à aujourd’hui
finder-print = Imprimer cette page
found-state = État
found-treaty = traité
found-participation = État et traité
found-meeting = réunion
found-duty = obligation
found-plan = plan d’action
found-action = action
found-group = groupe
found-statement = déclaration
found-document = document
found-approach = démarche
expected-hits = un nombre entier de 1 à 200
