//! What an item says, in the reader's language: a title, and lines for what is known beside it.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use treaty::Lang;
use words::{Arg, Words};
use world::view::{
    CalendarItem, CalendarWhat, DutyState, NewsItem, NewsWhat, SourceRef, TouchedHow,
};

/// An item in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// One line.
    pub title: String,
    /// What is known beside it.
    pub lines: Vec<Line>,
}

/// A line below a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is about: `In force for it from`.
    pub label: String,
    /// What it says.
    pub text: String,
    /// The language of the text where it is not that of the reader: what sources and people wrote
    /// into the record is shown as they wrote it.
    pub lang: Option<Lang>,
}

/// An item of news.
pub fn news(words: &Words, item: &NewsItem) -> Told {
    let title = news_title(words, item);
    let touched = item.touched.as_ref();
    let mark = match (touched, &item.disputed) {
        (Some(touch), _) => Some(touched_key(touch.how)),
        (None, Some(_)) => Some("news-disputed"),
        (None, None) => None,
    };
    let title = match mark {
        Some(mark) => words.text_with(mark, &[("what", title.into())]),
        None => title,
    };
    let mut lines = Lines::new(words);
    lines.day("news-in-force", item.in_force);
    if item.what == NewsWhat::InForce
        && let Some(act) = item.act
    {
        lines.say("news-by-act", &words.kind(act));
    }
    if item.what == NewsWhat::Leaves {
        lines.say("news-by-act", &words.text("by-rule"));
    }
    lines.quote("news-source-says", item.text.as_deref());
    if let Some(touch) = touched {
        lines.quote("news-why", Some(&touch.why));
    }
    let told_already = touched.is_some_and(|touch| touch.how == TouchedHow::Disputed);
    if !told_already {
        lines.quote("news-in-doubt", item.disputed.as_deref());
    }
    if !item.counts {
        lines.say("news-counts", &words.text("act-not-counted"));
    }
    lines.source(&item.source);
    lines.say("news-recorded", &moment(words, item.updated));
    Told {
        title,
        lines: lines.told,
    }
}

fn news_title(words: &Words, item: &NewsItem) -> String {
    let name = item.name.as_deref().unwrap_or_default();
    let article = item.article.as_deref().unwrap_or_default();
    let day = words.partial_date(item.date);
    let mut args: Vec<(&str, Arg<'_>)> = vec![
        ("treaty", item.short.as_str().into()),
        ("name", name.into()),
        ("article", article.into()),
        ("day", day.into()),
    ];
    let key = match item.what {
        NewsWhat::Act => {
            if let Some(act) = item.act {
                args.push(("act", words.kind(act).into()));
            }
            "news-title-act"
        }
        NewsWhat::TreatyInForce => "news-title-treaty-in-force",
        NewsWhat::InForce => "news-title-in-force",
        NewsWhat::Leaves => "news-title-left",
        NewsWhat::Fulfilled => match item.covers {
            Some(year) => {
                args.push(("year", year.to_string().into()));
                "news-title-report"
            }
            None => "news-title-fulfilled",
        },
        NewsWhat::Extended => {
            let due = item.due.map(|due| words.date(due)).unwrap_or_default();
            args.push(("due", due.into()));
            "news-title-extended"
        }
        NewsWhat::Meeting => {
            let kind = item.kind.as_deref().unwrap_or_default();
            let place = item.place.as_deref();
            let meeting = meeting(words, kind, item.number.as_deref(), place);
            args.push(("meeting", meeting.into()));
            "news-title-meeting"
        }
    };
    words.text_with(key, &args)
}

fn touched_key(how: TouchedHow) -> &'static str {
    match how {
        TouchedHow::Corrected => "news-corrected",
        TouchedHow::Retracted => "news-retracted",
        TouchedHow::Disputed => "news-disputed",
        TouchedHow::Lifted => "news-lifted",
    }
}

/// The word of an item in data, for the categories of feeds.
pub fn news_what(what: NewsWhat) -> &'static str {
    match what {
        NewsWhat::Act => "act",
        NewsWhat::TreatyInForce => "treaty_in_force",
        NewsWhat::InForce => "in_force",
        NewsWhat::Leaves => "leaves",
        NewsWhat::Fulfilled => "fulfilled",
        NewsWhat::Extended => "extended",
        NewsWhat::Meeting => "meeting",
    }
}

/// What an item of news is, as a category for people.
pub fn news_kind(words: &Words, what: NewsWhat) -> String {
    let key = match what {
        NewsWhat::Act => "news-kind-act",
        NewsWhat::TreatyInForce | NewsWhat::InForce => "news-kind-in-force",
        NewsWhat::Leaves => "news-kind-left",
        NewsWhat::Fulfilled => "news-kind-fulfilled",
        NewsWhat::Extended => "news-kind-extended",
        NewsWhat::Meeting => "news-kind-meeting",
    };
    words.text(key).into_owned()
}

