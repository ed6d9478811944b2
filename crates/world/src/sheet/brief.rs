//! A brief as rows: one for each sentence, as data.

use super::{Sheet, Tabular, joined, word};
use crate::view::{BriefView, Sentence};

impl Tabular for BriefView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "iso3", "treaty", "on", "known", "part", "line", "says", "of", "entries",
        ]);
        let mut row = |part: &str, line: usize, sentence: &Sentence| {
            sheet.row(vec![
                self.iso3.to_string(),
                self.treaty.to_string(),
                self.on.to_string(),
                self.known.to_string(),
                part.to_owned(),
                line.to_string(),
                sentence.says.to_owned(),
                word(&sentence.of),
                joined(sentence.entries.iter(), " "),
            ]);
        };
        for section in &self.parts {
            for (line, told) in (1..).zip(&section.lines) {
                for sentence in &told.sentences {
                    row(section.part.word(), line, sentence);
                }
            }
            if let Some(silence) = &section.silence {
                row(section.part.word(), 0, silence);
            }
        }
        for (line, messenger) in (1..).zip(&self.messengers) {
            for sentence in &messenger.why {
                row(&format!("messenger {}", messenger.iso3), line, sentence);
            }
        }
        sheet
    }
}
