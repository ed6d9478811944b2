//! Coming in by an issuer, against a small one of our own: joining, linking, signing in, proving oneself
//! anew; and what those do who should not get in.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;
#[path = "../../issuer/tests/small/mod.rs"]
mod small;

use std::io::Read;
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::time::Duration;

use common::Accede;
use common::door::{ADA, Server, Told};
use serde_json::json;
use small::{CLIENT, Key, Manner, SECRET, Small};

/// The moment at which the clocks of the tests stand.
const NOW: i64 = 1_795_262_400;
/// Where the program says that it stands; it is reached elsewhere.
const ADDRESS: &str = "http://accede.localhost:1";
const BACK: &str = "/sign-in/issuer/back";

/// A program before a small issuer.
struct Scene {
    accede: Accede,
    small: Small,
    server: Server,
}

/// Cookies of a browser.
#[derive(Clone, Default)]
struct Browser(Vec<(String, String)>);

impl Browser {
    fn cookies(&self) -> String {
        let pairs = self.0.iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }

    /// Keeps what an answer sets.
    fn keep(&mut self, told: &Told) {
        for line in told.0.lines().take_while(|line| !line.is_empty()) {
            let Some(set) = line.strip_prefix("set-cookie: ") else {
                continue;
            };
            let (name, value) = set.split(';').next().unwrap().split_once('=').unwrap();
            self.0.retain(|(had, _)| had != name);
            if !set.contains("Max-Age=0") {
                self.0.push((name.to_owned(), value.to_owned()));
            }
        }
    }

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(had, _)| had == name)
    }
}

fn configured(command: &mut Command, accede: &Accede, small: &Small) {
    let secret = accede.file("secret", format!("{SECRET}\n"));
    let settings = [
        ("ACCEDE_ADDRESS", ADDRESS),
        ("ACCEDE_OIDC_ISSUER", &small.url),
        ("ACCEDE_OIDC_CLIENT_ID", CLIENT),
        ("ACCEDE_OIDC_NAME", "Ministry of Tests"),
        ("ACCEDE_OIDC_CLIENT_SECRET_FILE", secret.to_str().unwrap()),
    ];
    command.envs(settings);
}

impl Scene {
    /// One in which nobody has joined.
    fn new() -> Scene {
        Scene::with(|_| {})
    }

    fn with(change: impl FnOnce(&mut Command)) -> Scene {
        let (accede, small) = (Accede::new(), Small::stand(NOW));
        let server = Server::start_with(&accede, true, |command| {
            configured(command, &accede, &small);
            change(command);
        });
        Scene {
            accede,
            small,
            server,
        }
    }

    fn first(&self) -> String {
        self.server.first.clone().unwrap()
    }

    fn get(&self, browser: &mut Browser, path: &str) -> Told {
        let told = self.server.get(path, &browser.cookies());
        browser.keep(&told);
        told
    }

    fn send(&self, browser: &mut Browser, path: &str, form: &[(&str, &str)]) -> Told {
        let told = self.server.send(path, &browser.cookies(), form);
        browser.keep(&told);
        told
    }

    /// Sends a form with what the session's forms carry.
    fn does(&self, browser: &mut Browser, path: &str, form: &[(&str, &str)]) -> Told {
        let mut form = form.to_vec();
        let carried = self.get(browser, "/about").form();
        form.push(("form", &carried));
        self.send(browser, path, &form)
    }

    /// From the answer to a form to the issuer; gives the path with which he comes back.
    fn goes(&self, browser: &mut Browser, told: &Told) -> String {
        assert_eq!(
            (told.status(), told.header("location")),
            (303, "/sign-in/issuer"),
            "{}",
            told.0
        );
        let page = self.get(browser, "/sign-in/issuer");
        assert_eq!(page.status(), 200, "{}", page.0);
        let way_in = page
            .header("refresh")
            .strip_prefix("0; url=")
            .unwrap()
            .to_owned();
        assert!(way_in.starts_with(&self.small.url));
        page.says(&way_in.replace('&', "&#38;"));
        sent_back(&way_in)
    }

    /// Begins to sign in; gives the path with which he comes back.
    fn leaves(&self, browser: &mut Browser) -> String {
        let told = self.send(browser, "/sign-in/issuer", &[("next", "/states")]);
        self.goes(browser, &told)
    }

