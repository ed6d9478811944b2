## Signes entre deux textes. `|` marque les bords d’une espace.

colon = | : |
semicolon = | ; |

## Dates et nombres. `|` marque les bords d’une espace.

digit-group = | |
date-day = { $day } { $month } { $year }
date-first = { $day }er { $month } { $year }
date-month = { $month } { $year }
date-yearly = { $day ->
    [1] 1er { $month }
   *[other] { $day } { $month }
}
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

## Les langues, comme elles se nomment.

lang-ar = العربية
lang-zh = 中文
lang-en = English
lang-fr = Français
lang-ru = Русский
lang-es = Español
