//! What one request asks: of which world, on which day, in which language and form.

use std::sync::{Arc, OnceLock};

use askama::Template;
use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::civil::Date;
use ledger::Seq;
use serde::Serialize;
use treaty::{Lang, Law, ParticipantId, TreatyId};
use words::Words;
use world::World;
use world::sheet::Sheet;

use crate::ask::{Form, Params, encode};
use crate::assets;
use crate::frame::{Frame, Nav};
use crate::near;
use crate::paging::{self, InParts, Part};
use crate::problem::{Expected, Problem};
use crate::site::{self, Origin};
use crate::tables::Tables;
use crate::timeless;

/// The days a page can be asked about. The rules are tested from 1900 to 2200.
pub(crate) const FIRST_DAY: Date = Date::constant(1850, 1, 1);
pub(crate) const LAST_DAY: Date = Date::constant(2200, 12, 31);

/// The parameters every page knows.
const COMMON: [&str; 3] = ["on", "known", "lang"];

/// One request, read. Handlers ask its world and hand the view to it.
pub(crate) struct Asked {
    pub(crate) world: Arc<World>,
    pub(crate) words: &'static Words,
    pub(crate) lang: Lang,
    pub(crate) today: Date,
    pub(crate) on: Date,
    pub(crate) form: Form,
    pub(crate) params: Params,
    path: String,
    host: Option<String>,
    origin: Option<Origin>,
    published: bool,
    /// The record as tables, made when first asked for.
    pub(crate) tables: Arc<Tables>,
    /// Which part of a long list this answer is, once it is cut.
    part: OnceLock<Part>,
}

/// What handlers take.
#[derive(Clone)]
pub(crate) struct Question(pub(crate) Arc<Asked>);

impl<S: Send + Sync> FromRequestParts<S> for Question {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts
            .extensions
            .get::<Arc<Asked>>()
            .cloned()
            .map(Question)
            .ok_or(Problem::NoSuchPage)
    }
}

impl Asked {
    pub(crate) fn new(
        world: Arc<World>,
        today: Date,
        path: String,
        form: Form,
        params: Params,
        headers: &HeaderMap,
    ) -> Result<Asked, Problem> {
        let on = match params.one("on")? {
            Some(given) => day("on", given)?,
            None => today,
        };
        let lang = match params.one("lang")? {
            Some(given) => {
                given
                    .parse()
                    .ok()
                    .ok_or(Problem::bad("lang", given, Expected::Language))?
            }
            None => preferred(headers),
        };
        let host = site::host(headers).map(str::to_owned);
        Ok(Asked {
            world,
            words: Words::for_lang(lang),
            lang,
            today,
            on,
            form,
            params,
            path,
            host,
            origin: Origin::of(headers),
            published: false,
            tables: Arc::default(),
            part: OnceLock::new(),
        })
    }

    /// The answer is made to be read without a server.
    pub(crate) fn published(mut self) -> Asked {
        self.published = true;
        self
    }

    /// The tables that all requests share.
    pub(crate) fn with_tables(mut self, tables: Arc<Tables>) -> Asked {
        self.tables = tables;
        self
    }

    /// Which part of a long list this answer is, if it was cut.
    pub(crate) fn part(&self) -> Option<&Part> {
        self.part.get()
    }

    /// Says which part of a long list this answer is.
    pub(crate) fn tell(&self, part: Part) {
        // A handler cuts one list, once.
        let _ = self.part.set(part);
    }

