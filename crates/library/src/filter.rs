//! Which documents have a value.

use treaty::Symbol;

use crate::analysis::{fold, spans};
use crate::ask::{Ask, Field, Filter};
use crate::bits::Bits;
use crate::language::primary;
use crate::reading::Segment;
use crate::shelf::day_number;

/// The documents of a segment that a filter lets through.
pub(crate) fn holding(segment: &Segment, filter: &Filter) -> Bits {
    let value = filter.value.as_str();
    match filter.field {
        // A document of which the month is known may lie on either side of a day, and is let through.
        Field::From => dated(segment, value, |(_, latest), (from, _)| latest >= from),
        Field::To => dated(segment, value, |(earliest, _), (_, to)| earliest <= to),
        Field::Meeting => {
            let mut found = named(segment, "meeting", &|other| fold(other) == fold(value));
            found.add(&named(segment, "meeting-title", &|other| {
                has_words(other, value)
            }));
            found
        }
        Field::Speaker => named(segment, "speaker", &|other| has_words(other, value)),
        Field::Place => named(segment, "place", &|other| has_words(other, value)),
        Field::Symbol => named(segment, "symbol", &|other| is_symbol(other, value)),
        Field::Language => named(segment, "language", &|other| other == primary(value)),
        Field::State => named(segment, "state", &|other| fold(other) == fold(value)),
        Field::Group => named(segment, "group", &|other| fold(other) == fold(value)),
        Field::Theme => named(segment, "theme", &|other| fold(other) == fold(value)),
        Field::Treaty => named(segment, "treaty", &|other| fold(other) == fold(value)),
        Field::Kind => named(segment, "kind", &|other| fold(other) == fold(value)),
        Field::Year => named(segment, "year", &|other| other == value),
    }
}

/// What begins where the letters of the symbol asked for end must be another part of it: `WP.5` is not `WP.50`.
fn is_symbol(symbol: &str, asked: &str) -> bool {
    let plain = |text: &str| {
        let known = text.parse::<Symbol>();
        let text = known.map_or_else(|_| text.to_owned(), |symbol| symbol.as_str().to_owned());
        fold(&text)
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
    };
    plain(symbol)
        .strip_prefix(&plain(asked))
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether the words asked for stand one after another in a name.
fn has_words(name: &str, asked: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        spans(text)
            .map(|span| fold(&text[span.from..span.to]))
            .collect()
    };
    let (name, asked) = (words(name), words(asked));
    !asked.is_empty() && name.windows(asked.len()).any(|some| some == asked)
}

fn dated(
    segment: &Segment,
    value: &str,
    lets: impl Fn((i64, i64), (i64, i64)) -> bool,
) -> Bits {
    let mut found = Bits::none(segment.len);
    let Some(date) = Ask::date(value) else {
        return found;
    };
    let asked = (day_number(date.earliest()), day_number(date.latest()));
    for doc in segment.live.iter() {
        if segment.days[doc].is_some_and(|days| lets(days, asked)) {
            found.insert(doc);
        }
    }
    found
}

/// The documents with a value in a column that `is` says yes to.
fn named(segment: &Segment, column: &str, is: &dyn Fn(&str) -> bool) -> Bits {
    let mut found = Bits::none(segment.len);
    let Some(column) = segment.column(column) else {
        return found;
    };
    let wanted: Vec<bool> = column.values.iter().map(|value| is(value)).collect();
    if wanted.contains(&true) {
        for doc in segment.live.iter() {
            if column.places(doc).any(|at| wanted[at]) {
                found.insert(doc);
            }
        }
    }
    found
}
