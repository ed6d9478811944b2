# Fonctions et réunions consignées sur les pages, et démarche au cours de laquelle quelque chose est apparu.

office-new-title = Consigner une fonction
office-lede = Qui exerce une fonction au titre du traité ({ $what }) : coordonnateur, champion, envoyé, ami, point de contact.
office-by = Quel État
office-by-how = Plusieurs, séparés par un point-virgule : Italie; Afrique du Sud. Un groupe, par exemple AU, vaut pour ses membres. Chacun a sa propre écriture.
office-role = La fonction, selon son intitulé
office-role-how = Par exemple : co-coordonnateur pour l’entrée en vigueur
office-kind = Nature
office-person = Titulaire, en personne
office-person-how = Seulement si la fonction est celle d’une personne : nom et qualité. Quiconque peut voir l’écriture le lit.
office-from = Depuis
office-until = Jusqu’au
office-seen-how = « Qui approcher ensuite » et les messagers proposés n’en tiennent compte que pour ceux qui peuvent la voir.
office-no-by = Dites quel État l’exerce.
office-no-state = Aucun État ni groupe consigné ne s’appelle « { $what } ».
office-no-role = Donnez l’intitulé de la fonction.
office-one-person = Une personne exerce la fonction pour un seul État : consignez-la État par État.
office-too-many = Cela ferait { $what } fonctions. On en consigne 60 au plus à la fois.
office-edit-link = rectifier ou clore
office-edit-title = { $what } : rectifier une fonction
office-end = Le mandat a pris fin
office-end-what = La fonction reste au registre et compte comme passée dès le lendemain.
office-end-on = Dernier jour
office-end-button = Clore le mandat
office-no-end = Indiquez à quelle date le mandat a pris fin.
office-why-ended = le mandat a pris fin
office-stays = L’État et le traité ne changent pas. La fonction d’un autre État se consigne à part.

mend-right = Rectifier
mend-button = Consigner la rectification
mend-entry = Ce qui a été consigné, et qui peut le voir
mend-changed-meanwhile = Quelqu’un a modifié cette écriture depuis que le formulaire a été établi. Voyez ce qu’elle dit à présent, puis renvoyez le formulaire s’il est toujours juste.
written-too-long = C’est trop long : { $what } caractères au plus par ligne.

document-title = Sur quoi cela repose
document-how = Sans document, c’est votre propre déclaration qui est consignée.
document-name = Document
document-url = Son adresse
document-place = À quel endroit
document-not-named = Nommez le document : son adresse ou un passage ne disent pas ce qu’il est.
document-no-web = L’adresse d’un document commence par https:// ou http://.

meeting-new-title = Consigner une réunion
meeting-lede = Une réunion d’un traité, à venir ou passée. Ceux qui peuvent la voir la trouvent dans les calendriers, dans « Qui approcher ensuite » et là où se préparent les démarches.
meeting-who-sits = Les participants ne sont pas consignés. Sont réputés y siéger ceux qui y ont un siège : quiconque a consenti à être lié par le traité et, dans une campagne pour ce même traité, ses signataires ; d’autres pourraient venir en observateurs. Si l’État et tous ceux qui coordonnent y ont un siège, les deux y siègent. Une démarche y est prévue par sa série et son numéro.
meeting-back = Retour au calendrier
meeting-series-name = Série
meeting-series-how = Telle qu’au registre, par exemple MSP, RevCon, ArtXIV ou Intersessional
meeting-number = Numéro ou année
meeting-number-how = Par exemple 14 ou 2027
meeting-start = Premier jour
meeting-end = Dernier jour
meeting-place = Lieu
meeting-presides = Qui préside
meeting-no-kind = Dites de quelle série elle relève.
meeting-no-start = Dites quand elle commence : un jour, un mois ou une année.
meeting-there = Elle est déjà au registre : /meetings/{ $what }.
meeting-edit-title = { $what } : rectifier
meeting-stays = Le traité, la série et le numéro ne changent pas : démarches et déclarations désignent la réunion par eux.

campaign-record-came = Apparu au cours de quelle démarche
campaign-record-came-how = Seuls ceux qui peuvent voir la démarche peuvent voir ceci.
campaign-record-came-only =
    { $n ->
        [one] Seule la plus récente figure dans la liste.
       *[other] Seules les { $n } plus récentes figurent dans la liste.
    }
campaign-record-too-wide = La démarche est réservée à : { $what } ; ceci serait aussi pour d’autres. Choisissez une équipe qui peut voir la démarche, ou n’en nommez aucune.
approach-led-to = Consigner une étape ou une promesse : { $what }
approach-led-to-many = Consigner une étape ou une promesse d’un État