    /// There and back; gives where he goes on to.
    fn signs_in(&self, browser: &mut Browser) -> String {
        let back = self.leaves(browser);
        let told = self.get(browser, &back);
        assert_eq!(told.status(), 303, "{}", told.0);
        told.header("location").to_owned()
    }

    /// Joins by the first link, with the issuer.
    fn joins(&self) -> Browser {
        let mut browser = Browser::default();
        let path = format!("{}/issuer", self.first());
        let told = self.send(&mut browser, &path, &ADA[..2]);
        let back = self.goes(&mut browser, &told);
        let told = self.get(&mut browser, &back);
        assert_eq!(
            (told.status(), told.header("location")),
            (303, "/"),
            "{}",
            told.0
        );
        browser
    }

    /// Signs in with the password.
    fn by_password(&self) -> Browser {
        let mut browser = Browser::default();
        let told = self.send(&mut browser, "/sign-in", &ADA);
        assert_eq!(told.status(), 303, "{}", told.0);
        browser
    }

    /// One in which Ada has joined with a password.
    fn with_ada() -> Scene {
        let scene = Scene::new();
        scene.server.join(&scene.first());
        scene
    }

    fn is_in(&self, browser: &Browser) -> bool {
        let told = self.server.get("/ledger", &browser.cookies());
        told.0.contains("Ada Example")
    }
}

/// What the issuer sends a reader back with: the path here.
fn sent_back(way_in: &str) -> String {
    use std::io::Write;
    let (place, path) = way_in
        .strip_prefix("http://")
        .unwrap()
        .split_once('/')
        .unwrap();
    let mut stream = std::net::TcpStream::connect(place).unwrap();
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: {place}\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let location = answer.split("Location: ").nth(1).unwrap();
    let location = location.split("\r\n").next().unwrap();
    location.strip_prefix(ADDRESS).unwrap().to_owned()
}

const TOLD: &str = "/sign-in/issuer/told?why=";

#[test]
fn somebody_joins_with_the_issuer_and_needs_no_password() {
    let scene = Scene::new();
    let link = scene.first();
    scene
        .server
        .get(&link, "")
        .says("Join with Ministry of Tests");
    scene
        .server
        .get("/sign-in", "")
        .says("Sign in with Ministry of Tests");
    for (name, email, word, told) in [
        (" ", "ada@mfa.example", "name", "Give your name"),
        ("Ada", "no address", "email", "Give an e-mail address"),
    ] {
        let mut browser = Browser::default();
        let fields = [("name", name), ("email", email)];
        let gone = scene.send(&mut browser, &format!("{link}/issuer"), &fields);
        assert_eq!(gone.header("location"), format!("{link}?wrong={word}"));
        assert!(!browser.has("accede-errand"));
        scene.get(&mut browser, gone.header("location")).says(told);
    }
    let mut browser = scene.joins();
    scene
        .get(&mut browser, "/ledger")
        .says("is administrator in office");
    assert!(!browser.has("accede-errand"));
    assert_eq!(
        scene.server.get(&link, "").status(),
        404,
        "the link is used up"
    );
    scene.accede.ok("verify");
    let mut elsewhere = Browser::default();
    assert_eq!(scene.signs_in(&mut elsewhere), "/states");
    assert!(scene.is_in(&elsewhere));
    // No password lets her in.
    let told = scene.send(&mut Browser::default(), "/sign-in", &ADA);
    assert_eq!(told.status(), 422);
    // It is her last proof.
    let told = scene.does(&mut elsewhere, "/account/issuer/remove", &[]);
    assert_eq!(told.status(), 422);
    told.says("the last thing by which you can sign in");
    // What the ledger and its neighbour hold of the account is no name.
    let ledger = std::fs::read(scene.accede.data().join("ledger.sqlite")).unwrap();
    assert!(!String::from_utf8_lossy(&ledger).contains("248289761001"));
}

