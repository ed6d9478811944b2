use proptest::prelude::*;

use super::*;
use crate::cabinet::Memory;
use crate::chance::Fixed;

fn now() -> Timestamp {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

fn person(n: u8) -> Owner {
    let id = format!("0190f3a0-0000-7000-8000-0000000000{n:02}");
    Owner::Person(id.parse().unwrap())
}

fn of(name: &str, len: u64) -> Brought {
    Brought {
        by: "somebody".to_owned(),
        name: name.to_owned(),
        len,
        meant_for: None,
    }
}

fn bring(tray: Tray<'_>, owner: &Owner, bytes: &[u8], seed: u64) -> Item {
    let len = u64::try_from(bytes.len()).unwrap();
    let begun = tray
        .begin(owner, &of("note.pdf", len), now(), &mut Fixed::of(seed))
        .unwrap();
    tray.append(owner, begun.id, 0, bytes, now()).unwrap()
}

fn sheets(memory: &Memory) -> usize {
    let all = [Drawer::Trays, Drawer::TrayParts].into_iter();
    all.map(|drawer| memory.list(drawer, "").unwrap().len())
        .sum()
}

#[test]
fn a_file_comes_in_parts_is_read_and_thrown_away() {
    let memory = Memory::default();
    let (tray, owner) = (Tray::at(&memory), person(1));
    let bytes: Vec<u8> = (0..=255_u8).cycle().take(3 * SHEET / 2).collect();
    let len = u64::try_from(bytes.len()).unwrap();
    let begun = tray
        .begin(&owner, &of("../note.pdf", len), now(), &mut Fixed::of(1))
        .unwrap();
    assert_eq!((begun.name.as_str(), begun.arrived), ("note.pdf", 0));
    let half = tray
        .append(&owner, begun.id, 0, &bytes[..SHEET + 7], now())
        .unwrap();
    assert_eq!(half.state, State::Arriving);
    assert!(matches!(
        tray.file(&owner, begun.id),
        Err(TrayError::NotWhole { .. })
    ));
    // Sent twice, or from the wrong place, it is said where to go on.
    let again = tray.append(&owner, begun.id, 0, &bytes[..SHEET], now());
    assert!(
        matches!(again, Err(TrayError::Elsewhere { have }) if have == half.arrived),
        "{again:?}"
    );
    assert!(matches!(
        tray.append(&owner, begun.id, half.arrived, &bytes[..7], now()),
        Err(TrayError::SmallPart)
    ));
    assert!(matches!(
        tray.append(&owner, begun.id, half.arrived, &bytes, now()),
        Err(TrayError::Longer { .. })
    ));
    let whole = tray
        .append(&owner, begun.id, half.arrived, &bytes[SHEET + 7..], now())
        .unwrap();
    assert_eq!(whole.state, State::Whole);
    assert_eq!(tray.file(&owner, begun.id).unwrap(), bytes);
    assert_eq!(tray.text(&owner, begun.id).unwrap(), None);
    let reading = Reading::Text {
        bytes: b"{}".to_vec(),
        media_type: "application/pdf".to_owned(),
    };
    let read = tray
        .was_read(&owner, begun.id, &sha256(&bytes), &reading)
        .unwrap();
    assert!(matches!(read.state, State::Read { .. }));
    assert_eq!(
        tray.text(&owner, begun.id).unwrap().as_deref(),
        Some(b"{}".as_slice())
    );
    tray.drop(&owner, begun.id).unwrap();
    assert!(matches!(
        tray.drop(&owner, begun.id),
        Err(TrayError::NoSuch)
    ));
    assert_eq!(sheets(&memory), 0, "nothing is left");
}

#[test]
fn the_same_bytes_are_in_a_tray_once() {
    let memory = Memory::default();
    let (tray, owner) = (Tray::at(&memory), person(1));
    let first = bring(tray, &owner, b"the same", 1);
    let none = Reading::None("because".to_owned());
    let hash = sha256(b"the same");
    tray.was_read(&owner, first.id, &hash, &none).unwrap();
    let second = bring(tray, &owner, b"the same", 2);
    let told = tray.was_read(&owner, second.id, &hash, &none);
    assert!(matches!(told, Err(TrayError::There { id, .. }) if id == first.id));
    assert_eq!(tray.list(&owner).unwrap().len(), 1);
    // In another's tray they are another file.
    let other = bring(tray, &person(2), b"the same", 3);
    tray.was_read(&person(2), other.id, &hash, &none).unwrap();
}

#[test]
fn what_a_tray_holds_is_bounded() {
    let memory = Memory::default();
    let (tray, owner) = (Tray::at(&memory), person(1));
    let mut chance = Fixed::of(1);
    let mut begin = |len| tray.begin(&owner, &of("a", len), now(), &mut chance);
    assert!(matches!(begin(0), Err(TrayError::Empty)));
    assert!(matches!(
        begin(LARGEST + 1),
        Err(TrayError::TooLarge { .. })
    ));
    for _ in 0..MOST_BYTES / LARGEST {
        begin(LARGEST).unwrap();
    }
    assert!(matches!(begin(1), Err(TrayError::TooMuch)));
    let large = tray.list(&owner).unwrap()[0].id;
    tray.drop(&owner, large).unwrap();
    let mut begin = |len| tray.begin(&owner, &of("a", len), now(), &mut chance);
    for _ in 0..=(MOST_FILES as u64 - MOST_BYTES / LARGEST) {
        begin(1).unwrap();
    }
    assert!(matches!(begin(1), Err(TrayError::TooMany)));
    // Another has a tray of his own.
    tray.begin(&person(2), &of("a", 1), now(), &mut Fixed::of(9))
        .unwrap();
}

#[test]
fn what_never_came_whole_is_swept() {
    let memory = Memory::default();
    let (tray, owner) = (Tray::at(&memory), person(1));
    let whole = bring(tray, &owner, b"whole", 1);
    let begun = tray.begin(&owner, &of("half", 9_000_000), now(), &mut Fixed::of(2));
    let half = begun.unwrap();
    let soon = now() + WAITED - SignedDuration::from_secs(1);
    assert_eq!(tray.sweep(soon).unwrap(), 0);
    assert_eq!(tray.sweep(now() + WAITED).unwrap(), 1);
    assert!(matches!(tray.one(&owner, half.id), Err(TrayError::NoSuch)));
    assert_eq!(tray.one(&owner, whole.id).unwrap().len, 5);
    tray.clear(&owner).unwrap();
    assert_eq!(sheets(&memory), 0);
}

#[test]
fn a_sheet_that_was_altered_is_not_given_out() {
    let memory = Memory::default();
    let (tray, owner) = (Tray::at(&memory), person(1));
    let item = bring(tray, &owner, b"as it came", 1);
    let none = Reading::None("because".to_owned());
    tray.was_read(&owner, item.id, &sha256(b"as it came"), &none)
        .unwrap();
    let (key, sheet) = memory.list(Drawer::TrayParts, "").unwrap().remove(0);
    let altered = Change {
        drawer: Drawer::TrayParts,
        key,
        seen: Some(sheet.version),
        becomes: Becomes::Content(b"as it cane".to_vec()),
    };
    memory.commit(&[altered]).unwrap();
    assert!(matches!(
        tray.file(&owner, item.id),
        Err(TrayError::Damaged)
    ));
}

#[test]
fn owners_are_read_as_they_are_written() {
    for owner in [
        Owner::Console,
        person(7),
        Owner::Team("italy".parse().unwrap()),
    ] {
        assert_eq!(owner.to_string().parse(), Ok(owner));
    }
    for bad in ["", "person", "person/x", "team/", "team/A", "console/x"] {
        assert!(bad.parse::<Owner>().is_err(), "{bad}");
    }
    for bad in ["", "x", "0190F3A0-0000-7000-8000-000000000001", "../x"] {
        assert!(bad.parse::<ItemId>().is_err(), "{bad}");
    }
}

proptest! {
    /// However a file is cut into parts, and whatever is sent twice, it is what was brought; and nobody else's tray says
    /// anything of it.
    #[test]
    fn parts_make_the_whole(
        cuts in proptest::collection::vec(LEAST_PART..(3 * LEAST_PART), 1..6),
        last in 1_usize..LEAST_PART,
        twice in any::<bool>(),
    ) {
        let memory = Memory::default();
        let (tray, owner) = (Tray::at(&memory), person(1));
        let total: usize = cuts.iter().sum::<usize>() + last;
        let bytes: Vec<u8> = (0..=250_u8).cycle().take(total).collect();
        let begun = tray
            .begin(&owner, &of("a", u64::try_from(total).unwrap()), now(), &mut Fixed::of(1))
            .unwrap();
        let mut at = 0;
        for cut in cuts.into_iter().chain([last]) {
            let place = u64::try_from(at).unwrap();
            tray.append(&owner, begun.id, place, &bytes[at..at + cut], now()).unwrap();
            if twice {
                let again = tray.append(&owner, begun.id, place, &bytes[at..at + cut], now());
                let told = matches!(again, Err(TrayError::Elsewhere { .. }));
                prop_assert!(told);
            }
            at += cut;
        }
        prop_assert_eq!(tray.file(&owner, begun.id).unwrap(), bytes);
        for other in [person(2), Owner::Console, Owner::Team("italy".parse().unwrap())] {
            prop_assert!(tray.list(&other).unwrap().is_empty());
            prop_assert!(matches!(tray.file(&other, begun.id), Err(TrayError::NoSuch)));
            prop_assert!(matches!(tray.drop(&other, begun.id), Err(TrayError::NoSuch)));
        }
    }
}
