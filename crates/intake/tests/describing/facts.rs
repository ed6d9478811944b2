//! The project's names and meetings, and texts as a reader of files gives them.

use std::collections::BTreeMap;

use intake::describe::{Asked, Description, KnownMeeting, Meetings, Party, Proposal, describe};
use intake::jotting::Names;
use transcribe::{Block, Format, Kind, Said, TEXT_FORM, Text};
use treaty::{Law, ParticipantId, TreatyId};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::common;

/// What ships, found as the program finds it.
pub(crate) struct Facts {
    names: BTreeMap<String, Vec<ParticipantId>>,
    treaties: BTreeMap<String, TreatyId>,
    pub(crate) meetings: Vec<KnownMeeting>,
}

fn plain(name: &str) -> String {
    let bare = name.nfkd().filter(|c| !is_combining_mark(*c));
    let bare: String = bare.flat_map(char::to_lowercase).collect();
    bare.chars().filter(|c| c.is_alphanumeric()).collect()
}

pub(crate) fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let path = common::project().join("facts").join(file);
    let mut rows = csv::Reader::from_path(path).unwrap();
    rows.deserialize().map(Result::unwrap).collect()
}

impl Facts {
    pub(crate) fn read() -> Facts {
        let mut names = BTreeMap::<String, Vec<ParticipantId>>::new();
        let mut put = |name: &str, code: &str| {
            let same = names.entry(plain(name)).or_default();
            if !same.contains(&common::id(code)) {
                same.push(common::id(code));
            }
        };
        for row in rows("participants.csv") {
            put(&row["code"], &row["code"]);
            let named = row
                .iter()
                .filter(|(column, name)| column.starts_with("name_") && !name.is_empty());
            named.for_each(|(_, name)| put(name, &row["code"]));
        }
        rows("names.csv")
            .iter()
            .for_each(|row| put(&row["name"], &row["code"]));
        let mut treaties = BTreeMap::new();
        for file in std::fs::read_dir(common::project().join("facts/treaties")).unwrap() {
            let path = file.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let law = Law::parse(&path.display().to_string(), &text).unwrap();
            let mut put = |name: &str| {
                treaties.insert(plain(name), law.id.clone());
            };
            put(law.id.as_str());
            put(&law.short);
            law.also.iter().for_each(|name| put(name));
            law.title.iter().for_each(|(_, title)| put(title));
        }
        let day = |cell: &String| (!cell.is_empty()).then(|| cell.parse().unwrap());
        let some = |cell: &String| (!cell.is_empty()).then(|| cell.clone());
        let meetings = rows("meetings.csv").into_iter().map(|row| KnownMeeting {
            treaty: common::treaty(&row["treaty"]),
            kind: row["kind"].clone(),
            number: some(&row["number"]),
            start: day(&row["start"]).unwrap(),
            end: day(&row["end"]),
            place: some(&row["place"]),
        });
        Facts {
            names,
            treaties,
            meetings: meetings.collect(),
        }
    }

    /// The names of a treaty; none for an id of none.
    pub(crate) fn treaty_names(&self, id: &str) -> Vec<String> {
        let path = common::project()
            .join("facts/treaties")
            .join(format!("{id}.toml"));
        let Ok(text) = std::fs::read_to_string(&path) else {
            return Vec::new();
        };
        let law = Law::parse(id, &text).unwrap();
        let titles = law.title.iter().map(|(_, title)| title.to_owned());
        let names = std::iter::once(law.short.clone()).chain(law.also.iter().cloned());
        names.chain(titles).collect()
    }

    /// The names in English that a participant has borne.
    pub(crate) fn names_of(&self, code: &str) -> Vec<String> {
        let named = rows("names.csv")
            .into_iter()
            .filter(|row| row["code"] == code);
        let mut names: Vec<String> = named.map(|row| row["name"].clone()).collect();
        let own = rows("participants.csv")
            .into_iter()
            .filter(|row| row["code"] == code);
        names.extend(own.map(|row| row["name_en"].clone()));
        names
    }

    pub(crate) fn describe(&self, text: &Text) -> Description {
        describe(
            text,
            &Asked {
                names: self,
                meetings: self,
            },
        )
    }
}

