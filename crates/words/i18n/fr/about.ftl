## À propos : citer, accéder, vie privée.

about-cite = Comment citer
about-cite-text = Nommez la page, le jour de droit, le jour de connaissance et l’adresse. Le lien permanent au bas de chaque page contient les quatre et donne la même page des années plus tard. Par exemple :
about-cite-example = Accede, { $title }, jour de droit { $on }, tel que connu le { $known }, { $address }
about-cite-source = Lorsqu’un seul fait importe, citez la source que la page nomme pour lui ; le registre ne fait que le transmettre.
about-disclaimer = Ce que ces pages ne sont pas
about-disclaimer-text = Elles ne sont la publication officielle d’aucun dépositaire ni d’aucun secrétariat. En droit, c’est la notification du dépositaire qui compte. Les échéances sont calculées d’après la règle et le registre et ne remplacent pas un avis juridique ; là où le registre n’est pas complet, les pages le disent au lieu de deviner.
about-access = Accessibilité
about-access-text = Les pages sont faites pour répondre aux Règles pour l’accessibilité des contenus Web (WCAG) 2.2, niveau AA : chaque page se lit et s’utilise au clavier et au lecteur d’écran, sans couleur, à 320 pixels, en sombre et en impression ; toute situation a une lettre et un motif à côté de sa couleur ; derrière chaque image se trouve un tableau avec les mêmes données. Les scripts ne sont jamais nécessaires.
about-access-limits = Les textes des sources restent dans la langue où ils ont été lus, et sont marqués ainsi. Les grands tableaux défilent en eux-mêmes sur les petits écrans. Si quelque chose vous fait obstacle, dites-le à qui tient ce serveur ; les données de chaque page s’obtiennent aussi en JSON et en CSV.
about-privacy = Vie privée
about-privacy-text = Aucun cookie, aucun stockage dans votre navigateur, aucune police, aucun script ni aucune image venus d’ailleurs, aucune statistique de visite. Les liens vers les sources mènent à d’autres sites, auxquels il n’est pas dit d’où vous venez.
