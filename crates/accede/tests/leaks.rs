//! The hunt for leaks: 200 random approaches that are not public, and what else teams record in their
//! campaigns, each text of which has a word of its own; and every outlet of the program asked for them by
//! somebody who may see none. The outlets are those that the instance tells of itself.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use common::Accede;
use common::server::Server;
use common::table;
use ledger::body::vocabulary::{
    ApproachKind, Channel, Level, Obstacle, Outcome, Support, Theme,
};
use ledger::body::{Approach, ApproachState, NextStep, Paper, Side};
use ledger::{Audience, Batch, Body, Entry, EntryId, Envelope, Store, Tlp};
use serde_json::json;
use store::Sqlite;
use treaty::Source;

/// What every hidden word begins with. No word of the program or the facts does.
const HIDDEN: &str = "zqx";
const APPROACHES: u32 = 200;
/// Campaigns, stages, pledges, attributions, offices, reports that are kept, and votes.
const OTHERS: u32 = 60;

/// Numbers that look random and are the same in each run (`SplitMix64`, Steele and others 2014).
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(below).unwrap()).unwrap()
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.next(of.len())]
    }
}

/// The hidden word of a text.
fn word(n: u32, what: &str) -> String {
    format!("{HIDDEN}{n:03}{what}")
}

fn approach(n: u32, random: &mut Random) -> Approach {
    let side = |random: &mut Random, what: &str| Side {
        participant: Some(
            random
                .one(&["ITA", "NPL", "USA", "CHN", "LAO", "VUT"])
                .parse()
                .unwrap(),
        ),
        name: Some(word(n, &format!("{what}name"))),
        person: Some(format!("Amb. {}", word(n, &format!("{what}person")))),
        capacity: Some(word(n, &format!("{what}capacity"))),
        level: Some(random.one(Level::ALL)),
    };
    let day = format!(
        "20{:02}-{:02}-{:02}",
        10 + random.next(17),
        1 + random.next(12),
        1 + random.next(28)
    );
    Approach {
        treaties: vec![random.one(&["ctbt", "ccm", "tpnw", "npt"]).parse().unwrap()],
        state: random.one(ApproachState::ALL),
        kind: random.one(ApproachKind::ALL),
        by: vec![side(random, "by")],
        to: vec![side(random, "to")],
        acted_as: None,
        on: Some(day.parse().unwrap()),
        until: None,
        channel: Some(random.one(Channel::ALL)),
        place: Some(word(n, "place")),
        forum: Some(word(n, "forum")),
        meeting: None,
        themes: vec![random.one(Theme::ALL)],
        points: Some(format!("We said {}.", word(n, "points"))),
        answer: Some(format!("They said {}.", word(n, "answer"))),
        outcomes: vec![random.one(Outcome::ALL)],
        obstacles: vec![random.one(Obstacle::ALL)],
        asked: vec![random.one(Support::ALL)],
        offered: vec![random.one(Support::ALL)],
        next: vec![NextStep {
            what: word(n, "next"),
            owner: Some(word(n, "owner")),
            by: None,
            done: None,
        }],
        documents: vec![Paper {
            title: word(n, "paper"),
            url: Some(format!("https://{}.example/", word(n, "url"))),
            sha256: None,
        }],
        note: Some(word(n, "note")),
    }
}

fn audience(random: &mut Random) -> Audience {
    match random.next(4) {
        0 => Audience::SignedIn,
        1 => Audience::of_teams(["alpha"]).unwrap(),
        2 => Audience::of_teams(["beta"]).unwrap(),
        _ => Audience::of_teams(["alpha", "beta"]).unwrap(),
    }
}

