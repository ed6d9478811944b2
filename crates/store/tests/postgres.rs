//! PostgreSQL keeps the promises of every store, and says what stands in the way.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "only tests stand here")]

#[path = "common/cluster.rs"]
mod cluster;
mod common;

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use cluster::{Cluster, PASSWORD};
use common::{batch, chain, read};
use ledger::store::contract;
use ledger::verify::verify;
use ledger::{AppendError, Head, Seq, Store};
use store::{DatabaseError, DatabaseUrl, DocumentId, Documents, Postgres, Watch};

fn url(text: &str) -> DatabaseUrl {
    text.parse().unwrap()
}

fn create(text: &str) -> Postgres {
    Postgres::open_or_create(&url(text)).unwrap().0
}

#[test]
fn postgres_keeps_the_contract() {
    let Some(cluster) = Cluster::start("postgres_keeps_the_contract") else {
        return;
    };
    let number = AtomicU32::new(0);
    let fresh = || cluster.database(&format!("one_{}", number.fetch_add(1, Ordering::Relaxed)));
    contract::run(|| Box::new(create(&fresh())));
    let again = fresh();
    contract::reopening_loses_nothing(Box::new(create(&again)), || {
        Box::new(Postgres::open(&url(&again)).unwrap())
    });
}

#[test]
fn nobody_changes_removes_or_slips_in_an_entry() {
    let Some(cluster) = Cluster::start("nobody_changes_removes_or_slips_in_an_entry") else {
        return;
    };
    let mut store = create(&cluster.database("kept"));
    let head = store.append(Head::EMPTY, &batch(1, 3)).unwrap();
    let id = store.put(b"a document").unwrap();
    for statement in [
        "UPDATE accede.entries SET payload = '' WHERE seq = 2",
        "DELETE FROM accede.entries",
        "TRUNCATE accede.entries",
        "INSERT INTO accede.entries VALUES (5, decode(repeat('00', 32), 'hex'), '')",
        "INSERT INTO accede.entries VALUES (3, decode(repeat('00', 32), 'hex'), '')",
        "INSERT INTO accede.entries VALUES (3, decode(repeat('00', 32), 'hex'), '') \
         ON CONFLICT (seq) DO UPDATE SET payload = ''",
        "SET session_replication_role = replica; DELETE FROM accede.entries",
        "UPDATE accede.heads SET len = 9",
        "DELETE FROM accede.heads",
        "TRUNCATE accede.heads",
        "INSERT INTO accede.heads VALUES (2, decode(repeat('00', 32), 'hex'), NULL)",
        "UPDATE accede.ledger SET format = 2",
        "UPDATE accede.documents SET bytes = 'other'",
        "DELETE FROM accede.documents",
    ] {
        let refused = cluster.psql("kept", statement).unwrap_err();
        assert!(refused.contains("append-only"), "{statement}: {refused}");
    }
    let other = "INSERT INTO accede.documents VALUES (repeat('0', 64), 'x')";
    assert!(
        cluster.psql("kept", other).is_err(),
        "a document has the name of its bytes"
    );
    assert_eq!(store.get(&id).unwrap(), b"a document");
    assert_eq!(store.ids().unwrap(), std::slice::from_ref(&id));
    assert_eq!(store.put(b"a document").unwrap(), id);
    assert!(!store.contains(&DocumentId::of(b"never put")).unwrap());
    assert_eq!(store.head().unwrap(), head);
    assert!(verify(&store).holds());
    // Past the triggers, the chain itself tells.
    let forced = "ALTER TABLE accede.entries DISABLE TRIGGER ALL; \
                  UPDATE accede.entries SET payload = '{}' WHERE seq = 2";
    cluster.psql("kept", forced).unwrap();
    assert_eq!(verify(&store).broken_at, Some(2));
}

