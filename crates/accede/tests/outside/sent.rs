//! Whatever is sent to whatever takes something: no answer is our fault, and nothing changes for whoever
//! has not the code of a form.
//!
//! `ACCEDE_LONG=N` sends N times as much.

use std::collections::BTreeSet;
use std::path::Path;

use people::SessionKey;
use people::cabinet::Drawer;

use crate::dice::Dice;
use crate::routes::{Route, routes};
use crate::serving::{ADA, encoded};
use crate::site::{Answer, Kept, Site, cookie};

const FORM: &str = "application/x-www-form-urlencoded";
/// An entry as programs send it.
const APPROACH: &str = r#"{"body":{"approach":{"treaties":["ctbt"],"state":"done","kind":"meeting_bilateral",
"by":[{"participant":"ITA"}],"to":[{"participant":"NPL"}],"on":"2026-03-12","place":"Vienna"}}}"#;
/// How much is sent to each route.
const EACH: usize = 60;

/// The names of all fields of all forms.
fn fields() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/templates");
    let mut names = BTreeSet::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let found = text.split(" name=\"").skip(1);
            names.extend(found.map(|rest| rest.split('"').next().unwrap().to_owned()));
        }
    }
    assert!(
        names.contains("password") && names.contains("form"),
        "{names:?}"
    );
    names.into_iter().collect()
}

/// Values that forms have, and values that none has.
fn value(dice: &mut Dice) -> Vec<u8> {
    let ordinary = [
        "",
        "x",
        "on",
        "1",
        "0",
        "-1",
        "true",
        "see",
        "reader",
        "editor",
        "administrator",
        "italy",
        "office",
        "en",
        "fr",
        "2026-11-21",
        "2026-13-45",
        "000000",
        "123456",
        "00000000-0000-0000-0000-000000000000",
        "/account",
        "//evil.example",
        "99999999999999999999",
        "1e999",
        "null",
        "[]",
        "{}",
        "<script>alert(1)</script>",
        "' OR 1=1 --",
        "../../etc/passwd",
        "a\r\nset-cookie: x=y",
        "\u{0}",
        "\u{202e}\u{1f4a3}",
        "RESTREINT UE",
        "another.one@mfa.example",
    ];
    match dice.below(12) {
        0 => ADA[1].1.into(),
        1 => ADA[2].1.into(),
        2 => vec![0xff, 0xfe, 0xc0, 0xaf, 0xed, 0xa0, 0x80],
        3 => "é".repeat(1 + dice.below(400)).into_bytes(),
        4 => vec![b'9'; 1 + dice.below(6000)],
        5 => vec![b'a'; 17 << 10],
        6 => (0..dice.below(40)).map(|_| byte(dice)).collect(),
        _ => (*dice.pick(&ordinary)).into(),
    }
}

fn byte(dice: &mut Dice) -> u8 {
    u8::try_from(dice.below(256)).unwrap()
}

/// A form, with its code if there is one; and now and then something that is nearly a form.
fn form(dice: &mut Dice, names: &[String], code: Option<&str>) -> Vec<u8> {
    let mut pairs: Vec<Vec<u8>> = Vec::new();
    if let Some(code) = code {
        pairs.push(format!("form={}", encoded(code)).into_bytes());
    }
    for _ in 0..dice.below(8) {
        let name = dice.pick(names);
        if name == "form" && code.is_some() {
            continue;
        }
        let mut pair = name.clone().into_bytes();
        if dice.below(10) == 0 {
            pair.extend(b"[a][b][]".repeat(1 + dice.below(200)));
        }
        pair.push(b'=');
        let value = value(dice);
        match dice.below(4) {
            0 => pair.extend(&value),
            _ => value
                .iter()
                .for_each(|byte| pair.extend(format!("%{byte:02X}").bytes())),
        }
        pairs.push(pair);
        if dice.below(8) == 0 {
            let again = pairs[pairs.len() - 1].clone();
            pairs.push(again);
        }
    }
    let mut body = pairs.join(&b'&');
    if code.is_none() && dice.below(6) == 0 {
        for _ in 0..1 + dice.below(8) {
            let at = dice.below(body.len() + 1);
            match dice.below(3) {
                0 => body.insert(at, byte(dice)),
                1 => body.truncate(at),
                _ => body.splice(at..at, *b"%&%=%").for_each(drop),
            }
        }
    }
    body
}

