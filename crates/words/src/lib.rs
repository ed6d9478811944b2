#![doc = include_str!("../README.md")]

mod arg;
mod catalogue;
mod date;
mod grammar;
mod joined;
mod names;
mod order;
mod outreach;
mod period;
mod phrase;
mod step;

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::FluentArgs;
use jiff::civil::Date;
use treaty::{Kind, Lang, PartialDate, Step};

pub use arg::{Arg, FORMS};
pub use grammar::Gender;
pub use names::Case;
pub use outreach::{BALLOTS, FORA, List};

use catalogue::Catalogue;
use date::DateForm;

/// The texts of one language. Copied by reference: there is one for each language, for the
/// whole run of the program.
pub struct Words {
    lang: Lang,
    /// The interface's texts in this language, if they are written.
    own: Option<Catalogue>,
    /// The terms in this language, if only they are written: acts and standings.
    terms: Option<Catalogue>,
    dates: DateForm,
}

/// A term and the language it is in, which may be another than that of the texts around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term<'w> {
    /// The term.
    pub text: Cow<'w, str>,
    /// Its language.
    pub lang: Lang,
}

static ENGLISH: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::read(Lang::En).expect("the English folder is compiled in"));

static ALL: LazyLock<Vec<Words>> =
    LazyLock::new(|| Lang::ALL.into_iter().map(Words::read).collect());

impl Words {
    /// The texts in `lang`; what it lacks is said in English.
    pub fn for_lang(lang: Lang) -> &'static Words {
        ALL.iter()
            .find(|words| words.lang == lang)
            .expect("all six are read")
    }

    /// The languages the interface is written in, in the order of the language bar.
    pub fn written() -> Vec<Lang> {
        ALL.iter()
            .filter(|words| words.own.is_some() || words.lang == Lang::En)
            .map(|w| w.lang)
            .collect()
    }

    fn read(lang: Lang) -> Words {
        // English is its own fallback and is read once.
        let own = if lang == Lang::En {
            None
        } else {
            Catalogue::read(lang)
        };
        // A folder without the frame of a page has the terms of treaties and no interface.
        let (own, terms) = match own {
            Some(catalogue) if catalogue.has("skip") => (Some(catalogue), None),
            terms => (None, terms),
        };
        let dates = DateForm::read(own.as_ref().unwrap_or(&ENGLISH));
        Words {
            lang,
            own,
            terms,
            dates,
        }
    }

    /// The language of names asked for.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The language the texts are in: the one asked for if it has a catalogue, else English.
    pub fn text_lang(&self) -> Lang {
        if self.own.is_some() {
            self.lang
        } else {
            Lang::En
        }
    }

    /// Whether there is such a message, in this language or in English.
    pub fn has(&self, key: &str) -> bool {
        self.catalogues().any(|catalogue| catalogue.has(key))
    }

    /// The text under `key`. A key that is in no catalogue is shown as `⟨key⟩`, and a test fails.
    pub fn text(&self, key: &str) -> Cow<'_, str> {
        self.say(key, None)
            .unwrap_or_else(|| Cow::Owned(format!("⟨{key}⟩")))
    }

    /// The text under `key`, if there is one.
    pub fn find(&self, key: &str) -> Option<Cow<'_, str>> {
        self.say(key, None)
    }

    /// The text under `key` with values put in.
    pub fn text_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let asked = self
            .catalogues()
            .find(|catalogue| catalogue.has(key))
            .map_or(&[][..], |catalogue| catalogue.forms(key));
        self.say(key, Some(&arg::values(self, asked, args)))
            .map_or_else(|| format!("⟨{key}⟩"), Cow::into_owned)
    }

    /// The text under `key` in [`Words::text_lang`], with values put in: nothing where that
    /// language has no such text, or the text asks for a value that is not given.
    pub fn whole(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let catalogue = self.own.as_ref().unwrap_or(&ENGLISH);
        catalogue.say_whole(key, &arg::values(self, catalogue.forms(key), args))
    }

    /// What stands between a label and what it says: `: `, in French after a blank that no line breaks at.
    pub fn colon(&self) -> String {
        self.text("colon").trim_matches('|').to_owned()
    }

    /// What stands between the items of a list that have commas of their own: `; `, in French as
    /// [`Words::colon`].
    pub fn semicolon(&self) -> String {
        self.text("semicolon").trim_matches('|').to_owned()
    }

    fn say<'w>(&'w self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<Cow<'w, str>> {
        self.catalogues()
            .find_map(|catalogue| catalogue.say(key, args))
    }

    fn catalogues(&self) -> impl Iterator<Item = &Catalogue> {
        self.own
            .iter()
            .chain(std::iter::once::<&Catalogue>(&ENGLISH))
    }

    /// A day in full: `24 October 2020`, `24 octobre 2020`.
    pub fn date(&self, day: Date) -> String {
        self.dates.day(day)
    }

    /// A date as far as it is known: `24 October 2020`, `October 2020`, `2020`.
    pub fn partial_date(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(day) => self.dates.day(day),
            PartialDate::Month(year, month) => self.dates.month(year, month),
            PartialDate::Year(year) => year.to_string(),
        }
    }

    /// A whole number with its digits grouped as the language does: `6,123`, `6 123`.
    pub fn number(&self, n: u64) -> String {
        let digits = n.to_string();
        let group = self.text("digit-group");
        let mut out = String::with_capacity(digits.len() + 8);
        for (at, digit) in digits.char_indices() {
            // Four digits stand as they are, as in a year.
            if at > 0 && digits.len() > 4 && (digits.len() - at).is_multiple_of(3) {
                out.push_str(group.trim_matches('|'));
            }
            out.push(digit);
        }
        out
    }

    /// A term in the language of names where it has one, else in that of the texts: `انضمام` among
    /// English texts.
    pub fn term(&self, key: &str) -> Term<'_> {
        match self.terms.as_ref().and_then(|terms| terms.say(key, None)) {
            Some(text) => Term {
                text,
                lang: self.lang,
            },
            None => Term {
                text: self.text(key),
                lang: self.text_lang(),
            },
        }
    }

    /// The name of a kind of act within a sentence: `accession`, `adhésion`.
    pub fn kind(&self, kind: Kind) -> Cow<'_, str> {
        self.text(kind_key(kind))
    }

    /// The name of a group, in the language of the texts; groups without a text go by their own.
    pub fn group<'g>(&'g self, name: &'g str) -> Cow<'g, str> {
        let plain = |c: char| !c.is_ascii_alphanumeric();
        let slug = name.to_lowercase().replace(plain, "-");
        self.find(&format!("group-{slug}"))
            .unwrap_or(Cow::Borrowed(name))
    }

    /// One step of a reckoning as a sentence. `name` gives the name of a participant whose code
    /// stands in an input.
    pub fn step(&self, step: &Step, name: &dyn Fn(&str) -> Option<String>) -> String {
        step::say(self, step, name)
    }
}

