//! What is known of persons, from one cabinet to another.

use std::collections::{BTreeMap, BTreeSet};

use people::KeepError;
use people::cabinet::{Becomes, Cabinet, CabinetError, Change, Drawer, Sheet};
use people::tray::Tray;

/// A cabinet that was not copied.
#[derive(Debug, thiserror::Error)]
pub enum PersonsError {
    /// The target has persons of another instance.
    #[error("what is known there is of the persons of another instance; it was left as it is")]
    OfAnother,
    /// One of the two failed, or the target was changed meanwhile.
    #[error(transparent)]
    Cabinet(#[from] CabinetError),
    /// What a tray says cannot be read.
    #[error(transparent)]
    Tray(#[from] KeepError),
}

/// Makes `to` say what `from` says, in one commit but for the bytes in trays, and gives the number of persons, those who were
/// erased among them. `to` must be empty or an earlier copy: both have the same secrets then.
///
/// # Errors
///
/// [`PersonsError`]; nothing was changed.
pub fn copy_persons(from: &dyn Cabinet, to: &dyn Cabinet) -> Result<usize, PersonsError> {
    let (source, target) = (sheets(from)?, sheets(to)?);
    if !target.is_empty() && secrets(&source) != secrets(&target) {
        return Err(PersonsError::OfAnother);
    }
    let before = Tray::at(to).sheets_of_bytes()?;
    let files = Tray::at(from).sheets_of_bytes()?;
    for key in &files {
        copy_sheet(from, to, key)?;
    }
    let every: BTreeSet<&Place> = source.keys().chain(target.keys()).collect();
    let changes = every.into_iter().filter_map(|at| {
        let (new, old) = (source.get(at), target.get(at));
        let becomes = match new {
            Some(new) if old.is_some_and(|old| old.content == new.content) => return None,
            Some(new) => Becomes::Content(new.content.clone()),
            None => Becomes::Removed,
        };
        Some(Change {
            drawer: at.0,
            key: at.1.clone(),
            seen: old.map(|old| old.version),
            becomes,
        })
    });
    to.commit(&changes.collect::<Vec<_>>())?;
    let files: BTreeSet<&String> = files.iter().collect();
    for key in before.iter().filter(|key| !files.contains(key)) {
        copy_sheet(from, to, key)?;
    }
    Ok(source.keys().filter(|at| at.0 == Drawer::Persons).count())
}

/// Copies a sheet of bytes by itself: together they may be more than fits into the memory, and a tray is told after its
/// sheets. One that is not there is removed.
fn copy_sheet(from: &dyn Cabinet, to: &dyn Cabinet, key: &str) -> Result<(), CabinetError> {
    let drawer = Drawer::TrayParts;
    let (new, old) = (from.read(drawer, key)?, to.read(drawer, key)?);
    let becomes = match (new, &old) {
        (Some(new), Some(old)) if new.content == old.content => return Ok(()),
        (None, None) => return Ok(()),
        (Some(new), _) => Becomes::Content(new.content),
        (None, Some(_)) => Becomes::Removed,
    };
    to.commit(&[Change {
        drawer,
        key: key.to_owned(),
        seen: old.map(|old| old.version),
        becomes,
    }])
}

/// A drawer and a key.
type Place = (Drawer, String);

fn sheets(cabinet: &dyn Cabinet) -> Result<BTreeMap<Place, Sheet>, CabinetError> {
    let mut sheets = BTreeMap::new();
    for drawer in Drawer::ALL {
        // Each by itself: `copy_sheet`.
        if drawer == Drawer::TrayParts {
            continue;
        }
        let list = cabinet.list(drawer, "")?.into_iter();
        sheets.extend(list.map(|(key, sheet)| ((drawer, key), sheet)));
    }
    Ok(sheets)
}

/// The secrets of the instance, which no two have in common.
fn secrets(sheets: &BTreeMap<Place, Sheet>) -> Option<&[u8]> {
    let sheet = sheets.get(&(Drawer::Settings, "keys".to_owned()))?;
    Some(&sheet.content)
}

#[cfg(test)]
mod tests {
    use people::cabinet::Memory;

    use super::*;

    fn put(cabinet: &Memory, drawer: Drawer, key: &str, content: &str) {
        let seen = cabinet.read(drawer, key).unwrap();
        let becomes = match content {
            "" => Becomes::Removed,
            content => Becomes::Content(content.into()),
        };
        let change = Change {
            drawer,
            key: key.to_owned(),
            seen: seen.map(|sheet| sheet.version),
            becomes,
        };
        cabinet.commit(&[change]).unwrap();
    }

    fn contents(cabinet: &Memory) -> Vec<(Place, Vec<u8>)> {
        let all = sheets(cabinet).unwrap().into_iter();
        all.map(|(at, sheet)| (at, sheet.content)).collect()
    }

    #[test]
    fn a_copy_follows_its_source_and_no_other() {
        let (from, to, other) = (Memory::default(), Memory::default(), Memory::default());
        assert_eq!(copy_persons(&from, &to).unwrap(), 0);
        put(&from, Drawer::Settings, "keys", "ours");
        put(&from, Drawer::Persons, "a", "Anna");
        put(&from, Drawer::Sessions, "a/1", "a session");
        assert_eq!(copy_persons(&from, &to).unwrap(), 1);
        assert_eq!(contents(&to), contents(&from));
        let before = sheets(&to).unwrap();
        copy_persons(&from, &to).unwrap();
        assert_eq!(sheets(&to).unwrap(), before, "what is the same stays");
        put(&from, Drawer::Persons, "b", "Bruno");
        put(&from, Drawer::Persons, "a", "erased");
        put(&from, Drawer::Sessions, "a/1", "");
        assert_eq!(copy_persons(&from, &to).unwrap(), 2);
        assert_eq!(contents(&to), contents(&from));
        put(&other, Drawer::Settings, "keys", "theirs");
        put(&other, Drawer::Persons, "c", "Carla");
        let there = contents(&other);
        let refused = copy_persons(&from, &other).unwrap_err();
        assert!(matches!(refused, PersonsError::OfAnother));
        assert_eq!(contents(&other), there);
    }
}
