//! Shelves kept in folders.

use std::fs;
use std::path::{Path, PathBuf};

use library::{Ask, Condition, Shelf, ShelfError, Stacks};

use crate::shelf::{fill, items};

fn total(shelf: &Shelf) -> u64 {
    Stacks::new([shelf.reading()])
        .search(&Ask::parse("clearance"))
        .unwrap()
        .total
}

fn filled(folder: &Path) {
    let (mut shelf, condition) = Shelf::open(folder).unwrap();
    assert_eq!(condition, Condition::New);
    fill(&mut shelf, &items());
    assert_eq!(total(&shelf), 2);
}

fn largest(folder: &Path) -> PathBuf {
    let files = fs::read_dir(folder.join("index"))
        .unwrap()
        .map(|file| file.unwrap().path());
    files
        .max_by_key(|file| fs::metadata(file).unwrap().len())
        .unwrap()
}

/// The folder is damaged so; what is found, and that it can be filled again.
#[track_caller]
fn check(damage: impl FnOnce(&Path), told: &str) {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    damage(folder.path());
    let (mut shelf, condition) = Shelf::open(folder.path()).unwrap();
    let Condition::ThrownAway { reason } = condition else {
        panic!("{condition:?}");
    };
    assert!(reason.contains(told), "{reason}");
    assert_eq!(shelf.reading().len(), 0);
    fill(&mut shelf, &items());
    assert_eq!(total(&shelf), 2);
    drop(shelf);
    assert_eq!(Shelf::open(folder.path()).unwrap().1, Condition::Kept);
}

#[test]
fn a_shelf_is_kept_over_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path());
    let (mut shelf, condition) = Shelf::open(folder.path()).unwrap();
    assert_eq!(condition, Condition::Kept);
    assert_eq!(total(&shelf), 2);
    let stamps = items()
        .into_iter()
        .map(|item| (item.key.clone(), serde_json::to_string(&item).unwrap()));
    let synced = shelf
        .sync(stamps, |key| panic!("{key} is made again"))
        .unwrap();
    assert_eq!((synced.kept, synced.indexed), (8, 0));
}

#[test]
fn a_folder_that_is_damaged_is_thrown_away_and_says_so() {
    check(
        |folder| fs::write(folder.join("shelf.json"), "{ \"form\": 0 }").unwrap(),
        "another version",
    );
    check(
        |folder| fs::remove_file(folder.join("shelf.json")).unwrap(),
        "which version",
    );
    check(
        |folder| fs::write(folder.join("index/meta.json"), "{").unwrap(),
        "",
    );
    check(|folder| fs::remove_file(largest(folder)).unwrap(), "");
    check(
        |folder| {
            let file = largest(folder);
            let mut bytes = fs::read(&file).unwrap();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0x40;
            fs::write(&file, bytes).unwrap();
        },
        "damaged",
    );
    check(
        |folder| {
            let file = largest(folder);
            let bytes = fs::read(&file).unwrap();
            fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
        },
        "",
    );
}

#[test]
fn what_else_lies_in_the_folder_stays() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("letter.txt"), "mine").unwrap();
    filled(folder.path());
    fs::remove_file(folder.path().join("shelf.json")).unwrap();
    Shelf::open(folder.path()).unwrap();
    assert_eq!(
        fs::read_to_string(folder.path().join("letter.txt")).unwrap(),
        "mine"
    );
}

#[test]
fn a_file_where_the_folder_should_be_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    assert!(matches!(Shelf::open(&file), Err(ShelfError::Folder { .. })));
}
