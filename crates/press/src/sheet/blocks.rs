//! What stands in the body and in annexes, with lists put into one another as they are read.

use report::measure::{self, FEW_COLUMNS, INSET, WIDTH};
use report::paper::{Annex, Block, Heading, Paragraph, ParagraphForm, Picture, Table};
use report::{Label, Notes, Numbers};
use serde::Serialize;

use crate::PressError;
use crate::letters::{Letters, heard, is_blank};

/// The deepest heading that is set as one.
const DEEPEST: u8 = 3;

/// Something that is set.
#[derive(Debug, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(super) enum Set {
    /// A heading, at most one deeper than that before it: a reader who goes from one to the next misses none.
    Heading {
        depth: u8,
        text: String,
        begins_page: bool,
    },
    /// A paragraph without a number.
    Text { quoted: bool, says: Vec<Sentence> },
    /// Paragraphs with numbers or bullets.
    List(List),
    /// A table.
    Table(TableSet),
    /// A picture.
    Picture(PictureSet),
}

/// Paragraphs that are counted together.
#[derive(Debug, Serialize)]
pub(super) struct List {
    form: ListForm,
    items: Vec<Item>,
}

/// How a list is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum ListForm {
    Numbered,
    Sub,
    Bullet,
}

/// A paragraph of a list, with what stands under it.
#[derive(Debug, Serialize)]
struct Item {
    n: u32,
    says: Vec<Sentence>,
    within: Vec<Set>,
}

/// A sentence, and the number of its note.
#[derive(Debug, Serialize)]
pub(super) struct Sentence {
    text: String,
    note: Option<usize>,
}

/// A table as it is set; lengths in twentieths of a point.
#[derive(Debug, Serialize)]
pub(super) struct TableSet {
    caption: String,
    inset: u32,
    columns: Vec<ColumnSet>,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct ColumnSet {
    head: String,
    width: u32,
    numbers: bool,
}

/// A row, and whether it surely fits on a page, so that it may be kept on one.
#[derive(Debug, Serialize)]
struct Row {
    whole: bool,
    cells: Vec<String>,
}

/// A picture as it is set; lengths in twentieths of a point.
#[derive(Debug, Serialize)]
pub(super) struct PictureSet {
    caption: String,
    describes: String,
    svg: String,
    width: u32,
    height: u32,
}

/// What is kept in hand on the way through a paper.
pub(super) struct Blocks<'p> {
    letters: &'p Letters,
    notes: Notes<'p>,
    depth: u8,
}

