//! What a person types: days, moments, treaties, States. What is not understood is wrong usage,
//! told with what was expected or what comes nearest.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use ledger::body::Team;
use ledger::{Audience, EntryRef};
use treaty::{Law, PartialDate, ParticipantId};
use world::{Viewer, World};

use crate::failure::Failure;
use crate::render::long_date;

/// A day of the calendar, as `2011-09-21`.
///
/// # Errors
///
/// What was expected instead.
pub(super) fn day(text: &str) -> Result<Date, String> {
    match text.parse() {
        Ok(PartialDate::Day(day)) => Ok(day),
        Ok(PartialDate::Month(..) | PartialDate::Year(_)) => Err(format!(
            "a day is needed, as in {text}{}",
            if text.len() == 4 { "-09-21" } else { "-21" }
        )),
        Err(_) => Err(not_a_day(text)),
    }
}

/// Why `text` is no day: it is not in the calendar, or not written as one.
fn not_a_day(text: &str) -> String {
    let mut parts = text.splitn(3, '-').map(str::parse::<i16>);
    if let (Some(Ok(year)), Some(Ok(month)), Some(Ok(_)), 10) =
        (parts.next(), parts.next(), parts.next(), text.len())
        && year >= 1000
        && let Ok(month) = i8::try_from(month)
        && let Ok(first) = Date::new(year, month, 1)
    {
        let last = first.last_of_month();
        return format!(
            "it is not in the calendar: the last day of that month is {last} ({})",
            long_date(last)
        );
    }
    "write a day of the calendar as year-month-day, as in 2011-09-21 (years 1000 to 9999)"
        .to_owned()
}

/// A moment of knowledge: RFC 3339, or a day, which stands for its end in UTC.
///
/// # Errors
///
/// What was expected instead.
pub(super) fn moment(text: &str) -> Result<Timestamp, String> {
    if let Ok(moment) = text.parse::<Timestamp>() {
        return Ok(moment);
    }
    // As tables print it, to the second, whose end it stands for: `2026-11-21 21:55:52 UTC`.
    let printed = text.strip_suffix(" UTC").map(|text| format!("{text}Z"));
    if let Some(Ok(second)) = printed.map(|text| text.parse::<Timestamp>()) {
        let rest = jiff::SignedDuration::from_nanos(999_999_999);
        return Ok(second.checked_add(rest).unwrap_or(Timestamp::MAX));
    }
    let day = day(text).map_err(|why| {
        format!("{why}; or write a moment with its offset, as in 2026-11-21T12:00:00Z or '2026-11-21 12:00:00 UTC'")
    })?;
    let end = day.tomorrow().and_then(|next| next.to_zoned(TimeZone::UTC));
    // A nanosecond before the next day begins; on the calendar's last day there is no next.
    Ok(end.map_or(Timestamp::MAX, |end| {
        end.timestamp()
            .checked_sub(jiff::SignedDuration::from_nanos(1))
            .unwrap_or(Timestamp::MIN)
    }))
}

/// A supposed deposit, as `CHN=2027-02-01`.
///
/// # Errors
///
/// What was expected instead.
pub(super) fn supposition(text: &str) -> Result<(String, Date), String> {
    match text.split_once('=') {
        Some((state, on)) if !state.trim().is_empty() => {
            Ok((state.trim().to_owned(), day(on)?))
        }
        Some(_) | None => Err("write a State and a day, as in CHN=2027-02-01".to_owned()),
    }
}

/// Refuses a period that ends before it begins.
///
/// # Errors
///
/// Wrong usage.
pub(super) fn in_order(from: Date, to: Date) -> Result<(), Failure> {
    if from <= to {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "the period ends on {to}, before it begins on {from}"
    ))
    .hint("give the earlier day to --from and the later one to --to"))
}

/// The treaty that `name` names.
///
/// # Errors
///
/// Wrong usage, with the names that come nearest.
pub(super) fn treaty<'w>(world: &'w World, name: &str) -> Result<&'w Law, Failure> {
    world.treaty(name).ok_or_else(|| {
        let nearest: Vec<_> = world
            .nearest_treaties(name)
            .iter()
            .map(|id| format!("`{id}`"))
            .collect();
        let failure = Failure::usage(format!("no treaty here is called `{}`", shortened(name)));
        let failure = match nearest.as_slice() {
            [] => failure,
            nearest => failure.hint(nearest_are(nearest)),
        };
        failure.hint("`accede treaty list` lists them; `accede treaty add FILE` adds one")
    })
}

