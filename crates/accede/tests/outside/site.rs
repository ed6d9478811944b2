//! The pages and their door in process: clerk, worlds, desk, router; with people and record in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, LazyLock};

use accede::clerk::Clerk;
use accede::clock::Clock;
use accede::door::Entrance;
use accede::record::Record;
use accede::standing::Standing;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request};
use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use jiff::SignedDuration;
use ledger::Store as _;
use people::cabinet::{Drawer, Memory};
use people::token::Scope;
use people::{Cabinet, Desk, Joining, NewToken, Password, SessionKey, SignIn, Visit};
use tokio::runtime::Runtime;
use tower::ServiceExt;
use web::{App, Door, Road};

use crate::serving::ADA;

/// The moment at which everything happens.
const NOW: &str = "2026-11-21T12:00:00Z";

/// A record for the tests of this file: folding it takes a moment.
fn standing() -> Arc<Standing> {
    static SHIPPED: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
        let entries = shipped::entries().unwrap();
        let payloads = entries.iter().map(|entry| entry.to_payload().unwrap());
        payloads.collect()
    });
    let mut store = ledger::store::Memory::default();
    let head = store.head().unwrap();
    store.append(head, &SHIPPED).unwrap();
    let clock = Clock::stopped_at(NOW.parse().unwrap());
    let read = Record::read(&store).unwrap();
    Arc::new(Standing::new(
        Clerk::start(Box::new(store), read, clock),
        clock,
    ))
}

pub(crate) struct Site {
    cabinet: Arc<Memory>,
    standing: Arc<Standing>,
    pub(crate) entrance: Arc<Entrance>,
    router: Router,
    runtime: Runtime,
}

/// What is kept: each sheet with its version, and the head of the record.
pub(crate) type Kept = (BTreeMap<(Drawer, String), u64>, ledger::Head);

impl Site {
    /// One in which Ada has joined.
    pub(crate) fn new() -> Site {
        let standing = standing();
        let (cabinet, entrance, router) = people(&standing);
        Site {
            cabinet,
            standing,
            entrance,
            router,
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap(),
        }
    }

    /// The same record, and people anew.
    pub(crate) fn anew(&mut self) {
        (self.cabinet, self.entrance, self.router) = people(&self.standing);
    }

    pub(crate) fn kept(&self) -> Kept {
        let mut sheets = BTreeMap::new();
        for drawer in Drawer::ALL {
            for (key, sheet) in self.cabinet.list(drawer, "").unwrap() {
                sheets.insert((drawer, key), sheet.version);
            }
        }
        (sheets, self.standing.record().head())
    }

    /// Every session is over. One too many would end the one unused for longest, and with a clock that
    /// stands all are as old.
    pub(crate) fn empties(&self) {
        let desk = self.entrance.desk();
        for person in desk.persons().unwrap() {
            desk.end_all_sessions(person.id, NOW.parse().unwrap())
                .unwrap();
        }
    }

    /// Ada's session, unless she is gone.
    pub(crate) fn sign_in(&self) -> Option<SessionKey> {
        let (email, password) = (ADA[1].1, Password::new(ADA[2].1));
        let desk = self.entrance.desk();
        let done = desk.sign_in(email, &password, None, &visit(), &mut UnwrapErr(SysRng));
        match done.unwrap() {
            SignIn::Welcome(welcome) => Some(welcome.session),
            SignIn::CodeNeeded(_) | SignIn::Refused | SignIn::Wait { .. } => None,
        }
    }

    /// A token of hers that opens everything a token can.
    pub(crate) fn token(&self, key: &SessionKey) -> Option<String> {
        let new = NewToken {
            name: "a program".to_owned(),
            team: "office".parse().unwrap(),
            scopes: BTreeSet::from([Scope::Read, Scope::Write, Scope::Export]),
            expires: visit().now + SignedDuration::from_hours(48),
        };
        let desk = self.entrance.desk();
        let made = desk.make_token(key, &new, &visit(), &mut UnwrapErr(SysRng));
        made.ok().map(|(token, _)| token.reveal())
    }

    pub(crate) fn holds(&self, key: &SessionKey) -> bool {
        let who = self.entrance.desk().who(key, &visit());
        who.unwrap().is_some()
    }

    pub(crate) fn ask(
        &self,
        method: &str,
        address: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        self.ask_from([127, 0, 0, 1], method, address, headers, body)
    }

    pub(crate) fn ask_from(
        &self,
        from: [u8; 4],
        method: &str,
        address: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(address);
        if headers.iter().all(|(name, _)| *name != "host") {
            request = request.header("host", "accede.test");
        }
        for (name, value) in headers {
            request = request.header(*name, value.as_bytes());
        }
        let mut request = request.body(Body::from(body.to_vec())).unwrap();
        let peer = SocketAddr::from((from, 4711));
        request.extensions_mut().insert(ConnectInfo(peer));
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let body = to_bytes(body, usize::MAX).await.unwrap();
            Answer {
                status: parts.status.as_u16(),
                headers: parts.headers,
                text: String::from_utf8_lossy(&body).into_owned(),
            }
        })
    }
}

/// A cabinet, a desk at it where Ada has joined, and the pages behind it.
fn people(standing: &Arc<Standing>) -> (Arc<Memory>, Arc<Entrance>, Router) {
    let cabinet: Arc<Memory> = Arc::default();
    let mut chance = UnwrapErr(SysRng);
    let clock = Clock::stopped_at(NOW.parse().unwrap());
    let desk = Desk::at(Arc::clone(&cabinet) as Arc<dyn Cabinet>, &mut chance).unwrap();
    let entrance = Arc::new(Entrance::new(desk, clock, Arc::clone(standing)));
    let key = entrance.first().unwrap().unwrap();
    let joining = Joining {
        name: ADA[0].1,
        email: Some(ADA[1].1),
        password: &Password::new(ADA[2].1),
        language: "en",
    };
    let joined = entrance.desk().join(&key, &joining, &visit(), &mut chance);
    entrance.admit(&joined.unwrap().0).unwrap();
    let road = Road {
        plain: true,
        proxies: "10.0.0.1".parse().unwrap(),
        ..Road::default()
    };
    let app = App::new(Arc::clone(standing) as Arc<dyn web::Worlds>);
    let app = app
        .behind(Arc::clone(&entrance) as Arc<dyn Door>)
        .reached(road);
    (cabinet, entrance, web::router(app))
}

fn visit() -> Visit<'static> {
    Visit {
        now: NOW.parse().unwrap(),
        from: IpAddr::from([127, 0, 0, 1]),
        device: None,
        agent: "a test",
    }
}

/// The cookie of a session.
pub(crate) fn cookie(key: &SessionKey) -> String {
    format!("accede-session={}", key.reveal())
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        let found = self.headers.get(name);
        found.map_or("", |value| value.to_str().unwrap())
    }
}
