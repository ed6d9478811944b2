# Les documents : ce qui entoure leurs phrases, et la seule bibliothèque de ces phrases.

## Le document

paper-notes = Sources
paper-note-back = Revenir au texte
paper-note-as-at = état au { $day }
paper-note-read = consulté le { $day }
paper-note-entries = { $n ->
    [one] écriture { $names }
   *[other] écritures { $names }
}
paper-note-no-source = Aucune source n’est nommée
paper-note-query = Requête :
paper-again = Le même rapport peut être refait à l’adresse { $address }

## Comment un traité est appelé dans son rapport, sous les formes qu’une phrase peut demander.

report-treaty = le Traité
report-treaty-of = du Traité
report-treaty-to = au Traité
report-treaty-by = par le Traité
report-treaty-start = Le Traité
report-convention = la Convention
report-convention-of = de la Convention
report-convention-to = à la Convention
report-convention-by = par la Convention
report-convention-start = La Convention
report-protocol = le Protocole
report-protocol-of = du Protocole
report-protocol-to = au Protocole
report-protocol-by = par le Protocole
report-protocol-start = Le Protocole
report-amendment = l’amendement
report-amendment-of = de l’amendement
report-amendment-to = à l’amendement
report-amendment-by = par l’amendement
report-amendment-start = L’amendement

## Mots du registre et titres.

report-quoted = « { $words } »
report-titled = { $symbol }, « { $title } »
report-person = { $name } ({ $capacity })

## Titre, intertitres, mention finale.

report-title-progress = Rapport d’activité
report-title-treaty = { $title } ({ $short })
report-part-none = Ce qui est consigné
report-none = Rien n’est consigné dont ce rapport puisse rendre compte.
report-none-activities = Aucune activité en faveur { $treaty-of } n’est consignée pour les dates de ce rapport.
report-none-obligations = Aucune obligation au titre { $treaty-of } n’est consignée dont ce rapport puisse rendre compte pour ses dates.
report-none-plan = Aucun plan d’action au titre { $treaty-of } n’est consigné à la date de ce rapport.
report-none-votes = Aucun vote par appel nominal sur une résolution relative { $treaty-to } n’est consigné pour les dates de ce rapport.
report-none-assistance = Aucune assistance au titre { $treaty-of } n’est consignée pour les dates de ce rapport.
report-annex = Annexe { $n }
report-part-status = État du traité
report-part-activities = Activités
report-part-open = Engagements en cours et suites à donner
report-part-handover = Passation
report-sub-approaches = Démarches auprès des États dont le consentement à être lié manque encore
report-sub-fora = Conférences, organisations et textes
report-sub-awareness = Sensibilisation du public
report-sub-others = Organisations
report-made-public = Établi à partir du registre public tel que connu le { $known } : { $entries } écritures, tête { $head }.
report-made-team = Établi à partir de ce que { $team } peut voir du registre tel que connu le { $known } : { $entries } écritures, tête { $head }.
report-restricted = Réservé à { $team }
# $n : les paragraphes que leurs auteurs ont écrits ou changés ; $out : ceux qu’ils ont omis.
report-hand = Dans les mots de ses auteurs : { $n ->
    [0] aucun paragraphe
    [one] un paragraphe
   *[other] { $n } paragraphes
 }. Omis par eux : { $out ->
    [0] aucun
    [one] un paragraphe
   *[other] { $out } paragraphes
 }.
report-signed-in = quiconque est connecté

## Fonctions.

report-held = { $time-start }, { $by } { $by-n ->
    [one] a
   *[other] ont
} exercé les fonctions de { $office }.
report-took = { $day-start }, { $by } { $by-n ->
    [one] a
   *[other] ont
} pris les fonctions de { $office }, et les { $by-n ->
    [one] exerce
   *[other] exercent
} toujours.
report-holds = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} exercé les fonctions de { $office } pendant cette période.
report-next = { $day-start }, les fonctions de { $office } passent { $by-to }.

## Ce qui a changé.

