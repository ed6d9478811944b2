//! A paper as a page: whole, needing nothing beside itself, or as an article within another page.

use std::fmt::{self, Write};

use crate::note::{Noted, Notes, Piece};
use crate::number::{Label, Numbers};
use crate::paper::{
    Block, Cell, Column, Heading, Masthead, Origin, Paper, Paragraph, ParagraphForm, Picture,
    Stated, Table,
};

/// Where an article leads: what stands behind a sentence, on the page around it.
pub trait Leads {
    /// How deep the title stands among the headings around it: 1 where it is the first.
    fn depth(&self) -> u8 {
        1
    }
    /// What is said of a sentence behind it, as HTML; nothing where a paper stands alone.
    fn behind(&self, sentence: &Stated) -> Option<String>;
    /// What is said after a paragraph, as HTML: how it is changed.
    fn after(&self, paragraph: &Paragraph) -> Option<String>;
    /// Whether the page around has the style of pictures in its own sheet (`picture::style::PAGE`): then they
    /// come without, and follow the page by day and by night.
    fn has_style_of_pictures(&self) -> bool {
        false
    }
    /// Whether the words of authors are told apart from those of the record: on a page on which they write, not in
    /// a paper that goes out.
    fn marks(&self) -> bool {
        false
    }
    /// What is said under a heading, as HTML.
    fn under(&self, _heading: &Heading) -> Option<String> {
        None
    }
}

/// A paper alone leads nowhere.
#[derive(Debug, Clone, Copy)]
pub struct Alone;

impl Leads for Alone {
    fn behind(&self, _sentence: &Stated) -> Option<String> {
        None
    }

    fn after(&self, _paragraph: &Paragraph) -> Option<String> {
        None
    }
}

/// How a page that stands alone looks: on screens, wide and narrow, by day and by night, and on paper.
const STYLE: &str = include_str!("paper.css");

/// A paper as a page of its own.
pub fn page(paper: &Paper) -> String {
    let mut text = String::new();
    let lang = paper.lang.code();
    let title = escaped(&paper.title.join(" "));
    put(&mut text, |out| {
        write!(
            out,
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n"
        )
    });
    text.push_str(&article(paper, &Alone));
    text.push_str("</main>\n</body>\n</html>\n");
    text
}

/// A paper as an article; `leads` says where it leads, and at which heading it begins.
pub fn article(paper: &Paper, leads: &dyn Leads) -> String {
    let mut text = String::new();
    put(&mut text, |out| {
        Writer {
            out,
            paper,
            notes: Notes::of(paper),
            leads,
        }
        .write()
    });
    text
}

/// Writing into a string does not fail.
fn put(text: &mut String, write: impl FnOnce(&mut String) -> fmt::Result) {
    write(text).expect("writing into a string does not fail");
}

struct Writer<'a, 'p> {
    out: &'a mut String,
    paper: &'p Paper,
    notes: Notes<'p>,
    leads: &'a dyn Leads,
}

impl Writer<'_, '_> {
    fn write(mut self) -> fmt::Result {
        writeln!(
            self.out,
            "<article class=\"paper\" lang=\"{}\">",
            self.paper.lang.code()
        )?;
        self.masthead(&self.paper.masthead)?;
        let lines: Vec<_> = self.paper.title.iter().map(|line| escaped(line)).collect();
        let top = self.depth(0);
        writeln!(
            self.out,
            "<h{top} class=\"title\">{}</h{top}>",
            lines.join("<br>")
        )?;
        self.blocks(&self.paper.blocks)?;
        for annex in &self.paper.annexes {
            self.out.write_str("<section class=\"annex\">\n")?;
            self.heading(&annex.title)?;
            self.blocks(&annex.blocks)?;
            self.out.write_str("</section>\n")?;
        }
        self.all_notes()?;
        self.out.write_str("<footer class=\"colophon\">\n")?;
        for line in self.paper.colophon.lines(words(self.paper)) {
            writeln!(self.out, "<p>{}</p>", escaped(&line))?;
        }
        self.out.write_str("</footer>\n</article>\n")
    }

