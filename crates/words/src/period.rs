//! Days and periods within a sentence, with what goes before them.

use treaty::PartialDate;

use crate::Words;
use crate::grammar::french;

impl Words {
    /// When: `on 23 September 2021`, `in September 2021`; `le 23 septembre 2021`, `en 2021`.
    pub fn on(&self, date: PartialDate) -> String {
        let key = match date {
            PartialDate::Day(_) => "date-on-day",
            PartialDate::Month(..) => "date-on-month",
            PartialDate::Year(_) => "date-on-year",
        };
        self.dated(key, date)
    }

    /// From when to when: `from 23 September 2021 to 22 September 2023`, `d’août 2021 à septembre
    /// 2023`. Where both are the same, that day, month or year.
    pub fn period(&self, from: PartialDate, to: PartialDate) -> String {
        if from == to {
            return self.on(from);
        }
        let begins = match from {
            PartialDate::Day(_) => "period-from-day",
            PartialDate::Month(..) if french::begins_with_a_vowel(&self.partial_date(from)) => {
                "period-from-month-elided"
            }
            PartialDate::Month(..) => "period-from-month",
            PartialDate::Year(_) => "period-from-year",
        };
        let ends = match to {
            PartialDate::Day(_) => "period-to-day",
            PartialDate::Month(..) => "period-to-month",
            PartialDate::Year(_) => "period-to-year",
        };
        let (from, to) = (self.dated(begins, from), self.dated(ends, to));
        self.text_with("period", &[("from", from.into()), ("to", to.into())])
    }

    fn dated(&self, key: &str, date: PartialDate) -> String {
        self.text_with(key, &[("date", self.partial_date(date).into())])
    }
}