#[test]
fn what_stands_in_the_way_is_said_in_words_without_the_password() {
    let Some(mut cluster) =
        Cluster::start("what_stands_in_the_way_is_said_in_words_without_the_password")
    else {
        return;
    };
    let says = |address: &str, words: &str| {
        let error = Postgres::open_or_create(&url(address)).unwrap_err();
        let told = chain(&error);
        assert!(told.contains(words), "{told}");
        assert!(!format!("{told} {error:?}").contains(PASSWORD), "{told}");
    };
    let port = cluster.port;
    cluster.psql("postgres", "CREATE DATABASE other; ").unwrap();
    says(
        &cluster.address("accede", PASSWORD, 1, "d"),
        "no PostgreSQL server answers at",
    );
    says(
        &cluster.address("accede", "wrong", port, "other"),
        "the name or the password is wrong",
    );
    says(
        &cluster.address("accede", PASSWORD, port, "nowhere"),
        "there is no such database",
    );
    let encrypted = cluster.address("accede", PASSWORD, port, "other?sslmode=verify-full");
    says(&encrypted, "could not be encrypted and verified");

    let address = cluster.database("ours");
    let error = Postgres::open(&url(&address)).unwrap_err();
    assert!(matches!(error, DatabaseError::NoLedger(_)), "{error}");
    cluster
        .psql(
            "ours",
            "CREATE SCHEMA accede; CREATE TABLE accede.entries (a int)",
        )
        .unwrap();
    says(&address, "its schema `accede` is of another program");
    cluster
        .psql("ours", "CREATE TABLE accede.ledger (a int)")
        .unwrap();
    says(&address, "its table `accede.ledger` is of another program");
    let address = cluster.database("newer");
    drop(create(&address));
    let newer =
        "ALTER TABLE accede.ledger DISABLE TRIGGER ALL; UPDATE accede.ledger SET format = 7";
    cluster.psql("newer", newer).unwrap();
    says(&address, "has a ledger in format 7");

    // Rights to read and append are enough, and without them it says so.
    let address = cluster.database("shared");
    drop(create(&address));
    cluster.psql("shared", &format!(
        "CREATE ROLE node LOGIN PASSWORD '{PASSWORD}'; CREATE ROLE guest LOGIN PASSWORD '{PASSWORD}'; \
         GRANT USAGE ON SCHEMA accede TO node, guest; \
         GRANT SELECT ON ALL TABLES IN SCHEMA accede TO node, guest; \
         GRANT INSERT ON accede.entries, accede.heads, accede.documents TO node"
    )).unwrap();
    let mut node = create(&cluster.address("node", PASSWORD, port, "shared"));
    let head = node.append(Head::EMPTY, &batch(1, 2)).unwrap();
    node.put(b"a document").unwrap();
    let mut guest =
        Postgres::open(&url(&cluster.address("guest", PASSWORD, port, "shared"))).unwrap();
    let told = chain(&guest.append(head, &batch(3, 1)).unwrap_err());
    assert!(
        told.starts_with("could not write entries 3 to 3; nothing was written: the user"),
        "{told}"
    );
    cluster
        .psql(
            "shared",
            "ALTER ROLE node SET default_transaction_read_only = on",
        )
        .unwrap();
    let mut node = create(&cluster.address("node", PASSWORD, port, "shared"));
    assert!(node.only_reads().unwrap());
    let told = chain(&node.append(head, &batch(3, 1)).unwrap_err());
    assert!(told.contains("the server only reads"), "{told}");

    // A server that crashes between two appends costs nothing.
    let mut owner = Postgres::open(&url(&address)).unwrap();
    cluster.crash();
    assert_eq!(owner.head().unwrap(), head);
    cluster
        .psql(
            "postgres",
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
        WHERE pid <> pg_backend_pid() AND application_name = 'accede'",
        )
        .unwrap();
    assert_eq!(owner.append(head, &batch(3, 1)).unwrap().len, 3);
    assert!(verify(&owner).holds());
}

