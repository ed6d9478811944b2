//! A paper as Markdown: CommonMark, with the tables and footnotes that most readers know.

use std::fmt::{self, Write};

use crate::html::is_of_the_web;
use crate::note::{Notes, Piece};
use crate::number::{Label, Numbers};
use crate::paper::{Block, Heading, Paper, Paragraph, ParagraphForm, Picture, Table};

/// A paper as Markdown.
pub fn write(paper: &Paper) -> String {
    let mut out = String::new();
    let mut writer = Writer {
        out: &mut out,
        paper,
        notes: Notes::of(paper),
        within: 0,
    };
    writer.write().expect("writing into a string does not fail");
    out
}

struct Writer<'a, 'p> {
    out: &'a mut String,
    paper: &'p Paper,
    notes: Notes<'p>,
    /// How far what belongs to the last numbered paragraph is set in.
    within: usize,
}

impl Writer<'_, '_> {
    fn write(&mut self) -> fmt::Result {
        self.masthead()?;
        writeln!(self.out, "# {}\n", line(&self.paper.title.join(", ")))?;
        self.blocks(&self.paper.blocks)?;
        for annex in &self.paper.annexes {
            self.heading(&annex.title)?;
            self.blocks(&annex.blocks)?;
        }
        self.all_notes()?;
        self.out.write_str("---\n\n")?;
        let words = words::Words::for_lang(self.paper.lang);
        for text in self.paper.colophon.lines(words) {
            writeln!(self.out, "{}\n", line(&text))?;
        }
        Ok(())
    }

    fn masthead(&mut self) -> fmt::Result {
        let head = &self.paper.masthead;
        let date = head
            .date
            .map(|day| words::Words::for_lang(self.paper.lang).date(day));
        let lines = head.restricted.iter().chain(&head.body);
        let lines = lines.chain(&head.venue).chain(&head.symbol);
        let lines = lines.chain(&head.distribution).chain(&date);
        let lines: Vec<_> = lines
            .chain(&head.original)
            .chain(&head.agenda)
            .map(|text| line(text))
            .collect();
        if lines.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "{}\n", lines.join("  \n"))
    }

    fn heading(&mut self, one: &Heading) -> fmt::Result {
        let marks = "#".repeat(usize::from(one.level.clamp(1, 5)) + 1);
        self.within = 0;
        writeln!(self.out, "{marks} {}\n", line(&one.text))
    }

    fn blocks(&mut self, blocks: &[Block]) -> fmt::Result {
        let mut numbers = Numbers::default();
        self.within = 0;
        for block in blocks {
            match block {
                Block::Heading(one) => self.heading(one)?,
                Block::Paragraph(one) => {
                    let label = numbers.next(one.form);
                    self.paragraph(one, label)?;
                }
                Block::Table(one) => self.table(one)?,
                Block::Picture(one) => self.picture(one)?,
            }
        }
        Ok(())
    }

    /// In words: what it shows, and what stands under it.
    fn picture(&mut self, one: &Picture) -> fmt::Result {
        writeln!(
            self.out,
            "*{}* {}\n",
            line(&one.caption),
            line(&one.describes)
        )?;
        for note in &one.notes {
            writeln!(self.out, "{}\n", line(note))?;
        }
        Ok(())
    }

    fn paragraph(&mut self, one: &Paragraph, label: Label) -> fmt::Result {
        let text = self.sentences(one)?;
        let (indent, mark) = match label {
            Label::Number(n) => (0, format!("{n}. ")),
            Label::Sub(n) => (self.within.min(4), format!("{n}) ")),
            Label::Bullet => (self.within, "- ".to_owned()),
            Label::None if one.form == ParagraphForm::Quotation => {
                (self.within, "> ".to_owned())
            }
            Label::None => (self.within, String::new()),
        };
        writeln!(self.out, "{}{mark}{text}\n", " ".repeat(indent))?;
        self.within = match label {
            Label::Number(_) => mark.len(),
            Label::Sub(_) => indent + mark.len(),
            Label::Bullet | Label::None => self.within,
        };
        Ok(())
    }

    fn sentences(&mut self, one: &Paragraph) -> Result<String, fmt::Error> {
        let mut text = String::new();
        for (at, sentence) in one.sentences.iter().enumerate() {
            if at > 0 {
                text.push(' ');
            }
            text.push_str(&line(&sentence.text));
            if let Some(noted) = self.notes.to(sentence) {
                write!(text, "[^{}]", noted.number)?;
            }
        }
        Ok(text)
    }

    fn table(&mut self, one: &Table) -> fmt::Result {
        self.within = 0;
        let heads: Vec<_> = one
            .columns
            .iter()
            .map(|column| line(&column.head))
            .collect();
        let rules: String = one
            .columns
            .iter()
            .map(|column| if column.numbers { " ---: |" } else { " --- |" })
            .collect();
        writeln!(self.out, "**{}**\n", line(&one.caption))?;
        writeln!(self.out, "| {} |\n|{rules}", heads.join(" | "))?;
        for row in &one.rows {
            let cells: Vec<_> = row.iter().map(|cell| line(&cell.text)).collect();
            writeln!(self.out, "| {} |", cells.join(" | "))?;
        }
        writeln!(self.out)
    }

    fn all_notes(&mut self) -> fmt::Result {
        for note in self.notes.all() {
            let said = note.says(words::Words::for_lang(self.paper.lang));
            let said: Vec<_> = said.iter().map(piece).collect();
            writeln!(self.out, "[^{}]: {}\n", note.number, said.concat())?;
        }
        Ok(())
    }
}

fn piece(one: &Piece<'_>) -> String {
    match one {
        Piece::Words(text) => line(text),
        Piece::Address(address) if is_of_the_web(address) => {
            format!("<{}>", address.replace(['<', '>', ' '], ""))
        }
        Piece::Address(address) => line(address),
    }
}

/// Text for one line in which Markdown finds nothing to obey.
fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '<' | '>' | '#' | '|' | '[' | ']' | '~' | '&' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    begins_nothing(out)
}

/// What begins a list or a rule at the start of a line begins none.
fn begins_nothing(mut text: String) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let after = text[digits..].chars().next();
    if digits > 0 && matches!(after, Some('.' | ')')) {
        text.insert(digits, '\\');
    } else if digits == 0 && matches!(after, Some('-' | '+' | '=')) {
        text.insert(0, '\\');
    }
    text
}
