//! The sentence of a finding in the reader's language. What is an English sentence in the record
//! itself, such as the reason of a dispute, stays as it is and is marked as English.

use askama::Template;
use askama::filters::HtmlSafe;
use treaty::because::article_in_words;
use treaty::{Kind, Lang, PartialDate};
use words::{Arg, Words};
use world::World;
use world::view::{Finding, FindingKind};

use crate::frame::Frame;
use crate::keys;
use crate::said::InEnglish;

/// Stands before and after what is English within a sentence. No value keeps one of its own.
const EDGE: char = '\u{1}';

/// A finding's sentence as a paragraph.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% match self %}{% when Sentence::Own with (pieces) %}<p>{% for piece in pieces %}{% if piece.english %}<span lang="en" dir="ltr">{{ piece.text }}</span>{% else %}{{ piece.text }}{% endif %}{% endfor %}</p>{% when Sentence::English with (text, mark) %}<p{{ mark }}>{{ text }}</p>{% endmatch %}"#
)]
pub(crate) enum Sentence<'f> {
    /// In the language of the page.
    Own(Vec<Piece>),
    /// The record's own English, marked where the page is in another language.
    English(&'f str, InEnglish),
}

impl HtmlSafe for Sentence<'_> {}

/// A part of a sentence.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) english: bool,
}

impl Frame {
    /// What a finding says.
    pub(crate) fn finding<'f>(&self, finding: &'f Finding) -> Sentence<'f> {
        let own = (self.w.text_lang() != Lang::En)
            .then(|| in_words(self.w, &self.world, finding))
            .flatten();
        own.map_or_else(
            || Sentence::English(&finding.text, self.en()),
            Sentence::Own,
        )
    }
}

/// The key of the sentence of a kind of finding.
fn key(kind: FindingKind) -> String {
    keys::finding(kind).replacen("finding-", "finding-text-", 1)
}

/// The sentence from the inputs; nothing where the language has none for it, or an input is
/// lacking or cannot be read.
fn in_words(words: &Words, world: &World, finding: &Finding) -> Option<Vec<Piece>> {
    let reading = Reading {
        words,
        world,
        finding,
    };
    let mut args = vec![
        ("case", Arg::from(case(finding))),
        ("cited", reading.cited()?.into()),
    ];
    for (&name, value) in &finding.inputs {
        args.push((name, reading.value(name, value)?));
    }
    for (name, date) in [("when", "date"), ("other_when", "other_date")] {
        if let Some(date) = finding.inputs.get(date) {
            args.push((name, reading.when(date)?.into()));
        }
    }
    Some(pieces(&words.whole(&key(finding.kind), &args)?))
}

/// Which of the sentences of its kind a finding says; kinds with one sentence do not ask.
fn case(finding: &Finding) -> &'static str {
    let has = |name| finding.inputs.contains_key(name);
    match finding.kind {
        FindingKind::NothingToWithdraw => match act(finding) {
            Some(Kind::RatificationWithdrawn) if has("other_act") => "bound",
            Some(Kind::WithdrawalRescinded | Kind::WithdrawalHeldBack) => "running",
            Some(_) | None => "nothing",
        },
        FindingKind::PrintedDiffers => match (has("act"), has("reckoned")) {
            (true, true) => "act",
            (true, false) => "act-without-rule",
            (false, _) => "duty",
        },
        FindingKind::RuleDiffers => match (has("recorded"), has("reckoned")) {
            (true, false) => "recorded-only",
            (false, true) => "reckoned-only",
            (true, true) | (false, false) => "both",
        },
        FindingKind::Unregistered => match (has("acts"), has("by")) {
            (true, true) => "participant",
            (true, false) => "acts",
            (false, _) if has("name") => "name",
            (false, _) if has("what") => "duty",
            (false, _) => "count",
        },
        FindingKind::ExtensionTooLong if has("limit") => "too-long",
        FindingKind::ExtensionTooLong => "not-allowed",
        FindingKind::BeforeOpening
        | FindingKind::AfterClosing
        | FindingKind::NeverSigned
        | FindingKind::AccessionBySignatory
        | FindingKind::SecondConsent
        | FindingKind::SecondSignature
        | FindingKind::NoEffect
        | FindingKind::CountDiffers
        | FindingKind::Disputed
        | FindingKind::DayUnknown
        | FindingKind::NotEligible
        | FindingKind::NoSuchAct
        | FindingKind::OutsideExistence
        | FindingKind::DanglingReference
        | FindingKind::UnreadableTreatyFile
        | FindingKind::Quarantined
        | FindingKind::LowConfidence
        | FindingKind::Unverified
        | FindingKind::HeldWithoutRule => "",
    }
}

