# Les campagnes : le but visé, la progression de chaque État, les démarches faites.

nav-campaigns = Campagnes
campaigns-title = Campagnes
campaigns-lede =
    { $n ->
        [one] Une campagne est consignée.
       *[other] { $n } campagnes sont consignées.
    }
campaigns-what = Une campagne énonce ce qui doit être atteint pour un traité : son entrée en vigueur, un nombre de consentements, tous les États d’une région. Son tableau montre où en est chaque État.
campaigns-none = Aucune n’est consignée que vous puissiez voir. Consignez-en une, ou ouvrez la campagne de démonstration, que l’on peut retirer ensuite :
campaigns-teach = Les étapes, les promesses et les contacts se consignent État par État ; ce que le dépositaire a enregistré est compté selon le droit et n’en est jamais modifié.
campaigns-implied = Par traité
campaigns-implied-what = Sans campagne aussi, chaque traité a son tableau : vers son entrée en vigueur ou, une fois en vigueur, vers tous ceux qui peuvent y adhérer.
campaigns-figures = { $reached } États sur { $targets } ont donné leur consentement.
campaign-title-of = { $what } – { $campaign }
campaign-pages = Pages de cette campagne
campaign-board = Tableau
campaign-table = Liste
campaign-contacts = Contacts et actes
campaign-planned = Prévu
campaign-calendar = Calendrier
campaign-roles = Fonctions
campaign-state = État

campaign-aim-force = But : l’entrée en vigueur ({ $short }).
campaign-aim-consents = But : que { $n } États consentent à être liés ({ $short }).
campaign-aim-everybody = But : que tous les États soient parties ({ $short }).
campaign-aim-group = But : que tous les membres du groupe { $group } soient parties ({ $short }).
campaign-aim-these =
    { $n ->
        [one] But : qu’un État soit partie ({ $short }).
       *[other] But : que { $n } États soient parties ({ $short }).
    }
campaign-goal-met = Au { $on }, ce but est atteint.
campaign-goal-distance =
    { $n ->
        [one] Au { $on }, il manque un consentement.
       *[other] Au { $on }, il manque { $n } consentements.
    }
campaign-goal-unknown = Aucune règle disponible ne dit combien de consentements il faut.
campaign-implied = Aucune campagne n’est consignée ici : c’est le but du traité lui-même ({ $what }).
campaign-targets = États concernés
campaign-reached = ont consenti entre-temps
campaign-missing = manquent encore
campaign-before = consentements au début
campaign-wanted = consentements visés
campaign-from = Début : { $day }.
campaign-until = Fin : { $day }.
campaign-by = Menée par
campaign-entry = écriture

campaign-column-not_contacted = Aucun contact consigné
campaign-column-contacted = Contacté, aucune étape consignée
campaign-letter-not_contacted = –
campaign-letter-contacted = C
campaign-letter-aware = I
campaign-letter-interested = T
campaign-letter-process_open = E
campaign-letter-parliament = P
campaign-letter-approved = A
campaign-letter-deposited = D
campaign-letter-stalled = X
campaign-letter-blocked = B
campaign-letter-withdrew = R
campaign-board-note = Une étape est ce que quelqu’un a consigné ; ce que le dépositaire a enregistré prime. Rien n’est déduit : sans étape consignée, aucune n’est montrée. Vous voyez ce qui vous est ouvert ; d’autres ont pu consigner davantage.
campaign-nobody = Il n’y a aucun État à montrer.
campaign-none = Aucun.
campaign-overdue = en retard
campaign-passed = la date est passée
campaign-stage-on = date : { $day }
campaign-deposited-on = En droit : consentement, { $day }
campaign-differs-no-deposit = Consigné comme déposé ; aucun acte de ce genre n’est enregistré.
campaign-differs-contacted = Consigné comme non contacté ; un contact est consigné.
campaign-differs-deposited = La dernière étape consignée est antérieure.
campaign-last-on = dernier contact : { $day }
campaign-last-undated = contacté, date inconnue
campaign-planned-on = prévu : { $day }
campaign-planned-undated = prévu, sans date
campaign-next = À suivre : { $what }
campaign-due = échéance : { $day }
campaign-done-on = fait : { $day }
campaign-pledged = Promis : { $what }
campaign-pledges-open =
    { $n ->
        [one] une promesse en attente
       *[other] { $n } promesses en attente
    }
