//! Where something was said or done, as a sentence goes on with it.

use words::{Arg, FORA, Words};
use world::view::{Venue, VenueMeeting, Way};

/// Fora in the order of the list, meetings and others after them, joined.
pub(crate) fn venues(words: &Words, venues: &[Venue]) -> String {
    let mut venues: Vec<_> = venues.iter().collect();
    venues.sort_by_key(|venue| {
        let known = venue.forum.as_deref();
        let place = known.and_then(|code| FORA.iter().position(|forum| *forum == code));
        place.unwrap_or(FORA.len())
    });
    let said: Vec<_> = venues.into_iter().map(|one| venue(words, one)).collect();
    words.joined(&said)
}

fn venue(words: &Words, venue: &Venue) -> String {
    // A name that stands for the place alone says it better than the list of fora.
    if let Some(at) = venue.whom.as_deref().and_then(|whom| words.phrase_at(whom)) {
        return at.to_owned();
    }
    let at = match (&venue.meeting, &venue.forum) {
        (Some(one), _) => meeting(words, one),
        (None, Some(code)) => forum(words, code),
        (None, None) => {
            let whom = venue.whom.as_deref().unwrap_or_default();
            let whom = words.phrase_or_quoted(whom);
            return words.text_with("report-at-whom", &[("whom", whom.into())]);
        }
    };
    match venue.whom.as_deref().filter(|whom| says_more(venue, whom)) {
        Some(whom) => {
            let whom = words.phrase_or_quoted(whom);
            words.text_with(
                "report-at-more",
                &[("at", at.into()), ("whom", whom.into())],
            )
        }
        None => at,
    }
}

/// Whether a name says more than the forum whose name it is. Records are mostly in English, and so is the
/// list they are compared with.
fn says_more(venue: &Venue, whom: &str) -> bool {
    let Some(code) = &venue.forum else {
        return false;
    };
    let forum = forum(Words::for_lang(treaty::Lang::En), code).to_lowercase();
    let whom = whom.to_lowercase();
    !forum.contains(whom.strip_prefix("the ").unwrap_or(&whom))
}

fn forum(words: &Words, code: &str) -> String {
    match words.find(&format!("report-at-forum-{code}")) {
        Some(text) => text.into_owned(),
        None => words.text_with(
            "report-at-forum-other",
            &[("name", words.phrase_or_quoted(code).into())],
        ),
    }
}

fn meeting(words: &Words, one: &VenueMeeting) -> String {
    let short = words
        .find(&format!("report-short-{}", one.treaty))
        .unwrap_or_else(|| one.short.as_str().into());
    let number = one.number.as_deref().unwrap_or_default();
    // A session is numbered by the conference that it prepares: `11RC-1`.
    if let Some((of, session)) = number.split_once("RC-")
        && let (Ok(of), Ok(session)) = (of.parse(), session.parse())
        && one.kind == "PrepCom"
    {
        return words.text_with(
            "report-at-prepcom-session",
            &[
                ("session", Arg::Count(session)),
                ("n", Arg::Count(of)),
                ("short", short.into()),
            ],
        );
    }
    let key = format!("report-at-{}", one.kind.to_ascii_lowercase());
    match (words.has(&key), number.parse::<u64>()) {
        (true, n) if n.is_ok() || number.is_empty() => words.text_with(
            &key,
            &[("n", Arg::Count(n.unwrap_or(0))), ("short", short.into())],
        ),
        (true | false, _) => {
            let kind = words.find(&format!("meeting-{}", one.kind.to_ascii_lowercase()));
            let kind = kind.unwrap_or_else(|| one.kind.as_str().into());
            let kind = format!("{kind} {number}").trim_end().to_owned();
            words.text_with(
                "report-at-meeting",
                &[("kind", kind.into()), ("short", short.into())],
            )
        }
    }
}

/// Cities first, in one go, and then the other channels.
pub(crate) fn ways(words: &Words, ways: &[Way]) -> String {
    let mut cities: Vec<String> = Vec::new();
    let mut others: Vec<String> = Vec::new();
    for way in ways {
        let (all, said) = match city(words, way) {
            Some(city) => {
                let said = words.text_with("report-city", &[("city", city.into())]);
                (&mut cities, said)
            }
            None => (&mut others, channel(words, way)),
        };
        if !said.is_empty() && !all.contains(&said) {
            all.push(said);
        }
    }
    let cities = (!cities.is_empty()).then(|| {
        let cities = words.joined(&cities);
        words.text_with("report-cities", &[("cities", cities.into())])
    });
    let said: Vec<_> = cities.into_iter().chain(others).collect();
    words.joined(&said)
}

/// The city that is meant, where one is.
fn city(words: &Words, way: &Way) -> Option<String> {
    let channel = way.channel.as_deref();
    let named = channel.and_then(|code| words.find(&format!("report-city-{code}")));
    if let Some(city) = named {
        return Some(city.into_owned());
    }
    let in_a_city = channel.is_none_or(|code| code.starts_with("capital_"));
    let place = way.place.as_deref().filter(|_| in_a_city)?;
    Some(words.phrase(place).unwrap_or(place).to_owned())
}

fn channel(words: &Words, way: &Way) -> String {
    let Some(code) = &way.channel else {
        return String::new();
    };
    let named = format!("report-way-{code}-named");
    match way.place.as_deref().filter(|_| words.has(&named)) {
        Some(place) => {
            let place = words.phrase(place).unwrap_or(place);
            words.text_with(&named, &[("place", place.into())])
        }
        None => words.text(&format!("report-way-{code}")).into_owned(),
    }
}
