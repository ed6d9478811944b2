//! From the answer to the paper: which words stand where. What is told is in the view; nothing is added here and
//! nothing left out.

use jiff::civil::Date;
use ledger::Audience;
use sentence::{cell, say};
use words::{Arg, Words};
use world::view::{
    Asks, Passage, PassageForm, ReportCell, ReportKind, ReportSentence, ReportTable,
    ReportView, Said,
};

use crate::figure;
use crate::paper::{
    Annex, Block, Cell, Colophon, Column, Heading, Masthead, NoteForm, Origin, Paper,
    Paragraph, ParagraphForm, Picture, Stated, Table,
};

/// What is said of a paper beside what it tells: what stands above it, and for whom it was made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct How {
    /// Before whom it comes, line by line.
    pub body: Vec<String>,
    /// Where and when that meets.
    pub venue: Option<String>,
    /// Its symbol.
    pub symbol: Option<String>,
    /// How far it goes, in words.
    pub distribution: Option<String>,
    /// Its day.
    pub date: Option<Date>,
    /// The item of the agenda.
    pub agenda: Option<String>,
    /// Whether what the sentences rest on is printed, and where.
    pub notes: NoteForm,
    /// Pictures that go with it, drawn from the same world: see [`crate::figure`].
    pub pictures: Vec<Picture>,
    /// Whose world it was made from; nobody: from what anyone may see.
    pub team: Option<String>,
    /// The same, as addresses name it: the id of a team, or `signed-in`; nobody: anyone.
    pub reader: Option<String>,
}

/// A report as a paper, in the language of `words`.
pub fn paper(view: &ReportView, words: &Words, how: &How) -> Paper {
    let composer = Composer {
        view,
        words,
        reader: how.reader.as_deref(),
    };
    Paper {
        lang: words.text_lang(),
        masthead: composer.masthead(how),
        title: composer.title(),
        blocks: composer.body(&how.pictures),
        annexes: composer.annexes(),
        notes: how.notes,
        sources: view.sources.clone(),
        colophon: composer.colophon(how),
    }
}

struct Composer<'v> {
    view: &'v ReportView,
    words: &'v Words,
    reader: Option<&'v str>,
}

/// An audience as addresses name it; `None`: anyone.
pub fn reader(of: &Audience) -> Option<String> {
    match of {
        Audience::Public => None,
        Audience::SignedIn => Some("signed-in".to_owned()),
        Audience::Teams(teams) => Some(teams.join(",")),
    }
}