    pub(crate) fn is_published(&self) -> bool {
        self.published
    }

    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    pub(crate) fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }

    /// The tag of the answer: everything it is made of.
    pub(crate) fn tag(&self) -> String {
        let head = self.world.head();
        let params: Vec<_> = self.params.iter().collect();
        let made_of = format!(
            "{}|{}|{}|{}|{}|{}|{}|{}|{params:?}|{:?}|{}",
            env!("PAGES_BUILD"),
            head.link,
            self.world.known(),
            self.on,
            self.today,
            self.lang,
            self.form.word(),
            self.path,
            self.origin,
            self.published,
        );
        format!("W/\"{:016x}\"", assets::hash(made_of.as_bytes()))
    }

    /// Refuses parameters the page does not know.
    pub(crate) fn only(&self, own: &[&'static str]) -> Result<(), Problem> {
        let stray = self
            .params
            .iter()
            .find(|(name, _)| !COMMON.contains(name) && !own.contains(name));
        match stray {
            None => Ok(()),
            Some((name, _)) => {
                let known: Vec<_> = COMMON.iter().chain(own).copied().collect();
                Err(Problem::UnknownParameter {
                    given: short(name),
                    instead: near::word(name, &known),
                    known,
                })
            }
        }
    }

    /// A parameter that is a day.
    pub(crate) fn day(&self, name: &'static str) -> Result<Option<Date>, Problem> {
        self.params
            .one(name)?
            .map(|given| day(name, given))
            .transpose()
    }

    /// The treaty of a parameter, by any of its names.
    pub(crate) fn named_treaty(&self, given: &str) -> Result<&Law, Problem> {
        match self.world.treaty(given) {
            Some(law) => Ok(law),
            None => self.treaty(given),
        }
    }

    /// The treaty of an address. Other names of it lead to its own address.
    pub(crate) fn treaty(&self, given: &str) -> Result<&Law, Problem> {
        if let Some(law) = self.world.treaty(given) {
            return if law.id.as_str() == given {
                Ok(law)
            } else {
                Err(self.elsewhere(given, law.id.as_str()))
            };
        }
        let near = self.world.nearest_treaties(&short(given));
        let near = near
            .into_iter()
            .map(|id| (format!("/treaties/{id}"), self.short(&id)));
        Err(Problem::NoSuchTreaty {
            given: short(given),
            near: near.collect(),
        })
    }

    /// The treaty of a parameter, by id or any other name.
    pub(crate) fn treaty_named(&self, given: &str) -> Result<&Law, Problem> {
        match self.world.treaty(given) {
            Some(law) => Ok(law),
            None => self.treaty(given),
        }
    }

    /// No such meeting, and those whose names are near.
    pub(crate) fn no_meeting(&self, given: &str) -> Problem {
        let near = self.world.nearest_meetings(&short(given));
        let near = near
            .into_iter()
            .map(|id| (format!("/meetings/{id}"), id.clone()));
        Problem::NoSuchMeeting {
            given: short(given),
            near: near.collect(),
        }
    }

    fn short(&self, id: &TreatyId) -> String {
        self.world.treaty(id.as_str()).map_or_else(
            || id.to_string(),
            |law| format!("{} ({})", law.title.get(self.lang), law.short),
        )
    }

    /// The participant of an address. Names lead to the address with the code.
    pub(crate) fn state(&self, given: &str) -> Result<ParticipantId, Problem> {
        let by_code = given
            .parse()
            .ok()
            .filter(|id| self.world.participant(*id).is_some());
        if let Some(id) = by_code {
            return Ok(id);
        }
        let upper = given.to_ascii_uppercase().parse().ok();
        let upper = upper.filter(|id| self.world.participant(*id).is_some());
        if let Some(id) = upper.or_else(|| self.world.find_participant(given)) {
            return Err(self.elsewhere(given, id.as_str()));
        }
        Err(self.no_state(given))
    }

    /// The participant of a parameter, by code or by any of its names.
    pub(crate) fn named_state(&self, given: &str) -> Result<ParticipantId, Problem> {
        let by_code = given.to_ascii_uppercase().parse().ok();
        let by_code = by_code.filter(|id| self.world.participant(*id).is_some());
        by_code
            .or_else(|| self.world.find_participant(given))
            .ok_or_else(|| self.no_state(given))
    }

    /// The members of a group of a parameter, on the day.
    pub(crate) fn group(&self, given: &str) -> Result<Vec<ParticipantId>, Problem> {
        let groups = self.world.groups(self.on);
        let names: Vec<_> = groups.iter().map(|(name, _)| name.as_str()).collect();
        let instead = near::word(given, &names).map(str::to_owned);
        let found = groups.into_iter().find(|(name, _)| name == given);
        found
            .map(|(_, members)| members)
            .ok_or_else(|| Problem::NoSuchGroup {
                given: short(given),
                instead,
            })
    }

    fn no_state(&self, given: &str) -> Problem {
        let near = self.world.nearest_participants(&short(given));
        let near = near
            .into_iter()
            .map(|(id, name)| (format!("/states/{id}"), name));
        Problem::NoSuchState {
            given: short(given),
            near: near.collect(),
        }
    }

    /// The number of an entry.
    pub(crate) fn seq(&self, given: &str) -> Result<Seq, Problem> {
        let no_such = || Problem::NoSuchEntry {
            given: short(given),
            entries: self.world.head().entries,
        };
        given.parse().ok().map(Seq).ok_or_else(no_such)
    }

    /// The same address with one part put right.
    fn elsewhere(&self, given: &str, right: &str) -> Problem {
        let parts = self.path.split('/').map(|part| {
            let decoded = crate::ask::decode(&part.replace('+', "%2B"));
            if decoded.as_deref() == Some(given) {
                right.to_owned()
            } else {
                part.to_owned()
            }
        });
        let mut path = parts.collect::<Vec<_>>().join("/");
        if self.form != Form::Html {
            path = format!("{path}.{}", self.form.word());
        }
        let query: Vec<_> = self
            .params
            .iter()
            .map(|(n, v)| format!("{}={}", encode(n), encode(v)))
            .collect();
        if !query.is_empty() {
            path = format!("{path}?{}", query.join("&"));
        }
        Problem::Elsewhere { path }
    }

    /// The address a page has now, in the form and with the query asked for.
    pub(crate) fn moved(&self, parts: &[&str], uri: &Uri) -> Problem {
        let mut path = String::new();
        for part in parts {
            path.push('/');
            path.push_str(&encode(part));
        }
        if self.form != Form::Html {
            path = format!("{path}.{}", self.form.word());
        }
        if let Some(query) = uri.query() {
            path = format!("{path}?{query}");
        }
        Problem::Elsewhere { path }
    }

    /// The frame of a page, under `title`.
    pub(crate) fn frame(&self, nav: Nav, title: impl Into<String>) -> Frame {
        let mut frame = Frame::new(
            self.world.clone(),
            self.words,
            self.today,
            nav,
            title.into(),
        );
        frame.on = self.on;
        frame.path.clone_from(&self.path);
        // An edition is rendered for no host; pages print none.
        frame.host = self.host.clone().filter(|_| !self.published);
        frame.published = self.published;
        frame.part = self.part().cloned();
        for (name, value) in self.params.iter() {
            match name {
                "on" => frame.on_asked = true,
                "known" => frame.known_asked = Some(value.to_owned()),
                "lang" => frame.lang_asked = true,
                _ => frame.own.push((name.to_owned(), value.to_owned())),
            }
        }
        frame.keep();
        frame
    }

    /// A page.
    pub(crate) fn page(&self, page: &impl Template) -> Result<Response, Problem> {
        match page.render() {
            Ok(text) => {
                let headers = [
                    (header::CONTENT_TYPE, "text/html; charset=utf-8"),
                    (header::CONTENT_LANGUAGE, self.words.text_lang().code()),
                ];
                Ok((headers, text).into_response())
            }
            Err(cause) => {
                tracing::error!(%cause, path = self.path, "a page could not be rendered");
                Err(Problem::Ours)
            }
        }
    }

    /// A view as JSON.
    pub(crate) fn json(&self, view: &impl Serialize) -> Result<Response, Problem> {
        let written = match self.part() {
            Some(page) => serde_json::to_vec(&InParts { view, page }),
            None => serde_json::to_vec(view),
        };
        match written {
            Ok(bytes) => {
                let bytes = if self.published {
                    timeless::json(bytes)
                } else {
                    bytes
                };
                let kind = [(header::CONTENT_TYPE, "application/json")];
                Ok(paging::link((kind, bytes).into_response(), self.part()))
            }
            Err(cause) => {
                tracing::error!(%cause, path = self.path, "a view could not be written");
                Err(Problem::Ours)
            }
        }
    }

    /// A view's table as CSV.
    pub(crate) fn csv(&self, sheet: &Sheet) -> Response {
        let kind = "text/csv; charset=utf-8; header=present";
        let bytes = if self.published {
            sheet.without("known").to_csv()
        } else {
            sheet.to_csv()
        };
        self.file(kind, "attachment", bytes)
    }

    /// A file, under a name made of its address and its day.
    pub(crate) fn file(
        &self,
        kind: &'static str,
        how: &str,
        bytes: impl Into<Body>,
    ) -> Response {
        let name: Vec<_> = self
            .path
            .split('/')
            .filter(|part| !part.is_empty())
            .collect();
        let name = format!("accede-{}-{}.{}", name.join("-"), self.on, self.form.word());
        let headers = [
            (header::CONTENT_TYPE, kind.to_owned()),
            (
                header::CONTENT_DISPOSITION,
                format!("{how}; filename=\"{}\"", plain(&name)),
            ),
        ];
        paging::link((headers, bytes.into()).into_response(), self.part())
    }

    /// The refusal for a page that is not to be had in the form asked for.
    pub(crate) fn no_form(&self) -> Problem {
        Problem::NoSuchForm {
            form: self.form.word(),
        }
    }
}

