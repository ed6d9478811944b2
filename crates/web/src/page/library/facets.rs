//! What an answer may be narrowed by, as links with counts; and what it is narrowed by, to be taken away again.

use std::borrow::Cow;
use std::collections::BTreeMap;

use library::{Field, Filter, FindChosen, FindFacet, FindView};
use treaty::Lang;

use super::asking::{Asking, parameter};
use crate::asked::Asked;
use crate::frame::{Frame, query};
use crate::keys;

/// How many values of a field are in sight at once.
const IN_SIGHT: usize = 6;

/// A field with its values.
pub(super) struct Offered {
    /// Its text.
    pub(super) key: String,
    /// The values in sight, and those behind a click.
    pub(super) first: Vec<Choice>,
    pub(super) rest: Vec<Choice>,
    /// How many more there are.
    pub(super) further: usize,
}

/// A value.
pub(super) struct Choice {
    pub(super) said: String,
    pub(super) count: u64,
    pub(super) chosen: bool,
    /// Where it is chosen, or taken away.
    pub(super) address: String,
}

/// What an answer is narrowed by.
pub(super) struct Chosen {
    /// The text of the field.
    pub(super) key: String,
    pub(super) said: String,
    /// The same without it.
    pub(super) address: String,
}

/// The texts and addresses of one answer.
pub(super) struct Desk<'a> {
    asking: &'a Asking,
    p: &'a Frame,
    /// The page on which it is asked.
    page: &'static str,
    /// What meetings are called, by their names in addresses.
    meetings: BTreeMap<String, String>,
}