impl Composer<'_> {
    fn masthead(&self, how: &How) -> Masthead {
        let restricted = how.team.as_deref().map(|team| {
            self.words
                .text_with("report-restricted", &[("team", team.into())])
        });
        Masthead {
            body: how.body.clone(),
            venue: how.venue.clone(),
            symbol: how.symbol.clone(),
            distribution: how.distribution.clone(),
            date: how.date,
            original: None,
            agenda: how.agenda.clone(),
            restricted,
        }
    }

    fn title(&self) -> Vec<String> {
        let view = self.view;
        // The line of its day says that a status is one; others have a text of their own.
        let kind = match view.kind {
            ReportKind::Status => None,
            kind @ (ReportKind::Progress
            | ReportKind::Activities
            | ReportKind::Obligations
            | ReportKind::Plan
            | ReportKind::Brief
            | ReportKind::Bilateral
            | ReportKind::Sentence
            | ReportKind::Votes
            | ReportKind::Assistance) => self.words.find(&format!("report-title-{kind}")),
        };
        let short = figure::short(self.words, &view.treaty, &view.short);
        let title = typographic(&view.title);
        let treaty = self.words.text_with(
            "report-title-treaty",
            &[("title", title.into()), ("short", short.into())],
        );
        let kind = kind.map(std::borrow::Cow::into_owned);
        let mut lines: Vec<_> = kind.into_iter().chain([treaty]).collect();
        if !view.of.is_empty() {
            lines.push(cell(self.words, &Said::States(view.of.clone())));
        }
        if !view.by.is_empty() {
            lines.push(cell(self.words, &Said::States(view.by.clone())));
        }
        lines.push(match view.from {
            Some(from) => self.words.period(from.into(), view.to.into()),
            None => {
                let day = Arg::Date(view.to.into());
                self.words.text_with("report-annex-status", &[("day", day)])
            }
        });
        lines
    }

    /// The parts; pictures stand at the end of the first, which is that of how things stand.
    fn body(&self, pictures: &[Picture]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut pictures: Vec<_> = pictures.iter().cloned().map(Block::Picture).collect();
        let mut parts: Vec<_> = self.view.parts.iter().collect();
        parts.sort_by_cached_key(|part| {
            let of = part.of.as_ref();
            of.map(|one| self.words.order(one.iso3, &one.name))
        });
        for part in parts {
            blocks.push(Block::Heading(Heading {
                key: format!("part-{}", part.key),
                level: part.level,
                text: say(self.words, &part.heading),
                begins_page: part.begins_page && !blocks.is_empty(),
            }));
            let passages = part.passages.iter();
            blocks.extend(passages.map(|one| Block::Paragraph(self.passage(one))));
            blocks.append(&mut pictures);
        }
        blocks.append(&mut pictures);
        blocks
    }

    fn passage(&self, one: &Passage) -> Paragraph {
        Paragraph {
            key: one.key.clone(),
            form: match one.form {
                PassageForm::Numbered => ParagraphForm::Numbered,
                PassageForm::Sub => ParagraphForm::Sub,
                PassageForm::Bullet => ParagraphForm::Bullet,
            },
            sentences: one.sentences.iter().map(|said| self.stated(said)).collect(),
        }
    }

    fn stated(&self, said: &ReportSentence) -> Stated {
        Stated {
            text: say(self.words, &said.says),
            entries: said.says.entries.clone(),
            asks: said.asks.as_ref().map(|asks| self.address(asks)),
            origin: Origin::Record,
        }
    }

    /// The address that answers the same, at the moment of knowledge of the report.
    fn address(&self, asks: &Asks) -> String {
        let treaty = &self.view.treaty;
        let known = self.view.known;
        match asks {
            Asks::Report => self.again(),
            Asks::Status { on } => format!("/treaties/{treaty}?on={on}&known={known}"),
            Asks::Force { on } => format!("/treaties/{treaty}/force?on={on}&known={known}"),
            Asks::Changes { from, to } => {
                format!("/changes?treaty={treaty}&from={from}&to={to}&known={known}")
            }
            Asks::Duties { from: None, on } => {
                format!("/treaties/{treaty}/obligations?on={on}&known={known}")
            }
            Asks::Duties {
                from: Some(from),
                on,
            } => {
                format!("/duties?treaty={treaty}&from={from}&to={on}&on={on}&known={known}")
            }
            Asks::Participation { of, on } => {
                format!("/states/{of}/{treaty}?on={on}&known={known}")
            }
            Asks::Brief { of, on } => {
                format!("/states/{of}/brief?treaty={treaty}&on={on}&known={known}")
            }
            Asks::Across { of, on } => format!("/states/{of}?on={on}&known={known}"),
            Asks::Approaches { by, from, to } => {
                let by = by.map(|by| format!("&by={by}")).unwrap_or_default();
                format!("/approaches?treaty={treaty}{by}&from={from}&to={to}&known={known}")
            }
        }
    }

    /// The address of the report itself, as it is.
    fn again(&self) -> String {
        let ReportView {
            kind,
            treaty,
            from,
            to,
            known,
            ..
        } = self.view;
        let mut address = format!("/reports/{kind}?treaty={treaty}");
        let of: Vec<_> = self.view.of.iter().map(|one| one.iso3.as_str()).collect();
        if !of.is_empty() {
            address += &format!("&state={}", of.join(","));
        }
        if let Some(from) = from {
            address += &format!("&from={from}");
        }
        address += &format!("&to={to}");
        if let Some(plan) = &self.view.plan {
            address += &format!("&plan={plan}");
        }
        address += &format!("&in={}", self.words.text_lang());
        if let Some(reader) = self.reader {
            address += &format!("&for={reader}");
        }
        address + &format!("&known={known}")
    }

    fn annexes(&self) -> Vec<Annex> {
        let tables = self.view.annexes.iter().zip(1..);
        let annexes = tables.map(|(table, n)| Annex {
            title: Heading {
                key: format!("annex-{}", table.key),
                level: 1,
                text: self
                    .words
                    .text_with("report-annex", &[("n", roman(n).into())]),
                begins_page: false,
            },
            blocks: vec![Block::Table(self.table(table))],
        });
        annexes.collect()
    }

    fn table(&self, table: &ReportTable) -> Table {
        let mut rows: Vec<_> = table.rows.iter().collect();
        if table.by_state {
            rows.sort_by_cached_key(|row| self.order(row));
        }
        let rows = rows
            .into_iter()
            .map(|row| row.iter().map(|one| self.cell(one)).collect());
        Table {
            key: table.key.to_owned(),
            caption: say(self.words, &table.heading),
            columns: self.columns(table),
            rows: rows.collect(),
        }
    }

    /// Where a row stands in the alphabetical order of the language, by the State it is of.
    fn order(&self, row: &[ReportCell]) -> Option<String> {
        match row.first()?.holds.first()? {
            Said::States(states) => {
                let one = states.first()?;
                Some(self.words.order(one.iso3, &one.name))
            }
            Said::Number(_)
            | Said::Day(_)
            | Said::Period { .. }
            | Said::Code { .. }
            | Said::Codes { .. }
            | Said::Act(_)
            | Said::Names(_)
            | Said::Group(_)
            | Said::Meeting { .. }
            | Said::Text(_)
            | Said::Treaty(_)
            | Said::Keys(_)
            | Said::Phrases(_)
            | Said::Quoted(_)
            | Said::Titles(_)
            | Said::Person { .. }
            | Said::Venues(_)
            | Said::Ways(_) => None,
        }
    }

    /// The columns; their widths come to a hundred.
    fn columns(&self, table: &ReportTable) -> Vec<Column> {
        let all: u32 = table.columns.iter().map(|one| u32::from(one.share)).sum();
        let mut left = 100;
        let last = table.columns.len().saturating_sub(1);
        let columns = table.columns.iter().enumerate().map(|(at, one)| {
            let share = u32::from(one.share) * 100 / all.max(1);
            let width = if at == last { left } else { share.min(left) };
            left -= width;
            Column {
                head: say(self.words, &one.head),
                width: u8::try_from(width).unwrap_or(100),
                numbers: false,
            }
        });
        columns.collect()
    }

    fn cell(&self, one: &ReportCell) -> Cell {
        let mut holds = one.holds.iter().map(|said| cell(self.words, said));
        let mut text = holds.next().unwrap_or_default();
        for (more, said) in holds.zip(one.holds.iter().skip(1)) {
            match said {
                // The kind of an act, and how something stands, are put behind its day.
                Said::Act(_) | Said::Keys(_) => text.push_str(&format!(" ({more})")),
                Said::Number(_)
                | Said::Day(_)
                | Said::Period { .. }
                | Said::Code { .. }
                | Said::Codes { .. }
                | Said::Names(_)
                | Said::States(_)
                | Said::Group(_)
                | Said::Meeting { .. }
                | Said::Text(_)
                | Said::Treaty(_)
                | Said::Phrases(_)
                | Said::Quoted(_)
                | Said::Titles(_)
                | Said::Person { .. }
                | Said::Venues(_) => text.push_str(&format!("; {more}")),
                Said::Ways(_) => text.push_str(&format!(", {more}")),
            }
        }
        Cell {
            text: self.words.capital(&text),
            entries: one.entries.clone(),
        }
    }

    fn colophon(&self, how: &How) -> Colophon {
        let head = &self.view.head;
        let mut args = vec![
            ("known", self.view.known.to_string().into()),
            ("entries", self.words.number(head.entries).into()),
            ("head", head.link.clone().into()),
        ];
        let key = match &how.team {
            Some(team) => {
                args.push(("team", team.into()));
                "report-made-team"
            }
            None => "report-made-public",
        };
        Colophon {
            text: vec![self.words.text_with(key, &args)],
            head: head.clone(),
            asks: Some(self.again()),
        }
    }
}

/// The record writes apostrophes straight; papers do not.
fn typographic(text: &str) -> String {
    text.replace('\'', "’")
}

/// The number of an annex.
fn roman(n: usize) -> String {
    let digits = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let (mut left, mut text) = (n, String::new());
    for (worth, digit) in digits {
        while left >= worth {
            text.push_str(digit);
            left -= worth;
        }
    }
    text
}
