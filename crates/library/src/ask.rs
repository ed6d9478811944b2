//! Questions.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use treaty::PartialDate;
use world::World;

use crate::found::Remark;
use crate::parse;

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    /// The words.
    pub want: Want,
    /// What beside the words. Filters of one field are alternatives, those of different fields all hold.
    pub filters: Vec<Filter>,
    /// Whether terms of the field with the same sense count too.
    pub synonyms: bool,
    /// The language of the words, as BCP 47 has it. Where it is not said, words are brought to their stems in every
    /// language that the shelves hold.
    pub language: Option<String>,
    /// The day of the question: newer items are preferred a little. Without it they are not.
    pub today: Option<Date>,
    /// How many hits to give.
    pub limit: usize,
    /// How many hits to pass over, for further pages.
    pub after: usize,
    /// How many values of each facet to give.
    pub values: usize,
    /// What was not understood of what was typed.
    pub remarks: Vec<Remark>,
}

/// Words, and how they are joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Want {
    /// Anything.
    Anything,
    /// A word in any of its forms. With signs within it, `A/RES/76/47` or `non-proliferation`, its parts stand one
    /// after another.
    Word(String),
    /// Words that begin so.
    Beginning(String),
    /// These words one after another, in these forms.
    Phrase(String),
    /// All of these; where few items have all, those that have most.
    Words(Vec<Want>),
    /// All of these, without mercy.
    All(Vec<Want>),
    /// At least one of these.
    Any(Vec<Want>),
    /// Not this.
    Not(Box<Want>),
    /// Items with a value.
    Has(Filter),
}

/// A value that a field must have.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Filter {
    /// The field.
    pub field: Field,
    /// The value, as typed or chosen.
    pub value: String,
}

impl Filter {
    /// A field with a value.
    pub fn new(field: Field, value: impl Into<String>) -> Self {
        Filter {
            field,
            value: value.into(),
        }
    }
}

impl Filter {
    fn name_state(&mut self, world: &World) {
        if self.field == Field::State
            && let Some(state) = world.find_participant(&self.value)
        {
            self.value = state.to_string();
        }
    }
}

impl Want {
    fn name_states(&mut self, world: &World) {
        match self {
            Want::Has(filter) => filter.name_state(world),
            Want::Words(all) | Want::All(all) | Want::Any(all) => {
                all.iter_mut().for_each(|one| one.name_states(world));
            }
            Want::Not(one) => one.name_states(world),
            Want::Anything | Want::Word(_) | Want::Beginning(_) | Want::Phrase(_) => {}
        }
    }
}

/// A field by which one narrows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// Who speaks, or in whose name: ISO 3166-1 alpha-3.
    State,
    /// A group in whose name is spoken.
    Group,
    /// A theme, by slug.
    Theme,
    /// A treaty, by identifier.
    Treaty,
    /// A meeting: its slug, or words of its title.
    Meeting,
    /// A kind of document, by slug.
    Kind,
    /// A language, by its first subtag.
    Language,
    /// A year.
    Year,
    /// A speaker, or words of the name.
    Speaker,
    /// A place, or words of its name.
    Place,
    /// A symbol, or its beginning.
    Symbol,
    /// Not before this day, month or year.
    From,
    /// Not after this day, month or year.
    To,
}

impl Field {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Field; 13] = [
        Field::State,
        Field::Group,
        Field::Theme,
        Field::Treaty,
        Field::Meeting,
        Field::Kind,
        Field::Language,
        Field::Year,
        Field::Speaker,
        Field::Place,
        Field::Symbol,
        Field::From,
        Field::To,
    ];

    /// How it is typed, before the colon.
    pub fn name(self) -> &'static str {
        match self {
            Field::State => "state",
            Field::Group => "group",
            Field::Theme => "theme",
            Field::Treaty => "treaty",
            Field::Meeting => "meeting",
            Field::Kind => "kind",
            Field::Language => "lang",
            Field::Year => "year",
            Field::Speaker => "speaker",
            Field::Place => "place",
            Field::Symbol => "symbol",
            Field::From => "from",
            Field::To => "to",
        }
    }

    /// The field of a name; `language`, `date-from` and the like are understood too.
    pub fn named(name: &str) -> Option<Field> {
        let name = name.to_lowercase();
        let other = match name.as_str() {
            "language" => Some(Field::Language),
            "country" => Some(Field::State),
            "since" | "after" => Some(Field::From),
            "until" | "before" => Some(Field::To),
            _ => None,
        };
        other.or_else(|| Field::ALL.into_iter().find(|field| field.name() == name))
    }

    /// Whether it is a bound of time.
    pub fn is_bound(self) -> bool {
        matches!(self, Field::From | Field::To)
    }
}

impl Default for Ask {
    fn default() -> Self {
        Ask {
            want: Want::Anything,
            filters: Vec::new(),
            synonyms: false,
            language: None,
            today: None,
            limit: 20,
            after: 0,
            values: 200,
            remarks: Vec::new(),
        }
    }
}

impl Ask {
    /// Reads what somebody typed. Never fails: what is not understood stands in `remarks`.
    ///
    /// - words: all are wanted, in any of their forms; where few items have all, those that have most
    /// - `"exact words"` one after another, in these forms; case and accents do not matter
    /// - `-without`, `NOT without`; `AND`, `OR`, parentheses
    /// - `univers*`: words that begin so
    /// - `state:ITA`, `theme:universalization`, `meeting:"Review Conference"`, `from:2016-05`, and the other
    ///   fields of [`Field`]
    ///
    /// ```
    /// # use library::{Ask, Field, Filter, Want};
    /// let ask = Ask::parse("universalization state:ITA from:2016");
    /// assert_eq!(ask.want, Want::Words(vec![Want::Word("universalization".to_owned())]));
    /// assert_eq!(ask.filters[0], Filter::new(Field::State, "ITA"));
    /// assert!(ask.remarks.is_empty());
    /// ```
    pub fn parse(typed: &str) -> Ask {
        parse::read(typed)
    }

    /// Puts the codes of States where they were called by any of their names, in the filters and within the words.
    /// What the world does not know stays as it is.
    pub fn name_states(&mut self, world: &World) {
        self.filters
            .iter_mut()
            .for_each(|filter| filter.name_state(world));
        self.want.name_states(world);
    }

    /// The bound of time that a filter gives, if it can be read.
    pub(crate) fn date(value: &str) -> Option<PartialDate> {
        value.parse().ok()
    }
}
