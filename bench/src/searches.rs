//! Searches to compare with the library, over the same items: SQLite's FTS5, and BM25 in its plainest form.

use std::collections::{BTreeMap, BTreeSet};

use library::Item;
use rusqlite::{Connection, named_params};

/// What was typed, in the parts that searches without a language of their own can use.
struct Typed {
    words: Vec<String>,
    phrases: Vec<String>,
    without: Vec<String>,
}

impl Typed {
    fn read(text: &str) -> Typed {
        let mut typed = Typed {
            words: Vec::new(),
            phrases: Vec::new(),
            without: Vec::new(),
        };
        for (at, part) in text.split('"').enumerate() {
            if at % 2 == 1 {
                typed
                    .phrases
                    .push(words(part).collect::<Vec<_>>().join(" "));
                continue;
            }
            for word in part.split_whitespace() {
                match word.strip_prefix('-') {
                    Some(without) => typed.without.extend(words(without)),
                    None => typed.words.extend(words(word)),
                }
            }
        }
        typed
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// The parts of an item, as text: title, names, what is recorded, what stands there.
fn parts(item: &Item) -> [String; 4] {
    let recorded = [&item.speaker, &item.post].into_iter().flatten();
    let text = item.text.iter().map(|paragraph| paragraph.text.as_str());
    [
        item.title.clone(),
        item.names.join("; "),
        recorded.cloned().collect::<Vec<_>>().join(", "),
        text.collect::<Vec<_>>().join("\n"),
    ]
}

/// SQLite FTS5 in memory, with English stems (`porter unicode61`).
pub struct Fts5 {
    connection: Connection,
}

impl Fts5 {
    /// Indexes the items.
    ///
    /// # Errors
    ///
    /// What SQLite says.
    pub fn load(items: &[Item]) -> rusqlite::Result<Fts5> {
        let mut connection = Connection::open_in_memory()?;
        connection.execute_batch(
            "CREATE VIRTUAL TABLE items USING fts5(key UNINDEXED, title, names, recorded, text,
                                                   tokenize = 'porter unicode61')",
        )?;
        let batch = connection.transaction()?;
        {
            let mut insert = batch.prepare("INSERT INTO items VALUES (?1, ?2, ?3, ?4, ?5)")?;
            for item in items {
                let [title, names, recorded, text] = parts(item);
                insert.execute([&item.key, &title, &names, &recorded, &text])?;
            }
        }
        batch.commit()?;
        Ok(Fts5 { connection })
    }

    /// The first `limit` by `bm25()`, with its own weights. Any of the words will do (all of them find nothing for
    /// questions in words); a phrase must be there, and what is to be left out must not.
    ///
    /// # Errors
    ///
    /// What SQLite says.
    pub fn search(&self, text: &str, limit: usize) -> rusqlite::Result<Vec<String>> {
        let typed = Typed::read(text);
        let quoted = |words: &[String], between: &str| {
            let quoted: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
            quoted.join(between)
        };
        let mut all: Vec<String> = typed
            .phrases
            .iter()
            .map(|phrase| format!("\"{phrase}\""))
            .collect();
        if !typed.words.is_empty() {
            all.push(format!("({})", quoted(&typed.words, " OR ")));
        }
        let mut asked = all.join(" AND ");
        if !typed.without.is_empty() {
            asked = format!("({asked}) NOT ({})", quoted(&typed.without, " OR "));
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT key FROM items WHERE items MATCH :asked ORDER BY bm25(items), key LIMIT :limit",
        )?;
        statement
            .query_map(named_params! {":asked": asked, ":limit": i64::try_from(limit).unwrap_or(i64::MAX)}, |row| {
                row.get(0)
            })?
            .collect()
    }
}

/// BM25 over lower-case words, all parts of an item as one text, with the usual constants.
pub struct Plain {
    keys: Vec<String>,
    /// Against the mean.
    lengths: Vec<f64>,
    with: BTreeMap<String, Vec<(usize, f64)>>,
}

const K1: f64 = 1.2;
const B: f64 = 0.75;

impl Plain {
    /// Indexes the items.
    pub fn load(items: &[Item]) -> Plain {
        let (mut with, mut lengths) =
            (BTreeMap::<String, Vec<(usize, f64)>>::new(), Vec::new());
        for (at, item) in items.iter().enumerate() {
            let (mut counts, mut length) = (BTreeMap::<String, f64>::new(), 0.0);
            for word in parts(item).iter().flat_map(|part| words(part)) {
                *counts.entry(word).or_default() += 1.0;
                length += 1.0;
            }
            lengths.push(length);
            for (word, times) in counts {
                with.entry(word).or_default().push((at, times));
            }
        }
        let mean = crate::quality::mean(lengths.iter().copied());
        lengths.iter_mut().for_each(|length| *length /= mean);
        Plain {
            keys: items.iter().map(|item| item.key.clone()).collect(),
            lengths,
            with,
        }
    }

    /// The first `limit`. Phrases are their words; it knows no leaving out.
    pub fn search(&self, text: &str, limit: usize) -> Vec<String> {
        let typed = Typed::read(text);
        let asked: BTreeSet<String> = typed
            .phrases
            .iter()
            .flat_map(|phrase| words(phrase))
            .chain(typed.words)
            .collect();
        let mut scores = vec![0.0; self.keys.len()];
        let all = count(self.keys.len());
        for found in asked.iter().filter_map(|word| self.with.get(word)) {
            let rarity =
                (1.0 + (all - count(found.len()) + 0.5) / (count(found.len()) + 0.5)).ln();
            for (at, times) in found {
                let norm = 1.0 - B + B * self.lengths[*at];
                scores[*at] += rarity * times * (K1 + 1.0) / (times + K1 * norm);
            }
        }
        let mut order: Vec<(f64, &String)> = scores
            .into_iter()
            .zip(&self.keys)
            .filter(|(score, _)| *score > 0.0)
            .collect();
        order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        order
            .into_iter()
            .take(limit)
            .map(|(_, key)| key.clone())
            .collect()
    }
}

fn count(of: usize) -> f64 {
    f64::from(u32::try_from(of).expect("there are fewer texts than four thousand million"))
}

#[cfg(test)]
mod tests {
    use library::Paragraph;

    use super::*;

    fn items() -> Vec<Item> {
        [
            ("a", "Mines were cleared. Mines!"),
            ("b", "A mine was cleared by Ottawa."),
            ("c", "Early entry into force is wanted."),
            ("d", "The entry is early; force is none."),
        ]
        .map(|(key, text)| Item {
            key: key.to_owned(),
            text: vec![Paragraph::new("p1", text)],
            ..Item::default()
        })
        .into()
    }

    #[test]
    fn plain_bm25_finds_the_words_and_nothing_more() {
        let plain = Plain::load(&items());
        assert_eq!(plain.search("Mines", 10), ["a"]);
        assert_eq!(plain.search("cleared -Ottawa", 1), ["a"]);
    }

    #[test]
    fn fts5_has_stems_phrases_and_leaves_out() {
        let fts5 = Fts5::load(&items()).unwrap();
        assert_eq!(fts5.search("mines", 10).unwrap(), ["a", "b"]);
        assert_eq!(fts5.search("mines -ottawa", 10).unwrap(), ["a"]);
        assert_eq!(
            fts5.search("\"entry into force\" early", 10).unwrap(),
            ["c"]
        );
    }
}
