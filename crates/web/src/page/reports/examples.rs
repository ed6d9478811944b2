//! Questions that lead to a report worth reading, from what is on record: of a campaign's time, or between two
//! conferences.

use jiff::civil::Date;
use ledger::Audience;
use treaty::{PartialDate, TreatyId};
use world::Next;
use world::view::{CampaignSummary, MeetingView, ReportKind, ReportOf, ReportSpan, Weights};

use super::reader::Reader;
use crate::ask::encode;
use crate::asked::Asked;

/// How many times and places are offered.
const MOST: usize = 3;

/// A treaty and a period of which something is on record.
pub(super) struct Time {
    treaty: TreatyId,
    short: String,
    from: Date,
    to: Date,
    /// For whom, where it is not anyone.
    reader: Option<String>,
}

/// A question, and what it is of in words.
pub(crate) struct Example {
    pub(crate) address: String,
    pub(crate) text: String,
}

/// The times of the campaigns that whoever asks may see, then those between the last two conferences of a
/// kind.
pub(super) fn times(asked: &Asked, readers: &[Reader]) -> Vec<Time> {
    let campaigns = asked.world.campaigns(asked.on, asked.lang).campaigns;
    let of_campaigns = campaigns.iter().filter_map(|one| campaign(one, readers));
    let past = asked.world.meetings(None, asked.on, asked.lang).past;
    let between = past.iter().filter_map(|last| between(last, &past));
    let mut times: Vec<Time> = Vec::new();
    for time in of_campaigns.chain(between) {
        if times.len() < MOST && times.iter().all(|one| one.treaty != time.treaty) {
            times.push(time);
        }
    }
    times
}

fn campaign(one: &CampaignSummary, readers: &[Reader]) -> Option<Time> {
    let code = one.audience.as_ref().map(Audience::to_string);
    let reader = readers
        .iter()
        .find(|reader| Some(&reader.code) == code.as_ref())?;
    Some(Time {
        treaty: one.treaty.clone(),
        short: one.short.clone(),
        from: one.from?.day()?,
        to: one.until?.day()?,
        reader: (!reader.is_public()).then(|| reader.code.clone()),
    })
}

/// From the day after the conference before to the last day of this one.
fn between(last: &MeetingView, past: &[MeetingView]) -> Option<Time> {
    let ended = |meeting: &MeetingView| meeting.end.unwrap_or(meeting.start).day();
    let start = last.start.day()?;
    let alike = past
        .iter()
        .filter(|one| one.treaty == last.treaty && one.kind == last.kind && one.id != last.id);
    let before = alike.filter_map(ended).find(|day| *day < start)?;
    Some(Time {
        treaty: last.treaty.clone(),
        short: last.short.clone(),
        from: before.tomorrow().ok()?,
        to: ended(last)?,
        reader: None,
    })
}

/// What a report of this kind could be of.
pub(super) fn of(asked: &Asked, kind: ReportKind, times: &[Time]) -> Vec<Example> {
    let made = times.iter().filter_map(|time| example(asked, kind, time));
    made.collect()
}

fn example(asked: &Asked, kind: ReportKind, time: &Time) -> Option<Example> {
    let state = match kind.of() {
        ReportOf::All | ReportOf::SomeOrAll => None,
        ReportOf::Some => Some(whom(asked, time)?),
    };
    let mut pairs = vec![("treaty", time.treaty.to_string())];
    let mut said = vec![time.short.clone()];
    if let Some((iso3, name)) = state {
        pairs.push(("state", iso3));
        said.push(name);
    }
    match kind.span() {
        ReportSpan::Day => said.push(asked.words.date(time.to)),
        ReportSpan::Period | ReportSpan::DayOrPeriod => {
            pairs.push(("from", time.from.to_string()));
            let (from, to) = (PartialDate::Day(time.from), PartialDate::Day(time.to));
            said.push(asked.words.period(from, to));
        }
    }
    pairs.push(("to", time.to.to_string()));
    pairs.extend(time.reader.clone().map(|reader| ("for", reader)));
    let pairs = pairs.iter();
    let pairs: Vec<_> = pairs
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    Some(Example {
        address: format!("/reports/{kind}?{}", pairs.join("&")),
        text: said.join(", "),
    })
}

/// The State to which most speaks for turning next, at the end of the period.
fn whom(asked: &Asked, time: &Time) -> Option<(String, String)> {
    let about = Next::Treaty(&time.treaty);
    let next = asked
        .world
        .next(about, time.to, &Weights::default(), asked.lang)?;
    let first = next.rows.into_iter().next()?;
    Some((first.iso3.to_string(), first.name))
}
