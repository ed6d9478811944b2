//! The notes of a paper: what its sentences rest on, numbered once for all its forms.

use ledger::EntryRef;
use words::Words;
use world::view::SourceRef;

use crate::paper::{NoteForm, Paper, Stated};

/// A note to a sentence of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted<'p> {
    /// Its number, from 1.
    pub number: usize,
    /// The sources, each once, with the entries that rest on it.
    pub of: Vec<NoteOf<'p>>,
    /// The address that answers the same.
    pub asks: Option<&'p str>,
}

/// One source within a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteOf<'p> {
    /// The source; `None` where the record names none for the entries.
    pub source: Option<&'p SourceRef>,
    /// The places in it, each once, in the order in which they are first named.
    pub places: Vec<&'p str>,
    /// The entries.
    pub entries: Vec<EntryRef>,
}

/// A piece of a note as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'p> {
    /// Words.
    Words(String),
    /// An address, which a form links where it can.
    Address(&'p str),
}

impl<'p> Noted<'p> {
    /// The note as it is read: its sources one after the other, and what answers the same.
    pub fn says(&self, words: &Words) -> Vec<Piece<'p>> {
        let mut said = Vec::new();
        for (at, one) in self.of.iter().enumerate() {
            if at > 0 {
                say(&mut said, ". ");
            }
            one.says(words, &mut said);
        }
        say(&mut said, ".");
        if let Some(asks) = self.asks {
            say(&mut said, &format!(" {} ", words.text("paper-note-query")));
            said.push(Piece::Address(asks));
        }
        said
    }
}

impl<'p> NoteOf<'p> {
    /// The source, where in it, of which day, its address, and the entries that rest on it.
    fn says(&self, words: &Words, said: &mut Vec<Piece<'p>>) {
        match self.source {
            Some(source) => {
                say(said, &document(source, &self.places, words));
                if let Some(url) = &source.url {
                    say(said, ", ");
                    said.push(Piece::Address(url));
                }
            }
            None => say(said, &words.text("paper-note-no-source")),
        }
        let names: Vec<_> = self.entries.iter().map(EntryRef::to_string).collect();
        let of = [
            ("n", names.len().into()),
            ("names", names.join(", ").into()),
        ];
        say(
            said,
            &format!(" ({})", words.text_with("paper-note-entries", &of)),
        );
    }
}

/// What a source is: its title, where in it, of which day, and when it was read.
fn document(source: &SourceRef, places: &[&str], words: &Words) -> String {
    let day = |key, day: Option<jiff::civil::Date>| {
        day.map(|day| words.text_with(key, &[("day", words.date(day).into())]))
    };
    let parts = [
        Some(source.title.clone()),
        (!places.is_empty()).then(|| joined(places)),
        day("paper-note-as-at", source.as_at),
        day("paper-note-read", source.retrieved),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    parts.join(", ")
}

/// Places in one source: what stands before the last comma of one is not said again of the next,
/// `facts/acts.csv, line 507, line 513`.
fn joined(places: &[&str]) -> String {
    let mut said = String::new();
    let mut within = None;
    for place in places {
        let (of, at) = match place.rsplit_once(", ") {
            Some((of, at)) => (Some(of), at),
            None => (None, *place),
        };
        if said.is_empty() {
            said.push_str(place);
        } else if of.is_some() && of == within {
            said.push_str(", ");
            said.push_str(at);
        } else {
            said.push_str("; ");
            said.push_str(place);
        }
        within = of;
    }
    said
}

/// Words after words are one piece.
fn say(said: &mut Vec<Piece<'_>>, more: &str) {
    match said.last_mut() {
        Some(Piece::Words(before)) => before.push_str(more),
        Some(Piece::Address(_)) | None => said.push(Piece::Words(more.to_owned())),
    }
}

/// The notes of a paper, by the place of their sentence: what a writer asks for as it goes.
#[derive(Debug)]
pub struct Notes<'p> {
    all: Vec<Noted<'p>>,
    next: usize,
}

impl<'p> Notes<'p> {
    /// The notes of a paper in the order of its sentences; none where it prints none.
    pub fn of(paper: &'p Paper) -> Notes<'p> {
        let mut all = Vec::new();
        if paper.notes != NoteForm::None {
            for sentence in sentences(paper) {
                if has_note(sentence) {
                    all.push(note(paper, sentence, all.len() + 1));
                }
            }
        }
        Notes { all, next: 0 }
    }

    /// The note to a sentence, asked for in the order in which they stand.
    pub fn to(&mut self, sentence: &Stated) -> Option<&Noted<'p>> {
        if self.all.is_empty() || !has_note(sentence) {
            return None;
        }
        let at = self.next;
        self.next += 1;
        self.all.get(at)
    }

    /// All of them.
    pub fn all(&self) -> &[Noted<'p>] {
        &self.all
    }
}

fn has_note(sentence: &Stated) -> bool {
    !sentence.entries.is_empty()
}

/// The sentences of the body and of the annexes, in the order in which they are written.
fn sentences(paper: &Paper) -> impl Iterator<Item = &Stated> {
    paper.paragraphs().flat_map(|one| &one.sentences)
}

fn note<'p>(paper: &'p Paper, sentence: &'p Stated, number: usize) -> Noted<'p> {
    // What the report itself answers, its colophon has once.
    let again = paper.colophon.asks.as_deref();
    let mut of: Vec<NoteOf<'p>> = Vec::new();
    for &entry in &sentence.entries {
        let source = paper.source(entry);
        let same = of.iter_mut().find(|one| same_document(one.source, source));
        let place = source.and_then(|source| source.place.as_deref());
        match same {
            Some(one) => {
                one.entries.push(entry);
                one.places
                    .extend(place.filter(|place| !one.places.contains(place)));
            }
            None => of.push(NoteOf {
                source,
                places: place.into_iter().collect(),
                entries: vec![entry],
            }),
        }
    }
    Noted {
        number,
        of,
        asks: sentence.asks.as_deref().filter(|&asks| Some(asks) != again),
    }
}

/// Whether two entries rest on the same document as it was on the same day.
fn same_document(one: Option<&SourceRef>, other: Option<&SourceRef>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => {
            (&one.title, &one.url, one.as_at, one.retrieved)
                == (&other.title, &other.url, other.as_at, other.retrieved)
        }
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn places_in_one_source_are_not_said_twice_over() {
        for (places, said) in [
            (vec!["para. 3"], "para. 3"),
            (
                vec!["facts/acts.csv, line 507", "facts/acts.csv, line 513"],
                "facts/acts.csv, line 507, line 513",
            ),
            (
                vec![
                    "facts/acts.csv, line 507",
                    "facts/names.csv, line 2",
                    "annex",
                ],
                "facts/acts.csv, line 507; facts/names.csv, line 2; annex",
            ),
            (vec!["para. 3", "para. 4"], "para. 3; para. 4"),
        ] {
            assert_eq!(joined(&places), said);
        }
    }
}
