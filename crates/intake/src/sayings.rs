//! Declarations, reservations, objections and territorial applications as acts, where the page
//! says when they were made.

use std::collections::BTreeMap;

use jiff::civil::Date;
use treaty::{Act, Kind, Note, PartialDate, ParticipantId, TreatyId};

use crate::date_words::leading_date;
use crate::intake::Held;
use crate::listing::{Listed, Listing, resolve};
use crate::page::{Page, Section, Words};
use crate::record::Record;

/// With which act words were given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    Signature,
    Consent,
    On(Date),
    Unsaid,
}

/// The days on which a participant signed and consented, by the page.
#[derive(Debug, Default, Clone, Copy)]
struct Days {
    signed: Option<PartialDate>,
    consented: Option<PartialDate>,
}

/// Adds the words of a page to what it lists.
pub(crate) fn add(page: &Page, treaty: &TreatyId, record: &dyn Record, listing: &mut Listing) {
    let days = days(listing);
    for words in &page.words {
        let place = format!("{}, {}", section_name(words.section), words.participant);
        let Some(by) = resolve(record, &words.participant) else {
            let why = "no participant of that name is on record; its words are not recorded";
            listing
                .held
                .push(Held::new(place, words.participant.clone(), why));
            continue;
        };
        let its = days.get(&by).copied().unwrap_or_default();
        if words.text.is_empty() {
            let why = "the page lists it here without text and without a day";
            listing.held.push(Held::new(
                place,
                format!("{} {}", words.participant, words.unless),
                why,
            ));
            continue;
        }
        for (when, text) in parts(words) {
            let on = match when {
                When::Signature => its.signed,
                When::Consent => its
                    .consented
                    .or(its.signed.filter(|_| definitive(listing, by))),
                When::On(day) => Some(day.into()),
                When::Unsaid => None,
            };
            let Some(on) = on else {
                let why =
                    "when these words were given is not said, or that act is not on the page";
                listing
                    .held
                    .push(Held::new(place.clone(), first_words(&text), why));
                continue;
            };
            let kind = kind(words.section, &text);
            let mut act = Act::new(treaty.clone(), by, kind, on);
            if kind == Kind::Objection {
                act.towards = addressee(&text, record);
            }
            act.notes = notes(page, words);
            act.text = Some(text);
            let twice = listing.acts.iter().any(|listed| listed.act == act);
            if !twice {
                listing.acts.push(Listed {
                    act,
                    place: place.clone(),
                });
            }
        }
    }
}

fn definitive(listing: &Listing, by: ParticipantId) -> bool {
    listing
        .acts
        .iter()
        .any(|l| l.act.by == by && l.act.kind == Kind::DefinitiveSignature)
}

fn days(listing: &Listing) -> BTreeMap<ParticipantId, Days> {
    let mut days = BTreeMap::<_, Days>::new();
    for Listed { act, .. } in &listing.acts {
        let its = days.entry(act.by).or_default();
        if act.kind.is_signature() {
            its.signed = Some(act.on);
        }
        if act.kind.is_consent() {
            its.consented = Some(act.on);
        }
    }
    days
}

fn notes(page: &Page, words: &Words) -> Vec<Note> {
    words
        .notes
        .iter()
        .filter_map(|id| page.note(id))
        .map(|note| Note {
            id: note.id.clone(),
            text: note.text.clone(),
        })
        .collect()
}

/// Parts a text where a line says that what follows was given at another time.
fn parts(words: &Words) -> Vec<(When, String)> {
    let mut when = match words.on {
        Some(day) => When::On(day),
        None => by_default(words),
    };
    let mut parts = Vec::<(When, Vec<&str>)>::new();
    for line in words.text.lines() {
        if let Some(other) = marker(line) {
            when = other;
            parts.push((when, Vec::new()));
            // A line that is only a date says nothing else.
            if matches!(other, When::On(_)) {
                continue;
            }
        }
        match parts.last_mut() {
            Some((_, lines)) => lines.push(line),
            None => parts.push((when, vec![line])),
        }
    }
    parts
        .into_iter()
        .filter(|(_, lines)| !lines.is_empty())
        .map(|(when, lines)| (when, lines.join("\n")))
        .collect()
}

