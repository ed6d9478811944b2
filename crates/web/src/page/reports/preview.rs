//! A report within a page: each sentence leads to the question that answers the same, each paragraph to the
//! entries it rests on.

use askama::Template;
use ledger::EntryRef;
use report::html::{self, Leads};
use report::paper::{Paper, Paragraph, Stated};

use crate::frame::Frame;
use crate::part::is_web;

/// How deep its title stands: under the heading of the preview.
const DEPTH: u8 = 3;

/// A report as it is shown.
pub(super) struct Preview {
    /// The article.
    pub(super) article: String,
    /// How many paragraphs it has.
    pub(super) paragraphs: usize,
    /// How many annexes.
    pub(super) annexes: usize,
}

impl Preview {
    pub(super) fn of(paper: &Paper, p: &Frame) -> Preview {
        Preview {
            article: html::article(paper, &Behind::of(p, paper)),
            paragraphs: paper.paragraphs().count(),
            annexes: paper.annexes.len(),
        }
    }
}

/// What stands behind the sentences of a paper.
pub(super) struct Behind<'a> {
    p: &'a Frame,
    paper: &'a Paper,
}

impl Leads for Behind<'_> {
    fn depth(&self) -> u8 {
        DEPTH
    }

    fn has_style_of_pictures(&self) -> bool {
        true
    }

    fn behind(&self, sentence: &Stated) -> Option<String> {
        let address = sentence.asks.as_deref()?;
        let lang = if self.p.lang_asked {
            format!("&lang={}", self.p.w.lang())
        } else {
            String::new()
        };
        let asks = Asks {
            p: self.p,
            address: format!("{address}{lang}"),
        };
        asks.render().ok()
    }

    fn after(&self, paragraph: &Paragraph) -> Option<String> {
        let entries = paragraph.entries();
        (!entries.is_empty()).then_some(())?;
        let rests = Rests {
            p: self.p,
            total: entries.len(),
            documents: self.documents(&entries),
        };
        rests.render().ok()
    }
}

impl<'a> Behind<'a> {
    /// What stands behind the sentences of this paper.
    pub(super) fn of(p: &'a Frame, paper: &'a Paper) -> Behind<'a> {
        Behind { p, paper }
    }

    /// The documents behind some entries, each once, in the order in which they are first named.
    fn documents(&self, entries: &[EntryRef]) -> Vec<Document<'a>> {
        let mut documents: Vec<Document<'a>> = Vec::new();
        for &entry in entries {
            let source = self.paper.source(entry);
            let title = source.map(|source| source.title.as_str());
            let url = source.and_then(|source| source.url.as_deref());
            let url = url.filter(|url| is_web(url));
            let same = |one: &&mut Document<'a>| one.title == title && one.url == url;
            match documents.iter_mut().find(same) {
                Some(document) => document.entries.push(entry),
                None => documents.push(Document {
                    title,
                    url,
                    entries: vec![entry],
                }),
            }
        }
        documents
    }
}

/// A document, and the entries taken from it.
struct Document<'s> {
    title: Option<&'s str>,
    url: Option<&'s str>,
    entries: Vec<EntryRef>,
}

/// The link to the question that answers the same.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<sup class="asks noprint" lang="{{ p.html_lang() }}"><a href="{{ address }}" title="{{ p.t("reports-asks") }}"><span class="vh">{{ p.t("reports-asks") }}</span><span aria-hidden="true">?</span></a></sup>"#
)]
struct Asks<'p> {
    p: &'p Frame,
    address: String,
}

/// What a paragraph rests on.
#[derive(Template)]
#[template(path = "report/rests.html")]
struct Rests<'p> {
    p: &'p Frame,
    total: usize,
    documents: Vec<Document<'p>>,
}
