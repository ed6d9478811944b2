//! What stands in the catalogue of a world, as what is searched.

use sha2::{Digest, Sha256};
use transcribe::{Kind, Text};
use world::view::LibraryCard;

use crate::item::{Item, Meeting, Paragraph};

/// A card of the catalogue with its text, as an item. Its blocks are paragraphs under their anchors, its notes too;
/// rows of tables have blanks between their cells.
pub fn item(card: &LibraryCard, text: Option<&Text>) -> Item {
    let meeting = card.meeting_title.as_ref().map(|title| Meeting {
        slug: card.meeting.clone(),
        title: title.clone(),
    });
    Item {
        key: card.entry.to_string(),
        title: card.title.clone(),
        symbol: card.symbol.clone(),
        kind: Some(card.kind.to_string()),
        language: card.language.clone(),
        date: card.date,
        treaties: card.treaties.iter().map(ToString::to_string).collect(),
        meeting,
        states: card.by.iter().map(|by| by.iso3.to_string()).collect(),
        groups: card.group.iter().cloned().collect(),
        speaker: card.speaker.clone(),
        post: card.post.clone(),
        place: card.place.clone(),
        themes: card.themes.iter().map(ToString::to_string).collect(),
        names: card.names.clone(),
        text: text.map(paragraphs).unwrap_or_default(),
    }
}

/// What changes whenever the item of a card does: a hash of all that it is made from. A text stands for itself by
/// the hash under which it is kept.
pub fn stamp(card: &LibraryCard) -> String {
    let mut hash = Sha256::new();
    let item = item(card, None);
    let bytes = serde_json::to_vec(&item).expect("plain data is always written");
    hash.update(bytes);
    hash.update(card.text.as_deref().unwrap_or_default());
    let digest = hash.finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn paragraphs(text: &Text) -> Vec<Paragraph> {
    let blocks = text.blocks.iter().enumerate().map(|(at, block)| {
        let said = match block.kind {
            Kind::Row => block.text.replace('\t', " "),
            Kind::Title
            | Kind::Heading(_)
            | Kind::Paragraph
            | Kind::Item(_)
            | Kind::Quotation
            | Kind::Preformatted => block.text.clone(),
        };
        Paragraph::new(Text::anchor(at), said)
    });
    let notes = (1..).zip(&text.notes);
    let notes =
        notes.map(|(n, note): (usize, _)| Paragraph::new(format!("n{n}"), note.text.clone()));
    blocks.chain(notes).collect()
}