impl<'p> Blocks<'p> {
    /// At the beginning.
    pub(super) fn new(letters: &'p Letters, notes: Notes<'p>) -> Blocks<'p> {
        Blocks {
            letters,
            notes,
            depth: 0,
        }
    }

    /// The blocks of the body, or of an annex: its paragraphs count from 1.
    pub(super) fn body(&mut self, blocks: &[Block]) -> Result<Vec<Set>, PressError> {
        let mut numbers = Numbers::default();
        let mut sets = Vec::new();
        for block in blocks {
            match block {
                Block::Heading(one) => sets.extend(self.heading(one)),
                Block::Paragraph(one) => {
                    let label = numbers.next(one.form);
                    self.paragraph(one, label, &mut sets);
                }
                Block::Table(one) => sets.push(Set::Table(self.table(one)?)),
                Block::Picture(one) => sets.push(Set::Picture(self.picture(one)?)),
            }
        }
        Ok(sets)
    }

    /// An annex under its title.
    pub(super) fn annex(&mut self, annex: &Annex) -> Result<Vec<Set>, PressError> {
        let title = self.heading(&annex.title);
        let blocks = self.body(&annex.blocks)?;
        Ok(title.into_iter().chain(blocks).collect())
    }

    /// A heading, unless it says nothing.
    fn heading(&mut self, one: &Heading) -> Option<Set> {
        if is_blank(&one.text) {
            return None;
        }
        self.depth = one.level.clamp(1, DEEPEST).min(self.depth + 1);
        Some(Set::Heading {
            depth: self.depth,
            text: self.letters.borne(&one.text),
            begins_page: one.begins_page,
        })
    }

    fn paragraph(&mut self, one: &Paragraph, label: Label, sets: &mut Vec<Set>) {
        let says = self.sentences(one);
        let item = |n, says| Item {
            n,
            says,
            within: Vec::new(),
        };
        match label {
            Label::Number(n) => add(sets, &[], ListForm::Numbered, item(n, says)),
            Label::Sub(n) => add(sets, &[ListForm::Numbered], ListForm::Sub, item(n, says)),
            Label::Bullet => {
                let under = [ListForm::Numbered, ListForm::Sub];
                add(sets, &under, ListForm::Bullet, item(0, says));
            }
            Label::None => sets.push(Set::Text {
                quoted: one.form == ParagraphForm::Quotation,
                says,
            }),
        }
    }

    fn sentences(&mut self, one: &Paragraph) -> Vec<Sentence> {
        let sentences = one.sentences.iter().map(|sentence| Sentence {
            text: self.letters.borne(&sentence.text),
            note: self.notes.to(sentence).map(|noted| noted.number),
        });
        sentences.collect()
    }

    fn table(&self, one: &Table) -> Result<TableSet, PressError> {
        let wide = one.columns.len();
        if let Some(odd) = one.rows.iter().position(|row| row.len() != wide) {
            return Err(PressError::Row {
                key: one.key.clone(),
                row: odd + 1,
            });
        }
        let inset = if wide <= FEW_COLUMNS { INSET } else { 0 };
        let shares: Vec<_> = one.columns.iter().map(|column| column.width).collect();
        let widths = measure::columns(&shares, WIDTH - 2 * inset);
        let rows = one.rows.iter().map(|row| Row {
            whole: row
                .iter()
                .zip(&widths)
                .all(|(cell, width)| fits(&cell.text, *width)),
            cells: row
                .iter()
                .map(|cell| self.letters.borne(&cell.text))
                .collect(),
        });
        Ok(TableSet {
            caption: self.letters.borne(&one.caption),
            inset,
            rows: rows.collect(),
            columns: one
                .columns
                .iter()
                .zip(&widths)
                .map(|(column, width)| ColumnSet {
                    head: self.letters.borne(&column.head),
                    width: *width,
                    numbers: column.numbers,
                })
                .collect(),
        })
    }

    fn picture(&self, one: &Picture) -> Result<PictureSet, PressError> {
        let said = [&one.describes, &one.caption];
        let Some(said) = said.into_iter().find(|said| !is_blank(said)) else {
            return Err(PressError::Undescribed {
                key: one.key.clone(),
            });
        };
        let (width, height) = measure::fitted(one.width, one.height);
        Ok(PictureSet {
            caption: self.letters.borne(&one.caption),
            describes: described(said, &one.notes),
            svg: one.svg.clone(),
            width,
            height,
        })
    }
}

/// What is heard in place of a picture: what is to be seen on it, and the lines under it, which are drawn in it.
fn described(said: &str, notes: &[String]) -> String {
    let all = [said].into_iter().chain(notes.iter().map(String::as_str));
    let all: Vec<_> = all.filter(|text| !is_blank(text)).collect();
    heard(&all.join("\n"))
}

/// Adds a paragraph to the list that is open: under the last paragraph of these lists, one in the other, as far
/// as they are open.
fn add(sets: &mut Vec<Set>, under: &[ListForm], form: ListForm, item: Item) {
    if let Some((outer, inner)) = under.split_first() {
        if let Some(Set::List(list)) = sets.last_mut()
            && list.form == *outer
            && let Some(last) = list.items.last_mut()
        {
            return add(&mut last.within, inner, form, item);
        }
        return add(sets, inner, form, item);
    }
    if let Some(Set::List(list)) = sets.last_mut()
        && list.form == form
    {
        list.items.push(item);
    } else {
        let items = vec![item];
        sets.push(Set::List(List { form, items }));
    }
}

/// The lines that a cell surely has room for on a page.
const LINES: usize = 30;

/// The width of a wide letter, in twentieths of a point.
const LETTER: u32 = 160;

/// Whether a text surely fits on a page in a column of this width.
fn fits(text: &str, width: u32) -> bool {
    let in_a_line = usize::try_from(width / LETTER).unwrap_or(1).max(1);
    text.chars().count() / in_a_line < LINES
}

#[cfg(test)]
mod tests {
    use report::paper::{Cell, Column, NoteForm};
    use serde_json::{Value, json};

    use super::*;

    /// What the template gets of these paragraphs, as `form:text[what is within]`.
    fn nested(forms: &[(ParagraphForm, &str)]) -> String {
        let blocks: Vec<_> = forms
            .iter()
            .map(|(form, text)| {
                Block::Paragraph(Paragraph {
                    key: (*text).to_owned(),
                    form: *form,
                    sentences: vec![report::paper::Stated {
                        text: (*text).to_owned(),
                        entries: vec![],
                        asks: None,
                        origin: report::paper::Origin::Author,
                    }],
                })
            })
            .collect();
        said(&serde_json::to_value(set(&blocks).unwrap()).unwrap())
    }