/// What else teams record in a campaign, each kind in turn.
fn other(n: u32, random: &mut Random, approaches: &[EntryId]) -> Body {
    let state = random.one(&["ITA", "NPL", "USA", "CHN", "LAO", "VUT"]);
    let treaty = random.one(&["ctbt", "ccm"]);
    let of = |what: &str| word(n, what);
    let of_an_approach = approaches[random.next(approaches.len())].to_string();
    let next = json!([{"what": of("next"), "owner": of("owner"), "by": "2027-01-15"}]);
    let body = match n % 7 {
        0 => json!({"campaign": {
            "campaign": of("campaign"), "title": of("title"), "treaties": [treaty],
            "aim": "everybody", "from": "2021-09-23", "by": [state], "note": of("note"),
        }}),
        1 => json!({"stage": {
            "treaty": treaty, "by": state, "stage": "parliament", "step": "committee",
            "on": "2026-03", "evidence": of("evidence"), "note": of("note"),
        }}),
        2 => json!({"pledge": {
            "treaty": treaty, "by": state, "kind": "join", "what": of("what"), "state": "open",
            "on": "2026-01-10", "due": "2027-01-10", "next": next, "note": of("note"),
        }}),
        3 => json!({"attribution": {
            "approach": of_an_approach, "act": of_an_approach, "confidence": "possible",
            "why": of("why"),
        }}),
        4 => json!({"role": {
            "treaty": treaty, "role": of("role"), "kind": "champion", "by": state,
            "person": of("person"), "from": "2026-01-01",
        }}),
        5 => json!({"report": {
            "report": of("report"), "title": of("title"), "kind": "status", "treaty": treaty,
            "to": "2026-03-01", "lang": "en", "made_for": "public",
            "masthead": {"before": [of("before")], "venue": of("venue"), "agenda": of("agenda")},
            "changes": [{"passage": "status", "text": of("text"), "was": [of("was")]}],
            "own": [{"key": "own-1", "form": "plain", "text": of("own")}],
        }}),
        _ => json!({"roll_call": {
            "treaty": treaty, "resolution": of("resolution"), "title": of("votetitle"),
            "body": "plenary", "on": "2025-12-01", "yes": [state], "note": of("note"),
        }}),
    };
    serde_json::from_value(body).unwrap()
}

/// A record with what ships, the approaches and the rest; gives the ids of their entries.
fn with_secrets() -> (Accede, Vec<EntryId>) {
    let accede = Accede::new();
    accede.ok("status ccm");
    let mut store = Sqlite::open(accede.data()).unwrap();
    let head = store.head().unwrap();
    let mut last = None;
    store
        .read(ledger::Seq(head.len), &mut |_, _, payload| {
            last = Some(Envelope::read(payload).unwrap().recorded);
        })
        .unwrap();
    let mut random = Random(7);
    let mut ids = Vec::new();
    let payloads: Vec<_> = (0..APPROACHES + OTHERS)
        .map(|n| {
            let id = format!("01890000-0000-7000-9000-{n:012x}");
            let id = EntryId(id.parse().unwrap());
            let body = if n < APPROACHES {
                Body::Approach(Box::new(approach(n, &mut random)))
            } else {
                other(n, &mut random, &ids)
            };
            ids.push(id);
            let audience = audience(&mut random);
            let fitting = Tlp::ALL.into_iter().filter(|label| label.allows(&audience));
            let fitting: Vec<_> = fitting.collect();
            let entry = Entry {
                id,
                recorded: last.unwrap() + jiff::SignedDuration::from_millis(i64::from(n)),
                author: word(n, "author"),
                label: Some(random.one(&fitting)),
                origin: None,
                audience,
                source: Source {
                    url: Some(format!("https://{}.example/", word(n, "source"))),
                    place: Some(word(n, "row")),
                    ..Source::cited(word(n, "title"))
                },
                batch: Batch { at: 0, of: 1 },
                body,
            };
            entry.to_payload().unwrap()
        })
        .collect();
    store.append(head, &payloads).unwrap();
    (accede, ids)
}

/// The whole answer, head and body.
fn answer(server: &Server, path: &str) -> Vec<u8> {
    let mut stream = TcpStream::connect(&server.address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(60)))
        .unwrap();
    let host = &server.address;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut told = Vec::new();
    stream.read_to_end(&mut told).unwrap();
    assert!(told.starts_with(b"HTTP/1.1 "), "{path}");
    told
}

/// Where the hidden words begin in what was told, in any case. Each has three digits behind its beginning: three
/// letters alone come about by chance in what is compressed, as documents are.
#[track_caller]
fn says_nothing(what: &str, told: &[u8]) {
    let lower = told.to_ascii_lowercase();
    let at = lower.windows(HIDDEN.len() + 3).position(|part| {
        let (begin, number) = part.split_at(HIDDEN.len());
        begin == HIDDEN.as_bytes() && number.iter().all(u8::is_ascii_digit)
    });
    if let Some(at) = at {
        let around = &told[at.saturating_sub(80)..told.len().min(at + 80)];
        panic!("{what}: …{}…", String::from_utf8_lossy(around));
    }
}

/// The addresses of every kind of page.
fn addresses() -> impl Iterator<Item = &'static str> {
    include_str!("browser/addresses.txt")
        .lines()
        .filter(|line| line.starts_with('/'))
}

