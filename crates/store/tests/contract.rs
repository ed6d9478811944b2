//! SQLite keeps the promises of every store.

use ledger::Store;
use ledger::store::contract;
use store::Sqlite;
use tempfile::TempDir;

/// A store that keeps its directory until it is dropped.
struct Kept(
    Sqlite,
    #[expect(dead_code, reason = "dropped with the store")] TempDir,
);

impl Store for Kept {
    fn head(&self) -> Result<ledger::Head, ledger::ReadError> {
        self.0.head()
    }

    fn append(
        &mut self,
        head: ledger::Head,
        payloads: &[Vec<u8>],
    ) -> Result<ledger::Head, ledger::AppendError> {
        self.0.append(head, payloads)
    }

    fn read(
        &self,
        from: ledger::Seq,
        visit: &mut dyn FnMut(ledger::Seq, ledger::Link, &[u8]),
    ) -> Result<(), ledger::ReadError> {
        self.0.read(from, visit)
    }

    fn noted(&self) -> Result<Vec<ledger::Noted>, ledger::ReadError> {
        self.0.noted()
    }
}

#[test]
fn sqlite_keeps_the_contract() {
    contract::run(|| {
        let dir = tempfile::tempdir().unwrap();
        let sqlite = Sqlite::create(dir.path()).unwrap();
        Box::new(Kept(sqlite, dir))
    });
}

#[test]
fn sqlite_loses_nothing_by_reopening() {
    let dir = tempfile::tempdir().unwrap();
    let new = Sqlite::create(dir.path()).unwrap();
    contract::reopening_loses_nothing(Box::new(new), || {
        Box::new(Sqlite::open(dir.path()).unwrap())
    });
}
