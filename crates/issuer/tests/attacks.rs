//! What is believed of an issuer, and what is not: against a small issuer that behaves as badly as it
//! can.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod small;

use std::io::ErrorKind;
use std::net::TcpListener;
use std::time::{Duration, Instant};

use issuer::{Answer, Asking, Flaw, Issuer, IssuerError, Silent, Told, Vouched};
use jiff::Timestamp;
use ring::hmac;
use serde_json::{Value, json};
use sha2::Digest;

use small::{CLIENT, Key, Manner, SECRET, Small, fields, part, text};

const NOW: i64 = 1_795_348_800;
const STATE: &str = "a-state";
const NONCE: &str = "a-nonce";
const VERIFIER: &str = "a-verifier-of-at-least-forty-three-characters-0123";

fn told(small: &Small) -> Told {
    Told {
        issuer: small.url.clone(),
        client_id: CLIENT.into(),
        client_secret: SECRET.into(),
        back: "http://127.0.0.1:8080/sign-in/issuer/back".into(),
        ..Told::default()
    }
}

/// An issuer that behaves, and we before it.
fn scene() -> (Small, Issuer) {
    let small = Small::stand(NOW);
    let issuer = Issuer::new(&told(&small)).unwrap();
    (small, issuer)
}

fn asking() -> Asking<'static> {
    Asking {
        state: STATE,
        nonce: NONCE,
        verifier: VERIFIER,
        anew: false,
    }
}

/// Follows the reader to the issuer; gives the query that he comes back with.
fn sent(way_in: &str) -> std::collections::BTreeMap<String, String> {
    use std::io::{Read, Write};
    let rest = way_in.strip_prefix("http://").unwrap();
    let (place, path) = rest.split_once('/').unwrap();
    let mut stream = std::net::TcpStream::connect(place).unwrap();
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: {place}\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let location = answer.split("Location: ").nth(1).unwrap();
    let location = location.split("\r\n").next().unwrap();
    fields(location.split_once('?').unwrap().1)
}

fn answer<'a>(back: &'a std::collections::BTreeMap<String, String>) -> Answer<'a> {
    Answer {
        code: &back["code"],
        iss: back.get("iss").map(String::as_str),
        nonce: NONCE,
        verifier: VERIFIER,
        now: Timestamp::from_second(NOW).unwrap(),
    }
}

/// What is waited for may be waited for on any thread.
fn on_any_thread<T: Send>(future: T) -> T {
    future
}

/// There and back.
async fn round(issuer: &Issuer) -> Result<Vouched, IssuerError> {
    let back = sent(&on_any_thread(issuer.way_in(asking())).await?);
    assert_eq!(back["state"], STATE);
    on_any_thread(issuer.answered(answer(&back))).await
}

/// Why nobody came in.
async fn flaw(issuer: &Issuer) -> Flaw {
    match round(issuer).await {
        Err(IssuerError::Refused(flaw)) => flaw,
        other => panic!("{other:?}"),
    }
}

async fn silent(issuer: &Issuer) -> Silent {
    match round(issuer).await {
        Err(IssuerError::Silent(silent)) => silent,
        other => panic!("{other:?}"),
    }
}

/// A port that must see nobody.
struct Trap(TcpListener);

impl Trap {
    fn set() -> Trap {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        Trap(listener)
    }

    fn url(&self) -> String {
        format!("http://{}", self.0.local_addr().unwrap())
    }

    fn saw_nobody(&self) {
        let seen = self.0.accept().map(|_| ()).map_err(|cause| cause.kind());
        assert_eq!(seen, Err(ErrorKind::WouldBlock));
    }
}

fn rs256(kid: &str) -> Key {
    use rsa::pkcs1v15::SigningKey;
    use rsa::signature::{SignatureEncoding, Signer};
    use rsa::traits::PublicKeyParts;
    let made = rsa::RsaPrivateKey::new(&mut rsa::rand_core::OsRng, 2048).unwrap();
    let (n, e) = (made.n().to_bytes_be(), made.e().to_bytes_be());
    let signing = SigningKey::<rsa::sha2::Sha256>::new(made);
    Key {
        alg: "RS256",
        kid: kid.into(),
        jwk: json!({
            "kty": "RSA", "use": "sig", "alg": "RS256", "kid": kid, "n": text(&n), "e": text(&e),
        }),
        sign: Box::new(move |what| signing.sign(what).to_vec()),
    }
}

