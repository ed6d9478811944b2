//! An issuer with a certificate of a ministry's own authority.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod small;

use std::io::Write;
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use issuer::{Asking, Issuer, IssuerError, Silent, Told};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use small::{CLIENT, SECRET, Small};

/// A certificate for 127.0.0.1 of an authority of the test's own; `None` without openssl.
fn certified(dir: &Path) -> Option<()> {
    std::fs::write(
        dir.join("leaf.ext"),
        "subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n",
    )
    .unwrap();
    for line in [
        "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj /CN=test",
        "req -x509 -newkey rsa:2048 -nodes -keyout other.key -out other.pem -days 2 -subj /CN=test",
        "req -newkey rsa:2048 -nodes -keyout server.key -out server.csr -subj /CN=server",
        "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile leaf.ext -out server.crt",
    ] {
        let mut openssl = Command::new("openssl");
        let ran = openssl
            .args(line.split(' '))
            .current_dir(dir)
            .output()
            .ok()?;
        assert!(
            ran.status.success(),
            "{}",
            String::from_utf8_lossy(&ran.stderr)
        );
    }
    Some(())
}

/// The small issuer, over TLS, under this name.
fn stand(dir: &Path, name: &str) -> Small {
    let chain = CertificateDer::pem_file_iter(dir.join("server.crt")).unwrap();
    let chain = chain.collect::<Result<_, _>>().unwrap();
    let key = PrivateKeyDer::from_pem_file(dir.join("server.key")).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap();
    let config = Arc::new(config);
    Small::stand_as(0, name, move |small: &Small, stream: TcpStream| {
        let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
        small.answer(StreamOwned::new(connection, stream));
    })
}

/// Asks it, believing the authority of this file, or those of the system.
async fn asked(dir: &Path, small: &Small, authority: Option<&str>) -> Result<(), Silent> {
    let told = Told {
        issuer: small.url.clone(),
        client_id: CLIENT.into(),
        client_secret: SECRET.into(),
        authorities: authority.map(|name| std::fs::read(dir.join(name)).unwrap()),
        back: "https://accede.example/sign-in/issuer/back".into(),
        ..Told::default()
    };
    let asking = Asking {
        state: "a-state",
        nonce: "a-nonce",
        verifier: "a-verifier-of-at-least-forty-three-characters-0123",
        anew: false,
    };
    match Issuer::new(&told).unwrap().way_in(asking).await {
        Ok(way) => {
            assert!(way.starts_with(&small.url));
            Ok(())
        }
        Err(IssuerError::Silent(silent)) => Err(silent),
        Err(other) => panic!("{other}"),
    }
}

#[tokio::test]
async fn an_encrypted_connection_is_to_the_issuer_that_its_certificate_names() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    if certified(dir).is_none() {
        let told = "SKIPPED: an encrypted connection needs openssl\n";
        std::io::stderr().write_all(told.as_bytes()).unwrap();
        let all = std::env::var("ACCEDE_REQUIRE_ALL").is_ok_and(|all| all == "1");
        assert!(!all, "ACCEDE_REQUIRE_ALL=1 and openssl is missing");
        return;
    }
    let small = stand(dir, "https://127.0.0.1");
    assert_eq!(asked(dir, &small, Some("ca.pem")).await, Ok(()));
    // An authority nobody here knows, and another of the same name.
    for authority in [None, Some("other.pem")] {
        let refused = asked(dir, &small, authority).await;
        assert_eq!(refused, Err(Silent::NoConnection), "{authority:?}");
    }
    // Another name than the certificate's.
    let elsewhere = stand(dir, "https://localhost");
    let refused = asked(dir, &elsewhere, Some("ca.pem")).await;
    assert_eq!(refused, Err(Silent::NoConnection));
    assert!(elsewhere.ways().asked.is_empty(), "nothing was said to it");
}
