//! What templates ask a page's frame to say: texts, names, days, and the small parts made of them.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use treaty::clause::Duty;
use treaty::{Because, Lang, PartialDate, ParticipantId, TreatyId};
use words::{Arg, Words};
use world::view::{DutyState, SourceRef, Standing};

use super::Frame;
use crate::keys;
use crate::keys::Of;
use crate::paging::Part;
use crate::part::{Cite, Day, DutyChip, Name, Prose, Steps, Word};

/// Texts.
impl Frame {
    pub(crate) fn t(&self, key: &str) -> Cow<'_, str> {
        self.w.text(key)
    }

    /// What stands between a label and what it says.
    pub(crate) fn colon(&self) -> String {
        self.w.colon()
    }

    /// What stands between the items of a list that have commas of their own.
    pub(crate) fn semicolon(&self) -> String {
        self.w.semicolon()
    }

    /// A text with a number in it, `$n`.
    pub(crate) fn tn(&self, key: &str, n: impl Of<usize>) -> String {
        self.w.text_with(key, &[("n", n.of().into())])
    }

    /// A text with one value in it, `$what`.
    pub(crate) fn tw(&self, key: &str, what: &str) -> String {
        self.w.text_with(key, &[("what", what.into())])
    }

    /// By whom an entry is. Of a person the record has a number alone, which is shown to nobody: who is
    /// signed in reads the name, and anyone that it is a person.
    pub(crate) fn author(&self, author: &str) -> String {
        if !crate::door::is_person(author) {
            return author.to_owned();
        }
        let known = self.names.get(author).cloned();
        known.unwrap_or_else(|| self.t("author-person").into_owned())
    }

    pub(crate) fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.w.text_with(key, args)
    }

    pub(crate) fn number(&self, n: &u64) -> String {
        self.w.number(*n)
    }

    /// The name of a kind of act, in the reader's language.
    pub(crate) fn kind(&self, kind: &treaty::Kind) -> Word<'_> {
        self.word(words::kind_key(*kind))
    }

    /// A term of treaties, marked with its language where the page is in another one.
    pub(crate) fn word(&self, key: &str) -> Word<'_> {
        let term = self.w.term(key);
        let foreign = (term.lang != self.w.text_lang()).then_some(term.lang);
        Word {
            text: term.text,
            lang: foreign,
        }
    }

    /// A day in full, without markup.
    pub(crate) fn long(&self, day: &Date) -> String {
        self.w.date(*day)
    }

    /// A moment in full, in UTC.
    pub(crate) fn moment(&self, moment: &Timestamp) -> String {
        self::moment(self.w, *moment)
    }
}

/// A moment, to the minute, in UTC.
pub(crate) fn moment(words: &Words, moment: Timestamp) -> String {
    let civil = TimeZone::UTC.to_datetime(moment);
    let day = words.date(civil.date());
    let time = format!("{:02}:{:02}", civil.hour(), civil.minute());
    words.text_with("moment", &[("day", day.into()), ("time", time.into())])
}

/// Parts, and the names of things.
impl Frame {
    pub(crate) fn day(&self, day: &Date) -> Day {
        Day {
            iso: day.to_string(),
            text: self.w.date(*day),
        }
    }

    pub(crate) fn partial(&self, date: &PartialDate) -> Day {
        Day {
            iso: date.to_string(),
            text: self.w.partial_date(*date),
        }
    }

    pub(crate) fn letter(&self, standing: impl Of<Standing>) -> Cow<'_, str> {
        self.w.text(keys::standing(standing).letter)
    }

    pub(crate) fn duty_chip(&self, state: impl Of<DutyState>) -> DutyChip<'_> {
        let (class, label, letter) = keys::duty(state.of());
        DutyChip {
            class,
            letter: self.w.text(letter),
            label: self.w.text(label),
        }
    }

    pub(crate) fn steps(&self, because: &Because) -> Steps {
        // Steps name participants by code or, where one acted under a name of then, in English.
        let name = |said: &str| self.name_of(said).or_else(|| self.translated(said));
        Steps(
            because
                .steps()
                .iter()
                .map(|step| self.w.step(step, &name))
                .collect(),
        )
    }

    pub(crate) fn cite<'f>(&'f self, source: &'f SourceRef) -> Cite<'f> {
        Cite { p: self, source }
    }

    /// Text of a reference, with what is code in it set off.
    pub(crate) fn prose<'t>(&self, text: &'t str) -> Prose<'t> {
        Prose(text)
    }

    /// A name, marked with its language where the page is in another one.
    pub(crate) fn name<'n>(&self, name: &'n str) -> Name<'n> {
        let lang = self.w.lang();
        let foreign = (lang != self.w.text_lang()).then_some(lang);
        Name {
            text: name,
            lang: foreign,
        }
    }

    /// The name of a participant, or its code where it has none.
    pub(crate) fn name_or_code(&self, id: &ParticipantId) -> String {
        self.name_of(id.as_str()).unwrap_or_else(|| id.to_string())
    }

    /// The name of a group in the reader's language; groups without a text go by their own name.
    pub(crate) fn group<'g>(&'g self, name: &'g str) -> Cow<'g, str> {
        self.w.group(name)
    }

    /// What a duty asks, in the reader's language where the file has it.
    pub(crate) fn duty_text<'d>(&self, duty: &'d Duty) -> &'d str {
        match (self.w.text_lang(), &duty.what_fr) {
            (Lang::Fr, Some(text)) => text,
            (Lang::Fr | Lang::Ar | Lang::En | Lang::Es | Lang::Ru | Lang::Zh, _) => &duty.what,
        }
    }

    /// What kind of entry it is.
    pub(crate) fn body_kind<'k>(&'k self, kind: &'k str) -> Cow<'k, str> {
        self.w
            .find(&format!("body-{}", kind.replace('_', "-")))
            .unwrap_or(Cow::Borrowed(kind))
    }

    /// What a participant known by this English name is called in the reader's language.
    fn translated(&self, name: &str) -> Option<String> {
        let found = self.world.find_participant(name)?;
        let names = &self.world.participant(found)?.names;
        (names.get(Lang::En) == name).then(|| names.get(self.w.lang()).to_owned())
    }

    pub(super) fn name_of(&self, code: &str) -> Option<String> {
        let id = code.parse().ok()?;
        let participant = self.world.participant(id)?;
        Some(participant.names.get(self.w.lang()).to_owned())
    }

    /// The short name of a treaty.
    pub(crate) fn short(&self, treaty: &TreatyId) -> String {
        self.world
            .treaty(treaty.as_str())
            .map_or_else(|| treaty.to_string(), |law| law.short.clone())
    }

    /// Which rows of a long list the page shows.
    pub(crate) fn part_shown(&self, part: &Part) -> String {
        let first = part.after.unwrap_or(0).saturating_add(1);
        let last = part.after.unwrap_or(0).saturating_add(part.rows);
        let args = [
            ("first", first.into()),
            ("last", last.into()),
            ("total", part.total.into()),
        ];
        self.w.text_with("page-shown", &args)
    }
}