fn act(finding: &Finding) -> Option<Kind> {
    finding.inputs.get("act")?.parse().ok()
}

/// What an input is read with.
struct Reading<'a> {
    words: &'a Words,
    world: &'a World,
    finding: &'a Finding,
}

impl Reading<'_> {
    /// An input in words. Nothing if it is not of its sort.
    fn value(&self, name: &str, value: &str) -> Option<Arg<'static>> {
        let text = match name {
            "acts" => return Some(Arg::Number(value.parse().ok()?)),
            "printed" | "computed" if self.finding.kind == FindingKind::CountDiffers => {
                return Some(Arg::Number(value.parse().ok()?));
            }
            "what" if self.finding.kind == FindingKind::CountDiffers => {
                let counted = format!("finding-counted-{}", value.replace(' ', "-"));
                self.words.whole(&counted, &[])?
            }
            "treaty" => self.treaty(value),
            "by" => self.participant(value),
            "act" | "other_act" => self.kind(value.parse().ok()?),
            "date" | "other_date" | "printed" | "reckoned" | "recorded" | "counts_from"
            | "on" | "from" | "until" | "limit" => self.words.partial_date(value.parse().ok()?),
            // Sentences of the record and titles of sources, which are kept in English.
            "what" | "why" | "place" | "source" => {
                return Some(format!("{EDGE}{}{EDGE}", clean(value)).into());
            }
            _ => value.to_owned(),
        };
        Some(clean(&text).into())
    }

    /// The short name; of a file that cannot be read the name is not known.
    fn treaty(&self, id: &str) -> String {
        let law = self
            .world
            .treaty(id)
            .filter(|_| self.finding.kind != FindingKind::UnreadableTreatyFile);
        law.map_or_else(|| id.to_owned(), |law| law.short.clone())
    }

    fn participant(&self, code: &str) -> String {
        let id = code.parse().ok();
        let participant = id.and_then(|id| self.world.participant(id));
        participant.map_or_else(
            || code.to_owned(),
            |participant| participant.names.get(self.words.lang()).to_owned(),
        )
    }

    fn kind(&self, kind: Kind) -> String {
        // The catalogue names acts as headings; in an English sentence they are nouns.
        if self.words.text_lang() == Lang::En {
            kind.noun().to_owned()
        } else {
            self.words.kind(kind).into_owned()
        }
    }

    /// `on 24 October 2020`, `in October 2020`.
    fn when(&self, date: &str) -> Option<String> {
        let date: PartialDate = date.parse().ok()?;
        let key = if date.is_exact() {
            "finding-when-day"
        } else {
            "finding-when-month"
        };
        let date = self.words.partial_date(date);
        self.words.whole(key, &[("date", date.into())])
    }

    /// ` (Article 15)`, or nothing where no article is cited.
    fn cited(&self) -> Option<String> {
        let Some(article) = self.finding.inputs.get("article") else {
            return Some(String::new());
        };
        // What is no number is a heading and no article.
        let text = if article_in_words(article) == *article {
            article.clone()
        } else {
            let args = [("article", Arg::from(article))];
            self.words.whole("finding-article", &args)?
        };
        Some(format!(" ({})", clean(&text)))
    }
}

fn clean(value: &str) -> String {
    value.replace(EDGE, "")
}

/// Edges come in pairs, so every second part is English.
fn pieces(sentence: &str) -> Vec<Piece> {
    let parts = sentence.split(EDGE).enumerate();
    parts
        .map(|(n, text)| Piece {
            text: text.to_owned(),
            english: n % 2 == 1,
        })
        .filter(|piece| !piece.text.is_empty())
        .collect()
}

#[cfg(test)]
mod tests;
