//! When and where: the day, the place, the meeting.

use transcribe::Format;
use transcribe::Text;
use treaty::{PartialDate, Symbol, TreatyId};

use super::days::{self, Days};
use super::meetings::{self, KnownMeeting, Meetings};
use super::reading::{Para, Reading};
use super::{Evidence, Proposal};
use crate::jotting::{Ends, Span};

/// When and where it was.
#[derive(Debug, Default)]
pub(super) struct When {
    pub(super) meeting: Vec<Proposal<String>>,
    pub(super) at: Vec<Proposal<KnownMeeting>>,
    pub(super) on: Vec<Proposal<PartialDate>>,
    pub(super) place: Vec<Proposal<String>>,
}

pub(super) fn read(
    text: &Text,
    reading: &Reading<'_>,
    treaties: &[Proposal<TreatyId>],
    known: &dyn Meetings,
) -> When {
    let mut when = When::default();
    let mut told: Vec<(Days, Proposal<PartialDate>)> = Vec::new();
    let mut named = Vec::new();
    // A letter is dated at its foot, too.
    let foot = reading.closing.iter().filter(|para| para.text.len() <= 80);
    let foot: Vec<&Para<'_>> = foot.collect();
    for para in &reading.head {
        when.para(para, &mut told);
        let symbols = Symbol::find_all(para.text);
        for phrase in meetings::phrases(&para.words) {
            let at = para.span(phrase.words.clone());
            // `CCM/MSP/2011/5` names no meeting by itself.
            if symbols.iter().any(|(place, _)| place.contains(&at.from)) {
                continue;
            }
            when.meeting
                .push(para.told(para.text[at.from..at.to].to_owned(), true, at));
            named.push(phrase);
        }
    }
    if told.is_empty() {
        for para in foot {
            when.para(para, &mut told);
        }
    }
    super::once(&mut when.meeting);
    super::once(&mut when.place);
    if when.meeting.len() > 1 {
        when.meeting.iter_mut().for_each(|one| one.sure = false);
    }
    if when.place.len() > 1 {
        when.place.iter_mut().for_each(|one| one.sure = false);
    }
    let days: Vec<Days> = told.iter().map(|(days, _)| days.clone()).collect();
    when.on = settle(told);
    let said = text
        .said
        .day
        .as_deref()
        .and_then(|day| day.parse::<PartialDate>().ok());
    if let Some(said) = said
        && when.on.iter().all(|one| one.value != said)
    {
        // A message was sent on the day it says; of other files it is when they were last kept.
        let sure = text.format == Format::Eml && when.on.is_empty();
        when.on.push(Proposal {
            value: said,
            sure,
            from: Evidence::File,
        });
    }
    when.on.sort_by_key(|one| !one.sure);
    when.on.truncate(8);
    when.of_record(&named, &days, treaties, known);
    when
}

impl When {
    fn para(&mut self, para: &Para<'_>, told: &mut Vec<(Days, Proposal<PartialDate>)>) {
        for days in days::all(&para.words) {
            if told.len() >= 16 {
                return;
            }
            // `from September 2021 to September 2023` tells of what a report is, not of when it was made.
            if days.first.day().is_none() && days.last.is_none() && spans(para, &days) {
                continue;
            }
            let at = para.span(days.words.clone());
            self.place.extend(place(para, &days));
            let proposal = para.told(days.within(), true, at);
            told.push((days, proposal));
        }
    }

    fn of_record(
        &mut self,
        named: &[meetings::Phrase],
        days: &[Days],
        treaties: &[Proposal<TreatyId>],
        known: &dyn Meetings,
    ) {
        let head = treaties.iter().filter(|one| one.sure).take(3);
        let known: Vec<KnownMeeting> = head
            .flat_map(|treaty| known.meetings(&treaty.value))
            .take(2_000)
            .collect();
        let evidence = self.meeting.first().map(|one| one.from.clone());
        let evidence = evidence.or_else(|| self.on.first().map(|one| one.from.clone()));
        let found = meetings::on_record(named, days, &known).into_iter();
        self.at = found
            .filter_map(|(value, sure)| {
                Some(Proposal {
                    value,
                    sure,
                    from: evidence.clone()?,
                })
            })
            .collect();
        super::once(&mut self.at);
    }
}