report-entered = L’entrée en vigueur { $treaty-of } a eu lieu { $day-on }.
report-act-signature = Pendant la période considérée, { $by } { $by-n ->
    [one] a
   *[other] ont
} signé { $treaty }.
report-act-signature-many = Pendant la période considérée, { $n-words } États ont signé { $treaty } : { $by-list }.
report-act-definitive = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} signé { $treaty } à titre définitif.
report-act-succession-signed = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} succédé à la signature { $treaty-of }.
report-act-ratification = Pendant la période considérée, { $by } { $by-n ->
    [one] a
   *[other] ont
} ratifié { $treaty }.
report-act-ratification-many = { $n-start } États ont ratifié { $treaty } : { $by-list }.
report-act-acceptance = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} accepté { $treaty }.
report-act-approval = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} approuvé { $treaty }.
report-act-accession = Pendant la période considérée, { $by } { $by-n ->
    [one] a
   *[other] ont
} adhéré { $treaty-to }.
report-act-accession-many = Pendant la période considérée, { $n-words } États ont adhéré { $treaty-to } : { $by-list }.
report-act-succession = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} succédé { $treaty-to }.
report-act-confirmation = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} confirmé formellement { $treaty }.
report-act-consent = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} exprimé { $by-n ->
    [one] son
   *[other] leur
} consentement à être lié { $treaty-by }.
report-act-provisional = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} déclaré l’application provisoire { $treaty-of }.
report-act-provisional-ended = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} mis fin à l’application provisoire { $treaty-of }.
report-act-notified = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} notifié un retrait.
report-act-rescinded = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} repris une notification de retrait.
report-act-left = Le retrait { $by-of } a pris effet.
report-act-undone = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} retiré la ratification { $treaty-of }.
report-act-not = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} fait savoir au dépositaire l’intention de ne pas devenir partie { $treaty-to }.

## Les nombres, et ce qu’il faut encore pour l’entrée en vigueur.

report-totals-ratified = { $day-start }, { $signatures } { $organisations ->
    [0] États
   *[other] États et organisations
} avaient signé { $treaty }, dont { $consents } avaient aussi déposé leur instrument de ratification.
report-totals-bound = { $day-start }, { $consents } { $organisations ->
    [0] États
   *[other] États et organisations
} avaient exprimé leur consentement à être lié { $treaty-by }.
report-totals = { $day-start }, { $consents } { $organisations ->
    [0] États
   *[other] États et organisations
} avaient exprimé leur consentement à être lié { $treaty-by } ; { $only } autres s’en tenaient à la signature.
report-force-annex = Aux termes de l’article { $article }, { $treaty } entre en vigueur lorsque les { $named } États de { $list } ont tous déposé leur instrument de ratification ; { $n-words } d’entre eux { $n ->
    [one] doit
   *[other] doivent
} encore le faire.
report-force-named = Aux termes de l’article { $article }, il faut { $treaty-to } les instruments de { $named-words } États désignés ; { $n ->
    [one] un seul manque
   *[other] { $n-words } d’entre eux manquent
} encore.
report-force-number = { $treaty-start } n’est pas en vigueur : aux termes de l’article { $article }, il manque { $n-words } { $n ->
    [one] instrument
   *[other] instruments
}.
report-force-further = Il faut encore { $n-words } { $n ->
    [one] autre instrument, de quelque État que ce soit
   *[other] autres instruments, de quelque État que ce soit
}.
report-force-ratify = { $states-start } { $states-n ->
    [one] a signé mais n’a pas ratifié
   *[other] ont signé mais n’ont pas ratifié
}.
report-force-sign = { $states-start } { $states-n ->
    [one] n’a pas signé
   *[other] n’ont pas signé
}.

## Ce qui a été fait : l’ouverture.

report-activities = { $n ->
    [one] Le registre compte pour cette période une activité en faveur { $treaty-of } ; l’annexe la mentionne.
   *[other] Le registre compte pour cette période { $n } activités en faveur { $treaty-of } ; l’annexe en donne la liste.
}
report-aim-force = L’objectif { $by-of } était l’entrée en vigueur { $treaty-of }.
report-aim-consents = L’objectif { $by-of } était d’obtenir le consentement de { $n } États à être lié { $treaty-by }.
report-aim-everybody = L’objectif { $by-of } était l’adhésion universelle { $treaty-to }.
report-aim-group = L’objectif { $by-of } était l’adhésion { $treaty-to } de tous les États de ce groupe : { $group }.
report-aim-these = L’objectif { $by-of } était l’adhésion { $treaty-to } de ces États : { $states-list }.
report-uncertain = { $n ->
    [one] Une autre activité est au registre, dont les dates ne sont pas assez connues pour la situer
   *[other] { $n } autres activités sont au registre, dont les dates ne sont pas assez connues pour les situer
} dans cette période.

