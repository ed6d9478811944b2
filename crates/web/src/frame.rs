//! What surrounds every page: its title, its two times, its addresses; and the small things
//! templates ask of it. One per page, made from what was asked.

mod address;
mod around;
mod say;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use treaty::Lang;
use words::Words;
use world::World;
use world::view::{CalledView, HeadView, Standing};

pub(crate) use self::address::query;
pub(crate) use self::say::moment;
use crate::keys::Of;
use crate::paging::Part;

/// The part of the site a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nav {
    Home,
    Treaties,
    States,
    Matrix,
    Calendar,
    Approaches,
    Campaigns,
    Reports,
    Library,
    Changes,
    Findings,
    Ledger,
    About,
    Search,
    Elsewhere,
}

/// What surrounds a page.
pub(crate) struct Frame {
    pub(crate) world: Arc<World>,
    pub(crate) w: &'static Words,
    pub(crate) title: String,
    pub(crate) nav: Nav,
    pub(crate) today: Date,
    pub(crate) on: Date,
    pub(crate) on_asked: bool,
    pub(crate) known_asked: Option<String>,
    pub(crate) lang_asked: bool,
    pub(crate) path: String,
    pub(crate) host: Option<String>,
    /// Whether the page is made to be read without a server; templates leave out what needs one.
    pub(crate) published: bool,
    /// Whether there is a door, and so a way in.
    pub(crate) door: bool,
    /// Who is signed in: the name, and what a form of the session carries.
    pub(crate) visitor: Option<(String, String)>,
    /// Whether he sees nothing of his teams, having proved who he is by a password alone.
    pub(crate) held_back: bool,
    /// What the issuer is called that vouches for people, if there is one.
    pub(crate) issuer: Option<String>,
    /// What persons are called, for whoever is signed in.
    pub(crate) names: BTreeMap<String, String>,
    /// Which part of a long list the page shows, where it does not show all.
    pub(crate) part: Option<Part>,
    /// Scripts, by the names of their files; the page is whole without them.
    pub(crate) scripts: Vec<&'static str>,
    /// The page of the news nearest to this page, and so its feed.
    pub(crate) feed: String,
    /// The page's own parameters, as asked.
    pub(crate) own: Vec<(String, String)>,
    /// Whether the page answers for a day, and so has the date control.
    pub(crate) dated: bool,
    /// Whether it is a page one can come back to.
    pub(crate) has_permanent: bool,
    /// Whether its data are to be had as JSON.
    pub(crate) has_json: bool,
    /// Whether its data are to be had as CSV.
    pub(crate) has_csv: bool,
    /// Days worth a jump, for the date control: meetings, with their names.
    pub(crate) days: Vec<(Date, String)>,
    /// The treaty's own terms for standings, on its own pages.
    pub(crate) called: BTreeMap<Standing, CalledView>,
    /// What the page chose by itself where nothing was asked: its data links say so.
    pub(crate) chosen: Vec<(&'static str, String)>,
    known: Timestamp,
    head: HeadView,
    /// What every link to another page carries on, `?on=…`.
    kept: String,
}

impl Frame {
    pub(crate) fn new(
        world: Arc<World>,
        w: &'static Words,
        today: Date,
        nav: Nav,
        title: String,
    ) -> Frame {
        let (known, head) = (world.known(), world.head());
        Frame {
            world,
            w,
            title,
            nav,
            today,
            on: today,
            on_asked: false,
            known_asked: None,
            lang_asked: false,
            path: "/".to_owned(),
            host: None,
            published: false,
            door: false,
            visitor: None,
            names: BTreeMap::new(),
            held_back: false,
            issuer: None,
            part: None,
            scripts: Vec::new(),
            feed: "/feed".to_owned(),
            own: Vec::new(),
            dated: true,
            has_permanent: true,
            has_json: true,
            has_csv: false,
            days: Vec::new(),
            called: BTreeMap::new(),
            chosen: Vec::new(),
            known,
            head,
            kept: String::new(),
        }
    }

    /// Settles what links carry on.
    pub(crate) fn keep(&mut self) {
        self.kept = query(&self.common());
    }

    /// The page has a table.
    pub(crate) fn with_csv(mut self) -> Frame {
        self.has_csv = true;
        self
    }

    /// The page is about what the news at `page` are about: `/treaties/ccm/feed`.
    pub(crate) fn with_feed(mut self, page: impl Into<String>) -> Frame {
        self.feed = page.into();
        self
    }

    /// The page does not depend on the legal day.
    pub(crate) fn undated(mut self) -> Frame {
        self.dated = false;
        self
    }

    /// What every page keeps from the question: the times and the language, where asked.
    pub(crate) fn common(&self) -> Vec<(&str, Cow<'_, str>)> {
        let mut pairs = Vec::new();
        if self.on_asked {
            pairs.push(("on", Cow::Owned(self.on.to_string())));
        }
        if let Some(known) = &self.known_asked {
            pairs.push(("known", Cow::Borrowed(known.as_str())));
        }
        if self.lang_asked {
            pairs.push(("lang", Cow::Borrowed(self.w.lang().code())));
        }
        pairs
    }

    pub(crate) fn own(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        self.own
            .iter()
            .map(|(name, value)| (name.as_str(), Cow::Borrowed(value.as_str())))
    }

    pub(crate) fn html_lang(&self) -> &'static str {
        self.w.text_lang().code()
    }

    pub(crate) fn dir(&self) -> &'static str {
        direction(self.w.text_lang())
    }

    pub(crate) fn known(&self) -> &Timestamp {
        &self.known
    }

    pub(crate) fn head(&self) -> &HeadView {
        &self.head
    }

    /// The day chosen is later than today.
    pub(crate) fn is_ahead(&self) -> bool {
        self.on > self.today
    }
}

/// The direction in which a language is written.
pub(crate) fn direction(lang: impl Of<Lang>) -> &'static str {
    match lang.of() {
        Lang::Ar => "rtl",
        Lang::En | Lang::Es | Lang::Fr | Lang::Ru | Lang::Zh => "ltr",
    }
}
