//! How documents are listed and shown, and what is said of texts.

use ledger::Body;
use ledger::body::Document;
use transcribe::{Kind, Pages, Remark};
use treaty::{ParticipantId, TreatyId};
use world::World;

use super::super::outreach::words::{cell, with};
use super::super::outreach::{Kept, newest_first};
use crate::render::word;

impl Kept for Document {
    const WHAT: &'static str = "document";
    const COLUMNS: &'static [&'static str] = &[
        "document", "kind", "date", "title", "symbol", "language", "treaties", "by", "speaker",
        "themes", "file", "text", "url",
    ];

    fn of(body: &Body) -> Option<&Document> {
        if let Body::Document(one) = body {
            return Some(one);
        }
        None
    }

    fn of_mut(body: &mut Body) -> Option<&mut Document> {
        if let Body::Document(one) = body {
            return Some(one);
        }
        None
    }

    fn body(self) -> Body {
        Body::Document(Box::new(self))
    }

    fn cells(&self, _world: &World) -> Vec<String> {
        vec![
            self.document.clone(),
            self.kind.to_string(),
            cell(self.on),
            self.title.clone(),
            cell(self.symbol.as_ref()),
            cell(self.language.as_ref()),
            several(&self.treaties),
            several(&self.by),
            cell(self.speaker.as_ref()),
            several(&self.themes),
            cell(self.file.as_ref().map(|file| &file.sha256)),
            cell(self.text.as_ref()),
            cell(self.url.as_ref()),
        ]
    }

    fn lines(&self, world: &World) -> Vec<String> {
        let on = self.on.map(|on| format!("{on}  "));
        let names = self.by.iter().map(|by| {
            let known = world.participant(*by);
            known.map_or_else(
                || by.to_string(),
                |one| one.names.get(treaty::Lang::En).to_owned(),
            )
        });
        let names: Vec<_> = names.collect();
        let mut lines = vec![
            format!(
                "{}{}: {}",
                on.unwrap_or_default(),
                self.document,
                self.title
            ),
            self.kind.to_string().replace('_', " "),
        ];
        let perhaps = |text: String| Some(text).filter(|text| !text.is_empty());
        let themes: Vec<_> = self
            .themes
            .iter()
            .map(|theme| theme.to_string().replace('_', " "))
            .collect();
        for (what, said) in [
            ("in the name of", perhaps(names.join(", "))),
            ("for", self.group.clone()),
            ("speaker", self.speaker.clone()),
            ("post", self.post.clone()),
            ("symbol", self.symbol.clone()),
            ("treaties", perhaps(several(&self.treaties))),
            ("meeting", self.meeting.clone()),
            ("place", self.place.clone()),
            ("aligned with", perhaps(several(&self.aligned_with))),
            ("aligned by", perhaps(several(&self.aligned_by))),
            ("themes", perhaps(themes.join(", "))),
            ("language", self.language.clone()),
            ("distribution", self.distribution.map(|to| word(&to))),
            ("work", self.work.clone()),
            (
                "file",
                self.file
                    .as_ref()
                    .map(|file| format!("{}, {} bytes", file.media_type, file.len)),
            ),
            ("url", self.url.clone()),
            ("note", self.note.clone()),
        ] {
            lines.extend(with(what, said.as_ref()));
        }
        lines
    }

    fn is_under(&self, treaty: &TreatyId) -> bool {
        self.treaties.contains(treaty)
    }

    fn is_about(&self, state: ParticipantId) -> bool {
        self.by.contains(&state)
    }

    fn order(&self) -> String {
        newest_first(self.on)
    }
}

fn several(all: &[impl ToString]) -> String {
    let all: Vec<_> = all.iter().map(ToString::to_string).collect();
    all.join(" ")
}

/// What a block is, as a word.
pub(super) fn kind_word(kind: Kind) -> String {
    match kind {
        Kind::Title => "title".to_owned(),
        Kind::Heading(level) => format!("heading {level}"),
        Kind::Paragraph => "paragraph".to_owned(),
        Kind::Item(depth) => format!("item {depth}"),
        Kind::Row => "row".to_owned(),
        Kind::Quotation => "quotation".to_owned(),
        Kind::Preformatted => "preformatted".to_owned(),
    }
}

/// What a reader of a text must know.
pub(super) fn remark(remark: &Remark) -> String {
    match remark {
        Remark::Scanned(on) => format!(
            "{} pictures of text, which were not read: recognise the text first, with a program for that",
            pages(on, "is a", "are")
        ),
        Remark::Recognised(on) => format!(
            "{} pictures; the text under them was recognised by a program and may be wrong",
            pages(on, "is a", "are")
        ),
        Remark::Unnamed(on) => format!(
            "{} letters that the file does not name; they are missing here",
            pages(on, "has", "have")
        ),
        Remark::Empty => "there is no text in the file".to_owned(),
        Remark::Active => {
            "scripts or macros stand in the file; they were not run, and are not in the text".to_owned()
        }
        Remark::Elsewhere => {
            "the file points at parts that lie elsewhere; nothing was fetched".to_owned()
        }
        Remark::Hidden => "words that were deleted, commented or hidden stand in the file, and not in the text: whoever is given the file can read them".to_owned(),
        Remark::Damaged => "the file is damaged; what could be read was".to_owned(),
        Remark::Cut => "the file goes on; the text was cut at the limit".to_owned(),
        Remark::Undecoded => "some bytes are no text in the file's encoding".to_owned(),
    }
}

/// `page 3 is a`, `pages 1 to 4 and 7 are`.
fn pages(on: &[Pages], one: &str, many: &str) -> String {
    let said: Vec<_> = on
        .iter()
        .map(|pages| match pages.from == pages.to {
            true => pages.from.to_string(),
            false => format!("{} to {}", pages.from, pages.to),
        })
        .collect();
    match on {
        [only] if only.from == only.to => format!("page {} {one}", said.concat()),
        _ => format!("pages {} {many}", said.join(", ")),
    }
}
