//! What the clerk looks at in documents: that they can be found again, and say nothing twice.

use std::collections::BTreeSet;

use ledger::Body;
use ledger::body::{Document, Team};
use store::DocumentId;
use treaty::ParticipantId;

use super::{Refused, Shown};

/// It has a name for its address and a title, says nothing twice, and names what is kept by its hash.
pub(super) fn whole(one: &Document) -> Result<(), Refused> {
    if !Team::is_id(&one.document) {
        return Err(Refused::NoDocumentId(one.document.clone()));
    }
    if let Some(work) = one.work.as_ref().filter(|work| !Team::is_id(work)) {
        return Err(Refused::NoDocumentId(work.clone()));
    }
    if one.title.trim().is_empty() {
        return Err(Refused::Incomplete("what the document is called"));
    }
    if let Some(tag) = one.language.as_ref().filter(|tag| !is_language(tag)) {
        return Err(Refused::Document(format!(
            "`{tag}` is no language: write a tag such as `en`, `fr` or `zh-Hans`"
        )));
    }
    once(&one.treaties, "a treaty")?;
    once(&one.by, "one of those in whose name it speaks")?;
    once(&one.aligned_with, "one of those with whom it aligns itself")?;
    once(&one.aligned_by, "one of those who align themselves with it")?;
    once(&one.themes, "a theme")?;
    let file = one.file.iter().map(|file| &file.sha256);
    for hash in file.chain(&one.text) {
        let read: Result<DocumentId, _> = hash.parse();
        read.map_err(|cause| Refused::Document(cause.to_string()))?;
    }
    Ok(())
}

/// The entry whose text it is said to be is a statement.
pub(super) fn statement(shown: &Shown<'_>, one: &Document) -> Result<(), Refused> {
    let said = one.statement.and_then(|said| {
        let body = shown.world.body_as_corrected(said)?;
        Some((said, body))
    });
    match said {
        Some((_, Body::Statement(_))) | None => Ok(()),
        Some((said, _)) => Err(Refused::Document(format!(
            "the entry {said}, whose text it is said to be, is no statement"
        ))),
    }
}

fn once<T: Ord>(all: &[T], what: &str) -> Result<(), Refused> {
    let mut seen = BTreeSet::new();
    match all.iter().all(|one| seen.insert(one)) {
        true => Ok(()),
        false => Err(Refused::Document(format!("it names {what} twice"))),
    }
}

/// Whether a text has the form of a tag of BCP 47: letters, then parts of letters and digits.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let letters =
        (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
    let fits = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    letters && tag.len() <= 35 && parts.all(fits)
}

/// Everybody it names.
pub(super) fn participants(one: &Document) -> impl Iterator<Item = ParticipantId> {
    let with = one.aligned_with.iter().chain(&one.aligned_by);
    one.by.iter().chain(with).copied()
}

/// Its texts.
pub(super) fn texts(one: &Document) -> impl Iterator<Item = &String> {
    let perhaps = [
        &one.symbol,
        &one.place,
        &one.meeting,
        &one.group,
        &one.speaker,
        &one.post,
        &one.url,
        &one.note,
    ];
    let meeting = one.at.iter();
    let meeting = meeting.flat_map(|at| std::iter::once(&at.kind).chain(&at.number));
    let file = one.file.iter();
    let file = file.flat_map(|file| std::iter::once(&file.media_type).chain(&file.name));
    std::iter::once(&one.title)
        .chain(perhaps.into_iter().flatten())
        .chain(meeting)
        .chain(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_a_tag() {
        for tag in ["en", "fr", "zh-Hans", "sr-Latn-RS", "sw-u-co-standard"] {
            assert!(is_language(tag), "{tag}");
        }
        for tag in [
            "",
            "e",
            "english",
            "en_GB",
            "en-",
            "-en",
            "français",
            "en-toolongapart",
        ] {
            assert!(!is_language(tag), "{tag}");
        }
    }
}
