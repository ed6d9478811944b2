//! Nothing that is secret or personal is ever logged, however much is.

use std::collections::BTreeSet;

use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use jiff::{SignedDuration, Timestamp};
use people::token::Scope;
use people::{Desk, NewToken, Password, SessionKey, SignIn, Visit};
use store::Location;

use crate::cluster::{Cluster, PASSWORD};
use crate::common::cable::Cable;
use crate::common::{Accede, NOW};
use crate::serving::{ADA, Serving, encoded};

const WRONG: &str = "the dog lay under the 7th bridge";

/// What must not be said, and what it is.
struct Secrets(Vec<(&'static str, String)>);

impl Secrets {
    /// A secret. What stands before its point, if it has one, says only whose it is.
    fn add(&mut self, what: &'static str, secret: &str) {
        let secret = match secret.rsplit_once('.') {
            Some((_, secret)) if secret.len() >= 16 => secret,
            Some(_) | None => secret,
        };
        self.0.push((what, secret.to_owned()));
        self.0.push((what, encoded(secret)));
    }

    /// Which of them are in what was said.
    fn found_in(&self, said: &str) -> Vec<&'static str> {
        let said = said.to_lowercase();
        let found = self
            .0
            .iter()
            .filter(|(_, secret)| said.contains(&secret.to_lowercase()));
        found.map(|(what, _)| *what).collect()
    }
}

/// What the tests know of a cabinet: they make a token and begin an app there.
fn beside(location: &Location, secrets: &mut Secrets) -> (String, SessionKey) {
    let mut chance = UnwrapErr(SysRng);
    let desk = Desk::at(location.cabinet().unwrap(), &mut chance).unwrap();
    let now: Timestamp = NOW.parse().unwrap();
    let visit = Visit {
        now,
        from: [127, 0, 0, 1].into(),
        device: None,
        agent: "a test",
    };
    let password = Password::new(ADA[2].1);
    let done = desk.sign_in(ADA[1].1, &password, None, &visit, &mut chance);
    let SignIn::Welcome(welcome) = done.unwrap() else {
        panic!("Ada cannot sign in");
    };
    let key = welcome.session;
    let adding = desk.add_app(&key, "Accede", &visit, &mut chance).unwrap();
    secrets.add("what the app knows", adding.text());
    let new = NewToken {
        name: "a program".to_owned(),
        team: "office".parse().unwrap(),
        scopes: BTreeSet::from([Scope::Read]),
        expires: now + SignedDuration::from_hours(48),
    };
    let (token, _) = desk.make_token(&key, &new, &visit, &mut chance).unwrap();
    let token = token.reveal();
    secrets.add("the token", &token);
    (token, key)
}

/// Everything people do at the door, right and wrong; gives what is secret of it.
fn use_it(serving: &Serving, location: &Location) -> Secrets {
    let mut secrets = Secrets(Vec::new());
    for (what, secret) in ADA {
        secrets.add(what, secret);
    }
    secrets.add("a wrong password", WRONG);
    secrets.add("the database's password", PASSWORD);
    let link = serving.first();
    let key = link.strip_prefix("/join/").unwrap().to_owned();
    // A form with mistakes in it, then a good one.
    let weak = [ADA[0], ADA[1], ("password", "short")];
    assert_eq!(serving.send(&link, &[], &weak).status(), 422);
    serving.join(&[]);
    assert_eq!(serving.get(&link, &[]).status(), 404);
    secrets.add("the key of the link", &key);
    let wrong = [ADA[1], ("password", WRONG)];
    assert_eq!(serving.send("/sign-in", &[], &wrong).status(), 422);
    let told = serving.send("/sign-in", &[], &ADA);
    assert_eq!(told.status(), 303);
    let cookies = told.cookies();
    for cookie in cookies.split("; ") {
        let (_, value) = cookie.split_once('=').unwrap();
        secrets.add("a cookie", value);
    }
    let own = [("Cookie", cookies.as_str())];
    let page = serving.get("/about", &own);
    secrets.add("the code of a form", &page.form());
    assert_eq!(serving.get("/ledger", &own).status(), 200);
    let code = [("code", "918273")];
    serving.send("/sign-in/code", &own, &code);
    let (token, adding) = beside(location, &mut secrets);
    secrets.add("a cookie", &adding.reveal());
    let adding = format!("accede-session={}", adding.reveal());
    let page = serving.get("/account", &[("Cookie", &adding)]);
    assert_eq!(page.status(), 200);
    let bearer = format!("Bearer {token}");
    let told = serving.get("/ledger.json", &[("Authorization", &bearer)]);
    assert_eq!(told.status(), 200, "{}", told.0);
    let made_up = format!("Bearer {token}x");
    let told = serving.get("/ledger.json", &[("Authorization", &made_up)]);
    assert_eq!(told.status(), 401);
    // What makes no sense at all.
    let junk = format!("{cookies}; {cookies}");
    serving.get("/ledger", &[("Cookie", &junk)]);
    serving.ask(
        "POST",
        "/sign-in",
        &own,
        &format!("password={}", encoded(WRONG)),
    );
    serving.raw(&format!(
        "POST /sign-in HTTP/1.1\r\nCookie: {cookies}\r\nbad line\r\n\r\n"
    ));
    secrets
}

/// What it said but for the link, which is told on purpose.
fn but_the_link(said: &str) -> String {
    let lines = said
        .lines()
        .filter(|line| !line.starts_with("Nobody has joined yet."));
    lines.collect::<Vec<_>>().join("\n")
}

const EVERYTHING: (&str, &str) = ("ACCEDE_LOG", "trace");

#[test]
fn nothing_secret_or_personal_is_logged() {
    let accede = Accede::without_acts();
    let serving = Serving::new(&accede, &[], &[EVERYTHING]);
    let secrets = use_it(&serving, &Location::Files(accede.data()));
    serving.says("DEBUG");
    let said = serving.end();
    assert!(said.contains("DEBUG"), "{said}");
    assert_eq!(
        secrets.found_in(&but_the_link(&said)),
        Vec::<&str>::new(),
        "{said}"
    );
}

#[test]
fn nor_is_it_with_a_database_and_when_that_is_cut_off() {
    let Some(cluster) = Cluster::start("nor_is_it_with_a_database") else {
        return;
    };
    let accede = Accede::without_acts();
    cluster.database("accede");
    let cable = Cable::to(cluster.port);
    let url = cluster.address("accede", PASSWORD, cable.port, "accede");
    let env = [EVERYTHING, ("ACCEDE_DATABASE_URL", url.as_str())];
    let serving = Serving::new(&accede, &[], &env);
    let location = Location::Database(url.parse().unwrap());
    let secrets = use_it(&serving, &location);
    cable.cut();
    let told = serving.send("/sign-in", &[], &ADA);
    assert!(told.status() >= 500, "{}", told.0);
    assert_eq!(secrets.found_in(&told.0), Vec::<&str>::new(), "{}", told.0);
    serving.says("what is known of people cannot be read or written");
    serving.says("DEBUG");
    let said = serving.end();
    assert!(said.contains("DEBUG"));
    assert_eq!(
        secrets.found_in(&but_the_link(&said)),
        Vec::<&str>::new(),
        "{said}"
    );
}
