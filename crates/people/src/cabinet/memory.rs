//! A cabinet in memory, for tests.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Becomes, Cabinet, CabinetError, Change, Drawer, Sheet};

/// A cabinet that is gone when it is dropped.
#[derive(Debug, Default)]
pub struct Memory(Mutex<Inside>);

#[derive(Debug, Default)]
struct Inside {
    commits: u64,
    sheets: BTreeMap<(Drawer, String), Sheet>,
}

impl Memory {
    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Cabinet for Memory {
    fn read(&self, drawer: Drawer, key: &str) -> Result<Option<Sheet>, CabinetError> {
        Ok(self.inside().sheets.get(&(drawer, key.to_owned())).cloned())
    }

    fn list(&self, drawer: Drawer, prefix: &str) -> Result<Vec<(String, Sheet)>, CabinetError> {
        let inside = self.inside();
        let from = inside.sheets.range((drawer, prefix.to_owned())..);
        let these = from.take_while(|((of, key), _)| *of == drawer && key.starts_with(prefix));
        Ok(these
            .map(|((_, key), sheet)| (key.clone(), sheet.clone()))
            .collect())
    }

    fn commit(&self, changes: &[Change]) -> Result<(), CabinetError> {
        let mut inside = self.inside();
        let as_seen = changes.iter().all(|change| {
            let sheet = inside.sheets.get(&(change.drawer, change.key.clone()));
            sheet.map(|sheet| sheet.version) == change.seen
        });
        if !as_seen {
            return Err(CabinetError::Conflict);
        }
        inside.commits += 1;
        let version = inside.commits;
        for change in changes {
            let at = (change.drawer, change.key.clone());
            match &change.becomes {
                Becomes::Content(content) => {
                    let content = content.clone();
                    inside.sheets.insert(at, Sheet { version, content });
                }
                Becomes::Removed => {
                    inside.sheets.remove(&at);
                }
                Becomes::Same => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::cabinet::contract;

    #[test]
    fn memory_keeps_the_contract() {
        contract::run(|| Arc::new(Memory::default()));
        let shared: Arc<Memory> = Arc::default();
        contract::one_of_two_wins(&[shared.clone(), shared]);
    }
}
