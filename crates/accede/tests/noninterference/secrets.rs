//! What is recorded for some alone: entries of every kind, each with a word in every text of its
//! own that stands nowhere else.

use ledger::body::{AliasGiven, FactsRelease, Quarantined, Retraction, TreatyFile};
use ledger::{Audience, Body, Entry, EntryId};
use serde_json::Value;
use treaty::{Names, Participant, Source, participant::Status};

use crate::dice::Dice;
use crate::ledgers::{STATES, TREATIES, about, content, is_of, shipped};

/// How every word of a secret begins.
pub(crate) const WORD: &str = "Zqxvorm";
/// How the ids of secrets begin, as a number and as text.
pub(crate) const IDS: u32 = 0x5ec2_e7ed;
/// The same as text.
pub(crate) const IDS_TEXT: &str = "5ec2e7ed";

/// Members of a body that are words for people.
const TEXTS: [&str; 17] = [
    "text",
    "note",
    "what",
    "why",
    "title",
    "place",
    "presidents",
    "name",
    "speaker",
    "post",
    "indicator",
    "theme",
    "meeting",
    "short",
    "value",
    "role",
    "to_name",
];

/// What an entry says, and who says it on what grounds.
pub(crate) struct Made {
    pub(crate) source: Source,
    pub(crate) author: String,
    pub(crate) body: Body,
}

/// The word of one secret.
pub(crate) fn word(number: usize) -> String {
    format!("{WORD}{number:04}")
}

/// The code of an invented participant.
pub(crate) fn code(number: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap());
    format!("Q{}{}", letter(number / 26), letter(number))
}

/// The id of an invented treaty.
pub(crate) fn treaty(number: usize) -> String {
    word(number).to_lowercase()
}

/// A body of a secret for `audience`; each kind comes up in turn.
pub(crate) fn body(
    dice: &mut Dice,
    before: &[&Entry],
    audience: &Audience,
    number: usize,
) -> Made {
    let word = word(number);
    let body = match number % 20 {
        0 | 1 => alike(dice, &word),
        2 => Body::Alias(AliasGiven {
            by: "ITA".parse().unwrap(),
            name: format!("{word} Republic"),
        }),
        3 => participant(number, &word),
        4 => law(dice, number, &word),
        5 => Body::Quarantined(Quarantined {
            treaty: Some("ccm".parse().unwrap()),
            place: format!("{word}, row 3"),
            value: word.clone(),
            why: format!("{word} is nobody"),
        }),
        6 | 7 => of_an_earlier(dice, before, audience, &word),
        8 if number % 40 == 28 => document(&word),
        8 => odd(dice, &word),
        17 => of_people(dice, before, &word),
        18 | 19 => of_a_campaign(dice, before, &word),
        _ => approach(dice, &word),
    };
    let mut source = Source::cited(format!("note verbale {word}"));
    source.url = Some(format!("https://{}.example/", word.to_lowercase()));
    Made {
        source,
        author: format!("{word} desk"),
        body,
    }
}

/// `body` with `word` in each of its texts.
pub(crate) fn marked(body: &Body, word: &str) -> Body {
    // What has no words of its own stays as it is.
    if matches!(
        body,
        Body::Treaty(_) | Body::FactsRelease(_) | Body::PrintedCount(_) | Body::Seat(_)
    ) {
        return body.clone();
    }
    let mut value = serde_json::to_value(body).unwrap();
    mark(&mut value, word);
    serde_json::from_value(value).unwrap()
}

fn mark(value: &mut Value, word: &str) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(text) if TEXTS.contains(&name.as_str()) => {
                        *text = format!("{text} {word}");
                    }
                    other => mark(other, word),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| mark(item, word)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The like of something that ships, in other words: another act of a State, another meeting, a
/// second word on a duty.
fn alike(dice: &mut Dice, word: &str) -> Body {
    // Acts are most of what ships; the other kinds shall come up as often.
    let kind = dice.below(12);
    let of_kind = |body: &&Body| kind_of(body) == kind;
    let here = |body: &&Body| is_of(&content(body), "treaty", &TREATIES);
    let all = shipped().iter().map(|entry| &entry.body);
    let these: Vec<&Body> = all.filter(of_kind).filter(here).collect();
    let mut value = serde_json::to_value(marked(dice.pick::<&Body>(&these), word)).unwrap();
    // By a State of these ledgers, so that it would show on their pages.
    let members = value.as_object_mut().unwrap().values_mut().next().unwrap();
    if let Some(by) = members.get_mut("by").filter(|by| by.is_string()) {
        *by = (*dice.pick(&STATES)).into();
    }
    serde_json::from_value(value).unwrap()
}

