//! The days of a campaign as an iCalendar object, as those of treaties and States are.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use treaty::PartialDate;
use words::{List, Words};
use world::view::{CampaignCalendarView, CampaignDay, CampaignDayWhat};

use crate::calendar::{Around, Lines, escape, moment, plain, utc};
use crate::say;
use crate::text::{clean, line};

/// The calendar. What was open from before its first day stands in it on the day on which it was due.
pub fn write(view: &CampaignCalendarView, around: &Around<'_>) -> String {
    let words = around.words;
    let mut out = Lines::default();
    out.put("BEGIN", "VCALENDAR");
    out.put("VERSION", "2.0");
    out.put("PRODID", "-//Accede//Accede//EN");
    out.put("CALSCALE", "GREGORIAN");
    for name in ["NAME", "X-WR-CALNAME"] {
        out.text(name, words, &line(around.title));
    }
    let all = || view.overdue.iter().chain(&view.items);
    let known = |item: &CampaignDay| (around.recorded)(&item.source).unwrap_or(around.begun);
    let last = all().map(known).max().unwrap_or(around.begun);
    out.put("LAST-MODIFIED", &moment(last));
    out.put("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    out.put("X-PUBLISHED-TTL", "P1D");
    if let Some(own) = (around.address)(around.own) {
        out.put("SOURCE;VALUE=URI", &own);
    }
    let mut dated = 0;
    for item in all() {
        if let Some(day) = item.day.day() {
            event(view, item, day, known(item), around, &mut out);
            dated += 1;
        }
    }
    if dated == 0 {
        // A calendar has at least one component (RFC 5545, 3.6).
        utc(&mut out);
    }
    out.put("END", "VCALENDAR");
    out.into_text()
}

fn event(
    view: &CampaignCalendarView,
    item: &CampaignDay,
    day: Date,
    known: Timestamp,
    around: &Around<'_>,
    out: &mut Lines,
) {
    let words = around.words;
    let known = moment(known);
    out.put("BEGIN", "VEVENT");
    out.escaped("UID", &format!("{}@accede", item.id));
    out.put("DTSTAMP", &known);
    out.put("LAST-MODIFIED", &known);
    out.put("DTSTART;VALUE=DATE", &plain(day));
    let last = item.until.and_then(PartialDate::day).unwrap_or(day);
    // The end is the first day it no longer lasts.
    if let Ok(end) = last.max(day).checked_add(1.day()) {
        out.put("DTEND;VALUE=DATE", &plain(end));
    }
    out.text("SUMMARY", words, &summary(words, item));
    if let Some(told) = description(words, item) {
        out.text("DESCRIPTION", words, &clean(&told));
    }
    if let Some(address) = (around.address)(&page(view, item)) {
        out.put("URL", &address);
    }
    let kinds = [what(words, item), view.campaign.short.clone()];
    let kinds = kinds.map(|kind| escape(&line(&kind))).join(",");
    let lang = words.text_lang().code();
    out.put(&format!("CATEGORIES;LANGUAGE={lang}"), &kinds);
    let status = if item.disputed {
        "TENTATIVE"
    } else {
        "CONFIRMED"
    };
    out.put("STATUS", status);
    out.put("TRANSP", "TRANSPARENT");
    let class = if item.public {
        "PUBLIC"
    } else {
        "CONFIDENTIAL"
    };
    out.put("CLASS", class);
    out.put("END", "VEVENT");
}

/// What a day of a campaign is, in a word or two.
pub fn what(words: &Words, item: &CampaignDay) -> String {
    let key = match item.what {
        CampaignDayWhat::Meeting => "campaign-day-meeting",
        CampaignDayWhat::Planned => "campaign-day-planned",
        CampaignDayWhat::Step => "campaign-day-step",
        CampaignDayWhat::Pledge => "campaign-day-pledge",
        CampaignDayWhat::TermEnds => "campaign-day-term",
        CampaignDayWhat::Ends => "campaign-day-ends",
    };
    words.text(key).into_owned()
}

fn summary(words: &Words, item: &CampaignDay) -> String {
    let states: Vec<_> = item.states.iter().map(|one| one.name.as_str()).collect();
    let states = states.join(", ");
    let said = match item.what {
        CampaignDayWhat::Meeting => {
            let number = item.number.as_deref();
            say::meeting(words, &item.title, number, item.owner.as_deref())
        }
        CampaignDayWhat::Planned if !states.is_empty() => states,
        CampaignDayWhat::Planned
        | CampaignDayWhat::Step
        | CampaignDayWhat::Pledge
        | CampaignDayWhat::TermEnds
        | CampaignDayWhat::Ends
            if states.is_empty() =>
        {
            item.title.clone()
        }
        CampaignDayWhat::Planned
        | CampaignDayWhat::Step
        | CampaignDayWhat::Pledge
        | CampaignDayWhat::TermEnds
        | CampaignDayWhat::Ends => format!("{states}, {}", item.title),
    };
    let colon = words.colon();
    line(&format!("{}{colon}{said}", what(words, item)))
}

fn description(words: &Words, item: &CampaignDay) -> Option<String> {
    let kind = item
        .contact
        .as_ref()
        .map(|contact| words.code(List::Kind, &contact.kind).into_owned());
    let said: Vec<_> = kind.into_iter().chain(item.owner.clone()).collect();
    (!said.is_empty()).then(|| said.join(", "))
}

fn page(view: &CampaignCalendarView, item: &CampaignDay) -> String {
    let campaign = &view.campaign.campaign;
    match (&item.meeting, item.states.as_slice()) {
        (Some(meeting), _) => format!("/meetings/{meeting}"),
        (None, [one]) => format!("/campaigns/{campaign}/states/{}", one.iso3),
        (None, _) => format!("/campaigns/{campaign}/calendar"),
    }
}