/// `Meeting of States Parties 11, Geneva`.
pub fn meeting(words: &Words, kind: &str, number: Option<&str>, place: Option<&str>) -> String {
    let key = format!("meeting-{}", kind.to_ascii_lowercase());
    let mut told = match words.find(&key) {
        Some(text) => text.into_owned(),
        None => kind.to_owned(),
    };
    if let Some(number) = number {
        told = format!("{told} {number}");
    }
    if let Some(place) = place {
        told = format!("{told}, {place}");
    }
    told
}

/// An item of a calendar.
pub fn calendar(words: &Words, item: &CalendarItem) -> Told {
    let name = item.name.as_deref().unwrap_or_default();
    let article = item.article.as_deref().unwrap_or_default();
    let mut args: Vec<(&str, Arg<'_>)> = vec![
        ("treaty", item.short.as_str().into()),
        ("name", name.into()),
        ("article", article.into()),
    ];
    let mut lines = Lines::new(words);
    let key = match item.what {
        CalendarWhat::Meeting => {
            let meeting = meeting(words, &item.title, item.number.as_deref(), None);
            args.push(("meeting", meeting.into()));
            "calendar-title-meeting"
        }
        CalendarWhat::Duty => {
            lines.quote_in("calendar-owed", &item.title, None);
            if let Some(standing) = item.standing {
                args.push(("standing", words.text(duty_key(standing)).into()));
                lines.say("calendar-standing", &words.text(duty_key(standing)));
            }
            "calendar-title-duty"
        }
        CalendarWhat::Yearly => {
            lines.quote_in("calendar-owed", &item.title, None);
            args.push(("n", item.states.unwrap_or_default().into()));
            "calendar-title-yearly"
        }
        CalendarWhat::InForce if item.iso3.is_none() => "calendar-title-treaty-in-force",
        CalendarWhat::InForce => "calendar-title-in-force",
        CalendarWhat::Leaves => "calendar-title-left",
    };
    let title = words.text_with(key, &args);
    if item.disputed {
        lines.say("news-in-doubt", &words.text("calendar-doubt"));
    }
    for source in &item.sources {
        lines.source(source);
    }
    Told {
        title,
        lines: lines.told,
    }
}

/// What an item of a calendar is, as a category for people.
pub fn calendar_kind(words: &Words, what: CalendarWhat) -> String {
    let key = match what {
        CalendarWhat::Meeting => "news-kind-meeting",
        CalendarWhat::Duty | CalendarWhat::Yearly => "calendar-kind-deadline",
        CalendarWhat::InForce => "news-kind-in-force",
        CalendarWhat::Leaves => "news-kind-left",
    };
    words.text(key).into_owned()
}

fn duty_key(state: DutyState) -> &'static str {
    match state {
        DutyState::Fulfilled => "duty-fulfilled",
        DutyState::Due => "duty-due",
        DutyState::Overdue => "duty-overdue",
        DutyState::Extended => "duty-extended",
        DutyState::Dormant => "duty-dormant",
        DutyState::NotApplicable => "duty-not-applicable",
        DutyState::Unknown => "duty-unknown",
    }
}

/// A moment in full, in UTC.
fn moment(words: &Words, moment: Timestamp) -> String {
    let civil = TimeZone::UTC.to_datetime(moment);
    let day = words.date(civil.date());
    let time = format!("{:02}:{:02}", civil.hour(), civil.minute());
    words.text_with("moment", &[("day", day.into()), ("time", time.into())])
}

struct Lines<'w> {
    words: &'w Words,
    told: Vec<Line>,
}

impl<'w> Lines<'w> {
    fn new(words: &'w Words) -> Lines<'w> {
        Lines {
            words,
            told: Vec::new(),
        }
    }

    fn say(&mut self, key: &str, text: &str) {
        self.quote_in(key, text, None);
    }

    /// Somebody else's words; those of the record are English.
    fn quote(&mut self, key: &str, text: Option<&str>) {
        let lang = (self.words.text_lang() != Lang::En).then_some(Lang::En);
        if let Some(text) = text {
            self.quote_in(key, text, lang);
        }
    }

    fn quote_in(&mut self, key: &str, text: &str, lang: Option<Lang>) {
        self.told.push(Line {
            label: self.words.text(key).into_owned(),
            text: text.to_owned(),
            lang,
        });
    }

    fn day(&mut self, key: &str, day: Option<Date>) {
        if let Some(day) = day {
            let text = self.words.date(day);
            self.say(key, &text);
        }
    }

    fn source(&mut self, source: &SourceRef) {
        let place = source.place.as_ref().map(|place| format!(", {place}"));
        let text = format!("{}{}", source.title, place.unwrap_or_default());
        self.quote("news-source", Some(&text));
    }
}
