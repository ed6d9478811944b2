## La bibliothèque sur les pages : y chercher, et un document avec son texte.

nav-library = Bibliothèque
library-title = Bibliothèque
library-title-of = Bibliothèque : { $what }
library-label = Mots
library-synonyms = aussi les mots de même sens
library-narrowed = Restreint par
library-without = Sans
library-all = Tout
library-narrow = Affiner
library-count-newest = { $n ->
    [one] Un document ou une déclaration.
   *[other] { $n } documents et déclarations, les plus récents d’abord.
}
library-count = { $n ->
    [one] Un document ou une déclaration trouvé.
   *[other] { $n } documents et déclarations trouvés, le meilleur d’abord.
}
library-empty = La bibliothèque est encore vide.
library-none-how = Essayez moins de mots, ou retirez ce qui restreint la réponse. Un mot entre guillemets n’est cherché que sous cette forme.
library-none-further = Il n’y en a pas d’autres.
library-nowhere = « { $what } » ne se trouve nulle part. Peut-être :
library-more = { $n } de plus
library-further = et { $n } autres qui ne sont pas énumérés
library-paragraph = Paragraphe { $what }
library-no-text-short = sans son texte

library-field-state = État
library-field-group = Groupe
library-field-theme = Thème
library-field-treaty = Traité
library-field-meeting = Réunion
library-field-kind = Type
library-field-language = Langue
library-field-year = Année
library-field-speaker = Orateur
library-field-place = Lieu
library-field-symbol = Cote
library-field-from = Du
library-field-to = Au

library-remark-quote = Un guillemet n’est pas fermé ; l’expression « { $what } » a été cherchée.
library-remark-parenthesis = Une parenthèse est seule.
library-remark-joins = « { $what } » ne relie rien et n’a pas été retenu.
library-remark-no-field = Il n’y a pas de champ « { $what } » ; les mots ont été cherchés.
library-remark-no-value = Le champ « { $what } » est sans valeur et n’a pas été retenu.
library-remark-no-date = { $field } : « { $value } » n’est pas une date ; écrivez 2016, 2016-05 ou 2016-05-12.
library-remark-short = Le début « { $what } » est trop court ; le mot a été cherché.
library-remark-long = Seuls les { $n } premiers mots ont été cherchés.
library-remark-deep = Trop de parenthèses s’emboîtent ; le reste n’a pas été retenu.
library-remark-nothing = { $field } : rien n’a « { $value } ».
library-remark-names = « { $word } » ne se trouve nulle part ; aussi cherché : { $others }.
library-remark-terms = À côté de « { $word } », aussi cherché : { $others }.
library-remark-few = Trouvés avec les { $of } mots : { $all }. Sont montrés ceux qui en ont { $least } ou plus.

library-by = Au nom de
library-more-of = plus dans la bibliothèque
library-no-day = sans jour
library-themes = Thèmes
library-aligned-with = S’associe à
library-aligned-by = S’y associent
library-versions = Dans d’autres langues
library-distribution = Distribution
library-original = Original
library-file = Fichier
library-no-file = n’est pas conservé ici
library-file-pdf = PDF
library-file-docx = document Word
library-file-html = page
library-file-txt = texte
library-file-markdown = texte Markdown
library-file-eml = courriel
library-size = { $what } Ko
library-size-bytes = { $what } octets
library-elsewhere = Où le lire
library-statement = Déclaration au registre
library-text = Texte
library-text-lede = Tel qu’il a été lu de l’original au moment de sa conservation. Le numéro de chaque paragraphe est son adresse permanente.
library-no-text = Son texte n’est pas conservé ici.
library-no-document = La déclaration figure au registre ; son texte, non.
library-page = Page { $n }
library-table = Tableau
library-on-pages = Pages : { $what }.
library-attachments = Fichiers qu’il contient et qui n’ont pas été lus
library-similar = Ce qui lui ressemble
library-both = Mots communs :

library-matter-scanned = Des pages de l’original sont des images de texte, qui n’ont pas été lues.
library-matter-recognised = Des pages de l’original sont des images ; le texte a été reconnu par un programme et peut être faux.
library-matter-unnamed = L’original dessine des lettres qu’il ne nomme pas ; elles manquent ici.
library-matter-empty = L’original ne contient aucun texte.
library-matter-active = L’original contient des scripts ou des macros ; ils n’ont pas été exécutés et ne sont pas dans le texte.
library-matter-elsewhere = L’original renvoie à des parties qui se trouvent ailleurs ; elles n’ont pas été cherchées.
library-matter-hidden = Des mots supprimés, commentés ou cachés sont dans l’original et non ici.
library-matter-damaged = L’original est endommagé ; ce qui pouvait être lu l’a été.
library-matter-cut = L’original continue ; le texte a été coupé à la limite.
library-matter-undecoded = L’original contient des octets qui ne sont pas du texte.

problem-no-document-title = Rien dans la bibliothèque ne s’appelle ainsi
problem-no-document = Rien de ce que vous pouvez voir dans la bibliothèque ne s’appelle « { $given } ».
problem-no-file-title = Le fichier n’est pas conservé ici
problem-no-file = L’original de ce document n’est pas conservé ici, ou ne l’a jamais été.
expected-date = un jour, un mois ou une année, comme 2016-05-12, 2016-05 ou 2016
expected-year = une année de quatre chiffres

api-part-library = La bibliothèque

library-here = { $n ->
    [one] Un document ou une déclaration dans la bibliothèque
   *[other] { $n } documents et déclarations dans la bibliothèque
}
library-follow = Suivre cette recherche (Atom)
library-feed-title = Bibliothèque, Accede
library-feed-title-of = Bibliothèque : { $what }, Accede
library-feed-subtitle = Documents et déclarations qui répondent à la recherche, les derniers inscrits d’abord.

## Ce qui a été dit, et deux documents côte à côte.

library-said-title = Ce qui a été dit
library-said-title-of = Ce qui a été dit : { $what }
library-said-link = Phrase par phrase, dans l’ordre du temps
library-said-by-rank = Les plus pertinents d’abord
library-said-count = { $n ->
    [one] Un document ou une déclaration, avec les phrases qui contiennent le plus de ces mots.
   *[other] { $n } documents et déclarations, du plus ancien au plus récent, chacun avec les phrases qui contiennent le plus de ces mots.
}
library-said-no-day = Sans date
library-said-further = { $n ->
    [one] et une autre phrase
   *[other] et { $n } autres phrases
}

library-compare-title = Deux documents côte à côte
library-compare-first = De
library-compare-second = À
library-compare-turned = Dans l’autre sens
library-compare-link = Le comparer à un autre document
library-compare-with = Avec
library-compare-button = Comparer
library-compare-none = Aucun autre document n’est conservé ici avec son texte.
library-compare-no-text = Le texte de l’un des deux n’est pas conservé ici : il n’y a rien à comparer.
library-compare-how = Les paragraphes suivent l’ordre du second document. Les mots disparus sont barrés, les mots nouveaux soulignés ; majuscules, accents et signes ne comptent pas.
library-compare-counts = { $same } identiques, { $changed } reformulés, { $new } nouveaux, { $gone } disparus.
library-compare-folded = { $n } paragraphes identiques
library-compare-same = identique
library-compare-moved = identique, déplacé
library-compare-changed = reformulé
library-compare-moved-changed = reformulé, déplacé
library-compare-new = nouveau
library-compare-gone = disparu
library-compare-in-first = Paragraphe { $what } du premier
library-compare-in-second = Paragraphe { $what } du second
