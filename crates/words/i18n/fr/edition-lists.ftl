## Listes d’une édition publiée.

edition-news-older = Ce qui est plus ancien figure sur les pages de chaque traité et de chaque État ; la liste entière, en données :
edition-members = { $short } : { $group }
edition-members-count = { $n ->
    [one] { $n } membre, situation au { $on }.
   *[other] { $n } membres, situation au { $on }.
}
