### Rapports que leurs auteurs conservent.

report-kept-all = Rapports conservés
report-kept-lede = Un rapport conservé est établi de nouveau chaque fois à partir du registre, avec ce que ses auteurs y ont écrit.
report-kept-none = Aucun rapport conservé ne vous est accessible.
report-kept-make = Établir un rapport et le conserver
report-kept-title = Titre
report-kept-seen-by = Conservé pour
report-kept-changed = Dernière modification
report-kept-link = Rapports conservés
report-kept-write = Y écrire
report-kept-text = Le rapport en l’état
report-kept-read = Le lire tel qu’il sera diffusé
report-kept-write-how = Chaque paragraphe vient du registre tant que vous n’écrivez pas autre chose à sa place. Ce que vous écrivez reste, quelle que soit la suite du registre ; si celui-ci dit ensuite autre chose, vous voyez les deux.
report-kept-open = { $n ->
    [one] Un passage ne correspond plus au registre
   *[other] { $n } passages ne correspondent plus au registre
}
report-kept-fits = Tout ce que ses auteurs ont écrit correspond encore au registre.
report-kept-differs = Le registre a changé depuis que ceci a été écrit.
report-kept-out-differs = Le registre a changé depuis que ceci a été omis.
report-kept-gone = Le registre ne dit plus ce dont ceci tenait lieu. Le texte a été placé à la fin de sa partie.
report-kept-strayed = Ce que ceci suivait n’est plus dit. Le texte a été placé à la fin de sa partie.
report-kept-then = Le registre, alors
report-kept-now = Le registre, maintenant
report-kept-nothing = Rien.
report-kept-take-record = Reprendre le texte du registre
report-kept-keep-mine = Garder ces mots ici
report-kept-stay-out = L’omettre malgré tout
report-kept-put-back = Le remettre
report-kept-change = Modifier
report-kept-words = Le texte
report-kept-save = Enregistrer
report-kept-leave-out = L’omettre
report-kept-take-away = Le retirer
report-kept-left-out = Passages omis
report-kept-add = Un paragraphe à vous à la suite
report-kept-add-first = Ajouter un paragraphe ici
report-kept-add-save = L’ajouter
report-kept-form = Sa forme
report-kept-numbered = Avec un numéro
report-kept-bullet = Avec une puce
report-kept-plain = Sans l’un ni l’autre
report-kept-lost = Ce que vous avez écrit n’est pas enregistré. C’était :
report-kept-meanwhile = Quelqu’un a modifié ce passage depuis que vous avez ouvert la page. Rien n’a été enregistré. La page le montre maintenant tel qu’il est ; comparez, et enregistrez de nouveau ce qui est juste.
report-kept-no-text = Écrivez quelque chose. Pour que le passage ne soit pas dans le rapport, omettez-le.
report-kept-no-deed = Le formulaire ne dit pas ce qu’il faut faire.
report-kept-no-title = Indiquez comment le rapport s’appelle.
report-kept-about = Ce dont il traite
report-kept-forget = Ne plus le conserver
report-kept-forget-how = Le rapport et ce qui y a été écrit quittent cette liste. Le registre garde qui a écrit quoi, et quand.
report-kept-forget-button = Ne plus le conserver
report-kept-why-write = texte écrit
report-kept-why-back = retour au texte du registre
report-kept-why-mine = gardé à côté de ce que dit le registre maintenant
report-kept-why-out = omis ou retiré
report-kept-why-add = un paragraphe ajouté
report-kept-why-about = ce dont il traite a été modifié
report-kept-why-forget = n’est plus conservé

report-keep-title = Conserver ce rapport
report-keep-link = Conserver ce rapport et y écrire
report-keep-lede = Sont conservés la question et ce que vous écrivez. Le rapport est établi de nouveau chaque fois, et ce que vous avez écrit y est placé.
report-keep-back = Retour au rapport
report-keep-name = Nom dans les adresses
report-keep-name-how = De 2 à 40 caractères parmi a-z, 0-9 et le trait d’union, par exemple article-xiv-2023. Il ne change plus.
report-keep-seen-by-how = Un rapport établi pour une équipe est réservé à cette équipe.
report-keep-button = Le conserver
report-keep-there = Un rapport est déjà conservé sous le nom « { $what } ». Choisissez un autre nom.

problem-no-kept-report-title = Aucun rapport n’est conservé sous ce nom
problem-no-kept-report = Aucun rapport accessible n’est conservé ici sous le nom « { $given } ».
