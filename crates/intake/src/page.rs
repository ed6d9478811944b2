//! A status page of *Multilateral Treaties Deposited with the Secretary-General* as it stands:
//! what the document says, before anything is made of it.

use jiff::civil::Date;
use ledger::body::Counted;

use crate::acts::ActRow;
use crate::heading::Column;

/// One status page, from XML or HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The file, as the caller named it.
    pub file: String,
    /// The treaty's number, such as `XXVI-6`: chapter in capitals, the rest as printed.
    pub number: Option<String>,
    /// The chapter's name, such as `DISARMAMENT`.
    pub chapter: Option<String>,
    /// The title, without the number before it.
    pub title: String,
    /// Where and when it was concluded.
    pub conclusion: Conclusion,
    /// What the page says on its entry into force.
    pub in_force: Option<InForce>,
    /// The registration number in the UN Treaty Series.
    pub registration: Option<String>,
    /// As at which day the page speaks, if it says so.
    pub as_at: Option<Date>,
    /// The counts it prints.
    pub printed: Vec<(Counted, u32)>,
    /// The headings of the table of participants.
    pub columns: Vec<Heading>,
    /// The table of participants.
    pub rows: Vec<Row>,
    /// The end notes.
    pub notes: Vec<PageNote>,
    /// Declarations, reservations, objections, territorial applications.
    pub words: Vec<Words>,
    /// Further tables.
    pub tables: Vec<SpecialTable>,
    /// Acts written by our own export; they carry everything, so the table is not read beside them.
    pub exported: Vec<ActRow>,
    /// Whether it is our own export, which may be without an act.
    pub ours: bool,
    /// What was odd about the file, in words, where reading went on all the same.
    pub remarks: Vec<String>,
}

/// Where and when a treaty was concluded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conclusion {
    /// As printed, such as `Dublin, 30 May 2008`.
    pub text: String,
    /// The place.
    pub place: Option<String>,
    /// The day.
    pub on: Option<Date>,
}

/// What a page says on entry into force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// As printed.
    pub text: String,
    /// The day, where the text begins with one and the label does not say `Not yet`.
    pub on: Option<Date>,
}

/// A column's heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// As printed, on one line.
    pub text: String,
    /// What the column holds.
    pub column: Column,
}

/// Where in a document something stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    /// The number of the row in its table, from 1, the heading not counted.
    pub row: usize,
    /// The line in the file, where it is known.
    pub line: Option<usize>,
}

/// A participant's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The name as printed, without marks and brackets.
    pub name: String,
    /// The notes that hang on the name.
    pub notes: Vec<String>,
    /// Whether the name itself stands in square brackets.
    pub bracketed: bool,
    /// The cells, one for each column but the participant's.
    pub cells: Vec<Cell>,
    /// Where it stands.
    pub place: Place,
}

/// A cell, its note marks taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The column: an index into [`Page::columns`].
    pub column: usize,
    /// What is printed.
    pub text: String,
    /// The notes that hang on it.
    pub notes: Vec<String>,
}

/// An end note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageNote {
    /// Its mark.
    pub id: String,
    /// Its text, a line for each paragraph, without markup.
    pub text: String,
    /// The documents it links to: what the link says, and its address.
    pub links: Vec<(String, String)>,
}

/// The words of a participant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Under which heading of the page they stand.
    pub section: Section,
    /// The sentence under that heading, which says when they were made unless otherwise indicated.
    pub unless: String,
    /// The participant, as printed.
    pub participant: String,
    /// The notes that hang on it.
    pub notes: Vec<String>,
    /// The day printed with them.
    pub on: Option<Date>,
    /// The text, a line for each paragraph.
    pub text: String,
}

/// The parts of a page that hold words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Declarations and reservations.
    Declarations,
    /// Objections.
    Objections,
    /// Declarations under an article of the treaty.
    UnderArticle,
    /// Notifications.
    Notifications,
    /// Territorial applications.
    Territories,
}

/// A table beside the table of participants.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SpecialTable {
    /// Its title.
    pub title: String,
    /// Its headings.
    pub headings: Vec<String>,
    /// Its rows: the participant, the notes on it, and the other cells with their notes.
    pub rows: Vec<SpecialRow>,
}

/// A row of a further table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialRow {
    /// The cells as printed, without marks.
    pub cells: Vec<String>,
    /// The notes on the first cell.
    pub notes: Vec<String>,
    /// Where it stands.
    pub place: Place,
}

impl Page {
    /// The text of a note, by its mark.
    pub fn note(&self, id: &str) -> Option<&PageNote> {
        self.notes.iter().find(|note| note.id == id)
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}, row {}", self.row),
            None => write!(f, "row {}", self.row),
        }
    }
}