    fn masthead(&mut self, head: &Masthead) -> fmt::Result {
        let date = head.date.map(|day| words(self.paper).date(day));
        let right: Vec<String> = [&head.symbol, &head.distribution, &date, &head.original]
            .into_iter()
            .flatten()
            .map(|line| escaped(line))
            .collect();
        let left: Vec<String> = head
            .body
            .iter()
            .chain(&head.venue)
            .chain(&head.agenda)
            .map(|line| escaped(line))
            .collect();
        if let Some(restricted) = &head.restricted {
            writeln!(
                self.out,
                "<p class=\"restricted\">{}</p>",
                escaped(restricted)
            )?;
        }
        if left.is_empty() && right.is_empty() {
            return Ok(());
        }
        writeln!(
            self.out,
            "<header class=\"masthead\">\n<p>{}</p>\n<p>{}</p>\n</header>",
            left.join("<br>"),
            right.join("<br>")
        )
    }

    /// The level of a heading so far under the title; HTML has six.
    fn depth(&self, under: u8) -> u8 {
        self.leads.depth().saturating_add(under).clamp(1, 6)
    }

    fn heading(&mut self, one: &Heading) -> fmt::Result {
        let level = self.depth(one.level);
        let class = if one.begins_page {
            " class=\"page\""
        } else {
            ""
        };
        writeln!(
            self.out,
            "<h{level}{class} id=\"{}\">{}</h{level}>",
            escaped(&one.key),
            escaped(&one.text)
        )?;
        match self.leads.under(one) {
            Some(under) => writeln!(self.out, "{under}"),
            None => Ok(()),
        }
    }