## Démarches auprès des États.

report-unnamed = Par { $kinds }, { $by } { $by-n ->
    [one] a
   *[other] ont
} sollicité { $whom } ; le registre ne nomme pas chacun de ces États.
report-approached-a = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} évoqué { $open ->
    [0] l’adhésion
   *[other] la signature et la ratification
} à titre bilatéral avec { $n ->
    [one] un État
   *[other] { $n-words } États
} : { $to-list }.
report-approached-b = Par des démarches bilatérales, { $by } { $by-n ->
    [one] a
   *[other] ont
} demandé à { $n ->
    [one] un État
   *[other] { $n-words } États
} { $open ->
    [0] d’adhérer { $treaty-to }
   *[other] de signer ou de ratifier { $treaty }
} : { $to-list }.
report-approached-c = Des démarches bilatérales { $by-of } ont concerné { $to }.
report-demarche-joint = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} effectué des démarches communes auprès { $to-of }.
report-demarche-regional = Par l’intermédiaire de groupes régionaux, { $by } { $by-n ->
    [one] a
   *[other] ont
} approché { $to }.
report-invited = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} invité { $to }.
report-wrote = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} écrit { $to-to }.
report-note-verbale = Des notes verbales { $by-of } ont été adressées { $to-to }.
report-telephoned = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} aussi échangé de façon informelle { $to-with }.
report-met-a = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} eu des entretiens bilatéraux { $to-with }.
report-met-b = Lors d’entretiens bilatéraux, { $by } { $by-n ->
    [one] a
   *[other] ont
} évoqué { $treaty } { $to-with }.
report-met-closed = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} eu des réunions informelles, en petit comité, { $to-with }.
report-visited = Des délégations { $by-of } se sont rendues dans { $to-n ->
    [one] la capitale
   *[other] les capitales
} { $to-of }.
report-called-on = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} fait des visites de courtoisie aux représentants { $to-of }.
report-inside = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} aussi parlé { $treaty-of } { $to-with }, dont le consentement était déjà acquis.
report-ways = Des démarches ont été faites { $ways }.
report-levels = Ces contacts ont eu lieu { $levels }.
report-person-states = { $person } a agi au nom { $by-of } dans des contacts { $to-with }.
report-person-others = Au nom { $by-of }, { $person } a continué de plaider pour { $treaty } auprès de { $whom }.
report-others = { $who } : { $kinds }.

report-noun-demarche_bilateral = des démarches bilatérales
report-noun-demarche_joint = des démarches communes
report-noun-demarche_regional_group = des démarches de groupes régionaux
report-noun-invitation = des invitations
report-noun-letter = des lettres
report-noun-note_verbale = des notes verbales
report-noun-phone_or_message = des échanges informels
report-noun-meeting_bilateral = des entretiens bilatéraux
report-noun-meeting_informal_closed = des réunions informelles
report-noun-visit = des visites
report-noun-courtesy_call = des visites de courtoisie

report-level-head_of_state_gov = au niveau des chefs d’État ou de gouvernement
report-level-political = au niveau politique
report-level-special_envoy = au niveau des envoyés spéciaux
report-level-ambassadorial = au niveau des ambassadeurs
report-level-deputy = au niveau des représentants adjoints
report-level-working = au niveau des services
report-level-expert = au niveau des experts
report-level-military = au niveau militaire
report-level-parliamentary = au niveau parlementaire
report-level-secretariat = au niveau des secrétariats
report-level-civil_society = au niveau de la société civile

## Qui a été approché et qui a agi.

