## Signs between two texts. `|` marks the edges of a blank.

colon = |: |
semicolon = |; |

## Dates and numbers. `|` marks the edges of a blank.

digit-group = |,|
date-day = { $day } { $month } { $year }
date-first = { $day } { $month } { $year }
date-month = { $month } { $year }
date-yearly = { $day } { $month }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Languages, as they call themselves.

lang-ar = العربية
lang-zh = 中文
lang-en = English
lang-fr = Français
lang-ru = Русский
lang-es = Español
