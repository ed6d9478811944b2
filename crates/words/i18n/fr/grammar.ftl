## Dates et périodes dans une phrase. « d’ » devant avril, août et octobre.

date-on-day = le { $date }
date-on-month = en { $date }
date-on-year = en { $date }
period = { $from } { $to }
period-from-day = du { $date }
period-from-month = de { $date }
period-from-month-elided = d’{ $date }
period-from-year = de { $date }
period-to-day = au { $date }
period-to-month = à { $date }
period-to-year = à { $date }
