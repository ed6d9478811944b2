//! What is asked: every page in every form, and what stands near what is hidden.

use std::collections::BTreeSet;

use axum::http::Method;
use jiff::{SignedDuration, Timestamp};
use ledger::Entry;
use serde_json::Value;
use world::Viewer;

use crate::common::table;
use crate::dice::Dice;
use crate::ledgers::{self, Ledger, TREATIES};
use crate::secrets;

/// One request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Question {
    pub(crate) method: Method,
    pub(crate) address: String,
    pub(crate) headers: Vec<(&'static str, &'static str)>,
}

impl Question {
    pub(crate) fn get(address: impl Into<String>) -> Question {
        Question {
            method: Method::GET,
            address: address.into(),
            headers: Vec::new(),
        }
    }

    /// Whether it names what is hidden itself, so that an answer that repeats it tells nothing.
    pub(crate) fn names_a_secret(&self) -> bool {
        let address = self.address.to_lowercase();
        address.contains(&secrets::WORD[..4].to_lowercase())
            || address.contains(secrets::IDS_TEXT)
    }
}

/// The addresses of the browser tests: one for each kind of page, and more.
const LISTED: &str = include_str!("../browser/addresses.txt");

/// Every page in the forms that are written; `drawn`: and a picture in pixels.
pub(crate) fn every_page(drawn: bool) -> Vec<Question> {
    let listed = LISTED.lines().map(str::trim);
    let listed = listed.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut all = Vec::new();
    for address in listed {
        all.push(Question::get(address));
        if !address.contains("lang=") {
            all.push(Question::get(with(address, "lang", "fr")));
        }
        for form in ["json", "csv"] {
            all.push(Question::get(in_form(address, form)));
        }
        let (path, _) = address.split_once('?').unwrap_or((address, ""));
        let last = path.rsplit('/').next().unwrap_or_default();
        let more: &[&str] = match last {
            "map" | "tiles" | "curve" | "curves" | "groups" | "timeline" | "matrix" => &["svg"],
            "feed" | "library" => &["atom"],
            "calendar" => &["ics"],
            _ if path.starts_with("/reports/") => &["md", "html", "docx"],
            _ => &[],
        };
        all.extend(
            more.iter()
                .map(|form| Question::get(in_form(address, form))),
        );
    }
    for address in [
        "/treaties/ccm/tenures.svg",
        "/openapi.json",
        "/data/datapackage.json",
        "/data/datasette.json",
        "/data/accede.sqlite",
        "/data/nothing.csv",
        "/changes.json?from=1900-01-01&to=2030-01-01&limit=1000",
        "/feed.atom?limit=500",
        "/findings.json?limit=1000",
        "/ledger.json?limit=1000",
    ] {
        all.push(Question::get(address));
    }
    if drawn {
        all.push(Question::get("/treaties/ccm/curve.png"));
    }
    for table in dataset::TABLES {
        all.push(Question::get(format!("/data/{}.csv", table.name)));
    }
    all
}

/// Every address that the instance tells of itself, and of a page with a name of an entry that of one that
/// anyone sees.
pub(crate) fn of_the_table(document: &Value) -> Vec<Question> {
    let addresses = table::addresses(document).into_iter();
    let named = addresses.map(|address| address.replace("{seq}", "1"));
    named.map(Question::get).collect()
}

/// What somebody would ask who suspects that there is more.
pub(crate) fn near_secrets(dice: &mut Dice, ledger: &Ledger, viewer: &Viewer) -> Vec<Question> {
    let hidden = ledger.hidden_from(viewer);
    let mut asked: BTreeSet<String> = BTreeSet::new();
    let mut ask = |address: String| asked.insert(address);
    for entry in &hidden {
        of_entry(dice, entry, &mut ask);
    }
    // Just before and behind each moment at which something hidden was recorded.
    for _ in 0..6 {
        let at = dice.pick(&hidden).recorded;
        for address in [
            "/ledger.json",
            "/treaties/ccm.json",
            "/findings",
            "/changes.csv",
            "/library.json?q=universalization",
        ] {
            let beside = SignedDuration::from_secs(i64::try_from(dice.below(3)).unwrap() - 1);
            ask(with(address, "known", &moment(at + beside)));
        }
    }
    let first = hidden.iter().map(|entry| entry.recorded).min();
    for at in first.into_iter().chain([Timestamp::UNIX_EPOCH]) {
        ask(with("/", "known", &moment(at)));
        ask(with("/ledger.json", "known", &moment(at)));
    }
    let public = ledger.public();
    for number in [
        1,
        public / 2,
        public - 1,
        public,
        public + 1,
        public + 2,
        public + 40,
    ] {
        ask(format!("/ledger/{number}"));
        ask(format!("/ledger/{number}.json"));
        ask(format!("/ledger.json?before={number}&limit=3"));
    }
    for number in 0..4 {
        ask(format!("/ledger/{}", 1 + dice.below(public + number)));
    }
    let mut all: Vec<Question> = asked.into_iter().map(Question::get).collect();
    all.extend(in_other_ways(dice));
    all
}

