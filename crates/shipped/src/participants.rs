//! `facts/participants.csv` and `facts/names.csv`: who takes part, and what they are called.

use std::collections::BTreeMap;

use ledger::Body;
use treaty::participant::{Alias, Participant, Status};
use treaty::{Lang, Names, ParticipantId, Source};

use crate::cited::Sources;
use crate::files;
use crate::records::NoteGoes;
use crate::table::{FactsError, Row, rows};

const COLUMNS: &[&str] = &[
    "code",
    "status",
    "name_en",
    "name_fr",
    "name_es",
    "name_ar",
    "name_zh",
    "name_ru",
    "m49",
    "iso2",
    "from",
    "until",
    "successors",
    "un_member_since",
    "source",
    "note",
];
const NAME_COLUMNS: &[&str] = &["name", "code", "kind", "from", "until", "source", "note"];

/// The kinds of name; `docs` for each are in `facts/README.md`.
const KINDS: &[(&str, &str)] = &[
    ("common", "common"),
    ("former", "former"),
    ("historical", "historical"),
    ("formal", "formal"),
    ("depositary", "depositary"),
    ("un-m49", "un-m49"),
    ("un-term", "un-term"),
    ("cldr", "cldr"),
    ("iso-3166", "iso-3166"),
];

/// The participants with all their names, in the order of the file.
pub(crate) fn read(sources: &Sources) -> Result<Vec<(Source, Body)>, FactsError> {
    let mut names = names()?;
    let mut read = Vec::new();
    for row in rows(files::PARTICIPANTS, COLUMNS)? {
        let id = row.parse("code")?;
        let aliases = names.remove(&id).unwrap_or_default();
        let source = sources.of(&row, None, NoteGoes::WithPlace)?;
        read.push((source, Body::Participant(participant(&row, id, aliases)?)));
    }
    match names.first_key_value() {
        None => Ok(read),
        Some((code, _)) => Err(FactsError::Value {
            file: files::NAMES.path,
            line: 0,
            column: "code",
            value: code.to_string(),
            why: format!("is not in {}", files::PARTICIPANTS.path),
        }),
    }
}

fn participant(
    row: &Row,
    id: ParticipantId,
    aliases: Vec<Alias>,
) -> Result<Participant, FactsError> {
    Ok(Participant {
        id,
        status: row.word(
            "status",
            &[
                ("state", Status::State),
                ("organisation", Status::Organisation),
                ("former", Status::Former),
                ("not-counted", Status::NotCounted),
            ],
        )?,
        names: names_of(row)?,
        aliases,
        m49: row.optional("m49"),
        iso2: row.optional("iso2"),
        from: row.day("from")?,
        until: row.day("until")?,
        successors: row.parse_list("successors")?,
        un_member_since: row.day("un_member_since")?,
    })
}

fn names_of(row: &Row) -> Result<Names, FactsError> {
    const COLUMN: [(Lang, &str); 6] = [
        (Lang::En, "name_en"),
        (Lang::Fr, "name_fr"),
        (Lang::Es, "name_es"),
        (Lang::Ar, "name_ar"),
        (Lang::Zh, "name_zh"),
        (Lang::Ru, "name_ru"),
    ];
    let names: BTreeMap<Lang, String> = COLUMN
        .into_iter()
        .filter_map(|(lang, column)| Some((lang, row.optional(column)?)))
        .collect();
    Names::try_from(names).map_err(|why| row.wrong("name_en", why))
}

/// The other names, by participant, each in the order of the file.
fn names() -> Result<BTreeMap<ParticipantId, Vec<Alias>>, FactsError> {
    let mut names = BTreeMap::<ParticipantId, Vec<Alias>>::new();
    for row in rows(files::NAMES, NAME_COLUMNS)? {
        row.required("source")?;
        let alias = Alias {
            name: row.required("name")?.to_owned(),
            kind: row.word("kind", KINDS)?.to_owned(),
            from: row.day("from")?,
            until: row.day("until")?,
        };
        names.entry(row.parse("code")?).or_default().push(alias);
    }
    Ok(names)
}
