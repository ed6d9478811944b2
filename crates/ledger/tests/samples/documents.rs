//! Documents of the library, and a statement that says what it spoke of.

use ledger::body::vocabulary::{Distribution, DocumentKind, DocumentTheme};
use ledger::body::{Document, DocumentFile, DocumentMeeting, Statement};
use ledger::{Body, EntryId};

use super::{on, some, treaty, who};

/// A document of each kind, of which the first says all that one can say, and one for each distribution.
pub(super) fn bodies() -> Vec<Body> {
    let mut bodies = vec![Body::Statement(themed())];
    bodies.extend(DocumentKind::ALL.iter().map(|kind| {
        Body::Document(Box::new(Document {
            kind: *kind,
            document: format!("invented-{}", kind.to_string().replace('_', "-")),
            ..bare()
        }))
    }));
    bodies.extend(Distribution::ALL.iter().map(|one| {
        Body::Document(Box::new(Document {
            document: format!("invented-{one}"),
            distribution: Some(*one),
            ..whole()
        }))
    }));
    bodies
}

fn themed() -> Statement {
    Statement {
        treaty: treaty(),
        by: who("XAA"),
        on: on("2021-09-21"),
        meeting: "Second Meeting of the States Parties (Geneva)".into(),
        at: None,
        title: None,
        themes: vec![
            DocumentTheme::Universalization,
            DocumentTheme::VictimAssistance,
        ],
        speaker: None,
        post: None,
        aligned_with: vec![],
        url: None,
        note: None,
    }
}

fn bare() -> Document {
    Document {
        document: "invented".into(),
        work: None,
        kind: DocumentKind::Other,
        title: "An invented paper".into(),
        symbol: None,
        language: None,
        on: None,
        place: None,
        treaties: vec![],
        meeting: None,
        at: None,
        by: vec![],
        group: None,
        speaker: None,
        post: None,
        aligned_with: vec![],
        aligned_by: vec![],
        themes: vec![],
        distribution: None,
        statement: None,
        file: None,
        text: None,
        url: None,
        note: None,
    }
}

fn whole() -> Document {
    let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    Document {
        work: some("invented-work"),
        kind: DocumentKind::WorkingPaper,
        symbol: some("INV/MSP/2021/WP.1"),
        language: some("en"),
        on: Some(on("2021-09-20")),
        place: some("Geneva"),
        treaties: vec![treaty()],
        meeting: some("Second Meeting of the States Parties"),
        at: Some(DocumentMeeting {
            treaty: treaty(),
            kind: "MSP".into(),
            number: some("2"),
        }),
        by: vec![who("XAA")],
        group: some("Group of Friends"),
        speaker: some("Amb. A. B."),
        post: some("Ambassador"),
        aligned_with: vec![who("XBB")],
        aligned_by: vec![who("XCC")],
        themes: DocumentTheme::ALL.to_vec(),
        statement: Some(EntryId(uuid::Uuid::from_u128(7))),
        file: Some(DocumentFile {
            sha256: hash.into(),
            media_type: "application/pdf".into(),
            len: 3,
            name: some("paper.pdf"),
        }),
        text: some(hash),
        url: some("https://xaa.example/paper"),
        note: some("As distributed."),
        ..bare()
    }
}