#[test]
fn somebody_signed_in_links_an_account_signs_in_with_it_and_removes_it() {
    let scene = Scene::with_ada();
    let mut browser = scene.by_password();
    let page = scene.get(&mut browser, "/account/issuer");
    page.says("Add Ministry of Tests");
    let told = scene.does(&mut browser, "/account/issuer", &[]);
    let back = scene.goes(&mut browser, &told);
    let told = scene.get(&mut browser, &back);
    assert_eq!(told.header("location"), "/account/issuer?done=added");
    let page = scene.get(&mut browser, "/account/issuer?done=added");
    page.says("It is linked");
    page.says("Remove Ministry of Tests");
    let mut other = Browser::default();
    assert_eq!(scene.signs_in(&mut other), "/states");
    assert!(scene.is_in(&other) && scene.is_in(&browser));
    // Who came by it is told where to sign out as well.
    let mut third = Browser::default();
    scene.signs_in(&mut third);
    let told = scene.does(&mut third, "/sign-out", &[]);
    assert_eq!(told.header("location"), "/signed-out");
    let end = format!("{}/end?client_id=accede", scene.small.url);
    scene.get(&mut third, "/signed-out").says(&end);
    let told = scene.does(&mut browser, "/account/issuer/remove", &[]);
    assert_eq!(told.header("location"), "/account/issuer?done=removed");
    assert!(scene.is_in(&browser) && !scene.is_in(&other));
    let stranger = scene.signs_in(&mut Browser::default());
    assert_eq!(stranger, format!("{TOLD}stranger"));
}

#[test]
fn linking_and_proving_oneself_anew_ask_the_issuer_for_a_proof_of_now() {
    let scene = Scene::with_ada();
    let mut browser = scene.by_password();
    let told = scene.does(&mut browser, "/account/issuer", &[]);
    let back = scene.goes(&mut browser, &told);
    scene.get(&mut browser, &back);
    // An issuer that does not say when: she is in, and not proved.
    scene.small.ways().claims = Box::new(|claims| {
        claims.as_object_mut().unwrap().remove("auth_time");
    });
    let mut browser = Browser::default();
    scene.signs_in(&mut browser);
    assert!(scene.is_in(&browser));
    let told = scene.does(&mut browser, "/account/issuer/remove", &[]);
    assert!(
        told.header("location").starts_with("/confirm?next="),
        "{}",
        told.0
    );
    let page = scene.get(&mut browser, "/confirm?next=%2Faccount%2Fissuer");
    page.says("Confirm with Ministry of Tests");
    for (at, goes_to) in [
        (None, "/sign-in/issuer/told?why=other"),
        (Some(NOW - 100), "/sign-in/issuer/told?why=other"),
        (Some(NOW), "/account/issuer"),
    ] {
        scene.small.ways().claims = Box::new(move |claims| claims["auth_time"] = json!(at));
        let told = scene.does(
            &mut browser,
            "/confirm/issuer",
            &[("next", "/account/issuer")],
        );
        let back = scene.goes(&mut browser, &told);
        let told = scene.get(&mut browser, &back);
        assert_eq!(told.header("location"), goes_to, "{at:?}");
    }
    let told = scene.does(&mut browser, "/account/issuer/remove", &[]);
    assert_eq!(told.header("location"), "/account/issuer?done=removed");
}

#[test]
fn a_stranger_is_told_that_he_needs_an_invitation_and_gets_no_account() {
    let scene = Scene::with_ada();
    let mut browser = Browser::default();
    // He says of himself that he has her address.
    scene.small.ways().claims = Box::new(|claims| {
        claims["email"] = json!("ada@mfa.example");
        claims["email_verified"] = json!(true);
        claims["preferred_username"] = json!("ada@mfa.example");
    });
    let told = scene.signs_in(&mut browser);
    assert_eq!(told, format!("{TOLD}stranger"));
    assert!(!browser.has("accede-session") && !browser.has("accede-errand"));
    let page = scene.get(&mut browser, &told);
    assert_eq!(page.status(), 403);
    page.says("Accounts are by invitation");
    page.says_nothing_of("248289761001");
    // Where she is invited, her address alone does not let him join in her place either.
    let path = format!("{}/issuer", scene.first());
    let told = scene.send(&mut browser, &path, &ADA[..2]);
    assert_eq!(told.header("location"), format!("{TOLD}invitation"));
}

