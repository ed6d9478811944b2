## Ce qui peut ne pas concorder dans le registre.

severity-wrong = Une réponse peut être fausse
severity-uncertain = Une réponse est incertaine
severity-note = Bon à savoir

finding-before-opening = Un acte antérieur à l’ouverture du traité
finding-after-closing = Un acte postérieur à la clôture
finding-never-signed = Une ratification sans signature
finding-accession-by-signatory = Une adhésion par un signataire
finding-second-consent = Un second consentement alors qu’un premier vaut
finding-second-signature = Une seconde signature alors qu’une première vaut
finding-nothing-to-withdraw = Un retrait sans rien à retirer
finding-no-effect = Un retrait sans jour de prise d’effet
finding-printed-differs = Le jour imprimé et la règle diffèrent
finding-rule-differs = L’entrée en vigueur enregistrée et la règle diffèrent
finding-count-differs = Un décompte imprimé diffère du décompte calculé
finding-disputed = Une écriture est contestée
finding-day-unknown = Seul le mois ou l’année est connu
finding-not-eligible = Un acte qui n’est pas ouvert au participant
finding-no-such-act = Un acte que le traité ne connaît pas
finding-outside-existence = Un acte hors de l’existence du participant
finding-unregistered = Un participant ou un traité qui n’est pas enregistré
finding-extension-too-long = Une prolongation plus longue que le traité ne le permet
finding-dangling-reference = Un renvoi à une écriture qui n’existe pas
finding-unreadable-treaty-file = Un fichier de traité illisible
finding-quarantined = Quelque chose attend en quarantaine
finding-low-confidence = Une source peu fiable
finding-unverified = Non vérifié, selon le fichier du traité
finding-held-without-rule = Un retrait suspendu sans règle qui le prévoie

## Les phrases des constats. Les noms entre accolades sont ceux des données du constat ; `case`,
## `when` et `cited` en sont tirés.

finding-when-day = le { $date }
finding-when-month = en { $date }
finding-article = article { $article }
finding-counted-signatures = signatures
finding-counted-consents-to-be-bound = consentements à être lié
finding-counted-signatories-without-consent = signataires sans consentement
finding-counted-parties = parties

