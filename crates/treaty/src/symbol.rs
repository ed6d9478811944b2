//! Symbols of documents: `A/C.1/57/L.4/Rev.1`, `CCM/MSP/2011/WP.5`, `CTBT-Art.XIV/2021/4`.
//!
//! The form is that of the United Nations, `[ORGAN]/[SUBSIDIARY]/[SESSION or YEAR]/[TYPE].[NUMBER]/[MODIFIER]`, which the
//! meetings of treaties follow. A symbol is kept in one canonical text, whatever letters it was typed or printed with; what in
//! it is not understood is kept and said to be unknown.

mod canon;
mod find;
mod fold;
mod order;
mod parts;

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use parts::{Modifier, ModifierKind, Paper, Parts, Session};

/// The most characters of a symbol.
pub const LONGEST_SYMBOL: usize = 120;

/// The symbol of a document, in canonical text: ASCII, capitals but for `Add.`, `Amend.`, `Art.`, `Corr.`, `Rev.` and words in
/// brackets, one blank before a bracket or letter that follows a number.
///
/// Two ways to write one symbol are one value: look-alikes of other scripts, dashes, no-break blanks and case are folded,
/// `A/RES/67/234B` and `A/RES/67/234[B]` are `A/RES/67/234 B`. Letters for the language of a version
/// are no part of it. Symbols are in order of their parts, numbers as numbers.
///
/// ```
/// use treaty::Symbol;
///
/// let draft: Symbol = "A/С.1/57/L.4/Rev.1".parse()?; // The C is Cyrillic.
/// assert_eq!(draft.as_str(), "A/C.1/57/L.4/Rev.1");
/// assert_eq!(draft.base().as_str(), "A/C.1/57/L.4");
/// # Ok::<(), treaty::symbol::BadSymbol>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("maxLength" = 120, "examples" = ["CCM/MSP/2011/WP.5"]))]
pub struct Symbol(String);

/// What was given is no symbol of a document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadSymbol {
    /// Nothing.
    #[error("a symbol is needed, as in `A/C.1/57/L.4`")]
    Empty,
    /// Longer than any.
    #[error("this is longer than any symbol of a document: give one of at most 120 characters")]
    TooLong,
    /// A character that stands in none.
    #[error(
        "`{0}` is not a document symbol: `{1}` stands in none; they have letters, digits, strokes, points, hyphens and brackets, as in `A/C.1/57/L.4`"
    )]
    Strange(String, char),
    /// No parts, or no number.
    #[error(
        "`{0}` is not a document symbol: one has parts between strokes and a number, as in `A/C.1/57/L.4`"
    )]
    NoSymbol(String),
    /// It does not begin with a letter.
    #[error(
        "`{0}` is not a document symbol: one begins with the letters of an organ or treaty, as in `CCM/MSP/2011/WP.5`"
    )]
    NoOrgan(String),
    /// Other words, or brackets that do not match.
    #[error(
        "`{0}` is not one document symbol: in `{1}` stands more than belongs to it; give the symbol alone"
    )]
    Beside(String, String),
}

impl Symbol {
    /// The canonical text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What it is made of.
    pub fn parts(&self) -> Parts {
        parts::take_apart(&self.0)
    }

    /// The document without its modifiers: `A/C.1/57/L.4` of `A/C.1/57/L.4/Rev.1`. Parts that are issued by
    /// themselves, `(Part II)`, stay.
    pub fn base(&self) -> Symbol {
        let mut end = 0;
        for segment in self.0.split('/') {
            let main = segment.split(' ').next().unwrap_or(segment);
            if end > 0 && parts::modifier(main).is_some() {
                break;
            }
            end += segment.len() + usize::from(end > 0);
        }
        // What is left must be a symbol: `XY/Add.1` has nothing before its modifier.
        self.0[..end].parse().unwrap_or_else(|_| self.clone())
    }

    /// What this document does to another: `A/56/10/Corr.1` is a corrigendum of `A/56/10`, `L.4/Rev.2` a revision of
    /// `L.4` and of `L.4/Rev.1`. `None` where it does nothing to it.
    pub fn modifies(&self, other: &Symbol) -> Option<ModifierKind> {
        let mine = self.parts().modifiers;
        if let Some(rest) = self.0.strip_prefix(other.as_str()) {
            let added = mine.len().checked_sub(other.parts().modifiers.len())?;
            let told = rest.starts_with('/') || rest.starts_with(" (");
            let count = rest.matches('/').count() + rest.matches('(').count();
            return mine
                .last()
                .filter(|_| told && added > 0 && count == added)
                .map(|last| last.kind);
        }
        let (before, last) = self.0.rsplit_once('/')?;
        let (stem, first) = other.0.rsplit_once('/')?;
        let revision =
            |main: &str| parts::modifier(main).filter(|one| one.kind == ModifierKind::Revision);
        let (last, first) = (revision(last)?, revision(first)?);
        (before == stem && first.number < last.number).then_some(ModifierKind::Revision)
    }

    /// The symbols that stand in a text, with their bytes, in order. Dates, fractions, addresses of the web and
    /// words with a stroke are not taken for symbols; rather one is missed that is written in an unknown way.
    pub fn find_all(text: &str) -> Vec<(Range<usize>, Symbol)> {
        find::all(text)
    }
}

impl FromStr for Symbol {
    type Err = BadSymbol;

    fn from_str(text: &str) -> Result<Self, BadSymbol> {
        canon::canonical(text).map(Symbol)
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Symbol {
    type Error = BadSymbol;

    fn try_from(text: String) -> Result<Self, BadSymbol> {
        text.parse()
    }
}

impl From<Symbol> for String {
    fn from(symbol: Symbol) -> String {
        symbol.0
    }
}