#[test]
fn writers_at_the_same_moment_wait_for_each_other_and_followers_hear_of_it() {
    let Some(cluster) = Cluster::start("writers_at_the_same_moment") else {
        return;
    };
    let address = cluster.database("raced");
    // All lay it out at once, and one of them does.
    thread::scope(|scope| {
        for writer in 0..4_u64 {
            let address = &address;
            scope.spawn(move || {
                let mut store = create(address);
                for turn in 0..10 {
                    let text = format!("writer {writer}, turn {turn}");
                    let pair = [
                        format!("{text}, 1").into_bytes(),
                        format!("{text}, 2").into(),
                    ];
                    loop {
                        let head = store.head().unwrap();
                        match store.append(head, &pair) {
                            Ok(_) => break,
                            Err(AppendError::Moved { .. }) => {}
                            Err(error) => panic!("{}", chain(&error)),
                        }
                    }
                }
            });
        }
    });
    let mut store = create(&address);
    let entries = read(&store);
    assert_eq!(entries.len(), 80);
    for pair in entries.chunks(2) {
        let text = |n: usize| String::from_utf8(pair[n].2.clone()).unwrap();
        assert_eq!(text(0).strip_suffix('1'), text(1).strip_suffix('2'));
    }

    let mut watch = Watch::over(&url(&address));
    assert!(
        watch.wait(Duration::from_secs(5)),
        "what was missed before is not known"
    );
    assert!(!watch.wait(Duration::from_millis(50)));
    let head = store.head().unwrap();
    let begun = Instant::now();
    let writer = thread::spawn(move || {
        thread::sleep(Duration::from_millis(200));
        store.append(head, &[b"news".to_vec()]).unwrap();
    });
    assert!(watch.wait(Duration::from_secs(20)), "it hears of an append");
    assert!(begun.elapsed() < Duration::from_secs(10));
    writer.join().unwrap();
    cluster
        .psql(
            "postgres",
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
        WHERE application_name = 'accede'",
        )
        .unwrap();
    let begun = Instant::now();
    while !watch.wait(Duration::from_millis(200)) {
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "it connects again"
        );
    }

    // A writer that keeps the lock does not stop readers, nor writers for ever.
    let holder = thread::spawn({
        let address = address.clone();
        move || {
            let mut other = postgres::Client::connect(&address, postgres::NoTls).unwrap();
            let mut transaction = other.transaction().unwrap();
            transaction
                .batch_execute("SELECT pg_advisory_xact_lock(1094927172, 1)")
                .unwrap();
            thread::sleep(Duration::from_secs(2));
        }
    });
    thread::sleep(Duration::from_millis(500));
    let mut store = create(&address);
    let begun = Instant::now();
    let head = store.head().unwrap();
    assert!(begun.elapsed() < Duration::from_secs(1));
    assert_eq!(store.append(head, &[b"later".to_vec()]).unwrap().len, 82);
    holder.join().unwrap();
    let mut seen = 0;
    store.read(Seq(82), &mut |_, _, _| seen += 1).unwrap();
    assert_eq!(seen, 1);
}

/// A certificate of an authority of the test's own, for 127.0.0.1; `None` without openssl.
fn certified(cluster: &Cluster) -> Option<std::path::PathBuf> {
    let dir = cluster.folder();
    let openssl = |line: &str| {
        let mut words: Vec<_> = line.split(' ').collect();
        words.retain(|word| !word.is_empty());
        let ran = std::process::Command::new("openssl")
            .args(words)
            .current_dir(&dir)
            .output();
        ran.ok().map(|ran| {
            assert!(
                ran.status.success(),
                "{}",
                String::from_utf8_lossy(&ran.stderr)
            )
        })
    };
    std::fs::write(
        dir.join("leaf.ext"),
        "subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n",
    )
    .unwrap();
    openssl(
        "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj /CN=test",
    )?;
    openssl("req -newkey rsa:2048 -nodes -keyout server.key -out server.csr -subj /CN=server")?;
    openssl(
        "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile leaf.ext -out server.crt",
    )?;
    cluster.serve_encrypted();
    Some(dir.join("ca.pem"))
}

#[test]
fn an_encrypted_connection_is_to_the_server_that_its_certificate_names() {
    let Some(cluster) = Cluster::start("an_encrypted_connection") else {
        return;
    };
    let Some(authority) = certified(&cluster) else {
        let told = "SKIPPED: an encrypted connection needs openssl\n";
        std::io::Write::write_all(&mut std::io::stderr(), told.as_bytes()).unwrap();
        let all = std::env::var("ACCEDE_REQUIRE_ALL").is_ok_and(|all| all == "1");
        assert!(!all, "ACCEDE_REQUIRE_ALL=1 and openssl is missing");
        return;
    };
    let address = cluster.database("encrypted");
    let root = format!("sslrootcert={}", authority.display());
    let mut store = create(&format!("{address}?sslmode=verify-full&{root}"));
    store.append(Head::EMPTY, &batch(1, 2)).unwrap();
    assert!(verify(&store).holds());
    let encrypted = "SELECT bool_and(ssl) FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) \
                     WHERE a.application_name = 'accede'";
    assert_eq!(cluster.psql("encrypted", encrypted).unwrap(), "t");
    // Another name than the certificate's, and an authority nobody here knows.
    let elsewhere = address.replace("127.0.0.1", "localhost");
    for refused in [
        format!("{elsewhere}?{root}"),
        format!("{address}?sslmode=require"),
    ] {
        let error = Postgres::open(&url(&refused)).unwrap_err();
        assert!(
            matches!(error, DatabaseError::NotEncrypted { .. }),
            "{}",
            chain(&error)
        );
    }
}