campaign-contact = { $kind }, par { $by }
campaign-no-day = sans date
campaign-no-contact = aucun contact consigné
campaign-asked = Demandé : { $what }

campaign-show = Montrer
campaign-every-stage = toutes les étapes
campaign-sort-name = nom
campaign-sort-stage = étape
campaign-sort-standing = situation en droit
campaign-sort-contact = dernier contact, le plus ancien d’abord
campaign-sort-contacts = nombre de contacts
campaign-sort-planned = prochain contact prévu
campaign-sort-due = prochaine échéance
campaign-table-caption = Les États de la campagne
campaign-col-stage = Étape
campaign-col-law = En droit
campaign-col-last = Dernier contact
campaign-col-last-ever = Dernier contact connu
campaign-col-contacts = Contacts
campaign-col-planned = Prochain contact prévu
campaign-col-next = À faire
campaign-col-obstacles = Obstacles
campaign-support = Aide demandée, pas encore proposée
campaign-promised = Promesses

campaign-contacts-lede = Qui a fait l’objet d’une démarche du { $from } au { $to }, et qui a signé ou consenti du premier de ces jours au { $on }.
campaign-no-credit = Qu’un acte ait suivi une démarche ne montre pas qu’il en est résulté. Rien n’est attribué ici, sinon ce qu’une personne a consigné comme tel, avec son degré de certitude.
campaign-since-label = Aucun contact depuis
campaign-pair-both = Démarche faite, acte ensuite
campaign-pair-both-undated = Démarche et acte ; lequel a précédé n’est pas consigné
campaign-pair-approached = Démarche faite, aucun acte depuis
campaign-pair-otherwise = Acte ; démarche à un autre moment seulement
campaign-pair-acted = Acte, sans aucune démarche consignée
campaign-pair-neither = Ni démarche ni acte
campaign-contacted-times =
    { $n ->
        [one] un contact
       *[other] { $n } contacts
    }
campaign-word-of = selon { $what }
campaign-the-approach = la démarche
campaign-what-followed = ce qui a suivi
campaign-uncontacted = Aucun contact depuis le { $what }
campaign-uncontacted-note = Les États dont le consentement manque. Un contact prévu n’en est pas un.
campaign-uncontacted-caption = États sans contact depuis ce jour

campaign-planned-lede = Les contacts prévus, par réunion et par interlocuteur chargé de la démarche.
campaign-planned-empty = Rien n’est prévu. Une démarche consignée comme prévue figure ici.
campaign-planned-nowhere = Sans réunion désignée
campaign-by-meeting = Par réunion
campaign-by-messenger = Par interlocuteur

campaign-roles-lede = Coordonnateurs, champions, envoyés et amis du traité ({ $what }), tels que consignés.
campaign-roles-empty = Aucune fonction n’est consignée.
campaign-held-now = En cours
campaign-held-ahead = À venir
campaign-held-unknown = Dates inconnues
campaign-held-past = Passées
campaign-ends-soon = prend fin dans les 180 jours

campaign-calendar-lede =
    { $n ->
        [one] Un élément du { $from } au { $to }.
       *[other] { $n } éléments du { $from } au { $to }.
    }
campaign-calendar-overdue = En suspens depuis plus tôt
campaign-calendar-empty = Rien entre ces jours. Contacts prévus, tâches datées, promesses, fins de mandat et réunions figurent ici.
campaign-day-meeting = Réunion
campaign-day-planned = Prévu
campaign-day-step = À faire
campaign-day-pledge = Promis
campaign-day-term = Fin de mandat
campaign-day-ends = Fin de la campagne

campaign-not-target = Cette campagne ne porte pas sur cet État ; ce qui est consigné à son sujet est montré tout de même.
campaign-state-page = { $what }, tous traités
campaign-state-law = Situation au titre du traité ({ $what })
campaign-story = Ce qui s’est passé
campaign-story-empty = Rien n’est consigné.
campaign-story-stage = Étape : { $what }
treaty-campaign = Tableau de campagne