#[tokio::test]
async fn an_issuer_vouches_by_each_of_three_algorithms() {
    let (small, issuer) = scene();
    for make in [Key::es256, Key::ed25519, rs256] {
        small.ways().turn(make("another"));
        // A key of the same name that is another one is found by asking anew.
        let issuer = Issuer::new(&told(&small)).unwrap();
        let vouched = round(&issuer).await.unwrap();
        assert_eq!(vouched.subject, "248289761001");
        assert_eq!(vouched.proved.unwrap().as_second(), NOW);
    }
    assert!(issuer.way_out().is_none(), "it was not asked yet");
    issuer.way_in(asking()).await.unwrap();
    let out = format!("{}/end?client_id=accede", small.url);
    assert_eq!(issuer.way_out(), Some(out));
}

#[tokio::test]
async fn what_is_asked_for_is_bound_to_this_sign_in_and_little() {
    let small = Small::stand(NOW);
    let demanded = vec!["urn:gold".into(), "phr".into(), "amr:hwk".into()];
    let issuer = Issuer::new(&Told {
        demanded,
        ..told(&small)
    })
    .unwrap();
    let anew = Asking {
        anew: true,
        ..asking()
    };
    let way = issuer.way_in(anew).await.unwrap();
    assert!(!way.contains(VERIFIER) && !way.contains(SECRET));
    let asked = fields(way.split_once('?').unwrap().1);
    for (name, value) in [
        ("scope", "openid"),
        ("code_challenge_method", "S256"),
        ("acr_values", "urn:gold phr"),
        ("prompt", "login"),
        ("max_age", "0"),
        ("nonce", NONCE),
    ] {
        assert_eq!(asked[name], value);
    }
    let challenge = text(&sha2::Sha256::digest(VERIFIER));
    assert_eq!(asked["code_challenge"], challenge);
}

#[tokio::test]
async fn a_token_of_wrong_claims_lets_nobody_in() {
    let (small, issuer) = scene();
    let wrong: [(&str, Value, Flaw); 17] = [
        ("iss", json!("https://other.example"), Flaw::TokenIssuer),
        ("iss", json!(format!("{}/", small.url)), Flaw::TokenIssuer),
        ("aud", json!("another"), Flaw::Audience),
        ("aud", json!([]), Flaw::Audience),
        ("aud", json!([CLIENT, "another"]), Flaw::Audience),
        ("azp", json!("another"), Flaw::Audience),
        ("exp", json!(NOW - 61), Flaw::Time),
        ("exp", json!(0), Flaw::Time),
        ("iat", json!(NOW + 61), Flaw::Time),
        ("nbf", json!(NOW + 61), Flaw::Time),
        ("nbf", json!("tomorrow"), Flaw::Token),
        ("nonce", json!("another"), Flaw::Nonce),
        ("nonce", Value::Null, Flaw::Nonce),
        ("nonce", json!(""), Flaw::Nonce),
        ("sub", json!(""), Flaw::Token),
        ("sub", json!("x".repeat(256)), Flaw::Token),
        ("sub", json!("a\u{202e}b"), Flaw::Token),
    ];
    for (name, value, expected) in wrong {
        let said = format!("{name} {value}");
        small.ways().claims = Box::new(move |claims| claims[name] = value.clone());
        assert_eq!(flaw(&issuer).await, expected, "{said}");
    }
    for right in [
        json!({"azp": CLIENT}),
        json!({"aud": [CLIENT]}),
        json!({"exp": NOW - 59, "iat": NOW + 59, "nbf": NOW + 59}),
    ] {
        small.ways().claims = Box::new(move |claims| {
            let changes = right.as_object().unwrap().clone();
            claims.as_object_mut().unwrap().extend(changes);
        });
        round(&issuer).await.unwrap();
    }
}