/// A few questions about one hidden entry, others each time.
fn of_entry(dice: &mut Dice, entry: &Entry, ask: &mut impl FnMut(String) -> bool) {
    let number = usize::try_from(entry.id.0.as_u128() & 0xffff).unwrap();
    let word = secrets::word(number);
    let treaty = *dice.pick(&TREATIES);
    let address = match dice.below(24) {
        0 => format!("/search?q={word}"),
        1 => format!("/search.json?q={}&lang=fr", &word[..6 + dice.below(4)]),
        2 => format!("/search.csv?q={}", word.to_lowercase()),
        3 => format!("/states/{}", secrets::code(number)),
        4 => format!("/states/{word}%20Land.json"),
        5 => format!("/treaties/{}", secrets::treaty(number)),
        6 => format!("/treaties/{}x.json", secrets::treaty(number)),
        7 => format!("/ledger/{}", entry.id),
        8 => format!("/ledger.json?before={}", entry.id),
        9 => format!("/treaties/{treaty}/plans/{}", word.to_lowercase()),
        10 => format!("/compare?states=ITA,{}", secrets::code(number)),
        11 => format!("/approaches/{}", entry.id),
        12 => format!("/approaches?q={word}&lang=fr"),
        13 => format!("/approaches.json?forum={word}%20forum"),
        14 => format!("/campaigns/{}", word.to_lowercase()),
        15 => format!("/library?q={word}"),
        16 => format!("/library.json?q=Universalization+{word}&synonyms=yes"),
        17 => format!("/library.json?q={}*&lang=fr", &word[..6 + dice.below(4)]),
        18 => format!("/library/{}", word.to_lowercase()),
        19 => format!("/library/{}/file", word.to_lowercase()),
        20 => format!("/library/{}.json", entry.id),
        21 => format!("/library.atom?speaker={word}&meeting=Meeting+{word}"),
        22 => format!("/library.csv?symbol=CCM/MSP/2024/{word}"),
        _ => format!("/states/{word}%20Republic/{treaty}"),
    };
    ask(address);
}

/// Other methods, other headers, a copy that is asked about.
fn in_other_ways(dice: &mut Dice) -> Vec<Question> {
    let treaty = *dice.pick(&TREATIES);
    let of = |method, headers| Question {
        method,
        address: format!("/treaties/{treaty}"),
        headers,
    };
    vec![
        of(Method::HEAD, Vec::new()),
        of(Method::OPTIONS, Vec::new()),
        of(Method::POST, Vec::new()),
        of(Method::GET, vec![("accept-encoding", "gzip")]),
        of(Method::GET, vec![("accept-language", "fr")]),
        of(Method::GET, vec![("if-none-match", "*")]),
        of(Method::GET, vec![("host", "elsewhere.example")]),
    ]
}

/// An address with one more parameter.
fn with(address: &str, name: &str, value: &str) -> String {
    let between = if address.contains('?') { '&' } else { '?' };
    format!("{address}{between}{name}={value}")
}

/// An address in another form.
fn in_form(address: &str, form: &str) -> String {
    let (path, query) = match address.split_once('?') {
        Some((path, query)) => (path, format!("?{query}")),
        None => (address, String::new()),
    };
    let path = if path == "/" { "/index" } else { path };
    format!("{path}.{form}{query}")
}

fn moment(at: Timestamp) -> String {
    at.to_string()
}

/// The moment at which the clock stands.
pub(crate) fn now() -> Timestamp {
    ledgers::NOW.parse().unwrap()
}