report-both = { $n ->
    [one] Un État a été approché
   *[other] { $n-start } États ont été approchés
} à la fois { $by-by } : { $states-list }.
report-both-unknown = Le registre ne dit pas si certaines de ces démarches ont été communes.
report-join-ratified = Des { $all-words } États nommément approchés, { $n-words } { $n ->
    [one] a
   *[other] ont
} ratifié { $treaty } pendant la période considérée : { $states-list }.
report-join-ratified-next = { $n-start } { $n ->
    [one] État a
   *[other] États ont
} ratifié : { $states-list }.
report-join-joined = Des { $all-words } États nommément approchés, { $n-words } { $n ->
    [one] a
   *[other] ont
} exprimé { $n ->
    [one] son
   *[other] leur
} consentement à être lié { $treaty-by } pendant la période considérée : { $states-list }.
report-join-joined-next = { $n-start } { $n ->
    [one] État a
   *[other] États ont
} exprimé autrement { $n ->
    [one] son
   *[other] leur
} consentement à être lié : { $states-list }.
report-join-signed = Des { $all-words } États nommément approchés, { $n-words } { $n ->
    [one] a
   *[other] ont
} signé { $treaty } pendant la période considérée : { $states-list }.
report-join-signed-next = { $n-start } { $n ->
    [one] État a
   *[other] États ont
} signé : { $states-list }.
report-join-none = { $all ->
    [one] Seul État nommément approché, { $states } n’a ni signé { $treaty } ni exprimé son consentement pendant la période considérée.
   *[other] Aucun des { $all-words } États nommément approchés n’a signé { $treaty } ni exprimé son consentement pendant la période considérée.
}
report-join-undated = Le registre ne dit pas ce qui est venu en premier, de la démarche ou de l’acte.
report-join-undated-some = Pour { $states }, le registre ne dit pas ce qui est venu en premier, de la démarche ou de l’acte.
report-join-unnamed = { $states-start } { $states-n ->
    [one] a également agi ; aucune démarche au registre ne nomme cet État
   *[other] ont également agi ; aucune démarche au registre ne nomme ces États
}.
report-credit-none = Le registre n’attribue aucun acte à une démarche, et le présent rapport ne le fait pas davantage.
report-credit-possible = Il est noté au registre comme possible qu’une démarche { $by-of } ait contribué à cet acte { $states-of } : { $act }.
report-credit-probable = Il est noté au registre comme probable qu’une démarche { $by-of } ait contribué à cet acte { $states-of } : { $act }.
report-credit-acknowledged = Il est noté au registre que { $states } { $states-n ->
    [one] a
   *[other] ont
} reconnu le rôle d’une démarche { $by-of } dans cet acte : { $act }.

## Déclarations, textes, résolutions, documents.

report-spoke-a = { $by-start } { $by-n ->
    [one] a pris la parole
   *[other] ont pris la parole
} en faveur { $treaty-of } { $venues }.
report-spoke-b = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} fait des déclarations dans le même sens { $venues }.
report-spoke-c = Des déclarations en faveur { $treaty-of } ont été prononcées { $by-by } { $venues }.
report-spoke-group = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} pris la parole au nom d’un groupe { $venues }.
report-spoke-joint = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} pris part à une déclaration de plusieurs États { $venues }.
report-spoke-elsewhere = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} aussi pris la parole en faveur { $treaty-of } { $venues }, que le registre ne nomme pas.
report-language-a = { $time-start }, { $by } { $by-n ->
    [one] a
   *[other] ont
} obtenu qu’un texte adopté { $venues } mentionne { $treaty }.
report-language-b = { $time-start }, un texte adopté { $venues } a repris une telle mention.
report-language-undated = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} obtenu qu’un texte adopté { $venues } mentionne { $treaty }.
report-language-plain = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} obtenu qu’un texte agréé mentionne { $treaty }.
report-words-a = Selon les termes du registre : { $words }.
report-words-b = Le registre le dit ainsi : { $words }.
report-sponsored = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} parrainé { $titles }.
report-sponsored-plain = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} parrainé une résolution sur { $treaty }.
report-voted = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} pris part au vote sur { $titles }.
report-voted-plain = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} pris part au vote d’une résolution sur { $treaty }.
report-voted-yes = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} voté pour { $titles }.
report-voted-it-yes = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} aussi voté pour ce texte.
report-voted-it-words = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} aussi pris part au vote de ce texte (selon les termes du registre : { $words }).
report-voted-words = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} pris part au vote sur { $titles } (selon les termes du registre : { $words }).
report-voted-plain-words = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} pris part au vote d’une résolution sur { $treaty } (selon les termes du registre : { $words }).
report-papers = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} parrainé { $n ->
    [one] un document de travail
   *[other] des documents de travail
} : { $titles }.
report-papers-plain = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} parrainé un document de travail sur { $treaty }.
report-papers-at = { $venues-start }, { $by } { $by-n ->
    [one] a
   *[other] ont
} parrainé { $n ->
    [one] un document de travail
   *[other] des documents de travail
} : { $titles }.
report-papers-at-plain = { $venues-start }, { $by } { $by-n ->
    [one] a
   *[other] ont
} parrainé un document de travail sur { $treaty }.