/// The key of the name of a kind of act.
pub fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Signature => "act-signature",
        Kind::DefinitiveSignature => "act-definitive-signature",
        Kind::SuccessionToSignature => "act-succession-to-signature",
        Kind::Ratification => "act-ratification",
        Kind::Acceptance => "act-acceptance",
        Kind::Approval => "act-approval",
        Kind::Accession => "act-accession",
        Kind::Succession => "act-succession",
        Kind::FormalConfirmation => "act-formal-confirmation",
        Kind::ConsentToBeBound => "act-consent-to-be-bound",
        Kind::ProvisionalApplication => "act-provisional-application",
        Kind::ProvisionalApplicationEnded => "act-provisional-application-ended",
        Kind::WithdrawalNotified => "act-withdrawal-notified",
        Kind::WithdrawalHeldBack => "act-withdrawal-held-back",
        Kind::WithdrawalRescinded => "act-withdrawal-rescinded",
        Kind::WithdrawalEffective => "act-withdrawal-effective",
        Kind::RatificationWithdrawn => "act-ratification-withdrawn",
        Kind::IntentionNotToBecomeParty => "act-intention-not-to-become-party",
        Kind::Declaration => "act-declaration",
        Kind::Reservation => "act-reservation",
        Kind::Objection => "act-objection",
        Kind::TerritorialScope => "act-territorial-scope",
    }
}

#[cfg(test)]
mod tests;