problem-no-campaign-title = Campagne inconnue
problem-no-campaign = Aucune campagne « { $given } » n’est consignée, et aucun traité ne porte ce nom.
api-part-campaigns = Les campagnes
campaign-by-rule = consentements exigés par la règle
campaign-record = Consigner une étape, une promesse ou ce qui a suivi
campaign-record-title = { $what } : consigner
campaign-record-back = Retour à cet État
campaign-record-lede = Ce que vous savez de cet État au titre du traité ({ $what }). Seule l’équipe choisie le verra.
campaign-record-stage = Où il en est
campaign-record-stage-what = Selon votre lecture. Ce que le dépositaire a enregistré est compté à part et prime.
campaign-record-step = Étape interne, s’il y en a une
campaign-record-on = À quelle date
campaign-record-day-how = Un jour, un mois ou une année : 2026-11-22, 2026-11 ou 2026
campaign-record-evidence = Ce qui le montre
campaign-record-pledge = Ce qu’il a promis
campaign-record-kind = De faire quoi
campaign-record-promised = En ses termes, ou les vôtres
campaign-record-promised-on = Date de la promesse
campaign-record-due = Échéance
campaign-record-became = Ce qu’il est advenu d’une promesse
campaign-record-which = Quelle promesse
campaign-record-became-what = Ce qu’il en est advenu
campaign-record-no-pledge = Choisissez la promesse.
campaign-record-no-became = Dites ce qu’il en est advenu.
campaign-record-attribution = Ce qui a suivi une démarche
campaign-record-confidence = Votre degré de certitude
campaign-record-why = Sur quoi vous vous fondez
campaign-record-nothing-to-credit = Il faut pour cela qu’un contact qui a eu lieu et un acte de l’État soient consignés.
campaign-record-team = Pour quelle équipe
campaign-record-button = Consigner
campaign-record-no-team = Choisissez une équipe pour laquelle vous pouvez consigner.
campaign-record-nothing = Choisissez ce qui est à consigner.
campaign-record-no-stage = Choisissez une étape.
campaign-record-no-day = Indiquez à quelle date.
campaign-record-bad-day = Ce n’est pas une date : écrivez 2026-11-22, 2026-11 ou 2026.
campaign-record-no-kind = Choisissez ce qui a été promis.
campaign-record-no-promise = Dites ce qui a été promis.
campaign-record-no-approach = Choisissez la démarche.
campaign-record-no-act = Choisissez ce qui a suivi.
campaign-record-no-confidence = Indiquez votre degré de certitude.
campaign-record-no-why = Dites sur quoi vous vous fondez.
campaign-record-no-word = Ce mot n’est pas dans la liste.
campaign-record-act = Ce qui a suivi
campaign-record-approach = La démarche

## Consigner une campagne.

campaign-new-title = Nouvelle campagne
campaign-new-old = Rectifier la campagne
campaign-new-link = Consigner une campagne
campaign-new-edit = La rectifier
campaign-new-name = Titre
campaign-new-id = Nom dans les adresses
campaign-new-id-how = De 2 à 40 caractères parmi a-z, 0-9 et le trait d’union, par exemple ctbt-2025-2027. Il ne change plus.
campaign-new-aim = Ce qui est à atteindre
campaign-new-aim-force = Le traité entre en vigueur
campaign-new-aim-consents = Tant d’États consentent à être liés
campaign-new-aim-everybody = Tout État qui le peut adhère
campaign-new-aim-group = Tous les membres d’un groupe adhèrent
campaign-new-aim-these = Ces États adhèrent
campaign-new-what = Combien, quel groupe ou quels États
campaign-new-what-how = 130 ; ou AU ; ou Népal; Tonga. Inutile pour l’entrée en vigueur et pour tous les États.
campaign-new-from = Premier jour
campaign-new-until = Dernier jour
campaign-new-by = Menée par
campaign-new-by-how = Des États, séparés par un point-virgule : Norvège; Panama
campaign-new-own = votre équipe
campaign-new-seen-how = Démarches, étapes et promesses ont leurs propres lecteurs : il s’agit ici du titre, du but et de la note de la campagne.
campaign-new-no-team = Choisissez qui peut la voir : au moins une équipe pour laquelle vous pouvez consigner.
campaign-new-no-title = Donnez un titre à la campagne.
campaign-new-no-name = Donnez-lui un nom pour son adresse.
campaign-new-no-treaty = Choisissez le traité.
campaign-new-no-aim = Choisissez ce qui est à atteindre.
campaign-new-no-number = Dites combien : un nombre, par exemple 130.
campaign-new-no-group = Aucun groupe consigné ne s’appelle « { $what } ».
campaign-new-no-states = Dites quels États doivent adhérer.