#[test]
fn an_answer_is_of_one_browser_and_once() {
    let scene = Scene::new();
    scene.joins();
    let wrong = format!("{TOLD}errand");
    let (mut own, mut other) = (Browser::default(), Browser::default());
    let back = scene.leaves(&mut own);
    // Another browser, without an errand and with one of its own.
    assert_eq!(
        scene.get(&mut other.clone(), &back).header("location"),
        wrong
    );
    scene.leaves(&mut other);
    assert_eq!(scene.get(&mut other, &back).header("location"), wrong);
    // Another state, none, two, and one of another errand.
    let (before, state) = back.split_once("&state=").unwrap();
    for forged in [
        format!("{before}&state=x"),
        before.to_owned(),
        format!("{before}&state="),
        format!("{before}&state={}x", &state[1..]),
    ] {
        assert_eq!(
            scene.get(&mut own, &forged).header("location"),
            wrong,
            "{forged}"
        );
    }
    let twice = format!("{back}&state={state}");
    assert_eq!(scene.get(&mut own, &twice).status(), 400);
    assert_eq!(
        scene.small.times("/token"),
        1,
        "nothing was asked for any of these"
    );
    // What he is on was not disturbed by that; and then it is over.
    let mut again = own.clone();
    assert_eq!(scene.get(&mut own, &back).header("location"), "/states");
    assert!(scene.is_in(&own));
    assert_eq!(scene.get(&mut again, &back).header("location"), wrong);
    assert_eq!(scene.get(&mut own, &back).header("location"), wrong);
    // A code of somebody else, brought into an errand of one's own, is of no use.
    let (mut thief, mut victim) = (Browser::default(), Browser::default());
    let stolen = scene.leaves(&mut victim);
    let own = scene.leaves(&mut thief);
    let code = stolen
        .split("code=")
        .nth(1)
        .unwrap()
        .split('&')
        .next()
        .unwrap();
    let state = own.split("state=").nth(1).unwrap();
    let injected = format!("{BACK}?code={code}&state={state}");
    let told = scene.get(&mut thief, &injected);
    assert_eq!(told.header("location"), format!("{TOLD}refused"));
    assert!(!thief.has("accede-session"));
}

#[test]
fn what_does_not_hold_lets_nobody_in_and_is_not_repeated() {
    let scene = Scene::new();
    scene.joins();
    type Spoil = fn(&mut small::Ways);
    let spoils: [(&str, Spoil, &str); 11] = [
        (
            "nonce",
            |ways| ways.claims = Box::new(|c| c["nonce"] = json!("x")),
            "refused",
        ),
        (
            "aud",
            |ways| ways.claims = Box::new(|c| c["aud"] = json!("x")),
            "refused",
        ),
        (
            "iss",
            |ways| ways.claims = Box::new(|c| c["iss"] = json!("https://x")),
            "refused",
        ),
        (
            "exp",
            |ways| ways.claims = Box::new(|c| c["exp"] = json!(NOW - 100)),
            "refused",
        ),
        (
            "none",
            |ways| {
                ways.forge = Some(Box::new(|_, _, claims| {
                    let head = json!({"alg": "none"});
                    format!("{}.{}.", small::part(&head), small::part(claims))
                }));
            },
            "refused",
        ),
        (
            "HS256",
            |ways| {
                ways.forge = Some(Box::new(|key, _, claims| {
                    use ring::hmac;
                    let head = json!({"alg": "HS256", "kid": key.kid});
                    let signed = format!("{}.{}", small::part(&head), small::part(claims));
                    let secret = key.jwk["x"].as_str().unwrap();
                    let secret = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
                    let mac = hmac::sign(&secret, signed.as_bytes());
                    format!("{signed}.{}", small::text(mac.as_ref()))
                }));
            },
            "refused",
        ),
        (
            "mix-up",
            |ways| ways.added = "&iss=https%3A%2F%2Fother.example".into(),
            "refused",
        ),
        ("declined", |ways| ways.declines = true, "declined"),
        ("500", |ways| ways.manner = Manner::Status(500), "silent"),
        ("huge", |ways| ways.manner = Manner::Huge, "silent"),
        (
            "slow",
            |ways| ways.manner = Manner::Slow(Duration::from_secs(14)),
            "silent",
        ),
    ];
    for (name, spoil, word) in spoils {
        let mut browser = Browser::default();
        assert_eq!(scene.signs_in(&mut browser), "/states", "before {name}");
        spoil(&mut scene.small.ways());
        let mut browser = Browser::default();
        let told = scene.signs_in(&mut browser);
        assert_eq!(told, format!("{TOLD}{word}"), "{name}");
        assert!(!browser.has("accede-session"), "{name}");
        let page = scene.get(&mut browser, &told);
        page.says_nothing_of("said by the issuer");
        let mut ways = scene.small.ways();
        ways.claims = Box::new(|_| {});
        ways.forge = None;
        ways.added.clear();
        ways.declines = false;
        ways.manner = Manner::Right;
    }
    // Last, for it cannot be undone: another key of the same name.
    scene.small.ways().key = Key::es256("one");
    let told = scene.signs_in(&mut Browser::default());
    assert_eq!(told, format!("{TOLD}refused"));
}

