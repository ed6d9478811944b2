## Lists of a published edition.

edition-news-older = What is older stands on the pages of each treaty and State; the whole list, as data:
edition-members = { $short }: { $group }
edition-members-count = { $n ->
    [one] One member, as on { $on }.
   *[other] { $n } members, as on { $on }.
}