/// Whether a month is one end of a time that is told: `from September 2021`.
fn spans(para: &Para<'_>, days: &Days) -> bool {
    let before = days
        .words
        .start
        .checked_sub(1)
        .map_or("", |at| para.words[at].folded.as_str());
    [
        "from", "to", "since", "until", "depuis", "de", "a", "au", "desde", "hasta", "of", "in",
    ]
    .contains(&before)
}

/// The days as the day of the document. A row of days is that of a meeting: one day in it is the day.
fn settle(told: Vec<(Days, Proposal<PartialDate>)>) -> Vec<Proposal<PartialDate>> {
    let single = |days: &Days| days.last.is_none() && days.first.is_exact();
    let exact: Vec<PartialDate> = told
        .iter()
        .filter(|(days, _)| single(days))
        .map(|(days, _)| days.first)
        .collect();
    let mut on = Vec::new();
    for (days, mut proposal) in told {
        if let Some(other) = days.other {
            proposal.sure = false;
            let mut second = proposal.clone();
            second.value = other.into();
            on.push(proposal);
            on.push(second);
            continue;
        }
        // Days of a meeting, and one of them: the one says more.
        let finer = !single(&days) && exact.iter().any(|day| days.hold(*day));
        if !finer {
            on.push(proposal);
        }
    }
    super::once(&mut on);
    if on.len() > 1 {
        on.iter_mut().for_each(|one| one.sure = false);
    }
    on
}

/// The place beside a date: `Geneva, 25 November 2020`, `(San José, Costa Rica, 1-5 September 2014)`,
/// `2023年9月11日，日内瓦`.
fn place(para: &Para<'_>, days: &Days) -> Option<Proposal<String>> {
    let words = &para.words;
    let lead = ["du", "del", "le", "el", "from", "on", "с"];
    let led = |at: &usize| lead.contains(&words[*at].folded.as_str());
    let led = days.words.start.checked_sub(1).filter(led);
    let first = &words[led.unwrap_or(days.words.start)];
    let capital = |at: usize| {
        words[at]
            .text
            .starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
    };
    let small =
        |at: usize| ["of", "the", "de", "la", "los"].contains(&words[at].folded.as_str());
    if first.ends == Ends::Piece && para.text[..first.at.from].trim_end().ends_with([',', '،'])
    {
        // Back to the bracket or the beginning of the line.
        let line = para
            .lines
            .iter()
            .find(|line| line.contains(&first.at.from))?;
        let before = para.text[line.start..first.at.from].rfind(['(', ';', ':', '–', '—']);
        let from = line.start
            + before.map_or(0, |at| {
                at + para.text[line.start + at..]
                    .chars()
                    .next()
                    .map_or(1, char::len_utf8)
            });
        let range = para.words_in(&(from..first.at.from));
        let all = range.clone().all(|at| capital(at) || small(at));
        if all
            && (1..=5).contains(&range.len())
            && super::meetings::phrases(&words[range.clone()]).is_empty()
        {
            let at = para.span(range);
            return Some(para.told(para.text[at.from..at.to].to_owned(), true, at));
        }
    }
    let next = days.words.end;
    let after = words.get(next).filter(|word| word.ends == Ends::Piece)?;
    let line = para
        .lines
        .iter()
        .find(|line| line.contains(&after.at.from))?;
    let range = para.words_in(&(after.at.from..line.end));
    let cjk = !after.text.is_ascii() && range.len() <= 4;
    let fits = range.clone().all(|at| capital(at) || small(at)) && (range.len() <= 3 || cjk);
    let closed = range
        .clone()
        .skip(1)
        .all(|at| words[at].ends == Ends::Nothing);
    if fits && closed && !range.is_empty() {
        let at = para.span(range);
        let at = Span {
            from: at.from,
            to: at.to,
        };
        return Some(para.told(para.text[at.from..at.to].to_owned(), true, at));
    }
    None
}