/// Reads `Dublin, 30 May 2008`.
pub(crate) fn conclusion(text: &str) -> Conclusion {
    let text = crate::markup::one_line(text);
    let date = crate::date_words::dates_in(&text).into_iter().next();
    let place = date
        .as_ref()
        .map(|date| {
            text[..date.at.start]
                .trim()
                .trim_end_matches(',')
                .trim()
                .to_owned()
        })
        .filter(|place| !place.is_empty());
    Conclusion {
        on: date.and_then(|date| date.day),
        place,
        text,
    }
}

/// Reads the text and the label of the entry into force.
pub(crate) fn in_force(label: &str, text: &str) -> Option<InForce> {
    let text = crate::markup::one_line(text);
    if text.is_empty() {
        return None;
    }
    let not_yet = label.to_lowercase().contains("not yet");
    let on = crate::date_words::leading_date(&text).filter(|_| !not_yet);
    Some(InForce { text, on })
}

/// Reads `1 August 2010, No. 47713`.
pub(crate) fn registration(text: &str) -> Option<String> {
    let at = text
        .find("No.")
        .or_else(|| text.find("Nº"))
        .or_else(|| text.find("No "))?;
    let digits: String = text[at..]
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    (!digits.is_empty()).then_some(digits)
}

/// Reads the number and title of `2. a Additional Protocol …`: the ordinal as in `2-a`.
pub(crate) fn ordinal_and_title(text: &str) -> (Option<String>, String) {
    let text = crate::markup::one_line(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 3 {
        return (None, text);
    }
    let (number, rest) = text.split_at(digits);
    let Some(rest) = rest.strip_prefix(['.', ' ']) else {
        return (None, text.clone());
    };
    let rest = rest.trim_start_matches(['.', ' ']);
    let (letter, title) = match rest.split_once(' ') {
        Some((word, title)) => match word.trim_matches(['(', ')', '.']) {
            // A letter alone, in small type: `2. a Additional Protocol`. A title that begins with
            // the article would begin with a capital.
            letter if letter.len() == 1 && letter.bytes().all(|b| b.is_ascii_lowercase()) => {
                (Some(letter.to_owned()), title)
            }
            _ => (None, rest),
        },
        None => (None, rest),
    };
    let ordinal = match letter {
        Some(letter) => format!("{number}-{letter}"),
        None => number.to_owned(),
    };
    (Some(ordinal), title.trim().to_owned())
}

/// The roman number of `CHAPTER XXVI`.
pub(crate) fn chapter_number(text: &str) -> Option<String> {
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_ascii_alphabetic()))
        .find(|word| !word.is_empty() && word.bytes().all(|b| b"IVXL".contains(&b)))
        .map(str::to_owned)
}

/// A treaty number inside an address or file name: `…/XXVI-6.en.xml`, `mtdsg_no-XXVI~6-chapter`,
/// `mtdsg_no=XXVI-6&chapter=26`.
pub(crate) fn number_in(text: &str) -> Option<String> {
    let name = match text.find("mtdsg_no") {
        Some(at) => text[at + "mtdsg_no".len()..].trim_start_matches(['=', '-']),
        None => text.rsplit(['/', '\\']).next()?,
    };
    let name = name.replace('~', "-");
    let end = name
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .unwrap_or(name.len());
    let name = &name[..end];
    let name = name.split("-chapter").next().unwrap_or(name);
    canonical_number(name)
}

/// Of the number a document gives and that of its file's name, the closer one: `XXVI-2-b` in the
/// name goes before a mere `XXVI-2`, but no name goes against what the document says.
pub(crate) fn closer_number(said: Option<String>, named: Option<String>) -> Option<String> {
    match (said, named) {
        (Some(said), Some(named)) if named.starts_with(&format!("{said}-")) => Some(named),
        (Some(said), _) => Some(said),
        (None, named) => named,
    }
}

/// A treaty number in its one form: `XXVI-2-b` for `xxvi-2-B`.
pub fn canonical_number(text: &str) -> Option<String> {
    let mut parts = text.trim().split('-');
    let chapter = parts.next()?.to_ascii_uppercase();
    if chapter.is_empty() || !chapter.bytes().all(|b| b"IVXL".contains(&b)) {
        return None;
    }
    let mut number = chapter;
    let mut digits = false;
    for part in parts {
        let numeric = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let letters =
            (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
        if !(numeric || letters) || part.len() > 4 {
            return None;
        }
        // A letter before the first number is a sub-chapter (`XI-B-16`), one after it a protocol.
        let part = if digits {
            part.to_ascii_lowercase()
        } else {
            part.to_ascii_uppercase()
        };
        digits |= numeric;
        number = format!("{number}-{part}");
    }
    digits.then_some(number)
}

/// The day of `STATUS AS AT : 03-02-2026 10:16:18 EDT` (day, month, year) or of `Status as at
/// 3 February 2026`.
pub(crate) fn as_at(text: &str) -> Option<Date> {
    // Only in these words: a note may say `as at` of something else. ASCII lower-casing keeps the
    // places of bytes.
    const WORDS: &str = "status as at";
    let at = text.to_ascii_lowercase().find(WORDS)? + WORDS.len();
    let after = text
        .get(at..)?
        .trim_start_matches([':', ' ', '\u{a0}', '\t']);
    if let Some(day) = crate::date_words::leading_date(after) {
        return Some(day);
    }
    let first = after.split_whitespace().next()?;
    let mut parts = first.split('-').map(str::parse::<i16>);
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(Ok(day)), Some(Ok(month)), Some(Ok(year)), None) if year >= 1900 => {
            Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
        }
        _ => None,
    }
}

