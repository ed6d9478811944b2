//! The form of a treaty file, and how a [`Law`] is read from it. Described in `docs/rules.md`.
//!
//! The structs here are the file's fields, one for one; a test holds the document to them.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use super::term_file::{DayFile, MomentFile, TermFile, WhoFile};
use super::{Law, LawError};
use crate::clause::{
    Called, CalledAs, Duty, EntryIntoForce, Extension, InForce, LaterJoiner, Moment, Occasion,
    Opening, Requirement, Switch, When, Withdrawal,
};
use crate::{Kind, Names, ParticipantId, TreatyId};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct LawFile {
    id: TreatyId,
    short: String,
    #[serde(default)]
    also: Vec<String>,
    title: Names,
    mtdsg: Option<String>,
    registration: Option<String>,
    unoda: Option<String>,
    parent: Option<TreatyId>,
    called: Option<Spanned<CalledFile>>,
    #[serde(default)]
    depositaries: Vec<String>,
    #[serde(default)]
    sources: Vec<String>,
    #[serde(default)]
    unverified: Vec<String>,
    provisional_application: Option<String>,
    reservations: Option<String>,
    adopted: Option<OccasionFile>,
    opened: Option<OccasionFile>,
    in_force: Option<SourcedDayFile>,
    #[serde(default)]
    open: Vec<OpeningFile>,
    entry_into_force: Option<Spanned<EntryIntoForceFile>>,
    later_joiner: Option<LaterJoinerFile>,
    withdrawal: Option<WithdrawalFile>,
    #[serde(default)]
    duty: Vec<DutyFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct CalledFile {
    contracting: Option<CalledAsFile>,
    signatory: Option<CalledAsFile>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct CalledAsFile {
    one: Names,
    many: Names,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct OccasionFile {
    on: DayFile,
    place: Option<String>,
    source: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct SourcedDayFile {
    on: Spanned<DayFile>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct OpeningFile {
    acts: Spanned<Vec<Kind>>,
    to: WhoFile,
    from: Option<Spanned<MomentFile>>,
    until: Option<Spanned<MomentFile>>,
    article: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct EntryIntoForceFile {
    article: String,
    #[serde(default)]
    counts: Vec<Kind>,
    number: Option<Spanned<i64>>,
    list: Option<String>,
    named: Option<Spanned<Vec<ParticipantId>>>,
    others: Option<Spanned<i64>>,
    on_record_only: Option<String>,
    after: Option<TermFile>,
    not_before: Option<Spanned<TermFile>>,
    reached: Option<SourcedDayFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct LaterJoinerFile {
    article: String,
    switch: SwitchFile,
    after: TermFile,
    presumes: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum SwitchFile {
    Threshold,
    EntryIntoForce,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WithdrawalFile {
    article: String,
    after: Option<TermFile>,
    #[serde(default)]
    armed_conflict_holds: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct DutyFile {
    article: Spanned<String>,
    what: String,
    what_fr: Option<String>,
    who: Option<String>,
    when: WhenFile,
    extension: Option<ExtensionFile>,
    record_complete: bool,
    #[serde(default)]
    political: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WhenFile {
    FromEntryIntoForceForState(TermFile),
    FromEntryIntoForce(TermFile),
    Yearly(Spanned<YearlyFile>),
    FromEvent(EventFile),
    Continuing,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct YearlyFile {
    month: i8,
    day: i8,
    first_after_years: i16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct EventFile {
    event: String,
    after: Option<TermFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ExtensionFile {
    article: String,
    at_most: TermFile,
    renewable: bool,
}

/// What is wrong, and where, before the file's name is put to it.
struct Fault(String, Option<Range<usize>>);

impl Law {
    /// Reads a treaty file. `name` is only for messages; nothing is opened.
    ///
    /// # Errors
    ///
    /// [`LawError`] for an unknown field, a term in months or years that does not say where it
    /// ends in a short month, a requirement of zero instruments, an unknown kind of act.
    pub fn parse(name: &str, text: &str) -> Result<Law, LawError> {
        let file: LawFile = toml::from_str(text)
            .map_err(|e| LawError::new(name, text, e.message().to_owned(), e.span()))?;
        law(file, text).map_err(|Fault(what, at)| LawError::new(name, text, what, at))
    }
}

fn law(file: LawFile, text: &str) -> Result<Law, Fault> {
    let opened = file.opened.map(occasion);
    let entry_into_force = file
        .entry_into_force
        .map(|clause| entry_into_force(clause, opened.is_some()));
    let mut articles = BTreeSet::new();
    for duty in &file.duty {
        if !articles.insert(duty.article.get_ref().as_str()) {
            let what = format!(
                "the duty of Article {} is already there: fulfilments name a duty by its article",
                duty.article.get_ref()
            );
            return Err(Fault(what, Some(duty.article.span())));
        }
    }
    let law = Law {
        id: file.id,
        short: file.short,
        also: file.also,
        title: file.title,
        mtdsg: file.mtdsg,
        registration: file.registration,
        unoda: file.unoda,
        parent: file.parent,
        called: file.called.map(called).transpose()?,
        depositaries: file.depositaries,
        sources: file.sources,
        unverified: file.unverified,
        adopted: file.adopted.map(occasion),
        openings: file
            .open
            .into_iter()
            .map(|clause| opening(clause, opened.is_some()))
            .collect::<Result<_, _>>()?,
        entry_into_force: entry_into_force.transpose()?,
        later_joiner: file.later_joiner.map(later_joiner),
        withdrawal: file.withdrawal.map(withdrawal),
        provisional_application: file.provisional_application,
        reservations: file.reservations,
        duties: file.duty.into_iter().map(duty).collect::<Result<_, _>>()?,
        in_force: file.in_force.as_ref().map(sourced_day),
        opened,
        text: text.to_owned(),
    };
    match file.in_force {
        Some(day) => in_order(&law, day.on.span()).map(|()| law),
        None => Ok(law),
    }
}

/// A treaty is adopted, then opened, then its condition is met, then it is in force.
fn in_order(law: &Law, at: Range<usize>) -> Result<(), Fault> {
    let Some(in_force) = law.in_force.as_ref().map(|day| day.on) else {
        return Ok(());
    };
    let reached = law
        .entry_into_force
        .as_ref()
        .and_then(|clause| clause.reached.as_ref());
    let earlier: [(&str, Option<Date>); 3] = [
        (
            "it was adopted",
            law.adopted.as_ref().map(|occasion| occasion.on),
        ),
        (
            "it was opened for signature",
            law.opened.as_ref().map(|occasion| occasion.on),
        ),
        ("its condition was met", reached.map(|day| day.on)),
    ];
    for (what, day) in earlier {
        if let Some(day) = day.filter(|day| *day > in_force) {
            let what = format!("in force on {in_force}, before {what} on {day}");
            return Err(Fault(what, Some(at)));
        }
    }
    Ok(())
}

fn called(spanned: Spanned<CalledFile>) -> Result<Called, Fault> {
    let at = spanned.span();
    let file = spanned.into_inner();
    if file.contracting.is_none() && file.signatory.is_none() {
        let what = "no term is given: add contracting or signatory, or leave [called] out";
        return Err(Fault(what.to_owned(), Some(at)));
    }
    let term = |file: CalledAsFile| CalledAs {
        one: file.one,
        many: file.many,
    };
    Ok(Called {
        contracting: file.contracting.map(term),
        signatory: file.signatory.map(term),
        source: file.source,
    })
}

fn occasion(file: OccasionFile) -> Occasion {
    Occasion {
        on: file.on.0,
        place: file.place,
        source: file.source,
    }
}

fn sourced_day(file: &SourcedDayFile) -> InForce {
    InForce {
        on: file.on.get_ref().0,
        source: file.source.clone(),
    }
}

fn opening(file: OpeningFile, has_opened: bool) -> Result<Opening, Fault> {
    if file.acts.get_ref().is_empty() {
        return Err(Fault("no act is named".to_owned(), Some(file.acts.span())));
    }
    let moment = |written: Option<Spanned<MomentFile>>| match written {
        Some(written) if written.get_ref().0 == Moment::Opening && !has_opened => {
            let what = "the file does not say when the treaty was opened ([opened])";
            Err(Fault(what.to_owned(), Some(written.span())))
        }
        Some(written) => Ok(Some(written.into_inner().0)),
        None => Ok(None),
    };
    Ok(Opening {
        acts: file.acts.into_inner(),
        who: file.to.0,
        from: moment(file.from)?,
        until: moment(file.until)?,
        article: file.article,
    })
}

fn entry_into_force(
    spanned: Spanned<EntryIntoForceFile>,
    has_opened: bool,
) -> Result<EntryIntoForce, Fault> {
    let at = spanned.span();
    let fault = |what: &str| Fault(what.to_owned(), Some(at.clone()));
    let file = spanned.into_inner();
    if let Some(term) = file.not_before.as_ref().filter(|_| !has_opened) {
        let what = "not-before counts from the opening, and the file has no [opened]";
        return Err(Fault(what.to_owned(), Some(term.span())));
    }
    let on_record_only = file.on_record_only.is_some();
    if !on_record_only && file.counts.is_empty() {
        return Err(fault(
            "the kinds of instrument that count are not named (counts)",
        ));
    }
    let after = match file.after {
        Some(after) => after.0,
        // Nothing is reckoned from it.
        None if on_record_only => crate::Term::SameDay,
        None => {
            return Err(fault(
                "the term from the day the condition is met is missing (after)",
            ));
        }
    };
    let some = |count: Spanned<i64>| match u32::try_from(*count.get_ref()) {
        Ok(n) if n > 0 => Ok(n),
        Ok(_) | Err(_) => {
            let what = format!(
                "no treaty enters into force on {} instruments",
                count.get_ref()
            );
            Err(Fault(what, Some(count.span())))
        }
    };
    let requirement = match (file.number, file.named, file.others, file.on_record_only) {
        (Some(number), None, None, None) => Requirement::Number(some(number)?),
        (None, Some(named), others, None) => {
            let list = file
                .list
                .ok_or_else(|| fault("the list has no name (list)"))?;
            let participants = distinct(named)?;
            match others {
                Some(others) => Requirement::NamedAndNumber {
                    list,
                    participants,
                    others: some(others)?,
                },
                None => Requirement::Named { list, participants },
            }
        }
        (None, None, None, Some(what)) => Requirement::OnRecordOnly { what },
        (_, _, _, _) => {
            return Err(fault(
                "the condition is one of: number; list with named; list with named and others; \
                 on-record-only",
            ));
        }
    };
    Ok(EntryIntoForce {
        article: file.article,
        counts: file.counts,
        requirement,
        after,
        not_before: file.not_before.map(|term| term.into_inner().0),
        reached: file.reached.as_ref().map(sourced_day),
    })
}

/// The list as written, if it names somebody and nobody twice.
fn distinct(named: Spanned<Vec<ParticipantId>>) -> Result<Vec<ParticipantId>, Fault> {
    let mut seen = BTreeSet::new();
    let twice = named.get_ref().iter().find(|id| !seen.insert(**id));
    match twice {
        Some(id) => Err(Fault(format!("`{id}` is named twice"), Some(named.span()))),
        None if seen.is_empty() => Err(Fault(
            "the list names nobody".to_owned(),
            Some(named.span()),
        )),
        None => Ok(named.into_inner()),
    }
}

fn later_joiner(file: LaterJoinerFile) -> LaterJoiner {
    LaterJoiner {
        article: file.article,
        switch: match file.switch {
            SwitchFile::Threshold => Switch::Threshold,
            SwitchFile::EntryIntoForce => Switch::EntryIntoForce,
        },
        after: file.after.0,
        presumes: file.presumes,
    }
}

fn withdrawal(file: WithdrawalFile) -> Withdrawal {
    Withdrawal {
        article: file.article,
        after: file.after.map(|term| term.0),
        armed_conflict_holds: file.armed_conflict_holds,
    }
}

fn duty(file: DutyFile) -> Result<Duty, Fault> {
    Ok(Duty {
        article: file.article.into_inner(),
        what: file.what,
        what_fr: file.what_fr,
        who: file.who,
        when: when(file.when)?,
        extension: file.extension.map(|clause| Extension {
            article: clause.article,
            at_most: clause.at_most.0,
            renewable: clause.renewable,
        }),
        record_complete: file.record_complete,
        political: file.political,
    })
}

fn when(file: WhenFile) -> Result<When, Fault> {
    Ok(match file {
        WhenFile::FromEntryIntoForceForState(term) => When::FromEntryIntoForceForState(term.0),
        WhenFile::FromEntryIntoForce(term) => When::FromEntryIntoForce(term.0),
        WhenFile::Yearly(yearly) => {
            let at = yearly.span();
            let YearlyFile {
                month,
                day,
                first_after_years,
            } = yearly.into_inner();
            // 2001 is no leap year: a yearly day must exist in every year.
            if Date::new(2001, month, day).is_err() {
                let what = format!("day {day} of month {month} does not come every year");
                return Err(Fault(what, Some(at)));
            }
            if !(0..=100).contains(&first_after_years) {
                let what = "first-after-years is a number of years from 0 to 100".to_owned();
                return Err(Fault(what, Some(at)));
            }
            When::Yearly {
                month,
                day,
                first_after_years,
            }
        }
        WhenFile::FromEvent(event) => When::FromEvent {
            event: event.event,
            after: event.after.map(|term| term.0),
        },
        WhenFile::Continuing => When::Continuing,
    })
}