    fn blocks(&mut self, blocks: &[Block]) -> fmt::Result {
        let mut numbers = Numbers::default();
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

    fn paragraph(&mut self, one: &Paragraph, label: Label) -> fmt::Result {
        let (class, tag) = match one.form {
            ParagraphForm::Numbered => ("numbered", "p"),
            ParagraphForm::Sub => ("sub", "p"),
            ParagraphForm::Bullet => ("bullet", "p"),
            ParagraphForm::Plain => ("plain", "p"),
            ParagraphForm::Quotation => ("quotation", "blockquote"),
        };
        write!(
            self.out,
            "<{tag} class=\"{class}\" id=\"{}\">",
            escaped(&one.key)
        )?;
        match label {
            Label::Number(n) => write!(self.out, "<span class=\"label\">{n}.</span> ")?,
            Label::Sub(n) => write!(self.out, "<span class=\"label\">({n})</span> ")?,
            Label::Bullet => self.out.write_str("<span class=\"label\">•</span> ")?,
            Label::None => {}
        }
        for (at, sentence) in one.sentences.iter().enumerate() {
            if at > 0 {
                self.out.write_char(' ')?;
            }
            self.sentence(sentence)?;
        }
        writeln!(self.out, "</{tag}>")?;
        if let Some(after) = self.leads.after(one) {
            writeln!(self.out, "{after}")?;
        }
        Ok(())
    }

    fn sentence(&mut self, one: &Stated) -> fmt::Result {
        let text = escaped(&one.text);
        let class = match one.origin {
            Origin::Record => None,
            Origin::Edited => Some("edited"),
            Origin::Stale => Some("stale"),
            Origin::Author => Some("own"),
        };
        match class.filter(|_| self.leads.marks()) {
            None => self.out.write_str(&text)?,
            Some("stale") => write!(self.out, "<mark class=\"stale\">{text}</mark>")?,
            Some(class) => write!(self.out, "<span class=\"{class}\">{text}</span>")?,
        }
        if let Some(noted) = self.notes.to(one) {
            let n = noted.number;
            write!(
                self.out,
                "<sup><a id=\"to-{n}\" href=\"#note-{n}\">{n}</a></sup>"
            )?;
        }
        if let Some(behind) = self.leads.behind(one) {
            self.out.write_str(&behind)?;
        }
        Ok(())
    }

    fn table(&mut self, one: &Table) -> fmt::Result {
        // A paragraph may have the key of a table, and where the table is wider than the page it is read by moving
        // it, which the keyboard can do with what takes the focus.
        let caption = escaped(&one.caption);
        writeln!(
            self.out,
            "<div class=\"wide\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\"><table id=\"table-{}\">\n\
             <caption>{caption}</caption>\n<thead><tr>",
            escaped(&one.key),
        )?;
        for column in &one.columns {
            writeln!(
                self.out,
                "<th scope=\"col\"{}>{}</th>",
                numbers(column),
                escaped(&column.head)
            )?;
        }
        self.out.write_str("</tr></thead>\n<tbody>\n")?;
        for row in &one.rows {
            self.row(&one.columns, row)?;
        }
        self.out.write_str("</tbody></table></div>\n")
    }

    fn row(&mut self, columns: &[Column], row: &[Cell]) -> fmt::Result {
        self.out.write_str("<tr>")?;
        for (column, cell) in columns.iter().zip(row) {
            write!(
                self.out,
                "<td{}>{}</td>",
                numbers(column),
                escaped(&cell.text)
            )?;
        }
        self.out.write_str("</tr>\n")
    }

    fn picture(&mut self, one: &Picture) -> fmt::Result {
        // The drawing is ours and names itself: `picture` writes a title and a description into it.
        let within = self.leads.has_style_of_pictures();
        let (key, caption) = (escaped(&one.key), escaped(&one.caption));
        let svg = if within { &one.inline } else { &one.svg };
        write!(
            self.out,
            "<figure id=\"{key}\">\n{svg}\n<figcaption><p>{caption}</p>"
        )?;
        for note in one.notes.iter().filter(|_| within) {
            write!(self.out, "\n<p class=\"under\">{}</p>", escaped(note))?;
        }
        writeln!(self.out, "</figcaption>\n</figure>")
    }

    fn all_notes(&mut self) -> fmt::Result {
        let notes: Vec<Noted<'_>> = self.notes.all().to_vec();
        if notes.is_empty() {
            return Ok(());
        }
        let heading = words(self.paper).text("paper-notes");
        let level = self.depth(1);
        writeln!(
            self.out,
            "<section class=\"notes\" aria-labelledby=\"notes\">\n<h{level} id=\"notes\">{}</h{level}>\n<ol>",
            escaped(&heading)
        )?;
        for note in &notes {
            let n = note.number;
            write!(self.out, "<li id=\"note-{n}\">")?;
            self.note(note)?;
            writeln!(
                self.out,
                " <a href=\"#to-{n}\" aria-label=\"{}\">↑</a></li>",
                escaped(&words(self.paper).text("paper-note-back"))
            )?;
        }
        self.out.write_str("</ol>\n</section>\n")
    }

    fn note(&mut self, note: &Noted<'_>) -> fmt::Result {
        for piece in note.says(words(self.paper)) {
            match piece {
                Piece::Words(text) => self.out.write_str(&escaped(&text))?,
                Piece::Address(address) if is_of_the_web(address) => {
                    let address = escaped(address);
                    write!(self.out, "<a href=\"{address}\">{address}</a>")?;
                }
                Piece::Address(address) => self.out.write_str(&escaped(address))?,
            }
        }
        Ok(())
    }
}

fn numbers(column: &Column) -> &'static str {
    if column.numbers { " class=\"n\"" } else { "" }
}

fn words(paper: &Paper) -> &'static words::Words {
    words::Words::for_lang(paper.lang)
}

/// Whether an address is one that a reader may be led to.
pub(crate) fn is_of_the_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Text in which HTML finds nothing to obey; what no page may hold is left out.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