/// JSON, and what is nearly JSON.
fn json(dice: &mut Dice, names: &[String]) -> Vec<u8> {
    let name = dice.pick(names);
    match dice.below(14) {
        9.. => nearly(dice),
        0 => b"[".repeat(100_000),
        1 => [
            br#"{"a":"#.repeat(10_000),
            b"1".to_vec(),
            b"}".repeat(10_000),
        ]
        .concat(),
        2 => format!(r#"{{"{name}":1e999,"{name}":null}}"#).into(),
        3 => format!(r#"{{"{name}":{{"{name}":[[],{{}},false]}}}}"#).into(),
        4 => [b"\"".to_vec(), vec![b'x'; 200_000], b"\"".to_vec()].concat(),
        5 => vec![b'{', b'"', 0xff, 0xfe, b'"', b':', b'1', b'}'],
        6 => br#""\ud800""#.to_vec(),
        7 => b"-".to_vec(),
        _ => format!(r#"[{{"{name}":"x"}},"#).into(),
    }
}

/// An entry as programs send it, with something odd about it.
fn nearly(dice: &mut Dice) -> Vec<u8> {
    let mut text = APPROACH.as_bytes().to_vec();
    for _ in 0..1 + dice.below(3) {
        let at = dice.below(text.len());
        match dice.below(5) {
            0 => text[at] = byte(dice),
            1 => drop(text.drain(at..(at + dice.below(30)).min(text.len()))),
            2 => text.splice(at..at, *b"null").for_each(drop),
            3 => text.splice(at..at, *b"\"x\":{").for_each(drop),
            _ => text
                .splice(at..at, vec![b'['; 1 + dice.below(400)])
                .for_each(drop),
        }
    }
    text
}

/// A body, and what it is said to be.
fn body(
    dice: &mut Dice,
    names: &[String],
    code: Option<&str>,
) -> (Vec<u8>, Option<&'static str>) {
    let kinds = [
        FORM,
        "application/json",
        "multipart/form-data; boundary=x",
        "text/plain",
        "application/x-www-form-urlencoded; charset=utf-16",
        "application/octet-stream",
        "text/csv",
        ";",
    ];
    match dice.below(10) {
        0 => (json(dice, names), Some("application/json")),
        1 => (json(dice, names), Some(FORM)),
        2 => (form(dice, names, code), Some(*dice.pick(&kinds))),
        3 => (
            (0..dice.below(3000)).map(|_| byte(dice)).collect(),
            Some(*dice.pick(&kinds)),
        ),
        4 => (form(dice, names, code), None),
        _ => (form(dice, names, code), Some(FORM)),
    }
}

/// Who sends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Nobody,
    /// Ada, from a page of another site, so to speak.
    WithoutCode,
    /// Ada, with the code of another session of hers.
    WithAnother,
    Ada,
    /// A program of hers, with a token.
    Program,
}

impl Who {
    const ALL: [Who; 6] = [
        Who::Nobody,
        Who::WithoutCode,
        Who::WithAnother,
        Who::Ada,
        Who::Ada,
        Who::Program,
    ];

    /// Whether what he sends may change something.
    fn may(self) -> bool {
        matches!(self, Who::Ada | Who::Program)
    }
}

/// Ada's keys: a session, another of hers, a token.
struct Keys {
    session: SessionKey,
    other: SessionKey,
    token: String,
}

/// What may be different afterwards for whoever has no code: what is counted, and who is signed in.
fn other_than_at_the_door(before: &Kept, after: &Kept) -> Vec<String> {
    let kept = |kept: &Kept| {
        let sheets = kept.0.iter();
        let sheets = sheets
            .filter(|((drawer, _), _)| !matches!(drawer, Drawer::Throttles | Drawer::Sessions))
            // That somebody failed to sign in, or had to wait, is counted by day.
            .filter(|((drawer, key), _)| {
                let counts = key.contains("/failed-") || key.contains("/locked-");
                *drawer != Drawer::Trail || !counts
            });
        let said = sheets.map(|((drawer, key), version)| format!("{drawer:?} {key} {version}"));
        let mut said: BTreeSet<String> = said.collect();
        said.insert(format!("{:?}", kept.1));
        said
    };
    let (before, after) = (kept(before), kept(after));
    before.symmetric_difference(&after).cloned().collect()
}

/// Ada's keys; herself anew where what was sent made her leave.
fn keys(site: &mut Site) -> Keys {
    site.empties();
    for _ in 0..2 {
        // The clock stands still: of many sessions, none is the oldest, and a new one may have to go.
        if let (Some(session), Some(other)) = (site.sign_in(), site.sign_in())
            && let Some(token) = site.token(&session)
            && site.holds(&other)
        {
            return Keys {
                session,
                other,
                token,
            };
        }
        site.anew();
    }
    panic!("Ada cannot sign in");
}

/// Sends something made up to a route; gives who did, and the answer.
fn send(
    site: &Site,
    dice: &mut Dice,
    names: &[String],
    (route, method): (&Route, &str),
    keys: &Keys,
) -> (Who, Answer) {
    let who = *dice.pick(&Who::ALL);
    let code = match who {
        Who::Nobody | Who::WithoutCode | Who::Program => None,
        Who::WithAnother => Some(keys.other.csrf()),
        Who::Ada => Some(keys.session.csrf()),
    };
    let (body, kind) = body(dice, names, code.as_deref());
    let (own, bearer) = (cookie(&keys.session), format!("Bearer {}", keys.token));
    let mut headers = match who {
        Who::Nobody => vec![],
        Who::WithoutCode | Who::WithAnother | Who::Ada => vec![("cookie", own.as_str())],
        Who::Program => vec![("authorization", bearer.as_str())],
    };
    if dice.below(12) > 0 {
        headers.push(("sec-fetch-site", "same-origin"));
    }
    if let Some(kind) = kind {
        headers.push(("content-type", kind));
    }
    let in_path = [
        "x",
        "%FF",
        "0",
        "00000000-0000-0000-0000-000000000000",
        "italy",
        "office",
    ];
    let at = dice.below(in_path.len());
    let address = route.filled(|_| in_path[at].to_owned());
    let from = [100, byte(dice), byte(dice), 1];
    let answer = site.ask_from(from, method, &address, &headers, &body);
    let said = String::from_utf8_lossy(&body);
    let said: String = said.chars().take(300).collect();
    assert!(
        answer.status < 500,
        "{}: {method} {address} by {who:?} as {kind:?}: {said}",
        answer.status
    );
    (who, answer)
}

#[test]
fn nothing_that_is_sent_brings_anything_down_or_changes_it_unasked() {
    let times = std::env::var("ACCEDE_LONG").ok();
    let times: usize = times.map_or(1, |times| times.parse().unwrap());
    let (names, mut site) = (fields(), Site::new());
    for (seed, route) in (1..).zip(routes()) {
        for method in route.changes() {
            let mut dice = Dice::new(seed);
            let mut heard = BTreeSet::new();
            let mut keys = keys(&mut site);
            // What few can send is sent more often, until some of it is looked at.
            let refused = BTreeSet::from([401, 403, 413, 415]);
            for turn in 0..EACH * times * 20 {
                if turn >= EACH * times && !heard.is_subset(&refused) {
                    break;
                }
                if !(site.holds(&keys.session) && site.holds(&keys.other)) {
                    keys = self::keys(&mut site);
                }
                let before = site.kept();
                let what = (&route, method);
                let (who, answer) = send(&site, &mut dice, &names, what, &keys);
                if who.may() {
                    heard.insert(answer.status);
                    continue;
                }
                let changed = other_than_at_the_door(&before, &site.kept());
                let path = &route.path;
                assert_eq!(changed, Vec::<String>::new(), "{method} {path} by {who:?}");
            }
            // What is sent with the code gets as far as being looked at.
            assert!(
                !heard.is_subset(&refused),
                "{method} {}: {heard:?}",
                route.path
            );
        }
    }
}

#[test]
fn what_is_too_large_or_no_form_is_told_so_wherever_it_is_sent() {
    let mut site = Site::new();
    for route in routes() {
        for method in route.changes() {
            let keys = keys(&mut site);
            let path = route.example();
            // By her token where a session does not do.
            let send = |kind: &str, body: &[u8]| {
                let kind = ("content-type", kind);
                let same = ("sec-fetch-site", "same-origin");
                let own = cookie(&keys.session);
                let told = site.ask(method, &path, &[("cookie", &own), same, kind], body);
                if told.status != 401 {
                    return told;
                }
                let bearer = format!("Bearer {}", keys.token);
                let kind = match kind.1 {
                    FORM => ("content-type", "application/json"),
                    _ => kind,
                };
                site.ask(method, &path, &[("authorization", &bearer), kind], body)
            };
            let code = format!("form={}&", encoded(&keys.session.csrf()));
            let mut much = code.clone().into_bytes();
            much.resize(32 << 20, b'x');
            let large = send(FORM, &much);
            if path.contains("issuer") && large.status == 404 {
                // Nothing is there where the instance trusts no issuer.
                continue;
            }
            // Where files are taken, in parts, a form of another kind is none, whatever its size.
            let told = if path == "/library/tray" { 415 } else { 413 };
            assert_eq!(large.status, told, "{method} {path}: {}", large.text);
            let odd = send("image/png", code.as_bytes());
            assert_eq!(odd.status, 415, "{method} {path}: {}", odd.text);
        }
    }
}
