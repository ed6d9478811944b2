//! A published edition of a ledger with secrets is that of the ledger without.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use accede::record::Record;
use accede::still::Still;
use ledger::Store;
use ledger::store::Memory;
use treaty::Lang;
use web::App;
use web::publish::{Edition, Extra, Sink, publish};
use world::Viewer;

use crate::dice::Dice;
use crate::ledgers::{self, Ledger};

#[derive(Default)]
struct Files(BTreeMap<String, Vec<u8>>);

impl Sink for Files {
    fn put(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.0.insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn progress(&mut self, _: usize, _: usize) {}
}

async fn published(ledger: &Ledger) -> Files {
    let mut store = Memory::default();
    for step in &ledger.0 {
        let payloads: Vec<_> = step
            .iter()
            .map(|entry| entry.to_payload().unwrap())
            .collect();
        store.append(store.head().unwrap(), &payloads).unwrap();
    }
    let still = Still::of_edition(Record::read(&store).unwrap(), None, None).unwrap();
    let edition = Edition {
        langs: vec![Lang::En],
        base: None,
        without: [Extra::Png, Extra::Svg].into(),
    };
    let mut files = Files::default();
    publish(App::new(Arc::new(still)), &edition, &mut files)
        .await
        .unwrap();
    files
}

#[tokio::test]
async fn an_edition_has_nothing_of_what_is_not_for_anyone() {
    let whole = ledgers::small(&mut Dice::new(77), 40);
    let with = published(&whole).await;
    let without = published(&whole.without_what_is_hidden_from(&Viewer::public())).await;
    assert!(with.0.keys().eq(without.0.keys()), "they have other files");
    for (path, bytes) in &with.0 {
        assert!(*bytes == without.0[path], "{path} differs");
        assert!(!crate::tells(bytes), "{path} tells of what is hidden");
    }
    crate::tell(
        "the edition",
        with.0.len(),
        whole.hidden_from(&Viewer::public()).len(),
    );
}