/// The address in another form.
fn in_form(address: &str, form: &str) -> String {
    let (path, query) = address
        .split_once('?')
        .map_or((address, None), |(p, q)| (p, Some(q)));
    let path = if path == "/" { "/index" } else { path };
    let query = query.map(|query| format!("?{query}"));
    format!("{path}.{form}{}", query.unwrap_or_default())
}

#[test]
fn no_page_no_table_no_feed_and_no_picture_tells_of_a_hidden_approach() {
    let (accede, ids) = with_secrets();
    let server = Server::start(&accede);
    let mut asked = 0;
    for address in addresses() {
        says_nothing(address, &answer(&server, address));
        for form in ["json", "csv", "svg", "atom", "ics", "md", "html"] {
            let address = in_form(address, form);
            says_nothing(&address, &answer(&server, &address));
            asked += 1;
        }
    }
    for address in [
        "/feed.atom",
        "/treaties/ctbt/feed.atom",
        "/states/NPL/feed.atom",
        "/calendar.ics",
        "/data/accede.sqlite",
        "/data/datapackage.json",
        "/data/datasette.json",
        "/data/entries.csv",
        "/data/acts.csv",
        "/data/findings.csv",
        "/data/roles.csv",
        "/openapi.json",
        "/ledger.json?n=500",
        "/ledger.json?n=500&before=6800",
        "/changes.json?since=1990-01-01",
        "/sources.json",
    ] {
        says_nothing(address, &answer(&server, address));
        asked += 1;
    }
    assert!(asked > 300, "{asked}");
    // An entry one may not see is answered as one that nobody wrote.
    let nobody = "01890000-0000-7000-9fff-ffffffffffff";
    let none = answer(&server, &format!("/ledger/{nobody}"));
    for id in ids {
        let told = answer(&server, &format!("/ledger/{id}"));
        says_nothing("/ledger/{id}", &told);
        same(&none, nobody, &told, &id.to_string());
    }
}

#[test]
fn no_address_that_the_instance_tells_of_itself_tells_of_what_is_hidden() {
    let (accede, ids) = with_secrets();
    let server = Server::start(&accede);
    let document = body(&answer(&server, "/openapi.json"));
    let nobody = "01890000-0000-7000-9fff-ffffffffffff";
    let (mut asked, mut of_entries) = (0, 0);
    for address in table::addresses(&document) {
        if !address.contains("{seq}") {
            says_nothing(&address, &answer(&server, &address));
            asked += 1;
            continue;
        }
        // By what an entry is called: as if nobody had written it.
        let of = |name: &str| answer(&server, &address.replace("{seq}", name));
        says_nothing(&address, &of("1"));
        let none = of(nobody);
        for id in ids.iter().step_by(9) {
            let told = of(&id.to_string());
            says_nothing(&address, &told);
            same(&none, nobody, &told, &id.to_string());
            of_entries += 1;
        }
    }
    assert!(asked > 200 && of_entries > 50, "{asked}, {of_entries}");
}

/// What an answer says, as JSON.
fn body(answer: &[u8]) -> serde_json::Value {
    let at = answer.windows(4).position(|part| part == b"\r\n\r\n");
    let text = String::from_utf8_lossy(&answer[at.unwrap() + 4..]);
    // In one piece or in chunks, of which each has its length on a line of its own.
    let (begin, end) = (text.find('{').unwrap(), text.rfind('}').unwrap());
    serde_json::from_str(&text[begin..=end]).unwrap_or_else(|_| {
        let lines = text.split("\r\n").skip(1).step_by(2);
        serde_json::from_str(&lines.collect::<String>()).unwrap()
    })
}

/// The answers but for the word asked for and the moment at which they were given.
#[track_caller]
fn same(one: &[u8], asked: &str, other: &[u8], asked_other: &str) {
    let text = |told: &[u8], asked: &str| {
        let text = String::from_utf8_lossy(told).replace(asked, "WORD");
        // The validator is made from the address, which has the word.
        let of_its_own =
            |line: &&str| !line.starts_with("date: ") && !line.starts_with("etag: ");
        let without: Vec<_> = text.lines().filter(of_its_own).map(moments_out).collect();
        without.join("\n")
    };
    assert_eq!(text(one, asked), text(other, asked_other));
}

/// A line without its moments to the second, which go on while the test asks.
fn moments_out(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("2026-").or_else(|| rest.find("2027-")) {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(|c: char| !c.is_ascii_digit() && !"-T:%3AZ.".contains(c));
        out.push_str("MOMENT");
        rest = end.map_or("", |end| &rest[at + end..]);
    }
    out + rest
}

