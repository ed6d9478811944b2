//! What is known of persons, from one cabinet to another.

use std::collections::{BTreeMap, BTreeSet};

use people::cabinet::{Becomes, Cabinet, CabinetError, Change, Drawer, Sheet};

/// A cabinet that was not copied.
#[derive(Debug, thiserror::Error)]
pub enum PersonsError {
    /// The target has persons of another instance.
    #[error("what is known there is of the persons of another instance; it was left as it is")]
    OfAnother,
    /// One of the two failed, or the target was changed meanwhile.
    #[error(transparent)]
    Cabinet(#[from] CabinetError),
}

/// Makes `to` say what `from` says, in one commit, and gives the number of persons, those who were
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
    Ok(source.keys().filter(|at| at.0 == Drawer::Persons).count())
}

/// A drawer and a key.
type Place = (Drawer, String);

fn sheets(cabinet: &dyn Cabinet) -> Result<BTreeMap<Place, Sheet>, CabinetError> {
    let mut sheets = BTreeMap::new();
    for drawer in Drawer::ALL {
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