/// The moment of knowledge asked for: a moment, or a day, which means its end (UTC).
pub(crate) fn known(params: &Params) -> Result<Option<Timestamp>, Problem> {
    let Some(given) = params.one("known")? else {
        return Ok(None);
    };
    let bad = || Problem::bad("known", given, Expected::Moment);
    if let Ok(day) = given.parse::<Date>()
        && given.len() == 10
    {
        day_in_range(day).ok_or_else(bad)?;
        return format!("{day}T23:59:59.999999999Z")
            .parse()
            .map(Some)
            .ok()
            .ok_or_else(bad);
    }
    // A plus sign in a query means a blank.
    let moment: Timestamp = given.replace(' ', "+").parse().ok().ok_or_else(bad)?;
    Ok(Some(moment))
}

/// The language of a request, for pages that must not fail: given, else preferred, else English.
pub(crate) fn language(uri: &Uri, headers: &HeaderMap) -> Lang {
    let given = Params::read(uri)
        .ok()
        .and_then(|params| params.one("lang").ok()?.map(str::to_owned));
    given
        .and_then(|given| given.parse().ok())
        .unwrap_or_else(|| preferred(headers))
}

/// The first language the reader's browser names that has a catalogue (RFC 9110, 12.5.4).
fn preferred(headers: &HeaderMap) -> Lang {
    let accepted = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    let mut named: Vec<(u16, Lang)> = accepted
        .unwrap_or_default()
        .split(',')
        .take(20)
        .filter_map(|range| {
            let mut parts = range.split(';');
            let lang = parts.next()?.trim().split('-').next()?.to_ascii_lowercase();
            let weight = parts.find_map(|part| part.trim().strip_prefix("q=").map(thousandths));
            Some((weight.unwrap_or(1000), lang.parse().ok()?))
        })
        .filter(|(weight, lang)| *weight > 0 && Words::written().contains(lang))
        .collect();
    named.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    named.first().map_or(Lang::En, |(_, lang)| *lang)
}