#[test]
fn requests_go_nowhere_but_to_the_issuer() {
    let trap = TcpListener::bind("127.0.0.1:0").unwrap();
    trap.set_nonblocking(true).unwrap();
    let url = format!("http://{}", trap.local_addr().unwrap());
    for name in ["jwks_uri", "token_endpoint", "authorization_endpoint"] {
        let scene = Scene::new();
        let at = format!("{url}/x");
        scene.small.ways().discovery = Box::new(move |says| says[name] = json!(at));
        let mut browser = Browser::default();
        let told = scene.send(&mut browser, "/sign-in/issuer", &[]);
        assert_eq!(told.header("location"), "/sign-in/issuer");
        let told = scene.get(&mut browser, "/sign-in/issuer");
        assert_eq!(told.header("location"), format!("{TOLD}silent"), "{name}");
    }
    let scene = Scene::new();
    scene.joins();
    for to in [url.as_str(), "http://169.254.169.254/latest/meta-data"] {
        scene.small.ways().manner = Manner::Redirect(to.to_owned());
        let told = scene.signs_in(&mut Browser::default());
        assert_eq!(told, format!("{TOLD}silent"), "{to}");
    }
    let seen = trap.accept().map(|_| ()).map_err(|cause| cause.kind());
    assert_eq!(seen, Err(std::io::ErrorKind::WouldBlock));
}

#[test]
fn where_the_issuer_is_down_the_program_stands_and_other_ways_in_go_on() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", closed.local_addr().unwrap());
    drop(closed);
    let scene = Scene::with(|command| {
        command.env("ACCEDE_OIDC_ISSUER", url);
    });
    scene.server.join(&scene.first());
    let mut browser = Browser::default();
    scene.send(&mut browser, "/sign-in/issuer", &[]);
    let told = scene.get(&mut browser, "/sign-in/issuer");
    let page = scene.get(&mut browser, told.header("location"));
    assert_eq!(page.status(), 503);
    page.says("Ministry of Tests does not answer at the moment");
    page.says("href=\"/sign-in\"");
    assert!(scene.is_in(&scene.by_password()));
}

#[test]
fn what_the_administrator_demands_of_a_sign_in_there_is_held() {
    let scene = Scene::with(|command| {
        command.env("ACCEDE_OIDC_ACR", "urn:gold, amr:hwk");
    });
    scene.small.ways().claims = Box::new(|claims| claims["amr"] = json!(["hwk"]));
    scene.joins();
    assert_eq!(scene.signs_in(&mut Browser::default()), "/states");
    scene.small.ways().claims = Box::new(|claims| claims["amr"] = json!(["pwd"]));
    let told = scene.signs_in(&mut Browser::default());
    assert_eq!(told, format!("{TOLD}weak"));
}

