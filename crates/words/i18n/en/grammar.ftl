## Days and periods within a sentence.

date-on-day = on { $date }
date-on-month = in { $date }
date-on-year = in { $date }
period = { $from } { $to }
period-from-day = from { $date }
period-from-month = from { $date }
period-from-month-elided = from { $date }
period-from-year = from { $date }
period-to-day = to { $date }
period-to-month = to { $date }
period-to-year = to { $date }
