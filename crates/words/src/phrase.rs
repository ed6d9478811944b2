//! Turns of phrase that records are written in, as a text runs with them: offices, functions, those addressed who are
//! no States, what was said. The table is `phrases.csv`, compiled in as the catalogues are. It has what the
//! shipped records and the demonstration say; a phrase it does not have stands as it was written, quoted.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use treaty::Lang;

use crate::Words;

const TABLE: &str = include_str!("../phrases.csv");

/// A row of the table.
#[derive(Debug, Deserialize)]
struct Row {
    /// As the record has it.
    written: String,
    /// As an English text runs with it; empty: as it is written.
    en: String,
    fr: String,
    /// The same as the place where something was said or done: `at the tenth Review Conference`; empty: it is none.
    en_at: String,
    fr_at: String,
}

static ROWS: LazyLock<BTreeMap<String, Row>> = LazyLock::new(|| {
    let mut rows = csv::Reader::from_reader(TABLE.as_bytes());
    rows.deserialize::<Row>()
        .map(|row| row.expect("a test reads the table that is compiled in"))
        .map(|row| (row.written.clone(), row))
        .collect()
});

impl Words {
    /// A phrase of the record as a text in this language runs with it, where the table has it.
    pub fn phrase(&self, written: &str) -> Option<&'static str> {
        let row = ROWS.get(written.trim())?;
        let text = self.of_both(&row.en, &row.fr);
        Some(if text.is_empty() { &row.written } else { text })
    }

    /// A phrase of the record as the place where something was said or done, where the table has it.
    pub fn phrase_at(&self, written: &str) -> Option<&'static str> {
        let row = ROWS.get(written.trim())?;
        let text = self.of_both(&row.en_at, &row.fr_at);
        (!text.is_empty()).then_some(text)
    }

    fn of_both(&self, en: &'static str, fr: &'static str) -> &'static str {
        match self.text_lang() {
            Lang::Fr => fr,
            Lang::En | Lang::Ar | Lang::Es | Lang::Ru | Lang::Zh => en,
        }
    }

    /// A phrase of the record: as the table has it, else quoted as it was written.
    pub fn phrase_or_quoted(&self, written: &str) -> Cow<'static, str> {
        match self.phrase(written) {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(self.quoted(written)),
        }
    }

    /// Words of the record between the quotation marks of this language, in this language where the table has them.
    pub fn quoted(&self, written: &str) -> String {
        let text = self.phrase(written).unwrap_or(written).trim();
        // The stop of a sentence stands behind the mark, once.
        let text = text.strip_suffix('.').unwrap_or(text);
        self.text_with("report-quoted", &[("words", text.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_has_its_french() {
        let mut rows = csv::Reader::from_reader(TABLE.as_bytes());
        let rows: Vec<Row> = rows.deserialize().map(Result::unwrap).collect();
        assert_eq!(rows.len(), ROWS.len(), "no phrase stands twice");
        for row in rows {
            assert!(!row.fr.is_empty() && row.fr != row.written, "{row:?}");
            assert_eq!(row.written, row.written.trim());
            assert_eq!(row.en_at.is_empty(), row.fr_at.is_empty(), "{row:?}");
        }
    }

    #[test]
    fn what_the_table_does_not_have_is_quoted() {
        let (english, french) = (Words::for_lang(Lang::En), Words::for_lang(Lang::Fr));
        assert_eq!(
            english.phrase_or_quoted("the Friends of Peace"),
            "“the Friends of Peace”"
        );
        assert_eq!(
            french.phrase_or_quoted("the Friends of Peace"),
            "«\u{a0}the Friends of Peace\u{a0}»"
        );
        assert_eq!(french.phrase_or_quoted("coordinator"), "coordonnateur");
        assert_eq!(english.phrase_or_quoted("coordinator"), "coordinator");
        assert_eq!(english.quoted("It was said."), "“It was said”");
    }
}