## Réunions, tables rondes, manifestations, aide.

report-presided = { $time-start }, { $by } { $by-n ->
    [one] a
   *[other] ont
} exercé la présidence { $venues }.
report-presided-in = { $time-start }, { $by } { $by-n ->
    [one] a
   *[other] ont
} exercé la présidence { $venues }, { $ways }.
report-hosted = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} fourni le lieu, la présidence ou le secrétariat { $venues }.
report-hosted-plain = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} fourni le lieu, la présidence ou le secrétariat d’une réunion.
report-side-event = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} tenu des manifestations parallèles { $venues }.
report-placeless = Le registre compte aussi, pour { $by }, sans indication de lieu : { $kinds }.
report-addressed = Destinataires : { $to-list }.
report-panel-a = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} participé à { $n ->
    [one] une table ronde { $venues }.
   *[other] des tables rondes { $venues }.
}
report-panel-b = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} pris la parole dans { $n ->
    [one] une table ronde { $venues }.
   *[other] des tables rondes { $venues }.
}
report-briefed = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} tenu des séances d’information sur { $treaty } { $venues }.
report-briefed-states = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} tenu des séances d’information sur { $treaty } { $to-with }.
report-workshop = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} tenu des ateliers régionaux { $venues }.
report-workshop-states = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} tenu des ateliers régionaux { $to-with }.
report-seminar = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} tenu des séminaires sur la marche à suivre pour adhérer { $treaty-to } { $venues }.
report-seminar-states = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} tenu des séminaires sur la marche à suivre pour adhérer { $treaty-to } { $to-with }.
report-webinar = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} tenu des séminaires en ligne { $venues }.
report-webinar-states = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} tenu des séminaires en ligne { $to-with }.
report-training = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} formé des fonctionnaires et des techniciens { $venues }.
report-training-states = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} formé des fonctionnaires et des techniciens { $to-of }.
report-travel = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} pris en charge le voyage de délégués { $venues }.
report-travel-states = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} pris en charge le voyage de délégués { $to-of }.
report-assisted = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} apporté un concours technique { $venues }.
report-assisted-states = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} apporté une assistance technique { $to-to }.
report-parliaments = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} évoqué { $treaty } avec des parlementaires.
report-public = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} fait connaître au public les buts { $treaty-of }.
report-youth = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} fait connaître { $treaty } aux jeunes.
report-media = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} plaidé pour { $treaty } dans les médias.

## Ce qui est en cours, et qui vient ensuite.

report-promised = { $day-start }, { $by } { $by-n ->
    [one] a
   *[other] ont
} promis { $what } ; rien au registre ne dit encore que ce soit fait.
report-promised-words = { $day-start }, { $by } { $by-n ->
    [one] a
   *[other] ont
} promis { $what } : { $words }.
report-promised-due = Échéance : { $day }.
report-promise-sign = de signer
report-promise-join = de ratifier ou d’adhérer
report-promise-vote = un soutien lors d’un vote
report-promise-attend = d’assister à une réunion
report-promise-implement = des mesures nationales
report-promise-assist = une aide
report-promise-other = ceci
report-step = Reste à faire : { $what }.
report-step-due = Reste à faire ; échéance : { $day } ; { $what }.

## Annexes.

report-annex-status = État au { $day }
report-annex-activities = Activités au registre, { $time }
report-col-state = État ou organisation
report-col-signed = Signature
report-col-consent = Consentement à être lié
report-col-in-force = En vigueur
report-col-left = Retrait
report-col-when = Date
report-col-by = Auteur
report-col-what = Nature
report-col-to = Destinataire
report-col-where = Lieu
