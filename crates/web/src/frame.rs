//! What surrounds every page: its title, its two times, its addresses; and the small things
//! templates ask of it. One per page, made from what was asked.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use treaty::clause::Duty;
use treaty::{Because, Lang, PartialDate, ParticipantId, TreatyId};
use words::{Arg, Words};
use world::World;
use world::view::{CalledView, DutyState, HeadView, SourceRef, Standing};

use crate::ask::encode;
use crate::keys::Of;
use crate::paging::Part;
use crate::part::{Cite, Day, DutyChip, Name, Steps, Word};
use crate::{assets, keys};

/// The part of the site a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nav {
    Home,
    Treaties,
    States,
    Matrix,
    Calendar,
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

/// An entry of the navigation.
pub(crate) struct NavItem {
    pub(crate) key: &'static str,
    pub(crate) path: &'static str,
    pub(crate) here: bool,
}

/// Something the search box can do.
pub(crate) struct Command {
    pub(crate) text: String,
    pub(crate) address: String,
    /// Its language, where it is not the page's.
    pub(crate) lang: Option<Lang>,
    pub(crate) print: bool,
}

/// An entry of the language bar.
pub(crate) struct LangItem {
    pub(crate) lang: Lang,
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) here: bool,
    pub(crate) written: bool,
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

    // What templates ask: texts.

    pub(crate) fn t(&self, key: &str) -> Cow<'_, str> {
        self.w.text(key)
    }

    /// A text with a number in it, `$n`.
    pub(crate) fn tn(&self, key: &str, n: impl Of<usize>) -> String {
        self.w.text_with(key, &[("n", n.of().into())])
    }

    /// A text with one value in it, `$what`.
    pub(crate) fn tw(&self, key: &str, what: &str) -> String {
        self.w.text_with(key, &[("what", what.into())])
    }

    pub(crate) fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.w.text_with(key, args)
    }

    pub(crate) fn number(&self, n: &u64) -> String {
        self.w.number(*n)
    }

    /// The name of a kind of act, in the reader's language.
    pub(crate) fn kind(&self, kind: &treaty::Kind) -> Word<'_> {
        self.word(words::kind_key(*kind))
    }

    /// A term of treaties, marked with its language where the page is in another one.
    pub(crate) fn word(&self, key: &str) -> Word<'_> {
        let term = self.w.term(key);
        let foreign = (term.lang != self.w.text_lang()).then_some(term.lang);
        Word {
            text: term.text,
            lang: foreign,
        }
    }

    /// A day in full, without markup.
    pub(crate) fn long(&self, day: &Date) -> String {
        self.w.date(*day)
    }

    /// A moment in full, in UTC.
    pub(crate) fn moment(&self, moment: &Timestamp) -> String {
        let civil = TimeZone::UTC.to_datetime(*moment);
        let day = self.w.date(civil.date());
        let time = format!("{:02}:{:02}", civil.hour(), civil.minute());
        self.w
            .text_with("moment", &[("day", day.into()), ("time", time.into())])
    }

    // What templates ask: parts.

    pub(crate) fn day(&self, day: &Date) -> Day {
        Day {
            iso: day.to_string(),
            text: self.w.date(*day),
        }
    }

    pub(crate) fn partial(&self, date: &PartialDate) -> Day {
        Day {
            iso: date.to_string(),
            text: self.w.partial_date(*date),
        }
    }

    pub(crate) fn letter(&self, standing: impl Of<Standing>) -> Cow<'_, str> {
        self.w.text(keys::standing(standing).letter)
    }

    pub(crate) fn duty_chip(&self, state: impl Of<DutyState>) -> DutyChip<'_> {
        let (class, label, letter) = keys::duty(state.of());
        DutyChip {
            class,
            letter: self.w.text(letter),
            label: self.w.text(label),
        }
    }

    pub(crate) fn steps(&self, because: &Because) -> Steps {
        let name = |code: &str| self.name_of(code);
        Steps(
            because
                .steps()
                .iter()
                .map(|step| self.w.step(step, &name))
                .collect(),
        )
    }

    pub(crate) fn cite<'f>(&'f self, source: &'f SourceRef) -> Cite<'f> {
        Cite { p: self, source }
    }

    /// A name, marked with its language where the page is in another one.
    pub(crate) fn name<'n>(&self, name: &'n str) -> Name<'n> {
        let lang = self.w.lang();
        let foreign = (lang != self.w.text_lang()).then_some(lang);
        Name {
            text: name,
            lang: foreign,
        }
    }

    /// The name of a participant, or its code where it has none.
    pub(crate) fn name_or_code(&self, id: &ParticipantId) -> String {
        self.name_of(id.as_str()).unwrap_or_else(|| id.to_string())
    }

    /// The name of a group in the reader's language; groups without a text go by their own name.
    pub(crate) fn group<'g>(&'g self, name: &'g str) -> Cow<'g, str> {
        let slug = name
            .to_lowercase()
            .replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        self.w
            .find(&format!("group-{slug}"))
            .unwrap_or(Cow::Borrowed(name))
    }

    /// What a duty asks, in the reader's language where the file has it.
    pub(crate) fn duty_text<'d>(&self, duty: &'d Duty) -> &'d str {
        match (self.w.text_lang(), &duty.what_fr) {
            (Lang::Fr, Some(text)) => text,
            (Lang::Fr | Lang::Ar | Lang::En | Lang::Es | Lang::Ru | Lang::Zh, _) => &duty.what,
        }
    }

    /// What kind of entry it is.
    pub(crate) fn body_kind<'k>(&'k self, kind: &'k str) -> Cow<'k, str> {
        self.w
            .find(&format!("body-{}", kind.replace('_', "-")))
            .unwrap_or(Cow::Borrowed(kind))
    }

    fn name_of(&self, code: &str) -> Option<String> {
        let id = code.parse().ok()?;
        let participant = self.world.participant(id)?;
        Some(participant.names.get(self.w.lang()).to_owned())
    }

    /// The short name of a treaty.
    pub(crate) fn short(&self, treaty: &TreatyId) -> String {
        self.world
            .treaty(treaty.as_str())
            .map_or_else(|| treaty.to_string(), |law| law.short.clone())
    }

    // What templates ask: addresses.

    /// What links carry on.
    pub(crate) fn kept(&self) -> &str {
        &self.kept
    }

    /// This page with the two times fixed.
    pub(crate) fn permanent(&self) -> String {
        let mut pairs: Vec<(&str, Cow<'_, str>)> = Vec::new();
        if self.dated {
            pairs.push(("on", Cow::Owned(self.on.to_string())));
        }
        pairs.push(("known", Cow::Owned(self.known.to_string())));
        pairs.push(("lang", Cow::Borrowed(self.w.lang().code())));
        pairs.extend(self.own());
        format!("{}{}", self.path, query(&pairs))
    }

    /// The same, as one prints it.
    pub(crate) fn permanent_printed(&self) -> String {
        format!(
            "{}{}",
            self.host.as_deref().unwrap_or_default(),
            self.permanent()
        )
    }

    /// The data of this page, in a form.
    pub(crate) fn data(&self, form: &str) -> String {
        let path = if self.path == "/" {
            "/index"
        } else {
            &self.path
        };
        let mut pairs = self.common();
        pairs.extend(self.own());
        let chosen = self.chosen.iter();
        pairs.extend(chosen.map(|(name, value)| (*name, Cow::Borrowed(value.as_str()))));
        format!("{path}.{form}{}", query(&pairs))
    }

    /// This page on today's day.
    pub(crate) fn on_today(&self) -> String {
        let mut pairs = self.common();
        pairs.retain(|(name, _)| *name != "on");
        pairs.extend(self.own());
        format!("{}{}", self.path, query(&pairs))
    }

    /// This page with another value for one of its own parameters; blank takes it away.
    pub(crate) fn with_own(&self, name: &str, value: &str) -> String {
        let mut pairs = self.common();
        pairs.extend(self.own().filter(|(own, _)| *own != name));
        let chosen = self.chosen.iter().filter(|(chosen, _)| *chosen != name);
        pairs.extend(chosen.map(|(name, value)| (*name, Cow::Borrowed(value.as_str()))));
        if !value.is_empty() {
            pairs.push((name, Cow::Borrowed(value)));
        }
        format!("{}{}", self.path, query(&pairs))
    }

    /// The times and the language, and one parameter beside them.
    pub(crate) fn kept_and(&self, name: &str, value: &str) -> String {
        self.kept_with(&[(name, value)])
    }

    /// The times and the language, and parameters beside them.
    pub(crate) fn kept_with(&self, beside: &[(&str, &str)]) -> String {
        let mut pairs = self.common();
        pairs.extend(beside.iter().map(|(n, v)| (*n, Cow::Borrowed(*v))));
        query(&pairs)
    }

    /// The parameters that fix both times, on another day.
    pub(crate) fn fixed(&self, day: &Date) -> String {
        query(&[
            ("on", Cow::Owned(day.to_string())),
            ("known", Cow::Owned(self.known.to_string())),
        ])
    }

    /// What links carry on, with another day.
    pub(crate) fn kept_on(&self, day: &Date) -> String {
        let mut pairs = self.common();
        pairs.retain(|(name, _)| *name != "on");
        pairs.push(("on", Cow::Owned(day.to_string())));
        query(&pairs)
    }

    /// One part of an address.
    pub(crate) fn part(&self, text: &str) -> String {
        encode(text)
    }

    /// This page with the present record.
    pub(crate) fn known_now(&self) -> String {
        let mut pairs = self.common();
        pairs.retain(|(name, _)| *name != "known");
        pairs.extend(self.own());
        format!("{}{}", self.path, query(&pairs))
    }

    /// What the date control must carry along: every parameter but the day.
    pub(crate) fn carried(&self) -> Vec<(String, String)> {
        let common = self.common();
        let common = common.iter().filter(|(name, _)| *name != "on");
        common
            .map(|(name, value)| ((*name).to_owned(), value.to_string()))
            .chain(self.own.iter().cloned())
            .collect()
    }

    /// What a page's own form must carry along: the times and the language.
    pub(crate) fn carried_common(&self) -> Vec<(String, String)> {
        self.common()
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.to_string()))
            .collect()
    }

    /// Which rows of a long list the page shows.
    pub(crate) fn part_shown(&self, part: &Part) -> String {
        let first = part.after.unwrap_or(0).saturating_add(1);
        let last = part.after.unwrap_or(0).saturating_add(part.rows);
        let args = [
            ("first", first.into()),
            ("last", last.into()),
            ("total", part.total.into()),
        ];
        self.w.text_with("page-shown", &args)
    }

    pub(crate) fn sheet(&self) -> &'static str {
        assets::address("accede.css")
    }

    /// The feed nearest to this page, in its language: whoever fetches it later sends none.
    pub(crate) fn feed_address(&self) -> String {
        format!("{}.atom?lang={}", self.feed, self.w.lang().code())
    }

    /// What that feed is called.
    pub(crate) fn feed_title(&self) -> String {
        let mut parts = self.feed.split('/').filter(|part| !part.is_empty());
        let what = match (parts.next(), parts.next()) {
            (Some("treaties"), Some(id)) => self.world.treaty(id).map(|law| law.short.clone()),
            (Some("states"), Some(code)) => self.name_of(code),
            (_, _) => None,
        };
        match what {
            Some(what) => self.tw("feed-title-of", &what),
            None => self.t("feed-title-all").into_owned(),
        }
    }

    /// The calendar file of what the feed is of.
    pub(crate) fn calendar_address(&self) -> String {
        let page = self.feed.replace("/feed", "/calendar");
        format!("{page}.ics?lang={}", self.w.lang().code())
    }

    /// The address of a file the page is shown with.
    pub(crate) fn asset(&self, name: &str) -> &'static str {
        assets::address(name)
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

    pub(crate) fn navigation(&self) -> [NavItem; 7] {
        let item = |key, path, nav| NavItem {
            key,
            path,
            here: self.nav == nav,
        };
        [
            item("nav-home", "/", Nav::Home),
            item("nav-treaties", "/treaties", Nav::Treaties),
            item("nav-states", "/states", Nav::States),
            item("nav-matrix", "/matrix", Nav::Matrix),
            item("nav-calendar", "/calendar", Nav::Calendar),
            item("nav-changes", "/changes", Nav::Changes),
            item("nav-about", "/about", Nav::About),
        ]
    }

    /// What the search box does beside searching: it goes to a part of the site, sets today,
    /// prints, changes the language.
    pub(crate) fn commands(&self) -> Vec<Command> {
        let to = |key: &str, path: &str| Command {
            text: self.tw("finder-go", &self.t(key)),
            address: format!("{path}{}", self.kept),
            lang: None,
            print: false,
        };
        let mut commands = vec![
            to("nav-matrix", "/matrix"),
            to("nav-calendar", "/calendar"),
            to("compare-title", "/compare"),
            to("meetings-title", "/meetings"),
            to("nav-changes", "/changes"),
            Command {
                text: self.t("finder-today").into_owned(),
                address: self.on_today(),
                lang: None,
                print: false,
            },
            Command {
                text: self.t("finder-print").into_owned(),
                address: "#main".to_owned(),
                lang: None,
                print: true,
            },
        ];
        let others = self.languages().into_iter().filter(|item| !item.here);
        commands.extend(others.map(|item| Command {
            text: item.name,
            address: item.address,
            lang: Some(item.lang),
            print: false,
        }));
        commands
    }

    /// Every part of the site, for the foot of each page: a heading, and where it leads.
    pub(crate) fn index(&self) -> [(&'static str, Vec<NavItem>); 4] {
        let item = |(key, path): (&'static str, &'static str)| NavItem {
            key,
            path,
            here: self.path == path,
        };
        let part = |key, items: &[(&'static str, &'static str)]| {
            (key, items.iter().copied().map(item).collect())
        };
        [
            part(
                "index-field",
                &[
                    ("nav-home", "/"),
                    ("nav-treaties", "/treaties"),
                    ("nav-matrix", "/matrix"),
                    ("nav-changes", "/changes"),
                ],
            ),
            part(
                "index-states",
                &[("nav-states", "/states"), ("compare-title", "/compare")],
            ),
            part(
                "index-days",
                &[
                    ("nav-calendar", "/calendar"),
                    ("meetings-title", "/meetings"),
                    ("index-duties", "/duties"),
                ],
            ),
            part(
                "index-record",
                &[
                    ("nav-ledger", "/ledger"),
                    ("nav-findings", "/findings"),
                    ("index-uncertain", "/uncertain"),
                    ("reconcile-heading", "/reconcile"),
                    ("nav-about", "/about"),
                ],
            ),
        ]
    }

    /// The language bar, in the order of the United Nations' own.
    pub(crate) fn languages(&self) -> Vec<LangItem> {
        let written = Words::written();
        Lang::ALL
            .into_iter()
            .map(|lang| {
                let mut pairs = self.common();
                pairs.retain(|(name, _)| *name != "lang");
                pairs.push(("lang", Cow::Borrowed(lang.code())));
                pairs.extend(self.own());
                LangItem {
                    lang,
                    name: self.w.text(keys::lang(lang)).into_owned(),
                    address: format!("{}{}", self.path, query(&pairs)),
                    here: lang == self.w.lang(),
                    written: written.contains(&lang),
                }
            })
            .collect()
    }
}

/// The direction in which a language is written.
pub(crate) fn direction(lang: impl Of<Lang>) -> &'static str {
    match lang.of() {
        Lang::Ar => "rtl",
        Lang::En | Lang::Es | Lang::Fr | Lang::Ru | Lang::Zh => "ltr",
    }
}

pub(crate) fn query(pairs: &[(&str, Cow<'_, str>)]) -> String {
    let mut out = String::new();
    for (name, value) in pairs {
        out.push(if out.is_empty() { '?' } else { '&' });
        out.push_str(&encode(name));
        out.push('=');
        out.push_str(&encode(value));
    }
    out
}
