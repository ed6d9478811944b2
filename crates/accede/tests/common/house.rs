//! An instance with its people, in process: the ledger and the register of people in memory, the
//! pages behind the door, as the program serves them.

use std::collections::BTreeSet;
use std::sync::Arc;

use accede::clerk::{Clerk, Draft};
use accede::clock::Clock;
use accede::door::Entrance;
use accede::record::Record;
use accede::standing::Standing;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use jiff::{SignedDuration, Timestamp};
use ledger::store::Memory;
use ledger::{Audience, Body as Says, Store};
use people::{
    Desk, InvitationKey, Joining, NewToken, Password, PersonId, Role, Scope, SessionKey,
    SignIn, TeamId, Visit,
};
use serde_json::Value;
use store::Location;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tower::ServiceExt;
use treaty::Source;
use web::{App, Door};
use world::Viewer;

const PASSWORD: &str = "the cat sat on the roof";

/// The instance.
pub(crate) struct House {
    pub(crate) standing: Arc<Standing>,
    pub(crate) entrance: Arc<Entrance>,
    router: Router,
    runtime: Runtime,
    now: Timestamp,
    founder: PersonId,
    /// Where the files of documents are.
    pub(crate) files: TempDir,
}

/// Somebody who joined, signed in.
pub(crate) struct Someone {
    pub(crate) id: PersonId,
    pub(crate) key: SessionKey,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) location: String,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {}", self.text))
    }
}

fn chance() -> UnwrapErr<SysRng> {
    UnwrapErr(SysRng)
}

impl House {
    /// An instance with the shipped facts, and these teams.
    pub(crate) fn with(teams: &[&str]) -> House {
        let now: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
        let clock = Clock::stopped_at(now);
        let mut store = Memory::default();
        let shipped = shipped::entries().unwrap();
        let payloads = shipped.iter().map(|entry| entry.to_payload().unwrap());
        let payloads: Vec<_> = payloads.collect();
        store.append(store.head().unwrap(), &payloads).unwrap();
        let record = Record::read(&store).unwrap();
        let clerk = Clerk::start(Box::new(store), record, clock);
        let standing = Arc::new(Standing::new(clerk, clock));
        let cabinet = Arc::new(people::cabinet::Memory::default());
        let desk = Desk::at(cabinet, &mut chance()).unwrap();
        let files = tempfile::tempdir().unwrap();
        let place = Location::Files(files.path().to_owned());
        let entrance = Entrance::new(desk, clock, standing.clone()).keeping_at(place);
        let entrance = Arc::new(entrance);
        let router = web::router(App::new(standing.clone()).behind(entrance.clone()));
        let mut house = House {
            founder: PersonId(uuid::Uuid::nil()),
            standing,
            entrance,
            router,
            runtime: tokio::runtime::Builder::new_multi_thread()
                .worker_threads(1)
                .build()
                .unwrap(),
            now,
            files,
        };
        let first = house.entrance.first().unwrap().unwrap();
        house.founder = house.joins(&first, "Olive", &email("Olive")).id;
        teams.iter().for_each(|team| house.found(team));
        house
    }

    fn found(&self, team: &str) {
        let body = Says::Team(ledger::body::Team {
            team: team.to_owned(),
            name: format!("The {team} team"),
            note: None,
        });
        let draft = Draft::new(Source::cited("a test"), body).seen_by(Audience::SignedIn, None);
        self.record("test", draft);
    }

    /// Records something as whoever owns the machine does.
    pub(crate) fn record(&self, author: &str, draft: Draft) -> String {
        let viewer = match &draft.audience {
            Audience::Public => Viewer::public(),
            Audience::SignedIn => Viewer::member(Vec::<String>::new()),
            Audience::Teams(teams) => Viewer::member(teams.clone()),
        };
        let receipt = self
            .standing
            .submit_as(&viewer, author, move |_| Ok((vec![draft.clone()], ())));
        receipt.unwrap().recorded.unwrap().0.to_string()
    }

    /// Somebody is in a team no more.
    pub(crate) fn unseat(&self, someone: &Someone, team: &str) {
        let body = Says::Seat(ledger::body::Seat {
            person: someone.id,
            team: team.to_owned(),
            role: None,
        });
        let audience = Audience::Teams(vec![team.to_owned()]);
        let draft = Draft::new(Source::cited("a test"), body).seen_by(audience, None);
        self.record("test", draft);
    }

