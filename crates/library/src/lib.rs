#![doc = include_str!("../README.md")]

mod analysis;
mod ask;
mod bits;
mod card;
mod compare;
mod compare_view;
mod concept;
mod facets;
mod filter;
mod found;
mod item;
mod language;
mod parse;
mod passages;
mod rank;
mod reading;
mod said;
mod said_view;
mod search;
mod sentences;
mod shelf;
mod similar;
mod spelling;
mod stacks;
mod thesaurus;
mod view;

pub use ask::{Ask, Field, Filter, Want};
pub use card::{item, stamp};
pub use compare::{Became, Compared, Comparison, Whose, Words, compare};
pub use compare_view::CompareView;
pub use found::{
    Facet, Found, Hit, How, Part, Passage, Piece, Reason, Remark, Suggestion, Value,
};
pub use item::{Item, Meeting, Paragraph};
pub use reading::{ReadError, Reading};
pub use said::{Said, Saying, Sentence};
pub use said_view::{SaidBy, SaidView};
pub use shelf::{Condition, Shelf, ShelfError, Synced};
pub use similar::{Likeness, Similar};
pub use stacks::Stacks;
pub use thesaurus::{Circle, thesaurus};
pub use view::{FindChosen, FindFacet, FindHit, FindValue, FindView, SimilarHit, SimilarView};