#[tokio::test]
async fn a_token_that_is_not_signed_with_a_key_of_the_issuer_lets_nobody_in() {
    let (small, issuer) = scene();
    round(&issuer).await.unwrap();
    type Forge = Box<dyn Fn(&Key, &Value, &Value) -> String + Send>;
    fn by_secret(secret: &[u8], head: &Value, claims: &Value) -> String {
        let mut head = head.clone();
        head["alg"] = json!("HS256");
        let signed = format!("{}.{}", part(&head), part(claims));
        let key = hmac::Key::new(hmac::HMAC_SHA256, secret);
        let mac = hmac::sign(&key, signed.as_bytes());
        format!("{signed}.{}", text(mac.as_ref()))
    }
    let forged: Vec<(&str, Forge)> = vec![
        (
            "alg none",
            Box::new(|_, head, claims| {
                let mut head = head.clone();
                head["alg"] = json!("none");
                format!("{}.{}.", part(&head), part(claims))
            }),
        ),
        (
            "no signature",
            Box::new(|_, head, claims| format!("{}.{}.", part(head), part(claims))),
        ),
        (
            "the public key as a secret",
            Box::new(|key, head, claims| {
                by_secret(key.jwk.to_string().as_bytes(), head, claims)
            }),
        ),
        (
            "a part of the public key as a secret",
            Box::new(|key, head, claims| {
                by_secret(key.jwk["x"].as_str().unwrap().as_bytes(), head, claims)
            }),
        ),
        (
            "the client's secret",
            Box::new(|_, head, claims| by_secret(SECRET.as_bytes(), head, claims)),
        ),
        (
            "another key of the same name",
            Box::new(|_, head, claims| Key::es256("one").token(head, claims)),
        ),
        (
            "another kind of key of the same name",
            Box::new(|_, head, claims| {
                let mut head = head.clone();
                head["alg"] = json!("EdDSA");
                Key::ed25519("one").token(&head, claims)
            }),
        ),
        (
            "a key brought along",
            Box::new(|_, head, claims| {
                let own = Key::es256("one");
                let mut head = head.clone();
                head["jwk"] = own.jwk.clone();
                own.token(&head, claims)
            }),
        ),
        (
            "claims changed after",
            Box::new(|key, head, claims| {
                let token = key.token(head, claims);
                let parts: Vec<&str> = token.split('.').collect();
                let mut claims = claims.clone();
                claims["sub"] = json!("administrator");
                format!("{}.{}.{}", parts[0], part(&claims), parts[2])
            }),
        ),
        (
            "not understood ones",
            Box::new(|key, head, claims| {
                let mut head = head.clone();
                head["crit"] = json!(["exp"]);
                key.token(&head, claims)
            }),
        ),
    ];
    for (name, forge) in forged {
        small.ways().forge = Some(forge);
        assert_eq!(flaw(&issuer).await, Flaw::Signature, "{name}");
    }
}

#[tokio::test]
async fn a_token_leads_to_no_key_of_its_own() {
    let (small, issuer) = scene();
    let trap = Trap::set();
    let url = trap.url();
    small.ways().forge = Some(Box::new(move |_, head, claims| {
        let own = Key::es256("his own");
        let mut head = head.clone();
        head["kid"] = json!(format!("{url}/key"));
        head["jku"] = json!(format!("{url}/keys"));
        head["x5u"] = json!(format!("{url}/chain"));
        own.token(&head, claims)
    }));
    assert_eq!(flaw(&issuer).await, Flaw::Signature);
    trap.saw_nobody();
}

#[tokio::test]
async fn unknown_keys_have_the_keys_fetched_again_once_a_minute() {
    let (small, issuer) = scene();
    round(&issuer).await.unwrap();
    assert_eq!(small.times("/keys"), 1);
    small.ways().turn(Key::ed25519("two"));
    round(&issuer).await.unwrap();
    assert_eq!(small.times("/keys"), 2, "the new key was looked for");
    for number in 0..5 {
        small.ways().head = Box::new(move |head| head["kid"] = json!(format!("k{number}")));
        assert_eq!(flaw(&issuer).await, Flaw::Signature);
    }
    assert_eq!(
        small.times("/keys"),
        2,
        "who invents names of keys has nothing fetched"
    );
}

#[tokio::test]
async fn what_is_demanded_of_a_sign_in_there_is_held() {
    let small = Small::stand(NOW);
    let demanded = vec!["urn:gold".into(), "amr:hwk".into()];
    let issuer = Issuer::new(&Told {
        demanded,
        ..told(&small)
    })
    .unwrap();
    for (claims, enough) in [
        (json!({}), false),
        (json!({"acr": "urn:silver", "amr": ["pwd"]}), false),
        (json!({"acr": "hwk"}), false),
        (json!({"amr": ["urn:gold"]}), false),
        (json!({"acr": "urn:gold"}), true),
        (json!({"amr": ["pwd", "hwk"]}), true),
    ] {
        let said = claims.to_string();
        small.ways().claims = Box::new(move |all| {
            let added = claims.as_object().unwrap().clone();
            all.as_object_mut().unwrap().extend(added);
        });
        let weak = matches!(round(&issuer).await, Err(IssuerError::TooWeak));
        assert_eq!(weak, !enough, "{said}");
    }
}

#[tokio::test]
async fn an_answer_of_another_issuer_is_none() {
    let (small, issuer) = scene();
    small.ways().added = "&iss=https%3A%2F%2Fother.example".into();
    assert_eq!(flaw(&issuer).await, Flaw::Issuer);
    assert_eq!(small.times("/token"), 0, "the code was given to nobody");
    small.ways().added = format!("&iss={}", small.url.replace(':', "%3A").replace('/', "%2F"));
    round(&issuer).await.unwrap();
    // One that promises to name itself has to.
    small.ways().added.clear();
    small.ways().discovery = Box::new(|says| {
        says["authorization_response_iss_parameter_supported"] = json!(true);
    });
    let issuer = Issuer::new(&told(&small)).unwrap();
    assert_eq!(flaw(&issuer).await, Flaw::Issuer);
}

