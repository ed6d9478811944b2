//! A paper: what a document says, as plain data. Every form of it, page or file, is written from this and
//! from nothing else, so that none says more than another.

use jiff::civil::Date;
use ledger::EntryRef;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::Lang;
use words::Words;
use world::view::{HeadView, SourceRef};

/// A document, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Paper {
    /// Its language: its texts and the names in it.
    pub lang: Lang,
    /// What stands above the title.
    pub masthead: Masthead,
    /// The title, line by line.
    pub title: Vec<String>,
    /// The body.
    pub blocks: Vec<Block>,
    /// What is annexed, each on a page of its own.
    pub annexes: Vec<Annex>,
    /// Whether what the sentences rest on is printed, and where.
    pub notes: NoteForm,
    /// The sources of all entries that are named, each once, in the order in which they are first named.
    pub sources: Vec<SourceRef>,
    /// Of what the paper was made.
    pub colophon: Colophon,
}

/// What stands above the title of a paper of a conference: who it is before, how it is called there, how far
/// it goes. What is not given is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Masthead {
    /// Before whom it comes, line by line: a conference, a meeting of States Parties.
    pub body: Vec<String>,
    /// Where and when that meets, in words: `New York, 22 September 2023`.
    pub venue: Option<String>,
    /// Its symbol: `CTBT-Art.XIV/2023/5`.
    pub symbol: Option<String>,
    /// How far it goes, in words: `Distr.: General`.
    pub distribution: Option<String>,
    /// Its day.
    pub date: Option<Date>,
    /// The language it was written in, in words: `Original: English`.
    pub original: Option<String>,
    /// The item of the agenda, in words.
    pub agenda: Option<String>,
    /// A word across its head where it may not go to everybody: the TLP label, `for the team`.
    pub restricted: Option<String>,
}

/// A piece of the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// A picture.
    Picture(Picture),
}

/// A heading within the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Heading {
    /// What the author's changes call it: the same in each making of the paper.
    pub key: String,
    /// How deep: 1 for a part, 2 within it, 3 within that.
    pub level: u8,
    /// Its words.
    pub text: String,
    /// Whether it begins on a page of its own, in forms that have pages.
    pub begins_page: bool,
}

/// A paragraph: sentences that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Paragraph {
    /// What the author's changes call it: the same in each making of the paper.
    pub key: String,
    /// How it is set.
    pub form: ParagraphForm,
    /// Its sentences, with a blank between them.
    pub sentences: Vec<Stated>,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ParagraphForm {
    /// With the next number: `1.`, through the whole body.
    Numbered,
    /// Under a numbered one, with the next number of its own: `(1)`.
    Sub,
    /// Under either, with a bullet.
    Bullet,
    /// Without either.
    Plain,
    /// Words of somebody else, set in.
    Quotation,
}

/// A sentence with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Stated {
    /// What it says, with its full stop.
    pub text: String,
    /// The entries it rests on; none where it is the author's, or tells that there is none.
    pub entries: Vec<EntryRef>,
    /// The address that answers the same: `/treaties/ctbt?on=2023-09-22&known=…`.
    pub asks: Option<String>,
    /// Whose words it is in.
    pub origin: Origin,
}

/// Whose words a sentence is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Made from the record.
    Record,
    /// The author's, in the place of one made from the record, which says the same as when it was written.
    Edited,
    /// The author's, in the place of one that the record would word otherwise by now.
    Stale,
    /// The author's own, of which the record says nothing.
    Author,
}

/// A table, with repeating heads where it runs over pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Table {
    /// What it is called in each making of the paper.
    pub key: String,
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its share of the width, in hundredths; those of a table come to 100.
    pub width: u8,
    /// Whether it holds numbers, which end at one edge.
    pub numbers: bool,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// The entries it rests on.
    pub entries: Vec<EntryRef>,
}

/// A picture, drawn by `picture`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Picture {
    /// What it is called in each making of the paper.
    pub key: String,
    /// What it shows.
    pub caption: String,
    /// What is to be seen on it, for who does not see it.
    pub describes: String,
    /// The drawing, as SVG that stands alone: its style is within, and the lines under it.
    #[serde(skip)]
    pub svg: String,
    /// The same for a page whose own sheet has the style of pictures, and the lines under it apart.
    #[serde(skip)]
    pub inline: String,
    /// The lines under it: its day, its sources, its terms, a disclaimer.
    pub notes: Vec<String>,
    /// Its width in pixels of the drawing.
    pub width: u32,
    /// Its height in the same.
    pub height: u32,
}

/// What is annexed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Annex {
    /// Its heading: `Annex I`, and what it holds.
    pub title: Heading,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// Where what the sentences rest on is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoteForm {
    /// Nowhere: a page links it all the same.
    #[default]
    None,
    /// At the foot of each page.
    Foot,
    /// After the body.
    End,
}

/// Of what a paper was made, so that it can be made again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Colophon {
    /// In words: day, moment of knowledge, for whom, the head of the ledger.
    pub text: Vec<String>,
    /// The head.
    pub head: HeadView,
    /// The address that makes it again.
    pub asks: Option<String>,
}

impl Colophon {
    /// What stands at the end of the paper, line by line.
    pub fn lines(&self, words: &Words) -> Vec<String> {
        let again = self
            .asks
            .as_ref()
            .map(|address| words.text_with("paper-again", &[("address", address.into())]));
        self.text.iter().cloned().chain(again).collect()
    }
}

impl Paper {
    /// Every paragraph, in the order in which they are read; those of annexes last.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        let annexed = self.annexes.iter().flat_map(|annex| &annex.blocks);
        self.blocks
            .iter()
            .chain(annexed)
            .filter_map(|block| match block {
                Block::Paragraph(one) => Some(one),
                Block::Heading(_) | Block::Table(_) | Block::Picture(_) => None,
            })
    }

    /// Its language as files name it, for spelling and for who reads it aloud: `en-GB`.
    pub fn language(&self) -> &'static str {
        match self.lang {
            Lang::Ar => "ar-SA",
            Lang::En => "en-GB",
            Lang::Es => "es-ES",
            Lang::Fr => "fr-FR",
            Lang::Ru => "ru-RU",
            Lang::Zh => "zh-CN",
        }
    }

    /// The source of an entry.
    pub fn source(&self, entry: EntryRef) -> Option<&SourceRef> {
        self.sources.iter().find(|source| source.entry == entry)
    }
}

impl Paragraph {
    /// Its text: the sentences with a blank between them.
    pub fn text(&self) -> String {
        let sentences: Vec<_> = self.sentences.iter().map(|one| one.text.as_str()).collect();
        sentences.join(" ")
    }

    /// The entries that its sentences rest on, each once.
    pub fn entries(&self) -> Vec<EntryRef> {
        let mut all = Vec::new();
        for entry in self.sentences.iter().flat_map(|one| &one.entries) {
            if !all.contains(entry) {
                all.push(*entry);
            }
        }
        all
    }
}