finding-text-before-opening = { $by } ({ $treaty }) : { $act }, { $when }, avant que le traité n’y soit ouvert{ $cited }.
finding-text-after-closing = { $by } ({ $treaty }) : { $act }, { $when }, alors que le traité n’y était plus ouvert{ $cited }.
finding-text-never-signed = { $by } ({ $treaty }) : { $act }, { $when }, ce que seuls les signataires peuvent faire ; aucune signature n’est au registre{ $cited }.
finding-text-accession-by-signatory = { $by } ({ $treaty }) : { $act }, { $when }, ce qui est réservé à ceux qui n’ont pas signé ; or le registre porte un acte antérieur ({ $other_act }, { $other_when }){ $cited }.
finding-text-second-consent = { $by } ({ $treaty }) : { $act }, { $when }, alors qu’un acte antérieur vaut encore ({ $other_act }, { $other_when }) ; c’est l’acte antérieur qui compte.
finding-text-second-signature = { $by } ({ $treaty }) : { $act }, { $when }, alors qu’un acte antérieur vaut encore ({ $other_act }, { $other_when }) ; c’est l’acte antérieur qui compte.
finding-text-nothing-to-withdraw = { $case ->
    [bound] { $by } ({ $treaty }) : { $act }, { $when } ; un acte antérieur ({ $other_act }, { $other_when }) liait déjà le participant, et seul un consentement qui ne lie pas encore peut être retiré. Rien ne change.
    [running] { $by } ({ $treaty }) : { $act }, { $when } ; aucune notification de retrait n’était en cours. Rien ne change.
   *[nothing] { $by } ({ $treaty }) : { $act }, { $when } ; il n’y avait rien que cet acte puisse faire cesser. Rien ne change.
}
finding-text-no-effect = { $by } ({ $treaty }) : { $act }, { $when } ; aucun jour de prise d’effet n’est au registre, et aucune règle n’en donne.
finding-text-printed-differs = { $case ->
    [act] { $by } ({ $treaty }) : { $act }, le { $printed } d’après la source ; la règle donne le { $reckoned }.
    [act-without-rule] { $by } ({ $treaty }) : { $act }, le { $printed } d’après la source ; la règle ne donne aucun jour.
   *[duty] { $by } ({ $treaty }, article { $article }) : échéance le { $printed }, comme l’imprime { $source } ; la règle donne le { $reckoned }.
}
finding-text-rule-differs = { $case ->
    [recorded-only] { $treaty } : entré en vigueur le { $recorded }, d’après le registre ; les actes au registre, à eux seuls, ne remplissent pas la condition. C’est le jour enregistré qui compte.
    [reckoned-only] { $treaty } : les actes au registre remplissent la condition d’entrée en vigueur, ce qui donne le { $reckoned } ; le fichier du traité n’enregistre aucune entrée en vigueur. C’est le jour calculé qui compte.
   *[both] { $treaty } : entré en vigueur le { $recorded }, d’après le registre ; la règle appliquée aux actes au registre donne le { $reckoned }. Un tableau qui a perdu des États prédécesseurs donne un autre jour : c’est le jour enregistré qui compte.
}
finding-text-count-differs = { $treaty }, { $what } au { $on } : { $source } imprime { $printed } ; le registre en donne { $computed }.
finding-text-disputed = { $counts ->
    [true] Contesté ({ $what }) : { $why } ; l’écriture compte toujours.
   *[false] Contesté ({ $what }) : { $why } ; l’écriture ne compte pas.
}
finding-text-day-unknown = { $by } ({ $treaty }) : { $act }, jour inconnu ; seule date connue : { $date }. L’acte compte à partir du { $counts_from }.
finding-text-not-eligible = { $by } ({ $treaty }) : { $act }, { $when } ; le traité n’est pas ouvert à ce participant{ $cited }.
finding-text-no-such-act = { $by } ({ $treaty }) : { $act }, { $when }, un acte que le traité ne connaît pas.
finding-text-outside-existence = { $by } ({ $treaty }) : { $act }, { $date }, hors des jours d’existence du participant.
finding-text-unregistered = { $case ->
    [acts] { $treaty } : { $acts ->
        [one] 1 acte
       *[other] { $acts } actes
    } au registre sans fichier de traité lisible ; compté nulle part.
    [participant] { $treaty } : { $acts ->
        [one] 1 acte
       *[other] { $acts } actes
    } au registre sous le code « { $by } », qui n’est pas celui d’un participant enregistré ; compté nulle part.
    [name] « { $name } » est donné comme nom de « { $by } », qui n’est pas un participant enregistré.
    [duty] Aucun fichier de traité n’a l’obligation dont il s’agit : { $what }.
   *[count] Un décompte est imprimé pour { $treaty }, dont il n’y a pas de fichier de traité lisible.
}
finding-text-extension-too-long = { $case ->
    [not-allowed] { $by } ({ $treaty }, article { $article }) : prolongé du { $from } au { $until } ; le traité ne permet ici aucune prolongation.
   *[too-long] { $by } ({ $treaty }, article { $article }) : prolongé du { $from } au { $until } ; une prolongation va au plus tard jusqu’au { $limit } : celle-ci est donc trop longue, ou une prolongation antérieure n’est pas au registre.
}
finding-text-dangling-reference = Renvoie à une écriture qui n’existe pas : { $what }.
finding-text-unreadable-treaty-file = Le fichier du traité { $treaty } est illisible ; c’est le dernier fichier lisible qui compte, s’il y en a un : { $why }.
finding-text-quarantined = « { $value } » ({ $place }) attend en quarantaine que quelqu’un lui trouve sa place : { $why }.
finding-text-low-confidence = Repose sur une source peu fiable ({ $source }) : { $what }.
finding-text-unverified = Non vérifié dans le fichier du traité ({ $treaty }) : { $what }
finding-text-held-without-rule = { $by } ({ $treaty }) : { $act }, { $when } ; le traité ne permet pas qu’un conflit armé suspende un retrait, qui prend donc effet.