#[test]
fn forms_that_no_page_of_ours_sent_lead_nowhere() {
    let scene = Scene::with_ada();
    let browser = scene.by_password();
    let cookies = browser.cookies();
    let forged = [
        ("Sec-Fetch-Site", "cross-site"),
        ("Cookie", cookies.as_str()),
    ];
    let link = format!("{}/issuer", scene.first());
    for path in [
        "/sign-in/issuer",
        "/account/issuer",
        "/account/issuer/remove",
        "/confirm/issuer",
        &link,
    ] {
        let told = scene.server.ask(path, &forged, Some(&[]));
        assert_eq!(told.status(), 403, "{path}");
        assert!(told.header("set-cookie").is_empty(), "{path}");
    }
    for path in [
        "/account/issuer",
        "/account/issuer/remove",
        "/confirm/issuer",
    ] {
        let told = scene.server.send(path, &cookies, &[("form", "x")]);
        assert_eq!(told.status(), 403, "{path}");
    }
    for (next, goes_to) in [
        ("//evil.example", "/"),
        ("https://evil.example", "/"),
        ("/duties", "/duties"),
    ] {
        let scene = &scene;
        let mut browser = scene.by_password();
        let told = scene.does(&mut browser, "/account/issuer", &[]);
        if told.header("location") == "/sign-in/issuer" {
            let back = scene.goes(&mut browser, &told);
            scene.get(&mut browser, &back);
        }
        let mut browser = Browser::default();
        let told = scene.send(&mut browser, "/sign-in/issuer", &[("next", next)]);
        let back = scene.goes(&mut browser, &told);
        assert_eq!(
            scene.get(&mut browser, &back).header("location"),
            goes_to,
            "{next}"
        );
    }
}

#[test]
fn nothing_secret_is_logged() {
    let (accede, small) = (Accede::new(), Small::stand(NOW));
    let log = accede.folder().join("log");
    let server = Server::start_with(&accede, true, |command| {
        configured(command, &accede, &small);
        let file = std::fs::File::create(&log).unwrap();
        command.env("ACCEDE_LOG", "trace").stderr(file);
    });
    let mut scene = Scene {
        accede,
        small,
        server,
    };
    let joined = scene.joins();
    let mut browser = Browser::default();
    let back = scene.leaves(&mut browser);
    let errand = browser.cookies();
    scene.get(&mut browser, &back);
    assert!(scene.is_in(&browser));
    scene.small.ways().claims = Box::new(|claims| claims["nonce"] = json!("x"));
    let told = scene.signs_in(&mut Browser::default());
    assert_eq!(told, format!("{TOLD}refused"));
    scene.small.ways().manner = Manner::Status(500);
    scene.signs_in(&mut Browser::default());
    scene.server.child.kill().unwrap();
    scene.server.child.wait().unwrap();
    let logged = std::fs::read_to_string(&log).unwrap();
    assert!(
        logged.contains("does not belong to this sign-in"),
        "{logged}"
    );
    let mut secrets = scene.small.ways().secrets.clone();
    assert!(secrets.len() >= 8);
    secrets.extend(
        [SECRET, "248289761001", "said by the issuer", "Ada Example"].map(str::to_owned),
    );
    secrets.push(scene.first().trim_start_matches("/join/").to_owned());
    let cookies = [joined.cookies(), browser.cookies(), errand];
    for pair in cookies.iter().flat_map(|all| all.split("; ")) {
        secrets.push(pair.split_once('=').unwrap().1.to_owned());
    }
    secrets.extend(
        back.split(['&', '?'])
            .filter_map(|pair| pair.split_once('=').map(|(_, value)| value.to_owned())),
    );
    for secret in secrets {
        assert!(!logged.contains(&secret), "{secret} is logged");
    }
}

#[test]
fn a_setting_that_is_missing_or_wrong_is_told_at_the_start() {
    let (accede, small) = (Accede::new(), Small::stand(NOW));
    for (name, value) in [
        ("ACCEDE_ADDRESS", None),
        ("ACCEDE_OIDC_CLIENT_ID", None),
        ("ACCEDE_OIDC_NAME", None),
        ("ACCEDE_OIDC_CLIENT_SECRET_FILE", None),
        ("ACCEDE_OIDC_CLIENT_SECRET_FILE", Some("/no/such/file")),
        ("ACCEDE_OIDC_CA_FILE", Some("/no/such/file")),
        ("ACCEDE_OIDC_HOSTS", Some("https://a.example")),
        ("ACCEDE_OIDC_ISSUER", Some("http://id.mfa.example")),
    ] {
        let mut command = accede.command(["serve", "--listen", "127.0.0.1:0"]);
        configured(&mut command, &accede, &small);
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
        let ended = command.stderr(Stdio::piped()).output().unwrap();
        let told = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert_eq!(ended.status.code(), Some(2), "{name}: {told}");
        assert!(
            told.contains(name) && !told.contains(SECRET),
            "{name}: {told}"
        );
    }
    assert!(small.ways().asked.is_empty(), "nobody was asked");
}