fn kind_of(body: &Body) -> usize {
    match body {
        Body::Act(_) => 0,
        Body::Membership(_) => 1,
        Body::Meeting(_) => 2,
        Body::Role(_) => 3,
        Body::Fulfilment(_) => 4,
        Body::Extension(_) => 5,
        Body::Observation(_) => 6,
        Body::PrintedCount(_) => 7,
        Body::Plan(_) => 8,
        Body::PlanAction(_) => 9,
        Body::Statement(_) => 10,
        Body::Assistance(_) => 11,
        _ => 12,
    }
}

fn participant(number: usize, word: &str) -> Body {
    Body::Participant(Participant {
        id: code(number).parse().unwrap(),
        status: Status::State,
        names: Names::english(format!("{word} Land")),
        aliases: Vec::new(),
        m49: None,
        iso2: None,
        from: None,
        until: None,
        successors: Vec::new(),
        un_member_since: None,
    })
}

/// The text of a paper that says this, as it is kept.
pub(crate) fn text(word: &str) -> Vec<u8> {
    let said =
        format!("Universalization is near, said {word}.\n\nThe informal working group met.\n");
    let text = transcribe::read(
        said.as_bytes(),
        Some("note.txt"),
        &transcribe::Limits::USUAL,
    );
    serde_json::to_vec(&text.unwrap()).unwrap()
}

/// A paper of Italy's, which nobody else knows of; its file is not kept, and its text where somebody keeps [`text`].
pub(crate) fn document(word: &str) -> Body {
    let name = word.to_lowercase();
    let value = serde_json::json!({ "document": {
        "document": name,
        "work": format!("{name}-work"),
        "kind": "working_paper",
        "title": format!("Universalization {word}"),
        "symbol": format!("CCM/MSP/2024/{word}"),
        "on": "2024-09",
        "treaties": ["ccm"],
        "meeting": format!("Meeting {word}"),
        "by": ["ITA"],
        "speaker": format!("Mr. {word}"),
        "aligned_with": ["EUE"],
        "themes": ["universalization"],
        "note": word,
        "text": store::DocumentId::of(&text(word)).to_string(),
    }});
    serde_json::from_value(value).unwrap()
}

/// A treaty that nobody else knows of, or a public one's file in other words.
fn law(dice: &mut Dice, number: usize, word: &str) -> Body {
    let of = *dice.pick(&TREATIES);
    let text = shipped().iter().find_map(|entry| match &entry.body {
        Body::Treaty(file) if file.treaty.as_str() == of => Some(file.text.clone()),
        _ => None,
    });
    let text = text.unwrap();
    if number.is_multiple_of(2) {
        let id = treaty(number);
        let text = text
            .replacen(&format!("id = \"{of}\""), &format!("id = \"{id}\""), 1)
            .replacen("short = \"", &format!("short = \"{word} "), 1);
        let treaty = id.parse().unwrap();
        return Body::Treaty(TreatyFile { treaty, text });
    }
    let text = text.replacen("short = \"", &format!("short = \"{word} "), 1);
    let treaty = of.parse().unwrap();
    Body::Treaty(TreatyFile { treaty, text })
}

/// What is said of an entry recorded before: of one for anyone, of one that as few may see, of one
/// of a treaty that nobody else knows.
fn of_an_earlier(dice: &mut Dice, before: &[&Entry], audience: &Audience, word: &str) -> Body {
    let may: Vec<&Entry> = before
        .iter()
        .copied()
        .filter(|entry| audience.within(&entry.audience))
        .collect();
    if may.is_empty() {
        return odd(dice, word);
    }
    let of = *dice.pick::<&Entry>(&may);
    about(dice, of, word)
}

