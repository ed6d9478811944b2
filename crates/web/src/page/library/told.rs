//! What was not understood of a question, or answered otherwise than asked, in the reader's words.

use library::{Comparison, Field, Remark, TextMatter};
use words::Arg;

use super::asking::parameter;
use crate::frame::Frame;
use crate::keys::Of;

impl Frame {
    /// A remark on a search.
    pub(crate) fn search_remark(&self, remark: &Remark) -> String {
        match remark {
            Remark::UnclosedQuote { phrase } => self.tw("library-remark-quote", phrase),
            Remark::UnpairedParenthesis => self.t("library-remark-parenthesis").into_owned(),
            Remark::NothingToJoin { word } => self.tw("library-remark-joins", word),
            Remark::NoSuchField { field } => self.tw("library-remark-no-field", field),
            Remark::NoValue { field } => self.tw("library-remark-no-value", field.name()),
            Remark::NoDate { field, value } => {
                self.of_field("library-remark-no-date", *field, value)
            }
            Remark::ShortBeginning { word } => self.tw("library-remark-short", word),
            Remark::TooLong { words } => self.tn("library-remark-long", words),
            Remark::TooDeep => self.t("library-remark-deep").into_owned(),
            Remark::NothingHas { filter } => {
                self.of_field("library-remark-nothing", filter.field, &filter.value)
            }
            Remark::AlsoLookedFor { word, names } => {
                self.beside("library-remark-names", word, names)
            }
            Remark::AlsoMeant { word, terms } => {
                self.beside("library-remark-terms", word, terms)
            }
            Remark::FewHaveAll { all, least, of } => {
                let args = [
                    ("all", Arg::from(self.number(all))),
                    ("least", (*least).into()),
                    ("of", (*of).into()),
                ];
                self.with("library-remark-few", &args)
            }
        }
    }

    fn of_field(&self, key: &str, field: Field, value: &str) -> String {
        let field = self.t(&format!("library-field-{}", parameter(field)));
        let args = [
            ("field", Arg::from(field.as_ref())),
            ("value", value.into()),
        ];
        self.with(key, &args)
    }

    fn beside(&self, key: &str, word: &str, others: &[String]) -> String {
        let others = others.join(", ");
        self.with(key, &[("word", word.into()), ("others", others.into())])
    }
}

impl Frame {
    /// How many paragraphs stayed, changed, came and went.
    pub(crate) fn compared(&self, all: &Comparison) -> String {
        let counts = [
            ("same", all.same),
            ("changed", all.changed),
            ("new", all.new),
            ("gone", all.gone),
        ];
        let counts = counts.map(|(name, count)| {
            let count = u64::try_from(count).unwrap_or(u64::MAX);
            (name, Arg::from(self.number(&count)))
        });
        self.with("library-compare-counts", &counts)
    }

    /// What a reader of a text must know of its file.
    pub(crate) fn text_matter(&self, matter: impl Of<TextMatter>) -> String {
        let key = format!("library-matter-{}", matter.of().word());
        self.t(&key).into_owned()
    }

    /// How much a file holds.
    pub(crate) fn size(&self, bytes: impl Of<u64>) -> String {
        let bytes = bytes.of();
        if bytes < 1024 {
            return self.tw("library-size-bytes", &self.number(&bytes));
        }
        self.tw("library-size", &self.number(&bytes.div_ceil(1024)))
    }

    /// What kind of file it is, as people call it; else its media type.
    pub(crate) fn file_kind(&self, media_type: &str) -> String {
        let key = match media_type {
            "application/pdf" => "library-file-pdf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => {
                "library-file-docx"
            }
            "text/html" => "library-file-html",
            "text/plain" => "library-file-txt",
            "text/markdown" => "library-file-markdown",
            "message/rfc822" => "library-file-eml",
            other => return other.to_owned(),
        };
        self.t(key).into_owned()
    }
}