/// What the sentence under the section's heading says.
fn by_default(words: &Words) -> When {
    let unless = words.unless.to_lowercase();
    let consent = [
        "ratification",
        "acceptance",
        "approval",
        "accession",
        "succession",
        "confirmation",
    ];
    let by_consent = consent.iter().any(|word| unless.contains(word));
    match words.section {
        Section::Declarations | Section::UnderArticle | Section::Notifications if by_consent => {
            When::Consent
        }
        Section::Declarations | Section::UnderArticle | Section::Notifications
        // An objection is received when the objecting State says so, or upon its own consent.
        | Section::Objections | Section::Territories => {
            if by_consent && words.section == Section::Objections {
                When::Consent
            } else {
                When::Unsaid
            }
        }
    }
}

/// Whether a line says when what follows was given: a date alone, or a short line such as
/// `Declaration made upon signature:`.
fn marker(line: &str) -> Option<When> {
    const LONGEST: usize = 120;
    if line.len() > LONGEST {
        return None;
    }
    if let Some(day) = leading_date(line) {
        return (line.split_whitespace().count() == 3).then_some(When::On(day));
    }
    let lower = line.to_lowercase();
    if lower.contains("protocol") && lower.contains("upon ") {
        // Given with the consent to a protocol, which has a day of its own.
        return Some(When::Unsaid);
    }
    let heading =
        lower.ends_with(':') || lower.starts_with("upon ") || lower.contains(" made upon ");
    let (_, act) = lower.split_once("upon ").filter(|_| heading)?;
    let consent = [
        "ratif", "accept", "approv", "access", "acced", "success", "confirm", "consent",
        "deposit",
    ];
    let signed = act.starts_with("signature") || act.starts_with("signing");
    let confirmed = lower.contains("confirmed upon");
    let also_consent = consent.iter().any(|word| act.contains(word));
    match (signed, also_consent) {
        // `made upon signature and confirmed upon ratification`: first given with the signature.
        (true, false) => Some(When::Signature),
        (true, true) if confirmed => Some(When::Signature),
        (true, true) => Some(When::Unsaid),
        (false, _) if consent.iter().any(|word| act.starts_with(word)) => Some(When::Consent),
        (false, _) => None,
    }
}

fn kind(section: Section, text: &str) -> Kind {
    match section {
        Section::Objections => Kind::Objection,
        Section::Territories => Kind::TerritorialScope,
        Section::UnderArticle | Section::Notifications => Kind::Declaration,
        Section::Declarations => {
            // The heading is among the first lines; a text with both is a declaration, since a
            // reservation must not be read into one.
            let head = text
                .lines()
                .take(2)
                .collect::<Vec<_>>()
                .join(" ")
                .to_lowercase();
            let head: String = head.chars().take(160).collect();
            let declares = ["declaration", "statement", "understanding", "interpret"]
                .iter()
                .any(|word| head.contains(word));
            if head.contains("reservation") && !declares {
                Kind::Reservation
            } else {
                Kind::Declaration
            }
        }
    }
}

/// To whom an objection is addressed: `With regard to the reservation made by X upon …`.
fn addressee(text: &str, record: &dyn Record) -> Option<ParticipantId> {
    let first = text.lines().next()?;
    let after = first.split_once("made by ")?.1;
    let end = [" upon", " on ", ":", " to ", ","]
        .iter()
        .filter_map(|mark| after.find(mark))
        .min()
        .unwrap_or(after.len());
    let name = after[..end].trim();
    resolve(record, name).or_else(|| resolve(record, name.strip_prefix("the ")?))
}

fn section_name(section: Section) -> &'static str {
    match section {
        Section::Declarations => "declarations and reservations",
        Section::Objections => "objections",
        Section::UnderArticle => "declarations under an article",
        Section::Notifications => "notifications",
        Section::Territories => "territorial applications",
    }
}

fn first_words(text: &str) -> String {
    const MOST: usize = 300;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
