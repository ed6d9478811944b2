//! What single fields of a form say, or why that cannot be taken; and the words there are to choose from.

use std::str::FromStr;

use treaty::{PartialDate, ParticipantId, Source};
use words::Words;

use crate::asked::{Asked, short};
use crate::coded::Coded;
use crate::door::form::Fields;
use crate::frame::Frame;
use crate::part::is_web;

/// The longest text of one line, in characters.
pub(super) const LINE: usize = 400;

/// What stands between several States in a field.
pub(super) const BETWEEN: char = ';';

/// Why something was not taken: the key of what is said, and of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slip {
    pub(super) key: &'static str,
    pub(super) what: String,
}

impl Slip {
    pub(super) fn of(key: &'static str, what: impl Into<String>) -> Slip {
        let what = what.into();
        Slip { key, what }
    }

    /// In words.
    pub(super) fn told(&self, words: &Words) -> String {
        words.text_with(self.key, &[("what", self.what.as_str().into())])
    }
}

impl From<&'static str> for Slip {
    fn from(key: &'static str) -> Slip {
        Slip::of(key, String::new())
    }
}

/// A word to choose.
pub(super) struct Choice {
    pub(super) code: String,
    pub(super) name: String,
}

/// Every word of a list.
pub(super) fn choices<C: Coded>(p: &Frame) -> Vec<Choice> {
    let all = C::EVERY.iter();
    all.map(|code| Choice {
        code: code.to_string(),
        name: code.said(p.w).into_owned(),
    })
    .collect()
}

/// A word of a list; nothing where nothing was chosen.
pub(super) fn code<C: FromStr>(fields: &Fields, name: &str) -> Result<Option<C>, &'static str> {
    match fields.get(name) {
        "" => Ok(None),
        given => given
            .parse()
            .map(Some)
            .map_err(|_no_word| "campaign-record-no-word"),
    }
}

/// A day, a month or a year; nothing where nothing was written.
pub(super) fn day(fields: &Fields, name: &str) -> Result<Option<PartialDate>, &'static str> {
    match fields.get(name).trim() {
        "" => Ok(None),
        given => given
            .parse()
            .map(Some)
            .map_err(|_no_day| "campaign-record-bad-day"),
    }
}

/// What surely ends before it begins is not taken.
pub(super) fn forwards(
    from: Option<PartialDate>,
    until: Option<PartialDate>,
) -> Result<(), &'static str> {
    match from.zip(until) {
        Some((from, until)) if until.latest() < from.earliest() => Err("rec-slip-backwards"),
        Some(_) | None => Ok(()),
    }
}

/// A text; nothing where nothing was written.
pub(super) fn text(fields: &Fields, name: &str) -> Option<String> {
    let given = fields.get(name).trim();
    (!given.is_empty()).then(|| given.to_owned())
}

/// A text of one line.
pub(super) fn line(fields: &Fields, name: &str) -> Result<Option<String>, Slip> {
    let text = text(fields, name);
    match &text {
        Some(long) if long.chars().count() > LINE => {
            Err(Slip::of("written-too-long", LINE.to_string()))
        }
        Some(_) | None => Ok(text),
    }
}

/// The names that a field names, one by one.
pub(super) fn names(given: &str) -> impl Iterator<Item = &str> {
    let named = given.split(BETWEEN).map(str::trim);
    named.filter(|name| !name.is_empty())
}

/// A State by its code or any of its names.
pub(super) fn state(asked: &Asked, name: &str) -> Option<ParticipantId> {
    let world = &asked.world;
    let code = name.to_ascii_uppercase().parse().ok();
    let code = code.filter(|id| world.participant(*id).is_some());
    code.or_else(|| world.find_participant(name))
}

/// The States that a field names.
pub(super) fn states(asked: &Asked, given: &str) -> Result<Vec<ParticipantId>, Slip> {
    let found = names(given).map(|name| {
        state(asked, name).ok_or_else(|| Slip::of("rec-slip-state-unknown", short(name)))
    });
    found.collect()
}

/// The document that it rests on; nothing where none is named.
pub(super) fn document(fields: &Fields) -> Result<Option<Source>, Slip> {
    let (url, place) = (
        line(fields, "document-url")?,
        line(fields, "document-place")?,
    );
    let Some(title) = line(fields, "document")? else {
        if url.is_some() || place.is_some() {
            return Err("document-not-named".into());
        }
        return Ok(None);
    };
    if url.as_deref().is_some_and(|url| !is_web(url)) {
        return Err("document-no-web".into());
    }
    Ok(Some(Source {
        url,
        place,
        ..Source::cited(title)
    }))
}
