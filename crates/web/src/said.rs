//! How things are called for the reader: a treaty's own terms, kinds of meeting, and the mark on
//! what stands in English in the record and has no other words.

use askama::Template;
use askama::filters::HtmlSafe;
use treaty::{Lang, Law, TreatyId};
use world::view::{Standing, YearlyDeadline};

use crate::frame::Frame;
use crate::keys::{self, Of};
use crate::part::{Chip, Name, Word};

/// The attribute of an element whose text is English; nothing on an English page.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% if self.0 %} lang="en" dir="ltr"{% endif %}"#
)]
pub(crate) struct InEnglish(bool);

impl HtmlSafe for InEnglish {}

impl Frame {
    /// For the start tag of an element whose text is English in the record.
    pub(crate) fn en(&self) -> InEnglish {
        InEnglish(self.w.text_lang() != Lang::En)
    }

    /// A standing: colour, letter and pattern, and the word, the treaty's own on its pages.
    pub(crate) fn chip(&self, standing: impl Of<Standing>) -> Chip<'_> {
        let standing = standing.of();
        let own = self.called.get(&standing).map(|term| term.one.as_str());
        self.chip_called(standing, own)
    }

    /// A standing under a treaty, on a page about many.
    pub(crate) fn chip_under(
        &self,
        treaty: &TreatyId,
        standing: impl Of<Standing>,
    ) -> Chip<'_> {
        let standing = standing.of();
        let law = self.world.treaty(treaty.as_str());
        let own = law.and_then(|law| own_term(law, standing, self.w.lang()));
        self.chip_called(standing, own)
    }

    fn chip_called(&self, standing: Standing, own: Option<&str>) -> Chip<'_> {
        let key = keys::standing(standing);
        Chip {
            class: keys::standing_class(standing),
            letter: self.w.text(key.letter),
            label: own.map_or_else(
                || self.word(key.label),
                |own| Word {
                    text: capital(own).into(),
                    lang: None,
                },
            ),
        }
    }

    /// The parameters for what falls due under one article on one day.
    pub(crate) fn duties_of_day(&self, yearly: &YearlyDeadline) -> String {
        let day = yearly.due.to_string();
        self.kept_with(&[("article", &yearly.article), ("from", &day), ("to", &day)])
    }

    /// The heading over everybody with a standing.
    pub(crate) fn many(&self, standing: impl Of<Standing>) -> String {
        let standing = standing.of();
        let Some(term) = self.called.get(&standing) else {
            return self.w.text(keys::standing(standing).many).into_owned();
        };
        match standing {
            // The term means all that signed; here are those that did no more.
            Standing::Signatory => self.tw("standing-only", &capital(&term.many)),
            Standing::Party | Standing::Contracting | Standing::Withdrawn | Standing::None => {
                capital(&term.many)
            }
        }
    }

    /// A kind of meeting in words; one that has none is shown as it is on record.
    pub(crate) fn meeting_kind<'n>(&'n self, kind: &'n str) -> MeetingKind<'n> {
        let key = format!("meeting-{}", kind.to_ascii_lowercase());
        match self.w.find(&key) {
            Some(text) => MeetingKind::Known(text.into_owned()),
            None => MeetingKind::Other(Name {
                text: kind,
                lang: (self.w.text_lang() != Lang::En).then_some(Lang::En),
            }),
        }
    }
}

/// A kind of meeting.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% match self %}{% when MeetingKind::Known with (text) %}{{ text }}{% when MeetingKind::Other with (name) %}{{ name }}{% endmatch %}"#
)]
pub(crate) enum MeetingKind<'n> {
    Known(String),
    Other(Name<'n>),
}

impl HtmlSafe for MeetingKind<'_> {}

impl MeetingKind<'_> {
    /// Without markup, for options.
    pub(crate) fn plain(&self) -> &str {
        match self {
            MeetingKind::Known(text) => text,
            MeetingKind::Other(name) => name.text,
        }
    }
}

fn own_term(law: &Law, standing: Standing, lang: Lang) -> Option<&str> {
    let called = law.called.as_ref()?;
    let term = match standing {
        Standing::Contracting => called.contracting.as_ref(),
        Standing::Signatory => called.signatory.as_ref(),
        Standing::Party | Standing::Withdrawn | Standing::None => None,
    };
    term.map(|term| term.one.get(lang))
}

/// A term as it begins a line.
fn capital(term: &str) -> String {
    let mut letters = term.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
