//! What one request asks: of which world, on which day, in which language and form.

mod named;
mod read;
mod told;

use std::sync::{Arc, OnceLock};

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use jiff::civil::Date;
use people::Address;
use treaty::Lang;
use words::Words;
use world::World;

use self::read::{day, preferred};
pub(crate) use self::read::{known, language, short};
use crate::ask::{Form, Params};
use crate::assets;
use crate::door::Visitor;
use crate::near;
use crate::paging::Part;
use crate::problem::{Expected, Problem};
use crate::site::{self, Origin};
use crate::tables::Tables;

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
    /// Whether there is a door.
    door: bool,
    /// Who is signed in.
    visitor: Option<Visitor>,
    /// What the issuer is called that vouches for people, if there is one.
    issuer: Option<String>,
    /// The address that passkeys are for, if there can be any.
    pub(crate) passkeys: Option<Arc<Address>>,
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
            door: false,
            visitor: None,
            issuer: None,
            passkeys: None,
            tables: Arc::default(),
            part: OnceLock::new(),
        })
    }

    /// The answer is made to be read without a server.
    pub(crate) fn published(mut self) -> Asked {
        self.published = true;
        self
    }

    /// There is a door, and perhaps somebody came through it.
    pub(crate) fn at_door(mut self, visitor: Option<Visitor>) -> Asked {
        let asked = matches!(self.params.one("lang"), Ok(Some(_)));
        if let Some(lang) = visitor.as_ref().and_then(Visitor::language)
            && !asked
        {
            (self.lang, self.words) = (lang, Words::for_lang(lang));
        }
        (self.door, self.visitor) = (true, visitor);
        self
    }

    /// An issuer vouches for people, and is called so.
    pub(crate) fn vouched_by(mut self, issuer: Option<String>) -> Asked {
        self.issuer = issuer;
        self
    }

    /// Passkeys are for this address.
    pub(crate) fn with_passkeys(mut self, at: Option<Arc<Address>>) -> Asked {
        self.passkeys = at;
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
}
