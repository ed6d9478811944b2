## About: citing, access, privacy.

about-cite = How to cite
about-cite-text = Name the page, the legal day, the day of knowledge and the address. The permanent link at the foot of each page holds all four and gives the same page years later. For instance:
about-cite-example = Accede, { $title }, legal day { $on }, as known on { $known }, { $address }
about-cite-source = When a single fact matters, cite the source that the page names for it; the record only passes it on.
about-disclaimer = What these pages are not
about-disclaimer-text = They are no official publication of any depositary or secretariat. In law, the depositary’s own notification counts. Deadlines are reckoned from the rule and the record and do not replace legal advice; where the record is not complete, the pages say so instead of guessing.
about-access = Accessibility
about-access-text = The pages are made to meet the Web Content Accessibility Guidelines (WCAG) 2.2, level AA: every page can be read and used by keyboard and by screen reader, without colour, at 320 pixels, in the dark and in print; every status has a letter and a pattern beside its colour; behind every picture stands a table with the same data. Scripts are never needed.
about-access-limits = Texts of sources stand in the language in which they were read, and are marked so. Large tables scroll within themselves on small screens. If something keeps you out, tell whoever runs this server; the data of each page are also to be had as JSON and CSV.
about-privacy = Privacy
about-privacy-text = No cookies, no storage in your browser, no fonts, scripts or pictures from elsewhere, no statistics of visitors. Links to sources lead to other sites, which are not told where you come from.