/// That somebody spoke to somebody, or means to.
fn approach(dice: &mut Dice, word: &str) -> Body {
    let of = |dice: &mut Dice, words: &[&str]| (*dice.pick::<&str>(words)).to_owned();
    let state = of(dice, &["draft", "planned", "done", "dropped"]);
    let kind = of(dice, &["demarche_joint", "note_verbale", "visit", "letter"]);
    let body = serde_json::json!({"approach": {
        "treaties": [dice.pick(&TREATIES)],
        "state": state,
        "kind": kind,
        "by": [{"participant": dice.pick(&STATES), "person": format!("Ms {word}")}],
        "to": [{"participant": dice.pick(&STATES), "name": format!("{word} ministry")}],
        "on": format!("2026-{:02}-{:02}", 1 + dice.below(12), 1 + dice.below(28)),
        "place": format!("Hotel {word}"),
        "forum": format!("{word} forum"),
        "points": format!("{word} will ratify if {word} helps"),
        "answer": format!("{word} said no"),
        "next": [{"what": format!("call {word}"), "owner": word, "by": "2027-01-15"}],
        "documents": [{"title": format!("non-paper {word}")}],
        "note": word,
    }});
    serde_json::from_value(body).unwrap()
}

/// What a team wants to reach, how far States are, what they promised, and what is thought to have followed.
fn of_a_campaign(dice: &mut Dice, before: &[&Entry], word: &str) -> Body {
    let treaty = *dice.pick(&TREATIES);
    let state = *dice.pick(&STATES);
    let mut approaches = before
        .iter()
        .filter(|entry| matches!(entry.body, Body::Approach(_)));
    let approach = approaches
        .next_back()
        .map_or_else(|| EntryId(uuid::Uuid::from_u128(7)), |entry| entry.id);
    let bodies = [
        serde_json::json!({"campaign": {
            "campaign": word.to_lowercase(), "title": word, "treaties": [treaty],
            "aim": "everybody", "note": word,
        }}),
        serde_json::json!({"stage": {
            "treaty": treaty, "by": state, "stage": "parliament", "on": "2026-03",
            "evidence": word, "note": word,
        }}),
        serde_json::json!({"pledge": {
            "treaty": treaty, "by": state, "kind": "join", "what": word, "state": "open",
            "due": "2027-01-10", "next": [{"what": word, "owner": word, "by": "2027-01-15"}],
        }}),
        serde_json::json!({"attribution": {
            "approach": approach, "act": approach, "confidence": "possible", "why": word,
        }}),
        serde_json::json!({"roll_call": {
            "treaty": treaty, "resolution": word, "title": word, "body": "plenary",
            "on": "2025-12-01", "yes": [state],
        }}),
        serde_json::json!({"report": {
            "report": word.to_lowercase(), "title": word, "kind": "status", "treaty": treaty,
            "to": "2026-03-01", "lang": "en", "made_for": "public",
            "own": [{"key": "own-1", "form": "plain", "text": word}],
        }}),
        serde_json::json!({"role": {
            "treaty": treaty, "role": word, "kind": "champion", "by": state, "person": word,
        }}),
    ];
    serde_json::from_value(dice.pick(&bodies).clone()).unwrap()
}

/// Teams, people, seats and keys, and that something was released.
fn of_people(dice: &mut Dice, before: &[&Entry], word: &str) -> Body {
    let person = format!("{IDS_TEXT}-0000-7000-8000-{:012x}", dice.below(9));
    let of = before
        .last()
        .map_or_else(|| person.clone(), |last| last.id.to_string());
    let bodies = [
        serde_json::json!({"team": {"team": word.to_lowercase(), "name": word}}),
        serde_json::json!({"person": {"person": person, "commitment": "0".repeat(64)}}),
        serde_json::json!({"seat": {"person": person, "team": word.to_lowercase(), "role": "editor"}}),
        serde_json::json!({"key": {"public": "a".repeat(64), "name": word, "trusted": true}}),
        serde_json::json!({"release": {"of": of, "extract": of, "members": [word]}}),
    ];
    serde_json::from_value(dice.pick(&bodies).clone()).unwrap()
}

/// What no clerk would record: the mark of a release, what is said of an entry that is not there.
fn odd(dice: &mut Dice, word: &str) -> Body {
    if dice.below(2) == 0 {
        return Body::FactsRelease(FactsRelease {
            release: format!("2099-01-01 {word}"),
            sha256: "0".repeat(64),
        });
    }
    Body::Retraction(Retraction {
        of: EntryId(uuid::Uuid::from_u128(7)),
        why: word.to_owned(),
    })
}