#[tokio::test]
async fn a_code_is_taken_once_and_from_the_one_it_was_given_to() {
    let (_small, issuer) = scene();
    let back = sent(&issuer.way_in(asking()).await.unwrap());
    issuer.answered(answer(&back)).await.unwrap();
    let again = issuer.answered(answer(&back)).await;
    assert!(matches!(again, Err(IssuerError::Refused(Flaw::Code))));
    let back = sent(&issuer.way_in(asking()).await.unwrap());
    let stolen = Answer {
        verifier: "the-verifier-of-another-sign-in-0123456789-abcdef",
        ..answer(&back)
    };
    let stolen = issuer.answered(stolen).await;
    assert!(matches!(stolen, Err(IssuerError::Refused(Flaw::Code))));
}

#[tokio::test]
async fn a_token_endpoint_that_misbehaves_is_left() {
    let (small, issuer) = scene();
    let trap = Trap::set();
    for (manner, expected) in [
        (Manner::Status(500), Silent::Nonsense),
        (Manner::Status(200), Silent::Nonsense),
        (Manner::Huge, Silent::TooLarge),
        (Manner::Redirect(trap.url()), Silent::Nonsense),
        (
            Manner::Redirect("http://169.254.169.254/latest/meta-data".into()),
            Silent::Nonsense,
        ),
    ] {
        small.ways().manner = manner.clone();
        let told = match round(&issuer).await {
            Err(IssuerError::Silent(silent)) => silent,
            other => panic!("{manner:?}: {other:?}"),
        };
        assert_eq!(told, expected, "{manner:?}");
    }
    trap.saw_nobody();
    small.ways().manner = Manner::Right;
    round(&issuer).await.unwrap();
}

#[tokio::test]
async fn an_issuer_that_says_nothing_is_waited_for_ten_seconds() {
    let (small, issuer) = scene();
    small.ways().manner = Manner::Slow(Duration::from_secs(15));
    let began = Instant::now();
    assert_eq!(silent(&issuer).await, Silent::TooSlow);
    let took = began.elapsed();
    assert!(
        took > Duration::from_secs(9) && took < Duration::from_secs(13),
        "{took:?}"
    );
}

#[tokio::test]
async fn what_discovery_names_elsewhere_is_not_asked() {
    for name in ["jwks_uri", "token_endpoint", "authorization_endpoint"] {
        let (small, issuer) = scene();
        let trap = Trap::set();
        let url = trap.url();
        small.ways().discovery = Box::new(move |says| says[name] = json!(format!("{url}/x")));
        assert_eq!(silent(&issuer).await, Silent::Elsewhere, "{name}");
        trap.saw_nobody();
        // One that was listed is asked.
        let hosts = vec![trap.url().replace("http://", "")];
        let issuer = Issuer::new(&Told {
            hosts,
            ..told(&small)
        })
        .unwrap();
        if name == "authorization_endpoint" {
            let way = issuer.way_in(asking()).await.unwrap();
            assert!(way.starts_with(&trap.url()), "{way}");
        }
    }
    let (small, issuer) = scene();
    small.ways().discovery = Box::new(|says| says["issuer"] = json!("https://other.example"));
    assert_eq!(silent(&issuer).await, Silent::OtherName);
    let (small, issuer) = scene();
    small.ways().discovery = Box::new(|says| {
        says["end_session_endpoint"] = json!("https://other.example/end");
    });
    issuer.way_in(asking()).await.unwrap();
    assert_eq!(issuer.way_out(), None);
    drop(small);
}

#[tokio::test]
async fn an_issuer_that_is_down_is_asked_again_a_little_later() {
    let trap = Trap::set();
    let url = trap.url();
    drop(trap);
    let small = Small::stand(NOW);
    let told = Told {
        issuer: url,
        ..told(&small)
    };
    let issuer = Issuer::new(&told).unwrap();
    assert_eq!(silent(&issuer).await, Silent::NoConnection);
    assert_eq!(silent(&issuer).await, Silent::JustNow);
}

/// Over TLS: the authorities of the file, and no others.
#[test]
fn a_file_without_certificates_is_told() {
    let small = Small::stand(NOW);
    for pem in [&b""[..], b"no certificate"] {
        let told = Told {
            authorities: Some(pem.to_vec()),
            ..told(&small)
        };
        assert_eq!(
            Issuer::new(&told).unwrap_err(),
            issuer::BadTold::Authorities
        );
    }
}
