# La phrase sur l’état du traité, à prononcer dans une déclaration.

report-title-sentence = État du traité, pour une déclaration
report-part-short = En une phrase
report-part-full = En entier
report-part-names = Avec les noms
report-part-welcome = Mots de bienvenue

report-line-parties = Au { $day }, { $treaty } compte { $parties } { $organisations ->
    [0] États parties
   *[other] parties
}{ $only ->
    [0] {""}
    [1] {" et un État signataire"}
   *[other] {" et "}{ $only }{" États signataires"}
}.
report-line-ratifications = Au { $day }, { $signatures } États ont signé { $treaty }, dont { $consents } ont également déposé leur instrument de ratification.
report-line-consents = Au { $day }, { $signatures } { $organisations ->
    [0] États
   *[other] États et organisations
} ont signé { $treaty } et { $consents } ont exprimé leur consentement à être liés.
report-line-in-force = { $treaty-start } est en vigueur depuis le { $day }.
report-line-bound = Au { $day }, { $parties } { $organisations ->
    [0] États
   *[other] États et organisations
} y sont parties{ $only ->
    [0] {""}
    [1] {", et un autre, signataire, doit encore ratifier"}
   *[other] {", et "}{ $only }{" autres, signataires, doivent encore ratifier"}
}.
report-line-later = L’entrée en vigueur pour { $by }, { $by-n ->
    [one] qui a déposé son instrument
   *[other] qui ont déposé leur instrument
}, aura lieu { $day-on }.
report-line-parties-rose = Depuis le { $from }, le nombre { $organisations ->
    [0] d’États parties
   *[other] de parties
} est passé de { $was } à { $is }.
report-line-parties-fell = Depuis le { $from }, le nombre { $organisations ->
    [0] d’États parties
   *[other] de parties
} est descendu de { $was } à { $is }.
report-line-ratified-rose = Depuis le { $from }, le nombre de ratifications est passé de { $was } à { $is }.
report-line-ratified-fell = Depuis le { $from }, le nombre de ratifications est descendu de { $was } à { $is }.
report-line-consents-rose = Depuis le { $from }, le nombre de consentements à être lié { $treaty-by } est passé de { $was } à { $is }.
report-line-consents-fell = Depuis le { $from }, le nombre de consentements à être lié { $treaty-by } est descendu de { $was } à { $is }.

## Avec les noms.

report-line-ratified = Depuis le { $from }, { $by } { $by-n ->
    [one] a
   *[other] ont
} ratifié { $treaty }.
report-line-ratified-next = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} ratifié { $treaty }.
report-line-acceded = Depuis le { $from }, { $by } { $by-n ->
    [one] a
   *[other] ont
} adhéré { $treaty-to }.
report-line-acceded-next = { $by-start } y { $by-n ->
    [one] a
   *[other] ont
} adhéré.
report-line-joined = Depuis le { $from }, { $by } { $by-n ->
    [one] a exprimé son
   *[other] ont exprimé leur
} consentement à être lié { $treaty-by }.
report-line-joined-next = { $by-start } { $by-n ->
    [one] a exprimé son
   *[other] ont exprimé leur
} consentement sous une autre forme.
report-line-signed = Depuis le { $from }, { $by } { $by-n ->
    [one] a
   *[other] ont
} signé { $treaty }.
report-line-signed-next = { $by-start } { $by-n ->
    [one] a
   *[other] ont
} signé { $treaty }.
report-line-nobody = Depuis le { $from }, aucun État n’a signé ni rejoint { $treaty }.
report-line-nobody-joined = Aucun État n’a rejoint { $treaty } depuis lors.
report-line-latest = { $by-n ->
    [one] Le dernier consentement en date est celui
   *[other] Les derniers consentements en date sont ceux
} { $by-of }, { $day-on }.

## Bienvenue.

report-line-welcome = Nous souhaitons la bienvenue { $by-to }, { $by-n ->
    [one] qui a
   *[other] qui ont
} rejoint { $treaty } depuis le { $from }.
report-line-welcome-ratified = Nous saluons la ratification { $treaty-of } { $by-by } depuis le { $from }.
report-line-welcome-signed = Nous saluons la signature { $treaty-of } { $by-by } depuis le { $from }.
report-line-welcome-signed-next = Nous saluons également la signature { $by-of }.
