#![doc = include_str!("../README.md")]

mod place;

use std::borrow::Cow;

use words::{Arg, Case, List, Words};
use world::sheet::in_tenths;
use world::view::{CodeList, Instrument, Said, Sentence};

/// A number beyond this is a year or something else, not a place in a series.
const LAST_COUNTED: i64 = 60;

/// What a sentence says, in a language.
pub fn say(words: &Words, sentence: &Sentence) -> String {
    let of = sentence.of.iter();
    let args: Vec<_> = of.map(|(name, said)| (*name, arg(words, said))).collect();
    words.text_with(sentence.says, &args)
}

/// What stands in a cell of a table, in a language: States as lists name them, the rest as sentences do.
pub fn cell(words: &Words, said: &Said) -> String {
    match arg(words, said) {
        Arg::Text(text) => text.into_owned(),
        Arg::Clause(text) => text,
        Arg::Number(n) => n.to_string(),
        Arg::Count(n) => words.number(n),
        Arg::Date(day) => words.partial_date(day),
        Arg::Period(from, to) if from == to => words.partial_date(from),
        Arg::Period(from, to) => {
            format!("{} – {}", words.partial_date(from), words.partial_date(to))
        }
        Arg::States(states) => words.states(&states, Case::List),
        Arg::Noun(key) => words.text(key).into_owned(),
    }
}

/// Points or a value: `11.4`, in French `11,4`, with a proper minus.
pub fn tenths(words: &Words, tenths: i32) -> String {
    let decimal = words.text("next-decimal");
    in_tenths(tenths).replace('.', &decimal).replace('-', "−")
}

fn arg<'s>(words: &Words, said: &'s Said) -> Arg<'s> {
    match said {
        Said::Number(number) => Arg::Count((*number).into()),
        Said::Day(day) => Arg::Date(*day),
        Said::Period { from, to } => Arg::Period(*from, *to),
        Said::Code { list, code } => words.code(of(*list), code).into_owned().into(),
        Said::Codes { list, codes } => {
            let codes = codes
                .iter()
                .map(|code| words.code(of(*list), code).into_owned());
            words.joined(&codes.collect::<Vec<_>>()).into()
        }
        Said::Act(kind) => words.kind(*kind).into_owned().into(),
        Said::Names(names) => words.joined(names).into(),
        Said::States(states) => {
            let states = states.iter().map(|state| (state.iso3, state.name.as_str()));
            Arg::States(words.in_order(states))
        }
        Said::Group(group) => words.group(group).into_owned().into(),
        Said::Meeting {
            short,
            kind,
            number,
        } => meeting(words, short, kind, number.as_deref()).into(),
        Said::Text(text) => text.as_str().into(),
        Said::Treaty(instrument) => Arg::Noun(match instrument {
            Instrument::Treaty => "report-treaty",
            Instrument::Convention => "report-convention",
            Instrument::Protocol => "report-protocol",
            Instrument::Amendment => "report-amendment",
        }),
        Said::Keys(keys) => {
            let texts: Vec<_> = keys.iter().map(|key| words.text(key)).collect();
            words.joined(&texts).into()
        }
        Said::Phrases(phrases) => {
            let texts: Vec<_> = phrases
                .iter()
                .map(|one| words.phrase_or_quoted(one))
                .collect();
            words.joined(&texts).into()
        }
        Said::Quoted(quoted) => {
            let texts: Vec<_> = quoted.iter().map(|one| words.quoted(one)).collect();
            words.joined(&texts).into()
        }
        Said::Titles(titles) => {
            let titles: Vec<_> = titles.iter().map(|one| title(words, one)).collect();
            words.joined(&titles).into()
        }
        Said::Person { name, capacity } => person(words, name, capacity.as_deref()).into(),
        Said::Venues(venues) => Arg::Clause(place::venues(words, venues)),
        Said::Ways(ways) => Arg::Clause(place::ways(words, ways)),
    }
}

/// A title in quotation marks; the symbol before it stands without.
fn title(words: &Words, title: &str) -> String {
    let parted = title.split_once(", ");
    match parted.filter(|(symbol, _)| symbol.contains('/') && !symbol.contains(' ')) {
        Some((symbol, title)) => {
            let title = words.phrase(title).unwrap_or(title);
            words.text_with(
                "report-titled",
                &[("symbol", symbol.into()), ("title", title.into())],
            )
        }
        None => words.quoted(title),
    }
}

fn person(words: &Words, name: &str, capacity: Option<&str>) -> String {
    let Some(capacity) = capacity else {
        return name.to_owned();
    };
    let functions: Vec<_> = capacity
        .split(';')
        .map(str::trim)
        .filter(|one| !one.is_empty())
        .map(|one| words.phrase(one).unwrap_or(one))
        .collect();
    words.text_with(
        "report-person",
        &[
            ("name", name.into()),
            ("capacity", words.joined(&functions).into()),
        ],
    )
}

fn of(list: CodeList) -> List {
    match list {
        CodeList::Ballot => List::Ballot,
        CodeList::Channel => List::Channel,
        CodeList::Kind => List::Kind,
        CodeList::Level => List::Level,
        CodeList::Obstacle => List::Obstacle,
        CodeList::Outcome => List::Outcome,
        CodeList::Pledge => List::Pledge,
        CodeList::Stage => List::Stage,
        CodeList::Step => List::Step,
        CodeList::Support => List::Support,
    }
}

fn meeting(words: &Words, short: &str, kind: &str, number: Option<&str>) -> String {
    let called = words.find(&format!("meeting-{}", kind.to_ascii_lowercase()));
    let known = called.is_some();
    let called = called.unwrap_or(Cow::Borrowed(kind));
    let nth = number.and_then(|number| number.parse().ok());
    let nth = nth.filter(|n| known && (1..=LAST_COUNTED).contains(n));
    let name = match (nth, number) {
        (Some(n), _) => words.text_with(
            "meeting-nth",
            &[("n", Arg::Number(n)), ("kind", called.into())],
        ),
        (None, Some(number)) => format!("{called} {number}"),
        (None, None) => called.into_owned(),
    };
    words.text_with(
        "next-meeting",
        &[("short", short.into()), ("meeting", name.into())],
    )
}

#[cfg(test)]
mod tests;
