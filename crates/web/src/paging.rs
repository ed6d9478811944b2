//! Long lists in parts: `limit` and `after`, a link to the next part, and where one stands.
//!
//! `after` counts rows of the whole list, so anybody can write it. The list of one day and one
//! moment of knowledge never changes, and the link to the next part names both: no row is left out
//! or told twice, whatever is recorded meanwhile.

use axum::http::HeaderValue;
use axum::http::header::LINK;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Serialize;

use crate::ask::{Form, encode};
use crate::asked::Asked;
use crate::problem::{Expected, Problem};

/// The farthest row one can go on after: the largest whole number that every reader of JSON keeps.
pub(crate) const FARTHEST: u64 = 9_007_199_254_740_991;

/// The most rows one may ask for at a time; without `limit` data are given whole.
pub(crate) const MOST: usize = 500;

/// Which part of a list an answer is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "Page")]
pub(crate) struct Part {
    /// How many rows the whole list has.
    pub(crate) total: usize,
    /// How many of them a part holds at most; `null`: all that follow.
    pub(crate) limit: Option<usize>,
    /// After how many rows of the whole list this part begins; `null` where entries are counted
    /// by their numbers.
    pub(crate) after: Option<usize>,
    /// How many rows this part has.
    pub(crate) rows: usize,
    /// The address of the next part; `null`: this is the last.
    pub(crate) next: Option<String>,
    /// The address of the part before; `null`: this is the first.
    pub(crate) previous: Option<String>,
}

/// An answer and which part of it this is.
#[derive(Serialize)]
pub(crate) struct InParts<'v, V> {
    #[serde(flatten)]
    pub(crate) view: &'v V,
    pub(crate) page: &'v Part,
}

impl Asked {
    /// Leaves the part of a list that was asked for. From then on JSON, CSV and the page say which
    /// part it is.
    pub(crate) fn cut<T>(&self, rows: &mut Vec<T>) -> Result<(), Problem> {
        self.cut_to(rows, None)
    }

    /// The same; a page shows at most `first` rows where no number was asked for.
    pub(crate) fn cut_page<T>(&self, rows: &mut Vec<T>, first: usize) -> Result<(), Problem> {
        self.cut_to(rows, (self.form == Form::Html).then_some(first))
    }

    fn cut_to<T>(&self, rows: &mut Vec<T>, first: Option<usize>) -> Result<(), Problem> {
        let asked = self.limit()?;
        let after = self.after()?;
        // In an edition a page shows its whole list: there is no next part to go on to.
        let first = first.filter(|_| !self.is_published());
        let limit = asked.or(first);
        if asked.is_none() && after.is_none() && first.is_none_or(|first| rows.len() <= first) {
            return Ok(());
        }
        let total = rows.len();
        let after = after.unwrap_or(0).min(total);
        let end = limit.map_or(total, |limit| after.saturating_add(limit).min(total));
        rows.truncate(end);
        rows.drain(..after);
        let step = limit.unwrap_or(total);
        self.tell(Part {
            total,
            limit,
            after: Some(after),
            rows: rows.len(),
            next: (end < total).then(|| self.part_at("after", Some(end), limit)),
            previous: (after > 0).then(|| {
                let before = after.saturating_sub(step);
                self.part_at("after", (before > 0).then_some(before), limit)
            }),
        });
        Ok(())
    }

    /// Which part of a list was asked for that is cut where it is made: how many rows, `usual` of them where no number
    /// was asked for, and after how many.
    pub(crate) fn window(&self, usual: usize) -> Result<(usize, usize), Problem> {
        let (limit, after) = (self.limit()?, self.after()?);
        // In an edition a list is whole: there is no next part to go on to.
        let usual = if self.is_published() {
            usize::MAX
        } else {
            usual
        };
        Ok((limit.unwrap_or(usual), after.unwrap_or(0)))
    }

    /// Says which part of a list this is that was cut where it was made, where it is not all of it.
    pub(crate) fn cut_at(&self, total: usize, limit: usize, after: usize, rows: usize) {
        if after == 0 && rows == total {
            return;
        }
        let after = after.min(total);
        let end = after.saturating_add(rows);
        let step = Some(limit);
        self.tell(Part {
            total,
            limit: step,
            after: Some(after),
            rows,
            next: (rows > 0 && end < total).then(|| self.part_at("after", Some(end), step)),
            previous: (after > 0).then(|| {
                let before = after.saturating_sub(limit);
                self.part_at("after", (before > 0).then_some(before), step)
            }),
        });
    }

    /// How many rows were asked for.
    pub(crate) fn limit(&self) -> Result<Option<usize>, Problem> {
        self.whole("limit", Expected::Limit, |limit| {
            (1..=MOST).contains(&limit)
        })
    }

    fn after(&self) -> Result<Option<usize>, Problem> {
        self.whole("after", Expected::Number, |after| {
            u64::try_from(after).is_ok_and(|after| after <= FARTHEST)
        })
    }

    fn whole(
        &self,
        name: &'static str,
        expected: Expected,
        fits: impl Fn(usize) -> bool,
    ) -> Result<Option<usize>, Problem> {
        let Some(given) = self.params.one(name)? else {
            return Ok(None);
        };
        let digits = given.bytes().all(|byte| byte.is_ascii_digit());
        let number = given.parse().ok().filter(|number| digits && fits(*number));
        number
            .map(Some)
            .ok_or_else(|| Problem::bad(name, given, expected))
    }

    /// The address of another part of this list, of the same day and moment.
    pub(crate) fn part_at(
        &self,
        name: &str,
        at: Option<impl ToString>,
        limit: Option<usize>,
    ) -> String {
        let mut pairs = vec![
            ("on".to_owned(), self.on.to_string()),
            ("known".to_owned(), self.world.known().to_string()),
        ];
        let set = ["on", "known", "limit", name];
        let others = self.params.iter().filter(|(own, _)| !set.contains(own));
        pairs.extend(others.map(|(own, value)| (own.to_owned(), value.to_owned())));
        let limit = limit.filter(|_| self.params.iter().any(|(own, _)| own == "limit"));
        pairs.extend(limit.map(|limit| ("limit".to_owned(), limit.to_string())));
        pairs.extend(at.map(|at| (name.to_owned(), at.to_string())));
        let pairs: Vec<_> = pairs
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        let path = match (self.form, self.path()) {
            (Form::Html, path) => path.to_owned(),
            (form, path) => format!("{path}.{}", form.word()),
        };
        format!("{path}?{}", pairs.join("&"))
    }

    /// How many rows a list has, of which `shown` are left.
    pub(crate) fn total(&self, shown: usize) -> usize {
        self.part().map_or(shown, |part| part.total)
    }
}

/// Links to the parts beside this one (RFC 8288).
pub(crate) fn link(mut response: Response, part: Option<&Part>) -> Response {
    let Some(part) = part else { return response };
    let named = [("next", &part.next), ("prev", &part.previous)];
    let links: Vec<_> = named
        .into_iter()
        .filter_map(|(rel, address)| Some(format!("<{}>; rel=\"{rel}\"", address.as_ref()?)))
        .collect();
    if !links.is_empty()
        && let Ok(links) = HeaderValue::from_str(&links.join(", "))
    {
        response.headers_mut().insert(LINK, links);
    }
    response
}