    fn set(blocks: &[Block]) -> Result<Vec<Set>, PressError> {
        let paper = paper();
        Blocks::new(Letters::all(), Notes::of(&paper)).body(blocks)
    }

    fn paper() -> report::Paper {
        report::Paper {
            lang: treaty::Lang::En,
            masthead: report::paper::Masthead::default(),
            title: vec![],
            blocks: vec![],
            annexes: vec![],
            notes: NoteForm::None,
            sources: vec![],
            colophon: report::paper::Colophon {
                text: vec![],
                head: world::view::HeadView {
                    entries: 0,
                    link: String::new(),
                },
                asks: None,
            },
        }
    }

    fn said(sets: &Value) -> String {
        let sets = sets.as_array().unwrap().iter().map(|one| {
            if one["is"] == "text" {
                return one["says"][0]["text"].as_str().unwrap().to_owned();
            }
            let items = one["items"].as_array().unwrap().iter().map(|item| {
                let text = item["says"][0]["text"].as_str().unwrap();
                let within = said(&item["within"]);
                let within = if within.is_empty() {
                    within
                } else {
                    format!("[{within}]")
                };
                format!("{}{text}{within}", item["n"])
            });
            let items: Vec<_> = items.collect();
            format!("{}:{}", one["form"].as_str().unwrap(), items.join(","))
        });
        let sets: Vec<_> = sets.collect();
        sets.join(" ")
    }

    #[test]
    fn lists_stand_in_one_another_as_they_are_read() {
        use ParagraphForm::{Bullet, Numbered, Plain, Quotation, Sub};
        assert_eq!(
            nested(&[
                (Numbered, "a"),
                (Sub, "b"),
                (Bullet, "c"),
                (Bullet, "d"),
                (Sub, "e"),
                (Numbered, "f"),
                (Bullet, "g"),
                (Plain, "h"),
                (Bullet, "i"),
                (Sub, "j"),
                (Bullet, "k"),
                (Quotation, "l"),
                (Numbered, "m"),
                (Sub, "n"),
            ]),
            "numbered:1a[sub:1b[bullet:0c,0d],2e],2f[bullet:0g] h bullet:0i sub:1j[bullet:0k] l \
             numbered:3m[sub:1n]"
        );
    }

    #[test]
    fn headings_go_down_one_level_at_a_time_and_say_something() {
        let blocks: Vec<_> = [
            (3, "a"),
            (3, "b"),
            (0, "c"),
            (200, "d"),
            (9, "e"),
            (1, " \u{200b}"),
        ]
        .map(|(level, text)| {
            Block::Heading(Heading {
                key: String::new(),
                level,
                text: text.to_owned(),
                begins_page: false,
            })
        })
        .into();
        let depths = serde_json::to_value(set(&blocks).unwrap()).unwrap();
        let depths: Vec<_> = depths
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["depth"].clone())
            .collect();
        assert_eq!(depths, [1, 2, 1, 2, 3].map(Value::from));
    }

    #[test]
    fn the_columns_of_a_table_are_as_wide_as_it_is() {
        let table = |wide: usize| {
            let column = |head: &str| Column {
                head: head.to_owned(),
                width: 33,
                numbers: false,
            };
            let long = "long ".repeat(1000);
            let cell = |text: &str| Cell {
                text: text.to_owned(),
                entries: vec![],
            };
            Block::Table(Table {
                key: String::new(),
                caption: String::new(),
                columns: vec![column("head"); wide],
                rows: vec![vec![cell("short"); wide], vec![cell(&long); wide]],
            })
        };
        for (wide, inset) in [(3, INSET), (4, 0)] {
            let set = serde_json::to_value(set(&[table(wide)]).unwrap()).unwrap();
            assert_eq!(set[0]["inset"], json!(inset));
            let columns = set[0]["columns"].as_array().unwrap().iter();
            let widths: u64 = columns.map(|one| one["width"].as_u64().unwrap()).sum();
            assert_eq!(widths, u64::from(WIDTH - 2 * inset));
            assert_eq!(set[0]["rows"][0]["whole"], json!(true));
            assert_eq!(set[0]["rows"][1]["whole"], json!(false));
        }
    }
}