/// The counts of `Signatories : 107. Parties : 112`.
pub(crate) fn printed_counts(text: &str) -> Vec<(Counted, u32)> {
    [
        ("Signatories", Counted::Signatures),
        ("Signataires", Counted::Signatures),
        ("Parties", Counted::Consents),
    ]
    .into_iter()
    .filter_map(|(word, what)| {
        let after = &text[text.find(word)? + word.len()..];
        let after = after.trim_start_matches([':', ' ', '\u{a0}', '\t', '\n', '\r']);
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        Some((what, after[..digits].parse().ok()?))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn numbers_are_found_in_addresses() {
        let check =
            |text: &str, number: &str| assert_eq!(number_in(text).as_deref(), Some(number));
        check(
            "/doc/Publication/MTDSG/Volume%20II/Chapter%20XXVI/XXVI-6.en.xml",
            "XXVI-6",
        );
        check(
            "https://treaties.un.org/Pages/src-TREATY-mtdsg_no-XXVI~6-chapter-26-lang-_en",
            "XXVI-6",
        );
        check(
            "ViewDetails.aspx?src=TREATY&mtdsg_no=XXVII-7-d&chapter=27&clang=_en",
            "XXVII-7-d",
        );
        check("saved/xxvii-7-D.en.xml", "XXVII-7-d");
        check("XI-b-16-171.en.xml", "XI-B-16-171");
        assert_eq!(number_in("ccm.html"), None);
        assert_eq!(number_in("XXVI.html"), None);
    }

    #[test]
    fn the_closer_of_two_numbers_is_taken() {
        let closer = |said: Option<&str>, named: Option<&str>| {
            closer_number(said.map(str::to_owned), named.map(str::to_owned))
        };
        assert_eq!(
            closer(Some("XXVI-2"), Some("XXVI-2-b")).as_deref(),
            Some("XXVI-2-b")
        );
        assert_eq!(
            closer(Some("XXVI-2"), Some("XXVI-20")).as_deref(),
            Some("XXVI-2")
        );
        assert_eq!(closer(None, Some("XXVI-6")).as_deref(), Some("XXVI-6"));
    }

    #[test]
    fn a_letter_after_the_ordinal_is_part_of_the_number_and_an_article_is_not() {
        let of = |text| ordinal_and_title(text);
        assert_eq!(
            of("6. \n Convention on Cluster Munitions"),
            (Some("6".into()), "Convention on Cluster Munitions".into())
        );
        assert_eq!(
            of("2. a Additional Protocol"),
            (Some("2-a".into()), "Additional Protocol".into())
        );
        assert_eq!(
            of("3. A Convention"),
            (Some("3".into()), "A Convention".into())
        );
        assert_eq!(of("1925 Protocol"), (None, "1925 Protocol".into()));
        assert_eq!(of("Convention"), (None, "Convention".into()));
    }

    #[test]
    fn the_day_of_the_page_is_day_month_year() {
        assert_eq!(
            as_at("STATUS AS AT : 03-02-2026 10:16:18 EDT"),
            Some(date(2026, 2, 3))
        );
        assert_eq!(
            as_at("Status as at 3 February 2026"),
            Some(date(2026, 2, 3))
        );
        assert_eq!(as_at("STATUS AS AT : 31-02-2026"), None);
        assert_eq!(as_at("Status"), None);
        assert_eq!(as_at("in force as at 3 February 2026"), None);
    }

    #[test]
    fn printed_counts_are_read_whatever_stands_between_them() {
        let counts = printed_counts("Signatories :\u{a0}107.        \n Parties :\n112");
        assert_eq!(
            counts,
            [(Counted::Signatures, 107), (Counted::Consents, 112)]
        );
        assert_eq!(printed_counts("Parties : 25"), [(Counted::Consents, 25)]);
        assert_eq!(printed_counts("Parties : none"), []);
    }

    #[test]
    fn entry_into_force_is_a_day_only_where_the_text_begins_with_one() {
        let on = |label, text| in_force(label, text).unwrap().on;
        assert_eq!(
            on(
                "Entry into force",
                "1 August 2010, in accordance with article 17(1)."
            ),
            Some(date(2010, 8, 1))
        );
        assert_eq!(
            on(
                "Not yet in force",
                "[see article XIV]. 180 days after 1 May 2000"
            ),
            None
        );
        assert_eq!(on("Not yet in force", "1 May 2000"), None);
        assert_eq!(
            registration("1 August 2010, No. 47713"),
            Some("47713".to_owned())
        );
        assert_eq!(registration("not registered"), None);
    }
}
