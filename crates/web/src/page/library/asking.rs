//! What is asked of the library: the words, and what the address narrows them by.

use std::str::FromStr;

use library::{Ask, Field, Filter};
use treaty::PartialDate;

use crate::asked::Asked;
use crate::coded::codes;
use crate::problem::{Expected, Problem};

/// How many are shown on a page where nothing else is asked.
pub(super) const PAGE: usize = 20;

/// The parameters of a search.
pub(super) const OWN: [&str; 17] = [
    "q", "state", "group", "theme", "treaty", "meeting", "kind", "language", "year", "speaker",
    "place", "symbol", "from", "to", "synonyms", "limit", "after",
];

/// What is typed where terms with the same sense are looked for too.
pub(crate) const YES: &[&str] = &["yes"];

/// A question, and the parameters that ask it.
pub(super) struct Asking {
    pub(super) q: String,
    pub(super) ask: Ask,
    /// What it is narrowed by beside the words.
    pub(super) narrowed: Vec<Filter>,
}

impl Asking {
    /// Whether anything is asked for but the whole shelf.
    pub(super) fn is_something(&self) -> bool {
        !self.q.is_empty() || !self.narrowed.is_empty()
    }

    /// What was given for a field in which one types.
    pub(super) fn given(&self, field: Field) -> &str {
        let mut of_field = self.narrowed.iter().filter(|one| one.field == field);
        of_field.next().map_or("", |one| one.value.as_str())
    }
}

impl Asking {
    /// What a form carries along of what is chosen by links.
    pub(super) fn carried(&self) -> Vec<(&'static str, &str)> {
        let linked = self.narrowed.iter().filter(|one| !one.field.is_bound());
        linked
            .map(|one| (parameter(one.field), one.value.as_str()))
            .collect()
    }
}

/// The parameter of a field. `lang` is the language of the page, so that of a document has another name.
pub(super) fn parameter(field: Field) -> &'static str {
    match field {
        Field::Language => "language",
        Field::State
        | Field::Group
        | Field::Theme
        | Field::Treaty
        | Field::Meeting
        | Field::Kind
        | Field::Year
        | Field::Speaker
        | Field::Place
        | Field::Symbol
        | Field::From
        | Field::To => field.name(),
    }
}

/// Reads the question of an address.
///
/// # Errors
///
/// [`Problem`], for a parameter that is not understood. Words are always understood somehow.
pub(super) fn read(asked: &Asked) -> Result<Asking, Problem> {
    asked.only(&OWN)?;
    let q = asked.params.one("q")?.unwrap_or_default();
    let mut ask = Ask::parse(q);
    ask.name_states(&asked.world);
    let mut narrowed = Vec::new();
    let mut add = |field, value: String| {
        let filter = Filter::new(field, value);
        if !narrowed.contains(&filter) {
            narrowed.push(filter);
        }
    };
    let states: Vec<_> = asked.params.all("state").collect();
    for state in asked.named_states(&states)? {
        add(Field::State, state.to_string());
    }
    for theme in asked.params.all("theme") {
        add(Field::Theme, word("theme", theme, codes::DOCUMENT_THEMES)?);
    }
    for treaty in asked.params.all("treaty") {
        add(Field::Treaty, asked.named_treaty(treaty)?.id.to_string());
    }
    for kind in asked.params.all("kind") {
        add(Field::Kind, word("kind", kind, codes::DOCUMENT_KINDS)?);
    }
    for year in asked.params.all("year") {
        add(Field::Year, self::year(year)?);
    }
    // What people are called, and papers, is for nobody to refuse.
    for field in [
        Field::Meeting,
        Field::Group,
        Field::Language,
        Field::Speaker,
        Field::Place,
        Field::Symbol,
    ] {
        for given in asked.params.all(parameter(field)) {
            add(field, given.to_owned());
        }
    }
    let (from, to) = (date(asked, "from")?, date(asked, "to")?);
    if let Some((from, to)) = from
        .zip(to)
        .filter(|(from, to)| from.earliest() > to.latest())
    {
        return Err(Problem::Backwards {
            from: from.to_string(),
            to: to.to_string(),
        });
    }
    for (field, date) in [(Field::From, from), (Field::To, to)] {
        date.into_iter()
            .for_each(|date| add(field, date.to_string()));
    }
    ask.synonyms = match asked.params.one("synonyms")? {
        None => false,
        Some(given) => {
            word("synonyms", given, YES)?;
            true
        }
    };
    ask.filters.extend(narrowed.iter().cloned());
    ask.today = Some(asked.on);
    Ok(Asking {
        q: q.to_owned(),
        ask,
        narrowed,
    })
}

/// A word of a list, written as entries write it.
fn word(
    name: &'static str,
    given: &str,
    words: &'static [&'static str],
) -> Result<String, Problem> {
    let written = given.replace(['-', ' '], "_").to_lowercase();
    if words.contains(&written.as_str()) {
        return Ok(written);
    }
    Err(Problem::bad(name, given, Expected::Code(words)))
}

fn year(given: &str) -> Result<String, Problem> {
    let digits = given.len() == 4
        && given.bytes().all(|byte| byte.is_ascii_digit())
        && !given.starts_with('0');
    match digits {
        true => Ok(given.to_owned()),
        false => Err(Problem::bad("year", given, Expected::Year)),
    }
}

/// A day, a month or a year.
fn date(asked: &Asked, name: &'static str) -> Result<Option<PartialDate>, Problem> {
    let given = asked.params.one(name)?;
    let read = |given: &str| {
        let date = PartialDate::from_str(given).ok();
        date.ok_or_else(|| Problem::bad(name, given, Expected::Date))
    };
    given.map(read).transpose()
}