/// The participant that `name` names: a code, or a name in any of the six languages.
///
/// # Errors
///
/// Wrong usage, with the names that come nearest.
pub(super) fn state(world: &World, name: &str) -> Result<ParticipantId, Failure> {
    world.find_participant(name).ok_or_else(|| {
        let nearest: Vec<_> = world
            .nearest_participants(name)
            .iter()
            .map(|(id, name)| format!("`{id}` {name}"))
            .collect();
        let failure = Failure::usage(format!("no participant is called `{}`", shortened(name)));
        match nearest.as_slice() {
            [] => failure.hint("use its ISO 3166-1 alpha-3 code, or its name"),
            nearest => failure.hint(nearest_are(nearest)),
        }
    })
}

fn nearest_are(names: &[String]) -> String {
    let are = if names.len() == 1 { "is" } else { "are" };
    format!("nearest {are} {}", names.join(", "))
}

/// What a person typed, as far as it can be read at a glance.
fn shortened(text: &str) -> String {
    const SHOWN: usize = 80;
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

/// A text that says something.
///
/// # Errors
///
/// What was expected instead.
pub(super) fn words(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("say something".to_owned()),
        words => Ok(words.to_owned()),
    }
}

/// The number of an entry, as `4711` or `#4711`.
///
/// # Errors
///
/// What was expected instead.
pub(super) fn entry(text: &str) -> Result<EntryRef, String> {
    text.trim_start_matches('#')
        .parse()
        .ok()
        .filter(|name: &EntryRef| name.public() != Some(0))
        .ok_or_else(|| {
            "write the number of an entry, as `accede changes` and --json show it; of one that \
             is not public, its id"
                .to_owned()
        })
}

/// Who may see an entry: `public`, `signed-in`, or teams.
///
/// # Errors
///
/// What was expected instead.
pub(super) fn audience(text: &str) -> Result<Audience, String> {
    match text {
        "public" => return Ok(Audience::Public),
        "signed-in" => return Ok(Audience::SignedIn),
        _ => {}
    }
    let teams: Vec<_> = text.split(',').map(str::trim).collect();
    match teams.iter().find(|team| !Team::is_id(team)) {
        Some(wrong) => Err(format!(
            "`{wrong}` is no id of a team: write `public`, `signed-in`, or ids of teams (2 to 40 of a-z, 0-9 and inner hyphens) with commas between them"
        )),
        None => Audience::of_teams(teams).map_err(|error| error.to_string()),
    }
}

/// Whose world is asked: that of anyone, of anyone signed in, or of the teams named.
///
/// # Errors
///
/// What was expected instead.
pub(super) fn viewer(text: &str) -> Result<Viewer, String> {
    Ok(match audience(text)? {
        Audience::Public => Viewer::public(),
        Audience::SignedIn => Viewer::member(<[String; 0]>::default()),
        Audience::Teams(teams) => Viewer::member(teams),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_is_not_in_the_calendar_says_which_is_the_last() {
        let why = day("2023-02-31").unwrap_err();
        assert_eq!(
            why,
            "it is not in the calendar: the last day of that month is 2023-02-28 (28 February 2023)"
        );
        for text in [
            "2023-13-01",
            "31.2.2023",
            "2023-2-3",
            "today",
            "",
            "2023-02-28T00:00",
        ] {
            assert!(day(text).unwrap_err().starts_with("write a day"), "{text}");
        }
        assert_eq!(
            day("2023-02").unwrap_err(),
            "a day is needed, as in 2023-02-21"
        );
    }

    #[test]
    fn a_day_of_knowledge_lasts_to_its_end_in_utc() {
        assert_eq!(
            moment("2026-11-21").unwrap().to_string(),
            "2026-11-21T23:59:59.999999999Z"
        );
        assert_eq!(
            moment("2026-11-21T12:00:00+02:00").unwrap().to_string(),
            "2026-11-21T10:00:00Z"
        );
        assert!(
            moment("2026-11-21T12:00:00").is_err(),
            "a moment without its offset"
        );
        moment("9999-12-31").unwrap();
    }

    #[test]
    fn a_supposition_has_a_state_and_a_day() {
        assert_eq!(
            supposition("Côte d'Ivoire=2027-02-01").unwrap().0,
            "Côte d'Ivoire"
        );
        for text in ["CHN", "=2027-02-01", "CHN=2027-02-30", "CHN="] {
            assert!(supposition(text).is_err(), "{text}");
        }
    }
}
