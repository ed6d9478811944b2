//! The columns of a log: ours, and the headings under which coordinators keep theirs.

use std::collections::BTreeMap;

use csv::StringRecord;

use crate::error::{Position, ReadError, What};
use crate::jotting::folded;
use crate::row::AT_THE_END;

/// The columns of an approach, in the order they are written. Those of a source come after them.
pub(super) const OWN: [&str; 37] = [
    "treaties",
    "state",
    "kind",
    "by",
    "by_name",
    "by_person",
    "by_capacity",
    "by_level",
    "to",
    "to_name",
    "to_person",
    "to_capacity",
    "to_level",
    "acted_as",
    "on",
    "until",
    "channel",
    "venue",
    "forum",
    "meeting",
    "meeting_number",
    "themes",
    "points",
    "answer",
    "outcomes",
    "obstacles",
    "asked",
    "offered",
    "next",
    "next_owner",
    "next_by",
    "next_done",
    "papers",
    "paper_urls",
    "paper_sha256",
    "note",
    "audience",
];

/// The column that stands after those.
pub(super) const LABEL: &str = "label";

/// Headings of a coordinator's own table, English and French, without case and accents.
const SIMPLE: &[(&str, &[&str])] = &[
    (
        "treaties",
        &["treaty", "traite", "convention", "treaties", "traites"],
    ),
    ("on", &["date", "day", "jour", "on", "le"]),
    ("until", &["until", "jusqu'au", "to date", "fin"]),
    (
        "to",
        &["state", "etat", "country", "pays", "target", "to", "cible"],
    ),
    ("to_name", &["organisation", "organization"]),
    (
        "to_capacity",
        &[
            "capacity",
            "function",
            "fonction",
            "interlocutor",
            "interlocuteur",
            "qualite",
        ],
    ),
    (
        "to_level",
        &["level", "niveau", "their level", "leur niveau"],
    ),
    ("by", &["by", "par", "who", "qui"]),
    ("by_level", &["our level", "notre niveau"]),
    ("state", &["status", "statut", "stage"]),
    ("kind", &["kind", "type", "nature", "activity", "activite"]),
    ("channel", &["channel", "canal", "voie"]),
    ("venue", &["place", "lieu", "venue"]),
    ("forum", &["forum", "enceinte"]),
    ("themes", &["theme", "themes", "message", "arguments"]),
    ("points", &["points", "said", "elements"]),
    ("answer", &["answer", "reply", "reponse", "reaction"]),
    (
        "outcomes",
        &[
            "outcome",
            "outcomes",
            "result",
            "results",
            "resultat",
            "resultats",
        ],
    ),
    ("obstacles", &["obstacle", "obstacles"]),
    (
        "asked",
        &["asked", "support asked", "aide demandee", "demandes"],
    ),
    (
        "offered",
        &[
            "offered",
            "support offered",
            "aide offerte",
            "aide proposee",
        ],
    ),
    (
        "next",
        &[
            "next",
            "next step",
            "next steps",
            "suite",
            "suites",
            "prochaine etape",
            "suivi",
            "follow-up",
        ],
    ),
    ("next_owner", &["owner", "responsable", "responsible"]),
    ("next_by", &["due", "deadline", "echeance", "delai"]),
    (
        "note",
        &[
            "note",
            "notes",
            "remarks",
            "remarques",
            "comments",
            "commentaires",
        ],
    ),
    ("audience", &["audience", "seen by"]),
    ("label", &["label", "tlp"]),
];

/// Where each column stands, and whether the table is one of ours.
pub(super) fn places(
    file: &str,
    headers: &StringRecord,
) -> Result<(BTreeMap<&'static str, usize>, bool), ReadError> {
    let names: Vec<String> = headers.iter().map(|header| folded(header.trim())).collect();
    let own = |name: &String| {
        let all = OWN.iter().chain([&LABEL]).chain(&AT_THE_END);
        all.into_iter().copied().find(|column| column == name)
    };
    let simple = |name: &String| {
        let rows = SIMPLE.iter();
        let mut rows = rows.filter(|(_, headings)| headings.contains(&name.as_str()));
        rows.next().map(|(column, _)| *column)
    };
    let ours = names.iter().all(|name| own(name).is_some());
    let first = Position { line: 1, column: 1 };
    let mut places = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        let refuse = |why: String| {
            let what = What::UnknownHeading {
                heading: name.clone(),
                why,
            };
            Err(ReadError::at(file, what, first))
        };
        let column = if ours { own(name) } else { simple(name) };
        let Some(column) = column else {
            let known: Vec<_> = SIMPLE.iter().map(|(_, headings)| headings[0]).collect();
            return refuse(format!(
                "the columns of a plain log are {}",
                known.join(", ")
            ));
        };
        if places.insert(column, at).is_some() {
            return refuse("what it means stands there twice".to_owned());
        }
    }
    let has = |column: &str| places.contains_key(column);
    if has("to") || has("to_name") {
        return Ok((places, ours));
    }
    let what = What::Malformed {
        what: "columns are missing".to_owned(),
        value: if ours {
            "to".to_owned()
        } else {
            "state".to_owned()
        },
    };
    Err(ReadError::at(file, what, first))
}
