//! A small issuer, for tests alone: discovery, keys, an authorization endpoint that sends everybody
//! back at once, and a token endpoint that looks at code, client, address and PKCE. It behaves as well or
//! as badly as a test wants.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "a module of each test file, none of which uses all of it"
)]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use data_encoding::{BASE64, BASE64URL_NOPAD};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

pub const CLIENT: &str = "accede";
pub const SECRET: &str = "a-secret-of-the-client-7d1f";

/// What signs.
pub type Sign = Box<dyn Fn(&[u8]) -> Vec<u8> + Send>;

/// A key, made in the test.
pub struct Key {
    pub alg: &'static str,
    pub kid: String,
    pub jwk: Value,
    pub sign: Sign,
}

impl Key {
    pub fn es256(kid: &str) -> Key {
        let random = SystemRandom::new();
        let algorithm = &ECDSA_P256_SHA256_FIXED_SIGNING;
        let made = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(algorithm, made.as_ref(), &random).unwrap();
        let point = pair.public_key().as_ref();
        let (x, y) = (text(&point[1..33]), text(&point[33..65]));
        Key {
            alg: "ES256",
            kid: kid.to_owned(),
            jwk: json!({"kty": "EC", "crv": "P-256", "use": "sig", "kid": kid, "x": x, "y": y}),
            sign: Box::new(move |what| pair.sign(&random, what).unwrap().as_ref().to_vec()),
        }
    }

    pub fn ed25519(kid: &str) -> Key {
        let made = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        let pair = Ed25519KeyPair::from_pkcs8(made.as_ref()).unwrap();
        let x = text(pair.public_key().as_ref());
        Key {
            alg: "EdDSA",
            kid: kid.to_owned(),
            jwk: json!({"kty": "OKP", "crv": "Ed25519", "use": "sig", "kid": kid, "x": x}),
            sign: Box::new(move |what| pair.sign(what).as_ref().to_vec()),
        }
    }

    /// A token of these parts, signed.
    pub fn token(&self, head: &Value, claims: &Value) -> String {
        let signed = format!("{}.{}", part(head), part(claims));
        let signature = text(&(self.sign)(signed.as_bytes()));
        format!("{signed}.{signature}")
    }
}