/// A weight `0.8` as 800; anything else as 0.
fn thousandths(weight: &str) -> u16 {
    let (whole, part) = weight.trim().split_once('.').unwrap_or((weight.trim(), ""));
    let part = format!("{part:0<3}");
    match (
        whole,
        part.get(..3).and_then(|part| part.parse::<u16>().ok()),
    ) {
        ("1", Some(_)) => 1000,
        ("0", Some(part)) => part,
        (_, _) => 0,
    }
}

fn day(name: &'static str, given: &str) -> Result<Date, Problem> {
    let bad = || Problem::bad(name, given, Expected::Day);
    let fits = given.len() == 10 && given.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let day = if fits {
        given.parse::<Date>().ok()
    } else {
        None
    };
    day.and_then(day_in_range).ok_or_else(bad)
}

fn day_in_range(day: Date) -> Option<Date> {
    (FIRST_DAY..=LAST_DAY).contains(&day).then_some(day)
}

/// What a reader typed, cut to what fits a page and without what no page can hold.
pub(crate) fn short(given: &str) -> String {
    let shown = |c: char| {
        if c.is_control() {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    given.chars().take(80).map(shown).collect()
}

/// A file name without anything a header could stumble over.
fn plain(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prefers(value: &str) -> Lang {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, value.parse().unwrap());
        preferred(&headers)
    }

    #[test]
    fn the_browser_chooses_among_the_languages_that_are_written() {
        assert_eq!(prefers("fr-CH, fr;q=0.9, en;q=0.8"), Lang::Fr);
        assert_eq!(prefers("ru, fr;q=0.5, en;q=0.4"), Lang::Fr);
        assert_eq!(prefers("en;q=0.3, fr;q=0.30"), Lang::En);
        assert_eq!(prefers("fr;q=0"), Lang::En);
        assert_eq!(prefers(";;;q=,,,*"), Lang::En);
    }

    #[test]
    fn only_days_of_the_calendar_are_days() {
        for given in [
            "2023-02-31",
            "2023-2-1",
            "today",
            "10/24/2020",
            "1066-10-14",
            "9999-01-01",
        ] {
            assert!(day("on", given).is_err(), "{given}");
        }
        assert!(day("on", "2024-02-29").is_ok());
    }
}