impl Names for Facts {
    fn participant(&self, name: &str) -> Option<ParticipantId> {
        match self.names.get(&plain(name))?.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    fn treaty(&self, name: &str) -> Option<TreatyId> {
        self.treaties.get(&plain(name)).cloned()
    }
}

impl Meetings for Facts {
    fn meetings(&self, treaty: &TreatyId) -> Vec<KnownMeeting> {
        self.meetings
            .iter()
            .filter(|one| one.treaty == *treaty)
            .cloned()
            .collect()
    }
}

/// Paragraphs parted by empty lines, without the stars of Markdown; two blanks or a stroke at the end break a line.
pub(crate) fn text(written: &str) -> Text {
    let paragraph = |part: &str| {
        let lines = part.lines().map(str::trim_start);
        let mut joined = String::new();
        for line in lines {
            joined.push_str(line.trim_end().trim_end_matches('\\'));
            let broken =
                line.ends_with("  ") || line.trim_end().ends_with('\\') || part.len() < 400;
            joined.push(if broken { '\n' } else { ' ' });
        }
        joined.replace("**", "").replace('*', "").trim().to_owned()
    };
    let blocks = written
        .split("\n\n")
        .map(paragraph)
        .filter(|text| !text.is_empty());
    let block = |text: String| Block {
        kind: Kind::Paragraph,
        label: None,
        text: text.nfc().collect(),
        page: None,
        marks: Vec::new(),
    };
    Text {
        form: TEXT_FORM,
        format: Format::Markdown,
        said: Said::default(),
        pages: None,
        blocks: blocks.map(block).collect(),
        notes: Vec::new(),
        attachments: Vec::new(),
        remarks: Vec::new(),
    }
}

fn party(party: &Party) -> String {
    match party {
        Party::Participant(id) => id.to_string(),
        Party::Group(name) => format!("\"{name}\""),
    }
}

/// A description, a field a line: what is not sure with a question mark.
pub(crate) fn told(found: &Description) -> String {
    fn line<T>(told: &mut String, name: &str, all: &[Proposal<T>], say: impl Fn(&T) -> String) {
        if all.is_empty() {
            return;
        }
        let all = all
            .iter()
            .map(|one| format!("{}{}", say(&one.value), if one.sure { "" } else { "?" }));
        told.push_str(&format!(
            "{name}: {}\n",
            all.collect::<Vec<_>>().join(" | ")
        ));
    }
    let mut told = String::new();
    line(&mut told, "kind", &found.kind, ToString::to_string);
    line(&mut told, "title", &found.title, Clone::clone);
    line(&mut told, "symbol", &found.symbol, ToString::to_string);
    line(&mut told, "mentions", &found.mentions, ToString::to_string);
    line(&mut told, "meeting", &found.meeting, Clone::clone);
    let known = |one: &KnownMeeting| {
        format!(
            "{} {} {}",
            one.treaty,
            one.kind,
            one.number.clone().unwrap_or_default()
        )
    };
    line(&mut told, "at", &found.at, known);
    line(&mut told, "on", &found.on, ToString::to_string);
    line(&mut told, "place", &found.place, Clone::clone);
    line(&mut told, "treaties", &found.treaties, ToString::to_string);
    line(&mut told, "speaker", &found.speaker, |one| {
        format!("{} ({})", one.name, one.post.as_deref().unwrap_or("-"))
    });
    line(&mut told, "by", &found.by, party);
    line(&mut told, "national", &found.national, |()| {
        "yes".to_owned()
    });
    line(&mut told, "aligned with", &found.aligned_with, party);
    line(
        &mut told,
        "aligned by",
        &found.aligned_by,
        ToString::to_string,
    );
    line(&mut told, "themes", &found.themes, ToString::to_string);
    line(&mut told, "language", &found.language, Clone::clone);
    line(&mut told, "original", &found.original, Clone::clone);
    line(&mut told, "versions", &found.versions, Clone::clone);
    line(
        &mut told,
        "distribution",
        &found.distribution,
        ToString::to_string,
    );
    told
}

#[track_caller]
pub(crate) fn check(facts: &Facts, written: &str, expected: &str) {
    let lines = |text: &str| {
        text.lines()
            .map(|line| line.trim().to_owned())
            .collect::<Vec<_>>()
    };
    let told = told(&facts.describe(&text(written)));
    assert_eq!(lines(&told).join("\n"), lines(expected.trim()).join("\n"));
}
