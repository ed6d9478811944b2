//! Worlds for the tests of feeds and calendars.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test file uses its own part"
)]

use std::sync::LazyLock;

use jiff::Timestamp;
use ledger::body::Meeting;
use ledger::{Audience, Batch, Body, Entry, EntryId};
use treaty::{Act, Kind, Lang, Participant, Source};
use words::Words;
use world::{Viewer, World};

pub fn words(lang: Lang) -> &'static Words {
    Words::for_lang(lang)
}

/// Everything that ships.
pub fn shipped() -> &'static World {
    static WORLD: LazyLock<World> = LazyLock::new(|| fold(shipped::entries().unwrap()));
    &WORLD
}

/// What ships, and a State, an act and a meeting that try to break out of the file.
pub fn hostile() -> World {
    let mut entries = shipped::entries().unwrap();
    let model = entries
        .iter()
        .find_map(|entry| {
            let Body::Participant(one) = &entry.body else {
                return None;
            };
            (one.id.as_str() == "ITA").then(|| one.clone())
        })
        .unwrap();
    let named = serde_json::to_string(&model)
        .unwrap()
        .replace("\"Italy\"", "\"]]><script>&amp;\\u0007\\u202eEND:VEVENT\"");
    let participant: Participant = serde_json::from_str(&named).unwrap();
    let mut act = Act::new(
        "ccm".parse().unwrap(),
        participant.id,
        Kind::Declaration,
        "2026-11-20".parse().unwrap(),
    );
    act.text = Some("<script>alert(1)</script>\u{202e}\u{0}]]>".to_owned());
    let meeting = Meeting {
        treaty: "ccm".parse().unwrap(),
        kind: "\u{202e}]]>\r\nEND:VEVENT".to_owned(),
        number: Some("1".to_owned()),
        start: "2026-12-01".parse().unwrap(),
        end: Some("2026-12-03".parse().unwrap()),
        place: Some("Here\r\nEND:VEVENT\r\nBEGIN:VTODO\r\nUID:x\r\nEND:VTODO".to_owned()),
        presidents: None,
        note: Some("\u{1b}[31m".to_owned()),
    };
    let bodies = [
        Body::Participant(participant),
        Body::Act(act),
        Body::Meeting(meeting),
    ];
    for (n, body) in (1_u128..).zip(bodies) {
        let mut source = Source::cited("<b>\u{202e}source");
        source.url = Some("javascript:alert(1)".to_owned());
        entries.push(Entry {
            id: EntryId(uuid::Uuid::from_u128(n)),
            recorded: "2026-11-21T12:00:00Z".parse().unwrap(),
            author: "test".to_owned(),
            audience: Audience::Public,
            label: None,
            origin: None,
            source,
            batch: Batch { at: 0, of: 1 },
            body,
        });
    }
    fold(entries)
}

fn fold(entries: Vec<Entry>) -> World {
    let recorded = ledger::chain(entries).unwrap();
    let known = recorded
        .last()
        .map_or(Timestamp::UNIX_EPOCH, |last| last.entry.recorded);
    World::fold(&recorded, &Viewer::public(), known)
}