#[test]
fn a_search_for_a_hidden_word_is_a_search_for_a_word_that_nobody_wrote() {
    let (accede, _) = with_secrets();
    let server = Server::start(&accede);
    let kinds = [
        "byname", "toperson", "place", "forum", "points", "answer", "next", "owner", "paper",
        "url", "note", "author", "title", "row", "source",
    ];
    let mut random = Random(11);
    for n in 0..APPROACHES {
        let hidden = word(n, random.one(&kinds));
        // As long, as like or unlike every word on record, and in no entry.
        let free = hidden.replacen(HIDDEN, "zqv", 1);
        for address in [
            "/search?q=WORD&lang=en",
            "/search.json?q=WORD",
            "/approaches?q=WORD&lang=en",
            "/approaches.json?q=WORD",
            "/approaches.csv?q=WORD",
            "/approaches.json?forum=WORD",
            "/approaches/WORD",
            "/campaigns/WORD.json",
            "/treaties/WORD",
            "/states/WORD.json",
            "/treaties/ctbt.json?on=WORD",
        ] {
            let ask = |word: &str| answer(&server, &address.replace("WORD", word));
            same(&ask(&free), &free, &ask(&hidden), &hidden);
        }
    }
}

#[test]
fn no_command_tells_of_a_hidden_approach_to_whoever_did_not_ask_as_its_team() {
    let (accede, ids) = with_secrets();
    let folder = accede.folder().join("tables");
    let lines = [
        "status ctbt --json".to_owned(),
        "changes --from 1990-01-01 --to 2026-12-31 --json".to_owned(),
        "eif ctbt --json".to_owned(),
        "due --json".to_owned(),
        "state NPL --json".to_owned(),
        "findings --json".to_owned(),
        "uncertain --json".to_owned(),
        "treaty list --json".to_owned(),
        "approach list --json".to_owned(),
        "approach list".to_owned(),
        "campaign list --json".to_owned(),
        "stage list --treaty ctbt --json".to_owned(),
        "pledge list --json".to_owned(),
        "attribution list --json".to_owned(),
        "role list --json".to_owned(),
        "meeting list --json".to_owned(),
        "get /approaches".to_owned(),
        "get /approaches.csv".to_owned(),
        "get /states/NPL".to_owned(),
        "get /ledger.json".to_owned(),
        "get /search.json?q=zqx".to_owned(),
        "get /feed.atom".to_owned(),
        "export acts --format json".to_owned(),
        "export status --format json".to_owned(),
        "export plans --format json".to_owned(),
        "export meetings --format json".to_owned(),
        "export roles --format json".to_owned(),
        "export statements --format json".to_owned(),
        "verify --json".to_owned(),
        format!("export data --out {}", folder.display()),
        format!(
            "export sqlite --out {}",
            accede.folder().join("public.sqlite").display()
        ),
    ];
    for line in lines {
        let run = accede.run(line.split(' '));
        assert_eq!(run.status(), 0, "{line}: {}", run.stderr());
        // What was asked for may be said again.
        let told = run.stdout().replace("zqx\"", "").replace("q=zqx", "");
        says_nothing(&line, told.as_bytes());
        says_nothing(&line, run.stderr().as_bytes());
    }
    for file in std::fs::read_dir(&folder).unwrap() {
        let path = file.unwrap().path();
        says_nothing(&path.display().to_string(), &std::fs::read(&path).unwrap());
    }
    let public = accede.folder().join("public.sqlite");
    says_nothing("public.sqlite", &std::fs::read(public).unwrap());
    for id in ids.iter().take(20) {
        let run = accede.fails(&format!("entry {id}"), 2, &["there is no entry"]);
        says_nothing("entry", run.stderr().as_bytes());
    }
    // The words are there to be found: their teams find them.
    let own = accede.ok("--as alpha,beta --json approach list");
    let found = (0..APPROACHES)
        .filter(|n| own.contains(&word(*n, "points")))
        .count();
    assert_eq!(found, 200);
    // Those of one team find its own, and those of none what is for anybody signed in.
    let counts = ["--as alpha", "--as signed-in", "--as gamma"].map(|viewer| {
        let told = accede.json(&format!("{viewer} approach list"));
        told["approaches"].as_array().unwrap().len()
    });
    assert!(
        counts[0] > counts[1] && counts[1] == counts[2] && counts[1] > 0,
        "{counts:?}"
    );
}
