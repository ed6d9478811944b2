## Une édition publiée : les pages en fichiers, sans serveur.

edition-heading = À propos de cette édition
edition-lede = Ces pages sont des fichiers : elles ont été publiées une fois, à partir d’un état du registre, et se passent de serveur. Le même registre et le même jour donnent les mêmes fichiers, octet pour octet.
edition-check = Comment la vérifier
edition-check-files = Le fichier manifest.json énumère tous les autres fichiers avec leur SHA-256. Il indique le même jour, le même moment de connaissance et la même tête que cette page.
edition-check-head = Qui détient le registre peut en recalculer la tête et publier de nouveau cette édition :
edition-contents = Sommaire
edition-contents-lede = Tous les traités et tous les États de cette édition, par leur nom. La recherche de votre navigateur trouve un nom dans cette page.
edition-contents-more = Autres pages
edition-duties = Ce qui arrive à échéance
edition-uncertain = Ce qui est incertain
edition-reconcile = Décomptes imprimés et décomptes calculés
edition-needs = Ce qui demande un serveur
edition-needs-short = Sur un serveur, un choix figure ici ; cette édition est faite de fichiers.
edition-needs-text = Cette édition montre un seul jour et un seul état du registre. Ce qui dépend du choix du lecteur ne peut tenir dans un fichier.
edition-needs-more = De quoi il s’agit, et comment l’obtenir
edition-needs-day = Un autre jour, ou le registre tel qu’il était connu à un autre moment.
edition-needs-if = Les hypothèses sur l’entrée en vigueur ; la comparaison d’États ; plus d’un filtre à la fois.
edition-needs-search = La recherche. À sa place, une page réunit tous les noms :
edition-needs-steps = Le calcul détaillé de chaque date. La page d’un État au titre d’un traité donne les dates et les actes sur lesquels elles reposent.
edition-needs-entry = Une page pour chaque écriture du registre ; ici, cent écritures figurent sur une page.
edition-needs-how = Tout cela vient avec le programme, qui est gratuit et se passe de réseau. Il montre les mêmes pages, avec ces choix, sur votre propre machine :
edition-missing = Cette édition n’a pas de telle page
edition-missing-text = L’adresse est peut-être mal saisie, ou la page est de celles qui demandent un serveur.
edition-entries = Écritures { $from } à { $to }
edition-foot = Édition
edition-foot-text = jour, moment de connaissance, tête du registre, et comment les vérifier