    fn visit(&self) -> Visit<'static> {
        Visit {
            now: self.now,
            from: [127, 0, 0, 1].into(),
            device: None,
            agent: "a test",
        }
    }

    /// Somebody joins the teams, and signs in.
    pub(crate) fn person(&self, name: &str, seats: &[(&str, Role)]) -> Someone {
        let email = email(name);
        let desk = self.entrance.desk();
        let mut someone = None;
        for (team, role) in seats {
            let team: TeamId = team.parse().unwrap();
            let by = self.founder;
            let (key, _) = desk
                .invite(&team, *role, &email, Some(by), self.now, &mut chance())
                .unwrap();
            match &someone {
                None => someone = Some(self.joins(&key, name, &email)),
                Some(one) => {
                    let accepted = desk.accept(&key, &one.key, &self.visit()).unwrap();
                    self.entrance.admit(&accepted).unwrap();
                }
            }
        }
        someone.unwrap()
    }

    fn joins(&self, key: &InvitationKey, name: &str, email: &str) -> Someone {
        let desk = self.entrance.desk();
        let password = Password::new(PASSWORD);
        let joining = Joining {
            name,
            email: Some(email),
            password: &password,
            language: "en",
        };
        let (accepted, _) = desk
            .join(key, &joining, &self.visit(), &mut chance())
            .unwrap();
        self.entrance.admit(&accepted).unwrap();
        let done = desk.sign_in(email, &password, None, &self.visit(), &mut chance());
        let SignIn::Welcome(welcome) = done.unwrap() else {
            panic!("{name} is not welcome");
        };
        Someone {
            id: accepted.person.id,
            key: welcome.session,
        }
    }

    /// A token of somebody.
    pub(crate) fn token(&self, someone: &Someone, team: &str, scopes: &[Scope]) -> String {
        let new = NewToken {
            name: "a program".to_owned(),
            team: team.parse().unwrap(),
            scopes: BTreeSet::from_iter(scopes.iter().copied()),
            expires: self.now + SignedDuration::from_hours(48),
        };
        let made =
            self.entrance
                .desk()
                .make_token(&someone.key, &new, &self.visit(), &mut chance());
        made.unwrap().0.reveal()
    }

    fn answer(&self, request: Request<Body>) -> Answer {
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap();
            let location = parts.headers.get("location");
            Answer {
                status: parts.status.as_u16(),
                location: location
                    .map_or_else(String::new, |to| to.to_str().unwrap().to_owned()),
                text: String::from_utf8_lossy(&bytes).into_owned(),
            }
        })
    }

    /// What somebody is shown in his browser; `None`: anyone.
    pub(crate) fn page(&self, someone: Option<&Someone>, path: &str) -> Answer {
        let mut request = Request::get(path).header("host", "accede.test");
        if let Some(one) = someone {
            request = request.header("cookie", cookie(one));
        }
        self.answer(request.body(Body::empty()).unwrap())
    }

    /// What a form of his does.
    pub(crate) fn send(
        &self,
        someone: &Someone,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Answer {
        let csrf = someone.key.csrf();
        let all = fields.iter().copied().chain([("form", csrf.as_str())]);
        let form: Vec<_> = all
            .map(|(name, value)| format!("{name}={}", encoded(value)))
            .collect();
        let request = Request::post(path)
            .header("host", "accede.test")
            .header("sec-fetch-site", "same-origin")
            .header("cookie", cookie(someone))
            .header("content-type", "application/x-www-form-urlencoded");
        self.answer(request.body(form.join("&").into()).unwrap())
    }

    /// What a form of his does that carries files.
    pub(crate) fn send_files(
        &self,
        someone: &Someone,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &[u8])],
    ) -> Answer {
        let csrf = someone.key.csrf();
        let mut body = Vec::new();
        for (name, value) in [("form", csrf.as_str())].iter().chain(fields) {
            let head = format!(
                "--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend(head.into_bytes());
        }
        for (name, bytes) in files {
            let head = format!(
                "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend(head.into_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--edge--\r\n");
        self.send_parts(someone, path, body)
    }

    /// What a body of parts does, whole or not.
    pub(crate) fn send_parts(&self, someone: &Someone, path: &str, body: Vec<u8>) -> Answer {
        let request = Request::post(path)
            .header("host", "accede.test")
            .header("sec-fetch-site", "same-origin")
            .header("cookie", cookie(someone))
            .header("content-type", "multipart/form-data; boundary=edge");
        self.answer(request.body(body.into()).unwrap())
    }

    /// What a program is answered that sends JSON.
    pub(crate) fn sends_json(&self, token: Option<&str>, body: &str) -> Answer {
        let mut request = Request::post("/ledger.json")
            .header("host", "accede.test")
            .header("content-type", "application/json");
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        self.answer(request.body(body.to_owned().into()).unwrap())
    }

    /// What a program is answered that asks.
    pub(crate) fn asks(&self, token: &str, path: &str) -> Answer {
        let request = Request::get(path)
            .header("host", "accede.test")
            .header("authorization", format!("Bearer {token}"));
        self.answer(request.body(Body::empty()).unwrap())
    }
}

fn email(name: &str) -> String {
    format!("{}@mfa.example", name.to_lowercase())
}

fn cookie(someone: &Someone) -> String {
    format!("accede-session={}", someone.key.reveal())
}

fn encoded(text: &str) -> String {
    let bytes = text.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    });
    bytes.collect()
}
