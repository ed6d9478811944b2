## Ce que l’on a appris : les fils, et les pages qui montrent les mêmes éléments.

# `|` marks the edges of blanks.
news-heading = Nouvelles
news-heading-of = { $what } : nouvelles
news-lede = Ce qui a été appris en dernier, du plus récent au plus ancien : actes des États, entrées en vigueur, retraits, rapports, prolongations de délais, réunions. Une correction ou un doute fait remonter l’élément auquel il se rapporte.
news-empty = Rien n’est encore au registre ici. Ce qui est enregistré y apparaît aussitôt, le plus récent d’abord.
news-total = { $n ->
    [one] { $n } élément en tout
   *[other] { $n } éléments en tout
}
news-newest = Les plus récents
news-newer = Plus récents
news-older = Plus anciens
news-oldest = Les plus anciens
news-pages = Pages
news-subscribe = S’abonner
news-subscribe-text = Donnez l’adresse ci-dessous à n’importe quel lecteur de nouvelles (lecteur RSS ou Atom ; les logiciels de messagerie en ont un). Il montrera alors ce qui est appris, sans que personne ait à vous le dire.
news-subscribe-calendar = Les réunions et les échéances forment un calendrier à part, pour tout logiciel d’agenda :
news-feed = Fil Atom
news-calendar = iCalendar
news-other = Autres fils
news-all = Tout
news-feed-link = { $what } : nouvelles (Atom)
news-title-act = { $treaty } : { $name }, { $act }, { $day }
news-title-treaty-in-force = { $treaty } : entrée en vigueur, { $day }
news-title-in-force = { $treaty } : { $name }, entrée en vigueur à son égard, { $day }
news-title-left = { $treaty } : { $name }, prise d’effet du retrait, { $day }
news-title-report = { $treaty } : { $name }, rapport pour { $year } au titre de l’article { $article }, { $day }
news-title-fulfilled = { $treaty } : { $name }, article { $article } exécuté, { $day }
news-title-extended = { $treaty } : { $name }, délai de l’article { $article } prolongé jusqu’au { $due }
news-title-meeting = { $treaty } : { $meeting }, { $day }
news-corrected = Corrigé : { $what }
news-retracted = Retiré du registre : { $what }
news-disputed = En doute : { $what }
news-lifted = Rétabli : { $what }
news-kind-act = Acte
news-kind-in-force = Entrée en vigueur
news-kind-left = Retrait
news-kind-fulfilled = Rapport ou exécution
news-kind-extended = Prolongation
news-kind-meeting = Réunion
news-in-force = En vigueur à son égard dès le
news-by-act = Par
news-source-says = Selon la source
news-why = Motif
news-in-doubt = En doute
news-counts = Dans les décomptes
news-source = Source
news-recorded = Connu ici depuis
feed-title-all = Accede : nouvelles de tous les traités
feed-title-of = Accede : { $what }
feed-subtitle = Ce qui a été appris, du plus récent au plus ancien. Ceci n’est la publication officielle d’aucun dépositaire.
feed-rights = Les faits relatifs à l’état des traités ne sont pas soumis au droit d’auteur ; les sources citées conservent leurs propres conditions.
expected-item = l’identifiant d’un élément de ce fil, tel que ses données le donnent
expected-limit = un nombre entier de 1 à 500

## Calendriers.

calendar-name-all = Accede : réunions et échéances
calendar-name-of = { $what } : réunions et échéances
calendar-description = Réunions, échéances calculées, entrées en vigueur et retraits du { $from } au { $to } ; obligations telles qu’elles se présentaient le { $on }. Les jours sont des jours entiers, sans fuseau horaire. Ceci n’est la publication officielle d’aucun dépositaire.
calendar-undated = De ceux-ci, seul le mois ou l’année est connu ; ils ne figurent à aucun jour :
calendar-title-meeting = { $treaty } : { $meeting }
calendar-title-duty = { $treaty } : { $name }, article { $article } ({ $standing })
calendar-title-yearly = { $treaty } : article { $article } à échéance ({ $n ->
    [one] { $n } État
   *[other] { $n } États
})
calendar-title-treaty-in-force = { $treaty } : entrée en vigueur
calendar-title-in-force = { $treaty } : { $name }, entrée en vigueur à son égard
calendar-title-left = { $treaty } : { $name }, prise d’effet du retrait
calendar-kind-deadline = Échéance
calendar-owed = Ce qui est dû
calendar-standing = Situation
calendar-doubt = un élément sur lequel il repose est contesté ou incertain