impl<'a> Desk<'a> {
    pub(super) fn of(
        asked: &Asked,
        asking: &'a Asking,
        p: &'a Frame,
        page: &'static str,
    ) -> Desk<'a> {
        let view = asked.world.meetings(None, asked.on, asked.lang);
        let meetings = view.past.iter().chain(&view.coming).map(|meeting| {
            let title = format!("{}, {}", p.meeting_title(meeting), meeting.short);
            (meeting.id.clone(), title)
        });
        Desk {
            asking,
            p,
            page,
            meetings: meetings.collect(),
        }
    }

    /// The fields that are offered, with their values.
    pub(super) fn offered(&self, view: &FindView) -> Vec<Offered> {
        let facets = view.facets.iter().filter(|facet| tells(facet, view.total));
        facets.map(|facet| self.facet(facet)).collect()
    }

    fn facet(&self, facet: &FindFacet) -> Offered {
        let mut choices: Vec<_> = facet
            .values
            .iter()
            .map(|one| Choice {
                said: self.said(facet.field, &one.value, one.name.as_deref()),
                count: one.count,
                chosen: one.chosen,
                address: self.turned(&Filter::new(facet.field, one.value.clone())),
            })
            .collect();
        match facet.field {
            // Years are looked for by their order.
            Field::Year => choices.sort_by(|a, b| b.said.cmp(&a.said)),
            Field::State
            | Field::Group
            | Field::Theme
            | Field::Treaty
            | Field::Meeting
            | Field::Kind
            | Field::Language
            | Field::Speaker
            | Field::Place
            | Field::Symbol
            | Field::From
            | Field::To => {}
        }
        // What is chosen stays in sight.
        choices.sort_by_key(|choice| !choice.chosen);
        let chosen = choices.iter().filter(|choice| choice.chosen).count();
        let at = IN_SIGHT.max(chosen).min(choices.len());
        let rest = choices.split_off(at);
        Offered {
            key: field_key(facet.field),
            first: choices,
            rest,
            further: facet.further,
        }
    }

    /// What the answer is narrowed by, beside the words.
    pub(super) fn chosen(&self, told: &[FindChosen]) -> Vec<Chosen> {
        let named = |filter: &Filter| {
            let mut all = told.iter();
            let found = all.find(|one| one.field == filter.field && one.value == filter.value);
            found.and_then(|one| one.name.clone())
        };
        let narrowed = self.asking.narrowed.iter();
        let chosen = narrowed.map(|filter| Chosen {
            key: field_key(filter.field),
            said: self.said(filter.field, &filter.value, named(filter).as_deref()),
            address: self.turned(filter),
        });
        chosen.collect()
    }

    /// A value in the reader's words.
    fn said(&self, field: Field, value: &str, name: Option<&str>) -> String {
        let p = self.p;
        let word = |list: &str| {
            let known = p.w.find(&format!("library-{list}-{value}"));
            known.map_or_else(|| value.to_owned(), Cow::into_owned)
        };
        match field {
            Field::State | Field::Treaty => name.unwrap_or(value).to_owned(),
            Field::Group => p.group(value).into_owned(),
            Field::Theme => word("theme"),
            Field::Kind => word("kind"),
            Field::Meeting => self
                .meetings
                .get(value)
                .cloned()
                .unwrap_or_else(|| value.to_owned()),
            Field::Language => p.tongue(value),
            Field::Year
            | Field::Speaker
            | Field::Place
            | Field::Symbol
            | Field::From
            | Field::To => value.to_owned(),
        }
    }

    /// The same question with a value more, or without it where it has it.
    fn turned(&self, filter: &Filter) -> String {
        let mut narrowed = self.asking.narrowed.clone();
        let before = narrowed.len();
        narrowed.retain(|one| !same(one, filter));
        if narrowed.len() == before {
            narrowed.push(filter.clone());
        }
        self.address(self.page, &self.asking.q, &narrowed)
    }

    /// The same question with other words.
    pub(super) fn asking(&self, q: &str) -> String {
        self.address(self.page, q, &self.asking.narrowed)
    }

    /// The same question on another page.
    pub(super) fn elsewhere(&self, page: &str) -> String {
        self.address(page, &self.asking.q, &self.asking.narrowed)
    }

    /// The address of this question that depends on neither day nor moment nor language, in a form.
    pub(super) fn lasting(&self, form: &str) -> String {
        let pairs = self.pairs(&self.asking.q, &self.asking.narrowed);
        format!("/library{form}{}", query(&pairs))
    }

    /// Where this question is followed: a feed, in the language of the page, since whoever fetches it sends none.
    pub(super) fn followed(&self) -> String {
        let mut pairs = self.pairs(&self.asking.q, &self.asking.narrowed);
        pairs.push(("lang", Cow::Borrowed(self.p.w.lang().code())));
        format!("/library.atom{}", query(&pairs))
    }

    /// The address of a question.
    fn address(&self, page: &str, q: &str, narrowed: &[Filter]) -> String {
        let mut pairs = self.p.common();
        pairs.extend(self.pairs(q, narrowed));
        format!("{page}{}", query(&pairs))
    }

    /// The parameters of a question.
    fn pairs<'q>(
        &self,
        q: &'q str,
        narrowed: &'q [Filter],
    ) -> Vec<(&'static str, Cow<'q, str>)> {
        let mut pairs = Vec::new();
        if !q.is_empty() {
            pairs.push(("q", Cow::Borrowed(q)));
        }
        pairs.extend(
            narrowed
                .iter()
                .map(|one| (parameter(one.field), Cow::Borrowed(one.value.as_str()))),
        );
        if self.asking.ask.synonyms {
            pairs.push(("synonyms", Cow::Borrowed("yes")));
        }
        pairs
    }
}

/// Whether two filters ask for the same: values of a list are written in small letters or as codes.
fn same(one: &Filter, other: &Filter) -> bool {
    one.field == other.field && one.value.eq_ignore_ascii_case(&other.value)
}

/// Whether choosing among its values would change anything.
fn tells(facet: &FindFacet, total: u64) -> bool {
    match facet.values.as_slice() {
        [] => false,
        [only] => only.chosen || only.count < total,
        _ => true,
    }
}

/// What a field is called.
fn field_key(field: Field) -> String {
    format!("library-field-{}", parameter(field))
}

impl Frame {
    /// A language by its own name, where pages have it; else by its tag.
    pub(crate) fn tongue(&self, tag: &str) -> String {
        let known = tag.split('-').next().unwrap_or(tag).parse::<Lang>();
        match known {
            Ok(lang) => self.t(keys::lang(lang)).into_owned(),
            Err(_) => tag.to_owned(),
        }
    }
}