pub fn text(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

pub fn part(value: &Value) -> String {
    text(value.to_string().as_bytes())
}

/// How the token endpoint answers.
#[derive(Debug, Clone)]
pub enum Manner {
    Right,
    Status(u16),
    Huge,
    /// It says nothing for so long.
    Slow(Duration),
    Redirect(String),
}

type Change = Box<dyn Fn(&mut Value) + Send>;
type Forge = Box<dyn Fn(&Key, &Value, &Value) -> String + Send>;

/// How it behaves.
pub struct Ways {
    pub key: Key,
    /// The keys it shows, beside those of others.
    pub jwks: Vec<Value>,
    pub subject: String,
    /// The moment, in seconds.
    pub now: i64,
    pub claims: Change,
    pub head: Change,
    pub discovery: Change,
    /// Makes a token in another way.
    pub forge: Option<Forge>,
    pub manner: Manner,
    /// What it adds to the address it sends a reader back to.
    pub added: String,
    /// Whether readers are sent back with an error.
    pub declines: bool,
    /// Codes that wait, with what they were asked for with.
    codes: BTreeMap<String, BTreeMap<String, String>>,
    /// Every path that was asked for.
    pub asked: Vec<String>,
    /// Every secret it gave out or was shown.
    pub secrets: Vec<String>,
}

impl Ways {
    fn new(now: i64) -> Ways {
        let key = Key::es256("one");
        Ways {
            jwks: vec![key.jwk.clone()],
            key,
            subject: "248289761001".into(),
            now,
            claims: Box::new(|_| {}),
            head: Box::new(|_| {}),
            discovery: Box::new(|_| {}),
            forge: None,
            manner: Manner::Right,
            added: String::new(),
            declines: false,
            codes: BTreeMap::new(),
            asked: Vec::new(),
            secrets: Vec::new(),
        }
    }

    /// Signs with another key from now on, and shows it alone.
    pub fn turn(&mut self, key: Key) {
        self.jwks = vec![key.jwk.clone()];
        self.key = key;
    }
}

/// The issuer.
#[derive(Clone)]
pub struct Small {
    pub url: String,
    ways: Arc<Mutex<Ways>>,
}

impl Small {
    /// Stands up on this machine; `now` is its moment.
    pub fn stand(now: i64) -> Small {
        Small::stand_as(now, "http://127.0.0.1", Small::answer)
    }

    /// Stands up under another name, and takes connections in another way.
    pub fn stand_as(
        now: i64,
        name: &str,
        take: impl Fn(&Small, TcpStream) + Clone + Send + 'static,
    ) -> Small {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let small = Small {
            url: format!("{name}:{port}"),
            ways: Arc::new(Mutex::new(Ways::new(now))),
        };
        let answering = small.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (answering, take) = (answering.clone(), take.clone());
                thread::spawn(move || take(&answering, stream));
            }
        });
        small
    }

    pub fn ways(&self) -> MutexGuard<'_, Ways> {
        self.ways.lock().unwrap()
    }

    /// How often a path was asked for.
    pub fn times(&self, path: &str) -> usize {
        let ways = self.ways();
        ways.asked.iter().filter(|asked| *asked == path).count()
    }

    /// Answers one request.
    pub fn answer<S: Read + Write>(&self, mut stream: S) {
        // A client that is gone has no use for an answer.
        let Some(asked) = Asked::read(&mut stream) else {
            return;
        };
        let told = self.told(&asked);
        let _ = stream.write_all(&told);
    }

    fn told(&self, asked: &Asked) -> Vec<u8> {
        self.ways().asked.push(asked.path.clone());
        match asked.path.as_str() {
            "/.well-known/openid-configuration" => json_answer(&self.discovery()),
            "/keys" => json_answer(&json!({"keys": self.ways().jwks})),
            "/authorize" => self.authorize(asked),
            "/token" => self.token(asked),
            _ => status(404),
        }
    }

    fn discovery(&self) -> Value {
        let url = &self.url;
        let mut says = json!({
            "issuer": url,
            "authorization_endpoint": format!("{url}/authorize"),
            "token_endpoint": format!("{url}/token"),
            "jwks_uri": format!("{url}/keys"),
            "end_session_endpoint": format!("{url}/end"),
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256", "ES256", "EdDSA", "HS256", "none"],
        });
        (self.ways().discovery)(&mut says);
        says
    }

    /// Sends the reader back at once, with a code.
    fn authorize(&self, asked: &Asked) -> Vec<u8> {
        let query = &asked.query;
        for (name, value) in [("response_type", "code"), ("client_id", CLIENT)] {
            assert_eq!(query[name], value);
        }
        assert_eq!(query["code_challenge_method"], "S256");
        assert_eq!(query["scope"], "openid");
        let mut ways = self.ways();
        let (back, state) = (&query["redirect_uri"], &query["state"]);
        let answer = if ways.declines {
            "error=access_denied&error_description=said%20by%20the%20issuer".to_owned()
        } else {
            let code = format!("code-{}", text(&Sha256::digest(&query["nonce"])));
            ways.codes.insert(code.clone(), query.clone());
            ways.secrets.push(code.clone());
            format!("code={code}")
        };
        let location = format!("{back}?{answer}&state={state}{}", ways.added);
        let head = format!(
            "HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
        head.into_bytes()
    }

    fn token(&self, asked: &Asked) -> Vec<u8> {
        let manner = self.ways().manner.clone();
        match manner {
            Manner::Right => self.granted(asked).unwrap_or_else(|| {
                let said = json!({"error": "invalid_grant", "error_description": "said by the issuer"});
                with(400, "application/json", said.to_string().as_bytes())
            }),
            Manner::Status(number) => status(number),
            Manner::Huge => with(200, "application/json", &vec![b' '; (1 << 20) + 1]),
            Manner::Slow(time) => {
                thread::sleep(time);
                status(500)
            }
            Manner::Redirect(to) => format!(
                "HTTP/1.1 307 Elsewhere\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            )
            .into_bytes(),
        }
    }

    /// A token, if everything is right; the code is used up in any case.
    fn granted(&self, asked: &Asked) -> Option<Vec<u8>> {
        let mut ways = self.ways();
        let form = &asked.form;
        let asking = ways.codes.remove(form.get("code")?)?;
        let basic = format!(
            "Basic {}",
            BASE64.encode(format!("{CLIENT}:{SECRET}").as_bytes())
        );
        let verifier = form.get("code_verifier")?;
        ways.secrets.push(verifier.clone());
        let right = asked.authorization == basic
            && form.get("grant_type")? == "authorization_code"
            && form.get("redirect_uri")? == &asking["redirect_uri"]
            && text(&Sha256::digest(verifier)) == asking["code_challenge"];
        if !right {
            return None;
        }
        let mut claims = json!({
            "iss": self.url, "sub": ways.subject, "aud": CLIENT, "nonce": asking["nonce"],
            "iat": ways.now, "exp": ways.now + 300, "auth_time": ways.now,
        });
        let mut head = json!({"alg": ways.key.alg, "kid": ways.key.kid, "typ": "JWT"});
        (ways.claims)(&mut claims);
        (ways.head)(&mut head);
        let token = match &ways.forge {
            Some(forge) => forge(&ways.key, &head, &claims),
            None => ways.key.token(&head, &claims),
        };
        ways.secrets.push(token.clone());
        ways.secrets.push("an-access-token-55aa".into());
        Some(json_answer(&json!({
            "access_token": "an-access-token-55aa", "token_type": "Bearer", "id_token": token,
        })))
    }
}

/// A request.
struct Asked {
    path: String,
    query: BTreeMap<String, String>,
    authorization: String,
    form: BTreeMap<String, String>,
}

impl Asked {
    fn read(stream: &mut impl Read) -> Option<Asked> {
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let target = line.split(' ').nth(1)?.to_owned();
        let (mut length, mut authorization) = (0, String::new());
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).ok()?;
            let Some((name, value)) = line.trim().split_once(": ") else {
                break;
            };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().ok()?,
                "authorization" => authorization = value.to_owned(),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).ok()?;
        let (path, query) = target.split_once('?').unwrap_or((&target, ""));
        Some(Asked {
            path: path.to_owned(),
            query: fields(query),
            authorization,
            form: fields(&String::from_utf8(body).ok()?),
        })
    }
}

/// The fields of a form or a query.
pub fn fields(text: &str) -> BTreeMap<String, String> {
    let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
    pairs
        .map(|(name, value)| (plain(name), plain(value)))
        .collect()
}

fn plain(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                let digits = std::str::from_utf8(&digits).unwrap();
                bytes.push(u8::from_str_radix(digits, 16).unwrap());
            }
            b'+' => bytes.push(b' '),
            other => bytes.push(other),
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn json_answer(value: &Value) -> Vec<u8> {
    with(200, "application/json", value.to_string().as_bytes())
}

fn status(number: u16) -> Vec<u8> {
    with(number, "text/plain", b"said by the issuer")
}

fn with(number: u16, kind: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {number} So\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}
